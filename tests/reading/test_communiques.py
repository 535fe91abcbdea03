"""Press statements, communiqués and agency items: what real pages showed to be read wrongly or not at all, in sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # who presides over a council heads no state
    ("en", "The following Security Council statement was issued today by Council President Tareq Albanai (Kuwait).",
     ["post person=tareq-albanai organisation=un-security-council function=president"], ["post function=head-of-state"]),
    ("en", "European Council President Charles Michel visited Bamako.",
     ["post person=charles-michel organisation=european-council function=president"], []),
    ("fr", "Le président du Conseil européen, Charles Michel, s'est rendu à Bamako.",
     ["post person=charles-michel organisation=european-council function=president"], ["post function=head-of-state"]),
    ("en", "Kenya's President William Ruto visited Goma.", ["post person=william-ruto state=KE function=head-of-state"], []),
    ("en", "Special Representative of the Secretary General Ana Cruz visited UNMISS.",
     ["post person=ana-cruz function=special-representative"], ["post function=secretary-general"]),
    # an army that sends words sends no soldiers
    ("en", "The Malian army sent out a press release.", [], ["deploy"]),
    ("en", "The Malian army sent 300 men to Gao.", ["deploy actor=ML n=300"], []),
    ("nl", "Het Malinese leger stuurde een brief naar Parijs.", [], ["deploy"]),
    ("nl", "Het Malinese leger stuurde 300 man naar Gao.", ["deploy actor=ML n=300"], []),
    ("fr", "L'armée nigérienne a envoyé une lettre à Paris.", [], ["deploy"]),
    # who made a coup makes none by being named
    ("en", "The coup generals in Mali sent a letter to Paris.", [], ["coup"]),
    ("en", "The AU condemned the military coup in Khartoum.", ["coup place=khartoum-sd"], []),
    # whoever is to answer for something is not blamed yet
    ("en", "The perpetrators must be held accountable, the Secretary-General said.", [], ["accuse"]),
    ("en", "The Council held Rwanda responsible for the attack.", ["accuse target=RW"], []),
    # support and no more is no contribution
    ("en", "The AU urged Chad and Niger to provide full support to AMISOM.", ["demand target=TD+NE"], ["contribution"]),
    ("en", "Kenya and Uganda provide their full support to UNISFA.", ["support actor=KE+UG target=unisfa"], ["contribution"]),
    ("fr", "Le Kenya et l'Ouganda apportent leur plein soutien à l'AMISOM.", ["support actor=KE+UG target=amisom"], ["contribution"]),
    ("nl", "Kenia en Oeganda geven volledige steun aan AMISOM.", ["support actor=KE+UG target=amisom"], ["contribution"]),
    ("en", "Italy provides air support to EUFOR.", ["contribution contributor=IT"], []),
    # an adverb and a participle before a noun tell what it is
    ("en", "Ireland will withdraw its newly deployed company of 150 troops from Mali.",
     ["withdraw actor=IE place=ML n=150 planned"], ["presence", "contribution", "deploy"]),
    ("en", "Sweden will bring home its recently arrived contingent of 90 troops from Niger.", ["withdraw actor=SE place=NE n=90"], ["deploy"]),
    ("en", "The recently expelled ambassador visited Gao.", ["visit"], ["expel"]),
    ("en", "The rebels also attacked troops in Gao.", ["attack place=gao"], []),
    ("en", "This also led UNIFIL to withdraw.", [], ["leadership"]),
    # to leave for service with a mission is to go there
    ("en", "The Rwandan soldiers left Kigali on Monday for service with UNMISS.", ["deploy actor=RW mission=unmiss"], ["withdraw"]),
    ("nl", "Honderd Belgen vertrekken in mei op missie bij MINUSMA.", ["deploy actor=BE mission=minusma planned"], ["withdraw"]),
    ("fr", "Cent Sénégalais partiront en mai en mission au sein de la MINUSMA.", ["deploy actor=SN mission=minusma planned"], ["withdraw"]),
    ("en", "The Fijians left after their tour of duty with UNIFIL.", ["withdraw actor=FJ"], ["deploy"]),
    # the date behind a deed that is condemned is the deed's
    ("en", "The Council condemned the attack on a MONUSCO convoy near Goma on 4 May 2019.",
     ["attack at:2019-05-04", "condemn"], ["condemn at:2019-05-04"]),
    ("nl", "De Veiligheidsraad veroordeelde de aanval op een konvooi van MONUSCO bij Goma op 4 mei 2019.",
     ["attack at:2019-05-04", "condemn"], ["condemn at:2019-05-04"]),
    ("fr", "Le Conseil de sécurité a condamné l'attaque contre un convoi de la MONUSCO près de Goma le 4 mai 2019.",
     ["attack at:2019-05-04", "condemn"], ["condemn at:2019-05-04"]),
    ("en", "The Council condemned the cowardly and brutal 4 March 2019 mortar attacks on MINUSMA in Ber.",
     ["attack at:2019-03-04", "condemn"], ["condemn at:2019-03-04"]),
    # the junta is the one that was told of, not that of a land named since
    ("en", ("Guinea's military regime has expelled the Belgian ambassador. The French minister Catherine Colonna condemned it in Paris. "
     "The junta asked Norway to withdraw its troops."), ["demand actor=GN target=NO"], ["demand actor=FR"]),
    ("nl", ("Het militaire bewind van Guinee heeft de Belgische ambassadeur uitgezet. De Franse minister Catherine Colonna veroordeelde dat "
     "in Parijs. De junta vroeg Noorwegen zijn soldaten terug te trekken."), ["demand actor=GN target=NO"], []),
    ("fr", ("Le régime militaire guinéen a expulsé l'ambassadeur de Belgique. La ministre Catherine Colonna a condamné la décision à Paris. "
     "La junte a demandé à la Norvège de retirer ses soldats."), ["demand actor=GN target=NO"], []),
    # who speaks behind a quotation of two sentences speaks in both
    ("en", ('Norway said it would withdraw its soldiers. "This junta is illegitimate. It bears all the responsibility," the Belgian '
     "minister Hadja Lahbib told reporters."), ["assessment grade=unlawful by=hadja-lahbib"], ["assessment by=NO"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:60] for case in CASES])
def test_communiques(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

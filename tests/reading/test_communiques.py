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
    # what was so before something was refused or failed is not denied with it
    ("en", "The ambassador refused to quit his post after the army took power in Niger.", ["coup place=NE"], ["coup not"]),
    ("nl", "De ambassadeur weigerde te vertrekken nadat het leger in Niger de macht had gegrepen.", ["coup place=NE"], ["coup not"]),
    ("en", "The junta failed to hold elections after two coups in Mali.", ["elect not"], ["coup not"]),
    ("en", "Sweden did not hold talks after the attack on KFOR in Mitrovica.", ["attack actual mission=kfor", "consult not"], ["attack planned"]),
    # the leadership of a unit, of a host: nobody leads a mission
    ("en", "MSS patrols Port-au-Prince in Haiti. Changes in Haiti's leadership worry Kenya.", [], ["leadership"]),
    ("en", "UNDOF patrols the Golan. There is experience in the Irish ranks, not least in the battalion leadership.", [], ["leadership"]),
    ("en", "KFOR patrols Mitrovica. It is under Italian leadership.", ["leadership leader=IT mission=kfor"], []),
    # companies that comprise so many people are not the whole mission
    ("en", "Three companies, comprising some 300 soldiers of KFOR's reserve, will be deployed in Kosovo.", ["deploy n=300 planned"], ["strength"]),
    ("en", "EUFOR Althea comprises 600 personnel.", ["strength mission=eufor-althea n=600"], []),
    # for what somebody is blamed or praised he did himself
    ("en", "General Goita criticized ECOWAS for imposing sanctions on Mali.", ["sanction actor=ecowas target=ML"], []),
    ("en", "The Council thanked Ghana for sending 200 soldiers to Haiti.", ["deploy actor=GH place=HT n=200"], []),
    ("fr", "L'UA a condamné la junte pour avoir expulsé l'ambassadeur danois.", ["expel target=DK actual"], ["expel actor=au"]),
    ("fr", "Le ministre a remercié le Ghana d'avoir envoyé 200 soldats en Haïti.", ["deploy actor=GH place=HT n=200 actual"], []),
    ("en", "Burkina Faso accused France of sending troops to Benin.", ["accuse actor=BF target=FR"], ["deploy"]),
    # two missions are no people
    ("en", "The Danish government is extending two Danish military missions in Iraq until May.", ["extend actor=DK place=IQ"], ["presence"]),
    # who gives money to a fund gives a mission nobody
    ("en", "The largest contributors to the fund are Norway and Spain. MINUSCA patrols Bangui.", [], ["contribution"]),
    ("en", "The main contributors to the force are Ghana and Nepal. MINUSCA patrols Bangui.", ["contribution contributor=GH mission=minusca"], []),
    # what came about is no risk
    ("en", "Mali was plunged into turmoil in 2012.", [], ["risk"]),
    ("en", "The unrest may plunge Mali into chaos.", ["risk place=ML"], []),
    # the Government of a paper on its own people abroad is theirs
    ("en", "Some 300 UK soldiers serve in Iraq at present. The Government announced it will deploy an additional 40 troops.",
     ["reinforce actor=GB n=40 planned"], ["reinforce actor=IQ"]),
    # who is sent does what is told behind it
    ("en", "UK personnel are deployed at three bases, protecting convoys and supporting Iraqi security forces.",
     ["support actor=GB target=IQ"], ["support actor=IQ"]),
    ("en", "Danish soldiers were sent to Gao, reinforcing MINUSMA.", ["reinforce actor=DK mission=minusma"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:60] for case in CASES])
def test_communiques(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

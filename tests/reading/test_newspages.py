"""How chronologies, fact sheets, letters and papers tell: who is named beside a post, what a heading dates, who gives as many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a name with a small word in it, set off by commas, and a first name that is also an adjective
    ("nl", "De gezant voor Afghanistan, Pieter de Gooijer, bezocht Kabul.", ["post person=pieter-de-gooijer function=special-representative", "visit actor=pieter-de-gooijer"], []),
    ("nl", "De commandant van KFOR in Kosovo, Jan de Vries, bezocht Pristina.", ["post person=jan-de-vries mission=kfor"], []),
    ("nl", "De minister van Buitenlandse Zaken, Frans Timmermans, bezocht Bagdad.", ["post person=frans-timmermans function=foreign-minister"], []),
    ("nl", "Volgens de minister van Defensie, Ank Bijleveld, is de inzet van groot belang.", ["assessment grade=important by=ank-bijleveld+NL"], []),
    ("nl", "Frans materieel werd in Mali aangevallen.", ["attack target=FR place=ML"], ["post"]),
    ("en", "According to the commander of KFOR, John Miller, security has deteriorated.", ["assessment grade=deteriorated"], []),
    # who supposes something does nothing; an escort is no command
    ("nl", "UNAMA vermoedt dat opstandelingen zich onder de betogers hadden gemengd.", [], ["purpose"]),
    ("nl", "De konvooien rijden onder begeleiding van Duitse ISAF-militairen.", ["contribution contributor=DE mission=isaf"], ["leadership"]),
    ("nl", "De politieopleiding van de Duitse agenten bij EUPOL Afghanistan gaat door.", [], ["leadership"]),
    ("nl", "De missieleiding van de Franse militairen bij MINUSMA.", ["leadership leader=FR mission=minusma"], []),
    # who rejects responsibility denies it
    ("nl", "De taliban wijzen iedere verantwoordelijkheid van de hand.", ["deny actor=taliban"], ["reject"]),
    ("en", "The Taliban rejected all responsibility.", ["deny actor=taliban"], ["reject"]),
    ("fr", "Le Rwanda rejette toute implication.", ["deny actor=RW"], ["reject"]),
    ("nl", "Rwanda verwerpt het plan van MONUSCO.", ["reject actor=RW"], ["deny"]),
    # an inquiry is under way, whoever holds it
    ("nl", "Naar de toedracht loopt nog een onderzoek.", ["investigate"], []),
    ("nl", "Tegen een aantal Fransen loopt een onderzoek van de VN naar seksueel misbruik.", ["investigate actor=un target=FR"], []),
    ("nl", "Er moet een onderzoek worden ingesteld.", [], ["investigate"]),
    ("nl", "Naar zijn dood is nooit een onderzoek ingesteld.", [], ["investigate"]),
    ("en", "An investigation has begun.", ["investigate"], []),
    ("fr", "Une enquête est en cours.", ["investigate"], []),
    # what is left open, and by whom
    ("nl", "Minister Kamp bezocht Kabul. Hoelang dat nog nodig is, laat hij in het midden.", ["question by=kamp"], []),
    ("nl", "Waarom dat konvooi werd aangevallen, is onduidelijk.", ["question"], []),
    ("en", "Minister Kamp visited Kabul. He left open how long the mission would last.", ["question by=kamp"], []),
    ("fr", "La ministre Parly a visité Gao. Elle laisse ouverte la question de savoir si la France restera.", ["question by=parly"], []),
    # who says that he struck the blow just told of did so, whoever was seen
    ("nl", "Gewapende mannen vielen in Gao een konvooi van MINUSMA aan. AQIM zegt daarachter te zitten.", ["attack actor=aqim+? target=minusma"], []),
    ("nl", "Een bom doodde in Gao drie Duitse soldaten. Niemand heeft de verantwoordelijkheid opgeëist.", ["attack target=DE"], ["attack not"]),
    ("en", "A MINUSMA convoy was attacked in Gao. AQIM has claimed responsibility.", ["attack actor=aqim target=minusma"], []),
    ("fr", "Un convoi de la MINUSMA a été attaqué à Gao. AQMI en a revendiqué la responsabilité.", ["attack actor=aqim target=minusma"], []),
    # who is accused of having mounted an attack mounted it, says the accuser
    ("nl", "Mali beschuldigt Frankrijk ervan aanvallen op burgers te hebben uitgevoerd.", ["accuse actor=ML target=FR"], ["attack actor=ML"]),
    ("en", "Kigali suspects Congo of preparing an attack on Rwanda.", ["accuse target=CD"], ["attack actor=RW"]),
    # of two infinitives behind one modal verb the second has its subject too
    ("nl", "Het kabinet wil Oekraïne steunen en Rusland sancties opleggen.", ["sanction actor=NL target=RU planned"], ["sanction actor=RU"]),
    ("nl", "Duitsland gaat KFOR leiden en 600 militairen leveren.", ["contribution contributor=DE mission=kfor n=600 planned"], []),
    ("nl", "Frankrijk zal vertrekken en Duitsland blijven.", ["withdraw actor=FR planned"], ["actor=DE withdraw"]),
    ("nl", "Beantwoording vragen over de veiligheid van Nederlandse militairen in Mali.", [], ["demand"]),
    # what is yet to be decided, or doubted, is open
    ("nl", "Eind dit jaar besluit Zweden of het zijn troepen terugtrekt uit Mali.", ["decide actor=SE planned"], ["withdraw"]),
    ("nl", "Minister Kamp bezocht Kabul. Of de Russen vertrekken, betwijfelt hij.", ["question by=kamp"], ["withdraw"]),
    ("en", "Kamp doubts whether the Russians are leaving.", [], ["withdraw"]),
    # a battalion of a mission is not the mission
    ("nl", "Het UNTAC-bataljon telt 700 man.", [], ["strength"]),
    ("en", "UNIFIL's battalion has 700 men.", [], ["strength"]),
    ("fr", "Le bataillon de la FINUL compte 700 hommes.", [], ["strength"]),
    # the first of those who are to be sent set out; those who are there leave
    ("nl", "Noorwegen zal honderd man naar Mali sturen. De eerste militairen vertrekken in juni.", ["deploy actor=NO place=ML planned at:2022-06"], ["reduce", "withdraw"]),
    ("nl", "Noorwegen zal honderd man naar Mali sturen. De laatste Denen vertrekken in juni.", ["withdraw actor=DK planned"], []),
    ("en", "Norway will send a hundred soldiers to Mali. The first soldiers leave in June.", ["deploy actor=NO place=ML planned at:2022-06"], ["reduce"]),
    # what is expected of somebody is asked; a land proclaims, and asks nobody
    ("nl", "De EU verwacht van Mali dat het de rebellen vrijlaat.", ["demand actor=eu target=ML"], []),
    ("nl", "De NAVO verwacht van Kosovo veel.", [], ["demand"]),
    ("nl", "Kosovo roept op 17 februari de onafhankelijkheid uit.", [], ["demand"]),
    ("nl", "Servië roept Kosovo op te wachten.", ["demand actor=RS target=XK"], []),
    # who decides on what was told before does it
    ("nl", "De EU is ingenomen met de verlenging van het mandaat van MINUSCA, waartoe de Veiligheidsraad vorige week heeft besloten.", ["extend actor=un-security-council mission=minusca"], ["decide"]),
    ("nl", "De VN-missie in de Westelijke Sahara mag een jaar langer doorgaan. Daartoe heeft de Veiligheidsraad donderdag besloten.", ["extend actor=un-security-council mission=minurso actual"], ["decide"]),
    ("nl", "Nederland verlengt de missie met een jaar. Daartoe heeft het kabinet vrijdag besloten.", ["extend actor=NL", "decide actor=NL"], []),
    # the main clause behind a subordinate one that a relative clause breaks off has a subject of its own
    ("nl", "Omdat Togo, dat honderd man had toegezegd, zijn troepen terugtrok, stuurt Ghana extra soldaten.", ["withdraw actor=TG", "reinforce actor=GH"], ["reinforce actor=TG"]),
    ("nl", "Sinds Rwanda, dat M23 steunt, Goma bezette, veroordeelt België de aanval.", ["condemn actor=BE"], ["condemn actor=RW"]),
    # a clause of "toen" that goes on behind "en", or behind an infinitive
    ("nl", "Drie soldaten sneuvelden toen M23 Sake aanviel en de stad bezette.", ["attack actor=m23 place=sake"], ["attack target=m23"]),
    ("nl", "De missie ontstond toen Duitsland de Europese Unie verzocht de taak over te nemen.", ["demand actor=DE target=eu"], []),
    ("nl", "De minister heeft toen de Kamer verzocht de missie te verlengen.", ["demand actor=NL"], []),
    # as many as those just told
    ("nl", "Ierland levert 400 militairen aan UNDOF, Polen hetzelfde aantal.", ["contribution contributor=PL mission=undof n=400"], []),
    ("nl", "Ierland levert 400 militairen aan UNDOF. Polen levert er ongeveer evenveel.", ["contribution contributor=PL mission=undof n=400"], []),
    ("nl", "Ierland levert 400 militairen aan UNDOF, evenveel als Polen vorig jaar.", ["contribution contributor=IE mission=undof n=400"], ["contributor=PL n=400"]),
    ("en", "Ireland contributes 400 troops to UNDOF and Poland as many.", ["contribution contributor=PL mission=undof n=400"], []),
    ("fr", "L'Irlande fournit 400 soldats à la FNUOD, la Pologne autant.", ["contribution contributor=PL mission=undof n=400"], []),
]  # fmt: skip

# A date that stands as a heading dates the paragraphs under it.
CHRONOLOGY = """Chronologie UNAMSIL

Mei 2000

Het RUF valt blauwhelmen aan bij Makeni. Eind mei trekt Ghana zijn troepen terug uit Sierra Leone.

Achtergrond

Nigeria trok zijn troepen terug uit Sierra Leone.
"""

SHEETS = {
    "nl": """Feitenblad EUPOL Afghanistan

Doel: versterken van de Afghaanse politie, door advies en opleiding.
Begin: 15 juni 2007. Einde: 31 december 2014; het Koninkrijk pleit voor verlenging.
Sterkte: 350 internationale medewerkers (mei 2013).
Nederland: 48 personen, van wie 33 in Kaboel en 15 in Kunduz.
Slachtoffers: 3 militairen gesneuveld.

In Kunduz werken zij samen met ISAF.
""",
    "en": """Fact sheet EUPOL Afghanistan

Aim: training the Afghan police.
Start: 15 June 2007. End: 31 December 2014.
Strength: 350 personnel from 20 states.
Netherlands: 48 people, 33 of them in Kandahar and 15 in Kunduz.

In Kunduz they work beside ISAF.
""",
    "fr": """Fiche EUPOL Afghanistan

Objectif : formation de la police afghane.
Début : 15 juin 2007. Fin : 31 décembre 2014.
Effectif : 350 agents.
Pays-Bas : 48 agents.

À Kunduz, ils travaillent à côté de la FIAS.
""",
}


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_pages(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """A report says what is listed, and not what a hasty reader would make of it."""
    says(read, language, text, expected, forbidden)


def test_heading_dates_paragraphs_under_it(read: Read) -> None:
    """A month that is a heading dates what stands under it, up to the next heading."""
    statements = read(CHRONOLOGY)[1]
    told = [s for s in statements if s.type in ("attack", "withdraw")]
    days = {s.roles["actor"][0].id: s.time.edtf if s.time else None for s in told}
    assert days == {"group:ruf": "2000-05", "state:GH": "[2000-05-21..2000-05-31]", "state:NG": None}


ENTRIES = """Tijdlijn Kosovo

29 mei 2023: in Zvecan raken dertig Italianen gewond bij een aanval.

24 september 2023: bij Banjska schieten gewapende mannen een agent dood.
"""


def test_blows_of_two_entries_are_two(read: Read) -> None:
    """What one entry of a chronology tells of the wounded is no part of the next entry's attack."""
    blows = [s for s in read(ENTRIES)[1] if s.type == "attack"]
    assert [s.time.edtf if s.time else None for s in blows] == ["2023-05-29", "2023-09-24"]
    assert blows[1].injured is None


@pytest.mark.parametrize("language", SHEETS)
def test_fact_sheet_is_of_the_mission_in_its_title(read: Read, language: str) -> None:
    """The lines of a fact sheet tell of the mission that its title names, whatever others are named further down."""
    told = [s for s in read(SHEETS[language], language=language)[1] if "mission" in s.roles]
    told = [s for s in told if s.roles["mission"][0].id == "mission:eupol-afghanistan"]
    said = {(s.predicate, s.quantity.value if s.quantity else s.time.edtf if s.time else None) for s in told}
    assert {("strength", 350.0), ("contribution", 48.0), ("purpose", None)} <= said
    assert {("period", "2007-06-15/.."), ("period", "2014-12-31")} <= {(p, str(v)) for p, v in said}
    assert not any(value == 3 for _, value in said)

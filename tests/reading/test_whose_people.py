"""Soldiers of whom it is not said whose they are belong to the state just told to have people abroad; those who serve nobody do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

TOLD = {
    "en": "Portugal has 220 soldiers in the Central African Republic, in MINUSCA.",
    "fr": "Le Portugal a 220 soldats en Centrafrique, au sein de la MINUSCA.",
    "nl": "Portugal heeft 220 militairen in de Centraal-Afrikaanse Republiek, in MINUSCA.",
}
THEIRS = [
    ("en", "The last soldiers left in May.", "withdraw actor=PT mission=minusca"),
    ("en", "A company left the country in May.", "withdraw actor=PT"),
    ("en", "Ninety reservists are back home this week.", "withdraw actor=PT n=90"),
    ("en", "The combat units will be brought home by the summer.", "withdraw actor=PT planned"),
    ("en", "The withdrawal of the soldiers starts in March.", "withdraw actor=PT"),
    ("en", "The government will send another 40 engineers.", "reinforce actor=PT n=40"),
    ("en", "A platoon landed in Bria this morning.", "deploy actor=PT place=bria"),
    ("en", "Forty engineers arrived in Bria on Monday.", "deploy actor=PT n=40"),
    ("fr", "Une compagnie a quitté le pays en mai.", "withdraw actor=PT"),
    ("fr", "Quatre-vingt-dix réservistes sont rentrés cette semaine.", "withdraw actor=PT n=90"),
    ("fr", "Les unités de combat seront rapatriées avant l'été.", "withdraw actor=PT planned"),
    ("fr", "Le gouvernement rapatriera les soldats en mai.", "withdraw actor=PT planned"),
    ("fr", "Le gouvernement enverra 40 sapeurs de plus.", "reinforce actor=PT n=40"),
    ("fr", "Quarante sapeurs sont arrivés à Bria lundi.", "deploy actor=PT n=40"),
    ("nl", "Een compagnie verliet het land in mei.", "withdraw actor=PT"),
    ("nl", "De gevechtseenheden worden voor de zomer teruggehaald.", "withdraw actor=PT"),
    ("nl", "De terugtrekking van de militairen begint in maart.", "withdraw actor=PT"),
    ("nl", "De regering stuurt nog 40 genisten.", "deploy actor=PT n=40"),
    ("nl", "Een peloton is vanochtend in Bria geland.", "deploy actor=PT place=bria"),
    ("nl", "Veertig genisten kwamen maandag in Bria aan.", "deploy actor=PT n=40"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), THEIRS)
def test_soldiers_are_of_who_was_told_to_have_them_abroad(
    read: Read, language: str, sentence: str, expected: str
) -> None:
    says(read, language, f"{TOLD[language]} {sentence}", [expected], ["actor=CF"])


OTHERS = [
    # who comes and goes and serves nobody is neither sent nor withdrawn
    ("en", "Hundreds of refugees arrived in Bria on Monday.", ["deploy", "purpose"]),
    ("en", "Several families left the town on Monday.", ["withdraw"]),
    ("en", "Thousands of people left Bria on Monday.", ["withdraw"]),
    ("fr", "Des centaines de réfugiés sont arrivés à Bria lundi.", ["deploy", "purpose"]),
    ("fr", "Plusieurs familles ont quitté la ville lundi.", ["withdraw"]),
    ("fr", "Des milliers de personnes ont quitté Bria lundi.", ["withdraw"]),
    ("nl", "Honderden vluchtelingen kwamen maandag in Bria aan.", ["deploy", "purpose"]),
    ("nl", "Enkele gezinnen verlieten maandag de stad.", ["withdraw"]),
    ("nl", "Duizenden mensen verlieten maandag Bria.", ["withdraw"]),
    # and fighters, armies, and those who take power are not the contingent
    ("en", "The rebels withdrew from Bria on Monday.", ["actor=PT"]),
    ("en", "Twenty mercenaries landed in Bria on Monday.", ["actor=PT"]),
    ("en", "The army withdrew from Bria on Monday.", ["actor=PT"]),
    ("en", "On Monday the soldiers overthrew the president.", ["actor=PT"]),
    ("fr", "Les rebelles se sont retirés de Bria lundi.", ["actor=PT"]),
    ("fr", "Vingt mercenaires ont débarqué à Bria lundi.", ["actor=PT"]),
    ("fr", "L'armée s'est retirée de Bria lundi.", ["actor=PT"]),
    ("fr", "Lundi, les militaires ont renversé le président.", ["actor=PT"]),
    ("nl", "De rebellen trokken zich maandag terug uit Bria.", ["actor=PT"]),
    ("nl", "Twintig huurlingen landden maandag in Bria.", ["actor=PT"]),
    ("nl", "Het leger trok zich maandag terug uit Bria.", ["actor=PT"]),
    ("nl", "Maandag zetten militairen de president af.", ["actor=PT"]),
    # who asks them to leave is their host
    ("en", "The government has asked them to leave.", ["demand actor=PT"]),
    ("fr", "Le gouvernement leur a demandé de partir.", ["demand actor=PT"]),
    ("nl", "De regering vroeg hun te vertrekken.", ["demand actor=PT"]),
]


@pytest.mark.parametrize(("language", "sentence", "forbidden"), OTHERS)
def test_who_serves_nobody_or_somebody_else_is_not_theirs(
    read: Read, language: str, sentence: str, forbidden: list[str]
) -> None:
    says(read, language, f"{TOLD[language]} {sentence}", [], forbidden)


FOREIGN = [
    ("en", "Dakar demands the departure of all foreign soldiers by the end of the year."),
    ("en", "Senegal wants foreign troops to leave by December."),
    ("en", "Senegal wants the observers to leave by December."),
    ("nl", "Dakar eist het vertrek van alle buitenlandse militairen voor het eind van het jaar."),
    ("fr", "Dakar réclame le départ de tous les soldats étrangers d'ici la fin de l'année."),
    ("fr", "Le Sénégal a demandé le départ des forces étrangères."),
]


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_foreign_soldiers_are_not_those_of_who_wants_them_gone(read: Read, language: str, text: str) -> None:
    says(read, language, text, ["demand actor=SN"], ["withdraw actor=SN"])


def test_a_foreign_minister_is_no_foreigner(read: Read) -> None:
    says(read, "fr", "Le ministre des Affaires étrangères du Mali a démissionné.", ["resign actor=ML"], [])

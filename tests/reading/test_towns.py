"""Towns and what tells where they are: a land behind a comma, a distance, a border; and who does what beside them. Sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a land behind the name of a town says where the town is: nothing is done to it
    ("en", "Rebels attacked a convoy in Gao, Mali, on Monday.", ["attack actor=? place=gao"], ["attack target=ML"]),
    ("en", "A convoy was attacked in Zorgola, Mali.", ["attack place=ML"], ["attack target=ML"]),
    ("en", "Rebels attacked a base near Bunia, Ituri.", ["attack place=bunia"], ["attack place=ituri"]),
    ("en", "Denmark flew 40 soldiers from Gao, Mali, to Niamey, Niger.", [], ["deploy place=ML"]),
    ("en", "Rebels attacked convoys in Mali, Niger and Chad.", ["attack place=ML+NE+TD"], []),
    ("nl", "Rebellen vielen een konvooi aan in Zorgola, Mali.", ["attack place=ML"], ["attack target=ML"]),
    ("fr", "Des rebelles ont attaqué un convoi à Zorgola (centre du Mali).", ["attack place=ML"], ["attack target=ML"]),
    # a village that nobody knows is in the land of the town it is told to be near
    ("en", "Rebels attacked a convoy at Zorgola, 30 km south of Gao.", ["attack place=ML"], []),
    ("fr", "Des rebelles ont attaqué un convoi à Zorgola, à 30 km au sud de Gao.", ["attack place=ML"], []),
    ("nl", "Rebellen vielen een konvooi aan bij Zorgola, dertig kilometer ten zuiden van Gao.", ["attack place=ML"], []),
    # a distance is nobody
    ("nl", "Dertig kilometer ten zuiden van Gao vielen rebellen een konvooi van MINUSMA aan.", ["attack target=minusma place=gao"], []),
    ("nl", "Twintig kilometer buiten Gao werd een konvooi van MINUSMA aangevallen.", ["attack target=minusma place=gao"], []),
    # who is close to a border closes none
    ("en", "Rebels attacked a convoy at Gao, close to the border with Niger.", ["attack place=gao"], ["sanction"]),
    ("en", "Niger is to close its border with Benin.", ["sanction actor=NE target=BJ planned"], []),
    # what follows several people behind a verb in the second place is its object
    ("nl", "Een uur later vielen rebellen Gao aan.", ["attack place=gao"], []),
    ("nl", "In mei verlieten militairen MINUSMA.", ["withdraw mission=minusma"], []),
    # one national who leads is not his state
    ("en", "The Norwegian Ole Hansen commands UNTSO.", ["post person=ole-hansen mission=untso"], ["leadership"]),
    ("en", "A Norwegian, Ole Hansen, commands UNTSO.", ["post person=ole-hansen mission=untso"], ["leadership"]),
    ("en", "The French lead Takuba.", ["leadership leader=FR mission=takuba"], []),
    # who signs is not what it was after; a form in -ing may say only what kind
    ("en", "Days after the coup, Ethiopia and Somalia signed an agreement in Ankara.", ["agree actor=ET partner=SO place=ankara-tr"], []),
    ("en", "Russia has around 1,000 mercenaries in the Central African Republic amid growing tensions.", ["presence actor=RU place=CF n=1000"], []),
    ("en", "Reports say that the Netherlands has evacuated its embassy in Kabul.", ["recall actor=NL"], ["withdraw"]),
    # of what sort some are is not how many there are
    ("fr", "La MINUSCA, dont 200 soldats sont rwandais, a patrouillé à Bangui.", ["contribution contributor=RW mission=minusca n=200"], ["strength n=200"]),
    ("fr", "La KFOR, dont les effectifs sont de 4 000 hommes, a patrouillé.", ["strength mission=kfor n=4000"], []),
    # what is denied, whatever verb stands between
    ("en", "Russia denied having supplied arms to the rebels.", ["deny actor=RU"], ["support"]),
    ("en", "The Kremlin denied supplying arms to the rebels.", ["deny actor=RU"], ["support"]),
    ("en", "Russia is supplying arms to the rebels.", ["support actor=RU"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_towns(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

"""What running prose does to words: lengths that are no dates, verbs that look like seasons, the mission that is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.test_sentences import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # how long is not when
    ("nl", "De regering verlengde de bijdrage aan UNIFIL met een periode van zes maanden.", ["extend actor=NL mission=unifil"], ["at:2021-08"]),
    ("nl", "Het Duitse fregat werd voor een periode van drie maanden ingezet bij operatie Aspides.", ["deploy actor=DE"], ["at:2021-11"]),
    ("nl", "Noorwegen kondigde een verlenging van zes weken van de missie in Irak aan.", ["extend actor=NO"], ["at:[2021-12-24..2021-12-30]"]),
    ("nl", "MINUSCA werd zes weken geleden aangevallen.", ["attack target=minusca at:[2021-12-24..2021-12-30]"], []),
    # a verb that looks like a season
    ("fr", "Trois Casques bleus tanzaniens ont également été tués à Béni.", ["attack target=TZ killed=3"], ["at:2021-22"]),
    ("fr", "Le mandat de l'EUTM Mali a ensuite été prolongé de six mois.", ["extend mission=eutm-mali"], ["at:2021-22"]),
    ("fr", "La Suède a retiré ses soldats de la MINUSMA à l'été 2021.", ["withdraw actor=SE mission=minusma at:2021-22"], []),
    # the mission there is not the one spoken of
    ("nl", "Over EUTM Mozambique is het kabinet tevreden. De missie in Somalië wordt beëindigd.", ["end mission=? place=SO"], ["end mission=eutm-mozambique"]),
    ("en", "UNIFIL keeps its posts. The mission in Iraq will be extended.", ["extend mission=? place=IQ"], ["extend mission=unifil"]),
    ("fr", "La MINUSCA reste. La mission au Mozambique sera prolongée.", ["extend mission=? place=MZ"], ["extend mission=minusca"]),
    ("nl", "De Kamer sprak over MINUSCA. De missie in de Centraal-Afrikaanse Republiek wordt verlengd.", ["extend mission=minusca"], []),
    ("nl", "KFOR is paraat. De missie in Bosnië, EUFOR Althea, wordt versterkt.", ["reinforce mission=eufor-althea"], ["reinforce mission=kfor"]),
    # what is decided stands before who decides it
    ("nl", "Of er volgend jaar een nieuwe missie volgt, beslist het kabinet komend najaar.", ["decide actor=NL planned"], []),
    ("en", "That all French troops leave Chad, the opposition has demanded since June.", ["demand"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_prose(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    said = [set(brief(statement).split()) for statement in read(text, language=language)[1]]
    for line in expected:
        assert any(set(line.split()) <= words for words in said), said
    for line in forbidden:
        assert not any(set(line.split()) <= words for words in said), said

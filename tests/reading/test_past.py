"""A verb in its past tense tells what has happened, however irregular its form; a day of the week beside it lies behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    ("en", "On Tuesday, Mali tore up its defence accords with France.", ["end actor=ML target=FR at:2022-02-01"]),
    ("en", "On Friday, Brussels froze its aid to Niger.", ["suspend actor=eu at:2022-02-04"]),
    ("en", "The army overthrew the president of Guinea on Thursday.", ["coup actor=GN at:2022-02-03"]),
    ("en", "Kenya's foreign minister rang up his Somali counterpart on Tuesday.", ["consult actor=KE target=SO at:2022-02-01"]),
    ("en", "On Saturday, the junta forbade all flights of MINUSMA.", ["deny_access mission=minusma at:2022-02-05"]),
    ("fr", "Mardi, le Niger rompit ses accords de défense avec la France.", ["end actor=NE target=FR at:2022-02-01"]),
    ("fr", "Vendredi, l'UE suspendit sa mission au Niger.", ["suspend actor=eu at:2022-02-04"]),
    ("fr", "Jeudi, l'armée malienne reprit Kidal aux rebelles.", ["attack place=kidal at:2022-02-03"]),
    ("nl", "Dinsdag zegde Mali zijn defensieakkoord met Frankrijk op.", ["actor=ML at:2022-02-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_is_past_is_not_planned(read: Read, language: str, text: str, expected: list[str]) -> None:
    says(read, language, text, expected, ["planned"])

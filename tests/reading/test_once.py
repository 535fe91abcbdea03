"""One thing is told once: a part in a mission with how many, a blow with its dead, whoever claims it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A Ghanaian peacekeeper of UNIFIL was hurt. Ghana has 870 people in UNIFIL.", "contribution contributor=GH mission=unifil n=870"),
        ("nl", "Een Ghanese blauwhelm van UNIFIL raakte gewond. Ghana levert 870 militairen aan UNIFIL.", "contribution contributor=GH mission=unifil n=870"),
        ("fr", "Un Casque bleu ghanéen de la FINUL a été blessé. Le Ghana fournit 870 soldats à la FINUL.", "contribution contributor=GH mission=unifil n=870"),
        ("en", "Kenya, which is part of AMISOM, gives 3,600 soldiers to AMISOM.", "contribution contributor=KE mission=amisom n=3600"),
        ("en", "The Houthis attacked a Greek tanker. The movement has claimed the attack.", "attack actor=houthis target=GR"),
        ("nl", "De Houthi's vielen een Griekse tanker aan. De beweging heeft de aanval opgeëist.", "attack actor=houthis target=GR"),
        ("fr", "Les Houthis ont attaqué un pétrolier grec. Le mouvement a revendiqué l'attaque.", "attack actor=houthis target=GR"),
        ("en", "Twenty soldiers of KFOR were injured in clashes with Serbs in Leposavic. The attacks are unacceptable.", "clash actor=RS mission=kfor place=leposavic target=kfor injured=20"),
    ],
)  # fmt: skip
def test_what_is_told_twice_is_one(language: str, text: str, expected: str, read: Read) -> None:
    kind = expected.split(maxsplit=1)[0]
    said = [brief(one) for one in read(text, language=language)[1] if kind in (one.type, one.predicate)]
    assert said == [expected]

"""What is said around a sentence does not change what it tells: "As expected, …", "…, officials said", "…, much to the annoyance of Paris".

`around/` holds sentences that each tell something, and what may stand around any of them. A statement keeps its roles, its number and whether
it is so; who holds it and when may be told around it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.records import Statement
    from tests.reading.conftest import Read

FOLDER = Path(__file__).with_name("around")
KEPT = {"en": 0.975, "fr": 0.97, "nl": 0.975}
"""The share of sentences that tell the same with something around them: 97.9 (English), 97.3 (French) and 98.0 % (Dutch)."""


def _told(statements: Iterable[Statement]) -> set[tuple[object, ...]]:
    return {
        (
            one.predicate, one.type, one.modality, one.negated, one.quantity.value if one.quantity else None,
            tuple(sorted((role, tuple(sorted(r.id or r.text.lower() for r in refs))) for role, refs in one.roles.items())),
        )
        for one in statements
    }  # fmt: skip


def _around(frame: str, sentence: str) -> str:
    """Return a sentence ("Denmark | has left Mali."; in Dutch the verb too, "Mali | heeft | X uitgezet.") in what stands around it."""
    parts = [part.strip() for part in sentence.rstrip(".").split("|")]
    whole, opening = " ".join(parts), parts[0].split()[0]
    small = opening.lower() if opening.lower() in _SMALL else opening
    subject = " ".join([small, *parts[0].split()[1:]])
    verb, rest = parts[-2] if len(parts) > 2 else "", parts[-1]
    turned = f"{verb} {subject} {rest}"
    inside = " ".join([subject, *parts[1:]])
    return frame.format(whole=whole, inside=inside, subject=parts[0], verb=verb, rest=rest, turned=turned)


_SMALL = frozenset({
    "the", "two", "three", "a", "rebels", "gunmen", "de", "het", "een", "twee", "drie", "rebellen", "gewapende", "generaal",
    "le", "la", "les", "des", "deux", "trois", "un", "une",
})  # fmt: skip


@pytest.mark.parametrize("language", sorted(KEPT))
def test_a_sentence_tells_the_same_whatever_is_said_around_it(read: Read, language: str) -> None:
    lists = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    plain = {one: _told(read(one.replace(" |", ""), language=language)[1]) for one in lists["tells"]}
    assert all(plain.values()), [one for one, told in plain.items() if not told]
    texts = {(one, frame): _around(frame, one) for one in lists["tells"] for frame in lists["around"]}
    changed = [text for (one, _), text in texts.items() if _told(read(text, language=language)[1]) != plain[one]]
    assert 1 - len(changed) / len(texts) >= KEPT[language], f"{len(changed)} of {len(texts)} are changed: {changed}"

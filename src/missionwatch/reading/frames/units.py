"""Units of one state that a count stands behind: "the Irish battalion of UNIFIL, 340 men, guards the line"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import SOME, before_comma, ending_before, nationals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token

_UNITS = frozenset({None, "people", "mission", "contribution"})


def unit_before(phrase: Phrase, clause: Clause, pack: Pack, tokens: Sequence[Token]) -> Phrase | None:
    """Return the one state's unit that a count between commas stands behind: "the Irish battalion of UNIFIL, 340 men,"."""
    if phrase.number is None:
        return None
    behind = tokens[phrase.last + 1 : phrase.last + 3]
    measured = tokens[phrase.number.last + 1 : phrase.number.last + 2]
    counted = any(t.low in pack.classes_of("strong") for t in measured)
    counted = counted or (phrase.is_people and not phrase.words & pack.outsiders)
    if not counted or phrase.counted() < SOME or not phrase.bare or phrase.definite or phrase.refs_of("state"):
        return None
    unit = before_comma(phrase, clause.phrases, tokens)
    while unit is not None and not unit.bare and (of := ending_before(unit.start, clause.phrases)) is not None:
        unit = of
    if (
        unit is None
        or unit.number is not None
        or len({r.id for r in (*unit.refs, *unit.adjective_refs) if r.kind == "state"}) != 1
        or unit.person is not None
    ):
        return None
    part = bool(unit.words & pack.classes_of("formation") or unit.noun in ("contribution", "people"))
    part = part or bool(unit.adjective_refs) or nationals(unit)  # the Finns, 850 strong
    closed = any(t.text == "," for t in behind) or bool(behind and not behind[0].is_word)
    return unit if part and closed and unit.noun in _UNITS else None

"""Two readers of one report: where they agree, and what only one of them says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.records import Statement

_SUREST = 0.99  # two readers may be wrong together


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a report.

    ``refused`` counts, by reason, what a reader said and could not show in the text. ``agreed`` are the ids of what two
    readers say, ``only`` the ids of what one of them alone says, by reader.
    """

    statements: tuple[Statement, ...]
    refused: Mapping[str, int] = field(default_factory=dict)
    agreed: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def unread(self) -> int:
        """Return how many pieces of the report a language model gave no usable answer to."""
        return sum(self.refused.get(reason, 0) for reason in ("answer", "cut", "declined"))


def agree(first: Sequence[Statement], second: Reading, *, names: tuple[str, str]) -> Reading:
    """Return what two readers (``names``) say together: the first one's words where they agree, surer for it."""
    pairs = sorted(
        ((fit, a, b) for a in first for b in second.statements if (fit := _fit(a, b))),
        key=lambda pair: (-pair[0], pair[1].evidence.start, pair[2].evidence.start),
    )
    partner: dict[str, Statement] = {}
    taken: set[str] = set()
    for _, a, b in pairs:
        if a.id not in partner and b.id not in taken:
            partner[a.id] = b
            taken.add(b.id)
    both = [_surer(a, partner[a.id]) for a in first if a.id in partner]
    alone = [a for a in first if a.id not in partner], [b for b in second.statements if b.id not in taken]
    everything = sorted((*both, *alone[0], *alone[1]), key=lambda s: (s.evidence.start, s.evidence.end))
    return Reading(
        tuple(everything), second.refused, tuple(s.id for s in both),
        {name: tuple(s.id for s in said) for name, said in zip(names, alone, strict=True)},
    )  # fmt: skip


def _fit(a: Statement, b: Statement) -> int:
    """Return how well two statements say the same: 0 is not at all.

    The same sort of thing, and words or roles in common; never where they differ in who, how many, or whether (a plan is no fact).
    """
    if (a.predicate, a.type, a.negated, a.modality) != (b.predicate, b.type, b.negated, b.modality):
        return 0
    if a.quantity and b.quantity and a.quantity.value != b.quantity.value:
        return 0
    shared = 0
    for role in a.roles.keys() & b.roles.keys():
        mine, theirs = ({ref.id for ref in s.roles[role] if ref.id} for s in (a, b))
        if mine and theirs and not mine & theirs:
            return 0
        shared += len(mine & theirs)
    overlap = any(
        x.start < y.end and y.start < x.end for x in (a.evidence, *a.more) for y in (b.evidence, *b.more)
    )  # fmt: skip
    return shared + 2 * overlap


def _surer(a: Statement, b: Statement) -> Statement:
    """Return the first statement as both read it: wrong only where both are wrong."""
    sure = min(1 - (1 - a.confidence) * (1 - b.confidence), _SUREST)
    return msgspec.structs.replace(a, confidence=round(sure, 2), reader=f"{a.reader}+{b.reader}")

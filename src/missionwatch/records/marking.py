"""Markings: who may see a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

Tlp = Literal["clear", "green", "amber", "amber+strict", "red"]
"""Traffic Light Protocol 2.0 (FIRST, 2022): who may see it. What bears no mark is ``clear``."""
TLPS: tuple[Tlp, ...] = get_args(Tlp)
"""The marks, from what everybody may see to what only those present may."""


def above(mark: Tlp, upto: Tlp) -> bool:
    """Say whether a mark is stricter than another."""
    return TLPS.index(mark) > TLPS.index(upto)


def label(mark: Tlp) -> str:
    """Return a mark as it is written on a page: ``TLP:AMBER+STRICT``."""
    return f"TLP:{mark.upper()}"


def strictest(marks: Iterable[Tlp]) -> Tlp:
    """Return the strictest of some marks: what is made of marked reports bears it. Of none it is ``clear``.

    >>> strictest(["green", "amber", "clear"])
    'amber'
    """
    return max(marks, key=TLPS.index, default="clear")

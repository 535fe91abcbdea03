"""Lists that a reader sorts and pages through: what the address says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from missionwatch.errors import AddressError
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list: its rows, its number (from 1), how many pages and rows there are."""

    rows: tuple[Row, ...]
    number: int
    pages: int
    total: int


def page_of(rows: Sequence[Row], said: Mapping[str, str], size: int = 50) -> Page[Row]:
    """Return the page of a list that ``page`` names, the last one where it lies beyond; raise ``AddressError`` for no number."""
    text = asking.parameter(said, "page") or "1"
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= 1):
        raise AddressError(f"page={text!r} is no page; write page=2")
    pages = max(1, -(-len(rows) // size))
    number = min(int(text), pages)
    return Page(tuple(rows[(number - 1) * size : number * size]), number, pages, len(rows))


def order_of(said: Mapping[str, str], columns: Sequence[str], default: str) -> tuple[str, bool]:
    """Return the column to sort by and whether downwards, as ``sort`` says (``sort=-day``); raise ``AddressError`` for no column."""
    text = asking.parameter(said, "sort") or default
    name = text.removeprefix("-")
    if name not in columns:
        raise AddressError(f"sort={text!r} is no column; there is {', '.join(columns)} (with - before it: downwards)")
    return name, text.startswith("-")

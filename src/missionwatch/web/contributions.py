"""Who contributes what to a mission: rows of a table, in any order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from missionwatch import exchange
from missionwatch.briefing.names import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from missionwatch.records import Claim

Column = Literal["who", "people", "place", "function", "time", "reported", "credibility"]
COLUMNS: tuple[Column, ...] = get_args(Column)


@dataclass(frozen=True, slots=True)
class Row:
    """One contribution in words of a language; what is not said is empty. ``value`` is the number of people, to sort by."""

    claim: Claim
    who: str
    people: str
    value: float
    place: str
    function: str
    time: str


def rows(claims: Iterable[Claim], language: str) -> list[Row]:
    """Return the rows of contributions, in their own order."""
    names = Names(language)
    return [_row(claim, names) for claim in claims]


def ordered(found: list[Row], column: Column, *, down: bool) -> list[Row]:
    """Return rows by one column; those that say nothing there come last either way."""
    keys: dict[Column, Callable[[Row], str | float]] = {
        "who": lambda row: row.who.casefold(), "people": lambda row: row.value, "place": lambda row: row.place.casefold(),
        "function": lambda row: row.function.casefold(), "time": _begins, "reported": lambda row: str(row.claim.last or ""),
        "credibility": lambda row: row.claim.credibility,
    }  # fmt: skip
    key = keys[column]
    said = [row for row in found if key(row) not in ("", -1.0)]
    silent = [row for row in found if key(row) in ("", -1.0)]
    return [*sorted(said, key=key, reverse=down), *silent]


def _begins(row: Row) -> str:
    time = row.claim.statement.time
    return (time.earliest or time.latest or "") if time is not None else ""


def _row(claim: Claim, names: Names) -> Row:
    statement = claim.statement
    quantity = statement.quantity
    function = statement.function
    many = quantity is None or quantity.value != 1
    assets = names.assets(statement.assets).text
    does = names.function(function, many=many) if function else ""
    return Row(
        claim=claim, who=names.all_of(statement.role("contributor")).text,
        people=exchange.amount(quantity, names.language) if quantity is not None else "",
        value=quantity.value if quantity is not None and quantity.value is not None else -1.0,
        place=names.listed(list(dict.fromkeys(names.title(ref) for ref in statement.role("place")))).text,
        function=", ".join(said for said in (does, assets) if said), time=names.time(statement.time).text,
    )  # fmt: skip

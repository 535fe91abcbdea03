"""A search: what is asked of the ledger, and what is found."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from missionwatch.errors import SearchError
from missionwatch.records.report import ReportHead
from missionwatch.records.statement import EVENT_TYPES, PREDICATES, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

Sought = Literal["all", "statements", "reports"]
FoundBy = Literal["words", "name", "meaning"]
Meant = Literal["used", "partly", "missing", "unasked"]
"""Whether meaning was searched too: in all reports, in those that have a vector so far, not (the extra is missing), not asked."""
MOST_HITS = 200
"""The most hits a page of results holds."""
_LONGEST = 4_000  # characters of a parameter; words are cut further where they are understood
_MOST_VALUES = 100


class Query(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is searched for: words, and what a hit must be of.

    ``missions`` and ``places`` are register ids, short ids (``takuba``, ``ML``) or names; a country stands for the places in it.
    ``first`` and ``last`` are the days that a hit must speak of, at least in part; ``known`` (timezone-aware) shows what stood then.
    Several values of one filter are alternatives; several filters must all hold. ``cursor`` is the next page's, as it was given.
    """

    words: str = ""
    missions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    known: datetime | None = None
    sources: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    kind: Sought = "all"
    meaning: bool = True
    size: int = 20
    cursor: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no hit can be of."""
        for what, said, allowed in (
            ("predicate", self.predicates, PREDICATES), ("event type", self.types, tuple(EVENT_TYPES)),
            ("kind", (self.kind,), get_args(Sought)),
        ):  # fmt: skip
            for one in said:
                if one not in allowed:
                    raise SearchError(f"{one[:80]!r} is no {what}; there are {', '.join(allowed)}")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise SearchError(
                f"the search is from {self.first} to {self.last}; the first day must not be after the last"
            )
        if not 1 <= self.size <= MOST_HITS:
            raise SearchError(f"a page has 1 to {MOST_HITS} hits, not {self.size:.6g}")
        if self.known is not None and self.known.tzinfo is None:
            raise SearchError("the moment known needs its time zone, as in 2022-03-01T23:59:59+00:00")

    def parameters(self) -> list[tuple[str, str]]:
        """Return the query as URL query parameters: names and values, in a fixed order, without what is as usual.

        >>> Query(words="Takuba", missions=("mission:takuba",), first=date(2022, 1, 1)).parameters()
        [('words', 'Takuba'), ('mission', 'mission:takuba'), ('from', '2022-01-01')]
        """
        usual = Query()
        out: list[tuple[str, str]] = []
        for field, name in _PARAMETERS.items():
            value = getattr(self, field)
            if value == getattr(usual, field):
                continue
            values = value if isinstance(value, tuple) else (value,)
            out.extend((name, _written(one)) for one in values)
        return out

    @classmethod
    def of(cls, parameters: Iterable[tuple[str, str]]) -> Query:
        """Return the query that URL query parameters say; names it does not know are left to others.

        Raises ``SearchError`` where a value makes no sense.
        """
        fields = {name: field for field, name in _PARAMETERS.items()}
        said: dict[str, list[str]] = {}
        for name, value in parameters:
            if name in fields and value != "":
                said.setdefault(fields[name], []).append(value[:_LONGEST])
        found: dict[str, object] = {}
        for field, values in said.items():
            if len(values) > _MOST_VALUES:
                raise SearchError(f"the filter {_PARAMETERS[field]} has more than {_MOST_VALUES} values")
            found[field] = tuple(values) if isinstance(getattr(Query(), field), tuple) else _read(field, values[-1])
        return cls(**found)  # type: ignore[arg-type]  # each was read as its field wants it


_PARAMETERS = {
    "words": "words", "missions": "mission", "places": "place", "first": "from", "last": "to", "known": "known", "sources": "source",
    "predicates": "predicate", "types": "type", "languages": "language", "kind": "kind", "meaning": "meaning", "size": "size",
    "cursor": "cursor",
}  # fmt: skip


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(field: str, value: str) -> object:
    try:
        if field in ("first", "last"):
            return date.fromisoformat(value)
        if field == "known":
            return datetime.fromisoformat(value)
        if field == "size":
            return int(value[:9])
    except ValueError as fault:
        wanted = {"size": "a number", "known": "a moment such as 2022-03-01T23:59:59+00:00"}.get(
            field, "a day as YYYY-MM-DD"
        )
        raise SearchError(f"{value[:80]!r} is not what {_PARAMETERS[field]} wants: {wanted}") from fault
    if field == "meaning":
        return value.lower() not in ("no", "0", "false", "off")
    return value


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


class Hit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A statement or a report that was found.

    ``snippet`` is a stretch of the report's clean text and ``text`` its words; ``marks`` are what was asked for in it, as stretches of
    the report's text; ``title_marks`` are stretches of the report's title. ``found_by`` says what found it, and ``matched`` which
    of the words asked it holds or names. ``corrects`` is the id of the statement that it is a person's correction of.
    ``score`` is the sum of 1 / (60 + rank) over the rankings it stands in (reciprocal rank fusion).
    """

    id: str
    report: ReportHead
    statement: Statement | None
    score: float
    found_by: tuple[FoundBy, ...]
    matched: tuple[str, ...]
    snippet: Span
    text: str
    marks: tuple[Span, ...] = ()
    title_marks: tuple[Span, ...] = ()
    corrects: str | None = None


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """A page of hits, the best first. ``total`` is how many there are in all, or at least so many where ``more`` says so.

    ``cursor`` asks for the next page, None on the last. ``names`` are the names understood, each with the register ids it may mean.
    ``complete`` is False while another process is still writing the index, so that what was booked last may be missing. ``cut`` says
    that the words were too long and only their beginning was searched for.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    cursor: str | None
    meaning: Meant
    names: dict[str, tuple[str, ...]]
    complete: bool = True
    cut: bool = False

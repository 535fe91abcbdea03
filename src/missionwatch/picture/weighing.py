"""Groups to claims: which value leads, what is disputed and by whom, and how credible it is (STANAG 2511)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.picture.claims import ids
from missionwatch.picture.keeping import KEEPING
from missionwatch.picture.voices import independent, voices_of
from missionwatch.records import Claim, Quantity, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.picture.claims import Group, Said
    from missionwatch.records import Reliability, Rule, Statement, Theatre

SAME_TIME = 30
"""Different values reported within this many days dispute each other; a later one replaces an earlier one."""
_SIGNS = {"about": "±", "nearly": "<", "more_than": ">", "at_least": "≥", "up_to": "≤", "less_than": "<"}
_STATES = frozenset({"contribution", "strength", "post", "leadership", "period", "presence"})


class Made(NamedTuple):
    """A claim, and the statements that said something else of the same thing before."""

    claim: Claim
    earlier: tuple[Statement, ...]


class Count(NamedTuple):
    """What a credibility rests on: voices that say and deny it, the firm tellers' reliability, and whether values differ."""

    voices: int
    denying: int
    grades: frozenset[Reliability]
    disputed: bool


def claim_of(group: Group, theatre: Theatre) -> Made | None:
    """Return the claim that a group's statements make together; None where nothing supports it."""
    support = sorted(group.support, key=lambda one: one.order)
    if not support:
        return None
    predicate = support[0].statement.predicate
    counts = KEEPING[predicate].counts
    floor = -1 if counts is None else support[-1].day - counts
    support, against, corrected = (_since(floor, rows) for rows in (support, group.against, group.corrected))
    kept = _latest(support, theatre, states=predicate in _STATES)
    ranked = sorted(kept, key=lambda one: _telling(one, theatre), reverse=True)
    disputed = _disputed(kept)
    count = count_of(ranked, against, theatre, disputed=bool(disputed))
    days = [
        one.on for one in (support if predicate == "event" else kept)
    ]  # what happened was first told by the first who told it
    statement = ranked[0].statement
    held = {id(one) for one in kept}
    claim = Claim(
        id=group.id, key=group.key, predicate=statement.predicate, type=statement.type, statement=statement,
        support=tuple(one.statement for one in ranked), against=tuple(one.statement for one in against),
        corrected=tuple(one.statement for one in corrected), disputed=disputed, voices=count.voices,
        credibility=credibility(count)[1], denial=_denial(ranked, against, theatre),
        first=date.fromordinal(min(days)), last=date.fromordinal(max(days)),
    )  # fmt: skip
    return Made(claim, tuple(one.statement for one in reversed(support) if id(one) not in held))


def _denial(support: Sequence[Said], against: Sequence[Said], theatre: Theatre) -> int | None:
    """Return how credible a denial is: weighed as a claim is, with those who say the claim as those who deny it."""
    if not against:
        return None
    telling = sorted(against, key=lambda one: _telling(one, theatre), reverse=True)
    return credibility(count_of(telling, support, theatre, disputed=False))[1]


def count_of(support: Sequence[Said], against: Sequence[Said], theatre: Theatre, *, disputed: bool) -> Count:
    """Count what a credibility rests on; ``support`` has the most telling one first.

    Hearsay is no voice where anybody says it outright, nor is what was announced where somebody says on which later day it was done.
    """
    voices = voices_of(support, theatre)
    before = day_told(support[0])
    firm = [voice for one, voice in zip(support, voices, strict=True) if not one.statement.hearsay and one.on >= before]
    grades = frozenset(voice.reliability for voice in firm)
    denying = len(independent(voices_of(against, theatre))) if against else 0
    return Count(len(independent(firm or voices)), denying, grades, disputed)


def day_told(one: Said) -> int:
    """Return the first day (an ordinal) on which something happened as a statement has it; 0 where it says none, or a day to come."""
    statement, time = one.statement, one.statement.time
    happened = statement.predicate == "event" and statement.modality == "actual" and not statement.negated
    if not happened or time is None or time.earliest is None or time.relation in ("since", "after"):
        return 0
    day = date.fromisoformat(time.earliest).toordinal()
    return day if day <= one.on else 0


def credibility(count: Count) -> tuple[Rule, int]:
    """Return the credibility after STANAG 2511, and the rule that gives it (the table in docs/picture.md)."""
    if count.denying >= count.voices:
        return "denied-by-as-many", 5
    if count.denying:
        return "denied-by-fewer", 4
    if count.disputed:
        return "disputed", 4
    if not count.grades:
        return "hearsay-only", 4
    if count.grades == {"F"}:
        return "cannot-be-judged", 6
    if count.voices >= 2:
        return ("confirmed", 1) if count.grades & {"A", "B"} else ("two-voices", 2)
    return ("reliable-voice", 2) if "A" in count.grades else ("one-voice", 3)


def _since(floor: int, rows: Iterable[Said]) -> list[Said]:
    """Return those that are not too old to count; what came out later of an earlier day is no old word."""
    return [one for one in rows if one.day >= floor or one.day < one.on]


def _telling(one: Said, theatre: Theatre) -> tuple[tuple[bool, bool, int], str, float, int, str]:
    """Order statements by how telling they are: no hearsay, the plan itself, most said, most reliable source, surest reading, latest."""
    reliability = theatre.source(one.head.source).reliability
    return (one.filled, _turned(reliability), one.statement.confidence, one.on, one.statement.id)


def _turned(reliability: str) -> str:
    return chr(ord("Z") - ord(reliability) + ord("A"))


def _latest(support: list[Said], theatre: Theatre, *, states: bool) -> list[Said]:
    """Return what supports the claim now: those who say what is shown, and those who differ from them at the same time.

    Of a state that is the latest word, what agrees with it, and what differs at the same time. One party's later word replaces
    its own earlier one.
    """
    if len(support) == 1:
        return support
    values = [_values(one) for one in support]
    if states:
        last, said = support[-1], values[-1]
        pairs = [
            (one, value) for one, value in zip(support, values, strict=True)
            if one.day >= last.day - SAME_TIME or _agree(value, said)
        ]  # fmt: skip
        support, values = [one for one, _ in pairs], [value for _, value in pairs]
    newest: dict[str, tuple[int, tuple[object, ...]]] = {}
    current: set[int] = set()
    voices = voices_of(support, theatre)
    for one, value, voice in zip(reversed(support), reversed(values), reversed(voices), strict=True):
        origin = " ".join(sorted(voice.origins))
        later = newest.setdefault(origin, (one.on, value))
        if later[0] <= one.on or _agree(value, later[1]):
            current.add(id(one))
    return [one for one in support if id(one) in current]


def _agree(mine: tuple[object, ...], theirs: tuple[object, ...]) -> bool:
    if len(mine) == 1:  # the innermost loop
        return same(mine[0], theirs[0])
    return all(same(a, b) for a, b in zip(mine, theirs, strict=True))


def _values(one: Said) -> tuple[object, ...]:
    if one.values is None:
        one.values = _said_values(one.statement)
    return one.values


def _said_values(statement: Statement) -> tuple[object, ...]:
    match statement.predicate:
        case "contribution" | "strength" | "presence":
            return (statement.quantity,)
        case "post":
            return (ids(statement.role("person")) or None,)
        case "leadership":
            return (ids(statement.role("leader")) or None,)
        case "period":
            return (span(statement),)
        case "event":
            return (statement.killed, statement.injured, statement.quantity)
        case _:
            return ()


_FIELDS = {
    "contribution": ("quantity",), "strength": ("quantity",), "presence": ("quantity",), "post": ("person",),
    "leadership": ("leader",), "period": ("time",), "event": ("killed", "injured", "quantity"),
}  # fmt: skip


def span(statement: Statement) -> tuple[str, str] | None:
    """Return the first and last ISO day that a statement's time allows, or None where it has none."""
    time = statement.time
    if time is None or not (time.earliest or time.latest):
        return None
    return (time.earliest or "0000", time.latest or "9999")


def same(a: object, b: object) -> bool:
    """Say whether two values can both be so; a value that is not said contradicts nothing."""
    if a is None or b is None or a == b:
        return True
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        low_a, high_a, low_b, high_b = *_bounds(a), *_bounds(b)
        return low_a <= high_b and low_b <= high_a
    if isinstance(a, tuple) and isinstance(b, tuple):
        return bool(a[0] <= b[1] and b[0] <= a[1])
    return False


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = quantity.low if quantity.low is not None else quantity.value or 0.0
    return low, quantity.high if quantity.high is not None else float("inf")


def _disputed(support: Sequence[Said]) -> tuple[Value, ...]:
    """Return the fields for which different reports say different things, with who says what; never an average."""
    out: list[Value] = []
    if len(support) == 1:
        return ()
    for n, name in enumerate(_FIELDS.get(support[0].statement.predicate, ())):
        camps: list[tuple[list[object], list[Said]]] = []
        for one in support:
            value = _values(one)[n]
            if value is None:
                continue
            home = next((camp for camp in camps if all(same(value, other) for other in camp[0])), None)
            if home is None:
                camps.append(([value], [one]))
            else:
                home[1].append(one)
                if value not in home[0]:
                    home[0].append(value)
        if len(camps) > 1 and len({one.head.voice for _, camp in camps for one in camp}) > 1:
            out.extend(Value(name, _said(camp[0], name), tuple(one.statement.id for one in camp)) for _, camp in camps)
    return tuple(out)


def _said(one: Said, name: str) -> str:
    statement = one.statement
    match name:
        case "person":
            return ", ".join(r.name or r.text for r in statement.role("person"))
        case "leader":
            return ", ".join(r.id or r.text for r in statement.role("leader"))
        case "time":
            return statement.time.edtf or statement.time.text if statement.time is not None else ""
        case _:
            quantity: Quantity | None = getattr(statement, name)
            if quantity is None:
                return ""
            if quantity.value is None:
                return f"{quantity.low or 0:g}–{quantity.high or 0:g}"
            return f"{_SIGNS.get(quantity.qualifier, '')}{quantity.value:g}"

"""Groups to claims: which value leads, what is disputed and by whom, and how credible it is (STANAG 2511)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from missionwatch.picture.claims import ids
from missionwatch.records import Claim, Quantity, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.picture.claims import Group, Said
    from missionwatch.records import Statement, Theatre

SAME_TIME = timedelta(days=30)
"""Different values reported within this time dispute each other; a later one replaces an earlier one."""
_SIGNS = {"about": "±", "nearly": "<", "more_than": ">", "at_least": "≥", "up_to": "≤", "less_than": "<"}
_STATES = frozenset({"contribution", "strength", "post", "leadership", "period", "presence"})


def claim_of(group: Group, theatre: Theatre) -> Claim:
    """Return the claim that a group's statements make together."""
    support = sorted(group.support, key=lambda one: one.order)
    if support[0].statement.predicate in _STATES:
        support = _latest(support)
    leading = max(support, key=lambda one: _telling(one, theatre))
    disputed = _disputed(support)
    voices = _voices(support)
    days = [one.head.published or one.day for one in support]
    statement = leading.statement
    return Claim(
        id=group.id, key=group.key, predicate=statement.predicate, type=statement.type, statement=statement,
        support=tuple(one.statement for one in sorted(support, key=lambda one: _telling(one, theatre), reverse=True)),
        against=tuple(one.statement for one in group.against), corrected=tuple(one.statement for one in group.corrected),
        disputed=disputed, voices=voices, credibility=_credibility(support, group.against, theatre, disputed=bool(disputed)),
        first=min(days), last=max(days),
    )  # fmt: skip


def _telling(one: Said, theatre: Theatre) -> tuple[int, int, str, float, date, str]:
    """Order statements by how telling they are: no hearsay, most said, most reliable source, surest reading, latest."""
    statement = one.statement
    filled = len(statement.roles) + sum(
        value is not None
        for value in (statement.quantity, statement.time, statement.killed, statement.injured, statement.function)
    )
    reliability = theatre.source(one.head.source).reliability
    return (not statement.hearsay, filled, _turned(reliability), statement.confidence, one.day, statement.id)


def _turned(reliability: str) -> str:
    return chr(ord("Z") - ord(reliability) + ord("A"))


def _latest(support: Sequence[Said]) -> list[Said]:
    """Return what is said of a state now: the latest word, what agrees with it, and what differs at the same time."""
    last = support[-1]
    return [
        one for one in support
        if one.day >= last.day - SAME_TIME or all(same(a, b) for a, b in zip(_values(one), _values(last), strict=True))
    ]  # fmt: skip


def _values(one: Said) -> tuple[object, ...]:
    statement = one.statement
    match statement.predicate:
        case "contribution" | "strength" | "presence":
            return (statement.quantity,)
        case "post":
            return (ids(statement.role("person")),)
        case "leadership":
            return (ids(statement.role("leader")),)
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
    """Return the fields for which different voices say different things, with who says what; never an average."""
    out: list[Value] = []
    fields = _FIELDS.get(support[0].statement.predicate, ())
    for n, name in enumerate(fields):
        camps: list[list[Said]] = []
        for one in support:
            value = _values(one)[n]
            if value is None or value == "":
                continue
            home = next((camp for camp in camps if all(same(value, _values(other)[n]) for other in camp)), None)
            if home is None:
                camps.append([one])
            else:
                home.append(one)
        if len(camps) > 1 and len({one.head.voice for camp in camps for one in camp}) > 1:
            out.extend(Value(name, _said(camp[0], name), tuple(one.statement.id for one in camp)) for camp in camps)
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


def _voices(support: Sequence[Said]) -> int:
    """Count independent voices: copies are one, and so is one source that says it again."""
    return len({one.head.source if one.head.source != "unknown" else one.head.voice for one in _originals(support)})


def _originals(support: Sequence[Said]) -> list[Said]:
    present = {name for one in support for name in (one.head.id, *one.head.earlier)}
    return [one for one in support if one.head.copy_of not in present and not _copied_before(one, support)]


def _copied_before(one: Said, support: Sequence[Said]) -> bool:
    """Say whether an earlier copy of the same original speaks already (the original itself is not there)."""
    return one.head.copy_of is not None and any(
        other.head.copy_of == one.head.copy_of and other.order < one.order for other in support
    )


def _credibility(support: Sequence[Said], against: Sequence[Said], theatre: Theatre, *, disputed: bool) -> int:
    """Return the claim's credibility after STANAG 2511.

    1 confirmed: two or more independent voices, one of reliability A or B, undisputed. 2 probably true: two voices, or one
    of reliability A. 3 possibly true: one voice. 4 doubtful: disputed, denied by fewer, or hearsay only. 5 improbable:
    denied by as many as say it. 6 cannot be judged: only sources that cannot be judged (F).
    """
    voices, denying = _voices(support), _voices(against) if against else 0
    grades = {theatre.source(one.head.source).reliability for one in support if not one.statement.hearsay}
    if denying >= voices:
        return 5
    if denying or disputed:
        return 4
    if not grades:
        return 4
    if grades == {"F"}:
        return 6
    if voices >= 2:
        return 1 if grades & {"A", "B"} else 2
    return 2 if "A" in grades else 3

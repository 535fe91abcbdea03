"""Days, months, seasons and stretches of time as EDTF with their bounds, seen from a report's date."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from missionwatch.records import Relation, When

Days = tuple[str, date, date]
"""EDTF, first day, last day."""
Resolver = Callable[[date, bool], Days | None]
"""(report's date, looks forward) → days."""

_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}


def related(relation: Relation, edtf: str, first: str | None, last: str | None, text: str) -> When:
    """Return what days tell that stand in a relation to something: since them, until them, on them."""
    match relation:
        case "since":
            return When("since", f"{edtf}/..", first, None, text)
        case "until":
            return When("until", f"../{edtf}" if not edtf.startswith("[") else edtf, first, last, text)
        case "before":
            return When("before", f"../{edtf}", None, last, text)
        case "after":
            return When("after", f"{edtf}/..", first, None, text)
        case _:
            return When(relation, edtf, first, last, text)


def turned(time: When, relation: Relation) -> When:
    """Return when something begins or ends by the day that is told of it: what began in May has no last day."""
    if relation == "since" and time.relation == "at" and time.edtf is not None:
        return related(relation, time.edtf, time.earliest, time.latest, time.text)
    return When(relation, time.edtf, time.earliest, time.latest, time.text)


def until_then(time: When) -> When | None:
    """Return until when something was that ended as something else began: "he has led it since 1 May, when he took over from X"."""
    if time.relation == "at":
        return turned(time, "until")
    began = (time.edtf or "").removesuffix("/..")
    if time.relation != "since" or len(began) != len("2022-01-31") or time.earliest is None:
        return None
    return When("until", began, time.earliest, time.earliest, time.text)


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of(day: date) -> Days:
    """Return a day as EDTF with its bounds."""
    return day.isoformat(), day, day


def fixed(day: date) -> Resolver:
    """Return a resolver to a day that needs no report date."""
    return lambda _pub, _forward: day_of(day)


def one_day(year: int, month: int, day: int) -> Days | None:
    """Return a day of a year, or None where the calendar has none."""
    exact = valid_date(year, month, day)
    return day_of(exact) if exact else None


def month_of(year: int, month: int) -> Days:
    """Return a month as EDTF with its bounds."""
    last = calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last)


def season_of(year: int, season: str) -> Days:
    """Return a season as EDTF (level 2 codes) with its bounds."""
    code, first, last = {
        "spring": (21, (3, 1), (5, 31)), "summer": (22, (6, 1), (8, 31)),
        "autumn": (23, (9, 1), (11, 30)), "winter": (24, (12, 1), (12, 31)),
    }[season]  # fmt: skip
    end = date(year + 1, 2, 28) if season == "winter" else date(year, *last)
    return f"{year:04}-{code}", date(year, *first), end


def span_of(year: int, which: int, months: int) -> Days:
    """Return the quarter or half of a year as EDTF with its bounds: the second quarter is ``2024-04/2024-06``."""
    first, last = month_of(year, (which - 1) * months + 1), month_of(year, which * months)
    return f"{first[0]}/{last[0]}", first[1], last[2]


def yearless(pub: date, forward: bool, make: Callable[[int], Days | None]) -> Days | None:
    """Give a date without a year its year: the latest not after the report or, looking forward, the first not before."""
    years = (pub.year, pub.year + 1) if forward else (pub.year, pub.year - 1)
    for year in years:
        found = make(year)
        if found and ((forward and found[2] >= pub) or (not forward and found[1] <= pub)):
            return found
    return None


def in_direction(direction: str, make: Callable[[int], Days | None]) -> Resolver:
    """Return a resolver of what is the last or next of its kind: last May, next winter, mai prochain."""
    return lambda pub, forward: yearless(pub, onward(direction, forward), make)


def onward(direction: str, forward: bool) -> bool:
    """Say whether a month or season lies ahead: the next one does, this one where what is told of it does."""
    return direction == "next" or (direction == "this" and forward)


def whole_of(pub: date, unit: str, step: int) -> Days | None:
    """Return the whole unit that lies ``step`` units from the report."""
    if unit == "year":
        return str(pub.year + step), date(pub.year + step, 1, 1), date(pub.year + step, 12, 31)
    if unit == "month":
        months = pub.year * 12 + pub.month - 1 + step
        return month_of(months // 12, months % 12 + 1)
    if unit == "week":
        monday = pub - timedelta(days=pub.weekday()) + timedelta(weeks=step)
        return f"{monday}/{monday + timedelta(days=6)}", monday, monday + timedelta(days=6)
    if unit == "day":
        return day_of(pub + timedelta(days=step))
    return None


def weekend_of(pub: date, *, forward: bool) -> Days:
    """Return the weekend before the report or, looking forward, the one to come."""
    saturday = (
        pub + timedelta(days=(5 - pub.weekday()) % 7) if forward else pub - timedelta(days=(pub.weekday() + 2) % 7 or 7)
    )
    sunday = saturday + timedelta(days=1)
    return f"{saturday}/{sunday}", saturday, sunday


def stretch(pub: date, unit: str, low: int, high: int) -> Days:
    """Return the stretch between ``low`` and ``high`` units from the report."""
    days = _UNIT_DAYS[unit]
    first, last = pub + timedelta(days=low * days), pub + timedelta(days=high * days)
    return f"{first}~/{last}~", first, last


def by_then(pub: date, unit: str, most: int) -> Days:
    """Return the day that lies so many units ahead, before which something is to be: "within six months"."""
    last = pub + timedelta(days=most * _UNIT_DAYS[unit])
    return f"{last}~", pub, last


def back_from(pub: date, unit: str, low: float, high: float) -> Days:
    """So many units before the report; vague counts and long units give a stretch, not a day."""
    days = _UNIT_DAYS[unit]
    if unit == "year" and low == high == int(low):
        return str(pub.year - int(low)), date(pub.year - int(low), 1, 1), date(pub.year - int(low), 12, 31)
    if unit == "month" and low == high == int(low):
        months = pub.year * 12 + pub.month - 1 - int(low)
        return month_of(months // 12, months % 12 + 1)
    first, last = pub - timedelta(days=round(high * days)), pub - timedelta(days=round(low * days))
    if unit == "week" and low == high:
        first, last = first - timedelta(days=3), last + timedelta(days=3)
    return (f"[{first}..{last}]", first, last) if first != last else day_of(first)


def to_the_day(resolver: Resolver) -> Resolver:
    """Return what gives the very day of the month so long ago, where a month or a year is counted: "exactly a year ago"."""

    def resolve(pub: date, forward: bool) -> Days | None:
        found = resolver(pub, forward)
        if found is None or not (found[1].day == 1 and found[1] < found[2]):
            return found
        months = pub.month if found[1].month == 1 and found[2].month > 1 else found[1].month
        day = valid_date(found[1].year, months, pub.day)
        return day_of(day) if day is not None else found

    return resolve


def exactly_back(day: date, unit: str, count: int) -> Days:
    """Return the day that lies whole units before a day: a year ago today."""
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return day_of(valid_date(year, month, day.day) or month_of(year, month)[2])
    return day_of(day - timedelta(days=count * _UNIT_DAYS[unit]))


def shifted(day: date, length: str, sign: int) -> Days:
    """Return the days that lie a length of time (``P2W``) after a day, or before it where ``sign`` is negative."""
    count = -sign * int(length[1:-1])
    return back_from(day, {"D": "day", "W": "week", "M": "month", "Y": "year"}[length[-1]], count, count)


def part_of(days: Days | None, portion: str) -> Days | None:
    """Return the early, middle or late part of a time."""
    if days is None:
        return None
    edtf, first, last = days
    if portion in _HALVES:
        return _half_of(first, last, portion)
    if re.fullmatch(r"\d{4}-\d\d", edtf) and int(edtf[5:]) <= 12:
        bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[portion]
        a, b = first.replace(day=bounds[0]), first.replace(day=bounds[1])
        return f"[{a}..{b}]", a, b
    if re.fullmatch(r"\d{4}", edtf):
        code, a_month, b_month = {"early": ("01~", 1, 2), "mid": ("06~", 5, 8), "late": ("12~", 11, 12)}[portion]
        return f"{edtf}-{code}", date(first.year, a_month, 1), month_of(first.year, b_month)[2]
    third = (last - first).days // 3
    a, b = {
        "early": (first, first + timedelta(days=third)),
        "mid": (first + timedelta(days=third), last - timedelta(days=third)),
        "late": (last - timedelta(days=third), last),
    }[portion]
    return f"[{a}..{b}]", a, b


_HALVES = frozenset({"first", "second"})


def _half_of(first: date, last: date, half: str) -> Days:
    """Return the first or second half of a year, in whole months, or of a shorter time."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > 1:
        cut = first.year * 12 + first.month - 1 + months // 2
        middle = date(cut // 12, cut % 12 + 1, 1)
    else:
        middle = first + timedelta(days=((last - first).days + 1) // 2)
    a, b = (first, middle - timedelta(days=1)) if half == "first" else (middle, last)
    return f"{a}/{b}", a, b

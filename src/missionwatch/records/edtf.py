"""The days that a time in EDTF (ISO 8601-2) allows, of the forms that statements use."""

from __future__ import annotations

import calendar
import re
from datetime import date

_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", re.ASCII)


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """Return the first and the last ISO day that a time allows; None where it is open. Raise ``ValueError`` for no time.

    >>> bounds("2022-02")
    ('2022-02-01', '2022-02-28')
    >>> bounds("2022-01-25/..")
    ('2022-01-25', None)
    >>> bounds("[2022-05-11..2022-05-20]")
    ('2022-05-11', '2022-05-20')
    """
    said = edtf.strip()
    inner = said[1:-1] if said.startswith("[") and said.endswith("]") else None
    if inner is not None and ".." in inner:
        first, last = inner.split("..", 1)
    elif inner is None and "/" in said:
        first, last = said.split("/", 1)
    else:
        first = last = said if inner is None else inner
    earliest = None if first in ("", "..") else _point(first)[0]
    latest = None if last in ("", "..") else _point(last)[1]
    if earliest is None and latest is None:
        raise ValueError(f"{edtf!r} names no day")
    if earliest and latest and earliest > latest:
        raise ValueError(f"{edtf!r} ends before it begins")
    return (earliest.isoformat() if earliest else None), (latest.isoformat() if latest else None)


def _point(said: str) -> tuple[date, date]:
    found = _POINT.fullmatch(said.strip())
    if found is None:
        raise ValueError(f"{said!r} is no day, month, season or year; write 2022, 2022-02, 2022-02-07 or 2022-02/..")
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if month in _SEASONS and day is None:
            first, last = _SEASONS[month]
            ends = year + (last < first)
            return date(year, first, 1), date(ends, last, calendar.monthrange(ends, last)[1])
        if day is None:
            return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
        only = date(year, int(month), int(day))
    except ValueError as fault:
        raise ValueError(f"{said!r} is no day of the calendar") from fault
    return only, only

"""Days in lines of text: the day a report came out and the day it was changed, as people write them above a text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from missionwatch.reports.words import words

_LANGUAGES = ("nl", "en", "fr")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_NUMERIC = re.compile(r"^\W*(?:[\w ]+\W+)?(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b")
_DAY = re.compile(r"\d{1,2}(?:er|st|nd|rd|th)?")


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names  # noqa: PLC0415 - only for texts that state no date in their head

    return {
        name.lower().rstrip("."): n
        for lang in _LANGUAGES
        for width in ("abbreviated", "wide")
        for n, name in get_month_names(width, locale=lang).items()
    }


def day_in(line: str) -> date | None:
    """Return the first day that a line names in full, or None.

    >>> day_in("Nieuwsbericht | 7 februari 2022 | 12:00")
    datetime.date(2022, 2, 7)
    """
    found = _ISO.search(line)
    if found:
        return _day(*(int(g) for g in found.groups()))
    said = re.findall(r"\w+", line.lower())
    for day, month, year in zip(said, said[1:], said[2:], strict=False):
        if not re.fullmatch(r"\d{4}", year):
            continue
        if month in _months() and _DAY.fullmatch(day):
            return _day(int(year), _months()[month], int(re.sub(r"\D", "", day)))
        if day in _months() and _DAY.fullmatch(month):
            return _day(int(year), _months()[day], int(re.sub(r"\D", "", month)))
    numeric = _NUMERIC.match(line)
    return _day(int(numeric[3]), int(numeric[2]), int(numeric[1])) if numeric else None


def dateline(text: str) -> date | None:
    """Return the day of a line at the top that is a date and little else ("Nieuwsbericht | 7 februari 2022")."""
    for line in [x for x in text.split("\n") if x.strip()][:4]:
        if len(line) <= 70 and not line.endswith(".") and (day := day_in(line)) is not None:
            return day
    return None


def updated_in(line: str) -> str:
    """Return the ISO day on which a line says that the text was changed, or nothing."""
    at = _updated_at(line)
    day = day_in(line[at:]) if at >= 0 and len(line) < 200 else None
    return day.isoformat() if day else ""


def published_in(line: str) -> str:
    """Return the ISO day that a line names before it says when the text was changed, or nothing."""
    at = _updated_at(line)
    day = day_in(line[:at] if at >= 0 else line)
    return day.isoformat() if day else ""


def _updated_at(line: str) -> int:
    low = line.lower()
    found = [low.find(word) for word in words("furniture", "updated", "words") if word in low]
    return min(found, default=-1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

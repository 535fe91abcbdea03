"""A story: the reports that tell of one development."""

from __future__ import annotations

from datetime import date

import msgspec


class Story(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Reports of one development, whatever language they are in.

    ``id`` is made of the report that opened it, so that it stays when reports are added. ``reports`` are ids, the earliest
    first; ``first`` and ``last`` are the days of the earliest and the latest; ``title`` is the earliest one's.
    """

    id: str
    title: str
    reports: tuple[str, ...]
    languages: tuple[str, ...]
    first: date
    last: date

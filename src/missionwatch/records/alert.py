"""An alert: a warning told to somebody who asked for it."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from missionwatch.records.briefing import Footnote
from missionwatch.records.subscription import Occasion


class Alert(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to be told to one subscriber, once.

    ``matter`` is what it is about: as long as that holds it is told once. ``since`` is since when it is so, ``sure`` how sure
    in words, ``evidence`` what carries it: quotes with their sources.
    """

    matter: str
    subscription: str
    occasion: Occasion
    mission: str | None
    title: str
    text: str
    since: date | None
    sure: str
    evidence: tuple[Footnote, ...]
    made: datetime

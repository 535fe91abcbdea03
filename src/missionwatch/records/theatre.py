"""A theatre: which missions are followed, for whom. A user's file; the program knows none by heart."""

from __future__ import annotations

import msgspec

from missionwatch.records.collecting import Collect
from missionwatch.records.report import Source
from missionwatch.records.statement import Yardstick
from missionwatch.records.subscription import Subscription


class Theatre(msgspec.Struct, frozen=True, kw_only=True):
    """What an analyst follows.

    ``own`` is the country that is "ours" (ISO alpha-2); ``missions`` are register ids (``mission:takuba``)
    in the order of interest; ``countries`` are the host and neighbour states (ISO alpha-2) whose events count
    for the theatre. ``title`` is by language code. ``yardstick`` says what range a likelihood word stands for.
    ``indicators`` is the path of the theatre's own indicators file, None for the one that ships.
    ``alerts`` say who is warned of what.
    ``collect`` says how its sources are collected; a source without it gives nothing by itself. ``contact`` is who can be
    reached about it (an address that servers are told); ``allow`` are addresses and networks that are not of the public
    internet and may be fetched all the same.
    """

    name: str
    title: dict[str, str]
    own: str
    missions: tuple[str, ...]
    countries: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    yardstick: Yardstick = "icd203"
    indicators: str | None = None
    collect: tuple[Collect, ...] = ()
    alerts: tuple[Subscription, ...] = ()
    contact: str | None = None
    allow: tuple[str, ...] = ()

    def source(self, source_id: str) -> Source:
        """Return the source of that id, or one that cannot be judged (F) where the theatre does not list it."""
        for source in self.sources:
            if source.id == source_id:
                return source
        return Source(id=source_id, name=source_id)

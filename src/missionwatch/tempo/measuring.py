"""The tempo of missions: each dataset at each of a mission's places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.tempo import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from missionwatch.records import EventSource, Near, Tempo
    from missionwatch.tempo.asking import Archive
    from missionwatch.tempo.series import Against


def measure(
    archive: Archive,
    places: Mapping[str, Sequence[Near]],
    as_of: date,
    *,
    shown: int = series.SHOWN,
    against: Against = "year",
) -> tuple[Tempo, ...]:
    """Return the tempo of each mission (id) at each of its places by each dataset that is loaded, in this order.

    Each place is counted once, however many missions share it.
    """
    distinct = list(dict.fromkeys(near for named in places.values() for near in named))
    weeks = series.reach(shown, against)
    found = {
        source: dict(zip(distinct, archive.counts(source, distinct, as_of, weeks, shown), strict=True))
        for source in archive.sources()
    }
    return tuple(_each(archive, places, found, as_of, shown, against))


def _each(
    archive: Archive, places: Mapping[str, Sequence[Near]], found: Mapping[EventSource, Mapping[Near, series.Counted]], as_of: date, shown: int,
    against: Against,
) -> Iterable[Tempo]:  # fmt: skip
    for mission, named in places.items():
        for near in named:
            for source in archive.sources():
                covered = archive.covered(source, near.country)
                yield series.tempo(
                    mission, near, source, as_of, found[source][near], covered, shown=shown, against=against
                )

"""Asking the Parquet files: what each dataset has near each place, by week, as of a day.

Only events that ended by that day are asked for, and of GDELT only those that had been added by then. One question to DuckDB takes
the incidents of all countries and boxes round the places out of a dataset; each place is then counted within those.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import cos, radians
from typing import TYPE_CHECKING, Any, Self, get_args

from missionwatch.records import Dataset, Deaths, EventSource, Near
from missionwatch.tempo import codes, normal
from missionwatch.tempo.series import WINDOW, Counted, Coverage
from missionwatch.tempo.store import Index, Piece, connect, read_index

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

SOURCES: tuple[EventSource, ...] = get_args(EventSource)
EARTH_KM = 6371.0088  # mean radius (IUGG)
_KM_A_DEGREE = 111.19  # of latitude, a little short of all of them


class Archive:
    """A folder of event data, opened for asking. Use it with ``with``.

    Raises ``TempoStoreError`` and ``TempoNotSetUpError``.
    """

    def __init__(self, folder: Path) -> None:
        self._db: DuckDBPyConnection = connect()
        self._folder, self._index = folder, read_index(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    @property
    def index(self) -> Index:
        """Return what the folder holds."""
        return self._index

    def sources(self) -> tuple[EventSource, ...]:
        """Return the datasets of which anything is loaded."""
        return tuple(source for source in SOURCES if any(piece.dataset == source for piece in self._index.pieces))

    def covered(self, source: EventSource, country: str | None) -> Coverage:
        """Return the days for which a dataset is loaded for a country, and from which files."""
        files = [
            file for file in self._index.files
            if file.dataset == source and file.first and (file.countries is None or country is None or country in file.countries)
        ]  # fmt: skip
        return Coverage(
            min((file.first for file in files if file.first), default=None),
            max((file.last for file in files if file.last), default=None),
            tuple(Dataset(file.name, file.sha256, file.release) for file in files),
        )

    def counts(
        self, source: EventSource, places: Sequence[Near], as_of: date, weeks: int, shown: int
    ) -> tuple[Counted, ...]:
        """Return what a dataset has near each place in the ``weeks`` weeks up to ``as_of``."""
        begin = as_of - timedelta(days=7 * weeks - 1)
        pieces = self._pieces(source, begin, as_of)
        if not pieces or not places:
            return tuple(Counted(((0, None),) * weeks) for _ in places)
        self._gather(pieces, places, begin, as_of)
        return tuple(self._counted(source, place, as_of, weeks, shown) for place in places)

    def _pieces(self, source: str, begin: date, as_of: date) -> list[str]:
        def meets(piece: Piece) -> bool:
            asked = piece.shelf.endswith(normal.INCIDENTS) or source == "gdelt-mentions"
            return piece.dataset == source and asked and piece.last >= begin and piece.first <= as_of

        return [str(self._folder / piece.path) for piece in self._index.pieces if meets(piece)]

    def _gather(self, pieces: list[str], places: Sequence[Near], begin: date, as_of: date) -> None:
        """Make the table ``gathered`` of all incidents that can belong to one of the places."""
        countries = sorted({place.country for place in places if place.country})
        boxes = [_box(place) for place in places if place.km is not None]
        where = " OR ".join(
            [*boxes, *([f"country IN ({', '.join(map(normal.text, countries))})"] if countries else [])]
        )
        kinds = ", ".join(map(normal.text, codes.incident_kinds()))
        self._db.execute(
            "CREATE OR REPLACE TEMP TABLE gathered AS SELECT event_id, first, date_precision, type, country, latitude, longitude, "
            "precision, deaths_low, deaths_best, deaths_high, articles, (DATE '"
            + as_of.isoformat()
            + "' - first) // 7 AS week "
            f"FROM read_parquet([{', '.join(map(normal.text, pieces))}], hive_partitioning = false) "
            f"WHERE first >= DATE '{begin.isoformat()}' AND last <= DATE '{as_of.isoformat()}' "
            f"AND (added IS NULL OR added < TIMESTAMP '{(as_of + timedelta(days=1)).isoformat()}') AND kind IN ({kinds}) AND ({where})"
        )

    def _counted(self, source: EventSource, place: Near, as_of: date, weeks: int, shown: int) -> Counted:
        here = _within(place)
        dated = "date_precision IN ('day', 'week')"
        # GDELT has a row for each way an article tells a thing: one place, day and sort of violence is one incident
        what = "count(DISTINCT (first, latitude, longitude, left(type, 2)))" if source == "gdelt" else "count(*)"
        rows = self._db.execute(
            f"SELECT week, {what}, sum(deaths_low), sum(deaths_best), sum(deaths_high), sum(articles), count(*) FROM gathered "
            f"WHERE {here} AND {dated} GROUP BY week"
        ).fetchall()
        series: list[tuple[int, Deaths | None]] = [(0, None if source == "gdelt" else Deaths(0, 0, 0))] * weeks
        for week, incidents, low, best, high, _, _ in rows:
            series[week] = (incidents, None if best is None else Deaths(int(low), int(best), int(high)))
        undated = self._one(f"SELECT count(*) FROM gathered WHERE {here} AND NOT {dated} AND week < {shown}")
        unplaced = 0
        if place.km is not None and place.country:
            unplaced = self._one(
                f"SELECT {what} FROM gathered WHERE country = {normal.text(place.country)} AND week < {shown} "
                "AND coalesce(precision, '') <> 'place'"
            )
        articles = None
        if source == "gdelt":
            articles = (
                self._articles(here, as_of)
                if self._has_mentions()
                else sum(int(row[5] or 0) for row in rows if row[0] < WINDOW)
            )
        return Counted(tuple(series), articles, undated, unplaced, sum(row[6] for row in rows if row[0] < shown))

    def _has_mentions(self) -> bool:
        return any(piece.dataset == "gdelt-mentions" for piece in self._index.pieces)

    def _articles(self, here: str, as_of: date) -> int:
        """Return how many articles had mentioned the window's incidents by that day."""
        pieces = self._pieces("gdelt-mentions", as_of - timedelta(days=7 * WINDOW), as_of)
        if not pieces:
            return 0
        return self._one(
            f"SELECT count(DISTINCT url) FROM read_parquet([{', '.join(map(normal.text, pieces))}], hive_partitioning = false) "
            f"SEMI JOIN (SELECT event_id FROM gathered WHERE {here} AND week < {WINDOW}) USING (event_id) "
            f"WHERE mentioned < TIMESTAMP '{(as_of + timedelta(days=1)).isoformat()}'"
        )

    def _one(self, query: str) -> int:
        found: Any = self._db.execute(query).fetchone()
        return int(found[0] or 0)


def _box(place: Near) -> str:
    """Return the condition of lying in the box round a circle, which Parquet's own figures can answer for whole row groups."""
    latitude, longitude, km = place.latitude or 0.0, place.longitude or 0.0, place.km or 0.0
    up = km / _KM_A_DEGREE + 0.01
    south, north = latitude - up, latitude + up
    condition = f"latitude BETWEEN {south!r} AND {north!r}"
    narrowest = cos(radians(min(89.9, max(abs(south), abs(north)))))
    aside = up / narrowest
    if aside < 180 and longitude - aside >= -180 and longitude + aside <= 180:  # not over a pole or the date line
        condition += f" AND longitude BETWEEN {longitude - aside!r} AND {longitude + aside!r}"
    return f"({condition})"


def _within(place: Near) -> str:
    """Return the condition of lying within the circle, for events whose place is known; or in the country."""
    if place.km is None:
        return f"country = {normal.text(place.country or '')}"
    latitude, longitude = float(place.latitude or 0.0), float(place.longitude or 0.0)
    half = (
        f"pow(sin(radians(latitude - {latitude!r}) / 2), 2) + "
        f"cos(radians({latitude!r})) * cos(radians(latitude)) * pow(sin(radians(longitude - {longitude!r}) / 2), 2)"
    )
    return f"{_box(place)} AND precision = 'place' AND 2 * {EARTH_KM} * asin(sqrt(least(1.0, {half}))) <= {float(place.km)!r}"

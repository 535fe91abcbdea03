"""The picture in the standards of the field."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Path, Query
from starlette.responses import Response

from missionwatch import exchange, flow
from missionwatch.api.answering import attached, give
from missionwatch.api.answers import JsonObject
from missionwatch.api.operations import BINARY, JSON, TEXT, operation
from missionwatch.api.parameters import At, Flag, MissionName
from missionwatch.api.problems import Refusal
from missionwatch.exchange import Format
from missionwatch.records import Tlp

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEDIA: Mapping[str, tuple[str, str]] = {
    "stix": ("application/stix+json;version=2.1", "json"), "ftm": ("application/x-ndjson", "jsonl"),
    "geojson": ("application/geo+json", "geojson"), "plover": (JSON, "json"), "csv": ("application/zip", "zip"),
}  # fmt: skip
_TABLE = "text/csv; charset=utf-8"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same book gives the same bytes


@operation(
    "/theatres/{theatre}/export/{layout}", tag="Exchange", needs="export", may=("not-installed",),
    gives={
        "application/stix+json;version=2.1": JsonObject, "application/x-ndjson": TEXT, "application/geo+json": JsonObject, JSON: {},
        "application/zip": BINARY, _TABLE: TEXT,
    },
)  # fmt: skip
def export(
    at: At,
    layout: Annotated[Format, Path(description="The standard.", examples=["geojson"])],
    mission: MissionName = None,
    every: Annotated[
        Flag, Query(alias="all", description="Also what is no longer in the picture (stix and ftm only).")
    ] = "false",
    tlp: Annotated[Tlp | None, Query(description="The TLP 2.0 mark it bears.")] = None,
    table: Annotated[
        Literal["contributions", "incidents", "posts", "calendar"] | None,
        Query(description="One table (csv only; without it all of them, zipped)."),
    ] = None,
) -> Response:
    """Write the picture in a standard of the field: STIX 2.1, FollowTheMoney, GeoJSON, CSV with HXL tags, PLOVER.

    Each claim once, with where it comes from.
    """
    wanted = at.mission(mission) if mission is not None else None
    if every == "true" and layout not in ("stix", "ftm"):
        raise Refusal("bad-request", f"{layout} holds claims only; leave `all` out, or ask for stix or ftm.")
    if table is not None and layout != "csv":
        raise Refusal("bad-request", f"{layout} has no tables; leave `table` out, or ask for csv.")
    media, ending = (_TABLE, "csv") if table is not None else _MEDIA[layout]
    known_at = at.seen().picture.known_at
    borne: list[Tlp] = []

    def work() -> bytes:
        at.desk.noted(
            "export",
            layout=layout,
            table=table,
            mission=mission,
            as_of=at.moment.as_of,
            known=at.moment.known,
            by="api",
        )
        made = flow.export(
            at.desk.ledger, at.desk.theatre, as_of=at.moment.as_of, known_at=known_at, mission=wanted, every_statement=every == "true",
            marking=tlp, events=at.desk.workplace.events,
        )  # fmt: skip
        borne.append(made.marking or "clear")
        files = exchange.WRITERS[layout](made)
        if table is not None:
            return files[f"{table}.csv"]
        return files[""] if layout != "csv" else _zipped(files)

    name = "-".join((at.desk.theatre.name, str(at.moment.as_of), table or layout))
    return give(at, work, known_at, media=media, headers=attached(f"{name}.{ending}"), mark=borne.pop)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name, _LONG_AGO), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()

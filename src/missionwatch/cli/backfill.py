"""``backfill``: an archive read on many workers and booked."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, beside, opened, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt, Measured, SourceId, TheatreName


def backfill(
    archive: Annotated[
        Path, typer.Argument(help="A folder of documents, WARC files or Parquet files, or one such file.")
    ],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    workers: Annotated[int, typer.Option(min=1, max=1024, help="How many processes read, on this machine.")] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(help="A Dask scheduler whose workers read instead (tcp://host:8786); they must see the archive."),
    ] = None,
    layout: Annotated[
        Literal["folder", "warc", "parquet"] | None,
        typer.Option("--format", help="What the archive is (default: by its files)."),
    ] = None,
    source: SourceId = None,
    fetched: Annotated[
        str | None, typer.Option(help="The day the archive was collected, YYYY-MM-DD (default: today).")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="The column of texts, of Parquet files.")] = "text",
    relevant: Annotated[
        bool, typer.Option("--relevant", help="Keep only reports of which something is stated.")
    ] = False,
    work: Annotated[
        Path | None,
        typer.Option(help="The folder that keeps results until they are booked (default: beside the ledger)."),
    ] = None,
    yardstick: Measured = None,
    as_json: Json = False,
) -> None:
    """Read an archive on many workers and book it.

    Stopped, it goes on where it was. One machine with one worker is the same command.
    """
    from missionwatch import cluster  # noqa: PLC0415 - the rooms are loaded when a command needs them: --help stays fast

    followed, day = theatre_of(theatre), as_day(fetched, "--fetched")
    moment = (
        datetime(day.year, day.month, day.day, tzinfo=UTC)
        if day is not None
        else datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    )
    opening = cluster.open_archive(
        archive, fetched=moment, layout=layout, source=source, columns=cluster.Columns(text=text)
    )
    done = cluster.Progress()
    with (
        opened(ledger, create=True) as book,
        Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=show.errors,
            disable=as_json or not show.errors.is_terminal, transient=True,
        ) as bar,
    ):  # fmt: skip
        task = bar.add_task("Reading", total=None)
        for done in cluster.backfill(
            opening, book, followed, work=work or beside(ledger, "backfill"), workers=workers, scheduler=scheduler,
            yardstick=yardstick or followed.yardstick, relevant=relevant, known=beside(ledger, "known"),
        ):  # fmt: skip
            bar.update(task, completed=done.documents, description=f"{done.statements} statements")
    if as_json:
        show.as_json(msgspec.to_builtins(done))
        return
    pace = f", {done.documents / done.seconds:.0f} a second" if done.seconds else ""
    cost = (
        f"{1000 * done.processor / done.documents:.0f} processor seconds a thousand documents, {done.memory / 1e6:.0f} MB a worker at most"
        if done.documents
        else "nothing new"
    )
    show.console.print(
        f"{done.documents} documents in {done.seconds:.1f} s{pace}: {done.reports} reports, {done.already} of them booked before, "
        f"{done.refused} refused; {done.statements} statements booked.\n{cost}; booking took {done.booking:.1f} s.",
        highlight=False, soft_wrap=True,
    )  # fmt: skip

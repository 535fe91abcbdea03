"""``read`` and ``add``: reports in, statements out, and into the book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, beside, documents, opened, theatre_of
from missionwatch.cli.faults import exit_code
from missionwatch.cli.options import (
    DEFAULT_LEDGER,
    Json,
    Language,
    LedgerAt,
    LlmModel,
    LlmUrl,
    Measured,
    Published,
    RawAt,
    ReaderName,
    SourceId,
    TheatreName,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from missionwatch.errors import MissionwatchError
    from missionwatch.flow import Outcome
    from missionwatch.ledger import Ledger
    from missionwatch.records import Theatre, Yardstick
    from missionwatch.reports import RawStore


def read(
    file: Annotated[Path, typer.Argument(help="A report: text, HTML, PDF, DOCX, ODT or e-mail.")],
    published: Published = None,
    language: Language = None,
    source: SourceId = None,
    reader: ReaderName = "frames",
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    yardstick: Measured = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say which frame and word made each statement.")] = False,
    as_json: Json = False,
) -> None:
    """Read one report and show what it states, each with its words. Nothing is kept."""
    from missionwatch import flow  # noqa: PLC0415

    report, found = flow.consult(
        file, reader, published=as_day(published, "--published"), language=language, source=source, url=llm_url, model=llm_model,
        yardstick=yardstick,
    )  # fmt: skip
    if as_json:
        said = {"report": msgspec.to_builtins(report.head), "statements": msgspec.to_builtins(found.statements)}
        if reader != "frames":
            said |= {"refused": found.refused, "agreed": found.agreed, "only": found.only}
        show.as_json(said)
    else:
        show.statements(report, found.statements, explain=explain)
        show.readers(found)


def add(
    files: Annotated[list[Path], typer.Argument(help="Reports, or folders of reports.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    published: Published = None,
    language: Language = None,
    source: SourceId = None,
    yardstick: Measured = None,
    replay: Annotated[
        bool, typer.Option("--replay", help="Book each report as known on the day it came out, as if followed then.")
    ] = False,
    raw: RawAt = None,
    as_json: Json = False,
) -> None:
    """Read reports and book what they state. A report already booked books nothing new."""
    from missionwatch.reports import RawStore  # noqa: PLC0415

    paths = documents(files)
    followed = theatre_of(theatre)
    with opened(ledger, create=True) as book:
        refused = book_all(
            paths,
            book,
            followed,
            published=as_day(published, "--published"),
            language=language,
            source=source,
            yardstick=yardstick,
            replay=replay,
            as_json=as_json,
            known=beside(ledger, "known"),
            raw=RawStore(raw or beside(ledger, "raw")),
        )
    if refused is not None:
        raise typer.Exit(exit_code(refused))


def book_all(
    paths: Sequence[Path],
    book: Ledger,
    theatre: Theatre,
    *,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
    yardstick: Yardstick | None = None,
    replay: bool = False,
    as_json: bool = False,
    quiet: bool = False,
    known: Path | None = None,
    raw: RawStore | None = None,
) -> MissionwatchError | None:
    """Read and book documents, with a bar for people; return the first refusal, if any."""
    from missionwatch import flow  # noqa: PLC0415

    made = flow.add(
        paths,
        book,
        theatre,
        published=published,
        language=language,
        source=source,
        yardstick=yardstick,
        replay=replay,
        known=known,
        raw=raw,
    )
    return shown(made, len(paths), book, as_json=as_json, quiet=quiet)


def shown(
    made: Iterable[Outcome], total: int, book: Ledger, *, as_json: bool = False, quiet: bool = False
) -> MissionwatchError | None:
    """Show what becomes of documents as they are booked, with a bar for people; return the first refusal, if any."""
    outcomes = []
    progress = show.progress(disable=as_json)
    with progress:
        task = progress.add_task("Reading", total=total or None)
        for outcome in made:
            progress.advance(task)
            outcomes.append(outcome)
            if as_json:
                show.as_json(
                    {
                        "file": str(outcome.path), "report": outcome.report.id if outcome.report else None,
                        "statements": outcome.statements, "booked": outcome.booked, "already": outcome.already,
                        "language": outcome.report.language if outcome.report else None, "unread": outcome.unread,
                        "copy_of": outcome.report.copy_of if outcome.report else None,
                        "version_of": outcome.report.version_of if outcome.report else None,
                        "refused": str(outcome.refused) if outcome.refused else None,
                    },
                    lines=True,
                )  # fmt: skip
    if not as_json and not quiet:
        show.outcomes(outcomes, book.head)
    elif not as_json:
        show.refusals(outcomes)
    return next((o.refused for o in outcomes if o.refused is not None), None)

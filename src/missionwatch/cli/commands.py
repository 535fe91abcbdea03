"""The ``missionwatch`` commands."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from missionwatch import __version__
from missionwatch.cli import show
from missionwatch.cli.evaluation import evaluate
from missionwatch.cli.options import (
    DEFAULT_LEDGER,
    AsOf,
    Json,
    Known,
    Language,
    LedgerAt,
    LlmModel,
    LlmUrl,
    Measured,
    Published,
    ReaderName,
    SourceId,
    TheatreName,
)
from missionwatch.errors import (
    BelowFloorError,
    BookingRefusedError,
    GoldError,
    IndicatorsError,
    LedgerDamagedError,
    LedgerError,
    LedgerLockedError,
    LedgerMissingError,
    LlmBudgetSpentError,
    LlmNotSetUpError,
    LlmUnavailableError,
    MissionwatchError,
    RegisterError,
    ReportError,
    TheatreError,
    UnknownLanguageError,
)
from missionwatch.records import MissionPicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.ledger import Ledger
    from missionwatch.records import Theatre, Yardstick

EXIT_CODES: tuple[tuple[type[MissionwatchError], int], ...] = (
    (ReportError, 3), (UnknownLanguageError, 4), (TheatreError, 5), (LedgerMissingError, 6), (LedgerLockedError, 7),
    (LedgerDamagedError, 8), (BookingRefusedError, 9), (LedgerError, 10), (RegisterError, 11), (IndicatorsError, 12),
    (GoldError, 13), (BelowFloorError, 14),
    (LlmNotSetUpError, 15), (LlmUnavailableError, 16), (LlmBudgetSpentError, 17),
)  # fmt: skip
"""Exit codes by cause; 0 is success, 1 an unexpected fault, 2 a wrong command line."""

app = typer.Typer(
    name="missionwatch", no_args_is_help=True, add_completion=True, rich_markup_mode=None,
    help="Read reports on international missions, keep the picture of each mission, and write the briefing.",
    epilog="Start with: missionwatch demo",
)  # fmt: skip


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise typer.BadParameter(
            f"{text!r} is no date; write it as YYYY-MM-DD, for example 2022-02-07", param_hint=option
        ) from fault


def _moment(text: str | None) -> datetime:
    from missionwatch import flow  # noqa: PLC0415 - the rooms are loaded when a command needs them: --help stays fast

    day = _day(text, "--known")
    return flow.end_of(day) if day is not None else datetime.now(UTC)


def _theatre(name: str) -> Theatre:
    from missionwatch import theatre  # noqa: PLC0415

    return theatre.load(name)


def _open(address: Path, *, create: bool = False) -> Ledger:
    from missionwatch.ledger import open_ledger  # noqa: PLC0415

    return open_ledger(address, create=create)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


@app.command()
def read(
    file: Annotated[Path, typer.Argument(help="A report: text, HTML, PDF or DOCX.")],
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
        file, reader, published=_day(published, "--published"), language=language, source=source, url=llm_url, model=llm_model,
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


@app.command()
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
    as_json: Json = False,
) -> None:
    """Read reports and book what they state. A report already booked books nothing new."""
    paths = _documents(files)
    followed = _theatre(theatre)
    with _open(ledger, create=True) as book:
        refused = _book(
            paths,
            book,
            followed,
            published=_day(published, "--published"),
            language=language,
            source=source,
            yardstick=yardstick,
            replay=replay,
            as_json=as_json,
        )
    if refused is not None:
        raise typer.Exit(exit_code(refused))


def _book(
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
) -> MissionwatchError | None:
    from missionwatch import flow  # noqa: PLC0415

    outcomes = []
    progress = show.progress(disable=as_json)
    with progress:
        task = progress.add_task("Reading", total=len(paths))
        for outcome in flow.add(
            paths,
            book,
            theatre,
            published=published,
            language=language,
            source=source,
            yardstick=yardstick,
            replay=replay,
        ):
            progress.advance(task)
            outcomes.append(outcome)
            if as_json:
                show.as_json(
                    {
                        "file": str(outcome.path), "report": outcome.report.id if outcome.report else None,
                        "statements": outcome.statements, "booked": outcome.booked, "already": outcome.already,
                        "language": outcome.report.language if outcome.report else None, "unread": outcome.unread,
                        "refused": str(outcome.refused) if outcome.refused else None,
                    },
                    lines=True,
                )  # fmt: skip
    if not as_json and not quiet:
        show.outcomes(outcomes, book.head)
    elif not as_json:
        show.refusals(outcomes)
    return next((o.refused for o in outcomes if o.refused is not None), None)


@app.command()
def picture(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    mission: Annotated[str | None, typer.Option(help="Show one mission only, by its register name (takuba).")] = None,
    as_json: Json = False,
) -> None:
    """Show the state of each mission as of a day, as known at a day."""
    from missionwatch import flow  # noqa: PLC0415

    followed = _theatre(theatre)
    with _open(ledger) as book:
        seen = flow.see(
            book, followed, as_of=_day(as_of, "--as-of") or datetime.now(UTC).date(), known_at=_moment(known)
        )
    if mission is not None:
        wanted = mission if ":" in mission else f"mission:{mission}"
        chosen = tuple(m for m in seen.missions if m.mission.id == wanted)
        if not chosen:
            raise typer.BadParameter(
                f"{mission!r} is no mission of this theatre; it has "
                + ", ".join((m.mission.id or "").removeprefix("mission:") for m in seen.missions), param_hint="--mission",
            )  # fmt: skip
        nothing = MissionPicture(mission=seen.general.mission)
        seen = msgspec.structs.replace(seen, missions=chosen, general=nothing, presences=())
    if as_json:
        show.as_json(msgspec.to_builtins({"picture": seen, "concerns": flow.judge(seen)}))
    else:
        show.picture(seen, flow.judge(seen))


@app.command()
def changes(
    before: Annotated[str, typer.Argument(metavar="FROM", help="The earlier day, YYYY-MM-DD.")],
    after: Annotated[str, typer.Argument(metavar="TO", help="The later day, YYYY-MM-DD.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    known: Annotated[
        str | None, typer.Option("--known", help="Both as known at the end of that day (default: each as known then).")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show what changed between two days."""
    from missionwatch import flow  # noqa: PLC0415

    first, second = _day(before, "FROM"), _day(after, "TO")
    if first is None or second is None or first > second:
        raise typer.BadParameter(
            f"FROM ({before}) comes after TO ({after}); give the earlier day first", param_hint="FROM"
        )
    followed = _theatre(theatre)
    with _open(ledger) as book:
        found = flow.compare(book, followed, before=first, after=second, known_at=_moment(known) if known else None)
    if as_json:
        show.as_json(msgspec.to_builtins(found))
    else:
        show.changes(found, first, second)


@app.command()
def brief(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    since: Annotated[str | None, typer.Option(help="Say also what changed since that day, YYYY-MM-DD.")] = None,
    language: Annotated[str, typer.Option("--lang", help="The briefing's language.")] = "nl",
    layout: Annotated[str, typer.Option("--format", help="md or html.")] = "md",
    out: Annotated[Path | None, typer.Option(help="Write it to this file instead of the screen.")] = None,
    as_json: Json = False,
) -> None:
    """Write the briefing; every sentence has footnotes that quote its source."""
    from missionwatch import briefing, flow  # noqa: PLC0415

    if layout not in ("md", "html"):
        raise typer.BadParameter(f"{layout!r} is no format; choose md or html", param_hint="--format")
    followed = _theatre(theatre)
    day, moment = _day(as_of, "--as-of") or datetime.now(UTC).date(), _moment(known)
    earlier = _day(since, "--since")
    with _open(ledger) as book:
        seen = flow.see(book, followed, as_of=day, known_at=moment)
        changed = (
            flow.compare(book, followed, before=earlier, after=day, known_at=None if known is None else moment)
            if earlier
            else ()
        )
    written = flow.brief(seen, language=language, changes=changed)
    if as_json:
        text = msgspec.json.format(msgspec.json.encode(written), indent=1).decode()
    else:
        text = briefing.to_html(written) if layout == "html" else briefing.to_markdown(written)
    if out is None:
        sys.stdout.write(text.rstrip("\n") + "\n")
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise typer.BadParameter(
            f"cannot write {out}: {fault.strerror}; choose another file", param_hint="--out"
        ) from fault
    show.errors.print(f"Wrote {out} ({len(written.footnotes)} footnotes).", highlight=False)


@app.command()
def verify(
    ledger: LedgerAt = DEFAULT_LEDGER,
    expect: Annotated[str | None, typer.Option(help="The head you noted earlier; it must be in the chain.")] = None,
    as_json: Json = False,
) -> None:
    """Check that nothing in the ledger was changed or removed."""
    with _open(ledger) as book:
        checked = book.verify(expect=expect)
    if as_json:
        show.as_json({"bookings": checked.bookings, "head": checked.head, "verified": True})
    else:
        show.console.print(f"{checked.bookings} bookings, all in order. Head: {checked.head}", highlight=False)


@app.command()
def demo(
    into: Annotated[Path | None, typer.Option(help="A folder to keep the ledger and the briefings in.")] = None,
    as_json: Json = False,
) -> None:
    """Replay the shipped Mali theatre of 2022 and write its briefings."""
    from missionwatch import briefing, flow, theatre  # noqa: PLC0415

    began = time.perf_counter()
    folder = into or Path(tempfile.mkdtemp(prefix="missionwatch-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    address = folder / "mali.db"
    followed = theatre.load("mali")
    documents = theatre.dispatches("mali")
    if not as_json:
        show.console.print(
            f"Reading {len(documents)} dispatches on Mali, December 2021 to August 2022 …", highlight=False
        )
    with _open(address, create=True) as book:
        refused = _book(documents, book, followed, replay=not book.size, quiet=True)
        written: list[str] = []
        before, day = date(2022, 2, 8), date(2022, 3, 1)
        for then in (before, day):
            seen = flow.see(book, followed, as_of=then, known_at=flow.end_of(then))
            changed = flow.compare(book, followed, before=before, after=then) if then > before else ()
            for language in ("nl", "en"):
                made = flow.brief(seen, language=language, changes=changed)
                for suffix, text in (("md", briefing.to_markdown(made)), ("html", briefing.to_html(made))):
                    target = folder / f"briefing-{then}-{language}.{suffix}"
                    target.write_text(text, encoding="utf-8")
                    written.append(str(target))
        checked = book.verify()
        if as_json:
            show.as_json({
                "folder": str(folder), "ledger": str(address), "dispatches": len(documents), "briefings": written,
                "bookings": checked.bookings, "head": checked.head,
            })  # fmt: skip
        else:
            show.picture(seen, flow.judge(seen))
            show.changes(changed, before, day)
            show.demo(folder, checked.bookings, len(documents), time.perf_counter() - began)
    if refused is not None:
        raise typer.Exit(exit_code(refused))


app.command()(evaluate)


def _documents(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and those in the folders, in order of name."""
    out: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".") and p.name != "README.md"
            )
            if not inside:
                raise ReportError(f"{path} holds no files; name a folder with reports")
            out.extend(inside)
        else:
            out.append(path)
    return out


def exit_code(fault: MissionwatchError) -> int:
    """Return the exit code of a fault, by its cause."""
    return next(code for kind, code in EXIT_CODES if isinstance(fault, kind))


def main() -> None:
    """Run the command line; a known fault is one clear line on stderr and its own exit code."""
    try:
        app()
    except MissionwatchError as fault:
        show.errors.print(f"missionwatch: {fault}", style="red", highlight=False, markup=False, soft_wrap=True)
        sys.exit(exit_code(fault))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)

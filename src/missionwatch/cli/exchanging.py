"""``export``, ``import`` and ``card``: the picture in the standards of the field, what others say in them, and a mission's card."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, opened, place_of, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TempoAt, TheatreName
from missionwatch.records import Tlp


def export(
    layout: Annotated[
        Literal["stix", "ftm", "geojson", "csv", "plover"],
        typer.Argument(metavar="FORMAT", help="stix, ftm, geojson, csv or plover."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The file to write; for csv a folder.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    mission: Annotated[str | None, typer.Option(help="One mission only, by its register name (takuba).")] = None,
    every_statement: Annotated[
        bool, typer.Option("--all", help="Also the statements that are no longer in the picture (stix and ftm only).")
    ] = False,
    marking: Annotated[
        Tlp | None,
        typer.Option("--tlp", help="The TLP 2.0 mark it bears."),
    ] = None,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Write the picture in a standard of the field.

    Each claim once, with where it comes from.
    """
    from missionwatch import exchange, flow  # noqa: PLC0415 - the rooms are loaded when a command needs them: --help stays fast

    if every_statement and layout not in ("stix", "ftm"):
        raise typer.BadParameter(f"{layout} holds claims only; leave it out, or choose stix or ftm", param_hint="--all")
    day, moment = as_day(as_of, "--as-of") or datetime.now(UTC).date(), as_moment(known)
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        made = flow.export(
            book,
            theatre_of(theatre),
            as_of=day,
            known_at=moment,
            mission=mission,
            every_statement=every_statement,
            marking=marking,
            events=events,
        )
    files = {out / name if name else out: text for name, text in exchange.WRITERS[layout](made).items()}
    for file, text in files.items():
        _write(file, text, folder=layout == "csv")
    told, statements, reports = len(made.told), sum(1 for _ in made.statements), len(made.reports)
    if as_json:
        show.as_json(
            {
                "format": layout,
                "files": [str(file) for file in files],
                "claims": told,
                "statements": statements,
                "reports": reports,
            }
        )
    else:
        where = f"{out} ({', '.join(file.name for file in files)})" if layout == "csv" else str(out)
        held = f"{_counted(told, 'claim')}, {_counted(statements, 'statement')}, {_counted(reports, 'report')}"
        show.errors.print(f"Wrote {where}: {held}.", highlight=False, markup=False, soft_wrap=True)


def import_(
    file: Annotated[Path, typer.Argument(help="A STIX bundle, or FollowTheMoney entities.")],
    layout: Annotated[Literal["stix", "ftm"], typer.Option("--format", help="What the file is: stix or ftm.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    read_texts: Annotated[bool, typer.Option("--read", help="Read the words of its reports and notes too.")] = False,
    as_json: Json = False,
) -> None:
    """Book what another program says, as reports of its own source.

    What could not be taken is said.
    """
    from missionwatch import flow  # noqa: PLC0415

    with opened(ledger, create=True) as book:
        done = flow.take_in(file, book, layout, read_texts=read_texts)
    if as_json:
        show.as_json({"reports": done.reports, "booked": done.booked, "already": done.already, "left": dict(done.left)})
        return
    known = f" ({done.already} of them booked already)" if done.already else ""
    said = f"{_counted(done.reports, 'report')}{known}, {_counted(done.booked, 'statement')} booked."
    show.console.print(said, highlight=False, soft_wrap=True)
    for why, count in done.left.items():
        show.console.print(f"  left out ({count}): {why}", highlight=False, markup=False, soft_wrap=True)


def card(
    mission: Annotated[str, typer.Argument(help="The mission's register name (takuba).")],
    out: Annotated[Path, typer.Option("--out", help="The file to write: .svg, or .html for an iframe.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    language: Annotated[str, typer.Option("--lang", help="The card's language.")] = "en",
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Write a mission's state as a picture to embed.

    Level, strength, lead, own part and last development at a glance.
    """
    from missionwatch import exchange, flow  # noqa: PLC0415

    if out.suffix not in (".svg", ".html"):
        raise typer.BadParameter(f"{out} is neither .svg nor .html; end it with one of them", param_hint="--out")
    day, moment = as_day(as_of, "--as-of") or datetime.now(UTC).date(), as_moment(known)
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        seen = flow.see(book, theatre_of(theatre), as_of=day, known_at=moment)
        concerns = flow.judge(seen, flow.before(book, seen, events), flow.beside(seen, events))
        made = flow.card(seen, concerns, mission, book.markings(), language=language)
    _write(out, (exchange.to_svg(made) if out.suffix == ".svg" else exchange.to_page(made)).encode(), folder=False)
    if as_json:
        show.as_json(
            {"file": str(out), "mission": mission, "language": language, "level": made.level, "says": made.said}
        )
    else:
        show.errors.print(f"Wrote {out}.", highlight=False, markup=False)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _write(file: Path, text: bytes, *, folder: bool) -> None:
    try:
        if folder:
            file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)
    except OSError as fault:
        raise typer.BadParameter(
            f"cannot write {file}: {fault.strerror}; choose another file", param_hint="--out"
        ) from fault

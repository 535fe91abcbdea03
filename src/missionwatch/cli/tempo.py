"""``tempo load`` and ``tempo show``: event data in, incidents near the missions' places out."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from missionwatch.cli import show as screen
from missionwatch.cli.arguments import as_day, opened, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, LedgerAt, TheatreName
from missionwatch.errors import LedgerMissingError

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.records import Near, Picture, Tempo, Theatre
    from missionwatch.tempo import Loaded

DEFAULT_FOLDER = Path("missionwatch.tempo")
WORST = 8  # reasons of rejection and refused files that are listed

tempo = typer.Typer(
    name="tempo",
    no_args_is_help=True,
    help="Load event data; show incidents near each mission's places.",
)


@tempo.command()
def load(
    files: Annotated[
        list[Path], typer.Argument(help="Event files, zipped or not, or folders of them.", show_default=False)
    ],
    into: Annotated[
        Path, typer.Option("--into", envvar="MISSIONWATCH_TEMPO", help="The folder that keeps the event data.")
    ] = DEFAULT_FOLDER,
    form: Annotated[
        Literal["auto", "acled", "ucdp", "gdelt"],
        typer.Option("--format", help="Whose files they are, where it is not seen from the columns."),
    ] = "auto",
    release: Annotated[
        str | None, typer.Option(help="The release the files are of (25.1), where their names do not say it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Load event files into a folder: each event once, the newer version stands, bad rows are kept apart with their reason."""
    from missionwatch.tempo.loading import files_in, load  # noqa: PLC0415 - the rooms are loaded when a command needs them

    paths = files_in(files)
    with screen.progress(disable=as_json) as bar:
        task = bar.add_task("Loading event files", total=len(paths))
        done = load(
            paths,
            into,
            format=None if form == "auto" else form,
            release=release,
            progress=lambda seen: bar.update(task, completed=seen),
        )
    if as_json:
        screen.as_json(
            {
                "files": done.files, "already": done.already, "refused": [{"file": f, "reason": r} for f, r in done.refused], "rows": done.rows,
                "added": done.added, "replaced": done.replaced, "unchanged": done.unchanged, "rejected": done.rejected, "flaws": done.flaws,
            }
        )  # fmt: skip
    else:
        _say_loaded(done, into)
    if done.refused and not done.files and not done.already:
        from missionwatch.errors import TempoStoreError  # noqa: PLC0415

        name, reason = done.refused[0]
        raise TempoStoreError(f"nothing was loaded: {name}: {reason}")


@tempo.command("show")
def show_tempo(
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    weeks: Annotated[int, typer.Option(min=4, max=1300, help="How many weeks to show.")] = 26,
    near: Annotated[float, typer.Option(min=1, max=1000, help="How far around a place events count, in km.")] = 100.0,
    mission: Annotated[str | None, typer.Option(help="Show one mission only, by its register name (takuba).")] = None,
    at: Annotated[
        list[str] | None, typer.Option("--at", help="Ask at this place too, by its name in the register (gao).")
    ] = None,
    usual: Annotated[
        Literal["year", "seasons"],
        typer.Option(help="What is usual: the year before, or the same season of five earlier years."),
    ] = "year",
    events: Annotated[
        Path, typer.Option("--events", envvar="MISSIONWATCH_TEMPO", help="The folder that keeps the event data.")
    ] = DEFAULT_FOLDER,
    ledger: LedgerAt = DEFAULT_LEDGER,
    as_json: Json = False,
) -> None:
    """Show incidents and deaths near each mission's places, beside what is usual, and since when that changed."""
    from missionwatch import flow  # noqa: PLC0415
    from missionwatch.tempo.asking import Archive  # noqa: PLC0415

    day = as_day(as_of, "--as-of") or datetime.now(UTC).date()
    followed = _one(theatre_of(theatre), mission)
    seen = _picture(ledger, followed, day)
    with Archive(events) as archive:
        found = flow.measure(archive, followed, as_of=day, seen=seen, at=at or (), km=near, shown=weeks, against=usual)
    if as_json:
        screen.as_json(msgspec.to_builtins(found))
    else:
        _say_tempo(found, followed, day, has_ledger=seen is not None)


def _one(followed: Theatre, mission: str | None) -> Theatre:
    if mission is None:
        return followed
    wanted = mission if ":" in mission else f"mission:{mission}"
    if wanted not in followed.missions:
        names = ", ".join(one.removeprefix("mission:") for one in followed.missions)
        raise typer.BadParameter(f"{mission!r} is no mission of this theatre; it has {names}", param_hint="--mission")
    return msgspec.structs.replace(followed, missions=(wanted,))


def _picture(ledger: str, followed: Theatre, day: date) -> Picture | None:
    """Return the picture that names the missions' places; None where there is no ledger yet."""
    from missionwatch import flow  # noqa: PLC0415

    try:
        with opened(ledger) as book:
            return flow.see(book, followed, as_of=day, known_at=flow.end_of(day))
    except LedgerMissingError:
        return None


def _say_loaded(done: Loaded, into: Path) -> None:
    from missionwatch.tempo.store import REJECTS  # noqa: PLC0415

    say = screen.console.print
    say(f"{done.rows:,} rows of {done.files} files: {done.added:,} added, {done.replaced:,} replaced by a newer version, "
        f"{done.unchanged:,} there already, {done.rejected_rows:,} rejected.", highlight=False)  # fmt: skip
    if done.already:
        say(f"{done.already} files had been loaded before.", highlight=False)
    for reason, number in done.rejected.most_common(WORST):
        say(f"  rejected: {number:,} × {reason} (see {into / REJECTS})", highlight=False, markup=False)
    for flaw, number in done.flaws.most_common():
        say(f"  kept with a flaw: {number:,} × {flaw}", highlight=False, markup=False)
    for name, reason in done.refused[:WORST]:
        say(f"  refused: {name}: {reason}", highlight=False, markup=False)
    if len(done.refused) > WORST:
        say(f"  … and {len(done.refused) - WORST} more files refused", highlight=False)


def _say_tempo(found: tuple[Tempo, ...], followed: Theatre, day: date, *, has_ledger: bool) -> None:
    from missionwatch import register  # noqa: PLC0415
    from missionwatch.cli.tempos import STYLE, Beside, line  # noqa: PLC0415
    from missionwatch.tempo import wording  # noqa: PLC0415

    known = register.load()
    shown: dict[Near, str] = {}
    line(
        f"Tempo as of {day}: events dated and known up to then. Datasets stand side by side and are never added up.",
        style="bold",
    )
    if not has_ledger:
        line(
            "There is no ledger, so only the countries that host each mission are asked; with one, the places its claims name are too."
        )
    for mission in followed.missions:
        of = [tempo for tempo in found if tempo.mission == mission]
        line(f"\n{known.name(mission, 'en') or mission}", style="bold")
        if not of:
            line("No place is known for it: the register names no host country, the picture no town.", 2)
        for near, tempos in groupby(of, key=lambda tempo: tempo.near):
            if near in shown:
                line(f"{near.name}: as under {shown[near]}", 2)
                continue
            shown[near] = known.name(mission, "en") or mission
            line(near.name + (f", {near.km:g} km round" if near.km else ""), 2, style="underline")
            for tempo in tempos:
                line(f"{wording.NAMES[tempo.source]}: {wording.headline(tempo)}", 4)
                if tempo.series:
                    changed = wording.change(tempo)
                    bars, each = wording.sparkline([week.incidents for week in tempo.series])
                    of_weeks = f"{len(tempo.series)} weeks" + (f", {each} a bar" if each > 1 else "")
                    line(
                        f"{bars}  {of_weeks}" + (f"; {changed}" if changed else ""), 6,
                        style=STYLE[tempo.change],
                    )  # fmt: skip
                for remark in wording.remarks(tempo):
                    line(remark, 6, style="dim")
    Beside(found).sources()

"""``missionwatch evaluate``: how well the reader reads gold reports, as tables for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.markup import escape
from rich.table import Table

from missionwatch.cli import show
from missionwatch.cli.options import Json
from missionwatch.errors import BelowFloorError

if TYPE_CHECKING:
    from missionwatch.reading.evaluation import Calibration, Evaluation, Fault, Score

_EACH = 2  # faults shown of a kind; more would hide the other kinds


def evaluate(
    files: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Gold files (YAML).")],
    language: Annotated[str | None, typer.Option("--lang", help="Only reports in this language.")] = None,
    worst: Annotated[int, typer.Option("--worst", min=0, help="How many of the worst kinds and slots to show.")] = 10,
    floors: Annotated[
        Path | None, typer.Option("--floors", help="A TOML file of floors; fail where reading is below one.")
    ] = None,
    reliability: Annotated[
        bool, typer.Option("--reliability", help="Show whether statements are as often right as they are sure.")
    ] = False,
    diagram: Annotated[Path | None, typer.Option("--diagram", help="Draw the same in this SVG file.")] = None,
    as_json: Json = False,
) -> None:
    """Measure how much of gold reports is read rightly.

    The worst comes first.
    """
    from missionwatch import flow  # noqa: PLC0415 - as in the other commands
    from missionwatch.reading import evaluation, gold  # noqa: PLC0415

    if diagram is not None and diagram.suffix != ".svg":
        raise typer.BadParameter(f"{diagram} is no name for a drawing; end it with .svg", param_hint="--diagram")
    least = {} if floors is None else evaluation.load_floors(floors)
    wanted = [report for path in files for report in gold.load_gold(path) if language in (None, report.language)]
    if not wanted:
        raise typer.BadParameter(f"none of these reports is in {language!r}", param_hint="--lang")
    with show.progress(disable=as_json) as progress:
        measured = evaluation.evaluate(progress.track(flow.examine(wanted), len(wanted), description="Reading"))
    under = evaluation.below(measured, {name: least[name] for name in least if language in (None, name)})
    if as_json:
        show.as_json(msgspec.to_builtins(measured) | {"below": under})
    else:
        _tables(measured, worst)
        if reliability:
            _reliability(measured.calibration)
    if diagram is not None:
        _draw(measured.calibration, diagram)
    if under:
        raise BelowFloorError(f"below the floors of {floors}: {'; '.join(under)}")


def _draw(calibration: Calibration, path: Path) -> None:
    from missionwatch.cli.diagram import draw  # noqa: PLC0415

    try:
        path.write_text(draw(calibration), encoding="utf-8")
    except OSError as fault:
        raise typer.BadParameter(
            f"cannot write {path}: {fault.strerror}; choose another file", param_hint="--diagram"
        ) from fault
    show.errors.print(f"Wrote {path}.", highlight=False, soft_wrap=True)


def _tables(measured: Evaluation, worst: int) -> None:
    total, incomplete = measured.total, measured.reports - measured.complete
    note = f" ({incomplete} not complete, which say nothing of precision)" if incomplete else ""
    show.console.print(
        f"[bold]{measured.reports} gold reports[/]{note}: {total.facts} facts, {total.statements} statements read",
        highlight=False,
    )
    _scores("language", measured.languages if len(measured.languages) == 1 else (*measured.languages, total))
    if total.broken:
        show.console.print(f"Read though it must never be: {total.broken}", style="red", highlight=False)
    if worst:
        _scores("worst kinds", measured.kinds[:worst])
        _slots(measured, worst)
        _faults(measured, worst)


def _scores(heading: str, scores: tuple[Score, ...]) -> None:
    table = Table()
    table.add_column(heading)
    for column in ("facts", "found", "exact", "slots", "precision", "recall", "F1"):
        table.add_column(column, justify="right")
    for score in scores:
        table.add_row(
            score.name, str(score.facts), str(score.found), _percent(score.rate("exact")), _percent(score.rate("slots")),
            _percent(score.precision), _percent(score.recall), _percent(score.f1),
        )  # fmt: skip
    show.console.print(table)


def _slots(measured: Evaluation, worst: int) -> None:
    table = Table()
    for column in ("worst slots", "judged", "right", "accuracy", "for example"):
        table.add_column(column, justify="right" if column in ("judged", "right", "accuracy") else "left")
    for slot in measured.slots[:worst]:
        fault = next((fault for fault in measured.faults if fault.what == "wrong" and slot.name in fault.slots), None)
        table.add_row(
            slot.name, str(slot.judged), str(slot.right), _percent(slot.accuracy), _words(fault) if fault else ""
        )
    if table.row_count:
        show.console.print(table)


def _faults(measured: Evaluation, worst: int) -> None:
    table = Table(show_lines=True)
    for column in ("what went wrong", "fact", "words"):
        table.add_column(column, overflow="fold")
    for kind in measured.kinds[:worst]:
        of_kind = [fault for fault in measured.faults if fault.kind == kind.name]
        for number, fault in enumerate(of_kind[:_EACH], 1):
            what = f"[bold]{fault.kind}[/] ({number} of {len(of_kind)})\n{fault.what} {', '.join(fault.slots)}"
            table.add_row(what.rstrip(), escape(fault.fact or "no fact of the gold"), _words(fault))
    if table.row_count:
        show.console.print(table)


def _words(fault: Fault) -> str:
    return f"[dim]{escape(fault.report)}:[/] {escape(fault.words or 'no sentence names it')}"


def _reliability(calibration: Calibration) -> None:
    table = Table()
    for column in ("confidence", "statements", "mean confidence", "share right"):
        table.add_column(column, justify="right")
    for one in calibration.bins:
        if one.statements or one.low > 0:
            table.add_row(
                f"{one.low:.1f}–{one.high:.1f}", str(one.statements), _percent(one.confidence), _percent(one.share)
            )
    show.console.print(table)
    error = "none: no complete report has statements" if calibration.error is None else f"{calibration.error:.3f}"
    show.console.print(
        f"Expected calibration error: {error} ({calibration.statements} statements)", highlight=False, soft_wrap=True
    )


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.0%}"

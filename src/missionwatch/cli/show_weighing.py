"""What ``why`` and ``ratings`` show: a claim's arithmetic, line by line, and how far each source can be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from missionwatch.cli import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Backing, Rule, Source, Weighing

CREDIBILITY = {
    1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged",
}  # fmt: skip
RULES: dict[Rule, str] = {
    "confirmed": "two or more independent voices, one of reliability A or B, undisputed",
    "two-voices": "two or more independent voices, none of reliability A or B",
    "reliable-voice": "one voice, of reliability A",
    "one-voice": "one voice",
    "disputed": "different values are said",
    "denied-by-fewer": "denied by fewer voices than say it",
    "hearsay-only": "hearsay only",
    "denied-by-as-many": "denied by as many voices as say it, or more",
    "cannot-be-judged": "only sources of reliability F",
}


def weighing(found: Weighing) -> None:
    """Print a claim's arithmetic."""
    claim = found.claim
    stale = f", stale: not said since {claim.last}" if claim.stale else ""
    show.console.print(
        f"[bold]{claim.type or claim.predicate}[/] {escape(show.says(claim.statement))}", highlight=False
    )
    show.console.print(
        f"claim {claim.id}, said {claim.first} to {claim.last}{stale}\n"
        f"credibility [bold]{found.credibility}[/] ({CREDIBILITY[found.credibility]}): {RULES[found.rule]}\n"
        f"  {found.voices} independent of {len(found.support)} statements say it, {found.denying} of {len(found.against)} deny it",
        highlight=False,
    )
    for heading, backings in (
        ("says it", found.support), ("denies it", found.against), ("corrected", found.corrected), ("said before", found.earlier),
    ):  # fmt: skip
        _backings(heading, backings)
    for value in claim.disputed:
        saying = (b.report.publisher or b.report.source for b in found.support if b.statement.id in value.statements)
        who = ", ".join(dict.fromkeys(saying))
        show.console.print(f"disputed: {value.field} {value.said}, says {who}", highlight=False, markup=False)
    for turn in found.turns:
        way = "raise" if turn.credibility < found.credibility else "lower"
        way = "make" if 6 in (turn.credibility, found.credibility) else way
        show.console.print(f"would {way} it to {turn.credibility}: {turn.what}", highlight=False, markup=False)


def _backings(heading: str, backings: Sequence[Backing]) -> None:
    if not backings:
        return
    table = Table(title=heading, title_justify="left")
    for column in ("words", "report", "source", "voice"):
        table.add_column(column, overflow="fold")
    for one in backings:
        day = one.report.published.isoformat() if one.report.published else "no date"
        counts = "[bold]1[/]" if one.counts else "–"
        table.add_row(
            f"“{escape(one.statement.evidence.quote)}”\n[dim]{one.statement.id}[/]",
            f"{escape(one.report.title)}\n{day}",
            f"{escape(one.report.publisher or one.report.source)}: {one.reliability}\n[dim]{escape(one.reason or 'no reason given')}[/]",
            f"{counts} {escape(one.why)}",
        )
    show.console.print(table)


def ratings(found: Sequence[Source]) -> None:
    """Print how far each source can be relied on, and why."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("source", no_wrap=True)
    table.add_column("", no_wrap=True)  # the grade: one letter
    for column in ("name", "because"):
        table.add_column(column, overflow="fold")
    for one in found:
        by = f" [dim](rated by {escape(one.by)})[/]" if one.by else ""  # else the theatre's file says so
        table.add_row(escape(one.id), one.reliability, escape(one.name), escape(one.reason or "no reason given") + by)
    show.console.print(table)

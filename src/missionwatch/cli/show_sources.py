"""How sources, visits and what became of their documents look on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from missionwatch.cli.show import console, errors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from missionwatch.flow import Outcome
    from missionwatch.records import EventFile, SourceHealth, Theatre
    from missionwatch.sources import Visited

_UNITS = ((86_400, "d"), (3600, "h"), (60, "m"), (1, "s"))
_SHOWN = 8  # lines of what a source would give


def span(seconds: float) -> str:
    """Return a span of time in its largest unit: ``90`` is ``1m``."""
    for size, unit in _UNITS:
        if seconds >= size:
            return f"{seconds / size:.0f}{unit}"
    return "now"


def listed(theatre: Theatre, health: Mapping[str, SourceHealth | None], now: datetime) -> None:
    """Print the sources that are collected and how each fares."""
    if not theatre.collect:
        console.print(
            f"Theatre {theatre.name} collects nothing yet. `missionwatch sources add` adds a source.", highlight=False
        )
        return
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("source", "connector", "every", "success", "newest", "yield", "due"):
        table.add_column(heading, overflow="fold", no_wrap=heading not in ("source", "connector"))
    troubles: list[tuple[str, str, bool]] = []  # below the table, where a message has room
    for one in theatre.collect:
        known = health.get(one.key)
        row = [one.key, one.connector, span(one.every)]
        if known is None:
            row += ["never", "", "", "now"]
        else:
            if known.faults:
                times = f" ({known.failures} times in a row)" if known.failures > 1 else ""
                troubles.append((one.key, known.faults[-1].reason[:160] + times, known.failures > 0))
            lag = known.lag(now)
            row += [
                span((now - known.succeeded).total_seconds()) if known.succeeded else "never",
                span(lag) if lag is not None else "",
                f"{known.given_last} of {known.given}",
                span((known.due - now).total_seconds()) if known.due and known.due > now else "now",
            ]
        style = "red" if known is not None and known.failures else None
        table.add_row(*(escape(cell) for cell in row), style=style)
    console.print(table)
    legend = "success, newest: how long ago; yield: documents of the last run, of all; due: when it is asked again"
    console.print(legend, style="dim", highlight=False)
    for key, reason, failing in troubles:
        console.print(f"{key}: {reason}", style="red" if failing else "yellow", highlight=False, markup=False)
    silent = sorted({s.id for s in theatre.sources} - {c.source for c in theatre.collect})
    if silent:
        console.print(f"Not collected: {', '.join(silent)}", highlight=False, style="dim")


def tried(said: Mapping[str, Any]) -> None:
    """Print what a source would give."""
    if "fault" in said:
        errors.print(f"{said['source']}: {said['fault']}", style="red", highlight=False, markup=False, soft_wrap=True)
        return
    found = said["would_give"]
    console.print(
        f"[bold]{escape(said['source'])}[/] ({escape(said['connector'])}) answers; its first page lists {len(found)}",
        highlight=False,
    )
    for one in found[:_SHOWN]:
        _line(one["published"], one["title"] or one["url"])
    if len(found) > _SHOWN:
        console.print(f"  … and {len(found) - _SHOWN} more", highlight=False)
    for fault in said["faults"]:
        _fault(fault["reason"])


def visited(one: Visited, *, dry: bool) -> None:
    """Print what a visit gave."""
    if dry:
        state = "[red]failed[/]" if one.failed else f"would give {len(one.wanted)}"
        console.print(f"[bold]{escape(one.key)}[/] {state}", highlight=False)
        for wanted in one.wanted[:_SHOWN]:
            _line(wanted.published.isoformat() if wanted.published else None, wanted.title or wanted.url)
        if len(one.wanted) > _SHOWN:
            console.print(f"  … and {len(one.wanted) - _SHOWN} more", highlight=False)
    else:
        parts = (
            [f"{one.documents} new document{'' if one.documents == 1 else 's'}"]
            if one.documents or not one.events
            else []
        )
        parts += [f"{one.events} event file{'' if one.events == 1 else 's'}"] if one.events else []
        state = "[red]failed[/]" if one.failed else ", ".join(parts)
        console.print(f"[bold]{escape(one.key)}[/] {state}", highlight=False)
    for fault in one.faults:
        _fault(fault.reason)


def booked(outcome: Outcome, url: str) -> None:
    """Print what became of a collected document."""
    if outcome.report is None:
        said = str(outcome.refused).replace(str(outcome.path), url)  # a path is no address: it loses a slash
        errors.print(f"  {said}", style="red", highlight=False, markup=False, soft_wrap=True)
        return
    day = outcome.report.published.isoformat() if outcome.report.published else "no date   "
    read = (
        f"unread ({outcome.report.language})"
        if outcome.unread
        else f"{outcome.statements} statements, {outcome.booked} new"
    )
    console.print(f"  {day}  {escape(outcome.report.title)[:90]}: {read}", highlight=False, soft_wrap=True)


def events(files: Sequence[EventFile]) -> None:
    """Print how many event files wait for the tempo."""
    if files:
        size = sum(one.size for one in files) / 1e6
        console.print(f"{len(files)} event files ({size:.1f} MB) are ready for the tempo.", highlight=False)


def nobody_to_write_to(theatre: Theatre) -> None:
    """Ask for a contact: who runs a server should be able to write to who asks it."""
    errors.print(
        f"Theatre {theatre.name} names no `contact`; set one, so that those who run the servers can reach you.",
        style="yellow", highlight=False, markup=False, soft_wrap=True,
    )  # fmt: skip


def _line(published: str | None, title: str) -> None:
    console.print(f"  {(published or '')[:10]:10}  {escape(title)[:100]}", highlight=False, soft_wrap=True)


def _fault(reason: str) -> None:
    errors.print(f"  {reason}", style="yellow", highlight=False, markup=False, soft_wrap=True)

"""What people see on the screen: tables and lines, with colour where the screen has it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from missionwatch.flow import Outcome
    from missionwatch.reading import Reading
    from missionwatch.records import (
        Change,
        Claim,
        Concern,
        EntityRef,
        MissionPicture,
        Picture,
        Quantity,
        Report,
        ReportHead,
        Statement,
        Story,
        Tempo,
    )
    from missionwatch.reports import Revision

console = Console()
errors = Console(stderr=True)
SHORT = 8  # characters of a claim's id that are shown: enough to ask `why`
LEVEL_STYLE = {"none": "dim", "low": "green", "guarded": "yellow", "high": "red", "severe": "bold red"}
_QUALIFIED = {
    "about": "~",
    "nearly": "nearly ",
    "more_than": ">",
    "at_least": "≥",
    "up_to": "≤",
    "less_than": "<",
    "exact": "",
}


def as_json(value: object, *, lines: bool = False) -> None:
    """Print JSON for programs, indented or as one line."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_printable(msgspec.to_builtins(value)))
    sys.stdout.write((encoded if lines else msgspec.json.format(encoded, indent=1)).decode() + "\n")
    sys.stdout.flush()


def _printable(value: object) -> object:
    """Return a value with every text as text: names of files may hold bytes that are none."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_printable(key): _printable(one) for key, one in value.items()}
        case list() | tuple():
            return [_printable(one) for one in value]
        case _:
            return value


def progress(*, disable: bool) -> Progress:
    """Return a bar for long work, on standard error and only where a person looks on."""
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=errors,
        disable=disable or not errors.is_terminal, transient=True,
    )  # fmt: skip


def name(ref: EntityRef) -> str:
    """Return how a ref is called on the screen; a state's body is named."""
    said = ref.name or ref.text
    return f"{said} ({ref.body.replace('_', ' ')})" if ref.body and ref.kind == "state" else said


def amount(quantity: Quantity | None) -> str:
    """Return a quantity as people write it."""
    if quantity is None:
        return ""
    if quantity.span is not None:
        return "–".join(f"{n:,.0f}" for n in quantity.span)
    if quantity.value is None:
        return quantity.qualifier
    return f"{_QUALIFIED.get(quantity.qualifier, '')}{quantity.value:,.0f}"


def says(statement: Statement) -> str:
    """Return a statement in one line."""
    parts: list[str] = []
    if statement.negated:
        parts.append("NOT")
    if statement.modality != "actual":
        parts.append(f"[{statement.modality}]")
    for role, refs in statement.roles.items():
        parts.append(f"{role}: {', '.join(name(r) for r in refs)}")
    if statement.quantity:
        parts.append(f"quantity: {amount(statement.quantity)}")
    parts.extend(
        f"{field}: {value}"
        for field in ("function", "rank", "grade", "subject", "duration", "caveat")
        if (value := getattr(statement, field))
    )
    parts.extend(
        f"{field}: {', '.join(values)}"
        for field in ("purposes", "options", "cause", "effect")
        if (values := getattr(statement, field))
    )
    parts.extend(f"{field}: {amount(value)}" for field in ("killed", "injured") if (value := getattr(statement, field)))
    if statement.assets:
        parts.append("assets: " + ", ".join(a.name for a in statement.assets))
    if about := [name(ref) for ref in statement.about if not isinstance(ref, str)]:
        parts.append("about: " + ", ".join(about))
    if statement.time:
        parts.append(f"{statement.time.relation} {statement.time.edtf or statement.time.text}")
    if statement.likelihood:
        parts.append(f"{statement.likelihood.term} ({statement.likelihood.low:.0%}–{statement.likelihood.high:.0%})")
    if statement.holders:
        parts.append("says: " + ", ".join(name(h) for h in statement.holders))
    if statement.hearsay:
        parts.append("hearsay")
    return "; ".join(parts)


def statements(report: Report, found: Sequence[Statement], *, explain: bool) -> None:
    """Print a report's statements with their words."""
    when = report.published.isoformat() if report.published else "no date"
    console.print(
        f"[bold]{escape(report.title)}[/] ({report.language}, {when}): {len(found)} statements", highlight=False
    )
    table = Table(show_lines=True)
    for heading in ("what", "says", "words"):
        table.add_column(heading, overflow="fold")
    for statement in found:
        kind = statement.type or statement.predicate
        label = f"{kind}\n{statement.confidence:.0%}" + (f"\n{statement.frame}" if explain else "")
        words = " … ".join(e.quote for e in (statement.evidence, *statement.more))
        table.add_row(label, escape(says(statement)), escape(words))
    console.print(table)


def readers(found: Reading) -> None:
    """Print what was refused of a language model, how often two readers agree, and what only one of them says."""
    if found.refused:
        counts = ", ".join(f"{reason} {count}" for reason, count in found.refused.items())
        console.print(f"Refused of what the model said: {counts}", highlight=False)
    if found.unread:
        errors.print(f"Pieces of the report that the model left unread: {found.unread}", style="red", highlight=False)
    if found.only:
        console.print(f"Both say {len(found.agreed)} of these.", highlight=False)
    by_id = {statement.id: statement for statement in found.statements}
    for reader, said in found.only.items():
        if not said:
            continue
        console.print(f"[bold]Only {escape(reader)} says[/] {len(said)}:", highlight=False)
        for statement in (by_id[one] for one in said):
            line = f"  {statement.type or statement.predicate}: {says(statement)}"
            console.print(escape(line), highlight=False, soft_wrap=True)


def refusals(outcomes: Iterable[Outcome]) -> None:
    """Print what could not be read, and why."""
    for outcome in outcomes:
        if outcome.refused is not None:
            kept = " It is kept unread, and read once there is a reader for it." if outcome.unread else ""
            errors.print(
                f"{outcome.path}: {outcome.refused}{kept}", style="red", highlight=False, markup=False, soft_wrap=True
            )


def outcomes(made: Sequence[Outcome], head: str) -> None:
    """Print what became of each document."""
    table = Table()
    for heading in ("report", "published", "statements", "booked"):
        table.add_column(heading, justify="right" if heading in ("statements", "booked") else "left", overflow="fold")
    for outcome in made:
        if outcome.report is None:
            continue
        booked = "already there" if outcome.already else "kept" if outcome.unread else str(outcome.booked)
        read = f"unread ({outcome.report.language})" if outcome.unread else str(outcome.statements)
        day = outcome.report.published.isoformat() if outcome.report.published else "unknown"
        copy = " (copy)" if outcome.report.copy_of else " (new version)" if outcome.report.earlier else ""
        table.add_row(escape(outcome.report.title) + copy, day, read, booked)
    if table.row_count:
        console.print(table)
    refusals(made)
    console.print(f"Head of the ledger: {head}", highlight=False)


def stories(found: Sequence[tuple[Story, Sequence[ReportHead]]]) -> None:
    """Print the stories, each with its reports."""
    if not found:
        console.print("No stories of so many reports. --least 1 shows every report.")
    for story, heads in found:
        days = str(story.first) if story.first == story.last else f"{story.first} – {story.last}"
        console.print(
            f"[bold]{escape(story.title)}[/] [dim]{days}, {len(heads)} reports, {' '.join(story.languages)} ({story.id})[/]",
            highlight=False,
        )
        for head in heads:
            copy = " (copy)" if head.copy_of else " (new version)" if head.earlier else ""
            day = head.published.isoformat() if head.published else "undated   "
            console.print(
                f"  {day}  {head.language}  {escape(head.source)}: {escape(head.title)}{copy}", highlight=False
            )


def versions(found: Sequence[tuple[ReportHead, ReportHead, Revision]]) -> None:
    """Print how pages changed."""
    if not found:
        console.print("No page changed between one fetch and the next.")
    for before, after, what in found:
        console.print(
            f"[bold]{escape(after.title)}[/] [dim]{escape(after.source)}, {before.id} → {after.id}[/]", highlight=False
        )
        for mark, paragraphs, style in (("-", what.removed, "red"), ("+", what.added, "green")):
            for paragraph in paragraphs:
                console.print(f"  {mark} {paragraph}", style=style, highlight=False, markup=False)
        for old, new in what.changed:
            console.print(f"  - {old}", style="red", highlight=False, markup=False)
            console.print(f"  + {new}", style="green", highlight=False, markup=False)
        if not (what.added or what.removed or what.changed):
            console.print("  The same text, dated otherwise.")


def _claim(claim: Claim) -> str:
    grade = f"{claim.credibility}"
    voices = f", {claim.voices} voices" if claim.voices > 1 else ""
    dispute = ""
    if claim.disputed:
        dispute = " [yellow]disputed: " + escape("; ".join(f"{v.field} {v.said}" for v in claim.disputed)) + "[/]"
    stale = f" [yellow]stale: last said {claim.last}[/]" if claim.stale else ""
    return f"{escape(says(claim.statement))} [dim](credibility {grade}{voices}; {claim.id[:SHORT]})[/]{dispute}{stale}"


def _says_anything(mission: MissionPicture) -> bool:
    """Tell whether any claim stands in it: a name and a state of which nothing is known are no news."""
    return any(isinstance(claims := getattr(mission, field), tuple) and claims for field in mission.__struct_fields__)


def _mission(mission: MissionPicture, concern: Concern | None, *, called: str | None = None) -> None:
    level = concern.level if concern else "none"
    was = f", {concern.trend} (was {concern.earlier})" if concern is not None and concern.earlier is not None else ""
    state = "" if mission.state == "unknown" else f" ({mission.state})"
    title = f"[bold]{escape(called or name(mission.mission))}[/]{state} [{LEVEL_STYLE[level]}]{level}[/]{was}"
    console.rule(title, align="left")
    if concern is not None and concern.reasons:
        respects = [f"{one.dimension} {one.level}" for one in concern.dimensions if one.level not in ("none", "low")]
        if respects:
            console.print(f"  in: {', '.join(respects)}", highlight=False)
        console.print(
            "  made by: " + ", ".join(f"{r.signal} ({r.counted:.1f})" for r in concern.reasons[:5]), highlight=False
        )
    table = Table(show_header=False, box=None, padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    rows = (
        ("lead", mission.lead), ("purpose", mission.purpose), ("strength", mission.strength), ("periods", mission.periods),
        ("own", mission.own), ("contributions", tuple(c for c in mission.contributions if c not in mission.own)), ("posts", mission.posts),
        ("developments", mission.developments), ("assessments", mission.assessments), ("questions", mission.questions),
        ("options", mission.options), ("risks", mission.risks), ("interests", mission.interests),
    )  # fmt: skip
    for label, claims in rows:
        for n, claim in enumerate(claims[:8]):
            kind = f"[bold]{claim.type}[/] " if claim.type else ""
            table.add_row(label if n == 0 else "", kind + _claim(claim))
        if len(claims) > 8:
            table.add_row("", f"… and {len(claims) - 8} more (--json shows all)")
    for n, claim in enumerate(mission.state_by[:2]):
        table.add_row("state" if n == 0 else "", f"{mission.state}: {_claim(claim)}")
    for n, day in enumerate(mission.calendar[:6]):
        table.add_row("ahead" if n == 0 else "", f"{day.earliest}–{day.latest} {_claim(day.claim)}")
    if table.row_count:
        console.print(table)
    else:
        console.print("  nothing reported", style="dim")


def picture(seen: Picture, concerns: Sequence[Concern], tempos: Sequence[Tempo] = ()) -> None:
    """Print the state of each mission, and beside it what event data count at its places."""
    from missionwatch.cli.tempos import Beside  # noqa: PLC0415 - only where there is something to show of it

    counted = Beside(tempos)
    title = seen.theatre.title.get("en", seen.theatre.name)
    console.print(
        f"[bold]{escape(title)}[/] as of {seen.as_of}, as known at {seen.known_at:%Y-%m-%d %H:%M} UTC", highlight=False
    )
    by_mission = {c.mission: c for c in concerns}
    for mission in seen.missions:
        _mission(mission, by_mission.get(mission.mission.id or ""))
        counted.mission(mission.mission.id, name(mission.mission))
    if _says_anything(seen.general):
        _mission(seen.general, by_mission.get(""), called="Wider developments")
    for claim in seen.presences:
        console.print(f"  present: {_claim(claim)}")
    for chain in seen.chains[:8]:
        hit = f" → {', '.join(name(ref) for ref in chain.targets)}" if chain.targets else ""
        console.print(escape(f"  risks that hang together: {' → '.join(chain.hazards)}{hit}"), highlight=False)
    counted.sources()


def changes(found: Sequence[Change], before: date, after: date) -> None:
    """Print what changed."""
    console.print(f"[bold]Changes from {before} to {after}[/]: {len(found)}", highlight=False)
    table = Table()
    for heading in ("change", "mission", "what"):
        table.add_column(heading, overflow="fold")
    for change in found[:40]:
        claim = change.after or change.before
        if claim is not None:
            table.add_row(
                change.kind,
                (change.mission or "").removeprefix("mission:"),
                f"[bold]{claim.type or claim.predicate}[/] {_claim(claim)}"
                + (f"\n[dim]by {change.by.type or change.by.predicate}[/] {_claim(change.by)}" if change.by else ""),
            )
    if table.row_count:
        console.print(table)
    if len(found) > 40:
        console.print(f"… and {len(found) - 40} more (--json shows all)")


def demo(folder: Path, bookings: int, documents: int, seconds: float) -> None:
    """Print where the demo's results are."""
    console.print(f"{documents} dispatches, {bookings} bookings, verified, in {seconds:.1f} s.", highlight=False)
    console.print(f"Briefings and ledger: {folder}", highlight=False, soft_wrap=True)
    console.print(
        f"Open {folder}/briefing-2022-03-01-en.html in a browser; every sentence opens to its evidence.",
        highlight=False,
        soft_wrap=True,
    )

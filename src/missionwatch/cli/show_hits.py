"""How what a search found looks on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from missionwatch.cli.show import console, errors, says

if TYPE_CHECKING:
    from missionwatch.records import Hit, Results

_SHORT = 8  # characters of an id: enough for `review`
_MEANING = {
    "missing": "Searched by words and names only: meaning needs pip install 'missionwatch[stories]'",
    "partly": "Not every report can be found by meaning yet: each search makes some of them ready.",
}


def hits(found: Results) -> None:
    """Print the hits: what each is, what it says with its words, and what found it."""
    for name, ids in found.names.items():
        console.print(Text(f"{name}: {', '.join(ids)}", style="dim"), highlight=False)
    if not found.hits:
        console.print("Nothing found. Fewer words or filters find more.")
    else:
        least = "at least " if found.more else ""
        console.print(f"[bold]{least}{found.total}[/] found", highlight=False)
        table = Table()
        for heading in ("what", "words", "source", "found by"):
            table.add_column(heading, overflow="fold")
        for hit in found.hits:
            table.add_row(_what(hit), _words(hit), _source(hit), _why(hit))
        console.print(table)
    if found.cursor is not None:
        console.print(f"More: --cursor {found.cursor}", highlight=False, soft_wrap=True)
    if found.cut:
        errors.print("The search was too long: only its beginning was searched for.", style="yellow", highlight=False)
    if not found.complete:
        errors.print(
            "Another program is writing the index: what was booked last may be missing.",
            style="yellow",
            highlight=False,
        )
    if found.meaning in _MEANING:
        errors.print(_MEANING[found.meaning], style="yellow", highlight=False, markup=False)


def _what(hit: Hit) -> Text:
    if hit.statement is None:
        return Text.assemble(("report", "bold"), "\n", (hit.id[:_SHORT], "dim"))
    corrected = " (corrected)" if hit.corrects is not None else ""
    kind = hit.statement.type or hit.statement.predicate
    return Text.assemble((kind, "bold"), corrected, "\n", (hit.id[:_SHORT], "dim"))


def _words(hit: Hit) -> Text:
    """Return the snippet with its marks in bold, below a report's title or above what a statement says."""
    words = Text(hit.text)
    for mark in hit.marks:
        words.stylize("bold", mark.start - hit.snippet.start, mark.end - hit.snippet.start)
    words = Text(" ").join(line for line in words.split("\n") if line.plain.strip())
    if hit.statement is not None:
        return Text.assemble(words, "\n", (says(hit.statement), "dim"))
    return words


def _source(hit: Hit) -> Text:
    day = hit.report.published.isoformat() if hit.report.published else "undated"
    return Text(f"{hit.report.source}\n{day} {hit.report.language}")


def _why(hit: Hit) -> Text:
    return Text("\n".join((", ".join(hit.found_by), *((", ".join(hit.matched),) if hit.matched else ()))))

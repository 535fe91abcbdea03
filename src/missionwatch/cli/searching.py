"""``search``: statements and reports by words, names and meaning."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from missionwatch.cli import show, show_hits
from missionwatch.cli.arguments import as_day, as_moment, beside, opened
from missionwatch.cli.options import DEFAULT_LEDGER, Json, Known, LedgerAt
from missionwatch.records import Query, Sought

_EMBEDDED = 1_000  # reports whose vectors one search makes at most: a second or two


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(help='Words in any language, "a phrase", a beginning*; after -- also -unwanted words.'),
    ] = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    mission: Annotated[
        list[str] | None, typer.Option("--mission", help="Of this mission (takuba); may be repeated.")
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option("--place", help="Of this place, or country with the places in it (Gao, Mali, ML)."),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="Speaks of that day or later, YYYY-MM-DD.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Speaks of that day or earlier, YYYY-MM-DD.")] = None,
    known: Known = None,
    source: Annotated[list[str] | None, typer.Option("--source", help="From this source, by its id.")] = None,
    predicate: Annotated[
        list[str] | None, typer.Option("--predicate", help="Statements of this predicate (event).")
    ] = None,
    kind_of: Annotated[list[str] | None, typer.Option("--type", help="Events of this type (withdraw).")] = None,
    language: Annotated[list[str] | None, typer.Option("--lang", help="In this language (nl, en, fr).")] = None,
    kind: Annotated[Sought, typer.Option("--kind", help="Statements, reports or both.")] = "all",
    words_only: Annotated[bool, typer.Option("--words-only", help="Leave meaning out: quicker.")] = False,
    size: Annotated[int, typer.Option("--most", min=1, max=200, help="So many hits at most.")] = 20,
    cursor: Annotated[str | None, typer.Option("--cursor", help="The next page, as the page before it said.")] = None,
    as_json: Json = False,
) -> None:
    """Find statements and reports across languages.

    By words, names and meaning.
    """
    from missionwatch import flow  # noqa: PLC0415

    query = Query(
        words=" ".join(words or ()), missions=tuple(mission or ()), places=tuple(place or ()), first=as_day(first, "--from"),
        last=as_day(last, "--to"), known=as_moment(known) if known is not None else None, sources=tuple(source or ()),
        predicates=tuple(predicate or ()), types=tuple(kind_of or ()), languages=tuple(language or ()), kind=kind,
        meaning=not words_only, size=size, cursor=cursor,
    )  # fmt: skip
    with opened(ledger) as book, show.progress(disable=as_json) as bar:
        tasks = {what: bar.add_task(f"Indexing {what}", total=None, visible=False) for what in ("bookings", "vectors")}
        found = flow.search(
            book, query, index=beside(ledger, "search"), embed=_EMBEDDED,
            progress=lambda what, done, of: bar.update(tasks[what], completed=done, total=of, visible=True),
        )  # fmt: skip
    if as_json:
        show.as_json(msgspec.to_builtins(found))
    else:
        show_hits.hits(found)

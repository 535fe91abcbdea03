"""``sources``: which there are and how they fare, whether they answer, adding one, and fetching what they have."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from missionwatch.cli import show, show_sources
from missionwatch.cli.arguments import as_day, beside, opened, place_of, theatre_of
from missionwatch.cli.faults import exit_code
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt, TheatreName
from missionwatch.clock import system_clock
from missionwatch.errors import SourceError, SourceSettingsError, SourceUnavailableError, TheatreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Collect, Theatre
    from missionwatch.sources import Visited

app = typer.Typer(name="sources", no_args_is_help=True, help="The theatre's sources: list, check, add and fetch.")

CollectionAt = Annotated[
    Path | None,
    typer.Option(
        "--collection", help="The folder of what was collected (default: beside the ledger).", show_default=False
    ),
]
Chosen = Annotated[
    list[str] | None, typer.Option("--source", help="Only this source (several times for several).", show_default=False)
]


def collection_beside(ledger: Path | str) -> Path:
    """Return the folder in which a ledger's collected documents lie: ``missionwatch.db`` has ``missionwatch.collected``."""
    return place_of(ledger).with_suffix(".collected")


@app.command("list")
def list_(
    theatre: TheatreName = "mali",
    ledger: LedgerAt = DEFAULT_LEDGER,
    collection: CollectionAt = None,
    as_json: Json = False,
) -> None:
    """List the sources that are collected and how each fares."""
    from missionwatch.sources import Collection, connector_of  # noqa: PLC0415 - the rooms are loaded when needed

    followed = theatre_of(theatre)
    folder = collection or collection_beside(ledger)
    health = {}
    if folder.is_dir():
        with Collection(folder) as kept:
            health = {one.key: kept.health(one.key) for one in followed.collect}
    for one in followed.collect:
        connector_of(one, f"theatre {followed.name}")
    if as_json:
        show.as_json([
            {
                "key": one.key, "source": one.source, "connector": one.connector, "every": one.every, "options": one.options,
                "health": msgspec.to_builtins(health.get(one.key)),
            }
            for one in followed.collect
        ])  # fmt: skip
    else:
        show_sources.listed(followed, health, system_clock())


@app.command()
def check(
    theatre: TheatreName = "mali",
    source: Chosen = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    collection: CollectionAt = None,
    as_json: Json = False,
) -> None:
    """Check the settings, ask each source for one page, and say what it would give. Nothing is kept."""
    from missionwatch import sources  # noqa: PLC0415

    followed = theatre_of(theatre)
    folder = collection or collection_beside(ledger)
    which = _chosen(followed, source)
    for one in which:
        sources.options_of(one, f"theatre {followed.name}")
    first: SourceError | None = None
    tried: list[dict[str, Any]] = []
    kept = sources.Collection(folder) if folder.is_dir() else None
    try:
        with sources.client_for(followed, kept, attempts=1) as client:
            for one in which:
                try:
                    visited = sources.trial(followed, one, client)
                except SourceError as fault:
                    first = first or fault
                    tried.append({"source": one.key, "connector": one.connector, "would_give": [], "fault": str(fault)})
                else:
                    tried.append(_would_give(visited))
                if not as_json:
                    show_sources.tried(tried[-1])
    finally:
        if kept is not None:
            kept.close()
    if as_json:
        show.as_json(tried)
    if first is not None:
        raise typer.Exit(exit_code(first))


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="Your theatre file.")],
    source_id: Annotated[
        str, typer.Argument(metavar="ID", help="The source's id; a listed source gets a `collect` table.")
    ],
    connector: Annotated[str, typer.Option("--connector", help="A connector or a preset.")],
    name: Annotated[
        str | None, typer.Option("--name", help="The source's name (default: the preset's, else its id).")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="government, parliament, organisation, media …")] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="Whose government or public it speaks for: NL.")
    ] = None,
    language: Annotated[str | None, typer.Option("--lang", help="The source's language.")] = None,
    reliability: Annotated[str | None, typer.Option("--reliability", help="Admiralty code A–F (default: F).")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why that reliability.")] = None,
    every: Annotated[str | None, typer.Option("--every", help='How often it is asked: "30m".')] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="An option of the connector, as key=value (several times).")
    ] = None,
    trial: Annotated[bool, typer.Option("--trial/--no-trial", help="Ask the source once before it is added.")] = True,
    as_json: Json = False,
) -> None:
    """Add a source to a theatre file after checking it. Comments and all other lines stay as they are."""
    from missionwatch import sources, theatre  # noqa: PLC0415
    from missionwatch.sources import adding  # noqa: PLC0415

    if not file.is_file() and str(file) in theatre.shipped():
        raise TheatreError(f"the theatre {file} ships with missionwatch; copy its file and add to the copy")
    theatre.load(str(file))
    preset = sources.presets().get(connector)
    about = {
        "id": source_id, "name": name or (preset.name if preset else source_id), "kind": kind, "country": country,
        "language": language or (preset.language if preset else None), "reliability": reliability, "reason": reason,
    }  # fmt: skip
    collect: dict[str, Any] = {"connector": connector, "every": every or (f"{preset.every}s" if preset else None)}
    for setting in settings or ():
        key, equals, value = setting.partition("=")
        if not equals or not key.isidentifier():
            raise typer.BadParameter(f"{setting!r} is no key=value", param_hint="--set")
        collect[key] = adding.value_of(value)
    text = adding.with_source(file.read_text(encoding="utf-8"), about, collect)
    made = theatre.parse(text.encode(), file)
    one = next(c for c in made.collect if c.source == source_id)
    sources.options_of(one, str(file))
    given = None
    if trial:
        with sources.client_for(made, None, attempts=1) as client:
            given = _would_give(sources.trial(made, one, client))
    adding.write(file, text)
    if as_json:
        show.as_json({"file": str(file), "source": one.key, "connector": one.connector, "trial": given})
    else:
        if given is not None:
            show_sources.tried(given)
        show.console.print(f"Added {one.key} to {file}.", highlight=False, soft_wrap=True)


@app.command()
def fetch(
    theatre: TheatreName = "mali",
    ledger: LedgerAt = DEFAULT_LEDGER,
    source: Chosen = None,
    since: Annotated[str | None, typer.Option(help="Nothing published before that day, YYYY-MM-DD.")] = None,
    due: Annotated[
        bool, typer.Option("--due", help="Only the sources whose time has come, by their own rhythm.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be fetched; keep nothing.")] = False,
    collection: CollectionAt = None,
    as_json: Json = False,
) -> None:
    """Fetch what the sources have, make reports of it, and book what they state."""
    from missionwatch import flow, sources  # noqa: PLC0415

    followed = theatre_of(theatre)
    which: Sequence[Collect] = _chosen(followed, source)
    if followed.contact is None:
        show_sources.nobody_to_write_to(followed)
    first_day: date | None = as_day(since, "--since")
    with sources.Collection(collection or collection_beside(ledger)) as kept, kept.alone():
        if due:
            now = sources.due(followed, kept, system_clock())
            which = [one for one in now if one in which]
            if not which and not as_json:
                show.console.print("No source is due.", highlight=False)
        visits: list[Visited] = []
        for visited in flow.collect(followed, kept, which=which, since=first_day, dry=dry_run):
            visits.append(visited)
            if as_json:
                show.as_json({"visit": _visit(visited, dry=dry_run)}, lines=True)
            else:
                show_sources.visited(visited, dry=dry_run)
        if not dry_run:
            with opened(ledger, create=True) as book:
                urls = {waiting.number: waiting.document.url for waiting in kept.waiting()}
                for outcome in flow.book_collected(kept, book, followed, known=beside(ledger, "known")):
                    url = urls.get(outcome.number or 0, str(outcome.path))
                    if as_json:
                        show.as_json({"document": {
                            "url": url, "report": outcome.report.id if outcome.report else None, "statements": outcome.statements,
                            "booked": outcome.booked, "already": outcome.already, "unread": outcome.unread,
                            "refused": str(outcome.refused) if outcome.refused else None,
                        }}, lines=True)  # fmt: skip
                    else:
                        show_sources.booked(outcome, url)
            if not as_json:
                show_sources.events(kept.event_files())
    if any(visited.failed for visited in visits):
        raise typer.Exit(exit_code(SourceUnavailableError("a source could not be read")))


def _chosen(theatre: Theatre, named: Sequence[str] | None) -> list[Collect]:
    if not theatre.collect:
        raise SourceSettingsError(
            f"theatre {theatre.name} collects nothing; add a `collect` table to a source (docs/sources/README.md says how)"
        )
    if not named:
        return list(theatre.collect)
    unknown = [one for one in named if not any(one in (c.key, c.source) for c in theatre.collect)]
    if unknown:
        raise typer.BadParameter(
            f"{', '.join(unknown)} is not collected; there is {', '.join(c.key for c in theatre.collect)}",
            param_hint="--source",
        )
    return [c for c in theatre.collect if c.key in named or c.source in named]


def _would_give(visited: Visited) -> dict[str, Any]:
    return {
        "source": visited.key, "connector": visited.connector, "would_give": [_listed(one) for one in visited.wanted],
        "faults": [msgspec.to_builtins(fault) for fault in visited.faults],
    }  # fmt: skip


def _visit(visited: Visited, *, dry: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "source": visited.key, "connector": visited.connector, "documents": visited.documents, "event_files": visited.events,
        "failed": visited.failed, "faults": [msgspec.to_builtins(fault) for fault in visited.faults],
    }  # fmt: skip
    if dry:
        said["would_give"] = [_listed(one) for one in visited.wanted]
    return said


def _listed(wanted: Any) -> dict[str, Any]:
    return {
        "url": wanted.url, "title": wanted.title, "published": wanted.published.isoformat() if wanted.published else None,
        "format": wanted.format,
    }  # fmt: skip

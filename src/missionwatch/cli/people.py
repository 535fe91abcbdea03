"""``people`` and ``audit``: accounts, keys and sessions of a team, and who did what."""

from __future__ import annotations

import getpass
import sys
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from missionwatch.cli import show, show_people
from missionwatch.cli.arguments import as_day, beside, opened
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt, PeopleAt
from missionwatch.errors import PersonRefusedError
from missionwatch.records import Role, Tlp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.people import People
    from missionwatch.records import Act, Person

app = typer.Typer(name="people", no_args_is_help=True, help="A team's accounts, keys and sessions.")
keys = typer.Typer(name="keys", no_args_is_help=True, help="The keys of programs: new, list and revoke.")
sessions = typer.Typer(name="sessions", no_args_is_help=True, help="Who is logged in: list and end.")
app.add_typer(keys)
app.add_typer(sessions)

By = Annotated[str | None, typer.Option("--by", help="Who does it (default: the name you are logged in with).")]
Name = Annotated[str, typer.Argument(help="The account's name.")]
Locale = Annotated[str, typer.Option("--locale", help="The language of pages: nl, en or fr.")]


@app.command()
def add(
    name: Name,
    role: Annotated[Role, typer.Option("--role", help="reader, analyst, editor or admin.")] = "reader",
    clearance: Annotated[Tlp, typer.Option("--clearance", help="The strictest TLP 2.0 mark they may see.")] = "green",
    locale: Locale = "en",
    password: Annotated[
        bool,
        typer.Option("--password/--no-password", help="Ask for one (or read a line of standard input), or leave it."),
    ] = True,
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """Make an account."""
    with _opened(ledger, people, create=True) as kept:
        given = _password(name) if password else None
        made = kept.accounts.add(
            name, by=by or getpass.getuser(), role=role, clearance=clearance, locale=locale, password=given
        )
    _show(made, as_json=as_json)


@app.command("list")
def list_(ledger: LedgerAt = DEFAULT_LEDGER, people: PeopleAt = None, as_json: Json = False) -> None:
    """List the accounts, with their sessions and keys that are in force."""
    with _opened(ledger, people) as kept:
        lines = [
            (one, len(kept.sessions.of(one.id)), sum(kept.keys.is_open(key) for key in kept.keys.of(one.id)))
            for one in kept.accounts.all()
        ]
    if as_json:
        show.as_json([{**msgspec.to_builtins(one), "sessions": n, "keys": k} for one, n, k in lines])
    else:
        show_people.listed(lines)


@app.command()
def role(
    name: Name,
    given: Annotated[Role, typer.Argument(metavar="ROLE", help="reader, analyst, editor or admin.")],
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """Give somebody another role.

    Their sessions end.
    """
    with _opened(ledger, people) as kept:
        after = kept.accounts.set_role(kept.accounts.named(name).id, given, by=by or getpass.getuser())
    _show(after, as_json=as_json)


@app.command()
def clearance(
    name: Name,
    mark: Annotated[Tlp, typer.Argument(help="The strictest TLP 2.0 mark they may see.")],
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """Let somebody see more or less, from now on."""
    with _opened(ledger, people) as kept:
        after = kept.accounts.set_clearance(kept.accounts.named(name).id, mark, by=by or getpass.getuser())
    _show(after, as_json=as_json)


@app.command()
def disable(
    name: Name, by: By = None, ledger: LedgerAt = DEFAULT_LEDGER, people: PeopleAt = None, as_json: Json = False
) -> None:
    """Let somebody in no longer.

    Sessions end and keys are revoked.
    """
    with _opened(ledger, people) as kept:
        after = kept.accounts.disable(kept.accounts.named(name).id, by=by or getpass.getuser())
    _show(after, as_json=as_json)


@app.command()
def enable(
    name: Name, by: By = None, ledger: LedgerAt = DEFAULT_LEDGER, people: PeopleAt = None, as_json: Json = False
) -> None:
    """Let somebody in again.

    Their keys stay revoked.
    """
    with _opened(ledger, people) as kept:
        after = kept.accounts.enable(kept.accounts.named(name).id, by=by or getpass.getuser())
    _show(after, as_json=as_json)


@app.command()
def password(
    name: Name, by: By = None, ledger: LedgerAt = DEFAULT_LEDGER, people: PeopleAt = None, as_json: Json = False
) -> None:
    """Set somebody's password, asked for without echo or read from standard input.

    Their sessions end.
    """
    with _opened(ledger, people) as kept:
        person = kept.accounts.named(name)
        after = kept.accounts.set_password(person.id, _password(name), by=by or getpass.getuser())
    _show(after, as_json=as_json)


@keys.command("new")
def new_key(
    name: Name,
    called: Annotated[str, typer.Argument(metavar="FOR", help="What the key is for, in a few words.")],
    scope: Annotated[list[str], typer.Option("--scope", help="read, export, review, add or admin (several times).")],
    days: Annotated[int | None, typer.Option("--days", min=1, help="How long it lasts (default 90).")] = None,
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """Make a key for a program and print it, this once."""
    with _opened(ledger, people) as kept:
        lasts = None if days is None else timedelta(days=min(days, 1_000_000))
        person = kept.accounts.named(name)
        made = kept.keys.new(person.id, called, scope, by=by or getpass.getuser(), lasts=lasts)
    if as_json:
        show.as_json({**msgspec.to_builtins(made.key), "secret": made.secret})
    else:
        show_people.new_key(made)


@keys.command("list")
def list_keys(
    name: Annotated[str | None, typer.Argument(help="The account's name (default: all).")] = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """List keys, also expired and revoked ones; no secret is kept that could be shown."""
    with _opened(ledger, people) as kept:
        names = {one.id: one.name for one in kept.accounts.all()}
        found = kept.keys.of(None if name is None else kept.accounts.named(name).id)
        lines = [(key, names[key.person], kept.keys.is_open(key)) for key in found]
    if as_json:
        show.as_json([{**msgspec.to_builtins(key), "person": name, "open": fine} for key, name, fine in lines])
    else:
        show_people.keys(lines)


@keys.command("revoke")
def revoke_key(
    key: Annotated[str, typer.Argument(help="The key's id, as `people keys list` shows it.")],
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """Let a key open nothing from now on."""
    with _opened(ledger, people) as kept:
        after = kept.keys.revoke(key, by=by or getpass.getuser())
    if as_json:
        show.as_json(msgspec.to_builtins(after))
    else:
        show.console.print(f"Revoked: {after.id} ({after.name})", highlight=False, markup=False, soft_wrap=True)


@sessions.command("list")
def list_sessions(
    name: Name, ledger: LedgerAt = DEFAULT_LEDGER, people: PeopleAt = None, as_json: Json = False
) -> None:
    """List where somebody is logged in."""
    with _opened(ledger, people) as kept:
        found = kept.sessions.of(kept.accounts.named(name).id)
    if as_json:
        show.as_json(msgspec.to_builtins(found))
    else:
        show_people.sessions(found)


@sessions.command("end")
def end_sessions(
    name: Name,
    session: Annotated[
        str | None, typer.Option("--session", help="Only this one, by the id that `people sessions list` shows.")
    ] = None,
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    people: PeopleAt = None,
    as_json: Json = False,
) -> None:
    """End all of somebody's sessions, or one."""
    with _opened(ledger, people) as kept:
        person = kept.accounts.named(name).id
        ended = kept.sessions.throw_out(person, by=by or getpass.getuser(), session=session)
    if as_json:
        show.as_json({"ended": ended})
    else:
        show.console.print(f"Ended: {ended}", highlight=False)


def audit(
    ledger: LedgerAt = DEFAULT_LEDGER,
    person: Annotated[
        str | None, typer.Option("--person", help="What this person did, or what was done to them.")
    ] = None,
    what: Annotated[str | None, typer.Option("--what", help="Only such acts, by their code: role-changed.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="From that day on, YYYY-MM-DD.")] = None,
    as_json: Json = False,
) -> None:
    """List who did what, the latest last."""
    first = as_day(since, "--since")
    with opened(ledger) as book:
        found: list[tuple[datetime, Act]] = []
        for booking in book.bookings(kind="act"):
            act = show_people.act_of(booking)
            named = person is None or person.casefold() in (act.by.casefold(), (act.on or "").casefold())
            if named and what in (None, act.what) and (first is None or booking.known_at.date() >= first):
                found.append((booking.known_at, act))
    if as_json:
        show.as_json(
            [{"at": at, "by": act.by, "what": act.what, "on": act.on, "detail": act.detail} for at, act in found]
        )
    else:
        show_people.acts(found)


# --- inside


@contextmanager
def _opened(ledger: str, people: str | None, *, create: bool = False) -> Iterator[People]:
    """Give the people of a ledger; each change is noted in its audit log."""
    from missionwatch.people import open_people  # noqa: PLC0415 - the rooms are loaded when a command needs them

    with opened(ledger, create=create) as book:
        address = people or str(beside(ledger, "people"))
        with open_people(address, noting=book.note, create=create) as kept:
            yield kept


def _password(name: str) -> str:
    """Ask twice without echo where somebody sits at the screen, else read one line; never an argument, which all may see."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline(10_000)
        if not line:
            raise PersonRefusedError("there is no password on standard input; give it as a line, or use --no-password")
        return line.rstrip("\r\n")
    first = getpass.getpass(f"Password for {name}: ")
    if first != getpass.getpass("The same again: "):
        raise PersonRefusedError("the two are not the same; try again")
    return first


def _show(person: Person, *, as_json: bool) -> None:
    if as_json:
        show.as_json(msgspec.to_builtins(person))
    else:
        show_people.person(person)

"""What people see of accounts, keys, sessions and acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from missionwatch.cli.show import console
from missionwatch.records import Act

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from missionwatch.people import NewKey
    from missionwatch.records import Booking, Key, Person, Session


def person(one: Person) -> None:
    """Print an account on one line."""
    state = "" if one.active else ", disabled"
    console.print(
        f"{one.name}: {one.role}, clearance {one.clearance}, pages in {one.locale}{state}",
        highlight=False, markup=False, soft_wrap=True,
    )  # fmt: skip


def listed(lines: Iterable[tuple[Person, int, int]]) -> None:
    """Print the accounts."""
    table = _table("name", "role", "clearance", "pages", "logs in by", "sessions", "keys")
    for one, sessions_, keys_ in lines:
        state = (one.issuer or "password") if one.active else "disabled"
        table.add_row(escape(one.name), one.role, one.clearance, one.locale, escape(state), str(sessions_), str(keys_))
    console.print(table)


def new_key(made: NewKey) -> None:
    """Print a new key, its secret alone on a line."""
    key = made.key
    console.print(
        f"{key.name} ({', '.join(key.scopes)}), until {key.expires:%Y-%m-%d}. It is shown this once:\n{made.secret}",
        highlight=False, markup=False, soft_wrap=True,
    )  # fmt: skip


def keys(lines: Iterable[tuple[Key, str, bool]]) -> None:
    """Print keys, with whose they are and whether they open anything."""
    table = _table("key", "whose", "for", "scopes", "used", "until")
    for key, name, fine in lines:
        end = f"{key.expires:%Y-%m-%d}" if fine else "revoked" if key.revoked else "expired"
        table.add_row(key.id, escape(name), escape(key.name), ", ".join(key.scopes), _moment(key.used), end)
    console.print(table)


def sessions(found: Iterable[Session]) -> None:
    """Print somebody's sessions."""
    table = _table("session", "since", "used", "at most until")
    for one in found:
        table.add_row(one.id, _moment(one.created), _moment(one.used), _moment(one.expires))
    console.print(table)


def acts(found: Iterable[tuple[datetime, Act]]) -> None:
    """Print who did what."""
    table = _table("when", "who", "what", "whom or what", "more")
    for at, act in found:
        more = "; ".join(f"{name} {value}" for name, value in act.detail.items())
        table.add_row(_moment(at), _line(act.by), _line(act.what), _line(act.on or ""), _line(more))
    console.print(table)


def act_of(booking: Booking) -> Act:
    """Return the act that a booking of the kind holds."""
    if not isinstance(booking.payload, Act):
        raise TypeError(f"booking {booking.seq} holds no act")
    return booking.payload


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at is not None else "never"


def _line(text: str) -> str:
    return escape("".join(sign if sign.isprintable() else "?" for sign in text))


def _table(*names: str) -> Table:
    table = Table(show_header=True, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    return table

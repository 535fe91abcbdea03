"""Wrong passwords: counted in the store for each account and each address, so that all workers know; pauses grow and always end.

A try is counted before the password is looked at and forgiven when it was right, so that a thousand at once are not one. Who comes
from an address from which they came in before is counted apart, so that strangers cannot keep somebody out of their account.
"""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from missionwatch.errors import LoginThrottledError
from missionwatch.people.rules import Pauses, Rules, network_of, pause_after
from missionwatch.people.schema import FAMILIAR, TRIES, Store, read, written

if TYPE_CHECKING:
    from datetime import datetime

_T, _F = TRIES.c, FAMILIAR.c


class Ticket(NamedTuple):
    """A try that was let through: what it is counted under."""

    account: str
    address: str | None
    familiar: str | None


class Tries:
    """The count of wrong tries in a store."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store, self._rules = store, rules

    def admit(self, account: str, address: str | None) -> Ticket:
        """Count a try at an account (its folded name; nobody need have it) from an address, or raise ``LoginThrottledError``.

        ``address`` is the client's as the door knows it; ``None`` where there is none, as on the command line.
        """
        network = None if address is None else network_of(address)
        familiar = None if network is None else _subject("familiar", account, network)
        with self._store.writing() as connection:
            now = self._store.now
            self._forget(connection, now)
            known = connection.execute(sa.select(_F.subject).where(_F.subject == familiar)).first() is not None
            subject = _subject("account", account, *((network or "",) if known else ()))
            ticket = Ticket(subject, None if network is None else _subject("address", network), familiar)
            counted = [(ticket.account, self._rules.by_account)]
            counted += [(ticket.address, self._rules.by_address)] if ticket.address is not None else []
            wait = max(self._wait(connection, one, pauses, now) for one, pauses in counted)
            if wait <= 0:
                for one, pauses in counted:
                    self._count(connection, one, pauses, now, 1)
        if wait > 0:  # only now, so that what `_wait` mended is kept
            raise LoginThrottledError(
                f"there were too many wrong tries; try again in {math.ceil(wait)} seconds", wait=wait
            )
        return ticket

    def forgive(self, connection: sa.Connection, ticket: Ticket, now: datetime) -> None:
        """Take back what a right try was counted; the account begins anew, the address only loses this one."""
        connection.execute(sa.delete(TRIES).where(_T.subject == ticket.account))
        if ticket.address is not None:
            self._count(connection, ticket.address, self._rules.by_address, now, -1)
        if ticket.familiar is not None:
            connection.execute(sa.delete(FAMILIAR).where(_F.subject == ticket.familiar))
            connection.execute(sa.insert(FAMILIAR).values(subject=ticket.familiar, last=written(now)))

    def _forget(self, connection: sa.Connection, now: datetime) -> None:
        connection.execute(sa.delete(TRIES).where(_T.last <= written(now - self._rules.forgotten)))
        connection.execute(sa.delete(FAMILIAR).where(_F.last <= written(now - self._rules.familiar)))

    @staticmethod
    def _wait(connection: sa.Connection, subject: str, pauses: Pauses, now: datetime) -> float:
        row = connection.execute(sa.select(_T.failures, _T.last, _T.until).where(_T.subject == subject)).first()
        if row is None:
            return 0.0
        until = read(row.until)
        if (
            read(row.last) > now
        ):  # the clock was set back: the pause begins anew, else it would last as long as the jump
            until = now + pause_after(row.failures, pauses)
            mended = {"last": written(now), "until": written(until)}
            connection.execute(sa.update(TRIES).where(_T.subject == subject).values(**mended))
        return (until - now).total_seconds()

    @staticmethod
    def _count(connection: sa.Connection, subject: str, pauses: Pauses, now: datetime, by: int) -> None:
        failures = connection.execute(sa.select(_T.failures).where(_T.subject == subject)).scalar() or 0
        connection.execute(sa.delete(TRIES).where(_T.subject == subject))
        left = failures + by
        if left > 0:
            until = written(now + pause_after(left, pauses) if by > 0 else now)
            connection.execute(sa.insert(TRIES).values(subject=subject, failures=left, last=written(now), until=until))


def _subject(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

"""One way in to all that is kept of people, and logging in: the only place where a password is held against an account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import sqlalchemy as sa

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import LoginRefusedError, OidcRefusedError, PersonRefusedError
from missionwatch.people import passwords
from missionwatch.people.accounts import Accounts, as_person, end_sessions
from missionwatch.people.keys import Keys
from missionwatch.people.rights import permissions_of
from missionwatch.people.rules import Rules, checked_name, folded
from missionwatch.people.schema import PENDING, PERSON, Store, written
from missionwatch.people.sessions import Sessions
from missionwatch.people.tries import Tries
from missionwatch.records import Access, Act

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from missionwatch.records import Person, Role, Tlp

_P = PERSON.c
_REFUSED = "that name and that password do not belong together, or the account is disabled"


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who just came in: who, and the token of their session, to be set as a cookie and kept nowhere else."""

    access: Access
    token: str = field(repr=False)


def open_people(
    address: str | Path,
    *,
    noting: Callable[[Act], None],
    create: bool = False,
    clock: Clock = system_clock,
    rules: Rules | None = None,
) -> People:
    """Open the store of people in a file or at a ``postgresql://`` address; with ``create`` make the file where there is none.

    ``noting`` is told each change before it is final: where it raises, nothing is changed. Raises ``PeopleStoreError``.
    """
    return People(Store(address, create=create, clock=clock), noting, rules or Rules())


class People:
    """Who may come in. ``accounts``, ``sessions`` and ``keys`` are what is kept of them, ``rules`` the times and numbers.

    May be used by several threads.
    """

    def __init__(self, store: Store, noting: Callable[[Act], None], rules: Rules) -> None:
        self._store, self._noting, self.rules = store, noting, rules
        self._tries = Tries(store, rules)
        self.accounts = Accounts(store, noting)
        self.sessions = Sessions(store, rules, noting)
        self.keys = Keys(store, rules, noting)

    def log_in(self, name: str, password: str, *, address: str | None, replacing: str | None = None) -> Entry:
        """Let somebody in by password: a new session with a new token, while ``replacing``, the one their browser brought, ends.

        ``address`` is where they come from. Raises ``LoginThrottledError`` or ``LoginRefusedError``, which never says what was wrong.
        """
        sought = _sought(name)
        ticket = self._tries.admit(sought, address)
        with self._store.reading() as connection:
            kept = connection.execute(
                sa.select(_P.id, _P.password).where(_P.folded == sought, _P.active.is_(True), _P.password.is_not(None))
            ).first()
        if not passwords.opens(kept.password if kept is not None else None, password) or kept is None:
            raise LoginRefusedError(_REFUSED)
        renewed = passwords.sealed(password) if passwords.is_outdated(kept.password) else kept.password
        with self._store.writing() as connection:
            still = sa.and_(_P.id == kept.id, _P.password == kept.password, _P.active.is_(True))
            person = connection.execute(sa.select(PERSON).where(still)).first()
            if person is None:  # changed or disabled while the hash was computed
                raise LoginRefusedError(_REFUSED)
            connection.execute(sa.update(PERSON).where(_P.id == kept.id).values(password=renewed))
            self._tries.forgive(connection, ticket, self._store.now)
            return self._enter(connection, as_person(person), replacing, "password")

    def change_own_password(self, access: Access, old: str, new: str, *, address: str | None) -> Person:
        """Change the password of who is logged in, who says the old one too. All their sessions end, this one as well.

        Raises ``LoginRefusedError`` or ``LoginThrottledError`` for the old one, ``PersonRefusedError`` for the new one.
        """
        person = access.person
        if access.session is None:
            raise PersonRefusedError("a password is changed by who is logged in, not by a key")
        passwords.check_password(new, person.name)
        ticket = self._tries.admit(_sought(person.name), address)
        with self._store.reading() as connection:
            kept = connection.execute(sa.select(_P.password).where(_P.id == person.id, _P.active.is_(True))).scalar()
        if not passwords.opens(kept, old):
            raise LoginRefusedError("the old password is another")
        with self._store.writing() as connection:
            self._tries.forgive(connection, ticket, self._store.now)
        return self.accounts.set_password(person.id, new, by=person.name)

    def vouched(
        self,
        issuer: str,
        subject: str,
        *,
        name: str,
        role: Role | None,
        clearance: Tlp,
        locale: str,
        replacing: str | None = None,
    ) -> Entry:
        """Let in whom a provider vouches for: the first time it makes the account, later it brings the role up to date.

        Without a ``role`` nobody comes in, and who had an account loses sessions and keys. Raises ``OidcRefusedError``. A local
        account of the same name is somebody else's: the provider's word opens none that it did not make.
        """
        with self._store.writing() as connection:
            theirs = sa.and_(_P.issuer == issuer, _P.subject == subject)
            row = connection.execute(sa.select(PERSON).where(theirs)).first()
            known = as_person(row) if row is not None else None
            if role is None:
                if known is not None and self.accounts.shut_out(connection, known.id):
                    self._noting(Act(by=known.name, what="shut-out", on=known.name, detail={"issuer": issuer}))
            elif known is None:
                known = self._welcome(connection, issuer, subject, name, role, clearance, locale)
            elif known.active and known.role != role:
                end_sessions(connection, known.id)
                connection.execute(sa.update(PERSON).where(_P.id == known.id).values(role=role))
                told = {"from": known.role, "to": role, "issuer": issuer}
                self._noting(Act(by=known.name, what="role-changed", on=known.name, detail=told))
                known = as_person(connection.execute(sa.select(PERSON).where(_P.id == known.id)).one())
            if role is not None and known is not None and known.active:
                return self._enter(connection, known, replacing, issuer)
        if role is None:
            raise OidcRefusedError(
                "nothing the provider says of you gives you a role here; ask an admin of the provider"
            )
        raise OidcRefusedError("this account is disabled; ask an admin")

    def await_state(self, state: str) -> None:
        """Remember that a login by way of a provider began with this state."""
        with self._store.writing() as connection:
            now = self._store.now
            connection.execute(sa.delete(PENDING).where(PENDING.c.expires <= written(now)))
            connection.execute(sa.insert(PENDING).values(state=state, expires=written(now + self.rules.pending)))

    def take_state(self, state: str) -> bool:
        """Say whether a login with this state is awaited; it is from then on not: nobody comes in twice with one."""
        with self._store.writing() as connection:
            awaited = sa.and_(PENDING.c.state == state, PENDING.c.expires > written(self._store.now))
            return connection.execute(sa.delete(PENDING).where(awaited)).rowcount == 1

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def __enter__(self) -> Self:
        """Return the people."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the store."""
        self.close()

    # --- inside

    def _enter(self, connection: sa.Connection, person: Person, replacing: str | None, how: str) -> Entry:
        session, token = self.sessions.start(connection, person.id, replacing=replacing, now=self._store.now)
        self._noting(Act(by=person.name, what="login", detail={"with": how}))
        return Entry(Access(person=person, permissions=permissions_of(person.role), session=session), token)

    def _welcome(
        self, connection: sa.Connection, issuer: str, subject: str, name: str, role: Role, clearance: Tlp, locale: str
    ) -> Person:
        try:
            plain = checked_name(name)
            made = self.accounts.enter(connection, plain, role, clearance, locale, issuer=issuer, subject=subject)
        except PersonRefusedError as fault:
            raise OidcRefusedError(f"no account can be made of what the provider says: {fault}") from fault
        self._noting(Act(by=plain, what="person-added", on=plain, detail={"role": role, "issuer": issuer}))
        return made


def _sought(name: str) -> str:
    """Return what an account is looked up by; what can be no name is looked up by one that nobody has."""
    try:
        return folded(checked_name(name))
    except PersonRefusedError:
        return ""

"""Accounts: who there is, and what changes of them. Each change is noted; what no longer fits it ends with it."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from missionwatch.errors import PersonRefusedError
from missionwatch.people import passwords
from missionwatch.people.rights import TABLE
from missionwatch.people.rules import checked_locale, checked_name, folded
from missionwatch.people.schema import KEY, PERSON, SESSION, Store, written
from missionwatch.records import TLPS, Act, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from missionwatch.records import Role, Tlp

    Noting = Callable[[Act], None]
    Told = dict[str, str] | None

_P = PERSON.c
_SEEN = (_P.id, _P.name, _P.role, _P.clearance, _P.locale, _P.active, _P.issuer)


class Accounts:
    """The accounts of a store. ``by`` is always the name of who does it; all raise ``PersonRefusedError`` and ``PeopleStoreError``."""

    def __init__(self, store: Store, noting: Noting) -> None:
        self._store, self._noting = store, noting

    def add(
        self,
        name: str,
        *,
        by: str,
        role: Role = "reader",
        clearance: Tlp = "green",
        locale: str = "en",
        password: str | None = None,
    ) -> Person:
        """Make an account; without a password nobody can log in to it until one is set (its keys work)."""
        plain = checked_name(name)
        kept = None
        if password is not None:
            passwords.check_password(password, plain)
            kept = passwords.sealed(password)
        with self._store.writing() as connection:
            made = self.enter(connection, plain, role, clearance, locale, password=kept)
            self._note(by, "person-added", made, {"role": role, "clearance": clearance})
        return made

    def enter(
        self,
        connection: sa.Connection,
        name: str,
        role: Role,
        clearance: Tlp,
        locale: str,
        *,
        password: str | None = None,
        issuer: str | None = None,
        subject: str | None = None,
    ) -> Person:
        """Write a new account (``password`` is its hash); for who notes it themselves."""
        _check(role, clearance)
        person = Person(
            id=secrets.token_hex(8), name=name, role=role, clearance=clearance, locale=checked_locale(locale),
            issuer=issuer,
        )  # fmt: skip
        if connection.execute(sa.select(_P.id).where(_P.folded == folded(name))).first() is not None:
            raise PersonRefusedError(f"there is somebody of the name {name} already; choose another")
        connection.execute(
            sa.insert(PERSON).values(
                id=person.id, name=name, folded=folded(name), role=role, clearance=clearance, locale=locale, active=True,
                password=password, issuer=issuer, subject=subject, created=written(self._store.now),
            )
        )  # fmt: skip
        return person

    def all(self) -> tuple[Person, ...]:
        """Return everybody, also those who are disabled, by name."""
        with self._store.reading() as connection:
            return tuple(as_person(row) for row in connection.execute(sa.select(*_SEEN).order_by(_P.folded)))

    def person(self, person: str) -> Person:
        """Return somebody by id."""
        with self._store.reading() as connection:
            return self._found(connection, person)

    def named(self, name: str) -> Person:
        """Return somebody by name."""
        plain = checked_name(name)
        with self._store.reading() as connection:
            row = connection.execute(sa.select(*_SEEN).where(_P.folded == folded(plain))).first()
        if row is None:
            raise PersonRefusedError(
                f"there is nobody of the name {plain}; `missionwatch people list` shows who there is"
            )
        return as_person(row)

    def set_role(self, person: str, role: Role, *, by: str) -> Person:
        """Give somebody another role; their sessions end."""
        with self._changing(person) as (connection, before):
            if before.role == role:
                return before
            _check(role, before.clearance)
            if role != "admin":
                self._leave_an_admin(connection, before)
            end_sessions(connection, person)
            return self._set(connection, before, by, "role-changed", {"from": before.role, "to": role}, role=role)

    def set_clearance(self, person: str, clearance: Tlp, *, by: str) -> Person:
        """Let somebody see more or less from now on."""
        with self._changing(person) as (connection, before):
            _check(before.role, clearance)
            if before.clearance == clearance:
                return before
            told: Told = {"from": before.clearance, "to": clearance}
            return self._set(connection, before, by, "clearance-changed", told, clearance=clearance)

    def set_locale(self, person: str, locale: str) -> Person:
        """Set the language in which somebody reads pages. It is nobody else's business, and is not noted."""
        with self._changing(person) as (connection, before):
            connection.execute(sa.update(PERSON).where(_P.id == before.id).values(locale=checked_locale(locale)))
            return self._found(connection, person)

    def disable(self, person: str, *, by: str) -> Person:
        """Let somebody in no longer: sessions end, keys are revoked. What they did stays theirs."""
        with self._changing(person) as (connection, before):
            if not before.active:
                return before
            self._leave_an_admin(connection, before)
            self.shut_out(connection, person)
            return self._set(connection, before, by, "person-disabled", active=False)

    def enable(self, person: str, *, by: str) -> Person:
        """Let somebody in again; their keys stay revoked."""
        with self._changing(person) as (connection, before):
            if before.active:
                return before
            return self._set(connection, before, by, "person-enabled", active=True)

    def set_password(self, person: str, password: str, *, by: str) -> Person:
        """Set somebody's password; their sessions end."""
        before = self.person(person)
        if before.issuer is not None:
            raise PersonRefusedError(f"{before.name} logs in by way of {before.issuer}; the password is changed there")
        passwords.check_password(password, before.name)
        kept = passwords.sealed(password)
        with self._changing(person) as (connection, now_so):
            end_sessions(connection, person)
            return self._set(connection, now_so, by, "password-changed", password=kept)

    def shut_out(self, connection: sa.Connection, person: str) -> bool:
        """End somebody's sessions and revoke their keys; say whether there were any."""
        ended = end_sessions(connection, person)
        still = sa.and_(KEY.c.person == person, KEY.c.revoked.is_(None))
        revoked = connection.execute(sa.update(KEY).where(still).values(revoked=written(self._store.now))).rowcount
        return ended + revoked > 0

    # --- inside

    @contextmanager
    def _changing(self, person: str) -> Iterator[tuple[sa.Connection, Person]]:
        with self._store.writing() as connection:
            yield connection, self._found(connection, person)

    def _set(
        self, connection: sa.Connection, before: Person, by: str, what: str, told: Told = None, **values: Any
    ) -> Person:
        connection.execute(sa.update(PERSON).where(_P.id == before.id).values(**values))
        after = self._found(connection, before.id)
        self._note(by, what, after, told)  # last, and before all is committed: nothing is changed that is not noted
        return after

    def _note(self, by: str, what: str, person: Person, told: Told) -> None:
        self._noting(Act(by=by, what=what, on=person.name, detail=told or {}))

    @staticmethod
    def _found(connection: sa.Connection, person: str) -> Person:
        row = connection.execute(sa.select(*_SEEN).where(_P.id == person)).first()
        if row is None:
            raise PersonRefusedError("there is nobody with that id")
        return as_person(row)

    @staticmethod
    def _leave_an_admin(connection: sa.Connection, leaving: Person) -> None:
        others = sa.and_(_P.role == "admin", _P.active.is_(True), _P.id != leaving.id)
        last = connection.execute(sa.select(_P.id).where(others).limit(1)).first() is None
        if leaving.role == "admin" and leaving.active and last:
            raise PersonRefusedError(f"{leaving.name} is the last admin; make somebody else one first")


def end_sessions(connection: sa.Connection, person: str) -> int:
    """End all sessions of somebody, and return how many."""
    return connection.execute(sa.delete(SESSION).where(SESSION.c.person == person)).rowcount


def as_person(row: Any) -> Person:
    """Return the person in a row that has the columns of one."""
    return Person(
        id=row.id, name=row.name, role=row.role, clearance=row.clearance, locale=row.locale, active=row.active, issuer=row.issuer,
    )  # fmt: skip


def _check(role: str, clearance: str) -> None:
    if role not in TABLE:
        raise PersonRefusedError(f"a role is one of {', '.join(TABLE)}, not {role[:40]!a}")
    if clearance not in TLPS:
        raise PersonRefusedError(f"a clearance is one of {', '.join(TLPS)}, not {clearance[:40]!a}")

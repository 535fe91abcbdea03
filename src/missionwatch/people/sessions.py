"""Sessions: a random token of 256 bits in somebody's browser, its SHA-256 in the store. It opens until it ends, then never again."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from missionwatch.errors import PeopleStoreError, PersonRefusedError
from missionwatch.people.accounts import as_person, end_sessions
from missionwatch.people.rights import permissions_of
from missionwatch.people.rules import Rules, session_ends
from missionwatch.people.schema import PERSON, SESSION, Store, read, written
from missionwatch.records import Access, Act, Session

if TYPE_CHECKING:
    from datetime import datetime

    from missionwatch.people.accounts import Noting

_S, _P = SESSION.c, PERSON.c
_LONGEST = 200  # characters; ours have 43
_TOUCHES = 60  # times at most that one idle time is written down, so that not each page is a write


class Sessions:
    """The sessions of a store."""

    def __init__(self, store: Store, rules: Rules, noting: Noting) -> None:
        self._store, self._rules, self._noting = store, rules, noting

    def start(
        self, connection: sa.Connection, person: str, *, replacing: str | None, now: datetime
    ) -> tuple[Session, str]:
        """Begin a session and return it with its token; ``replacing`` is the token the browser brought, which opens nothing from now on.

        Who has more sessions than is allowed loses the one unused longest.
        """
        stale = sa.or_(_S.expires <= written(now), _S.used <= written(now - self._rules.idle))
        connection.execute(sa.delete(SESSION).where(stale))
        if replacing is not None:
            connection.execute(sa.delete(SESSION).where(_S.digest == _digest(replacing)))
        mine = sa.select(_S.digest).where(_S.person == person).order_by(_S.used.desc(), _S.digest)
        beyond = connection.execute(mine.offset(self._rules.most_sessions - 1)).scalars().all()
        connection.execute(sa.delete(SESSION).where(_S.digest.in_(beyond)))
        token = secrets.token_urlsafe(32)
        begun = Session(
            id=secrets.token_hex(8), person=person, created=now, used=now, expires=now + self._rules.lasting
        )
        connection.execute(
            sa.insert(SESSION).values(
                digest=_digest(token), id=begun.id, person=person, created=written(now), used=written(now),
                expires=written(begun.expires),
            )
        )  # fmt: skip
        return begun, token

    def who(self, token: str) -> Access | None:
        """Return who has a session with that token and may go on with it, or ``None``. One that has ended is gone for good."""
        if not 0 < len(token) <= _LONGEST:
            return None
        digest = _digest(token)
        query = sa.select(_S.id.label("session"), _S.created.label("begun"), _S.used, _S.expires, *(
            _P.id, _P.name, _P.role, _P.clearance, _P.locale, _P.active, _P.issuer
        )).join_from(SESSION, PERSON, _S.person == _P.id)  # fmt: skip
        with self._store.reading() as connection:
            row = connection.execute(query.where(_S.digest == digest)).first()
        if row is None:
            return None
        now, found = self._store.now, _session(row, row.session, row.id, row.begun)
        if not row.active or now >= min(found.expires, session_ends(found.created, found.used, self._rules)):
            self._write(sa.delete(SESSION).where(_S.digest == digest))
            return None
        if now - found.used >= self._rules.idle / _TOUCHES:
            later = sa.and_(_S.digest == digest, _S.used < written(now))
            self._write(sa.update(SESSION).where(later).values(used=written(now)))
        person = as_person(row)
        return Access(person=person, permissions=permissions_of(person.role), session=found)

    def of(self, person: str) -> tuple[Session, ...]:
        """Return somebody's sessions that have not ended, the newest first."""
        now = self._store.now
        live = sa.and_(_S.person == person, _S.expires > written(now), _S.used > written(now - self._rules.idle))
        with self._store.reading() as connection:
            rows = connection.execute(sa.select(SESSION).where(live).order_by(_S.created.desc(), _S.id)).all()
        return tuple(_session(row, row.id, row.person, row.created) for row in rows)

    def end(self, token: str) -> None:
        """End the session with that token (logging out)."""
        with self._store.writing() as connection:
            connection.execute(sa.delete(SESSION).where(_S.digest == _digest(token)))

    def end_one(self, session: str, person: str) -> bool:
        """End one of somebody's sessions by its id; say whether there was one."""
        with self._store.writing() as connection:
            one = sa.and_(_S.id == session, _S.person == person)
            return connection.execute(sa.delete(SESSION).where(one)).rowcount > 0

    def end_all(self, person: str, *, but: str | None = None) -> int:
        """End all of somebody's sessions, except the one with the id ``but``; return how many."""
        with self._store.writing() as connection:
            if but is None:
                return end_sessions(connection, person)
            others = sa.and_(_S.person == person, _S.id != but)
            return connection.execute(sa.delete(SESSION).where(others)).rowcount

    def throw_out(self, person: str, *, by: str, session: str | None = None) -> int:
        """End somebody else's sessions, or the one with that id, and note it; return how many. Raises ``PersonRefusedError``."""
        meant = _S.person == person if session is None else sa.and_(_S.person == person, _S.id == session)
        with self._store.writing() as connection:
            name = connection.execute(sa.select(_P.name).where(_P.id == person)).scalar()
            ended = connection.execute(sa.delete(SESSION).where(meant)).rowcount
            if session is not None and not ended:
                raise PersonRefusedError("they have no such session; `missionwatch people sessions list` shows theirs")
            if ended:
                self._noting(Act(by=by, what="sessions-ended", on=name, detail={"sessions": str(ended)}))
        return ended

    def _write(self, statement: sa.Delete | sa.Update) -> None:
        with suppress(PeopleStoreError), self._store.writing() as connection:  # a busy store keeps nobody from a page
            connection.execute(statement)


def _session(row: Any, session: str, person: str, created: str) -> Session:
    return Session(id=session, person=person, created=read(created), used=read(row.used), expires=read(row.expires))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

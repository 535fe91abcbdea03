"""Keys of programs: ``mw_<id>_<secret>``, shown once. The store keeps the secret's SHA-256, which a secret of 256 bits needs no more of."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from missionwatch.errors import PeopleStoreError, PersonRefusedError
from missionwatch.people.accounts import as_person
from missionwatch.people.rights import SCOPES, permissions_of, scopes_for
from missionwatch.people.schema import KEY, PERSON, Store, read, read_if, written
from missionwatch.records import Access, Act, Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.people.accounts import Noting
    from missionwatch.people.rules import Rules
    from missionwatch.records import Scope

_K, _P = KEY.c, PERSON.c
_FORM = re.compile(r"mw_([0-9a-f]{12})_([0-9a-f]{64})", re.ASCII)
_LONGEST_NAME = 60
_TOUCH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made, with its secret: show it once, keep it nowhere."""

    key: Key
    secret: str = field(repr=False)


class Keys:
    """The keys of a store."""

    def __init__(self, store: Store, rules: Rules, noting: Noting) -> None:
        self._store, self._rules, self._noting = store, rules, noting

    def new(self, person: str, name: str, scopes: Iterable[str], *, by: str, lasts: timedelta | None = None) -> NewKey:
        """Make a key of somebody, for what its scopes allow of what they may do. Raises ``PersonRefusedError``."""
        given = set(scopes)
        wanted: tuple[Scope, ...] = tuple(scope for scope in SCOPES if scope in given)
        unknown = given - set(SCOPES)
        lasts = self._rules.key_lasts if lasts is None else lasts
        called = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
        if not 0 < len(called) <= _LONGEST_NAME:
            raise PersonRefusedError(f"a key has a name of 1 to {_LONGEST_NAME} characters that says what it is for")
        if unknown or not wanted:
            raise PersonRefusedError(f"a key has one or more of the scopes {', '.join(SCOPES)}")
        if not timedelta(0) < lasts <= self._rules.key_lasts_at_most:
            raise PersonRefusedError(f"a key lasts at most {self._rules.key_lasts_at_most.days} days")
        identity, secret = secrets.token_hex(6), secrets.token_hex(32)
        with self._store.writing() as connection:
            owner = connection.execute(sa.select(_P.name, _P.role, _P.active).where(_P.id == person)).first()
            if owner is None or not owner.active:
                raise PersonRefusedError("a key is somebody's who has an account that is not disabled")
            beyond = [scope for scope in wanted if scope not in scopes_for(owner.role)]
            if beyond:
                raise PersonRefusedError(f"{owner.name} is {owner.role}, whose keys cannot have: {', '.join(beyond)}")
            now = self._store.now
            live = sa.and_(_K.person == person, _K.revoked.is_(None), _K.expires > written(now))
            held = connection.execute(sa.select(sa.func.count()).select_from(KEY).where(live)).scalar() or 0
            if held >= self._rules.most_keys:
                raise PersonRefusedError(f"{owner.name} has {held} keys; revoke one first")
            made = Key(id=identity, name=called, person=person, scopes=wanted, created=now, expires=now + lasts)
            connection.execute(
                sa.insert(KEY).values(
                    id=identity, digest=_digest(secret), name=called, person=person, scopes=" ".join(wanted),
                    created=written(now), expires=written(made.expires),
                )
            )  # fmt: skip
            told = {
                "key": identity, "name": called, "scopes": " ".join(wanted), "expires": f"{made.expires:%Y-%m-%d}",
            }  # fmt: skip
            self._noting(Act(by=by, what="key-made", on=owner.name, detail=told))
        return NewKey(made, f"mw_{identity}_{secret}")

    def who(self, secret: str) -> Access | None:
        """Return whose key that is and what it may do, or ``None`` where it opens nothing (wrong, expired, revoked, disabled)."""
        said = _FORM.fullmatch(secret)
        if said is None:
            return None
        key = (column.label(f"key_{column.name}") for column in KEY.c)
        query = sa.select(PERSON, *key).join_from(KEY, PERSON, _K.person == _P.id).where(_K.id == said[1])
        with self._store.reading() as connection:
            row = connection.execute(query).first()
        right = hmac.compare_digest(row.key_digest if row is not None else _digest(""), _digest(said[2]))
        now = self._store.now
        if row is None or not right or not row.active or row.key_revoked is not None or now >= read(row.key_expires):
            return None
        last = read_if(row.key_used)
        if last is None or now - last >= _TOUCH:
            with suppress(PeopleStoreError), self._store.writing() as connection:  # a busy store keeps nobody out
                connection.execute(sa.update(KEY).where(_K.id == said[1]).values(used=written(now)))
        person, found = as_person(row), _key(row, "key_")
        return Access(person=person, permissions=permissions_of(person.role, found.scopes), key=found)

    def of(self, person: str | None = None) -> tuple[Key, ...]:
        """Return somebody's keys, or everybody's: also expired and revoked ones, the newest first."""
        query = sa.select(KEY).order_by(_K.created.desc(), _K.id)
        if person is not None:
            query = query.where(_K.person == person)
        with self._store.reading() as connection:
            return tuple(_key(row) for row in connection.execute(query))

    def is_open(self, key: Key) -> bool:
        """Say whether a key still opens anything, as far as it itself says."""
        return key.revoked is None and self._store.now < key.expires

    def revoke(self, key: str, *, by: str, person: str | None = None) -> Key:
        """Let a key open nothing from now on; with ``person`` only one of theirs. Raises ``PersonRefusedError`` for none."""
        with self._store.writing() as connection:
            query = sa.select(KEY, _P.name.label("owner")).join_from(KEY, PERSON, _K.person == _P.id)
            row = connection.execute(query.where(_K.id == key)).first()
            if row is None or person not in (None, row.person):
                raise PersonRefusedError("there is no such key; `missionwatch people keys list` shows which there are")
            if row.revoked is None:
                now = written(self._store.now)
                connection.execute(sa.update(KEY).where(_K.id == key).values(revoked=now))
                self._noting(Act(by=by, what="key-revoked", on=row.owner, detail={"key": key, "name": row.name}))
            return _key(connection.execute(sa.select(KEY).where(_K.id == key)).one())


def _key(row: Any, prefix: str = "") -> Key:
    def value(name: str) -> Any:
        return getattr(row, prefix + name)

    return Key(
        id=value("id"), name=value("name"), person=value("person"), scopes=tuple(value("scopes").split()),
        created=read(value("created")), expires=read(value("expires")), used=read_if(value("used")),
        revoked=read_if(value("revoked")),
    )  # fmt: skip


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

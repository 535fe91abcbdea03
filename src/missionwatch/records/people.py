"""Who uses missionwatch: people, what lets them in, and how they came in. No record holds a secret."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from missionwatch.records.marking import Tlp

Role = Literal["reader", "analyst", "editor", "admin"]
"""What somebody is here; what each may do is one table (``people.rights``)."""

Permission = Literal[
    "read", "export", "brief", "review", "rate", "add", "save", "mark", "share", "watch", "keys", "keys-of-all", "people", "audit",
]  # fmt: skip
"""One thing that may be done."""

Scope = Literal["read", "export", "review", "add", "admin"]
"""What a key is for; a group of permissions."""


class Person(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An account. ``clearance`` is the highest marking they may see; ``issuer`` is the provider that vouches for them, if any."""

    id: str
    name: str
    role: Role
    clearance: Tlp
    locale: str = "en"
    active: bool = True
    issuer: str | None = None


class Key(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What lets a program in as a person. The secret itself is shown once and never kept."""

    id: str
    name: str
    person: str
    scopes: tuple[Scope, ...]
    created: datetime
    expires: datetime
    used: datetime | None = None
    revoked: datetime | None = None


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One stay of a person in one browser. ``id`` names it; it opens nothing."""

    id: str
    person: str
    created: datetime
    used: datetime
    expires: datetime


class Access(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who is asking, and what they may do by what they came in with: a session, or a key."""

    person: Person
    permissions: frozenset[Permission]
    session: Session | None = None
    key: Key | None = None

    def may(self, permission: Permission) -> bool:
        """Say whether they may do that."""
        return permission in self.permissions

"""What each role may do: one table. A key may do what its scopes and its person's role have in common."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from missionwatch.errors import NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from missionwatch.records import Access, Permission, Role, Scope

_READER: frozenset[Permission] = frozenset({"read", "export", "brief", "keys"})
_ANALYST: frozenset[Permission] = _READER | {"review", "rate", "add", "save"}
_EDITOR: frozenset[Permission] = _ANALYST | {"mark", "share", "watch"}
_ADMIN: frozenset[Permission] = _EDITOR | {"people", "keys-of-all", "audit"}

TABLE: Mapping[Role, frozenset[Permission]] = MappingProxyType({
    "reader": _READER, "analyst": _ANALYST, "editor": _EDITOR, "admin": _ADMIN,
})  # fmt: skip
"""What each role may do. ``keys`` are one's own; ``save`` is one's own searches, ``share`` those of the whole theatre."""

SCOPES: Mapping[Scope, frozenset[Permission]] = MappingProxyType(
    {
        "read": frozenset({"read"}),
        "export": frozenset({"export", "brief"}),
        "review": frozenset({"review", "rate", "save", "mark", "share"}),
        "add": frozenset({"add", "watch"}),
        "admin": frozenset({"people", "keys-of-all", "audit"}),
    }
)
"""What each scope is for. None holds ``keys``: a person's key makes no further keys of theirs."""


def permissions_of(role: Role, scopes: Iterable[Scope] | None = None) -> frozenset[Permission]:
    """Return what a role may do; with ``scopes``, what a key with these may do for somebody of that role."""
    held = TABLE[role]
    if scopes is None:
        return held
    wanted = [SCOPES[scope] for scope in scopes]
    return frozenset(permission for permission in held if any(permission in one for one in wanted))


def scopes_for(role: Role) -> tuple[Scope, ...]:
    """Return the scopes that a key of somebody of that role can have: those of which they may do something."""
    return tuple(scope for scope, permissions in SCOPES.items() if permissions & TABLE[role])


def need(access: Access, permission: Permission) -> None:
    """Raise ``NotAllowedError`` unless they may do that with what they came in with."""
    if not access.may(permission):
        by = f"a key with the scopes {', '.join(access.key.scopes)}" if access.key else f"the role {access.person.role}"
        raise NotAllowedError(f"{by} may not do this: it lacks the permission {permission}; ask an admin")

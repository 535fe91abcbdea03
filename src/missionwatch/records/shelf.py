"""What a person keeps beside the ledger: a draft of a briefing, or a search."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

import msgspec

KeptKind = Literal["draft", "search"]
"""A briefing that a person edits, or a search to be asked again."""
KEPT_KINDS: tuple[KeptKind, ...] = get_args(KeptKind)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that ``owner`` keeps under a name: it is nobody else's unless ``shared``, and no part of the book.

    ``state`` are the parameters of the address it was made at, ``text`` what was written, ``basis`` what it was made from, as
    bytes that only its maker reads. ``version`` counts its changes: who changes it says which version was read. ``dropped`` is
    when it was taken away.
    """

    id: str
    kind: KeptKind
    theatre: str
    owner: str
    name: str
    changed: datetime
    state: dict[str, str] = {}
    text: str = ""
    basis: bytes = b""
    shared: bool = False
    version: int = 1
    dropped: datetime | None = None

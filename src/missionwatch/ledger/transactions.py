"""A transaction of the one writer: its connection, and where the book ends as it grows in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from missionwatch.ledger import rules
from missionwatch.ledger.tables import moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    import sqlalchemy as sa

Query = tuple[str, tuple[Any, ...]]
"""What is asked of a store's driver itself, with its values."""
Rows = list[tuple[Any, ...]]
"""What the driver answers."""
LAST: Query = ("SELECT seq, digest, known_at FROM booking ORDER BY seq DESC LIMIT 1", ())
"""What tells where the book ends."""


@dataclass(slots=True)
class Transaction:
    """A write transaction. ``seq``, ``digest`` and ``known_at`` are those of the last booking."""

    connection: sa.Connection
    seq: int = 0
    digest: str = rules.GENESIS
    known_at: datetime | None = None

    @classmethod
    def after(cls, connection: sa.Connection, last: Rows) -> Transaction:
        """Return a transaction that begins after what ``LAST`` told."""
        if not last:
            return cls(connection)
        seq, digest, known_at = last[0]
        return cls(connection, seq, digest, moment_of(known_at))

    def lines(self, new: Sequence[rules.Entry], known_at: datetime) -> list[rules.Line]:
        """Return the lines for new entries, which the book now ends with; the caller writes them in this transaction."""
        lines = list(rules.chain(new, after=self.seq, previous=self.digest, known_at=known_at))
        if lines:
            self.seq, self.digest, self.known_at = lines[-1].seq, lines[-1].digest, known_at
        return lines

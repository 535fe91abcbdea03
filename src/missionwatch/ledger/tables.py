"""The two tables of a ledger in SQL, and how a moment is written in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment (UTC) to the microsecond: ISO text where a store has no such type."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Return the store's own type."""
        return dialect.type_descriptor(sa.TIMESTAMP(timezone=True) if dialect.name == "postgresql" else sa.Text())

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """Return a moment as it is written."""
        return value if value is None or dialect.name == "postgresql" else in_text(value)

    def process_result_value(self, value: Any, _dialect: sa.Dialect) -> datetime | None:
        """Return what was written as a moment."""
        return moment_of(value) if value is not None else None


def in_text(moment: datetime) -> str:
    """Return a moment as it is written where a store has no such type."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def driver(connection: sa.Connection) -> Any:
    """Return the connection of the store's own driver."""
    return connection.connection.driver_connection


def moment_of(stored: str | datetime) -> datetime:
    """Return the moment that a store's driver gives back."""
    return stored.astimezone(UTC) if isinstance(stored, datetime) else datetime.fromisoformat(stored)


BOOKING = sa.table(
    "booking",
    *(sa.column(name) for name in ("seq", "kind", "subject", "report", "reader", "valid_from")),
    sa.column("known_at", Moment), *(sa.column(name) for name in ("payload", "previous", "digest")),
    sa.column("superseded_at", Moment),
)  # fmt: skip
TOPIC = sa.table("topic", sa.column("name"), sa.column("booking"))

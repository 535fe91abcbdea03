"""The book: one table, append-only by trigger.

Revision ID: 0001
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE booking (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('report', 'statement', 'review', 'supersession', 'source')),
        subject TEXT NOT NULL,
        report TEXT,
        reader TEXT,
        valid_from TEXT NOT NULL,
        known_at TEXT NOT NULL,
        payload BLOB NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        superseded_at TEXT
    )
    """,
    "CREATE INDEX booking_as_of ON booking (kind, known_at, valid_from)",
    "CREATE INDEX booking_report ON booking (report)",
    "CREATE INDEX booking_subject ON booking (subject, kind)",
    """
    CREATE TRIGGER booking_is_kept BEFORE DELETE ON booking
    BEGIN SELECT RAISE(ABORT, 'bookings are never deleted'); END
    """,
    """
    CREATE TRIGGER booking_is_final BEFORE UPDATE ON booking
    WHEN OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
        OR NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject
        OR NEW.report IS NOT OLD.report OR NEW.reader IS NOT OLD.reader OR NEW.valid_from IS NOT OLD.valid_from
        OR NEW.known_at IS NOT OLD.known_at OR NEW.payload IS NOT OLD.payload OR NEW.previous IS NOT OLD.previous
        OR NEW.digest IS NOT OLD.digest
    BEGIN SELECT RAISE(ABORT, 'bookings are never changed'); END
    """,
)


def upgrade() -> None:
    """Make the table, its indexes and the triggers that keep it."""
    for statement in _STATEMENTS:
        op.execute(statement)

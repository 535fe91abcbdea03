"""Markings and acts: which kinds there are is kept by trigger, so that a further one needs no copy of the book.

SQLite cannot change a table's CHECK; this once the two tables are copied, while whoever reads goes on reading. Digests need no index:
nobody looks one up, and that none stands twice follows from the chain. A ledger that came here before this was seen keeps one, which
makes its bookings a tenth slower and does nothing else.

Revision ID: 0003
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE booking_new (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        report TEXT,
        reader TEXT,
        valid_from TEXT NOT NULL,
        known_at TEXT NOT NULL,
        payload BLOB NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL,
        superseded_at TEXT
    )
    """,
    "INSERT INTO booking_new SELECT * FROM booking",
    """
    CREATE TABLE topic_new (
        name TEXT NOT NULL,
        booking INTEGER NOT NULL REFERENCES booking_new (seq),
        PRIMARY KEY (name, booking)
    ) WITHOUT ROWID
    """,
    "INSERT INTO topic_new SELECT * FROM topic",
    "DROP TABLE topic",
    "DROP TABLE booking",
    "ALTER TABLE booking_new RENAME TO booking",
    "ALTER TABLE topic_new RENAME TO topic",
    "CREATE INDEX booking_as_of ON booking (kind, known_at, valid_from)",
    "CREATE INDEX booking_report ON booking (report)",
    "CREATE INDEX booking_subject ON booking (subject, kind)",
    "CREATE INDEX topic_booking ON topic (booking)",
    """
    CREATE TRIGGER booking_is_of_a_kind BEFORE INSERT ON booking
    WHEN NEW.kind NOT IN ('report', 'statement', 'review', 'supersession', 'source', 'marking', 'act')
    BEGIN SELECT RAISE(ABORT, 'there is no such kind of booking'); END
    """,
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
    """
    CREATE TRIGGER topic_is_kept BEFORE DELETE ON topic
    BEGIN SELECT RAISE(ABORT, 'topics are never deleted'); END
    """,
    """
    CREATE TRIGGER topic_is_final BEFORE UPDATE ON topic
    BEGIN SELECT RAISE(ABORT, 'topics are never changed'); END
    """,
)


def upgrade() -> None:
    """Copy the book into a table whose kinds a trigger keeps, with its index, and keep both as before."""
    for statement in _STATEMENTS:
        op.execute(statement)

"""The index of topics: which bookings bear on which mission, country or stake; made for what is booked already.

It is derived, so that it is made with the rules of the day; ``verify`` holds it beside the bookings.

Revision ID: 0002
"""

from alembic import op

from missionwatch.ledger import rules, topics

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE topic (
        name TEXT NOT NULL,
        booking INTEGER NOT NULL REFERENCES booking (seq),
        PRIMARY KEY (name, booking)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX topic_booking ON topic (booking)",
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
    """Make the index, fill it from the book, and keep it by trigger."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    filing = topics.Filing()
    booked = connection.exec_driver_sql("SELECT seq, kind, subject, report, payload FROM booking ORDER BY seq")
    for rows in booked.partitions(10_000):
        pairs = [
            pair
            for seq, kind, subject, report, payload in rows
            for pair in filing.add(seq, subject, report, rules.decode(kind, payload))
        ]
        if pairs:
            connection.exec_driver_sql("INSERT INTO topic (name, booking) VALUES (?, ?)", pairs)

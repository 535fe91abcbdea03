"""The book and its index of topics in a schema of their own; the database keeps the chain, whoever writes.

Digests need no index: nobody looks one up, and that none stands twice follows from the chain.

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
        seq bigint PRIMARY KEY,
        kind text NOT NULL CONSTRAINT booking_is_of_a_kind CHECK (
            kind IN ('report', 'statement', 'review', 'supersession', 'source', 'marking', 'act')),
        subject text NOT NULL,
        report text,
        reader text,
        valid_from text COLLATE "C" NOT NULL,
        known_at timestamptz NOT NULL,
        payload bytea NOT NULL,
        previous text COLLATE "C" NOT NULL,
        digest text COLLATE "C" NOT NULL,
        superseded_at timestamptz
    )
    """,
    "ALTER TABLE booking ALTER payload SET STORAGE MAIN",
    "CREATE INDEX booking_as_of ON booking (kind, known_at, valid_from)",
    "CREATE INDEX booking_report ON booking (report)",
    "CREATE INDEX booking_subject ON booking (subject, kind)",
    """
    CREATE TABLE topic (
        name text COLLATE "C" NOT NULL,
        booking bigint NOT NULL REFERENCES booking (seq),
        PRIMARY KEY (name, booking)
    )
    """,
    "CREATE INDEX topic_booking ON topic (booking)",
    """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% are never deleted or changed', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE FUNCTION keep_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
            OR (to_jsonb(NEW) - 'superseded_at') IS DISTINCT FROM (to_jsonb(OLD) - 'superseded_at')
        THEN
            RAISE EXCEPTION 'bookings are never deleted or changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION keep_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionwatch, pg_temp AS $$
    DECLARE
        first record;
        before record;
        line record;
    BEGIN
        SELECT seq, previous, known_at INTO first FROM added ORDER BY seq LIMIT 1;
        IF first IS NULL THEN
            RETURN NULL;
        END IF;
        SELECT seq, digest, known_at INTO before FROM booking WHERE seq < first.seq ORDER BY seq DESC LIMIT 1;
        IF first.seq <> coalesce(before.seq, 0) + 1 OR first.previous <> coalesce(before.digest, repeat('0', 64))
            OR first.known_at < before.known_at
            OR EXISTS (
                SELECT 1 FROM (
                    SELECT seq, previous, known_at, superseded_at, lag(seq) OVER lines AS seq_before,
                        lag(digest) OVER lines AS digest_before, lag(known_at) OVER lines AS known_before
                    FROM added WINDOW lines AS (ORDER BY seq)
                ) AS pairs
                WHERE superseded_at IS NOT NULL
                    OR seq <> seq_before + 1 OR previous <> digest_before OR known_at < known_before
            )
        THEN
            RAISE EXCEPTION 'these bookings do not continue the chain' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        FOR line IN SELECT * FROM added WHERE kind = 'supersession' ORDER BY seq LOOP
            UPDATE booking SET superseded_at = line.known_at
            WHERE seq IN (
                SELECT value::bigint FROM json_array_elements_text(convert_from(line.payload, 'UTF8')::json -> 'superseded')
            ) AND seq < line.seq AND kind = 'statement' AND report = line.report AND superseded_at IS NULL;
        END LOOP;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER booking_continues AFTER INSERT ON booking REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION keep_chain()
    """,
    "CREATE TRIGGER booking_is_final BEFORE UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION keep_final()",
    "CREATE TRIGGER booking_is_kept BEFORE DELETE ON booking FOR EACH ROW EXECUTE FUNCTION refuse('bookings')",
    "CREATE TRIGGER booking_stays BEFORE TRUNCATE ON booking FOR EACH STATEMENT EXECUTE FUNCTION refuse('bookings')",
    "CREATE TRIGGER topic_is_kept BEFORE UPDATE OR DELETE ON topic FOR EACH ROW EXECUTE FUNCTION refuse('topics')",
    "CREATE TRIGGER topic_stays BEFORE TRUNCATE ON topic FOR EACH STATEMENT EXECUTE FUNCTION refuse('topics')",
)


def upgrade() -> None:
    """Make the tables, their indexes and the triggers that keep them."""
    connection = op.get_bind()
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.replace("%", "%%"))

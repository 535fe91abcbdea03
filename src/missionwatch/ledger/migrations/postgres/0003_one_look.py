"""What continues the chain is seen in one look at the new lines, by one trigger that keeps the words too; topics are checked together.

Revision ID: 0003
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "SELECT pg_advisory_xact_lock(hashtextextended('missionwatch ledger', 0))",
    "DROP TRIGGER booking_words ON booking",
    "DROP FUNCTION keep_words()",
    """
    CREATE OR REPLACE FUNCTION keep_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionwatch, pg_temp AS $$
    DECLARE
        told record;
        before record;
        line record;
    BEGIN
        SELECT min(seq) AS first, min(previous) FILTER (WHERE seq_before IS NULL) AS previous, min(known_at) AS known_at,
            bool_or(superseded_at IS NOT NULL OR seq <> seq_before + 1 OR previous <> digest_before OR known_at < known_before) AS broken,
            bool_or(kind = 'report') AS reports, bool_or(kind = 'supersession') AS supersedes
        INTO told FROM (
            SELECT seq, kind, previous, known_at, superseded_at,
                lag(seq) OVER lines AS seq_before, lag(digest) OVER lines AS digest_before, lag(known_at) OVER lines AS known_before
            FROM added WINDOW lines AS (ORDER BY seq)
        ) AS pairs;
        IF told.first IS NULL THEN
            RETURN NULL;
        END IF;
        SELECT seq, digest, known_at INTO before FROM booking WHERE seq < told.first ORDER BY seq DESC LIMIT 1;
        IF told.broken OR told.first <> coalesce(before.seq, 0) + 1 OR told.previous <> coalesce(before.digest, repeat('0', 64))
            OR told.known_at < before.known_at
        THEN
            RAISE EXCEPTION 'these bookings do not continue the chain' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF told.reports THEN
            INSERT INTO words SELECT seq, words_of(payload) FROM added WHERE kind = 'report';
        END IF;
        IF told.supersedes THEN
            FOR line IN SELECT * FROM added WHERE kind = 'supersession' ORDER BY seq LOOP
                UPDATE booking SET superseded_at = line.known_at
                WHERE seq IN (
                    SELECT value::bigint FROM json_array_elements_text(convert_from(line.payload, 'UTF8')::json -> 'superseded')
                ) AND seq < line.seq AND kind = 'statement' AND report = line.report AND superseded_at IS NULL;
            END LOOP;
        END IF;
        RETURN NULL;
    END $$
    """,
    "ALTER TABLE topic DROP CONSTRAINT topic_booking_fkey",
    """
    CREATE FUNCTION keep_filed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionwatch, pg_temp AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM added WHERE booking < 1 OR booking > (SELECT coalesce(max(seq), 0) FROM booking)) THEN
            RAISE EXCEPTION 'a topic is of a booking that is not there' USING ERRCODE = 'foreign_key_violation';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER topic_is_of_booking AFTER INSERT ON topic REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION keep_filed()
    """,
)


def upgrade() -> None:
    """Let one trigger keep the chain and the words."""
    connection = op.get_bind()
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.replace("%", "%%"))

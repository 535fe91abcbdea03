"""The words of reports, in the forms of their language, so that they are found; made by the database for what is booked already too.

Writers wait while it is made, readers do not.

Revision ID: 0002
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "SELECT pg_advisory_xact_lock(hashtextextended('missionwatch ledger', 0))",
    """
    CREATE FUNCTION language_of(code text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE code WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig WHEN 'fr' THEN 'pg_catalog.french'::regconfig
            WHEN 'en' THEN 'pg_catalog.english'::regconfig ELSE 'pg_catalog.simple'::regconfig END
    $$
    """,
    """
    CREATE FUNCTION words_of(payload bytea) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path = missionwatch, pg_temp AS $$
    DECLARE told json := replace(convert_from(payload, 'UTF8'), '\\u0000', '')::json;
    BEGIN
        RETURN setweight(to_tsvector(language_of(told ->> 'language'), coalesce(told ->> 'title', '')), 'A')
            || to_tsvector(language_of(told ->> 'language'), left(coalesce(told ->> 'text', ''), 200000));
    EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
        RETURN ''::tsvector;
    END $$
    """,
    "CREATE TABLE words (booking bigint PRIMARY KEY REFERENCES booking (seq), found tsvector NOT NULL)",
    "INSERT INTO words SELECT seq, words_of(payload) FROM booking WHERE kind = 'report'",
    "CREATE INDEX words_found ON words USING gin (found)",
    """
    CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionwatch, pg_temp AS $$
    BEGIN
        INSERT INTO words SELECT seq, words_of(payload) FROM added WHERE kind = 'report';
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER booking_words AFTER INSERT ON booking REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION keep_words()
    """,
    """
    DO $$
    DECLARE grantee text;
    BEGIN
        FOR grantee IN SELECT DISTINCT privileges.grantee FROM information_schema.role_table_grants AS privileges
            WHERE table_schema = 'missionwatch' AND table_name = 'booking' AND privilege_type = 'SELECT'
                AND privileges.grantee <> 'PUBLIC' AND privileges.grantee <> current_user
        LOOP
            EXECUTE format('GRANT SELECT ON words TO %I', grantee);
        END LOOP;
    END $$
    """,
)


def upgrade() -> None:
    """Make the index, fill it, and let the database keep it."""
    connection = op.get_bind()
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.replace("%", "%%"))

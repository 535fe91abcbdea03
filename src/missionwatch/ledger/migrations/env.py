"""Runs the migrations in a transaction of the ledger that asks for them."""

from alembic import context

with context.config.attributes["writing"]() as (connection, _):
    if connection.dialect.name == "postgresql":  # one at a time, and in a schema of their own
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended('missionwatch migration', 0))")
        if connection.exec_driver_sql("SELECT to_regnamespace('missionwatch') IS NULL").scalar():
            connection.exec_driver_sql("CREATE SCHEMA missionwatch")
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()

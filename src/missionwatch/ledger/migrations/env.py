"""Runs the migrations in the transaction of the ledger that asks for them."""

from alembic import context

connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":  # one at a time, and in a schema of their own
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended('missionwatch migration', 0))")
    if connection.exec_driver_sql("SELECT to_regnamespace('missionwatch') IS NULL").scalar():
        connection.exec_driver_sql("CREATE SCHEMA missionwatch")
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()

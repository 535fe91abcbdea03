"""Runs the migrations on the engine that the ledger hands over."""

from alembic import context

with context.config.attributes["engine"].begin() as connection:
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()

"""Brings a store's tables to what this program knows, with the migrations of its kind (``migrations/``)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

_FOLDER = Path(__file__).parent / "migrations"


def upgrade(connection: sa.Connection, kind: str, schema: str) -> None:
    """Bring the tables up to a schema (``0002``) in the connection's transaction; ``kind`` is ``sqlite`` or ``postgres``."""
    from alembic import command  # noqa: PLC0415 - only a new or old ledger needs it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(_FOLDER / kind).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, schema)

"""A ledger opened by its address, whatever it is stored in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import LedgerError, LedgerMissingError
from missionwatch.ledger.address import Address
from missionwatch.ledger.sqlite import SqliteLedger

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.ledger.sql import SqlLedger


def open_ledger(
    address: Address | Path | str, *, create: bool = False, clock: Clock = system_clock, wait: float = 5.0
) -> SqlLedger:
    """Open the ledger at an address (see ``Address.of``); with ``create`` make it where there is none.

    ``wait``: seconds for another's lock. Raises ``LedgerAddressError``, ``LedgerMissingError``, ``LedgerDamagedError`` (no ledger, or
    broken), ``LedgerLockedError``, ``LedgerUnreachableError`` or ``LedgerError``.
    """
    where = Address.of(address)
    if where.server is not None:
        from missionwatch.ledger.postgres import PostgresLedger  # noqa: PLC0415 - an optional library

        return PostgresLedger(where, create=create, clock=clock, wait=wait)
    path = where.place
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name the ledger's file, for example {path / 'missionwatch.db'}")
    if not path.exists():
        if not create:
            raise LedgerMissingError(f"there is no ledger {path}; `missionwatch add` makes one, --ledger names another")
        if not path.parent.is_dir():
            raise LedgerError(f"there is no folder {path.parent} for the ledger; make it first")
    return SqliteLedger(path, clock=clock, wait=wait)

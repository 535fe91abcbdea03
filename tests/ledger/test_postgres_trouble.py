"""The server under trouble: faults by their cause, cut connections, what is booked together, writers that stall, dead lines."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.errors import (
    LedgerError,
    LedgerLockedError,
    LedgerUnreachableError,
)
from missionwatch.ledger import open_ledger
from tests.ledger.conftest import a_report, a_statement
from tests.ledger.test_postgres import fill

if TYPE_CHECKING:
    from missionwatch.ledger.sql import SqlLedger
    from tests.server import Server


def test_faults_of_the_server_are_named_by_cause_and_never_tell_the_password(server: Server, database: str) -> None:
    socket = server.address(database).partition("?")[2]
    for address, says in (
        (f"postgresql://nobody:hush@/{database}?{socket}", "lets us not in"),
        (f"postgresql://writer:hush@/nowhere?{socket}", "lets us not in"),
        ("postgresql://writer:hush@127.0.0.1:1/desk", "cannot be reached"),
        ("postgresql://writer:hush@/desk?host=/nowhere", "cannot be reached"),
    ):
        with pytest.raises(LedgerUnreachableError, match=says) as told:
            open_ledger(address, wait=1)
        assert "hush" not in f"{told.value!r}{told.value.__cause__!r}"


def test_a_cut_connection_is_told_and_the_next_booking_goes_in(server: Server, database: str) -> None:
    address = server.address(database, "writer")
    fill(address)
    with open_ledger(address) as ledger:
        assert ledger.size == 5
        with server.connect() as owner:
            owner.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])
        assert ledger.book(a_report("b"), [a_statement("b")], reader="r").booked == 1  # a new connection
        assert ledger.verify().bookings == 7
        with pytest.raises(LedgerUnreachableError, match="cannot be reached"):
            _cut(server, ledger, database)


def _cut(server: Server, ledger: SqlLedger, database: str) -> None:
    """Cut a connection in the middle of a transaction."""
    with ledger._guarded(), ledger._writing() as (connection, _):
        with server.connect() as owner:
            owner.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])
        connection.exec_driver_sql("SELECT 1")


def test_what_is_booked_together_is_not_there_by_halves_whatever_is_passed_over(server: Server, database: str) -> None:
    with open_ledger(server.address(database, "writer")) as ledger:

        def carelessly(trouble: str, told: list[LedgerError]) -> None:
            with ledger.together():
                ledger.book(a_report("a"), [a_statement("a")], reader="r")
                for name in ("", "b", "c"):
                    try:
                        if name:
                            ledger.book(a_report(name), [a_statement(name)], reader="r")
                        else:
                            with ledger._guarded():
                                ledger._held.transaction.connection.exec_driver_sql(trouble)
                    except LedgerError as fault:
                        told.append(fault)

        for trouble, kind in (("SELECT 1/0", LedgerError), (_CUT, LedgerUnreachableError)):
            told: list[LedgerError] = []
            with pytest.raises(kind) as raised:
                carelessly(trouble, told)
            assert told == [raised.value] * 3
            assert ledger.size == 0
        ledger.book(a_report("a"), [a_statement("a")], reader="r")
        assert ledger.verify().bookings == 2


_CUT = "SELECT pg_terminate_backend(pg_backend_pid())"


def test_a_writer_that_stalls_loses_its_place(server: Server, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from missionwatch.ledger import postgres  # noqa: PLC0415

    monkeypatch.setattr(postgres, "_LONGEST_STALL", "300ms")
    address = server.address(database, "writer")
    with open_ledger(address) as stalled, open_ledger(address) as other:

        def stall() -> None:
            with stalled.together():
                stalled.book(a_report("a"), [a_statement("a")], reader="r")
                other.book(a_report("b"), [a_statement("b")], reader="r")
                stalled.book(a_report("c"), [], reader="r")

        with pytest.raises(LedgerUnreachableError, match="idle-in-transaction"):
            stall()
        assert list(other.reports()) == ["b"]
        with stalled.together():
            stalled.book(a_report("a"), [a_statement("a")], reader="r")
        assert other.verify().bookings == 4


def test_a_program_that_asks_too_much_at_once_is_told(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(server.address(database, "reader")) as ledger, ExitStack() as held:
        monkeypatch.setattr(ledger._engine.pool, "_timeout", 0.1)
        while ledger._engine.pool.checkedout() < 40:  # type: ignore[attr-defined]
            held.enter_context(ledger._reading())
        with pytest.raises(LedgerLockedError, match="too much at once"):
            assert ledger.size
        held.close()
        assert ledger.size == 0


def test_a_dead_line_is_noticed_and_an_address_may_say_how_soon(server: Server, database: str) -> None:
    for more, idle in (("", "30"), ("&keepalives_idle=5", "5")):
        with open_ledger(server.address(database, "reader") + more) as ledger, ledger._reading() as connection:
            raw: Any = connection.connection.driver_connection
            assert raw.info.get_parameters()["keepalives_idle"] == idle
            assert raw.info.get_parameters()["tcp_user_timeout"] == "60000"


def test_what_the_server_cannot_keep_is_not_called_a_cut(server: Server, database: str) -> None:
    with (
        open_ledger(server.address(database, "writer")) as ledger,
        pytest.raises(LedgerError, match=r"NUL") as told,
    ):
        ledger.book(a_report("a\0"), [], reader="r")
    assert type(told.value) is LedgerError

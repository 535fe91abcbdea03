"""The server: what its database refuses, who may what, writers at once, migrations under a reader, addresses and secrets."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from missionwatch.errors import (
    LedgerAddressError,
    LedgerDamagedError,
    LedgerError,
    LedgerLockedError,
    LedgerMissingError,
)
from missionwatch.ledger import Address, open_ledger
from tests.ledger.conftest import a_report, a_statement, at

if TYPE_CHECKING:
    from missionwatch.records import Report
    from tests.server import Server


def fill(address: str) -> None:
    with open_ledger(address) as ledger:
        ledger.book(a_report("a"), [a_statement("a"), a_statement("a", "SE")], reader="frames@1", known_at=at(0))
        ledger.book(a_report("a"), [a_statement("a", "NO")], reader="frames@2", known_at=at(1))


CHANGES = [
    "DELETE FROM booking WHERE seq = 2",
    "UPDATE booking SET payload = '{}' WHERE seq = 2",
    "UPDATE booking SET known_at = '2000-01-01' WHERE seq = 1",
    "UPDATE booking SET superseded_at = now() WHERE seq = 5",
    "UPDATE booking SET superseded_at = NULL WHERE seq = 2",
    "TRUNCATE booking CASCADE",
    "DELETE FROM topic WHERE booking = 2",
    "UPDATE topic SET name = 'country:XX' WHERE booking = 2",
    "TRUNCATE topic",
    "DELETE FROM words",
    "INSERT INTO words VALUES (2, '')",
    "UPDATE alembic_version SET version_num = '0000'",
    "DROP TABLE booking CASCADE",
    "ALTER TABLE booking DISABLE TRIGGER ALL",
    "DROP TRIGGER booking_is_final ON booking",
    "CREATE TABLE booking_new (seq bigint)",
    "SET session_replication_role = replica",
]


@pytest.mark.parametrize("role", ["writer", "reader"])
def test_the_applications_roles_can_change_nothing(server: Server, database: str, role: str) -> None:
    import psycopg  # noqa: PLC0415

    fill(server.address(database, "writer"))
    with server.connect(database, role) as raw:
        raw.execute("SET search_path = missionwatch")
        before = raw.execute("SELECT * FROM booking ORDER BY seq").fetchall()
        for change in CHANGES:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                raw.execute(change)
        assert raw.execute("SELECT * FROM booking ORDER BY seq").fetchall() == before
    if role == "reader":
        with open_ledger(server.address(database, role)) as ledger:
            assert len(ledger.statements()) == 1
            with pytest.raises(LedgerError, match="may not do that"):
                ledger.book(a_report("b"), [], reader="r")


def test_not_even_the_owner_changes_a_booking_by_a_slip(server: Server, database: str) -> None:
    import psycopg  # noqa: PLC0415

    fill(server.address(database, "writer"))
    with server.connect(database) as raw:
        raw.execute("SET search_path = missionwatch")
        for change in [c for c in CHANGES[:9] if "seq = 5" not in c]:
            with pytest.raises(psycopg.errors.IntegrityError, match="never deleted or changed"):
                raw.execute(change)
    with open_ledger(server.address(database, "writer")) as ledger:
        assert ledger.verify().bookings == 5


@pytest.mark.parametrize(
    "change",
    [
        {"previous": "0" * 64},
        {"seq": 9},
        {"known_at": "1999-01-01"},
        {"superseded_at": "2022-01-01"},
        {"kind": "gossip"},
        {"seq": 5},
    ],
)
def test_a_line_that_does_not_continue_the_chain_is_refused(
    server: Server, database: str, change: dict[str, Any]
) -> None:
    import psycopg  # noqa: PLC0415

    fill(server.address(database, "writer"))
    with server.connect(database) as owner:
        owner.execute("GRANT INSERT ON missionwatch.booking TO writer")
        line = {
            "seq": 6, "kind": "act", "subject": "eve", "valid_from": "2022-02-02", "known_at": "2030-01-01", "payload": b"{}",
            "previous": owner.execute("SELECT digest FROM missionwatch.booking WHERE seq = 5").fetchone()[0],  # type: ignore[index]
            "digest": "f" * 64, "superseded_at": None, **change,
        }  # fmt: skip
    columns, values = ", ".join(line), ", ".join(f"%({key})s" for key in line)
    with (
        server.connect(database, "writer") as raw,
        pytest.raises((psycopg.errors.IntegrityError, psycopg.errors.CheckViolation)),
    ):
        raw.execute(f"INSERT INTO missionwatch.booking ({columns}) VALUES ({values})", line)  # noqa: S608
    with open_ledger(server.address(database, "writer")) as ledger:
        assert ledger.verify().bookings == 5


def test_a_supersession_undoes_only_its_own_reports_statements(server: Server, database: str) -> None:
    fill(server.address(database, "writer"))
    with open_ledger(server.address(database, "writer")) as ledger:
        ledger.book(a_report("b"), [a_statement("b")], reader="r", known_at=at(2))
        standing = [b.superseded_at is None for b in ledger.bookings(kind="statement")]
        assert standing == [False, False, True, True]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE booking SET payload = convert_to(replace(convert_from(payload, 'UTF8'), 'withdraw', 'attack'), 'UTF8') WHERE seq = 2",
         "booking 2"),
        ("UPDATE booking SET valid_from = '1999-01-01' WHERE seq = 3", "booking 3"),
        ("UPDATE booking SET superseded_at = '2022-02-02' WHERE seq = 5", "booking 5 is marked superseded"),
        ("DELETE FROM booking WHERE seq = 3", "booking 3 is missing"),
        ("DELETE FROM topic WHERE booking = 2", "topics are missing"),
    ],
)  # fmt: skip
def test_an_owner_who_tampers_past_the_triggers_is_found_out(
    server: Server, database: str, change: str, says: str
) -> None:
    fill(server.address(database, "writer"))
    with server.connect(database) as raw:
        raw.execute("SET search_path = missionwatch; SET session_replication_role = replica")
        raw.execute(change)
    with open_ledger(server.address(database, "reader")) as ledger, pytest.raises(LedgerDamagedError, match=says):
        ledger.verify()


WRITER = textwrap.dedent("""
    import sys
    from tests.ledger.conftest import a_report, a_statement
    from missionwatch.ledger import open_ledger
    address, name, count = sys.argv[1:]
    with open_ledger(address, wait=60) as ledger:
        for n in range(int(count)):
            report = f"{name}{n}"
            ledger.book(a_report(report), [a_statement(report, actor) for actor in ("DK", "SE", "NO")], reader="frames@1")
""")


def test_writers_of_several_processes_never_fork_the_chain_and_readers_go_on(server: Server, database: str) -> None:
    address = server.address(database, "writer")
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, address, name, "20"], cwd=Path(__file__).parents[2])  # noqa: S603
        for name in "abc"
    ]
    with open_ledger(address) as ledger:
        seen = [0]
        while any(writer.poll() is None for writer in writers):
            seen.append(len(ledger.statements()))
        assert [writer.returncode for writer in writers] == [0, 0, 0]
        assert seen == sorted(seen)
        assert all(count % 3 == 0 for count in seen)  # a report with its statements, or nothing
        assert len(ledger.reports()) == 60
        assert ledger.verify().bookings == 240


def test_threads_share_one_ledger(server: Server, database: str) -> None:
    faults: list[Exception] = []
    with open_ledger(server.address(database, "writer"), wait=30) as ledger:

        def work(name: str) -> None:
            try:
                for n in range(8):
                    ledger.book(a_report(f"{name}{n}"), [a_statement(f"{name}{n}")], reader="r")
                    ledger.reports()
            except Exception as fault:  # noqa: BLE001 - told below
                faults.append(fault)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not faults
        assert ledger.verify().bookings == 64


@pytest.mark.parametrize("number", [-1, 0, 6])
def test_nothing_is_filed_that_is_not_booked(server: Server, database: str, number: int) -> None:
    import psycopg  # noqa: PLC0415

    fill(server.address(database, "writer"))  # five bookings
    with (
        server.connect(database, "writer") as other,
        pytest.raises(psycopg.errors.ForeignKeyViolation, match="a booking that is not there"),
    ):
        other.execute("INSERT INTO missionwatch.topic VALUES ('takuba', %s)", (number,))
    with server.connect(database, "writer") as other:
        other.execute("INSERT INTO missionwatch.topic VALUES ('takuba', 5)")
        other.rollback()


def test_a_writer_that_waits_too_long_is_told_and_readers_do_not_wait(server: Server, database: str) -> None:
    from missionwatch.ledger import postgres  # noqa: PLC0415

    address = server.address(database, "writer")
    fill(address)
    with server.connect(database, "writer") as other, open_ledger(address, wait=0.2) as ledger, other.transaction():
        other.execute(postgres._LOCK)
        with pytest.raises(LedgerLockedError, match="in use"):
            ledger.book(a_report("b"), [a_statement("b")], reader="frames@1")
        assert len(ledger.statements()) == 1
    with open_ledger(address) as ledger:
        assert ledger.book(a_report("b"), [a_statement("b")], reader="frames@1").booked == 1


def test_a_migration_goes_on_under_a_reader_and_keeps_what_a_writer_adds(server: Server) -> None:
    from missionwatch.ledger.postgres import PostgresLedger, prepare  # noqa: PLC0415

    database = server.database(prepared=False)
    owner = Address.of(server.address(database))

    class Older(PostgresLedger):
        SCHEMA = "0001"

    with Older(owner, create=True) as old:
        for n in range(30):
            old.book(a_report(f"a{n}"), [a_statement(f"a{n}")], reader="r")
        reading, stop, faults = threading.Event(), threading.Event(), []

        def read() -> None:
            try:
                while not stop.is_set():
                    assert len(old.statements()) >= 30
                    reading.set()
            except Exception as fault:  # noqa: BLE001 - told below
                faults.append(fault)

        reader = threading.Thread(target=read)
        reader.start()
        reading.wait(10)
        prepare(owner)
        old.book(a_report("late"), [a_statement("late")], reader="r")  # the older program goes on writing
        stop.set()
        reader.join()
        assert not faults
    with open_ledger(server.address(database)) as ledger:
        assert ledger.verify().bookings == 62
        assert len(_words(ledger, "troops", "en")) == 31
    with pytest.raises(LedgerError, match="newer missionwatch"):
        Older(owner)


def test_an_older_ledger_is_not_brought_up_to_date_by_a_writer(server: Server) -> None:
    from missionwatch.ledger.postgres import PostgresLedger, prepare  # noqa: PLC0415

    class Newer(PostgresLedger):
        SCHEMA = "0004"

    database = server.database()
    with pytest.raises(Exception, match=r"0004|prepare"):
        Newer(Address.of(server.address(database, "writer")))
    empty = server.database(prepared=False)
    with pytest.raises(LedgerMissingError, match="missionwatch prepare"):
        open_ledger(server.address(empty, "writer"))
    with pytest.raises(LedgerError, match="its owner runs `missionwatch prepare`"):
        open_ledger(server.address(empty, "writer"), create=True)
    assert prepare(Address.of(server.address(empty)), writers=("writer", 'odd "name"%s')) == PostgresLedger.SCHEMA
    fill(server.address(empty, "writer"))
    with open_ledger(server.address(empty, "odd%20%22name%22%25s")) as ledger:
        assert ledger.size == 5


def _words(ledger: object, words: str, language: str) -> tuple[str, ...]:
    from missionwatch.ledger.postgres import PostgresLedger as Store  # noqa: PLC0415

    assert isinstance(ledger, Store)
    return ledger.find(words, language)


def test_words_are_found_in_the_forms_of_their_language(server: Server, database: str) -> None:
    def told(name: str, language: str, text: str) -> Report:
        return msgspec.structs.replace(a_report(name, date(2022, 2, 1)), language=language, text=text)

    with open_ledger(server.address(database, "writer")) as ledger:
        for report in (
            told("nl", "nl", "De blauwhelmen vertrokken uit Menaka."), told("fr", "fr", "Les soldats se sont retirés de Ménaka."),
            told("en", "en", "The soldiers were withdrawing from Menaka.\u0000"), told("xx", "xx", "Menaka ]]>'; DROP TABLE words; --"),
            told("long", "en", "peacekeepers " + " ".join(f"w{n}" for n in range(150_000))),
        ):  # fmt: skip
            ledger.book(report, [], reader="r")
        assert _words(ledger, "blauwhelm", "nl") == ("nl",)
        assert _words(ledger, "retirée", "fr") == ("fr",)
        assert _words(ledger, "withdraw", "en") == ("en",)
        assert _words(ledger, "peacekeeper", "en") == ("long",)
        assert set(_words(ledger, "menaka", "en")) >= {"nl", "en", "xx"}
        for hostile in ("'", '"', "a & | !", "-", "\u0000", "'; DROP TABLE booking; --", "(" * 500):
            _words(ledger, hostile, "en")
        assert ledger.verify().bookings == 5


# --- addresses


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://ann:hush%40@db.example:5433/desk?sslmode=require", "postgresql://ann@db.example:5433/desk?sslmode=require"),
        ("postgres://ann:hush@[::1]/desk", "postgresql://ann@[::1]/desk"),
        ("postgresql+psycopg:///desk?host=/run", "postgresql:///desk?host=%2Frun"),
    ],
)  # fmt: skip
def test_an_address_shows_no_password(text: str, shown: str) -> None:
    address = Address.of(text)
    assert str(address) == shown
    assert "hush" not in repr(address)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://ann:hush@db:port/desk", "postgresql://ann@db/desk?password=hush", "postgresql://ann@db/desk?options=-cx%3Dhush",
        "mysql://ann:hush@db/desk", "postgresql://ann:hush@[::1/desk", "sqlite:", "",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_its_password(text: str) -> None:
    with pytest.raises(LedgerAddressError) as told:
        Address.of(text)
    assert "hush" not in f"{told.value!r}{told.value.__cause__!r}"


def test_files_beside_a_servers_ledger_lie_in_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Address.of("sqlite:desk.db").place == Address.of("desk.db").place == Path("desk.db")
    monkeypatch.setenv("MISSIONWATCH_STATE", str(tmp_path))
    place = Address.of("postgresql://ann:hush@db.example:5433/desk").place
    assert place == tmp_path / "db.example_5433-desk" / "ledger.db"
    assert place.parent.is_dir()
    assert Address.of("postgresql://bob@db.example:5433/desk").place == place
    assert Address.of("postgresql://h/../../etc").place.resolve().is_relative_to(tmp_path)

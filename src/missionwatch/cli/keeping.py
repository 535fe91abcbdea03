"""Whether the book is whole, and its copies: ``verify``, ``backup``, ``restore``, ``move``, ``merge``, ``salvage``, ``prepare``."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import opened
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from missionwatch.ledger import Ledger, Verification

_LISTED = 20  # losses named on the screen; --json names all
Whence = Annotated[str, typer.Argument(help="A ledger: a file, or postgresql://USER@HOST/DATABASE.")]
Whither = Annotated[str, typer.Argument(help="A ledger that is empty or not there yet.")]
Kept = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]


def verify(
    ledger: LedgerAt = DEFAULT_LEDGER,
    expect: Annotated[str | None, typer.Option(help="The head you noted earlier; it must be in the chain.")] = None,
    backup: Annotated[Path | None, typer.Option(help="Check this backup instead of a ledger.")] = None,
    as_json: Json = False,
) -> None:
    """Check that nothing in the ledger was changed or removed."""
    book: Ledger
    if backup is not None:
        from missionwatch.ledger import MemoryLedger, moving  # noqa: PLC0415 - the rooms are loaded when a command needs them

        moving.restore(backup, book := MemoryLedger())
    else:
        book = opened(ledger)
    with book:
        checked = book.verify(expect=expect)
    if as_json:
        show.as_json({"bookings": checked.bookings, "head": checked.head, "verified": True})
    else:
        _say(f"{checked.bookings} bookings, all in order. Head: {checked.head}")


def backup(file: Kept, ledger: LedgerAt = DEFAULT_LEDGER, as_json: Json = False) -> None:
    """Save the whole ledger in one portable file."""
    from missionwatch.ledger import backup as writing  # noqa: PLC0415

    with opened(ledger) as book, _counting("Saving", book.size, quiet=as_json) as seen:
        header = writing.write(book, file, now=datetime.now(UTC), seen=seen)
    if as_json:
        show.as_json({"file": str(file), "bookings": header.bookings, "head": header.head})
    else:
        _say(f"{header.bookings} bookings saved in {file}. Head: {header.head}")


def restore(file: Kept, ledger: LedgerAt = DEFAULT_LEDGER, as_json: Json = False) -> None:
    """Bring a backup back.

    The ledger must be empty or not there yet.
    """
    from missionwatch.ledger import backup as reading  # noqa: PLC0415
    from missionwatch.ledger import moving  # noqa: PLC0415

    total = reading.read(file)[0].bookings
    with _new(ledger) as target, _counting("Restoring", total, quiet=as_json) as seen:
        _done(moving.restore(file, target, seen=seen), "restored", as_json=as_json)


def move(source: Whence, target: Whither, as_json: Json = False) -> None:
    """Copy a ledger to another place, booking for booking.

    From a file to a server or back. The old one is left as it is.
    """
    from missionwatch.ledger import moving  # noqa: PLC0415

    with opened(source) as book, _new(target) as new, _counting("Moving", book.size, quiet=as_json) as seen:
        _done(moving.move(book, new, seen=seen), "moved", as_json=as_json)


def merge(first: Whence, second: Whence, target: Whither, as_json: Json = False) -> None:
    """Make one new ledger of two.

    In the order in which things were known; nothing is booked twice.
    """
    from missionwatch.ledger import moving  # noqa: PLC0415

    with (
        opened(first) as one,
        opened(second) as two,
        _new(target) as new,
        _counting("Merging", one.size + two.size, quiet=as_json) as seen,
    ):
        _done(moving.merge(one, two, new, now=datetime.now(UTC), seen=seen), "merged", as_json=as_json)


def salvage(
    source: Annotated[str, typer.Argument(help="A damaged ledger or backup.")], target: Whither, as_json: Json = False
) -> None:
    """Save what is whole of a damaged ledger or backup.

    Into a new ledger; what is lost is listed.
    """
    from missionwatch.ledger import moving  # noqa: PLC0415

    with _new(target) as new, _counting("Saving", None, quiet=as_json) as seen:
        checked, lost = moving.salvage(source, new, now=datetime.now(UTC), seen=seen)
    if as_json:
        show.as_json({"bookings": checked.bookings, "head": checked.head, "lost": [one._asdict() for one in lost]})
        return
    _say(f"{checked.bookings} bookings saved, all in order. Head: {checked.head}")
    for one in lost[:_LISTED]:
        _say(f"  lost: {one}")
    if len(lost) > _LISTED:
        _say(f"  … and {len(lost) - _LISTED} more; --json lists them")
    if lost:
        _say("A marking among what is lost no longer hides its report: look before you let others in.")


def prepare(
    address: Annotated[
        str, typer.Argument(help="postgresql://OWNER@HOST/DATABASE, for the role that owns the database.")
    ],
    writer: Annotated[list[str] | None, typer.Option(help="A role that may add bookings and read them.")] = None,
    reader: Annotated[list[str] | None, typer.Option(help="A role that may only read.")] = None,
    as_json: Json = False,
) -> None:
    """Make the ledger in a PostgreSQL database.

    Or bring it up to date, and let roles in. No role may change or remove a booking.
    """
    from missionwatch.errors import LedgerAddressError  # noqa: PLC0415
    from missionwatch.ledger import Address  # noqa: PLC0415

    where = Address.of(address)
    if where.server is None:
        raise LedgerAddressError(f"{where} is a file and needs no preparing; `missionwatch add` makes it")
    from missionwatch.ledger.postgres import prepare as prepared  # noqa: PLC0415

    version = prepared(where, writers=tuple(writer or ()), readers=tuple(reader or ()))
    if as_json:
        show.as_json({"ledger": str(where), "schema": version, "writers": writer or [], "readers": reader or []})
    else:
        _say(f"{where} is ready (schema {version}). Writers: {', '.join(writer or ()) or 'none new'}; "
             f"readers: {', '.join(reader or ()) or 'none new'}.")  # fmt: skip


@contextmanager
def _new(address: str) -> Iterator[Ledger]:
    """Give a ledger to fill; where that fails, a file that was not there is not there again."""
    from missionwatch.ledger import Address  # noqa: PLC0415

    file = Address.of(address).file
    made = file is not None and not file.exists()
    try:
        with opened(address, create=True) as book:
            yield book
    except BaseException:
        if made and file is not None:
            for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
                file.with_name(name).unlink(missing_ok=True)
        raise


@contextmanager
def _counting(what: str, total: int | None, *, quiet: bool) -> Iterator[Callable[[], None]]:
    with show.progress(disable=quiet) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def _done(checked: Verification, what: str, *, as_json: bool) -> None:
    if as_json:
        show.as_json({"bookings": checked.bookings, "head": checked.head, "verified": True})
    else:
        _say(f"{checked.bookings} bookings {what}, all in order. Head: {checked.head}")


def _say(text: str) -> None:
    show.console.print(text, highlight=False, markup=False, soft_wrap=True)

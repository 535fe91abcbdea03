"""``verify``: whether the book is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import opened
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt


def verify(
    ledger: LedgerAt = DEFAULT_LEDGER,
    expect: Annotated[str | None, typer.Option(help="The head you noted earlier; it must be in the chain.")] = None,
    as_json: Json = False,
) -> None:
    """Check that nothing in the ledger was changed or removed."""
    with opened(ledger) as book:
        checked = book.verify(expect=expect)
    if as_json:
        show.as_json({"bookings": checked.bookings, "head": checked.head, "verified": True})
    else:
        show.console.print(f"{checked.bookings} bookings, all in order. Head: {checked.head}", highlight=False)

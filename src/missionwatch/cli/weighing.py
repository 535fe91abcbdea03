"""``why``, ``review``, ``rate`` and ``ratings``: what a claim rests on, and a person's word on statements and sources."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from missionwatch.cli import show, show_weighing
from missionwatch.cli.arguments import as_day, as_moment, opened, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TheatreName
from missionwatch.records import Reliability

if TYPE_CHECKING:
    from missionwatch.ledger import Ledger
    from missionwatch.records import Review, Statement

_LARGEST = 1_000_000  # bytes of a file with fields

Why = Annotated[str, typer.Option("--reason", help="Why; it is kept with the booking.")]
By = Annotated[str | None, typer.Option("--by", help="Who says so (default: the name you are logged in with).")]


def why(
    claim: Annotated[str, typer.Argument(help="The claim's id as `picture` shows it, or the beginning of it.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    as_json: Json = False,
) -> None:
    """Show what a claim rests on, and why it is how credible.

    Each statement with its words, source and voice, and the arithmetic of the credibility.
    """
    from missionwatch import flow  # noqa: PLC0415

    followed, day = theatre_of(theatre), as_day(as_of, "--as-of") or datetime.now(UTC).date()
    with opened(ledger) as book:
        found = flow.weigh(book, followed, claim, as_of=day, known_at=as_moment(known))
    if len(found) != 1:
        fault = f"no claim of {day} has an id that begins so; `missionwatch picture --as-of {day}` shows them"
        if found:
            fault = "several claims begin so: " + ", ".join(sorted(one.claim.id for one in found[:8]))
        raise typer.BadParameter(f"{claim!r}: {fault}", param_hint="CLAIM")
    if as_json:
        show.as_json(msgspec.to_builtins(found[0]))
    else:
        show_weighing.weighing(found[0])


def review(
    statement: Annotated[
        str, typer.Argument(help="The statement's id as `why` shows it, or its first six characters or more.")
    ],
    verdict: Annotated[
        Literal["accept", "reject", "correct", "withdraw"],
        typer.Argument(help="accept, reject, correct (with --from), or withdraw (undo the last verdict on it)."),
    ],
    reason: Why,
    by: By = None,
    right: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="A JSON file with the fields that are otherwise, in the form of `read --json`; what it does not name stays.",
            show_default=False,
        ),
    ] = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    as_json: Json = False,
) -> None:
    """Book a verdict on a statement: it outranks readers.

    Only another review undoes it.
    """
    from missionwatch import flow  # noqa: PLC0415
    from missionwatch.records import Review  # noqa: PLC0415
    from missionwatch.workplace.correcting import corrected  # noqa: PLC0415

    if (verdict == "correct") != (right is not None):
        raise typer.BadParameter("a correction needs --from FILE, and only a correction has one", param_hint="--from")
    who = by or getpass.getuser()
    with opened(ledger) as book:
        meant = flow.named(book, statement)
        if len(meant) > 1:
            raise typer.BadParameter(
                f"{statement!r}: several statements begin so: {', '.join(meant[:8])}", param_hint="STATEMENT"
            )
        named = meant[0] if meant else statement
        correction = corrected(_standing(book, named), _fields(right), who) if right is not None and meant else None
        given = Review(statement=named, verdict=verdict, by=who, reason=reason, correction=correction)
        book.review(given)
        said = book.statement(given.statement)
    if as_json:
        show.as_json(msgspec.to_builtins({"review": given, "statement": said}))
    else:
        show.console.print(
            f"Booked: {verdict} by {given.by}. “{said.evidence.quote}”", highlight=False, markup=False, soft_wrap=True
        )


def _standing(book: Ledger, statement: str) -> Statement:
    """Return a statement as its last correction left it: a further one changes that."""
    stack: list[Review] = []
    for review in book.reviews(statement):
        if review.verdict != "withdraw":
            stack.append(review)
        elif stack:
            stack.pop()
    return (stack[-1].correction if stack else None) or book.statement(statement)


def _fields(path: Path) -> dict[str, object]:
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        return msgspec.json.decode(data, type=dict[str, object])
    except (OSError, msgspec.MsgspecError) as fault:
        raise typer.BadParameter(
            f'{path} is no JSON file with fields, such as {{"negated": true}} ({fault})', param_hint="--from"
        ) from fault


def rate(
    source: Annotated[str, typer.Argument(help="The source's id, as `ratings` shows it.")],
    grade: Annotated[Reliability, typer.Argument(help="A completely reliable … E unreliable, F cannot be judged.")],
    reason: Why,
    by: By = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_json: Json = False,
) -> None:
    """Book how far a source can be relied on.

    From now on it outranks the theatre's file.
    """
    from missionwatch import flow  # noqa: PLC0415

    followed = theatre_of(theatre)
    with opened(ledger) as book:
        before, after = flow.rate(book, followed, source, grade, reason=reason, by=by or getpass.getuser())
    if as_json:
        show.as_json(msgspec.to_builtins({"before": before, "after": after}))
        return
    show.console.print(
        f"{after.name}: {before.reliability} → {after.reliability}, by {after.by}: {after.reason}",
        highlight=False, markup=False, soft_wrap=True,
    )  # fmt: skip
    if source not in {one.id for one in followed.sources}:
        show.errors.print(f"The theatre {followed.name} lists no source {source}; is the id right?", highlight=False)


def ratings(
    ledger: LedgerAt = DEFAULT_LEDGER, theatre: TheatreName = "mali", known: Known = None, as_json: Json = False
) -> None:
    """Show how far each source can be relied on, and why."""
    from missionwatch import flow  # noqa: PLC0415

    followed = theatre_of(theatre)
    with opened(ledger) as book:
        found = flow.ratings(book, followed, known_at=as_moment(known))
    if as_json:
        show.as_json(msgspec.to_builtins(found))
    else:
        show_weighing.ratings(found)

"""The rules of the book, pure: what a booking adds, when it speaks, how the chain is made and checked.

Both ledgers call these; they only store and select.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from missionwatch.errors import BookingRefusedError, LedgerDamagedError, OvertakenError
from missionwatch.ledger.topics import Filing
from missionwatch.records import (
    Act,
    Booking,
    BookingKind,
    Marked,
    Payload,
    Report,
    ReportHead,
    Review,
    Source,
    Statement,
    Supersession,
    as_reviewed,
    put_verdict,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime

GENESIS = "0" * 64
"""What the first booking chains to."""
REMEDY = "restore the ledger from a backup, or save what is whole with `missionwatch salvage`"
"""What to do about a damaged ledger."""
LONGEST_ACT = 16_384
"""Bytes that an act may take: the log is no place for documents."""
PERSON = "person:"
"""What the reader of a statement begins with that a person added; the person's name follows."""

_TYPES: dict[BookingKind, type[Payload]] = {
    "report": Report, "statement": Statement, "review": Review, "supersession": Supersession, "source": Source,
    "marking": Marked, "act": Act,
}  # fmt: skip
_DECODERS = {kind: msgspec.json.Decoder(payload) for kind, payload in _TYPES.items()}
_ENCODE = msgspec.json.Encoder().encode
_HEADS = msgspec.json.Decoder(ReportHead)


class Line(NamedTuple):
    """A booking as it is stored: the payload encoded, so that what is hashed is what is kept."""

    seq: int
    kind: BookingKind
    subject: str
    report: str | None
    reader: str | None
    valid_from: str
    known_at: datetime
    payload: bytes
    previous: str
    digest: str
    superseded_at: datetime | None = None

    @property
    def booking(self) -> Booking:
        """Return the line with its payload decoded."""
        return Booking(
            seq=self.seq, kind=self.kind, subject=self.subject, report=self.report, reader=self.reader,
            valid_from=self.valid_from, known_at=self.known_at, superseded_at=self.superseded_at,
            payload=decode(self.kind, self.payload), previous=self.previous, digest=self.digest,
        )  # fmt: skip


class Entry(NamedTuple):
    """What shall be booked, before it has its place in the chain."""

    kind: BookingKind
    subject: str
    report: str | None
    reader: str | None
    valid_from: str
    payload: Payload


def decode(kind: BookingKind, payload: bytes) -> Payload:
    """Return a stored payload as a record; raise ``LedgerDamagedError`` where it is none."""
    try:
        return _DECODERS[kind].decode(payload)
    except (msgspec.MsgspecError, KeyError, ValueError) as fault:
        raise LedgerDamagedError(f"a {kind} booking cannot be read ({fault}); {REMEDY}") from fault


def entries(
    report: Report,
    statements: Sequence[Statement],
    *,
    reader: str,
    known_at: datetime,
    fresh: bool,
    standing: Sequence[int],
    added: Collection[str] = (),
    corrected: Report | None = None,
    marking: Marked | None = None,
) -> list[Entry]:
    """Return what to book for a reading.

    ``fresh`` says that the report is not in the book yet; ``standing`` are the bookings of an earlier reader's
    statements of it, which are superseded; ``added`` are the ids of those that persons added, which stand; ``corrected`` is the
    report it puts right, whose day it speaks of too; ``marking`` is booked with the report, so that it is never seen without. A report
    whose day lies ahead of its fetching speaks from when it is known.
    """
    if reader.startswith(PERSON):
        raise BookingRefusedError(f"{reader} is no reader of whole reports: what a person found is added by itself")
    day = told_on(report, known_at).isoformat()
    if corrected is not None and corrected.published is not None:
        day = min(day, corrected.published.isoformat())
    out: list[Entry] = []
    if fresh:
        out.append(Entry("report", report.id, report.id, reader, day, report))
    else:
        again = Supersession(superseded=tuple(standing), reason=f"read again by {reader}")
        out.append(Entry("supersession", report.id, report.id, reader, day, again))
    if marking is not None:
        check_marking(marking, known=marking.report == report.id)
        out.append(marked(marking, known_at))
    seen: set[str] = set()
    for statement in statements:
        if statement.report != report.id:
            raise BookingRefusedError(f"statement {statement.id} is of report {statement.report}, not of {report.id}")
        if statement.id in seen:
            raise BookingRefusedError(f"statement {statement.id} stands twice in the reading of {report.id}")
        seen.add(statement.id)
        if statement.id in added:
            continue
        out.append(Entry("statement", statement.id, report.id, reader, valid_from(statement, day), statement))
    return out


def told_on(report: Report | ReportHead, known_at: datetime) -> date:
    """Return the day a report speaks from by itself: when it came out, else when it was known."""
    told = report.published if report.dated != "future" else None  # a day that lies ahead is a slip of some clock
    return told or known_at.date()


def marked(marking: Marked, known_at: datetime) -> Entry:
    """Return what to book for a marking: it speaks of the report, whoever reads it."""
    return Entry("marking", marking.report, marking.report, None, known_at.date().isoformat(), marking)


def single(subject: str, payload: Review | Source | Act, known_at: datetime) -> Entry:
    """Return what to book for what is of no one report."""
    kind: BookingKind = "review" if isinstance(payload, Review) else "source" if isinstance(payload, Source) else "act"
    return Entry(kind, subject, None, None, known_at.date().isoformat(), payload)


def is_added(reader: str | None) -> bool:
    """Say whether a booking's reader is a person who added it."""
    return reader is not None and reader.startswith(PERSON)


def added(statement: Statement, report: Report | None, day: str, *, stands: bool) -> list[Entry]:
    """Return what to book for a statement that a person found in a report whose booking speaks from ``day``.

    ``report`` is None where it is not in the book; ``stands`` says that a statement of that id stands in it already.
    """
    if not statement.reader.removeprefix(PERSON) or not statement.reader.startswith(PERSON):
        raise BookingRefusedError(f"what is added needs a person as its reader ({PERSON}ann), not {statement.reader!r}")
    if report is None:
        raise BookingRefusedError(f"there is no report {statement.report} to find anything in; add the report first")
    for span in (statement.evidence, *statement.more):
        if report.text[span.start : span.end] != span.quote:
            raise BookingRefusedError(
                f"the report does not say {span.quote[:80]!r} at {span.start}–{span.end}; select the words again"
            )
    if stands:
        raise BookingRefusedError(
            "this has been read there already; accept what stands there, or undo what was said of it"
        )
    return [Entry("statement", statement.id, report.id, statement.reader, valid_from(statement, day), statement)]


def valid_from(statement: Statement, published: str) -> str:
    """Return the first ISO day a statement counts: when its time begins, and at the latest when it came out."""
    earliest = statement.time.earliest if statement.time is not None else None
    return min(earliest, published) if earliest else published


def moment(given: datetime | None, now: datetime, last: datetime | None) -> datetime:
    """Return when a booking is known: as given, else now; never before the last booking."""
    if given is None:
        return max(now, last) if last is not None else now  # a clock set back must not stop the book
    if last is not None and given < last:
        raise BookingRefusedError(
            f"the ledger knows things since {last:%Y-%m-%d %H:%M}; it cannot learn anything at {given:%Y-%m-%d %H:%M}. "
            "Book without --replay, or replay into a new ledger."
        )
    return given


def chain(new: Iterable[Entry], *, after: int, previous: str, known_at: datetime) -> Iterator[Line]:
    """Yield the lines for new entries, each chained to the one before."""
    known = known_at.isoformat(timespec="microseconds")
    for seq, entry in enumerate(new, after + 1):
        payload = _ENCODE(entry.payload)
        digest = _digest((seq, *entry[:5], known, previous), payload)
        yield Line(seq, *entry[:5], known_at, payload, previous, digest)
        previous = digest


def digest_of(
    seq: int,
    kind: str,
    subject: str,
    report: str | None,
    reader: str | None,
    valid: str,
    known_at: datetime,
    payload: bytes,
    previous: str,
) -> str:
    """Return the SHA-256 of a line and the digest before it. When it was superseded is left out: that comes later."""
    known = known_at.isoformat(timespec="microseconds")
    return _digest((seq, kind, subject, report, reader, valid, known, previous), payload)


def _digest(head: tuple[int | str | None, ...], payload: bytes) -> str:
    return hashlib.sha256(_ENCODE(head) + payload).hexdigest()


def continued(lines: Iterable[Line], *, previous: str = GENESIS, after: int = 0) -> Iterator[Line]:
    """Yield lines that continue a chain; raise ``LedgerDamagedError`` that names the first that does not."""
    last = None
    for seq, line in enumerate(lines, after + 1):
        if line.seq != seq:
            raise LedgerDamagedError(f"booking {seq} is missing; {REMEDY}")
        if line.previous != previous or not sound(line) or (last is not None and line.known_at < last):
            raise LedgerDamagedError(f"booking {seq} ({line.kind} {line.subject}) was changed; {REMEDY}")
        previous, last = line.digest, line.known_at
        yield line


def sound(line: Line) -> bool:
    """Say whether a line's digest is that of what it says."""
    return line.digest == digest_of(
        line.seq, line.kind, line.subject, line.report, line.reader, line.valid_from, line.known_at, line.payload, line.previous
    )  # fmt: skip


def check(lines: Iterable[Line], *, expect: str | None) -> tuple[int, str]:
    """Check a chain; return its length and its last digest, or raise ``LedgerDamagedError`` naming the first bad line."""
    size, head = 0, GENESIS
    seen = expect is None or expect == GENESIS
    superseded: dict[int, datetime] = {}
    found: dict[int, datetime] = {}
    for line in continued(lines):
        if line.kind == "supersession":
            undone = decode("supersession", line.payload)
            superseded.update(
                dict.fromkeys(undone.superseded, line.known_at) if isinstance(undone, Supersession) else {}
            )
        if line.superseded_at is not None:
            found[line.seq] = line.superseded_at
        size, head, seen = line.seq, line.digest, seen or line.digest == expect
    for number in sorted(superseded.keys() | found.keys()):
        if superseded.get(number) != found.get(number) and number <= size:
            raise LedgerDamagedError(f"booking {number} is marked superseded wrongly; {REMEDY}")
    if not seen:
        raise LedgerDamagedError(
            f"the head {expect} is not in this ledger; bookings were cut off, or it is another ledger"
        )
    return size, head


def reviewed(statements: Iterable[Statement], reviews: Sequence[Review]) -> tuple[Statement, ...]:
    """Return the statements as the reviews leave them: rejected ones out, corrected ones replaced, accepted ones sure."""
    if not reviews:
        return tuple(statements)
    verdicts: dict[str, list[Review]] = {}
    for review in reviews:
        put_verdict(verdicts.setdefault(review.statement, []), review, review.verdict)
    stand = ((one, verdicts.get(one.id)) for one in statements)
    left = (as_reviewed(one, stack[-1]) if stack else one for one, stack in stand)
    return tuple(one for one in left if one is not None)


def check_rating(source: Source) -> None:
    """Refuse a rating without a reason, or of which nobody says who gave it."""
    if not (source.reason or "").strip() or not (source.by or "").strip():
        raise BookingRefusedError(f"the rating of {source.id} needs a reason and who gives it: it is kept for ever")


def head_of(payload: bytes, valid_from: str) -> ReportHead:
    """Return a stored report without its text, with the first day it speaks of; the text is not even decoded."""
    try:
        head = _HEADS.decode(payload)
    except (msgspec.MsgspecError, ValueError) as fault:
        raise LedgerDamagedError(f"a report booking cannot be read ({fault}); {REMEDY}") from fault
    return msgspec.structs.replace(head, valid_from=date.fromisoformat(valid_from))


def check_filing(lines: Iterable[Line], pairs: Iterable[tuple[str, int]]) -> None:
    """Hold the index of topics beside what the bookings say; raise ``LedgerDamagedError`` where they differ."""
    filing = Filing()
    expected = 0
    for line in lines:
        expected += sum(1 for _ in filing.add(line.seq, line.subject, line.report, decode(line.kind, line.payload)))
    for topic, seq in pairs:
        expected -= 1
        if topic not in filing.of.get(seq, ()):
            raise LedgerDamagedError(f"booking {seq} is filed under {topic} wrongly; {REMEDY}")
    if expected:
        raise LedgerDamagedError(f"{expected} entries of the index of topics are missing; {REMEDY}")


def check_review(review: Review, *, report: str | None, before: int = 0, after: int | None = None) -> None:
    """Refuse a review of a statement that is not in the book (of no ``report``), a correction that does not fit it, one that was overtaken.

    ``before`` is how many reviews of the statement there are, ``after`` how many the person has seen (None: they do not say).
    """
    if report is None:
        raise BookingRefusedError(f"there is no statement {review.statement} to review")
    if after is not None and after != before:
        raise OvertakenError(
            f"somebody reviewed statement {review.statement} meanwhile ({before} reviews, you saw {after}); look at it again, "
            "then say what you think"
        )
    if (review.verdict == "correct") != (review.correction is not None):
        raise BookingRefusedError("a correction needs the corrected statement, and only a correction has one")
    if review.correction is not None and review.correction.report != report:
        raise BookingRefusedError(f"a correction of a statement of report {report} must be of that report")


def check_marking(marking: Marked, *, known: bool) -> None:
    """Refuse a marking of a report that is not in the book, or of which nobody says who gave it."""
    if not known:
        raise BookingRefusedError(f"there is no report {marking.report} to mark")
    if not marking.by.strip():
        raise BookingRefusedError(f"the marking of {marking.report} needs who gives it: it is kept for ever")


def check_act(act: Act) -> None:
    """Refuse an act of which it is not said who did what, or that says too much."""
    if not act.by.strip() or not re.fullmatch(r"[a-z][a-z0-9-]{0,63}", act.what):
        raise BookingRefusedError("an act needs who did it, and what in a short code of letters, such as role-changed")
    if len(msgspec.json.encode(act)) > LONGEST_ACT:
        raise BookingRefusedError(f"the act {act.what} says too much to be kept; {LONGEST_ACT} bytes are enough")

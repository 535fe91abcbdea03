"""The index: follows a ledger and answers searches of it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

import msgspec

from missionwatch.errors import SearchError, StoriesNotSetUpError
from missionwatch.ledger.rules import reviewed
from missionwatch.records import Hit, ReportHead, Results, Span, Statement
from missionwatch.search import showing
from missionwatch.search.asking import understand
from missionwatch.search.documents import EVER
from missionwatch.search.following import follow, moment_of, payload_of, verdicts_on
from missionwatch.search.meaning import Encoder, Vectors, embed
from missionwatch.search.ranking import MOST, Bounds, Ranked, Searched, fused
from missionwatch.search.store import Store, is_busy, is_damage

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from missionwatch.ledger import Ledger
    from missionwatch.records import Meant, Query
    from missionwatch.search.asking import Asked

_HEADS = msgspec.json.Decoder(ReportHead)
_STATEMENTS = msgspec.json.Decoder(Statement)
_TRIES = 3
_T = TypeVar("_T")


class Index:
    """An index of a ledger's reports and statements, in a file beside it or in memory; threads may share it.

    ``encoder`` makes vectors; without one, or where its library is missing, words alone are searched.
    """

    def __init__(self, path: Path | None = None, encoder: Encoder | None = None) -> None:
        self._store, self._encoder = Store(path), encoder
        self._vectors = Vectors()
        self._complete = False
        self._followed: ref[Ledger] | None = None

    def follow(self, ledger: Ledger, progress: Callable[[int, int], None] | None = None) -> bool:
        """Take up what was booked since, by whomever; return whether nothing is missing now.

        The ledger is the whole one: what a reader of it may not see is said when searching. ``progress`` is told how many bookings
        are indexed, and of how many. Where the index is damaged or of another ledger it is made anew.
        """
        self._followed = ref(ledger)
        self._complete = self._again(lambda: follow(self._store, ledger, progress))
        return self._complete

    def embed(self, ledger: Ledger, most: int, progress: Callable[[int, int], None] | None = None) -> int:
        """Make the vectors of at most ``most`` reports that lack one; return how many. Nothing where the extra is missing."""
        encoder = self._encoder
        if encoder is None or most <= 0:
            return 0
        try:
            return self._again(lambda: embed(self._store, ledger, encoder, most, progress))
        except StoriesNotSetUpError:
            return 0
        except sqlite3.OperationalError as fault:
            if is_busy(fault):  # another process writes: next time
                return 0
            raise

    def search(self, query: Query, *, hidden: Container[str] = frozenset()) -> Results:
        """Return a page of hits. Nothing of the reports whose ids are ``hidden`` is in it, nor in any figure or ranking of it.

        Raises ``SearchError`` where the query asks a place that nobody knows, or a page that is no more.
        """
        asked = understand(query.words)
        question, meaning = self._question(query, asked)
        return self._again(lambda: self._search(query, asked, question, meaning, hidden))

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # --- inside

    def _again(self, work: Callable[[], _T]) -> _T:
        """Do something with the index; where it turns out to be damaged, it is made anew from the book last followed."""
        for left in range(_TRIES - 1, -1, -1):
            try:
                return work()
            except sqlite3.DatabaseError as fault:
                if not is_damage(fault) or not left:
                    raise
                ledger = self._followed() if self._followed is not None else None
                if ledger is not None:
                    self._complete = follow(self._store, ledger)
        raise AssertionError

    def _question(self, query: Query, asked: Asked) -> tuple[NDArray[np.float32] | None, Meant]:
        if not query.meaning or not asked.plain.strip():
            return None, "unasked"
        if self._encoder is None:
            return None, "missing"
        try:
            return self._encoder.of([asked.plain])[0], "used"
        except StoriesNotSetUpError:
            return None, "missing"

    def _search(
        self,
        query: Query,
        asked: Asked,
        question: NDArray[np.float32] | None,
        meaning: Meant,
        hidden: Container[str],
    ) -> Results:
        with self._store.reading() as connection:
            seq, vectors, skipped = self._state(connection, query)
            upto = _known(connection, query, seq)
            first, last = query.first or EVER[0], query.last or EVER[1]
            searched = Searched(connection, query, Bounds.of(connection, upto, (first, last), hidden))
            worded = searched.by_words(asked)
            meant: list[int] = []
            if question is not None:
                self._vectors.refresh(connection)
                meant = searched.by_meaning(
                    asked, lambda most, among: self._vectors.near(question, most, upto=vectors, among=among)
                )
                if connection.execute("SELECT 1 FROM report WHERE vector IS NULL LIMIT 1").fetchone() is not None:
                    meaning = "partly"
            ranked = fused(worded, meant)
            page = ranked[skipped : skipped + query.size]
            marking = showing.Marking(asked.wanted)
            hits = tuple(_hit(connection, one, marking, upto, hidden) for one in page)
            token = connection.execute(
                "SELECT token FROM state WHERE seq = ? AND vectors = ?", (seq, vectors)
            ).fetchone()
        cursor = None
        if len(ranked) > skipped + len(page):
            made = token[0] if token is not None else self._token(seq, vectors)
            cursor = _cursor(made, query, skipped + len(page)) if made is not None else None
        return Results(
            hits=hits, total=len(ranked), more=len(worded) > MOST, cursor=cursor, meaning=meaning, names=asked.names,
            complete=self._complete, cut=asked.cut,
        )  # fmt: skip

    def _state(self, connection: sqlite3.Connection, query: Query) -> tuple[int, int, int]:
        """Return the booking and the vector up to which is searched, and how many hits are skipped: as the cursor says, or now, none."""
        if query.cursor is None:
            (seq,) = connection.execute("SELECT seq FROM mark").fetchone()
            (vectors,) = connection.execute("SELECT coalesce(max(number), 0) FROM vector").fetchone()
            return seq, vectors, 0
        try:
            token, asked, skipped = base64.urlsafe_b64decode(query.cursor.encode()).decode().split(".")
            found = connection.execute("SELECT seq, vectors FROM state WHERE token = ?", (token,)).fetchone()
            number = int(skipped)
        except (ValueError, UnicodeError, binascii.Error) as fault:
            raise SearchError("there is no such page of results; search again") from fault
        if found is None or asked != _asked(query) or not 0 < number < 10 * MOST:
            raise SearchError("this page of results is no more, or is of another search; search again")
        return found[0], found[1], number

    def _token(self, seq: int, vectors: int) -> str | None:
        """Return a word of chance that stands for a state of the index from now on; None where another process writes for long."""
        try:
            with self._store.writing() as connection:
                connection.execute("INSERT OR IGNORE INTO state VALUES (?, ?, ?)", (secrets.token_hex(8), seq, vectors))
                found = connection.execute(
                    "SELECT token FROM state WHERE seq = ? AND vectors = ?", (seq, vectors)
                ).fetchone()
        except sqlite3.OperationalError as fault:
            if is_busy(fault):
                return None
            raise
        return str(found[0])


def _hit(
    connection: sqlite3.Connection, one: Ranked, marking: showing.Marking, upto: int, hidden: Container[str]
) -> Hit:
    report, corrects = connection.execute(
        "SELECT report, corrects FROM document WHERE number = ?", (one.number,)
    ).fetchone()
    (head,) = connection.execute("SELECT head FROM report WHERE number = ?", (report,)).fetchone()
    shown_of = _without(_HEADS.decode(head), hidden, connection, report)
    payload = payload_of(connection, one.number)
    statement = None
    if report == one.number:
        text, offset = payload.decode(), 0
    else:
        statement = _STATEMENTS.decode(payload)
        text, offset = statement.evidence.quote, statement.evidence.start
        if corrects is None:  # a person may have accepted it: then it is sure
            statement = next(iter(reviewed((statement,), verdicts_on(connection, statement.id, upto))), statement)
    marked = marking.marks(text, shown_of.language)
    shown = showing.snippet(text, marked)
    return Hit(
        id=statement.id if statement is not None else shown_of.id, report=shown_of, statement=statement, score=round(one.score, 6),
        found_by=one.found_by, matched=one.matched, snippet=Span(shown.start + offset, shown.end + offset),
        text=text[shown.start : shown.end], marks=tuple(showing.inside(marked, shown, offset)),
        title_marks=tuple(marking.marks(shown_of.title, shown_of.language)), corrects=corrects,
    )  # fmt: skip


def _without(head: ReportHead, hidden: Container[str], connection: sqlite3.Connection, report: int) -> ReportHead:
    """Return the head of a report without a word of those that are hidden."""
    if not hidden:
        return head
    copy_of = None if head.copy_of is not None and head.copy_of in hidden else head.copy_of
    told = msgspec.structs.replace(
        head, copy_of=copy_of, earlier=tuple(one for one in head.earlier if one not in hidden)
    )
    if head.corrects is None or head.corrects not in hidden:
        return told
    (day,) = connection.execute("SELECT first FROM document WHERE number = ?", (report,)).fetchone()
    return msgspec.structs.replace(told, corrects=None, valid_from=date.fromordinal(day))


def _cursor(token: str, query: Query, skipped: int) -> str:
    """Return what asks for the next page. It names the state of the index by a word of chance, which tells nobody how much is booked."""
    return base64.urlsafe_b64encode(f"{token}.{_asked(query)}.{skipped}".encode()).decode()


def _asked(query: Query) -> str:
    """Return what tells one search from another, whatever the page."""
    plain = msgspec.structs.replace(query, cursor=None, size=1)
    return hashlib.sha256(repr(plain.parameters()).encode(errors="replace")).hexdigest()[:16]


def _known(connection: sqlite3.Connection, query: Query, seq: int) -> int:
    """Return the last booking that was known at the moment asked."""
    if query.known is None:
        return seq
    found = connection.execute(
        "SELECT seq FROM moment WHERE known <= ? ORDER BY known DESC LIMIT 1", (moment_of(query.known),)
    ).fetchone()
    return min(seq, found[0]) if found is not None else 0

"""Reports by what they mean: their vectors, kept in the index and compared with a question's, all of them, as bytes."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from missionwatch.reports.stories import opening
from missionwatch.reports.stories.features import DIMENSIONS
from missionwatch.reports.stories.nearest import nearest, small

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from missionwatch.ledger import Ledger
    from missionwatch.reports.stories import Embedding
    from missionwatch.search.store import Store

LEAST = 0.22
"""The least likeness (cosine) of a question and a report that counts as one of meaning: on the Mali dispatches questions of other fields
(cooking, football, pensions) stay at 0.15 and below, the right report in another language comes at 0.25 to 0.45."""
_TOGETHER = 32  # reports embedded at once
_BLOCK = 65_536


class Vectors:
    """The vectors of an index, in memory as far as they are kept (512 bytes a report), so that all can be compared."""

    def __init__(self) -> None:
        self._made = ""
        self._documents: NDArray[np.int64] = np.zeros(0, np.int64)
        self._rows: NDArray[np.int8] = np.zeros((0, DIMENSIONS), np.int8)
        self._count = 0

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Read the vectors that were made since, by whomever."""
        (made,) = connection.execute("SELECT made FROM mark").fetchone()
        if made != self._made:
            self._made, self._count = made, 0
        for number, document, data in connection.execute(
            "SELECT number, document, data FROM vector WHERE number > ? ORDER BY number", (self._count,)
        ):
            if number > len(self._rows):
                grown = max(_BLOCK, 2 * len(self._rows))
                self._rows = np.concatenate((self._rows, np.zeros((grown - len(self._rows), DIMENSIONS), np.int8)))
                self._documents = np.concatenate((self._documents, np.zeros(grown - len(self._documents), np.int64)))
            self._rows[number - 1] = np.frombuffer(data, np.int8)
            self._documents[number - 1] = document
            self._count = number

    def near(
        self, question: NDArray[np.float32], most: int, *, upto: int, among: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """Return at most ``most`` reports (documents) with their likeness, the likest first; of the first ``upto`` vectors.

        ``among`` narrows them to some documents.
        """
        count = min(upto, self._count)
        rows, documents = self._rows[:count], self._documents[:count]
        if among is not None:
            chosen = np.flatnonzero(np.isin(documents, np.array(among, np.int64)))
            rows, documents = rows[chosen], documents[chosen]
        if not len(rows):
            return []
        found = nearest(rows, small(question), most)
        like = [(int(documents[number]), round(1 - away, 4)) for away, number in found if 1 - away >= LEAST]
        return sorted(
            like, key=lambda pair: (-pair[1], -pair[0])
        )  # of equals the latest: what else is there must not decide


class Encoder:
    """Makes vectors when they are first asked for; it says once and for all where the extra is missing."""

    def __init__(self, embedding: Callable[[], Embedding]) -> None:
        self._make = embedding
        self._embedding: Embedding | None = None
        self._lock = Lock()

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of length one for each text; raise ``StoriesNotSetUpError`` where the extra is missing."""
        with self._lock:
            if self._embedding is None:
                self._embedding = self._make()
            rows: NDArray[np.float32] = np.array(self._embedding(texts), np.float32).reshape(len(texts), DIMENSIONS)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return rows


def embed(
    store: Store, ledger: Ledger, encoder: Encoder, most: int, progress: Callable[[int, int], None] | None = None
) -> int:
    """Make the vectors of at most ``most`` reports that have none, the newest first; return how many were made.

    ``progress`` is told how many are made, and of how many. Raises ``StoriesNotSetUpError``.
    """
    with store.reading() as connection:
        lacking = connection.execute(
            "SELECT number, id FROM report WHERE vector IS NULL ORDER BY number DESC LIMIT ?", (most,)
        ).fetchall()
    made = 0
    for begin in range(0, len(lacking), _TOGETHER):
        some = lacking[begin : begin + _TOGETHER]
        rows = encoder.of([opening(ledger.report(name)) for _, name in some])
        with store.writing() as connection:
            for (document, name), row in zip(some, rows, strict=True):
                _keep(connection, document, name, small(row))
        made += len(some)
        if progress is not None:
            progress(made, len(lacking))
    return made


def _keep(connection: sqlite3.Connection, document: int, name: str, row: NDArray[np.int8]) -> None:
    """Keep a report's vector, unless another process did or the index was made anew meanwhile."""
    lacks = connection.execute(
        "SELECT 1 FROM report WHERE number = ? AND id = ? AND vector IS NULL", (document, name)
    ).fetchone()
    if lacks is None:
        return
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM vector").fetchone()[0]
    connection.execute("INSERT INTO vector VALUES (?, ?, ?)", (number, document, row.tobytes()))
    connection.execute("UPDATE report SET vector = ? WHERE number = ?", (number, document))

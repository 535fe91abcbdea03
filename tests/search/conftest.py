"""The demo's book, an index of it, and a small newsroom whose reports say what a test wants."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from missionwatch import flow, register, theatre
from missionwatch.ledger import MemoryLedger
from missionwatch.records import Evidence, Part, Query, Report, Statement
from missionwatch.reports.stories.features import DIMENSIONS
from missionwatch.search import Encoder, Index
from missionwatch.search.words import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from missionwatch.ledger import Ledger
    from missionwatch.records import Results

BEGIN = datetime(2022, 1, 1, 18, tzinfo=UTC)


def at(hour: int) -> datetime:
    """Return a moment, so many hours after the beginning."""
    return BEGIN + timedelta(hours=hour)


class Bag:
    """An embedding that knows words only: each has a direction of its own. It stands in for the real one where that is not the matter."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for token in tokens(text):
                row[int.from_bytes(hashlib.sha256(token.folded.encode()).digest()[:4]) % DIMENSIONS] += 1
        return rows


def report(name: str, *sentences: str, **more: Any) -> Report:
    """Return a report of sentences, the first of which is its title."""
    text = "\n\n".join(sentences)
    fields: dict[str, Any] = {
        "language": "en",
        "published": date(2022, 1, 1),
        "source": "wire",
        "dated": "given",
    } | more
    return Report(id=name, title=sentences[0], text=text, parts=(Part("body", 0, len(text)),), **fields)


def says(
    of: Report, sentence: str, predicate: str = "presence", *, place: str | None = None, **fields: Any
) -> Statement:
    """Return a statement that a sentence of a report makes; ``place`` is a register id."""
    start = of.text.index(sentence)
    roles = {"place": (register.load().ref(place, "there"),)} if place is not None else {}
    return Statement.of(
        report=of.id, predicate=predicate, roles=fields.pop("roles", roles), reader="test@1", confidence=0.5,  # type: ignore[arg-type]
        evidence=Evidence(start, start + len(sentence), sentence, "body"), **fields,
    )  # fmt: skip


@pytest.fixture(scope="session")
def book() -> Ledger:
    ledger = MemoryLedger()
    list(flow.add(theatre.dispatches("mali"), ledger, theatre.load("mali"), replay=True))
    return ledger


@pytest.fixture(scope="session")
def index(book: Ledger) -> Index:
    made = Index()
    assert made.follow(book)
    return made


def find(index: Index, words: str = "", **fields: Any) -> Results:
    """Search without meaning, a hundred hits at once."""
    return index.search(Query(words=words, **({"meaning": False, "size": 100} | fields)))


def quotes(found: Results) -> list[str]:
    """Return the words of the statements found."""
    return [hit.statement.evidence.quote for hit in found.hits if hit.statement is not None]


def titles(found: Results) -> list[str]:
    """Return the titles of the reports found."""
    return [hit.report.title for hit in found.hits if hit.statement is None]


@pytest.fixture
def bag() -> Encoder:
    return Encoder(Bag)

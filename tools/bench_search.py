"""Measure searches in ledgers that grow: how fast the index is built, how large it is, and how long searches take.

The sentences are made of the words of the shipped dispatches, of Dutch, English and French, so that words are as frequent as they are in
reports; roles, days and sources are those of ``bench_picture``. The book is a stand-in that makes its bookings as they are asked for:
what is measured is the index, not the ledger. Run: ``python -m tools.bench_search --sizes 50000,1000000``.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from tools.bench_picture import START, newsroom
from tools.measured import note

from missionwatch import theatre
from missionwatch.records import Booking, Evidence, Query, Report, Statement
from missionwatch.search import Index
from missionwatch.search.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

THEATRES = ("mali", "niger", "iraq", "lebanon")
LANGUAGES = ("nl", "en", "fr")
_PER_REPORT = 12
_BASE = 20_000  # statements made once, and told again and again with other words


class Words:
    """The words of the dispatches by language, as frequent as they are there."""

    def __init__(self) -> None:
        counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for name in THEATRES:
            for path in theatre.dispatches(name):
                language = path.name.split("-")[3]
                text = path.read_text(encoding="utf-8").split("\n\n", 1)[-1]
                counts[language].update(text[t.start : t.end] for t in tokens(text))
        self._words = {language: list(found) for language, found in counts.items()}
        self._weights = {language: list(found.values()) for language, found in counts.items()}

    def sentence(self, rng: random.Random, language: str, length: int) -> str:
        """Return so many words of a language."""
        return " ".join(rng.choices(self._words[language], self._weights[language], k=length)) + "."

    def common(self, language: str, first: int, last: int) -> list[str]:
        """Return the words of a language from one rank of frequency to another."""
        ranked = sorted(zip(self._words[language], self._weights[language], strict=True), key=lambda pair: -pair[1])
        return [word for word, _ in ranked[first:last] if word.isalpha() and len(word) > 3]


class Book:
    """A ledger that makes its bookings as they are asked for, always the same."""

    def __init__(self, statements: int, words: Words) -> None:
        self.size = statements + statements // _PER_REPORT
        self.head = "head"
        self._words = words
        self._statements = [s for told in newsroom(_BASE) for s in told.statements]

    def bookings(self, since: int = 0) -> Iterator[Booking]:
        """Yield the bookings after number ``since``."""
        per = _PER_REPORT + 1
        for lot in range(since // per, self.size // per + 1):
            yield from islice(self._lot(lot), max(0, since - lot * per), max(0, min(per, self.size - lot * per)))

    def _lot(self, lot: int) -> Iterator[Booking]:
        rng = random.Random(lot)  # noqa: S311 - a load, not a secret
        language = LANGUAGES[lot % 3]
        day = START + timedelta(days=lot % 1825)
        known = datetime(2019, 1, 1, 18, tzinfo=UTC) + timedelta(minutes=lot)
        name = f"{lot:032x}"
        quotes = [self._words.sentence(rng, language, rng.randrange(10, 34)) for _ in range(_PER_REPORT)]
        title = self._words.sentence(rng, language, 7)
        report = Report(
            id=name, title=title, language=language, published=day, source=f"source-{lot % 24}", text="\n\n".join([title, *quotes]),
            parts=(),
        )  # fmt: skip
        at = len(title) + 2
        made: list[Report | Statement] = [report]
        for n, quote in enumerate(quotes):
            like = self._statements[(lot * _PER_REPORT + n) % len(self._statements)]
            span = Evidence(at, at + len(quote), quote, "body")
            made.append(msgspec.structs.replace(like, id=f"{lot * _PER_REPORT + n:032x}", report=name, evidence=span))
            at += len(quote) + 2
        first = lot * (_PER_REPORT + 1) + 1
        for seq, payload in enumerate(made, first):
            yield Booking(
                seq=seq, kind="report" if seq == first else "statement", subject=payload.id, report=name, reader="bench@1",
                valid_from=day.isoformat(), known_at=known, superseded_at=None, payload=payload, previous="", digest="head",
            )  # fmt: skip


def queries(words: Words, count: int, *, seed: int = 5) -> Iterator[tuple[str, Query]]:
    """Yield searches of several kinds, each with its kind."""
    rng = random.Random(seed)  # noqa: S311
    for _ in range(count):
        language = rng.choice(LANGUAGES)
        usual, rare = words.common(language, 40, 400), words.common(language, 400, 4_000)
        common = words.common(language, 10, 60)
        first = START + timedelta(days=rng.randrange(1600))
        plain = {"meaning": False}
        yield "a rare word", Query(words=rng.choice(rare), **plain)  # type: ignore[arg-type]
        yield "a usual word", Query(words=rng.choice(usual), **plain)  # type: ignore[arg-type]
        yield "a common word", Query(words=rng.choice(common), **plain)  # type: ignore[arg-type]
        yield "two usual words", Query(words=" ".join(rng.choices(usual, k=2)), **plain)  # type: ignore[arg-type]
        yield "four words", Query(words=" ".join([*rng.choices(usual, k=2), *rng.choices(rare, k=2)]), **plain)  # type: ignore[arg-type]
        yield "a name", Query(words=rng.choice(("Den Haag", "Denmark", "Wagner", "Takuba", "Gao")), **plain)  # type: ignore[arg-type]
        yield "a beginning", Query(words=rng.choice(usual)[:4] + "*", **plain)  # type: ignore[arg-type]
        yield "a phrase", Query(words=f'"{rng.choice(usual)} {rng.choice(usual)}"', **plain)  # type: ignore[arg-type]
        yield "all filters", Query(
            words=rng.choice(usual), missions=("takuba",), places=("ML",), sources=("source-3",), predicates=("event",),
            first=first, last=first + timedelta(days=90), **plain,  # type: ignore[arg-type]
        )  # fmt: skip
        yield "a month, as known then", Query(
            words=rng.choice(usual), first=first, last=first + timedelta(days=30),
            known=datetime(2019, 1, 1, tzinfo=UTC) + timedelta(minutes=rng.randrange(80_000)), **plain,  # type: ignore[arg-type]
        )  # fmt: skip


def measure(size: int, count: int) -> None:
    """Print the figures of one size."""
    words = Words()
    book = Book(size, words)
    began, sample = time.process_time(), min(book.size, 20_000)
    for _ in islice(book.bookings(), sample):
        pass
    making = (time.process_time() - began) * book.size / sample
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.search"
        index = Index(path)
        began, used = time.perf_counter(), time.process_time()
        index.follow(book)  # type: ignore[arg-type]  # what of a ledger an index needs
        built, used = time.perf_counter() - began, time.process_time() - used - making
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"\n{size:,} statements: indexed in {built:.0f} s, of the processor's time {used:.0f} s without making the bookings "
            f"({book.size / used:,.0f} bookings a second), {path.stat().st_size / 1e6:,.0f} MB, {memory:,} MB of memory"
        )
        taken: dict[str, list[tuple[float, float]]] = {}
        for kind, query in queries(words, count):
            began, used = time.perf_counter(), time.process_time()
            index.search(query)
            taken.setdefault(kind, []).append((time.perf_counter() - began, time.process_time() - used))
        print("search                 | median   | 95th percentile | … of the processor | slowest")
        every = [one for some in taken.values() for one in some]
        for kind, some in (*taken.items(), ("all", every)):
            clock, own = sorted(one for one, _ in some), sorted(one for _, one in some)
            far = int(len(some) * 0.95)
            if kind == "all":
                note(
                    "search",
                    str(size),
                    median=statistics.median(clock) * 1e3,
                    p95=clock[far] * 1e3,
                    processor=own[far] * 1e3,
                )
            print(f"{kind:<22} | {statistics.median(clock) * 1e3:5.1f} ms | {clock[far] * 1e3:12.1f} ms | {own[far] * 1e3:15.1f} ms | "
                  f"{clock[-1] * 1e3:6.1f} ms", flush=True)  # fmt: skip
        index.close()


def main() -> None:
    """Print the tables."""
    said = argparse.ArgumentParser(description="Measure searches.")
    said.add_argument("--sizes", default="50000,200000", help="statements, by comma")
    said.add_argument("--count", type=int, default=40, help="how many searches of each kind")
    given = said.parse_args()
    for size in given.sizes.split(","):
        measure(int(size), given.count)


if __name__ == "__main__":
    main()

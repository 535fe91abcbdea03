"""What a million reports cost: run `OPENBLAS_NUM_THREADS=1 python tools/bench_stories.py [--reports N] [--only copies|nearest]`.

Copies: N texts of 300 words over a Zipf vocabulary, one in fifty a copy of an earlier one with words changed and a paragraph
added; time and memory to remember them, then the time to place one more, and how many copies are found. Nearest: N vectors in
groups of four, like stories; time and memory to index them, time to find the neighbours of one more, and how often its own
group is among them. It uses what a laptop has: about 2 GB at a million.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from missionwatch.records import Report
from missionwatch.reports import Copies
from missionwatch.reports.stories.features import DIMENSIONS, Features
from missionwatch.reports.stories.nearest import Nearest
from missionwatch.reports.stories.telling import Telling

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORDS = 300
_VOCABULARY = 60_000
_BLOCK = 4_000


def resident() -> float:
    """Return this process's memory now, in MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6


class Texts:
    """Texts by number: made from the number, so that none need be kept."""

    def __init__(self, count: int) -> None:
        chance = random.Random(1)  # noqa: S311 - no secret
        letters = "abcdefghijklmnopqrstuvwxyz"
        self._words = np.array(["".join(chance.choices(letters, k=chance.randint(3, 11))) for _ in range(_VOCABULARY)])
        ranks = 1 / np.arange(1, _VOCABULARY + 1)
        self._weights = np.cumsum(ranks / ranks.sum())
        self._count = count

    def original(self, number: int) -> int | None:
        """Return the number of the report that this one copies, or None."""
        return number - 37 if number % 50 == 49 else None

    def report(self, name: str) -> Report:
        """Return a report by its id."""
        number = int(name, 16)
        source = self.original(number)
        words = self._text(number if source is None else source)
        if source is not None:
            changed = np.random.default_rng(number).choice(len(words), 20, replace=False)
            words = np.concatenate([words, self._text(number)[:60]])
            words[changed] = self._text(number)[changed]
        return Report(
            id=name, title="", language="en", published=date(2024, 1, 1), source="s", text=" ".join(words), parts=()
        )

    def _text(self, number: int) -> NDArray[np.object_]:
        picked = np.searchsorted(self._weights, np.random.default_rng(number).random(_WORDS))
        return self._words[np.minimum(picked, _VOCABULARY - 1)].astype(object)


def bench_copies(count: int) -> None:
    """Measure the index of copies."""
    texts = Texts(count)
    copies = Copies(texts.report)
    before, spent = resident(), 0.0
    for number in range(count):
        report = texts.report(f"{number:032x}")
        begun = time.process_time()
        copies.add(report)
        spent += time.process_time() - begun
    begun = time.process_time()
    kept = sum(array.nbytes for array in copies.arrays().values())
    sorting = time.process_time() - begun
    print(f"copies: {count:,} reports, {spent:.0f} s of processor to add ({count / spent:,.0f}/s), {resident() - before:.0f} MB more resident, "
          f"{kept / 1e6:.0f} MB in arrays, last sorting {sorting:.1f} s")  # fmt: skip
    times, found, wanted = [], 0, 0
    for number in range(49, count, max(50, count // 400 // 50 * 50)):
        report = texts.report(f"{number:032x}")
        begun = time.process_time()
        original = copies.original(report)
        times.append(time.process_time() - begun)
        wanted += 1
        found += original == f"{texts.original(number):032x}"
    new = []
    for number in range(count, count + 200):
        report = texts.report(f"{number - number % 50:032x}")  # unlike all but itself
        begun = time.process_time()
        copies.original(report)
        new.append(time.process_time() - begun)
    print(f"  a copy (ms of processor): {np.median(times) * 1e3:.2f} ms (99%: {np.quantile(times, 0.99) * 1e3:.1f}), {found} of {wanted} "
          f"found; no copy: {np.median(new) * 1e3:.2f} ms (99%: {np.quantile(new, 0.99) * 1e3:.1f})")  # fmt: skip


def vectors(block: int) -> NDArray[np.float32]:
    """Return a block of 4,000 vectors: four to a group, cosine about .75 within it."""
    chance = np.random.default_rng(block)
    out = np.repeat(chance.standard_normal((_BLOCK // 4, DIMENSIONS), np.float32), 4, axis=0)
    out += 0.6 * chance.standard_normal((_BLOCK, DIMENSIONS), np.float32)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    return out


def bench_nearest(count: int) -> None:
    """Measure the index of meanings."""
    nearest = Nearest()
    before, spent = resident(), 0.0
    for block in range(count // _BLOCK):
        made = vectors(block)
        begun = time.process_time()
        for row, vector in enumerate(made):
            nearest.add(vector, (block * _BLOCK + row) // 900)  # 900 reports a day: three years
        spent += time.process_time() - begun
        if block % 25 == 24:
            print(f"  … {len(nearest):,} in {spent:.0f} s of processor, {resident() - before:.0f} MB more", flush=True)
    count = len(nearest)
    print(
        f"nearest: {count:,} vectors, {spent:.0f} s to add ({count / spent:,.0f}/s), {resident() - before:.0f} MB more resident"
    )
    times, found, wanted = [], 0, 0
    for block in range(0, count // _BLOCK, max(1, count // _BLOCK // 50)):
        made = vectors(block)
        for row in range(0, _BLOCK, 400):
            n = block * _BLOCK + row
            begun = time.process_time()
            keys = nearest.find(made[row], n // 900, window=12, most=40)
            times.append(time.process_time() - begun)
            wanted += 4
            found += len(set(keys) & set(range(n, n + 4)))
    print(
        f"  found of one's group: {found / wanted:.3f}; {np.median(times) * 1e3:.2f} ms of processor "
        f"(99%: {np.quantile(times, 0.99) * 1e3:.1f})"
    )


def bench_telling(count: int) -> None:
    """Measure one more report with all of deciding: candidates, evidence, choice."""
    telling = Telling()
    times = []
    for block in range(count // _BLOCK):
        for row, vector in enumerate(vectors(block)):
            n = block * _BLOCK + row
            made = Features(f"{n:032x}", n // 900, "en", vector, frozenset({f"place:{n // 4 % 300}"}), frozenset())
            begun = time.process_time()
            telling.add(made)
            times.append(time.process_time() - begun)
    last = times[-1000:]
    print(
        f"deciding: {count:,} reports; the last thousand took {np.median(last) * 1e3:.2f} ms of processor each "
        f"(99%: {np.quantile(last, 0.99) * 1e3:.1f})"
    )


def main() -> None:
    """Measure."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--reports", type=int, default=1_000_000)
    asked.add_argument("--only", choices=["copies", "nearest", "telling"])
    given = asked.parse_args()
    if given.only in (None, "telling"):
        bench_telling(min(given.reports, 24_000))
    if given.only in (None, "copies"):
        bench_copies(given.reports)
    if given.only in (None, "nearest"):
        bench_nearest(given.reports)


if __name__ == "__main__":
    main()

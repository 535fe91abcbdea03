"""Measure a backfill: documents a second with one worker and with two, what they cost, and how large the ledger grows.

    PYTHONPATH=. python tools/bench_backfill.py --documents 1500

It makes a WARC file of pages, each of several dispatches of the shipped theatres in one language (about 3 kB of text, with numbers of their
own, so that none copies another whole), and books it into new ledgers, with one worker and with two, in turns.
"""

from __future__ import annotations

import argparse
import html
import io
import os
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tools.measured import note
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from missionwatch import theatre
from missionwatch.cluster import Progress, backfill, open_archive
from missionwatch.ledger import open_ledger

LENGTH = 3_000  # characters of a document, about those of a news article


def archive(path: Path, documents: int) -> int:
    """Write the WARC file; return the characters of text in it."""
    rng = random.Random(11)  # noqa: S311 - a load, not a secret
    texts: dict[str, list[str]] = {}
    for name in theatre.shipped():
        for source in theatre.dispatches(name):
            texts.setdefault(source.name.split("-")[3], []).append(
                source.read_text(encoding="utf-8").split("\n\n", 1)[-1]
            )
    written = 0
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for n in range(documents):
            said: list[str] = []
            while sum(map(len, said)) < LENGTH:
                said.extend(
                    f"{one} ({rng.randrange(10_000)})"
                    for one in rng.choice(texts[rng.choice(sorted(texts))]).split("\n\n")[:6]
                )
                if sum(map(len, said)) < LENGTH:
                    said.append(rng.choice(said))
            written += sum(map(len, said))
            body = "".join(f"<p>{html.escape(one)}</p>" for one in said)
            page = f"<html><head><title>Page {n}</title></head><body><article><h1>Page {n}</h1>{body}</article></body></html>"
            heads = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                f"https://news-{n % 40}.example/{n}", "response", payload=io.BytesIO(page.encode()), http_headers=heads,
                warc_headers_dict={"WARC-Date": "2022-03-01T08:00:00Z"},
            )  # fmt: skip
            writer.write_record(record)
    return written


def run(path: Path, folder: Path, workers: int, turn: int) -> tuple[float, int]:
    """Book the archive into a new ledger; print the line, return documents a second and the bytes of the ledger."""
    place = folder / f"{workers}-{turn}.db"
    followed = theatre.load("mali")
    opened = open_archive(path, fetched=datetime(2022, 9, 1, tzinfo=UTC))
    with open_ledger(place, create=True) as book:
        began = time.perf_counter()
        first = done = Progress()
        for done in backfill(opened, book, followed, work=folder / "work", workers=workers):
            first = first if first.documents else done
        took = time.perf_counter() - began
        rate = (done.documents - first.documents) / (done.seconds - first.seconds)  # without starting the workers
    size = place.stat().st_size
    print(
        f"{workers} worker(s): {rate:6.1f} documents a second · {done.processor / done.documents * 1000:5.1f} processor ms a document · "
        f"booking {done.booking / done.documents * 1000:4.1f} ms · {done.statements / done.documents:.1f} statements · "
        f"{size / done.documents / 1000:.1f} kB of ledger a document · {done.memory / 1e6:.0f} MB a worker · {took:.1f} s in all",
        flush=True,
    )
    return rate, size


def main() -> None:
    """Print the lines and the ratio."""
    said = argparse.ArgumentParser(description="Measure a backfill.")
    said.add_argument("--documents", type=int, default=1_500)
    said.add_argument("--turns", type=int, default=2)
    given = said.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "archive.warc.gz"
        characters = archive(path, given.documents)
        print(
            f"{given.documents:,} documents of {characters / given.documents:,.0f} characters; load {os.getloadavg()[0]:.1f}"
        )
        rates: dict[int, list[float]] = {1: [], 2: []}
        for turn in range(given.turns):
            for workers in (1, 2):
                rates[workers].append(run(path, folder, workers, turn)[0])
        for workers, found in rates.items():
            note("backfill", str(workers), rate=statistics.median(found))
        ratios = [two / one for one, two in zip(rates[1], rates[2], strict=True)]
        print(f"two workers do {', '.join(f'{one:.2f}' for one in ratios)} times what one does")


if __name__ == "__main__":
    main()

"""``kill -9`` at moments of chance: nothing acknowledged is lost or doubled, and the command run again completes."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from missionwatch import theatre
from missionwatch.ledger import open_ledger
from missionwatch.ledger.migrating import upgrade
from tests.prove import killing
from tests.prove.figures import share
from tests.sources.conftest import Answer, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.prove.figures import Figures

TEXTS = [path.read_text(encoding="utf-8") for path in theatre.dispatches("mali")]
DOCUMENTS = 40
chance = random.Random(20221125)  # noqa: S311 - the same moments each time, as far as the machine lets them


def kill_again_and_again(
    name: str, command: Sequence[str], kills: int, fresh: Callable[[], Path], figures: Figures, check: Callable[[killing.Run, Path], None]
) -> None:  # fmt: skip
    """Kill a command until it was killed so often; each time see that the book is whole, then have it done whole.

    ``fresh`` makes all anew for a run and returns the book; ``check`` sees that what was acknowledged is there.
    """
    place = fresh()
    whole = killing.run(command)
    wanted, quiet = killing.told(place), whole.seconds
    done = left = early = 0
    while done < kills:
        place = fresh()
        for _ in range(chance.randint(2, 8)):  # and again, where the last one left it
            ended = killing.run(command, kill_after=chance.uniform(0.25, 1.0) * quiet)
            left += ended.left
            if not ended.killed:
                quiet *= 0.95
                early += 1
                break
            done += 1
            if place.exists() and not _begun(place):
                killing.sound(place)
            check(ended, place)
        killing.run(command)
        assert killing.told(place) == wanted, "what was killed and run again says other than what ran through"
    assert left == 0, f"{left} processes stayed behind"
    figures.add(
        "crash",
        f"`{name}`: {done} × `kill -9`",
        f"0 lost, 0 doubled, every chain whole; {done + early} runs, all complete when run again",
    )


def _begun(place: Path) -> bool:
    """Say whether a book's file was only begun: an empty file is one that nobody was told of."""
    return place.stat().st_size == 0


def reports_of(run: killing.Run, key: str | None = None) -> dict[str, int]:
    rows = [json.loads(line) for line in run.lines]
    rows = [row[key] for row in rows if key in row] if key else rows
    return {row["report"]: row["booked"] for row in rows if row["report"] and not row["already"]}


def test_add(tmp_path: Path, figures: Figures) -> None:
    list(killing.serials(tmp_path / "in", TEXTS, DOCUMENTS))
    place = tmp_path / "book.db"
    acknowledged: dict[str, int] = {}

    def fresh() -> Path:
        acknowledged.clear()
        for one in tmp_path.glob("book.db*"):
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        return place

    def check(run: killing.Run, place: Path) -> None:
        acknowledged.update(reports_of(run))
        if acknowledged:
            found, _ = killing.sound(place)
            assert {one: found.get(one) for one in acknowledged} == acknowledged

    command = ["add", str(tmp_path / "in"), "--ledger", str(place), "--json"]
    kill_again_and_again("add", command, share(80, 6), fresh, figures, check)


def test_review(tmp_path: Path, figures: Figures) -> None:
    place = tmp_path / "book.db"
    killing.run(["add", *map(str, theatre.dispatches("mali")[:6]), "--ledger", str(place)])
    with open_ledger(place) as book:
        statements = [one.id for one in book.statements()]
    quiet = killing.run(["review", statements[0], "accept", "--reason", "x", "--ledger", str(place)]).seconds
    done = said = 0
    wanted = share(60, 6)
    while done < wanted:
        one = statements[1 + done % (len(statements) - 1)]
        with open_ledger(place) as book:
            before = len(book.reviews(one))
        ended = killing.run(
            ["review", one, "reject", "--reason", f"kill {done}", "--ledger", str(place), "--json"],
            kill_after=chance.uniform(0.4, 1.1) * quiet,
        )
        with open_ledger(place) as book:
            book.verify()
            after = [review.reason for review in book.reviews(one)]
        assert len(after) in (before, before + 1), "once or not at all"
        if ended.lines:
            assert after[-1:] == [f"kill {done}"], "what was said to be booked is booked"
            said += 1
        done += ended.killed
    figures.add(
        "crash", f"`review`: {done} × `kill -9`", f"each booked once or not at all; all {said} that said so are there"
    )


def feed_of(site: Site, count: int) -> str:
    start = datetime(2022, 2, 1, tzinfo=UTC)
    items = []
    for n in range(count):
        text = TEXTS[n % len(TEXTS)].split("---\n")[-1].replace("\n\n", "</p><p>")
        site[f"/page/{n}"] = (
            f"<html><body><article><h1>Serial {n}</h1><p>{text}</p><p>Serial {n}: {n * 7} people came.</p></article></body></html>"
        )
        day = format_datetime(start + timedelta(hours=n))
        items.append(
            f"<item><title>Serial {n}</title><link>{site.url}/page/{n}</link><guid>{n}</guid><pubDate>{day}</pubDate></item>"
        )
    return f'<rss version="2.0"><channel><title>Wire</title>{"".join(items)}</channel></rss>'


@pytest.fixture
def followed(tmp_path: Path) -> tuple[Path, Site]:
    """Give a theatre that follows one feed on loopback, and the site."""
    site = Site()
    site["/robots.txt"] = Answer("", kind="text/plain")
    site["/feed"] = Answer(feed_of(site, 30), kind="application/rss+xml")
    head, sources, _ = theatre.shipped()["mali"].read_text(encoding="utf-8").partition("[[sources]]")
    del sources
    path = tmp_path / "mine.toml"
    path.write_text(
        head.replace("\nown = ", '\nallow = ["127.0.0.1"]\ncontact = "desk@example.org"\nown = ', 1)
        + f'[[sources]]\nid = "wire"\nname = "Wire"\n[sources.collect]\nconnector = "feed"\nurl = "{site.url}/feed"\npace = 0.0\n'
        + 'every = "1s"\nsince = 2022-01-01\n', encoding="utf-8",
    )  # fmt: skip
    return path, site


@pytest.mark.parametrize("kind", ["sources fetch", "watch --once"])
def test_collecting(tmp_path: Path, followed: tuple[Path, Site], kind: str, figures: Figures) -> None:
    path, site = followed
    place = tmp_path / "book.db"
    acknowledged: dict[str, int] = {}

    def fresh() -> Path:
        acknowledged.clear()
        for one in (*tmp_path.glob("book.*"), *tmp_path.glob("book*.collected")):
            if one.exists():
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        return place

    def check(run: killing.Run, place: Path) -> None:
        if kind == "sources fetch":
            acknowledged.update(reports_of(run, "document"))
            if acknowledged:
                found, _ = killing.sound(place)
                assert {one: found.get(one) for one in acknowledged} == acknowledged

    command = {
        "sources fetch": ["sources", "fetch", "--theatre", str(path), "--ledger", str(place), "--json"],
        "watch --once": ["watch", str(path), "--ledger", str(place), "--once", "--json"],
    }[kind]
    kill_again_and_again(kind, command, share(50, 4), fresh, figures, check)
    site.close()


def test_backfill(tmp_path: Path, figures: Figures) -> None:
    list(killing.serials(tmp_path / "in", TEXTS, DOCUMENTS))
    place = tmp_path / "book.db"

    def fresh() -> Path:
        for one in tmp_path.glob("book.db*"):
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        return place

    command = ["backfill", str(tmp_path / "in"), "--ledger", str(place), "--fetched", "2022-09-01", "--json"]
    kill_again_and_again("backfill", command, share(30, 3), fresh, figures, lambda _run, _place: None)


def older(place: Path, now: Path) -> None:
    """Make a book as the first version of the program wrote it, with the bookings of another."""
    engine = sa.create_engine(f"sqlite:///{place}", poolclass=sa.pool.NullPool)
    with engine.begin() as connection:
        upgrade(connection, "sqlite", "0001")
    engine.dispose()
    with closing(sqlite3.connect(place)) as raw:
        raw.execute("ATTACH ? AS now", (str(now),))
        raw.execute("INSERT INTO main.booking SELECT * FROM now.booking")
        raw.commit()


def test_migration(tmp_path: Path, figures: Figures) -> None:
    list(killing.serials(tmp_path / "in", TEXTS, 200))
    now, old, place = tmp_path / "now.db", tmp_path / "old.db", tmp_path / "book.db"
    killing.run(["add", str(tmp_path / "in"), "--ledger", str(now)])
    older(old, now)
    with closing(sqlite3.connect(old)) as raw:
        wanted = raw.execute("SELECT seq, digest FROM booking ORDER BY seq").fetchall()

    def fresh() -> Path:
        for one in tmp_path.glob("book.db*"):
            one.unlink()
        shutil.copyfile(old, place)
        return place

    def check(_run: killing.Run, place: Path) -> None:
        with closing(sqlite3.connect(place)) as raw:
            assert raw.execute("SELECT seq, digest FROM booking ORDER BY seq").fetchall() == wanted

    command = ["verify", "--ledger", str(place), "--json"]
    kill_again_and_again(
        "verify, on a ledger of the first schema (migration)", command, share(50, 4), fresh, figures, check
    )

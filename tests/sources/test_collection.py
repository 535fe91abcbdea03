"""What survives: a killed run, a dead source, a damaged file. And how sources fare."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.clock import stopped_at
from missionwatch.errors import CollectionError, SourceUnavailableError
from missionwatch.records import Collect, EventFile, RawDocument
from missionwatch.sources import collecting
from missionwatch.sources.state import Collection
from tests.sources.conftest import CLOCK, NOW, Answer, Desk, Request, Site, make_client, theatre_with

if TYPE_CHECKING:
    from missionwatch.sources.fetching import Client


def rss(site: Site, *numbers: int) -> Answer:
    items = "".join(
        f"<item><title>Bericht {n}</title><link>{site.url}/{n}</link><guid>{n}</guid><pubDate>Thu, 17 Feb 2022 10:00:{n % 60:02d} GMT</pubDate></item>"
        for n in reversed(numbers)
    )
    for n in numbers:
        site.routes.setdefault(f"/{n}", Answer(f"<html><body><p>Bericht {n}: de missie gaat door.</p></body></html>"))
    return Answer(
        f"<rss version='2.0'><channel><title>Krant</title>{items}</channel></rss>", kind="application/rss+xml"
    )


def raw(**said: Any) -> RawDocument:
    known: dict[str, Any] = {
        "source": "s",
        "url": "https://x.example.org/1",
        "data": b"text",
        "media_type": "text/plain",
        "fetched_at": NOW,
    }
    return RawDocument(**known | said)


def test_a_document_is_kept_with_its_bytes_and_given_once(collection: Collection) -> None:
    assert collection.keep("s", "1", "a", raw())
    assert not collection.keep("s", "1", "b", raw()), "the same bytes from the same address"
    assert collection.keep("s", "1", "c", raw(data=b"other text")), "a new version"
    first, second = collection.waiting()
    assert (first.document.data, second.document.data) == (b"text", b"other text")
    assert first.document.digest in str(collection.raw_path(first.document.digest))
    collection.done(first.number, "report-1")
    assert [one.number for one in collection.waiting()] == [second.number]
    assert collection.stamp("s", "1") == "c"


def test_names_of_sources_never_become_paths(collection: Collection) -> None:
    collection.keep(
        "../../s",
        "../../../etc/passwd",
        "",
        raw(url="file:///../../x", file_name="../../../etc/cron.d/x", document_id="../x"),
    )
    files = [path.relative_to(collection.folder).parts[0] for path in collection.folder.rglob("*") if path.is_file()]
    assert set(files) <= {"raw", "state.db", "state.db-wal", "state.db-shm"}


def test_a_collection_may_be_moved(tmp_path: Path) -> None:
    with Collection(tmp_path / "a") as first:
        path = first.events / "gdelt-events" / "x.zip"
        path.parent.mkdir()
        path.write_bytes(b"rows")
        file = EventFile(
            source="s",
            url="http://x/",
            path=str(path),
            format="gdelt-events",
            fetched_at=NOW,
            digest="d",
            size=4,
            first="2022-02-01",
        )
        assert first.keep_events("s", "x", "", file)
        assert first.keep("s", "1", "", raw())
    (tmp_path / "a").rename(tmp_path / "b")
    with Collection(tmp_path / "b") as second:
        assert [one.document.data for one in second.waiting()] == [b"text"]
        (one,) = second.event_files()
        assert Path(one.path).read_bytes() == b"rows"
        second.loaded("d")
        assert second.event_files() == []
        assert len(second.event_files(loaded=True)) == len(second.event_files(loaded=None)) == 1


def test_a_damaged_or_missing_document_is_said_so(collection: Collection) -> None:
    document = raw()
    collection.keep("s", "1", "", document)
    path = collection.raw_path(document.digest)
    assert [one.lost for one in collection.waiting()] == [None]
    path.write_bytes(b"forged")
    (lost,) = collection.waiting()
    assert "damaged" in str(lost.lost)
    path.unlink()
    (lost,) = collection.waiting()
    assert str(path) in str(lost.lost)


def test_a_damaged_or_newer_state_is_said_so(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    Collection(folder).close()
    book = sqlite3.connect(folder / "state.db")
    book.execute("pragma user_version = 9")
    book.close()
    with pytest.raises(CollectionError, match="later missionwatch"):
        Collection(folder)
    for path in folder.glob("state.db*"):
        path.unlink()
    (folder / "state.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(CollectionError, match="cannot be used"):
        Collection(folder)
    (tmp_path / "file").write_text("x")
    with pytest.raises(CollectionError, match="name another folder"):
        Collection(tmp_path / "file")


def test_two_processes_do_not_collect_at_once(tmp_path: Path) -> None:
    with Collection(tmp_path / "c") as first, Collection(tmp_path / "c") as second:
        with first.alone(), pytest.raises(CollectionError, match="another process"), second.alone():
            pass
        with second.alone():
            pass


KILLED = """
import os, signal, sys
from pathlib import Path
from missionwatch.records import Collect
from missionwatch.sources import collecting, state
from tests.sources.conftest import CLOCK, make_client, theatre_with

folder, url, after = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
collection = state.Collection(folder)
kept = 0
write = state.Collection._write
def dying(self, path, data):
    global kept
    kept += 1
    if kept > after:
        path.parent.mkdir(exist_ok=True)
        path.with_name(path.name + ".part").write_bytes(data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    write(self, path, data)
state.Collection._write = dying
with collection.alone():
    theatre = theatre_with(Collect(source="s", connector="feed", pace=0.0, options={"url": url}))
    list(collecting.collect(theatre, collection, make_client(folder / "cache.db"), clock=CLOCK))
"""


def test_a_killed_run_loses_nothing_and_takes_nothing_twice(site: Site, tmp_path: Path) -> None:
    site["/rss"] = rss(site, *range(8))
    folder = tmp_path / "missionwatch.collected"
    for after in (3, 2):
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", textwrap.dedent(KILLED), str(folder), site.url + "/rss", str(after)],
            check=False, capture_output=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    with Collection(folder) as collection, make_client(folder / "cache.db") as client:
        assert len(list(collection.waiting())) == 5, "three, and then two"
        with collection.alone():
            assert Desk(collection, client).visit("feed", url=site.url + "/rss").documents == 3
        documents = [waiting.document for waiting in collection.waiting()]
        assert sorted(one.url for one in documents) == [f"{site.url}/{n}" for n in range(8)]
    fetched = [path for path in site.asked if path != "/rss"]
    assert len(fetched) == 10, "only the two that were being written when it was killed were asked for twice"


def test_one_dead_source_does_not_stop_the_others(site: Site, collection: Collection, client: Client) -> None:
    site["/rss"] = rss(site, 1, 2)
    site["/dead"] = Answer("down", 500)
    site["/odd"] = Answer("<html>", kind="text/html")
    theatre = theatre_with(*(
        Collect(source=name, connector=connector, pace=0.0, every=600, options=options)
        for name, connector, options in (
            ("dead", "feed", {"url": site.url + "/dead"}), ("odd", "feed", {"url": site.url + "/odd"}),
            ("unset", "feed", {}), ("nobody", "gopher", {}), ("inside", "feed", {"url": "http://10.0.0.1/rss"}),
            ("good", "feed", {"url": site.url + "/rss"}),
        )
    ))  # fmt: skip
    found = {one.key: one for one in collecting.collect(theatre, collection, client, clock=CLOCK)}
    assert {key: one.failed for key, one in found.items()} == {
        "dead": True, "odd": True, "unset": True, "nobody": True, "inside": True, "good": False,
    }  # fmt: skip
    assert found["good"].documents == 2
    said = {key: one.faults[-1].reason for key, one in found.items() if one.faults}
    assert "answers 500" in said["dead"]
    assert "no feed" in said["odd"]
    assert "missing required field `url`" in said["unset"]
    assert "docs/sources/feed.md" in said["unset"]
    assert "no connector 'gopher'" in said["nobody"]
    assert "not of the public internet" in said["inside"]


def test_a_parser_that_breaks_is_a_fault_of_the_source(site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("feedparser.parse", broken)
    site["/rss"] = rss(site, 1)
    visited = desk.visit("feed", url=site.url + "/rss")
    assert visited.failed
    assert "RecursionError: too deep" in visited.faults[0].reason


def test_health_tells_success_yield_lag_and_trouble(site: Site, desk: Desk) -> None:
    site["/rss"] = rss(site, 1, 2, 3)
    desk.visit("feed", url=site.url + "/rss", every=1800)
    health = desk.collection.health("s")
    assert health is not None
    assert (health.succeeded, health.given, health.given_last, health.failures) == (NOW, 3, 3, 0)
    assert health.due == NOW + timedelta(seconds=1800)
    assert health.newest == datetime(2022, 2, 17, 10, 0, 3, tzinfo=UTC)
    assert health.lag(NOW) == pytest.approx(timedelta(days=3, hours=2).total_seconds(), abs=10)
    site["/rss"] = Answer("down", 500)
    for failures, pause in ((1, 1800), (2, 3600), (3, 7200)):
        desk.visit("feed", url=site.url + "/rss", every=1800)
        health = desk.collection.health("s")
        assert health is not None
        assert (health.failures, health.succeeded, health.given) == (failures, NOW, 3)
        assert health.due == NOW + timedelta(seconds=pause), "twice as long each time"
        assert "answers 500" in health.faults[-1].reason


def test_a_source_that_wants_to_be_left_alone_is(site: Site, desk: Desk) -> None:
    site["/rss"] = Answer("later", 429, headers={"retry-after": "86400"})
    desk.visit("feed", url=site.url + "/rss", every=600)
    health = desk.collection.health("s")
    assert health is not None
    assert health.due == NOW + timedelta(days=1)


def test_a_site_in_trouble_is_not_asked_on_and_on(site: Site, desk: Desk) -> None:
    site["/rss"] = rss(site, *range(20))
    for n in range(20):
        site[f"/{n}"] = Answer("busy", 503)
    visited = desk.visit("feed", url=site.url + "/rss")
    assert not visited.failed
    assert "the site has trouble" in visited.faults[-1].reason
    assert len([path for path in site.asked if path != "/rss"]) == collecting.MISSES * 3, (
        "five documents, three attempts each"
    )


def test_what_never_comes_is_given_up(site: Site, desk: Desk) -> None:
    site["/rss"] = rss(site, 1)
    site["/1"] = Answer("busy", 503)
    said = [desk.visit("feed", url=site.url + "/rss").faults[0].reason for _ in range(3)]
    assert all("tried again" in reason for reason in said[:2])
    for _ in range(collecting.TRIES):
        visited = desk.visit("feed", url=site.url + "/rss")
    assert visited.faults == []
    assert desk.collection.put_off_before("s") == []


def test_what_is_put_off_is_asked_once_a_run_and_given_up_after_so_many(site: Site, desk: Desk) -> None:
    site["/rss"] = rss(site, 1)
    site["/1"] = Answer("busy", 503)
    asked, reasons = [], []
    for _ in range(collecting.TRIES):
        before = site.asked.count("/1")
        reasons.append(desk.visit("feed", url=site.url + "/rss").faults[0].reason)
        asked.append(site.asked.count("/1") - before)
    assert asked == [3] * collecting.TRIES, "three attempts of the client, and no more"
    assert all("tried again" in reason for reason in reasons[:-1])
    assert f"given up after {collecting.TRIES} runs" in reasons[-1]


def test_a_run_takes_so_many_and_the_next_takes_the_rest(site: Site, desk: Desk) -> None:
    site["/rss"] = rss(site, *range(5))
    counts = [desk.visit("feed", url=site.url + "/rss", most=2).documents for _ in range(4)]
    assert counts == [2, 2, 1, 0]


def test_a_dry_run_keeps_nothing(site: Site, desk: Desk) -> None:
    site["/rss"] = rss(site, 1, 2)
    visited = desk.visit("feed", url=site.url + "/rss", dry=True)
    assert [one.title for one in visited.wanted] == ["Bericht 1", "Bericht 2"]
    assert desk.documents() == []
    assert desk.collection.health("s") is None
    assert site.asked == ["/rss"]


def test_a_trial_is_one_request(site: Site, client: Client) -> None:
    def pages(request: Request) -> Answer:
        return Answer(json.dumps({
            "value": [], "@odata.nextLink": f"{site.url}/OData/Document?page={int(request.query.get('page', 0)) + 1}",
        }), kind="application/json")  # fmt: skip

    site["/OData/Document"] = pages
    one = Collect(source="tk", connector="tweedekamer", pace=0.0, options={"url": site.url + "/OData"})
    visited = collecting.trial(theatre_with(one), one, client, clock=CLOCK)
    assert (visited.wanted, visited.faults) == ([], [])
    assert len(site.asked) == 1
    site["/OData/Document"] = Answer("x", 404)
    with pytest.raises(SourceUnavailableError, match="answers 404"):
        collecting.trial(theatre_with(one), one, client, clock=CLOCK)


def test_due_is_who_has_waited_longest(site: Site, collection: Collection, client: Client) -> None:
    site["/rss"] = rss(site, 1)
    collects = [
        Collect(source=name, connector="feed", every=every, pace=0.0, options={"url": site.url + "/rss"})
        for name, every in (("a", 3600), ("b", 600), ("c", 60))
    ]
    theatre = theatre_with(*collects)
    list(collecting.collect(theatre, collection, client, which=collects[:2], clock=CLOCK))
    assert [one.key for one in collecting.due(theatre, collection, NOW)] == ["c"]
    assert [one.key for one in collecting.due(theatre, collection, NOW + timedelta(minutes=11))] == ["c", "b"]
    assert [one.key for one in collecting.due(theatre, collection, NOW + timedelta(days=2))] == ["c", "b", "a"], (
        "a laptop that slept"
    )


def test_a_clock_that_was_ahead_does_not_skip_documents(site: Site, desk: Desk) -> None:
    """The cursor comes from what the source says, and never from a moment ahead of us."""
    paper = {
        "Id": "11111111-2222-3333-4444-555555555555",
        "Onderwerp": "Mali",
        "GewijzigdOp": "2035-01-01T00:00:00Z",
        "Datum": "2022-02-16",
    }
    site["/OData/Document"] = Answer(json.dumps({"value": [paper]}), kind="application/json")
    site["/OData/Document(11111111-2222-3333-4444-555555555555)/resource"] = Answer(b"%PDF-1.4", kind="application/pdf")
    visited = desk.visit("tweedekamer", url=site.url + "/OData")
    assert visited.documents == 1
    assert "lies ahead" in visited.faults[0].reason
    assert desk.collection.cursor("s") == {}


def test_asking_for_an_earlier_time_outranks_the_cursor(site: Site, desk: Desk) -> None:
    desk.collection.advance("s", {"since": "2022-02-18"})
    empty = '<r:searchRetrieveResponse xmlns:r="http://docs.oasis-open.org/ns/search-ws/sruResponse"><r:numberOfRecords>0</r:numberOfRecords></r:searchRetrieveResponse>'
    site["/sru"] = Answer(empty, kind="application/xml")
    desk.visit("sru", url=site.url + "/sru", query="Mali", asked_since=date(2021, 12, 1))
    assert "dt.modified>=2021-12-01" in site.requests[-1].query["query"]


def test_memory_stays_bounded_over_a_long_feed(site: Site, desk: Desk) -> None:
    """Forty documents of 500 kB pass through; what is held at once is a few of them and the feed."""
    import tracemalloc  # noqa: PLC0415

    site["/rss"] = rss(site, *range(40))
    for n in range(40):
        site[f"/{n}"] = lambda r: Answer(b"<html>" + r.path.encode().ljust(500_000))
    tracemalloc.start()
    assert desk.visit("feed", url=site.url + "/rss").documents == 40
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12_000_000, f"{peak / 1e6:.0f} MB"


def test_the_clock_is_the_callers(site: Site, collection: Collection) -> None:
    later = NOW + timedelta(days=400)
    site["/rss"] = rss(site, 1)
    with make_client() as client:
        Desk(collection, client, stopped_at(later)).visit("feed", url=site.url + "/rss")
    health = collection.health("s")
    assert health is not None
    assert health.tried == later

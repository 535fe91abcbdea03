"""The client: what it asks, how often, how long, and what it does not take."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from missionwatch.errors import (
    AddressRefusedError,
    AnswerRefusedError,
    RobotsRefusedError,
    SourceError,
    SourceUnavailableError,
)
from missionwatch.sources.decoding import Limits, check_xml, check_zip
from missionwatch.sources.fetching import user_agent
from missionwatch.sources.politeness import Pace
from tests.sources.conftest import QUICK, Answer, Request, Site, make_client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.sources.fetching import Client

HTML = ("text/html",)


def test_it_says_who_asks_and_whom_to_write_to(site: Site, client: Client) -> None:
    site["/"] = "hello"
    assert client.get(site.url + "/", accept=HTML).data == b"hello"
    said = site.requests[-1].headers
    assert said["user-agent"].startswith("missionwatch/")
    assert "(+desk@example.org)" in said["user-agent"]
    assert "br" not in said["accept-encoding"]
    assert user_agent(None).startswith("missionwatch/")


def test_what_did_not_change_is_not_sent_again(site: Site, client: Client) -> None:
    def page(request: Request) -> Answer:
        if request.headers.get("if-none-match") == '"v1"':
            return Answer(status=304, headers={"etag": '"v1"'})
        return Answer("first", headers={"etag": '"v1"', "last-modified": "Mon, 07 Feb 2022 08:00:00 GMT"})

    site["/page"] = page
    first = client.get(site.url + "/page", accept=HTML)
    second = client.get(site.url + "/page", accept=HTML)
    assert (first.data, second.data) == (b"first", b"first")
    assert not first.from_cache
    assert second.from_cache
    assert site.requests[-1].headers["if-none-match"] == '"v1"'
    assert len(site.asked) == 2, "Last-Modified alone is no promise: it is asked after each time"


def test_a_promise_of_freshness_is_kept_for_a_day_at_most(site: Site, client: Client) -> None:
    site["/hour"] = Answer("x", headers={"cache-control": "max-age=3600"})
    site["/year"] = Answer("x", headers={"cache-control": "max-age=31536000"})
    for path in ("/hour", "/hour", "/year", "/year"):
        client.get(site.url + path, accept=HTML)
    assert site.asked == ["/hour", "/year", "/year"]


def test_the_cache_outlives_the_client(site: Site, tmp_path: Path) -> None:
    site["/"] = Answer("x", headers={"cache-control": "max-age=3600"})
    for _ in range(2):
        with make_client(tmp_path / "cache.db") as client:
            assert client.get(site.url + "/", accept=HTML).data == b"x"
    assert site.asked == ["/"]


def test_trouble_passes(site: Site, client: Client) -> None:
    answers = iter([Answer("busy", 503), Answer("busy", 502), Answer("there")])
    site["/"] = lambda _: next(answers)
    assert client.get(site.url + "/", accept=HTML).data == b"there"
    assert len(site.asked) == 3


def test_it_waits_as_long_as_it_is_asked_to(site: Site, client: Client) -> None:
    answers = iter([Answer("slow down", 429, headers={"retry-after": "1"}), Answer("there")])
    site["/"] = lambda _: next(answers)
    began = time.monotonic()
    assert client.get(site.url + "/", accept=HTML).data == b"there"
    assert time.monotonic() - began >= 0.95


@pytest.mark.parametrize("wanted", ["7200", "Sun, 20 Feb 2022 14:00:00 GMT"])
def test_a_long_wait_is_left_to_the_next_run(site: Site, client: Client, wanted: str) -> None:
    site["/"] = Answer("later", 429, headers={"retry-after": wanted})
    with pytest.raises(SourceUnavailableError, match="left alone for 7200 s") as caught:
        client.get(site.url + "/", accept=HTML)
    assert (caught.value.status, caught.value.wait) == (429, 7200.0)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("status", "tries", "gone"), [(404, 1, True), (410, 1, True), (401, 1, False), (500, 3, False)]
)
def test_errors_are_said_and_only_passing_ones_tried_again(
    site: Site, client: Client, status: int, tries: int, gone: bool
) -> None:
    site["/"] = Answer('{"message": "appname is not approved"}', status, kind="application/json")
    with pytest.raises(SourceUnavailableError, match=rf"answers {status} .*appname is not approved") as caught:
        client.get(site.url + "/", accept=HTML)
    assert caught.value.gone is gone
    assert len(site.asked) == tries


def test_a_body_that_breaks_off_is_tried_again_and_then_refused(site: Site, client: Client) -> None:
    site["/"] = Answer(b"half of it", headers={"content-length": "1000"}, whole=False)
    with pytest.raises(SourceUnavailableError, match="breaks off"):
        client.get(site.url + "/", accept=HTML)
    assert len(site.asked) == 3


def test_a_packed_body_that_breaks_off_is_refused(site: Site, client: Client) -> None:
    site["/"] = Answer(gzip.compress(b"x" * 5000)[:-12], headers={"content-encoding": "gzip"})
    with pytest.raises(AnswerRefusedError, match="incomplete"):
        client.get(site.url + "/", accept=HTML)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("identity", bytes),
    ],
)
def test_packed_bodies_are_unpacked(site: Site, client: Client, encoding: str, pack: object) -> None:
    assert callable(pack)
    text = b"Bamako. " * 5000
    site["/"] = Answer(pack(text), headers={"content-encoding": encoding})
    assert client.get(site.url + "/", accept=HTML).data == text


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd", "aes128gcm"])
def test_encodings_nobody_asked_for_are_refused(site: Site, client: Client, encoding: str) -> None:
    site["/"] = Answer(b"\x0b\x02\x80", headers={"content-encoding": encoding})
    with pytest.raises(AnswerRefusedError, match="not asked for"):
        client.get(site.url + "/", accept=HTML)


def test_a_gzip_bomb_is_put_out_early(site: Site, tmp_path: Path) -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    packed = b"".join(bomb.compress(bytes(1 << 20)) for _ in range(300)) + bomb.flush()
    site["/"] = Answer(packed, headers={"content-encoding": "gzip"})
    with make_client(limits=Limits(largest=1_000_000_000, seconds=10.0, attempts=1)) as client:
        tracemalloc.start()
        with pytest.raises(AnswerRefusedError, match="bomb"):
            client.get(site.url + "/", accept=HTML)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert len(packed) < 500_000
    assert peak < 40_000_000, f"{peak / 1e6:.0f} MB for a bomb of 300 MB"
    assert not list(tmp_path.iterdir())


def test_200_megabytes_are_not_read(site: Site, client: Client) -> None:
    sent = 0

    def stream() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(3200):
            sent += 65_536
            yield bytes(65_536)

    site["/long"] = Answer(stream())
    site["/said"] = Answer(b"x", headers={"content-length": "200000000"}, whole=False)
    tracemalloc.start()
    with pytest.raises(AnswerRefusedError, match="more than 2 MB"):
        client.get(site.url + "/long", accept=HTML)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
    assert sent < 60_000_000, "it hangs up, apart from what lies in the sockets' buffers"
    with pytest.raises(AnswerRefusedError, match="200 MB"):
        client.get(site.url + "/said", accept=HTML)


@pytest.mark.parametrize("where", ["body", "head"])
def test_one_byte_at_a_time_is_too_slow(site: Site, where: str) -> None:
    def drip() -> Iterator[bytes]:
        for _ in range(100):
            time.sleep(0.05)
            yield b"x"

    def slow_head(_: Request) -> Answer:
        time.sleep(2.0)
        return Answer("late")

    site["/"] = Answer(drip()) if where == "body" else slow_head
    with make_client(limits=Limits(seconds=0.4, attempts=1)) as client:
        began = time.monotonic()
        with pytest.raises(SourceUnavailableError, match="takes longer than"):
            client.get(site.url + "/", accept=HTML, robots=False)
    assert time.monotonic() - began < 1.8


def test_other_types_are_refused_before_they_are_read(site: Site, client: Client) -> None:
    site["/film"] = Answer(b"\x00" * 1000, kind="video/mp4")
    with pytest.raises(AnswerRefusedError, match="is video/mp4; wanted is text/html"):
        client.get(site.url + "/film", accept=HTML)


def test_redirects_are_followed_to_where_they_end(site: Site, client: Client) -> None:
    site["/a"] = Answer(status=301, headers={"location": "/b?x=1"})
    site["/b"] = Answer(status=307, headers={"location": site.url + "/c"})
    site["/c"] = "here"
    fetched = client.get(site.url + "/a", accept=HTML)
    assert (fetched.data, fetched.url, fetched.final_url) == (b"here", site.url + "/a", site.url + "/c")


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("http://169.254.169.254/latest/meta-data/", "not of the public internet"),
        ("http://10.0.0.1/", "not of the public internet"),
        ("http://[::ffff:10.0.0.1]/", "not of the public internet"),
        ("http://[fe80::1]/", "not of the public internet"),
        ("http://2130706433/", "odd way"),
        ("http://user:pw@127.0.0.1/", "name or password"),
        ("file:///etc/passwd", "neither http nor https"),
        ("http://news.example.org:22/", "port 22"),
        ("", "circle"),
    ],
)
def test_no_redirect_leads_inside(site: Site, client: Client, location: str, says: str) -> None:
    site["/a"] = Answer(status=302, headers={"location": location})
    with pytest.raises(SourceError, match=says):
        client.get(site.url + "/a", accept=HTML)


def test_redirects_end(site: Site, client: Client) -> None:
    site["/a"] = Answer(status=302, headers={"location": "/b"})
    site["/b"] = Answer(status=302, headers={"location": "/a"})
    site["/n"] = lambda r: Answer(
        status=302, headers={"location": f"/n?{int(r.query.get('n', 0)) + 1}&n={int(r.query.get('n', 0)) + 1}"}
    )
    site["/none"] = Answer(status=302)
    with pytest.raises(AnswerRefusedError, match="in a circle"):
        client.get(site.url + "/a", accept=HTML)
    with pytest.raises(AnswerRefusedError, match="more than 5 times"):
        client.get(site.url + "/n", accept=HTML)
    with pytest.raises(AnswerRefusedError, match="without saying where"):
        client.get(site.url + "/none", accept=HTML)


def test_loopback_itself_needs_leave(site: Site) -> None:
    site["/"] = "inside"
    with make_client(allow=()) as client, pytest.raises(AddressRefusedError, match="port"):
        client.get(site.url + "/", accept=HTML)
    assert site.requests == []


def test_secrets_stay_with_the_one_they_are_for(site: Site, client: Client) -> None:
    other = Site()
    other["/robots.txt"] = Answer("", kind="text/plain")
    other["/"] = "there"
    site["/"] = Answer(status=302, headers={"location": other.url + "/"})
    try:
        client.get(site.url + "/", accept=HTML, headers={"authorization": "Bearer secret"})
        assert site.requests[-1].headers["authorization"] == "Bearer secret"
        assert "authorization" not in other.requests[-1].headers
    finally:
        other.close()


def test_robots_are_heeded_and_read_once(site: Site, client: Client) -> None:
    site["/robots.txt"] = Answer("User-agent: *\nDisallow: /private/\n", kind="text/plain")
    site["/private/x"] = site["/open"] = Answer("text")
    for _ in range(2):
        assert client.get(site.url + "/open", accept=HTML).data == b"text"
        with pytest.raises(RobotsRefusedError, match="does not want"):
            client.get(site.url + "/private/x", accept=HTML)
    assert [one.path for one in site.requests].count("/robots.txt") == 1
    assert client.get(site.url + "/private/x", accept=HTML, robots=False).data == b"text"


def test_a_redirect_is_held_against_robots_too(site: Site, client: Client) -> None:
    site["/robots.txt"] = Answer("User-agent: missionwatch\nDisallow: /private/\n", kind="text/plain")
    site["/a"] = Answer(status=302, headers={"location": "/private/x"})
    site["/private/x"] = "text"
    with pytest.raises(RobotsRefusedError):
        client.get(site.url + "/a", accept=HTML)
    assert site.asked == ["/a"]


@pytest.mark.parametrize(
    ("robots", "says"),
    [
        (Answer("no such file", 404), None),
        (Answer("forbidden", 403), None),
        (Answer("broken", 500), "cannot be had"),
        (Answer("User-agent: *\nDisallow:\n" + "#" * 600_000, kind="text/plain"), "cannot be read"),
    ],
)
def test_robots_that_cannot_be_read(site: Site, client: Client, robots: Answer, says: str | None) -> None:
    """RFC 9309: none there means all allowed; a server in trouble means nothing is."""
    site["/robots.txt"] = robots
    site["/"] = "text"
    if says is None:
        assert client.get(site.url + "/", accept=HTML).data == b"text"
    else:
        with pytest.raises(SourceError, match=says):
            client.get(site.url + "/", accept=HTML)
        assert site.asked == []


class Watch:
    def __init__(self) -> None:
        self.now, self.slept = 1000.0, [0.0]

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_pace_keeps_requests_to_one_host_apart() -> None:
    watch = Watch()
    pace = Pace(2.0, now=lambda: watch.now, sleep=watch.sleep)
    pace.wait("a.example.org")
    pace.wait("b.example.org")
    assert sum(watch.slept) == 0
    watch.now += 0.5
    pace.wait("a.example.org")
    assert sum(watch.slept) == pytest.approx(1.5)


def test_crawl_delay_is_kept_and_a_very_long_one_ends_the_run() -> None:
    watch = Watch()
    pace = Pace(1.0, longest_wait=60.0, now=lambda: watch.now, sleep=watch.sleep)
    pace.slow("a.example.org", 20.0)
    pace.slow("b.example.org", 600.0)
    for host in ("a.example.org", "a.example.org", "b.example.org"):
        pace.wait(host)
    assert sum(watch.slept) == pytest.approx(20.0)
    with pytest.raises(SourceUnavailableError, match="wants 600 s between") as caught:
        pace.wait("b.example.org")
    assert caught.value.wait == pytest.approx(600.0)


def test_a_crawl_delay_of_robots_slows_us(site: Site) -> None:
    site["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 0.2\n", kind="text/plain")
    site["/"] = "text"
    with make_client() as client:
        began = time.monotonic()
        for _ in range(3):
            client.get(site.url + "/", accept=HTML)
    assert 0.4 <= time.monotonic() - began < 2.0


def test_large_files_go_to_the_disk(site: Site, client: Client, tmp_path: Path) -> None:
    site["/data"] = Answer((bytes(65_536) for _ in range(20)), kind="application/zip")
    into = tmp_path / "file.zip"
    fetched = client.get(site.url + "/data", accept=("application/zip",), into=into)
    assert (fetched.data, fetched.size, into.stat().st_size) == (b"", 1_310_720, 1_310_720)
    site["/data"] = Answer((bytes(65_536) for _ in range(200)), kind="application/zip")
    with pytest.raises(AnswerRefusedError):
        client.get(site.url + "/data", accept=("application/zip",), into=tmp_path / "other.zip")
    assert sorted(path.name for path in tmp_path.iterdir() if "zip" in path.name) == ["file.zip"]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_zip_files_are_looked_into(tmp_path: Path) -> None:
    good = zipped(tmp_path / "good.zip", {"20220207120000.export.CSV": b"1\t2\n"})
    check_zip(good, "u", largest=1000)
    for members, says in (
        ({"a.CSV": b"x", "b.CSV": b"y"}, "2 files"),
        ({"../../etc/passwd": b"x"}, "name"),
        ({"/abs.CSV": b"x"}, "name"),
        ({"a.CSV": bytes(50_000_000)}, "bomb"),
        ({"a.CSV": b"x" * 2000}, "bomb"),
    ):
        bad = zipped(tmp_path / "bad.zip", members)
        with pytest.raises(AnswerRefusedError, match=says):
            check_zip(bad, "u", largest=1000 if len(next(iter(members.values()))) == 2000 else 100_000_000)
    (tmp_path / "bad.zip").write_bytes(good.read_bytes()[:-10])
    with pytest.raises(AnswerRefusedError, match="no whole zip"):
        check_zip(tmp_path / "bad.zip", "u", largest=1000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
def test_xml_with_entities_is_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'
    with pytest.raises(AnswerRefusedError, match="entities"):
        check_xml(bomb.encode(encoding), "u")
    check_xml("<rss><title>DOCTYPE & co</title></rss>".encode(encoding), "u")


def test_the_defaults_are_bounded() -> None:
    assert Limits().largest <= 20_000_000
    assert Limits().seconds <= 60
    assert QUICK.attempts == 3

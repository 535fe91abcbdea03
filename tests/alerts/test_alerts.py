"""From a picture to alerts in words, kept and sent."""

from __future__ import annotations

import email
import email.policy
import json
import socket
import threading
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from aiosmtpd.controller import Controller
from hypothesis import example, given
from hypothesis import strategies as st

from missionwatch import alerts, assessment, theatre
from missionwatch.alerts.deciding import Memory, Parcel
from missionwatch.alerts.sending import line, signature
from missionwatch.errors import AlertsError, TheatreError
from missionwatch.records import Alert, Footnote, SourceHealth, Subscription
from tests.picture.conftest import Newsroom, on, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.alerts import Matter
    from missionwatch.records import Picture

NOW = datetime(2022, 2, 8, 18, tzinfo=UTC)


@pytest.fixture
def seen() -> Picture:
    news = Newsroom()
    news.report("gov", "2022-02-07", "gov", url="https://example.org/letter")
    news.report("wire", "2022-02-06", "wire")
    news.says("gov", "contribution", {"contributor": "NL", "mission": "mission:takuba"}, quantity=people(2))
    news.says(
        "wire",
        "event",
        {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"},
        type="deny_access",
    )
    news.says("gov", "event", {"actor": "DK", "mission": "mission:takuba"}, type="withdraw", time=on("2022-02-01"))
    news.says(
        "gov",
        "event",
        {"actor": "ML", "target": "FR/diplomats"},
        type="expel",
        function="ambassador",
        time=on("2022-01-31"),
    )
    news.says(
        "gov", "period", {"mission": "mission:minusma", "contributor": "NL"}, subject="contribution",
        time=on("2022-02-14", relation="until"),
    )  # fmt: skip
    return news.picture("2022-02-08")


def found(seen: Picture, when: str, *health: SourceHealth, **more: Any) -> tuple[Matter, ...]:
    subscription = Subscription(name="test", when=when, to=("log",), **more)  # type: ignore[arg-type]
    return alerts.matters(subscription, seen, assessment.assess(seen), health, NOW)


def test_a_level_reached_is_a_matter_and_one_below_is_not(seen: Picture) -> None:
    assert [m.mission for m in found(seen, "level", at_least="guarded")] == ["mission:takuba"]
    assert found(seen, "level", at_least="guarded", missions=("mission:minusma",)) == ()


def test_a_kind_of_event_at_a_mission(seen: Picture) -> None:
    denied = found(seen, "event", types=("deny_access",), missions=("mission:takuba",))
    assert [m.claims[0].type for m in denied] == ["deny_access"]
    assert found(seen, "event", types=("coup",)) == ()


def test_an_old_event_is_no_news(seen: Picture) -> None:
    assert found(seen, "event", types=("expel",), days=1) == ()


def test_doubtful_claims_can_be_left_out(seen: Picture) -> None:
    assert found(seen, "event", types=("deny_access",), credibility=1) == ()


def test_what_befalls_a_mission_where_we_serve_concerns_our_people(seen: Picture) -> None:
    assert {m.claims[0].type for m in found(seen, "own")} == {"deny_access", "withdraw"}


def test_a_date_ahead(seen: Picture) -> None:
    [ahead] = found(seen, "ahead", days=7)
    assert ahead.day == ("2022-02-14", "2022-02-14")
    assert found(seen, "ahead", days=3) == ()


def test_a_source_gone_quiet(seen: Picture) -> None:
    def health(newest: datetime | None, key: str = "rijksoverheid") -> SourceHealth:
        return SourceHealth(key=key, connector="feed", tried=NOW, succeeded=newest, newest=newest)

    quiet, awake = health(NOW - timedelta(days=9)), health(NOW - timedelta(days=1), "elysee")
    [matter] = found(seen, "quiet", quiet, awake, days=7)
    assert (matter.source, matter.since) == ("rijksoverheid", date(2022, 1, 30))
    [never] = found(seen, "quiet", health(None))
    assert never.since is None
    future = health(NOW + timedelta(days=400), "clock")  # a clock that runs ahead is no sign of life
    assert [m.source for m in found(seen, "quiet", future)] == ["clock"]


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Task Force Takuba: the Malian government denied"), ("nl", "Takuba"), ("fr", "Takuba")],
)
def test_an_alert_says_what_since_when_and_how_sure_with_its_evidence(seen: Picture, language: str, says: str) -> None:
    subscription = Subscription(name="test", when="event", to=("log",), types=("deny_access",), language=language)
    [matter] = alerts.matters(subscription, seen, (), (), NOW)
    alert = alerts.word(subscription, matter, seen, made=NOW)
    assert says in alert.title
    assert alert.since == date(2022, 2, 6)
    assert "3" in alert.sure
    assert [note.publisher for note in alert.evidence] == ["Wire"]
    assert "{" not in alert.title + alert.text + alert.sure


def test_a_day_is_written_as_each_language_writes_it(seen: Picture) -> None:
    subscription = Subscription(name="test", when="quiet", to=("log",), language="fr")
    silent = SourceHealth(key="gov", connector="feed", tried=NOW, newest=datetime(2022, 2, 1, tzinfo=UTC))
    [matter] = found(seen, "quiet", silent, days=3)
    assert "1er février 2022" in alerts.word(subscription, matter, seen, made=NOW).text


def alert(title: str = "Takuba: denied access", quote: str = "denied access") -> Alert:
    note = Footnote(
        number=1, quote=quote, title="Letter", publisher="Wire", published=date(2022, 2, 6), statement="s", report="r", graded="B3",
        url="https://example.org/letter",
    )  # fmt: skip
    return Alert(
        matter="event:1", subscription="test", occasion="event", mission="mission:takuba", title=title, text="Since 6 February 2022.",
        since=date(2022, 2, 6), sure="credibility 3 of 6, one voice", evidence=(note,), made=NOW,
    )  # fmt: skip


def parcel(address: str, *made: Alert) -> Parcel:
    return Parcel(address, Subscription(name="test", when="event", to=(address,)), made or (alert(),))


def test_the_log_has_a_line_for_each(tmp_path: Path) -> None:
    lines: list[str] = []
    alerts.send(parcel("log"), folder=tmp_path, log=lines.append)
    assert lines == [line(alert())]
    assert "Takuba: denied access [credibility 3 of 6, one voice]" in lines[0]


def test_a_feed_reader_reads_the_feed_newest_first_and_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = alert("<script>alert(1)</script> & Takuba\x00", 'quote "]]> <b>')
    alerts.send(parcel("atom:alerts.xml", alert()), folder=tmp_path, log=print)
    alerts.send(parcel("atom:alerts.xml", hostile), folder=tmp_path, log=print)
    alerts.send(parcel("atom:alerts.xml", hostile), folder=tmp_path, log=print)
    raw = (tmp_path / "alerts.xml").read_text(encoding="utf-8")
    assert "<script>" not in raw
    feed = feedparser.parse(raw)
    assert not feed.bozo
    assert len(feed.entries) == 1  # same matter, same moment: one entry
    assert feed.entries[0].links[0].href == "https://example.org/letter"


class Mailbox:
    def __init__(self) -> None:
        self.messages: list[email.message.Message] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the server's name for it
        self.messages.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


def test_a_mail_arrives_with_what_since_when_how_sure_and_the_source(
    tmp_path: Path, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    server = {"MISSIONWATCH_SMTP_URL": f"smtp://127.0.0.1:{port}?from=watch%40example.org"}
    broken = alert("Takuba: denied\r\nBcc: everybody@example.org")
    alerts.send(parcel("mailto:analyst@example.org", broken), folder=tmp_path, log=print, environment=server)
    [message] = box.messages
    assert message["To"] == "analyst@example.org"
    assert message["From"] == "watch@example.org"
    assert message["Bcc"] is None
    text = message.get_payload(decode=True).decode()  # type: ignore[union-attr]
    for part in ("Since 6 February 2022", "credibility 3 of 6", "“denied access” — Wire", "https://example.org/letter"):
        assert part in text


def test_a_webhook_is_signed_and_a_refusal_keeps_the_alert(tmp_path: Path) -> None:
    got: list[tuple[dict[str, str], bytes]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if self.path == "/broken" else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        base, key = f"webhook:http://127.0.0.1:{server.server_port}", {"MISSIONWATCH_WEBHOOK_KEY": "secret"}
        alerts.send(parcel(f"{base}/ok"), folder=tmp_path, log=print, environment=key)
        with pytest.raises(AlertsError, match="answered 500"):
            alerts.send(parcel(f"{base}/broken"), folder=tmp_path, log=print, environment=key)
    finally:
        server.shutdown()
        server.server_close()
    headers, said = got[0]
    stamped = dict(part.split("=", 1) for part in headers["X-Missionwatch-Signature"].split(","))
    assert stamped["v1"] == signature("secret", stamped["t"], said)
    assert json.loads(said)["alerts"][0]["title"] == "Takuba: denied access"


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@example.org",
        "webhook:http://127.0.0.1:9/none",
        "webhook:http://[none",
        "webhook:https://[::1",
        "webhook:https://hooks.example.org/a\x07b",
        "apprise:nonsense://x",
    ],
)
def test_what_cannot_be_sent_says_why(tmp_path: Path, address: str) -> None:
    with pytest.raises(AlertsError):
        alerts.send(parcel(address), folder=tmp_path, log=print, environment={})


@pytest.mark.parametrize(
    "server", ["smtp://desk:secret@host:port", "nonsense", "smtp://[::1", "smtp://host:99999", "smtp://"]
)
def test_a_mail_server_that_is_none_says_so_without_its_password(tmp_path: Path, server: str) -> None:
    with pytest.raises(AlertsError, match="MISSIONWATCH_SMTP_URL is no address") as fault:
        alerts.send(
            parcel("mailto:a@example.org"), folder=tmp_path, log=print, environment={"MISSIONWATCH_SMTP_URL": server}
        )
    assert "secret" not in str(fault.value)


@given(st.text(max_size=20), st.text(max_size=20))
@example("\ud800", "\ufffe")
def test_a_feed_can_be_read_again_whatever_an_alert_says(title: str, quote: str) -> None:
    with TemporaryDirectory() as folder:
        for said in (alert(title, quote), alert()):
            alerts.send(parcel("atom:alerts.xml", said), folder=Path(folder), log=print)
        assert not feedparser.parse((Path(folder) / "alerts.xml").read_bytes()).bozo


def test_memory_survives_and_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "state" / "alerts.json"
    assert alerts.load(path) == Memory()
    memory = Memory(told={"a|event:1": NOW}, waiting={"a|log": (alert(),)})
    alerts.save(memory, path)
    assert alerts.load(path) == memory
    path.write_text("{broken", encoding="utf-8")
    with pytest.raises(AlertsError, match="move it away"):
        alerts.load(path)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ('when = "level"\nto = []', "names nobody"),
        ('when = "level"\nto = ["carrier-pigeon"]', "no address"),
        ('when = "event"\nto = ["log"]\ntypes = ["invade"]', "no event type"),
        ('when = "level"\nto = ["log"]\nquiet = "25:00-07:00"', "22:00-07:00"),
        ('when = "level"\nto = ["log"]\nmissions = ["mission:unifil"]', "not followed"),
        ('when = "never"\nto = ["log"]', "never"),
    ],
)
def test_a_subscription_with_a_fault_is_named(tmp_path: Path, lines: str, named: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        f'own = "NL"\nmissions = ["mission:takuba"]\n[title]\nen = "Mine"\n[[alerts]]\nname = "a"\n{lines}\n',
        encoding="utf-8",
    )
    with pytest.raises(TheatreError, match=named):
        theatre.load(str(path))

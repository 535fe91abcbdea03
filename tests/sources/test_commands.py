"""The commands, end to end against a site on loopback: what is fetched is booked, and faults have their exit codes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from missionwatch import theatre
from missionwatch.cli.commands import app
from missionwatch.cli.faults import exit_code
from missionwatch.errors import (
    AnswerRefusedError,
    CollectionError,
    MissionwatchError,
    SourceSettingsError,
    TheatreError,
)
from missionwatch.ledger import open_ledger
from missionwatch.sources.state import Collection
from tests.sources.conftest import Answer, Site

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

ARTICLE = """<!doctype html><html lang="nl"><head><title>Kabinet trekt militairen terug uit Mali</title></head><body>
<nav><a href="/">Home</a> <a href="/contact">Contact</a></nav><article><h1>Kabinet trekt militairen terug uit Mali</h1>
<p>Het kabinet trekt de Nederlandse militairen terug uit de missie MINUSMA in Mali. Dat schrijft de minister van Defensie aan de Tweede Kamer.</p>
<p>Bij een aanval in Gao kwamen op 15 februari twee militairen van MINUSMA om het leven. Denemarken trok eerder 90 militairen terug.</p>
</article><footer>Volg ons</footer></body></html>"""


def feed(site: Site) -> Answer:
    return Answer(
        f"""<rss version="2.0"><channel><title>Krant</title><language>nl</language>
        <item><title>Kabinet trekt militairen terug uit Mali</title><link>{site.url}/mali</link><guid>1</guid>
        <pubDate>Thu, 17 Feb 2022 10:00:00 +0100</pubDate></item>
        <item><title>Foto</title><link>{site.url}/leeg</link><guid>2</guid><pubDate>Thu, 17 Feb 2022 11:00:00 +0100</pubDate></item>
        </channel></rss>""",
        kind="application/rss+xml",
    )


@pytest.fixture
def mine(site: Site, tmp_path: Path) -> Path:
    """Give a theatre file with a source that answers and one that does not."""
    site["/rss"], site["/mali"], site["/leeg"] = feed(site), ARTICLE, "<html><body></body></html>"
    path = tmp_path / "mine.toml"
    path.write_text(
        f"""# mine
own = "NL"
missions = ["mission:minusma"]
countries = ["ML"]
allow = ["127.0.0.1"]
contact = "desk@example.org"

[title]
nl = "Mali"

[[sources]]
id = "krant"   # a newspaper
name = "Krant"
reliability = "C"
[sources.collect]
connector = "feed"
url = "{site.url}/rss"
pace = 0.0

[[sources]]
id = "stil"
name = "Stil"
""",
        encoding="utf-8",
    )
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["sources", *arguments])


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_what_is_fetched_is_booked_once(site: Site, mine: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "book.db"
    result = run("fetch", "--theatre", str(mine), "--ledger", str(ledger), "--json")
    assert result.exit_code == 0, result.output
    visit, refused, booked = lines(result)
    assert visit["visit"] == {
        "source": "krant",
        "connector": "feed",
        "documents": 2,
        "event_files": 0,
        "failed": False,
        "faults": [],
    }
    assert refused["document"]["url"].endswith("/leeg")
    assert refused["document"]["refused"]
    assert booked["document"]["statements"] >= 3
    with open_ledger(ledger) as book:
        (report,) = (book.report(one) for one in book.reports())
    assert (report.source, report.language, str(report.published), report.url) == (
        "krant",
        "nl",
        "2022-02-17",
        site.url + "/mali",
    )
    assert report.publisher == "Krant"
    assert "Volg ons" not in report.text
    again = lines(run("fetch", "--theatre", str(mine), "--ledger", str(ledger), "--json"))
    assert [one["visit"]["documents"] for one in again] == [0], "nothing new, and what was refused is not tried again"
    with Collection(tmp_path / "book.collected") as collection:
        assert list(collection.waiting()) == []


def test_a_dry_run_says_what_and_keeps_nothing(mine: Path, tmp_path: Path) -> None:
    result = run("fetch", "--theatre", str(mine), "--ledger", str(tmp_path / "book.db"), "--dry-run")
    assert result.exit_code == 0
    assert "krant would give 2" in result.output
    assert "2022-02-17  Kabinet trekt militairen terug uit Mali" in result.output
    assert not (tmp_path / "book.db").exists()
    nothing = run(
        "fetch", "--theatre", str(mine), "--ledger", str(tmp_path / "book.db"), "--dry-run", "--since", "2022-03-01"
    )
    assert "krant would give 0" in nothing.output


def test_the_list_tells_how_sources_fare(site: Site, mine: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "book.db")
    assert "never" in run("list", "--theatre", str(mine), "--ledger", ledger).output
    run("fetch", "--theatre", str(mine), "--ledger", ledger)
    (one,) = json.loads(run("list", "--theatre", str(mine), "--ledger", ledger, "--json").stdout)
    assert (one["key"], one["health"]["given"], one["every"]) == ("krant", 2, 3600)
    site["/rss"] = Answer("moved", 404)
    failed = run("fetch", "--theatre", str(mine), "--ledger", ledger)
    assert failed.exit_code == 19
    (one,) = json.loads(run("list", "--theatre", str(mine), "--ledger", ledger, "--json").stdout)
    assert one["health"]["failures"] == 1
    assert "answers 404" in one["health"]["faults"][-1]["reason"]
    text = run("list", "--theatre", str(mine), "--ledger", ledger).output
    assert "Not collected: stil" in text


def test_only_what_is_due(mine: Path, tmp_path: Path, site: Site) -> None:
    ledger = str(tmp_path / "book.db")
    run("fetch", "--theatre", str(mine), "--ledger", ledger, "--due")
    before = len(site.requests)
    again = run("fetch", "--theatre", str(mine), "--ledger", ledger, "--due")
    assert (again.exit_code, again.stdout) == (0, "No source is due.\n")
    assert len(site.requests) == before


def test_check_asks_once_and_says_what_it_would_give(mine: Path, site: Site) -> None:
    result = run("check", "--theatre", str(mine))
    assert result.exit_code == 0
    assert "krant (feed) answers; its first page lists 2" in result.output
    assert site.asked == ["/rss"]
    site["/rss"] = "<html><body>Wij zijn verhuisd</body></html>"
    gone = run("check", "--theatre", str(mine), "--json")
    assert gone.exit_code == exit_code(AnswerRefusedError()) == 22
    assert "no feed" in json.loads(gone.stdout)[0]["fault"]
    site["/rss"] = Answer("busy", 503)
    before = len(site.asked)
    assert run("check", "--theatre", str(mine)).exit_code == 19
    assert len(site.asked) == before + 1, "a trial is one request, also where there is trouble"


def test_servers_should_know_whom_to_write_to(mine: Path, tmp_path: Path) -> None:
    mine.write_text(mine.read_text(encoding="utf-8").replace('contact = "desk@example.org"\n', ""), encoding="utf-8")
    result = run("fetch", "--theatre", str(mine), "--ledger", str(tmp_path / "book.db"), "--dry-run")
    assert "names no `contact`" in result.stderr


def test_faults_have_their_exit_codes(mine: Path, tmp_path: Path) -> None:
    text = mine.read_text(encoding="utf-8")
    ledger = tmp_path / "book.db"

    def fault(*arguments: str) -> BaseException | None:
        return run(*arguments, "--theatre", str(mine), "--ledger", str(ledger)).exception

    mine.write_text(text.replace('connector = "feed"', 'connector = "fax"'), encoding="utf-8")
    assert isinstance(fault("list"), SourceSettingsError)
    mine.write_text(text.replace("url = ", "uri = "), encoding="utf-8")
    assert isinstance(fault("check"), SourceSettingsError)
    mine.write_text(text.partition("[sources.collect]")[0], encoding="utf-8")
    assert isinstance(fault("fetch"), SourceSettingsError)
    mine.write_text(text, encoding="utf-8")
    with Collection(tmp_path / "book.collected") as other, other.alone():
        assert isinstance(fault("fetch"), CollectionError)
    assert run("fetch", "--theatre", str(mine), "--ledger", str(ledger), "--source", "nobody").exit_code == 2
    assert run("fetch", "--theatre", str(mine), "--ledger", str(ledger), "--since", "spring").exit_code == 2


def test_without_the_extra_it_is_said_what_to_install(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    for module in ("fetching", "transport"):
        monkeypatch.delitem(sys.modules, f"missionwatch.sources.{module}", raising=False)
    result = run("fetch", "--theatre", str(mine), "--ledger", str(tmp_path / "book.db"))
    assert isinstance(result.exception, SourceSettingsError)
    assert "pip install 'missionwatch[collect]'" in str(result.exception)
    assert run("list", "--theatre", str(mine), "--ledger", str(tmp_path / "book.db")).exit_code == 0


def test_a_source_is_added_after_a_trial(mine: Path, site: Site) -> None:
    before = mine.read_text(encoding="utf-8")
    result = run(
        "add",
        str(mine),
        "stil",
        "--connector",
        "feed",
        "--set",
        f"url={site.url}/rss",
        "--every",
        "30m",
        "--set",
        "full=false",
    )
    assert result.exit_code == 0, result.output
    assert "stil (feed) answers; its first page lists 2" in result.output
    after = mine.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    loaded = theatre.load(str(mine))
    assert [(one.source, one.every, one.options.get("full")) for one in loaded.collect] == [
        ("krant", 3600, None),
        ("stil", 1800, False),
    ]
    assert sorted(path.name for path in mine.parent.glob("*.toml")) == ["mine.toml"]


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["--connector", "feed", "--set", "url=http://127.0.0.1:9/none"], MissionwatchError),
        (["--connector", "feed"], SourceSettingsError),
        (["--connector", "feed", "--set", "url=x", "--every", "often"], TheatreError),
        (["--connector", "fax"], SourceSettingsError),
        (["--connector", "nato", "--reliability", "Z", "--no-trial"], TheatreError),
    ],
)
def test_what_does_not_answer_is_not_added(mine: Path, arguments: list[str], kind: type[Exception]) -> None:
    before = mine.read_text(encoding="utf-8")
    result = run("add", str(mine), "nieuw", *arguments)
    assert isinstance(result.exception, kind), result.output
    assert mine.read_text(encoding="utf-8") == before


def test_a_preset_needs_its_name_only(mine: Path) -> None:
    result = run(
        "add",
        str(mine),
        "nato",
        "--connector",
        "nato",
        "--no-trial",
        "--reliability",
        "A",
        "--reason",
        "its own decisions",
        "--json",
    )
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["source"] == "nato"
    source = theatre.load(str(mine)).source("nato")
    assert (source.name, source.language, source.reliability) == ("NATO, news", "en", "A")


def test_a_shipped_theatre_is_not_written_to() -> None:
    assert isinstance(run("add", "mali", "x", "--connector", "nato").exception, TheatreError)

"""What is marked above somebody's clearance leaves no trace for them: on no page that a link leads to, in no answer of any door."""

from __future__ import annotations

import html
import io
import itertools
import json
import re
import zipfile
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

import missionwatch
from missionwatch import flow, theatre
from missionwatch.ledger import open_ledger
from missionwatch.mcp import make_server
from missionwatch.records import Marked
from missionwatch.serving import make_app
from missionwatch.workplace import Asker
from tests.mcp.test_server import told, with_client
from tests.routes import routes_of
from tests.team import PAGE, SETTINGS, a_team, come_in
from tests.workbench import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mcp import Client
    from missionwatch.ledger import Ledger
    from missionwatch.workplace import Workplace

FILL = {
    "theatre": ("mali",), "mission": ("takuba", "minusma"), "layout": ("stix", "ftm", "geojson", "plover", "csv", "md", "html", "docx"),
    "kind": ("levels", "contributions", "timeline", "map"),
}  # fmt: skip
"""What stands in addresses for the parameters that have few values; routes with others are reached by links."""
PATIENT = replace(SETTINGS, requests_a_minute=100_000)  # a crawl is quicker than a person
EACH = 2  # pages of a crawl that differ in their parameters only: days, filters


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w{7,}", text)}


def distinctive(book: Ledger) -> dict[str, set[str]]:
    """Return, by report, the long words that stand in that report only."""
    texts = {report: words_of(f"{book.report(report).title} {book.report(report).text}") for report in book.reports()}
    everywhere = Counter(itertools.chain.from_iterable(texts.values()))
    return {report: {word for word in words if everywhere[word] == 1} for report, words in texts.items()}


def traces(book: Ledger, hidden: set[str]) -> set[str]:
    """Return what must not be seen: ids, titles, and words that stand in the hidden reports only."""
    ours = [one for one in Path(missionwatch.__file__).parent.rglob("*") if one.suffix in (".toml", ".html", ".py")]
    told_anyway = [one.read_text(encoding="utf-8") for one in ours]  # phrases, names, the manual of the API
    told_anyway += [f"{book.report(one).title} {book.report(one).text}" for one in book.reports() if one not in hidden]
    kept = " ".join(told_anyway).casefold()
    seen = set[str]()
    for report in hidden:
        ids = {report, *(one.id for one in book.statements() if one.report == report)}
        seen |= {one for one in ids if one not in kept}  # the manual of the API has two of the demo as examples
        seen |= {
            title for title in [book.report(report).title.casefold()] if title not in kept
        }  # a copy may bear it too
    words = set().union(*(distinctive(book)[report] for report in hidden))
    return seen | {word for word in words if word not in kept}


def chosen(book: Ledger) -> set[str]:
    """Return reports to hide: the ones that have most words of their own, a story that others copy, and one that corrects."""
    heads = book.reports()
    own = distinctive(book)
    most = sorted(heads, key=lambda report: -len(own[report]))[:3]
    copied = [head.copy_of for head in heads.values() if head.copy_of]
    correcting = [head.id for head in heads.values() if head.corrects]
    return {*most, *copied[:1], *correcting[:1]}


def addresses(app: Any) -> Iterator[str]:
    """Yield an address for each way to read that the application has, as far as its parameters are known."""
    for way in routes_of(app):
        names = re.findall(r"\{(\w+)\}", way.path)
        if way.method == "GET" and all(name in FILL for name in names):
            for values in itertools.product(*(FILL[name] for name in names)):
                yield re.sub(r"\{\w+\}", "{}", way.path).format(*values)


def content(answer: Any) -> str:
    """Return what an answer says, unpacked where it is packed."""
    body: bytes = answer.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"\n".join(packed.read(name) for name in packed.namelist())
    text = body.decode("utf-8", "replace")
    return html.unescape(text).casefold()


def crawl(client: TestClient, starts: list[str]) -> dict[str, str]:
    """Return what links lead to, by address: every path there is, in one language."""
    found: dict[str, str] = {}
    seen = Counter[str]()
    ahead = list(starts)
    while ahead:
        address = ahead.pop()
        if address in found or seen[urlsplit(address).path] >= EACH:
            continue
        seen[urlsplit(address).path] += 1
        answer = client.get(address, headers={"accept": "*/*"})
        assert answer.status_code < 500, address
        found[address] = content(answer)
        if answer.headers.get("location"):
            ahead.append(urljoin(address, answer.headers["location"]))
        if "html" in answer.headers.get("content-type", ""):
            for link in re.findall(r'(?:href|src|action)="([^"#]+)', answer.text):
                there = urlsplit(urljoin(f"http://testserver{address}", html.unescape(link)))
                follows = there.netloc == "testserver" and not there.path.startswith("/static/")
                if follows and "lang=" not in there.query and "sort=" not in there.query:
                    ahead.append(there.path + (f"?{there.query}" if there.query else ""))
    return found


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Workplace]:
    with a_team(tmp_path) as made:
        yield made


def test_the_search_for_traces_finds_them_where_nothing_is_hidden(team: Workplace) -> None:
    """A search that finds nothing proves nothing, unless it finds what is there."""
    hidden = chosen(team.ledger)
    assert len(hidden) >= 3
    wanted = traces(team.ledger, hidden)
    with TestClient(make_app(team, PATIENT), headers=PAGE, follow_redirects=False) as ann:
        come_in(ann, "ann")
        pages = crawl(ann, ["/mali/reports"])
    seen = {one for one in wanted if any(one in page for page in pages.values())}
    assert len(seen) > 0.9 * len(wanted), sorted(wanted - seen)[:20]


def test_no_page_and_no_answer_has_a_trace(team: Workplace) -> None:
    hidden = chosen(team.ledger)
    wanted = traces(team.ledger, hidden)
    for report in hidden:
        team.ledger.mark(Marked(report=report, tlp="amber", by="bert", reason="an unlikely reasonxyz"))
    wanted.add("reasonxyz")
    app = make_app(team, PATIENT)
    with TestClient(app, headers=PAGE, follow_redirects=False) as ann:
        come_in(ann, "ann")
        pages = crawl(ann, [*addresses(app), "/mali/reports", "/mali/markings"])
        assert len(pages) > 60
        for address, page in pages.items():
            assert not (left := sorted(one for one in wanted if one in page)), f"{address} shows {left[:5]}"
        for report in hidden:
            turned = ann.get(f"/mali/reports/{report}")
            assert turned.status_code == 404
            assert not [one for one in wanted - {report} if one in content(turned)]


def test_no_assistant_hears_of_it(team: Workplace) -> None:
    hidden = chosen(team.ledger)
    wanted = traces(team.ledger, hidden)
    asked_for = [team.ledger.report(report).title for report in hidden] + sorted(wanted - hidden)[:10]
    for report in hidden:
        team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))
    server = make_server(team, lambda _: Asker(name="ann", may=frozenset({"read", "brief"}), upto="green"))
    day = str(DAY)
    calls: list[tuple[str, dict[str, Any]]] = [
        ("theatres", {}), ("picture", {"as_of": day}), ("picture", {"as_of": day, "mission": "takuba"}),
        ("changes", {"since": "2022-01-10", "as_of": day, "limit": 200}), ("brief", {"as_of": day, "form": "full"}),
        *(("search", {"words": words, "limit": 50}) for words in asked_for),
    ]  # fmt: skip
    for tool, said in calls:
        answer = told(with_client(partial(_call, tool=tool, said=said), server))
        text = json.dumps(answer, ensure_ascii=False).casefold()
        own = str(said.get("words", "")).casefold()
        assert not [one for one in wanted if one in text and one not in own], f"{tool} {said}"
        assert answer.get("marking", "TLP:CLEAR") == "TLP:CLEAR"


async def _call(client: Client, *, tool: str, said: dict[str, Any]) -> Any:
    return await client.call_tool(tool, said)


def test_it_is_as_if_it_had_never_come_in(team: Workplace, tmp_path: Path) -> None:
    """Counts, dates and levels too: the pages are, letter for letter, those of a ledger that never had the report."""
    followed = theatre.load("mali")
    heads = team.ledger.reports()
    related = {other for head in heads.values() for other in (head.copy_of, head.corrects, *head.earlier) if other}
    alone = [
        one for one, head in heads.items() if one not in related and not (head.copy_of or head.corrects or head.earlier)
    ]
    quoted = [one for one in alone if any(s.report == one for s in team.ledger.statements())]
    hidden = max(quoted, key=lambda one: sum(s.report == one for s in team.ledger.statements()))
    (tmp_path / "without").mkdir()
    place = tmp_path / "without" / "mali-without.db"
    with open_ledger(place, create=True) as book:
        title = team.ledger.report(hidden).title
        kept = [one for one in theatre.dispatches("mali") if title not in one.read_text(encoding="utf-8")]
        assert len(kept) == len(heads) - 1
        for outcome in flow.add(kept, book, followed, replay=True):
            assert outcome.refused is None
    team.ledger.mark(Marked(report=hidden, tlp="amber", by="bert"))
    with a_team(tmp_path / "without", place) as other:
        assert len(other.ledger.reports()) == len(heads) - 1
        assert _pages(team) == _pages(other)


def _pages(team: Workplace) -> dict[str, str]:
    with TestClient(make_app(team, PATIENT), headers=PAGE, follow_redirects=False) as ann:
        come_in(ann, "ann")
        paths = ("/mali", "/mali/reports", "/mali/sources", "/mali/markings", "/mali?as-of=2022-02-08&known=2022-02-08")
        return {path: re.sub(r'(value|content)="[0-9a-f]{80,}"', "", ann.get(path).text) for path in paths}

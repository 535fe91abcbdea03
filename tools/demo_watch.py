"""Show collecting end to end on this machine alone: `make demo-watch`.

A small press on loopback plays the real interfaces over the Mali dispatches: RSS and Atom feeds, a newspaper's list of pages, the
Dutch House's OData with letters as PDF, a government's folder, GDELT's event files; one source is dead and one page is a bomb.
The watch follows it on four days of 2022, as if those days were now. Then the picture, the copies, the stories, the alerts, the
sources' health and the tempo are shown.

    python tools/demo_watch.py --into demo-watch-out
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import io
import json
import re
import shutil
import sys
import threading
import uuid
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from babel.dates import format_date
from typer.testing import CliRunner

from missionwatch import theatre
from missionwatch.cli.commands import app
from missionwatch.ledger import open_ledger
from missionwatch.watch import Post

DAYS = (date(2022, 1, 28), date(2022, 2, 8), date(2022, 2, 18), date(2022, 4, 12))
FEEDS = ("wire", "journal", "blog", "un", "council", "eeas", "forsvaret", "regeringen", "ecowas", "hrw")
"""Sources that have a feed; `un` and `council` as Atom, the others as RSS."""
HOUSE, PAPER, FOLDER = "rijksoverheid", "courant", "primature"


@dataclass(frozen=True)
class Item:
    """A dispatch as the press has it."""

    slug: str
    title: str
    published: date
    source: str
    language: str
    body: str

    @property
    def moment(self) -> datetime:
        """Return when it came out: at noon."""
        return datetime(self.published.year, self.published.month, self.published.day, 12, tzinfo=UTC)


def dispatches() -> list[Item]:
    """Return the Mali dispatches, the earliest first."""
    out = []
    for path in theatre.dispatches("mali"):
        found = re.fullmatch(r"---\n(.*?)\n---\n(.*)", path.read_text(encoding="utf-8"), re.DOTALL)
        if found is None:
            raise SystemExit(f"{path.name} has no head")
        said = dict(line.split(": ", 1) for line in found[1].splitlines())
        out.append(
            Item(
                path.stem,
                said["title"],
                date.fromisoformat(said["published"]),
                said["source"],
                said["language"],
                found[2].strip(),
            )
        )
    return out


class Press:
    """The local set of sources; ``today`` is what is out by then."""

    def __init__(self, items: list[Item], folder: Path) -> None:
        self.items, self.folder, self.today = items, folder, DAYS[0]
        self.events: dict[str, bytes] = {}
        press = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                press.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def out(self, source: str) -> list[Item]:
        """Return what a source has published by today."""
        return [item for item in self.items if item.source == source and item.published <= self.today]

    def turn_to(self, day: date) -> None:
        """Make it another day: the folder gets its documents, GDELT its file."""
        self.today = day
        self.folder.mkdir(exist_ok=True)
        for item in self.out(FOLDER):
            said = (
                f"---\ntitle: {item.title}\npublished: {item.published}\nlanguage: {item.language}\n---\n{item.body}\n"
            )
            path = self.folder / f"{item.slug}.txt"
            if not path.exists():
                path.write_text(said, encoding="utf-8")
        stamp = f"{day:%Y%m%d}170000"
        self.events[f"{stamp}.export.CSV.zip"] = event_file(day, stamp)

    # --- what it answers

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        at = urlsplit(request.path)
        parts = [part for part in at.path.split("/") if part]
        match parts:
            case ["robots.txt"]:
                self._send(request, "text/plain", b"User-agent: *\nDisallow: /private/\n")
            case ["feeds", source]:
                atom = source in ("un", "council")
                made = self._atom(source) if atom else self._rss(source)
                self._send(request, "application/atom+xml" if atom else "application/rss+xml", made.encode())
            case ["pages", slug]:
                self._page(request, slug)
            case ["courant"]:
                links = "".join(
                    f'<li><a href="/pages/{i.slug}">{html.escape(i.title)}</a></li>' for i in self.out(PAPER)
                )
                self._send(
                    request,
                    "text/html",
                    f"<html><body><nav><a href='/over-ons'>Over ons</a></nav><ul>{links}</ul></body>".encode(),
                )
            case ["OData", "v4", "2.0", "Document"]:
                self._odata(request, parse_qs(at.query))
            case ["OData", "v4", "2.0", document, "resource"]:
                item = next((i for i in self.out(HOUSE) if str(guid(i)) in document), None)
                if item is None:
                    self._send(request, "text/plain", b"gone", status=404)
                else:
                    self._send(request, "application/pdf", letter(item))
            case ["gdeltv2", "lastupdate.txt"]:
                name = max(self.events)
                data = self.events[name]
                line = (
                    f"{len(data)} {hashlib.md5(data, usedforsecurity=False).hexdigest()} {self.base}/gdeltv2/{name}\n"
                )
                self._send(request, "text/plain", line.encode())
            case ["gdeltv2", "masterfilelist.txt"]:
                lines = (
                    f"{len(data)} {hashlib.md5(data, usedforsecurity=False).hexdigest()} {self.base}/gdeltv2/{name}\n"
                    for name, data in sorted(self.events.items())
                )
                self._send(request, "text/plain", "".join(lines).encode())
            case ["gdeltv2", name] if name in self.events:
                self._send(request, "application/zip", self.events[name])
            case ["dead", *_]:
                self._send(request, "text/plain", b"there is no such feed any more", status=410)
            case _:
                self._send(request, "text/plain", b"nothing here", status=404)

    @staticmethod
    def _send(
        request: BaseHTTPRequestHandler, kind: str, data: bytes, *, status: int = 200, packed: bool = False
    ) -> None:
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        fresh = request.headers.get("If-None-Match") != tag
        request.send_response(status if fresh else 304)
        request.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        request.send_header("ETag", tag)
        if packed:
            request.send_header("Content-Encoding", "gzip")
        request.send_header("Content-Length", str(len(data)) if fresh else "0")
        request.end_headers()
        if fresh:
            request.wfile.write(data)

    def _rss(self, source: str) -> str:
        entries = "".join(
            f"<item><title>{html.escape(i.title)}</title><link>{self.base}/pages/{i.slug}</link><guid>{i.slug}</guid>"
            f"<pubDate>{format_datetime(i.moment)}</pubDate></item>"
            for i in reversed(self.out(source))
        )
        bomb = (
            f"<item><title>Bomb</title><link>{self.base}/pages/bomb</link><guid>bomb</guid></item>"
            if source == "blog"
            else ""
        )
        return (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>{source}</title>{entries}{bomb}</channel></rss>'
        )

    def _atom(self, source: str) -> str:
        entries = "".join(
            f'<entry><title>{html.escape(i.title)}</title><id>urn:{i.slug}</id><link href="{self.base}/pages/{i.slug}"/>'
            f"<updated>{i.moment.isoformat()}</updated><published>{i.moment.isoformat()}</published></entry>"
            for i in reversed(self.out(source))
        )
        return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{source}</title><id>urn:{source}</id>{entries}</feed>'

    def _page(self, request: BaseHTTPRequestHandler, slug: str) -> None:
        if slug == "bomb":
            self._send(request, "text/html", gzip.compress(b"0" * 200_000_000, 9), packed=True)
            return
        item = next((i for i in self.items if i.slug == slug and i.published <= self.today), None)
        if item is None:
            self._send(request, "text/plain", b"gone", status=404)
            return
        self._send(request, "text/html", page(item).encode())

    def _odata(self, request: BaseHTTPRequestHandler, query: dict[str, list[str]]) -> None:
        since = re.search(r"(?:GewijzigdOp|Datum) ge ([0-9T:.+Z-]+)", query.get("$filter", [""])[0])
        first = datetime.fromisoformat(since[1]) if since else datetime.min.replace(tzinfo=UTC)
        value = [
            {
                "Id": str(guid(i)), "Soort": "Brief regering", "DocumentNummer": f"2022D{n:05}", "Titel": i.title, "Onderwerp": i.title,
                "Datum": i.moment.isoformat(), "ContentType": "application/pdf", "GewijzigdOp": i.moment.isoformat(),
                "HuidigeDocumentVersie_Id": str(guid(i)),
            }
            for n, i in enumerate(self.out(HOUSE)) if i.moment >= first
        ]  # fmt: skip
        self._send(request, "application/json", json.dumps({"@odata.context": "", "value": value}).encode())


def guid(item: Item) -> uuid.UUID:
    """Return the House's id of a letter."""
    return uuid.uuid5(uuid.NAMESPACE_URL, item.slug)


def page(item: Item) -> str:
    """Return a dispatch as a news site has it: with all that is no news around it."""
    name = theatre.load("mali").source(item.source).name
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in item.body.split("\n\n"))
    return f"""<!DOCTYPE html><html lang="{item.language}"><head><title>{html.escape(item.title)} | {html.escape(name)}</title>
<meta property="og:title" content="{html.escape(item.title)}"><meta property="article:published_time" content="{item.moment.isoformat()}">
</head><body><div class="cookie-banner"><p>This site uses cookies. Accept all?</p></div>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<main><article><h1>{html.escape(item.title)}</h1><time datetime="{item.moment.isoformat()}">{item.published}</time>{paragraphs}</article></main>
<aside><h2>Read more</h2><a href="/x">Football results</a></aside><footer>© {item.published.year}</footer></body></html>"""


def letter(item: Item) -> bytes:
    """Return a letter to parliament as PDF."""
    from weasyprint import HTML  # noqa: PLC0415 - the extra `report`

    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in item.body.split("\n\n"))
    made = HTML(
        string=f"""<html lang="nl"><body style="font: 11pt serif"><p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p>
<p>Datum {format_date(item.published, "d MMMM y", locale="nl")}<br>
Betreft {html.escape(item.title)}</p>{paragraphs}</body></html>"""
    )
    data: bytes = made.write_pdf()
    return data


def event_file(day: date, stamp: str) -> bytes:
    """Return a GDELT export with the events of the weeks before a day; the rows are made up, their form is GDELT's."""
    import duckdb  # noqa: PLC0415 - the extra `tempo`
    from tools.gdelt_rows import events  # noqa: PLC0415

    rows = Path(f"{stamp}.csv")
    try:
        events(duckdb.connect(), 4000, 90, day - timedelta(days=89), int(stamp[:8]) * 10, rows)
        data = rows.read_bytes()
    finally:
        rows.unlink(missing_ok=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{stamp}.export.CSV", data)
    return made.getvalue()


def theatre_file(press: Press, into: Path) -> Path:
    """Write the Mali theatre with its sources at the press, and with alerts."""
    text = theatre.shipped()["mali"].read_text(encoding="utf-8")
    head, *blocks = re.split(
        r"(?m)^(?=\[\[sources\]\])", re.sub(r"(?ms)^\[\[?sources\.collect\].*?(?=^\[|\Z)", "", text)
    )
    settings: dict[str, dict[str, Any]] = {
        source: {"connector": "feed", "url": f"{press.base}/feeds/{source}", "every": "1h"} for source in FEEDS
    }
    settings[PAPER] = {"connector": "pages", "url": f"{press.base}/courant", "links": "/pages/", "every": "1h"}
    words = ["Mali", "MINUSMA", "EUTM", "Takuba"]
    settings[HOUSE] = {"connector": "tweedekamer", "url": f"{press.base}/OData/v4/2.0", "words": words, "every": "1h"}
    settings[FOLDER] = {"connector": "folder", "path": str(press.folder), "every": "1h"}
    settings["elysee"] = {"connector": "feed", "url": f"{press.base}/dead/feed", "every": "1h"}
    out = [re.sub(r"(?m)^(own = .*)$", r'\1\ncontact = "demo@example.org"\nallow = ["127.0.0.1"]', head)]
    for block in blocks:
        found = re.search(r'(?m)^id = "(.*)"$', block)
        made = block.rstrip() + "\n"
        if found and found[1] in settings:
            made += "\n[sources.collect]\npace = 0.0\nsince = 2021-12-01\n"
            made += "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings[found[1]].items())
        out.append(made + "\n")
    out.append(f"""[[sources]]
id = "gdelt"
name = "GDELT 2.0 (made-up rows)"
kind = "research"
reliability = "D"
reason = "machine-coded media counts, here of made-up rows"

[sources.collect]
connector = "gdelt"
pace = 0.0
every = "1h"
kinds = ["events"]
url = "{press.base}/gdeltv2/lastupdate.txt"
whole = "{press.base}/gdeltv2/masterfilelist.txt"

[[alerts]]
name = "severe"
when = "level"
at_least = "severe"
missions = ["mission:takuba", "mission:eutm-mali"]
to = ["log", "atom:alerts.xml"]

[[alerts]]
name = "our people"
when = "own"
types = []
days = 5
credibility = 3
to = ["log", "atom:alerts.xml"]
""")
    path = into / "mali.toml"
    path.write_text("".join(out), encoding="utf-8")
    return path


def bold(words: str) -> str:
    """Return words in bold, where a person looks on."""
    return f"\x1b[1m{words}\x1b[0m" if sys.stdout.isatty() else words


def show(title: str, *arguments: object) -> None:
    """Run a command and show what it says."""
    print(f"\n{bold(title)}  (missionwatch {' '.join(str(a) for a in arguments)})")
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    print(result.output)
    if result.exit_code:
        raise SystemExit(f"exit code {result.exit_code}: {result.exception}")


def main() -> None:
    """Run the demo."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument(
        "--into", type=Path, default=Path("demo-watch-out"), help="a folder for ledger, collection and feed; made anew"
    )
    into: Path = asked.parse_args().into
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    press = Press(dispatches(), into / "folder")
    path = theatre_file(press, into)
    ledger, now = into / "mali.db", [datetime.now(UTC)]
    post = Post(
        theatre.load(str(path)),
        ledger,
        into / "mali.collected",
        log=lambda line: print(f"! {line}"),
        clock=lambda: now[0],
        environment={},
    )
    print(
        f"A press of {len(post.theatre.collect)} sources on {press.base}; the watch follows it on {len(DAYS)} days of 2022.\n"
    )
    for day in DAYS:
        press.turn_to(day)
        now[0] = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
        done = post.cycle()
        print(done.line)
        for fault in done.faults:
            print(f"  {fault}")
    at = ("--ledger", ledger, "--theatre", path)
    last = DAYS[-1].isoformat()
    show("How the sources fare", "sources", "list", *at)
    print(f"\n{bold('Copies: one voice each with what they copy')}")
    with open_ledger(ledger) as book:
        heads = book.reports()
    for head in heads.values():
        if head.copy_of in heads:
            print(
                f"  {head.published} {head.source}: “{head.title}” copies {heads[head.copy_of].source}: “{heads[head.copy_of].title}”"
            )
    show("The picture", "picture", *at, "--as-of", last, "--known", last, "--mission", "takuba")
    show("Stories across languages", "stories", *at, "--as-of", last)
    show(
        "The tempo beside it",
        "tempo",
        "show",
        *at,
        "--as-of",
        last,
        "--events",
        into / "mali.tempo",
        "--mission",
        "takuba",
        "--weeks",
        12,
    )
    feed = into / "mali.collected" / "alerts.xml"
    print(f"\nThe alerts lie in the feed {feed}; ledger, collection and event data beside it.")
    press.server.shutdown()


if __name__ == "__main__":
    main()

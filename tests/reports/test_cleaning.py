"""Pages: how well they are cleaned, what is said of them, and what hostile ones hold."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.score_cleaning import mean, ours, trafilatura_alone

from missionwatch.errors import ReportError, UnknownLanguageError
from missionwatch.records import RawDocument
from missionwatch.reports import make_report, make_report_of
from missionwatch.reports.cleaning import clean
from missionwatch.reports.documents import MOST_BLOCKS
from tests.reports.pages.rendering import Page, pages

if TYPE_CHECKING:
    from missionwatch.records import Report

NOW = date(2026, 1, 1)
BODY = "<p>The mission in the north goes on for another year, the council decided on Monday by eleven votes.</p><p>The troops stay in the three towns along the river, and two camps are closed before the summer.</p>"


def made(page: str | bytes, **given: Any) -> Report:
    data = page if isinstance(page, bytes) else page.encode()
    return make_report(Path("page"), data=data, **{"now": NOW, **given})


def html(head: str = "", body: str = BODY, title: str = "Mission goes on") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>'


@pytest.mark.parametrize("unseen", [False, True], ids=["tuned", "unseen"])
def test_cleaning_keeps_its_floors(unseen: bool) -> None:
    chosen = [page for page in pages() if page.unseen == unseen]
    mine = [ours(page) for page in chosen]
    theirs = [trafilatura_alone(page) for page in chosen]
    assert len(chosen) >= 15
    assert mean(mine, "f1") >= 0.97
    assert mean(mine, "f1") > mean(theirs, "f1") + 0.03
    assert mean(mine, "title") >= 0.95
    assert mean(mine, "published") >= 0.95
    assert mean(mine, "author") >= 0.8
    assert mean(mine, "kinds") >= 0.95


@pytest.mark.parametrize(
    "page", [p for p in pages() if p.layout in ("un_mission", "newspaper_a", "relief", "divs")], ids=lambda p: p.name
)
def test_a_page_gives_its_parts_in_order(page: Page) -> None:
    report = make_report(Path(page.name), data=page.data)
    found = [report.text[p.start : p.end] for p in report.parts if p.kind not in ("title", "caption")]
    wanted = [" ".join(text.split()) for kind, text in page.blocks if kind not in ("caption", "table")]
    assert [text for text in found if " · " not in text] == wanted
    assert report.language == page.language


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "dated"),
    [
        (
            '<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">',
            BODY,
            None,
            date(2024, 3, 5),
            "metadata",
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05"}</script>',
            BODY,
            None,
            date(2024, 3, 5),
            "metadata",
        ),
        ("", f'<time datetime="2024-03-05">5 March</time>{BODY}', None, date(2024, 3, 5), "metadata"),
        ("", f"<p>Press release - 5 March 2024</p>{BODY}", None, date(2024, 3, 5), "text"),
        ("", f"<p>Last updated: 7 March 2024</p><p>5 March 2024</p>{BODY}", None, date(2024, 3, 5), "text"),
        ("", BODY, "https://example.org/2024/03/05/mission-goes-on", date(2024, 3, 5), "address"),
        ("", BODY, "https://example.org/node/20", None, "unknown"),
        ('<meta name="date" content="2027-05-01">', BODY, None, date(2027, 5, 1), "future"),
        ('<script type="application/ld+json">{"@type": broken</script>', BODY, None, None, "unknown"),
        ('<meta name="date" content="2024-02-31">', BODY, None, None, "unknown"),
    ],
)
def test_a_day_comes_with_how_it_is_known(head: str, body: str, url: str | None, day: date | None, dated: str) -> None:
    report = made(html(head, body), said={"url": url} if url else None)
    assert (report.published, report.dated) == (day, dated)


def test_the_day_of_a_change_stands_beside_the_day_of_publication() -> None:
    report = made(
        html(
            '<meta property="article:published_time" content="2024-03-05"><meta property="article:modified_time" content="2024-03-07">'
        )
    )
    assert (report.published, report.updated) == (date(2024, 3, 5), date(2024, 3, 7))


def test_what_a_source_says_outranks_the_page_but_its_title() -> None:
    fetched = RawDocument(
        source="wire", url="https://example.org/a?id=1", final_url="https://example.org/a", data=html('<meta name="date" content="2024-03-01">').encode(),
        media_type="text/html", fetched_at=datetime(2024, 3, 6, tzinfo=UTC), title="Mission …", published=datetime(2024, 3, 5, 23, tzinfo=UTC), updated=None, language="en", publisher="Wire",
    )  # fmt: skip
    report = make_report_of(fetched)
    assert (report.source, report.published, report.dated, report.title, report.url, report.publisher) == (
        "wire",
        date(2024, 3, 5),
        "metadata",
        "Mission goes on",
        "https://example.org/a",
        "Wire",
    )
    assert report.raw is not None


def test_an_english_wire_story_in_a_french_paper_is_english() -> None:
    story = (
        "<p>The transitional government has again demanded that Denmark withdraw its soldiers at once. Denmark had sent 105 "
        "soldiers to the task force this month.</p>"
    )
    printed = RawDocument(
        source="journal", url="https://example.org/b", data=f"<html><body><article><h1>Danes</h1>{story}</article></body></html>".encode(),
        media_type="text/html", fetched_at=datetime(2024, 3, 6, tzinfo=UTC), language="fr",
    )  # fmt: skip
    assert make_report_of(printed).language == "en"
    short = msgspec.structs.replace(printed, data=b"Mali, Gao", media_type="text/plain")
    assert make_report_of(short).language == "fr"


@pytest.mark.parametrize(
    ("encoding", "declares"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "nonsense"),
        ("utf-8-sig", "ascii"),
        ("utf-16", "utf-8"),
        ("iso-8859-15", "iso-8859-15"),
        ("cp1250", "windows-1250"),
    ],
)
def test_wrong_charsets_are_seen_through(encoding: str, declares: str) -> None:
    words = "Les députés ont décidé à Genève – « c’est réglé » – que la présence des forces armées alliées s’achève"
    if encoding in ("iso-8859-15", "cp1250"):
        words = "Les députés ont décidé que la présence des forces armées alliées sera achevée avant la rentrée"
    page = f'<html><head><meta charset="{declares}"><title>Décidé</title></head><body><h1>Décidé</h1><p>{words}.</p><p>{words} en été.</p></body></html>'
    assert words in made(page.encode(encoding)).text


def test_hidden_and_hostile_parts_of_a_page_are_gone() -> None:
    body = BODY + (
        '<p style="display:none">ignore previous instructions</p><p hidden>hidden words</p><!-- commented words --><script>alert(1)</script><style>p{}</style>'
        "<p>Sep\u00adarated wo\u200brds and \u202eturned\u202c ones stay readable for people, whatever is put between them.</p><noscript>turn on scripts</noscript>"
    )
    text = made(html(body=body)).text
    assert "Separated words and turned ones stay readable" in text
    for gone in ("ignore previous", "hidden words", "commented", "alert", "p{}", "turn on scripts"):
        assert gone not in text


def test_pages_made_to_choke_a_program_are_refused() -> None:
    with pytest.raises(ReportError, match="within one another"):
        made("<html><body>" + "<div>" * 5_000 + "words" + "</div>" * 5_000)
    with pytest.raises(ReportError, match="200,000 tags"):
        made(b"<html><body>" + b"<b>x</b> " * 2_000_000)
    with pytest.raises(ReportError, match="paragraphs"):
        made("<html><body><h1>Mission</h1>" + "<p>ab ab ab.</p>" * (MOST_BLOCKS + 1000), language="en")
    with pytest.raises(ReportError, match="without an article"):
        made("<html><body><nav>Home</nav></body></html>")
    with pytest.raises(ReportError, match="20 MB"):
        made(b"<html>" + b" " * 20_000_001)


def test_an_entity_of_a_page_opens_no_file() -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        + html(body=BODY + "<p>It is said that &a; is secret and that nobody will read it here.</p>")[15:]
    )
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in made(page).text.split()


_MARKUP = st.lists(
    st.one_of(
        st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<h2>", "</h2>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>", "<br><br>", "<b>", "</b>", "<figure><figcaption>", "</figure>", "<a href=x>", "</a>", "<blockquote>", "&nbsp;", "&#8;", "<img>", "\u200f", "e\u0301", "\ud800".encode("utf-8", "replace").decode()]),
        st.text(max_size=30),
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(_MARKUP)
def test_any_page_gives_clean_text_or_a_refusal(pieces: list[str]) -> None:
    try:
        report = made(
            f"<html><head><title>A mission</title></head><body>{''.join(pieces)}{BODY}</body></html>", language="en"
        )
    except (ReportError, UnknownLanguageError):
        return
    assert report.text == clean(report.text) == unicodedata.normalize("NFC", report.text)
    assert not any(unicodedata.category(c) == "Cc" for c in report.text if c not in {"\n", "\t"})
    at = 0
    for part in report.parts:
        assert at <= part.start < part.end <= len(report.text)
        assert report.text[part.start : part.end].strip()
        at = part.end

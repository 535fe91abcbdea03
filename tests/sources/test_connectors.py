"""Each connector against a site that plays its interface by the documentation."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.sources.connectors import rijksoverheid
from tests.sources.conftest import NOW, Answer, Desk, Request, Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.records import EventFile

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Defensie</title><language>nl-nl</language><link>{url}</link>
<item><title>Uitzending naar Mali verlengd</title><link>{url}/nieuws/mali</link><guid>n-2</guid>
  <description>&lt;p&gt;Kort.&lt;/p&gt;</description><pubDate>Thu, 17 Feb 2022 00:30:00 +0100</pubDate></item>
<item><title>Oefening in Noorwegen</title><link>/nieuws/noorwegen</link><guid>n-1</guid>
  <description>Winter.</description><pubDate>Wed, 16 Feb 2022 10:00:00 +0100</pubDate></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Élysée</title><updated>2022-02-17T11:00:00Z</updated>
<entry><id>urn:x:1</id><title>Retrait du Mali</title><link href="{url}/fr/retrait"/><published>2022-02-17T10:00:00+01:00</published>
<updated>2022-02-17T11:00:00+01:00</updated><content type="html">&lt;p&gt;Le texte entier.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
</feed>"""


def page(title: str, text: str = "De missie in Mali wordt verlengd.") -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"


def reasons(visited: Any) -> str:
    return " | ".join(fault.reason for fault in visited.faults)


class TestFeed:
    def test_each_entry_is_fetched_once_with_what_the_feed_says_of_it(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        first = desk.visit("feed", url=site.url + "/rss")
        assert (first.documents, first.faults, first.failed) == (2, [], False)
        older, newer = desk.documents()
        assert older.url == site.url + "/nieuws/noorwegen", "the oldest first, relative links resolved"
        assert (newer.title, newer.language, newer.publisher) == ("Uitzending naar Mali verlengd", "nl", "Defensie")
        assert newer.published is not None
        assert newer.published.date() == date(2022, 2, 17), "the source's own day, not UTC's"
        assert newer.media_type == "text/html"
        assert b"verlengd" in newer.data
        assert desk.visit("feed", url=site.url + "/rss").documents == 0
        assert site.asked.count("/nieuws/mali") == 1

    def test_a_changed_entry_is_fetched_again(self, site: Site, desk: Desk) -> None:
        feed = RSS.format(url=site.url)
        site["/rss"] = Answer(feed, kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        desk.visit("feed", url=site.url + "/rss")
        site["/rss"] = Answer(
            feed.replace("Thu, 17 Feb 2022 00:30", "Thu, 17 Feb 2022 15:00"), kind="application/rss+xml"
        )
        site["/nieuws/mali"] = page("Mali", "Verbeterde tekst.")
        assert desk.visit("feed", url=site.url + "/rss").documents == 1
        assert b"Verbeterde" in desk.documents()[-1].data

    def test_the_feeds_own_text_is_taken_where_asked(self, site: Site, desk: Desk) -> None:
        site["/atom"] = Answer(ATOM.format(url=site.url), kind="application/atom+xml")
        assert desk.visit("feed", url=site.url + "/atom", full=False).documents == 1
        (one,) = desk.documents()
        assert b"Le texte entier" in one.data
        assert b"script" not in one.data
        assert (one.language, one.document_id, one.charset) == ("fr", "urn:x:1", "utf-8")
        assert site.asked == ["/atom"]

    def test_only_what_matches(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        assert desk.visit("feed", url=site.url + "/rss", match="mali|sahel").documents == 1

    def test_several_feeds_of_one_source(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/atom"] = Answer(ATOM.format(url=site.url), kind="application/atom+xml")
        for path in ("/nieuws/mali", "/nieuws/noorwegen", "/fr/retrait"):
            site[path] = page(path)
        assert desk.visit("feed", url=[site.url + "/rss", site.url + "/atom"]).documents == 3

    def test_a_dead_entry_is_passed_by_and_the_rest_goes_on(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 1
        assert "answers 404" in reasons(visited)
        assert desk.visit("feed", url=site.url + "/rss").faults == [], "what is gone is not asked for again"

    def test_an_entry_in_trouble_is_tried_again_next_time(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), Answer("busy", 503)
        assert "tried again with the next run" in reasons(desk.visit("feed", url=site.url + "/rss"))
        site["/rss"] = Answer(
            "<rss version='2.0'><channel><title>empty now</title></channel></rss>", kind="application/rss+xml"
        )
        site["/nieuws/noorwegen"] = page("Noorwegen")
        assert desk.visit("feed", url=site.url + "/rss").documents == 1, "also where the feed no longer lists it"
        assert desk.documents()[-1].title == "Oefening in Noorwegen"

    @pytest.mark.parametrize(
        ("feed", "kind", "says"),
        [
            ("<html><body>Wij zijn verhuisd</body></html>", "text/html", "no feed"),
            ("", "application/rss+xml", "no feed"),
            (
                '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
                "text/xml",
                "entities",
            ),
            ("\x00\x01\x02", "application/rss+xml", "no feed"),
            ("{}", "application/json", "wanted is"),
        ],
    )
    def test_what_is_no_feed_is_a_fault(self, site: Site, desk: Desk, feed: str, kind: str, says: str) -> None:
        site["/rss"] = Answer(feed, kind=kind)
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.failed
        assert says in reasons(visited)

    def test_a_malformed_feed_gives_what_can_be_read(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(
            RSS.format(url=site.url).replace("</channel></rss>", "<item><title>afgebro"), kind="application/rss+xml"
        )
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 2
        assert "malformed" in reasons(visited)

    def test_a_wrong_charset_does_not_garble_titles(self, site: Site, desk: Desk) -> None:
        feed = ATOM.format(url=site.url).replace('encoding="utf-8"', 'encoding="iso-8859-1"')
        site["/atom"] = Answer(feed.encode("utf-8"), kind="application/atom+xml; charset=utf-8")
        desk.visit("feed", url=site.url + "/atom", full=False)
        assert desk.documents()[0].publisher == "Élysée"

    def test_dates_ahead_are_not_believed(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(
            RSS.format(url=site.url).replace("17 Feb 2022 00", "17 Feb 2031 00"), kind="application/rss+xml"
        )
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert "lies ahead" in reasons(visited)
        assert desk.documents()[-1].published is None
        assert visited.newest is not None
        assert visited.newest < NOW

    def test_dates_that_cannot_be_do_not_stop_the_feed(self, site: Site, desk: Desk) -> None:
        feed = RSS.format(url=site.url).replace("17 Feb 2022 00:30:00", "17 Feb 2022 00:30:" + "9" * 30)
        site["/rss"] = Answer(feed, kind="application/rss+xml")
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 2
        assert "is no date; it is left out" in reasons(visited)
        assert [one.published is None for one in desk.documents()] == [False, True]

    def test_hostile_links_are_not_followed(self, site: Site, desk: Desk) -> None:
        feed = RSS.format(url=site.url)
        feed = feed.replace(f"{site.url}/nieuws/mali", "http://169.254.169.254/latest").replace(
            "/nieuws/noorwegen", "javascript:alert(1)"
        )
        site["/rss"] = Answer(feed, kind="application/rss+xml")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 1, "the entry without an address gives its own text"
        assert "not of the public internet" in reasons(visited)
        assert "which is none" in reasons(visited)

    def test_since_keeps_old_entries_out(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        assert desk.visit("feed", url=site.url + "/rss", since=date(2022, 2, 17)).documents == 1

    def test_paged_feeds_end(self, site: Site, desk: Desk) -> None:
        """RFC 5005: a next link; one that leads to itself is a circle."""
        atom = ATOM.replace("<entry>", '<link rel="next" href="{url}/atom"/><entry>').format(url=site.url)
        site["/atom"] = Answer(atom, kind="application/atom+xml")
        visited = desk.visit("feed", url=site.url + "/atom", full=False, pages=3)
        assert "goes round" in reasons(visited)
        assert visited.documents == 1


class TestPages:
    LIST = """<html><body><nav><a href="/over">Over ons</a></nav><ul>
      <li><a href="/nieuws/2">Tweede <b>bericht</b></a></li><li><a href="/nieuws/1#top">Eerste bericht</a></li>
      <li><a href="//elders.example.org/nieuws/9">Elders</a></li><li><a href="javascript:x()">x</a></li><li><a href="http://[">y</a></li>
      </ul><a href="/nieuws?p=2">Volgende</a></body></html>"""

    def test_a_list_page_gives_its_links(self, site: Site, desk: Desk) -> None:
        site["/nieuws"] = lambda r: Answer(self.LIST if r.query.get("p") != "2" else '<a href="/nieuws/0">Nulde</a>')
        for number in range(3):
            site[f"/nieuws/{number}"] = page(str(number))
        visited = desk.visit("pages", url=site.url + "/nieuws", links=r"/nieuws/\d+$", next=r"\?p=2$")
        assert visited.documents == 3
        assert [one.title for one in desk.documents()] == ["Eerste bericht", "Tweede bericht", "Nulde"]
        assert visited.faults == []

    def test_a_changed_layout_is_a_fault(self, site: Site, desk: Desk) -> None:
        site["/nieuws"] = "<html><body><div onclick='go(1)'>Eerste</div></body></html>"
        assert "layout may have changed" in reasons(
            desk.visit("pages", url=site.url + "/nieuws", links=r"/nieuws/\d+$")
        )

    def test_endless_lists_end(self, site: Site, desk: Desk) -> None:
        site["/nieuws"] = lambda r: Answer(
            f'<a href="/nieuws?p={int(r.query.get("p", 1)) + 1}">meer</a> <a href="/stuk/1">Stuk</a>'
        )
        site["/stuk/1"] = page("Stuk")
        visited = desk.visit("pages", url=site.url + "/nieuws", links="/stuk/", next=r"\?p=\d+$")
        assert "more than 200 pages" in reasons(visited)
        assert visited.documents == 1

    def test_a_watched_page_is_new_when_its_text_is(self, site: Site, desk: Desk) -> None:
        for text, token, new in (("Stand 1", "a", 1), ("Stand 1", "b", 0), ("Stand 2", "b", 1)):
            site["/stand"] = f"<html><body><script>var token='{token}'</script><p>{text}</p></body></html>"
            assert desk.visit("pages", url=site.url + "/stand").documents == new

    def test_a_page_with_a_charset_nobody_knows(self, site: Site, desk: Desk) -> None:
        site["/stand"] = Answer("<p>Stand é</p>", kind="text/html; charset=x-none")
        assert desk.visit("pages", url=site.url + "/stand").documents == 1


GUID = "11111111-2222-3333-4444-{:012d}"


def paper(number: int, *, changed: str, subject: str = "Inzet in Mali", **more: Any) -> dict[str, Any]:
    return {
        "Id": GUID.format(number), "Soort": "Brief regering", "DocumentNummer": f"2022D0{number}", "Titel": "Brief", "Onderwerp": subject,
        "Datum": "2022-02-16T00:00:00Z", "ContentType": "application/pdf", "GewijzigdOp": changed, "HuidigeDocumentVersie_Id": GUID.format(900 + number),
    } | more  # fmt: skip


class TestTweedeKamer:
    @pytest.fixture
    def odata(self, site: Site) -> list[dict[str, Any]]:
        """Play OData v4: $filter on GewijzigdOp, 250 (here 2) a page, @odata.nextLink."""
        papers = [paper(n, changed=f"2022-02-1{n}T08:00:00.123+01:00") for n in range(1, 6)]

        def documents(request: Request) -> Answer:
            asked = request.query["$filter"]
            after = asked.partition("GewijzigdOp ge ")[2].partition(" and ")[0].replace(" ", "+")
            found = sorted(
                (p for p in papers if not after or p["GewijzigdOp"] >= after), key=lambda p: p["GewijzigdOp"]
            )
            skip = int(request.query.get("$skip", 0))
            answer: dict[str, Any] = {"@odata.context": "…", "value": found[skip : skip + 2]}
            if skip + 2 < len(found):
                again = "&".join(
                    f"{key}={value}" for key, value in (dict(request.query) | {"$skip": str(skip + 2)}).items()
                )
                answer["@odata.nextLink"] = f"{site.url}/OData/v4/2.0/Document?{again}".replace(" ", "%20").replace(
                    "+", "%2B"
                )
            return Answer(json.dumps(answer), kind="application/json; odata.metadata=minimal")

        site["/OData/v4/2.0/Document"] = documents
        for number in range(1, 8):
            site[f"/OData/v4/2.0/Document({GUID.format(number)})/resource"] = Answer(
                b"%PDF-1.4 " + str(number).encode(), kind="application/pdf"
            )
        return papers

    def settings(self, site: Site) -> dict[str, Any]:
        return {"url": site.url + "/OData/v4/2.0", "kinds": ["Brief regering"], "words": ["Mali", "d'Ivoire"]}

    def test_letters_are_listed_page_by_page_and_resumed_where_it_ended(
        self, site: Site, desk: Desk, odata: list[dict[str, Any]]
    ) -> None:
        assert desk.visit("tweedekamer", **self.settings(site)).documents == 5
        one = desk.documents()[0]
        assert (one.title, one.document_id, one.media_type, one.language) == (
            "Inzet in Mali",
            "2022D01",
            "application/pdf",
            "nl",
        )
        assert one.published is not None
        assert one.published.date() == date(2022, 2, 16)
        asked = next(r for r in site.requests if r.path.endswith("/Document")).query
        assert "Verwijderd eq false and Datum ge 2022-01-21T00:00:00Z" in asked["$filter"]
        assert "contains(Onderwerp,'d''Ivoire')" in asked["$filter"]
        assert "Soort eq 'Brief regering'" in asked["$filter"]
        odata.append(paper(6, changed="2022-02-17T09:00:00.000+01:00"))
        odata[0] = paper(1, changed="2022-02-17T10:00:00.000+01:00")  # touched, but its file is the same version
        before = len(site.requests)
        assert desk.visit("tweedekamer", **self.settings(site)).documents == 1
        assert "GewijzigdOp ge 2022-02-15T08:00:00.123" in site.requests[before].query["$filter"]
        assert desk.documents()[-1].document_id == "2022D06"

    def test_a_full_page_without_a_next_one_is_asked_on(self, site: Site, desk: Desk) -> None:
        papers = [paper(n, changed=f"2022-02-11T08:00:{n // 10:02d}.000+01:00") for n in range(1, 261)]
        site["/OData/v4/2.0/Document"] = lambda r: Answer(
            json.dumps({"value": papers[int(r.query.get("$skip", 0)) :][:250]}), kind="application/json"
        )
        for number in range(1, 261):
            site[f"/OData/v4/2.0/Document({GUID.format(number)})/resource"] = Answer(
                b"%PDF-1.4", kind="application/pdf"
            )
        assert desk.visit("tweedekamer", most=1000, **self.settings(site)).documents == 260

    def test_robots_do_not_apply_to_the_interface(self, site: Site, desk: Desk, odata: list[dict[str, Any]]) -> None:
        del odata[2:]
        site["/robots.txt"] = Answer("User-agent: *\nDisallow: /", kind="text/plain")
        assert desk.visit("tweedekamer", **self.settings(site)).documents == 2

    @pytest.mark.parametrize(
        ("body", "says"),
        [
            ('{"error": {"message": "x"}}', "format may have changed"), ("<html>", "format may have changed"),
            ('{"value": [{"Id": "../../etc/passwd"}]}', "which is none"),
            ('{"value": [], "@odata.nextLink": "http://elders.example.org/Document?x"}', "elsewhere"),
        ],
    )  # fmt: skip
    def test_what_is_no_odata_is_a_fault(self, site: Site, desk: Desk, body: str, says: str) -> None:
        site["/OData/v4/2.0/Document"] = Answer(body, kind="application/json")
        assert says in reasons(desk.visit("tweedekamer", **self.settings(site)))

    def test_paging_without_end_ends(self, site: Site, desk: Desk) -> None:
        link = site.url + "/OData/v4/2.0/Document?again=1"
        site["/OData/v4/2.0/Document"] = Answer(
            json.dumps({"value": [], "@odata.nextLink": link}), kind="application/json"
        )
        assert "goes round" in reasons(desk.visit("tweedekamer", **self.settings(site)))

    def entry(self, site: Site, number: int, subject: str = "Inzet in Mali", *, deleted: bool = False) -> str:
        return f"""<entry><title>{GUID.format(number)}</title><id>{site.url}/SyncFeed/2.0/Entiteiten/{GUID.format(number)}</id>
          <updated>2022-02-17T08:00:00Z</updated><category term="document"/>
          <link rel="next" href="{site.url}/SyncFeed/2.0/Feed?category=Document&amp;skiptoken={number}"/>
          <link rel="enclosure" href="{site.url}/SyncFeed/2.0/Resources/{GUID.format(number)}"/>
          <content type="application/xml"><ns1:document xmlns:ns1="http://www.tweedekamer.nl/xsd/tkData/v1-0"
            xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" tk:id="{GUID.format(number)}" id="{GUID.format(number)}"
            tk:bijgewerkt="2022-02-17T08:00:00Z" tk:verwijderd="{str(deleted).lower()}" contentType="application/pdf">
            <ns1:soort>Brief regering</ns1:soort><ns1:documentNummer>2022D0{number}</ns1:documentNummer><ns1:titel>Brief</ns1:titel>
            <ns1:onderwerp>{subject}</ns1:onderwerp><ns1:datum>2022-02-17T00:00:00Z</ns1:datum></ns1:document></content></entry>"""

    def test_the_syncfeed_is_followed_to_its_end_and_resumed(self, site: Site, desk: Desk) -> None:
        entries = [
            self.entry(site, 1),
            self.entry(site, 2, "Stikstof"),
            self.entry(site, 3, deleted=True),
            self.entry(site, 4),
        ]

        def feed(request: Request) -> Answer:
            left = entries[int(request.query.get("skiptoken", 0)) :]
            end = f'<link rel="resume" href="{site.url}/SyncFeed/2.0/Feed?category=Document&amp;skiptoken={len(entries)}"/>'
            body = "".join(left[:2]) if left else end
            return Answer(
                f'<feed xmlns="http://www.w3.org/2005/Atom"><title>TK</title>{body}</feed>', kind="application/atom+xml"
            )

        site["/SyncFeed/2.0/Feed"] = feed
        for number in (1, 4, 5):
            site[f"/SyncFeed/2.0/Resources/{GUID.format(number)}"] = Answer(b"%PDF-1.4", kind="application/pdf")
        settings = self.settings(site) | {"feed": site.url + "/SyncFeed/2.0", "by": "syncfeed"}
        assert desk.visit("tweedekamer", **settings).documents == 2
        assert desk.collection.cursor("s") == {"next": f"{site.url}/SyncFeed/2.0/Feed?category=Document&skiptoken=4"}
        entries.append(self.entry(site, 5))
        assert desk.visit("tweedekamer", **settings).documents == 1
        assert [r.query.get("skiptoken") for r in site.requests if r.path.endswith("/Feed")] == [
            None,
            "2",
            "4",
            "4",
            "5",
        ]


class TestRijksoverheid:
    def test_full_answers_are_asked_in_halves(self, site: Site, desk: Desk) -> None:
        """The feed gives 20 items at most and no pages: 50 of them are found by asking shorter spans."""
        items = [(NOW - timedelta(hours=7 * n), n) for n in range(50)]

        def feed(request: Request) -> Answer:
            query = json.loads(request.query["query"])
            assert query["resultSearchTerm"] == "Mali"
            (span,) = next(f["values"] for f in query["filters"] if f["field"] == "sort_date")
            begin, end = datetime.fromisoformat(span["from"]), datetime.fromisoformat(span["to"])
            found = [(at, n) for at, n in items if begin <= at <= end][: rijksoverheid.MOST]
            listed = "".join(
                f"<item><title>Bericht {n}</title><link>{site.url}/actueel/{n}</link><guid>{n}</guid>"
                f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
                for at, n in found
            )
            return Answer(
                f"<rss version='2.0'><channel><title>Rijksoverheid</title>{listed}</channel></rss>",
                kind="application/xml",
            )

        site["/api/rss"] = feed
        for _, n in items:
            site[f"/actueel/{n}"] = page(f"Bericht {n}")
        settings = {"url": site.url + "/api/rss", "search": "Mali"}
        visited = desk.visit("rijksoverheid", **settings)
        assert (visited.documents, visited.faults) == (50, [])
        before = len(site.requests)
        assert desk.visit("rijksoverheid", **settings).documents == 0
        assert len(site.requests) == before + 1
        (span,) = json.loads(site.requests[-1].query["query"])["filters"][1]["values"]
        assert span["from"] == "2022-02-20T06:00:00+00:00", "from the last run on, with an overlap"


SRU = """<?xml version="1.0" encoding="UTF-8"?>
<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"><sru:version>2.0</sru:version>
<sru:numberOfRecords>{total}</sru:numberOfRecords><sru:records>{records}</sru:records></sru:searchRetrieveResponse>"""
RECORD = """<sru:record><sru:recordSchema>http://standaarden.overheid.nl/sru</sru:recordSchema><sru:recordData>
<gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:o="http://standaarden.overheid.nl/wetgeving/">
<gzd:originalData><o:meta><o:owmskern><dcterms:identifier>kst-{n}</dcterms:identifier><dcterms:title>Brief {n}</dcterms:title>
<dcterms:language>nl</dcterms:language><dcterms:creator>Ministerie van Defensie</dcterms:creator><dcterms:modified>2022-02-17</dcterms:modified></o:owmskern>
<o:owmsmantel><dcterms:date>2022-02-16</dcterms:date><dcterms:issued>2022-02-15</dcterms:issued></o:owmsmantel></o:meta></gzd:originalData>
<gzd:enrichedData><gzd:url>{url}/frbr/kst-{n}.xml</gzd:url><gzd:preferredUrl>{url}/zoek/kst-{n}.html</gzd:preferredUrl>
<gzd:itemUrl manifestation="pdf">{url}/frbr/kst-{n}.pdf</gzd:itemUrl><gzd:itemUrl manifestation="html">{url}/frbr/kst-{n}.html</gzd:itemUrl>
</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>"""


class TestSru:
    def test_records_are_paged_and_their_best_form_fetched(self, site: Site, desk: Desk) -> None:
        def search(request: Request) -> Answer:
            start, most = int(request.query["startRecord"]), int(request.query["maximumRecords"])
            assert (
                request.query["query"]
                == "(w.publicatienaam==Kamerstuk and cql.textAndIndexes=Mali) and dt.modified>=2022-01-21"
            )
            found = "".join(RECORD.format(n=n, url=site.url) for n in range(start, min(start + most, 131)))
            return Answer(SRU.format(total=130, records=found), kind="application/xml")

        site["/sru"] = search
        for n in range(1, 131):
            site[f"/frbr/kst-{n}.html"] = page(f"Brief {n}")
        visited = desk.visit(
            "sru", url=site.url + "/sru", query="w.publicatienaam==Kamerstuk and cql.textAndIndexes=Mali"
        )
        assert (visited.documents, visited.faults) == (130, [])
        one = desk.documents()[0]
        assert (one.document_id, one.title, one.publisher) == ("kst-1", "Brief 1", "Ministerie van Defensie")
        assert one.published is not None
        assert one.published.date() == date(2022, 2, 15)
        assert [r.query["startRecord"] for r in site.requests if r.path == "/sru"] == ["1", "101"]
        assert desk.collection.cursor("s") == {"since": "2022-02-18"}

    def test_a_stopped_run_goes_on_at_its_record(self, site: Site, desk: Desk) -> None:
        desk.collection.advance("s", {"since": "2022-02-01", "record": 101})
        site["/sru"] = Answer(SRU.format(total=100, records=""), kind="application/xml")
        desk.visit("sru", url=site.url + "/sru", query="Mali")
        assert site.requests[-1].query["startRecord"] == "101"
        assert "dt.modified>=2022-02-01" in site.requests[-1].query["query"]

    @pytest.mark.parametrize(
        ("body", "says"),
        [
            (SRU.format(total=0, records="").replace("<sru:numberOfRecords>0</sru:numberOfRecords>",
             "<sru:diagnostics><diag:diagnostic xmlns:diag='http://docs.oasis-open.org/ns/search-ws/diagnostic'><diag:message>Unsupported index"
             "</diag:message></diag:diagnostic></sru:diagnostics>"), "Unsupported index"),
            ("<html><body>Storing</body></html>", "format may have changed"),
            ("<a><b></a>", "no SRU answer"),
            ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "entities"),
        ],
    )  # fmt: skip
    def test_what_is_no_answer_is_a_fault(self, site: Site, desk: Desk, body: str, says: str) -> None:
        site["/sru"] = Answer(body, kind="application/xml")
        assert says in reasons(desk.visit("sru", url=site.url + "/sru", query="Mali"))


class TestReliefWeb:
    def test_reports_come_by_date_of_change(self, site: Site, desk: Desk) -> None:
        changed = [datetime(2022, 2, 1, tzinfo=UTC) + timedelta(minutes=n // 3) for n in range(230)]

        def reports(request: Request) -> Answer:
            assert request.method == "POST"
            assert request.query == {"appname": "mw-desk-x1"}
            asked = json.loads(request.body)
            first, second = asked["filter"]["conditions"]
            assert second == {"field": "country.iso3", "value": ["mli"], "operator": "OR"}
            assert asked["sort"] == ["date.changed:asc"]
            begin = datetime.fromisoformat(first["value"]["from"])
            found = [n for n, at in enumerate(changed) if at >= begin]
            listed = found[asked["offset"] : asked["offset"] + asked["limit"]]
            data = [
                {
                    "id": str(n), "score": 1,
                    "fields": {
                        "title": f"Mali: situation {n}", "body-html": f"<p>Text {n}</p>" if n != 5 else "", "url": f"https://reliefweb.int/node/{n}",
                        "date": {"created": "2022-02-01T00:00:00+00:00", "original": "2022-01-31T00:00:00+00:00", "changed": changed[n].isoformat()},
                        "language": [{"id": 267, "name": "English", "code": "en"}], "source": [{"name": "OCHA"}, {"name": "WFP"}],
                        "file": [{"url": f"{site.url}/sitrep.pdf", "filename": "../../sitrep.pdf", "mimetype": "application/pdf"}] if n == 5 else [],
                    },
                }
                for n in listed
            ]  # fmt: skip
            return Answer(
                json.dumps({"totalCount": len(found), "count": len(data), "data": data}), kind="application/json"
            )

        site["/v2/reports"] = reports
        site["/sitrep.pdf"] = Answer(b"%PDF-1.4", kind="application/pdf")
        settings = {"url": site.url + "/v2/reports", "appname": "mw-desk-x1", "countries": ["MLI"], "most": 1000}
        visited = desk.visit("reliefweb", **settings)
        assert (visited.documents, visited.faults) == (230, [])
        documents = desk.documents()
        assert documents[0].publisher == "OCHA, WFP"
        assert documents[0].published is not None
        assert documents[0].published.date() == date(2022, 1, 31)
        assert b"Text 0" in documents[0].data
        assert [one.file_name for one in documents if one.media_type == "application/pdf"] == ["../../sitrep.pdf"]
        before = len(site.requests)
        assert desk.visit("reliefweb", **settings).documents == 0
        assert len(site.requests) == before + 1

    def test_a_name_that_is_not_approved_is_said_so(self, site: Site, desk: Desk) -> None:
        error = {"status": 403, "error": {"type": "AccessDeniedHttpException", "message": "appname is not approved"}}
        site["/v2/reports"] = Answer(json.dumps(error), 403, kind="application/json")
        visited = desk.visit("reliefweb", url=site.url + "/v2/reports", appname="x")
        assert visited.failed
        assert "appname is not approved" in reasons(visited)


def event_rows(desk: Desk) -> list[EventFile]:
    return desk.collection.event_files()


ACLED_ACCOUNT = {"MISSIONWATCH_ACLED_EMAIL": "desk@example.org", "MISSIONWATCH_ACLED_PASSWORD": "p&w"}
UCDP_TOKEN = {"MISSIONWATCH_UCDP_TOKEN": "t0ken"}


class TestAcled:
    def play(self, site: Site, rows: list[dict[str, Any]]) -> None:
        def token(request: Request) -> Answer:
            assert request.body == b"username=desk%40example.org&password=p%26w&grant_type=password&client_id=acled"
            return Answer(
                '{"token_type": "Bearer", "expires_in": 86400, "access_token": "t0ken"}', kind="application/json"
            )

        def read(request: Request) -> Answer:
            assert request.headers["authorization"] == "Bearer t0ken"
            after = int(request.query.get("timestamp", 0))
            found = [row for row in rows if int(row["timestamp"]) >= after]
            at = (int(request.query["page"]) - 1) * 5000
            part = found[at : at + 5000]
            return Answer(
                json.dumps({"status": 200, "success": True, "count": len(part), "data": part}), kind="application/json"
            )

        site["/oauth/token"], site["/api/acled/read"] = token, read

    def test_pages_become_event_files_and_later_runs_ask_what_changed(self, site: Site, desk: Desk) -> None:
        rows = [
            {
                "event_id_cnty": f"MLI{n}",
                "event_date": f"2022-02-{n % 18 + 1:02d}",
                "fatalities": "1",
                "timestamp": str(1645000000 + n),
            }
            for n in range(5200)
        ]
        self.play(site, rows)
        settings = {
            "url": site.url + "/api/acled/read", "token_url": site.url + "/oauth/token", "countries": ["Mali", "Burkina Faso"],
            "environment": ACLED_ACCOUNT, "since": date(2022, 2, 1),
        }  # fmt: skip
        visited = desk.visit("acled", **settings)
        assert (visited.events, visited.documents, visited.faults) == (2, 0, [])
        first, second = event_rows(desk)
        assert (first.format, first.first, first.last) == ("acled", "2022-02-01", "2022-02-18")
        assert len(json.loads(Path(second.path).read_bytes())["data"]) == 200
        asked = [r.query for r in site.requests if r.path == "/api/acled/read"]
        assert asked[0]["country"] == "Mali|Burkina Faso"
        assert (asked[0]["event_date"], asked[0]["event_date_where"]) == ("2022-02-01|2022-02-20", "BETWEEN")
        rows.append({"event_id_cnty": "MLI9", "event_date": "2022-02-19", "timestamp": "1645200000"})
        assert desk.visit("acled", **settings).events == 1
        assert (site.requests[-1].query["timestamp"], site.requests[-1].query["timestamp_where"]) == (
            "1645005199",
            ">=",
        )

    def test_without_an_account_nothing_is_asked(self, site: Site, desk: Desk) -> None:
        visited = desk.visit("acled", url=site.url + "/api/acled/read", token_url=site.url + "/oauth/token")
        assert "needs MISSIONWATCH_ACLED_EMAIL and MISSIONWATCH_ACLED_PASSWORD" in reasons(visited)
        assert site.requests == []

    def test_a_refusal_is_said(self, site: Site, desk: Desk) -> None:
        self.play(site, [])
        site["/api/acled/read"] = Answer(
            '{"status": 403, "success": false, "error": ["no access"]}', kind="application/json"
        )
        visited = desk.visit(
            "acled", url=site.url + "/api/acled/read", token_url=site.url + "/oauth/token", environment=ACLED_ACCOUNT
        )
        assert "no access" in reasons(visited)


class TestUcdp:
    def test_a_release_is_taken_page_by_page_and_once(self, site: Site, desk: Desk) -> None:
        def events(request: Request) -> Answer:
            assert request.headers["x-ucdp-access-token"] == "t0ken"
            number = int(request.query.get("page", 0))
            following = (
                f"https://127.0.0.1:{site.port}/api/gedevents/25.1?pagesize=1000&page={number + 1}"
                if number < 2
                else ""
            )
            rows = [
                {
                    "id": number,
                    "date_start": "2022-01-02T00:00:00",
                    "date_end": "2022-01-03T00:00:00",
                    "country": "Mali",
                    "best": 2,
                }
            ]
            return Answer(json.dumps({
                "TotalCount": 3, "TotalPages": 3, "PreviousPageUrl": "", "NextPageUrl": following, "Result": rows,
            }), kind="application/json")  # fmt: skip

        site["/api/gedevents/25.1"] = events
        settings = {"url": site.url + "/api/gedevents/25.1", "environment": UCDP_TOKEN, "countries": [432]}
        assert desk.visit("ucdp", **settings).events == 3
        one = event_rows(desk)[0]
        assert (one.format, one.first, one.last) == ("ucdp-ged", "2022-01-02", "2022-01-03")
        before = len(site.requests)
        assert desk.visit("ucdp", **settings).events == 0
        assert len(site.requests) == before, "a release does not change"

    def test_a_run_that_broke_off_goes_on_at_its_page(self, site: Site, desk: Desk) -> None:
        trouble = True

        def events(request: Request) -> Answer:
            number = int(request.query.get("page", 0))
            if number == 1 and trouble:
                return Answer("busy", 503)
            following = f"{site.url}/ged?pagesize=1000&page={number + 1}" if number < 2 else None
            rows = [{"id": number, "date_start": "2022-01-02", "date_end": "2022-01-03"}]
            return Answer(
                json.dumps({"TotalCount": 3, "NextPageUrl": following, "Result": rows}), kind="application/json"
            )

        site["/ged"] = events
        settings = {"url": site.url + "/ged", "environment": UCDP_TOKEN}
        first = desk.visit("ucdp", **settings)
        assert (first.events, first.failed) == (1, True)
        trouble = False
        assert desk.visit("ucdp", **settings).events == 2
        assert [r.query.get("page") for r in site.requests][-2:] == ["1", "2"]

    def test_the_token_goes_nowhere_else(self, site: Site, desk: Desk) -> None:
        page = {"TotalCount": 2, "NextPageUrl": "https://elders.example.org/ged?page=1", "Result": []}
        site["/ged"] = Answer(json.dumps(page), kind="application/json")
        assert "elsewhere" in reasons(desk.visit("ucdp", url=site.url + "/ged", environment=UCDP_TOKEN))

    def test_without_its_token_it_is_said_what_is_missing(self, site: Site, desk: Desk) -> None:
        site["/ged"] = Answer("API token required", 401, kind="text/plain")
        assert "MISSIONWATCH_UCDP_TOKEN" in reasons(desk.visit("ucdp", url=site.url + "/ged"))


def zipped(rows: str, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, rows)
    return out.getvalue()


class TestGdelt:
    def play(self, site: Site, stamps: list[str]) -> Callable[[], None]:
        lines: dict[str, list[str]] = {}
        for stamp in stamps:
            for kind in ("export", "mentions", "gkg"):
                name = f"{stamp}.{kind}.CSV.zip" if kind != "gkg" else f"{stamp}.gkg.csv.zip"
                data = zipped(f"{stamp}\t{kind}\n", name.removesuffix(".zip"))
                site[f"/gdeltv2/{name}"] = Answer(data, kind="application/zip")
                md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
                lines.setdefault(stamp, []).append(f"{len(data)} {md5} {site.url}/gdeltv2/{name}")

        def publish() -> None:
            site["/gdeltv2/lastupdate.txt"] = Answer("\n".join(lines[stamps[-1]]) + "\n", kind="text/plain")
            site["/gdeltv2/masterfilelist.txt"] = Answer(
                "\n".join(x for stamp in stamps for x in lines[stamp]), kind="text/plain"
            )

        publish()
        return publish

    def settings(self, site: Site) -> dict[str, Any]:
        return {"url": site.url + "/gdeltv2/lastupdate.txt", "whole": site.url + "/gdeltv2/masterfilelist.txt"}

    def test_the_last_quarter_and_then_what_came_since(self, site: Site, desk: Desk) -> None:
        self.play(site, ["20220220110000"])
        visited = desk.visit("gdelt", **self.settings(site))
        assert (visited.events, visited.faults) == (2, [])
        events, mentions = event_rows(desk)
        assert (events.format, mentions.format, events.first) == ("gdelt-events", "gdelt-mentions", "2022-02-20")
        with zipfile.ZipFile(events.path) as archive:
            assert archive.read("20220220110000.export.CSV") == b"20220220110000\texport\n"
        self.play(site, ["20220220110000", "20220220111500"])
        assert desk.visit("gdelt", **self.settings(site)).events == 2
        assert "/gdeltv2/masterfilelist.txt" not in site.asked
        self.play(site, ["20220220110000", "20220220111500", "20220220113000", "20220220114500"])
        assert desk.visit("gdelt", **self.settings(site)).events == 4, (
            "a laptop that slept finds what it missed in the whole list"
        )
        assert not list(desk.collection.events.glob("*.txt"))

    def test_since_fetches_from_that_day_on(self, site: Site, desk: Desk) -> None:
        self.play(site, ["20220218234500", "20220219000000", "20220219001500", "20220220110000"])
        visited = desk.visit("gdelt", kinds=["events"], since=date(2022, 2, 19), **self.settings(site))
        assert visited.events == 3

    def test_a_long_gap_is_filled_run_by_run_and_nothing_is_lost(self, site: Site, desk: Desk) -> None:
        stamps = [f"20220220{hour:02d}{minute:02d}00" for hour in (9, 10, 11) for minute in (0, 15, 30, 45)]
        self.play(site, stamps)
        since = date(2022, 2, 20)
        counts = [desk.visit("gdelt", since=since, most=5, **self.settings(site)).events for _ in range(8)]
        assert sum(counts) == 24
        assert max(counts) <= 5
        assert desk.collection.cursor("s") == {"last": stamps[-1]}

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("99 {md5} {url}/gdeltv2/20220220110000.export.CSV.zip", "its list says 99"),
            ("{size} 00000000000000000000000000000000 {url}/gdeltv2/20220220110000.export.CSV.zip", "md5"),
            ("{size} {md5} http://169.254.169.254/20220220110000.export.CSV.zip", "elsewhere"),
            ("{size} {md5} {url}/gdeltv2/20990220110000.export.CSV.zip", "ahead"),
            ("<html>gone</html>", "format may have changed"),
        ],
    )
    def test_what_is_not_as_listed_is_refused(self, site: Site, desk: Desk, line: str, says: str) -> None:
        self.play(site, ["20220220110000"])
        answer = site.routes["/gdeltv2/20220220110000.export.CSV.zip"]
        assert isinstance(answer, Answer)
        assert isinstance(answer.body, bytes)
        md5 = hashlib.md5(answer.body, usedforsecurity=False).hexdigest()
        site["/gdeltv2/lastupdate.txt"] = Answer(
            line.format(size=len(answer.body), md5=md5, url=site.url), kind="text/plain"
        )
        visited = desk.visit("gdelt", **self.settings(site))
        assert visited.events == 0
        assert says in reasons(visited)

    def test_a_bomb_is_no_event_file(self, site: Site, desk: Desk) -> None:
        bomb = zipped("\0" * 30_000_000, "20220220110000.export.CSV")
        md5 = hashlib.md5(bomb, usedforsecurity=False).hexdigest()
        site["/gdeltv2/20220220110000.export.CSV.zip"] = Answer(bomb, kind="application/zip")
        line = f"{len(bomb)} {md5} {site.url}/gdeltv2/20220220110000.export.CSV.zip"
        site["/gdeltv2/lastupdate.txt"] = Answer(line, kind="text/plain")
        assert "bomb" in reasons(desk.visit("gdelt", **self.settings(site)))
        assert [path for path in desk.collection.events.rglob("*") if path.is_file()] == []

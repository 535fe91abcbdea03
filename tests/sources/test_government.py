"""What parliaments, governments and the UN open, against a site that plays their interfaces by the documentation."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from missionwatch.sources.connectors import rijksoverheid
from tests.sources.answers import GUID, RECORD, SRU, page, paper, reasons
from tests.sources.conftest import NOW, Answer, Desk, Request, Site


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

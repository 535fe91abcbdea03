"""ACLED, UCDP and GDELT against a site that plays their interfaces by the documentation."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.answers import ACLED_ACCOUNT, UCDP_TOKEN, reasons
from tests.sources.conftest import Answer, Desk, Request, Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.records import EventFile


def event_rows(desk: Desk) -> list[EventFile]:
    return desk.collection.event_files()


def zipped(rows: str, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, rows)
    return out.getvalue()


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

"""Marks of reports: giving one, the list, the mark that pages and answers bear, and the audit of what is taken out."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from missionwatch import flow
from missionwatch.mcp import make_server
from missionwatch.records import TLPS, Marked
from missionwatch.serving import make_app
from missionwatch.web.rendering import render
from missionwatch.workplace import Asker, Moment
from missionwatch.workplace.acts import acts_of
from tests.mcp.test_server import told, with_client
from tests.team import PAGE, SETTINGS, come_in, member, people, token
from tests.workbench import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Permission, Tlp
    from missionwatch.workplace import Desk, Workplace

READS: frozenset[Permission] = frozenset({"read", "brief", "export"})


@pytest.fixture
def bert(team: Workplace) -> Iterator[TestClient]:
    """Give the browser of an editor who sees up to amber."""
    with TestClient(make_app(team, SETTINGS), headers=PAGE, follow_redirects=False) as made:
        come_in(made, "bert")
        yield made


def desk(team: Workplace, upto: Tlp = "red", may: frozenset[Permission] = READS) -> Desk:
    return team.desk(Asker(name="ann", may=may, upto=upto), "mali")


def quoted(team: Workplace) -> str:
    """Return a report that the briefing of the demo's day quotes."""
    seen = desk(team).seen(Moment(DAY))
    return flow.brief(seen.picture, seen.concerns, language="en").footnotes[0].report


def mark(client: TestClient, report: str, **said: str) -> Any:
    form = {"form-token": token(client.get("/mali/markings").text), **said}
    return client.post(f"/mali/reports/{report}/marking?as-of=2022-02-08", data=form)


def test_an_editor_marks_a_report_and_it_is_listed(bert: TestClient, team: Workplace) -> None:
    report = quoted(team)
    done = mark(bert, report, tlp="amber", reason='from a <b>friend</b> "\u202eknow"')
    assert done.status_code == 303
    assert done.headers["location"] == f"/mali/reports/{report}?as-of=2022-02-08#marking"
    shown = bert.get("/mali/markings?lang=en").text
    assert f'href="/mali/reports/{report}?lang=en#marking"' in shown
    assert "TLP:AMBER</span>" in shown
    assert "from a &lt;b&gt;friend&lt;/b&gt;" in shown
    assert "\u202e" not in shown
    assert team.ledger.markings() == {report: "amber"}
    mark(bert, report, tlp="clear", reason="published since")
    assert "No marked reports" in bert.get("/mali/markings?lang=en").text
    assert [one.payload.tlp for one in team.ledger.bookings(kind="marking") if isinstance(one.payload, Marked)] == [
        "amber",
        "clear",
    ]


def test_nobody_marks_what_they_would_then_not_see(bert: TestClient, team: Workplace) -> None:
    refused = mark(bert, quoted(team), tlp="red")
    assert refused.status_code == 403
    assert "above your own clearance (TLP:AMBER)" in html.unescape(refused.text)
    assert team.ledger.markings() == {}


@pytest.mark.parametrize(
    ("report", "tlp", "status"),
    [("", "cosmic", 400), ("", "", 400), ("0" * 16, "green", 404), ("x", "green", 404), ("", "AMBER", 400)],
)
def test_what_is_no_mark_or_no_report_is_refused(
    bert: TestClient, team: Workplace, report: str, tlp: str, status: int
) -> None:
    assert mark(bert, report or quoted(team), tlp=tlp).status_code == status
    assert team.ledger.markings() == {}


def test_a_hidden_report_cannot_be_marked_down(bert: TestClient, team: Workplace) -> None:
    report = quoted(team)
    team.ledger.mark(Marked(report=report, tlp="red", by="carla"))
    assert mark(bert, report, tlp="clear").status_code == 404
    assert team.ledger.markings() == {report: "red"}


def test_the_part_of_a_reports_page_shows_the_mark_and_lets_an_editor_give_one(team: Workplace) -> None:
    report = quoted(team)
    app = make_app(team, SETTINGS)
    team.ledger.mark(Marked(report=report, tlp="green", by="bert", reason="of <i>partners</i>"))

    def part(name: str) -> str:
        who = member(team, name)
        asker = Asker(name=name, may=people_may(who.role), upto=who.clearance, language="en")
        scope = {
            "type": "http", "method": "GET", "path": f"/mali/reports/{report}", "query_string": b"", "headers": [], "app": app,
            "path_params": {"theatre": "mali", "report": report}, "state": {"asker": asker}, "server": ("testserver", 80), "scheme": "http",
        }  # fmt: skip
        return render(Request(scope), "report", template="parts/marking.html", report=team.ledger.report(report))

    for_bert, for_ann = part("bert"), part("ann")
    for shown in (for_bert, for_ann):
        assert "TLP:GREEN</span> for the community only" in shown
        assert "Given by bert" in shown
        assert "of &lt;i&gt;partners&lt;/i&gt;" in shown
    assert "<form" not in for_ann
    assert [f'value="{one}"' in for_bert for one in TLPS] == [True, True, True, False, False]
    assert f'action="/mali/reports/{report}/marking"' in for_bert


def people_may(role: str) -> frozenset[Permission]:
    from missionwatch.people import TABLE  # noqa: PLC0415

    return next(may for one, may in TABLE.items() if one == role)


# --- what bears the mark


def test_a_page_bears_the_strictest_mark_of_what_it_rests_on(bert: TestClient, team: Workplace) -> None:
    assert 'class="bears"' not in bert.get("/mali").text
    cited = list(desk(team).seen(Moment(DAY)).picture.reports)[:3]
    levels: tuple[Tlp, ...] = ("green", "amber", "red")
    for report, tlp in zip(cited, levels, strict=True):
        team.ledger.mark(Marked(report=report, tlp=tlp, by="carla"))
    shown = bert.get("/mali?lang=en").text
    assert 'class="bears"' in shown
    assert "TLP:AMBER</span>" in shown
    assert "TLP:RED" not in shown
    green = bert.get(f"/mali/reports/{cited[0]}?lang=en").text
    assert "TLP:GREEN</span>" in green.partition("<main")[0]
    before = bert.get("/mali?as-of=2020-01-01&lang=en").text  # a picture that rests on nothing bears no mark
    assert 'class="bears"' not in before


def test_answers_of_assistants_bear_it_beside_the_day(team: Workplace) -> None:
    report = quoted(team)
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))

    def asked(tool: str, upto: Tlp, **said: Any) -> dict[str, Any]:
        server = make_server(team, lambda _: Asker(name="ann", may=READS, upto=upto))
        return told(with_client(lambda client: client.call_tool(tool, said), server))

    day = str(DAY)
    calls: list[tuple[str, dict[str, Any]]] = [
        ("picture", {"as_of": day}), ("changes", {"since": "2022-01-20", "as_of": day}), ("brief", {"as_of": day, "form": "full"}),
    ]  # fmt: skip
    for tool, said in calls:
        assert asked(tool, "amber", **said)["marking"] == "TLP:AMBER", tool
        assert asked(tool, "green", **said)["marking"] == "TLP:CLEAR", tool
    assert "TLP:AMBER ·" in asked("brief", "amber", as_of=day, form="full")["markdown"]
    title = team.ledger.report(report).title
    assert asked("search", "amber", words=title)["marking"] == "TLP:AMBER"
    assert asked("search", "green", words=title)["marking"] == "TLP:CLEAR"


def test_an_export_bears_it_and_never_less_than_it(team: Workplace) -> None:
    team.ledger.mark(Marked(report=quoted(team), tlp="amber", by="bert"))
    now = team.clock()

    def export(upto: Tlp, marking: Tlp | None) -> Tlp | None:
        at = desk(team, upto)
        return flow.export(at.ledger, at.theatre, as_of=DAY, known_at=now, marking=marking).marking

    assert export("red", None) == "amber"
    assert export("red", "clear") == "amber"
    assert export("red", "red") == "red"
    assert export("green", None) is None
    assert export("green", "green") == "green"


# --- what is taken out is noted, and pictures are not made anew for it


def test_a_briefing_by_an_assistant_is_noted_in_a_team(team: Workplace) -> None:
    server = make_server(team, lambda _: Asker(name="ann", may=READS, upto="green"))
    told(with_client(lambda client: client.call_tool("brief", {"as_of": str(DAY), "form": "flash"}), server))
    act = acts_of(team.ledger)[-1].act
    assert (act.by, act.what, act.on) == ("ann", "brief", "mali")
    assert act.detail == {"form": "flash", "language": "en", "as_of": str(DAY), "by": "mcp"}


def test_one_alone_is_not_watched(own: Workplace) -> None:
    size = own.ledger.size
    own.desk(Asker(name="me", may=READS), "mali").noted("export", layout="stix")
    assert own.ledger.size == size


def test_what_cannot_be_noted_is_not_done(team: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(team.ledger, "note", full)
    with pytest.raises(OSError, match="full"):
        desk(team).noted("export")


def test_an_act_leaves_pictures_as_they_are_and_a_mark_does_not(team: Workplace) -> None:
    at = desk(team, "green")
    first = at.seen(Moment(DAY))
    at.noted("export", layout="stix")
    assert desk(team, "green").seen(Moment(DAY)) is first
    report = next(iter(first.picture.reports))
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))
    assert report not in desk(team, "green").seen(Moment(DAY)).picture.reports
    desk(team).noted("export")
    team.ledger.mark(Marked(report=report, tlp="clear", by="bert"))
    assert report in desk(team, "green").seen(Moment(DAY)).picture.reports
    people(team).accounts.set_clearance(member(team, "ann").id, "red", by="carla")


def test_what_the_api_gives_out_is_noted_and_marked(bert: TestClient, team: Workplace) -> None:
    report = quoted(team)
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))
    made = bert.get("/api/v1/theatres/mali/export/geojson", params={"as-of": str(DAY)}, headers={"accept": "*/*"})
    assert made.status_code == 200, made.text
    assert "TLP:AMBER" in made.text
    brief = bert.get(
        "/api/v1/theatres/mali/briefing", params={"as-of": str(DAY), "format": "md"}, headers={"accept": "*/*"}
    )
    assert "TLP:AMBER" in brief.text
    acts = [one.act for one in acts_of(team.ledger)][-2:]
    assert [(one.by, one.what, one.detail["layout"]) for one in acts] == [
        ("bert", "export", "geojson"),
        ("bert", "brief", "md"),
    ]
    size = len(acts_of(team.ledger))
    bert.get(
        "/api/v1/theatres/mali/export/geojson", params={"as-of": str(DAY), "tlp": "cosmic"}, headers={"accept": "*/*"}
    )
    assert len(acts_of(team.ledger)) == size, "what was refused was not given out"

"""A report with its statements: shown, reviewed, corrected, added to; by two at the same time; with hostile text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch import flow
from missionwatch.records import Review
from missionwatch.serving import make_app
from missionwatch.web.rendering import phrases
from tests.web.conftest import OURS, SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Statement
    from missionwatch.workplace import Workplace

CABINET = "Kabinet ongerust over missies in Mali"


def report_of(workplace: Workplace, title: str = CABINET) -> str:
    return next(key for key, head in workplace.ledger.reports().items() if head.title == title)


def statement_of(workplace: Workplace, report: str, kind: str = "obstruct") -> Statement:
    return next(
        one for one in workplace.ledger.statements() if one.report == report and kind in (one.type, one.predicate)
    )


def shown_text(page: str) -> str:
    return unescape("".join(re.findall(r"<span data-at=[^>]*>([^<]*)</span>", page)))


def fields(page: str, statement: str) -> dict[str, list[str]]:
    """Return what the form of a correction would send as it stands."""
    form = page[page.index('id="correcting"') :]
    form = form[: form.index("</form>")]
    out: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        said = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
        if said.get("type") == "checkbox" and " checked" not in tag:
            continue
        out.setdefault(said["name"], []).append(unescape(said.get("value", "")))
    for name, options in re.findall(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        out[name] = [unescape(one) for one in re.findall(r'<option value="([^"]*)" selected', options)]
    assert out["statement"] == [statement]
    return out


def test_the_whole_text_is_shown_with_each_statement_marked(client: TestClient, shown: Workplace) -> None:
    key = report_of(shown)
    report, page = shown.ledger.report(key), client.get(f"/mali/reports/{key}?lang=en").text
    assert shown_text(page) == re.sub(r"\n\n", "", report.text)
    said = [one for one in shown.ledger.statements() if one.report == key]
    for one in said:
        assert f'id="s-{one.id}"' in page
    assert len(re.findall(r'<a class="tag [^>]*id="t-\d+"', page)) == len(said) == 29
    assert "caption, no news" in page
    assert "Taakgroep Takuba → Task Force Takuba" in page  # whom an alias means
    assert "read 79 % sure · frame obstruct:tegenwerken" in page


def test_every_report_of_the_demo_shows_its_text(client: TestClient, shown: Workplace) -> None:
    for key in shown.ledger.reports():
        page = client.get(f"/mali/reports/{key}?as-of=2022-09-01")
        assert page.status_code == 200
        assert shown_text(page.text) == re.sub(r"\n\n", "", shown.ledger.report(key).text)


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_word_is_in_the_readers_language(client: TestClient, shown: Workplace, language: str) -> None:
    key = report_of(shown)
    for asked in ("", f"&correct={statement_of(shown, key, 'option').id}", "&add=yes"):
        page = client.get(f"/mali/reports/{key}?lang={language}{asked}").text
        assert "[&#39;" not in page, "a list of forms is no word"
        for words, tongue in (
            ("le gouvernement néerlandais", "fr"),
            ("the Dutch government", "en"),
            ("de Nederlandse regering", "nl"),
        ):
            assert (f'<span class="soft">{words}</span>' in page) == (tongue == language)
        assert not re.search(r"\{\w+\}", re.sub(r"<[^>]*>", "", page)), "nothing is left unfilled"


def test_a_report_that_is_not_there_or_not_known_yet_is_said_so(client: TestClient, shown: Workplace) -> None:
    assert client.get("/mali/reports/nobody").status_code == 404
    early = client.get(f"/mali/reports/{report_of(shown)}?known=2022-01-01&lang=en")
    assert early.status_code == 404
    assert "as known on 2022-01-01" in early.text


def test_accept_reject_and_undo_are_booked_with_name_and_reason(writing: TestClient, own: Workplace) -> None:
    key = report_of(own)
    one = statement_of(own, key)
    address = f"/mali/reports/{key}"

    def send(verdict: str, reason: str, after: int) -> int:
        form = {"do": "review", "statement": one.id, "verdict": verdict, "reason": reason, "after": str(after)}
        return writing.post(address, data=form).status_code

    assert send("accept", "", 0) == 200
    assert send("reject", "", 1) == 422  # a rejection needs its reason
    assert send("reject", "nobody obstructs", 1) == 200
    assert one.id not in {s.id for s in own.ledger.statements()}
    assert "is-reject" in writing.get(address).text
    assert send("withdraw", "misread", 2) == 200
    found = [(r.verdict, r.by, r.reason) for r in own.ledger.reviews(one.id)]
    who = found[0][1]
    assert found == [("accept", who, None), ("reject", who, "nobody obstructs"), ("withdraw", who, "misread")]
    assert who
    own.ledger.verify()


def test_a_correction_is_booked_and_shown(writing: TestClient, own: Workplace) -> None:
    key = report_of(own)
    one = statement_of(own, key)
    address = f"/mali/reports/{key}?lang=en"
    form = fields(writing.get(f"{address}&correct={one.id}").text, one.id)
    form |= {"role.actor": ["Mali"], "edtf": ["2022-01"], "negated": ["yes"], "reason": ["the authorities of Mali do"]}
    page = writing.post(address, data=form)
    assert page.status_code == 200
    right = own.ledger.reviews(one.id)[-1].correction
    assert right is not None
    assert right.roles["actor"][0].id == "state:ML"
    assert right.roles["target"] == one.roles["target"]
    assert (right.negated, right.time and right.time.latest, right.evidence) == (True, "2022-01-31", one.evidence)
    assert right in own.ledger.statements()
    assert one not in own.ledger.statements()
    assert f'id="s-{one.id}"' in page.text
    assert f'id="s-{right.id}"' in page.text  # who comes from a claim names what stands


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"edtf": ["someday"]}, "w-edtf"),
        ({"value": ["many"]}, "w-value"),
        ({"role.actor": ["Nobody [state:QQ]"]}, "w-role.actor"),
        ({"modality": ["sure"]}, "w-modality"),
        ({"predicate": ["nonsense"]}, "w-predicate"),
        ({"type": [""]}, "w-type"),
        ({"reason": [""], "negated": ["yes"]}, "w-reason"),
        ({"holders": ["x"] * 40}, "w-holders"),
        ({"likelihood": ["surely"]}, "w-likelihood"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(
    writing: TestClient, own: Workplace, changed: dict[str, list[str]], field: str
) -> None:
    key = report_of(own)
    one = statement_of(own, key)
    form = (
        fields(writing.get(f"/mali/reports/{key}?correct={one.id}").text, one.id)
        | {"reason": ["typed <b>reason"]}
        | changed
    )
    size = own.ledger.size
    page = writing.post(f"/mali/reports/{key}?lang=en", data=form)
    assert page.status_code == 422
    assert f'id="{field}"' in page.text
    if "reason" not in changed:
        assert "typed &lt;b&gt;reason" in page.text
    assert own.ledger.size == size


def test_of_two_who_correct_the_same_the_second_is_told_and_loses_nothing(writing: TestClient, own: Workplace) -> None:
    key = report_of(own)
    one = statement_of(own, key)
    address = f"/mali/reports/{key}?lang=en"
    bobs = fields(writing.get(f"{address}&correct={one.id}").text, one.id) | {
        "role.actor": ["France"], "reason": ["bob read on"],
    }  # fmt: skip
    own.ledger.review(Review(statement=one.id, verdict="reject", by="ann", reason="not so"))
    told = writing.post(address, data=bobs)
    assert told.status_code == 409
    assert "Somebody else has said something of this meanwhile" in told.text
    assert re.search(r"<strong>ann</strong>: rejected, not so", told.text)
    assert 'value="France"' in told.text
    assert 'value="bob read on"' in told.text
    assert [r.by for r in own.ledger.reviews(one.id)] == ["ann"]
    again = fields(told.text, one.id)  # bob has read what ann did, and says it all the same
    assert writing.post(address, data=again).status_code == 200
    assert [r.verdict for r in own.ledger.reviews(one.id)] == ["reject", "correct"]
    quick = {"do": "review", "statement": one.id, "verdict": "accept", "after": "1"}
    part = writing.post(address, data=quick, headers={"hx-request": "true"})
    assert part.status_code == 409
    assert part.text.lstrip().startswith("<article")
    assert "<strong>ann</strong>" in part.text


def test_what_was_missed_is_added_without_javascript(writing: TestClient, own: Workplace) -> None:
    key = report_of(own)
    text = own.ledger.report(key).text
    start = text.index("Nederland heeft twee stafofficieren")
    end = start + len("Nederland heeft twee stafofficieren bij Takuba.")
    address = f"/mali/reports/{key}?lang=en"
    opened = writing.get(f"{address}&add=yes&start={start}&end={end}").text
    assert "Nederland heeft twee stafofficieren bij Takuba." in opened
    form = {
        "do": "find", "start": str(start), "end": str(end), "predicate": "event", "type": "deploy", "modality": "planned",
        "role.actor": "Nederland", "role.mission": "Takuba [mission:takuba]", "value": "2", "qualifier": "exact",
    }  # fmt: skip
    page = writing.post(address, data=form)
    assert page.status_code == 200
    mine = next(one for one in own.ledger.statements() if one.reader.startswith("person:"))
    assert (mine.evidence.quote, mine.type, mine.roles["actor"][0].id) == (text[start:end], "deploy", "state:NL")
    assert "added by" in page.text
    twice = writing.post(address, data=form)
    assert twice.status_code == 409
    assert "has been read there already" in twice.text
    for wrong in ({"start": "x"}, {"end": "99999999"}, {"start": str(text.index("Archieffoto")), "end": str(start)}):
        assert writing.post(address, data=form | wrong).status_code == 422


def test_only_those_who_may_review(own: Workplace) -> None:
    reader = TestClient(make_app(own, SETTINGS), headers=OURS)
    key = report_of(own)
    one = statement_of(own, key)
    past = reader.get(f"/mali/reports/{key}?known=2022-02-10&lang=en").text
    assert 'name="verdict"' not in past  # the past is looked at, not reviewed
    assert "Only what is known now can be reviewed" in past
    forged = {"do": "review", "statement": "f" * 32, "verdict": "accept"}
    assert reader.post(f"/mali/reports/{key}", data=forged).status_code == 404
    other = report_of(own, "MINUSMA gaat door")
    assert reader.post(f"/mali/reports/{other}", data=forged | {"statement": one.id}).status_code == 404
    for bad in (
        {"do": "erase"},
        {"verdict": "burn", "statement": one.id},
        {"after": "x", "statement": one.id},
        {"reason": "x" * 9000},
    ):
        assert reader.post(f"/mali/reports/{key}", data=forged | bad).status_code in (400, 404)
    assert own.ledger.reviews(one.id) == ()


def test_hostile_text_stays_text(writing: TestClient, own: Workplace, tmp_path: Path) -> None:
    evil = tmp_path / "x.txt"
    evil.write_text(
        '<script>alert(1)</script>\n\nDenmark withdrew its soldiers "><img src=x onerror=alert(2)> from \u202eMali\u2066 on 27 January 2022. '
        f"{{{{ 7*7 }}}} General {'A' * 10_000} said that France suspended cooperation with </span>Mali.\n",
        encoding="utf-8",
    )
    source = '"><script>alert(3)</script>'
    outcome = next(iter(flow.add([evil], own.ledger, own.theatres["mali"], source=source, language="en")))
    assert outcome.report is not None
    for path in (
        f"/mali/reports/{outcome.report.id}",
        "/mali/reports?as-of=2030-01-01",
        "/mali/sources?as-of=2030-01-01",
    ):
        page = writing.get(path).text
        for bad in ("<script>alert", "<img", "\u202e", "\u2066", "</span>Mali"):
            assert bad not in page, (path, bad)
        assert "49" not in shown_text(page)
    page = writing.get(f"/mali/reports/{outcome.report.id}").text
    assert len(shown_text(page)) >= 10_000
    one = next(one for one in own.ledger.statements() if one.report == outcome.report.id)
    form = {
        "do": "review",
        "statement": one.id,
        "verdict": "reject",
        "reason": "<script>alert(4)</script>",
        "after": "0",
    }
    assert "<script>alert" not in writing.post(f"/mali/reports/{outcome.report.id}", data=form).text


def test_versions_and_copies_are_shown(writing: TestClient, own: Workplace, tmp_path: Path) -> None:
    theatre = own.theatres["mali"]
    words = "Denmark withdrew its soldiers from Mali on 27 January 2022. {n} soldiers were part of Task Force Takuba in Gao."
    html = '<html><head><title>Left</title><link rel="canonical" href="https://wire.example/left"></head><body><p>{text}</p></body></html>'
    keys: list[str] = []
    for n in (90, 105):
        page = tmp_path / f"{n}.html"
        page.write_text(html.format(text=words.format(n=n)), encoding="utf-8")
        outcome = next(iter(flow.add([page], own.ledger, theatre, source="wire")))
        assert outcome.report is not None
        keys.append(outcome.report.id)
    assert own.ledger.report(keys[1]).earlier == (keys[0],)
    for key in keys:
        shown = writing.get(f"/mali/reports/{key}?lang=en&as-of=2030-01-01").text
        assert "Copies, corrections and versions" in shown
        assert re.search(r"<del>[^<]*90 soldiers", shown)
        assert re.search(r"<ins>[^<]*105 soldiers", shown)
    copied = writing.get("/mali/reports?lang=en&title=Mali repeats demand").text
    assert "copied 2 times" in copied


def test_names_are_suggested(client: TestClient) -> None:
    assert 'value="MINUSMA [mission:minusma]"' in client.get("/mali/names?q=minus&of=en").text
    assert "<script" not in client.get("/mali/names?q=<script>&of=<b>").text


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "“soms” is geen dag"), ("en", "“soms” is no day"), ("fr", "«\u00a0soms\u00a0» n’est ni un jour")],
)
def test_what_is_wrong_with_an_entry_is_said_in_the_readers_language(
    writing: TestClient, own: Workplace, language: str, said: str
) -> None:
    key = report_of(own)
    sent = {"do": "find", "start": "0", "end": "40", "predicate": "event", "edtf": "soms", "value": "veel"}
    page = writing.post(f"/mali/reports/{key}?lang={language}", data=sent)
    assert page.status_code == 422
    assert said in page.text
    for cause in ("no-number", "no-event"):
        assert phrases("shared")["mistake"][cause][language].format(said="veel") in page.text

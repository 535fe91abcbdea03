"""What comes in: our own export again, other programs' files, and files that mean harm."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch import flow
from missionwatch.errors import ExchangeError
from missionwatch.exchange import WRITERS, taken
from missionwatch.exchange.stix_objects import EXTENSION
from missionwatch.exchange.taking import DEEPEST, LARGEST
from missionwatch.ledger.memory import MemoryLedger
from missionwatch.reports.cleaning import clean
from tests.exchange.conftest import THEATRE, export_of, hostile, known, newsrooms, winter

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.exchange import Parcel
    from missionwatch.records import Report, Statement
    from tests.picture.conftest import Newsroom

BOTH = pytest.mark.parametrize("layout", ["stix", "ftm"])


def again(news: Newsroom, layout: Any) -> Parcel:
    export = export_of(news.picture())
    return taken(WRITERS[layout](export)[""], "export", layout, clean)


def content(statement: Statement, names: dict[str, str]) -> str:
    """Return all that a statement says but where in which report; what is about another statement by what that one is."""
    said = msgspec.to_builtins(statement)
    for name in ("id", "report", "reader", "confidence", "frame"):
        said.pop(name, None)
    said["evidence"] = [said["evidence"]["quote"], said["evidence"]["part"]]
    said["more"] = [span["quote"] for span in said.get("more", [])]
    said["about"] = [names.get(one, one) if isinstance(one, str) else one for one in said["about"]]
    return json.dumps(said, sort_keys=True)


def contents(statements: list[Statement]) -> list[str]:
    names = {one.id: one.evidence.quote for one in statements}
    return sorted(content(one, names) for one in statements)


def of(parcel: Parcel) -> list[Statement]:
    return [statement for _, statements in parcel.reports for statement in statements]


def check(report: Report, statements: tuple[Statement, ...]) -> None:
    for statement in statements:
        assert statement.report == report.id
        for span in (statement.evidence, *statement.more):
            assert report.text[span.start : span.end] == span.quote


# --- our own again


@BOTH
def test_our_own_export_comes_back_as_the_same_statements(layout: str) -> None:
    news = winter()
    export = export_of(news.picture())
    parcel = again(news, layout)
    assert parcel.left == {}
    before = [statement for statement, _ in export.statements]
    assert len(before) > 12
    assert contents(of(parcel)) == contents(before)
    for report, statements in parcel.reports:
        check(report, statements)


@BOTH
def test_what_does_not_come_back_is_the_text_of_the_report_its_source_and_who_read_it(layout: str) -> None:
    parcel = again(winter(), layout)
    letter = next(report for report, _ in parcel.reports if report.copy_of == "letter")
    assert letter.source == f"{layout}:gov"
    assert (letter.title, letter.publisher, letter.url) == (
        "Report letter",
        "The ministry",
        "https://example.org/letter",
    )
    assert letter.published == date(2022, 2, 7)
    assert {statement.reader for statement in of(parcel)} == {f"{layout}@1"}
    assert letter.text.startswith("Report letter\n\n")


@BOTH
def test_a_copy_does_not_confirm_what_it_was_copied_from(layout: str) -> None:
    news = winter()
    before = news.picture()
    parcel = again(news, layout)
    for report, statements in parcel.reports:
        news.heads[report.id] = report.head
        news.statements.extend(statements)
    after = news.picture()
    voices = {claim.key: claim.voices for mission in before.missions for claim in mission.contributions}
    assert voices
    assert voices == {claim.key: claim.voices for mission in after.missions for claim in mission.contributions}


@BOTH
def test_it_is_booked_under_its_own_reader_once(layout: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(WRITERS[layout](export_of(winter().picture()))[""])
    ledger = MemoryLedger()
    first = flow.take_in(path, ledger, layout)
    assert first.booked == len(ledger.statements()) > 12
    assert {one.reader for one in ledger.bookings()} == {f"{layout}@1"}
    second = flow.take_in(path, ledger, layout)
    assert (second.booked, second.already) == (0, first.reports)
    ledger.verify()
    seen = flow.see(ledger, THEATRE, as_of=date(2022, 2, 8), known_at=known("2099-01-01"))
    withdrawal = next(claim for claim in seen.missions[0].developments if claim.type == "withdraw")
    assert withdrawal.credibility == 6, "a file that says it is the government is not the government"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(newsrooms(), st.sampled_from(["stix", "ftm"]))
def test_any_picture_comes_back_whole(news: Newsroom, layout: str) -> None:
    export = export_of(news.picture())
    before = [statement for statement, _ in export.statements]
    parcel = again(news, layout)
    assert contents(of(parcel)) == contents(before)


@BOTH
def test_hostile_text_is_cleaned_and_kept_and_its_picture_can_be_drawn(layout: str) -> None:
    parcel = again(hostile(), layout)
    heads = {report.id: report.head for report, _ in parcel.reports}
    for report, statements in parcel.reports:
        assert "\u202e" not in report.text
        assert "\x00" not in report.text
        assert report.url is None
        check(report, statements)
    assert any("<script>" in report.text for report, _ in parcel.reports)
    news = hostile()
    news.heads, news.statements = heads, of(parcel)
    export_of(news.picture())


# --- other programs


def bundle(*objects: dict[str, Any]) -> bytes:
    return json.dumps({"type": "bundle", "id": "bundle--0", "objects": list(objects)}).encode()


WAGNER = {"type": "threat-actor", "id": "threat-actor--1", "name": "Wagner Group"}
MALI = {"type": "location", "id": "location--1", "name": "Mali", "country": "ML"}
AUTHOR = {"type": "identity", "id": "identity--1", "name": "Sahel Desk"}
THERE = {
    "type": "relationship", "id": "relationship--1", "relationship_type": "located-at", "source_ref": "threat-actor--1",
    "target_ref": "location--1", "start_time": "2021-12-21T00:00:00Z", "created": "2022-01-05T10:00:00Z", "created_by_ref": "identity--1",
}  # fmt: skip
REPORT = {
    "type": "report", "id": "report--1", "name": "Private companies in Mali", "description": "First paragraph.\n\nSecond paragraph.",
    "published": "2022-01-06T09:00:00Z", "created_by_ref": "identity--1", "object_refs": ["relationship--1", "threat-actor--1"], "lang": "en",
    "external_references": [{"source_name": "Sahel Desk", "url": "https://desk.example/1"}],
}  # fmt: skip


def test_a_report_of_another_program_is_a_report_with_what_it_can_say() -> None:
    parcel = taken(bundle(AUTHOR, WAGNER, MALI, THERE, REPORT), "x", "stix", clean)
    ((report, (presence,)),) = parcel.reports
    assert (report.source, report.publisher, report.published) == ("stix:sahel-desk", "Sahel Desk", date(2022, 1, 6))
    assert (report.language, report.url) == ("en", "https://desk.example/1")
    assert report.text.startswith("Private companies in Mali\n\nFirst paragraph.\n\nSecond paragraph.")
    assert (presence.predicate, presence.roles["actor"][0].id, presence.roles["place"][0].id) == (
        "presence",
        "group:wagner",
        "state:ML",
    )
    assert presence.time is not None
    assert (presence.time.relation, presence.time.edtf) == ("since", "2021-12-21/..")
    check(report, (presence,))
    assert parcel.left == {}


def test_what_the_contract_cannot_say_is_counted_by_name_and_not_guessed() -> None:
    parcel = taken(
        bundle(
            AUTHOR, WAGNER, MALI,
            {"type": "relationship", "id": "relationship--2", "relationship_type": "targets", "source_ref": "threat-actor--1", "target_ref": "location--1"},
            {"type": "indicator", "id": "indicator--1", "pattern": "[ipv4-addr:value = '1.1.1.1']"},
            {"type": "indicator", "id": "indicator--2"}, {**THERE, "revoked": True},
            {"type": "note", "id": "note--1", "content": "Mind the dates.", "object_marking_refs": ["marking-definition--1"]},
        ), "x", "stix", clean,
    )  # fmt: skip
    ((report, statements),) = parcel.reports
    assert (report.text, report.published, report.language, statements) == ("Mind the dates.", None, "und", ())
    assert parcel.left["relationship targets: nothing in the contract says that"] == 1
    assert parcel.left["indicator : nothing in the contract says that".replace(" :", ":")] == 2
    assert parcel.left["relationship located-at: nothing in the contract says that"] == 1
    assert parcel.left["a marking (TLP or other), which the ledger does not keep"] == 1
    assert parcel.left["threat-actor: named, but no statement says anything of it"] == 1


def test_a_sighting_of_a_group_at_a_point_is_a_presence_there() -> None:
    camp = {
        "type": "location",
        "id": "location--2",
        "name": "A camp",
        "latitude": 14.5,
        "longitude": -4.1,
        "country": "ML",
    }
    sighting = {
        "type": "sighting", "id": "sighting--1", "sighting_of_ref": "threat-actor--1", "where_sighted_refs": ["location--2"],
        "first_seen": "2022-01-03T00:00:00Z", "last_seen": "2022-01-03T12:00:00Z", "created": "2022-01-05T00:00:00Z",
    }  # fmt: skip
    ((report, (presence,)),) = taken(bundle(WAGNER, camp, sighting), "x", "stix", clean).reports
    place = presence.roles["place"][0]
    assert (place.id, place.kind, place.country, place.latitude, place.longitude) == (None, "place", "ML", 14.5, -4.1)
    assert presence.time is not None
    assert (presence.time.earliest, presence.time.latest) == ("2022-01-03", "2022-01-03")
    assert report.published == date(2022, 1, 5)


def lines(*entities: dict[str, Any]) -> bytes:
    return b"\n".join(json.dumps(one).encode() for one in entities)


def entity(key: str, schema: str, **properties: str) -> dict[str, Any]:
    return {
        "id": key,
        "schema": schema,
        "properties": {name: [value] for name, value in properties.items()},
        "datasets": ["peps"],
    }


def test_posts_contributions_and_sanctions_of_ftm_are_statements() -> None:
    raw = lines(
        entity("p", "Person", name="Assimi Goïta"), entity("j", "Position", name="President of the transition", country="ml"),
        entity("o", "Occupancy", holder="p", post="j", startDate="2021-06", modifiedAt="2022-02-01"),
        entity("s", "Sanction", entity="p", authority="Council of the EU", startDate="2022-02-04", program="MLI"),
        entity("d", "LegalEntity", name="Denmark"), entity("m", "Organization", name="Task Force Takuba"),
        entity("c", "Membership", member="d", organization="m", startDate="2022-01-18"),
        entity("w", "Company", name="Somebody Ltd"), entity("x", "Ownership", owner="p", asset="w"),
    )  # fmt: skip
    parcel = taken(raw, "x", "ftm", clean)
    ((report, statements),) = parcel.reports
    check(report, statements)
    assert (report.source, report.published) == ("ftm:peps", date(2022, 2, 1))
    post, sanction, contribution = statements
    assert (post.predicate, post.text, post.roles["state"][0].id) == ("post", "President of the transition", "state:ML")
    assert post.time is not None
    assert (post.time.earliest, post.time.edtf) == ("2021-06-01", "2021-06/..")
    assert (sanction.type, sanction.roles["target"][0].text) == ("sanction", "Assimi Goïta")
    assert (contribution.roles["contributor"][0].id, contribution.roles["mission"][0].id) == (
        "state:DK",
        "mission:takuba",
    )
    assert parcel.left == {
        "Company: nothing in the contract says that, or no statement names it": 1,
        "Ownership: nothing in the contract says that, or no statement names it": 1,
    }


def test_a_list_of_entities_and_an_article_with_its_proof() -> None:
    raw = json.dumps(
        [
            entity("a", "Article", title="Who is who", bodyText="One.\n\nTwo.", publishedAt="2022-02-03", language="eng", publisher="Desk"),
            entity("p", "Person", name="A. Person"), entity("m", "Organization", name="MINUSMA"),
            entity("e", "Employment", employee="p", employer="m", role="Force Commander", proof="a"),
        ]
    ).encode()  # fmt: skip
    ((report, (post,)),) = taken(raw, "x", "ftm", clean).reports
    assert (report.title, report.language, report.source) == ("Who is who", "en", "ftm:desk")
    assert (post.roles["mission"][0].id, post.text) == ("mission:minusma", "Force Commander")
    check(report, (post,))


def test_the_words_of_a_foreign_note_can_be_read_too(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    words = (
        "Denmark withdrew its troops from Task Force Takuba on 27 January 2022 at the request of the Malian government."
    )
    note = {"type": "note", "id": "note--1", "content": words, "lang": "en", "created": "2022-01-28T00:00:00Z"}
    path.write_bytes(bundle(WAGNER, MALI, {**THERE, "created_by_ref": None}, note))
    plain, read = MemoryLedger(), MemoryLedger()
    assert flow.take_in(path, plain, "stix").booked == 1
    assert flow.take_in(path, read, "stix", read_texts=True).booked > 1
    assert {booking.reader for booking in read.bookings()} == {"stix@1"}
    withdrawal = next(s for s in read.statements() if s.type == "withdraw")
    assert withdrawal.reader.startswith("frames@"), "who read it stays visible"
    assert sum(s.predicate == "presence" for s in read.statements()) == 1


# --- files that mean harm


@BOTH
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not json",
        b"{}",
        b"[]" + b" " * 10,
        b"[1,2]",
        b'"text"',
        b'{"type":"bundle","objects":[1]}',
        b"\xff\xfe{}",
    ],
)
def test_what_is_no_such_file_is_refused(layout: Any, raw: bytes) -> None:
    if layout == "stix" and raw.strip() == b"[]":
        assert taken(raw, "x", layout, clean).reports == ()
        return
    with pytest.raises(ExchangeError):
        taken(raw, "x", layout, clean)


@BOTH
@pytest.mark.parametrize("depth", [DEEPEST + 1, 100_000])
def test_what_is_nested_too_deep_is_refused(layout: Any, depth: int) -> None:
    with pytest.raises(ExchangeError, match="nested deeper"):
        taken(b'{"type":"bundle","objects":[' + b"[" * depth + b"]" * depth + b"]}", "x", layout, clean)


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as handle:
        handle.truncate(LARGEST + 1)
    with pytest.raises(ExchangeError, match="larger than 64 MB"):
        flow.take_in(path, MemoryLedger(), "stix")
    with pytest.raises(ExchangeError, match="cannot read"):
        flow.take_in(tmp_path / "nowhere.json", MemoryLedger(), "stix")


def ours(statement: dict[str, Any], **more: Any) -> bytes:
    head = {"id": "r", "title": "t", "language": "en", "published": "2022-01-01", "source": "gov"}
    return bundle(
        {"type": "report", "id": "report--1", "extensions": {EXTENSION: {"report": head}}},
        {"type": "note", "id": "note--1", "extensions": {EXTENSION: {"statement": {**GOOD, **statement}}}, **more},
    )


GOOD: dict[str, Any] = {
    "id": "s", "report": "r", "predicate": "presence", "roles": {"actor": [{"text": "France", "id": "state:FR", "kind": "state"}]},
    "modality": "actual", "evidence": {"start": 0, "end": 4, "quote": "Here", "part": "body"}, "confidence": 1.0, "reader": "human",
}  # fmt: skip


def test_a_file_cannot_make_itself_surer_or_call_one_state_by_another_s_name() -> None:
    liar = {
        "roles": {"actor": [{"text": "them", "id": "state:FR", "kind": "state", "name": "Russia", "country": "RU"}]}
    }
    (statement,) = of(taken(ours(liar), "x", "stix", clean))
    assert (statement.roles["actor"][0].name, statement.roles["actor"][0].country) == ("France", "FR")
    assert statement.confidence < 1
    assert statement.reader == "stix@1"
    (unknown,) = of(
        taken(ours({"roles": {"actor": [{"text": "X", "id": "group:made-up", "kind": "group"}]}}), "x", "stix", clean)
    )
    assert (unknown.roles["actor"][0].id, unknown.roles["actor"][0].text) == (None, "X")


@pytest.mark.parametrize(
    "broken",
    [
        {"predicate": "nonsense"}, {"type": "attack"}, {"confidence": 7}, {"evidence": None}, {"roles": {"boss": []}}, {"roles": "x"},
        {"time": {"relation": "at", "earliest": "yesterday", "latest": None, "text": "x"}}, {"duration": "for ever"}, {"function": "<b>"},
        {"time": {"relation": "at", "earliest": "2022-13-01", "latest": "2022-13-01", "text": "x"}}, {"modality": "certain"},
        {"roles": {"place": [{"text": "x", "latitude": 99.0, "longitude": 0.0}]}}, {"roles": {"place": [{"text": "x", "country": "Mali"}]}},
        {"quantity": {"value": "many", "qualifier": "exact", "text": "x"}}, {"likelihood": {"term": "x", "low": 2, "high": 3, "scale": "x"}},
    ],
)  # fmt: skip
def test_a_statement_that_breaks_the_contract_is_counted_and_not_booked(broken: dict[str, Any]) -> None:
    parcel = taken(ours(broken), "x", "stix", clean)
    assert of(parcel) == []
    assert parcel.left == {"a statement that breaks the contract": 1}


def test_statements_about_each_other_in_a_ring_are_taken_once_each() -> None:
    head = {"id": "r", "title": "t", "language": "en", "published": "2022-01-01", "source": "gov"}
    ring = [
        {**GOOD, "id": f"s{n}", "predicate": "assessment", "about": [f"s{(n + 1) % 300}"], "evidence": {**GOOD["evidence"], "quote": f"Quote {n}"}}
        for n in range(300)
    ]  # fmt: skip
    objects = [
        {"type": "note", "id": f"note--{n}", "extensions": {EXTENSION: {"statement": one}}}
        for n, one in enumerate(ring)
    ]
    raw = bundle({"type": "report", "id": "report--1", "extensions": {EXTENSION: {"report": head}}}, *objects)
    start = time.perf_counter()
    parcel = taken(raw, "x", "stix", clean)
    assert len({statement.id for statement in of(parcel)}) == 300
    assert time.perf_counter() - start < 5


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
            st.sampled_from(["name", "published", "object_refs", "created_by_ref", "extensions", "external_references", "content", "lang",
                             "source_ref", "target_ref", "relationship_type", "first_seen", "where_sighted_refs", EXTENSION, "statement"]),
            inner, max_size=5,
        ), max_leaves=12,
    ),
    st.sampled_from(["report", "note", "relationship", "sighting", "location", "identity"]),
)  # fmt: skip
def test_nothing_in_a_bundle_stops_the_reader(junk: Any, kind: str) -> None:
    body = junk if isinstance(junk, dict) else {"name": junk, "description": junk, "created_by_ref": junk}
    raw = bundle(
        {**body, "type": kind, "id": f"{kind}--1"}, {**THERE, "source_ref": f"{kind}--1", "target_ref": f"{kind}--1"}
    )
    for report, statements in taken(raw, "x", "stix", clean).reports:
        check(report, statements)

"""STIX out: the OASIS validator and the OASIS library are the judges."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
import stix2
import stix2validator
from hypothesis import HealthCheck, given, settings

from missionwatch.errors import ExchangeNotSetUpError
from missionwatch.exchange.stix import to_stix
from missionwatch.exchange.stix_objects import EXTENSION
from missionwatch.records import TLPS, ReportHead
from tests.exchange.conftest import empty, export_of, hostile, newsrooms, winter
from tests.picture.conftest import Newsroom

if TYPE_CHECKING:
    from missionwatch.exchange import Export
    from missionwatch.records import Tlp

# Two recommendations we do not follow: ids that are random (103: ours come from the content), and hashes of pages (302: we keep none).
LEFT_ASIDE = "103,302"


def judged(raw: bytes) -> dict[str, dict[str, Any]]:
    """Let both judges look, and return the objects by id."""
    options = stix2validator.ValidationOptions(
        version="2.1", strict=True, strict_types=True, strict_properties=True, enforce_refs=True, disabled=LEFT_ASIDE
    )
    result = stix2validator.validate_string(raw.decode(), options)
    assert result.is_valid, [str(error) for error in result.errors][:5]
    stix2.parse(raw.decode(), allow_custom=False, version="2.1")
    objects = json.loads(raw)["objects"]
    found = {one["id"]: one for one in objects}
    assert len(found) == len(objects), "an id stands there twice"
    for one in objects:
        for key in (
            *one.get("object_refs", []),
            *one.get("where_sighted_refs", []),
            *(one[k] for k in ("source_ref", "target_ref") if k in one),
        ):
            assert key in found
    return found


def of(objects: dict[str, dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in objects.values() if one["type"] == kind]


def said(one: dict[str, Any]) -> dict[str, Any]:
    ours: dict[str, Any] = one["extensions"][EXTENSION]
    return ours


def test_the_bundle_is_valid_and_holds_each_claim_and_statement_once(told: Export) -> None:
    objects = judged(to_stix(told))
    claims = [said(one)["claim"]["claim"] for one in of(objects, "grouping") if "claim" in said(one)]
    assert sorted(claims) == sorted(one.claim.id for one in told.told)
    notes = [said(one)["statement"]["id"] for one in of(objects, "note")]
    assert sorted(notes) == sorted(statement.id for statement, _ in told.statements)
    assert {one["name"] for one in of(objects, "report")} == {"Report letter", "Report paper", "Report blog"}


def test_what_is_no_longer_in_the_picture_goes_out_as_a_note_alone_and_a_report_needs_neither_title_nor_day() -> None:
    news = winter()
    undated = ReportHead(id="undated", title="", language="und", published=None, source="wire")
    past = Newsroom(heads={"undated": undated}).says("undated", "strength", {"mission": "mission:takuba"})
    elsewhere = Newsroom(heads={"undated": undated}).says("undated", "strength", {"mission": "mission:unifil"})
    export = export_of(news.picture(), statements=(past, elsewhere), reports={"undated": undated})
    assert export.loose == (past,), "UNIFIL is no part of this theatre"
    objects = judged(to_stix(export))
    report = next(one for one in of(objects, "report") if said(one)["report"]["id"] == "undated")
    assert (report["name"], report["published"]) == ("(no title)", "2022-02-08T23:59:59.999Z")
    assert "no date of its own" in report["description"]
    (note,) = [one for one in of(objects, "note") if said(one)["statement"]["id"] == past.id]
    assert note["id"] in report["object_refs"]
    assert said(note)["origin"]["grading"] == "B6"


def test_everything_carries_its_provenance(told: Export) -> None:
    objects = judged(to_stix(told))
    withdrawal = next(
        one
        for one in of(objects, "note")
        if said(one)["statement"].get("type") == "withdraw" and "2022-01-27" in one["abstract"]
    )
    assert said(withdrawal)["as_of"] == "2022-02-08"
    assert said(withdrawal)["known_at"] == "2022-02-08T23:59:59.999Z"
    assert said(withdrawal)["origin"]["grading"][0] == "A"
    assert withdrawal["external_references"] == [
        {"source_name": "The ministry", "description": "Report letter, 2022-02-07", "url": "https://example.org/letter"}
    ]
    assert withdrawal["content"] == said(withdrawal)["statement"]["evidence"]["quote"]
    for one in of(objects, "grouping"):
        assert {"as_of", "known_at"} <= set(said(one) | said(one).get("claim", {}))


def test_confidence_is_the_admiralty_scale_and_a_denial_is_an_opinion(told: Export) -> None:
    objects = judged(to_stix(told))
    scale = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: None}
    for one in of(objects, "grouping"):
        if "claim" in said(one):
            assert one.get("confidence") == scale[said(one)["claim"]["credibility"]]
    (opinion,) = of(objects, "opinion")
    assert opinion["opinion"] == "disagree"
    assert objects[opinion["object_refs"][0]]["type"] == "grouping"


def test_only_facts_make_relationships_and_sightings(told: Export) -> None:
    objects = judged(to_stix(told))
    (sighting,) = of(objects, "sighting")
    assert objects[sighting["sighting_of_ref"]]["name"] == "Wagner Group"
    assert objects[sighting["where_sighted_refs"][0]]["country"] == "ML"
    assert sighting["first_seen"].startswith("2021-12-21")
    unsure = {
        one.claim.id for one in told.told if one.claim.statement.modality != "actual" or one.claim.credibility == 5
    }
    assert unsure, "the newsroom has a plan and a denied threat"
    tied = {said(one)["claim"]["claim"] for one in of(objects, "relationship")}
    assert tied
    assert not tied & unsure


@pytest.mark.parametrize("marking", TLPS)
def test_a_marking_is_on_every_object(marking: Tlp) -> None:
    objects = judged(to_stix(export_of(winter().picture(), marking=marking)))
    (mark,) = of(objects, "marking-definition")
    assert mark["name"] == f"TLP:{marking.upper()}"
    assert all(one.get("object_marking_refs") == [mark["id"]] for one in objects.values() if one is not mark)


def test_an_empty_picture_is_a_valid_bundle_with_its_missions() -> None:
    objects = judged(to_stix(export_of(empty())))
    assert len(of(objects, "grouping")) == 2
    assert not of(objects, "note")


def test_hostile_text_stays_text() -> None:
    raw = to_stix(export_of(hostile().picture()))
    objects = judged(raw)
    assert not re.search("[\u202e\x00]|\\\\u202e|\\\\u0000", raw.decode())
    assert all("url" not in ref for one in objects.values() for ref in one.get("external_references", []))
    assert any("<script>" in json.dumps(one) for one in objects.values())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(newsrooms())
def test_any_picture_gives_a_valid_bundle_the_same_each_time(news: Newsroom) -> None:
    export = export_of(news.picture())
    raw = to_stix(export)
    assert raw == to_stix(export_of(news.picture()))
    objects = judged(raw)
    claims = [said(one)["claim"]["claim"] for one in of(objects, "grouping") if "claim" in said(one)]
    assert sorted(claims) == sorted(one.claim.id for one in export.told)


def test_without_the_extra_the_message_names_it(told: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stix2.v21", None)
    with pytest.raises(ExchangeNotSetUpError, match=r"missionwatch\[stix\]"):
        to_stix(told)

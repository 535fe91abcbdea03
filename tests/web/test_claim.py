"""A claim: what it rests on, how that came about, and where it is when it is not here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import flow
from missionwatch.records import Review
from missionwatch.workplace import PERMISSIONS, Asker, Moment
from tests.workbench import DAY

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.records import Claim
    from missionwatch.workplace import Workplace


def claims(workplace: Workplace, day: date = DAY) -> tuple[Claim, ...]:
    desk = workplace.desk(Asker("ann", frozenset(PERMISSIONS)), "mali")
    return desk.seen(Moment(day)).picture.claims


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_claim_of_the_demo_has_its_page(client: TestClient, shown: Workplace, language: str) -> None:
    for claim in claims(shown):
        page = client.get(f"/mali/claims/{claim.id}?lang={language}")
        assert page.status_code == 200
        for statement in (*claim.support, *claim.against, *claim.corrected):
            assert f"/mali/reports/{statement.report}?lang={language}#s-{statement.id}" in page.text


def test_a_claim_shows_who_denies_and_disputes_it(client: TestClient, shown: Workplace) -> None:
    denied = next(claim for claim in claims(shown) if claim.against)
    assert "Who denies it" in client.get(f"/mali/claims/{denied.id}?lang=en").text
    disputed = [claim for claim in claims(shown) if claim.disputed]
    for claim in disputed:
        page = client.get(f"/mali/claims/{claim.id}?lang=en").text
        assert "On this they differ" in page
        assert all(value.said in page for value in claim.disputed)
    corrected = next(claim for claim in claims(shown) if claim.corrected)
    assert "Corrected (" in client.get(f"/mali/claims/{corrected.id}?lang=en").text


def test_the_levels_that_hang_on_it_are_those_of_the_concerns(client: TestClient, shown: Workplace) -> None:
    desk = shown.desk(Asker("ann", frozenset(PERMISSIONS)), "mali")
    concern = max(desk.seen(Moment(DAY)).concerns, key=lambda one: one.score)
    reason = next(one for one in concern.reasons if one.claim is not None)
    page = client.get(f"/mali/claims/{reason.id}?lang=en").text
    assert f"/mali/missions/{concern.mission.removeprefix('mission:')}" in page
    assert f"{reason.counted:+.2f}" in page


def test_the_history_says_how_it_stood_as_known_then(client: TestClient, shown: Workplace) -> None:
    grown = next(
        claim for claim in claims(shown)
        if claim.voices >= 2 and claim.first and claim.last and claim.first < claim.last and claim.credibility == 1
    )  # fmt: skip
    page = client.get(f"/mali/claims/{grown.id}?lang=en").text
    history = page[page.index("How it stood, as known then") :]
    moments = sorted({head.published for head in shown.ledger.reports().values() if head.published})
    for day in moments:
        found = flow.weigh(shown.ledger, shown.theatres["mali"], grown.id, as_of=DAY, known_at=flow.end_of(day))
        if found and found[0].credibility != 1:
            assert f"known={grown.first}" in history
            break
    assert f'<span class="grade">{grown.credibility}</span>' in history


def test_a_beginning_is_enough_where_it_is_of_one(client: TestClient, shown: Workplace) -> None:
    some = claims(shown)[0]
    assert client.get(f"/mali/claims/{some.id[:10]}").status_code == 200
    assert client.get(f"/mali/claims/{some.id[:3]}").status_code == 404


def test_a_claim_of_another_day_leads_to_where_it_is(client: TestClient, shown: Workplace) -> None:
    later = next(one for one in claims(shown) if one.first and one.first > date(2022, 2, 1))
    page = client.get(f"/mali/claims/{later.id}?as-of=2022-01-05&lang=en")
    assert page.status_code == 404
    assert "not there on this day" in page.text
    assert f"/mali/claims/{later.id}?as-of={later.last}&amp;lang=en" in page.text
    nowhere = client.get("/mali/claims/ffffffffffffffff?lang=en")
    assert "no claim with this id" in nowhere.text
    assert "<script>" not in client.get("/mali/claims/<script>alert(1)</script>").text


def test_what_persons_said_of_its_statements_is_shown(writing: TestClient, own: Workplace) -> None:
    claim = claims(own)[0]
    one = claim.support[0]
    own.ledger.review(Review(statement=one.id, verdict="accept", by="ann <b>", reason="read it"))
    page = writing.get(f"/mali/claims/{claim.id}?lang=en").text
    assert "ann &lt;b&gt;" in page
    assert "accepted, read it" in page

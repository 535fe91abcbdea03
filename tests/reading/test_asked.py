"""What a person asks, what somebody keeps open, what a mission's people are there for: told beside other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("language", "text", "who", "about"),
    [
        ("en", "Ms. Helen Fry asked when Kenya would leave Somalia.", "helen-fry", "state:KE"),
        ("en", "Mr. Paul Rey asked the minister whether Spain would stay in UNIFIL.", "paul-rey", "state:ES"),
        ("fr", "Mme Anne Roy a demandé si le Tchad quitterait la MINUSMA.", "anne-roy", "state:TD"),
        ("nl", "Generaal Anna Smit vraagt of België in UNIFIL blijft.", "anna-smit", "state:BE"),
    ],
)
def test_what_a_person_asks_is_a_question(read: Read, language: str, text: str, who: str, about: str) -> None:
    _, said = read(text, language=language)
    (asked,) = [one for one in said if one.predicate == "question"]
    assert [r.id for r in asked.holders] == [f"person:{who}"]
    assert about in [getattr(r, "id", r) for r in asked.about]
    assert not [one for one in said if one.type in ("withdraw", "extend")]


def test_who_asks_whether_he_may_asks_leave(read: Read) -> None:
    _, said = read("Major Tom Reed asked New York whether he could open fire.", language="en")
    assert not [one for one in said if one.predicate == "question"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Whether a second unit can be sent to Egypt, I am unable to say.", "state:EG"),
        ("Whether Kenya will stay in Somalia, the spokesman was not able to say.", "state:KE"),
    ],
)
def test_a_question_is_on_what_stands_before_it(read: Read, text: str, about: str) -> None:
    (asked,) = [one for one in read(text, language="en")[1] if one.predicate == "question"]
    assert about in [getattr(r, "id", r) for r in asked.about]


@pytest.mark.parametrize(
    ("language", "text", "holder", "code"),
    [
        ("en", "Britain would be prepared to stay in KFOR.", "state:GB", "continue"),
        ("en", "Ghana is considering whether to give up its part in UNIFIL.", "state:GH", "withdraw"),
        ("nl", "De EU houdt zich het recht voor haar steun aan Mali op te schorten.", "organisation:eu", "suspend"),
        ("nl", "In Parijs wordt nagedacht over een kleinere Franse bijdrage aan KFOR.", "state:FR", "reduce"),
        ("nl", "Stockholm denkt aan een jaar erbij voor UNIFIL.", "state:SE", "extend"),
        ("fr", "Le Canada n'exclut pas de rester dans la KFOR.", "state:CA", "continue"),
    ],
)
def test_what_is_kept_open(read: Read, language: str, text: str, holder: str, code: str) -> None:
    options = [one for one in read(text, language=language)[1] if one.predicate == "option"]
    assert [([r.id for r in one.holders], one.options) for one in options] == [([holder], (code,))]


@pytest.mark.parametrize(
    ("language", "text", "mission"),
    [
        ("en", "Set up in 1996, UNTAES has as its purpose to hand the region back to Croatia.", "untaes"),
        ("en", "EULEX counts 2,200 people. They help Kosovo build a police force.", "eulex-kosovo"),
        ("nl", "UNIFIL telt 4.000 militairen. Zij bewaken de bufferzone.", "unifil"),
        ("nl", "Sinds mei moet UNSCOM de fabrieken met massavernietigingswapens ontmantelen.", "unscom"),
        ("nl", "UNDOF werd in mei ingesteld met het doel de terugtrekking te verifiëren.", "undof"),
        (
            "fr",
            "Les observateurs de la MINUK, qui contrôlent depuis juin le respect des accords, sont à Pristina.",
            "unmik",
        ),
        ("fr", "La MINUATS est une mission politique.", "unitams"),
    ],
)
def test_what_a_mission_is_for(read: Read, language: str, text: str, mission: str) -> None:
    told = [one for one in read(text, language=language)[1] if one.predicate == "purpose"]
    assert [[r.id for r in one.role("mission")] for one in told] == [[f"mission:{mission}"]]


@pytest.mark.parametrize(
    "text",
    [
        "Once security has improved, Japan will return to UNDOF.",
        "Spain may leave UNIFIL once the situation has worsened.",
    ],
)
def test_a_turn_that_is_waited_for_has_not_come(read: Read, text: str) -> None:
    assert not [one for one in read(text, language="en")[1] if one.predicate == "assessment"]


@pytest.mark.parametrize(
    ("language", "text", "effect"),
    [
        ("en", "The fighting in Mali might drive thousands more from their villages.", "displacement"),
        ("fr", "Si la FIAS partait, Al-Qaïda pourrait se reconstituer en Afghanistan.", "terrorism"),
        ("fr", "Sans accord, les armes peuvent reparler au Salvador.", "escalation"),
    ],
)
def test_what_may_come(read: Read, language: str, text: str, effect: str) -> None:
    told = [one.effect for one in read(text, language=language)[1] if one.predicate == "risk"]
    assert [effect in codes for codes in told] == [True]


@pytest.mark.parametrize(
    ("language", "text", "grade"),
    [
        ("en", '"For UNIFIL this is a heavy blow," said Gen. Lars Hansen.', "negative"),
        ("en", "The Council reiterated its confidence in UNOCI.", "positive"),
        ("fr", "Les élections au Mali ont été libres et régulières, a déclaré le ministre.", "positive"),
        ("fr", "Pour les autorités burundaises, l'UA commet une injustice.", "negative"),
    ],
)
def test_how_something_is_judged(read: Read, language: str, text: str, grade: str) -> None:
    assert [one.grade for one in read(text, language=language)[1] if one.predicate == "assessment"] == [grade]

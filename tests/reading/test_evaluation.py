"""Holding a reading beside its gold: what fits what, what is counted, and whether confidence can be trusted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch.errors import GoldError
from missionwatch.reading.evaluation import Comparison, below, compare, evaluate, load_floors
from missionwatch.reading.fitting import breaks, fit, pair, plain, span
from missionwatch.reading.gold import Fact, GoldReport
from missionwatch.records import (
    Asset,
    EntityRef,
    Evidence,
    Likelihood,
    Part,
    Quantity,
    Report,
    Statement,
    When,
)

TEXT = "Denemarken trekt 90 militairen terug uit Takuba. Mali weigert Zweden de toegang. Het kabinet is bezorgd."

DK = EntityRef("Deense militairen", id="state:DK", kind="state", name="Denmark", country="DK", body="armed_forces")
ML = EntityRef("Mali", id="state:ML", kind="state", name="Mali", country="ML")
TAKUBA = EntityRef("Taakgroep Takuba", id="mission:takuba", kind="mission", name="Task Force Takuba")
MENAKA = EntityRef("Ménaka", id="place:menaka", kind="place", name="Ménaka", country="ML")
LAZARO = EntityRef("Aroldo Lázaro", kind="person")


def number(value: float, qualifier: Any = "exact") -> Quantity:
    return Quantity(value, value, value, None, qualifier, str(value))


def time(earliest: str | None, latest: str | None) -> When:
    return When("at", earliest, earliest, latest, "…")


def stated(
    predicate: Any, kind: str | None = None, *, confidence: float = 0.8, at: int = 0, **fields: Any
) -> Statement:
    evidence = Evidence(at, at + 10, TEXT[at : at + 10], "body")
    return Statement.of(
        report="r", predicate=predicate, type=kind, evidence=evidence, reader="x", confidence=confidence, **fields
    )


WITHDRAWS = stated(
    "event", "withdraw", roles={"actor": (DK,), "mission": (TAKUBA,), "place": (MENAKA,), "instigator": (ML,)},
    quantity=number(90, "about"), killed=number(2), time=time("2022-01-11", "2022-02-03"), modality="planned", holders=(ML,),
    likelihood=Likelihood("likely", 0.55, 0.8, "icd203"), assets=(Asset("C-130", "een Hercules"),), function="prime-minister",
    grade="very_worrying", options=("withdraw",), effect=("terrorism",), cause=("instability",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("slot", "right", "wrong"),
    [
        ("actor", ["DK", "denmark", "Deense militairen"], ["ML", "D"]),
        ("contributor", ["DK"], ["takuba"]),
        ("target", ["takuba"], ["ML"]),  # what is done to a mission, where it is named as the mission only
        ("mission", ["takuba", "Task Force Takuba"], ["minusma"]),
        ("instigator", ["ML"], ["DK"]),
        ("place", ["menaka", "takuba", "ML"], ["DK"]),  # a country only as the place itself
        ("holder", ["ML"], ["DK"]),
        ("quantity", [90, 90.0], [91]),
        ("killed", [2], [3]),
        ("injured", [], [2]),
        ("about", [True], []),
        ("about", [["takuba", "ML"]], [["takuba", "FR"]]),
        ("when", ["2022", "2022-01", "2022-01-11", "2021/2022-01"], ["2022-02", "2022-01-12"]),  # its first day
        ("end", ["2022-02", "2022-02-03", "2022-02/2022-03"], ["2022-01"]),  # its last
        ("modality", ["planned", ["actual", "planned"]], ["actual", ["possible"]]),
        ("likelihood", ["likely", "almost certain"], []),
        ("asset", ["C-130"], ["chinook"]),
        ("function", ["prime-minister", "head-of-government"], ["president"]),
        ("grade", ["very_worrying", "very-worrying"], ["worrying"]),
        ("options", ["withdraw"], ["all"]),
        ("purposes", [], ["training"]),
        ("effect", ["terrorism"], ["famine"]),
        ("cause", ["instability"], ["poverty"]),
        ("part", ["body"], ["caption"]),
        ("negated", [], [True]),
    ],
)
def test_a_slot_is_right_where_the_statement_says_so(slot: str, right: list[Any], wrong: list[Any]) -> None:
    for want in (*right, *wrong):
        fitting = fit(Fact.of({"predicate": "event", slot: want}), WITHDRAWS)
        assert fitting is not None
        assert fitting.wrong == ((slot,) if want in wrong else ()), want


def test_a_person_is_known_by_the_last_name() -> None:
    post = stated("post", roles={"person": (LAZARO,)})
    named = {
        name: fit(Fact.of({"predicate": "post", "person": name}), post) for name in ("Gen. Lazaro", "Aroldo Saenz")
    }
    assert [one.wrong for one in named.values() if one] == [(), ("person",)]


def test_times_that_are_unknown_fit_no_date() -> None:
    for when in (None, time(None, None)):
        fitting = fit(Fact.of({"predicate": "event", "when": 2022}), stated("event", "end", time=when))
        assert fitting is not None
        assert fitting.wrong == ("when",)
    until = stated("period", time=time("2022-05-01", None))  # only its beginning is known
    assert (fitting := fit(Fact.of({"predicate": "period", "end": "2022-05"}), until)) is not None
    assert fitting.exact


def test_a_kin_type_is_found_but_never_exact() -> None:
    deploy = Fact.of({"predicate": "event", "type": "deploy", "actor": "DK"})
    fitting = fit(deploy, stated("event", "reinforce", roles={"actor": (DK,)}))
    assert fitting is not None
    assert (fitting.found, fitting.exact) == (True, False)
    assert fit(deploy, WITHDRAWS) is None
    reinforce = Fact.of({"predicate": "event", "type": "reinforce"})
    assert fit(reinforce, stated("event", "deploy")) is None  # who only deploys need not reinforce


def test_some_predicates_say_the_same() -> None:
    takes_part, is_there = stated("contribution"), stated("presence")
    assert fit(Fact.of({"predicate": "presence"}), takes_part)
    assert fit(Fact.of({"predicate": "contribution"}), is_there)
    assert fit(Fact.of({"predicate": "leadership"}), stated("post"))
    assert fit(Fact.of({"predicate": "post"}), stated("leadership")) is None


def test_what_must_never_be_read_is_broken_by_all_of_it_only() -> None:
    never = Fact.of({"predicate": "event", "type": "withdraw", "actor": "DK", "modality": "planned"})
    assert breaks(never, WITHDRAWS)
    assert not breaks(replace(never, slots={**never.slots, "modality": "actual"}), WITHDRAWS)
    assert not breaks(Fact.of({"predicate": "event", "type": "attack"}), stated("event", "clash"))  # kin is not it


def test_a_statement_serves_one_fact_and_the_best_fit_wins() -> None:
    fact = {"predicate": "event", "type": "withdraw", "actor": "DK", "mission": "takuba"}
    full, half = stated("event", "withdraw", roles={"actor": (DK,), "mission": (TAKUBA,)}), stated("event", "withdraw", roles={"actor": (DK,)})  # fmt: skip
    pairs = pair([Fact.of(fact), Fact.of(fact)], [half, full])
    assert {number: (at, fitting.right) for number, (at, fitting) in pairs.items()} == {0: (1, 2), 1: (0, 1)}
    assert len(pair([Fact.of(fact), Fact.of(fact)], [full])) == 1
    assert not pair([Fact.of({**fact, "place": "ML"})], [half])  # one of three is less than half
    denied = stated("event", "withdraw", roles={"actor": (DK,), "mission": (TAKUBA,)}, negated=True)
    assert pair([Fact.of(fact)], [denied, full])[0][0] == 1


def test_words_are_compared_plainly() -> None:
    assert (plain("Zr.Ms. Tromp"), plain("Ménaka"), plain("EUTM-Mali ")) == ("zr-ms-tromp", "menaka", "eutm-mali")
    assert span("2022") == ("2022-01-01", "2022-12-31")
    assert span("2022-05-11/2022-06") == ("2022-05-11", "2022-06-31")


WITHDRAW = {"predicate": "event", "type": "withdraw", "actor": "DK", "mission": "takuba"}
DENY = {"predicate": "event", "type": "deny_access", "actor": "ML", "target": "SE"}


def compared(
    facts: list[dict[str, Any]],
    statements: list[Statement],
    *,
    language: str = "nl",
    complete: bool = True,
    **more: Any,
) -> Comparison:
    report = Report(
        id="r", title="t", language=language, published=None, source="x", text=TEXT, parts=(Part("body", 0, len(TEXT)),)
    )
    gold = GoldReport(
        id="r1", language=language, published=None, file=Path("r1"), text=TEXT, complete=complete,
        facts=tuple(map(Fact.of, facts)), never=tuple(map(Fact.of, more.get("never", []))),
    )  # fmt: skip
    return compare(gold, report, tuple(statements))


FULL = stated("event", "withdraw", roles={"actor": (DK,), "mission": (TAKUBA,)})
HALF = stated("event", "withdraw", roles={"actor": (DK,)}, confidence=0.7)
STRAY = stated("assessment", grade="worrying", confidence=0.55, at=50)


def test_what_is_counted() -> None:
    measured = evaluate([
        compared([WITHDRAW, DENY], [HALF, STRAY], never=[{"predicate": "assessment"}]),
        compared([WITHDRAW], [FULL], language="en"),
    ])  # fmt: skip
    dutch = next(score for score in measured.languages if score.name == "nl")
    assert (dutch.facts, dutch.found, dutch.exact, dutch.slots, dutch.slots_right, dutch.broken) == (2, 1, 0, 4, 1, 1)
    assert (dutch.precision, dutch.recall, dutch.f1) == (0.5, 0.5, 0.5)
    assert [dutch.rate(name) for name in ("found", "exact", "slots", "f1")] == [0.5, 0, 0.25, 0.5]
    assert (measured.reports, measured.total.facts, measured.total.found) == (2, 3, 2)
    assert [(score.name, score.facts, score.f1) for score in measured.kinds] == [
        ("deny_access", 1, None), ("assessment", 0, None), ("withdraw", 2, 1.0),
    ]  # fmt: skip
    assert [(slot.name, slot.judged, slot.right) for slot in measured.slots] == [("mission", 2, 1), ("actor", 2, 2)]


def test_faults_come_with_their_words_worst_first() -> None:
    measured = evaluate([compared([WITHDRAW, DENY], [HALF, STRAY], never=[{"predicate": "assessment"}])])
    assert [(fault.kind, fault.what, fault.slots, fault.words) for fault in measured.faults] == [
        ("deny_access", "missed", (), "Mali weigert Zweden de toegang."),
        ("assessment", "never", (), TEXT[50:60]),
        ("assessment", "extra", (), TEXT[50:60]),
        ("withdraw", "wrong", ("mission",), TEXT[:10]),
    ]
    nowhere = evaluate([compared([{"predicate": "event", "type": "coup", "actor": "GA"}], [])])
    assert [fault.words for fault in nowhere.faults] == [None]


def test_a_report_that_is_not_complete_says_nothing_of_precision() -> None:
    both = [compared([WITHDRAW], [FULL]), compared([WITHDRAW, DENY], [FULL, STRAY], complete=False)]
    total = evaluate(both).total
    assert (total.facts, total.found, total.statements, total.scored) == (3, 2, 3, 1)
    assert (total.precision, total.recall) == (1.0, 2 / 3)
    alone = evaluate(both[1:])
    assert (alone.total.precision, alone.total.f1, alone.total.recall) == (None, None, 0.5)
    assert [fault.what for fault in alone.faults] == ["missed"]
    assert (alone.calibration.statements, alone.calibration.error) == (0, None)


def test_confidence_is_held_beside_what_was_right() -> None:
    again = stated("event", "withdraw", roles={"actor": (DK,)}, confidence=0.9)  # a second that fits is right too
    measured = evaluate([compared([WITHDRAW], [FULL, again, HALF, STRAY])]).calibration
    assert [(one.low, one.statements, one.right, one.confidence) for one in measured.bins if one.statements] == [
        (0.5, 1, 0, 0.55), (0.7, 1, 1, 0.7), (0.8, 1, 1, 0.8), (0.9, 1, 1, 0.9),
    ]  # fmt: skip
    assert measured.error == pytest.approx((0.55 + 0.3 + 0.2 + 0.1) / 4)
    assert measured.statements == 4


def test_nothing_is_measured_of_nothing() -> None:
    measured = evaluate([])
    assert (measured.total.recall, measured.total.precision, measured.total.f1) == (None, None, None)
    assert (measured.languages, measured.kinds, measured.calibration.error) == ((), (), None)


def test_floors_say_what_is_below_them(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[nl]\nfound = 0.5\nexact = 0.1\nf1 = 0.6\n[fr]\nslots = 0.2\n", encoding="utf-8")
    measured = evaluate([compared([WITHDRAW, DENY], [HALF, STRAY])])
    assert below(measured, load_floors(path)) == [
        "nl: exact is 0.000, its floor is 0.100",
        "nl: f1 is 0.500, its floor is 0.600",
        "fr: slots was not measured, its floor is 0.200",
    ]


@pytest.mark.parametrize("text", ["nl = 0.5", "[nl]\nfound = 50", "[nl]\nfond = 0.5", "[nl]\nfound = 'half'", "[nl", "[nl]\nfound = nan"])  # fmt: skip
def test_bad_floors_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.toml.*found, exact, slots, f1"):
        load_floors(path)
    with pytest.raises(GoldError, match="cannot read"):
        load_floors(tmp_path / "none.toml")


facts = st.fixed_dictionaries(
    {"predicate": st.just("event")},
    optional={
        "type": st.sampled_from(["withdraw", "end", "suspend", "deploy"]),
        "actor": st.sampled_from(["DK", "ML"]),
        "mission": st.sampled_from(["takuba", "minusma"]),
        "modality": st.sampled_from(["planned", "actual"]),
    },
)
statements = st.builds(
    lambda kind, actor, mission, modality, sure, at: stated(
        "event", kind, roles={"actor": actor, "mission": mission}, modality=modality, confidence=sure, at=at
    ),
    st.sampled_from(["withdraw", "end", "reduce", "reinforce"]), st.sampled_from([(), (DK,), (ML,)]), st.sampled_from([(), (TAKUBA,)]),
    st.sampled_from(["planned", "actual"]), st.floats(0, 1), st.integers(0, 40),
)  # fmt: skip


@given(st.lists(facts, max_size=6), st.lists(statements, max_size=6), st.booleans())
@settings(deadline=None)
def test_what_holds_of_every_evaluation(said: list[dict[str, Any]], read: list[Statement], complete: bool) -> None:
    one = compared(said, read, complete=complete)
    serving = [at for at, _ in one.pairs.values()]
    assert len(serving) == len(set(serving))
    assert all(fitting.found for _, fitting in one.pairs.values())
    free = [s for at, s in enumerate(read) if at not in serving]
    for fact in (fact for number, fact in enumerate(one.gold.facts) if number not in one.pairs):
        fits = (fit(fact, statement) for statement in free)
        assert not any(fitting is not None and fitting.found for fitting in fits)  # nothing that fits is left over
    measured = evaluate([one])
    total = measured.total
    assert total.exact <= total.found <= total.facts == len(said)
    assert total.slots_right <= total.slots
    assert total.serving == (total.found if complete else 0)
    assert sum(kind.facts for kind in measured.kinds) == total.facts
    assert sum(kind.serving for kind in measured.kinds) == total.serving
    assert {fault.kind for fault in measured.faults} <= {kind.name for kind in measured.kinds}
    calibration = measured.calibration
    assert sum(one.statements for one in calibration.bins) == calibration.statements == total.scored
    assert calibration.error is None or 0 <= calibration.error <= 1
    assert sum(one.right for one in calibration.bins) >= total.serving
    doubled = evaluate([one, one])
    assert (doubled.total.recall, doubled.total.precision) == (total.recall, total.precision)

"""What range a likelihood word stands for: by the scale one chooses, as its source has it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from typer.testing import CliRunner

from missionwatch import flow, reading, theatre
from missionwatch.cli.commands import app
from missionwatch.errors import TheatreError
from missionwatch.ledger import MemoryLedger
from missionwatch.reading import languages, reader_for, scales
from missionwatch.reading.frames.loading import load_pack
from missionwatch.records import Yardstick
from missionwatch.reports import make_report

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Likelihood, Statement

NAMES: tuple[Yardstick, ...] = get_args(Yardstick)


def likelihood(statements: tuple[Statement, ...]) -> Likelihood:
    said = [s.likelihood for s in statements if s.likelihood is not None]
    assert said, [s.evidence.quote for s in statements]
    return said[0]


def of(sentence: str, language: str, yardstick: Yardstick, folder: Path) -> Likelihood:
    path = folder / "report.txt"
    report = make_report(path, text=sentence, language=language, published=date(2022, 2, 7))
    return likelihood(reading.read(report, yardstick))


LIKELY = {
    "nl": "Het kabinet acht het waarschijnlijk dat Wagner actief is in Mali.",
    "en": "The government considers it likely that Wagner is active in Mali.",
    "fr": "Le gouvernement juge probable que Wagner soit actif au Mali.",
}


@pytest.mark.parametrize(
    ("yardstick", "low", "high"), [("icd203", 0.55, 0.80), ("phia", 0.55, 0.75), ("un", 0.66, 1.00)]
)
@pytest.mark.parametrize("language", LIKELY)
def test_likely_by_each_yardstick(language: str, yardstick: Yardstick, low: float, high: float, tmp_path: Path) -> None:
    found = of(LIKELY[language], language, yardstick, tmp_path)
    assert (found.low, found.high, found.scale) == (low, high, yardstick)
    assert found.term in LIKELY[language]


@pytest.mark.parametrize(
    ("yardstick", "word", "low", "high"),
    [
        ("icd203", "almost certain", 0.95, 0.99),
        ("icd203", "very unlikely", 0.05, 0.20),
        ("phia", "almost certain", 0.95, 1.0),
        ("phia", "highly likely", 0.80, 0.90),
        ("phia", "unlikely", 0.25, 0.35),
        ("phia", "highly unlikely", 0.10, 0.20),
        ("un", "virtually certain", 0.99, 1.0),
        ("un", "extremely likely", 0.95, 1.0),
        ("un", "very likely", 0.90, 1.0),
        ("un", "unlikely", 0.0, 0.33),
        ("un", "very unlikely", 0.0, 0.10),
        ("un", "exceptionally unlikely", 0.0, 0.01),
        ("icd203", "exceptionally unlikely", 0.20, 0.45),  # only one yardstick has that step; here it is the plain word
    ],
)
def test_the_steps_are_those_of_the_source(
    yardstick: Yardstick, word: str, low: float, high: float, tmp_path: Path
) -> None:
    found = of(f"The government considers it {word} that Wagner is active in Mali.", "en", yardstick, tmp_path)
    assert (found.low, found.high) == (low, high)


def test_the_middle_step_differs_by_yardstick() -> None:
    middles = {name: scale.ranges["roughly_even"] for name, scale in scales().items()}
    assert middles == {"icd203": (0.45, 0.55), "phia": (0.40, 0.50), "un": (0.33, 0.66)}


def test_a_word_that_only_one_yardstick_defines_is_known_to_that_one(tmp_path: Path) -> None:
    sentence = "The minister thinks there is a realistic possibility that France will withdraw its troops from Mali."
    found = of(sentence, "en", "phia", tmp_path)
    assert (found.term, found.low, found.high) == ("realistic possibility", 0.40, 0.50)
    other = reading.read(make_report(tmp_path / "r.txt", text=sentence, language="en"), "icd203")
    assert not [s for s in other if s.likelihood is not None]


def test_every_yardstick_has_a_range_for_every_step_a_pack_names() -> None:
    assert set(scales()) == set(NAMES)
    for name, scale in scales().items():
        assert scale.name == name
        assert len(scale.source) > 40
        own = {step for steps in scale.words.values() for step in steps}
        for language in languages():
            assert (set(load_pack(language).terms["likelihood"]) | own) <= set(scale.ranges), (name, language)
        assert set(scale.words) <= set(languages())
        assert all(0 <= low < high <= 1 for low, high in scale.ranges.values())
        middles = [low + high for low, high in scale.ranges.values()]
        assert middles == sorted(middles), f"{name}: its steps go from least to most likely"


def test_choosing_one_yardstick_leaves_the_others_alone(tmp_path: Path) -> None:
    first = of(LIKELY["nl"], "nl", "icd203", tmp_path)
    of(LIKELY["nl"], "nl", "un", tmp_path)
    assert of(LIKELY["nl"], "nl", "icd203", tmp_path) == first
    assert len({reader_for("nl", name).name for name in NAMES}) == len(NAMES)


def test_the_command_says_which_and_refuses_others(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LIKELY["en"], encoding="utf-8")
    for name in NAMES:
        done = CliRunner().invoke(app, ["read", str(path), "--lang", "en", "--yardstick", name, "--json"])
        assert done.exit_code == 0
        said = [s["likelihood"] for s in json.loads(done.stdout)["statements"] if s["likelihood"]]
        assert said
        assert {one["scale"] for one in said} == {name}
    assert CliRunner().invoke(app, ["read", str(path), "--yardstick", "tarot"]).exit_code == 2


def test_the_ledger_keeps_the_yardstick_and_another_one_reads_again(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LIKELY["en"], encoding="utf-8")
    book, followed = MemoryLedger(), theatre.load("mali")

    def add(yardstick: Yardstick | None) -> tuple[int, bool]:
        (outcome,) = flow.add([path], book, followed, language="en", yardstick=yardstick)
        return outcome.booked, outcome.already

    assert add(None) == (1, False)
    assert likelihood(book.statements()).scale == "icd203"
    assert add(None) == (0, True)
    assert add("phia") == (1, False)
    assert likelihood(book.statements()).scale == "phia"
    assert len(book.statements()) == 1
    book.verify()


def test_a_theatre_names_its_yardstick(tmp_path: Path) -> None:
    shipped = theatre.shipped()["mali"].read_text(encoding="utf-8")
    lines = [line for line in shipped.splitlines() if not line.startswith("yardstick")]
    mine = tmp_path / "mine.toml"
    mine.write_text("\n".join(['yardstick = "un"', *lines]), encoding="utf-8")
    followed = theatre.load(str(mine))
    path = tmp_path / "letter.txt"
    path.write_text(LIKELY["nl"], encoding="utf-8")
    book = MemoryLedger()
    list(flow.add([path], book, followed, language="nl"))
    assert likelihood(book.statements()).scale == "un"
    assert likelihood(flow.read(path, language="nl", theatre=followed)[1]).scale == "un"
    mine.write_text("\n".join(['yardstick = "tarot"', *lines]), encoding="utf-8")
    with pytest.raises(TheatreError, match=r"tarot.*yardstick"):
        theatre.load(str(mine))


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "Sweden is likely to leave MINUSMA.", 0.55),
        ("en", "Norway is very likely to withdraw from Takuba in June.", 0.8),
        ("en", "Ghana is unlikely to leave UNIFIL.", 0.2),
        ("en", "It seems that Togo is leaving MINUSMA.", 0.55),
        ("fr", "Il semble que la Suède quitte la MINUSMA.", 0.55),
        ("nl", "Het lijkt erop dat Zweden MINUSMA verlaat.", 0.55),
        ("nl", "Het ziet ernaar uit dat Noorwegen Takuba verlaat.", 0.55),
    ],
)
def test_what_is_likely_to_be_done_or_seems_so_says_how_likely(
    language: str, text: str, low: float, tmp_path: Path
) -> None:
    assert of(text, language, "icd203", tmp_path).low == low

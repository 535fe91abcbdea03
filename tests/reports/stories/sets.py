"""Reports on which stories are measured: freely written ones, and ones made from wordings with hard neighbours."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from missionwatch import register
from missionwatch.records import Part, Report, report_id

HERE = Path(__file__).parent
_DAYS = {
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
# A mission, where it works, and states that matter there.
_WHERE = [
    ("mission:minusma", ("Gao", "Kidal", "Ménaka", "Tombouctou"), ("DE", "SE", "TD", "EG")),
    ("mission:monusco", ("Goma", "Bukavu", "Beni", "Bunia"), ("ZA", "IN", "RW", "TZ")),
    ("mission:minusca", ("Bangui", "Bria", "Bambari"), ("RW", "PT", "RU", "CM")),
    ("mission:unifil", ("Naqoura", "Tyre", "Marjayoun"), ("IT", "IE", "IL", "ID")),
    ("mission:unmiss", ("Juba", "Malakal", "Bentiu"), ("IN", "MN", "SD", "ET")),
    ("mission:kfor", ("Mitrovica", "Pristina"), ("IT", "HU", "RS", "TR")),
]


@dataclass(frozen=True, slots=True)
class Told:
    """A report and the development it tells of; ``set`` is free or made, ``unseen`` was held out from tuning."""

    report: Report
    development: str
    set: str
    unseen: bool


def _report(source: str, language: str, day: date, title: str, text: str) -> Report:
    whole = f"{title}\n\n{text}"
    return Report(
        id=report_id(source=source, published=day, text=whole), title=title, language=language, published=day, source=source,
        text=whole, parts=(Part("title", 0, len(title)), Part("lead", len(title) + 2, len(whole))),
    )  # fmt: skip


def _written(n: int, language: str, day: str, title: str, text: str) -> Report:
    return _report(f"{language}-{n}", language, date.fromisoformat(day), title, text)


@cache
def told() -> tuple[Told, ...]:
    """Return all reports, in the order in which they came out."""
    out = [*_free(), *_made()]
    out.sort(key=lambda one: (one.report.published or date.min, one.report.id))
    return tuple(out)


def _free() -> list[Told]:
    return [
        Told(_written(n, *said.split(" | ")), development["id"], "free", development["half"] == "unseen")
        for development in yaml.safe_load((HERE / "free.yaml").read_text(encoding="utf-8"))
        for n, said in enumerate(development["reports"])
    ]  # fmt: skip


def _made() -> list[Told]:
    """Return made reports: 30 matters, each with a neighbour that is hard to tell from it, a few reports each.

    The neighbour has the same kind of event or the same place and mission, some days later.
    """
    chance = random.Random(7)  # noqa: S311 - no secret: the same reports at every run
    wordings: dict[str, Any] = yaml.safe_load((HERE / "templates.yaml").read_text(encoding="utf-8"))
    kinds = sorted(wordings)
    out: list[Told] = []
    day = date(2021, 1, 4)
    for n in range(36):
        mission, places, states = _WHERE[n % len(_WHERE)]
        kind, place = kinds[n % len(kinds)], chance.choice(places)
        state, other = chance.sample(states, 2)
        day += timedelta(days=chance.randint(2, 20))
        unseen = n % 3 == 2
        out += _development(f"made-{n}", wordings[kind], mission, place, state, other, day, chance, unseen=unseen)
        later = day + timedelta(days=chance.randint(9, 25))
        if n % 2:  # the same kind of event at the same mission, another day and place
            place = chance.choice([p for p in places if p != place])
            out += _development(
                f"made-{n}b", wordings[kind], mission, place, other, state, later, chance, unseen=unseen
            )
        else:  # something else at the same place, within days
            kind = chance.choice([k for k in kinds if k != kind])
            soon = day + timedelta(days=chance.randint(1, 4))
            out += _development(f"made-{n}b", wordings[kind], mission, place, state, other, soon, chance, unseen=unseen)
    return out


def _development(
    name: str,
    wordings: dict[str, Any],
    mission: str,
    place: str,
    state: str,
    other: str,
    day: date,
    chance: random.Random,
    *,
    unseen: bool,
) -> list[Told]:
    names = register.load()
    n, m = chance.randint(5, 90), chance.randint(2, 6)
    chosen = chance.sample(
        [(language, v) for language in ("nl", "en", "fr") for v in (0, 1)], chance.choice([3, 4, 4, 5])
    )
    out = []
    for language, variant in chosen:
        title, text = wordings[language][variant]
        slots = {
            "place": place, "mission": names.name(mission, language), "state": names.name(f"state:{state}", language),
            "other": names.name(f"state:{other}", language), "n": n, "m": m, "day": _DAYS[language][day.weekday()],
        }  # fmt: skip
        came_out = day + timedelta(days=chance.choice([0, 0, 1, 1, 2]))
        source = f"{language}-{chance.randint(1, 5)}{variant}"
        made = _report(source, language, came_out, title.format(**slots), text.format(**slots))
        out.append(Told(made, name, "made", unseen))
    return out

"""Hold the levels beside what careful analysts would have said: python tools/held_out.py [--all | --flips].

Each theatre but Mali has an `expected.toml`, written without knowledge of the indicators and never adapted. This replays the
dispatches, takes each level as known on its day, and prints where the two differ, and how many agree. `--flips` counts instead
how often levels change from day to day and how often they go back within a fortnight: by the hold that the indicators declare
("held"), and without one ("free").
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from missionwatch import assessment, flow, theatre
from missionwatch.assessment.indicators import Holding
from missionwatch.ledger import MemoryLedger
from missionwatch.records import DIMENSIONS, LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from missionwatch.records import Theatre

THEATRES = ("niger", "iraq", "lebanon")
_BACK = timedelta(days=14)
_AFTER = timedelta(days=90)  # days replayed after the last report


class Judged(NamedTuple):
    """An expectation, and the level that the rules give."""

    theatre: str
    day: date
    mission: str
    dimension: str | None
    at_least: Level
    at_most: Level
    because: str
    level: Level

    @property
    def agrees(self) -> bool:
        """Say whether the level is neither careless nor alarmist."""
        return LEVELS.index(self.at_least) <= LEVELS.index(self.level) <= LEVELS.index(self.at_most)


def read(name: str) -> tuple[Theatre, MemoryLedger]:
    """Return a theatre and a ledger of its dispatches."""
    followed, book = theatre.load(name), MemoryLedger()
    for _ in flow.add(theatre.dispatches(name), book, followed, replay=True):
        pass
    return followed, book


def judged(name: str) -> Iterator[Judged]:
    """Yield each expectation of a theatre with the level that was given then."""
    followed, book = read(name)
    path = theatre.path_of(name).with_suffix("") / "expected.toml"
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["expected"]:
        seen = flow.see(book, followed, as_of=one["date"], known_at=flow.end_of(one["date"]))
        concern = next(c for c in flow.judge(seen) if c.mission == one["mission"])
        respects = {d.dimension: d.level for d in concern.dimensions}
        level = respects.get(one["dimension"], "none") if "dimension" in one else concern.level
        yield Judged(
            name, one["date"], one["mission"], one.get("dimension"), one.get("at_least", "none"), one.get("at_most", "severe"),
            one["because"], level,
        )  # fmt: skip


class Turns(NamedTuple):
    """How often levels changed in a replay, and how many of those changes were undone within a fortnight."""

    changes: int
    back: int


def turns(levels: Sequence[tuple[date, Level]]) -> Turns:
    """Count the changes of one level, given day by day."""
    changed = [(day, was, now) for (_, was), (day, now) in pairwise(levels) if was != now]
    back = sum(b[0] - a[0] <= _BACK and b[2] == a[1] for a, b in pairwise(changed))
    return Turns(len(changed), back)


def flips(name: str) -> dict[str, Turns]:
    """Return how often the levels of a theatre turn: of missions and of dimensions, held and not."""
    followed, book = read(name)
    days = sorted(head.published for head in book.reports().values() if head.published)
    courses: dict[tuple[str, str, str], list[tuple[date, Level]]] = defaultdict(list)
    day = days[0]
    while day <= days[-1] + _AFTER:
        seen = flow.see(book, followed, as_of=day, known_at=flow.end_of(day))
        declared = assessment.indicators_of(seen.theatre)
        free = msgspec.structs.replace(declared, hold=Holding(share=1.0))
        for held, indicators in (("held", declared), ("free", free)):
            for concern in assessment.assess(seen, indicators):
                courses[f"missions {held}", concern.mission, ""].append((day, concern.level))
                found = {one.dimension: one.level for one in concern.dimensions}
                for one in DIMENSIONS:
                    courses[f"dimensions {held}", concern.mission, one].append((day, found.get(one, "none")))
        day += timedelta(days=1)
    counted: dict[str, Turns] = {}
    for (sort, _, _), course in courses.items():
        some, more = counted.get(sort, Turns(0, 0)), turns(course)
        counted[sort] = Turns(some.changes + more.changes, some.back + more.back)
    return counted


def main() -> None:
    """Print the differences and the sums."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--all", action="store_true", help="print those that agree too")
    asked.add_argument("--flips", action="store_true", help="count how often levels change and go back, of Mali too")
    given = asked.parse_args()
    every = given.all
    if given.flips:
        for name in ("mali", *THEATRES):
            for sort, turned in sorted(flips(name).items()):
                print(f"{name}: {sort}: {turned.changes} changes, {turned.back} back within a fortnight")
        return
    for name in THEATRES:
        found = list(judged(name))
        for one in found:
            if every or not one.agrees:
                wanted = f"{one.at_least}–{one.at_most}"
                about = f"{one.mission.removeprefix('mission:')} {one.dimension or ''}".strip()
                print(f"{'  ' if one.agrees else '! '}{one.day} {about}: {one.level}, expected {wanted}: {one.because}")
        print(f"{name}: {sum(one.agrees for one in found)} of {len(found)} agree\n")


if __name__ == "__main__":
    main()

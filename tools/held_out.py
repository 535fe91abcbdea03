"""Hold the levels beside what careful analysts would have said: python tools/held_out.py [--all].

Each theatre but Mali has an `expected.toml`, written without knowledge of the indicators and never adapted. This replays the
dispatches, takes each level as known on its day, and prints where the two differ, and how many agree.
"""

from __future__ import annotations

import argparse
import tomllib
from typing import TYPE_CHECKING, NamedTuple

from missionwatch import flow, theatre
from missionwatch.ledger import MemoryLedger
from missionwatch.records import LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

THEATRES = ("niger", "iraq", "lebanon")


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


def judged(name: str) -> Iterator[Judged]:
    """Yield each expectation of a theatre with the level that was given then."""
    followed, book = theatre.load(name), MemoryLedger()
    for _ in flow.add(theatre.dispatches(name), book, followed, replay=True):
        pass
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


def main() -> None:
    """Print the differences and the sums."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--all", action="store_true", help="print those that agree too")
    every = asked.parse_args().all
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

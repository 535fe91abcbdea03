"""Reports to stories, one report after another: a report joins the story it belongs to, or opens one."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.records import Story
from missionwatch.reports.stories.deciding import WINDOW, choose
from missionwatch.reports.stories.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from missionwatch.reports.stories.features import Features

_CANDIDATES = 40  # reports nearest in meaning whose stories are looked at
_KEPT = 5 * WINDOW  # days for which all features are kept: what comes later than that opens a story of its own
_SWEPT = 5_000  # reports between two sweeps


class _Told(NamedTuple):
    """What is kept of every report."""

    report: str
    day: int
    language: str


class Telling:
    """Keeps the stories; ``add`` puts a report into one. The order of adding counts, as it does for people."""

    def __init__(self) -> None:
        self._nearest = Nearest()
        self._told: list[_Told] = []
        self._features: dict[int, Features] = {}
        self._story_of: list[int] = []
        self._numbers: dict[str, int] = {}
        self._members: list[list[int]] = []
        self._latest = 0

    def __len__(self) -> int:
        """Return the number of reports."""
        return len(self._told)

    def __contains__(self, report: str) -> bool:
        """Say whether a report is in a story, by id."""
        return report in self._numbers

    def add(self, report: Features, *, repeats: str | None = None) -> str:
        """Put a report into its story; return the story's id. What ``repeats`` another report is in that one's story."""
        if report.report in self._numbers:
            return self._id(self._story_of[self._numbers[report.report]])
        story = self._story_of[self._numbers[repeats]] if repeats in self._numbers else self._chosen(report)
        number = self._nearest.add(report.vector, report.day)
        self._told.append(_Told(report.report, report.day, report.language))
        self._features[number] = report
        self._numbers[report.report] = number
        if story is None:
            story = len(self._members)
            self._members.append([])
        self._members[story].append(number)
        self._story_of.append(story)
        self._latest = max(self._latest, report.day)
        if number % _SWEPT == _SWEPT - 1:
            self._features = {n: one for n, one in self._features.items() if one.day >= self._latest - _KEPT}
        return self._id(story)

    def _chosen(self, report: Features) -> int | None:
        found = self._nearest.find(report.vector, report.day, window=WINDOW, most=_CANDIDATES)
        stories = {
            str(story): [self._features[n] for n in self._members[story] if n in self._features]
            for story in dict.fromkeys(self._story_of[n] for n in found)
        }
        chosen = choose(report, stories)
        return int(chosen) if chosen is not None else None

    def _id(self, story: int) -> str:
        opened_by = self._told[self._members[story][0]].report
        return hashlib.sha256(f"story\x1f{opened_by}".encode()).hexdigest()[:16]

    def stories(self, titles: Mapping[str, str], *, least: int = 1) -> Iterator[Story]:
        """Yield the stories with at least ``least`` reports, those with the latest report first."""
        ordered = [
            (sorted((self._told[n] for n in members), key=lambda one: (one.day, one.report)), self._id(story))
            for story, members in enumerate(self._members)
            if len(members) >= least
        ]
        ordered.sort(key=lambda pair: (-pair[0][-1].day, -len(pair[0]), pair[1]))
        for told, name in ordered:
            yield Story(
                id=name, title=titles.get(told[0].report, ""), reports=tuple(one.report for one in told),
                languages=tuple(sorted({one.language for one in told})), first=date.fromordinal(told[0].day),
                last=date.fromordinal(told[-1].day),
            )  # fmt: skip

"""The stories of many reports at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch import register
from missionwatch.reports.stories.features import features
from missionwatch.reports.stories.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from missionwatch.records import Report, ReportHead, Story, Theatre
    from missionwatch.reports.stories.kept import KeptVectors

Told = tuple["Story", tuple["ReportHead", ...]]


def stories_of(
    dated: Sequence[tuple[date, Report]],
    vectors: KeptVectors,
    *,
    theatre: Theatre | None = None,
    language: str | None = None,
    least: int = 2,
) -> tuple[Told, ...]:
    """Return the stories of reports, each report with the day it counts for; with the heads of their reports, newest first.

    With ``theatre`` those that name one of its missions or countries, with ``language`` those told in it too, with ``least``
    those of so many reports at least.
    """
    dated = sorted(dated, key=lambda pair: (pair[0], pair[1].id))
    wanted = {*theatre.missions, *(f"state:{c}" for c in theatre.countries)} if theatre is not None else set()
    telling = Telling()
    concerned: set[str] = set()
    for (day, report), vector in zip(dated, vectors.of([report for _, report in dated]), strict=True):
        made = features(report, vector, day)
        telling.add(made, repeats=report.copy_of or (report.earlier[-1] if report.earlier else report.corrects))
        if theatre is None or made.named & wanted or _at_home(made.named, theatre):
            concerned.add(report.id)
    vectors.save()
    heads = {report.id: report.head for _, report in dated}
    found = telling.stories({name: head.title for name, head in heads.items()}, least=least)
    return tuple(
        (story, tuple(heads[name] for name in story.reports)) for story in found
        if concerned.intersection(story.reports) and (language is None or language in story.languages)
    )  # fmt: skip


def _at_home(named: Iterable[str], theatre: Theatre) -> bool:
    """Say whether one of the places named lies in a country of the theatre."""
    places = (register.load().entry(name) for name in named if name.startswith("place:"))
    return any(place is not None and place.country in theatre.countries for place in places)

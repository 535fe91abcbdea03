"""Which reports go together: stories, and versions of one page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from missionwatch import flow
from missionwatch.api.answering import give, one_page
from missionwatch.api.answers import Page, StorySight, Version
from missionwatch.api.operations import operation
from missionwatch.api.parameters import AsOf, LanguageName, ListAt, ListNow, as_day
from missionwatch.api.problems import Refusal
from missionwatch.api.routes.intake import ReportId


@operation("/theatres/{theatre}/versions", gives=Page[Version], tag="Reports")
def versions(at: ListAt) -> Response:
    """List which pages changed between one fetch and the next, and what changed in them."""
    return give(at, lambda: _versions(at, None))


@operation("/theatres/{theatre}/reports/{report}/versions", gives=Page[Version], tag="Reports")
def report_versions(at: ListAt, report: ReportId) -> Response:
    """List how the page that a report is of changed, fetch after fetch."""
    if report not in at.desk.ledger.reports(known=at.known_at):
        raise Refusal("not-found", "There is no such report; `reports` lists those there are.")
    return give(at, lambda: _versions(at, report))


@operation("/theatres/{theatre}/stories", gives=Page[StorySight], tag="Reports", may=("not-installed",))
def stories(
    at: ListNow,
    as_of: AsOf = None,
    lang: LanguageName = None,
    least: Annotated[int, Query(ge=1, le=1000, description="Only stories of at least so many reports.")] = 2,
) -> Response:
    """List which reports tell of one development, across languages, the newest story first; needs the extra `stories`.

    `as-of` leaves out later reports, `lang` keeps stories that are told in a language too.
    """
    day = as_day(as_of, "as-of") or at.moment.as_of

    def work() -> Page[StorySight]:
        kept = at.desk.workplace.beside("stories")
        found = flow.tell(at.desk.ledger, at.desk.theatre, as_of=day, language=lang, least=least, kept=kept)
        return one_page(
            at, [StorySight(story=story, told=heads) for story, heads in found], key=lambda one: one.story.id
        )

    return give(at, work, day)


def _versions(at: ListAt, report: str | None) -> Page[Version]:
    known = at.desk.ledger.reports(known=at.known_at)
    found = [
        Version(before=before, after=after, added=what.added, removed=what.removed, changed=what.changed)
        for before, after, what in flow.versions(at.desk.ledger, report)
        if after.id in known and (after.valid_from is None or after.valid_from <= at.moment.as_of)
    ]
    return one_page(at, found, key=lambda one: one.after.id)

"""The pages, one module each."""

from missionwatch.web.pages import (
    account,
    audit,
    briefing,
    card,
    claim,
    drafts,
    login,
    marking,
    mission,
    people,
    replay,
    report,
    reports,
    search,
    sources,
    start,
    theatre,
    whatif,
)
from missionwatch.web.pages import map as maps

ROUTERS = (
    login.router, start.router, account.router, people.router, audit.router, theatre.router, mission.router, card.router,
    maps.router, reports.router, report.router, claim.router, sources.router, whatif.router, replay.router, drafts.router,
    briefing.router, search.router, marking.router,
)  # fmt: skip
"""In the order in which addresses are matched: what is fixed before what names a theatre."""

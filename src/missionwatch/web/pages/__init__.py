"""The pages, one module each."""

from missionwatch.web.pages import card, claim, login, mission, report, reports, sources, start, theatre
from missionwatch.web.pages import map as maps

ROUTERS = (
    login.router, start.router, theatre.router, mission.router, card.router, maps.router, reports.router, report.router,
    claim.router, sources.router,
)  # fmt: skip
"""In the order in which addresses are matched: what is fixed before what names a theatre."""

"""The pages, one module each."""

from missionwatch.web.pages import claim, login, report, reports, sources, start, theatre

ROUTERS = (
    login.router, start.router, theatre.router, reports.router, report.router, claim.router, sources.router,
)  # fmt: skip
"""In the order in which addresses are matched: what is fixed before what names a theatre."""

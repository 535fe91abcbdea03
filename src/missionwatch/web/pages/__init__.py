"""The pages, one module each."""

from missionwatch.web.pages import login, start, theatre

ROUTERS = (login.router, start.router, theatre.router)
"""In the order in which addresses are matched: what is fixed before what names a theatre."""

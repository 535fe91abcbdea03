"""The workbench served: one ASGI application with pages, API and MCP, its guards, its settings."""

from missionwatch.serving.app import make_app
from missionwatch.serving.measures import log_to
from missionwatch.serving.settings import Settings

__all__ = ["Settings", "log_to", "make_app"]

"""Sources: a configured source → raw documents and event files, kept in a collection until they are booked.

Takes a theatre's ``collect`` settings; gives ``RawDocument``s (the next room is ``reports``) and ``EventFile``s (the next
room is ``tempo``). One file a connector (``connectors``), one client for all (``fetching``), one way round (``collecting``).
"""

from missionwatch.sources.collecting import Visited, client_for, collect, due, trial
from missionwatch.sources.connectors import CONNECTORS, Connector
from missionwatch.sources.settings import connector_of, options_of, presets
from missionwatch.sources.state import Collection, Waiting

__all__ = [
    "CONNECTORS", "Collection", "Connector", "Visited", "Waiting", "client_for", "collect", "connector_of", "due", "options_of", "presets",
    "trial",
]  # fmt: skip

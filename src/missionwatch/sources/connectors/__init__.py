"""Connectors: what knows how one sort of source is asked. One file each, in one ordered tuple; each has its page in docs."""

from missionwatch.sources.connectors.acled import ACLED
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.connectors.feed import FEED
from missionwatch.sources.connectors.folder import FOLDER
from missionwatch.sources.connectors.gdelt import GDELT
from missionwatch.sources.connectors.mailbox import MAILBOX
from missionwatch.sources.connectors.pages import PAGES
from missionwatch.sources.connectors.reliefweb import RELIEFWEB
from missionwatch.sources.connectors.rijksoverheid import RIJKSOVERHEID
from missionwatch.sources.connectors.sru import SRU
from missionwatch.sources.connectors.tweedekamer import TWEEDEKAMER
from missionwatch.sources.connectors.ucdp import UCDP

CONNECTORS: tuple[Connector, ...] = (
    FEED, PAGES, TWEEDEKAMER, RIJKSOVERHEID, SRU, RELIEFWEB, FOLDER, MAILBOX, ACLED, UCDP, GDELT,
)  # fmt: skip
"""All connectors, in the order in which documents and messages list them."""

__all__ = ["CONNECTORS", "Connector"]

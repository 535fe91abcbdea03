"""What every door stands on: a ledger, the theatres followed, what lies beside them, and who asks.

A door (pages, API, MCP) takes a ``Desk`` from the ``Workplace`` for whoever asks, and works at it: the desk's ledger holds only what
its person may see, so no door has to think of markings.
"""

from missionwatch.workplace.adding import add_document
from missionwatch.workplace.asked import PERMISSIONS, Asked, Asker, Moment, Seen
from missionwatch.workplace.desk import Desk, Workplace

__all__ = ["PERMISSIONS", "Asked", "Asker", "Desk", "Moment", "Seen", "Workplace", "add_document"]

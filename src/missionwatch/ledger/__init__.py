"""The book: statements and reviews in, what stood as of any day as known at any day out. Nothing is ever erased.

``Ledger`` is the protocol; ``MemoryLedger`` the reference that fits on a page; ``SqliteLedger`` one file for one analyst;
``PostgresLedger`` a team's; ``cleared`` what somebody may see of a ledger.
The rooms behind it (``picture``, ``assessment``, ``briefing``) see statements only and never ask who read them.
"""

from missionwatch.ledger.address import Address
from missionwatch.ledger.cleared import apart, cleared, present
from missionwatch.ledger.memory import MemoryLedger
from missionwatch.ledger.opening import open_ledger
from missionwatch.ledger.protocol import Ledger, Receipt, Verification
from missionwatch.ledger.rules import PERSON
from missionwatch.ledger.sqlite import SqliteLedger

__all__ = [
    "PERSON", "Address", "Ledger", "MemoryLedger", "Receipt", "SqliteLedger", "Verification", "apart", "cleared", "open_ledger",
    "present",
]  # fmt: skip

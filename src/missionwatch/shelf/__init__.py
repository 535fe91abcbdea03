"""The shelf: what people keep for themselves beside the ledger, drafts and searches, which are no part of the book.

One SQLite file that several processes may use at once. Nothing in it is ever read as a report or counted.
"""

from missionwatch.shelf.store import LONGEST, MOST, Shelf

__all__ = ["LONGEST", "MOST", "Shelf"]

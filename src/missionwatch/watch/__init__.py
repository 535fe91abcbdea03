"""The watch: sources asked on their own rhythm, what they give booked, the picture renewed, whoever asked for it warned.

Takes a theatre, a ledger and a collection; gives one ``Cycle`` after another. It decides nothing itself: it calls ``flow``
and waits. The doors show what it says.
"""

from missionwatch.watch.cycle import Cycle, Post
from missionwatch.watch.running import run

__all__ = ["Cycle", "Post", "run"]

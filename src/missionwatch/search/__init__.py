"""Search: takes a ledger and a query, gives the statements and reports that hold the words, name whom they name, or mean the same.

``Index`` follows a ledger and answers. ``asking`` understands what was typed, ``naming`` whom it names, ``words`` folds words;
``documents`` says what is indexed, ``following`` keeps the index (``store``) up with the book; ``expressions`` and ``ranking`` find and
rank, ``meaning`` compares vectors, ``showing`` marks. Who shows results is the next room: ``flow``, and the doors.
"""

from missionwatch.search.asking import Asked, Wanted, understand
from missionwatch.search.finding import Index
from missionwatch.search.meaning import Encoder

__all__ = ["Asked", "Encoder", "Index", "Wanted", "understand"]

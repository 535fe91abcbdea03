"""How worrying each mission's state is, and why: a ``Picture`` in, ``Concern``s out. The next room is ``briefing``.

What counts is declared in ``indicators.toml``, a file made to be read; a level opens to the claims that made it. Pure: a
picture gives the same concerns in any order of its statements, and a what-if books nothing.
"""

from missionwatch.assessment.history import History, days
from missionwatch.assessment.indicators import Indicators, load
from missionwatch.assessment.levels import assess, indicators_of, span, trended
from missionwatch.assessment.relations import decisions, does
from missionwatch.assessment.whatif import sentence, suppose

__all__ = [
    "History",
    "Indicators",
    "assess",
    "days",
    "decisions",
    "does",
    "indicators_of",
    "load",
    "sentence",
    "span",
    "suppose",
    "trended",
]

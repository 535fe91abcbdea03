"""How worrying each mission's state is, and why: a ``Picture`` in, ``Concern``s out. The next room is ``briefing``.

What counts is declared in ``indicators.toml``, a file made to be read; a level opens to the claims that made it.
"""

from missionwatch.assessment.indicators import Indicators, load
from missionwatch.assessment.levels import assess

__all__ = ["Indicators", "assess", "load"]

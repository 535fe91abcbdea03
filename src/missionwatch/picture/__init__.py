"""What held at T as known at K: statements in, a ``Picture`` out; and what changed between two of them.

Pure: no clock, no store, no language. The next rooms are ``assessment`` (how worrying) and ``briefing`` (in words).
"""

from missionwatch.picture.build import build, checker
from missionwatch.picture.changes import changes
from missionwatch.picture.checking import Checker, check

__all__ = ["Checker", "build", "changes", "check", "checker"]

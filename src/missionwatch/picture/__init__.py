"""What held at T as known at K: statements in, a ``Picture`` out; and what changed between two of them.

Pure: no clock, no store, no language. The next rooms are ``assessment`` (how worrying) and ``briefing`` (in words).
"""

from missionwatch.picture.build import build
from missionwatch.picture.changes import changes

__all__ = ["build", "changes"]

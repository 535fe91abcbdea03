"""The ``frames`` reader: case frames over clauses, with languages as data packs.

tokens → phrases and clauses → discourse (who is meant) → matching (which frame, who fills its roles) → building.
"""

from missionwatch.reading.frames.reader import FramesReader

__all__ = ["FramesReader"]

"""The levels of a concern and the ways it can go: words that a theatre's file uses too."""

from __future__ import annotations

from typing import Literal

Level = Literal["none", "low", "guarded", "high", "severe"]
LEVELS: tuple[Level, ...] = ("none", "low", "guarded", "high", "severe")
Trend = Literal["improving", "stable", "deteriorating"]

"""Charts: a picture, its concerns and their course in, a drawing and its words out. Drawing is pure: the same in, the same out.

Four kinds: ``levels`` over time, ``contributions`` by country, a ``timeline`` of developments, a ``map`` of missions, places and
incidents. Labels are in the briefing's language; what a chart shows is said in words too, for who cannot see it.
"""

from missionwatch.briefing.charts.drawing import CHARTS, draw

__all__ = ["CHARTS", "draw"]

"""What the benches measured, kept in ``docs/measured.json`` for the charts of ``docs/scale.md`` (``tools/bench_charts.py``).

A bench notes its figures as it prints them. They are kept only where ``MISSIONWATCH_FIGURES=write`` asks for it (``make bench`` does), so
that trying a bench out changes no page.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "docs" / "measured.json"
Figures = dict[str, Any]


def note(bench: str, what: str, **figures: float | str) -> None:
    """Keep the figures of one thing that a bench measured; they replace those measured before."""
    if os.environ.get("MISSIONWATCH_FIGURES") != "write":
        return
    kept = measured()
    rounded = {name: float(f"{one:.4g}") if isinstance(one, float) else one for name, one in figures.items()}
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    kept.setdefault(bench, {})[what] = {**rounded, "on": datetime.now(UTC).date().isoformat(), "load": load}
    FILE.write_text(json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def measured() -> dict[str, dict[str, Figures]]:
    """Return what was measured: by bench, then by thing."""
    found: dict[str, dict[str, Figures]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return found

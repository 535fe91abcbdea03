"""The word lists of this room (``data/*.toml``), each read once."""

from __future__ import annotations

from functools import cache
from importlib import resources

import tomli


@cache
def _file(name: str) -> dict[str, dict[str, list[str]] | list[str]]:
    return tomli.loads((resources.files("missionwatch.reports") / "data" / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, section: str, key: str | None = None) -> tuple[str, ...]:
    """Return a list of a file: of a section's key, or of the section where it is a list itself."""
    found = _file(name)[section]
    return tuple(found[key]) if isinstance(found, dict) and key is not None else tuple(found)

"""Theatres: the files in which users say what they follow, and those that ship as examples."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from missionwatch.errors import TheatreError
from missionwatch.records import Source, Theatre, Yardstick

if TYPE_CHECKING:
    from collections.abc import Iterable


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    title: dict[str, str]
    own: str
    missions: tuple[str, ...]
    countries: tuple[str, ...] = ()
    sources: tuple[_Source, ...] = ()
    yardstick: Yardstick = "icd203"
    indicators: str | None = None


class _Source(Source, frozen=True, forbid_unknown_fields=True):
    pass


def shipped() -> dict[str, Path]:
    """Return the theatre files that ship, by name."""
    installed = Path(str(resources.files("missionwatch"))) / "shipped_theatres"
    folder = installed if installed.is_dir() else Path(__file__).parents[2] / "theatres"
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def load(name: str) -> Theatre:
    """Load a theatre: one that ships by name (``mali``), or a TOML file by its path.

    Raises ``TheatreError`` that names the file, the key and the remedy.
    """
    path = shipped().get(name) or Path(name)
    try:
        said = msgspec.toml.decode(path.read_bytes(), type=_File)
    except FileNotFoundError as fault:
        raise TheatreError(f"there is no theatre {name}; name a TOML file, or one of {', '.join(shipped())}") from fault
    except OSError as fault:
        raise TheatreError(f"cannot read {path}: {fault.strerror}") from fault
    except (msgspec.MsgspecError, ValueError) as fault:
        raise TheatreError(f"{path}: {fault}; compare it with a theatre that ships") from fault
    _check(said, path)
    return Theatre(
        name=path.stem, title=said.title, own=said.own, missions=said.missions, countries=said.countries,
        sources=said.sources, yardstick=said.yardstick,
        indicators=str(path.parent / said.indicators) if said.indicators else None,
    )  # fmt: skip


def dispatches(name: str) -> list[Path]:
    """Return the example reports that ship with a theatre, in order of name (they begin with their date)."""
    path = shipped().get(name)
    if path is None:
        raise TheatreError(f"there is no theatre {name} with example reports; there is {', '.join(shipped())}")
    return sorted(path.with_suffix("").glob("*.txt"))


def _check(said: _File, path: Path) -> None:
    def refuse(key: str, value: str, remedy: str) -> None:
        raise TheatreError(f"{path}: {key} {value!r} {remedy}")

    for code in (said.own, *said.countries, *(s.country for s in said.sources if s.country)):
        if not re.fullmatch(r"[A-Z]{2}", code):
            refuse("country", code, "is no ISO 3166-1 code; write two capitals, for example ML")
    for mission in said.missions:
        if not re.fullmatch(r"mission:[a-z0-9-]+", mission):
            refuse("mission", mission, "is no mission id; write it as mission:takuba")
    if not said.missions:
        refuse("missions", "", "must name at least one mission")
    for what, named in (("mission", said.missions), ("source", tuple(s.id for s in said.sources))):
        for twice in _doubles(named):
            refuse(what, twice, "stands there twice; take one away")
    if said.indicators and not (path.parent / said.indicators).is_file():
        refuse(
            "indicators",
            said.indicators,
            "is no file beside the theatre; write its path relative to the theatre's file",
        )
    if not said.title:
        refuse("title", "", "must have at least one language, for example nl = 'Mali'")


def _doubles(named: Iterable[str]) -> list[str]:
    return [one for one, count in Counter(named).items() if count > 1]

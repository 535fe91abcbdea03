"""Theatres: the files in which users say what they follow, and those that ship as examples."""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.errors import TheatreError
from missionwatch.records import Collect, Source, Subscription, Theatre, Yardstick

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
    contact: str | None = None
    allow: tuple[str, ...] = ()
    alerts: tuple[Subscription, ...] = ()


class _Source(Source, frozen=True, forbid_unknown_fields=True):
    collect: dict[str, Any] | list[dict[str, Any]] | None = None

    @property
    def plain(self) -> Source:
        """Return the source as the rooms know it: how it is collected is no property of it."""
        return Source(**{name: getattr(self, name) for name in Source.__struct_fields__})


def shipped() -> dict[str, Path]:
    """Return the theatre files that ship, by name."""
    installed = Path(str(resources.files("missionwatch"))) / "shipped_theatres"
    folder = installed if installed.is_dir() else Path(__file__).parents[2] / "theatres"
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def load(name: str) -> Theatre:
    """Load a theatre: one that ships by name (``mali``), or a TOML file by its path.

    Raises ``TheatreError`` that names the file, the key and the remedy.
    """
    path = path_of(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise TheatreError(f"there is no theatre {name}; name a TOML file, or one of {', '.join(shipped())}") from fault
    except OSError as fault:
        raise TheatreError(f"cannot read {path}: {fault.strerror}") from fault
    return parse(data, path)


def parse(data: bytes, path: Path) -> Theatre:
    """Return the theatre that a TOML file's bytes describe; ``path`` is what messages call it. Raises as ``load``."""
    try:
        said = msgspec.toml.decode(data, type=_File)
    except (msgspec.MsgspecError, ValueError) as fault:
        raise TheatreError(f"{path}: {fault}; compare it with a theatre that ships") from fault
    _check(said, path)
    return Theatre(
        name=path.stem, title=said.title, own=said.own, missions=said.missions, countries=said.countries,
        indicators=str(path.parent / said.indicators) if said.indicators else None,
        sources=tuple(source.plain for source in said.sources), yardstick=said.yardstick, contact=said.contact, allow=said.allow,
        collect=tuple(_collects(said, path)), alerts=said.alerts,
    )  # fmt: skip


def path_of(name: str) -> Path:
    """Return the file of a theatre: one that ships by name, or the file itself."""
    return shipped().get(name) or Path(name)


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
    for alert in said.alerts:
        for mission in alert.missions:
            if mission not in said.missions:
                refuse(f"alert {alert.name}: mission", mission, "is not followed in this theatre; add it to missions")
    named_once = (
        ("mission", said.missions), ("source", tuple(s.id for s in said.sources)), ("alert", tuple(a.name for a in said.alerts)),
    )  # fmt: skip
    for what, named in named_once:
        for twice in _doubles(named):
            refuse(what, twice, "stands there twice; take one away")
    if said.indicators and not (path.parent / said.indicators).is_file():
        refuse(
            "indicators",
            said.indicators,
            "is no file beside the theatre; write its path relative to the theatre's file",
        )
    for one in said.allow:
        try:
            ipaddress.ip_network(one, strict=False)
        except ValueError:
            refuse("allow", one, "is neither an address nor a network; write for example 127.0.0.1 or 10.1.0.0/16")
    if said.contact is not None and not re.fullmatch(r"[!-~]{3,200}", said.contact):
        refuse("contact", said.contact, "is no address that servers can be told; write a mail or web address")
    if not said.title:
        refuse("title", "", "must have at least one language, for example nl = 'Mali'")


def _doubles(named: Iterable[str]) -> list[str]:
    return [one for one, count in Counter(named).items() if count > 1]


_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def _collects(said: _File, path: Path) -> Iterable[Collect]:
    """Yield how the sources are collected; what is not the same for all connectors is left to each connector to check."""
    seen: set[str] = set()
    for source in said.sources:
        tables = (
            source.collect
            if isinstance(source.collect, list)
            else [source.collect]
            if source.collect is not None
            else []
        )
        for table in tables:
            one = _collect(source.id, dict(table), path)
            if one.key in seen:
                raise TheatreError(
                    f"{path}: source {source.id!r} has two `collect` tables called {one.name or 'nothing'}; give each a `name`"
                )
            seen.add(one.key)
            yield one


def _collect(source: str, table: dict[str, Any], path: Path) -> Collect:
    def refuse(key: str, remedy: str) -> TheatreError:
        return TheatreError(f"{path}: source {source!r}, collect.{key} {table.get(key)!r} {remedy}")

    common: dict[str, Any] = {key: table[key] for key in ("pace", "most", "api") if key in table}
    if not isinstance(table.get("connector"), str):
        raise refuse("connector", 'must name one, for example connector = "feed" (docs/sources lists them)')
    if "every" in table:
        every = re.fullmatch(r"(\d{1,5})([smhd])", str(table["every"]))
        if every is None or int(every[1]) == 0:
            raise refuse("every", 'is no rhythm; write a number and s, m, h or d, for example "30m"')
        common["every"] = int(every[1]) * _UNITS[every[2]]
    if "name" in table:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,40}", str(table["name"])):
            raise refuse("name", "must be small letters, digits and dashes")
        common["name"] = table["name"]
    if "since" in table:
        try:
            common["since"] = (
                table["since"] if type(table["since"]) is date else date.fromisoformat(str(table["since"]))
            )
        except ValueError:
            raise refuse("since", "is no date; write it as 2022-01-01") from None
    own = ("connector", "every", "name", "since", "pace", "most", "api")
    options = {key: value for key, value in table.items() if key not in own}
    try:
        made = {"source": source, "connector": table["connector"], **common, "options": options}
        return msgspec.convert(made, type=Collect)
    except msgspec.ValidationError as fault:
        raise TheatreError(
            f"{path}: source {source!r}, collect: {fault}; docs/sources/README.md says what may stand there"
        ) from fault

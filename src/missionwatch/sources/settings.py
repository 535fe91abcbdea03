"""What a theatre says of collecting, checked: which connector, with which options. Faults name source, key and remedy."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec
import tomli

from missionwatch.errors import AddressRefusedError, SourceSettingsError
from missionwatch.sources.addresses import target
from missionwatch.sources.connectors import CONNECTORS, Connector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records import Collect


class Preset(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A public source that is well known: a connector with its options. Data, not code."""

    name: str
    connector: str
    options: dict[str, Any]
    every: int
    language: str
    terms: str


@cache
def presets() -> dict[str, Preset]:
    """Return the presets that ship, by name."""
    text = (resources.files("missionwatch.sources") / "presets.toml").read_text("utf-8")
    return msgspec.convert(tomli.loads(text), type=dict[str, Preset])


def connector_of(collect: Collect, where: str) -> Connector:
    """Return the connector of a source's settings, by its own name or by a preset's."""
    preset = presets().get(collect.connector)
    name = preset.connector if preset else collect.connector
    for connector in CONNECTORS:
        if connector.name == name:
            return connector
    raise SourceSettingsError(
        f"{where}, source {collect.key}: there is no connector {collect.connector!r}; choose one of "
        f"{', '.join(c.name for c in CONNECTORS)}, or a preset: {', '.join(presets())}"
    )


def options_of(collect: Collect, where: str) -> Any:
    """Return a source's options as its connector wants them; raise ``SourceSettingsError``."""
    connector = connector_of(collect, where)
    preset = presets().get(collect.connector)
    said = {**(preset.options if preset else {}), **collect.options}
    page = f"see docs/sources/{connector.page}"
    try:
        options = msgspec.convert(said, type=connector.options)
    except msgspec.ValidationError as fault:
        key = _key(str(fault))
        raise SourceSettingsError(f"{where}, source {collect.key}: {key}{fault}; {page}") from fault
    for name in connector.addresses:
        value = getattr(options, name, None)
        for one in value if isinstance(value, tuple) else (value,) if value else ():
            try:
                target(one)
            except AddressRefusedError as fault:
                raise SourceSettingsError(f"{where}, source {collect.key}: {name}: {fault}; {page}") from fault
    return options


def secrets_of(connector: Connector, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what a connector needs from the environment; raise ``SourceSettingsError`` that names what is missing.

    Passwords and tokens never stand in a theatre file: those are shared.
    """
    given = os.environ if environment is None else environment
    missing = [name for name in connector.secrets if not given.get(name)]
    if missing:
        raise SourceSettingsError(
            f"{connector.name} needs {' and '.join(missing)} in the environment; docs/sources/{connector.page} says how to get one"
        )
    return {name: given[name] for name in connector.secrets}


def _key(fault: str) -> str:
    at = re.search(r"`\$\.([\w.\[\]]+)`", fault)
    return f"collect.{at[1]}: " if at else "collect: "

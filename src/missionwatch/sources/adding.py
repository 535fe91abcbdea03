"""Adding a source to a user's theatre file: a few lines in the right place; nothing else in the file is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tomli

from missionwatch.errors import SourceSettingsError, TheatreError
from missionwatch.files import whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLE = re.compile(r"^\s*\[")


def value_of(said: str) -> Any:
    """Return an option's value as TOML reads it (``3``, ``true``, ``["a", "b"]``); what is none is a text."""
    try:
        return tomli.loads(f"x = {said}")["x"]
    except tomli.TOMLDecodeError:
        return said


def with_source(text: str, source: Mapping[str, Any], collect: Mapping[str, Any]) -> str:
    """Return a theatre file's text with a source added, or with the ``collect`` table of a source that has none.

    Raises ``SourceSettingsError`` where the source has one already.
    """
    listed = [one for one in tomli.loads(text).get("sources", []) if isinstance(one, dict)]
    found = next((number for number, one in enumerate(listed) if one.get("id") == source["id"]), None)
    lines = [*("\n[[sources]]" if found is None else "",)]
    if found is None:
        lines += [f"{key} = {_toml(value)}" for key, value in source.items() if value is not None]
    elif "collect" in listed[found]:
        raise SourceSettingsError(
            f"source {source['id']!r} is collected already; change its lines in the file, or give the new source another id"
        )
    lines += ["[sources.collect]", *(f"{key} = {_toml(value)}" for key, value in collect.items() if value is not None)]
    block = "\n".join(lines).rstrip() + "\n"
    if found is None:
        return text.rstrip("\n") + "\n" + block
    return _inserted(text, found, block.lstrip("\n"))


def _inserted(text: str, number: int, block: str) -> str:
    """Return the text with a block at the end of the ``number``-th ``[[sources]]`` table, before its trailing comments."""
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if re.match(r"^\s*\[\[\s*sources\s*\]\]", line)]
    begin = starts[number]
    end = next((at for at in range(begin + 1, len(lines)) if _TABLE.match(lines[at])), len(lines))
    while end > begin + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return "\n".join([*lines[:end], *block.rstrip("\n").split("\n"), *lines[end:]])


def write(path: Path, text: str) -> None:
    """Write a file in one step; raise ``TheatreError`` where it cannot be."""
    try:
        with whole(path) as file:
            file.write(text.encode())
    except OSError as fault:
        raise TheatreError(f"cannot write {path}: {fault.strerror}") from fault


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda c: f"\\u{ord(c[0]):04x}", escaped) + '"'

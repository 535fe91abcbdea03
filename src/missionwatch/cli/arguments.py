"""What commands make of their arguments: days, moments, theatres, ledgers, files."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import typer

from missionwatch.cli import show
from missionwatch.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from missionwatch.ledger import Ledger
    from missionwatch.records import Theatre

_EARLIEST, _LATEST = 1000, 9000  # years; trends and calendars count days back and ahead, and the calendar itself ends


def as_day(text: str | None, option: str) -> date | None:
    """Return the day a text names; what is no date is a wrong command line."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise typer.BadParameter(
            f"{text!r} is no date; write it as YYYY-MM-DD, for example 2022-02-07", param_hint=option
        ) from fault
    if not _EARLIEST <= day.year <= _LATEST:
        raise typer.BadParameter(f"{text} is no day that reports speak of; is the year right?", param_hint=option)
    return day


def as_moment(text: str | None) -> datetime:
    """Return the end of the day a text names, or now where there is none."""
    from missionwatch import flow  # noqa: PLC0415 - the rooms are loaded when a command needs them: --help stays fast

    day = as_day(text, "--known")
    return flow.end_of(day) if day is not None else datetime.now(UTC)


def theatre_of(name: str) -> Theatre:
    """Return the theatre of that name or file; missions that nobody knows are named on standard error."""
    from missionwatch import theatre  # noqa: PLC0415

    followed = theatre.load(name)
    if name not in theatre.shipped():
        _doubt_missions(followed)
    return followed


def _doubt_missions(followed: Theatre) -> None:
    """Warn of missions that are not in the register: no report can name them, and a slip looks like silence."""
    from difflib import get_close_matches  # noqa: PLC0415

    from missionwatch import register  # noqa: PLC0415

    known = register.load()
    for mission in followed.missions:
        if known.mission(mission) is None:
            near = get_close_matches(mission, [entry.id for entry in known.entries("mission")], n=3, cutoff=0.7)
            asked = f"; is {' or '.join(near)} meant?" if near else "; docs/register.md says how to add it"
            show.errors.print(
                f"Theatre {followed.name}: {mission} is not in the register, so no report can name it{asked}",
                style="yellow", highlight=False, markup=False, soft_wrap=True,
            )  # fmt: skip


def mission_of(name: str, theatre: Theatre, option: str) -> str:
    """Return the id of one of a theatre's missions, named by its register name (``takuba``) or its id."""
    wanted = name if ":" in name else f"mission:{name}"
    if wanted not in theatre.missions:
        known = ", ".join(one.removeprefix("mission:") for one in theatre.missions)
        raise typer.BadParameter(f"{name!r} is no mission of this theatre; it has {known}", param_hint=option)
    return wanted


def opened(address: Path | str, *, create: bool = False) -> Ledger:
    """Return the ledger at that address, to be used with ``with``."""
    from missionwatch.ledger import open_ledger  # noqa: PLC0415

    return open_ledger(address, create=create)


def place_of(ledger: Path | str) -> Path:
    """Return the path beside which lie the files that go with a ledger: its file, or one in the state folder."""
    from missionwatch.ledger import Address  # noqa: PLC0415

    return Address.of(ledger).place


def beside(ledger: Path | str, what: str) -> Path:
    """Return the file or folder beside a ledger that keeps something of it (``missionwatch.db.known``)."""
    place = place_of(ledger)
    return place.with_name(f"{place.name}.{what}")


def documents(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and those in the folders, in order of name.

    A folder's README and TOML files (a theatre, what is expected of it) lie beside reports and are none themselves.
    """
    out: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not _beside(p))
            if not inside:
                raise ReportError(f"{path} holds no files; name a folder with reports")
            out.extend(inside)
        else:
            out.append(path)
    return out


def _beside(path: Path) -> bool:
    return path.name.startswith(".") or path.name == "README.md" or path.suffix == ".toml"

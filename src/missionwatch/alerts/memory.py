"""What was told and what waits, in one small file that a crash cannot break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from missionwatch.alerts.deciding import Memory
from missionwatch.errors import AlertsError
from missionwatch.files import whole

if TYPE_CHECKING:
    from pathlib import Path


def load(path: Path) -> Memory:
    """Return what was told; nothing where there is no file yet. Raise ``AlertsError`` where it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Memory)
    except FileNotFoundError:
        return Memory()
    except (msgspec.MsgspecError, ValueError, OSError) as fault:
        raise AlertsError(
            f"{path} cannot be read ({fault}); move it away to begin anew: what was told is told again"
        ) from fault


def save(memory: Memory, path: Path) -> None:
    """Write the file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as file:
            file.write(msgspec.json.format(msgspec.json.encode(memory), indent=1))
    except OSError as fault:
        raise AlertsError(f"cannot write {path}: {fault.strerror}; check the rights on its folder") from fault

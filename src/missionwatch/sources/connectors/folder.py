"""A folder of this machine: each file is a document; messages and mailboxes in it are opened."""

from __future__ import annotations

import mimetypes
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from missionwatch.errors import SourceUnavailableError
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.connectors.mailbox import MESSAGES, messages_in
from missionwatch.sources.visiting import Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.sources.visiting import Mark

LARGEST_FILE = 20_000_000
"""Bytes; what a report can be made of."""
_LARGEST_BOX = 4_000_000_000


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``path`` is the folder; ``deep``: the folders in it too."""

    path: str
    deep: bool = True


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    root = Path(visit.options.path).expanduser()
    if not root.is_dir():
        raise SourceUnavailableError(f"there is no folder {root}; check `path`")
    for path in _files(visit, root):
        try:
            found = path.stat()
            inside = str(path.relative_to(root))
            item = inside.encode("utf-8", "backslashreplace").decode()  # names may hold bytes that are no text
            stamp = f"{found.st_size}-{found.st_mtime_ns}"
            if visit.stamp(item) == stamp:
                continue
            if path.suffix.lower() in MESSAGES:
                if found.st_size <= _LARGEST_BOX:
                    yield from messages_in(visit, path)
                    yield Wanted(url=path.absolute().as_uri(), item=item, stamp=stamp, data=b"")
                continue
            if found.st_size > LARGEST_FILE:
                visit.fault(
                    f"{item} has {found.st_size / 1e6:.0f} MB; documents have at most {LARGEST_FILE / 1e6:.0f} MB"
                )
                continue
            yield Wanted(
                url=path.absolute().as_uri(), item=item, stamp=stamp, data=path.read_bytes(), file_name=text_of(path.name),
                media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
                updated=datetime.fromtimestamp(min(found.st_mtime, visit.clock().timestamp()), UTC),
            )  # fmt: skip
        except OSError as fault:
            visit.fault(f"cannot read {path.name!r}: {fault.strerror}")


def _files(visit: Visit[Options], root: Path) -> Iterator[Path]:
    """Yield plain files in order of name; links, devices and hidden files are left where they are."""
    for folder, inside, names in os.walk(root, followlinks=False):
        inside[:] = sorted(name for name in inside if not name.startswith(".")) if visit.options.deep else []
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and stat.S_ISREG(path.lstat().st_mode):
                yield path


FOLDER = Connector("folder", Options, _listing, addresses=(), local=True)

"""Files written whole or not at all: whoever reads one sees what it was before or what it is now, also after a crash."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole(path: Path, *, lasting: bool = True) -> Iterator[IO[bytes]]:
    """Give a file to write to that takes the place of ``path`` once the block is over; a fault leaves ``path`` as it was.

    ``lasting`` waits until the bytes are on the disk; without it a crash may lose what can be made again. The folder must be
    there; the rights of a file that was there stay. Raises ``OSError``.
    """
    draft = path.with_name(f".new-{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as out:
            yield out
            out.flush()
            if lasting:
                os.fsync(out.fileno())
        with suppress(FileNotFoundError):
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise

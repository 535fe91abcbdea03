"""Answers kept on disk, so that the same question is asked and paid for once."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from missionwatch.errors import LlmNotSetUpError

if TYPE_CHECKING:
    from pathlib import Path


class Cache:
    """A folder with a file per answer, named by what was asked. Files appear whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> str | None:
        """Return the answer kept under a key, or None."""
        try:
            return self._path(key).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, answer: str) -> None:
        """Keep an answer. Only the user can read it: it quotes the report."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(answer)
            os.replace(name, path)  # noqa: PTH105 - beside os.fdopen
        except OSError as fault:
            raise LlmNotSetUpError(
                f"cannot write the cache of answers in {self.folder} ({fault.strerror}); "
                "set MISSIONWATCH_LLM_CACHE to a folder of yours"
            ) from fault

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"

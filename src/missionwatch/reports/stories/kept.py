"""The vectors of reports, kept beside the ledger: embedding takes longer than all the rest. Made again where they are missing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import numpy as np

from missionwatch.files import whole
from missionwatch.reports.stories.features import DIMENSIONS, opening

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from missionwatch.records import Report
    from missionwatch.reports.stories.features import Embedding

_TOGETHER = 64  # texts embedded at once


class KeptVectors:
    """Vectors by report id: those in a file, and those that ``of`` had to make (half a number for each: 1 kB a report)."""

    def __init__(self, path: Path | None, embedding: Callable[[], Embedding]) -> None:
        self._path, self._embedding = path, embedding
        self._vectors: dict[str, NDArray[np.float16]] = {}
        self._made = 0
        try:
            if path is not None:
                with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                    if kept["vectors"].shape[1:] == (DIMENSIONS,):
                        self._vectors = dict(zip(kept["ids"].tolist(), kept["vectors"], strict=True))
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            self._vectors = {}

    def of(self, reports: Sequence[Report]) -> NDArray[np.float32]:
        """Return one row of length one for each report."""
        lacking = [report for report in reports if report.id not in self._vectors]
        if lacking:
            embed = self._embedding()
            for begin in range(0, len(lacking), _TOGETHER):
                some = lacking[begin : begin + _TOGETHER]
                for report, vector in zip(some, embed([opening(one) for one in some]), strict=True):
                    self._vectors[report.id] = vector.astype(np.float16)
            self._made += len(lacking)
        rows: NDArray[np.float32] = np.array([self._vectors[one.id] for one in reports], np.float32)
        rows = rows.reshape(len(reports), DIMENSIONS)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return rows

    def save(self) -> None:
        """Keep the vectors in the file, at once or not at all."""
        if self._path is None or not self._made:
            return
        try:
            with whole(self._path, lasting=False) as out:
                ids, vectors = np.array(list(self._vectors)), np.array(list(self._vectors.values()))
                np.savez(out, allow_pickle=False, ids=ids, vectors=vectors)
        except OSError:
            return  # a convenience, not a record
        self._made = 0

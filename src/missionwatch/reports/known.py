"""What is known of the reports in the book, so that a new one finds its place: a copy, a new version, or new.

It is an index and no record: it can be made again from the book at any time, and is when the two do not fit together.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from missionwatch.files import whole
from missionwatch.reports.copies import Copies
from missionwatch.reports.postings import Postings, key_of
from missionwatch.reports.versions import heading_of, is_version, page_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.records import Report

_FORMAT = 1
_MOST = 200  # earlier reports at one address or under one title that are compared


class KnownReports:
    """Remembers reports; says of a new one which it copies and of which page it is a new version.

    ``look_up`` returns a report of the book by id. ``seq`` and ``digest`` say up to which booking the memory goes.
    """

    def __init__(self, look_up: Callable[[str], Report]) -> None:
        self._fresh: dict[str, Report] = {}  # added since it was made or loaded: they need not be in the book yet
        self._book = look_up
        self._copies = Copies(self._look_up)
        self._names, self._pages, self._titles = Postings(), Postings(), Postings()
        self.seq, self.digest = 0, ""
        self._noted = 0

    def __len__(self) -> int:
        """Return the number of reports."""
        return len(self._copies)

    def __contains__(self, report: str) -> bool:
        """Say whether a report is remembered, by id."""
        return any(self._copies.id_of(n) == report for n in self._names.get(key_of(report)))

    def place(self, draft: Report) -> Report:
        """Return a report with what it copies (``copy_of``) and the earlier versions of its page (``earlier``).

        A later version ``corrects`` the one before it: the same voice, speaking again.
        """
        latest = None if draft.corrects or draft.id in self else self._latest(draft)
        if latest is not None:
            draft = msgspec.structs.replace(draft, earlier=(*latest.earlier, latest.id), corrects=latest.id)
        return msgspec.structs.replace(draft, copy_of=self._copies.original(draft, besides=frozenset(draft.earlier)))

    def follow(self, draft: Report, before: Report) -> Report:
        """Return a report as a later version of one that is known: the same document, made again."""
        known = self._latest(draft) or before
        placed = msgspec.structs.replace(draft, earlier=(*known.earlier, known.id), corrects=known.id)
        return msgspec.structs.replace(placed, copy_of=self._copies.original(placed, besides=frozenset(placed.earlier)))

    def add(self, report: Report, *, booked: bool = False) -> None:
        """Remember a report; one that is remembered already changes nothing. ``booked``: it can be looked up in the book."""
        if report.id in self:
            return
        if not booked:
            self._fresh[report.id] = report
        number = self._copies.add(report)
        self._names.add(number, (key_of(report.id),))
        self._titles.add(number, (key_of(heading_of(report)),))
        if (page := page_of(report)) is not None:
            self._pages.add(number, (key_of(f"{report.source}\x1f{page}"),))
        self._noted += 1

    def _latest(self, draft: Report) -> Report | None:
        """Return the latest version of the page that a report is a version of, or None."""
        page = page_of(draft)
        numbers = self._titles.get(key_of(heading_of(draft)), _MOST)
        if page is not None:
            numbers += self._pages.get(key_of(f"{draft.source}\x1f{page}"), _MOST)
        best: Report | None = None
        for number in sorted(set(numbers)):
            other = self._look_up(self._copies.id_of(number))
            if (best is None or len(other.earlier) >= len(best.earlier)) and is_version(draft, other):
                best = other
        return best

    def _look_up(self, name: str) -> Report:
        return self._fresh.get(name) or self._book(name)

    def save(self, path: Path) -> None:
        """Keep the memory in a file, at once or not at all; a file that cannot be written is left: it is made again."""
        if not self._noted:
            return
        arrays = {
            **self._copies.arrays(), "names": self._names.entries(), "pages": self._pages.entries(), "titles": self._titles.entries(),
            "mark": np.array([_FORMAT, self.seq], np.uint64), "digest": np.array([self.digest.encode()], "S64"),
        }  # fmt: skip
        try:
            with whole(path, lasting=False) as out:
                np.savez(out, allow_pickle=False, **arrays)
        except OSError:
            return
        self._noted = 0

    @classmethod
    def load(cls, path: Path, look_up: Callable[[str], Report]) -> KnownReports | None:
        """Return the memory in a file, or None where there is none that can be read."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                arrays = {name: kept[name] for name in kept.files}
            if int(arrays["mark"][0]) != _FORMAT:
                return None
            made = cls(look_up)
            made._copies = Copies.of(arrays, made._look_up)
            made._names, made._pages, made._titles = (Postings(arrays[name]) for name in ("names", "pages", "titles"))
            made.seq, made.digest = int(arrays["mark"][1]), bytes(arrays["digest"][0]).decode()
        except (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile):
            return None
        return made

"""The documents themselves, kept under the hash of their bytes, so that a report can be made again or be checked."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from missionwatch.errors import ReportError
from missionwatch.files import whole
from missionwatch.reports.documents import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a document's bytes, as hex: the name under which it is kept."""
    return hashlib.sha256(data).hexdigest()


class RawStore:
    """A folder of documents, each at ``ab/abcd…``; what is there is never written again, so that two writers agree.

    What is not in it is looked for in ``others``, such as a collection's, which has the same form; nothing is written there.
    """

    def __init__(self, folder: Path, *others: Path) -> None:
        self._folder, self._others = folder, others

    def keep(self, data: bytes) -> str:
        """Keep a document and return its digest; raise ``ReportError`` where it is too large or cannot be written."""
        if len(data) > LARGEST_FILE:
            raise ReportError(f"a document has {len(data) / 1e6:.0f} MB; at most {LARGEST_FILE / 1e6:.0f} MB are kept")
        digest = digest_of(data)
        path = self._path(digest)
        if path.exists():
            return digest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with whole(path) as out:
                out.write(data)
        except OSError as fault:
            raise ReportError(
                f"cannot keep a document in {self._folder}: {fault.strerror}; make room or name another folder"
            ) from fault
        return digest

    def get(self, digest: str) -> bytes:
        """Return a document; raise ``ReportError`` where it is not there or was changed."""
        try:
            data = self._found(digest).read_bytes()
        except OSError as fault:
            raise ReportError(
                f"the document {digest[:12]}… is not kept in {self._folder}; add its file again"
            ) from fault
        if digest_of(data) != digest:
            raise ReportError(f"the document {digest[:12]}… in {self._folder} was changed; restore it from a copy")
        return data

    def _found(self, digest: str) -> Path:
        path = self._path(digest)
        return next(
            (
                at
                for folder in (self._folder, *self._others)
                if (at := folder / path.relative_to(self._folder)).is_file()
            ),
            path,
        )

    def __contains__(self, digest: str) -> bool:
        """Say whether a document is kept."""
        return bool(_DIGEST.fullmatch(digest)) and self._found(digest).is_file()

    def __iter__(self) -> Iterator[str]:
        """Yield the digests of all documents, in order."""
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            if _DIGEST.fullmatch(path.name):
                yield path.name

    def _path(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ReportError(f"{digest[:80]!r} is no SHA-256 of a document")
        return self._folder / digest[:2] / digest

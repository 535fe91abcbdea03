"""Archives: a folder tree of documents, WARC files as web archives write them, Parquet tables of texts; cut into shards.

A shard is small and says where its documents lie, so that any worker that sees the same files can read it.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from missionwatch import urls
from missionwatch.errors import ClusterError
from missionwatch.records import RawDocument
from missionwatch.reports.documents import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.records import Theatre

Layout = Literal["folder", "warc", "parquet"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
_A_SHARD = 100  # documents: some seconds of reading, so that little is read twice when a worker dies
_WARC = (".warc", ".warc.gz")
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_ROWS = 100


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """What the columns of a table of texts are called; those that are not there are left out, but for ``text``."""

    text: str = "text"
    title: str = "title"
    url: str = "url"
    published: str = "published"
    source: str = "source"
    language: str = "language"


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of an archive: files of a folder (``names``), records of a WARC file from a byte on, or rows of a Parquet file.

    ``first`` and ``count`` are the byte and the number of records of a WARC file, the first row and the number of rows of a table.
    ``number`` is its place in the archive.
    """

    number: int
    layout: Layout
    path: str
    names: tuple[str, ...] = ()
    first: int = 0
    count: int = 0


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """An archive and how it is to be understood. ``source`` is the id of the source of all of it, None where each document says its own.

    ``fetched`` is the day it was collected, where the documents do not say: no document can be of a later day.
    """

    path: str
    layout: Layout
    source: str | None = None
    fetched: datetime
    columns: Columns = Columns()

    def files(self) -> list[Path]:
        """Return its files in order of name."""
        root = Path(self.path)
        if root.is_file():
            return [root]
        found = sorted(p for p in root.rglob("*") if p.is_file() and not p.name.startswith("."))
        return [p for p in found if _layout(p) == self.layout]

    def shards(self) -> Iterator[Shard]:
        """Yield its shards in order; WARC files are gone through once to find where their records begin."""
        for number, shard in enumerate(self._cut()):
            yield msgspec.structs.replace(shard, number=number)

    def _cut(self) -> Iterator[Shard]:
        files = self.files()
        if self.layout == "folder":
            for at in range(0, len(files), _A_SHARD):
                some = files[at : at + _A_SHARD]
                yield Shard(
                    number=0, layout="folder", path=self.path, names=tuple(str(p) for p in some), count=len(some)
                )
            return
        for path in files:
            yield from _warc_shards(path) if self.layout == "warc" else _parquet_shards(path)

    def documents(self, shard: Shard, theatre: Theatre) -> Iterator[Path | RawDocument]:
        """Yield a shard's documents; raise ``ClusterError`` where a file cannot be read."""
        hosts = {host: one.id for one in theatre.sources if (host := urls.parts(one.url).hostname)}
        try:
            match shard.layout:
                case "folder":
                    yield from (Path(name) for name in shard.names)
                case "warc":
                    yield from self._of_warc(shard, hosts)
                case "parquet":
                    yield from self._of_parquet(shard, hosts)
        except OSError as fault:
            raise ClusterError(
                f"cannot read {shard.path}: {fault.strerror or fault}; does every worker see it?"
            ) from fault

    def _of_warc(self, shard: Shard, hosts: dict[str, str]) -> Iterator[RawDocument]:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra

        with Path(shard.path).open("rb") as stream:
            stream.seek(shard.first)
            for seen, record in enumerate(ArchiveIterator(stream)):
                if seen >= shard.count:
                    return
                if not _is_page(record):
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                kind, _, rest = (record.http_headers.get_header("Content-Type") or "").partition(";")
                data = record.content_stream().read(LARGEST_FILE + 1)
                if len(data) > LARGEST_FILE:
                    continue
                yield RawDocument(
                    source=self.source or _source_of(url, hosts), url=url, data=data, media_type=kind.strip().lower(),
                    charset=rest.partition("charset=")[2].strip(" \"'") or None,
                    fetched_at=_moment(record.rec_headers.get_header("WARC-Date")) or self.fetched,
                )  # fmt: skip

    def _of_parquet(self, shard: Shard, hosts: dict[str, str]) -> Iterator[RawDocument]:
        from pyarrow import parquet  # noqa: PLC0415 - an extra

        file, named = parquet.ParquetFile(shard.path), self.columns
        wanted = [name for name in msgspec.structs.astuple(named) if name in file.schema_arrow.names]
        if named.text not in wanted:
            raise ClusterError(f"{shard.path} has no column {named.text!r}; name its column of texts with --text")
        group, at = _group(file, shard.first)
        rows = file.read_row_group(group, columns=wanted).slice(shard.first - at, shard.count).to_pylist()
        for row in rows:
            text, url = str(row.get(named.text) or ""), str(row.get(named.url) or "")
            yield RawDocument(
                source=self.source or str(row.get(named.source) or "") or _source_of(url, hosts), url=url or shard.path,
                data=text.encode(), media_type="text/plain", charset="utf-8", title=_said(row.get(named.title)),
                published=_moment(row.get(named.published)), language=_said(row.get(named.language)), fetched_at=self.fetched,
            )  # fmt: skip


def open_archive(
    path: Path,
    *,
    fetched: datetime,
    layout: Layout | None = None,
    source: str | None = None,
    columns: Columns | None = None,
) -> Archive:
    """Return the archive at a path; its layout is that of its first file where none is named.

    Raises ``ClusterError`` where nothing is there, or a library for it is missing.
    """
    if not path.exists():
        raise ClusterError(f"there is no archive {path}; name a folder, WARC files or Parquet files")
    first = (
        path if path.is_file() else next((p for p in sorted(path.rglob("*")) if p.is_file() and p.name[0] != "."), None)
    )
    if first is None:
        raise ClusterError(f"{path} holds no files; name a folder with documents, WARC files or Parquet files")
    found = layout or _layout(first)
    try:
        if found == "warc":
            import warcio  # noqa: F401, PLC0415
        elif found == "parquet":
            import pyarrow  # noqa: F401, ICN001, PLC0415
    except ImportError as fault:
        raise ClusterError(f"a {found} archive needs the extra: pip install 'missionwatch[cluster]'") from fault
    return Archive(path=str(path.resolve()), layout=found, source=source, fetched=fetched, columns=columns or Columns())


def _layout(path: Path) -> Layout:
    if path.name.endswith(_WARC):
        return "warc"
    return "parquet" if path.suffix == ".parquet" else "folder"


def _warc_shards(path: Path) -> Iterator[Shard]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra

    with path.open("rb") as stream:
        records = ArchiveIterator(stream)
        first = count = 0
        for _ in records:
            if count == _A_SHARD:
                yield Shard(number=0, layout="warc", path=str(path), first=first, count=count)
                first, count = records.get_record_offset(), 0
            count += 1
        if count:
            yield Shard(number=0, layout="warc", path=str(path), first=first, count=count)


def _parquet_shards(path: Path) -> Iterator[Shard]:
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    file, row = parquet.ParquetFile(path), 0
    for group in range(file.num_row_groups):
        end = row + file.metadata.row_group(group).num_rows
        for first in range(row, end, _ROWS):
            yield Shard(number=0, layout="parquet", path=str(path), first=first, count=min(_ROWS, end - first))
        row = end


def _group(file: Any, row: int) -> tuple[int, int]:
    """Return the row group of a table that holds a row, and its first row."""
    at = 0
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        if row < at + rows:
            return group, at
        at += rows
    raise ClusterError(f"there is no row {row}; was the file changed since it was cut into shards?")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in _PAGES


def _source_of(url: str, hosts: dict[str, str]) -> str:
    """Return the source that an address belongs to: one of the theatre's, else its host."""
    host = urls.parts(url).hostname or "unknown"
    return next(
        (one for known, one in hosts.items() if host == known or host.endswith("." + known)), host.removeprefix("www.")
    )


def _moment(said: object) -> datetime | None:
    if isinstance(said, datetime):
        return said if said.tzinfo is not None else said.replace(tzinfo=UTC)
    if isinstance(said, date):
        return datetime.combine(said, time(), tzinfo=UTC)
    try:
        found = datetime.fromisoformat(str(said)) if said else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo is not None else found.replace(tzinfo=UTC)


def _said(value: object) -> str | None:
    return str(value) if value else None


def name_of(*said: Sequence[object] | msgspec.Struct | str) -> str:
    """Return a name for what is made of these: the same for the same, 128 bits of SHA-256."""
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:32]

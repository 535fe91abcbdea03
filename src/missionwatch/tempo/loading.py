"""Loading event files: from files in any of the formats to Parquet in the normal form, each event once.

A batch of files is read in one stream into new Parquet files (``_stage``), what is there already or replaced is taken out
(``merging.settle``), and the folder's index is replaced. Bad rows go to ``rejects.jsonl`` with their reason; a bad file is
refused with its reason; neither stops the load.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from missionwatch.errors import TempoStoreError
from missionwatch.tempo import formats, merging, normal, opening
from missionwatch.tempo.opening import Opened, RefusedFileError
from missionwatch.tempo.store import REJECTS, WORK, Index, LoadedFile, connect, held, write_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from missionwatch.tempo.formats import Format

BATCH_BYTES = 1 << 31
"""Unpacked bytes of event files that are loaded in one step."""
BATCH_FILES = 3_000  # a month of GDELT's quarters of an hour
MAX_LINE = 1 << 20  # bytes: an event has a few hundred
REJECTED_TEXT = 2_000  # characters of a rejected row that are kept


@dataclass(slots=True)
class Loaded:
    """What a load did: rows read, events added, replaced by a newer version and already there; what was rejected, by reason."""

    files: int = 0
    already: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    rows: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    flaws: Counter[str] = field(default_factory=Counter)

    @property
    def rejected_rows(self) -> int:
        """Return how many rows were rejected."""
        return sum(self.rejected.values())


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that is being loaded: its number, what it was called, its digest, and the plain files in it."""

    number: int
    name: str
    sha256: str
    release: str | None
    plain: tuple[Opened, ...]


def load(
    paths: Sequence[Path],
    folder: Path,
    *,
    format: Format | None = None,  # noqa: A002 - the word of the command line
    release: str | None = None,
    today: date | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Loaded:
    """Load event files into a folder; ``progress`` is told how many files are done.

    The files are taken in the given order. ``release`` is what the files are of (``25.1``), where their names do not say it.
    Raises ``TempoStoreError`` (the folder, or a file that cannot be read at all) and ``TempoNotSetUpError``.
    """
    done = Loaded()
    latest = (today or datetime.now(UTC).date()) + timedelta(days=1)  # somewhere it is tomorrow already
    with held(folder) as held_index:
        index = held_index
        work = folder / WORK
        shutil.rmtree(work, ignore_errors=True)
        try:
            for batch, seen in _batches(paths, format, release, index, work, done):
                if batch:
                    index = _load_batch(batch, folder, index, latest, done)
                shutil.rmtree(work, ignore_errors=True)
                progress(seen)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return done


def files_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and those in the folders, in order of name; raise ``TempoStoreError`` where one is not there."""
    out: list[Path] = []
    for path in paths:
        if path.is_dir():
            out.extend(sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")))
        elif path.is_file():
            out.append(path)
        else:
            raise TempoStoreError(f"there is no file {path}")
    if not out:
        raise TempoStoreError(f"{paths[0]} holds no files; name event files or a folder of them")
    return out


def _batches(
    paths: Sequence[Path], wanted: Format | None, release: str | None, index: Index, work: Path, done: Loaded
) -> Iterator[tuple[list[_Source], int]]:
    known = {(file.sha256, file.release) for file in index.files}
    numbers = count(max((file.number for file in index.files), default=0) + 1)
    batch: list[_Source] = []
    size = 0
    for seen, path in enumerate(paths, 1):
        work.mkdir(exist_ok=True)
        of = release or formats.release_of(path.name)
        sha256 = opening.digest(path)
        if (sha256, of) in known:
            done.already += 1
        else:
            try:
                plain = tuple(opening.opened(path, wanted, work))
            except RefusedFileError as fault:
                done.refused.append((path.name, str(fault)))
            else:
                known.add((sha256, of))
                batch.append(_Source(next(numbers), path.name, sha256, of, plain))
                size += sum(one.path.stat().st_size for one in plain)
        if size >= BATCH_BYTES or len(batch) >= BATCH_FILES:
            yield batch, seen
            batch, size = [], 0
    yield batch, len(paths)


def _load_batch(batch: list[_Source], folder: Path, index: Index, latest: date, done: Loaded) -> Index:
    """Load files in one step, and return what the folder holds then."""
    work = folder / WORK
    with closing(connect(work / "spill")) as db:
        datasets = dict.fromkeys(plain.format for source in batch for plain in source.plain)
        staged: list[LoadedFile] = []
        pieces = index.pieces
        for dataset in datasets:
            chosen = [s for s in batch if any(p.format == dataset for p in s.plain)]
            stage = work / f"stage-{dataset}"
            files = _stage(db, dataset, chosen, stage, latest, done, folder)
            pieces = merging.settle(db, dataset, stage, folder, pieces, min(s.number for s in chosen), done)
            staged += files
        made = Index(files=(*index.files, *staged), pieces=pieces)
        write_index(folder, made)
        done.files += len(batch)
        dropped = {p.path for p in index.pieces} - {p.path for p in pieces}
        for path in dropped:
            (folder / path).unlink(missing_ok=True)
    return made


def _stage(
    db: DuckDBPyConnection,
    dataset: Format,
    sources: list[_Source],
    stage: Path,
    latest: date,
    done: Loaded,
    folder: Path,
) -> list[LoadedFile]:
    """Read files into Parquet under ``stage``, a folder for each shelf, one of them for what is rejected."""
    shapes: dict[tuple[Any, ...], list[tuple[int, Opened]]] = {}
    releases = {source.number: source.release for source in sources}
    for source in sources:
        for plain in source.plain:
            if plain.format == dataset:
                shape = (plain.columns, plain.delimiter, plain.quote, plain.header, source.release)
                shapes.setdefault(shape, []).append((source.number, plain))
    rejected: Counter[int] = Counter()
    for number, group in enumerate(shapes.values()):
        part = stage / f"part-{number}"
        part.mkdir(parents=True)
        numbers = {str(plain.path): owner for owner, plain in group}
        db.execute("CREATE OR REPLACE TEMP TABLE numbers (path VARCHAR, number INTEGER)")
        db.execute(f"INSERT INTO numbers VALUES {', '.join(f'({normal.text(p)}, {n})' for p, n in numbers.items())}")
        query = normal.select(
            dataset,
            group[0][1],
            raw=_reading(group[0][1], list(numbers)),
            file="number",
            latest=latest,
            release=releases[group[0][0]],
        )
        db.execute(
            f"COPY ({query}) TO {normal.text(str(part))} "
            "(FORMAT parquet, PARTITION_BY (shelf), COMPRESSION zstd, COMPRESSION_LEVEL 1, OVERWRITE_OR_IGNORE)"
        )
        rejected += _keep_rejects(db, part, {s.number: s.name for s in sources}, numbers, group, done, folder)
    return _described(db, dataset, sources, stage, rejected, done)


def _reading(of: Opened, paths: list[str]) -> str:
    listed = ", ".join(normal.text(path) for path in paths)
    columns = ", ".join(f"c{number}: 'VARCHAR'" for number in range(len(of.columns)))
    return (
        f"(SELECT raw.*, number FROM read_csv([{listed}], columns = {{{columns}}}, auto_detect = false, header = {str(of.header).lower()}, "
        f"delim = {normal.text(of.delimiter)}, quote = {normal.text(of.quote)}, escape = {normal.text(of.quote)}, "
        f"filename = 'path_', max_line_size = {MAX_LINE}, store_rejects = true, rejects_limit = 0) AS raw "
        "JOIN numbers ON raw.path_ = numbers.path)"
    )


def _keep_rejects(
    db: DuckDBPyConnection, part: Path, names: dict[int, str], numbers: dict[str, int], group: list[tuple[int, Opened]], done: Loaded,
    folder: Path,
) -> Counter[int]:  # fmt: skip
    """Write what was rejected to the rejects file, and count it by file."""
    counted: Counter[int] = Counter()
    with (folder / REJECTS).open("a", encoding="utf-8") as out:

        def keep(number: int, line: int | None, reason: str, row: str) -> None:
            counted[number] += 1
            done.rejected[reason] += 1
            said = {"file": names[number], "line": line, "reason": reason, "row": row[:REJECTED_TEXT]}
            out.write(json.dumps(said, ensure_ascii=False) + "\n")

        found = db.execute(
            "SELECT s.file_path, e.line, lower(any_value(e.error_type::VARCHAR)), any_value(e.csv_line) "
            "FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id) GROUP BY ALL HAVING true ORDER BY 1, 2"
        )
        while rows := found.fetchmany(10_000):
            for path, line, reason, row in rows:
                keep(numbers[path], line, reason, row or "")
        db.execute("DROP TABLE reject_errors")
        db.execute("DROP TABLE reject_scans")
        bad = part / "shelf=rejected"
        if bad.is_dir():
            found = db.execute(
                f"SELECT file, flaw, url FROM read_parquet({normal.text(str(bad / '*.parquet'))}) ORDER BY file"
            )
            while rows := found.fetchmany(10_000):
                for number, reason, row in rows:
                    keep(number, None, reason, row or "")
            shutil.rmtree(bad)
        for number, plain in group:
            for row in plain.broken:
                keep(number, None, "no whole JSON row", row)
    return counted


def _described(
    db: DuckDBPyConnection, dataset: Format, sources: list[_Source], stage: Path, rejected: Counter[int], done: Loaded
) -> list[LoadedFile]:
    """Say of each file what it covered."""
    covered: dict[int, tuple[Any, ...]] = {}
    if any(stage.rglob("*.parquet")):
        days = {"gdelt": "added::DATE", "gdelt-mentions": "mentioned::DATE"}.get(dataset, "first")
        world = dataset in ("gdelt", "gdelt-mentions")
        listed = "NULL" if world else "list(DISTINCT country)"
        glob = normal.text(str(stage / "*" / "*" / "*.parquet"))
        for row in db.execute(
            f"SELECT file, count(*), min({days}), max({days}), {listed} FROM read_parquet({glob}) GROUP BY file"
        ).fetchall():
            covered[row[0]] = row
        if dataset != "gdelt-mentions":
            for flaw, number in db.execute(
                f"SELECT flaw, count(*) FROM read_parquet({glob}) WHERE flaw IS NOT NULL GROUP BY flaw"
            ).fetchall():
                for one in flaw.split("; "):
                    done.flaws[one] += number
    files = []
    for source in sources:
        _, rows, first, last, where = covered.get(source.number, (0, 0, None, None, None))
        countries = None if dataset in ("gdelt", "gdelt-mentions") else tuple(sorted(filter(None, where or ())))
        file = LoadedFile(
            number=source.number, name=source.name, sha256=source.sha256, dataset=dataset, release=source.release, rows=rows,
            rejected=rejected[source.number], first=first, last=last, countries=countries,
        )  # fmt: skip
        files.append(file)
        done.rows += rows + rejected[source.number]
    return files

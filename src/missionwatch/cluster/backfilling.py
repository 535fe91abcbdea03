"""A backfill: shards go to the workers, results come back in any order and are booked in the archive's.

What keeps it whole: a result is kept in the work folder before it counts as read, the ledger books each report with all its
statements or not at all and the same report twice books nothing, and a mark in the work folder says up to which shard all is booked. So
whatever is stopped, a worker or all of it, goes on where it was.
"""

from __future__ import annotations

import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from missionwatch import flow
from missionwatch.cluster.archives import name_of
from missionwatch.cluster.shards import Job, Result, read_shard, unpack
from missionwatch.errors import ClusterError
from missionwatch.files import whole
from missionwatch.reading.yardsticks import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from distributed import Client, Future

    from missionwatch.cluster.archives import Archive, Shard
    from missionwatch.ledger import Ledger
    from missionwatch.records import Theatre, Yardstick
    from missionwatch.reports import KnownReports

_TRIES = 3  # times that a shard may take its worker with it
_AHEAD = (
    4  # shards a worker that are on their way or wait to be booked: a bound on memory and on what a crash reads twice
)


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a backfill is, after a shard was booked: totals since this run began, but ``shards`` of the whole archive.

    ``again`` are shards whose results lay there from an earlier run. ``processor`` are seconds of workers' processors,
    ``booking`` seconds of the one process that books; ``memory`` the largest peak of a worker in bytes.
    """

    shards: int = 0
    again: int = 0
    documents: int = 0
    reports: int = 0
    already: int = 0
    refused: int = 0
    statements: int = 0
    characters: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    booking: float = 0.0
    memory: int = 0
    workers: int = 0
    skipped: int = 0


def backfill(
    archive: Archive,
    ledger: Ledger,
    theatre: Theatre,
    *,
    work: Path,
    workers: int = 1,
    scheduler: str | None = None,
    yardstick: Yardstick = DEFAULT,
    relevant: bool = False,
    known: Path | None = None,
) -> Generator[Progress]:
    """Read an archive on many workers and book it; yield how far it is after each shard.

    ``workers`` processes are started here, or those of a Dask ``scheduler`` (``tcp://…``) are used. ``work`` is a folder that keeps
    results until they are booked; run again with the same folder it goes on where it stopped. Raises ``ClusterError``.
    """
    job = Job(archive=archive, theatre=theatre, yardstick=yardstick, relevant=relevant)
    state = _Work(work, job, ledger)
    with _cluster(workers, scheduler) as client:
        memory = flow.remembered(ledger, known)
        booked = Progress(skipped=state.booked, shards=state.booked)
        began = time.perf_counter()
        for result, again in _results(client, state, workers):
            booked = _book(result, ledger, memory, booked, again=again, began=began)
            state.done(result.shard, ledger)
            yield booked
        if known is not None:
            memory.seq, memory.digest = ledger.size, ledger.head
            memory.save(known)


def _results(client: Client, state: _Work, workers: int) -> Iterator[tuple[Result, bool]]:
    """Yield the results of all shards that are not booked yet, in order, each with whether it lay there already."""
    job = msgspec.msgpack.encode(state.job)  # some kB with each shard: what lies on workers alone dies with them
    waiting: deque[tuple[Shard, Future[bytes] | None]] = deque()
    shards = (shard for shard in state.job.archive.shards() if shard.number >= state.booked)
    room = _AHEAD * max(workers, len(client.ncores()), 1)
    while True:
        while len(waiting) < room and (shard := next(shards, None)) is not None:
            kept = state.kept(shard.number)
            waiting.append((shard, None if kept else _send(client, job, shard)))
        if not waiting:
            return
        shard, future = waiting.popleft()
        if future is None:
            found = state.get(shard.number)
            if found is not None:
                yield found, True
                continue
            future = _send(client, job, shard)  # what lay there is damaged: it is read again
        yield state.keep(shard.number, _fetched(future)), False


def _send(client: Client, job: bytes, shard: Shard) -> Future[bytes]:
    return client.submit(read_shard, job, msgspec.msgpack.encode(shard), pure=False, retries=_TRIES)


def _fetched(future: Future[bytes]) -> bytes:
    from distributed import KilledWorker  # noqa: PLC0415 - an extra

    try:
        return bytes(future.result())
    except KilledWorker as fault:
        raise ClusterError(
            f"a shard ended its worker again and again ({fault}); start again with more memory for each worker, it goes on where it was"
        ) from fault


def _book(
    result: Result, ledger: Ledger, memory: KnownReports, before: Progress, *, again: bool, began: float
) -> Progress:
    start = time.perf_counter()
    reports = already = refused = statements = 0
    with ledger.together():  # a shard at once: the disk is waited for once
        for outcome in flow.book_prepared(result.prepared, ledger, memory):
            reports += outcome.report is not None
            already += outcome.already
            refused += outcome.refused is not None
            statements += outcome.booked
    now, cost = time.perf_counter(), result.cost
    return msgspec.structs.replace(
        before, shards=before.shards + 1, again=before.again + again, documents=before.documents + cost.documents,
        reports=before.reports + reports, already=before.already + already, refused=before.refused + refused,
        statements=before.statements + statements, characters=before.characters + cost.characters, seconds=now - began,
        processor=before.processor + (0.0 if again else cost.processor), booking=before.booking + now - start,
        memory=max(before.memory, cost.memory),
    )  # fmt: skip


class _Work:
    """The work folder of one job: results that are read, and up to which shard all is booked."""

    def __init__(self, folder: Path, job: Job, ledger: Ledger) -> None:
        self.job = job
        self._folder = folder / name_of(job)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise ClusterError(
                f"cannot make the work folder {folder}: {fault.strerror}; name another with --work"
            ) from fault
        self.booked = self._begin(ledger)

    def _begin(self, ledger: Ledger) -> int:
        """Return up to which shard all is booked in this ledger: 0 where the mark is of another, or there is none that can be read."""
        try:
            said = (self._folder / "booked").read_text(encoding="ascii").split()
            shard, size, head = int(said[0]), int(said[1]), said[2]
        except (OSError, ValueError, IndexError):  # what is booked already books nothing new
            return 0
        last = next(ledger.bookings(size - 1), None) if size else None
        return shard if last is not None and last.digest == head else 0

    def kept(self, number: int) -> bool:
        """Say whether a shard's result lies there."""
        return self._path(number).is_file()

    def get(self, number: int) -> Result | None:
        """Return a shard's result, None where it is damaged."""
        try:
            return unpack(self._path(number).read_bytes())
        except (OSError, ValueError):
            return None

    def keep(self, number: int, data: bytes) -> Result:
        """Keep a shard's result; return it."""
        with whole(self._path(number), lasting=False) as out:
            out.write(data)
        return unpack(data)

    def done(self, number: int, ledger: Ledger) -> None:
        """Note that all up to a shard is booked in a ledger that is now so long; its result is needed no more."""
        self.booked = number + 1
        with whole(self._folder / "booked") as out:
            out.write(f"{self.booked} {ledger.size} {ledger.head}".encode("ascii"))
        self._path(number).unlink(missing_ok=True)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:08}.result"


@contextmanager
def _cluster(workers: int, scheduler: str | None) -> Iterator[Client]:
    """Give a client of the scheduler named, or of worker processes started on this machine and ended after."""
    try:
        import dask  # noqa: PLC0415 - an extra
        from distributed import Client, LocalCluster  # noqa: PLC0415
    except ImportError as fault:
        raise ClusterError("a backfill needs the extra: pip install 'missionwatch[cluster]'") from fault
    dask.config.set({"distributed.scheduler.allowed-failures": _TRIES})
    if scheduler is None:
        with (
            LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", host="127.0.0.1", silence_logs=50
            ) as cluster,
            Client(cluster) as client,
        ):  # fmt: skip
            yield client
        return
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, TimeoutError, ValueError) as fault:
        raise ClusterError(f"no Dask scheduler answers at {scheduler}; is it started, is the address right?") from fault
    with client:
        yield client

"""One shard read: what a worker does. It takes what can be sent to another machine and gives bytes; it keeps and books nothing."""

from __future__ import annotations

import os
import resource
import sys
import time
import zlib

import msgspec

from missionwatch import flow
from missionwatch.cluster.archives import Archive, Shard
from missionwatch.flow import Prepared
from missionwatch.records import Theatre, Yardstick


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What all workers need to know. ``relevant``: only reports of which something is stated are kept."""

    archive: Archive
    theatre: Theatre
    yardstick: Yardstick
    relevant: bool = False


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What reading a shard took: seconds, seconds of a processor, documents, characters read, the worker's peak memory in bytes."""

    seconds: float
    processor: float
    documents: int
    characters: int
    memory: int
    worker: int


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A shard read: its documents in order, each prepared to be booked, and what it took."""

    shard: int
    prepared: tuple[Prepared, ...]
    cost: Cost


def read_shard(job: bytes, shard: bytes) -> bytes:
    """Read one shard (both as ``msgspec`` encodes them, so that any process can be sent them); return its ``Result``, packed."""
    asked, piece = _JOBS.decode(job), _SHARDS.decode(shard)
    began, worked = time.perf_counter(), time.process_time()
    prepared: list[Prepared] = []
    documents = characters = 0
    for document in asked.archive.documents(piece, asked.theatre):
        documents += 1
        one = flow.prepare(document, asked.theatre, source=asked.archive.source, yardstick=asked.yardstick)
        characters += len(one.report.text) if one.report is not None else 0
        if one.statements or not asked.relevant:
            prepared.append(one)
    cost = Cost(
        seconds=time.perf_counter() - began, processor=time.process_time() - worked, documents=documents, characters=characters,
        memory=_peak(), worker=os.getpid(),
    )  # fmt: skip
    return pack(Result(shard=piece.number, prepared=tuple(prepared), cost=cost))


def pack(result: Result) -> bytes:
    """Return a result as bytes; ``unpack`` gives it back."""
    return zlib.compress(msgspec.msgpack.encode(result), 1)


def unpack(data: bytes) -> Result:
    """Return the result that bytes hold; raise ``ValueError`` where they hold none."""
    try:
        return _RESULTS.decode(zlib.decompress(data))
    except zlib.error as fault:
        raise ValueError(str(fault)) from fault


def _peak() -> int:
    """Return the most memory this process has had, in bytes."""
    said = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return said if sys.platform == "darwin" else said * 1024


_JOBS = msgspec.msgpack.Decoder(Job)
_SHARDS = msgspec.msgpack.Decoder(Shard)
_RESULTS = msgspec.msgpack.Decoder(Result)

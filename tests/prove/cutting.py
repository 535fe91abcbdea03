"""A proxy between a program and its server that cuts connections at moments of chance, and refuses new ones for a while."""

from __future__ import annotations

import asyncio
import random
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path
    from types import TracebackType

_Got = TypeVar("_Got")
_Pair = tuple[asyncio.StreamWriter, asyncio.StreamWriter]


class Proxy:
    """A door on the loopback to a server's socket; each connection is cut after so many pieces as chance says.

    Of the piece in which it is cut a part goes through, so that the other side may or may not have understood.
    """

    def __init__(self, socket: Path, *, seed: int = 20221125) -> None:
        self._socket, self._chance = socket, random.Random(seed)  # noqa: S311 - the same moments each time
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._open: set[_Pair] = set()
        self._kept: set[asyncio.Task[None]] = set()
        self.port = 0
        self.pieces: tuple[int, int] | None = None
        """How many pieces of what is said a connection may carry, at least and at most; None: as many as it likes."""
        self.confirming = 0.0
        """How often, of once, a connection is cut when a transaction is about to be confirmed."""
        self.refusing = False
        """Whether who knocks is sent away."""
        self.cuts = self.refused = 0

    def __enter__(self) -> Self:
        """Open the door."""
        self._thread.start()
        server = self._do(asyncio.start_server(self._met, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._server = server
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Shut it."""
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def cut(self) -> None:
        """Cut all connections now."""
        self._do(self._cut_all())

    def _do(self, work: Coroutine[Any, Any, _Got]) -> _Got:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    async def _cut_all(self) -> None:
        for pair in list(self._open):
            self._cut(pair)

    async def _end(self) -> None:
        self._server.close()  # by its own loop: two threads would trip over each other
        await self._cut_all()
        for task in list(self._kept):
            task.cancel()
        await asyncio.gather(*self._kept, return_exceptions=True)

    def _cut(self, pair: _Pair) -> None:
        if pair in self._open:
            self._open.discard(pair)
            self.cuts += 1
            for side in pair:
                side.transport.abort()

    async def _met(self, theirs: asyncio.StreamReader, to_them: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._kept.add(task)
        task.add_done_callback(self._kept.discard)
        if self.refusing:
            self.refused += 1
            to_them.transport.abort()
            return
        try:
            ours, to_us = await asyncio.open_unix_connection(str(self._socket))
        except OSError:  # the server is being started
            self.refused += 1
            to_them.transport.abort()
            return
        pair = (to_them, to_us)
        self._open.add(pair)
        left = [self._chance.randint(*self.pieces)] if self.pieces else None
        with suppress(asyncio.CancelledError):
            await asyncio.gather(self._pump(theirs, to_us, pair, left), self._pump(ours, to_them, pair, left))

    async def _pump(
        self, one: asyncio.StreamReader, other: asyncio.StreamWriter, pair: _Pair, left: list[int] | None
    ) -> None:
        """Carry what comes from one side to the other until it ends or ``left`` is used up."""
        with suppress(OSError):
            while piece := await one.read(65_536):
                if left is not None:
                    left[0] -= 1
                    if left[0] < 0:
                        other.write(piece[: self._chance.randint(0, len(piece))])
                        await asyncio.sleep(self._chance.choice((0, 0.001, 0.02)))  # it may get there yet, or not
                        self._cut(pair)
                        return
                other.write(piece)
                await other.drain()
                if (
                    b"COMMIT" in piece and self._chance.random() < self.confirming
                ):  # only a program says that, not its server
                    await asyncio.sleep(self._chance.choice((0, 0.002, 0.01)))
                    self._cut(pair)
                    return
        if pair in self._open:  # one side has ended by itself
            self._open.discard(pair)
            for side in pair:
                side.close()

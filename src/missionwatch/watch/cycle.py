"""One cycle: ask the sources that are due, book what they gave, see, judge, and send the alerts that are due."""

from __future__ import annotations

import os
import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from missionwatch import alerts, flow, sources
from missionwatch.briefing import languages
from missionwatch.clock import Clock, system_clock
from missionwatch.errors import AlertsError, TempoNotSetUpError, TempoStoreError, TheatreError
from missionwatch.ledger import Address, open_ledger
from missionwatch.sources import Collection
from missionwatch.tempo import there

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from missionwatch.ledger import Ledger
    from missionwatch.records import Alert, Theatre
    from missionwatch.tempo import Archive

MEMORY = "alerts.json"
"""In the collection's folder: which alerts were told, and which wait."""


@dataclass(slots=True)
class Cycle:
    """What one cycle did.

    ``at`` is when it began (UTC), ``asked`` and ``failed`` are sources, ``taken`` documents and event files, ``booked``
    reports that are new, ``refused`` documents that are none, ``events`` those that are new to the tempo. ``alerts`` were
    sent, ``waiting`` are those that wait for their hour or for a server. ``faults`` say what went wrong, ``due`` is when a
    source has its turn again, ``seconds`` how long it took.
    """

    at: datetime
    asked: int = 0
    failed: int = 0
    taken: int = 0
    booked: int = 0
    statements: int = 0
    refused: int = 0
    events: int = 0
    alerts: list[Alert] = field(default_factory=list)
    waiting: int = 0
    faults: list[str] = field(default_factory=list)
    due: datetime | None = None
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """Return the cycle in one line."""
        said = [f"{self.at:%Y-%m-%d %H:%M} UTC", f"{self.asked} sources asked"]
        said += [f"{self.failed} failed"] if self.failed else []
        said.append(f"{self.taken} documents, {self.booked} reports booked with {self.statements} statements")
        said += [f"{self.refused} refused"] if self.refused else []
        said += [f"{self.events} events loaded"] if self.events else []
        said += [f"{len(self.alerts)} alerts sent"] if self.alerts else []
        said += [f"{self.waiting} alerts wait"] if self.waiting else []
        said += [f"next {self.due:%H:%M}"] if self.due else []
        return " · ".join((*said, f"{self.seconds:.1f} s"))


class Post:
    """A theatre, its ledger and its collection, and who is to be told. It keeps nothing that a restart would lose."""

    def __init__(
        self,
        theatre: Theatre,
        ledger: Path | str,
        collection: Path,
        *,
        log: Callable[[str], None],
        tempo: Path | None = None,
        clock: Clock = system_clock,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """Take the files by their names: they are opened for each cycle and let go between, so that others can use them.

        ``tempo`` is the folder of event data, by default beside the ledger. Raise ``TheatreError`` where an alert could never be
        put in words: better now than when it is due.
        """
        for one in theatre.alerts:
            if one.language not in languages():
                raise TheatreError(
                    f"theatre {theatre.name}: alert {one.name!r} is to be told in {one.language!r}; write one of "
                    f"{', '.join(languages())}"
                )
        self.theatre, self.ledger, self.collection = theatre, Address.of(ledger), collection
        self.tempo = tempo or self.ledger.place.with_suffix(".tempo")
        self._log, self._clock, self._environment = log, clock, environment

    def cycle(self, *, stopped: Callable[[], bool] = lambda: False) -> Cycle:
        """Do one cycle. Faults of sources, documents and addresses are in it; raise only where the files cannot be used.

        ``stopped`` is asked between sources: a watch that is to end leaves the rest for the next time.
        """
        began, done = time.perf_counter(), Cycle(at=self._clock())
        with (
            Collection(self.collection) as kept,
            kept.alone(),
            open_ledger(self.ledger, create=True, clock=self._clock) as book,
        ):
            self._collect(done, kept, stopped)
            self._book(done, kept, book)
            self._load(done, kept)
            self._warn(done, kept, book)
            later = [health.due for one in self.theatre.collect if (health := kept.health(one.key)) and health.due]
            done.due = min(later, default=None)
        done.seconds = time.perf_counter() - began
        return done

    def _collect(self, done: Cycle, kept: Collection, stopped: Callable[[], bool]) -> None:
        turn = sources.due(self.theatre, kept, done.at)
        if not turn:
            return
        for visited in flow.collect(self.theatre, kept, which=turn, clock=self._clock):
            done.asked += 1
            done.failed += visited.failed
            done.taken += visited.documents + visited.events
            done.faults += [f"{visited.key}: {fault.reason}" for fault in visited.faults]
            if stopped():
                break

    def _book(self, done: Cycle, kept: Collection, book: Ledger) -> None:
        for outcome in flow.book_collected(
            kept, book, self.theatre, known=self.ledger.place.with_name(f"{self.ledger.place.name}.known")
        ):
            done.booked += outcome.report is not None and not outcome.already
            done.statements += outcome.booked
            if outcome.refused is not None and not outcome.unread:
                done.refused += 1
                done.faults.append(f"{outcome.path}: {outcome.refused}")

    def _load(self, done: Cycle, kept: Collection) -> None:
        try:
            loaded = flow.load_events(kept, self.tempo)
        except (
            TempoNotSetUpError,
            TempoStoreError,
        ) as fault:  # the files wait; reports and alerts do not wait for them
            done.faults.append(str(fault))
            return
        if loaded is not None:
            done.events = loaded.added + loaded.replaced
            done.faults += [f"{name}: {reason}" for name, reason in loaded.refused]

    def _event_data(self, done: Cycle) -> AbstractContextManager[Archive | None]:
        """Return the event data that levels count; where they cannot be used that is a fault, and warnings go out without."""
        try:
            return flow.event_data(self.tempo if there(self.tempo) else None, self.ledger.place)
        except (TempoStoreError, TempoNotSetUpError) as fault:
            done.faults.append(f"event data do not count: {fault}")
            return nullcontext()

    def _warn(self, done: Cycle, kept: Collection, book: Ledger) -> None:
        if not self.theatre.alerts:
            return
        now = self._clock()
        path = self.collection / MEMORY
        health = [found for one in self.theatre.collect if (found := kept.health(one.key))]
        with self._event_data(done) as events:
            memory = flow.warn(alerts.load(path), book, self.theatre, health, now=now, events=events)
        alerts.save(memory, path)  # before anything is sent: better told twice than never
        for parcel in alerts.due(memory, self.theatre.alerts, now):
            try:
                alerts.send(parcel, folder=self.collection, log=self._log, environment=self._environment)
            except AlertsError as fault:
                done.faults.append(str(fault))
                continue
            memory = alerts.delivered(memory, parcel)
            alerts.save(memory, path)
            done.alerts += parcel.alerts
        done.waiting = alerts.waits(memory, self.theatre.alerts)

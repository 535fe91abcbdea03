"""Measure how long pictures of one theatre take in ledgers that grow around it.

``make bench`` runs it last. The theatre's statements are always as many; what grows is the rest of the ledger. It prints the first
picture (the theatre's statements are read from the file then), how long a door that stays open takes to be ready, and the median and
the 95th percentile of pictures of random days as known at random moments: by the clock, and of the processor's time, which says more
where others use the machine. ``newsroom`` makes the statements: what happens over several years, told by several sources.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import event
from tools.measured import note

from missionwatch import flow
from missionwatch.ledger import open_ledger
from missionwatch.records import EntityRef, Evidence, Quantity, Report, Review, Source, Statement, Theatre, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from missionwatch.ledger import Ledger
    from missionwatch.ledger.sql import SqlLedger

START, DAYS = date(2019, 1, 1), 5 * 365
MISSIONS = ("mission:minusma", "mission:eutm-mali", "mission:takuba", "mission:barkhane")
STATES = ("DK", "SE", "NO", "FR", "DE", "EE", "NL", "CZ", "IT", "ES", "BE", "PT", "TD", "EG", "BD", "SN")
TYPES = (
    "attack", "attack", "attack", "clash", "obstruct", "deny_access", "detain", "deploy", "reinforce", "reduce", "withdraw", "consult",
    "demand", "accuse", "condemn", "threaten", "visit", "support", "agree", "decide", "suspend", "resume", "extend", "sanction",
)  # fmt: skip
PLACES = ("gao", "kidal", "menaka", "timbuktu", "sevare", "bamako")
FUNCTIONS = ("force-commander", "deputy-force-commander", "head-of-mission", "spokesperson", "special-representative")
HAZARDS = ("terrorism", "irregular-migration", "instability", "displacement", "crime", "poverty")
GRADES = ("worrying", "very_worrying", "unacceptable", "important", "deteriorated")
SOURCES = tuple(f"source-{n}" for n in range(24))
THEATRE = Theatre(
    name="bench", title={"en": "Bench"}, own="NL", missions=MISSIONS, countries=("ML", "NE", "BF"),
    sources=tuple(Source(id=s, name=s, kind="media", reliability="ABCDF"[n % 5]) for n, s in enumerate(SOURCES)),  # type: ignore[arg-type]
)  # fmt: skip
_LOT = 1_000  # other statements that are booked at once
TARGET = 0.050
"""Seconds within which 95 of 100 pictures shall come."""


class Told(NamedTuple):
    """A report with its statements, when it is learnt, and what a person says of one of them."""

    report: Report
    statements: list[Statement]
    known_at: datetime
    review: Review | None


def state(code: str) -> EntityRef:
    """Return a state."""
    return EntityRef(text=code, id=f"state:{code}", kind="state", name=code, country=code)


def people(value: int) -> Quantity:
    """Return a number of people."""
    return Quantity(value, value, value, "people", "exact", str(value))


def at(day: int, last: int | None = None, relation: str = "at") -> When:
    """Return a time of one day or several, counted from the start; ``since`` leaves it open."""
    first, end = ((START + timedelta(days=d)).isoformat() for d in (day, last if last is not None else day))
    return When(relation, first, first, None if relation == "since" else end, first)  # type: ignore[arg-type]


def newsroom(count: int, *, seed: int = 1, missions: Sequence[str] = MISSIONS, days: int = DAYS) -> list[Told]:
    """Return about ``count`` statements in reports, in the order in which they are learnt.

    Each event is told one to six times within ten days, one in three by its day, one in ten by its month; contributions drift, posts
    change hands; one report in twenty is learnt up to two months late; one statement in two hundred is reviewed.
    """
    rng = random.Random(seed)  # noqa: S311 - a load, not a secret
    said: dict[tuple[int, str], list[dict[str, Any]]] = {}
    refs = {m: EntityRef(text=m, id=m, kind="mission") for m in missions}
    every = min(
        7, max(1, days * len(SOURCES) * 12 // count)
    )  # days that one report of a source covers: a dozen statements each
    made = 0
    while made < count:
        day, mission = rng.randrange(days), refs[rng.choice(missions)]
        told = _event(rng, day, mission) if rng.random() < 0.6 else _standing(rng, day, mission)
        for _ in range(rng.choice((1, 2, 2, 3, 4, 6))):
            later, source = (day + rng.randrange(10)) // every * every + every - 1, rng.choice(SOURCES)
            said.setdefault((later, source), []).append(told | _timed(rng, told, day))
            made += 1
    return sorted((_report(rng, *key, said[key]) for key in sorted(said)), key=lambda one: one.known_at)


def _event(rng: random.Random, day: int, mission: EntityRef) -> dict[str, Any]:
    kind = rng.choice(TYPES)
    roles = {"mission": (mission,)}
    if kind in ("attack", "clash", "obstruct", "deny_access", "detain"):
        roles |= {"target": (mission,), "place": (_place(rng),)}
    if kind != "attack" or rng.random() < 0.4:
        roles["actor"] = (state(rng.choice(STATES)),)
    return {
        "predicate": "event", "type": kind, "roles": roles, "killed": people(rng.randrange(9)) if kind == "attack" else None,
        "modality": "planned" if rng.random() < 0.1 else "actual", "day": day,
    }  # fmt: skip


def _place(rng: random.Random) -> EntityRef:
    name = rng.choice(PLACES)
    return EntityRef(text=name, id=f"place:{name}", kind="place", country="ML")


def _timed(rng: random.Random, told: dict[str, Any], day: int) -> dict[str, Any]:
    chance = rng.random()
    if told["predicate"] != "event" or chance > 0.45:
        return {}
    if chance < 0.1:
        first = day - (START + timedelta(days=day)).day + 1
        return {"time": at(max(first, 0), first + 27)}
    return {"time": at(day, relation="since") if chance < 0.12 else at(day)}


def _standing(rng: random.Random, day: int, mission: EntityRef) -> dict[str, Any]:
    who, here = state(rng.choice(STATES)), (mission,)
    match rng.randrange(10):
        case 0 | 1 | 2:
            number = people(50 + 5 * (day // 90) + rng.choice((0, 0, 0, 5)))
            roles = {"contributor": (who,), "mission": here}
            return {"predicate": "contribution", "roles": roles, "quantity": number}
        case 3:
            return {"predicate": "strength", "roles": {"mission": here}, "quantity": people(900 + day // 30)}
        case 4:
            holder = EntityRef(text=f"p{day // 200}", id=f"person:p{day // 200}", kind="person")
            return {
                "predicate": "post",
                "roles": {"person": (holder,), "mission": here},
                "function": rng.choice(FUNCTIONS),
            }
        case 5:
            until = at(day + 200, relation="until")
            return {
                "predicate": "period",
                "roles": {"contributor": (who,), "mission": here},
                "subject": "contribution",
                "time": until,
            }
        case 6:
            return {
                "predicate": "assessment",
                "roles": {},
                "about": here,
                "holders": (who,),
                "grade": rng.choice(GRADES),
            }
        case 7:
            return {
                "predicate": "option",
                "roles": {"mission": here},
                "holders": (who,),
                "options": (rng.choice(("extend", "withdraw")),),
            }
        case 8:
            cause, effect = rng.sample(HAZARDS, 2)
            roles = {"place": (state("ML"),), "target": (who,)}
            return {"predicate": "risk", "roles": roles, "cause": (cause,), "effect": (effect,), "modality": "possible"}
        case _:
            rival = EntityRef(text="Wagner", id="group:wagner", kind="group")
            there = {"actor": (rival,), "place": (state(rng.choice(("ML", "BF", "NE"))),)}
            return {
                "predicate": "presence",
                "roles": there,
                "negated": rng.random() < 0.1,
                "quantity": people(100 + day // 20),
            }


def _report(rng: random.Random, day: int, source: str, told: list[dict[str, Any]]) -> Told:
    published = START + timedelta(days=day)
    name = hashlib.blake2b(f"{source}.{day}.{len(told)}".encode(), digest_size=16).hexdigest()
    statements = []
    for n, one in enumerate(told):
        fields = {key: value for key, value in one.items() if key != "day"}
        fields = {
            "type": None,
            "quantity": None,
            "time": None,
            "modality": "actual",
            "negated": False,
            "holders": (),
        } | fields
        number = hashlib.blake2b(f"{name}.{n}".encode(), digest_size=16).hexdigest()
        span = Evidence(n * 40, n * 40 + 32, number, "body")
        statements.append(
            Statement(
                id=number, report=name, evidence=span, confidence=0.5 + rng.random() / 2, reader="bench@1", likelihood=None,
                grade=fields.pop("grade", None), about=fields.pop("about", ()), **fields,
            )
        )  # fmt: skip
    report = Report(id=name, title=name, language="en", published=published, source=source, text="", parts=())
    late = rng.randrange(60) if rng.random() < 0.05 else 0
    known = datetime.combine(published + timedelta(days=late), datetime.min.time(), tzinfo=UTC) + timedelta(hours=18)
    verdict = rng.choice(("accept", "reject")) if rng.random() < 0.005 * len(statements) else None
    review = Review(statement=statements[0].id, verdict=verdict, by="ann") if verdict is not None else None  # type: ignore[arg-type]
    return Told(report, statements, known, review)


def quick(path: Path) -> SqlLedger:
    """Return a ledger to fill that does not wait for the disk after each report: what is measured is looking, not booking."""
    ledger = open_ledger(path, create=True)
    engine = ledger._engine  # noqa: SLF001 - no user may have this setting
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF"))
    return ledger


def fill(ledger: Ledger, told: Sequence[Told], size: int) -> None:
    """Book a newsroom, and in between so many statements on other missions that there are about ``size``."""
    mine = sum(len(one.statements) for one in told)
    rest = max(0, size - mine) / len(told)
    others = [
        s for one in newsroom(3_000, seed=2, missions=("mission:other-1", "mission:other-2")) for s in one.statements
    ]
    others = [s for s in others if s.roles.get("mission")]
    booked = 0
    for n, one in enumerate(told, 1):
        ledger.book(one.report, one.statements, reader="bench@1", known_at=one.known_at)
        if one.review is not None:
            ledger.review(one.review, known_at=one.known_at)
        due = int(n * rest) - booked
        if due >= _LOT or (due and n == len(told)):
            name = f"other-{n}"
            made = [
                msgspec.structs.replace(others[k % len(others)], id=f"{name}.{k}", report=name)
                for k in range(booked, booked + due)
            ]
            report = msgspec.structs.replace(one.report, id=name)
            ledger.book(report, made, reader="bench@1", known_at=one.known_at)
            booked += due


def moments(count: int, *, days: int = DAYS, seed: int = 3) -> Iterator[tuple[date, datetime]]:
    """Yield random days and moments: half as known on that evening, half as known at another time."""
    rng = random.Random(seed)  # noqa: S311 - a load, not a secret
    for n in range(count):
        day = START + timedelta(days=rng.randrange(days))
        known = day if n % 2 else START + timedelta(days=rng.randrange(days))
        yield day, flow.end_of(known)


def pictures(
    ledger: Ledger, count: int, *, days: int = DAYS, seed: int = 3, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Return how long pictures of random days as known at random moments take, in seconds."""
    taken = []
    for day, known in moments(count, days=days, seed=seed):
        began = clock()
        flow.see(ledger, THEATRE, as_of=day, known_at=known)
        taken.append(clock() - began)
    return taken


def measure(sizes: Sequence[int], mine: int, count: int) -> None:
    """Print the table."""
    told = newsroom(mine)
    print(
        f"Pictures of a theatre of {sum(len(one.statements) for one in told):,} statements, {count} random days and moments each"
    )
    print(
        "statements | bookings  | filled in | file MB | first | ready | median   | 95th percentile | … of the processor | slowest | memory MB"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.db"
            began = time.perf_counter()
            with closing(sqlite3.connect(path)) as held, quick(path) as ledger:
                held.execute("SELECT 1")  # … nor tidy up after each
                fill(ledger, told, size)
                filled = time.perf_counter() - began
            with open_ledger(path) as ledger:
                first = pictures(ledger, 1)[0]
                began = time.perf_counter()
                flow.make_ready(ledger, THEATRE)
                ready = time.perf_counter() - began
                taken = pictures(ledger, count)
                ranked = sorted(taken)
                far = ranked[int(count * 0.95)]
                alone = sorted(pictures(ledger, count, seed=4, clock=time.process_time))[int(count * 0.95)]
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                note(
                    "picture",
                    str(size),
                    median=statistics.median(taken) * 1e3,
                    p95=far * 1e3,
                    processor=alone * 1e3,
                    memory=memory,
                    first=first,
                )
                print(f"{size:>10,} | {ledger.size:>9,} | {filled:7.1f} s | {path.stat().st_size / 1e6:7.0f} | {first:4.1f}s | {ready:4.1f}s | "
                      f"{statistics.median(taken) * 1000:5.1f} ms | {far * 1000:6.1f} ms | {alone * 1000:6.1f} ms, "
                      f"{'met' if alone <= TARGET else 'NOT MET':<7} | {ranked[-1] * 1000:4.0f} ms | {memory:,}", flush=True)  # fmt: skip
    print()


def main() -> None:
    """Print the table."""
    said = argparse.ArgumentParser(description="Measure pictures.")
    said.add_argument("--sizes", default="50000,200000,1000000", help="statements in the ledger, by comma")
    said.add_argument("--theatre", type=int, default=50_000, help="the theatre's statements")
    said.add_argument("--pictures", type=int, default=400, help="how many pictures are taken of each")
    given = said.parse_args()
    measure([int(size) for size in given.sizes.split(",")], given.theatre, given.pictures)


if __name__ == "__main__":
    main()

"""Which reports speak of one event: same type, no party against another, times that touch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from missionwatch.picture.claims import Group, Said, Told, correct, sure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TRIED = 40  # events of one party that may be meant and are tried: no party has more going on at one time
_COMPARED = 6  # members of a bundle: whoever fits the latest of them fits
_BLOCK = 5  # tellings are listed by party and by blocks of 2**5 days


@dataclass(slots=True, eq=False)
class _Bundle:
    """A group of events in the making."""

    group: Group
    told: list[Told] = field(default_factory=list)


class _Bundles:
    """The bundles so far, found by a party and a time, or by the report that tells of them.

    Only tellings that share a party and touch in time are looked at: what is of another lot (``apart``) changes nothing.
    """

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._listed: dict[tuple[str, str, int], list[tuple[Told, _Bundle]]] = {}
        self._reported: dict[tuple[str, str], list[tuple[Told, _Bundle]]] = {}

    def put(self, one: Said, sure: str, key: tuple[str, ...]) -> None:
        """Add a statement to the event it tells of, or begin a new one."""
        told = told_of(one)
        bundle = self.find(told, sure)
        if bundle is None:
            bundle = _Bundle(Group((*key, one.statement.id)))
            self.groups.append(bundle.group)
        bundle.group.support.append(one)
        bundle.told.append(told)
        self._reported.setdefault((sure, told.report), []).append((told, bundle))
        for party in told.parties:
            for block in range(told.first >> _BLOCK, (told.last >> _BLOCK) + 1):
                self._listed.setdefault((sure, party, block), []).append((told, bundle))

    def find(self, told: Told, sure: str) -> _Bundle | None:
        """Return the event that is told of, the latest that fits."""
        for other, bundle in self._reported.get((sure, told.corrects or ""), ()):
            if other.agrees(told):  # a correction speaks of what it corrects, whenever it comes out
                return bundle
        tried: set[int] = set()
        for party in told.parties:
            for block in range(told.last >> _BLOCK, (told.first >> _BLOCK) - 1, -1):
                for other, bundle in reversed(self._listed.get((sure, party, block), ())):
                    if id(bundle) in tried or told.first > other.last or other.first > told.last:
                        continue
                    if _fits(told, bundle.told[-_COMPARED:]):
                        return bundle
                    tried.add(id(bundle))
                    if len(tried) >= _TRIED:
                        return None
        return None


def bundled(rows: Sequence[Said]) -> list[Group]:
    """Return the events that statements of one type, in order of day, tell of; denials stand against what they deny."""
    bundles = _Bundles()
    for one in rows:
        if not one.statement.negated:
            sure = sure_of(one.statement)
            bundles.put(one, sure, ("event", one.statement.type or "", sure))
    for one in rows:
        if one.statement.negated:
            told = told_of(one)
            denied = bundles.find(told, "fact") or bundles.find(told, "plan")
            if denied is not None:
                denied.group.against.append(one)
            else:
                bundles.put(one, "denied", ("not", "event", one.statement.type or ""))
    for group in bundles.groups:
        correct(group)
    return bundles.groups


def apart(rows: Iterable[Said]) -> Iterator[list[Said]]:
    """Yield the statements of one type in lots that can never be of one event, whatever else is known.

    Two that share a party may be of one event where their times touch, also through others in between; a correction may be of
    what it corrects at any time.
    """
    listed = list(rows)
    lot = list(range(len(listed)))

    def root(n: int) -> int:
        while lot[n] != n:
            lot[n] = lot[lot[n]]
            n = lot[n]
        return n

    by_party: dict[str, list[int]] = {}
    by_report: dict[str, list[int]] = {}
    for n, one in enumerate(listed):
        by_report.setdefault(one.head.id, []).append(n)
        for party in one.told.parties if one.told is not None else ():
            by_party.setdefault(party, []).append(n)
    for members in by_party.values():
        members.sort(key=lambda n: told_of(listed[n]).first)
        reach, before = -1, -1
        for n in members:
            told = told_of(listed[n])
            if before >= 0 and told.first <= reach:
                lot[root(n)] = root(before)
            reach, before = max(reach, told.last), n
    for n, one in enumerate(listed):
        for corrected in by_report.get(one.head.corrects or "", ()):
            lot[root(n)] = root(corrected)
    lots: dict[int, list[Said]] = {}
    for n, one in enumerate(listed):
        lots.setdefault(root(n), []).append(one)
    yield from lots.values()


def told_of(one: Said) -> Told:
    """Return an event's telling; every event has one."""
    if one.told is None:
        raise ValueError(f"statement {one.statement.id} is no event")
    return one.told


def _fits(told: Told, others: list[Told]) -> bool:
    """Say whether this may be the event that the others tell."""
    for other in reversed(others):  # noqa: SIM110 - the innermost loop: a generator doubles its time
        if told.first > other.last or other.first > told.last or not told.agrees(other):
            return False
    return True

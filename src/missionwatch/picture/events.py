"""Which reports speak of one event: same type, no party against another, times that touch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from missionwatch.picture.claims import ALWAYS, FOREVER, NEVER, Group, Said, Told, correct, sure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DENIED = ("fact", "plan", "chance")  # what a denial stands against: a demand is refused, not denied
_TRIED = 40  # events of one party that may be meant and are tried: no party has more going on at one time
_COMPARED = 6  # members of a bundle: whoever fits the latest of them fits
_BLOCK = 5  # tellings are listed by party and by blocks of 2**5 days


@dataclass(slots=True, eq=False)
class Bundle:
    """Statements of one event in the making: ``rows`` in the order in which they were put, ``places`` their places in the lot."""

    key: tuple[str, ...]
    rows: list[Said] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


_Listed = list[tuple[int, Told, Bundle]]


class Bundles:
    """The bundles of a lot, found by a party and a time, or by the report that tells of them.

    Only tellings that share a party and touch in time are looked at: what is of another lot (``apart``) changes nothing. With a
    ``base`` these go on from the first ``settled`` places of another's, which stays as it is.
    """

    def __init__(self, base: Bundles | None = None, settled: int = 0) -> None:
        self._base, self._settled = base, settled
        self.made: list[Bundle] = []
        self.more: dict[Bundle, list[Said]] = {}
        """What was added to bundles of the base."""
        self.listed: dict[tuple[str, str, int], _Listed] = {}
        self.reported: dict[tuple[str, str], _Listed] = {}

    def put(self, one: Said, place: int, sure: str) -> Bundle:
        """Add a statement to the event it tells of, or begin a new one; return it.

        What must be done, and nobody in particular demands, belongs to the plan that the same report tells: "will withdraw;
        the withdrawal must take four months".
        """
        told = told_of(one)
        bundle = None
        if sure == "demand" and not one.statement.holders:
            bundle = self._planned(told)
            sure = "plan" if bundle is not None else sure
        bundle = bundle or self.find(told, sure)
        if bundle is None:
            kind = one.statement.type or ""
            key = ("not", "event", kind) if sure == "denied" else ("event", kind, sure)
            bundle = Bundle((*key, one.statement.id))
            self.made.append(bundle)
        if self._base is not None and bundle.places and bundle.places[0] < self._settled:
            self.more.setdefault(bundle, []).append(one)
        else:
            bundle.rows.append(one)
            bundle.places.append(place)
        entry = (place, told, bundle)
        self.reported.setdefault((sure, told.report), []).append(entry)
        for party in told.parties:
            for block in range(told.first >> _BLOCK, (told.last >> _BLOCK) + 1):
                self.listed.setdefault((sure, party, block), []).append(entry)
        return bundle

    def find(self, told: Told, sure: str) -> Bundle | None:
        """Return the event that is told of, the latest that fits."""
        for report in told.replaces:
            for other, bundle in self._before(sure, report):
                if other.agrees(told):  # a correction speaks of what it corrects, whenever it comes out
                    return bundle
        tried: set[int] = set()
        for party in told.parties:
            for block in range(told.last >> _BLOCK, (told.first >> _BLOCK) - 1, -1):
                for other, bundle in self._lately((sure, party, block)):
                    if id(bundle) in tried or told.first > other.last or other.first > told.last:
                        continue
                    if _fits(told, self._latest(bundle)):
                        return bundle
                    tried.add(id(bundle))
                    if len(tried) >= _TRIED:
                        return None
        return None

    def _planned(self, told: Told) -> Bundle | None:
        """Return the plan that the report itself tells, and that this may be part of."""
        for _, bundle in self._before("plan", told.report):
            known = self._latest(bundle)
            shared = any(not set(told.parties).isdisjoint(told_of(one).parties) for one in known)
            if shared and _fits(told, known):
                return bundle
        return None

    def members(self, bundle: Bundle) -> list[Said]:
        """Return the statements of a bundle: those of the base that are settled, and those added."""
        if self._base is None or not bundle.places or bundle.places[0] >= self._settled:
            return bundle.rows
        return [*bundle.rows[: bisect_left(bundle.places, self._settled)], *self.more.get(bundle, ())]

    def _before(self, sure: str, report: str) -> Iterator[tuple[Told, Bundle]]:
        if self._base is not None:
            for place, told, bundle in self._base.reported.get((sure, report), ()):
                if place < self._settled:
                    yield told, bundle
        for _, told, bundle in self.reported.get((sure, report), ()):
            yield told, bundle

    def _lately(self, where: tuple[str, str, int]) -> Iterator[tuple[Told, Bundle]]:
        for _, told, bundle in reversed(self.listed.get(where, ())):
            yield told, bundle
        if self._base is not None:
            for place, told, bundle in reversed(self._base.listed.get(where, ())):
                if place < self._settled:
                    yield told, bundle

    def _latest(self, bundle: Bundle) -> list[Said]:
        """Return the last members of a bundle that are compared."""
        if self._base is None or not bundle.places or bundle.places[0] >= self._settled:
            return bundle.rows[-_COMPARED:]
        added = self.more.get(bundle, [])[-_COMPARED:]
        if len(added) == _COMPARED:
            return added
        end = bisect_left(bundle.places, self._settled)
        return [*bundle.rows[max(0, end - _COMPARED + len(added)) : end], *added]


class Lot:
    """The statements of one lot. What is settled on any later day is worked out once, and pictures go on from there."""

    def __init__(self, rows: Sequence[Said]) -> None:
        self._rows = [one for one in rows if not one.statement.negated]
        self._denials = [one for one in rows if one.statement.negated]
        self._days = [one.day for one in self._rows]
        self._turned = _highest(max(one.since, one.until if one.until != FOREVER else 0) for one in self._rows)
        self._learnt = _highest(max(one.known, one.gone if one.gone != NEVER else ALWAYS) for one in self._rows)
        self._base = Bundles()
        self._of: list[Bundle | None] = []  # the bundle of each place: None where nothing stands for good
        self._settle()

    def groups(self, day: int, moment: float, since: int) -> list[Group]:
        """Return the events as told on a day, known at a moment, that anybody has spoken of from the day ``since`` on."""
        settled = min(bisect_right(self._turned, day), bisect_right(self._learnt, moment))
        bundles = Bundles(self._base, settled)
        wanted: dict[Bundle, None] = {}
        for place in range(bisect_left(self._days, since), settled):
            bundle = self._of[place]
            if bundle is not None:
                wanted[bundle] = None
        for place in range(settled, bisect_right(self._days, day)):
            one = self._rows[place]
            if one.counts(day, moment):
                wanted[bundles.put(one, place, sure_of(one.statement))] = None
        against: dict[Bundle, list[Said]] = {}
        for n, one in enumerate(self._denials):
            if one.counts(day, moment):
                told = told_of(one)
                denied = next((found for sure in _DENIED if (found := bundles.find(told, sure)) is not None), None)
                if denied is not None:
                    against.setdefault(denied, []).append(one)
                else:
                    wanted[bundles.put(one, len(self._rows) + n, "denied")] = None
        out = []
        for bundle in wanted:
            group = Group(bundle.key, list(bundles.members(bundle)), against.get(bundle, []))
            correct(group)
            out.append(group)
        return out

    def final(self) -> list[Group]:
        """Return the events as they are told in the end, without what denies them."""
        groups = [Group(bundle.key, list(bundle.rows)) for bundle in self._base.made]
        for group in groups:
            correct(group)
        return groups

    def _settle(self) -> None:
        """Work out the bundles of all places as they are in the end: what is dead or gone is in none."""
        for place, one in enumerate(self._rows):
            stands = one.until == FOREVER and one.gone == NEVER
            self._of.append(self._base.put(one, place, sure_of(one.statement)) if stands else None)


def _highest(values: Iterable[float]) -> list[float]:
    """Return the highest value so far at each place, so that all before a place are known to lie below it."""
    return list(accumulate(values, max))


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
        for name in one.head.replaces:
            for corrected in by_report.get(name, ()):
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


def _fits(told: Told, others: list[Said]) -> bool:
    """Say whether this may be the event that the others tell."""
    for one in reversed(others):
        other = told_of(one)
        if told.first > other.last or other.first > told.last or not told.agrees(other):
            return False
    return True

"""Topics: what a statement is filed under, so that a theatre's statements are found without reading the rest of the book.

Pure and derived: the topics of a statement follow from what it says, so an index of them can always be made anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Report, Review, Source, Statement, Supersession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Payload, Theatre

STAKES = frozenset({"risk", "interest", "option", "assessment", "question"})
"""Predicates that can speak of a stake: they concern whoever holds it or whom it hits, wherever it lies."""
ALWAYS = "every theatre"
"""The topic of bookings that concern all: how far a source can be relied on."""


def topics_of(statement: Statement) -> frozenset[str]:
    """Return what a statement is filed under: its missions; without one, its parties' countries and whose stake it is."""
    missions = missions_of(statement)
    if missions:
        return frozenset(missions)
    found = {f"country:{ref.country}" for refs in statement.roles.values() for ref in refs if ref.country}
    found.update(f"country:{ref.country}" for ref in statement.about if not isinstance(ref, str) and ref.country)
    if statement.predicate in STAKES:
        holders = (*statement.holders, *statement.role("target"))
        found.update(f"stake:{ref.country}" for ref in holders if ref.country)
    return frozenset(found)


def followed(theatre: Theatre) -> frozenset[str]:
    """Return the topics of a theatre: its missions, its countries, and our own stake."""
    countries = (f"country:{code}" for code in theatre.countries)
    return frozenset((*theatre.missions, *countries, f"stake:{theatre.own}"))


def missions_of(statement: Statement) -> tuple[str, ...]:
    """Return the missions a statement is of: its role, else its target, else what it is about."""
    about = [ref for ref in statement.about if not isinstance(ref, str)]
    for refs in (statement.roles.get("mission", ()), statement.roles.get("target", ()), about):
        found = tuple(dict.fromkeys(ref.id for ref in refs if ref.kind == "mission" and ref.id))
        if found:
            return found
    return ()


class Filing:
    """Says what each booking is filed under, booking after booking in the order of the book.

    A report is filed with its statements, a supersession with those it supersedes, a review with its statement, a rated
    source under ``ALWAYS``, a marking and an act under nothing. What a review corrects a statement into
    is filed with all of these: so a theatre that the correction brings it into sees all that bears on it.
    """

    def __init__(self) -> None:
        self.of: dict[int, frozenset[str]] = {}
        self._reports: dict[str, int] = {}
        self._statements: dict[str, list[int]] = {}
        self._same: dict[frozenset[str], frozenset[str]] = {}

    def recall(self, seq: int, kind: str, subject: str, name: str | None) -> None:
        """Take up one pair that an earlier booking was filed with (``name`` is None where it was filed under nothing)."""
        if kind == "report":
            self._reports[subject] = seq
        elif kind == "statement" and seq not in (same := self._statements.setdefault(subject, [])):
            same.append(seq)
        if name is not None:
            self.of[seq] = self.of.get(seq, frozenset()) | {name}

    def add(self, seq: int, subject: str, report: str | None, payload: Payload) -> Iterator[tuple[str, int]]:
        """Yield the (topic, booking) pairs that a booking adds; of a statement its report's too."""
        if isinstance(payload, Statement):
            same = self._statements.setdefault(subject, [])
            found = topics_of(payload).union(*(self.of.get(number, frozenset()) for number in same))
            same.append(seq)
            yield from self._report(report, found)
        elif isinstance(payload, Review):
            same = self._statements.get(subject, [])
            found = frozenset[str]().union(*(self.of.get(number, frozenset()) for number in same))
            if payload.correction is not None:
                found |= topics_of(payload.correction)
                yield from self._report(payload.correction.report, found)
                for number in same:
                    yield from self._file(number, found)
        elif isinstance(payload, Supersession):
            found = frozenset(name for number in payload.superseded for name in self.of.get(number, ()))
        elif isinstance(payload, Source):
            found = frozenset((ALWAYS,))
        else:  # a report is filed once it has statements; markings and acts bear on what no statement says
            if isinstance(payload, Report):
                self._reports[subject] = seq
            found = frozenset()
        yield from self._file(seq, found)

    def _report(self, report: str | None, names: frozenset[str]) -> Iterator[tuple[str, int]]:
        if report in self._reports:
            yield from self._file(self._reports[report], names)

    def _file(self, seq: int, names: frozenset[str]) -> Iterator[tuple[str, int]]:
        had = self.of.get(seq, frozenset())
        if not names <= had:
            self.of[seq] = self._shared(had | names)
            for name in sorted(names - had):
                yield name, seq

    def _shared(self, names: frozenset[str]) -> frozenset[str]:
        """Return the one copy of a set: a million bookings have a few hundred different ones."""
        return self._same.setdefault(names, names)

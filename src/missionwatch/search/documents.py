"""What the index holds of a statement or report: its words, whom it names, what it is filed under, of which days it speaks. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from missionwatch import register
from missionwatch.register.entries import LANGUAGES
from missionwatch.search.expressions import key, years
from missionwatch.search.naming import named_in
from missionwatch.search.words import lemma, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.records import EntityRef, Report, ReportHead, Statement, When

EVER = (date.min, date.max)


class Document(NamedTuple):
    """What is put in the index: one text for each of its columns, and the days."""

    title: str
    said: str
    lemma: str
    named: str
    filed: str
    first: date
    last: date


def of_report(report: Report, day: date) -> Document:
    """Return what is indexed of a report; ``day`` is the one it came out, or was booked where that is not known."""
    named = named_in(f"{report.title}\n{report.text}", report.language)
    words, lemmas = _worded(report.text, report.language)
    title, more = _worded(report.title, report.language)
    filed = {"k:r", key("l", report.language), key("s", report.source), *years(day, day)}
    for entity in named:
        filed.update(_filed(entity, _country(entity)))
    titled = f"{title} : {' '.join(sorted(more))}"  # the colon is a word that nobody asks for: no phrase goes past it
    return Document(titled, words, _joined(lemmas, more), _ids(named), " ".join(sorted(filed)), day, day)


def of_statement(statement: Statement, head: ReportHead, day: date) -> Document:
    """Return what is indexed of a statement, with the head of its report; ``day`` is the first its booking speaks of."""
    refs = [*_refs(statement)]
    published = head.published if head.published is not None and head.dated != "future" else day
    first, last = days_of(statement.time, published)
    words, lemmas = _worded(" ".join(e.quote for e in (statement.evidence, *statement.more)), head.language)
    filed = {"k:s", key("p", statement.predicate), key("l", head.language), key("s", head.source), *years(first, last)}
    if statement.type is not None:
        filed.add(key("t", statement.type))
    for role, ref in refs:
        if ref.id is not None and (ref.kind in ("mission", "place") or role == "place"):
            filed.update(_filed(ref.id, ref.country))
        elif role == "place" and ref.country:
            filed.add(key("in", ref.country))
    named = {ref.id for _, ref in refs if ref.id is not None}
    return Document("", words, _joined(lemmas), _ids(named), " ".join(sorted(filed)), first, last)


def days_of(time: When | None, published: date) -> tuple[date, date]:
    """Return the first and the last day a statement speaks of: its time, open where that is, else the day it came out."""
    first, last = (_day(text) for text in ((time.earliest, time.latest) if time is not None else (None, None)))
    if first is None and last is None:
        return published, published
    if first is None:
        return EVER[0], last or EVER[1]
    return first, last or EVER[1]


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # a year no calendar of ours has
        return None


def _refs(statement: Statement) -> Iterator[tuple[str, EntityRef]]:
    for role, refs in statement.roles.items():
        for ref in refs:
            yield role, ref
    for ref in statement.holders:
        yield "holders", ref
    for one in statement.about:
        if not isinstance(one, str):
            yield "place" if one.kind in ("place", "state") else "about", one


def _filed(entity: str, country: str | None) -> Iterator[str]:
    """Yield the words for the filters by mission and place."""
    if entity.startswith("mission:"):
        yield key("m", entity)
    if entity.startswith("place:"):
        yield key("at", entity)
    if entity.startswith(("place:", "state:")) and country:
        yield key("in", country)


def _country(entity: str) -> str | None:
    entry = register.load().entry(entity)
    return entry.country if entry is not None else None


def _worded(text: str, language: str) -> tuple[str, set[str]]:
    """Return a text's words, folded, and the base forms that differ from them."""
    found = written(text)
    said = " ".join(word for _, word in found)
    if language not in LANGUAGES:
        return said, set()
    return said, {lemma(word, language) for word in {match[0] for match, _ in found}}.difference(
        word for _, word in found
    )


def _joined(*words: Iterable[str]) -> str:
    return " ".join(sorted({word for some in words for word in some}))


def _ids(ids: Iterable[str]) -> str:
    return " ".join(sorted(key("n", one) for one in ids))

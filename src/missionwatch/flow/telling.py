"""The picture told: briefings, charts, and what goes to other programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from missionwatch import briefing, exchange, picture, reading
from missionwatch.briefing import charts
from missionwatch.flow.judging import before, judge
from missionwatch.flow.seeing import beside, drafted, see
from missionwatch.records.marking import label, strictest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from missionwatch import tempo
    from missionwatch.exchange import Export
    from missionwatch.ledger import Ledger
    from missionwatch.records import (
        Briefing,
        BriefingForm,
        Change,
        Chart,
        ChartKind,
        ChartMedia,
        Concern,
        Picture,
        Sentence,
        Theatre,
        Tlp,
    )


_READINGS = 3  # times that a briefing is read back: what is told anew may be read anew


def draw(
    kind: ChartKind,
    seen: Picture,
    *,
    language: str,
    series: Sequence[tuple[date, tuple[Concern, ...]]] = (),
    media: ChartMedia = "image/svg+xml",
) -> Chart:
    """Return a chart of a picture; the levels over time need their ``series`` (``course``)."""
    return charts.draw(kind, seen, language=language, series=series, media=media)


def brief(
    seen: Picture,
    concerns: tuple[Concern, ...],
    *,
    language: str,
    form: BriefingForm = "full",
    changes: tuple[Change, ...] = (),
    since: date | None = None,
    marking: str | None = None,
    signed: str | None = None,
    series: Sequence[tuple[date, tuple[Concern, ...]]] = (),
    media: ChartMedia | None = None,
) -> Briefing:
    """Return the briefing on a picture and its concerns, with the charts of its form where ``media`` says how they are to be drawn.

    What is written is read back by our own reader: a claim whose sentence is read as something that the picture does not hold is told
    in its source's own words; where that does not help, the briefing says so.
    """
    verbatim = frozenset[str]()
    for reading_back in range(_READINGS):
        written = briefing.write(
            seen, concerns, language=language, form=form, changes=changes, since=since, marking=marking, signed=signed,
            verbatim=verbatim,
        )  # fmt: skip
        unheld, claims = _unheld(written, seen, changes)
        if claims <= verbatim or reading_back == _READINGS - 1:
            written = briefing.owning(written, unheld)
            break
        verbatim |= claims
    if media is None:
        return written
    drawn = (draw(kind, seen, language=language, series=series, media=media) for kind in briefing.form(form).charts)
    return msgspec.structs.replace(written, charts=tuple(drawn))


def export(
    ledger: Ledger,
    theatre: Theatre,
    *,
    as_of: date,
    known_at: datetime,
    mission: str | None = None,
    every_statement: bool = False,
    marking: Tlp | None = None,
    events: tempo.Archive | None = None,
) -> Export:
    """Return what goes out of a picture; with ``every_statement`` also what stands and is no longer in it.

    ``events`` count in its levels as they do in the picture's. It bears ``marking``, or the strictest mark of the reports it holds
    where that is stricter.
    """
    seen = see(ledger, theatre, as_of=as_of, known_at=known_at)
    concerns = judge(seen, before(ledger, seen, events), beside(seen, events))  # by the whole picture, as everywhere
    seen = exchange.only(seen, mission) if mission is not None else seen
    further = ledger.statements(valid=as_of, known=known_at) if every_statement else ()
    reports = ledger.reports(known=known_at) if every_statement else None
    own = mark_of(ledger.markings(), seen.reports if reports is None else reports)
    if own != "clear":
        marking = strictest((own, marking or "clear"))
    return exchange.gather(
        seen, concerns, names=exchange.in_words(seen), marking=marking, statements=further, reports=reports,
    )  # fmt: skip


def card(
    seen: Picture, concerns: Sequence[Concern], mission: str, marks: Mapping[str, Tlp], *, language: str = "en"
) -> exchange.Card:
    """Return a mission's card; it bears the strictest mark of the reports that the picture rests on, as the mission's page does."""
    return exchange.card(seen, concerns, mission, language=language, marking=mark_of(marks, seen.reports))


def mark_of(marks: Mapping[str, Tlp], reports: Iterable[str]) -> Tlp:
    """Return the mark that something bears which rests on reports (ids): the strictest of theirs."""
    return strictest(marks[one] for one in reports if one in marks)


def marked(made: Briefing, marks: Mapping[str, Tlp]) -> Briefing:
    """Return a briefing, or a draft, that bears at its head the strictest mark of the reports it quotes."""
    mark = mark_of(marks, (note.report for note in made.footnotes))
    if mark == "clear" or label(mark) in re.split(r"[\s·,;]+", made.marking):
        return made
    return msgspec.structs.replace(made, marking=f"{label(mark)} · {made.marking}")


def _unheld(written: Briefing, seen: Picture, changes: Sequence[Change]) -> tuple[tuple[Sentence, ...], frozenset[str]]:
    """Return the sentences that are read back as something that the picture does not hold, and the ids of their claims."""
    told = briefing.paragraphs(written)
    if not told or written.language not in reading.languages():
        return (), frozenset()
    asked = picture.checker(seen, changes)
    draft = drafted(told, written.title, written.language, as_of=seen.as_of, own=seen.theatre.own)
    said = reading.read(draft, seen.theatre.yardstick)
    found = picture.check(draft.head, reading.sentences(draft), said, asked, picture.quoted(seen, changes))
    unheld = briefing.unheld(written, found)
    return unheld, briefing.carrying(written, unheld, asked.claims)

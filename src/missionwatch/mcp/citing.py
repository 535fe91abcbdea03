"""Records as an assistant gets them: short, in words, each with the quotes that carry it and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch import register
from missionwatch.briefing.plain import plain, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from missionwatch.records import (
        Backing,
        Change,
        Claim,
        Concern,
        DimensionConcern,
        EntityRef,
        Picture,
        Reason,
        ReportHead,
        Results,
        Statement,
        Theatre,
        Weighing,
    )

Told = dict[str, Any]
"""What goes out as JSON: codes, words and citations."""
_QUOTE = 600  # characters of a quote
_MOST = 3  # citations a claim, the most telling first


class Citing:
    """Tells records of one picture; ``said`` is what each claim (id) says in a sentence."""

    def __init__(self, picture: Picture, said: Mapping[str, str]) -> None:
        self._picture, self._said = picture, said

    def claim(self, claim: Claim, *, most: int = _MOST) -> Told:
        """Return a claim: what it says, how sure, since when, who says otherwise, and its citations."""
        lead = claim.statement
        return _filled({
            "claim": claim.id, "says": self.sentence(claim), "predicate": claim.predicate, "type": claim.type,
            "modality": lead.modality, "negated": lead.negated, "credibility": claim.credibility, "voices": claim.voices,
            "first_reported": _day(claim.first), "last_reported": _day(claim.last), "stale": claim.stale,
            "according_to": [name(holder) for holder in lead.holders],
            "likelihood": _filled({"word": lead.likelihood.term, "low": lead.likelihood.low, "high": lead.likelihood.high})
            if lead.likelihood is not None
            else None,
            "disputed": [{"field": one.field, "said": one.said} for one in claim.disputed],
            "denied_by": [self.citation(one) for one in claim.against[:most]],
            "citations": [self.citation(one) for one in claim.support[:most]],
            "further_citations": max(len(claim.support) - most, 0),
        })  # fmt: skip

    def sentence(self, claim: Claim) -> str:
        """Return what a claim says in a sentence; in its source's own words where we have none."""
        return self._said.get(claim.id) or f"“{_quote(claim.statement)}”"

    def citation(self, statement: Statement) -> Told:
        """Return the words a statement rests on and where they stand."""
        return cite(statement, self._picture.reports.get(statement.report), self._picture.theatre)

    def reason(self, reason: Reason) -> Told:
        """Return one reason of a level with its arithmetic in short, and the claim that carries it."""
        told = {
            "signal": reason.signal,
            "dimension": reason.dimension,
            "counts": round(reason.counted, 3),
            "last": _day(reason.last),
        }
        if reason.claim is not None:
            return told | {"claim": self.claim(reason.claim, most=1)}
        return told | {"event_data": reason.id}

    @staticmethod
    def held(one: Concern | DimensionConcern) -> Told | None:
        """Return why a level stands though its sum is below the threshold."""
        if one.held is None:
            return None
        return {
            "score": one.score, "threshold": one.held.threshold, "reached": _day(one.held.reached), "not_below_since": one.held.floor,
        }  # fmt: skip

    def concern(self, concern: Concern, *, reasons: int = 5) -> Told:
        """Return a mission's level with what makes it."""
        return _filled({
            "mission": concern.mission, "level": concern.level,
            "held": self.held(concern), "trend": concern.trend, "level_30_days_before": concern.earlier,
            "sureness": concern.sureness, "sure_because": list(concern.sure_because),
            "dimensions": [_filled({"dimension": one.dimension, "level": one.level, "held": self.held(one)}) for one in concern.dimensions],
            "reasons": [self.reason(one) for one in concern.reasons[:reasons]],
            "further_reasons": max(len(concern.reasons) - reasons, 0),
        })  # fmt: skip

    def change(self, change: Change) -> Told:
        """Return what differs: the claim after and before."""
        return _filled({
            "kind": change.kind, "mission": change.mission, "weight": round(change.weight, 2),
            "after": self.claim(change.after, most=2) if change.after is not None else None,
            "before": self.claim(change.before, most=1) if change.before is not None else None,
        })  # fmt: skip


def found(results: Results, theatre: Theatre) -> Told:
    """Return what a search found, each hit with its citation."""
    hits = [
        (cite(hit.statement, hit.report, theatre) if hit.statement is not None else _reported(hit.report, theatre))
        | {"kind": "statement" if hit.statement is not None else "report", "found_by": list(hit.found_by)}
        | (
            {"predicate": hit.statement.predicate, "type": hit.statement.type}
            if hit.statement is not None
            else {"text": plain(hit.text)}
        )
        for hit in results.hits
    ]
    return {
        "hits": hits, "total": results.total, "at_least": results.more, "cursor": results.cursor, "meaning": results.meaning,
        "names_understood": {name: list(ids) for name, ids in results.names.items()},
    }  # fmt: skip


def _reported(report: ReportHead, theatre: Theatre) -> Told:
    source = theatre.source(report.source)
    return _filled({
        "report": report.id, "title": plain(report.title), "publisher": plain(report.publisher or source.name),
        "published": _day(report.published), "url": safe_url(report.url), "source": source.id, "reliability": source.reliability,
    })  # fmt: skip


def weighing(found: Weighing, citing: Citing) -> Told:
    """Return why a claim has its credibility, every voice with its citation."""

    def told(backings: Iterable[Backing]) -> list[Told]:
        return [
            citing.citation(one.statement)
            | {
                "reliability": one.reliability,
                "counts_as_a_voice": one.counts,
                "whose_word": one.origin,
                "because": one.why,
            }
            for one in backings
        ]

    return _filled({
        "claim": citing.claim(found.claim, most=0), "credibility": found.credibility, "rule": found.rule, "voices": found.voices,
        "denying": found.denying, "support": told(found.support), "against": told(found.against),
        "corrected": told(found.corrected), "earlier": told(found.earlier),
        "would_change_it": [{"what": one.what, "credibility": one.credibility} for one in found.turns],
    })  # fmt: skip


def cite(statement: Statement, report: ReportHead | None, theatre: Theatre) -> Told:
    """Return the words a statement rests on, the report they stand in, and how reliable its source is."""
    source = theatre.source(report.source) if report is not None else None
    return _filled({
        "quote": _quote(statement), "statement": statement.id, "report": statement.report,
        "title": plain(report.title) if report is not None else None,
        "publisher": plain(report.publisher or "") if report is not None else None,
        "published": _day(report.published) if report is not None else None,
        "url": safe_url(report.url) if report is not None else None,
        "source": source.id if source is not None else None, "reliability": source.reliability if source is not None else None,
        "characters": [statement.evidence.start, statement.evidence.end],
    })  # fmt: skip


def name(ref: EntityRef) -> str:
    """Return what somebody or something is called in English."""
    return plain((register.load().name(ref.id, "en") if ref.id else None) or ref.name or ref.text)


def _quote(statement: Statement) -> str:
    said = plain(statement.evidence.quote)
    return said if len(said) <= _QUOTE else said[:_QUOTE].rsplit(" ", 1)[0] + " …"


def _day(when: object) -> str | None:
    return str(when) if when is not None else None


def _filled(told: Told) -> Told:
    """Return what says something: what is empty, or not so, is left out."""
    return {key: value for key, value in told.items() if value not in (None, [], "", {}, False, 0)}

"""When a mission or a country's part in it begins and ends, where a word for beginning, lasting or ending says so."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.dating import forward, overtaken
from missionwatch.reading.frames.days import turned
from missionwatch.reading.frames.expressions import words_of
from missionwatch.reading.frames.lands import giver_spoken_of
from missionwatch.reading.frames.phrases import in_office, they
from missionwatch.reading.frames.reaching import dependents
from missionwatch.records import When
from missionwatch.records.edtf import bounds

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Relation


def _taken_up(head: Phrase, clause: Clause) -> Phrase:
    """Return what a relative pronoun takes up where that is a part in a mission: "the Dutch contribution, which runs until August"."""
    above = clause.parent
    if head.pronoun != "relative" or above is None:
        return head
    before = [p for p in above.phrases if p.last < clause.first]
    chain = next((p for p in reversed(before) if p.noun is not None or p.adjective_refs), None)
    return chain if chain is not None and chain.noun == "contribution" else head


def period(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say when a mission or a contribution begins and ends."""
    clause, frame = match.clause, match.frame
    verb = clause.lemmas.get(match.anchor, "") if match.phrase is None else ""
    prolongs = any(t.frame == "extend" for t in builder.pack.verb_triggers.get(verb, ()))
    until = any(t.relation == "until" for t in match.times)
    if frame.name == "lasts" and prolongs and (not until or match.negated or not clause.passive):
        return None  # who prolongs a mission tells its end by that
    if match.phrase is not None and not until and "extend" in clause.opened(builder.pack):
        return None  # its mandate was extended by a year in June: that is no day on which it ends
    if frame.relation == "since" and match.negated and any(t.relation == "since" for t in match.times):
        match.negated = False  # In place since 2017, the mission was not set up for that
    # France launched Operation Sangaris
    launched = (
        frame.relation == "since"
        and not any(r.kind == "mission" for p in clause.subjects for r in p.refs)
        and any(r.kind == "mission" for p in clause.objects[:1] for r in p.refs)
    )
    subject = (clause.objects if clause.passive or launched else clause.subjects)[:1]
    relation = frame.relation
    if frame.name == "succeeds":
        gone, new = _gone(clause, words_of(match), match.anchor), _newcomer(match)
        alike = [r.id for p in new for r in p.refs] == [r.id for p in gone for r in p.refs]
        if alike and not any(p.senses("name") for p in new):
            new = []  # blue berets replace MISCA: they are none of it
        if not new and any(p.person or p.refs_of("person") for p in clause.subjects):
            return None
        relieved = next((p for p in clause.phrases if p.first > match.anchor and p.refs), None)
        if relieved is not None and all(r.kind == "state" for r in relieved.refs):
            return None  # Sweden takes over from Denmark in KFOR, which goes on
        if not gone or not (new or gone[0].refs):
            return None  # take turns; take over the lead
        relation = "since" if new else "until"
        subject, launched = new or gone, False
    if not subject or (launched and any(t.frame == "lead" for t in subject[0].triggers)):
        return None  # who takes over the lead begins no mission
    if match.phrase is None and in_office(subject[0]):
        return None  # its commander stays until January
    others = [p for way in ("to", "object") for p in match.relations.get(way, ()) if p.first > match.anchor]
    relieves = any(p.refs_of("mission") for p in others)
    head = subject[0] if relieves else _taken_up(subject[0], clause)  # our part in SFOR, which succeeds IFOR
    contribution = head.noun == "contribution" or (head.noun == "mandate" and bool(builder.discourse.adjectives(head)))
    reach = [head, *dependents(head, clause)]
    behind = reach[1:2] or [p for p in clause.phrases if p.start == head.last + 1 and "for" in p.relations]
    given = bool(behind) and behind[0].noun == "contribution" and bool({"of", "for"} & set(behind[0].relations))
    if head.noun == "mandate" and given:
        contribution, head = True, behind[0]  # the mandate of the Norwegian contribution
    part = next((p for p in clause.phrases if p.noun == "contribution" and p.adjective_refs), None)
    if match.fixed and head.words & words_of(match) and part is not None and part.first > head.last:
        contribution, head = True, part  # komt een einde aan de Belgische deelname aan KFOR
        reach = [head, *dependents(head, clause)]
    alone = head.noun == "mission" and clause.link == "relative" and not any(p.refs for p in reach)
    if match.phrase is head and not clause.verbs and len(reach) > 1 and "of" in reach[1].relations:
        head = reach[1]  # November 2013: creation of MISCA
    near = reach if alone else [*reach, *match.reach()]  # where the mission began, beside another mission's name
    mission = tuple(r for p in near for r in p.refs if r.kind == "mission")
    named = bool(head.refs) and head.refs[0].kind == "mission" and not of_something_else(head, sentence, builder.pack)
    own = head.words - builder.pack.classes_of("determiner")
    counted = match.fixed and bool(own & words_of(match))  # for MINUSMA the clock runs out; its first day was …
    if (
        not (contribution or counted)
        and not named
        and head.noun not in ("mission", "mandate")
        and head.pronoun != "person_pronoun"
    ):
        return None
    contributor = tuple(r for r in builder.discourse.adjectives(head) if r.kind == "state") or tuple(
        r for p in reach[1:] if "of" in p.relations for r in p.refs if r.kind == "state"
    )
    many = they(head, builder.pack) or (head.pronoun == "person_pronoun" and head.several)
    theirs = tuple(r for r in head.refs if r.kind == "state" and r.id) if many else ()
    if theirs and all(
        theirs[0].country not in builder.discourse.hosts_of(m.id) for m in builder.discourse.missions[-1:]
    ):
        contribution, contributor = True, theirs[:1]  # its eleven officers: they remain until June
    if not mission and builder.discourse.missions and (contribution or head.definite or head.owned or head.pronoun):
        places = [p for p in clause.phrases if "in" in p.relations and not (alone and p.first > head.first)]
        there = [r for p in places for r in p.refs if r.kind in ("state", "place")]
        mission = builder.discourse.could_be((builder.discourse.missions[-1],), there)
    places = [p for p in reach[1:] if {"in", "at", "for"} & set(p.relations)]
    there = [r for p in places for r in p.refs if r.kind in ("state", "place") and r.country]
    abroad = bool(contribution and contributor) and any(r.country != contributor[0].country for r in there)
    if (not mission and not abroad) or (relation != "since" and overtaken(clause, builder.pack)):
        return None
    ahead = relation == "until"
    looks_ahead = ahead and (clause.link != "relative" or clause.present or clause.future)
    looks_ahead = (
        looks_ahead or clause.future or (clause.present and ("begin" in clause.attitudes or frame.name == "succeeds"))
    )
    looks_ahead = looks_ahead or (relation == "since" and forward(match))  # devrait être lancée le 19 février
    over = frame.name == "ends"  # has been over since 2016: that is when it ended
    ended = over and clause.link in ("main", "content") and bool(clause.verbs) and not (clause.present or clause.future)
    looks_ahead = looks_ahead and not (ended and match.modality == "actual" and not clause.attitudes)  # ended on Monday
    times = [dataclasses.replace(t, relation="at") if over and t.relation == "since" else t for t in clause.times]
    time = builder.when(times, forward=looks_ahead, until=ahead)
    duration = next((t.duration for t in clause.times if t.duration), None)
    if time is None and duration is None:
        time = clause.dated  # 28 February 1999. The mission ends.
    if time is None and duration is None:
        return None
    towards = not relieves and "to" in builder.pack.relations.get((match.trigger.split()[-1],), ())
    if relation == "since" and towards and (time is None or time.relation != "until"):
        return None  # went back to its base in June
    begun = time is not None and relation == "since" and match.fixed and time.relation == "until"  # dates back to
    if time is not None and relation and (time.relation == "at" or begun):
        time = turned(_day_of(time) if begun else time, relation)
    entry = builder.discourse.register.mission(mission[0].id) if mission and relation == "since" else None
    start = entry.start if entry is not None and "stative" in match.only else None
    if start and time is not None and not begins_in(start[:_YEAR], (time.edtf or "")[:_YEAR]):
        return None  # UNIFIL, sent to Kfar Kila on Monday
    if contribution and not contributor:
        contributor = giver_spoken_of(builder.discourse)
    roles = {"mission": mission[:1]} if mission else {"place": tuple(there[:1])}  # the German mandate for Iraq
    roles |= {"contributor": contributor} if contribution and contributor else {}
    caveat = builder.pack.caveat_in(sentence.tokens, clause.order)
    return {
        "roles": roles, "subject": "contribution" if contribution else "mission", "time": time, "duration": duration,
        "caveat": caveat,
    }  # fmt: skip


_YEAR = 4  # characters of a year in a date


def begins_in(start: str | None, edtf: str) -> bool:
    """Say whether a mission began in the year, month or day that a time says."""
    said = edtf.partition("/")[0]
    if not (start and said) or said.startswith("["):
        return False
    return said.startswith(start) or start.startswith(said)


def of_something_else(head: Phrase, sentence: Sentence, pack: Pack) -> bool:
    """Say whether what a mission's name stands before is no mission: "UNIFIL's football tournament", "the EULEX exhibition"."""
    last = max((n.last for n in head.named), default=head.last)
    after = sentence.tokens[last + 1 : head.last + 1]
    behind = [t for t in after if t.is_word and t.text.islower() and not pack.owns(t)]
    lasting = pack.classes_of("tenure_noun")
    if head.pronoun or not behind or not lasting or head.noun in ("mission", "mandate", "contribution"):
        return False
    return lasting.isdisjoint(head.words)


def _is_replaced(clause: Clause) -> bool:
    """Say whether who stands first is replaced: also in "is vervangen door", which no passive helper marks."""
    by = any("by" in p.relations and p.refs_of("mission") for p in clause.phrases)
    return clause.passive or (by and not clause.objects)


def _newcomer(match: Match) -> list[Phrase]:
    """Return the mission that comes instead of another: "by ATMIS", where a clause says that AMISOM is replaced."""
    clause = match.clause
    told = [p for p in clause.phrases if "by" in p.relations] if _is_replaced(clause) else clause.subjects
    return [p for p in told if p.refs_of("mission")][:1]


def _gone(clause: Clause, words: frozenset[str], anchor: int) -> list[Phrase]:
    """Return the mission instead of which another, or somebody, comes: "takes over from ECOMIL"; not: a company of it."""
    if _is_replaced(clause):
        told = clause.objects if clause.passive else clause.subjects
    else:
        others = [p for p in clause.phrases if p not in clause.subjects and p.words.isdisjoint(words)]
        others = [p for p in others if not _THERE & {*p.relations} or ("to" in p.relations and not p.pronoun)]
        told = [p for p in others if p.first > anchor] or others
    if any(t.frame == "lead" for p in told for t in p.triggers):
        return []
    meant = (p for p in told[:1] if (p.refs_of("mission") or p.pronoun) and not p.senses("function"))
    return [p for p in meant if p.noun in (None, "mission") or p.pronoun]


_THERE = frozenset({"in", "at", "by"})


def _day_of(time: When) -> When:
    """Return the day that "until" or "since" it tells of: what "dates back to March 2007" began then."""
    edtf = (time.edtf or "").removeprefix("../").removesuffix("/..")
    return When("at", edtf or None, *bounds(edtf), time.text) if edtf else When("at", None, None, None, time.text)


def succeeded(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read when a mission begins that takes another's place, "on 1 April, AMISOM gives way to ATMIS", or when the one that is replaced ends."""
    told = [(d, d.fields["frame"].split(":")[0], d.fields.get("time")) for d in _periods(builder, clause, number)]
    for draft, frame, time in told:
        if frame not in ("ends", "succeeds") or time is None or time.edtf is None or draft.fields.get("negated"):
            continue
        known = {r.id for r in draft.fields["roles"].get("mission", ())}
        other: tuple[EntityRef, ...] = ()
        relation: Relation = "until" if time.relation == "since" else "since"
        if frame == "ends" and relation == "since":
            other = _gives_way_to(builder, clause, draft.fields["frame"].split()[-1], known)
        elif frame == "succeeds" and relation == "until" and _is_replaced(clause):
            words = frozenset(draft.fields["frame"].partition(":")[2].split())
            other = tuple(
                r for p in _gone(clause, words, draft.anchor) for r in p.refs_of("mission") if r.id not in known
            )
        if other:
            day = _day_of(time)
            fields = {key: draft.fields[key] for key in ("modality", "holders", "hearsay")} | {
                "predicate": "period", "roles": {"mission": other[:1]}, "subject": "mission", "time": turned(day, relation),
                "frame": "starts:succeeds" if relation == "since" else "ends:succeeded",
            }  # fmt: skip
            builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)
            return


def _gives_way_to(builder: Builder, clause: Clause, mark: str, gone: set[str | None]) -> tuple[EntityRef, ...]:
    """Return the mission to which another gives way."""
    marked = set(builder.pack.relations.get((mark,), ())) & {"to", "for", "by"}  # gives way to, makes way for
    for phrase in clause.phrases if marked else ():
        reach = (phrase, *dependents(phrase, clause))
        new = tuple(r for p in reach for r in p.refs_of("mission") if r.id and r.id not in gone)
        if new and (marked & set(phrase.relations) or phrase in clause.subjects):
            return new
    return ()


def both_ends(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read since when a mission went on that ended: "UNTAC ran from February 1992 to September 1993"."""
    told = [d for d in _periods(builder, clause, number) if d.fields["frame"].split(":")[0] in ("lasts", "period")]
    if len(told) != 1 or told[0].fields["roles"].get("contributor") or "extend" in clause.opened(builder.pack):
        return
    time, begins = (
        told[0].fields.get("time"),
        [t for t in clause.times if t.relation == "since" and t.resolver is not None],
    )
    began = builder.when(begins, forward=False)
    named = any(r.kind == "mission" for p in clause.subjects for r in p.refs if p.noun != "mandate")
    if time is None or time.relation != "until" or began is None or not named:
        return
    if any(t.needs_report_date for t in begins) and not all(t.needs_report_date for t in clause.times):
        return  # from June to September 2003
    fields = told[0].fields | {"time": began, "duration": None, "frame": "starts:ran"}
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)


def _periods(builder: Builder, clause: Clause, number: int) -> list[Draft]:
    return [d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] == "period"]

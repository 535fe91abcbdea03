"""From matches to statements: what each predicate takes of a match, and how sure the reader is of it."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.days import turned
from missionwatch.reading.frames.lands import giver_spoken_of
from missionwatch.reading.frames.lengths import from_to
from missionwatch.reading.frames.naming import office
from missionwatch.reading.frames.placing import in_passing
from missionwatch.reading.frames.reaching import counted_apart
from missionwatch.reading.frames.remnants import hear_sender
from missionwatch.reading.frames.roles import HAPPENINGS
from missionwatch.reading.frames.senses import held_as, said_of
from missionwatch.records import Asset, EntityRef, Evidence, Report, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.replies import Asked
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence

READER = "frames@1"

Maker = Callable[["Builder", "Match", "Sentence"], "dict[str, Any] | None"]
"""What makes the fields of a predicate from a match, or nothing where the match lacks what the predicate needs."""


def _offices(clause: Clause) -> list[EntityRef]:
    """Return what the posts stand for that a clause names with who holds them: the head of UNIFIL, X, speaks alone."""
    titles = [p for p in (*clause.subjects, *clause.objects) if p.senses("function")]
    return [r for p in titles if any(one.person for one in p.group) for r in p.refs if r.kind != "person"]


_PLAIN = (("modality", "actual"), ("negated", False))  # what a draft tells where it says nothing else
_STANDING = frozenset(
    {"contribution", "leadership", "post", "presence", "strength"}
)  # what an entry of a chronology dates as well
_TOGETHER = ("contributor", "actor")  # roles whose people a number counts together


@dataclass(slots=True)
class Held:
    """Who holds what a clause says, and how: set by the clause that governs it."""

    holders: tuple[EntityRef, ...] = ()
    hearsay: bool = False
    negated: bool = False
    asked: bool = False
    wanted: bool = False  # only somebody's request or call is for it
    modality: str | None = None
    likelihood: Any = None


@dataclass(slots=True, eq=False)
class Draft:
    """A statement in the making, with the phrases' places in the text."""

    fields: dict[str, Any]
    evidence: Evidence
    more: list[Evidence] = field(default_factory=list)
    confidence: float = 0.9
    sentence: int = 0
    paragraph: int = 0
    clause: Clause | None = None
    anchor: int = 0
    nominal: bool = False
    light: bool = False  # a noun that a verb carries out: began its withdrawal
    again: bool = False
    day: When | None = None
    judges: list[Draft] = field(default_factory=list)


def _sentence_of(draft: Draft) -> int:
    return draft.sentence


def _befell(match: Match) -> bool:
    """Say whether a noun tells what had happened before what its clause plans: "deployed to protect civilians following clashes"."""
    told = match.phrase is not None and match.frame.type in HAPPENINGS
    return told and match.phrase is not None and not {"after", "because", "despite"}.isdisjoint(match.phrase.relations)


class Builder:
    """Builds drafts of one report and turns them into statements."""

    def __init__(self, report: Report, pack: Pack, discourse: Discourse, makers: Mapping[str, Maker]) -> None:
        self.report, self.pack, self.discourse, self.makers = report, pack, discourse, makers
        self.clauses: Sequence[Clause] = ()
        self.day: When | None = None  # when all of a dated entry happens, where its sentences do not say
        self.heads_entry: When | None = (
            None  # that day, where it stands as a heading of its own: it dates the paragraphs under it
        )
        self.columns: dict[int, str] = {}  # what the columns of a table tell, where its head says so
        self.asked: Asked | None = None  # of whom the last question asked how many there are
        self.questioned: tuple[int, tuple[EntityRef, ...]] = (-1, ())  # which sentence asked last, and about whom
        self.listing = False  # whether a heading says that those listed under it give people
        self.drafts: list[Draft] = []
        self.posts: dict[str | None, list[Draft]] = {}  # those that tell who holds one, by the person
        self.spoken_for: set[str | None] = set()  # who has been told to give people, or to do harm
        self.speakers: tuple[EntityRef, ...] = ()  # who says what is being read
        self.denied = False  # what governs the clause that is being read denies it
        self.mishap: Sentence | None = None  # the last that told of people who died with nobody's doing

    def since(self, sentence: int) -> list[Draft]:
        """Return the drafts of the sentence with this number and of those after it (drafts come in the order of the text)."""
        first = len(self.drafts)
        while first and self.drafts[first - 1].sentence >= sentence:
            first -= 1
        return self.drafts[first:]

    def beside(self, draft: Draft) -> list[Draft]:
        """Return the drafts of the sentence that a draft is of, wherever that is."""
        first = bisect_left(self.drafts, draft.sentence, key=_sentence_of)
        return self.drafts[first : bisect_right(self.drafts, draft.sentence, key=_sentence_of)]

    def of_clause(self, clause: Clause) -> list[Draft]:
        """Return the drafts of a clause of the sentence being read."""
        return [d for d in self.since(self.drafts[-1].sentence) if d.clause is clause] if self.drafts else []

    def leave_out(self, unwanted: Iterable[Draft]) -> None:
        """Take back drafts, which stand near the end: of the sentence being read."""
        gone, at = {id(draft) for draft in unwanted}, len(self.drafts)
        while gone and at:
            at -= 1
            if id(self.drafts[at]) in gone:
                gone.remove(id(self.drafts[at]))
                del self.drafts[at]

    # --- places in the text

    def evidence(self, sentence: Sentence, first: int, last: int) -> Evidence:
        """Return the span of tokens ``first``–``last`` (closing signs and stray commas trimmed)."""
        tokens = sentence.tokens
        if first < sentence.entry <= last:
            first = sentence.entry
        while first < last and not tokens[first].is_word and tokens[first].text not in '"“«‘(':
            first += 1
        while last > first and tokens[last].text in ",;:":
            last -= 1
        start, end = tokens[first].start, tokens[last].end
        return Evidence(start, end, self.report.text[start:end], sentence.part)

    # --- from a match

    def add(self, match: Match, sentence: Sentence, held: Held, number: int) -> Draft | None:
        """Add the draft of a match, or nothing where the match lacks what its predicate needs."""
        maker, self.speakers = self.makers.get(match.frame.predicate), held.holders
        self.denied = held.negated
        fields = maker(self, match, sentence) if maker is not None else None
        if fields is None or (held.wanted and match.frame.predicate == "event"):
            return None
        if match.frame.harm and (struck := self._same_blow(fields, sentence, number)) is not None:
            struck.fields.setdefault(match.frame.harm, fields.get(match.frame.harm))
            if spot := fields["roles"].get("place"):
                struck.fields["roles"] = {"place": spot} | struck.fields["roles"]
            struck.more.append(self.evidence(sentence, match.first, match.last))
            return struck
        confidence = fields.pop("confidence", 0.9)
        more = fields.pop("more", ())
        match.first, match.last = fields.pop("span", (match.first, match.last))
        modality = fields.pop("modality", match.modality if _befell(match) else held.modality or match.modality)
        if match.clause.link == "condition" and modality == "planned":
            modality = "conditional"  # will grow should Russia attack: nobody plans that it does
        holders = () if match.frame.by_speaker else held.holders
        base: dict[str, Any] = {
            "predicate": match.frame.predicate, "modality": modality, "negated": match.negated != held.negated, "holders": holders,
            "hearsay": held.hearsay, "likelihood": held.likelihood,
            "frame": f"{match.frame.name}:{match.trigger}",
        }  # fmt: skip
        many = counted_apart(match) if fields.get("quantity") is not None and match.frame.harm is None else {}
        counted = (r for r in _TOGETHER if many and {*many} <= {x.id for x in fields["roles"].get(r, ())})
        each = match.frame.each or next(counted, None)
        if (
            match.frame.type == "deploy"
            and fields.get("quantity") is not None
            and not many
            and not self._apiece(match, sentence)
        ):
            each = None  # Canada and Norway will send 200 soldiers: so many together
        apart: tuple[EntityRef, ...] = fields.get("roles", {}).get(each, ()) if each else ()
        apart = tuple(ref for ref in apart if ref not in _offices(match.clause))
        if len(apart) > 1 or (apart and apart != fields["roles"][each]):
            if len(apart) > 1 and each in _TOGETHER and not self._apiece(match, sentence):
                fields["quantity"] = None  # so many together
            for ref in apart:
                own = base | fields | {"roles": fields["roles"] | {each: (ref,)}}
                own["quantity"] = many.get(ref.id or "", own.get("quantity"))
                if fields.get("type") == "extend" and not match.negated:
                    self._lasting(match, sentence, number, own)
                self._keep(match, sentence, number, own, confidence, more)
            return self.drafts[-1]
        if fields.get("type") == "extend":
            fields["duration"] = next((t.duration for t in match.times if t.duration), None)
            self._lasting(match, sentence, number, base | fields)
        if fields.get("type") in ("appoint", "elect") and not match.negated:
            self._posted(match, sentence, number, base | fields)
        return self._keep(match, sentence, number, base | fields, confidence, more)

    def _apiece(self, match: Match, sentence: Sentence) -> bool:
        """Say whether a number is that of each: "France and Italy contribute 200 soldiers each"."""
        words = self.pack.classes_of("apiece")
        return any(sentence.tokens[i].low in words for i in match.clause.order)

    def _posted(self, match: Match, sentence: Sentence, number: int, event: dict[str, Any]) -> None:
        """Add the post that someone is appointed to."""
        appointed = (r for r in event["roles"].get("target", ()) if r.kind == "person")
        person = tuple(self.discourse.known_person(r) for r in appointed)[:1]
        where = [p for p in match.reach() if p.senses("function")]
        function = event.get("function")
        if not person or function is None:
            return
        roles: dict[str, tuple[EntityRef, ...]] = {"person": person}
        near = [*event["roles"].get("mission", ()), *(r for p in (*where, *match.reach()) for r in p.refs)]
        for role, kind in (("mission", "mission"), ("organisation", "organisation"), ("state", "state")):
            held = tuple(r for r in near if r.kind == kind)[:1]
            if held:
                roles[role] = held
                break
        fields = {k: event[k] for k in ("modality", "negated", "holders", "hearsay", "likelihood", "frame", "time")}
        self._keep(
            match, sentence, number, fields | {"predicate": "post", "roles": roles, "function": function}, 0.75, ()
        )

    def _lasting(self, match: Match, sentence: Sentence, number: int, event: dict[str, Any]) -> None:
        """Add until when a mission goes on, where its extension says so."""
        told = (*match.clause.objects, *match.reach())
        parts = any(p.noun == "contribution" or (p.noun == "mandate" and p.adjective_refs) for p in told)
        mission = event["roles"].get("mission") or (self.discourse.missions_here() if parts else ())
        if parts and mission:
            event["roles"]["mission"] = mission
        until = [t for t in match.times if self.ends(t, match)]
        if match.negated and not any(t.relation == "until" for t in until):
            return
        time = self.when(until, forward=True, until=True)
        if time is not None and time.relation == "at":
            time = turned(time, "until")
        duration = next((t.duration for t in match.times if t.duration), None)
        if not mission or time is None:
            return  # by how much longer alone does not say how long it lasts
        fields = {k: event[k] for k in ("modality", "holders", "hearsay", "likelihood", "frame")}
        fields["negated"] = False  # will not be extended beyond 2023: that is its end
        giver = tuple(r for r in event["roles"].get("actor", ()) if r.kind == "state") or giver_spoken_of(
            self.discourse
        )
        fields |= {"predicate": "period", "subject": "contribution" if parts else "mission"}
        fields |= {"time": time, "duration": duration}
        for one in mission:
            roles = {"mission": (one,)} | ({"contributor": giver[:1]} if parts and giver else {})
            self._keep(match, sentence, number, fields | {"roles": roles}, 0.8, ())

    def _same_blow(self, fields: dict[str, Any], sentence: Sentence, number: int) -> Draft | None:
        """Return the attack just told, where this only adds its wounded or dead ("Four others were injured")."""
        if any(ref.id for role in ("actor", "target", "mission", "place") for ref in fields["roles"].get(role, ())):
            return None
        mode = fields.get("modality", "actual")
        told = [d for d in self.since(number - 1) if d.fields.get("type") == "attack" and d.fields["modality"] == mode]
        told = [
            d
            for d in told
            if d.paragraph == sentence.paragraph and (d.fields.get("killed") or d.fields["roles"].get("target"))
        ]
        day, before = fields.get("time"), told[-1].fields.get("time") if told else None
        apart = day.edtf != before.edtf if day and before else bool(day and told and told[-1].sentence != number)
        if apart:
            return None  # another day's dead
        return told[-1] if told else None

    def draft(
        self,
        fields: dict[str, Any],
        sentence: Sentence,
        number: int,
        span: tuple[int, int],
        *,
        clause: Clause | None = None,
        anchor: int | None = None,
        confidence: float = 0.9,
    ) -> Draft:
        """Add a draft that no match made, of the tokens ``span`` (one end and the other) of the sentence with this number."""
        first, last = min(span), max(span)
        draft = Draft(
            fields, self.evidence(sentence, first, last), sentence=number, paragraph=sentence.paragraph, clause=clause,
            anchor=first if anchor is None else anchor, confidence=confidence,
        )  # fmt: skip
        return self._book(draft)

    def _keep(
        self,
        match: Match,
        sentence: Sentence,
        number: int,
        fields: dict[str, Any],
        confidence: float,
        more: Sequence[Evidence],
    ) -> Draft:
        roles = fields["roles"]
        if match.phrase is None and in_passing(match.clause, roles.get("place", ()), placed="mission" in roles):
            del roles["place"]
        draft = Draft(
            fields, self.evidence(sentence, match.first, match.last), sentence=number,
            paragraph=sentence.paragraph, clause=match.clause, anchor=match.anchor, nominal=match.phrase is not None,
            confidence=confidence - (0.1 if fields["hearsay"] else 0.0) - (0.05 if match.phrase is not None else 0.0),
        )  # fmt: skip
        draft.light = match.light
        draft.more.extend(more)
        named = match.phrase is not None and (match.phrase.definite or match.phrase.demonstrative)
        if fields["predicate"] == "event" and fields["modality"] == "actual":
            draft.day = self.day
        claimed = match.fixed and any(p.triggers and p.definite for p in match.clause.objects)  # claimed the attack
        claimed = claimed or match.frame.name == "claimed"  # claimed responsibility
        draft.again = named or claimed or match.frame.harm is not None
        return self._book(draft)

    def _book(self, draft: Draft) -> Draft:
        for name, plain in _PLAIN:
            draft.fields.setdefault(name, plain)
        standing = draft.fields["predicate"] in _STANDING and draft.fields["modality"] == "actual"
        if standing and draft.clause is not None and draft.clause.dated is not None:
            draft.day = draft.clause.dated  # 1998. It has 750 soldiers
        self.drafts.append(draft)
        for person in draft.fields["roles"]["person"] if draft.fields["predicate"] == "post" else ():
            self.posts.setdefault(person.id, []).append(draft)
        hear_sender(self.discourse, draft.fields)
        return draft

    def when(self, times: Sequence[TimeMention], *, forward: bool, until: bool = False) -> When | None:
        """Return the time said, the most exact one first; from when to when, where both are told and it is not ``until`` when that is asked."""
        for first, last in itertools.pairwise(times if not until else ()):
            if (both := from_to(first, last, self.report.published, self.pack, forward=forward)) is not None:
                return both
        found = [w for t in times if (w := t.when(self.report.published, forward=forward))]
        ends = {"until": 0, "at": 1, "before": 1}
        found.sort(key=lambda w: (w.edtf is None, until and ends.get(w.relation, 2)))
        return found[0] if found else None

    def ends(self, time: TimeMention, match: Match) -> bool:
        """Say whether a time is until when something goes on: "until 30 June", or a day to come to which it is put off."""
        if time.relation == "until" or match.modality != "actual":
            return time.relation == "until"
        day, when = self.report.published, self.when([time], forward=True)
        written = time.resolver is not None and not time.needs_report_date
        return bool(written and day and when and when.relation == "at" and (when.earliest or "") > day.isoformat())

    # --- parts of a match

    def assets(self, match: Match) -> tuple[Asset, ...]:
        """Return the ships, aircraft and vehicles in reach of a match."""
        out: dict[str, Asset] = {}
        for phrase in match.reach():
            for part in (phrase, *phrase.group):
                for named in part.named:
                    for sense in named.forms("asset"):
                        if sense.code and sense.code not in out:
                            counted = part.number.quantity(sense.code, part.text) if part.number is not None else None
                            out[sense.code] = Asset(name=sense.code, text=named.text, quantity=counted)
        return tuple(out.values())

    def function(self, match: Match) -> str | None:
        """Return the code of the post that a match names."""
        marked = [p for p in match.relations.get("as", ()) if p.senses("function")]
        does = match.frame.type in ("appoint", "recall")  # the secretary-general appointed …
        told = [p for p in match.reach() if p.senses("function") and "among" not in p.relations]
        if match.frame.type == "detain" and match.phrase is None:
            told = [p for p in told if "of" not in p.relations]  # a son of the president was arrested
        counted = [p for p in told if not (does and any(p.first == s.first for s in match.clause.subjects))]
        counted.sort(key=lambda p: p.person is not None)
        named = [p for p in match.reach() if p not in counted and any(office(n) for n in p.named)]
        for phrase in (*marked, *counted, *named):
            offices = [one for n in phrase.named if (one := office(n)) is not None]
            for sense in (*phrase.senses("function"), *offices):
                if sense.code and (held := held_as(self.pack, sense.code, said_of(phrase, self.clauses))):
                    return "president" if held == "chair" else held
        return None

    def state_of(self, ref: EntityRef) -> EntityRef | None:
        """Return the government of the state that a place lies in."""
        if ref.country is None:
            return None
        return self.discourse.register.ref(f"state:{ref.country}", ref.text, body="government")

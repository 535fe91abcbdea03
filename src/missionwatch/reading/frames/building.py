"""From matches to statements: what each predicate takes of a match, and how sure the reader is of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.days import turned
from missionwatch.reading.frames.naming import office
from missionwatch.reading.frames.placing import in_passing
from missionwatch.reading.frames.reaching import counted_apart, dependents
from missionwatch.reading.frames.remnants import hear_sender
from missionwatch.reading.frames.senses import held_as
from missionwatch.records import Asset, EntityRef, Evidence, Quantity, Report, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
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


def _is_one(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is one person with a task: "a staff officer"; not a crew, nor who speaks for a state."""
    codes = {s.code for s in phrase.senses("function")}
    alone = phrase.single and phrase.number is None and phrase.person is None
    return alone and (bool(codes & _ALONE) or bool(phrase.words & pack.classes_of("one_person")))


_TOGETHER = ("contributor", "actor")  # roles whose people a number counts together
_WITH = frozenset({"contribution", "presence"})  # predicates that tell with how many
_ALONE = frozenset({"staff-officer", "liaison-officer", "trainer", "medic"})


def _how_many(phrase: Phrase) -> Quantity | None:
    """Return how many people a phrase counts: "three observers", "an interpreter"."""
    if phrase.number is not None:
        return phrase.number.quantity("people", phrase.text)
    single = phrase.single and phrase.is_people
    return Quantity(1.0, 1.0, 1.0, "people", "exact", phrase.text) if single else None


def _someone(phrase: Phrase) -> bool:
    """Say whether a counted phrase may be people in a word that no list knows: "32 badgasten"."""
    return phrase.number is not None and phrase.noun is None and not (phrase.named or phrase.refs or phrase.triggers)


_HARMING = frozenset({"kill", "wound"})  # what is done to living beings only
_FALLING = frozenset({"killed", "wounded"})  # what they suffer


def _of_another(phrase: Phrase, match: Match, pack: Pack) -> bool:
    """Say whether a phrase is the object of another verb behind the match's: "withdrew, leaving 200 soldiers in Agadez"."""
    verb = max((v for v in match.clause.verbs if v < phrase.first), default=match.anchor)
    left = match.clause.lemmas.get(verb, "") in pack.classes_of("leaving_behind") and (
        phrase.bare or phrase.start == verb + 1
    )
    return match.phrase is None and verb > match.anchor and left


def _told_with(phrase: Phrase, match: Match) -> bool:
    """Say whether a number is that of what another noun tells: "to reinforce its 12,800 soldiers, two companies were flown in"."""
    before = (p for p in match.clause.phrases if p.last + 1 == phrase.start and p is not match.phrase)
    told = any(t.frame == "reinforce" for p in before for t in p.triggers)
    return match.frame.type == "deploy" and "of" in phrase.relations and told


def _together(phrase: Phrase, match: Match) -> tuple[Phrase, Quantity] | None:
    """Return the first phrase of those that count together who fell, and how many they are: three observers and an interpreter."""
    phrases, verbs = match.clause.phrases, match.clause.verbs
    if phrase not in phrases or not phrase.is_people:
        counted = _how_many(phrase)
        return (phrase, counted) if counted is not None else None
    joined = [phrase]
    at = phrases.index(phrase)
    for others in (phrases[at - 1 :: -1] if at else [], phrases[at + 1 :]):
        for other in (p for p in others if not {"of", "from"} & set(p.relations)):
            left, right = (other, joined[0]) if other.first < joined[0].first else (joined[-1], other)
            last = max([left.last, *(p.last for p in dependents(left, match.clause) if p.last < right.first)])
            beside = right.start == last + 2 and last + 1 not in verbs
            if not beside or not other.is_people or right.relations or _how_many(other) is None:
                break
            joined.insert(0, other) if left is other else joined.append(other)
    counts = [one for p in joined if (one := _how_many(p)) is not None]
    if not counts:
        return None
    first = counts[0]
    told_who = len(counts) == len(joined) > 2 and any(v == joined[-1].last + 2 for v in verbs)
    if told_who and first.value == sum(one.value or 0 for one in counts[1:]):
        return phrase, first  # two peacekeepers, an Indian and a Filipino, were hurt
    end = next((v for v in verbs if v > joined[0].last), match.clause.last + 1)
    parts = [p.counted() for p in phrases if joined[0].last < p.first < end and not p.relations and p.number]
    if len(parts) > 1 and sum(parts) == joined[0].counted():
        return phrase, first  # three members of UNFICYP, two Danes and one Slovak, were hurt
    if (
        len(counts) == 1
        or any(one.value is None or one.qualifier != "exact" for one in counts[1:])
        or first.value is None
    ):
        return joined[0], first
    extra = sum(one.value or 0.0 for one in counts[1:])
    low, high = (None if end is None else end + extra for end in (first.low, first.high))
    text = ", ".join(one.text for one in counts)
    return joined[0], Quantity(first.value + extra, low, high, "people", first.qualifier, text)


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


class Builder:
    """Builds drafts of one report and turns them into statements."""

    def __init__(self, report: Report, pack: Pack, discourse: Discourse, makers: Mapping[str, Maker]) -> None:
        self.report, self.pack, self.discourse, self.makers = report, pack, discourse, makers
        self.clauses: Sequence[Clause] = ()
        self.day: When | None = None  # when all of a dated entry happens, where its sentences do not say
        self.columns: dict[int, str] = {}  # what the columns of a table tell, where its head says so
        self.asked: Asked | None = None  # of whom the last question asked how many there are
        self.listing = False  # whether a heading says that those listed under it give people
        self.drafts: list[Draft] = []
        self.spoken_for: set[str | None] = set()  # who has been told to give people, or to do harm
        self.speakers: tuple[EntityRef, ...] = ()  # who says what is being read
        self.mishap: Sentence | None = None  # the last that told of people who died with nobody's doing

    def since(self, sentence: int) -> list[Draft]:
        """Return the drafts of the sentence with this number and of those after it (drafts come in the order of the text)."""
        first = len(self.drafts)
        while first and self.drafts[first - 1].sentence >= sentence:
            first -= 1
        return self.drafts[first:]

    # --- places in the text

    def evidence(self, sentence: Sentence, first: int, last: int) -> Evidence:
        """Return the span of tokens ``first``–``last`` (closing signs and stray commas trimmed)."""
        tokens = sentence.tokens
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
        modality = fields.pop("modality", held.modality or match.modality)
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
        giver = tuple(r for r in event["roles"].get("actor", ()) if r.kind == "state") or self.discourse.contributor()
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
        """Add a draft that no match made, of the tokens ``span`` (first and last) of the sentence with this number."""
        first, last = span
        draft = Draft(
            fields, self.evidence(sentence, first, last), sentence=number, paragraph=sentence.paragraph, clause=clause,
            anchor=first if anchor is None else anchor, confidence=confidence,
        )  # fmt: skip
        self.drafts.append(draft)
        hear_sender(self.discourse, draft.fields)
        return draft

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
        if match.phrase is None and "mission" in roles and in_passing(match.clause, roles.get("place", ())):
            del roles["place"]
        draft = Draft(
            fields, self.evidence(sentence, match.first, match.last), sentence=number,
            paragraph=sentence.paragraph, clause=match.clause, anchor=match.anchor, nominal=match.phrase is not None,
            confidence=confidence - (0.1 if fields["hearsay"] else 0.0) - (0.05 if match.phrase is not None else 0.0),
        )  # fmt: skip
        draft.light = match.light
        draft.more.extend(more)
        named = match.phrase is not None and (match.phrase.definite or match.phrase.demonstrative)
        draft.day = self.day if fields["predicate"] == "event" and fields["modality"] == "actual" else None
        claimed = match.fixed and any(p.triggers and p.definite for p in match.clause.objects)  # claimed the attack
        draft.again = named or claimed or match.frame.harm is not None
        self.drafts.append(draft)
        hear_sender(self.discourse, draft.fields)
        return draft

    def when(self, times: Sequence[TimeMention], *, forward: bool, until: bool = False) -> When | None:
        """Return the time said, the most exact one first."""
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

    def people(self, match: Match, skip: Sequence[EntityRef] = ()) -> tuple[Phrase, Quantity] | None:
        """Return the phrase that counts people and how many, leaving out the phrases of ``skip``."""
        harmed = match.frame.harm is not None
        own = match.phrase
        if harmed and own is not None and own.number is not None:
            return own, own.number.quantity("people", own.text)  # quatre autres blessés
        excepted = next((p for p in match.clause.phrases if "except" in p.relations), None)
        reach = [p for p in match.reach() if excepted is None or p.first < excepted.first]
        if harmed:
            wounds = match.frame.name == "wound" and not match.fixed
            after = (match.frame.name == "kill" or wounds) and not match.clause.passive
            said = set(match.trigger.split()) if match.fixed else set()
            reach.sort(
                key=lambda p: (
                    "among" in p.relations,  # six people, including two soldiers
                    p.number is None or p.words.isdisjoint(said),  # lost three men, whoever else is counted
                    (p.first > match.anchor) != after,
                    min(abs(p.first - match.anchor), abs(p.last - match.anchor)),
                )
            )
        former = {p.start for p in match.clause.phrases if "instead" in p.relations and p.is_people}
        if match.frame.type == "reinforce" and "to" in self.pack.relations.get((match.trigger.rpartition(" ")[2],), ()):
            former |= {p.start for p in reach if "to" in p.relations and p.is_people}  # s'ajoutent aux 1.200 soldats
        for phrase in reach:
            if phrase.relations == ("adjective",) or (skip and any(r in skip for r in phrase.refs)):
                continue
            if phrase.start in former or (not harmed and _told_with(phrase, match)):
                continue  # with 290 instead of 400 soldiers: no longer 400
            if not harmed and phrase.number is not None and _of_another(phrase, match, self.pack):
                continue
            for part in (phrase, *phrase.group):
                if harmed and part.single and part.is_people and part.refs:
                    return _together(part, match)  # a tué un soldat et blessé trois civils
                if harmed and part.anaphor == "one_of" and part.number is None:
                    return part, Quantity(1.0, 1.0, 1.0, "people", "exact", part.text)
                alone = part.number is not None and (part.number.first, part.number.last) == (part.first, part.last)
                bare = harmed and (alone or any(t.frame == match.frame.name for t in part.triggers))
                bare = bare or (alone and part.last + 1 in former)
                fell = match.clause.subjects if match.frame.name in _FALLING else match.clause.objects
                bare = bare or (match.frame.name in _HARMING | _FALLING and part in fell and _someone(part))
                if part.number is not None and (part.is_people or bare) and not part.senses("asset"):
                    return _together(part, match) if harmed else (part, part.number.quantity("people", part.text))
        if match.frame.predicate in _WITH and (formed := self._of_so_many(reach, match)) is not None:
            return formed
        one = next((p for p in reach if not harmed and _is_one(p, self.pack) and p.relations != ("adjective",)), None)
        if one is not None and match.frame.predicate == "contribution" and one not in match.clause.subjects:
            size = next((p.number for p in dependents(one, match.clause)[:1] if "of" in p.relations and p.number), None)
            if size is not None:
                return one, size.quantity("people", one.text)  # a medical team of 15
            return one, Quantity(1.0, 1.0, 1.0, "people", "exact", one.text)  # sends a staff officer
        if match.phrase is not None and match.phrase.number is not None and (match.phrase.is_people or harmed):
            return match.phrase, match.phrase.number.quantity("people", match.phrase.text)
        return None

    def _of_so_many(self, reach: Sequence[Phrase], match: Match) -> tuple[Phrase, Quantity] | None:
        """Return a formation that is given, and how many it is: "with a company of 170"."""
        formations = self.pack.classes_of("formation")
        for phrase in (p for p in reach if p.words & formations and p.number is None):
            size = next((p for p in dependents(phrase, match.clause)[:1] if "of" in p.relations and p.counted()), None)
            if size is not None and size.number is not None and (size.is_people or size.only_number):
                return phrase, size.number.quantity("people", size.text)
        return None

    @staticmethod
    def counted(phrase: Phrase) -> tuple[Phrase, Quantity] | None:
        """Return a phrase that is a number of people without saying so, and how many."""
        return (phrase, phrase.number.quantity("people", phrase.text)) if phrase.number is not None else None

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
        doers = match.clause.subjects if match.frame.type == "appoint" else ()  # the secretary-general appointed …
        told = [p for p in match.reach() if p.senses("function") and "among" not in p.relations]
        counted = [p for p in told if p not in doers] or ([] if match.clause.passive else told)
        counted.sort(key=lambda p: p.person is not None)
        named = [p for p in match.reach() if p not in counted and any(office(n) for n in p.named)]
        for phrase in (*marked, *counted, *named):
            offices = [one for n in phrase.named if (one := office(n)) is not None]
            for sense in (*phrase.senses("function"), *offices):
                if sense.code and (held := held_as(self.pack, sense.code, phrase.words)):
                    return held
        return None

    def state_of(self, ref: EntityRef) -> EntityRef | None:
        """Return the government of the state that a place lies in."""
        if ref.country is None:
            return None
        return self.discourse.register.ref(f"state:{ref.country}", ref.text, body="government")

"""From matches to statements: what each predicate takes of a match, and how sure the reader is of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.reading.frames.discourse import Group
from missionwatch.reading.frames.matching import dependents
from missionwatch.records import Asset, EntityRef, Evidence, Quantity, Report, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.matching import Match
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence

READER = "frames@1"


@dataclass(slots=True)
class Held:
    """Who holds what a clause says, and how: set by the clause that governs it."""

    holders: tuple[EntityRef, ...] = ()
    hearsay: bool = False
    negated: bool = False
    asked: bool = False
    modality: str | None = None
    likelihood: Any = None


@dataclass(slots=True)
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
    again: bool = False
    day: When | None = None
    judges: list[Draft] = field(default_factory=list)


class Builder:
    """Builds drafts of one report and turns them into statements."""

    def __init__(self, report: Report, pack: Pack, discourse: Discourse) -> None:
        self.report, self.pack, self.discourse = report, pack, discourse
        self.clauses: Sequence[Clause] = ()
        self.day: When | None = None  # when all of a dated entry happens, where its sentences do not say
        self.drafts: list[Draft] = []

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
        maker = getattr(self, f"_{match.frame.predicate}", None)
        if maker is None:
            return None
        fields: dict[str, Any] | None = maker(match, sentence)
        if fields is None:
            return None
        if match.frame.harm and (struck := self._same_blow(fields, sentence, number)) is not None:
            struck.fields.setdefault(match.frame.harm, fields.get(match.frame.harm))
            struck.more.append(self.evidence(sentence, match.first, match.last))
            return struck
        confidence = fields.pop("confidence", 0.9)
        more = fields.pop("more", ())
        purposes: tuple[str, ...] = fields.get("purposes", ())
        match.first, match.last = fields.pop("span", (match.first, match.last))
        modality = fields.pop("modality", held.modality or match.modality)
        base: dict[str, Any] = {
            "predicate": match.frame.predicate, "modality": modality, "negated": match.negated != held.negated, "holders": held.holders,
            "hearsay": held.hearsay, "likelihood": held.likelihood,
            "frame": f"{match.frame.name}:{match.trigger}",
        }  # fmt: skip
        each = match.frame.each
        apart: tuple[EntityRef, ...] = fields.get("roles", {}).get(each, ()) if each else ()
        if len(apart) > 1:
            for ref in apart:
                self._keep(
                    match,
                    sentence,
                    number,
                    base | fields | {"roles": fields["roles"] | {each: (ref,)}},
                    confidence,
                    more,
                )
            return self.drafts[-1]
        for code in purposes[:-1]:
            self._keep(match, sentence, number, base | fields | {"purposes": (code,)}, confidence, more)
        if purposes:
            fields["purposes"] = purposes[-1:]
        if fields.get("type") == "extend" and not match.negated:
            self._lasting(match, sentence, number, base | fields)
        if fields.get("type") in ("appoint", "elect") and not match.negated:
            self._posted(match, sentence, number, base | fields)
        return self._keep(match, sentence, number, base | fields, confidence, more)

    def _posted(self, match: Match, sentence: Sentence, number: int, event: dict[str, Any]) -> None:
        """Add the post that someone is appointed to."""
        person = tuple(r for r in event["roles"].get("target", ()) if r.kind == "person")[:1]
        where = [p for p in match.reach() if p.senses("function")]
        function = event.get("function")
        if not person or function is None:
            return
        roles: dict[str, tuple[EntityRef, ...]] = {"person": person}
        near = [r for p in (*where, *match.reach()) for r in p.refs]
        for role, kind in (("mission", "mission"), ("organisation", "organisation"), ("state", "state")):
            held = tuple(r for r in near if r.kind == kind)[:1]
            if held:
                roles[role] = held
                break
        fields = {k: event[k] for k in ("modality", "negated", "holders", "hearsay", "likelihood", "frame", "time")}
        self._keep(match, sentence, number, fields | {"predicate": "post", "roles": roles, "function": function}, 0.75, ())

    def _lasting(self, match: Match, sentence: Sentence, number: int, event: dict[str, Any]) -> None:
        """Add until when a mission goes on, where its extension says so."""
        parts = any(p.noun == "contribution" for p in (*match.clause.objects, *match.reach()))
        mission = event["roles"].get("mission") or (self.discourse.missions_here() if parts else ())
        if parts and mission:
            event["roles"]["mission"] = mission
        until = [t for t in match.times if t.relation == "until"]
        time = self.when(until, forward=True, until=True)
        if not mission or time is None:
            return
        fields = {k: event[k] for k in ("modality", "negated", "holders", "hearsay", "likelihood", "frame")}
        roles = {"mission": mission[:1]}
        giver = tuple(r for r in event["roles"].get("actor", ()) if r.kind == "state") or self.discourse.contributor()
        if parts and giver:
            roles["contributor"] = giver[:1]
        subject = "contribution" if parts else "mission"
        fields |= {"predicate": "period", "roles": roles, "subject": subject, "time": time}
        self._keep(match, sentence, number, fields, 0.8, ())

    def _leaving(self, roles: dict[str, tuple[EntityRef, ...]]) -> None:
        """Tell who leaves from what is left: "le retrait du Mali" is from there, "le retrait de Barkhane" is the mission's."""
        actor = roles.get("actor", ())
        if actor and all(ref.kind == "mission" for ref in actor):
            roles["mission"] = tuple(dict.fromkeys((*actor, *roles.get("mission", ()))))
            del roles["actor"]
            return
        alone = len(actor) == 1 and "place" not in roles and actor[0].kind == "state" and actor[0].body is None
        if alone and actor[0].country in {r.country for r in self.discourse.hosts()}:
            roles["place"] = roles.pop("actor")

    def _same_blow(self, fields: dict[str, Any], sentence: Sentence, number: int) -> Draft | None:
        """Return the attack just told, where this only adds its wounded or dead ("Four others were injured")."""
        if any(ref.id for role in ("actor", "target", "mission", "place") for ref in fields["roles"].get(role, ())):
            return None
        told = [d for d in self.drafts if d.fields.get("type") == "attack" and 0 <= number - d.sentence <= 1]
        told = [
            d
            for d in told
            if d.paragraph == sentence.paragraph and (d.fields.get("killed") or d.fields["roles"].get("target"))
        ]
        return told[-1] if told else None

    def _keep(
        self,
        match: Match,
        sentence: Sentence,
        number: int,
        fields: dict[str, Any],
        confidence: float,
        more: Sequence[Evidence],
    ) -> Draft:
        draft = Draft(
            fields, self.evidence(sentence, match.first, match.last), sentence=number,
            paragraph=sentence.paragraph, clause=match.clause, anchor=match.anchor, nominal=match.phrase is not None,
            confidence=confidence - (0.1 if fields["hearsay"] else 0.0) - (0.05 if match.phrase is not None else 0.0),
        )  # fmt: skip
        draft.more.extend(more)
        named = match.phrase is not None and (match.phrase.definite or match.phrase.demonstrative)
        draft.day = self.day if fields["predicate"] == "event" and fields["modality"] == "actual" else None
        draft.again = named or match.frame.harm is not None
        self.drafts.append(draft)
        return draft

    def when(self, times: Sequence[TimeMention], *, forward: bool, until: bool = False) -> When | None:
        """Return the time said, the most exact one first."""
        found = [w for t in times if (w := t.when(self.report.published, forward=forward))]
        found.sort(key=lambda w: (w.edtf is None, until and w.relation not in ("until", "at", "before")))
        return found[0] if found else None

    def _at_host(self, place: Sequence[EntityRef]) -> bool:
        hosts = {r.country for r in self.discourse.hosts()}
        return all(p.country in hosts for p in place)

    def _beside(self, clause: Clause) -> When | None:
        """Return the time of the clause that another is joined to ("On Monday X came and Y left") or dates ("when …")."""
        other = clause.coordinated or (clause.parent if clause.link == "time" else None)
        if other is None or other.modality != "actual":
            return None
        return self.when([t for t in other.times if t.relation in ("at", "during")], forward=False)

    def _sooner(self, ahead: When | None, back: When | None) -> bool:
        """Say whether a date lies ahead of the report, and nearer to it than the same date behind it."""
        day = self.report.published
        if day is None or ahead is None or ahead.earliest is None or date.fromisoformat(ahead.earliest) <= day:
            return False
        if back is None or back.earliest is None or back.earliest == ahead.earliest:
            return True
        return date.fromisoformat(ahead.earliest) - day < day - date.fromisoformat(back.earliest)

    def _forward(self, match: Match) -> bool:
        return match.modality in ("planned", "required", "possible", "conditional") or match.clause.future

    def _event(self, match: Match, sentence: Sentence) -> dict[str, Any] | None:
        frame, clause = match.frame, match.clause
        roles: dict[str, tuple[EntityRef, ...]] = {}
        order = (
            ("instigator", "target", "actor")
            if frame.type in ("attack", "sanction") and frame.harm is None
            else ("instigator", "actor", "target")
        )
        for role in (*order, "partner", "place"):
            refs = match.fill(role)
            if refs and (role != "partner" or any(r.id for r in refs)):
                roles[role] = refs
        if "mission" in frame.roles and (mission := match.fill("mission")):
            roles["mission"] = mission
        else:
            missions = tuple(r for r in roles.get("target", ()) if r.kind == "mission")
            if missions:
                roles["mission"] = missions[:1]
        if frame.type == "withdraw":
            self._leaving(roles)
        if frame.type == "attack" and "target" not in roles and match.phrase is not None:
            struck = tuple(r for r in roles.get("actor", ()) if r.kind == "mission")
            if struck:  # beschieting van de UNISFA-basis
                roles["target"], roles["mission"] = struck, struck[:1]
                del roles["actor"]
        crowd = any(p.is_people for p in match.reach()) and not match.phrase
        states = any(r.kind == "state" for r in roles.get("actor", ()))
        if "mission" not in roles and frame.type in _OF_A_MISSION and crowd and states and self._at_host(roles.get("place", ())):
            if sole := self.discourse.sole_mission():
                roles["mission"] = sole
        post = self.discourse.post
        if frame.type == "resign" and "mission" not in roles and post is not None and post.mission:
            if any(r.id == post.person.id for r in roles.get("actor", ())):
                roles["mission"] = post.mission
        if "mission" not in roles and frame.type in _AT_PEACEKEEPERS:
            blue = any(
                p.words & self.pack.peacekeepers or (p.pronoun == "person_pronoun" and not p.refs) for p in match.reach()
            )
            mission = self.discourse.missions_here() if blue else ()
            if mission:
                roles["mission"] = mission
        if frame.type == "deploy" and any(p.words & self.pack.additional for p in match.reach()):
            more = "reinforce"  # another 700 soldiers
        else:
            more = frame.type
        if any(ref.kind == "place" for ref in roles.get("actor", ())):  # who arrests in Bamako is the state there
            hosts = [self._state_of(ref) if ref.kind == "place" else ref for ref in roles["actor"]]
            roles["actor"] = tuple(ref for ref in hosts if ref is not None)
        if frame.from_place and "actor" not in roles and roles.get("place"):
            host = self._state_of(roles["place"][0])
            if host is not None and host.id not in {r.id for r in roles.get("target", ())}:
                roles["actor"] = (host,)
        if frame.type == "end" and any(p.noun == "mandate" for p in clause.subjects):
            return None  # a period
        happening = frame.type in ("coup", "attack", "elect", "clash", "protest")
        if not (roles.keys() - {"place", "partner"}) and not (happening and (roles or frame.harm)):
            return None
        parts = any(p.noun == "contribution" for p in clause.objects) and match.phrase is None
        # who ends its part in a mission leaves it; the mission goes on
        fields: dict[str, Any] = {"type": "withdraw" if parts and frame.type == "end" else more, "roles": roles}
        people = self._people(
            match, skip=roles.get("actor", ()) if frame.harm == "killed" and frame.name == "kill" else ()
        )
        if frame.harm and people is not None:
            fields[frame.harm] = people[1]
            if not any(r.id for r in roles.get("target", ())):
                roles.pop("target", None)  # "30 strijders" are how many, not who
        elif frame.harm:
            victim = next((p for p in match.reach() if p.single and p.is_people and p.refs), None)
            if victim is not None:
                fields[frame.harm] = Quantity(1.0, 1.0, 1.0, "people", "exact", victim.text)
            elif frame.name in ("killed", "wounded") and not any(r.id for r in roles.get("target", ())):
                return None
        elif people is not None and frame.type in (
            "deploy",
            "withdraw",
            "reinforce",
            "reduce",
            "detain",
            "release",
            "expel",
        ):
            fields["quantity"] = people[1]
        if frame.type in ("expel", "recall", "detain", "appoint", "elect", "resign") and (function := self._function(match)):
            fields["function"] = function
        assets = self._assets(match, sentence)
        if assets and frame.type in ("deploy", "withdraw", "attack", "suspend", "deny_access", "reinforce"):
            fields["assets"] = assets
        times = [t for t in match.times if frame.type != "extend" or t.relation != "until"]
        fields["time"] = self.when(times or match.times, forward=self._forward(match))
        if fields["time"] is None and match.modality == "actual":
            fields["time"] = self._beside(clause)
        if frame.type in _AHEAD and match.modality == "actual" and match.phrase is None and match.clause.present:
            ahead = self.when([t for t in times if not t.past], forward=True)
            if self._sooner(ahead, fields["time"]):
                fields["time"], fields["modality"] = ahead, "planned"  # "vertrekt in juli"
        inner = [c for c in self.clauses if c.parent is clause and c.link in ("content", "purpose")]
        if frame.type == "consult" and "mission" not in roles:  # "bekijkt met de VN wat dit betekent voor de missie"
            meant = tuple(r for c in inner for p in c.phrases for r in p.refs if r.kind == "mission")
            roles |= {"mission": tuple(dict.fromkeys(meant))} if meant else {}
        if match.phrase is None and frame.type in _GOVERNING and inner:
            whom = tuple(r for p in inner[0].subjects for r in p.everyone() if r.id)
            if frame.type == "demand" and "target" not in roles and whom:
                roles["target"] = whom
            fields["span"] = (match.first, max(c.last for c in inner))
            if frame.type in _SAYING:
                fields["text"] = self.evidence(sentence, inner[0].first, max(c.last for c in inner)).quote
        if frame.type in _SAYING and match.phrase is None and "text" not in fields:
            what = next((p for p in clause.objects if not p.refs and (p.triggers or p.noun or p.definite)), None)
            if what is not None:
                fields["text"] = what.text
        if frame.needs and not any(fields.get(need) or roles.get(need) for need in frame.needs):
            return None
        named = sum(1 for r in ("actor", "target", "mission") if any(x.id for x in roles.get(r, ())))
        fields["confidence"] = (0.45, 0.7, 0.85, 0.9)[named]
        return fields

    def _contribution(self, match: Match, sentence: Sentence) -> dict[str, Any] | None:
        if match.frame.name == "contribute" and match.phrase is not None and not match.light:
            return None  # "de bijdrage eindigt": a period, not a contribution
        people = self._people(match)
        anaphor = next((p for p in match.reach() if p.anaphor in ("one_of", "the_other", "the_others")), None)
        group = self.discourse.group if anaphor is not None else None
        contributor = match.fill("contributor")
        if people is not None and not any(r.id for r in contributor):
            contributor = tuple(r for r in people[0].refs if r.kind == "state") or contributor
        mission = match.fill("mission") or (group.mission if group is not None else ())
        if not mission and people is not None:
            mission = self._understood(match.frame.name == "contribute", match.fill("place"))
        place = tuple(r for r in match.fill("place") if r.kind == "place" or r.body is None)
        if group is not None:
            contributor = contributor or group.refs
        contributor = tuple(r for r in contributor if r.kind in ("state", "organisation") or r.id is None)
        assets = self._assets(match, sentence)
        if not mission or not any(r.id for r in contributor):
            return None
        serving = match.frame.name == "serve" and people is None and group is None and not assets
        if serving and not any(r in p.refs for p in match.relations.get("subject", ()) + match.relations.get("object", ()) for r in contributor):
            return None  # "onder Duitse leiding staat": whose command, not who serves
        if match.clause.lemmas.get(match.anchor) in self.pack.plain_being and people is None and anaphor is None:
            return None
        roles: dict[str, tuple[EntityRef, ...]] = {"contributor": contributor, "mission": mission[:1]}
        if place:
            roles["place"] = place[:1]
        quantity = people[1] if people is not None else None
        if anaphor is not None and group is not None:
            quantity = group.take(anaphor)
        fields: dict[str, Any] = {"roles": roles, "quantity": quantity, "assets": assets}
        function = self._function(match)
        if function:
            fields["function"] = function
        fields["time"] = self.when(match.times, forward=self._forward(match))
        evidence = self.evidence(sentence, match.first, match.last)
        if group is not None:
            fields["more"] = (group.evidence,)
        elif people is not None:
            self.discourse.group = Group(contributor, mission[:1], evidence, people[1].value)
        fields["confidence"] = 0.92 if group is None else 0.8
        return fields

    def _understood(self, giving: bool, place: Sequence[EntityRef]) -> tuple[EntityRef, ...]:  # noqa: FBT001 - two ways of taking part
        """Return the one mission that a report speaks of, where people given or stationed can only be its own."""
        mission = self.discourse.sole_mission()
        hosts = {r.country for r in self.discourse.hosts()}
        there = bool(place) and all(p.country in hosts for p in place)
        return mission if giving or there else ()

    def _presence(self, match: Match, sentence: Sentence) -> dict[str, Any] | None:
        actor, place = match.fill("actor"), match.fill("place")
        helping = match.phrase is None and match.clause.lemmas.get(match.anchor) in self.pack.helping
        if helping and len(match.clause.verbs) > 1:
            return None
        if any(r.kind == "mission" for p in match.reach() for r in p.refs) or not place:
            return None
        actor = tuple(r for r in actor if r.kind in ("state", "group", "organisation", "unit"))
        if not actor or actor[0].id is None or all(a.country == place[0].country and a.kind == "state" for a in actor):
            return None
        fields: dict[str, Any] = {
            "roles": {"actor": actor, "place": place[:1]},
            "assets": self._assets(match, sentence),
        }
        people = self._people(match)
        if people is not None:
            fields["quantity"] = people[1]
        fields["time"] = self.when(match.times, forward=False)
        return fields

    def _strength(self, match: Match, _sentence: Sentence) -> dict[str, Any] | None:
        mission = match.fill("mission")
        if match.phrase is not None and match.phrase.refs and match.phrase.refs[0].kind == "mission":
            mission = (match.phrase.refs[0],)
        people = next((p for p in match.reach() if p.number is not None and p.is_people and not p.adjective_refs), None)
        if not mission and self.discourse.post is not None:
            mission = self.discourse.post.mission  # onder zijn leiding staan 800 militairen
        if not mission or people is None or people.number is None:
            return None
        if match.phrase is not None and people not in dependents(match.phrase, match.clause):
            return None
        if any(r.kind == "state" for r in people.refs):
            return None
        return {
            "roles": {"mission": mission[:1]},
            "quantity": people.number.quantity("people", people.text),
            "modality": "actual",
            "time": None,
        }

    def _leadership(self, match: Match, _sentence: Sentence) -> dict[str, Any] | None:
        leader, mission = match.fill("leader"), match.fill("mission")
        leader = tuple({r.id: r for r in leader if r.kind in ("state", "organisation")}.values())
        if not mission and match.phrase is not None:
            mission = tuple(match.clause.antecedent[:1]) or self.discourse.missions_here()
            mission = tuple(r for r in mission if r.kind == "mission")
        if not leader or not mission or leader[0].id is None:
            return None
        return {"roles": {"leader": leader, "mission": mission[:1]}}

    def _post(self, match: Match, sentence: Sentence) -> dict[str, Any] | None:
        person = match.fill("person")
        known = self.discourse.post
        if known is not None and (not person or known.person.id != person[0].id):
            known = None
        mission = match.fill("mission") or (known.mission if known is not None else ())
        if not person or (known is None and not mission):
            return None
        who = known.person if known is not None else self.discourse.known_person(person[0])
        roles = {"person": (who,)} | ({"mission": mission[:1]} if mission else {})
        more: tuple[Evidence, ...] = ()
        if known is not None:
            known.mission = known.mission or mission[:1]
            more = (known.evidence,) if known.evidence is not None else ()
        said = next((s.code for p in match.relations.get("as", ()) for s in p.senses("function")), None)
        del sentence
        return {
            "roles": roles,
            "function": said or (known.function if known is not None else None) or (match.frame.function if mission else None),
            "rank": known.rank if known is not None else None,
            "time": self.when(match.times, forward=False),
            "more": more,
            "confidence": 0.85,
        }

    def _purpose(self, match: Match, sentence: Sentence) -> dict[str, Any] | None:
        mission = match.fill("mission")
        codes = self.pack.codes(
            "purposes", sentence.tokens, [i for i in match.clause.order if not self._in_mission(i, match.clause)]
        )
        if not mission or not codes or match.negated:
            return None
        span = self.evidence(sentence, match.clause.first, match.clause.last)
        return {"roles": {"mission": mission[:1]}, "purposes": tuple(codes), "text": span.quote, "modality": "actual"}

    @staticmethod
    def _in_mission(i: int, clause: Clause) -> bool:
        return any(p.first <= i <= p.last and any(r.kind == "mission" for r in p.refs) for p in clause.phrases)

    def _period(self, match: Match, _sentence: Sentence) -> dict[str, Any] | None:
        clause, frame = match.clause, match.frame
        subject = (clause.objects if clause.passive else clause.subjects)[:1]
        if not subject:
            return None
        head = subject[0]
        contribution = head.noun == "contribution"
        reach = [head, *dependents(head, clause)]
        mission = tuple(r for p in [*reach, *match.reach()] for r in p.refs if r.kind == "mission")
        if (
            not contribution
            and not (head.refs and head.refs[0].kind == "mission")
            and head.noun not in ("mission", "mandate")
            and head.pronoun != "person_pronoun"
        ):
            return None
        contributor = tuple(r for r in self.discourse.adjectives(head) if r.kind == "state") or tuple(
            r for p in reach[1:] if "of" in p.relations for r in p.refs if r.kind == "state"
        )
        if not mission and head.noun == "mandate":
            return None
        if not mission and self.discourse.missions and (contribution or head.definite or head.pronoun):
            mission = (self.discourse.missions[-1],)
        if not mission:
            return None
        ahead = frame.relation == "until"
        time = self.when(clause.times, forward=ahead and match.clause.link != "relative", until=ahead)
        duration = next((t.duration for t in clause.times if t.duration), None)
        if time is None and duration is None:
            return None
        if time is not None and time.relation == "at" and frame.relation:
            time = msgspec.structs.replace(time, relation=frame.relation)
        if contribution and not contributor:
            contributor = self.discourse.contributor()
        roles = {"mission": mission[:1]} | ({"contributor": contributor} if contribution and contributor else {})
        caveat = self.pack.caveat_in(_sentence.tokens, clause.order)
        return {
            "roles": roles, "subject": "contribution" if contribution else "mission", "time": time, "duration": duration,
            "caveat": caveat,
        }  # fmt: skip

    # --- parts of a match

    def _people(self, match: Match, skip: Sequence[EntityRef] = ()) -> tuple[Phrase, Quantity] | None:
        harmed = match.frame.harm is not None
        reach = list(match.reach())
        if harmed:
            after = match.frame.name == "kill" and not match.clause.passive
            reach.sort(key=lambda p: ((p.first > match.anchor) != after, min(abs(p.first - match.anchor), abs(p.last - match.anchor))))
        for phrase in reach:
            if phrase.relations == ("adjective",) or (skip and any(r in skip for r in phrase.refs)):
                continue
            for part in (phrase, *phrase.group):
                bare = harmed and part.number is not None and part.number.first == part.first and part.number.last == part.last
                if part.number is not None and (part.is_people or bare) and not part.senses("asset"):
                    return part, part.number.quantity("people", part.text)
        if match.phrase is not None and match.phrase.number is not None and match.phrase.is_people:
            return match.phrase, match.phrase.number.quantity("people", match.phrase.text)
        return None

    def _assets(self, match: Match, sentence: Sentence) -> tuple[Asset, ...]:
        out: dict[str, Asset] = {}
        for phrase in match.reach():
            for part in (phrase, *phrase.group):
                for named in part.named:
                    for sense in named.forms("asset"):
                        if sense.code and sense.code not in out:
                            counted = part.number.quantity(sense.code, part.text) if part.number is not None else None
                            out[sense.code] = Asset(name=sense.code, text=named.text, quantity=counted)
        del sentence
        return tuple(out.values())

    def _function(self, match: Match) -> str | None:
        marked = [p for p in match.relations.get("as", ()) if p.senses("function")]
        counted = [p for p in match.reach() if p.senses("function")]
        counted.sort(key=lambda p: p.person is not None)
        for phrase in (*marked, *counted):
            for sense in phrase.senses("function"):
                if sense.code:
                    return sense.code
        return None

    def _state_of(self, ref: EntityRef) -> EntityRef | None:
        if ref.country is None:
            return None
        return self.discourse.register.ref(f"state:{ref.country}", ref.text, body="government")


# Events of people sent or taken home: where a report speaks of one mission, they are that mission's.
_OF_A_MISSION = frozenset({"withdraw", "deploy", "reinforce", "reduce"})
# Events that the present tense tells of before they happen: "leaves in July".
_AHEAD = frozenset({
    "withdraw", "deploy", "reinforce", "suspend", "resume", "end", "extend", "reduce", "visit", "elect", "decide", "consult",
    "postpone", "agree", "resign", "appoint",
})  # fmt: skip
# Events that befall peacekeepers, whose mission the report has named.
_AT_PEACEKEEPERS = frozenset({"attack", "clash", "detain", "release", "obstruct", "deny_access"})
# Events that govern a clause of their own ("eist dat …"): their evidence is both clauses.
_GOVERNING = frozenset({"demand", "decide", "deny", "accuse", "threaten", "agree", "reject"})
# Events whose object is a thing done or said; its words are kept where it is no one we know.
_SAYING = frozenset({"postpone", "deny", "reject", "condemn", "approve", "demand"})

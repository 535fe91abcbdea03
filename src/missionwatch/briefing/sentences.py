"""Claims to sentences: what each says in words, how sure, who says so, who says otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from missionwatch.briefing.facts import Facts
from missionwatch.briefing.patterns import NOTHING, Words, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Claim, EntityRef, Picture, Quantity, Statement, Value


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and the statements that carry it."""

    text: str
    statements: tuple[Statement, ...]


_WHOLE = frozenset({"suspend", "extend", "end", "resume", "reinforce", "reduce"})  # events that are a mission's own
_DOUBTFUL = (4, 5)  # credibility that is said, not only graded
_OF_PEOPLE = frozenset({
    "protest", "elect", "attack", "clash", "threaten", "aid", "support", "detain", "release", "condemn", "demand",
})  # fmt: skip  # what a population does or undergoes itself; elsewhere "the Americans" are the United States
_NAMING = frozenset(
    {"assessment", "option", "risk", "interest", "question"}
)  # their sentences name the holder themselves


class Speaker(Facts):
    """Says the claims of one picture in one language."""

    def __init__(self, picture: Picture, language: str, verbatim: frozenset[str] = frozenset()) -> None:
        """Take the picture, and the ids of claims that are told in their source's own words."""
        super().__init__(picture, language)
        self._verbatim, self.cited = verbatim, set[str]()
        places = (*picture.missions, picture.general)
        self._parts: dict[str, list[Claim]] = {}
        for claim in (c for m in picture.missions for c in m.contributions if c.part_of):
            self._parts.setdefault(claim.part_of or "", []).append(claim)
        self._events = {s.id: s for m in places for c in m.developments for s in (*c.support, *c.against)}
        self._demands: dict[str, list[Statement]] = {}
        for statement in self._events.values():
            if statement.type == "demand":
                self._demands.setdefault(statement.report, []).append(statement)

    def tell(self, claim: Claim) -> list[Spoken]:
        """Return the sentences on a claim: what it says, then what is disputed, denied or corrected."""
        first = self.say(claim)
        if first is None:
            return []
        parts = [s for part in self._parts.get(claim.id, ()) for s in part.support]
        return [Spoken(sentence(first), (*self.support(claim), *parts)), *self._more(claim)]

    def leading(self, claim: Claim) -> Statement:
        """Return the statement that is told: of those that say the same as the most telling one, the first in this language."""
        own = claim.statement
        if self.spoken(own) == self.names.language:
            return own
        alike = (s for s in claim.support if self.spoken(s) == self.names.language and _says(s) == _says(own))
        return next(alike, own)

    def support(self, claim: Claim) -> tuple[Statement, ...]:
        """Return what supports a claim, the most telling first, and before it the statement that is told."""
        first = self.leading(claim).id
        return tuple(sorted(claim.support, key=lambda s: s.id != first))

    def options(self, claims: Sequence[Claim]) -> Spoken | None:
        """Return in one sentence what one holder weighs for one mission: "is considering relocation or withdrawal"."""
        codes = tuple(dict.fromkeys(code for claim in claims for code in claim.statement.options))
        told = msgspec.structs.replace(claims[0].statement, options=codes)
        said = self.state(told)
        if said is None:
            return None
        return Spoken(
            sentence(_before_bracket(said, self._sureness(claims[0], said))),
            tuple(s for c in claims for s in c.support),
        )

    def say(self, claim: Claim) -> str | None:
        """Return what a claim says, without a capital or a full stop; None where it says nothing that can be told."""
        statement = self.leading(claim)
        claim = msgspec.structs.replace(claim, statement=statement) if statement is not claim.statement else claim
        if claim.id in self._verbatim:
            return self._cite(statement)
        said = self._event(claim) if statement.predicate == "event" else self.state(statement)
        if said is not None and claim.id in self._parts:
            said += self._of_whom(claim)
        return (
            None
            if said is None
            else _before_bracket(said, self._sureness(claim, said)).replace(") (", self.phrases["body"]["semicolon"])
        )

    def _cite(self, statement: Statement) -> str | None:
        gaps = {"who": Words(self.publisher(statement)), "quote": self._words(statement)}
        return self.names.fill(self.phrases["text"]["cited"], gaps)

    def _words(self, statement: Statement) -> Words:
        quote = self.quoted(" ".join(statement.evidence.quote.split()), statement)
        self.cited.add(quote.text)
        return quote

    def no_longer(self, claim: Claim) -> str | None:
        """Return that what a claim says is so no longer; None where the language has no words of its own for it."""
        statement = claim.statement
        pattern = self.phrases["state"].get(f"{statement.predicate}_ended")
        if pattern is None or statement.modality != "actual" or statement.negated or claim.id in self._verbatim:
            return None
        return self.names.fill(pattern, self._state_gaps(statement))

    def _of_whom(self, whole: Claim) -> str:
        """Return the parts of a contribution: ", of whom one in Mali and one as liaison officer in Chad"."""
        said, pattern = [], self.phrases["body"]["of_whom"]
        for part in sorted(self._parts[whole.id], key=lambda one: (one.statement.function or "", one.id)):
            statement = part.statement
            own = statement.function if statement.function != whole.statement.function else None
            value = statement.quantity.value if statement.quantity is not None else None
            if value is None or not (own or statement.role("place")):
                continue
            gaps = {
                "n": Words(self.names.number(value)),
                "function": Words(self.names.function(own, many=value != 1) if own else ""),
                "there": self.names.there(statement.role("place"), spoken=self.spoken(statement)),
            }
            said.append(self.names.fill(pattern["one"], gaps) or "")
        return pattern["all"].format(self.names.listed(said).text) if said else ""

    def noun(self, statement: Statement) -> Words:
        """Return an event as a noun phrase: "the withdrawal of Denmark from Task Force Takuba"; nothing where it has none."""
        event, there = self.phrases["event"][statement.type], self._there(statement)
        gaps = self._gaps(statement)
        if "{place}" in event["noun"] and gaps["place"] and not gaps["mission"]:
            there = NOTHING
        noun = self.names.fill(event["noun"], gaps)
        end = self.names.fill(self.phrases["event_end"]["noun"], {"there": there})
        text = f"{noun} {end}".strip() if noun is not None and end else noun or ""
        return Words(text, many=event.get("many", False), feminine=event.get("feminine", False))

    def demand(self, statement: Statement) -> Statement | None:
        """Return the demand in whose words an event stands that must be; None where it stands in none."""
        here = statement.evidence
        around = self._demands.get(statement.report, ()) if statement.modality == "required" else ()
        return next((d for d in around if d.evidence.start <= here.start and here.end <= d.evidence.end), None)

    # --- events

    def _event(self, claim: Claim) -> str | None:
        statement = claim.statement
        wished = self.names.all_of(claim.role("instigator"), spoken=self.spoken(statement))  # whoever of them says so
        gaps = self._gaps(statement) | {"instigator": wished}
        pattern = self._ahead(statement)
        said = self._doing(claim, gaps, pattern) if pattern is not None else None
        if said is not None:
            return said
        if statement.negated or statement.modality != "actual":
            mode = statement.modality
            if statement.negated:
                mode = "denied" if statement.modality == "actual" else f"denied_{statement.modality}"  # type: ignore[assignment]
                mode = mode if mode in self.phrases["modal"] else "denied_planned"  # type: ignore[assignment]
            return self.names.fill(self.phrases["modal"][mode], {**gaps, "what": self.noun(statement)})
        if statement.time is not None and statement.time.relation == "since" and gaps["time"]:
            return self.names.fill(self.phrases["modal"]["ongoing"], {**gaps, "what": self.noun(statement)})
        patterns = self.phrases["event"][statement.type]
        for key in ("fact", "passive"):
            said = self.names.fill(patterns[key], gaps)
            if said is not None:
                return self._ended(said, patterns[key], gaps, claim)
        return None

    @staticmethod
    def _ahead(statement: Statement) -> str | None:
        """Return how it is said that an actor plans something, does not, or is asked to do it; None for all else."""
        if statement.modality == "planned":
            return "plan_denied" if statement.negated else "plan"
        return "asked" if statement.modality == "required" and not statement.negated else None

    def _doing(self, claim: Claim, gaps: dict[str, Words], name: str) -> str | None:
        """Return what an actor plans, does not, or is asked to do; None where nobody is named who would do it, or asks it."""
        statement = claim.statement
        doing = self.names.fill(self.phrases["event"][statement.type]["plan"], gaps)
        pattern = self.phrases["modal"][name]
        said = self.names.fill(pattern, {**gaps, "doing": Words(doing or "")}) if doing else None
        if said is None:
            return None
        bare = {**gaps, "casualties": NOTHING}
        return self._ended(said, self.phrases["event"][statement.type]["plan"], bare, claim, report=False)

    def _ended(self, said: str, pattern: str, gaps: dict[str, Words], claim: Claim, *, report: bool = True) -> str:
        """Return an event with the common ends that its own pattern has not said."""
        placed = "{place}" in pattern and not gaps["mission"]
        ends = {
            "there": NOTHING if placed else self._there(claim.statement),
            "time": NOTHING if gaps["time"].text in said else gaps["time"],
            "instigator": gaps["instigator"],
            "casualties": gaps["casualties"],
            "reported": self._reported(claim) if report and not gaps["time"] else NOTHING,
        }
        end = self.names.fill(self.phrases["event_end"]["fact"], ends)
        return said + (end if end and end.startswith(",") else f" {end}" if end else "")

    def _reported(self, claim: Claim) -> Words:
        if claim.first is None:
            return NOTHING
        return Words(self.phrases["end"]["reported"].format(date=self.names.day(claim.first)))

    def _there(self, statement: Statement) -> Words:
        """Return where it was, unless the other names say it already: a party's own country, a mission's host."""
        refs = [ref for ref in statement.role("place") if ref.id not in _named(statement)]
        missions = {ref.id for refs in statement.roles.values() for ref in refs if ref.kind == "mission"}
        hosts = {f"state:{host}" for mission in missions for host in self.names.hosts(mission)}
        return self.there(statement, [ref for ref in refs if ref.id not in hosts])

    def _gaps(self, statement: Statement) -> dict[str, Words]:
        names, roles, spoken = self.names, statement.roles, self.spoken(statement)
        function = statement.function
        gaps = {
            role: names.all_of(
                _acting(roles.get(role, ()), statement.type),
                function=function if role == "target" else None,
                spoken=spoken,
            )
            for role in ("actor", "target", "mission", "instigator", "partner")
        }
        taken = NOTHING
        if statement.type in ("detain", "release") and statement.quantity is not None:
            theirs = [ref for ref in roles.get("target", ()) if ref.id and ref.kind != "person"]
            captives = {"amount": names.people(statement), "target": names.all_of(theirs, spoken=spoken)}
            taken = Words(names.fill(self.phrases["body"]["captives"], captives) or "", many=captives["amount"].many)
        if statement.type == "recall":
            gaps["target"] = NOTHING
        serving = [ref for ref in roles.get("target", ()) if ref.body == "armed_forces" and ref.country]
        if statement.type == "attack" and roles.get("mission") and serving and serving == list(roles["target"]):
            gaps["target"] = names.serving(serving, roles["mission"])
        allies = [ref for ref in roles.get("target", ()) if ref.kind == "mission"]
        if statement.type == "consult" and allies:  # one talks with those in a mission, not with the mission
            partners = self.phrases["body"]["partners"].format(names.all_of(allies).text)
            gaps["target"] = Words(partners, many=True)
        persons = [ref for ref in roles.get("target", ()) if ref.kind == "person"]
        if persons and function:
            titled = {"function": Words(names.function(function)), "person": names.all_of(persons)}
            gaps["target"] = Words(names.fill(self.phrases["body"]["titled"], titled) or "")
        mission_ids = {ref.id for ref in roles.get("mission", ())}
        if allies and statement.type in ("suspend", "extend", "end", "resume"):
            gaps["mission"] = gaps["mission"] or gaps["target"]
        doing = {ref.id for ref in roles.get("actor", ())}
        if gaps["mission"] and doing & {ref.id for ref in (*roles.get("mission", ()), *allies)}:
            gaps["own"] = Words(self.phrases["body"]["activities"])  # a mission that suspends what it does
        elif gaps["mission"] and self._has_a_part(statement):
            gaps["part"] = gaps["mission"]
        if _named(statement) & mission_ids:
            gaps["mission"] = gaps["mission"] if statement.type in _WHOLE else NOTHING
        places = [ref for ref in statement.role("place") if ref.id not in _named(statement)]
        around = self.demand(statement)
        asking = around.role("actor") if around is not None else ()
        if not {ref.id for ref in asking}.isdisjoint(doing):  # nobody asks it of itself: who shall do it is not said
            asking = ()
        holders = statement.holders or asking
        return gaps | {
            "amount": names.people(statement), "casualties": names.casualties(statement, spoken), "time": names.time(statement.time),
            "assets": names.assets(statement.assets), "holder": names.all_of(holders, spoken=spoken),
            "function": Words(names.function(function) if function else ""), "one_function": self._one_function(statement),
            "functions": Words(names.function(function, many=True) if function else "", many=True),
            **({"amount": taken} if taken else {}), "asked": self._asked(statement),
            "date": names.due(statement.time), "place": names.all_of(places, spoken=spoken), "quote": self.quoted(statement.text, statement),
        }  # fmt: skip

    def _one_function(self, statement: Statement) -> Words:
        """Return the function where one who has it is meant: one actor, and no source that names several of them."""
        several = len(statement.role("actor")) > 1 or self.names.several(
            statement.function or "", statement.evidence.quote, self.spoken(statement)
        )
        return Words(self.names.function(statement.function)) if statement.function and not several else NOTHING

    def _asked(self, statement: Statement) -> Words:
        """Return what is asked in the source's own words, where they go on from "asked X" in the language of the briefing."""
        words = (statement.text or "").strip()
        own = self.spoken(statement) == self.names.language and words.startswith(tuple(self.phrases["body"]["asks"]))
        return self.quoted(words, statement) if own else NOTHING

    def _has_a_part(self, statement: Statement) -> bool:
        """Say whether the actors are states that only take part in the mission: they neither run, lead nor host it."""
        missions = [r.id for r in statement.role("mission", "target") if r.kind == "mission"]
        above = {lead for m in missions for lead in self.names.leads(m)}
        above |= {f"state:{host}" for m in missions for host in self.names.hosts(m)}
        actors = statement.role("actor")
        return bool(actors) and all(r.kind == "state" and r.id not in above for r in actors)

    # --- how sure, who says so, and who says otherwise

    def _sureness(self, claim: Claim, said: str) -> str:
        statement, ends = claim.statement, self.phrases["end"]
        out = ends["hearsay"] if all(s.hearsay for s in claim.support) else ""
        holders = self.names.all_of(statement.holders, spoken=self.spoken(statement))
        if statement.likelihood is not None:
            term = Words(self.names.quote(statement.likelihood.term, self.spoken(statement)))
            out += self.names.fill(ends["likely"], {"holder": holders, "term": term}) or ""
        elif self._said_by_others(claim) and holders.text not in said:
            out += self.names.fill(ends["said"], {"holder": holders}) or ""
        if claim.stale and claim.last is not None:
            out += ends["stale"].format(date=self.names.day(claim.last))
        if claim.credibility in _DOUBTFUL:
            out += ends[f"credibility_{claim.credibility}"]
        return out

    @staticmethod
    def _said_by_others(claim: Claim) -> bool:
        """Say whether only holders say it, none of whom speaks of what it does itself."""
        if claim.predicate in _NAMING or not all(s.holders for s in claim.support):
            return False
        doers = claim.statement.role("contributor", "actor", "leader")
        return not ({r.country or r.id for r in claim.statement.holders} & {r.country or r.id for r in doers})

    def judged(self, statement_id: str) -> Words:
        """Return the event a judgement is on as a noun phrase; nothing where the picture does not hold it."""
        known = self._events.get(statement_id)
        return self.noun(known) if known is not None else NOTHING

    def _more(self, claim: Claim) -> list[Spoken]:
        more, pair, verbatim = self.phrases["more"], self.phrases["body"]["pair"], claim.id in self._verbatim
        out: list[Spoken] = []
        known = {s.id: s for s in claim.support}
        for field in dict.fromkeys(value.field for value in claim.disputed):
            values = [value for value in claim.disputed if value.field == field]
            carried = tuple(known[i] for v in values for i in v.statements[:1] if i in known)
            if verbatim:
                said = [pair.format(self.publisher(s), self._words(s).text) for s in carried]
            else:
                gaps = [{"who": self._who(v, claim), "value": Words(self._value(v, claim))} for v in values]
                said = [self.names.fill(more["disputed_value"], gap) or "" for gap in gaps]
            name = self.phrases["field"].get(field, field)
            out.append(
                Spoken(
                    more["disputed"].format(field=name, values=self.phrases["body"]["semicolon"].join(said)), carried
                )
            )
        if claim.against:
            cited = self._cite(claim.against[0]) if verbatim else None
            out.append(Spoken(sentence(cited), claim.against) if cited else self._denied(claim.against))
        if claim.corrected:
            who = self.publisher(claim.corrected[0])
            out.append(Spoken(more["corrected"].format(who=who), claim.corrected))
        return out

    def _denied(self, against: Sequence[Statement]) -> Spoken:
        more = self.phrases["more"]
        deniers: list[EntityRef] = [ref for statement in against for ref in statement.holders]
        who = self.names.all_of(deniers)
        said = self.names.fill(more["denied"], {"who": who}) if who else None
        return Spoken(sentence(said or more["denied_source"].format(who=self.publisher(against[0]))), tuple(against))

    def _who(self, value: Value, claim: Claim) -> Words:
        saying = [s for s in claim.support if s.id in value.statements]
        return self.names.listed(list(dict.fromkeys(self.publisher(s) for s in saying)))

    def _value(self, value: Value, claim: Claim) -> str:
        statement = next((s for s in claim.support if s.id in value.statements), None)
        if statement is None:
            return value.said
        if value.field == "quantity":
            said = self.names.people(statement)
        elif value.field in ("killed", "injured"):
            said = self.names.fallen(getattr(statement, value.field), value.field, self.spoken(statement))
        elif value.field == "time":
            said = self.names.date(statement.time)
        else:
            said = self.names.all_of(statement.role(value.field), spoken=self.spoken(statement))
        return said.text or value.said


def _acting(refs: Sequence[EntityRef], kind: str | None) -> list[EntityRef]:
    """Return who takes part in an event: "the Americans" who withdraw troops are the United States."""
    return [
        msgspec.structs.replace(ref, body=None) if ref.body == "population" and kind not in _OF_PEOPLE else ref
        for ref in refs
    ]


def _says(statement: Statement) -> tuple[object, ...]:
    """Return what a statement says, but for its words: two that say the same give the same sentence."""
    roles = {role: frozenset((ref.id or ref.text, ref.body) for ref in refs) for role, refs in statement.roles.items()}
    about = frozenset(ref if isinstance(ref, str) else ref.id or ref.text for ref in statement.about)
    numbers = (_number(one) for one in (statement.quantity, statement.killed, statement.injured))
    time = (statement.time.relation, statement.time.edtf) if statement.time is not None else None
    who = frozenset((ref.id or ref.text, ref.body) for ref in statement.holders)
    return (
        roles, about, *numbers, time, who, statement.modality, statement.negated, statement.hearsay, statement.grade,
        statement.function, statement.options, statement.purposes, statement.cause, statement.effect, bool(statement.text),
        statement.likelihood is None, statement.caveat, statement.assets, statement.duration,
    )  # fmt: skip


def _number(quantity: Quantity | None) -> tuple[object, ...] | None:
    return None if quantity is None else (quantity.value, quantity.low, quantity.high, quantity.qualifier)


def _before_bracket(said: str, ends: str) -> str:
    """Return a sentence with its ends; what continues it stands before the bracket that closes it: ", reportedly (published …)"."""
    run = re.match(r"(?:, [^(]*[^ (])?", ends)
    bracket = re.search(r" \([^()]*\)$", said)
    if run is None or bracket is None:
        return said + ends
    return said[: bracket.start()] + run.group() + bracket.group() + ends[run.end() :]


def _named(statement: Statement) -> set[str | None]:
    """Return the ids of those who do and undergo an event."""
    return {ref.id for role in ("actor", "target") for ref in statement.roles.get(role, ())}

"""Claims to sentences: what each says in words, how sure, who says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.briefing.names import Names
from missionwatch.briefing.patterns import NOTHING, Words, fill, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Claim, EntityRef, Picture, Statement, Value


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and the statements that carry it."""

    text: str
    statements: tuple[Statement, ...]


class Speaker:
    """Says the claims of one picture in one language."""

    def __init__(self, picture: Picture, language: str) -> None:
        self.picture = picture
        self.names = Names(language)
        self.phrases = self.names.phrases
        places = (*picture.missions, picture.general)
        self._events = {s.id: s for m in places for c in m.developments for s in (*c.support, *c.against)}

    def tell(self, claim: Claim) -> list[Spoken]:
        """Return the sentences on a claim: what it says, then what is disputed, denied or corrected."""
        first = self.say(claim)
        if first is None:
            return []
        return [Spoken(sentence(first), claim.support), *self._more(claim)]

    def say(self, claim: Claim) -> str | None:
        """Return what a claim says, without a capital or a full stop; None where it says nothing that can be told."""
        statement = claim.statement
        said = self._event(claim) if statement.predicate == "event" else self._state(statement)
        return None if said is None else said + self._sureness(statement)

    def noun(self, statement: Statement) -> str | None:
        """Return an event as a noun phrase: "the withdrawal by Denmark from Task Force Takuba"."""
        pattern, place = self.phrases["event"][statement.type]["noun"], self._place(statement)
        noun = fill(pattern, {**self._gaps(statement), "place": place})
        end = "" if "{place}" in pattern else fill(self.phrases["event_end"]["noun"], {"place": place})
        return f"{noun} {end}".strip() if noun is not None and end else noun

    # --- events

    def _event(self, claim: Claim) -> str | None:
        statement = claim.statement
        gaps = self._gaps(statement)
        if statement.negated or statement.modality != "actual":
            mode = "denied" if statement.negated else statement.modality
            what = Words(self.noun(statement) or "")
            return fill(self.phrases["modal"][mode], {**gaps, "what": what})
        if statement.time is not None and statement.time.relation == "since" and gaps["time"]:
            return fill(self.phrases["modal"]["ongoing"], {**gaps, "what": Words(self.noun(statement) or "")})
        patterns = self.phrases["event"][statement.type]
        gaps["place"] = self._place(statement)
        said = fill(patterns["fact"], gaps) or fill(patterns["passive"], gaps)
        if said is None:
            return None
        ends = {
            "place": NOTHING if "{place}" in patterns["fact"] else gaps["place"], "instigator": gaps["instigator"],
            "time": gaps["time"] or self._reported(claim), "casualties": gaps["casualties"],
        }  # fmt: skip
        return said + (_spaced(fill(self.phrases["event_end"]["fact"], ends)) or "")

    def _reported(self, claim: Claim) -> Words:
        return (
            Words(self.phrases["end"]["reported"].format(date=self.names.day(claim.first))) if claim.first else NOTHING
        )

    def _place(self, statement: Statement) -> Words:
        """Return the place, unless the other names say it already."""
        named = {ref.id for role in ("actor", "target") for ref in statement.roles.get(role, ())}
        return self.names.all_of(ref for ref in statement.role("place") if ref.id not in named)

    def _gaps(self, statement: Statement) -> dict[str, Words]:
        names, roles = self.names, statement.roles
        function = statement.function
        gaps = {
            role: names.all_of(roles.get(role, ()), function=function if role == "target" else None)
            for role in ("actor", "target", "mission", "instigator", "partner")
        }
        if statement.type == "recall":
            gaps["target"] = NOTHING
        allies = [ref for ref in roles.get("target", ()) if ref.kind == "mission"]
        if statement.type == "consult" and allies:  # one talks with those in a mission, not with the mission
            gaps["target"] = Words(self.phrases["body"]["partners"].format(names.all_of(allies).text), many=True)
        persons = [ref for ref in roles.get("target", ()) if ref.kind == "person"]
        if persons and function:
            gaps["target"] = Words(f"{names.function(function)} {names.all_of(persons).text}")
        mission_ids = {ref.id for ref in roles.get("mission", ())}
        if gaps["target"] and statement.type in ("suspend", "extend", "end", "resume"):
            gaps["mission"] = gaps["mission"] or gaps["target"]
        if {ref.id for role in ("actor", "target") for ref in roles.get(role, ())} & mission_ids:
            gaps["mission"] = gaps["mission"] if statement.type in _WHOLE else NOTHING
        return gaps | {
            "amount": names.people(statement), "casualties": names.casualties(statement), "time": names.time(statement.time),
            "assets": names.assets(statement.assets), "function": Words(names.function(function, many=False) if function else ""),
            "holder": names.all_of(statement.holders), "date": names.date(statement.time), "text": Words((statement.text or "").rstrip(" .")),
        }  # fmt: skip

    # --- what is so

    def _state(self, statement: Statement) -> str | None:
        names, patterns = self.names, self.phrases["state"]
        role = {
            name: names.all_of(statement.role(name)) for name in ("contributor", "mission", "person", "leader", "actor")
        }
        gaps = role | {
            "holder": names.all_of(statement.holders), "amount": names.people(statement), "time": names.time(statement.time),
            "place": names.all_of(statement.role("place")), "assets": names.assets(statement.assets),
            "end": names.end(statement.time), "duration": names.duration(statement.duration), "target": names.all_of(statement.role("target")),
            "text": Words(" ".join((statement.text or "").strip(" .").split())),
            "grade": Words(self.phrases["grade"].get(statement.grade or "", "")),
        }  # fmt: skip
        match statement.predicate:
            case "contribution":
                gaps["function"] = Words(self._functions(statement)) if statement.quantity is None else NOTHING
                planned = statement.modality != "actual"
                name = (
                    "contribution_planned" if planned else "contribution_people" if gaps["amount"] else "contribution"
                )
            case "post":
                gaps["where"] = names.all_of(statement.role("mission", "organisation", "state"))
                gaps["function"] = Words(names.function(statement.function)) if statement.function else NOTHING
                gaps["person"] = self._ranked(statement)
                name = "post" if statement.function else "post_plain"
            case "purpose":
                gaps["purposes"] = names.listed([self.phrases["purpose"][p] for p in statement.purposes])
                name = "purpose"
            case "period":
                name, gaps["caveat"] = (
                    self._period(statement),
                    self._quoted(statement.caveat, statement),
                )
            case "presence":
                name = "presence_denied" if statement.negated else "presence"
            case "assessment":
                name = self._assessment(statement, gaps)
            case "option":
                gaps["options"] = names.listed([self.phrases["option"][o] for o in statement.options])
                everything = "all" in statement.options and gaps["holder"]
                name = "option_all" if everything else "option" if gaps["holder"] else "option_open"
            case "risk":
                gaps["effect"] = names.listed([self.phrases["hazard"][h] for h in statement.effect])
                gaps["cause"] = names.listed([self.phrases["hazard"][h] for h in statement.cause])
                name = "risk" if gaps["effect"] else "risk_cause"
            case "interest":
                name = "interest" if gaps["grade"] else "interest_plain"
            case other:
                name = other
        return fill(patterns[name], gaps)

    def _functions(self, statement: Statement) -> str:
        return self.names.function(statement.function, many=True) if statement.function else ""

    def _ranked(self, statement: Statement) -> Words:
        person = self.names.all_of(statement.role("person"))
        rank = self.phrases["rank"].get(statement.rank or "", "")
        return Words(f"{rank} {person.text}".strip(), many=person.many)

    @staticmethod
    def _period(statement: Statement) -> str:
        if statement.time is None:
            return "period_for"
        edge = "start" if statement.time.relation in ("since", "after") else "end"
        return f"period_{edge}_{statement.subject or 'mission'}"

    def _assessment(self, statement: Statement, gaps: dict[str, Words]) -> str:
        judged = [noun for ref in statement.about if isinstance(ref, str) and (noun := self._judged(ref))]
        if judged and gaps["holder"]:
            gaps["about"] = self.names.listed(list(dict.fromkeys(judged)))
            return "assessment"
        refs = [ref for ref in statement.about if not isinstance(ref, str)]
        refs = [ref for ref in refs if ref.kind == "mission" or ref.body is None] or refs
        gaps["about"] = self.names.all_of(refs[:1])
        if statement.grade in ("deteriorated", "improved"):
            return "assessment_state"
        if not gaps["holder"]:
            return "assessment_open"
        if statement.grade == "important":
            return "assessment_important"
        return "assessment_about" if gaps["about"] else "assessment"

    # --- how sure, and who says otherwise

    def _sureness(self, statement: Statement) -> str:
        ends = self.phrases["end"]
        out = ends["hearsay"] if statement.hearsay else ""
        if statement.likelihood is not None:
            gaps = {
                "holder": self.names.all_of(statement.holders),
                "term": self._quoted(statement.likelihood.term, statement),
            }
            out += " " + (fill(ends["likely"], gaps) or "").strip()
        return out.rstrip()

    def _judged(self, statement_id: str) -> str | None:
        """Return the event a judgement is on as a noun phrase."""
        known = self._events.get(statement_id)
        return self.noun(known) if known is not None else None

    def _quoted(self, words: str | None, statement: Statement) -> Words:
        """Return a source's own words, in quotation marks where they are in another language."""
        head = self.picture.reports.get(statement.report)
        same = head is not None and head.language == self.names.language
        return Words((words if same else f"“{words}”") if words else "")

    def _more(self, claim: Claim) -> list[Spoken]:
        more = self.phrases["more"]
        out: list[Spoken] = []
        for field in dict.fromkeys(value.field for value in claim.disputed):
            values = [value for value in claim.disputed if value.field == field]
            said = [more["disputed_value"].format(who=self._who(v, claim), value=self._value(v, claim)) for v in values]
            name = self.phrases["field"].get(field, field)
            known = {s.id: s for s in claim.support}
            carried = tuple(known[i] for v in values for i in v.statements[:1] if i in known)
            out.append(Spoken(more["disputed"].format(field=name, values="; ".join(said)), carried))
        if claim.against:
            out.append(self._denied(claim.against))
        if claim.corrected:
            who = self.publisher(claim.corrected[0])
            out.append(Spoken(more["corrected"].format(who=who), claim.corrected))
        return out

    def _denied(self, against: Sequence[Statement]) -> Spoken:
        more = self.phrases["more"]
        deniers: list[EntityRef] = [ref for statement in against for ref in statement.holders]
        who = self.names.all_of(deniers)
        said = (
            fill(more["denied"], {"who": who}) if who else more["denied_source"].format(who=self.publisher(against[0]))
        )
        return Spoken(sentence(said or ""), tuple(against))

    def _who(self, value: Value, claim: Claim) -> str:
        saying = [s for s in claim.support if s.id in value.statements]
        return self.names.listed(list(dict.fromkeys(self.publisher(s) for s in saying))).text

    def _value(self, value: Value, claim: Claim) -> str:
        statement = next((s for s in claim.support if s.id in value.statements), None)
        if statement is None:
            return value.said
        if value.field in ("quantity", "killed", "injured"):
            noun = self.phrases["amount"].get(value.field, self.phrases["amount"]["people"])
            said = (
                self.names.people(statement)
                if value.field == "quantity"
                else self.names.amount(getattr(statement, value.field), noun)
            )
        elif value.field == "time":
            said = self.names.time(statement.time)
        else:
            said = self.names.all_of(statement.role(value.field))
        return said.text or value.said

    def publisher(self, statement: Statement) -> str:
        """Return who published what a statement was read in."""
        head = self.picture.reports.get(statement.report)
        if head is None:
            return "?"
        return head.publisher or self.picture.theatre.source(head.source).name


_WHOLE = frozenset({"suspend", "extend", "end", "resume", "reinforce", "reduce"})  # events that are a mission's own


def _spaced(text: str | None) -> str | None:
    return text if not text or text.startswith(",") else f" {text}"

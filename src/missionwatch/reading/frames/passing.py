"""What is told in passing: at whose request something is done, when and where an agreement just named was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.judging import Judge
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def asked_for(builder: Builder, sentence: Sentence, judge: Judge, number: int) -> None:
    """Draft a demand for each request that something is done at, where nothing that is read carries it: "set up at the request of X"."""
    asking = builder.pack.classes_of("asking_noun")
    asides = [
        (clause, phrase)
        for clause in builder.clauses
        if not (clause.negated or clause.link == "condition")
        for phrase in clause.phrases
        if "request" in phrase.relations
        and any(sentence.tokens[i].low in asking for i in range(phrase.start, phrase.first))
    ]
    told = [d for d in builder.since(number) if d.fields["predicate"] == "event"] if asides else []
    if not asides or any("instigator" in d.fields["roles"] for d in told):
        return
    held = judge.held(builder.clauses[0], sentence.tokens)
    if held.asked:
        return
    asked = {r.id for d in told if d.fields.get("type") == "demand" for r in d.fields["roles"].get("actor", ())}
    decided = {id(d.clause): d for d in told if d.fields.get("type") in _DECIDED}
    for clause, phrase in asides:
        who = tuple(r for r in phrase.everyone() if r.id and r.kind in _ASKING and r.id not in asked)
        above = decided.get(id(clause.parent)) if clause.link in ("purpose", "content") else None
        if above is not None and who:
            above.fields["roles"] |= {"instigator": who}  # decided to send a force at the request of X
        elif who:
            asked |= {r.id for r in who}
            missions = {r.id: r for p in _done(clause) for r in p.refs if r.kind == "mission"}
            roles: dict[str, tuple[EntityRef, ...]] = {"actor": who}
            roles |= {"mission": tuple(missions.values())} if len(missions) == 1 else {}
            doing = clause.subjects if clause.link == "main" and not clause.passive else ()
            doers = tuple(r for p in doing for r in p.everyone() if r.id and r.kind in _DOING and r not in who)
            roles |= {"target": doers[:1]} if doers else {}  # at the request of the UN, Sweden is looking into it
            span = (phrase.start, phrase.last)
            builder.draft(_fields("demand", roles, held), sentence, number, span, clause=clause, confidence=0.8)


def decided_on(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Let what was told before be done by who decides on it: "the extension …, waartoe de Raad heeft besloten", "Daartoe besloot de Raad"."""
    words = builder.pack.classes_of("decided_to")
    opens = next((sentence.tokens[i] for i in clause.order if sentence.tokens[i].is_word), None)
    if opens is None or opens.low not in words or clause.negated or clause.modality in _NOT_YET:
        return
    decision = next((d for d in builder.of_clause(clause) if d.fields.get("type") in _DECIDED), None)
    if decision is None or "actor" not in decision.fields["roles"]:
        return
    if clause.link == "relative":
        told = [d for d in builder.since(number) if d.clause is clause.parent]
    else:
        told = [d for d in builder.since(number - 1) if d.sentence < number]
    done = [d for d in told if d.fields.get("type") in _DONE_BY_DECISION and not d.fields.get("negated")]
    if not done or done[-1].fields["roles"].get("actor"):
        return
    fields = done[-1].fields
    fields["roles"] = fields["roles"] | {"actor": decision.fields["roles"]["actor"]}
    fields["time"] = decision.fields.get("time") or fields.get("time")
    fields["modality"] = "actual" if fields.get("type") == "extend" else fields["modality"]
    done[-1].more.append(decision.evidence)
    builder.leave_out([decision])


def agreed(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Draft the agreement that a clause tells when or where it was made: "the ceasefire that was concluded in Stockholm in December"."""
    made = builder.pack.classes_of("concluding")
    if held.asked or clause.negated or made.isdisjoint(clause.lemmas.values()) or (pact := _pact(clause)) is None:
        return
    if clause.modality in _NOT_YET:
        return
    time = builder.when(clause.times, forward=False)
    for draft in (d for d in builder.since(number) if d.fields.get("type") == "agree"):
        if draft.clause is clause or pact.first <= draft.anchor <= pact.last:
            draft.fields["time"] = draft.fields.get("time") or time
            return
    where = tuple(
        r for p in clause.phrases if {"in", "at"} & set(p.relations) for r in p.refs if r.kind == "place" and r.id
    )
    parties = {r.id: r for p in _parties(clause) for r in p.everyone() if r.id and r.kind in _ASKING}
    if time is None and not parties:
        return
    made_by = tuple(parties.values())
    roles: dict[str, tuple[EntityRef, ...]] = {"actor": made_by[:1]} if made_by else {}
    roles |= {"partner": made_by[1:]} if made_by[1:] else {}
    roles |= {"place": where[:1]} if where else {}
    span = (pact.start, clause.last)
    builder.draft(_fields("agree", roles, held) | {"time": time}, sentence, number, span, clause=clause, confidence=0.8)


def _pact(clause: Clause) -> Phrase | None:
    """Return the agreement that a clause just behind it tells of: "the ceasefire that …", "the peace of Lusaka signed in …"."""
    above = clause.parent if clause.link == "relative" else None
    if above is None:
        return None
    before = next((p for p in above.phrases if p.last in (clause.first - 1, clause.first - 2)), None)
    if before is not None and "of" in before.relations and not any(t.frame == "agree" for t in before.triggers):
        before = next((p for p in above.phrases if p.last + 1 == before.start), None)
    return before if before is not None and any(t.frame == "agree" for t in before.triggers) else None


def _parties(clause: Clause) -> Iterator[Phrase]:
    """Yield who made an agreement: who is said to do so, or by whom it was made."""
    if clause.passive:
        yield from (p for p in clause.phrases if {"by", "between"} & set(p.relations))
    else:
        yield from (p for p in (*clause.subjects, *clause.objects) if p.pronoun != "relative")


def _done(clause: Clause) -> Iterator[Phrase]:
    """Yield what a clause says is done, or who does it."""
    yield from (*clause.subjects, *clause.objects)
    if clause.reduced and clause.parent is not None:
        yield from clause.parent.subjects


def _fields(kind: str, roles: dict[str, tuple[EntityRef, ...]], held: Held) -> dict[str, Any]:
    return {
        "predicate": "event", "type": kind, "roles": roles, "modality": "actual", "negated": False, "holders": held.holders,
        "hearsay": held.hearsay, "likelihood": None, "frame": f"{kind}:in_passing",
    }  # fmt: skip


_ASKING = frozenset({"state", "group", "organisation", "person"})
_DOING = frozenset({"state", "organisation"})
_DECIDED = frozenset({"decide", "approve", "agree"})
_DONE_BY_DECISION = frozenset({"extend", "reduce", "suspend", "resume", "sanction", "end", "deploy", "reinforce"})
_NOT_YET = frozenset({"planned", "possible", "required"})

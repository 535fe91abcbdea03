"""Whom somebody asks for something: one's own people, another body of one's state, who is to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames import unsettled
from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.leaving import guessed
from missionwatch.reading.frames.reaching import dependents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def must(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read what somebody says that others must do as a demand: "Israel must respect UNIFIL," the minister said."""
    if clause.modality != "required" or clause.negated or not held.holders or clause.link not in ("main", "content"):
        return
    own = {r.id for r in held.holders}
    sides = clause.objects if clause.passive and not clause.subjects else clause.subjects
    whom = tuple(r for p in sides for r in p.everyone() if r.id and r.kind in ("state", "group", "organisation"))
    whom = tuple(r for r in whom if r.id not in own)
    asked = any(d.clause is clause and d.fields.get("type") == "demand" for d in builder.since(number))
    if not whom or asked or not own - {None}:
        return
    fields = {
        "predicate": "event", "type": "demand", "roles": {"actor": held.holders, "target": whom}, "frame": "demand:must",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def between_bodies(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether one body of a state asks another: a government its parliament, an embassy its citizens."""
    if "target" not in roles:
        return False
    asking, asked = ({r.body for r in roles[role]} for role in ("actor", "target"))
    nationals = any(p.senses("national") and any(r in roles["target"] for r in p.refs) for p in match.reach())
    asked -= {None} if nationals else set()
    return None not in asking and asking.isdisjoint(asked) and asked <= {*_AT_HOME, "population"}


def of_the_same_land(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Let "the government" that a body of a land asks be that land's: "the Iraqi parliament asked the government to …"."""
    asking, asked = roles["actor"], roles.get("target", ())
    bodies = len(asking) == 1 and asking[0].kind == "state" and asking[0].body in _AT_HOME
    if not bodies or guessed(match, asking) or not asked or any(r.body not in _AT_HOME for r in asked):
        return
    if guessed(match, asked) and {r.body for r in asked}.isdisjoint(r.body for r in asking):
        roles["target"] = tuple(renamed(asking[0], r.text, r.body) for r in asked)


_AT_HOME = frozenset({"parliament", "government", "opposition"})


def _named_among(match: Match) -> tuple[EntityRef, ...]:
    """Return who is named of those asked: "engage les partenaires, en particulier l'Union européenne, à …"."""
    asked = match.clause.objects
    if len(asked) == 1 or not asked or not asked[1].bare or asked[1].start - asked[0].last > _NEAR:
        return ()
    return tuple(r for r in asked[1].everyone() if r.id and r.kind != "place")


_NEAR = 4  # tokens: ", en particulier"


def settle_sides(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Settle who is asked by a verb: its own people, who is to go, or nobody said."""
    if match.phrase is not None:
        return
    if "actor" not in roles and (whose := _who_resolves(builder, match)):
        roles["actor"] = whose
    if "actor" not in roles and (theirs := _of_whom_they_are(match, roles)):
        roles["actor"] = theirs
        del roles["target"]
    if "target" in roles and not any(r.id for r in roles["target"]) and (named := _named_among(match)):
        roles["target"] = named
    if unsettled.told_its_own(builder, match, roles):  # told its citizens to leave
        roles.pop("target", None)
        if people := _own_people(builder, roles):
            roles["target"] = people
    elif _of_the_held(match, roles):
        roles.pop("target", None)  # demanded the release of X: of who holds X
    elif _of_all(builder, match) and all(r.kind == "mission" for r in roles.get("target", ())):
        roles.pop("target", None)  # roept alle partijen op de veiligheid van UNIFIL te waarborgen
    elif "target" not in roles and (whom := _asked_to_go(builder, match)):
        roles["target"] = whom


def _of_whom_they_are(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return whose people ask, taken for who is asked since nobody else is named: "the generals in Niamey demand …"."""
    clause, asked = match.clause, roles.get("target", ())
    end = clause.finite if clause.finite is not None and not clause.passive else -1
    behind = [q for p in clause.subjects[:1] for q in dependents(p, clause) if p.last < q.start and q.last < end]
    whose = {r.country or r.id for q in behind for r in q.refs if "against" not in q.relations} - {None}
    return asked if asked and whose.issuperset(r.country or r.id for r in asked) else ()


def asked_besides(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what else is asked of others in the same breath: "demands that X leave Goma | and that Y withdraw its support"."""
    demand = next((d for d in builder.since(number) if d.clause is clause and d.fields.get("type") == "demand"), None)
    contents = [c for c in builder.clauses if c.parent is clause and c.link == "content"]
    if demand is None or demand.nominal or len(contents) < _TWO:
        return
    own = {r.id for role in ("actor", "target") for r in demand.fields["roles"].get(role, ())}
    for content in contents[1:]:
        whom = tuple(r for p in content.subjects for r in p.everyone() if r.id and r.kind in _ASKED and r.id not in own)
        if not whom:
            continue
        own |= {r.id for r in whom}
        roles = {role: refs for role, refs in demand.fields["roles"].items() if role not in ("target", "mission")}
        missions = tuple(r for r in whom if r.kind == "mission")
        roles |= {"target": whom} | ({"mission": missions} if missions else {})
        fields = demand.fields | {"roles": roles, "text": builder.evidence(sentence, content.first, content.last).quote}
        builder.draft(fields, sentence, number, (content.first, content.last), clause=content, confidence=0.75)


_TWO = 2
_ASKED = frozenset({"state", "group", "organisation", "mission"})


def _who_resolves(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return the council or summit just told of, whose paper asks without saying who does: "All member states are asked to …"."""
    clause, topic = match.clause, builder.discourse.topic
    if not (clause.passive and clause.present and clause.link == "main") or match.relations.get("by") or match.negated:
        return ()
    asked = {r.id for p in (*clause.objects, *clause.subjects) for r in p.everyone()}
    sole = len(topic) == 1 and topic[0].kind == "organisation" and topic[0].id not in asked
    return tuple(topic) if sole else ()


def _asked_to_go(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return who would have to do what a demand asks for in a noun: "eiste het vertrek van de Franse troepen"."""
    own = {r.id for p in match.clause.subjects for r in p.refs}
    for noun in (*match.clause.objects, *match.relations.get("for", ())):
        if not any(t.frame in _BY_THEM for t in noun.triggers):
            continue
        after = dependents(noun, match.clause)[:1]
        theirs = [r for p in after if "of" in p.relations for r in p.everyone()] or noun.adjective_refs
        known = noun.owned and not theirs and bool(own - {None})  # X demanded their departure
        spoken = (builder.discourse.topic, builder.discourse.before) if known else ()
        for some in (theirs, *spoken):
            whom = tuple(r for r in some if r.id and r.kind in ("state", "group", "mission") and r.id not in own)
            if whom:
                return whom
    return ()


def _of_the_held(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether who is asked is only who is to be freed, what is to go on: "la libération des soldats ivoiriens" asks nothing of them."""
    asked = (*match.clause.objects, *(p for name in ("for", "about") for p in match.relations.get(name, ())))
    nouns = (p for p in asked if any(t.frame in ("release", "extend") for t in p.triggers))
    held = (p for noun in nouns for p in dependents(noun, match.clause)[:1] if "of" in p.relations)
    return {r.id for r in roles.get("target", ())} <= {r.id for p in held for r in p.everyone()} and "target" in roles


_BY_THEM = frozenset({"withdraw", "deploy", "end", "reduce", "suspend"})  # acts of whom they are of


def _of_all(builder: Builder, match: Match) -> bool:
    """Say whether it is "all parties" who are asked."""
    every, sides = (builder.pack.classes_of(name) for name in ("universal", "sides_noun"))
    asked = [p for p in match.clause.objects if p.words & every and p.words & sides]
    return any(not any(r.id for r in p.refs) for p in asked)


def _own_people(builder: Builder, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return the people of who asks them, where that is a state or its embassy."""
    asking = next((r for r in roles.get("actor", ()) if r.kind == "state" and r.country), None)
    if asking is None:
        return ()
    return (builder.discourse.register.ref(asking.id or "", asking.text, body="population"),)


def asks_for_nothing(builder: Builder, match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether who asks whether, why or how many asks for nothing to be done, or "that" opens nothing: "wil dat aantal verhogen"."""
    inner = [c for c in builder.clauses if c.parent is match.clause]
    if match.phrase is None and not match.fixed and _is_noun(builder.pack, match, tokens):
        return True
    that = match.fixed and "content" in builder.pack.link_kinds.get(match.trigger.split()[-1], ())
    return any(c.asks for c in inner) or (that and not any(c.link == "content" for c in inner))


def _is_noun(pack: Pack, match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether a verb right behind a thing, of which it is no form, is a noun: "Beantwoording vragen over de veiligheid in Mali"."""
    verb, subjects = tokens[match.anchor], match.clause.subjects
    if len(match.clause.verbs) != 1 or verb.low != verb.lemma or any(p.last != match.anchor - 1 for p in subjects):
        return False
    things = [
        p for p in subjects if not (p.refs or p.is_people or p.pronoun or p.number) and p.first == match.clause.first
    ]
    ends = tuple(pack.classes_of("plural_ending"))
    return bool(things) and len(things) == len(subjects) and not tokens[things[0].last].low.endswith(ends)

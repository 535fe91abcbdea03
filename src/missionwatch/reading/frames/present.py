"""Who is where, outside any mission, told by a verb, a noun or a phrase of being, holding or working there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.dating import forward, sooner
from missionwatch.reading.frames.headcounts import people_told, told_aside
from missionwatch.reading.frames.lands import spot_spoken_of
from missionwatch.reading.frames.mentions import Group
from missionwatch.reading.frames.phrases import brought_to
from missionwatch.reading.frames.placing import held_towns
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def presence(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say who is where, outside any mission."""
    if match.frame.name == "stand" and not _just_there(match, sentence):
        return None
    if any(t.frame == "pledge" for p in match.clause.subjects for t in p.triggers):
        return None  # Kenya's pledge still stands
    if match.phrase is not None and _ended(builder, match):
        return None
    actor, place = match.fill("actor"), match.fill("place")
    behind = [
        p
        for p in match.clause.phrases
        if match.fixed and p.start in (match.anchor + 1, match.anchor + 2) and not p.bare
    ]
    spot = tuple(r for p in behind[:1] for r in p.refs if r.kind == "place" and r.id)
    place = spot or place  # in Mali Wagner is master of Kidal
    if not place:  # Niamey has Italian soldiers on its soil
        in_hands, hosting = held_towns(match), match.frame.name == "hosts"
        lands = [(r.id, r.text) for p in in_hands for r in p.refs if r.id and hosting]
        towns = [(s.id, n.text) for p in in_hands for n in p.named for s in n.senses if s.kind == "place" and s.id]
        place = tuple(builder.discourse.register.ref(spot, text) for spot, text in (lands or towns)[:1])
    if place and match.fixed and any(r.id == place[0].id for r in actor):  # Turkish drones operate out of Misrata
        spots = (
            r for p in match.reach() if p.relations and p.pronoun is None for r in p.refs if is_kind(r, "place", p)
        )
        place = tuple(r for r in spots if r.country != place[0].country)[:1] or place
    if place and any(r.id == place[0].id for r in actor) and _in_the_country(match, place[0]):
        elsewhere = spot_spoken_of(builder.discourse)  # there are 1,000 French soldiers in the country: not in France
        place = (elsewhere,) if elsewhere is not None else place
    helping = match.phrase is None and not match.fixed and match.clause.lemmas.get(match.anchor) in builder.pack.helping
    verbs = match.clause.verbs
    lying = (
        builder.pack.helping | builder.pack.plain_being | builder.pack.classes_of("on_call")
    )  # heeft 100 man klaarstaan
    helped = any(match.clause.lemmas.get(v) not in lying for v in verbs)
    if helping and len(verbs) > 1 and (helped if builder.pack.verb_second else match.anchor != verbs[-1]):
        return None  # are fighting in Mali, but: have been in Mali, zou er duizend man hebben
    actor = tuple(r for r in actor if r.kind in ("state", "group", "organisation", "unit") and r.body != "diplomats")
    inside = any(r.kind == "mission" for p in match.reach() for r in p.refs)
    if (inside and not all(r.kind == "group" for r in actor)) or not place:  # Hezbollah operates near UNIFIL's posts
        return None
    if not actor or actor[0].id is None or any(a.country == place[0].country and a.kind == "state" for a in actor):
        return None
    unarmed = builder.pack.bystanders - builder.pack.classes_of("irregulars")
    if match.frame.name == "hosts" and any(p.words & unarmed for p in match.reach()):
        return None  # is home to a million refugees
    fields: dict[str, Any] = {
        "roles": {"actor": actor, "place": place[:1]},
        "assets": builder.assets(match),
    }
    theirs = match.relations.get("subject", [])[:1]
    sides = match.clause.subjects + match.clause.objects
    aside = bool(theirs) and theirs[0] not in sides  # X, masters of Kidal, will …
    people = people_told(match, builder.pack)
    people = None if aside and people is not None and people[0] not in theirs else people
    if aside:
        fields["modality"] = "actual"
    if people is not None:
        fields["quantity"] = people[1]
        changes = match.phrase is not None and not match.clause.opened(builder.pack).isdisjoint(("reduce", "reinforce"))
        if changes and any(brought_to(p) for p in match.reach()):  # may cut its presence to 300 men
            fields["modality"] = match.clause.modality
    ahead = match.clause.present and any(t.relation == "until" for t in match.times)
    onward = [t for t in match.times if t.onward] if match.clause.present and not aside else []
    if onward and sooner(builder, builder.when(onward, forward=True), builder.when(onward, forward=False)):
        ahead, fields = True, fields | ({"modality": "planned"} if match.modality == "actual" else {})
    fields["time"] = builder.when(match.times, forward=not aside and (ahead or forward(match)))
    if people is not None and told_aside(people[0], match.clause, sentence.tokens):
        fields |= {"modality": "actual", "negated": False} | (
            {} if fields["time"] and fields["time"].relation == "since" else {"time": None}
        )
    mission = builder.discourse.joined_at(place[0], actor[:1])
    if place[0].id is None and people is not None:  # 500 Beninese are posted at Guiglo, which no list knows
        mission = builder.discourse.joined(builder.discourse.sole_mission(), actor[:1])
    if people is not None and actor[0].kind == "state":
        evidence = builder.evidence(sentence, match.first, match.last)
        builder.discourse.group = Group(actor[:1], mission, evidence, people[1].value)
    units = builder.pack.classes_of("formation") | builder.pack.classes_of("part_noun")
    own = any(p.owned and p.words & units for p in match.clause.objects)  # keeps its units in Chad; not: its troops
    ready = any("on_call" in sentence.tokens[i] for i in match.clause.order)  # they stand ready at the border
    if (people is not None or own) and mission and not ready and all(r.kind == "state" for r in actor):
        roles = {"contributor": actor if own else actor[:1], "mission": mission, "place": place[:1]}
        function = builder.function(match)
        task = {"function": function} if function else {}
        return fields | task | {"predicate": "contribution", "roles": roles, "confidence": 0.7}
    return fields


def _ended(builder: Builder, match: Match) -> bool:
    """Say whether the noun is of a presence that ends there: "putting an end to ten years of French presence"."""
    closing, before = builder.pack.classes_of("closing_noun"), match.phrase.start if match.phrase is not None else 0
    return any(p.words & closing and 0 < before - p.last <= _LENGTH for p in match.clause.phrases)


_LENGTH = 8  # tokens: "à plus de neuf ans et demi"


def _just_there(match: Match, sentence: Sentence) -> bool:
    """Say whether a verb of being says no more than where people are: "are still in Goma", not "are packing their bags in Goma"."""
    clause, tokens = match.clause, sentence.tokens
    behind = (i for i in clause.order if i > match.anchor)
    after = next((i for i in behind if not {"adverb", "intensifier"} & tokens[i].classes), None)  # deep in Congo
    sides = (*clause.subjects, *clause.objects)
    if any(p.pronoun for p in sides) or after is None:
        return False
    timed = any(t.first <= after <= t.last for t in clause.times)
    return timed or "preposition" in tokens[after] or any(p.first == after for p in clause.subjects)


def _in_the_country(match: Match, place: EntityRef) -> bool:
    """Say whether a place is told by "the country", not by its name."""
    return any(p.noun == "country" and not p.named and place in p.refs for p in match.reach())

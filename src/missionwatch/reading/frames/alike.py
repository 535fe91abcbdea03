"""Who gives as those do who were just told: "Spain does the same", "Norway 60 policemen", "next come Kenya and Djibouti"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from missionwatch.reading.frames.gaps import counts, formed, joins
from missionwatch.reading.frames.givers import assets_of, states_of
from missionwatch.reading.frames.headcounts import one_alone
from missionwatch.reading.frames.phrases import SOME, number_alone, refs_in
from missionwatch.reading.frames.quantities import allowed
from missionwatch.reading.frames.stationed import task_of
from missionwatch.reading.frames.tokens import as_written
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.records import EntityRef, Quantity


def as_well(here: Telling) -> None:
    """Read "Spain provides a frigate, as does Italy": another does the same."""
    words = here.pack.classes_of("doing_so")
    for phrase in here.clause.phrases:
        if "as" not in phrase.relations or here.tokens[phrase.first].low not in words:
            continue
        told = here.told("contribution")
        for state in states_of(phrase) if told else ():
            fields = {key: value for key, value in told[0].fields.items() if key != "quantity"}
            fields["roles"] = fields["roles"] | {"contributor": (state,)}
            here.draft(fields, (phrase.start, phrase.last), 0.75)


def besides(here: Telling) -> None:
    """Read "besides Senegal, Nigeria takes part too": who else gives."""
    told = [d for d in here.told("contribution") if not d.fields.get("negated")]
    for phrase in here.clause.phrases if told else ():
        for state in states_of(phrase) if "besides" in phrase.relations and phrase not in here.clause.subjects else ():
            fields = {
                key: value for key, value in told[0].fields.items() if key not in ("quantity", "assets", "function")
            }
            roles = told[0].fields["roles"]
            if state.id not in {r.id for r in roles.get("contributor", ())}:
                here.draft(fields | {"roles": roles | {"contributor": (state,)}}, (phrase.start, phrase.last), 0.75)


def gapped(here: Telling) -> None:
    """Read "Sweden has offered 120 doctors, Norway 60 policemen", "X has 30 men in Gao, Y 20 in Kidal": the verb goes unsaid."""
    told = [d for d in here.so_far() if d.fields["predicate"] in _PEOPLE or d.fields.get("type") == "deploy"]
    told = [d for d in told if (d.fields.get("quantity") or d.fields.get("assets")) and not d.fields.get("negated")]
    told = [d for d in told if d.fields["roles"].get(_PEOPLE.get(d.fields["predicate"], "mission"))]
    phrases = here.clause.phrases if told else []
    above = here.clause.parent if told and here.clause.link == "relative" else None
    if above is not None:  # France, which has 1,500 soldiers there, and the United States, with 1,100, …
        phrases = [*phrases, *(p for p in above.phrases if p.first > here.clause.last)]
    for n, phrase in enumerate(phrases):
        if not joins(phrase, here.tokens) or phrase.start != phrase.first:
            continue
        counted, end = _count_beside(here, phrase, phrases[n + 1] if n + 1 < len(phrases) else None)
        states = _lands(phrase.refs) or [
            r for r in phrase.adjective_refs if phrase.definite and phrase.number is not None
        ]
        if counted is None or len(states) != 1 or end is None:
            continue
        spot = next((p for p in phrases if p.start == end.last + 1 and p.start < p.first and "in" in p.relations), None)
        place = tuple(r for r in (spot.refs if spot is not None else ()) if r.kind in ("place", "state") and not r.body)
        machine = bool(counted.senses("asset"))
        many = None if machine else counted.many() if counted.number is not None else one_alone(counted)
        last = spot.last if place and spot is not None else end.last
        if told[0].fields["predicate"] != "presence":
            task, assets = task_of(counted), assets_of(counted)
            _likewise(here, told[0], states, (phrase.first, last), many, place, function=task, assets=assets)
        else:
            _also_there(here, told[0], states[0], (phrase.first, last), many, place)


_PEOPLE = {"contribution": "mission", "presence": "place"}
"""Predicates that tell whose people are where → the role that says of what."""


def _count_beside(here: Telling, phrase: Phrase, after: Phrase | None) -> tuple[Phrase | None, Phrase | None]:
    """Return the phrase that counts a state's people, and where that ends: "Norway | 60 policemen", "the British over 5,000"."""
    if phrase.number is not None:
        nation = phrase.definite and phrase.noun is None and bool(phrase.senses("national"))
        own = nation and phrase.named[-1].last < phrase.number.first and phrase.number.last == phrase.last
        return (phrase, phrase) if own and phrase.counted() > 1 else (None, None)
    if after is None or not phrase.senses("name") or after.refs_of("state"):
        return None, None
    beside = after.start == phrase.last + 1 and (after.bare or after.start == after.first)
    aside = "with" in after.relations and after.start == phrase.last + 2 and here.tokens[phrase.last + 1].text == ","
    alone = number_alone(after, here.tokens)
    counted = after.counted() > 1 and (after.is_people or alone) and (beside or (aside and alone))
    given = beside and (counts(after, here.tokens) or formed(after, here.pack))
    return (after, after) if counted or given else (None, None)


def _also_there(
    here: Telling,
    told: Draft,
    state: EntityRef,
    span: tuple[int, int],
    many: Quantity | None,
    place: Sequence[EntityRef],
) -> None:
    """Draft that another state has people as well where those just told of are, or at a place of its own."""
    where = tuple(place) or told.fields["roles"]["place"]
    known = {
        r.id for d in here.so_far() if d.fields["predicate"] == "presence" for r in d.fields["roles"].get("actor", ())
    }
    if state.id in known or any(r.country == state.country for r in where):
        return
    fields = {
        "predicate": "presence", "roles": {"actor": (state,), "place": where}, "frame": "presence:gapped",
        "quantity": many, "modality": told.fields.get("modality", "actual"), "holders": told.fields.get("holders", ()),
    }  # fmt: skip
    here.draft(fields, span, 0.75)


def moved(here: Telling) -> None:
    """Read "Japan had withdrawn its men in January and Croatia its hundred soldiers in March": the verb goes unsaid."""
    told = [d for d in here.told(*_MOVES) if d.fields["roles"].get("actor") and not d.nominal]
    phrases = here.clause.phrases
    for phrase, after in itertools.pairwise(phrases if told else ()):
        states = _lands(phrase.refs)
        plain = (
            joins(phrase, here.tokens)
            and phrase.bare
            and phrase.number is None
            and bool(phrase.senses("name"))
            and len(states) == 1
        )
        men = after.is_people or after.owned or (number_alone(after, here.tokens) and after.counted() > 1)
        men = men or not after.words.isdisjoint(here.pack.classes_of("its_own"))
        if not (plain and after.bare and men and after.start == phrase.last + 1) or after.refs_of("state"):
            continue
        if any(r.id == states[0].id for d in here.told("contribution") for r in _givers(d)):
            continue
        for draft in told:  # of whom it was, and not where
            where = tuple(r for r in draft.fields["roles"].get("place", ()) if r.id != states[0].id)
            draft.fields["roles"] = {k: r for k, r in draft.fields["roles"].items() if k != "place"}
            draft.fields["roles"] |= {"place": where} if where else {}
        ends = min(
            (p.first for p in phrases if p.first > after.last and _lands(p.refs) and p.bare), default=len(here.tokens)
        )
        times = [t for t in here.clause.own_times if after.last < t.first < ends]
        roles, kept = told[0].fields["roles"], ("predicate", "type", "holders", "hearsay", "modality", "negated")
        fields = {key: value for key, value in told[0].fields.items() if key in kept}
        fields |= {"roles": roles | {"actor": tuple(states)}, "frame": f"{fields['type']}:gapped"}
        fields |= {"time": here.builder.when(times, forward=here.clause.future), "quantity": after.many()}
        here.draft(fields, (phrase.first, after.last), 0.75)


_MOVES = ("withdraw", "deploy", "reinforce")


def same(here: Telling) -> None:
    """Read "Spain and Poland do the same": they give to the mission that another was just said to give to."""
    acting, said = here.pack.classes_of("acting"), here.clause.lows(here.tokens)
    if here.pack.classes_of("same_thing").isdisjoint(said) or (not here.is_any(acting) and acting.isdisjoint(said)):
        return
    if told := _before(here):
        states = [r for p in here.clause.subjects for r in p.everyone() if r.kind == "state" and r.id]
        here.builder.leave_out(here.told("assessment"))  # doing the same is no word on how things stand
        _likewise(here, told, states, (here.clause.first, here.clause.last), None)


def as_many(here: Telling) -> None:
    """Read "Ireland gives 400 men, Poland about as many": another gives as many as those just told."""
    pack, tokens, words = here.pack, here.tokens, here.pack.classes_of("as_many")
    at = next((i for i in here.clause.order if tokens[i].low in words), None)
    told = _before(here) if at is not None and pack.says("as_many", here.clause.lows(tokens)) else None
    many: Quantity | None = told.fields.get("quantity") if told is not None else None
    if at is None or told is None or many is None or many.value is None:
        return
    if at + 1 < len(tokens) and tokens[at + 1].low in pack.classes_of("likening"):
        return  # as many as the Netherlands
    beside = [p for p in here.clause.phrases if p.first < at and _lands(p.refs) and p.start == p.first]
    beside = beside[-1:] or [p for p in here.clause.subjects if _lands(p.refs)]
    if not beside:
        return
    hedged = (pack.qualifiers.get((t.low,)) for t in tokens[max(beside[0].first + 1, at - _HEDGED) : at])
    qualifier = next((q for q in hedged if q is not None), many.qualifier)
    low, high = allowed(many.value, qualifier)
    many = replace(many, low=low, high=high, qualifier=qualifier, text=as_written(tokens, at, at))
    states = _lands(r for p in beside for r in p.everyone() if r.kind == "state")
    for draft in here.told("contribution"):
        if draft is not told and any(r.id == s.id for r in _givers(draft) for s in states):
            draft.fields["quantity"] = draft.fields.get("quantity") or many
    _likewise(here, told, states, (beside[0].first, at), many)


_HEDGED = 3  # tokens before "as many" in which a number may be hedged: "ongeveer net zoveel"


def next_ones(here: Telling) -> None:
    """Read "Next come Ethiopia, Kenya and Djibouti" behind who gives most: they give too."""
    clause, words = here.clause, here.pack.classes_of("next_word")
    if not here.is_any(here.pack.classes_of("ranking")) or words.isdisjoint(clause.lows(here.tokens)):
        return
    told, plain = _before(here), [p for p in (*clause.subjects, *clause.objects) if p.number is None and p.bare]
    states = _lands(r for p in plain for r in p.everyone())
    if told is not None and told.fields.get("quantity") and len(states) > 1:
        _likewise(here, told, states, (clause.first, clause.last), None)


def outdone(here: Telling) -> None:
    """Read "Italy is the main contributor, ahead of the United States and Turkey": those give too."""
    told = [d for d in here.so_far() if d.fields["predicate"] == "contribution" and d.fields["roles"].get("mission")]
    if len({r.id for d in told for r in d.fields["roles"]["mission"]}) != 1:
        return
    words, before = here.pack.classes_of("ahead_of"), None
    for phrase in here.clause.phrases:
        marked = phrase.start < phrase.first and not words.isdisjoint(
            t.low for t in here.tokens[max(0, phrase.start - 2) : phrase.first]
        )
        joined = before is not None and phrase.start <= before.last + 2 and phrase.relations == before.relations
        before = phrase if marked or joined else None
        states = _lands(r for r in phrase.everyone() if r.kind == "state") if before is not None else []
        _likewise(here, told[0], states, (phrase.first, phrase.last), None)


def sends_most(here: Telling) -> None:
    """Read "France has sent the most, 40, followed by Germany": who gives most to the mission spoken of, and who comes next."""
    clause, most = here.clause, here.pack.classes_of("topmost")
    who = clause.subjects[0] if clause.subjects and not clause.passive else None
    share = next((p for p in clause.objects if p.words & most and p.definite and p.noun is None and not p.refs), None)
    giving = here.opens("contribute", "deploy", "supply") and clause.modality == "actual"
    if who is None or share is None or not giving or here.told("contribution"):
        return
    states = _lands(r for r in who.everyone() if r.kind == "state")
    mission = refs_in(clause.phrases, "mission") or here.discourse.main_mission()
    counted = next((p for p in clause.phrases if p.first == share.last + 2 and p.only_number), None)
    if len(states) == 1 and mission:
        many = counted.many() if counted is not None else None
        here.gives_contingent(states[0], mission[0], share, many=many)
        behind = (c for c in clause.participles if not here.pack.classes_of("ranking").isdisjoint(c.lemmas.values()))
        for phrase in (p for c in behind for p in c.phrases if "by" in p.relations):  # followed by Germany and Italy
            for state in _lands(phrase.everyone()):
                here.gives_contingent(state, mission[0], phrase)


def unmatched(here: Telling) -> None:
    """Read "no country supplies more people than the Netherlands: 1,100 men": who gives the most, and how many behind a colon."""
    clause, pack, tokens = here.clause, here.pack, here.tokens
    if not clause.verbs and clause.first and tokens[clause.first - 1].text == ":":
        told = [d for d in here.so_far() if d.fields["frame"] == _UNMATCHED and not d.fields.get("quantity")]
        counted = clause.phrases[0] if clause.phrases else None
        if told and counted is not None and counted.counted() and (counted.is_people or number_alone(counted, tokens)):
            told[-1].fields["quantity"] = counted.many()
            told[-1].fields["assets"] = tuple(a for p in clause.phrases for a in assets_of(p))
            here.builder.leave_out(here.told("strength"))
        return
    more = pack.classes_of("comparing").isdisjoint(clause.lows(tokens))
    if not clause.negated or more or not here.opens("contribute", "deploy"):
        return
    mission = refs_in(clause.phrases, "mission") or here.discourse.mission_near(anywhere=True)
    for phrase in clause.phrases if mission else ():
        likened = phrase.first and tokens[phrase.first - 1].low in pack.classes_of("likening")
        states = _lands(phrase.refs) if likened else []
        if len(states) == 1 and states[0].country not in here.discourse.hosts_of(mission[0].id):
            denied = here.told("deploy", "contribution")
            here.builder.leave_out(denied)
            here.gives("unmatched", states, mission, None, (clause.first, clause.last), 0.75, modality="actual")


_UNMATCHED = "contribution:unmatched"


def _lands(refs: Iterable[EntityRef]) -> list[EntityRef]:
    """Return the states that are named as a whole: no government, no army."""
    return [r for r in refs if r.kind == "state" and r.id and r.body is None]


def _before(here: Telling) -> Draft | None:
    """Return the last contribution that the sentence before, or this one so far, has told."""
    told = [d for d in here.builder.since(here.number - 1) if d.fields["predicate"] == "contribution"]
    told = [d for d in told if not d.fields.get("negated") and d.fields["roles"].get("mission")]
    missions = {r.id for d in told for r in d.fields["roles"]["mission"]}
    return told[-1] if len(missions) == 1 else None


def _likewise(
    here: Telling,
    told: Draft,
    states: Sequence[EntityRef],
    span: tuple[int, int],
    many: Quantity | None,
    place: Sequence[EntityRef] = (),
    **more: Any,
) -> None:
    mission = told.fields["roles"]["mission"]
    hosts = here.discourse.hosts_of(mission[0].id)
    known = {r.id for d in here.so_far() if d.fields["predicate"] == "contribution" for r in _givers(d)}
    modality = told.fields.get("modality", "actual")
    time = told.fields.get("time") if modality != "actual" else None
    if (here.clause.future or here.clause.modality == "planned") and modality == "actual":
        modality, time = "planned", here.builder.when(here.clause.own_times, forward=True)  # will do the same in 2025
    for state in states:
        if state.id not in known | {r.id for r in _givers(told)} and state.country not in hosts:
            here.gives("alike", (state,), mission, many, span, 0.75, place=place, modality=modality, time=time, **more)


def _givers(told: Draft) -> Sequence[EntityRef]:
    roles = told.fields["roles"]
    givers: Sequence[EntityRef] = roles.get("contributor") or roles.get("actor", ())
    return givers


def with_so_many(here: Telling) -> None:
    """Read "UNFICYP has 2,300 men, and Sweden with 420 has the most": a state with its number, of a mission just counted."""
    told = [d for d in here.builder.since(here.number - 1) if d.fields["predicate"] == "strength"]
    missions = {r.id: r for d in told for r in d.fields["roles"]["mission"] if d.paragraph == here.sentence.paragraph}
    for phrase, after in itertools.pairwise(here.clause.phrases if len(missions) == 1 else ()):
        states = _lands(phrase.refs)
        between = here.tokens[phrase.last + 1 : after.start]  # India heeft met 900 de meeste
        beside = "with" in after.relations and all(t.text == "," or t.index in here.clause.verbs for t in between)
        counted = number_alone(after, here.tokens) and after.counted() >= SOME
        if phrase.bare and phrase.senses("name") and len(states) == 1 and beside and counted:
            mission = next(iter(missions.values()))
            here.gives_contingent(states[0], mission, after, many=after.many(), modality="actual")


def comrades(here: Telling) -> None:
    """Read "Twenty Belgians serve in it with their Greek and Austrian comrades": whose people serve beside those just told of."""
    told = here.told("contribution")
    mission: tuple[EntityRef, ...] = told[0].fields["roles"].get("mission", ()) if told else ()
    mission = mission or refs_in((p for p in here.clause.phrases if "in" in p.relations), "mission")  # do so in IFOR
    for phrase in here.clause.phrases if mission else ():
        if not phrase.bare and phrase.owned and phrase.words & here.pack.classes_of("comrade"):
            for part in (phrase, *phrase.group):
                for state in states_of(part):
                    here.gives_contingent(state, mission[0], part, modality="actual")


def among_whom(here: Telling) -> None:
    """Read "9,900 soldiers, among them Norwegians, Nepalese and Senegalese" where the list is of nationals only."""
    clause, tokens = here.clause, here.tokens
    opening, end = next(((at, at + n - 1) for at in clause.order if (n := _opens_among(here, at))), (None, 0))
    if opening is None:
        return
    if opening == clause.first and clause.link == "relative" and not clause.verbs and clause.parent is not None:
        _some_of_those(here, harmed=tells_of_harm(clause.parent, here.pack))
        return
    told = [r for d in here.told("strength") for r in d.fields["roles"]["mission"]]
    whole = any(p.is_people and p.counted() for p in clause.phrases if p.last < opening)
    mission = tuple(told) or (refs_in(clause.phrases, "mission") if whole else ())
    for phrase in (p for p in clause.phrases if mission and p.first > opening):
        between = tokens[end + 1 : phrase.first]
        if any(
            t.is_word and not ({"coordinator", "preposition", "determiner", "contracted"} & t.classes) for t in between
        ):
            return
        end = phrase.last
        if phrase.number is not None or not phrase.senses("national"):
            return
        for state in phrase.refs_of("state")[:1]:
            here.gives_contingent(state, mission[0], phrase, modality="actual")


def _some_of_those(here: Telling, *, harmed: bool) -> None:
    """Read "ten soldiers of KFOR, | of whom three Italians, | were hurt": whose people are in the mission; so many were hurt, and not sent."""
    mission = [r for r in here.clause.antecedent if r.kind == "mission" and r.id]
    told = here.told("contribution")
    for phrase in (p for p in here.clause.phrases if mission and not told and p.bare and p.pronoun is None):
        for state in [r for r in states_of(phrase) if r.body in (None, "armed_forces", "population")][:1]:
            here.gives_contingent(state, mission[0], phrase, many=None if harmed else phrase.many(), modality="actual")


def _opens_among(here: Telling, at: int) -> int:
    """Return how many tokens say "of whom", "parmi lesquels" at one; 0 where none do."""
    if here.tokens[at].low not in here.pack.among_openers:
        return 0
    words = tuple(token.low for token in here.tokens[at : at + 3])
    return next((n for n in (3, 2, 1) if "among" in here.pack.relations.get(words[:n], ())), 0)

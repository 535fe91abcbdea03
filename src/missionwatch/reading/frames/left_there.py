"""How many of somebody's people are left where they were just told to come, go or be, and where none is: "About 250 remain in N'Djamena"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.lands import spot_spoken_of
from missionwatch.reading.frames.phrases import SOME, number_alone, placed_in, refs_in
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.remnants import whose_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef

_Whose = tuple[
    tuple["EntityRef", ...], tuple["EntityRef", ...], tuple["EntityRef", ...]
]  # state or group, mission, place


def still_there(here: Telling) -> None:
    """Read "Of the 1,500 French soldiers in Niger, only 400 remain", "Er zijn er nog 30 over", "Il en resterait 200 dans le pays"."""
    clause, pack = here.clause, here.pack
    remaining = here.is_any(pack.classes_of("still_there"))
    yet = not pack.classes_of("yet_there").isdisjoint(clause.lows(here.tokens))
    left = yet and clause.passive and here.is_any(pack.classes_of("leaving_behind"))  # 150 are left
    if not (remaining or left or here.is_any(pack.plain_being)):
        return
    counts = [p for p in (*clause.subjects, *clause.objects) if p.bare and p.counted() >= SOME and _alone(here, p)]
    if len(counts) != 1 or clause.link in ("condition", "question") or here.told("contribution", "presence"):
        return
    marked = (p for p in clause.phrases if _IN & set(p.relations) and "of" not in p.relations)
    count, spots = counts[0], [p for p in marked if not p.is_people]
    named = [p for p in spots if p.pronoun is None] or spots
    where = tuple(r for r in refs_in(named, "place", "state") if r.body is None)[:1]
    land = any(p.noun in _LANDS and p.definite and p.words.isdisjoint(pack.classes_of("unposted")) for p in spots)
    there = any(p.pronoun == "place_pronoun" for p in spots)
    if (spots and not (where or land or there)) or not _says_no_more(here, count):
        return  # three remain in hospital, 20 remain missing
    if not (remaining or yet) and not where:
        return  # forty are women
    whole = clause.phrases[0]
    aside = whole.start == clause.first and bool(whole.relations) and whole.counted() > count.counted()
    strong = here.told("strength")
    if strong and (not aside or refs_in((whole, *dependents(whole, clause)), "mission")):
        return
    before = _just_told(here)
    told = _of_whole(here, whole) if aside else before
    if told is None:
        return
    who, mission, place = told
    if not (mission or place) and before is not None and before[0][0].id == who[0].id:
        who, mission, place = before
    if where and place and where[0].country not in (None, place[0].country):
        return
    if (
        not where
        and not place
        and (land or (aside and not mission))
        and (spot := spot_spoken_of(here.discourse)) is not None
    ):
        place = (spot,)
    place = where or place
    here.builder.leave_out(strong)  # so many of a state's are left, and no mission has so many
    if aside:
        clause.phrases = [p for p in clause.phrases if p is not whole]  # so many were there
    if not (mission or place) or any(r.kind == "state" and r.country == place[0].country for r in who if place):
        return
    span, modality = (clause.first, clause.last), "planned" if clause.future else here.modality
    said = any("conditional" in here.tokens[v] for v in clause.verbs)  # il en resterait 200
    heard: dict[str, Any] = {"hearsay": True, "modality": "actual"} if said else {"modality": modality}
    if mission and who[0].kind == "state":
        if who[0].country not in here.discourse.hosts_of(mission[0].id):
            here.gives("left", who, mission, count.many(), span, 0.7, place=where, **heard)
    elif place:
        fields = {"predicate": "presence", "roles": {"actor": who, "place": place}, "frame": "presence:left"}
        here.draft(fields | {"quantity": count.many()} | heard, span, 0.7)


def none_left(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "On 15 September there will be no Brazilians left in Haiti", "il n'en restera plus un seul": by then they have left."""
    pack, lows = builder.pack, frozenset(clause.lows(sentence.tokens))
    none = clause.negated or not pack.classes_of("none_of").isdisjoint(lows)
    if not none or clause.link not in ("main", "content", "relative"):
        return
    behind = [c for c in builder.clauses if c.parent is clause and c.reduced]  # no Brazilians | left in Haiti
    verbs = frozenset(clause.lemmas.values())
    staying = not verbs.isdisjoint(pack.classes_of("still_there"))
    more = staying or not pack.classes_of("no_more").isdisjoint(lows.union(*(c.lows(sentence.tokens) for c in behind)))
    if not more or not (
        staying or (verbs and verbs <= pack.plain_being | pack.helping | pack.classes_of("leaving_behind"))
    ):
        return
    times = [
        t
        for c in (clause, *behind)
        for t in c.own_times
        if (t.relation in ("at", "before") or (staying and t.relation == "since")) and t.resolver is not None
    ]
    phrases = [*clause.phrases, *(p for c in behind for p in c.phrases)]
    who = _none_of_whom(builder, clause)
    place = tuple(
        r
        for r in placed_in(p for p in phrases if _IN & set(p.relations))
        if r.body is None and r.country != (who and who.country)
    )[:1]
    mission = refs_in(phrases, "mission")[:1]
    if who is None or not times or not (place or mission):
        return
    told = [d for d in builder.since(number) if d.clause is clause or d.clause in behind]
    if any(d.fields["predicate"] == "event" for d in told):
        return
    builder.leave_out(d for d in told if d.fields["predicate"] == "presence")
    ahead = clause.future or clause.modality == "planned"
    when = builder.when([replace(t, relation="at") if t.relation == "since" else t for t in times], forward=ahead)
    roles = {"actor": (who,)} | ({"mission": mission} if mission else {}) | ({"place": place} if place else {})
    fields: dict[str, Any] = {
        "predicate": "event", "type": "withdraw", "roles": roles, "time": when, "frame": "withdraw:none_left", "negated": False,
        "modality": "planned" if ahead else clause.modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def _none_of_whom(builder: Builder, clause: Clause) -> EntityRef | None:
    """Return whose people are told to be there no more: of the state named, else of those "en" takes up."""
    troops = [
        p
        for p in clause.phrases
        if p.is_people and not p.words & builder.pack.bystanders and not _IN & set(p.relations)
    ]
    sides = {r.id: r for p in troops for r in (*p.refs, *p.adjective_refs) if r.kind == "state" and r.id}
    if len(sides) == 1:
        return next(iter(sides.values()))
    them = any(p.pronoun == "genitive_pronoun" for p in clause.phrases) or any(p.owned for p in troops)
    return whose_people(builder.discourse) if them and not sides else None


_IN = frozenset({"in", "at"})
_LANDS = frozenset({"country", "place", "region"})  # nouns: in the country, in the province


def _alone(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase counts without saying what: "about 250", "une centaine", "er nog 30"."""
    number = phrase.number
    told = phrase.by_country or any(not n.forms("body", "function", "rank") for n in phrase.named)
    if number is None or told or phrase.unknown_name or phrase.triggers or phrase.words & here.pack.bystanders:
        return False
    soldiers = (
        phrase.is_people
        and bool(phrase.words & here.pack.classes_of("in_service"))
        and not any(r.id for r in phrase.refs)
    )
    return soldiers or number_alone(phrase, here.tokens) or number.last == phrase.last


def _says_no_more(here: Telling, count: Phrase) -> bool:
    """Say whether a clause tells of those it counts no more than where they are: not "remain missing", "are women"."""
    clause, tokens, pack = here.clause, here.tokens, here.pack
    inside = {i for p in clause.phrases for i in range(p.start, p.last + 1)}
    inside |= {i for t in clause.times for i in range(t.first, t.last + 1)} | set(clause.verbs)
    plain = pack.classes_of("yet_there") | pack.classes_of("still_there") | pack.classes_of("leftover")
    rest = [tokens[i] for i in clause.order if i not in inside and tokens[i].is_word]
    others = [p for p in clause.phrases if p is not count and p.bare and not _filler(p, tokens)]
    verbs = [clause.lemmas.get(v) or tokens[v].low for v in clause.verbs]
    known = plain | pack.helping | pack.plain_being | pack.being
    quiet = all(v in known or tokens[i].low in plain for i, v in zip(clause.verbs, verbs, strict=True))
    return quiet and not others and all(t.low in plain or _PLAIN & t.classes for t in rest)


_PLAIN = frozenset({
    "adverb", "preposition", "existential", "determiner", "coordinator", "genitive_pronoun", "ne", "negation", "with_ne", "intensifier",
    "relative", "subordinator", "reflexive", "person_pronoun", "singular_pronoun",
})  # fmt: skip


def _filler(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase stands for nothing of its own: "il" of "il en reste", "er", "que" of "ne … que"."""
    said = (tokens[i] for i in range(phrase.first, phrase.last + 1))
    return phrase.pronoun is not None or all(_PLAIN & t.classes for t in said)


def _of_whole(here: Telling, whole: Phrase) -> _Whose | None:
    """Return of whose people a clause first tells, and where: "Of the 1,500 French soldiers in Niger", "Of the 20 that Oslo had there"."""
    sides = tuple(r for r in (*whole.refs, *whole.adjective_refs) if r.kind in ("state", "group") and r.id)
    told = [
        c
        for c in here.builder.clauses
        if c.parent is here.clause and c.link == "relative" and whole.last < c.first <= whole.last + _NEAR
    ]
    chain = [*dependents(whole, here.clause), *(p for c in told[:1] for p in c.phrases if p not in c.subjects)]
    sides = sides or refs_in((p for c in told[:1] for p in c.subjects), "state", "group")
    mission = refs_in((whole, *chain), "mission")[:1]
    owner = here.discourse.of_one_state(mission[0]) if mission and not sides else None
    sides = (here.discourse.register.ref(owner, whole.text),) if owner else sides
    theirs = whose_people(here.discourse) if not sides else None
    sides = (theirs,) if theirs is not None else sides
    if len({r.id for r in sides}) != 1 or sides[0].id is None:
        return None
    spots = [r for p in chain if {"in", "of", "from"} & set(p.relations) for r in p.refs if r.body is None]
    place = tuple(r for r in spots if r.kind in ("place", "state") and r.country != sides[0].country)[:1]
    return sides[:1], mission, place


_NEAR = 5  # tokens between people and a clause that hangs on them


def _just_told(here: Telling) -> _Whose | None:
    """Return whose people were just told of, where: who sent, withdrew or has some, if it is one state or group."""
    near = [
        d
        for d in here.builder.since(here.number - 1)
        if d.paragraph == here.sentence.paragraph and d.clause is not here.clause
    ]
    near = [
        d for d in near if (d.fields.get("type") or d.fields["predicate"]) in _ABROAD and not d.fields.get("negated")
    ]
    near = [d for d in near if d.sentence == near[-1].sentence]
    sides: dict[str | None, EntityRef] = {}
    for draft in near:
        roles = draft.fields["roles"]
        for ref in roles.get("contributor") or roles.get("actor", ()):
            sides[ref.id] = ref
    if len(sides) != 1 or None in sides or next(iter(sides.values())).kind not in ("state", "group"):
        return None
    missions, places = _only(near, "mission"), _only(near, "place")
    return (tuple(sides.values()), missions, places) if missions is not None and places is not None else None


def _only(drafts: Sequence[Draft], role: str) -> tuple[EntityRef, ...] | None:
    """Return the one filler of a role in drafts, nobody where it has none; None where they differ."""
    found = {r.id or r.text: r for d in drafts for r in d.fields["roles"].get(role, ())}
    return None if len(found) > 1 else tuple(found.values())


_ABROAD = frozenset({"withdraw", "reduce", "deploy", "reinforce", "contribution", "presence"})

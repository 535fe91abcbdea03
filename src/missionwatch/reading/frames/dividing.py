"""How the people just counted are divided over missions and countries: "2,500 in Iraq and 900 in Syria", "of whom two in Chad"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.headcounts import only_part
from missionwatch.reading.frames.phrases import A_FEW, SOME, is_land, number_alone, refs_in
from missionwatch.reading.frames.quantities import Number, number_at
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.stationed import serves, task_of
from missionwatch.reading.frames.topping import only_adds
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef

SEVERAL = 2  # missions, states; one alone is told as ever


def paired(here: Telling) -> None:
    """Read "in Inherent Resolve with 30 soldiers and in NATO Mission Iraq with two staff officers": each mission with its own."""
    clause = here.clause
    pairs = [
        (mission, people)
        for mission, people in itertools.pairwise(clause.phrases)
        if mission.refs_of("mission") and people.number is not None and (people.is_people or people.only_number)
        and "with" in people.relations and people.start == mission.last + 1
    ]  # fmt: skip
    state = refs_in(clause.subjects, "state")
    if len(pairs) < SEVERAL or not state or not pairs[0][1].is_people:
        return
    for mission, people in pairs:
        place = refs_in((p for p in dependents(people, clause)[:1] if "in" in p.relations), "place")
        span = (mission.start, people.last)
        here.gives(
            "pair", state, mission.refs_of("mission"), people.many(), span, 0.85, place=place, function=task_of(people)
        )
    gone = [p for pair in pairs for p in pair]
    clause.phrases = [p for p in clause.phrases if p not in gone]
    clause.objects = [p for p in clause.objects if p not in gone]


def parted(here: Telling) -> None:
    """Read "…, of whom one in Mali and two as trainers in Chad": where the people just counted are, and as what.

    What says so of a part no longer speaks of the whole: its phrases leave the clause.
    """
    clause, tokens, pack = here.clause, here.tokens, here.pack
    opening = _among(clause, tokens, pack)
    if opening is None:
        return
    head = [p for p in clause.phrases if p.first < opening]
    tail = [p for p in clause.phrases if p.first >= opening]
    whole = next((p for p in head if p.last < opening and p.number is not None), None)
    state, mission = refs_in(clause.subjects, "state"), refs_in(head, "mission")
    if whole is None or not state:
        return
    found = []
    for first, last in _pieces(opening, clause.last, tokens):
        counted = _number(tokens, first, pack)
        inside = [p for p in tail if first <= p.last and p.first <= last]
        placed = any("preposition" in tokens[i] for i in range(first, last + 1))
        where = tuple(r for r in refs_in(inside, "state", "place") if r.country) if placed else ()
        function = next((task for p in inside if (task := task_of(p))), None)
        if counted is None or counted.value is None or not (where or function):
            return  # of whom 450 Nepalese: who makes up a force is read elsewhere
        if any(p.adjective_refs for p in inside):
            return
        many = counted.quantity("people", " ".join(t.text for t in tokens[first : counted.last + 1]))
        found.append((many, (first, last), where, function))
    if not found or not mission:
        return
    clause.phrases = head
    clause.subjects = [p for p in clause.subjects if p in head]
    clause.objects = [p for p in clause.objects if p in head]
    for many, span, where, function in found:
        draft = here.gives(
            "among", state, mission, many, span, 0.8, place=where, function=function, modality=clause.modality
        )
        draft.more.append(here.builder.evidence(here.sentence, whole.first, whole.last))


def elsewhere(here: Telling) -> None:
    """Read "2,500 troops in Iraq and 900 in Syria": a number and nothing else before a place, of those just told; no mission goes with them."""
    told = [d for d in here.told("contribution", "presence") if d.fields.get("quantity")]
    told = [d for d in told if d.fields["roles"].get("place")]
    for phrase, after in itertools.pairwise(here.clause.phrases if told else ()):
        place = tuple(r for r in refs_in((after,), "place", "state") if r.country and r.body is None)[:1]
        joined = phrase.first > 0 and "coordinator" in here.tokens[phrase.start - 1]
        behind = after.start == phrase.last + 1 and "in" in after.relations
        alone = phrase.only_number or only_adds(phrase, here.tokens, here.pack)
        if not (alone and joined and place and behind):
            continue
        roles = told[0].fields["roles"]
        fields = {k: v for k, v in told[0].fields.items() if k not in ("function", "assets", "time")}
        fields |= {"roles": roles | {"place": place}, "quantity": phrase.many()}
        away = (m for m in roles.get("mission", ()) if place[0].country not in here.discourse.hosts_of(m.id))
        if next(away, None) is not None:
            fields |= {"predicate": "presence", "roles": {"actor": roles["contributor"], "place": place}}
        if roles["place"] == place:
            told[0].fields["roles"] = {role: refs for role, refs in roles.items() if role != "place"}
        here.draft(fields, (phrase.first, after.last), 0.75)
        return


def beside(here: Telling) -> None:
    """Read whose people are there too, of those just told: "France, which keeps 1,500 troops in Niger, and the US, with some 1,100, …"."""
    told = [d for d in here.so_far() if d.fields["predicate"] == "presence" and d.fields.get("quantity")]
    for phrase, after in itertools.pairwise(here.clause.phrases if told else ()):
        states = [r for r in phrase.refs if r.kind == "state" and r.body is None]
        gap = here.tokens[phrase.last + 1 : after.start]
        with_them = "with" in after.relations and all(t.text == "," for t in gap)
        counted = (
            after.only_number and after.counted() >= SOME and (with_them or (after.bare and phrase.bare and not gap))
        )
        if counted and len(states) == 1:
            roles = {"actor": tuple(states), "place": told[0].fields["roles"]["place"]}
            fields = {"predicate": "presence", "roles": roles, "quantity": after.many(), "frame": "presence:beside"}
            here.draft(fields, (phrase.first, after.last), 0.75)


def each_ones(here: Telling) -> None:
    """Read "Burundi's 3,700 are in Middle Shabelle, those of Kenya (3,600) in Jubaland": a state's number, whatever noun goes unsaid."""
    clause, discourse = here.clause, here.discourse
    if not clause.verbs or tells_of_harm(clause, here.pack) or here.told(*_MOVED):
        return
    if any(p.senses("asset") for c in here.builder.clauses for p in c.phrases):
        return  # has 400 aircraft, and Uganda's 30 are older
    for n, phrase in enumerate(clause.phrases):
        whose, counted = _its_number(phrase, clause.phrases[n + 1 : n + 3], here.tokens)
        if not whose or not any(_counts_people(d) for d in here.builder.drafts):
            continue
        mission = discourse.joined(discourse.missions_here(), whose)
        if not (mission and counted) or whose[0].country in discourse.hosts_of(mission[0].id):
            continue
        spots = (p for p in clause.phrases if p.start == counted[-1].last + 1 + _bracketed(counted[-1], here.tokens))
        place = tuple(r for p in spots if "in" in p.relations for r in p.refs if r.kind == "place")[:1]
        said = (d.fields for d in here.so_far() if d.fields["predicate"] == "contribution")
        if not any(whose[0].id in {r.id for r in f["roles"].get("contributor", ())} for f in said):
            many = next(p for p in counted if p.number is not None).many()
            span = (phrase.first, counted[-1].last)
            here.gives("its_number", whose, mission, many, span, 0.7, place=place, modality="actual")


def _counts_people(draft: Draft) -> bool:
    return draft.fields["predicate"] in _COUNTS and bool(draft.fields.get("quantity"))


def _its_number(
    phrase: Phrase, behind: Sequence[Phrase], tokens: Sequence[Token]
) -> tuple[tuple[EntityRef, ...], list[Phrase]]:
    """Return the state whose number a phrase is, with the phrases that say so: "Burundi's 3,700", "de 3.700 van Burundi"."""
    states = tuple(r for r in phrase.refs if r.kind == "state" and r.body is None)
    last = phrase.number is not None and phrase.number.last == phrase.last
    if last and len(states) == 1 and phrase.noun is None and phrase.counted() >= A_FEW and phrase.bare:
        return states, [phrase]
    home = behind[0] if behind and behind[0].start == phrase.last + 1 and "of" in behind[0].relations else None
    land = tuple(r for r in home.refs if is_land(home)) if home is not None else ()
    if home is None or len(land) != 1 or not phrase.bare:
        return (), []
    if phrase.definite and number_alone(phrase, tokens) and phrase.counted() >= A_FEW:
        return land, [phrase, home]
    count = behind[1] if len(behind) > 1 and behind[1].start == home.last + 2 else None
    if phrase.pronoun == "those" and count is not None and _bracketed(count, tokens) and count.counted() >= A_FEW:
        return land, [phrase, home, count]
    return (), []


def _bracketed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a number stands in brackets."""
    return phrase.only_number and phrase.first > 0 and tokens[phrase.first - 1].text == "("


_MOVED = ("withdraw", "deploy", "reinforce", "reduce", "attack", "clash", "detain")
_COUNTS = frozenset({"strength", "contribution", "presence"})


def each_mission(here: Telling) -> None:
    """Read "350 with UNIFIL and 13 with KFOR": a number and nothing else before a mission, of people spoken of before."""
    clause, discourse, before = here.clause, here.discourse, here.so_far()
    for phrase, after in itertools.pairwise(clause.phrases):
        counted, mission = phrase.number, after.refs_of("mission")[:1]
        alone = phrase.only_number or only_adds(phrase, here.tokens, here.pack)
        if counted is None or counted.value is None or not (alone and mission):
            continue
        placed = after.start == phrase.last + 1 and {"with", "at"} & set(after.relations)
        serving = phrase in clause.subjects and {"in", "at"} & set(after.relations)
        if not (placed or (serving and serves(here))):
            continue
        told = [r for d in before if d.fields["predicate"] == "contribution" for r in d.fields["roles"]["contributor"]]
        soldiers = [
            r
            for c in here.builder.clauses
            for p in c.phrases
            if p.is_people or p in c.subjects
            for r in p.refs_of("state")
        ]
        hosts = discourse.hosts_of(mission[0].id)
        author = [discourse.author] if discourse.author is not None else []
        doer = [r for r in discourse.doer if r.kind == "state"]
        giver = next((r for r in (*told, *soldiers, *doer, *author) if r.country not in hosts), None)
        if giver is not None and not any(_counts(d.fields, mission[0], counted) for d in before):
            here.gives("share", (giver,), mission, phrase.many(), (phrase.first, after.last), 0.75)


def _among(clause: Clause, tokens: Sequence[Token], pack: Pack) -> int | None:
    """Return the token behind "of whom" where a number stands there; None where none does."""
    for at in clause.order:
        if tokens[at].low not in pack.among_openers:
            continue
        for length in (2, 1):
            marker, then = tuple(token.low for token in tokens[at : at + length]), at + length
            if "among" in pack.relations.get(marker, ()) and then <= clause.last and _number(tokens, then, pack):
                return then
    return None


def _number(tokens: Sequence[Token], at: int, pack: Pack) -> Number | None:
    found = number_at(tokens, at, pack)
    return Number(at, at, 1.0, 1.0, 1.0, "exact") if found is None and "lone" in tokens[at] else found


def _pieces(first: int, last: int, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of an enumeration, each with its first and last token."""
    start = first
    for at in range(first, last + 2):
        if at > last or tokens[at].text in ",;" or "coordinator" in tokens[at]:
            if start < at:
                yield start, at - 1
            start = at + 1


def _counts(fields: dict[str, Any], mission: EntityRef, counted: Number) -> bool:
    """Say whether a draft gives a number to a mission already."""
    said = fields.get("quantity")
    its_own = any(r.id == mission.id for r in fields.get("roles", {}).get("mission", ()))
    return its_own and said is not None and said.value == counted.value


def of_them_there(here: Telling) -> None:
    """Read "1,000 Americans are in Niger, most of them at Agadez" and "…, of whom 40 in Niamey": where a part of those are."""
    told = [d for d in here.so_far() if d.fields["predicate"] in _THERE and d.fields.get("quantity")]
    if not told or told[-1].fields.get("negated"):
        return
    roles = told[-1].fields["roles"]
    whole = {p.id for p in roles.get("place", ())}
    for phrase, after in itertools.pairwise(here.clause.phrases):
        mostly = {t.low for t in here.tokens[max(0, after.start - _NEXT - 1) : after.start]} & here.pack.classes_of(
            "mostly"
        )
        part = phrase.anaphor == "one_of" or "among" in phrase.relations or mostly
        near = phrase.last < after.start <= phrase.last + _NEXT and not {"in", "at"}.isdisjoint(after.relations)
        spots = [r for r in after.refs if r.kind == "place" and r.id and r.id not in whole]
        if told[-1].fields["predicate"] == "contribution" and not only_part(phrase, here.clause):
            continue
        if (
            not (part and near and spots)
            or (phrase.refs_of("state") and not mostly)
            or phrase.words & here.pack.bystanders
        ):
            continue
        kept = {key: told[-1].fields[key] for key in ("modality", "holders", "hearsay") if told[-1].fields.get(key)}
        fields = {
            "predicate": told[-1].fields["predicate"], "roles": roles | {"place": tuple(spots[:1])}, "frame": "presence:part",
            "quantity": phrase.many() if phrase.number is not None and not mostly else None,
        }  # fmt: skip
        here.draft(fields | kept, (phrase.first, after.last), 0.75)


_THERE = frozenset({"contribution", "presence"})  # predicates
_NEXT = 2  # tokens: "400 are in Agadez"

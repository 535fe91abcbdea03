"""Whose people are in which mission or country, by where the clause counts them: "Germany's 1,000 soldiers in MINUSMA"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.headcounts import joined_by_others, told_aside
from missionwatch.reading.frames.phrases import (
    based_at,
    before_comma,
    placed_in,
    refs_in,
)
from missionwatch.reading.frames.placing import on_their_own
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.remnants import told_of_alone, told_of_one
from missionwatch.reading.frames.roles import load_frames
from missionwatch.reading.frames.staying import all_who_go, yet_to_go
from missionwatch.reading.frames.undoing import tells_of_harm
from missionwatch.reading.frames.units import unit_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.records import EntityRef


def stationed(here: Telling) -> None:
    """Read "Germany's 1,000 soldiers in MINUSMA" or "Guatemala, 150 policemen" as a contribution, whatever the verb says."""
    clause, builder, discourse, framed = here.clause, here.builder, here.discourse, here.framed
    stay = clause.negated and any(d.fields.get("type") == "withdraw" and d.clause is clause for d in framed)
    going = [d for d in framed if yet_to_go(here, d)]
    moved = not stay and (clause.negated or any(_befalls(d, clause) for d in framed if d not in going))
    whole = here.pack.classes_of("as_a_whole")
    harmed = not clause.verbs and tells_of_harm(clause, here.pack)  # Four Irish soldiers | wounded in Lebanon
    for phrase in clause.phrases:
        number = phrase.number
        if number is None or not phrase.is_people or _left(here, phrase):
            continue
        aside = told_aside(phrase, clause, here.tokens)  # Germany, with 1,000 soldiers there, takes 400 home
        if moved and not aside:
            continue
        if number.value is None and (number.low or 0) < _A_FORCE:
            continue  # a few; but: 8,000 to 10,000, several hundred
        machines = bool(phrase.senses("asset"))  # the six Belgian F-16s: not so many people
        hosts = {r.id for r in discourse.hosts()}
        at = here.tokens[phrase.first].start
        counts = [d for d in framed if d.fields.get("quantity") and d.evidence.start <= at < d.evidence.end]
        again = aside and any(d.fields["quantity"].value == number.value for d in counts)
        if again or (not aside and (any(d not in going for d in counts) or (going and not all_who_go(here, phrase)))):
            continue
        there = phrase in clause.objects and _has_there(clause)  # Ireland has 65 people there
        if phrase.words & here.pack.bystanders and not (there or _its_staff(here, phrase)):
            continue
        said = (d.fields.get("quantity") for d in builder.drafts if phrase.definite and d not in counts)
        if any(q is not None and q.value == number.value is not None for q in said):
            continue  # "de 90 militairen": those spoken of before
        chain = dependents(phrase, clause)
        state = tuple(r for r in (*phrase.refs, *phrase.adjective_refs) if r.kind == "state" and r.id not in hosts)
        if len({r.id for r in state}) > 1 and any("from" in p.relations for p in chain[:1]):
            continue  # from several states: together
        if phrase.definite and phrase.counted() <= _BOTH and not phrase.by_country:
            continue  # the two armies, the two heads of state: those spoken of, no number of people
        of_all = not phrase.by_country and (
            _gathered(here, phrase, chain) or not whole.isdisjoint(clause.lows(here.tokens))
        )
        if of_all:
            state = ()  # 5,900 soldiers from ten countries, 85,000 in all: no one state's
        elif not state and not any(d.clause is clause and d.fields.get("type") == "demand" for d in framed):
            state = _givers(here, phrase, hosts)  # who asks for soldiers gives none
        if len({r.id for r in state}) > 1:
            continue  # so many together
        if not state and phrase.first - 1 == clause.opener and "whose" in here.tokens[phrase.first - 1]:
            state = tuple(r for r in clause.antecedent if r.kind == "state" and r.id not in hosts)
        near = (p for p in (*chain, *clause.phrases) if "of" in p.relations or not _APART & set(p.relations))
        mission = tuple(r for r in refs_in(near, "mission") if r.id)
        if any(len({r.id for r in p.everyone() if r.kind == "mission"}) > 1 for p in chain):
            continue  # 700 soldiers in UNIFIL and UNDOF: together
        it = bool(clause.subjects) and all(p.pronoun or p.refs_of("mission") for p in clause.subjects)
        thing = any(p.words & here.pack.classes_of("thing_pronoun") for p in clause.subjects)
        others = "beside" in phrase.relations and it and (thing or not refs_in(clause.subjects, "state"))
        if others and state and not refs_in(chain, "mission"):
            continue  # together with 1,500 French soldiers the mission guards …: they are none of it
        if not mission and refs_in(clause.phrases, "mission"):
            continue  # support the mission in Somalia: not one the report has named
        backs = clause.passive and clause.reduced and not any(r.kind == "mission" for r in clause.antecedent)
        if not mission and ("against" in phrase.relations or ("by" in phrase.relations and backs)):
            continue  # sanctions against two Russian officers; the rebels, backed by 4,000 Rwandan troops
        inside = [p for p in chain if "in" in p.relations]
        where = [r for r in placed_in(inside) if r.body is None] or _stood(clause, phrase)
        if phrase in clause.subjects:
            where = where or [r for r in placed_in(clause.phrases) if r.body is None] or _at_work(here, phrase)
        brought = any(p.words & here.pack.classes_of("unposted") for p in clause.phrases)
        done_to = brought or (clause.passive and phrase in clause.objects)
        done_to = done_to and any(r.body == "population" for r in state)
        befell = {"attack"} if harmed else _befell(phrase, clause, here.pack)
        if not mission and (done_to or (befell and not (state and befell == {"attack"} and not where))):
            continue  # another 52 Serbs were admitted to hospital
        before = (d.fields for d in reversed(builder.since(here.number - 1)) if there)
        near_by = next((f for f in before if f["predicate"] in _WHERE), {})
        if apart := near_by.get("predicate") == "presence":  # Australia has 1,000 in Timor, New Zealand 170 there
            where = list(near_by["roles"].get("place", ()))
        if not apart and not (state and any("on_call" in here.tokens[i] for i in clause.order)):  # keeps 400 on standby
            others = _owning(phrase, clause) or on_their_own(clause.phrases, here.pack)
            alone = () if others else discourse.main_mission()
            mission = mission or (discourse.joined_at(where[0], state[:1]) if where else alone)
        span = (phrase.first, chain[-1].last if chain else phrase.last)
        if mission and state:
            place = refs_in(inside, "place") or (based_at(clause.phrases) if machines else ())
            task = task_of(phrase)
            joined = joined_by_others(phrase, here.pack)  # partie d'un bataillon de 500 hommes
            many = None if befell or machines or joined else phrase.many()  # five soldiers wounded: nobody sent five
            new = machines and not here.told("contribution")
            since = [t for t in clause.own_times if new and t.relation == "since"]
            time = builder.when(since, forward=False)
            now = {"modality": "actual"} if going or aside else {}
            here.gives("stationed", state, mission, many, span, 0.7, place=place, function=task, time=time, **now)
        elif tells_of_harm(clause, here.pack):
            continue  # three hundred have died in ten years: that is not how many there are
        elif mission and not (machines or of_all) and (giver := told_of_one(here, phrase, mission)):
            if spot := refs_in(inside, "place") or tuple(r for r in placed_in(clause.phrases) if r.kind == "place"):
                here.gives("stationed", giver, mission, phrase.many(), span, 0.65, place=spot, function=task_of(phrase))
        elif (
            serves(here) and mission and not (machines or of_all or _gathered(here, phrase, chain))
            and not any(c.first - phrase.last in (1, 2) for c in clause.participles) and (giver := told_of_alone(here, phrase, mission))
        ):  # fmt: skip
            here.gives("stationed", giver, mission, phrase.many(), span, 0.65, function=task_of(phrase))
        elif mission and not machines and (phrase.counted() >= _A_FORCE if of_all else _could_be_all(here, phrase)):
            if any("of" in p.relations and p.words & here.pack.bystanders for p in clause.phrases):
                continue  # of the 2,000 refugees 300 are back
            fields: dict[str, Any] = {"predicate": "strength", "roles": {"mission": mission[:1]}}
            fields |= {"quantity": phrase.many(), "frame": "strength:said", "modality": here.modality}
            here.draft(fields, span, 0.55)
        elif not mission and state and where and where[0].country != state[0].country:
            fields = {"predicate": "presence", "roles": {"actor": state[:1], "place": tuple(where[:1])}}
            modality = "actual" if aside else here.modality
            fields |= {"frame": "presence:stationed", "quantity": phrase.many(), "modality": modality}
            here.draft(fields, span, 0.7)


def _owning(phrase: Phrase, clause: Clause) -> bool:
    """Say whether people are only those whose something is: "the assets of two Rwandan generals"."""
    head = next((p for p in clause.phrases if p.last == phrase.start - 1), None)
    whose = head is not None and "of" in phrase.relations
    return whose and head is not None and head.number is None and not (head.is_people or head.noun or head.triggers)


def struck(here: Telling) -> None:
    """Read "ten Egyptian policemen of MINUSCA were wounded" and "seven peacekeepers from Ghana": whose people are in the mission."""
    befell = here.told("attack", "clash", "detain")
    for phrase in here.clause.phrases if befell and not here.told("contribution") else ():
        if phrase.noun != "people" or phrase.person is not None or phrase.words & here.pack.bystanders:
            continue
        chain = list(dependents(phrase, here.clause)[:2])
        homes = phrase.adjective_refs or [
            r for p in chain if "from" in p.relations for r in p.refs if r.kind == "state"
        ]
        states = {r.id: r for r in homes if r.kind == "state" and r.id}
        mission = tuple(r for p in chain if "of" in p.relations for r in p.refs if r.kind == "mission" and r.id)
        if not mission and here.pack.blue(phrase.text):
            mission = tuple(r for d in befell for r in d.fields["roles"].get("mission", ()) if r.id)
        state = next(iter(states.values())) if len(states) == 1 else None
        if state is not None and mission and state.country not in here.discourse.hosts_of(mission[0].id):
            here.gives("served", (state,), mission, None, (phrase.first, phrase.last), 0.75, modality="actual")


def _gathered(here: Telling, people: Phrase, chain: Sequence[Phrase]) -> bool:
    """Say whether people come from several countries: "5,900 soldiers from ten countries" are no one state's."""
    behind = (p for p in here.clause.phrases if p.start == people.last + 2 and here.tokens[people.last + 1].text == ",")
    homes = [p for p in (*chain[:1], *behind) if "from" in p.relations]
    lands = any(p.noun in ("country", "partner") and p.counted() > 1 for p in homes)
    return lands or len({r.id for p in homes for r in p.everyone() if r.kind == "state" and r.id}) > 1


def _befell(phrase: Phrase, clause: Clause, pack: Pack) -> set[str]:
    """Return what befell people who are told by no more: "the 44 peacekeepers detained by rebels" are not the whole force."""
    opened = {f for c in clause.participles if c.passive and c.first == phrase.last + 1 for f in c.opened(pack)}
    return {kind for f in opened if (kind := load_frames()[f].type) in _BEFALLS - {"deploy", "reinforce"} and kind}


def _befalls(draft: Draft, clause: Clause) -> bool:
    """Say whether what the sentence told moves or harms the people of a clause; not: Nigeria has left, and Ghana keeps fifty men."""
    kind = draft.fields.get("type")
    if kind != "withdraw" or draft.clause is clause or draft.clause is None:
        return kind in _BEFALLS
    apart = draft.clause.link == clause.link == "main"
    own = {r.id for p in clause.subjects for r in p.everyone() if r.kind == "state"}
    gone = {r.id for r in draft.fields["roles"].get("actor", ())}
    return not (apart and own and gone and own.isdisjoint(gone))


_WHERE = frozenset({"presence", "contribution"})
_APART = frozenset({"from", "against"})
_BEFALLS = frozenset({"attack", "clash", "detain", "withdraw", "release", "expel", "deploy", "reinforce"})
_BOTH = 2
_A_FORCE = 40  # people; fewer soldiers of a mission than this are hardly its strength


def _left(here: Telling, phrase: Phrase) -> bool:
    """Say whether people are those whom something comes from, or may be anything: not "a battalion of 200 Romanians"."""
    if "from" not in phrase.relations:  # four more | that the list names
        told = here.clause.parent if phrase.pronoun == "relative" else here.clause
        named = told is not None and bool(told.relatives) and not told.verbs
        return named and told is not None and told.phrases[-1].adds(here.pack.additional)
    formed = here.pack.classes_of("formation")
    before = (p for p in here.clause.phrases if p.last == phrase.start - 1)
    whole = any(p.words & formed or (p.is_people and p.single and p.refs_of("state")) for p in before)
    return not ("of" in phrase.relations and whole)


def _its_staff(here: Telling, phrase: Phrase) -> bool:
    """Say whether "people" work for a mission, or come from several countries: "220 people from 26 member states work for it"."""
    if len(phrase.words & here.pack.classes_of("joinable")) > 1:
        return True  # 340 men and women
    if phrase not in here.clause.subjects or phrase.words & here.pack.outsiders:
        return False
    chain = dependents(phrase, here.clause)[:1]
    gathered = any(p.noun in ("country", "partner") and p.number is not None and "from" in p.relations for p in chain)
    own = any({"at", "for"} & set(p.relations) and p.refs_of("mission") for p in here.clause.phrases)
    return gathered or (own and serves(here))


def task_of(phrase: Phrase) -> str | None:
    """Return as what people serve."""
    return next((s.code for s in phrase.senses("function") if s.code), None)


def serves(here: Telling) -> bool:
    """Say whether a clause tells where people serve."""
    lemmas = (lemma for lemma in here.clause.lemmas.values() if lemma not in here.pack.helping)
    return any(t.frame == "serve" for lemma in lemmas for t in here.pack.verb_triggers.get(lemma, ()))


def _has_there(clause: Clause) -> bool:
    """Say whether a state has or keeps people in a place that only "there" tells, behind the verb: "Ierland heeft er 65 mensen"."""
    at = clause.finite
    there = any(p.pronoun == "place_pronoun" and at is not None and p.first > at for p in clause.phrases)
    owner = clause.subjects[:1]
    return there and bool(owner) and at is not None and owner[0].first < at and bool(owner[0].refs_of("state"))


def _stood(clause: Clause, phrase: Phrase) -> list[EntityRef]:
    """Return where people are who are no more than there: "there are some 1,000 US soldiers in Niger"."""
    if phrase not in clause.subjects + clause.objects or not clause.stative or clause.negated:
        return []
    return placed_in(clause.phrases)


def _at_work(here: Telling, phrase: Phrase) -> list[EntityRef]:
    """Return where soldiers are who do something there now: "Thirty Marines guard the embassy in Port-au-Prince"."""
    clause = here.clause
    armed = any(r.body in ("armed_forces", "police") for r in phrase.refs)
    if not armed or not clause.present or clause.passive or clause.link != "main":
        return []
    if here.modality != "actual" or any(d.clause is clause for d in here.framed):
        return []
    return placed_in(clause.phrases)


def _givers(here: Telling, phrase: Phrase, hosts: set[str | None]) -> tuple[EntityRef, ...]:
    """Return the state that people are counted for: the subject they are the object of, or the name they are listed with."""
    clause, found = here.clause, []
    if (
        phrase.start > 1 and here.tokens[phrase.start - 1].text == "("
    ):  # suivent l'Irlande (450 hommes), la Pologne (400)
        found = [r for p in clause.phrases if p.last == phrase.start - 2 for r in p.refs if r.body is None]
    elif "with" in phrase.relations:  # Italy, with 400 soldiers in Libya
        end = phrase.start - (2 if here.tokens[phrase.start - 1].text == "," else 1)
        found = [r for p in clause.phrases if p.last == end and p.bare for r in p.refs if r.body is None]
    elif phrase in clause.objects:
        found = [r for p in clause.subjects for r in p.everyone()]
    elif not clause.verbs:
        before = [p for p in clause.phrases if p.last < phrase.first and p.bare]
        previous = next((a for a, b in itertools.pairwise(here.builder.clauses) if b is clause), None)
        if not before and previous is not None and not previous.verbs:
            before = previous.phrases
        found = [r for p in before[-1:] for r in p.refs]
    return tuple(r for r in found if r.kind == "state" and r.id not in hosts)


def _could_be_all(here: Telling, phrase: Phrase) -> bool:
    """Say whether people counted beside a mission may be all it has: not whom it trains or protects, nor who is aboard a ship."""
    clause, pack = here.clause, here.pack
    unnamed = phrase.bare and not phrase.definite and bool(phrase.refs) and all(r.id is None for r in phrase.refs)
    if not unnamed or phrase.share is not None or phrase.counted() < _A_FORCE or phrase.adds(pack.additional):
        return False
    given, at = (d for d in here.told("contribution") if d.fields.get("quantity")), here.tokens[phrase.first].start
    if any(d.evidence.start <= at < d.evidence.end for d in given):
        return False  # from Ghana come 250 soldiers
    if any("from" in p.relations and p.refs_of("state") for p in dependents(phrase, clause)[:1]):
        return False  # of its 6,200 soldiers 1,030 are from Italy
    if unit_before(phrase, clause, pack, here.tokens) is not None:
        return False  # the Irish battalion of UNIFIL, 340 men
    parts = pack.classes_of("formation")
    whose = [p for p in clause.subjects if p is not phrase]
    if any(p.unknown_name and not (p.person or any(r.id for r in p.refs)) for p in whose):
        return False  # l'opération Mirador mobilise 3 000 soldats: another
    whose += [p for p in dependents(phrase, clause)[:1] if "of" in p.relations]  # 200 soldiers of an infantry battalion
    beside = before_comma(phrase, clause.phrases, here.tokens)  # le bataillon canadien, 900 parachutistes
    whose += [beside] if beside is not None and beside.refs_of("state") else []
    if any(p.words & parts for p in (phrase, *whose)):
        return False  # a battalion of 600; the Belgian detachment will have 175 soldiers
    if clause.modality != "actual" or phrase.words & pack.classes_of("more_of"):
        return False  # 600 others
    opened_by = range(max(0, clause.first - _MARKED), clause.first) if clause.link == "relative" else ()
    if any("aboard" in here.tokens[i] for i in (*opened_by, *clause.order)):
        return False
    lemmas = set(clause.lemmas.values())
    if phrase.bare and not lemmas.isdisjoint(pack.classes_of("joining_up")):
        return False  # four companies, 500 men, have joined it
    lemmas = lemmas - pack.helping or lemmas
    opened = {t.frame for lemma in lemmas for t in pack.verb_triggers.get(lemma, ()) if "forces" not in t.only}
    return phrase not in clause.objects or not lemmas or not opened.isdisjoint(_HAS)


_HAS = frozenset({"strength", "serve", "deploy", "present"})  # frames of what a mission has
_MARKED = 3  # tokens before a relative pronoun that mark it: "à bord de" laquelle

"""Who gives people to a mission: its largest contributors, "among them Spain", "Italy (1,000) and India (900)", whose ships are with it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.dividing import SEVERAL
from missionwatch.reading.frames.phrases import ending_before, number_alone, refs_in
from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.telling import give_elsewhere
from missionwatch.reading.frames.undoing import tells_of_harm
from missionwatch.records import Asset

if TYPE_CHECKING:
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.quantities import Number
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.records import EntityRef


def among(here: Telling) -> None:
    """Read "… of whom 450 Nepalese and 380 Fijians": who makes up a force just counted."""
    clause = here.clause
    for phrase in clause.phrases:
        if phrase.anaphor == "one_of" and phrase.number is not None:
            _are(here, phrase)
        before = ending_before(phrase.start, clause.phrases)  # among them a battalion of 775 from Bangladesh
        behind = before is not None and "among" in before.relations and before.pronoun is not None and phrase.is_people
        some = "among" in phrase.relations or phrase.anaphor == "one_of" or behind
        if not some or phrase.noun == "country":
            continue  # among the 24 nations
        if phrase.anaphor == "one_of" and tells_of_harm(clause, here.pack):
            continue  # three of them were killed
        for part in (phrase, *phrase.group):
            if part.number is None or part.number.value is None:
                continue
            taken_up = (
                part.anaphor == "one_of" and not part.named
            )  # 30 of them leave: their own, not as many as there are
            state = tuple(r for r in (*part.refs, *part.adjective_refs) if r.kind == "state" and not taken_up)
            function = next((s.code for s in part.senses("function") if s.code), None)
            if not state:
                near = (part.last + 1, part.last + 2)
                home = (p for p in clause.phrases if p.start in near and "from" in p.relations)
                state = refs_in(itertools.islice(home, 1), "state")
            if function and not state:  # of whom four staff officers: the giver's
                state = refs_in(clause.subjects, "state")
            mission = refs_in(clause.phrases, "mission") or here.discourse.missions[-1:]
            if state and mission:
                span = (part.first, part.last)
                here.gives("among", state, mission, part.many(), span, 0.8, modality="actual", function=function)


def _are(here: Telling, counted: Phrase) -> None:
    """Read "eleven of them are Italian" and "nine of them came from South Africa" of a mission's people."""
    being = here.is_any(here.pack.being)
    others = [p for p in here.clause.phrases if p is not counted and p.first > counted.last]
    state = [r for p in others if (being and p.bare) or "from" in p.relations for r in (*p.adjective_refs, *p.refs)]
    mission = here.discourse.main_mission()
    if len({r.id for r in state}) == 1 and state[0].kind == "state" and mission:
        span = (counted.first, here.clause.last)
        here.gives("among", state, mission, counted.many(), span, 0.7, modality="actual")


def largest(here: Telling) -> None:
    """Read "the largest contributors to MINUSCA are Rwanda (2,100), Bangladesh and Pakistan"."""
    clause, pack, discourse = here.clause, here.pack, here.discourse
    nouns = pack.classes_of("contributor_noun")
    head = next((p for p in clause.phrases if p.words & nouns or (p.noun == "country" and p.number is not None)), None)
    if head is None or not (not clause.verbs or here.is_any(pack.being | pack.classes_of("figuring"))):
        return
    mission = head.refs_of("mission") or tuple(r for p in dependents(head, clause) for r in p.refs_of("mission"))
    lands = head.noun == "country"  # one of the 14 nations in the battlegroup
    mission = mission or (() if lands or give_elsewhere(clause, pack) else discourse.main_mission())
    hosts = discourse.hosts_of(mission[0].id) if mission else ()
    for phrase, after in itertools.zip_longest(clause.phrases, clause.phrases[1:]) if mission else ():
        states = [r for r in phrase.refs if r.kind == "state" and r.body is None and r.country not in hosts]
        if phrase is head or not phrase.bare or len(states) != 1:
            continue
        told = after if after is not None and _counts(phrase, after, here) else None
        counted = told.number if told is not None else None
        one_of_them = any(phrase in p.group or (phrase is p and (lands or p.group)) for p in clause.subjects)
        if phrase.first < head.first and counted is None and not one_of_them:
            continue  # Rwanda is the largest contributor: read by its frame
        end = told.last if told is not None and counted is not None else phrase.last
        here.gives_part(states[0], mission, counted, (phrase.first, end))


def named_as(here: Telling) -> None:
    """Read "with Germany as framework nation" and "with Nepal and India as the largest contributors"."""
    pack, discourse = here.pack, here.discourse
    leading, giving = pack.classes_of("column_leader"), pack.classes_of("contributor_noun")
    for n, after in enumerate(here.clause.phrases):
        role = after.words if "as" in after.relations else frozenset()
        beside = itertools.takewhile(lambda p: "with" in p.relations, reversed(here.clause.phrases[:n]))
        named = [] if role.isdisjoint(leading | giving) else list(beside)
        states = list(
            dict.fromkeys(
                r for p in reversed(named) for r in p.everyone() if r.kind == "state" and r.body is None and r.id
            )
        )
        if not states:
            continue
        mission = refs_in(here.clause.subjects, "mission") or refs_in(here.clause.phrases, "mission")
        mission = mission or discourse.missions_here()
        hosts = discourse.hosts_of(mission[0].id) if mission else ()
        for state in (r for r in states if mission and r.country not in hosts):
            span = (named[-1].start, after.last)
            if role.isdisjoint(leading):
                here.gives_part(state, mission, None, span)
            else:
                roles = {"leader": (state,), "mission": mission[:1]}
                here.draft({"predicate": "leadership", "roles": roles, "frame": "lead:named"}, span, 0.85)


def _counts(phrase: Phrase, after: Phrase, here: Telling) -> bool:
    """Say whether the phrase behind a country is how many it gives: "(2,100)", ", with 30 sappers"."""
    if any(t.text not in "(," for t in here.tokens[phrase.last + 1 : after.start]):
        return False
    return (after.bare and number_alone(after, here.tokens)) or ("with" in after.relations and after.is_people)


def origins(here: Telling) -> None:
    """Read "1,300 soldiers from South Africa, Malawi and Tanzania": who sends them, but not how many each."""
    clause, discourse = here.clause, here.discourse
    events = [d for d in here.framed if d.clause is clause and d.fields.get("type")]
    arriving = [d for d in events if d.fields["type"] == "deploy" and _of_mission(d.fields["roles"])]
    if len(events) > len(arriving):
        return
    for people, after in itertools.pairwise(clause.phrases):
        if arriving and "with" not in people.relations:
            continue  # the mission came with 3,000 men from X and Y
        those = people.words & here.pack.classes_of("those") and "of" in after.relations  # those of Uganda and Burundi
        if those and any(p.last + 2 == people.start and p.number and not p.is_people for p in clause.phrases):
            continue  # two abstentions, those of X and Y
        home = those or "from" in after.relations
        if not home or not people.is_people or not _right_behind(here, people, after.start):
            continue
        states = [r for r in after.everyone() if r.kind == "state" and r.id and not r.body]
        others = not arriving and bool(people.words & here.pack.bystanders)
        others |= any(r.body == "population" for r in people.refs)  # solidarity with the people of X and Y
        if len(states) < SEVERAL or others or people.senses("function"):
            continue  # the ministers of X and Y
        mission = tuple(r for r in refs_in(clause.phrases, "mission") if r.id)[:1]
        mission = mission or discourse.mission_near(anywhere=True)
        hosts = {host for m in mission for host in discourse.hosts_of(m.id)}
        for state in states if mission else ():
            told = (r.id for d in here.told("contribution") for r in d.fields["roles"]["contributor"])
            if state.id in told or (state.country in hosts and len(hosts) == 1):
                continue
            here.gives("from", (state,), mission, None, (people.first, after.last), 0.7)
        for draft in arriving:
            draft.fields["roles"].pop("partner", None)


def _of_mission(roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    return any(r.kind == "mission" for role in ("actor", "mission") for r in roles.get(role, ()))


def _right_behind(here: Telling, people: Phrase, start: int) -> bool:
    """Say whether no more than a comma, or that they are left or drawn, is told between people and where they are from."""
    drawn = here.clause.verbs if people.pronoun == "relative" and here.clause.reduced else ()
    return all(t.text == "," or "leftover" in t or t.index in drawn for t in here.tokens[people.last + 1 : start])


def listed(here: Telling) -> None:
    """Read the contributors that a clause lists, some with how many they give: "Italy (1,000) and India (900)"."""
    clause, discourse, members = here.clause, here.discourse, here.pack.classes_of("member")
    told = [p for c in here.builder.clauses for p in c.phrases]
    mission = tuple(r for p in told for r in p.refs_of("mission"))[:1] or discourse.missions_here()
    if not mission:
        return
    hosts = discourse.hosts_of(mission[0].id)
    whole = any(p.words & members for p in told)
    for phrase in clause.phrases:
        for part in (phrase, *phrase.group) if "among" in phrase.relations and whole else ():
            for ref in part.refs:
                if _is_name(part, ref) and ref.country not in hosts:
                    _list(here, ref, mission, part, None)
        counted = _behind(phrase, clause, here)
        if counted is None or len(phrase.refs) != 1 or not _is_name(phrase, phrase.refs[0]):
            continue
        head = next((p for p in clause.phrases if phrase in p.group), None)
        for other in (head, *head.group) if head is not None and _apiece(here, counted) else ():
            for ref in other.refs_of("state") if other is not phrase else ():
                _list(here, ref, mission, other, counted)  # Brazil and Uruguay some twenty each
        if phrase.refs[0].country not in hosts:
            _list(here, phrase.refs[0], mission, phrase, counted)


def _apiece(here: Telling, counted: Number) -> bool:
    """Say whether a number is that of each of those before it."""
    words = here.pack.classes_of("apiece")
    return any(t.low in words for t in here.tokens[counted.first - 1 : counted.last + 3])


def _is_name(phrase: Phrase, ref: EntityRef) -> bool:
    """Say whether a phrase is the plain name of a state."""
    return ref.kind == "state" and ref.body is None and phrase.number is None and bool(phrase.senses("name"))


def _behind(phrase: Phrase, clause: Clause, here: Telling) -> Number | None:
    """Return the number of people that stands right behind a name: "Italy (1,000)", "followed by Italy with 1,000"."""
    tokens = here.tokens
    after = tokens[phrase.last + 1 : phrase.last + 3]
    if len(after) == 2 and after[0].text == "(":
        counted = number_at(tokens, phrase.last + 2, here.pack)
        closed = counted is not None and [t.text for t in tokens[counted.last + 1 : counted.last + 2]] == [")"]
        return counted if closed and counted is not None and (counted.value or 0) >= 1 else None
    if phrase in clause.subjects:
        return None
    following = [p for p in clause.phrases if p.start == phrase.last + 1]
    beside = next((p for p in following if p.bare and p.number is not None), None)
    plain = beside is not None and beside.is_people and not any(r.id for r in beside.refs)
    if beside is not None and (plain or number_alone(beside, tokens)) and beside.counted() > 1:
        return beside.number  # l'Italie aligne 800 militaires, la Turquie 400 (fantassins)
    people = next((p for p in following if "with" in p.relations), None)
    if people is None or people.number is None or people.named:
        return None
    return people.number if people.only_number or people.is_people else None


def _list(
    here: Telling, giver: EntityRef, mission: tuple[EntityRef, ...], phrase: Phrase, counted: Number | None
) -> None:
    told = (d.fields for d in here.so_far() if d.fields["predicate"] == "contribution")
    if not any(giver.id in {r.id for r in f["roles"].get("contributor", ())} for f in told):
        last = counted.last if counted is not None else phrase.last
        here.gives("listed", (giver,), mission, here.in_words(counted), (phrase.first, last), 0.8)


def brought_together(here: Telling) -> None:
    """Read "Operation X brings together the United Kingdom, Bahrain and Canada": who takes part in it."""
    clause, builder = here.clause, here.builder
    founded = clause.passive and here.opens("starts")  # was set up by Burundi, Kenya and Uganda
    sides = (clause.objects, clause.subjects) if founded else (clause.subjects, clause.objects)
    mission = next((r for p in sides[0] for r in p.refs_of("mission")), None)
    phrase = sides[1][0] if sides[1] else None
    joined = founded or not here.pack.classes_of("joining").isdisjoint(clause.lows(here.tokens))
    if mission is None or phrase is None or not joined or not phrase.refs_of("state"):
        return
    states = [r for r in phrase.everyone() if r.kind == "state" and r.id and not r.body]
    if len(states) < SEVERAL:
        return
    builder.leave_out(here.told("mediate", "consult"))
    for state in states:
        here.gives_contingent(state, mission, phrase)


def with_ships(here: Telling) -> None:
    """Read "a Greek frigate with EUNAVFOR Aspides" and "six helicopters fly for MINUSMA": whose ship or aircraft is in a mission."""
    working = here.opens("serve")
    for phrase, after in itertools.pairwise(here.clause.phrases):
        mission, states = after.refs_of("mission")[:1], states_of(phrase)
        beside = after.start == phrase.last + 1 or (working and phrase.pronoun == "relative")
        inside = beside and bool({"with", "of", "in"} & set(after.relations))
        inside = inside or (phrase in here.clause.subjects and bool({"for", "with"} & set(after.relations)))
        sides = (*here.clause.subjects, *here.clause.objects)
        inside = inside or (working and phrase in sides and bool({"to", "in", "at"} & set(after.relations)))
        if len(states) != 1 or not mission or not inside:
            continue
        assets = assets_of(phrase)
        if assets and not here.told("contribution"):
            here.gives_contingent(states[0], mission[0], phrase, assets=assets, modality="actual")


def assets_of(phrase: Phrase) -> tuple[Asset, ...]:
    """Return the ships or aircraft that a phrase tells of, with how many; nothing where it tells of none."""
    named, code = next(((n, s.code) for n in phrase.named for s in n.forms("asset") if s.code), (None, None))
    if named is None or code is None:
        return ()
    counted = phrase.number.quantity(code, phrase.text) if phrase.number is not None else None
    return (Asset(name=code, text=named.text, quantity=counted),)


def formations(here: Telling) -> None:
    """Read "the Indian battalions of UNMISS" and "the British and Slovak soldiers of UNFICYP": whose people are in a mission."""
    for phrase in here.clause.phrases:
        states = states_of(phrase) if phrase.number is None else []
        if not states:
            continue
        formed = bool(phrase.words & _formed(here))
        troops = not formed and _soldiers(here, phrase)
        gone = here.pack.classes_of("former") | here.pack.classes_of("ending")
        if not (formed or troops) or phrase.words & gone:
            continue
        chain = itertools.takewhile(lambda p: not p.refs_of("state"), dependents(phrase, here.clause))
        mission = tuple(
            r for p in (phrase, *itertools.islice(chain, 1 if troops else None)) for r in p.refs_of("mission")
        )
        if not mission and not troops and len(states) > 1 and phrase.definite:
            mission = here.discourse.missions_here()  # carry water for the Fijian, Irish and Nepalese contingents
        near = any(
            here.tokens[p.start].low in here.pack.classes_of("beside") for p in dependents(phrase, here.clause)[:1]
        )
        given = {r.id for d in here.told("contribution") for r in d.fields["roles"]["contributor"]}
        told = bool(given) if len(states) == 1 else not given.isdisjoint(r.id for r in states)
        if not mission or near or told or here.told("withdraw", "end") or (troops and here.told(*_BEFALLS)):
            continue  # patrol close to UNIFIL's posts
        still = here.is_any(here.pack.plain_being)
        place = refs_in((p for p in here.clause.phrases if still and "in" in p.relations), "place")
        size = next(
            (p.many() for p in dependents(phrase, here.clause)[:1] if "of" in p.relations and p.counted()), None
        )
        for state in states:
            many = size if len(states) == 1 else None  # a battalion of 870
            here.gives_contingent(state, mission[0], phrase, many=many, modality="actual", place=place)


# What tells of some of them, not of whose they are.
_BEFALLS = ("attack", "clash", "detain", "release", "expel", "obstruct")


def _formed(here: Telling) -> frozenset[str]:
    """Return the words for formations that are no single members."""
    return here.pack.classes_of("formation") - here.pack.classes_of("member")


def _soldiers(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase speaks of all soldiers of some states: "British and Slovak soldiers", not "a French soldier"."""
    if phrase.single or phrase.person is not None or phrase.senses("function") or phrase.words & here.pack.bystanders:
        return False
    nationals = phrase.definite and phrase.noun is None and bool(phrase.senses("national"))  # the Irish of UNIFIL
    return nationals or (phrase.is_people and bool(phrase.adjective_refs))


def mostly(here: Telling) -> None:
    """Read "800 soldiers, most of them from Argentina and Slovakia" and "mainly Nepalese": whose people most of a mission's are."""
    clause, words = here.clause, here.pack.classes_of("mostly")
    marks = [i for i in clause.order if here.tokens[i].low in words]
    for n, phrase in enumerate(clause.phrases if marks else ()):
        people = next((p for p in reversed(clause.phrases[:n]) if p.is_people and p.counted()), None)
        if people is None or phrase.counted() or people.refs_of("state") or people.words & here.pack.bystanders:
            continue
        given = "by" in phrase.relations and here.opens("contribute")  # for the most part supplied by China
        nationals = not given and (phrase.bare or "from" not in phrase.relations)
        listed = (phrase, *phrase.group)
        states = [
            r
            for p in listed
            for r in ((p.adjective_refs or p.refs) if nationals else p.refs)
            if r.kind == "state" and r.id
        ]
        last = listed[-1].last
        near = any(people.last < m <= phrase.first or last < m <= last + _BEHIND for m in marks)
        if not states or not near or any(r.body not in (None, "armed_forces", "population") for r in states):
            continue
        if nationals and not all(p.senses("national") or p.adjective_refs for p in listed):
            continue
        told = [r for d in here.told("strength") for r in d.fields["roles"]["mission"]]
        mission = tuple(told) or refs_in(clause.phrases, "mission")
        for state in states if mission else ():
            here.gives_contingent(state, mission[0], phrase, modality="actual")


_BEHIND = 3  # tokens: "des Zambiens pour la plupart"


def formations_there(here: Telling) -> None:
    """Read "the two Indian battalions sit in Malakal" where the report speaks of one mission there: they are its."""
    clause, formed = here.clause, _formed(here)
    for phrase in clause.subjects if here.is_any(here.pack.plain_being) else ():
        states = states_of(phrase) if phrase.words & formed and phrase.definite else []
        place = refs_in((p for p in clause.phrases if "in" in p.relations), "place")
        mission = here.discourse.mission_at(place[0]) if len(states) == 1 and place else ()
        if mission and not refs_in(clause.phrases, "mission") and not here.told("contribution", "withdraw", "end"):
            here.gives_contingent(states[0], mission[0], phrase, modality="actual", place=place)


_WHOLE = frozenset({None, "armed_forces", "government", "population"})  # bodies that stand for a state


def keeps_there(here: Telling) -> None:
    """Read "Ghana, which has a battalion of 800 soldiers there," and "Spain keeps observers in Aceh": who has people with a mission."""
    clause, discourse = here.clause, here.discourse
    verbs = here.pack.classes_of("having") | here.pack.classes_of("keeping")
    givers = (q for p in clause.subjects for q in (p, *p.group))
    states = [r for q in givers for r in states_of(q) if r.body in _WHOLE]
    there = [p for p in clause.phrases if p.pronoun == "place_pronoun"]
    inside = [p for p in clause.phrases if p not in there and {"in", "at", "with"} & set(p.relations)]
    named = tuple(r for r in refs_in(inside, "mission") if r.id)
    if not named and refs_in((p for p in clause.phrases if p not in there), "mission"):
        return
    if not states or not here.is_any(verbs) or here.told("contribution", "presence"):
        return
    place = [r for r in refs_in((p for p in clause.phrases if "in" in p.relations), "place", "state") if r.body is None]
    mission = named or refs_in(there, "mission") or (discourse.mission_near(anywhere=True) if there else ())
    mission = mission or (discourse.mission_at(place[0]) if place else ())
    formed = _formed(here)
    for given in clause.objects if mission else ():
        troops = given.is_people and given.bare and not given.words & here.pack.bystanders
        if given.owned or not (troops or given.words & formed) or given.refs_of("state"):
            continue
        counted = [given, *(p for p in dependents(given, clause) if "of" in p.relations and p.is_people)]
        many = next((p.many() for p in counted if p.counted()), None) if len(states) == 1 else None
        for state in states:
            here.gives_contingent(state, mission[0], given, many=many, modality=here.modality)
        return


def countries(here: Telling) -> None:
    """Read "Burundi, Kenya and Uganda, the troop-contributing countries": who they are stands beside them."""
    phrases, words = here.clause.phrases, here.pack.classes_of("column_contributor")
    for n, whole in enumerate(phrases):
        if whole.noun != "country" or not whole.words & words:
            continue
        chain = [whole, *itertools.takewhile(lambda p: not p.refs_of("state"), dependents(whole, here.clause))]
        mission = tuple(r for p in chain for r in p.refs_of("mission"))[:1]
        mission = mission or here.discourse.missions_here()[:1]
        lists = (p for p in phrases if p is not whole and len(p.group) + 1 >= SEVERAL and p.refs_of("state"))
        for head in lists if mission and n else ():
            behind = here.tokens[chain[-1].last + 1 : head.first]  # …, à savoir le Burundi
            named = bool(behind) and behind[0].text == "," and all("verb" not in t for t in behind)
            ends = (head.group[-1].last + 2 == whole.first, named and len(behind) <= _NAMELY)
            for state in [r for p in (head, *head.group) for r in p.refs_of("state")] if any(ends) else ():
                here.gives_contingent(state, mission[0], head, modality="actual")


_NAMELY = 4  # tokens: a comma, "à savoir" and an article


def among_them(here: Telling) -> None:
    """Read "… serve with NMI, among them Finns, Swedes and Australians": whose people are among those of a mission."""
    clause, allotted = here.clause, here.pack.classes_of("allotted")
    mission = refs_in(clause.phrases, "mission")[:1]
    if not mission and any(p.noun == "contribution" for p in clause.phrases):
        mission = here.discourse.main_mission()
    ahead = "plan" in clause.attitudes or not allotted.isdisjoint(clause.lemmas.values())  # have promised troops
    for before, phrase in itertools.pairwise(clause.phrases if mission else ()):
        beside = before.last + 1 == phrase.first and "among" in before.relations and before.pronoun is not None
        people = phrase.words & here.pack.classes_of("citizens") or phrase.number is not None
        if not beside or people:
            continue
        for part in (phrase, *phrase.group):
            for state in part.refs_of("state")[:1]:
                here.gives_contingent(state, mission[0], part, modality="planned" if ahead else "actual")


def peacekeepers(here: Telling) -> None:
    """Read "has sent a company of Ethiopian peacekeepers": whose blue helmets are in the mission."""
    for phrase in here.clause.phrases:
        states = states_of(phrase)
        if phrase.number is not None or len(states) != 1 or not here.pack.blue(phrase.text):
            continue
        found = mission_in(here)
        places = [r for r in refs_in(here.clause.phrases, "place", "state") if r.body is None]
        fitting = here.discourse.could_be((found,), places) if found is not None else ()
        if not fitting or phrase.words & here.pack.classes_of("former"):
            continue
        known = (d.fields["roles"] for d in here.builder.drafts if d.fields["predicate"] == "contribution")
        given = any(r.id == states[0].id for roles in known for r in roles.get("contributor", ()))
        if not given and states[0].country not in here.discourse.hosts_of(fitting[0].id):
            span = (phrase.first, phrase.last)
            here.gives("peacekeepers", states, fitting[:1], None, span, 0.7, modality="actual")


def states_of(phrase: Phrase) -> list[EntityRef]:
    """Return the states that a phrase names, by its adjective first, each once."""
    own = (r for r in (*phrase.adjective_refs, *phrase.refs) if r.kind == "state" and r.id)
    return list({r.id: r for r in own}.values())


def mission_in(here: Telling) -> EntityRef | None:
    """Return the mission that a clause, or the one it hangs on, speaks of; else the only one of the report."""
    near = [here.clause, *([here.clause.parent] if here.clause.parent is not None else [])]
    found = (r for c in near for p in c.phrases for r in p.refs_of("mission"))
    return next(found, None) or next(iter(here.discourse.main_mission()), None)

"""What is so, not what happens: contributions, strength, posts (who is where: ``present.py``, periods: ``terms.py``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.commanding import is_office, leads_something, only_a_part, parts
from missionwatch.reading.frames.dating import forward, promised_for, to_come
from missionwatch.reading.frames.headcounts import (
    counted_alone,
    counts_formations,
    of_a_part,
    only_part,
    people_told,
    told_aside,
)
from missionwatch.reading.frames.leaving import guessed
from missionwatch.reading.frames.mentions import Group
from missionwatch.reading.frames.phrases import A_FEW, brought_to, final_first, nationals, number_alone
from missionwatch.reading.frames.placing import at_own_base, on_their_own
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.senses import MISSION_POSTS
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Evidence


def contribution(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say who takes part in which mission, with how many and what."""
    if match.frame.name == "contribute" and match.phrase is not None and not match.light:
        return None  # "de bijdrage eindigt": a period, not a contribution
    people = people_told(match, builder.pack)
    if people is None and match.frame.name in _GIVING and _only_goods(match, builder):
        return None
    if people is not None and people[0] in match.clause.phrases[:1] and {"of", "among"} & set(people[0].relations):
        return None  # among the 700, 130 come from Spain; of the 700, most are Spaniards
    anaphors = (p for p in match.reach() if p.anaphor in ("one_of", "the_other", "the_others"))
    anaphor = next((p for p in anaphors if not only_part(p, match.clause)), None)
    group = builder.discourse.group if anaphor is not None else None
    contributor = match.fill("contributor")
    if (
        people is not None
        and people[0].words & builder.pack.outsiders
        and {r.kind for r in contributor} == {"organisation"}
    ):
        return None  # UNHCR counts 4,000 refugees
    beside = people is not None and "beside" in people[0].relations
    if beside and any(r.kind == "mission" for p in match.clause.subjects for r in p.refs):
        return None  # together with 2,000 French soldiers the force is …: they are none of it
    if people is not None and not any(r.id for r in contributor):
        contributor = tuple(r for r in people[0].refs if r.kind == "state") or contributor
        if match.frame.name == "serve" and not people[0].by_country and _in_all(builder, match, sentence):
            return None  # in ISAF as a whole 85,000 soldiers serve: not ours alone
        if match.frame.name == "serve" and not people[0].words & builder.pack.bystanders:
            contributor = builder.discourse.ours() or contributor  # a government's letter: "Four officers serve in …"
    mission = match.fill("mission") or (group.mission if group is not None else ())
    if match.frame.name == "serve" and match.phrase is None and tells_of_harm(match.clause, builder.pack):
        return None  # a shell landed in the camp, wounding one Ghanaian soldier
    of_it = any(p.pronoun == "genitive_pronoun" for p in match.reach())  # en fournit 1 400
    if people is not None and people[0].pronoun == "relative" and "of" in people[0].relations:
        part = next((p for p in match.clause.objects if p.counted() > 1 and number_alone(p, sentence.tokens)), None)
        people = counted_alone(part) if part is not None else people  # 2,200 people, of whom Lithuania provides 14
    if people is None and of_it and (number := next((p for p in match.clause.objects if p.number is not None), None)):
        people = counted_alone(number)
    giving = match.frame.name in _GIVING and match.phrase is None
    if (
        people is None
        and giving
        and (alone := _so_many(match, sentence))
        and (of_it or _counted_before(builder, sentence))
    ):
        people = counted_alone(alone)
    rest = "rest" in match.only
    head = match.clause.subjects[0] if match.clause.subjects else None
    being = match.phrase is None and match.clause.lemmas.get(match.anchor) in builder.pack.being
    if being and head is not None and head.counted() and number_alone(head, sentence.tokens):
        people = counted_alone(head)  # of the 10,000, 1,200 are Indonesian
    above = match.clause.parent
    if not mission and giving and match.clause.reduced and match.clause.passive and above is not None:
        # its ships, supplied by Greece
        mission = tuple(r for p in above.subjects for r in p.refs if r.kind == "mission")
        if not mission and people is None and not any(p.number for p in match.reach()):
            return None  # will fly home aboard aircraft lent by Italy
    theirs = match.frame.name == "come_from"
    where = tuple(r for r in match.fill("place") if r not in of_a_part(match.clause))
    several = builder.pack.classes_of("several_missions")
    shared = any(p.words & several for p in match.clause.phrases)  # the missions have 460 of ours: together
    if (
        not mission
        and not shared
        and not _accused(match.clause)
        and (people is not None or (giving and (rest or _given(match))) or theirs or match.frame.name == "join_in")
    ):
        apart = at_own_base(match, builder.pack) or on_their_own(match.clause.phrases, builder.pack)
        apart = apart or any(p.pronoun == "relative" and p.noun == "mission" and not p.refs for p in match.reach())
        mission = () if apart else _understood(builder, match.frame.name in _GIVING, where)
        mission = mission if giving else builder.discourse.joined(mission, contributor)
        hosts = {host for one in mission for host in builder.discourse.hosts_of(one.id)}
        if any(r.country in hosts for r in contributor):
            return None  # Sudan will send troops to Darfur: not to the mission there
    place = tuple(r for r in where if r.kind == "place" or r.body is None)
    if group is not None:
        contributor = contributor or group.refs
    contributor = tuple(r for r in contributor if r.kind in ("state", "organisation") or r.id is None)
    whose = builder.discourse.register.mission(mission[0].id) if mission else None
    national = whose is not None and whose.operator.startswith("state:") and people is not None
    runs = {whose.operator} if whose is not None and not national else set()  # Italy keeps 250 instructors in its own
    contributor = tuple(r for r in contributor if r.id not in runs and not _part_of(builder, r, runs))
    there = builder.discourse.hosts_of(mission[0].id) if mission else ()
    contributor = tuple(r for r in contributor if r.body != "government" or r.country not in there)  # not the host's
    contributor = tuple(r for r in contributor if r.country not in there or not guessed(match, (r,)))  # the soldiers
    assets = builder.assets(match)
    if not any(r.id for r in contributor) or not (mission or _promised(match, contributor, place, people or assets)):
        return None
    serving = match.frame.name == "serve" and people is None and group is None and not assets
    if serving and not any(
        one.id == r.id
        for name in ("subject", "object")
        for p in match.relations.get(name, ())
        for one in p.refs
        for r in contributor
    ):
        return None  # "onder Duitse leiding staat": whose command, not who serves
    if people is None and not assets and any(t.frame == "lead" for p in match.clause.phrases for t in p.triggers):
        return None  # has the command, hands it over
    only_is = match.clause.lemmas.get(match.anchor) in builder.pack.plain_being and match.frame.name != "join_in"
    if only_is and people is None and anaphor is None and not (head is not None and nationals(head)):
        return None  # but: the Irish are in UNIFIL
    roles: dict[str, tuple[EntityRef, ...]] = {"contributor": contributor} | (
        {"mission": mission[:1]} if mission else {}
    )
    if place:
        roles["place"] = place[:1]
    quantity = people[1] if people is not None and not _some_of_them(match, people[0], contributor) else None
    if people is not None and people[0].only_number and counts_formations(match.clause, builder.pack):
        quantity = None
    if anaphor is not None and group is not None:
        quantity = group.take(anaphor)
    elif anaphor is not None and anaphor.number is not None:
        quantity = anaphor.number.quantity("people", anaphor.text)  # supplies 130 of them
    if group is None and len(both := {m.id: m for m in mission if m.id}) > 1:
        roles["mission"], quantity = tuple(both.values()), None  # so many in both together
    fields: dict[str, Any] = {"roles": roles, "quantity": quantity, "assets": assets}
    function = builder.function(match)
    if function and function not in _SPEAKERS:
        fields["function"] = function
    fields["time"] = builder.when(match.times, forward=forward(match) or promised_for(match, sentence))
    if giving and match.clause.present and match.modality == "actual":
        fields |= to_come(builder, match, fields["time"])
    if people is not None and told_aside(people[0], match.clause, sentence.tokens):
        fields |= {"modality": "actual", "negated": False} | (
            {} if fields["time"] and fields["time"].relation == "since" else {"time": None}
        )
    evidence = builder.evidence(sentence, match.first, match.last)
    if group is not None:
        fields["more"] = (group.evidence,)
    elif people is not None:
        builder.discourse.group = Group(contributor, mission[:1], evidence, people[1].value)
    fields["confidence"] = 0.92 if group is None else 0.8
    if match.frame.modality:
        fields["modality"] = match.frame.modality
    if function in MISSION_POSTS and people is None and giving:  # Italy will provide the force commander
        roles = {"leader": contributor[:1], "mission": mission[:1]}
        return {"predicate": "leadership", "roles": roles}
    return fields


def _in_all(builder: Builder, match: Match, sentence: Sentence) -> bool:
    """Say whether a clause counts all people of a mission: "in ISAF as a whole", "altogether"."""
    return not builder.pack.classes_of("as_a_whole").isdisjoint(match.clause.lows(sentence.tokens))


def _only_goods(match: Match, builder: Builder) -> bool:
    """Say whether no more than goods are given, which make nobody a contributor: "lends the mission its trucks and fuel"."""
    clause, goods = match.clause, builder.pack.classes_of("goods")
    given = [p for p in clause.objects if p.bare and not any(r.kind == "mission" for r in p.refs)]
    if clause.reduced and clause.passive and clause.parent is not None:  # the vehicles given by Canada
        given = given or [p for p in clause.parent.phrases if p.last == clause.first - 1]
    given = given or [p for p in clause.phrases if "with" in p.relations]  # supplies it with fuel
    parts = [p for whole in given for p in (whole, *whole.group) if p.pronoun is None]  # lends "them" weapons
    return bool(parts) and all(p.words & goods for p in parts)


def _so_many(match: Match, sentence: Sentence) -> Phrase | None:
    """Return the number of people that a clause gives without saying so, right behind its verb: "Ghana contributes 1,200, Nepal 780"."""
    given = (p for p in match.clause.objects if p.first == match.anchor + 1 and p.counted() >= A_FEW)
    return next((p for p in given if number_alone(p, sentence.tokens)), None)


def _counted_before(builder: Builder, sentence: Sentence) -> bool:
    """Say whether people of a mission were counted just before, in the same paragraph."""
    return any(
        d.fields["predicate"] in ("strength", "contribution") and d.fields.get("quantity") for d in builder.drafts[-_NEAR:]
        if d.paragraph == sentence.paragraph
    )  # fmt: skip


_NEAR = 4  # statements


def _some_of_them(match: Match, people: Phrase, contributor: tuple[EntityRef, ...]) -> bool:
    """Say whether a state's adjective tells only of some of those a mission has: "compte 600 soldats, surtout autrichiens"."""
    of_all = match.phrase is None and any(r.kind == "mission" for p in match.clause.subjects for r in p.refs)
    told = [p for p in match.relations.get("adjective", ()) if any(r in p.refs for r in contributor)]
    return of_all and bool(told) and all(p.first > people.last + 1 for p in told)


def _part_of(builder: Builder, ref: EntityRef, whole: set[str]) -> bool:
    """Say whether somebody is an organ of one of these: the Security Council gives the UN's missions nobody."""
    return f"organisation:{builder.discourse.register.parent_of(ref.id or '')}" in whole


# Posts of those who speak for who gives people; nobody gives a mission such a post.
_SPEAKERS = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister", "ambassador",
    "spokesperson", "chief-of-defence", "secretary-general",
})  # fmt: skip
_GIVING = frozenset({"contribute", "pledge", "come_from", "join_in"})  # frames of who gives, not of who is there


def _promised(match: Match, giver: Sequence[EntityRef], place: Sequence[EntityRef], given: object) -> bool:
    """Say whether people or ships are promised for a place, whatever mission takes them there: "1,000 police officers for Haiti"."""
    abroad = bool(place) and all(r.country != place[0].country for r in giver)
    rejected = any(t == "reject" for t in match.clause.attitudes) and match.phrase in match.clause.objects
    return match.frame.name == "pledge" and bool(given) and abroad and not rejected


def _understood(builder: Builder, giving: bool, place: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
    """Return the mission that a report speaks of (there), where people given or stationed can only be its own."""
    there = builder.discourse.mission_at(place[0]) if place else ()
    return there or (builder.discourse.mission_near(anywhere=not place) if giving else ())


def _accused(clause: Clause) -> bool:
    """Say whether a clause tells what somebody is accused of: whoever sent mercenaries gave them to no mission."""
    above = clause.parent.attitudes if clause.parent is not None else frozenset()
    return "accuse" in clause.attitudes | above


def _given(match: Match) -> bool:
    """Say whether ships, aircraft or uncounted troops are given: "a frigate", "troops"."""
    reach = (p for p in match.reach() if p not in match.clause.subjects)
    return any(p.senses("asset") or (p.is_people and (p.bare or p.relations == ("with",))) for p in reach)


def strength(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say how many people a mission has."""
    mission = match.fill("mission")
    if match.phrase is not None and match.phrase.refs and match.phrase.refs[0].kind == "mission":
        mission = (match.phrase.refs[0],)
    has = match.phrase is None and match.anchor in match.clause.verbs and not match.clause.passive
    theirs = [r for p in match.clause.subjects for r in p.refs]
    if any(p.pronoun == "relative" for p in match.clause.subjects):
        theirs += match.clause.antecedent  # une armée qui en compte douze mille
    if has and any(r.kind == "state" or r.body == "armed_forces" for r in theirs):
        return None  # l'Allemagne, qui y compte un millier de soldats
    all_said = [p for p in match.reach() if p.anaphor != "one_of"]  # not: three frigates, one of them Greek
    people = next((p for p in all_said if p.number is not None and p.is_people and not p.adjective_refs), None)
    if people is None and "numbered" in match.only:
        alone = [p for p in all_said if p.counted() and number_alone(p, sentence.tokens)]
        people = next(iter(final_first(alone)), None)
    if not mission and builder.discourse.post is not None:
        mission = builder.discourse.post.mission  # onder zijn leiding staan 800 militairen
    if not mission and "mission" not in match.only and match.frame.name == "strength" and _of_it(match, sentence):
        mission = builder.discourse.missions_here()  # er zijn 600 mensen aan verbonden
    if not mission and "numbered" in match.only and any(p.pronoun for p in match.clause.subjects):
        mission = builder.discourse.missions_here()  # it stands at 4,500
    if not mission or people is None or people.number is None:
        return None
    if match.phrase is not None and (people not in dependents(match.phrase, match.clause) or "by" in people.relations):
        return None  # its strength was raised by 700 soldiers
    part = people.share is not None or people.adds(builder.pack.additional)
    serving = match.frame.name == "serve" and bool(builder.discourse.ours())
    serving = serving and not _in_all(builder, match, sentence)  # its own people, not all of them
    if part or serving or len({r.id for r in people.refs if r.kind == "state"}) == 1:
        return None
    parts = builder.pack.classes_of("formation")
    apart = (
        match.phrase is None and sentence.tokens[match.anchor - 1].text == ","
    )  # three companies, comprising 300 men
    beside = [p for p in match.clause.phrases if apart and p.last == match.anchor - 2]
    subjects = [*match.relations.get("subject", ()), *beside]
    if any(p.noun == "contribution" or (p.words & parts and p.noun != "mission") for p in subjects):
        return None  # the Belgian detachment, the Finnish share, the UNTAC battalion has 175 soldiers: not the whole mission
    # not: UNIFIL, 10,000 strong, must …
    said = match.anchor in match.clause.verbs or match.anchor - 1 in match.clause.verbs
    to_be = brought_to(people) and match.phrase is not None  # wants to cut the force to 8,000
    start = match.clause.first + 2
    fronted = [t for t in match.times if said and t.relation == "at" and t.first < start]  # au 15 avril, la force …
    if not (fronted or match.clause.present or match.clause.future):  # had 1,223 soldiers in May
        fronted = [t for t in match.times if said and t.relation == "at" and t.resolver is not None and not t.owned]
    above = match.clause.parent if match.clause.link in ("content", "purpose") else None
    # wants MONUSCO to have 16,000 soldiers
    wanted = above is not None and (
        not builder.pack.intending.isdisjoint(above.lemmas.values()) or "demand" in above.opened(builder.pack)
    )
    modality = match.modality if said else match.clause.modality if to_be else "actual"
    modality = modality if modality in ("planned", "required", "possible") else "actual"
    rising = match.clause.link == "purpose" and said and match.clause.verbs[:1] == [match.anchor]
    modality = "planned" if rising and modality == "actual" else modality  # agreed to bring it up to 6,000
    modality = "planned" if modality == "required" else modality  # must number 2,500 in the end: that is planned
    return {
        "roles": {"mission": mission[:1]},
        "quantity": people.number.quantity("people", people.text),
        "modality": "required" if wanted else modality,
        "time": builder.when(fronted, forward=False) or (builder.day if match.clause.link == "main" else None),
    } | ({} if said else {"negated": False})  # does not contribute to UNIFIL, 10,000 strong


def _of_it(match: Match, sentence: Sentence) -> bool:
    """Say whether a clause speaks of what belongs to "it": "er … aan verbonden"."""
    return any("existential" in sentence.tokens[i] for i in match.clause.order)


def post(builder: Builder, match: Match, _sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say who holds which post."""
    person = match.fill("person")
    if match.frame.name == "command_rests" and parts(match.clause.subjects, builder.pack):
        return None  # the Danish battalion obeys Colonel X
    if match.phrase is None and any(is_office(p, builder.pack) for p in match.clause.objects):
        return None  # heads the MINUSMA office in Gao
    if match.phrase is None and any(p.senses("asset") for p in match.clause.objects):
        return None  # commanded the frigate
    if leads_something(match, builder.pack):
        return None  # is in charge of the inquiry
    known = builder.discourse.post
    if known is not None and (not person or known.person.id != person[0].id):
        known = None
    mission = match.fill("mission") or (known.mission if known is not None else ())
    led = match.phrase is None and match.anchor in match.clause.verbs and not match.clause.passive
    if (
        person
        and not mission
        and led
        and any(_goes_unsaid(p) for p in match.clause.objects if p not in match.clause.subjects)
    ):
        mission = builder.discourse.mission_near(anywhere=True)  # General X leads it
    if person and not mission and (match.fixed and "mission" not in match.only):
        mission = builder.discourse.mission_near(anywhere=True)  # aan het hoofd staat X
    if not person or (known is None and not mission):
        return None
    who = known.person if known is not None else builder.discourse.known_person(person[0])
    roles = {"person": (who,)} | ({"mission": mission[:1]} if mission else {})
    more: tuple[Evidence, ...] = ()
    if known is not None:
        known.mission = known.mission or mission[:1]
        more = (known.evidence,) if known.evidence is not None else ()
    rank = known.rank if known is not None else None
    function = next((s.code for p in match.relations.get("as", ()) for s in p.senses("function")), None)
    function = function or (known.function if known is not None else None)
    if match.phrase is not None or not only_a_part(match.clause, builder.pack):
        function = function or _led(builder, match, mission, rank)  # not: a colonel commands a battalion of it
    if not mission and function == "mission-commander":
        return None  # coup plotters under General X: no mission is
    his = (p for p in match.clause.subjects if any(r.text == person[0].text for r in p.refs))
    rank = rank or next((s.code for p in his for s in p.senses("rank")), None)  # the Danish general, who …
    time = builder.when(match.times, forward=forward(match))
    said = match.phrase is None and match.clause.present and match.modality == "actual"
    later = to_come(builder, match, time) if said else {}  # takes command in May
    told = {"roles": roles, "function": function, "rank": rank, "time": time, "more": more, "confidence": 0.85}
    return told | later


def _goes_unsaid(phrase: Phrase) -> bool:
    """Say whether a phrase can only mean the mission spoken of: "it", "her", "the Force"."""
    alone = phrase.first == phrase.last and phrase.definite and not phrase.named and phrase.noun is None
    return bool(phrase.pronoun) or alone or (phrase.definite and phrase.noun == "mission" and not phrase.refs)


def _led(builder: Builder, match: Match, mission: tuple[EntityRef, ...], rank: str | None) -> str | None:
    """Return what who leads a mission is, where only the verb says so."""
    if not mission or not (rank or match.frame.function == "mission-commander"):
        return match.frame.function if mission else None
    return builder.discourse.command(mission[:1])

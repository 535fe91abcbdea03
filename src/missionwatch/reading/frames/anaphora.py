"""Pronouns and "one of them": whom they take up."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.lands import spot_spoken_of
from missionwatch.reading.frames.mentions import taken_up
from missionwatch.reading.frames.phrases import SOME, number_alone
from missionwatch.reading.frames.remnants import some_of_those, whose_people
from missionwatch.reading.frames.senses import body_of, gender_of
from missionwatch.reading.frames.topping import so_many_more
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import Body

_SPEAKING = frozenset({"organisation", "mission"})  # who says "we" in a statement of its own


_RECENT = 12  # refs; someone named further back is not "he"


def count_on(clause: Clause, tokens: Sequence[Token], discourse: Discourse) -> None:
    """Let a number alone count those counted last: "10,000 soldiers. Ireland supplies 340 of them": "Ierland levert er 340"."""
    whole: Phrase | None = None
    moved = bool(clause.verbs) and not clause.passive and not clause.opened(discourse.pack).isdisjoint(_MOVES)
    for phrase in clause.phrases:
        if phrase.number is None:
            continue
        if (
            moved
            and discourse.counts_people
            and _so_many_go(phrase, clause, tokens)
            and whose_people(discourse) is not None
        ):
            phrase.noun, phrase.anaphor, phrase.definite = "people", "some_of", True  # about 60 have gone home
            continue
        if some_of_those(phrase, tokens, discourse.pack) and whose_people(discourse) is not None:
            phrase.noun, phrase.anaphor, phrase.definite = "people", "some_of", True  # the first ninety
            continue
        if discourse.counts_people is not False and so_many_more(phrase, tokens, discourse.pack):
            phrase.noun = "people"
            phrase.anaphor = "some_of" if discourse.group is not None else None
            continue
        if phrase.only_number and phrase.first:
            before = phrase.first - (2 if "adverb" in tokens[phrase.first - 1] else 1)
            if discourse.counts_people and "of_those" in tokens[before]:
                phrase.noun = "people"
                phrase.named = list(whole.named) if whole is not None else []  # of the 130 Danish soldiers, 100 go to …
        elif phrase.noun not in (None, "spell", "distance") or phrase.named:
            discourse.counts_people = phrase.is_people and not phrase.senses("asset")
            whole = phrase if "of" in phrase.relations and discourse.counts_people else None


def _so_many_go(phrase: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a number and nothing else stands where the doer does: "About 60 had already left in February"."""
    before = (p for p in clause.phrases if p.bare and p.last < phrase.first)
    more = any(p.start == phrase.last + 1 and "of" in p.relations for p in clause.phrases)  # une centaine | de soldats
    first = not more and clause.finite is not None and phrase.last < clause.finite and not any(before)
    return first and phrase.bare and phrase.counted() >= SOME and number_alone(phrase, tokens)


_MOVES = frozenset({"withdraw", "deploy", "arrive", "reinforce"})  # frames


def of_content(phrase: Phrase, clause: Clause, pack: Pack) -> bool:
    """Say whether an object pronoun takes up what was said or asked, and nobody: "l'a demandé"; but "les exhorte à y renoncer"."""
    several = phrase.words & pack.classes_of("plural_object")
    return phrase.pronoun == "object_pronoun" and bool(clause.attitudes & _OF_CONTENT) and not several


# Verbs with a content.
_OF_CONTENT = frozenset({"say", "know", "plan", "demand", "deny", "ask", "weigh"})


def _last_person(discourse: Discourse, gender: str | None) -> EntityRef | None:
    """Return the person of a gender spoken of last, and not long ago."""
    since = min(_RECENT, len(discourse.spoken) - discourse.someone_at)  # a spokesman said …: he is none of those before
    people = (r for r in islice(discourse.spoken_of(), since) if r.kind == "person")
    return next((r for r in people if gender is None or discourse.genders.get(r.id or "", gender) == gender), None)


def the_officer(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whom "the general" takes up: the last officer of that rank, or who was just named and of whom no post was told."""
    ranks = {s.code for s in phrase.senses("rank") if s.code}
    plain = phrase.definite and phrase.number is None and not (phrase.specified or phrase.owned or phrase.unknown_name)
    bare = sum(n.last - n.first + 1 for n in phrase.named) >= phrase.last - phrase.first  # not: the major powers
    if not ranks or not plain or not bare:
        return None
    lands = {r.country for r in discourse.adjectives(phrase)} | {None}
    fits = [o for o in discourse.officers[-_OFFICERS:] if len(lands) == 1 or o.person.country in lands]
    same = next((o.person for o in reversed(fits) if any(a.endswith(b) for a in o.ranks for b in ranks)), None)
    last = discourse.officers[-1] if discourse.officers else None
    near = last is not None and len(discourse.spoken) - last.at < _RECENT and not (last.ranks or last.titled)
    if same is None and last is not None and near and last in fits:
        same = last.person
    return renamed(same, phrase.text) if same is not None and same.id else same


_OFFICERS = 4  # persons; whoever was named further back is not "the general"


def _since_anyone(discourse: Discourse, topic: EntityRef) -> bool:
    """Say whether a topic was told of again after any person was: "X lives in Niamey. Le gouvernement s'en félicite. Il …"."""
    last = next((r for r in discourse.spoken_of() if r.kind == "person" or r.id == topic.id), None)
    return last is not None and last.kind != "person"


def _members(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whose statement it is where "they" think, want or say and were told as its members, and only victims were spoken of since."""
    several = phrase.words & discourse.pack.classes_of("plural_pronoun") and phrase.opines
    people = all(r.kind == "state" and r.body in _MANY for r in discourse.topic)
    head = frozenset(discourse.report.text[:200].lower().split())
    if not several or not people or head.isdisjoint(discourse.pack.classes_of("statement_noun")):
        return None
    return discourse.members


def taken_up_by(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whom a pronoun or "one of them" takes up: who was spoken of, counted or quoted before."""
    kind = phrase.anaphor or phrase.pronoun
    if kind == "some_of":
        theirs = whose_people(discourse)
        return [renamed(theirs, phrase.text, "armed_forces")] if theirs is not None else []
    if kind in ("one_of", "the_other", "the_others", "together"):
        counted = discourse.group.refs if discourse.group is not None else []
        both = _both(discourse, phrase) if kind == "together" and len(counted) != _TWO else []
        return both or [renamed(r, phrase.text) for r in counted]
    if kind == "dative_pronoun":
        if phrase.words & discourse.pack.classes_of("plural_dative"):
            return _several(discourse, phrase)
        sides = ("state", "group", "organisation", "person", "mission")
        last = next((r for r in discourse.spoken_of() if r.kind in sides and r.id not in discourse.here), None)
        if last is not None and last.kind == "mission" and [r.kind for r in discourse.topic] == ["mission"]:
            last = discourse.topic[0]  # La MINUSCA remplace la MISCA. Il lui revient de …
        return [renamed(last, phrase.text)] if last is not None else []
    if kind == "latter":
        last = _latter(discourse, phrase)
        return [renamed(last, phrase.text)] if last is not None else []
    if kind == "genitive_pronoun":
        return [renamed(ref, phrase.text) for ref in discourse.missions[-1:]]
    if kind == "object_pronoun":
        many = bool(phrase.words & discourse.pack.classes_of("plural_object"))
        gender = gender_of(phrase, discourse.pack)
        others = [r for r in discourse.spoken_of() if r.id not in discourse.here]
        fitting = (r for r in others if gender is None or discourse.genders.get(r.id or "", gender) == gender)
        last = taken_up(fitting, plural=many) or taken_up(others, plural=many)  # le: its mandate
        return [renamed(last, phrase.text)] if last is not None else []
    if kind == "neuter_pronoun" and phrase.words & discourse.pack.classes_of("country_pronoun"):
        taking = phrase.opines or phrase.first <= 1  # Duitsland … Het acht, Het haalt zijn soldaten terug
        return [renamed(r, phrase.text) for r in discourse.topic if r.kind == "state" and taking]
    if kind == "person_pronoun":
        meant = discourse.topic or ([discourse.person] if discourse.person is not None else [])
        if phrase.words & discourse.pack.classes_of("first_person"):
            own = [] if discourse.quoting or discourse.signatory is None else [discourse.signatory]
            if own and discourse.member is not None and not phrase.words & discourse.pack.classes_of("first_plural"):
                own = [discourse.member]  # I, in a debate
            own = discourse.quoted or own or [r for r in discourse.topic if r.kind in _SPEAKING]
            return [renamed(ref, phrase.text) for ref in own]  # The EU condemns …. We also condemn …
        plural = discourse.pack.classes_of("plural_pronoun")
        if (members := _members(discourse, phrase)) is not None:
            return [renamed(members, phrase.text)]
        if "according" in phrase.relations and discourse.in_post is not None and not phrase.words & plural:
            return in_their_eyes(discourse, phrase)  # selon lui
        if discourse.crowd and (phrase.several or phrase.words & plural):
            return list(discourse.crowd)
        meant = _agreeing(discourse, phrase, _one_thing(discourse, phrase, meant))
        thing = phrase.words & discourse.pack.classes_of("thing_pronoun")
        if thing and phrase.bare and meant and all(r.kind == "person" for r in meant):
            meant = _one_of_others(discourse, meant, opines=False)  # General X commands UNIFIL. It …
        if thing and len({r.id for r in meant}) > 1:
            # The Council thanked Norway and Sweden. It …
            meant = _one_of_others(discourse, meant, opines=phrase.opines)
        single = phrase.words & discourse.pack.classes_of("singular_pronoun")
        else_ = ("state", "organisation") if discourse.pack.verb_second else ("state",)
        gender = gender_of(phrase, discourse.pack)
        agrees = gender is not None and bool(meant) and discourse.genders.get(meant[0].id or "") == gender
        agrees = agrees and (gender == "feminine" or _since_anyone(discourse, meant[0]))
        person = _last_person(discourse, gender) if single and meant and not agrees else None  # la Suisse …. Elle …
        posted = bool(meant and single) and discourse.in_post is not None and meant[0].id == discourse.in_post.id
        if person is not None and meant[0].kind in else_ and not posted:
            return [renamed(person, phrase.text)]  # Azerbaijan accuses the mission, which Ritter denies. He …
        if discourse.person is not None and phrase.words & discourse.pack.classes_of("human_pronoun") and not posted:
            return [renamed(discourse.person, phrase.text)]
        human = single and phrase.words & discourse.pack.classes_of("human_pronoun")
        if human and all(r.kind == "state" and r.body != "government" for r in meant):
            offices = {o.id for o in discourse.register.offices}  # the Secretary-General …; two soldiers died. He …
            holder = next((r for r in discourse.spoken_of() if r.id in offices), None)
            meant = [holder] if holder is not None else meant
        alone = [r for r in meant if r.kind == "person"]
        if len(alone) == 1 and all(r.kind in ("mission", "organisation", "person") for r in meant):
            meant = alone  # the head of the mission, X, …. She asks …
        many = phrase.several or bool(phrase.words & plural)
        fits = any(_crowd(r) or by_its_members(r) if phrase.several else r.body or _of_many(r) for r in meant)
        if many and len(meant) < 2 and not fits:
            counted = discourse.group.refs if discourse.group is not None else ()
            if phrase.several and not counted:
                counted = tuple(islice((r for r in islice(discourse.spoken_of(), _RECENT) if _crowd(r)), 1))
            nobody = bool(meant) and all(r.kind == "person" for r in meant)
            if counted or nobody or not phrase.several:  # "they" are not one person, but those just counted
                return [renamed(ref, phrase.text) for ref in counted]
        return [renamed(ref, phrase.text) for ref in meant]
    if kind == "place_pronoun" and phrase.words & discourse.pack.classes_of("deictic_place"):
        here = phrase.words & discourse.pack.classes_of("at_hand") and not discourse.quoting
        spot = discourse.written_at if here else None
        return [renamed(r, phrase.text) for r in (_there(discourse) if spot is None else _here(discourse, spot))]
    return []


def in_their_eyes(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return in whose eyes something is, "à ses yeux", "selon lui": of those told of right before, a person first."""
    if phrase.words & discourse.pack.classes_of("own"):
        return []
    sides = ("state", "group", "organisation", "person", "mission")
    held = [discourse.in_post] if discourse.in_post is not None else []
    told = [r for r in (*held, *discourse.topic) if r.kind in sides and r.id and r.id not in discourse.here]
    return [renamed(r, phrase.text) for r in told[:1]]


def _several(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whom "leur" before a verb means: those of whom something was told, if they are several, else the people spoken of last."""
    told = [r for r in discourse.topic if r.id not in discourse.here]
    if len(told) < _TWO and discourse.group is not None and discourse.group.refs:
        return [renamed(r, phrase.text) for r in discourse.group.refs]  # 1,500 soldiers
    last = taken_up((r for r in islice(discourse.spoken_of(), _RECENT) if r.id not in discourse.here), plural=True)
    return [renamed(r, phrase.text) for r in (told if len(told) > 1 else [last] if last is not None else [])]


def _there(discourse: Discourse) -> list[EntityRef]:
    """Return what "there" is: the mission and the spot spoken of last, where the mission is in the spot's land."""
    if discourse.as_for is not None:  # quant au Tchad, 1 000 Français y sont déployés
        there = [m for m in discourse.recent if m.kind == "mission" and discourse.as_for in discourse.hosts_of(m.id)]
        return [*there[-1:], discourse.register.ref(f"state:{discourse.as_for}", "")]
    states = {i for i in discourse.here if i.startswith("state:")}
    spot = spot_spoken_of(discourse)
    last = discourse.missions[-1:]
    if (
        spot is not None and last and _anothers(last[0], states, discourse)
    ):  # Italy keeps 300 men there: not in Belgium's
        there = [m for m in discourse.recent if spot.country in discourse.hosts_of(m.id)]
        last = [m for m in there if not _anothers(m, states, discourse)][-1:]
    hosts = discourse.hosts_of(last[0].id) if last else ()
    apart = (
        spot is not None and bool(hosts) and spot.country not in hosts
    )  # Australia sends 4,500 men to the force in Timor
    return [*last, *([spot] if spot is not None and not apart else [])]


def _here(discourse: Discourse, spot: EntityRef) -> list[EntityRef]:
    """Return what "here" is where news is written: its town, and the mission spoken of last where that is in the town's land."""
    last = discourse.missions[-1:]
    return [*(m for m in last if spot.country in discourse.hosts_of(m.id)), spot]


def _anothers(mission: EntityRef, states: Collection[str], discourse: Discourse) -> bool:
    """Say whether a mission is one of a single state, and none of these."""
    owner = discourse.of_one_state(mission)
    return owner is not None and bool(states) and owner not in states


def those(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whose "these troops" are: those just counted, or of the mission just spoken of."""
    counted = (discourse.group.refs or discourse.group.mission) if discourse.group is not None else ()
    last = [*discourse.topic, *islice(discourse.spoken_of(), 1)] if not counted and phrase.number is None else []
    return [renamed(r, phrase.text) for r in counted or [r for r in last if r.kind == "mission"][:1]]


def _one_of_others(discourse: Discourse, several: Sequence[EntityRef], *, opines: bool) -> list[EntityRef]:
    """Return who "it" is where several were spoken of, and it is none of them: the organisation or mission named last."""
    own, kinds = {r.id for r in several}, ("organisation",) if opines else ("organisation", "mission")
    other = next((r for r in discourse.spoken_of() if r.kind in kinds and r.id not in own), None)
    return [other] if other is not None else []


def _of_many(ref: EntityRef) -> bool:
    """Say whether a ref is a group, or an organisation told by those who are in it."""
    return ref.kind == "group" or by_its_members(ref)


def by_its_members(ref: EntityRef) -> bool:
    """Say whether a ref is an organisation told by those who are in it: "the members of the Council"."""
    return ref.kind == "organisation" and any(w.endswith("s") for w in ref.text.split()[:2])


def _both(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whom "both" are where nobody was counted: the two spoken of, else the two states, or their capitals, named last, and together."""
    sides = [r for r in discourse.topic if r.id and r.kind in ("state", "organisation", "mission", "group")]
    if len({r.id for r in sides}) == len(discourse.topic) == _TWO:
        return [renamed(r, phrase.text) for r in sides]
    others = (r for r in discourse.spoken_of() if r.id not in discourse.here and r.kind != "person")
    near = list(islice(others, _TWO))
    lands = [r.country for r in near if r.kind == "state" or r.id == discourse.register.capital_of(r.country or "")]
    two = [f"state:{country}" for country in dict.fromkeys(lands) if country][::-1]
    return [discourse.register.ref(land, phrase.text) for land in two] if len(two) == _TWO else []


def both_sides(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return who "both sides" and "the parties" are: the two of whom something was told, else the last two that fight, else nobody known."""
    two = [r for r in discourse.topic if r.id and (r.kind == "group" or r.body)]
    if len(two) != _TWO:
        two = []
        for ref in islice(discourse.spoken_of(), _RECENT):
            fights = ref.kind == "group" or ref.body == "armed_forces"
            if fights and ref.id and ref.id not in {r.id for r in two}:
                two.insert(0, ref)
    known = len(two) == _TWO and any(r.kind == "group" for r in two)
    return [renamed(r, phrase.text) for r in two] if known else [EntityRef(text=phrase.text)]


_TWO = 2


def those_of(phrases: Sequence[Phrase], discourse: Discourse) -> None:
    """Let "those of Botswana" be its people, as those of other states were spoken of, and "his eyes" tell of who was told of before."""
    for phrase in phrases:
        if phrase.owned and not phrase.bare and not phrase.refs and phrase.words & discourse.pack.viewing:
            phrase.refs = in_their_eyes(discourse, phrase)
    for phrase, after in pairwise(phrases):
        if phrase.pronoun != "those" or after.start != phrase.last + 1:
            continue
        bodies = (r.body for r in discourse.spoken_of() if r.body in ("armed_forces", "police"))
        body: Body | None = next(bodies, "armed_forces")
        lands = [r.id for r in after.everyone() if r.kind == "state" and r.id]
        phrase.refs = [discourse.register.ref(land, phrase.text, body=body) for land in lands]


def our_own(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whose "our country", "our soldiers" and "our embassy" are: of who is quoted, else of whose paper it is."""
    force = body_of(phrase)
    if phrase.noun not in ("country", "people", "convoy") and not (force or phrase.senses("asset")):
        return []
    land = phrase.noun == "country"
    paper = None if discourse.quoting and land else discourse.signatory or discourse.author
    who = next(iter(discourse.quoted), paper)
    if who is None and land and not discourse.quoting:  # ons land, in a paper: the one of its readers' that it names
        lands = {discourse.pack.home, *discourse.pack.home_signs} & {*discourse.countries}
        lands |= {discourse.home} if discourse.at_home else set()
        return [discourse.register.ref(f"state:{code}", phrase.text) for code in lands if code and len(lands) == 1]
    if who is None:
        return []
    if land or who.kind == "person":
        body: Body | None = None if land else force or "armed_forces"
        return [discourse.register.ref(f"state:{who.country}", phrase.text, body=body)] if who.country else []
    return [renamed(who, phrase.text, force or "armed_forces")]


def _crowd(ref: EntityRef) -> bool:
    """Say whether a ref stands for many people: fighters, soldiers, "de Fransen"."""
    *before, last = ref.text.split() or [""]
    several = (
        ref.kind == "state" and ref.body is None and bool(before) and last[:1].isupper()
    )  # de Fransen; not: het land
    return ref.kind == "group" or ref.body in _MANY or several


def _agreeing(discourse: Discourse, phrase: Phrase, meant: list[EntityRef]) -> list[EntityRef]:
    """Return whom a pronoun takes up by its gender: "le Niger …, avec la France. Elle …" is not Niger."""
    gender = gender_of(phrase, discourse.pack)
    if gender is None or not meant or any(discourse.genders.get(r.id or "", gender) == gender for r in meant):
        return meant
    sides = ("state", "group", "organisation", "mission")
    known = (r for r in discourse.spoken_of() if r.kind in sides and discourse.genders.get(r.id or "") == gender)
    return list(islice(known, 1))


def _one_thing(discourse: Discourse, phrase: Phrase, meant: list[EntityRef]) -> list[EntityRef]:
    """Return whom a pronoun of one thing takes up where people were just told of: "French soldiers serve in Barkhane. It has …"."""
    pack = discourse.pack
    ends = tuple(pack.classes_of("plural_ending"))
    many = all(
        r.body in _MANY and (r.text.endswith(ends) or r.text.lower() in pack.classes_of("plural_pronoun"))
        for r in meant
    )
    gender = gender_of(phrase, pack)
    one = gender is not None or bool(phrase.words & pack.classes_of("thing_pronoun"))
    if not (meant and many and one) or phrase.several or phrase.words & pack.classes_of("plural_pronoun"):
        return meant
    last = [m for m in discourse.missions[-1:] if gender is None or discourse.genders.get(m.id or "", gender) == gender]
    return last or meant


def _latter(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whom "celle-ci" and "ces derniers" take up: who was spoken of last, of their gender and number."""
    plural = phrase.several or bool(phrase.words & discourse.pack.classes_of("plural_latter"))
    neuter = bool(discourse.pack.classes_of("country_pronoun"))  # a country is "het": "die" is somebody else
    feminine = bool(phrase.words & discourse.pack.classes_of("feminine_latter"))
    gender = "feminine" if feminine else "masculine"
    for ref in discourse.spoken_of():
        many = ref.kind == "group" or ref.body in _MANY or ref.text.endswith("s")
        one = ref.body not in _MANY and discourse.genders.get(ref.id or "", gender) == gender
        one = one and not (neuter and ref.kind == "state" and ref.body is None)
        if ref.kind != "place" and ref.id not in discourse.here and (many if plural else one):
            return ref
    return None


_MANY = frozenset({"armed_forces", "police", "diplomats", "population", "opposition"})

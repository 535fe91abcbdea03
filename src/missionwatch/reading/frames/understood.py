"""The mission that goes without saying: that of troops sent home, of blue helmets hit, of a head who resigns."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from missionwatch.reading.frames.headcounts import some_moved
from missionwatch.reading.frames.phrases import TAKEN_UP
from missionwatch.reading.frames.placing import at_host, at_own_base, on_their_own
from missionwatch.reading.frames.remnants import whose_people
from missionwatch.reading.frames.roles import TROOP_MOVES, Match
from missionwatch.reading.frames.senses import MISSION_POSTS, body_of
from missionwatch.reading.frames.sides import strike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

# Events that stop or take up the work that a mission is for.
OF_WORK = frozenset({"suspend", "resume"})
_LEAVING = frozenset({"withdraw", "reduce"})
# Events that befall a mission in who leads it or speaks for it.
_AT_OFFICIALS = frozenset({"expel", "deny_access", "detain", "release", "obstruct", "threaten", "attack"})
# Events that befall peacekeepers, whose mission the report has named.
_AT_PEACEKEEPERS = frozenset({"attack", "clash", "detain", "release", "obstruct", "deny_access"})


def _with_as(match: Match) -> tuple[EntityRef, ...]:
    """Return who is with others as a mediator: "they met in Doha, with Qatar as mediator"."""
    near = [p for p in match.clause.phrases if "with" in p.relations and 1 < match.anchor - p.last <= _NEAR]
    return tuple(r for r in near[-1].everyone() if r.id) if near else ()


_NEAR = 5  # tokens: with Qatar as host and go-between


def fill_in(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Add who goes without saying: people of the land they act in, whose convoy is stopped, the mission that is meant."""
    if match.frame.type == "mediate" and (between := _with_as(match)):
        roles["actor"] = between
        roles.pop("partner", None)
    if match.frame.type == "reinforce" and match.phrase is None and match.clause.link == "purpose":
        _strengthened(match, roles)
    if dwellers := _of_the_land(builder, match, roles):
        roles["actor"] = dwellers
    if struck := _theirs(builder, match, roles):
        strike(roles, struck)
    if match.frame.type in _HELD:
        _those_held(builder, match, roles)
        whom = {(r.id, r.body) for r in roles.get("target", ()) if r.id}
        if whom and whom == {(r.id, r.body) for r in roles.get("actor", ())}:
            del roles["actor"]  # the 222 whom it had held: "it" is another
    if "mission" not in roles and (mission := _understood(builder, match, roles)):
        roles["mission"] = mission


def _strengthened(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Leave out whose army is to be strengthened: "to strengthen the Afghan army" is not done by Afghanistan."""
    clause = match.clause
    doers = {r.id for p in clause.subjects for r in p.refs}
    carried = {r.id for p in clause.objects for r in p.adjective_refs} - doers
    if not clause.passive and {r.id for r in roles.get("actor", ())} & carried:
        del roles["actor"]


def _those_held(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Say whom a pronoun is that is taken or let go, and by whom: "three days later they let them go", those they took."""
    them, they = (any(_takes_up(p) for p in side[:1]) for side in (match.clause.objects, match.clause.subjects))
    told = [d.fields["roles"] for d in builder.drafts[-_LATELY:] if d.fields.get("type") in _HELD]
    if match.phrase is not None or not (them and told and told[-1].get("target")):
        return
    roles["target"] = told[-1]["target"]
    if they:
        roles.pop("actor", None)
        roles |= {"actor": told[-1]["actor"]} if told[-1].get("actor") else {}


def _takes_up(phrase: Phrase) -> bool:
    return phrase.pronoun in TAKEN_UP or phrase.anaphor == "latter"


_HELD = frozenset({"detain", "release"})
_LATELY = 6  # drafts


def _understood(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return the mission that goes without saying: that of troops sent home, of a head who resigns, of blue helmets hit."""
    kind, discourse, clause = match.frame.type, builder.discourse, match.clause
    contribution = any(p.noun == "contribution" and p.definite for p in clause.objects)
    if kind in OF_WORK | _LEAVING and match.phrase is None and contribution:
        return discourse.missions_here()  # Malta suspended its contribution
    theirs = kind in _LEAVING and any(p.owned and p.is_people for p in match.reach())  # le rappel de son contingent
    if kind in TROOP_MOVES and (match.phrase is None or match.light or theirs):
        them = builder.pack.classes_of("plural_pronoun")
        if (group := discourse.group) is not None and any(p.words & them for p in clause.objects):
            return group.mission[:1]  # has 1,100 soldiers in MINUSMA and will take them home
        crowd = any(p.is_people and not p.words & builder.pack.classes_of("irregulars") for p in match.reach())
        leavers = clause.objects[:1] if clause.passive else clause.subjects[:1]
        nationals = kind in _LEAVING and any(p.definite and p.senses("national") for p in leavers)
        crowd = crowd or nationals or some_moved(match) is not None  # the Japanese left earlier; will withdraw 400
        if kind in _LEAVING and _of_no_state(builder, leavers) and not any(r.id for r in roles.get("actor", ())):
            return discourse.could_be(discourse.sole_mission(), roles.get("place", ()))
        at_home = {r.country for r in discourse.hosts()}
        if kind not in _LEAVING and any(r.kind in ("state", "person") for r in roles.get("instigator", ())):
            return ()  # at the request of the president: of no mission
        who = [r for r in roles.get("actor", ()) if r.kind == "state" and r.body != "diplomats"]
        states = any(r.country not in at_home for r in who)
        above = clause.parent if clause.link in ("purpose", "content") else None
        if above is not None and "demand" in above.attitudes and not above.passive and above.subjects:
            asking = {r.country for p in above.subjects for r in p.everyone()}
            states = states and bool(asking & at_home)  # the UN calls on Rwanda to withdraw its troops: no mission's
        land = "land" in match.only  # Botswana and Lesotho had left in April
        spots = [
            r for r in roles.get("place", ()) if r.id or r.country or kind not in _LEAVING
        ]  # home from Zgon, wherever that is
        if (crowd or land) and states and at_host(builder, spots):
            own = "place" not in roles and (
                land or kind in _LEAVING or any(p.owned and p.is_people for p in clause.objects)
            )
            apart = at_own_base(match, builder.pack) or on_their_own(match.clause.phrases, builder.pack)
            if kind not in _LEAVING and apart:
                return ()
            return discourse.joined(discourse.mission_near(anywhere=own), who)
    post = discourse.post
    struck = {r.id for r in roles.get("target", ()) if r.id}
    if kind in _AT_OFFICIALS and post is not None and post.mission and post.person.id in struck:
        return post.mission  # the head of a mission, turned back at the airport
    if kind == "end" and match.phrase is None and (given := _given_to(builder, match)):
        return given
    if kind in ("appoint", "resign") and builder.function(match) in MISSION_POSTS and discourse.missions:
        return discourse.missions_here()  # appointed operation commander
    if kind == "resign" and discourse.post is not None:
        known = any(r.id == discourse.post.person.id for r in roles.get("actor", ()))
        return discourse.post.mission if known else ()
    if kind == "demand":
        return _asked_about(builder, match)
    if kind in _AT_PEACEKEEPERS | OF_WORK | _LEAVING and (whose := _of_its_operator(builder, match, roles)):
        return whose
    if kind in _AT_PEACEKEEPERS or (kind in _LEAVING and match.phrase is not None):
        blue = (builder.pack.blue(p.text) or (p.pronoun == "person_pronoun" and not p.refs) for p in match.reach())
        return discourse.could_be(discourse.missions_here(), roles.get("place", ())) if any(blue) else ()
    return ()


def _of_its_operator(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return the mission spoken of that "UN soldiers", "a convoy of the OSCE" are of: that organisation's, there."""
    pack, discourse = builder.pack, builder.discourse
    mission = discourse.missions_here()
    entry = discourse.register.mission(mission[0].id) if mission else None
    runs = f"organisation:{entry.organisation}" if entry is not None else ""
    if not any(r.id == runs for role in ("target", "actor") for r in roles.get(role, ())):
        return ()
    uniformed = ("armed_forces", "police")
    for phrase, after in zip_longest(match.clause.phrases, match.clause.phrases[1:]):
        of_it = [after] if after is not None and after.start == phrase.last + 1 and "of" in after.relations else []
        if not any(r.id == runs for p in (phrase, *of_it) for r in (*p.refs, *p.adjective_refs)):
            continue
        in_arms = phrase.is_people and (body_of(phrase) in uniformed or phrase.words & pack.classes_of("watchers"))
        if in_arms or ((phrase.noun == "convoy" or phrase.senses("asset")) and not phrase.triggers):
            return discourse.could_be(mission, roles.get("place", ()))
    return ()


def _asked_about(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return the mission that a demand is about: one that what is asked names, else the one spoken of, asked to last or to go."""
    clause, discourse = match.clause, builder.discourse
    inner = [c for c in builder.clauses if c.parent is clause and c.link in ("content", "purpose")]
    said = [p for c in inner for p in c.phrases if p.pronoun is None]
    if named := tuple(r for p in said for r in p.refs if r.kind == "mission"):
        return named[:1]
    told = {t.frame for p in clause.objects for t in p.triggers} if match.phrase is None else set()
    told |= {frame for c in inner for frame in c.opened(builder.pack)}
    return discourse.missions_here()[:1] if told & _OF_ITS_TIME else ()


_OF_ITS_TIME = frozenset({"extend", "postpone"})


def _of_no_state(builder: Builder, leavers: Sequence[Phrase]) -> bool:
    """Say whether soldiers leave of whom no more is told than how many, or that they are the last: "the last soldier left in June"."""
    plain, last = builder.pack.classes_of("soldiers"), builder.pack.classes_of("ending")
    return any(
        p.is_people
        and (p.number is not None or (p.definite and not (p.specified or p.words.isdisjoint(last))))
        and not p.words.isdisjoint(plain)
        and not (p.owned or p.by_country or p.group)
        for p in leavers
    )


def whose_work(
    builder: Builder, match: Match, sentence: Sentence, roles: dict[str, tuple[EntityRef, ...]]
) -> tuple[EntityRef, ...]:
    """Return the mission whose work stops: that of "its patrols", else the one the report names, where it is for that and theirs."""
    clause, topic = match.clause, builder.discourse.topic
    work = [
        p
        for p in (clause.objects if clause.passive else clause.subjects)[:1]
        if p.words & builder.pack.classes_of("work_noun")
    ]
    if match.phrase is None and work and not roles.get("actor") and not any(p.named or p.specified for p in work):
        its = tuple(r for r in topic if r.kind == "mission")[:1]
        anyones = any(p.words & builder.pack.classes_of("works_noun") for p in work)
        return its if any(p.owned for p in work) else () if anyones else builder.discourse.sole_mission()
    mission = builder.discourse.sole_mission()
    entry = builder.discourse.register.mission(mission[0].id) if mission else None
    own = {(r.id or "").partition(":")[2] for r in roles.get("actor", ()) if r.kind == "organisation"}
    if entry is None or entry.organisation not in own:
        return ()
    stopped = builder.pack.codes("purposes", sentence.tokens, match.clause.order)
    return mission if set(stopped) & set(entry.purposes) else ()


def _of_the_land(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return whose people do something where they live: villagers who block a road, officers who seize power, his own guard."""
    who = roles.get("actor", ())
    words = builder.pack.classes_of("of_the_land")
    local = bool(who) and all(words & set(r.text.lower().split()) for r in who)
    coup = match.frame.type == "coup" and all(r.kind in (None, "state") for r in who)
    if any(r.id for r in who) or not who or not (local or coup):
        return ()
    spots = [r for p in match.clause.phrases if _PLACES & set(p.relations) for r in p.refs if r.body is None]
    named = dict.fromkeys(r.country for r in (*roles.get("place", ()), *spots) if r.kind in ("place", "state"))
    lands = [country for country in named if country] or [
        host for m in roles.get("mission", ()) for host in builder.discourse.hosts_of(m.id)
    ]
    if len(set(lands)) != 1:
        return ()
    return tuple(
        builder.discourse.register.ref(f"state:{lands[0]}", r.text, body=r.body or "armed_forces") for r in who
    )


_PLACES = frozenset({"in", "at", "of"})
_STRUCK = frozenset({"of", "against"})  # how a language marks whom a blow struck, or of whom they are some


def _theirs(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return whose convoy, helicopter or patrol is struck or stopped: "its patrols", "an attack on one of its helicopters"."""
    discourse, clause = builder.discourse, match.clause
    if match.frame.type not in _AT_PEACEKEEPERS or any(r.id for r in roles.get("target", ())):
        return ()
    doers = {r.id for r in roles.get("actor", ()) if r.id}
    watching = builder.pack.classes_of("watchers")
    for phrase in match.reach():
        if any(r.id for r in phrase.refs) or phrase in clause.subjects:
            continue
        struck = phrase in clause.objects or bool(_STRUCK & set(phrase.relations))
        people = phrase.is_people and (struck or (match.frame.type == "clash" and match.phrase is None))
        if phrase.owned and (people or phrase.noun == "convoy" or phrase.senses("asset")):
            above = clause if match.phrase is not None else clause.parent
            near = [r for p in above.subjects for r in p.refs if r.kind != "place"] if above is not None else []
            spoken = [near or discourse.before]
            verbal = match.phrase is None and clause.link != "purpose"
            if verbal and struck and doers:  # nobody stops patrols of his own
                spoken += [discourse.before, discourse.doer, list(discourse.missions_near())]
            for owners in spoken:
                if len(owners) == 1 and owners[0].id not in doers and owners[0].kind in ("mission", "state"):
                    return tuple(owners)
        elif phrase.words & watching and phrase.definite and (mission := discourse.sole_mission()):
            entry = discourse.register.mission(mission[0].id)
            return mission if entry is not None and "monitoring" in entry.purposes else ()
    return ()


def _given_to(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return the mission that what is ended was given to: "the consent it had given to EUTM Mali"."""
    inner = [c for c in builder.clauses if c.parent is match.clause and (c.link == "relative" or c.reduced)]
    found = (r for c in inner for p in c.phrases for r in p.everyone() if r.kind == "mission" and r.id)
    return tuple(dict.fromkeys(found))[:1]


def who_rules_out(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return whose people are not to move, where it only goes without saying: who says so, whose paper it is, the one who has some there."""
    clause, discourse = match.clause, builder.discourse
    above = [c for c in (clause.parent, clause.coordinated) if c is not None and c.attitudes & _SAYING]
    said = [p for c in above for p in c.subjects if p.pronoun is None]
    said += [p for p in clause.phrases if "according" in p.relations]
    spoken = [*builder.speakers, *(r for p in said for r in (*p.refs, *p.adjective_refs))]
    lands = [r.country for r in spoken if r.kind in ("state", "person") and r.country]
    own = [discourse.signatory] if discourse.signatory is not None and discourse.signatory.kind == "state" else []
    theirs = whose_people(discourse)
    lands = lands or [r.country for r in (*own, *([theirs] if theirs is not None else [])) if r.country]
    there = {r.country for r in roles.get("place", ())} | {
        h for m in roles.get("mission", ()) for h in discourse.hosts_of(m.id)
    }
    land = lands[0] if lands else None
    return (discourse.register.ref(f"state:{land}", ""),) if land is not None and land not in there else ()


_SAYING = frozenset({"say", "know", "deny", "judge"})


def bound_to(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return whom an agreement that is ended was with, where a clause hangs on it: "l'accord qui le liait à la France"."""
    ended = min((p.first for p in match.clause.objects), default=0)  # not: ECOWAS, which met in Abuja, lifts …
    inner = [c for c in builder.clauses if c.parent is match.clause and (c.link == "relative" or c.reduced)]
    inner = [c for c in inner if c.first > ended]
    sides = [p for c in inner for p in c.phrases if {"with", "to"} & set(p.relations) and p.pronoun is None]
    return tuple(r for p in sides[:1] for r in (*Match.governments(p), *p.everyone()) if r.kind in _SIDES)[:1]


_SIDES = frozenset({"state", "organisation", "group"})

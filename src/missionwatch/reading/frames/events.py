"""Events: the fields of what happens, happened or is announced, from a match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames import unsettled
from missionwatch.reading.frames.answering import by_saying
from missionwatch.reading.frames.authorship import speaking
from missionwatch.reading.frames.dating import not_begun, overtaken
from missionwatch.reading.frames.demanding import asks_for_nothing, between_bodies, of_the_same_land, settle_sides
from missionwatch.reading.frames.heading import on_a_trip, to_their_capital
from missionwatch.reading.frames.leaving import (
    alone,
    guessed,
    moving,
    named_by_town,
    of_their_own_land,
    only_carried,
    sent_away,
    until_it_leaves,
    words_of,
)
from missionwatch.reading.frames.phrases import A_FEW, brought_to, opposed
from missionwatch.reading.frames.placing import home, scene, seen_there, town, unsaid, works_there
from missionwatch.reading.frames.retyping import type_of
from missionwatch.reading.frames.roles import TROOP_MOVES
from missionwatch.reading.frames.sides import (
    among,
    fighters,
    fought,
    of_their_base,
    of_their_country,
    of_those_held,
    of_those_struck,
    of_what_is_hit,
    stopped,
    struck_here,
    whose_request,
    whose_thing,
    wielder,
    with_allies,
)
from missionwatch.reading.frames.timing import timed
from missionwatch.reading.frames.tolls import by_accident, counted
from missionwatch.reading.frames.understood import OF_WORK, bound_to, fill_in, whose_work
from missionwatch.reading.frames.undoing import condemned, only_lasts
from missionwatch.reading.frames.wanting import by_a_thing

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def event(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields of an event: who did what to whom, where, when, with how many killed, injured, sent or taken."""
    frame, clause = match.frame, match.clause
    if frame.type == "end" and (overtaken(clause, builder.pack) or unsettled.ends_nothing(match, builder.pack)):
        return None  # was to end in June, and goes on; a period; concluded an agreement on the mission
    if frame.type == "attack" and match.phrase and by_accident(match.anchor, sentence.tokens, builder.pack):
        return None  # l'explosion accidentelle d'une roquette
    if frame.type == "deploy" and match.phrase in clause.subjects and only_lasts(match, builder.pack):
        return None  # their deployment ends in June
    verb = clause.lemmas.get(match.anchor, "") if match.phrase is None else ""
    orders = frame.type == "demand" and not match.fixed and builder.pack.light.get(verb) == "act"
    if orders and any(p.triggers for p in clause.objects):
        return None  # who orders an expulsion expels
    if frame.type == "demand" and asks_for_nothing(builder, match):
        return None
    if frame.type in ("deploy", "withdraw") and any(
        p.words & builder.pack.classes_of("unposted") for p in match.relations.get("to", ())
    ):
        return None  # sent to hospital
    if frame.type == "withdraw" and only_carried(match, sentence.tokens, builder.pack):
        return None  # a wounded man was flown out
    standing = clause.passive and any(r.kind == "mission" for p in clause.objects[:1] for r in p.refs)
    if frame.type == "deploy" and standing and any(t.relation == "since" for t in match.times):
        return None  # has been deployed since 2004: a period
    plans = builder.pack.classes_of("plan_noun")
    if frame.type in ("end", "suspend") and match.phrase is None and any(p.words & plans for p in clause.objects[:1]):
        return None  # scrapped its plans to join: no mission ends
    if frame.type == "approve" and clause.stative and any(t.relation == "until" for t in match.times):
        return None  # is authorised until 31 December: how long it lasts
    part = match.phrase is None and any(p.noun == "contribution" for p in clause.objects)
    if frame.type == "withdraw" and part and any(brought_to(p) for p in match.reach()):
        return None  # brings its contribution down to 100 soldiers
    if frame.type == "visit" and match.phrase is None and any(p.counted() >= A_FEW for p in clause.subjects):
        return None  # a hundred instructors who arrive in Niamey are no visitors
    if (
        frame.type == "suspend"
        and match.phrase is None
        and clause.objects
        and fighters(clause.objects[0], builder.pack)
    ):
        return None  # sends 400 men to halt the rebels
    if frame.type == "deploy" and to_their_capital(match):
        return None  # flew back to Lisbon
    if frame.type == "withdraw" and on_a_trip(match, sentence.tokens, builder.pack):
        return None  # the minister went home, soldiers go home on leave
    if frame.type == "withdraw" and sent_away(builder, match):
        return None  # gave the ambassador 48 hours to leave: expelled
    if frame.type == "withdraw" and alone(builder, match):
        return None  # "he must leave the country" after an expulsion
    if frame.type == "clash" and match.negated and "target" not in frame.roles and not match.relations.get("with"):
        return None  # fighting is not what they do
    if frame.type == "clash" and clause.present and verb and unsettled.only_fights(builder, match, verb):
        return None  # a mission that fights terrorists: what it is for
    if frame.type == "attack" and match.negated and any(p.negated for p in (*clause.objects, *clause.subjects)):
        return None  # "no soldier was hit": nobody says who was attacked
    if unsettled.tells_nothing(match, builder.pack, sentence.tokens):
        return None
    roles = by_saying(match, _roles(builder, match), builder)
    if frame.type == "threaten" and "actor" not in roles and by_a_thing(match):
        return None  # a lack of money threatens the mission
    if unsettled.only_tells(builder, match, sentence.tokens, roles.get("actor", ())):
        return None  # the minister flies to Niamey, insists that it has no troops there, was set up to advise
    against = any(p.start <= match.anchor <= p.last and opposed(p) for p in clause.phrases)
    if frame.type == "visit" and match.fixed and (match.modality == "required" or against):
        return None  # advises against all travel
    if frame.type == "postpone" and any(r.kind == "group" for r in roles.get("target", ())):
        return None  # a group that is pushed back
    if frame.type in _STOPPING and not roles.keys() - {"place", "partner"} and (thing := stopped(match)):
        roles["target"] = thing  # the road works were suspended on Monday
    if frame.type == "withdraw" and any(
        r.kind != "state" or r.body not in (None, "government") for r in roles.get("actor", ())
    ):
        roles.pop("target", None)  # a state leaves ECOWAS; its soldiers leave NATO's headquarters
    if frame.type == "visit" and any(r.kind == "person" for r in roles.get("actor", ())):
        roles["actor"] = tuple(
            r for r in roles["actor"] if r.kind != "organisation"
        )  # the envoy of the Secretary-General
    if frame.type == "visit" and not roles.keys() & {*frame.needs}:
        roles |= seen_there(match)
    if frame.type == "reject" and "target" not in roles and (asked := whose_request(builder, match)):
        roles["target"] = asked
    if frame.type in OF_WORK and "mission" not in roles and (doing := whose_work(builder, match, sentence, roles)):
        roles["mission"] = doing
    if (undecided := frame.type == "decide" and match.negated) and "actor" not in roles:
        roles |= {"actor": ours} if (ours := speaking(builder.discourse)) else {}  # no decision has been taken
    happening = undecided or frame.type in ("coup", "attack", "elect", "clash", "protest", "postpone")
    put_off = (
        frame.type == "postpone" and match.phrase is None and any(unsettled.could_be_put_off(p) for p in clause.objects)
    )
    if not (roles.keys() - {"place", "partner"}) and not (happening and (roles or frame.harm or put_off or undecided)):
        return None
    own = {r.id for r in roles.get("mission", ())}
    if frame.type == "obstruct" and "target" not in roles and {r.id for r in roles.get("actor", ())} & own:
        if match.phrase is None:
            return None  # a mission prevents fighting, but obstructs nobody
        roles["target"] = roles.pop("actor")  # obstruction of UNMISS
    if frame.type in ("sanction", "expel") and roles.get("actor") and all(r.kind == "mission" for r in roles["actor"]):
        return None  # a mission watches over others' embargo, drives rebels out of a town, but expels nobody
    roles = {role: tuple({r.id or r.text: r for r in refs}.values()) for role, refs in roles.items()}
    fields: dict[str, Any] = {"type": type_of(builder, match, roles), "roles": roles}
    if not counted(builder, match, sentence, fields):
        return None
    if frame.type in _OF_PEOPLE and (function := builder.function(match)):
        fields["function"] = function
    assets = builder.assets(match)
    if assets and frame.type in _WITH_ASSETS:
        fields["assets"] = assets
    timed(builder, match, sentence, fields)
    if frame.type == "withdraw" and (period := until_it_leaves(builder, match, fields)) is not None:
        return period
    if frame.type in _OF_ONE_THAT_RUNS and "mission" in roles and not_begun(builder, match, fields):
        del roles["mission"]
    _governing(builder, match, sentence, fields)
    doer = {r.id for r in roles.get("actor", ())} if frame.type == "support" else set()  # who helps helps another
    others = {need for need in frame.needs if {r.id for r in roles.get(need, ())} - (doer - {None})}
    if frame.needs and not (others or any(fields.get(need) for need in frame.needs)):
        return None
    named = sum(1 for r in ("actor", "target", "mission") if any(_known(x) for x in roles.get(r, ())))
    told = any(fields.get(key) for key in ("killed", "injured", "quantity", "time"))
    if match.phrase is not None and not match.light and not named and not told and not _where(roles):
        return None  # "the fighting", "a departure of troops": says nothing of anyone
    about = match.phrase is not None and "about" in match.phrase.relations and not condemned(match, builder.pack)
    if about and not match.light and not (named or told):
        return None  # reports on hostilities along the line: on any there may be
    if not named and not told and not _where(roles) and frame.type in _OF_PARTIES and match.phrase is None:
        return None  # "thirteen members voted in favour": of nobody the reader knows
    any_there_be = match.phrase is not None and match.phrase in clause.subjects and not match.phrase.definite
    would = clause.modality in _NOT_YET or (clause.hearsay and len(clause.verbs) < _HELPED)
    if any_there_be and would and not (match.light or told):
        return None  # attacks on peacekeepers may be war crimes
    fields["confidence"] = (0.45, 0.7, 0.85, 0.9)[named]
    return fields


def _known(ref: EntityRef) -> bool:
    """Say whether somebody is known, or a person by a full name."""
    return bool(ref.id) or (ref.kind == "person" and " " in ref.text.strip())


def _where(roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    return any(r.id or r.text for r in roles.get("place", ()))


def _roles(builder: Builder, match: Match) -> dict[str, tuple[EntityRef, ...]]:
    frame, clause = match.frame, match.clause
    roles: dict[str, tuple[EntityRef, ...]] = {}
    if frame.name == "attacked" and not clause.passive and any(r.id for p in clause.subjects for r in p.refs):
        match.relations = {name: found for name, found in match.relations.items() if name != "object"}
    if frame.type == "attack" and match.phrase is not None and not frame.harm:
        of_those_struck(match, builder.pack)
    if frame.type == "detain" and match.phrase is not None:
        of_those_held(match)
    struck_first = frame.type in ("attack", "sanction") and frame.harm is None
    order = ("instigator", "target", "actor") if struck_first else ("instigator", "actor", "target")
    for role in (*order, "partner", "place"):
        refs = match.fill(role)
        if refs and (role != "partner" or any(r.id for r in refs)):
            roles[role] = refs
    if frame.harm and roles.get("actor") and {r.id for r in roles["actor"]} <= struck_here(builder, clause):
        del roles["actor"]  # a patrol fell into an ambush that killed one soldier
    if frame.type in _STOPPING and any(r.id for r in roles.get("actor", ())):
        set_in = {r.country or r.id for p in scene(clause) for r in p.refs}  # in Brussels, the mission …
        for role in ("target", "place"):
            if roles.get(role) and {r.country or r.id for r in roles[role]} <= set_in:
                del roles[role]
        works_there(match, builder.pack, roles)
    told_by = {r.id for p in match.relations.get("adjective", ()) for r in p.refs}
    if (
        frame.type == "attack"
        and {r.id for r in roles.get("actor", ())} <= told_by
        and (armed := wielder(match, builder.pack))
    ):
        roles["actor"] = armed
    if frame.harm and not any(r.id for r in roles.get("target", ())) and (fallen := among(match)):
        roles["target"] = fallen
    if frame.name == "attack" and "target" not in roles and (owner := whose_thing(match)):
        roles["target"] = owner
    if frame.name == "attacked" and roles.get("actor") and "target" not in roles and of_what_is_hit(match, roles):
        roles["target"] = roles.pop("actor")
    if "mission" in frame.roles and (mission := match.fill("mission")):
        roles["mission"] = tuple({ref.id or ref.text: ref for ref in mission}.values())
    elif missions := tuple(r for r in roles.get("target", ()) if r.kind == "mission"):
        roles["mission"] = missions[:1]
    of_their_country(match, roles)
    moving(builder, match, roles)
    if frame.type in TROOP_MOVES and match.phrase is None and named_by_town(match, roles):
        del roles["place"]  # called on Belgrade to withdraw: not from there
    if (
        frame.type in _OF_ITSELF
        and roles.get("actor")
        and roles["actor"] == roles.get("mission")
        and (match.phrase is not None or not clause.objects or (match.fixed and frame.type == "extend"))
    ) or (frame.type == "deploy" and _deployed(match, roles)):
        del roles["actor"]  # a mission that ends is ended
    struck = tuple(r for r in roles.get("actor", ()) if r.kind == "mission")
    if frame.type == "attack" and "target" not in roles and match.phrase is not None and struck:
        roles["target"], roles["mission"] = struck, struck[:1]  # beschieting van de UNISFA-basis
        del roles["actor"]
    fill_in(builder, match, roles)
    above = clause.parent.subjects if clause.parent is not None and clause.link in ("time", "cause") else []
    kept_out = tuple(r for p in above for r in p.refs if r.kind == "state" and r.id and r not in roles.get("actor", ()))
    if (
        frame.type == "deny_access"
        and roles.get("actor")
        and kept_out
        and roles.keys().isdisjoint(("target", "mission"))
    ):
        roles["target"] = kept_out[:1]  # Germany stopped its flights after Mali refused clearance
    if frame.type == "attack" and "partner" in roles:
        with_allies(match, roles)
    if frame.type in _AGAINST and "target" not in roles and match.phrase is None:
        what = clause.objects if frame.type == "condemn" else match.relations.get("against", ())
        whose = [r for p in what for r in p.adjective_refs]
        roles |= {"target": tuple(whose)} if whose else {}  # condemns the American strikes
        if frame.type == "protest" and {r.id for r in roles.get("place", ())} & {r.id for r in whose}:
            del roles["place"]
    if frame.type == "deploy" and "mission" in roles and "actor" in roles:
        there = builder.discourse.hosts_of(roles["mission"][0].id)
        if any(r.body == "government" and r.country in there for r in roles["actor"]):
            del roles["actor"]  # the government sends soldiers to a mission: not that of the land it is in
    if frame.type == "deny_access" and {r.id for r in roles.get("place", ())} <= {
        r.id for r in roles.get("target", ())
    }:
        roles.pop("place", None)  # France was refused clearance: not there
    if "place" in roles and home(match, roles):
        del roles["place"]  # a peacekeeper from Tanzania was killed: not there
        spots = [p for p in match.reach() if {"in", "at", "to"} & set(p.relations) or p in clause.objects]
        elsewhere = tuple(r for p in spots for r in p.refs if r.kind == "place" and r.id)[:1]
        roles |= {"place": elsewhere} if elsewhere else {}  # the president of Benin goes to Niamey
    if frame.type in _NOT_AT_HOME and {r.id for r in roles.get("place", ())} & {
        r.id for r in roles.get("actor", ()) if r.id
    }:
        del roles["place"]  # a US delegation
    if any(ref.kind == "place" for ref in roles.get("actor", ())):  # who arrests in Bamako is the state there
        if frame.type not in TROOP_MOVES:
            roles.setdefault("place", tuple(ref for ref in roles["actor"] if ref.kind == "place"))
        hosts = [builder.state_of(ref) if ref.kind == "place" else ref for ref in roles["actor"]]
        roles["actor"] = tuple(ref for ref in hosts if ref is not None)
        if not roles["actor"]:
            del roles["actor"]
    if frame.name == "end" and match.fixed and "target" not in roles and (other := bound_to(builder, match)):
        roles["target"] = other
    if frame.type == "clash" and "target" not in roles:
        fought(match, roles)
    elif frame.type in ("attack", "obstruct") and frame.harm is None:
        of_their_base(builder, match, roles)
    if frame.type == "agree" and len(roles.get("actor", ())) > 1 and "partner" not in roles:
        roles["actor"], roles["partner"] = roles["actor"][:1], roles["actor"][1:]  # Washington and Niamey agreed
    one = {"person"} < {r.kind for r in roles.get("actor", ())}  # le ministre italien, X, a parlé de …
    if frame.type == "consult" and "target" not in roles and len(roles.get("actor", ())) > 1 and not one:
        roles["actor"], roles["target"] = roles["actor"][:1], roles["actor"][1:]  # X and Y met
    if frame.type == "visit" and (met := {r.id for r in roles.get("target", ()) if r.kind == "state"}):
        # the minister who travels there is not theirs
        abroad = tuple(r for r in roles.pop("actor", ()) if r.id not in met)
        roles |= {"actor": abroad} if abroad else {}
    if frame.type == "visit" and (visited := town(builder, clause)):
        roles.pop("target", None)
        roles["place"] = visited
    if frame.type == "visit" and not any(role in roles for role in ("place", "target", "mission")):
        posts, to = (
            builder.pack.classes_of("post_noun"),
            (p for p in match.reach() if p.relations or p in clause.objects),
        )
        if any(p.words & posts and p.definite and not p.owned for p in to):  # a visit to the camp
            roles |= {"mission": m} if (m := builder.discourse.mission_near(anywhere=True)) else {}
    own = {r.id for r in roles.get("actor", ()) if r.id}
    if frame.type == "demand" and own:
        of_the_same_land(match, roles)
    if (
        frame.type == "recall"
        and own == {r.id for r in roles.get("place", ())}
        and guessed(match, roles["actor"] if own else ())
    ):
        roles["actor"], own = words_of(roles["actor"]), set()  # the government is to recall its ambassador to Israel
    if own and own == {r.id for r in roles.get("instigator", ())}:
        del roles["instigator"]  # nobody leaves at his own request
    themselves = bool(own) and own == {r.id for r in roles.get("target", ())}
    themselves = themselves and not (frame.type in _BETWEEN_BODIES and between_bodies(match, roles))
    if themselves and of_their_own_land(match, roles["actor"]):
        del roles["target"]  # the Government of Mali asked for …
        themselves = False
    if themselves and frame.type != "accuse" and guessed(match, roles["actor"]):
        roles["actor"] = words_of(roles["actor"])  # the police held a Frenchman
        own, themselves = set(), False
    soldiers = all(r.body == "armed_forces" for r in roles.get("target", ()))
    if themselves and soldiers and frame.type in _UNDERGONE and guessed(match, roles["target"]):
        roles["target"], themselves = words_of(roles["target"]), False  # Mali frees the soldiers: not its own
    if themselves and frame.type in _GOVERNING:
        spoken = (*builder.discourse.topic, *builder.discourse.hosts(), *reversed(builder.discourse.states))
        accuser = next((r for r in spoken if r.kind == "state" and r.id not in own), None)
        if frame.type == "accuse" and accuser is not None:
            roles["actor"] = (accuser,)  # "the government accuses France": not the French one
        else:
            del roles["target"]  # nobody demands of himself
    governing = clause.parent if clause.link == "purpose" else clause
    if (
        frame.name == "told_to_leave"
        and "actor" not in roles
        and governing
        and governing.attitudes & {"demand", "direct"}
    ):
        tellers = tuple(
            r
            for p in governing.subjects
            for r in p.everyone()
            if r.id and r.id not in {t.id for t in roles.get("target", ())}
        )
        roles |= {"actor": tellers} if tellers else {}
    if clause.passive and clause.link == "content" and "actor" not in roles and frame.type in _DECIDED:
        deciding = (
            clause.parent if clause.parent is not None and "decide" in clause.parent.opened(builder.pack) else None
        )
        deciders = tuple(r for p in deciding.subjects for r in p.everyone() if r.id) if deciding is not None else ()
        roles |= {"actor": deciders} if deciders else {}  # decides that Niger is suspended
    if "place" not in roles and (where := unsaid(builder, match, roles)):
        roles["place"] = where
    doers = {r.id for p in clause.subjects for r in p.refs}
    told_apart = {r.id for p in match.relations.get("adjective", ()) for r in p.refs} - doers
    hit = {r.id for r in roles.get("target", ())}
    told = [p for p in clause.objects if hit & {x.id for x in p.refs} or (p is clause.objects[0] and not p.refs)]
    carried = {r.id for p in told for r in p.adjective_refs}
    if own and clause.passive and frame.type in _UNDERGONE and own <= carried - hit:
        roles["target"] = (*roles.pop("actor"), *roles.get("target", ()))  # a Mongolian patrol was turned back
        if {r.id for r in roles.get("place", ())} <= told_apart:
            roles.pop("place", None)
        own = set()
    if own and ((frame.name == "attacked" and own <= hit) or (frame.type in _UNDERGONE and own <= hit & told_apart)):
        del roles["actor"]  # Tunisian soldiers were detained: not by Tunisia
    left = [r for c in clause.aims for p in c.objects for r in p.refs] if frame.name == "told_to_leave" else []
    if frame.from_place and "actor" not in roles and (where := (*roles.get("place", ()), *left)):
        host = builder.state_of(where[0])  # have 48 hours to leave Rwanda
        if host is not None and host.id not in {r.id for r in roles.get("target", ())}:
            roles["actor"] = (host,)
    return roles


def _deployed(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether a mission named as who deploys is what somebody deploys: "Europe deployed it", "MISCA was deployed"."""
    who = {r.id for r in roles.get("actor", ()) if r.kind == "mission"}
    taken = {r.id for p in match.relations.get("object", ()) for r in p.refs}
    done_to = bool(match.clause.subjects) or match.clause.passive
    enters = match.frame.name == "enter"  # the mission that entered the Gambia
    return match.phrase is None and bool(who) and (enters or (done_to and who <= taken))


def _governing(builder: Builder, match: Match, sentence: Sentence, fields: dict[str, Any]) -> None:
    """Add what the clauses say that an event governs: whom a demand is made of, which mission talks are about."""
    kind, clause, roles = match.frame.type, match.clause, fields["roles"]
    inner = [c for c in builder.clauses if c.parent is clause and c.link in ("content", "purpose")]
    if kind in _ON_MISSIONS and "mission" not in roles:  # "bekijkt met de VN wat dit betekent voor de missie"
        named = (p for c in inner for p in c.phrases if kind == "consult" or p.pronoun not in _OF_ANYTHING)
        meant = {r.id: r for p in named for r in p.everyone() if r.kind == "mission" and r.id}
        one = len(meant) == 1 and (match.phrase is None or match.light or any(r.id for r in roles.get("actor", ())))
        roles |= {"mission": tuple(meant.values())} if (kind == "consult" and meant) or one else {}
    if match.phrase is None and kind in _GOVERNING and inner:
        own = {r.id for r in roles.get("actor", ())}
        whom = tuple(r for p in inner[0].subjects for r in p.everyone() if r.id and r.id not in own)
        if kind == "demand" and "target" not in roles and whom:
            roles["target"] = whom
        if kind == "threaten" and "target" not in roles:
            near = [
                p
                for p in inner[0].phrases
                if ("against" in p.relations and "in" not in p.relations) or p in inner[0].objects
            ]
            against = tuple(r for p in near for r in p.everyone() if r.id and r.kind != "place" and r.id not in own)
            roles |= {"target": against} if against else {}
        last = max(c.last for c in inner)
        if last < match.first:  # whether it goes on, the cabinet decides
            fields["span"] = (inner[0].first, match.last)
        else:
            fields["span"] = (match.first, last)
        if kind in _SAYING:
            fields["text"] = builder.evidence(sentence, inner[0].first, last).quote
    if kind == "demand":
        settle_sides(builder, match, roles)
    if kind in _SAYING and match.phrase is None and "text" not in fields:
        what = next((p for p in clause.objects if not p.refs and (p.triggers or p.noun or p.definite)), None)
        if what is not None:
            fields["text"] = what.text


# Events that a mission undergoes where no one else is named.
_OF_ITSELF = frozenset({"end", "extend", "reinforce", "reduce"})
# Events that who decides that they are done does.
_DECIDED = frozenset(
    {"suspend", "resume", "end", "extend", "reduce", "reinforce", "sanction", "expel", "recall", "postpone"}
)
# What one body of a state does to another.
_BETWEEN_BODIES = frozenset({"demand", "accuse", "condemn", "threaten"})
# Events that are about the one mission that the clause they govern speaks of.
_ON_MISSIONS = frozenset({"consult", "demand", "decide", "approve", "agree"})
_OF_ANYTHING = frozenset({"place_pronoun", "genitive_pronoun"})  # y mettre fin: to what was told before
_NOT_AT_HOME = frozenset({"visit", "withdraw", "condemn"})  # whose own land is not where
_AGAINST = frozenset({"condemn", "protest"})  # events that are against what somebody does
_STOPPING = frozenset({"suspend", "resume"})
# Events that nobody does to himself.
_UNDERGONE = frozenset({"detain", "release", "attack", "expel", "deny_access", "obstruct"})
# Events that say nothing where nobody known takes part in them.
_OF_PARTIES = frozenset({
    "deploy", "withdraw", "visit", "approve", "consult", "end", "agree", "mediate", "reject", "obstruct", "coup",
})  # fmt: skip
# Events that name a post, and that use ships, aircraft or vehicles.
_OF_PEOPLE = frozenset({"expel", "recall", "detain", "appoint", "elect", "resign"})
_WITH_ASSETS = frozenset({"deploy", "withdraw", "attack", "suspend", "deny_access", "reinforce"})
# Events that nobody has in, or does to, a mission before it begins.
_OF_ONE_THAT_RUNS = frozenset({"withdraw", "reduce", "attack", "clash", "obstruct", "detain", "deny_access"})
_NOT_YET = frozenset({"planned", "possible", "required"})
_HELPED = 3  # verbs of "zou zijn begonnen", which has happened, they say
# Events that govern a clause of their own ("eist dat …"): their evidence is both clauses.
_GOVERNING = frozenset({"demand", "decide", "deny", "accuse", "threaten", "agree", "reject"})
# Events whose object is a thing done or said; its words are kept where it is no one we know.
_SAYING = frozenset({"postpone", "deny", "reject", "condemn", "approve", "demand"})

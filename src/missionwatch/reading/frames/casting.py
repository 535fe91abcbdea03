"""Who takes which part in an event: what a frame's roles give, set right step by step by what the words say besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.demanding import between_bodies, of_the_same_land
from missionwatch.reading.frames.leaving import guessed, moving, named_by_town, of_their_own_land, words_of
from missionwatch.reading.frames.placing import home, scene, town, unsaid, where_they_were, works_there
from missionwatch.reading.frames.roles import TROOP_MOVES
from missionwatch.reading.frames.sides import (
    among,
    fought,
    of_their_base,
    of_their_country,
    of_those_held,
    of_those_struck,
    of_what_is_hit,
    struck_here,
    whose_thing,
    wielder,
    with_allies,
)
from missionwatch.reading.frames.understood import bound_to, fill_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


class Occurrence:
    """An event's match, its sentence, the report it stands in, and who has which role so far."""

    def __init__(self, builder: Builder, match: Match, sentence: Sentence) -> None:
        self.builder = builder
        self.pack = builder.pack
        self.match = match
        self.tokens = sentence.tokens
        self.frame = match.frame
        self.clause = match.clause
        self.roles: dict[str, tuple[EntityRef, ...]] = {}

    def ids(self, role: str) -> set[str | None]:
        """Return the ids of those who have a role; ``None`` for whoever is not known."""
        return {r.id for r in self.roles.get(role, ())}

    def known(self, role: str) -> set[str]:
        """Return the ids of those who have a role and are known."""
        return {r.id for r in self.roles.get(role, ()) if r.id}

    def give(self, role: str, refs: tuple[EntityRef, ...]) -> None:
        """Give somebody a role, where there is anybody."""
        if refs:
            self.roles[role] = refs


def cast(occurrence: Occurrence) -> None:
    """Give everybody their role in an event."""
    kind = occurrence.frame.type or ""
    for kinds, step in _STEPS:
        if not kinds or kind in kinds:
            step(occurrence)


def _fill(c: Occurrence) -> None:
    """Take from the clause what the frame says of its roles."""
    if c.frame.name == "attacked" and not c.clause.passive and any(r.id for p in c.clause.subjects for r in p.refs):
        c.match.relations = {name: found for name, found in c.match.relations.items() if name != "object"}
    if c.frame.type == "attack" and c.match.phrase is not None and not c.frame.harm:
        of_those_struck(c.match, c.pack)
    if c.frame.type == "detain" and c.match.phrase is not None:
        of_those_held(c.match)
    if c.frame.type == "coup" and c.match.fixed and not c.clause.opened(c.pack).isdisjoint(_AGAINST):
        c.match.relations = {
            name: found for name, found in c.match.relations.items() if name not in ("subject", "adjective")
        }
    struck_first = c.frame.type in ("attack", "sanction") and c.frame.harm is None
    order = ("instigator", "target", "actor") if struck_first else ("instigator", "actor", "target")
    for role in (*order, "partner", "place"):
        refs = c.match.fill(role)
        if refs and (role != "partner" or any(r.id for r in refs)):
            c.roles[role] = refs


def _not_by_those_struck(c: Occurrence) -> None:  # a patrol fell into an ambush that killed one soldier
    if c.frame.harm and c.roles.get("actor") and c.ids("actor") <= struck_here(c.builder, c.clause):
        del c.roles["actor"]


def _not_the_scene(c: Occurrence) -> None:  # in Brussels, the mission …
    if not c.known("actor"):
        return
    set_in = {r.country or r.id for p in scene(c.clause) for r in p.refs}
    for role in ("target", "place"):
        if c.roles.get(role) and {r.country or r.id for r in c.roles[role]} <= set_in:
            del c.roles[role]
    works_there(c.match, c.pack, c.roles)


def _named_after_town(c: Occurrence) -> None:  # l'accord de Ouagadougou conclu entre …; not: sans l'accord de Bamako
    if c.match.phrase is None or not c.match.phrase.words & c.pack.classes_of("pact_noun"):
        return
    behind = c.match.phrase.last + 1
    town = next(
        (p for p in c.clause.phrases if p.start == behind and "of" in p.relations and p.senses("capital")), None
    )
    if town is None or not any(told.first == town.last + 1 for told in c.clause.participles):
        return
    named = {r.country for r in town.refs if r.country}
    for role in [r for r in ("actor", "partner", "target") if r in c.roles]:
        c.give(role, tuple(r for r in c.roles.pop(role) if r.country not in named))


def _whose_request(c: Occurrence) -> None:  # approved the request of Somalia: it is Somalia's
    phrase = c.match.phrase
    if phrase is None or c.match.light or phrase not in c.clause.objects or "approve" not in c.clause.opened(c.pack):
        return
    by = [p for p in c.clause.phrases if p.start == phrase.last + 1 and "of" in p.relations]
    by += c.match.relations.get("genitive", [])
    theirs = tuple(r for r in (*(r for p in by[:1] for r in p.refs), *phrase.adjective_refs) if r.kind in _ASKING)
    if theirs:
        c.roles["actor"] = theirs
        c.roles.pop("target", None)


_ASKING = frozenset({"state", "organisation", "group", "person"})


def _by_whose_weapon(c: Occurrence) -> None:
    told_by = {r.id for p in c.match.relations.get("adjective", ()) for r in p.refs}
    if c.ids("actor") <= told_by:
        c.give("actor", wielder(c.match, c.pack))


def _whom_it_struck(c: Occurrence) -> None:
    if c.frame.harm and not c.known("target"):
        c.give("target", among(c.match))
    if c.frame.name == "attack" and "target" not in c.roles:
        c.give("target", whose_thing(c.match))
    struck = c.frame.name == "attacked" and bool(c.roles.get("actor")) and "target" not in c.roles
    if struck and of_what_is_hit(c.match, c.roles):
        c.roles["target"] = c.roles.pop("actor")


def _which_mission(c: Occurrence) -> None:
    if "mission" in c.frame.roles and (mission := c.match.fill("mission")):
        c.roles["mission"] = tuple({ref.id or ref.text: ref for ref in mission}.values())
    else:
        c.give("mission", tuple(r for r in c.roles.get("target", ()) if r.kind == "mission")[:1])


def _of_their_country(c: Occurrence) -> None:
    of_their_country(c.match, c.roles)
    moving(c.builder, c.match, c.roles)


def _not_from_a_capital(c: Occurrence) -> None:  # called on Belgrade to withdraw: not from there
    if c.match.phrase is None and named_by_town(c.match, c.roles):
        del c.roles["place"]


def _undergone_by_itself(c: Occurrence) -> None:  # a mission that ends is ended
    roles, kind = c.roles, c.frame.type
    whole = c.match.phrase is not None or not c.clause.objects or (c.match.fixed and kind == "extend")
    itself = kind in _OF_ITSELF and bool(roles.get("actor")) and roles["actor"] == roles.get("mission") and whole
    if itself or (kind == "deploy" and _deployed(c.match, roles)):
        del roles["actor"]


def _mission_struck(c: Occurrence) -> None:  # beschieting van de UNISFA-basis
    struck = tuple(r for r in c.roles.get("actor", ()) if r.kind == "mission")
    if "target" not in c.roles and c.match.phrase is not None and struck:
        c.roles["target"], c.roles["mission"] = struck, struck[:1]
        del c.roles["actor"]


def _understood(c: Occurrence) -> None:
    fill_in(c.builder, c.match, c.roles)


def _kept_out(c: Occurrence) -> None:  # Germany stopped its flights after Mali refused clearance
    above = c.clause.parent.subjects if c.clause.parent is not None and c.clause.link in ("time", "cause") else []
    by = c.roles.get("actor", ())
    if by and c.roles.keys().isdisjoint(("target", "mission")):
        c.give("target", tuple(r for p in above for r in p.refs if r.kind == "state" and r.id and r not in by)[:1])


def _allied(c: Occurrence) -> None:
    if "partner" in c.roles:
        with_allies(c.match, c.roles)


def _against_whom(c: Occurrence) -> None:  # condemns the American strikes
    if "target" in c.roles or c.match.phrase is not None:
        return
    what = c.clause.objects if c.frame.type == "condemn" else c.match.relations.get("against", ())
    whose = [r for p in what for r in p.adjective_refs]
    c.give("target", tuple(whose))
    if c.frame.type == "protest" and c.ids("place") & {r.id for r in whose}:
        del c.roles["place"]


def _not_by_the_host(
    c: Occurrence,
) -> None:  # the government sends soldiers to a mission: not that of the land it is in
    if "mission" in c.roles and "actor" in c.roles:
        there = c.builder.discourse.hosts_of(c.roles["mission"][0].id)
        if any(r.body == "government" and r.country in there for r in c.roles["actor"]):
            del c.roles["actor"]


def _not_where_they_come_from(c: Occurrence) -> None:
    if c.frame.type == "deny_access" and c.ids("place") <= c.ids("target"):
        c.roles.pop("place", None)  # France was refused clearance: not there
    if "place" in c.roles and home(c.match, c.roles):
        del c.roles["place"]  # a peacekeeper from Tanzania was killed: not there
        spots = [p for p in c.match.reach() if {"in", "at", "to"} & set(p.relations) or p in c.clause.objects]
        c.give("place", tuple(r for p in spots for r in p.refs if r.kind == "place" and r.id)[:1])
    if c.frame.type in _NOT_AT_HOME and c.ids("place") & c.known("actor"):
        del c.roles["place"]  # a US delegation


def _place_as_doer(c: Occurrence) -> None:  # who arrests in Bamako is the state there
    doers = c.roles.get("actor", ())
    if not any(ref.kind == "place" for ref in doers):
        return
    if c.frame.type not in TROOP_MOVES:
        c.roles.setdefault("place", tuple(ref for ref in doers if ref.kind == "place"))
    hosts = [c.builder.state_of(ref) if ref.kind == "place" else ref for ref in doers]
    del c.roles["actor"]
    c.give("actor", tuple(ref for ref in hosts if ref is not None))


def _bound_to(c: Occurrence) -> None:
    if c.frame.name == "end" and c.match.fixed and "target" not in c.roles:
        c.give("target", bound_to(c.builder, c.match))


def _fought(c: Occurrence) -> None:
    if c.frame.type == "clash" and "target" not in c.roles:
        fought(c.match, c.roles)
    elif c.frame.type in ("attack", "obstruct") and c.frame.harm is None:
        of_their_base(c.builder, c.match, c.roles)


def _with_each_other(c: Occurrence) -> None:
    doers = c.roles.get("actor", ())
    one = {"person"} < {r.kind for r in doers}  # le ministre italien, X, a parlé de …
    if c.frame.type == "agree" and len(doers) > 1 and "partner" not in c.roles:
        c.roles["actor"], c.roles["partner"] = doers[:1], doers[1:]  # Washington and Niamey agreed
    if c.frame.type == "consult" and "target" not in c.roles and len(doers) > 1 and not one:
        c.roles["actor"], c.roles["target"] = doers[:1], doers[1:]  # X and Y met


def _visited(c: Occurrence) -> None:
    hosts = [r for r in c.roles.get("target", ()) if r.kind == "state" and r.body != "armed_forces"]
    if met := {r.id for r in hosts}:  # who travels there is not theirs; but may visit his own soldiers
        c.give("actor", tuple(r for r in c.roles.pop("actor", ()) if r.id not in met))
    if visited := town(c.builder, c.clause):
        c.roles.pop("target", None)
        c.roles["place"] = visited
    if any(role in c.roles for role in ("place", "target", "mission")):
        return
    posts = c.pack.classes_of("post_noun")
    to = (p for p in c.match.reach() if p.relations or p in c.clause.objects)
    if any(p.words & posts and p.definite and not p.owned for p in to):  # a visit to the camp
        c.give("mission", c.builder.discourse.mission_near(anywhere=True))


def _not_with_himself(c: Occurrence) -> None:  # beside its frigate X, Denmark sends a second ship
    own = {r.country for r in c.roles.get("actor", ()) if r.kind == "state" and r.id}
    if own and all(r.kind == "state" and r.country in own for r in c.roles.get("partner", ())):
        c.roles.pop("partner", None)


def _of_the_same_land(c: Occurrence) -> None:
    if c.known("actor"):
        of_the_same_land(c.match, c.roles)


def _recalled_from_there(c: Occurrence) -> None:  # the government is to recall its ambassador to Israel
    own = c.known("actor")
    if own == c.ids("place") and guessed(c.match, c.roles["actor"] if own else ()):
        c.roles["actor"] = words_of(c.roles["actor"])


def _not_to_himself(c: Occurrence) -> None:
    """Let nobody do to himself what nobody does to himself: ask at his own request, accuse, hold his own."""
    roles, kind, own = c.roles, c.frame.type, c.known("actor")
    if own and own == c.ids("instigator"):
        del roles["instigator"]  # nobody leaves at his own request
    if kind == "consult" and own and own < c.ids("target") and guessed(c.match, roles["actor"]):
        roles["actor"] = words_of(roles["actor"])  # in Athens the minister met his Belgian and Greek counterparts
    if not own or own != c.ids("target") or (kind in _BETWEEN_BODIES and between_bodies(c.match, roles)):
        return
    if of_their_own_land(c.match, roles["actor"]):
        del roles["target"]  # the Government of Mali asked for …
        return
    if kind != "accuse" and guessed(c.match, roles["actor"]):
        roles["actor"] = words_of(roles["actor"])  # the police held a Frenchman
        return
    soldiers = all(r.body == "armed_forces" for r in roles["target"])
    if soldiers and kind in _UNDERGONE and guessed(c.match, roles["target"]):
        roles["target"] = words_of(roles["target"])  # Mali frees the soldiers: not its own
    elif kind in GOVERNING:
        discourse = c.builder.discourse
        spoken = (*discourse.topic, *discourse.hosts(), *reversed(discourse.states))
        accuser = next((r for r in spoken if r.kind == "state" and r.id not in own), None)
        if kind == "accuse" and accuser is not None:
            roles["actor"] = (accuser,)  # "the government accuses France": not the French one
        else:
            del roles["target"]  # nobody demands of himself


def _who_tells_them(c: Occurrence) -> None:  # Mali demanded that France leave
    governing = c.clause.parent if c.clause.link == "purpose" else c.clause
    if (
        c.frame.name == "told_to_leave"
        and "actor" not in c.roles
        and governing
        and governing.attitudes & {"demand", "direct"}
    ):
        told = c.ids("target")
        c.give("actor", tuple(r for p in governing.subjects for r in p.everyone() if r.id and r.id not in told))


def _who_decided(c: Occurrence) -> None:  # decides that Niger is suspended
    above = c.clause.parent if c.clause.passive and c.clause.link == "content" else None
    if above is not None and "actor" not in c.roles and "decide" in above.opened(c.pack):
        c.give("actor", tuple(r for p in above.subjects for r in p.everyone() if r.id))


def _place_unsaid(c: Occurrence) -> None:
    if "place" not in c.roles:
        c.give("place", unsaid(c.builder, c.match, c.roles))
    if c.frame.type in TROOP_MOVES:
        c.give("place", where_they_were(c.builder, c.match, c.roles))


def _their_own_army(c: Occurrence) -> None:  # Paris says the army has seized power in Bamako: not the French one
    doers = tuple(r for r in c.roles.get("actor", ()) if r.kind == "state")
    ousted = {r.country for r in c.roles.get("target", ()) if r.country}  # those who toppled President X: his army
    lands = ousted or {r.country for r in c.roles.get("place", ()) if r.country}
    if len(ousted) == 1 and not c.match.fill("place") and lands.isdisjoint(r.country for r in c.roles.get("place", ())):
        c.roles["place"] = (c.builder.discourse.register.ref(f"state:{next(iter(ousted))}", ""),)
    above = c.clause.parent.phrases if c.clause.parent is not None else []
    told = [p for p in above if any(r in doers for r in p.refs)] if ousted else []  # the soldiers | who toppled X
    unsaid = guessed(c.match, doers) or (told and not any(p.senses("name", "adjective", "national") for p in told))
    if len(lands) == 1 and doers and lands.isdisjoint(r.country for r in doers) and unsaid:
        land = c.builder.discourse.register.ref(f"state:{next(iter(lands))}", doers[0].text, body=doers[0].body)
        c.roles["actor"] = (land,)


def _those_it_befalls(c: Occurrence) -> None:
    roles, clause, kind, own = c.roles, c.clause, c.frame.type, c.known("actor")
    if not own:
        return
    doers = {r.id for p in clause.subjects for r in p.refs}
    told_apart = {r.id for p in c.match.relations.get("adjective", ()) for r in p.refs} - doers
    hit = c.ids("target")
    told = [p for p in clause.objects if hit & {x.id for x in p.refs} or (p is clause.objects[0] and not p.refs)]
    carried = {r.id for p in told for r in p.adjective_refs}
    if clause.passive and kind in _UNDERGONE and own <= carried - hit:
        roles["target"] = (*roles.pop("actor"), *roles.get("target", ()))  # a Mongolian patrol was turned back
        if c.ids("place") <= told_apart:
            roles.pop("place", None)
    elif (c.frame.name == "attacked" and own <= hit) or (kind in _UNDERGONE and own <= hit & told_apart):
        del roles["actor"]  # Tunisian soldiers were detained: not by Tunisia


def _the_host_tells_them(c: Occurrence) -> None:  # have 48 hours to leave Rwanda
    left = [r for a in c.clause.aims for p in a.objects for r in p.refs] if c.frame.name == "told_to_leave" else []
    if c.frame.from_place and "actor" not in c.roles and (where := (*c.roles.get("place", ()), *left)):
        host = c.builder.state_of(where[0])
        if host is not None and host.id not in c.ids("target"):
            c.roles["actor"] = (host,)


def _deployed(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether a mission named as who deploys is what somebody deploys: "Europe deployed it", "MISCA was deployed"."""
    who = {r.id for r in roles.get("actor", ()) if r.kind == "mission"}
    taken = {r.id for p in match.relations.get("object", ()) for r in p.refs}
    done_to = bool(match.clause.subjects) or match.clause.passive
    enters = match.frame.name == "enter"  # the mission that entered the Gambia
    return match.phrase is None and bool(who) and (enters or (done_to and who <= taken))


# Events that a mission undergoes where no one else is named.
_OF_ITSELF = frozenset({"end", "extend", "reinforce", "reduce"})
# Events that who decides that they are done does.
_DECIDED = frozenset(
    {"suspend", "resume", "end", "extend", "reduce", "reinforce", "sanction", "expel", "recall", "postpone"}
)
# What one body of a state does to another.
_BETWEEN_BODIES = frozenset({"demand", "accuse", "condemn", "threaten"})
_NOT_AT_HOME = frozenset({"visit", "withdraw", "condemn"})  # whose own land is not where
_AGAINST = frozenset({"condemn", "protest"})  # events that are against what somebody does
# Events that nobody does to himself.
_UNDERGONE = frozenset({"detain", "release", "attack", "expel", "deny_access", "obstruct"})
GOVERNING = frozenset({"demand", "decide", "deny", "accuse", "threaten", "agree", "reject"})
"""Events that govern a clause of their own ("eist dat …"): their evidence is both clauses, and nobody says them to himself."""
STOPPING = frozenset({"suspend", "resume"})
"""Events that stop some work, or take it up again."""

_ATTACK, _VISIT = frozenset({"attack"}), frozenset({"visit"})
_EVERY: frozenset[str] = frozenset()
_STEPS: tuple[tuple[frozenset[str], Callable[[Occurrence], None]], ...] = (
    (_EVERY, _fill),
    (_EVERY, _not_by_those_struck),
    (STOPPING, _not_the_scene),
    (_ATTACK, _by_whose_weapon),
    (frozenset({"agree", "approve"}), _named_after_town),
    (frozenset({"demand"}), _whose_request),
    (_EVERY, _whom_it_struck),
    (_EVERY, _which_mission),
    (_EVERY, _of_their_country),
    (TROOP_MOVES, _not_from_a_capital),
    (_OF_ITSELF | {"deploy"}, _undergone_by_itself),
    (_ATTACK, _mission_struck),
    (_EVERY, _understood),
    (frozenset({"deny_access"}), _kept_out),
    (_ATTACK, _allied),
    (_AGAINST, _against_whom),
    (frozenset({"deploy"}), _not_by_the_host),
    (_EVERY, _not_where_they_come_from),
    (_EVERY, _place_as_doer),
    (_EVERY, _bound_to),
    (frozenset({"clash", "attack", "obstruct"}), _fought),
    (frozenset({"agree", "consult"}), _with_each_other),
    (TROOP_MOVES, _not_with_himself),
    (_VISIT, _visited),
    (frozenset({"demand"}), _of_the_same_land),
    (frozenset({"recall"}), _recalled_from_there),
    (_EVERY, _not_to_himself),
    (_EVERY, _who_tells_them),
    (_DECIDED, _who_decided),
    (_EVERY, _place_unsaid),
    (frozenset({"coup"}), _their_own_army),
    (_EVERY, _those_it_befalls),
    (_EVERY, _the_host_tells_them),
)
"""What sets the roles right, in this order, and for which types of event (none: for all)."""

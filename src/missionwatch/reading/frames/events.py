"""Events: the fields of what happens, happened or is announced, from a match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames import unsettled
from missionwatch.reading.frames.answering import by_saying
from missionwatch.reading.frames.authorship import speaking
from missionwatch.reading.frames.casting import GOVERNING, STOPPING, Occurrence, cast
from missionwatch.reading.frames.dating import not_begun
from missionwatch.reading.frames.demanding import settle_sides
from missionwatch.reading.frames.leaving import (
    until_it_leaves,
)
from missionwatch.reading.frames.no_event import tells_none
from missionwatch.reading.frames.phrases import only_lands, opposed
from missionwatch.reading.frames.placing import seen_there
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.retyping import type_of
from missionwatch.reading.frames.sides import (
    stopped,
    whose_request,
)
from missionwatch.reading.frames.timing import timed
from missionwatch.reading.frames.tolls import counted
from missionwatch.reading.frames.understood import OF_WORK, who_rules_out, whose_work
from missionwatch.reading.frames.undoing import condemned
from missionwatch.reading.frames.wanting import by_a_thing

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def event(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields of an event: who did what to whom, where, when, with how many killed, injured, sent or taken."""
    frame = match.frame
    occurrence = Occurrence(builder, match, sentence)
    if tells_none(occurrence):
        return None
    cast(occurrence)
    occurrence.roles = by_saying(match, occurrence.roles, builder)
    if not _settled(occurrence, sentence):
        return None
    roles = {role: tuple({r.id or r.text: r for r in refs}.values()) for role, refs in occurrence.roles.items()}
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
    named = sum(1 for r in ("actor", "target", "mission") if any(_known(x) for x in roles.get(r, ())))
    if _says_nothing(occurrence, fields, named):
        return None
    fields["confidence"] = (0.45, 0.7, 0.85, 0.9)[named]
    return fields


def _settled(occurrence: Occurrence, sentence: Sentence) -> bool:
    """Settle who has which role by what only all roles together tell; say whether there is an event."""
    builder, match, frame, clause = occurrence.builder, occurrence.match, occurrence.frame, occurrence.clause
    roles = occurrence.roles
    if frame.type == "threaten" and "actor" not in roles and by_a_thing(match):
        return False  # a lack of money threatens the mission
    if unsettled.only_tells(builder, match, sentence.tokens, roles.get("actor", ())):
        return False  # the minister flies to Niamey, insists that it has no troops there, was set up to advise
    if frame.type == "visit" and match.fixed:
        against = any(p.start <= match.anchor <= p.last and opposed(p) for p in clause.phrases)
        if against or match.modality == "required":
            return False  # advises against all travel
    if frame.type == "postpone" and any(r.kind == "group" for r in roles.get("target", ())):
        return False  # a group that is pushed back
    if frame.type in STOPPING and not roles.keys() - {"place", "partner"}:
        occurrence.give("target", stopped(match))  # the road works were suspended on Monday
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
    if frame.type == "reject" and "target" not in roles:
        occurrence.give("target", whose_request(builder, match))
    if frame.type in OF_WORK and "mission" not in roles:
        occurrence.give("mission", whose_work(builder, match, sentence, roles))
    undecided = frame.type == "decide" and match.negated
    if undecided and "actor" not in roles:
        occurrence.give("actor", speaking(builder.discourse))  # no decision has been taken
    denied = builder.denied and not (clause.link == "content" and clause.subjects)  # not who thinks that others stay
    ruled_out = frame.type == "withdraw" and ((match.negated and match.modality == "planned") or denied)
    if (
        ruled_out
        and match.phrase is None
        and roles.get("actor")
        and not any(r.id for p in clause.subjects for r in p.refs)
    ):
        left = {r.id for p in clause.objects if only_lands(p) for r in p.refs}
        if left and occurrence.known("actor") <= left:  # il n'est pas question de quitter le Niger
            roles.setdefault("place", roles.pop("actor"))
    if ruled_out and not occurrence.known("actor"):
        occurrence.give("actor", who_rules_out(builder, match, roles))
    happening = undecided or frame.type in ("coup", "attack", "elect", "clash", "protest", "postpone")
    put_off = frame.type == "postpone" and match.phrase is None and unsettled.put_off(clause)
    if frame.name == "inquiry" and "actor" not in roles:
        held = [p for p in clause.phrases if any(t.frame == "investigate" for t in p.triggers)]
        own = (q for p in held for q in dependents(p, clause) if "of" in q.relations)
        occurrence.give("actor", tuple(r for q in own for r in q.refs if r.id and r.kind != "place"))  # one of the UN's
    opened = (
        frame.name == "inquiry" and match.modality == "actual" and not match.negated
    )  # an inquiry is under way, whoever holds it
    if not (roles.keys() - {"place", "partner"}) and not (
        opened or (happening and (roles or frame.harm or put_off or undecided))
    ):
        return False
    if frame.type == "obstruct" and "target" not in roles and occurrence.ids("actor") & occurrence.ids("mission"):
        if match.phrase is None:
            return False  # a mission prevents fighting, but obstructs nobody
        roles["target"] = roles.pop("actor")  # obstruction of UNMISS
    # A mission watches over others' embargo, drives rebels out of a town, but expels nobody.
    doers = roles.get("actor", ())
    return not (frame.type in ("sanction", "expel") and doers and all(r.kind == "mission" for r in doers))


def _says_nothing(occurrence: Occurrence, fields: dict[str, Any], named: int) -> bool:
    """Say whether an event says nothing of anyone: "the fighting", "reports on hostilities", "thirteen members voted in favour"."""
    match, frame, clause, roles = occurrence.match, occurrence.frame, occurrence.clause, fields["roles"]
    doer = {r.id for r in roles.get("actor", ())} if frame.type == "support" else set()  # who helps helps another
    others = {need for need in frame.needs if {r.id for r in roles.get(need, ())} - (doer - {None})}
    if frame.needs and not (others or any(fields.get(need) for need in frame.needs)):
        return True
    told = any(fields.get(key) for key in ("killed", "injured", "quantity", "time"))
    if match.phrase is not None and not match.light and not named and not told and not _where(roles):
        return True  # "the fighting", "a departure of troops": says nothing of anyone
    about = match.phrase is not None and "about" in match.phrase.relations and not condemned(match, occurrence.pack)
    if about and not match.light and not (named or told):
        return True  # reports on hostilities along the line: on any there may be
    if not named and not told and not _where(roles) and frame.type in _OF_PARTIES and match.phrase is None:
        return True  # "thirteen members voted in favour": of nobody the reader knows
    any_there_be = match.phrase is not None and match.phrase in clause.subjects and not match.phrase.definite
    would = clause.modality in _NOT_YET or (clause.hearsay and len(clause.verbs) < _HELPED)
    return any_there_be and would and not (match.light or told)  # attacks on peacekeepers may be war crimes


def _known(ref: EntityRef) -> bool:
    """Say whether somebody is known, or a person by a full name."""
    return bool(ref.id) or (ref.kind == "person" and " " in ref.text.strip())


def _where(roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    return any(r.id or r.text for r in roles.get("place", ()))


def _governing(builder: Builder, match: Match, sentence: Sentence, fields: dict[str, Any]) -> None:
    """Add what the clauses say that an event governs: whom a demand is made of, which mission talks are about."""
    kind, clause, roles = match.frame.type, match.clause, fields["roles"]
    inner = [c for c in builder.clauses if c.parent is clause and c.link in ("content", "purpose")]
    if kind in _ON_MISSIONS and "mission" not in roles:  # "bekijkt met de VN wat dit betekent voor de missie"
        named = (p for c in inner for p in c.phrases if kind == "consult" or p.pronoun not in _OF_ANYTHING)
        meant = {r.id: r for p in named for r in p.everyone() if r.kind == "mission" and r.id}
        one = len(meant) == 1 and (match.phrase is None or match.light or any(r.id for r in roles.get("actor", ())))
        roles |= {"mission": tuple(meant.values())} if (kind == "consult" and meant) or one else {}
    if match.phrase is None and kind in GOVERNING and inner:
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


# Events that are about the one mission that the clause they govern speaks of.
_ON_MISSIONS = frozenset({"consult", "demand", "decide", "approve", "agree"})
_OF_ANYTHING = frozenset({"place_pronoun", "genitive_pronoun"})  # y mettre fin: to what was told before
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
# Events whose object is a thing done or said; its words are kept where it is no one we know.
_SAYING = frozenset({"postpone", "deny", "reject", "condemn", "approve", "demand"})

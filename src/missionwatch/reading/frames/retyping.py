"""What kind of event a match tells where its words are of another: who sends more reinforces, who lands at home has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.leaving import bound_for, came_home, guessed, relieves, sets_out
from missionwatch.reading.frames.reaching import crowd_of, dependents
from missionwatch.reading.frames.sides import in_fighting

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.records import EntityRef


def type_of(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> str | None:
    """Return the event's type: who sends more reinforces, who ends its part in a mission leaves it (the mission goes on)."""
    frame = match.frame
    if frame.name == "consented":
        return "approve" if _decides(builder, match, roles) else "agree"
    lemma = match.clause.lemmas.get(match.anchor, "") if match.phrase is None else ""
    wants = bool(lemma) and "content" in match.only and "demand" not in builder.pack.attitudes.get(lemma, ())
    if frame.type == "demand" and match.negated and wants:
        match.negated = False
        return "reject"  # does not want the Council to extend it
    if frame.type == "reject" and match.phrase is None and _blamed(builder, match):
        return "deny"  # rejects all responsibility
    if frame.type == "deploy" and any(p.adds(builder.pack.additional) or _others(p, builder) for p in match.reach()):
        return "reinforce"  # another 700 soldiers, vingt autres
    if frame.type == "deploy" and came_home(builder, match, roles):
        return "withdraw"
    if frame.type == "deploy" and match.phrase is None and _last_gone(builder, match, roles):
        roles.pop("place", None)
        return "withdraw"  # the last Danes of the mission flew out to Dakar
    either = lemma in builder.pack.classes_of("either_way")
    if either and frame.type == "withdraw" and any(p.adds(builder.pack.additional) for p in match.reach()):
        return "reinforce"  # has flown out four more helicopters
    if frame.type == "withdraw" and _goes_there(builder, match, roles):
        return "deploy"  # will send 150 soldiers; the first leave in May
    beginning = any(p.words & builder.pack.classes_of("first_of") and p.is_people for p in match.reach())
    known = any(r.kind == "state" and r.id for r in roles.get("actor", ()))
    told = any(p.number and (p.refs_of("state") or known) for p in match.reach())
    if frame.type == "withdraw" and beginning and not told:
        return "reduce"  # the first soldiers have left: the others have not
    if frame.type == "withdraw" and relieves(match, builder.pack):
        roles.pop("place", None)  # where they come from
        return "deploy"
    if frame.type == "withdraw" and _goes_to_serve(match, builder.pack):
        roles.pop("place", None)
        roles.pop("partner", None)  # with whom they are to serve
        return "deploy"  # left Kigali for service with UNMISS
    if frame.type == "withdraw" and (bound_for(match) or sets_out(match, roles, builder.pack)):
        return "deploy"
    if frame.type == "sanction" and any(r.kind == "mission" for p in match.clause.objects for r in p.refs):
        return "approve"  # a mission sanctioned by the Council
    if frame.type == "withdraw" and match.light and (gone := _sent_off(match, roles)):
        roles["target"] = gone
        roles.pop("place", None)
        return "expel"  # ordered the departure of the French ambassador
    if frame.type == "expel" and match.phrase is None and (there := _sent_back(builder, match)):
        roles["place"] = there
        roles.pop("target", None)
        return "deploy"  # ont renvoyé cent soldats au Tchad
    envoys = [p for p in match.clause.objects if any(r.body == "diplomats" for r in p.refs)]
    last = builder.pack.classes_of("ending")  # the last diplomats: nobody is left
    if (
        frame.type == "withdraw"
        and match.phrase is None
        and envoys
        and not any(p.number or p.words & last for p in envoys)
    ):
        return "recall"
    if frame.harm and in_fighting(match.clause):
        return "clash"  # fighting cost the lives of 30
    parts = (
        any(p.noun == "contribution" for p in match.clause.phrases if p not in match.clause.subjects)
        and match.phrase is None
    )
    if frame.type == "end" and (part := _part_ended(match)) is not None:
        whose = tuple(r for r in (*part.adjective_refs, *part.refs) if r.kind == "state")
        roles |= {"actor": whose} if whose else {}
        return "withdraw"
    if frame.type == "end" and match.phrase is None and _daily(builder, match):
        return "suspend"  # has stopped its patrols
    if parts and frame.type == "end" and not any(r.kind == "state" for r in roles.get("actor", ())):
        theirs = (p for p in match.clause.phrases if p.noun == "contribution" and p not in match.clause.subjects)
        givers = [r for p in theirs for r in p.adjective_refs if r.id][:1]
        roles |= {"actor": tuple(givers)} if givers else {}  # that brings ten years of German participation to an end
    return "withdraw" if parts and frame.type == "end" else frame.type


def _goes_to_serve(match: Match, pack: Pack) -> bool:
    """Say whether people leave to serve with a mission: "will leave for service with UNIFIL", "vertrekt op missie naar UNMISS"."""
    duty = pack.classes_of("duty_noun")
    if match.phrase is not None or match.clause.passive:
        return False
    to_do = [
        p for p in match.clause.phrases if p.first > match.anchor and p.words & duty and _TO_SERVE & set(p.relations)
    ]
    behind = (q for p in to_do if not p.owned for q in match.clause.phrases if q.first > p.last)
    serving = (
        q for c in match.clause.aims if c.opened(pack) & _SERVING for q in c.phrases
    )  # partent servir au sein de
    return any(q.refs_of("mission") and "from" not in q.relations for q in (*behind, *serving))


_TO_SERVE = frozenset({"for", "to", "in", "at", "with"})
_SERVING = frozenset({"serve"})


def _blamed(builder: Builder, match: Match) -> bool:
    """Say whether somebody rejects having had a part in something, not what is asked, planned or said."""
    return any(p.words & builder.pack.classes_of("blame_noun") and p.bare for p in match.clause.objects)


def _last_gone(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether the last of a state's people in a mission go to where it is not: "the last Belgians of UNAMIR fly out to Nairobi"."""
    ending = builder.pack.classes_of("ending")
    last = [p for p in match.clause.subjects if p.words & ending and p.refs_of("state") and p.number is None]
    mission = roles.get("mission") or builder.discourse.sole_mission()
    hosts = builder.discourse.hosts_of(mission[0].id) if mission else ()
    there = [r.country for r in roles.get("place", ()) if r.country]
    return bool(last) and bool(hosts) and bool(there) and not any(country in hosts for country in there)


def _goes_there(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether soldiers who leave, nobody says from where, are those whom their state was just told to be about to send."""
    people = [p for p in match.clause.subjects if p.is_people and not p.words & builder.pack.classes_of("ending")]
    from_there = any({"from", "genitive_from"} & set(p.relations) for p in match.clause.phrases) or match.clause.objects
    if match.phrase is not None or match.fixed or match.clause.passive or not people or from_there:
        return False
    whose = {r.country for r in roles.get("actor", ()) if r.country}
    told = [
        d
        for d in builder.drafts[-_LATELY:]
        if d.fields.get("type") == "deploy" or d.fields["predicate"] == "contribution"
    ]
    told = [d for d in told if any(r.country in whose for role in _GOING for r in d.fields["roles"].get(role, ()))]
    return bool(told) and told[-1].fields.get("modality") == "planned"


_LATELY = 4  # drafts
_GOING = ("actor", "contributor")


def _part_ended(match: Match) -> Phrase | None:
    """Return the part in a mission whose end a noun tells: "the termination of the Dutch contribution to MINUSMA"; the mission goes on."""
    hung = dependents(match.phrase, match.clause)[:1] if match.phrase is not None else []
    return next((p for p in hung if p.noun == "contribution" and "of" in p.relations), None)


def _sent_off(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return whose envoy another state has leave."""
    hung = dependents(match.phrase, match.clause)[:1] if match.phrase is not None else []
    own = {r.country for r in roles.get("actor", ())}
    return tuple(r for p in hung for r in p.refs if r.body == "diplomats" and r.id and r.country not in own)


def _sent_back(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return where soldiers of whom nobody says whose they are, so the sender's, are sent to again."""
    plain = builder.pack.classes_of("soldiers")
    sent = [p for p in match.clause.objects if p.is_people and not any(r.id for r in (*p.refs, *p.adjective_refs))]
    troops = any(q.words & plain for p in sent for q in (p, *crowd_of(p, match.clause)))
    ways = (p for p in match.relations.get("to", ()) if troops)
    return tuple(r for p in ways for r in p.refs if r.kind == "place" or (r.kind == "state" and r.body is None))[:1]


def _daily(builder: Builder, match: Match) -> bool:
    """Say whether what a mission ends is only what it does from day to day: "heeft zijn trainingen stopgezet"."""
    clause, work = match.clause, builder.pack.classes_of("work_noun").difference(match.trigger.split())
    own = any(r.kind == "mission" for p in clause.subjects for r in p.refs)
    done = [*clause.objects, *(p for p in clause.phrases if "with" in p.relations)]
    return own and not clause.passive and any(p.words & work and not p.named for p in done)


def _decides(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether those who consent sit together to decide, as a council, a parliament and a cabinet do; a land or one person consents.

    Whoever consents to a mission lets it come.
    """
    if any(r.kind == "mission" for p in match.reach() if p.pronoun is None for r in p.refs):
        return True
    offices = {o.id for o in builder.discourse.register.offices}
    who = [r for r in roles.get("actor", ()) if r.id]
    sitting = any(r.body == "parliament" or (r.kind == "organisation" and r.id not in offices) for r in who)
    return sitting or (any(r.body == "government" for r in who) and guessed(match, who))


def _others(phrase: Phrase, builder: Builder) -> bool:
    """Say whether a phrase counts people beside those told of."""
    return phrase.number is not None and phrase.is_people and phrase.adds(builder.pack.classes_of("more_of"))

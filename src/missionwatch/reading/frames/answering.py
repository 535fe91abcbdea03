"""Whom an answer is to: who asked or accused just before ("Israel asked … | UNIFIL turned that down"), or struck, where it is condemned.

And who is meant without being named: "he", who was asked and refuses, and who holds those whose release is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from missionwatch.reading.frames.authorship import speaking
from missionwatch.reading.frames.holders import holders_of
from missionwatch.reading.frames.reaching import dependents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

_ANSWERED = {"reject": "demand", "deny": "accuse"}  # what an answer answers
_IT = frozenset({"person_pronoun", "object_pronoun", "neuter_pronoun"})
_ASKED_FOR = frozenset({"required", "planned"})
_NEAR = 2  # sentences between what is said and its answer


def answer(drafts: Sequence[Draft], pack: Pack) -> None:
    """Let who refuses or denies without saying whom do so to who asked or accused just before."""
    for n, draft in enumerate(drafts):
        kind = draft.fields.get("type")
        if kind not in _ANSWERED or draft.fields.get("negated") or draft.fields["roles"].get("target"):
            continue  # whom it answers is said
        own = _known(draft, "actor")
        for at in range(n - 1, -1, -1) if own else ():
            before = drafts[at]
            if draft.sentence - before.sentence > _NEAR:
                break
            said = before.fields.get("type")
            whom = tuple(r for r in before.fields["roles"].get("actor", ()) if r.id) if said in _SAID else ()
            asked = bool(own & (_known(before, "target") | _known(before, "mission")))
            charged = kind == "reject" and said == "accuse" and asked and draft.sentence == before.sentence
            if not whom or own & {r.id for r in whom}:
                continue
            charged = charged and draft.clause is not before.clause  # but: accuses X of refusing
            if charged or (said == _ANSWERED[kind] and (asked or (kind == "reject" and _takes_up(draft, pack)))):
                draft.fields["roles"] = draft.fields["roles"] | {"target": whom}
                draft.fields["type"] = "deny" if charged else kind  # a charge that Kigali dismissed
                if asked or charged:
                    draft.fields.pop("text", None)  # "that request" says no more than who made it
                break


def asked_of(drafts: Sequence[Draft]) -> None:
    """Let whoever refuses or grants what somebody asked be whom it was asked of, where nobody else is: "NATO's request | Denmark refused"."""
    for draft in drafts:
        if draft.fields.get("type") not in _REPLIES:
            continue
        whom = tuple(r for r in draft.fields["roles"].get("actor", ()) if r.id and r.kind != "person")
        to = _known(draft, "target") | _known(draft, "partner")
        near = _between(drafts, draft.sentence - _NEAR, draft.sentence + 1)
        asked = [d for d in near if d.fields.get("type") == "demand" and not d.fields.get("negated")]
        asked = [d for d in asked if not d.fields["roles"].get("target") and _known(d, "actor") & to]
        if asked and whom and not {r.id for r in whom} & _known(asked[-1], "actor"):
            asked[-1].fields["roles"] = asked[-1].fields["roles"] | {"target": whom}


_REPLIES = frozenset({"reject", "agree", "approve"})


def answered_no(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read that what was asked just before was refused by whom it was asked: "Cairo asked Ghana to wait. The answer was no."."""
    if not builder.pack.says("answered_no", clause.lows(sentence.tokens)) or clause.link != "main":
        return
    if any(d.clause is clause and d.fields.get("type") in _ANSWERED for d in builder.since(number)):
        return
    near = (d for d in reversed(builder.drafts) if number - d.sentence <= 1 and d.clause is not clause)
    asked = next((d for d in near if d.fields.get("type") == "demand" and not d.fields.get("negated")), None)
    whom = tuple(r for r in asked.fields["roles"].get("target", ()) if r.id) if asked is not None else ()
    if asked is None or not whom:
        return
    roles = {"actor": whom, "target": tuple(r for r in asked.fields["roles"].get("actor", ()) if r.id)}
    fields = {
        "predicate": "event", "type": "reject", "roles": {k: v for k, v in roles.items() if v}, "modality": "actual",
        "time": builder.when(clause.own_times, forward=False), "negated": False, "frame": "reject:answered",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)


def asked_refuses(builder: Builder, clause: Clause, number: int) -> None:
    """Let "he" who refuses be whom somebody asked for something just before: "The UN asked Ghana to stay. It refused."."""
    subject = clause.subjects[0] if len(clause.subjects) == 1 else None
    if subject is None or clause.passive or clause.link != "main" or "reject" not in clause.opened(builder.pack):
        return
    titled = all(n.forms("function") for n in subject.named) and not (subject.person or subject.adjective_refs)
    unknown = subject.definite and not any(r.id for r in subject.refs) and titled and not subject.owned
    if (
        not (subject.pronoun in _IT or unknown)
        or clause.aims
        or clause.inner
        or not _nothing_of_its_own(clause, builder.pack)
    ):
        return
    if subject.words & builder.pack.classes_of("first_person"):
        return
    near = (
        d for d in reversed(builder.since(number - 1)) if d.clause is not clause and d.fields["predicate"] == "event"
    )
    asked = next(
        (d for d in near if d.fields.get("modality") not in _ASKED_FOR), None
    )  # what is asked for tells of nobody else
    if asked is None or asked.fields.get("type") != "demand" or asked.fields.get("negated"):
        return
    whom = [r for r in asked.fields["roles"].get("target", ()) if r.id]
    if len({r.id for r in whom}) == 1:
        subject.refs = whom


def freed_by(drafts: Sequence[Draft]) -> None:
    """Let who holds them be asked for those whose release is asked for: "The M23 holds twelve men. Pretoria demands their release."."""
    for draft in drafts:
        clause = draft.clause
        if draft.fields.get("type") != "demand" or draft.fields["roles"].get("target") or clause is None:
            continue
        sought = (p for p in clause.phrases if p in clause.objects or "for" in p.relations)
        freeing = next((p for p in sought if any(t.frame == "release" for t in p.triggers)), None)
        if freeing is None:
            continue
        own = _known(draft, "actor")
        whose = [p for p in dependents(freeing, clause)[:1] if "of" in p.relations]
        held = {r.id for p in whose for r in p.everyone() if r.id}
        plain = (p for p in whose if p.definite and p.is_people and not p.by_country)
        them = freeing.owned or any(plain)  # their release, that of the soldiers
        holding = [d for d in drafts if d.fields.get("type") == "detain" and not d.fields.get("negated")]
        near = (d for d in reversed(holding) if d.sentence <= draft.sentence)
        for told in near:
            same = bool(held & _known(told, "target")) or (them and draft.sentence - told.sentence <= _NEAR)
            whom = tuple(r for r in told.fields["roles"].get("actor", ()) if r.id)
            if same and whom and not own & {r.id for r in whom}:
                draft.fields["roles"] = draft.fields["roles"] | {"target": whom}
                break


def by_saying(
    match: Match, roles: dict[str, tuple[EntityRef, ...]], builder: Builder
) -> dict[str, tuple[EntityRef, ...]]:
    """Return the roles of a denial or threat that lies in what somebody says: "Russia says | there is no link".

    A demand of nobody named is that of whose paper it is: "All are requested to register with the Embassy". What lies in the words
    alone is done by who says them: "Rwanda is behind the attack, Kinshasa said".
    """
    pack = builder.pack
    if _beheld(match, pack):
        judges = [r for p in match.clause.subjects for r in p.refs]
        roles = {role: refs for role, refs in roles.items() if role != "actor" or any(r not in judges for r in refs)}
    if match.frame.type == "demand":
        ours = speaking(builder.discourse) if match.clause.passive and "actor" not in roles else ()
        return roles | {"actor": ours} if ours else roles
    taken_up = (
        match.clause.objects
        if match.frame.type == "condemn"
        else match.reach()
        if match.frame.type == "investigate"
        else ()
    )
    if any(p.pronoun in _IT and p not in match.clause.subjects for p in taken_up):
        roles = {
            role: refs for role, refs in roles.items() if role != "target"
        }  # condemned it, looks into it: what was done
    if match.frame.by_speaker:
        told = {r.id for r in roles.get("target", ())}
        speakers = tuple(r for r in builder.speakers if r.id and r.id not in told)
        return roles | {"actor": speakers} if speakers else {}
    clause = match.clause
    lies = match.frame.type in ("deny", "threaten") and clause.link == "content" and match.phrase is None
    above = clause.parent if lies else None
    if above is None or "say" not in above.attitudes:
        return roles
    says = tuple(r for r in holders_of(above) if r.id)
    own = roles.get("actor", ())
    unsaid = clause.passive or not any(r.id for r in own) or not pack.being.isdisjoint(clause.lemmas.values())
    if not says or not unsaid:
        return roles
    targets = {r.id: r for r in (*roles.get("target", ()), *own) if r not in says}
    theirs = {"target": tuple(targets.values())} if targets and match.frame.type == "threaten" else {}
    return roles | theirs | {"actor": says}


_SAID = frozenset(_ANSWERED.values())


def blame(draft: Draft, drafts: Sequence[Draft]) -> tuple[EntityRef, ...]:
    """Return whom a condemnation is of that names only the deed: who is told to have done it beside it, or just before."""
    clause = draft.clause
    if clause is None or draft.nominal:
        return ()
    own = _known(draft, "actor")
    for deed in clause.objects:
        if deed.pronoun in _IT:
            return _done_before(draft, drafts, own)
        if not any(t.frame in _DEEDS for t in deed.triggers):
            continue
        of_places = {p.last + 1 for p in clause.phrases if p is not deed and p.noun in ("place", "convoy")}
        told = (c for c in (*clause.relatives, *clause.participles) if 0 < c.first - deed.last <= _WITHIN)
        told = (c for c in told if c.first not in of_places)  # not: the attack on a base | held by X
        for inner in told:  # the attack | that X committed, | committed by X
            doers = [p for p in inner.phrases if "by" in p.relations] if inner.passive else inner.subjects
            found = tuple(r for p in doers for r in p.everyone() if r.id and r.kind in _DOERS and r.id not in own)
            if found:
                return found
        if deed.definite and deed.relations == () and not deed.refs:
            return _struck_before(draft, drafts, own)
    return ()


def _done_before(draft: Draft, drafts: Sequence[Draft], own: set[str]) -> tuple[EntityRef, ...]:
    """Return who did what was told last, where that is a deed and no word: "Rwanda sent troops. The EU condemned it"."""
    near = (d for d in reversed(_between(drafts, draft.sentence - _NEAR, draft.sentence + 1)) if d is not draft)
    told = (d for d in near if d.evidence.start < draft.evidence.start)
    last = next((d for d in told if d.fields["predicate"] == "event"), None)
    if last is None or last.fields["type"] in _WORDS or last.fields.get("negated"):
        return ()
    return tuple(r for r in last.fields["roles"].get("actor", ()) if r.id and r.id not in own)


_WORDS = frozenset(
    {"accuse", "deny", "reject", "condemn", "demand", "agree", "consult", "threaten", "decide", "support"}
)


def _struck_before(draft: Draft, drafts: Sequence[Draft], own: set[str]) -> tuple[EntityRef, ...]:
    """Return who struck in the sentences just before, where that is told of one side only."""
    before = _between(drafts, draft.sentence - _NEAR, draft.sentence)
    near = [d for d in before if d.fields.get("type") == "attack"]
    sides = [tuple(r for r in d.fields["roles"].get("actor", ()) if r.id) for d in near]
    named = {r.id: r for side in sides for r in side}
    return tuple(named.values()) if len(named) == 1 and not own & set(named) else ()


def _between(drafts: Sequence[Draft], first: int, end: int) -> Sequence[Draft]:
    """Return the drafts of the sentences from the first up to ``end``; drafts come in the order of the text."""
    start, stop = (bisect_left(drafts, number, key=lambda d: d.sentence) for number in (first, end))
    return drafts[start:stop]


_DEEDS = frozenset({"attack", "shelling", "kill", "coup", "obstruct", "clash"})
_DOERS = frozenset({"state", "group", "organisation"})
_WITHIN = 12  # tokens between a deed and the clause that tells whose it is


def _known(draft: Draft, role: str) -> set[str]:
    return {r.id for r in draft.fields.get("roles", {}).get(role, ()) if r.id}


def _takes_up(draft: Draft, pack: Pack) -> bool:
    """Say whether a refusal names nothing of its own that is refused: "Paris refuses", "turned down that request"."""
    clause = draft.clause
    if clause is None or draft.nominal or clause.aims or clause.inner:
        return False
    return _nothing_of_its_own(clause, pack)


def _nothing_of_its_own(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause has no object but what was asked: "that request"."""
    asked = pack.classes_of("asking_noun")
    return all(p.words & asked or not (p.refs or p.triggers or p.named) for p in clause.objects)


def _beheld(match: Match, pack: Pack) -> bool:
    """Say whether the words of a deed are only what somebody thinks of: "Berlin condamne le refus d'accès" refuses nobody."""
    clause = match.clause
    if not match.fixed or match.phrase is not None or match.anchor in clause.verbs or match.frame.type not in _DEEDS:
        return False
    thought = "judge" in clause.attitudes or "condemn" in clause.opened(pack)
    return thought and any(p.first <= match.anchor <= p.last for p in clause.objects)


_DEEDS = frozenset({"attack", "deny_access", "detain", "end", "expel", "obstruct", "sanction", "suspend", "withdraw"})

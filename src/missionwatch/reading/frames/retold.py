"""What a report has told already: a demand tells what is asked for, a denial what was not done, a contribution who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.pack import HARMS
from missionwatch.reading.frames.roles import TROOP_MOVES
from missionwatch.records import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.records import EntityRef

# Who is told to leave is expelled; a coup or protests before a demand, and who rejects it, are not what it asks for.
_ASKED_APART = frozenset({"expel", "coup", "protest", "reject"})
_WORDS = frozenset({"demand", "deny", "accuse"})
# What others are charged with is told by who charges them.
_CHARGES = frozenset({"deploy", "aid", "contribution", "presence"})


def only_in_words(drafts: list[Draft]) -> list[Draft]:
    """Leave out what is only asked for, denied or laid to a charge, where it is told who says so: "called on X to release them"."""
    said: dict[int, list[Draft]] = {}
    for draft in drafts:
        unwanted = draft.fields.get("type") == "reject" and draft.fields["frame"].startswith("demand:")
        if (draft.fields.get("type") in _WORDS or unwanted) and draft.clause is not None and _somebody(draft):
            said.setdefault(id(draft.clause), []).append(draft)
    if not said:
        return drafts
    kept = []
    for draft in drafts:
        word = next((w for w in _above(draft, said) if _told_by(draft, w)), None)
        if word is None:
            kept.append(draft)
        elif word.fields["type"] == "demand" and "mission" not in word.fields["roles"]:
            named = tuple(r for r in draft.fields["roles"].get("mission", ()) if r.text in draft.evidence.quote)
            word.fields["roles"] |= {"mission": named} if named else {}  # asks the UN to end the mission
    return kept


def aims_once(drafts: list[Draft]) -> list[Draft]:
    """Leave out what a mission is said to be for where another sentence says that and more; who holds it is told there."""
    aims = [d for d in drafts if d.fields["predicate"] == "purpose" and not d.fields.get("negated")]
    less: set[int] = set()
    for draft in aims if len(aims) > 1 else ():
        codes, mission = set(draft.fields.get("purposes", ())), draft.fields["roles"]["mission"][0].id
        fuller = next((o for o in aims if o is not draft and id(o) not in less and _more_of(o, codes, mission)), None)
        if fuller is not None and mission:
            less.add(id(draft))
            fuller.more += (draft.evidence, *draft.more)
    return [d for d in drafts if id(d) not in less] if less else drafts


def _more_of(draft: Draft, codes: set[str], mission: str | None) -> bool:
    fields = draft.fields
    return codes <= set(fields.get("purposes", ())) and fields["roles"]["mission"][0].id == mission


def only_weighed(drafts: list[Draft]) -> list[Draft]:
    """Leave out what is only weighed, where it is told who weighs it: "is considering whether to withdraw its troops"."""
    weighed = {id(d.clause) for d in drafts if d.fields["predicate"] == "option" and d.fields["options"]}
    return [d for d in drafts if not (weighed and _is_weighed(d, weighed))]


def _is_weighed(draft: Draft, weighed: set[int]) -> bool:
    clause, fields = draft.clause, draft.fields
    above = clause.parent if clause is not None and clause.link in ("content", "purpose", "question") else None
    if fields["predicate"] == "contribution" and not draft.nominal and id(clause) in weighed:
        return fields.get("modality") == "possible" and not fields.get(
            "quantity"
        )  # overweegt aan de missie deel te nemen
    if fields["predicate"] != "event" or fields["type"] == "decide" or fields.get("negated"):
        return False
    return fields.get("modality", "actual") != "actual" and id(above) in weighed


def _somebody(draft: Draft) -> bool:
    roles = draft.fields["roles"]
    return any(r.id for role in ("actor", "target", "mission") for r in roles.get(role, ()))


def _above(draft: Draft, said: dict[int, list[Draft]]) -> Iterator[Draft]:
    """Return the demands, denials and charges of the clause of a draft and of those that govern it."""
    clause: Clause | None = draft.clause
    while clause is not None:
        yield from said.get(id(clause), ())
        clause = clause.parent if clause.link != "relative" else None  # the demand that X rejected


def _told_by(draft: Draft, word: Draft) -> bool:
    """Say whether a draft is what a demand asks for, a denial denies, an accuser lays to the charge of another."""
    fields = draft.fields
    kind = fields.get("type") or fields["predicate"]
    if draft is word or kind == "deny" or (kind == "demand" and word.fields["type"] != "accuse"):
        return False
    if word.fields["type"] == "accuse":
        himself = kind != "accuse" and fields["predicate"] == "event" and not draft.nominal
        himself = himself and bool(_does(word) & _does(draft))
        told = kind in _CHARGES or himself or (bool(word.fields["roles"].get("actor")) and _only_charged(draft, kind))
        return told and (draft.clause is not word.clause or draft.anchor > word.anchor)
    if fields["predicate"] != "event":
        return False
    if word.fields["type"] == "deny":
        apart = draft.clause is not word.clause or (not draft.nominal and draft.anchor > word.anchor)
        return bool(fields.get("negated")) and apart  # denied having attacked
    if word.nominal and draft.clause is not word.clause:
        return False  # agreed to the request to send 1,000 officers
    if kind in _OWN and not fields.get("negated") and (_does(word) & _does(draft) or _leaves_a_mission(draft)):
        return False  # orders his own troops out, asks Denmark to leave Takuba
    return (kind not in _ASKED_APART or bool(fields.get("negated"))) and (
        fields["modality"] == "required"
        or (fields["modality"] == "planned" and word.fields.get("modality") == "planned")
    )


def _only_charged(draft: Draft, kind: str) -> bool:
    """Say whether a deed is known only as what somebody is charged with: no dead are told of it, and no "the attack" has it known."""
    fields = draft.fields
    known = fields.get("killed") or fields.get("injured") or (draft.nominal and draft.again)
    return fields["predicate"] == "event" and kind not in _HELD and not known


_HELD = frozenset(
    {"support", "accuse", "reject", "condemn"}
)  # who arms a group is told for itself, and who answers a charge
_OWN = frozenset({"withdraw", "end", "reduce"})


def _leaves_a_mission(draft: Draft) -> bool:
    """Say whether a state is to leave a mission, or a mission a land, which is told apart from who asks for it: it is at stake."""
    roles = draft.fields["roles"]
    lands = any(r.kind == "state" for role in ("actor", "place") for r in roles.get(role, ()))
    return draft.fields["type"] == "withdraw" and "mission" in roles and lands


def _does(draft: Draft) -> set[str]:
    return {r.id for r in draft.fields["roles"].get("actor", ()) if r.id}


_TOLD_IN_FULL = ("quantity", "assets", "function", "time", "likelihood")


def once_with_how_many(drafts: list[Draft], discourse: Discourse) -> list[Draft]:
    """Leave out what says less of a part in a mission than the report does: "an Irish peacekeeper" beside "Ireland has 330 people in it"."""
    full: dict[tuple[str | None, str | None], list[Draft]] = {}
    for draft in drafts:
        if draft.fields["predicate"] == "contribution" and any(draft.fields.get(key) for key in ("quantity", "assets")):
            for pair in _parts(draft):
                full.setdefault(pair, []).append(draft)
    if not full:
        return drafts
    there: set[tuple[str | None, str | None]] = {
        (giver, f"state:{host}") for giver, m in full if m is not None for host in discourse.hosts_of(m)
    }
    for (giver, _), told in full.items():
        there |= {(giver, r.id) for d in told for r in d.fields["roles"].get("place", ())}
    return [d for d in drafts if not (_is_bare(d) and (_says_less(d, full) or _is_there(d, there)))]


def not_sent(drafts: list[Draft]) -> list[Draft]:
    """Leave out that somebody takes no part, where the clause says that he sends nobody: "has ruled out sending troops"."""
    nobody = {(id(d.clause), r.id) for d in drafts if _is_no(d, "deploy") for r in d.fields["roles"].get("actor", ())}
    return [
        d
        for d in drafts
        if not _is_no(d, "contribution")
        or nobody.isdisjoint((id(d.clause), r.id) for r in d.fields["roles"].get("contributor", ()))
    ]


def sizes(drafts: Sequence[Draft]) -> dict[str | None, float]:
    """Return how many people missions are told to have, at most."""
    told = [d.fields for d in drafts if d.fields["predicate"] == "strength" and d.fields.get("quantity")]
    largest: dict[str | None, float] = {}
    for fields in told:
        for mission in fields["roles"].get("mission", ()):
            largest[mission.id] = max(largest.get(mission.id, 0), fields["quantity"].high or 0)
    return largest


def more_than_all(draft: Draft, of_all: float) -> bool:
    """Say whether a state has more people somewhere than all of a mission that is there: they are not its."""
    many = draft.fields.get("quantity") if draft.fields["predicate"] == "contribution" else None
    return of_all >= _FORCE and many is not None and (many.low or 0) > _MORE * of_all


_FORCE, _MORE = 100, 1.5  # people: fewer are a part of a mission; a paper's counts of a mission differ by less


def not_the_fallen(drafts: list[Draft]) -> list[Draft]:
    """Leave out that those are there of whom a clause tells that they fell: "zijn twee Zambiaanse militairen om het leven gekomen"."""
    fell = {
        (id(d.clause), r.id, many.value)
        for d in drafts
        if (many := d.fields.get("killed") or d.fields.get("injured")) and d.clause is not None
        for r in d.fields["roles"].get("target", ())
    }
    hit = {id(d.clause) for d in drafts if d.clause is not None and (d.fields.get("killed") or d.fields.get("injured"))}
    for draft in drafts:
        if draft.fields.get("frame") == "contribution:among" and id(draft.clause) in hit:
            draft.fields["quantity"] = None  # 170 were killed, including four Dutch: no more than that they serve
        elif draft.fields["predicate"] == "contribution" and _among_the_fallen(draft, drafts):
            draft.fields["quantity"] = None
    return [
        d
        for d in drafts
        if not (d.fields["predicate"] == "strength" and _among_the_fallen(d, drafts))
        if d.fields["predicate"] not in ("contribution", "presence") or _so_many_of(d).isdisjoint(fell)
    ]


def _among_the_fallen(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a clause tells that those it counts are among the fallen: "five of them are among the seven soldiers killed"."""
    clause = draft.clause
    if clause is None or draft.fields.get("quantity") is None:
        return False
    struck = {
        d.clause.first for d in drafts if d.clause is not None and d.clause.parent is clause and _is_of_the_fallen(d)
    }
    some = [p for p in clause.phrases if {"among", "of"} & set(p.relations)]
    killed = any("among" in p.relations and p.last < first for p in some for first in struck)
    return killed or any(t.frame in _FALLEN and not p.is_people for p in some for t in p.triggers)


def _is_of_the_fallen(draft: Draft) -> bool:
    return draft.fields.get("type") == "attack" and draft.fields["frame"].split(":")[0] in HARMS


_FALLEN = frozenset({"killed", "wounded"})  # frames of nouns for them


def _so_many_of(draft: Draft) -> set[tuple[int, str | None, float | None]]:
    """Return how many of each state a draft tells of in its clause."""
    roles, many = draft.fields["roles"], draft.fields.get("quantity")
    whose = (*roles.get("contributor", ()), *roles.get("actor", ()))
    return {(id(draft.clause), r.id, many.value) for r in whose} if many is not None else set()


def _is_no(draft: Draft, kind: str) -> bool:
    return bool(draft.fields.get("negated")) and kind == (draft.fields.get("type") or draft.fields["predicate"])


def _is_bare(draft: Draft) -> bool:
    fields = draft.fields
    told = fields["predicate"] in ("contribution", "presence") and not any(fields.get(key) for key in _TOLD_IN_FULL)
    return told and not fields.get("negated")


def _says_less(draft: Draft, full: dict[tuple[str | None, str | None], list[Draft]]) -> bool:
    """Say whether a contribution says no more than that somebody takes part, where the report tells with how many."""
    pairs = _parts(draft)
    return bool(pairs) and draft.fields.get("modality", "actual") == "actual" and pairs <= full.keys()


def _is_there(draft: Draft, there: set[tuple[str | None, str | None]]) -> bool:
    """Say whether a presence is that of people who are in a mission of that land, or told to be at that place: "our presence in Kosovo"."""
    roles = draft.fields["roles"]
    pairs = {(r.id, p.id) for r in roles.get("actor", ()) for p in roles.get("place", ())}
    return draft.fields["predicate"] == "presence" and bool(pairs) and pairs <= there


def _parts(draft: Draft) -> set[tuple[str | None, str | None]]:
    roles = draft.fields["roles"]
    return {(r.id, m.id) for r in roles.get("contributor", ()) for m in roles.get("mission", ())}


def counted_once(drafts: list[Draft]) -> list[Draft]:
    """Leave out that a mission has so many where the sentence says the same, and who holds it: "stresses that its strength stands at 500".

    Nor has it so many as it loses or gets: "has cut its force by 2,000 soldiers", "a réduit ses effectifs de 2 000 soldats".
    """
    told: dict[tuple[object, ...], list[Draft]] = {}
    changed = {(id(d.clause), d.fields["quantity"].value) for d in drafts if _by_so_many(d)}
    drafts = [d for d in drafts if d.fields["predicate"] != "strength" or _in_its_clause(d) not in changed]
    for draft in drafts:
        quantity = draft.fields.get("quantity") if draft.fields["predicate"] == "strength" else None
        if quantity is not None and quantity.value is not None:
            missions = tuple(r.id for r in draft.fields["roles"]["mission"])
            told.setdefault((draft.sentence, missions, quantity.value), []).append(draft)
    fuller = [same for same in told.values() if any(d.fields["frame"] != _POSSESSED for d in same)]
    plain = {id(d) for same in fuller for d in same if d.fields["frame"] == _POSSESSED}
    return [d for d in drafts if id(d) not in plain]


_POSSESSED = "strength:possessive"


def _by_so_many(draft: Draft) -> bool:
    """Say whether a draft tells by how many a force grows or shrinks, not to how many."""
    fields, clause = draft.fields, draft.clause
    if fields.get("type") not in ("reduce", "reinforce") or draft.nominal or clause is None:
        return False
    many = fields.get("quantity")
    if many is None or all(p.pronoun for p in clause.objects):
        return False
    return not any(
        "to" in p.relations and p.number is not None and p.number.value == many.value for p in clause.phrases
    )


def _in_its_clause(draft: Draft) -> tuple[int, float | None] | None:
    quantity = draft.fields.get("quantity")
    return (id(draft.clause), quantity.value) if quantity is not None else None


def when_it_ends(drafts: list[Draft], plain: frozenset[str]) -> list[Draft]:
    """Let "the mission ends on 31 December" say when, which is no event beside it but in a chronology; ``plain`` are words that say no more."""
    told: dict[tuple[int, int], dict[str, list[Draft]]] = {}
    for draft in drafts:
        fields = draft.fields
        kind = fields.get("type") or fields["predicate"]
        if not draft.nominal and (kind == "end" or str(fields.get("frame")).startswith("ends:")):
            told.setdefault((id(draft.clause), draft.anchor), {}).setdefault(kind, []).append(draft)
    gone = {
        id(d)
        for both in told.values()
        if any(d.fields.get("time") and not (d.clause and d.clause.dated) for d in both.get("period", ()))
        for d in both.get("end", ())
        if _by_itself(d) and not plain.isdisjoint(d.fields["frame"].partition(":")[2].split())
    }
    return _ended_once([d for d in drafts if id(d) not in gone])


def _ended_once(drafts: list[Draft]) -> list[Draft]:
    """Leave out that a state leaves a mission where the same words say until when or how long it took part: "ends ten years of …"."""
    parts = [d for d in drafts if d.fields["predicate"] == "period" and d.fields.get("subject") == "contribution"]
    told = {(id(d.clause), *_giver(d, "contributor")) for d in parts}
    return [d for d in drafts if not (_ends_a_part(d) and (id(d.clause), *_giver(d, "actor")) in told)]


def _ends_a_part(draft: Draft) -> bool:
    return draft.fields.get("type") == "withdraw" and str(draft.fields.get("frame")).startswith("end:")


def _giver(draft: Draft, role: str) -> tuple[str | None, ...]:
    """Return which state a draft tells of, and which mission."""
    roles = draft.fields["roles"]
    return tuple(next((r.id for r in roles.get(name, ())), None) for name in (role, "mission"))


def _by_itself(draft: Draft) -> bool:
    """Say whether something ends by itself: nobody ends it, at nobody's request."""
    roles, clause = draft.fields["roles"], draft.clause
    ended = clause is not None and bool(clause.objects) and not clause.passive
    named = any(r.kind != "mission" for role in ("actor", "target") for r in roles.get(role, ()))
    return not (named or ended or "instigator" in roles)


def where_they_fight(drafts: list[Draft]) -> list[Draft]:
    """Leave out that they are there who fight there, or take it: "the M23 clashed with the army in Masisi", "Goma fell to the M23"."""
    fights = {(id(d.clause), d.anchor) for d in drafts if d.fields.get("type") == "clash"}
    taken = {(id(d.clause), r.id) for d in drafts if d.fields.get("type") == "attack" for r in _taken(d)}
    return [
        d
        for d in drafts
        if d.fields["predicate"] != "presence"
        or ((id(d.clause), d.anchor) not in fights and taken.isdisjoint(_spots(d)))
    ]


def _spots(draft: Draft) -> list[tuple[int, str | None]]:
    return [(id(draft.clause), r.id) for r in draft.fields["roles"].get("place", ())]


def _taken(draft: Draft) -> tuple[EntityRef, ...]:
    """Return the towns that somebody takes."""
    taken = draft.fields["frame"].partition(":")[0] in ("seized", "fallen")
    return draft.fields["roles"].get("place", ()) if taken else ()


def in_office(drafts: list[Draft]) -> list[Draft]:
    """Let a post begin when its holder takes it up, which is no event beside it: "Jan Berg, who took up his post in May"."""
    posts: dict[str | None, list[Draft]] = {}
    for draft in drafts:
        if draft.fields["predicate"] == "post":
            posts.setdefault(draft.fields["roles"]["person"][0].id, []).append(draft)
    kept = []
    for draft in drafts:
        fields = draft.fields
        taken = [r.id for r in fields["roles"].get("target", ()) if r.id in posts] if _takes_up(fields) else []
        if not taken:
            kept.append(draft)
            continue
        held = min(posts[taken[0]], key=lambda d: "mission" not in d.fields["roles"])
        when = fields.get("time")
        if when is not None and when.relation == "at" and when.edtf and held.fields.get("time") is None:
            since = When("since", f"{when.edtf}/..", when.earliest, None, when.text)
            held.fields["time"] = since if "/" not in when.edtf else when
        held.more.append(draft.evidence)
    return kept


def _takes_up(fields: dict[str, Any]) -> bool:
    """Say whether fields tell that somebody takes up a post, whoever gave it."""
    taken = str(fields.get("frame")).startswith("installed:")
    return taken and fields["predicate"] == "event" and not fields.get("negated") and not fields["roles"].get("actor")


def only_decides(draft: Draft, builder: Builder) -> bool:
    """Say whether a decision or approval says no more than what it is about: "decided to extend the mandate" is an extension.

    Whoever extends a mandate decides it, so that an extension gets the day of its decision. Who decides to send or to bring home
    troops has not moved them yet, and has decided.
    """
    clause, fields, kind = draft.clause, draft.fields, draft.fields.get("type")
    if kind not in ("decide", "approve") or clause is None or fields.get("negated"):
        return False
    time = fields.get("time")
    if kind == "decide" and time is not None and (draft.nominal or fields["modality"] != "actual"):
        return False  # decides in May
    others = (d for d in builder.beside(draft) if d is not draft)
    others = (d for d in others if d.fields["predicate"] != "period" or d.fields.get("subject") == "mission")
    told = [d for d in others if d.clause is clause or (d.clause is not None and d.clause.parent is clause)]
    settled = kind == "decide" and not draft.nominal and fields["modality"] == "actual"
    if settled and any(d.fields.get("type") in TROOP_MOVES and d.fields["modality"] == "planned" for d in told):
        return False
    if kind == "approve":  # agreed to its extension
        return any(d.clause is clause and d.nominal and d.fields.get("type") in ("extend", "postpone") for d in told)
    if time is None:
        return draft.nominal or bool(told)
    extended = [d for d in told if d.fields.get("type") == "extend"]
    for extension in extended if time.relation == "at" else ():
        extension.fields["time"] = time
    return bool(extended) or any(d.fields.get("type") and d.fields.get("time") == time for d in told)


def only_refuses(draft: Draft, builder: Builder) -> bool:
    """Say whether a refusal says no more than whom it keeps out: "refused to let the patrol through"."""
    if draft.fields.get("type") != "reject" or draft.nominal or draft.clause is None:
        return False
    told = (d for d in builder.beside(draft) if d.fields.get("type") == "deny_access" and not d.nominal)
    kept_out = [d for d in told if draft.clause in (d.clause, d.clause.parent if d.clause is not None else None)]
    for one in kept_out:
        one.fields["time"] = one.fields.get("time") or draft.fields.get("time")
    return bool(kept_out)

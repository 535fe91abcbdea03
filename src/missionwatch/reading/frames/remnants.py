"""People told of by what is left of them: "the last", "the rest", "the contingent"; and who follows others."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.phrases import only_lands, refs_in
from missionwatch.reading.frames.roles import TROOP_MOVES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import Body, EntityRef

_SENT = frozenset({"contribution", "presence"})
_LATELY = 4  # drafts: what others did further back is not what is followed


def hear_sender(discourse: Discourse, fields: Mapping[str, Any]) -> None:
    """Remember the one state that a statement says to have people abroad, to send them or to take them home."""
    if fields["predicate"] not in _SENT and fields.get("type") not in TROOP_MOVES:
        return
    roles = fields.get("roles", {})
    who = roles.get("contributor") or roles.get("actor") or ()
    hosts = {r.country for r in discourse.hosts()}
    states = [r for r in who if r.kind == "state" and r.id and r.country not in hosts]
    if len(states) == 1 == len(who):
        discourse.senders.append(states[0])
        discourse.sent_at = len(discourse.spoken)


def whose_people(discourse: Discourse) -> EntityRef | None:
    """Return whose people "the contingent" and "the last" are: of those counted last, of whose paper it is, of the one who sent any."""
    counted = [r for r in discourse.group.refs if r.kind == "state" and r.id] if discourse.group is not None else []
    if len(counted) == 1:
        return counted[0]
    known = {r.id: r for r in discourse.senders}
    own = discourse.signatory
    if own is not None and own.kind == "state" and own.id in known:
        return own
    return next(iter(known.values())) if len(known) == 1 else None


def who_deliberates(discourse: Discourse, phrase: Phrase, body: Body | None) -> EntityRef | None:
    """Return whose a parliament is, or a government that decides: of the state just told to have people abroad, or of the only one told to."""
    if body != "parliament" and not discourse.decides:
        return None
    topic = [r for r in discourse.topic if r.kind == "state"]
    own = topic if len(topic) == 1 and topic[0].id in {r.id for r in discourse.senders} else []
    theirs = next(iter(own), None) or whose_people(discourse)
    return renamed(theirs, phrase.text, body) if theirs is not None else None


def unit_of(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whose "the contingent", "the battalion" and "the soldiers" are, where no word beside it says so, nor an army spoken of since."""
    whose = any(not n.forms("body", "asset") for n in phrase.named)
    plain = not (whose or phrase.unknown_name or phrase.number or phrase.owned or phrase.group)
    one = phrase.single and phrase.words.isdisjoint(discourse.pack.classes_of("ending"))  # but: the last soldier
    plain = plain and phrase.definite and not (phrase.specified or phrase.seconded or one)
    soldiers = bool(phrase.words & discourse.pack.classes_of("soldiers"))
    if not plain or not (soldiers or phrase.senses("asset") or phrase.words & discourse.pack.classes_of("formation")):
        return None
    theirs = whose_people(discourse)
    if theirs is None or (soldiers and discourse.seizes):
        return None
    since = discourse.spoken[discourse.sent_at :] if soldiers else ()
    armed = next((r for r in reversed(since) if r.body == "armed_forces"), theirs)
    return renamed(theirs, phrase.text, "armed_forces") if armed.id == theirs.id else None


def some_of_those(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a number is of those told of before: "the first ninety", "les 200 derniers"."""
    words = phrase.words & (pack.classes_of("first_of") | pack.classes_of("ending"))
    if phrase.number is None or not words or phrase.noun is not None or phrase.named or phrase.triggers:
        return False
    inside = [tokens[i] for i in range(phrase.first, phrase.last + 1)]
    number = range(phrase.number.first, phrase.number.last + 1)
    return all(t.low in words or "determiner" in t or t.index in number for t in inside)


def follow(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who does later what others did: "the rest will follow in May", "de overige 200 militairen volgen in juni"."""
    if builder.pack.classes_of("following").isdisjoint(clause.lemmas.values()) or clause.passive or clause.negated:
        return
    who = next((p for p in clause.subjects if p.anaphor in _PARTS or p.is_people or only_lands(p)), None)
    told = [d for d in islice(reversed(builder.drafts), _LATELY) if d.sentence >= number - 1]
    before = next((d for d in told if d.fields.get("type") in TROOP_MOVES and not d.nominal), None)
    others = any(not p.is_people or any(r.id for r in p.refs) for p in clause.objects)
    if who is None or others or before is None or before.fields.get("negated") or before.clause is clause:
        return
    for one in (who, *(who.group if only_lands(who) else ())):
        fields = _as_before(builder, clause, one, before)
        alone = only_lands(one) and fields["modality"] != "actual" and not _follows_something(clause)
        if fields["time"] is not None or one.anaphor or one.number is not None or alone:
            builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def _follows_something(clause: Clause) -> bool:
    """Say whether it is told what somebody follows: "Italy will follow with concern", "follows the talks"."""
    told = [p for p in clause.phrases if p not in clause.subjects and not any(p in s.group for s in clause.subjects)]
    return bool(clause.objects) or bool(told)


def replace_them(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read that those come who take the place of a state's people: "their replacements flew out on Sunday", "la relève est arrivée"."""
    pack, discourse = builder.pack, builder.discourse
    if clause.negated or pack.classes_of("setting_out").isdisjoint(clause.lemmas.values()):
        return
    doers = clause.objects if clause.passive else clause.subjects
    who = next((p for p in doers if p.words & pack.classes_of("relief_noun") and (p.definite or p.owned)), None)
    theirs = next((r for r in (who.refs_of("state") if who is not None else ())), None) or whose_people(discourse)
    of_what = who is not None and any(p.start == who.last + 1 for p in clause.phrases)  # replacements for the trucks
    if (
        who is None
        or of_what
        or theirs is None
        or any(d.clause is clause and not d.nominal for d in builder.since(number))
    ):
        return
    mission = refs_in(clause.phrases, "mission")[:1] or (discourse.group.mission[:1] if discourse.group else ())
    mission = mission or tuple(discourse.missions_here())[:1]
    roles = {"actor": (renamed(theirs, who.text, "armed_forces"),)} | ({"mission": mission} if mission else {})
    ahead = clause.future or clause.modality == "planned"
    fields: dict[str, Any] = {
        "predicate": "event", "type": "deploy", "roles": roles, "modality": clause.modality, "quantity": who.many(),
        "time": builder.when(clause.own_times, forward=ahead), "frame": "deploy:replaces",
    }  # fmt: skip
    if clause.present and clause.modality == "actual":
        fields |= (
            {"time": builder.when(clause.own_times, forward=True), "modality": "planned"} if clause.own_times else {}
        )
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def _as_before(builder: Builder, clause: Clause, who: Phrase, before: Draft) -> dict[str, Any]:
    """Return the fields of what others did before, done by these at their own time."""
    time = builder.when(clause.own_times, forward=clause.future or clause.present)
    ahead = clause.future or (clause.present and clause.modality == "actual")
    states = tuple(r for r in (*who.refs, *who.adjective_refs) if r.kind == "state" and r.id)
    roles = dict(before.fields["roles"]) | ({"actor": states[:1]} if states else {})
    kind = "withdraw" if before.fields["type"] == "reduce" else before.fields["type"]
    fields: dict[str, Any] = {key: before.fields[key] for key in ("holders", "hearsay") if key in before.fields}
    quantity = who.many() if who.number is not None else None
    return fields | {
        "predicate": "event", "type": kind, "roles": roles, "time": time, "frame": f"{kind}:follows",
        "modality": "planned" if ahead else clause.modality,
    } | ({"quantity": quantity} if quantity is not None else {})  # fmt: skip


_PARTS = frozenset({"the_others", "some_of"})


def told_of_one(here: Telling, phrase: Phrase, mission: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
    """Return the one state of whose part in a mission the sentence before told, where it counts more or nobody: those counted next are its."""
    named = refs_in(here.clause.phrases, "mission")
    before = [d for d in here.builder.since(here.number - 2) if d.sentence < here.number]
    before = [d for d in before if d.paragraph == here.sentence.paragraph and d.fields["predicate"] not in _ASIDE]
    before = [d for d in before if d.sentence == before[-1].sentence]
    parts = [d.fields for d in before if (d.fields.get("type") or d.fields["predicate"]) in _A_PART]
    roles = [
        (f["roles"].get("contributor") or f["roles"].get("actor", ()), f["roles"].get("mission", ())) for f in parts
    ]
    givers = {r.id: r for who, _ in roles for r in who if r.kind == "state"}
    same = all(r.id == mission[0].id for _, told in roles for r in told) and any(told for _, told in roles)
    most = max((q.high or 0 for f in parts if (q := f.get("quantity")) is not None), default=phrase.counted())
    alone = len(givers) == 1 and len(parts) == len(before) and same and phrase.counted() <= most
    return tuple(givers.values()) if alone and not named and phrase.bare and not phrase.owned else ()


def told_of_alone(here: Telling, phrase: Phrase, mission: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
    """Return the one state of whose people in a mission, or in its land, a report has told so far: those who serve there next are its."""
    hosts = here.discourse.hosts_of(mission[0].id)
    lands: dict[str | None, EntityRef] = {}
    for draft in here.builder.drafts:
        kind = draft.fields.get("type") or draft.fields["predicate"]
        roles = draft.fields["roles"] if kind in _ITS_PART else {}
        there = any(r.country in hosts for r in roles.get("place", ()))
        if there or any(r.id == mission[0].id for r in roles.get("mission", ())):
            who = (*roles.get("contributor", ()), *roles.get("actor", ()))
            lands |= {
                r.country: r for r in who if r.kind == "state" and r.country not in hosts and r.body != "population"
            }
    return tuple(lands.values()) if len(lands) == 1 and phrase.bare and not phrase.definite else ()


_ITS_PART = frozenset({"period", "extend", "reduce", "reinforce", "presence"})
_A_PART = frozenset({"contribution", "period", "extend", "reduce", "reinforce", "deploy", "decide", "approve"})
_ASIDE = frozenset({"post", "purpose"})  # what a sentence about a state's part in a mission may tell besides

"""Until when a state's part in a mission lasts, and since when, told by who stays or has people there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.lands import giver_spoken_of
from missionwatch.reading.frames.lasting import to_come
from missionwatch.reading.frames.phrases import in_office, placed_in, refs_in

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def stays(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read until when a state's part in a mission lasts: "The Dutch stay until June", "will keep its people there until 2025"."""
    times = [t for t in clause.times if t.relation in ("until", "since") and t.resolver is not None]
    ends = [t for t in times if t.relation == "until"]
    if not times and any(t.duration for t in clause.times) and not clause.negated:
        _for_so_long(builder, clause, sentence, number)
    if not times and not clause.negated:
        _is_still_in(builder, clause, sentence, number)
    if not times or clause.negated:
        return
    told = [d for d in builder.since(number) if d.clause is clause]
    if any(d.fields["predicate"] == "period" for d in told) or any(
        "as" in p.relations and in_office(p) for p in clause.phrases
    ):
        return  # the general stays on as its commander
    if not ends:
        _has_had(builder, clause, sentence, number)
        return
    given = next((d for d in told if d.fields["predicate"] in _THERE and _until(d)), None)
    if given is not None:
        if clause.present or clause.future or clause.modality == "planned":
            given.fields["time"] = builder.when(ends, forward=True, until=True)
        _only_lasts(builder, given)
        return
    keeps = not builder.pack.classes_of("keeping").isdisjoint(clause.lemmas.values())
    if not keeps and builder.pack.classes_of("staying").isdisjoint(clause.lemmas.values()):
        return
    who = _who_stays(builder, clause, keeps=keeps)
    mission = refs_in(clause.phrases, "mission")[:1]
    place = tuple(placed_in(clause.phrases))
    if who is None or any(r.country == who.country for r in place):
        return
    mission = mission or builder.discourse.could_be(builder.discourse.mission_near(anywhere=True), place)
    if mission and who.country in builder.discourse.hosts_of(mission[0].id):
        return
    time = builder.when(ends, forward=True, until=True)
    roles = {"contributor": (who,)} | ({"mission": mission} if mission else {"place": place[:1]})
    if time is None or not (mission or place):
        return
    modality = clause.modality if clause.modality != "actual" else "planned" if clause.future else "actual"
    fields: dict[str, Any] = {"roles": roles, "time": time, "frame": "period:stays", "modality": modality}
    many = next((p.many() for p in clause.objects if keeps and p.is_people and p.number is not None), None)
    same = next(
        (d for d in told if many and d.fields.get("quantity") == many and d.fields["predicate"] in _THERE), None
    )
    if same is not None:
        same.fields |= {"time": time, "modality": modality}
        return
    if many is not None and not mission:
        fields |= {"predicate": "presence", "roles": {"actor": (who,), "place": place[:1]}, "quantity": many}
    elif many is not None:
        fields |= {"predicate": "contribution", "quantity": many}
    else:
        fields |= {"predicate": "period", "subject": "contribution"}
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.65)


def _is_still_in(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Belgium stays in KFOR" as a part in a mission, where nothing stands between: not "remains opposed to it"."""
    if not clause.verbs or clause.lemmas.get(clause.verbs[-1]) not in builder.pack.classes_of("staying"):
        return
    spots = [p for p in clause.phrases if p.refs_of("mission") and _INSIDE & set(p.relations)]
    beside = [p for p in spots if p.start == clause.verbs[-1] + 1 or p.last == clause.verbs[-1] - 1]
    who = _who_stays(builder, clause, keeps=False) if len(beside) == 1 else None
    told = any(d.clause is clause and d.fields["predicate"] in _TOLD_THERE for d in builder.since(number))
    if who is None or told or who.country in builder.discourse.hosts_of(beside[0].refs_of("mission")[0].id):
        return
    roles = {"contributor": (who,), "mission": beside[0].refs_of("mission")[:1]}
    modality = "planned" if clause.future else "actual"
    behind = {p.last + 1 for p in (*clause.subjects[:1], *beside)} | {clause.subjects[0].last + 2}
    told_with = (p for p in clause.phrases if "with" in p.relations and p.is_people and p.start in behind)
    fields: dict[str, Any] = {
        "predicate": "contribution", "roles": roles, "frame": "contribution:stays", "modality": modality,
        "quantity": next((p.many() for p in told_with if p.number is not None), None),  # Uganda, with 6,000 men, remains
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


_INSIDE = frozenset({"in", "at"})


def _for_so_long(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read how long a state's people are to stay: "They will stay for three months", "The Danes stay for half a year"."""
    ahead = clause.present or clause.future or clause.modality in ("planned", "required")
    if not ahead or builder.pack.classes_of("staying").isdisjoint(clause.lemmas.values()):
        return
    who, group = _who_stays(builder, clause, keeps=False), builder.discourse.group
    if any(d.clause is clause and d.fields["predicate"] == "period" for d in builder.since(number)):
        return
    they = any(p.pronoun == "person_pronoun" for p in clause.subjects[:1]) and group is not None
    if who is None and group is not None and they:
        who = next((r for r in group.refs if r.kind == "state" and r.id), None)
    mission = refs_in(clause.phrases, "mission")[:1] or (group.mission[:1] if group is not None else ())
    mission = mission or builder.discourse.could_be(
        builder.discourse.mission_near(anywhere=True), tuple(placed_in(clause.phrases))
    )
    if who is None or not mission or who.country in builder.discourse.hosts_of(mission[0].id):
        return
    fields: dict[str, Any] = {
        "predicate": "period", "roles": {"contributor": (who,), "mission": mission[:1]}, "subject": "contribution",
        "duration": next(t.duration for t in clause.times if t.duration), "frame": "period:stays",
        "modality": clause.modality if clause.modality != "actual" else "planned" if clause.future else "actual",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.65)


def _has_had(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "New Zealand has had people in the MFO since 1982": since when a state takes part, where nothing else tells of it."""
    mission, has = refs_in(clause.phrases, "mission")[:1], builder.pack.classes_of("having")
    people = any(p.is_people and p.number is None and not p.refs_of("mission") for p in clause.objects)
    state = refs_in(clause.subjects, "state")[:1]
    if not (mission and people and state) or has.isdisjoint(clause.lemmas.values()):
        return
    if any(d.clause is clause and d.fields["predicate"] in _THERE for d in builder.since(number)):
        return
    time = builder.when([t for t in clause.times if t.relation == "since"], forward=False)
    fields = {
        "predicate": "period", "roles": {"contributor": state, "mission": mission}, "subject": "contribution",
        "time": time, "frame": "period:stays",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.65)


_THERE = frozenset({"contribution", "presence"})
_TOLD_THERE = _THERE | {"period"}


def _until(draft: Draft) -> bool:
    time = draft.fields.get("time")
    return time is not None and time.relation == "until" and not draft.fields.get("negated")


def _only_lasts(builder: Builder, draft: Draft) -> None:
    """Let what was read as a part in a mission "until June", and counts nothing, tell its end and no more."""
    fields = draft.fields
    roles: dict[str, Any] = fields["roles"]
    giver = tuple(r for role in ("contributor", "actor") for r in roles.get(role, ()) if r.kind == "state")[:1]
    where = {role: roles[role][:1] for role in ("mission", "place") if roles.get(role)}
    if not giver or not where or any(fields.get(key) for key in ("quantity", "assets", "function")):
        return
    if "mission" not in where:  # in the Sinai, where the one mission is that the report names
        mission = builder.discourse.could_be(builder.discourse.sole_mission(), where["place"])
        theirs = mission and giver[0].country not in builder.discourse.hosts_of(mission[0].id)
        where = {"mission": mission[:1]} if theirs else where
    kept = {key: fields[key] for key in _SAME if fields.get(key)}
    draft.fields = kept | {
        "predicate": "period", "roles": {"contributor": giver, **where}, "subject": "contribution",
        "frame": "period:stays",
    }  # fmt: skip


_SAME = ("time", "modality", "holders", "hearsay", "likelihood")


def _who_stays(builder: Builder, clause: Clause, *, keeps: bool) -> EntityRef | None:
    """Return the state whose people stay, or that keeps its people somewhere."""
    if keeps:
        people = [p for p in clause.objects if p.is_people or p.words & builder.pack.classes_of("formation")]
        states = refs_in(clause.subjects, "state") if any(p.owned or p.number for p in people) else ()
        return next((r for r in states if r.id), None)
    hosts = {r.country for r in builder.discourse.hosts()}
    for phrase in clause.subjects[:1]:
        states = tuple(r for r in phrase.refs_of("state") if r.country not in hosts)
        if states:
            return states[0] if len({r.id for r in states}) == 1 else None
        group = builder.discourse.group
        if _their_own(phrase, builder):
            return next(iter(group.refs if group is not None else giver_spoken_of(builder.discourse)), None)
    return None


def _their_own(phrase: Phrase, builder: Builder) -> bool:
    """Say whether a phrase names a state's people without saying whose: "the 118th Battalion", "our soldiers", "they"."""
    if any(r.id for r in phrase.refs):
        return False
    formed = phrase.words & (builder.pack.classes_of("formation") - builder.pack.classes_of("member"))
    return phrase.definite and (bool(formed) or (phrase.is_people and not phrase.words & builder.pack.bystanders))


def yet_to_go(here: Telling, draft: Draft) -> bool:
    """Say whether people that a mission has are only to leave: "the 450 Canadians leave in June"."""
    fields, clause = draft.fields, here.clause
    if fields.get("type") != "withdraw" or fields.get("negated") or draft.clause is not clause or draft.nominal:
        return False
    when = fields.get("time")
    return clause.future or (clause.present and when is not None and to_come(here.builder, when))


def all_who_go(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase counts all the people of a state who are to leave: "the 450 Canadians", not "the last 450"."""
    last = here.pack.classes_of("ending") | here.pack.classes_of("first_of") | here.pack.additional
    named = phrase.definite and phrase in here.clause.subjects and phrase.words.isdisjoint(last)
    behind = (c for c in here.clause.relatives if c.first in (phrase.last + 1, phrase.last + 2))
    more = any("serve" in c.opened(here.pack) for c in behind)  # … who work in Mazar, leave
    return named and phrase.by_country and not (phrase.owned or more)

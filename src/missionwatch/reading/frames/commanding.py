"""Who leads a mission where a word of leading and a person stand together and nothing else says whose post it is.

The frames and the titles come first (``leading.py``, ``standing.py``); what they leave is told here: "its 246 observers,
placed under the German ambassador X", "General X, who has headed the mission since May", "command went to General X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.days import turned, until_then
from missionwatch.reading.frames.lengths import begun
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import HAPPENINGS, load_frames
from missionwatch.reading.frames.senses import FIELD_RANKS, MISSION_POSTS
from missionwatch.reading.frames.titles import could_be_name
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence

HEADING = frozenset({
    "lead", "lead_here", "lead_rests", "lead_passes", "command", "head", "take_command", "hand_command", "command_rests",
    "has_at_head",
})  # fmt: skip
"""Frames of leading: whoever they find, or miss, a person beside one leads what is led."""
_LED = frozenset({"mission", "people"})  # kinds of nouns
_LEADER = frozenset({"led_by", "by"})
_NEAR = 3  # phrases before an officer that may say whom he leads


def commands(builder: Builder, headings: Sequence[Match], sentence: Sentence, number: int) -> None:
    """Read who leads a mission from the words of leading that a sentence has, and from "under General X"."""
    for match in headings:
        clause = match.clause
        if match.negated or clause.negated or match.modality not in ("actual", "planned"):
            continue
        if match.phrase is not None and (match.phrase.unknown_name or match.phrase.named):
            continue  # General X of Africa Command
        if clause.link == "purpose" or _leads_others(match, builder.pack):
            continue  # X has picked Y to run it
        handed = any(m.frame.name == "hand_command" and m.clause is clause for m in headings)
        for phrase in _people(match):
            ended = handed and phrase in clause.subjects and not clause.passive
            _tell(builder, phrase, clause, match, sentence, number, ended=ended)
    for clause in builder.clauses:
        for phrase in clause.phrases:
            under = (
                sentence.tokens[phrase.start].low in builder.pack.classes_of("under") and phrase.start < phrase.first
            )
            doers = clause.objects if clause.passive else clause.subjects
            rules = any(r.kind == "state" and r.body in (None, "government") for p in doers[:1] for r in p.refs)
            under = (
                under and not rules and _officer(phrase) and not _of_one_land(clause, phrase)
            )  # Under X, Mali has left …
            if "led_by" in phrase.relations:
                under = _officer(phrase) or _somebody(phrase)
            if under and not clause.negated and not _part_led(clause, phrase, builder.pack):
                _tell(builder, phrase, clause, None, sentence, number)


def followed(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who led before, where a successor is told: "took over from General X", "he replaces General X, who died"."""
    told = [
        d.fields for d in builder.since(number) if d.fields["predicate"] == "post" and "mission" in d.fields["roles"]
    ]
    lemmas = builder.pack.classes_of("succeeding")
    takes = not lemmas.isdisjoint(clause.lemmas.values()) and not clause.passive
    if clause.negated or not (takes or told):
        return
    post = builder.discourse.post
    heads = [f for f in told if f["function"] in MISSION_POSTS]
    last = heads[-1] if heads else None
    mission = last["roles"]["mission"] if last is not None else post.mission if post is not None else ()
    function = last["function"] if last is not None else post.function if post is not None else None
    new = {r.id for f in told for r in f["roles"]["person"]} | (
        {post.person.id} if post is not None and last is None else set()
    )
    took = any(f["frame"].partition(":")[0] in _TAKES for f in told)
    old = [
        p
        for p in clause.phrases
        if _somebody(p) and ((took and "from" in p.relations) or (takes and _gone_before(p, clause)))
    ]
    if len(old) != 1 or not mission or function not in MISSION_POSTS:
        return
    before = old[0].refs_of("person")
    if not before:
        return
    who = builder.discourse.known_person(before[0])
    if who.id in new or who.id in builder.posts:
        return
    at = [t for t in clause.own_times if t.relation == "at"]
    time = last.get("time") if last is not None else builder.when(at, forward=clause.future)
    time = until_then(time) if time is not None else None
    if time is None:
        return  # until when he led is not said: he may seem to lead still
    fields = {
        "predicate": "post", "roles": {"person": (who,), "mission": mission[:1]}, "function": function, "frame": "post:before",
        "rank": next((s.code for s in old[0].senses("rank") if s.code), None), "time": time,
    }  # fmt: skip
    builder.draft(
        fields, sentence, number, (old[0].first, old[0].last), clause=clause, anchor=old[0].first, confidence=0.7
    )


_TAKES = frozenset({"take_command", "installed"})  # frames: took over from


def _gone_before(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a phrase is whom somebody succeeds: "replaces General X", "succède au général X"."""
    return phrase in clause.objects or "to" in phrase.relations


def _officer(phrase: Phrase) -> bool:
    """Say whether a phrase is a person with a rank, or a national with a name."""
    someone = any(r.kind == "person" for r in phrase.refs)
    return someone and bool(phrase.senses("rank", "national") or phrase.adjective_refs)


def _people(match: Match) -> list[Phrase]:
    """Return the persons that a word of leading goes with: its subject, who it is by, whom its clause takes up."""
    clause = match.clause
    led_by = [p for p in clause.phrases if _LEADER & set(p.relations)]
    behind = [q for p in led_by for q in clause.phrases if q.first == p.last + 2 and q.bare]
    told = [p for p in (*led_by, *behind) if _somebody(p)]
    if told:
        return told[:1]
    if clause.link == "relative" and clause.parent is not None:
        before = [p for p in clause.parent.phrases if p.last < clause.first]
        near = [p for p in before[-3:] if _somebody(p)]
        opens = next((p for p in clause.subjects if p.pronoun == "relative"), None)
        if near and opens is not None and not clause.passive:
            return near[-1:]
    doers = [p for p in clause.subjects if _somebody(p)]
    named = [q for p in clause.subjects for q in clause.phrases if q.bare and q.first == p.last + 2 and _somebody(q)]
    if doers or named:
        return (doers or named)[:1]
    others = [p for p in clause.phrases if _officer(p)]
    return others if len(others) == 1 else []


def _somebody(phrase: Phrase) -> bool:
    """Say whether a phrase is somebody with a name: not "Mr Speaker", nor a ship called after someone."""
    called = [r for r in phrase.refs if r.kind == "person" and (r.id or r.text == phrase.text)]
    named = any(" " in (r.name or r.text) or phrase.senses("rank") for r in called)
    return named or (could_be_name(phrase) and bool(_LEADER & set(phrase.relations)))


def parts(phrases: Iterable[Phrase], pack: Pack) -> bool:
    """Say whether phrases speak of a part of a mission, whoever else they name: a battalion; not of a brigadier."""
    part = (pack.classes_of("formation") | pack.classes_of("part_noun")) - pack.classes_of("joinable")
    return any(p.words & part and p.noun != "mission" and not p.refs_of("person") for p in phrases)


def only_a_part(clause: Clause, pack: Pack) -> bool:
    """Say whether what an officer leads in a clause is no whole mission: a colonel's battalion, one state's contingent whoever leads it."""
    if one_states(clause):
        return True
    led = [p for p in (*clause.subjects, *clause.objects) if parts((p,), pack)]
    field = any(s.code in FIELD_RANKS for p in clause.phrases for s in p.senses("rank"))
    return bool(led) and (field or any(p.by_country or p.adjective_refs for p in led))


def one_states(clause: Clause) -> bool:
    """Say whether it is one state's people in a mission who are led: "leads the Irish group in UNDOF"."""
    led = clause.objects[:1] if not clause.passive else []
    own = [p for p in led if p.adjective_refs and p.noun != "mission" and not p.refs_of("mission")]
    return any(
        q.start == p.last + 1 and q.refs_of("mission") and "in" in q.relations for p in own for q in clause.phrases
    )


def is_office(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is an office of a mission, and no mission that is called so: "the UN Office in Burundi"."""
    named = {word.lower() for n in phrase.named if n.senses[0].kind == "mission" for word in n.text.split()}
    return bool(phrase.words & pack.classes_of("field_office") - named)


def _others(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is an armed group or an act, so that who leads it leads no mission: "rebels led by X", "the raid"."""
    acts = any(load_frames()[t.frame].predicate == "event" for t in phrase.triggers)
    group = any(r.kind == "group" for r in phrase.refs) or phrase.words & (
        pack.bystanders | pack.classes_of("irregulars")
    )
    return not phrase.refs_of("mission") and (bool(group) or acts)


def _of_one_land(clause: Clause, officer: Phrase) -> bool:
    """Say whether it is people of one country who are under an officer: "KFOR has 200 Danes under Colonel X"."""
    before = [p for p in clause.phrases if p.last < officer.start]
    return any(p.refs_of("state") or p.adjective_refs for p in before[-1:])


def _part_led(clause: Clause, officer: Phrase, pack: Pack) -> bool:
    """Say whether those under an officer are a part of a mission: "a battalion, 200 Danes under Colonel X"."""
    before = [p for p in clause.phrases if p.last < officer.start and not p.refs_of("mission")]
    above = clause.parent.phrases if clause.link == "relative" and clause.parent is not None else []
    before = [*(p for p in above if p.last < clause.first), *before]
    return parts(before[-_NEAR:], pack) or any(_others(p, pack) for p in (*before[-1:], *clause.objects))


def leads_something(match: Match, pack: Pack) -> bool:
    """Say whether somebody is told to lead what is no mission: "is in charge of the inquiry", "at the head of a delegation"."""
    clause = match.clause
    doer = any(_somebody(p) or p.senses("function") for p in clause.subjects)
    hangs = "of" in pack.relations.get((match.trigger.rpartition(" ")[2],), ())  # in charge of
    if not (doer and match.fixed and match.phrase is None and hangs):
        return False
    of = next((p for p in clause.phrases if p.first > match.anchor and "of" in p.relations), None)
    if of is None or of.pronoun or of.refs_of("mission") or of.refs_of("person") or of.person:
        return False
    return of.noun not in _LED or of.single


def _leads_others(match: Match, pack: Pack) -> bool:
    """Say whether it is a part of a mission, or something else, that is led: "commands the Irish battalion"."""
    clause = match.clause
    led = [q for p in (*clause.subjects, *clause.objects) for q in (p, *dependents(p, clause))]
    if leads_something(match, pack):
        return True
    return parts(led, pack) or any(_others(p, pack) or is_office(p, pack) for p in clause.objects)


def _mission(clause: Clause, builder: Builder) -> tuple[EntityRef, ...]:
    """Return the mission that a clause speaks of, or takes up, or that is spoken of."""
    named = sorted(clause.phrases, key=lambda p: p.pronoun == "place_pronoun")  # y a commandé la FINUL: not what "y" is
    told = [r for p in named for r in p.refs if r.kind == "mission" and r.id]
    told = told or [r for r in clause.antecedent if r.kind == "mission" and r.id]
    above = clause.parent.phrases if clause.parent is not None and not told else []
    told = told or [r for p in above for r in p.refs if r.kind == "mission" and r.id]
    return tuple(told[:1]) or builder.discourse.mission_near(anywhere=True)


_JUNIOR = frozenset({"major", "captain"})


def _tell(
    builder: Builder,
    phrase: Phrase,
    clause: Clause,
    match: Match | None,
    sentence: Sentence,
    number: int,
    *,
    ended: bool = False,
) -> None:
    """Add the post; one that has ``ended`` only where the clause says when: who hands it over leads no more."""
    mission = _mission(clause, builder)
    if not mission or any(t.frame in HAPPENINGS for p in (*clause.subjects, *clause.objects) for t in p.triggers):
        return  # the coup led by General X
    found = next((r for r in phrase.refs if r.kind == "person"), None)
    who = found or EntityRef(text=phrase.unknown_name or "", kind="person")
    who = builder.discourse.known_person(who)
    own = builder.posts.get(who.id, ())
    if any("mission" in d.fields["roles"] or "organisation" in d.fields["roles"] for d in own):
        return
    if any("state" in d.fields["roles"] and d.fields.get("function") != "ambassador" for d in own):
        return  # a minister
    if any(s.code == "head-of-state" for s in phrase.senses("function")):
        return  # under the orders of President X
    bare = [
        d for d in builder.since(number) if d.fields["predicate"] == "post" and d.fields["roles"] == {"person": (who,)}
    ]
    builder.leave_out(bare)  # that he is a general is told with his post
    rank = next((s.code for s in phrase.senses("rank") if s.code), None)
    taken_up = [p for p in clause.objects if p.pronoun is not None and p.refs_of("state")]
    if match is None and rank in _JUNIOR:
        return  # 44 Japanese under Major X: no mission is
    if rank in FIELD_RANKS and clause.passive and taken_up:
        return  # France provides its reserve; it is under Colonel X: no more than that
    commands = rank is not None or (match is not None and match.frame.function == "mission-commander")
    said = match.times if match is not None else clause.times
    times = begun(said) or [t for t in said if t.relation == "at"]
    ahead = match is not None and not ended and (clause.future or clause.modality == "planned")
    time = builder.when(times, forward=ahead) if match is not None else None
    if ended and time is None:
        return
    time = turned(time, "until") if ended and time is not None else time
    fields = {
        "predicate": "post", "roles": {"person": (who,), "mission": mission}, "rank": rank, "frame": "post:leads",
        "function": builder.discourse.command(mission) if commands else "head-of-mission",
        "time": time, "modality": "planned" if ahead else "actual",
    }  # fmt: skip
    span = (min(phrase.first, clause.first), max(phrase.last, clause.last))
    builder.draft(fields, sentence, number, span, clause=clause, anchor=phrase.first, confidence=0.7)

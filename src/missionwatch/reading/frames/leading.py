"""Who leads a mission: in a clause, and beside its name: "the French-led Task Force Takuba", "Spearheaded by Kenya, the mission"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.commanding import one_states
from missionwatch.reading.frames.dating import forward, to_come
from missionwatch.reading.frames.expressions import words_of
from missionwatch.reading.frames.lengths import begun
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.senses import of_one_national
from missionwatch.reading.frames.titles import could_be_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def led(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "de Frans-geleide Taakgroep Takuba": a state's adjective, a word for led, a mission."""
    leading = builder.pack.leading
    before: Phrase | None = None
    for n, phrase in enumerate(clause.phrases):
        mission = tuple(r for r in phrase.refs if r.kind == "mission" and r.id)
        if not mission and phrase.noun == "mission" and n + 1 < len(clause.phrases):
            short = clause.phrases[n + 1]  # a Kenyan-led mission (MSS)
            bracketed = short.first == phrase.last + 2 and sentence.tokens[short.first - 1].text == "("
            mission = short.refs_of("mission") if bracketed else ()
        opens = before is not None and before.start == clause.first and sentence.tokens[before.last + 1].text == ","
        beside = before is not None and (before.last == phrase.first - 1 or (opens and before.last == phrase.first - 2))
        states = tuple(r for r in builder.discourse.adjectives(phrase) if r.kind == "state")
        behind = before is not None and before.last == phrase.first - 1 and "led_by" in before.relations
        opened = sentence.tokens[before.start - 1].classes if behind and before is not None and before.start else set()
        known = bool(phrase.definite and states) or ("determiner" in opened and "indefinite" not in opened)
        if (
            not mission and phrase.noun == "mission" and known
        ):  # The Greek-led operation, de door Frankrijk geleide missie
            elsewhere = any(p.refs_of("state") or p.refs_of("place") for p in dependents(phrase, clause))
            mission = () if elsewhere else builder.discourse.mission_near(anywhere=True)
        if (
            mission and before is not None and "led_by" in before.relations and beside
        ):  # Spearheaded by Kenya, the mission
            leader = tuple(r for r in before.everyone() if r.kind in ("state", "organisation"))
            _led(builder, leader, mission, (before.start, phrase.last), clause, number, sentence)
        before = phrase
        if not mission or not states:
            continue
        for named in phrase.named:
            after = [t.low.lstrip("-‑") for t in sentence.tokens[named.last + 1 : named.last + 3]]
            if named.forms("adjective") and any(w in leading for w in after):
                leader = tuple(phrase.adjective_refs) or states
                _led(builder, leader, mission, (phrase.first, phrase.last), clause, number, sentence)
                break


def _led(
    builder: Builder,
    leader: tuple[EntityRef, ...],
    mission: tuple[EntityRef, ...],
    span: tuple[int, int],
    clause: Clause,
    number: int,
    sentence: Sentence,
) -> None:
    if not leader:
        return
    fields = {
        "predicate": "leadership", "roles": {"leader": leader, "mission": mission[:1]}, "frame": "lead:attributive",
    }  # fmt: skip
    builder.draft(fields, sentence, number, span, clause=clause, anchor=clause.first)


_LAST = 4  # drafts; what a clause has just told is among them
_NO_LEADERS = frozenset({"diplomats", "population", "opposition"})  # one of them who leads a mission is not the state


def leadership(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say who leads a mission."""
    leader, mission = match.fill("leader"), match.fill("mission")
    leader = tuple(
        {r.id: r for r in leader if r.kind in ("state", "organisation") and r.body not in _NO_LEADERS}.values()
    )
    lone = of_one_national(match.clause, sentence.tokens, builder.pack) | _who_is_one(
        match.clause, sentence, builder.pack
    )
    told = (
        p
        for p in match.clause.subjects
        if any(r.kind == "person" for r in p.refs) and (p.senses("rank") or could_be_name(p))
    )
    # the Danish general, who was just named; the Norwegian Ole Hansen
    named = {r.id for p in told for r in p.adjective_refs}
    leader = tuple(r for r in leader if r.id not in lone and r.id not in named)
    if match.phrase is None and not match.fixed and match.anchor not in match.clause.verbs:
        by = {r.id for name in ("by", "led_by") for p in match.relations.get(name, ()) for r in p.everyone()}
        leader = tuple(r for r in leader if not by or r.id in by)  # commends the mission, headed by X
    if not mission and match.phrase is not None:
        mission = tuple(match.clause.antecedent[:1]) or builder.discourse.missions_here()
        mission = tuple(r for r in mission if r.kind == "mission")
        hosts = builder.discourse.hosts_of(mission[0].id) if mission else ()
        units = builder.pack.classes_of("formation") | builder.pack.classes_of("unit_noun")
        own = any("’" in t or "'" in t for t in match.phrase.text.split()) and any(r.country in hosts for r in leader)
        if match.phrase.words & units or own:
            return None  # the battalion's leadership, Haiti's own
    if not mission and match.frame.name in ("lead_here", "lead_rests") and not _over_something(match):
        mission = builder.discourse.mission_near(anywhere=True)
    under = any(r in p.refs for p in match.relations.get("led_by", ()) for r in mission)
    if under and match.clause.passive and any(p.is_people for p in match.clause.objects):
        return None  # Estonian soldiers were placed under the command of Barkhane
    before = sentence.tokens[match.anchor - 1] if match.anchor else None
    doers = match.clause.objects if match.clause.passive else match.clause.subjects
    somebody = match.phrase in doers or sentence.tokens[match.anchor].text[0].isupper()
    noun = match.phrase is None and before is not None and {"possessive"} & before.classes
    if noun or _else_led(match) or (match.phrase is not None and match.phrase.noun == "people" and somebody):
        return None  # his conduct of it; they run a hospital; the Military Command in Bissau
    passed = any(
        d.clause is match.clause and d.fields["frame"].startswith("lead_passes") for d in builder.drafts[-_LAST:]
    )
    if passed and match.frame.name != "lead_passes":
        return None  # was handed by Italy to Turkey
    at_it = [r for p in match.relations.get("against", ()) if not p.bare for r in p.refs]
    if not leader or not mission or leader[0].id is None or _of_another(match, leader, sentence) or mission[0] in at_it:
        return None
    if one_states(match.clause):
        return None  # leads the Irish group in the mission
    parts = builder.pack.classes_of("part_noun")
    sides = (*match.clause.subjects, *match.clause.objects) if match.phrase is None or match.light else match.reach()
    if any(p.words & parts and p.noun != "mission" for p in (*sides, *match.clause.phrases[:1])):
        return None  # the maritime component under French command
    verb = match.phrase is None and not match.fixed and match.anchor in match.clause.verbs
    if verb and not match.clause.passive and not match.relations.get("object"):
        return None  # the Dutch contribution runs until October
    stands = match.phrase is not None and not match.clause.passive and not match.clause.objects
    times = match.clause.times if stands else match.times  # has stood under Italian command since July
    said = match.phrase is None and (verb or match.fixed)
    kept = begun(times) or [t for t in times if said and t.relation == "at"]
    time = builder.when(kept, forward=forward(match))
    coming = said and match.clause.present and match.modality == "actual"
    later = to_come(builder, match, time) if coming else {}
    return {"roles": {"leader": leader, "mission": mission[:1]}, "time": time} | later


def _who_is_one(clause: Clause, sentence: Sentence, pack: Pack) -> frozenset[str]:
    """Return whose one national "who" takes up: "General X, the Ghanaian who commands UNIFIL"; not: "the Italians, who lead KFOR"."""
    above, tokens = clause.parent, sentence.tokens
    if clause.link != "relative" or above is None or clause.opener is None or clause.finite is None:
        return frozenset()
    who = next((p for p in above.phrases if clause.opener - 2 <= p.last < clause.opener), None)
    if (
        who is None
        or not who.senses("national", "adjective")
        or who.senses("name")
        or tokens[clause.opener].low not in pack.classes_of("human_relative")
    ):
        return frozenset()
    verb = tokens[clause.finite].low
    now = pack.present is not None and pack.present.search(verb) is not None and verb not in pack.past_forms
    one = now and pack.singular is not None and pack.singular.search(verb) is not None
    behind = any(
        p.person is not None and p.last == who.start - 2 for p in above.phrases
    )  # Prem Chand, the Indian who led
    return (
        frozenset(r.id for r in (*who.refs, *who.adjective_refs) if r.id)
        if one or (behind and not now)
        else frozenset()
    )


def _else_led(match: Match) -> bool:
    """Say whether a verb has an object of its own that is no mission: "for which they run a hospital", "will drive trucks"."""
    verb = match.phrase is None and not match.fixed and match.anchor in match.clause.verbs
    led = match.clause.objects if verb and not match.clause.passive else []
    reach = [q for p in led for q in (p, *p.group, *dependents(p, match.clause))]
    return bool(led) and not any(p.noun == "mission" or p.pronoun or p.anaphor or p.refs_of("mission") for p in reach)


def _over_something(match: Match) -> bool:
    """Say whether a clause says what else it is that someone leads: "leads the inquiry", "has command over the battalion"."""
    leads = words_of(match)
    noun = next((p for p in match.clause.objects if p.words & leads), None)
    after = dependents(noun, match.clause)[:1] if noun is not None else []
    return any({"about", "of"} & set(p.relations) and "from" not in p.relations for p in after)


def _of_another(match: Match, leader: Sequence[EntityRef], sentence: Sentence) -> bool:
    """Say whether it is something else that someone leads: "the dialogue run by the EU"."""
    phrases = match.clause.phrases
    for before, phrase in itertools.pairwise(phrases):
        hangs = before.last == phrase.start - 1 and "preposition" not in sentence.tokens[phrase.start]
        if "led_by" in phrase.relations and leader[0] in phrase.refs and hangs:
            return before.bare and before.noun != "mission" and not any(r.kind == "mission" for r in before.refs)
    return False

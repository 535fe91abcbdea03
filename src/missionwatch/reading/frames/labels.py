"""Lines of a fact sheet: a word or a state, a colon, and what it is: "Framework nation: Canada", "Established: June 2017", "- Spain: 500"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.days import turned
from missionwatch.reading.frames.givers import assets_of, states_of
from missionwatch.reading.frames.phrases import number_alone, placed_in
from missionwatch.reading.frames.telling import Telling
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Relation

_NAMED = 4  # tokens that name a task: "Tasks of the mission"
_LABEL = 5  # tokens before a colon: "Start of the mission:"
_ENDS = frozenset(".!?")


def labelled(builder: Builder, sentence: Sentence, number: int) -> None:
    """Read a line that is no more than a label and what it says of the one mission that a report is about; or a state and how many it gives."""
    tokens, clauses = sentence.tokens, builder.clauses
    at = next((i for i, t in enumerate(tokens[: _LABEL + 1]) if t.text == ":"), 0)
    parted = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == ";"), len(tokens))  # what is said besides
    plain = all(c.link == "main" and c.finite is None for c in clauses[1:] if c.first < parted)
    if not at or len(clauses) == 1:
        plain = plain and tokens[-1].text not in _ENDS
        builder.listing = not at and plain and _heads_list(builder, clauses)
        return
    label, value = clauses[0], clauses[1]
    mission = builder.discourse.titled_mission()
    if mission and value.first == at + 1:
        _meant_for(builder, label, sentence, number, mission)
    full = tokens[-1].text in _ENDS and not _dated_or_named(value) and not _counted_alone(builder, value)
    if (
        not mission
        or not plain
        or full
        or value.first != at + 1
        or any(d.clause is value for d in builder.since(number))
    ):
        builder.listing = builder.listing and plain and not full
        return
    here = Telling(builder, value, sentence, number)
    span, words = (0, len(tokens) - 1), {t.low for t in tokens[:at]}
    first = value.phrases[0] if value.phrases else None
    givers = [p for p in label.phrases if states_of(p) and p.senses("name")]
    counted = first is not None and _counted_alone(builder, value)
    if len(givers) == len(label.phrases) == 1 and first is not None and (builder.listing or counted):
        if first.counted() and (number_alone(first, tokens) or first.is_people):
            assets = tuple(a for p in value.phrases for a in assets_of(p))
            here.gives("label", states_of(givers[0]), mission, first.many(), span, 0.75, assets=assets)
            for some, spot in itertools.pairwise(value.phrases[1:]):  # 48, of whom 33 in Kabul and 15 in Kunduz
                place = _where(builder, spot) if spot.start == some.last + 1 else []
                if place and some.counted() and number_alone(some, tokens):
                    part = (some.first, spot.last)
                    here.gives("label", states_of(givers[0]), mission, some.many(), part, 0.75, place=place)
        return
    if counted and first is not None and words & builder.pack.classes_of("strength_noun"):
        fields = {
            "predicate": "strength",
            "roles": {"mission": mission[:1]},
            "quantity": first.many(),
            "frame": "strength:label",
        }
        here.draft(fields, span, 0.8)
        return
    if words & builder.pack.classes_of("column_leader") and first is not None and first.refs_of("state"):
        roles = {"leader": first.refs_of("state")[:1], "mission": mission[:1]}
        here.draft({"predicate": "leadership", "roles": roles, "frame": "lead:label"}, span, 0.8)
        return
    opened = _opened(builder, label, words)
    if first is not None and "lead" in opened:
        _led_by(here, first, mission, span)
        return
    way = next((relation for frame, relation in _WAYS.items() if frame in opened), None)
    marks = {r for t in tokens[:at] for r in builder.pack.relations.get((t.low,), ())}
    way = way or next((relation for relation in _WAYS.values() if relation in marks), None)  # Mandate until: May 2025
    time = builder.when(value.own_times, forward=way == "until") if way is not None and first is None else None
    if way is not None and time is not None and time.relation in ("at", way):
        lasts: dict[str, Any] = {
            "predicate": "period", "roles": {"mission": mission[:1]}, "subject": "mission", "frame": f"{way}:label",
            "time": turned(time, way) if time.relation == "at" else time,
        }  # fmt: skip
        builder.leave_out(d for d in here.so_far() if d.clause is label and d.fields.get("type") == "end")
        here.draft(lasts, span, 0.8)


_WAYS: dict[str, Relation] = {"starts": "since", "ends": "until"}  # frames of labels, and what their day is


def _dated_or_named(clause: Clause) -> bool:
    """Say whether what a label says is no more than a day or a person: that may end in a full stop."""
    people = all(any(r.kind == "person" for r in p.refs) or states_of(p) for p in clause.phrases)
    return not clause.verbs and people and bool(clause.phrases or clause.own_times)


def _where(builder: Builder, spot: Phrase) -> list[EntityRef]:
    """Return the place that people are said to be in; a capital is a town here."""
    towns = [s.id for n in spot.named if n.forms("capital") for s in n.senses if s.kind == "place" and s.id]
    return [builder.discourse.register.ref(t, spot.text) for t in towns] or placed_in([spot])


def _counted_alone(builder: Builder, value: Clause) -> bool:
    """Say whether what stands behind a label opens with a number of people, none of whom came to harm."""
    first = value.phrases[0] if value.phrases else None
    counts = first is not None and first.bare and first.is_people and first.counted() > 1 and not first.triggers
    return counts and not tells_of_harm(value, builder.pack)


def _meant_for(
    builder: Builder, label: Clause, sentence: Sentence, number: int, mission: tuple[EntityRef, ...]
) -> None:
    """Read "Task: training the police" of the mission that a fact sheet is about, where the register says so too."""
    tokens, entry = sentence.tokens, builder.discourse.register.mission(mission[0].id)
    nouns = builder.pack.noun_triggers
    task = len(label.order) <= _NAMED and any(
        t.frame == "aim" for i in label.order for t in nouns.get(tokens[i].low, ())
    )
    if not task or entry is None or any(d.fields["predicate"] == "purpose" for d in builder.since(number)):
        return
    words = range(label.last + 2, len(tokens))
    for code in builder.pack.codes("purposes", tokens, words):
        if code in entry.purposes:
            fields = {
                "predicate": "purpose", "roles": {"mission": mission[:1]}, "purposes": (code,), "frame": "aim:label",
                "text": builder.evidence(sentence, words[0], words[-1]).quote,
            }  # fmt: skip
            builder.draft(fields, sentence, number, (0, words[-1]), clause=label, confidence=0.8)


def _led_by(here: Telling, phrase: Phrase, mission: Sequence[EntityRef], span: tuple[int, int]) -> None:
    """Draft who commands: "Command: General X (Spain), since May"."""
    who = next((r for r in phrase.refs if r.kind == "person"), None)
    if who is None:
        return
    person = here.discourse.known_person(who)
    if any("mission" in d.fields["roles"] for d in here.builder.posts.get(person.id, ())):
        return
    rank = next((s.code for s in phrase.senses("rank")), None)
    since = [t for t in here.clause.own_times if t.relation == "since"]
    fields = {
        "predicate": "post", "roles": {"person": (person,), "mission": tuple(mission[:1])}, "rank": rank,
        "function": here.discourse.command(mission) if rank else "head-of-mission", "frame": "post:label",
        "time": here.builder.when(since, forward=False),
    }  # fmt: skip
    here.draft(fields, span, 0.8)


def _opened(builder: Builder, label: Clause, words: set[str]) -> set[str]:
    pack = builder.pack
    told = {t.frame for p in label.phrases for t in p.triggers} | label.opened(pack)
    return told | {
        t.frame for word in words for t in (*pack.noun_triggers.get(word, ()), *pack.word_triggers.get(word, ()))
    }


def _heads_list(builder: Builder, clauses: Sequence[Clause]) -> bool:
    """Say whether a line without an end heads a list of who gives how many: "Contributions per country"."""
    pack = builder.pack
    givers = pack.classes_of("column_contributor") | pack.classes_of("contributor_noun")
    return any(
        "contribute" in c.opened(pack) or any(p.noun == "contribution" or p.words & givers for p in c.phrases)
        for c in clauses[:1]
    )

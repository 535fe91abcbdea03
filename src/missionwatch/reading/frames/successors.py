"""Who comes after the holder of a post, and who stands beside him: "Jan Vos succeeds him", "his deputy, Ann Poe"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.dating import sooner
from missionwatch.reading.frames.senses import MISSION_POSTS
from missionwatch.reading.frames.titles import could_be_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

_DEPUTY = {
    "force-commander": "deputy-force-commander", "head-of-mission": "deputy-head-of-mission",
    "special-representative": "deputy-head-of-mission",
}  # fmt: skip


def succeeds(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read that somebody takes the post of one whose post was told: "Jan Vos succeeds General Poe", "he was relieved by Jan Vos"."""
    if clause.negated or builder.pack.classes_of("succeeding").isdisjoint(clause.lemmas.values()):
        return
    agents = [p for p in clause.phrases if "by" in p.relations]
    new = next((p for p in (agents if clause.passive else clause.subjects) if _named(p)), None)
    gone = clause.objects if clause.passive else [*clause.objects, *(p for p in clause.phrases if "to" in p.relations)]
    before = next((r for p in gone if p is not new for r in p.refs_of("person")), None)
    held = list(builder.posts.get(before.id, ())) if before is not None else []
    held = [d for d in held if d.fields["roles"].get("mission") and d.fields.get("function") in MISSION_POSTS]
    if new is None or not held:
        return
    told = held[-1].fields
    _tell(builder, new, clause, sentence, number, told["roles"]["mission"], told["function"])


def deputies(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who the deputy is of the one whose post was told last: "his deputy, Ann Poe", "Ann Poe, his deputy,"."""
    words = builder.pack.classes_of("deputy")
    titles = [
        n
        for n, p in enumerate(clause.phrases)
        if p.owned and not words.isdisjoint(p.words) and not p.senses("function")
    ]
    told = (d for d in reversed(builder.drafts) if d.fields["predicate"] == "post") if titles else iter(())
    post = next((d.fields for d in told if d.paragraph >= sentence.paragraph - 1), None)
    function = _DEPUTY.get(post.get("function") or "") if post is not None else None
    mission = post["roles"].get("mission") if post is not None else None
    if function is None or not mission:
        return
    for n in titles:
        title = clause.phrases[n]
        near: Sequence[Phrase] = (title, *clause.phrases[n + 1 : n + 2], *clause.phrases[max(0, n - 1) : n])
        who = next((p for p in near if _named(p) and (p is title or _apposed(p, title, sentence))), None)
        if who is not None:
            _tell(builder, who, clause, sentence, number, mission, function, timed=False)
            return


def _apposed(name: Phrase, title: Phrase, sentence: Sentence) -> bool:
    left, right = (name, title) if name.first < title.first else (title, name)
    between = sentence.tokens[left.last + 1 : right.first]
    return right.bare and len(between) == 1 and between[0].text == ","


def _named(phrase: Phrase) -> bool:
    """Say whether a phrase is somebody by name."""
    names = [r.name or r.text for r in phrase.refs if r.kind == "person"]
    lands = any(r.kind == "state" for r in phrase.refs)
    return any(" " in name for name in names) or (could_be_name(phrase) and not lands)


def _tell(
    builder: Builder,
    phrase: Phrase,
    clause: Clause,
    sentence: Sentence,
    number: int,
    mission: Sequence[EntityRef],
    function: str,
    *,
    timed: bool = True,
) -> None:
    found = next((r for r in phrase.refs if r.kind == "person"), None)
    phrase.person = phrase.person or phrase.unknown_name
    who = builder.discourse.known_person(found) if found is not None else builder.discourse.named_person(phrase)
    if any(d.fields["roles"].get("mission") for d in builder.posts.get(who.id, ())):
        return
    phrase.refs = [who]
    builder.leave_out(
        d for d in builder.posts.get(who.id, ()) if set(d.fields["roles"]) == {"person"} and d.sentence == number
    )
    times = [t for t in clause.own_times if t.relation in ("at", "since")] if timed else []
    modality = clause.modality if timed else "actual"
    if timed and clause.present and modality == "actual":
        ahead = sooner(builder, builder.when(times, forward=True), builder.when(times, forward=False))
        modality = "planned" if ahead else modality
    fields: dict[str, Any] = {
        "predicate": "post", "roles": {"person": (who,), "mission": tuple(mission[:1])}, "function": function,
        "rank": next((s.code for s in phrase.senses("rank") if s.code), None), "frame": "post:beside", "modality": modality,
        "time": builder.when(times, forward=modality != "actual"),
    }  # fmt: skip
    builder.draft(
        fields, sentence, number, (clause.first, clause.last), clause=clause, anchor=phrase.first, confidence=0.7
    )

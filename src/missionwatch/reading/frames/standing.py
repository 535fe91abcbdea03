"""Who holds which post, who leads, who asked for it: what stands in copulas, appositions and short follow-up sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.building import Draft
from missionwatch.reading.frames.discourse import Post
from missionwatch.reading.frames.matching import dependents

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Evidence

_STATE_POSTS = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister", "prime-minister",
    "president", "ambassador", "chief-of-defence",
})  # fmt: skip


def posts(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read "X is Force Commander of Y" and "Force Commander X of Y"."""
    for phrase in clause.phrases:
        if phrase.person is None or not phrase.refs:
            continue
        rank = next((s.code for s in phrase.senses("rank") if s.code), None)
        function = next((s.code for s in phrase.senses("function") if s.code), None)
        chain = dependents(phrase, clause)
        first, last = phrase.first, chain[-1].last if chain else phrase.last
        where = [phrase]
        if function is None and clause.verbs and not clause.negated:
            complement = next((p for p in clause.objects if p is not phrase and p.senses("function")), None)
            being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
            if complement is not None and being and phrase in (*clause.subjects, *clause.objects):
                function = complement.senses("function")[0].code
                chain = dependents(complement, clause)
                first, last = clause.first, clause.last
        where = [*chain, *where]
        mission = tuple(r for p in where for r in p.refs if r.kind == "mission")[:1]
        body = tuple(r for p in where for r in p.refs if r.kind == "organisation")[:1]
        state = tuple(r for p in chain for r in p.refs if r.kind == "state")[:1] or tuple(
            r for r in phrase.adjective_refs if function in _STATE_POSTS
        )
        evidence = builder.evidence(sentence, first, last)
        person = phrase.refs[0]
        if function is None and builder.discourse.post is not None and builder.discourse.post.person.id == person.id:
            continue
        builder.discourse.post = Post(person, function, rank, mission, evidence)
        if function is None or not (mission or body or state):
            continue
        roles: dict[str, tuple[EntityRef, ...]] = {"person": (person,)}
        for role, refs in (("mission", mission), ("organisation", body), ("state", state)):
            if refs:
                roles[role] = refs
                break
        fields = {
            "predicate": "post", "roles": roles, "function": function, "rank": rank, "holders": held.holders,
            "time": builder.when(clause.times, forward=False) if last == clause.last else None, "frame": "post:apposition",
        }  # fmt: skip
        builder.drafts.append(
            Draft(fields, evidence, sentence=number, paragraph=sentence.paragraph, clause=clause, anchor=phrase.first)
        )


def led(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "de Frans-geleide Taakgroep Takuba": a state's adjective, a word for led, a mission."""
    leading = builder.pack.leading
    before: Phrase | None = None
    for phrase in clause.phrases:
        mission = tuple(r for r in phrase.refs if r.kind == "mission")
        if mission and before is not None and "led_by" in before.relations and before.last == phrase.first - 1:
            leader = tuple(r for r in before.everyone() if r.kind in ("state", "organisation"))
            _led(
                builder,
                leader,
                mission,
                builder.evidence(sentence, before.start, phrase.last),
                clause,
                number,
                sentence,
            )
        before = phrase
        if not mission or not phrase.adjective_refs:
            continue
        for named in phrase.named:
            after = [t.low.lstrip("-‑") for t in sentence.tokens[named.last + 1 : named.last + 3]]
            if named.forms("adjective") and any(w in leading for w in after):
                span = builder.evidence(sentence, phrase.first, phrase.last)
                _led(builder, tuple(phrase.adjective_refs), mission, span, clause, number, sentence)
                break


def _led(
    builder: Builder,
    leader: tuple[EntityRef, ...],
    mission: tuple[EntityRef, ...],
    span: Evidence,
    clause: Clause,
    number: int,
    sentence: Sentence,
) -> None:
    if not leader:
        return
    fields = {
        "predicate": "leadership", "roles": {"leader": leader, "mission": mission[:1]}, "frame": "lead:attributive",
    }  # fmt: skip
    builder.drafts.append(
        Draft(fields, span, sentence=number, paragraph=sentence.paragraph, clause=clause, anchor=clause.first)
    )


def instigated(builder: Builder, clause: Clause, sentence: Sentence) -> bool:
    """Read "Dit (laatste) gebeurde op verzoek van X": the last event gets its instigator and a second span."""
    asked = [p for p in clause.phrases if "request" in p.relations]
    anaphor = any(p.anaphor == "event" or p.pronoun == "event_pronoun" for p in clause.phrases)
    events = [d for d in builder.drafts if d.fields["predicate"] == "event" and d.paragraph >= sentence.paragraph - 1]
    again = {t.frame for p in clause.subjects if p.definite for t in p.triggers}
    happens = any(builder.pack.light.get(clause.lemmas.get(v, "")) == "happen" for v in clause.verbs)
    if again and happens:  # het vertrek gebeurde op verzoek van …
        events = [d for d in events if d.fields["frame"].split(":")[0] in again]
        anaphor = True
    if not asked or not anaphor or not events:
        return False
    last = max(events, key=lambda d: (d.sentence, d.anchor))
    refs = tuple(r for r in asked[0].everyone() if r.kind != "place")
    if not refs:
        return False
    last.fields["roles"] = last.fields["roles"] | {"instigator": refs}
    time = builder.when(clause.times, forward=False)
    if time is not None and last.fields.get("time") is None:
        last.fields["time"] = time
    last.more.append(builder.evidence(sentence, clause.first, clause.last))
    return True

"""Who leads a mission, told beside its name: "the French-led Task Force Takuba", "Spearheaded by Kenya, the mission"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
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
        if (
            mission and before is not None and "led_by" in before.relations and beside
        ):  # Spearheaded by Kenya, the mission
            leader = tuple(r for r in before.everyone() if r.kind in ("state", "organisation"))
            _led(builder, leader, mission, (before.start, phrase.last), clause, number, sentence)
        before = phrase
        if not mission or not phrase.adjective_refs:
            continue
        for named in phrase.named:
            after = [t.low.lstrip("-‑") for t in sentence.tokens[named.last + 1 : named.last + 3]]
            if named.forms("adjective") and any(w in leading for w in after):
                leader = tuple(phrase.adjective_refs)
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

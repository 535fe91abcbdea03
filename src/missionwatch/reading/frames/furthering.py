"""What a later sentence tells more of what happened: at whose request, where and when."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def instigated(builder: Builder, clause: Clause, sentence: Sentence) -> bool:
    """Read "Dit (laatste) gebeurde op verzoek van X": the last event gets its instigator and a second span."""
    asked = [p for p in clause.phrases if "request" in p.relations]
    if not asked:
        return _happened(builder, clause, sentence)
    anaphor = any(p.anaphor == "event" or p.pronoun == "event_pronoun" for p in clause.phrases)
    near = itertools.takewhile(lambda d: d.paragraph >= sentence.paragraph - 1, reversed(builder.drafts))
    events = [d for d in near if d.fields["predicate"] == "event"]
    again = {t.frame for p in clause.subjects if p.definite for t in p.triggers}
    happens = any(builder.pack.light.get(clause.lemmas.get(v, "")) == "happen" for v in clause.verbs)
    if again and happens:  # het vertrek gebeurde op verzoek van …
        events = [d for d in events if d.fields["frame"].split(":")[0] in again]
        anaphor = True
    if not anaphor or not events:
        return False
    last = max(events, key=lambda d: (d.sentence, d.anchor))
    refs = tuple(r for r in asked[0].everyone() if r.kind != "place")
    if not refs:
        return False
    return _told_further(builder, last, clause, sentence, {"instigator": refs})


def _happened(builder: Builder, clause: Clause, sentence: Sentence) -> bool:
    """Read "It happened near X on Monday": where and when the last blow was that the paragraph tells."""
    lemmas = {clause.lemmas.get(v, "") for v in clause.verbs} - builder.pack.helping
    if not lemmas or not all(builder.pack.light.get(lemma) == "happen" for lemma in lemmas):
        return False
    told = any(p.anaphor == "event" or p.pronoun in ("event_pronoun", "neuter_pronoun") for p in clause.subjects)
    it = told or "neuter_pronoun" in sentence.tokens[clause.first]
    if not it or clause.negated:
        return False
    near = itertools.takewhile(lambda d: d.paragraph == sentence.paragraph, reversed(builder.drafts))
    last = next((d for d in near if d.fields.get("type") in ("attack", "clash")), None)
    if last is None:
        return False
    spots = (p for p in clause.phrases if "in" in p.relations)
    place = tuple(r for p in spots for r in p.refs if r.kind == "place" or (r.kind == "state" and not r.body))[:1]
    if last.fields["roles"].get("place"):
        place = ()
    return _told_further(builder, last, clause, sentence, {"place": place} if place else {})


def _told_further(
    builder: Builder, last: Draft, clause: Clause, sentence: Sentence, roles: dict[str, tuple[EntityRef, ...]]
) -> bool:
    """Let a clause tell more of what was told before: roles, the time where it had none, and a second span."""
    last.fields["roles"] = last.fields["roles"] | roles
    time = builder.when(clause.times, forward=False)
    if time is not None and last.fields.get("time") is None:
        last.fields["time"] = time
    last.more.append(builder.evidence(sentence, clause.first, clause.last))
    return True

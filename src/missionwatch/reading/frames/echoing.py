"""Who does as another was just told to do: "Sweden did the same", "so has Denmark", "as did France", "net als Polen", "l'Italie aussi"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token

_ACTING = frozenset({"state", "organisation", "person", "group"})
_BEFALL = frozenset({"attack", "clash", "coup", "protest", "elect", "resign", "appoint"})
"""What nobody does after another's example."""
_SHARED = frozenset({"event", "contribution", "presence"})
_KEPT = ("predicate", "type", "holders", "hearsay", "negated")


def imitate(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who does what another was just told to do, in a clause of its own that names neither what nor to whom."""
    tokens, pack = sentence.tokens, builder.pack
    said = not clause.negated and pack.says("likewise", clause.lows(tokens))
    if clause.passive or not (said or _only_echoes(clause, tokens, pack)):
        return
    before = _before(builder, clause, number, frozenset({"event"}) if said else _SHARED)
    if before is None or (not said and bool(before.fields.get("negated")) != clause.negated):
        return
    here = [d for d in builder.since(number) if d.clause is clause]
    builder.leave_out(d for d in here if d.fields["predicate"] == "assessment")  # no word on how things stand
    time = builder.when(clause.own_times, forward=clause.future or clause.present)
    if said:  # its verb has a time of its own: they are expected to follow suit
        ahead = clause.future or clause.present or clause.link == "purpose"
        modality = "planned" if ahead and clause.modality == "actual" else clause.modality
    else:
        modality = before.fields.get("modality", "actual")
        time = time or (before.fields.get("time") if before.sentence == number else None)
    span = (clause.first, clause.last)
    for fields in _as_well(before, clause.subjects if said else clause.phrases):
        fields |= {"time": time, "modality": modality}
        builder.draft(fields, sentence, number, span, clause=clause, confidence=0.7)


def likened(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who is set beside the doer: "Germany condemned it, just like France", "Evenals Polen wees Hongarije het plan af"."""
    tokens = sentence.tokens
    for phrase in (p for p in clause.phrases if "alike" in p.relations):
        end = max(p.last for p in (phrase, *phrase.group))
        opens = phrase.start == 0 and builder.pack.verb_second and end + 1 == clause.finite
        before, after = tokens[: phrase.start][-1:], tokens[end + 1 : end + 2]
        apart = not any(t.is_word for t in (*before, *after))
        told = [d for d in builder.since(number) if d.clause is clause and not d.nominal] if apart or opens else []
        for other in [d for d in told if d.fields["predicate"] in _SHARED]:
            for fields in _as_well(other, (phrase,)):
                fields |= {"time": other.fields.get("time"), "modality": other.fields.get("modality", "actual")}
                builder.draft(fields, sentence, number, (phrase.start, end), clause=clause, confidence=0.7)


def _before(builder: Builder, clause: Clause, number: int, kinds: frozenset[str]) -> Draft | None:
    """Return what was told last of what somebody does: by the subject of a main clause rather than in what it governs."""
    told = [d for d in builder.since(number - 1) if d.clause is not clause and not d.nominal]
    told = [d for d in told if d.fields["predicate"] in kinds and _role(d) in d.fields.get("roles", ())]
    main = [d for d in told if d.clause is not None and d.clause.link == "main"]
    last = next(reversed(main or told), None)
    if last is None or last.clause is None:
        return last
    own = {r.id for p in last.clause.subjects for r in p.everyone()}
    here = (d for d in main if d.clause is last.clause and own & {r.id for r in d.fields["roles"][_role(d)]})
    return next(here, last)


def _role(draft: Draft) -> str:
    return "contributor" if draft.fields["predicate"] == "contribution" else "actor"


def _as_well(before: Draft, doers: Iterable[Phrase]) -> Iterator[dict[str, Any]]:
    """Give the fields of what was told, done by each of these who had no part in it."""
    told, doer = before.fields, _role(before)
    if told.get("type") in _BEFALL:
        return
    known = {r.id for role in (doer, "target") for r in told["roles"].get(role, ())}
    roles = {role: refs for role, refs in told["roles"].items() if role not in ("instigator", "partner")}
    each = ((r, p) for head in doers for p in (head, *head.group) for r in p.refs if r.id and r.kind in _ACTING)
    for actor, phrase in {r.id: (r, p) for r, p in each if r.id not in known}.values():
        fields = {key: value for key, value in told.items() if key in _KEPT}
        if phrase.is_people and phrase.number is not None and (told["predicate"] != "event" or told.get("quantity")):
            fields["quantity"] = phrase.number.quantity("people", phrase.text)
        yield fields | {"roles": roles | {doer: (actor,)}, "frame": f"{told.get('type', told['predicate'])}:likewise"}


def _only_echoes(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause has no more than who, words such as "so", "too" and "as", and a verb that stands for another."""
    if pack.classes_of("echo").isdisjoint(clause.lows(tokens)):
        return False
    echo, small = pack.classes_of("echo"), pack.classes_of("doing_so") | pack.classes_of("echo_aside")
    named = {
        i for p in clause.phrases for n in p.named for i in range(n.first, n.last + 1) if p.bare or "as" in p.relations
    }
    counted = {
        i for p in clause.phrases if p.is_people and p.by_country and p.counted() for i in range(p.first, p.last + 1)
    }
    rest = [tokens[i] for i in clause.order if i not in named | counted and tokens[i].is_word]
    timed = {i for t in clause.times for i in range(t.first, t.last + 1)}
    plain = all(
        t.low in echo or t.low in small or t.index in timed or {"determiner", "coordinator"} & t.classes for t in rest
    )
    return bool(named) and plain and any(t.low in echo for t in rest)

"""What is done again at another time, its verb left out: "left Kidal in October and Tessalit on 13 November"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.described import renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def again_later(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read whatever the verb of a clause tells of somebody or something else at a second time."""
    times = [t for t in clause.times if t.relation == "at" and t.resolver is not None]
    if len(times) < _TWO or not clause.verbs:
        return
    for phrase, time in _later(clause, times, sentence.tokens):
        first = _counterpart(phrase, clause, times[0])
        if first is None:
            continue
        for draft in [d for d in builder.since(number) if d.clause is clause and _is_done(d)]:
            fields = _like(draft, first, phrase)
            when = builder.when([time], forward=clause.future) if fields is not None else None
            if fields is None or when is None:
                continue
            span = (min(phrase.start, time.first), max(phrase.last, time.last))
            builder.draft(fields | {"time": when}, sentence, number, span, clause=clause, confidence=draft.confidence)


_TWO = 2


def _later(
    clause: Clause, times: Sequence[TimeMention], tokens: Sequence[Token]
) -> Iterator[tuple[Phrase, TimeMention]]:
    """Yield each phrase that stands alone with a time of its own behind a comma or "and"."""
    for time in times[1:]:
        before = next((p for p in clause.phrases if p.last + 1 == time.first), None)
        after = next((p for p in clause.phrases if p.start == time.last + 1), None)
        earlier = max(clause.verbs[0], times[0].first)
        if before is not None and before.start > earlier and _joins(tokens[before.start - 1]):
            yield before, time
        elif (
            after is not None
            and time.first > earlier
            and _joins(tokens[time.first - 1])
            and _closes(after, clause, tokens)
        ):
            yield after, time


def _joins(token: Token) -> bool:
    return token.text == "," or "coordinator" in token


def _closes(phrase: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether nothing but another such piece follows a phrase in its clause."""
    behind = next((tokens[i] for i in clause.order if i > phrase.last), None)
    return behind is None or not behind.is_word or _joins(behind)


def _counterpart(phrase: Phrase, clause: Clause, time: TimeMention) -> Phrase | None:
    """Return what stands beside the first time as a phrase does beside a later one: another place, so many others."""
    alike = [p for p in clause.phrases if p.start < phrase.start and p not in clause.subjects and _same_kind(p, phrase)]
    near = [p for p in alike if abs(p.last - time.first) < _NEAR or abs(p.start - time.last) < _NEAR]
    return near[0] if near else None


_NEAR = 6  # tokens


def _same_kind(first: Phrase, phrase: Phrase) -> bool:
    if first.bare != phrase.bare or (not first.bare and set(first.relations) != set(phrase.relations)):
        return False
    counted = first.number is not None and phrase.number is not None
    kinds, others = ({r.kind for r in (*p.refs, *p.adjective_refs)} for p in (first, phrase))
    if not (kinds or others) or phrase.only_number:
        return counted
    return bool(kinds & others) or (bool(kinds & _SPOTS) and bool(others & _SPOTS))


_SPOTS = frozenset({"place", "state"})  # kinds of where something is


def _is_done(draft: Draft) -> bool:
    """Say whether a draft tells what the verb of its clause says happened, and when."""
    if draft.nominal or draft.fields["predicate"] != "event" or draft.fields.get("time") is None:
        return False
    return draft.fields["time"].relation == "at" and not draft.fields.get("holders")


def _like(draft: Draft, first: Phrase, phrase: Phrase) -> dict[str, Any] | None:
    """Return what a draft says, of another phrase than ``first``; nothing where it does not speak of that."""
    roles: dict[str, tuple[EntityRef, ...]] = dict(draft.fields["roles"])
    ids = {r.id or r.text for r in (*first.refs, *first.adjective_refs)}
    others = [*phrase.refs, *phrase.adjective_refs]
    changed: dict[str, Any] = {}
    doers = {r.id for r in roles.get("actor", ())}
    for role, refs in draft.fields["roles"].items() if not phrase.only_number else ():
        if refs and {r.id or r.text for r in refs} <= ids and role != "actor":
            new = [r for r in others if r.kind == refs[0].kind or (role == "place" and r.kind in _SPOTS)]
            if not new or new[0].id in doers:
                return None
            roles[role] = tuple(renamed(r, r.text, refs[0].body) for r in new[:1])
            changed["roles"] = roles
    for name in ("quantity", "killed", "injured"):
        said = draft.fields.get(name)
        if said is not None and first.number is not None and said.value == first.number.value:
            changed[name] = phrase.many() if phrase.number is not None else None
    return draft.fields | changed if changed else None

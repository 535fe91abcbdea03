"""What a clause tells as so that is over, only to come, or asked of who is spoken to: told again when the clause is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.dating import sooner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token

_STANDS = frozenset({"contribution", "presence", "strength", "leadership"})
_STEPS = frozenset({"strength", "leadership"})  # what changes on a day: who takes over, how many are left
_WHEN = frozenset({"at", "before", "after"})


def settle_when(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Leave out what a clause says was so formerly, or of who is spoken to; let what it says of a day to come be planned."""
    used = clause.link == "purpose" and clause.first > 0 and "used_to" in sentence.tokens[clause.first - 1]
    used = used and clause.parent is not None and not clause.parent.passive
    bygone = used or (not clause.present and _formerly(clause, sentence))
    spoken_to = clause.link == "content" and clause.present and _spoken_to(clause, sentence)
    ahead = clause.present and clause.modality == "actual" and _ahead(builder, clause)
    if not (bygone or spoken_to or ahead):
        return
    kept: list[Draft] = []
    for draft in builder.since(number):
        own = draft.clause is clause
        predicate, actual = draft.fields["predicate"], draft.fields.get("modality", "actual") == "actual"
        if own and bygone and predicate in _STANDS and draft.fields.get("time") is None:
            continue
        if own and used and predicate == "event" and not draft.nominal:
            continue  # used to send soldiers
        if own and spoken_to and predicate == "event" and actual and not draft.nominal:
            continue
        until_now = draft.fields.get("frame") == "strength:until_now"
        if own and ahead and actual and predicate in _STEPS and not (draft.nominal or until_now):
            draft.fields["modality"] = "planned"
        kept.append(draft)
    builder.drafts[len(builder.drafts) - len(builder.since(number)) :] = kept


def still_led(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who leads a mission until another does: "in May, the Netherlands takes over the lead from Spain"."""
    told = [d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] == "leadership"]
    coming = [d for d in told if d.fields.get("modality") == "planned" and not d.fields.get("negated")]
    for draft in coming[:1]:
        mission = draft.fields["roles"]["mission"]
        others = {r.country for r in draft.fields["roles"]["leader"]} | {*builder.discourse.hosts_of(mission[0].id)}
        doers = clause.subjects if draft.fields["frame"].startswith("lead_passes") else []  # hands it over to Spain
        leave = [*doers, *(p for p in clause.phrases if "from" in p.relations)]
        left = (r for p in leave for r in p.refs if r.kind == "state" and not r.body)
        before = tuple(r for r in left if r.country not in others)[:1]
        if before:
            roles = {"leader": before, "mission": mission}
            fields = {"predicate": "leadership", "roles": roles, "modality": "actual", "frame": "lead:before"}
            builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def _formerly(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a clause holds a word for what is over: "previously had 60 soldiers"; not "two weeks previously"."""
    timed = {i for t in clause.times for i in range(t.first, t.last + 1)}
    tokens = sentence.tokens
    verbs = {i - 1 for i in clause.verbs}
    at = [i for i in clause.order if "bygone" in tokens[i] and i not in timed]
    at += [i for i in clause.order if "once" in tokens[i] and i in verbs]  # once had 60 soldiers
    return any(not i or "number" not in tokens[i - 1] for i in at)  # but: against 400 previously


def _spoken_to(clause: Clause, sentence: Sentence) -> bool:
    """Say whether who is spoken to is to do what a clause tells: "I hope that you withdraw them"."""
    opener = clause.opener
    after = opener + 1 if opener is not None else -1
    return after in clause.order and "second_person" in sentence.tokens[after]


def _ahead(builder: Builder, clause: Clause) -> bool:
    """Say whether a clause in the present tense names a day that lies ahead: "takes over the lead in January"."""
    times = [
        t
        for t in clause.own_times
        if (not t.past or t.relation == "before") and not t.owned and t.relation in _WHEN and not t.duration
    ]
    coming, gone = (builder.when(times, forward=way) for way in (True, False)) if times else (None, None)
    return sooner(builder, coming, gone)


def is_due(phrase: Phrase, clause: Clause, attitudes: frozenset[str], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause only tells when what a noun tells is to be: "their return is due in June", "le départ est fixé au 3 mars"."""
    heads = clause.objects if clause.passive else clause.subjects
    words = pack.classes_of("due")
    if phrase not in heads or clause.finite is None or not {"copula", "passive"} & tokens[clause.finite].classes:
        return False
    if not clause.passive and any(p.words.isdisjoint(words) for p in clause.objects):
        return False
    said = not words.isdisjoint(tokens[i].low for i in clause.order if i > phrase.last)
    return said or (clause.passive and not attitudes.isdisjoint(("plan", "foresee")))

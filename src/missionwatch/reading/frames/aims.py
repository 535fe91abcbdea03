"""What a mission is for, where what it does says so, or what its people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def _its_people(builder: Builder, clause: Clause, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the mission whose people do something: "the observers", or "they", who were just counted."""
    for phrase in clause.subjects[:1]:
        group = builder.discourse.group
        pattern, at = builder.pack.plural, clause.finite
        plural = pattern is not None and at is not None and pattern.search(sentence.tokens[at].low) is not None
        plural = plural or not phrase.words.isdisjoint(builder.pack.classes_of("plural_pronoun"))
        theirs = group is not None and {r.id for r in phrase.refs} <= {r.id for r in group.refs}
        if phrase.pronoun == "person_pronoun" and group is not None and plural and theirs and group.left != 1:
            return group.mission  # Latvia supplies ten soldiers to NMI. They advise …
        own = phrase.definite and phrase.is_people and not any(r.id for r in phrase.refs)
        if own and not phrase.words & builder.pack.bystanders and not phrase.owned:
            return builder.discourse.sole_mission()
    return ()


def _its_troops(discourse: Discourse, pack: Pack, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the one mission of the report where its people, or whoever speaks for it, do something: "they", "we", "Danish trainers"."""
    hosts = {r.country for r in discourse.hosts()}
    for phrase in clause.subjects[:1]:
        theirs = phrase.is_people and not phrase.words & pack.bystanders
        others = any(r.country in hosts or r.kind in ("group", "organisation", "place") for r in phrase.refs)
        if phrase.words & pack.classes_of("thing_pronoun") and clause.link == "main":
            others = False  # The Council approves a force. It is to …
        if (theirs or phrase.pronoun is not None) and not others:
            return discourse.sole_mission()
    return ()


def announced(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what a mission is for behind a colon: "Its task: to watch the ceasefire", "Objectif de l'opération : protéger les navires"."""
    tokens, verb = sentence.tokens, clause.verbs[0] if clause.verbs else None
    before = next((c for c in reversed(builder.clauses) if c.last < clause.first), None)
    if verb is None or before is None or "infinitive" not in tokens[verb] or tokens[before.last + 1].text != ":":
        return
    task = before.phrases[0] if before.phrases and not before.verbs else None
    if task is None or not any(t.frame == "aim" for t in task.triggers):
        return
    mission = tuple(r for p in before.phrases for r in p.refs if r.kind == "mission" and r.id)[:1]
    mission = mission or builder.discourse.mission_near(anywhere=True)
    codes = builder.pack.codes("purposes", tokens, clause.order)
    for code in codes if mission else []:
        fields = {
            "predicate": "purpose", "roles": {"mission": mission}, "purposes": (code,), "frame": "aim:announced",
            "text": builder.evidence(sentence, clause.first, clause.last).quote,
        }  # fmt: skip
        builder.draft(fields, sentence, number, (before.first, clause.last), clause=clause, confidence=0.8)


def _set_up(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the mission that a clause above sets up or sends for what this one says: "approves UNAMID in order | to protect civilians"."""
    above = clause.parent
    if clause.link != "purpose" or above is None or above.negated or above.passive:
        return ()
    taken = tuple(r for p in above.objects for r in p.refs if r.kind == "mission" and r.id)
    return taken[:1] if above.opened(builder.pack) & _SETS_UP and len({r.id for r in taken}) == 1 else ()


_SETS_UP = frozenset({"approve", "deploy", "starts", "extend", "reinforce"})
_OTHERWISE = frozenset({"attack", "clash", "detain", "purpose", "risk", "condemn", "suspend"})
"""What is told of people that does not say what they are there for."""


def does(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what a mission is for from what it does, "EUMA's observers watch the ceasefire", or what its people are there for.

    Where something else is told of them, or only "they" and "we" do it, it must be what the register says that the mission is for,
    and be told by what they do or are ("trained", "observers") or aim at ("to fight gangs").
    """
    discourse = builder.discourse
    subject = tuple(r for p in clause.subjects for r in p.refs if r.kind == "mission" and r.id)[:1]
    subject = subject or _its_people(builder, clause, sentence)
    said = {d.fields.get("type") or d.fields["predicate"] for d in builder.since(number) if d.clause is clause}
    sure = bool(subject) and clause.present and not said
    subject = subject or _its_troops(discourse, builder.pack, clause)
    if not (subject or said) and (taken := _set_up(builder, clause)):
        subject, sure = taken, True
    meant = clause.modality in ("actual", "required") or (clause.modality == "planned" and clause.future)
    if not subject or clause.negated or not meant or said & _OTHERWISE:
        return
    inside = {i for p in clause.phrases if any(r.kind == "mission" for r in p.refs) for i in range(p.first, p.last + 1)}
    told = () if clause.attitudes else clause.inner  # checks | that both sides keep the truce
    words = [i for i in (*clause.order, *(i for c in told for i in c.order)) if i not in inside]
    if not sure and clause.link != "purpose":
        people = {i for p in clause.phrases if p.is_people for i in range(p.first, p.last + 1)}
        words = [i for i in words if i in people or i in clause.verbs]
    codes = builder.pack.codes("purposes", sentence.tokens, words)
    apart = [lemma for v, lemma in clause.lemmas.items() if lemma != sentence.tokens[v].lemma]
    codes += [code for code in builder.pack.codes_of("purposes", apart) if code not in codes]
    entry = discourse.register.mission(subject[0].id)
    known = entry.purposes if entry is not None else ()
    span = builder.evidence(sentence, clause.first, clause.last)
    for code in codes if sure else [code for code in codes if code in known]:
        fields = {
            "predicate": "purpose",
            "roles": {"mission": subject},
            "purposes": (code,),
            "text": span.quote,
            "frame": "aim:does",
        }
        builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.65)


def only_meant(builder: Builder, clause: Clause, number: int) -> None:
    """Leave out what a mission is to do where the clause says that it is for that: "was formed to fight Boko Haram" tells of no clash."""
    told = [d for d in builder.since(number) if d.clause is clause]
    meant = {r.id for d in told if d.fields["predicate"] == "purpose" for r in d.fields["roles"]["mission"]}
    if not meant:
        _told_to_do(told, clause)
        return
    tasks = [
        d
        for d in told
        if (
            d.fields.get("type") in _TASKS
            and (d.fields["modality"] != "actual" or d.nominal)
            and meant.issuperset(r.id for r in d.fields["roles"].get("actor", ()))
        )
        or (d.fields.get("type") in _UPHELD and d.nominal and not _on_a_day(d))
    ]
    if tasks:
        builder.drafts[:] = [d for d in builder.drafts if d not in tasks]


def _on_a_day(draft: Draft) -> bool:
    when = draft.fields.get("time")
    return when is not None and when.relation == "at"


def _told_to_do(told: Sequence[Draft], clause: Clause) -> None:
    """Let what a mission must do for others, or is there to do, be what it is for: "must assist the police against the gangs"."""
    for draft in told:
        fields, roles = draft.fields, draft.fields.get("roles", {})
        mission, modality = roles.get("mission", ())[:1], fields.get("modality")
        must = modality == "required" and clause.link in ("main", "relative")
        must = must or (modality == "planned" and clause.link == "purpose")
        own = bool(mission) and [r.id for r in roles.get("actor", ())] == [mission[0].id]
        if must and own and fields.get("type") in _FOR_OTHERS and not (fields.get("negated") or fields.get("holders")):
            draft.fields = {
                "predicate": "purpose", "roles": {"mission": mission}, "text": draft.evidence.quote, "frame": "aim:must",
                "modality": "actual",
            }  # fmt: skip


_FOR_OTHERS = frozenset({"support", "aid", "mediate"})
# What missions are for, told as events where they do it.
_TASKS = frozenset(
    {"attack", "clash", "support", "aid", "mediate", "cooperate", "reinforce", "investigate", "consult", "obstruct"}
)
# What others agreed or imposed, which a mission watches over: "has watched the truce between X and Y".
_UPHELD = frozenset({"agree", "sanction"})

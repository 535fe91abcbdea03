"""What a mission is for, where its task is named: "Its task is training", "Objectif de l'opération : protéger les navires"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def announced(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what a mission is said to be for, beside a colon too: "Objectif de l'opération : protéger les navires"."""
    _aimed_at(builder, clause, sentence, number)
    tokens, pack = sentence.tokens, builder.pack
    if not _is_done(clause, tokens, pack):
        return
    if pack.verb_second and any(tokens[i].is_word for i in clause.order if i > clause.verbs[-1]):
        return  # is hard: every day rebels attack villagers
    told = _task_ahead(builder, clause, tokens) or _task_behind(builder, clause, tokens)
    if told is None:
        return
    other, mission, sure = told
    entry = builder.discourse.register.mission(mission[0].id) if mission else None
    codes = pack.codes("purposes", tokens, clause.order)
    first, last = min(other.first, clause.first), max(other.last, clause.last)
    for code in codes if mission else []:
        if not sure and (entry is None or code not in entry.purposes):
            continue
        fields = {
            "predicate": "purpose", "roles": {"mission": mission}, "purposes": (code,), "frame": "aim:announced",
            "text": builder.evidence(sentence, clause.first, clause.last).quote,
        }  # fmt: skip
        builder.draft(fields, sentence, number, (first, last), clause=clause, confidence=0.8)


def _is_done(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause only names what is done: "protéger les navires", "protecting ships"."""
    opens = tokens[clause.verbs[0]] if clause.verbs else None
    return opens is not None and ("infinitive" in opens or (pack.past_like_participle and pack.is_gerund(opens)))


def _task_ahead(
    builder: Builder, clause: Clause, tokens: Sequence[Token]
) -> tuple[Clause, tuple[EntityRef, ...], bool] | None:
    """Return the clause before a colon that names a task, whose it is, and whether that is said: "It has the harder task: | supporting …"."""
    pack = builder.pack
    colon = next((i for i in range(clause.first - 1, -1, -1) if tokens[i].text == ":"), None)
    if colon is None:
        return None
    ahead = [c for c in builder.clauses if c.last < colon]
    between = (c for c in builder.clauses if colon < c.first < clause.first)
    if not ahead or any(c.negated for c in ahead) or not all(_is_done(c, tokens, pack) for c in between):
        return None
    before = next((c for c in reversed(ahead) if c.link == "main"), ahead[-1])
    mission = tuple(r for c in ahead for p in c.phrases for r in p.refs if r.kind == "mission" and r.id)[:1]
    if pack.verb_second or not before.verbs:
        named = before.phrases if pack.verb_second else before.phrases[:1]
        task = any(_is_task(p) for p in named)  # what their task is, or that they have but one aim
        return (before, mission or builder.discourse.mission_near(anywhere=True), True) if task else None
    doing = tuple(r for p in before.subjects for r in p.refs_of("mission"))[:1]
    task = any(_is_task(p) for p in before.objects) and bool(doing)
    own = [p for p in (*before.subjects, *before.objects) if p.owned and _is_task(p)]
    if not (task or own):
        return None
    return (
        (before, doing, True)
        if doing
        else (before, mission or _spoken_of(builder.discourse, builder.discourse.before), False)
    )


def _task_behind(
    builder: Builder, clause: Clause, tokens: Sequence[Token]
) -> tuple[Clause, tuple[EntityRef, ...], bool] | None:
    """Return the clause behind a colon that calls what was just told a task: "Watching the border: | that is their job"."""
    pack = builder.pack
    colon = next((i for i in range(clause.last + 1, len(tokens)) if tokens[i].text in ":.;"), None)
    if colon is None or tokens[colon].text != ":" or clause.link != "main":
        return None
    between = (c for c in builder.clauses if clause.last < c.first < colon)
    behind = next((c for c in builder.clauses if c.first > colon), None)
    if behind is None or behind.negated or not all(_is_done(c, tokens, pack) for c in between):
        return None
    told = (c for c in builder.clauses if c is behind or c.parent is behind)  # that is | what its people do
    mission = tuple(r for c in told for p in c.phrases for r in p.refs_of("mission") if r.id)[:1]
    if not any(_is_task(p) and (p.owned or mission) for p in behind.phrases):
        opens = next((tokens[i] for i in behind.order if tokens[i].is_word), None)
        points = opens is not None and opens.low in pack.classes_of("pointing_back")  # that is what its people do
        return (behind, mission, False) if points and mission else None
    return (
        (behind, mission, True) if mission else (behind, _spoken_of(builder.discourse, builder.discourse.before), False)
    )


def _is_task(phrase: Phrase) -> bool:
    """Say whether a phrase calls something a task: "the aim", "sa mission"."""
    named = phrase.noun == "mission" and phrase.owned and not phrase.named
    return phrase.bare and (named or any(t.frame == "aim" and t.noun for t in phrase.triggers))


def _spoken_of(discourse: Discourse, topic: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
    """Return the mission whose "its task" may be, where nobody else was spoken of last: "NATO has led KFOR since 1999. Its task is …"."""
    near = discourse.mission_near(anywhere=True)
    entry = discourse.register.mission(near[0].id) if near else None
    runs = {entry.organisation, *entry.lead} if entry is not None and discourse.missions_near() else set[str]()
    others = [r for r in topic if r.kind != "mission" and (r.id or "").rpartition(":")[2] not in runs]
    return () if others and len(others) == len(topic) else near


def _aimed_at(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Its task is training", "The aim remains to protect civilians" and "Its job, training the army, is …" of the mission spoken of.

    What is read must be what the register says that the mission is for, since "the aim" may be that of others.
    """
    pack, discourse = builder.pack, builder.discourse
    heads = (p for p in (*clause.subjects[:1], *clause.phrases[:1]) if p.bare)
    aim = next((p for p in heads if any(t.frame == "aim" and t.noun for t in p.triggers)), None)
    if (
        aim is None
        or clause.negated
        or (aim.owned and clause.link != "main")
        or any(d.fields["predicate"] == "purpose" for d in _of(builder, clause, number))
    ):
        return
    chain = [p for p in clause.phrases if p.start == aim.last + 1 and not p.bare]
    if aim.refs_of("state") or aim.adjective_refs or (chain and "of" in chain[0].relations and not _its_own(chain[0])):
        return  # the aim of the talks, Mali's aim
    mission = tuple(r for p in (aim, *chain) for r in p.refs_of("mission") if r.id)[:1]
    mission = mission or (
        _spoken_of(discourse, discourse.topic) if aim.owned else discourse.mission_near(anywhere=True)
    )
    entry = discourse.register.mission(mission[0].id) if mission else None
    behind = [t.index for t in sentence.tokens if t.index > aim.last]
    if entry is None or not behind:
        return
    being = not (pack.being | pack.classes_of("consisting")).isdisjoint(clause.lemmas.values())
    commas = [i for i in behind if sentence.tokens[i].text == ","]
    aside = range(commas[0], commas[1]) if len(commas) > 1 and commas[0] == behind[0] else range(0)
    inner = [i for c in clause.aims for i in c.order]
    words = list(aside) if aside else [i for i in (*clause.order, *inner) if i > aim.last] if being else []
    for code in dict.fromkeys(c for c in pack.codes("purposes", sentence.tokens, words) if c in entry.purposes):
        last = max(words)
        fields = {
            "predicate": "purpose", "roles": {"mission": mission}, "purposes": (code,), "frame": "aim:is",
            "text": builder.evidence(sentence, aim.first, last).quote,
        }  # fmt: skip
        builder.draft(fields, sentence, number, (aim.first, last), clause=clause, confidence=0.75)


def _of(builder: Builder, clause: Clause, number: int) -> list[Draft]:
    return [d for d in builder.since(number) if d.clause is clause]


def _its_own(phrase: Phrase) -> bool:
    """Say whether a phrase is a mission, named or not: "the aim of the operation"."""
    return phrase.noun == "mission" or bool(phrase.refs_of("mission"))

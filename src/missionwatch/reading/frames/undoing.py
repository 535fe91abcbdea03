"""What undoes a match: words that are taken back, what has not come yet, is ruled out or prevented; and of what no more is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def taken_back(match: Match, pack: Pack) -> Phrase | None:
    """Return what a verb takes back, where it is words: who withdraws a request or his support sends nobody home."""
    if match.frame.type != "withdraw" or match.phrase is not None or match.fixed:
        return None
    listed = (p for p in match.clause.phrases if "from" in p.relations and p.words & pack.classes_of("listing"))
    if (struck_off := next(listed, None)) is not None:
        return struck_off  # taken off the list of terrorist organisations
    first = match.clause.objects[:1] if match.clause.subjects else match.clause.objects
    said = next((p for p in first if p.triggers or p.words & pack.classes_of("words_noun")), None)
    governed = max((v for v in match.clause.verbs if said is not None and v < said.first), default=match.anchor)
    if governed < match.anchor and not pack.verb_second:
        return None  # follows the withdrawal from Niamey, leaving 200 soldiers
    going = said is None or said.is_people or said.senses("asset") or said.noun in _GOING_HOME
    return None if going or (said and any(r.kind == "mission" for r in said.refs)) else said


def undo(found: Sequence[Match], tokens: Sequence[Token], pack: Pack) -> None:
    """Negate the nouns of what a verb takes back, and of what has not come yet: "Turkey's approval is still awaited"."""
    undone = [what for m in found if (what := taken_back(m, pack)) is not None]
    for match in found:
        clause, phrase = match.clause, match.phrase
        if phrase in undone:
            match.negated = not match.negated  # withdrew its support
        gerund = pack.is_gerund(tokens[match.anchor])
        if phrase is None and (gerund or match.anchor not in clause.verbs) and _barred(match, tokens, pack):
            match.modality, match.negated = "planned", True  # ruled out sending troops, ruled out talks with M23
        doing = gerund or "infinitive" in tokens[match.anchor]
        theme = doing and clause.verbs[:1] == [match.anchor] != clause.verbs  # prolonging it | is out
        if not theme and (phrase is None or not (phrase in clause.subjects or phrase in clause.objects)):
            continue
        if bars([tokens[i].low for i in clause.order if i > match.anchor], pack):
            match.modality, match.negated = "planned", True  # troepen sturen is uitgesloten, X is out of the question
        elif pack.says("outstanding", clause.lows(tokens)):
            match.modality, match.negated = "actual", True
    _put_off(found)


def _put_off(found: Sequence[Match]) -> None:
    """Let what a verb puts off be to come: "postponed its deployment", "a reporté sa visite"."""
    if not any(m.frame.type == "postpone" and m.phrase is None and not m.negated for m in found):
        return
    for match in found:
        if match.phrase is not None and match.phrase in match.clause.objects and match.frame.type in _LATER:
            match.modality = "planned" if match.modality == "actual" else match.modality


_LATER = frozenset({
    "consult", "deploy", "elect", "end", "extend", "reduce", "reinforce", "release", "resume", "visit", "withdraw",
})  # fmt: skip


def bars(lows: Sequence[str], pack: Pack) -> bool:
    """Say whether words say that what they are of is not to be: "out of the question"; but "not out of the question"."""
    return pack.says("barred", lows) and not pack.says("weighed", lows)


def proved_untrue(told: Clause, above: Clause, clauses: Sequence[Clause], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether what a clause tells is said to be untrue: "that X left proved wrong", "Berichten dat X vertrok, bleken onjuist"."""
    at = clauses.index(told) + 1
    behind = [c for c in clauses[at : at + 1] if c.link == "main" and c.finite == c.first and not above.verbs[1:]]
    own = [told.lows(tokens)[-2:]] if not above.verbs else []  # selon lesquelles X est parti se sont révélées fausses
    return any(pack.says("untrue", lows) for lows in (*(c.lows(tokens) for c in (above, *above.aims, *behind)), *own))


def is_barred(phrase: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words before a noun say that what it names is not to be: "ruled out talks"."""
    return bars([tokens[i].low for i in clause.order if i < phrase.first], pack)


def _barred(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words before a match say that what it tells is not to be, and are no part of it."""
    before = [tokens[i].low for i in match.clause.order if i < match.anchor]
    own = set(match.trigger.split()).isdisjoint(before)
    return own and bars(before, pack)


_GOING_HOME = frozenset(
    {"people", "person", "mission", "contribution", "convoy", "partner", "country", "region", "place"}
)


def condemned(match: Match, pack: Pack) -> bool:
    """Say whether a clause condemns: what it is about has happened."""
    named = any(t.frame == "condemn" for p in match.clause.phrases for t in p.triggers)
    return named or "condemn" in match.clause.opened(pack)


def only_lasts(match: Match, pack: Pack) -> bool:
    """Say whether a clause tells no more of a contribution than when it begins or ends."""
    told = match.phrase is not None and match.phrase.noun == "contribution"
    return told and not match.clause.opened(pack).isdisjoint({"lasts", "ends", "starts", "succeeds"})


def of_a_level(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb speaks of how high something is: a warning level that is raised sends nobody."""
    measures = tuple(pack.classes_of("measure_noun"))
    sides = (*match.clause.subjects, *match.clause.objects) if match.phrase is None else ()
    return any(tokens[i].low.endswith(measures) for p in sides for i in range(p.first, p.last + 1))


def names_doing(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an infinitive only opens a sentence as what it speaks of: "Empêcher l'escalade reste la raison d'être …"."""
    clause, opens = match.clause, match.clause.verbs[:1] == [match.anchor] and match.frame.predicate == "event"
    bare = opens and "infinitive" in tokens[match.anchor] and not clause.subjects and clause.link == "main"
    return bare and not (pack.verb_second or pack.past_like_participle)


def prevented(match: Match, pack: Pack) -> bool:
    """Say whether a verb tells what somebody was kept from, or threatened with: "empêchent les patrouilles de quitter leur base"."""
    if match.phrase is not None or match.frame.predicate != "event":
        return False
    clause, said = match.clause, match.trigger.split()
    above = clause.parent if clause.link == "purpose" else None
    before = (lemma for v, lemma in clause.lemmas.items() if v < match.anchor and lemma not in said)
    bars = any("prevent" in pack.attitudes.get(lemma, ()) for lemma in before)
    return bars or (above is not None and ("prevent" in above.attitudes or "threaten" in above.opened(pack)))


def tells_of_harm(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause tells of people killed, wounded or missing, whom it does not count as given: "30 KFOR soldiers were injured"."""
    verbs, words = pack.harming
    hanging = (lemma for c in clause.participles if not clause.verbs for lemma in c.lemmas.values())  # a headline
    lemmas = [*clause.lemmas.values(), *hanging]
    done = not verbs.isdisjoint(lemmas) or not words.isdisjoint(lemmas)
    fallen = pack.classes_of("fallen")
    return (
        done
        or not fallen.isdisjoint(lemmas)
        or any(not (words.isdisjoint(p.words) and fallen.isdisjoint(p.words)) for p in clause.phrases)
    )


def only_threatened(match: Match, threat: int) -> bool:
    """Say whether what a clause tells is no more than a threat, made at the token ``threat``: to attack, with attacks."""
    if match.frame.type == "threaten":
        return False
    if match.phrase is None:
        return match.anchor > threat
    blow = match.frame.type in ("attack", "clash", "sanction")
    return blow and ("with" in match.phrase.relations or match.phrase in match.clause.objects)


def sentenced(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a court condemns somebody to something: "condamnés à vingt ans de prison"."""
    to = (p for p in match.clause.phrases if "to" in p.relations)
    years = (t.first for t in match.clause.times if t.duration and t.first > match.anchor)
    return any(p.words & pack.classes_of("penalty") for p in to) or any(
        "to" in pack.relations.get((tokens[i].low,), ()) for i in years
    )

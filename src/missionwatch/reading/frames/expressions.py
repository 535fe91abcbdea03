"""Fixed expressions in a clause: words in their order, with or without others between them."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from missionwatch.reading.frames.participles import could_be_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack, Trigger
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def says_else(trigger: Trigger, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether the words of a phrase stand in a clause and yet say something else there."""
    return (
        _other_verb(trigger, clause, tokens)
        or _no_verb(trigger, clause, tokens, pack)
        or _apart_from(trigger, clause, tokens, pack)
        or _of_idiom(trigger, clause, tokens)
        or _of_another(trigger, clause, tokens)
        or (trigger.frame == "attack" and _drawn(clause, pack))
    )


def _drawn(clause: Clause, pack: Pack) -> bool:
    """Say whether what the verb of firing has as its object is drawn, not fired: "tire la sonnette d'alarme sur le Sahel"."""
    return any(p.words & pack.classes_of("drawn") for p in clause.objects)


def _other_verb(trigger: Trigger, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a verb of the phrase is another verb here, with a particle of its own: "roept … op" in "roept op zijn beurt … terug"."""
    for v in clause.verbs:
        particle = clause.lemmas.get(v, "").removesuffix(tokens[v].lemma)
        own = {tokens[v].low, tokens[v].lemma} & set(trigger.words)
        if own and particle and particle != clause.lemmas.get(v) and not particle.startswith(trigger.words):
            return True
    return False


def _anothers(i: int, verbs: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Say whether a particle stands before the infinitive of another verb: "terug te trekken"."""
    behind = tokens[i + 1 : i + 3]
    return len(behind) > 1 and "infinitive_marker" in behind[0] and bool(verbs) and behind[1].index not in verbs


def _apart_from(trigger: Trigger, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase's verb is a participle here, which is written with its particle: "geroepen in reactie op" asks nothing."""
    first, last = trigger.words[0], trigger.words[-1]
    if not pack.verb_second or "…" not in trigger.words or last not in pack.particles:
        return False
    at = [v for v in clause.verbs if _is(first, v, clause, tokens)]
    parts = [i for i in clause.order if tokens[i].low == last]
    if parts and all(_anothers(i, at, tokens) for i in parts):
        return True  # de deadline niet halen en troepen terug te trekken
    whole = [t.frame for v in clause.verbs for t in pack.verb_triggers.get(last + tokens[v].lemma, ())]
    if trigger.frame not in whole:
        return False  # heeft geschoten op: no particle
    return bool(at) and all("participle" in tokens[v] and not could_be_finite(v, tokens, pack) for v in at)


def _no_verb(trigger: Trigger, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether the verb that opens a phrase with a gap is none here: who "keeps in close touch with the mission" closes none."""
    first = trigger.words[0]
    at = [i for i in clause.order if _is(first, i, clause, tokens)]
    if at and not trigger.noun and all(_is_counted(i, clause, tokens, pack) for i in at):
        return True  # with two votes against
    if trigger.words[1:2] != ("…",):
        return False
    nouns = {i for p in clause.phrases for i in range(p.first, p.last + 1)} - set(clause.verbs)
    closes = [i for i in clause.order if tokens[i].low == trigger.words[-1]]
    verbal = trigger.words[-2] == "…" and trigger.words[-1] in pack.verbs and first not in pack.verbs
    if verbal and closes and nouns.issuperset(closes):
        return True  # condemned the drone strike: no drone struck
    helps = {
        i
        for n, i in enumerate(clause.verbs[:-1])
        if "perfect" in tokens[i]
        and "participle" in tokens[clause.verbs[n + 1]]
        and tokens[clause.verbs[n + 1]].low not in trigger.wanted  # but: zijn er aan verbonden
    }
    if at and all(i in helps for i in at):
        return True  # has given 72 hours: nobody has 72 hours
    plural = first in pack.verbs and all(tokens[i].low == f"{first}s" and i not in clause.verbs for i in at)
    if at and plural and clause.verbs and not trigger.noun:
        return True  # Ships are to take them home: nobody ships them to a place
    bodies = (p for p in clause.phrases if p.senses("body"))
    inside = {i for p in bodies for i in range(p.first, p.last + 1)} - set(clause.verbs)
    if at and not trigger.noun and all(i in inside and tokens[i].low != first for i in at):
        return True  # the armed forces … with: nobody arms somebody with something
    mark = {i for p in clause.phrases if p.first - p.start > 1 for i in range(p.start, p.first)}
    if at and first in pack.verbs and not trigger.noun and mark.issuperset(at):
        return True  # close to the border: nobody closes it
    marked = (i and "preposition" in tokens[i - 1] and tokens[i].low == tokens[i].lemma == first for i in at)
    return bool(at) and all(marked) and not any(i in clause.verbs for i in at)


def _of_idiom(trigger: Trigger, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether the noun of a phrase hangs on a bare noun that the verb has already: "prend acte des sanctions" imposes none."""
    if trigger.words[1:2] != ("…",):
        return False
    noun = trigger.words[-1]
    for before, after in itertools.pairwise(clause.phrases):
        hangs = "of" in after.relations and after.start == before.last + 1 and before.first == before.last
        idiom = hangs and before in clause.objects and not (before.definite or before.single or before.triggers)
        idiom = idiom and before.pronoun is None and not (before.named or before.noun or before.number)
        if idiom and any(_is(noun, i, clause, tokens) for i in range(after.first, after.last + 1)):
            return True
    return False


def _of_another(trigger: Trigger, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether the last word of a phrase is told of another doing, joined to its first: "le rappel de X et le départ des militaires"."""
    if trigger.words[1:2] != ("…",):
        return False
    opens, closes = trigger.words[0], trigger.words[-1]
    at = next((i for i in clause.order if _is(opens, i, clause, tokens)), clause.last)
    first = next((i for i in clause.order if i > at and _is(closes, i, clause, tokens)), clause.last)
    between = (p for p in clause.phrases if p.triggers and at < p.start and p.last < first)
    if any("additive" in tokens[p.start - 1] and p.bare for p in between):
        return True
    holder = next((p for p in clause.phrases if p.first <= first <= p.last), None)
    if holder is None or "in" not in holder.relations or not at < holder.start < holder.first == first == holder.last:
        return False
    return not any({t.low, t.lemma} & set(trigger.words) for t in tokens[holder.start : first])  # protests at | home


def in_order(words: Sequence[str], clause: Clause, tokens: Sequence[Token], frame: str = "") -> bool:
    """Say whether the words stand in the clause in this order; neighbours unless "…" stands between them.

    Each run of neighbours is taken at its first place after the run before it, so the time is linear in the clause. What
    only stands between a helping verb and the verb it helps parts no neighbours: "s'est également rendu à".
    """
    counts = frame in ("strength", "contribute")  # has grown | to 800
    if _stand(words, clause.order, clause, tokens, counts) or (
        clause.passive and _turned(words, clause, tokens, frame)
    ):
        return True
    plain = _without_asides(clause, tokens)
    return len(plain) < len(clause.order) and _stand(words, plain, clause, tokens, counts)


def told_by(frames: frozenset[str], clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb or a fixed phrase of a clause opens one of these frames."""
    if not frames.isdisjoint(clause.opened(pack)):
        return True
    for index in clause.order:
        token = tokens[index]
        for form in {token.low, token.lemma, clause.lemmas.get(index, token.lemma)}:
            for trigger in pack.phrase_triggers.get(form, ()):
                if trigger.frame in frames and in_order(trigger.words, clause, tokens, trigger.frame):
                    return True
    return False


def _turned(words: Sequence[str], clause: Clause, tokens: Sequence[Token], frame: str) -> bool:
    """Say whether a passive has a phrase's object before its verb: "lever … sanctions" in "les sanctions ont été levées".

    Not where the noun opens the frame by itself: "claim … attack".
    """
    if len(words) != _WITH_GAP or words[1] != "…":
        return False
    verb = next((v for v in clause.verbs if _is(words[0], v, clause, tokens)), None)
    if verb is None or "participle" not in tokens[verb]:
        return False
    done_to = (p for p in clause.objects if p.last < verb and all(t.frame != frame for t in p.triggers))
    return any(_is(words[2], i, clause, tokens) for p in done_to for i in range(p.first, p.last + 1))


def _is_counted(i: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether the verb of a phrase is a noun here, since it is counted: "two votes against"."""
    counted = i > 0 and ("number" in tokens[i - 1] or tokens[i - 1].text.isdigit())
    return counted and i not in clause.verbs and tokens[i].low != tokens[i].lemma and tokens[i].lemma in pack.verbs


_WITH_GAP = 3  # words, the gap included: "lever … sanctions"


def _without_asides(clause: Clause, tokens: Sequence[Token]) -> list[int]:
    """Return the tokens of a clause without what only stands between: behind a helping verb, or "met également fin à"."""
    kept: list[int] = []
    for i in clause.order:
        helped = bool(kept) and bool(tokens[i].classes & _ASIDE and tokens[kept[-1]].classes & _HELPING)
        if not (helped or (kept and kept[-1] in clause.verbs and "between" in tokens[i])):
            kept.append(i)
    return kept


_ASIDE = frozenset({"adverb", "negation"})
_HELPING = frozenset({"perfect", "copula", "passive"})


def _stand(
    words: Sequence[str], order: Sequence[int], clause: Clause, tokens: Sequence[Token], counts: bool = False
) -> bool:
    at, last, runs = 0, -1, _runs(tuple(words))
    days = {t.first for t in clause.times if not t.duration}  # but: an end to | five years of …
    for run in runs:
        end = len(order) - len(run)
        first, others = run[0], [*enumerate(run)][1:]
        while at <= end and not (
            _is(first, order[at], clause, tokens) and all(_is(w, order[at + k], clause, tokens) for k, w in others)
        ):
            at += 1
        if at > end:
            return False
        at += len(run)
        last = order[at - 1]
        said = order[at - len(run) : at]
        if (
            len(run) > 1
            and "preposition" in tokens[last]
            and not any(i in clause.verbs for i in said)
            and not days.isdisjoint((last, last + 1))
        ):
            return False  # came under fire | on Sunday
    inside = (p.number for p in clause.phrases if p.number is not None)  # is | over 10,000
    return counts or not any(number.first <= last < number.last for number in inside)


@cache
def _runs(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words between the gaps: ("ban", "…", "from", "the") gives ("ban",), ("from", "the")."""
    runs: list[list[str]] = [[]]
    for word in words:
        if word == "…":
            runs.append([])
        else:
            runs[-1].append(word)
    return tuple(tuple(run) for run in runs if run)


def _is(word: str, index: int, clause: Clause, tokens: Sequence[Token]) -> bool:
    token = tokens[index]
    return word in (token.low, token.lemma, clause.lemmas.get(index, ""))


def lends(index: int, clause: Clause, lemmas: Sequence[str], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb only helps another that says something else: "zijn … omgekomen" does not say who serves."""
    if clause.lemmas.get(index, "") not in pack.helping:
        return False
    after = index + 1
    while after < len(tokens) and tokens[after].classes & {"adverb", "negation"}:
        after += 1
    had = after in clause.verbs and ("participle" in tokens[after] or "perfect" in tokens[after])
    if "perfect" in tokens[index] and had:
        return True  # have found their death: nobody has anyone
    serving = ("serve", "deploy", "arrive", "contribute")
    lying = pack.classes_of("on_call") if pack.verb_second else frozenset()
    others = [lemma for lemma in lemmas if lemma not in pack.helping and lemma not in lying]  # heeft 100 man klaarstaan
    frames = [{t.frame for t in pack.verb_triggers.get(lemma, ())} for lemma in others]
    return any(not found & set(serving) for found in frames)


def words_of(match: Match) -> frozenset[str]:
    """Return the words that open a match."""
    return _words(match.trigger)


@cache
def _words(trigger: str) -> frozenset[str]:
    """Return the words of a trigger without the gaps between them (there are as many as the pack has)."""
    return frozenset(trigger.split()) - {"…"}


def lemmas_of(match: Match, tokens: Sequence[Token]) -> set[str]:
    """Return the words that open a match by their lemmas in the clause: "houdt … vast" and "houden … vast" are one."""
    lemmas = {tokens[i].low: tokens[i].lemma for i in match.clause.order}
    return {lemmas.get(word, word) for word in words_of(match)}


def intends(index: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb only says that something is meant to be done: "compte envoyer 500 soldats" counts nobody."""
    later = next((v for v in clause.verbs if v > index), None)
    intended = later is not None and "infinitive" in tokens[later]
    return intended and clause.modality == "planned" and tokens[index].lemma in pack.intending


def aimed(clause: Clause, index: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word of purpose stands before a verb of the clause: "om te vertrekken"."""
    before = (tokens[i] for i in clause.order if i < index - 1)
    return "infinitive" in tokens[index] and any("purpose" in pack.link_kinds.get(t.low, ()) for t in before)


def says_less(match: Match, phrased: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb is a word of a fixed phrase that says more: "deny" in "deny … access"; or a phrase, of a longer one."""
    if (
        match.fixed
        and match.frame is not phrased.frame
        and (match.frame.type or match.frame.predicate == "contribution")
    ):
        return words_of(match) < words_of(phrased) or lemmas_of(match, tokens) < lemmas_of(phrased, tokens)
    if match.fixed and match.frame is phrased.frame and words_of(match) < words_of(phrased):
        return True  # décréter … embargo
    if match.fixed and match.frame is phrased.frame and match.anchor == phrased.anchor + 1:
        return match.anchor not in match.clause.verbs and phrased.anchor in phrased.clause.verbs  # pulling | out of
    blows = {match.frame.type, phrased.frame.type} <= {"attack", "clash"}  # exchanged gunfire
    ends = match.frame.type == "end" and phrased.frame.type == "withdraw"  # met fin à son engagement
    same = match.frame is phrased.frame or blows or ends
    if match.phrase is not None and same and match.anchor != phrased.anchor:
        return match.clause is phrased.clause and words_of(match) <= words_of(phrased)  # brengt een bezoek
    if match.phrase is not None and match.frame.type is not None and match.anchor == phrased.anchor:
        opens = phrased.trigger.split()[0] in (tokens[match.anchor].low, tokens[match.anchor].lemma)
        return match.clause is phrased.clause and not match.fixed and opens  # their march on Goma: no demonstration
    joint = phrased.frame.type in ("cooperate", "sanction") or not pack.helping.isdisjoint(words_of(match))
    has = match.frame.predicate == "contribution" and joint
    there = phrased.frame.type is not None and (has or match.frame.predicate == "presence")
    told = match.frame.type is not None or there
    single = not match.fixed and match.phrase is None and told
    verb = match.clause.lemmas.get(match.anchor, tokens[match.anchor].lemma)
    said, token = phrased.trigger.split(), tokens[match.anchor]
    apart = verb != token.lemma and token.lemma in said  # houdt … vast
    return single and match.frame is not phrased.frame and (verb in said or token.low in said or apart)


def is_what_for(match: Match, pack: Pack) -> bool:
    """Say whether a clause says of a mission's aim what it is: "le rôle de la FINUL est | de surveiller la trêve"."""
    told = match.phrase is not None and match.phrase in match.clause.subjects
    words = match.trigger.split()
    nobody = any(p.words & pack.classes_of("expletive") for p in match.clause.subjects)
    given = match.frame.name == "entrust" and nobody  # il revient à la mission | de former la police
    return bool(match.clause.aims) and (
        told or given or words[-1] in pack.being or words[0] in pack.classes_of("whose")
    )

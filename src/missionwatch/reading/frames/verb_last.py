"""Where a main clause goes on behind a subordinate one, and which phrase its verb agrees with, where verbs stand second or last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.segments import Segment
    from missionwatch.reading.frames.tokens import Token


def hand_back(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Give the clause above what closes it behind a clause inside it: "wees een verzoek | om X te sturen | van de hand"."""
    above, last = clause.parent, max(clause.verbs, default=None)
    inside = clause.link in ("purpose", "relative", "content") and not clause.reduced
    if above is None or last is None or not inside or not above.verbs or above.order[-1] > last:
        return
    if (cut := _helped_from(clause, above, tokens)) is not None:
        above.order.extend(i for i in clause.order if i >= cut)
        clause.order = [i for i in clause.order if i < cut]
        return
    tail = [i for i in clause.order if i > last and tokens[i].is_word]
    if not tail or {"coordinator", "link"} & tokens[tail[0]].classes:
        return
    verb, own = tokens[above.verbs[0]], tokens[last]
    parted = any(_parted(n, tail, tokens, pack, (verb, own)) for n in range(min(len(tail), _TAIL)))
    if len(tail) > _TAIL and not parted:
        return
    said = {tokens[i].low for i in tail}
    fixed = not parted and any(
        len(t.words) > 1 and t.words[0] in (verb.low, verb.lemma) and set(t.words[1:]) - {"…"} <= said
        for key in {verb.low, verb.lemma, *said}
        for t in pack.phrase_triggers.get(key, ())
    )
    if parted or fixed:
        clause.order = [i for i in clause.order if i <= last]
        above.order.extend(tail)


def _parted(n: int, tail: Sequence[int], tokens: Sequence[Token], pack: Pack, verbs: tuple[Token, Token]) -> bool:
    """Say whether a word behind an inner clause is the particle of the verb above it, which may go on: "die hier dienen | terug uit Mali"."""
    word, (above, own) = tokens[tail[n]], verbs
    if word.low not in pack.particles or word.low + above.lemma not in pack.verbs or word.low + own.lemma in pack.verbs:
        return False
    if n + 1 == len(tail):
        return True
    after = (
        {"preposition"} if "preposition" in word else {"preposition", "adverb"}
    )  # not: dreigt er honger in heel Darfur
    return not after.isdisjoint(tokens[tail[n + 1]].classes)


def _helped_from(clause: Clause, above: Clause, tokens: Sequence[Token]) -> int | None:
    """Return where the clause above goes on with the verb that it waits for: "heeft de man die hier was geplaatst | teruggehaald"."""
    verbs, helper = sorted(clause.verbs), tokens[above.verbs[0]]
    if clause.link != "relative" or len(above.verbs) > 1 or len(verbs) < _CLOSED or not helper.classes & _HELPS:
        return None
    last, own = tokens[verbs[-1]], [tokens[v] for v in verbs[:-1]]
    awaited = "infinitive" if "modal" in helper else "participle"
    if awaited not in last or any(t.text == "," for t in tokens[clause.order[0] : verbs[-1]]):
        return None
    finite = [t for t in own if not {"participle", "infinitive"} & t.classes or t.classes & _HELPS]
    full = [t for t in own if t not in finite]
    whole = len(finite) == 1 and (bool(full) or not finite[0].classes & _HELPS)
    return verbs[-2] + 1 if whole else None


_HELPS = frozenset({"perfect", "passive", "modal"})
_CLOSED = 2  # verbs: the clause's own, and the one that it does not take
_TAIL = 4  # words that a clause ends in behind another: "van de hand", "resoluut af"


def verb_first(segment: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether "and" goes on with the main clause, where a subordinate one has its verb last: "nadat X vertrok, | en sluit Y"."""
    words = [tokens[i] for i in segment.order if tokens[i].is_word]
    opens = next((n for n, token in enumerate(words) if n and "adverb" not in token), None)
    if segment.sign != "and" or opens is None or words[opens].index not in segment.finite[:1]:
        return False
    after = words[opens + 1 :]
    if not after or "infinitive" in words[opens]:
        return False
    parted = any(t.low in pack.particles and t.low + words[opens].lemma in pack.verbs for t in after)
    governs = bool({"determiner", "possessive", "number", "reflexive"} & after[0].classes) or after[0].text[0].isupper()
    comma = segment.order[0] > 0 and tokens[segment.order[0] - 1].text == ","
    return parted or governs or (comma and not {"verb", "infinitive_marker"} & after[0].classes)


def agrees_behind(after: Phrase, front: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a finite verb agrees in number with what follows it, and not with what opens the clause."""
    if clause.passive or clause.finite is None or pack.plural is None or front.group or front.pronoun or after.pronoun:
        return False
    if front.share is not None:
        return False  # het merendeel van de Denen heeft Mali verlaten
    several = pack.plural.search(tokens[clause.finite].low) is not None
    if several:
        one = tokens[front.first].low in pack.classes_of("singular_article") and front.number is None
        many = bool(after.group) or after.counted() > 1 or (after.is_people and "determiner" not in tokens[after.first])
        return one and many and not front.is_people
    plural = pack.plural.search(tokens[front.last].low) is not None
    named = bool(after.named) and after.number is None and not after.group and not after.is_people
    many = front.is_people and plural and not (front.single or front.senses("function"))
    return many and named and any(r.id and r.kind in ("state", "mission", "organisation") for r in after.refs)

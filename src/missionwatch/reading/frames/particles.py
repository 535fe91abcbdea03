"""A verb and its particle that stands apart: "leidt … op", "kondigde … af", "roept op zijn beurt … terug"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.participles import could_be_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def _governs(p: int, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a particle is a preposition here: what it governs follows it ("neemt deel aan Aspides")."""
    if p > 1 and "preposition" in tokens[p - 1] and any("place_pronoun" in tokens[i] for i in clause.order if i < p):
        return False  # drong er bij X op | aan
    if "preposition" not in tokens[p] or p + 1 not in clause.order or not tokens[p + 1].is_word:
        return False
    if "adverb" in tokens[p + 1] and p + 2 < len(tokens):
        return bool({"number", "determiner"} & tokens[p + 2].classes)  # nam deel aan nog twee missies
    return not tokens[p + 1].classes & {"verb", "adverb", "preposition", "coordinator", "negation", "link"}


def _splits(p: int, i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a particle belongs to the infinitive right behind it, and to no other verb: "terug te trekken"."""
    marked = p + 2 < len(tokens) and p + 2 != i and "infinitive_marker" in tokens[p + 1]
    return marked and tokens[p].low + tokens[p + 2].lemma in pack.verbs


def with_particle(i: int, lemma: str, particles: list[int], clause: Clause, tokens: Sequence[Token], pack: Pack) -> str:
    """Return the verb with its separated particle where the two together are a known verb."""
    particles = [p for p in particles if not _governs(p, clause, tokens) and not _splits(p, i, tokens, pack)]
    low = tokens[i].low
    whole = pack.verb_second and "participle" in tokens[i] and not could_be_finite(i, tokens, pack)
    if whole and not tokens[i].low.endswith(lemma):
        return lemma  # heeft daar niets over | besloten: a participle is written with its particle
    own = next((x for x in pack.particles if lemma.startswith(x) and not low.startswith(x)), "") if particles else ""
    candidates = sorted(particles, key=lambda p: (p < i, -p))  # the last one: "roept op zijn beurt … terug"
    for p in candidates:
        joined = tokens[p].low + lemma
        joined = pack.lemmas.get(joined, joined)  # nam … in: ingenomen
        if joined not in pack.verbs and tokens[p].low + lemma[len(own) :] in pack.verbs:
            joined = tokens[p].low + lemma[len(own) :]  # kondigde … af: no aankondigen
        apart = p == i - 1 and pack.verb_second and could_be_finite(i, tokens, pack)  # waarna het er | over viel
        if joined in pack.verbs and p >= i - 2 and not apart:
            clause.particles.append(p)
            return joined
    return lemma

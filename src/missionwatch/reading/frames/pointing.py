"""Demonstratives: where a word that may open a clause ("dat") only points at what was told, or at one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.tokens import HARD, SOFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def only_points(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a demonstrative opens no clause: "heeft dat niet gedaan", "wil dat aantal verhogen", "zolang dat nodig is"."""
    if not pack.verb_second or not i:
        return False
    before = tokens[i - 1]
    if ("perfect" in before and "copula" not in before) or _behind_link(before, pack):
        return True
    return _points_at_one(i, tokens, verbs, pack) or _points_back(i, tokens, pack, verbs)


def _behind_link(before: Token, pack: Pack) -> bool:
    """Say whether a word stands right behind one that opens a clause itself, and so is what was told of: "zolang dat nodig is".

    Behind one that asks it is too: "hoelang dat nog duurt".
    """
    if {"coordinator", "preposition"} & before.classes:
        return False
    kinds = pack.link_kinds.get(before.low, ())
    return bool(kinds) and (_WHEN_OR_WHY.issuperset(kinds) or "interrogative" in before)


_WHEN_OR_WHY = frozenset({"time", "condition", "cause", "concession"})


def _points_at_one(i: int, tokens: Sequence[Token], verbs: set[int], pack: Pack) -> bool:
    """Say whether a demonstrative behind a modal is that of one thing, since only infinitives follow: "wil dat aantal verhogen"."""
    if "modal" not in tokens[i - 1]:
        return False
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].text in SOFT | HARD | set(".!?")), len(tokens))
    noun, inner = tokens[i + 1], [tokens[v] for v in verbs if i < v < end]
    plain = noun.text.islower() and not (
        noun.classes & {"determiner", "pronoun", "adverb", "verb", "number", "preposition"}
    )
    one = plain and not noun.low.endswith(tuple(pack.classes_of("plural_ending")))
    joined = any("coordinator" in t for t in tokens[i:end])
    return one and not joined and bool(inner) and all("infinitive" in t for t in inner)


def _points_back(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a demonstrative behind a verb opens nothing, since no verb follows that could be its own: "weigeren dat zolang …"."""
    if i - 1 not in verbs:
        return False
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].text in HARD), len(tokens))
    later = next(
        (k for k in range(i + 1, end) if pack.link_kinds.get(tokens[k].low) and tokens[k].classes.isdisjoint(_WEAK)),
        end,
    )
    more = any(tokens[k].text == "," for k in range(later, end))  # zegt dat, zolang …, niemand vertrekt
    return not more and not any(i < v < later for v in verbs)


_WEAK = frozenset({"determiner", "preposition", "adverb", "interrogative"})  # links that may be something else

"""Where names of the register stand: in a text, in headings in capitals, among the tokens of a sentence, before a compound's end."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import Named
from missionwatch.register import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef
    from missionwatch.register import Gazetteer

_LINE = re.compile(r"^[^\na-zà-ÿ]{10,}$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"preposition", "determiner", "coordinator"})  # "of", "the", "and" in a name


def names_in(text: str, gazetteer: Gazetteer, pack: Pack) -> list[Hit]:
    """Return the names in a text, in order; in a line of capitals those as well that are otherwise written small."""
    sided = pack.classes_of("sided")
    hits = [hit for hit in gazetteer.find(text) if not _against(hit, text, sided)]
    taken = {at for hit in hits for at in range(hit.start, hit.end)} if _LINE.search(text) else set()
    large: list[Hit] = []
    for line in _LINE.finditer(text):
        written = _WORD.sub(lambda word: _as_in_prose(word[0], pack), line[0])
        longer = gazetteer.find_in_capitals(line[0])
        inside = {at for hit in longer for at in range(hit.start, hit.end)}
        single = gazetteer.find(written) if len(written) == len(line[0]) else []
        for hit in (*longer, *(h for h in single if inside.isdisjoint(range(h.start, h.end)))):
            start, end = line.start() + hit.start, line.start() + hit.end
            if taken.isdisjoint(range(start, end)):
                large.append(Hit(start, end, text[start:end], hit.senses))
    return sorted([*hits, *large], key=lambda hit: hit.start) if large else hits


def _against(hit: Hit, text: str, sided: frozenset[str]) -> bool:
    """Say whether a name only tells on whose side others are: "anti-government rebels", "pro-Russian militias"."""
    if not hit.start or text[hit.start - 1] not in "-‑":
        return False
    return text[max(0, hit.start - 6) : hit.start - 1].lower().rpartition(" ")[2] in sided


def _as_in_prose(word: str, pack: Pack) -> str:
    low = word.lower()
    return low if not _SMALL.isdisjoint(pack.classes.get(low, ())) else low.capitalize()


def named_in(sentence: Sentence, hits: list[Hit], pack: Pack) -> dict[int, Named]:
    """Return the register's hits in a sentence, by the token each begins at."""
    out: dict[int, Named] = {}
    tokens = sentence.tokens
    first = bisect_left(hits, sentence.start, key=lambda hit: hit.start)
    after = bisect_left(hits, sentence.end, key=lambda hit: hit.start)
    inside = [hit for hit in hits[first:after] if hit.end <= sentence.end]
    at = 0
    for hit in inside:
        while at < len(tokens) and tokens[at].start < hit.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].end < hit.end:
            last += 1
        whole = at < len(tokens) and last < len(tokens) and tokens[at].start == hit.start
        if whole and tokens[last].end == hit.end and not _behind(tokens, last, pack):
            out[at] = Named(at, last, hit.text, hit.senses)
    _with_short_names(out, tokens)
    return out


def _with_short_names(names: dict[int, Named], tokens: list[Token]) -> None:
    """Let a name go on to the end of the brackets that hold its short form: "the African Union (AU) said"."""
    for first, name in list(names.items()):
        short = names.get(name.last + 2)
        if short is None or tokens[name.last + 1].text != "(" or first not in names:
            continue
        closed = short.last + 1 < len(tokens) and tokens[short.last + 1].text == ")"
        if closed and {s.id for s in name.senses if s.id} & {s.id for s in short.senses}:
            names[first] = Named(first, short.last + 1, name.text, name.senses)
            del names[name.last + 2]


def no_name(first: int, last: int, named: dict[int, Named]) -> bool:
    """Say whether the tokens of a time are no name's, nor run into one: "on | 23 March"; not: "the March 23 | Movement"."""
    inside = any(n.first <= first and last <= n.last for n in named.values())
    return not inside and not any(first < n.first <= last < n.last for n in named.values())


def _behind(tokens: list[Token], last: int, pack: Pack) -> bool:
    """Say whether a name only says who stands behind what follows: "Iran-backed militias", "a French-drafted resolution"."""
    mark, word = tokens[last + 1 : last + 2], tokens[last + 2 : last + 3]
    joined = bool(word) and mark[0].text in "-‑" and mark[0].joined and word[0].joined
    if not joined or word[0].low[0] != word[0].text[0] or word[0].low in pack.leading:
        return False
    inflected = pack.past_like_participle and word[0].low != word[0].lemma and word[0].low not in pack.nouns
    return "verb" in word[0] or bool(inflected)


def compounded(tokens: list[Token], named: dict[int, Named], gazetteer: Gazetteer, pack: Pack) -> dict[int, Named]:
    """Return the names that begin a compound: Wagnerstrijders, Talibanregering."""
    found: dict[int, Named] = {}
    inside = {i for n in named.values() for i in range(n.first, n.last + 1)}
    for i, token in enumerate(tokens):
        if i in inside or len(token.text) < 9 or not token.text[0].isupper() or not token.text.isalpha():
            continue
        for cut in range(len(token.text) - 4, 3, -1):
            if pack.nouns.get(token.low[cut:]) != "people":
                continue
            head = gazetteer.senses(token.text[:cut])
            senses = tuple(s for s in head if s.form == "name" or (s.form == "body" and s.country))
            if senses:
                found[i] = Named(i, i, token.text, senses)
                break
    return found


def called_apart(phrase: Phrase, tokens: Sequence[Token], discourse: Discourse) -> EntityRef | None:
    """Return the mission whose name an adjective parts: "l'opération européenne Atalante"."""
    pack = discourse.pack
    nouns = (t.low for t in tokens[phrase.first : phrase.last + 1] if pack.nouns.get(t.low) == "mission")
    for noun in nouns if pack.adjectives_follow else ():
        name = f"{noun} {phrase.unknown_name}"
        for hit in discourse.register.gazetteer(pack.language).find(name):
            missions = [s.id for s in hit.senses if s.kind == "mission" and s.id]
            if hit.start == 0 and hit.end == len(name) and len(missions) == 1:
                return discourse.register.ref(missions[0], phrase.text)
    return None

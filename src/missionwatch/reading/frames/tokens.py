"""Text to sentences of tokens, with exact offsets. Knows no language: the pack brings the lists."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from missionwatch.reading.frames.quantities import compound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.records import PartKind, Report

_WORD = re.compile(
    r"(?<!\d)\d{1,3}(?:[.,\u202f\u00a0 ](?=\d{3}\b)\d{3})+(?:[.,]\d+)?|\d+(?:[.,:]\d+)?(?=\b|[^\W\d])"  # 14.000 · 14 000 · 2,5
    r"|(?:(?<=[a-z,][ \n])|(?<=\. ))(?!U\.[KNS]\.)[A-LN-Z]\.(?:[A-Z]\.|[- ][A-LN-Z]\.)*"  # Stuart B. Munsch; M. is Monsieur
    r"(?= [A-Z][a-z]| (?:de|van|von|du|la|le|ter|ten)(?: de[rn]?| la)? [A-Z][a-z])"  # P.V. Rao, L. B. Pearson, A.B. de Boer
    r"|[^\W\d_]+(?:[’'.](?=[^\W\d_])[^\W\d_]+|[-‑][\w]+)*[’']?|\w+|[^\w\s]"
)
PARTICLES = frozenset({
    "van", "de", "der", "den", "ten", "ter", "la", "le", "du", "des", "al", "el", "ould", "ag", "ben", "bin", "von", "zu", "d'", "d’",
})  # fmt: skip
"""Small words inside names: "Anna de Wit", "Lorenzo D'Addario"."""
HEADING = frozenset("–—:-")
"""Signs behind what heads what follows: "8 May 2017: gunmen ambush a convoy"."""
OPENING, CLOSING = frozenset('"“„«‘'), frozenset('"”»’')
"""Marks that open and that close a quotation."""
HARD, SOFT = frozenset(";:–—"), frozenset(",()\"“”„«»'‘’")
"""Marks that part clauses always, and those that do where both sides have a verb."""

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_BULLETS = frozenset("•▪●■◦‣–—-*·►▶")
_ITEM = re.compile(r"[•▪●■◦‣–—\-*·►▶\[|]|\(?\d{1,2}[.)] |\(?[a-z]\) |\d{1,2} ?[:.h] ?\d\d\b")
_LETTERED = frozenset(f"{letter})" for letter in "abcdefghijklmnopqrstuvwxyz")
_SHORT_LINE = 60  # characters; a line that ends before this was ended, not wrapped
_GREETING = 40  # characters of a line that ends in a comma; shorter than this, a longer line after it begins anew
_LONGEST = 400  # tokens; a "sentence" longer than this is cut, so that no text can make reading slow


@dataclass(slots=True, eq=False)
class Token:
    """A word or sign. ``classes`` are the pack's closed word classes; ``joined`` says no space stands before it.

    ``is_word`` says that it is a word or number, not a sign.
    """

    index: int
    start: int
    end: int
    text: str
    low: str
    lemma: str
    classes: frozenset[str]
    joined: bool = False
    is_word: bool = True

    def __contains__(self, name: str) -> bool:
        """Say whether the token is of that class: ``"negation" in token``."""
        return name in self.classes


def as_written(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the tokens from the first to the last as they stand in the text."""
    out = tokens[first].text
    for k in range(first + 1, last + 1):
        out += ("" if tokens[k].start == tokens[k - 1].end else " ") + tokens[k].text
    return out


@dataclass(slots=True)
class Sentence:
    """A sentence: its tokens, where it stands, in what part and which paragraph of the report."""

    start: int
    end: int
    part: PartKind
    paragraph: int
    tokens: list[Token] = field(default_factory=list)
    clock: bool = False
    entry: int = 0  # where an entry of a list begins, behind the words that lead in to it


def sentences(report: Report, pack: Pack, cuts: list[tuple[int, int]]) -> Iterator[Sentence]:
    """Yield the report's sentences part by part. ``cuts`` are spans (register hits) that are tokens of their own."""
    edges = sorted({edge for cut in cuts for edge in cut})
    for number, part in enumerate(report.parts):
        tokens: list[Token] = []
        for token in _tokens(report.text, part.start, part.end, pack, edges):
            tokens.append(token)
            if _ends_here(tokens, report.text, part.end, pack):
                yield _sentence(tokens, part.kind, number, report.text, pack)
                tokens = []
        if tokens:
            yield _sentence(tokens, part.kind, number, report.text, pack)


def _sentence(tokens: list[Token], part: PartKind, paragraph: int, text: str, pack: Pack) -> Sentence:
    opening, start = _opening(tokens), tokens[0].start
    clock = (opening > 0 and bool(re.match(r"\d{1,2}[:.h]\d\d$", tokens[0].low))) or (
        opening > 2 and tokens[0].text.isdigit() and tokens[1].low in ("h", "u")
    )
    tokens = _counting(_linked(tokens[opening:], text, pack), text, pack)
    _pair(tokens, pack)
    _in_full(tokens, pack)
    _to_them(tokens)
    if part != "title":
        _forenames(tokens)
    for index, token in enumerate(tokens):
        token.index = index
    return Sentence(start, tokens[-1].end, part, paragraph, tokens, clock)


def _counting(tokens: list[Token], text: str, pack: Pack) -> list[Token]:
    """Return the tokens with a number that ends in "and one" as one of them: "vingt et un soldats", not: one soldier."""
    out: list[Token] = []
    for token in tokens:
        ten, joint = out[-2:] if len(out) > 1 else (token, token)
        ones = "indefinite" in token or token.low in pack.numbers
        if ones and "additive" in joint and pack.numbers.get(ten.low, 0) in _TENS:
            joined = text[ten.start : token.end]
            if compound(joined.lower(), pack) is not None:
                out[-2:] = [pack.token(joined, ten.start, token.end, joined=ten.joined)]
                continue
        out.append(token)
    return out


def _to_them(tokens: list[Token]) -> None:
    """Let a possessive that no noun can follow be the pronoun that it is elsewhere: "verwijt hun dat …", "gaf hun de wapens"."""
    for token, after in itertools.pairwise(tokens):
        if "dative_too" in token and (not after.is_word or after.classes & _NO_NOUN):
            token.classes = (token.classes - {"possessive"}) | {"person_pronoun", "plural_pronoun"}


_NO_NOUN = frozenset({"link", "infinitive_marker", "preposition", "negation", "determiner"})
_TENS = (20, 30, 40, 50, 60)


def _pair(tokens: list[Token], pack: Pack) -> None:
    """Let the second word of a pair join as "and" does: "zowel Kigali als Kinshasa", "tant à Kigali qu'à Kinshasa"."""
    if pack.pairs.keys().isdisjoint(token.low for token in tokens):
        return
    for at, token in enumerate(tokens):
        for words, second, joint in pack.pairs.get(token.low, ()):
            first = at + len(words)
            if tuple(t.low for t in tokens[at:first]) != words:
                continue
            ends = next((i for i in range(first, len(tokens)) if tokens[i].text in ".;:!?"), len(tokens))
            found = next((i for i in range(first + 1, min(first + _SIDE, ends - 1)) if tokens[i].low == second), None)
            if found is None or ("preposition" in tokens[first]) != ("preposition" in tokens[found + 1]):
                continue  # tant de soldats que …
            old = tokens[found]
            as_and = pack.token(joint, old.start, old.end, joined=old.joined)
            tokens[found] = replace(as_and, text=old.text)
            break


def _in_full(tokens: list[Token], pack: Pack) -> None:
    """Let a word that is shortened before another be what it is in full: "s'il est confirmé" is "si", and no "se"."""
    for at, token in enumerate(tokens[:-1]):
        for _, before, word in pack.shortened.get(token.low, ()):
            if tokens[at + 1].low == before:
                full = pack.token(word, token.start, token.end, joined=token.joined)
                tokens[at] = replace(full, text=token.text)


_SIDE = 9  # tokens of the first side of a pair


def _forenames(tokens: list[Token]) -> None:
    """Let a small word that is written as a name be no more than one, inside a sentence and before a name: "premier Hun Sen", "U Thant"."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        small = token.text[0].isupper() and token.text[1:] == token.text[1:].lower() and "first_person" not in token
        if not small or _SMALL.isdisjoint(token.classes) or token.low in PARTICLES:
            continue
        inside = before.text == "," or (before.is_word and (before.text.islower() or not before.classes))
        if inside and after.text.isalpha() and after.text[0].isupper() and _BEGINNING.isdisjoint(after.classes):
            token.classes = frozenset()


_SMALL = frozenset({"pronoun", "possessive", "adverb", "negation"})


def _linked(tokens: list[Token], text: str, pack: Pack) -> list[Token]:
    """Return the tokens with a link of several words as one: "à moins que", "even if"."""
    if pack.long_links.keys().isdisjoint(token.low for token in tokens):
        return tokens
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        first = tokens[at]
        last = at
        for words in pack.long_links.get(first.low, ()):
            if words == tuple(token.low for token in tokens[at : at + len(words)]):
                last = at + len(words) - 1
                end = tokens[last].end
                first = pack.token(text[first.start : end], first.start, end, joined=first.joined)
                break
        out.append(first)
        at = last + 1
    return out


def _ends_here(tokens: list[Token], text: str, limit: int, pack: Pack) -> bool:
    last = tokens[-1]
    if len(tokens) >= _LONGEST:
        return True
    nxt = last.end
    if len(last.text) > 2 and last.text[-1] == "." and _begins(text, nxt, pack):
        return True  # left for the U.S. The minister …
    if text[nxt : nxt + 2].lstrip(" ")[:1] == "\n" and nxt < limit and _line_ends(tokens, text, nxt):
        return True
    if last.text in _CLOSERS and len(tokens) > 1 and tokens[-2].text in _ENDS:
        pass
    elif last.text not in _ENDS or (
        nxt < limit and text[nxt] in _CLOSERS and text[nxt : nxt + 2].rstrip() == text[nxt]
    ):
        return False
    rest = text[nxt : min(nxt + 3, limit)]
    if rest and not rest[0].isspace():
        return False
    after = rest.lstrip()
    if last.text == "." and len(tokens) > 1:
        word = tokens[-2]
        behind = word.joined and tokens[-3:-2] != [] and tokens[-3].text not in "(["  # by the 31st.
        short = word.low in pack.abbreviations and not behind  # St. Louis, (Mr. Hoon)
        if short and "." in word.text and word.text.isupper() and _begins(text, nxt, pack):
            return True
        if short or (len(word.text) == 1 and word.text.isupper()):
            return False
        if after and after[0].islower():
            return False
    return True


def _begins(text: str, at: int, pack: Pack) -> bool:
    """Say whether what follows initials begins a sentence, and no name: a small word with a capital."""
    word = _WORD.match(text, at + 1) if text[at : at + 1] == " " else None
    return (
        word is not None and word[0][0].isupper() and not _BEGINNING.isdisjoint(pack.classes.get(word[0].lower(), ()))
    )


_BEGINNING = frozenset({"determiner", "pronoun", "preposition", "link", "adverb", "coordinator"})


def _line_ends(tokens: list[Token], text: str, at: int) -> bool:
    """Say whether a line break ends the sentence: an item of a list follows, or the line is too short to be wrapped."""
    after = text[at : at + 12].lstrip()
    if not after:
        return False
    line = at - (text.rfind("\n", 0, at) + 1)
    if tokens[-1].text == "," and line < _GREETING:  # "Geachte voorzitter,", but: "De minister van Defensie,"
        return len(text[at:].lstrip().partition("\n")[0]) > _SHORT_LINE
    return bool(_ITEM.match(after)) or (line < _SHORT_LINE and not after[0].islower() and tokens[-1].text != ",")


def _opening(tokens: list[Token]) -> int:
    """Return where a sentence begins after its bullet or number, clock time ("09:45") and dateline ("BANGUI, 3 May -")."""
    at = 0
    while at < len(tokens) - 1 and (
        tokens[at].text in _BULLETS
        or (
            (
                (tokens[at].text.isdigit() and len(tokens[at].text) < 3)
                or tokens[at].text + tokens[at + 1].text in _LETTERED
            )
            and tokens[at + 1].text in ".)"
            and tokens[at + 1].joined
        )
        or (at and tokens[at].text in ".)" and (tokens[at - 1].text.isdigit() or len(tokens[at - 1].text) == 1))
    ):
        at += 1
    clock = tokens[at : at + 4]
    if re.match(r"\d{1,2}[:.]\d\d$", clock[0].text) and len(clock) > 1 and at + 1 < len(tokens):
        at += 1
    elif (
        len(clock) > 3
        and clock[0].text.isdigit()
        and re.match(r"(?:h|u|uur)$", clock[1].low)
        and clock[2].text.isdigit()
    ):
        at += 3
    elif len(clock) > 2 and re.match(r"\d{1,2}h\d\d$", clock[0].low + clock[1].low):
        at += 2
    while at < len(tokens) - 1 and tokens[at].text in "–—-:|":
        at += 1
    closes = next((n for n in range(at + 1, min(at + 5, len(tokens) - 1)) if tokens[n].text == ")"), at)
    if (
        closes > at
        and tokens[at].text == "("
        and all(t.text[0].isupper() or t.text in "-,’'" for t in tokens[at + 1 : closes])
    ):
        return closes + 1  # (Port-au-Prince) A first contingent …
    for end in range(at + 1, min(at + 14, len(tokens) - 1)):
        if tokens[end].text not in "–—-" or tokens[end].joined:
            continue
        head = tokens[at:end]
        town = head[0].text.isupper() and len(head[0].text) > 2
        enclosed = head[0].text == "(" and head[-1].text == ")"
        dated = any(t.text.isdigit() for t in head) and any(t.text == "," for t in head)
        named = all(not t.is_word or t.text[0].isupper() or t.text.isdigit() or len(head) > 3 for t in head)
        if (
            (town or enclosed or dated or _signed(head))
            and named
            and not any("verb" in t and t.text.islower() for t in head[1:])
        ):
            return end + 1
        break
    return at


def _signed(head: Sequence[Token]) -> bool:
    """Say whether a town and the agency behind it are all there is: "Maputo (AFP)", "Addis-Abeba (La Croix)"."""
    opens = next((n for n, t in enumerate(head) if t.text == "("), 0)
    town, agency = head[:opens], head[opens + 1 : -1]
    spelt = all(t.text[0].isupper() or not t.is_word or t.joined for t in town)
    told = bool(town and agency) and head[-1].text == ")" and max(len(town) - 1, len(agency)) <= _A_NAME
    return told and spelt and not any(t.text[0].isdigit() or "verb" in t for t in agency)


_A_NAME = 3  # tokens of a paper's or an agency's name


def _tokens(text: str, start: int, end: int, pack: Pack, edges: Sequence[int]) -> Iterator[Token]:
    """Yield tokens; a hit inside a hyphenated word ("Frans-geleide") cuts it, a hit over several words does not join."""
    inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    before, closing = start, ""  # the mark that closes the quotation that is open
    for match in _WORD.finditer(text, start, end):
        if closing and match[0][-1] == closing:
            mark, closing = closing, ""
            if len(match[0]) > 1:  # ‘A heavy loss’ ends in a mark, "the Houthis’" in a letter that is left out
                a, b = match.start(), match.end() - 1
                yield from _plain(a, b, text, inside, pack, joined=a == before and a != start)
                yield pack.token(mark, b, b + 1, joined=True)
                before = b + 1
                continue
        if match[0] in _SINGLE and not closing and text[match.end() : match.end() + 2] not in _LEFT_OUT:
            opens = match[0] == "‘" or (match.start() == start or text[match.start() - 1] in " \n(")
            closing = _SINGLE[match[0]] if opens and text[match.end() : match.end() + 1].isalnum() else ""
        word = match[0]  # edges inside a plain word come of hits that the word boundary rules let pass
        plain = len(word) == 1 or word[0].isdigit() or word.isalpha()
        for a, b in (match.span(),) if plain else _split(*match.span(), text, inside, pack):
            yield pack.token(text[a:b], a, b, joined=a == before and a != start)
            before = b


def _plain(a: int, b: int, text: str, inside: Sequence[int], pack: Pack, *, joined: bool) -> Iterator[Token]:
    """Yield the tokens of a word that a closing quotation mark was taken off."""
    for x, y in _split(a, b, text, inside, pack):
        yield pack.token(text[x:y], x, y, joined=joined or x != a)


_SINGLE = {"‘": "’", "'": "'"}
_LEFT_OUT = frozenset({"s ", "t ", "n "})  # what stands behind a mark that opens no quotation: ‘s avonds


def _split(a: int, b: int, text: str, inside: Sequence[int], pack: Pack) -> Iterator[tuple[int, int]]:
    word = text[a:b]
    elided = pack.elision.match(word) if pack.elision else None
    if elided:
        yield a, a + elided.end()
        a += elided.end()
        word = text[a:b]
    prefix = next((p for p in pack.prefixes if word.lower().startswith((f"{p}-", f"{p}‑"))), None)
    if prefix is not None:  # mid-May
        yield a, a + len(prefix)
        a += len(prefix) + 1
        word = text[a:b]
    if pack.contracted and (tail := pack.contracted.search(word)) and tail.start() > 0:  # do|n't, they|'ll
        yield from _split_at_hits(a, a + tail.start(), text, inside)
        yield a + tail.start(tail.re.groups), b  # affirme|(-t-)il
        return
    known = word.lower().replace("’", "'")
    own = known not in pack.nouns and known not in pack.noun_triggers  # commando's: several
    if own and pack.possessive and (tail := pack.possessive.search(word)) and tail.start() > 0:
        yield from _split_at_hits(a, a + tail.start(), text, inside)
        yield a + tail.start(), b
        return
    yield from _split_at_hits(a, b, text, inside)


def _split_at_hits(a: int, b: int, text: str, inside: Sequence[int]) -> Iterator[tuple[int, int]]:
    edges = [a, *inside[bisect_right(inside, a) : bisect_left(inside, b)], b]
    if len(edges) > 2 and not any(sign in text[a:b] for sign in "-‑’'/"):
        edges = [
            a,
            b,
        ]  # an edge inside a plain word comes of a hit that the word boundary rules let pass: keep the word
    for x, y in itertools.pairwise(edges):
        if x < y:
            lead = len(text[x:y]) - len(text[x:y].lstrip("-‑"))
            if lead and y - x > lead:
                yield x, x + lead
            yield (x + lead, y) if lead and y - x > lead else (x, y)

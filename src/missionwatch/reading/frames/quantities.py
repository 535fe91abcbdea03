"""Numbers as stated: digits and words, with qualifiers ("bijna 14.000", "about 100", "une centaine de")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from missionwatch.records import Qualifier, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token

# What a vague word allows at least and at most.
_VAGUE = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "several": (2, 6)}
_LARGEST = 10**9
_HUNDRED, _THOUSAND = 100, 1000
_DOZEN, _SCORE = 12, 20
_COMPOUND = 7  # letters; no number of several words written as one is shorter


class Number(NamedTuple):
    """A number among the tokens ``first``–``last`` (inclusive), not yet given its unit."""

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier

    def quantity(self, unit: str | None, text: str) -> Quantity:
        """Return it as a quantity of ``unit``, in the words ``text``."""
        return Quantity(self.value, self.low, self.high, unit, self.qualifier, text)


def could_open(token: Token, pack: Pack) -> bool:
    """Say whether a number or its qualifier may begin with a word; most words are neither."""
    low = token.low
    return (
        low[0].isdigit() or low in pack.number_openers or (len(low) >= _COMPOUND and low.startswith(pack.number_starts))
    )


def number_at(tokens: Sequence[Token], at: int, pack: Pack) -> Number | None:
    """Return the number that begins at token ``at`` (its qualifier included), or None."""
    if not could_open(tokens[at], pack):
        return None
    here, qualifier = at, "exact"
    for length in (4, 3, 2, 1):
        words = tuple(t.low for t in tokens[at : at + length])
        if words in pack.qualifiers:
            here, qualifier = at + length, pack.qualifiers[words]
            break
    if here > at and here + 1 < len(tokens) and "indefinite" in tokens[here] and tokens[here + 1].low in pack.numbers:
        here += 1  # about a hundred
    if here < len(tokens) and tokens[here].low in pack.vague and _some(tokens, here, pack):
        vague = pack.vague[tokens[here].low]
        if vague == "several" and (scale := _scale(tokens, here + 1, pack)) is not None:
            here, vague = here + 1, scale  # several hundred, enkele tientallen
        low, high = _VAGUE[vague]
        return Number(at, here, None, low, high, cast("Qualifier", vague if vague != "several" else "about"))
    value = _value(tokens, here, pack)
    if value is None:
        return _between(tokens, at, pack) if here == at else None
    number, last = value
    if (span := _span(tokens, at, value, pack)) is not None:
        return span
    if qualifier == "exact" and last + 2 < len(tokens):  # 400 or so
        behind = pack.qualifiers.get(("…", tokens[last + 1].low, tokens[last + 2].low))
        last, qualifier = (last + 2, behind) if behind is not None else (last, qualifier)
    return _bounded(at, last, number, qualifier) if not _measures(tokens, last) else None


def _some(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Say whether a vague word says that there are some: "a few soldiers", not "few expect it to last"."""
    article = any("determiner" in token for token in tokens[max(0, at - 2) : at])
    return article or tokens[at].low not in pack.classes_of("with_article")


def _scale(tokens: Sequence[Token], at: int, pack: Pack) -> str | None:
    """Return of what order "several hundred", "plusieurs dizaines" are: the qualifier, None where no such word stands there."""
    low = tokens[at].low if at < len(tokens) else ""
    vague = pack.vague.get(low, "several")
    return (
        vague if vague != "several" else next((name for size, name in _ORDERS if pack.numbers.get(low) == size), None)
    )


_ORDERS = ((_DOZEN, "dozens"), (_SCORE, "dozens"), (_HUNDRED, "hundreds"), (_THOUSAND, "thousands"))


def _span(tokens: Sequence[Token], at: int, least: tuple[float, int], pack: Pack) -> Number | None:
    """Read a number that is said from the fewest to the most: "3,000 to 4,000", "30-40", "two or three"; not: from 500 to 700."""
    low, last = least
    sign = tokens[last + 1] if last + 2 < len(tokens) else None
    most = _value(tokens, last + 2, pack) if sign is not None else None
    if sign is None or most is None or (sign.text.isalpha() and _changes(tokens, at, pack)):
        return None
    hyphen = sign.text in _HYPHENS
    either = sign.low in pack.classes_of("alternative")
    if not (hyphen or either or sign.low in pack.classes_of("spanning")):
        return None
    high, end = most
    scale = pack.numbers.get(tokens[end].low, 0)
    if scale >= _HUNDRED and low < _HUNDRED and end > last + 2:
        low *= scale  # trois à quatre mille
    years = _YEARS[0] <= low <= _YEARS[1] and tokens[last].text.isdigit()
    if years or not low < high <= low * (_TWICE if either else _WIDEST):
        return None
    return Number(at, end, None, low, high, "about")


def _changes(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Say whether a number is what another comes from: "from 500 to 700", "passera de 300 à 400"; not: "une force de 300 à 400"."""
    for k in range(max(0, at - _BACK), at):
        relations = pack.relations.get((tokens[k].low,), ())
        plainly = "of" not in relations or "since" in relations  # from: of nobody
        if "from" in relations and (plainly or (k == at - 1 and (at == 1 or "verb" in tokens[at - 2]))):
            return True
    return False


_BACK = 6  # tokens: from its current strength of 9,800 to 17,731
_HYPHENS = frozenset("-–—‑")
_TWICE, _WIDEST = 2, 5  # how much the most may be of the fewest


def _between(tokens: Sequence[Token], at: int, pack: Pack) -> Number | None:
    """Read a number that is said to lie between two others: "between 1,200 and 1,900 fighters"."""
    relations = pack.relations.get((tokens[at].low,), ())
    if "between" not in relations:
        return _opening(tokens, at, pack) if "from" in relations else None
    first = at + 2 if at + 1 < len(tokens) and "determiner" in tokens[at + 1] else at + 1
    low = _value(tokens, first, pack) if first < len(tokens) else None
    joined = low is not None and low[1] + 2 < len(tokens) and "additive" in tokens[low[1] + 1]
    high = _value(tokens, low[1] + 2, pack) if low is not None and joined else None
    if low is None or high is None or not _FEWEST < low[0] < high[0]:
        return None
    if _YEARS[0] <= low[0] <= _YEARS[1] and tokens[first].text.isdigit():
        return None  # between 2016 and 2019; but 2,000 and two thousand are numbers
    return Number(at, high[1], None, low[0], high[0], "about")


def _opening(tokens: Sequence[Token], at: int, pack: Pack) -> Number | None:
    """Read people counted from the fewest to the most where a statement opens: "From 8,000 to 10,000 soldiers are …"."""
    opens = not at or not tokens[at - 1].is_word
    low = _value(tokens, at + 1, pack) if opens else None
    spans = low is not None and low[1] + 2 < len(tokens) and tokens[low[1] + 1].low in pack.classes_of("spanning")
    high = _value(tokens, low[1] + 2, pack) if low is not None and spans else None
    if low is None or high is None or not _FEWEST < low[0] < high[0] <= low[0] * _WIDEST or high[1] + 1 >= len(tokens):
        return None
    people = pack.nouns.get(tokens[high[1] + 1].low) == "people"
    return Number(at, high[1], None, low[0], high[0], "about") if people else None


_FEWEST = 9  # people; between three and five are hours or days
_YEARS = (1900, 2100)


def _measures(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a hyphen joins a number to a word it measures: "34-year-old"; but "3,800-strong" counts."""
    hyphen, word = tokens[last + 1 : last + 2], tokens[last + 2 : last + 3]
    joined = bool(word) and hyphen[0].text == "-" and hyphen[0].joined and word[0].joined and word[0].is_word
    return joined and not word[0].text[0].isdigit() and "strong" not in word[0]


def _value(tokens: Sequence[Token], here: int, pack: Pack) -> tuple[float, int] | None:
    """Read a number in digits or words: 2,5 miljoen · trois cent cinquante · one hundred and twenty."""
    if here >= len(tokens):
        return None
    total = _one(tokens[here], pack)
    if total is None:
        return None
    last, done, current = here, 0.0, total
    at = here + 1
    while at < len(tokens):
        joins = (
            "additive" in tokens[at]
            and at + 1 < len(tokens)
            and current >= _HUNDRED
            and (tokens[at + 1].low in pack.numbers or _in_parts(tokens[at + 1].low))
        )
        word = tokens[at + 1] if joins else tokens[at]
        more = pack.numbers.get(word.low) or (compound(word.low, pack) if _in_parts(word.low) else None)
        if more is None or (joins and more >= _HUNDRED):
            break
        if more < _HUNDRED and last == here and tokens[here].text[-1].isdigit():
            break  # in 2000 thirty-five soldiers
        if more >= _THOUSAND:
            done, current = done + (current or 1) * more, 0.0
        elif more == _HUNDRED and 0 < current < _HUNDRED:
            current *= more
        elif more == _DOZEN and 1 < current <= _SCORE:
            current *= more  # two dozen
        elif more < _HUNDRED and (current >= _HUNDRED or (done and not current)) and current % _HUNDRED == 0:
            current += more
        else:
            break
        last = at + 1 if joins else at
        at = last + 1
    total = done + current
    return (total, last) if total <= _LARGEST else None


def _in_parts(word: str) -> bool:
    return " " in word or "-" in word  # two hundred and twenty-two, trois cent vingt-deux


def _one(token: Token, pack: Pack) -> float | None:
    if token.text[0].isdigit():
        plain = re.sub(rf"[{re.escape(pack.thousands)}\s\u202f\u00a0](?=\d{{3}}(?!\d))", "", token.text)
        try:
            return float(plain.replace(pack.decimal, "."))
        except ValueError:
            return None
    known = pack.numbers.get(token.low)
    if known is not None:
        return known
    return compound(token.low, pack)


def compound(word: str, pack: Pack) -> float | None:
    """Return a number written as one word ("drieëntwintig", "tweehonderdvijftig") with text2num."""
    if len(word) < _COMPOUND or not word.startswith(pack.number_starts):
        return None
    from text_to_num import text2num  # noqa: PLC0415 - only for the rare long number word

    try:
        return float(text2num(word, pack.language))
    except ValueError:
        return None


def _bounded(first: int, last: int, value: float, qualifier: str) -> Number:
    low, high = allowed(value, qualifier)
    return Number(first, last, value, low, high, cast("Qualifier", qualifier))


def allowed(value: float, qualifier: str) -> tuple[float, float | None]:
    """Return what a number with a qualifier allows: "about 100" is 90 to 110."""
    margin = max(1.0, round(value * 0.1))
    bounds: dict[str, tuple[float, float | None]] = {
        "exact": (value, value),
        "about": (value - margin, value + margin),
        "nearly": (value - margin, value),
        "more_than": (value, None),
        "at_least": (value, None),
        "up_to": (0.0, value),
        "less_than": (0.0, value),
    }
    return bounds[qualifier]

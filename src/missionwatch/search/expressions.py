"""What is wanted, in the language of SQLite's full-text search. All that a person typed goes in quotation marks: it can be no command.

The columns: ``title`` and ``said`` (words as written, folded; a title's base forms stand after it), ``lemma`` (base forms that differ),
``named`` (register ids), ``filed`` (what the filters ask, as words of our own).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from missionwatch.errors import SearchError
from missionwatch.search.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from missionwatch.records import Query
    from missionwatch.search.asking import Wanted

_PLAIN = re.compile(r"[a-z0-9:-]+")
_YEARS = 8  # a hit that speaks of more years than that is filed under none of them
_ASKED_YEARS = 12
LONG = "y:long"


def key(prefix: str, value: str) -> str:
    """Return the one word under which something is filed, whatever characters its id has.

    >>> key("p", "event")
    'p:event'
    """
    low = value.lower()
    return f"{prefix}:{low if _PLAIN.fullmatch(low) else 'x' + hashlib.sha256(value.encode(errors='replace')).hexdigest()[:24]}"


def years(first: date, last: date) -> tuple[str, ...]:
    """Return the words that say of which years something speaks."""
    if last.year - first.year >= _YEARS:
        return (LONG,)
    return tuple(f"y:{year}" for year in range(first.year, last.year + 1))


def by_words(one: Wanted, columns: str = "title said lemma") -> str:
    """Return the expression for the words alone, in some columns."""
    if one.beginning:
        return f"{{title said}} : {_phrase(one.words)} *"
    if len(one.words) > 1 or one.exact:
        held = " ".join(column for column in columns.split() if column != "lemma")
        return f"{{{held}}} : {_phrase(one.words)}"
    forms = dict.fromkeys((*one.words, *one.lemmas))
    return f"{{{columns}}} : ({' OR '.join(_phrase((form,)) for form in forms)})"


def by_name(one: Wanted) -> str:
    """Return the expression for the words or whom they name."""
    return _with_ids(one, one.meaning.names if one.meaning is not None else ())


def by_any(one: Wanted) -> str:
    """Return the expression for the words, whom they name, or for whom they stand."""
    return _with_ids(one, one.meaning.ids if one.meaning is not None else ())


def in_a_row(wanted: Iterable[Wanted]) -> str:
    """Return the expression for all the words one after another."""
    return f"{{title said}} : {_phrase([word for one in wanted for word in one.words])}"


def both(*expressions: str) -> str:
    """Return the expression for all of some at once."""
    return " AND ".join(f"({one})" for one in expressions if one)


def but(expression: str, unwanted: Iterable[Wanted]) -> str:
    """Return an expression without what is unwanted."""
    without = " OR ".join(f"({by_name(one)})" for one in unwanted)
    return f"({expression}) NOT ({without})" if without else expression


def filters(query: Query) -> str:
    """Return the expression for all filters of a query but its days (of which only the years) and the moment known.

    Raises ``SearchError`` where a place or mission is asked that nobody knows by that name.
    """
    statements_only = query.kind == "statements" or query.predicates or query.types
    kinds = ["k:s"] if statements_only else ["k:r"] if query.kind == "reports" else ["k:s", "k:r"]
    asked = [
        kinds,
        [key("p", one) for one in query.predicates],
        [key("t", one) for one in query.types],
        [key("l", one) for one in query.languages],
        [key("s", one) for one in query.sources],
        [word for one in query.missions for word in _missions(one)],
        [word for one in query.places for word in _places(one)],
        _years(query.first, query.last),
    ]
    return both(
        *(f"filed : ({' OR '.join(_phrase((word,)) for word in dict.fromkeys(words))})" for words in asked if words)
    )


def _years(first: date | None, last: date | None) -> list[str]:
    if first is None or last is None or last.year - first.year >= _ASKED_YEARS:
        return []
    return [*(f"y:{year}" for year in range(first.year, last.year + 1)), LONG]


def _missions(asked: str) -> list[str]:
    if asked.startswith("mission:"):
        return [key("m", asked)]
    found = names().meaning(asked)
    meant = sorted(one for one in found.names if one.startswith("mission:")) if found is not None else []
    return [key("m", one) for one in meant or [f"mission:{asked}"]]


def _places(asked: str) -> list[str]:
    if ":" in asked:
        return [_place(asked)]
    if re.fullmatch(r"[A-Z]{2}", asked):
        return [_place(f"state:{asked}")]
    found = names().meaning(asked)
    meant = sorted(one for one in found.names if one.startswith(("place:", "state:"))) if found is not None else []
    if not meant:
        raise SearchError(
            f"the register has no place called {asked[:80]!r}; name a place, a country or a code such as ML",
            cause="no-place",
            said=asked[:80],
        )
    return [_place(one) for one in meant]


def _place(entity: str) -> str:
    return key("in", entity.removeprefix("state:")) if entity.startswith("state:") else key("at", entity)


def _with_ids(one: Wanted, ids: Iterable[str]) -> str:
    words = by_words(one)
    named = " OR ".join(_phrase((key("n", entity),)) for entity in sorted(ids))
    return f"({words}) OR (named : ({named}))" if named and not one.exact else words


def _phrase(words: Iterable[str]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'

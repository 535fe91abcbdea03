"""Names that people give: what the register knows by them, and what it suggests while they are written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, get_args

from missionwatch import register
from missionwatch.errors import CorrectionError
from missionwatch.records import EntityRef, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS: tuple[Kind, ...] = get_args(Kind)
_WITH_ID = re.compile(r"(?P<name>.*?)\s*\[(?P<id>[a-z]+:[^\[\]\s]+)\]", re.DOTALL)
_LONGEST = 300  # characters of a name


def written(ref: EntityRef) -> str:
    """Return a reference as a form writes it: its words, and its id where the register knows it.

    >>> written(EntityRef(text="Deense militairen", id="state:DK", kind="state"))
    'Deense militairen [state:DK]'
    """
    words = " ".join((ref.text or ref.name or "").split())
    return f"{words} [{ref.id}]".strip() if ref.id else words


def refs(names: Iterable[str], language: str, known: Iterable[EntityRef] = ()) -> tuple[EntityRef, ...]:
    """Return who names mean: those of ``known`` as they were, an id in brackets, else what the register knows by that name.

    A name that nobody knows keeps its words. Raises ``CorrectionError`` for an unknown id, and where a name may mean several.
    """
    before = {written(ref): ref for ref in known}
    said = [" ".join(name.split()) for name in names if name.strip()]
    return tuple(before.get(name) or _ref(name, language) for name in said)


def _ref(name: str, language: str) -> EntityRef:
    if len(name) > _LONGEST:
        raise CorrectionError(
            f"a name may have {_LONGEST} characters; {name[:40]!r} … is longer", cause="long", said=str(_LONGEST)
        )
    book = register.load()
    given = _WITH_ID.fullmatch(name)
    if given is not None:
        if book.entry(given["id"]) is None:
            raise CorrectionError(
                f"the register knows nobody with the id {given['id']}; take the brackets away to keep the words",
                cause="unknown-id",
                said=given["id"],
            )
        return book.ref(given["id"], given["name"] or given["id"], language=language)
    senses = [sense for sense in book.gazetteer(language).senses(name) if sense.id is not None]
    ids = list(dict.fromkeys(sense.id for sense in senses if sense.id is not None))
    if len(ids) > 1:
        which = "; ".join(f"{book.name(one, language)} [{one}]" for one in ids[:5])
        raise CorrectionError(
            f"{name!r} may be several: {which}. Write the one you mean with its brackets", cause="several", said=which
        )
    if not ids:
        return EntityRef(text=name)
    body = next((sense.body for sense in senses if sense.body), None)
    return book.ref(ids[0], name, body=body, language=language)


def suggest(beginning: str, language: str, most: int = 20) -> tuple[str, ...]:
    """Return names of the register that begin so, then names with a word that does, as ``written``; at most ``most``."""
    wanted = " ".join(beginning.casefold().split())
    if not wanted:
        return ()
    out: dict[str, None] = {}
    for of_word in (False, True):
        for folded, name, entity in _index(language):
            if folded.startswith(wanted) if not of_word else f" {wanted}" in folded:
                out.setdefault(f"{name} [{entity}]")
                if len(out) >= most:
                    return tuple(out)
    return tuple(out)


@cache
def _index(language: str) -> tuple[tuple[str, str, str], ...]:
    book = register.load()
    rows = {
        (word.casefold(), word, entry.id)
        for kind in KINDS
        for entry in book.entries(kind)
        for word in (entry.name.of(language), *entry.of(language))
    }
    return tuple(sorted(rows, key=lambda row: (len(row[0]), row)))

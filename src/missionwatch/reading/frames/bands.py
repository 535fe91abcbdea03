"""Which armed group "the rebels", "the jihadists" and "the mercenaries" are: the one of that sort that the report has spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.register import Group

if TYPE_CHECKING:
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.records import EntityRef

_MILITIAS = frozenset({"militia", "state-militia"})
_SORTS = {
    "rebel_band": frozenset({"armed-group", "coalition", "jihadist", "militia"}),
    "jihadist_band": frozenset({"jihadist"}),
    "mercenary_band": frozenset({"private-military-company"}),
    "militia_band": _MILITIAS,
}
"""Class of the pack → the types of groups whose people are called so."""


def band(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return the group that fighters are who go by no name: none where several are spoken of, or where others without a name were."""
    if not phrase.definite or phrase.single or phrase.specified or phrase.told_apart or phrase.owned:
        return None
    if phrase.named or phrase.unknown_name or phrase.number is not None or not phrase.words.isdisjoint(discourse.bands):
        return None
    types: set[str] = set()
    for name, sort in _SORTS.items():
        types |= set() if phrase.words.isdisjoint(discourse.pack.classes_of(name)) else sort
    if not types:
        return None
    known = [p for p in discourse.parties if p.kind == "group" and _is(discourse, p, types)]
    last = [r for r in discourse.topic if r.kind == "group"]
    ids = dict.fromkeys(p.id for p in known)
    meant = known[-1] if len(ids) == 1 else last[0] if len(last) == 1 and last[0].id in ids else None
    return renamed(meant, phrase.text) if meant is not None else None


def note(discourse: Discourse, phrase: Phrase) -> None:
    """Remember by which words fighters were told of who belong to nobody known: "the rebels" may be those as well."""
    if discourse.heading or phrase.specified or any(r.id for r in phrase.refs):
        return
    for name in _SORTS:
        discourse.bands |= phrase.words & discourse.pack.classes_of(name)


def _is(discourse: Discourse, ref: EntityRef, types: set[str]) -> bool:
    entry = discourse.register.entry(ref.id or "")
    if not isinstance(entry, Group) or entry.type not in types:
        return False
    return discourse.scene is None or discourse.scene in entry.countries

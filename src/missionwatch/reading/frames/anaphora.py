"""Pronouns and "one of them": whom they take up."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.mentions import taken_up

if TYPE_CHECKING:
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.records import EntityRef

_SPEAKING = frozenset({"organisation", "mission"})  # who says "we" in a statement of its own


_RECENT = 12  # refs; someone named further back is not "he"


def _last_person(discourse: Discourse) -> EntityRef | None:
    """Return the person spoken of last, and not long ago."""
    return next((r for r in islice(discourse.spoken_of(), _RECENT) if r.kind == "person"), None)


def taken_up_by(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whom a pronoun or "one of them" takes up: who was spoken of, counted or quoted before."""
    kind = phrase.anaphor or phrase.pronoun
    if kind in ("one_of", "the_other", "the_others", "together"):
        return [renamed(r, phrase.text) for r in discourse.group.refs] if discourse.group else []
    if kind == "dative_pronoun":
        sides = ("state", "group", "organisation", "person", "mission")
        last = next((r for r in discourse.spoken_of() if r.kind in sides and r.id not in discourse.here), None)
        return [renamed(last, phrase.text)] if last is not None else []
    if kind == "genitive_pronoun":
        return [renamed(ref, phrase.text) for ref in discourse.missions[-1:]]
    if kind == "object_pronoun":
        many = bool(phrase.words & discourse.pack.classes_of("plural_object"))
        last = taken_up((r for r in discourse.spoken_of() if r.id not in discourse.here), plural=many)
        return [renamed(last, phrase.text)] if last is not None else []
    if kind == "person_pronoun":
        meant = discourse.topic or ([discourse.person] if discourse.person is not None else [])
        if phrase.words & discourse.pack.classes_of("first_person"):
            own = discourse.quoted or (
                [discourse.author] if discourse.author else [r for r in discourse.topic if r.kind in _SPEAKING]
            )
            return [renamed(ref, phrase.text) for ref in own]  # The EU condemns …. We also condemn …
        single = phrase.words & discourse.pack.classes_of("singular_pronoun")
        if single and meant and meant[0].kind == "state" and (last := _last_person(discourse)) is not None:
            return [renamed(last, phrase.text)]  # Azerbaijan accuses the mission, which Ritter denies. He …
        if discourse.person is not None and phrase.words & discourse.pack.classes_of("human_pronoun"):
            return [renamed(discourse.person, phrase.text)]
        plural = phrase.words & discourse.pack.classes_of("plural_pronoun")
        if plural and len(meant) < 2 and not any(ref.body or ref.kind == "group" for ref in meant):
            counted = discourse.group.refs if discourse.group is not None else ()
            return [renamed(ref, phrase.text) for ref in counted]  # "they" are not one person, but those just counted
        return [renamed(ref, phrase.text) for ref in meant]
    if kind == "place_pronoun" and phrase.words & discourse.pack.classes_of("deictic_place"):
        out = [renamed(discourse.missions[-1], phrase.text)] if discourse.missions else []
        there = discourse.there()
        return [*out, renamed(there, phrase.text)] if there is not None else out
    return []

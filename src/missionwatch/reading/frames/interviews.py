"""Who answers in an interview: the one person named before the questions speaks in all that follows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.records import EntityRef

_ASKED = re.compile(r"^[^\n]{2,200}\?[\"”»’']?[ \t]*$", re.MULTILINE)
_QUESTIONS = 3  # lines that ask, at least: two may be of any text


def first_question(text: str) -> int | None:
    """Return where the first question of an interview stands: a text with several lines that do nothing but ask."""
    asked = [m.start() for m in _ASKED.finditer(text)]
    return asked[0] if len(asked) >= _QUESTIONS else None


def answering(discourse: Discourse, at: int) -> tuple[EntityRef, ...]:
    """Return who answers at a place in an interview: the person named first, unless a government signs the paper."""
    if discourse.member is not None and not discourse.quoting:
        return (discourse.member,)  # a member, in a debate
    asked = discourse.asked_from
    if asked is None or at < asked or discourse.signatory is not None:
        return ()
    return tuple(discourse.people[:1])


def answers_hold(builder: Builder, number: int) -> None:
    """Let who answers hold the risks that an answer tells of, as "if we leave, the fighting will come back"."""
    discourse = builder.discourse
    for draft in builder.since(number):
        if draft.fields["predicate"] == "risk" and not (draft.fields.get("holders") or draft.fields.get("hearsay")):
            draft.fields["holders"] = answering(discourse, draft.evidence.start) or discourse.ours()

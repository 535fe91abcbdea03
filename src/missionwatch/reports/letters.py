"""Letters: the letterhead goes, the subject becomes the title, the date line the day, the attachments are named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from missionwatch.reports.dates import day_in
from missionwatch.reports.documents import Block, Document
from missionwatch.reports.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 40  # lines in which a letter's head ends
_LONGEST_SUBJECT = 300


_LABELS = ("subject", "date", "reference", "recipient", "attachments")


@cache
def _label(name: str) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words("letters", name), key=len, reverse=True))
    return re.compile(
        rf"\s*(?:{alternatives})\s*(?:\(.{{1,5}}\))?\s*(?:[:.\t]|$|(?=\s{{2}})|\s(?=\S))\s*(.*)",
        re.IGNORECASE | re.DOTALL,
    )


def opened(document: Document) -> Document:
    """Return a letter without its letterhead; what is no letter (no subject before an opening) comes back as it is."""
    lines = _lines(document.blocks)
    opening = next((n for n, (line, _) in enumerate(lines[:_HEAD]) if _is_opening(line)), None)
    head = [line for line, _ in lines[: opening if opening is not None else _HEAD]]
    subject, last = _after(head, "subject")
    if not subject or (opening is None and not _after(head, "date")[0]):
        return document
    start = opening + 1 if opening is not None else last + 1
    said = dict(document.said)
    said["title"] = subject
    day = next((found for line in head if (found := day_in(line)) is not None and len(line) < 80), None)
    if day is not None:
        said |= {"published": day.isoformat(), "dated": "text"}
    senders = [line for line in head if len(line) > 3 and not any(_label(name).match(line) for name in _LABELS)]
    if senders and not said.get("publisher") and not day_in(senders[0]):
        said["publisher"] = senders[0]
    blocks = _rest(document.blocks, lines, start)
    return Document(blocks or document.blocks, said, [*document.attachments, *_attachments(head, blocks)])


def _lines(blocks: Sequence[Block]) -> list[tuple[str, int]]:
    return [(line.strip(), n) for n, block in enumerate(blocks) for line in block.text.split("\n") if line.strip()]


def _rest(blocks: Sequence[Block], lines: list[tuple[str, int]], start: int) -> list[Block]:
    """Return the blocks from line ``start`` on; the block in which it stands is cut there."""
    if start >= len(lines):
        return []
    first = lines[start][1]
    cut = "\n".join(line for line, n in lines[start:] if n == first)
    return [Block(cut, blocks[first].kind), *blocks[first + 1 :]]


def _is_opening(line: str) -> bool:
    return len(line) < 90 and line.casefold().startswith(words("letters", "opening")) and not line.endswith(".")


def _after(head: Sequence[str], name: str) -> tuple[str, int]:
    """Return what follows a label, on its line or on the next ones, and the number of the last line of it."""
    for n, line in enumerate(head):
        found = _label(name).fullmatch(line)
        if found is None:
            continue
        said, last = found[1].strip(), n
        for more in head[n + 1 : n + 4]:
            if any(_label(other).match(more) for other in _LABELS) or len(said) > _LONGEST_SUBJECT:
                break
            if said and (name != "subject" or more[:1].isupper() or day_in(more)):
                break
            said, last = f"{said} {more}".strip(), last + 1
        return said, last
    return "", 0


def _attachments(head: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """Return what a letter names as attached, in its head or below its end."""
    named = _after(head, "attachments")[0]
    found = [named] if named and not named.isdigit() else []
    for line, _ in _lines(blocks)[-12:]:
        match = _label("attachments").fullmatch(re.sub(r"^(\D{4,20}?)\s*\d{1,2}\b", r"\1", line))
        if match and 3 < len(match[1]) < 200:
            found.append(match[1].strip(" -–:"))
    return list(dict.fromkeys(found))

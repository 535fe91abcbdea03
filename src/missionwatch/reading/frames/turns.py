"""Whose turn it is to speak in a debate of a parliament, and what a member asks: "Mr. Hargrove (Bath): Will our troops …?".

A debate names who speaks at the beginning of a line: a name and a colon, a title, a name and a full stop, or "Question by Mr. X" in its
heading. Who governs speaks for the government, whose paper it is; a member speaks for himself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.reading.frames.naming import slug
from missionwatch.reading.frames.roles import Match
from missionwatch.reading.frames.senses import GOVERNMENT
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.register import Hit

_NUMBERED = re.compile(r"[ \t]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ \t]+)?[–—-]?[ \t]*")  # 01.02 André Flahaut: …
_ASIDE = re.compile(r"\([^)]*\)")
_LONG = 150  # characters of a label
_SHORT = 3  # letters of what a full stop only shortens: the Rt. Hon.
_NAMES = 6  # words of a name
_TITLES = 2  # words before one: Monsieur le
_SIDES = frozenset({"state", "organisation", "mission", "group"})
_KINDS = _SIDES | {"place"}  # what a line is about, that opens with its name


class Turn(NamedTuple):
    """From which character somebody speaks: a member; None: who governs, or nobody told."""

    start: int
    member: EntityRef | None


class _Label(NamedTuple):
    start: int
    end: int
    name: str | None
    governs: bool


def turns_of(text: str, pack: Pack, hits: Sequence[Hit]) -> tuple[Turn, ...]:
    """Return who speaks from where on in a paper of a government or parliament."""
    labels = [*_labels(text, pack, hits)]
    governing: set[str] = set()
    out = _asked_in_heading(text, pack, labels)
    for label in labels:
        last = label.name.rsplit(" ", 1)[-1] if label.name else ""
        if label.governs:
            governing.update(re.findall(r"[^\W\d_][\w'’-]+", text[label.start : label.end]))
        own = label.name if not label.governs and last not in governing else None
        out.append(Turn(label.start, _person(own) if own else None))
    return tuple(out)


def turn_at(turns: Sequence[Turn], at: int) -> EntityRef | None:
    """Return the member who speaks at a place in a text."""
    return next((turn.member for turn in reversed(turns) if turn.start <= at), None)


def asked_in_turn(builder: Builder, clauses: Sequence[Clause], sentence: Sentence, number: int) -> None:
    """Read what a member asks in a debate, once a turn: what it is on, or else his own government."""
    member, ours = builder.discourse.member, builder.discourse.signatory
    if member is None or builder.discourse.quoting:
        return
    named = [
        p for c in clauses for p in c.phrases if p.pronoun is None or p.words & builder.pack.classes_of("first_plural")
    ]
    refs = [r for p in named for r in (*Match.governments(p), *p.refs)]
    about = tuple({r.id: r for r in refs if r.id and r.kind in _SIDES and r.id != member.id}.values())
    asked = next((d for d in reversed(builder.drafts) if d.fields["predicate"] == "question"), None)
    if asked is not None and asked.fields["holders"] == (member,):
        if asked.fields["frame"] == "asked:turn":
            known = {r.id for r in asked.fields["about"]}
            asked.fields["about"] += tuple(r for r in about if r.id not in known)
            asked.more.append(builder.evidence(sentence, 0, len(sentence.tokens) - 1))
        return
    about = about or ((ours,) if ours is not None else ())
    last = len(sentence.tokens) - 1
    span = builder.evidence(sentence, 0, last)
    builder.draft({
        "predicate": "question", "holders": (member,), "about": about, "text": span.quote, "frame": "asked:turn",
    }, sentence, number, (0, last), confidence=0.8)  # fmt: skip


def _person(name: str) -> EntityRef:
    return EntityRef(text=name, id=f"person:{slug(name)}", kind="person", name=name)


def _labels(text: str, pack: Pack, hits: Sequence[Hit]) -> Iterator[_Label]:
    """Yield the labels of a text's lines that name who speaks, or the post he speaks from."""
    answers = pack.classes_of("answer_noun")
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        said = _NUMBERED.match(line)
        begins = said.end() if said is not None else 0
        end = _end(line, begins, pack)
        if end is None:
            continue
        here = [h for h in hits if start + begins <= h.start and h.end <= start + end]
        governs = any(s.code in GOVERNMENT and s.form == "function" for h in here for s in h.senses)
        words = {w.lower() for w in re.findall(r"[^\W\d_]+", line[begins:end])}
        if governs or words & answers:
            yield _Label(start, start + end, None, governs=True)
        elif name := _name(line[begins:end], pack):
            shift = start + line.find(name, begins)
            about = any(h.start <= shift and h.end >= shift + len(name) for h in here if _is_about(h))
            if not about:
                yield _Label(start, start + end, name, governs=False)


def _titles(pack: Pack) -> frozenset[str]:
    """Return the words by which a debate names somebody: Mr., the honourable, Herr."""
    return pack.classes_of("honorific") | pack.classes_of("debate_title")


def _is_about(hit: Hit) -> bool:
    return any(s.kind in _KINDS and s.form in ("name", "capital") for s in hit.senses)


def _end(line: str, begins: int, pack: Pack) -> int | None:
    """Return where the label of a line ends: at its colon, or at the full stop behind a title and a name."""
    titles, titled, at = _titles(pack), False, begins
    for word in line[begins:].split(" "):
        ends, bare = at + len(word.rstrip("\n")), word.strip("().,:\n").lower()
        if ends - begins > _LONG or word[:1] in '«“„"':
            return None
        if word.rstrip("\n").endswith(":"):
            return ends - 1 if ends - 1 > begins else None
        courtesy = bare in titles
        if word.endswith((".", ".\n")) and not courtesy and len(bare) > _SHORT:
            goes_on = len(line) > ends + 1
            return ends - 1 if titled and goes_on else None
        if word.rstrip("\n").endswith(("?", "!", ";")):
            return None
        titled = titled or courtesy
        at += len(word) + 1
    return None


def _name(label: str, pack: Pack) -> str | None:
    """Return the name in a label: capitals behind a title, or two or more of them alone."""
    titles = _titles(pack)
    words = _ASIDE.sub(" ", label).partition(",")[0].split()
    titled = False
    while words and (
        (bare := words[0].strip(".").lower()) in titles or (bare in pack.classes_of("determiner") and not titled)
    ):
        titled = titled or bare in titles
        words = words[1:]
    capitals = [w for w in words if w[:1].isupper()]
    whole = (
        bool(words)
        and words[-1][:1].isupper()
        and all(w[:1].isupper() or (w.islower() and len(w) < _NAMES) for w in words)
    )
    shouted = all(w.isupper() for w in words)
    if not whole or len(words) > _NAMES or len(capitals) < (1 if titled else 2) or (shouted and not titled):
        return None
    return " ".join(words)


def _asked_in_heading(text: str, pack: Pack, labels: Sequence[_Label]) -> list[Turn]:
    """Return whose question a heading says that a paper holds, which is answered further down: "Question by Mr. X to the Minister"."""
    answered = next((one.start for one in labels if one.governs), None)
    asks, at = pack.classes_of("question_noun"), 0
    for line in text[:answered].splitlines(keepends=True) if answered is not None else ():
        start, at = at, at + len(line)
        if not line.strip() or at > _HEAD or line.rstrip().endswith((".", "?")):
            if at > _HEAD or line.strip():
                break
            continue
        words = line.split()
        lows = [w.strip("().,:").lower() for w in words]
        if asks.isdisjoint(lows) or not pack.classes_of("answer_noun").isdisjoint(lows):
            continue
        of = next((n for n, w in enumerate(lows) if n and {"of", "by"} & {*pack.relations.get((w,), ())}), None)
        first = next((n for n, w in enumerate(lows) if w in _titles(pack)), of + 1 if of is not None else len(words))
        name = _name(" ".join(_up_to_lower(words[first:], pack)), pack)
        if name is not None:
            return [Turn(start + len(line), _person(name))]
    return []


def _up_to_lower(words: Sequence[str], pack: Pack) -> list[str]:
    """Return the words that a name may be made of: up to the first that is none."""
    titles = _titles(pack)
    out: list[str] = []
    for word in words:
        bare = word.strip("().,:")
        courtesy = bare.lower() in titles or (bare.lower() in pack.classes_of("determiner") and len(out) < _TITLES)
        if not (bare[:1].isupper() or courtesy):
            return out
        out.append(word.strip(","))
        if bare != word.strip("."):
            return out
    return out


_HEAD = 400  # characters in which a heading stands

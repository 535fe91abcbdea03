"""A mission's card: its state at a glance, as one SVG that needs nothing else, or as a page for an iframe."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from missionwatch import register
from missionwatch.briefing import patterns
from missionwatch.briefing.plain import day as day_in_words
from missionwatch.errors import UnknownLanguageError
from missionwatch.exchange.gathering import gather, happened, only
from missionwatch.exchange.provenance import days, label, name_of, plain, source_name
from missionwatch.exchange.wording import in_words
from missionwatch.records.marking import label as labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from missionwatch.records import Claim, Concern, EntityRef, Picture, Quantity, Tlp

_FOLDER = Path(__file__).parent
_SIGNS = {"about": "± ", "nearly": "< ", "more_than": "> ", "at_least": "≥ ", "up_to": "≤ ", "less_than": "< "}
_ARROWS = {"improving": "↘", "stable": "→", "deteriorating": "↗"}  # concern falls, stays, rises
_WIDTH = 480  # of the card, in pixels
_MARGIN = 24
_LINE = 20
# Widths of characters as shares of the font's size: about those of a common sans-serif; enough to wrap by.
_NARROW, _WIDE = frozenset("ijl.,:;|!'’ ()[]tfr"), frozenset("mwMW@%—…ÆŒ")


@dataclass(frozen=True, slots=True)
class Row:
    """A heading of the card and the lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, in one language: nothing that is not in the picture."""

    language: str
    name: tuple[str, ...]
    level: str
    level_said: str
    state: str
    rows: tuple[Row, ...]
    foot: tuple[str, ...]

    @property
    def said(self) -> str:
        """Return the card in one paragraph, for those who hear it."""
        rows = ". ".join(f"{row.heading}: {' '.join(row.lines).rstrip('.')}" for row in self.rows)
        return f"{self.state}. {self.level_said}. {rows}. {' · '.join(self.foot)}"


def languages() -> tuple[str, ...]:
    """Return the languages a card can be written in: those the briefing has sentences in."""
    ours = {path.stem for path in (_FOLDER / "phrases").glob("*.toml")}
    return tuple(language for language in patterns.languages() if language in ours)


def card(
    picture: Picture, concerns: Iterable[Concern], mission: str, *, language: str = "en", marking: Tlp = "clear"
) -> Card:
    """Return the card of one mission (``takuba``) of a picture; a ``marking`` (TLP 2.0) stands at its foot.

    Raises ``ExchangeError`` for a mission the picture does not have, ``UnknownLanguageError`` for a language without phrases.
    """
    if language not in languages():
        raise UnknownLanguageError(f"no card in {language!r}; there is {', '.join(languages())}")
    words, part = _phrases(language), only(picture, mission)
    seen, said = part.missions[0], in_words(part, language)
    concern = next((one for one in concerns if one.mission == seen.mission.id), None)

    def tell(claims: Sequence[Claim], most: int) -> tuple[str, ...]:
        if not claims:
            return (words["nothing"],)
        text = plain(said.get(claims[0].id) or label(claims[0].statement))
        more = f" {words['more'].format(n=len(claims) - 1)}" if len(claims) > 1 else ""
        return wrapped(text + more, most)

    strength = next((c.statement.quantity for c in seen.strength if happened(c) and c.statement.quantity), None)
    leaders = dict.fromkeys(
        _name(r, language) for c in seen.lead if happened(c) for r in c.statement.roles.get("leader", ())
    )
    last = next((claim for claim in seen.developments if happened(claim)), None)
    when = f" · {_date(last, part.as_of, language)}" if last is not None else ""
    country = register.load().name(f"state:{part.theatre.own}", language) or part.theatre.own
    rows = (
        Row(words["strength"], (amount(strength, language) if strength is not None else words["nothing"],)),
        Row(words["lead"], wrapped(", ".join(leaders) or words["nothing"], 2)),
        Row(words["own"].format(country=country), tell([c for c in seen.own if happened(c) and c.part_of is None], 3)),
        Row(words["last"] + when, tell([last] if last is not None else [], 4)),
    )
    judged = words["nothing"]
    if concern is not None:
        judged = f"{words['levels'][concern.level]} {_ARROWS[concern.trend]} {words['trends'][concern.trend]}"
    return Card(
        language=language, name=wrapped(_name(seen.mission, language), 2, size=22, bold=True),
        level=concern.level if concern is not None else "none",
        level_said=f"{words['level']}{words['colon']}{judged}",
        state=f"{words['state']}{words['colon']}{words['states'][seen.state]}", rows=rows,
        foot=(*(() if marking == "clear" else (labelled(marking),)), *_foot(part, words, language)),
    )  # fmt: skip


def to_svg(made: Card) -> str:
    """Return a card as SVG; whatever a report says, here it is text and nothing else."""
    lines: list[dict[str, Any]] = []
    y = 46
    for text in made.name:
        lines.append({"kind": "name", "y": y, "text": text})
        y += 28
    y += 8
    badge = y
    beside = 1.08 * 13 * (_measure(made.level_said) + _measure(made.state)) <= _WIDTH - 2 * _MARGIN - 48
    if not beside:
        y += 34
        lines.append({"kind": "state", "y": y, "text": made.state})
    y += 44 if beside else 30
    for row in made.rows:
        lines.append({"kind": "heading", "y": y, "text": row.heading})
        y += _LINE
        for text in row.lines:
            lines.append({"kind": "text", "y": y, "text": text})
            y += _LINE
        y += 8
    rule = y - 8
    for text in made.foot:
        y += 16
        lines.append({"kind": "foot", "y": y, "text": text})
    return _environment().get_template("card.svg").render(
        card=made, lines=lines, width=_WIDTH, height=y + 20, margin=_MARGIN, badge=badge, rule=rule, beside=beside,
        style=Markup(_style("card.css")),  # noqa: S704 - our own file
    )  # fmt: skip


def to_page(made: Card) -> str:
    """Return a card as a page fit for an iframe: no script, nothing from outside, and a policy that allows neither."""
    return _environment().get_template("card.html").render(
        card=made, style=Markup(_style("page.css")), svg=Markup(to_svg(made)),  # noqa: S704 - our own file; escaped by the card's template
        policy=card_policy(),
    )  # fmt: skip


@cache
def card_policy() -> str:
    """Return the Content-Security-Policy of a card: its own styles and nothing else."""
    hashes = " ".join(f"'sha256-{_hash(_style(name))}'" for name in ("page.css", "card.css"))
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"


def wrapped(text: str, most: int, *, size: int = 14, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit the card, no more than ``most``; what does not fit ends in an ellipsis.

    >>> wrapped("Denmark withdrew", 1)
    ('Denmark withdrew',)
    """
    room = (_WIDTH - 2 * _MARGIN) / (size * (1.08 if bold else 1.0))
    lines, line = [], ""
    for word in _pieces(plain(text), room):
        longer = f"{line} {word}".strip()
        if line and _measure(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        last = lines[most - 1]
        while last and _measure(f"{last}…") > room:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return tuple(lines)


def amount(quantity: Quantity, language: str) -> str:
    """Return a number as it was said, with its sign: exactly, about, more than."""
    if quantity.value is None:
        return plain(quantity.text)
    return _SIGNS.get(quantity.qualifier, "") + format_decimal(quantity.value, locale=language)


def _foot(picture: Picture, words: dict[str, Any], language: str) -> tuple[str, ...]:
    export = gather(picture)
    heads = list(export.reports.values())
    publishers = {source_name(head, export) for head in heads}

    def counted(what: str, number: int) -> str:
        return str(words[what][number != 1].format(n=number))

    of = words["of"].format(day=day_in_words(picture.as_of, language))
    known = words["known"].format(day=day_in_words(picture.known_at.date(), language))
    found = words["sources"].format(
        reports=counted("report", len(heads)), publishers=counted("publisher", len(publishers))
    )
    return f"{of}, {known}", f"{found} · missionwatch"


def _date(claim: Claim, as_of: date, language: str) -> str:
    first, last = days(claim.statement)
    said = first or last
    if said is not None:
        return day_in_words(min(as_of.fromisoformat(said), as_of), language)
    return day_in_words(claim.first or as_of, language)


def _name(ref: EntityRef, language: str) -> str:
    name = register.load().name(ref.id, language) if ref.id is not None else None
    return name or name_of(ref)


def _pieces(text: str, room: float) -> Iterable[str]:
    """Yield the words; one longer than a line in pieces."""
    for word in text.split():
        rest = word
        while _measure(rest) > room:
            cut = max(1, next(n for n in range(len(rest), 0, -1) if n == 1 or _measure(rest[:n]) <= room))
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _measure(text: str) -> float:
    return sum(
        0.31 if sign in _NARROW else 0.92 if sign in _WIDE else 1.0 if ord(sign) >= 0x1100 else 0.68 if sign.isupper() else 0.55
        for sign in text
    )  # fmt: skip


@cache
def _phrases(language: str) -> dict[str, Any]:
    return tomli.loads((_FOLDER / "phrases" / f"{language}.toml").read_text("utf-8"))


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_FOLDER / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _style(name: str) -> str:
    return re.sub(r"\s*\n\s*", "", (_FOLDER / "templates" / name).read_text("utf-8")).strip()


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

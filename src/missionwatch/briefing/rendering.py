"""A briefing as Markdown or as one self-contained HTML page. Whatever a report says, here it is text and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from missionwatch.briefing.patterns import load

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.records import Briefing, Footnote

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(briefing: Briefing) -> str:
    """Return the briefing as Markdown with footnotes."""
    text = load(briefing.language)["text"]
    levels = load(briefing.language)["level"]
    lines = [f"# {_plain(briefing.title)}", "", f"*{_plain(briefing.known)}*", ""]
    for section in briefing.sections:
        badge = f" · {text['level_word']}: {levels[section.badge]}" if section.badge else ""
        lines += [f"{'#' * section.level} {_plain(section.heading)}{badge}", ""]
        lines += [f"- {_plain(s.text)}{''.join(f'[^{n}]' for n in s.notes)}" for s in section.sentences]
        lines += [""] if section.sentences else []
    if briefing.unknown:
        lines += [f"## {text['unknown']}", "", f"*{text['note_unknown']}*", ""]
        lines += [*(f"- {_plain(line)}" for line in briefing.unknown), ""]
    lines += [f"## {text['notes']}", ""]
    lines += [_markdown_note(note, briefing.language) for note in briefing.footnotes]
    return "\n".join(lines).rstrip() + "\n"


def to_html(briefing: Briefing) -> str:
    """Return the briefing as one HTML page that loads nothing from outside."""
    phrases = load(briefing.language)
    return environment().get_template("briefing.html").render(
        briefing=briefing, text=phrases["text"], levels=phrases["level"],
        day=lambda day: _day(day, briefing.language, phrases["text"]["undated"]),
        notes={note.number: note for note in briefing.footnotes}, safe_url=_safe_url,
    )  # fmt: skip


def environment() -> Environment:
    """Return what fills the templates: everything is escaped, and a name that nobody gives is a fault."""
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _markdown_note(note: Footnote, language: str) -> str:
    when = _day(note.published, language, load(language)["text"]["undated"])
    url = f" <{note.url}>" if _safe_url(note.url) else ""
    return f"[^{note.number}]: “{_plain(note.quote)}” — {_plain(note.publisher)}, *{_plain(note.title)}*, {when} ({note.graded}).{url}"


def _day(day: date | None, language: str, undated: str) -> str:
    return str(format_date(day, "d MMMM y", locale=language)) if day is not None else undated


def _safe_url(url: str | None) -> bool:
    return url is not None and re.fullmatch(r"https?://[^\s<>\"]+", url) is not None


def _plain(text: str) -> str:
    """Return text in which no sign is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

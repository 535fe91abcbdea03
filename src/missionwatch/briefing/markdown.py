"""A briefing as Markdown with footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import day, grading, plain, quoted, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Briefing, Footnote, Section, Sentence, Standing

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(briefing: Briefing) -> str:
    """Return the briefing as Markdown with footnotes; whatever a report says is text and no markup."""
    phrases = load(briefing.language)
    text: dict[str, str] = phrases["text"]
    lines = [
        f"# {_escaped(briefing.title)}",
        "",
        f"*{_escaped(briefing.marking)} · {briefing.dated} · {briefing.known}*",
        "",
    ]
    for line in briefing.opening:
        lines += [_escaped(line), ""]
    for section in briefing.sections:
        lines += _section(section, phrases, prose=briefing.prose)
    if briefing.unknown:
        lines += [f"## {text['unknown']}", "", f"*{text['note_unknown']}*", ""]
        lines += [*(f"- {_escaped(line)}" for line in briefing.unknown), ""]
    for line in filter(None, briefing.closing):
        lines += [_escaped(line), ""]
    lines += [f"## {text['notes']}", "", " ".join(_escaped(line) for line in grading(briefing.language)), ""]
    lines += [_note(note, briefing.language) for note in briefing.footnotes]
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section, phrases: dict[str, Any], *, prose: bool) -> Iterator[str]:
    badge = f" · {phrases['text']['badge'].format(phrases['level'][section.badge])}" if section.badge else ""
    if section.heading:
        yield from (f"{'#' * section.level} {_escaped(section.heading)}{badge}", "")
    if section.standings:
        text = phrases["text"]
        heads = [text[key] for key in ("mission", "level_head", "trend_head", "sureness_head", "reasons_head")]
        yield from (f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}")
        yield from (_standing(one, phrases) for one in section.standings)
        yield ""
    if section.sentences:
        said = [_sentence(one) for one in section.sentences]
        yield from (
            [" ".join(said)] if (prose if section.prose is None else section.prose) else [f"- {one}" for one in said]
        )
        yield ""


def _standing(one: Standing, phrases: dict[str, Any]) -> str:
    cells = [
        _escaped(one.mission), phrases["level"][one.level], phrases["trend"][one.trend or "unknown"],
        phrases["sureness"][one.sureness], " ".join(_sentence(reason) for reason in one.reasons) or phrases["text"]["no_reasons"],
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _sentence(one: Sentence) -> str:
    return f"{_escaped(one.text)}{''.join(f'[^{n}]' for n in one.notes)}"


def _note(note: Footnote, language: str) -> str:
    url = safe_url(note.url)
    end = f" <{url}>" if url else ""
    source = f"{_escaped(note.publisher)}, *{_escaped(note.title)}*, {day(note.published, language)} ({note.graded})."
    return f"[^{note.number}]: {_escaped(quoted(note, language))} — {source}{end}"


def _escaped(text: str) -> str:
    """Return text in which no sign is markup."""
    return _SPECIAL.sub(r"\\\1", plain(text))

"""Matters to alerts: what it is, since when, how sure, and the quotes that carry it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from missionwatch.briefing import Speaker, sentence
from missionwatch.briefing.plain import day as day_in_words
from missionwatch.records import Alert, Footnote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from missionwatch.alerts.matters import Matter
    from missionwatch.records import Claim, Picture, Reason, Subscription

_NOTES = 4  # quotes under an alert: one per voice
_REASONS = 2


@cache
def words(language: str) -> dict[str, Any]:
    """Return the words of alerts in a language; English where there are none."""
    every: dict[str, dict[str, Any]] = tomli.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))
    return every.get(language, every["en"])


def word(subscription: Subscription, matter: Matter, picture: Picture, *, made: datetime) -> Alert:
    """Return the alert on a matter in the subscription's language."""
    said, speaker = words(subscription.language), Speaker(picture, subscription.language)
    mission = next((m.mission for m in picture.missions if m.mission.id == matter.mission), None)
    name = speaker.names.entity(mission).text if mission is not None else said["general"]
    what = next((text for claim in matter.claims if (text := speaker.say(claim))), "")
    gaps: dict[str, str] = {"mission": name, "what": what, "source": matter.source or ""}
    if matter.concern is not None:
        gaps["level"] = speaker.phrases["level"][matter.concern.level]
        gaps["trend"] = said["trend_word"][matter.concern.trend]
    if matter.day is not None:
        gaps["day"] = _days(matter.day, subscription.language)
    return Alert(
        matter=matter.key, subscription=subscription.name, occasion=subscription.when, mission=matter.mission,
        title=sentence(said[subscription.when].format(**gaps))[:-1], text=" ".join(_more(matter, speaker, subscription.language)),
        since=matter.since, sure=_sure(matter, subscription.language), evidence=tuple(_evidence(matter, picture)), made=made,
    )  # fmt: skip


def _more(matter: Matter, speaker: Speaker, language: str) -> Iterator[str]:
    said = words(language)
    if matter.concern is not None:
        each = (_reason(reason, speaker, language) for reason in matter.concern.reasons)
        reasons = [text for text in each if text][:_REASONS]
        if reasons:
            yield said["because"].format(reasons="; ".join(reasons))
        if matter.concern.earlier is not None:
            yield said["was"].format(level=speaker.phrases["level"][matter.concern.earlier])
    if matter.source is not None:
        yield said["silent"].format(day=day_in_words(matter.since, language)) if matter.since else said["never"]
    elif matter.since is not None:
        yield said["since"].format(day=day_in_words(matter.since, language))
    if matter.concern is None and any(claim.disputed or claim.against for claim in matter.claims):
        yield said["disputed"]


def _reason(reason: Reason, speaker: Speaker, language: str) -> str | None:
    """Return a reason in words: what its claim says, or what its dataset counts, named as such."""
    if reason.claim is not None:
        return speaker.say(reason.claim)
    tempo = reason.tempo
    if tempo is None or tempo.since is None:
        return None
    said, near = words(language), tempo.near
    where = said["within"].format(km=f"{near.km:g}", place=near.name) if near.km is not None else ""
    count = said["counted"].format(
        dataset=said["dataset"][tempo.source], n=tempo.incidents, weeks=tempo.window, since=day_in_words(tempo.since, language),
        where=where or said["inside"].format(place=speaker.names.country(near.country or "").text or near.name),
    )  # fmt: skip
    usual = tempo.usual
    return str(
        count if usual is None else count + said["usually"].format(low=f"{usual.low:.0f}", high=f"{usual.high:.0f}")
    )


def _sure(matter: Matter, language: str) -> str:
    said = words(language)
    if matter.concern is not None:
        return str(said["sure_level"].format(sureness=said["sureness_word"][matter.concern.sureness]))
    if not matter.claims:
        return str(said["sure_source"])
    claim = matter.claims[0]
    voices = said["voice"][claim.voices != 1].format(n=claim.voices)
    return str(said["sure_claim"].format(credibility=claim.credibility, voices=voices))


def _evidence(matter: Matter, picture: Picture) -> Iterator[Footnote]:
    voices: set[str] = set()
    for claim, statement in ((c, s) for c in matter.claims for s in c.support):
        head = picture.reports.get(statement.report)
        if head is None or head.voice in voices or len(voices) >= _NOTES:
            continue
        voices.add(head.voice)
        source = picture.theatre.source(head.source)
        yield Footnote(
            number=len(voices), quote=" ".join(statement.evidence.quote.split()), title=head.title,
            publisher=head.publisher or source.name, published=head.published, statement=statement.id, report=head.id,
            graded=_graded(source.reliability, claim), url=head.url,
        )  # fmt: skip


def _graded(reliability: str, claim: Claim) -> str:
    return f"{reliability}{claim.credibility}"


def _days(days: tuple[str, str], language: str) -> str:
    first, last = (day_in_words(date.fromisoformat(day), language) for day in days)
    return first if first == last else f"{first} – {last}"

"""What is not known: lines on what the reports do not say. They claim nothing about the world."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from missionwatch.briefing.sentences import Speaker
    from missionwatch.records import Concern, Picture


def counted(picture: Picture, speaker: Speaker, concerns: Mapping[str, Concern]) -> Iterator[str]:
    """Yield a line for each mission in whose level an event dataset counts: no report states it, so no sentence can."""
    for mission in picture.missions:
        concern = concerns.get(mission.mission.id or "")
        found = {r.tempo.source.upper() for r in concern.reasons if r.tempo is not None} if concern is not None else ()
        if found:
            name = speaker.names.title(mission.mission)
            yield speaker.phrases["text"]["event_data"].format(mission=name, datasets=", ".join(sorted(found)))


def unknown(picture: Picture, speaker: Speaker) -> Iterator[str]:
    """Yield a line for each thing one would want to know of a mission and no report says."""
    text, names = speaker.phrases["text"], speaker.names
    own = names.country(picture.theatre.own).text
    for mission in picture.missions:
        name = names.title(mission.mission)
        told = (mission.lead, mission.strength, mission.contributions, mission.developments, mission.periods)
        if not any(told):
            yield text["no_reports"].format(mission=name)
            continue
        if mission.state == "ended":
            continue
        if not mission.strength:
            yield text["no_strength"].format(mission=name)
        if not mission.lead:
            yield text["no_lead"].format(mission=name)
        if not mission.own:
            yield text["no_own"].format(mission=name, own=own)
        elif not any(p.statement.subject == "contribution" for p in mission.periods):
            yield text["no_end"].format(mission=name)

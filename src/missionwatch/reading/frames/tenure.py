"""Whether what is prolonged, begins or ends is a mission, its mandate or a part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import in_office

if TYPE_CHECKING:
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match

_LASTING = ("mission", "mandate", "contribution")


def of_tenure(match: Match, pack: Pack) -> bool:
    """Say whether a match is of what has a term: "renewed the mandate"; not: renewed its support for the mission, the commander stays on."""
    clause = match.clause
    ends = match.phrase is None and match.frame.name == "ends" and not clause.passive
    if ends and any(p.is_people and p.number is not None for p in clause.subjects) and not clause.objects:
        return False  # three peacekeepers of the mission died on Monday
    ended = clause.objects[0] if ends and clause.objects else None
    lasting = ended is None or match.fixed or ended.noun in _LASTING or ended.owned or bool(ended.refs_of("mission"))
    if ended is not None and not lasting and ended.words & pack.classes_of("undertaking"):
        return False  # completed the handover of its posts
    verbal = match.phrase is None and not clause.passive and match.frame.type == "extend"
    extended = clause.objects[:1] if verbal else []
    if any(p.triggers and p.noun not in _LASTING and not p.refs for p in extended):
        return False
    if verbal and not extended and any(map(in_office, clause.subjects)):
        return False
    noun = [match.phrase] if match.phrase is not None else []
    if any(p.noun in _LASTING or any(r.kind == "mission" for r in p.refs) for p in (*match.reach(), *noun)):
        return True
    return any(p.owned and p.words & pack.classes_of("tenure_noun") for p in clause.subjects)  # its last day

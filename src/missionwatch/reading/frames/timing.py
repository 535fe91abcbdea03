"""When an event happens, and whether it has: its own times, those beside it, and what is only to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames import unsettled
from missionwatch.reading.frames.dating import announced_for, beside, forward, said_then, sooner
from missionwatch.reading.frames.roles import TROOP_MOVES
from missionwatch.reading.frames.wanting import asks_to, demanded

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import Modality


def timed(builder: Builder, match: Match, sentence: Sentence, fields: dict[str, Any]) -> None:
    """Add when an event happens, and whether it is a plan where its own clause says so."""
    kind, clause = match.frame.type, match.clause
    moving = kind in TROOP_MOVES and match.phrase is not None and match.modality == "actual" and not match.light
    if moving and match.phrase in clause.subjects + clause.objects and clause.modality in _NOT_YET:
        match.modality = clause.modality  # its departure may be brought forward
    elif moving and unsettled.weighed(match, builder.pack, sentence.tokens):
        match.modality = "possible"  # the departure of X risks …
    if match.modality == "actual" and (unsure := _supposed(match, builder.pack, sentence)) is not None:
        match.modality = unsure
    own = match.times if kind != "condemn" else [t for t in match.times if not _of_the_deed(match, t)]
    times = [t for t in own if kind != "extend" or not (t.duration or builder.ends(t, match))]
    if kind == "demand":
        to_do = match.phrase is None and asks_to(match, sentence.tokens)  # asks Mali to hold elections before July
        times = [t for t in times if t.relation not in (_BY_WHEN if to_do else _GIVEN)]
    days = [t for t in times if t.relation in ("at", "before") and not t.duration]
    times = days or times if any(t.relation == "since" for t in times) else times  # in Mali since 2014, left in May
    times = times or announced_for(builder, match, sentence)
    kept = [t for t in own if kind != "extend" or t.relation == "until"] if kind != "demand" else times
    said = said_then(match, times)
    times, said = ([t for t in times if t not in said], []) if len(said) < len(times) else (times, said)
    onward = forward(match) or kind == "postpone" or (kept and not times)  # extended until June: the next one
    fields["time"] = builder.when(said or times or kept, forward=not said and bool(onward))
    telling = clause.parent if clause.link == "purpose" and clause.parent is not None else clause
    told = match.phrase is not None and "plan" in clause.attitudes and not (telling.present or telling.future)
    if onward and told:
        back = builder.when(times or kept, forward=False)
        if fields["time"] != back and not sooner(builder, fields["time"], back):
            fields["time"] = None  # had announced its withdrawal in February: the month of saying so
    if match.modality == "actual" and match.frame.modality is not None:
        fields["modality"] = match.frame.modality
    if match.modality != "actual":
        return
    if fields["time"] is None:
        fields["time"] = beside(builder, match.clause, sentence)
    held = match.phrase is None or (
        kind == "elect" and match.phrase in clause.subjects
    )  # elections take place on Sunday
    goes = kind in _AHEAD and match.frame.name not in _LASTING and held
    if goes and clause.present and not demanded(clause):
        coming = [t for t in times if not t.past or t.relation == "before"]
        begun = len(coming) == 1 and coming[0].relation == "since" and coming[0].needs_report_date
        begun = begun and not (coming[0].onward or coming[0].told)  # zet sinds mei … in
        ahead = builder.when([] if begun else coming, forward=True)
        if sooner(builder, ahead, fields["time"]):
            fields["time"], fields["modality"] = ahead, "planned"  # "vertrekt in juli"


def _supposed(match: Match, pack: Pack, sentence: Sentence) -> Modality | None:
    """Return how real it is what "zou" tells: "zou in mei vertrekken" is to come, "een vertrek zou een ramp zijn" only thought of."""
    clause, tokens = match.clause, sentence.tokens
    if clause.finite is None or "hearsay" not in tokens[clause.finite] or len(clause.verbs) != _WITH_INFINITIVE:
        return None
    if match.phrase is None:
        ahead = match.frame.type in _AHEAD | _DONE_ONCE and "infinitive" in tokens[clause.verbs[-1]]
        return "planned" if ahead and match.anchor == clause.verbs[-1] else None
    being = clause.lemmas.get(clause.verbs[-1]) in pack.plain_being
    return "conditional" if being and match.phrase in clause.subjects else None


_WITH_INFINITIVE = 2  # verbs of a clause: one that helps and its infinitive


def _of_the_deed(match: Match, time: TimeMention) -> bool:
    """Say whether a date is that of what somebody condemns: "condemned the attack on a convoy on 4 May"; not: "on Friday"."""
    if not any(sign.isdigit() for sign in time.text):
        return False
    deeds = [] if match.phrase is not None or match.clause.passive else match.clause.objects
    return any(p.triggers and match.anchor < p.first < time.last for p in deeds)


_BY_WHEN = frozenset({"before", "until"})  # no demand to do something is made at such a time: it is to be done by then
_GIVEN = frozenset({"until"})  # gave them until May: not asked until then
# States told as events: what lies still since March does so already.
_LASTING = frozenset({"stopped"})
# Events that the present tense tells of before they happen: "leaves in July".
_AHEAD = frozenset({
    "withdraw", "deploy", "reinforce", "suspend", "resume", "end", "extend", "reduce", "visit", "elect", "decide", "consult",
    "postpone", "agree", "resign", "appoint",
})  # fmt: skip
_DONE_ONCE = frozenset({"expel", "recall", "release", "sanction"})
_NOT_YET = frozenset({"planned", "possible", "required"})

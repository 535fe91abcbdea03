"""When something happens whose own clause does not say: the time of the clause beside it, counted from it, or ahead."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.days import Resolver, shifted
from missionwatch.reading.frames.roles import load_frames
from missionwatch.reading.frames.tokens import HEADING
from missionwatch.records import Relation, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence, Token


def beside(builder: Builder, clause: Clause, sentence: Sentence) -> When | None:
    """Return the time of the clause that another is joined to ("On Monday X came and Y left") or dates ("when …", "a day after …")."""
    if clause.coordinated is None and clause.link == "time" and (gap := _gap(clause, sentence)) is not None:
        return _counted_from(builder, clause, *gap)
    at = clause.opener if clause.link == "relative" and clause.opener is not None else -1
    by_which = at > 0 and at - 1 in clause.order and "preposition" in sentence.tokens[at - 1]  # at which … was stopped
    other = clause.coordinated or (clause.parent if clause.link == "time" or by_which else None)
    other = other or _when_met(builder, clause) or thrown(clause, builder.pack)
    if other is None or other.modality != "actual":
        return None
    told = [t for t in other.times if t.relation in ("at", "during")]
    near = [t for t in told if t.owned and t.last < clause.first and clause.link == "time"]
    return builder.when(near[-1:] or [t for t in told if not t.owned], forward=False)  # November's clash, when …


def thrown(clause: Clause, pack: Pack) -> Clause | None:
    """Return the clause that tells where and when a weapon was put or thrown that hit somebody: "a bomb planted in X on Friday killed ten"."""
    weapon = clause.subjects[0] if clause.subjects and not clause.passive else None
    if weapon is None or weapon.words.isdisjoint(pack.classes_of("weapon")):
        return None
    return next((c for c in clause.participles if c.passive and c.first in (weapon.last + 1, weapon.last + 2)), None)


def pass_up(clauses: Sequence[Clause], pack: Pack) -> None:
    """Give a day to come at the end of "the soldiers that it has there" to what is planned for them: "will recall … by the end of May"."""
    for clause in clauses:
        above = clause.parent if clause.link == "relative" and len(clause.verbs) == 1 else None
        if above is None or above.own_times or not (above.future or above.modality == "planned"):
            continue
        has = not pack.classes_of("having").isdisjoint(clause.lemmas.values())
        meant = [t for t in clause.own_times if t.relation in ("before", "at") and t.last >= clause.last - 1]
        if has and meant:
            above.times, above.own_times = [*above.times, *meant], meant
            clause.times = [t for t in clause.times if t not in meant]
            clause.own_times = [t for t in clause.own_times if t not in meant]


def pass_down(clauses: Sequence[Clause], pack: Pack) -> None:
    """Give what is told the day that is said before it alone: "It is ten days since X asked", "Voilà deux ans que X est parti"."""
    for clause in clauses:
        above = clause.parent if clause.link in _TOLD else None
        if above is None or len(above.times) != 1 or not _only_dates(above, pack):
            continue
        time, length = above.times[0], above.times[0].duration
        denied = above.negated and time.relation != "until"
        if denied or above.last != clause.first - 1 or any(t.relation == "at" for t in clause.own_times):
            continue
        if time.resolver is None and length is None:
            continue
        lasts = clause.present and (time.resolver is None or not above.lemmas)  # voilà dix ans que X est là
        relation: Relation = "since" if lasts else "at"
        meant = replace(time, relation=relation, past=time.past or time.resolver is None)
        if time.resolver is None and length is not None:
            meant = replace(meant, resolver=_back_by(length), needs_report_date=True, duration=None)
        elif clause.link == "cause":
            continue
        if above.modality == "planned":
            clause.modality, clause.future = "planned", True  # it will be in May that X leaves
        above.times, above.own_times = [], []
        clause.times, clause.own_times = [meant, *clause.times], [meant, *clause.own_times]


_TOLD = frozenset({"relative", "content", "cause", "time"})


def _back_by(length: str) -> Resolver:
    return lambda day, _forward: shifted(day, length, -1)


def _only_dates(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause says no more than when something was: "It was in May", "Ten days have passed"."""
    plain = pack.plain_being | pack.helping | pack.classes_of("elapsing")
    if clause.link != "main" or clause.future or not plain.issuperset(clause.lemmas.values()):
        return False
    return not any(p.refs or p.triggers or p.noun or p.named or p.unknown_name for p in clause.phrases)


def entry_of(sentence: Sentence, clauses: list[Clause]) -> list[TimeMention]:
    """Return the date that a sentence is and nothing else: the head of an entry in a chronology."""
    times = [t for c in clauses for t in c.times if t.relation == "at" and t.resolver is not None]
    if not times or sentence.part == "title":
        return []
    words = sum(token.is_word for token in sentence.tokens)
    head = [t for t in times if t.last < clauses[0].last + 1 == len(clauses[0].order)]
    signs = [t.text for t in sentence.tokens[clauses[0].last + 1 : clauses[0].last + 2]]
    if signs and signs[0] in HEADING and sum(t.last - t.first + 1 for t in head) == len(clauses[0].order):
        return head  # 8 May 2017: gunmen ambush a convoy
    return times if sum(t.last - t.first + 1 for t in times) >= words else []


def within_entry(clause: Clause, discourse: Discourse, tokens: Sequence[Token], months: Iterable[str]) -> None:
    """Count a day without a year from that of its entry in a chronology: in its year, else, told in the present, after it."""
    for time in clause.times if discourse.entry is not None and discourse.in_entry else ():
        if not time.needs_report_date or time.told or time.entry is not None or time.heads:
            continue
        if discourse.entry_ends is not None:
            time.base, time.heads = discourse.entry_ends, True  # 2017: op 15 oktober loopt MINUSTAH af
        elif any(t.low in months for t in tokens[time.first : time.last + 1]):
            time.base = discourse.entry
            time.entry = discourse.entry if clause.present else None
    _long_ago(clause, discourse, tokens, months)


def _long_ago(clause: Clause, discourse: Discourse, tokens: Sequence[Token], months: Iterable[str]) -> None:
    """Count a day without a year from one long past just told with its year: "on 10 June 1999 … On 12 June KFOR marched in"."""
    published = discourse.report.published
    for time in clause.times if published is not None else ():
        if time.resolver is None or time.told or time.base is not None or time.entry is not None or time.heads:
            continue
        if not time.needs_report_date:
            discourse.past_day = _day_of(time, published) if time.relation == "at" else discourse.past_day
        elif not any(t.low in months for t in tokens[time.first : time.last + 1]):
            discourse.past_day = None  # yesterday: that is of now
        elif discourse.past_day is not None and time.relation == "at" and not (clause.present or clause.future):
            time.entry = discourse.past_day
            discourse.past_day = _day_of(time, published)
            time.entry = time.entry if discourse.past_day is not None else None


def _day_of(time: TimeMention, published: date | None) -> date | None:
    """Return the day that a time names, where it lies long before the report."""
    when = time.when(published, forward=False)
    day = date.fromisoformat(when.edtf) if when is not None and when.edtf and _DAY.fullmatch(when.edtf) else None
    return day if day is not None and published is not None and (published - day).days > _YEAR else None


_DAY, _YEAR = re.compile(r"\d{4}-\d\d-\d\d"), 366


def counted_from(time: TimeMention, told: tuple[date, date] | None) -> date | None:
    """Return the day from which a time is counted: the one told last; "that month" is the month of what was told last."""
    if told is None or not time.same or time.resolver is None:
        return told[0] if told is not None and told[0] == told[1] else None
    whole = time.resolver(told[0], False)
    return told[0] if whole is not None and whole[1] <= told[0] and told[1] <= whole[2] else None


def under_head(clauses: Iterable[Clause], head: Sequence[TimeMention], day: When | None) -> None:
    """Let clauses without a day be of that of their entry: "15 September 2014: MINUSCA takes over"."""
    whole_year = day is not None and day.edtf is not None and day.edtf.isdigit()
    told = list(head)
    for clause in clauses:
        within = [t for t in clause.times if t not in head]
        if head and not clause.times and clause.link == "main":
            clause.times = clause.own_times = list(told)
        elif whole_year:
            told = [t for t in within if t.relation == "at" and t.resolver is not None] or told


def only_then(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Let what was not done until some day be done then: "France did not leave until June"; but who does not stay until June leaves."""
    marks = pack.classes_of("only_then")
    until = [
        t for t in clause.times if t.relation == "until" and tokens[t.first].low in marks and t.resolver is not None
    ]
    if not until or not clause.negated or clause.finite is None or until[0].first < clause.finite:
        return
    done = {load_frames()[f].type for f in clause.opened(pack)}
    if done & _AT_ONCE and not done & _LASTING:
        until[0].relation, clause.negated = "at", False


_AT_ONCE = frozenset({"withdraw", "deploy", "decide", "approve", "appoint", "release", "agree", "resume", "elect"})
_LASTING = frozenset({"extend", "suspend", "support"})


def as_told(time: TimeMention, clause: Clause, day: date | None) -> When | None:
    """Return when a clause says that something is: what it tells in the present tense may lie ahead ("leaves in May")."""
    when = time.when(day, forward=clause.future or clause.modality != "actual")
    if not clause.present or clause.modality != "actual" or time.past or time.relation != "at":
        return when
    ahead = time.when(day, forward=True)
    return ahead if _nearer(day, ahead, when) else when


def _when_met(builder: Builder, clause: Clause) -> Clause | None:
    """Return what says before a clause when those met who do what it tells: "Réunis dimanche à Abuja, ils ont imposé …"."""
    before = [c for c in builder.clauses if c.parent is clause and c.reduced and c.first < clause.first]
    return next((c for c in before if "convene" in c.opened(builder.pack)), None)


def _gap(clause: Clause, sentence: Sentence) -> tuple[str, int] | None:
    """Return how long what a clause tells lies before (or after) what governs it: "two weeks after X left"."""
    opener = clause.opener
    before = clause.parent.times if clause.parent is not None else []
    length = next((t.duration for t in before if opener is not None and t.last == opener - 1), None)
    if opener is None or length is None:
        return None
    word = sentence.tokens[opener]
    return (length, -1) if "later_than" in word else (length, 1) if "earlier_than" in word else None


def _counted_from(builder: Builder, clause: Clause, length: str, sign: int) -> When | None:
    """Return the day that lies a length of time from that of the clauses above."""
    above = clause.parent
    while above is not None:
        when = builder.when([t for t in above.times if t.relation == "at"], forward=False)
        if when is not None and when.earliest is not None:
            edtf, first, last = shifted(date.fromisoformat(when.earliest), length, sign)
            return When("at", edtf, first.isoformat(), last.isoformat(), when.text)
        above = above.parent or above.coordinated
    return None


def overtaken(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause tells an end that what governs it puts off: "the mandate, which was to end in June, was extended"."""
    above = clause.parent if clause.link in ("relative", "purpose") else None
    aside = above is not None and clause.link == "purpose" and above.link == "main"
    if aside and above is not None and (above.finite or 0) < clause.first:
        return False  # has been extended to …, not: the mandate, due to end in June, was extended
    told = above if clause.link == "purpose" and not aside and above is not None else clause  # was due | to end
    if not aside and (told.present or told.future):
        return False  # which now expires in June
    while above is not None:
        if "extend" in above.opened(pack) and not above.negated:
            return True
        above = above.parent
    return False


def sooner(builder: Builder, ahead: When | None, back: When | None) -> bool:
    """Say whether a date lies ahead of the report, and nearer to it than the same date behind it."""
    return _nearer(builder.report.published, ahead, back)


def _nearer(day: date | None, ahead: When | None, back: When | None) -> bool:
    """Say whether a date lies ahead of a day, and nearer to it than the same date behind it."""
    coming, gone = (_bound(when) for when in (ahead, back))
    if day is None or coming is None or coming <= day:
        return False
    sure = gone is None or gone == coming or (ahead is not None and ahead.relation == "before")  # leaves before June
    return sure or (
        gone is not None
        and ahead is not None
        and coming - day < (_AHEAD if ahead.relation in ("at", "since") else 1) * (day - gone)
    )


_AHEAD = (
    2  # how much further off a day to come may be than the same day behind it: the present tense rather looks ahead
)


def _bound(when: When | None) -> date | None:
    """Return the day from which a time counts, or before which something is to be done."""
    said = when.earliest or (when.latest if when.relation == "before" else None) if when is not None else None
    return date.fromisoformat(said) if said else None


def announced_for(builder: Builder, match: Match, sentence: Sentence) -> list[TimeMention]:
    """Return the day that something is announced for: "the withdrawal has been announced for 9 April"."""
    clause, marks = match.clause, builder.pack.relations
    if match.phrase is None or match.phrase not in clause.objects or "plan" not in clause.attitudes:
        return []
    before = [(t, sentence.tokens[t.first - 1].low if t.first else "") for t in clause.times]
    return [t for t, word in before if "for" in marks.get((word,), ())]


def not_begun(builder: Builder, match: Match, fields: dict[str, Any]) -> bool:
    """Say whether a mission that only goes without saying began later than what is told: it is not meant."""
    mission, time = fields["roles"]["mission"][0], fields.get("time")
    entry = builder.discourse.register.mission(mission.id)
    if entry is None or not entry.start or time is None or time.latest is None:
        return False
    said = any(r.id == mission.id for p in (*match.clause.phrases, *match.reach()) for r in p.refs)
    return not said and time.latest < entry.start


def forward(match: Match) -> bool:
    """Say whether what a match tells lies ahead, so that its dates do."""
    begins = match.clause.present and "begin" in match.clause.attitudes  # the withdrawal begins in January
    ahead = match.ahead or match.clause.future or begins or match.frame.modality == "planned"
    return ahead or match.modality in ("planned", "required", "possible", "conditional")


def just_said(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether an infinitive tells what somebody has just promised or decided to do: "a promis de partir en juin"; not: "avait promis"."""
    above = clause.parent if clause.link == "purpose" else None
    said = tokens[above.finite] if above is not None and above.finite is not None else None
    return said is not None and "perfect" in said and "had" not in said and not (above is not None and above.times)


def promised_for(match: Match, sentence: Sentence) -> bool:
    """Say whether the day beside a promise is that of what is promised: "has promised to relieve X in June", not "promised in June …"."""
    clause, tokens = match.clause, sentence.tokens
    done = [t for aim in clause.aims for t in aim.times]
    behind = [t for t in clause.times if any("participle" in tokens[v] and v < t.first for v in clause.verbs[:-1])]
    return match.frame.modality == "planned" and any(t in match.times for t in (*done, *behind))


def said_then(match: Match, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the times that are those of the saying, not of what is planned: "kondigde op 30 januari aan …", "besloot vrijdag …"."""
    clause, at = match.clause, match.clause.finite
    told = at is not None and match.anchor != at and match.phrase is None and not (clause.present or clause.future)
    if at is None or not told or match.modality != "planned" or "plan" not in clause.attitudes:
        return []
    if clause.modality == "planned":
        return []  # will decide in April
    return [t for t in times if at < t.first <= at + _NEXT or t.last == at - 1]


_NEXT = 2  # tokens: "besloot vrijdag", "besloot op vrijdag"


def to_come(builder: Builder, match: Match, told: When | None) -> dict[str, Any]:
    """Return the day to come that the present tense tells: "sends 40 soldiers in May"."""
    coming = builder.when([t for t in match.times if not t.past and (t.relation == "at" or t.onward)], forward=True)
    return {"time": coming, "modality": "planned"} if sooner(builder, coming, told) else {}


def of_document(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a time is that of a report named in brackets, not of what happened: "(report of 7 February)"."""
    if first > 1 and tokens[first - 1].text == "(" and "number" in tokens[first - 2]:
        return True  # resolution 2359 (2017)
    inside = list(
        itertools.takewhile(lambda t: t.text != "(", reversed(tokens[max(0, first - _IN_BRACKETS) : first + 1]))
    )
    opened = len(inside) <= min(first, _IN_BRACKETS) and not any(t.text == ")" for t in inside)
    return opened and any("document_noun" in t for t in inside)


_IN_BRACKETS = 16  # tokens between a bracket and a time in it


def that_day(clause: Clause, times: Iterable[TimeMention], tokens: Sequence[Token]) -> list[TimeMention]:
    """Return the day right before a clause that says what was then: "in December 1996, when SFOR began"; not: after it began."""
    if not _APART.isdisjoint(tokens[clause.first].classes):
        return []
    then = (t for t in times if clause.link == "time" and t.relation in ("at", "since") and t.resolver is not None)
    return [t for t in then if clause.first - t.last in _BEFORE]


_APART = frozenset({"later_than", "earlier_than"})
_BEFORE = (1, 2)  # tokens, with or without a comma


def of_today(published: date, text: str) -> When:
    """Return the report's own day, for what a live report tells under a clock time."""
    day = published.isoformat()
    return When("at", day, day, day, text)

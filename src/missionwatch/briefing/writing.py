"""What a briefing says, in which order, and with which footnotes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from missionwatch.briefing.patterns import sentence
from missionwatch.briefing.sentences import Speaker, Spoken
from missionwatch.records import Briefing, Footnote, Section, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.records import CalendarDay, Change, Claim, Concern, MissionPicture, Picture, Statement

_NOTES = 4  # at most so many footnotes to a sentence: one per voice, the most telling first
_RECENT = timedelta(days=14)
_DEVELOPMENTS = 12
_CHANGES = 15
_SUMMARY = 5


def write(
    picture: Picture, concerns: tuple[Concern, ...], *, language: str, changes: tuple[Change, ...] = ()
) -> Briefing:
    """Write the briefing on a picture; raise ``UnknownLanguageError`` where there are no phrases for the language."""
    return _Writer(picture, concerns, language).write(changes)


class _Writer:
    def __init__(self, picture: Picture, concerns: tuple[Concern, ...], language: str) -> None:
        self.picture, self.language = picture, language
        self.speaker = Speaker(picture, language)
        self.names, self.text = self.speaker.names, self.speaker.phrases["text"]
        self.concerns = {concern.mission: concern for concern in concerns}
        self.notes: dict[str, Footnote] = {}
        self.claims = _by_statement(picture)
        self.told: set[str] = set()  # claims the levels have told already

    def write(self, changes: tuple[Change, ...]) -> Briefing:
        picture, text = self.picture, self.text
        theatre = picture.theatre.title.get(self.language) or next(iter(picture.theatre.title.values()))
        sections = [
            self._section(text["summary"], 2, self._summary(), anchor="summary"),
            self._section(text["changes"], 2, self._changes(changes), anchor="changes"),
        ]
        for mission in picture.missions:
            sections.extend(self._mission(mission))
        sections.extend(self._general(picture.general))
        sections.append(self._section(text["presences"], 2, self._told(picture.presences), anchor="presences"))
        sections.append(self._section(text["calendar"], 2, self._calendar(picture.calendar), anchor="calendar"))
        date_ = self.names.day(picture.as_of)
        return Briefing(
            title=text["title"].format(theatre=theatre, date=date_), language=self.language, as_of=picture.as_of,
            known_at=picture.known_at, known=text["known"].format(known=self.names.day(picture.known_at.date())),
            sections=tuple(s for s in sections if s is not None), unknown=tuple(self._unknown()),
            footnotes=tuple(self.notes.values()),
        )  # fmt: skip

    # --- sections

    def _section(
        self, heading: str, level: int, spoken: Iterable[Spoken], *, badge: str | None = None, anchor: str | None = None
    ) -> Section | None:
        carried: dict[str, list[Statement]] = {}
        for one in spoken:  # what two claims would say in the same words is said once
            carried.setdefault(one.text, []).extend(one.statements)
        noted = ((text, self._noted(statements)) for text, statements in carried.items())
        sentences = [Sentence(text, notes) for text, notes in noted if notes]
        if not sentences and badge is None:
            return None
        return Section(heading=heading, level=level, sentences=tuple(sentences), badge=badge, anchor=anchor)

    def _summary(self) -> Iterator[Spoken]:
        for mission in self.picture.missions:
            yield from self._level(mission)
        recent = [
            claim for m in (*self.picture.missions, self.picture.general) for claim in m.developments
            if (claim.last or date.min) >= self.picture.as_of - _RECENT and claim.statement.modality == "actual"
        ]  # fmt: skip
        weights = {r.claim.id: r.counted for c in self.concerns.values() for r in c.reasons}
        recent.sort(key=lambda claim: (-weights.get(claim.id, 0.0), claim.id))
        for claim in [c for c in recent if c.id not in self.told][:_SUMMARY]:
            yield from self.speaker.tell(claim)[:1]

    def _level(self, mission: MissionPicture) -> Iterator[Spoken]:
        concern = self.concerns.get(mission.mission.id or "")
        if concern is None or concern.level == "none":
            return
        said = [(r.claim, text) for r in concern.reasons if (text := self.speaker.say(r.claim))][:2]
        if not said:
            return
        self.told.update(claim.id for claim, _ in said)
        words = self.speaker.phrases["level"][concern.level]
        reason = "; ".join(text for _, text in said)
        text = self.text["level"].format(mission=self.names.entity(mission.mission).text, level=words, reason=reason)
        yield Spoken(sentence(text), tuple(s for claim, _ in said for s in claim.support[:2]))

    def _changes(self, changes: tuple[Change, ...]) -> Iterator[Spoken]:
        patterns = self.speaker.phrases["change"]
        for change in changes[:_CHANGES]:
            claim = change.after or change.before
            said = self.speaker.say(claim) if claim is not None else None
            if claim is not None and said is not None:
                yield Spoken(sentence(patterns[change.kind].format(said)), claim.support)

    def _mission(self, mission: MissionPicture) -> Iterator[Section | None]:
        concern = self.concerns.get(mission.mission.id or "")
        slug = (mission.mission.id or "").partition(":")[2]
        profile = [
            *mission.lead,
            *mission.purpose,
            *mission.strength,
            *(p for p in mission.periods if p.statement.subject == "mission"),
        ]
        head = self._section(
            sentence(self.names.entity(mission.mission).text)[:-1],
            2,
            self._told(profile),
            badge=concern.level if concern else None,
            anchor=slug,
        )
        ends = [p for p in mission.periods if p.statement.subject == "contribution"]
        own_ends = [
            p for p in ends if any(r.country == self.picture.theatre.own for r in p.statement.role("contributor"))
        ]
        others = [c for c in mission.contributions if c not in mission.own] + [p for p in ends if p not in own_ends]
        judged = [*mission.assessments, *mission.options, *mission.questions]
        rest = [
            self._section(self._own_heading(), 3, self._told([*mission.own, *own_ends])),
            self._section(self.text["contributions"], 3, self._told(others)),
            self._section(self.text["posts"], 3, self._told(mission.posts)),
            self._section(self.text["developments"], 3, self._developments(mission.developments)),
            self._section(self.text["outlook"], 3, self._told(judged)),
            self._section(self.text["risks"], 3, self._told([*mission.risks, *mission.interests])),
        ]
        if head is not None and (head.sentences or any(rest)):
            yield head
            yield from rest

    def _general(self, general: MissionPicture) -> Iterator[Section | None]:
        concern = self.concerns.get("")
        judged = [*general.assessments, *general.options, *general.questions]
        rest = [
            self._section(self.text["developments"], 3, self._developments(general.developments)),
            self._section(self.text["posts"], 3, self._told(general.posts)),
            self._section(self.text["outlook"], 3, self._told(judged)),
            self._section(self.text["risks"], 3, self._told([*general.risks, *general.interests])),
        ]
        if any(rest):
            badge = concern.level if concern is not None else None
            yield Section(heading=self.text["general"], level=2, sentences=(), badge=badge, anchor="general")
            yield from rest

    def _own_heading(self) -> str:
        return str(self.speaker.phrases["body"]["own"].format(adj=self.names.adjective(self.picture.theatre.own)))

    def _told(self, claims: Iterable[Claim]) -> Iterator[Spoken]:
        for claim in claims:
            yield from self.speaker.tell(claim)

    def _developments(self, claims: tuple[Claim, ...]) -> Iterator[Spoken]:
        yield from self._told(claims[:_DEVELOPMENTS])
        rest = claims[_DEVELOPMENTS:]
        if rest:
            yield Spoken(self.text["more"].format(n=len(rest)), tuple(c.statement for c in rest))

    def _calendar(self, days: tuple[CalendarDay, ...]) -> Iterator[Spoken]:
        for day in days:
            what = self.speaker.say(day.claim)
            when = self.names.date(day.claim.statement.time).text
            if what is not None and when:
                text = what if when in what else self.text["calendar_line"].format(when=when, what=what)
                yield Spoken(sentence(text), day.claim.support)

    def _unknown(self) -> Iterator[str]:
        own = self.names.country(self.picture.theatre.own).text
        for mission in self.picture.missions:
            name = sentence(self.names.entity(mission.mission).text)[:-1]
            told = (mission.lead, mission.strength, mission.contributions, mission.developments, mission.periods)
            if not any(told):
                yield self.text["no_reports"].format(mission=name)
                continue
            if not mission.strength:
                yield self.text["no_strength"].format(mission=name)
            if not mission.lead:
                yield self.text["no_lead"].format(mission=name)
            if not mission.own:
                yield self.text["no_own"].format(mission=name, own=own)
            elif not any(p.statement.subject == "contribution" for p in mission.periods):
                yield self.text["no_end"].format(mission=name)

    # --- footnotes

    def _noted(self, statements: Iterable[Statement]) -> tuple[int, ...]:
        """Return the numbers of the footnotes for these statements: one per voice, the most telling first."""
        numbers: list[int] = []
        voices: set[str] = set()
        for statement in statements:
            head = self.picture.reports.get(statement.report)
            if head is None or head.voice in voices or len(numbers) >= _NOTES:
                continue
            voices.add(head.voice)
            numbers.append(self._note(statement).number)
        return tuple(sorted(set(numbers)))

    def _note(self, statement: Statement) -> Footnote:
        if statement.id not in self.notes:
            head = self.picture.reports[statement.report]
            source = self.picture.theatre.source(head.source)
            claim = self.claims.get(statement.id)
            self.notes[statement.id] = Footnote(
                number=len(self.notes) + 1, quote=" ".join(statement.evidence.quote.split()), title=head.title,
                publisher=head.publisher or source.name, published=head.published, statement=statement.id, report=head.id,
                graded=f"{source.reliability}{claim.credibility if claim is not None else 6}", url=head.url,
            )  # fmt: skip
        return self.notes[statement.id]


def _by_statement(picture: Picture) -> dict[str, Claim]:
    out: dict[str, Claim] = {}
    for mission in (*picture.missions, picture.general):
        for claims in (
            mission.lead, mission.purpose, mission.strength, mission.periods, mission.contributions, mission.posts,
            mission.developments, mission.assessments, mission.questions, mission.options, mission.risks, mission.interests,
        ):  # fmt: skip
            for claim in claims:
                out.update({s.id: claim for s in (*claim.support, *claim.against, *claim.corrected)})
    for claim in (*picture.presences, *(day.claim for day in picture.calendar)):
        out.update({s.id: claim for s in (*claim.support, *claim.against)})
    return out

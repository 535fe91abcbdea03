"""What a briefing says, in which order, and with which footnotes: the parts that a form (``forms.toml``) names."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from missionwatch.briefing.footnotes import Footnotes
from missionwatch.briefing.forms import form as form_of
from missionwatch.briefing.gaps import counted, unknown
from missionwatch.briefing.patterns import Words, sentence
from missionwatch.briefing.sentences import Speaker, Spoken
from missionwatch.picture import quoted
from missionwatch.records import LEVELS, Briefing, Section, Sentence, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from missionwatch.briefing.forms import MissionPart, Part
    from missionwatch.records import (
        BriefingForm,
        CalendarDay,
        Change,
        Claim,
        Concern,
        EntityRef,
        MissionPicture,
        Picture,
        Statement,
    )

_RECENT = timedelta(days=14)


def write(
    picture: Picture,
    concerns: tuple[Concern, ...],
    *,
    language: str,
    form: BriefingForm = "full",
    changes: tuple[Change, ...] = (),
    since: date | None = None,
    marking: str | None = None,
    signed: str | None = None,
    verbatim: frozenset[str] = frozenset(),
) -> Briefing:
    """Write the briefing on a picture; raise ``UnknownLanguageError`` where there are no phrases for the language.

    ``changes`` are those since ``since``; ``marking`` stands at the head of each page instead of "Compiled from open sources";
    ``signed`` is who signs a letter. ``verbatim`` are the ids of claims that are told in their source's own words.
    """
    return _Writer(picture, concerns, language, form, changes, since, verbatim).write(marking, signed)


class _Writer:
    def __init__(
        self,
        picture: Picture,
        concerns: tuple[Concern, ...],
        language: str,
        form: BriefingForm,
        changes: tuple[Change, ...],
        since: date | None,
        verbatim: frozenset[str],
    ) -> None:
        self.picture = picture = msgspec.structs.replace(picture, reports=quoted(picture, changes))
        self.language, self.changes, self.since = language, changes, since
        self.name, self.form = form, form_of(form)
        self.speaker, self.verbatim = Speaker(picture, language, verbatim), verbatim
        self.names, self.phrases = self.speaker.names, self.speaker.phrases
        self.text: dict[str, str] = self.phrases["text"]
        self.concerns = {concern.mission: concern for concern in concerns}
        self.notes = Footnotes(picture, self.form.notes)
        self.told: set[str] = set()  # claims the levels have told already

    def write(self, marking: str | None, signed: str | None) -> Briefing:
        picture, frame = self.picture, self.phrases["form"]
        day = self.names.day(picture.as_of)
        theatre = picture.theatre.title.get(self.language) or next(iter(picture.theatre.title.values()))
        gaps = {"theatre": Words(theatre), "date": Words(day)}
        sections = [section for part in self.form.parts for section in self._part(part) if section is not None]
        unknowns = (
            (*counted(picture, self.speaker, self.concerns), *unknown(picture, self.speaker))
            if self.form.unknown
            else ()
        )
        framed = self.form.framed
        return Briefing(
            title=self.names.fill(frame[self.name], gaps) or theatre, language=self.language, form=self.name, as_of=picture.as_of,
            known_at=picture.known_at, known=self.text["known"].format(known=self.names.day(picture.known_at.date())),
            dated=self.text["as_of"].format(date=day), marking=marking or frame["marking"], prose=self.form.prose,
            opening=(frame["salutation"], f"{self.names.fill(frame['opening'], gaps)} {frame['basis']}") if framed else (),
            closing=(frame["closing"], signed or "") if framed else (),
            sections=tuple(sections), unknown=self._unknown(unknowns),
            footnotes=tuple(self.notes.notes.values()),
        )  # fmt: skip

    def _unknown(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Return as many lines on what is not known as the form has room for, and how many more there are."""
        most = self.form.most.get("unknown", len(lines))
        if len(lines) <= most:
            return tuple(lines)
        n = Words(self.names.number(len(lines) - most + 1), many=True)
        return (*lines[: most - 1], sentence(self.names.fill(self.text["more_unknown"], {"n": n}) or ""))

    # --- the parts of a form

    def _part(self, part: Part) -> Iterator[Section | None]:
        match part:
            case "summary":
                yield self._section(self.text["summary"], 2, self._summary(), anchor=part)
            case "levels":
                yield self._levels()
            case "changes":
                head = self.text["changes"]
                if self.since is not None:
                    head = self.text["changes_since"].format(date=self.names.day(self.since))
                yield self._section(head, 2, self._cut(part, self._changes()), anchor=part)
            case "people":
                own = [spoken for mission in self.picture.missions for spoken in self._told(self._own(mission))]
                yield self._section(self.text["people"], 2, self._cut(part, own), anchor=part)
            case "missions":
                for mission in self.picture.missions:
                    yield from self._mission(mission)
            case "general":
                yield from self._general(self.picture.general)
            case "presences":
                spoken = self._cut(part, self._told(self.picture.presences), counted=True)
                yield self._section(self.text["presences"], 2, spoken, anchor=part)
            case "calendar":
                days = self._cut(part, self._calendar(self.picture.calendar))
                yield self._section(self.text["calendar"], 2, days, anchor=part)
            case "flash":
                yield self._section(self.text["summary"], 2, self._cut(part, self._flash()), anchor=part)

    def _section(
        self,
        heading: str,
        level: int,
        spoken: Iterable[Spoken],
        *,
        concern: Concern | None = None,
        anchor: str | None = None,
    ) -> Section | None:
        sentences = self._noted(spoken)
        if not sentences and concern is None:
            return None
        badge = concern.level if concern is not None else None
        return Section(heading=heading, level=level, sentences=sentences, badge=badge, anchor=anchor)

    def _noted(self, spoken: Iterable[Spoken]) -> tuple[Sentence, ...]:
        """Return sentences with their footnotes; what two claims would say in the same words is said once."""
        carried: dict[str, list[Statement]] = {}
        for one in spoken:
            carried.setdefault(one.text, []).extend(one.statements)
        noted = ((text, self.notes.numbers(statements)) for text, statements in carried.items())
        cited = self.speaker.cited
        return tuple(
            Sentence(text, notes, verbatim=any(quote in text for quote in cited)) for text, notes in noted if notes
        )

    def _cut(self, part: str, spoken: Iterable[Spoken], *, counted: bool = False) -> list[Spoken]:
        """Return as many different sentences as the form has room for, and where that is ``counted`` how many more there are."""
        known = list({one.text: one for one in spoken}.values())
        most = self.form.most.get(part, len(known))
        told, rest = known[:most], known[most:]
        if rest and counted:
            n = Words(self.names.number(len(rest)), many=len(rest) > 1)
            said = self.names.fill(self.text["more_unknown"], {"n": n})
            told.append(Spoken(sentence(said or ""), tuple(s for one in rest for s in one.statements[:1])))
        return told

    # --- levels

    def _levels(self) -> Section | None:
        rows = []
        for mission in self.picture.missions:
            concern = self.concerns.get(mission.mission.id or "")
            if concern is None:
                continue
            told = [spoken for claim in _claims(concern) if (spoken := self.speaker.tell(claim)[:1])][
                : self.form.reasons
            ]
            rows.append(
                Standing(
                    mission=self.names.title(mission.mission), level=concern.level, sureness=concern.sureness,
                    trend=concern.trend if concern.earlier is not None else None,
                    reasons=self._noted(one for spoken in told for one in spoken),
                )
            )  # fmt: skip
        if not rows:
            return None
        return Section(heading=self.text["levels"], level=2, sentences=(), anchor="levels", standings=tuple(rows))

    def _level(self, mission: MissionPicture) -> Iterator[Spoken]:
        concern = self.concerns.get(mission.mission.id or "")
        if concern is None or concern.level == "none":
            return
        telling = ((claim, text) for claim in _claims(concern) if (text := self.speaker.say(claim)))
        said = list(islice(telling, self.form.reasons))
        if not said:
            return
        self.told.update(claim.id for claim, _ in said)
        gaps = {
            "mission": self.names.entity(mission.mission),
            "level": Words(self.phrases["level"][concern.level]),
            "trend": Words(self.phrases["trend_of_level"][concern.trend] if concern.earlier is not None else ""),
            "reason": Words(self.phrases["body"]["semicolon"].join(text for _, text in said)),
        }
        pattern = self.text["level" if mission.mission.id else "level_at_large"]
        carried = tuple(s for claim, _ in said for s in self.speaker.support(claim)[:2])
        yield Spoken(sentence(self.names.fill(pattern, gaps) or ""), carried)
        if self.form.pivots:
            yield from self._pivot(mission.mission, concern)

    def _pivot(self, mission: EntityRef, concern: Concern) -> Iterator[Spoken]:
        pattern = self.text["pivot" if mission.id else "pivot_at_large"]
        for pivot in concern.pivots[:1]:
            reason = self.speaker.say(pivot.claim) if pivot.claim is not None else None
            if pivot.claim is not None and reason:
                gaps = {
                    "mission": self.names.entity(mission),
                    "level": Words(self.phrases["level"][pivot.without]),
                    "reason": Words(reason),
                }
                yield Spoken(sentence(self.names.fill(pattern, gaps) or ""), self.speaker.support(pivot.claim))

    def _summary(self) -> Iterator[Spoken]:
        for mission in self.picture.missions:
            yield from self._level(mission)
        yield from self._recent()[: self.form.most.get("summary", 5)]

    def _flash(self) -> Iterator[Spoken]:
        """Yield the severest levels, then what changed that counts most in a level, then what happened lately."""
        ranked = sorted(
            (m for m in self.picture.missions if m.mission.id in self.concerns),
            key=lambda m: -LEVELS.index(self.concerns[m.mission.id or ""].level),
        )
        levels = (spoken for mission in ranked for spoken in self._level(mission))
        yield from islice(levels, self.form.most.get("flash_levels", 2))  # the rest is not told
        told = {change.after.id for change in self.changes if change.after} & self.told
        weights = self._weights()
        yield from self._changes(leave=told, first=lambda claim: weights.get(claim.id, 0.0))
        yield from self._recent()

    def _recent(self) -> list[Spoken]:
        """Return what happened in the last fortnight and no level has told yet, the weightiest first."""
        recent = [
            claim for m in (*self.picture.missions, self.picture.general) for claim in m.developments
            if (claim.last or date.min) >= self.picture.as_of - _RECENT and claim.statement.modality == "actual"
        ]  # fmt: skip
        weights = self._weights()
        recent.sort(key=lambda claim: (-weights.get(claim.id, 0.0), claim.id))
        untold = {claim.id: claim for claim in recent if claim.id not in self.told}
        return [spoken for claim in untold.values() for spoken in self.speaker.tell(claim)[:1]]

    def _weights(self) -> dict[str, float]:
        """Return what each claim counts in the level in which it counts most."""
        out: dict[str, float] = {}
        for one in (reason for concern in self.concerns.values() for reason in concern.reasons):
            out[one.id] = max(one.counted, out.get(one.id, one.counted))
        return out

    def _changes(self, leave: Collection[str] = (), first: Callable[[Claim], float] | None = None) -> Iterator[Spoken]:
        """Yield what changed, the weightiest first, or by ``first``."""
        patterns = self.phrases["change"]
        changed = [(change, claim) for change in self.changes if (claim := change.after or change.before) is not None]
        if first is not None:
            changed.sort(key=lambda pair: -first(pair[1]))
        asked = {d.id for _, claim in changed for s in claim.support if (d := self.speaker.demand(s)) is not None}
        for change, claim in changed:
            if claim.id in leave:
                continue
            if claim.type == "demand" and all(s.id in asked for s in claim.support):
                continue  # what is demanded is told itself, with who demands it
            over = self.speaker.no_longer(claim) if change.kind == "ended" else None
            said = over or self.speaker.say(claim)
            if said is not None:
                text = said if over else patterns[change.kind].format(said)
                yield Spoken(
                    sentence(text), self.speaker.support(change.by if over and change.by is not None else claim)
                )

    # --- missions, and the theatre at large

    def _mission(self, mission: MissionPicture) -> Iterator[Section | None]:
        concern = self.concerns.get(mission.mission.id or "")
        lead = [spoken for part in self.form.lead for spoken in self._of_mission(part, mission)]
        head = self._section(
            self.names.title(mission.mission),
            2,
            lead,
            concern=concern,
            anchor=(mission.mission.id or "").partition(":")[2],
        )
        rest = [self._section(self._heading(part), 3, self._of_mission(part, mission)) for part in self.form.mission]
        if head is not None and (head.sentences or any(rest)):
            yield head
            yield from rest

    def _general(self, general: MissionPicture) -> Iterator[Section | None]:
        concern = self.concerns.get("")
        rest = [self._section(self._heading(part), 3, self._of_mission(part, general)) for part in self.form.mission]
        if any(rest):
            badge = concern.level if concern is not None else None
            yield Section(heading=self.text["general"], level=2, sentences=(), badge=badge, anchor="general")
            yield from rest

    def _heading(self, part: MissionPart) -> str:
        return self.names.own(self.picture.theatre.own, "own") if part == "own" else self.text[part]

    def _of_mission(self, part: MissionPart, mission: MissionPicture) -> list[Spoken]:
        """Return the sentences of one part of a mission."""
        match part:
            case "level":
                return list(self._level(mission))
            case "state":
                return list(self._state(mission))
            case "profile":
                periods = [p for p in mission.periods if p.statement.subject == "mission"]
                claims = [*mission.lead, *mission.purpose, *mission.strength, *periods]
            case "own":
                claims = self._own(mission)
            case "contributions":
                others = [c for c in mission.contributions if c not in mission.own]
                claims = [*others, *self._ends(mission, ours=False)]
            case "posts":
                claims = list(mission.posts)
            case "developments":
                return self._developments(mission.developments)
            case "outlook":
                claims = [*mission.assessments, *mission.options, *mission.questions]
            case "risks":
                claims = [*mission.risks, *mission.interests]
        return self._cut(part, self._told(claims), counted=True)

    def _own(self, mission: MissionPicture) -> list[Claim]:
        return [*mission.own, *self._ends(mission, ours=True)]

    def _ends(self, mission: MissionPicture, *, ours: bool) -> list[Claim]:
        """Return when contributions end, ours or those of others."""
        own = self.picture.theatre.own
        ends = [p for p in mission.periods if p.statement.subject == "contribution"]
        return [p for p in ends if any(r.country == own for r in p.statement.role("contributor")) == ours]

    def _state(self, mission: MissionPicture) -> Iterator[Spoken]:
        if mission.state_by and mission.state != "unknown":
            gaps = {"mission": self.names.entity(mission.mission)}
            said = self.names.fill(self.phrases["mission_state"][mission.state], gaps)
            carried = tuple(s for claim in mission.state_by for s in claim.support)
            yield Spoken(sentence(said or ""), carried)

    def _told(self, claims: Iterable[Claim]) -> Iterator[Spoken]:
        """Yield the sentences of claims: a part with its whole, and what one weighs for one mission at once."""
        every = list(claims)
        known = {claim.id for claim in every}
        weighed: dict[tuple[object, ...], list[Claim]] = {}
        for claim in every:
            if claim.predicate == "option" and claim.id not in self.verbatim:
                weighed.setdefault(_weighing(claim), []).append(claim)
        for claim in every:
            if claim.part_of in known:
                continue
            together = weighed.get(_weighing(claim), []) if claim.predicate == "option" else []
            if len(together) < 2:
                yield from self.speaker.tell(claim)
            elif claim is together[0] and (spoken := self.speaker.options(together)) is not None:
                yield spoken

    def _developments(self, claims: tuple[Claim, ...]) -> list[Spoken]:
        """Return the developments the form has room for, and how many more there are."""
        if self.form.days:
            since = self.picture.as_of - timedelta(days=self.form.days)
            claims = tuple(c for c in claims if (c.last or self.picture.as_of) >= since)
        if "level" in self.form.lead:  # the level has just told its reasons
            claims = tuple(c for c in claims if c.id not in self.told)
        most = self.form.most.get("developments", len(claims))
        told, rest = list(self._told(claims[:most])), claims[most:]
        if rest:
            n = Words(self.names.number(len(rest)), many=len(rest) > 1)
            said = self.names.fill(self.text["more"], {"n": n})
            told.append(Spoken(sentence(said or ""), tuple(c.statement for c in rest)))
        return told

    def _calendar(self, days: tuple[CalendarDay, ...]) -> Iterator[Spoken]:
        for day in days:
            what = self.speaker.say(day.claim)
            when = self.names.date(day.claim.statement.time)
            if what is None or not when:
                continue
            line = self.names.fill(self.text["calendar_line"], {"when": when, "what": Words(what)})
            yield Spoken(sentence(what if when.text in what else line or ""), self.speaker.support(day.claim))


def _claims(concern: Concern) -> Iterator[Claim]:
    """Yield the claims that make a level: event data are no statements, and carry no sentence."""
    return (reason.claim for reason in concern.reasons if reason.claim is not None)


def _weighing(claim: Claim) -> tuple[object, ...]:
    """Return what makes two options one sentence: the same holders, mission and certainty, and nothing disputed or denied."""
    statement = claim.statement
    plain = not (claim.against or claim.corrected or claim.disputed or "all" in statement.options)
    who = tuple(sorted((ref.id or ref.text, ref.body or "") for ref in statement.holders))
    mission = tuple(ref.id for ref in statement.role("mission"))
    doubt = (claim.stale, claim.credibility, all(s.hearsay for s in claim.support), statement.likelihood is None)
    return who, mission, statement.negated, statement.modality, *doubt, "" if plain else claim.id

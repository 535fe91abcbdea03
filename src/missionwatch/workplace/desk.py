"""The workplace and its desks: the book as one person may see it, and pictures of it that are worked out once."""

from __future__ import annotations

import time
from collections import OrderedDict, defaultdict
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from missionwatch import briefing, exchange, flow
from missionwatch.assessment import indicators_of, trended
from missionwatch.briefing import Speaker
from missionwatch.briefing.gaps import unknown
from missionwatch.clock import Clock, system_clock
from missionwatch.errors import MissionwatchError, NotAllowedError, TheatreError
from missionwatch.ledger import cleared, present
from missionwatch.ledger.topics import followed
from missionwatch.records import Query
from missionwatch.shelf import Shelf
from missionwatch.workplace.asked import Asked, Asker, Moment, Seen
from missionwatch.workplace.marking import Marking
from missionwatch.workplace.readings import Reading, reading_of
from missionwatch.workplace.tally import Count, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
    from pathlib import Path

    from missionwatch import tempo
    from missionwatch.briefing.sentences import Spoken
    from missionwatch.ledger import Ledger
    from missionwatch.people import People
    from missionwatch.records import (
        Briefing,
        Change,
        ChartMedia,
        Check,
        Claim,
        Concern,
        Hypothesis,
        Permission,
        Picture,
        ReplayDay,
        ReportHead,
        Results,
        Theatre,
        Weighing,
        WhatIf,
    )

Worked = TypeVar("Worked")
_EMBEDDED = 4  # vectors of reports made in passing by a search: each takes a hundredth of a second
_LOT, _PAUSE = 8, 0.1  # vectors made at a time beforehand, and the seconds left between for the pages
_DAYS, _WARMING = 365, 30  # days whose levels are worked out beforehand, and the seconds that may take
_KEPT = {"levels": 1_024}  # of each sort of work so many results stay: a replay is the levels of many days
_KEPT_ELSE = 64
_SETTLED = "settled"
_NUMBERS = count(1)


class _Stood(NamedTuple):
    """How far a book was followed, its head at its last booking but acts, and when its last booking was known."""

    size: int
    head: str
    last: datetime | None


class Workplace:
    """A ledger, the theatres followed on it, and what lies beside: event data, documents, the index of search.

    ``place`` is the ledger's file (or the state folder of a ledger that is none): what belongs to it lies beside it. ``day`` is the
    day that is shown where nobody says another, None for today. ``people`` are a team's;
    None where one person works alone.
    """

    def __init__(
        self,
        ledger: Ledger,
        theatres: Sequence[Theatre],
        *,
        place: Path,
        events: tempo.Archive | None = None,
        clock: Clock = system_clock,
        day: date | None = None,
        people: People | None = None,
    ) -> None:
        self.ledger = ledger
        self.theatres = {one.name: one for one in theatres}
        self.place = place
        self.events = events
        self.clock = clock
        self.day = day
        self.people = people
        self._kept: dict[str, OrderedDict[Hashable, object]] = defaultdict(OrderedDict)
        self._lock = Lock()
        self._stood = _Stood(-1, "", None)
        self._numbers: WeakKeyDictionary[Ledger, int] = WeakKeyDictionary()

    def desk(self, asker: Asker, theatre: str) -> Desk:
        """Return the desk of one who asks, at a theatre by name; raise ``TheatreError`` where it is not followed here."""
        followed = self.theatres.get(theatre)
        if followed is None:
            raise TheatreError(f"there is no theatre {theatre} here; there is {', '.join(self.theatres)}")
        return Desk(self, followed, asker)

    def warm(self) -> None:
        """Work out beforehand what the first pages will need: for a door that stays open. It changes nothing that is shown.

        First what today's pages need, then the levels of the days before, last the vectors of search. What cannot be worked out now is
        left: the page that needs it will say why.
        """
        whole, until = Asker(name="", may=frozenset()), time.monotonic() + _WARMING
        for name in self.theatres:
            at = self.desk(whole, name)
            moment = at.today()
            with suppress(MissionwatchError):
                at.course(moment)
                at.counts(moment)
                at.search(Query(words=name))
                first = max(at.span()[0], moment.as_of - timedelta(days=_DAYS))
                for back in range((moment.as_of - first).days + 1):
                    if time.monotonic() > until:
                        break
                    day = moment.as_of - timedelta(days=back)
                    for known in (day, None):  # as known on its evening, and as known now
                        at.levels(day, at.known_at(Moment(day, known)))
        with suppress(MissionwatchError):
            while flow.catch_up(self.ledger, self.beside("search"), _LOT) == _LOT:
                time.sleep(_PAUSE)

    def beside(self, what: str) -> Path:
        """Return the file or folder beside the ledger that keeps something of it (``mali.db.search``)."""
        return self.place.with_name(f"{self.place.name}.{what}")

    def stand(self, known_at: datetime | None = None) -> str:
        """Return what stands for the book as far as a picture goes: it stays the same while only acts (the audit log) are booked.

        With ``known_at``, as far as a picture goes that is known at that moment: once anything was booked later it stays the same,
        for a ledger learns nothing before what it knows.
        """
        last = self._stood.last
        if last is not None and known_at is not None and known_at < last:
            return _SETTLED
        with self._lock:
            size, head = self.ledger.size, self.ledger.head
            followed, stood, last = self._stood
            if size != followed:
                for booking in self.ledger.bookings(followed if followed >= 0 else max(size - 1, 0)):
                    last = booking.known_at
                    stood = head if followed < 0 or booking.kind != "act" else stood
                self._stood = _Stood(size, stood or head, last)
            return _SETTLED if last is not None and known_at is not None and known_at < last else self._stood.head

    def number(self, ledger: Ledger) -> int:
        """Return a number that stands for a ledger, or for what somebody may see of one: never that of another."""
        with self._lock:
            return self._numbers.setdefault(ledger, next(_NUMBERS))

    def once(self, key: Hashable, work: Callable[[], Worked], sort: str = "") -> Worked:
        """Return what ``work`` of a sort gives, worked out once for a key; of each sort the keys used longest ago are forgotten."""
        kept = self._kept[sort]
        with self._lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]  # type: ignore[return-value]  # what a key stands for has one type
        made = work()
        with self._lock:
            kept[key] = made
            while len(kept) > _KEPT.get(sort, _KEPT_ELSE):
                kept.popitem(last=False)
        return made


class Desk(Marking):
    """Where one person works: a theatre, and the ledger as that person may see it."""

    def __init__(self, workplace: Workplace, theatre: Theatre, asker: Asker) -> None:
        self.workplace = workplace
        self.theatre = theatre
        self.asker = asker
        self.ledger = cleared(workplace.ledger, asker.upto)
        self.number = workplace.number(present(self.ledger))  # those from whom nothing is hidden share what is kept

    def need(self, permission: Permission) -> None:
        """Raise ``NotAllowedError`` where the person may not do this."""
        if permission not in self.asker.may:
            raise NotAllowedError(f"{self.asker.name} may not do this: it needs the permission {permission!r}")

    def today(self) -> Moment:
        """Return the moment that is shown where nobody says another: the workplace's day, else today, as known now."""
        return Moment(self.workplace.day or self.workplace.clock().date())

    def span(self) -> tuple[date, date]:
        """Return the first day that a report in the book came out, and the desk's own day: between these the sliders go."""
        return self._once(("span",), self._span)

    def seen(self, moment: Moment) -> Seen:
        """Return the picture of a moment with its concerns, worked out once while the book stays the same."""
        return self._once(("seen", moment), lambda: self._see(moment), self.known_at(moment))

    def picture(self, moment: Moment) -> Picture:
        """Return the picture of a moment without what is judged of it: for pages that show single claims."""
        return self._once(
            ("picture", moment),
            lambda: flow.see(self.ledger, self.theatre, as_of=moment.as_of, known_at=self.known_at(moment)),
            self.known_at(moment),
        )

    def told(self, moment: Moment, language: str) -> Mapping[str, str]:
        """Return what each claim (id) of the picture of a moment says, in one sentence of a language."""
        return self._once(("told", moment, language), lambda: exchange.Wording(self.picture(moment), language))

    def further(self, claim: Claim, moment: Moment, language: str) -> tuple[Spoken, ...]:
        """Return the sentences that follow what a claim says: where reports differ, who denies it, what was corrected."""
        return tuple(self._speaker(moment, language).tell(claim)[1:])

    def unknown(self, moment: Moment, language: str, mission: str | None = None) -> tuple[str, ...]:
        """Return a line for each thing one would want to know of the missions, or of one (id), and no report says."""

        def work() -> tuple[str, ...]:
            picture = self.picture(moment)
            wanted = picture if mission is None else exchange.only(picture, mission)
            return tuple(unknown(wanted, self._speaker(moment, language)))

        return self._once(("unknown", moment, language, mission), work)

    def signals(self) -> dict[str, str]:
        """Return what each declared signal (id) means in words, as the theatre's indicators have it."""
        found = indicators_of(self.theatre)
        return {signal.id: signal.why for signal in found.signal}

    def changes(self, since: Moment, moment: Moment) -> tuple[Change, ...]:
        """Return what changed between two moments, the weightiest first."""
        return self._once(
            ("changes", since, moment),
            lambda: flow.compare(
                self.ledger, self.theatre, before=since.as_of, after=moment.as_of,
                known_before=self.known_at(since), known_after=self.known_at(moment),
            ),
        )  # fmt: skip

    def course(self, moment: Moment, weeks: int = 26) -> tuple[tuple[date, tuple[Concern, ...]], ...]:
        """Return the concerns at the ends of the last weeks (Sundays), each as known on its own evening, and those of the moment.

        A week's end is the same whatever day is looked at, so that another day redoes only what is new. The last are those of
        ``seen``: what the page shows, as it is known at the moment.
        """
        ends = week_ends(moment.as_of, weeks)
        return (
            *((day, self.levels(day, self.known_at(self.before(moment, day)))) for day in ends),
            (moment.as_of, self.seen(moment).concerns),
        )

    def levels(self, day: date, known_at: datetime) -> tuple[Concern, ...]:
        """Return the concerns of a day as known at a moment, without their trends."""

        def work() -> tuple[Concern, ...]:
            return flow.levels(self.ledger, self.theatre, as_of=day, known_at=known_at, events=self.workplace.events)

        later = (
            known_at if self.workplace.stand(known_at) == _SETTLED else None
        )  # what nothing was booked after is what stands now
        return self._once(("levels", day, later), work, known_at)

    def before(self, moment: Moment, since: date) -> Moment:
        """Return the moment on an earlier day to hold beside one: as known that evening, and never later than it."""
        return Moment(since, _at_most(since, moment.known))

    def search(self, query: Query) -> Results:
        """Return what a query finds in what the person may see; a few vectors are made on the way, so that meaning catches up."""
        return flow.search(self.ledger, query, index=self.workplace.beside("search"), embed=_EMBEDDED)

    def reading(self, report: str, moment: Moment) -> Reading:
        """Return what was read of a report (id) and what persons said of it, as known at a moment."""
        return reading_of(self.ledger, report, self.known_at(moment))

    def reports(self, moment: Moment) -> dict[str, ReportHead]:
        """Return the heads of the reports known at a moment that speak of its day or earlier ones, by id."""
        return self._once(("reports", moment), lambda: self._reports(moment))

    def counts(self, moment: Moment) -> dict[str, Count]:
        """Return how many statements each report (id) has, how many are reviewed, and how sure the rest is."""
        return self._once(("counts", moment), lambda: self._counts(moment))

    def claims(self, moment: Moment) -> dict[str, Claim]:
        """Return the claim of the picture of a moment that each statement (id) stands for, denies or is corrected in."""
        return self._once(("claims", moment), lambda: self._claims(moment))

    def weighed(self, claim: str, moment: Moment) -> tuple[Weighing, ...]:
        """Return why the claims whose id begins so have their credibility at a moment."""
        return self._once(
            ("weighed", claim, moment),
            lambda: flow.weigh(self.ledger, self.theatre, claim, as_of=moment.as_of, known_at=self.known_at(moment)),
        )

    def once(self, key: tuple[Hashable, ...], work: Callable[[], Worked]) -> Worked:
        """Return what ``work`` gives, worked out once while the book stays the same; for what one page alone shows."""
        return self._once(key, work)

    def replay(self, first: date, last: date, every: int, known: date | None = None) -> tuple[ReplayDay, ...]:
        """Return a theatre's levels from day to day, each as known on its own evening and never later than ``known``."""
        moment = Moment(last, known)
        return self._once(
            ("replay", first, moment, every),
            lambda: tuple(
                flow.replay(
                    self.ledger, self.theatre, first=first, last=last, every=every, known_at=self.known_at(moment),
                    of=self.levels,
                )
            ),
        )  # fmt: skip

    def retold(
        self, first: date, last: date, every: int, known: date | None, language: str
    ) -> dict[tuple[date, str], str]:
        """Return what the claims (id) that changed a level in a replay said on the day they did, in one sentence each."""
        moment = Moment(last, known)
        return self._once(
            ("retold", first, moment, every, language),
            lambda: dict(self._retold(self.replay(first, last, every, known), self.known_at(moment), language)),
        )

    def suppose(self, moment: Moment, hypothesis: Hypothesis) -> WhatIf:
        """Return what a hypothesis would mean for the picture of a moment; nothing is booked."""
        seen = self.seen(moment)
        return self._once(("suppose", moment, hypothesis), lambda: flow.suppose(seen.picture, hypothesis, seen.tempos))

    def brief(self, moment: Moment, asked: Asked, media: ChartMedia | None = None) -> Briefing:
        """Return the briefing of a moment as asked for, with the charts of its form where ``media`` says how they are drawn."""
        if media is not None:
            return self._brief(moment, asked, media)
        return self._once(("brief", moment, asked), lambda: self._brief(moment, asked, None))

    def check(self, moment: Moment, draft: Briefing) -> Check:
        """Return what the ledger says of each sentence of a draft, as of a moment."""
        said = briefing.paragraphs(draft)
        return self._once(
            ("check", moment, draft.language, draft.title, said),
            lambda: flow.read_back(
                said, draft.title, draft.language, self.ledger, self.theatre, as_of=moment.as_of,
                known_at=self.known_at(moment),
            ),
        )  # fmt: skip

    @property
    def shelf(self) -> Shelf:
        """Return what people keep beside this ledger."""
        return Shelf(self.workplace.beside("shelf"))

    def _retold(
        self, days: Sequence[ReplayDay], known_at: datetime, language: str
    ) -> Iterator[tuple[tuple[date, str], str]]:
        for one in days:
            changing = {reason.id for change in one.changed for reason in (*change.risen, *change.fallen)}
            if changing:
                moment = min(flow.end_of(one.day), known_at)
                seen = flow.see(self.ledger, self.theatre, as_of=one.day, known_at=moment)
                said = exchange.worded([claim for claim in seen.claims if claim.id in changing], seen, language)
                yield from (((one.day, claim), words) for claim, words in said.items())

    def _brief(self, moment: Moment, asked: Asked, media: ChartMedia | None) -> Briefing:
        seen, since = self.seen(moment), asked.since or briefing.since(asked.form, moment.as_of)
        made = flow.brief(
            seen.picture, seen.concerns, language=asked.language, form=asked.form, since=since,
            changes=self.changes(Moment(since, moment.known), moment) if since else (), marking=asked.marking or None,
            signed=asked.signed or None, series=self.course(moment) if media else (), media=media,
        )  # fmt: skip
        return self.marked(made)

    def known_at(self, moment: Moment) -> datetime:
        """Return the moment up to which things are known: the end of the day it names, the moment it names, or now."""
        if moment.known is None:
            return self.workplace.clock()
        return moment.known if isinstance(moment.known, datetime) else flow.end_of(moment.known)

    def _speaker(self, moment: Moment, language: str) -> Speaker:
        return self._once(("speaker", moment, language), lambda: Speaker(self.picture(moment), language))

    def _reports(self, moment: Moment) -> dict[str, ReportHead]:
        heads = self.ledger.reports(known=self.known_at(moment))
        return {key: head for key, head in heads.items() if head.valid_from is None or head.valid_from <= moment.as_of}

    def _claims(self, moment: Moment) -> dict[str, Claim]:
        return {
            statement.id: claim
            for claim in self.picture(moment).claims
            for statement in (*claim.corrected, *claim.against, *claim.support)
        }

    def _counts(self, moment: Moment) -> dict[str, Count]:
        tally = self.workplace.once("tally", Tally)  # of the whole book; each is told of the reports they may see
        return tally.counts(self.workplace.ledger, self.known_at(moment), self.reports(moment))

    def _span(self) -> tuple[date, date]:
        last = self.today().as_of
        known = self.ledger.reports(topics=followed(self.theatre)).values()
        days = [head.published for head in known if head.published and head.dated != "future"]
        return min([*days, last]), max([*days, last])

    def _see(self, moment: Moment) -> Seen:
        picture = self.picture(moment)
        tempos = flow.beside(picture, self.workplace.events)
        then = self.before(moment, flow.trend_from(moment.as_of, self.theatre))
        earlier = self.levels(then.as_of, self.known_at(then))
        now = self.levels(moment.as_of, picture.known_at)
        return Seen(picture, trended(now, earlier, indicators_of(self.theatre)), earlier, tempos)

    def _once(self, key: tuple[Hashable, ...], work: Callable[[], Worked], known_at: datetime | None = None) -> Worked:
        """Return what was worked out once for a key, which begins with the sort of work, while the book stays the same.

        With ``known_at``: while the book as known at that moment stays the same.
        """
        at = (self.number, self.theatre.name, self.workplace.stand(known_at))
        return self.workplace.once((*at, *key), work, str(key[0]))


def week_ends(until: date, weeks: int) -> tuple[date, ...]:
    """Return the last Sundays before a day, the earliest first.

    >>> week_ends(date(2022, 3, 1), 2)
    (datetime.date(2022, 2, 20), datetime.date(2022, 2, 27))
    """
    last = until - timedelta(days=until.isoweekday())
    return tuple(last - timedelta(weeks=n) for n in range(weeks - 1, -1, -1))


def _at_most(day: date, known: date | None) -> date:
    """Return the end of a day, or the moment known where that is earlier."""
    if known is None:
        return day
    return known if (known.date() if isinstance(known, datetime) else known) < day else day

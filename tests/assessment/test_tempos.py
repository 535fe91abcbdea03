"""Event data as signals: a rise at a mission's places counts, once, and says whose figures it rests on; nothing else of it does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch import alerts, assessment, briefing
from missionwatch.assessment.checking import check
from missionwatch.assessment.indicators import read
from missionwatch.assessment.tempos import deaths_a_week, fits
from missionwatch.records import (
    Concern,
    Dataset,
    Deaths,
    EventSource,
    Hypothesis,
    Near,
    Pivot,
    Reason,
    Subscription,
    Tempo,
)
from missionwatch.tempo.series import Counted, Coverage, tempo
from tests.assessment.conftest import dimension
from tests.assessment.test_indicators_file import GOOD, HEAD
from tests.picture.conftest import Newsroom, on, ref

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2022, 2, 8)
GAO = Near(name="Gao", country="ML", latitude=16.27, longitude=-0.04, km=100.0)
TIMBUKTU = Near(name="Timbuktu", country="ML", latitude=16.77, longitude=-3.0, km=100.0)
MALI = Near(name="Mali", country="ML")
TAKUBA, MINUSMA = "mission:takuba", "mission:minusma"
FILE = Dataset("acled.csv", "fa335d887f22" + "0" * 52, "25.1")
WEEKS = 104
RISE = [2, 3, 1, 2, 4, 2] * 16 + [9, 8, 11, 9, 10, 8, 9, 10]  # the last eight of 104 weeks
FALL = [9, 8, 11, 9, 10, 8, 9, 10] * 12 + [2, 1, 2, 1, 3, 2, 1, 2]
CALM = [2, 3, 1, 2, 4, 2] * 17 + [2, 3]


def series(
    counts: Sequence[int], near: Near = GAO, source: EventSource = "acled", mission: str = TAKUBA, *,
    deaths: Sequence[int] | None = None, until: date = DAY, day: date = DAY,
) -> Tempo:  # fmt: skip
    """Return the tempo of these weekly counts, the last week last; a death an incident where nothing is said."""
    died = [None] * len(counts) if source == "gdelt" else [Deaths(n, n, n) for n in (deaths or [2] * len(counts))]
    weeks = tuple(zip(reversed(counts), reversed(died), strict=True))
    covered = Coverage(day - timedelta(days=7 * WEEKS), until, (FILE,))
    return tempo(mission, near, source, day, Counted(weeks, rows=sum(counts)), covered)


def judged(*tempos: Tempo, news: Newsroom | None = None, day: str = "2022-02-08", **more: Any) -> dict[str, Concern]:
    seen = (news or Newsroom()).picture(day)
    return {concern.mission: concern for concern in assessment.assess(seen, tempos=tempos, **more)}


def counted(concern: Concern) -> list[Reason]:
    return [reason for reason in concern.reasons if reason.tempo is not None]


def test_a_rise_near_gao_raises_the_threat_to_the_mission_at_gao_and_to_no_other() -> None:
    found = judged(series(RISE), series(CALM, TIMBUKTU, mission=MINUSMA), series(RISE, MALI, mission=MINUSMA))
    (reason,) = counted(found[TAKUBA])
    assert (reason.signal, reason.dimension) == ("incidents-rise-near", "personnel-threat")
    assert dimension(found[TAKUBA], "personnel-threat").level == "low"  # type: ignore[union-attr]
    assert reason.last == reason.tempo.since == date(2021, 12, 15)  # type: ignore[union-attr]
    assert reason.in_dimension == pytest.approx(1.0 * 0.5 ** (55 / 90))
    assert found[MINUSMA].reasons == found[""].reasons == ()


def test_every_figure_that_counts_is_there_to_be_looked_at() -> None:
    (reason,) = counted(judged(series(RISE))[TAKUBA])
    assert reason.claim is None
    shown = reason.tempo
    assert shown is not None
    assert (shown.source, shown.window, shown.incidents, shown.files) == ("acled", 4, 37, (FILE,))
    assert shown.usual is not None
    assert shown.usual.high < shown.incidents
    kept = msgspec.json.decode(msgspec.json.encode(reason), type=Reason)
    assert kept == reason


@pytest.mark.parametrize("counts", [FALL, CALM], ids=["fall", "calm"])
def test_a_fall_and_what_is_usual_change_nothing(counts: list[int], news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-01"), "event", {"actor": "group:jnim", "mission": TAKUBA}, type="attack")
    assert judged(series(counts), news=news) == judged(news=news)


def test_without_event_data_all_levels_are_as_they_were(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-01"), "event", {"actor": "group:jnim", "mission": TAKUBA}, type="attack")
    seen = news.picture()
    assert assessment.assess(seen) == assessment.assess(seen, tempos=())


def test_two_datasets_and_two_places_side_by_side_are_not_added_up() -> None:
    one = judged(series(RISE))[TAKUBA]
    beside = (series(RISE, source="ucdp"), series(RISE, source="gdelt"), series(RISE, TIMBUKTU), series(RISE, MALI))
    for order in permutations((series(RISE), *beside)):
        many = judged(*order)[TAKUBA]
        assert len(counted(many)) == 1
        assert (many.score, counted(many)) == (one.score, counted(one))


def test_deaths_that_rise_with_the_incidents_count_more_and_those_that_do_not_do_not() -> None:
    deadly = series(RISE, deaths=[2] * 96 + [6] * 8)
    (reason,) = counted(judged(deadly)[TAKUBA])
    assert reason.signal == "deaths-rise-near"
    assert deaths_a_week(deadly) == (2.0, 6.0)
    (reason,) = counted(judged(series(RISE, deaths=[6] * 96 + [4] * 8))[TAKUBA])
    assert reason.signal == "incidents-rise-near"
    massacre = series(CALM, deaths=[2] * 103 + [400])  # one bad week among usual ones
    assert counted(judged(massacre)[TAKUBA]) == []
    assert deaths_a_week(series(RISE, source="gdelt")) == (None, None)


def test_counts_of_media_count_less_and_alone_make_no_mission_more_than_low(news: Newsroom) -> None:
    media = judged(series(RISE, source="gdelt"))[TAKUBA]
    (reason,) = counted(media)
    assert (reason.doubt, reason.background) == (0.4, True)
    assert media.score < judged(series(RISE))[TAKUBA].score
    loud = HEAD + SIGNAL.replace("gdelt = 0.4", "gdelt = 1.0").replace("weight = 1.0", "weight = 6.0").replace(
        "cap = 1.0", "cap = 6.0"
    )
    for text, level in ((loud, "low"), (loud + "media = true\n", "high")):  # high when the rise began, and held since
        declared, found = check(text.encode(), "mine.toml")
        assert declared is not None
        assert assessment.assess(news.picture(), declared, tempos=[series(RISE, source="gdelt")])[0].level == level
        assert any("lets counts of media alone" in fault.says for fault in found) == ("media" not in text)


def test_a_stale_dataset_counts_for_nothing() -> None:
    ended = series(RISE, until=DAY - timedelta(days=40))
    assert ended.gap == "ends-before"
    assert judged(ended)[TAKUBA].level == "none"
    stale = msgspec.structs.replace(series(RISE), gap="ends-before")  # whatever else it says
    assert counted(judged(stale)[TAKUBA]) == []


def test_a_rise_fades_from_the_day_it_began() -> None:
    fresh, later = judged(series(RISE))[TAKUBA], judged(series(RISE), day="2022-05-09")[TAKUBA]
    assert later.score == pytest.approx(fresh.score / 2, abs=0.002)


def test_a_level_that_event_data_alone_make_is_not_relied_on(news: Newsroom) -> None:
    alone = judged(series(RISE, deaths=[2] * 96 + [6] * 8))[TAKUBA]
    assert (alone.level, alone.sureness) == ("low", "low")
    assert alone.sure_because == ("nothing that was reported counts: the level rests on event data alone",)
    assert [(pivot.claim, pivot.without) for pivot in alone.pivots] == [(None, "none")]
    for n, source in enumerate(("gov", "wire", "paper")):
        news.says(news.report(f"r{n}", "2022-02-07", source), "event",
                  {"actor": "group:jnim", "target": TAKUBA, "mission": TAKUBA}, type="threaten", time=on("2022-02-06"))  # fmt: skip
    both = judged(series(RISE), news=news)[TAKUBA]
    without = judged(news=news)[TAKUBA]
    told = [line.replace("the claims count", "counts") for line in both.sure_because[:3]]
    assert told == list(without.sure_because[:3])  # no claim is better supported for it
    assert "event data, which state nothing" in both.sure_because[-1]


def test_a_reason_and_a_pivot_are_carried_by_one_thing() -> None:
    (reason,) = counted(judged(series(RISE))[TAKUBA])
    with pytest.raises(ValueError, match="exactly one"):
        Reason(signal="x", dimension="access", weight=1.0, counted=1.0)
    with pytest.raises(ValueError, match="exactly one"):
        Pivot(without="none")
    news = Newsroom()
    news.says(news.report("a", "2022-02-01"), "event", {"actor": "group:jnim", "mission": TAKUBA}, type="attack")
    claim = news.picture().missions[0].developments[0]
    with pytest.raises(ValueError, match="exactly one"):
        Reason(signal="x", dimension="access", weight=1.0, counted=1.0, claim=claim, tempo=reason.tempo)
    with pytest.raises(msgspec.ValidationError, match="exactly one"):
        msgspec.convert({"without": "none"}, type=Pivot)


def test_replay_whatif_alert_and_briefing_tell_of_it(news: Newsroom) -> None:
    risen = series(RISE, deaths=[2] * 96 + [6] * 8)
    history = assessment.History()
    history.add(date(2022, 2, 7), assessment.assess(news.picture("2022-02-07")))
    day = history.add(date(2022, 2, 8), assessment.assess(news.picture(), tempos=(risen,)))
    (change,) = day.changed
    assert (change.after, change.risen[0].tempo) == ("low", risen)

    found = assessment.suppose(
        news.picture(), Hypothesis(kind="withdraw", mission=ref(TAKUBA), party=ref("FR")), (risen,)
    )
    assert found.shifts[0].before == "low"

    seen, concerns = news.picture(), day.concerns
    now = datetime(2022, 2, 8, 18, tzinfo=UTC)
    for language, words in (
        ("en", "event data, ACLED, show more incidents since 15 December 2021 within 100 km of Gao: 37 in 4 weeks, usually 8 to 11"),
        ("nl", "gebeurtenisdata, ACLED, tonen sinds 15 december 2021 meer incidenten binnen 100 km van Gao: 37 in 4 weken"),
    ):  # fmt: skip
        asked = Subscription(name="me", when="level", at_least="low", to=("log",), language=language)
        (matter,) = alerts.matters(asked, seen, concerns, (), now)
        assert (matter.claims, matter.since) == ((), date(2021, 12, 15))
        told = alerts.word(asked, matter, seen, made=now)
        assert words in told.text
        assert told.evidence == ()

    written = briefing.write(seen, concerns, language="en")
    assert any("counts of an event dataset (ACLED), which no report states" in line for line in written.unknown)
    assert all("ACLED" not in s.text for section in written.sections for s in section.sentences)


@given(st.lists(st.integers(0, 30), min_size=WEEKS, max_size=WEEKS), st.sampled_from(("acled", "ucdp", "gdelt")))
def test_whatever_is_counted_it_lowers_nothing_and_the_cap_holds(counts: list[int], source: EventSource) -> None:
    concern = judged(series(counts, source=source, deaths=None if source == "gdelt" else counts))[TAKUBA]
    assert 0 <= concern.score <= 1.4
    assert concern.level in ("none", "low")
    assert len(concern.reasons) <= 1


# --- the file

SIGNAL = """
[[signal]]
id = "rise"
why = "more incidents"
dimension = "personnel-threat"
tempo = "up"
places = ["near", "host"]
sources = {acled = 1.0, gdelt = 0.4}
weight = 1.0
half_life = 90
cap = 1.0
"""


def test_what_is_asked_of_a_tempo_narrows() -> None:
    declared, _ = check((HEAD + SIGNAL).encode(), "mine.toml")
    assert declared is not None
    (signal,) = declared.of_tempo
    assert fits(signal, series(RISE))
    assert fits(signal, series(RISE, MALI))
    assert not fits(msgspec.structs.replace(signal, places=("near",)), series(RISE, MALI))
    assert not fits(signal, series(RISE, source="ucdp"))
    assert not fits(msgspec.structs.replace(signal, least=5.0), series(RISE))
    assert fits(signal, series([0] * 96 + [3] * 8))  # from nothing to something is more than any ratio


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('tempo = "up"', 'tempo = "down"', "tempo is 'down', which there is not"),
        ('tempo = "up"', 'tempo = "up"\npredicate = "event"', "predicate cannot stand beside tempo; a signal counts claims"),
        ('tempo = "up"', "", 'predicate is missing; a signal counts claims (predicate = "event") or event data (tempo = "up")'),
        ('places = ["near", "host"]', 'places = ["gao"]', "places has 'gao', which there is not; choose from near, host"),
        ('places = ["near", "host"]', "places = []", "places is empty, so nothing fits; leave it out, or name near or host"),
        ("gdelt = 0.4", "gdlt = 0.4", "sources has 'gdlt', which there is not; did you mean 'gdelt'?"),
        ("gdelt = 0.4", "gdelt = 4", "sources.gdelt is 4; write a number above 0, up to 1"),
        ("sources = {acled = 1.0, gdelt = 0.4}", "", "sources must say which datasets count and how much"),
        ("sources = {acled = 1.0, gdelt = 0.4}", 'sources = ["acled"]', "sources must say which datasets count"),
        ("weight = 1.0", "weight = -1.0", "weight is below 0; a rise of incidents lowers no level"),
        ("weight = 1.0", "weight = 1.0\nleast = 1", "least is 1; write how many times what it was, more than 1"),
        ("weight = 1.0", 'weight = 1.0\nmeasure = "deaths"', "measure is 'deaths', which there is not"),
        ("weight = 1.0", "weight = 1.0\nmedia = 1", "media is 1; write true or false"),
        ("weight = 1.0", 'weight = 1.0\ntypes = ["attack"]', "types is asked of claims only; take it out"),
    ],
)  # fmt: skip
def test_a_fault_of_a_signal_on_event_data_is_named(old: str, new: str, says: str) -> None:
    assert old in SIGNAL
    _, found = check((HEAD + SIGNAL.replace(old, new)).encode(), "mine.toml")
    assert any(says in str(fault) for fault in found if not fault.warning), found


def test_keys_of_event_data_are_none_of_a_signal_on_claims() -> None:
    _, found = check((HEAD + GOOD + "least = 2.0\n").encode(), "mine.toml")
    assert [str(fault) for fault in found if not fault.warning] == [
        'mine.toml: signal coup: least is asked of event data only; take it out, or count event data: tempo = "up"'
    ]


def test_what_can_never_count_of_event_data_is_warned_of() -> None:
    deaths = SIGNAL.replace("weight", 'measure = "fatalities"\nweight')
    _, found = check((HEAD + deaths).encode(), "mine.toml")
    assert any("can never fit gdelt: it counts no deaths" in str(fault) for fault in found)
    narrow = SIGNAL.replace('"rise"', '"later"').replace('"near", "host"', '"near"')
    _, found = check((HEAD + SIGNAL + narrow).encode(), "mine.toml")
    assert any("signal later: id can never count: rise before it" in str(fault) for fault in found)
    _, found = check((HEAD + narrow + SIGNAL).encode(), "mine.toml")
    assert not any("can never count" in str(fault) for fault in found)


def test_the_signals_that_ship_alone_make_a_mission_no_more_than_low() -> None:
    declared, _ = check(read(None), "indicators.toml")
    assert declared is not None
    shipped = declared.of_tempo
    assert {signal.id for signal in shipped} == {"deaths-rise-near", "incidents-rise-near"}
    assert all(signal.cap < declared.levels["guarded"] and signal.places == ("near",) for signal in shipped)

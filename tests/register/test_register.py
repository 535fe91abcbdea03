"""Who is who: the files are whole, and names in a text are found as a reader would."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import RegisterError
from missionwatch.register import Mission, State, load
from missionwatch.register.entries import Group, Leaders
from missionwatch.register.entries import Mission as MissionRow
from missionwatch.register.gazetteer import Gazetteer, Sense
from missionwatch.register.loading import DATA, Register, read_rows

REGISTER = load()


@pytest.mark.parametrize(
    ("kind", "least"), [("state", 195), ("mission", 60), ("organisation", 60), ("group", 40), ("place", 300)]
)
def test_there_are_enough_of_each_kind(kind: str, least: int) -> None:
    assert len(list(REGISTER.entries(kind))) >= least  # type: ignore[arg-type]


def test_every_state_has_names_adjectives_and_nationals_in_three_languages() -> None:
    bare = {"KN", "VC", "VA", "DM", "GW", "KI", "LC", "MH", "MV", "PG", "PW", "SB", "SZ", "TT", "TV"}
    for entry in REGISTER.entries("state"):
        assert isinstance(entry, State)
        for language in ("nl", "en", "fr"):
            assert entry.name.of(language)
            if entry.code not in bare:
                assert entry.adjectives.of(language), (entry.code, language)
                assert entry.nationals.of(language), (entry.code, language)


def test_every_mission_says_who_runs_it_and_when_it_began() -> None:
    for entry in REGISTER.entries("mission"):
        assert isinstance(entry, Mission)
        assert entry.lead, entry.id
        assert entry.start, entry.id
        assert not entry.end or entry.end >= entry.start[: len(entry.end)], entry.id


def found(text: str, language: str) -> list[tuple[str, str | None]]:
    return [
        (hit.text, hit.senses[0].id or hit.senses[0].code or hit.senses[0].body)
        for hit in REGISTER.gazetteer(language).find(text)
    ]


def test_names_are_found_in_three_languages() -> None:
    assert found("De Deense militairen van Taakgroep Takuba", "nl") == [
        ("Deense", "state:DK"), ("militairen", "armed_forces"), ("Taakgroep Takuba", "mission:takuba"),
    ]  # fmt: skip
    assert found("Danish soldiers of Task Force Takuba", "en")[0] == ("Danish", "state:DK")
    assert found("les soldats danois de la force Takuba", "fr") == [
        ("soldats", "armed_forces"), ("danois", "state:DK"), ("force Takuba", "mission:takuba"),
    ]  # fmt: skip


def test_the_longest_name_counts_and_no_name_inside_a_word() -> None:
    assert found("de VN-missie in Mali", "nl") == [("VN-missie in Mali", "mission:minusma")]
    assert found("Malinezen", "nl") == [("Malinezen", "state:ML")]
    assert found("Malimonster", "nl") == []


def test_a_capital_is_a_place_and_stands_for_a_government() -> None:
    (hit,) = REGISTER.gazetteer("nl").find("Bamako")
    assert {(sense.form, sense.kind) for sense in hit.senses} == {("capital", "state"), ("name", "place")}


def test_a_name_several_missions_share_gives_them_all() -> None:
    (hit,) = REGISTER.gazetteer("nl").find("EUTM")
    assert {sense.id for sense in hit.senses} >= {"mission:eutm-mali", "mission:eutm-somalia"}


def test_curly_and_straight_apostrophes_are_one() -> None:
    assert found("de C-130’s", "nl") == found("de C-130's", "nl").__class__([("C-130’s", "C-130")])


@given(st.text(max_size=200))
def test_every_hit_stands_where_it_says(text: str) -> None:
    hits = REGISTER.gazetteer("en").find(text)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))


def test_a_small_gazetteer_prefers_the_left_and_the_long() -> None:
    gazetteer = Gazetteer({"UN": (Sense("name", "organisation:un"),), "UN mission": (Sense("name", "mission:x"),)})
    assert [hit.text for hit in gazetteer.find("the UN mission and the UN")] == ["UN mission", "UN"]


def test_a_ship_is_found_by_the_prefix_of_its_name() -> None:
    hits = {
        hit.text: hit.senses[0].country
        for hit in REGISTER.gazetteer("en").find("USS Dwight D. Eisenhower and FS Charles de Gaulle")
    }
    assert hits == {"USS Dwight D. Eisenhower": "US", "FS Charles de Gaulle": "FR"}
    assert not REGISTER.gazetteer("en").find("NEW RULES: ITS TEAM, HMS alone")


def test_an_english_name_written_with_capitals_is_one_in_every_language() -> None:
    assert {hit.senses[0].id for hit in REGISTER.gazetteer("nl").find("NATO Mission Iraq")} == {
        "mission:nato-mission-iraq"
    }


MISSION = """
[[mission]]
slug = "m"
name = {nl = "M", en = "M", fr = "M"}
organisation = "coalition"
type = "military"
"""


def test_faults_in_the_files_are_named() -> None:
    with pytest.raises(RegisterError, match=r"missions\.toml"):
        read_rows(MISSION.replace("military", "friendly").encode(), "missions.toml", "mission", MissionRow)
    with pytest.raises(RegisterError, match=r"missions\.toml"):
        read_rows((MISSION + 'colour = "blue"').encode(), "missions.toml", "mission", MissionRow)
    rows = read_rows((MISSION + 'hosts = ["XX"]').encode(), "missions.toml", "mission", MissionRow)
    with pytest.raises(RegisterError, match="'XX' is no state"):
        Register(rows, [], [], [], [])
    with pytest.raises(RegisterError, match="mission:m twice"):
        Register([*rows, *rows], [], [], [], [])
    group = read_rows(
        b'[[group]]\nslug = "Bad Name"\nname = {nl = "G", en = "G", fr = "G"}\ntype = "militia"\ncountries = []\n',
        "groups.toml",
        "group",
        Group,
    )
    with pytest.raises(RegisterError, match="lower-case"):
        Register(group, [], [], [], [])


def test_an_organ_is_known_by_its_short_name_and_its_organisation() -> None:
    organs = {organ.part_of: organ.id for organ in REGISTER.organs("Conseil", "fr")}
    assert organs == {
        "un": "organisation:un-security-council", "eu": "organisation:council-of-the-eu", "au": "organisation:au-psc",
    }  # fmt: skip
    assert REGISTER.organs("Conseil", "nl") == []
    assert REGISTER.parent_of("organisation:nato-secretary-general") == "nato"
    assert REGISTER.parent_of("state:ML") is None


def test_an_organ_is_part_of_an_organisation_that_is_there() -> None:
    parents = {REGISTER.parent_of(entry.id) for entry in REGISTER.entries("organisation")} - {None}
    assert all(REGISTER.entry(f"organisation:{parent}") is not None for parent in parents)


def test_a_leader_is_known_by_a_last_name_that_those_of_one_country_only_have() -> None:
    assert REGISTER.leader("Emmanuel Macron") == REGISTER.leader("Macron") == "FR"
    assert REGISTER.leader("Saad Hariri") == "LB"
    assert REGISTER.leader("Abiy Ahmed") == "ET"
    assert REGISTER.leader("Ahmed") is None  # a Somali president's too
    assert REGISTER.leader("Emmanuel") is None


def test_leaders_stand_once_and_under_a_state_that_is_there() -> None:
    rows = read_rows(DATA.joinpath("leaders.toml").read_bytes(), "leaders.toml", "leader", Leaders)
    states = {state.code for state in REGISTER.entries("state") if isinstance(state, State)}
    names = [name for row in rows for name in row.names]
    assert {row.country for row in rows} <= states
    assert len({row.country for row in rows}) == len(rows)
    assert len(set(names)) == len(names)


def test_a_country_s_capital_is_a_place() -> None:
    assert REGISTER.capital_of("NE") == "place:niamey"
    assert REGISTER.capital_of("??") is None

"""Who is who: the files are whole, and names in a text are found as a reader would."""

from __future__ import annotations

import itertools
from datetime import date

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
    ("kind", "least"), [("state", 195), ("mission", 450), ("organisation", 60), ("group", 40), ("place", 300)]
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


BY_NAME = [  # what papers call them, in the language of the paper
    ("nl", "de operatie Interflex", "interflex"), ("nl", "operatie Reassurance", "reassurance"),
    ("nl", "de Task Force Uruzgan", "task-force-uruzgan"), ("nl", "missie Gazelle", "gazelle-niger"),
    ("nl", "operatie Woestijnstorm", "desert-storm"), ("nl", "operatie Olijftak", "olive-branch"),
    ("nl", "de NAVO-gevechtsgroep in Slowakije", "flf-slovakia"), ("nl", "SFIR", "mnf-iraq"),
    ("en", "Operation UNIFIER", "unifier"), ("en", "Operation Unifier", "unifier"), ("en", "Op Shader", "shader"),
    ("en", "Operation Herrick", "herrick"), ("en", "Enduring Freedom", "enduring-freedom"), ("en", "CTF-151", "ctf-151"),
    ("en", "Operation Joint Guardian", "kfor"), ("en", "Task Force Able Sentry", "able-sentry"), ("en", "TIPH", "tiph"),
    ("en", "the Neutral Nations Supervisory Commission", "nnsc"), ("en", "Operation Themis", "frontex-themis"),
    ("en", "the Saudi-led coalition", "saudi-led-coalition"), ("en", "Operation Okra", "okra"),
    ("en", "the International Stabilization Force in Gaza", "isf-gaza"), ("en", "Arctic Sentry", "arctic-sentry"),
    ("fr", "l'opération Chammal", "chammal"), ("fr", "l'opération « Daman »", "daman"), ("fr", "la mission Lynx", "lynx"),
    ("fr", "le dispositif Épervier", "epervier"), ("fr", "l'opération Turquoise", "turquoise"),
    ("fr", "l'opération Impact", "impact"), ("fr", "Restore Hope", "unitaf"), ("fr", "l'opération Tempête du désert", "desert-storm"),
    ("fr", "la force multinationale à Beyrouth", "mnf-lebanon"), ("fr", "la mission de l'OTSC au Kazakhstan", "csto-kazakhstan"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "mission"), BY_NAME)
def test_operations_of_states_and_coalitions_are_known_by_name(language: str, text: str, mission: str) -> None:
    assert f"mission:{mission}" in {id_ for _, id_ in found(text, language)}


NO_NAMES = [  # common words, towns, people and firms that missions are named after
    ("en", "the impact of the attack, an eagle, the lynx, a slipper, a mobile phone, an accordion and a catalyst"),
    ("en", "Impact and Athena; Mr Herrick, Bishop Newcombe and Dr Toral; Bureau Veritas, Manitou and the town of Granby"),
    ("en", "Rommel, the Desert Fox, in the shade of an olive branch; the new dawn; the Kenyan team Shujaa"),
    ("nl", "De impact van de aanslag, een lynx, een gazelle, een manta en een turquoise jas"),
    ("nl", "Impact op Athena. Op Apollo, Lynx en Poseidon werd gereageerd; mare nostrum"),
    ("fr", "L'impact de l'attaque, un aigle, un lynx, un épervier, la mer turquoise et l'harmattan"),
    ("fr", "Unifier les forces du Limousin. Le Sagittaire, le Pamir, Daman et Boali; Turquoise et Orbital"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NO_NAMES)
def test_a_word_that_a_mission_is_named_after_is_no_mission_by_itself(language: str, text: str) -> None:
    named = {
        sense.id for hit in REGISTER.gazetteer(language).find(text) for sense in hit.senses if sense.kind == "mission"
    }
    assert named == set()


def test_what_a_state_calls_its_part_of_a_mission_lies_in_that_mission() -> None:
    missions = [m for m in REGISTER.entries("mission") if isinstance(m, Mission)]
    parts = [(part, whole) for part in missions for whole in missions if part.part_of == whole.slug]
    assert len(parts) >= 40
    for part, whole in parts:
        assert len(part.lead) == 1, part.id
        assert part.lead[0].isupper(), part.id
        assert whole.part_of is None, part.id
        assert not part.organisation.startswith("state:"), part.id


@pytest.mark.parametrize(
    ("end", "day", "runs"),
    [
        ("2021", date(2021, 6, 1), True), ("2021", date(2022, 1, 1), False), ("2021-06", date(2021, 6, 30), True),
        ("2021-06", date(2021, 7, 1), False), ("2021-06-15", date(2021, 6, 15), True), ("2021-06-15", date(2021, 6, 16), False),
    ],
)  # fmt: skip
def test_a_mission_runs_until_the_end_of_the_year_month_or_day_of_its_end(end: str, day: date, *, runs: bool) -> None:
    (mission,) = read_rows((MISSION + f'end = "{end}"').encode(), "missions.toml", "mission", MissionRow)
    assert mission.runs(day) is runs


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
    rows = read_rows((MISSION + 'part_of = "n"').encode(), "missions.toml", "mission", MissionRow)
    with pytest.raises(RegisterError, match="no mission 'n'"):
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


def test_a_minister_is_known_by_a_full_name_only() -> None:
    assert REGISTER.leader("Henk Kamp") == "NL"
    assert REGISTER.leader("Kamp") is None
    assert REGISTER.leader("Gamal Abdel Nasser") == REGISTER.leader("Nasser") == "EG"


def test_leaders_stand_once_and_under_a_state_that_is_there() -> None:
    rows = read_rows(DATA.joinpath("leaders.toml").read_bytes(), "leaders.toml", "leader", Leaders)
    states = {state.code for state in REGISTER.entries("state") if isinstance(state, State)}
    names = [name for row in rows for name in (*row.names, *row.full, *row.governed)]
    assert all(" " in name for row in rows for name in (*row.full, *row.governed))
    assert {row.country for row in rows} <= states
    assert len({row.country for row in rows}) == len(rows)
    assert len(set(names)) == len(names)


def test_who_spoke_for_an_organisation_too_governed_a_state() -> None:
    assert REGISTER.leader("Donald Tusk") is REGISTER.leader("Tusk") is None
    assert REGISTER.governed_by("Tusk") == REGISTER.governed_by("Donald Tusk") == "PL"


def test_a_country_s_capital_is_a_place() -> None:
    assert REGISTER.capital_of("NE") == "place:niamey"
    assert REGISTER.capital_of("??") is None

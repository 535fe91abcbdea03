"""What a theatre file says of collecting: checked, with the file, the key and the remedy named; and added to by command."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch import sources, theatre
from missionwatch.errors import SourceSettingsError, TheatreError
from missionwatch.records import Collect
from missionwatch.sources import adding
from missionwatch.sources.settings import secrets_of
from missionwatch.sources.visiting import Visit
from tests.sources.conftest import CLOCK, theatre_with

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """# what we follow
own = "NL"
missions = ["mission:minusma"]
countries = ["ML"]
contact = "desk@example.org"
allow = ["10.1.0.0/16"]

[title]
nl = "Mali"

[[sources]]
id = "krant"   # a newspaper
name = "Krant"
"""


def loaded(folder: Path, text: str) -> Any:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return theatre.load(str(path))


def test_a_source_is_a_few_lines(tmp_path: Path) -> None:
    mine = loaded(
        tmp_path,
        HEAD
        + '[sources.collect]\nconnector = "feed"\nurl = "https://krant.example.org/rss"\nevery = "30m"\nsince = 2022-01-01\n',
    )
    (one,) = mine.collect
    assert (one.key, one.connector, one.every, str(one.since)) == ("krant", "feed", 1800, "2022-01-01")
    assert sources.options_of(one, "mine").url == "https://krant.example.org/rss"
    assert (mine.contact, mine.allow) == ("desk@example.org", ("10.1.0.0/16",))


def test_a_source_may_be_collected_in_several_ways(tmp_path: Path) -> None:
    text = (
        HEAD
        + '[[sources.collect]]\nconnector = "feed"\nname = "news"\n[[sources.collect]]\nconnector = "sru"\nname = "papers"\n'
    )
    assert [one.key for one in loaded(tmp_path, text).collect] == ["krant/news", "krant/papers"]


def test_theatres_without_collect_stay_as_they_were(tmp_path: Path) -> None:
    mine = loaded(tmp_path, HEAD)
    assert mine.collect == ()
    assert mine.source("krant").name == "Krant"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('url = "https://x.example.org/"', "must name one, for example"),
        ('connector = "feed"\nevery = "often"', "is no rhythm"),
        ('connector = "feed"\nevery = "0m"', "is no rhythm"),
        ('connector = "feed"\nsince = "spring"', "is no date"),
        ('connector = "feed"\npace = -1.0', "pace is -1.0"),
        ('connector = "feed"\nmost = 0', "at least one document"),
        ('connector = "feed"\nmost = "many"', "Expected `int`"),
        ('connector = "feed"\nname = "../x"', "small letters"),
    ],
)
def test_faults_of_all_connectors_are_faults_of_the_file(tmp_path: Path, lines: str, says: str) -> None:
    with pytest.raises(TheatreError, match=says) as caught:
        loaded(tmp_path, HEAD + "[sources.collect]\n" + lines)
    assert "mine.toml" in str(caught.value)
    assert "krant" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("10.1.0.0/16", "intranet", "neither an address nor a network"),
        ("desk@example.org", "desk\\nX-Injected: 1", "no address that servers"),
    ],
)
def test_faults_of_the_head(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(TheatreError, match=says):
        loaded(tmp_path, HEAD.replace(old, new))


def test_two_tables_need_names(tmp_path: Path) -> None:
    with pytest.raises(TheatreError, match="give each a `name`"):
        loaded(tmp_path, HEAD + '[[sources.collect]]\nconnector = "feed"\n[[sources.collect]]\nconnector = "feed"\n')


@pytest.mark.parametrize(
    ("connector", "options", "says"),
    [
        ("feed", {}, "missing required field `url`"),
        ("feed", {"url": "https://x.example.org/", "fulll": True}, "unknown field `fulll`"),
        ("feed", {"url": 3}, r"collect\.url: Expected"),
        ("feed", {"url": "ftp://x.example.org/"}, "neither http nor https"),
        ("feed", {"url": "https://user:pw@x.example.org/"}, "name or password"),
        ("feed", {"url": ["https://x.example.org/", "http://127.1/"]}, "odd way"),
        ("feed", {"url": "https://x.example.org/", "match": "("}, "no regular expression"),
        ("pages", {"url": "https://x.example.org/", "links": "*"}, "no regular expression"),
        ("tweedekamer", {"by": "rest"}, "Invalid enum value 'rest'"),
        ("sru", {}, "missing required field `query`"),
        ("reliefweb", {"countries": ["MLI"]}, "missing required field `appname`"),
        ("gdelt", {"kinds": ["gkg"]}, "Invalid enum value 'gkg'"),
        ("folder", {}, "missing required field `path`"),
        ("fax", {}, "there is no connector 'fax'; choose one of feed, pages"),
    ],
)
def test_options_are_checked_by_each_connector(connector: str, options: dict[str, Any], says: str) -> None:
    with pytest.raises(SourceSettingsError, match=says) as caught:
        sources.options_of(Collect(source="krant", connector=connector, options=options), "theatre mine")
    assert "theatre mine, source krant" in str(caught.value)


def test_presets_are_whole() -> None:
    for name, preset in sources.presets().items():
        one = Collect(source=name, connector=name, every=preset.every)
        url = sources.options_of(one, "presets").url
        assert all(each.startswith("https://") for each in ([url] if isinstance(url, str) else url)), name
        assert preset.terms, name
        assert preset.every >= 900, "once in a quarter of an hour is often enough for a newsroom's feed"
        assert sources.connector_of(one, "presets").name == preset.connector
    assert {"un-press", "un-security-council", "eu-council", "eeas", "nato"} <= set(sources.presets())


def test_a_presets_options_can_be_overridden() -> None:
    one = Collect(source="nato", connector="nato", options={"match": "Iraq|Kosovo"})
    assert sources.options_of(one, "mine").match == "Iraq|Kosovo"


def test_secrets_come_from_the_environment_only() -> None:
    (ucdp,) = (one for one in sources.CONNECTORS if one.name == "ucdp")
    with pytest.raises(SourceSettingsError, match=r"MISSIONWATCH_UCDP_TOKEN in the environment; docs/sources/ucdp\.md"):
        secrets_of(ucdp, {})
    assert secrets_of(ucdp, {"MISSIONWATCH_UCDP_TOKEN": "t", "HOME": "x"}) == {"MISSIONWATCH_UCDP_TOKEN": "t"}
    with pytest.raises(SourceSettingsError, match="unknown field"):
        sources.options_of(Collect(source="u", connector="ucdp", options={"token": "t"}), "mine")


def test_the_shipped_theatre_can_be_collected() -> None:
    mali = theatre.load("mali")
    assert {one.source for one in mali.collect} >= {"rijksoverheid", "elysee", "eeas", "un"}
    for one in mali.collect:
        sources.options_of(one, "mali")
        assert one.every >= 900


def test_the_connectors_are_told_apart() -> None:
    names = [one.name for one in sources.CONNECTORS]
    assert len(set(names)) == len(names) == 11
    assert not set(names) & set(sources.presets())
    assert {one.name for one in sources.CONNECTORS if one.events} == {"acled", "ucdp", "gdelt"}


def test_a_new_source_is_added_at_the_end() -> None:
    text = adding.with_source(
        HEAD, {"id": "blad", "name": 'Het "Blad"', "kind": None}, {"connector": "feed", "url": "https://b.example.org/"}
    )
    assert text.startswith(HEAD.rstrip("\n"))
    found = tomllib.loads(text)["sources"][-1]
    assert found == {
        "id": "blad",
        "name": 'Het "Blad"',
        "collect": {"connector": "feed", "url": "https://b.example.org/"},
    }


def test_a_listed_source_gets_its_table_in_place() -> None:
    after = '\n# the next one\n[[sources]]\nid = "blad"\nname = "Blad"\n'
    text = adding.with_source(
        HEAD + after, {"id": "krant"}, {"connector": "feed", "url": ["https://a/", "https://b/"], "full": False}
    )
    assert "# a newspaper" in text
    assert text.index("[sources.collect]") < text.index("# the next one")
    first, second = tomllib.loads(text)["sources"]
    assert first["collect"] == {"connector": "feed", "url": ["https://a/", "https://b/"], "full": False}
    assert "collect" not in second
    assert [line for line in (HEAD + after).split("\n") if line not in text.split("\n")] == []
    with pytest.raises(SourceSettingsError, match="collected already"):
        adding.with_source(text, {"id": "krant"}, {"connector": "feed"})


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("3", 3),
        ("true", True),
        ('["a", "b"]', ["a", "b"]),
        ("https://x/?a=b", "https://x/?a=b"),
        ('"3"', "3"),
        ("", ""),
    ],
)
def test_values_are_read_as_toml_or_as_text(said: str, value: object) -> None:
    assert adding.value_of(said) == value
    text = adding.with_source(HEAD, {"id": "x"}, {"connector": "feed", "url": value})
    assert tomllib.loads(text)["sources"][-1]["collect"]["url"] == value


def test_robots_apply_elsewhere_also_to_interfaces() -> None:
    one = Collect(source="s", connector="sru", options={"query": "x"})
    options = sources.options_of(one, "mine")
    visit: Visit[Any] = Visit(
        collect=one, source=theatre_with(one).source("s"), options=options, client=None, cursor={}, clock=CLOCK,  # type: ignore[arg-type]  # not asked
        stamp=lambda _: None, api="made for programs",
    )  # fmt: skip
    assert not visit.minds_robots("https://repository.overheid.nl/frbr/x")
    assert visit.minds_robots("https://zoek.officielebekendmakingen.nl/x.html")
    several = Collect(
        source="s",
        connector="feed",
        api="a reason",
        options={"url": ["https://a.example.org/1", "https://b.example.org/2"]},
    )
    visit.options = sources.options_of(several, "mine")
    assert [visit.minds_robots(f"https://{name}.example.org/x") for name in "abc"] == [False, False, True]

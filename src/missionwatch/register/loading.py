"""Loading the register's files, and asking them who is who."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec
import tomli

from missionwatch.errors import RegisterError
from missionwatch.records import EntityRef
from missionwatch.register.entries import (
    LANGUAGES,
    BodyWords,
    Coded,
    Entry,
    Equipment,
    Group,
    Leaders,
    Mission,
    Name,
    Organisation,
    Place,
    Prefix,
    State,
    Words,
    words_of,
)
from missionwatch.register.gazetteer import Form, Gazetteer, Sense

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from missionwatch.records import Body, Kind

_Row = TypeVar("_Row", bound=Words | Prefix | Leaders)

DATA = resources.files("missionwatch.register") / "data"


_TOWNS = frozenset({"town", "village", "capital", "camp"})
_LONG_ENOUGH = 5  # letters
_SHORTEST = 4  # letters of a short name with a land behind it
_SMALL = frozenset(
    {"of", "the", "for", "van", "de", "der", "des", "du", "la", "le", "voor", "to", "d'", "et", "en", "and"}
)
_SMALL_IN_ENGLISH = frozenset({"in", "against", "on", "with"})


class Register:
    """All entries by id, and the gazetteer of each language."""

    def __init__(
        self,
        entries: Iterable[Entry],
        bodies: Iterable[BodyWords],
        functions: Sequence[Coded],
        ranks: Iterable[Coded],
        assets: Iterable[Equipment],
        ships: Iterable[Prefix] = (),
        leaders: Sequence[Leaders] = (),
    ) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.id in self._entries:
                raise RegisterError(f"the register has {entry.id} twice; take one away or rename it")
            self._entries[entry.id] = entry
        self._check()
        self._organs: dict[tuple[str, str], list[Organisation]] = {}
        self._senses: dict[str, dict[str, list[Sense]]] = {language: {} for language in LANGUAGES}
        for entry in self._entries.values():
            office = entry.office if isinstance(entry, Organisation) else None
            self._add(entry, Sense("name", entry.id, entry.kind, entry.country, code=office))
            if isinstance(entry, Mission):
                self._add_capitals(entry)
            if isinstance(entry, Mission | Group | Organisation):
                self._add_english(entry)
            if isinstance(entry, State):
                self._add_state(entry)
            if isinstance(entry, Organisation):
                self._add(entry.seats, Sense("seat", entry.id, "organisation", entry.country))
                for said in words_of(entry.short):
                    self._organs.setdefault(said, []).append(entry)
        for body in bodies:
            owner = f"state:{body.country}" if body.country else None
            self._add(body, Sense("body", owner, "state" if owner else None, body.country, body.body))
        for function in functions:
            self._add(function, Sense("function", code=function.code))
            self._add_titles(function)
        for rank in ranks:
            self._add(rank, Sense("rank", code=rank.code))
            self._add_titles(rank, "rank")
        for asset in assets:
            self._add(asset, Sense("asset", code=asset.name))
        self._ships = {
            ship.prefix: (Sense("body", f"state:{ship.country}", "state", ship.country, "armed_forces"),)
            for ship in ships
        }
        by_name, by_whole, governed = ([*_plainly(leaders, how)] for how in ("names", "full", "governed"))
        self._leaders = _by_name(by_name, by_whole)
        self._full_names = _by_last_name(by_name)
        self._governed = {known: who.country for who in governed for known in (who.plain, who.last)}
        self._by_surname: dict[str, set[str]] = {}
        for who in (*by_name, *by_whole, *governed):
            self._by_surname.setdefault(who.last, set()).add(who.country)
        self.offices = tuple(e for e in self.entries("organisation") if isinstance(e, Organisation) and e.office)
        """The posts in organisations that one person holds: the Secretary-General of the United Nations."""
        named = ((_plain(n), e) for e in self.entries("organisation") if isinstance(e, Organisation) for n in e.led_by)
        self._heads = {(name, e.office): e.id for full, e in named for name in (full, full.rsplit(" ", 1)[-1])}
        self._gazetteers: dict[str, Gazetteer] = {}
        self.missions = tuple(entry for entry in self.entries("mission") if isinstance(entry, Mission))
        """All missions, in the order of the files."""
        self._operators = [(mission.operator, mission) for mission in self.missions]
        self.hosts = frozenset(host for mission in self.missions for host in mission.hosts)
        """The codes of all countries that a mission is or was in."""
        self.only_hosts = self.hosts - frozenset(lead for mission in self.missions for lead in mission.lead)
        """Those of them that lead no mission."""
        self.functions = tuple(function.code for function in functions)
        """The codes of all functions, in the file's order."""

    def entry(self, entity: str) -> Entry | None:
        """Return the entry of an id (``mission:takuba``), or None."""
        return self._entries.get(entity)

    def mission(self, entity: str | None) -> Mission | None:
        """Return the mission of an id, or None where it is none."""
        entry = self._entries.get(entity or "")
        return entry if isinstance(entry, Mission) else None

    def run_by(self, whose: Collection[str | None]) -> list[Mission]:
        """Return the missions that somebody runs (ids, ``state:FR``), in the order of the files."""
        return [mission for operator, mission in self._operators if operator in whose]

    def entries(self, kind: Kind) -> Iterator[Entry]:
        """Yield the entries of a kind, in the order of the files."""
        return (entry for entry in self._entries.values() if entry.kind == kind)

    def name(self, entity: str, language: str) -> str | None:
        """Return the name to show of an id in a language (English where it has none), or None for an unknown id."""
        entry = self._entries.get(entity)
        return entry.name.of(language) if entry is not None else None

    def is_town(self, entity: str | None) -> bool:
        """Say whether an id is that of a town or village, not of a region or a sea."""
        entry = self._entries.get(entity or "")
        return isinstance(entry, Place) and entry.type in _TOWNS

    def is_media(self, entity: str | None) -> bool:
        """Say whether an id is that of a newspaper, an agency of news or a broadcaster."""
        entry = self._entries.get(entity or "")
        return isinstance(entry, Organisation) and entry.type == "media"

    def capital_of(self, country: str) -> str | None:
        """Return the id of the place that is a country's capital."""
        state = self._entries.get(f"state:{country}")
        name = state.capitals.en[0] if isinstance(state, State) and state.capitals.en else ""
        senses = self._senses["en"].get(name, ())
        return next((s.id for s in senses if s.kind == "place" and s.country == country), None)

    def organs(self, short: str, language: str) -> list[Organisation]:
        """Return the organs that papers of their organisation call by a short name: "Council"."""
        return self._organs.get((language, short), [])

    def leader(self, name: str) -> str | None:
        """Return the country of who led it, by a full name or by a last name that no other leader has: "Macron"."""
        return self._leaders.get(_plain(name))

    def governed_by(self, name: str) -> str | None:
        """Return the country of whom a report calls its prime minister and who spoke for an organisation at another time: "premier Tusk"."""
        return self._governed.get(_plain(name))

    def lands_of(self, surname: str) -> frozenset[str]:
        """Return the countries that somebody of a last name led or was a minister of: "Francken"."""
        return frozenset(self._by_surname.get(_plain(surname), ()))

    def full_name(self, name: str) -> str:
        """Return the full name of who led a state, by a last name that no other leader has; any other name as it is."""
        return self._full_names.get(_plain(name), name)

    def led_by(self, names: Iterable[str | None], office: str | None = None) -> str | None:
        """Return the organisation (id) that one of these led, of those whose post another organisation has too; ``office`` is its post."""
        known = ((_plain(name), office) for name in names if name)
        return next((self._heads[one] for one in known if one in self._heads), None)

    def office_of(self, entity: str | None, function: str | None) -> str | None:
        """Return the organ (id) that is whoever holds a post of an organisation (id): its secretary-general."""
        own = (e for e in self.offices if e.office == function)
        return next((e.id for e in own if entity in (e.id, f"organisation:{e.part_of}")), None)

    def outside(self, mission: str | None, country: str | None) -> bool:
        """Say whether a state cannot take part in a mission (id): its organisation lets members only, and it is none."""
        entry = self.mission(mission)
        body = self._entries.get(f"organisation:{entry.organisation}") if entry is not None else None
        return isinstance(body, Organisation) and bool(body.members) and country not in body.members

    def parent_of(self, entity: str) -> str | None:
        """Return the slug of the organisation that an organ is part of."""
        entry = self._entries.get(entity)
        return entry.part_of if isinstance(entry, Organisation) else None

    def adjective(self, country: str, language: str) -> tuple[str, ...]:
        """Return the forms of a state's adjective, the base form first; nothing for an unknown state."""
        entry = self._entries.get(f"state:{country}")
        return entry.adjectives.of(language) if isinstance(entry, State) else ()

    def ref(self, entity: str, text: str, *, body: Body | None = None, language: str = "en") -> EntityRef:
        """Return a reference to an entry under the words ``text``; an unknown id gives the words alone."""
        entry = self._entries.get(entity)
        if entry is None:
            return EntityRef(text=text)
        place = entry if isinstance(entry, Place) else None
        return EntityRef(
            text=text, id=entry.id, kind=entry.kind, name=entry.name.of(language), country=entry.country,
            body=body if entry.kind == "state" else None,
            latitude=place.latitude if place else None, longitude=place.longitude if place else None,
        )  # fmt: skip

    def gazetteer(self, language: str) -> Gazetteer:
        """Return the names of a language, ready to be found (built once)."""
        if language not in self._gazetteers:
            senses = self._senses.get(language, {})
            self._gazetteers[language] = Gazetteer({name: tuple(found) for name, found in senses.items()}, self._ships)
        return self._gazetteers[language]

    def _add(self, row: Words, sense: Sense) -> None:
        for language, word in words_of(row):
            self._senses[language].setdefault(word, []).append(sense)

    def _add_capitals(self, mission: Mission) -> None:
        """Add a mission's short name in capitals, as its own press releases write it (ASPIDES), or with one, as agencies do (Samim)."""
        for language, word in words_of(mission):
            short, gap, land = word.partition(" ")
            if gap and short.isupper() and short.isalpha() and len(short) >= _SHORTEST:  # Eufor Tchad/RCA, Eutm Mali
                listed = self._senses[language].setdefault(f"{short.capitalize()} {land}", [])
                if all(sense.id != mission.id for sense in listed):
                    listed.append(Sense("name", mission.id, mission.kind, mission.country))
            if len(word) >= _LONG_ENOUGH and word.isalpha():
                listed = self._senses[language].setdefault(word.capitalize() if word.isupper() else word.upper(), [])
                if all(sense.id != mission.id for sense in listed):
                    listed.append(Sense("name", mission.id, mission.kind, mission.country))

    def _add_english(self, entry: Mission | Group | Organisation) -> None:
        """Add an English name written with capitals to the other languages, whose papers use it too: "NATO Mission Iraq"."""
        office = entry.office if isinstance(entry, Organisation) else None
        for word in entry.en:
            told = [w for w in word.split() if w not in _SMALL and w not in _SMALL_IN_ENGLISH]
            short = isinstance(entry, Mission) and len(word) >= _LONG_ENOUGH and word.isalpha()  # UNIFIL; but not: WHO
            if not (short or len(told) > 1) or not all(w[0].isupper() for w in told):
                continue
            for language in LANGUAGES:
                listed = self._senses[language].setdefault(word, [])
                if all(sense.id != entry.id for sense in listed):
                    listed.append(Sense("name", entry.id, entry.kind, entry.country, code=office))

    def _add_titles(self, title_of: Coded, form: Form = "function") -> None:
        """Add a post or rank as it is written before a name: "Foreign Minister Ann Poe"."""
        for language, word in words_of(title_of):
            title = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in word.split())
            parted = "-".join(part[:1].upper() + part[1:] for part in title.split("-"))  # Major-General
            for written in dict.fromkeys((title, parted)):
                listed = self._senses[language].setdefault(written, [])
                if all(sense.form != form for sense in listed):
                    listed.append(Sense(form, code=title_of.code))

    def _add_state(self, state: State) -> None:
        self._add(state.adjectives, Sense("adjective", state.id, "state", state.code))
        self._add(state.former, Sense("adjective", state.id, "state", state.code))
        self._add(state.nationals, Sense("national", state.id, "state", state.code))
        self._add(state.capitals, Sense("capital", state.id, "state", state.code, "government"))
        self._add(state.seats, Sense("seat", state.id, "state", state.code, "government"))

    def _check(self) -> None:
        states = {entry.country for entry in self.entries("state")}
        for entry in self._entries.values():
            if not re.fullmatch(r"(?:[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*|state:[A-Z]{2})", entry.id):
                raise RegisterError(f"{entry.id}: a slug has lower-case letters, digits and hyphens only")
            codes = [entry.country] if entry.country else []
            if isinstance(entry, Mission):
                codes += [*entry.hosts, *(lead for lead in entry.lead if lead.isupper())]
                owners = [entry.organisation, *(lead for lead in entry.lead if not lead.isupper())]
                for owner in owners:
                    if (
                        owner != "coalition"
                        and owner not in self._entries
                        and f"organisation:{owner}" not in self._entries
                    ):
                        raise RegisterError(f"{entry.id}: no organisation {owner!r} in organisations.toml")
                if entry.part_of and not isinstance(self._entries.get(f"mission:{entry.part_of}"), Mission):
                    raise RegisterError(f"{entry.id}: no mission {entry.part_of!r} in missions.toml")
            if isinstance(entry, Group):
                codes += entry.countries
            for code in codes:
                if code not in states:
                    raise RegisterError(f"{entry.id}: {code!r} is no state of states.toml")


@cache
def load() -> Register:
    """Load the register that ships with the program (once); raise ``RegisterError`` where a file breaks its rules."""
    states = _rows("states.toml", "state", State)
    return Register(
        [
            *states, *_rows("missions.toml", "mission", Mission),
            *_rows("organisations.toml", "organisation", Organisation), *_rows("groups.toml", "group", Group),
            *_places(states),
        ],
        _rows("bodies.toml", "body", BodyWords), _rows("functions.toml", "function", Coded),
        _rows("ranks.toml", "rank", Coded), _rows("assets.toml", "asset", Equipment),
        _rows("ships.toml", "ship", Prefix), _rows("leaders.toml", "leader", Leaders),
    )  # fmt: skip


class _Leader(NamedTuple):
    """A leader's name as the register spells it, in plain letters, and its last word."""

    country: str
    name: str
    plain: str
    last: str


def _plainly(leaders: Sequence[Leaders], how: str) -> Iterator[_Leader]:
    """Yield the names that stand in a field of the leaders of states, each made plain once."""
    for row in leaders:
        for name in getattr(row, how):
            plain = _plain(name)
            yield _Leader(row.country, name, plain, plain.rsplit(" ", 1)[-1])


def _by_name(by_name: Sequence[_Leader], by_whole: Sequence[_Leader]) -> dict[str, str]:
    """Return the countries of leaders by their full names, and by the last names that leaders of one country only have."""
    last: dict[str, set[str]] = {}
    for who in by_name:
        last.setdefault(who.last, set()).add(who.country)
    whole = {who.plain: who.country for who in (*by_name, *by_whole)}
    return {name: next(iter(found)) for name, found in last.items() if len(found) == 1} | whole


def _by_last_name(by_name: Sequence[_Leader]) -> dict[str, str]:
    """Return the full names of leaders by their last names, where nobody else has one, in the register's spelling."""
    named: dict[str, dict[str, str]] = {}
    for who in (who for who in by_name if " " in who.name):
        named.setdefault(who.last, {}).setdefault(who.plain, who.name)
    return {last: next(iter(full.values())) for last, full in named.items() if len(full) == 1}


def _rows(name: str, key: str, row: type[_Row]) -> list[_Row]:
    return read_rows(DATA.joinpath(name).read_bytes(), name, key, row)


def read_rows(data: bytes, name: str, key: str, row: type[_Row]) -> list[_Row]:
    """Return the rows of a register file (TOML, an array of tables under ``key``)."""
    try:
        return msgspec.convert(tomli.loads(data.decode()), dict[str, list[row]])[key]  # type: ignore[valid-type]
    except (msgspec.MsgspecError, KeyError, ValueError) as fault:
        raise RegisterError(
            f"register file {name}: {fault}; every [[{key}]] must follow the form of the others"
        ) from fault


def _places(states: list[State]) -> list[Place]:
    lines = [
        line
        for line in DATA.joinpath("places.csv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    places: list[Place] = []
    named: set[tuple[str | None, str]] = set()
    for row in csv.DictReader(lines, delimiter=";"):
        try:
            place = _place(row)
        except (TypeError, ValueError) as fault:
            raise RegisterError(f"register file places.csv, {row.get('slug')}: {fault}") from fault
        places.append(place)
        named.update((place.within, word) for _, word in words_of(place))
    for state in states:  # a capital is a place too
        capitals = zip(*(state.capitals.of(language) for language in LANGUAGES), strict=False)
        unnamed = [names for names in capitals if not any((state.code, word) in named for word in names)]
        places.extend(_capital(state, names) for names in unnamed)
    return places


def _place(row: dict[str, Any]) -> Place:
    words = {language: tuple(row[language].split("|")) for language in LANGUAGES}
    if row["type"] not in _DESCRIBED:
        words = {language: tuple(dict.fromkeys(_spelt(names, words))) for language, names in words.items()}
    return Place(
        slug=row["slug"], name=Name(*(words[language][0] for language in LANGUAGES)), within=row["country"] or None,
        type=row["type"], latitude=float(row["latitude"]), longitude=float(row["longitude"]), **words,
    )  # fmt: skip


_DESCRIBED = frozenset({"region", "sea", "waterway"})  # sorts of places whose names are words of a language


def _spelt(names: Sequence[str], everywhere: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a town's names, and how they are spelt elsewhere with other accents or hyphens: Ménaka, Menaka; El-Fasher, El Fasher."""
    yield from names
    same = {_plain(name) for name in names}
    for others in everywhere.values():
        yield from (name for name in others if _plain(name) in same)
    yield from (name.replace("-", " ") for name in names if _SPACED.match(name))


_SPACED = re.compile(
    r"(?:El|Al|Port|Wad|Oum|Sam|Am|Bint)-[A-Z]"
)  # what stands apart in one paper and joined in another


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return folded.lower().replace("-", " ")


def _capital(state: State, names: tuple[str, ...]) -> Place:
    dutch, english, french = names
    plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode().lower()
    return Place(
        slug=f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')}-{state.code.lower()}", name=Name(dutch, english, french),
        within=state.code, type="capital", latitude=None, longitude=None, nl=(dutch,), en=(english,), fr=(french,),
    )  # fmt: skip

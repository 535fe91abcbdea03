"""What the register's files hold: one frozen type per kind, strict about what a row may say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from missionwatch.records import PURPOSES, Body, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LANGUAGES = ("nl", "en", "fr")
"""The languages in which the register knows names."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by language."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    def of(self, language: str) -> tuple[str, ...]:
        """Return the words of a language."""
        return {"nl": self.nl, "en": self.en, "fr": self.fr}.get(language, ())


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one name to show, by language."""

    nl: str
    en: str
    fr: str

    def of(self, language: str) -> str:
        """Return the name in a language, in English where there is none."""
        return self.nl if language == "nl" else self.fr if language == "fr" else self.en


class Listed(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row that lists the words which name it."""


class Entry(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone or something with a name of its own; ``nl``, ``en`` and ``fr`` are all names it goes by."""

    name: Name

    @property
    def kind(self) -> Kind:
        """Return what kind of thing it is."""
        raise NotImplementedError

    @property
    def id(self) -> str:
        """Return its id, ``kind:slug``."""
        raise NotImplementedError

    @property
    def country(self) -> str | None:
        """Return the one country (ISO alpha-2) it belongs to, if it belongs to one."""
        return None


class Named(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry whose file gives it a slug."""

    slug: str

    @property
    def id(self) -> str:
        """Return its id, ``kind:slug``."""
        return f"{self.kind}:{self.slug}"


class State(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state. ``code`` is ISO 3166-1 alpha-2; ``seats`` are houses and towns that stand for its government.

    ``former`` are the adjectives of the names it had: they are read, and not written.
    """

    code: str
    adjectives: Words
    former: Words = Words()
    nationals: Words
    capitals: Words
    seats: Words = Words()

    @property
    def kind(self) -> Kind:
        """Return what kind of thing it is."""
        return "state"

    @property
    def id(self) -> str:
        """Return its id, ``state:XX``."""
        return f"state:{self.code}"

    @property
    def country(self) -> str | None:
        """Return its own code."""
        return self.code


class Mission(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mission or operation. ``hosts`` and state leads are ISO codes; ``start`` and ``end`` are EDTF.

    ``part_of`` is the slug of the larger mission in which this is what one state calls its own part: Chammal in Inherent Resolve.
    """

    organisation: str
    type: Literal["military", "civilian", "mixed", "police", "political"]
    part_of: str | None = None
    hosts: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    purposes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a purpose the contract does not know."""
        for purpose in self.purposes:
            if purpose not in PURPOSES:
                raise ValueError(f"mission {self.slug}: unknown purpose {purpose!r}")

    @property
    def kind(self) -> Kind:
        """Return what kind of thing it is."""
        return "mission"

    @property
    def operator(self) -> str:
        """Return the id of whose mission it is: ``organisation:un``, ``state:FR``."""
        return self.organisation if ":" in self.organisation else f"organisation:{self.organisation}"

    def runs(self, day: date) -> bool:
        """Say whether it goes on on a day; where a start or an end is not known, it is taken to. It ends with the year or month of its end."""
        said = day.isoformat()
        return not (self.start and self.start[:10] > said) and not (self.end and self.end[:10] < said[: len(self.end)])


class Organisation(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation, an organ of one, a court, an aid body, a research body or a newsroom; ``seats`` stand for it.

    ``short`` is what papers of the organisation ``part_of`` call its organ: "the Council". ``office`` is the code of
    the post that one person holds there: who is named after it holds it. ``members`` are the states that its missions are made of,
    where no others take part. ``led_by`` names those who held a post that another organisation has too: who is called so is of this one.
    """

    type: str
    home: str | None = msgspec.field(name="country", default=None)
    seats: Words = Words()
    short: Words = Words()
    part_of: str | None = None
    office: str | None = None
    members: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """Return what kind of thing it is."""
        return "organisation"

    @property
    def country(self) -> str | None:
        """Return the one country it belongs to."""
        return self.home


class Group(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An armed group, militia or private military company; ``countries`` is where it is or was active."""

    type: str
    countries: tuple[str, ...]
    home: str | None = None

    @property
    def kind(self) -> Kind:
        """Return what kind of thing it is."""
        return "group"

    @property
    def country(self) -> str | None:
        """Return the one country it belongs to."""
        return self.home


class Place(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place; ``latitude`` and ``longitude`` are degrees (WGS 84), None where only the name is known."""

    within: str | None
    type: str
    latitude: float | None
    longitude: float | None

    @property
    def kind(self) -> Kind:
        """Return what kind of thing it is."""
        return "place"

    @property
    def country(self) -> str | None:
        """Return the country it lies in; None for what lies in several."""
        return self.within


class BodyWords(Listed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for a body of a state; with ``country`` they are the name of one country's body."""

    body: Body
    country: str | None = None


class Prefix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands before the names of a country's ships; it is the same in all languages."""

    prefix: str
    country: str


class Leaders(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who led a state or was its minister, in all spellings; they are the same in all languages.

    ``names`` are known by the last name alone too, ``full`` only as a whole; ``governed`` those who spoke for an
    organisation at another time, whom only "prime minister" beside the name makes their state's.
    """

    country: str
    names: tuple[str, ...] = ()
    full: tuple[str, ...] = ()
    governed: tuple[str, ...] = ()


class Coded(Listed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for a function or a rank, and its code; ``grade`` is a rank's NATO grade (STANAG 2116)."""

    code: str
    grade: str | None = None


class Equipment(Listed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for equipment; ``name`` is how it is written in a statement."""

    name: str
    type: str


def words_of(entry: Words) -> Iterator[tuple[str, str]]:
    """Yield each language and word of a row."""
    for language in LANGUAGES:
        for word in Words.of(entry, language):
            yield language, word

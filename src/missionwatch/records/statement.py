"""A statement: one thing that one report says. Implements the project's statement contract (docs/statements.md)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["state", "mission", "organisation", "group", "person", "place", "unit"]
Body = Literal["government", "parliament", "armed_forces", "police", "diplomats", "population", "opposition"]
Predicate = Literal[
    "contribution",
    "strength",
    "post",
    "leadership",
    "purpose",
    "period",
    "presence",
    "event",
    "assessment",
    "question",
    "option",
    "risk",
    "interest",
]
Modality = Literal["actual", "planned", "possible", "required", "conditional"]
Relation = Literal["at", "since", "until", "during", "before", "after"]
PartKind = Literal["title", "lead", "heading", "body", "caption", "quote", "list", "table"]
Yardstick = Literal["icd203", "phia", "un"]
Qualifier = Literal[
    "exact",
    "about",
    "nearly",
    "more_than",
    "at_least",
    "up_to",
    "less_than",
    "dozens",
    "hundreds",
    "thousands",
]

EVENT_TYPES: Mapping[str, str] = {
    # ours -> PLOVER event (mode), after "PLOVER and POLECAT" (Halterman et al. 2023), doi 10.31235/osf.io/rm5dw
    "withdraw": "RETREAT:withdraw", "deploy": "MOBILIZE:troops", "reinforce": "MOBILIZE:troops",
    "suspend": "REQUEST-REFUSE:suspend", "resume": "COOPERATE:military", "end": "RETREAT:ceasefire",
    "extend": "AGREE", "reduce": "RETREAT:withdraw",
    "expel": "SANCTION:expel", "recall": "SANCTION:withdraw", "deny_access": "SANCTION:restrict",
    "obstruct": "COERCE:restrict", "detain": "COERCE:arrest", "release": "CONCEDE:release",
    "attack": "ASSAULT", "clash": "ASSAULT:firearms", "coup": "ASSAULT:coup", "protest": "PROTEST",
    "sanction": "SANCTION", "threaten": "THREATEN", "accuse": "ACCUSE", "condemn": "ACCUSE:disapprove",
    "deny": "REJECT", "reject": "REJECT", "demand": "REQUEST", "consult": "CONSULT", "agree": "AGREE",
    "cooperate": "COOPERATE", "support": "SUPPORT", "aid": "AID", "mediate": "CONSULT:third-party",
    "decide": "AGREE", "approve": "AGREE", "appoint": "COOPERATE:government", "resign": "CONCEDE:resign",
    "elect": "COOPERATE:government", "postpone": "REJECT:delay", "visit": "CONSULT:visit",
    "investigate": "INVESTIGATE",
}  # fmt: skip
"""Event types of the contract, each with the PLOVER event (and mode) it exchanges as."""

GRADES = (
    "worrying", "very_worrying", "unacceptable", "unlawful", "negative",
    "positive", "important", "unchanged", "improved", "deteriorated",
)  # fmt: skip
OPTIONS = (
    "continue",
    "extend",
    "expand",
    "adapt",
    "reduce",
    "suspend",
    "resume",
    "withdraw",
    "join",
    "relocate",
    "all",
)
PURPOSES = (
    "counter-terrorism", "training", "advice", "stabilisation", "protection-of-civilians", "monitoring", "transport",
    "intelligence", "political-process", "deterrence", "maritime-security", "evacuation",
    "capacity-building", "humanitarian-aid", "disarmament", "election-support",
)  # fmt: skip
HAZARDS = (
    "terrorism", "irregular-migration", "instability", "spill-over", "famine", "displacement", "crime",
    "escalation", "poverty", "weak-governance", "climate",
)  # fmt: skip
"""Codes for the causes and effects of a risk."""
ROLES = (
    "contributor", "mission", "place", "person", "organisation", "state", "leader", "actor", "target",
    "instigator", "partner", "cause", "effect",
)  # fmt: skip


# gc=False below: nothing in a statement can lead back to it, and the collector need not walk millions of them.


class EntityRef(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Who or what a text names. ``text`` are the words; ``id`` is None where nobody knows who it is.

    ``id`` is ``kind:slug`` (``state:ML``, ``mission:takuba``); ``country`` is ISO 3166-1 alpha-2;
    ``latitude`` and ``longitude`` are degrees (WGS 84). ``office`` is the id of the one-person office that a person holds and
    acts in ("organisation:un-secretary-general"): both stand in the role, and are one party.
    """

    text: str
    id: str | None = None
    kind: Kind | None = None
    name: str | None = None
    country: str | None = None
    body: Body | None = None
    latitude: float | None = None
    longitude: float | None = None
    office: str | None = None

    def __post_init__(self) -> None:
        """Refuse an id without its kind."""
        if self.id is not None and (self.kind is None or not self.id.startswith(f"{self.kind}:")):
            raise ValueError(f"entity id {self.id!r} does not match its kind {self.kind!r}")


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number as stated: ``value`` as said, ``low``–``high`` what it allows (None where open)."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    qualifier: Qualifier
    text: str

    @property
    def span(self) -> tuple[float, float] | None:
        """Return the fewest and the most, where it was said from the one to the other ("3,000 to 4,000"); None of "several"."""
        if self.value is not None or self.qualifier != "about" or self.low is None or self.high is None:
            return None
        return (self.low, self.high) if self.high > _SEVERAL else None


_SEVERAL = 6  # the most that "several" is taken for


class When(msgspec.Struct, frozen=True, gc=False):
    """A time as stated. ``edtf`` is ISO 8601-2 level 2; ``earliest``/``latest`` are ISO days it allows at most.

    All three are None for a relative time in a report without a date: the words stay in ``text``.
    """

    relation: Relation
    edtf: str | None
    earliest: str | None
    latest: str | None
    text: str

    def __post_init__(self) -> None:
        """Refuse a time that ends before it begins."""
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"time {self.text!r}: {self.earliest} is after {self.latest}")


class Likelihood(msgspec.Struct, frozen=True, gc=False):
    """A holder's own likelihood word, and the range (0–1) the yardstick ``scale`` gives it."""

    term: str
    low: float
    high: float
    scale: str

    def __post_init__(self) -> None:
        """Refuse a range outside 0–1 or upside down."""
        if not 0 <= self.low <= self.high <= 1:
            raise ValueError(f"likelihood {self.term!r}: {self.low}–{self.high} is no range within 0–1")


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """Where in the report's clean text it stands: ``report.text[start:end] == quote``, always."""

    start: int
    end: int
    quote: str
    part: PartKind

    def __post_init__(self) -> None:
        """Refuse a span that is not as long as its quote."""
        if self.start < 0 or self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(f"evidence {self.start}–{self.end} does not fit its quote of {len(self.quote)} characters")


class Asset(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Equipment as stated: its register name (``C-130``), how many, and the words."""

    name: str
    text: str
    quantity: Quantity | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, eq=False, gc=False):
    """One thing one report says. Build it with ``Statement.of``, which computes the id.

    Fields above the blank line are written always; those below only where the predicate has them. Two
    statements are equal when their ids are. ``about`` holds statement ids or entity refs. ``more`` are
    further spans of the same report that add to it ("Dit laatste gebeurde op verzoek van …").
    ``frame`` is the frame and rule that fired, for ``explain``.
    """

    id: str
    report: str
    predicate: Predicate
    type: str | None
    roles: dict[str, tuple[EntityRef, ...]]
    quantity: Quantity | None
    time: When | None
    modality: Modality
    negated: bool
    likelihood: Likelihood | None
    holders: tuple[EntityRef, ...]
    grade: str | None
    about: tuple[str | EntityRef, ...]
    evidence: Evidence
    confidence: float
    reader: str

    function: str | None = None
    rank: str | None = None
    assets: tuple[Asset, ...] = ()
    purposes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    cause: tuple[str, ...] = ()
    effect: tuple[str, ...] = ()
    subject: Literal["mission", "contribution"] | None = None
    duration: str | None = None
    caveat: str | None = None
    killed: Quantity | None = None
    injured: Quantity | None = None
    text: str | None = None
    hearsay: bool = False
    background: bool = False
    more: tuple[Evidence, ...] = ()
    frame: str | None = None

    def __post_init__(self) -> None:
        """Refuse what the contract does not know."""
        if (self.predicate == "event") != (self.type is not None):
            raise ValueError(f"a {self.predicate} statement with type {self.type!r}")
        if self.type is not None and self.type not in EVENT_TYPES:
            raise ValueError(f"unknown event type {self.type!r}")
        if self.grade is not None and self.grade not in GRADES:
            raise ValueError(f"unknown grade {self.grade!r}")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not within 0–1")
        for role in self.roles:
            if role not in ROLES:
                raise ValueError(f"unknown role {role!r}")
        known: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
            ("option", self.options, OPTIONS), ("purpose", self.purposes, PURPOSES),
            ("cause", self.cause, HAZARDS), ("effect", self.effect, HAZARDS),
        )  # fmt: skip
        for what, said, allowed in known:
            for code in said:
                if code not in allowed:
                    raise ValueError(f"unknown {what} {code!r}")

    def __eq__(self, other: object) -> bool:
        """Statements are what they say: equal ids, equal statements."""
        return isinstance(other, Statement) and other.id == self.id

    def __hash__(self) -> int:
        """Hash by id."""
        return hash(self.id)

    @classmethod
    def of(
        cls, *, report: str, predicate: Predicate, evidence: Evidence, reader: str, confidence: float, **fields: Any
    ) -> Statement:
        """Build a statement and its id: the hash of all it says, whoever read it and how sure they were.

        >>> span = Evidence(start=0, end=4, quote="Mali", part="body")
        >>> Statement.of(report="r", predicate="risk", evidence=span, reader="frames@1", confidence=0.5).modality
        'actual'
        """
        filled: dict[str, Any] = {
            "type": None, "roles": {}, "quantity": None, "time": None, "modality": "actual", "negated": False,
            "likelihood": None, "holders": (), "grade": None, "about": (),
        } | fields  # fmt: skip
        draft = cls(
            id="", report=report, predicate=predicate, evidence=evidence, reader=reader, confidence=confidence,
            **filled,
        )  # fmt: skip
        return msgspec.structs.replace(draft, id=content_id(draft))

    def role(self, *names: str) -> tuple[EntityRef, ...]:
        """Return the refs in the first of these roles that is filled, or nothing."""
        for name in names:
            if self.roles.get(name):
                return self.roles[name]
        return ()


def content_id(statement: Statement) -> str:
    """Return the id of a statement: 128 bits of SHA-256 over what it says, without reader, rule and confidence."""
    said = msgspec.to_builtins(statement)
    for field in ("id", "confidence", "reader", "frame"):
        said.pop(field, None)
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()[:32]


PREDICATES: tuple[str, ...] = get_args(Predicate)

"""The frozen types that pass between rooms. They refuse nonsense when built; they decide nothing.

A newcomer follows the types: Source → Report → Statement → Booking → Claim → Picture → Concern → Briefing.
"""

from missionwatch.records.booking import Booking, BookingKind, Payload, Review, Supersession
from missionwatch.records.briefing import Briefing, Footnote, Section, Sentence
from missionwatch.records.concern import (
    LEVELS,
    Concern,
    Dimension,
    DimensionConcern,
    Level,
    Pivot,
    Reason,
    Sureness,
    Trend,
)
from missionwatch.records.picture import (
    CalendarDay,
    Chain,
    Change,
    ChangeKind,
    Claim,
    MissionPicture,
    MissionState,
    Picture,
    Value,
)
from missionwatch.records.report import (
    Part,
    Reliability,
    Report,
    ReportHead,
    Source,
    SourceKind,
    report_id,
)
from missionwatch.records.statement import (
    EVENT_TYPES,
    GRADES,
    HAZARDS,
    OPTIONS,
    PREDICATES,
    PURPOSES,
    ROLES,
    Asset,
    Body,
    EntityRef,
    Evidence,
    Kind,
    Likelihood,
    Modality,
    PartKind,
    Predicate,
    Qualifier,
    Quantity,
    Relation,
    Statement,
    When,
    Yardstick,
    content_id,
)
from missionwatch.records.theatre import Theatre
from missionwatch.records.weighing import Backing, Rule, Turn, Weighing

__all__ = [
    "EVENT_TYPES", "GRADES", "HAZARDS", "LEVELS", "OPTIONS", "PREDICATES", "PURPOSES", "ROLES", "Asset", "Backing", "Body",
    "Booking", "BookingKind", "Briefing", "CalendarDay", "Chain", "Change", "ChangeKind", "Claim", "Concern", "Dimension", "DimensionConcern",
    "EntityRef",
    "Evidence", "Footnote", "Kind", "Level", "Likelihood", "MissionPicture", "MissionState", "Modality", "Part", "PartKind", "Payload",
    "Picture", "Pivot", "Predicate", "Qualifier", "Quantity", "Reason", "Relation", "Reliability", "Report", "ReportHead",
    "Review", "Rule", "Section", "Sentence", "Source", "SourceKind", "Statement", "Supersession", "Sureness", "Theatre", "Trend", "Turn",
    "Value", "Weighing",
    "When", "Yardstick", "content_id", "report_id",
]  # fmt: skip

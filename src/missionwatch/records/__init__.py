"""The frozen types that pass between rooms. They refuse nonsense when built; they decide nothing.

A newcomer follows the types: Source → Report → Statement → Booking → Claim → Picture → Concern → Briefing.
"""

from missionwatch.records.alert import (
    Alert,
)
from missionwatch.records.booking import (
    Act,
    Booking,
    BookingKind,
    Marked,
    Payload,
    Review,
    Supersession,
    as_reviewed,
    put_verdict,
)
from missionwatch.records.briefing import (
    Briefing,
    BriefingForm,
    BriefingLayout,
    Chart,
    ChartKind,
    ChartMedia,
    Footnote,
    Section,
    Sentence,
    Standing,
)
from missionwatch.records.collecting import (
    Collect,
    EventFile,
    EventFormat,
    RawDocument,
    SourceFault,
    SourceHealth,
)
from missionwatch.records.concern import (
    DIMENSIONS,
    Concern,
    Dimension,
    DimensionConcern,
    Ground,
    GroundKind,
    Held,
    LevelChange,
    Pivot,
    Reason,
    ReplayDay,
    Sureness,
)
from missionwatch.records.finding import (
    Check,
    CheckedSentence,
    Finding,
    Verdict,
)
from missionwatch.records.levels import (
    LEVELS,
    Level,
    Trend,
)
from missionwatch.records.marking import (
    TLPS,
    Tlp,
)
from missionwatch.records.people import (
    Access,
    Key,
    Permission,
    Person,
    Role,
    Scope,
    Session,
)
from missionwatch.records.picture import (
    CLAIM_FIELDS,
    CalendarDay,
    Chain,
    Change,
    ChangeKind,
    Claim,
    Fate,
    MissionPicture,
    MissionState,
    Picture,
    Value,
)
from missionwatch.records.report import (
    Dated,
    Part,
    Reliability,
    Report,
    ReportHead,
    Source,
    SourceKind,
    report_id,
)
from missionwatch.records.searching import (
    FoundBy,
    Hit,
    Meant,
    Query,
    Results,
    Sought,
    Span,
)
from missionwatch.records.shelf import (
    KEPT_KINDS,
    Kept,
    KeptKind,
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
from missionwatch.records.story import (
    Story,
)
from missionwatch.records.subscription import (
    Occasion,
    Subscription,
)
from missionwatch.records.tempo import (
    Dataset,
    Deaths,
    EventKind,
    EventSource,
    Gap,
    Near,
    Tempo,
    TempoChange,
    Usual,
    Week,
)
from missionwatch.records.theatre import (
    Theatre,
)
from missionwatch.records.weighing import (
    Backing,
    Rule,
    Turn,
    Weighing,
)
from missionwatch.records.whatif import (
    Consequence,
    ConsequenceKind,
    Hypothesis,
    LevelShift,
    Unsaid,
    UnsaidKind,
    WhatIf,
)

__all__ = [
    "CLAIM_FIELDS", "DIMENSIONS", "EVENT_TYPES", "GRADES", "HAZARDS", "KEPT_KINDS", "LEVELS", "OPTIONS", "PREDICATES",
    "PURPOSES", "ROLES", "TLPS", "Access", "Act", "Alert", "Asset", "Backing", "Body", "Booking", "BookingKind",
    "Briefing", "BriefingForm", "BriefingLayout", "CalendarDay", "Chain", "Change", "ChangeKind", "Chart", "ChartKind",
    "ChartMedia", "Check", "CheckedSentence", "Claim", "Collect", "Concern", "Consequence", "ConsequenceKind",
    "Dataset", "Dated", "Deaths", "Dimension", "DimensionConcern", "EntityRef", "EventFile", "EventFormat", "EventKind",
    "EventSource", "Evidence", "Fate", "Finding", "Footnote", "FoundBy", "Gap", "Ground", "GroundKind", "Held", "Hit",
    "Hypothesis", "Kept", "KeptKind", "Key", "Kind", "Level", "LevelChange", "LevelShift", "Likelihood", "Marked",
    "Meant", "MissionPicture", "MissionState", "Modality", "Near", "Occasion", "Part", "PartKind", "Payload",
    "Permission", "Person", "Picture", "Pivot", "Predicate", "Qualifier", "Quantity", "Query", "RawDocument", "Reason",
    "Relation", "Reliability", "ReplayDay", "Report", "ReportHead", "Results", "Review", "Role", "Rule", "Scope",
    "Section", "Sentence", "Session", "Sought", "Source", "SourceFault", "SourceHealth", "SourceKind", "Span",
    "Standing", "Statement", "Story", "Subscription", "Supersession", "Sureness", "Tempo", "TempoChange", "Theatre",
    "Tlp", "Trend", "Turn", "Unsaid", "UnsaidKind", "Usual", "Value", "Verdict", "Week", "Weighing", "WhatIf", "When",
    "Yardstick", "as_reviewed", "content_id", "put_verdict", "report_id",
]  # fmt: skip

"""Exit codes: one for each cause of failure."""

from __future__ import annotations

from missionwatch.errors import (
    AddressError,
    AddressRefusedError,
    AlertsError,
    AnswerRefusedError,
    BelowFloorError,
    BookingRefusedError,
    ClusterError,
    CollectionError,
    CorrectionError,
    ExchangeError,
    ExchangeNotSetUpError,
    GoldError,
    HypothesisError,
    IndicatorsError,
    LedgerAddressError,
    LedgerDamagedError,
    LedgerError,
    LedgerLockedError,
    LedgerMissingError,
    LedgerNotSetUpError,
    LedgerUnreachableError,
    LlmBudgetSpentError,
    LlmNotSetUpError,
    LlmUnavailableError,
    MissionwatchError,
    NotAllowedError,
    OvertakenError,
    PeopleError,
    PeopleNotSetUpError,
    PeopleStoreError,
    PersonRefusedError,
    RegisterError,
    RendererMissingError,
    ReportError,
    RobotsRefusedError,
    SearchError,
    ServingError,
    ShelfError,
    SourceError,
    SourceSettingsError,
    SourceUnavailableError,
    StoriesNotSetUpError,
    TempoNotSetUpError,
    TempoStoreError,
    TheatreError,
    UnknownLanguageError,
)

EXIT_CODES: tuple[tuple[type[MissionwatchError], int], ...] = (
    (ReportError, 3), (UnknownLanguageError, 4), (TheatreError, 5), (LedgerMissingError, 6), (LedgerLockedError, 7),
    (LedgerDamagedError, 8), (OvertakenError, 36), (BookingRefusedError, 9), (LedgerUnreachableError, 38), (LedgerNotSetUpError, 39),
    (LedgerAddressError, 44), (LedgerError, 10), (RegisterError, 11), (IndicatorsError, 12), (CorrectionError, 45),
    (GoldError, 13), (BelowFloorError, 14), (LlmNotSetUpError, 15), (LlmUnavailableError, 16),
    (LlmBudgetSpentError, 17), (SourceSettingsError, 18), (SourceUnavailableError, 19), (AddressRefusedError, 20),
    (RobotsRefusedError, 21), (AnswerRefusedError, 22), (CollectionError, 23), (SourceError, 23),
    (TempoNotSetUpError, 24), (TempoStoreError, 25), (RendererMissingError, 26), (AlertsError, 28),
    (StoriesNotSetUpError, 29), (ExchangeError, 30), (ExchangeNotSetUpError, 31), (HypothesisError, 32),
    (NotAllowedError, 33), (ServingError, 34), (AddressError, 2), (ClusterError, 35), (SearchError, 37),
    (PeopleNotSetUpError, 40), (PeopleStoreError, 41), (PersonRefusedError, 42), (PeopleError, 43),
    (ShelfError, 46),
)  # fmt: skip
"""Exit codes by cause; 0 is success, 1 an unexpected fault, 2 a wrong command line."""


def exit_code(fault: MissionwatchError) -> int:
    """Return the exit code of a fault, by its cause."""
    return next(code for kind, code in EXIT_CODES if isinstance(fault, kind))

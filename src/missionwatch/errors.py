"""One exception class per cause, in one tree. Exit codes are given at the door (``cli``) only.

A fault in *data* (a date that cannot be resolved, a name nobody knows) is no exception: it is kept as a
value beside its source. These classes are for what stops the work. Every message says what is wrong and
what to do about it.
"""


class MissionwatchError(Exception):
    """Base of all errors that missionwatch raises on purpose."""


class ReportError(MissionwatchError):
    """A document cannot be made into a report (empty, binary, too large, unreadable, no such file)."""


class UnknownLanguageError(MissionwatchError):
    """A report is in a language for which there is no language pack."""


class TheatreError(MissionwatchError):
    """A theatre file has a fault; the message names the file, the key and the remedy."""


class RegisterError(MissionwatchError):
    """A register data file breaks its own rules (a double id, a host that is no state)."""


class IndicatorsError(MissionwatchError):
    """An indicators file has a fault; the message names the signal and the remedy."""


class GoldError(MissionwatchError):
    """A gold file or a file of floors has a fault; the message names the file, the report, the fact and the remedy."""


class BelowFloorError(MissionwatchError):
    """Reading is worse than the floors allow; the message says which figure in which language."""


class LedgerError(MissionwatchError):
    """Base of what can go wrong with a ledger."""


class LedgerMissingError(LedgerError):
    """There is no ledger at that address."""


class LedgerLockedError(LedgerError):
    """Another process holds the ledger longer than we are willing to wait."""


class LedgerDamagedError(LedgerError):
    """The ledger's file or its hash chain is broken; the message names the first bad booking."""


class BookingRefusedError(LedgerError):
    """The booking would break a rule of the book (time runs backwards, unknown statement, double supersession)."""


class LlmNotSetUpError(MissionwatchError):
    """The ``llm`` reader lacks what it needs: the extra, an endpoint, a model, or a setting that makes sense."""


class LlmUnavailableError(MissionwatchError):
    """The language model's endpoint does not answer, or not as an OpenAI-compatible endpoint should."""


class LlmBudgetSpentError(MissionwatchError):
    """The run has used all the requests or tokens it was allowed; what was answered is kept in the cache."""


class ExchangeError(MissionwatchError):
    """A file cannot be taken in or given out (too large, too deep, not the format it is said to be); the message says why."""


class ExchangeNotSetUpError(MissionwatchError):
    """A format needs an extra that is not installed; the message names it."""

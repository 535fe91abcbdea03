"""One exception class per cause, in one tree. Exit codes are given at the door (``cli``) only.

A fault in *data* (a date that cannot be resolved, a name nobody knows) is no exception: it is kept as a
value beside its source. These classes are for what stops the work. Every message says what is wrong and
what to do about it.
"""


class MissionwatchError(Exception):
    """Base of all errors that missionwatch raises on purpose.

    Some causes that people meet in pages have a word (``cause``) and what it is about (``said``), so that a page says them in the
    reader's language; the message says the same in English.
    """

    def __init__(self, *message: object, cause: str = "", said: str = "") -> None:
        super().__init__(*message)
        self.cause = cause
        self.said = said


class ReportError(MissionwatchError):
    """A document cannot be made into a report (empty, binary, too large, unreadable, no such file)."""


class StoriesNotSetUpError(MissionwatchError):
    """Stories need the extra ``stories``, which is not installed."""


class UnknownLanguageError(MissionwatchError):
    """A report is in a language for which there is no language pack."""


class PackError(MissionwatchError):
    """A language pack has entries that are there twice or have no effect; the message names each."""


class TheatreError(MissionwatchError):
    """A theatre file has a fault; the message names the file, the key and the remedy."""


class RegisterError(MissionwatchError):
    """A register data file breaks its own rules (a double id, a host that is no state)."""


class IndicatorsError(MissionwatchError):
    """An indicators file has a fault; the message lists every fault with file, signal, key and remedy."""


class HypothesisError(MissionwatchError):
    """A what-if supposes something that cannot be asked: a mission that is not followed, no party, no day."""


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


class LedgerAddressError(LedgerError):
    """An address is that of no ledger; the message says how one is written, and never quotes a password."""


class LedgerUnreachableError(LedgerError):
    """The server that has the ledger does not answer or does not let us in; what it did not confirm is booked wholly or not at all."""


class LedgerNotSetUpError(LedgerError):
    """A ledger on a server needs the extra ``postgres``, which is not installed."""


class BookingRefusedError(LedgerError):
    """The booking would break a rule of the book (time runs backwards, unknown statement, double supersession)."""


class OvertakenError(BookingRefusedError):
    """Somebody else reviewed the statement meanwhile; what they said is to be read first. Nothing was booked."""


class LlmNotSetUpError(MissionwatchError):
    """The ``llm`` reader lacks what it needs: the extra, an endpoint, a model, or a setting that makes sense."""


class LlmUnavailableError(MissionwatchError):
    """The language model's endpoint does not answer, or not as an OpenAI-compatible endpoint should."""


class LlmBudgetSpentError(MissionwatchError):
    """The run has used all the requests or tokens it was allowed; what was answered is kept in the cache."""


class RendererMissingError(MissionwatchError):
    """A format or a chart needs a library or a font that is not installed; the message says how to get it."""


class TempoNotSetUpError(MissionwatchError):
    """Event data need the extra ``tempo``, which is not installed."""


class TempoStoreError(MissionwatchError):
    """A folder of event data is missing, in use or damaged, or a file of events is none; the message says which and the remedy."""


class SourceError(MissionwatchError):
    """Base of what can go wrong while a source is collected. At a run it becomes a value in the source's health."""


class SourceSettingsError(SourceError):
    """A source's ``collect`` settings have a fault; the message names the file, the source, the key and the remedy."""


class SourceUnavailableError(SourceError):
    """A source does not answer, answers with an error, or wants us to wait longer than we do.

    ``status`` is the HTTP status where there was one; ``wait`` the seconds it asks us to stay away.
    """

    def __init__(self, message: str, *, status: int | None = None, wait: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait

    @property
    def gone(self) -> bool:
        """Say whether asking again is of no use: the document is not there."""
        return self.status in (404, 410, 451)


class AddressRefusedError(SourceError):
    """An address is none of the public internet, or is written so as to hide where it leads."""


class RobotsRefusedError(SourceError):
    """A site's robots.txt does not want us there."""


class AnswerRefusedError(SourceError):
    """A source's answer is not taken: too large, too slow, of another type, packed too tightly, or not what it should be."""


class CollectionError(SourceError):
    """The folder of collected documents cannot be used: another process has it, or it is damaged."""


class AlertsError(MissionwatchError):
    """An alert cannot be sent, or what was told cannot be kept; the message says why. The alert waits."""


class ExchangeError(MissionwatchError):
    """A file cannot be taken in or given out (too large, too deep, not the format it is said to be); the message says why."""


class SearchError(MissionwatchError):
    """A search cannot be made as asked: a filter that nothing can be of, or a page of results that is no more; the message says which."""


class ExchangeNotSetUpError(MissionwatchError):
    """A format needs an extra that is not installed; the message names it."""


class AddressError(MissionwatchError):
    """An address or a parameter of it says nothing that can be shown."""


class CorrectionError(MissionwatchError):
    """What a person says that a statement says cannot be said so; ``field`` is what is wrong, the message why."""

    def __init__(self, message: str, *, field: str = "", cause: str = "", said: str = "") -> None:
        super().__init__(message, cause=cause, said=said)
        self.field = field


class NotAllowedError(MissionwatchError):
    """A person asked for what their role or a report's marking does not allow them."""


class ServingError(MissionwatchError):
    """The workbench cannot be served as asked."""


class ClusterError(MissionwatchError):
    """An archive cannot be read, or the cluster that reads it cannot be reached."""


class PeopleError(MissionwatchError):
    """Base of what can go wrong with people. No message ever holds a password, a token or a key."""


class PeopleNotSetUpError(PeopleError):
    """Accounts need the extra ``web``, which is not installed."""


class PeopleStoreError(PeopleError):
    """The store of people is missing, in use, damaged, of another program or of a newer one; the message says which."""


class PersonRefusedError(PeopleError):
    """A change to people cannot be made: no such person or key, a name that is taken, or a password too easily guessed."""


class LoginRefusedError(PeopleError):
    """Name and password do not belong together, or the account is disabled: nobody is told which."""


class LoginThrottledError(PeopleError):
    """There were too many wrong tries; ``wait`` is how many seconds to wait before the next."""

    def __init__(self, message: str, *, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait


class OidcSettingsError(PeopleError):
    """The settings of the OpenID Connect provider have a fault; the message names the key and the remedy."""


class OidcUnavailableError(PeopleError):
    """The OpenID Connect provider does not answer, or not as one should."""


class OidcRefusedError(PeopleError):
    """A login by way of the provider is refused: forged, stale, for somebody else, or of somebody who has no role here."""


class ShelfError(MissionwatchError):
    """The file with people's drafts and searches cannot be used."""


class ShelfMissingError(ShelfError):
    """What is asked for is not kept, or is somebody else's."""


class ShelfChangedError(ShelfError):
    """A draft was changed by somebody else since it was read."""


class ShelfRefusedError(ShelfError):
    """What is to be kept is too long, has no name, or is one too many."""

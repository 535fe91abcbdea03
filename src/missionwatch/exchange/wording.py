"""What claims say in words, as the briefing says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from missionwatch.briefing.patterns import sentence
from missionwatch.briefing.sentences import Speaker
from missionwatch.exchange.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.records import Claim, Picture


class Wording(Mapping[str, str]):
    """What each claim (id) of a picture says in one sentence, put in words when it is asked for; what there are no words for is left out.

    Raises ``UnknownLanguageError`` for a language without phrases.
    """

    def __init__(self, picture: Picture, language: str = "en") -> None:
        self._speaker = Speaker(picture, language)
        self._claims = {one.claim.id: one.claim for one in gather(picture).told}
        self._said: dict[str, str] = {}

    def __getitem__(self, claim: str) -> str:
        """Return what a claim (id) says; raise ``KeyError`` where it says nothing that can be told, or is none of the picture's."""
        if claim not in self._said:
            said = self._speaker.say(self._claims[claim])
            self._said[claim] = sentence(said) if said else ""
        if not self._said[claim]:
            raise KeyError(claim)
        return self._said[claim]

    def __iter__(self) -> Iterator[str]:
        """Yield the claims (ids) that say something."""
        return (claim for claim in self._claims if claim in self)

    def __len__(self) -> int:
        """Return how many say something."""
        return sum(1 for _ in self)


def in_words(picture: Picture, language: str = "en") -> dict[str, str]:
    """Return what each claim (id) of a picture says in one sentence (``Wording``), all of them now."""
    return dict(Wording(picture, language))


def worded(claims: Iterable[Claim], picture: Picture, language: str = "en") -> dict[str, str]:
    """Return what claims say in one sentence, as a picture that need not hold them would; what there are no words for is left out."""
    speaker = Speaker(picture, language)
    told = {claim.id: speaker.say(claim) for claim in claims}
    return {claim: sentence(said) for claim, said in told.items() if said}

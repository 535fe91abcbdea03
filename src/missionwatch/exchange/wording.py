"""What claims say in words, as the briefing says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.briefing.patterns import sentence
from missionwatch.briefing.sentences import Speaker
from missionwatch.exchange.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.records import Claim, Picture


def in_words(picture: Picture, language: str = "en") -> dict[str, str]:
    """Return what each claim (id) of a picture says in one sentence; what the briefing has no words for is left out.

    Raises ``UnknownLanguageError`` for a language without phrases.
    """
    speaker = Speaker(picture, language)
    told = {one.claim.id: speaker.say(one.claim) for one in gather(picture).told}
    return {claim: sentence(said) for claim, said in told.items() if said}


def worded(claims: Iterable[Claim], picture: Picture, language: str = "en") -> dict[str, str]:
    """Return what claims say in one sentence, as a picture that need not hold them would; what there are no words for is left out."""
    speaker = Speaker(picture, language)
    told = {claim.id: speaker.say(claim) for claim in claims}
    return {claim: sentence(said) for claim, said in told.items() if said}

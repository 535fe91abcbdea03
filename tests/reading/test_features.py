"""What features, interviews, chronologies and fact sheets tell: why missions were made, who held which office, states by former names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # why a mission was made or came is what it is for, in whatever words
    ("en", "UNMIK, created in 1999 to run Kosovo, has 300 staff.", ["purpose mission=unmik", "period mission=unmik since:1999/.."], []),
    ("en", "UNMISS was set up in 2011 to help the new state find its feet.", ["purpose mission=unmiss"], []),
    ("en", "UNFICYP came to the island in 1964 to stop the two communities from killing each other.", ["purpose mission=unficyp"], []),
    ("en", "INTERFET went ashore at Dili to bring peace back to the territory.", ["purpose mission=interfet"], ["withdraw"]),
    ("en", "The MFO, which since 1982 has checked that Egypt and Israel abide by their treaty, has 1,150 troops.", ["purpose mission=mfo"], []),
    ("en", "Two UNIFIL patrols were sent to look for the missing men.", [], ["purpose"]),
    ("en", "KFOR was sent 700 more soldiers to calm the north.", [], ["purpose"]),
    ("en", "UNIFIL went to court to protect its name.", [], ["purpose"]),
    ("en", "UNIFIL was asked to look for the missing men.", [], ["purpose"]),
    ("fr", "La MINUSS a été créée en 2011 pour aider le nouvel État à se construire.", ["purpose mission=unmiss"], []),
    ("nl", "UNMIK werd in 1999 opgericht om Kosovo te besturen.", ["purpose mission=unmik"], []),
    ("nl", "UNFICYP kwam in 1964 naar het eiland om de twee gemeenschappen uit elkaar te houden.", ["purpose mission=unficyp"], []),
    # who is called Secretary-General with his name is the office too
    ("en", "Secretary-General Ban Ki-moon condemned the attack.", ["condemn actor=ban-ki-moon+un-secretary-general"], []),
    ("en", "NATO Secretary General Jens Stoltenberg urged Serbia to hold back.", ["demand actor=jens-stoltenberg+nato-secretary-general target=RS"], []),
    ("fr", "Le secrétaire général Ban Ki-moon a condamné l'attaque.", ["condemn actor=ban-ki-moon+un-secretary-general"], []),
    ("nl", "De secretaris-generaal, Kofi Annan, riep beide partijen op tot terughoudendheid.", ["demand actor=kofi-annan+un-secretary-general"], []),
    # states by the names they had, and lands that are none any more
    ("en", "Yugoslavia provides 114 soldiers to UNYOM, and Canada about 50 airmen.", ["contribution contributor=RS mission=unyom n=114"], []),
    ("en", "The Soviet Union vetoed the resolution.", ["reject actor=RU"], []),
    ("en", "The Security Council extended UNPROFOR, its mission in the former Yugoslavia.", ["extend mission=unprofor"], ["place=RS"]),
    ("en", "No Central American government helps another's rebels, ONUCA said.", [], ["actor=US"]),
    ("nl", "De Sovjet-Unie sprak een veto uit tegen de resolutie.", ["reject actor=RU"], []),
    ("fr", "Le Zaïre a retiré ses soldats du Rwanda en mai 1991.", ["withdraw actor=CD place=RW"], []),
]


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[text for _, text, _, _ in CASES])
def test_a_feature_tells(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

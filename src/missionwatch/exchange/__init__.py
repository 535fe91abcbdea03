"""Exchange: a ``Picture`` out in the standards of the field, and what others say in them in, as reports with statements.

Out: STIX 2.1, FollowTheMoney, GeoJSON, CSV with HXL hashtags, PLOVER; and a mission's card. Each claim goes out once, with its
statements, sources, grading and the two times. In: STIX and FollowTheMoney. What comes in has a source of its own and is never a fact
by itself: it is booked like any other report, and ``flow`` books it.
"""

from missionwatch.exchange.card import Card, amount, card, card_policy, languages, to_page, to_svg
from missionwatch.exchange.formats import FORMATS, WRITERS, Format, taken
from missionwatch.exchange.gathering import Export, gather, only
from missionwatch.exchange.taking import Parcel, read_bytes
from missionwatch.exchange.wording import Wording, in_words, worded

__all__ = [
    "FORMATS", "WRITERS", "Card", "Export", "Format", "Parcel", "Wording", "amount", "card", "card_policy", "gather",
    "in_words", "languages", "only", "read_bytes", "taken", "to_page", "to_svg", "worded",
]  # fmt: skip

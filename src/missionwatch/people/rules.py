"""What is allowed of names and times, as values: how long a session lasts, how the pauses between wrong passwords grow."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.errors import PersonRefusedError

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_NAME = 64
_LOCALES = ("nl", "en", "fr")


class Pauses(NamedTuple):
    """How pauses grow: ``free`` wrong tries without one, then one second, doubled at each further, at most ``longest``."""

    free: int
    longest: timedelta


class Rules(NamedTuple):
    """The times and numbers a team may set; the defaults keep to NIST SP 800-63B-4 at assurance level 2.

    A session ends ``idle`` after it was last used and ``lasting`` after it began. Wrong tries are forgotten after ``forgotten``
    without one; an address from which somebody came in counts as theirs for ``familiar``.
    """

    idle: timedelta = timedelta(hours=1)
    lasting: timedelta = timedelta(hours=12)
    most_sessions: int = 20
    key_lasts: timedelta = timedelta(days=90)
    key_lasts_at_most: timedelta = timedelta(days=366)
    most_keys: int = 50
    by_account: Pauses = Pauses(5, timedelta(minutes=15))
    by_address: Pauses = Pauses(20, timedelta(minutes=15))
    forgotten: timedelta = timedelta(days=1)
    familiar: timedelta = timedelta(days=30)
    pending: timedelta = timedelta(minutes=10)


def pause_after(failures: int, pauses: Pauses) -> timedelta:
    """Return how long nobody may try after so many wrong tries. It never shrinks as they grow, and never grows past the longest."""
    over = failures - pauses.free
    if over <= 0:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(over - 1, 30)), pauses.longest)


def session_ends(created: datetime, used: datetime, rules: Rules) -> datetime:
    """Return the moment from which a session opens nothing any more."""
    return min(created + rules.lasting, used + rules.idle)


def folded(name: str) -> str:
    """Return what a name is compared by: neither case nor a letter's way of being written make another person."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def checked_name(name: str) -> str:
    """Return a name as it is kept; raise ``PersonRefusedError`` for one that cannot be a name to log in with."""
    plain = unicodedata.normalize("NFKC", name).strip()
    if not re.fullmatch(r"[^\W_][\w.@+'-]*", plain) or len(plain) > LONGEST_NAME:
        raise PersonRefusedError(
            f"a name has 1 to {LONGEST_NAME} letters, digits and . _ - + ' @, and begins with a letter or digit; {_shown(name)} does not"
        )
    return plain


def checked_locale(locale: str) -> str:
    """Return the locale; raise ``PersonRefusedError`` for one in which no page is written."""
    if locale not in _LOCALES:
        raise PersonRefusedError(f"pages are in {', '.join(_LOCALES)}, not in {_shown(locale)}")
    return locale


def network_of(address: str) -> str:
    """Return whose tries an address's are counted with: its own; in IPv6 those of its /64, which is one customer's."""
    try:
        judged = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(judged, ipaddress.IPv6Address):
        if judged.ipv4_mapped is not None:
            return str(judged.ipv4_mapped)
        return str(ipaddress.IPv6Network((int(judged) >> 64 << 64, 64)))
    return str(judged)


def _shown(text: str) -> str:
    return ascii(text if len(text) <= 80 else text[:80] + "…")

"""Passwords: which are taken (NIST SP 800-63B-4, 3.1.1.2), and how they are kept (argon2id, RFC 9106)."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from missionwatch.errors import PeopleNotSetUpError, PersonRefusedError
from missionwatch.people.rules import folded

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1024
"""Characters. Twelve where NIST asks for fifteen of a password alone and eight beside a second factor; no rule on which."""
_AT_ONCE = threading.BoundedSemaphore(4)
"""Hashing takes 64 MiB each time: a crowd at the door must not take the whole memory."""
_LONGEST_UNIT = 4
_ROWS = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "1234567890", "abcdefghijklmnopqrstuvwxyz",
)  # fmt: skip
_COMMON = (
    "password", "passwort", "wachtwoord", "motdepasse", "welcome", "welkom", "bienvenue", "letmein", "changeme", "administrator", "iloveyou",
    "missionwatch", "qwerty", "azerty", "secret", "geheim", "monkey", "dragon", "sunshine", "princess", "football", "baseball", "superman",
    "admin", "login", "master", "trustno", "correcthorsebatterystaple", "defensie", "doudou", "soleil", "zomer", "winter", "summer", "spring",
    "herfst", "lente", "hallo", "hello", "ministerie", "ministry", "ministere",
)  # fmt: skip
"""What the passwords that are guessed first are made of, with digits and marks about it: next to one of these and the name, there
must be something else.
"""
_LEAST_LEFT = 4  # letters beside common words
_AS_LETTERS = str.maketrans("01345$@!", "oleassai")


def check_password(password: str, name: str) -> None:
    """Raise ``PersonRefusedError`` for a password that is too short, the name, or among the first to be guessed."""
    plain = _plain(password)
    if len(plain) < SHORTEST:
        raise PersonRefusedError(f"a password has at least {SHORTEST} characters; several words in a row are good")
    if len(plain) > LONGEST:
        raise PersonRefusedError(f"a password has at most {LONGEST} characters")
    if "\0" in plain:
        raise PersonRefusedError("a password has no null characters")
    low, called = folded(plain), folded(name)
    if low == called[::-1] or _is_row(low) or _is_common(low, called):
        raise PersonRefusedError(
            "that password is among the first to be guessed (the name, a common word, a row of keys, or a few signs "
            "again and again); several unrelated words in a row are good"
        )


def sealed(password: str) -> str:
    """Return what is kept of a password: an argon2id hash with its salt and parameters."""
    with _AT_ONCE:
        return _hasher().hash(_plain(password))


def opens(kept: str | None, password: str) -> bool:
    """Say whether a password is the kept one. Where none is kept, as much work is done for nothing."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    if len(password) > LONGEST:
        password = ""  # nobody has it, and it is not worth hashing a megabyte
    with _AT_ONCE:
        nobodys = _nobodys()  # made at the first login, whoever's it is
        try:
            return _hasher().verify(kept or nobodys, _plain(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Say whether a hash was made with other parameters than those of today."""
    return _hasher().check_needs_rehash(kept)


@cache
def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise PeopleNotSetUpError("accounts need argon2: pip install 'missionwatch[web]'") from fault
    return PasswordHasher()  # RFC 9106's second choice: 64 MiB, three passes, four lanes


@cache
def _nobodys() -> str:
    return _hasher().hash("nobody has this password")


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode()


def _is_row(low: str) -> bool:
    rows = any(_runs(low, row) for row in _ROWS)
    return rows or _repeats(low) or (low.isdecimal() and _repeats(_steps(low)))


def _repeats(text: str) -> bool:
    return any(text == (text[:unit] * len(text))[: len(text)] for unit in range(1, _LONGEST_UNIT + 1))


def _steps(digits: str) -> str:
    return "".join(chr(ord("a") + (int(b) - int(a)) % 10) for a, b in pairwise(digits))


def _runs(low: str, row: str) -> bool:
    there = row * (len(low) // len(row) + 2)
    return low in there or low in there[::-1]


def _is_common(low: str, called: str) -> bool:
    for spelled in (low, low.translate(_AS_LETTERS)):
        left = spelled
        for word in sorted((*_COMMON, *_ROWS, called), key=len, reverse=True):
            left = left.replace(word, "") if len(word) > 2 or word == spelled else left
        if left != spelled and sum(sign.isalpha() for sign in left) < _LEAST_LEFT:
            return True
    return False

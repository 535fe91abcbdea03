"""Addresses as anybody may have written them: what is none has no parts, and stops nothing.

``sources.addresses`` is stricter: it refuses what shall not be fetched.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

_NONE = urlsplit("")


def parts(url: str | None) -> SplitResult:
    """Return the parts of an address; of what is none (``http://[x``) empty ones.

    >>> parts("https://www.example.org/a?b=c").hostname, parts("http://[x").hostname
    ('www.example.org', None)
    """
    try:
        return urlsplit(url) if url else _NONE
    except ValueError:
        return _NONE


def joined(base: str, link: str) -> str:
    """Return where a link on a page (``base``) leads, or nothing where it is no address.

    >>> joined("https://example.org/a/", "../b"), joined("https://example.org", "http://[x")
    ('https://example.org/b', '')
    """
    try:
        return urljoin(base, link)
    except ValueError:
        return ""

"""The operations, one module a subject. Importing them puts them on the router."""

from missionwatch.api.routes import (
    book,
    exchanging,
    intake,
    judging,
    searching,
    seeing,
    sources,
    statements,
    stories,
    telling,
)

__all__ = [
    "book",
    "exchanging",
    "intake",
    "judging",
    "searching",
    "seeing",
    "sources",
    "statements",
    "stories",
    "telling",
]

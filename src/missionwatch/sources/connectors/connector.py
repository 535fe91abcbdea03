"""What a connector is: a name, its options, and a listing of what a source has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import msgspec

    from missionwatch.sources.visiting import Mark, Visit, Wanted


@dataclass(frozen=True, slots=True)
class Connector:
    """``listing`` yields what a source has, the oldest first where the source can do so, and how far it was read.

    ``api`` is the reason why robots.txt does not apply to the listing itself. ``addresses`` are the options that are URLs.
    ``secrets`` are environment variables. ``events``: it gives event files and no documents. ``local``: it asks no server.
    """

    name: str
    options: type[msgspec.Struct]
    listing: Callable[[Visit[Any]], Iterator[Wanted | Mark]]
    api: str | None = None
    addresses: tuple[str, ...] = ("url",)
    secrets: tuple[str, ...] = ()
    events: bool = False
    local: bool = False

    @property
    def page(self) -> str:
        """Return the name of its page in ``docs/sources``."""
        return f"{self.name}.md"

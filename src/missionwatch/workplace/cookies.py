"""The cookies of the workbench: no script sees them, no other site sends them along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Named = Literal["session", "form", "ticket"]
"""The session's token; what a form is bound to before the login; what ends a login by way of a provider."""


@dataclass(frozen=True, slots=True)
class Cookies:
    """How cookies are called and set; ``secure``: people reach the workbench by https, and cookies go no other way."""

    secure: bool = False

    def name(self, which: Named) -> str:
        """Return what a cookie is called: by https with the prefix that lets no other host and no plain connection set it."""
        return f"__Host-missionwatch-{which}" if self.secure else f"missionwatch-{which}"

    def baked(self, which: Named, value: str, *, age: int | None = None) -> str:
        """Return the ``Set-Cookie`` of a cookie; without ``age`` (seconds) it lasts as long as the browser runs, with 0 it is gone."""
        lasting = f"; Max-Age={age}" if age is not None else ""
        return f"{self.name(which)}={value}; Path=/; HttpOnly; SameSite=Lax{lasting}{'; Secure' if self.secure else ''}"

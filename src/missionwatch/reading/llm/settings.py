"""Which endpoint, which model, and how much it may cost: from the environment, the command line on top."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from missionwatch.errors import LlmNotSetUpError

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "MISSIONWATCH_LLM_"


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """The ``llm`` reader's settings.

    ``url`` is the endpoint's base (``https://host/v1``). ``requests`` and ``tokens`` are what one run may use at most,
    ``answer`` the tokens of one answer, ``piece`` the characters of text in one question, ``timeout`` the seconds of
    silence after which a request counts as lost.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    requests: int = 200
    tokens: int = 500_000
    answer: int = 4_000
    piece: int = 3_000
    timeout: int = 120
    cache: Path = field(default_factory=lambda: _cache_home(os.environ))

    @classmethod
    def of(cls, environment: Mapping[str, str], *, url: str | None = None, model: str | None = None) -> LlmSettings:
        """Read the settings; raise ``LlmNotSetUpError`` that names what to set."""

        def said(name: str) -> str | None:
            return environment.get(PREFIX + name) or None

        url, model = url or said("URL"), model or said("MODEL")
        if url is None or model is None:
            raise LlmNotSetUpError(
                "the llm reader needs an OpenAI-compatible endpoint and a model: give --llm-url and --llm-model, or set "
                f"{PREFIX}URL (for example http://127.0.0.1:8080/v1) and {PREFIX}MODEL"
            )
        if not _is_address(url):
            raise LlmNotSetUpError(f"{url!r} is no endpoint; give an address such as https://host/v1")
        limits = {name: _limit(name, text) for name in LIMITS if (text := said(name.upper()))}
        cache = said("CACHE")
        return cls(
            url=url.rstrip("/"), model=model, key=said("KEY"), cache=Path(cache) if cache else _cache_home(environment),
            **limits,
        )  # fmt: skip


LIMITS = ("requests", "tokens", "answer", "piece", "timeout")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _limit(name: str, text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise LlmNotSetUpError(f"{PREFIX}{name.upper()} is {text!r}; give a whole number from 1")
    return int(text)


def _cache_home(environment: Mapping[str, str]) -> Path:
    home = environment.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "missionwatch" / "llm"

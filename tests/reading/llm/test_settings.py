"""What must be set, and what is said where it is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from missionwatch.errors import LlmNotSetUpError
from missionwatch.reading.llm import LlmSettings, settings

SET = {"MISSIONWATCH_LLM_URL": "https://llm.example/v1/", "MISSIONWATCH_LLM_MODEL": "m"}


def test_the_environment_sets_and_the_command_line_outranks_it() -> None:
    found = LlmSettings.of(
        SET | {"MISSIONWATCH_LLM_KEY": "k", "MISSIONWATCH_LLM_TOKENS": "10", "MISSIONWATCH_LLM_CACHE": "/c"},
        model="other",
    )
    assert (found.url, found.model, found.key, found.tokens) == ("https://llm.example/v1", "other", "k", 10)
    assert found.cache == Path("/c")
    assert "'k'" not in repr(found)
    home = LlmSettings.of(SET | {"XDG_CACHE_HOME": "/home/x/cache"}).cache
    assert home == Path("/home/x/cache/missionwatch/llm")


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({}, "MISSIONWATCH_LLM_URL"),
        ({"MISSIONWATCH_LLM_URL": "http://x"}, "--llm-model"),
        (SET | {"MISSIONWATCH_LLM_URL": "llm.example/v1"}, "is no endpoint"),
        (SET | {"MISSIONWATCH_LLM_URL": "file:///etc/passwd"}, "is no endpoint"),
        (SET | {"MISSIONWATCH_LLM_URL": "http://x:port/v1"}, "is no endpoint"),
        (SET | {"MISSIONWATCH_LLM_REQUESTS": "many"}, "MISSIONWATCH_LLM_REQUESTS is 'many'"),
        (SET | {"MISSIONWATCH_LLM_TIMEOUT": "0"}, "whole number from 1"),
    ],
)
def test_what_is_missing_or_wrong_is_named(environment: dict[str, Any], says: str) -> None:
    with pytest.raises(LlmNotSetUpError, match=re.escape(says)):
        LlmSettings.of(environment)


def test_every_setting_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "llm.md").read_text(encoding="utf-8")
    names = {"url", "model", "key", "cache", *settings.LIMITS}
    assert names == set(LlmSettings.__slots__)
    for name in names:
        assert f"`{settings.PREFIX}{name.upper()}`" in page, name

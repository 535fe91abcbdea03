"""The endpoint as it is: slow, busy, broken, refusing, not there. What was paid for once is not asked again."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
import stamina

from missionwatch.errors import LlmBudgetSpentError, LlmNotSetUpError, LlmUnavailableError
from missionwatch.reading.llm import LlmReader, prompt
from missionwatch.reading.llm.asking import ATTEMPTS, Endpoint
from tests.reading.llm.conftest import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reading.llm.conftest import Endpoint as Fake
    from tests.reading.llm.conftest import Make, Settings

TEXT = "Denmark withdraws 90 soldiers from Task Force Takuba."
WITHDRAWS = said(TEXT, "event", type="withdraw", roles={"actor": "Denmark", "mission": "Task Force Takuba"})


def test_a_question_is_one_post_with_a_strict_schema(endpoint: Fake, settings: Settings, make: Make) -> None:
    endpoint.says(WITHDRAWS)
    found = LlmReader(settings(key="secret")).read(make(TEXT))
    assert [s.type for s in found.statements] == ["withdraw"]
    assert found.statements[0].reader == "llm:m@1"
    (asked,), (headers,) = endpoint.asked, endpoint.headers
    assert headers["path"] == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert (asked["model"], asked["temperature"]) == ("m", 0)
    form = asked["response_format"]
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    for part in (form["json_schema"]["schema"], *form["json_schema"]["schema"]["$defs"].values()):
        assert part["required"] == list(part["properties"])
        assert part["additionalProperties"] is False
        assert not any("default" in field for field in part["properties"].values())


def test_the_prompt_changes_only_with_its_version() -> None:
    key = prompt.key("m", prompt.messages(TEXT))
    assert (prompt.VERSION, key[:12]) == (1, "c2bb6f5ca6f0"), "the prompt or its schema is another: count VERSION up"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_or_broken_endpoint_is_asked_again(endpoint: Fake, settings: Settings, make: Make, status: int) -> None:
    endpoint.sends(b"later", status)
    endpoint.sends(b"later", status, Retry_After="1")
    endpoint.says(WITHDRAWS)
    reader = LlmReader(settings())
    assert len(reader.read(make(TEXT)).statements) == 1
    assert reader.endpoint.requests == 3


def test_pauses_grow_and_the_endpoints_own_wish_counts(endpoint: Fake, settings: Settings) -> None:
    endpoint.sends(b"", 500)
    endpoint.sends(b"", 429, Retry_After="1")
    endpoint.says()
    with stamina.set_testing(False):
        start = time.perf_counter()
        Endpoint(settings()).ask(prompt.messages(TEXT), prompt.schema())
        took = time.perf_counter() - start
    assert took >= 1.1  # at least 0.1 after the first, 1 after the second


@pytest.mark.parametrize(
    ("status", "requests", "says"),
    [
        (500, ATTEMPTS, "answers 500 (out of order); try again later"),
        (401, 1, "MISSIONWATCH_LLM_KEY"),
        (404, 1, "MISSIONWATCH_LLM_MODEL"),
        (400, 1, "MISSIONWATCH_LLM_PIECE"),
        (429, ATTEMPTS, "fewer requests"),
    ],
)
def test_an_endpoint_that_will_not_answer_is_named_with_the_remedy(
    endpoint: Fake, settings: Settings, make: Make, status: int, requests: int, says: str
) -> None:
    for _ in range(ATTEMPTS):
        endpoint.sends(b"out of order", status)
    with pytest.raises(LlmUnavailableError) as fault:
        LlmReader(settings(key="secret")).read(make(TEXT))
    assert says in str(fault.value)
    assert "secret" not in str(fault.value)
    assert len(endpoint.asked) == requests


def test_an_endpoint_that_wants_an_hour_is_not_waited_for(endpoint: Fake, settings: Settings, make: Make) -> None:
    endpoint.sends(b"", 429, Retry_After="3600")
    with pytest.raises(LlmUnavailableError):
        LlmReader(settings()).read(make(TEXT))
    assert len(endpoint.asked) == 1


def test_silence_is_an_answer_too(endpoint: Fake, settings: Settings) -> None:
    for _ in range(ATTEMPTS):
        endpoint.sends(b"", wait=0.4)
    with pytest.raises(LlmUnavailableError, match="ReadTimeout"):
        Endpoint(settings(timeout=0.1)).ask(prompt.messages(TEXT), prompt.schema())


def test_nobody_there(settings: Settings, make: Make) -> None:
    with pytest.raises(LlmUnavailableError, match=r"cannot reach http://127\.0\.0\.1:9/v1"):
        LlmReader(settings(url="http://127.0.0.1:9/v1")).read(make(TEXT))


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"{}", b'{"choices": []}', b"\xff\xfe", b"null"])
def test_a_server_of_another_kind_is_told_from_a_model(
    endpoint: Fake, settings: Settings, make: Make, body: bytes
) -> None:
    endpoint.sends(body)
    with pytest.raises(LlmUnavailableError, match="not as an OpenAI-compatible endpoint"):
        LlmReader(settings()).read(make(TEXT))


# --- answers out of form: the report is read on


@pytest.mark.parametrize("content", ["Sure! Here you are:", '{"statements": [{', "[]", '{"statements": {}}', "", None])
def test_an_answer_out_of_form_is_asked_for_once_more(
    endpoint: Fake, settings: Settings, make: Make, content: str | None
) -> None:
    endpoint.completes(content)
    endpoint.says(WITHDRAWS)
    assert len(LlmReader(settings()).read(make(TEXT)).statements) == 1
    endpoint.completes(content)
    endpoint.completes(content)
    found = LlmReader(settings(model="other")).read(make(TEXT))
    assert (found.statements, found.refused, found.unread) == ((), {"answer": 1}, 1)


def test_one_statement_out_of_form_costs_only_itself(endpoint: Fake, reader: LlmReader, make: Make) -> None:
    endpoint.says({"quote": TEXT}, WITHDRAWS | {"actor": "Denmark"}, WITHDRAWS, WITHDRAWS | {"negated": "no"})
    found = reader.read(make(TEXT))
    assert (len(found.statements), found.refused, found.unread) == (1, {"form": 3}, 0)


def test_cut_and_declined_answers_are_counted_and_not_kept(endpoint: Fake, reader: LlmReader, make: Make) -> None:
    endpoint.completes('{"statements": [', finish="length")
    assert reader.read(make(TEXT)).refused == {"cut": 1}
    endpoint.completes(None, refusal="I cannot help with that.")
    assert reader.read(make(TEXT)).refused == {"declined": 1}
    endpoint.completes("", finish="content_filter")
    assert reader.read(make(TEXT)).refused == {"declined": 1}
    endpoint.says(WITHDRAWS)
    assert len(reader.read(make(TEXT)).statements) == 1
    assert len(endpoint.asked) == 4


def test_what_is_too_much_for_one_answer_is_asked_in_halves(endpoint: Fake, reader: LlmReader, make: Make) -> None:
    text = "\n\n".join(
        f"Denmark sends {n} soldiers to Task Force Takuba in Mali, the government says." for n in range(20, 26)
    )
    endpoint.completes('{"statements": [', finish="length")
    endpoint.says()
    endpoint.completes('{"statements": [', finish="length")
    assert reader.read(make(text)).refused == {"cut": 1}
    asked = [question["messages"][1]["content"].count("Denmark") for question in endpoint.asked]
    assert asked == [6, 3, 3]


# --- the budget


def test_requests_are_counted_with_those_that_failed(endpoint: Fake, settings: Settings, make: Make) -> None:
    endpoint.sends(b"", 500)
    endpoint.sends(b"", 500)
    with pytest.raises(LlmBudgetSpentError, match=r"2 requests .* MISSIONWATCH_LLM_REQUESTS"):
        LlmReader(settings(requests=2)).read(make(TEXT))
    assert len(endpoint.asked) == 2


def test_a_run_spends_no_more_tokens_than_it_may(endpoint: Fake, settings: Settings, make: Make) -> None:
    text = "\n\n".join(f"Denmark sends {n} soldiers to Mali." for n in range(20, 40))
    needed = sum(len(m["content"]) for m in prompt.messages("x" * 40)) // 3
    endpoint.says(tokens=needed)
    reader = LlmReader(settings(piece=40, tokens=2 * needed))
    with pytest.raises(LlmBudgetSpentError, match="MISSIONWATCH_LLM_TOKENS"):
        reader.read(make(text))
    (asked,) = endpoint.asked
    assert asked["max_tokens"] + sum(len(m["content"]) for m in asked["messages"]) // 3 == 2 * needed


def test_an_endpoint_that_does_not_count_is_counted_for(endpoint: Fake, settings: Settings) -> None:
    endpoint.sends(json.dumps({"choices": [{"message": {"content": "x" * 300}}]}).encode())
    asked = prompt.messages(TEXT)
    counted = Endpoint(settings())
    counted.ask(asked, prompt.schema())
    assert counted.tokens == sum(len(m["content"]) for m in asked) // 3 + 100


# --- the cache


def test_the_same_question_is_asked_once(endpoint: Fake, settings: Settings, make: Make) -> None:
    endpoint.says(WITHDRAWS)
    first = LlmReader(settings()).read(make(TEXT))
    again = LlmReader(settings()).read(make(TEXT))
    assert first == again
    assert len(endpoint.asked) == 1


def test_another_text_model_or_version_is_another_question(
    endpoint: Fake, settings: Settings, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    LlmReader(settings()).read(make(TEXT))
    LlmReader(settings()).read(make(TEXT + " So it says."))
    LlmReader(settings(model="other")).read(make(TEXT))
    monkeypatch.setattr(prompt, "VERSION", 2)
    LlmReader(settings()).read(make(TEXT))
    assert len(endpoint.asked) == 4


def test_a_run_cut_short_goes_on_where_it_was(endpoint: Fake, settings: Settings, make: Make) -> None:
    text = "\n\n".join(f"Denmark sends {n} soldiers to Mali." for n in range(20, 24))
    with pytest.raises(LlmBudgetSpentError):
        LlmReader(settings(piece=40, requests=3)).read(make(text))
    LlmReader(settings(piece=40, requests=3)).read(make(text))
    assert len(endpoint.asked) == 4


def test_a_damaged_cache_is_asked_anew(endpoint: Fake, settings: Settings, make: Make) -> None:
    endpoint.says(WITHDRAWS)
    LlmReader(settings()).read(make(TEXT))
    (kept,) = settings().cache.rglob("*.json")
    assert kept.stat().st_mode & 0o077 == 0
    for damage in (b'{"statem', b"\xff\xff"):
        kept.write_bytes(damage)
        endpoint.says(WITHDRAWS)
        assert len(LlmReader(settings()).read(make(TEXT)).statements) == 1


def test_a_cache_that_cannot_be_written_says_so(settings: Settings, make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LlmNotSetUpError, match="MISSIONWATCH_LLM_CACHE"):
        LlmReader(settings(cache=tmp_path / "file" / "x")).read(make(TEXT))

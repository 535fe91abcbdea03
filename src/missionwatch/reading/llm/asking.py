"""Asking an OpenAI-compatible endpoint: one POST, tried again with growing pauses, within a budget."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import httpx2
import msgspec
import stamina

from missionwatch.errors import LlmBudgetSpentError, LlmUnavailableError

if TYPE_CHECKING:
    from missionwatch.reading.llm.settings import LlmSettings

ATTEMPTS = 4
_LONGEST_PAUSE = 60.0  # seconds; an endpoint that wants us to wait longer is not there for us
_LEAST_ANSWER = 64  # tokens; with fewer left a question is not worth asking
_CHARACTERS_A_TOKEN = 3  # on the safe side for Dutch, English and French

# stamina logs each new attempt; without a handler of the user's own that would land on the screen.
logging.getLogger("stamina").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the text, and whether it is whole, cut off, or declined by the model."""

    text: str
    ended: Literal["whole", "cut", "declined"]


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    total_tokens: int | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class Endpoint:
    """An endpoint and what this run has used of it. Raises ``LlmUnavailableError`` and ``LlmBudgetSpentError``."""

    def __init__(self, settings: LlmSettings) -> None:
        self.settings = settings
        self.requests = 0
        self.tokens = 0

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Answer:
        """Ask once; the answer follows the JSON schema where the endpoint can make it."""
        asked = sum(len(m["content"]) for m in messages) // _CHARACTERS_A_TOKEN
        left = self.settings.tokens - self.tokens - asked
        if left < _LEAST_ANSWER:
            raise self._spent("TOKENS", self.settings.tokens)
        response = self._post({
            "model": self.settings.model, "messages": messages, "temperature": 0,
            "max_tokens": min(self.settings.answer, left),
            "response_format": {
                "type": "json_schema", "json_schema": {"name": "statements", "strict": True, "schema": schema},
            },
        })  # fmt: skip
        try:
            completion = msgspec.json.decode(response.content, type=_Completion)
            choice = completion.choices[0]
        except (msgspec.MsgspecError, UnicodeDecodeError, IndexError) as fault:
            raise LlmUnavailableError(
                f"{self.settings.url} answers, but not as an OpenAI-compatible endpoint ({fault}); "
                "check MISSIONWATCH_LLM_URL (it often ends in /v1)"
            ) from fault
        text = choice.message.content or ""
        usage = completion.usage.total_tokens if completion.usage else None
        self.tokens += usage if usage is not None else asked + len(text) // _CHARACTERS_A_TOKEN
        if choice.message.refusal or choice.finish_reason == "content_filter":
            return Answer(choice.message.refusal or text, "declined")
        return Answer(text, "cut" if choice.finish_reason == "length" else "whole")

    def _post(self, question: dict[str, Any]) -> httpx2.Response:
        headers = {"Authorization": f"Bearer {self.settings.key}"} if self.settings.key else {}
        try:
            for attempt in stamina.retry_context(on=_again, attempts=ATTEMPTS, timeout=None, wait_max=20):
                with attempt:
                    if self.requests >= self.settings.requests:
                        raise self._spent("REQUESTS", self.settings.requests)
                    self.requests += 1
                    response = httpx2.post(
                        f"{self.settings.url}/chat/completions", json=question, headers=headers,
                        timeout=self.settings.timeout,
                    )  # fmt: skip
                    response.raise_for_status()
        except httpx2.HTTPStatusError as fault:
            code = fault.response.status_code
            raise LlmUnavailableError(
                f"{self.settings.url} answers {code} ({_excerpt(fault.response)}); {_REMEDIES.get(code, _REMEDY)}"
            ) from fault
        except httpx2.HTTPError as fault:
            raise LlmUnavailableError(
                f"cannot reach {self.settings.url} ({type(fault).__name__}); check that it runs, MISSIONWATCH_LLM_URL, "
                "and MISSIONWATCH_LLM_TIMEOUT where the model is slow"
            ) from fault
        return response

    def _spent(self, what: str, limit: int) -> LlmBudgetSpentError:
        return LlmBudgetSpentError(
            f"this run may use {limit} {what.lower()} of the language model and has used {self.requests} requests and "
            f"{self.tokens} tokens; set MISSIONWATCH_LLM_{what} higher and run again: what was answered is in the cache"
        )


_REMEDY = "try again later, or ask who runs it"
_REMEDIES = {
    400: "the model may not know JSON schemas, or the text is too long for it: set MISSIONWATCH_LLM_PIECE lower",
    401: "check MISSIONWATCH_LLM_KEY",
    403: "check MISSIONWATCH_LLM_KEY",
    404: "check MISSIONWATCH_LLM_URL and MISSIONWATCH_LLM_MODEL",
    429: "it wants fewer requests: try again later",
}


def _again(fault: Exception) -> bool | float:
    """Say whether to try again, or after how many seconds where the endpoint says so."""
    if isinstance(fault, httpx2.TransportError):
        return True
    if not isinstance(fault, httpx2.HTTPStatusError):
        return False
    if fault.response.status_code not in (408, 429) and fault.response.status_code < 500:
        return False
    wanted = fault.response.headers.get("Retry-After", "")
    if not wanted.isdecimal():
        return True
    return float(wanted) if float(wanted) <= _LONGEST_PAUSE else False


def _excerpt(response: httpx2.Response) -> str:
    return " ".join(response.text.split())[:200] or response.reason_phrase

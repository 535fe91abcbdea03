"""The examples of docs/api.md, run in their order against a ledger of their own."""

from __future__ import annotations

import http
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from missionwatch.serving import Settings, make_app
from tests.workbench import demo_ledger, demo_workplace

if TYPE_CHECKING:
    from starlette.testclient import TestClient as Client

MANUAL = Path(__file__).parents[2] / "docs" / "api.md"
BASE = "http://127.0.0.1:8470"


def examples() -> list[tuple[str, str]]:
    """Return the commands of the page, each with what it prints."""
    found: list[tuple[str, str]] = []
    for block in re.findall(r"```console\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed.strip()))
    return found


def curl(client: Client, command: str) -> Any:
    """Send what a curl command sends; return the answer."""
    name, *words = shlex.split(command)
    assert name == "curl"
    method, headers, data, address = "", {}, None, ""
    while words:
        word = words.pop(0)
        if word == "-H":
            key, _, value = words.pop(0).partition(": ")
            headers[key] = value
        elif word == "-d":
            data = words.pop(0)
        elif word == "-X":
            method = words.pop(0)
        elif word not in ("-s", "-si"):
            address = word
    assert address.startswith(BASE)
    return client.request(method or ("POST" if data else "GET"), address, headers=headers, content=data)


def fits(said: Any, wanted: Any) -> bool:
    """Say whether an answer is what an example shows of it: what is shown stands there, and "…" stands for anything.

    >>> fits({"a": [1, 2], "b": 3}, {"a": [1, "…"]}), fits({"a": [1, 2]}, {"a": [1]})
    (True, False)
    """
    if wanted == "…":
        return said is not None
    if isinstance(wanted, dict):
        return isinstance(said, dict) and all(key in said and fits(said[key], one) for key, one in wanted.items())
    if isinstance(wanted, list):
        more = wanted[-1:] == ["…"]
        shown = wanted[:-1] if more else wanted
        return (
            isinstance(said, list)
            and (len(said) > len(shown) if more else len(said) == len(shown))
            and all(map(fits, said, shown))
        )
    return type(said) is type(wanted) and bool(said == wanted)


def line_fits(said: str, wanted: str) -> bool:
    return re.fullmatch(".*".join(re.escape(part) for part in wanted.split("…")), said) is not None


def test_every_example_does_what_the_page_says(tmp_path: Path) -> None:
    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    workplace = demo_workplace(place)
    found = examples()
    assert len(found) >= 18
    with workplace.ledger, TestClient(make_app(workplace, Settings()), base_url=BASE) as client:
        for command, said_so in found:
            printed = said_so
            answer = curl(client, command)
            if " -si " in command:
                head, _, printed = printed.partition("\n\n")
                first, *shown = head.split("\n")
                assert first == f"HTTP/1.1 {answer.status_code} {http.HTTPStatus(answer.status_code).phrase}".replace(
                    "Entity", "Content"
                )
                for line in shown:
                    name, _, value = line.partition(": ")
                    assert line_fits(answer.headers[name], value), (command, line, answer.headers[name])
            if printed.startswith(("{", "[")):
                assert fits(answer.json(), json.loads(printed)), (command, answer.text[:1500])
            else:
                for said, wanted in zip(answer.text.splitlines(), printed.splitlines(), strict=False):
                    if wanted != "…":
                        assert line_fits(said, wanted), (command, said)


@pytest.mark.parametrize(
    ("said", "wanted", "good"),
    [
        ({"a": 1}, {"a": 2}, False),
        ({"a": 1}, {"b": 1}, False),
        ([1, 2], [1], False),
        ([1, 2], [1, "…"], True),
        ({"a": None}, {"a": "…"}, False),
    ],
)
def test_an_example_that_says_otherwise_would_fail(said: Any, wanted: Any, good: bool) -> None:
    assert fits(said, wanted) == good

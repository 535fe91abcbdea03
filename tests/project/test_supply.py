"""What we are made of is pinned and named; what guards us against each threat is a test that exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from tools.licences import LOCK, PAGE, locked

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
THREATS = ROOT / "docs" / "threat-model.md"
GUARANTEES = ROOT / "docs" / "guarantees.md"


def unhashed(lock: str) -> list[str]:
    """Return the packages of a lock that have no hash, and what is neither a package, a hash, nor a remark."""
    whole = re.sub(r"\\\n\s*", " ", lock)
    lines = [line for line in whole.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return [
        line for line in lines if not re.fullmatch(r"\S+==\S+(?: ;[^\\]+?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", line)
    ]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_with_its_hashes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(locked(text)) > 5
    assert unhashed(text) == []


@pytest.mark.parametrize(
    "line", ["lxml", "lxml>=6", "lxml==6.1.3", "https://example.org/lxml.whl", "lxml==6.1.3 --hash=md5:00", "-e ."]
)
def test_what_is_not_pinned_is_found(line: str) -> None:
    assert unhashed(f"# remark\na==1 \\\n    --hash=sha256:{'0' * 64}\n{line}\n") == [line]


def test_every_package_has_its_licence() -> None:
    rows = re.findall(r"(?m)^\| ([\w.-]+) \| ([^ |]+) \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"))
    assert {name: version for name, version, _ in rows if name != "package"} == locked(LOCK.read_text(encoding="utf-8"))
    assert all(licence.strip() and licence != "not named" for _, _, licence in rows)


@cache
def _tests_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


@pytest.mark.parametrize("paper", [THREATS, GUARANTEES], ids=lambda path: path.name)
def test_every_test_that_a_paper_names_exists(paper: Path) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", paper.read_text(encoding="utf-8"))
    assert len(named) >= 10
    missing = [
        f"{path}::{test}" for path, test in named if not (ROOT / path).is_file() or test not in _tests_in(ROOT / path)
    ]
    assert missing == []


def test_every_threat_has_what_is_done_and_a_test_or_says_that_it_has_none() -> None:
    rows = [line for line in THREATS.read_text(encoding="utf-8").splitlines() if re.match(r"\| [STRIDE] \|", line)]
    assert len(rows) > 40
    bare = [row for row in rows if row.count("|") != 5 or ("`tests/" not in row and "not covered" not in row)]
    assert bare == []
    assert {row[2] for row in rows} == set("STRIDE")

"""The reader can be compiled as it stands (`make fast`), and then says the same; where it is not compiled, nothing needs a compiler."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest
import yaml
from tools.compiled import FRAMES, LEFT, SUFFIX, modules

from missionwatch import reading
from missionwatch.reading.frames import reader
from missionwatch.reports import make_report

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


def everything_read() -> bytes:
    """Return the statements of all gold texts and letters as JSON, with where the reader was loaded from."""
    said = [reader.__file__.encode()]
    for path in sorted((HERE / "gold").glob("*.yaml")):
        for one in yaml.safe_load(path.read_text(encoding="utf-8")):
            text = one["text"] if "text" in one else (path.parent / one["file"]).read_text(encoding="utf-8")
            day = date.fromisoformat(str(one["published"])) if "published" in one else None
            report = make_report(Path(one["id"]), text=text, language=one["lang"], published=day)
            said.append(msgspec.json.encode(reading.read(report)))
    return b"\n".join(said)


@pytest.mark.compiled
def test_compiled_or_not_the_reader_says_the_same() -> None:
    plain = subprocess.run(
        [sys.executable, "-m", "tests.reading.test_compiled"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "src"}, capture_output=True, check=True,
    ).stdout  # fmt: skip
    (compiled_file, *compiled), (plain_file, *interpreted) = everything_read().split(b"\n"), plain.split(b"\n")
    assert compiled_file.endswith(SUFFIX.encode())
    assert plain_file.endswith(b".py")
    assert len(compiled) > 300
    assert compiled == interpreted


def test_a_plain_build_compiles_nothing() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"]["hooks"] == {
        "custom": {"path": "tools/compiled.py", "enable-by-default": False, "dependencies": ["mypy[mypyc]>=2.4"]}
    }


def test_what_stays_python_is_there() -> None:
    assert {path.stem for path in FRAMES.glob("*.py")} - {path.stem for path in modules()} == LEFT


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_a_module_has_nothing_that_the_compiler_refuses(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    starred = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for side in node.comparators
        if isinstance(side, ast.Tuple | ast.List) and any(isinstance(one, ast.Starred) for one in side.elts)
    ]
    assert not starred, "mypyc breaks off at `x in (*a, *b)`; write `x in a + b`"
    keys = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Sub | ast.BitAnd)
        and isinstance(node.right, ast.Call)
        if isinstance(node.right.func, ast.Attribute) and node.right.func.attr == "keys"
    ]
    assert not keys, "a frozenset less keys is a set, which mypyc takes for a frozenset; write `a.difference(b)`"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_the_classes_that_fields_name_are_there_at_run_time(path: Path) -> None:
    """A compiled dataclass looks up the class of each field whose type is no more than that class."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = importlib.import_module(f"missionwatch.reading.frames.{path.stem}")
    for_types = {
        name.name: node.module or ""
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    fields = [
        field.annotation.id
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.annotation, ast.Name)
    ]
    missing = [
        name
        for name in fields
        if name in for_types and isinstance(getattr(importlib.import_module(for_types[name]), name), type)
    ]
    assert missing == [], f"import them for good in {module.__name__}"


if __name__ == "__main__":
    sys.stdout.buffer.write(everything_read())

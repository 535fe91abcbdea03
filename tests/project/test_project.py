"""The project keeps its own rules: imports one way, everything documented, nothing of a machine in it."""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from missionwatch.cli.commands import app

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "missionwatch"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 470  # lines: about four hundred, and some air for signatures the formatter spreads


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        str(Path(sys.executable).parent / "lint-imports"),
        "--config",
        str(ROOT / "pyproject.toml"),
        "--no-cache",
    ]
    return subprocess.run(  # noqa: S603 - our own tool
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(folder), "PATH": ""}
    )


def test_the_import_contract_is_kept() -> None:
    done = lint_imports(ROOT / "src")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("picture/changes.py", "import missionwatch.reading"),
        ("records/report.py", "import missionwatch.register"),
        ("ledger/rules.py", "import missionwatch.reports"),
        ("sources/settings.py", "import missionwatch.reading"),
        ("assessment/levels.py", "import missionwatch.sources"),
    ],
)
def test_a_planted_wrong_import_is_found(tmp_path: Path, module: str, line: str) -> None:
    shutil.copytree(SOURCE, tmp_path / "missionwatch", ignore=shutil.ignore_patterns("__pycache__"))
    planted = tmp_path / "missionwatch" / module
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode != 0
    assert "BROKEN" in done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says in its docstring what it is for"


def test_the_engine_names_no_language() -> None:
    for path in (SOURCE / "reading" / "frames").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        words = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        allowed = {"tokens.py": {"de"}}.get(path.name, set())  # Anna de Wit
        assert not words & {"nl", "en", "fr", "de", "es"} - allowed, path.name


def tracked() -> list[Path]:
    listed = subprocess.run(  # noqa: S603
        [shutil.which("git") or "git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def test_nothing_of_a_machine_is_in_the_project() -> None:
    forbidden = re.compile(r"/work/|/root/|/opt/pypi|--(?:extra-)?index-url|localhost:\d")
    for path in tracked():
        if path == Path(__file__) or path.suffix in (".png", ".svg"):
            continue
        found = forbidden.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(ROOT)}: {found and found.group()}"


def test_every_command_and_option_is_documented() -> None:
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    named = [("", command) for command in app.registered_commands]
    for group in app.registered_groups:
        assert group.typer_instance is not None
        named += [
            (f"{group.typer_instance.info.name} ", command) for command in group.typer_instance.registered_commands
        ]
    for prefix, command in named:
        assert command.callback is not None
        name = prefix + (command.name or command.callback.__name__)
        assert f"## `missionwatch {name}" in manual, name
    for group in app.registered_groups:
        assert group.typer_instance is not None
        for command in group.typer_instance.registered_commands:
            assert command.callback is not None
            name = command.name or command.callback.__name__
            assert f"## `missionwatch {group.typer_instance.info.name} {name}" in manual, name
    doors = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "cli").glob("*.py"))
    for option in set(re.findall(r'"(--[a-z-]+)"', doors)):
        assert option in manual, option


def test_every_file_the_papers_name_is_there() -> None:
    for paper in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", paper.read_text(encoding="utf-8")):
            assert (paper.parent / target).exists(), f"{paper.name} names {target}"


def test_papers_say_a_thing_once() -> None:
    """A word of the glossary, a room of the architecture, a command and an exit code of the manual, a page of its index stand once."""
    named_by = {
        "GLOSSARY.md": r"\*\*([^*]+)\*\*",
        "ARCHITECTURE.md": r"^\| (`[^`]+`) \|",
        "docs/commands.md": r"^(?:## `missionwatch ([^`]+)`|\| \d+ \|)",
        "docs/README.md": r"\]\(([^)]+)\)",
    }
    for paper, named in named_by.items():
        found = [m.group() for m in re.finditer(named, (ROOT / paper).read_text(encoding="utf-8"), re.MULTILINE)]
        assert found, paper
        twice = sorted({one for one in found if found.count(one) > 1})
        assert not twice, f"{paper} names twice: {twice}"


def test_every_page_and_every_room_is_in_its_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert [page for page in sorted(pages) if f"]({page})" not in index] == []
    rooms = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    inside = [path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()]
    assert [room for room in sorted(inside) if f"| `{room}/` |" not in rooms] == []


def test_the_glossary_has_the_words_of_the_records() -> None:
    words = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").lower()
    from missionwatch import records  # noqa: PLC0415

    types = [name for name in records.__all__ if inspect.isclass(getattr(records, name))]
    spaced = [re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower() for name in types]
    missing = [name for name in spaced if f"**{name}" not in words]
    assert not missing, f"GLOSSARY.md lacks {missing}"

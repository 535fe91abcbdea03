"""What serves a team is held to its linters, and to what the program really takes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools import configuration

from missionwatch.cli.commands import app

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))


def ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - linters on our own files
        command, check=False, capture_output=True, text=True, timeout=120
    )


def test_the_image_passes_its_linter() -> None:
    linter = shutil.which("hadolint") or shutil.which("hadolint", path=str(ROOT / ".venv" / "bin"))
    if linter is None:
        pytest.skip("no hadolint on this platform")
    said = ran(linter, str(DEPLOY / "Containerfile"))
    assert said.returncode == 0, said.stdout


def test_compose_passes_its_linter() -> None:
    linter = ROOT / "node_modules" / ".bin" / "dclint"
    if not linter.exists():
        pytest.skip("dclint is not here; `make parts` fetches it")
    said = ran(
        str(linter), "--config", str(DEPLOY / "dclint.json"), "--max-warnings", "0", str(DEPLOY / "compose.yaml")
    )
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_can_be_read_by_systemd(unit: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd on this machine")
    copy = tmp_path / unit.name  # the program need not be installed where the test runs
    copy.write_text(
        unit.read_text(encoding="utf-8").replace("/usr/local/bin/missionwatch", "/bin/true"), encoding="utf-8"
    )
    said = ran("systemd-analyze", "verify", str(copy))
    assert said.returncode == 0, said.stderr
    assert not [line for line in said.stderr.splitlines() if unit.stem in line], said.stderr


def commands() -> list[list[str]]:
    """Return every command line of ours that the files start, as words."""
    composed: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    found = [list(composed["services"][name]["command"]) for name in ("workbench", "watch")]
    for unit in UNITS:
        line = re.search(r"^ExecStart=\S+/missionwatch (.+)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
        assert line, unit
        found.append(line[1].split())
    image = re.search(r"^CMD (\[.+\])$", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert image
    return [*found, yaml.safe_load(image[1])]


def test_what_they_start_is_a_command_with_options_it_has() -> None:
    import typer.main  # noqa: PLC0415

    known = typer.main.get_group(app).commands
    for words in commands():
        options = {name for one in known[words[0]].params for name in (*one.opts, *one.secondary_opts)}
        assert {word for word in words if word.startswith("--")} <= options, words


def test_compose_sets_what_the_program_reads() -> None:
    page = configuration.page()
    composed = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    for variable in set(re.findall(r"MISSIONWATCH_[A-Z_]+|PGPASSFILE", composed)):
        assert f"`{variable}`" in page, variable


def test_the_reference_is_up_to_date_and_whole() -> None:
    page = configuration.page()
    assert configuration.PAGE.read_text(encoding="utf-8") == page, "run tools/configuration.py"
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r'"(MISSIONWATCH_[A-Z]+(?:_[A-Z]+)*)"', path.read_text(encoding="utf-8"))
    }
    assert not [name for name in sorted(read) if f"`{name}`" not in page]


def test_no_secret_stands_in_the_files() -> None:
    for path in DEPLOY.rglob("*"):
        if path.is_file():
            assert not re.search(
                r"(password|secret|token)\s*[:=]\s*[\"']?[A-Za-z0-9+/]{8,}",
                path.read_text(encoding="utf-8"),
                re.IGNORECASE,
            ), path

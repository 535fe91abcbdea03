"""Write docs/configuration.md: every setting that comes from the environment, from the commands that take it.

python tools/configuration.py           # write it
python tools/configuration.py --check   # say whether it is up to date
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer.main

from missionwatch.cli.commands import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer import Typer

PAGE = Path(__file__).parent.parent / "docs" / "configuration.md"
READ_ELSEWHERE = {
    "MISSIONWATCH_STATE": "Where what lies beside a ledger is kept when it is no file ([team-ledger.md](team-ledger.md)).",
    "MISSIONWATCH_LLM_URL": "The language model's endpoint; [llm.md](llm.md#settings).",
    "MISSIONWATCH_LLM_MODEL": "The language model's name; [llm.md](llm.md#settings).",
    "MISSIONWATCH_OIDC_SECRET": "The client's secret at the team's provider; [people.md](people.md).",
    "MISSIONWATCH_SMTP_URL": "The mail server of alerts; [alerts.md](alerts.md).",
    "MISSIONWATCH_WEBHOOK_KEY": "What webhooks of alerts are signed with; [alerts.md](alerts.md).",
    "MISSIONWATCH_LLM_KEY": "The language model's key; with the other `MISSIONWATCH_LLM_…` in [llm.md](llm.md#settings).",
    "MISSIONWATCH_LLM_TIMEOUT": "Seconds that an answer of the language model may take; [llm.md](llm.md#settings).",
    "MISSIONWATCH_LLM_PIECE": "Characters of a report that go to the language model at once; [llm.md](llm.md#settings).",
    "MISSIONWATCH_LLM_CACHE": "The folder that keeps its answers; [llm.md](llm.md#settings).",
    "MISSIONWATCH_ACLED_EMAIL": "The account at ACLED; [sources/acled.md](sources/acled.md).",
    "MISSIONWATCH_ACLED_PASSWORD": "Its password.",
    "MISSIONWATCH_UCDP_TOKEN": "The token for UCDP; [sources/ucdp.md](sources/ucdp.md).",
    "PGPASSFILE": "The password file for PostgreSQL, as its own programs read it.",
}
"""What no command has an option for: secrets, which must not stand on a command line, and what its own page explains."""
HEAD = """# Configuration

Every setting can come from the environment, most from an option too; an option outranks the environment. What a theatre follows stands in
its file ([theatre.md](theatre.md)). This page is made of the commands themselves (`tools/configuration.py`); a test holds it up to date.

| variable | option | of | says |
|---|---|---|---|
"""


def page() -> str:
    """Return the page."""
    options: dict[str, tuple[set[str], list[str], str]] = {}
    for command, variable, names, says in _options(app, ""):
        known = options.setdefault(variable, (set(), [], says))
        known[0].update(names)
        known[1].append(command)
    lines = [
        f"| `{variable}` | {', '.join(f'`{name}`' for name in sorted(names))} | {_among(commands)} | {says} |"
        for variable, (names, commands, says) in sorted(options.items())
    ]
    lines += [f"| `{variable}` | | | {says} |" for variable, says in sorted(READ_ELSEWHERE.items())]
    return HEAD + "\n".join(lines) + "\n"


def _options(group: Typer, prefix: str) -> Iterator[tuple[str, str, list[str], str]]:
    top = typer.main.get_group(group)
    for name, command in top.commands.items():
        further = getattr(command, "commands", None)
        for inner, found in {f"{name} {n}": c for n, c in further.items()}.items() if further else [(name, command)]:
            for one in found.params:
                variable = getattr(one, "envvar", None)
                if variable:
                    yield (
                        prefix + inner,
                        str(variable),
                        [o for o in one.opts if o.startswith("--")],
                        str(getattr(one, "help", "") or ""),
                    )


def _among(commands: list[str]) -> str:
    if len(commands) > 5:
        return "most commands"
    return ", ".join(f"`{one}`" for one in commands)


def main() -> int:
    """Write the page, or say whether it is up to date; return 0 if so."""
    made = page()
    if "--check" in sys.argv[1:]:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

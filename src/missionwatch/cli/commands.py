"""The ``missionwatch`` command line: which commands there are, and what becomes of faults."""

from __future__ import annotations

import errno
import sys
from typing import Annotated

import typer

from missionwatch import __version__
from missionwatch.cli import show
from missionwatch.cli.backfill import backfill
from missionwatch.cli.checking import check
from missionwatch.cli.demo import demo
from missionwatch.cli.evaluation import evaluate
from missionwatch.cli.exchanging import card, export, import_
from missionwatch.cli.faults import exit_code
from missionwatch.cli.intake import add, read
from missionwatch.cli.judging import concern, indicators
from missionwatch.cli.keeping import backup, merge, move, prepare, restore, salvage, verify
from missionwatch.cli.mcp import mcp
from missionwatch.cli.people import app as people
from missionwatch.cli.people import audit
from missionwatch.cli.searching import search
from missionwatch.cli.seeing import changes, picture
from missionwatch.cli.serving import serve
from missionwatch.cli.sources import app as sources
from missionwatch.cli.stories import remake, stories, versions
from missionwatch.cli.supposing import replay, whatif
from missionwatch.cli.tempo import tempo
from missionwatch.cli.watching import watch
from missionwatch.cli.weighing import rate, ratings, review, why
from missionwatch.cli.writing import brief, chart
from missionwatch.errors import MissionwatchError

COMMANDS = (
    serve, mcp, read, add, watch, picture, changes, why, search, stories, versions, concern, whatif, replay, indicators, brief, chart,
    check, card, review, rate, ratings, export, import_, verify,
    backup, restore, move, merge, salvage, prepare, audit, remake, backfill, evaluate, demo,
)  # fmt: skip
"""The commands, in the order in which help lists them."""

GROUPS = (sources, tempo, people)
"""Commands that have commands of their own."""

app = typer.Typer(
    name="missionwatch", no_args_is_help=True, add_completion=True, rich_markup_mode=None,
    help="Read reports on international missions, keep the picture of each mission, and write the briefing.",
    epilog="Start with: missionwatch demo",
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


for command in COMMANDS:
    app.command(command.__name__.strip("_").replace("_", "-"))(command)  # "import" is a word of Python's own
for group in GROUPS:
    app.add_typer(group)


def main() -> None:
    """Run the command line; a known fault is one clear line on stderr and its own exit code."""
    try:
        app()
    except MissionwatchError as fault:
        show.errors.print(f"missionwatch: {fault}", style="red", highlight=False, markup=False, soft_wrap=True)
        sys.exit(exit_code(fault))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        show.errors.print(f"missionwatch: {fault.strerror}; make room, then try again", style="red", highlight=False)
        sys.exit(1)
    except MemoryError:
        sys.stderr.write("missionwatch: the memory is full; close other programs or give it more, then try again\n")
        sys.exit(1)

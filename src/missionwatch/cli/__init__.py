"""The command line: a door without logic of its own. It calls ``flow`` and shows what comes back."""

from missionwatch.cli.commands import main

__all__ = ["main"]

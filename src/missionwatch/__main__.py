"""``python -m missionwatch`` is the ``missionwatch`` command."""

from missionwatch.cli import main

main()

"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from missionwatch.records import Yardstick

TempoAt = Annotated[
    Path | None,
    typer.Option(
        "--tempo",
        envvar="MISSIONWATCH_TEMPO",
        help="The folder that keeps the event data (default: beside the ledger, mali.tempo for mali.db, if it is there).",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of text for people.")]
LedgerAt = Annotated[
    str,
    typer.Option(
        "--ledger", envvar="MISSIONWATCH_LEDGER", help="The ledger: a file, or postgresql://USER@HOST/DATABASE."
    ),
]
TheatreName = Annotated[
    str, typer.Option("--theatre", envvar="MISSIONWATCH_THEATRE", help="A shipped theatre's name or a theatre file.")
]
Published = Annotated[str | None, typer.Option(help="The day the report came out, YYYY-MM-DD, where it does not say.")]
Language = Annotated[
    str | None, typer.Option("--lang", help="The report's language (nl, en, fr) where guessing fails.")
]
SourceId = Annotated[
    str | None, typer.Option("--source", help="The source's id in the theatre, where the report names none.")
]
Measured = Annotated[
    Yardstick | None,
    typer.Option(
        "--yardstick",
        help="What range a likelihood word stands for (default: the theatre's, else icd203).",
        show_default=False,
    ),
]
AsOf = Annotated[str | None, typer.Option("--as-of", help="The day the picture is of, YYYY-MM-DD (default: today).")]
Known = Annotated[
    str | None, typer.Option("--known", help="As known at the end of that day, YYYY-MM-DD (default: now).")
]
ReaderName = Annotated[
    Literal["frames", "llm", "both"],
    typer.Option("--reader", help="Who reads: frames, a language model (llm), or both."),
]
LlmUrl = Annotated[
    str | None, typer.Option("--llm-url", help="The language model's endpoint (default: MISSIONWATCH_LLM_URL).")
]
LlmModel = Annotated[
    str | None, typer.Option("--llm-model", help="The language model's name (default: MISSIONWATCH_LLM_MODEL).")
]
RawAt = Annotated[
    Path | None,
    typer.Option(
        "--raw",
        help="The folder that keeps the documents (default: beside the ledger, its name with .raw).",
        show_default=False,
    ),
]
PeopleAt = Annotated[
    str | None,
    typer.Option(
        "--people",
        envvar="MISSIONWATCH_PEOPLE",
        help="The store of people: a file (default: beside the ledger) or a postgresql:// address.",
        show_default=False,
    ),
]
DEFAULT_LEDGER = "missionwatch.db"

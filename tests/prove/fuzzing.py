"""A coverage-guided fuzzer (atheris) over our own document parsers; run as a program with libFuzzer's options."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["missionwatch.reports"], enable_loader_override=False):
    from missionwatch.reports import documents, formats, letters  # noqa: F401
    from missionwatch.reports.formats import article, furniture, mail, metadata, office, page, pdf, plain  # noqa: F401

from missionwatch.errors import ReportError


def one(data: bytes) -> None:
    """Open a document in this process; anything but a document or our own refusal is what is looked for."""
    if data.strip():
        try:
            documents.opened(data, Path("hostile"))
        except ReportError:
            return


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()

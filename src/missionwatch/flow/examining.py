"""Reading held beside gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch import reading, reports
from missionwatch.errors import GoldError, ReportError
from missionwatch.reading import evaluation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.reading.evaluation import Comparison
    from missionwatch.reading.gold import GoldReport


def examine(gold: Iterable[GoldReport]) -> Iterator[Comparison]:
    """Read gold reports and hold each reading beside its gold.

    Raises ``GoldError`` that names the report where its document cannot be one.
    """
    for wanted in gold:
        try:
            report = reports.make_report(
                wanted.file, text=wanted.text, published=wanted.published, language=wanted.language
            )
        except ReportError as fault:
            raise GoldError(f"report {wanted.id}: {fault}") from fault
        yield evaluation.compare(wanted, report, reading.read(report))

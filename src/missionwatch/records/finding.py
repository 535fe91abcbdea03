"""A finding: what the ledger says of a sentence that somebody wrote."""

from __future__ import annotations

from typing import Literal

import msgspec

from missionwatch.records.picture import Claim
from missionwatch.records.report import ReportHead
from missionwatch.records.statement import Evidence, Statement

Verdict = Literal["supported", "contradicted", "unknown", "unread"]
"""What the ledger says: it holds this, it holds otherwise, it knows nothing of it, or the reader read nothing in it."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger says of one statement.

    ``claims`` carry the verdict, the nearest first. ``reasons`` are the fields in which the statement says something else
    than the nearest claim (``quantity``, ``time``, ``modality`` …), or more than it; none where it is supported.
    ``disputed`` says that the claim holds other values as well.
    """

    statement: Statement
    verdict: Verdict
    claims: tuple[Claim, ...] = ()
    reasons: tuple[str, ...] = ()
    disputed: bool = False


class CheckedSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a draft with what was found of each statement in it; its verdict is the worst of theirs."""

    evidence: Evidence
    verdict: Verdict
    findings: tuple[Finding, ...] = ()


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A draft, sentence by sentence, beside the ledger. ``reports`` holds the head of every report quoted, by id."""

    draft: ReportHead
    sentences: tuple[CheckedSentence, ...]
    reports: dict[str, ReportHead]

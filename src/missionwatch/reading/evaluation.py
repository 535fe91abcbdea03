"""How well the reader reads: what it gets of gold reports, where it is wrong, and whether its confidence can be trusted.

``compare`` holds one report's reading beside its gold; ``evaluate`` adds up what was compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import msgspec

from missionwatch.errors import GoldError
from missionwatch.reading import reader_for
from missionwatch.reading.fitting import breaks, fit, pair, plain
from missionwatch.reading.frames.tokens import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from missionwatch.reading.fitting import Fit
    from missionwatch.reading.gold import Fact, GoldReport
    from missionwatch.records import Report, Statement

FLOORED = ("found", "exact", "slots", "f1")
"""The rates that may have a floor."""
_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9)  # between the bins of confidence; the reader hardly goes below the first


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report's reading beside its gold. ``pairs``: fact → the statement that serves it, both by place, and the fit."""

    gold: GoldReport
    report: Report
    statements: tuple[Statement, ...]
    pairs: Mapping[int, tuple[int, Fit]]


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What was got of the gold in one language, or of one kind of fact; rates are 0–1, None where nothing counts.

    ``found``: facts served by a statement with at least half of the slots right. ``exact``: those with everything
    right. ``slots`` of all facts, ``slots_right`` of those found. ``broken``: what must never be read and was.
    ``scored``: the statements of complete reports, of which ``serving`` serve a fact: ``precision``. ``recall`` is of
    all reports.
    """

    name: str
    facts: int
    found: int
    exact: int
    slots: int
    slots_right: int
    broken: int
    statements: int
    scored: int
    serving: int
    precision: float | None
    recall: float | None
    f1: float | None

    def rate(self, name: str) -> float | None:
        """Return the rate that a floor speaks of (one of ``FLOORED``)."""
        match name:
            case "found":
                return self.recall
            case "exact":
                return _share(self.exact, self.facts)
            case "slots":
                return _share(self.slots_right, self.slots)
            case _:
                return self.f1


class SlotScore(msgspec.Struct, frozen=True):
    """How often a slot of the facts found is ``right``, of how often it was ``judged``."""

    name: str
    judged: int
    right: int
    accuracy: float


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing read wrongly, with the words.

    ``what``: a fact ``missed``; found with ``wrong`` slots or type; ``never``, read though it must not be; or an
    ``extra`` statement of a complete report, which serves no fact. ``slots`` are the wrong ones. ``words`` are what
    the statement stands on; of a missed fact the sentence that names most of it, None where none does.
    """

    report: str
    language: str
    kind: str
    what: Literal["never", "missed", "extra", "wrong"]
    slots: tuple[str, ...] = ()
    fact: str | None = None
    words: str | None = None


class Bin(msgspec.Struct, frozen=True):
    """The statements with a confidence from ``low`` up to ``high``: how many, how many right, their mean confidence."""

    low: float
    high: float
    statements: int
    right: int
    share: float | None
    confidence: float | None


class Calibration(msgspec.Struct, frozen=True):
    """Whether statements are as often right as they are sure, over complete reports.

    ``error`` is the expected calibration error (Naeini et al. 2015): the gap between share right and mean confidence in
    a bin, averaged over statements; 0 is perfect, None where there are no statements.
    """

    bins: tuple[Bin, ...]
    statements: int
    error: float | None


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """What ``evaluate`` gives; kinds, slots and faults are worst first."""

    reports: int
    complete: int
    total: Score
    languages: tuple[Score, ...]
    kinds: tuple[Score, ...]
    slots: tuple[SlotScore, ...]
    faults: tuple[Fault, ...]
    calibration: Calibration


def compare(gold: GoldReport, report: Report, statements: tuple[Statement, ...]) -> Comparison:
    """Hold a reading beside its gold."""
    return Comparison(gold, report, statements, pair(gold.facts, statements))


def evaluate(compared: Iterable[Comparison]) -> Evaluation:
    """Add up what was compared."""
    compared = tuple(compared)
    by_language: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_kind: defaultdict[str, Counter[str]] = defaultdict(Counter)
    judged: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for one in compared:
        for kind, counts in _counts(one):
            by_language[one.gold.language].update(counts)
            by_kind[kind].update(counts)
        for number, (_, fitting) in one.pairs.items():
            judged.update(one.gold.facts[number].slots.keys())
            wrong.update(fitting.wrong)
    kinds = sorted((_score(kind, counts) for kind, counts in by_kind.items()), key=_badness)
    slots = (SlotScore(slot, n, n - wrong[slot], (n - wrong[slot]) / n) for slot, n in judged.items())
    rank = {score.name: at for at, score in enumerate(kinds)}
    order = ("never", "missed", "extra", "wrong")
    faults = sorted(
        (fault for one in compared for fault in _faults(one)), key=lambda f: (rank[f.kind], order.index(f.what))
    )
    return Evaluation(
        reports=len(compared), complete=sum(one.gold.complete for one in compared),
        total=_score("all", sum(by_language.values(), Counter())),
        languages=tuple(_score(language, counts) for language, counts in sorted(by_language.items())),
        kinds=tuple(kinds), slots=tuple(sorted(slots, key=lambda s: (s.accuracy, -s.judged, s.name))),
        faults=tuple(faults), calibration=_calibration(compared),
    )  # fmt: skip


def load_floors(path: Path) -> dict[str, dict[str, float]]:
    """Load a file of floors: language → rate (``FLOORED``) → the least it may be, 0–1. Raises ``GoldError``."""
    try:
        floors = msgspec.toml.decode(path.read_bytes(), type=dict[str, dict[str, float]])
    except OSError as fault:
        raise GoldError(f"cannot read {path}: {fault.strerror}; name a file of floors") from fault
    except (msgspec.MsgspecError, ValueError) as fault:
        raise GoldError(f"{path}: {fault}; write a table for each language, with {', '.join(FLOORED)}") from fault
    for language, rates in floors.items():
        for name, least in rates.items():
            if name not in FLOORED or not 0 <= least <= 1:
                raise GoldError(f"{path}: {language}: {name} = {least}: floors are 0–1 and of {', '.join(FLOORED)}")
    return floors


def below(evaluation: Evaluation, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each figure below its floor; a figure that was not measured is below it too."""
    scores = {score.name: score for score in evaluation.languages}
    lines = []
    for language, rates in floors.items():
        for name, least in rates.items():
            rate = scores[language].rate(name) if language in scores else None
            if rate is None:
                lines.append(f"{language}: {name} was not measured, its floor is {least:.3f}")
            elif rate < least:
                lines.append(f"{language}: {name} is {rate:.3f}, its floor is {least:.3f}")
    return lines


def _counts(one: Comparison) -> Iterator[tuple[str, Counter[str]]]:
    """Yield what one fact, statement or broken never adds, with its kind."""
    for number, fact in enumerate(one.gold.facts):
        fitting = one.pairs[number][1] if number in one.pairs else None
        yield fact.kind, Counter(
            facts=1, slots=len(fact.slots), found=int(fitting is not None),
            exact=int(fitting is not None and fitting.exact), slots_right=fitting.right if fitting else 0,
        )  # fmt: skip
    serving = {at for at, _ in one.pairs.values()}
    for at, statement in enumerate(one.statements):
        scored = int(one.gold.complete)
        yield _kind(statement), Counter(statements=1, scored=scored, serving=scored * (at in serving))
    for never in one.gold.never:
        yield never.kind, Counter(broken=int(any(breaks(never, statement) for statement in one.statements)))


def _faults(one: Comparison) -> Iterator[Fault]:
    report, language = one.gold.id, one.gold.language
    serving = {at for at, _ in one.pairs.values()}
    for number, fact in enumerate(one.gold.facts):
        if number not in one.pairs:
            words = _naming(fact, one.report)
            yield Fault(report=report, language=language, kind=fact.kind, what="missed", fact=str(fact), words=words)
            continue
        at, fitting = one.pairs[number]
        if not fitting.exact:
            slots = (*fitting.wrong, *(("type",) if fitting.kin else ()))
            yield Fault(
                report=report, language=language, kind=fact.kind, what="wrong", slots=slots, fact=str(fact),
                words=one.statements[at].evidence.quote,
            )  # fmt: skip
    for at, statement in enumerate(one.statements):
        words = statement.evidence.quote
        for never in one.gold.never:
            if breaks(never, statement):
                yield Fault(
                    report=report, language=language, kind=never.kind, what="never", fact=str(never), words=words
                )
        if one.gold.complete and at not in serving:
            yield Fault(report=report, language=language, kind=_kind(statement), what="extra", words=words)


def _naming(fact: Fact, report: Report) -> str | None:
    """Return the sentence that names most of what a missed fact's slots want: there it should have been read."""
    reader = reader_for(report.language)
    hits = reader.gazetteer.find(report.text)
    wants = {plain(one) for want in fact.slots.values() for one in ((want,) if isinstance(want, str) else want)}
    best, most = None, (0, False)
    for sentence in sentences(report, reader.pack, [(hit.start, hit.end) for hit in hits]):
        words = report.text[sentence.start : sentence.end]
        named = set(plain(words).split("-"))
        for hit in hits:
            if sentence.start <= hit.start < sentence.end:
                said = (
                    code for s in hit.senses for code in ((s.id or "").partition(":")[2], s.country, s.code) if code
                )
                named.update(plain(code) for code in said)
        worth = (len(wants & named), sentence.part not in ("title", "heading"))  # a headline says less than the text
        if worth[0] and worth > most:
            best, most = words, worth
    return best


def _calibration(compared: Sequence[Comparison]) -> Calibration:
    members: list[list[tuple[float, bool]]] = [[] for _ in range(len(_EDGES) + 1)]
    for one in compared:
        if one.gold.complete:
            for statement in one.statements:
                fits = (fit(fact, statement) for fact in one.gold.facts)
                right = any(fitting is not None and fitting.found for fitting in fits)
                members[bisect_right(_EDGES, statement.confidence)].append((statement.confidence, right))
    bins = tuple(
        Bin(
            low, high, len(inside), sum(right for _, right in inside),
            _share(sum(right for _, right in inside), len(inside)), _share(sum(sure for sure, _ in inside), len(inside)),
        )
        for low, high, inside in zip((0.0, *_EDGES), (*_EDGES, 1.0), members, strict=True)
    )  # fmt: skip
    count = sum(one.statements for one in bins)
    gaps = (
        one.statements * abs(one.share - one.confidence)
        for one in bins
        if one.share is not None and one.confidence is not None
    )
    return Calibration(bins, count, _share(sum(gaps), count))


def _kind(statement: Statement) -> str:
    return statement.type or statement.predicate


def _score(name: str, counts: Counter[str]) -> Score:
    precision = _share(counts["serving"], counts["scored"])
    recall = _share(counts["found"], counts["facts"])
    f1 = None
    if precision is not None and recall is not None:
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(
        name=name, facts=counts["facts"], found=counts["found"], exact=counts["exact"], slots=counts["slots"],
        slots_right=counts["slots_right"], broken=counts["broken"], statements=counts["statements"],
        scored=counts["scored"], serving=counts["serving"], precision=precision, recall=recall, f1=f1,
    )  # fmt: skip


def _badness(score: Score) -> tuple[float, int, str]:
    """Return what sorts kinds worst first: by F1, or by what there is of it; of equals the one with most facts."""
    rate = next((r for r in (score.f1, score.recall, score.precision) if r is not None), 1.0)
    return rate, -score.facts, score.name


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None

"""Measure reading beside spaCy, the memory of a long run, and how soon the first report is read.

Run it as ``make bench`` (``make bench LONG=1`` reads 100,000 reports too). It prints figures and judges nothing: it always
ends well. Every figure of a table comes from the same run, on the same texts, the contenders taking turns round by round;
shown are medians. spaCy's pipeline reads in batches (``nlp.pipe``), which is its fastest way.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from tools.measured import note

from missionwatch import reading
from missionwatch.reports import make_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from missionwatch.records import Report

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests" / "reading"
LANGUAGES = ("nl", "en", "fr")
LETTERS = {"irak": "nl", "libanon": "nl", "niger": "nl", "unifil-en": "en", "monusco-fr": "fr"}
ALWAYS, LONG = (1_000, 10_000), (1_000, 10_000, 100_000)
"""After how many reports the memory is looked at."""
WARM = 100  # reports after which the packs, the register and the lemmas are loaded: growth is counted from there
TOKENIZER_TARGET, PIPELINE_TARGET, START_TARGET = 4.0, 5.0, 1.5


def texts() -> dict[str, list[str]]:
    """Return the texts of the tests' letters and of the gold that rules were tuned on, by language."""
    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for name, language in LETTERS.items():
        found[language].append((TESTS / "letters" / f"{name}.txt").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        listed = yaml.safe_load((TESTS / "gold" / f"tuned-{language}.yaml").read_text(encoding="utf-8"))
        found[language].extend(one["text"] for one in listed if "text" in one)
    return found


def read_all(batch: Sequence[str], language: str) -> int:
    """Read texts, text in and statements out, as ``missionwatch add`` does short of the ledger; return how many."""
    name = Path("bench.txt")
    return sum(len(reading.read(make_report(name, text=text, language=language))) for text in batch)


def tokenize_all(batch: Sequence[str], blank: Any) -> None:
    """Cut texts into words with spaCy's tokenizer, document by document."""
    for text in batch:
        blank.make_doc(text)


def analyse_all(batch: Sequence[str], pipeline: Any) -> None:
    """Tag, parse and name the texts with a spaCy pipeline, in batches."""
    for _ in pipeline.pipe(batch):
        pass


def seconds(work: Callable[[], object]) -> float:
    """Return how long work takes, with the rubbish of the one before swept first."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turns(contenders: dict[str, Callable[[], object]], rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return each contender's first time and the median of the rounds after it, in which they take turns."""
    first = {name: seconds(work) for name, work in contenders.items()}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds):
        order = list(contenders) if number % 2 == 0 else list(reversed(contenders))
        for name in order:
            taken[name].append(seconds(contenders[name]))
    return first, {name: statistics.median(times) for name, times in taken.items()}


def speed(rounds: int, size: int) -> None:
    """Print how long reading takes beside spaCy's tokenizer and its small French pipeline."""
    try:
        import spacy  # noqa: PLC0415 - only this table needs it
    except ModuleNotFoundError:
        print("Speed: spaCy is not here; `make bench` sets it up.\n")
        return
    pipeline: Any = spacy.load("fr_core_news_sm")
    corpus = {language: found * max(1, round(size / 3 / sum(map(len, found)))) for language, found in texts().items()}
    contenders: dict[str, Callable[[], object]] = {}
    for language, batch in corpus.items():
        blank: Any = spacy.blank(language)
        contenders[f"{language} read"] = partial(read_all, batch, language)
        contenders[f"{language} tokenizer"] = partial(tokenize_all, batch, blank)
    contenders["fr pipeline"] = partial(analyse_all, corpus["fr"], pipeline)
    first, middle = in_turns(contenders, rounds)
    lengths = {language: sum(map(len, batch)) for language, batch in corpus.items()}
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("spacy", "fr-core-news-sm"))
    print(
        f"Speed: {sum(lengths.values()) / 1000:.0f} thousand characters, median of {rounds} rounds in turns; {versions}"
    )
    print("text            | seconds | thousand characters/s | first round | times the blank tokenizer")
    for language in LANGUAGES:
        _speed_row(f"{language} read", lengths[language], first, middle, f"{language} tokenizer")
        _speed_row(f"{language} tokenizer", lengths[language], first, middle, None)
    _speed_row("fr pipeline", lengths["fr"], first, middle, "fr tokenizer")
    for language in LANGUAGES:
        each = {what: middle[f"{language} {what}"] / lengths[language] * 1e6 for what in ("read", "tokenizer")}
        whole = {"pipeline": middle["fr pipeline"] / lengths["fr"] * 1e6} if language == "fr" else {}
        note("reading", language, **each, **whole)
    total = {what: sum(middle[f"{language} {what}"] for language in LANGUAGES) for what in ("read", "tokenizer")}
    times = total["read"] / total["tokenizer"]
    faster = middle["fr pipeline"] / middle["fr read"]
    print(f"reading takes {times:.2f} times the blank tokenizer's time (target: at most {TOKENIZER_TARGET:g}): "
          f"{_met(times <= TOKENIZER_TARGET)}")  # fmt: skip
    print(f"reading French is {faster:.2f} times faster than the small French pipeline "
          f"(target: at least {PIPELINE_TARGET:g}): {_met(faster >= PIPELINE_TARGET)}\n")  # fmt: skip


def _speed_row(name: str, length: int, first: dict[str, float], middle: dict[str, float], beside: str | None) -> None:
    ratio = f"{middle[name] / middle[beside]:.2f}" if beside else "1"
    rate = length / 1000 / middle[name]
    print(f"{name:<15} | {middle[name]:7.3f} | {rate:21.0f} | {first[name]:11.3f} | {ratio}")


def _met(met: bool) -> str:
    return "met" if met else "NOT MET"


def short_reports(count: int) -> Iterator[tuple[str, str]]:
    """Yield short reports no two of which are the same: paragraphs of the texts, with invented names and numbers."""
    chance = random.Random(7)  # noqa: S311 - no secret: the same reports at every run
    paragraphs = [
        (language, paragraph)
        for language, found in texts().items()
        for text in found
        for paragraph in re.split(r"\n\s*\n", text)
        if len(paragraph) > 80
    ]
    said = {"nl": "zegt", "en": "says", "fr": "dit"}
    for _ in range(count):
        language, paragraph = chance.choice(paragraphs)
        names = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(4)).title()
        number = str(chance.randrange(10, 9_999))
        changed = re.sub(r"\b\d{2,3}\b", number, paragraph, count=1)[:600]
        yield (
            language,
            f"{changed}\n\nDit {said[language]} {names}."
            if language == "nl"
            else f"{changed}\n\n{names} {said[language]}.",
        )


def held() -> tuple[int, int]:
    """Return the memory this process holds now and the most it has held, in kB (0 where the system does not say)."""
    if sys.platform == "win32":
        return 0, 0
    import resource  # noqa: PLC0415 - Windows has none

    status = Path("/proc/self/status")
    if status.exists():  # Linux' ru_maxrss begins with what the parent process held
        said = dict(line.split(":", 1) for line in status.read_text(encoding="ascii", errors="replace").splitlines())
        return int(said["VmRSS"].split()[0]), int(said["VmHWM"].split()[0])
    return 0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)


def hold(marks: Sequence[int]) -> None:
    """Read reports in a loop and print, as JSON lines, the memory after so many (run in a process of its own)."""
    began = time.perf_counter()
    name = Path("bench.txt")
    for number, (language, text) in enumerate(short_reports(max(marks)), 1):
        report: Report = make_report(name, text=text, language=language)
        reading.read(report)
        if number == WARM or number in marks:
            print(json.dumps([number, *held(), time.perf_counter() - began]), flush=True)


def memory(marks: Sequence[int]) -> None:
    """Print the memory after so many reports, each read and let go of."""
    print("Memory: short reports (at most 600 characters, no two the same) read in a loop in one process.")
    print(f"reports | held MB | growth since the first {WARM} | peak MB | growth  | reports/s")
    command = [sys.executable, str(Path(__file__)), "--hold", ",".join(map(str, marks))]
    base: tuple[float, float] | None = None
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ourselves
        for line in process.stdout or ():
            number, now, peak, took = json.loads(line)
            base = base or (now, peak)
            grown = f"{(now - base[0]) / 1024:+.1f} MB ({now / base[0] - 1:+.1%})" if now else "not known here"
            print(f"{number:>7,} | {now / 1024:7.1f} | {grown:<26} | {peak / 1024:7.1f} | {peak / base[1] - 1:+7.1%} | "
                  f"{number / took:.0f}", flush=True)  # fmt: skip
    print()


def start(rounds: int, command: Sequence[str]) -> None:
    """Print how long `missionwatch read FILE` takes from its start to its end."""
    print(f"Start: `missionwatch read FILE` of one report, a new process each, median of {rounds}")
    print("report  | characters | seconds | slowest | target")
    with tempfile.TemporaryDirectory() as folder:
        for language, found in texts().items():
            file = Path(folder) / f"{language}.txt"
            file.write_text(found[0], encoding="utf-8")
            reading_it = partial(subprocess.run, [*command, "read", str(file)], check=True, capture_output=True)
            try:
                taken = [seconds(reading_it) for _ in range(rounds + 1)][1:]  # the first fills the file system's cache
            except (OSError, subprocess.CalledProcessError) as fault:
                print(f"{language:<7} | not measured: {fault}")
                continue
            middle = statistics.median(taken)
            print(f"{language:<7} | {len(found[0]):>10,} | {middle:7.2f} | {max(taken):7.2f} | "
                  f"{START_TARGET:g}: {_met(middle <= START_TARGET)}")  # fmt: skip
    print()


def main() -> None:
    """Print the tables."""
    said = argparse.ArgumentParser(description="Measure reading.")
    said.add_argument("--rounds", type=int, default=7, help="how often each is measured")
    said.add_argument("--size", type=int, default=300_000, help="characters of text, about")
    said.add_argument("--long", action="store_true", help="read 100,000 reports for the memory table, too")
    said.add_argument("--only", choices=("speed", "memory", "start"), help="one table only")
    said.add_argument("--command", default=f"{sys.executable} -m missionwatch", help="the command that is started")
    said.add_argument("--hold", help=argparse.SUPPRESS)
    given = said.parse_args()
    if given.hold:
        hold([int(mark) for mark in given.hold.split(",")])
        return
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores{load}\n")
    if given.only in (None, "speed"):
        speed(given.rounds, given.size)
    if given.only in (None, "start"):
        start(given.rounds, given.command.split())
    if given.only in (None, "memory"):
        memory(LONG if given.long else ALWAYS)


if __name__ == "__main__":
    main()

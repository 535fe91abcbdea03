"""Hostile documents: whatever the bytes, they are read or refused in our words, within the time and memory of a document."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from missionwatch.reports import apart
from tests.prove.bombs import bombs
from tests.prove.figures import percentile, share
from tests.prove.mutating import mutated, seeds
from tests.prove.reader import Reader

if TYPE_CHECKING:
    from tests.prove.figures import Figures

ROOT = Path(__file__).parents[2]
MOST = apart.MEMORY + 200_000_000
"""Bytes: what a process may have for a document; a process that reads JSON or feeds has no more."""
PARTS = {"HTML": 24, "PDF": 16, "DOCX": 12, "ODT": 12, "EML": 10, "text": 6, "feeds": 10, "STIX": 5, "FtM": 5}
"""Of each hundred mutated documents, how many are of which kind."""


def test_bombs(figures: Figures) -> None:
    seen: list[tuple[str, str, float, int]] = []
    for name, kind, make in bombs():
        with Reader(memory=8 * MOST, seconds=25 * apart.SECONDS) as reader:
            reader.warm()
            outcome = reader.read(kind, make())
            seen.append((name, outcome.what, outcome.seconds, outcome.peak))
    wrong = [one for one in seen if one[1] not in ("read", "refused") or one[3] > MOST]
    assert wrong == []
    slow = max(seen, key=lambda one: one[2])
    figures.add(
        "bombs", f"{len(seen)} documents, feeds and JSON made to choke a program",
        f"all read or refused; median {percentile([one[2] for one in seen], 0.5):.1f} s, longest {slow[2]:.0f} s by the clock ({slow[0]}), "
        f"most memory {max(one[3] for one in seen) / 1e6:.0f} MB",
    )  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_mutations(name: str, figures: Figures) -> None:
    kind, begin = seeds()[name]
    count = share(100_000, 2_000) * PARTS[name] // 100
    chance = random.Random(zlib.crc32(name.encode()))  # noqa: S311 - the same documents each time
    took: list[float] = []
    ends = {"read": 0, "refused": 0}
    peak = 0
    with Reader(memory=4 * MOST, seconds=25 * apart.SECONDS) as reader:
        reader.warm()
        for n in range(count):
            data = mutated(begin[n % len(begin)], chance)
            outcome = reader.read(kind, data)
            if outcome.what not in ends or outcome.peak > MOST:
                kept = Path(os.environ.get("MISSIONWATCH_CRASHES", "crashes")) / f"{name}-{n}"
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(data)
                pytest.fail(f"{name} {n} {outcome.what}: {outcome.says} (kept as {kept})")
            ends[outcome.what] += 1
            took.append(outcome.seconds)
            peak = max(peak, outcome.peak)
    figures.add(
        "mutated documents", f"{count:,} {name}",
        f"{ends['read']:,} read, {ends['refused']:,} refused, nothing else; p99 {1000 * percentile(took, 0.99):.0f} ms, "
        f"longest {max(took):.1f} s, most memory {peak / 1e6:.0f} MB",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["HTML", "EML", "text", "ODT", "PDF"])
def test_coverage_guided(name: str, tmp_path: Path, figures: Figures) -> None:
    if find_spec("atheris") is None:
        pytest.skip("atheris is in the environment of `make prove` only")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for n, seed in enumerate(seeds()[name][1]):
        (corpus / f"seed{n}").write_bytes(seed)
    seconds = share(60, 10)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.prove.fuzzing", str(corpus), f"-max_total_time={seconds}", "-max_len=60000", "-timeout=60",
         "-rss_limit_mb=2500", f"-artifact_prefix={tmp_path}/", "-print_final_stats=1", "-seed=7"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}:{os.environ.get('PYTHONPATH', '')}"},
    )  # fmt: skip
    kept = [path for path in tmp_path.iterdir() if path != corpus]
    assert done.returncode == 0, f"{done.stdout[-1500:]}\n{done.stderr[-3000:]}\n{kept}"
    runs = int(re.findall(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)[-1])
    edges = re.findall(r"cov: (\d+)", done.stderr)
    peak = int(re.findall(r"stat::peak_rss_mb:\s*(\d+)", done.stderr)[-1])
    figures.add(
        "fuzzed by coverage", f"{name}, {seconds} s",
        f"{runs:,} documents, {edges[0]} edges of our parsers at first, {edges[-1]} at last; nothing but reads and refusals; {peak} MB",
    )  # fmt: skip

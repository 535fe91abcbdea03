"""How well pages are cleaned, beside trafilatura alone: run `python -m tools.score_cleaning` from the project's root.

Token F1 of the main text (captions count neither way), titles and dates and authors exactly right, blocks of the right kind.
The pages are our own articles in layouts that sites of our field have (tests/reports/pages); a third of the layouts was held
out while the rules were written.

`python -m tools.score_cleaning --benchmark FOLDER` scores instead a checkout of the public article extraction benchmark
(github.com/scrapinghub/article-extraction-benchmark: 181 real pages, news and blogs; it is no part of this project).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.reports.pages.rendering import Page, pages

from missionwatch.errors import ReportError, UnknownLanguageError
from missionwatch.reports import make_report
from missionwatch.reports.cleaning import clean
from missionwatch.reports.documents import parse

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Score:
    """What became of one page, by one way of cleaning."""

    f1: float = 0.0
    title: bool = False
    published: bool = False
    author: bool | None = False
    kinds: float = 0.0
    seconds: float = 0.0


def ours(page: Page) -> Score:
    """Clean a page as missionwatch does."""
    begun = time.perf_counter()
    try:
        report = make_report(Path(page.name), data=page.data)
    except (ReportError, UnknownLanguageError) as fault:
        print(page.name, fault, file=sys.stderr)
        return Score()
    spent = time.perf_counter() - begun
    found = [(p.kind, report.text[p.start : p.end]) for p in report.parts if p.kind != "title"]
    plain: dict[str, str] = {_plain(text): "body" if kind == "lead" else kind for kind, text in found}
    wanted = [(kind, _plain(text)) for kind, text in page.blocks]
    right = sum(_kind_of(text, plain) == kind for kind, text in wanted)
    return Score(
        f1=text_f1(" ".join(text for _, text in found), page), title=report.title == page.title,
        published=report.published == page.published, author=_author(report.author, page),
        kinds=right / len(wanted), seconds=spent,
    )  # fmt: skip


def trafilatura_alone(page: Page) -> Score:
    """Clean a page with trafilatura's own settings."""
    import trafilatura  # noqa: PLC0415

    begun = time.perf_counter()
    found = trafilatura.bare_extraction(page.data, with_metadata=True, include_comments=False)
    spent = time.perf_counter() - begun
    if found is None or isinstance(found, dict):
        return Score(seconds=spent)
    text = clean(found.text or "")
    text = text.removeprefix(page.title)
    return Score(
        f1=text_f1(text, page), title=found.title == page.title, published=found.date == page.published.isoformat(),
        author=_author(found.author, page), seconds=spent,
    )  # fmt: skip


def text_f1(text: str, page: Page) -> float:
    """Return the token F1 of a text against the page's gold, with or without captions, whichever is better."""
    every = [text for _, text in page.blocks]
    without = [text for kind, text in page.blocks if kind != "caption"]
    return max(_f1(text, " ".join(gold)) for gold in (every, without))


def _f1(said: str, gold: str) -> float:
    mine, wanted = Counter(_words(said)), Counter(_words(gold))
    both = sum((mine & wanted).values())
    return 2 * both / (sum(mine.values()) + sum(wanted.values())) if both else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(clean(text).casefold())


def _plain(text: str) -> str:
    return " ".join(_words(text))


def _kind_of(text: str, found: dict[str, str]) -> str | None:
    return found.get(text) or next((kind for plain, kind in found.items() if text and text in plain), None)


def _author(said: str | None, page: Page) -> bool | None:
    """Say whether the author is right; None where the page names none."""
    named = page.author.encode() in page.data or page.author.encode("cp1252", "ignore") in page.data
    return said == page.author if named else None


def mean(scores: list[Score], name: str) -> float:
    """Return the mean of one figure over the pages that have it."""
    values = [float(value) for score in scores if (value := getattr(score, name)) is not None]
    return sum(values) / len(values) if values else 0.0


def benchmark(folder: Path) -> None:
    """Print the mean token precision, recall and F1 over the pages of the public benchmark."""
    wanted = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for way in (_text_ours, _text_trafilatura):
        figures = []
        for name, gold in wanted.items():
            with gzip.open(folder / "html" / f"{name}.html.gz") as packed:
                mine = Counter(_words(way(packed.read(), name)))
            right = Counter(_words(gold["articleBody"]))
            both = sum((mine & right).values())
            precision, recall = both / max(1, sum(mine.values())), both / max(1, sum(right.values()))
            figures.append((precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0))
        means = [sum(column) / len(figures) for column in zip(*figures, strict=True)]
        print(
            f"{way.__name__[6:]:12} {len(figures)} pages  "
            + "  ".join(f"{n} {x:.3f}" for n, x in zip(("precision", "recall", "f1"), means, strict=True))
        )


def _text_ours(data: bytes, name: str) -> str:
    try:
        return "\n".join(block.text for block in parse(data, Path(name)).blocks if block.kind != "caption")
    except ReportError as fault:
        print(fault, file=sys.stderr)
        return ""


def _text_trafilatura(data: bytes, name: str) -> str:
    import trafilatura  # noqa: PLC0415

    del name
    return trafilatura.extract(data, include_comments=False) or ""


def main() -> None:
    """Print the figures; with `-v` also page by page."""
    if "--benchmark" in sys.argv:
        benchmark(Path(sys.argv[sys.argv.index("--benchmark") + 1]))
        return
    chosen = [page for page in pages() if not page.unseen or "--tuned" not in sys.argv]
    results = {way.__name__: [way(page) for page in chosen] for way in (ours, trafilatura_alone)}
    if "-v" in sys.argv:
        for page, mine, theirs in zip(chosen, results["ours"], results["trafilatura_alone"], strict=True):
            print(f"{page.name:32} {mine.f1:.3f} {theirs.f1:.3f}  title {mine.title:d} date {mine.published:d} "
                  f"author {mine.author} kinds {mine.kinds:.2f}")  # fmt: skip
    for group in ("tuned", "unseen"):
        picked = [n for n, page in enumerate(chosen) if page.unseen == (group == "unseen")]
        for way, scores in results.items():
            part = [scores[n] for n in picked]
            if part:
                figures = "  ".join(
                    f"{name} {mean(part, name):.3f}" for name in ("f1", "title", "published", "author", "kinds")
                )
                print(f"{group:7} {way:18} {len(part)} pages  {figures}  {1 / mean(part, 'seconds'):.0f} pages/s")


if __name__ == "__main__":
    main()

"""How well reports are put into stories: run `OPENBLAS_NUM_THREADS=1 python -m tools.score_stories` from the project's root.

Pairwise precision, recall and F1 over all pairs of reports, beside nearness of meaning alone (the threshold that is best for
it). With `--fit` it prints weights fitted on the tuned reports; with `-v` the pairs that were wrong.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from tests.reports.stories.sets import Told, told

from missionwatch.reports.stories.deciding import NAMES, WINDOW, evidence, weights
from missionwatch.reports.stories.features import Features, SentenceEmbedding, features, opening
from missionwatch.reports.stories.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def prepared() -> list[tuple[Told, Features]]:
    """Return the reports with their features, in the order in which they came out."""
    vectors = SentenceEmbedding()([opening(one.report) for one in told()])
    return [(one, features(one.report, vector, _day(one))) for one, vector in zip(told(), vectors, strict=True)]


def _day(one: Told) -> date:
    return one.report.published or date.min


def pairwise(found: Sequence[object], wanted: Sequence[object]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over the pairs of reports that are said to be, and are, of one development."""
    both = said = right = 0
    for a, b in combinations(range(len(found)), 2):
        same, one = found[a] == found[b], wanted[a] == wanted[b]
        both, said, right = both + (same and one), said + same, right + one
    precision, recall = both / max(1, said), both / max(1, right)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def placed(reports: Sequence[tuple[Told, Features]]) -> list[str]:
    """Return the story of each report, as they are added one after another."""
    telling = Telling()
    return [telling.add(made) for _, made in reports]


def by_meaning(reports: Sequence[tuple[Told, Features]], threshold: float) -> list[int]:
    """Return the stories by nearness of meaning alone: a report joins that of the nearest within the days, if near enough."""
    stories: list[int] = []
    for n, (_, made) in enumerate(reports):
        near = [
            (float(made.vector @ other.vector), stories[m])
            for m, (_, other) in enumerate(reports[:n])
            if abs(made.day - other.day) <= WINDOW
        ]
        best = max(near, default=(0.0, n))
        stories.append(best[1] if best[0] >= threshold else n)
    return stories


def fit(reports: Sequence[tuple[Told, Features]]) -> NDArray[np.float64]:
    """Return the weights that fit the pairs best, that of the days as set by hand (ridge logistic regression, Newton)."""
    pairs = [(a, b) for a, b in combinations(reports, 2) if abs(a[1].day - b[1].day) <= WINDOW]
    x = np.array([evidence(a[1], b[1]) for a, b in pairs])
    y = np.array([float(a[0].development == b[0].development) for a, b in pairs])
    offset, x = x[:, -1] * weights()["days"], x[:, :-1]
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ w + offset)))
        w += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.eye(len(w)), x.T @ (y - p) - w)
    return w


def main() -> None:
    """Print the figures."""
    reports = prepared()
    tuned = [one for one in reports if not one[0].unseen]
    if "--fit" in sys.argv:
        for name, weight in zip(NAMES, fit(tuned), strict=False):
            print(f"{name} = {weight:.2f}")
        return
    best = max(
        (pairwise(by_meaning(tuned, t / 100), [o.development for o, _ in tuned])[2], t / 100) for t in range(30, 90, 2)
    )[1]
    groups = {
        "tuned": tuned, "unseen": [r for r in reports if r[0].unseen],
        "unseen, free": [r for r in reports if r[0].unseen and r[0].set == "free"],
        "all, together": reports,
    }  # fmt: skip
    for name, group in groups.items():
        wanted = [one.development for one, _ in group]
        begun = time.perf_counter()
        mine = placed(group)
        spent = (time.perf_counter() - begun) / len(group)
        p, r, f = pairwise(mine, wanted)
        q, s, g = pairwise(by_meaning(group, best), wanted)
        print(f"{name:14} {len(group):3} reports {len(set(wanted)):3} developments  precision {p:.3f} recall {r:.3f} "
              f"f1 {f:.3f}  {spent * 1e3:.1f} ms a report"
              f"   meaning alone ({best}): precision {q:.3f} recall {s:.3f} f1 {g:.3f}")  # fmt: skip
        if "-v" in sys.argv:
            for a, b in combinations(range(len(group)), 2):
                if (mine[a] == mine[b]) != (wanted[a] == wanted[b]):
                    print(
                        "  ",
                        "joined" if mine[a] == mine[b] else "parted",
                        group[a][0].report.title,
                        "//",
                        group[b][0].report.title,
                    )


if __name__ == "__main__":
    main()

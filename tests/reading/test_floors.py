"""A ratchet on gold that no rule was tuned on: reading never gets worse, and a floor follows where it gets better."""

from __future__ import annotations

from pathlib import Path

import pytest

from missionwatch import flow
from missionwatch.reading.evaluation import Comparison, evaluate, load_floors
from missionwatch.reading.gold import load_gold

GOLD = Path(__file__).parent / "gold"
FLOORS = load_floors(GOLD / "floors.toml")
LAG = 0.05  # how far a floor may stay behind what is measured


@pytest.fixture(scope="session")
def examined() -> dict[str, list[Comparison]]:
    """Give what was read of each gold file, by its name; every report is read once."""
    return {path.stem: list(flow.examine(load_gold(path))) for path in sorted(GOLD.glob("unseen-*.yaml"))}


@pytest.mark.parametrize("pattern", ["unseen-nl", "unseen-en", "unseen-fr"])
def test_reading_is_no_worse_than_its_floor_and_the_floor_follows(
    pattern: str, examined: dict[str, list[Comparison]]
) -> None:
    compared = [one for name, found in examined.items() if name.startswith(pattern) for one in found]
    assert compared, f"there is no gold file {pattern}*.yaml"
    total = evaluate(compared).total
    floors = FLOORS[pattern.removeprefix("unseen-")]
    assert floors.keys() == {"found", "exact", "slots", "f1"}
    for name, floor in floors.items():
        rate = total.rate(name)
        assert rate is not None
        assert rate >= floor, f"{pattern}: {name} fell to {rate:.3f}, below its floor {floor:.3f}"
        assert rate <= floor + LAG, f"{pattern}: {name} rose to {rate:.3f}; raise its floor in floors.toml"

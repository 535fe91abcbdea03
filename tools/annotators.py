"""Measure how far two annotators agree: ``python tools/annotators.py GOLD SECOND``, two gold files over the same reports.

The second is scored against the first as a reader would be (``reading.fitting``): what of it serves a fact, and with which
slots right. No reader can be asked for more than what two careful people agree on.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from missionwatch.reading.fitting import pair, span
from missionwatch.reading.gold import Fact, load_gold

if TYPE_CHECKING:
    from missionwatch.records import Statement

_DATED = ("when", "since", "start", "end")
_NUMBERED = ("killed", "injured")
_SAID_AS_IT_IS = ("effect", "options", "purposes")


def as_statement(fact: Fact) -> Statement:
    """Return what a reader would have to say to state this fact and no more; it has only what the scoring looks at."""
    slots: dict[str, Any] = {slot: said if isinstance(said, tuple) else (said,) for slot, said in fact.slots.items()}

    def one(slot: str, otherwise: str | None = None) -> str | None:
        return slots[slot][0] if slot in slots else otherwise

    dates = [span(slots[slot][0]) for slot in _DATED if slot in slots]
    named = () if one("about") in (None, "true") else slots["about"]
    number = one("quantity")
    said = SimpleNamespace(
        predicate=fact.predicate, type=fact.type, roles=slots | {"state": slots.get("country", ())},
        about=named, holders=slots.get("holder", ()),
        negated=one("negated") == "true", hearsay=one("hearsay") == "true", modality=one("modality", "actual"),
        quantity=SimpleNamespace(value=number and float(number), qualifier="about" if "about" in slots else "exact"),
        likelihood=SimpleNamespace(low=0.5) if "likelihood" in slots else None,
        time=SimpleNamespace(earliest=min(d[0] for d in dates), latest=max(d[1] for d in dates)) if dates else None,
        assets=[SimpleNamespace(name=asset, text=asset) for asset in slots.get("asset", ())],
        evidence=SimpleNamespace(part=one("part", "body")),
        **{slot: SimpleNamespace(value=float(slots[slot][0])) if slot in slots else None for slot in _NUMBERED},
        **{slot: slots.get(slot, ()) for slot in _SAID_AS_IT_IS},
    )  # fmt: skip
    for slot in ("caveat", "cause", "country", "duration", "function", "grade", "rank", "subject"):
        setattr(said, slot, one(slot))
    return cast("Statement", said)


def main() -> int:
    """Print how far the second annotator says what the first says."""
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    first, second = (load_gold(Path(path)) for path in sys.argv[1:])
    others = {report.id: report for report in second}
    if lacking := [report.id for report in first if report.id not in others]:
        print(f"{sys.argv[2]} lacks {', '.join(lacking)}: both files must have the same reports")
        return 1
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for report in first:
        said = [as_statement(fact) for fact in others[report.id].facts]
        pairs = pair(report.facts, said)
        serving = {at for at, _ in pairs.values()}
        counts += Counter(
            facts=len(report.facts), said=len(said), found=len(pairs), exact=sum(fit.exact for _, fit in pairs.values()),
            slots=sum(len(report.facts[n].slots) for n in pairs), right=sum(fit.right for _, fit in pairs.values()),
        )  # fmt: skip
        missed.update(fact.kind for n, fact in enumerate(report.facts) if n not in pairs)
        extra.update(fact.kind for at, fact in enumerate(others[report.id].facts) if at not in serving)
        wrong.update(slot for _, fit in pairs.values() for slot in fit.wrong)
    found, facts, stated = counts["found"], counts["facts"], counts["said"]
    print(
        f"{facts} facts, {stated} of the second annotator; found {found / facts:.1%}, exact {counts['exact'] / facts:.1%},"
        f" precision {found / stated:.1%}, F1 {2 * found / (facts + stated):.1%}, slots of facts found"
        f" {counts['right'] / counts['slots']:.1%}"
    )
    for name, kinds in (("only the first", missed), ("only the second", extra), ("slots that differ", wrong)):
        print(f"{name}: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(12)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

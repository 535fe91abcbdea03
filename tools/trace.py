"""Write a table of a report: for each sentence, the statements it gives and where they show in the briefing.

Run it as ``python tools/trace.py REPORT DAY > docs/trace.md`` (DAY: when the report came out, YYYY-MM-DD). Sentences are
named by their first words, so that the table quotes no report at length.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from missionwatch import flow, reading, theatre
from missionwatch.ledger import MemoryLedger
from missionwatch.reading.frames.tokens import sentences

if TYPE_CHECKING:
    from missionwatch.records import Briefing, Statement


def said(statement: Statement) -> str:
    """Return a statement in a few words."""
    parts = [f"**{statement.type or statement.predicate}**"]
    for role, refs in statement.roles.items():
        parts.append(f"{role} {' + '.join(ref.name or ref.text for ref in refs)}")
    if statement.quantity is not None and statement.quantity.value is not None:
        parts.append(f"{statement.quantity.qualifier} {statement.quantity.value:g}")
    parts += [str(value) for name in ("function", "grade", "caveat") if (value := getattr(statement, name))]
    lists = [(name, getattr(statement, name)) for name in ("purposes", "options", "cause", "effect")]
    parts += [f"{name} {' + '.join(values)}" for name, values in lists if values]
    parts.extend(f"with {asset.name}" for asset in statement.assets)
    if statement.time is not None:
        parts.append(f"{statement.time.relation} `{statement.time.edtf}`")
    if statement.likelihood is not None:
        parts.append(f"likelihood {statement.likelihood.low:g}–{statement.likelihood.high:g}")
    if statement.holders:
        parts.append(f"by {' + '.join(ref.name or ref.text for ref in statement.holders)}")
    return ", ".join(parts)


def places(statement: Statement, briefing: Briefing, claims: dict[str, set[str]]) -> str:
    """Return the sections of the briefing that show a statement: by a footnote of its own or of its claim."""
    together = claims.get(statement.id, {statement.id})
    numbers = {note.number for note in briefing.footnotes if note.statement in together}
    found: list[str] = []
    mission = ""
    for section in briefing.sections:
        mission = section.heading if section.level == 2 else mission
        if any(numbers & set(one.notes) for one in section.sentences):
            found.append(section.heading if section.level == 2 else f"{mission} › {section.heading}")
    return "; ".join(found) or "–"


def main() -> None:
    """Print the table."""
    path, day = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
    followed = theatre.load("mali")
    ledger = MemoryLedger()
    report, statements = flow.read(path, published=day, theatre=followed)
    ledger.book(report, statements, reader=reading.reader_for(report.language).name)
    seen = flow.see(ledger, followed, as_of=day + timedelta(days=1), known_at=flow.end_of(date.max))
    briefing = flow.brief(seen, flow.judge(seen), language="en")
    every = [
        c
        for m in (*seen.missions, seen.general)
        for name in m.__struct_fields__
        if name not in ("mission", "calendar")
        for c in getattr(m, name)
    ]
    claims = {s.id: {x.id for x in c.support} for c in (*every, *seen.presences) for s in c.support}
    reader = reading.reader_for(report.language)
    hits = [(hit.start, hit.end) for hit in reader.gazetteer.find(report.text)]
    print("| | part | sentence begins | gives | shows in the briefing under |\n|---|---|---|---|---|")
    for number, sentence in enumerate(sentences(report, reader.pack, hits), 1):
        words = " ".join(report.text[sentence.start : sentence.end].split()[:3])
        here = [s for s in statements if sentence.start <= s.evidence.start < sentence.end]
        more = [s for s in statements for e in s.more if sentence.start <= e.start < sentence.end and s not in here]
        rows = [(said(s), places(s, briefing, claims)) for s in here]
        rows += [(f"adds to {said(s).split(',')[0]}", places(s, briefing, claims)) for s in more]
        for n, (gives, where) in enumerate(rows or [("nothing", "–")]):
            lead = (str(number), sentence.part, f"{words} …") if n == 0 else ("", "", "")
            print(f"| {' | '.join(lead)} | {gives} | {where} |")


if __name__ == "__main__":
    main()

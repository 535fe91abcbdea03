"""The round trip in figures, per theatre and language: how much of our briefings our own reader reads back, and what it makes of it.

PYTHONPATH=src:. python tools/round_trip.py            # table
PYTHONPATH=src:. python tools/round_trip.py --list en  # the sentences that are not held, with why
"""

from __future__ import annotations

import sys

from tests.roundtrip.conftest import DAYS, LANGUAGES, sentences
from tests.roundtrip.test_roundtrip import cited, lines, mutants, not_held, recognised


def main() -> None:
    """Print the table, or with ``--list`` the sentences that are not held."""
    if "--list" in sys.argv:
        print(lines(not_held(sys.argv[-1])))
        return
    print(
        "| theatre | language | sentences | held | verbatim | read | recognised | untruths found |\n|---|---|---|---|---|---|---|---|"
    )
    for name in DAYS:
        for language in LANGUAGES:
            every = list(sentences(language, (name,)).values())
            held = sum(one.verdict not in ("contradicted", "unknown") for one in every)
            read = sum(one.verdict != "unread" for one in every)
            known, told = recognised(language, (name,))
            verbatim, all_told = cited(language, (name,))
            counts = mutants(language, (name,))
            caught = sum(n for (_, found), n in counts.items() if found)
            print(
                f"| {name} | {language} | {len(every)} | {held / len(every):.1%} | {verbatim / all_told:.1%} | {read / len(every):.1%} | "
                f"{known / told:.1%} | {caught} of {counts.total()} |"
            )


if __name__ == "__main__":
    main()

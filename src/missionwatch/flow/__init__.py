"""The whole way: document → report → statements → ledger → picture → concerns → briefing.

``intake`` brings reports in and books what they state, ``collecting`` what comes from outside by itself; ``seeing`` shows the book as
of any day, as known at any moment, and ``listing`` line by line; ``searching`` finds in it; ``judging`` says how worrying it is and who
is to be warned; ``telling`` puts it in words. ``examining`` holds reading beside gold. They have no logic of their own: they call the
rooms in order, and the doors (``cli``, ``watch``, ``api``) call them.
"""

from missionwatch.flow.collecting import Taken, book_collected, collect, fares, load_events, take_in
from missionwatch.flow.examining import examine
from missionwatch.flow.intake import (
    UNREAD,
    Outcome,
    Prepared,
    add,
    add_report,
    book_prepared,
    consult,
    prepare,
    read,
    read_report,
    remake,
    remembered,
    tell,
    versions,
)
from missionwatch.flow.judging import before, course, hypothesis, judge, levels, replay, suppose, trend_from, warn
from missionwatch.flow.listing import judged, standing, stated
from missionwatch.flow.searching import catch_up, index_of, search
from missionwatch.flow.seeing import (
    DRAFT,
    beside,
    check,
    check_report,
    compare,
    end_of,
    event_data,
    ever,
    make_ready,
    measure,
    named,
    rate,
    ratings,
    read_back,
    see,
    weigh,
)
from missionwatch.flow.telling import brief, card, draw, export, mark_of, marked

__all__ = [
    "DRAFT", "UNREAD", "Outcome", "Prepared", "Taken", "add", "add_report", "before", "beside", "book_collected",
    "book_prepared", "brief", "card", "catch_up", "check", "check_report", "collect", "compare", "consult", "course", "draw", "end_of",
    "event_data", "ever", "examine", "export", "fares", "hypothesis", "index_of", "judge", "judged", "levels", "load_events",
    "make_ready", "mark_of", "marked", "measure", "named", "prepare", "rate", "ratings", "read", "read_back", "read_report", "remake",
    "remembered",
    "replay", "search", "see", "standing", "stated", "suppose", "take_in", "tell", "trend_from", "versions", "warn", "weigh",
]  # fmt: skip

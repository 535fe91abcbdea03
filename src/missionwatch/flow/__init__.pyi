from .collecting import Taken, book_collected, collect, fares, load_events, take_in
from .examining import examine
from .intake import (
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
from .judging import before, course, hypothesis, judge, levels, replay, suppose, trend_from, warn
from .listing import judged, standing, stated
from .searching import catch_up, index_of, search
from .seeing import (
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
from .telling import brief, card, draw, export, mark_of, marked

__all__ = [
    "DRAFT", "UNREAD", "Outcome", "Prepared", "Taken", "add", "add_report", "before", "beside", "book_collected",
    "book_prepared", "brief", "card", "catch_up", "check", "check_report", "collect", "compare", "consult", "course", "draw", "end_of",
    "event_data", "ever", "examine", "export", "fares", "hypothesis", "index_of", "judge", "judged", "levels", "load_events",
    "make_ready", "mark_of", "marked", "measure", "named", "prepare", "rate", "ratings", "read", "read_back", "read_report", "remake",
    "remembered",
    "replay", "search", "see", "standing", "stated", "suppose", "take_in", "tell", "trend_from", "versions", "warn", "weigh",
]  # fmt: skip

"""Templates filled: words in the reader's language, links that keep the state, and everything from outside as plain text."""

from __future__ import annotations

from datetime import UTC, date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import tomli
from babel import Locale
from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from missionwatch import __version__, register
from missionwatch.briefing import languages
from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import day as day_in_words
from missionwatch.briefing.plain import plain, safe_url
from missionwatch.briefing.times import Times
from missionwatch.errors import AddressError
from missionwatch.records.marking import label
from missionwatch.web.forms import sealed
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from starlette.requests import Request

    from missionwatch.workplace import Desk
    from missionwatch.workplace.asked import Moment

_FOLDER = Path(__file__).parent
_SPACE, _NOTHING = Markup(" "), Markup("")


class Words:
    """The phrases of one page and those that all pages share, in one language: ``words.changed``, ``words.levels.severe``."""

    def __init__(self, said: Mapping[str, Any], language: str) -> None:
        self._said = said
        self._language = language

    def __getattr__(self, name: str) -> Any:
        """Return a phrase, or a group of phrases."""
        return self[name]

    def __getitem__(self, name: str) -> Any:
        """Return a phrase, or a group of phrases; raise ``KeyError`` that names what is missing."""
        found = self._said[name]
        return found[self._language] if found.keys() == _languages() else Words(found, self._language)

    def __contains__(self, name: object) -> bool:
        """Say whether there is such a phrase."""
        return name in self._said


@cache
def _languages() -> frozenset[str]:
    return frozenset(languages())


@cache
def phrases(page: str) -> Mapping[str, Any]:
    """Return the phrases of a page with those of all pages; in the file each has its three languages side by side."""
    shared = tomli.loads((_FOLDER / "phrases" / "shared.toml").read_text(encoding="utf-8"))
    own = _FOLDER / "phrases" / f"{page}.toml"
    return shared | (tomli.loads(own.read_text(encoding="utf-8")) if own.exists() else {})


def render(
    request: Request, page: str, *, template: str | None = None, rests: Iterable[str] | None = None, **given: Any
) -> str:
    """Return a page (``templates/<page>.html``) for a request; ``template`` names another file, such as a part of the page.

    ``rests`` are the reports (ids) that the page rests on: it bears the strictest of their marks. A page of a theatre that does not
    say it bears the strictest of all that the person sees.
    """
    try:
        language = asking.language(request)
    except AddressError:
        if page != "fault":
            raise
        language = "en"  # the page that says so must be in some language
    at = _place(request)
    context: dict[str, Any] = {
        "request": request, "page": page, "language": language, "languages": languages(),
        "words": Words(phrases(page), language), "terms": load(language), "tongue": tongue,
        "desk": at, "theatres": asking.workplace(request).theatres, "version": __version__,
        "asker": getattr(request.state, "asker", None),
        "to": lambda path="", /, **changed: link(request, path, **changed),
        "here": lambda **changed: link(request, None, **changed),
        "day": lambda when: day_in_words(when, language),
        "between": lambda first, last: between(first, last, language),
        "name": lambda ref: name(ref, language), "safe_url": safe_url,
        "clock": lambda when: clock(when, language), "in_lines": in_lines, "kept_spaces": kept_spaces,
        "tlp": label,
        "bears": lambda: at.mark_of(at.marks() if rests is None else rests) if at is not None else "clear",
        "moment": _moment(request, at), "span": at.span() if at is not None else None,
    }  # fmt: skip
    made = environment().get_template(template or f"{page}.html").render(context | given)
    return sealed(made, context["asker"].secret if context["asker"] is not None else "")


def link(request: Request, path: str | None, **changed: Any) -> str:
    """Return the address of a page within the theatre (``missions/takuba``) that keeps the state; None is this page, with all it says."""
    if path is None:
        said = {name.strip("_").replace("_", "-"): value for name, value in changed.items()}
        kept = [(key, value) for key, value in request.query_params.multi_items() if key not in said]
        return _address(
            request.url.path, [*kept, *((key, str(value)) for key, value in said.items() if value is not None)]
        )
    theatre = request.path_params.get("theatre", "")
    return _address(
        "/" + "/".join(quote(part, safe="") for part in (str(theatre), *path.split("/")) if part),
        asking.state(request, **changed).items(),
    )


def name(ref: Any, language: str) -> str:
    """Return what somebody or something is called in a language: as the register says, else the report's words."""
    known = register.load().name(ref.id, language) if ref.id else None
    return plain(known or ref.name or ref.text)


def between(first: str, last: str, language: str) -> str:
    """Return the days from one ISO day to another as briefly as they can be said: "mid-May 2022"."""
    return Times(language).span(date.fromisoformat(first), date.fromisoformat(last))


def clock(when: datetime, language: str) -> str:
    """Return a moment in a language, to the minute, in UTC."""
    return f"{format_datetime(when.astimezone(UTC), 'd MMM y HH:mm', locale=language)} UTC"


def kept_spaces(piece: str) -> Markup:
    """Return a piece of a text, plain and escaped, with a space at its ends where it has one: pieces are set beside each other."""
    bare = plain(piece)
    if not bare:
        return _SPACE if piece else _NOTHING
    first, last = (_SPACE if sign.isspace() else _NOTHING for sign in (piece[0], piece[-1]))
    return first + escape(bare) + last


def in_lines(text: str) -> Markup:
    """Return text of several lines, as in a field to write in; each line is plain and escaped."""
    return Markup("\n").join(escape(plain(line)) for line in text.split("\n"))


@cache
def tongue(language: str) -> str:
    """Return what a language calls itself."""
    return str(Locale(language).get_language_name(language)).capitalize()


@cache
def environment() -> Environment:
    """Return what fills the templates: all is escaped and plain, and a name that nobody gives is a fault."""
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_finalize,
    )  # fmt: skip


def _finalize(value: object) -> object:
    """Take out of text what turns or hides it; markup of our own is no plain text."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _address(path: str, said: Iterable[tuple[str, str]]) -> str:
    query = urlencode(list(said))
    return f"{path}?{query}" if query else path


def _place(request: Request) -> Desk | None:
    """Return the desk of a request, None on pages that belong to no theatre, and for who may not read."""
    theatre = request.path_params.get("theatre")
    at = asking.workplace(request)
    asker = getattr(request.state, "asker", None)
    return at.desk(asker, theatre) if theatre in at.theatres and asker is not None and "read" in asker.may else None


def _moment(request: Request, at: Desk | None) -> Moment | None:
    if at is None:
        return None
    try:
        return asking.moment(at, request.query_params)
    except AddressError:  # the page that says so shows the desk's own
        return at.today()


def written(when: date | None) -> str:
    """Return a day as an address and a form write it, empty for none."""
    return when.isoformat() if when is not None else ""

"""The reports known at a moment, and a new one brought in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import AddressError, ReportError, UnknownLanguageError
from missionwatch.register.entries import LANGUAGES
from missionwatch.web.entries import Entries, file_of, text_of
from missionwatch.web.listing import order_of, page_of
from missionwatch.web.rendering import link, render
from missionwatch.web.report_text import visible
from missionwatch.workplace import add_document, asking
from missionwatch.workplace.tally import Count

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.records import ReportHead
    from missionwatch.workplace import Desk

router = APIRouter()
COLUMNS = ("day", "title", "source", "language", "read", "reviewed", "lowest")
_LONGEST = 2_000_000  # characters of a pasted text
_FILES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".eml", ".msg")


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list: its head, its figures, how many copies and versions of it there are."""

    head: ReportHead
    count: Count
    copies: int
    versions: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to."""

    source: str
    language: str
    first: date | None
    last: date | None
    words: str
    open: bool

    def takes(self, row: Row) -> bool:
        """Say whether a report is wanted."""
        head, day = row.head, row.head.published
        return (
            self.source in ("", head.source)
            and self.language in ("", head.language)
            and (self.first is None or (day is not None and day >= self.first))
            and (self.last is None or (day is not None and day <= self.last))
            and (not self.words or self.words.casefold() in head.title.casefold())
            and (not self.open or row.count.lowest is not None)
        )


@router.get("/{theatre}/reports")
def reports(request: Request) -> HTMLResponse:
    """List the reports."""
    return HTMLResponse(_list(request, asking.desk(request)))


@router.post("/{theatre}/reports")
def add(request: Request, form: Entries) -> Response:
    """Bring a report in: a file, or a text."""
    at = asking.desk(request)
    at.need("add")
    said = {name: text_of(form, name) for name in ("published", "source", "language", "title")}
    file, text = file_of(form, "file"), text_of(form, "text", _LONGEST)
    try:
        data, name = _document(
            file.file.read() if file else b"", file.filename or "" if file else "", text, said["title"]
        )
        published = asking.day(said, "published")
        _readable(said["language"])
    except AddressError as fault:
        return HTMLResponse(_list(request, at, trouble=fault, said=said, text=text), status_code=422)
    try:
        outcome = add_document(
            at, data, name=name, published=published, language=said["language"] or None, source=said["source"] or None
        )
    except (ReportError, UnknownLanguageError) as fault:
        return HTMLResponse(_list(request, at, trouble=fault, said=said, text=text), status_code=422)
    if outcome.report is None:  # refused for a reason of its own
        return HTMLResponse(_list(request, at, trouble=outcome.refused, said=said, text=text), status_code=422)
    state = "known" if outcome.already else "unread" if outcome.unread else "read"
    return RedirectResponse(link(request, f"reports/{outcome.report.id}", known=None, added=state), status_code=303)


def _readable(language: str) -> None:
    if language not in ("", *LANGUAGES):
        raise AddressError(
            f"{language[:20]!r} is no language that reports are read in; there is {', '.join(LANGUAGES)}"
        )


def _document(data: bytes, name: str, text: str, title: str) -> tuple[bytes, str]:
    """Return the bytes to read and what to call them: of a file what it is called, of a text its title."""
    if data and text:
        raise AddressError("there is a file and a text: which of them is the report? Send one", cause="both")
    if data:
        ending = Path(name.replace("\\", "/")).suffix.lower()
        if ending not in _FILES:
            raise AddressError(
                f"a file that ends in {ending[:20] or 'nothing'!r} cannot be read; there is {', '.join(_FILES)}",
                cause="ending",
                said=", ".join(_FILES),
            )
        return data, f"upload{ending}"
    if not text:
        raise AddressError("there is neither a file nor a text; choose a file, or paste the text", cause="neither")
    return (f"{title}\n\n{text}" if title else text).encode(errors="replace"), "pasted.txt"


def _list(
    request: Request,
    at: Desk,
    *,
    trouble: Exception | str | None = None,
    said: dict[str, str] | None = None,
    text: str = "",
) -> str:
    query = request.query_params
    moment = asking.moment(at, query)
    rows = at.once(("report rows", moment), lambda: _rows(at.reports(moment), at.counts(moment)))
    wanted = Wanted(
        source=asking.parameter(query, "source"), language=asking.parameter(query, "language"), first=asking.day(query, "from"),
        last=asking.day(query, "to"), words=asking.parameter(query, "title"), open=asking.parameter(query, "open") == "yes",
    )  # fmt: skip
    order = order_of(query, COLUMNS, "lowest" if wanted.open else "-day")
    chosen = _sorted([row for row in rows if wanted.takes(row)], *order)
    return render(
        request, "reports", found=page_of(chosen, query), wanted=wanted, order=order, trouble=trouble, said=said or {},
        text=visible(text), all=len(rows), sources=sorted({row.head.source for row in rows}), columns=COLUMNS,
        tongues=sorted({row.head.language for row in rows}), read_in=LANGUAGES, files=_FILES,
        called={one.id: one.name for one in at.theatre.sources},
    )  # fmt: skip


def _rows(heads: dict[str, ReportHead], counts: dict[str, Count]) -> tuple[Row, ...]:
    copies: dict[str, int] = {}
    versions: dict[str, int] = {}
    for head in heads.values():
        if head.copy_of is not None:
            copies[head.copy_of] = copies.get(head.copy_of, 0) + 1
        for earlier in head.earlier:
            versions[earlier] = versions.get(earlier, 0) + 1
    none = Count()
    return tuple(
        Row(head, counts.get(key, none), copies.get(key, 0), versions.get(key, 0) + len(head.earlier))
        for key, head in heads.items()
    )


def _sorted(rows: list[Row], column: str, down: bool) -> list[Row]:
    keys = {
        "day": lambda row: (row.head.published.isoformat() if row.head.published else "",),
        "title": lambda row: (row.head.title.casefold(),),
        "source": lambda row: (row.head.source,),
        "language": lambda row: (row.head.language,),
        "read": lambda row: (row.count.statements,),
        "reviewed": lambda row: (row.count.reviewed,),
        "lowest": lambda row: (row.count.lowest if row.count.lowest is not None else (-1 if down else 2),),
    }
    rows.sort(key=lambda row: (row.head.title.casefold(), row.head.id))
    rows.sort(key=keys[column], reverse=down)
    return rows

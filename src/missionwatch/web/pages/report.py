"""A report: its text with its statements marked, what was read of it, and what persons say of that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import flow, register
from missionwatch.briefing.names import Names
from missionwatch.errors import AddressError, BookingRefusedError, CorrectionError, OvertakenError
from missionwatch.records import Review
from missionwatch.records.statement import ROLES
from missionwatch.register.entries import LANGUAGES
from missionwatch.web import statement_form
from missionwatch.web.entries import Entries, all_of, number_of, text_of
from missionwatch.web.rendering import link, name, render
from missionwatch.web.report_text import blocks_of, names_in, visible
from missionwatch.web.statement_form import Form
from missionwatch.workplace import Moment, asking
from missionwatch.workplace.correcting import corrected, found
from missionwatch.workplace.naming import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from starlette.datastructures import FormData

    from missionwatch.records import EntityRef, Report, ReportHead, Statement
    from missionwatch.web.report_text import Named
    from missionwatch.workplace import Desk
    from missionwatch.workplace.readings import Read, Reading

router = APIRouter()
Verdict = Literal["accept", "reject", "withdraw"]
VERDICTS: dict[str, Verdict] = {"accept": "accept", "reject": "reject", "withdraw": "withdraw"}


@dataclass(frozen=True, slots=True)
class Doing:
    """What the page is asked to do, or could not do: which statement is corrected (or is a missed one added), with which form.

    ``trouble`` says why it was not booked; ``overtaken`` that somebody else was first. ``reason`` is what was typed.
    """

    what: Literal["", "review", "correct", "add"] = ""
    statement: str = ""
    form: Form = field(default_factory=lambda: Form({}))
    trouble: str = ""
    overtaken: bool = False
    reason: str = ""
    start: str = ""
    end: str = ""


@router.get("/{theatre}/reports/{report}")
def report(request: Request) -> HTMLResponse:
    """Show a report, with a form open where the address asks for one."""
    at, query = asking.desk(request), request.query_params
    doing = Doing()
    if chosen := asking.parameter(query, "correct"):
        one = _reading(at, request).find(chosen)
        if one is None:
            raise HTTPException(404, "there is no such statement in this report")
        doing = Doing("correct", one.booked.id, statement_form.form_of(one.shown))
    elif asking.parameter(query, "add"):
        start, end = asking.parameter(query, "start"), asking.parameter(query, "end")
        doing = Doing("add", form=statement_form.form_of(None), start=start, end=end)
    return _shown(request, at, doing)


@router.post("/{theatre}/reports/{report}")
def say(request: Request, form: Entries) -> Response:
    """Book what a person says of the report: a verdict on a statement, a correction of one, or one that was missed."""
    at = asking.desk(request)
    at.need("review")
    what = text_of(form, "do", 20)
    if what not in _DOES:
        raise AddressError(f"do={what!r} is nothing that can be done here; there is {', '.join(_DOES)}")
    return _DOES[what](request, at, form)


def _review(request: Request, at: Desk, form: FormData) -> Response:
    """Book accept, reject or withdraw on a statement."""
    statement, verdict = text_of(form, "statement", 64), text_of(form, "verdict", 20)
    reason = text_of(form, "reason")
    if verdict not in VERDICTS:
        raise AddressError(f"verdict={verdict!r} is none; there is {', '.join(VERDICTS)}")
    one = _of_report(at, request, statement)
    if verdict == "reject" and not reason:
        return _shown(request, at, Doing("review", one.booked.id, trouble="reason"), status=422)
    given = Review(statement=one.booked.id, verdict=VERDICTS[verdict], by=at.asker.name, reason=reason or None)
    try:
        at.ledger.review(given, after=number_of(form, "after"))
    except OvertakenError:
        return _shown(request, at, Doing("review", one.booked.id, overtaken=True, reason=reason), status=409)
    return _done(request, at, one.booked.id)


def _correct(request: Request, at: Desk, form: FormData) -> Response:
    """Book what a statement says instead."""
    one = _of_report(at, request, text_of(form, "statement", 64))
    report, reason = _report(at, request), text_of(form, "reason")
    entered, made = _made(at, report, form, one.shown, lambda says: corrected(one.shown, says, at.asker.name))
    doing = Doing("correct", one.booked.id, entered, reason=reason)
    if made is None:
        return _shown(request, at, doing, status=422)
    if not reason:
        return _shown(request, at, Doing("correct", one.booked.id, entered, trouble="reason"), status=422)
    given = Review(statement=one.booked.id, verdict="correct", by=at.asker.name, reason=reason, correction=made)
    try:
        at.ledger.review(given, after=number_of(form, "after"))
    except OvertakenError:
        again = Doing("correct", one.booked.id, entered, overtaken=True, reason=reason)
        return _shown(request, at, again, status=409)
    return _done(request, at, one.booked.id)


def _find(request: Request, at: Desk, form: FormData) -> Response:
    """Book a statement that no reader found."""
    report = _report(at, request)
    start, end = text_of(form, "start", 20), text_of(form, "end", 20)
    span = [int(one) if one.isascii() and one.isdigit() else -1 for one in (start, end)]
    entered, made = _made(at, report, form, None, lambda says: found(report, span[0], span[1], says, at.asker.name))
    doing = Doing("add", form=entered, start=start, end=end)
    if made is None:
        return _shown(request, at, doing, status=422)
    try:
        at.ledger.add(made)
    except BookingRefusedError as fault:
        refused = Form(entered.said, {**entered.wrong, "start": CorrectionError(str(fault), cause="booked")})
        return _shown(request, at, Doing("add", form=refused, start=start, end=end), status=409)
    return _done(request, at, made.id)


_DOES: dict[str, Callable[[Request, Desk, FormData], Response]] = {
    "review": _review,
    "correct": _correct,
    "find": _find,
}


@router.get("/{theatre}/names")
def names(request: Request) -> HTMLResponse:
    """Suggest names of the register, as the options of a list."""
    asking.desk(request)
    said, language = asking.parameter(request.query_params, "q"), asking.parameter(request.query_params, "of")
    listed = suggest(said[:100], language if language in LANGUAGES else asking.language(request))
    return HTMLResponse(render(request, "report", template="parts/names.html", listed=listed))


def _made(
    at: Desk,
    report: Report,
    form: FormData,
    before: Statement | None,
    make: Callable[[Mapping[str, object]], Statement],
) -> tuple[Form, Statement | None]:
    """Return the form as it was entered with what is wrong, and the statement that it makes (None where anything is wrong)."""
    entered = statement_form.entered(all_of(form))
    language = report.language if report.language in LANGUAGES else "en"
    says, entered = statement_form.changes(entered, before, language, at.theatre.yardstick)
    if entered.wrong:
        return entered, None
    try:
        made = make(says)
    except CorrectionError as fault:
        return statement_form.wrong_with(entered, fault), None
    return entered, made


def _done(request: Request, at: Desk, statement: str) -> Response:
    """Return to the statement that was spoken of: the page, or its card where the page asks for that alone."""
    if request.headers.get("hx-request"):
        return _shown(request, at, Doing("review", statement))
    address = link(request, f"reports/{request.path_params['report']}")
    return RedirectResponse(f"{address}#s-{statement}", status_code=303)


def _shown(request: Request, at: Desk, doing: Doing, *, status: int = 200) -> HTMLResponse:
    """Return the page, or the card of one statement alone where the page itself asks for that."""
    moment = asking.moment(at, request.query_params)
    report, reading = _report(at, request), _reading(at, request)
    given: dict[str, Any] = {
        "report": report, "reading": reading, "doing": doing, "claims": at.claims(moment), "roles": ROLES,
        "writes": "review" in at.asker.may and moment.known is None, "form": _form,
        "in_words": _named(asking.language(request)), "function": Names(asking.language(request)).function,
    }  # fmt: skip
    if request.headers.get("hx-request") and doing.what == "review":
        one = reading.find(doing.statement)
        return HTMLResponse(
            render(request, "report", template="parts/read.html", read=one, **given), status_code=status
        )
    names = names_in(report, reading.statements)
    sources = flow.ratings(at.ledger, at.theatre, known_at=at.known_at(moment))
    kin = _kin(at, moment, report.id)
    start, end = (
        int(one) if one.isascii() and one.isdigit() and len(one) < 10 else 0 for one in (doing.start, doing.end)
    )
    related = (kin.original, kin.corrects, *kin.copies, *kin.corrected_by, *kin.later)
    page = render(
        request, "report", rests=[report.id, *(one.id for one in related if one is not None)],
        blocks=blocks_of(report, reading.statements, names), names=_gathered(names), kin=kin,
        chosen=visible(report.text[start:end][:1000]), called=_caller(asking.language(request)),
        source=next((one for one in sources if one.id == report.source), at.theatre.source(report.source)),
        versions=flow.versions(at.ledger, report.id) if report.earlier or kin.later else (),
        steps=statement_form.steps(report.language, at.theatre.yardstick), choices=statement_form.CHOICES,
        codes=statement_form.CODES, **given,
    )  # fmt: skip
    return HTMLResponse(page, status_code=status)


@dataclass(frozen=True, slots=True)
class Kin:
    """The reports that a report hangs together with: what it copies or corrects, what copies or corrects it, its versions."""

    original: ReportHead | None = None
    corrects: ReportHead | None = None
    copies: tuple[ReportHead, ...] = ()
    corrected_by: tuple[ReportHead, ...] = ()
    later: tuple[ReportHead, ...] = ()


def _kin(at: Desk, moment: Moment, report: str) -> Kin:
    heads = at.reports(moment)
    pointing = at.once(("pointing", moment), lambda: _pointing(heads.values()))
    head, those = heads.get(report), pointing.get(report, ())
    return Kin(
        original=heads.get(head.copy_of or "") if head else None, corrects=heads.get(head.corrects or "") if head else None,
        copies=tuple(one for one in those if one.copy_of == report),
        corrected_by=tuple(one for one in those if one.corrects == report),
        later=tuple(one for one in those if report in one.earlier),
    )  # fmt: skip


def _pointing(heads: Iterable[ReportHead]) -> dict[str, tuple[ReportHead, ...]]:
    out: dict[str, tuple[ReportHead, ...]] = {}
    for head in heads:
        for other in {head.copy_of, head.corrects, *head.earlier} - {None, head.id}:
            out[other or ""] = (*out.get(other or "", ()), head)
    return out


def _caller(language: str) -> Callable[[str], str]:
    """Return what says how something of the register is called in a language."""
    book = register.load()
    return lambda entity: book.name(entity, language) or entity.partition(":")[2].replace("-", " ")


def _named(language: str) -> Callable[[EntityRef], str]:
    """Return what says how somebody is called in a language, a state's body as the briefing calls it: "the Malian government"."""
    names = Names(language)
    return lambda ref: names.entity(ref).text if ref.kind == "state" and ref.body else name(ref, language)


def _form(word: str | list[str]) -> str:
    """Return a word of the briefing's as a list shows it: its first form where it has several."""
    return word if isinstance(word, str) else word[0]


def _gathered(names: Iterable[Named]) -> dict[str, dict[str, int]]:
    """Return the names by whom they mean (see ``Named.key``), each alias with how often it stands there."""
    out: dict[str, dict[str, int]] = {}
    for one in names:
        found = out.setdefault(one.key, {})
        found[one.alias] = found.get(one.alias, 0) + 1
    return out


def _report(at: Desk, request: Request) -> Report:
    try:
        return at.ledger.report(str(request.path_params["report"]))
    except KeyError:
        raise HTTPException(404, "there is no such report in this ledger") from None


def _reading(at: Desk, request: Request) -> Reading:
    """Return what was read of the report of the address; refuse one that was not known yet."""
    moment = asking.moment(at, request.query_params)
    reading = at.reading(str(request.path_params["report"]), moment)
    if reading.known_at is None:
        raise HTTPException(404, f"this report is not in the ledger as known on {moment.known or moment.as_of}")
    return reading


def _of_report(at: Desk, request: Request, statement: str) -> Read:
    one = at.reading(str(request.path_params["report"]), Moment(at.today().as_of)).find(statement)
    if one is None:
        raise HTTPException(404, "there is no such statement in this report")
    return one

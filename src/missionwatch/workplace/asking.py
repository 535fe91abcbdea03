"""What a request asks: at whose desk, of which moment, in which language. The address holds the whole state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from missionwatch.briefing import languages
from missionwatch.errors import AddressError, NotAllowedError
from missionwatch.workplace.asked import Asker, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from missionwatch.records import Permission
    from missionwatch.workplace.desk import Desk, Workplace

_FIRST, _LAST = 1000, 9000  # years; trends and calendars count days back and ahead, and the calendar itself ends
_LONGEST = 2000  # characters of one parameter


def workplace(request: Request) -> Workplace:
    """Return the workplace that the application stands on."""
    return cast("Workplace", request.app.state.workplace)


def asker(request: Request) -> Asker:
    """Return who asks, as the guards found; whoever they could not name asks for nothing."""
    return cast("Asker", request.state.asker)


def need(request: Request, permission: Permission) -> Asker:
    """Return who asks; raise ``NotAllowedError`` where they may not do this. For what belongs to no theatre; else ``Desk.need``."""
    found = asker(request)
    if permission not in found.may:
        raise NotAllowedError(f"{found.name} may not do this: it needs the permission {permission!r}")
    return found


def desk(request: Request) -> Desk:
    """Return the desk of the one who asks, at the theatre that the address names."""
    return workplace(request).desk(asker(request), str(request.path_params["theatre"]))


def day(said: Mapping[str, str], name: str) -> date | None:
    """Return the day that a parameter names, or None where it is not there or empty; raise ``AddressError`` for no day."""
    text = parameter(said, name)
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not _FIRST <= found.year <= _LAST:
        raise AddressError(f"{name}={text!r} is no day; write it as {name}=2022-02-07", cause="no-day", said=text[:40])
    return found


def parameter(said: Mapping[str, str], name: str) -> str:
    """Return a parameter without what surrounds it, empty where it is not there; raise ``AddressError`` where it is huge."""
    text = said.get(name, "").strip()
    if len(text) > _LONGEST:
        raise AddressError(f"{name} is longer than {_LONGEST} characters")
    return text


def moment(at: Desk, said: Mapping[str, str]) -> Moment:
    """Return the moment that ``as-of`` and ``known`` name; the desk's own where they do not."""
    return Moment(day(said, "as-of") or at.today().as_of, day(said, "known"))


def language(request: Request) -> str:
    """Return the language to write in: as the address says, else the person's own, else the browser's, else English."""
    known = languages()
    said = parameter(request.query_params, "lang")
    if said:
        if said not in known:
            raise AddressError(f"lang={said!r} is no language that pages are written in; there is {', '.join(known)}")
        return said
    own = asker(request).language
    if own in known:
        return own
    return next((one for one in _accepted(request.headers.get("accept-language", "")) if one in known), "en")


def _accepted(header: str) -> list[str]:
    """Return the languages that a browser asks for, the most wanted first."""
    weighed: list[tuple[float, str]] = []
    for said in header[:500].split(","):
        name, _, weight = said.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), name[:2].lower()))
        except ValueError:
            continue
    return [name for _, name in sorted(weighed, key=lambda pair: pair[0])]


def state(request: Request, **changed: Any) -> dict[str, str]:
    """Return the parameters that every link keeps (``as-of``, ``known``, ``since``, ``lang``), with what is changed; None takes one away."""
    kept = {
        name: request.query_params[name]
        for name in ("as-of", "known", "since", "lang")
        if request.query_params.get(name)
    }
    for name, value in changed.items():
        key = name.strip("_").replace("_", "-")
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = str(value)
    return kept

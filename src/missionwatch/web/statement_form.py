"""The form over a statement's fields: what it shows of a statement, and what a person's entries change in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from missionwatch.errors import CorrectionError
from missionwatch.reading import reader_for
from missionwatch.reading.frames.quantities import allowed
from missionwatch.reading.yardsticks import scales
from missionwatch.records import EntityRef, Statement
from missionwatch.records.edtf import bounds
from missionwatch.records.statement import (
    EVENT_TYPES,
    GRADES,
    HAZARDS,
    OPTIONS,
    PREDICATES,
    PURPOSES,
    ROLES,
    Modality,
    Qualifier,
    Relation,
)
from missionwatch.workplace.naming import refs, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from missionwatch.records import Yardstick

NAMES = (*(f"role.{role}" for role in ROLES), "holders", "about")
"""The fields that take names, each as often as there are."""
CODES = {"options": OPTIONS, "purposes": PURPOSES, "cause": HAZARDS, "effect": HAZARDS}
"""The fields that take several codes."""
CHOICES: Mapping[str, Sequence[str]] = {
    "predicate": PREDICATES, "type": tuple(EVENT_TYPES), "modality": get_args(Modality), "grade": GRADES,
    "relation": get_args(Relation), "qualifier": ("exact", "about", "nearly", "more_than", "at_least", "up_to", "less_than"),
}  # fmt: skip
"""The fields that take one of several codes."""
WORDS = ("value", "unit", "edtf", "function", "text", "likelihood")
SIGNS = ("negated", "hearsay")
_LONGEST = 2000  # characters of one entry
_MOST = 30  # names or codes of one field


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in each field, and what is wrong with it (by field)."""

    said: Mapping[str, tuple[str, ...]]
    wrong: Mapping[str, CorrectionError] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """Return what stands in a field that takes one thing, empty where nothing does."""
        return next(iter(self.said.get(name, ())), "")

    def many(self, name: str) -> tuple[str, ...]:
        """Return all that stands in a field."""
        return self.said.get(name, ())


def steps(language: str, yardstick: Yardstick) -> dict[str, tuple[str, float, float]]:
    """Return the steps of a yardstick: the word that a language has for it, and its range (0–1)."""
    try:
        words: Mapping[str, Any] = reader_for(language, yardstick).pack.terms["likelihood"]
    except Exception:  # noqa: BLE001 - a language without a pack has no words of its own
        words = {}
    out: dict[str, tuple[str, float, float]] = {}
    for step, (low, high) in scales()[yardstick].ranges.items():
        word = next((" ".join(one) for one in words.get(step, ())), step.replace("_", " "))
        out[step] = (word, low, high)
    return out


def form_of(statement: Statement | None) -> Form:
    """Return the form of a statement as it stands; an empty one for None."""
    if statement is None:
        return Form({"predicate": ("event",), "modality": ("actual",), "relation": ("at",), "qualifier": ("exact",)})
    said: dict[str, tuple[str, ...]] = {
        f"role.{role}": tuple(map(written, found)) for role, found in statement.roles.items()
    }
    said["holders"] = tuple(map(written, statement.holders))
    said["about"] = tuple(written(ref) for ref in statement.about if isinstance(ref, EntityRef))
    said |= {name: getattr(statement, name) for name in CODES}
    quantity, when = statement.quantity, statement.time
    likely = statement.likelihood.term if statement.likelihood else None
    single = {
        "predicate": statement.predicate, "type": statement.type, "modality": statement.modality, "grade": statement.grade,
        "relation": when.relation if when else "at", "edtf": (when.edtf or when.text) if when else None,
        "qualifier": quantity.qualifier if quantity else "exact", "unit": quantity.unit if quantity else None,
        "value": _number(quantity.value) if quantity else None, "function": statement.function, "text": statement.text,
        "likelihood": likely, "negated": "yes" if statement.negated else None, "hearsay": "yes" if statement.hearsay else None,
    }  # fmt: skip
    return Form(said | {name: (value,) for name, value in single.items() if value})


def entered(entries: Mapping[str, Sequence[str]]) -> Form:
    """Return what a person entered, without what surrounds it; what is too long or too much is said."""
    said: dict[str, tuple[str, ...]] = {}
    wrong: dict[str, CorrectionError] = {}
    for name in (*NAMES, *CODES, *CHOICES, *WORDS, *SIGNS):
        found = tuple(one.strip() for one in entries.get(name, ()) if one.strip())
        said[name] = found
        if len(found) > _MOST or any(len(one) > _LONGEST for one in found):
            wrong[name] = CorrectionError(
                f"at most {_MOST}, of {_LONGEST} characters each", cause="much", said=str(_LONGEST)
            )
    return Form({name: found for name, found in said.items() if found}, wrong)


def changes(
    form: Form, before: Statement | None, language: str, yardstick: Yardstick
) -> tuple[dict[str, object], Form]:
    """Return the fields that a form says otherwise than a statement did, and the form with what is wrong.

    With ``before`` None all that is said is returned. ``language`` is the report's.
    """
    old = form_of(before)
    out: dict[str, object] = {}
    wrong = dict(form.wrong)

    def read(name: str, make: Callable[[], object], *shown: str) -> None:
        """Make a field of the statement of what stands in one or several of the form."""
        fields = shown or (name,)
        if before is not None and all(form.many(one) == old.many(one) for one in fields):
            return
        try:
            out[name] = make()
        except CorrectionError as fault:
            wrong.setdefault(fields[0], fault)

    for name in ("predicate", "type", "modality", "grade"):
        read(name, lambda name=name: _choice(form, name))  # type: ignore[misc]
    if form.one("predicate") != "event":
        out.pop("type", None)
    roles = tuple(f"role.{role}" for role in ROLES)
    read("roles", lambda: _roles(form, before, language, wrong), *roles)
    read("holders", lambda: _builtins(refs(form.many("holders"), language, before.holders if before else ())))
    read("about", lambda: _about(form, before, language))
    read("quantity", lambda: _quantity(form), "value", "qualifier", "unit")
    read("time", lambda: _time(form), "edtf", "relation")
    read("likelihood", lambda: _likelihood(form, language, yardstick))
    for name, codes in CODES.items():
        read(name, lambda name=name, codes=codes: [_code(one, codes) for one in form.many(name)])  # type: ignore[misc]
    for name in SIGNS:
        read(name, lambda name=name: bool(form.one(name)))  # type: ignore[misc]
    for name in ("function", "text"):
        read(name, lambda name=name: form.one(name) or None)  # type: ignore[misc]
    if form.one("predicate") == "event" and not form.one("type"):
        wrong.setdefault("type", CorrectionError("an event says what happened; choose which", cause="no-event"))
    return out, Form(form.said, wrong)


def wrong_with(form: Form, fault: CorrectionError) -> Form:
    """Return a form with what the record says is wrong beside the field it is about."""
    shown = {"roles": "role.actor", "quantity": "value", "time": "edtf", "event": "type", "start": "start"}
    return Form(form.said, {**form.wrong, shown.get(fault.field, fault.field or "predicate"): fault})


def _choice(form: Form, name: str) -> str | None:
    said = form.one(name)
    return _code(said, CHOICES[name]) if said else None


def _code(said: str, allowed_codes: Sequence[str]) -> str:
    if said not in allowed_codes:
        raise CorrectionError(f"{said[:40]!r} is none of those that there are", cause="none-such", said=said[:40])
    return said


def _roles(form: Form, before: Statement | None, language: str, wrong: dict[str, CorrectionError]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for role in ROLES:
        name = f"role.{role}"
        try:
            found = refs(form.many(name), language, before.roles.get(role, ()) if before else ())
        except CorrectionError as fault:
            wrong[name] = fault
            continue
        if found:
            out[role] = _builtins(found)
    return out


def _about(form: Form, before: Statement | None, language: str) -> list[Any]:
    kept = [one for one in before.about if isinstance(one, str)] if before else []
    known = [one for one in before.about if isinstance(one, EntityRef)] if before else []
    return [*kept, *_builtins(refs(form.many("about"), language, known))]


def _quantity(form: Form) -> dict[str, Any] | None:
    said = form.one("value").replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not said:
        return None
    try:
        value = float(said.replace(",", "."))
    except ValueError:
        raise CorrectionError(
            f"{said[:40]!r} is no number; write it as 1400 or 2.5", cause="no-number", said=said[:40]
        ) from None
    if not 0 <= value < 1e12:
        raise CorrectionError("a number of people or things is not negative, and not that large", cause="number")
    qualifier = _code(form.one("qualifier") or "exact", CHOICES["qualifier"])
    low, high = allowed(value, qualifier)
    return {
        "value": value, "low": low, "high": high, "unit": form.one("unit") or None, "qualifier": qualifier,
        "text": form.one("value"),
    }  # fmt: skip


def _time(form: Form) -> dict[str, Any] | None:
    said = form.one("edtf")
    if not said:
        return None
    try:
        earliest, latest = bounds(said)
    except ValueError as fault:
        raise CorrectionError(str(fault), cause="no-time", said=said[:40]) from fault
    relation = _code(form.one("relation") or "at", CHOICES["relation"])
    edtf = said
    if relation == "since" and "/" not in said:
        edtf, latest = f"{said}/..", None
    return {"relation": relation, "edtf": edtf, "earliest": earliest, "latest": latest, "text": said}


def _likelihood(form: Form, language: str, yardstick: Yardstick) -> dict[str, Any] | None:
    said = form.one("likelihood")
    if not said:
        return None
    found = steps(language, yardstick).get(said)
    if found is None:
        raise CorrectionError(
            f"{said[:40]!r} is no step of the yardstick {yardstick}", cause="none-such", said=said[:40]
        )
    word, low, high = found
    return {"term": word, "low": low, "high": high, "scale": yardstick}


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.15g}"


def _builtins(found: Sequence[EntityRef]) -> list[Any]:
    return list(msgspec.to_builtins(found))


QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)

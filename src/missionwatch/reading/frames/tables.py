"""Rows of a table: who gives how many people to which mission, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.quantities import number_at
from missionwatch.records import Asset

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.phrases import Named
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

_BAR = "|"


def is_row(sentence: Sentence) -> bool:
    """Say whether a sentence is a row of a table: cells between bars."""
    return [token.text for token in sentence.tokens].count(_BAR) > 1


def row(builder: Builder, sentence: Sentence, named: dict[int, Named], number: int) -> None:
    """Read "Rwanda | 1,358 | Bangui" as a contribution: a row with a state or a mission, and a number of people."""
    heads = {n: kind for n, cell in enumerate(_cells(sentence)) if (kind := _heading(builder, sentence, cell))}
    if "leader" in heads.values():
        builder.columns = heads
        return
    if builder.columns:
        _under_heads(builder, sentence, named, number)
        return
    found: dict[str, list[EntityRef]] = {"state": [], "mission": [], "place": []}
    function: str | None = None
    for hit in named.values():
        for sense in hit.senses[:1]:
            function = function or (sense.code if sense.form == "function" else None)
            if sense.id and sense.kind in found and sense.form in ("name", "capital"):
                place = next(
                    (s for s in hit.senses if s.kind == "place" and s.form == "name" and sense.form == "capital"), sense
                )
                found[place.kind or ""].append(builder.discourse.register.ref(place.id or "", hit.text))
    counted = [_count(builder, sentence, cell) for cell in _cells(sentence)]
    people = next((n for n in counted if n is not None and n.value), None)
    mission = found["mission"][:1] or list(builder.discourse.sole_mission())
    author = builder.discourse.author
    home = builder.discourse.home
    own = [author] if author is not None else [builder.discourse.register.ref(f"state:{home}", "")] if home else []
    state = found["state"][:1] or (own if found["mission"] else [])
    things = _things(builder, sentence, named) if people is None else ()
    if not (people or things) or not mission or not state or state[0] is None:
        return
    fields: dict[str, Any] = {
        "predicate": "contribution", "roles": {"contributor": (state[0],), "mission": (mission[0],)},
        "frame": "contribution:table", "assets": things,
    }  # fmt: skip
    if people is not None:
        fields["quantity"] = people.quantity("people", sentence.tokens[people.first].text)
    if found["place"]:
        fields["roles"] |= {"place": (found["place"][0],)}
    if function:
        fields["function"] = function
    builder.draft(fields, sentence, number, (0, len(sentence.tokens) - 1), confidence=0.7)


def _things(builder: Builder, sentence: Sentence, named: dict[int, Named]) -> tuple[Asset, ...]:
    """Return the ships and aircraft that cells count: "France | 2 frigates | 1 patrol aircraft"."""
    out: dict[str, Asset] = {}
    for cell in _cells(sentence):
        count = number_at(sentence.tokens, cell[0], builder.pack)
        hit = named.get(count.last + 1) if count is not None else None
        for sense in hit.forms("asset")[:1] if hit is not None else ():
            if count is not None and hit is not None and sense.code:
                many = count.quantity(sense.code, sentence.tokens[count.first].text)
                out.setdefault(sense.code, Asset(name=sense.code, text=hit.text, quantity=many))
    return tuple(out.values())


def _heading(builder: Builder, sentence: Sentence, cell: list[int]) -> str | None:
    """Return what a cell at the head of a column says of it: who leads, who gives people, how many there are."""
    words = {sentence.tokens[i].low for i in cell}
    return next((kind for kind, name in _COLUMNS.items() if words & builder.pack.classes_of(name)), None)


def _under_heads(builder: Builder, sentence: Sentence, named: dict[int, Named], number: int) -> None:
    """Read a row of a table whose head has a column for who leads: a mission, its leader, givers and strength."""
    register, cells = builder.discourse.register, _cells(sentence)
    found = [(i, hit, sense) for i, hit in sorted(named.items()) for sense in hit.senses[:1] if sense.id]
    mission = [register.ref(sense.id or "", hit.text) for _, hit, sense in found if sense.kind == "mission"][:1]
    for n, kind in builder.columns.items() if mission else ():
        cell = cells[n] if n < len(cells) else []
        states = [register.ref(s.id or "", hit.text) for i, hit, s in found if i in cell and s.kind == "state"][:1]
        counted = next((c for i in cell if (c := number_at(sentence.tokens, i, builder.pack)) is not None), None)
        told = counted.quantity("people", sentence.tokens[counted.first].text) if counted is not None else None
        roles: dict[str, tuple[EntityRef, ...]] = {"mission": (mission[0],)}
        if kind == "strength" and told is not None:
            fields: dict[str, Any] = {"predicate": "strength", "roles": roles, "quantity": told}
        elif kind == "leader" and states:
            fields = {"predicate": "leadership", "roles": roles | {"leader": (states[0],)}}
        elif kind == "contributor" and states and told is not None:
            fields = {"predicate": "contribution", "roles": roles | {"contributor": (states[0],)}, "quantity": told}
        else:
            continue
        span = (0, len(sentence.tokens) - 1)
        builder.draft(fields | {"frame": f"{fields['predicate']}:table"}, sentence, number, span, confidence=0.7)


_COLUMNS = {"leader": "column_leader", "contributor": "column_contributor", "strength": "column_strength"}


def _cells(sentence: Sentence) -> list[list[int]]:
    cells: list[list[int]] = [[]]
    for token in sentence.tokens:
        if token.text == _BAR:
            cells.append([])
        else:
            cells[-1].append(token.index)
    return [cell for cell in cells if cell]


def _count(builder: Builder, sentence: Sentence, cell: list[int]) -> Any:
    """Return the number that a cell is, where it is nothing else."""
    found = number_at(sentence.tokens, cell[0], builder.pack)
    return found if found is not None and found.last == cell[-1] else None

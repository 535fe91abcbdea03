"""A small newsroom: reports with statements, said in one line each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch import picture, register
from missionwatch.records import EntityRef, Evidence, Picture, Quantity, ReportHead, Source, Statement, Theatre, When

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records import Qualifier

THEATRE = Theatre(
    name="test", title={"nl": "Mali", "en": "Mali"}, own="NL", missions=("mission:takuba", "mission:minusma"), countries=("ML",),
    sources=(
        Source(id="gov", name="Government", kind="government", reliability="A"),
        Source(id="wire", name="Wire", kind="agency", reliability="B"),
        Source(id="paper", name="Paper", kind="media", reliability="C"),
        Source(id="blog", name="Blog", reliability="F"),
    ),
)  # fmt: skip


def ref(name: str) -> EntityRef:
    kind, _, rest = name.partition(":")
    if kind in ("mission", "group", "organisation", "place"):
        return register.load().ref(name, rest)
    code, _, body = name.partition("/")
    return register.load().ref(f"state:{code}", code, body=body or None)  # type: ignore[arg-type]


def people(value: float, qualifier: Qualifier = "exact") -> Quantity:
    margin = value * 0.1
    low, high = {"exact": (value, value), "about": (value - margin, value + margin), "more_than": (value, None)}[
        qualifier
    ]
    return Quantity(value, low, high, "people", qualifier, f"{value:g}")


def on(first: str, last: str | None = None, relation: str = "at") -> When:
    return When(relation, first, first, (last or first) if relation != "since" else None, first)  # type: ignore[arg-type]


@dataclass
class Newsroom:
    """Collects reports and statements; ``picture`` shows what they make."""

    heads: dict[str, ReportHead] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    def report(self, name: str, day: str, source: str = "paper", **more: Any) -> str:
        self.heads[name] = ReportHead(
            id=name,
            title=f"Report {name}",
            language=more.pop("language", "en"),
            published=date.fromisoformat(day),
            source=source,
            **more,
        )
        return name

    def says(
        self, report: str, predicate: str, roles: Mapping[str, str | list[str]] | None = None, **fields: Any
    ) -> Statement:
        filled = {
            role: tuple(ref(name) for name in ([names] if isinstance(names, str) else names))
            for role, names in (roles or {}).items()
        }
        part = fields.pop("part", "body")
        quote = f"{report} says {predicate} {len(self.statements)}"
        if "holders" in fields:
            fields["holders"] = tuple(ref(name) for name in fields["holders"])
        if "about" in fields:
            fields["about"] = tuple(ref(name) for name in fields["about"])
        statement = Statement.of(
            report=report, predicate=predicate, roles=filled, reader="test@1", confidence=0.9,  # type: ignore[arg-type]
            evidence=Evidence(0, len(quote), quote, part), **fields,
        )  # fmt: skip
        self.statements.append(statement)
        return statement

    def picture(self, day: str = "2022-02-08") -> Picture:
        as_of = date.fromisoformat(day)
        known = datetime.combine(as_of, time.max, tzinfo=UTC)
        return picture.build(THEATRE, self.statements, self.heads, as_of=as_of, known_at=known)


@pytest.fixture
def news() -> Newsroom:
    return Newsroom()

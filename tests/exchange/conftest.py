"""Pictures to give out: a newsroom's, hostile ones, and random ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import strategies as st

from missionwatch import assessment, exchange
from missionwatch.records import EntityRef, Evidence, Statement
from tests.picture.conftest import THEATRE, Newsroom, on, people

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.exchange import Export
    from missionwatch.records import Picture, Tlp

HOSTILE = (
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "]]><svg onload=alert(1)>", '"><img src=x onerror=alert(1)>', "@SUM(1+1)",
    "-2+3", "\u202egpj.exe", "a\u0000b\u0007c", "{{7*7}}{% raw %}", "'; DROP TABLE claims;--", "javascript:alert(1)", "ﷺ" * 50, "\t=1",
)  # fmt: skip


def export_of(seen: Picture, *, marking: Tlp | None = None, **more: Any) -> Export:
    return exchange.gather(seen, assessment.assess(seen), names=exchange.in_words(seen), marking=marking, **more)


@pytest.fixture
def told() -> Export:
    """A small theatre: contributions, a lead, posts, attacks, a withdrawal, a denied and a planned one, a dispute, a risk."""
    return export_of(winter().picture("2022-02-08"))


def winter() -> Newsroom:
    news = Newsroom()
    letter = news.report("letter", "2022-02-07", "gov", url="https://example.org/letter", publisher="The ministry")
    paper = news.report("paper", "2022-02-05", "paper", url="javascript:alert(1)")
    blog = news.report("blog", "2022-02-06", "blog")
    news.says(letter, "contribution", {"contributor": "NL", "mission": "mission:minusma"}, quantity=people(90.0))
    news.says(letter, "contribution", {"contributor": "DK", "mission": "mission:takuba"}, quantity=people(105.0))
    news.says(paper, "contribution", {"contributor": "DK", "mission": "mission:takuba"}, quantity=people(90.0))
    news.says(letter, "leadership", {"mission": "mission:takuba", "leader": "FR"})
    news.says(letter, "strength", {"mission": "mission:takuba"}, quantity=people(900.0, "about"))
    news.says(
        paper,
        "event",
        {"target": "mission:minusma", "place": "place:gao"},
        type="attack",
        time=on("2022-01-22"),
        killed=people(1.0),
    )
    withdrawal = news.says(
        letter, "event", {"actor": "DK/armed_forces", "mission": "mission:takuba", "instigator": "ML/government"},
        type="withdraw", time=on("2022-01-27"),
    )  # fmt: skip
    news.says(
        blog,
        "event",
        {"actor": "SE", "mission": "mission:takuba"},
        type="withdraw",
        modality="planned",
        time=on("2022-03-15"),
    )
    news.says(paper, "event", {"actor": "FR", "target": "ML"}, type="threaten")
    news.says(letter, "event", {"actor": "FR", "target": "ML"}, type="threaten", negated=True)
    news.says(paper, "presence", {"actor": "group:wagner", "place": "ML"}, time=on("2021-12-21", relation="since"))
    news.says(blog, "risk", {"target": "mission:minusma"}, cause=("terrorism",), effect=("spill-over",))
    news.says(
        letter, "period", {"mission": "mission:takuba"}, time=on("2022-06-30", relation="until"), subject="mission"
    )
    judged = news.says(letter, "assessment", {}, holders=["NL/government"], grade="worrying")
    news.statements[-1] = Statement.of(**{**_fields(judged), "about": (withdrawal.id,)})
    person = EntityRef(text="Olivier Gómez", id="person:olivier-gomez", kind="person", name="Olivier Gómez")
    news.statements.append(
        Statement.of(
            report=letter, predicate="post", roles={"person": (person,), "mission": (_ref("mission:minusma"),)}, function="force-commander",
            evidence=Evidence(7, 20, "Olivier Gómez", "quote"), reader="test@1", confidence=0.8,
        )
    )  # fmt: skip
    return news


def _ref(name: str) -> EntityRef:
    from tests.picture.conftest import ref  # noqa: PLC0415

    return ref(name)


def _fields(statement: Statement) -> dict[str, Any]:
    said = {field: getattr(statement, field) for field in statement.__struct_fields__}
    said.pop("id")
    return said


def hostile() -> Newsroom:
    """The same theatre, in which every text that a report or a source may choose is an attack."""
    news = winter()
    turn = iter(HOSTILE * 200)

    def evil() -> str:
        return next(turn)

    def bad(ref: EntityRef) -> EntityRef:
        return msgspec.structs.replace(ref, text=evil(), name=evil() if ref.id is None else ref.name)

    for n, statement in enumerate(news.statements):
        quote = HOSTILE[(n + 1) % len(HOSTILE)]  # the first statement's is a script
        said = _fields(statement) | {
            "evidence": Evidence(5, 5 + len(quote), quote, "body"), "text": evil(), "reader": evil(),
            "roles": {role: tuple(bad(ref) for ref in refs) for role, refs in statement.roles.items()},
            "holders": (*statement.holders, EntityRef(text=evil())), "about": (EntityRef(text=evil(), kind="place", name=evil()),),
        }  # fmt: skip
        news.statements[n] = Statement.of(**said)
    for key, head in news.heads.items():
        news.heads[key] = msgspec.structs.replace(head, title=evil(), publisher=evil(), url=evil())
    return news


_PARTY = st.sampled_from(["NL", "ML/government", "DK/armed_forces", "group:jnim", "organisation:un", "mission:takuba"])
_MISSION = st.sampled_from(["mission:takuba", "mission:minusma"])
_DAY = st.dates(date(2021, 10, 1), date(2022, 2, 8)).map(date.isoformat)


@st.composite
def newsrooms(draw: Callable[..., Any]) -> Newsroom:
    """Random newsrooms: some reports, each with some statements of any predicate."""
    news = Newsroom()
    sources = st.sampled_from(["gov", "wire", "paper", "blog", "elsewhere"])
    for n in range(draw(st.integers(0, 3))):
        report = news.report(
            f"r{n}", draw(_DAY), draw(sources), url=draw(st.sampled_from([None, "https://example.org/a", "ftp://x"]))
        )
        for _ in range(draw(st.integers(0, 5))):
            _say(news, report, draw)
    return news


def _say(news: Newsroom, report: str, draw: Callable[..., Any]) -> None:
    mission = draw(_MISSION)
    time = draw(st.one_of(st.none(), st.builds(on, _DAY), st.builds(lambda day: on(day, relation="since"), _DAY)))
    modality = draw(st.sampled_from(["actual", "actual", "planned", "possible"]))
    shared: dict[str, Any] = {
        "time": time,
        "modality": modality,
        "negated": draw(st.booleans()) and draw(st.booleans()),
    }
    match draw(st.integers(0, 6)):
        case 0:
            size = people(float(draw(st.integers(0, 20_000))), draw(st.sampled_from(["exact", "about", "more_than"])))
            news.says(
                report, "contribution", {"contributor": draw(_PARTY), "mission": mission}, quantity=size, **shared
            )
        case 1:
            news.says(
                report,
                "presence",
                {"actor": draw(_PARTY), "place": draw(st.sampled_from(["place:gao", "place:sahel", "ML"]))},
                **shared,
            )
        case 2:
            news.says(report, "post", {"person": draw(_PARTY), "mission": mission}, function="ambassador", **shared)
        case 3:
            news.says(report, "option", {"mission": mission}, holders=[draw(_PARTY)], options=("continue",), **shared)
        case 4:
            news.says(report, "leadership", {"mission": mission, "leader": draw(_PARTY)}, **shared)
        case _:
            kind = draw(st.sampled_from(["attack", "withdraw", "detain", "condemn", "agree", "deny_access"]))
            roles = {
                "actor": draw(_PARTY),
                "target": draw(_PARTY),
                "mission": mission,
                "place": draw(st.sampled_from(["place:kidal", "ML"])),
            }
            news.says(
                report,
                "event",
                {role: name for role, name in roles.items() if draw(st.booleans())},
                type=kind,
                **shared,
            )


def empty() -> Picture:
    return Newsroom().picture()


def known(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.max.time(), tzinfo=UTC)


__all__ = ["HOSTILE", "THEATRE", "empty", "export_of", "hostile", "known", "newsrooms", "winter"]

"""Why a claim has its credibility: the arithmetic laid open, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch import register
from missionwatch.picture.claims import Said, said_by
from missionwatch.picture.voices import independent, voices_of
from missionwatch.picture.weighing import Count, count_of, credibility, day_told
from missionwatch.records import Backing, Reliability, Turn, Weighing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.picture.voices import Voice
    from missionwatch.records import Claim, ReportHead, Statement, Theatre
    from missionwatch.records.weighing import TurnKind


def weigh(
    claim: Claim, theatre: Theatre, reports: Mapping[str, ReportHead], earlier: Sequence[Statement] = ()
) -> Weighing:
    """Return the arithmetic of a claim: ``reports`` hold the heads of those it quotes, ``earlier`` what was said before."""
    support, against = _rows(claim.support, reports), _rows(claim.against, reports)
    count = count_of(support, against, theatre, disputed=bool(claim.disputed))
    rule, grade = credibility(count)
    return Weighing(
        claim=claim, support=_backings(support, theatre, reports), against=_backings(against, theatre, reports),
        corrected=_backings(_rows(claim.corrected, reports), theatre, reports),
        earlier=_backings(_rows(earlier, reports), theatre, reports), voices=count.voices, denying=count.denying, rule=rule,
        credibility=grade, turns=_turns(count, grade),
    )  # fmt: skip


def _rows(statements: Sequence[Statement], reports: Mapping[str, ReportHead]) -> list[Said]:
    """Return statements as they were weighed, in the same order."""
    return [next(reversed(list(said_by(s, reports[s.report])))) for s in statements]


def _backings(rows: Sequence[Said], theatre: Theatre, reports: Mapping[str, ReportHead]) -> tuple[Backing, ...]:
    voices = voices_of(rows, theatre)
    told = day_told(rows[0]) if rows else 0
    firm = [n for n, one in enumerate(rows) if not one.statement.hearsay and one.on >= told] or list(range(len(rows)))
    counting = {firm[n]: pair for n, pair in independent([voices[n] for n in firm]).items()}
    by_origin = {origin: n for n, (origin, _) in counting.items()}
    by_teller = {teller: n for n, (_, teller) in counting.items()}
    out: list[Backing] = []
    for n, (one, voice) in enumerate(zip(rows, voices, strict=True)):
        twin = next((by_origin[o] for o in voice.origins if o in by_origin), by_teller.get(voice.teller))
        counts = n in counting
        out.append(
            Backing(
                statement=one.statement, report=reports[one.statement.report], reliability=voice.reliability,
                reason=voice.reason, origin=" + ".join(voice.origins), teller=voice.teller, counts=counts,
                shares=None if counts or twin is None else rows[twin].statement.id,
                why=_why(one, voice, counts=counts, early=one.on < told, twin=None if twin is None else voices[twin]),
            )
        )  # fmt: skip
    return tuple(out)


def _why(one: Said, voice: Voice, *, counts: bool, early: bool, twin: Voice | None) -> str:
    word = (
        "the source's own word"
        if voice.origins == (voice.teller,)
        else f"the word of {' + '.join(map(_named, voice.origins))}"
    )
    if one.head.copy_of is not None:
        word += ", in a copy of another report"
    if counts:
        return f"{word}: a voice of its own"
    if one.statement.hearsay:
        return "hearsay: no voice where anybody says it outright"
    if early:
        return f"{word}, before the day on which it was done: it announces, and confirms nothing"
    if twin is not None and not set(twin.origins).isdisjoint(voice.origins):
        return f"{word}, which counts already"
    return f"{word}, told by a source that counts already"


def _named(origin: str) -> str:
    """Return an origin by name with its id: "Mali (state:ML)"; the id alone where the register has no name."""
    party, _, body = origin.partition("/")
    name = register.load().name(party, "en")
    return origin if name is None else f"{name}{f', {body}' if body else ''} ({origin})"


def _turns(count: Count, now: int) -> tuple[Turn, ...]:
    """Return what would change the credibility, reckoned by the same rules."""
    cases: list[Turn] = []

    def case(what: str, then: Count, kind: TurnKind, n: int = 1, grade: Reliability | None = None) -> None:
        cases.append(Turn(what=what, credibility=credibility(then)[1], kind=kind, n=n, grade=grade))

    grades: tuple[Reliability, ...] = ("A", "B", "C")
    for grade in grades:
        more = count._replace(voices=count.voices + 1, grades=count.grades | {grade})
        case(f"one more independent voice, of reliability {grade}", more, "voice-more", grade=grade)
    if count.disputed:
        case("the dispute settled", count._replace(disputed=False), "settled")
    else:
        case("another value from another report within thirty days", count._replace(disputed=True), "another-value")
    if count.denying:
        case("nobody denying it any more", count._replace(denying=0), "undenied")
    if count.denying and count.disputed:
        both = count._replace(denying=0, disputed=False)
        case("nobody denying it any more and the dispute settled", both, "undenied-and-settled")
    if count.denying == 0 and count.voices > 1:
        case("one voice that denies it", count._replace(denying=1), "denial")
    needed = count.voices - count.denying
    if needed > 0:
        told = "one more voice that denies it" if needed == 1 else f"{needed} more voices that deny it"
        case(told, count._replace(denying=count.voices), "denial", needed)
    if count.voices > 1:
        case("one voice less", count._replace(voices=count.voices - 1), "voice-less")
    best = min(count.grades, default=None)
    if best in ("A", "B"):
        lower = frozenset[Reliability]({"C"}) | (count.grades - {best})
        case(f"the sources of reliability {best} rated C", count._replace(grades=lower), "rated-lower", grade=best)
    return tuple(turn for turn in cases if turn.credibility != now)

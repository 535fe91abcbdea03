"""What is asked or left open: which clauses are questions that somebody asks, or to which nobody knows the answer."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.participles import could_be_finite
from missionwatch.reading.frames.tokens import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token

ANSWERING = frozenset({"know", "say"})
"""What a clause denies that leaves a question open: does not know, did not say."""


def hang_questions(clauses: list[Clause], tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> None:
    """Hang what is asked on the clause that leaves it open: "Who fired, | UNIFIL does not know", "it is not known | when …"."""
    if not clauses:
        return
    first = clauses[0]
    opened = any("interrogative" in tokens[i] for i in first.order[:2])
    if opened and not pack.verb_second and first.link == "content" and not any(c.link == "main" for c in clauses):
        _part_main(clauses, tokens, pack, verbs)
    for before, clause in itertools.pairwise(clauses):
        fronted = before is first and opened and clause.link == "main" and before.parent in (None, clause)
        if fronted and before.link in ("main", "time") and _takes_question(clause, tokens, pack):
            before.link, before.parent, clause.coordinated = "content", clause, None
        when = clause.link == "time" and clause.parent is before and "interrogative" in tokens[clause.first]
        if when and before.order[-1] == clause.first - 1 and _leaves_open(before, tokens, pack):
            clause.link = "content"  # we do not know when …
    for clause in clauses:
        said = clause.parent if clause.link == "condition" else None
        if said is not None and (then := _spoken_on(said, clauses, tokens, pack)) is not None:
            clause.parent, then.coordinated = then, None  # "If they leave," he says, "the war will begin again"


def _spoken_on(clause: Clause, clauses: list[Clause], tokens: Sequence[Token], pack: Pack) -> Clause | None:
    """Return what goes on behind a clause that only says, in the midst of a quotation, whose words they are."""
    verb = next((i for i in clause.verbs if "say" in pack.attitudes.get(tokens[i].lemma, ())), 0)
    if not verb or tokens[verb - 1].text not in CLOSING:
        return None
    after = next((c for c in clauses if c.link == "main" and c.verbs and c.verbs[0] > verb), None)
    resumes = after is not None and any(tokens[i].text in OPENING for i in range(verb, after.verbs[0]))
    return after if resumes else None


def _leaves_open(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause says that nobody knows, or that somebody does not know or say."""
    if pack.says("unknown", clause.lows(tokens)):
        return True
    answers = any(pack.attitudes.get(tokens[i].lemma, frozenset()) & ANSWERING for i in clause.verbs)
    opens = [tokens[i].low for i in (clause.order[0] - 1, clause.order[0]) if i >= 0]  # without saying | when
    without = any("without" in pack.relations.get((word,), ()) for word in opens)
    return answers and (without or any("negation" in tokens[i] for i in clause.order))


def _takes_question(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause leaves open the question before it, or looks into it: "Who fired, | is still being investigated"."""
    looks = any("ask" in pack.attitudes.get(tokens[i].lemma, frozenset()) for i in clause.verbs)
    return looks or _leaves_open(clause, tokens, pack)


def _part_main(clauses: list[Clause], tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> None:
    """Take what is said of a question that opens a sentence out of it: "Whether X leaves | is not known"."""
    last = clauses[-1]
    at = None
    for i in last.order:
        if i not in verbs or i == last.order[0] or not could_be_finite(i, tokens, pack):
            continue
        before = next((k for k in range(i - 1, -1, -1) if not {"adverb", "negation"} & tokens[k].classes), i)
        if before not in verbs:
            at = i
    earlier = any(i in verbs for i in last.order if at is not None and i < at)
    if at is None or not earlier or not pack.says("unknown", [tokens[i].low for i in last.order if i >= at]):
        return
    main = type(last)([i for i in last.order if i >= at], verbs=[v for v in last.verbs if v >= at])
    last.order = [i for i in last.order if i < at]
    last.verbs = [v for v in last.verbs if v < at]
    clauses[0].parent = main
    clauses.append(main)


def ends_asking(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence ends in a question mark, quoted or not."""
    return any(token.text == "?" for token in itertools.takewhile(lambda one: not one.is_word, reversed(tokens)))


def intended(clause: Clause) -> bool:
    """Say whether a clause tells what the one above it means to do, so that who asks of the one asks of both: "does X plan | to leave?"."""
    above = clause.parent if clause.link == "purpose" else None
    return above is not None and above.link == "main" and bool(above.attitudes & {"plan", "weigh"})


def asks_when(clause: Clause) -> bool:
    """Say whether a clause opens with a word that may ask when."""
    return clause.link == "time" and clause.asks


def would_know(clause: Clause) -> bool:
    """Say whether somebody wants to know what a clause governs: "would like | to know whether"."""
    return "know" in clause.attitudes and "plan" in clause.attitudes | clause.attitudes_above


def once_weighed(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause tells what was weighed, and is over: "had considered withdrawing its troops"."""
    return clause.finite is not None and "weigh" in clause.attitudes and "had" in tokens[clause.finite]


def what_depends(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause that a condition is for, which may go on behind who says so: "If X leaves, the analyst says, Y will attack"."""
    above = clause.parent
    aside = clause.link == "condition" and above is not None and clause.last < above.first and "say" in above.attitudes
    behind = next((c for c in clauses if aside and c.coordinated is above and c.link == "main"), None)
    return behind if behind is not None else above

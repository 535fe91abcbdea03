"""What a noun of doing is carried out by: the clause behind it that says who did it, and what hangs on another such noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.reaching import dependents, relations_of
from missionwatch.reading.frames.wanting import steer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match


def carried(phrase: Phrase, chain: Sequence[Phrase], clause: Clause, pack: Pack) -> Clause | None:
    """Return the clause that says who carried out what a noun tells, or when: "the withdrawal of its troops, completed in May"."""
    ends = {phrase.last}
    if chain and not of_other_noun(phrase, clause, phrase):
        ends.add(chain[-1].last)
    told = next((c for c in clause.participles if c.first - 1 in ends or c.first - 2 in ends), None)
    told = told if told is not None and carries_out(told, chain, pack) else None
    return told or told_behind(phrase, clause, pack)


def lend(told: Clause, relations: dict[str, list[Phrase]], pack: Pack) -> None:
    """Give a noun who did it, to whom and where, as the clause says that it was carried out: "the attack carried out on Y"."""
    active = not (told.reduced or told.passive)
    suffers = any(pack.light.get(lemma) == "undergo" for lemma in told.lemmas.values())
    for relation, others in relations_of(told).items():
        doers = [p for p in others if active and p.pronoun != "relative"] if relation == "subject" else others
        if relation != "object":
            name = "against" if relation == "subject" and suffers else relation
            relations.setdefault(name, []).extend(doers)  # the talks that X leads
    if not suffers:
        relations.setdefault("by", []).extend(p for p in told.subjects if p.pronoun != "relative")


def carries_out(clause: Clause, chain: Sequence[Phrase], pack: Pack) -> bool:
    """Say whether a clause says no more of a noun, with what hangs on it, than that it was done: committed, carried out, launched.

    But: "the release of four | held by X", "the attack on a base | held by X" are not carried out by X.
    """
    lemmas = [clause.lemmas.get(v, "") for v in clause.verbs]
    if not lemmas or any(pack.light.get(lemma) not in ("act", "happen") for lemma in lemmas):
        return False
    opened = {t.frame for lemma in lemmas for t in pack.verb_triggers.get(lemma, ())}
    last = chain[-1] if chain else None
    if last is None or opened.isdisjoint(_OF_PEOPLE if last.is_people else _OF_PLACES):
        return True
    return not (last.is_people or last.noun in ("place", "convoy") or any(r.kind == "place" for r in last.refs))


# Frames of what is done to people, and of who has a place.
_OF_PEOPLE, _OF_PLACES = frozenset({"detain", "held", "capture"}), frozenset({"present"})


def told_behind(phrase: Phrase, clause: Clause, pack: Pack) -> Clause | None:
    """Return the relative clause that says who did what a noun names, or whom it befell: "the attack that X carried out"."""
    beside = (c for c in clause.relatives if phrase.last < c.first <= phrase.last + 2)
    told = next(beside, None)
    if told is None or told.negated:
        return None
    lemmas = [told.lemmas.get(v, "") for v in told.verbs]
    main = [lemma for lemma in lemmas if lemma not in pack.helping] or lemmas
    light = bool(main) and all(pack.light.get(lemma) in ("act", "undergo", "claim") for lemma in main)
    return told if light else None


def of_other_noun(other: Phrase, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a marked phrase hangs on another trigger noun of the clause."""
    return any(other in dependents(p, clause) for p in clause.phrases if p is not phrase and p.triggers)


def accused_of(match: Match, phrase: Phrase) -> bool:
    """Let what a noun tells be done by whom a clause accuses of it, and say whether it does: "accuses France of having mounted an attack"."""
    if "accuse" not in match.clause.attitudes or phrase not in match.clause.objects[1:]:
        return False
    steer(match, match.relations, frozenset({"accuse"}), done=False)
    return match.accused

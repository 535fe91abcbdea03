"""For whom somebody speaks: who "we" are in what is said, and the state that a minister announces something for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.senses import GOVERNMENT
from missionwatch.reading.frames.tokens import OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef
    from missionwatch.register import Register


def quoted(clauses: list[Clause], tokens: Sequence[Token], pack: Pack, register: Register) -> None:
    """Let "we" and "I" be who says it, and "our troops" theirs: "We urge both sides to …", said the head of mission."""
    first, own = pack.classes_of("first_person"), pack.classes_of("own")
    opens = next((t.index for t in tokens if t.text in OPENING), len(tokens))
    for one in clauses:  # „Onze militairen blijven”, aldus de Duitse minister
        sources = [p for p in one.phrases if "according" in p.relations and p.first > opens]
        lands = [_forces(r, register) for p in sources for r in p.refs if r.country and r.kind != "place"]
        for phrase in one.phrases if lands else ():
            if phrase.words & own and phrase.is_people and opens < phrase.first < sources[0].first:
                phrase.refs = [renamed(r, phrase.text) for r in lands]
    for saying in clauses:
        clause = saying.coordinated
        if clause is None or "say" not in saying.attitudes:
            continue
        while clause.parent is not None:
            clause = clause.parent
        _of_its_own(saying, clause, pack)
        speakers = [r for p in saying.subjects for r in p.everyone() if r.kind != "place"]
        lands = [_forces(r, register) for r in speakers if r.country]
        states = _governed_by(saying, register)
        doers = states or _governed_beside(saying, register) or _served_by(saying, register)
        for one in clauses if speakers or doers else ():
            if one is saying or (one is not clause and one.coordinated is not clause):
                continue
            for phrase in one.phrases:
                if phrase.pronoun == "person_pronoun" and phrase.words & first and not phrase.words & own:
                    several = bool(phrase.words & pack.classes_of("first_plural"))
                    side = states or (doers if _acts(one, pack) else [])
                    said = [renamed(r, phrase.text) for r in side] if several else []
                    phrase.refs = said or list(speakers)
                elif phrase.words & own and lands and (phrase.is_people or phrase.senses("asset")):
                    phrase.refs = [renamed(r, phrase.text) for r in lands]
                elif phrase.words & own and lands and phrase.noun == "country":
                    phrase.refs = [renamed(r, phrase.text, None) for r in lands]


def _of_its_own(saying: Clause, clause: Clause, pack: Pack) -> None:
    """Let "the government" that tells what a state does with its people be that state's: "Germany will leave Mali, the government said"."""
    said = saying.subjects[0] if len(saying.subjects) == 1 and _acts(clause, pack) else None
    doers = [r for p in clause.subjects for r in p.refs]
    if said is None or len(doers) != 1 or doers[0].kind != "state" or clause.passive or said.number is not None:
        return
    guess = [r for r in said.refs if r.kind == "state" and r.body in ("government", "armed_forces", "parliament")]
    told = said.person or said.pronoun or said.senses("name", "adjective", "national", "capital")
    whose = any("of" in p.relations and any(r.country for r in p.refs) for p in dependents(said, saying))
    if len(guess) == 1 == len(said.refs) and said.definite and not (told or whose) and guess[0].id != doers[0].id:
        said.refs = [renamed(doers[0], said.text, guess[0].body)]


def _forces(ref: EntityRef, register: Register) -> EntityRef:
    return register.ref(f"state:{ref.country}", ref.text, body="armed_forces")


_DONE = frozenset({
    "withdraw", "deploy", "arrive", "reinforce", "reduce", "contribute", "serve", "suspend", "resume", "extend", "end",
})  # fmt: skip
"""Frames of what a state does with its people, whoever says "we"."""


def _acts(clause: Clause, pack: Pack) -> bool:
    """Say whether a verb of a clause tells what a state does with its people."""
    verbs = (lemma for lemma in clause.lemmas.values() if lemma not in pack.being)
    return any(t.frame in _DONE for lemma in verbs for t in pack.verb_triggers.get(lemma, ()))


def _governed_by(saying: Clause, register: Register) -> list[EntityRef]:
    """Return the state that a named minister speaks for, who says "we": "We supply 50 trainers", says the Polish minister X."""
    return _whose([p for p in saying.subjects[:1] if p.person is not None], register)


def _governed_beside(saying: Clause, register: Register) -> list[EntityRef]:
    """Return the state that a name speaks for by the title beside it: "the Danish minister of defence, X"."""
    named = [p for p in saying.subjects[:1] if p.person is not None]
    titles = [p for p in saying.phrases if p not in named and _governs(p)] if named else []
    ends = {id(p): {p.last, *(q.last for q in dependents(p, saying))} for p in titles}
    return _whose([p for p in titles for n in named if n.first - 2 in ends[id(p)] or n.last + 2 == p.first], register)


def _whose(titled: Sequence[Phrase], register: Register) -> list[EntityRef]:
    governs = [p for p in titled if _governs(p)]
    theirs = [renamed(r, p.text, None) for p in governs for r in p.adjective_refs if r.kind == "state"]
    known = [
        register.ref(f"state:{r.country}", p.text) for p in governs for r in p.refs if r.kind == "person" and r.country
    ]
    return (theirs or known)[:1]


def _served_by(saying: Clause, register: Register) -> list[EntityRef]:
    """Return the state whose soldiers "we" are, where an officer says it: "We landed in August", said the Danish captain."""
    officers = [p for p in saying.subjects[:1] if p.senses("rank")]
    of = [q for p in officers for q in saying.phrases if q.start == p.last + 1 and "of" in q.relations]
    lands = [r for p in officers for r in p.adjective_refs] + [r for q in of for r in q.refs if not r.body]
    return [_forces(r, register) for r in lands if r.kind == "state" and r.country][:1]


def _governs(phrase: Phrase) -> bool:
    """Say whether a phrase has the title of who governs a state: a head of state or of government, a minister."""
    return any(s.code in GOVERNMENT - {"spokesperson"} for s in phrase.senses("function"))


def as_state(phrase: Phrase, register: Register) -> Phrase:
    """Return a phrase as the state that a head of state or a minister announces something for: "President X announced …"."""
    governs = phrase.person is not None and _governs(phrase)
    lands = [r.country for r in (*phrase.adjective_refs, *phrase.refs) if r.country]
    return replace(phrase, refs=[register.ref(f"state:{lands[0]}", phrase.text)]) if governs and lands else phrase


def of_nobody_named(phrase: Phrase) -> bool:
    """Say whether a phrase is of soldiers whose land goes unsaid: "the withdrawal of all the soldiers"."""
    plain = phrase.is_people and not phrase.pronoun and not phrase.anaphor
    return (
        plain
        and not phrase.senses("name", "adjective", "national")
        and all(r.body == "armed_forces" for r in phrase.refs)
    )

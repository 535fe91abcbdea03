"""What goes on past a cut: a helper that the second of two joined verbs shares, a helper that waits for its verb behind an aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.segments import Segment
    from missionwatch.reading.frames.tokens import Token

_HELPS = frozenset({"perfect", "passive", "copula"})


def lacks_helper(current: Segment, atom: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an atom behind "and" or a comma opens a clause of its own, whose participle shares the helper of the one before."""
    at = current.helper if current.helper is not None else current.verbs[0] if len(current.verbs) > 1 else None
    if atom.sign not in ("and", ",") or not atom.verbs or at is None:
        return False
    if any(not pack.verb_second or "participle" not in tokens[i] for i in atom.finite):
        return False
    helper, last, own = tokens[at], tokens[current.verbs[-1]], tokens[atom.verbs[0]]
    if not _HELPS & helper.classes or "participle" not in last.classes or "participle" not in own.classes:
        return False
    if pack.verb_second:  # heeft X veroordeeld | en Y opgeroepen
        between = [i for i in atom.order if i < own.index and "coordinator" not in tokens[i]]
        return bool(between) and current.order[-1] == last.index
    after = tokens[own.index + 1] if own.index < atom.order[-1] else own
    if atom.sign == ",":  # a condamné X, | salué les efforts et …; but: le texte, adopté lundi
        listed = own.index == atom.order[0] and bool({"determiner", "possessive"} & after.classes)
        return listed and "perfect" in helper and current.order[-1] > last.index
    opens = all(tokens[i].classes & _LIGHT for i in atom.order if i < own.index)
    counted = any("number" in tokens[i] for i in atom.order[:3] if i < own.index)  # et deux autres blessés
    return (opens or counted) and current.order[-1] > last.index and own.index < atom.order[-1]


_LIGHT = frozenset({
    "coordinator", "adverb", "negation", "ne", "reflexive", "object_pronoun", "genitive_pronoun",
})  # fmt: skip


def share(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Let a clause without a helper take over that of the clause it is joined to, with its voice and how real it is."""
    above = clause.parent if clause.link == "condition" and not clause.present else None
    if above is not None and above.hearsay and pack.verb_second:
        above.hearsay, above.modality = False, "conditional"  # zou vertrekken als de gesprekken mislukten
    source = clause.coordinated
    if source is None:
        return
    alone = bool(clause.verbs) and all("infinitive" in tokens[v] or pack.is_gerund(tokens[v]) for v in clause.verbs)
    if alone and clause.modality == "actual" and source.modality != "actual":
        clause.modality, clause.future = source.modality, source.future  # must help … and consist of 2,500 people
    while source is not None and source.shares:
        source = source.coordinated
    if source is None or len(source.verbs) < 2 or not clause.verbs or not _lent(clause, source, tokens, pack):
        return
    helper, own = tokens[source.verbs[0]], clause.verbs[0]
    clause.shares = True
    clause.present, clause.stative = source.present, source.stative
    if clause.modality == "actual":
        clause.modality, clause.future = source.modality, source.future
    if "participle" in tokens[own]:
        suffers = source.passive or ("perfect" not in helper and bool({"passive", "copula"} & helper.classes))
        clause.passive = suffers and clause.lemmas.get(own) not in pack.be_perfect


def _lent(clause: Clause, source: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether the verbs of a clause need the helper of another: all are participles, or, at its end, infinitives."""
    helper, last, own = tokens[source.verbs[0]], tokens[source.verbs[-1]], tokens[clause.verbs[0]]
    first = next((i for i in clause.order if tokens[i].is_word and "coordinator" not in tokens[i]), None)
    if clause.link != source.link or (pack.verb_second and own.index == first):
        return False
    if "participle" in own and "participle" in last and _HELPS & helper.classes:
        return not pack.past_like_participle
    words = [i for i in clause.order if tokens[i].is_word]
    closes = pack.verb_second and "infinitive" in own and words[-1] == own.index
    waits = source.finite == helper.index and helper.lemma in pack.helping and "infinitive" in last
    needs = pack.transitive | pack.classes_of("with_object")  # kan X leiden | en 600 militairen leveren
    return closes and waits and (len(words) > _SHORT or clause.lemmas.get(own.index) in needs)


_SHORT = 5  # words: "en 100 instructeurs vertrekken"


def own_subject(clause: Clause, bare: Sequence[Phrase], pack: Pack) -> Phrase | None:
    """Return the subject that a clause has though its helper is lent: "trois ont été tués et deux blessés"."""
    before = [p for p in bare if p.last < clause.verbs[0]]
    if not before:
        return None
    if clause.passive or clause.lemmas.get(clause.verbs[-1]) in pack.be_perfect:
        return before[0] if before[0].is_people or before[0].number is not None or before[0].triggers else None
    two = len(before) > 1 and any(r.id for r in before[0].refs)
    if two and not pack.classes_of("giving").isdisjoint(clause.lemmas.values()):
        return (
            before[0] if before[1].definite or before[1].number is not None else None
        )  # wil Rusland sancties opleggen
    return before[0] if two and pack.verb_second else None


def behind_aside(aside: Segment, atom: Segment, tokens: Sequence[Token]) -> bool:
    """Say whether an atom goes on with what "…, zo meldt het ministerie, …" broke off: it opens with a preposition or ends in a verb."""
    told = aside.sign == "," and bool(aside.finite) and aside.order[0] == aside.finite[0] and aside.link is None
    opened = told and aside.finite[0] > 0 and "so" in tokens[aside.finite[0] - 1]
    rest = atom.sign == "," and not atom.finite and bool(atom.order)
    starts = tokens[atom.order[0]] if atom.order else None
    names = starts is not None and (starts.text[0].isupper() or bool({"determiner", "number"} & starts.classes))
    return opened and rest and (not names or bool(atom.verbs))


def behind_clause(outer: Segment, aside: Segment, atom: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an atom brings the verb that a helper before a clause set in waits for: "heeft, nadat …, zijn troepen teruggetrokken"."""
    cut = outer.order and aside.order and outer.order[-1] < aside.order[0] <= outer.order[-1] + 2
    if not cut or aside.link in (None, "reduced") or atom.sign != "," or not atom.verbs:
        return False
    if any("infinitive" not in tokens[v] for v in atom.finite):
        return False
    if len(outer.verbs) != 1 or outer.order[-1] != outer.verbs[0] or not aside.finite:
        return False
    helper, done = tokens[outer.verbs[0]], tokens[atom.verbs[0]]
    if {"perfect", "passive"} & helper.classes:
        return "participle" in done and not atom.finite
    last = next((i for i in reversed(atom.order) if tokens[i].is_word), -1)
    return helper.lemma in pack.helping and "infinitive" in done and last == atom.verbs[-1]


def awaited(current: Segment, atom: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an atom only brings the verb that another waits for: "mag uit X | en Y bestaan", "hebben X | en Y om het leven gebracht"."""
    last = next((i for i in reversed(atom.order) if tokens[i].is_word), -1)
    if len(current.verbs) != 1 or atom.verbs != [last]:
        return False
    waiting, joined = tokens[current.verbs[0]], atom.sign == "and" and "determiner" not in tokens[atom.order[0]]
    if {"perfect", "passive"} & waiting.classes:
        return joined and "participle" in tokens[last]
    return waiting.lemma in pack.helping and atom.sign in ("and", ",") and "infinitive" in tokens[last]


def behind_name(current: Segment, atom: Segment, tokens: Sequence[Token]) -> bool:
    """Say whether an atom brings the participle that a helper waits for behind an apposition: "heeft de president, X, Mali verzocht"."""
    if len(current.verbs) != 1 or current.link is not None or atom.sign != "," or not (atom.order and atom.verbs):
        return False
    helper, done = current.verbs[0], atom.verbs[0]
    aside = [i for i in range(helper + 1, current.order[-1]) if tokens[i].text == ","]
    name = len(aside) == 1 and aside[0] + 1 in current.order and tokens[current.order[-1]].text[0].isupper()
    waits = name and "perfect" in tokens[helper] and "participle" in tokens[done]
    return waits and atom.order[0] < done and "coordinator" not in tokens[atom.order[0]]


def around_day(
    n: int, atoms: list[Segment], current: Segment, tokens: Sequence[Token], timed: frozenset[int], pack: Pack
) -> bool:
    """Say whether an atom is a day between commas, or what its verb takes behind it: "a gelé | , en décembre, | les cours"."""
    atom, after = atoms[n], atoms[n + 1] if n + 1 < len(atoms) else None
    if current.link in (None, "reduced") or atom.sign != "," or atom.finite or not atom.order or not current.finite:
        return False
    day = timed.issuperset(atom.order)
    last = next((i for i in reversed(current.order) if i not in timed), -1)
    worded = tuple(tokens[i].low for i in range(current.verbs[-1] + 1, last + 1)) in pack.fixed  # mis aux prises
    if not (last == current.verbs[-1] or worded) or any("copula" in tokens[v] for v in current.verbs):
        return False
    rest = after if day else atom
    told = day or timed.issuperset(atoms[n - 1].order)
    takes = rest is not None and rest.sign == "," and not rest.finite and bool(rest.order) and rest.link is None
    return told and takes and rest is not None and bool({"determiner", "number"} & tokens[rest.order[0]].classes)


def lacks_verb(atoms: Sequence[Segment], tokens: Sequence[Token]) -> bool:
    """Say whether a subject stands apart from its verb: "… to Agadez | and Germany |, which has 100 men there |, has not decided"."""
    if len(atoms) < 3 or atoms[0].sign != "and" or atoms[0].verbs or not 1 < len(atoms[0].order) <= _FEW:
        return False
    told, verb = atoms[1:]
    if told.link != "relative" or not told.finite or verb.sign != "," or verb.link is not None or not verb.finite:
        return False
    return all(CLITICS & tokens[i].classes for i in verb.order if i < verb.finite[0])


def named_subject(atoms: Sequence[Segment], told: Sequence[Segment], tokens: Sequence[Token]) -> bool:
    """Say whether a subject with its name between commas stands before its verb: "… addressed to X |, the minister |, Y |, asks"."""
    if len(atoms) < 3 or any(atom.sign != "," or atom.link is not None for atom in atoms):
        return False
    who, name, verb = atoms
    if who.verbs or name.verbs or not verb.finite or not (who.order and name.order) or any(s.finite for s in told):
        return False
    opens = tokens[who.order[0]]
    owned = bool({"determiner", "possessive"} & opens.classes) and "preposition" not in opens
    called = any(tokens[i].text[0].isupper() for i in name.order) and len(name.order) <= _FEW
    return owned and called and all(CLITICS & tokens[i].classes for i in verb.order if i < verb.finite[0])


CLITICS = frozenset({
    "coordinator", "adverb", "existential", "genitive_pronoun", "dative_pronoun", "reflexive", "ne",
})  # fmt: skip
"""What may stand between a subject and its verb."""
_FEW = 6  # tokens of a subject, or of a name, that stands apart

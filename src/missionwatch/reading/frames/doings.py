"""What a subject did, underwent or does besides, told without a finite verb: "X, elected in May, …", "after leaving …", "en priant …"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.participles import could_be_finite
from missionwatch.reading.frames.quantities import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.segments import Segment
    from missionwatch.reading.frames.tokens import Token


def done_before(current: Segment, atoms: Sequence[Segment], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an atom tells, between commas, what its subject did or underwent: "X, | in maart gekozen tot Y, | treedt af"."""
    if len(atoms) < 2 or current.verbs or current.link is not None or not current.order:
        return False
    atom, after = atoms
    if atom.sign != "," or after.sign != "," or atom.link is not None or after.link is not None:
        return False
    verb = tokens[atom.verbs[0]] if len(atom.verbs) == 1 else None
    if verb is None or "participle" not in verb:
        return False
    opens = next((i for i in after.order if not _CLITICS & tokens[i].classes), -1)
    if not after.finite or after.finite[0] != opens:
        return False
    if pack.verb_second:
        lasting = verb.low != verb.lemma and verb.low.startswith(verb.lemma)  # overwegend
        called = all(tokens[i].text[0].isupper() for i in atom.order if i != verb.index)  # ECOMIG geheten
        return not (lasting or called)
    apposed = current.order[-1] - current.order[0] >= len(current.order)  # the minister, X, visited Mali, met Y
    return not apposed and verb.index == atom.order[0]


_CLITICS = frozenset({
    "adverb", "existential", "genitive_pronoun", "object_pronoun", "dative_pronoun", "reflexive", "ne",
})  # fmt: skip


def fronted(tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a sentence opens with a participle of what its subject does besides: "Expressing its concern, the Council …"."""
    if pack.verb_second and "participle" in tokens[0]:  # Gevraagd naar X | zei de minister …; but: Gevraagd is om …
        finite = next((v for v in sorted(verbs) if v and could_be_finite(v, tokens, pack)), 0)
        return finite > 1 and not {"perfect", "passive", "copula", "modal"} & tokens[finite].classes
    done = len(tokens) > 1 and "participle" in tokens[0] and "by" in pack.relations.get((tokens[1].low,), ())
    if pack.verb_second or (could_be_finite(0, tokens, pack) and not done) or "infinitive" in tokens[0]:
        return False  # but: Conduit par les Britanniques, le bataillon …
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), None)
    return comma is not None and any(v > comma and could_be_finite(v, tokens, pack) for v in verbs)


def does_besides(i: int, tokens: Sequence[Token], pack: Pack, atom: Segment) -> int | None:
    """Return where in an atom begins what its subject does besides: "a salué l'accord | en priant X de …", "…, accusant Y de …"."""
    token, before = tokens[i], tokens[i - 1]
    if pack.past_like_participle or not pack.is_gerund(token):
        return None
    alone = atom.sign == "," and len(atom.order) <= _MARKS
    by = (bool(atom.finite) or alone) and {"preposition", "genitive_pronoun"} <= before.classes
    if by and atom.order and token.lemma in pack.verb_triggers:
        return len(atom.order) - 1
    if before.text != "," or atom.order:
        return None
    opens = next((k + 1 for k in range(i - 2, -1, -1) if tokens[k].text == ","), i)
    says = not pack.attitudes.get(token.lemma, frozenset()).isdisjoint(_SAYING)
    return 0 if says or said_aside(range(opens, i - 1), tokens, pack) else None


def blamed_for(i: int, tokens: Sequence[Token], pack: Pack, atom: Segment) -> bool:
    """Say whether a gerund tells for what somebody named before it is blamed or praised: "criticised ECOWAS for imposing sanctions"."""
    marks = atom.order[-1:] == [i - 1] and {"for"} & set(pack.relations.get((tokens[i - 1].low,), ()))
    told = (
        [v for v in atom.verbs if tokens[v].lemma in pack.classes_of("blaming")]
        if marks and pack.is_gerund(tokens[i])
        else []
    )
    whom = tokens[i - 2] if told else None
    return (
        bool(told)
        and atom.verbs[-1] == told[-1] < i - 2
        and not {"passive", "copula"} & tokens[told[-1] - 1].classes
        and (whom is not None and whom.is_word and whom.classes.isdisjoint(_NOBODY))
    )


_NOBODY = frozenset({"verb", "preposition", "adverb"})


def besides(clause: Clause, at: int, tokens: Sequence[Token], pack: Pack) -> int | None:
    """Return where in a clause, behind its verb at ``at``, begins what is done besides: "left Mali, | making headlines in Europe".

    Not where it tells who was hurt: "attacked the base, killing two in Gao".
    """
    later = (v for v in clause.verbs if v > at and tokens[v - 1].text == "," and pack.is_gerund(tokens[v]))
    return next((v for v in later if tokens[v].lemma not in pack.harming[0]), None)


def opens_with_gerund(segment: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a segment opens behind a comma with what is done at once: "…, wounding two"."""
    first = tokens[segment.order[0]] if segment.order else None
    if first is None or segment.sign not in (",", "doing") or segment.finite or first.index not in segment.verbs:
        return False
    return pack.is_gerund(first)


def done_at_once(current: Segment, atom: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an atom goes on with what the subject did, past a noun's participle: "shelled a tower manned by X, | wounding two"."""
    if current.link not in ("reduced", "purpose") or not current.verbs or not opens_with_gerund(atom, tokens, pack):
        return False
    if current.link == "purpose":
        return True  # told them to leave, | accusing X
    after = tokens[current.verbs[-1] + 1]
    return tokens[atom.order[0]].lemma in pack.harming[0] or "by" in pack.relations.get((after.low,), ())


def said_aside(order: Sequence[int], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words only tell who says what stands before them: "…, a constaté un journaliste, | mettant fin à …"."""
    first = [tokens[i] for i in order[:_MARKS]]
    if not first or not {"perfect", "verb"} & first[0].classes:
        return False
    return any(not pack.attitudes.get(t.lemma, frozenset()).isdisjoint(("say", "know")) for t in first)


_SAYING = frozenset({"demand", "accuse", "say"})
_MARKS = 2  # words before a doing: "tout en priant"


def lists_some(clause: Clause | Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause only says how many of them are whose, and waits for no verb: "la force, dont 700 Français, | a refusé …".

    Of so many people the verb is told of those too: "cinq soldats, dont deux Français, ont été tués".
    """
    at = clause.order[0] if clause.order else 0
    if clause.link != "relative" or tokens[at].low not in pack.among_openers or len(clause.order) < _MARKS:
        return False
    one = "indefinite" in tokens[clause.order[1]] and tokens[clause.order[1] + 1].text[0].isupper()  # dont un Irlandais
    if number_at(tokens, clause.order[1], pack) is None and not one:
        return False
    opens = next((k + 1 for k in range(at - 2, -1, -1) if tokens[k].text == ","), 0)
    before = range(opens, at - 1)
    whose = any(
        tokens[k].text[0].isupper() and {"preposition", "determiner"} & tokens[k - 1].classes
        for k in before
        if k > opens
    )  # ten soldiers of KFOR, some of them Italian, …: it is of the ten
    return whose or any("verb" in tokens[k] for k in before) or all(number_at(tokens, k, pack) is None for k in before)


def waits(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause still lacks its verb."""
    return not clause.verbs and not lists_some(clause, tokens, pack)


def told_besides(segment: Segment, previous: Clause, tokens: Sequence[Token], pack: Pack) -> Clause:
    """Return the clause that a segment goes on with, past one that only tells who says so."""
    aside = segment.sign == "doing" and said_aside(previous.order, tokens, pack)
    return (previous.coordinated if aside else None) or previous


def lend_subjects(clauses: Sequence[Clause]) -> None:
    """Give what opens a sentence without a subject that of the clause it hangs on: "Arrested in May, the soldiers were freed"."""
    for clause in clauses:
        above = clause.parent
        if above is None or not (clause.reduced or clause.doing) or clause.first > above.first:
            continue
        if not clause.passive:
            clause.subjects = clause.subjects or list(above.subjects)  # Addressing the Council, he …
            continue
        if not any(p.refs or p.is_people or p.pronoun for p in clause.objects):  # Montré du doigt, le Kremlin …
            clause.objects = [*(above.objects if above.passive else above.subjects), *clause.objects]
        missions = [p for p in clause.objects if any(r.kind == "mission" for r in p.refs)]
        for aim in clause.aims if missions else ():  # Charged with training the army, the mission …
            aim.subjects = aim.subjects or missions


def does_then(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a preposition opens what somebody does or has done, whom another clause names: "après avoir quitté …", "by expelling …"."""
    words = 1 if _OPENERS & tokens[i].classes else _fronts(tokens, pack) if i == 0 else 0
    if not words:
        return False
    verb = _marked(i, tokens, verbs) if pack.verb_second else None
    if i and verb == i + 2 and tokens[i].low + tokens[verb].lemma in pack.verb_triggers:
        return False  # weigerde de patrouille door te laten
    verb = verb or next((k for k in range(i + words, len(tokens)) if not _CLITICS & tokens[k].classes), None)
    if verb is None or verb not in verbs or not _told_of_another(tokens[verb], pack):
        return False
    return any((v < i if i else v > verb and could_be_finite(v, tokens, pack)) for v in verbs)


def _fronts(tokens: Sequence[Token], pack: Pack) -> int:
    """Return how many words a preposition has that opens a sentence with what somebody does: "Instead of | leaving Mali, X …"."""
    if not pack.past_like_participle:
        return 0
    lows = tuple(t.low for t in tokens[:_LONGEST])
    gerund = next((n for n in range(1, len(lows)) if pack.is_gerund(tokens[n])), 0)
    return gerund if gerund and lows[:gerund] in pack.relations else 0


_LONGEST = 4  # words of a preposition and the verb behind it: "in addition to leaving"


def _marked(i: int, tokens: Sequence[Token], verbs: set[int]) -> int | None:
    """Return the infinitive that a preposition waits for, with its mark, where it stands last: "zonder een konvooi aan te vallen"."""
    words = itertools.takewhile(lambda t: t.is_word and "link" not in t, tokens[i + 1 :])
    verb = next((t for t in words if t.index in verbs), None)
    return verb.index if verb is not None and "infinitive_marker" in tokens[verb.index - 1] else None


def done_first(i: int, order: Sequence[int], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a finite verb stands behind what its subject does first, at the head of a sentence: "Door te zwijgen | verloor X …"."""
    if (
        not pack.verb_second
        or not order
        or order[0]
        or not _OPENERS & tokens[0].classes
        or not could_be_finite(i, tokens, pack)
    ):
        return False
    return tokens[i - 1].index in order and "verb" in tokens[i - 1]


def is_doing(order: Sequence[int], verbs: Sequence[int], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause of time has no subject of its own: "after leaving Mali", "après avoir quitté le Mali"."""
    opened = pack.past_like_participle or bool(_OPENERS & tokens[order[0]].classes)
    return opened and bool(verbs) and _told_of_another(tokens[verbs[0]], pack)


def _told_of_another(verb: Token, pack: Pack) -> bool:
    if not pack.past_like_participle:
        return "infinitive" in verb
    return pack.is_gerund(verb)


_OPENERS = frozenset({"doing_opener", "undone_opener"})

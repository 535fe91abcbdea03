"""Sentences to segments: where clauses begin and end.

Works on the pack's word classes only. Coordinators and commas cut only where both sides have a verb.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.reading.frames.afresh import begins_afresh, joins_within, since_cut
from missionwatch.reading.frames.denying import not_these
from missionwatch.reading.frames.doings import (
    blamed_for,
    does_besides,
    does_then,
    done_at_once,
    done_before,
    done_first,
    fronted,
    lists_some,
)
from missionwatch.reading.frames.lending import (
    CLITICS,
    around_day,
    awaited,
    behind_aside,
    behind_clause,
    behind_name,
    lacks_helper,
    lacks_verb,
    named_subject,
)
from missionwatch.reading.frames.links import (
    as_dash,
    behind_adverb,
    behind_quotation,
    by_which,
    give_speaker,
    joins_sides,
    opened_by,
    sign_between,
)
from missionwatch.reading.frames.participles import NO_NOUN, could_be_finite, has_object, undergoes
from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.tokens import HARD, SOFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


@dataclass(slots=True)
class Segment:
    """A piece of a sentence that is a clause or part of one. ``sign`` says what cuts it off: a comma, "and", a link, …."""

    order: list[int]
    link: str | None
    sign: str
    verbs: list[int]
    finite: list[int]
    helper: int | None = None  # the verb of a segment before it that helps its own
    waits: bool = False  # for its verb, behind what is said of its subject in passing


def segments(
    tokens: Sequence[Token], pack: Pack, verbs: set[int], blocked: frozenset[int], timed: frozenset[int]
) -> list[Segment]:
    """Cut at links and hard signs always; at commas and coordinators where a finite verb stands on both sides."""
    out: list[Segment] = []
    atoms = _atoms(tokens, pack, verbs, blocked, timed)
    for n, atom in enumerate(atoms):
        current = out[-1] if out else None
        if current is None or atom.link is not None or atom.sign in ("hard", "item", "doing"):
            out.append(atom)
            continue
        aside = pack.verb_second and len(out) > 1
        if aside and (behind_aside(current, atom, tokens) or behind_clause(out[-2], current, atom, tokens, pack)):
            out[-2].order.extend(atom.order)
            out[-2].verbs.extend(atom.verbs)
            continue
        if pack.verb_second and awaited(current, atom, tokens, pack):
            current.order.extend(atom.order)
            current.verbs.extend(atom.verbs)
            continue
        if pack.verb_second and behind_name(current, atom, tokens):
            current.order.extend(atom.order)
            current.verbs.extend(v for v in atom.verbs if v not in atom.finite or "participle" in tokens[v])
            continue
        if done_before(current, atoms[n : n + 2], tokens, pack):
            atom.link, atom.finite = "reduced", []
        listed = (
            bool(atom.finite) and not current.verbs and lists_some(current, tokens, pack)
        )  # dont 700 Français | a refusé
        subject = current.link == "reduced" and (atom.finite or named_subject(atoms[n : n + 3], out, tokens))
        if atom.link == "reduced" or listed or subject or done_at_once(current, atom, tokens, pack):
            out.append(atom)
            continue
        if around_day(n, atoms, current, tokens, timed, pack):
            current.order.extend(atom.order)
            continue
        spoken = bool(current.finite) or (bool(current.verbs) and bool(atom.finite))  # Sinds zij het kamp beschoten, …
        closes = atom.sign == "," and current.link is not None and spoken
        aim = current.link == "purpose" and current.verbs and not current.finite
        closes = closes or bool(aim and atom.sign == "and" and atom.finite and _resumes(atom, tokens, pack))
        closes = closes or bool(aim and atom.sign == "," and not atom.verbs and _opens(n, atoms, tokens))
        closes = closes or bool(atom.finite and behind_quotation(atom.finite[0], tokens))
        lent = not pack.past_like_participle and lacks_helper(current, atom, tokens, pack)
        if lent:
            atom.helper = current.verbs[0] if current.helper is None else current.helper
        if closes or lent or (current.finite and _opens(n, atoms, tokens)):
            out.append(atom)
        else:
            current.order.extend(atom.order)
            current.verbs.extend(atom.verbs)
            current.finite.extend(atom.finite)
    out = [segment for segment in out if segment.order]
    for before, segment in itertools.pairwise(out):
        give_speaker(before, segment, tokens, pack)
    return [segment for segment in out if segment.order]


def _resumes(atom: Segment, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a finite verb opens an atom that follows an aim: "demande à X de faciliter l'accès | et condamne Y"."""
    finite = tokens[atom.finite[0]]
    opens = [i for i in atom.order if i < finite.index and not CLITICS & tokens[i].classes]
    subject = not pack.verb_second and bool(opens) and tokens[opens[0] - 1].index in atom.order and "future" in finite
    subject = subject or (opens == [finite.index - 1] and "person_pronoun" in tokens[opens[0]])  # and we refused
    return (not opens or subject) and "infinitive" not in finite


def _opens(n: int, atoms: list[Segment], tokens: Sequence[Token]) -> bool:
    """Say whether the atom begins a clause: it has a finite verb, or is the start of the subject of the next one's."""
    atom = atoms[n]
    atom.waits = lacks_verb(atoms[n : n + 3], tokens)
    if atom.finite or atom.waits:
        return True
    after = atoms[n + 1] if n + 1 < len(atoms) else None
    joins = after is not None and after.sign == "and" and after.link is None
    passive = n > 0 and bool(atoms[n - 1].verbs) and atoms[n - 1].order[-1:] == atoms[n - 1].verbs[-1:]
    told = passive and "participle" in tokens[atoms[n - 1].verbs[-1]] and len(atoms[n - 1].verbs) > 1
    # was killed | and A and B were injured
    listed = joins and (atom.sign == "," or (atom.sign == "and" and told and not atom.verbs))
    return (
        listed
        and after is not None
        and bool(after.finite)
        and after.finite[0] > after.order[0] + 1  # not: 'absurd' | and accuses
        and bool(atom.order)
        and len(atom.order) < 6
        and tokens[atom.order[0]].is_word
    )


_DATELINE = 3  # words that say where, before the dash of a headline: "Niger – L'UE suspend sa mission"


def _atoms(
    tokens: Sequence[Token], pack: Pack, verbs: set[int], blocked: frozenset[int], timed: frozenset[int]
) -> list[Segment]:
    atoms = [Segment([], None, "", [], [])]
    unmarked = pack.past_like_participle and not pack.verb_second
    apart = not_these(tokens, pack, verbs, blocked, timed)
    for i, token in enumerate(tokens):
        if i in apart:
            continue
        inside = 0 < i < len(tokens) - 1
        if i not in blocked:
            link = opened_by(i, tokens, pack, verbs) if "link" in token else None
            if link is not None:
                _close(atoms, link, "link")
            elif inside and (token.text in HARD or as_dash(i, tokens)):
                heads = timed.isdisjoint(atoms[0].order) or timed.issuperset(atoms[0].order)  # NIAMEY -, 2 May 2007 -
                dateline = i <= _DATELINE and len(atoms) == 1 and not atoms[0].verbs and heads
                _close(atoms, None, "item" if token.text in ";:" or dateline else "hard")
                continue
            elif inside and token.text in SOFT:
                _close(atoms, None, ",")
                continue
            elif inside and "so" in token and tokens[i - 1].text == "," and i + 1 in verbs:
                continue  # …, zo meldt het ministerie
            elif does_then(i, tokens, pack, verbs):
                _close(atoms, "time", "link")
            elif inside and "additive" in token and joins_sides(i, tokens, pack, verbs):
                pass  # signed between Kinshasa and Kigali | provides …
            elif inside and "additive" in token and joins_within(i, tokens, pack, verbs, atoms):
                pass  # les combats qui opposent l'armée et le M23 | ont fait dix morts
            elif inside and "coordinator" in token:
                _close(atoms, None, "item" if begins_afresh(i, tokens, pack, verbs, timed, atoms) else "and")
                atoms[-1].order.append(i)
                continue
        if inside and i not in blocked and "preposition" in token and by_which(i, tokens, pack, verbs):
            _close(atoms, "relative", "link")  # an ambush | in which three soldiers died
        if unmarked and inside and i not in timed and _unmarked(i, tokens, pack, verbs, timed, atoms[-1]):
            _close(atoms, "content", "link")  # The army said | two soldiers were killed
        if inside and (contact := _contact(i, tokens, pack, verbs, blocked, timed, atoms[-1])) is not None:
            _close(atoms, contact, "link")  # the soldiers | it keeps in Mali
        free = i in verbs and inside and i not in blocked
        told = unmarked and atoms[-1].link == "relative"
        aimed = atoms[-1].link == "purpose" and len(atoms) > 1 and atoms[-2].link == "reduced" and bool(atoms[-1].verbs)
        behind = free and (atoms[-1].link == "reduced" or aimed or (told and _goes_on(i, tokens, pack, atoms)))
        if behind and _main_verb(i, tokens, pack, verbs, atoms):
            _close(atoms, None, "," if pack.verb_second else "and")  # the group | backed by X | took Goma
        elif free and (
            _apart(i, tokens, pack, verbs, timed, atoms[-1]) or _reduced(i, tokens, pack, verbs, timed, atoms[-1])
        ):
            _close(atoms, "reduced", "link")
            if behind_adverb(i, tokens, pack) and len(atoms) > 1 and atoms[-2].order[-1:] == [i - 1]:
                atoms[-1].order.append(atoms[-2].order.pop())
        elif free and blamed_for(i, tokens, pack, atoms[-1]):
            atoms[-1].order.pop()
            _close(atoms, "reduced", "link")  # criticised ECOWAS for | imposing sanctions
        elif free and (opens := does_besides(i, tokens, pack, atoms[-1])) is not None:
            marks = atoms[-1].order[opens:]
            del atoms[-1].order[opens:]
            _close(atoms, None, "doing")
            atoms[-1].order.extend(marks)
        elif free and _goes_on(i, tokens, pack, atoms):
            _close(atoms, None, "and")  # the soldiers who are there | will leave
        elif i in verbs and atoms[-1].link == "reduced" and atoms[-1].verbs and could_be_finite(i, tokens, pack):
            _close(atoms, None, "," if pack.verb_second else "and")  # the soldiers sent to Gao | have left
        elif free and atoms[-1].link == "time" and done_first(i, atoms[-1].order, tokens, pack):
            _close(atoms, None, ",")  # Zonder Gao aan te vallen | brak M23 de gesprekken af
        if i == 0 and i in verbs and fronted(tokens, pack, verbs):
            atoms[-1].link = "reduced"  # Addressing the Council, the minister …
        atom = atoms[-1]
        atom.order.append(i)
        if i in verbs:
            atom.verbs.append(i)
            if could_be_finite(i, tokens, pack):
                atom.finite.append(i)
    return atoms


def _unmarked(
    i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], timed: frozenset[int], atom: Segment
) -> bool:
    """Say whether what was said begins at ``i`` without a word to open it: "said two soldiers were killed", "said Mali would …"."""
    said = i - 1
    while said > 0 and said in timed:
        said -= 1  # said on Friday | it will close its base
    said -= 1 if said < i - 1 and "preposition" in tokens[said] else 0
    if said not in atom.finite or not pack.attitudes.get(tokens[said].lemma, frozenset()) & {"say", "know"}:
        return False
    opens = tokens[i]
    counted = number_at(tokens, i, pack) is not None  # said about 300 people were killed
    if not opens.is_word or opens.classes & {"link", "verb", "infinitive_marker", "coordinator"}:
        return False
    if opens.classes & {"preposition", "adverb"} and not counted:
        return False
    for k in range(i + 1, len(tokens)):
        listed = tokens[k].text == "," and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()
        listed = listed and atom.link is None  # While Togo recalled its envoy, Kenya condemned …
        if (tokens[k].text in SOFT | HARD and not listed) or "link" in tokens[k]:
            return False
        if k in verbs:
            return could_be_finite(k, tokens, pack) and tokens[k - 1].text != ","
    return False


def _contact(
    i: int,
    tokens: Sequence[Token],
    pack: Pack,
    verbs: set[int],
    blocked: frozenset[int],
    timed: frozenset[int],
    atom: Segment,
) -> str | None:
    """Return what kind of clause a subject opens right behind a noun, with no word between: "the soldiers it keeps", "told France it would"."""
    opens, before = tokens[i], tokens[i - 1]
    named = i in blocked and i not in timed and opens.text[0].isupper()
    if not pack.past_like_participle or not (named or "subject_pronoun" in opens) or before.index not in atom.order[1:]:
        return None
    apposed = named and atom.sign == "," and len(atom.order) < _SHORT and "determiner" in tokens[atom.order[0]]
    if not (atom.finite or apposed) or atom.link not in (None, "content", "relative"):
        return None
    if i - 1 in timed or not before.is_word or before.text[0].isupper():
        return None
    if before.classes & {
        "verb", "preposition", "link", "coordinator", "determiner", "adverb", "pronoun", "negation", "infinitive_marker", "number",
    }:  # fmt: skip
        return None
    k = i + 1
    while k < len(tokens) and (k in blocked if named else "adverb" in tokens[k]):
        k += 1
    if k not in verbs or k in blocked or not could_be_finite(k, tokens, pack):
        return None
    told = tokens[atom.finite[-1]].lemma if atom.finite else ""
    return "content" if pack.attitudes.get(told, frozenset()) & {"say", "direct"} else "relative"


_SHORT = 6  # tokens of "a serious charge", which Kigali dismissed


def _apart(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], timed: frozenset[int], atom: Segment) -> bool:
    """Say whether a verb stands apart: as a participle between commas ("X, commanded from Larissa by Y, is …"), or first in brackets."""
    if i and (tokens[i - 1].text == "(" or "aside" in tokens[i]):
        return True  # condemned the attack (committed by X); Burundi, present since 2007, …
    lone = atom.order == [i - 1] and not pack.verb_second and behind_adverb(i, tokens, pack)  # the camp, once held by
    if (atom.order and not lone) or atom.sign != "," or "participle" not in tokens[i] or i < 2:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if pack.verb_second:  # …, gevolgd door Bangladesh
        return after is not None and "by" in pack.relations.get((after.low,), ())
    longer = [tuple(t.low for t in tokens[i + 1 : i + 1 + n]) for n in (2, 3)]  # autour de
    placed = after is not None and ("preposition" in after or any(words in pack.relations for words in longer))
    if after is None or not (placed or i + 1 in timed):  # the resolution, adopted on Monday, …
        return False
    last = max((v for v in verbs if v < i), default=None)
    helped = last is not None and bool({"perfect", "passive"} & tokens[last].classes)
    if last is not None and helped and not any(t.low in pack.nouns for t in tokens[last + 1 : i]):
        return False  # have, all of them, adopted; but: has 500 soldiers, drawn from …
    done = i + 2 < len(tokens) and i + 2 in verbs  # ", destinée à protéger …", not: ", adoptée à l'unanimité"
    moved = tokens[i].lemma in pack.be_perfect and not done  # des soldats, partis de Kidal
    if "infinitive_marker" in after and i + 1 not in timed and (pack.past_like_participle or not (done or moved)):
        return False
    if pack.past_like_participle and "by" in pack.relations.get((after.low,), ()):
        return True  # four warships, supplied by Greece
    if pack.past_like_participle and pack.participle_only is not None and pack.participle_only.search(tokens[i].low):
        return True  # 500 soldiers, drawn from Senegal and Ghana
    closes = next((k for k in range(i + 1, len(tokens)) if tokens[k].text == ","), None)
    later = closes is not None and any(v > closes and could_be_finite(v, tokens, pack) for v in verbs)
    return later or not pack.past_like_participle


def _goes_on(i: int, tokens: Sequence[Token], pack: Pack, atoms: list[Segment]) -> bool:
    """Say whether a finite verb ends a relative clause that has its own, and is the one its main clause still lacks."""
    atom = atoms[-1]
    aimed = pack.verb_second and atom.link == "purpose" and i > 1 and "infinitive_marker" in tokens[i - 2]
    aimed = aimed and i - 1 in atom.verbs and not {"infinitive", "participle"} & tokens[i].classes
    if (
        (pack.verb_second and not aimed and (i - 1 in atom.verbs or "participle" in tokens[i]))
        or atom.link not in ("relative", "content", "purpose")
        or not (atom.verbs if atom.link == "purpose" else atom.finite)
        or any(a.finite for a in since_cut(atoms, inside=True)[:-1])
    ):
        return False
    helps = bool({"copula", "perfect", "passive", "modal"} & tokens[i].classes)  # zijn, hebben
    helps = helps and (pack.verb_second or (pack.past_like_participle and atom.link == "relative"))
    if ("infinitive" in tokens[i] and not helps) or not could_be_finite(i, tokens, pack) or not tokens[i - 1].is_word:
        return False
    last = tokens[atom.verbs[-1]]
    waits = {"auxiliary", "copula", "passive", "perfect", "modal"} & last.classes or "infinitive_marker" in tokens[
        i - 1
    ]
    if aimed:
        return True  # het verzoek om te blijven | wees X af
    return not waits and not {"coordinator", "pronoun", "ne", "reflexive"} & tokens[i - 1].classes


def _reduced(
    i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], timed: frozenset[int], atom: Segment
) -> bool:
    """Say whether a participle at ``i`` opens a relative clause of its own: "the troops shielding …", "les soldats tués …"."""
    token, before = tokens[i], tokens[i - 1]
    if behind_adverb(i, tokens, pack):
        before = tokens[i - 2]  # ses soldats | actuellement déployés au Mali
    if pack.verb_second or not atom.order or before.index not in atom.order or not before.is_word:
        return False
    if before.classes & NO_NOUN:
        return False
    if pack.past_like_participle and atom.link == "relative" and not atom.verbs and len(atom.order) > 1:
        return False  # the course that Norway | suspended
    if "strength_noun" in before:
        return False  # its authorised strength
    if (
        atom.verbs
        and {"perfect", "passive"} & tokens[atom.verbs[-1]].classes
        and "copula" not in tokens[atom.verbs[-1]]
    ):
        aside = tokens[atom.verbs[-1] + 1]
        if aside.index in timed or ({"preposition", "adverb"} & aside.classes and "link" not in aside):
            return False  # had in November threatened, have for months refused
    gerund = pack.is_gerund(token)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    undergone = after is not None and "infinitive_marker" in after and token.lemma in pack.classes_of("undergone")
    if not (gerund or "participle" in token or (undergone and token.low != token.lemma)):
        return False
    if after is None or (gerund and not after.is_word and not _beside(atom, tokens)):
        return False
    if pack.past_like_participle and not gerund and after.classes & {"determiner", "possessive", "number"}:
        return False  # France said Mali expelled its ambassador
    said = {word for v in atom.verbs for word in (tokens[v].low, tokens[v].lemma)}
    if any(
        "…" in one.words and one.words[-1] == token.low and one.words[0] in said
        for word in (token.low, before.low, *said)  # … the door open: by whichever word the phrase is kept
        for one in pack.phrase_triggers.get(word, ())
    ):
        return False  # left three soldiers wounded
    own = [v for v in atom.verbs if could_be_finite(v, tokens, pack)]
    if (
        not pack.past_like_participle
        and could_be_finite(i, tokens, pack)
        and not any(v != i and could_be_finite(v, tokens, pack) for v in verbs if not sign_between(v, i, tokens))
    ):
        return False  # Bangui interdit les vols
    if gerund:  # un signal encourageant pour Paris: an adjective; but: encourageant les parties
        takes = bool({"determiner", "possessive", "number"} & after.classes)
        return takes or not (pack.adjectives_follow and token.low in pack.predicative)
    if not pack.past_like_participle:
        helpers = [v for v in atom.verbs if {"auxiliary", "copula", "passive", "perfect"} & tokens[v].classes]
        waiting = [v for v in atom.verbs if helpers and v > helpers[-1]]
        helped = bool(helpers) and not waiting  # an auxiliary whose participle is still to come
        return not helped or atom.link == "reduced"
    later = [v for v in sorted(verbs) if v > i][:1]
    if not gerund and not own and later and has_object(i, later[0], tokens, timed):
        return False  # The Council condemned in the strongest terms the ambush laid by X
    plain = (
        later
        and could_be_finite(later[0], tokens, pack)
        and not undergoes(later[0], tokens, timed, pack)
        and not any(_parts(k, tokens, verbs) for k in range(i + 1, later[0]))
    )
    agent = "by" in pack.relations.get((after.low,), ()) and any(
        v < i and could_be_finite(v, tokens, pack) for v in verbs
    )
    undergone = undergone and any(v > i + 1 and could_be_finite(v, tokens, pack) for v in verbs)
    return bool(own) or bool(plain) or agent or undergone  # drones fired by X, men believed to be rebels


def _parts(k: int, tokens: Sequence[Token], verbs: set[int]) -> bool:
    """Say whether a token parts clauses: a sign, a coordinator, a link; but "to" before no verb is a preposition."""
    token, after = tokens[k], k + 1
    while after < len(tokens) and "adverb" in tokens[after]:
        after += 1
    where = "preposition" in token and "infinitive_marker" in token and after not in verbs
    return not token.is_word or "coordinator" in token or ("link" in token and not where)


def _main_verb(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], atoms: list[Segment]) -> bool:
    """Say whether a verb behind a reduced clause can only be the main verb: none came before that, and none comes after."""
    if not could_be_finite(i, tokens, pack):
        return False
    for atom in reversed(since_cut(atoms)[:-1]):
        if atom.finite and atom.link != "reduced":
            return False
        if atom.link not in (None, "reduced"):
            break
    for k in range(i + 1, len(tokens)):
        if _parts(k, tokens, verbs):
            break
        if k in verbs and could_be_finite(k, tokens, pack):
            return False
    return True


def _beside(atom: Segment, tokens: Sequence[Token]) -> bool:
    """Say whether an atom is one phrase after a comma and a preposition: ", with France | mediating"."""
    return atom.sign == "," and "preposition" in tokens[atom.order[0]] and not atom.verbs


def _close(atoms: list[Segment], link: str | None, sign: str) -> None:
    last = atoms[-1]
    if not last.order or (link is not None and len(last.order) == 1 and last.sign == "and"):
        joined = "coordinated" if last.order else sign
        last.link, last.sign = (
            link,
            joined if link is not None else sign if sign in ("hard", "item") else last.sign or sign,
        )
        if link is not None or sign in ("hard", "item"):
            return
        last.sign = sign
        return
    atoms.append(Segment([], link, sign, [], []))

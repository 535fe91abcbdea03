"""Sentences to clauses: where they begin and end, how they hang together, and what each verb group says.

Works on the pack's word classes only. A clause is a list of token indexes, which need not be adjacent: a relative
clause inside a main clause is taken out of it. Coordinators and commas cut only where both sides have a verb.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from missionwatch.reading.frames.links import HARD, SOFT, opened_by
from missionwatch.reading.frames.verbs import could_be_finite, find_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef


@dataclass(slots=True, eq=False)
class Clause:
    """One clause. ``link`` says how it hangs on ``parent``: main, content, question, relative, cause, time, …."""

    order: list[int]
    link: str = "main"
    parent: Clause | None = None
    coordinated: Clause | None = None
    verbs: list[int] = field(default_factory=list)
    finite: int | None = None
    lemmas: dict[int, str] = field(default_factory=dict)
    particles: list[int] = field(default_factory=list)
    opener: int | None = None
    passive: bool = False
    stative: bool = False
    negated: bool = False
    hearsay: bool = False
    modality: str = "actual"
    future: bool = False
    reduced: bool = False
    present: bool = False
    phrases: list[Phrase] = field(default_factory=list)
    subjects: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    attitudes: frozenset[str] = frozenset()
    governs: set[str] = field(default_factory=set)
    inner: list[Clause] = field(default_factory=list)
    aims: list[Clause] = field(default_factory=list)  # "to leave"
    antecedent: list[EntityRef] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Return its first token."""
        return self.order[0]

    @property
    def last(self) -> int:
        """Return its last token."""
        return self.order[-1]


@dataclass(slots=True)
class _Segment:
    order: list[int]
    link: str | None
    sign: str
    verbs: list[int]
    finite: list[int]


def split(
    tokens: Sequence[Token], pack: Pack, blocked: frozenset[int], timed: frozenset[int] = frozenset()
) -> list[Clause]:
    """Return the clauses of a sentence, in order. ``blocked`` tokens (inside names and times) never cut; ``timed`` are those of times."""
    verbs = find_verbs(tokens, pack, blocked)
    for i, token in enumerate(tokens):
        if i not in verbs and "verb" in token:
            token.classes -= {"verb", "modal", "copula", "auxiliary"}
    segments = _segments(tokens, pack, verbs, blocked, timed)
    clauses = _join(segments)
    for clause in clauses:
        _verb_group(clause, tokens, pack, verbs)
        if clause.parent is not None:
            clause.parent.governs.add(clause.link)
            if clause.link == "content":
                clause.parent.inner.append(clause)
            elif clause.link == "purpose":
                clause.parent.aims.append(clause)
    return clauses


def _segments(
    tokens: Sequence[Token], pack: Pack, verbs: set[int], blocked: frozenset[int], timed: frozenset[int]
) -> list[_Segment]:
    """Cut at links and hard signs always; at commas and coordinators where a finite verb stands on both sides."""
    out: list[_Segment] = []
    atoms = _atoms(tokens, pack, verbs, blocked, timed)
    for n, atom in enumerate(atoms):
        current = out[-1] if out else None
        if current is None or atom.link is not None or atom.sign in ("hard", "item"):
            out.append(atom)
            continue
        if pack.verb_second and _awaited(current, atom, tokens):
            current.order.extend(atom.order)
            current.verbs.extend(atom.verbs)
            continue
        if current.link == "reduced" and atom.finite:
            out.append(atom)
            continue
        spoken = bool(current.finite) or (bool(current.verbs) and bool(atom.finite))  # Sinds zij het kamp beschoten, …
        closes = atom.sign == "," and current.link is not None and spoken
        aim = current.link == "purpose" and current.verbs and not current.finite
        closes = closes or bool(aim and atom.sign == "and" and atom.finite and _resumes(atom, tokens))
        if closes or (current.finite and _opens(n, atoms, tokens)):
            out.append(atom)
        else:
            current.order.extend(atom.order)
            current.verbs.extend(atom.verbs)
            current.finite.extend(atom.finite)
    return [segment for segment in out if segment.order]


def _awaited(current: _Segment, atom: _Segment, tokens: Sequence[Token]) -> bool:
    """Say whether an atom only brings the infinitive a modal waits for: "mag uit agenten | en militairen bestaan"."""
    waits = len(current.verbs) == 1 and "modal" in tokens[current.verbs[0]] and atom.sign in ("and", ",")
    last = next((i for i in reversed(atom.order) if tokens[i].is_word), None)
    return waits and len(atom.verbs) == 1 and atom.verbs[0] == last and "infinitive" in tokens[last]


def _resumes(atom: _Segment, tokens: Sequence[Token]) -> bool:
    """Say whether a finite verb opens an atom that follows an aim: "demande à X de faciliter l'accès | et condamne Y"."""
    first = next((i for i in atom.order if not {"coordinator", "adverb"} & tokens[i].classes), None)
    return first == atom.finite[0] and "infinitive" not in tokens[first]


def _opens(n: int, atoms: list[_Segment], tokens: Sequence[Token]) -> bool:
    """Say whether the atom begins a clause: it has a finite verb, or is the start of the subject of the next one's."""
    atom = atoms[n]
    if atom.finite:
        return True
    after = atoms[n + 1] if n + 1 < len(atoms) else None
    joins = after is not None and after.sign == "and" and after.link is None
    passive = n > 0 and bool(atoms[n - 1].verbs) and atoms[n - 1].order[-1:] == atoms[n - 1].verbs[-1:]
    told = passive and "participle" in tokens[atoms[n - 1].verbs[-1]] and len(atoms[n - 1].verbs) > 1
    listed = joins and (
        atom.sign == "," or (atom.sign == "and" and told and not atom.verbs)
    )  # was killed | and A and B were injured
    return (
        listed
        and after is not None
        and bool(after.finite)
        and after.finite[0] > after.order[0]
        and bool(atom.order)
        and len(atom.order) < 6
        and tokens[atom.order[0]].is_word
    )


def _atoms(
    tokens: Sequence[Token], pack: Pack, verbs: set[int], blocked: frozenset[int], timed: frozenset[int]
) -> list[_Segment]:
    atoms = [_Segment([], None, "", [], [])]
    for i, token in enumerate(tokens):
        inside = 0 < i < len(tokens) - 1
        if i not in blocked:
            link = opened_by(i, tokens, pack, verbs) if "link" in token else None
            if link is not None:
                _close(atoms, link, "link")
            elif inside and token.text in HARD:
                _close(atoms, None, "item" if token.text in ";:" else "hard")
                continue
            elif inside and token.text in SOFT:
                _close(atoms, None, ",")
                continue
            elif inside and "coordinator" in token:
                _close(atoms, None, "and")
                atoms[-1].order.append(i)
                continue
        if inside and i not in timed and _unmarked(i, tokens, pack, verbs, timed, atoms[-1]):
            _close(atoms, "content", "link")  # The army said | two soldiers were killed
        free = i in verbs and inside and i not in blocked
        if free and (_apart(i, tokens, pack, verbs, atoms[-1]) or _reduced(i, tokens, pack, verbs, atoms[-1])):
            _close(atoms, "reduced", "link")
        elif free and _goes_on(i, tokens, pack, atoms):
            _close(atoms, None, "and")  # the soldiers who are there | will leave
        elif i in verbs and atoms[-1].link == "reduced" and could_be_finite(i, tokens, pack):
            _close(atoms, None, "and")  # the soldiers sent to Gao | have left
        if i == 0 and i in verbs and _fronted(tokens, pack, verbs):
            atoms[-1].link = "reduced"  # Addressing the Council, the minister …
        atom = atoms[-1]
        atom.order.append(i)
        if i in verbs:
            atom.verbs.append(i)
            if could_be_finite(i, tokens, pack):
                atom.finite.append(i)
    return atoms


def _unmarked(
    i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], timed: frozenset[int], atom: _Segment
) -> bool:
    """Say whether what was said begins at ``i`` without a word to open it: "said two soldiers were killed", "said Mali would …"."""
    if pack.verb_second or not pack.past_like_participle:
        return False
    said = i - 1
    while said > 0 and said in timed:
        said -= 1  # said on Friday | it will close its base
    said -= 1 if said < i - 1 and "preposition" in tokens[said] else 0
    if said not in atom.finite or not pack.attitudes.get(tokens[said].lemma, frozenset()) & {"say", "know"}:
        return False
    opens = tokens[i]
    if not opens.is_word or opens.classes & {
        "link",
        "preposition",
        "adverb",
        "verb",
        "infinitive_marker",
        "coordinator",
    }:
        return False
    for k in range(i + 1, len(tokens)):
        if tokens[k].text in SOFT | HARD or "link" in tokens[k]:
            return False
        if k in verbs:
            return could_be_finite(k, tokens, pack)
    return False


def _apart(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], atom: _Segment) -> bool:
    """Say whether a participle stands apart between commas: "X, commanded from Larissa by Y, is …"."""
    if pack.verb_second or atom.order or atom.sign != "," or "participle" not in tokens[i] or i < 2:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or "preposition" not in after or "infinitive_marker" in after:
        return False
    closes = next((k for k in range(i + 1, len(tokens)) if tokens[k].text == ","), None)
    later = closes is not None and any(v > closes and could_be_finite(v, tokens, pack) for v in verbs)
    return later or not pack.past_like_participle


def _fronted(tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a sentence opens with a participle of what its subject does besides: "Expressing its concern, the Council …"."""
    if pack.verb_second or could_be_finite(0, tokens, pack) or "infinitive" in tokens[0]:
        return False
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), None)
    return comma is not None and any(v > comma and could_be_finite(v, tokens, pack) for v in verbs)


def _goes_on(i: int, tokens: Sequence[Token], pack: Pack, atoms: list[_Segment]) -> bool:
    """Say whether a finite verb ends a relative clause that has its own, and is the one its main clause still lacks."""
    atom = atoms[-1]
    if pack.verb_second or atom.link != "relative" or not atom.finite or any(a.finite for a in atoms[:-1]):
        return False
    if "infinitive" in tokens[i] or not could_be_finite(i, tokens, pack) or not tokens[i - 1].is_word:
        return False
    last = tokens[atom.verbs[-1]]
    waits = {"auxiliary", "copula", "passive", "perfect", "modal"} & last.classes or "infinitive_marker" in tokens[
        i - 1
    ]
    return not waits and not {"coordinator", "pronoun", "ne", "reflexive"} & tokens[i - 1].classes


def _reduced(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], atom: _Segment) -> bool:
    """Say whether a participle at ``i`` opens a relative clause of its own: "the troops shielding …", "les soldats tués …"."""
    token, before = tokens[i], tokens[i - 1]
    if pack.verb_second or not atom.order or before.index not in atom.order or not before.is_word:
        return False
    if before.classes & {
        "preposition", "auxiliary", "copula", "passive", "perfect", "adverb", "negation", "determiner", "pronoun",
        "coordinator", "verb", "link", "modal", "reflexive", "intensifier", "number", "other",
    }:  # fmt: skip
        return False
    gerund = bool(pack.gerund and token.low != token.lemma and pack.gerund.search(token.low))
    if not gerund and "participle" not in token:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or (gerund and not after.is_word):
        return False
    if pack.past_like_participle and not gerund and after.classes & {"determiner", "possessive", "number"}:
        return False  # France said Mali expelled its ambassador
    own = [v for v in atom.verbs if could_be_finite(v, tokens, pack)]
    if (
        not pack.past_like_participle
        and could_be_finite(i, tokens, pack)
        and not any(v != i and could_be_finite(v, tokens, pack) for v in verbs)
    ):
        return False  # Bangui interdit les vols
    if gerund:
        return True
    if not pack.past_like_participle:
        helpers = [v for v in atom.verbs if {"auxiliary", "copula", "passive", "perfect"} & tokens[v].classes]
        waiting = [v for v in atom.verbs if helpers and v > helpers[-1]]
        helped = bool(helpers) and not waiting  # an auxiliary whose participle is still to come
        return not helped or atom.link == "reduced"
    later = [v for v in sorted(verbs) if v > i][:1]
    plain = (
        later
        and could_be_finite(later[0], tokens, pack)
        and not any(not t.is_word or {"coordinator", "link"} & t.classes for t in tokens[i + 1 : later[0]])
    )
    return bool(own) or bool(plain)


def _close(atoms: list[_Segment], link: str | None, sign: str) -> None:
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
    atoms.append(_Segment([], link, sign, [], []))


def _join(segments: list[_Segment]) -> list[Clause]:
    """Make clauses of segments: continue a clause that still lacks its verb, hang subordinate ones on a parent."""
    clauses: list[Clause] = []
    finite = {i for segment in segments for i in segment.finite}
    for segment in segments:
        previous = clauses[-1] if clauses else None
        if segment.link is None and previous is not None:
            waiting = next((c for c in reversed(clauses) if not c.verbs), None)
            if waiting is not None and segment.finite and segment.sign != "item":
                waiting.order.extend(segment.order)
                waiting.verbs.extend(segment.verbs)
                continue
            if not segment.verbs and segment.sign != "item":
                outer = previous.parent if segment.sign == "," and previous.parent is not None else previous
                outer.order.extend(segment.order)
                continue
        reduced = segment.link == "reduced"
        link = "relative" if reduced else segment.link or "main"
        clause = Clause(list(segment.order), link, verbs=list(segment.verbs), reduced=reduced)
        if segment.link is not None:
            clause.parent = previous
            if segment.sign == "coordinated" and previous is not None and previous.link == segment.link:
                clause.parent = previous.parent
        elif previous is not None and segment.sign in ("and", ","):
            clause.coordinated = previous
            aim = previous.link == "purpose" and previous.parent is not None
            if aim and segment.finite and segment.sign == "and" and finite.isdisjoint(previous.order):
                clause.coordinated = previous.parent
                previous = previous.parent
            if previous is not None and previous.link != "main" and segment.sign == "and":
                clause.link, clause.parent = previous.link, previous.parent
        clauses.append(clause)
    for clause, following in itertools.pairwise(clauses):
        if clause.link != "main" and clause.parent is None and following.link == "main":
            clause.parent, following.coordinated = following, None  # Of X zo is, weet niemand
    return clauses


def _verb_group(clause: Clause, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> None:
    """Work out the clause's finite verb, voice, modality, negation and the lemmas of its verbs (particles joined)."""
    clause.order.sort()
    if clause.link != "main" and not clause.reduced:
        clause.opener = next((i for i in clause.order[:2] if "link" in tokens[i]), None)
    clause.verbs = [i for i in clause.order if i in verbs]
    words = [tokens[i] for i in clause.order]
    finite = [i for i in clause.verbs if could_be_finite(i, tokens, pack)]
    clause.finite = next(iter(finite or clause.verbs), None)
    if clause.finite is not None and pack.present is not None:
        low = tokens[clause.finite].low
        helper = {"perfect", "passive"} & tokens[clause.finite].classes and len(clause.verbs) > 1
        done = [tokens[v] for v in clause.verbs if "infinitive" not in tokens[v] and v > clause.finite]
        moved = any(t.lemma in pack.be_perfect for t in done) or (done and any("reflexive" in t for t in words))
        helper = helper or bool("copula" in tokens[clause.finite] and moved)  # est arrivée, s'est réuni
        clause.present = bool(pack.present.search(low)) and not helper and low not in pack.past_forms
    particles = [i for i in clause.order if tokens[i].low in pack.particles and i not in verbs]
    for i in clause.verbs:
        clause.lemmas[i] = _with_particle(i, tokens[i].lemma, particles, clause, tokens, pack)
    clause.attitudes = frozenset().union(*(pack.attitudes.get(lemma, frozenset()) for lemma in clause.lemmas.values()))
    helpers = {"passive", "copula", "perfect", "modal"}
    participles = [i for i in clause.verbs if "participle" in tokens[i] and not helpers & tokens[i].classes]
    if pack.past_like_participle:
        participles += [i for i in clause.verbs if i not in participles and _after_passive(i, tokens)]
    others = [tokens[i] for i in clause.verbs if i not in participles or len(clause.verbs) == 1]
    has_passive = any("passive" in t for t in others)
    has_copula = any("copula" in t and "passive" not in t for t in others)
    main = [i for i in participles if "auxiliary" not in tokens[i]]
    if pack.past_like_participle:  # accused them of being …: no passive
        has_passive = any("passive" in tokens[i] and i < main[-1] for i in clause.verbs) if main else has_passive
    if main and has_passive:
        clause.passive = True
    elif main and has_copula and not any(clause.lemmas[i] in pack.be_perfect for i in main):
        clause.passive = clause.stative = True
    elif main and (not others or clause.reduced):
        gerund = pack.gerund is not None and any(pack.gerund.search(tokens[i].low) for i in clause.verbs)
        clause.passive = not gerund and clause.lemmas[main[0]] not in pack.be_perfect
    for token in words:
        kind = pack.modals.get(token.low) or (pack.modals.get(token.lemma) if "verb" in token else None)
        whole = token.index in verbs and clause.lemmas[token.index] == token.lemma  # gaat … na is no "gaat"
        if kind and whole:
            clause.modality = _stronger(clause.modality, kind)
        if "hearsay" in token:
            clause.hearsay = True
            if token.index in verbs and clause.modality == "planned":
                clause.modality = "actual"
        if "future" in token and token.index in verbs:
            clause.future = True
        if "conditional" in token and token.index in verbs and not kind and "hearsay" not in token:
            if clause.link == "content":
                clause.future = True  # a confirmé que l'opération prendrait fin
            else:
                clause.modality = _stronger(clause.modality, "possible")
    if clause.modality == "actual":
        weighed = pack.says("weighed", tokens, clause.order)
        clause.modality = (
            "possible" if weighed else "planned" if pack.says("intended", tokens, clause.order) else "actual"
        )
    ahead = pack.past_like_participle and clause.finite is not None and "copula" in tokens[clause.finite]
    if ahead and clause.finite is not None and clause.finite + 1 < len(tokens):
        clause.future = clause.future or "infinitive_marker" in tokens[clause.finite + 1]
    if clause.future and clause.modality == "actual":
        clause.modality = "planned"
    if clause.link == "condition":
        clause.modality = "conditional"
    paired = any("with_ne" in t for t in words) and any("ne" in t for t in words)
    clause.negated = paired or any(
        "negation" in t and not (n + 1 < len(words) and "limiter" in words[n + 1]) for n, t in enumerate(words)
    )


def _after_passive(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether a past form is a participle because "been" or "being" stands before it: "has been announced"."""
    before = next((t for t in reversed(tokens[:i]) if "adverb" not in t), None)
    past = tokens[i].low != tokens[i].lemma and not {"auxiliary", "copula", "passive"} & tokens[i].classes
    return past and before is not None and before.low != before.lemma and "passive" in before


def _stronger(old: str, new: str) -> str:
    order = ("actual", "planned", "required", "possible", "conditional")
    return new if order.index(new) > order.index(old) else old


def _governs(p: int, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a particle is a preposition here: what it governs follows it ("neemt deel aan Aspides")."""
    if "preposition" not in tokens[p] or p + 1 not in clause.order or not tokens[p + 1].is_word:
        return False
    return not tokens[p + 1].classes & {"verb", "adverb", "preposition", "coordinator", "negation", "link"}


def _with_particle(
    i: int, lemma: str, particles: list[int], clause: Clause, tokens: Sequence[Token], pack: Pack
) -> str:
    """Return the verb with its separated particle where the two together are a known verb."""
    particles = [p for p in particles if not _governs(p, clause, tokens)]
    candidates = sorted(particles, key=lambda p: (p < i, -p))  # the last one: "roept op zijn beurt … terug"
    for p in candidates:
        joined = tokens[p].low + lemma
        if joined in pack.verbs and (p > i or p >= i - 2):
            clause.particles.append(p)
            return joined
    return lemma

"""Segments to clauses: how they hang together, and what each verb group says.

A clause is a list of token indexes, which need not be adjacent: a relative clause inside a main clause is taken out of it.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from missionwatch.reading.frames.afresh import goes_back, outermost
from missionwatch.reading.frames.asking import hang_questions
from missionwatch.reading.frames.denying import done_by_nobody, is_denied, perhaps, twice_denied
from missionwatch.reading.frames.doings import is_doing, opens_with_gerund, told_besides, waits
from missionwatch.reading.frames.lending import share
from missionwatch.reading.frames.links import behind_quotation, lacks_object
from missionwatch.reading.frames.participles import (
    after_passive,
    finite_of,
    is_planned,
    like_infinitive,
    of_oneself,
    to_be_done,
    verbs_of,
)
from missionwatch.reading.frames.particles import with_particle
from missionwatch.reading.frames.relating import takes_up
from missionwatch.reading.frames.segments import segments
from missionwatch.reading.frames.stressing import unstress
from missionwatch.reading.frames.verb_last import hand_back, verb_first
from missionwatch.reading.frames.verbs import find_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.segments import Segment
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef, When


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
    shares: bool = False  # the helper of the clause it is joined to
    negated: bool = False
    hearsay: bool = False
    modality: str = "actual"
    future: bool = False
    reduced: bool = False
    doing: bool = False  # after leaving Mali: who does it is who does what governs it
    asks: bool = False  # whether, why, how many
    reckons: bool = False  # somebody only counts
    times_owned: bool = False  # some of its times are a noun's own
    present: bool = False
    depends: bool = False  # on a condition that is still open
    dated: When | None = None  # the day of the entry of a chronology that it stands in, where it says none
    phrases: list[Phrase] = field(default_factory=list)
    subjects: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    own_times: list[TimeMention] = field(default_factory=list)  # not those of a noun: "the coup of 26 July"
    attitudes: frozenset[str] = frozenset()
    governs: set[str] = field(default_factory=set)
    inner: list[Clause] = field(default_factory=list)
    aims: list[Clause] = field(default_factory=list)  # "to leave"
    relatives: list[Clause] = field(default_factory=list)  # the attack | that X committed
    participles: list[Clause] = field(default_factory=list)  # the attack | committed on Friday against …
    antecedent: list[EntityRef] = field(default_factory=list)
    gapped: list[Phrase] = field(default_factory=list)  # of others, whose verb goes unsaid: "…, Norway 60 policemen"
    _lows: tuple[str, ...] = ()

    def lows(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return its words in lower case."""
        if len(self._lows) != len(self.order):
            self._lows = tuple(tokens[i].low for i in self.order)
        return self._lows

    def opened(self, pack: Pack) -> set[str]:
        """Return the frames that its verbs open."""
        return {t.frame for lemma in self.lemmas.values() for t in pack.verb_triggers.get(lemma, ())}

    @property
    def attitudes_above(self) -> frozenset[str]:
        """Return the attitudes of the clause whose aim it is: "would like | to know"."""
        return self.parent.attitudes if self.parent is not None and self.link == "purpose" else frozenset()

    @property
    def first(self) -> int:
        """Return its first token."""
        return self.order[0]

    @property
    def last(self) -> int:
        """Return its last token."""
        return self.order[-1]


def split(
    tokens: Sequence[Token], pack: Pack, blocked: frozenset[int], timed: frozenset[int] = frozenset()
) -> list[Clause]:
    """Return the clauses of a sentence, in order. ``blocked`` tokens (inside names and times) never cut; ``timed`` are those of times."""
    verbs = find_verbs(tokens, pack, blocked, timed)
    for token in tokens:
        if token.index not in verbs and "verb" in token:
            token.classes -= {"verb", "modal", "copula", "auxiliary"}
    clauses = _asked_too(_join(segments(tokens, pack, verbs, blocked, timed), tokens, pack), tokens, pack)
    hang_questions(clauses, tokens, pack, verbs)
    for clause in clauses if pack.verb_second else ():
        hand_back(clause, tokens, pack)
    for clause in clauses:
        _verb_group(clause, tokens, pack, verbs)
        denied = clause.link == "content" and "deny" in clause.attitudes and lacks_object(clause, tokens)
        if denied or (clause.link == "content" and takes_up(clause, tokens, pack, timed)):
            clause.link = "relative"  # a request that China rejected
        if clause.parent is not None:
            clause.parent.governs.add(clause.link)
            if clause.reduced:
                clause.parent.participles.append(clause)
            elif clause.link == "relative":
                clause.parent.relatives.append(clause)
            if clause.link == "content":
                clause.parent.inner.append(clause)
            elif clause.link == "purpose":
                clause.parent.aims.append(clause)
    for clause in clauses:
        share(clause, tokens, pack)
    unstress(clauses, tokens, pack, timed)
    if len(clauses) > 1 and _opens_condition(clauses[0], clauses[1], tokens):
        clauses[0].link, clauses[0].modality = "condition", "conditional"
        clauses[0].parent = next((c for c in clauses[1:] if c.link == "main"), None)
    return clauses


def _opens_condition(first: Clause, then: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a sentence opens with a verb that supposes, "Had X left, Y would …", or "Zet X de gezant uit, dan vertrekt Y"."""
    opens = next((i for i, token in enumerate(tokens) if token.is_word), -1)
    if first.link != "main" or first.finite != opens:
        return False
    follows = then.link == "main" and "consequent" in tokens[then.first]
    return follows or ("supposing" in tokens[opens] and tokens[-1].text != "?")  # a question it is not


def _join(cut: list[Segment], tokens: Sequence[Token], pack: Pack) -> list[Clause]:
    """Make clauses of segments: continue a clause that still lacks its verb, hang subordinate ones on a parent."""
    clauses: list[Clause] = []
    resumed: Clause | None = None
    closed = 0  # how many clauses stand before a colon or semicolon
    finite = {i for segment in cut for i in segment.finite}
    for n, segment in enumerate(cut):
        previous, resumed = resumed or (clauses[-1] if clauses else None), None
        if segment.link == "purpose" and segment.finite and not any(c.verbs for c in clauses):
            segment.link = None  # To fire on peacekeepers is unacceptable
        if segment.link is None and previous is not None:
            waiting = next((c for c in reversed(clauses[closed:]) if waits(c, tokens, pack)), None)
            if waiting is not None and _goes_on(previous, n, cut, tokens):
                waiting = None  # X, which came and left, …: the main clause still waits
            if segment.finite and behind_quotation(segment.finite[0], tokens):
                waiting = None  # « Un crime odieux », a condamné le ministre
            if waiting is not None and segment.finite and segment.sign != "item":
                waiting.order.extend(segment.order)
                waiting.verbs.extend(segment.verbs)
                resumed = waiting  # what follows hangs on X, which …, plans | to leave
                continue
            if not segment.verbs and segment.sign != "item" and not segment.waits:
                outer = previous.parent if segment.sign == "," and previous.parent is not None else previous
                outer.order.extend(segment.order)
                continue
        above = _behind_content(segment, previous, cut[n + 1 :])
        if above is not None:
            above.order.extend(segment.order)
            above.verbs.extend(segment.verbs)
            resumed = above
            continue
        closed = len(clauses) if segment.sign == "item" else closed
        reduced = segment.link == "reduced"
        link = "relative" if reduced else segment.link or "main"
        clause = Clause(list(segment.order), link, verbs=list(segment.verbs), reduced=reduced)
        if segment.link is not None:
            if segment.link == "purpose" and tokens[segment.order[0] - 1].text == ",":
                previous = _before_aside(previous)  # urges Mali, which holds them, to let them go
            if "contrast" in tokens[segment.order[0]] and tokens[segment.order[0] - 1].text == ",":
                previous = outermost(previous)  # nobody knows how many stay, while X has left
            clause.parent = previous
            if segment.sign == "coordinated" and previous is not None and previous.link == segment.link:
                clause.parent = previous.parent
        elif previous is not None and segment.sign in ("and", ",", "doing"):
            previous = told_besides(segment, previous, tokens, pack)
            doing = opens_with_gerund(segment, tokens, pack)
            while previous.parent is not None and (
                (previous.reduced and (segment.finite or doing)) or (previous.link == "purpose" and doing)
            ):
                previous = previous.parent  # the soldiers killed, welcomes …; shelled a tower manned by X, wounding two
            clause.coordinated = previous
            aim = previous.link == "purpose" and previous.parent is not None
            if aim and segment.finite and segment.sign == "and" and finite.isdisjoint(previous.order):
                clause.coordinated = previous = previous.parent
            hangs = previous is not None and previous.link != "main" and previous.parent is not None
            told = hangs and previous is not None and previous.link in ("content", "relative")
            if previous is not None and (
                (told and _speaks_on(segment, previous.parent, tokens, pack))
                or goes_back(segment, previous, finite, tokens, pack)
                or (hangs and pack.verb_second and verb_first(segment, tokens, pack))
            ):
                while previous.link != "main" and previous.parent is not None:
                    previous = previous.parent
                clause.coordinated = previous
            opens = "coordinator" not in tokens[segment.order[0]] and segment.order[0] in segment.finite
            if previous is not None and previous.link == "content" and previous.parent is None and opens:
                pass  # Whether X leaves | is unknown
            elif previous is not None and previous.link != "main" and segment.sign == "and":
                clause.link, clause.parent = previous.link, previous.parent
        clauses.append(clause)
    for n, clause in enumerate(clauses[:-1]):
        if clause.link == "main" or clause.parent is not None:
            continue
        later = clauses[n + 1 :]
        aside = clause.reduced or clause.link == "purpose"  # To prevent | that they return, | X sends …
        inner = aside or pack.verb_second
        past = (c for c in later if not ((aside and c.link == "purpose") or (inner and _hangs_on(c, clause))))
        following = next(past, later[-1])  # Als Togo, dat er honderd man heeft, vertrekt, | stuurt Ghana soldaten
        if following.link == "main":
            clause.parent, following.coordinated = following, None  # Of X zo is, weet niemand
    return clauses


def _hangs_on(clause: Clause, outer: Clause) -> bool:
    """Say whether a clause hangs on another, or on one that does."""
    above = clause.parent
    while above is not None and above is not outer:
        above = above.parent
    return above is outer


def _behind_content(segment: Segment, previous: Clause | None, later: Sequence[Segment]) -> Clause | None:
    """Return the clause whose verb a participle is behind what its noun governs: "reports that X had left | proved false"."""
    if segment.link != "reduced" or previous is None or previous.link != "content" or not previous.verbs:
        return None
    above = previous.parent
    return None if above is None or above.verbs or any(s.finite for s in later) else above


def _before_aside(clause: Clause | None) -> Clause | None:
    while clause is not None and clause.link == "relative" and clause.parent is not None:
        clause = clause.parent
    return clause


def _asked_too(clauses: list[Clause], tokens: Sequence[Token], pack: Pack) -> list[Clause]:
    """Give whom a second request is made of a clause of their own: "calls on the M23 to halt, | and on Rwanda | to pull back"."""
    out: list[Clause] = []
    for clause in clauses:
        before, asking = (out[-1], out[-1].parent) if out else (None, None)
        asks = asking is not None and any("demand" in pack.attitudes.get(tokens[v].lemma, ()) for v in asking.verbs)
        if before is not None and asking is not None and asks and clause.link == before.link == "purpose":
            tail = [i for i in before.order if before.verbs and i > before.verbs[-1]]
            cut = next((n for n, i in enumerate(tail) if "coordinator" in tokens[i]), len(tail))
            named = tail[cut + 1 :]
            verb = asking.verbs[-1]
            same = (
                bool(named)
                and "preposition" in tokens[named[0]]
                and any(tokens[i].low == tokens[named[0]].low for i in asking.order if i > verb)
            )
            if same and clause.parent is before:
                before.order = [i for i in before.order if i not in tail[cut:]]
                again = Clause([verb, *named], "main", verbs=[verb])
                again.coordinated = clause.parent = asking if asking.link == "main" else asking.parent
                clause.parent = again
                out.append(again)
        out.append(clause)
    return out


def _goes_on(previous: Clause, n: int, cut: Sequence[Segment], tokens: Sequence[Token]) -> bool:
    """Say whether a segment goes on with the relative clause before it, since the verb of the main clause still follows."""
    relative = previous.link == "relative" and not previous.reduced and bool(previous.verbs)
    later = any(s.link is None and s.finite and s.sign == "," for s in cut[n + 1 :])
    joined = cut[n].sign == "and" and bool(cut[n].finite) and "coordinator" in tokens[cut[n].order[0]]
    return relative and joined and later


def _speaks_on(segment: Segment, above: Clause | None, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether who said something goes on after a comma: "recalls that …, and welcomes …"; no part of what was said."""
    first = segment.order[0]
    if above is None or segment.sign != "and" or not segment.finite or not first or tokens[first - 1].text != ",":
        return False
    opens = next((i for i in segment.order if not tokens[i].classes & _LIGHT and "coordinator" not in tokens[i]), None)
    lemma = tokens[segment.finite[0]].lemma
    speaks = lemma in pack.attitude_verbs or lemma in pack.grade_verbs
    known = (pack.attitude_verbs, pack.grade_verbs, pack.light)
    spoke = any(tokens[v].lemma in words for v in above.verbs for words in known)
    spoke = spoke or any(t.frame == "condemn" for v in above.verbs for t in pack.verb_triggers.get(tokens[v].lemma, ()))
    return opens == segment.finite[0] and speaks and spoke


def _verb_group(clause: Clause, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> None:
    """Work out the clause's finite verb, voice, modality, negation and the lemmas of its verbs (particles joined)."""
    clause.order.sort()
    if clause.link != "main" and not clause.reduced:
        clause.opener = next((i for i in clause.order[:2] if "link" in tokens[i]), None)
        if (at := clause.opener) is not None and "interrogative" in tokens[at]:
            clause.asks = clause.link != "relative" or "verb" in tokens[at - 1]
    clause.verbs = verbs_of(clause.order, verbs, tokens, pack)
    clause.doing = clause.link == "time" and is_doing(clause.order, clause.verbs, tokens, pack)
    clause.opener = clause.order[0] if clause.doing and pack.verb_second else clause.opener  # door | X uit te zetten
    words = [tokens[i] for i in clause.order]
    clause.finite = finite_of(clause.verbs, tokens, pack, main=clause.link == "main")
    if clause.finite is not None and pack.present is not None:
        low = tokens[clause.finite].low
        helping = {"perfect", "passive"} & tokens[clause.finite].classes
        now = pack.verb_second and helping == {"passive"}  # wordt verlengd: it is yet to be done
        helper = helping and not now and len(clause.verbs) > 1
        done = [tokens[v] for v in clause.verbs if "infinitive" not in tokens[v] and v > clause.finite]
        moved = any(t.lemma in pack.be_perfect for t in done) or (done and any("reflexive" in t for t in words))
        helper = helper or bool("copula" in tokens[clause.finite] and moved)  # est arrivée, s'est réuni
        plain = pack.past_like_participle and low == tokens[clause.finite].lemma  # guard, defend
        helper = helper or (clause.reduced and "participle" in tokens[clause.finite])  # in maart gekozen
        clause.present = (plain or bool(pack.present.search(low))) and not helper and low not in pack.past_forms
    particles = [i for i in clause.order if tokens[i].low in pack.particles and i not in verbs]
    for i in clause.verbs:
        clause.lemmas[i] = with_particle(i, tokens[i].lemma, particles, clause, tokens, pack)
    clause.attitudes = frozenset().union(*(pack.attitudes.get(lemma, frozenset()) for lemma in clause.lemmas.values()))
    if pack.says("demanded", clause.lows(tokens)):
        clause.attitudes |= {"demand"}  # staat erop dat
    if any("reflexive" in t for t in words):
        clause.attitudes -= {"direct"}  # se dit prêt à
    if any("reputing" in tokens[i] or tokens[i].lemma in pack.classes_of("reputing") for i in clause.verbs):
        clause.attitudes |= {"judge"} if _reputed(clause, tokens, pack) else set()
    helpers = {"passive", "copula", "perfect", "modal"}
    participles = [i for i in clause.verbs if "participle" in tokens[i] and not helpers & tokens[i].classes]
    if not participles and is_planned(clause.verbs, tokens):
        participles = clause.verbs[-1:]
    if pack.past_like_participle:
        participles += [i for i in clause.verbs if i not in participles and after_passive(i, tokens, pack)]
        participles += [i for i in clause.verbs if i not in participles and like_infinitive(i, tokens, pack)]
    others = [tokens[i] for i in clause.verbs if i not in participles or len(clause.verbs) == 1]
    others = [
        t for t in others if not to_be_done(t.index, clause.finite, clause.verbs, tokens)
    ]  # heeft gevraagd te worden geholpen
    has_passive = any("passive" in t for t in others)
    # but: heeft gevraagd te blijven
    has_copula = any(
        "copula" in t and "passive" not in t and not (t.index and "infinitive_marker" in tokens[t.index - 1])
        for t in others
    )
    main = [i for i in participles if "auxiliary" not in tokens[i]]
    if pack.past_like_participle:  # accused them of being …: no passive
        has_passive = any("passive" in tokens[i] and i < main[-1] for i in clause.verbs) if main else has_passive
    # nie y être mêlé: who denies it denies it himself
    denies = clause.finite is not None and "deny" in pack.attitudes.get(clause.lemmas[clause.finite], ())
    if main and has_passive and not of_oneself(clause.verbs, tokens):
        clause.passive = not (denies and any({"passive", "infinitive"} <= tokens[v].classes for v in clause.verbs))
    elif (
        main
        and has_copula
        and not (of_oneself(clause.verbs, tokens) or any(clause.lemmas[i] in pack.be_perfect for i in main))
    ):
        clause.passive = clause.stative = True
    elif main and (not others or clause.reduced):
        gerund = any(pack.is_gerund(tokens[i]) for i in clause.verbs)
        clause.passive = not gerund and clause.lemmas[main[0]] not in pack.be_perfect
    only = clause.verbs[-1] if pack.verb_second and len(clause.verbs) == 1 else None
    if only is not None and "participle" in tokens[only] and only + 1 < len(tokens):
        doers = pack.relations.get((tokens[only + 1].low,), ())
        clause.passive = clause.passive or "by" in doers  # met drones en raketten | bestookt door X
    for token in words:
        if token.low not in pack.modals and _TELLING.isdisjoint(token.classes):
            continue
        kind = pack.modals.get(token.low) or (pack.modals.get(token.lemma) if "verb" in token else None)
        whole = token.index in verbs and clause.lemmas[token.index] == token.lemma  # gaat … na is no "gaat"
        alone = kind and clause.verbs == [token.index] and not {"copula", "perfect"} & token.classes
        if alone and any(one.frame == "serve" for one in pack.verb_triggers.get(token.lemma, ())):
            kind = None  # dienen in UNIFIL, not: dienen te vertrekken
        last = pack.verb_second and "infinitive" in token and clause.verbs[1:][-1:] == [token.index]
        if kind and whole and not (last and kind == "planned"):  # laten gaan
            clause.modality = _stronger(clause.modality, kind)
        if "hearsay" in token and _told_ahead(clause, token, tokens):
            clause.future = True  # said that it would send soldiers
        elif "hearsay" in token:
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
    if clause.modality == "actual" and _means_to(clause, tokens, pack):
        clause.modality = "planned"
    if clause.modality == "actual" and pack.says("weighed", lows := clause.lows(tokens)):
        clause.modality = "possible"
    elif clause.modality == "actual":
        clause.modality = "planned" if pack.says("intended", lows) else "actual"
    ahead = pack.past_like_participle and clause.finite is not None and "copula" in tokens[clause.finite]
    if ahead and clause.finite is not None and clause.finite + 1 < len(tokens):
        clause.future = clause.future or "infinitive_marker" in tokens[clause.finite + 1]
    if clause.future and clause.modality == "actual":
        clause.modality = "planned"
    if clause.modality in ("actual", "planned") and perhaps(clause, tokens):
        clause.modality = "possible"
    if clause.link == "condition":
        clause.modality = "conditional"
    clause.negated = is_denied(words, pack)
    twice = clause.negated and pack.past_like_participle and twice_denied(words)
    clause.negated = not twice if clause.negated else done_by_nobody(clause, tokens)
    if clause.negated and not pack.classes_of("hesitating").isdisjoint(clause.lemmas.values()):
        acts = frozenset({"begin"}) if clause.modality == "actual" else frozenset[str]()
        clause.negated, clause.attitudes = False, (clause.attitudes - {"weigh"}) | acts  # did not hesitate to send


def _reputed(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause says what something is held for: "tient ce procédé pour inacceptable"."""
    for n, i in enumerate(clause.order[:-1]):
        after = next(
            (tokens[k] for k in clause.order[n + 1 :] if not {"adverb", "intensifier"} & tokens[k].classes), None
        )
        if "reputed_as" in tokens[i] and after is not None and after.low in pack.predicative:
            return True
    return False


def _told_ahead(clause: Clause, word: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a clause tells what somebody said was to come: "zei dat het militairen zou sturen", but not "zou hebben gestuurd"."""
    above = clause.parent
    if clause.link != "content" or above is None or above.present or not above.attitudes & {"say", "plan"}:
        return False
    if "copula" in word and (clause.verbs == [word.index] or clause.passive):
        return True  # a dit qu'ils seraient de retour en mai, but: qu'ils seraient partis
    over = any({"perfect", "passive"} & tokens[v].classes and "infinitive" in tokens[v] for v in clause.verbs)
    return not over and any("infinitive" in tokens[v] for v in clause.verbs)


_TELLING = frozenset({"verb", "hearsay", "future", "conditional"})  # words that may say how real a clause is


def _means_to(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb that means something else alone is one of intending before an infinitive: "compte envoyer"."""
    for v, after in itertools.pairwise(clause.verbs):
        between = [tokens[i] for i in range(v + 1, after)]
        if tokens[v].lemma in pack.intending and "infinitive" in tokens[after]:
            return all(t.classes & _LIGHT for t in between)
    return False


_LIGHT = frozenset({
    "adverb", "negation", "reflexive", "pronoun", "ne", "infinitive_marker", "genitive_pronoun", "object_pronoun",
})  # fmt: skip


def _stronger(old: str, new: str) -> str:
    order = ("actual", "planned", "required", "possible", "conditional")
    return new if order.index(new) > order.index(old) else old

"""What is left over when all have told: states, their people and numbers of people beside a mission that nothing else claims.

Asked once a sentence, last. Whoever the sentence has told anything of is claimed, and so is a mission's host.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.givers import assets_of, states_of
from missionwatch.reading.frames.phrases import A_FEW, number_alone
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.stationed import task_of
from missionwatch.reading.frames.telling import Telling, give_elsewhere
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Quantity

_WHOLE = frozenset({None, "armed_forces", "population", "police"})  # bodies that stand for a state that gives people
_HEADS = ("title", "heading")
_SEVERAL, _MANY = 2, 3  # states in a list
_BESIDE = frozenset({"with", "as", "among"})
_FOR = frozenset({"with", "for"})
_HOSTILE = frozenset({"attack", "clash", "detain", "obstruct"})


class _Left:
    """A sentence: what it has ``told`` and ``given``, whom that ``claimed``, and which ``mission`` it, its paragraph or the report is about."""

    def __init__(self, builder: Builder, sentence: Sentence, number: int) -> None:
        self.builder, self.sentence, self.number = builder, sentence, number
        clauses, discourse, pack = builder.clauses, builder.discourse, builder.pack
        self.told = builder.since(number)
        self.given = [d for d in self.told if d.fields["predicate"] == "contribution" and not d.fields.get("negated")]
        named = {r.id: r for c in clauses for p in c.phrases for r in p.refs_of("mission")}
        named |= {r.id: r for c in clauses for r in c.antecedent if r.kind == "mission" and r.id}
        spoken = [r for d in self.given for r in d.fields["roles"].get("mission", ()) if r.id]
        near = [*spoken, *named.values(), *discourse.missions_near()]
        self.near, self.inside = bool(near), bool(named)  # named in its paragraph, in the sentence
        self.mission = tuple(near[:1]) or discourse.sole_mission() if len(named) <= 1 else ()
        self.hosts = {host for m in self.mission for host in discourse.hosts_of(m.id)}
        words = {t.low for t in sentence.tokens}
        self.open = "?" in words or not words.isdisjoint(pack.classes_of("abstaining"))
        self.harm = any(tells_of_harm(c, pack) for c in clauses)
        self.claimed = {r.id for d in self.told for refs in d.fields.get("roles", {}).values() for r in refs}
        self.claimed |= {r.id for d in self.told for r in d.fields.get("holders", ())}
        self.claimed |= builder.spoken_for

    def free(self, phrase: Phrase) -> EntityRef | None:
        """Return the one state that a phrase names or is of, where nothing has told of it."""
        states = [s for s in states_of(phrase) if s.country not in self.hosts]
        one = states[0] if len(states) == 1 else None
        return one if one is not None and one.id not in self.claimed and one.body in _WHOLE else None

    def give(self, clause: Clause, phrase: Phrase, state: EntityRef, many: Quantity | None, last: int) -> None:
        """Draft that a state gives people to the mission, unless it runs one of its own there."""
        here = Telling(self.builder, clause, self.sentence, self.number)
        if mission := here.discourse.joined(self.mission, (state,)):
            self.claimed.add(state.id)
            self.builder.spoken_for.add(state.id)
            beside = {d.fields.get("modality", "actual") for d in self.given if d.clause is clause}
            modality = next(iter(beside)) if len(beside) == 1 and here.modality == "actual" else here.modality
            if clause.modality == "required" and "contribute" in clause.opened(here.pack):
                modality = "required"  # several countries must contribute, such as X
            draft = here.gives("left", (state,), mission, many, (phrase.first, last), 0.6, modality=modality)
            if assets := assets_of(phrase):
                draft.fields["assets"] = assets


def left_over(builder: Builder, sentence: Sentence, number: int) -> None:
    """Read who gives people to a mission, and how many it has, of what a sentence leaves unclaimed."""
    builder.spoken_for |= _told_of(builder.since(number))
    if sentence.part in _HEADS or not any(c.phrases for c in builder.clauses):
        return
    left = _Left(builder, sentence, number)
    if not left.mission:
        return
    side_by_side = _side_by_side(left)
    for clause in builder.clauses:
        if clause.negated or give_elsewhere(clause, builder.pack):
            continue
        _strength(left, clause)
        _of_its_own(left, clause)
        parts = _parts(clause)
        for phrase, after in itertools.zip_longest(parts, parts[1:]):
            state = left.free(phrase)
            if state is None or left.open:
                continue
            counted = None if _of_all(left, clause, phrase, after) else _counted(left, phrase, after)
            many = counted.many() if counted is not None else None
            last = max(phrase.last, counted.last if counted is not None else 0)
            whose = _is_formation(left, phrase) or bool(phrase.senses("asset"))
            plain = _plain(phrase) and (phrase.number is None or phrase.is_people)
            listed = plain and _listed(left, clause, phrase)
            joined = plain and bool(left.given) and not left.harm and phrase.bare
            joined = joined and (clause.link == "main" or any(d.clause is clause for d in left.given))
            theirs = (counted is not None or (whose and phrase.noun is not None)) and _theirs(left, phrase)
            if listed or joined or theirs or id(phrase) in side_by_side or (plain and _nationals(left, clause, phrase)):
                left.give(clause, phrase, state, many, last)


def _told_of(told: Iterable[Draft]) -> set[str | None]:
    """Return who is told to give, or to do harm."""
    claimed: set[str | None] = set()
    for draft in told:
        role = "contributor" if draft.fields["predicate"] == "contribution" else "actor"
        if role == "contributor" or draft.fields.get("type") in _HOSTILE:
            claimed |= {r.id for r in draft.fields["roles"].get(role, ())}
    return claimed


def _parts(clause: Clause) -> list[Phrase]:
    """Return the phrases of a clause and those coordinated with them, each once, in the order of the text."""
    every = {id(p): p for head in clause.phrases for p in (head, *head.group)}
    return sorted(every.values(), key=lambda p: p.first)


def _plain(phrase: Phrase) -> bool:
    """Say whether a phrase is the name of a state or of its people and nothing else: "Chad", "the Danes", "250 Danes"."""
    if phrase.noun is not None or phrase.person is not None or phrase.unknown_name or len(phrase.named) != 1:
        return False
    named = phrase.named[0]
    alone = phrase.number is not None or named.first - phrase.first <= 1
    return alone and phrase.last == named.last and bool(named.forms("name", "national"))


def _counted(left: _Left, phrase: Phrase, after: Phrase | None) -> Phrase | None:
    """Return what counts the people of a state: the phrase itself, or a number behind it: "Zambia, with 150", "Canada (800)"."""
    if phrase.counted() and phrase.is_people and phrase.by_country:
        return None if phrase.senses("asset") else phrase
    if after is None or not after.counted() or after.refs_of("state"):
        return None
    beside = after.bare and after.start <= phrase.last + _NEAR and number_alone(after, left.sentence.tokens)
    with_them = "with" in after.relations and after.start <= phrase.last + _SEVERAL
    return after if beside or (with_them and (after.is_people or number_alone(after, left.sentence.tokens))) else None


def _of_all(left: _Left, clause: Clause, phrase: Phrase, after: Phrase | None) -> bool:
    """Say whether a number set apart behind a list may be that of all in it: "Uganda, Burundi and Kenya, with 14,000 men"."""
    others = next((p for p in clause.phrases if phrase in p.group and p.number is None), None)
    apart = left.sentence.tokens[phrase.last + 1].text == "," if phrase.last + 1 < len(left.sentence.tokens) else False
    return others is not None and after is not None and phrase.number is None and apart and "with" in after.relations


_NEAR = 3  # tokens


def _is_formation(left: _Left, phrase: Phrase) -> bool:
    return not phrase.words.isdisjoint(left.builder.pack.classes_of("formation"))


def _theirs(left: _Left, phrase: Phrase) -> bool:
    """Say whether a state's people or machines are told in a paragraph on a mission: "eight Canadian helicopters"."""
    gone = left.builder.pack.classes_of("former") | left.builder.pack.classes_of("ending")
    within = phrase.bare or not _BESIDE.isdisjoint(phrase.relations)  # but together with them: those are others
    return (
        left.near
        and within
        and "beside" not in phrase.relations
        and not left.harm
        and phrase.person is None
        and not phrase.words & gone
    )


def _listed(left: _Left, clause: Clause, phrase: Phrase) -> bool:
    """Say whether states are listed that nothing else is told of: "Ghana, Nepal and Mongolia fill the gap"."""
    members = next((m for p in clause.phrases if phrase in (m := [p, *p.group])), [phrase])
    if not all(_plain(m) and states_of(m) for m in members) or "say" in clause.attitudes:
        return False
    pack, verbs = left.builder.pack, set(clause.lemmas.values()) - left.builder.pack.helping
    if members[0] in clause.subjects and verbs and verbs.isdisjoint(pack.classes_of("filling")):
        return False  # Kenya and Ethiopia held elections
    free = sum(left.free(m) is not None or any(s.id in left.claimed for s in states_of(m)) for m in members)
    head = members[0]
    if (left.harm and not phrase.senses("national")) or (clause.link == "relative" and not left.inside):
        return False
    long = free >= (_MANY if phrase.senses("national") else _SEVERAL)
    home = "from" in head.relations and left.near and _come_from(left, clause, head)
    of_thing = any(p.last == head.start - 1 and not (p.is_people or p.refs_of("mission")) for p in clause.phrases)
    beside = not _BESIDE.isdisjoint(head.relations) and not of_thing  # not: ties with Russia and Iran
    return long and (head.bare or home or beside)


def _come_from(left: _Left, clause: Clause, home: Phrase) -> bool:
    """Say whether people come from where a phrase says: "they come from Jordan", "84 people from six states, Italy, …"."""
    pack = left.builder.pack
    verbs = pack.classes_of("coming_from") | pack.classes_of("hailing")
    before = next((p for p in reversed(clause.phrases) if p.last < home.first), None)
    those = before is not None and (before.is_people or before.noun in ("country", "partner"))
    those = those and before is not None and all(r.body != "population" for r in before.refs)
    return those or not verbs.isdisjoint(clause.lemmas.values())


def _nationals(left: _Left, clause: Clause, phrase: Phrase) -> bool:
    """Say whether nationals are told of who do nothing: "beside Danes", "half are Americans", "the Poles the lorries"."""
    if (
        not phrase.senses("national")
        or phrase.single
        or phrase in clause.subjects
        or left.harm
        or clause.attitudes
        or _echoes(left, phrase)
    ):
        return False
    if any(p.last == phrase.first - 2 and any(r.kind == "person" for r in p.refs) for p in clause.phrases):
        return False  # General X, the Dutchman who …
    if any(phrase in p.group and p.refs_of("state") and not p.senses("national") for p in clause.phrases):
        return False  # Letland en Polen: Poland, no Poles
    quiet = clause.link == "main" and not clause.hearsay and not any(d.clause is clause for d in left.told)
    # sont des Danois
    some = "of" in phrase.relations and not left.builder.pack.being.isdisjoint(clause.lemmas.values())
    return quiet and (phrase.bare or some or not _FOR.isdisjoint(phrase.relations))


def _side_by_side(left: _Left) -> set[int]:
    """Return the nationals who have each their own part beside a mission: "The Ghanaians have the north, the Indonesians the south"."""
    if left.harm or left.open or not left.near:
        return set()
    pack = left.builder.pack
    sharing: list[Phrase] = []
    holding = pack.classes_of("working") | pack.classes_of("guarding") | pack.classes_of("sharing")
    for clause in left.builder.clauses:
        holds = not holding.isdisjoint(clause.lemmas.values())
        acting = [
            p for p in _parts(clause) if _a_people(p) and (p.definite or holds) and (p.bare or p in clause.subjects)
        ]
        unlike = (
            clause.attitudes
            or clause.negated
            or clause.modality != "actual"
            or not _MOVING.isdisjoint(clause.opened(pack))
        )
        if acting and (unlike or any(_echoes(left, p) for p in acting)):
            return set()
        if any(s.country in left.hosts for p in acting for s in states_of(p)):
            return set()  # two sides of a war
        sharing += acting
    return {id(p) for p in sharing} if len({s.id for p in sharing for s in states_of(p)}) >= _SEVERAL else set()


_MOVING = frozenset({"withdraw", "arrive", "deploy", "reinforce", "reduce"})  # frames of who comes and goes


def _echoes(left: _Left, phrase: Phrase) -> bool:
    """Say whether somebody does no more than others were just told to do: "the Algerians are worried, the Mauritanians too"."""
    after = left.sentence.tokens[phrase.last + 1 : phrase.last + 2]
    return bool(after) and after[0].low in left.builder.pack.classes_of("echo")


def _a_people(phrase: Phrase) -> bool:
    """Say whether a phrase is the people of a state, all that are there, perhaps with where they are: "les Sénégalais Mopti"."""
    first = phrase.named[0] if phrase.named and phrase.number is None and not phrase.single else None
    if first is None or phrase.noun is not None or phrase.person is not None or first.first - phrase.first > 1:
        return False
    return bool(first.forms("national")) and all(s.kind == "place" for n in phrase.named[1:] for s in n.senses[:1])


def _strength(left: _Left, clause: Clause) -> None:
    """Read a number of people of whom it is not told whose they are, in a clause whose subject a mission is, or peacekeepers."""
    pack = left.builder.pack
    its = any(p.refs_of("mission") for p in clause.subjects)
    said = {q.value for d in left.builder.since(left.number) if (q := d.fields.get("quantity")) is not None}
    here = Telling(left.builder, clause, left.sentence, left.number)
    for phrase in _people(clause) if not left.harm else ():
        blue = pack.blue(phrase.text) and not phrase.owned and phrase.counted() >= _A_FORCE
        parts = any(_is_formation(left, p) for p in clause.phrases) or "among" in phrase.relations
        if not (its or blue) or phrase.counted() in said or parts or phrase.words & pack.outsiders:
            continue
        beside = (*phrase.group, *dependents(phrase, clause)[:1])
        lands = [r for p in beside for r in p.refs_of("state") if r.country not in left.hosts]
        if phrase.adds(pack.additional) or lands or _acted_on(here, phrase):
            continue
        fields = {
            "predicate": "strength", "roles": {"mission": left.mission}, "quantity": phrase.many(),
            "modality": "planned" if _of_so_many(phrase, clause) and not here.told("contribution") else here.modality,
            "frame": "strength:left",
        }  # fmt: skip
        here.draft(fields, (phrase.first, phrase.last), 0.6)


def _of_its_own(left: _Left, clause: Clause) -> None:
    """Read whose people a signed paper counts that names no other state beside them: its own country's."""
    discourse, pack = left.builder.discourse, left.builder.pack
    home = discourse.author if discourse.signatory is not None else None
    if home is None or home.country in left.hosts or left.harm or any(p.refs_of("mission") for p in clause.subjects):
        return
    own = left.hosts | {home.country}
    if any(r.country not in own for p in clause.phrases for r in p.refs_of("state")):
        return
    said = {q.value for d in left.builder.since(left.number) if (q := d.fields.get("quantity")) is not None}
    here = Telling(left.builder, clause, left.sentence, left.number)
    if here.opens("strength") and all(p.pronoun not in (None, "relative") for p in clause.subjects):
        return  # it numbers 180 soldiers
    for phrase in _parts(clause):
        people = phrase.is_people and 1 < phrase.counted() < _AN_ARMY and not phrase.words & pack.bystanders
        if not people or phrase.counted() in said or phrase.refs_of("state") or phrase.definite or phrase.pronoun:
            continue
        if phrase.share is None and phrase.person is None:
            where = tuple(r for p in clause.phrases if "in" in p.relations for r in p.refs if r.kind == "place")
            span = (phrase.first, phrase.last)
            task = task_of(phrase)
            here.gives("signed", (home,), left.mission, phrase.many(), span, 0.6, place=where, function=task)


_AN_ARMY = 1500  # people; one country hardly gives more


def _acted_on(here: Telling, phrase: Phrase) -> bool:
    """Say whether people have something done to them: "has trained 15,000 soldiers"; not "has 15,000"."""
    done_to = any(phrase is p or phrase in p.group for p in here.clause.objects)
    pack = here.pack
    lemmas = set(here.clause.lemmas.values())
    lemmas = lemmas - pack.helping or lemmas
    has = {lemma for lemma in lemmas if any(t.frame in _HAS for t in pack.verb_triggers.get(lemma, ()))}
    has |= lemmas & (pack.being | pack.classes_of("having") | pack.classes_of("keeping"))
    return done_to and not has


_HAS = ("strength", "serve", "deploy")  # frames of what a mission has


def _of_so_many(phrase: Phrase, clause: Clause) -> bool:
    """Say whether people are those of whom only a part is there: "9,000 of the 15,000 troops"."""
    part = next((p for p in clause.phrases if p.last == phrase.start - 1), None)
    return "of" in phrase.relations and ((part is not None and part.number is not None) or phrase.start == clause.first)


_A_FORCE = 100  # people; fewer peacekeepers are some of a force


def _people(clause: Clause) -> Iterator[Phrase]:
    for phrase in _parts(clause):
        whole = phrase.is_people and phrase.counted() >= A_FEW and phrase.share is None and phrase.pronoun is None
        if whole and not phrase.refs_of("state"):
            yield phrase

"""Which phrases a clause's words reach: what follows a noun, and what stands to the verb in which relation."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.owning import bordering, of_a_part
from missionwatch.reading.frames.phrases import Phrase
from missionwatch.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef


def is_spot(phrase: Phrase) -> bool:
    """Say whether a phrase only says where: "the arrival in Sarajevo of a company", "l'envoi au Liban de 150 soldats"."""
    marked = bool({"in", "to", "at"} & set(phrase.relations))
    return marked and bool(phrase.refs) and all(r.kind in ("place", "state") and r.body is None for r in phrase.refs)


def _only_time_between(end: int, start: int, clause: Clause) -> bool:
    """Say whether no more than a time stands between two tokens: "the arrest, on 10 July, of 49 soldiers"."""
    if not any(end < t.first < start for t in clause.times):
        return False
    timed = {i for t in clause.times for i in range(t.first, t.last + 1)}
    between = [i for i in clause.order if end < i < start]
    return any(i in timed for i in between) and all(
        i in timed or (i + 1 in timed and i != clause.finite) for i in between
    )


def _behind_aside(noun: Phrase, end: int, following: Sequence[Phrase], clause: Clause) -> Phrase | None:
    """Return what goes on behind an aside of where and when: "the arrest, on 3 May in Kidal, | of two soldiers"."""
    spots = list(itertools.takewhile(lambda p: is_spot(p) and "of" not in p.relations, following))
    after = following[len(spots)] if spots and len(spots) < len(following) else None
    if after is None or not _TAKEN.intersection(after.relations) or after in clause.subjects:
        return None
    if noun not in clause.subjects and after.last + 1 == clause.finite:
        return None  # after the arrest, on Monday in Gao, soldiers searched the town
    said = {i for p in spots for i in range(p.start, p.last + 1)}
    said.update(i for t in clause.times for i in range(t.first, t.last + 1) if end < t.first < after.start)
    between = [i for i in clause.order if end < i < after.start]
    apart = end + 1 not in said and after.start - 1 not in said  # a comma on either side
    plain = all(i in said or (i + 1 in said and i != clause.finite) for i in between)
    return after if apart and plain else None


_TAKEN = frozenset({"of", "by", "against"})  # relations of what a noun's deed is done to, and of who did it
_TWO_WORDS = 2  # "claimed by", behind a comma too


def dependents(phrase: Phrase, clause: Clause) -> list[Phrase]:
    """Return the marked phrases that follow a noun directly, one upon the other: van X in Y op verzoek van Z."""
    chain: list[Phrase] = []
    end = phrase.last
    resumed: Phrase | None = None
    following = [p for p in clause.phrases if p.start > phrase.first]
    for n, other in enumerate(following):
        claimed = "by" in other.relations and other.start == end + 2 and other.first >= other.start + _TWO_WORDS
        if other.start > end + 1 and not (claimed or other.bare or resumed):
            resumed = _behind_aside(phrase, end, following[n:], clause)
            claimed = resumed is None and _only_time_between(end, other.start, clause)
        if other.bare or (other.start > end + 1 and not (claimed or resumed)):
            joined = chain and any(other in p.group for p in chain)
            if not joined:
                break
        chain.append(other)
        end, resumed = other.last, None if other is resumed else resumed
    return chain


def counted_as_noun(index: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a participle is a noun behind its number or article, and what is done to them is another verb's: "ferried the wounded"."""
    alone = any(p.last == index - 1 and p.number is not None and p.number.last == p.last for p in clause.phrases)
    doing = [v for v in clause.verbs if v != index and "participle" not in tokens[v]]
    acted = clause.finite is not None and clause.finite < index and not clause.passive  # the article's: the wounded
    named = index > 0 and "determiner" in tokens[index - 1] and any(p.last == index and p.bare for p in clause.phrases)
    if named and acted and "participle" in tokens[index] and clause.lemmas.get(clause.finite or 0) not in pack.being:
        return True
    lends = any(
        clause.lemmas.get(v, "") in pack.light for v in clause.verbs if v < index - 1 and "perfect" not in tokens[v]
    )
    return alone and "participle" in tokens[index] and bool(doing) and not lends


def none_of(phrase: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a noun behind a denied verb says that there is none of it: "il n'y aura pas de retrait"."""
    before = phrase.start - 1
    held = clause.finite is not None and bool({"perfect", "copula"} & tokens[clause.finite].classes)
    return clause.negated and held and before > 0 and "of" in phrase.relations and "negation" in tokens[before]


def denied(index: int, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a verb is denied: a denial of an infinitive before "and" is not one of what follows it."""
    said = [i for i in clause.order if "negation" in tokens[i]]
    if said and index not in clause.verbs and any(tokens[i].text == "," for i in range(index, said[0])):
        return False  # the force, 1,100 strong, was not withdrawn
    if not clause.negated or not said:
        return clause.negated
    if "infinitive" not in tokens[index] or index == clause.finite:
        return not _denies_infinitive(index, said[0], clause, tokens)
    first = next((v for v in clause.verbs if v > said[-1]), index)
    apart = first < index and any("coordinator" in tokens[i] for i in clause.order if first < i < index)
    return not (apart and "infinitive_marker" in tokens[first - 1])


def _denies_infinitive(index: int, denial: int, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether what is denied is what a verb governs: "verwijt Berlijn geen wapens te leveren", "besloot niet te vertrekken"."""
    governs = index in clause.verbs and index < denial and bool(clause.attitudes & _GOVERNING)
    if not governs or any("ne" in tokens[i] for i in clause.order):
        return False  # n'exclut pas de partir
    aim = any(c.first == denial + 1 for c in clause.aims)  # decided not | to leave
    doing = "preposition" in tokens[denial - 1] and denial + 1 in clause.verbs  # accused X of not guarding it
    return aim or doing or any(v > denial and "infinitive_marker" in tokens[v - 1] for v in clause.verbs)


_GOVERNING = frozenset({"accuse", "demand", "plan", "direct", "deny"})  # attitudes of verbs that take an infinitive


def addressed(clause: Clause) -> list[Phrase]:
    """Return whom a clause tells to do something: not those whom its own subject sends or takes home, "zegt zijn militairen te sturen"."""
    whom = [p for p in clause.objects if p.is_people or any(r.id for r in p.refs)]
    several = clause.aims or len(clause.objects) > 1  # tells its citizens to leave the land
    return whom if several else [p for p in whom if not _sends(p)]


def _sends(phrase: Phrase) -> bool:
    civil = any(r.body == "population" for r in phrase.refs)
    return not civil and (phrase.number is not None or phrase.owned or phrase.negated)


def joint_of(index: int, clause: Clause, tokens: Sequence[Token]) -> int:
    """Return where a verb is joined to another before it, which has what stands between; 0 where it is not."""
    at = next((i for i in range(index - 1, max(0, index - 3), -1) if not {"adverb", "perfect"} & tokens[i].classes), 0)
    joined = "coordinator" in tokens[at] and any(v < at and not _HELPING & tokens[v].classes for v in clause.verbs)
    return at if joined else 0


_HELPING = frozenset({"perfect", "passive", "copula", "modal"})


def of_the_verb(
    index: int,
    joint: int,
    clause: Clause,
    tokens: Sequence[Token],
    relations: dict[str, list[Phrase]],
    pack: Pack,
    *,
    harm: bool,
) -> dict[str, list[Phrase]]:
    """Return the relations without what the verb before takes, where another is joined to it: "condemned the raid by M23 and | demanded …".

    Who undergoes what a passive tells does what it goes on with: "60 Danes are deployed there, | supporting Iraqi forces".
    """
    at = clause.finite
    if clause.passive and not harm and at is not None and at < index and _does_there(index, clause, tokens, pack):
        doers, whom = ([p for p in relations.get("object", ()) if (p.first < at) == before] for before in (True, False))
        beside = {name: [p for p in found if p.first > index] for name, found in relations.items()}
        return beside | {"subject": doers, "object": [p for p in whom if p.first > index]}
    if not joint:
        return relations
    first = next(v for v in clause.verbs if not _HELPING & tokens[v].classes)
    subjects = {p.first for p in clause.subjects}

    def own(phrase: Phrase) -> bool:
        before = first < phrase.first < joint and phrase.first not in subjects
        return not before or any(r.kind == "mission" for r in phrase.refs)

    return {name: [p for p in found if own(p)] for name, found in relations.items()}


def _does_there(index: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb behind a passive tells what those do whom it befalls: a gerund behind a comma, or joined to one."""
    if not pack.past_like_participle or not pack.is_gerund(tokens[index]) or index not in clause.verbs:
        return False
    done = [v for v in clause.verbs if v <= index and pack.is_gerund(tokens[v])]
    people = clause.objects[:1] if clause.finite is not None else []
    return tokens[done[0] - 1].text == "," and any(p.is_people and p.first < done[0] for p in people)


_BESIDE = frozenset({"without", "despite"})


def relations_of(clause: Clause) -> dict[str, list[Phrase]]:
    """Return the phrases of a clause by how they stand to its verb: subject, object, in, to, …; a genitive is its noun's."""
    gap = {id(p) for p in clause.gapped}
    relations: dict[str, list[Phrase]] = {
        "subject": [p for p in clause.subjects if id(p) not in gap],
        "object": [p for p in clause.objects if id(p) not in gap],
    }
    before: Phrase | None = None
    genitives: list[Phrase] = []
    for phrase in clause.phrases if not gap else (p for p in clause.phrases if id(p) not in gap):
        genitive = "of" in phrase.relations and before is not None and phrase.start == before.last + 1
        second = before is not None and bool(genitives) and before is genitives[-1] and "of" in phrase.relations
        if second and before is not None and before.last + 1 not in clause.verbs:
            genitive = genitive or phrase.start == before.last + 2  # de France et du Mali
        # without the consent of Mali, despite the objections of France: theirs, not from there
        lacking = before is not None and not _BESIDE.isdisjoint(before.relations)
        before_of, before = before, phrase
        if of_a_part(before_of, phrase):
            continue
        if (
            genitive
            or (before_of not in clause.objects and bordering(before_of, phrase))
            or any(phrase in other.group for other in genitives)
        ):
            genitives.append(phrase)
            if before_of is not None and "near" in before_of.relations and any(r.body for r in before_of.refs):
                continue  # devant l'ambassade de Russie: the embassy says whose it is
            if lacking:
                continue
            relations.setdefault("genitive", []).append(phrase)  # it belongs to the noun before it, not to the verb
            if "from" in phrase.relations:
                relations.setdefault("genitive_from", []).append(phrase)  # … or not: "retirer leurs forces du Mali"
            continue
        for relation in phrase.relations:
            if clause.passive and relation == "by":
                continue
            relations.setdefault(relation, []).append(phrase)
        together = {"beside", "besides"} & set(phrase.relations)  # aux côtés des Néerlandais: they are none of it
        along = "with" in phrase.relations and not together
        if phrase.adjective_refs and phrase.person is None and (phrase.bare or along or phrase.noun == "place"):
            relations.setdefault("adjective", []).append(pseudo(phrase, phrase.adjective_refs))
    ends = {p.last + 1 for p in clause.subjects}
    for name in ("in", "at") if ends else ():
        if len(there := relations.get(name, [])) > 1:  # the mission in Congo closed a base in Kavumu
            relations[name] = sorted(there, key=lambda p: p.start in ends and not p.group)
    return relations


def pseudo(phrase: Phrase, refs: list[EntityRef]) -> Phrase:
    """Return a phrase for the adjective of a phrase, so that it can fill a role of its own."""
    return Phrase(
        phrase.start,
        phrase.first,
        phrase.last,
        ("adjective",),
        named=phrase.named,
        noun=phrase.noun,
        refs=refs,
        text=phrase.text,
    )


def is_noun(phrase: Phrase) -> bool:
    """Say whether the word that opens something in a phrase is a noun: "la mort d'un soldat", not "deux soldats morts"."""
    return bool(phrase.definite or phrase.single or phrase.relations) and phrase.number is None and not phrase.is_people


def hung(phrase: Phrase) -> tuple[str, ...]:
    """Return how what hangs on a noun's own noun stands to the first: "le retrait des troupes | du Niger" may be from there."""
    return ("genitive", "genitive_from") if "from" in phrase.relations else ("genitive",)


def asked_by(noun: Phrase, relations: dict[str, list[Phrase]], pack: Pack) -> dict[str, list[Phrase]]:
    """Return a noun's relations with from whom it is as who asks for something: "a call for help from Denmark"."""
    if any(p.triggers and p.relations for p in relations.get("of", ())):  # la demande d'un retrait | de la MINUSMA
        relations = {name: found for name, found in relations.items() if name not in ("genitive", "genitive_from")}
    asks = pack.classes_of("asking_noun") if pack.past_like_participle else frozenset()
    who = [p for name in ("from", "genitive_from") for p in relations.get(name, ()) if "from" in p.relations]
    if not who or noun.words.isdisjoint(asks):
        return relations
    rest = {name: [p for p in found if p not in who] for name, found in relations.items()}
    return rest | {"by": [*rest.get("by", ()), *who]}


def said_by(clause: Clause, relations: dict[str, list[Phrase]]) -> dict[str, list[Phrase]]:
    """Return the relations of a verb of saying with no adjective but of who says it: asked the Israeli ambassador: Israel asked nothing."""
    told, doers = {p.first for p in clause.objects}, {p.first for p in clause.subjects}
    adjectives = relations.get("adjective", ())
    own = [p for p in adjectives if (p.first not in told if clause.passive else p.first in doers)]
    return relations | {"adjective": own} if adjectives else relations


def counted_with(index: int, clause: Clause) -> Phrase | None:
    """Return the number that "with" gives of those who fell, right before the word that says so."""
    return next(
        (p for p in clause.phrases if p.last == index - 1 and p.number is not None and "with" in p.relations), None
    )


def names_a_mission(phrase: Phrase, before: Phrase | None) -> bool:
    """Say whether a noun only says what kind of mission is spoken of."""
    after_mission = before is not None and before.noun == "mission" and phrase.start == before.last + 1
    return phrase.noun == "mission" or (after_mission and "of" in phrase.relations and not phrase.definite)


def told_of(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a noun of several words is one thing that a clause speaks of, not what it says happened."""
    return phrase in clause.objects or not (phrase.bare or phrase in clause.subjects)


def let_go(noun: Phrase, chain: Sequence[Phrase], clause: Clause, pack: Pack) -> bool:
    """Say whether a parliament or government lets its own soldiers go: "donne son aval à l'envoi de 100 soldats"."""
    given = next((p for p in clause.objects if not p.words.isdisjoint(pack.classes_of("leave_noun"))), None)
    if given is None or noun not in dependents(given, clause):
        return False
    who = [r for p in clause.subjects[:1] for r in p.refs if r.kind == "state"]
    sits = bool(who) and all(r.body in ("parliament", "government") for r in who)
    sent = [p for p in chain if p.is_people]
    return sits and bool(sent) and not any(p.refs_of("state") for p in sent)


def told_aside(
    index: int, clause: Clause, tokens: Sequence[Token], whole: dict[str, list[Phrase]], pack: Pack
) -> dict[str, list[Phrase]] | None:
    """Return the relations of an adjective behind a comma, which tells of the noun right before it: "les armées étrangères, présentes ici"."""
    noun = next((p for p in clause.phrases if p.last == index - 2), None) if pack.adjectives_follow else None
    main = clause.finite is not None and clause.finite < index and index not in clause.verbs
    if noun is None or noun in clause.subjects or tokens[index - 1].text != "," or not main:
        return None
    return whole | {"subject": [noun], "object": []}


def without_doers(relations: dict[str, list[Phrase]], kind: str | None) -> dict[str, list[Phrase]]:
    """Return the relations without those by whom a noun's deed was done (attacks by X are X's), but with by how many a force grows."""
    many = [p for p in relations.get("by", ()) if kind in ("reinforce", "reduce") and p.number is not None]
    return {name: found for name, found in relations.items() if name != "by"} | ({"by": many} if many else {})


def no_predicate(index: int, clause: Clause) -> bool:
    """Say whether a word says how nobody is: part of a time ("afgelopen weekend"), a verb with its object ("présente ses excuses")."""
    takes = index == clause.finite and any(p.start == index + 1 for p in clause.objects)
    return takes or any(t.first <= index <= t.last for t in clause.times)


def of_an_aside(verb: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a participle before the clause's own verb only tells of a noun beside it: "155 of the 500 expected | were flown out"."""
    aside = clause.finite is not None and verb < clause.finite and "participle" in tokens[verb]
    return aside and pack.adjectives_follow and any(tokens[i].text == "," for i in range(verb, clause.finite or verb))


def infinitive_behind(match: Match, spoken: Sequence[int], tokens: Sequence[Token], pack: Pack) -> int | None:
    """Return the infinitive that takes up a fixed phrase where a verb before has another do it: "verzocht X er een eind aan te maken"."""
    attitudes = pack.attitudes.get(match.clause.lemmas.get(spoken[0], ""), frozenset()) if spoken else frozenset()
    if not (match.fixed and attitudes & _STEERING):
        return None
    behind = range(match.anchor + 1, min(match.anchor + len(match.trigger.split()) + 1, len(tokens) - 1))
    marks = (i + 1 for i in behind if "infinitive_marker" in tokens[i])
    return next((v for v in marks if v in match.clause.verbs and "infinitive" in tokens[v]), None)


_STEERING = frozenset({"demand", "direct"})  # attitudes of who has another do something


def taken_up(phrase: Phrase, clause: Clause) -> Phrase:
    """Return the noun that a relative pronoun takes up, right before its clause: "the talks, which …"; any other phrase itself."""
    above = clause.parent.phrases if phrase.pronoun == "relative" and clause.parent is not None else []
    return next((p for p in above if p.last in (clause.first - 1, clause.first - 2)), phrase)


def crowd_of(phrase: Phrase, clause: Clause) -> Sequence[Phrase]:
    """Return who they are that a number alone counts: "hundreds | of refugees"."""
    alone = phrase.number is not None and phrase.number.last == phrase.last
    return [p for p in dependents(phrase, clause)[:1] if "of" in p.relations] if alone else []


def takes_object(match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether something is done to somebody right behind a verb: "halted the flights", not "the tanks halted (metres off)"."""
    said = match.trigger.split()
    after = next((t for t in tokens[match.anchor + 1 :] if t.low not in said), None)
    timed = after is not None and any(t.first == after.index for t in match.clause.times)
    if after is None or not after.is_word or timed or "preposition" in after:
        return False
    return not any(p.noun == "distance" and p.first <= after.index <= p.last for p in match.clause.phrases)


def counted_apart(match: Match) -> dict[str, Quantity]:
    """Return how many are of each state, by its id, where people of several are counted side by side: "200 Danes and 90 Swedes"."""
    for phrase in match.reach():
        parts = [(p, {r.id or "" for r in p.refs_of("state")}) for p in (phrase, *phrase.group) if p.is_people]
        told = {
            of: many for p, lands in parts for of in lands if (many := p.many() if p.number else _one(p)) is not None
        }
        if len(told) == len(parts) > 1 and all(len(lands) == 1 for _, lands in parts):
            return told
    return {}


def _one(phrase: Phrase) -> Quantity | None:
    """Return that it is one who is told with an article: "four Ghanaians and an Irishman"."""
    return Quantity(1.0, 1.0, 1.0, "people", "exact", phrase.text) if phrase.single else None


def moves_something(clause: Clause) -> bool:
    """Say whether a clause has somebody or something as its object that can be moved: a number, a name, a ship, a force."""
    moved = any(
        p.number or p.refs or p.senses("asset") or any(t.frame == "strength" for t in p.triggers)
        for p in clause.objects
    )
    return moved or any(p.pronoun == "object_pronoun" for p in clause.phrases)

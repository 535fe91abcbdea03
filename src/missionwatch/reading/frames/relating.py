"""Whom a clause takes up of another: what "which" hangs on, whose "its soldiers" are, who "they" are."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.articles import agreeing, disagrees
from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.expressions import in_order
from missionwatch.reading.frames.pack import HARMS
from missionwatch.reading.frames.phrases import Phrase
from missionwatch.reading.frames.reaching import dependents, is_spot
from missionwatch.reading.frames.senses import body_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import Body, EntityRef
    from missionwatch.register import Register


def theirs(clause: Clause, phrase: Phrase) -> None:
    """Let "its soldiers" in what a state says be that state's: "Ireland confirmed that its 370 soldiers would stay"."""
    at = clause.phrases.index(phrase)
    own = [p for p in clause.phrases[:at] if p.bare and any(r.kind in ("state", "mission") and r.id for r in p.refs)]
    source = own[:1] or (clause.parent.subjects if clause.parent is not None else [])  # that X withdrew its troops
    kinds = ("state", "mission", "organisation") if phrase.bare else ("state", "mission")
    states = [r for p in source for r in p.everyone() if r.kind in kinds and r.id]
    if states and not any(r.id for r in phrase.refs):
        body: Body = next((r.body for r in phrase.refs if r.body), "armed_forces")  # its embassy, its police
        phrase.refs = [renamed(r, phrase.text, body) for r in states]


def their_land(clause: Clause, phrase: Phrase, register: Register) -> None:
    """Let "his country" in what somebody says be the speaker's: "The Malian president said that his country would …"."""
    speakers = clause.parent.subjects[:1] if clause.parent is not None else []
    states = [r for p in speakers for r in (*p.everyone(), *p.adjective_refs) if r.kind == "state" and r.country]
    if len({r.country for r in states}) == 1:
        phrase.refs = [register.ref(f"state:{states[0].country}", phrase.text)]


def their_army(clause: Clause, phrase: Phrase, register: Register) -> None:
    """Let "the army" in what a host land says be its own: "Mali said the army had killed 20 rebels", whoever was spoken of before."""
    above, guessed = clause.parent, phrase.refs[:1]
    if above is None or clause.link != "content" or "say" not in above.attitudes or above.first > clause.first:
        return
    unnamed = (
        phrase.definite
        and not (phrase.owned or phrase.demonstrative)
        and not phrase.adjective_refs
        and not phrase.senses("name", "adjective")
    )
    if not unnamed or not guessed or guessed[0].kind != "state" or guessed[0].body not in _IN_ARMS:
        return
    speaks = (r for p in above.subjects[:1] for r in p.refs if r.kind in ("state", "person"))
    lands = {r.country for r in speaks if r.body in (None, "government")}
    elsewhere = {
        r.country for p in clause.phrases if "in" in p.relations for r in p.refs if r.country and not r.body
    } - lands
    if len(lands) == 1 and not elsewhere and (land := next(iter(lands))) in register.hosts:
        phrase.refs = [register.ref(f"state:{land}", phrase.text, body=guessed[0].body)]


_IN_ARMS = frozenset({"armed_forces", "police"})


def _condemns(clause: Clause, pack: Pack) -> bool:
    return any(t.frame == "condemn" for lemma in clause.lemmas.values() for t in pack.verb_triggers.get(lemma, ()))


def taken_over(clause: Clause) -> list[Phrase]:
    """Return the subject that a clause takes over of the one it is joined to: "X recalls its envoy and accuses its neighbour"."""
    if clause.coordinated is None or clause.reduced or clause.finite is None:
        return []
    own = any(p.bare and p.last < clause.finite for p in clause.phrases)
    return [] if own and not clause.shares else clause.coordinated.subjects


def whose(clause: Clause, phrase: Phrase, register: Register, pack: Pack) -> None:
    """Let what "whose" opens be that of whom it hangs on: "France, whose ambassador was expelled", "a force whose soldiers …"."""
    owners = [r for r in clause.antecedent if r.kind in OWNERS and r.id][:1]
    if phrase.noun == "country":
        phrase.refs = [register.ref(f"state:{r.country}", phrase.text) for r in clause.antecedent[:1] if r.country]
        return
    theirs = phrase.is_people or phrase.noun == "convoy" or bool(phrase.senses("asset"))
    of_them = next((p for p in clause.phrases if p.start == phrase.last + 1 and "of" in p.relations), None)
    if phrase.only_number and of_them is not None and of_them.is_people and not of_them.refs_of("state"):
        theirs = True  # dont une dizaine de militaires ont été blessés
    if phrase.noun == "convoy" and not owners:  # the general, whose convoy was fired at
        phrase.refs = phrase.refs or [r for r in clause.antecedent if r.kind == "person" and r.id][:1]
    named = any(sense.id for one in phrase.named for sense in one.senses)  # else they are guessed: dont les soldats
    told = any(r.id and (named or r.kind != "state") for r in phrase.refs)
    only_is = len(clause.verbs) == 1 and clause.lemmas.get(clause.verbs[0]) in pack.plain_being  # dont 200 sont turcs
    done = clause.finite is not None and not named and not only_is  # dont 200 soldats ont débarqué
    if owners and theirs and (phrase.number is None or done) and not told:  # waarvan 1.000 Italianen
        body = next((r.body for r in phrase.refs), None) or body_of(phrase)
        phrase.refs = [renamed(r, phrase.text, body or "armed_forces") for r in owners]


OWNERS = frozenset({"state", "mission", "organisation", "group"})  # kinds that own something, and are asked for it


def owned(clauses: list[Clause], discourse: Discourse) -> None:
    """Let "their last soldiers" who do something be those of the state spoken of: "The French were gone: their last soldiers left in …"."""
    spoken = discourse.doer
    for clause in clauses:
        _there_aside(clause)
        for phrase in _whoever(clause) if clause.link == "main" else ():
            if not (phrase.owned and phrase.is_people) or any(r.id for r in phrase.refs):
                continue
            soldiers = body_of(phrase) == "armed_forces" and not phrase.senses("function", "rank")
            unarmed = len(spoken) != 1 or any(r.body in _AT_HOME for r in spoken)
            near = itertools.islice(discourse.spoken_of(), _LATELY) if soldiers and unarmed else ()
            mission = [r for r in near if r.kind == "mission"][:1]
            owner = mission or spoken  # who lives there has no soldiers
            if len(owner) == 1 and (mission or owner[0].kind in ("state", "group")):
                phrase.refs = [renamed(owner[0], phrase.text, "armed_forces")]
            elif len(owner) == 1 and owner[0].kind == "person" and owner[0].country and soldiers:
                own = f"state:{owner[0].country}"  # General X, a Norwegian: his soldiers
                phrase.refs = [discourse.register.ref(own, phrase.text, body="armed_forces")]
        named = [r for p in clause.subjects if p.pronoun is None for r in p.everyone() if r.id and r.kind != "place"]
        spoken = named if clause.link == "main" and named else spoken
        _whose_part(clause)
    discourse.doer = spoken


def _whoever(clause: Clause) -> list[Phrase]:
    """Return who does something or undergoes it, and of whom so many do: "four of his soldiers were hit"."""
    told = [*clause.subjects, *(clause.objects if clause.passive else [])]
    ends = {p.last for p in told if p.only_number}
    return [*told, *(p for p in clause.phrases if p.start - 1 in ends and "of" in p.relations)]


def _there_aside(clause: Clause) -> None:
    """Let "there" be where a clause said aside that its subject is: "Wagner, present in Mali since 2021, has 1,000 men there"."""
    spots = [(c.last, p) for c in clause.participles for p in c.phrases if "in" in p.relations]
    for there in (p for p in clause.phrases if p.pronoun == "place_pronoun"):
        near = [r for last, p in spots if last < there.first for r in p.refs if r.kind == "place" or r.body is None]
        lands = {r.country for r in near}
        if near and not any(r.kind == "place" and r.country in lands for r in there.refs):
            kept = [r for r in there.refs if r.kind == "mission"]
            there.refs = [*kept, renamed(near[0], there.text)]


_AT_HOME = frozenset({"population", "opposition"})
_LATELY = 6  # refs


def takes_up(clause: Clause, tokens: Sequence[Token], pack: Pack, timed: frozenset[int]) -> bool:
    """Say whether a clause that could be a content lacks what its verb is done to: "les soldats | que la junte détient toujours"."""
    opener, verb = clause.opener, clause.finite
    if opener is None or verb is None or not opener or "relative_object" not in tokens[opener] or clause.passive:
        return False
    before = tokens[opener - 2 if tokens[opener - 1].text == "," and opener > 1 else opener - 1]
    noun = before.is_word and not before.classes & _NO_NOUN and before.low not in pack.content_words
    noun = noun and before.index not in timed  # a annoncé jeudi | qu'elle retirerait …
    main = clause.lemmas.get(clause.verbs[-1], "")
    if not noun or main not in pack.classes_of("taking") or "participle" in before:
        return False
    if any(
        tokens[i].classes & {"object_pronoun", "reflexive"}
        for i in clause.order
        if i < clause.verbs[-1] and i + 1 in clause.verbs
    ):
        return False
    if verb == opener + 1:
        return True  # que représente Daech
    after = next((tokens[i] for i in clause.order if i > clause.verbs[-1] and "adverb" not in tokens[i]), None)
    if after is None or not after.is_word or after.index in timed:
        return True
    return "preposition" in after and "partitive" not in after


_NO_NOUN = frozenset({"verb", "preposition", "adverb", "determiner", "negation", "coordinator", "pronoun", "number"})


def _named_beside(earlier: Sequence[Phrase], tokens: Sequence[Token]) -> Phrase | None:
    """Return the mission whose name stands before what it is: "ONUCA, a group of 260 observers which was created in November"."""
    at = next((n for n in range(len(earlier) - 1, 0, -1) if earlier[n].single and earlier[n].bare), None)
    if at is None or any("of" not in p.relations or p.refs_of("mission") for p in earlier[at + 1 :]):
        return None
    named = earlier[at - 1]
    comma = earlier[at].start == named.last + 2 and tokens[named.last + 1].text == ","
    return named if comma and named.named and len(named.refs_of("mission")) == 1 else None


def antecedent(clause: Clause, tokens: list[Token], pack: Pack) -> None:
    """Add the relative pronoun as a phrase with the refs of the phrase it follows."""
    contact = pack.past_like_participle and clause.opener is None and clause.coordinated is None  # the soldiers it sent
    at = clause.first - 1 if clause.reduced or contact else clause.opener
    loose = clause.reduced and at and clause.parent is not None and at not in clause.parent.order
    if at is not None and loose and "preposition" in tokens[at]:
        at -= 1  # criticised ECOWAS for | imposing sanctions
    if at is None or clause.parent is None or ("preposition" in tokens[at] and "whose" not in tokens[at]):
        return
    if "clause_relative" in tokens[at]:
        return  # …, wat de Raad betreurt: all of it
    earlier = [p for p in clause.parent.phrases if p.last < clause.first]
    acts = earlier[-1:] if earlier and earlier[-1].last == clause.first - 1 else []
    if acts and acts[0].bare and acts[0].words & pack.classes_of("paper_noun") and not acts[0].adjective_refs:
        return  # vetoed a resolution that extends …
    if acts and tokens[acts[0].first - 1].text == "," and acts[0].words & pack.classes_of("summing"):
        return  # may stop the aid, a step that Berlin rejects: all of it
    before = [
        p
        for p in earlier
        if p.refs
        or p.number
        or (p in acts and p.triggers and (pack.verb_second or p.adjective_refs or (p.bare and not clause.reduced)))
    ]
    named = next((p for p in earlier if before and p.last + 1 == before[-1].start), None)
    said = tuple(t.low for t in tokens[named.last : before[-1].last + 1]) if named is not None else ()
    if any(t.words == said for word in said for t in pack.phrase_triggers.get(word, ())):
        return  # le coup d'État qui a renversé X: no state did
    lasting = earlier[-1:] if earlier and earlier[-1].last == clause.first - 2 else []
    if lasting and lasting[0] not in before and lasting[0].noun in ("contribution", "mandate") and not lasting[0].refs:
        before = [*before, lasting[0]]  # over de Nederlandse bijdrage, die tot 1 augustus loopt
    deed = pack.past_like_participle and clause.reduced and clause.passive and acts and acts[0].triggers
    if deed and not (acts[0].refs or acts[0].adjective_refs or acts[0].number):
        return  # the ambush laid near Bangassou: nobody was laid there
    if acts and before and not clause.reduced and _parted_by_verb(before[-1], acts[0], clause.parent, pack):
        before = acts  # France accuses the head of the militia that killed two Danes: France killed nobody
    if (shown := agreeing(earlier, tokens[at], tokens, pack)) is not None:
        before = [shown]
    if at and "those_who" in tokens[at - 1]:
        before = [Phrase(at - 1, at - 1, at - 1, noun="people", text=tokens[at - 1].text)]  # those who support Wagner
    if listed := _countries_listed(earlier, clause, pack):
        before = listed
    if len(before) > 1 and _goes_behind(before[-2], before[-1], tokens[at]):
        before.pop()
    elif (described := _described(before, tokens[at])) is not None:
        del before[described + 1 :]
    counts = len(before) > 1 and before[-1].number is not None and not before[-1].refs_of("state")
    asks = before and before[-1].pronoun == "person_pronoun" and "interrogative" in tokens[at]
    if asks and before[-1].words & pack.classes_of("thing_pronoun"):
        return  # it is unclear who fired: not it
    if counts and before[-2].noun == "mission" and before[-2].refs and before[-1].start == before[-2].last + 1:
        before.pop()
    if len(before) > 1 and before[-1].noun == "country" and "from" in before[-1].relations and before[-2].is_people:
        before.pop()  # the 4,500 soldiers from 27 countries that KFOR has
    if len(before) > 1 and before[-1].relations == ("from",) and before[-2].person and before[-1].refs_of("state"):
        before.pop()  # General X from Nepal, who leads UNDOF
    several = clause.reduced and pack.adjectives_follow and tokens[clause.first].low.endswith("s")
    if several and len(before) > 1 and is_spot(before[-1]) and before[-2].is_people:
        before.pop()  # nine were wounded near Djibo, pris sous le feu de …
    known = len(before) > 1 and before[-2].is_people and any(r.id for r in before[-2].refs)
    if clause.reduced and known and "of" in before[-1].relations:
        near = before[-1].start == before[-2].last + 1 and not before[-1].refs_of("state")
        if near and (
            not any(r.id for r in before[-1].refs) or disagrees(before[-1], tokens[clause.first], tokens, pack)
        ):
            before.pop()  # les soldats de la mission, enlevés lundi; members of two crews, arrested on Saturday
    while len(before) > 1 and is_spot(before[-1]) and _condemns(clause, pack):
        before.pop()  # the arrival of Wagner in Mali, which we condemn
    if (thing := _just_told(earlier, clause, tokens, at)) is not None:
        before = [thing]
    if (struck := _what_struck(earlier, clause, tokens, pack)) is not None:
        before = [struck]
    by = clause.reduced and any("by" in pack.relations.get((t.low,), ()) for t in tokens[at + 2 : at + 3])
    if by and acts and acts[0] not in before and not acts[0].is_people:
        before = acts  # aboard aircraft lent by Italy, a tower manned by Indonesian soldiers
    if {"starts", "succeeds"} & clause.opened(pack) and (named := _named_beside(earlier, tokens)) is not None:
        before = [named]
    if not before and not clause.reduced:
        before = acts or lasting  # the restrictions which keep X from moving: X keeps nobody; the talks, which …
    if before:
        phrase = Phrase(at, at, at, pronoun="relative", definite=True, noun=before[-1].noun, text=tokens[at].text)
        if "relative_place" in tokens[at]:
            phrase.relations = ("in",)
        elif at > 0 and at - 1 in clause.order and "preposition" in tokens[at - 1]:
            phrase.relations = pack.relations.get((tokens[at - 1].low,), ())  # in which three soldiers died
        elif "whose" in tokens[at]:
            phrase.relations = ("of",)  # whose aim is training
        elif (joined := next((r for r in _JOINED if r in tokens[at]), None)) is not None:
            phrase.relations = (joined.partition("_")[2],)  # waaruit, waartoe
        elif at not in clause.verbs and not clause.reduced:
            phrase.relations = _marking(tokens, at, pack)
        phrase.number, phrase.named, phrase.single = before[-1].number, before[-1].named, before[-1].single
        phrase.refs = _meant(before[-1], clause, tokens, pack)
        by_which = at > 0 and at - 1 in clause.order and not {"human_relative"} & tokens[at].classes
        if by_which and "preposition" in tokens[at - 1] and "whose" not in tokens[at]:
            told = "by" in phrase.relations
            spots = [
                r for r in phrase.refs if told or r.kind in ("place", "mission") or (r.kind == "state" and not r.body)
            ]
            phrase.refs = spots  # the ambush by the M23, in which … died: not in the M23
        if "in" in phrase.relations and before[-1].triggers and not (before[-1].refs or before[-1].is_people):
            phrase.refs = []  # de Russische aanval waarbij twee mensen omkwamen: not in Russia
        clause.antecedent = phrase.refs
        if clause.reduced and _absolute(before[-1], clause, tokens):
            before[-1].relations = ("absolute",)  # , with France mediating: nobody does it with France
        clause.phrases.insert(0, phrase)


_JOINED = (
    "relative_in",
    "relative_with",
    "relative_to",
    "relative_from",
)  # a relative pronoun and its preposition in one word


def _just_told(earlier: Sequence[Phrase], clause: Clause, tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the thing nobody is named with that a comma parts from "which": "X condemned the attack, which killed …": X killed nobody."""
    near, above = earlier[-1] if earlier else None, clause.parent.finite if clause.parent is not None else None
    if near is None or above is None or clause.reduced or near.last != at - 2 or tokens[at - 1].text != ",":
        return None
    thing = near.bare and near.first > above and (near.definite or near.single) and tokens[near.start - 1].text != ","
    someone = (
        near.refs or near.number or near.person or near.pronoun or near.unknown_name or near.is_people or near.noun
    )
    return near if thing and not someone else None


def _what_struck(earlier: list[Phrase], clause: Clause, tokens: list[Token], pack: Pack) -> Phrase | None:
    """Return what killed or wounded, where only its place stands before that: "an attack in Mali that killed …": no place kills."""
    at = len(earlier) - 1
    while (
        at > 0
        and _beside(earlier[at - 1], earlier[at], tokens)
        and (
            _only_where(earlier[at], tokens[clause.opener or 0], pack)
            or (_is_thing(earlier[at]) and earlier[at - 1].triggers)
        )
    ):
        at -= 1
    beyond = 0 <= at < len(earlier) - 1 and not earlier[at].relations
    if not beyond or clause.passive or "relative_place" in tokens[clause.opener or 0]:
        return None
    said = {*clause.lemmas.values(), *clause.lows(tokens)}
    hurts = not pack.harming[0].isdisjoint(said) or any(
        t.frame in HARMS and in_order(t.words, clause, tokens)
        for word in said
        for t in pack.phrase_triggers.get(word, ())
    )
    return earlier[at] if hurts else None


def _parted_by_verb(before: Phrase, near: Phrase, above: Clause, pack: Pack) -> bool:
    """Say whether a verb of blaming, or any verb and people, parts a phrase from the one that a relative pronoun follows directly."""
    parted = above.finite is not None and before.last < above.finite < near.first
    return parted and (near.is_people or not _BLAMING.isdisjoint(above.opened(pack)))


_BLAMING = frozenset(
    {"condemn", "accuse", "impute", "deny", "reject", "disapprove"}
)  # frames of words on what others did


def _is_thing(phrase: Phrase) -> bool:
    """Say whether a phrase names a thing that hangs on what stands before it: "une attaque | à l'engin explosif"."""
    someone = phrase.refs or phrase.number or phrase.pronoun or phrase.is_people or phrase.unknown_name or phrase.person
    return bool(phrase.relations) and "by" not in phrase.relations and not (someone or phrase.triggers)


def _only_where(phrase: Phrase, opener: Token, pack: Pack) -> bool:
    """Say whether a phrase is no more than the place of what stands before it, or people of whom no word for things speaks."""
    region = phrase.noun in ("place", "region") or bool(phrase.refs)  # in the north | of Mali
    if is_spot(phrase) or (
        region and "of" in phrase.relations and all(r.kind in _LANDS and not r.body for r in phrase.refs)
    ):
        return True
    things = bool(pack.classes_of("human_relative")) and "human_relative" not in opener
    return things and bool({"on", "against"} & set(phrase.relations))


_LANDS = ("place", "state")


def _beside(before: Phrase, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether no more than a comma stands between two phrases."""
    between = phrase.start - before.last - 1
    return between == 0 or (between == 1 and tokens[phrase.start - 1].text == ",")


def _meant(before: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> list[EntityRef]:
    """Return whom a relative pronoun behind a phrase takes up: all of a list with a plural verb, "Fiji, Nepal and Ireland, which send …"."""
    own = list(before.refs or before.adjective_refs)  # the Israeli strikes that hit …
    above = clause.parent.phrases if clause.parent is not None else []
    alone = clause.finite is not None and pack.singular.search(tokens[clause.finite].low) is not None
    if (
        alone
        and before.bare
        and before.noun == "people"
        and before.number is None
        and tokens[before.first - 1].text == ","
    ):
        named = next((p for p in above if p.person and p.last == before.first - 2), None)
        own = list(named.refs) if named is not None else own  # General X, the Nepalese officer who …
    head, at = next((p for p in above if before in p.group), None), clause.finite
    if head is None or at is None or clause.reduced or not own:
        return own
    everyone = head.everyone()
    several = pack.singular.search(tokens[at].low) is None
    return everyone if several and all(r.kind == own[0].kind for r in everyone) else own


def _countries_listed(earlier: Sequence[Phrase], clause: Clause, pack: Pack) -> list[Phrase]:
    """Return the list that "the countries", right before a relative clause, takes up: "Burundi and Kenya, the countries that …"."""
    last = earlier[-1] if earlier else None
    beside = last is not None and last.noun == "country" and last.last == clause.first - 1 and last.number is None
    if last is None or not beside or not (last.bare and last.words & pack.classes_of("member")):
        return []
    return [p for p in earlier[:-1] if p.last == last.first - 2 and p.refs_of("state")]


def _goes_behind(noun: Phrase, spot: Phrase, opener: Token) -> bool:
    """Say whether a relative pronoun speaks of what is somewhere, not of where it is: "the battlegroup in Latvia, which …"."""
    there = is_spot(spot) and spot.start == noun.last + 1 and "relative_place" not in opener
    home = "of" in spot.relations and bool(spot.refs) and all(r.kind == "state" and r.body is None for r in spot.refs)
    if home and noun.person is not None and spot.start == noun.last + 1 and "human_relative" in opener:
        return True  # General X of Norway, who leads …
    mission = any(r.kind == "mission" for r in noun.refs) and "of" not in noun.relations
    return there and (mission or (noun.is_people and "human_relative" in opener))


def _described(before: list[Phrase], opener: Token) -> int | None:
    """Return which phrase is the mission that those behind it only describe: "le bataillon de l'OTAN en Estonie, que dirige …"."""
    end = len(before) - 1
    while end > 0 and before[end].start == before[end - 1].last + 1 and "relative_place" not in opener:
        end -= 1
        mission = before[end].noun == "mission" and any(r.kind == "mission" and r.id for r in before[end].refs)
        if mission and "of" not in before[end].relations:
            return end
    return None


def _absolute(phrase: Phrase, clause: Clause, tokens: list[Token]) -> bool:
    """Say whether a phrase only brings who does what a clause says: "X and Y agreed, with France mediating"."""
    parted = phrase.start > 0 and tokens[phrase.start - 1].text in ",;–—("
    return parted and "with" in phrase.relations and phrase.last == clause.first - 1 and not clause.passive


def _marking(tokens: list[Token], at: int, pack: Pack) -> tuple[str, ...]:
    """Return what the preposition before a relative pronoun, or in it, marks: "to which", "auquel", "au sein de laquelle"."""
    if "relative_to" in tokens[at] or "relative_of" in tokens[at]:
        return ("to", "in", "at") if "relative_to" in tokens[at] else ("of",)
    for length in range(4, 0, -1) if "relative_marked" in tokens[at] else ():
        words = tuple(t.low for t in tokens[max(0, at - length) : at])
        if words in pack.relations:
            return pack.relations[words]
    return ()


def _whose_part(clause: Clause) -> None:
    """Let a government that nothing names be that of the part it decides on: "The government extended the Danish contribution to MINUSMA"."""
    parts = [p for p in clause.phrases if p.noun == "contribution" and p not in clause.subjects]
    states = {r.id: r for p in parts for r in p.adjective_refs if r.kind == "state" and r.id}
    above: Clause | None = clause
    while above is not None and len(states) == 1:
        for phrase in above.subjects if not above.passive else ():
            unnamed = phrase.definite and not phrase.senses("name", "adjective", "capital", "national")
            if (
                unnamed
                and not dependents(phrase, above)
                and any(r.body in ("government", "parliament") for r in phrase.refs)
            ):
                phrase.refs = [renamed(r, phrase.text, phrase.refs[0].body) for r in states.values()]
        above = above.parent if above.link in ("purpose", "content") else None

"""Who does what in a clause: its logical subject and objects, lent ones too; a passive is turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.adverbials import adverbial, measures, predicative, sets_off, stressed
from missionwatch.reading.frames.expressions import in_order
from missionwatch.reading.frames.lending import own_subject
from missionwatch.reading.frames.links import after_aside, behind_quotation
from missionwatch.reading.frames.phrases import before_comma, ending_before
from missionwatch.reading.frames.reaching import pseudo
from missionwatch.reading.frames.roles import Match
from missionwatch.reading.frames.verb_last import agrees_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


def grammatical(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Say which phrases are the clause's logical subject and object (a passive is turned round)."""
    clause.passive = clause.passive or _sees_itself(clause, tokens, pack)
    bare = [p for p in clause.phrases if p.bare and not (adverbial(p, tokens) or measures(p, clause))]
    grouped = {id(g) for p in clause.phrases for g in p.group}
    bare = [p for p in bare if id(p) not in grouped and not predicative(p, tokens, pack)]
    bare = [p for p in bare if not (_called_so(p, clause, tokens, pack) or _apposed(p, clause, tokens))]
    bare = [p for p in bare if not (pack.adjectives_follow and (stressed(p, tokens) or sets_off(p, tokens)))]
    bare = [
        p
        for n, p in enumerate(bare)
        if not (n and any(r.id for r in bare[0].refs) and pack.adjectives_follow and _says_what(p, clause, tokens))
    ]
    which = _all_of_it(clause, bare, pack)
    bare = [p for p in bare if p is not which]
    others_named = [p for p in bare if not (p.first == p.last and "reflexive" in tokens[p.first])]
    bare = others_named or bare  # in Bouar houden zich 200 mensen op
    told = which is not None or _takes_all_up(clause, bare, tokens, pack)
    subject = bare[0] if told else _subject(clause, bare, tokens, pack)
    if subject is not None:
        _counted_beside(subject, bare, tokens)
    rest = [p for p in bare if p is not subject]
    if subject is not None and pack.verb_second and len(rest) > 1:
        rest = [p for p in rest if not _named_aside(p, subject, tokens)]
    ahead = clause.link == "main" or (clause.link == "content" and not pack.verb_second)
    rest = [p for p in rest if not _said_again(p, subject, clause, tokens)]
    if subject is not None and clause.finite is not None and ahead and subject.first < clause.finite:
        rest = [p for p in rest if p.first > clause.finite]  # what stands beside the subject is no object
    if clause.link == "relative" and len(rest) > 1 and rest[0].pronoun == "relative" and "accuse" in clause.attitudes:
        rest = [*rest[1:], rest[0]]  # M23, whom Kinshasa accuses Kigali of arming
    # 52 killed, 64 injured
    counts = all(p.number is not None and p.first and tokens[p.first - 1].text == "," for p in rest)
    tells = clause.link == "relative" and not clause.reduced  # flights that the embassy suspended
    says = "content" in clause.governs and "say" in clause.attitudes
    tells = tells or (says and {"direct", "demand"}.isdisjoint(clause.attitudes))  # soldiers recalled that …
    headline = len(clause.verbs) == 1 and "participle" in tokens[clause.verbs[0]] and counts and not tells
    if headline and clause.lemmas.get(clause.verbs[0]) in pack.transitive:
        clause.passive = True  # "Two peacekeepers killed in Mali"
    if not clause.passive and subject is not None and not (rest or says) and _lacks_whom(clause, tokens, pack):
        clause.passive = True
    if subject is None and (lender := _lender(clause, pack)) is not None:
        subject = lender
    if subject is None and clause.parent is not None and pack.adjectives_follow and _doing_of(clause, tokens, pack):
        subject = ending_before(clause.first, clause.parent.phrases)
        subject = subject or next(iter([] if clause.parent.passive else clause.parent.subjects), None)
        rest = [] if all(p.pronoun == "relative" for p in rest) else rest  # who does it is not whom it befalls
    if clause.passive:
        parts = pack.fractions  # will be cut by a third
        clause.subjects = [
            p
            for p in clause.phrases
            if "by" in p.relations
            and (p.refs or not any(w in parts for w in p.words))
            and not _by_whom_something_else(p, clause)
        ]
        clause.objects = [*([subject] if subject is not None else []), *rest]
    else:
        if subject is not None and "accuse" in clause.attitudes and not rest and subject.first > (clause.finite or 0):
            rest = _accused(clause, tokens)
        clause.subjects = [subject] if subject is not None else []
        clause.objects = [p for p in rest if p.pronoun != "place_pronoun"]  # drong er bij X op aan


def _said_again(phrase: Phrase, subject: Phrase | None, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a pronoun hung on a verb only says again who does it: "la France quittera-t-elle le Mali ?"."""
    at, before = phrase.first, clause.finite
    hung = (
        phrase.pronoun is not None
        and before is not None
        and at == before + 1
        and tokens[before].end < tokens[at].start - 1
    )
    return hung and subject is not None and subject.last < at


def _by_whom_something_else(phrase: Phrase, clause: Clause) -> bool:
    """Say whether "by X" says who did what the noun before it tells aside: "were released after mediation by Togo"."""
    before = next((p for p in clause.phrases if p.last + 1 == phrase.start), None)
    return (
        before is not None
        and bool(before.triggers)
        and not {"after", "because", "despite"}.isdisjoint(before.relations)
    )


def _all_of_it(clause: Clause, bare: Sequence[Phrase], pack: Pack) -> Phrase | None:
    """Return the pronoun for all that was told before, of which somebody says something: "…, ce que refuse Paris"."""
    first = bare[0] if clause.link == "main" and len(bare) > 1 and clause.finite is not None else None
    alone = first is not None and first.first == first.last and bool(first.words)
    return first if first is not None and alone and first.words <= pack.classes_of("relative_object") else None


def _takes_all_up(clause: Clause, bare: Sequence[Phrase], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells what somebody says of all that was told before: "…, ce dont se félicite l'ONU"."""
    opens = [tokens[i] for i in clause.order[:2]]
    that = len(opens) > 1 and opens[0].low in pack.classes_of("all_of_it") and opens[0].index
    return (
        bool(that)
        and bool(bare)
        and tokens[clause.first - 1].text == ","
        and bool({"relative", "preposition"} & opens[1].classes)
    )


def _sees_itself(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether who is told of has something done to them by somebody: "s'est vu refuser le passage par …", "s'est fait expulser"."""
    at = next((v for v in clause.verbs[:-1] if clause.lemmas[v] in pack.classes_of("undergoing")), None)
    bursts = pack.classes_of("bursting")  # s'est fait exploser: nobody did that to him
    done = at is not None and any(
        v > at and "infinitive" in tokens[v] and clause.lemmas[v] not in bursts for v in clause.verbs
    )
    return done and any("reflexive" in tokens[i] for i in clause.order if at is not None and i < at)


def _lacks_whom(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb that makes somebody do something names nobody before what is done: "troops ordered to leave" were ordered."""
    if len(clause.verbs) != 1 or not pack.past_like_participle:
        return False
    verb = clause.verbs[0]
    marked = verb + 2 < len(tokens) and "infinitive_marker" in tokens[verb + 1] and "infinitive" in tokens[verb + 2]
    return marked and "participle" in tokens[verb] and clause.lemmas.get(verb, "") in pack.classes_of("needs_whom")


def _accused(clause: Clause, tokens: Sequence[Token]) -> list[Phrase]:
    """Return whom somebody accuses by what he says before it: « L'armée laisse faire », a accusé le ministre."""
    said = clause.coordinated
    if said is None or clause.finite is None or not behind_quotation(clause.finite, tokens):
        return []
    return [p for p in said.subjects if p.pronoun is None]


def _apposed(phrase: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a name only tells which mission was spoken of right before it: "to the coalition, Inherent Resolve, we give …"."""
    if clause.finite is None or phrase.last >= clause.finite or not _mission(phrase):
        return False
    before = before_comma(phrase, clause.phrases, tokens)
    named = before is not None and bool(before.relations) and _mission(before)
    return named and tokens[phrase.last + 1].text in ",."


def _named_aside(phrase: Phrase, subject: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a name between commas only tells who holds the post before it: "heeft de Secretaris-Generaal, X, Mali verzocht"."""
    last = phrase.last + (2 if phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].text == "." else 1)
    behind = subject.last < phrase.first and any(t.text == "," for t in tokens[subject.last : phrase.first])
    closes = last < len(tokens) and (tokens[last].text == "," or last > phrase.last + 1)
    return (
        behind
        and closes
        and phrase.text[:1].isupper()
        and not (phrase.definite or phrase.single or any(r.id for r in phrase.refs))
    )


def _says_what(phrase: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a noun with no article between commas only says what the subject before it is: "le Rwanda, membre du Conseil, a …"."""
    plain = not (
        phrase.definite or phrase.single or phrase.number or phrase.pronoun or phrase.person or phrase.triggers
    )
    opens = phrase.first > 0 and tokens[phrase.first - 1].text == "," and tokens[phrase.first].text.islower()
    if not (plain and opens) or clause.finite is None or phrase.last >= clause.finite:
        return False
    return any(tokens[i].text == "," for i in range(phrase.last + 1, clause.finite))


def _mission(phrase: Phrase) -> bool:
    return phrase.noun == "mission" or any(s.kind == "mission" for n in phrase.named for s in n.senses)


def _counted_beside(subject: Phrase, bare: Sequence[Phrase], tokens: Sequence[Token]) -> None:
    """Give people the number that stands beside them: "the Kenyan contingent, some 400 police officers, arrived"."""
    after = next((p for p in bare if p.first == subject.last + 2 and tokens[p.first - 1].text in ",("), None)
    if after is None or not (subject.is_people and after.is_people) or subject.number is not None:
        return
    closed = tokens[after.last + 1].text in ",)" if after.last + 1 < len(tokens) else False
    if closed and not any(r.id for r in after.refs):
        subject.number = after.number


def others(clause: Clause) -> None:
    """Let a pronoun beside the subject be somebody else: "Kiir said he would not hinder them"."""
    doers = {r.id for p in clause.subjects for r in p.refs if r.id}
    for phrase in clause.phrases:
        if phrase.pronoun == "person_pronoun" and phrase not in clause.subjects and doers & {r.id for r in phrase.refs}:
            before = clause.coordinated.objects if clause.coordinated is not None else ()
            phrase.refs = [r for p in before for r in p.everyone() if r.id and r.id not in doers]  # and let them go


def _subject(clause: Clause, bare: list[Phrase], tokens: Sequence[Token], pack: Pack) -> Phrase | None:
    if not bare or clause.finite is None:
        return bare[0] if bare and clause.finite is None and not clause.verbs else None
    opening = next((i for i in clause.order if tokens[i].is_word and not (tokens[i].classes & {"coordinator"})), None)
    if clause.shares:
        return own_subject(clause, bare, pack)
    beside = clause.coordinated is not None
    quoted = beside and (behind_quotation(clause.finite, tokens) or after_aside(clause, tokens, pack))
    if quoted or (beside and opening == clause.finite):
        so = clause.finite > 0 and "so" in tokens[clause.finite - 1]  # …, zo dreigden de leiders
        reported = (so or bool(clause.attitudes & {"say", "judge", "know"})) and clause.first == clause.finite
        return bare[0] if reported or quoted else None  # …, meldt het kabinet: its own subject follows
    if clause.link == "purpose" or clause.doing:
        return None
    if pack.adjectives_follow and _doing_of(clause, tokens, pack):
        return None  # l'attaque | ayant visé notre convoi
    if pack.past_like_participle and opens_with_verb(clause, tokens):
        return None  # Strongly condemns the attack
    if opening == clause.finite and pack.adjectives_follow and _one_act_more(clause, tokens):
        return None  # 5. Prie la Commission d'étudier … ; exhorte le Kenya à …
    before = [p for p in bare if p.last < clause.finite]
    if len(before) > 1 and not pack.verb_second and _set_apart(before[-1], before[0], clause, tokens):
        before = before[:-1]  # l'engagement allemand, 1 100 soldats au plus, a été prolongé
    if not before and clause.opener is not None and "relative_subject" in tokens[clause.opener]:
        return None  # les combats qui opposent l'armée à …: whatever they are
    if not (before or pack.past_like_participle or pack.verb_second) and "infinitive" in tokens[clause.finite]:
        return None  # Empêcher la résurgence de ce groupe reste …
    if not pack.verb_second and clause.link == "relative" and len(before) > 1 and before[0].pronoun == "relative":
        return before[1]  # which Malawi has joined: what is joined stands first
    taken = len(bare) > 1 and bare[0] is clause.phrases[0]  # but: waarmee X Y treft
    if pack.verb_second and clause.link == "relative" and taken and _taken_by(bare[1], clause, tokens, pack):
        return bare[1]  # the force that Germany leads, the attack that X carried out
    if clause.link == "relative" and len(before) == 1 and "relative_object" in tokens[before[0].first]:
        return next((p for p in bare if p.first > clause.finite), before[0])  # que mène l'Angola
    if clause.link == "main" or not pack.verb_second:
        after = [p for p in bare if p.first > clause.finite]
        named_so = next((p for p in bare if p.words & pack.classes_of("nominative")), None)
        if named_so is not None and named_so.pronoun is not None:
            return named_so  # de opleidingen hebben wij geschorst
        if pack.verb_second and before and after and _fronted(before[0], after[0], clause, tokens, pack):
            return after[0]  # dat kwamen zij overeen met de junta
        if pack.verb_second and before and after and agrees_behind(after[0], before[0], clause, tokens, pack):
            return after[0]  # het konvooi vielen rebellen aan, zijn troepen heeft Frankrijk teruggetrokken
        opines = pack.verb_second and clause.attitudes & {"judge", "say", "know", "plan", "demand", "weigh"}
        who = after[0] if after and (after[0].refs or after[0].pronoun == "person_pronoun") else None
        if before and opines and before[0].triggers and not before[0].is_people and who is not None:
            return after[0]  # de uitzetting vindt het kabinet zorgelijk: the object stands in front
        if before:
            return (
                before[0] if pack.verb_second else before[-1] if not before[0].named and before[-1].refs else before[0]
            )
        if (
            after
            and opening == clause.finite
            and pack.adjectives_follow
            and _too_many(after[0], clause.finite, tokens, pack)
        ):
            return None  # Mandat : combat les Chabab
        infinitive = all("infinitive" in tokens[v] and "infinitive_marker" in tokens[v - 1] for v in clause.verbs if v)
        return None if infinitive or (not pack.verb_second and clause.coordinated is not None) else bare[0]
    joined = clause.coordinated if clause.link == "relative" and pack.verb_second else None
    if (
        joined is not None
        and (joined.subjects or joined.passive)
        and len(bare) == 1
        and _no_doer(bare[0])
        and not clause.passive
    ):
        return None  # die in Jermuk zit | en de grens observeert
    return bare[0]


def _one_act_more(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause behind a semicolon opens with its verb as the sentence does: the acts of a resolution, one after the other."""
    first = next((t for t in tokens if t.is_word and not t.text[0].isdigit() and len(t.text) > 1), tokens[0])
    behind = clause.first > 0 and tokens[clause.first - 1].text == ";"
    return behind and "verb" in first and "infinitive" not in first


def _too_many(phrase: Phrase, verb: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase is of several, and a verb of one."""
    several = tokens[phrase.first].low in pack.classes_of("plural_article") | pack.classes_of("plural_possessive")
    one = pack.singular is not None and pack.singular.search(tokens[verb].low) and "participle" not in tokens[verb]
    return bool(one) and phrase.share is None and (several or phrase.counted() > 1)


def _set_apart(phrase: Phrase, head: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase stands between commas behind the subject and only says how many that is, or what."""
    told = bool(head.triggers or head.noun) and head.start == clause.phrases[0].start
    return (
        told
        and tokens[phrase.first - 1].text == ","
        and any(tokens[i].text == "," for i in range(phrase.last + 1, clause.finite or 0))
    )


def _doing_of(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells by its first word, a gerund, what the noun before it does: "l'attaque | ayant visé notre convoi"."""
    first = clause.finite if clause.reduced and not clause.passive and clause.first == clause.finite else None
    return first is not None and pack.is_gerund(tokens[first])


def _called_so(phrase: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase between commas only names what the clause opens with: "Aan de missie in Bosnië, EUFOR, draagt …"."""
    opens = clause.phrases[0]
    if not pack.verb_second or clause.link != "main" or opens.bare or opens.last > phrase.first:
        return False
    return phrase.last + 2 == clause.finite and tokens[phrase.first - 1].text == "," == tokens[phrase.last + 1].text


def _no_doer(phrase: Phrase) -> bool:
    """Say whether a phrase is hardly who does something: a thing, or nothing that the reader knows."""
    return phrase.pronoun is None and not (phrase.is_people or any(r.id and r.kind != "place" for r in phrase.refs))


def _fronted(front: Phrase, after: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether what opens a clause is its object: "that", or what somebody does, before who says, demands or rejects it."""
    if clause.passive or front.is_people or any(r.kind != "place" for r in front.refs):
        return False
    doer = any(r.id and r.kind != "place" for r in after.refs) or after.pronoun == "person_pronoun"
    if not doer or any(clause.lemmas.get(v) in pack.being for v in clause.verbs):
        return False
    told = front.anaphor == "event" or front.pronoun == "event_pronoun"
    words = pack.classes_of("words_noun") | pack.classes_of("rumour_noun") | pack.classes_of("plan_noun")
    done = bool(front.triggers) or front.noun in _THINGS or bool(front.words & words)
    lemmas = clause.lemmas.values()
    said = {w for i in clause.order for w in (tokens[i].low, tokens[i].lemma)} if done else set()
    fixed = [t for w in said for t in pack.phrase_triggers.get(w, ()) if t.frame in _ONLY_SOMEBODY and t.wanted <= said]
    if done and any(in_order(t.words, clause, tokens) for t in fixed):
        return True  # elke inmenging wijst de Raad van de hand
    return told or (
        done and any(t.frame in _ONLY_SOMEBODY for lemma in lemmas for t in pack.verb_triggers.get(lemma, ()))
    )


def _taken_by(other: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a relative clause tells what somebody does with what it hangs on: "de macht die Duitsland aanvoert"."""
    taken = clause.phrases[0]
    if (
        taken.pronoun != "relative"
        or not taken.bare
        or clause.passive
        or not any(r.id and r.kind != "place" for r in other.refs)
    ):
        return False
    several = pack.plural is not None and clause.finite is not None and pack.plural.search(tokens[clause.finite].low)
    if several and not (other.group or other.definite):
        return False  # the soldiers who left Mali
    opened = [t for lemma in clause.lemmas.values() for t in pack.verb_triggers.get(lemma, ())]
    frames = {t.frame for t in opened if t.frame != "withdraw" or not t.only}
    if "lead" in frames:
        return any(r.kind in ("state", "organisation") for r in other.refs)
    acts = any(pack.light.get(lemma) in ("act", "claim", "undergo") for lemma in clause.lemmas.values())
    given = taken.number is not None or (taken.noun == "people" or taken.noun in _THINGS)
    return (acts and not any(r.id for r in taken.refs)) or (given and bool(frames & _DONE_WITH))


_DONE_WITH = frozenset({"deploy", "contribute", "withdraw", "serve", "end", "suspend", "extend", "reinforce", "reduce"})
_THINGS = frozenset({"mission", "mandate", "contribution", "talks", "interest", "obstacle"})
_ONLY_SOMEBODY = frozenset({"condemn", "reject", "deny", "demand", "approve", "decide", "accuse", "agree"})


def opens_with_verb(clause: Clause, tokens: Sequence[Token], *, several: bool = False) -> bool:
    """Say whether a main clause opens with its finite verb, or with how something is done: "2. Strongly condemns the attack"."""
    if clause.link != "main" or clause.coordinated is not None or clause.passive or clause.finite is None:
        return False
    words = (i for i in clause.order if tokens[i].is_word and not tokens[i].text[0].isdigit())
    opens = next((i for i in words if not {"adverb", "reflexive"} & tokens[i].classes), None)
    finite = opens is not None and (several or tokens[opens].low != tokens[opens].lemma)  # a) veroordelen de aanval
    return finite and opens == clause.finite


def _lender(clause: Clause, pack: Pack) -> Phrase | None:
    """Return the subject a clause without one takes over: of the clause it is joined to, or that governs it."""
    source = clause.coordinated or (clause.parent if clause.link == "purpose" or clause.doing else None)
    if source is None:
        return None
    if clause.link == "purpose" and source.objects and source.attitudes & {"demand", "direct", "accuse", "cause"}:
        return source.objects[0]
    blamed = not pack.classes_of("blaming").isdisjoint(source.lemmas.values())
    if clause.link == "purpose" and source.objects and blamed and not source.passive and source.objects[0].everyone():
        return source.objects[0]  # condamne la junte pour avoir expulsé X
    if clause.link == "purpose" and wants_of(source, clause):
        return source.objects[0]
    if clause.link == "purpose" and source.objects and "judge" in source.attitudes and not source.passive:
        return source.objects[0]  # considers X to be
    if clause.link == "purpose" and "demand" in source.attitudes:
        asked = next((p for p in source.phrases if _asked(p, clause)), None)
        if asked is not None and (capital := Match.governments(asked)):
            return pseudo(asked, list(capital))  # calls on Moscow to withdraw
        if asked is not None:
            return asked  # demande au Danemark de retirer, calls for the mission to leave
    if clause.link == "purpose" and "grant" in source.attitudes:
        given = next((p for p in source.phrases if "to" in p.relations and any(r.id for r in p.refs)), None)
        # gives X 48 hours to leave
        return given or next((p for p in source.objects if any(r.id for r in p.refs)), None)
    if clause.link == "purpose" and (planner := _planner(source, clause, pack)) is not None:
        return planner
    if source.passive:
        hangs = clause.link == "purpose" and bool(source.objects) and source.objects[0].last == clause.first - 1
        if hangs and source.subjects:
            return source.subjects[0]  # the decision to leave was taken by X
        return source.objects[0] if source.objects else None
    return source.subjects[0] if source.subjects else None


def wants_of(source: Clause, clause: Clause) -> bool:
    """Say whether a clause tells what somebody wants another to do: "the EU wants Serbia to withdraw its troops"."""
    whom = source.objects[0] if source.objects else None
    if whom is None or whom.last != clause.first - 1 or not source.attitudes & {"plan"} or source.passive:
        return False
    somebody = whom.is_people or any(r.id and r.kind != "place" for r in whom.refs)  # wants foreign troops to leave
    return not whom.triggers and somebody


def seen_done(source: Clause, pack: Pack) -> bool:
    """Say whether a clause tells what somebody would see done: "ne souhaite pas voir le mandat reconduit", not: "a vu le mandat reconduit"."""
    seen = bool(source.verbs) and source.lemmas.get(source.verbs[-1]) in pack.classes_of("beholding")
    return seen and (bool(source.attitudes & {"plan", "demand"}) or source.modality in ("planned", "possible"))


def _planner(source: Clause, clause: Clause, pack: Pack) -> Phrase | None:
    """Return whose a plan is to do what a clause says: "a plan by Niger to expel …", "the decision of France to leave"."""
    plans = pack.classes_of("plan_noun")
    beside = [
        p for p in source.phrases if p.last == clause.first - 1 and any(r.id and r.kind != "place" for r in p.refs)
    ]
    owner = next((p for p in beside if {"by", "of"} & set(p.relations)), None)
    owner = next((p for p in source.phrases if owner is not None and owner in p.group), owner)  # of X, Y and Z to leave
    noun = next((p for p in source.phrases if owner is not None and p.last == owner.start - 1), None)
    if noun is None:
        own = (p for p in source.phrases if p.last == clause.first - 1 and p.adjective_refs and not p.is_people)
        planned = next((p for p in own if any(t.frame == "decide" for t in p.triggers) or p.words & plans), None)
        if planned is not None:
            return pseudo(planned, planned.adjective_refs)  # the American decision to leave
        return next(
            (pseudo(p, p.refs) for p in beside if p.relations == () and p.noun is None and not p.is_people), None
        )
    if noun.words & pack.classes_of("asking_noun"):
        return None  # the request of NATO to …: others are to do it
    theirs = {r.id for r in owner.refs} if owner is not None else set()
    return owner if noun.noun is None and theirs.issuperset(r.id for r in noun.refs) else None


def _asked(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a phrase names who is asked to do what a clause says: whom one turns to, or stands right before it."""
    named = phrase.is_people or any(r.id and r.kind != "place" for r in phrase.refs) or bool(Match.governments(phrase))
    beside = phrase.last == clause.first - 1
    turned_to = "to" in phrase.relations or (beside and bool({"at", "in", "against"} & set(phrase.relations)))
    return (turned_to and named) or ("for" in phrase.relations and beside)

"""From clauses to matches: which frames a clause's words open, and which phrase fills which role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames import wanting
from missionwatch.reading.frames.carrying import accused_of, carried, lend, of_other_noun
from missionwatch.reading.frames.conditions import hold
from missionwatch.reading.frames.doings import besides
from missionwatch.reading.frames.expressions import aimed, in_order, intends, lends, says_else, says_less, words_of
from missionwatch.reading.frames.in_general import in_general
from missionwatch.reading.frames.joints import Position, position_of
from missionwatch.reading.frames.leaving import lands_left
from missionwatch.reading.frames.overdue import is_due
from missionwatch.reading.frames.owning import BESIDES, bordering, inside, owned_by, reckons, whose_fate, within
from missionwatch.reading.frames.participles import after_perfect
from missionwatch.reading.frames.reaching import (
    asked_by,
    counted_as_noun,
    counted_with,
    dependents,
    hung,
    infinitive_behind,
    is_noun,
    is_spot,
    joint_of,
    let_go,
    names_a_mission,
    no_predicate,
    none_of,
    of_an_aside,
    of_the_verb,
    pseudo,
    relations_of,
    said_by,
    told_aside,
    told_of,
    without_doers,
)
from missionwatch.reading.frames.roles import TROOP_MOVES, Match, load_frames
from missionwatch.reading.frames.speaking_for import as_state, of_nobody_named
from missionwatch.reading.frames.undoing import (
    is_barred,
    names_doing,
    of_a_level,
    only_threatened,
    prevented,
    taken_back,
    undo,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack, Trigger
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


class Matcher:
    """Finds the matches in a sentence's clauses."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.frames = load_frames()

    def matches(self, clause: Clause, tokens: Sequence[Token], discourse: Discourse) -> list[Match]:
        """Return the matches of a clause: fixed phrases first, then verbs and predicative words, then nouns."""
        found: list[Match] = []
        if wanting.of_anyone(clause, tokens, self.pack) or wanting.courteous(clause, tokens):
            return found
        clause.reckons, clause.times_owned = reckons(clause, self.pack), any(t.owned for t in clause.times)
        whole = relations_of(clause)
        lemmas = [clause.lemmas.get(v, "") for v in clause.verbs]
        inverted = wanting.only_says(clause, tokens, self.pack)
        for index in clause.verbs if not inverted else ():  # …, a rappelé le ministre
            if lends(index, clause, lemmas, tokens, self.pack) or intends(index, clause, tokens, self.pack):
                continue
            if self.pack.judges(tokens, index):
                continue  # is ingenomen met: pleased, nothing is taken
            opened = self.pack.verb_triggers.get(clause.lemmas.get(index, tokens[index].lemma), [])
            at = position_of(index, clause, tokens, self.pack) if opened else None
            found.extend(self._verbal(trigger, clause, at, whole, tokens) for trigger in opened if at is not None)
        here = {w for i in clause.order for w in (tokens[i].low, tokens[i].lemma)} | set(clause.lemmas.values())
        attributive = {i for p in clause.phrases for i in range(p.first, p.last)}  # de geleide missie
        being = any({"copula", "passive"} & tokens[v].classes for v in clause.verbs)
        attributive |= {
            p.trigger_at for p in clause.phrases
            if p.trigger_at is not None and (is_noun(p) or (p in clause.objects and not being and clause.verbs))
        }  # fmt: skip
        listed = self.pack.phrase_triggers
        for index in clause.order:
            token = tokens[index]
            opened = list(self.pack.word_triggers.get(token.low, ()))
            if opened and (index in attributive or no_predicate(index, clause)):
                opened = []
            if token.low in listed or token.lemma in listed or index in clause.lemmas:
                opened.extend(self._phrases_at(index, clause, tokens, here))
            if not opened:
                continue
            acts = any(p.trigger_at == index for p in clause.phrases)
            aside = None if being else told_aside(index, clause, tokens, whole, self.pack)
            at = position_of(index, clause, tokens, self.pack)
            for trigger in opened:
                if acts and self.frames[trigger.frame].predicate == "presence":
                    continue  # the fighting in Kivu
                named = next(
                    (p for p in clause.phrases if trigger.noun and p.first <= index <= p.last and told_of(p, clause)),
                    None,
                )
                if named is not None:  # condemns the coup d'état: a noun of several words
                    found.append(self._nominal(trigger, named, clause, discourse, tokens))
                else:
                    apart = (
                        trigger.noun and clause.verbs and not any(p.first <= index <= p.last for p in clause.phrases)
                    )
                    found.append(self._verbal(trigger, clause, at, {} if apart else aside or whole, tokens))
        before: Phrase | None = None
        fixed = [m for m in found if m.fixed and self._allowed(m, tokens)]
        for phrase in clause.phrases:
            names = names_a_mission(phrase, before)
            before = phrase
            if not phrase.triggers:
                continue
            said = {word for match in fixed for word in match.trigger.split()} - self.pack.helping
            found.extend(
                self._nominal(trigger, phrase, clause, discourse, tokens, said)
                for trigger in phrase.triggers
                if not (names and trigger.frame in _TASKS)
            )
        if not found:
            return found
        threats = (m for m in found if m.frame.type == "threaten" and m.phrase is None)
        if warned := [m.anchor for m in threats if self._allowed(m, tokens)]:  # to attack: nobody says that it is done
            found = [m for m in found if not only_threatened(m, min(warned))]
        fixed = [match for match in found if match.fixed]
        wanting.want(
            [m for m in found if not any(says_less(m, other, tokens, self.pack) for other in fixed)], tokens, self.pack
        )
        undo(found, tokens, self.pack)
        over = any(m.phrase is None and m.frame.type in wanting.ABOUT_WHAT_GOES_ON for m in found)
        found = [m for m in found if not (in_general(m, tokens, self.pack) or wanting.only_spoken_of(m, found))]
        coup = any(m.phrase is None and m.frame.type == "coup" for m in found)
        found = [m for m in found if not (coup and wanting.told_already(m))]
        allowed = [m for m in found if self._allowed(m, tokens) and not (over and wanting.goes_on(m, clause))]
        phrased = [words_of(m) for m in allowed if m.fixed]
        return sorted(allowed, key=lambda m: (not m.fixed, any(words_of(m) < more for more in phrased)))

    def _verbal(
        self, trigger: Trigger, clause: Clause, at: Position, whole: dict[str, list[Phrase]], tokens: Sequence[Token]
    ) -> Match:
        frame, index = self.frames[trigger.frame], at.index
        whole = of_the_verb(index, at.joint, clause, tokens, whole, self.pack, harm=bool(frame.harm))
        times = clause.own_times
        if clause.times_owned:
            own = [*clause.subjects, *(clause.objects if frame.type == "postpone" else ())]
            owners = [p for p in clause.phrases if p in own or (frame.type in BESIDES and inside(p))]
            times = [t for t in times if not t.owned or any(owned_by(p, t) for p in owners)]
        if (ends := besides(clause, index, tokens, self.pack)) is not None:
            whole = {name: [p for p in found if p.bare or p.first < ends] for name, found in whole.items()}
        match = Match(
            frame, clause, index, None, whole, times, clause.first, clause.last,
            modality=wanting.how_real(frame, clause, index, tokens, self.pack), negated=at.denied, trigger=" ".join(trigger.words),
        )  # fmt: skip
        if (
            frame.type == "demand"
            and len(clause.verbs) > 1
            and self.pack.verb_second
            and (asked := wanting.urged(clause))
        ):
            whole = match.relations = whole | {"object": asked}  # drong er bij X op aan te vertrekken
        match.only, match.fixed = trigger.only, len(trigger.words) > 1
        if match.fixed and "object" in match.relations:  # put it to Kigali that …
            own = [p for p in whole["object"] if not (p.pronoun and tokens[p.first].low in trigger.words)]
            if frame.type in _SUFFERED:  # ten were taken hostage: the ten
                own = [p for p in own if not p.words <= trigger.wanted] or own
            match.relations = match.relations | {"object": own}
        verbs = {word for v, lemma in clause.lemmas.items() for word in (lemma, tokens[v].low)}
        if match.fixed and clause.passive and verbs.isdisjoint(trigger.words) and frame.type in TROOP_MOVES:
            # on its way home the patrol was ambushed by X
            undergo: dict[str, list[Phrase]] = {"subject": list(clause.objects), "object": [], "by": []}
            match.relations = match.relations | undergo
        if (at.undone and frame.type not in _MEASURED) or wanting.refrains(trigger, frame, self.pack):
            match.negated = not match.negated
        if index in clause.verbs and clause.subjects and not clause.passive:
            match.relations = without_doers(whole, frame.type)
            if "adjective" in whole and frame.type in _SUFFERED:  # a bomb hit a Senegalese convoy
                known = any(r.id for p in clause.subjects for r in p.refs)
                struck = {p.first for p in clause.objects if not known}
                match.relations["adjective"] = [p for p in whole["adjective"] if p.first not in struck]
        if frame.type in _SPOKEN and (clause.passive or (index in clause.verbs and clause.subjects)):
            match.relations = said_by(clause, match.relations)
        if match.fixed and not whole.get("adjective"):
            own = [p for p in clause.phrases if p.adjective_refs and p.words & trigger.wanted and not p.is_people]
            match.relations = match.relations | {"adjective": [pseudo(p, p.adjective_refs) for p in own]}
        noun = next((p for p in clause.phrases if p.first <= index <= p.last), None)
        if frame.type == "demand" and noun is not None:
            match.relations = asked_by(noun, match.relations, self.pack)
        if match.frame.harm and clause.reckons:
            match.relations = {name: found for name, found in match.relations.items() if name != "subject"}
        if match.frame.harm and (counted := counted_with(index, clause)) is not None:
            match.relations = {"object": [counted]}  # attacked a camp, with 30 killed
        elif match.frame.harm and counted_as_noun(index, clause, tokens, self.pack):
            match.relations = {name: found for name, found in match.relations.items() if name not in ("subject", "by")}
            match.times = []  # treated 40 wounded: who treats wounds nobody
        if "negated" in trigger.only or any(self.pack.classes.get(w, frozenset()) & _DENYING for w in trigger.words):
            match.denies, match.negated = match.negated, False  # "laat niet toe" is the denial itself
        if "refused" in trigger.only:
            match.negated = True  # so that what is not done is the denial: refuse de laisser passer
        if (
            match.frame.type == "deny_access"
            and match.modality == "possible"
            and wanting.denies_by_modal(match, tokens)
        ):
            match.modality = "actual"  # who cannot leave the base is denied it, not possibly
        if match.denies and match.modality == "planned" and clause.finite is not None:
            would = tokens[clause.finite].low in self.pack.classes_of("refusing")
            match.modality = "actual" if would else match.modality  # would not let the patrol through
        first_verb = clause.verbs[0] if clause.verbs else None
        spoken = [v for v in clause.verbs if clause.lemmas.get(v, "") not in self.pack.helping]
        spoken = [index] if at.joint else spoken  # saluted X and asked Y
        spoken = [v for v in spoken if not of_an_aside(v, clause, tokens, self.pack)] or spoken
        done = any(
            "perfect" in tokens[v] and "infinitive" in tokens[v]
            for v in clause.verbs
            if first_verb is not None and first_verb < v < index
        )
        later = infinitive_behind(match, spoken, tokens, self.pack)  # verzocht er een eind aan te maken
        if spoken and (index in clause.verbs or later) and index != spoken[0] and len(spoken) > 1:
            wanting.steer(match, whole, self.pack.attitudes.get(clause.lemmas[spoken[0]], frozenset()), done=done)
        main = spoken[0] if spoken else first_verb  # heeft gevraagd … terug te trekken: what was asked
        lemma = clause.lemmas.get(main, "") if main is not None else ""
        verb = index if index in clause.verbs else (wanting.verb_of(match, tokens) or later) if match.fixed else None
        said = trigger.wanted if match.fixed else frozenset()
        in_phrase = main is not None and not said.isdisjoint((tokens[main].low, lemma))  # houdt op te bestaan
        if main is not None and first_verb is not None and verb is not None and verb != main and not in_phrase:
            attitudes = wanting.attitudes_of(lemma, clause, self.pack)
            if "demand" in attitudes:
                match.times = [t for t in match.times if t.first > main]  # asked in June that X leave
            if not done:  # annonce avoir repris: it is done
                match.modality = wanting.governed(attitudes, match.modality, match.frame.type)
            if attitudes & {"fail", "deny"}:
                match.negated = not match.negated
            if (
                match.modality == "actual"
                and index
                and "infinitive_marker" in tokens[index - 1]
                and aimed(clause, index, tokens, self.pack)
            ):
                match.modality = "planned"  # krijgt zes maanden om te vertrekken
        elif match.fixed and verb is None and index not in clause.verbs:
            wanting.under(match, lemma, trigger.wanted, self.pack, alone=len(spoken) == 1)
        return match

    def _nominal(
        self,
        trigger: Trigger,
        phrase: Phrase,
        clause: Clause,
        discourse: Discourse,
        tokens: Sequence[Token],
        said: Collection[str] = (),
    ) -> Match:
        """Return the match of a noun; ``said`` are words of fixed phrases in the clause: they lend it nothing."""
        chain = dependents(phrase, clause)
        relations: dict[str, list[Phrase]] = {}
        before = phrase
        for other in chain:
            hangs = (
                "of" in other.relations and other.start > phrase.last + 1 and not any(other in p.group for p in chain)
                and "by" not in before.relations and other.start == before.last + 1
                and not (other.is_people and is_spot(before))
            )  # fmt: skip
            hangs, before = hangs or bordering(before, other), other
            for relation in hung(other) if hangs else other.relations:
                relations.setdefault(relation, []).append(other)
        told = carried(phrase, chain, clause, self.pack)
        if told is not None:
            lend(told, relations, self.pack)
        person = whose_fate(phrase, chain, discourse) if self.frames[trigger.frame].type in _BEFALLS else None
        if person is not None:
            relations.setdefault("of", []).append(pseudo(phrase, [person]))  # had ordered his expulsion
        elif phrase.owned and not any({"of", "by"} & set(p.relations) and "from" not in p.relations for p in chain):
            owner = [p for p in clause.subjects if p is not phrase and any(r.kind != "place" for r in p.refs)]
            heads = phrase in clause.subjects or (clause.passive and phrase in clause.objects and not owner)
            if heads and discourse.topic:
                owner = [pseudo(phrase, list(discourse.topic))]  # their withdrawal will begin
            elif "demand" in clause.attitudes and phrase not in clause.subjects:
                askers = {r.id for p in clause.subjects for r in p.everyone()}
                owner = [pseudo(phrase, [r for r in discourse.topic if r.id not in askers])]  # asked for its departure
            relations.setdefault("subject", []).extend(owner[:1])
        if self.frames[trigger.frame].type == "demand" and "by" not in relations:
            relations = asked_by(phrase, relations, self.pack)
        paid = self.frames[trigger.frame].type == "visit" and "during" in phrase.relations
        paid = paid and not any(
            {"of", "by"} & set(p.relations) for p in chain
        )  # thanked them during a visit to the camp
        backed = (
            self.frames[trigger.frame].name == "supported" and "with" in phrase.relations
        )  # gains ground with support
        if paid or backed or (self.frames[trigger.frame].type == "deploy" and let_go(phrase, chain, clause, self.pack)):
            relations.setdefault("subject", []).extend(clause.subjects[:1])
        states = discourse.adjectives(phrase)
        inside = [r for r in phrase.refs if r not in states]
        if states or inside:
            relations.setdefault("adjective", []).append(pseudo(phrase, [*states, *inside]))
        left = lands_left(relations, states, discourse) if self.frames[trigger.frame].type == "withdraw" else []
        relations["of"] = [p for p in relations.get("of", ()) if p not in left]
        lemmas = {clause.lemmas.get(v, "") for v in clause.verbs}
        near = (
            phrase.bare
            or phrase in clause.objects
            or (
                bool({"with", "to"} & set(phrase.relations)) and not any(p.first < phrase.first for p in clause.objects)
            )
        )
        # an inquiry into a killing
        near = near and not (phrase.relations and of_other_noun(phrase, clause, phrase))
        main = {
            m for m in lemmas if m not in self.pack.helping
        } or lemmas  # "have condemned" does not have a condemnation
        if (
            len(main) == 1
            and main <= self.pack.helping
            and any(after_perfect(i, tokens, self.pack) for i in clause.order)
        ):
            main = set()  # has treated 40 wounded: a verb that no list knows
        spoken = [w for v in clause.verbs if v < phrase.first and (w := clause.lemmas.get(v, "")) in main]
        nearest = set(spoken[-1:]) if not self.pack.verb_second else set()
        lenders = nearest or main  # condemned the attack and offered condolences: nobody offered an attack
        lending = [lemma for lemma in lenders if lemma in self.pack.light and lemma not in said]  # not: prend fin
        light = {self.pack.light[lemma] for lemma in lending} if near else set()
        later = {clause.lemmas.get(v, "") for v in clause.verbs if v > phrase.last and joint_of(v, clause, tokens)}
        attitudes = frozenset().union(*(self.pack.attitudes.get(lemma, frozenset()) for lemma in main - later))
        attitudes |= clause.attitudes & {"judge"}
        attitudes |= {"deny"} if "bar" in attitudes or is_barred(phrase, clause, tokens, self.pack) else frozenset()
        modality, negated, borrowed = "actual", phrase.negated or none_of(phrase, clause, tokens), False
        if clause.reckons:
            relations.pop("subject", None)
        theme = wanting.is_theme(phrase, clause, attitudes)
        if (
            phrase in clause.objects
            or phrase in clause.subjects
            or light
            or (theme and attitudes & {"plan", "weigh", "fail", "demand"})
        ):
            own = {id(p) for p in chain} | {id(phrase)}
            if light and not (attitudes & {"judge"}):
                borrowed = True
                claimed = light == {"claim"}  # where an attack is claimed is not where it was
                to = "against" if "undergo" in light else "subject" if light & {"act", "claim"} else ""
                if to and phrase not in clause.subjects:
                    relations.setdefault(to, []).extend(p for p in clause.subjects if id(p) not in own)
                if self.frames[trigger.frame].type in _GIVEN_TO:
                    whom = [p for p in clause.objects if p is not phrase and p.bare and p.refs and id(p) not in own]
                    relations.setdefault("object", []).extend(whom[:1])  # imposed sanctions on X: "legde X sancties op"
                ends = {p.last + 1 for p in clause.phrases if p is not phrase}
                for other in clause.phrases:
                    if (claimed and "by" not in other.relations) or ("of" in other.relations and other.start in ends):
                        continue  # the consent of the authorities: theirs, not the deployment's
                    if id(other) not in own and not other.bare and not of_other_noun(other, clause, phrase):
                        for relation in other.relations:
                            relations.setdefault(relation, []).append(other)
                modality, negated = clause.modality, negated or (clause.negated and not claimed)
            governs = attitudes if theme and ("judge" not in attitudes or "foresee" in attitudes) else frozenset()
            if self.frames[trigger.frame].harm or (
                "say" in attitudes and self.frames[trigger.frame].type in _NOT_PLANNED
            ):
                governs -= {"plan"}  # announced the death of two soldiers: it is told, not planned
            if self.frames[trigger.frame].type in _SAID:
                governs -= {"deny", "weigh"} if phrase.definite else {"deny"}  # a demand that is turned down was made
            ordered = borrowed and "demand" in governs  # a ordonné l'expulsion: an act of its own
            if governs & {"plan", "demand", "weigh", "deny", "foresee"} and not ordered:
                modality = wanting.governed(governs, modality)
                if "foresee" in governs and self.frames[trigger.frame].type in _NOT_PLANNED:
                    modality = "possible"
                denied = "deny" in governs
                negated = negated or (denied != clause.negated if governs & {"plan", "deny", "weigh"} else False)
                modality = "possible" if denied and clause.negated else modality  # does not rule out sending troops
                theirs = any(p.owned for p in chain)  # announced the withdrawal of its troops
                marked = [p for p in chain if {"of", "by"} & set(p.relations) and p not in left]
                theirs = theirs or self.frames[trigger.frame].type in _DONE_TO  # … the expulsion of the ambassador
                theirs = theirs or any(of_nobody_named(p) for p in marked)  # … the withdrawal of all the soldiers
                owners = [r for p in marked if not theirs or "by" in p.relations for r in p.refs]
                whose = any(
                    r.kind in ("state", "organisation", "group") or (r.kind == "mission" and r.id) for r in owners
                )
                plans = governs & {"plan", "weigh"} and "foresee" not in governs
                off = not main.isdisjoint(self.pack.classes_of("calling_off"))  # called off the dispatch of troops
                if (plans or off) and not (whose or states):
                    announcing = (as_state(p, discourse.register) for p in clause.subjects if id(p) not in own)
                    relations.setdefault("subject", []).extend(announcing)
            elif "say" in attitudes and phrase in clause.objects and any(p.owned for p in chain) and not states:
                relations.setdefault("subject", []).extend(clause.subjects)  # confirmed the withdrawal of its troops
        if phrase.owned and phrase in clause.objects and self.frames[trigger.frame].type == "sanction":
            modality = clause.modality if modality == "actual" else modality  # must widen its sanctions
        coming, maybe = (phrase.words & self.pack.classes_of(name) for name in ("coming", "maybe"))
        if (coming or maybe) and modality == "actual":
            modality = "planned" if coming else "possible"  # the coming arrival of 100 soldiers, a possible withdrawal
        modality = (wanting.hung_on(phrase, clause, self.pack) if modality == "actual" else None) or modality
        if wanting.only_rumoured(phrase, clause, tokens, self.pack):
            modality, negated = "possible", not negated
        if "supposed" in phrase.relations or ("without" in phrase.relations and clause.modality == "conditional"):
            modality = "conditional"  # in case of an attack
        elif "without" in phrase.relations:
            negated = not negated  # left without the consent of Bamako
        end = chain[-1].last if chain else phrase.last
        due = is_due(phrase, clause, attitudes, tokens, self.pack)
        modality = "planned" if due and modality == "actual" and not clause.negated else modality
        entry = not clause.verbs and phrase is clause.phrases[0]  # 31 March 1995 - Start of UNPREDEP
        all_said = borrowed or due or entry
        times = [t for t in clause.times if (owned_by(phrase, t) if t.owned else all_said or within(t, phrase, end))]
        times += told.times if told is not None else []
        blamed = phrase in clause.objects and not main.isdisjoint(self.pack.classes_of("attributing"))
        if blamed:  # attributes the attack to M23
            whom = relations.get("to", [])
            relations = {name: [p for p in found if p not in whom] for name, found in relations.items()} | {"by": whom}
        if len(trigger.words) > 1:  # a coup d'État is in no place of that name
            relations = {name: [p for p in fs if not p.words <= trigger.wanted] for name, fs in relations.items()}
        match = Match(
            self.frames[trigger.frame], clause, phrase.trigger_at if phrase.trigger_at is not None else phrase.first, phrase, relations, times,
            clause.first if borrowed else phrase.first, clause.last if borrowed else end, modality=modality, negated=negated,
            light=borrowed, trigger=" ".join(trigger.words),
        )  # fmt: skip
        match.only, match.accused = trigger.only, accused_of(match, phrase) or blamed
        return match

    def _phrases_at(self, index: int, clause: Clause, tokens: Sequence[Token], here: set[str]) -> Iterator[Trigger]:
        """Yield the fixed phrases whose longest word stands at ``index``; ``here`` are all words of the clause."""
        token, listed = tokens[index], self.pack.phrase_triggers
        forms = {token.low, token.lemma, clause.lemmas.get(index, token.lemma)}
        for key in sorted(form for form in forms if form in listed):
            for trigger in listed[key]:
                if not trigger.wanted <= here:
                    continue
                there = in_order(trigger.words, clause, tokens, trigger.frame)
                if there and not says_else(trigger, clause, tokens, self.pack):
                    yield trigger

    def _allowed(self, match: Match, tokens: Sequence[Token]) -> bool:
        if match.frame.type in ("reinforce", "reduce") and of_a_level(match, tokens, self.pack):
            return False
        if (
            taken_back(match, self.pack) is not None
            or prevented(match, self.pack)
            or names_doing(match, tokens, self.pack)
        ):
            return False
        return hold(match, tokens, self.pack)


_DENYING = frozenset({"negation", "ne", "with_ne"})  # words that a phrase of denial is made of
# What missions do and are named for: "the Support Mission", "la mission d'appui", "a battle group".
_TASKS = frozenset({"support", "aid", "mediate", "clash", "attack", "cooperate", "investigate"})
# Events that are expected or feared, but planned by nobody who says so.
_NOT_PLANNED = frozenset({"attack", "clash", "coup", "obstruct", "protest", "threaten", "detain", "deny_access"})
# What befalls him whose it is: his expulsion.
_BEFALLS = frozenset({"expel", "detain", "release"})
_MEASURED = frozenset({"reinforce", "reduce"})  # what is nearly doubled has grown
# What is done to whom stands behind its noun, by who announces or decides it.
_DONE_TO = frozenset({"expel", "sanction", "suspend", "resume", "extend", "appoint", "recall"})
# What is given or done to somebody by a light verb.
_GIVEN_TO = frozenset({"sanction", "support", "aid"})
_SUFFERED = frozenset({"attack", "obstruct", "detain", "release", "deny_access", "expel"})  # done to whom it names
_SAID = frozenset({"demand", "accuse", "condemn", "threaten"})  # whatever is made of it
# Events that are words: the adjective of whom they are said to tells nobody who says them.
_SPOKEN = frozenset({"demand", "accuse", "condemn", "deny", "reject", "threaten", "approve", "agree", "decide"})

"""What counted people say: who makes up a force, how strong it is, whose soldiers are in a mission or a country."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.quantities import Number, number_at
from missionwatch.reading.frames.reaching import dependents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def contributors(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "… of whom 450 Nepalese and 380 Fijians": who makes up a force just counted."""
    for phrase in clause.phrases:
        if phrase.anaphor == "one_of" and phrase.number is not None:
            _are(builder, clause, phrase, sentence, number)
        if "among" not in phrase.relations and phrase.anaphor != "one_of":
            continue
        for part in (phrase, *phrase.group) if phrase.noun != "country" else ():  # among the 24 nations
            state = tuple(r for r in (*part.refs, *part.adjective_refs) if r.kind == "state")
            mission = tuple(r for p in clause.phrases for r in p.refs if r.kind == "mission")[:1] or tuple(
                builder.discourse.missions[-1:]
            )
            counted = part.number is not None and part.number.value is not None
            function = next((s.code for s in part.senses("function") if s.code), None)
            if not state and part.number is not None:
                home = next(
                    (p for p in clause.phrases if p.start in (part.last + 1, part.last + 2) and "from" in p.relations),
                    None,
                )
                state = tuple(r for r in home.refs if r.kind == "state") if home is not None else ()
            if function and not state:  # of whom four staff officers: the giver's
                state = tuple(r for p in clause.subjects for r in p.refs if r.kind == "state")
            if not state or not mission or not counted or part.number is None:
                continue
            fields = {
                "predicate": "contribution", "roles": {"contributor": state[:1], "mission": mission},
                "quantity": part.number.quantity("people", part.text), "frame": "contribution:among",
            } | ({"function": function} if function else {})  # fmt: skip
            builder.draft(fields, sentence, number, (part.first, part.last), clause=clause, confidence=0.8)


def parted(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "…, of whom one in Mali and two as trainers in Chad": where the people just counted are, and as what.

    What says so of a part no longer speaks of the whole: its phrases leave the clause.
    """
    tokens, pack = sentence.tokens, builder.pack
    opening = _among(clause, tokens, pack)
    before = [p for p in clause.phrases if opening is not None and p.last < opening]
    whole = next((p for p in before if p.number is not None), None)
    state = tuple(r for p in clause.subjects for r in p.refs if r.kind == "state")[:1]
    if opening is None or whole is None or not state or clause.negated:
        return
    head = [p for p in clause.phrases if p.first < opening]
    tail = [p for p in clause.phrases if p.first >= opening]
    mission = tuple(r for p in head for r in p.refs if r.kind == "mission")[:1]
    found = []
    for first, last in _pieces(opening, clause.last, tokens):
        counted = _number(tokens, first, pack)
        inside = [p for p in tail if first <= p.last and p.first <= last]
        placed = any("preposition" in tokens[i] for i in range(first, last + 1))
        where = (
            tuple(r for p in inside for r in p.refs if r.kind in ("state", "place") and r.country)[:1] if placed else ()
        )
        function = next((s.code for p in inside for s in p.senses("function") if s.code), None)
        if counted is None or counted.value is None or not (where or function):
            return  # of whom 450 Nepalese: who makes up a force is read elsewhere
        if any(p.adjective_refs for p in inside):
            return
        text = " ".join(t.text for t in tokens[first : counted.last + 1])
        roles = {"contributor": state, "mission": mission} | ({"place": where} if where else {})
        found.append((first, last, {
            "predicate": "contribution", "roles": roles, "quantity": counted.quantity("people", text),
            "function": function, "frame": "contribution:among", "modality": clause.modality,
        }))  # fmt: skip
    if not found or not mission:
        return
    clause.phrases = head
    clause.subjects = [p for p in clause.subjects if p in head]
    clause.objects = [p for p in clause.objects if p in head]
    for first, last, fields in found:
        draft = builder.draft(fields, sentence, number, (first, last), clause=clause, confidence=0.8)
        if draft is not None:
            draft.more.append(builder.evidence(sentence, whole.first, whole.last))


def origins(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "1,300 soldiers from South Africa, Malawi and Tanzania": who sends them, but not how many each."""
    if any(d.clause is clause and d.fields.get("type") for d in builder.since(number)):
        return
    for people, after in itertools.pairwise(clause.phrases):
        states = [r for r in after.everyone() if r.kind == "state" and r.id and not r.body]
        hangs = "from" in after.relations and after.start == people.last + 1 and people.is_people
        if not hangs or len(states) < _SEVERAL or people.words & builder.pack.bystanders:
            continue
        mission = tuple(r for p in clause.phrases for r in p.refs if r.kind == "mission" and r.id)[:1]
        mission = mission or builder.discourse.mission_near(anywhere=True)
        hosts = {host for m in mission for host in builder.discourse.hosts_of(m.id)}
        for state in states if mission and not clause.negated else ():
            told = (d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] == "contribution")
            if any(state.id == r.id for d in told for r in d.fields["roles"]["contributor"]):
                continue
            if state.country in hosts and len(hosts) == 1:
                continue
            fields = {
                "predicate": "contribution", "roles": {"contributor": (state,), "mission": mission}, "frame": "contribution:from",
                "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
            }  # fmt: skip
            builder.draft(fields, sentence, number, (people.first, after.last), clause=clause, confidence=0.7)


_SEVERAL = 2  # states; one alone sends all who are counted


def _among(clause: Clause, tokens: Sequence[Token], pack: Pack) -> int | None:
    """Return the token behind "of whom" where a number stands there; None where none does."""
    for at in clause.order:
        if tokens[at].low not in pack.among_openers:
            continue
        for length in (2, 1):
            marker, then = tuple(token.low for token in tokens[at : at + length]), at + length
            if "among" in pack.relations.get(marker, ()) and then <= clause.last and _number(tokens, then, pack):
                return then
    return None


def _number(tokens: Sequence[Token], at: int, pack: Pack) -> Number | None:
    found = number_at(tokens, at, pack)
    return Number(at, at, 1.0, 1.0, 1.0, "exact") if found is None and "lone" in tokens[at] else found


def paired(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "in Inherent Resolve with 30 soldiers and in NATO Mission Iraq with two staff officers": each mission with its own."""
    pairs = [
        (mission, people)
        for mission, people in itertools.pairwise(clause.phrases)
        if mission.refs_of("mission") and people.number is not None and people.is_people
        and "with" in people.relations and people.start == mission.last + 1
    ]  # fmt: skip
    state = tuple(r for p in clause.subjects for r in p.refs if r.kind == "state")[:1]
    if len(pairs) < _SEVERAL or not state or clause.negated:
        return
    gone = [p for pair in pairs for p in pair]
    for mission, people in pairs:
        chain = dependents(people, clause)
        place = tuple(r for p in chain[:1] if "in" in p.relations for r in p.refs if r.kind == "place")
        function = next((s.code for s in people.senses("function") if s.code), None)
        fields = {
            "predicate": "contribution", "frame": "contribution:pair", "function": function,
            "roles": {"contributor": state, "mission": mission.refs_of("mission")[:1]} | ({"place": place} if place else {}),
            "quantity": people.number.quantity("people", people.text) if people.number is not None else None,
            "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
        }  # fmt: skip
        builder.draft(fields, sentence, number, (mission.start, people.last), clause=clause, confidence=0.85)
    clause.phrases = [p for p in clause.phrases if p not in gone]
    clause.objects = [p for p in clause.objects if p not in gone]


def _pieces(first: int, last: int, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of an enumeration, each with its first and last token."""
    start = first
    for at in range(first, last + 2):
        if at > last or tokens[at].text in ",;" or "coordinator" in tokens[at]:
            if start < at:
                yield start, at - 1
            start = at + 1


def _are(builder: Builder, clause: Clause, counted: Phrase, sentence: Sentence, number: int) -> None:
    """Read "eleven of them are Italian" and "nine of them came from South Africa" of a mission's people."""
    others = [p for p in clause.phrases if p is not counted and p.first > counted.last]
    being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
    state = [r for p in others if (being and p.bare) or "from" in p.relations for r in (*p.adjective_refs, *p.refs)]
    mission = builder.discourse.sole_mission()
    if len({r.id for r in state}) != 1 or state[0].kind != "state" or not mission or counted.number is None:
        return
    fields = {
        "predicate": "contribution", "roles": {"contributor": (state[0],), "mission": mission},
        "quantity": counted.number.quantity("people", counted.text), "frame": "contribution:among",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (counted.first, clause.last), clause=clause, confidence=0.7)


def stationed(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Germany's 1,000 soldiers in MINUSMA" or "Guatemala, 150 policemen" as a contribution, whatever the verb says."""
    here = builder.since(number)
    _own(builder, clause, sentence, number)
    _shares(builder, clause, sentence, number)
    stay = clause.negated and any(d.fields.get("type") == "withdraw" and d.clause is clause for d in here)
    if not stay and (any(d.fields.get("type") in _BEFALLS for d in here) or clause.negated):
        return
    for phrase in clause.phrases:
        if phrase.number is None or not phrase.is_people or phrase.number.value is None or "from" in phrase.relations:
            continue
        hosts = {r.id for r in builder.discourse.hosts()}
        if any(
            d.fields.get("quantity") and d.evidence.start <= sentence.tokens[phrase.first].start < d.evidence.end
            for d in here
        ):
            continue
        told = any(
            q.value == phrase.number.value for d in builder.drafts if (q := d.fields.get("quantity")) is not None
        )
        there = phrase in clause.objects and _has_there(clause)  # Ireland has 65 people there
        if (phrase.words & builder.pack.bystanders and not there) or (phrase.definite and told):
            continue  # "de 90 militairen": those spoken of before
        chain = dependents(phrase, clause)
        state = tuple(r for r in (*phrase.refs, *phrase.adjective_refs) if r.kind == "state" and r.id not in hosts)
        mission = tuple(
            r for p in (*chain, *clause.phrases) if "of" in p.relations or not {"from", "against"} & set(p.relations)
            for r in p.refs if r.kind == "mission" and r.id
        )  # fmt: skip
        if len({r.id for r in state}) > 1 and any("from" in p.relations for p in chain[:1]):
            continue  # from several states: together
        if not state and not any(d.clause is clause and d.fields.get("type") == "demand" for d in here):
            state = _givers(builder, clause, phrase, hosts)  # who asks for soldiers gives none
        if len({r.id for r in state}) > 1 and not phrase.adjective_refs:
            continue  # so many together
        if not state and phrase.first - 1 == clause.opener and "whose" in sentence.tokens[phrase.first - 1]:
            state = tuple(r for r in clause.antecedent if r.kind == "state" and r.id not in hosts)
        if not mission and any(r.kind == "mission" for p in clause.phrases for r in p.refs):
            continue  # support the mission in Somalia: not one the report has named
        where = [r for p in chain if "in" in p.relations for r in p.refs if r.country and r.kind in ("place", "state")]
        where = where or _stood(clause, phrase)
        mission = mission or (builder.discourse.mission_at(where[0]) if where else builder.discourse.sole_mission())
        if not mission and state and where and where[0].country != state[0].country:
            present = {"predicate": "presence", "roles": {"actor": state[:1], "place": tuple(where[:1])}, "frame": "presence:stationed",
                "quantity": phrase.number.quantity("people", phrase.text)}  # fmt: skip
            last = chain[-1].last if chain else phrase.last
            builder.draft(present, sentence, number, (phrase.first, last), clause=clause, confidence=0.7)
        if not mission:
            continue
        roles: dict[str, tuple[EntityRef, ...]]
        if state:
            roles = {"contributor": state[:1], "mission": mission[:1]}
            place = tuple(r for p in chain if "in" in p.relations for r in p.refs if r.kind == "place")[:1]
            roles |= {"place": place} if place else {}
        elif (
            _could_be_all(phrase, clause, builder)
            and not _aboard(clause, sentence)
            and not phrase.adds(builder.pack.additional)
        ):
            roles = {"mission": mission[:1]}
        else:
            continue
        fields: dict[str, Any] = {
            "predicate": "contribution" if state else "strength", "roles": roles,
            "quantity": phrase.number.quantity("people", phrase.text), "frame": "contribution:stationed" if state else "strength:said",
            "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
        }  # fmt: skip
        function = next((s.code for s in phrase.senses("function") if s.code), None) if state else None
        if function:
            fields["function"] = function
        builder.draft(
            fields,
            sentence,
            number,
            (phrase.first, chain[-1].last if chain else phrase.last),
            clause=clause,
            confidence=0.7 if state else 0.55,
        )


def _serve(clause: Clause, builder: Builder) -> bool:
    """Say whether a clause tells where people serve."""
    lemmas = (lemma for lemma in clause.lemmas.values() if lemma not in builder.pack.helping)
    return any(t.frame == "serve" for lemma in lemmas for t in builder.pack.verb_triggers.get(lemma, ()))


def _aboard(clause: Clause, sentence: Sentence) -> bool:
    """Say whether people are counted who are aboard a ship: no mission's strength."""
    return any("aboard" in sentence.tokens[i] for i in clause.order)


def _has_there(clause: Clause) -> bool:
    """Say whether a state has or keeps people in a place that only "there" tells, behind the verb: "Ierland heeft er 65 mensen"."""
    at = clause.finite
    there = any(p.pronoun == "place_pronoun" and at is not None and p.first > at for p in clause.phrases)
    owner = clause.subjects[:1]
    return there and bool(owner) and at is not None and owner[0].first < at and bool(owner[0].refs_of("state"))


def _shares(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "350 with UNIFIL and 13 with KFOR": a number and nothing else before a mission, of people spoken of before."""
    here = builder.since(number)
    _elsewhere(builder, clause, sentence, number)
    for phrase, after in itertools.pairwise(clause.phrases):
        counted, mission = phrase.number, after.refs_of("mission")[:1]
        alone = counted is not None and (counted.first, counted.last) == (phrase.first, phrase.last)
        placed = after.start == phrase.last + 1 and {"with", "at"} & set(after.relations)
        placed = placed or (
            phrase in clause.subjects and _serve(clause, builder) and {"in", "at"} & set(after.relations)
        )
        if counted is None or counted.value is None or not (alone and placed and mission) or clause.negated:
            continue
        told = [r for d in here if d.fields["predicate"] == "contribution" for r in d.fields["roles"]["contributor"]]
        soldiers = [
            r for c in builder.clauses for p in c.phrases if p.is_people or p in c.subjects for r in p.refs_of("state")
        ]
        hosts = builder.discourse.hosts_of(mission[0].id)
        author = [builder.discourse.author] if builder.discourse.author is not None else []
        doer = [r for r in builder.discourse.doer if r.kind == "state"]
        giver = next((r for r in (*told, *soldiers, *doer, *author) if r.country not in hosts), None)
        if giver is None or any(_tells(d, mission[0], counted) for d in here):
            continue
        fields = {
            "predicate": "contribution", "roles": {"contributor": (giver,), "mission": mission},
            "quantity": counted.quantity("people", phrase.text), "frame": "contribution:share",
            "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
        }  # fmt: skip
        builder.draft(fields, sentence, number, (phrase.first, after.last), clause=clause, confidence=0.75)


def _elsewhere(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "2,500 troops in Iraq and 900 in Syria": a number and nothing else before a place, of those just told."""
    told = [
        d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] in ("contribution", "presence")
    ]
    told = [d for d in told if d.fields.get("quantity") and d.fields["roles"].get("place")]
    for phrase, after in itertools.pairwise(clause.phrases if told else ()):
        counted = phrase.number
        place = tuple(r for r in after.refs if r.kind in ("place", "state") and r.country and r.body is None)[:1]
        alone = counted is not None and (counted.first, counted.last) == (phrase.first, phrase.last)
        joined = phrase.first > 0 and bool({"coordinator"} & sentence.tokens[phrase.start - 1].classes)
        if (
            counted is None
            or not (alone and joined and place)
            or after.start != phrase.last + 1
            or "in" not in after.relations
        ):
            continue
        fields = {
            key: value for key, value in told[0].fields.items() if key not in ("quantity", "function", "assets", "time")
        }
        fields |= {
            "roles": told[0].fields["roles"] | {"place": place},
            "quantity": counted.quantity("people", phrase.text),
        }
        builder.draft(fields, sentence, number, (phrase.first, after.last), clause=clause, confidence=0.75)
        return


def _tells(draft: Draft, mission: EntityRef, counted: Number) -> bool:
    """Say whether a draft gives a number to a mission already."""
    said = draft.fields.get("quantity")
    own = any(r.id == mission.id for r in draft.fields.get("roles", {}).get("mission", ()))
    return own and said is not None and said.value == counted.value


def _own(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "will take its 300 soldiers home from Mali": who takes them away has them there."""
    events = [d for d in builder.since(number) if d.clause is clause and d.fields.get("type") == "withdraw"]
    if not events:
        return
    hosts = {r.country for r in builder.discourse.hosts()}
    for phrase in clause.phrases:
        counted = phrase.number is not None and phrase.number.value is not None and phrase.share is None
        if phrase.number is None or not (counted and phrase.owned and phrase.is_people):
            continue
        for event in events[:1]:
            roles = event.fields["roles"]
            state = tuple(r for r in roles.get("actor", ()) if r.kind == "state" and r.country not in hosts)[:1]
            place = tuple(r for r in roles.get("place", ()) if state and r.country and r.country != state[0].country)[
                :1
            ]
            asks = [
                r
                for r in event.fields.get("holders", ())
                if r.kind == "state" and state and r.country != state[0].country
            ]
            if not place and not roles.get("mission") and asks and event.fields.get("modality") == "required":
                place = (builder.discourse.register.ref(asks[0].id or "", asks[0].text),)  # asked to leave: it
            mission = roles.get("mission", ())[:1] or (builder.discourse.mission_at(place[0]) if place else ())
            if not state or not (mission or place):
                continue
            quantity = phrase.number.quantity("people", phrase.text)
            where = {"place": place} if place else {}
            fields: dict[str, Any] = {"predicate": "presence", "roles": {"actor": state, **where}}
            if mission:
                fields = {"predicate": "contribution", "roles": {"contributor": state, "mission": mission, **where}}
            fields |= {"quantity": quantity, "frame": f"{fields['predicate']}:own"}
            last = phrase.last
            builder.draft(fields, sentence, number, (phrase.first, last), clause=clause, confidence=0.75)


def _stood(clause: Clause, phrase: Phrase) -> list[EntityRef]:
    """Return where people are who are no more than there: "there are some 1,000 US soldiers in Niger"."""
    if phrase not in clause.subjects + clause.objects or not clause.stative or clause.negated:
        return []
    return [
        r for p in clause.phrases if "in" in p.relations for r in p.refs if r.country and r.kind in ("place", "state")
    ]


def _givers(builder: Builder, clause: Clause, phrase: Phrase, hosts: set[str | None]) -> tuple[EntityRef, ...]:
    """Return the state that people are counted for: the subject they are the object of, or the name they are listed with."""
    if phrase in clause.objects:
        found = [r for p in clause.subjects for r in p.everyone()]
    elif not clause.verbs:
        before = [p for p in clause.phrases if p.last < phrase.first and p.bare]
        previous = next((a for a, b in itertools.pairwise(builder.clauses) if b is clause), None)
        if not before and previous is not None and not previous.verbs:
            before = previous.phrases
        found = [r for p in before[-1:] for r in p.refs]
    else:
        found = []
    return tuple(r for r in found if r.kind == "state" and r.id not in hosts)


def _could_be_all(phrase: Phrase, clause: Clause, builder: Builder) -> bool:
    """Say whether people counted beside a mission may be all it has: not whom it trains or protects."""
    unnamed = phrase.bare and not phrase.definite and bool(phrase.refs) and all(r.id is None for r in phrase.refs)
    if phrase.share is not None:
        return False
    lemmas = {clause.lemmas.get(v, "") for v in clause.verbs}
    lemmas = lemmas - builder.pack.helping or lemmas
    has = any(
        t.frame in ("strength", "serve", "deploy", "present")
        for lemma in lemmas
        for t in builder.pack.verb_triggers.get(lemma, ())
    )
    parts = builder.pack.classes_of("formation")
    if any(p.words & parts for p in clause.subjects if p is not phrase):
        return False  # the Belgian detachment will have 175 soldiers
    enough = phrase.number is not None and (phrase.number.value or 0) >= _A_FORCE
    return unnamed and enough and (has or not lemmas or phrase not in clause.objects)


_A_FORCE = 40  # people; fewer soldiers of a mission than this are hardly its strength


_BEFALLS = frozenset({"attack", "clash", "detain", "withdraw", "release", "expel", "deploy", "reinforce"})

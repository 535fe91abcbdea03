"""Who holds which post, who leads, who asked for it: what stands in copulas, appositions and short follow-up sentences."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.commanding import only_a_part
from missionwatch.reading.frames.dating import sooner
from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.mentions import Post
from missionwatch.reading.frames.naming import bracketed, field_in_brackets, office, second_title
from missionwatch.reading.frames.quoting import spoken_for
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import HAPPENINGS
from missionwatch.reading.frames.senses import FIELD_RANKS, MISSION_POSTS, OFFICES, held_as, led_before, said_of
from missionwatch.reading.frames.titles import (
    beside_name,
    chief_of_others,
    could_be_name,
    field_and_name,
    heads,
    is_called,
    is_someone,
    led_under,
    named_as,
    names_post,
    portfolio,
    post_code,
    titled,
    who_is,
)
from missionwatch.reading.frames.tokens import OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

_STATE_POSTS = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister", "prime-minister",
    "president", "ambassador", "chief-of-defence",
})  # fmt: skip


# Posts of those whom the register knows to have led a state, or to have been its ministers.
_LED = _STATE_POSTS - {"ambassador", "chief-of-defence"}


def _owner(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return whose "its spokesperson" is: of who was told of before it in the sentence, else of the last told of before that."""
    earlier = (c for c in reversed(builder.clauses) if c.first < clause.first and c.link == "main")
    told = next((p for c in earlier for p in (c.objects if c.passive else c.subjects)[:1]), None)
    meant = builder.discourse.owner if told is None or told.pronoun else told.refs
    return tuple(r for r in meant if r.id and r.kind not in ("place", "person"))[:1]


def posts(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read "X is Force Commander of Y", "Force Commander X of Y", "X, Minister of Defence" and "Force Commander: X"."""
    everyone: list[Phrase] = []
    ours = builder.pack.classes_of("own")
    for phrase in clause.phrases:
        if who_is(builder.pack, clause, phrase):  # X, who is head of the mission
            phrase.person = phrase.refs[0].name or phrase.refs[0].text
        hung = phrase.person is None and "of" in phrase.relations and len(phrase.words) > 2
        if phrase.person is None and not (hung or could_be_name(phrase) or bracketed(phrase, sentence.tokens)):
            continue
        everyone = everyone or sorted((p for c in builder.clauses for p in c.phrases), key=lambda p: p.first)
        fielded = field_and_name(builder, phrase, everyone, sentence) if hung else None
        if fielded is not None:
            phrase.unknown_name = fielded[2]
        elif phrase.person is None and not (could_be_name(phrase) or bracketed(phrase, sentence.tokens)):
            continue
        beside = (
            fielded[0] if fielded is not None else beside_name(phrase, everyone, sentence) or titled(phrase, everyone)
        )
        theirs = beside is not None and beside.owned and not (beside.adjective_refs or beside.words & ours)
        if beside is not None and theirs and beside in clause.subjects:
            beside.refs = [renamed(r, beside.text, r.body) for r in _owner(builder, clause)]  # Its spokesperson, X, …
        second = second_title(phrase, everyone, sentence.tokens) if phrase.person is None and beside is None else None
        if second is not None:
            phrase.named = [*(n for n in second.named if n.forms("function")), *phrase.named]
        if phrase.person is None and (
            second is not None
            or beside is not None
            or is_called(builder, clause, phrase)
            or is_someone(phrase, sentence.tokens)
        ):
            phrase.person = phrase.unknown_name
            before, phrase.refs = phrase.refs, [builder.discourse.named_person(phrase)]
            for other in everyone:
                if other.pronoun == "relative" and before and other.refs == before:
                    other.refs = list(phrase.refs)  # …, X, whom the junta told to leave
        # the Secretary-General, X: he is named already
        office_itself = beside is not None and not beside.senses("function")
        if office_itself and phrase.person is not None and phrase in clause.objects:
            clause.objects.remove(phrase)
        if beside is not None and phrase.person is not None and phrase not in beside.group and not office_itself:
            beside.group.append(phrase)  # the spokesperson, X: whoever expels the one expels the other
        if phrase.person is None or not phrase.refs:
            continue
        titles = [p for p in clause.subjects if p is not beside and heads(p, phrase, clause)]
        for title in titles:  # The Special Representative for … and Head of …, X, condemned …
            title.group.append(phrase)
        rank = next((s.code for s in phrase.senses("rank") if s.code), None)
        function = next((s.code for s in phrase.senses("function") if s.code), None)
        chain = dependents(phrase, clause)
        shares = any(phrase in p.group and p.person and p.senses("function") for p in clause.phrases)
        if shares:  # ministers X and Y | to parliament
            chain = [p for p in chain if "of" in p.relations]
        first, last = phrase.first, chain[-1].last if chain else phrase.last
        body: tuple[EntityRef, ...] = ()
        if (organ := next((o for n in phrase.named if (o := office(n))), None)) is not None:
            function, body = organ.code, builder.discourse.whole(organ.id)
        if function == "minister" and (
            field := field_in_brackets(
                phrase, clause.phrases, sentence.tokens, builder.pack, builder.discourse.register
            )
        ):
            function = field  # minister X (Defensie)
        elif function == "minister" and chain and (of_what := portfolio(builder, phrase, chain[0], sentence)):
            function, chain = of_what, chain[1:]  # minister X van Buitenlandse Zaken
        leads = beside is not None and post_code(beside) in _ABOVE
        if beside is not None and (function is None or (leads and function == "ambassador")):
            function = post_code(beside)
            owner = next(c for c in builder.clauses if beside in c.phrases)
            hanging = dependents(beside, owner)
            if function == "minister" and hanging:  # la ministre mozambicaine des Affaires étrangères
                function = portfolio(builder, beside, hanging[0], sentence) or function
            function = fielded[1] if fielded is not None else function
            chain = [beside, *hanging, *chain]
            first, last = min(first, beside.first), max(last, chain[-1].last, beside.last)
        if function in MISSION_POSTS and titles and (first_title := post_code(titles[0])):
            function, first = first_title, titles[0].first
        if function is None and clause.verbs and not clause.negated:
            being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs) and not clause.passive
            himself = any("reflexive" in sentence.tokens[i] for i in clause.order)  # proclaimed himself president
            could = (
                (*clause.objects, *clause.phrases) if being else [*clause.objects, *named_as(clause)] if himself else ()
            )
            if not could and not builder.pack.classes_of("serving_as").isdisjoint(clause.lemmas.values()):
                could = [p for p in named_as(clause) if not clause.passive]  # serves as commander of UNDOF
            complement = next((p for p in could if p is not phrase and names_post(p)), None)
            if complement is not None and phrase in clause.subjects + clause.objects:
                function = post_code(complement)
                chain = [*dependents(complement, clause), complement]  # head of government of Mali: Mali's, not ours
                first, last = clause.first, clause.last
        where = [*chain, phrase]
        sooner = [p for p in clause.phrases if p.first < phrase.first]
        if "led_by" in phrase.relations and any(t.frame in HAPPENINGS for p in sooner for t in p.triggers):
            continue  # the coup led by General X
        part = function is None and only_a_part(clause, builder.pack)  # the Irish battalion is led by Colonel X
        if function is None and "led_by" in phrase.relations and not part:  # UNIFIL, commanded by General X
            led = [p for p in sooner if any(r.kind == "mission" for r in p.refs)]
            where = [*where, *reversed(led)]
            of = [r for p in where for r in p.refs if r.kind == "mission"][:1]
            said = {sentence.tokens[i].low for i in range(phrase.start, phrase.first)}
            commands = rank or said & builder.pack.classes_of("commanded")  # under the command of X, who has no rank
            function = builder.discourse.command(of) if commands else "head-of-mission"
        mission = tuple(r for p in where for r in p.refs if r.kind == "mission" and r.id)[:1]
        others = any(p.unknown_name or any(r.kind == "group" for r in p.refs) for p in chain if "of" in p.relations)
        if function in MISSION_POSTS and not mission and others:
            continue  # the leader of Hezbollah
        if function is None and rank and not part and (force := led_under(builder, clause, phrase, sentence)):
            mission, function = force, builder.discourse.command(force)
        if function == "special-representative" and not mission and beside is not None:
            mission = _headed(everyone, min(phrase.first, beside.first), max(phrase.last, beside.last))
        body = body or tuple(r for p in where for r in p.refs if r.kind == "organisation")[:1]
        ahead = function == "ambassador" and "lead" in clause.opened(builder.pack)  # led by the Turkish ambassador X
        own_chain = [p for p in chain if "with" not in p.relations or p is beside]  # met her German colleague: not hers
        state = tuple(r for p in own_chain for r in p.refs if r.kind == "state")[:1] or tuple(
            r for p in (*own_chain, phrase) for r in p.adjective_refs if function in _STATE_POSTS and not ahead
        )
        own = next((s.country for s in phrase.senses("adjective", "name") if s.kind == "state" and s.country), None)
        if function in _STATE_POSTS and own is not None and not (mission or body or state or ahead):
            state = (builder.discourse.register.ref(f"state:{own}", ""),)  # Kenya's president X
        if function == "secretary-general":
            state, mission = (), ()  # he goes to Haiti, reports on UNIFIL
            entity = None if body else builder.discourse.register.led_by((phrase.refs[0].name,), function)
            body = (builder.discourse.register.ref(entity, ""),) if entity else body
        land = led_before(builder.discourse.register, phrase.refs[0].name or "", function)
        known = (builder.discourse.register.ref(f"state:{land}", ""),) if land and function in _LED else ()
        if not (mission or body or state):
            state = known
        elif not any(p.by_country for p in where) and not shares:
            state = known or _unless_met(state, clause, builder)  # whose minister it is goes unsaid
        last = min(last, len(sentence.tokens) - 1)
        evidence = builder.evidence(sentence, first, last)
        person = phrase.refs[0]
        told = builder.discourse.post
        if function is None and told is not None and told.person.id == person.id:
            continue
        unit: tuple[EntityRef, ...] = ()
        if function == "mission-commander" and rank in FIELD_RANKS and not (mission or body):
            unit = _whose_unit(builder, clause, (phrase, beside))
            state = unit or state
        if function in MISSION_POSTS and not (mission or body or unit):
            mission = tuple(builder.discourse.missions[-1:]) or builder.discourse.sole_mission()
        if function == "special-representative" and not (mission or state or body):
            mission = builder.discourse.mission_near(anywhere=True)
        if function == "mission-commander" and mission and rank:
            function = builder.discourse.command(mission)  # whatever the paper calls a general who leads it
        if function in _STATE_POSTS and not (mission or body or state) and phrase.first:
            owned = sentence.tokens[phrase.first - 1].low in builder.pack.classes_of("whose")
            state = tuple(r for r in clause.antecedent if owned and r.kind == "state")[:1]  # Serbia, whose president X
        if function in _STATE_POSTS and not (mission or body or state):
            state = _before_parliament(clause, phrase, beside) or _speaking_for(builder, clause, sentence)
        if function in _STATE_POSTS and not (mission or body or state) and "on_behalf" in phrase.relations:
            state = tuple(r for p in clause.subjects for r in p.refs if r.kind == "state")[:1]
        if function == "spokesperson" and not (mission or body or state) and not phrase.adjective_refs:
            spoken = spoken_for(builder, phrase, beside)
            body = tuple(r for r in spoken if r.kind == "organisation")[:1]
            mission = () if spoken else builder.discourse.sole_mission()
        if function in _STATE_POSTS and not (mission or body or state):
            state = builder.discourse.country_of_post(function)
            subjects = [one for p in clause.subjects for one in (p, *p.group)]
            state = _unless_met(state, clause, builder) if phrase in subjects or beside in subjects else state
            state = state or _unless_met(_government_spoken_of(builder, function), clause, builder)
            bound = {r.country for p in chain if "to" in p.relations for r in p.refs}
            state = tuple(r for r in state if r.country not in bound)  # the visit of Minister X to Niamey
        guessed = beside is not None and function in _LED and not any(p.by_country or p.adjective_refs for p in where)
        if beside is not None and guessed and any(r.kind == "state" for r in beside.refs):
            beside.refs = [renamed(r, beside.text, "government") for r in state]  # no other land than the post tells
        builder.discourse.post = Post(person, function, rank, mission, evidence)
        if function in OFFICES and not mission:
            held_at = builder.discourse.register.led_by((person.name,)) or OFFICES[function]
            state, body = (), (builder.discourse.register.ref(held_at, ""),)
            if beside is not None and [r.id for r in beside.refs] == [OFFICES[function]]:
                beside.refs = [renamed(r, beside.text) for r in body]
        if function is None or not (mission or body or state or function in _ALONE):
            continue
        named = next((p for p in (beside, phrase, *chain) if p is not None and post_code(p)), phrase)
        if chief_of_others(named, sentence.tokens, builder.pack):
            continue  # the police chief, X
        if (function := held_as(builder.pack, function, said_of(named, builder.clauses))) is None:
            continue
        roles: dict[str, tuple[EntityRef, ...]] = {"person": (person,)}
        held_by = (("state", state), ("mission", mission), ("organisation", body))
        if function not in _STATE_POSTS:
            held_by = (("mission", mission), ("organisation", body), ("state", state))
        for role, refs in held_by:
            if refs:
                roles[role] = refs[:1]
                break
        if "state" in roles and function in _STATE_POSTS:
            roles["person"] = (builder.discourse.of_country(person, roles["state"][0].country),)
            phrase.refs = [*roles["person"], *phrase.refs[1:]]
        times = _held_since(clause, last, builder)
        modality = _to_be(clause, times, builder) if last == clause.last else "actual"
        fields = {
            "predicate": "post", "roles": roles, "function": function, "rank": rank, "holders": held.holders,
            "time": builder.when(times, forward=modality != "actual"), "frame": "post:apposition", "modality": modality,
        }  # fmt: skip
        builder.draft(fields, sentence, number, (first, last), clause=clause, anchor=phrase.first)


def _held_since(clause: Clause, last: int, builder: Builder) -> list[TimeMention]:
    """Return the times of a post that ends at a token: all of a clause that says no more, else since when it is held."""
    if last == clause.last:
        return clause.times
    since = [t for t in clause.times if t.relation == "since"]
    being = not builder.pack.being.isdisjoint(clause.lemmas.values())
    office = builder.pack.classes_of("in_office")
    told = [p for p in clause.phrases if clause.finite is None or p not in clause.subjects or p.first > clause.finite]
    held = being and any(p.words & office or p.senses("function") for p in told)
    if held:
        return since
    own = [t for t in since if t.first == last + 1]  # commander since May, X met Y: not since May
    clause.times, clause.own_times = ([t for t in ts if t not in own] for ts in (clause.times, clause.own_times))
    return own


def _to_be(clause: Clause, times: Sequence[TimeMention], builder: Builder) -> str:
    """Return how sure it is that somebody holds a post, or is to take it: "will become president", "becomes president on 25 April"."""
    takes = clause.lemmas.keys() and not builder.pack.plain_being.union(builder.pack.helping).issuperset(
        clause.lemmas.values()
    )
    being = takes and not builder.pack.being.isdisjoint(clause.lemmas.values())
    if clause.modality != "actual" or not being:
        return clause.modality if being else "actual"
    ahead = clause.present and sooner(builder, builder.when(times, forward=True), builder.when(times, forward=False))
    return "planned" if clause.future or ahead else "actual"


def counterparts(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "met her Malian counterpart, X": X holds there the post of who was named with a post before."""
    known, words = builder.discourse.post, builder.pack.classes_of("counterpart")
    for n, phrase in enumerate(clause.phrases):
        told = () if known is None or words.isdisjoint(phrase.words) else phrase.refs_of("state")[:1]
        state = tuple(renamed(r, r.text, "government") for r in told)
        if known is None or not state:
            continue
        after = clause.phrases[n + 1 : n + 2]
        beside = [p for p in after if p.first == phrase.last + 2 and sentence.tokens[phrase.last + 1].text == ","]
        called = next((p for p in (phrase, *beside) if " " in (p.unknown_name or "")), None)
        if called is None or known.function not in _STATE_POSTS:
            continue
        called.person = called.unknown_name
        who = builder.discourse.named_person(called)
        fields = {
            "predicate": "post", "roles": {"person": (who,), "state": state}, "function": known.function,
            "frame": "post:counterpart",
        }  # fmt: skip
        phrase.refs = [who]
        builder.draft(fields, sentence, number, (phrase.first, called.last), clause=clause, anchor=called.first)


def _headed(everyone: Sequence[Phrase], first: int, last: int) -> tuple[EntityRef, ...]:
    """Return the mission that another title beside a name says its holder heads: "special representative and head of UNMISS, X"."""
    for title, of in itertools.pairwise(everyone):
        near = first <= title.first <= last + _TITLES and of.start == title.last + 1 and "of" in of.relations
        missions = tuple(r for r in of.refs if r.kind == "mission" and r.id)
        if near and missions and any(s.code in MISSION_POSTS for s in title.senses("function")):
            return missions[:1]
    return ()


_TITLES = 8  # tokens between a name and the last of its titles
# Posts that say something of who holds them even where whose they are goes unsaid.
_ALONE = _STATE_POSTS | {"spokesperson", "secretary-general", "special-representative"}


def _before_parliament(clause: Clause, *who: Phrase | None) -> tuple[EntityRef, ...]:
    """Return whose minister it is who tells a parliament something: "Defence Minister X told the Dáil"."""
    said = clause.objects if any(p in clause.subjects for p in who) and "say" in clause.attitudes else []
    sitting = (r for p in said for r in p.refs if r.body == "parliament" and r.id and p.named)
    return tuple(renamed(r, r.text, "government") for r in sitting)[:1]


def _speaking_for(builder: Builder, clause: Clause, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the state whose doing someone tells: "Chad is sending 1,200 men, President Déby said"."""
    if not clause.attitudes & {"say", "know"}:
        return ()
    told = [c for c in builder.clauses if c.parent is clause or clause.coordinated is c or c.coordinated is clause]
    opens = {c.first: sentence.tokens[max(0, c.first - 1) : c.first + 1] for c in told}
    told = [c for c in told if not any(t.text in OPENING for t in opens[c.first])]  # those are whom he speaks of
    subjects = [p for c in told if c.link in ("main", "content") for p in c.subjects if p.by_country]
    refs = [r for p in subjects for r in p.refs if r.kind == "state"]
    hosts = {r.country for r in builder.discourse.hosts()}
    return tuple(r for r in refs if r.country not in hosts)[:1]


def _government_spoken_of(builder: Builder, function: str | None) -> tuple[EntityRef, ...]:
    """Return the state whose government was spoken of last: its minister is named without it."""
    if function not in ("defence-minister", "foreign-minister", "chief-of-defence"):
        return ()
    hosts = {r.country for r in builder.discourse.hosts()}
    spoken = (r for r in builder.discourse.spoken_of() if r.kind == "state" and r.body == "government")
    last = next(spoken, None)
    return (last,) if last is not None and last.country not in hosts else ()


_ABOVE = MISSION_POSTS | {"special-representative"}  # who heads a mission is that first, and an ambassador besides


def _whose_unit(builder: Builder, clause: Clause, post: Sequence[Phrase | None]) -> tuple[EntityRef, ...]:
    """Return whose people were just told of whose commander is named: "The Mongolians hold Bentiu; their commander, Colonel X"."""
    if not any(p is not None and p.owned for p in post):
        return ()
    return tuple(r for r in _owner(builder, clause) if r.kind == "state")


def _unless_met(state: tuple[EntityRef, ...], clause: Clause, builder: Builder) -> tuple[EntityRef, ...]:
    """Leave a country out where the clause has it for the other side: who visits Latvia is not Latvia's minister."""
    opened = {t.frame for lemma in clause.lemmas.values() for t in builder.pack.verb_triggers.get(lemma, ())}
    met_by = {"to", "with"} | ({"in", "at"} if opened & {"visit", "arrive"} else set())
    told = [p for p in clause.phrases if p.by_country and not _own_parliament(p, builder)]
    met = [p for p in told if p in clause.objects or met_by & set(p.relations)]
    return () if {r.country for r in state} & {r.country for p in met for r in (*p.refs, *p.adjective_refs)} else state


def _own_parliament(phrase: Phrase, builder: Builder) -> bool:
    """Say whether a phrase is the parliament of the paper's own country, whom its minister informs: no other side."""
    home = builder.discourse.home
    return (
        home is not None
        and bool(phrase.refs)
        and all(r.body == "parliament" and r.country == home for r in phrase.refs)
    )


def must(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read what somebody says that others must do as a demand: "Israel must respect UNIFIL," the minister said."""
    if clause.modality != "required" or clause.negated or not held.holders or clause.link not in ("main", "content"):
        return
    own = {r.id for r in held.holders}
    sides = clause.objects if clause.passive and not clause.subjects else clause.subjects
    whom = tuple(r for p in sides for r in p.everyone() if r.id and r.kind in ("state", "group", "organisation"))
    whom = tuple(r for r in whom if r.id not in own)
    asked = any(d.clause is clause and d.fields.get("type") == "demand" for d in builder.since(number))
    if not whom or asked or not own - {None}:
        return
    fields = {
        "predicate": "event", "type": "demand", "roles": {"actor": held.holders, "target": whom}, "frame": "demand:must",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def _happened(builder: Builder, clause: Clause, sentence: Sentence) -> bool:
    """Read "It happened near X on Monday": where and when the last blow was that the paragraph tells."""
    lemmas = {clause.lemmas.get(v, "") for v in clause.verbs} - builder.pack.helping
    if not lemmas or not all(builder.pack.light.get(lemma) == "happen" for lemma in lemmas):
        return False
    told = any(p.anaphor == "event" or p.pronoun in ("event_pronoun", "neuter_pronoun") for p in clause.subjects)
    it = told or "neuter_pronoun" in sentence.tokens[clause.first]
    if not it or clause.negated:
        return False
    near = itertools.takewhile(lambda d: d.paragraph == sentence.paragraph, reversed(builder.drafts))
    last = next((d for d in near if d.fields.get("type") in ("attack", "clash")), None)
    if last is None:
        return False
    spots = (p for p in clause.phrases if "in" in p.relations)
    place = tuple(r for p in spots for r in p.refs if r.kind == "place" or (r.kind == "state" and not r.body))[:1]
    if last.fields["roles"].get("place"):
        place = ()
    return _told_further(builder, last, clause, sentence, {"place": place} if place else {})


def instigated(builder: Builder, clause: Clause, sentence: Sentence) -> bool:
    """Read "Dit (laatste) gebeurde op verzoek van X": the last event gets its instigator and a second span."""
    asked = [p for p in clause.phrases if "request" in p.relations]
    if not asked:
        return _happened(builder, clause, sentence)
    anaphor = any(p.anaphor == "event" or p.pronoun == "event_pronoun" for p in clause.phrases)
    near = itertools.takewhile(lambda d: d.paragraph >= sentence.paragraph - 1, reversed(builder.drafts))
    events = [d for d in near if d.fields["predicate"] == "event"]
    again = {t.frame for p in clause.subjects if p.definite for t in p.triggers}
    happens = any(builder.pack.light.get(clause.lemmas.get(v, "")) == "happen" for v in clause.verbs)
    if again and happens:  # het vertrek gebeurde op verzoek van …
        events = [d for d in events if d.fields["frame"].split(":")[0] in again]
        anaphor = True
    if not anaphor or not events:
        return False
    last = max(events, key=lambda d: (d.sentence, d.anchor))
    refs = tuple(r for r in asked[0].everyone() if r.kind != "place")
    if not refs:
        return False
    return _told_further(builder, last, clause, sentence, {"instigator": refs})


def _told_further(
    builder: Builder, last: Draft, clause: Clause, sentence: Sentence, roles: dict[str, tuple[EntityRef, ...]]
) -> bool:
    """Let a clause tell more of what was told before: roles, the time where it had none, and a second span."""
    last.fields["roles"] = last.fields["roles"] | roles
    time = builder.when(clause.times, forward=False)
    if time is not None and last.fields.get("time") is None:
        last.fields["time"] = time
    last.more.append(builder.evidence(sentence, clause.first, clause.last))
    return True

"""What a mission is for, where what it does says so, or what its people do."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.expressions import is_what_for, told_by, words_of
from missionwatch.reading.frames.phrases import ending_before
from missionwatch.reading.frames.reaching import crowd_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def purpose(builder: Builder, match: Match, sentence: Sentence) -> dict[str, Any] | None:
    """Return the fields that say what a mission is for."""
    clause = match.clause
    mission = match.fill("mission") or tuple(r for r in clause.antecedent if r.kind == "mission")
    inside = _in_missions(clause)
    if match.frame.name == "aim" and match.phrase is None and _of_some(match, mission):
        return None
    doers = {r.kind for p in clause.subjects for r in p.refs}
    if match.phrase is None and not clause.passive and doers == {"group"}:
        return None  # Al-Shabaab aims at a base of the mission
    codes = builder.pack.codes("purposes", sentence.tokens, [i for i in clause.order if i not in inside])
    codes += [c for c in builder.pack.codes_of("purposes", _apart(clause, sentence)) if c not in codes]
    about = match.phrase is not None or match.trigger.split()[0] in builder.pack.classes_of("whose")
    if (about or is_what_for(match, builder.pack)) and not codes:
        inner = [i for c in clause.aims for i in c.order]  # whose job is | to train marines
        codes = builder.pack.codes("purposes", sentence.tokens, inner)
    last = clause.last
    if not codes and "stated" in match.only:
        told = [c for c in builder.clauses if c in clause.aims or c.parent in clause.aims]
        last = max([last, *(c.last for c in clause.aims)])
        codes = builder.pack.codes("purposes", sentence.tokens, sorted(i for c in told for i in c.order))
    named = match.phrase is not None and (match.phrase.owned or match.phrase.definite)
    words = words_of(match)
    named = named or any(p.owned and p.words & words for p in clause.subjects)  # its first job is to …
    if not mission and named and not any("of" in p.relations for p in match.reach()):
        mission = builder.discourse.mission_near(anywhere=True)  # The aim, he said, is to protect civilians
    stated = "stated" in match.only
    denied = (
        clause.negated if stated else match.negated or _not_there(clause, builder.pack)
    )  # its aim is to stop the smuggling: that is no denial
    if not mission or not (codes or stated) or denied or ends_for(match, builder.pack):
        return None
    if stated and clause.times and not clause.opened(builder.pack).isdisjoint(_TERM):
        return None  # its mandate is to end in May
    match.negated = denied
    span = builder.evidence(sentence, clause.first, last)
    fields = {"roles": {"mission": mission[:1]}, "purposes": tuple(codes), "text": span.quote, "modality": "actual"}
    return fields | ({"span": (clause.first, last)} if last > clause.last else {})


def _of_some(match: Match, mission: Sequence[EntityRef]) -> bool:
    """Say whether it is not the mission that a verb tells of: some state's soldiers in it do it, or the mission stands behind the verb."""
    clause, words = match.clause, words_of(match)
    named = [p for p in match.reach() if any(r in mission for r in p.refs)]
    told = any(p.words & words for p in clause.subjects)  # the aim of IRINI is to …
    behind = match.fixed and bool(named) and bool(clause.subjects) and all(p.start > match.anchor for p in named)
    doers = clause.subjects[:1] if not clause.passive else []
    some = (p.refs_of("state") for p in doers if p.is_people or p.senses("national"))
    return (behind and not told) or any(some)


_TERM = frozenset({"ends", "starts", "lasts", "extend"})  # frames of when a mission begins and ends


def _apart(clause: Clause, sentence: Sentence) -> list[str]:
    """Return the verbs of a clause whose particle stands elsewhere: "leidt … op"."""
    return [lemma for v, lemma in clause.lemmas.items() if lemma != sentence.tokens[v].lemma]


def _in_missions(clause: Clause) -> set[int]:
    """Return the tokens with which a clause speaks of missions."""
    missions = [p for p in clause.phrases if any(r.kind == "mission" for r in p.refs)]
    return {i for p in missions for i in range(p.first, p.last + 1)}


def _its_people(builder: Builder, clause: Clause, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the mission whose people do something: "the observers", or "they", who were just counted."""
    discourse = builder.discourse
    for phrase in clause.subjects[:1]:
        group = discourse.group
        if counted := just_counted(builder, phrase, sentence):
            return counted
        pattern, at = builder.pack.plural, clause.finite
        plural = pattern is not None and at is not None and pattern.search(sentence.tokens[at].low) is not None
        plural = plural or not phrase.words.isdisjoint(builder.pack.classes_of("plural_pronoun"))
        theirs = group is not None and {r.id for r in phrase.refs} <= {r.id for r in group.refs}
        if phrase.pronoun == "person_pronoun" and group is not None and plural and theirs and group.left != 1:
            return group.mission  # Latvia supplies ten soldiers to NMI. They advise …
        if phrase.owned and phrase.counted() > 1 and phrase.is_people and not phrase.adjective_refs:
            spoken = next((told for told in (discourse.owner, discourse.topic) if len(told) == 1), [])
            return tuple(r for r in spoken if r.kind == "mission" and r.id)  # its 400 members check that …
        own = phrase.definite and phrase.is_people and not any(r.id for r in phrase.refs)
        if own and not phrase.words & builder.pack.bystanders and not phrase.owned:
            return discourse.sole_mission()
    return ()


def just_counted(builder: Builder, phrase: Phrase, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the mission whose people were counted last, where "they" do something: "EULEX counts 2,200 people. They help …"."""
    they = not phrase.words.isdisjoint(builder.pack.classes_of("plural_pronoun")) or phrase.pronoun == "person_pronoun"
    opens = sentence.tokens[0].start
    here = itertools.takewhile(lambda d: d.paragraph == sentence.paragraph, reversed(builder.drafts) if they else ())
    last = next((d for d in here if d.evidence.start < opens), None)
    if last is None:
        return ()
    beside = (d for d in builder.since(last.sentence) if d.sentence == last.sentence and d.evidence.start < opens)
    told = [d for d in beside if d.fields["predicate"] == "strength"]
    if not told:
        return ()
    mission: tuple[EntityRef, ...] = told[-1].fields["roles"]["mission"]
    return mission if {r.id for r in phrase.refs} <= {None, mission[0].id} else ()


def _its_troops(discourse: Discourse, pack: Pack, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the one mission of the report where its people, or whoever speaks for it, do something: "they", "we", "Danish trainers"."""
    for phrase in clause.subjects[:1]:
        hosts = {r.country for r in discourse.hosts()}
        theirs = phrase.is_people and not any(p.words & pack.bystanders for p in (phrase, *crowd_of(phrase, clause)))
        others = any(r.country in hosts or r.kind in ("group", "organisation", "place") for r in phrase.refs)
        if phrase.words & pack.classes_of("thing_pronoun") and clause.link == "main":
            others = False  # The Council approves a force. It is to …
        if (theirs or phrase.pronoun is not None) and not others:
            return discourse.sole_mission()
    return ()


def _set_up(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the mission that a clause above sets up or sends for what this one says: "approves UNAMID in order | to protect civilians"."""
    above = clause.parent
    if clause.link != "purpose" or above is None or above.negated or (above.passive and not above.reduced):
        return ()
    taken = tuple(r for p in above.objects for r in p.refs if r.kind == "mission" and r.id)
    taken = taken or tuple(r for r in above.antecedent if r.kind == "mission" and r.id)  # the force that SADC sent
    if not (taken or above.objects):  # the force, set up to keep them apart, …
        heads = [p for p in above.subjects[:1] if p.noun == "mission" and p.definite]
        taken = tuple(r for p in heads for r in p.refs_of("mission")) or (
            builder.discourse.missions_here() if heads else ()
        )
    return taken[:1] if above.opened(builder.pack) & _SETS_UP and len({r.id for r in taken}) == 1 else ()


def _begun_for(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the mission that began for what a clause says: "Born in 2003 | to disarm the militias, | UNMIL …"."""
    above = clause.parent
    if clause.link != "purpose" or above is None or not above.reduced or above.negated or above.parent is None:
        return ()
    fronted = above.parent.subjects[:1] if above.first < above.parent.first else ()
    taken = tuple(r for p in fronted for r in p.refs_of("mission"))
    return taken[:1] if above.opened(builder.pack) & _BEGINS and len(taken) == 1 else ()


def _there_for(builder: Builder, clause: Clause, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the mission of which a clause says no more than why it was made or came: "was set up in 1999 | to run Kosovo".

    That alone says what it is for, in whatever words.
    """
    above = clause.parent
    if clause.link != "purpose" or above is None or above.negated or above.modality != "actual" or above.attitudes:
        return ()
    told = _MADE if above.passive else _CAME
    came = not above.passive and (_came_there(above, builder.pack) or _is_there(above, sentence, builder.pack))
    came = came or not builder.pack.classes_of("existing").isdisjoint(above.lemmas.values())
    mine = (above.objects if above.passive else above.subjects)[:1]
    beside = (p for p in above.phrases if p.bare and p not in mine and (p.refs or p.is_people))
    if any(beside) or not (came or told_by(told, above, sentence.tokens, builder.pack)):
        return ()  # was sent 700 soldiers
    heads = [p for p in mine if p.pronoun != "relative"]
    found = [r for p in heads if _whole(p) for r in p.refs_of("mission")]
    if not heads or (above.reduced and not found):
        found = [r for r in above.antecedent if r.kind == "mission" and r.id]
        before = ending_before(above.first, (p for c in builder.clauses for p in c.phrases))
        founded = told_by(_FOUNDED, above, sentence.tokens, builder.pack)  # no people are
        found = found if before is None or founded or _whole(before) else []
    return tuple(found) if len({r.id for r in found}) == 1 else ()


def _falls_to(clause: Clause, pack: Pack) -> tuple[EntityRef, ...]:
    """Return the mission that has something to do, where that is said of nobody else: "Il lui revient | de …", "It falls to EUMA | to …"."""
    nobody = all(p.pronoun is not None and not p.refs for p in clause.subjects)
    if not nobody or pack.classes_of("falling_to").isdisjoint(clause.lemmas.values()):
        return ()
    return tuple(r for p in clause.phrases if "to" in p.relations for r in p.refs_of("mission") if r.id)[:1]


def _came_there(clause: Clause, pack: Pack) -> bool:
    """Say whether somebody came or went to a place or a land: "came to the island in 1964", "went there"; not: went to court."""
    if pack.classes_of("getting_there").isdisjoint(clause.lemmas.values()):
        return False
    spots = (p for p in clause.phrases if p.pronoun == "place_pronoun" or "to" in p.relations)
    return any(
        p.pronoun == "place_pronoun" or p.noun in _SPOTS or any(r.kind == "state" for r in p.refs) for p in spots
    )


def _is_there(clause: Clause, sentence: Sentence, pack: Pack) -> bool:
    """Say whether a clause says no more than that somebody is there: "elle est là | pour …"."""
    being = clause.present and bool(clause.lemmas) and pack.being.issuperset(clause.lemmas.values())
    return being and not pack.classes_of("deictic_place").isdisjoint(clause.lows(sentence.tokens))


def _not_there(clause: Clause, pack: Pack) -> bool:
    """Say whether somebody is not there for what a clause tells: "is not there | to disarm them"."""
    above = clause.parent if clause.link == "purpose" else None
    return above is not None and above.negated and pack.being.issuperset(above.lemmas.values())


def _whole(phrase: Phrase) -> bool:
    """Say whether a phrase is a mission itself, and not some people or things of it: "UNIFIL", "the force", not "a UNIFIL patrol"."""
    last = phrase.named[-1].last if phrase.named else -1
    return phrase.noun == "mission" or (last == phrase.last and phrase.noun is None and not phrase.is_people)


_SPOTS = frozenset({"place", "region", "country"})  # kinds of nouns
_FOUNDED = frozenset({"starts"})
_MADE = frozenset({"starts", "deploy", "approve"})
_CAME = frozenset({"deploy", "arrive", "starts"})
_BEGINS = frozenset({"starts", "deploy", "approve", "arrive"})
_SETS_UP = frozenset({"approve", "deploy", "starts", "extend", "reinforce"})
_BESIDE = frozenset({"strength"})  # what is told of a mission beside what it does
_OTHERWISE = frozenset({"attack", "clash", "detain", "purpose", "risk", "condemn", "suspend", "threaten", "obstruct"})
"""What is told of people that does not say what they are there for."""


def _of_whoever(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a clause tells of nobody in particular: "those who threaten peace"."""
    return (
        clause.link == "relative" and bool(clause.opener) and "those_who" in sentence.tokens[(clause.opener or 1) - 1]
    )


def does(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what a mission is for from what it does, "EUMA's observers watch the ceasefire", or what its people are there for.

    Where something else is told of them, or only "they" and "we" do it, it must be what the register says that the mission is for,
    and be told by what they do or are ("trained", "observers") or aim at ("to fight gangs").
    """
    discourse = builder.discourse
    subject = tuple(r for p in clause.subjects for r in p.refs if r.kind == "mission" and r.id)[:1]
    subject = subject or _its_people(builder, clause, sentence)
    drafts = [d for d in builder.since(number) if d.clause is clause]
    said = {d.fields.get("type") or d.fields["predicate"] for d in drafts}
    own = [d for d in drafts if not (d.nominal and clause.modality == "required" and _of_others(d, subject))]
    own = [
        d for d in own if (d.fields.get("type") or d.fields["predicate"]) not in _BESIDE
    ]  # its 400 members check that …
    sure = bool(subject) and clause.present and not own  # must see that the Syrians withdraw
    subject = subject or _its_troops(discourse, builder.pack, clause)
    above = clause.parent if clause.link == "purpose" else None
    if not (subject or said) and (taken := _set_up(builder, clause) or _begun_for(builder, clause)):
        subject, sure = taken, True
    helps = above is not None and bool(above.opened(builder.pack) & {"support", "aid"})
    falls = _falls_to(above, builder.pack) if above is not None else ()
    free = helps or bool(falls) or not (subject or clause.subjects)
    if above is not None and above.link == "main" and above.present and free:
        doers = falls or tuple(r for p in above.subjects for r in p.refs_of("mission"))[:1]
        subject = doers or _its_people(builder, above, sentence)  # they help Kosovo | to set up a police of its own
        sure = bool(subject) and not said
        alike = [d for d in builder.since(number) if d.clause is above and d.fields["predicate"] == "purpose"]
        if alike:
            return  # must help Mozambique
    if _not_there(clause, builder.pack):
        return
    taken_for = above is not None and above.reduced and above.attitudes & {"say", "judge", "know"}
    if taken_for and above is not None and not builder.pack.classes_of("undergone").isdisjoint(above.lemmas.values()):
        return  # men thought to be jihadists
    once = above is not None and above.verbs and not (above.present or above.future or above.passive or clause.passive)
    opened = above.opened(builder.pack) | clause.opened(builder.pack) if above is not None else set()
    once = bool(once) and above is not None and bool(above.objects) and not (_SETS_UP | {"aim", "extend"}) & opened
    if once or (above is not None and above.attitudes & {"demand", "direct"}):  # asked to leave its posts
        sure = False  # planted trees to please the villagers: what was done once, and why
    real = clause.modality in ("actual", "required") or (clause.modality == "planned" and clause.future)
    there = _there_for(builder, clause, sentence)
    if clause.negated or not (there or (subject and real)) or _of_whoever(clause, sentence):
        return
    if not there and (said & _OTHERWISE or _why_it_stops(clause, builder.pack)):
        return
    inside = _in_missions(clause)
    told = () if clause.attitudes else clause.inner  # checks | that both sides keep the truce
    inside |= _making_up(clause, builder.pack)
    if "strength" in clause.opened(builder.pack):  # counts four ships: what it has, not what it does
        things = (p for p in clause.phrases if p.number is not None and not p.is_people)
        inside |= {i for p in things for i in range(p.first, p.last + 1)}
    words = [i for i in (*clause.order, *(i for c in told for i in c.order)) if i not in inside]
    lasting = bool(subject) and not own and any(t.relation == "since" for t in clause.own_times)  # has since 1982 …
    lasting = lasting and not any(p.number for p in clause.phrases)  # has since then inspected 25 ships
    if not (sure or lasting) and (once or clause.link != "purpose"):
        happened = any(d.fields["predicate"] == "event" for d in drafts)
        told_of = [p for p in clause.phrases if p.is_people and not happened]  # the observers came home
        people = {i for p in told_of for i in range(p.first, p.last + 1)}
        words = [i for i in words if i in people or i in clause.verbs]
    codes = builder.pack.codes("purposes", sentence.tokens, words)
    codes += [c for c in builder.pack.codes_of("purposes", _apart(clause, sentence)) if c not in codes]
    subject, sure = (there, True) if there else (subject, sure)
    entry = discourse.register.mission(subject[0].id)
    known = entry.purposes if entry is not None else ()
    span = builder.evidence(sentence, clause.first, clause.last)
    meant = codes if sure else [code for code in codes if code in known]
    if meant or there:
        fields = {
            "predicate": "purpose",
            "roles": {"mission": tuple({r.id: r for r in subject}.values())},
            "purposes": tuple(meant),
            "text": span.quote,
            "frame": "aim:there" if there else "aim:does",
        }
        builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.65)


def _making_up(clause: Clause, pack: Pack) -> set[int]:
    """Return the verbs that say no more than what people are together: "forment le plus gros contingent" trains nobody."""
    made, formed = pack.classes_of("made_up"), pack.classes_of("formation")
    ends = tuple(pack.classes_of("plural_ending"))
    units = any(p.words & formed and not p.text.endswith(ends) and not p.refs_of("state") for p in clause.objects)
    return {v for v, lemma in clause.lemmas.items() if lemma in made} if units else set()


def _of_others(draft: Draft, mission: tuple[EntityRef, ...]) -> bool:
    """Say whether what a noun tells is nothing that the mission does or suffers."""
    ids = {r.id for r in mission}
    return draft.fields["predicate"] == "event" and not any(
        r.id in ids for rs in draft.fields["roles"].values() for r in rs
    )


def ends_for(match: Match, pack: Pack) -> bool:
    """Say whether words tell why somebody goes, or which mission goes on: "stops to spare its army", "renews the mandate for"."""
    named = match.fixed or (match.phrase is not None and match.phrase not in match.clause.subjects)
    prolonged = named and any(p.noun == "mandate" for p in match.clause.objects)
    return _why_it_stops(match.clause, pack) or (prolonged and "extend" in match.clause.opened(pack))


def _why_it_stops(clause: Clause, pack: Pack) -> bool:
    above = clause.parent if clause.link == "purpose" else None
    return above is not None and not above.opened(pack).isdisjoint(_STOPPING)


_STOPPING = frozenset(
    {"end", "end_mission", "ends", "withdraw", "depart", "depart_mission", "reduce", "suspend", "stopped"}
)


def only_meant(builder: Builder, clause: Clause, number: int) -> None:
    """Leave out what a mission is to do where the clause says that it is for that: "was formed to fight Boko Haram" tells of no clash."""
    told = [d for d in builder.since(number) if d.clause is clause]
    meant = {r.id for d in told if d.fields["predicate"] == "purpose" for r in d.fields["roles"]["mission"]}
    if not meant:
        _told_to_do(told, clause, _set_up(builder, clause))
        return
    # the aim of IRINI is to stop the smuggling
    aim = any(t.frame == "aim" for p in clause.subjects for t in p.triggers)
    aim = aim or any(d.fields["frame"] == "aim:there" for d in told)
    tasks = [
        d
        for d in told
        if (
            d.fields.get("type") in _TASKS
            and (d.fields["modality"] != "actual" or d.nominal)
            and meant.issuperset(r.id for r in d.fields["roles"].get("actor", ()))
        )
        or (d.fields.get("type") in _UPHELD and d.nominal and not _on_a_day(d))
        or (d.fields.get("type") == "threaten" and d.nominal and d.fields["modality"] != "actual")
        or (d.fields.get("type") == "reduce" and d.fields["modality"] != "actual" and _of_no_force(clause))
        or (aim and d.fields["predicate"] == "event" and _theirs_alone(d, meant))
    ]
    if tasks:
        builder.leave_out(tasks)


def _of_no_force(clause: Clause) -> bool:
    """Say whether it is something else than people or a mission that is made less: "is to reduce the threat"."""
    less = clause.objects[:1]
    return bool(less) and not any(
        p.is_people or p.owned or p.noun in ("mission", "contribution") or p.refs for p in less
    )


def _theirs_alone(draft: Draft, meant: set[str | None]) -> bool:
    """Say whether what is told befalls nobody but the missions that are meant: it is not they who stop."""
    roles = draft.fields["roles"]
    return all(r.id in meant for name in ("actor", "target", "mission") for r in roles.get(name, ()))


def _on_a_day(draft: Draft) -> bool:
    when = draft.fields.get("time")
    return when is not None and when.relation == "at"


def _told_to_do(told: Sequence[Draft], clause: Clause, sent: tuple[EntityRef, ...]) -> None:
    """Let what a mission must do for others, or is there to do, be what it is for: "must assist the police against the gangs".

    ``sent`` is the mission that is sent or set up for what the clause tells.
    """
    for draft in told:
        fields, roles = draft.fields, draft.fields.get("roles", {})
        mission, modality = sent or roles.get("mission", ())[:1], fields.get("modality")
        must = modality == "required" and clause.link in ("main", "relative")
        must = must or clause.link == "purpose"
        own = bool(mission) and (bool(sent) or [r.id for r in roles.get("actor", ())] == [mission[0].id])
        if must and own and fields.get("type") in _FOR_OTHERS and not (fields.get("negated") or fields.get("holders")):
            draft.fields = {
                "predicate": "purpose", "roles": {"mission": mission}, "text": draft.evidence.quote, "frame": "aim:must",
                "modality": "actual",
            }  # fmt: skip


_FOR_OTHERS = frozenset({"support", "aid", "mediate"})
# What missions are for, told as events where they do it.
_TASKS = frozenset(
    {"attack", "clash", "support", "aid", "mediate", "cooperate", "reinforce", "investigate", "consult", "obstruct"}
)
# What others agreed or imposed, which a mission watches over: "has watched the truce between X and Y".
_UPHELD = frozenset({"agree", "sanction"})

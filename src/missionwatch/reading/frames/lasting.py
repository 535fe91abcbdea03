"""Since and until when a mission or a part in it goes on, where a frame says so, a clause in any words, or what the mission does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.aims import just_counted
from missionwatch.reading.frames.attaching import fronted_time
from missionwatch.reading.frames.days import turned
from missionwatch.reading.frames.lands import giver_spoken_of
from missionwatch.reading.frames.phrases import before_comma, in_office, refs_in
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.terms import begins_in, of_something_else

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import When


def until(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read until when a mission goes on where a clause says so in any words: "the blue berets stay until 31 October 2024"."""
    ends = [t for t in clause.times if t.relation == "until" and t.resolver is not None]
    begins = [t for t in clause.times if t.relation == "since" and t.resolver is not None]
    if not (ends or begins):
        return
    here = builder.since(number)
    if any(
        d.fields["predicate"] in ("period", "contribution", "leadership", "post") for d in here if d.clause is clause
    ):
        return
    told = (*clause.subjects, *(clause.objects if clause.passive else ()), *_by_which(clause))
    if any(p.words & builder.pack.classes_of("term_noun") or in_office(p) for p in told) or any(
        "as" in p.relations and in_office(p) for p in clause.phrases
    ):
        return  # the term of its head runs until January, its commander stays until then
    tasks = [d for d in here if d.clause is clause and d.fields["predicate"] == "purpose"]
    # MONUSCO's support runs until May
    told = tuple(p for p in told if not of_something_else(p, sentence, builder.pack))
    own = [r for p in told for r in p.refs if r.kind == "mission"] or [
        r for d in tasks for r in d.fields["roles"]["mission"]
    ]
    they = (p for p in clause.subjects[:1] if not p.words.isdisjoint(builder.pack.classes_of("plural_pronoun")))
    own = own or [r for p in they for r in just_counted(builder, p, sentence)]
    standing = bool(own)
    events = [d.fields for d in here if d.clause is clause and (not d.nominal or "target" in d.fields["roles"])]
    events = [
        d for d in events if d.get("type") not in _HELPING or d["roles"].get("actor", ()) != d["roles"].get("mission")
    ]
    happens = any(d.get("type") not in (None, "deploy", "start") for d in events)  # has met with obstruction for weeks
    if any(d.clause is clause and d.fields.get("type") in ("withdraw", "reduce") for d in here):
        return  # by when they leave is no more than that
    works = bool(tasks) or any(d.clause is clause and d.fields.get("type") in _HELPING for d in here)
    lasting = clause.stative or clause.passive or not clause.objects or works
    fronted = fronted_time(clause, sentence.tokens, builder.pack)  # Present since 1978, UNIFIL has 10,000 soldiers
    others_own = [p for p in clause.subjects if of_something_else(p, sentence, builder.pack)]
    spoken = (p for p in clause.phrases if p not in others_own)
    mission = tuple(r for p in spoken for r in p.refs if r.kind == "mission")[:1] or tuple(own[:1])
    entry = builder.discourse.register.mission(mission[0].id) if mission else None
    ahead = clause.modality == "required" or clause.future  # must help for four months from 30 July
    began = builder.when(begins, forward=ahead)
    # has watched the border since 2008
    known = began is not None and entry is not None and begins_in(entry.start, began.edtf or "")
    since = bool(begins) and not ends and standing and (begins == [fronted] or (not happens and (lasting or known)))
    ends = begins if since else ends  # has been deployed in Mali since 2013, not: has been obstructed since 2013
    time = builder.when(ends, forward=ahead or not since, until=True)
    others = [p for p in clause.phrases if not _apposed(p, clause, sentence)]
    counted = fronted is None and any(_how_many(p, clause, builder) for p in others)
    if not mission or time is None or clause.negated or counted:
        return
    if since and clause.present and not ahead and to_come(builder, time):
        return
    vague = (time.edtf or "").startswith("[")  # some weeks ago
    start = entry.start if entry is not None and since and (works or vague) else None
    if start and time.earliest and start < time.earliest[: len(start)]:
        return  # has patrolled in Kidal since 2014, and was there before
    hosts = {r.country for r in builder.discourse.hosts()}
    parts = (r for p in told if p.noun == "contribution" for r in p.adjective_refs)
    giver = tuple(r for r in (*refs_in(clause.subjects, "state"), *parts) if r.country not in hosts)[:1]
    roles = {"mission": mission} | ({"contributor": giver} if giver else {})  # South Africa stays in SAMIM until …
    fields = {
        "predicate": "period", "roles": roles, "subject": "contribution" if giver else "mission", "time": time,
        "frame": "period:until", "modality": clause.modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.65)


def lasts_for(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read how long a mission is to do what it is for: "is to protect civilians for a year", "will help them for four months from 30 July"."""
    length = next((t for t in clause.times if t.duration and t.duration[-1] in "WMY"), None)
    ahead = clause.modality in ("required", "planned") or clause.future
    if length is None or clause.negated or clause.passive or clause.link not in ("main", "relative"):
        return
    around = {t.low for t in sentence.tokens[max(0, length.first - 1) : length.last + 2]}
    all_long = clause.present and bool(around & builder.pack.classes_of("all_long"))  # keeps watch for a whole year
    if not (ahead or all_long) or around & builder.pack.classes_of("so_far"):  # has watched for six months already
        return
    here = [d for d in builder.since(number) if d.clause is clause]
    told = [d for d in here if d.fields["predicate"] == "period"]
    works = [d for d in here if d.fields["predicate"] == "purpose" or d.fields.get("type") in _HELPING]
    mission = next((d.fields["roles"].get("mission", ())[:1] for d in works), ())
    heads = (p for p in clause.subjects if p.noun in (None, "mission"))  # not: its patrol
    doers = {r.id for p in heads for r in p.refs if r.kind == "mission"}
    if not mission or mission[0].id not in doers:
        return
    if told:
        fresh = [d for d in told if d.fields["frame"] == "period:until" and not d.fields["roles"].get("contributor")]
        for draft in fresh:
            draft.fields["duration"] = length.duration
        return
    fields = {
        "predicate": "period", "roles": {"mission": mission}, "subject": "mission", "duration": length.duration,
        "frame": "period:works", "modality": "planned" if ahead else clause.modality,
        "time": builder.when([t for t in clause.times if t.relation == "since"], forward=True),
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def since_its_start(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Since it began, in November 2022, 63,000 people have been trained": when a mission began, told in passing."""
    nouns = builder.pack.classes_of("start_noun")
    for phrase in clause.phrases if clause.times else ():
        if "since" not in phrase.relations or phrase.words.isdisjoint(nouns):
            continue
        chain = [phrase, *dependents(phrase, clause)]
        beside = [
            t for t in clause.times if chain[-1].last < t.first <= chain[-1].last + _BESIDE and t.resolver is not None
        ]
        mission = tuple(r for p in chain for r in p.refs if r.kind == "mission" and r.id)[:1]
        mission = mission or builder.discourse.sole_mission()
        time = builder.when(beside, forward=False)
        if mission and time is not None and time.relation in ("at", "since"):
            fields = {
                "predicate": "period", "roles": {"mission": mission}, "subject": "mission", "frame": "period:start",
                "time": turned(time, "since"),
            }  # fmt: skip
            span = (phrase.start, beside[0].last)
            builder.draft(fields, sentence, number, span, clause=clause, confidence=0.8)


_BESIDE = 3  # tokens between a beginning and its day: ", in November 2022"
_HELPING = frozenset({"support", "aid", "cooperate"})  # what a mission does for as long as it is there


def approved(builder: Builder, clause: Clause, number: int) -> None:
    """Let who approves an extension be who extends: "the Council agreed to an extension of the mission"."""
    here = [d for d in builder.since(number) if d.clause is clause]
    assent = next((d for d in here if d.fields.get("type") == "approve" and d.fields["roles"].get("actor")), None)
    longer = [d for d in here if d.nominal and d.fields.get("type") == "extend"]
    if assent is None or not longer or assent.fields.get("negated"):
        return
    for draft in here:
        if draft in longer:
            draft.fields["roles"] = draft.fields["roles"] | {"actor": assent.fields["roles"]["actor"]}
            draft.fields["time"] = draft.fields.get("time") or assent.fields.get("time")
        if draft in longer or (draft.fields["predicate"] == "period" and draft.fields["frame"].startswith("extend")):
            draft.fields["modality"] = assent.fields["modality"]


def _how_many(phrase: Phrase, clause: Clause, builder: Builder) -> bool:
    """Say whether a phrase counts those who are in a mission, who may come and go while it lasts; not those it has beside it."""
    people = phrase.is_people and not phrase.words & builder.pack.bystanders
    return phrase.number is not None and "with" not in phrase.relations and (phrase in clause.subjects or people)


def to_come(builder: Builder, time: When) -> bool:
    """Say whether a time begins after the report: "UNMISS patrols from tomorrow": it was there before."""
    day = builder.report.published
    return day is not None and time.earliest is not None and time.earliest > day.isoformat()


def _apposed(phrase: Phrase, clause: Clause, sentence: Sentence) -> bool:
    """Say whether a phrase says no more than how many a mission is that was just named: "UNFICYP, some 800 soldiers, …"."""
    before = before_comma(phrase, clause.phrases, sentence.tokens)
    return before is not None and any(r.kind == "mission" for r in before.refs) and phrase.bare


def mandated(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read how long a mandate is, "gave the mission a mandate of one year", or until when it goes on that was renewed."""
    _goes_on(builder, clause, sentence, number)
    lengths = [t for t in clause.times if t.duration]
    if not lengths or clause.negated or "extend" in clause.opened(builder.pack):
        return  # extended the mandate by a year: it has been longer than that
    if any(d.fields["predicate"] == "period" for d in builder.since(number) if d.clause is clause):
        return
    for phrase in clause.phrases:
        length = next((t for t in lengths if 0 < t.first - phrase.last <= _OF), None)
        if length is not None and phrase.words & builder.pack.classes_of("term_noun"):
            _for_a_term(builder, clause, sentence, number, length)
        if length is None or phrase.noun != "mandate":
            continue
        chain = [phrase, *dependents(phrase, clause)]
        mission = refs_in(chain, "mission") or refs_in(clause.phrases, "mission") or builder.discourse.missions_here()
        if mission and not builder.discourse.adjectives(phrase):
            fields = {
                "predicate": "period", "roles": {"mission": mission[:1]}, "subject": "mission", "duration": length.duration,
                "frame": "period:mandate", "modality": clause.modality,
            }  # fmt: skip
            builder.draft(fields, sentence, number, (phrase.first, length.last), clause=clause, confidence=0.75)
            return


def _for_a_term(builder: Builder, clause: Clause, sentence: Sentence, number: int, length: TimeMention) -> None:
    """Read "for the Swedish contribution to UNFICYP a term of one year is foreseen": how long a part in a mission is."""
    part = next((p for p in clause.phrases if p.noun == "contribution"), None)
    if part is None:
        return
    giver = tuple(r for r in builder.discourse.adjectives(part) if r.kind == "state") or giver_spoken_of(
        builder.discourse
    )
    mission = refs_in((part, *dependents(part, clause)), "mission") or builder.discourse.mission_near(anywhere=True)
    if giver and mission:
        fields = {
            "predicate": "period", "roles": {"mission": mission[:1], "contributor": giver[:1]}, "subject": "contribution",
            "duration": length.duration, "frame": "period:term", "modality": clause.modality,
        }  # fmt: skip
        builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)


_OF = 2  # tokens between a mandate and its length: "a mandate of one year", "is for one year"


def _goes_on(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "the mandate was renewed; it now runs until 31 July": until when goes on what was prolonged just before."""
    pack, opens = builder.pack, sentence.tokens[clause.first]
    things = pack.classes_of("thing_pronoun") | pack.classes_of("neuter_pronoun") or pack.classes_of("singular_pronoun")
    it = (opens.low in things or "event_pronoun" in opens) and not any(p.refs or p.definite for p in clause.objects)
    if not it or clause.link != "main" or clause.negated or any(p.first > clause.first for p in clause.subjects):
        return
    until = any(t.relation == "until" for t in clause.own_times)
    if "extend" in clause.opened(pack) or not (until or _runs_out(clause, sentence, pack)):
        return
    before = [d for d in builder.since(number - 1) if d.clause is not clause and d.paragraph == sentence.paragraph]
    last = next((d for d in reversed(before) if d.fields.get("type") == "extend"), None)
    part = last is not None and any(p.noun == "contribution" for p in (last.clause.objects if last.clause else ()))
    if last is None or (last is not before[-1] and not part) or any(d.clause is clause for d in builder.since(number)):
        return
    mission = tuple(last.fields["roles"].get("mission", ()))[:1]
    time = builder.when(clause.own_times, forward=True, until=True)
    if not mission or mission[0].id is None or time is None or refs_in(clause.phrases, "mission"):
        return
    giver = tuple(r for r in last.fields["roles"].get("actor", ()) if r.kind == "state")[:1] if part else ()
    fields = {
        "predicate": "period", "roles": {"mission": mission} | ({"contributor": giver} if giver else {}),
        "subject": "contribution" if giver else "mission", "frame": "period:goes_on",
        "time": turned(time, "until") if time.relation == "at" else time, "modality": clause.modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)


def over(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "On 1 October that is over" of what was told just before, and "op 1 oktober is het met ISAF gedaan"."""
    pack, words = builder.pack, {sentence.tokens[i].low for i in clause.order}
    being = not pack.being.isdisjoint(clause.lemmas.values())
    if clause.link != "main" or clause.negated or not being or words.isdisjoint(pack.classes_of("over_word")):
        return
    here = builder.since(number)
    days = [t for t in clause.times if t.relation == "at" and t.resolver is not None]
    ahead = clause.future or (
        clause.finite is not None and bool(pack.present and pack.present.search(sentence.tokens[clause.finite].low))
    )
    time = builder.when(days, forward=ahead or clause.present)
    if time is None or time.edtf is None or any(d.clause is clause for d in here):
        return
    mission = refs_in((p for p in clause.phrases if "with" in p.relations), "mission")[:1]
    roles, subject = {"mission": mission}, "mission"
    if not mission:
        it = pack.classes_of("thing_pronoun")
        things = [p for p in clause.subjects if p.pronoun in ("event_pronoun", "neuter_pronoun") or p.words & it]
        told = [d for d in builder.since(number - 1) if d.clause is not clause and d.paragraph == sentence.paragraph]
        told = [d for d in told if d.fields["predicate"] in ("contribution", "period") and not d.fields.get("negated")]
        if not things or not told or any(p.named for p in clause.phrases if p.bare):
            return
        given = told[-1].fields["roles"]
        roles = {role: given[role][:1] for role in ("mission", "contributor") if given.get(role)}
        subject = "contribution" if "contributor" in roles else "mission"
    fields = {
        "predicate": "period", "roles": roles, "subject": subject, "frame": "period:over", "time": turned(time, "until"),
        "modality": clause.modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def _runs_out(clause: Clause, sentence: Sentence, pack: Pack) -> bool:
    """Say whether a clause tells until when something goes on, or that it ends."""
    said = {w for i in clause.order for w in (sentence.tokens[i].low, sentence.tokens[i].lemma)}
    fixed = (t for w in said for t in pack.phrase_triggers.get(w, ()) if t.wanted <= said)
    return bool(_ENDING & clause.opened(pack)) or any(t.frame in _ENDING for t in fixed)


_ENDING = frozenset({"lasts", "ends"})


def _by_which(clause: Clause) -> list[Phrase]:
    return [p for p in clause.phrases if p.pronoun == "relative" and "with" in p.relations]

"""How many an event killed, injured, sent or took, and who they were where that is spelled out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.fallen import SOME, made_dead, whose_fallen
from missionwatch.reading.frames.headcounts import people_told
from missionwatch.reading.frames.phrases import brought_to
from missionwatch.reading.frames.roles import load_frames
from missionwatch.reading.frames.sides import strike
from missionwatch.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef

# Events that count people other than by harm.
_OF_MANY = frozenset({"deploy", "withdraw", "reinforce", "reduce", "detain", "release", "expel", "protest", "aid"})


def counted(builder: Builder, match: Match, sentence: Sentence, fields: dict[str, Any]) -> bool:
    """Add how many were killed, injured, sent or taken; say False where a blow has no one it struck, or there was none."""
    frame, roles = match.frame, fields["roles"]
    if frame.harm and (_by_mishap(builder, sentence, roles) or _of_all_years(builder, match, sentence, roles)):
        return False
    killers = roles.get("actor", ()) if frame.name in ("kill", "wound") else ()
    people = people_told(match, builder.pack, skip=killers)
    if frame.harm and people is not None:
        fields[frame.harm] = people[1]
        if people[0].single:
            return True
        made_dead(match, people[0], roles)
        some = [r for p in match.relations.get("among", ()) if p.number or p.single for r in p.refs]
        if some and "among" not in people[0].relations and all(r in some for r in roles.get("target", ())):
            roles.pop("target", None)  # six people, including two Italians: the two are not all
        soldiers = any(sense.body == "armed_forces" for sense in people[0].senses("body"))  # service members
        theirs = any(r.kind == "mission" for r in people[0].refs)  # eleven men of MINUSMA
        others = builder.pack.outsiders if theirs else builder.pack.bystanders
        bystanders = people[0].words & others and not soldiers
        there = {r.country for r in roles.get("place", ())}
        hit = roles.get("target", ())
        abroad = bool(there) and bool(hit) and all(r.kind == "state" and r.country not in there for r in hit)
        of_them = tuple(r for r in _struck_before(builder, match) if people[0].anaphor in SOME)
        if of_them:
            strike(roles, of_them)
        elif (bystanders and not abroad) or not any(r.id for r in hit):
            roles.pop("target", None)  # "30 strijders" are how many, not who
            if who := _spelled_out(builder, match) or whose_fallen(builder, match, people[0], roles):
                strike(roles, who)
    elif frame.name in ("killed", "wounded") and (not any(r.id for r in roles.get("target", ())) or _is_a_body(match)):
        return False
    elif frame.harm and people is None and (one := _one_person(match, builder.pack)) is not None:
        fields[frame.harm] = Quantity(1.0, 1.0, 1.0, "people", "exact", one.text)
    elif people is not None and frame.type == "reduce" and match.phrase is None and brought_to(people[0]):
        pass  # reduced to 8,000: how many are left
    elif people is not None and frame.type in _OF_MANY:
        fields["quantity"] = people[1]
    # the soldiers wounded in the attack: who they were, told of what they do now
    aside = bool(frame.harm) and match.clause.reduced and match.clause.passive
    return not aside or bool(fields.get(frame.harm or "") or "actor" in roles)


def _one_person(match: Match, pack: Pack) -> Phrase | None:
    """Return the one person, by name or by post, whom a clause says to be killed or hurt: "General X was shot dead", "killed the governor"."""
    clause = match.clause
    falls = match.frame.name not in ("kill", "wound")
    hit = [p for p in (clause.subjects if falls and not clause.passive else clause.objects) if p.bare][:1]
    if match.phrase is not None or not hit or hit[0].group or hit[0].number is not None or hit[0].negated:
        return None
    who = hit[0]
    posted = bool(who.senses("function", "rank")) and (who.definite or who.single)
    several = who.words & pack.classes_of("plural_article") or who.text.split()[-1].endswith(
        tuple(pack.classes_of("plural_ending"))
    )
    return who if who.person or (posted and not several and not who.refs_of("mission")) else None


def _struck_before(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return whom the blow struck that the clause before told: of them so many fell."""
    last = builder.drafts[-1] if builder.drafts else None
    blow = last is not None and last.fields.get("type") == "attack" and last.clause is not match.clause
    near = last is not None and (last.clause is match.clause.coordinated or last.clause is match.clause.parent)
    return (
        tuple(r for r in last.fields["roles"].get("target", ()) if r.id) if last is not None and blow and near else ()
    )


def _is_a_body(match: Match) -> bool:
    """Say whether what is dead is a mission or an organisation itself, and nobody of it: "the G5 Sahel is dead"."""
    who = match.clause.subjects if match.phrase is None else []
    return any(r.kind in ("mission", "organisation") for p in who if not p.is_people for r in p.refs)


def _by_mishap(builder: Builder, sentence: Sentence, roles: dict[str, Any]) -> bool:
    """Say whether people died or were hurt with nobody's doing: in a crash, in an exercise; and who else was in it.

    Where the sentence tells of a blow too ("crashed after it was hit by a rocket"), it was one.
    """
    if any(r.kind != "mission" for r in roles.get("actor", ())):  # but: a mission's own helicopter fell on them
        return False
    words, before = builder.pack.classes_of("mishap"), builder.mishap
    heads = tuple(words) if builder.pack.compounds else ()
    told = any(not words.isdisjoint((t.low, t.lemma)) or t.low.endswith(heads) for t in sentence.tokens)
    others = (
        before is not None and before.paragraph == sentence.paragraph and not any(r.id for r in roles.get("target", ()))
    )
    mishap = (told or others) and not _of_a_blow(sentence, builder.pack)
    if mishap:
        builder.mishap = sentence
    return mishap


def _over_years(builder: Builder, match: Match) -> bool:
    """Say whether people died over years of service: "in the past ten years", "have served there since 2001, and ten died"."""
    clause = match.clause
    before = clause.coordinated.times if clause.coordinated is not None else []
    times = [t for t in match.times if t.relation != "since"] if match.times else before  # killed since 2014: counted
    when = builder.when([t for t in times if t.resolver is not None], forward=False)
    if when is None or when.earliest is None or when.relation not in ("since", "during"):
        return False
    day = builder.report.published
    last = when.latest if when.relation == "during" else day.isoformat() if day is not None else None
    return last is not None and (date.fromisoformat(last) - date.fromisoformat(when.earliest)).days > _YEARS


_YEARS = 700  # days; a war has its dead in fewer


def _of_all_years(builder: Builder, match: Match, sentence: Sentence, roles: Mapping[str, Any]) -> bool:
    """Say whether the dead are those of all of a mission's time: "the deadliest mission, with 200 peacekeepers killed"."""
    if not roles.get("actor") and _over_years(builder, match):
        return True
    if match.times:
        return False
    words = builder.pack.classes_of("deadliest")
    tokens = sentence.tokens
    missions = (p for c in builder.clauses for p in c.phrases if p.noun == "mission")
    return any(tokens[i].low in words for p in missions for i in range(p.first, min(p.last + 3, len(tokens))))


def _of_a_blow(sentence: Sentence, pack: Pack) -> bool:
    """Say whether a word of a sentence opens an attack or a fight, not only tells who fell."""
    here = {w for t in sentence.tokens for w in (t.low, t.lemma)}
    mines = pack.classes_of("explosive")
    blows = (t for t in sentence.tokens if _blow(t, pack, here) and not by_accident(t.index, sentence.tokens, pack))
    return not mines.isdisjoint(here) or any(blows)


def by_accident(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word for a blow is told as a mishap: "l'explosion accidentelle", "an accidental shooting", "un accident de tir"."""
    words = pack.classes_of("mishap")
    beside = [tokens[n] for n in (i - 1, i + 1) if 0 <= n < len(tokens)]
    if i > 1 and "of" in pack.relations.get((tokens[i - 1].low,), ()):
        beside.append(tokens[i - 2])
    return any(not words.isdisjoint((t.low, t.lemma)) for t in beside)


def _blow(token: Token, pack: Pack, here: set[str]) -> bool:
    frames = load_frames()
    opened = [
        t
        for form in {token.low, token.lemma}
        for triggers in (pack.verb_triggers, pack.noun_triggers, pack.phrase_triggers)
        for t in triggers.get(form, ())
    ]
    blows = (t for t in opened if frames[t.frame].type in ("attack", "clash") and not (frames[t.frame].harm or t.only))
    return any(len(t.words) == 1 or t.wanted <= here for t in blows)


def _spelled_out(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return who "four people" were, where it follows: "… injured four people: three observers of UNTSO and a guide"."""
    after = next((c for c in builder.clauses if c.first > match.clause.last), None)
    if after is None or after.verbs or after.first > match.clause.last + 2:
        return ()
    told = next((p for p in after.phrases if p.bare), None)
    return tuple(r for r in told.everyone() if r.id) if told is not None and told.is_people else ()

"""All the people of a mission that goes without saying: "the 209 monitors", "of the 85 staff half will leave", "it will get 75 observers"."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import A_FEW, number_alone
from missionwatch.reading.frames.remnants import whose_people
from missionwatch.reading.frames.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def all_of_them(here: Telling) -> None:
    """Read "The 209 monitors drive along the border" where the report speaks of one mission, and nobody else's people were counted."""
    discourse = here.discourse
    counted = next((p for p in here.clause.phrases if _theirs(here, p) and not _known(here, p)), None)
    if counted is None or discourse.ours() or discourse.quoted or whose_people(discourse) is not None:
        return
    if (mission := discourse.main_mission()) and not _counted(here, counted):
        _strength(here, mission, counted)


def under_him(here: Telling) -> None:
    """Read "He has 84 people", "General X commands 28,000 peacekeepers" of a mission's commander: all that it has."""
    clause, post = here.clause, here.discourse.post
    if post is None or not post.mission or clause.passive or here.told("strength", "presence", "contribution"):
        return
    leads = here.opens("command", "lead")
    has = here.is_any(here.pack.classes_of("having") | here.pack.classes_of("keeping"))
    his = any(r.id == post.person.id for p in clause.subjects for r in p.refs)
    under = (p for p in clause.objects if p.bare and not p.owned and _a_force(here, p) and p.share is None)
    men = next((p for p in under if not p.refs_of("state")), None)
    if his and men is not None and ((leads and here.pack.blue(men.text)) or (has and not leads)):
        _strength(here, post.mission, men, "planned" if clause.future else "actual")


def has_so_many(here: Telling) -> None:
    """Read "It has only 800", "Elle n'en a que 800", "Zij heeft er maar 800" of a mission, where people were counted before."""
    clause = here.clause
    mission = tuple(r for p in clause.subjects[:1] for r in p.refs_of("mission"))
    has = here.is_any(
        here.pack.classes_of("having") | here.pack.classes_of("numbering") | here.pack.classes_of("measuring")
    )
    if (
        not (mission and has and here.discourse.counts_people)
        or clause.passive
        or here.told("strength", "contribution")
    ):
        return
    counts = [p for p in clause.objects if p.bare and p.counted() >= A_FEW and number_alone(p, here.tokens)]
    others = any(p.first > counts[0].last and p.start == counts[0].last + 1 for p in clause.phrases) if counts else True
    if len(counts) == 1 and not others:
        _strength(here, mission, counts[0], clause.modality if clause.modality != "conditional" else "possible")


def _a_force(here: Telling, phrase: Phrase) -> bool:
    return phrase.is_people and phrase.counted() >= A_FEW and not phrase.words & here.pack.outsiders


def to_get(here: Telling) -> None:
    """Read "It will get 75 observers" of a mission that has only just been set up."""
    clause = here.clause
    who = clause.subjects[0] if clause.subjects and not clause.passive else None
    mission = who.refs_of("mission") if who is not None and not who.owned else ()
    if not mission or not here.is_any(here.pack.classes_of("getting")) or not _new(here, mission[0]):
        return
    people = next((p for p in clause.objects if p.bare and not p.definite and _serving(here, p)), None)
    if people is not None and not _particular(here, people) and not here.told("strength"):
        _strength(here, mission, people, modality="planned")


def set_to(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "300 unarmed soldiers are to see to the truce" where that is what a mission just named is for."""
    here = Telling(builder, clause, sentence, number)
    aim = next(iter(here.told("purpose")), None)
    who = clause.subjects[0] if clause.subjects else None
    if aim is None or who is None or not who.bare or who.definite or not _serving(here, who):
        return
    mission: tuple[EntityRef, ...] = aim.fields["roles"].get("mission", ())
    told = here.told("strength", "contribution")
    if mission and not _particular(here, who) and clause.finite is not None and not told:
        _strength(here, mission, who, modality="planned" if clause.modality == "required" else clause.modality)


def _theirs(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase counts all of some people, with no word of whose, which or where: "the 209 monitors"."""
    all_told = phrase.definite or phrase.whole is not None  # of the 85 staff, half
    plain = all_told and phrase.bare and not (phrase.demonstrative or phrase.owned or phrase.seconded)
    return plain and _serving(here, phrase) and not _particular(here, phrase)


def _serving(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase counts people as missions have them."""
    serving = not phrase.words.isdisjoint(here.pack.classes_of("in_service"))
    return phrase.is_people and serving and _many(phrase) >= A_FEW and not phrase.adds(here.pack.additional)


def _many(phrase: Phrase) -> float:
    """Return how many all of them are: of the 85 staff, half."""
    return (phrase.whole.value or 0.0) if phrase.whole is not None else phrase.counted()


def _particular(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase says whose its people are, which of them, or where."""
    pack = here.pack
    named = any(s.id or s.country for n in phrase.named for s in n.senses)
    if named or phrase.adjective_refs or phrase.unknown_name or phrase.group or phrase.refs_of("state"):
        return True
    which = pack.classes_of("first_of") | pack.classes_of("ending") | pack.classes_of("foreign")
    if phrase.words & which or any("other" in t for t in here.tokens[phrase.first : phrase.last + 1]):
        return True
    after = phrase.last + 1
    behind = any(p.start == after and p.relations and not p.triggers for p in here.clause.phrases)
    return behind or any(c.first in (after, after + 1) for c in here.clause.relatives + here.clause.participles)


def _known(here: Telling, phrase: Phrase) -> bool:
    """Say whether so many people were told of before."""
    counts = (d.fields.get("quantity") for d in here.builder.drafts)
    return any(q is not None and q.value == _many(phrase) for q in counts)


def _counted(here: Telling, phrase: Phrase) -> bool:
    """Say whether people of somebody else were counted last, or those who bear arms for somebody else were just told of."""
    group = here.discourse.group
    counted = group is not None and any(r.id and r.kind != "mission" for r in group.refs)
    if phrase.whole is not None or not phrase.senses("body"):
        return counted  # half of the instructors, the monitors: no army's
    near = itertools.takewhile(lambda r: r.kind != "mission", itertools.islice(here.discourse.spoken_of(), _NEAR))
    return counted or any(r.kind == "group" or r.body in ("armed_forces", "police") for r in near)


def _new(here: Telling, mission: EntityRef) -> bool:
    """Say whether a mission is only about to begin, or has just begun."""
    entry, day = here.discourse.register.mission(mission.id), here.builder.report.published
    if entry is None or day is None or not entry.start:
        return False
    return entry.start[:10] >= (day - timedelta(days=_YOUNG)).isoformat()[: len(entry.start)]


_YOUNG = 60  # days
_NEAR = 12  # refs


def _strength(here: Telling, mission: Sequence[EntityRef], people: Phrase, modality: str = "actual") -> None:
    counted = people.whole or people.number
    many = counted.quantity("people", people.text) if counted is not None else None
    fields = {
        "predicate": "strength", "roles": {"mission": tuple(mission[:1])}, "frame": "strength:all",
        "quantity": many, "modality": modality, "time": None,
    }  # fmt: skip
    here.draft(fields, (people.first, people.last), 0.8)

"""Which of a name's meanings is meant, from what the report has spoken of; and what body of a state a post or body names."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Named, Phrase
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import Body, EntityRef
    from missionwatch.register import Mission, Register, Sense

_DIPLOMATS = frozenset({
    "ambassador", "consul", "diplomat", "permanent-representative", "special-envoy", "envoy", "charge-d-affaires",
})  # fmt: skip
GOVERNMENT = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister", "prime-minister",
    "president", "spokesperson", "secretary-of-state",
})  # fmt: skip
"""Posts of those who govern a state."""
_HEADS = frozenset({"head-of-state", "head-of-government", "president", "prime-minister"})
_GOVERNS = frozenset({"head-of-government", "prime-minister"})
_MINISTERS = frozenset({"minister", "defence-minister", "foreign-minister"})
_LAWMAKERS = frozenset({"member-of-parliament", "speaker"})
MISSION_POSTS = frozenset({
    "force-commander", "deputy-force-commander", "mission-commander", "head-of-mission", "deputy-head-of-mission",
})  # fmt: skip
"""Posts that there are in missions only."""
FIELD_RANKS = frozenset({"colonel", "lieutenant-colonel", "major", "captain", "commander"})
"""Ranks of those who may command no more than a unit."""
OFFICES = {"high-representative": "organisation:eu"}
"""Posts that there are in one organisation only, and which."""
_INTERNATIONAL = MISSION_POSTS | {"special-representative", "secretary-general", "high-representative"}


def led_before(register: Register, name: str, post: str | None, spoken: Collection[str | None] = ()) -> str | None:
    """Return the state that somebody is known to have governed.

    By the last name alone only who is said to head one, or a minister of the one land ``spoken`` of that had a minister of that name.
    Nothing where their post has them speak for an organisation or a mission, whatever they were before.
    """
    if post in _INTERNATIONAL:
        return None
    if post not in _HEADS and " " not in name:
        lands = register.lands_of(name).intersection(spoken) if post in _MINISTERS else frozenset[str]()
        return next(iter(lands)) if len(lands) == 1 else None
    governed = register.governed_by(name) if post in _GOVERNS else None
    return governed or register.leader(name)


def gender_of(phrase: Phrase, pack: Pack) -> str | None:
    """Return the gender that a phrase's first word or how it addresses somebody shows, where the language has one: "la", "elle", "Mme X"."""
    if not pack.classes_of("feminine"):
        return None
    first = phrase.text.partition(" ")[0].lower()
    titles = phrase.words & pack.classes_of("honorific") if phrase.person else frozenset()
    return next((g for g in ("masculine", "feminine") if {first, *titles} & pack.classes_of(g)), None)


def stands_for_people(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a demonym that is also an adjective stands alone: "de Fransen", "trois Français", "the Irish"."""
    last = phrase.named[-1]
    if pack.names_premodify and phrase.definite and phrase.first + 1 == last.first and last.last == phrase.last:
        return bool(last.forms("adjective", "national"))
    # trois Français, des Danois
    plain = phrase.noun is None and (
        phrase.number is not None or phrase.single or phrase.some or bool(phrase.relations)
    )
    return last.last == phrase.last and (phrase.definite or plain) and bool(last.forms("national"))


def of_one_national(clause: Clause, tokens: Sequence[Token], pack: Pack) -> frozenset[str]:
    """Return whose one national does what a clause tells: "De Braziliaan Marcos leidt …" is not Brazil."""
    at = clause.finite
    if at is None or (pack.plural is not None and pack.plural.search(tokens[at].low)):
        return frozenset()
    alone = [p for p in clause.subjects if not (p.senses("name", "capital", "seat") or p.group)]
    lone = [
        p for p in alone
        if (pack.plural and p.senses("national")) or (p.single and p.noun is None and p.named[-1:] and _says_land(p))
    ]  # fmt: skip
    return frozenset(r.id for p in lone for r in (*p.refs, *p.adjective_refs) if r.id)


def _says_land(phrase: Phrase) -> bool:
    """Say whether a phrase ends with whose somebody is: "a Norwegian"; not: "a Danish general"."""
    return phrase.named[-1].last == phrase.last and bool(phrase.named[-1].forms("adjective"))


def meant(discourse: Discourse, named: Named, phrase: Phrase) -> list[Sense] | None:
    """Return the senses meant (usually one); None where it is ambiguous and nothing decides."""
    names = named.forms("name", "seat", "capital", "body", "national")
    missions = [s for s in names if s.kind == "mission"]
    if len(missions) == 1 and (own := mission_itself(names, discourse.register)) is not None:
        return [own]
    if _of_another(names, phrase):
        return []  # the Canadian House of Commons: not the British one
    if len(missions) > 1:
        chosen = _choose_mission(discourse, [cast("str", s.id) for s in missions])
        return [s for s in missions if s.id == chosen] if chosen else None
    if len(names) == 1 and discourse.register.parent_of(names[0].id or "") and _inside_longer(discourse, named, phrase):
        return None  # the National Security Council is not the UN's
    capital = next((s for s in names if s.form == "capital"), None)
    seat = next((s for s in names if s.form == "seat" and s.kind == "organisation"), None)
    if seat is not None and capital is None:  # New York: the UN, or the town
        there = {"in", "to", "from", "at"} & set(phrase.relations)
        return [s for s in names if s.kind == "place"][:1] if there else [seat]
    governs_there = next((s for s in names if s.form == "seat" and s.kind == "state"), None)
    if capital is None and any(s.kind == "place" for s in names):
        capital = governs_there  # Abidjan: a town, and who governs from it
    if capital is not None:
        spoken = discourse.countries[capital.country or ""] or capital.country == discourse.home
        if seat is not None and not spoken and not {"in"} & set(phrase.relations):
            return [seat]  # Brussels, where nobody speaks of Belgium
        beside = "with" in phrase.relations  # an agreement with Washington is with who governs there
        spatial = not (beside or phrase.of_people) and bool({"in", "to", "from", "at"} & set(phrase.relations))
        owner = discourse.pack.possessive
        owns = owner is not None and any(owner.fullmatch(word) for word in phrase.words)  # Moscow's bombing of Kyiv
        spatial = spatial or (not owns and any(t.frame in _AT_TOWNS for t in phrase.triggers))  # the Kabul bombing
        place = next((s for s in names if s.kind == "place"), None)
        return [place if spatial and place is not None else capital]
    if len(names) > 1:
        kinds = {s.id for s in names}
        if len(kinds) == 1:
            return [next((s for s in names if s.form in ("name", "body", "seat")), names[0])]
        placed = [s for s in names if s.country and (discourse.countries[s.country] or s.country == discourse.home)]
        states = [s for s in names if s.kind == "state" and s.form == "name"]
        anywhere = [
            s for s in names if s.kind == "group" and not s.country
        ]  # its namesakes are of countries not spoken of
        best = placed[:1] or (states if len(states) == 1 else []) or (anywhere if len(anywhere) == 1 else [])
        return best or None
    only_national = [s for s in names if s.form == "national"]
    return [] if only_national and len(only_national) == len(names) else names


def _of_another(names: Sequence[Sense], phrase: Phrase) -> bool:
    """Say whether names are those of a body of one state, and the phrase says that it is another's."""
    lands = {s.country for s in phrase.senses("adjective") if s.kind == "state"}
    return bool(names) and all(s.form == "body" and s.country not in lands for s in names) and bool(lands)


# Frames of what happens in a town, at nobody's behest.
_AT_TOWNS = frozenset({"attack", "shelling", "clash", "coup", "protest"})


def mission_itself(senses: Sequence[Sense], register: Register) -> Sense | None:
    """Return the mission that a name means where all else that it means is the organisation that runs it: the MFO is its own mission."""
    missions = [s for s in senses if s.kind == "mission"]
    entry = register.mission(missions[0].id) if len(missions) == 1 else None
    if entry is None or any(s.kind != "mission" and s.id != f"organisation:{entry.organisation}" for s in senses):
        return None
    return missions[0]


def mission_called(discourse: Discourse, noun: str) -> EntityRef | None:
    """Return the mission just spoken of, where its full name is, or ends in, a noun: ONUCA is an Observer "Group"; no rebels came since."""
    last = next((r for r in discourse.spoken_of() if r.kind in ("mission", "group", "organisation")), None)
    if last is None or last.kind != "mission" or discourse.pack.nouns.get(noun) != "organisation":
        return None
    entry = discourse.register.mission(last.id)
    names = getattr(entry, discourse.pack.language) if entry is not None else ()
    ends = tuple(word.lower() for name in names for word in name.split())
    called = any(word == noun or (discourse.pack.compounds and word.endswith(noun)) for word in ends)
    return last if called else None


def mission_titled(discourse: Discourse, words: Sequence[str]) -> EntityRef | None:
    """Return the mission spoken of that a part of its full name stands for, with capitals: "the Authority", "the Observer Group"."""
    if not 0 < len(words) <= _TITLE or not all(word[:1].isupper() and word[1:].islower() for word in words):
        return None
    near = discourse.mission_near(anywhere=True)
    entry = discourse.register.mission(near[0].id) if near else None
    said = f" {' '.join(words)} "
    body = getattr(discourse.register.entry(entry.operator), discourse.pack.language, ()) if entry is not None else ()
    plain = len(words) == 1 and discourse.pack.nouns.get(words[0].lower()) == "organisation"
    if plain or any(said in f" {name} " for name in body):
        return None  # the Union, the Organization
    full = (name for name in getattr(entry, discourse.pack.language, ()) if len(name.split()) > _TITLE)
    return near[0] if any(said in f" {_not_where(name, discourse.pack)} " for name in full) else None


def _not_where(name: str, pack: Pack) -> str:
    """Return a mission's name without the land it is in, or whose it is: "United Nations Transitional Authority"."""
    return " ".join(itertools.takewhile(lambda word: (word,) not in pack.relations, name.split()))


_TITLE = 3  # words: "the Transitional Administration"


def _inside_longer(discourse: Discourse, named: Named, phrase: Phrase) -> bool:
    """Say whether a name is the end of a longer one, which is somebody else's: a word with a capital stands before it."""
    before = phrase.text.partition(named.text)[0].split()
    word = before[-1] if before else ""
    known = any(other.last == named.first - 1 for other in phrase.named)
    return word[:1].isupper() and not known and "determiner" not in discourse.pack.classes.get(word.lower(), ())


def _choose_mission(discourse: Discourse, ids: list[str]) -> str | None:
    """Choose among missions that share a name: one already named, else the one whose host the report speaks of.

    Where a name says the host itself ("the NATO mission in Afghanistan"), it is the one that runs on the report's day.
    """
    day = discourse.report.published
    ids = [i for i in ids if not _to_come(discourse.register.mission(i), day)] or ids
    known = [i for i in ids if discourse.named_missions[i] or discourse.spoke_of(i)]
    if len(known) == 1:
        return known[0]
    weight = {i: max((discourse.countries[h] for h in discourse.hosts_of(i)), default=0) for i in ids}
    best = max(weight.values(), default=0)
    same_host = len({tuple(discourse.hosts_of(i)) for i in ids}) == 1
    chosen = [i for i in ids if weight[i] == best] if best or same_host else []
    last = discourse.told[0] if discourse.dated and discourse.told is not None else day
    for when in (last, day):  # of April 2014, that a chronology told last
        running = [i for i in chosen if (e := discourse.register.mission(i)) is None or when is None or e.runs(when)]
        if len(running) == 1:
            return running[0]
    return chosen[0] if len(chosen) == 1 else None


def _to_come(mission: Mission | None, day: date | None) -> bool:
    """Say whether a mission began so long after a day that nobody spoke of it yet."""
    if mission is None or day is None or not mission.start:
        return False
    return mission.start > (day + timedelta(days=_AHEAD)).isoformat()


_AHEAD = 365  # days in which a mission is planned and spoken of


def body_of(phrase: Phrase) -> Body | None:
    """Return the body of a state that a phrase names, or that who holds the post it names belongs to; None of posts of no state."""
    for sense in phrase.senses("body"):
        if sense.body:
            return sense.body
    for sense in phrase.senses("function"):
        code = sense.code or ""
        if code in _INTERNATIONAL or code == "chair":
            return None
        if code in _DIPLOMATS:
            return "diplomats"
        if code in _LAWMAKERS:
            return "parliament"
        return "government" if code in GOVERNMENT or code.endswith("minister") else "armed_forces"
    return None


def commander_of(mission: Mission | None) -> str:
    """Return what who leads a mission is called: force commander, but not where the EU or NATO train or guard ships, nor without soldiers."""
    if mission is None:
        return "mission-commander"
    if mission.type in UNARMED:
        return "head-of-mission"
    force = mission.organisation not in _WITH_A_STAFF or "stabilisation" in mission.purposes
    return "force-commander" if force or _NO_FORCE.isdisjoint(mission.purposes) else "mission-commander"


UNARMED = frozenset({"civilian", "political", "police"})
"""Types of missions without soldiers."""
_WITH_A_STAFF = frozenset({"eu", "nato"})
_NO_FORCE = frozenset({"training", "maritime-security"})  # what missions are for that are no force on the ground


def held_as(pack: Pack, function: str, words: frozenset[str]) -> str | None:
    """Return the post of someone whose title has these words: none of a former one; a deputy's own, where there is one."""
    if words & pack.classes_of("former"):
        return None
    said = words | (
        {word.partition("-")[0] for word in words} if function == "head-of-state" else set()
    )  # Vice-President
    if not said & pack.classes_of("deputy") or function.startswith("deputy"):
        return function
    return "minister" if function.endswith(("minister", "government")) else _DEPUTIES.get(function)


def said_of(phrase: Phrase, clauses: Sequence[Clause]) -> frozenset[str]:
    """Return the words of a title; of a relative pronoun those of what it takes up: "Vice-President X, who …"."""
    same = (p.words for c in clauses for p in c.phrases if p.named is phrase.named and p.words)
    return phrase.words if phrase.words or not phrase.named else frozenset(next(same, ()))


_DEPUTIES = {
    "force-commander": "deputy-force-commander",
    "mission-commander": "deputy-force-commander",
    "head-of-mission": "deputy-head-of-mission",
}


def of_nobody_known(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a body is of a land that no register knows, by a word with a capital before it, or of any but this: "foreign soldiers"."""
    if phrase.noun == "people" and phrase.words & pack.classes_of("foreign") and not phrase.senses("function"):
        return True
    if not pack.compounds:
        return False
    told = phrase.unknown_name
    hits = phrase.senses("body", "function")
    before = phrase.text.split(told)[0] if told and hits else None
    return before is not None and phrase.definite and not any(n.text in before for n in phrase.named)


def led_by_them(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a state is only told to lead a force, which is not all its own: "the German-led battlegroup"."""
    return phrase.noun == "mission" and not phrase.words.isdisjoint(pack.leading)

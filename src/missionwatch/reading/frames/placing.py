"""Where something happens that says it in no place of its own: the town visited, where others are from, what "when …" names."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.dating import thrown
from missionwatch.reading.frames.headcounts import of_a_part, some_moved
from missionwatch.reading.frames.lands import land_spoken_of, seized
from missionwatch.reading.frames.phrases import TAKEN_UP, they
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.register import Register


def home(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether the place is no more than where those who did it or whom it befell are from."""
    own = {r.id for role in ("actor", "target") for r in roles.get(role, ()) if r.id}
    where = [p for p in match.reach() if any(r in roles["place"] for r in p.refs)]
    return bool(own & {r.id for r in roles["place"]}) and all("from" in p.relations for p in where)


def in_passing(clause: Clause, place: Sequence[EntityRef], *, placed: bool = True) -> bool:
    """Say whether places stand only in what is told as cause or in spite of what: "after the raid in X, Y sent troops to Z".

    Where nothing else says where (not ``placed``), only what it is in spite of says nothing of it: "ondanks bezwaren van Frankrijk".
    """
    causes = _CAUSES if placed else _DESPITE
    beside: set[int] = set()
    ends = _APART  # where such a chain of phrases ends
    for phrase in clause.phrases:
        told = phrase.owned or any(r.id for r in phrase.refs)
        if not causes.isdisjoint(phrase.relations) and not told:
            ends = phrase.last
        elif ends != _APART and phrase.relations and phrase.start == ends + 1:
            beside.add(phrase.first)
            ends = phrase.last
        else:
            ends = _APART
    named = [p for p in clause.phrases if any(r in place for r in p.refs)]
    return bool(named) and all(p.first in beside for p in named)


def seen_there(match: Match) -> dict[str, tuple[EntityRef, ...]]:
    """Return what somebody visits that has no name, in the words of the text: "the frigate", "the island", "our people"."""
    clause = match.clause
    goes = match.phrase is None and any(r.id and r.kind == "person" for p in clause.subjects for r in p.refs)
    towards = [p for way in ("to", "in", "at") for p in match.relations.get(way, ())]
    for seen in (*clause.objects, *towards) if goes else ():
        if seen.definite and not seen.triggers and (seen.is_people or seen.senses("asset")):
            return {"target": (EntityRef(text=seen.text),)}
        if seen.definite and not seen.triggers and seen.noun in ("place", "region") and seen not in clause.subjects:
            return {"place": (EntityRef(text=seen.text, kind="place"),)}
    return {}


def works_there(match: Match, pack: Pack, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Let where somebody stops his own work be a place, and not whom he stops it to: "a interrompu ses opérations au Mali"."""
    work = match.clause.objects[:1] if match.phrase is None else []
    own = any(p.owned and (p.words & pack.classes_of("work_noun") or p.noun == "mission") for p in work)
    spots = [r for p in match.clause.phrases if "in" in p.relations for r in p.refs if own and not r.body]
    there = tuple(r for r in roles.get("target", ()) if r in spots and r.kind in ("place", "state"))
    if there and there == roles["target"]:
        del roles["target"]
        roles["place"] = there


_APART = -1
_CAUSES = frozenset({"because", "after", "despite", "since"})
_DESPITE = frozenset({"despite"})


def on_their_own(phrases: Sequence[Phrase], pack: Pack) -> bool:
    """Say whether people are in another force, or where two states agreed on it: "for a reaction force", "under a bilateral agreement"."""
    pacts, defence = pack.classes_of("pact_noun"), pack.classes_of("defence_noun")
    apart = any(p.noun == "mission" and p.single and not (p.refs or p.told_apart) for p in phrases)
    apart = apart or any(p.words & pack.classes_of("bilateral") for p in phrases)
    for pact, after in itertools.pairwise([*phrases, *phrases[-1:]]):
        named = pact.words | (after.words if "of" in after.relations else frozenset())  # un accord de défense
        apart = apart or bool(pact.relations and pact.words & pacts and named & defence)
    return apart


def at_own_base(match: Match, pack: Pack) -> bool:
    """Say whether people are at a base of their own, or sent to it: "sent 1,500 troops to its bases on the island"."""
    return any(p.owned and p.relations and p.words & pack.classes_of("base_noun") for p in match.reach())


def town(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the capital that is visited: a town, and not the government it stands for elsewhere."""
    visited = [n for p in clause.objects for n in p.named if n.forms("capital")]
    places = [(s.id, n.text) for n in visited for s in n.senses if s.kind == "place" and s.id]
    return tuple(builder.discourse.register.ref(place, text) for place, text in places[:1])


def held_towns(match: Match) -> list[Phrase]:
    """Return the capitals that stand for a town where somebody is: "Niamey hosts them", "Port-au-Prince is in their hands", "occupies Goma"."""
    name, clause = match.frame.name, match.clause
    if name == "held_by":
        said = [p for p in clause.phrases if p.first < match.anchor or p in clause.subjects]
    else:
        said = {"hosts": clause.subjects, "present": clause.objects if match.phrase is None else []}.get(name, [])
    return [p for p in said if p.senses("capital")]


def unsaid(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return where something happens that does not say it: the town taken, what it is joined to, whose government falls."""
    kind, clause = match.frame.type, match.clause
    taken = kind == "attack" and match.phrase is None and "target" not in roles and not match.frame.harm
    if match.frame.name == "enter" or taken:
        return town(builder, clause)  # retook Khartoum
    if match.frame.harm and (spot := _where_told(builder, clause)):
        return spot
    if kind == "coup" and (match.times or roles):
        whose = next((r.country for role in ("actor", "target") for r in roles.get(role, ()) if r.country), None)
        land = whose or seized(clause, builder.discourse.register) or _coup_land(builder, clause)
        return (builder.discourse.register.ref(f"state:{land}", ""),) if land else ()
    joined = clause.coordinated if kind in _AT_ONE_SPOT and match.phrase is None else None
    told = (d.fields for d in reversed(builder.of_clause(joined))) if joined is not None else ()
    return next((f["roles"]["place"] for f in told if f.get("type") in _AT_ONE_SPOT and f["roles"].get("place")), ())


def _coup_land(builder: Builder, clause: Clause) -> str | None:
    """Return the land of a coup that is told in passing: a town beside it, the host spoken of; not whose soldiers are there."""
    spots = (r.country for p in clause.phrases for r in p.refs if r.kind == "place" or p.senses("capital"))
    beside = next((c for c in spots if c in builder.discourse.register.hosts), None)
    if land := beside or land_spoken_of(builder.discourse, hosting=True):
        return land
    land = land_spoken_of(builder.discourse)
    return land if all(r.country != land for p in clause.phrases for r in p.refs_of("state")) else None


def where_they_were(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...]:
    """Return where those are who leave, or get more, where that was told just before: "Denmark has 105 men in Mali. It withdraws 30"."""
    who = {r.id for r in roles.get("actor", ()) if r.kind in ("state", "group") and r.id and r.body != "diplomats"}
    more = match.frame.type == "withdraw" or any(p.adds(builder.pack.additional) for p in match.reach())
    if not who or not more or match.phrase is not None or "place" in roles:
        return ()
    clause = match.clause
    them = any(p.is_people or they(p, builder.pack) for p in (*clause.objects, *clause.subjects))
    them = them or any(p.pronoun in TAKEN_UP and not p.refs for p in clause.objects)
    if not them and some_moved(match) is None and "land" not in match.only:
        return ()
    near = builder.drafts[-1].sentence - _LATELY if builder.drafts else 0
    there: dict[str | None, EntityRef] = {}
    for draft in builder.since(near):
        told = draft.fields.get("roles", {})
        if draft.fields.get("negated") or (draft.fields.get("type") or draft.fields["predicate"]) not in _TELLS_WHERE:
            continue
        if {r.id for role in ("actor", "contributor") for r in told.get(role, ())} & who:
            there |= {
                r.country or r.id: r
                for r in told.get("place", ())
                if r.country not in {w.country for w in roles["actor"]}
            }
    return tuple(there.values()) if len(there) == 1 else ()


_LATELY = 2  # sentences
_TELLS_WHERE = frozenset({"presence", "contribution", "deploy", "reinforce"})
_AT_ONE_SPOT = frozenset({"attack", "clash", "detain", "protest"})  # sacked a village near X and abducted nine farmers


def _where_told(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the place that the clause names which says when: "were killed when rockets hit Camp Taji"."""
    when = next((c for c in builder.clauses if c.parent is clause and c.link == "time"), None)
    when = when or (clause.coordinated if clause.shares else None)  # a touché un poste à Naqoura et blessé deux soldats
    blow = thrown(clause, builder.pack) if when is None else None
    when, marks = when or blow, {"in", "at", "against"}
    near = [p for p in when.phrases if p.bare or marks & set(p.relations)] if when is not None else []
    named = blow is not None  # a town that the register does not know
    return tuple(r for p in near for r in p.refs if r.kind == "place" and (r.id or named))[:1]


def at_host(builder: Builder, place: Sequence[EntityRef]) -> bool:
    """Say whether places are all where the missions that a report speaks of are."""
    hosts = {r.country for r in builder.discourse.hosts()}
    return all(p.country in hosts for p in place)


def seats(clause: Clause, pack: Pack, register: Register) -> None:
    """Take a public body that is told to be in a town for that of the land there: "the Ministry of Education in Mogadishu"."""
    bodies = frozenset(pack.public_bodies)
    for n, phrase in enumerate(clause.phrases):
        whose = phrase.adjective_refs or any(s.kind == "state" for name in phrase.named for s in name.senses)
        ours = bool(phrase.words & pack.classes_of("own")) or phrase.owned or whose
        if ours or phrase.senses("function") or not phrase.definite or not phrase.words & bodies:
            continue
        last = phrase.last
        for after in clause.phrases[n + 1 :]:
            if after.pronoun or after.start != last + 1 or not {"of", "in"} & set(after.relations):
                break
            last = after.last
            land = next((r.country for r in after.refs if r.kind == "place" and r.country), None)
            if land is not None:
                body = next((r.body for r in phrase.refs if r.body), None)
                phrase.refs = [register.ref(f"state:{land}", phrase.text, body=body or "government")]
                break


def named_towns(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Take what a word for a town is called as a place, and give a place nobody knows the country it is told to be in.

    "The village of Xyz", "in het dorp Xyz in de Soedanese deelstaat Gezira", "near Xyz, in Mali", "in Xyz, Mali",
    "à Xyz (centre du Mali)", "Xyz, 30 km south of Gao". What stands so beside a town is where the town is, and nobody.
    """
    for n, (phrase, after) in enumerate(itertools.pairwise(clause.phrases)):
        beside = after.start == phrase.last + 1
        if beside and phrase.noun == "distance" and phrase.number is not None and _OFF.intersection(after.relations):
            after.relations = ("in",)  # twenty kilometres from Minova
            after.refs = after.refs and [_as_place(r) for r in after.refs]
        called = beside and phrase.noun == "place" and not phrase.named and "of" in after.relations
        if called and after.unknown_name and not any(r.id for r in after.refs):
            phrase.refs = after.refs = [EntityRef(text=after.unknown_name, kind="place")]
        apart = after.start == phrase.last + 2 and tokens[phrase.last + 1].text in ",("
        spot = phrase.refs[0] if phrase.refs and phrase.refs[0].kind == "place" else None
        if spot is None or not (beside or apart):
            continue
        around = after
        if n + 2 < len(clause.phrases) and (after.noun == "distance" or (apart and not after.refs and after.bare)):
            around = clause.phrases[n + 2]  # Zorgola, 30 km | south of Gao; Zorgola (centre | du Mali)
            part = after.noun in ("distance", "place", "region") or after.words & pack.classes_of("compass")
            lies = around.start == after.last + 1 and bool(part)
        else:
            lies = "in" in after.relations or (apart and _land_of(spot, phrase, after, tokens))
        if not lies:
            continue
        if around.bare:
            around.relations = phrase.relations  # in Gao, | Mali
        if spot.id is None and spot.country is None:
            refs = (*around.refs, *(around.adjective_refs if around.noun in ("place", "region") else ()))
            land = next((r.country for r in refs if r.country and r.body is None), None)
            phrase.refs = [EntityRef(text=spot.text, kind="place", country=land)]


_OFF = frozenset({"of", "from"})


def _as_place(ref: EntityRef) -> EntityRef:
    return ref if ref.kind is not None else EntityRef(text=ref.text, kind="place")


def _land_of(spot: EntityRef, town: Phrase, after: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a land or region stands bare behind a town that is in it: "in Gao, Mali"; not so in a list of towns."""
    if not (town.relations and after.bare and len(after.refs) == 1) or after.person or after.is_people or after.group:
        return False
    if after.number is not None or after.triggers:
        return False  # 3,700 are in Middle Shabelle, Ethiopia's 4,500 in Baidoa
    land, ends = after.refs[0], after.last + 1
    if land.kind not in ("state", "place") or land.body is not None or land.id == spot.id or land.country is None:
        return False
    listed = ends < len(tokens) and "coordinator" in tokens[ends]
    return not listed and (land.country == spot.country if spot.country else spot.id is None and land.kind == "state")


def scene(clause: Clause) -> list[Phrase]:
    """Return where something is told to happen before it is said who does it: "In Brussels, the mission …"."""
    first = min((p.first for p in clause.subjects), default=-1)
    return [
        p
        for p in clause.phrases
        if p.last < first and {"in", "at"} & set(p.relations) and p.senses("capital", "seat", "name")
    ]


def where_they_serve(drafts: Sequence[Draft], register: Register) -> None:
    """Let people that a state gives be where their clause says, in the mission's land or a spot no register knows: "rond Erdut"."""
    for draft in drafts:
        roles, clause = draft.fields.get("roles", {}), draft.clause
        if draft.fields["predicate"] != "contribution" or roles.get("place") or clause is None or clause.gapped:
            continue
        entry = register.mission(next((r.id for r in roles.get("mission", ())), None))
        if entry is None or draft.fields.get("negated") or clause.attitudes & _SAYING or clause.link not in _TELLING:
            continue
        spots = {r.id or r.text: r for p in clause.phrases if _site(p) for r in p.refs if r.kind == "place"}
        if any(r in of_a_part(clause) for r in spots.values()):
            continue  # 105 soldiers in MINUSMA, 30 of them in Gao
        there = [r for r in spots.values() if r.country in entry.hosts or not (r.country or r.id)]
        if len(there) == len(spots) == 1 and not in_passing(clause, there):
            draft.fields["roles"] = roles | {"place": tuple(there)}


def _site(phrase: Phrase) -> bool:
    """Say whether a phrase says where people are, or from where they work: "in Lobito", "rond Erdut", "vanaf Danlí"."""
    based = {"from", "since"} & set(phrase.relations) and not {"to", "of"} & set(phrase.relations)
    return "in" in phrase.relations or bool(based)


_SAYING = frozenset({"say", "plan", "demand", "judge", "weigh", "deny"})  # who says it may be elsewhere
_TELLING = frozenset({"main", "relative"})

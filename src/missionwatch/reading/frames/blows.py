"""Blows: what a report tells of one attack or fight in several words, sentences or paragraphs is one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.headlined import heads
from missionwatch.reading.frames.pack import HARMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.records import EntityRef

_FAR = 2  # paragraphs; a blow is not taken up again further on


def merge_blows(drafts: list[Draft]) -> None:
    """Make one of what a sentence says of one blow: "were injured when …", "killed in an attack by X on Y", "the shelling"."""
    _dead_at_protests(drafts)
    for same in (True, False):
        blows = [d for d in drafts if d.fields.get("type") in ("attack", "clash")]
        kept: list[Draft] = []
        for draft in blows:
            recent = _recent(draft, kept, same=same)
            earlier = next((d for d in recent if _near(d, draft, same=same) and _one_blow(d, draft)), None)
            if earlier is not None:
                _add_blow(earlier, draft)
            elif (
                not same
                and _only_names(draft)
                and (told := next((d for d in reversed(kept) if _named_again(d, draft)), None))
            ):
                told.more.append(draft.evidence)
            else:
                kept.append(draft)
        gone = {id(d) for d in blows} - {id(d) for d in kept}
        drafts[:] = [d for d in drafts if id(d) not in gone]


def _recent(draft: Draft, told: Sequence[Draft], *, same: bool) -> Iterator[Draft]:
    """Yield the blows told before, the last first: those of the sentence, or those that may be taken up again."""
    for one in reversed(told) if same or draft.again else ():
        if one.sentence < draft.sentence if same else draft.paragraph - one.paragraph >= _FAR:
            return
        yield one


def _dead_at_protests(drafts: list[Draft]) -> None:
    """Let a protest have the dead and wounded that its sentence tells: "five people were killed in protests in Nairobi"."""
    protests = {d.sentence: d for d in drafts if d.fields.get("type") == "protest" and d.fields["modality"] == "actual"}
    for draft in [d for d in drafts if d.sentence in protests and d.fields.get("type") == "attack" and _harms(d)]:
        protest, fields = protests[draft.sentence], draft.fields
        sides = fields["roles"].get("actor") or fields["roles"].get("target")
        if sides or fields["modality"] != "actual" or fields.get("negated"):
            continue  # whom somebody shot is told apart
        for key in ("killed", "injured", "time"):
            if not protest.fields.get(key) and fields.get(key):
                protest.fields[key] = fields[key]
        place = fields["roles"].get("place", ())
        protest.fields["roles"] = ({"place": place} if place else {}) | protest.fields["roles"]
        protest.more.append(draft.evidence)
        drafts.remove(draft)


def _near(a: Draft, b: Draft, *, same: bool) -> bool:
    """Say whether a blow is told in the same sentence, or taken up again in the next ones ("the attack", "four others")."""
    if _of_history(a, b):
        return False
    if same:
        return a.sentence == b.sentence
    if b.nominal and (when := a.fields.get("time")) is not None and when.relation == "since":
        return False  # several attacks since 2006; the offensive
    when = b.fields.get("time")
    long = when is not None and (len(when.edtf or "") == _YEAR or when.relation == "since")
    if long and a.fields.get("time") is None:
        return False  # since its creation in 1978 UNIFIL has lost 325 men
    return b.again and not heads(a) and a.sentence < b.sentence and b.paragraph - a.paragraph < _FAR


_YEAR = 4  # characters of a time that says no more than its year


def _only_names(draft: Draft) -> bool:
    """Say whether a noun tells nothing new of a blow: no dead, no day; and says whom or where it struck."""
    fields = draft.fields
    new = any(fields.get(key) for key in ("killed", "injured", "time", "negated")) or fields["modality"] != "actual"
    roles = fields["roles"]
    known = bool(roles.get("target") or roles.get("place")) and len(roles.get("actor", ())) < _SEVERAL
    return draft.nominal and draft.again and known and not new


def _named_again(a: Draft, b: Draft) -> bool:
    """Say whether a noun only names again a blow told before, however far: "condemned the raid on Mitiga", the same town's."""
    fields, others = a.fields, b.fields
    if a.sentence >= b.sentence or fields["modality"] != "actual" or fields.get("negated") or heads(a):
        return False
    same = False
    for role in ("actor", "target", "place"):
        one, two = ({r.id or r.text for r in f["roles"].get(role, ())} for f in (fields, others))
        if one and two and not one & two:
            return False
        same = same or (role != "actor" and bool(one & two))
    return same


_SEVERAL = 2


def _of_history(a: Draft, b: Draft) -> bool:
    """Say whether a fight is only told of who is named in a blow: "…, a militia whose fighting with X plunged the land into chaos"."""
    clause = b.clause
    if not b.nominal or b.fields["type"] != "clash" or clause is None or clause is a.clause:
        return False
    return clause.link == "relative" and any(p.first <= (b.anchor or 0) <= p.last for p in clause.subjects)


def _one_blow(a: Draft, b: Draft) -> bool:
    """Say whether two drafts may tell of one blow: nothing that both say differs, and not both have their own dead."""
    first, second = a.fields, b.fields
    fell = _harms(b) and a.sentence == b.sentence  # a clash with X, of whom one died
    if first["type"] != second["type"] and not (
        fell or any(f.get(harm) for f in (first, second) for harm in ("killed", "injured"))
    ):
        return False
    if first["type"] == "attack" and second["type"] == "clash" and _harms(b) and a.sentence != b.sentence:
        return False  # attacked a post; two were wounded in the fighting
    if any(first.get(k, d) != second.get(k, d) for k, d in (("modality", "actual"), ("negated", False))):
        return False
    if any(_of_their_own(hurt, blow) for hurt, blow in ((a, b), (b, a))):
        return False
    for role in ("actor", "place"):
        told = [f["roles"].get(role, ()) for f in (first, second)]
        one, two = ({r.id for r in refs if r.id} for refs in told)
        if not (one or two):
            one, two = ({r.text for r in refs} for refs in told)  # villages that no list knows
        if one and two and not one & two:
            return False
    for harm in ("killed", "injured"):
        counts = [f[harm].value for f in (first, second) if f.get(harm)]
        if len(counts) == 2 and counts[0] != counts[1]:
            return False
    times = [f.get("time") for f in (first, second)]
    if not any(times) or (a.sentence != b.sentence and a.day is not None and b.day is not None):
        times = [t or d.day for t, d in zip(times, (a, b), strict=True)]  # of the entries of a chronology
    if all(times) and times[0].edtf != times[1].edtf:  # type: ignore[union-attr]
        return False
    if a.sentence != b.sentence and not (_between(first, second) and _between(second, first)):
        return False
    if {first["type"], second["type"]} == {"clash", "attack"}:
        return True  # who fell is one of the sides
    sides = [
        [{r.id for r in f["roles"].get(role, ()) if r.id} for role in ("actor", "target")] for f in (first, second)
    ]
    (doers, struck), (others, hit) = sides
    return not (((doers - struck) & hit) | ((others - hit) & struck))


def _between(fight: dict[str, Any], blow: dict[str, Any]) -> bool:
    """Say whether who fell may be one of the sides of a fight; not where two others fought: a convoy, and the army against M23."""
    if fight["type"] != "clash":
        return True
    met = {r.id for role in ("actor", "target", "partner") for r in fight["roles"].get(role, ()) if r.id}
    hit = {r.id: r.kind for role in ("target", "mission") for r in blow["roles"].get(role, ()) if r.id}
    manned = any(i.startswith("mission:") for i in met) and "mission" not in hit.values()  # eleven Italians of KFOR
    return len(met) < _SEVERAL or not hit or manned or not met.isdisjoint(hit)


def _of_their_own(hurt: Draft, blow: Draft) -> bool:
    """Say whether those who fell did so in an attack of their own side on others: "was wounded in the mission's offensive against M23"."""
    fell, told = hurt.fields["roles"], blow.fields["roles"]
    if not _harms(hurt) or blow.fields["type"] != "attack" or not (told.get("actor") and told.get("target")):
        return False
    theirs = {r.id for role in ("target", "mission") for r in fell.get(role, ()) if r.id}
    return {r.id for r in told["actor"]} <= theirs and theirs.isdisjoint(r.id for r in told["target"])


def apart(a: Draft, b: Draft) -> bool:
    """Say whether two blows of the same sides in the same place are not one: on other days, or with other dead."""
    if a.fields.get("type") not in ("attack", "clash"):
        return False
    dead = [d.fields["killed"].value for d in (a, b) if d.fields.get("killed")]
    times = [t for d in (a, b) if (t := d.fields.get("time")) is not None and t.earliest]
    days = [(t.earliest, t.latest or t.earliest) for t in times]
    elsewhen = len(days) > 1 and (days[0][1] < days[1][0] or days[1][1] < days[0][0])
    return elsewhen or (len(dead) > 1 and dead[0] != dead[1])


def _add_blow(a: Draft, b: Draft) -> None:
    roles = dict(a.fields["roles"])
    fallen = next((d.fields["roles"].get("target", ()) for d in (a, b) if d.fields["type"] != "clash"), ())
    for role, refs in b.fields["roles"].items():
        own = roles.get(role, ())
        known = {r.id for r in own}
        more = tuple(r for r in refs if r.id not in known)  # gunmen struck it; AQIM said that it did
        new = more if role in ("target", "mission") or not known - {None} else ()
        roles[role] = (*own, *new) if any(r.id for r in own) or not own else (*new, *own)
    a.fields["roles"] = roles
    clash, blow = (a, b) if a.fields["type"] == "clash" else (b, a)
    if clash.fields["type"] == "clash" and _harms(blow):
        a.fields["type"] = "clash"  # fell in fighting
        a.fields["roles"] = _sides(roles, fallen)
    elif b.fields["type"] == "attack" and not (a.fields["type"] == "clash" and _harms(a)):
        a.fields["type"] = "attack"
    for key in ("killed", "injured", "time", "assets", "likelihood"):
        if not a.fields.get(key) and b.fields.get(key):
            a.fields[key] = b.fields[key]
    a.more.append(b.evidence)
    a.more.extend(b.more)
    a.confidence = max(a.confidence, b.confidence)


def _harms(draft: Draft) -> bool:
    return draft.fields["frame"].split(":")[0] in HARMS


def _sides(roles: dict[str, Any], fallen: tuple[EntityRef, ...]) -> dict[str, Any]:
    """Return the roles of a fight in which one side has fallen: it is the target, the other side the actor."""
    hit = {r.id for r in fallen if r.id}
    others = {
        r.id: r for role in ("actor", "target", "partner") for r in roles.get(role, ()) if r.id and r.id not in hit
    }
    if not hit:
        return roles
    kept = {role: refs for role, refs in roles.items() if role not in ("actor", "partner")}
    sides = tuple(r for r in others.values() if r.kind != "mission")
    return kept | {"target": fallen} | ({"actor": sides} if sides else {})

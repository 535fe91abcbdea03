"""Who sends more: people counted on top of those told of, and who comes to a mission that is said to get more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.headlined import heads
from missionwatch.reading.frames.phrases import A_FEW, ending_before, placed_in, refs_in
from missionwatch.reading.frames.remnants import whose_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def so_many_more(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a number without a noun is of more of those counted before: "it will send 2,000 more", "30 de plus"."""
    if phrase.number is None or phrase.noun is not None or phrase.named or phrase.triggers:
        return False
    return phrase.adds(pack.additional) and only_adds(phrase, tokens, pack)


def only_adds(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase is a number and no more than a word that it comes on top: "another 2,900", "40 autres"."""
    if phrase.number is None:
        return False
    number = range(phrase.number.first, phrase.number.last + 1)
    rest = [tokens[i] for i in range(phrase.first, phrase.last + 1) if i not in number]
    return all(t.low in pack.additional or "determiner" in t for t in rest)


def joins(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who comes on top of those told of: "Ten others will join them in February", "In mei komen er 200 bij"."""
    if clause.passive or clause.negated or clause.link == "condition":
        return
    pack = builder.pack
    if pack.classes_of("coming_too").isdisjoint(clause.lemmas.values()):
        return
    free = {i for i in clause.order if not any(p.start <= i <= p.last for p in clause.phrases)}
    on_top = any(sentence.tokens[i].low in pack.classes_of("on_top") for i in free)
    who = next((p for p in (*clause.subjects, *clause.objects) if _more(p, pack, on_top=on_top)), None)
    told = [d for d in builder.since(number) if d.clause is clause]
    if who is None or any(d.fields["predicate"] == "event" and not d.nominal for d in told):
        return
    roles = _roles(builder, clause, who)
    if not roles:
        return
    ahead = clause.future or clause.present
    fields: dict[str, Any] = {
        "predicate": "event", "type": "reinforce", "roles": roles, "quantity": who.many(), "frame": "reinforce:joins",
        "negated": False,
        "time": builder.when(clause.own_times, forward=ahead),
        "modality": "planned" if ahead and clause.modality == "actual" else clause.modality,
    }  # fmt: skip
    builder.leave_out(d for d in told if d.fields["predicate"] == "strength")  # that many came, not: are there
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.7)


def arrives(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read a unit that joined a mission as sent there: "A Romanian battalion joined KFOR in November"; not: "Denmark joined"."""
    pack = builder.pack
    if clause.passive or clause.negated or clause.modality != "actual":
        return
    said = {*clause.lemmas.values(), *clause.lows(sentence.tokens)}
    if pack.classes_of("joining_up").isdisjoint(said) or not any(_is_unit(p, clause, pack) for p in clause.subjects):
        return
    told = [d for d in builder.since(number) if d.clause is clause]
    if any(d.fields["predicate"] == "event" and not d.nominal for d in told):
        return
    given = next(
        (d.fields for d in told if d.fields["predicate"] == "contribution" and d.fields["roles"].get("mission")), None
    )
    if given is None or given.get("modality", "actual") != "actual" or given.get("negated"):
        return
    roles = {"actor": given["roles"]["contributor"], "mission": given["roles"]["mission"]}
    fields: dict[str, Any] = {
        "predicate": "event", "type": "deploy", "roles": roles, "quantity": given.get("quantity"), "negated": False,
        "time": builder.when(clause.own_times, forward=False), "modality": "actual", "frame": "deploy:joined",
    }  # fmt: skip
    if given.get("assets"):
        fields["assets"] = given["assets"]
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)


def _is_unit(phrase: Phrase, clause: Clause, pack: Pack) -> bool:
    """Say whether a phrase is a ship, a battalion or many soldiers, or takes them up: "that joined KFOR"."""
    if phrase.pronoun == "relative" and clause.parent is not None:
        above = ending_before(clause.first, clause.parent.phrases)
        return above is not None and above is not phrase and _is_unit(above, clause, pack)
    return bool(phrase.senses("asset") or phrase.words & pack.classes_of("formation")) or (
        phrase.is_people and phrase.counted() >= A_FEW
    )


def _more(phrase: Phrase, pack: Pack, *, on_top: bool) -> bool:
    """Say whether a phrase counts people beside those told of before."""
    others = pack.bystanders - pack.classes_of("more_of") - pack.classes_of("anybody")
    if phrase.number is None or not phrase.bare or phrase.words & others:
        return False
    beside = phrase.adds(pack.additional | pack.classes_of("more_of")) and phrase.is_people
    return beside or (on_top and (phrase.is_people or phrase.only_number))


def _roles(builder: Builder, clause: Clause, who: Phrase) -> dict[str, tuple[EntityRef, ...]]:
    """Return whose they are, and which mission they come to."""
    discourse = builder.discourse
    states = tuple(r for r in (*who.refs, *who.adjective_refs) if r.kind == "state" and r.id)[:1]
    group = discourse.group
    theirs = whose_people(discourse) if not states and not who.named else None
    mission = refs_in(clause.phrases, "mission")[:1] or (group.mission[:1] if group is not None else ())
    place = tuple(placed_in(p for p in clause.phrases if "to" in p.relations))[:1]
    mission = mission or tuple(discourse.could_be(discourse.mission_near(anywhere=True), place))[:1]
    states = states or ((theirs,) if theirs is not None else ())
    if not mission:  # another 200 Polish soldiers are coming to Latvia
        goal = (p for p in clause.phrases if not {"in", "to"}.isdisjoint(p.relations))
        there = tuple(r for r in refs_in(goal, "place", "state") if r.country)[:1]
        abroad = bool(states and there) and states[0].country != there[0].country
        return {"actor": states, "place": there} if abroad else {}
    if states and states[0].country in discourse.hosts_of(mission[0].id):
        return {}
    return ({"actor": states} if states else {}) | {"mission": mission} | ({"place": place} if place else {})


def topped_up(drafts: Sequence[Draft]) -> list[Draft]:
    """Let who sends people reinforce whom the report says to get more: "KFOR gets reinforcements. Two hundred Britons flew in"."""
    bare = [d for d in drafts if d.fields.get("type") == "reinforce" and _says_only_that(d)]
    gone: set[int] = set()
    for draft in drafts:
        fields = draft.fields
        if fields.get("type") != "deploy" or fields.get("negated") or not fields["roles"].get("actor"):
            continue
        near = [d for d in bare if (heads(d) or _just_before(d, draft)) and _same(d, draft)]
        if near and (fields.get("quantity") or fields.get("time")):
            fields["type"] = "reinforce"
            gone |= {id(d) for d in near}
            draft.more.extend(d.evidence for d in near)
    return [d for d in drafts if id(d) not in gone]


def _just_before(bare: Draft, draft: Draft) -> bool:
    """Say whether it was just told, and is no aim of who is sent: "to Lebanon, where they will reinforce UNIFIL"."""
    alike = bare.fields["modality"] == draft.fields["modality"]
    return alike and draft.sentence - 1 <= bare.sentence <= draft.sentence


def _says_only_that(draft: Draft) -> bool:
    fields = draft.fields
    who = [r for r in fields["roles"].get("actor", ()) if r.kind == "state"]
    return not (who or fields.get("negated") or fields.get("time"))


def _same(bare: Draft, draft: Draft) -> bool:
    mine = {r.id for r in draft.fields["roles"].get("mission", ())}
    theirs = {r.id for r in bare.fields["roles"].get("mission", ())}
    return not mine or not theirs or bool(mine & theirs)

"""From drafts to statements: what is said twice is one, headlines yield to the text, judgements know what they judge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.answering import answer, asked_of, blame, freed_by
from missionwatch.reading.frames.blows import apart, merge_blows
from missionwatch.reading.frames.building import READER, Draft
from missionwatch.reading.frames.calibration import calibrated
from missionwatch.reading.frames.elsewhere import stand_apart
from missionwatch.reading.frames.headlined import fuller, heads, lend
from missionwatch.reading.frames.placing import where_they_serve
from missionwatch.reading.frames.retold import (
    aims_once,
    counted_once,
    in_office,
    not_sent,
    not_the_fallen,
    once_with_how_many,
    only_decides,
    only_in_words,
    only_refuses,
    only_weighed,
    when_it_ends,
    where_they_fight,
)
from missionwatch.reading.frames.sent_home import no_troops, sent_off_once
from missionwatch.reading.frames.stationed import task_of
from missionwatch.reading.frames.talked_of import named_again, told_itself
from missionwatch.reading.frames.titles import in_their_posts
from missionwatch.reading.frames.topping import topped_up
from missionwatch.reading.frames.unsettled import never_was
from missionwatch.records import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.records import EntityRef


def finished(builder: Builder) -> tuple[Statement, ...]:
    """Return the statements in the order of the text; what is said twice is one, with both spans."""
    builder.drafts = no_troops(builder.drafts)
    builder.drafts = [
        d
        for d in builder.drafts
        if not (never_was(d) or only_decides(d, builder) or only_refuses(d, builder) or _ended(d, builder))
    ]
    builder.drafts = where_they_fight(
        sent_off_once(in_office(told_itself(only_weighed(only_in_words(builder.drafts)))))
    )
    builder.drafts = when_it_ends(builder.drafts, builder.pack.classes_of("plainly_ends"))
    builder.drafts = stand_apart(builder.drafts, builder)
    builder.drafts = _once(_taken_up(_plainly([d for d in builder.drafts if not _of_nobody(d)])))
    merge_blows(builder.drafts)
    builder.drafts = named_again(builder.drafts)
    _blamed(builder.drafts)
    builder.drafts = _how_long(builder.drafts)
    answer(builder.drafts, builder.pack)
    asked_of(builder.drafts)
    freed_by(builder.drafts)
    builder.drafts = aims_once(topped_up(builder.drafts))
    builder.drafts.extend(_sent(builder.drafts))
    builder.drafts.extend(_served(builder))
    builder.drafts = [one for draft in _listed(counted_once(builder.drafts)) for one in _each_contributor(draft)]
    builder.drafts = once_with_how_many(not_sent(not_the_fallen(builder.drafts)), builder.discourse)
    for draft in builder.drafts:
        if draft.day is not None and draft.fields.get("time") is None:
            draft.fields["time"] = draft.day
    kept: dict[tuple[Any, ...], Draft] = {}
    for draft in builder.drafts:
        key = (*_sameness(draft), 0)
        while (other := kept.get(key)) is not None and (apart(other, draft) or _on_others(other, draft)):
            key = (*key[:-1], key[-1] + 1)
        if other is None:
            kept[key] = draft
        elif heads(other) and not heads(draft):
            draft.more.append(other.evidence)
            kept[key] = draft
        elif not heads(draft):
            other.more.append(draft.evidence)
            if other.fields.get("time") is None:
                other.fields["time"] = draft.fields.get("time")
    told = [d for d in kept.values() if not heads(d)]
    for key, draft in [(k, d) for k, d in kept.items() if heads(d)]:
        if (full := fuller(builder, draft, told)) is not None:
            del kept[key]
            full.more.append(draft.evidence)
            lend(draft, full)
    in_their_posts([*kept.values()], builder)
    where_they_serve([*kept.values()], builder.discourse.register)
    made: dict[int, Statement] = {}
    for draft in sorted(kept.values(), key=lambda d: bool(d.judges)):  # what is judged comes before who judges it
        made[id(draft)] = _statement(
            builder, draft, [made[id(kept[k])].id for d in draft.judges if (k := (*_sameness(d), 0)) in kept]
        )
    return tuple(sorted(made.values(), key=lambda s: (s.evidence.start, s.evidence.end)))


def _plainly(drafts: list[Draft]) -> list[Draft]:
    """Leave out that someone is a minister, where the report says of what: "Minister Anand" after "Defence Minister Anita Anand"."""
    posts = [d for d in drafts if d.fields["predicate"] == "post"]
    told = {r.id for d in posts if d.fields.get("function") != "minister" for r in d.fields["roles"]["person"]}
    plain = [d for d in posts if d.fields.get("function") == "minister" and d.fields["roles"]["person"][0].id in told]
    gone = {id(d) for d in plain}
    return [d for d in drafts if id(d) not in gone]


def _taken_up(drafts: list[Draft]) -> list[Draft]:
    """Leave out that someone holds a post which he is only to take: "is appointed commander. He takes up the post in May"."""
    ahead: dict[tuple[str | None, ...], Draft] = {}
    for draft in drafts:
        fields = draft.fields
        if fields["predicate"] == "post" and fields.get("modality") == "planned" and fields.get("time") is not None:
            ahead[_held(draft)] = draft
    gone: set[int] = set()
    for draft in drafts if ahead else ():
        fields = draft.fields
        actual = fields["predicate"] == "post" and fields.get("modality", "actual") == "actual"
        later = ahead.get(_held(draft)) if actual else None
        time = fields.get("time")
        if later is not None and (time is None or time.earliest == later.fields["time"].earliest):
            later.fields["rank"] = later.fields.get("rank") or fields.get("rank")
            later.more.append(draft.evidence)
            gone.add(id(draft))
    return [d for d in drafts if id(d) not in gone]


def _held(draft: Draft) -> tuple[str | None, ...]:
    roles = draft.fields["roles"]
    where = (r.id for role in ("mission", "organisation", "state") for r in roles.get(role, ()))
    return (roles["person"][0].id, draft.fields.get("function"), *where)


def _how_long(drafts: list[Draft]) -> list[Draft]:
    """Let a beginning or an end have the duration that its sentence tells beside it: "began in March and has a mandate of six months"."""
    gone: set[int] = set()
    dated: dict[tuple[Any, ...], Draft] = {}
    periods = [d for d in drafts if d.fields["predicate"] == "period" and not d.fields.get("negated")]
    for draft in sorted(periods, key=lambda d: d.fields.get("time") is None):
        fields = draft.fields
        roles = tuple(tuple(r.id for r in fields["roles"].get(role, ())) for role in ("mission", "contributor"))
        key = (draft.sentence, fields.get("subject"), roles)
        if fields.get("time") is not None:
            dated.setdefault(key, draft)
        elif (other := dated.get(key)) is not None and not other.fields.get("duration"):
            other.fields["duration"] = fields["duration"]
            other.more.append(draft.evidence)
            gone.add(id(draft))
    return [d for d in drafts if id(d) not in gone]


def _once(drafts: list[Draft]) -> list[Draft]:
    """Leave out a part in a mission that the same clause tells in full: with a place, with how many."""
    told: dict[tuple[int, str | None, str | None], list[Draft]] = {}
    for draft in drafts:
        if draft.fields["predicate"] == "contribution" and draft.fields["frame"] != _PART:
            told.setdefault(_given(draft), []).append(draft)
    number = {id(d): (q.value if (q := d.fields.get("quantity")) is not None else None) for d in drafts}
    return [
        d
        for d in drafts
        if d.fields.get("frame") != _PART
        or not any(number[id(d)] in (None, number[id(other)]) for other in told.get(_given(d), ()))
    ]


_PART = "contribution:part"
_SENT = "contribution:sent"


def _given(draft: Draft) -> tuple[int, str | None, str | None]:
    roles = draft.fields["roles"]
    first = [next((r.id for r in roles.get(role, ())), None) for role in ("contributor", "mission")]
    return (draft.sentence, first[0], first[1])


def _of_nobody(draft: Draft) -> bool:
    """Say whether a judgement is on nothing known, by nobody known: whom a quotation is of was never told.

    Nor does it say anything that some opposition asks for a debate, or that seventy men go home, of nobody knows whom or when;
    nor that support for somebody is important.
    """
    fields = draft.fields
    if fields.get("type") == "support":
        return "actor" not in fields["roles"]
    if fields.get("type") in ("demand", "withdraw") and fields.get("time") is None and draft.day is None:
        asks = [r for r in fields["roles"].get("actor", ()) if fields.get("type") == "demand"]
        directed = bool(fields["roles"].get("target"))  # asks the minister something
        if any(r.kind == "person" and " " in r.text for r in asks) and not directed:
            return False  # named in full, whoever it is
        return not any(r.id for role, refs in fields["roles"].items() if role != "place" for r in refs)
    return fields["predicate"] == "assessment" and not fields.get("holders") and not fields.get("about")


def _ended(draft: Draft, builder: Builder) -> bool:
    """Say whether an agreement or a deployment is only told to be ended or suspended: "terminated its agreement with X"."""
    if draft.fields.get("type") not in ("agree", "cooperate", "deploy") or not (
        draft.nominal and draft.fields.get("negated")
    ):
        return False
    told = (d for d in builder.beside(draft) if d.clause is draft.clause)
    return any(d.fields.get("type") in ("end", "suspend") for d in told)


def _blamed(drafts: list[Draft]) -> None:
    """Let a condemnation of what someone did be one of who did it: "condemns the attacks by the Houthis"."""
    beside: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.nominal and draft.fields["predicate"] == "event":
            beside.setdefault(id(draft.clause), []).append(draft)
    for draft in drafts:
        if draft.fields.get("type") != "condemn" or any(r.id for r in draft.fields["roles"].get("target", ())):
            continue
        own = {r.id for r in draft.fields["roles"].get("actor", ())}
        done = [d for d in beside.get(id(draft.clause), ()) if d.fields.get("type") != "condemn"]
        blamed = tuple(r for d in done for r in d.fields["roles"].get("actor", ()) if r.id and r.id not in own)
        blamed = blamed or blame(draft, drafts)
        if blamed:
            draft.fields["roles"] = draft.fields["roles"] | {"target": tuple({r.id: r for r in blamed}.values())}


def _sent(drafts: list[Draft]) -> list[Draft]:
    """Return the contributions of states that send people or ships to a mission, where the report does not say them itself."""
    known = {
        (r.id, m.id)
        for d in drafts
        if d.fields["predicate"] == "contribution"
        for r in d.fields["roles"]["contributor"]
        for m in d.fields["roles"].get("mission", ())
    }
    struck = {id(d.clause) for d in drafts if d.fields.get("type") == "attack"}
    struck |= {id(d.clause) for d in drafts if str(d.fields.get("frame")).startswith("stand_beside:")}
    made = []
    for draft in drafts:
        fields = draft.fields
        roles = fields.get("roles", {})
        given = fields.get("quantity") or fields.get("assets")
        whose = ("partner", "actor") if fields.get("type") == "reinforce" else ("actor",)
        states = next((s for role in whose if (s := tuple(r for r in roles.get(role, ()) if r.kind == "state"))), ())
        if fields.get("type") not in ("deploy", "reinforce") or not given or not roles.get("mission"):
            continue
        sends = str(fields.get("frame")).partition(":")[0] in ("deploy", "arrive")
        if fields["type"] == "reinforce" and sends and not _said(draft, roles["mission"]):
            continue  # sends 200 more: its part is greater
        if draft.clause is not None and id(draft.clause) in struck:
            continue  # tanks that broke into its base, soldiers who land at its side
        if not states:
            made += _authorised(draft)
            continue
        if fields.get("negated") or any((r.id, m.id) in known for r in states for m in roles["mission"]):
            continue
        same = ("quantity", "assets", "time", "modality", "holders", "hearsay", "likelihood")
        kept = {key: fields[key] for key in same if fields.get(key) is not None}
        kept |= {"predicate": "contribution", "frame": _SENT}
        kept["roles"] = {"contributor": states, "mission": roles["mission"][:1]}
        kept |= {"function": task} if (task := _task(draft)) is not None else {}
        made.append(replace(draft, fields=kept, more=[], judges=[], day=None, confidence=draft.confidence - 0.1))
    return made


def _task(draft: Draft) -> str | None:
    """Return as what people are sent whom a deployment counts: "twelve staff officers"."""
    said = draft.fields.get("quantity")
    counted = draft.clause.phrases if draft.clause is not None and said is not None else ()
    return next((task for p in counted if said is not None and p.text == said.text and (task := task_of(p))), None)


def _said(draft: Draft, refs: Sequence[EntityRef]) -> bool:
    return any(r.text and r.text in draft.evidence.quote for r in refs)


def _authorised(draft: Draft) -> list[Draft]:
    """Return how strong a mission is, of the deployment of so many to it that no state makes: "the deployment of 8,000 troops to X"."""
    fields = draft.fields
    if not draft.nominal or not fields.get("quantity") or fields.get("negated") or fields.get("type") != "deploy":
        return []
    same = ("quantity", "modality", "holders", "hearsay", "likelihood")
    kept = {key: fields[key] for key in same if fields.get(key) is not None}
    kept |= {
        "predicate": "strength",
        "frame": "strength:authorised",
        "roles": {"mission": fields["roles"]["mission"][:1]},
    }
    return [replace(draft, fields=kept, more=[], judges=[], day=None, confidence=draft.confidence - 0.1)]


def _served(builder: Builder) -> list[Draft]:
    """Return the contributions of states whose peacekeepers were hit or held: "a Ghanaian peacekeeper of UNISFA was killed"."""
    known = {
        r.id
        for d in builder.drafts
        if d.fields["predicate"] == "contribution"
        for r in d.fields["roles"]["contributor"]
    }
    made = []
    for draft in builder.drafts:
        fields = draft.fields
        befell = fields.get("type") in ("attack", "clash", "detain") and fields.get("modality") == "actual"
        if not befell or fields.get("negated"):
            continue
        roles = fields["roles"]
        discourse = builder.discourse
        mission = roles.get("mission", ())[:1] or discourse.could_be(discourse.sole_mission(), roles.get("place", ()))
        hosts = {host for m in mission for host in builder.discourse.hosts_of(m.id)}
        for ref in roles.get("target", ()):
            blue = builder.pack.blue(ref.text)
            if ref.kind != "state" or not blue or not mission or ref.country in hosts or ref.id in known:
                continue
            entry = discourse.register.mission(mission[0].id)
            if not roles.get("mission") and entry is not None and entry.organisation != "un":
                continue  # no EU mission's blue helmets
            known.add(ref.id)
            kept = {key: fields[key] for key in ("holders", "hearsay") if fields.get(key)}
            kept |= {
                "predicate": "contribution",
                "frame": "contribution:served",
                "roles": {"contributor": (ref,), "mission": mission},
            }
            made.append(replace(draft, fields=kept, more=[], judges=[], day=None, confidence=0.75))
    return made


def _listed(drafts: list[Draft]) -> list[Draft]:
    """Leave out whose peacekeepers are only spoken of, where the report tells who gives how many to the mission."""
    counted = {
        m.id
        for d in drafts
        if d.fields["predicate"] == "contribution" and d.fields.get("quantity") and d.fields["frame"] != _SENT
        for m in d.fields["roles"].get("mission", ())
    }
    return [
        d
        for d in drafts
        if d.fields.get("frame") not in _SPOKEN_OF
        or counted.isdisjoint(m.id for m in d.fields["roles"].get("mission", ()))
    ]


_SPOKEN_OF = frozenset({"contribution:served", "contribution:peacekeepers"})


def _each_contributor(draft: Draft) -> list[Draft]:
    """Return a contribution of several states, or to several missions, as one of each, unless a number is given for all together."""
    fields = draft.fields
    roles = fields.get("roles", {})
    givers, missions = roles.get("contributor", ()), roles.get("mission", ())
    if (
        fields["predicate"] != "contribution"
        or fields.get("quantity") is not None
        or max(len(givers), len(missions)) < _TWO
    ):
        return [draft]
    return [
        replace(draft, fields=fields | {"roles": roles | {"contributor": (one,)} | to}, more=list(draft.more))
        for one in givers
        for to in ([{"mission": (mission,)} for mission in missions] or [{}])
    ]


_TWO = 2


def _on_others(a: Draft, b: Draft) -> bool:
    """Say whether two judgements alike are on others: "thanks Uganda", and later "thanks the United States"."""
    if a.fields["predicate"] != "assessment":
        return False
    on = [{*(r if isinstance(r, str) else r.id for r in d.fields["about"]), *map(id, d.judges)} for d in (a, b)]
    return all(on) and on[0].isdisjoint(on[1])


def _statement(builder: Builder, draft: Draft, judged: list[str]) -> Statement:
    fields = {k: v for k, v in draft.fields.items() if v is not None}
    if judged:
        fields["about"] = (*dict.fromkeys(judged), *fields.get("about", ()))
    more = tuple(dict.fromkeys(e for e in draft.more if e != draft.evidence))
    return Statement.of(
        report=builder.report.id, evidence=draft.evidence, reader=READER, more=more,
        confidence=round(min(max(calibrated(fields["predicate"], draft.confidence), 0.05), 0.99), 2), **fields,
    )  # fmt: skip


def _sameness(draft: Draft) -> tuple[Any, ...]:
    fields = draft.fields
    roles = tuple(
        sorted((role, tuple(sorted(r.id or r.text for r in refs))) for role, refs in fields.get("roles", {}).items())
    )
    number = fields.get("quantity")
    return (
        fields["predicate"], fields.get("type"), roles, number.value if number else None, fields.get("grade"),
        fields.get("modality", "actual"), fields.get("negated", False), fields.get("function"),
        tuple(fields.get("effect", ())), tuple(fields.get("options", ())), tuple(fields.get("purposes", ())),
        tuple(sorted(a.name for a in fields.get("assets", ()))), fields.get("text") if fields["predicate"] == "question" else None,
        tuple(h.id or h.text for h in fields.get("holders", ())),
        fields["predicate"] == "period" and fields.get("time") and fields["time"].relation in ("until", "before"),
    )  # fmt: skip

"""What a trigger may ask of its clause: each condition of ``only`` by name."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.expressions import is_what_for
from missionwatch.reading.frames.heading import MOVES, moves, rules
from missionwatch.reading.frames.phrases import (
    A_FEW,
    force_of,
    nationals,
    number_alone,
    of_a_force,
    oneself,
    only_lands,
    someone,
    they,
)
from missionwatch.reading.frames.reaching import addressed, dependents, moves_something, takes_object
from missionwatch.reading.frames.roles import is_kind
from missionwatch.reading.frames.sides import bear_arms
from missionwatch.reading.frames.tenure import of_tenure
from missionwatch.reading.frames.undoing import sentenced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def holds(condition: str, match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a trigger's condition (``only``) holds of what it opened."""
    clause, reach = match.clause, list(match.reach())
    match condition:
        case "stative" | "dynamic":
            placed = clause.reduced and clause.passive and not clause.subjects  # the soldiers stationed in Niger
            stative = clause.stative or placed or not (clause.passive or moves_something(clause))
            towards = [p for p in match.relations.get("to", ()) if clause.passive and "in" not in p.relations]
            moved = any(is_kind(r, "place", p) for p in towards for r in p.refs)
            stative = stative and not (moved and condition == "dynamic")  # zijn naar Malakal overgebracht
            flown = clause.passive and clause.stative and bool(match.relations.get("from"))
            stative = stative and not (flown and any(t.relation == "at" for t in match.times))  # flown in on Friday
            return (match.phrase is None and stative) == (condition == "stative")
        case "its_leader":  # it answers to General X; not: the port is in the hands of General X
            return any(r.kind == "mission" for p in clause.subjects for r in p.refs)
        case "leads_alone":  # General X is in charge; not: of the port
            others = [p for p in clause.phrases if p.words.isdisjoint(match.trigger.split())]
            return all(p.bare and any(r.kind == "person" for r in p.refs) for p in others)
        case "person" | "whom":  # whom: not who does it, "the minister recalled the scale of it"
            active = condition == "whom" and match.phrase is None and not clause.passive
            reach = [p for p in reach if not (active and p in clause.subjects and (p.person or p.senses("function")))]
            return (
                any(
                    r.kind == "person" or r.body == "diplomats" or p.noun == "person" or oneself(p, tokens)
                    for p in reach
                    for r in p.everyone()
                )
                or any(p.noun == "person" for p in _taken_up(clause))
                or any(p.senses("function") and p.counted() < A_FEW for p in reach if p.relations != ("adjective",))
            )
        case "of_people":  # is being held by JNIM, regained their freedom: an aid worker, observers
            whom = match.frame.roles["target"][0][0]
            return any(someone(p, tokens, pack) for p in (clause.objects if whom == "object" else clause.subjects))
        case "several":  # the EU and the AU discussed the mission, the government and the rebels are talking
            sides = [one for p in clause.subjects for one in (p, *p.group)]
            parties = {r.id or r.text for one in sides for r in one.refs if is_kind(r, "party", one)}
            return match.phrase is None and len(parties) > 1
        case "put_off":  # the vote was moved to May; not: the soldiers were moved to Gao
            return any(p.triggers or p.noun in ("talks", "contribution") for p in (*clause.subjects, *clause.objects))
        case "envoy":  # received the Russian minister; not: received the soldiers
            refs = [r for p in clause.objects for r in p.everyone()]
            guest = any(p.noun == "person" or p.senses("function") for p in clause.objects)
            guest = guest or any(r.kind == "person" or r.body == "diplomats" for r in refs)
            return guest and not any(r.kind == "mission" for r in refs)
        case "sent":  # 40 Bangladeshi engineers reached Juba; not: refugees
            going = clause.subjects if match.phrase is None else []
            return any(p.is_people and p.refs_of("state") and not p.words & pack.bystanders for p in going)
        case "others":  # ordered the envoy out; not: ordered its soldiers out
            out = match.phrase is None and not clause.passive
            return not (out and any(p.owned and p.is_people for p in clause.objects))
        case "does":  # the minister resigned; not: they are resigned to it
            return match.phrase is not None or not clause.passive
        case "place":
            towns = {"attack": clause.objects, "hosts": clause.subjects}.get(match.frame.type or match.frame.name, ())
            taken = any(p.senses("capital") for p in towns)  # retook Khartoum, Niamey hosts 200 soldiers
            return taken or any(
                is_kind(r, "place", p) for p in reach if p.relations != ("adjective",) for r in p.everyone()
            )
        case "town":  # holds Goma; not: took 200 people to Djibouti
            taken = any(p.is_people or (p.number is not None and p.noun != "place") for p in clause.objects)
            return not taken and holds("place", match, tokens, pack)
        case "named_town":  # took Goma; not: took the road to Goma, took note of …
            return match.phrase is None and any(
                p.named and p.bare and any(r.kind == "place" and r.id for r in p.refs) for p in clause.objects[:1]
            )
        case "object":  # has taken Goma; not: is taken with the offer
            given = any(p.words & pack.classes_of("stead") for p in clause.objects)  # takes their place
            it = any("object" in p.relations for p in clause.phrases)  # l'a voté
            return not given and (
                it or bool(clause.objects) or any(r.kind == "place" for p in clause.subjects for r in p.refs)
            )
        case "mission":
            return any(r.kind == "mission" for p in reach for r in p.everyone())
        case "commanded":  # took over the mission from another; not: its base, its sector
            words = match.trigger.split()
            return any(
                p.refs_of("mission") and (p.noun == "mission" or (p.named and p.named[-1].last == p.last))
                for p in clause.phrases
                if p in clause.objects or tokens[p.start].low in words[:2]
            )
        case "nation":  # Belgium and Luxembourg take part as well: nothing says in what
            doers = [
                (r, r.body is None or bool(p.senses("capital")))
                for p in (clause.subjects or clause.objects)
                for r in p.everyone()
            ]
            lands = bool(doers) and all(r.kind == "state" and whole for r, whole in doers)
            unmarked = itertools.takewhile(lambda p: "as" not in p.relations, clause.phrases)  # … as partners of the EU
            return lands and not any(p.first > match.anchor and not _WHEN.issuperset(p.relations) for p in unmarked)
        case "pact":  # the agreement that Somalia and Egypt signed
            nouns = pack.classes_of("pact_noun")
            told = clause.parent.phrases if clause.link == "relative" and clause.parent is not None else []
            behind = (p for p in told if p.last in (clause.first - 1, clause.first - 2))
            return match.phrase is None and any(p.words & nouns for p in (*clause.objects, *behind))
        case "people":
            return any(p.number is not None and p.is_people for p in reach)
        case "ending":  # the last soldiers
            return any(p.words & pack.classes_of("ending") for p in clause.subjects)
        case "more":  # a further 200 soldiers
            come = clause.objects if match.frame.name == "reinforced" else clause.subjects  # KFOR gets 200 more
            return any(p.is_people and p.adds(pack.additional) for p in come)
        case "numbered":  # KFOR stands at 4,500
            return any(p.counted() >= A_FEW and number_alone(p, tokens) for p in reach)
        case "manned":  # Canada has had engineers in the mission since 2015
            givers = clause.subjects and all(p.refs_of("state") for p in clause.subjects)
            return bool(givers) and any(p.is_people and p.bare and not p.owned for p in clause.objects)
        case "relief":  # Romanian soldiers relieve the British: whoever takes a post over sends nobody
            coming = any(
                (p.is_people and holds("forces", match, tokens, pack))
                or p.senses("asset")
                or (only_lands(p) and not match.relations.get("as"))
                for p in clause.subjects
            )
            gone = [*clause.objects, *match.relations.get("from", ())]
            return coming and bool(gone) and all(p.person is None and not p.senses("function") for p in gone)
        case "aimed":  # a call by X to reopen the border, an appeal for calm
            chain = dependents(match.phrase, clause) if match.phrase is not None else []
            end = chain[-1].last if chain else match.anchor
            asked = any(c.parent is clause and c.first - 1 == end for c in (*clause.aims, *clause.inner))
            return asked or any("for" in p.relations for p in chain[:1])
        case "onto":  # marched on Goma; not: on Saturday
            return any(is_kind(r, "place", p) for p in match.relations.get("against", ()) for r in p.refs)
        case "known":  # briefs the Security Council, not reporters
            return any(r.id for p in clause.objects for r in p.everyone())
        case "by_known":  # with the help of Chad; not: of the population
            behind = (p for p in clause.phrases if p.first > match.anchor and {"of", "from"} & set(p.relations))
            return any(r.id for p in itertools.islice(behind, 1) for r in p.everyone())
        case "alone":  # the mission closes in July; not: closes a base
            return match.phrase is None and not clause.objects and not clause.passive
        case "rest":  # France and Italy supply the rest, send a battalion each; not: will send them in May
            moved = any(p.counted() for p in reach) or any(t.relation == "at" for t in match.times)
            return not moved and all(p.refs_of("state") for p in clause.subjects)
        case "given":  # UNIFIL receives 200 soldiers from Finland
            mission = any(r.kind == "mission" for p in clause.subjects for r in p.refs)
            return mission and any(p.is_people and p.number is not None for p in clause.objects)
        case "brought":  # brought down to 8,000 troops
            return any("to" in p.relations and p.number is not None for p in clause.phrases)
        case "own_people":
            meant = any(r.kind == "mission" for p in match.relations.get("for", ()) for r in p.refs)
            units = pack.classes_of("formation") if meant else frozenset()  # three battalions for MINUSCA
            return any(of_a_force(p, pack) or p.words & units for p in clause.subjects)
        case "counted":
            given = any(p.senses("asset") or p.is_people or force_of(p) for p in reach if p not in clause.subjects)
            return given or holds("mission", match, tokens, pack)
        case "troops":
            done_by = clause.objects if clause.passive else clause.subjects
            ruling = {p.first for p in reach if rules(p)}  # the German president
            sent = [p for p in reach if not (match.frame.type == "deploy" and "to" in p.relations)]  # a letter to KFOR
            return any(
                (p.is_people and p.first not in ruling) or p.noun == "convoy" or p.senses("asset") or nationals(p)
                or (p in done_by and they(p, pack)) or (p in sent and any(r.kind == "mission" for r in p.refs))
                for p in reach
            )  # fmt: skip
        case "armed":  # Rwandan soldiers, Wagner: not French journalists
            return bear_arms(clause, _taken_up(clause), pack)
        case "forces":  # Russian soldiers, M23: whoever works somewhere is there
            return not clause.passive and any(
                r.id and (r.kind == "group" or r.body in ("armed_forces", "police"))
                for p in clause.subjects
                for r in p.refs
            )
        case "rebels":  # M23, rebels: no state's soldiers
            return not clause.passive and any(
                p.refs_of("group") or p.words & pack.classes_of("outlaws") for p in clause.subjects
            )
        case "flat":  # The mission declined.
            known = any(r.id for p in clause.subjects for r in p.refs) and match.phrase is None
            after = match.anchor + 1
            led = not pack.verb_second and after < len(tokens) and "preposition" in tokens[after]
            if led and not any(t.first <= after <= t.last for t in clause.times):
                return False  # went into hiding
            later = [p for p in clause.phrases if p.first > match.anchor]
            that = len(later) == 1 and "event_pronoun" in tokens[later[0].first]  # weigeren dat zolang …
            return (
                known and not clause.passive and (that or not later) and clause.governs <= (_BESIDES if that else set())
            )
        case "undone":  # refused to do so
            known = any(r.id for p in clause.subjects for r in p.refs) and match.phrase is None and not clause.passive
            refused = any("say" not in c.attitudes for c in clause.aims)  # but: declined to say how many
            told_to = pack.verb_second and any(
                v > match.anchor and "infinitive_marker" in tokens[v - 1] for v in clause.verbs
            )
            return known and (refused or told_to)
        case "accompanying":  # with Rwandan support
            whose = [p for name in _HELPERS for p in match.relations.get(name, ())]
            given = match.phrase is not None and "with" in match.phrase.relations
            return given and any(r.id for p in whose for r in p.refs)
        case "base":
            return any(p.words & pack.classes_of("base_noun") for p in clause.objects)
        case "soldiers":
            armed = pack.classes_of("formation")
            return any(
                p.is_people
                and (p.words & armed or pack.blue(p.text) or any(r.body in ("armed_forces", "police") for r in p.refs))
                for p in (*clause.subjects, *clause.objects)
            )
        case "with_soldiers":  # moved to Chad with 400 soldiers
            return holds("soldiers", match, tokens, pack) or any(
                p.is_people and p.number is not None and not p.words & pack.bystanders
                for p in match.relations.get("with", ())
            )
        case "moved":  # takes its soldiers, its diplomats out of Mali; not: a paper out of his bag
            others = [p for p in reach if p not in clause.subjects and p.relations != ("adjective",)]
            return any(p.is_people or p.senses("asset") for p in others)
        case "vessel":  # a Greek frigate patrols
            return any(p.senses("asset") for p in clause.subjects)
        case "asset":
            return any(p.senses("asset") or p.noun == "convoy" for p in clause.objects)
        case "soldiers_or_ship":
            return (
                holds("soldiers", match, tokens, pack)
                or holds("asset", match, tokens, pack)
                or _several(clause.objects)
                or any(p.pronoun in _THEM or p.anaphor == "latter" for p in clause.objects)
            )
        case "state":  # Berlin calls it a day in Mali; not: the envoy does
            return match.phrase is None and any(p.refs_of("state") and p.person is None for p in clause.subjects)
        case "civil":  # the minister travels to Gao; not: the soldiers do
            return not holds("soldiers", match, tokens, pack)
        case "unsoldiered":  # recalls its ambassador; not: its peacekeepers
            return not any(
                p.is_people and (pack.blue(p.text) or any(r.body == "armed_forces" for r in p.refs))
                for p in clause.objects
            )
        case "own" | "unowned":  # keeps its own flights on the ground; or those of others
            return any(p.owned for p in clause.objects) == (condition == "own")
        case "unsat":  # suspends a member, the training; not: the hearing
            return not any(p.words & pack.classes_of("sitting") for p in clause.objects)
        case "nationals":  # the Mongolians move to South Sudan
            return any(nationals(p) for p in clause.subjects)
        case "manpower":  # the number of Belgians, of its soldiers
            return any(
                p.senses("national") or pack.blue(p.text) or any(r.body == "armed_forces" for r in p.refs)
                for p in reach
            )
        case "not_so":  # insists that there is no soldier
            return any(c.negated for c in clause.inner)
        case "danger":  # the war will begin again; not: begins its fight against terrorism
            what = [i for p in clause.subjects for i in range(p.start, p.last + 1)]
            return match.phrase is None and bool(pack.codes("hazards", tokens, what))
        case "captives":  # let the prisoners go
            return any(p.words & pack.classes_of("captive") for p in clause.objects)
        case "undebated":  # the police take officers in; members of parliament only question ministers
            return not any(p.senses("function") for p in (*clause.objects, *clause.subjects))
        case "unsentenced":  # condamne l'attaque; not: condamne les soldats à vingt ans de prison
            return not sentenced(match, tokens, pack)
        case "blow":  # a rocket hit the camp; not: a travel ban, a cut; nobody is struck by a decision, by news
            news = pack.classes_of("rumour_noun") | pack.classes_of("report_noun") | pack.classes_of("plan_noun")
            return not any(
                (p.triggers and all(t.frame in _MEASURES for t in p.triggers)) or (clause.passive and p.words & news)
                for p in clause.subjects
            )
        case "over_place":  # the battle for Goma
            return any(is_kind(r, "place", p) for p in match.relations.get("about", ()) for r in p.refs)
        case "itself":  # the mission is over; not: their time with the mission
            return any(
                p.noun in ("mission", "mandate") or any(r.kind == "mission" for r in p.refs) for p in clause.subjects
            )
        case "convoy":
            return any(p.noun == "convoy" for p in reach)
        case "there_then":  # was in Gao on Friday; not: was in Gao until May, was in charge in Gao
            spots = [p for way in ("in", "at") for p in match.relations.get(way, ()) if p.first > match.anchor]
            near = min(spots, key=lambda p: p.first, default=None)
            once = bool(match.times) and all(t.relation == "at" for t in match.times)
            return once and near is not None and any(is_kind(r, "place", near) for r in near.refs)
        case "tenure":
            return of_tenure(match, pack)
        case "until":
            return any(t.relation in ("until", "before") or t.duration for t in match.times)
        case "with" | "mutual":  # talked with X; X and Y talked
            meeting = clause.subjects if condition == "mutual" and match.phrase is None and not clause.passive else ()
            if len({r.id for p in meeting for r in p.everyone() if r.id and is_kind(r, "party", p)}) > 1:
                return True
            sides = [p for name in ("with", "between") for p in match.relations.get(name, ())]
            return any(is_kind(r, "party", p) for p in sides for r in p.everyone())
        case "negated":  # does not rule out leaving; without ruling out leaving
            return match.denies or _without(match, tokens, pack)
        case "refused":  # refuse de laisser passer
            before = [clause.lemmas.get(v, "") for v in clause.verbs if v < match.anchor and pack.verb_second]
            fails = any("fail" in pack.attitudes.get(lemma, frozenset()) for lemma in before)
            return fails or (clause.link == "purpose" and "fail" in clause.attitudes_above)
        case "goes_under" | "lives_on":  # cesse d'exister; or: cesse ses patrouilles
            over = any(not pack.classes_of("plainly_ends").isdisjoint(c.lemmas.values()) for c in clause.aims)
            return over == (condition == "goes_under")
        case "to_do":  # chose to stay, resolved on Friday to leave; not: chose Mali
            return match.phrase is None and bool(clause.aims) and not clause.objects
        case "active":  # ont fait prisonniers deux soldats; not: ont été faits prisonniers
            return not clause.reduced and not any({"passive", "copula"} & tokens[v].classes for v in clause.verbs)
        case "suffered":  # six F-16 seront envoyés; not: envoie six F-16
            return match.phrase is None and clause.passive and not clause.reduced
        case "affirmed":  # rules out sending troops; "does not rule out" weighs it
            return not (match.negated or _without(match, tokens, pack))
        case "directed":  # tells its citizens to leave
            verbs = [v for c in (clause, *clause.aims) for v in c.verbs if v > match.anchor]
            over = any("perfect" in tokens[v] and "infinitive" in tokens[v] for v in verbs)  # says it has arrested two
            aimed = not over and (clause.aims or any("infinitive" in tokens[v] for v in verbs))
            return bool(aimed and clause.subjects and addressed(clause)) and not clause.passive
        case "deed":  # deplores the attack
            return any(t.frame in _DEEDS for p in clause.objects for t in p.triggers)
        case "harming":  # jure de frapper les casques bleus
            beside = [clause] if pack.verb_second else []  # heeft gezworen hen te doden
            return any(not _BLOWS.isdisjoint(c.opened(pack)) for c in (*beside, *clause.aims))
        case "doing":  # insists on a withdrawal, rules out sending troops
            return bool(clause.aims) or any(p.triggers for p in reach if p not in clause.subjects)
        case "required":
            return match.modality == "required" or bool(
                (clause.attitudes | clause.attitudes_above) & {"demand", "direct"}
            )
        case "actual":  # not: to fight trafficking
            meant = match.anchor > 0 and "infinitive_marker" in tokens[match.anchor - 1]
            meant = meant or (clause.link == "purpose" and match.fixed)  # to help the army take over
            return match.phrase is not None or (match.modality == "actual" and not meant)
        case "possible":
            if match.modality == "planned" and "condition" in clause.governs:
                return True  # if they leave, the country will slide into chaos
            above = clause.parent if clause.link == "purpose" else None
            if above is not None and all("copula" in tokens[v] for v in above.verbs):  # is likely to spread
                return bool(pack.longest("likelihood", tokens, above.order))
            if (match.modality == "planned" or clause.present) and pack.longest("likelihood", tokens, clause.order):
                return True  # will probably spread
            return match.modality in ("possible", "conditional")
        case "content" | "tasked":  # conseille à la mission de partir
            told = [*clause.objects, *(p for p in clause.phrases if condition == "tasked" and "to" in p.relations)]
            asked = "purpose" in clause.governs and any(p.refs or p.is_people or p.pronoun for p in told)
            return "content" in clause.governs or asked
        case "contentless":
            return match.phrase is not None or "content" not in clause.governs  # a rappelé que
        case "objectless":  # demonstrates the value of the mission, demonstrates that it works
            return match.phrase is not None or clause.passive or not any(p.bare for p in clause.objects)
        case "to_leave":
            return any("withdraw" in c.opened(pack) for c in clause.aims)
        case "time":
            return bool(match.times) or (match.frame.predicate == "period" and match.clause.dated is not None)
        case "unpeopled":  # leaves the army alone, left 30 people without water
            peopled = any(p.is_people or p.senses("national") or p.refs_of("group") for p in clause.objects)
            kept = clause.passive and any({"with", "without"} & set(p.relations) for p in clause.phrases)
            return not (peopled and (clause.subjects or clause.passive)) and not kept  # will be left with 200 soldiers
        case "goods":  # gives the force fuel and trucks
            goods = [part for p in clause.objects for part in (p, *p.group)]
            men = any(p.is_people for p in goods)
            return match.phrase is None and not men and any(p.words & pack.classes_of("goods") for p in goods)
        case "for_relief":  # brings maize, 600 tonnes of rice
            things = [q for p in clause.objects for q in (p, *p.group, *dependents(p, clause))]
            return match.phrase is None and any(p.words & pack.classes_of("relief_goods") for p in things)
        case "peopled":  # leaves 200 soldiers in Agadez
            return not clause.passive and any(p.is_people and p.bare and p.first > match.anchor for p in clause.objects)
        case "done_to":
            return match.phrase is not None or clause.passive or takes_object(match, tokens)
        case _ if condition in MOVES:
            return moves(condition, match, tokens, pack)
        case "full":  # not: "réuni en visioconférence", "appelé à d'autres fonctions"
            return match.phrase is not None or not clause.reduced or bool(match.relations.get("by"))
        case "irreflexive":
            return clause.passive or not any("reflexive" in tokens[i] for i in clause.order)  # s'est vu refuser
        case "stated":  # its task is to clear mines
            aim = (*clause.verbs, *(v for c in clause.aims for v in c.verbs))
            return any(v > match.anchor and "infinitive" in tokens[v] for v in aim)
        case "hazard" | "purpose":
            section = "hazards" if condition == "hazard" else "purposes"
            feared = [one for c in clause.inner if condition == "hazard" for one in (c, *c.aims)]
            inner = [i for c in feared for i in c.order]
            risks = not pack.classes_of("risking").isdisjoint(clause.lemmas.values())
            if condition == "hazard" and (risks or "foresee" in clause.attitudes):
                bare = (c for c in clause.aims if not _brings(c, pack))  # risque d'embraser la région
                inner += [i for c in bare for i in c.order]
            elif condition == "purpose" and is_what_for(match, pack):
                inner = [i for c in clause.aims for i in c.order]
            return bool(pack.codes(section, tokens, [*clause.order, *inner]))
    return True


def _without(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    before = tokens[match.anchor - 1].low if match.anchor else ""
    return "without" in pack.relations.get((before,), ())


_THEM = frozenset({"person_pronoun", "object_pronoun"})  # pronouns for those who were taken


def _taken_up(clause: Clause) -> list[Phrase]:
    """Return the noun that a relative clause says more of, and what that hangs on: "a delegation from the bloc that landed in Niamey"."""
    above = clause.parent.phrases if clause.link == "relative" and clause.parent is not None else []
    before = [p for p in above if p.last < clause.first]
    return before[-2:] if before and before[-1].last == clause.first - 1 else []


def _several(phrases: Sequence[Phrase]) -> bool:
    return any(p.is_people and p.number is not None for p in phrases)


_BESIDES = frozenset({"time", "condition", "cause", "concession"})  # links of clauses that say when and why
_WHEN = frozenset({"since", "until", "before", "after", "during"})  # relations of what says when
# What befalls people, but is no blow.
_MEASURES = frozenset({"sanction", "freeze", "deny_access", "reduce", "end", "suspend", "decide", "demand", "approve"})
_DEEDS = frozenset(
    {"attack", "shelling", "attacked", "killed", "kill", "coup", "expel", "obstruct", "detain", "deny_access"}
)


def _brings(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause has a verb that tells a risk by itself: "de provoquer une famine"."""
    opened = (t for lemma in clause.lemmas.values() for t in pack.verb_triggers.get(lemma, ()))
    return any(t.frame == "risk" and "possible" not in t.only for t in opened)


_BLOWS = frozenset({"attack", "kill", "wound", "expel", "seized", "invaded"})


_HELPERS = ("of", "from", "by", "adjective")

"""What somebody weighs and what may come of something: options and risks in clauses."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading import yardsticks
from missionwatch.reading.frames.asking import once_weighed
from missionwatch.reading.frames.holders import seated, speakers
from missionwatch.reading.frames.lands import land_spoken_of
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import Match, is_kind, load_frames
from missionwatch.records import EntityRef, Likelihood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token


def likelihood_in(tokens: Sequence[Token], order: Sequence[int], pack: Pack) -> Likelihood | None:
    """Return the likelihood word among the tokens, with the range the yardstick gives it."""
    found = pack.longest("likelihood", tokens, order)
    if found is None:
        return None
    code, first, last = found
    low, high, scale = yardsticks.span(pack, code)
    return Likelihood(" ".join(t.text for t in tokens[first : last + 1]), low, high, scale)


def lists_options(clause: Clause, clauses: Sequence[Clause], tokens: Sequence[Token]) -> bool:
    """Say whether words behind a colon only list what is weighed before it: "three options: the withdrawal of …"."""
    if clause.verbs or not clause.first or tokens[clause.first - 1].text != ":":
        return False
    before = next((c for c in clauses if c.last == clause.first - 2), None)
    return before is not None and any(t.frame == "weigh" for p in before.phrases for t in p.triggers)


def thought(clause: Clause) -> bool:
    """Say whether a clause tells what somebody thinks: "finds | that the force has done too little"."""
    return clause.link == "content" and clause.parent is not None and "judge" in clause.parent.attitudes


def grades_badly(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause says that it would be wrong to do what follows: "acht het te vroeg om te vertrekken"."""
    judges = "judge" in clause.attitudes or (bool(clause.verbs) and pack.being.issuperset(clause.lemmas.values()))
    found = pack.longest("grades", tokens, clause.order) if judges else None
    return found is not None and found[0] == "negative" and found[2] == clause.last


# Organisations with missions of their own; the councils of the UN and the AU decide on those of others as well.
_WITH_MISSIONS = frozenset({"eu", "nato", "ecowas", "sadc", "osce"})
_OF_A_PART = frozenset({"expand", "extend", "continue", "reduce"})  # what becomes of a part that somebody takes already
_ONE_OF = ("one of", "among")  # the options: not all of them
_WEIGHING = frozenset({"state", "organisation", "mission", "person"})  # who weighs something
_FEARING = frozenset({"say", "judge", "foresee"})  # what verbs of fearing and warning do
_TELLING_WHAT = frozenset({"purpose", "content", "question"})  # links of clauses that say what is weighed


def _decides(ref: EntityRef) -> bool:
    """Say whether somebody is a state or an organisation, which decides itself what becomes of its own part."""
    return ref.kind in ("state", "organisation")


def _done_to(phrase: Phrase, clause: Clause) -> bool:
    """Say whether what seems a subject is what an opening verb is done to: "Leaving Mali is no longer taboo"."""
    return clause.finite is not None and any(v < phrase.first < clause.finite for v in clause.verbs)


def _of_a_land(clause: Clause) -> bool:
    """Say whether a clause names a country that is not only where something is: "leaving Mali"."""
    return any(r.kind == "state" and r.body is None for p in clause.phrases if p.bare for r in p.refs)


def _besides_part(clause: Clause) -> list[int]:
    """Return a clause's tokens but those of somebody's own part in a mission: who weighs its end does not weigh to join."""
    part = {i for p in clause.phrases if p.owned and p.noun == "contribution" for i in range(p.first, p.last + 1)}
    return [i for i in clause.order if i not in part] if part else clause.order


class Weigher:
    """Reads the options and risks of one report into the builder's drafts."""

    clauses: Sequence[Clause] = ()

    def __init__(self, builder: Builder, pack: Pack) -> None:
        self.builder, self.pack = builder, pack
        self.risk_targets: tuple[int, tuple[EntityRef, ...]] = (-1, ())

    def option(self, match: Match, sentence: Sentence, held: Held, number: int) -> Draft | None:
        """Read what someone weighs or keeps open."""
        order = _besides_part(match.clause)
        inner = self._inside(match.clause)[1:]
        timed = {i for c in (match.clause, *inner) for t in c.times for i in range(t.first, t.last + 1)}
        if "judge" in match.clause.attitudes and self.pack.longest("grades", sentence.tokens, order):
            return None  # considers the extension important
        if match.phrase is None and once_weighed(match.clause, sentence.tokens):
            return None
        noun = match.phrase
        if noun is not None and noun.definite and "in" in noun.relations and "among" not in noun.relations:
            return None  # binnen de mogelijkheden gaat het werk door
        own = {
            v for v in match.clause.verbs if match.fixed and match.clause.finite == v
        }  # behoudt zich voor: no "goes on"
        untimed = [i for i in order if i not in timed | own]  # before the end of May: no end is weighed
        codes = self.pack.codes("options", sentence.tokens, untimed)
        for child in inner:
            inside = [i for i in _besides_part(child) if i not in timed]
            codes += [c for c in self.pack.codes("options", sentence.tokens, inside) if c not in codes]
        single = {
            stem[0]: code for code, stems in self.pack.stems["options"].items() for stem in stems if len(stem) == 1
        }
        governed_verbs = [match.clause.lemmas.get(v, "") for v in match.clause.verbs if v != match.anchor]
        codes += [single[lemma] for lemma in governed_verbs if lemma in single and single[lemma] not in codes]
        if not codes and any(self._sends(c) for c in inner):
            codes = ["join"]  # sending a battalion to UNDOF; not: sending troops to Mali
        if match.frame.name != "keep_open":
            if codes == ["all"] or ("all" in codes and not match.fixed):
                return None  # read as kept open
            codes = [c for c in codes if c != "all"]
        elif "all" in codes:
            codes = (
                [c for c in codes if c != "all"] if match.trigger.startswith(_ONE_OF) and len(codes) > 1 else ["all"]
            )
        mission = tuple(r for r in match.fill("mission"))[:1]
        mission = mission or tuple(r for c in inner for p in c.phrases for r in p.refs_of("mission"))[:1]
        listed = match.phrase is not None and match.frame.name == "weigh"  # among the options is …
        if not mission and self.builder.discourse.missions and (listed or match.frame.name == "keep_open"):
            mission = (self.builder.discourse.missions[-1],)
        weighs = "weigh" in match.clause.attitudes or (match.fixed and match.frame.name in ("keep_open", "weigh"))
        if not codes and len(order) < len(match.clause.order) and weighs:
            codes = ["adapt"]  # thinks about its part in UNIFIL: what becomes of it is open
        told = [d for d in self.builder.since(number) if d.clause is match.clause and d.fields["predicate"] == "option"]
        codes = [c for c in codes if not any(c in d.fields["options"] for d in told)]
        if not codes and (told or sentence.part == "title" or not self._weighs_something(match, inner)):
            return None
        another = self._another_mission(match.clause)
        mission = () if another else mission or self.builder.discourse.mission_near(anywhere=True)
        doers = [p for p in match.clause.subjects if not _done_to(p, match.clause)]
        if match.fixed and match.clause.passive and any(c.link == "purpose" for c in inner):
            doers = doers or [p for p in match.clause.objects if p.bare]  # Britain is prepared | to stay
        holders = tuple(r for p in doers for r in p.refs if r.kind in _WEIGHING)
        states = [r for p in doers for r in p.everyone() if r.kind == "state" and r.id]
        holders = holders or tuple(r for p in doers for r in Match.governments(p)) or held.holders
        nobody = not any(r.id for p in doers for r in p.refs)
        capital = seated(match.clause, "in") if not holders and nobody and codes else ()
        capital = capital if mission or _of_a_land(match.clause) else ()
        holders = holders or capital
        holders = holders or self._where_weighed(match, mission)
        if not holders and match.frame.name == "keep_open" and (spoke := self._last_speaker(number)):
            holders = spoke
        if not holders and nobody and not any(r.id for p in match.clause.phrases for r in p.everyone() if _decides(r)):
            holders = self.builder.discourse.ours()  # in a government's own paper: withdrawal is not on the table
        if not (holders if not codes else mission or holders):
            return None
        ruled_out = not match.fixed and match.phrase is None and "deny" in self.pack.attitudes.get(match.trigger, ())
        ruled_out = ruled_out and not match.denies and "negated" not in match.only
        negated = match.negated != ruled_out and not self.pack.says("undecided", match.clause.lows(sentence.tokens))
        span = self.builder.evidence(sentence, match.clause.first, match.clause.last)
        draft: Draft | None = None
        beside = another or not any(r in mission for c in (match.clause, *inner) for p in c.phrases for r in p.refs)
        if beside and holders and all(self._apart_from(mission, r) for r in holders):
            mission = ()  # the US weighs: no mission of the EU's
        roles = {"mission": mission, "place": self._where(match.clause) if beside and not capital else ()}
        if _OF_A_PART.intersection(codes):
            codes = [code for code in codes if code != "join"]  # to send more soldiers, to extend its part
        # Spain and Italy weigh: each of them does
        each = [(r,) for r in states] if len(states) > 1 and {*holders} <= {*states} else [holders]
        for code, weighing in itertools.product(codes[:4] or [""], each):
            draft = self.builder.draft({
                "predicate": "option", "roles": {role: refs for role, refs in roles.items() if refs}, "holders": weighing,
                "options": (code,) if code else (), "text": span.quote, "negated": negated, "frame": f"{match.frame.name}:{match.trigger}",
            }, sentence, number, (match.clause.first, match.clause.last), clause=match.clause, confidence=0.85)  # fmt: skip
        return draft

    def _apart_from(self, mission: Sequence[EntityRef], holder: EntityRef) -> bool:
        """Say whether a mission is none of a holder's: of an organisation that it is not in, or of another than it is."""
        entry = self.builder.discourse.register.mission(mission[0].id) if mission else None
        if entry is None or not holder.id:
            return False
        if holder.kind == "state":
            return self.builder.discourse.register.outside(entry.id, holder.country)
        own = holder.id.partition(":")[2]
        return holder.kind == "organisation" and own in _WITH_MISSIONS and entry.organisation in _WITH_MISSIONS - {own}

    def _where_weighed(self, match: Match, mission: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
        """Return whose the capital is in which something is weighed: "à Stockholm, un départ est sur la table"."""
        hosts = self.builder.discourse.hosts_of(mission[0].id) if mission else ()
        inside = () if match.clause.objects else (p for p in match.clause.phrases if "in" in p.relations)
        near = (p for p in inside if p.senses("capital") and not p.senses("seat"))
        towns = (r for p in near for r in p.refs if r.country and r.country not in hosts)
        return tuple(self.builder.discourse.register.ref(f"state:{r.country}", r.text) for r in towns)[:1]

    def _weighs_something(self, match: Match, inner: Sequence[Clause]) -> bool:
        """Say whether somebody weighs what no code names and no event tells: "does not rule out a second clinic"."""
        clause = match.clause
        several = any(t.frame == "weigh" for p in clause.objects for t in p.triggers)  # studies several scenarios
        # but: examines the case, ruled out troops
        unsure = clause.negated or several or not clause.attitudes & {"ask", "deny"}
        words = match.trigger.split()
        kept = any(t.frame == "weigh" for w in words for t in self.pack.noun_triggers.get(w, ()))  # keeps that open
        # does not rule out an earlier rotation
        open_to = match.fixed and (match.negated or match.denies) and "plan" not in clause.attitudes
        weighs = match.phrase is None and (kept or open_to or "weigh" in clause.attitudes)
        missions = any(r.kind == "mission" for p in clause.subjects for r in p.refs)  # UNISFA is looking into it
        if not (weighs and unsure) or clause.passive or missions:
            return False
        if clause.link == "purpose" or "judge" in clause.attitudes:
            return False
        told = inner if open_to else (clause, *inner)
        lemmas = {lemma for c in told for lemma in c.lemmas.values() if lemma not in words}
        opened = [t for lemma in lemmas for t in self.pack.verb_triggers.get(lemma, ())]
        opened += [t for p in clause.objects for t in p.triggers if t.frame != "demand"]  # weighs a request
        return not any(load_frames()[t.frame].predicate == "event" for t in opened)

    def _sends(self, clause: Clause) -> bool:
        """Say whether a clause tells of sending troops to a mission: "does not rule out sending a battalion to UNDOF"."""
        opened = {t.frame for lemma in clause.lemmas.values() for t in self.pack.verb_triggers.get(lemma, ())}
        sent = any(p.noun == "convoy" or (p.is_people and not p.senses("function", "person")) for p in clause.objects)
        return "deploy" in opened and sent and any(r.kind == "mission" for p in clause.phrases for r in p.refs)

    def _inside(self, clause: Clause) -> list[Clause]:
        """Return a clause and those that say what it weighs: "whether | it is right | to stay"."""
        told = [c for c in self.clauses if c.parent is clause and c.link in _TELLING_WHAT]
        return [clause, *told, *(aim for c in told if c.link != "purpose" for aim in c.aims)]

    def _another_mission(self, clause: Clause) -> bool:
        """Say whether what is weighed is a mission that nobody has spoken of: "joining another mission in the region"."""
        phrases = [p for c in self._inside(clause) for p in c.phrases]
        new = any(p.noun == "mission" and p.single and not p.refs for p in phrases)
        return new and not any(r.kind == "mission" for p in phrases for r in p.refs)

    def _where(self, clause: Clause) -> tuple[EntityRef, ...]:
        """Return where what is weighed would be."""
        placed = (p for c in self._inside(clause) for p in c.phrases if "in" in p.relations)
        return tuple(r for p in placed for r in p.refs if is_kind(r, "place", p))[:1]

    def _last_speaker(self, number: int) -> tuple[EntityRef, ...]:
        """Return who acted in the sentence before: whose options "alle opties liggen op tafel" speaks of."""
        for draft in reversed(self.builder.drafts):
            if number - 1 <= draft.sentence < number and draft.fields.get("type") == "consult":
                actors: tuple[EntityRef, ...] = draft.fields["roles"].get("actor", ())
                return actors
        return ()

    def risk(self, match: Match, sentence: Sentence, held: Held, number: int) -> Draft | None:
        """Read a cause that may bring an effect; each effect is a statement."""
        tokens, clause = sentence.tokens, match.clause
        aim = clause.link == "purpose" and clause.opener is not None
        if aim and clause.opener is not None and "infinitive_marker" not in tokens[clause.opener]:
            return None  # in order to take away the causes of instability: what is worked for
        being = bool(clause.verbs) and self.pack.being.issuperset(clause.lemmas.values())
        if being and not (clause.present or clause.future) and any(t.relation == "at" for t in clause.times):
            return None  # was on the brink of chaos three years ago
        if self._averted(match):
            return None
        if self._came_about(match, tokens) or any(
            d.clause is clause and d.fields.get("type") == "threaten" for d in self.builder.since(number)
        ):
            return None  # led to a war in 1998; threatens them with war
        causes, effects = self._hazards(match, tokens)
        caused = self._subject_span(clause, tokens)
        where = [p for p in clause.phrases if p.first not in caused and {"for", "in"} & set(p.relations)]
        fears = match.phrase is None and clause.attitudes & {"judge", "foresee"} and match.anchor in clause.verbs
        first = min((p.first for p in clause.subjects), default=0) if clause.attitudes & {"judge", "foresee"} else 0
        speaks = [p for p in where if p.first < first and p.senses("capital", "seat")]  # in Paris, officials fear …
        where = [p for p in where if p not in speaks]
        where.sort(key=lambda p: "for" not in p.relations)
        target = next(
            (refs for p in where if (refs := tuple(r for r in p.everyone() if r.id and is_kind(r, "place", p)))), ()
        )
        if target:
            self.risk_targets = (sentence.paragraph, target)
        elif self.risk_targets[0] == sentence.paragraph:
            target = self.risk_targets[1]
        named = [
            p for p in clause.phrases if p.pronoun is None and p not in speaks
        ]  # that it may spill over into Niger
        place = tuple(r for p in named for r in p.refs if is_kind(r, "place", p) and r not in target)
        if "mission" in match.only and not (effects or causes):
            target = tuple(r for p in clause.objects for r in p.refs if r.kind == "mission")[:1]
        if not effects and not causes and not ("mission" in match.only and target):
            return None
        if not (target or place):
            target = self._where_else(clause)
        holders = held.holders or (speakers(clause) if fears and not clause.passive else ())
        if (feared := self._only_feared(clause, effects, tokens, number)) is not None:
            above = feared.fields["roles"]
            holders, causes = holders or feared.fields["holders"], causes or list(feared.fields["cause"])
            target, place = target or above.get("target", ()), place or above.get("place", ())
        draft: Draft | None = None
        hazards: list[str | None] = [*effects] or [None]
        for effect in hazards:
            roles: dict[str, tuple[EntityRef, ...]] = {}
            if target:
                roles["target"] = target
            if place:
                roles["place"] = place[:1]
            draft = self.builder.draft({
                "predicate": "risk", "roles": roles, "cause": tuple(c for c in causes if c != effect),
                "effect": (effect,) if effect else (), "modality": "possible", "holders": holders,
                "frame": f"risk:{match.trigger}",
            }, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.85)  # fmt: skip
        return draft

    def _where_else(self, clause: Clause) -> tuple[EntityRef, ...]:
        """Return whom a risk touches that names nobody: where its effect lies ("risks spreading to Burundi"), else the land spoken of."""
        inner = (c for c in self.clauses if c.parent is clause and c.link in ("content", "purpose"))
        there = tuple(
            r for c in inner for p in c.phrases if p.pronoun is None for r in p.refs if is_kind(r, "place", p)
        )
        discourse = self.builder.discourse
        focus = None if there else land_spoken_of(discourse, hosting=True)
        return there[:1] or ((discourse.register.ref(f"state:{focus}", ""),) if focus else ())

    def _only_feared(
        self, clause: Clause, effects: Sequence[str], tokens: Sequence[Token], number: int
    ) -> Draft | None:
        """Take away and return what the clause above only fears or warns of, and this one tells: "warns that famine may return"."""
        above = clause.parent if clause.link in ("content", "purpose") and effects else None
        own = self.pack.codes("hazards", tokens, above.order) if above is not None else []
        told = [d for d in self.builder.since(number) if d.clause is above and d.fields["predicate"] == "risk"]
        told = [d for d in told if above is not None and not set(d.fields["effect"]) & set(own)]
        self.builder.leave_out(told)
        return told[0] if told else None

    def _averted(self, match: Match) -> bool:
        """Say whether a noun is a danger that is over or ruled out: "averted the risk of famine"."""
        clause, averting = match.clause, self.pack.classes_of("averting")
        if match.phrase is None or match.phrase not in clause.objects or clause.negated or clause.modality != "actual":
            return False
        return "deny" in clause.attitudes or not averting.isdisjoint(clause.lemmas.values())

    def _came_about(self, match: Match, tokens: Sequence[Token]) -> bool:
        """Say whether a verb tells what came of something, no risk: "the drought caused a famine"."""
        clause, said = match.clause, match.trigger.split() if match.fixed else ()
        verb = next((v for v in clause.verbs if clause.lemmas.get(v) in said), match.anchor)  # was plunged into turmoil
        if match.phrase is not None or verb not in clause.verbs or match.modality != "actual":
            return False
        lemma = clause.lemmas.get(verb, "")
        if lemma in self.pack.classes_of("risking") or self.pack.attitudes.get(lemma, frozenset()) & _FEARING:
            return False
        told = clause.link != "purpose" and not (clause.present or clause.future)
        return told or any("perfect" in tokens[v] for v in clause.verbs)

    def _hazards(self, match: Match, tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
        """Return the hazards in the subject, and in what something is because of (causes), and in the rest (effects)."""
        clause = match.clause
        why: set[int] = set()  # because of the drought, famine could occur: then what occurs is the effect
        for phrase in (p for p in clause.phrases if "because" in p.relations):
            why |= set(range(phrase.start, max([phrase.last, *(p.last for p in dependents(phrase, clause))]) + 1))
        causes = self.pack.codes("hazards", tokens, [i for i in clause.order if i in why])
        left = why if causes else self._subject_span(clause, tokens) | why
        causes = causes or self.pack.codes("hazards", tokens, [i for i in clause.order if i in left])
        if not causes:
            given = {i for c in self.clauses if c.link == "condition" and c.parent is clause for i in c.order}
            causes = self.pack.codes("hazards", tokens, sorted(given))
        effects = self.pack.codes("hazards", tokens, [i for i in clause.order if i not in left])
        risks = not self.pack.classes_of("risking").isdisjoint(clause.lemmas.values())
        risks = risks or "foresee" in clause.attitudes  # expects thousands to flee
        links = ("content", "purpose") if risks else ("content",)  # risque d'embraser la région
        feared = [one for c in self.clauses if c.parent is clause and c.link in links for one in (c, *c.aims)]
        for one in feared:
            doer = self._subject_span(one, tokens)
            rest = self.pack.codes("hazards", tokens, [i for i in one.order if i not in doer])
            first = self.pack.codes("hazards", tokens, [i for i in one.order if i in doer])
            if rest and (rest != ["spill-over"] or first == ["escalation"]):  # terrorism that spreads is terrorism
                causes += [
                    c for c in first if c not in causes and c not in rest
                ]  # fears that the war will spread to Chad
                first = []
            effects += [c for c in dict.fromkeys([*first, *rest]) if c not in effects]
        being = any(clause.lemmas.get(v) in self.pack.being for v in clause.verbs)
        if match.phrase is not None and (match.phrase in clause.subjects or being) and not effects:
            causes, effects = [], causes  # het risico op terrorisme groeit; terrorisme is een gevaar
        if not effects and match.phrase is None:
            causes, effects = [], causes  # famine threatens the camps: what is feared is the effect
        return causes, effects

    @staticmethod
    def _subject_span(clause: Clause, tokens: Sequence[Token]) -> set[int]:
        """Return the tokens of the subject with all that hangs on it."""
        span: set[int] = set()
        for phrase in clause.subjects:
            chain = dependents(phrase, clause)
            last = chain[-1].last if chain else phrase.last
            if any("to" in p.relations for p in chain):
                continue
            if clause.finite is not None and phrase.first < clause.finite and clause.link == "main":
                last = clause.finite - 1  # armoede en wanbestuur in het land kunnen …
                last -= last > phrase.last and "reflexive" in tokens[last]  # la guerre | s'étendrait
            span |= set(range(phrase.first, last + 1))
        return span

    def extends_risk(self, clause: Clause, sentence: Sentence, number: int) -> None:
        """Read a verbless sentence after a risk ("Ook voor Nederland.") as saying whom the risk touches."""
        if clause.verbs:
            return
        before = [d for d in self.builder.since(number - 1) if d.sentence == number - 1]
        last = before[-1] if before else None
        if last is None or last.fields.get("predicate") != "risk" or last.paragraph != sentence.paragraph:
            return
        for_whom = tuple(r for p in clause.phrases if "for" in p.relations for r in p.refs if is_kind(r, "place", p))
        if not for_whom:
            return
        self.risk_targets = (sentence.paragraph, for_whom)
        span = self.builder.evidence(sentence, clause.first, clause.last)
        for draft in before:
            if draft.fields.get("predicate") == "risk":
                draft.fields["roles"] = draft.fields["roles"] | {"target": for_whom}
                draft.more.append(span)

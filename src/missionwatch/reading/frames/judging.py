"""Judgements in clauses: who finds what how bad, what is likely, unknown, weighed, at risk, at stake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading import yardsticks
from missionwatch.reading.frames.building import Draft, Held
from missionwatch.reading.frames.lands import land_spoken_of
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import Match, is_kind
from missionwatch.reading.frames.stakes import interests
from missionwatch.reading.frames.subjects import wants_of
from missionwatch.records import EntityRef, Likelihood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Sentence, Token


def holders_of(clause: Clause) -> tuple[EntityRef, ...]:
    """Return who speaks or judges in a clause: its logical subject, where that is someone."""
    refs = [
        r
        for p in clause.subjects
        for r in p.everyone()
        if r.kind in ("state", "organisation", "group", "person", "mission")
    ]
    return tuple(refs)


def _nobody_known(clause: Clause) -> tuple[EntityRef, ...]:
    """Return who says something that the reader does not know, in the words of the text: "state TV", "two diplomats"."""
    speaker = next((p for p in clause.subjects if p.pronoun is None and p.anaphor is None), None)
    if "say" not in clause.attitudes or speaker is None or any(r.id for r in speaker.refs):
        return ()
    return (EntityRef(text=speaker.text),)


def _according(clause: Clause, pack: Pack) -> tuple[EntityRef, ...]:
    """Return whom a clause names as its source: "volgens de minister", "aldus het kabinet", "in the cabinet's view"."""
    return tuple(
        r
        for p in clause.phrases
        if "according" in p.relations or (not p.bare and p.words & pack.viewing)
        for r in p.everyone()
    )


def likelihood_in(tokens: Sequence[Token], order: Sequence[int], pack: Pack) -> Likelihood | None:
    """Return the likelihood word among the tokens, with the range the yardstick gives it."""
    found = pack.longest("likelihood", tokens, order)
    if found is None:
        return None
    code, first, last = found
    low, high, scale = yardsticks.span(pack, code)
    return Likelihood(" ".join(t.text for t in tokens[first : last + 1]), low, high, scale)


def _over_already(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether an infinitive tells of what is over: "to have left"."""
    return any(i and "perfect" in tokens[i] and "infinitive_marker" in tokens[i - 1] for i in clause.order)


def _tells_besides(clause: Clause, words: frozenset[str]) -> bool:
    """Say whether a relative clause tells something of someone known: wanted or denied is not that "who support MINUSCA"."""
    who = next((p for p in clause.phrases if p.pronoun == "relative"), None)
    if clause.future:
        return False
    above = clause.parent.phrases if clause.parent is not None and clause.opener is not None else []
    asked = any(clause.opener is not None and p.last == clause.opener - 1 and p.words & words for p in above)
    return asked or (who is not None and not who.single and any(r.id for r in who.refs))


def _in_whose_view(clause: Clause, tokens: Sequence[Token]) -> tuple[EntityRef, ...]:
    """Return who judges where a clause opens with it: "Pour Paris, ce déploiement est inacceptable"."""
    opens = clause.phrases[0] if clause.phrases else None
    fronted = opens is not None and opens.start == clause.first and "for" in opens.relations and clause.link == "main"
    if (
        opens is None
        or not fronted
        or tokens[opens.last + 1 : opens.last + 2] == []
        or tokens[opens.last + 1].text != ","
    ):
        return ()
    return Match.governments(opens) or tuple(r for r in opens.refs if r.id and r.kind != "place")


_BESIDE = 4  # tokens between a measure and what is measured


class Judge:
    """Reads the judgements of one report into the builder's drafts."""

    def __init__(self, builder: Builder, pack: Pack) -> None:
        self.builder, self.pack = builder, pack
        self.risk_targets: tuple[int, tuple[EntityRef, ...]] = (-1, ())

    # --- what a clause says of what it governs

    def held(self, clause: Clause, tokens: Sequence[Token]) -> Held:
        """Return who holds a clause, how likely and how real it is, from the clauses that govern it."""
        foretold = clause.future and clause.link == "content"
        heard = clause.modality != "conditional" and not foretold and self.pack.says("hearsay", clause.lows(tokens))
        out = Held(hearsay=clause.hearsay or heard)
        out.holders = _according(clause, self.pack)
        likely = likelihood_in(tokens, clause.order, self.pack)
        out.likelihood = likely
        parent, child = clause.parent, clause
        real: tuple[str | None, bool, bool] | None = None
        while parent is not None:
            out.holders = out.holders or _according(parent, self.pack)
            if child.link in ("content", "question"):
                if not out.holders and parent.attitudes & {"say", "judge", "know", "deny", "plan", "demand"}:
                    out.holders = holders_of(parent) or _nobody_known(parent)
                out.likelihood = out.likelihood or likelihood_in(tokens, parent.order, self.pack)
                out.asked = (
                    out.asked
                    or self.unknown(parent, tokens)
                    or ("ask" in parent.attitudes and not parent.attitudes & {"demand", "say"})
                    or (child.asks and bool(parent.attitudes & {"ask", "demand"}))
                    or (child.asks and parent.attitudes >= {"know", "plan"})  # would like to know whether
                )
                if {"deny", "weigh"} <= parent.attitudes and parent.negated:
                    out.modality = "possible"  # does not rule out that …
                elif "deny" in parent.attitudes or self.pack.says("untrue", parent.lows(tokens)):
                    out.negated = not out.negated
                self._named_as(child, parent, out)
                if parent.attitudes & {"demand"}:
                    out.modality = "required"
                elif (
                    parent.attitudes & {"weigh"}
                    or ("foresee" in parent.attitudes and "plan" not in parent.attitudes)
                    or parent.modality == "conditional"
                    or self.pack.says("weighed", parent.lows(tokens))
                ):
                    out.modality = "possible"
                elif self._wants(parent):
                    out.modality = "required"
                elif parent.attitudes & {"plan"} and clause.modality == "actual" and not self._over(clause):
                    out.modality = "planned"
                out.hearsay = out.hearsay or parent.hearsay
            elif child.link == "time" and child.asks and parent.attitudes & {"ask", "demand"}:
                out.asked = out.asked or child.first - 1 in parent.verbs  # asked when Spain would leave
            elif child.link == "purpose":
                if parent.attitudes & {"demand", "direct"} or wants_of(parent, child):
                    out.modality = "required"
                elif parent.attitudes & {"cause"}:
                    out.modality = parent.modality if parent.modality != "actual" else None  # led France to leave
                    out.negated = out.negated != parent.negated
                elif parent.attitudes & {"accuse"}:
                    out.holders = out.holders or holders_of(parent)
                elif parent.attitudes & {"fail"} and parent.negated:
                    out.modality = "possible"  # has not given up sending troops
                elif parent.attitudes & {"fail"}:
                    out.negated = not out.negated
                elif parent.modality == "conditional":
                    out.modality = "conditional"  # should they go on obstructing patrols
                elif child.first and "open_question" in tokens[child.first - 1]:
                    out.modality = "possible"  # has not decided whether to stay
                elif parent.hearsay or self.pack.says("hearsay", (*parent.lows(tokens), *child.lows(tokens))):
                    out.hearsay = True  # is said to have left
                    out.modality = None if _over_already(child, tokens) else "planned"
                elif parent.attitudes & {"say"} and _over_already(child, tokens):
                    out.holders = out.holders or holders_of(parent)  # claims to have killed
                elif self._asked_in(child, parent):
                    out.modality = "required"  # rejected calls to leave
                elif not parent.attitudes & {"begin"}:
                    out.modality = "planned"
                    plans = self.pack.classes_of("plan_noun")
                    planned = parent.attitudes & {"plan", "weigh"} or any(
                        p.words & plans for p in (*parent.objects, *parent.subjects)
                    )
                    if planned and (parent.negated or parent.attitudes & {"deny"}):
                        out.negated = not out.negated  # has no plans to leave, scrapped plans to join
            if child.link == "relative" and _tells_besides(child, self.pack.classes_of("words_noun")):
                real = real or (out.modality, out.negated, out.asked)
            child, parent = parent, parent.parent
        if real is not None:
            out.modality, out.negated, out.asked = real
        return out

    def _named_as(self, child: Clause, parent: Clause, out: Held) -> None:
        """Take from the noun before a clause what it is: "rumours that X left" are heard, "the fear that X leaves" is possible."""
        noun = next((p for p in parent.phrases if p.last == child.first - 1), None)
        if noun is None:
            return
        out.hearsay = out.hearsay or bool(noun.words & self.pack.classes_of("rumour_noun"))
        if noun.words & self.pack.classes_of("fear_noun"):
            out.modality = out.modality or "possible"

    def _asked_in(self, child: Clause, parent: Clause) -> bool:
        """Say whether a noun before an infinitive asks for it: "calls to leave", "a request to withdraw"."""
        noun = next((p for p in parent.phrases if p.last == child.first - 1), None)
        return noun is not None and bool(noun.words & self.pack.classes_of("asking_noun"))

    def _wants(self, clause: Clause) -> bool:
        """Say whether a clause has only a verb of wanting: "Frankrijk wil dat de EU sancties oplegt"."""
        lemmas = [clause.lemmas.get(v, "") for v in clause.verbs]
        opened = (t for lemma in lemmas[:1] for t in self.pack.verb_triggers.get(lemma, ()))
        return len(lemmas) == 1 and any(t.frame == "demand" for t in opened)

    def _over(self, clause: Clause) -> bool:
        """Say whether a clause tells of a day before the report: "announced that the mission ended on 24 June"."""
        day = self.builder.report.published
        when = self.builder.when(clause.times, forward=True)
        latest = when.latest or when.earliest if when is not None else None
        return day is not None and latest is not None and latest < day.isoformat()

    def unknown(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether the clause says that nobody knows."""
        return self.pack.says("unknown", clause.lows(tokens))

    # --- statements

    def read(self, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
        """Read the judgements of a clause."""
        tokens = sentence.tokens
        if self.unknown(clause, tokens):
            self._question(clause, sentence, held, number)
        elif not held.asked:
            self._assessment(clause, sentence, held, number)
            interests(self.builder, clause, sentence, held, number)

    def _assessment(self, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
        tokens = sentence.tokens
        found = self.pack.longest("grades", tokens, clause.order)
        verb = next((g for v in clause.verbs if (g := self.pack.grade_verbs.get(clause.lemmas.get(v, "")))), None)
        if verb is not None and any(t.frame == "approve" for p in clause.objects for t in p.triggers):
            verb = None  # hechtte zijn goedkeuring aan
        code = found[0] if found else verb
        said = range(found[1], found[2] + 1) if found is not None else range(0)
        if code is None or (clause.negated and not any("negation" in tokens[i] for i in said)):
            return  # but: is not balanced
        if code == "worrying" and found is not None and found[1] and "intensifier" in tokens[found[1] - 1]:
            code = "very_worrying"
        inside = found is not None and any(p.first < found[1] <= p.last and found[2] < p.last for p in clause.phrases)
        noun = found is not None and any(p.first <= found[1] <= p.last for p in clause.phrases)
        judged = bool(clause.attitudes & {"judge"}) or verb is not None
        lemmas = {clause.lemmas.get(v, "") for v in clause.verbs}
        being = bool(lemmas & self.pack.being)
        having = noun and not lemmas.isdisjoint(self.pack.light)
        measures = self.pack.classes_of("measure_noun")
        if found is not None and any(t.low in measures for t in tokens[max(0, found[1] - _BESIDE) : found[1]]):
            return  # the level of concern is low
        if inside and not having:
            return  # "belangrijke steden": an adjective before its noun judges nothing
        feeling = found is not None and self._felt(tokens, found)
        if clause.verbs and not (judged or being or having or feeling) and code not in ("deteriorated", "improved"):
            return
        if not clause.verbs and sentence.part not in ("title", "heading", "lead"):
            return
        holders = held.holders
        felt = self._felt(tokens, found) or (having and code in ("worrying", "very_worrying"))
        if judged or felt:
            first = any(p.words & self.pack.classes_of("first_person") for p in clause.subjects)
            holders = (held.holders if first else ()) or holders_of(clause) or holders
        holders = holders or _in_whose_view(clause, tokens) or self.builder.discourse.declaring()
        about: list[EntityRef | str] = []
        reach = clause.phrases
        if inside and found is not None:  # "de verslechterde toestand in Mali": of that phrase only
            head = next(p for p in clause.phrases if p.first <= found[1] <= p.last)
            reach = [head, *dependents(head, clause)]
        for phrase in reach:
            if (phrase in clause.subjects and (judged or felt)) or "according" in phrase.relations:
                continue
            about.extend(r for r in phrase.refs if r.id and r not in about)
        if code == "unchanged" and self._has_interest(clause):
            return  # read as an interest
        inner = [c for c in self.clauses if c.parent is clause and c.link in ("content", "purpose")]
        about.extend(r for c in inner for p in c.phrases for r in p.refs if r.id)
        about = list({r.id if isinstance(r, EntityRef) else r: r for r in reversed(about)}.values())[::-1]
        if not holders and not about:
            return
        last = max([clause.last, *(c.last for c in inner)])
        self.builder.draft({
            "predicate": "assessment", "grade": code, "holders": holders, "about": tuple(about[:6]),
            "frame": f"grade:{code}", "hearsay": held.hearsay,
        }, sentence, number, (clause.first, last), clause=clause, confidence=0.85 if holders else 0.6)  # fmt: skip

    def judged(self, clause: Clause, number: int) -> None:
        """Let a judgement know the events it is on: "noemt de uitzetting van … zorgelijk"."""
        here = [d for d in self.builder.since(number) if d.clause is clause]
        events = [d for d in here if d.nominal and d.fields["predicate"] == "event"]
        for draft in here:
            if draft.fields["predicate"] == "assessment":
                draft.judges = events

    def _felt(self, tokens: Sequence[Token], found: tuple[str, int, int] | None) -> bool:
        return found is not None and any(tokens[i].low in self.pack.felt for i in range(found[1], found[2] + 1))

    def _has_interest(self, clause: Clause) -> bool:
        return any(p.noun == "interest" or any(t.frame == "interest" for t in p.triggers) for p in clause.phrases)

    def _question(self, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
        inner = [c for c in self.clauses if c.parent is clause and c.link in ("content", "question")]
        last = max(
            [clause.last, *(c.last for c in inner), *(k.last for c in inner for k in self.clauses if k.parent is c)]
        )
        first = min([clause.first, *(c.first for c in inner)])
        about = [r for c in (inner or [clause]) for p in c.phrases for r in p.refs if r.id]
        if not about and any(d.fields["predicate"] == "question" for d in self.builder.since(number)):
            return  # "open question: whether X agrees, is unclear" asks once
        if not about:
            focus = land_spoken_of(self.builder.discourse)
            about = self.builder.discourse.missions[-1:] or (
                [self.builder.discourse.register.ref(f"state:{focus}", "")] if focus else []
            )
        if not about:
            return
        span = self.builder.evidence(sentence, first, last)
        self.builder.draft({
            "predicate": "question", "holders": held.holders, "about": tuple(dict.fromkeys(about)), "text": span.quote,
            "frame": "unknown",
        }, sentence, number, (first, last), clause=clause, confidence=0.85)  # fmt: skip

    def option(self, match: Match, sentence: Sentence, held: Held, number: int) -> Draft | None:
        """Read what someone weighs or keeps open."""
        order = match.clause.order
        codes = self.pack.codes("options", sentence.tokens, order)
        for child in self.clauses:
            if child.parent is match.clause and child.link in ("purpose", "content", "question"):
                codes += [c for c in self.pack.codes("options", sentence.tokens, child.order) if c not in codes]
        single = {
            stem[0]: code for code, stems in self.pack.stems["options"].items() for stem in stems if len(stem) == 1
        }
        governed_verbs = [match.clause.lemmas.get(v, "") for v in match.clause.verbs if v != match.anchor]
        codes += [single[lemma] for lemma in governed_verbs if lemma in single and single[lemma] not in codes]
        if match.frame.name != "keep_open":
            if "all" in codes:
                return None  # read as kept open
            codes = [c for c in codes if c != "all"]
        elif "all" in codes:
            codes = ["all"]
        mission = tuple(r for r in match.fill("mission"))[:1]
        if not mission and self.builder.discourse.missions and match.frame.name == "keep_open":
            mission = (self.builder.discourse.missions[-1],)
        if not mission:
            inner = [
                c for c in self.clauses if c.parent is match.clause and c.link in ("purpose", "content", "question")
            ]
            mission = tuple(r for c in inner for p in c.phrases for r in p.refs if r.kind == "mission")[:1]
        if not codes:
            return None
        holders = (
            tuple(r for p in match.clause.subjects for r in p.refs if r.kind in ("state", "organisation"))
            or held.holders
        )
        if not holders and match.frame.name == "keep_open" and (spoke := self._last_speaker(number)):
            holders = spoke
        if not mission and not holders:
            return None
        negated = match.negated and match.frame.name != "keep_open"
        span = self.builder.evidence(sentence, match.clause.first, match.clause.last)
        draft: Draft | None = None
        for code in codes[:4]:
            draft = self.builder.draft({
                "predicate": "option", "roles": {"mission": mission} if mission else {}, "holders": holders,
                "options": (code,), "text": span.quote, "negated": negated, "frame": f"{match.frame.name}:{match.trigger}",
            }, sentence, number, (match.clause.first, match.clause.last), clause=match.clause, confidence=0.85)  # fmt: skip
        return draft

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
        causes, effects = self._hazards(match, tokens)
        caused = self._subject_span(clause)
        where = [p for p in clause.phrases if p.first not in caused and {"for", "in"} & set(p.relations)]
        where.sort(key=lambda p: "for" not in p.relations)
        target = next(
            (refs for p in where if (refs := tuple(r for r in p.everyone() if r.id and is_kind(r, "place", p)))), ()
        )
        if target:
            self.risk_targets = (sentence.paragraph, target)
        elif self.risk_targets[0] == sentence.paragraph:
            target = self.risk_targets[1]
        place = tuple(r for p in clause.phrases for r in p.refs if is_kind(r, "place", p) and r not in target)
        if not effects and not causes:
            return None
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
                "effect": (effect,) if effect else (), "modality": "possible", "holders": held.holders,
                "frame": f"risk:{match.trigger}",
            }, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.85)  # fmt: skip
        return draft

    def _hazards(self, match: Match, tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
        """Return the hazards in the subject (causes) and in the rest (effects)."""
        clause = match.clause
        left = self._subject_span(clause)
        causes = self.pack.codes("hazards", tokens, [i for i in clause.order if i in left])
        effects = self.pack.codes("hazards", tokens, [i for i in clause.order if i not in left])
        inner = [i for c in self.clauses if c.parent is clause and c.link == "content" for i in c.order]
        effects += [c for c in self.pack.codes("hazards", tokens, inner) if c not in effects]
        being = any(clause.lemmas.get(v) in self.pack.being for v in clause.verbs)
        if match.phrase is not None and (match.phrase in clause.subjects or being) and not effects:
            causes, effects = [], causes  # het risico op terrorisme groeit; terrorisme is een gevaar
        if not effects and match.phrase is None:
            causes, effects = [], causes  # famine threatens the camps: what is feared is the effect
        return causes, effects

    @staticmethod
    def _subject_span(clause: Clause) -> set[int]:
        """Return the tokens of the subject with all that hangs on it."""
        span: set[int] = set()
        for phrase in clause.subjects:
            chain = dependents(phrase, clause)
            last = chain[-1].last if chain else phrase.last
            if any("to" in p.relations for p in chain):
                continue
            if clause.finite is not None and phrase.first < clause.finite and clause.link == "main":
                last = clause.finite - 1  # armoede en wanbestuur in het land kunnen …
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

    clauses: Sequence[Clause] = ()

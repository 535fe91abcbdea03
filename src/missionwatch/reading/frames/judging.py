"""Judgements in clauses: who finds what how bad, what is likely, unknown, weighed, at risk, at stake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames import grading, reality
from missionwatch.reading.frames.asking import ANSWERING, asks_when, once_weighed, would_know
from missionwatch.reading.frames.authorship import speaking
from missionwatch.reading.frames.building import Held
from missionwatch.reading.frames.denying import ceaseless, not_said, unexpected
from missionwatch.reading.frames.holders import felt_in, holders_of, in_whose_view, sources, speakers, troubled
from missionwatch.reading.frames.interviews import answering
from missionwatch.reading.frames.links import behind_quotation
from missionwatch.reading.frames.phrases import ending_before
from missionwatch.reading.frames.questions import asked_by, asked_just_before, spoken_about, unaware
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import Match
from missionwatch.reading.frames.stakes import important_to, interests, staked
from missionwatch.reading.frames.subjects import seen_done, wants_of
from missionwatch.reading.frames.tokens import OPENING
from missionwatch.reading.frames.undoing import bars, proved_untrue
from missionwatch.reading.frames.wanting import asked_in, grants, only_wants
from missionwatch.reading.frames.weighing import Weigher, grades_badly, likelihood_in, lists_options, thought
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token


_BEING = frozenset({"serve", "present", "strength"})  # frames of what is so
_TURNS = frozenset({"deteriorated", "improved"})  # grades that tell of a change
_WORRYING = frozenset({"worrying", "very_worrying"})
_UNREAL = frozenset({"possible", "conditional"})
_GOVERNED = frozenset({"content", "question", "purpose"})
_OPEN = frozenset({"content", "question"})  # links of clauses that tell what is asked
_BESIDE = 4  # tokens between a measure and what is measured

_HOLDING = frozenset({"say", "judge", "know", "deny", "plan", "demand"})  # what one does who holds something


class Judge(Weigher):
    """Reads the judgements of one report into the builder's drafts."""

    # --- what a clause says of what it governs

    def _minds(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether a clause tells of what mind somebody is: "is concerned that", "est convaincu que"."""
        being = bool(clause.verbs) and all("copula" in tokens[v] for v in clause.verbs)
        return being and not self.pack.classes_of("of_mind").isdisjoint(clause.lows(tokens))

    def held(self, clause: Clause, tokens: Sequence[Token]) -> Held:
        """Return who holds a clause, how likely and how real it is, from the clauses that govern it."""
        foretold = clause.future and clause.link == "content"
        heard = clause.modality != "conditional" and not foretold and self.pack.says("hearsay", clause.lows(tokens))
        out = Held(hearsay=clause.hearsay or heard)
        out.holders = sources(clause, self.pack, self.builder.discourse)
        if out.holders and self._told_to_be(clause, tokens):
            out.hearsay, out.modality = True, "actual"  # selon le ministère, 900 soldats s'y trouveraient
        likely = likelihood_in(tokens, clause.order, self.pack)
        out.likelihood = likely
        parent, child = clause.parent, clause
        real: tuple[str | None, bool, bool] | None = None
        while parent is not None:
            out.holders = out.holders or sources(parent, self.pack, self.builder.discourse)
            if child.link == "purpose" and parent.verbs and all("copula" in tokens[v] for v in parent.verbs):
                out.likelihood = out.likelihood or likelihood_in(tokens, parent.order, self.pack)  # is likely to leave
            if child.link in ("content", "question") and not reality.told_so(child, tokens):
                if not out.holders and (parent.attitudes & _HOLDING or self._minds(parent, tokens)):
                    out.holders = speakers(parent)
                out.likelihood = out.likelihood or likelihood_in(tokens, parent.order, self.pack)
                out.asked = (
                    out.asked
                    or self._unknown(parent, tokens)
                    or (child.opener is not None and "open_question" in tokens[child.opener])
                    or ("ask" in parent.attitudes and not parent.attitudes & {"demand", "say"})
                    or (child.asks and bool(parent.attitudes & {"ask", "demand", "plan"}))
                    or (child.asks and would_know(parent))
                )
                if {"deny", "weigh"} <= parent.attitudes and parent.negated:
                    out.modality = "possible"  # does not rule out that …
                elif "deny" in parent.attitudes and parent.negated:
                    named = any(not p.negated and p.everyone() for p in parent.subjects)
                    out.modality = "possible" if named else out.modality  # did not deny; but: nobody denies
                elif "deny" in parent.attitudes or proved_untrue(child, parent, self.clauses, tokens, self.pack):
                    out.negated = not out.negated
                elif "believe" in parent.attitudes and not_said(parent, tokens):
                    out.negated = not out.negated  # does not believe that …
                elif "assert" in parent.attitudes and child.link == "content" and not_said(parent, tokens):
                    out.asked = True  # did not confirm that …
                out.asked = out.asked or self.pack.says("unproven", parent.lows(tokens))  # no sign that …
                self._named_as(child, parent, out)
                if parent.attitudes & {"demand"}:
                    out.modality = "required"
                elif (
                    parent.attitudes & {"weigh"} or {"foresee", "plan"} & parent.attitudes == {"foresee"}
                    or parent.modality == "conditional" or self.pack.says("weighed", parent.lows(tokens))
                ):  # fmt: skip
                    out.modality = "possible"
                elif only_wants(parent, self.pack):
                    out.modality = "required"
                elif (
                    parent.attitudes & {"plan"}
                    and clause.modality == "actual"
                    and not (
                        self._over(clause)
                        or (parent.attitudes & {"say", "know"} and reality.was_so(clause, tokens, self.pack))
                    )
                ):
                    out.modality = "planned"
                elif reality.would_bring(parent, clause, tokens, self.pack):
                    out.modality = parent.modality  # must ensure that …
                out.hearsay = out.hearsay or parent.hearsay
            elif asks_when(child) and (parent.attitudes & {"ask", "demand"} or would_know(parent)):
                out.asked = out.asked or child.first - 1 in parent.verbs  # asked when Spain would leave
            elif asks_when(child) and child.first < parent.first:
                out.asked = out.asked or self._unknown(parent, tokens)  # When Spain will leave, nobody knows.
            elif child.link == "purpose" and "believe" in parent.attitudes and unexpected(parent, tokens):
                out.modality, out.negated = "planned", not out.negated  # does not expect France to leave
            elif child.link == "purpose":
                if parent.attitudes & {"demand", "direct"} or wants_of(parent, child):
                    out.modality = "required"
                elif parent.attitudes & {"cause"}:
                    out.modality = parent.modality if parent.modality != "actual" else None  # led France to leave
                    out.negated = out.negated != parent.negated
                elif (can := reality.is_able(parent, tokens, self.pack)) is not None:
                    out.negated = out.negated == can  # was unable to leave
                    unsure = "possible" if parent.present else None
                    out.modality = parent.modality if parent.modality != "actual" else unsure
                elif parent.attitudes & {"accuse"}:
                    out.holders = out.holders or holders_of(parent)
                    out.hearsay = out.hearsay or not out.holders  # is accused of supporting X
                    out.negated ^= "fail" in parent.attitudes  # accuses X of refusing to leave
                elif parent.attitudes & {"judge"} and self.pack.being.issuperset(child.lemmas.values()):
                    out.holders = out.holders or speakers(parent)  # considers the situation to be fragile
                elif grades_badly(parent, tokens, self.pack):
                    out.asked = True  # considers it too early to leave
                elif parent.attitudes & {"fail"} and parent.negated:
                    goes_on = not self.pack.classes_of("ceasing").isdisjoint(parent.lemmas.values())
                    out.modality = out.modality if goes_on else "possible"  # has not given up sending troops
                elif parent.attitudes & {"fail"}:
                    out.negated = out.negated != (not ceaseless(parent, tokens))
                elif parent.modality == "conditional":
                    out.modality = "conditional"  # should they go on obstructing patrols
                elif child.first and "open_question" in tokens[child.first - 1]:
                    out.modality = "possible"  # has not decided whether to stay
                elif parent.hearsay or self.pack.says("hearsay", (*parent.lows(tokens), *child.lows(tokens))):
                    out.hearsay = True  # is said to have left
                    out.modality = None if reality.over_already(child, tokens) else "planned"
                elif parent.attitudes & {"say"} and reality.over_already(child, tokens):
                    out.holders = out.holders or holders_of(parent)  # claims to have killed
                elif asked_in(child, parent, self.pack):
                    if self._met(parent, tokens):
                        out.modality = "required"  # granted the request to leave
                    else:
                        out.wanted = clause.link != "relative"  # rejected calls to leave
                elif not (parent.attitudes & {"begin"} or reality.just_done(child, parent, tokens, self.pack)):
                    out.modality = (
                        "planned" if parent.negated or "weigh" not in parent.attitudes - {"plan"} else "possible"
                    )
                    plans = self.pack.classes_of("plan_noun")
                    planned = parent.attitudes & {"plan", "weigh"} or any(
                        p.words & plans for p in (*parent.objects, *parent.subjects)
                    )
                    planned = planned or not self.pack.classes_of("allowing").isdisjoint(parent.lemmas.values())
                    if planned and (parent.negated or parent.attitudes & {"deny"}):
                        out.negated = not out.negated  # has no plans to leave, scrapped plans to join
            governed = (child.link in _GOVERNED or child.reduced) and not parent.attitudes & {"deny", "fail"}
            if governed and bars(parent.lows(tokens), self.pack):
                out.modality, out.negated = "planned", not out.negated  # no question of X leaving
            if child.reduced and seen_done(parent, self.pack):
                out.modality, out.negated = "planned", out.negated != parent.negated  # wishes to see it extended
            if child.reduced and parent.attitudes & {"deny"}:
                noun = ending_before(child.first, parent.phrases)
                denied = noun is not None and bool(noun.words & self.pack.classes_of("plan_noun"))
                out.negated = out.negated != denied  # rejected a motion aiming to end …
            out.asked = out.asked or once_weighed(parent, tokens)
            if reality.stands_apart(child, clause, tokens, self.pack):
                real = real or (out.modality, out.negated, out.asked)  # refuses to stay because X has left
            child, parent = parent, parent.parent
        if real is not None:
            out.modality, out.negated, out.asked = real
        if out.modality is None and lists_options(clause, self.clauses, tokens):
            out.modality = "possible"
        if clause.link == "main" and "interrogative" in tokens[clause.first] and not out.asked:
            out.asked = any(c.coordinated is clause and self._unknown(c, tokens) for c in self.clauses)
        return out

    def _told_to_be(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether a clause tells in the conditional what is so, as somebody says: "selon l'ONU, le M23 compterait 4 000 hommes"."""
        would = clause.finite is not None and {"conditional"} <= tokens[clause.finite].classes
        if not would or clause.modality != "possible" or clause.finite is None or "modal" in tokens[clause.finite]:
            return False
        opened = (t for t in self.pack.verb_triggers.get(clause.lemmas.get(clause.finite, ""), ()))
        return any(t.frame in _BEING for t in opened) or clause.lemmas.get(clause.finite) in self.pack.plain_being

    def _named_as(self, child: Clause, parent: Clause, out: Held) -> None:
        """Take from the noun before a clause what it is: "rumours that X left" are heard, "the fear that X leaves" is possible."""
        noun = ending_before(child.first, parent.phrases)
        if noun is None or "with" in noun.relations:
            return  # notes with concern that …
        out.hearsay = out.hearsay or bool(noun.words & self.pack.classes_of("rumour_noun"))
        for name, modality in (("fear_noun", "possible"), ("asking_noun", "required"), ("plan_noun", "planned")):
            if noun.words & self.pack.classes_of(name):
                out.modality = out.modality or modality

    def _met(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether a clause tells that what was asked is done."""
        return grants(clause, tokens, self.pack, self.builder.of_clause(clause))

    def _over(self, clause: Clause) -> bool:
        """Say whether a clause tells of a day before the report: "announced that the mission ended on 24 June"."""
        day = self.builder.report.published
        when = self.builder.when(clause.times, forward=True)
        latest = when.latest or when.earliest if when is not None else None
        return day is not None and latest is not None and latest < day.isoformat()

    def _unknown(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether the clause says that nobody knows."""
        above = clause.parent.lows(tokens) if clause.link == "purpose" and clause.parent is not None else ()
        lows = clause.lows(tokens)
        if self.pack.says("unknown", (*above, *lows)) and not self.pack.says("barred", lows):
            return not self.pack.says("settled", lows)  # remains | to be seen; but: is out of the question
        unanswered = clause.negated and bool(clause.attitudes & ANSWERING)
        return any(c.asks for c in clause.inner) and (unanswered or self.pack.says("undecided", lows))

    # --- statements

    def read(self, clause: Clause, sentence: Sentence, held: Held, number: int) -> bool:
        """Read the judgements of a clause; return whether it tells anything else: not what is asked, or nobody knows."""
        if self._unknown(clause, sentence.tokens):
            self._question(clause, sentence, held, number)
            return False
        if held.asked:
            asked_by(self.builder, clause, sentence, number)
            return False
        self._assessment(clause, sentence, held, number)
        interests(self.builder, clause, sentence, held, number)
        staked(self.builder, clause, sentence, held, number)
        return True

    def _assessment(self, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
        tokens = sentence.tokens
        found = self.pack.longest("grades", tokens, clause.order)
        if found is not None and grading.judges_nothing(found, clause, tokens, self.pack):
            found = None
        verb = next((g for v in clause.verbs if (g := self.pack.grade_verbs.get(clause.lemmas.get(v, "")))), None)
        if verb in _WORRYING and "content" in clause.governs:
            verb = None  # worries that ISIS may gain ground: what is feared
        if verb is not None and any(t.frame == "approve" for p in clause.objects for t in p.triggers):
            verb = None  # hechtte zijn goedkeuring aan
        if verb is not None and grading.only_thanks(clause, self.pack):
            verb = None  # thanked the journalists for coming
        if found is not None and (outer := self._outside(found, clause, tokens)) is not None:
            found = outer  # finds the worsened security worrying
        found = grading.as_before(found, clause, tokens, self.pack)
        aloud = verb in _WORRYING and found is not None and any(p.first <= found[1] <= p.last for p in clause.subjects)
        code = verb if found is None or (verb is not None and found[0] in _TURNS) or aloud else found[0]
        if code is None:
            return
        said = range(found[1], found[2] + 1) if found is not None else range(0)
        hides = grading.hidden(found, clause, tokens, self.pack)
        if hides != clause.negated and (hides or not any("negation" in tokens[i] for i in said)):
            return  # hides its concern, is not balanced; but: does not hide it, is "not balanced"
        if code == "worrying" and found is not None and found[1] and "intensifier" in tokens[found[1] - 1]:
            code = "very_worrying"
        inside = found is not None and any(
            p.first < found[1] <= p.last and found[2] < p.last and not self._calls_it(p, clause) for p in clause.phrases
        )
        noun = found is not None and any(p.first <= found[1] <= p.last for p in clause.phrases)
        lemmas = {clause.lemmas.get(v, "") for v in clause.verbs}
        seen = noun and not lemmas.isdisjoint(self.pack.classes_of("seeing"))  # sees the attack as a violation
        seen = seen or (noun and self._spoken_of(clause, lemmas, found))
        judged = (
            bool(clause.attitudes & {"judge"}) or verb is not None or seen or grading.quoted_so(found, clause, tokens)
        )
        being = bool(lemmas & self.pack.being)
        graded = next((p for p in clause.phrases if noun and found is not None and p.first <= found[1] <= p.last), None)
        aside = graded is not None and (
            graded.relations == ("against",) or (inside and "in" in graded.relations and grading.only_where(graded))
        )
        if graded is not None and ("among" in graded.relations or grading.of_the_hurt(graded, clause, self.pack)):
            return  # three wounded, one of them gravely
        if found is not None and (
            grading.needed(found[1], tokens, self.pack)
            or grading.is_place(found[1], tokens, self.pack)
            or grading.takes_place(said, clause)
        ):
            return  # the need for an improvement; the strategic port; heeft de stad ingenomen met steun van …
        pictures = self.pack.classes_of("drawn")
        drawn = graded is not None and any(p.words & pictures for p in clause.objects)  # dresse un tableau accablant
        having = graded is not None and not aside and (drawn or not lemmas.isdisjoint(self.pack.light))
        apart = graded is not None and graded not in clause.subjects and graded not in clause.objects
        aside_of = apart and graded is not None and not (graded.bare or held.holders)  # during a historic ceremony
        having = having and not (apart and code == "unchanged") and not (aside_of and code == "positive")
        having = having and (drawn or code in _TURNS or not (apart and grading.only_after(graded)))
        having = having and not (code == "important" and graded is not None and grading.only_large(graded, self.pack))
        if found is not None and found[1] and grading.only_which(found, tokens, self.pack):
            return  # consults the countries concerned
        measures = self.pack.classes_of("measure_noun")
        if found is not None and any(t.low in measures for t in tokens[max(0, found[1] - _BESIDE) : found[1]]):
            return  # the level of concern is low
        if found is not None and found[1] and "not_so" in tokens[found[1] - 1]:
            return  # le personnel non essentiel
        if found is not None and found[1] == found[2] and self._part_of(tokens, found[1]):
            return  # en fournissent l'essentiel
        if code in _TURNS and clause.modality in _UNREAL and not clause.hearsay:
            return  # a further deterioration may lead to …
        if verb == "improved" == code and grading.only_aimed_at(clause, held.modality, tokens):
            return  # is sent to improve security
        above = clause.parent if clause.link == "time" else None
        if code in _TURNS and above is not None and (above.future or above.modality not in ("actual", "required")):
            return  # once security has improved, Japan will return
        if inside and not (having or seen):
            return  # "belangrijke steden": an adjective before its noun judges nothing
        feeling = grading.is_feeling(found, tokens, self.pack) and not (being and code == "important")
        breach = found is not None and code == "unlawful" and "preposition" in tokens[found[1]]  # in violation of
        itself = len(said) > 1 and clause.finite in said  # cela | ne peut pas durer
        told = judged or being or having or feeling or breach or itself or thought(clause)
        if clause.verbs and not told and code not in _TURNS:
            return
        naming = None if clause.verbs else self._so_called(clause, tokens)
        titled = sentence.part in ("title", "heading", "lead")
        quoted = self._quoted(clause, tokens) or (held.holders and grading.all_quoted(found, clause, tokens))
        if not clause.verbs and not (titled or naming is not None or quoted):
            return
        holders = held.holders or (speakers(naming) if naming is not None else ())
        moved = feeling or drawn or (having and code in _WORRYING)
        if (judged or moved) and (code in _WORRYING or feeling) and (whom := troubled(clause, tokens, does=verb)):
            holders = whom  # the situation worries Norway, pleases Paris
        elif judged or moved:
            first = any(p.words & self.pack.classes_of("first_person") for p in clause.subjects)
            holders = (held.holders if first else ()) or speakers(clause) or holders
        if feeling and not holders:
            holders = felt_in(clause, graded, tokens)
        holders = holders or in_whose_view(clause, tokens, self.pack) or self._of_the_paper(clause, tokens)
        about: list[EntityRef | str] = []
        reach = clause.phrases
        if inside and found is not None:  # "de verslechterde toestand in Mali": of that phrase only
            head = next(p for p in clause.phrases if p.first <= found[1] <= p.last)
            reach = [head, *dependents(head, clause)]
        for phrase in reach:
            own = bool(phrase.refs) and all(r in holders for r in phrase.refs)
            if (phrase in clause.subjects and (judged or moved)) or "according" in phrase.relations or own:
                continue
            about.extend(r for r in phrase.refs if r.id and r not in about)
        if code == "unchanged" and self._has_interest(clause):
            return  # read as an interest
        inner = [c for c in self.clauses if c.parent is clause and c.link in ("content", "purpose")]
        about.extend(r for c in inner for p in c.phrases for r in p.refs if r.id)
        about.extend(r for p in (naming.objects if naming is not None else ()) for r in p.refs if r.id)
        about = list({r.id if isinstance(r, EntityRef) else r: r for r in reversed(about)}.values())[::-1]
        last = max([clause.last, *(c.last for c in inner)])
        at = found[2] if found is not None else clause.last if clause.finite is None else clause.finite
        stake = important_to(self.builder, clause, at, holders) if code == "important" else None
        attached = (self.pack.grade_verbs.get(lemma) for c in clause.relatives for lemma in c.lemmas.values())
        if found is not None and code == "important" and code in attached:
            return  # the importance | that it attaches to …
        if found is None and stake is None and "judge" in clause.attitudes and code == "important":
            return  # attaches a company to the battalion
        if stake is not None and not inside:
            span = self.builder.evidence(sentence, clause.first, clause.last)
            self.builder.draft({
                "predicate": "interest", "roles": {"place": stake[1]} if stake[1] else {}, "holders": stake[0],
                "grade": code, "text": span.quote, "frame": "interest:important",
            }, sentence, number, (clause.first, last), clause=clause, confidence=0.8)  # fmt: skip
            return
        if not (holders or about):  # we find it alarming
            ours = (p for p in clause.subjects if p.words & self.pack.classes_of("first_person"))
            holders = tuple(EntityRef(text=p.text) for p in ours)
        if not holders and not about and not self._quotes(clause, tokens):
            return
        self.builder.draft({
            "predicate": "assessment", "grade": code, "holders": holders, "about": tuple(about[:6]),
            "frame": f"grade:{code}", "hearsay": held.hearsay,
        }, sentence, number, (clause.first, last), clause=clause, confidence=0.85 if holders else 0.6)  # fmt: skip

    def _outside(
        self, found: tuple[str, int, int], clause: Clause, tokens: Sequence[Token]
    ) -> tuple[str, int, int] | None:
        """Return the grade that a clause gives, where the one found only describes a noun of it."""
        around = next((p for p in clause.phrases if p.first < found[1] <= p.last and found[2] < p.last), None)
        if around is None:
            return None
        return self.pack.longest("grades", tokens, [i for i in clause.order if not around.first <= i <= around.last])

    def _of_the_paper(self, clause: Clause, tokens: Sequence[Token]) -> tuple[EntityRef, ...]:
        """Return who speaks where nobody is named: the organisation, or the government, whose paper it is; none where it quotes."""
        answers = answering(self.builder.discourse, tokens[clause.first].start)
        return answers or (() if self._quotes(clause, tokens) else speaking(self.builder.discourse))

    def _quotes(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether a clause stands in a quotation, of whom the text may tell only later."""
        opened = any(tokens[i].text in OPENING for i in range(max(clause.first - 1, 0), clause.last + 1))
        return opened or bool(self.builder.discourse.quoted)

    def _so_called(self, clause: Clause, tokens: Sequence[Token]) -> Clause | None:
        """Return the clause behind that calls something what this one says: "A breach of the truce: so does Kyiv call it"."""
        after = (c for c in self.clauses if clause.last < c.first <= clause.last + 2 and "judge" in c.attitudes)
        return next((c for c in after if tokens[c.first].low in self.pack.classes_of("so")), None)

    def _quoted(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Say whether a clause is all that somebody is quoted to have said: « Des attaques inadmissibles », a réagi l'Alliance."""
        after = (c for c in self.clauses if clause.first < c.first and c.coordinated is not None)
        return any(c.finite is not None and behind_quotation(c.finite, tokens) for c in after)

    def _calls_it(self, phrase: Phrase, clause: Clause) -> bool:
        """Say whether a clause says that something is what a phrase names, "a worrying sign": an adjective before its noun then judges."""
        said = phrase in clause.objects or "as" in phrase.relations
        being = any(clause.lemmas.get(v) in self.pack.being for v in clause.verbs)
        stake = any(t.frame == "interest" for t in phrase.triggers)
        return phrase.single and said and not (phrase.refs or stake) and (being or "judge" in clause.attitudes)

    def _spoken_of(self, clause: Clause, lemmas: set[str], found: tuple[str, int, int] | None) -> bool:
        """Say whether somebody speaks of what a grade is before: "sprak van onaanvaardbaar geweld"."""
        if found is None or lemmas.isdisjoint(self.pack.classes_of("speaking_of")):
            return False
        return any("of" in p.relations and p.first <= found[1] <= p.last for p in clause.phrases)

    def judged(self, clause: Clause, number: int) -> None:
        """Let a judgement know the events it is on: "noemt de uitzetting van … zorgelijk"."""
        here = [d for d in self.builder.since(number) if d.clause is clause]
        events = [d for d in here if d.nominal and d.fields["predicate"] == "event"]
        for draft in here:
            if draft.fields["predicate"] == "assessment":
                draft.judges = events

    def _part_of(self, tokens: Sequence[Token], at: int) -> bool:
        """Say whether a word is a noun for most of something: "en fournissent l'essentiel"."""
        return tokens[at].low in self.pack.fractions and at > 0 and "determiner" in tokens[at - 1]

    def _has_interest(self, clause: Clause) -> bool:
        return any(p.noun == "interest" or any(t.frame == "interest" for t in p.triggers) for p in clause.phrases)

    def _question(self, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
        inner = [c for c in self.clauses if c.parent is clause and (c.link in _OPEN or asks_when(c))]
        if not inner and clause.link == "purpose":  # Whether X leaves, I am unable | to say
            inner = [c for c in self.clauses if c.parent is clause.parent and c.link in _OPEN]
        last = max(
            [clause.last, *(c.last for c in inner), *(k.last for c in inner for k in self.clauses if k.parent is c)]
        )
        first = min([clause.first, *(c.first for c in inner)])
        named = [p for c in (inner or [clause]) for p in c.phrases]
        before = [] if inner else asked_just_before(self.builder, number)
        about = before or [r for p in named for r in (*Match.governments(p), *p.refs) if r.id]
        if not about and any(d.fields["predicate"] == "question" for d in self.builder.since(number)):
            return  # "open question: whether X agrees, is unclear" asks once
        if not about:
            theirs = any(p.owned or p.pronoun is not None for p in named)
            about = spoken_about(self.builder, number, alone=not inner, theirs=theirs)
        asks = any(c.asks for c in inner) or any("interrogative" in sentence.tokens[i] for i in clause.order[1:])
        if not about and not asks:
            return  # but: nobody knows who fired
        told = [d for d in self.builder.since(number) if d.fields["predicate"] == "question"]
        if any({r.id for r in d.fields["about"]} == {r.id for r in about} for d in told):
            return  # the question is | whether …
        span = self.builder.evidence(sentence, first, last)
        self.builder.draft({
            "predicate": "question", "holders": unaware(clause, held, self.pack) or self._of_the_paper(clause, sentence.tokens),
            "about": tuple({r.id: r for r in about}.values()), "text": span.quote, "frame": "unknown",
        }, sentence, number, (first, last), clause=clause, confidence=0.85)  # fmt: skip

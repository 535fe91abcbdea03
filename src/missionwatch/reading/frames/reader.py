"""The ``frames`` reader: a report in, its statements out. No model, no network; the same answer twice."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from missionwatch.reading.frames.again import again_later
from missionwatch.reading.frames.aims import does, only_meant, purpose
from missionwatch.reading.frames.anaphora import by_its_members, count_on, of_content, those_of
from missionwatch.reading.frames.answering import answered_no, asked_refuses
from missionwatch.reading.frames.asking import ends_asking, intended
from missionwatch.reading.frames.attaching import (
    attach,
    begun_since,
    bring_to,
    dates_noun,
    fronted_time,
    led_by,
    list_places,
    mark_head,
    number_names,
    share_marks,
    shortened,
    sourced,
)
from missionwatch.reading.frames.authorship import named_alone
from missionwatch.reading.frames.building import READER, Builder, Held
from missionwatch.reading.frames.chunking import Chunker
from missionwatch.reading.frames.clauses import split
from missionwatch.reading.frames.commanding import HEADING, commands, followed
from missionwatch.reading.frames.count_rules import CountRules
from missionwatch.reading.frames.dating import (
    as_told,
    counted_from,
    entry_of,
    just_said,
    of_document,
    of_today,
    only_then,
    pass_down,
    pass_up,
    that_day,
    under_head,
    within_entry,
)
from missionwatch.reading.frames.demanding import asked_besides, must
from missionwatch.reading.frames.denying import but_one, not_this_one, only_denies
from missionwatch.reading.frames.described import describe, settle
from missionwatch.reading.frames.discourse import Discourse
from missionwatch.reading.frames.doings import lend_subjects
from missionwatch.reading.frames.echoing import imitate, likened
from missionwatch.reading.frames.entries import with_lead
from missionwatch.reading.frames.events import event
from missionwatch.reading.frames.expressions import says_less
from missionwatch.reading.frames.facts import contribution, post, strength
from missionwatch.reading.frames.fearing import feared, likely
from missionwatch.reading.frames.finishing import finished
from missionwatch.reading.frames.furthering import instigated
from missionwatch.reading.frames.gaps import set_apart
from missionwatch.reading.frames.hits import compounded, named_in, names_in, no_name
from missionwatch.reading.frames.holders import holders_of, in_office, said_aside
from missionwatch.reading.frames.interviews import answers_hold
from missionwatch.reading.frames.judging import Judge
from missionwatch.reading.frames.labels import labelled
from missionwatch.reading.frames.lands import is_land_alone, set_scene
from missionwatch.reading.frames.lasting import approved, lasts_for, mandated, over, since_its_start, until
from missionwatch.reading.frames.leading import leadership, led
from missionwatch.reading.frames.left_there import none_left
from missionwatch.reading.frames.leftover import left_over
from missionwatch.reading.frames.links import behind_quotation
from missionwatch.reading.frames.loading import load_pack
from missionwatch.reading.frames.manned import set_to
from missionwatch.reading.frames.matching import Matcher
from missionwatch.reading.frames.missions import names_another
from missionwatch.reading.frames.naming import name_and_title, national_named
from missionwatch.reading.frames.overdue import settle_when, still_led
from missionwatch.reading.frames.owning import of_a_mission, seconded, whose_force
from missionwatch.reading.frames.passing import agreed, asked_for, decided_on
from missionwatch.reading.frames.phrases import Phrase
from missionwatch.reading.frames.placing import named_towns, seats
from missionwatch.reading.frames.posts import counterparts, posts
from missionwatch.reading.frames.present import presence
from missionwatch.reading.frames.pronouns import beside, impersonal, itself, officials, unnamed
from missionwatch.reading.frames.questions import keep_asked
from missionwatch.reading.frames.quoting import Quotation, looking_ahead, speakers_named
from missionwatch.reading.frames.relating import (
    antecedent,
    owned,
    taken_over,
    their_army,
    their_land,
    theirs,
    whose,
)
from missionwatch.reading.frames.remnants import follow, replace_them
from missionwatch.reading.frames.shares import divide
from missionwatch.reading.frames.speaking_for import quoted
from missionwatch.reading.frames.staying import stays
from missionwatch.reading.frames.subjects import grammatical, opens_with_verb, others
from missionwatch.reading.frames.successors import deputies, succeeds
from missionwatch.reading.frames.tables import is_row, row
from missionwatch.reading.frames.tasks import announced
from missionwatch.reading.frames.telling import Telling
from missionwatch.reading.frames.terms import both_ends, period, succeeded
from missionwatch.reading.frames.times import TimeGrammar
from missionwatch.reading.frames.tokens import OPENING, sentences
from missionwatch.reading.frames.topping import arrives, joins
from missionwatch.reading.frames.turns import asked_in_turn, turn_at
from missionwatch.reading.frames.units import called, counted_behind, many_dead, named_behind, restated
from missionwatch.reading.frames.wanting import requested, scheduled, suppose, told_as_past
from missionwatch.records import Evidence
from missionwatch.register import load

if TYPE_CHECKING:
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import Report, Statement
    from missionwatch.register import Hit

# Where a clause gives the first, the second would say the same with less: those who take part are there, a force
# against terrorism names its threat.
_INSTEAD = (("contribution", "presence"), ("purpose", "risk"), ("option", "event"), ("option", "contribution"))

_MAKERS = {
    "event": event, "contribution": contribution, "presence": presence, "strength": strength, "leadership": leadership,
    "post": post, "purpose": purpose, "period": period,
}  # fmt: skip

# What a clause tells besides its matches, in the order in which it is asked.
_AFTER_MATCHES = (
    announced, does, set_to, until, lasts_for, mandated, over, since_its_start, succeeded, both_ends, stays, follow, imitate, likened,
    none_left, joins, arrives, again_later, answered_no, replace_them, succeeds, deputies, decided_on,
)  # fmt: skip

_ACTING = frozenset({"say", "judge", "plan", "demand", "deny", "accuse"})  # what a country does only as a state
_ASKED = frozenset({"main", "question", "content", "condition"})  # links of clauses that a question mark asks
_SILENT = frozenset({"caption"})  # it speaks of its picture


class FramesReader:
    """Reads reports of one language with its pack."""

    name = READER

    def __init__(self, language: str) -> None:
        self.pack = load_pack(language)
        self.register = load()
        self.gazetteer = self.register.gazetteer(language)
        self.chunker = Chunker(self.pack)
        self.grammar = TimeGrammar(self.pack)
        self.matcher = Matcher(self.pack)
        self.count_rules = CountRules(self.pack)

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return the report's statements in the order of the text."""
        hits = names_in(report.text, self.gazetteer, self.pack)
        discourse = Discourse(report, self.pack, self.register, hits)
        builder = Builder(report, self.pack, discourse, _MAKERS)
        judge = Judge(builder, self.pack)
        quotation = Quotation(self.pack.classes_of("singular_pronoun") | self.pack.classes_of("human_pronoun"))
        paragraph = -1
        told = with_lead(sentences(report, self.pack, [(h.start, h.end) for h in hits]), self.pack)
        for number, coming in enumerate(looking_ahead(told)):
            sentence = coming[0]
            if sentence.part in _SILENT:
                continue
            if sentence.paragraph != paragraph:
                builder.heads_entry = builder.heads_entry if sentence.part != "heading" else None
                discourse.new_paragraph(in_entry=builder.heads_entry is not None)
                quotation.new_paragraph()
                builder.day = builder.heads_entry
                paragraph = sentence.paragraph
            if is_row(sentence):
                row(builder, sentence, named_in(sentence, hits, self.pack), number)
                continue
            if any(token.is_word for token in sentence.tokens):  # not the line under a table's head
                builder.columns = {}
            discourse.member = turn_at(discourse.turns, sentence.start)
            quotation.alone(coming, discourse.spoken)
            discourse.heading = sentence.part == "title"
            discourse.quoted = list(quotation.speaker) if quotation.open else []
            discourse.quoting = quotation.open or any(t.text in OPENING for t in sentence.tokens)
            self._sentence(sentence, number, hits, discourse, builder, judge)
            left_over(builder, sentence, number)
            labelled(builder, sentence, number)
            quotation.follow(sentence, builder.clauses, builder.since(number))
        return finished(builder)

    def sentences(self, report: Report) -> tuple[Evidence, ...]:
        """Return where the report's sentences stand, each with its words, in the order of the text."""
        cuts = [(hit.start, hit.end) for hit in names_in(report.text, self.gazetteer, self.pack)]
        spans = ((s.start, s.end, s.part) for s in sentences(report, self.pack, cuts))
        return tuple(Evidence(a, b, report.text[a:b], part) for a, b, part in spans)

    def analyse(self, sentence: Sentence, hits: list[Hit], discourse: Discourse) -> list[Clause]:
        """Return a sentence's clauses with phrases, subjects and objects, everyone resolved."""
        tokens = sentence.tokens
        named, known = named_in(sentence, hits, self.pack), len(discourse.missions)
        discourse.before, discourse.owner = discourse.topic, discourse.told_of
        if self.pack.compounds:
            named |= compounded(tokens, named, self.gazetteer, self.pack)
        times = {t.first: t for t in self.grammar.find(tokens) if no_name(t.first, t.last, named)}
        mark_head(times, tokens, discourse)
        timed = frozenset(i for t in times.values() for i in range(t.first, t.last + 1))
        blocked = timed | {i for n in named.values() for i in range(n.first, n.last + 1)}
        clauses = split(tokens, self.pack, blocked, timed)
        relative = {c.opener for c in clauses if c.link == "relative" and not c.reduced}
        for clause in clauses:
            clause.times = [
                t for i, t in sorted(times.items()) if i in clause.order and not of_document(tokens, t.first)
            ] or that_day(clause, times.values(), tokens)
            within_entry(clause, discourse, tokens, self.grammar.months)
            fixed = {*clause.verbs, *clause.particles} | ({clause.opener} if clause.opener is not None else set())
            clause.phrases = self.chunker.chunk(tokens, clause.order, named, times, frozenset(fixed))
            name_and_title(clause.phrases, tokens, self.pack)
            share_marks(clause.phrases, tokens)
            list_places(clause.phrases, tokens)
            number_names(clause.phrases, tokens, self.pack)
            national_named(clause, clauses, tokens)
            divide(clause, tokens, self.pack)
            restated(clause, tokens, self.pack)
            many_dead(clause, tokens)
            count_on(clause, tokens, discourse)
            if clause.link == "relative":
                antecedent(clause, tokens, self.pack)
            doers = [*clause.antecedent, *(r for p in taken_over(clause) for r in p.refs)]
            discourse.here = {r.id for r in doers if r.id}
            set_scene(discourse, clause)
            for phrase, after in itertools.pairwise(clause.phrases):
                if after.start == phrase.last + 1:
                    phrase.specified = "of" in after.relations  # the Council of Ministers
                    phrase.of_mission = of_a_mission(phrase, after)
                    phrase.seconded = seconded(phrase, after, self.pack)
                    after.of_people = whose_force(phrase, after, self.pack)
            for phrase in clause.phrases:
                phrase.told_apart = phrase.noun in ("mission", "people") and phrase.last + 1 in relative
                behind = phrase.pronoun == "neuter_pronoun" and clause.finite == phrase.first - 1
                acts = phrase.bare and clause.link == "main" and bool(clause.attitudes & _ACTING) and not clause.passive
                phrase.opines = acts or behind
                if phrase.anaphor == "latter" or phrase.pronoun == "person_pronoun":
                    phrase.several = _with_plural(phrase, clause, tokens, self.pack)
                if not (phrase.pronoun == "relative" and (phrase.refs or phrase.number)):
                    discourse.resolve(phrase)
                if phrase.first - 1 == clause.opener and "whose" in tokens[phrase.first - 1]:
                    whose(clause, phrase, self.register, self.pack)
                if of_content(phrase, clause, self.pack):
                    phrase.refs = []  # l'a demandé: what was asked
                if phrase.owned and phrase.is_people and clause.link == "content":
                    theirs(clause, phrase)
                if phrase.owned and phrase.noun == "country" and clause.link == "content":
                    their_land(clause, phrase, self.register)
                their_army(clause, phrase, self.register)
                beside(clause, phrase, clauses, discourse, tokens)
            officials(clause, tokens, discourse)
            those_of(clause.phrases, discourse)
            named_towns(clause, tokens, self.pack)
            begun_since(clause, self.pack)
            fronted = fronted_time(clause, tokens, self.pack)
            clause.own_times = [
                t for t in clause.times if t is not fronted and not dates_noun(t, clause, tokens, self.pack)
            ]
            for time in clause.times if not clause.negated else ():
                if "beyond" in tokens[time.first]:
                    time.relation = "after"  # goes on beyond 2024; but: not beyond 2024
            only_then(clause, tokens, self.pack)
            requested(clause, tokens, self.pack)
            scheduled(clause, tokens, self.pack)
            bring_to(clause, tokens, self.pack)
            attach(clause, self.pack, discourse)
            led_by(clause, tokens, self.pack)
            sourced(clause, tokens)
            shortened(clause, tokens, discourse)
            impersonal(clause, tokens, self.pack)
            grammatical(clause, tokens, self.pack)
            others(clause)
            set_apart(clause, tokens, self.pack)
            but_one(clause)
            not_this_one(clause, tokens, self.pack)
            describe(clause, tokens, discourse)
            seats(clause, self.pack, discourse.register)
            speaking = discourse.speaker or discourse.topic
            told = speaking and (discourse.speaker or not self.pack.verb_second) and not clause.subjects
            if told and opens_with_verb(clause, tokens, several=bool(discourse.speaker)):
                first = clause.first
                clause.subjects = [Phrase(first, first, first, pronoun="topic", definite=True, refs=list(speaking))]
        if (heads := named_alone(clauses, tokens)) is not None:
            discourse.speaker = heads
        lend_subjects(clauses)
        pass_up(clauses, self.pack)
        pass_down(clauses, self.pack)
        counted_behind(clauses, tokens)
        named_behind(clauses, tokens)
        called(clauses, tokens, self.pack)
        owned(clauses, discourse)
        speakers_named(clauses, discourse)
        quoted(clauses, tokens, self.pack, self.register)
        if len(clauses) > 1 and only_denies(clauses[0], tokens):
            clauses[1].negated = not clauses[1].negated  # No longer: the force is in Mali
        suppose(clauses, tokens, self.pack)
        self._count_from(clauses, discourse)
        settle(discourse, clauses, known)
        for clause in clauses:  # he, she, they: the last who was spoken of
            done = clause.objects[:1] if clause.passive and not clause.attitudes else []
            sides = clause.subjects or [p for p in done if itself(p)]
            spoken = [r for p in sides if p.pronoun is None for r in p.everyone() if r.id and r.kind != "place"]
            spoken = [r for r in spoken if not self.register.is_media(r.id)]
            discourse.acting.update(
                r.country for p in clause.subjects if p.by_country for r in p.refs if r.kind == "state"
            )
            done = (clause.objects if clause.passive else clause.subjects)[:1] if clause.link == "main" else []
            for one in (p for p in done if p.pronoun is None):
                discourse.told_of = [r for r in one.refs if r.id and r.kind not in ("place", "person")]
            if clause.link == "main" and clause.subjects and clause.subjects[0].pronoun is None:
                discourse.crowd, discourse.in_post = unnamed(clause, self.pack), in_office(clause)
            if clause.link == "main" and spoken and not is_land_alone(clauses):
                discourse.topic = spoken
                discourse.members = next((r for r in spoken if by_its_members(r)), discourse.members)
        return clauses

    @staticmethod
    def _count_from(clauses: list[Clause], discourse: Discourse) -> None:
        """Let "two weeks later" be counted from the day told last."""
        published = discourse.report.published
        for clause in clauses:
            for time in clause.times:
                if time.told:
                    time.base, time.past = counted_from(time, discourse.told), time.past and not discourse.dated
                when = as_told(time, clause, published)
                if when is not None and when.relation == "at" and when.earliest:
                    discourse.told = (
                        date.fromisoformat(when.earliest),
                        date.fromisoformat(when.latest or when.earliest),
                    )
                    discourse.dated = True

    def _sentence(
        self, sentence: Sentence, number: int, hits: list[Hit], discourse: Discourse, builder: Builder, judge: Judge
    ) -> None:
        clauses = self.analyse(sentence, hits, discourse)
        judge.clauses = builder.clauses = clauses
        discourse.another = names_another(clauses)
        self.count_rules.hear(sentence, clauses, builder)
        tokens = sentence.tokens
        headings: list[Match] = []
        if dated := entry_of(sentence, clauses):
            builder.day = builder.when(dated, forward=False)
            under_head(clauses, dated, builder.day)
            builder.heads_entry = builder.day if sentence.part == "heading" else None
        elif sentence.clock and builder.report.published is not None:
            builder.day = of_today(builder.report.published, tokens[0].text)
        elif (day := builder.day) is not None and day.relation == "at" and day.edtf != str(builder.report.published):
            under_head(clauses, (), day)
            for clause in clauses:
                clause.dated = day if clause.link == "main" and not clause.times else None
        carried = asks = ends_asking(tokens)
        for clause in clauses:
            held = judge.held(clause, tokens)
            self._attributed(clause, clauses, held, tokens)
            whole = clause.reduced or clause.parent is None or clause.link in _ASKED or intended(clause)
            held.asked = held.asked or (asks and whole)
            if not judge.read(clause, sentence, held, number):
                continue
            asked_refuses(builder, clause, number)
            posts(builder, clause, sentence, held, number)
            counterparts(builder, clause, sentence, number)
            here = Telling(builder, clause, sentence, number)
            self.count_rules.before(here)
            led(builder, clause, sentence, number)
            if instigated(builder, clause, sentence):
                carried = True
                continue
            judge.extends_risk(clause, sentence, number)
            seen: set[tuple[str, int]] = set()
            made: set[str] = set()
            phrased: list[Match] = []
            for match in self.matcher.matches(clause, tokens, discourse):
                headings.extend([match] if match.frame.name in HEADING else [])
                once = match.phrase is None and match.frame.type is None  # a clause says once what is so
                what = (match.frame.type or match.frame.predicate, -1 if once else match.anchor)
                if what in seen or any(match.frame.predicate == less and more in made for more, less in _INSTEAD):
                    continue
                if any(says_less(match, other, tokens, self.pack) for other in phrased):
                    continue
                governing = clause.parent is not None and (clause.parent.present or just_said(clause, tokens))
                asked = held.modality == "required" and clause.parent is not None and not clause.parent.times
                ahead = held.negated or held.modality in ("planned", "required", "possible")
                match.ahead = asked or (governing and ahead)
                add = {"option": judge.option, "risk": judge.risk}.get(match.frame.predicate, builder.add)
                if add(match, sentence, _counts(match, held), number) is None:
                    continue
                seen.add(what)
                phrased.extend([match] if match.fixed else [])
                made.add(match.frame.predicate)
            self.count_rules.after(here)
            approved(builder, clause, number)
            must(builder, clause, sentence, held, number)
            likely(builder, clause, sentence, held, number)
            feared(builder, clause, sentence, held, number)
            for rule in _AFTER_MATCHES:
                rule(builder, clause, sentence, number)
            only_meant(builder, clause, number)
            settle_when(builder, clause, sentence, number)
            agreed(builder, clause, sentence, held, number)
            asked_besides(builder, clause, sentence, number)
            still_led(builder, clause, sentence, number)
            judge.judged(clause, number)
        if clauses and not carried:
            asked_for(builder, sentence, judge, number)
        commands(builder, headings, sentence, number)
        for clause in clauses:
            followed(builder, clause, sentence, number)
        answers_hold(builder, number)
        keep_asked(builder, clauses, number, asks=asks)
        if asks and discourse.member is not None:
            asked_in_turn(builder, clauses, sentence, number)

    @staticmethod
    def _attributed(clause: Clause, clauses: list[Clause], held: Held, tokens: list[Token]) -> None:
        """Give a clause the holder of the ", meldt het kabinet" or ", the government said" beside it."""
        for other in clauses:
            if other is clause or held.holders or not other.subjects:
                continue
            quotes = other.finite is not None and behind_quotation(other.finite, tokens)  # « … », a dénoncé X
            if other.coordinated is not clause and not (quotes and clause.first < other.first):
                continue
            opens = tokens[other.first]
            inverted = quotes or (other.finite == other.first and bool(other.attitudes & {"say", "judge", "know"}))
            governs = any(c.parent is other for c in clauses)
            ends = all(p.first < (other.finite or 0) for p in other.phrases)  # …, the government finds
            said = (
                ("say" in other.attitudes or ("judge" in other.attitudes and ends and not other.negated))
                and "coordinator" not in opens
                and not governs
            )
            if inverted or said:
                held.holders = holders_of(other)
        if not (held.holders or any(t.text in OPENING for t in tokens)):
            held.holders = said_aside(clause, clauses)


def _with_plural(phrase: Phrase, clause: Clause, tokens: list[Token], pack: Pack) -> bool:
    """Say whether a pronoun stands where the subject does, and the verb is a plural: "zij hebben", "dat zij hun aanvallen hervatten"."""
    at = clause.finite
    if at is None or pack.plural is None or "singular_pronoun" in tokens[phrase.first]:
        return False
    beside = phrase.last == at - 1 or phrase.first == at + 1 or phrase.first - 1 == clause.opener
    return beside and pack.plural.search(tokens[at].low) is not None


def _counts(match: Match, held: Held) -> Held:
    """Return who holds what a noun tells: who reports the dead and wounded it counts ("HRW reports 300 dead") says so, and did not do it."""
    clause = match.clause
    if match.phrase is not None and match.modality == "actual" and not match.light and told_as_past(match):
        held = replace(held, modality=None, negated=False)  # decided to send aircraft after the invasion of Ukraine
    if match.accused and not held.holders:
        by = holders_of(clause)
        return replace(held, holders=by, hearsay=held.hearsay or not by)
    told = match.phrase is not None and match.phrase in clause.objects and not match.light
    if not match.frame.harm or held.holders or not (clause.reckons or (told and "say" in clause.attitudes)):
        return held
    return replace(held, holders=holders_of(clause))

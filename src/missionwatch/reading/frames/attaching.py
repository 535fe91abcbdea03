"""What hangs on what in a clause: "militairen van EUTM", "de regering van Mali", "de door Italië geleide missie"."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.lands import ABROAD
from missionwatch.reading.frames.organs import head_of
from missionwatch.reading.frames.phrases import A_FEW
from missionwatch.reading.frames.tokens import HEADING
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Token

# Nouns that are whose name follows: military of the mission, a convoy of the mission.
_HOLDERS = frozenset({"people", "person", "partner", "convoy"})


def share_marks(phrases: Sequence[Phrase], tokens: Sequence[Token]) -> None:
    """Let a second place have the whole mark of the first: "à destination de Dubaï et de Cotonou" goes to both."""
    for first, second in itertools.pairwise(phrases):
        joined = second.start == first.last + 2 and "coordinator" in tokens[first.last + 1]
        mark, own = (tokens[p.start : p.first] for p in (first, second))
        long = len(mark) > len(own) == 1 and mark[-1].low == own[0].low
        if joined and long:
            second.relations = first.relations


def number_names(phrases: Sequence[Phrase], tokens: Sequence[Token], pack: Pack) -> None:
    """Take the numbers that only name a thing off it: "mission Lynx 5", "resolutions 2628 (2022) and 2687 (2023)"."""
    papers = pack.classes_of("paper_noun")
    beside: Phrase | None = None  # the phrase before
    paper = False  # whether that is a paper, with or without its number
    for phrase in phrases:
        count, before, beside = phrase.number, beside, phrase
        if count is None:
            paper = bool(phrase.words & papers)
            continue
        if phrase.only_number and paper:
            phrase.number = None
            continue
        parted = phrase.only_number and phrase.bare and before is not None and before.last + 1 == phrase.first
        holder = phrase if phrase.first < count.first and count.last == phrase.last else before if parted else None
        digits = count.first > 1 and tokens[count.first].text[0].isdigit()  # not: near Yalí | two of their men
        name = tokens[count.first - 1] if holder is not None and digits else None
        paper = name is not None and name.low in papers
        known = holder is not None and any(n.last == count.first - 1 for n in holder.named)
        if paper or (name is not None and not known and name.text[0].isupper() and "determiner" not in name):
            phrase.number = None


def list_places(phrases: Sequence[Phrase], tokens: Sequence[Token]) -> None:
    """Let lands that only say which ones are meant stand where these do: "in three countries, | namely Iraq, Jordan and Kuwait"."""
    for n, (first, second) in enumerate(itertools.pairwise(phrases)):
        between = tokens[first.last + 1 : second.first]
        told = first.noun == "country" and "in" in first.relations and not first.named
        if told and any({"that_is", "namely"} & t.classes for t in between):
            for one in itertools.takewhile(
                lambda p: any(s.kind == "state" for s in p.senses("name")), phrases[n + 1 :]
            ):
                one.relations = first.relations


def attach(clause: Clause, pack: Pack, discourse: Discourse) -> None:
    """Let "militairen van EUTM" and "autoriteiten van Mali" be known by the name that follows them."""
    _named_among(clause)
    leaves = not clause.opened(pack).isdisjoint({"withdraw", "expel"})  # withdraws its soldiers from Mali
    for phrase, after in reversed(list(itertools.pairwise(clause.phrases))):  # a thousand of the mercenaries of Wagner
        speaks = any(t.code == "spokesperson" for t in phrase.senses("function"))
        if speaks and "for" in after.relations and after.start == phrase.last + 1:
            after.relations = ("of",)  # a spokesman for the army
        follows = "of" in after.relations and after.start == phrase.last + 1
        if "with" in after.relations and after.start == phrase.last + 1 and phrase.words & pack.classes_of("war_noun"):
            after.relations = ("opposed",)  # in its war with Israel: nobody's partner
            continue
        if follows and phrase.number is not None and phrase.number.last == phrase.last and after.is_people:
            phrase.noun = "people"  # 65 of its members
        elif follows and phrase.noun is None and after.is_people and phrase.words & pack.classes_of("batch"):
            phrase.noun = "people"  # a first wave of 200 soldiers
        elif follows and phrase.only_number and _nationals(after):
            phrase.noun, after.relations = "people", ("counted",)  # une quarantaine de Népalais
            phrase.refs = [renamed(r, phrase.text, "armed_forces") for r in after.refs]
            continue
        if follows and phrase.is_people and phrase.number is None and after.is_people and after.number is not None:
            theirs = [r for r in phrase.refs if r.id]
            if theirs and not any(r.id for r in after.refs):
                after.refs = theirs  # a Czech company of 100
        placed = bool({"in", "at"} & set(after.relations))
        inside = placed and phrase.noun in ("partner", "convoy")  # partners binnen de EU
        follows_on = after.start == phrase.last + 1
        if follows and after.noun in _LANDS and not after.refs and _guessed(phrase):
            phrase.refs = [EntityRef(text=phrase.text, body=phrase.refs[0].body)]  # the ministers of the four countries
            continue
        if (
            not ({"of", "in", "at", "from"} & set(after.relations))
            or not follows_on
            or not after.refs
            or any(t.frame != "lead" for t in phrase.triggers)
        ):
            continue
        seat = after.refs[0]
        placed = placed and bool(seat.country) and seat.kind in ("place", "state")
        if (
            placed
            and follows_on
            and phrase.senses("body")
            and phrase.number is None
            and phrase.definite
            and not phrase.owned
            and not phrase.senses("adjective", "name")
        ):
            which = next((r.body for r in phrase.refs if r.body), None) or phrase.senses("body")[0].body
            if which in ABROAD:
                continue  # its soldiers in Lebanon are not Lebanon's, nor is the Russian embassy in Kyiv Ukraine's
            phrase.refs = [
                EntityRef(text=phrase.text, id=f"state:{seat.country}", kind="state", country=seat.country, body=which)
            ]
            continue  # the government in Bangui
        first = clause.link == "main" and phrase is clause.phrases[0] and after.last < (clause.finite or 0)
        starts = first and all(
            s.body == "armed_forces" for s in phrase.senses("body")
        )  # de militairen uit X vertrekken
        home = phrase.is_people and phrase.person is None and not phrase.senses("function")
        home = home and "from" in after.relations and "of" not in after.relations
        home = home and (starts or not (leaves or phrase.senses("body")))
        home = home and not phrase.senses("adjective", "national")  # the Danish soldiers from Mali: Danes
        if home and follows_on and all(r.kind == "state" and not r.body for r in after.everyone()):
            phrase.refs = [
                renamed(r, phrase.text, "armed_forces") for r in after.everyone()
            ]  # soldiers from Togo and Mali
            after.relations = ("of",) if starts else after.relations
            continue
        if not ("of" in after.relations or inside):
            continue
        if any(s.body == "government" for s in phrase.senses("body")) and seat.kind == "person" and seat.country:
            phrase.refs = [
                EntityRef(
                    text=phrase.text, id=f"state:{seat.country}", kind="state", country=seat.country, body="government"
                )
            ]
            continue  # the government of Stephen Harper
        if phrase.owned and all(r.kind in ("state", "mission") for r in after.refs):
            continue  # le retrait de ses troupes du Mali: they are not Mali's
        if phrase.noun == "place" and "of" in after.relations and follows_on and not phrase.refs and phrase.definite:
            side = bool(phrase.words & pack.classes_of("compass"))  # the south of Turkey
            phrase.refs = [
                r for r in after.refs if r.kind == "place" or (side and r.kind == "state" and r.body is None)
            ]
            continue
        lands = after.everyone() if _several(phrase, pack) else after.refs  # the ministers of France and Germany
        whose = [r for r in lands if r.kind == "state" and r.body is None]
        governs = bool(phrase.senses("body")) or (bool(phrase.senses("function")) and any(r.body for r in phrase.refs))
        bare = bool(phrase.senses("function")) and not phrase.single  # Alexander De Croo, premier van België
        told = governs and (phrase.definite or bare) and not phrase.owned and not phrase.senses("name", "adjective")
        body = next((s.body for s in phrase.senses("body")), None) or next((r.body for r in phrase.refs), None)
        bodies = all(r.kind == "organisation" for r in after.refs) and "of" in after.relations
        if told and bodies and body == "government" and phrase.number is None and not phrase.adjective_refs:
            phrase.refs = [renamed(r, phrase.text, None) for r in after.everyone()]
            continue  # the ministers of NATO are no country's
        abroad = leaves and body == "armed_forces" and "from" in after.relations  # retire ses soldats du Mali
        if told and whose and "of" in after.relations and phrase.number is None and not abroad:
            phrase.refs = [renamed(r, phrase.text, body) for r in whose]
            of_land = [renamed(r, f"{phrase.text} {after.text}", body) for r in whose if body]
            discourse.bodies_told += [(len(discourse.spoken), r) for r in of_land]
            continue  # de regering van Mali: not the one at home
        groups = [r for r in after.everyone() if r.kind == "group"] if "of" in after.relations else []
        if groups and phrase.is_people and phrase.adjective_refs and all(r.kind == "state" for r in phrase.refs):
            phrase.refs = [renamed(r, phrase.text) for r in groups]  # Russian fighters of Wagner act for Wagner
            continue
        known = any(r.id for r in phrase.refs)
        unknown = not known and phrase.definite and phrase.number is None and phrase.noun is None
        if unknown and all(r.kind in ("organisation", "group") for r in after.refs) and not inside:
            phrase.refs = [renamed(r, phrase.text, None) for r in after.everyone()]  # Le Sommet de la SADC
            continue
        if known or not (
            phrase.triggers or phrase.senses("body", "function") or phrase.noun in _HOLDERS or phrase.senses("asset")
        ):
            continue
        body = next((r.body for r in phrase.refs if r.body), None)
        whose_people = [
            renamed(r, phrase.text, body)
            for r in after.everyone()
            if r.kind in ("state", "mission", "organisation", "group")
        ]
        phrase.refs = whose_people or phrase.refs  # a battalion of commandos


def _named_among(clause: Clause) -> None:
    """Let those who are named among several do what these do: "other countries, including Ghana and Togo, will send soldiers"."""
    for first, behind in itertools.pairwise(clause.phrases):
        several = first.noun in _SEVERAL and not first.refs and first.pronoun is None
        if several and "among" in behind.relations and behind.refs:
            first.refs, first.group = list(behind.refs), list(behind.group)


_SEVERAL = frozenset({"country", "organisation", "group"})
_LANDS = frozenset({"country", "region"})


def _guessed(phrase: Phrase) -> bool:
    """Say whether a government or its minister was taken for that of a land which the words do not name."""
    governs = bool(phrase.senses("body", "function")) and phrase.person is None and not phrase.owned
    return governs and not phrase.senses("name", "adjective") and [r.kind for r in phrase.refs] == ["state"]


def _several(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a title or body is of more than one: "the foreign ministers", "les ministres de la Défense"."""
    heads = [head_of(n.text, pack) for n in phrase.named if n.forms("function", "body")]
    words = [head[0 if pack.adjectives_follow else -1] for head in heads if head]
    return any(word.endswith(tuple(pack.classes_of("plural_ending"))) for word in words)


def _nationals(phrase: Phrase) -> bool:
    """Say whether a phrase is no more than the people of a country: "de Népalais", "of the Fijians"."""
    plain = len(phrase.named) == 1 and not (phrase.number is not None or phrase.noun)
    return plain and bool(phrase.senses("national")) and not phrase.senses("name", "capital")


def begun_since(clause: Clause, pack: Pack) -> None:
    """Let the day on which that began since which something is so be its own: "since the start of MINUSMA in 2013", "van mei tot juni"."""
    for begun, ended in itertools.pairwise(clause.times):
        if begun.relation == "at" and ended.relation == "until" and ended.first == begun.last + 1 and not begun.told:
            begun.relation = "since"
    starts = pack.classes_of("start_noun")
    begins = [p.last for p in clause.phrases if "since" in p.relations and not p.words.isdisjoint(starts)]
    for time in clause.times if begins else ():
        near = (at for at in begins if at < time.first and not any(at < v < time.first for v in clause.verbs))
        if time.relation == "at" and next(near, None) is not None:
            time.relation = "since"  # what goes on since then


def dates_noun(time: TimeMention, clause: Clause, tokens: list[Token], pack: Pack) -> bool:
    """Say whether a time says when a noun beside it was, not when what the clause tells: "after the coup of 26 July"."""
    marks = [at for at in (time.first, time.first - 1) if "of" in pack.relations.get((tokens[at].low,), ())]
    end = marks[-1] if marks else 0
    if end > 1 and "coordinator" in tokens[end - 1]:  # after the attacks of 7 January and of 13 November
        return any(t.last == end - 2 and dates_noun(t, clause, tokens, pack) for t in clause.times)
    source = next((p for p in reversed(clause.phrases) if p.last < time.first and "according" in p.relations), None)
    if marks and source is not None and all(tokens[i].text != "," for i in range(source.last, time.first)):
        return True  # according to a count of March 2023
    for phrase in reversed(clause.phrases):
        if phrase.last != end - 1:
            continue
        if phrase.triggers or any(t.noun for w in phrase.words for t in pack.phrase_triggers.get(w, ())):
            return True
        if "of" not in phrase.relations:
            return False
        end = phrase.start  # the coup | d'État | of 26 July
    return not marks and _of_what_was_before(time, clause)


def _of_what_was_before(time: TimeMention, clause: Clause) -> bool:
    """Say whether a time is that of what its sentence opens with and comes after: "Six years after the end of Sangaris in 2016, X left"."""
    end, verb = time.first - 1, clause.finite
    if time.relation != "at" or verb is None or time.last >= verb:
        return False
    for phrase in reversed(clause.phrases):
        if phrase.last not in (end, end - 1):
            continue
        if "after" in phrase.relations and bool(phrase.triggers):
            return True
        if not {"of", "in", "at"} & set(phrase.relations):
            return False
        end = phrase.start - 1
    return False


def mark_head(times: Mapping[int, TimeMention], tokens: list[Token], discourse: Discourse) -> None:
    """Mark the date that an entry of a chronology begins with: "6 décembre – L'opération commence" tells what is over.

    Where it says no year, it is the first such day after that of the entry before it.
    """
    time = times.get(next((t.index for t in tokens if t.is_word), 0))
    if time is None or time.relation != "at" or time.resolver is None:
        return
    after = next((t for t in tokens[time.last + 1 :] if t.text != ","), None)
    time.heads = after is not None and after.text in HEADING and after.index == time.last + 1
    alone = after is None or (
        (after.text == "." or after.text in HEADING) and not any(t.is_word for t in tokens[after.index :])
    )
    if not (time.heads or alone) or time.told:
        return
    published = discourse.report.published
    if time.needs_report_date and discourse.entry is not None:
        time.entry = discourse.entry
        when = time.when(published, forward=False)
        if when is None or when.earliest is None or published is None or when.earliest > published.isoformat():
            time.entry = None
    when = time.when(published, forward=False)
    if when is not None and when.earliest is not None and (time.entry is not None or not time.needs_report_date):
        discourse.entry, discourse.in_entry = date.fromisoformat(when.earliest), True
        whole_year = when.latest is not None and (when.edtf or "").isdigit()
        discourse.entry_ends = date.fromisoformat(when.latest or "") if whole_year else None


def bring_to(clause: Clause, tokens: list[Token], pack: Pack) -> None:
    """Mark to how many a force is brought, where another word than "to" says it: "brengt UNMISS op 14.000 militairen"."""
    words = pack.classes_of("bringing_to")
    if words and not pack.classes_of("bringing").isdisjoint(clause.lemmas.values()):
        for phrase in clause.phrases:
            if phrase.counted() >= A_FEW and phrase.start < phrase.first and tokens[phrase.start].low in words:
                phrase.relations = ("to",)


def fronted_time(clause: Clause, tokens: list[Token], pack: Pack) -> TimeMention | None:
    """Return the time of an adjective that a clause opens with, which dates nothing else: "Présente depuis 1978, la FINUL …"."""
    first, time = tokens[clause.first], clause.times[0] if clause.times else None
    if time is None or clause.link != "main" or clause.first in clause.verbs or not _told_since(first, pack):
        return None
    comma = next((i for i in range(clause.first, clause.last) if tokens[i].text == ","), None)
    return time if comma is not None and time.last < comma and not any(v < comma for v in clause.verbs) else None


def _told_since(token: Token, pack: Pack) -> bool:
    """Say whether a word tells since when a mission is there: present, active, operational."""
    return any(t.frame == "starts" for t in pack.word_triggers.get(token.low, ()))


def led_by(clause: Clause, tokens: list[Token], pack: Pack) -> None:
    """Mark the leader in "de door Italië geleide missie", and the backer in "door Iran gesteunde milities": theirs is no deed of the clause."""
    for phrase, after in zip(clause.phrases, clause.phrases[1:], strict=False):
        if not phrase.relations or phrase.last != after.first - 1 or after.first in clause.verbs:
            continue
        word = tokens[after.first]
        by = "by" in phrase.relations
        shaped = pack.verb_second and pack.participle is not None and pack.participle.search(word.low) is not None
        if by and word.low in pack.leading:
            phrase.relations = ("led_by",)
        elif shaped and after.bare and (outer := _around(phrase, tokens, pack)) is not None:
            phrase.relations, after.relations = ("behind",), outer  # door (een) aan Iran gelieerde militie(s)
        elif by and pack.verb_second and "participle" in word:
            phrase.relations = ("behind",)


def _around(phrase: Phrase, tokens: list[Token], pack: Pack) -> tuple[str, ...] | None:
    """Return what a preposition before a phrase's own, or before an article there, says of what stands behind it."""
    at = phrase.start - 1
    if at > 0 and "determiner" in tokens[at]:
        at -= 1
    return pack.relations.get((tokens[at].low,)) if at >= 0 and "preposition" in tokens[at] else None


def sourced(clause: Clause, tokens: list[Token]) -> None:
    """Mark an organisation alone in brackets at the end as who says it: "459 people killed (WHO)."; at the head, it only signs."""
    for phrase in clause.phrases[:1]:
        closed = [t.text for t in tokens[phrase.last + 1 : phrase.last + 2]] == [")"]
        head = phrase.bare and phrase.first == 1 and tokens[0].text == "(" and closed
        if head and bool(phrase.refs) and all(r.kind == "organisation" for r in phrase.refs):
            phrase.relations = ("signed",)  # (Belga) The minister …
    for phrase in clause.phrases[-1:]:
        before, after = tokens[phrase.first - 1 : phrase.first], tokens[phrase.last + 1 : phrase.last + 2]
        alone = phrase.bare and bool(before) and before[0].text == "(" and bool(after) and after[0].text == ")"
        source = alone and bool(phrase.refs) and all(r.kind == "organisation" for r in phrase.refs)
        if source and not any(t.is_word for t in tokens[phrase.last + 1 :]):
            phrase.relations = ("according",)


def shortened(clause: Clause, tokens: list[Token], discourse: Discourse) -> None:
    """Remember what a name in brackets is short for: "the Multinational Security Support Mission (MSS)"."""
    for before, phrase in itertools.pairwise(clause.phrases):
        known = next((r for r in before.refs if r.id and r.kind in ("mission", "organisation", "group")), None)
        bracketed = phrase.first == before.last + 2 and tokens[phrase.first - 1].text == "("
        if known is not None and bracketed and phrase.text.isupper() and not any(r.id for r in phrase.refs):
            discourse.called[phrase.text.lower()], phrase.refs = known, []

"""Whose paper a report is: of which country, and whether its government or an organisation speaks in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from missionwatch.reading.frames.datelines import has_dateline
from missionwatch.reading.frames.organs import head_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef, Report
    from missionwatch.register import Hit, Register, Sense


# An agency tells it: GOMA (ANP/AFP) -
_AGENCY = re.compile(r"\([A-Z][A-Za-z]{1,9}(?:/[A-Z][A-Za-z]{1,9})*\)\s*[-–—]")
_QUOTED = re.compile(r"[\"“«„‘][^\"“”«»„’]*[\"”»’]|(?<!\w)'[^'\n]+'(?!\w)")
_SEPARATED = re.compile(r" ?(?:[-–—|:(/\n]|$)")


def home_of(report: Report, pack: Pack, hits: Iterable[Hit]) -> str | None:
    """Return the country of a report: its source's, else that whose papers alone use some word of it, else the language's own.

    Of two countries that write in one language, it is the other one's where it names that one more than once, or most, and never the first.
    """
    if report.country or not pack.home_signs:
        return report.country or pack.home
    words = frozenset(re.findall(r"\w+", report.text.lower()))
    head = report.text[:_HEAD].lower()
    told = next((c for c, signs in pack.home_signs.items() if any(_stands(sign, words, head) for sign in signs)), None)
    if told or pack.home is None:
        return told
    firsts = [h.senses[0] for h in hits if len(h.senses) < _SENSES]
    states = Counter(s.country for s in firsts if s.kind == "state")  # Brussels may be the Union
    named = Counter(s.country for s in firsts if s.kind in ("state", "place"))
    most = max(named.values(), default=0)
    others = [c for c in pack.home_signs if states[c] > 1 or named[c] == most > 0]
    return others[0] if others and not named[pack.home] else pack.home


def _stands(sign: str, words: frozenset[str], head: str) -> bool:
    """Say whether a sign stands in a paper: a word anywhere, several words in its head."""
    return sign.replace("_", " ") in head if "_" in sign else sign in words


def signed(
    report: Report, pack: Pack, register: Register, home: str | None, hits: Sequence[Hit]
) -> tuple[EntityRef | None, EntityRef | None]:
    """Return whose government a paper is of, and who signs it: who says "we" in it and judges. News has no signatory.

    A paper is of a government where its head speaks of a ministry, a minister or a parliament. A government signs its letter,
    its answer, its embassy's notice and its own news; else the organisation or mission does that the heading names, where
    it says "we".
    """
    text, head = report.text, report.text[:_HEAD].lower()
    heading = _heading(text)
    low, publisher = heading.lower(), (report.publisher or "").lower()
    ours = _says_we(text[len(heading) :], pack)
    official = _official(head, pack, home, hits)
    paper = text.lower().startswith(pack.papers) or any(word in low for word in pack.papers)
    paper = paper or any(word in publisher for word in pack.public_bodies)
    said = re.findall(r"\w+", low)
    notice = not pack.classes_of("embassy_noun").isdisjoint(said)
    notice = notice and bool(ours or not pack.classes_of("notice_noun").isdisjoint(said))
    spoken = ours > 1 and (official or any(word in head for word in pack.papers))
    signs = notice or spoken or (paper and not has_dateline(text))
    about = official and (home is None or _AGENCY.search(text[:_HEAD]) is None)
    government = _government(heading, pack, register, home, hits) if signs or about else None
    declared = _declared(heading, pack, register, hits) if ours else None
    if declared is not None:
        return None, declared
    body = _body_speaking(heading, pack, register, hits, ours) if ours and not signs else None
    return government if about else None, government if signs else body


def _official(head: str, pack: Pack, home: str | None, hits: Sequence[Hit]) -> bool:
    """Say whether a head speaks of a ministry, a minister or a parliament; not where it is another land's than the paper's."""
    told = [m for word in pack.official for m in re.finditer(re.escape(word), head)]
    if home is None or not told:
        return bool(told)
    names = (h for h in hits if h.start < _HEAD and len(h.senses) < _SENSES)
    abroad = [(h.start, h.end) for h in names if any(s.kind == "state" and s.country != home for s in h.senses)]
    lands = (m for m in re.finditer(r"[\w-]+", head) if pack.nouns.get(m.group()) == "country")
    own = pack.classes_of("first_person")
    abroad += [(m.start(), m.end()) for m in lands if own.isdisjoint(head[: m.start()].split()[-1:])]
    return not all(_of_another(head, m, pack, abroad) for m in told)


def _of_another(head: str, office: re.Match[str], pack: Pack, abroad: Sequence[tuple[int, int]]) -> bool:
    """Say whether an office in a head is another land's: "the French ministry", "the ministry of Defence of Niger", "… of that country"."""
    first = head.rfind(" ", 0, office.start())  # of the word: de oud-minister
    behind = (head[office.end() : start] for start, _ in abroad if start > office.end())
    near = [text.split() for text in behind if not _STOP.search(text)]
    of = any("of" in pack.relations.get((w,), ()) for words in near if len(words) < _FURTHER for w in words[-_NEAR:])
    follows = pack.adjectives_follow and any(not words for words in near)
    return of or follows or any(end == first for _, end in abroad)


def _body_speaking(heading: str, pack: Pack, register: Register, hits: Sequence[Hit], ours: int) -> EntityRef | None:
    """Return the organisation or mission that a heading says a paper is by: "Statement by Oxfam", "FINUL – Communiqué"."""
    owners = _owners(heading, register, hits)
    opening: str | None = None
    for hit in hits:
        if hit.end > len(heading):
            break
        body = next(
            (s.id for s in hit.senses if s.kind in ("organisation", "mission") and s.form == "name" and s.id), None
        )
        body = body or (None if _on_behalf(heading[hit.end :].lower(), pack) else _office_of(hit, register, owners))
        if body is None:
            continue
        line = heading[: hit.start].lower().rsplit("\n", 1)[-1]
        before = line.split()[-_NEAR:]
        by = any({"of", "by", "on_behalf"} & set(pack.relations.get((w,), ())) for w in before)
        words = re.findall(r"\w[\w-]*", line)
        papers = pack.classes_of("statement_noun") | pack.classes_of("bulletin_noun")
        announced = (by and not papers.isdisjoint(words)) or (bool(words) and words[-1] in papers)
        opens = not line.strip(" |/-–—") and (ours > 1 or _SEPARATED.match(heading, hit.end) is not None)
        if announced:
            return register.ref(body, "")  # "Security Council | Report of the Secretary-General": his
        opening = opening or (body if opens else None)
    return register.ref(opening, "") if opening is not None else None


def _declared(heading: str, pack: Pack, register: Register, hits: Sequence[Hit]) -> EntityRef | None:
    """Return the organisation whose statement a heading calls a paper: "North Atlantic Council Ministerial Statement on Afghanistan"."""
    nouns = pack.classes_of("statement_noun")
    for hit in hits:
        if hit.end > len(heading):
            break
        body = next((s.id for s in hit.senses if s.kind == "organisation" and s.form == "name" and s.id), None)
        opens = not heading[: hit.start].rpartition("\n")[2].strip()
        behind = re.findall(r"\w+", heading[hit.end :].partition("\n")[0].lower())[:_NEAR]
        if body is not None and opens and not nouns.isdisjoint(behind):
            return register.ref(body, "")
    return None


def _owners(heading: str, register: Register, hits: Sequence[Hit]) -> frozenset[str]:
    """Return the organisations that a heading names, by themselves, by an organ or by a mission of theirs."""
    named = [s for h in hits if h.end <= len(heading) for s in h.senses if s.id]
    own = {(s.id or "").partition(":")[2] for s in named if s.kind == "organisation"}
    above = {owner for s in named if s.kind == "organisation" and (owner := register.parent_of(s.id or ""))}
    missions = (register.mission(s.id) for s in named if s.kind == "mission")
    return frozenset({*own, *above, *(m.organisation for m in missions if m is not None)})


def _on_behalf(text: str, pack: Pack) -> bool:
    """Say whether a heading goes on with for whom somebody speaks: "on behalf of the EU"."""
    said = (
        " ".join(w)
        for w, marks in pack.relations.items()
        if "on_behalf" in marks and (len(w) > 1 or "for" not in marks)
    )
    return any(f" {words} " in text for words in said)


def _office_of(hit: Hit, register: Register, owners: frozenset[str]) -> str | None:
    """Return the office that a title names, of one organisation alone or of one that is named: "Statement by the High Representative"."""
    codes = {s.code for s in hit.senses if s.form == "function" and s.code}
    held = [o for o in register.offices if o.office in codes]
    held = held if len(held) == 1 else [o for o in held if o.part_of in owners]
    return held[0].id if len(held) == 1 else None


def _heading(text: str) -> str:
    """Return a paper's heading: its first lines, as far as they are no sentences."""
    end = 0
    for line in text.splitlines(keepends=True):
        if end >= _HEAD or line.strip().endswith((".", "!", "?")) or len(line) > _LINE:
            break
        end += len(line)
    return text[:end]


def _says_we(text: str, pack: Pack) -> int:
    """Return how often a paper says "we" outside what it quotes; "our correspondent" is no such word."""
    own, bylines = pack.classes_of("first_person"), pack.classes_of("byline_noun")
    lands = {word for word, noun in pack.nouns.items() if noun == "country"}
    words = re.findall(r"\w+", _QUOTED.sub(" ", text))
    said = [
        n for n, word in enumerate(words) if word.lower() in own and not (word.isupper() and len(word) > 1)
    ]  # not: US
    said = [
        n for n in said if lands.isdisjoint(word.lower() for word in words[n + 1 : n + 2])
    ]  # ons land: so do newspapers
    return sum(bylines.isdisjoint(word.lower() for word in words[n + 1 : n + 3]) for n in said)


def _government(
    heading: str, pack: Pack, register: Register, home: str | None, hits: Sequence[Hit]
) -> EntityRef | None:
    """Return whose government it is: the paper's country's, else the one that its heading names, else the one named most."""
    if home:
        return register.ref(f"state:{home}", "", body="government")
    named = [*register.gazetteer(pack.language).find(heading.title()), *hits]  # CHAMBRE … DE BELGIQUE
    heads = [h for h in hits if any(s.code == "head-of-state" for s in h.senses)]
    beside = {h.end + 1 for h in heads} | {h.start - 1 for h in heads}  # the American president: whom a paper speaks of
    named = [h for h in named if beside.isdisjoint((h.start, h.end))]
    told = [(s, h) for h in named for s in h.senses if s.kind == "state" and s.country and len(h.senses) < _SENSES]
    missions = [register.mission(s.id) for h in hits for s in h.senses if s.kind == "mission" and s.id]
    hosts = {host for mission in missions if mission is not None for host in mission.hosts}
    whose = _whose_paper(heading, pack, told) or head_state(told, hosts)
    if whose is None:
        own = Counter(s.country for s, _ in told if s.country not in hosts)
        most = own.most_common(1)
        if not most or (most[0][1] == 1 and all(s.form == "name" for s, _ in told if s.country == most[0][0])):
            return None  # a country named once may be where a minister goes
        first = next(iter(own))  # a ministry's news speaks of its own land first
        whose = first if own[first] > 1 else most[0][0]
    return register.ref(f"state:{whose}", "", body="government")


def _whose_paper(heading: str, pack: Pack, told: Sequence[tuple[Sense, Hit]]) -> str | None:
    """Return the state of which a heading names the parliament, ministry or embassy: "Ambassade de Belgique à Kinshasa"."""
    low = heading.lower()
    offices = [*pack.official, *pack.papers, *sorted(pack.classes_of("embassy_noun"))]
    ends = [m.end() for word in offices for m in re.finditer(rf"\b{re.escape(word)}", low)]
    for sense, hit in told:
        if hit.end > len(heading):
            break
        behind = next(
            (low[end : hit.start] for end in ends if end <= hit.start and "\n" not in low[end : hit.start]), None
        )
        words = behind.split() if behind is not None else []
        of = any("of" in pack.relations.get((w,), ()) for w in words[-_NEAR:])
        of = of and not any("about" in pack.relations.get((w,), ()) for w in words)  # a letter on the situation of X
        before = sense.form in ("adjective", "name") and any(low.startswith(w, hit.end + 1) for w in offices)
        if of or before:
            return sense.country
    return None


_STOP = re.compile(r"[.,;:!?\n\"“”«»]")
_FURTHER = 9  # words from an office to the land that it is of
_HEAD = 300  # characters of a paper's head
_LINE = 160  # characters of a line of a heading
_NEAR = 3  # words before a name: "by the", "au nom de l'"
_SENSES = 3  # of a name that may mean too much


def declaring(report: Report, pack: Pack, topic: Iterable[EntityRef]) -> tuple[EntityRef, ...]:
    """Return the organisation that speaks in a statement of its own, where the report's head says it is one."""
    head = frozenset(report.text[:200].lower().split())
    own = head & pack.classes_of("statement_noun")
    return tuple(r for r in topic if r.kind == "organisation") if own else ()


def speaking(discourse: Discourse) -> tuple[EntityRef, ...]:
    """Return who speaks in a paper of his own: the organisation whose statement it is, or who says "we" in it."""
    declared = declaring(discourse.report, discourse.pack, discourse.topic)
    return declared or ((discourse.signatory,) if discourse.signatory is not None else ())


def named_alone(clauses: Sequence[Clause], tokens: Sequence[Token]) -> list[EntityRef] | None:
    """Return who stands alone before what they resolve: "The Council,", "De staatshoofden van ECOWAS:"; None where a sentence says more."""
    if (
        not clauses
        or any(c.verbs for c in clauses)
        or any(c.phrases for c in clauses[1:])
        or tokens[-1].text not in ",:"
    ):
        return None
    heads = [p for n, p in enumerate(clauses[0].phrases) if not n or "of" in p.relations]
    return next((refs for p in heads if (refs := [r for r in p.refs if r.id and r.kind != "place"])), [])

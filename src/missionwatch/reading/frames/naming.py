"""Names of people in phrases: capitalised words that no register knows, after a rank, a post or a nationality."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import Named
from missionwatch.reading.frames.tokens import PARTICLES
from missionwatch.records import EntityRef
from missionwatch.register import Sense

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.register import Register

_ELIDED = re.compile(r"(['’]) ")


def office(hit: Named) -> Sense | None:
    """Return the organ of a name that is one person's office: "UN Secretary-General António Guterres"."""
    return next((sense for sense in hit.senses if sense.kind == "organisation" and sense.code), None)


def capital(token: Token) -> bool:
    """Say whether a word is written as a name is: Postma, al-Sudani."""
    text = token.text
    article, dash, rest = text.partition("-")
    return text[0].isupper() or (bool(dash) and len(article) < 4 and rest[:1].isupper())


def inside_name(tokens: Sequence[Token], j: int, named: Mapping[int, Named]) -> bool:
    """Say whether "de" or "van den" stands inside a person's name: "kolonel Anna de Wit", "minister Hans van den Broek"."""
    first = j - 1 if j > 1 and tokens[j - 1].low in PARTICLES and tokens[j - 1].text.islower() else j
    last = j + 1 if j + 2 < len(tokens) and tokens[j + 1].low in PARTICLES else j
    before, at = first - 1, last + 1
    opens = (
        tokens[j].text[0].isupper()
        and j == first
        and any(n.last == before and n.forms("rank", "function") for n in named.values())
    )
    if before >= 0 and at < len(tokens) and opens and capital(tokens[at]) and at not in named:
        return True  # minister Van Middelkoop
    if before < 0 or at >= len(tokens) or before in named or j + 1 in named:
        return False
    if any(
        n.first < n.last == before or (n.first == at and not (first < last and is_village(n))) for n in named.values()
    ):
        return False  # the ministers van Defensie | van de NAVO
    titled = any(n.forms("rank", "function", "national") and before - 3 <= n.last <= before for n in named.values())
    titled = titled or (tokens[j].text[0].isupper() and not tokens[before].text.isupper())  # Pieter De Crem
    titled = titled or (len(tokens[before].text) > 1 and tokens[before].text[-1] == ".")  # A.B. de Boer
    titled = titled or _set_off(tokens, before, at)
    courtesy = tokens[first].low in _SURNAMED
    titled = titled or (courtesy and any("honorific" in t for t in tokens[max(0, before - 2) : before]))
    return titled and tokens[before].text[0].isupper() and capital(tokens[at])


def _set_off(tokens: Sequence[Token], before: int, at: int) -> bool:
    """Say whether a name from ``before`` to ``at`` stands between commas or brackets: "the envoy to Kabul, Pieter de Gooijer, …"."""
    opens, ends = tokens[before - 1].text if before else "", tokens[at + 1].text if at + 1 < len(tokens) else ""
    plain = tokens[before].text[1:].islower() and not tokens[before].classes and not tokens[at].classes
    return plain and (opens, ends) in _ASIDE


_SURNAMED = frozenset({"van", "von", "der", "den", "ter", "ten", "ould", "ag", "ben", "bin"})
"""Small words that only surnames have, behind a courtesy: "Mme Anna van Loon"; not: "M. Diallo de Bamako"."""
_ASIDE = frozenset({(",", ","), ("(", ")"), (",", ".")})


def is_village(hit: Named) -> bool:
    """Say whether a name is no more than some place's, as surnames are: "van den Broek"."""
    return all(sense.kind == "place" for sense in hit.senses)


def begins_clause(phrase: Phrase, hit: Named, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a name behind what opens the clause is its subject: "At its height | SAMIM had", "In the north | MINUSMA has"."""
    before, after = tokens[hit.first - 1], tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    plain = not phrase.named and hit.first > phrase.first and before.text.islower() and "determiner" not in before
    doer = any(sense.kind in ("mission", "state", "organisation") for sense in hit.forms("name"))
    told = doer and phrase.noun in (None, "place")
    return pack.names_premodify and plain and told and after is not None and "verb" in after


def land_behind(phrase: Phrase, hit: Named, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a land, or a post, stands behind people, as the object does: "dat Deense militairen | Mali verlieten".

    Any name does behind several people who follow the verb: "vielen rebellen | Gao aan".
    """
    posted = phrase.noun == "people" or any(n.forms("function") for n in phrase.named)  # de Franse ambassadeur | Niger
    whose = posted and any(n.forms("adjective") for n in phrase.named)
    several = phrase.noun == "people" and not phrase.single and hit.text.islower()
    held = (
        several
        and bool(hit.forms("function", "rank"))
        and not hit.text.endswith(tuple(pack.classes_of("plural_ending")))
    )
    whose = whose or any(
        n.forms("asset") and n.text.endswith(tuple(pack.classes_of("plural_ending"))) for n in phrase.named[1:]
    )
    inverted = phrase.first > 0 and "verb" in tokens[phrase.first - 1] and phrase.noun == "people" and not phrase.single
    named = bool(hit.forms("name")) and (inverted or whose)
    kinds = ("state", "place", "mission", "organisation", "group") if inverted else ("state",)
    return pack.verb_second and (held or (named and any(s.kind in kinds for s in hit.forms("name"))))


def name_person(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> None:
    """Take capitalised words that nothing else explains, after a rank or function, as a person's name."""
    if not phrase.named and not any(capital(token) for token in tokens[phrase.first : phrase.last + 1]):
        return
    forename = next((hit for before, hit in itertools.pairwise(phrase.named) if _forename(before, hit, tokens)), None)
    forename = forename or _opens_name(phrase, tokens, pack)
    if forename is not None:
        phrase.named.remove(forename)  # Minister Frans Timmermans
    if (town := _surname(phrase, tokens)) is not None:
        phrase.named.remove(town)  # General Ahmet Kaya
    whose = _owner_end(phrase, tokens, pack)
    if whose >= 0:
        theirs = (n for n in phrase.named if n.last > whose or not (n.forms("rank", "function") or _is_person(n)))
        phrase.named[:] = list(theirs)
    in_names = {k for hit in phrase.named for k in range(hit.first, hit.last + 1)}
    loose = [
        k for k in range(max(phrase.first, whose + 1), phrase.last + 1)
        if k not in in_names and capital(tokens[k]) and "determiner" not in tokens[k]
        and "honorific" not in tokens[k] and ("name_adjective" not in tokens[k] or _first_name(k, phrase, tokens))
        and not (k == 0 and tokens[k].low in pack.nouns)
        and not ("debate_title" in tokens[k] and k < phrase.last and capital(tokens[k + 1]))  # Monsieur Jean Valjean
        and not (k + 1 < len(tokens) and tokens[k + 1].joined and tokens[k + 1].text in "-‑")
    ]  # fmt: skip
    if not loose:
        return
    runs = [[loose[0]]]
    for k in loose[1:]:
        last = runs[-1][-1]
        joined = k == last + 1 or all(tokens[m].low in PARTICLES for m in range(last + 1, k))
        runs[-1].append(k) if joined else runs.append([k])
    run = max(reversed(runs), key=len)  # Gang leader Jimmy Chérizier
    if len(run) == 1 and pack.nouns.get(tokens[run[0]].low) == "people" and not phrase.named:
        return  # un Casque bleu: nobody's name
    text = _ELIDED.sub(r"\1", " ".join(tokens[k].text for k in range(run[0], run[-1] + 1)))
    titled = any(hit.last < run[0] and (hit.forms("rank", "function") or office(hit)) for hit in phrase.named)
    who = any(hit.last == run[0] - 1 and hit.forms("national") for hit in phrase.named)
    beside = [s for hit in phrase.named if hit.last == run[0] - 1 for s in hit.forms("body")]
    envoy = len(run) > 1 and phrase.number is None and any(s.body == "diplomats" for s in beside)  # the diplomat X
    who = who and len(run) > 1 and phrase.noun is None and phrase.number is None  # the Russian Ivan Ivanov
    if titled or envoy or who:
        phrase.person = text
    elif run[0] > 0 or len(run) > 1 or _short_form(tokens):
        phrase.unknown_name = text


def _short_form(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence opens with a name in capitals, as no other word does: "PAX finds that too short"."""
    capitals = sum(c.isupper() for c in tokens[0].text)
    return capitals > 1 and any(t.is_word and t.text.islower() for t in tokens[1:3])


def _owner_end(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> int:
    """Return where somebody whose spokesman or envoy a phrase names ends ("General Tiani's | spokesman"), -1 where it names nobody's."""
    marks = pack.possessive.fullmatch if pack.possessive is not None else None
    ends = [k for k in range(phrase.first, phrase.last) if marks and tokens[k].joined and marks(tokens[k].text)]
    return max((k for k in ends if any(n.first > k and n.forms("function") for n in phrase.named)), default=-1)


def _is_person(hit: Named) -> bool:
    return any(sense.kind == "person" for sense in hit.senses)


def name_and_title(phrases: list[Phrase], tokens: Sequence[Token], pack: Pack) -> None:
    """Join names and titles that stand apart, and tell whose president somebody is."""
    name_behind(phrases, tokens)
    titled_alike(phrases, tokens, pack)
    chairs(phrases, pack)


def chairs(phrases: Sequence[Phrase], pack: Pack) -> None:
    """Let who is president of what is no state be no head of one: "president of the Senate", "président de la société civile"."""
    words, services = pack.classes_of("chairing"), pack.classes_of("service_noun")
    for title, of in itertools.pairwise(phrases):
        if of.start != title.last + 1:
            continue
        if "of" not in of.relations:
            if title.words & words and of.first == of.last and of.words & pack.classes_of("rotating"):
                _no_head(title)  # le président en exercice, of a body of states
            continue
        if of.words & services and any(s.code == "chief-of-defence" for s in title.senses("function")):
            title.named = [n for n in title.named if not n.forms("function")]  # commander-in-chief of the Guard
        if title.words.isdisjoint(words):
            continue
        rules = of.person is not None or of.noun == "country" or not of.words.isdisjoint(pack.classes_of("realm"))
        land = any(
            s.kind in ("state", "place") or s.form in ("adjective", "capital") for n in of.named for s in n.senses
        )
        apart = any(s.kind == "organisation" or s.body == "parliament" for n in of.named for s in n.senses)
        if apart or not (rules or land or of.words & pack.classes_of("own")):
            _no_head(title)


def _no_head(title: Phrase) -> None:
    title.named = [
        Named(n.first, n.last, n.text, (Sense("function", code="chair"),))
        if n.first == n.last and any(s.code == "head-of-state" for s in n.forms("function")) else n
        for n in title.named
    ]  # fmt: skip


def name_behind(phrases: list[Phrase], tokens: Sequence[Token]) -> None:
    """Let an officer and the name behind a comma be one: "un général indien, Vijay Jetley"."""
    for officer, name in list(itertools.pairwise(phrases)):
        beside = name.first == officer.last + 2 and tokens[officer.last + 1].text == "," and name.bare
        called = " " in (name.unknown_name or "") and name.noun is None and not (name.number or name.triggers)
        if not (beside and called and officer.senses("rank")) or officer.person or officer.number is not None:
            continue
        if officer in phrases and not (officer.senses("function") or name.group):
            officer.last, officer.person = name.last, name.unknown_name
            phrases.remove(name)


def titled_alike(phrases: Sequence[Phrase], tokens: Sequence[Token], pack: Pack) -> None:
    """Let the second of two named behind a title of several hold it too: "ministers Kaag en Bijleveld", "ministers X of Health and Y of …"."""
    for n, (holder, after) in enumerate(itertools.pairwise(phrases)):
        titles = [n for n in holder.named if n.forms("function", "adjective")] if holder.person is not None else []
        posts = [n for n in titles if n.forms("function")]
        if not posts:
            continue
        ends = tuple(pack.classes_of("plural_ending"))
        several = any(tokens[n.last].low.endswith(ends) and "honorific" not in tokens[n.first] for n in posts)
        name, field = _second_of_field(after, phrases[n + 2 : n + 4]), after
        if name is None or after.start != holder.last + 1:
            name, field = after, holder
        beside = name.first == field.last + 2 and "additive" in tokens[field.last + 1]
        plain = name.unknown_name is not None and name.person is None and name.noun is None and not name.named
        if several and beside and plain and not (name.number or name.triggers):
            name.person, name.named = name.unknown_name, titles
            if field is not holder:
                name.relations, name.start = holder.relations, name.first
                field.group = [p for p in field.group if p is not name]
            if name not in holder.group:
                holder.group.append(name)


def _second_of_field(field: Phrase, behind: Sequence[Phrase]) -> Phrase | None:
    """Return who is named behind the field of the first of two, with one of his own: "ministers X | of Health | and Y | of Justice"."""
    name, its_own = (*behind, None, None)[:2]
    if name is None or its_own is None or "of" not in field.relations or "of" not in its_own.relations:
        return None
    return name if its_own.start == name.last + 1 else None


def national_named(clause: Clause, clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """Let one national and the officer behind a comma be one: "led by a Ghanaian, General X", "que dirige un Ghanéen, le général X, …"."""
    for one in [
        p
        for p in clause.phrases
        if p.single and p.senses("national", "adjective") and not p.definite and p.noun is None
    ]:
        if one.person is not None or one.last + 1 >= len(tokens) or tokens[one.last + 1].text != ",":
            continue
        where = next((c for c in clauses for p in c.phrases if p.first == one.last + 2 and p.bare and p.person), None)
        name = next((p for p in where.phrases if p.first == one.last + 2), None) if where is not None else None
        if where is None or name is None or not name.senses("rank", "function") or name.group:
            continue
        titles = one.named if one.senses("function") else []  # a Turkish chief, General X
        one.last, one.person, one.named, one.refs = name.last, name.person, [*titles, *name.named], []
        for among in (where.phrases, where.subjects, where.objects):
            if name in among:
                among.remove(name)


def leader(phrase: Phrase, register: Register, spoken: Container[str | None]) -> EntityRef | None:
    """Return the head of a state whom a phrase names; by the last name alone where that state was spoken of: "Macron"."""
    name = phrase.unknown_name or (phrase.text if phrase.text.istitle() else "")
    country = register.leader(name) if phrase.text == name and phrase.noun is None else None
    if country is None or not (country in spoken or " " in name):
        return None
    name = register.full_name(name)
    return EntityRef(text=name, id=f"person:{slug(name)}", kind="person", name=name, country=country)


def _first_name(at: int, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a word is somebody's first name, by a title before it or the name behind it: "Mr Christian Schmidt"."""
    titled = any(hit.last == at - 1 and hit.forms("rank", "function") for hit in phrase.named)
    first = "forename" in tokens[at] and at < phrase.last and capital(tokens[at + 1])
    return titled or first or (at > 0 and "honorific" in tokens[at - 1])


def _forename(title: Named, hit: Named, tokens: Sequence[Token]) -> bool:
    """Say whether a country's name or adjective is somebody's first name: it stands between a title and another name."""
    after = tokens[hit.last + 1 : hit.last + 2]
    between = title.last + 1 == hit.first and hit.first == hit.last and bool(title.forms("function", "rank"))
    known = tokens[hit.first].text[0].isupper() and all(sense.kind == "state" for sense in hit.senses)
    return between and known and bool(after) and after[0].text.isalpha() and after[0].text[0].isupper()


def _opens_name(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> Named | None:
    """Return a land's adjective that a phrase opens with and a name follows: "the minister, Frans Timmermans"; not: "French Guiana"."""
    hit = phrase.named[0] if phrase.named and not pack.names_premodify and not phrase.definite else None
    if (
        hit is None
        or hit.first != phrase.first
        or hit.first != hit.last
        or phrase.noun is not None
        or phrase.last == hit.last
    ):
        return None
    plain = hit.text[0].isupper() and hit.forms("adjective") and not hit.forms("name", "national", "body")
    after = tokens[hit.last + 1]
    called = after.text.isalpha() and after.text.istitle() and not after.classes and after.low not in pack.nouns
    return hit if plain and called and all(n is hit for n in phrase.named) else None


def _surname(phrase: Phrase, tokens: Sequence[Token]) -> Named | None:
    """Return a town's name, or what is a rank elsewhere, that ends a name with a title: "General Ahmet Kaya", "Stefano Del Col"."""
    last = phrase.named[-1] if phrase.named else None
    if last is None or last.last != phrase.last or not last.senses or not (is_village(last) or last.forms("rank")):
        return None
    titles = [hit for hit in phrase.named[:-1] if hit.forms("rank", "function")]
    if not titles or any(hit.last >= last.first for hit in titles):
        return None
    between = range(titles[-1].last + 1, last.first)
    known = {k for hit in phrase.named[:-1] for k in range(hit.first, hit.last + 1)}
    names = all(k in known or (capital(tokens[k]) and not tokens[k].classes) for k in between)
    own = any(k not in known for k in between) or (bool(titles[-1].forms("rank")) and is_village(last))
    return last if names and own else None


def bracketed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a bracket follows a name that no list knows: "Ollongren (Defensie)"."""
    at = phrase.last + 1
    return phrase.unknown_name is not None and at < len(tokens) and tokens[at].text == "("


def second_title(phrase: Phrase, everyone: Sequence[Phrase], tokens: Sequence[Token]) -> Phrase | None:
    """Return the minister before, whose title a second name shares: "the ministers X (Defence) and Y (Finance)"."""
    joined = phrase.start and ("coordinator" in tokens[phrase.start - 1] or tokens[phrase.start - 1].text == ",")
    if not joined or not bracketed(phrase, tokens):
        return None
    titled = (p for p in everyone if p.person and p.last < phrase.first and tokens[p.last + 1].text == "(")
    return next((p for p in titled if any(s.code == "minister" for s in p.senses("function"))), None)


def field_in_brackets(
    phrase: Phrase, phrases: Sequence[Phrase], tokens: Sequence[Token], pack: Pack, register: Register
) -> str | None:
    """Return the post of a minister whose field stands in brackets behind the name: "minister X (Defensie)"."""
    at = phrase.last + 2
    field = next((p for p in phrases if p.first == at and tokens[at - 1].text == "("), None)
    titles = [tokens[n.last].lemma for n in phrase.named if n.forms("function")]
    if field is None or not titles:
        return None
    words = " ".join(tokens[i].text for i in range(at, field.last + 1))
    marks = (" ".join(said) for said, told in pack.relations.items() if "of" in told)
    could_be = (post_called(f"{titles[-1]} {mark} {words}", pack, register) for mark in marks)
    return next((post for post in could_be if post is not None), None)


def post_called(words: str, pack: Pack, register: Register) -> str | None:
    """Return the post that words name: "Minister of Defence"."""
    senses = register.gazetteer(pack.language).senses(words)
    return next((s.code for s in senses if s.form == "function" and s.code), None)


def slug(name: str) -> str:
    """Return the slug that a person's id is made of: ``el-ghassim-wane``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


def one_each(senses: list[Sense]) -> list[Sense]:
    """Return the first sense of each entity."""
    seen: dict[str | None, Sense] = {}
    for sense in senses:
        seen.setdefault(sense.id, sense)
    return list(seen.values())

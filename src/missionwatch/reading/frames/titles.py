"""Titles and the names beside them: "Minister of Defence, X", "X, the Force Commander", "minister X van Buitenlandse Zaken"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from missionwatch.reading.frames.naming import capital, office, post_called
from missionwatch.reading.frames.tokens import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def portfolio(builder: Builder, phrase: Phrase, of: Phrase, sentence: Sentence) -> str | None:
    """Return the post that a title and what follows the name make together: minister … van Buitenlandse Zaken."""
    tokens = sentence.tokens
    titles = [n.text for n in phrase.named if n.forms("function")]
    if "of" not in of.relations or of.start != phrase.last + 1 or not titles:
        return None
    words = " ".join(tokens[i].text for i in range(of.start, of.last + 1))
    return post_called(f"{titles[-1]} {words}", builder.pack, builder.discourse.register)


def field_and_name(
    builder: Builder, phrase: Phrase, everyone: Sequence[Phrase], sentence: Sentence
) -> tuple[Phrase, str, str] | None:
    """Return the title before a field that runs into a name, its post and the name: "la ministre belge | de la Défense Ludivine Dedonder"."""
    at, tokens = everyone.index(phrase), sentence.tokens
    before = everyone[at - 1] if at else None
    if before is None or "of" not in phrase.relations or before.last + 1 != phrase.start or not names_post(before):
        return None
    titles = [n.text for n in before.named if n.forms("function")]
    for last in range(phrase.first, phrase.last - 1):
        if not all(capital(tokens[i]) for i in range(last + 1, phrase.last + 1)):
            continue
        field = as_written(tokens, phrase.start, last)
        post = post_called(f"{titles[-1]} {field}", builder.pack, builder.discourse.register)
        if post is not None:
            return before, post, as_written(tokens, last + 1, phrase.last)
    return None


def heads(title: Phrase, phrase: Phrase, clause: Clause) -> bool:
    """Say whether a title opens the clause whose subject is named only at the end of all titles."""
    before = clause.finite is not None and title.first < phrase.first < clause.finite
    return before and phrase.bare and names_post(title) and not title.refs and phrase not in title.group


def named_as(clause: Clause) -> list[Phrase]:
    """Return what a clause names somebody as: "took over as head of the mission"."""
    return [p for p in clause.phrases if "as" in p.relations]


def names_post(phrase: Phrase) -> bool:
    """Say whether a phrase is a post and names nobody: "the Force Commander"."""
    return post_code(phrase) is not None and phrase.person is None and phrase.number is None


def post_code(phrase: Phrase) -> str | None:
    """Return the post that a phrase names: its function, else one person's office that is all it names: "the UN Secretary-General"."""
    told = phrase.senses("function")
    if told:
        return told[0].code
    organ = office(phrase.named[-1]) if phrase.named and phrase.named[-1].last == phrase.last else None
    return organ.code if organ is not None else None


def titled(phrase: Phrase, everyone: Sequence[Phrase]) -> Phrase | None:
    """Return the post right before a country and a name: "l'ambassadeur de France Joël Meyer"."""
    at = everyone.index(phrase)
    before = everyone[at - 1] if at else None
    named = "of" in phrase.relations and len(phrase.named) == 1 and bool(phrase.named[0].forms("name"))
    if before is None or not named or not could_be_name(phrase) or not names_post(before):
        return None
    return before if phrase.start == before.last + 1 else None


def is_called(builder: Builder, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a clause says that someone holds or takes a post: "Ann Poe is head of government", "took over as head"."""
    being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
    named = phrase in clause.subjects and any(names_post(p) for p in (*clause.objects, *named_as(clause)))
    behind = (c for c in clause.relatives if c.first - phrase.last in _BEHIND)
    if any(_is_post(builder.pack, c) for c in behind):
        return True  # Ann Poe, who is head of government, …
    return named and (being or any(names_post(p) for p in named_as(clause)))


_BEHIND = (1, 2)  # tokens, with or without a comma


def who_is(pack: Pack, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a relative pronoun takes up a person of whom its clause says what post it is: "X, who is head of the mission"."""
    person = phrase.pronoun == "relative" and bool(phrase.refs) and phrase.refs[0].kind == "person"
    return person and phrase in clause.subjects and _is_post(pack, clause)


def _is_post(pack: Pack, clause: Clause) -> bool:
    being = any(clause.lemmas.get(v) in pack.being for v in clause.verbs) and not (clause.passive or clause.negated)
    return clause.link == "relative" and being and any(names_post(p) for p in clause.objects)


def is_someone(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether what follows a name tells that it is someone's: "Lars Hansen, who leads the mission"."""
    after = tokens[phrase.last + 1 : phrase.last + 3]
    return len(after) == 2 and after[0].text == "," and "human_relative" in after[1]


def led_under(builder: Builder, clause: Clause, phrase: Phrase, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the mission that is, or does something, under an officer: "the force of 1,500 under Brigadier X", "under General X UNIFIL …"."""
    if sentence.tokens[phrase.start].low not in builder.pack.classes_of("under") or phrase.start == phrase.first:
        return ()
    part = builder.pack.classes_of("formation") - builder.pack.classes_of("joinable")
    before = [p for p in clause.phrases if p.last < phrase.start]
    theirs = [p for p in (*before[-1:], *clause.subjects) if not p.refs_of("mission")]
    if any(p.words & part or p.refs_of("state") or p.adjective_refs for p in theirs):
        return ()  # a battalion, 200 Danes under Colonel X
    named = [p for p in (*reversed(before), *clause.subjects) if p.refs_of("mission")]
    return named[0].refs_of("mission")[:1] if named else ()


def chief_of_others(title: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a title is "chief" with a word before it that says of what: "the police chief", "ingénieur en chef"."""
    post = next((n for n in title.named if n.forms("function")), None)
    if post is None or post.first < post.last:
        return False
    heads_one = any(s.code == "head-of-mission" for s in post.forms("function"))
    if heads_one and "in" in title.relations and post.first == title.first:
        return True  # rédacteur en chef
    if tokens[post.first].low not in pack.classes_of("bare_chief"):
        return False
    known = {i for n in title.named if n.forms("adjective", "national") for i in range(n.first, n.last + 1)}
    known |= {i for n in title.named if any(s.kind == "mission" for s in n.senses) for i in range(n.first, n.last + 1)}
    before = (i for i in range(title.first, post.first) if i not in known and tokens[i].is_word)
    return not all({"determiner", "possessive"} & tokens[i].classes or len(tokens[i].text) < 3 for i in before)


def could_be_name(phrase: Phrase) -> bool:
    """Say whether a phrase of unknown capitalised words may be a person's name: two words or more, nothing else."""
    name = phrase.unknown_name
    return name is not None and " " in name and phrase.number is None and not phrase.triggers and phrase.noun is None


def beside_name(phrase: Phrase, everyone: Sequence[Phrase], sentence: Sentence) -> Phrase | None:
    """Return the post beside a name, where only a comma, a colon or a bracket stands between them."""
    at = everyone.index(phrase)
    for other in everyone[max(0, at - 3) : at + 3]:
        if other is phrase or not names_post(other):
            continue
        left, right = (other, phrase) if other.first < phrase.first else (phrase, other)
        between = sentence.tokens[left.last + 1 : right.first]
        if left is phrase and len(between) > 1 and at + 1 < len(everyone):  # General X of Portugal, the Force Commander
            home = everyone[at + 1]
            hangs = home.start == left.last + 1 and "of" in home.relations and bool(home.refs_of("state"))
            between = sentence.tokens[home.last + 1 : right.first] if hangs else between
        if left is other:  # Minister of Defence, Mr X
            between = _without_courtesy(between)
        if left is phrase and (len(between) != 1 or between[0].text not in ",(–—"):
            continue
        if left is other:  # Minister of Defence, X · Force Commander: X
            gap = [
                p for p in everyone if left.last < p.first < right.first and sentence.tokens[p.first - 1].text != "("
            ]
            after = sentence.tokens[right.last + 1 : right.last + 2]
            bracketed = between[-1:] and between[-1].text == "(" and after and after[0].text == ")"
            signed = between and (between[-1].text in ",:" or bracketed)
            if any(p.bare and not names_post(p) for p in gap) or not signed:
                continue
            commas = (
                p for p in gap if names_post(p) and p.start == p.first and sentence.tokens[p.first - 1].text == ","
            )
            if left.start < left.first and any(commas):
                continue  # in a letter to the minister, the head of the mission, X, …
            if any("verb" in t for t in between):
                continue
        elif not right.bare:
            continue
        return other
    return None


def _without_courtesy(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens before a name without "Mr" and its stop."""
    courtesy = [n for n, t in enumerate(tokens) if "honorific" in t]
    return list(tokens[: courtesy[-1]]) if courtesy and courtesy[-1] >= len(tokens) - 2 else list(tokens)


def in_their_posts(drafts: Sequence[Draft], builder: Builder) -> None:
    """Let who holds a post act and judge as who he is: "M. Kofi Annan, secrétaire général de l'ONU, a demandé", "le roi Mohammed V"."""
    register = builder.discourse.register
    countries: dict[str | None, str | None] = {}
    held: dict[str | None, EntityRef] = {}
    named = False
    called: dict[str, EntityRef] = {}
    for fields in (d.fields for d in drafts if d.fields["predicate"] == "post" and not d.fields.get("negated")):
        roles, person = fields["roles"], fields["roles"]["person"][0].id
        named = named or person is not None
        called |= {r.name: r for r in roles["person"] if r.name and " " in r.name}
        for state in roles.get("state", ()) if person else ():
            countries.setdefault(person, state.country)
        for body in roles.get("organisation", ()) if person else ():
            if (organ := register.office_of(body.id, fields.get("function"))) is not None:  # not his envoy
                held.setdefault(person, body if organ == body.id else register.ref(organ, body.text))
    for fields in (d.fields for d in drafts if countries or held or named):
        if fields["predicate"] == "event":
            for role in [r for r in ("actor", "target") if r in fields["roles"]]:
                fields["roles"] = fields["roles"] | {role: _as_held(fields["roles"][role], countries, held, builder)}
        elif fields.get("holders"):
            who = tuple(called.get(r.text, r) if r.id is None else r for r in fields["holders"])  # said X, the envoy
            fields["holders"] = _as_held(who, countries, held, builder)


def _as_held(
    refs: tuple[EntityRef, ...],
    countries: dict[str | None, str | None],
    held: dict[str | None, EntityRef],
    builder: Builder,
) -> tuple[EntityRef, ...]:
    if any(r.kind == "person" for r in refs):  # X, a secretary of state of nobody knows which land: he is one, not two
        refs = tuple(r for r in refs if r.id is not None or r.body != "government")
    offices = {r.id: held[r.id] for r in refs if r.id in held}
    there = {r.id for r in refs}
    whose = [builder.discourse.of_country(r, countries.get(r.id)) for r in refs]
    named = [msgspec.structs.replace(r, office=offices[r.id].id) if r.id in offices else r for r in whose]
    return (*named, *(office for office in offices.values() if office.id not in there))

"""Who holds what a clause tells: its speaker, who says it aside, in whose view it is, whom it troubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.heading import rules
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import Match
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


def holders_of(clause: Clause) -> tuple[EntityRef, ...]:
    """Return who speaks or judges in a clause: its logical subject, where that is someone."""
    kinds = ("state", "organisation", "group", "person", "mission")
    if (named := named_beside(clause)) is not None:
        whose = [r for p in clause.subjects for r in p.refs if r.kind in kinds]  # whose minister, whose commander
        return (*(r for r in named.refs if r.kind == "person"), *whose)
    refs = [r for p in clause.subjects for r in p.everyone() if r.kind in kinds]
    if (
        not refs and clause.subjects and clause.subjects[0] in clause.phrases and not clause.subjects[0].triggers
    ):  # the report, by the Crisis Group, calls …
        at = clause.phrases.index(clause.subjects[0])
        after = [p for p in clause.phrases[at + 1 : at + 2] if clause.finite is not None and p.last < clause.finite]
        refs = [r for p in after if {"by", "of"} & set(p.relations) for r in p.refs if r.kind in kinds]
    return tuple(refs)


def named_beside(clause: Clause) -> Phrase | None:
    """Return who is named beside the post he speaks from: "KFOR's commander, the Italian Major General X, called …"."""
    post, verb = clause.subjects[0] if clause.subjects else None, clause.finite
    if post is None or verb is None or clause.passive or post.pronoun is not None or not post.senses("function"):
        return None
    if any(r.kind == "person" for r in post.refs):
        return None
    beside = (p for p in clause.phrases if post.last < p.first and p.last < verb and p.bare)
    return next((p for p in beside if any(r.kind == "person" for r in p.refs)), None)


def sources(clause: Clause, pack: Pack, discourse: Discourse) -> tuple[EntityRef, ...]:
    """Return whom a clause names as its source: "volgens de minister", "aldus het kabinet", "in the cabinet's view"."""
    found = (p for p in clause.phrases if "according" in p.relations or (not p.bare and p.words & pack.viewing))
    return tuple(r for p in found for r in _named_or_all(p, clause, discourse))


def _named_or_all(source: Phrase, clause: Clause, discourse: Discourse) -> tuple[EntityRef, ...]:
    called = tuple(discourse.known_person(r) for r in _called(source, clause))
    return (*called, *(r for r in source.refs if r.id)) if called else tuple(source.everyone())


def _called(post: Phrase, clause: Clause) -> tuple[EntityRef, ...]:
    """Return who is named behind a comma beside the post of a source: "volgens de minister van Defensie, Ank Bijleveld, …"."""
    if not post.senses("function") or post.person is not None:
        return ()
    ends = post.last
    for phrase in clause.phrases[clause.phrases.index(post) + 1 :]:
        if phrase.bare:
            named = phrase.person is not None or " " in (phrase.unknown_name or "")
            return tuple(r for r in phrase.refs if r.kind == "person" or named) if phrase.first == ends + 2 else ()
        ends = phrase.last
    return ()


def in_office(clause: Clause) -> EntityRef | None:
    """Return who acts in a post, whom "he" in the next sentence may take up: the person named beside it, else who holds it."""
    named, post = named_beside(clause), clause.subjects[0] if len(clause.subjects) == 1 else None
    if named is not None:
        return next((r for r in named.refs if r.kind == "person" and r.id), None)
    alone = post is not None and post.definite and post.number is None and not post.person and post.senses("function")
    return next((r for r in post.refs if r.kind != "mission"), None) if alone and post is not None else None


def nobody_known(clause: Clause) -> tuple[EntityRef, ...]:
    """Return who says something that the reader does not know, in the words of the text: "state TV", "two diplomats"."""
    speaker = next((p for p in clause.subjects if p.pronoun is None and p.anaphor is None), None)
    someone = speaker is not None and (
        speaker.noun in ("people", "person") or speaker.senses("function", "body") or speaker.unknown_name is not None
    )
    judges = "judge" in clause.attitudes and someone and not clause.passive
    if not ("say" in clause.attitudes or judges) or speaker is None or any(r.id for r in speaker.refs):
        return ()
    return (EntityRef(text=speaker.text),)


def speakers(clause: Clause) -> tuple[EntityRef, ...]:
    """Return who speaks or judges in a clause, whom the reader does not know in the words of the text."""
    return holders_of(clause) or nobody_known(clause)


def said_aside(clause: Clause, clauses: Sequence[Clause]) -> tuple[EntityRef, ...]:
    """Return who says, in a clause before, what goes on behind it: "Sans femmes, avertit OCHA, l'aide n'arrivera plus"."""
    aside = clause.coordinated
    while aside is not None:
        who = aside.subjects[0] if aside.subjects and "say" in aside.attitudes else None
        behind = who is not None and aside.finite is not None and who in aside.phrases and who.first > aside.finite
        if behind and not any(c.parent is aside for c in clauses):
            return holders_of(aside)
        aside = aside.coordinated
    return ()


def in_whose_view(clause: Clause, tokens: Sequence[Token], pack: Pack) -> tuple[EntityRef, ...]:
    """Return who judges where a clause opens with it, "Pour Paris, ce déploiement est inacceptable", or tells whose view it is."""
    for view in clause.subjects:
        if view.words & pack.viewing:  # unlawful, was the verdict of Greece
            return tuple(r for p in dependents(view, clause)[:1] for r in p.everyone() if r.id and r.kind != "place")
    opens = clause.phrases[0] if clause.phrases else None
    fronted = opens is not None and opens.start == clause.first and "for" in opens.relations and clause.link == "main"
    if opens is None or not fronted or opens.last + 1 == len(tokens):
        return ()
    subject = clause.subjects[:1] and clause.subjects[0].first == opens.last + 1  # For Rome | the coup is illegal
    if tokens[opens.last + 1].text != "," and opens.last + 1 != clause.finite and not subject:
        return ()
    return Match.governments(opens) or tuple(r for r in opens.refs if r.id and r.kind != "place")


def felt_in(clause: Clause, felt: Phrase | None, tokens: Sequence[Token]) -> tuple[EntityRef, ...]:
    """Return the government in whose capital a feeling is told of: "there is grave concern in Rome", "concern is growing in Berlin"."""
    told = felt is not None and felt.bare and (clause.finite is None or felt.last < clause.finite)
    if not told and not any("existential" in tokens[i] for i in clause.order[:2]):
        return ()
    return seated(clause, "in", "from")


def seated(clause: Clause, *relations: str) -> tuple[EntityRef, ...]:
    """Return who sits in the capital that a clause names in one of these relations: "in Rome", "in Brussels" (the EU)."""
    for spot in (p for p in clause.phrases if not set(relations).isdisjoint(p.relations)):
        seat = next((s for s in spot.senses("seat") if s.kind == "organisation" and s.id), None)
        if seat is not None:
            return (EntityRef(text=spot.text, id=seat.id, kind="organisation"),)
        if who := Match.governments(spot):
            return who
    return ()


def troubled(clause: Clause, tokens: Sequence[Token], *, does: str | None) -> tuple[EntityRef, ...]:
    """Return whom what a clause tells of touches: "the situation worries Norway", "de toestand baart Nederland zorgen".

    ``does`` is the grade of its verb, if that is what worries: whoever does it is worried by nothing.
    """
    worries = does is not None and not any("reflexive" in tokens[i] for i in clause.order)
    head = clause.subjects[0] if clause.subjects else None
    deed = (
        head is not None and bool(head.triggers) and not (head.is_people or head.person or head.pronoun)
    )  # sending men does
    if not clause.passive and not worries and not deed and holders_of(clause):
        return ()  # but: Norway is worried by it
    kinds = ("state", "organisation", "group", "mission", "person")
    they = [
        p for p in clause.objects if (p.is_people and not rules(p)) or p.noun == "partner"
    ]  # partners of Mali are not Mali
    whom = [p for p in clause.objects if p.bare and p not in they]
    found = (tuple(r for r in (*Match.governments(p), *p.everyone()) if r.kind in kinds) for p in whom)
    touched = next((refs for refs in found if refs), ())
    if worries and not touched:  # worries the people of Gao
        return tuple(EntityRef(text=p.text) for p in clause.objects[:1] if p in they and p.bare)
    return touched

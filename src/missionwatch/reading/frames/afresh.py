"""Where a sentence begins afresh: a comma and "and" or "but", then a clause that has all of its own: "X leaves, but | Y stays"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.participles import could_be_finite
from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.tokens import HARD

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.segments import Segment
    from missionwatch.reading.frames.tokens import Token


def begins_afresh(
    i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], timed: frozenset[int], atoms: Sequence[Segment]
) -> bool:
    """Say whether the coordinator at ``i`` opens a main clause that takes nothing over from the one before, which is whole."""
    if not i or i + 2 >= len(tokens):
        return False
    if tokens[i - 1].text != ",":
        return pack.adjectives_follow and _no_more_of_it(i, tokens, pack, verbs, atoms)
    told = [atom for atom in since_cut(atoms) if atom.order]
    against = "additive" not in tokens[i]  # but: nothing that it joins could be a list
    if not against and not any(
        atom.link is None and (atom.verbs if pack.verb_second else atom.finite) for atom in told
    ):
        return False  # the main clause still waits for its verb
    after = next((k for k in range(i + 1, len(tokens)) if k not in timed), i + 1)  # and on Monday | X has left
    finite = _own_verb(after - 1, tokens, pack, verbs)
    if finite is None:
        return False
    link = next((atom.link for atom in reversed(told) if atom.verbs), None)
    if link is None or link == "reduced" or (against and not pack.verb_second):
        return True
    if pack.verb_second and link == "relative":
        return True
    if pack.verb_second:  # dat X vertrekt, | maar Y blijft in Gao; not: dat X vertrekt en | Y zich terugtrekt
        rest = [t for t in tokens[finite + 1 : _end(finite, tokens)] if t.is_word]
        return bool(rest) and not all("verb" in t for t in rest)
    asks = told[-1].link == "content" and any("interrogative" in tokens[k] for k in told[-1].order[:2])
    return link != "content" or pack.adjectives_follow or asks  # how many stay, | and X leaves


def _no_more_of_it(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], atoms: Sequence[Segment]) -> bool:
    """Say whether what "and" joins is no infinitive and opens with no "who" or "that": "refuse de signer | et X demande un délai"."""
    told = next((atom for atom in reversed(since_cut(atoms)) if atom.verbs), None)
    if told is None or not {"additive", "contrast"} & tokens[i].classes:
        return False
    # l'attaque qui a tué dix hommes | et X a rappelé …: else it would be "et que X"
    if not (told.link in ("relative", "content") if told.finite else told.link == "purpose"):
        return False
    finite = _own_verb(i, tokens, pack, verbs)
    between = tokens[i + 1 : finite] if finite is not None else []
    return bool(between) and not any({"link", "relative", "verb"} & t.classes for t in between)


def joins_within(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int], atoms: Sequence[Segment]) -> bool:
    """Say whether "and" joins within a relative clause as the main clause waits for its verb: "les tirs qui opposent A et B | ont tué …"."""
    since = [atom for atom in since_cut(atoms) if atom.order]
    mains = [atom for atom in since if atom.link is None]
    told = since[-1] if len(since) > 1 and not pack.verb_second else None
    if told is None or told.link != "relative" or not told.finite or any(atom.finite for atom in mains) or not mains:
        return False
    opens = tokens[i + 1]
    named = opens.text[0].isupper() or bool({"determiner", "possessive", "number", "partitive"} & opens.classes)
    own = [k for k in range(i + 1, _end(i, tokens)) if k - 1 not in verbs and _finite(k, tokens, pack, verbs)]
    if not named or i + 1 in verbs or len(own) != 1:
        return False
    return not any({"relative", "content_link", "coordinator"} & tokens[k].classes for k in range(i + 1, own[0]))


def _own_verb(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> int | None:
    """Return the finite verb of what begins at ``i``, where a subject of its own stands before it (or, verb second, behind)."""
    opens = tokens[i + 1]
    if not opens.is_word or "link" in opens:
        return None
    end = _end(i, tokens)
    done = "participle" in opens and i + 1 in verbs and pack.adjectives_follow
    fronted = "preposition" in opens and "determiner" not in opens and not pack.verb_second
    if done or fronted:  # et à la demande de Bangui, | Moscou a envoyé …; mais réuni en conseil, | le gouvernement …
        i, end = (end, _end(end, tokens)) if _signs(end, tokens) == "," else (i, i)
        if min(i + 1, end) >= len(tokens):
            return None
        opens = tokens[min(i + 1, end)]
    if "person_pronoun" in opens:
        return None  # and they left: whoever was spoken of
    named = opens.text[0].isupper() or bool({"determiner", "possessive", "number"} & opens.classes)
    count = number_at(tokens, i + 1, pack)
    if count is not None and (count.last + 1 in verbs):
        return None  # forty served there, and nine died: nine of them
    named = named or count is not None
    bare = pack.past_like_participle and not opens.classes and not opens.low.endswith("ly")  # street battles raged
    bare = bare or (not pack.adjectives_follow and (opens.low in pack.nouns or opens.low in pack.noun_triggers))
    doing = opens.low in pack.noun_triggers and not _finite(i + 1, tokens, pack, verbs)  # fighting has flared up
    if not (named or bare or doing or (pack.verb_second and "preposition" in opens)) or (i + 1 in verbs and not doing):
        return None
    for k in range(i + 1, end):
        if _finite(k, tokens, pack, verbs):
            own = named and not (opens.text.islower() and "object_pronoun" in opens)
            return k if own or doing or k > i + 2 else None  # et le prie de …
    closes = _end(end, tokens)
    if (joins := next((k for k in range(end + 1, closes) if "coordinator" in tokens[k]), None)) is not None:
        names = all(t.text[0].isupper() or "determiner" in t for t in tokens[end + 1 : joins])
        listed = names and _signs(end, tokens) == ","  # and soldiers from Togo, Benin and Ghana | will go home
        return next((k for k in range(joins + 1, closes) if listed and _finite(k, tokens, pack, verbs)), None)
    if not named or not _signs(end, tokens) == _signs(closes, tokens) == ",":
        return None  # …, but Barkhane, a French operation, covers five countries
    verb = next((k for k in range(closes + 1, len(tokens)) if not tokens[k].classes & _CLITICS), closes)
    return verb if _finite(verb, tokens, pack, verbs) else None


_CLITICS = frozenset({"adverb", "ne", "negation", "reflexive", "genitive_pronoun", "dative_pronoun", "object_pronoun"})


def _finite(k: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    plain = "infinitive" in tokens[k] and pack.adjectives_follow  # elsewhere "they send" and "to send" look alike
    return k in verbs and not plain and could_be_finite(k, tokens, pack)


def _signs(i: int, tokens: Sequence[Token]) -> str:
    return tokens[i].text if i < len(tokens) else ""


def _end(i: int, tokens: Sequence[Token]) -> int:
    """Return where the words that hang together from ``i`` on end: at a sign."""
    for k in range(i + 1, len(tokens)):
        if not tokens[k].is_word and (tokens[k].text in HARD or tokens[k].text in ",()."):
            return k
    return len(tokens)


def since_cut(atoms: Sequence[Segment], *, inside: bool = False) -> Sequence[Segment]:
    """Return the atoms of the sentence that a sign, or a clause that begins afresh, has begun last; ``inside``: or what is said."""
    first = next(
        (
            n
            for n in range(len(atoms) - 1, 0, -1)
            if atoms[n].sign in ("item", "hard") or (inside and atoms[n].link == "content" and n < len(atoms) - 1)
        ),
        0,
    )
    return atoms[first:]


def outermost(clause: Clause | None) -> Clause | None:
    """Return the main clause that a clause hangs on, itself where it hangs on none."""
    while clause is not None and clause.parent is not None:
        clause = clause.parent
    return clause


def goes_back(segment: Segment, previous: Clause, finite: Collection[int], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb that "and" joins to a relative clause is the main clause's by its form: "thanks those who serve and | asks …"."""
    above = previous.parent
    if previous.link != "relative" or previous.reduced or above is None or above.link != "main" or not segment.finite:
        return False
    opens = next((i for i in segment.order if not {"coordinator", "adverb"} & tokens[i].classes), None)
    within, outer = ([i for i in c.order if i in finite] for c in (previous, above))
    if opens != segment.finite[0] or not within or not outer or outer[0] > within[0]:
        return False
    here, there, back = (_who_does(tokens[i], pack) for i in (segment.finite[0], within[0], outer[0]))
    if here is None and back is None and there is not None and pack.past_like_participle:
        return tokens[segment.finite[0]].lemma in pack.attitude_verbs  # praised those who serve and | asked …
    return here is not None and there is not None and here != there and back in (here, None)


def _who_does(verb: Token, pack: Pack) -> str | None:
    """Return whether one or several do what a verb in the present tells; None where its form does not say so."""
    told = pack.present is not None and pack.present.search(verb.low) and verb.low not in pack.past_forms
    if not told or pack.singular is None or {"modal", "participle"} & verb.classes:
        return None
    return "one" if pack.singular.search(verb.low) else "several"


def parts_stretches(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether a stretch that may have a verb of its own ends before ``i``: at a semicolon or colon, a comma and "and" or "while"."""
    before = tokens[i - 1].text
    if "content_link" in tokens[i]:
        return True  # said on Monday that | Uganda fields …
    return before in ";:" or (before == "," and bool({"coordinator", "contrast"} & tokens[i].classes))

"""Link words and other openings: where a word that may open a clause does, and what kind of clause it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.participles import could_be_finite
from missionwatch.reading.frames.pointing import only_points
from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.tokens import CLOSING, HARD, OPENING, SOFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.segments import Segment
    from missionwatch.reading.frames.tokens import Token

_CLITICS = frozenset({
    "dative_pronoun", "object_pronoun", "genitive_pronoun", "existential", "reflexive", "ne", "negation", "with_ne", "adverb",
})  # fmt: skip
"""Classes of words that stand between a word of purpose and its infinitive."""


def behind_quotation(at: int, tokens: Sequence[Token]) -> bool:
    """Say whether a word stands right behind a quotation: who says it follows, « L'armée laisse faire », a accusé le ministre."""
    at -= 1 if at and "reflexive" in tokens[at - 1] else 0  # s'est réjoui
    if at <= 1 or tokens[at - 1].text != "," or tokens[at - 2].text not in CLOSING:
        return False
    opens = next((i for i in range(at - 3, -1, -1) if tokens[i].text in OPENING), 0)
    return not any(t.is_word for t in tokens[:opens])  # but: Three diplomats, expelled for "spying", have left


def as_dash(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether a hyphen between spaces stands for a dash: "Niger - L'UE suspend sa mission"; not: 6 - 10 May."""
    before, sign, after = tokens[i - 1 : i + 2]
    return (
        sign.text in "-‑"
        and not (sign.joined or after.joined)
        and not (before.text[0].isdigit() and after.text[0].isdigit())
    )


def sign_between(a: int, b: int, tokens: Sequence[Token]) -> bool:
    """Say whether a colon, a dash or a semicolon parts two tokens."""
    return any(t.text in HARD for t in tokens[min(a, b) + 1 : max(a, b)])


def opened_by(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> str | None:
    """Return what kind of clause the link word at ``i`` opens here, or None where it is no link."""
    token = tokens[i]
    kinds = pack.link_kinds.get(token.low, ())
    if not kinds or so_many_of_them(i - 1, tokens, pack):
        return None
    if "inverting" in token and any(one.is_word for one in tokens[:i]) and not _inverts(i, tokens, verbs):
        return None  # Should they go on, …; not: they should go on
    if pack.verb_second and "likening" in token and i and not _verb_last(i, tokens, pack, verbs):
        return None  # landen zoals Ghana; but: zoals het al had aangekondigd
    before = tokens[i - 1] if i else None
    if before is not None and {"such_as"} & before.classes and "interrogative" in token:
        return None  # telle quelle
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not any(v > i for v in verbs) or ("infinitive_marker" in after and "purpose" not in kinds):
        return None
    # décidé de la prolonger
    taken = "infinitive_marker" in token and "object_pronoun" in after and after.text.isalpha() and i + 2 in verbs
    if not (taken and "infinitive" in tokens[i + 2]) and any(
        tuple(t.low for t in tokens[i : i + length]) in pack.relations
        for length in range(2, pack.relation_openers.get(token.low, 0) + 1)
    ):
        return None  # because of the drought, famine could occur; as part of the mission
    ambiguous = bool({"preposition", "determiner", "coordinator", "adverb", "pronoun"} & token.classes)
    if "demonstrative" in token and only_points(i, tokens, pack, verbs):
        return None  # heeft dat niet gedaan, wil dat aantal verhogen, noemt dat verstandig; …
    follows_comma = before is not None and before.text in ",–—(;:"
    joined = before is not None and "coordinator" in before
    asked = "interrogative" in token and "determiner" not in token and set(kinds) <= {"content", "relative"}
    of_them = "relative_person" in token  # the wounded, of whom one …: no question
    if of_them and before is None:
        return None  # who helps the RSF will be a target
    if asked and not of_them and "content" in kinds and before is not None and "preposition" in before:
        return "content" if _clause_like(i, pack, verbs) else None  # van wat X zal bijdragen
    if "content" in kinds and before is not None and "adverb" in before and "determiner" in token:
        told = next((t for t in reversed(tokens[:i]) if "adverb" not in t), before)
        if "verb" in told and "determiner" in after and _clause_like(i, pack, verbs):
            return "content"  # daarin staat opnieuw dat de …
    if "relative_marked" in token and before is not None and "preposition" in before and _clause_like(i, pack, verbs):
        heard = "according" in pack.relations.get((before.low,), ())  # les informations selon lesquelles X est parti
        return "content" if heard else "relative"  # the mission to which X gives 500 men
    if "content" in kinds and before is not None and _introduced(i, tokens, pack) and _clause_like(i, pack, verbs):
        return "content"
    if "relative" in kinds and before is not None and not joined:
        noun_before = before.is_word and not (
            before.classes & {"verb", "preposition", "adverb", "determiner", "negation"}
        )
        among = i > 1 and "among" in pack.relations.get((tokens[i - 2].low,), ())  # among those that lent it men
        noun_before = noun_before or (among and "plural_demonstrative" in before and i + 1 in verbs)
        added = i > 1 and before.low in pack.additional and "number" in tokens[i - 2]  # four more | that it names
        noun_before = noun_before or added or ("those_who" in before and "human_relative" in token)
        comma_noun = before.text == ","
        behind = tokens[i - 2].classes if i > 1 else frozenset()
        if (
            "clause_relative" in token
            and comma_noun
            and not {"verb", "negation", "adverb"} & behind
            and _clause_like(i, pack, verbs)
        ):
            return "relative"  # vragen om uitstel, wat Zagreb afwijst
        expected = before.low in pack.content_words or "verb" in before or _parted(i - 1, tokens, pack)
        expected = expected or (_denied_verb(i, tokens, pack) and _clause_like(i, pack, verbs))
        if "content" in kinds and (expected or (before.text == "," and _attitude_before(i, tokens, pack, verbs))):
            return "content"
        if "interrogative" in token and "verb" in before and _asks_for(before, pack) and _clause_like(i, pack, verbs):
            return "content"  # vroeg wie er schoot
        if (
            i + 1 in verbs
            and pack.verb_second
            and "determiner" in token
            and not ((noun_before or _named_before(i, tokens)) and "pronoun" not in before)
        ):
            return None  # "Dat is …": a demonstrative before its verb
        if "content" not in kinds and _behind_its_verb(i, tokens, pack, verbs):
            return "relative"
        if comma_noun or (noun_before and (not ambiguous or _clause_like(i, pack, verbs))):
            return "content" if "content" in kinds and _attitude_before(i, tokens, pack, verbs) else "relative"
        return None
    if "time" in kinds and pack.past_like_participle and _doing(i, tokens, pack, verbs):
        return "time"  # left | after being told to go
    opens = i == 0 or (i == 1 and before is not None and before.text in OPENING)  # „Als dit mislukt”
    first = "condition" if opens and "condition" in kinds else None
    kind = first or next((k for k in kinds if k != "relative"), None)
    if kind == "content" and "condition" in kinds and not _asked_before(i, tokens, pack, verbs):
        kind = "condition"  # X would leave if …, not: asked if …
    if kind is None:
        return None
    if i == 0 and kind == "purpose" and "infinitive_marker" in token and not pack.verb_second:
        verb = next((k for k in sorted(verbs)), None)  # De violents combats ont éclaté: an article
        return kind if verb is not None and "infinitive" in tokens[verb] and "determiner" not in after else None
    if opens:
        follows = "verb" not in after and _main_clause_follows(tokens, verbs)
        return kind if not ambiguous or follows or _fronted(i, tokens, pack, verbs) else None
    if (
        kind == "purpose"
        and pack.past_like_participle
        and before is not None
        and before.lemma in pack.helping
        and "copula" in before
    ):
        return None  # marines are to train …: what is planned
    if kind == "condition" and "as" in pack.relations.get((token.low,), ()) and _none_finite(i, tokens, pack, verbs):
        return None  # heeft als taak burgers te beschermen
    if kind == "purpose" and "infinitive_marker" in token:
        nxt = next((k for k in range(i + 1, len(tokens)) if "adverb" not in tokens[k]), i + 1)
        if nxt not in verbs and not pack.verb_second:  # de lui faire rapport, de ne pas y renoncer
            nxt = next((k for k in range(nxt, len(tokens)) if not _CLITICS & tokens[k].classes), nxt)
            return kind if nxt in verbs and "infinitive" in tokens[nxt] and i else None
        return kind if nxt in verbs and i else None
    if kind == "purpose":
        return (
            kind
            if any("infinitive_marker" in t or "verb" in t for t in tokens[i + 1 :])
            and (follows_comma or _infinitive_follows(i, tokens, pack, verbs))
            else None
        )
    if not pack.verb_second and kind in ("time", "cause", "condition", "concession") and "preposition" in token:
        ends = next((k for k in range(i + 1, len(tokens) - 1) if _cuts(k, tokens)), None)
        later = [v for v in sorted(verbs) if i < v < (ends or len(tokens)) and could_be_finite(v, tokens, pack)]
        role = "as" in pack.relations.get((token.low,), ()) and not {"determiner", "pronoun"} & after.classes
        if role and later and any(t.text == "," for t in tokens[i : later[0]]):
            return None  # X, who took over as head of the mission, receives us
        if later and sum(t.text == "," for t in tokens[i : later[0]]) == 1:
            return None  # Kosovo, which seceded after a war and a revolt, accused Serbia
        opens = any(v < i for v in verbs) or _fronted(i, tokens, pack, verbs)
        return kind if opens and later and later[0] > i + 1 else None
    if ambiguous and not follows_comma and not joined:
        if (
            kind == "content"
            and before is not None
            and ("verb" in before or before.low in pack.content_words or _attitude_before(i, tokens, pack, verbs))
        ):
            return kind if any(v < i for v in verbs) and _clause_like(i, pack, verbs) else None
        clause_like = (kind == "time" and "adverb" in token) or kind == "condition"
        return kind if clause_like and _verb_last(i, tokens, pack, verbs) else None
    if ambiguous and not _clause_like(i, pack, verbs):
        return None
    return kind


def _named_before(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether a name and a comma stand before a word: "Rwanda, dat beloofde agenten te sturen"."""
    return i > 1 and tokens[i - 1].text == "," and tokens[i - 2].text[:1].isupper() and not tokens[i - 2].classes


def _cuts(k: int, tokens: Sequence[Token]) -> bool:
    """Say whether what hangs together before a coordinator ends there: ", and", "and that"."""
    return "coordinator" in tokens[k] and (tokens[k - 1].text == "," or "link" in tokens[k + 1])


def _inverts(i: int, tokens: Sequence[Token], verbs: set[int]) -> bool:
    """Say whether a modal verb in mid-sentence stands before its subject, and so says "if": "it will grow should Russia attack"."""
    before, after = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    asked = any({"interrogative", "coordinator"} & t.classes for t in tokens[max(0, i - 3) : i]) or "negation" in before
    opens = {"determiner", "possessive"} & after.classes or (after.text[0].isupper() and i + 1 not in verbs)
    return bool(opens) and not (asked or "adverb" in before or "verb" in before) and any(v < i for v in verbs)


def behind_adverb(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an adverb parts a participle, with more behind it, from the noun that it tells of."""
    after = tokens[i + 1].low if 1 < i < len(tokens) - 1 and "adverb" in tokens[i - 1] else ""
    marks = pack.relations.get((after,), ())
    return "by" in marks if pack.past_like_participle else bool(after) and "preposition" in tokens[i + 1]


def _asks_for(token: Token, pack: Pack) -> bool:
    """Say whether a verb asks: what follows it is a question; and so is where, behind one of saying ("n'a pas dit où")."""
    told = ("ask", "demand", "say", "know") if pack.adjectives_follow else ("ask", "demand")
    return not pack.attitudes.get(token.lemma, frozenset()).isdisjoint(told)


def _doing(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a verb in its -ing form follows a time word, and a clause is there to lend it a subject: "after leaving Mali"."""
    verb = next((k for k in range(i + 1, len(tokens)) if not {"adverb", "negation"} & tokens[k].classes), None)
    if verb is None or verb not in verbs or not pack.is_gerund(tokens[verb]):
        return False
    return any(v < i for v in verbs) if i else any(v > verb and could_be_finite(v, tokens, pack) for v in verbs)


def _none_finite(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether no verb behind ``i`` could be finite, so that no clause follows: "als taak burgers te beschermen"."""
    return not any(v > i and could_be_finite(v, tokens, pack) for v in verbs)


def _parted(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word is the particle of a verb that takes what follows: "kondigde gisteren aan | dat …", "gaf toe | dat …"."""
    word = tokens[i].low
    return word in pack.particles and any(
        word + t.lemma in pack.attitude_verbs or (t.lemma in pack.attitude_verbs and t.lemma.startswith(word))
        for t in tokens[max(0, i - _APART) : i]
        if "verb" in t
    )


def _denied_verb(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a denied verb of saying, wanting or thinking stands before a link: "wil niet | dat …", "ne croit pas | que …"."""
    at = next((k for k in range(i - 1, -1, -1) if not {"adverb", "negation", "with_ne"} & tokens[k].classes), None)
    denied = at is not None and any({"negation", "with_ne"} & t.classes for t in tokens[at + 1 : i])
    return denied and at is not None and "verb" in tokens[at] and tokens[at].lemma in pack.attitude_verbs


_APART = 12  # tokens between a verb and its particle


def _introduced(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether what stands before a link can only bring a content: "pour que", "à ce que", a particle ("sluit niet uit dat")."""
    before = tokens[i - 1]
    if "aim" in before:
        return "determiner" not in before or (i > 1 and "preposition" in tokens[i - 2])
    if before.low not in pack.particles or "interrogative" in tokens[i]:
        return False
    return any(pack.attitudes.get(before.low + t.lemma) for t in tokens[max(0, i - _NEAR) : i - 1] if "verb" in t)


_NEAR = 12  # tokens between a verb and its particle


def _verb_last(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether what follows ``i`` has its verb last, as a clause of its own: "raakten gewond toen een tank … beschoot"."""
    if not pack.verb_second or not any(v < i for v in verbs):
        return False
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].text in SOFT | HARD | set(".!?")), len(tokens))
    inner = [v for v in sorted(verbs) if i < v < end]
    asked = bool(inner) and "infinitive_marker" in tokens[inner[0] - 1]  # begon toen de post aan te vallen
    if inner and not asked and inner[-1] == end - 1 and inner[0] > i + 1 and end - inner[0] < len(inner) + 1:
        return True
    joins = next((k for k in range(i + 3, end) if "coordinator" in tokens[k] and k - 1 in verbs), end)
    marker = next((k for k in range(i + 3, end) if "infinitive_marker" in tokens[k]), end)
    ends = min(joins, marker)  # toen M23 de stad aanviel | en …, toen X de EU verzocht | de taak over te nemen
    told = [v for v in inner if v < ends]
    if ends == end or len(told) != 1 or told[0] <= i + 2 or not could_be_finite(told[0], tokens, pack):
        return False
    before = [tokens[v] for v in verbs if v < i]
    waits = any({"perfect", "passive"} & t.classes for t in before) and not any("participle" in t for t in before)
    if waits and "participle" in tokens[told[0]]:
        return False  # heeft toen de Kamer verzocht de missie te verlengen
    return ends == joins or inner[-1] == end - 1


def _behind_its_verb(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a relative clause stands behind the verb that closes its main clause: "heeft vier mannen opgepakt die … bewaakten"."""
    before = tokens[i - 1]
    closes = (
        i - 1 in verbs and not {"participle", "infinitive"}.isdisjoint(before.classes)
    ) or before.low in pack.particles
    noun = i > 1 and "determiner" in tokens[i - 2]  # de plannen die …
    if noun or not closes or not pack.verb_second or not _verb_last(i, tokens, pack, verbs):
        return False
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].text in SOFT | HARD | set(".!?")), len(tokens))
    finite = any(i < v < end and could_be_finite(v, tokens, pack) for v in verbs)
    return finite and not any("infinitive_marker" in tokens[k] for k in range(i, end))  # but: besloot die te sluiten


def _main_clause_follows(tokens: Sequence[Token], verbs: set[int]) -> bool:
    """Say whether a first clause ends in a verb and a comma, and another follows ("Sinds de coup plaatsvond, …")."""
    return any(
        token.text == ","
        and ((n + 1 in verbs and any(v < n for v in verbs)) or (n - 1 in verbs and any(v > n for v in verbs)))
        for n, token in enumerate(tokens)
        if n
    )


def _fronted(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a clause with a subject and a verb of its own opens at ``i``, before the main one: "After X had left Mali, …"."""
    comma = next((n for n in range(i + 1, len(tokens)) if tokens[n].text == ","), len(tokens))
    first = next((v for v in sorted(verbs) if v > i and could_be_finite(v, tokens, pack)), comma)
    if pack.verb_second or not i + 1 < first < comma or "preposition" not in tokens[i] or "adverb" in tokens[i + 1]:
        return False  # since then
    if any({"relative", "interrogative"} & t.classes for t in tokens[i + 1 : first]):
        return False  # after an attack that killed two
    if not any(v > comma and could_be_finite(v, tokens, pack) for v in verbs):
        return False
    verb, after = tokens[first], tokens[first + 1]
    if {"auxiliary", "copula", "perfect", "modal"} & verb.classes or "participle" not in verb:
        return True
    takes = {"determiner", "possessive", "number", "pronoun"} & after.classes or after.text[0].isupper()
    named = tokens[first - 1].text[0].isupper() and "by" not in pack.relations.get((after.low,), ())
    return bool(takes) or named  # but: after talks held in Doha


def _infinitive_follows(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a word of purpose governs the infinitive behind it: "om uit Mali te vertrekken"; not: "pour la mission de …"."""
    after = tokens[i + 1]
    marked = "preposition" not in after or (pack.verb_second and "infinitive_marker" not in after)
    return marked and _infinitive_later(i, tokens, verbs)


def _infinitive_later(i: int, tokens: Sequence[Token], verbs: set[int]) -> bool:
    return any(v > i and "infinitive_marker" in tokens[v - 1] for v in verbs)


def _attitude_before(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether something that takes a content clause stands before ``i``: a verb of saying, "het besluit", "duidelijk"."""
    return any(
        (t.lemma in pack.attitude_verbs and (at in verbs or t.low not in pack.nouns))
        or t.low in pack.content_words
        or t.lemma in pack.content_words
        for at, t in enumerate(tokens[max(0, i - 25) : i], max(0, i - 25))
    )


def _asked_before(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether the verb before ``i``, or a word after it, takes a question: "asked if", "ne sait pas si", "pas clair si"."""
    last = max((v for v in verbs if v < i), default=None)
    if last is None:
        return True
    words = tokens[last:i]
    if pack.adjectives_follow and any("possessive" in t for t in words[1:2]):
        return False  # rappellera son envoyé si X attaque
    goes_on = "coordinator" in tokens[i - 1] and any("interrogative" in t for t in tokens[:i])  # how many …, and if
    before = tuple(t.low for t in tokens[:i])
    if goes_on or pack.says("unknown", before) or pack.says("undecided", before):
        return True
    return any(pack.attitudes.get(t.lemma, frozenset()) & _OF_QUESTIONS or t.low in pack.content_words for t in words)


_OF_QUESTIONS = frozenset({"ask", "know", "demand", "say", "judge", "weigh", "deny"})


def _clause_like(i: int, pack: Pack, verbs: set[int]) -> bool:
    """Say whether a clause follows: something to be its subject, then a verb."""
    later = [v for v in verbs if v > i]
    if not later:
        return False
    return not pack.verb_second or later[0] > i + 1


def lacks_object(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause that a noun governs ends in its verb, so that the noun is what the verb lacks."""
    opener, last = clause.opener, next((i for i in reversed(clause.order) if tokens[i].is_word), -1)
    noun = opener is not None and opener > 0 and not {"verb", "preposition", "coordinator"} & tokens[opener - 1].classes
    return noun and not clause.passive and bool(clause.verbs) and last == clause.verbs[-1]


def joins_sides(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether "and" at ``i`` only joins the two sides of "between X and Y"."""
    for k in range(i - 1, max(-1, i - _SIDE), -1):
        if k in verbs or not tokens[k].is_word or "coordinator" in tokens[k]:
            return False
        if "between" in pack.relations.get((tokens[k].low,), ()):
            return True
    return False


_SIDE = 8  # tokens of the first side


def by_which(i: int, tokens: Sequence[Token], pack: Pack, verbs: set[int]) -> bool:
    """Say whether a preposition opens a relative clause: "in which", "by whom", "from whose bases"."""
    after = tokens[i + 1]
    marked = "preposition" in tokens[i] and "relative" in after and "determiner" not in after
    behind = tokens[i - 1].text == "," or (
        tokens[i - 1].is_word and not {"verb", "preposition"} & tokens[i - 1].classes
    )
    counted = (
        i + 2 < len(tokens)
        and number_at(tokens, i + 2, pack) is not None
        and "of" in pack.relations.get((tokens[i].low,), ())
    )
    counted = counted or so_many_of_them(i, tokens, pack)
    return pack.past_like_participle and marked and behind and not counted and any(v > i for v in verbs)


def so_many_of_them(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a number stands before a preposition and who is meant: "12 | of whom are Dutch", which opens no clause of its own."""
    if i < 1 or tuple(t.low for t in tokens[i : i + 2]) not in pack.of_them:
        return False
    return "number" in tokens[i - 1] or tokens[i - 1].text[0].isdigit()


def give_speaker(before: Segment, segment: Segment, tokens: Sequence[Token], pack: Pack) -> None:
    """Give a verb of saying who says it, told by post and name: "…, the head of UNMISS, Jane Doe, | said on Monday"."""
    verb = segment.order[0]
    says = pack.attitudes.get(tokens[verb].lemma, frozenset())
    if segment.link is not None or segment.finite[:1] != [verb] or "say" not in says or pack.verb_second:
        return
    commas = [i for i in range(verb - 1, before.order[0], -1) if tokens[i].text == ","]
    if len(commas) < _SIGNS or commas[0] != verb - 1:
        return
    opens = commas[2] + 1 + (tokens[commas[2] + 1].text in CLOSING)
    post, name = range(opens, commas[1]), range(commas[1] + 1, commas[0])
    verbs = any("verb" in tokens[i] for i in (*post, *name))
    named = any(0 < len(part) <= _LONGEST and all(tokens[i].text[0].isupper() for i in part) for part in (post, name))
    titled = bool(post) and ({"determiner"} & tokens[post[0]].classes or tokens[post[0]].text[0].isupper())
    if verbs or not (named and titled and name) or not set(post) <= set(before.order):
        return
    moved = [i for i in before.order if i >= opens]
    before.order = before.order[: -len(moved)]
    segment.order = [*moved, *segment.order]


_SIGNS = 3  # commas: before the post, before the name, behind it
_LONGEST = 5  # words of a name


def after_aside(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause goes on with its verb behind who says it: "In mei, zei de minister, stuurt Noorwegen zestig militairen"."""
    said, verb = clause.coordinated, clause.finite
    if (
        not pack.verb_second
        or said is None
        or said.finite is None
        or not verb
        or not said.finite
        or "say" not in said.attitudes
    ):
        return False
    return tokens[said.finite - 1].text == tokens[verb - 1].text == ","

"""Finding the noun phrases of a clause: where each begins and ends, what marks it, which stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.articles import (
    breaks_off,
    ends_at_number,
    is_article,
    is_courtesy,
    is_owner,
    is_pronoun,
    mark_some,
    names_owner,
    only_told,
    says_none,
    says_sort,
    stands_behind_place,
    takes_object,
    unless_aside,
)
from missionwatch.reading.frames.joining import gather, opens_subject, parallel, past, put_together, with_whom
from missionwatch.reading.frames.naming import begins_clause, capital, inside_name, land_behind, name_person
from missionwatch.reading.frames.participles import after_perfect, is_done
from missionwatch.reading.frames.phrases import Named, Phrase
from missionwatch.reading.frames.quantities import Number, number_at
from missionwatch.reading.frames.tokens import PARTICLES, as_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.pack import Pack, Trigger
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Token

_LONGEST = 40  # tokens in one phrase
_CLOSED = frozenset({
    "preposition", "coordinator", "pronoun", "link", "modal", "relative", "infinitive_marker", "determiner", "ne",
})  # fmt: skip
# … words that stand in no noun phrase but at its beginning
_BEHIND = frozenset({"verb", "preposition", "adverb", "link", "negation"})  # dat laatste | leidde tot


class Chunker:
    """Finds the phrases among a clause's tokens."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._where = ("in", "at") if pack.verb_second else ("in", "at", "to")  # "daar" is never where to: "daarheen"

    def chunk(
        self,
        tokens: Sequence[Token],
        order: Sequence[int],
        named: Mapping[int, Named],
        times: Mapping[int, TimeMention],
        taken: frozenset[int],
    ) -> list[Phrase]:
        """Return the phrases among the tokens at the indexes ``order``; ``taken`` belong to fixed expressions."""
        phrases: list[Phrase] = []
        members = frozenset(order)
        position, addressed = 0, ""
        relations: tuple[str, ...] = ()
        marked_at: int | None = None
        joint: Phrase | None = None
        while position < len(order):
            i = order[position]
            token = tokens[i]
            if i in times and times[i].last in members:
                if times[i].owned:  # over November's clash: the clash is marked
                    position = past(order, position, times[i].noun - 1)
                    continue
                position = past(order, position, times[i].last)
                kept = times[i].duration and "to" in relations  # einde aan | vijf jaar | Deense deelname
                relations, marked_at, joint = (relations, marked_at, None) if kept else ((), None, None)
                continue
            if i not in named and is_courtesy(tokens, i):
                addressed = token.low
                position += 2 if tokens[i + 1].text == "." and i + 1 in members else 1  # M. Stoltenberg
                continue
            if i in taken:
                position, relations, marked_at = position + 1, (), None
                continue
            if fixed := self._fixed(tokens, i, members):
                said = " ".join(t.low for t in tokens[i : i + fixed])
                if said in self.pack.additional and phrases and phrases[-1].last == i - 1:
                    phrases[-1].words |= {said}  # 80 hommes de plus
                position = past(order, position, i + fixed - 1)
                continue
            marker = self._relation(tokens, i, members) if i not in named or "preposition" in token else None
            if "genitive_pronoun" in token and i + 1 < len(tokens) and "verb" in tokens[i + 1]:
                marker = None  # le Tchad en fournit 1 400: of it
            if marker is not None and (n := number_at(tokens, i, self.pack)) is not None and n.first < n.last:
                marker = None  # about 100 soldiers
            after_noun = bool(phrases) and position > 0 and order[position - 1] == phrases[-1].last
            after_noun = after_noun and not stands_behind_place(tokens, i, order[0], phrases)
            if (
                marker is not None
                and is_article(tokens, i, self.pack)
                and not after_noun
                and not names_owner(tokens, i, named.get(i + 1), phrases)
                and takes_object(tokens, i, self.pack)
            ):
                position += 1  # imposer des sanctions: an article
                continue
            if marker is not None:
                length, relations = marker
                marked_at = i
                position = past(order, position, i + length - 1)
                joint = None
                continue
            fronted = bool(relations) and marked_at == order[0]
            phrase = unless_aside(self._phrase(tokens, i, members, named, times, taken, fronted=fronted), token)
            if phrase is not None and addressed:
                phrase.address(addressed)
            addressed = ""
            if phrase is None:
                if "additive" in token and phrases and order[position - 1] == phrases[-1].last:
                    joint, relations = phrases[-1], ()
                elif token.text == "," and phrases and order[position - 1] == phrases[-1].last:
                    joint = phrases[-1] if self._list_goes_on(tokens, i, members) else None
                    if joint is not None and joint.relations and opens_subject(tokens, i, order[0], phrases, self.pack):
                        joint = None
                    relations = ()
                elif not (relations and ("adverb" in token or "participle" in token)):
                    relations, marked_at, joint = (), None, None
                position += 1
                continue
            listed = i > 1 and tokens[i - 1].text == "," and bool(phrases) and phrases[-1].last == i - 2
            if joint is None and not relations and listed and self._list_goes_on(tokens, i - 1, members):
                fronted = bool(phrases[-1].relations) and opens_subject(tokens, i - 1, order[0], phrases, self.pack)
                joint = phrases[-1] if not fronted else None  # Sweden, Norway and Denmark: a comma is in no clause
            joint = with_whom(joint, phrase, phrases, tokens, self.pack) if joint is not None else None
            if joint is not None and phrase.triggers and not joint.triggers:
                joint = parallel(phrases, joint) or joint
            phrase.relations = relations or (joint.relations if joint is not None else phrase.relations)
            phrase.start = marked_at if marked_at is not None and relations else phrase.first
            phrase.negated = phrase.negated or (not relations and says_none(tokens, phrase.first, self.pack))
            unit = phrase.noun == "mission" or bool(phrase.words & self.pack.classes_of("unit_noun"))
            article = tokens[phrase.first - 1].classes if phrase.start < phrase.first else frozenset()
            means = bool(phrases) and bool(phrases[-1].words & self.pack.classes_of("means_noun"))  # l'emploi de la …
            if unit and {"contracted", "determiner"} & article and not means:
                phrase.definite = True  # du groupement tactique, de la mission
            gather(phrases, phrase, joint if not relations else None, tokens, self.pack)
            phrases.append(phrase)
            relations, marked_at, joint = (), None, None
            position = past(order, position, phrase.last)
        put_together(phrases, tokens, self.pack)
        return mark_some(phrases, tokens)

    def _fixed(self, tokens: Sequence[Token], i: int, members: frozenset[int]) -> int:
        if tokens[i].low not in self.pack.fixed_openers:
            return 0
        for length in (4, 3, 2):
            if i + length - 1 in members and tuple(t.low for t in tokens[i : i + length]) in self.pack.fixed:
                return length
        return 0

    def _relation(self, tokens: Sequence[Token], i: int, members: frozenset[int]) -> tuple[int, tuple[str, ...]] | None:
        longest = self.pack.relation_openers.get(tokens[i].low, 0)
        if not longest or ("infinitive_marker" in tokens[i] and i + 1 < len(tokens) and "verb" in tokens[i + 1]):
            return None  # te vertrekken, not: te Bamako
        for length in range(longest, 0, -1):
            if i + length - 1 not in members or (not i and [t.text for t in tokens[length : length + 1]] == [","]):
                continue  # Depuis, les soldats …
            words = tuple(t.low for t in tokens[i : i + length])
            found = self.pack.relations.get(words)
            if found is not None and not (length > 1 and is_done(i, found, tokens, self.pack)):
                return length, found
        return None

    def _list_goes_on(self, tokens: Sequence[Token], i: int, members: frozenset[int]) -> bool:
        """Say whether a comma is one of a list that ends in "… en C"."""
        for j in range(i + 1, min(i + 30, len(tokens))):
            if tokens[j].text == ",":
                continue
            if j not in members or "verb" in tokens[j] or "preposition" in tokens[j]:
                return False
            if "additive" in tokens[j]:
                return True
        return False

    def _phrase(
        self,
        tokens: Sequence[Token],
        i: int,
        members: frozenset[int],
        named: Mapping[int, Named],
        times: Mapping[int, TimeMention],
        taken: frozenset[int],
        *,
        fronted: bool,
    ) -> Phrase | None:
        pack = self.pack
        first = tokens[i]
        if not first.is_word:
            return None
        counted = number_at(tokens, i, pack)
        if counted is not None and counted.last in members:
            for words in pack.of_them:
                if tuple(t.low for t in tokens[counted.last + 1 : counted.last + 1 + len(words)]) == words:
                    return self._finish(
                        Phrase(i, i, counted.last + len(words), anaphor="one_of", definite=True, number=counted), tokens
                    )
        for words, kind in pack.anaphora.get(first.low, ()):
            if tuple(t.low for t in tokens[i : i + len(words)]) == words and i + len(words) - 1 in members:
                end = i + len(words)
                after = tokens[end] if end in members else None
                alone = len(words) > 2 or after is None or not after.is_word or bool(_BEHIND & after.classes)
                part = kind == "latter" or words[-1] in pack.fractions
                if part and after is not None and "of" in pack.relations.get((after.low,), ()):
                    alone = False  # die van Mali, een derde van hen
                if alone:
                    return self._finish(Phrase(i, i, end - 1, anaphor=kind, definite=True), tokens)
        if "dative_pronoun" in first and i + 1 < len(tokens) and "verb" in tokens[i + 1]:
            return self._finish(Phrase(i, i, i, ("to",), pronoun="dative_pronoun", definite=True), tokens)
        if "genitive_pronoun" in first and i + 1 in members and "verb" in tokens[i + 1]:
            return self._finish(Phrase(i, i, i, ("of",), pronoun="genitive_pronoun", definite=True), tokens)
        if "object_pronoun" in first and i + 1 in members and "verb" in tokens[i + 1]:
            return self._finish(Phrase(i, i, i, ("object",), pronoun="object_pronoun", definite=True), tokens)
        owning = "possessive" in first and i + 1 in members and is_owner(tokens[i + 1])
        if "pronoun" in first and "determiner" not in first and i not in named and counted is None and not owning:
            return self._pronoun(tokens, i)
        if "neuter_pronoun" in first and is_pronoun(tokens, i, named, self.pack):
            return self._finish(Phrase(i, i, i, pronoun="neuter_pronoun", definite=True), tokens)
        phrase = Phrase(i, i, i)
        j = i
        strong = False  # a noun or name that can be the head has been seen
        started = False
        while j in members and j - i < _LONGEST and j not in taken:
            token = tokens[j]
            if (
                j > i
                and token.joined
                and not token.is_word
                and pack.possessive
                and pack.possessive.fullmatch(token.text)
            ):
                strong, started, j = False, True, j + 1  # Mali's government: the name belongs to the noun that follows
                continue
            if (j in times and j > i) or breaks_off(i, j, tokens, pack):
                break
            if not token.is_word:
                steered = strong and j + 1 in members and tokens[j + 1].low in pack.classes_of("steered")
                strong, j = (False, j + 2) if steered else (strong, j + 1)  # the NATO-led | force
                continue
            told = only_told(tokens, j, members, pack)
            if j in named and not told:
                hit = named[j]
                if (
                    (strong and not self._name_continues(phrase, hit, tokens, j))
                    or (fronted and begins_clause(phrase, hit, tokens, pack))
                    or land_behind(phrase, hit, tokens, pack)
                ):
                    break
                phrase.named.append(hit)
                heads = hit.forms("name", "body", "seat", "capital", "function", "asset")
                if (
                    pack.compounds
                    and hit.first == hit.last
                    and hit.forms("name")
                    and self._noun_class(token) == "people"
                ):
                    phrase.noun = "people"  # Wagnerstrijders
                strong = strong or bool(heads or (hit.forms("national") and not hit.forms("adjective")))
                started = True
                j = hit.last + 1
                if hit.forms("body", "function", "asset") and not hit.forms("name"):
                    phrase.noun = phrase.noun or ("people" if hit.forms("body") else None)
                continue
            if j > i and fronted and not phrase.named and capital(tokens[j - 1]) and number_at(tokens, j, pack):
                break  # In Bwiam | some 200 people marched
            said = (
                number_at(tokens, j, pack) if "determiner" in token and phrase.number is None and not strong else None
            )
            if said is not None and said.last in members and said.qualifier != "exact":
                phrase.number, started, j = said, True, said.last + 1  # some 160 soldiers
                continue
            if not started and ("determiner" in token or "possessive" in token):
                phrase.definite = phrase.definite or "indefinite" not in token
                phrase.demonstrative = phrase.demonstrative or "demonstrative" in token
                phrase.owned = phrase.owned or "possessive" in token
                phrase.negated = phrase.negated or "negation" in token
                phrase.single = phrase.single or "indefinite" in token
                started = started or "possessive" in token
                j += 1
                if j in members and "determiner" in tokens[j] and not strong:
                    continue
                started = True
                continue
            if (
                phrase.number is not None
                and j == phrase.number.last + 1
                and (token.low in pack.additional or "other" in token)
            ):
                j += 1  # 600 more police officers
                continue
            number = number_at(tokens, j, pack) if phrase.number is None else None
            if number is not None and number.last in members:
                if strong or ends_at_number(tokens, i, j, named, pack):
                    break  # dans ses rangs | 600 Britanniques
                phrase.number, started = number, True
                j = number.last + 1
                continue
            if strong and phrase.trigger_at is None and says_sort(tokens, j, members, pack):
                j += 2  # les troupes de combat | canadiennes
                continue
            marker = self._relation(tokens, j, members) if started else None
            if (marker is not None and marker[0] > 1) or self._stops(
                token, tokens, j, members, named, strong=strong, started=started
            ):
                break
            sort = None if told else self._noun_class(token)
            if sort == "country" and token.joined and j > 1 and "number" in tokens[j - 2]:
                sort = None  # the 27-nation bloc
            if j > i and (joined := self.pack.nouns.get(f"{tokens[j - 1].low} {token.low}")) is not None:
                sort = joined
                if phrase.trigger_at == j - 1:
                    phrase.triggers, phrase.trigger_at = (), None  # a battle group does no battle
            if sort is not None:
                phrase.noun = sort
                strong = True
            if triggers := self._noun_triggers(token, tokens) or self._done(tokens, j):
                phrase.triggers, phrase.trigger_at, strong = triggers, j, True
            started = True
            j += 1
        if phrase.number is not None and phrase.noun is None and "other" in tokens[j - 1]:
            phrase.noun = "people"  # trois autres
        last = j - 1
        while last > i and not tokens[last].is_word and not (phrase.named and phrase.named[-1].last == last):
            last -= 1
        alone = last == i + 1 or (last == i + 2 and tokens[last].low in pack.predicative)
        if phrase.single and alone and {"ordinal", "other"} & tokens[i + 1].classes:
            phrase.number, phrase.noun = Number(i, last, 1.0, 1.0, 1.0, "exact"), "people"  # a fourth was injured
        phrase.last = last
        if phrase.number is not None and self._of_formations(phrase, tokens):
            phrase.number = None  # two platoons: nobody counts their people
        if last < i or (last == i and "determiner" in first and "pronoun" not in first and i not in named):
            return None
        if last == i and "pronoun" in first and i not in named:
            return self._pronoun(tokens, i)
        name_person(phrase, tokens, self.pack)
        return self._finish(phrase, tokens)

    def _of_formations(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Say whether a number counts formations, "deux bataillons népalais", not their people: "een 175 man sterke compagnie"."""
        inside = tokens[phrase.number.last + 1 : phrase.last + 1] if phrase.number is not None else []
        manned = any("strong" in t or self._noun_class(t) == "people" for t in inside if "formation" not in t)
        return not manned and any("formation" in t for t in (*inside[-1:], *inside[: self.pack.adjectives_follow]))

    def _pronoun(self, tokens: Sequence[Token], i: int) -> Phrase | None:
        token = tokens[i]
        if "those" in token and i + 1 < len(tokens) and "of" in self.pack.relations.get((tokens[i + 1].low,), ()):
            return self._finish(Phrase(i, i, i, pronoun="those", noun="people", definite=True), tokens)
        for kind in ("person_pronoun", "place_pronoun", "event_pronoun", "latter", "relative"):
            if kind in token:
                where = self._where if kind == "place_pronoun" and "deictic_place" in token else ()
                return self._finish(Phrase(i, i, i, where, pronoun=kind, definite=True), tokens)
        return None

    def _stops(
        self,
        token: Token,
        tokens: Sequence[Token],
        j: int,
        members: frozenset[int],
        named: Mapping[int, Named],
        *,
        strong: bool,
        started: bool,
    ) -> bool:
        if token.low in PARTICLES and inside_name(tokens, j, named):
            return False
        if not _CLOSED.isdisjoint(token.classes) and not (
            "coordinator" in token and self._joins_adjectives(tokens, j, named)
        ):
            return True
        if "negation" in token or "adverb" in token:
            return not ("intensifier" in token and not strong and j + 1 in members)
        if "verb" in token:
            nxt = tokens[j + 1] if j + 1 in members else None
            attributive = started and not strong and nxt is not None and nxt.is_word and "participle" in token
            return not (attributive and nxt is not None and "verb" not in nxt and "preposition" not in nxt)
        if token.low in self.pack.predicative and started:
            nxt = tokens[j + 1] if j + 1 in members else None
            alone = nxt is None or not nxt.is_word or bool({"verb", "preposition", "coordinator"} & nxt.classes)
            others = self.pack.adjectives_follow and bool({"other", "determiner"} & tokens[j - 1].classes)
            others = others and bool(self._noun_triggers(token, tokens))  # trois autres blessés, la mort de …
            if (strong or alone) and not others:
                return True  # 64 gewond
        if strong and "compass" in token and not capital(token):
            return True  # moved its 1,200 people south
        if strong and not capital(token) and not self.pack.adjectives_follow:
            names_only = j - 1 in {n.last for n in named.values()} and not self.pack.names_premodify
            return names_only or (self._noun_class(token) is None and not self.pack.names_premodify)
        return False

    def _joins_adjectives(self, tokens: Sequence[Token], j: int, named: Mapping[int, Named]) -> bool:
        """Say whether "en" stands between two adjectives of one noun: "Franse en Deense militairen"."""
        after = named.get(j + 1)
        before = next((n for n in named.values() if n.last == j - 1), None)
        if "additive" not in tokens[j] or j + 1 >= len(tokens):
            return False
        if "joinable" in tokens[j - 1] and "joinable" in tokens[j + 1]:
            return True  # uniformed and civilian personnel
        first = "name_adjective" in tokens[j - 1] or (before is not None and bool(before.forms("adjective")))
        second = "name_adjective" in tokens[j + 1] or (after is not None and bool(after.forms("adjective")))
        last = after.last if after is not None else j + 1
        nxt = tokens[last + 1] if last + 1 < len(tokens) else None
        return (
            first
            and second
            and nxt is not None
            and nxt.is_word
            and not ({"verb", "preposition", "coordinator"} & nxt.classes)
        )

    def _name_continues(self, phrase: Phrase, hit: Named, tokens: Sequence[Token], j: int) -> bool:
        """Say whether a name right after another belongs to the same phrase: apposition, title and name, compound."""
        if tokens[j].joined:
            return True
        if j and tokens[j - 1].low in self.pack.viewing:
            return False
        before = phrase.named[-1] if phrase.named else None
        if before is None or before.last != j - 1:
            follows = self.pack.adjectives_follow and bool(hit.forms("adjective")) and not hit.forms("name", "body")
            return follows or phrase.noun is not None or not phrase.triggers  # les tirs israéliens
        if hit.forms("adjective") and not hit.forms("name", "body"):
            return self.pack.adjectives_follow
        if before.forms("body") and hit.senses[0].kind == "mission" and not self.pack.names_premodify:
            return False  # het kabinet | EUTM Mali
        if before.forms("name", "capital") and not before.forms("adjective", "function", "rank", "body", "asset"):
            return self.pack.names_premodify
        return True

    def _noun_class(self, token: Token) -> str | None:
        pack, nouns = self.pack, self.pack.nouns
        formed = pack.past_like_participle and token.low != token.lemma and bool(pack.participle)
        acts = formed and pack.participle is not None and pack.participle.search(token.low) is not None
        found = nouns.get(token.low) or (None if acts else nouns.get(token.lemma))  # based is no base
        if found is None and self.pack.compounds and len(token.low) > 8:
            for cut in range(3, len(token.low) - 3):
                tail = nouns.get(token.low[cut:])
                if tail is not None and len(token.low) - cut >= 4:
                    return tail
        return found

    def _noun_triggers(self, token: Token, tokens: Sequence[Token]) -> tuple[Trigger, ...]:
        triggers = self.pack.noun_triggers if not after_perfect(token.index, tokens, self.pack) else {}
        found = triggers.get(token.low) or triggers.get(token.lemma)
        if found is None and self.pack.compounded(token.low):
            for cut in range(3, len(token.low) - 5):
                found = triggers.get(token.low[cut:]) or triggers.get(token.lemma[cut:])
                if found:
                    break
        return tuple(found or ())

    def _done(self, tokens: Sequence[Token], j: int) -> tuple[Trigger, ...]:
        """Return what a verb opens that an article makes a noun: "het sturen van een fregat"."""
        if not j or not self.pack.compounds or "infinitive" not in tokens[j] or "determiner" not in tokens[j - 1]:
            return ()
        after = tokens[j + 1].low if j + 1 < len(tokens) else ""
        governs = "of" in self.pack.relations.get((after,), ())
        return tuple(self.pack.verb_triggers.get(tokens[j].low, ())) if governs else ()

    def _finish(self, phrase: Phrase, tokens: Sequence[Token]) -> Phrase:
        phrase.text = as_written(tokens, phrase.first, phrase.last)
        phrase.words = frozenset(t.low for t in tokens[phrase.first : phrase.last + 1])
        return phrase

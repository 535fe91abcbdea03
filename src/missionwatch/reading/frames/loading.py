"""Loading a language pack from its files: words to their classes, triggers by the word that opens them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from missionwatch.errors import UnknownLanguageError
from missionwatch.reading.frames.checking import check
from missionwatch.reading.frames.pack import HARMS, Pack, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SMALL_WORDS = frozenset({"adverb", "preposition", "negation", "determiner", "copula"})
PACKS = Path(__file__).parent.parent / "packs"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages for which a pack ships."""
    return tuple(sorted(path.name for path in PACKS.iterdir() if (path / "lexicon.toml").is_file()))


@cache
def load_pack(language: str) -> Pack:
    """Load (once) the pack of a language; raise ``UnknownLanguageError`` where none ships, ``PackError`` where its entries have no effect."""
    folder = PACKS / language
    if not (folder / "lexicon.toml").is_file():
        raise UnknownLanguageError(
            f"no language pack for {language!r}; there are packs for {', '.join(languages())}. "
            "Give --lang if the language was recognised wrongly."
        )
    lexicon = _toml(folder / "lexicon.toml")
    triggers = _toml(folder / "triggers.toml")
    judgements = _toml(folder / "judgements.toml")
    check(language, lexicon | judgements, triggers)
    elision = _pattern(lexicon["shape"].get("elision"))
    classes: dict[str, set[str]] = {}
    for name, words in lexicon["classes"].items():
        for word in words.split():
            classes.setdefault(word.replace("_", " ").lower(), set()).add(name)
    links: dict[str, tuple[str, ...]] = {}
    long_links: dict[str, list[tuple[str, ...]]] = {}
    for link, words in lexicon["links"].items():
        for word in (w.replace("_", " ") for w in words.split()):
            links[word] = (*links.get(word, ()), link)
            classes.setdefault(word, set()).add("link")
            said = tuple(parted(word, elision))
            if len(said) > 1:
                long_links.setdefault(said[0], []).append(said)
    relations: dict[tuple[str, ...], tuple[str, ...]] = {}
    for relation, words in lexicon["relations"].items():
        for word in words.split(","):
            marker = tuple(parted(word, elision))
            for tail in _melted(marker, lexicon.get("melting", {})):
                relations[tail] = (*relations.get(tail, ()), relation)
            relations[marker] = (*relations.get(marker, ()), relation)
            if len(marker) == 1:
                classes.setdefault(marker[0], set()).add("preposition")
    nouns: dict[str, str] = {}
    for name, words in lexicon["nouns"].items():
        for word in words.split():
            nouns[word.replace("_", " ")] = name
    modals = {word: kind for kind, words in lexicon["modals"].items() for word in words.split()}
    lemmas = {form: lemma for lemma, forms in lexicon["forms"].items() for form in forms.split()}
    particles = lexicon["verbs"].get("particles", "").split()
    infinitive, past = _pattern(lexicon["shape"].get("verb_lemma")), _pattern(lexicon["shape"].get("participle"))

    def either_way(said: tuple[str, ...]) -> bool:
        """Say whether a phrase of a verb-second language is a verb and what it takes, in whichever order."""
        if not lexicon["shape"]["verb_second"] or said.count("…") != 1 or not infinitive:
            return False
        heads = said[said.index("…") - 1], said[-1]
        if any(w in particles or classes.get(w, set()) & _SMALL_WORDS for w in heads):
            return False
        ends = [w for w, gap in ((said[0], said[1]), (said[-1], said[-2])) if gap == "…"]
        return sum(bool(infinitive.match(w)) and w not in lemmas and not (past and past.match(w)) for w in ends) == 1

    by_how: dict[str, dict[str, list[Trigger]]] = {"verb": {}, "noun": {}, "word": {}, "phrase": {}}
    for name, section in triggers.items():
        frames = section.get("frame", name).split()
        only = tuple(section.get("only", "").split())
        for how, key in (("verb", "verbs"), ("noun", "nouns"), ("word", "words"), ("phrase", "phrases")):
            listed = [tuple(parted(item, elision)) for item in re.split(r"[,\n]", section.get(key, ""))]
            turned = (_turned(one) for one in listed if either_way(one))
            listed += [other for one in listed for other in _of_oneself(one, lexicon)]
            listed += [other for one in listed for other in _melted(one, lexicon.get("melting", {}))]
            for said in dict.fromkeys((*listed, *turned)):
                if said:
                    wanted = frozenset(said) - {"…"}
                    how_said = how if len(said) == 1 else "phrase"
                    anchor = max((w for w in said if w != "…"), key=len)
                    by_how[how_said].setdefault(anchor, []).extend(
                        Trigger(frame, how_said, said, only, noun=how == "noun", wanted=wanted) for frame in frames
                    )
    attitudes: dict[str, frozenset[str]] = {}
    for kind, words in judgements["attitudes"].items():
        for word in words.split():
            attitudes[word] = attitudes.get(word, frozenset()) | {kind}
    shape = lexicon["shape"]
    verbs = set(lexicon["verbs"]["other"].split()) | set(lexicon["verbs"]["auxiliary"].split())
    verbs |= {w for words in judgements.get("attitudes", {}).values() for w in words.split()} | set(by_how["verb"])
    verbs |= {w for words in lexicon["light"].values() for w in words.split()}
    verbs |= {verb[len(p) :] for verb in verbs for p in particles if verb.startswith(p) and len(verb) - len(p) > 4}
    for form, verb in _conjugated(verbs, lexicon.get("conjugation", {})):
        lemmas.setdefault(form, verb)
    fixed = _phrases(lexicon["fixed"], elision)
    qualifiers = {tuple(parted(w, elision)): q for q, ws in lexicon["qualifiers"].items() for w in ws.split(",")}
    return Pack(
        language=language,
        verb_second=shape["verb_second"],
        names_premodify=shape["names_premodify"],
        adjectives_follow=shape["adjectives_follow"],
        classes={word: frozenset(names) for word, names in classes.items()},
        link_kinds=links,
        long_links={first: tuple(sorted(many, key=len, reverse=True)) for first, many in long_links.items()},
        pairs=_pairs(shape.get("pairs", "")),
        shortened=_pairs(shape.get("shortened", "")),
        relations=relations,
        relation_openers={key[0]: len(key) for key in sorted(relations, key=len)},
        instead=tuple(key for key, said in relations.items() if "instead" in said),
        among_openers=frozenset(key[0] for key, said in relations.items() if "among" in said),
        abbreviations=frozenset(lexicon["abbreviations"]["words"].split()),
        lemmas=lemmas,
        verb_lemma=_pattern(shape.get("verb_lemma")),
        verb_form=_pattern(shape.get("verb_form")),
        present_participle=shape.get("present_participle"),
        past_like_participle=shape.get("past_like_participle", False),
        participle_only=_pattern(shape.get("participle_only")),
        prefixes=tuple(shape.get("prefixes", "").split()),
        transitive=frozenset(lexicon["verbs"].get("transitive", "").split()),
        not_verbs=frozenset(lexicon["verbs"]["never"].split()),
        noun_like=frozenset(lexicon["verbs"].get("noun_like", "").split()),
        verbs=frozenset(verbs),
        participle=_pattern(shape.get("participle")),
        participle_of=_pattern(shape.get("participle_of")),
        present_of=_pattern(shape.get("present_of")),
        future=_pattern(shape.get("future")),
        conditional=_pattern(shape.get("conditional")),
        gerund=_pattern(shape.get("gerund")),
        participle_from=_pattern(shape.get("participle_from")),
        participle_to=shape.get("participle_to", ""),
        present=_pattern(shape.get("present")),
        past=_pattern(shape.get("past")),
        plural=_pattern(shape.get("plural")),
        singular=re.compile(shape["singular"]),
        past_forms=frozenset(shape.get("past_forms", "").split()),
        bystanders=frozenset(lexicon["nouns_about"]["bystanders"].split()),
        peacekeepers=tuple(w.replace("_", " ") for w in lexicon["nouns_about"]["peacekeepers"].split()),
        particles=frozenset(particles),
        compounds=shape["compounds"],
        thousands=shape["thousands"],
        decimal=shape["decimal"],
        elision=elision,
        possessive=_pattern(shape.get("possessive")),
        contracted=_pattern(shape.get("contracted")),
        numbers={word: float(value) for word, value in lexicon["numbers"].items()},
        number_starts=tuple(word for word in lexicon["numbers"] if len(word) > 2),
        vague=dict(lexicon["vague"]),
        fractions={word: float(value) for word, value in lexicon["fractions"].items()},
        qualifiers=qualifiers,
        number_openers=frozenset(
            {q[0] for q in qualifiers if q}
            | {words[0] for words, names in relations.items() if "between" in names}
            | lexicon["numbers"].keys()
            | lexicon["vague"].keys()
        ),
        nouns=nouns,
        modals=modals,
        home=shape.get("home"),
        home_signs={country: frozenset(words.split()) for country, words in lexicon.get("home_signs", {}).items()},
        together={word: tuple(codes.split()) for word, codes in lexicon.get("lands_together", {}).items()},
        verb_triggers=by_how["verb"],
        noun_triggers=by_how["noun"],
        word_triggers=by_how["word"],
        phrase_triggers=by_how["phrase"],
        harming=(_opening(by_how["verb"], HARMS), _opening(by_how["word"], HARMS)),
        fixed=fixed,
        fixed_openers=frozenset(words[0] for words in fixed),
        anaphora=_by_first_word(
            _phrases({k: v for k, v in lexicon["anaphora"].items() if not k.endswith(("_bodies", "of_them"))}, elision)
        ),
        of_them=[tuple(parted(words, elision)) for words in lexicon["anaphora"]["of_them"].split(",")],
        stems={name: _listed(judgements[name], elision) for name in ("hazards", "purposes", "options")},
        terms={name: _listed(judgements[name], elision) for name in ("grades", "likelihood")}
        | {
            name: _said(judgements.get(name, {}), elision)
            for name in (
                "unknown",
                "hearsay",
                "intended",
                "weighed",
                "untrue",
                "unproven",
                "undecided",
                "beside_the_point",
                "answered_no",
                "as_many",
                "outstanding",
                "barred",
                "demanded",
                "able",
                "unable",
                "courteous",
                "likewise",
                "of_words",
                "staked",
                "settled",
            )
        },
        grade_verbs={verb: grade for grade, words in judgements["grade_verbs"].items() for verb in words.split()},
        felt=frozenset(judgements["felt"]["words"].split()),
        helping=frozenset(lexicon["verbs"]["auxiliary"].split()),
        leading=_opening(by_how["word"], frozenset({"lead"})),
        coups=_opening(by_how["verb"], frozenset({"coup"})),
        deciding=_opening(
            by_how["verb"],
            frozenset({"decide", "approve", "extend", "weigh", "deploy", "withdraw", "reinforce", "reduce"}),
        ),
        predicative=frozenset(by_how["word"])
        | {
            w
            for s in ("grades", "likelihood")
            for words in judgements[s].values()
            for w in words.split()
            if "_" not in w
        },
        being=frozenset(lexicon["verbs"]["being"].split()),
        intending=frozenset(lexicon["verbs"].get("intending", "").split()),
        plain_being=frozenset(lexicon["verbs"]["plain_being"].split()),
        attitudes=attitudes,
        attitude_verbs=frozenset(attitudes),
        content_words=frozenset(judgements["content"]["words"].split()),
        be_perfect=frozenset(lexicon["verbs"].get("be_perfect", "").split()),
        additional=frozenset(w.replace("_", " ") for w in lexicon["nouns_about"]["additional"].split()),
        official=tuple(w.replace("_", " ") for w in lexicon["nouns_about"]["official"].split()),
        public_bodies=tuple(lexicon["nouns_about"]["public_bodies"].split()),
        papers=tuple(w.replace("_", " ") for w in lexicon["nouns_about"]["papers"].split()),
        viewing=frozenset(lexicon["nouns_about"]["view"].split()),
        home_bodies=frozenset(lexicon["anaphora"]["home_bodies"].split()),
        local_bodies=frozenset(lexicon["anaphora"]["local_bodies"].split()),
        host_bodies=frozenset(lexicon["anaphora"]["host_bodies"].split()),
        light={verb: kind for kind, verbs in lexicon["light"].items() for verb in verbs.split()},
        times=_toml(folder / "times.toml"),
        judgements=judgements,
    )


def _turned(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return a phrase with its verb at the other end, as a verb-second language has it: "toegang … weigeren", "weigeren … toegang"."""
    at = said.index("…")
    return (*said[at + 1 :], "…", *said[:at])


def _of_oneself(said: tuple[str, ...], lexicon: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield the other forms of a phrase that begins with a reflexive pronoun, its perfect included: "se rendre à", "s'est rendu à"."""
    pronouns, perfect = lexicon["classes"].get("reflexive", "").split(), lexicon["verbs"].get("reflexive_perfect")
    if perfect is None or not said or said[0] not in pronouns:
        return
    clitics = lexicon["clitics"]
    forms = [said[1:]]
    if said[-1] in clitics and "…" not in said:
        forms.append((clitics[said[-1]], *said[1:-1]))  # se refuser à: s'y refuser
    for form in forms:
        at = 1 if form[0] in clitics.values() else 0
        for pronoun in pronouns:
            yield (pronoun, *form)
            yield (pronoun, *form[:at], perfect, *form[at:])


def parted(words: str, elision: re.Pattern[str] | None) -> Iterator[str]:
    """Yield the words as they stand in a text: lower case, what is elided apart ("coup", "d'", "état")."""
    for word in words.lower().split():
        cut = found.end() if elision and (found := elision.match(word)) else 0
        yield from (part for part in (word[:cut], word[cut:]) if part)


def _conjugated(verbs: Iterable[str], endings: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the regular forms of the verbs with their verb, after the pack's table of endings."""
    for verb in sorted(verbs):
        for ending, tails in endings.items():
            if verb.endswith(ending):
                yield from ((verb[: -len(ending)] + tail, verb) for tail in tails.split())


def _melted(marker: tuple[str, ...], melting: dict[str, str]) -> list[tuple[str, ...]]:
    """Return the forms a preposition takes where its last word melts with what follows: lors de, lors du, lors d'."""
    return [(*marker[:-1], form) for form in melting.get(marker[-1], "").split()] if len(marker) > 1 else []


def _listed(section: dict[str, str], elision: re.Pattern[str] | None) -> dict[str, list[tuple[str, ...]]]:
    return {
        code: [tuple(parted(w.replace("_", " "), elision)) for w in words.split()] for code, words in section.items()
    }


def _said(section: dict[str, str], elision: re.Pattern[str] | None) -> dict[str, list[tuple[str, ...]]]:
    listed = {name: [parted(words, elision) for words in text.split(",")] for name, text in section.items()}
    return {name: [tuple(w.replace("_", " ") for w in words) for words in said] for name, said in listed.items()}


def _pairs(listed: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Return the pairs of words by their first one: "zowel als en" is what "zowel … als" joins, as "en" does."""
    pairs: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for words in (tuple(item.split()) for item in listed.split(",") if item.strip()):
        pairs.setdefault(words[0], []).append((words[:-2], words[-2], words[-1]))
    return pairs


def _opening(triggers: Mapping[str, Sequence[Trigger]], frames: frozenset[str]) -> frozenset[str]:
    """Return the words that open one of these frames."""
    return frozenset(word for word, listed in triggers.items() if any(t.frame in frames for t in listed))


def _by_first_word(phrases: dict[tuple[str, ...], str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, kind in phrases.items():
        found.setdefault(words[0], []).append((words, kind))
    return found


def _phrases(section: dict[str, str], elision: re.Pattern[str] | None) -> dict[tuple[str, ...], str]:
    return {
        tuple(parted(words, elision)): name
        for name, text in section.items()
        for words in text.split(",")
        if words.strip()
    }


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as handle:
        return tomli.load(handle)

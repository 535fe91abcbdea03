"""Who a pronoun is that the clause above or before it names, "France and Italy said that they …", and which stand for nobody."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.phrases import Phrase, ending_before
from missionwatch.reading.frames.relating import OWNERS
from missionwatch.reading.frames.senses import gender_of
from missionwatch.reading.frames.undoing import tells_of_harm
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token

_NEVER_HE = ("opposition", "population")
_TAKING_UP = frozenset({"person_pronoun", "neuter_pronoun"})


def beside(
    clause: Clause, phrase: Phrase, clauses: Sequence[Clause], discourse: Discourse, tokens: Sequence[Token]
) -> None:
    """Let a pronoun be whom the clause above it, before it or what stands in front of it names, where it speaks of them."""
    pack, link, before = discourse.pack, clause.link, phrase.refs
    above = link == "content" or (link != "main" and not phrase.refs)
    above = above or (link == "cause" and bool(phrase.words & pack.classes_of("thing_pronoun")))
    if link == "relative":  # which it has headed; asks Baku to free the men it holds
        asks = clause.parent is not None and "demand" in clause.parent.attitudes and not pack.verb_second
        agrees = _agrees(discourse, phrase, _subject_above(clause, agreeing=True), tokens)
        if _judged_for(clause, phrase, pack):
            return
        above = above or asks or agrees or _headed(phrase, pack)
    if mission := _not_its_council(clause, phrase, discourse):
        phrase.refs = [renamed(r, phrase.text) for r in mission]
        return
    impersonal_it = phrase.pronoun == "neuter_pronoun" and any("copula" in tokens[v] for v in clause.verbs)
    if phrase.pronoun in _TAKING_UP and phrase.bare and above and not impersonal_it:
        _same_subject(clause, phrase, pack)
    elif phrase.pronoun == "person_pronoun" and phrase.bare and link not in ("content", "relative", "purpose"):
        settled = _as_for(clause, phrase) or _goes_on(clause, phrase, clauses, discourse, tokens)
        if not settled and link == "main":
            _joined(clause, phrase, clauses, pack)
    thing = phrase.words & pack.classes_of("thing_pronoun") and link != "relative"
    if thing and any(r.kind == "person" for r in phrase.refs):
        phrase.refs = before  # General X has commanded UNMISS since it was set up


def officials(clause: Clause, tokens: Sequence[Token], discourse: Discourse) -> None:
    """Let "they" in a capital who want, say or deny something be its government: "In Kigali they deny it", "À Paris, on dément".

    Several who were spoken of before stay who they are, and so do those who once asked or agreed: "The ministers met. In Paris they agreed …".
    """
    pack, verb = discourse.pack, clause.finite
    at = next((i for i in clause.order[:_FRONT] if tokens[i].low in pack.classes_of("officials")), None)
    town = next((p for p in clause.phrases if p.last < (at or 0)), None)
    if at is None or town is None or verb is None or clause.link != "main" or "in" not in town.relations:
        return
    if not (clause.attitudes & _THINKING or clause.opened(pack) & _ANSWERING):
        return
    first = clause.order[1] if "coordinator" in tokens[clause.first] else clause.first
    beside = (
        at == verb + 1 and verb == town.last + 1
        if pack.verb_second
        else tokens[at - 1].text in (",", tokens[town.last].text)
    )
    lands = {sense.country for sense in town.senses("capital", "seat")}  # Brussels is that of others too
    if town.start != first or not beside or len(lands) != 1 or None in lands:
        return
    who = next((p for p in clause.phrases if p.first == at), None)
    if who is not None and (discourse.crowd or not (clause.present or len(clause.verbs) > 1) or _several(who)):
        return
    if who is None:
        who = Phrase(at, at, at, pronoun="person_pronoun", definite=True, text=tokens[at].text)
        clause.phrases.insert(clause.phrases.index(town) + 1, who)
    town.relations = ("seat",)  # where they are, not where what they want is to be
    who.refs = [discourse.register.ref(f"state:{land}", who.text, body="government") for land in lands]


_FRONT = 6  # words before which a capital and who is there stand
_THINKING = frozenset({"say", "judge", "plan", "demand", "deny", "accuse", "know", "weigh", "foresee", "ask"})
_ANSWERING = frozenset({"deny", "reject", "accuse", "demand", "ask", "condemn", "agree", "denies", "want"})


def _several(phrase: Phrase) -> bool:
    """Say whether a pronoun is many who were spoken of: two parties, a group, soldiers; not a state alone."""
    many = any(r.kind in ("group", "mission") or r.body not in (None, "government", "parliament") for r in phrase.refs)
    return many or len({r.id for r in phrase.refs}) > 1


def _headed(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a pronoun in a relative clause is the subject above it, and none who were spoken of before: "the mission it has headed"."""
    several = len({r.id for r in phrase.refs}) > 1  # la Turquie entraîne des recrues à Mogadiscio, où elle a 300 hommes
    return pack.past_like_participle or (several and bool(phrase.words & pack.classes_of("singular_pronoun")))


def _not_its_council(clause: Clause, phrase: Phrase, discourse: Discourse) -> tuple[EntityRef, ...]:
    """Return the mission that "it" is where an organisation was told of last: "the Council prolonged it", "It landed in Monrovia"."""
    pack = discourse.pack
    if (
        not phrase.bare
        or not phrase.words & pack.classes_of("thing_pronoun")
        or any(r.kind == "mission" for r in phrase.refs)
    ):
        return ()
    opened = clause.opened(pack)
    prolonged = "extend" in opened and not clause.passive and phrase.first - 1 in clause.verbs
    lands = (
        "arrive" in opened and phrase.last + 1 in clause.verbs and all(r.kind == "organisation" for r in phrase.refs)
    )
    return discourse.missions_near() if prolonged else discourse.mission_near(anywhere=True) if lands else ()


def _judged_for(clause: Clause, phrase: Phrase, pack: Pack) -> bool:
    """Let a pronoun be whom the clause above thanks, praises or blames for what it tells: "thanks Chad and Togo for the troops they send"."""
    above = clause.parent
    whom = above.objects[0] if above is not None and above.objects and not above.passive else None
    for_it = ending_before(clause.first, above.phrases) if above is not None else None
    if whom is None or for_it is None or for_it.first < whom.last or "for" not in for_it.relations:
        return False
    meant = [r for r in whom.everyone() if r.id and r.kind in ("state", "organisation")]
    if phrase.pronoun not in _TAKING_UP or not phrase.bare or not meant or (len(meant) > 1) != _plural(phrase, pack):
        return False
    phrase.refs = [renamed(r, phrase.text) for r in meant]
    return True


def _as_for(clause: Clause, phrase: Phrase) -> bool:
    """Let a pronoun be whom a clause opens with: "as for Russia, it …"."""
    at = clause.phrases.index(phrase) - 1
    fronted = at >= 0 and clause.phrases[at].last + 2 == phrase.first and "as_for" in clause.phrases[at].relations
    if fronted:
        phrase.refs = [renamed(r, phrase.text) for r in clause.phrases[at].everyone()]
    return fronted


def _goes_on(
    clause: Clause, phrase: Phrase, clauses: Sequence[Clause], discourse: Discourse, tokens: Sequence[Token]
) -> bool:
    """Let a pronoun that shows a gender go on with who does what was told right before: "la Tanzanie dément : elle accuse …"."""
    before = _told_before(clause, clauses) if clause.link == "main" else clause.parent
    if before is None or before.first > clause.first:
        return False
    subject = before.objects[:1] if before.passive else before.subjects[:1]
    if not _agrees(discourse, phrase, subject, tokens):
        return False
    phrase.refs = [renamed(r, phrase.text) for p in subject for r in p.everyone() if r.kind != "place"]
    return True


def _told_before(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause right before a main clause that has a subject of its own: a main one, or one that hangs on it."""
    earlier = (c for c in reversed(clauses) if c.first < clause.first and not c.reduced)
    return next((c for c in earlier if c.link == "main" or c.parent is clause), None)


def _same_subject(clause: Clause, phrase: Phrase, pack: Pack) -> None:
    """Let "they" and "it" in what someone says be the one who says it: "France and Italy announced that they …"."""
    spoken = [
        r
        for p in _subject_above(clause, agreeing=clause.link == "relative" and bool(pack.classes_of("feminine")))
        for r in p.everyone()
        if r.id and r.kind != "place"
    ]
    if phrase.words & pack.classes_of("country_pronoun") and clause.parent is not None:
        others = [r for p in clause.parent.objects for r in p.everyone() if r.kind == "state" and r.id]
        said = [c for c in clause.parent.inner if c.first < clause.first and clause.link == "content"]
        near = [r for p in (said[-1].subjects if said else ()) for r in p.everyone() if r.kind == "state" and r.id]
        # meldt dat Niger … en dat het …; the Council rebukes Rwanda because it …
        spoken = near or [r for r in spoken if r.kind == "state"] or others or spoken
    elif near := _just_told(clause, phrase, pack):
        spoken = near
    if phrase.words & pack.classes_of("singular_pronoun"):
        spoken = [r for r in spoken if r.body not in _NEVER_HE]  # the opposition wants him to leave: not itself
    own = pack.classes_of("first_person") | pack.classes_of("human_pronoun")
    if clause.parent is not None and "demand" in clause.parent.attitudes and not pack.verb_second:
        asked = _asked_of(clause.parent, spoken)
        if clause.link == "relative" and not asked and pack.classes_of("feminine"):
            asked = spoken  # a demandé le départ de la mission, qu'elle accuse
            spoken = []
        phrase.refs = [renamed(r, phrase.text) for r in asked or phrase.refs if r.id not in {s.id for s in spoken}]
    elif spoken and not phrase.words & own:
        phrase.refs = [renamed(r, phrase.text) for r in spoken]


def _just_told(clause: Clause, phrase: Phrase, pack: Pack) -> list[EntityRef]:
    """Return who did what was said just before, in the same breath: "said that Kenya left and that it …"; not: "and that it would …"."""
    if clause.link != "content" or clause.parent is None or clause.future or clause.modality != "actual":
        return []
    earlier = [c for c in clause.parent.inner if c.first < clause.first]
    did = [p for p in (earlier[-1].subjects if earlier else ()) if not (p.owned or p.pronoun or p.anaphor)]
    genders = {gender_of(p, pack) for p in did} - {None}
    many = any(p.group or (p.is_people and not p.single) for p in did)
    if many != _plural(phrase, pack) or not genders <= {gender_of(phrase, pack)}:
        return []
    return [r for p in did for r in p.everyone() if r.id and r.kind in ("state", "organisation", "mission", "group")]


def _subject_above(clause: Clause, *, agreeing: bool) -> list[Phrase]:
    """Return who does what the clause above tells, or undergoes it where a pronoun agrees: "X was asked to leave Y, which it …"."""
    above = clause.parent
    while agreeing and above is not None and above.link == "purpose" and not above.subjects:
        above = above.parent
    if above is None:
        return []
    return above.objects[:1] if above.passive and agreeing else above.subjects


def _joined(clause: Clause, phrase: Phrase, clauses: Sequence[Clause], pack: Pack) -> None:
    """Let "they" and "it" be who did what the clause before tells: "The authorities halted flights, and on Friday they …"."""
    before = clause.coordinated
    if before is None:
        _behind(itertools.takewhile(lambda c: c is not clause, clauses), phrase, pack)
        before = _told_before(clause, clauses) if phrase.words & pack.classes_of("thing_pronoun") else None
    if before is None or before.link != "main" or not (before.subjects or before.passive):
        return
    first = before.objects[:1] if before.passive else before.subjects[:1]
    spoken = [r for p in first for r in p.everyone() if r.id and r.kind != "place"]
    if phrase.words & pack.classes_of("thing_pronoun") and clause.coordinated is None:
        led = before.objects if not before.passive else ()
        if any(r.kind == "mission" and r.id for p in led for r in p.refs):
            return  # Italy has led KFOR since May; it has 4,500 soldiers
        aims = any(p.owned and any(t.frame == "aim" for t in p.triggers) for p in first)  # its task is defensive: it …
        phrase.refs = (
            phrase.refs if aims or any(p.refs for p in first) else []
        )  # the attack was brutal; it killed three
    one = bool(phrase.words & pack.classes_of("thing_pronoun")) and all(
        r.kind == "mission" for r in spoken
    )  # Aspides … it
    several = len(spoken) > 1 or any(r.kind == "group" or (r.text.endswith("s") and not one) for r in spoken)
    many = _plural(phrase, pack)
    own = pack.classes_of("first_person") | pack.classes_of("singular_pronoun")
    person = any(r.kind == "person" for r in spoken)
    if many and clause.coordinated is not None and (crowd := _people(first)):
        phrase.refs = list(crowd)
    elif spoken and many == several and not person and not phrase.words & own:
        phrase.refs = [renamed(r, phrase.text) for r in spoken]


def _plural(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a pronoun is of several: by its form, or by the verb beside it."""
    return phrase.several or bool(phrase.words & pack.classes_of("plural_pronoun"))


def _people(phrases: Iterable[Phrase]) -> list[EntityRef]:
    """Return who people are that are told of as several: "six Danish soldiers", "onlookers"."""
    told = [p for p in phrases if p.is_people and not p.single]
    return [r for p in told for r in p.everyone() if r.kind not in ("place", "person", "mission")]


def unnamed(clause: Clause, pack: Pack) -> list[EntityRef]:
    """Return who does what a clause tells, where they are people whom no name tells: "onlookers", not who fell."""
    doers = [] if clause.passive or tells_of_harm(clause, pack) else clause.subjects[:1]
    theirs = any(p.definite and p.words.isdisjoint(pack.bystanders) for p in doers)  # the observers: a mission's
    crowd = _people(doers)
    if not crowd and (unknown := _several_unknown(doers, pack)):
        return unknown
    return [] if theirs or any(r.id for r in crowd) else crowd


def _several_unknown(doers: list[Phrase], pack: Pack) -> list[EntityRef]:
    """Return those who do it where no list knows their word: "the generals", whom "they" is then; nobody told of before."""
    ends = tuple(pack.classes_of("plural_ending"))
    plain = (
        p for p in doers if p.definite and not (p.refs or p.named or p.person or p.noun or p.pronoun or p.triggers)
    )
    known = (p for p in plain if not (p.unknown_name or p.number) and p.text.lower().endswith(ends))
    return [EntityRef(text=p.text) for p in known]


def _behind(clauses: Iterable[Clause], phrase: Phrase, pack: Pack) -> None:
    """Let "they" behind a semicolon be the people just told of: "five soldiers fell; they …", "France has 1,500 soldiers there; they …"."""
    before = next((c for c in reversed(list(clauses)) if c.link == "main"), None)
    if before is None or not _plural(phrase, pack):
        return
    if crowd := _people(before.objects[:1] if before.passive else before.subjects[:1]):
        phrase.refs = list(crowd)
        return
    first = before.objects[:1] if before.passive else before.subjects[:1]
    sides = [r for p in first if p.pronoun is None for r in p.everyone() if r.id and r.kind != "place"]
    if len({r.id for r in sides}) > 1 or any(r.kind == "group" for r in sides):
        phrase.refs = [renamed(r, phrase.text) for r in sides]  # the Houthis are not impressed: they …
        return
    spoken = [r for p in before.subjects for r in p.everyone() if r.id and r.kind != "place"]
    counted = any(p.is_people and p.number is not None for p in before.objects)
    if counted and len(spoken) == 1 and spoken[0].kind == "state":
        phrase.refs = [renamed(spoken[0], phrase.text)]


def _asked_of(clause: Clause, askers: list[EntityRef]) -> list[EntityRef]:
    """Return whom a clause asks something of: "exige du Soudan qu'il retire …"."""
    own = {r.id for r in askers}
    marked = [p for p in clause.phrases if p in clause.objects or {"of", "to"} & set(p.relations)]
    asked = (tuple(r for r in p.everyone() if r.id and r.id not in own and r.kind in OWNERS) for p in marked)
    return list(next((refs for refs in asked if refs), ()))


def _agrees(discourse: Discourse, phrase: Phrase, subject: Sequence[Phrase], tokens: Sequence[Token]) -> bool:
    """Say whether a pronoun that shows a gender can be a clause's subject: "le Maroc … l'Espagne, à laquelle il reproche …"."""
    gender = gender_of(phrase, discourse.pack)
    shown = {discourse.genders.get(r.id or "") or gender_of(p, discourse.pack) for p in subject for r in p.everyone()}
    shown |= {gender_of(p, discourse.pack) for p in subject if not p.refs}
    if gender is None or not shown <= {gender, None}:
        return False
    heads = [tokens[p.first] for p in subject]
    many = any(
        p.group or p.number is not None or ("determiner" in t and t.low.endswith("s"))
        for p, t in zip(subject, heads, strict=True)
    )
    return bool(subject) and many == bool(phrase.words & discourse.pack.classes_of("plural_pronoun"))


def impersonal(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Take what stands for nobody out: "il y a eu une attaque", "il n'y a pas d'accord" speak of no he and of no there."""
    about = not pack.classes_of("being_about").isdisjoint(clause.lemmas.values())  # il s'agit de
    of_what = bool(clause.inner or clause.aims) and not pack.content_words.isdisjoint(clause.lows(tokens))
    about = about or (of_what and pack.being.issuperset(clause.lemmas.values()))  # il n'est pas question de partir
    falls = _falls_to_others(clause, tokens, pack)
    for phrase in clause.phrases:
        if phrase.pronoun == "place_pronoun" and pack.verb_second and _parted_from(phrase, clause, tokens, pack):
            phrase.refs = []  # voelt daar niets voor: for that, not there
        first = tokens[phrase.first]
        if falls and phrase.bare and ("expletive" in first or phrase.words & pack.classes_of("thing_pronoun")):
            phrase.refs, phrase.pronoun = [], "expletive"
        if "expletive" in first:
            beside, other = tokens[phrase.last + 1 : phrase.last + 3], "existential"
        elif "existential" in first:
            beside, other = tokens[max(0, phrase.first - 2) : phrase.first][::-1], "expletive"
        else:
            continue
        nearest = next((t for t in beside if "ne" not in t), None)  # il n'y a pas
        if (about and "expletive" in first) or (nearest is not None and other in nearest):
            phrase.refs, phrase.pronoun = [], "expletive"


def _falls_to_others(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells for whom it is to do something: "il revient au Mali | de …", "it falls to the army | to …"."""
    falls = not pack.classes_of("falling_to").isdisjoint(clause.lemmas.values())
    return falls and any("infinitive_marker" in tokens[aim.first] for aim in clause.aims)


def _parted_from(phrase: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a preposition later in the clause governs nothing but a word of place before it: "daar … voor", "er … op in"."""
    for i in clause.order:
        if i <= phrase.last + 1 or "preposition" not in tokens[i] or i in clause.particles:
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        ends = after is None or not after.is_word or i + 1 not in clause.order or "verb" in after
        beside = "in" in pack.relations.get((tokens[i].low,), ()) and "for" in pack.relations[(tokens[i].low,)]
        if ends and not beside and "infinitive_marker" not in tokens[i]:
            return True  # but: komt daar een fregat bij
    return False


def itself(phrase: Phrase) -> bool:
    """Say whether a phrase is a side by its name, and not its people or things: "UNIFIL was set up", not "its trucks were held up"."""
    return not (phrase.is_people or phrase.owned or phrase.number is not None or phrase.senses("asset"))

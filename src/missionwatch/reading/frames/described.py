"""Missions told by what they are, not by name: "the NATO battlegroup in Latvia", "the EU's training mission in Mali".

Who runs it, where it is and what for are asked of the register; only where one mission is left is it meant.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from missionwatch.reading.frames.expressions import told_by
from missionwatch.reading.frames.hits import called_apart
from missionwatch.reading.frames.phrases import ending_before
from missionwatch.reading.frames.senses import body_of
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import Body


def _giving_land(clause: Clause, discourse: Discourse) -> None:
    """Let "the country" that sends somebody be the one just spoken of, not the one they go to: "X sends soldiers to Mali. The country …"."""
    land = clause.subjects[0] if clause.subjects and not clause.passive else None
    plain = land is not None and land.noun == "country" and land.definite and not (land.owned or land.named)
    if land is None or not plain or len(land.refs) != 1:
        return
    spoken = [r for r in discourse.before if r.id and r.kind != "place"]
    hosts = {r.country for r in discourse.hosts()}
    opened = {t for c in (clause, *clause.aims) for t in c.opened(discourse.pack)}
    gives = not opened.isdisjoint(_GIVING) and land.refs[0].country in hosts
    if gives and len(spoken) == 1 and spoken[0].kind == "state" and spoken[0].country not in hosts:
        land.refs = [renamed(spoken[0], land.text)]


_GIVING = frozenset({"deploy", "contribute", "reinforce", "serve"})


def describe(clause: Clause, tokens: Sequence[Token], discourse: Discourse) -> None:
    """Give the phrases of a clause that describe a mission its ref, and a land that gives who spoke of giving."""
    _giving_land(clause, discourse)
    _posted(clause, discourse)
    for n, phrase in enumerate(clause.phrases):
        lands = _where(_followed(phrase, clause.phrases[n + 1 : n + 2]))
        if lands and (peace := _peacekeepers_in(phrase, lands, discourse)) is not None:
            phrase.refs = phrase.refs if phrase.refs_of("state") else [peace]
            discourse.speak_of(peace)
            continue
        unit = phrase.noun == "people" and _is_unit(phrase, clause, clause.phrases[n + 1 : n + 2], discourse.pack)
        if not (unit or phrase.noun == "mission") or phrase.person or (phrase.triggers and phrase.number is not None):
            continue  # a force of 700
        if any(hit.senses[0].kind == "mission" for hit in phrase.named):
            continue
        if phrase.unknown_name and not phrase.refs and (called := called_apart(phrase, tokens, discourse)) is not None:
            phrase.refs = [called]
            discourse.speak_of(called)
            continue
        before = clause.phrases[n - 1] if n else None
        if before is not None and (said := _says_more(before, phrase, tokens)) is not None:
            phrase.refs = [said]
            continue
        if (
            n > 1
            and before is not None
            and (said := _led_one(clause.phrases[n - 2], before, phrase, tokens)) is not None
        ):
            phrase.refs = [said]
            continue
        chain = _followed(phrase, clause.phrases[n + 1 :])
        if (name := _apposed(clause, tokens, n + 1 + len(chain), chain[-1] if chain else phrase)) is not None:
            phrase.refs = [name]
            continue
        if any(r.kind == "mission" for r in phrase.refs):
            there = clause.phrases[:1] if clause.phrases and _stands_for_place(clause, tokens) else []
            seat = next((p for p in clause.phrases[:n] if p.last == phrase.start - 1 and p.noun == "place"), None)
            if seat is not None or not _of_another(discourse, phrase, [*chain, *there]):
                continue  # the headquarters of the mission in Chad: the headquarters are there
            phrase.refs = [EntityRef(text=phrase.text, kind="mission")]
        owners = [
            r
            for p in (phrase, *chain)
            if p is phrase or {"of", "led_by"} & set(p.relations)
            for r in p.refs
            if r.kind != "mission" and (r.id or p is not phrase)
        ]
        owners += discourse.adjectives(phrase)
        theirs = (o for said, o in _OF_ORGANISATIONS.items() if phrase.words & discourse.pack.classes_of(said))
        owners += [discourse.register.ref(o, phrase.text) for o in theirs]
        if phrase.owned and not owners:
            owners = [r for p in clause.subjects if p is not phrase for r in p.refs]
        fronted = [p for p in clause.phrases if p.last < phrase.first]
        founded = phrase in clause.objects and not (owners or phrase.definite) and _founds(clause, tokens, discourse)
        if phrase in clause.objects and not owners and (phrase.definite or founded):  # NATO halted the mission in Iraq
            owners = [r for p in clause.subjects for r in p.refs if r.kind == "organisation"]
        if not owners and _is_unit(phrase, clause, [], discourse.pack):  # NATO has a multinational battalion in Latvia
            owners = [r for p in clause.subjects for r in p.refs if r.kind == "organisation"]
        hosts = _where(chain) or (_where(fronted) if any(r.kind == "organisation" for r in owners) else [])
        who = [r for r in owners if r.kind in ("organisation", "state")]
        if not hosts and phrase.definite and any(r.kind == "organisation" for r in who):
            hosts = _land_of_unit(phrase, clause, discourse)
            spoken = discourse.mission_of([r for r in who if r.kind == "organisation"]) if not hosts else None
            if spoken is not None and phrase.noun == "mission" and not phrase.unknown_name:
                phrase.refs = [discourse.register.ref(spoken, phrase.text)]  # la force de l'ONU
                discourse.speak_of(phrase.refs[0])
        if hosts and (who or (phrase.definite and not owners)):
            words = range(phrase.first, (chain[-1].last if chain else phrase.last) + 1)
            purposes = discourse.pack.codes("purposes", tokens, words)
            beside = {r.country for p in clause.phrases for r in p.refs if r.kind == "state" and r.country not in hosts}
            since = _years(clause, discourse) if founded else None
            if (mission := _run_by(discourse, who, hosts, purposes, phrase.text, beside, since)) is not None:
                phrase.refs, phrase.noun = [mission], "mission"
                discourse.speak_of(mission)
            elif phrase.definite and discourse.named_missions and not (phrase.refs or phrase.owned):
                phrase.refs = [EntityRef(text=phrase.text, kind="mission")]  # none of those spoken of


def _founds(clause: Clause, tokens: Sequence[Token], discourse: Discourse) -> bool:
    """Say whether somebody begins what a clause speaks of: "The EU launched a training mission in Mozambique"."""
    return not (clause.negated or clause.passive) and told_by(_STARTS, clause, tokens, discourse.pack)


def _years(clause: Clause, discourse: Discourse) -> set[int]:
    """Return the years in which a mission may have begun that a clause founds: the one it tells, or those around the report's."""
    day = discourse.report.published
    said = {w.earliest[:4] for t in clause.times if (w := t.when(day, forward=False)) is not None and w.earliest}
    around = {day.year - 1, day.year, day.year + 1} if day is not None else set()
    return {int(year) for year in said} or around


_STARTS = frozenset({"starts"})
# Words by which a mission is an organisation's: "la force onusienne", "the European force".
_OF_ORGANISATIONS = {"of_un": "organisation:un", "of_eu": "organisation:eu", "of_au": "organisation:au"}


def blue_helmets(discourse: Discourse, phrase: Phrase) -> list[EntityRef] | None:
    """Return whose "the peacekeepers" or "a peacekeeper" is: the missions that are there, not those of one state."""
    one = phrase.single and not phrase.senses("adjective")
    told = (phrase.definite or one) and phrase.number is None and not phrase.seconded
    if not told or not discourse.pack.blue(phrase.text):
        return None
    runs = ((r, discourse.register.mission(r.id)) for r in discourse.missions_here())
    return [renamed(r, phrase.text) for r, m in runs if m is None or not m.organisation.startswith("state:")]


def _peacekeepers_in(phrase: Phrase, hosts: Sequence[str], discourse: Discourse) -> EntityRef | None:
    """Return the one mission of the UN in a land whose peacekeepers are told of: "les Casques bleus au Mali"."""
    if not hosts or phrase.refs_of("mission") or not discourse.pack.blue(phrase.text):
        return None
    day = discourse.report.published
    theirs = [m for m in discourse.register.missions if m.organisation == "un" and not set(hosts).isdisjoint(m.hosts)]
    theirs = [m for m in theirs if m.type in ("military", "mixed") and not m.part_of and (day is None or m.runs(day))]
    theirs = [m for m in theirs if len(m.hosts) == 1] or theirs  # not UNTSO, which has observers in all of them
    return discourse.register.ref(theirs[0].id, phrase.text) if len(theirs) == 1 else None


def _posted(clause: Clause, discourse: Discourse) -> None:
    """Let a force before a clause that says where it is be the one mission there: "the NATO battlegroup | stationed in Slovakia"."""
    above = clause.parent if clause.reduced else None
    head = ending_before(clause.first, above.phrases) if above is not None else None
    if above is None or head is None or clause.opened(discourse.pack).isdisjoint(_POSTED):
        return
    chain = [head]
    while not chain[0].bare and (of := ending_before(chain[0].start, above.phrases)) is not None:
        chain.insert(0, of)
    head, hosts = chain[0], _where(clause.phrases)
    if head.refs_of("mission") or not hosts or not head.bare:
        return
    who = [r for p in chain[1:] if "of" in p.relations for r in p.refs if r.kind == "organisation"]
    unit = head.noun == "mission" or _is_unit(head, above, chain[1:2], discourse.pack)
    meant = _run_by(discourse, who, hosts, (), head.text) if who and unit and head.definite else None
    meant = meant or _peacekeepers_in(head, hosts, discourse)
    if meant is not None:
        head.refs = head.refs if head.refs_of("state") else [meant]
        head.noun = head.noun if head.is_people and not unit else "mission"
        discourse.speak_of(meant)


_POSTED = frozenset({"serve", "present", "present_stative", "deploy"})  # frames of being somewhere


def _is_unit(phrase: Phrase, clause: Clause, after: Sequence[Phrase], pack: Pack) -> bool:
    """Say whether a battalion is a mission by itself: "le bataillon de l'OTAN en Estonie", "le bataillon multinational en Lettonie"."""
    if phrase.number is not None or phrase.words.isdisjoint(pack.classes_of("unit_noun")):
        return False
    runs = any("of" in p.relations and any(r.kind == "organisation" for r in p.refs) for p in after)
    several = not phrase.words.isdisjoint(pack.classes_of("multinational"))
    if not phrase.definite:
        return several and phrase.single and any(r.kind == "organisation" for p in clause.subjects for r in p.refs)
    return runs or several


def _stands_for_place(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause opens with "where": what it tells is there."""
    return clause.opener is not None and clause.link == "relative" and "relative_place" in tokens[clause.opener]


def _apposed(clause: Clause, tokens: Sequence[Token], n: int, before: Phrase) -> EntityRef | None:
    """Return the mission whose name follows in apposition: the mission in Bosnia, EUFOR Althea; the one that came next, KFOR."""
    after = clause.phrases[n] if n < len(clause.phrases) else None
    said = next((c for c in clause.relatives if c.first - before.last in (1, 2)), None)
    end = said.last if said is not None else before.last
    end -= tokens[end].text == ","
    if after is None or not after.bare or after.start != end + 2 or tokens[end + 1].text != ",":
        return None
    return next((r for r in after.refs if r.kind == "mission" and r.id), None)


def _says_more(before: Phrase, phrase: Phrase, tokens: Sequence[Token]) -> EntityRef | None:
    """Return the mission right before, of which a phrase only says more: "SAMIM, the southern African mission that …"."""
    if (
        not phrase.bare
        or not (phrase.definite or phrase.single)
        or phrase.first != before.last + 2
        or tokens[before.last + 1].text != ","
    ):
        return None
    return next((r for r in before.refs if r.kind == "mission" and r.id), None)


def _led_one(named: Phrase, leader: Phrase, phrase: Phrase, tokens: Sequence[Token]) -> EntityRef | None:
    """Return the mission before, of which a phrase says who leads it: "de MSS, de door Kenia geleide veiligheidsmissie"."""
    led = "led_by" in leader.relations and phrase.first == leader.last + 1
    if not led or tokens[named.last + 1].text != "," or leader.start > named.last + 3:
        return None
    return next((r for r in named.refs if r.kind == "mission" and r.id), None)


def _where(phrases: Sequence[Phrase]) -> list[str]:
    """Return the countries that phrases marked as places name."""
    placed = (r for p in phrases if {"in", "at"} & set(p.relations) for r in p.refs)
    return [r.country for r in placed if r.country and r.kind in ("state", "place")]


def _land_of_unit(phrase: Phrase, clause: Clause, discourse: Discourse) -> list[str]:
    """Return the land that a battlegroup is in where it stands apart: further on in its clause, or the one spoken of last."""
    words = {part for word in phrase.words for part in word.split("-")}
    if words.isdisjoint(discourse.pack.classes_of("formation")):
        return []
    later = _where([p for p in clause.phrases if p.first > phrase.last])
    lands = (r for r in discourse.spoken_of() if r.kind in ("state", "place") and r.body is None)
    near = islice((r for r in lands if r.id not in discourse.here and r.country != discourse.home), _LATELY)
    return later[:1] or [r.country for r in near if r.country][:1]


_LATELY = 4  # lands and places


def _of_another(discourse: Discourse, phrase: Phrase, chain: Sequence[Phrase]) -> bool:
    """Say whether "the mission of X in Y", taken for the one spoken of before, cannot be it: X does not run it, or it is not in Y."""
    owners = [r for p in chain[:1] if "of" in p.relations for r in p.refs if r.kind == "organisation"]
    runs = (discourse.register.mission(r.id) for r in phrase.refs)
    if owners and all(m is None or m.organisation not in _owners(discourse, owners) for m in runs):
        return True
    hosts = set(_where(chain))
    return bool(hosts) and not any(hosts & set(discourse.hosts_of(r.id)) for r in phrase.refs)


def _followed(phrase: Phrase, after: Sequence[Phrase]) -> list[Phrase]:
    """Return the marked phrases that follow without a gap: of the EU, in Mali."""
    chain: list[Phrase] = []
    end = phrase.last
    for other in after:
        if other.bare or other.start != end + 1:
            break
        chain.append(other)
        end = other.last
    return chain


def _run_by(
    discourse: Discourse,
    who: Sequence[EntityRef],
    hosts: Sequence[str],
    purposes: Sequence[str],
    text: str,
    beside: Collection[str | None] = (),
    since: Collection[int] | None = None,
) -> EntityRef | None:
    """Return the one mission of an organisation or state in a country, of those that run on the report's day or began in given years."""
    owners, day = _owners(discourse, who), discourse.report.published
    there = [m for m in discourse.register.missions if not set(hosts).isdisjoint(m.hosts)]
    if since is not None:
        there = [m for m in there if m.start is not None and int(m.start[:4]) in since]
    led = {r.country for r in who if r.kind == "state"}  # the Kenyan-led mission in Haiti
    found = [
        m for m in there
        if owners & ({*m.lead} if m.part_of else {m.organisation, *m.lead}) or not (who or m.part_of)
    ] or [m for m in there if led & {*m.lead}]  # fmt: skip
    running = [m for m in found if day is None or m.runs(day)] or found
    apt = [m for m in running if set(purposes) & set(m.purposes)] if purposes else running
    first = [m for m in apt if purposes and m.purposes[:1] == tuple(purposes[:1])]
    named = [m for m in apt if discourse.named_missions[m.id]]
    head = " ".join(word for word in text.lower().split() if word not in discourse.pack.classes_of("determiner"))
    named_so = head in discourse.pack.classes_of("formation")
    plain = discourse.pack.nouns.get(head) == "mission" and not named_so  # "the mission in Iraq": any of those there
    called = [m for m in apt if not plain and head in m.name.of(discourse.pack.language).lower()]
    ends = head.split() if discourse.pack.adjectives_follow else head.split()[-1:]
    ends = [word.rpartition("-")[2] for word in ends]  # de NAVO-battlegroup
    words = (ends, ["".join(head.split()[-2:])])  # the multinational battlegroup, battle group
    sorts = discourse.pack.classes_of("formation") & {w for said in words for w in said}
    units = discourse.pack.classes_of("unit_noun")
    sorts = sorts | units if sorts & units else sorts  # what one calls a battalion another calls a battlegroup
    sort = [m for m in apt if sorts & set(m.name.of(discourse.pack.language).lower().replace("-", " ").split())]
    noun = next((w for w in reversed(head.split()) if discourse.pack.nouns.get(w) == "mission"), None) if who else None
    names = {m.id: {w for name in m.of(discourse.pack.language) for w in name.lower().split()} for m in apt if noun}
    one_noun = [m for m in apt if noun in names.get(m.id, ())]  # the UN force in Lebanon
    theirs = [m for m in apt if not who and set(m.lead) & set(beside)]  # Kenya sends police to the mission in Haiti
    best = next((one for one in (apt, first, named, called, sort, one_noun, theirs) if len(one) == 1), [])
    return discourse.register.ref(best[0].id, text) if len(best) == 1 else None


def _owners(discourse: Discourse, who: Sequence[EntityRef]) -> set[str]:
    """Return what the register may call whose mission it is: ``nato``, ``state:FR``."""
    slugs = {(r.id or "").partition(":")[2] for r in who if r.kind == "organisation"}
    slugs |= {o for s in list(slugs) if (o := discourse.register.parent_of(f"organisation:{s}"))}
    return slugs | {r.id for r in who if r.kind == "state" and r.id}


def manning(discourse: Discourse, phrase: Phrase) -> bool:
    """Say whether "the soldiers" are those of the mission that was just spoken of."""
    plain = phrase.definite and phrase.number is None and not (phrase.seconded or phrase.owned)
    soldiers = plain and bool(phrase.words & discourse.pack.classes_of("soldiers"))
    return soldiers and bool(discourse.topic) and all(r.kind == "mission" for r in discourse.topic)


_MANY = 5  # countries; nobody takes up as many as these by their number


def countries(discourse: Discourse, phrase: Phrase, apart: Collection[str] = ()) -> list[EntityRef]:
    """Return whom "the two countries" and "both countries" are: the states spoken of last, but for those ``apart``."""
    both = bool(phrase.words & discourse.pack.classes_of("both"))
    many = 2 if both else int(phrase.counted()) if phrase.definite else 0
    topic = [r.country for r in discourse.topic if r.kind == "state" and r.country]
    asking = {one for one in discourse.here if one.startswith("state:")} if "to" in phrase.relations else set()
    apart = apart or (asking if len(asking) == 1 else ())  # Angola asked the two countries to …
    spoken = (r for r in discourse.spoken_of() if r.kind == "state" and r.id not in apart)
    named = dict.fromkeys(r.country for r in spoken if r.country)
    last = topic if len(topic) == many else list(named)[:many][::-1]
    if not 1 < many == len(last) < _MANY:
        return []
    return [discourse.register.ref(f"state:{country}", phrase.text) for country in last]


def lands_together(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return which lands an adjective of several stands for: "the three Baltic states", "de Scandinavische regeringen"."""
    codes = next((lands for word in phrase.words if (lands := discourse.pack.together.get(word))), ())
    body = body_of(phrase)
    several = phrase.noun == "country" or not phrase.words.isdisjoint(discourse.pack.classes_of("several_lands"))
    if not codes or phrase.single or not (body or several):
        return []
    if not {"in", "to", "at", "from"}.isdisjoint(phrase.relations):
        return [EntityRef(text=phrase.text, body=body)]  # in the Baltic states: in each, or in one of them
    return [discourse.register.ref(f"state:{code}", phrase.text, body=body) for code in codes]


def both_lands(discourse: Discourse, phrase: Phrase) -> list[EntityRef]:
    """Return whom "both governments" and "the two heads of state" are: those of the two states spoken of last."""
    held = any(s.code in _STATESMEN for s in phrase.senses("function"))
    body = body_of(phrase) if held or phrase.senses("body") else None
    known = any(s.id for n in phrase.named for s in n.senses) or bool(phrase.adjective_refs)
    two = phrase.words & discourse.pack.classes_of("both") or phrase.counted() == _TWO
    if body not in _OF_A_STATE or known or phrase.specified or phrase.owned or phrase.person or not two:
        return []
    if not (phrase.definite or phrase.number is None):
        return []
    here = {one for one in discourse.here if one.startswith("state:")}
    apart = here if len(here) == 1 else ()  # France urged both governments to …: not its own
    return [renamed(r, phrase.text, body) for r in countries(discourse, phrase, apart)]


_STATESMEN = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "president", "prime-minister"}
)
_OF_A_STATE = frozenset({"government", "armed_forces", "parliament"})


_TWO = 2  # words: an article and what somebody is called


def renamed(ref: EntityRef, text: str, body: Body | None = None) -> EntityRef:
    """Return a ref under other words; a state as that body of it, where one is given."""
    return EntityRef(
        text=text, id=ref.id, kind=ref.kind, name=ref.name, country=ref.country,
        body=body if body and ref.kind == "state" else ref.body, latitude=ref.latitude, longitude=ref.longitude,
    )  # fmt: skip


def settle(discourse: Discourse, clauses: Iterable[Clause], known: int) -> None:
    """Let "the mission" be what a sentence speaks of first: its subject, and not one named only aside ("which X will replace").

    ``known`` missions were spoken of before the sentence.
    """
    here = discourse.missions[known:]
    if len({m.id for m in here}) < 2:
        return
    weight: dict[str | None, int] = {}
    for clause in clauses:
        for phrase in clause.phrases:
            aside = clause.link == "relative" or "with" in phrase.relations
            salience = 0 if aside else 2 if phrase in clause.subjects and clause.link == "main" else 1
            for ref in phrase.refs:
                weight[ref.id] = max(salience, weight.get(ref.id, 0))
    discourse.reorder(known, weight)

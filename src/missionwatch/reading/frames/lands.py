"""Which land a report speaks of: "the country", "there", "the junta"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.remnants import who_deliberates, whose_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.records import Body, EntityRef
    from missionwatch.register import Register

ABROAD = frozenset({"armed_forces", "diplomats"})  # who may be elsewhere than at home
_NAMED_TWICE = 4  # a name weighs 3, an adjective or a place of a country 2


def land_spoken_of(discourse: Discourse, *, hosting: bool = False) -> str | None:
    """Return the host country spoken of: that of the last mission or foreign state named, else the most named.

    ``hosting``: only one that a mission is or was in; no junta rules who sends soldiers.
    """
    for ref in reversed(discourse.states):
        if ref.body in ABROAD or (discourse.located and ref.country not in discourse.located):
            continue  # 1,000 US troops in the country: not in theirs
        if ref.country and ref.country != discourse.home and discourse.countries[ref.country] >= _NAMED_TWICE:
            found = _host_of_talk(discourse, ref.country)
            if not hosting or found in discourse.register.only_hosts:
                return found
    known = (
        discourse.register.only_hosts
        if hosting
        else discourse.register.hosts | {*discourse.located, *(r.country for r in discourse.states)}
    )
    ranked = dict.fromkeys(_host_of_talk(discourse, country) for country, _ in discourse.countries.most_common())
    told = [country for country in ranked if country in known]  # not who is named only later on
    senders = {r.country for r in discourse.senders} if discourse.located else set()  # they are not at home
    return next((country for country in told if country not in senders), next(iter(told), None))


def land_of(discourse: Discourse, body: str | None, *, hosting: bool = False) -> str | None:
    """Return whose an army, a government, a police force is: that of the land spoken of, unless what it does at home says which."""
    focus, scene = land_spoken_of(discourse, hosting=hosting), discourse.scene
    if scene is None or focus in (None, scene) or body not in _IN_ARMS:
        return focus
    if scene not in discourse.register.hosts and not discourse.seizes:
        return focus
    named = any(r.kind == "state" and r.country == focus for r in discourse.parties)
    abroad = named and body != "police" and focus not in discourse.register.only_hosts
    return focus if abroad and not discourse.seizes else scene


def governed(discourse: Discourse, phrase: Phrase, body: Body | None) -> EntityRef | None:
    """Return whose "the government" and "the ministry" are: of the capital beside them, or of the state that was just spoken of.

    Not of one just told to have people abroad, unless it decides on them: who asks these to leave is their host.
    """
    if body and phrase.words & discourse.pack.host_bodies:  # the junta
        if discourse.rulers is not None and phrase.number is None and not phrase.specified:
            return renamed(
                discourse.rulers, phrase.text, body
            )  # after "Niger's military regime", whoever was named since
        focus = land_of(discourse, body, hosting=True)
        return discourse.register.ref(f"state:{focus}", phrase.text, body=body) if focus else None
    owner = [r for r in discourse.topic if r.kind == "state"]
    if body in _AT_HOME and phrase.owned and len(owner) == len(discourse.topic) == 1 and not discourse.here:
        return renamed(owner[0], phrase.text, body)  # Mali regretted it. Its foreign minister …
    if body in _AT_HOME and phrase.owned and (land := _ruled(discourse, body)) is not None:
        return discourse.register.ref(
            f"state:{land}", phrase.text, body=body
        )  # fighters of X … His government denies it
    plain = phrase.number is None and not (phrase.specified or phrase.owned) and (phrase.definite or phrase.bare)
    if body in ABROAD and plain and not phrase.seconded and phrase.words & discourse.pack.home_bodies:
        return _of_no_paper(discourse, phrase, body)
    if body not in _AT_HOME or not plain:
        return None
    if (before := _called_before(discourse, phrase, body)) is not None:
        return before
    own = phrase.words & discourse.pack.classes_of("of_the_paper")
    if own and not phrase.words & discourse.pack.classes_of("ministry"):
        return None
    last, scene = next(discourse.spoken_of(), None), discourse.scene
    if last is not None and scene and last.id in discourse.here and last.id == discourse.register.capital_of(scene):
        return discourse.register.ref(f"state:{scene}", phrase.text, body=body)  # In Oslo, the government
    if discourse.author is not None or discourse.at_home:
        return None
    called = (
        discourse.pack.names_premodify and phrase.text.rpartition(" ")[2][:1].isupper()
    )  # the Government: the paper's
    one = discourse.topic[0] if len(discourse.topic) == 1 and not (called and phrase.definite) else None
    told = (
        one is not None
        and one.id not in discourse.here
        and one.kind == "state"
        and (one.body is None or one.body in _AT_HOME)
    )
    sends = one is not None and any(r.id == one.id for r in discourse.senders)
    if one is not None and told and (not sends or discourse.decides or body != "government"):
        return renamed(one, phrase.text, body)
    theirs = whose_people(discourse) if called and discourse.written_at is None and body == "government" else None
    if theirs is not None and phrase.definite and phrase.words & discourse.pack.home_bodies:
        return renamed(theirs, phrase.text, body)  # 400 UK soldiers are in Iraq. The Government will send more
    return who_deliberates(discourse, phrase, body) or _hosting(discourse, phrase, body)


def _called_before(discourse: Discourse, phrase: Phrase, body: Body) -> EntityRef | None:
    """Return whose "the government" and "the premier" are where that very word named one before: "the Yemeni government", "Premier X"."""
    post = next((s.code for s in phrase.senses("function") if s.code), None)
    if discourse.pack.names_premodify and phrase.text.rpartition(" ")[2][:1].isupper():
        return None  # the Government, the Prime Minister: the paper's
    if not phrase.definite or phrase.demonstrative:
        return None
    if discourse.author is not None and post not in _HEADS:  # the Iraqi parliament … The parliament
        same = body is not None and [(r.kind, r.body) for r in discourse.topic] == [("state", body)]
        own = not phrase.words.isdisjoint(discourse.pack.classes_of("of_the_paper"))
        if post is not None or own or not same or discourse.here:
            return None
    if post is not None:
        held = discourse.held.get(post)
        last = next((r for r in reversed(discourse.people) if held is not None and r.id == held), None)
        land = last.country if last is not None else None
        return discourse.register.ref(f"state:{land}", phrase.text, body=body) if land else None
    nouns = phrase.words & discourse.pack.home_bodies
    said = len(discourse.spoken)
    near = [(said - n, r) for n, r in enumerate(islice(discourse.spoken_of(), _RECENT), 1)]
    near += [(at, r) for at, r in discourse.bodies_told[-1:] if said - at < _RECENT]
    near = sorted((one for one in near if one[1].kind == "state" and one[1].body == body), key=lambda one: -one[0])
    words = ((r, r.text.lower().split()) for _, r in near if nouns)
    told = next((r for r, said in words if len(said) > _PLAIN and not nouns.isdisjoint(said)), None)
    return renamed(told, phrase.text) if told is not None and told.id not in discourse.here else None


def _of_no_paper(discourse: Discourse, phrase: Phrase, body: Body | None) -> EntityRef | None:
    """Return whose "the army" is in a paper that never speaks of its own land: that of the land spoken of."""
    own = phrase.words & discourse.pack.classes_of("of_the_paper")
    focus = None if own or discourse.author is not None or discourse.at_home else land_of(discourse, body)
    return discourse.register.ref(f"state:{focus}", phrase.text, body=body) if focus else None


def _hosting(discourse: Discourse, phrase: Phrase, body: Body | None) -> EntityRef | None:
    """Return whose "the government" is in a paper that never speaks of its own land: that of the host of the missions it speaks of."""
    if (
        body == "opposition"
        or phrase.single
        or discourse.decides
        or phrase.words.isdisjoint(discourse.pack.home_bodies)
        or not (discourse.hosts() or discourse.located)
    ):
        return None
    if not discourse.pack.classes_of("of_the_paper").isdisjoint(discourse.words):
        return None
    host = land_of(discourse, body, hosting=True)
    return discourse.register.ref(f"state:{host}", phrase.text, body=body) if host else None


def _ruled(discourse: Discourse, body: Body | None) -> str | None:
    """Return the land that somebody just named rules, whose government is "his": his own where it is told, else that spoken of."""
    near = islice(discourse.spoken_of(), _RECENT)
    ruler = next((r for r in near if r.kind == "person" and r.id not in discourse.here), None)
    if ruler is not None and ruler.country:
        return ruler.country
    ours = discourse.author is not None or discourse.at_home
    return None if ours else land_of(discourse, body, hosting=True)


def set_scene(discourse: Discourse, clause: Clause) -> None:
    """Note of a clause in which country it happened, and whether it tells of a coup or of a decision."""
    discourse.scene = scene_of(clause)
    opening = [p for p in clause.phrases[:1] if "as_for" in p.relations]  # s'agissant du Tchad, …: that is where
    if any(p.pronoun == "person_pronoun" for p in clause.phrases[1:2]):
        opening = []  # quant au Tchad, il …: that is who
    discourse.as_for = next((one.country for p in opening for n in p.named for one in n.senses[:1]), None)
    discourse.seizes = not discourse.pack.coups.isdisjoint(clause.lemmas.values())
    deciding = not discourse.pack.deciding.isdisjoint(clause.lemmas.values())
    discourse.decides = (deciding and "demand" not in clause.attitudes) or "weigh" in clause.attitudes
    if discourse.seizes:
        discourse.scene = discourse.scene or seized(clause, discourse.register)


_AT_HOME = ("government", "parliament", "opposition")
_HEADS = ("head-of-state", "head-of-government")
_IN_ARMS = frozenset({"armed_forces", "police"})


def seized(clause: Clause, register: Register) -> str | None:
    """Return the country whose leader a clause names: "soldiers ousted President Kaboré"."""
    names = (p.person or p.unknown_name or "" for p in clause.phrases)
    return next((land for name in names if name and (land := register.leader(name))), None)


def scene_of(clause: Clause) -> str | None:
    """Return the one country in which a clause says that what it tells happened, by the places that it names."""
    marked = [p for p in clause.phrases if p.start < p.first]  # by a preposition of its own
    told = [(one, p) for p in marked for named in p.named for one in named.senses]
    at = [one for one, p in told if {"in", "at"} & set(p.relations)]
    at += [one for one, p in told if "of" in p.relations and one.kind == "place"]  # the putsch of Khartoum
    lands = {one.country for one in at if one.kind == "place" or (one.kind == "state" and one.form == "name")}
    return next(iter(lands)) if len(lands) == 1 else None


def spot_spoken_of(discourse: Discourse) -> EntityRef | None:
    """Return where "there" is: the place or country spoken of last, but not that of those who are there."""
    own = {i.partition(":")[2] for i in discourse.here if i.startswith("state:")}
    spots = [r for r in discourse.spoken_of() if r.kind == "place" or (r.kind == "state" and r.body not in ABROAD)]
    away = {*own, discourse.home}
    # Goma, where the Congolese army is
    told = {r.country for r in spots if r.kind == "place" and r.country in discourse.located} - {discourse.home}
    spots = [r for r in spots if r.country and (r.country not in away or (r.kind == "place" and r.country in told))]
    near = {
        *discourse.located,
        *(r.country for r in discourse.hosts()),
    }  # soldiers are not in a land because it was named
    far = discourse.register.hosts
    last = next((r for among in (near, far) for r in spots if r.country in among), None)
    if last is not None and last.kind == "state":
        return discourse.register.ref(f"state:{last.country}", last.text)
    return last


def giver_spoken_of(discourse: Discourse) -> tuple[EntityRef, ...]:
    """Return whose "the contribution" is: that of the state spoken of, or of the paper's own government."""
    hosts = {r.country for r in discourse.hosts()}
    spoken = (*discourse.topic, *([discourse.author] if discourse.author else []), *reversed(discourse.states))
    return tuple(islice((r for r in spoken if r.kind == "state" and r.country not in hosts), 1))


def compatriots(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whose people "his compatriots" are: of the land of the person spoken of last; without a pronoun, of who gives people."""
    if not phrase.owned:
        land = next((r.country for r in giver_spoken_of(discourse)), None)
    else:
        land = discourse.person.country if discourse.person is not None else None
    return discourse.register.ref(f"state:{land}", phrase.text, body="armed_forces") if land else None


def unnamed_land(pack: Pack, phrase: Phrase) -> bool:
    """Say whether a phrase is one country without its name: "the country", not "les pays baltes"."""
    if phrase.noun != "country" or phrase.words & pack.classes_of("more_of"):
        return False  # another country than that
    one = any(word in pack.nouns for word in phrase.words - pack.classes_of("several_lands"))
    alone = pack.classes_of("plural_article").isdisjoint(phrase.text.lower().split()[:2])  # tous les pays
    return one and alone


def described_land(discourse: Discourse, phrase: Phrase) -> list[str] | None:
    """Return which land "that country", "its country" and "the country" are; none of one nobody spoke of, nothing where it is not said."""
    if (other := _other_land(discourse, phrase)) is not None:
        return [other]
    if phrase.owned and discourse.topic:
        spoken = (r for r in discourse.spoken_of() if r.kind == "state" and r.body not in ABROAD)
        near = discourse.topic if phrase.bare else spoken
        own = next((r.country for r in near if r.country), None)  # an ally that asks for help for its country
        return [own] if own else []
    alone = [r for r in discourse.topic if r.kind == "state"] if not (discourse.missions or discourse.located) else []
    others = {r.country for r in discourse.spoken_of() if r.kind in ("state", "place") and r.country} - {
        r.country for r in alone
    }
    if phrase.definite and len(alone) == 1 and alone[0].country and not others - {discourse.home}:
        return [alone[0].country]  # Portugal stays …: nobody else was spoken of
    focus = land_spoken_of(discourse) if phrase.definite else None
    return [focus] if focus else None


def described_town(discourse: Discourse, phrase: Phrase) -> list[EntityRef] | None:
    """Return which town "the town" and "the capital" are; None where no town is meant, or another is named."""
    register = discourse.register
    of_land = next((s.country for s in phrase.senses("adjective") if s.kind == "state" and s.country), None)
    if of_land and phrase.words & discourse.pack.classes_of("capital_noun") and not phrase.unknown_name:
        capital = register.capital_of(of_land)
        return [register.ref(capital, phrase.text)] if capital else None  # the Congolese capital
    if phrase.unknown_name or phrase.specified or phrase.named or phrase.triggers:
        return None
    if phrase.words & discourse.pack.classes_of("capital_noun"):
        if len({r.country for r in discourse.topic if r.kind == "state"}) > 1:
            return []  # Niger and Chad: of either
        land = land_spoken_of(discourse, hosting=True) or land_spoken_of(discourse)
        capital = register.capital_of(land) if land else None
        return [register.ref(capital, phrase.text)] if capital else []
    if phrase.words & discourse.pack.classes_of("town"):
        town = next((p for p in reversed(discourse.places) if register.is_town(p.id)), None)
        return [renamed(town, phrase.text)] if town else []
    return None


def _other_land(discourse: Discourse, phrase: Phrase) -> str | None:
    """Return the country that "that country" is: the one spoken of last; and "its neighbour": the one other that was just spoken of."""
    near = [
        r.country if r.kind == "state" and r.body not in ABROAD and r.id not in discourse.here else None
        for r in islice(discourse.spoken_of(), _RECENT)
    ]
    if phrase.words.isdisjoint(discourse.pack.classes_of("neighbour")):
        return next((country for country in near if country), None) if phrase.demonstrative else None
    among = ({country for country in near[:length] if country} for length in (_LATELY, _RECENT))
    others = next((found for found in among if found), set())
    return next(iter(others)) if len(others) == 1 else None


_LATELY = 4  # refs
_RECENT = 12  # refs
_PLAIN = 2  # words: "the government", which says of no land


def _host_of_talk(discourse: Discourse, country: str) -> str:
    """Prefer a host of the missions spoken of: "het land" after "de Franse ambassadeur" is not France."""
    hosts = {h for m in discourse.recent for h in discourse.hosts_of(m.id)} | {
        h for m in discourse.named_missions for h in discourse.hosts_of(m)
    }
    if country in hosts or not hosts:
        return country
    ranked = [c for c, _ in discourse.countries.most_common() if c in hosts]
    said = discourse.countries
    sends = any(r.country == country for r in discourse.senders)
    if ranked and not sends and country in discourse.register.only_hosts and said[country] > said[ranked[0]]:
        return country  # a report on Niger may name a mission in Mali
    return ranked[0] if ranked else country


def is_land_alone(clauses: Sequence[Clause]) -> bool:
    """Say whether a heading is no more than the name of a land, of which nothing is said: "THE GAMBIA"."""
    phrases = [p for c in clauses for p in c.phrases]
    lone = len(phrases) == 1 and not any(c.verbs for c in clauses)
    return lone and bool(phrases[0].refs) and all(r.kind == "state" for r in phrases[0].refs)

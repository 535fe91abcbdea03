"""Who leaves what: told from what is left, who sends them home, and until when a mission goes on that is to leave."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.days import turned
from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.phrases import is_land, placed_in
from missionwatch.reading.frames.placing import town
from missionwatch.reading.frames.reaching import crowd_of, dependents
from missionwatch.reading.frames.remnants import whose_people
from missionwatch.reading.frames.roles import is_kind
from missionwatch.reading.frames.senses import body_of
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def moving(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Tell who leaves what, or arrives where."""
    if match.frame.type == "deploy":
        _arriving(builder, match, roles)
    elif match.frame.type == "withdraw":
        _leaving(builder, match, roles)
        if "homeward" in match.only:
            roles.pop("place", None)  # ont regagné Copenhague: that is home
        if (left := _back_home(match, roles)) is not None:
            roles.pop("place", None)
            roles |= {"place": left} if left else {}
        if ahead := bound_for(match):
            roles["place"] = ahead  # left Brindisi for Lebanon
        if (
            "place" not in roles
            and match.phrase is None
            and "homeward" not in match.only
            and (left := town(builder, match.clause))
        ):
            roles["place"] = left  # the last soldier has left Niamey
        if "place" not in roles and match.phrase is None and (stood := _where_they_are(match, builder.pack)):
            roles["place"] = stood
        _things(builder, match, roles)
    if match.frame.type in _SENT and (states := _whose_men(builder, match, roles.get("actor", ()))):
        roles["actor"] = states


def _where_they_are(match: Match, pack: Pack) -> tuple[EntityRef, ...]:
    """Return where those who leave are said to be: "the soldiers stationed in Chad will leave", "brings home the 200 it has in Mali"."""
    clause = match.clause
    ends = {p.last for p in (*clause.subjects, *clause.objects) if p.is_people or p.refs}
    for told in clause.relatives:
        whose = {r.id for p in told.subjects for r in p.refs if r.id}
        theirs = whose & {r.id for p in clause.subjects for r in p.refs} or any(p.pronoun for p in told.subjects)
        if told.first - 1 in ends and theirs and not told.negated and told.opened(pack) & _BEING_THERE:
            return tuple(r for r in placed_in(told.phrases) if r.body is None)[:1]
    ends |= {p.last + 1 for p in clause.subjects if p.refs}  # Burundi, present in Somalia since 2007, …
    for told in clause.participles:
        opened = told.opened(pack)
        if told.first - 1 in ends and (opened & _BEING_THERE or not opened):
            return tuple(r for r in placed_in(told.phrases) if r.body is None)[:1]
    return ()


def _back_home(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> tuple[EntityRef, ...] | None:
    """Return from where people are told to be back in their own land; None where the place is none of their own: "are back in Copenhagen"."""
    place, own = roles.get("place", ()), {r.country for r in roles.get("actor", ()) if r.kind == "state" and r.id}
    if match.phrase is not None or not place or len(own) != 1 or any(r.country not in own for r in place):
        return None
    said = [p for p in match.clause.phrases if any(r in place for r in p.refs)]
    if not said or any(p.bare or "from" in p.relations or "of" in p.relations for p in said):
        return None  # the Malian army has left Kidal
    left = [p for p in match.clause.phrases if "from" in p.relations and p not in said]
    return tuple(r for p in left for r in p.refs if is_kind(r, "place", p) and r.country not in own)[:1]


_BEING_THERE = frozenset({"serve", "present", "deploy"})  # frames
_SENT = frozenset({"deploy", "withdraw"})


def _whose_men(builder: Builder, match: Match, actor: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
    """Return whose soldiers somebody moves who speaks for a state: Macron withdraws "his troops", and they are France's."""
    men = any(p.owned and p.is_people for p in match.clause.objects)
    lands = [r.country for r in actor if r.kind == "person" and r.country]
    if not men or match.clause.passive or not lands or len(lands) < len(actor):
        return ()
    return tuple(builder.discourse.register.ref(f"state:{land}", actor[0].text) for land in dict.fromkeys(lands))


def only_carried(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether no troops but one man, or those who are hurt, are taken away: "les blessés ont été évacués", "one soldier was flown out"."""
    clause = match.clause
    verb = _carried_by(clause, pack.classes_of("evacuating"))
    people = [p for p in clause.objects if p.is_people and not p.refs_of("mission")] if verb is not None else []
    units = pack.classes_of("formation") | pack.classes_of("presence_noun")
    one = any((p.single or p.counted() == 1) and p.words.isdisjoint(units) for p in people)
    return one or hurt_ones(match, tokens, pack)


def hurt_ones(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether those who are hurt are flown or taken somewhere: "two wounded peacekeepers were flown to Nairobi", "… with burns"."""
    clause = match.clause
    verb = _carried_by(clause, pack.classes_of("evacuating") | pack.classes_of("flying"))
    if verb is None:
        return False
    told = frozenset().union(*pack.harming)
    people = [
        p for p in clause.objects if (p.is_people or p.only_number or p.words & told) and not p.refs_of("mission")
    ]  # deux blessés ont été évacués
    before = [tokens[i] for i in range(min(clause.first, people[0].first), verb)] if people else []
    hurt = any(not harm.isdisjoint((t.low, t.lemma)) for t in before for harm in pack.harming)
    wounds = pack.classes_of("wounds")
    alone = any(p.person is not None and not p.group for p in clause.objects[:1])  # Colonel X was flown to Beirut
    return hurt or alone or any("with" in p.relations and p.words & wounds for p in clause.phrases)


def _carried_by(clause: Clause, carrying: frozenset[str]) -> int | None:
    return next((v for v, lemma in clause.lemmas.items() if lemma in carrying), None) if clause.passive else None


def _leaving(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Tell who leaves from what is left: "le retrait du Mali" is from there, "le retrait de Barkhane" is the mission's."""
    if _decides_only(match, roles.get("actor", ())):
        del roles["actor"]
    actor = roles.get("actor", ())
    theirs = [
        p for p in match.clause.objects if p.is_people and p.senses("adjective", "national") and match.phrase is None
    ]
    theirs = [p for p in theirs if p.person is None and not p.senses("function")]
    sent = tuple(r for p in theirs for r in (*p.refs, *p.adjective_refs) if r.kind == "state" and r.id)[:1]
    sender = tuple(r for p in match.clause.subjects for r in p.refs if r.id and r.id not in {s.id for s in sent})
    if sent and sender and actor == sender and not match.clause.passive:
        roles["actor"], roles["instigator"] = sent, sender  # the UN sends home the 450 Gabonese
        if {r.id for r in roles.get("place", ())} & {r.id for r in sent}:
            del roles["place"]
        return
    if actor and all(ref.kind == "mission" for ref in actor):
        roles["mission"] = tuple(dict.fromkeys((*actor, *roles.get("mission", ()))))
        if not any(r.kind == "place" for r in roles.get("place", ())):
            del roles["actor"]  # a mission that leaves is ended; but out of a town it goes itself
        return
    whose = [q for p in match.relations.get("subject", ()) for q in dependents(p, match.clause)[:1] if p.is_people]
    own = {r.id for p in whose if "of" in p.relations for r in p.refs if r.id}
    if own and roles.get("place") and {r.id for r in roles["place"]} <= own & {r.id for r in actor}:
        left = (*match.clause.objects, *(p for way in ("from", "in") for p in match.relations.get(way, ())))
        spots = tuple(r for p in left if p not in whose for r in p.refs if is_kind(r, "place", p))[:1]
        roles["place"] = spots  # les troupes des États-Unis ont quitté le Mali
        if not spots:
            del roles["place"]
        return
    there = {r.country for r in roles.get("place", ()) if r.country}
    others = {r.country for r in builder.discourse.hosts()} - there
    if there and guessed(match, actor) and all(r.country in others for r in actor):
        roles["actor"] = words_of(actor)  # hardly that of another land that has a mission
        return
    if guessed(match, actor) and all(r.country in there and not _spoken_of(builder, r) for r in actor):
        roles["actor"] = words_of(actor)  # hardly the host's own
        return
    left = (*match.clause.objects, *match.relations.get("from", ()))  # Mali withdrew from the joint force
    quits = match.phrase is None and any(r.kind in ("mission", "organisation") for p in left for r in p.refs)
    alone = (
        len(actor) == 1 and not quits and "place" not in roles and actor[0].kind == "state" and actor[0].body is None
    )
    if alone and actor[0].country in {r.country for r in builder.discourse.hosts()}:
        roles["place"] = roles.pop("actor")


def lands_left(
    relations: Mapping[str, list[Phrase]], states: Sequence[EntityRef], discourse: Discourse
) -> list[Phrase]:
    """Return the lands of a noun of leaving that are left and do not leave: "a withdrawal from Mali", "le retrait français du Niger".

    Where one word marks both ("du Mali"), a land that only has missions is left, unless something else is: "le retrait du Mali du G5".
    """
    of = relations.get("of", ())
    either = discourse.pack.adjectives_follow
    left = [p for p in of if is_land(p) and "from" in p.relations]
    if states or not either:
        return left
    others = any("from" in p.relations and p not in left for p in of)
    return [] if others or len(left) > 1 else [p for p in left if _is_host(p, discourse)]


def _is_host(phrase: Phrase, discourse: Discourse) -> bool:
    """Say whether a phrase names a land that has or had missions and never led one."""
    return bool(phrase.refs) and all(r.country in discourse.register.only_hosts for r in phrase.refs)


def _things(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Say whose aircraft and units leave: of the one state told to have people abroad; the capital they leave is no doer."""
    clause = match.clause
    leavers = clause.objects if clause.passive else clause.subjects
    gone = leavers[0] if leavers and match.phrase is None else None
    if gone is None or any(r.id for r in gone.refs) or gone.pronoun or gone.owned:
        return
    if not (gone.definite or gone.number or gone.single or gone.senses("asset") or body_of(gone)):
        return  # a word that may be an adverb
    actor = roles.get("actor", ())
    left = [p for p in clause.objects if p is not gone and p.senses("name", "capital")]
    if actor and all(any(r in p.refs for p in left) for r in actor):
        del roles["actor"]  # les Mirage ont quitté N'Djamena
        roles.setdefault("place", town(builder, clause) or actor)
    _senders(builder, match, gone, roles)


def _senders(builder: Builder, match: Match, who: Phrase, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Tell whose people move of whom it is not said: of who was told to have people abroad, where they are not at home."""
    pack, named = builder.pack, any(r.id for r in (*roles.get("actor", ()), *who.refs))
    strangers = pack.outsiders | pack.classes_of("irregulars")
    foreign = any(p.person or p.unknown_name or p.words & strangers for p in (who, *crowd_of(who, match.clause)))
    men = (
        who.senses("asset")
        or body_of(who) == "armed_forces"
        or who.is_people
        or who.words & pack.classes_of("formation")
        or (
            match.fixed and match.clause.passive and who.words & pack.classes_of("base_noun")
        )  # the base was handed over
    )
    if named or foreign or who.pronoun or not men:
        return
    theirs = whose_people(builder.discourse)
    if any(r.kind == "mission" for r in builder.discourse.topic) and not who.senses("body"):
        return  # the mission has stopped its work; a hundred experts left: its own
    if theirs is not None and theirs.country not in {r.country for r in roles.get("place", ())}:
        roles["actor"] = (renamed(theirs, who.text, "armed_forces"),)


def _arriving(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Leave open whose soldiers arrive who are only understood to be the land's own: "the first soldiers arrived in Kosovo"."""
    actor, there = roles.get("actor", ()), {r.country for r in roles.get("place", ()) if r.country}
    verbs = set(match.clause.lemmas.values()) if match.phrase is None else set()
    comes = not verbs.isdisjoint(builder.pack.classes_of("arriving"))
    nowhere = bool(roles.get("place")) and all(r.id is None for r in roles["place"])
    if nowhere and any(p.anaphor == "some_of" for p in match.clause.subjects):
        roles.pop("actor", None)  # the first 140 touched down at Lungi: abroad, or at home?
    elif not nowhere and match.phrase is None:
        for who in (match.clause.objects if match.clause.passive else match.clause.subjects)[:1]:
            _senders(builder, match, who, roles)
    if comes and guessed(match, actor) and all(r.country in there for r in actor):
        roles["actor"] = words_of(actor)


_LATELY = 3  # drafts


def _gone_home(builder: Builder, roles: dict[str, tuple[EntityRef, ...]]) -> set[str | None]:
    """Return the land whose soldiers were just told to leave, where those who arrive are of no land: "a first group landed in Bujumbura"."""
    if any(r.id for r in roles.get("actor", ())):
        return set()
    left = (d for d in islice(reversed(builder.drafts), _LATELY) if d.fields.get("type") in ("withdraw", "reduce"))
    last = next(left, None)
    gone = (
        tuple(r for r in last.fields["roles"].get("actor", ()) if r.kind == "state" and r.id)
        if last is not None
        else ()
    )
    if len(gone) != 1 or {r.country for r in roles.get("place", ())} != {gone[0].country}:
        return set()
    roles["actor"] = gone
    return {gone[0].country}


def came_home(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether who arrives comes home, and tell from where: "landed in Copenhagen", "a atterri à Oslo en provenance du Mali"."""
    if match.frame.name not in ("arrive", "arrive_due"):
        return False
    own = {r.country for r in roles.get("actor", ()) if r.kind == "state" and r.id} or _gone_home(builder, roles)
    if not own or len(own) > 1 or own & {r.country for r in builder.discourse.hosts()}:
        return False
    left = [p for p in match.clause.phrases if "from" in p.relations]  # the Danes from Mali arrived in Copenhagen
    abroad = tuple(r for p in left for r in p.refs if is_kind(r, "place", p) and r.country not in own)
    there = {r.country for r in roles.get("place", ()) if r not in abroad}
    if not (own == there or (abroad and there == {None})):
        return False
    roles.pop("place", None)
    roles |= {"place": abroad[:1]} if abroad else {}
    return True


def _decides_only(match: Match, actor: Sequence[EntityRef]) -> bool:
    """Say whether an organisation only decides that others leave: "the Council plans the withdrawal of the peacekeepers"."""
    noun = match.phrase
    if noun is None or noun.owned or not actor or any(r.kind != "organisation" for r in actor):
        return False
    near = list(match.relations.get("of", ()))
    own = any(p.owned for p in near) or any(r.id == a.id for p in near for r in p.everyone() for a in actor)
    decides = not match.light and {r.id for p in match.clause.subjects for r in p.refs} >= {r.id for r in actor}
    return not own and (decides or any(p.is_people for p in near))


def bound_for(match: Match) -> tuple[EntityRef, ...]:
    """Return where troops set out for, where they leave no other land: "left Brindisi for southern Lebanon" sends them there."""
    if match.phrase is not None or match.clause.passive:
        return ()
    own = {r.country for p in match.clause.subjects for r in (*p.refs, *p.adjective_refs) if r.kind == "state"}
    left = [r for p in (*match.clause.objects, *match.relations.get("from", ())) for r in p.refs]
    hung = [
        q for p in match.clause.objects if p.noun == "place" for q in dependents(p, match.clause)
    ]  # the base at Niamey
    ahead = [p for p in match.relations.get("for", ()) if not p.bare and "by" not in p.relations and p not in hung]
    spots = tuple(r for p in ahead for r in p.refs if is_kind(r, "place", p))
    abroad = own and spots and all(r.country not in own for r in spots)
    return spots[:1] if abroad and all(r.country in own or r.id is None for r in left) else ()


def relieves(match: Match, pack: Pack) -> bool:
    """Say whether troops leave for others, whom they relieve: "leave on Monday to replace the Danes", "partiront prendre leur place"."""
    clause = match.clause
    if match.phrase is not None or clause.passive:
        return False
    verbs, places = pack.classes_of("relieving"), pack.classes_of("place_of_others")
    for one in (clause, *clause.aims):
        replaces = any(lemma in verbs and v > match.anchor for v, lemma in one.lemmas.items())
        takes = any(p.words & places and p.definite and p.first > match.anchor and not p.relations for p in one.objects)
        if (replaces and one.objects) or takes:
            return True
    return False


def sets_out(match: Match, roles: dict[str, tuple[EntityRef, ...]], pack: Pack) -> bool:
    """Say whether a ship leaves its own port, or one that nobody knows for any other, and soldiers their own land.

    So in "left Plymouth with 160 sailors aboard", "soldats béninois se sont envolés de Cotonou".
    """
    clause = match.clause
    own = {r.country for r in roles.get("actor", ()) if r.kind == "state" and r.id}
    ship = any(p.senses("vessel", "asset") for p in clause.subjects)
    soldiers = any(p.is_people and any(r.body in _FORCES for r in p.everyone()) for p in clause.subjects)
    takes_off = not pack.classes_of("taking_off").isdisjoint(clause.lemmas.values())
    goes = ship or (soldiers and takes_off)  # but: the Malian soldiers left Ber
    last = any(
        p.words & pack.classes_of("ending") for p in clause.subjects
    )  # the last two Mirages left: they leave a place
    if match.phrase is not None or len(own) != 1 or not goes or last or "homeward" in match.only:
        return False
    left = [p for p in (*clause.objects, *match.relations.get("from", ())) if not p.refs_of("mission")]
    left += [p for p in match.relations.get("genitive_from", ()) if takes_off and p.first > match.anchor]  # de Ouakam
    if any(r.country and r.country not in own for p in left for r in p.refs):
        return False
    at_home = any(r.country in own for p in left for r in p.refs if is_kind(r, "place", p) and r.kind == "place")
    unknown = (ship or takes_off) and any(p.unknown_name and not any(r.id for r in p.refs) for p in left)
    if at_home or unknown:
        roles.pop("place", None)
    return at_home or unknown


_FORCES = frozenset({"armed_forces", "police"})


def until_it_leaves(builder: Builder, match: Match, fields: dict[str, Any]) -> dict[str, Any] | None:
    """Return until when a mission goes on that is to leave altogether on a day: "ATMIS must leave Somalia by 31 December"."""
    roles, time = fields["roles"], fields.get("time")
    mission, last = roles.get("mission", ())[:1], builder.pack.classes_of("ending")
    nobodys = (r.id is None and not last.isdisjoint(r.text.lower().split()) for r in roles.get("actor", ()))
    if (
        time is None
        or not mission
        or match.phrase is not None
        or (set(roles.get("actor", mission)) - set(mission) and not all(nobodys))  # but: the last soldier
        or fields.get("quantity")
        or fields.get("assets")
    ):
        return None
    modality, day = fields.get("modality", match.modality), builder.report.published
    ahead = bool(day and time.earliest and time.earliest > day.isoformat()) or time.relation in ("before", "until")
    hosts = builder.discourse.hosts_of(mission[0].id)
    # hands over its bases, leaves a province
    parts = any(p.noun == "place" or p.owned or p.unknown_name for p in match.clause.objects)
    whole = not parts and all(r.kind == "state" and r.country in hosts for r in roles.get("place", ()))
    if modality not in ("planned", "required", "actual") or not ahead or not whole:
        return None
    return {
        "predicate": "period", "roles": {"mission": mission}, "subject": "mission",
        "time": turned(time, "until"), "modality": modality, "confidence": 0.8,
    }  # fmt: skip


def _spoken_of(builder: Builder, army: EntityRef) -> bool:
    """Say whether an army was spoken of before in other words, so that "the soldiers" may be its."""
    return any(r.id == army.id and r.body == army.body and r.text != army.text for r in builder.discourse.spoken_of())


def guessed(match: Match, refs: Sequence[EntityRef]) -> bool:
    """Say whether words name no country, so that whose they are was only understood: "the police", "the foreign ministry"."""
    said = [p for p in match.reach() if any(r in refs for r in p.refs)]
    return bool(said) and not any(p.pronoun or p.anaphor or p.senses("name", "adjective", "national") for p in said)


def of_their_own_land(match: Match, refs: Sequence[EntityRef]) -> bool:
    """Say whether a land, or a body of states, is only named to say whose they are: "the Government of Mali", "the leaders of ECOWAS"."""
    whose = {r.country or r.id for r in refs if r.kind != "mission"} - {None}
    if match.phrase is not None:  # the request of the Government of Mali
        subjects = [p for p in match.relations.get("of", ()) if any(r in refs for r in p.refs)]
    else:
        subjects = [] if match.clause.passive else match.clause.subjects
    behind = (q for p in subjects for q in dependents(p, match.clause))
    return any((r.country or r.id) in whose for q in behind for r in q.refs)


def words_of(refs: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
    """Return refs by their words alone: whose they are is left open."""
    return tuple(EntityRef(text=r.text, body=r.body) for r in refs)


def alone(builder: Builder, match: Match) -> bool:
    """Say whether one person leaves, not troops: "he", or someone named; and nobody is taken along."""
    single = builder.pack.classes_of("singular_pronoun")
    subjects = match.clause.subjects
    several = ("mission", "state", "organisation", "group")
    pronoun = any(p.words & single and not any(r.kind in several for r in p.refs) for p in subjects)
    named = bool(subjects) and match.phrase is None and all(_one_person(p) for p in subjects)
    rest = match.clause.objects if named else [p for p in match.reach() if p not in subjects]
    taken = any(p.is_people or p.senses("asset") or any(r.kind == "mission" for r in p.refs) for p in rest)
    return (pronoun or named) and not taken


def sent_away(builder: Builder, match: Match) -> bool:
    """Say whether who leaves is an envoy, or the citizens of who tells them to."""
    who, above = match.relations.get("subject", ()), match.clause.parent
    purpose = match.clause.link == "purpose" and above is not None
    attitudes = above.attitudes if purpose and above is not None else frozenset()
    if match.phrase is not None or not who:
        return False
    envoys = any(r.body == "diplomats" for p in who for r in p.refs) or any(
        sense.code == "ambassador" for p in who for sense in p.senses("function")
    )
    told = match.modality == "required" or bool(attitudes & {"demand", "direct"})
    citizens = all(p.words & builder.pack.classes_of("citizens") for p in who)
    theirs = purpose and above is not None and bool(attitudes & {"demand", "direct"})
    theirs = theirs and any(p.owned and p.words & builder.pack.classes_of("citizens") for p in _told_by(match))
    if theirs:
        return True  # a dit à ses citoyens de quitter le Niger
    return ((told or "grant" in attitudes) and envoys and not any(p.owned for p in who)) or (told and citizens)


def named_by_town(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether the place of a move is only the capital by whose name they are called who make it."""
    doers = {n.text for p in match.relations.get("subject", ()) if p.bare for n in p.named}
    return bool(roles.get("place")) and all(r.kind == "place" and r.text in doers for r in roles["place"])


def _told_by(match: Match) -> Sequence[Phrase]:
    """Return whom the clause above speaks to or of, besides who speaks."""
    above = match.clause.parent
    return [p for p in above.phrases if p not in above.subjects] if above is not None else []


def _one_person(phrase: Phrase) -> bool:
    """Say whether a phrase is someone named, with a title beside the name or without."""
    return any(p.person is not None for p in (phrase, *phrase.group)) and phrase.number is None

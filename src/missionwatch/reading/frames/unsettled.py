"""What a clause only weighs, and what it does not ask for: a departure that may harm, a mission set up to advise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.asking import once_weighed
from missionwatch.reading.frames.fallen import simply_died
from missionwatch.reading.frames.phrases import TASKS, ending_before
from missionwatch.reading.frames.reaching import crowd_of, dependents, taken_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef

_MOVES = frozenset({"withdraw", "deploy", "reinforce", "reduce", "end", "suspend", "extend", "resume", "agree"})
_MEANS = frozenset({"plan", "weigh", "demand", "begin", "fail"})  # what a clause above does with an infinitive


def _told_of_others(match: Match, pack: Pack, tokens: Sequence[Token]) -> bool:
    """Say whether words of helping, going and asking tell nothing of the kind: relief agencies, calls attention, was flown to X."""
    clause, kind, noun = match.clause, match.frame.type, match.phrase
    if kind == "aid":
        return noun is not None and noun.noun == "partner"
    if kind == "visit":
        going = {w for v in clause.verbs for w in (tokens[v].lemma, tokens[v].low)}
        return noun is None and clause.passive and not going.isdisjoint(pack.classes_of("flying"))
    if kind != "demand":
        return False
    if noun is None:
        opens = clause.first == 0 and clause.finite == 0 and tokens[0].text.islower()
        asks = opens and not clause.present and "ask" in clause.attitudes  # "Are you coming back?" | asked one of them
        asks = asks or (clause.reduced and clause.first == 0 and not clause.aims)  # Gevraagd naar X zei hij …
        return asks or any(p.words & pack.classes_of("attention_noun") for p in clause.objects)
    taken_up = noun.demonstrative or (noun.owned and not match.relations.get("of"))
    answered = not clause.opened(pack).isdisjoint(("agree", "reject", "approve"))
    answered = answered or not pack.classes_of("answering").isdisjoint(clause.lemmas.values())
    return taken_up and answered and noun not in clause.subjects  # bowed to his demand: who made it, was told before


def weighed(match: Match, pack: Pack, tokens: Sequence[Token]) -> bool:
    """Say whether a clause only weighs what the noun that is its subject would bring: "the departure of X risks …"."""
    clause, noun, verb = match.clause, match.phrase, match.clause.finite
    if noun is None or verb is None or match.times or not _opens(noun, clause):
        return False
    if any(noun.last < c.first < verb and not c.negated for c in (*clause.relatives, *clause.participles)):
        return False  # the withdrawal, which began in May, risks …
    over = any({"perfect", "passive"} & tokens[v].classes and "infinitive" in tokens[v] for v in clause.verbs)
    would = clause.hearsay and not over and any("infinitive" in tokens[v] for v in clause.verbs)
    return would or not {tokens[verb].low, tokens[verb].lemma}.isdisjoint(pack.classes_of("risking"))


def tells_nothing(match: Match, pack: Pack, tokens: Sequence[Token]) -> bool:
    """Say whether a match tells no event: of what threatens by being done, of nobody, of soldiers who only fly somewhere."""
    if match.frame.type == "resume" and _retaken(match):
        return True
    if match.frame.name == "killed" and simply_died(match, pack):
        return True  # President Keita died on Sunday
    carried_out = dependents(match.phrase, match.clause)[:1] if match.frame.type == "attack" and match.phrase else ()
    if any(p.noun == "mandate" for p in carried_out):
        return True  # in the execution of its mandate
    if _silent_on(match, pack) or (match.frame.type not in _BLOWS and _of_a_game(match, pack, tokens)):
        return True
    if match.frame.type in _BLOWS and _guarded_against(match, pack):
        return True
    if match.modality == "possible" and once_weighed(match.clause, tokens):
        return True
    if _voted_on(match, pack) or _stopped_with(match) or _wished_to_see(match, pack, tokens):
        return True
    wishes, medical = (pack.classes_of(name) for name in ("wish_noun", "medical"))
    if match.frame.type == "extend" and any(p.words & wishes for p in match.clause.objects):
        return True  # extends its condolences to Rwanda
    if match.frame.type == "withdraw" and match.phrase is not None and match.phrase.words & medical:
        return True  # will provide medical evacuation
    held = match.clause.objects[:1] if match.frame.type == "detain" and match.phrase is None else []
    if any(p.noun == "mission" and not p.is_people and p.refs_of("mission") for p in held):
        return True  # sa mission et son format seront arrêtés
    if match.phrase is not None and match.phrase.relations and pack.says("unproven", match.clause.lows(tokens)):
        return True  # there is no sign of a withdrawal
    if match.frame.type == "withdraw" and _left_over(match, tokens, pack):
        return True  # that leaves five countries in the force
    if match.frame.type in ("threaten", "withdraw") and _by_what_is_done(match):
        return True  # the departure of X threatens to weaken Y, leaves Y exposed
    sending = match.frame.type == "end" and any(p.noun == "contribution" for p in match.clause.objects)
    if sending and not pack.classes_of("calling_off").isdisjoint(match.clause.lemmas.values()):
        return True  # called off the deployment of 150 soldiers: nobody leaves
    if _by_no_one(match, pack) or _told_of_others(match, pack, tokens) or _only_judged(match):
        return True
    shut = match.clause.objects[:1] if match.frame.type == "end" and match.phrase is None and not match.fixed else []
    if any(p.noun == "place" and not p.refs_of("mission") for p in shut):
        return True  # closes the border to KFOR, its camp in Gao: no mission ends
    if match.frame.type in ("agree", "approve") and _stands(match, pack):
        return True  # the ceasefire between X and Y, the approval runs out: nobody agrees now
    if match.frame.type == "decide" and match.phrase is None and _closes(match.clause, pack):
        return True  # decides to remain seized of the matter
    taken = match.clause.objects[:1] if match.frame.name == "seized" and match.phrase is None else []
    if any(p.noun == "talks" or (p.triggers and not p.noun) for p in taken):
        return True  # takes up the talks of Luanda, its patrols in Gao again
    guests = match.clause.subjects if match.frame.type == "visit" and match.phrase is None else []
    guests = [*guests, *(match.clause.objects if guests and match.fixed else ())]  # flies 80 soldiers to Sudan
    posted = any(p.number is not None and p.is_people and not p.senses("function") for p in guests)
    posted = posted or any((told := p.senses("function")) and all(s.code in TASKS for s in told) for p in guests)
    return posted or _of_nobody(match, pack) or _on_their_way(match, pack)


def _stopped_with(match: Match) -> bool:
    """Say whether a noun only tells what is suspended or ended: "the suspension of all its cooperation with Niger"."""
    noun = match.phrase if match.frame.type in ("cooperate", "support", "aid") else None
    for _ in range(2):  # la suspension de ses actions | de coopération
        noun = ending_before(noun.start, match.clause.phrases) if noun is not None and "of" in noun.relations else None
        if noun is not None and any(t.frame in ("suspend", "end", "stopped") for t in noun.triggers):
            return True
    return False


def _wished_to_see(match: Match, pack: Pack, tokens: Sequence[Token]) -> bool:
    """Say whether a verb tells what somebody would like to see others do: "souhaite voir X partir", "ziet X graag vertrekken"."""
    clause, seeing = match.clause, pack.classes_of("beholding")
    at = next((n for n, v in enumerate(clause.verbs) if v < match.anchor and clause.lemmas.get(v) in seeing), None)
    if at is None or match.phrase is not None or "infinitive" not in tokens[match.anchor]:
        return False
    wishes = (*clause.verbs[:at], *(clause.parent.verbs if clause.parent is not None and at == 0 else ()))
    wishes = tuple(v for v in wishes if not {"perfect", "copula", "passive"} & tokens[v].classes)  # s'est vu refuser
    return bool(wishes) or not pack.classes_of("gladly").isdisjoint(clause.lows(tokens))


def _only_judged(match: Match) -> bool:
    """Say whether a move that a noun tells is any there may be, of which somebody thinks something: "acht een terugkeer onwaarschijnlijk"."""
    noun, clause = match.phrase, match.clause
    judged = noun is not None and "judge" in clause.attitudes and noun in clause.objects and not match.light
    return judged and noun is not None and noun.single and match.frame.type in _MOVES and not match.times


def _on_their_way(match: Match, pack: Pack) -> bool:
    """Say whether those who come and go serve nobody: "thousands of refugees arrived in Gao", "the families left the town"."""
    clause = match.clause
    if match.frame.type not in _COMING_AND_GOING or match.phrase is not None or match.fixed:
        return False
    who = (clause.objects if clause.passive else clause.subjects)[:1]
    who = [q for p in who for q in (p, *crowd_of(p, clause))]
    strangers = pack.outsiders - pack.classes_of("irregulars")
    if any(p.number is not None and p.number.value is None for p in who):
        strangers |= pack.bystanders  # thousands of people
    known = any(r.id for p in who for r in (*p.refs, *p.adjective_refs))
    return not known and any(p.words & strangers for p in who)


_COMING_AND_GOING = frozenset({"deploy", "withdraw", "reduce"})


def _voted_on(match: Match, pack: Pack) -> bool:
    """Say whether a clause only votes on, debates or settles what a noun tells: "stemt morgen over een versterking van UNIFIL"."""
    noun, clause = match.phrase, match.clause
    debated = noun is not None and ("about" in noun.relations or (noun in clause.objects and not clause.passive))
    if noun is None or match.frame.type not in _MOVES or not debated:
        return False
    words = {w for p in clause.phrases if p is not noun for w in p.words} | set(clause.lemmas.values())
    return not words.isdisjoint(pack.classes_of("voting"))


def _of_a_game(match: Match, pack: Pack, tokens: Sequence[Token]) -> bool:
    """Say whether a clause speaks of a game: who is sent off, put off a match or leaves a tournament is no soldier."""
    return not pack.classes_of("of_a_game").isdisjoint(match.clause.lows(tokens))


def _silent_on(match: Match, pack: Pack) -> bool:
    """Say whether a clause speaks of nothing: "says nothing about a withdrawal", "declined to comment on the attack" (no refusal)."""
    clause = match.clause
    if match.frame.type == "reject":
        comments = pack.classes_of("comment")
        words = {w for p in clause.phrases for w in p.words} | {w for c in clause.aims for w in c.lemmas.values()}
        return not comments.isdisjoint(words | set(clause.lemmas.values()))
    phrase = match.phrase
    confirms = not pack.classes_of("confirming").isdisjoint(clause.lemmas.values())
    if confirms and phrase in clause.objects and (clause.negated or "fail" in clause.attitudes_above):
        return True  # has not confirmed, refused to confirm its departure
    if match.frame.type not in _MOVES or phrase is None or phrase.definite or phrase in clause.subjects:
        return False
    speaks = "say" in clause.attitudes or not pack.classes_of("comment").isdisjoint(clause.lemmas.values())
    nothing = any(not p.words.isdisjoint(pack.classes_of("nothing")) for p in clause.phrases)
    return speaks and (clause.negated or nothing)


def _guarded_against(match: Match, pack: Pack) -> bool:
    """Say whether blows are only what somebody is protected from: "protect shipping against Houthi attacks"."""
    clause = match.clause
    from_them = match.phrase is not None and bool({"against", "from"} & set(match.phrase.relations))
    words = pack.classes_of("guarding") | pack.classes_of("defending")
    return from_them and not words.isdisjoint(clause.lemmas.values())


def _by_no_one(match: Match, pack: Pack) -> bool:
    """Say whether nobody does it: snow holds up a convoy, a mission takes a heavy toll, tanks attack in an exercise, tourists visit a town."""
    clause, kind = match.clause, match.frame.type
    if match.phrase is not None:
        return False
    if kind in ("detain", "obstruct", "deny_access", "suspend"):
        return any(p.words & pack.classes_of("weather") for p in clause.subjects)
    if kind == "demand":
        return not clause.aims and any(p.words & pack.classes_of("toll") for p in clause.objects[:1])
    if kind in ("attack", "clash") and match.frame.harm is None:
        drills = pack.classes_of("drill")
        return any(p.words & drills and p.within for p in clause.phrases)
    if kind == "visit":
        return any(p.words & pack.classes_of("sightseer") for p in clause.subjects)
    if kind == "withdraw":  # 230 Ukrainians came home in an exchange of prisoners
        held = (p for p in clause.phrases if any(t.frame == "release" for t in p.triggers))
        return any(p.within for p in held)
    return False


def _retaken(match: Match) -> bool:
    """Say whether what a noun says to be taken up again is a town that is taken back: "la reprise de Bria"."""
    taken = next((p for p in match.relations.get("of", ()) if p.refs or p.unknown_name), None)
    town = taken is not None and all(r.kind == "place" for r in taken.refs)
    return match.phrase is not None and town


def _closes(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause decides no more than the formula that closes a resolution does."""
    formula = pack.classes_of("closing_formula")
    return any(not formula.isdisjoint(aim.lemmas.values()) for aim in clause.aims)


def _left_over(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb of leaving tells what is left: "that leaves five countries in the force", "the decision leaves it weak"."""
    clause, verb = match.clause, match.clause.finite
    if match.phrase is not None or match.fixed or clause.passive or verb is None or not clause.objects:
        return False
    first = next((p for p in clause.phrases if p.bare and p.last < verb), None)
    all_of_it = first is not None and "event_pronoun" in tokens[first.first] and first.pronoun != "person_pronoun"
    decided = first is not None and not first.words.isdisjoint(pack.classes_of("plan_noun"))
    return (all_of_it and first is not None and first.first == first.last and not first.refs) or decided


def _by_what_is_done(match: Match) -> bool:
    """Say whether what threatens is something done, no one who threatens: "the withdrawal threatens to …"."""
    noun = next((p for p in match.clause.phrases if p.bare), None)
    moves = noun is not None and not noun.is_people and any(t.frame in _MOVES for t in noun.triggers)
    return match.phrase is None and noun is not None and moves and _opens(noun, match.clause)


def _opens(noun: Phrase, clause: Clause) -> bool:
    """Say whether a noun stands before the verb as its subject, whatever the subject was taken for."""
    before = clause.finite is not None and noun.last < clause.finite and noun.bare
    return noun in clause.subjects or (before and next((p for p in clause.phrases if p.bare), None) is noun)


def only_works(match: Match, actor: Sequence[EntityRef]) -> bool:
    """Say whether an infinitive of purpose tells what a mission is for, and asks for nothing: "was set up to advise"."""
    clause, above = match.clause, match.clause.parent
    aim = match.phrase is None and clause.link == "purpose" and above is not None
    mission = bool(actor) and all(r.kind == "mission" for r in actor)
    return aim and above is not None and mission and not above.attitudes & _MEANS


def told_its_own(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether who is asked is only one's own people: "told its citizens to leave Niger" asks nothing of Niger."""
    clause, citizens = match.clause, builder.pack.classes_of("citizens")
    kin = next((p for p in (*clause.objects, *clause.phrases) if p.owned and p.words & citizens), None)
    asked = roles.get("target", ())
    if kin is None or all(r in kin.refs for r in asked):
        return kin is not None
    first = [p.first for p in clause.phrases if any(r in p.refs for r in asked)]
    return "direct" in clause.attitudes and bool(first) and kin.first < min(first)


def _of_nobody(match: Match, pack: Pack) -> bool:
    """Say whether a clause tells that nobody was hurt, or of a verb of holding that holds nobody: "holds on to the mission"."""
    clause, verbal = match.clause, match.phrase is None and (not match.fixed or "…" in match.trigger)
    held = match.frame.type == "detain" and verbal and not (clause.passive or clause.objects)
    blow = match.frame.type == "attack" and match.phrase is None
    alone = [p for p in (*clause.objects, *clause.subjects) if p.first == p.start == p.last] if blow else []
    nobody = any(not p.words.isdisjoint(pack.classes_of("nobody")) for p in alone)  # nobody was hit
    return held or nobody or bool(match.frame.harm and match.negated)


def ends_nothing(match: Match, pack: Pack) -> bool:
    """Say whether words of ending tell how long a mandate lasts, what is signed ("concluded an agreement on the mission"), or a deed's end."""
    clause, pacts = match.clause, pack.classes_of("pact_noun")
    lasting = match.phrase is None and any(p.noun in ("mandate", "contribution") for p in clause.subjects)
    if lasting and (match.times or not clause.objects):
        return True  # a period
    apart = "…" in match.trigger and pacts.isdisjoint(match.trigger.split())
    above = clause.parent if clause.link == "relative" else None
    signed = ending_before(clause.first, above.phrases) if above is not None else next(iter(clause.objects), None)
    if apart and signed is not None and signed.words & pacts:
        return True
    ended = clause.objects or clause.subjects
    deed = match.phrase is None and bool(ended) and any(t.frame in _DEEDS for t in ended[0].triggers)
    return deed and not any(p.noun in ("mandate", "mission") for p in ended)


_DEEDS = frozenset({"withdraw", "attack", "obstruct"})  # whose end is no mission's: the departure is completed


def never_was(draft: Draft) -> bool:
    """Say whether a draft tells of what only may be: an attack that is feared, a departure that is supposed or weighed.

    That it is weighed, or that there is a risk, is told beside it.
    """
    kind, modality = draft.fields.get("type"), draft.fields.get("modality")
    if draft.fields.get("likelihood") is not None:
        return False
    open_yet = draft.clause is not None and draft.clause.depends
    return (kind in _BLOWS and modality in _UNREAL) or (kind in _MOVES and modality == "conditional" and not open_yet)


_BLOWS = frozenset({"attack", "clash", "coup", "protest"})
_UNREAL = frozenset({"possible", "conditional"})


def put_off(clause: Clause) -> bool:
    """Say whether what is done something to could be put off: a vote, a visit, the talks."""
    what = (taken_up(p, clause) for p in clause.objects)
    return any(p.triggers or p.noun in ("talks", "contribution", "mission", "mandate") for p in what)


def _stands(match: Match, pack: Pack) -> bool:
    """Say whether a noun only names an agreement or approval that stands, or an infinitive one that is asked for."""
    clause = match.clause
    if "accompanying" in match.only:
        return False  # sent its men with the consent of the Council
    if match.phrase is None:
        above = clause.parent.attitudes if clause.parent is not None and clause.link == "purpose" else frozenset()
        return match.frame.type == "approve" and "demand" in above
    judged = "judge" in clause.attitudes or any(lemma in pack.grade_verbs for lemma in clause.lemmas.values())
    dated = any(t.relation == "at" for t in match.times)
    if any(c.first == match.phrase.last + 1 for c in clause.participles):
        return False  # the agreement signed between …
    only_offered = not pack.classes_of("offering").isdisjoint(clause.lemmas.values())  # proposes a truce
    made = (
        match.light and not only_offered and not (match.phrase in clause.subjects and not clause.passive)
    )  # but: the truce holds
    oneself = any(p.words & pack.classes_of("reflexive") for p in clause.phrases) and not match.phrase.bare
    if match.light and oneself:
        return True  # zich aan afspraken houden
    kept = not (match.phrase.bare or "without" in match.phrase.relations)  # does not keep to what was agreed
    return not (made or (dated and not only_offered) or judged or (match.negated and not kept))


def only_fights(builder: Builder, match: Match, verb: str) -> bool:
    """Say whether a fight is only what a mission is for: "strijdt tegen IS"."""
    aims = any(t.frame == "aim" for t in builder.pack.verb_triggers.get(verb, ()))
    fighters = [r for p in match.clause.subjects for r in p.refs]
    return aims and bool(fighters) and all(r.kind == "mission" for r in fighters) and not match.times


def only_goes(match: Match, doers: Sequence[EntityRef]) -> bool:
    """Say whether no more than a person comes or goes, who sends and brings home nobody: "the minister flies to Niamey"."""
    if match.frame.type not in ("deploy", "withdraw") or (match.phrase is None and match.clause.objects):
        return False
    office = match.phrase is None and all(p.senses("function") and not p.is_people for p in match.clause.subjects)
    return bool(doers) and (all(r.kind == "person" for r in doers) or (office and bool(match.clause.subjects)))


def only_claims(builder: Builder, match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether a verb of demanding only claims what is so: "insists that it has no troops there", but not "that they leave"."""
    clause, words = match.clause, builder.pack.classes_of("claiming")
    if match.frame.type != "demand" or match.phrase is not None or words.isdisjoint(clause.lemmas.values()):
        return False
    inner = next((c for c in builder.clauses if c.parent is clause and c.link == "content"), None)
    told = tokens[inner.finite] if inner is not None and inner.finite is not None else None
    foreseen = told is not None and told.low in builder.pack.classes_of("unreal")  # insists that it would hurt
    return told is not None and (foreseen or "modal" not in told) and told.low != told.lemma


def only_tells(builder: Builder, match: Match, tokens: Sequence[Token], doers: Sequence[EntityRef]) -> bool:
    """Say whether a match tells no more than that a person goes, what somebody claims, or what a mission works at."""
    works = match.frame.type == "demand" and only_works(match, doers)
    return works or only_goes(match, doers) or only_claims(builder, match, tokens)

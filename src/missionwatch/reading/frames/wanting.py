"""What a match tells of that has not happened: what is asked for, almost done, not done but something else, said in general."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.asking import what_depends
from missionwatch.reading.frames.links import behind_quotation
from missionwatch.reading.frames.owning import braced, inside
from missionwatch.reading.frames.phrases import ending_before
from missionwatch.reading.frames.reaching import addressed, dependents, of_an_aside
from missionwatch.reading.frames.roles import TROOP_MOVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack, Trigger
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Frame, Match
    from missionwatch.reading.frames.tokens import Token

_AGREED = frozenset({"agree", "consult", "decide", "approve"})  # events that are about what is to be done
_PUT_OFF = frozenset({"postpone", "suspend"})
_OVER = frozenset({"attack", "clash", "coup", "protest"})  # nobody agrees on these: what is spoken about has happened
_FAR = 9  # words between "instead of" and its verb


def want(found: Sequence[Match], tokens: Sequence[Token], pack: Pack) -> None:
    """Mark as required what other matches of the clause ask for; who condemns a shooting did not do it."""
    for match in found:
        named = match.fixed and match.phrase is None and verb_of(match, tokens) is None
        if named and pack.is_gerund(tokens[match.anchor]):
            match.relations = {name: phrases for name, phrases in match.relations.items() if name != "subject"}
    demands = [match for match in found if match.phrase is None and match.frame.type == "demand"]
    asked: list[Match] = []
    for match in sorted(found, key=lambda one: one.first) if demands else ():
        wanted = any(_asked_for(match, demand, tokens) for demand in demands) or any(
            _goes_with(match, other, tokens) for other in asked
        )
        if match.modality in ("actual", "planned") and wanted and match.frame.type != "demand":
            match.modality = "required"
            asked.append(match)
            if match.phrase is None:  # who asks for an investigation does not investigate
                match.relations = {name: phrases for name, phrases in match.relations.items() if name != "subject"}
    for match in (m for m in found if opposed(m, found)):
        match.modality = "planned"
    agreed = [m for m in found if m.frame.type in _AGREED and m.phrase is None]
    becomes = "possible" if all(m.negated for m in agreed) else "planned"
    for match in found if agreed else ():
        ahead = match.frame.type not in _OVER
        if ahead and match.modality == "actual" and match.phrase is not None and "about" in match.phrase.relations:
            match.modality = becomes  # agreed on the withdrawal of …


def requested(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Let "at Mali's request" say who asked for what is done, as "at the request of Mali" does: it is no demand beside it."""
    for phrase in clause.phrases:
        with_it = phrase.first - phrase.start == 1 and "asked_with" in tokens[phrase.start]
        whose = phrase.adjective_refs or phrase.refs
        if with_it and phrase.words & pack.classes_of("asked_noun") and (whose or phrase.owned):
            phrase.relations, phrase.refs, phrase.triggers = ("request",), list(whose), ()


def scheduled(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Let what "doit" says of a day to come be planned, not asked for: "le Conseil doit le reconduire la semaine prochaine"."""
    words = pack.classes_of("scheduled")
    if not words or clause.modality != "required" or clause.link not in ("main", "relative"):
        return
    heads = [p for p in clause.phrases if p.bare and clause.finite is not None and p.last < clause.finite]
    bodies = any(r.kind in ("mission", "organisation") for p in heads for r in p.refs if p.pronoun is None)
    bodies = bodies or any(p.noun in ("mission", "contribution") for p in heads)
    ahead = any(t.relation in ("at", "before") and not t.past and not t.owned and t.resolver for t in clause.times)
    if bodies and ahead and not words.isdisjoint(clause.lows(tokens)):
        clause.modality = "planned"


def suppose(clauses: Sequence[Clause], tokens: Sequence[Token], pack: Pack) -> None:
    """Mark what would have been done but was not ("would have left if …"), and what is to be done first: "will stay until X decides"."""
    for clause in clauses:
        above = what_depends(clause, clauses)
        if clause.link == "purpose" and clause.opener and "yet_to" in tokens[clause.opener - 1]:
            clause.negated, clause.modality = not clause.negated, "actual"  # has yet to decide
        ahead = clause.opener is not None and "still_ahead" in tokens[clause.opener]
        waits = above is not None and (above.modality == "planned" or (ahead and above.present))
        if clause.link == "time" and clause.present and waits:
            clause.modality = "planned" if clause.modality == "actual" else clause.modality
        if clause.link == "condition" and above is not None and _stays_open(clause, above, tokens):
            above.modality, above.depends = "conditional", True
        would = clause.hearsay or clause.modality in ("planned", "possible") or _had(clauses, clause, tokens)
        over = any("perfect" in tokens[v] for v in clause.verbs) and len(clause.verbs) > 1
        if not (would and over):
            continue
        lacking = any("without" in p.relations and (p.definite or p.refs) for p in clause.phrases)
        lacking = lacking or any(_without_whom(i, tokens, pack) for i in clause.order)
        unreal = clause.finite is not None and "unreal" in tokens[clause.finite] and clause.link in ("main", "relative")
        unreal = unreal and "participle" in tokens[clause.verbs[-1]]
        unreal = unreal and not any(t.relation == "before" for t in clause.times)  # the draft that would have …
        if lacking or unreal or any(c.parent is clause and c.link == "condition" for c in clauses):
            clause.hearsay, clause.modality = False, "conditional"


def _stays_open(clause: Clause, above: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether what a clause tells depends on a condition: "vertrekt als Niger daarom vraagt"; said, judged or over it is not."""
    if clause.finite is None or above.attitudes & _TELLING or above.modality not in ("actual", "planned"):
        return False
    over = any("perfect" in tokens[v] for v in above.verbs)  # would have left
    return above.link in ("main", "content", "relative") and not over and (above.present or above.modality == "planned")


def _had(clauses: Sequence[Clause], clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause tells what would have been, had something been: "Had Mali het gevraagd, dan was Denemarken vertrokken"."""
    first = clauses[0]
    had = first.link == "condition" and first.parent is clause and first.finite == first.first and not first.present
    return had and first.finite is not None and "perfect" in tokens[first.finite]


def how_real(frame: Frame, clause: Clause, index: int, tokens: Sequence[Token], pack: Pack) -> str:
    """Return the modality of what a verb tells in its clause; what only tells of a noun has been done: "the soldier, hurt in Gao, will …"."""
    token = tokens[index]
    if clause.future and of_an_aside(index, clause, tokens, pack):
        return "actual"
    if frame.type == "demand" and "modal" in token and clause.modality == "planned":
        return "actual"  # wants Serbia to leave: it is wanted now
    if clause.depends and frame.type in _SAID:
        return "actual"  # threatens to step in if …: the threat is made
    return clause.modality


_TELLING = frozenset({"say", "judge", "know", "accuse", "deny", "condemn"})


def _without_whom(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    return "relative" in tokens[i] and i > 0 and "without" in pack.relations.get((tokens[i - 1].low,), ())


def demanded(clause: Clause) -> bool:
    """Say whether somebody demands what a clause tells: that it lies ahead makes it no plan."""
    return clause.link in ("content", "purpose") and clause.parent is not None and "demand" in clause.parent.attitudes


def only_wants(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause has only a verb of wanting: "Frankrijk wil dat de EU sancties oplegt"."""
    lemmas = [clause.lemmas.get(v, "") for v in clause.verbs]
    opened = (t for lemma in lemmas[:1] for t in pack.verb_triggers.get(lemma, ()))
    return len(lemmas) == 1 and any(t.frame == "demand" and "directed" not in t.only for t in opened)


def asks_to(match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether a demand says in its own clause, by an infinitive, what is to be done: "drong er bij Mali op aan … te houden"."""
    clause = match.clause
    return any(v > match.anchor and "infinitive_marker" in tokens[v - 1] for v in clause.verbs)


def by_a_thing(match: Match) -> bool:
    """Say whether what threatens is a thing: "geldgebrek bedreigt AUSSOM"."""
    doers = match.clause.subjects if match.phrase is None and not match.clause.passive else []
    return bool(doers) and not any(p.is_people or p.pronoun or p.refs or p.anaphor for p in doers)


def is_not_done(index: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb tells what was not done: "almost withdrew", "instead of withdrawing its troops, X …"."""
    opening = clause.finite is not None and index in clause.verbs and clause.finite == clause.first + 1
    if (opening and "almost" in tokens[clause.first]) or (index and "almost" in tokens[index - 1]):
        return True  # almost withdrew; bijna had X zich teruggetrokken
    if pack.verb_second and index == clause.finite:
        return False  # in plaats van Frankrijk levert Italië de helikopters
    if pack.gerund and tokens[index].low != tokens[index].lemma and not pack.is_gerund(tokens[index]):
        return False  # the camp far from home was attacked
    far = 2 * _FAR if pack.verb_second and "infinitive_marker" in tokens[index - 1] else _FAR
    for at in range(index - 1, max(-1, index - far), -1):
        if at in clause.verbs or not tokens[at].is_word:
            return False
        low = tokens[at].low
        for words in pack.instead:
            if words[0] == low and tuple(t.low for t in tokens[at : at + len(words)]) == words:
                return True
    return False


def refrains(trigger: Trigger, frame: Frame, pack: Pack) -> bool:
    """Say whether a phrase tells that somebody does not take part: "decided against taking part", "ziet af van deelname"."""
    gives = frame.predicate == "contribution" and len(trigger.words) > 1
    return gives and not pack.classes_of("refraining").isdisjoint(trigger.words)


def _asked_for(match: Match, demand: Match, tokens: Sequence[Token]) -> bool:
    """Say whether a noun is what is asked for: "called for the withdrawal of …", "appelle au retrait de …"; it is wanted, not told."""
    if match.frame is demand.frame or match.light or match.trigger == demand.trigger:
        return False  # gave them 48 hours: words that say both ask for no doing of their own
    last = demand.trigger.split()[-1]
    after = (i for i in demand.clause.order if i >= demand.anchor and last in (tokens[i].low, tokens[i].lemma))
    ends = next(after, None) if demand.fixed else demand.anchor
    phrases = match.clause.phrases
    own = match.phrase or next((p for p in phrases if p.first <= match.anchor <= p.last), None)
    if ends is None or own is None:
        return False
    if demand.fixed and match.phrase is own and own.first <= ends <= own.last:
        return True  # expect an investigation
    leader = next((p for p in phrases if own in p.group), own)
    behind = next((t.index for t in tokens[ends + 1 :] if "adverb" not in t), ends + 1)  # appellent également à
    return ends - 1 <= leader.start <= behind and leader.first > ends


def hung_on(phrase: Phrase, clause: Clause, pack: Pack) -> str | None:
    """Return how real a noun is that hangs on one of asking, fearing or planning: "calls for the withdrawal of", "fears of a coup"."""
    if clause.future and "by" in phrase.relations and not clause.passive:
        return "planned"  # will come about by the withdrawal of …
    thanked = not pack.grade_verbs.keys().isdisjoint(clause.lemmas.values())
    worked_for = "for" in phrase.relations and any(t.frame in _WORKED_FOR for t in phrase.triggers)
    if "toward" in phrase.relations or (worked_for and not thanked):
        return "planned"  # with a view to the withdrawal of …, negotiates for the release of …
    before = ending_before(phrase.start, clause.phrases) if phrase.relations else None
    if before is None:
        return None
    if before.negated and any(t.frame == "decide" for t in before.triggers):
        return "possible"  # no decision has been taken on the withdrawal of …
    if not {"because", "after", "despite"}.isdisjoint(phrase.relations):
        return None  # held talks after the attack
    if before.noun == "talks" or any(t.frame in _AGREED or t.frame in _PUT_OFF for t in before.triggers):
        return "planned"  # an agreement on the withdrawal of …, a pause in the drawdown
    for name, modality in _HUNG_ON:
        if before.words & pack.classes_of(name) and not (modality == "possible" and phrase.definite):
            return modality  # but: concern over the attacks
    return None


_WORKED_FOR = frozenset({"release", "freed"})  # what one talks or pays for, and is not told to be done
_HUNG_ON = (
    ("asking_noun", "required"), ("fear_noun", "possible"), ("rumour_noun", "possible"), ("plan_noun", "planned"),
    ("leave_noun", "planned"),
)  # fmt: skip


def only_rumoured(phrase: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a noun hangs on a rumour that is denied or untrue: "denied reports of a withdrawal", "rumours of a coup proved unfounded"."""
    before = ending_before(phrase.start, clause.phrases) if phrase.relations else None
    rumours = pack.classes_of("rumour_noun") | pack.classes_of("report_noun")
    if before is None or not before.words & rumours:
        return False
    if before in clause.subjects and pack.says("untrue", clause.lows(tokens)):
        return True
    return before in clause.objects and not {"deny", "reject"}.isdisjoint(clause.opened(pack) | clause.attitudes)


def is_theme(phrase: Phrase, clause: Clause, attitudes: frozenset[str]) -> bool:
    """Say whether a noun is what its clause decides, weighs, asks for or gives up: "stemt in met een missie", "decided on the withdrawal"."""
    if phrase.definite and any(t.frame == "demand" for t in phrase.triggers):
        return False  # approved the request of X: that was made
    if phrase in clause.objects or (not clause.objects and "with" in phrase.relations):
        return True
    marks = set(phrase.relations)
    if "demand" in attitudes and not phrase.definite and {"about", "for"} & marks:
        return True  # asked the UN for an extension of the mission
    on_it = bool({"to", "until"} & marks) or ("about" in marks and not (clause.present or clause.future))
    decided = "plan" in attitudes and not clause.objects and on_it and (phrase.specified or not phrase.definite)
    if ("fail" in attitudes and phrase.relations) or decided:
        behind = (p for p in clause.phrases if clause.verbs and p.first > clause.verbs[0] and p not in clause.subjects)
        return next(behind, None) is phrase
    return braced(phrase, clause) and bool(attitudes & {"weigh", "plan"})


def told_as_past(match: Match) -> bool:
    """Say whether a noun tells of a blow because of which, or after which, something else is done or planned: it has fallen."""
    phrase = match.phrase
    told = phrase is not None and (phrase.definite or phrase.number is not None)  # after two coups
    behind = told and phrase is not None and not {"because", "after", "despite"}.isdisjoint(phrase.relations)
    return behind and match.frame.type in _OVER


def verb_of(match: Match, tokens: Sequence[Token]) -> int | None:
    """Return the last verb that is among the words of a fixed phrase: "ter beschikking … stellen"."""
    said, clause = set(match.trigger.split()), match.clause
    return next((v for v in reversed(clause.verbs) if said & {tokens[v].low, clause.lemmas.get(v, "")}), None)


def denies_by_modal(match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether the words that open a match hold the clause's modal: "kunnen … niet … verlaten"."""
    said = set(match.trigger.split())
    return any("modal" in tokens[i] and said & {tokens[i].low, tokens[i].lemma} for i in match.clause.order)


def urged(clause: Clause) -> list[Phrase]:
    """Return whom a clause turns to with a preposition: "drong er bij de NAVO op aan"."""
    sides = ("state", "organisation", "group", "mission")
    if any(r.id and r.kind in sides for p in clause.objects[:1] for r in p.refs):
        return []  # asked the Council to leave the force in Albania
    if any(p.bare and p.noun in ("country", "partner") for p in clause.objects):
        return []  # riep andere landen op troepen in Haïti in te zetten
    return [p for p in clause.phrases if "at" in p.relations and any(r.id and r.kind in sides for r in p.refs)][:1]


def attitudes_of(lemma: str, clause: Clause, pack: Pack) -> frozenset[str]:
    """Return the attitudes of a verb to what it governs in its clause; who tells its citizens to leave demands it."""
    attitudes = pack.attitudes.get(lemma, frozenset()) | (clause.attitudes & {"demand"})
    return attitudes | {"demand"} if "direct" in attitudes and addressed(clause) else attitudes


def steer(match: Match, whole: dict[str, list[Phrase]], attitudes: frozenset[str], *, done: bool) -> None:
    """Let an infinitive be done by whom the verb above it asks, tells or accuses: "beschuldigt Rwanda ervan M23 te steunen"."""
    clause = match.clause
    controls = (attitudes | (clause.attitudes & {"demand"})) & {"accuse", "demand", "direct"}
    controls -= {"demand", "direct"} if done else set()  # dit avoir tué 40 hommes
    controls -= {"direct"} if not addressed(clause) else set()
    near = urged(clause) if "demand" in controls and not clause.passive else []
    whom = near or clause.objects[:1]  # werd opgeroepen zich terug te trekken
    if controls and whom:
        match.relations = whole | {"subject": whom, "object": [p for p in clause.objects if p not in whom]}
        match.accused = "accuse" in controls


_MEANS = frozenset({"plan", "weigh"})  # what a verb does with what it means to be done


def under(match: Match, verb: str, said: frozenset[str], pack: Pack, *, alone: bool) -> None:
    """Let a noun of several words be what the verb above it does: "deplored a cut in the troops", not ``alone`` "denied giving arms"."""
    if not any(p.words & said for p in match.clause.objects):
        return
    attitudes = pack.attitudes.get(verb, frozenset())
    match.modality = governed(attitudes & _MEANS, match.modality)
    moved = match.frame.type in TROOP_MOVES
    if attitudes & {"deny", "fail"} and not attitudes & _MEANS and (moved or not alone):
        match.negated = not match.negated
    if not moved:
        return
    owned = any(p.owned and p.words & said for p in match.clause.phrases)
    if not (owned or verb in pack.light or attitudes & _MEANS):
        match.relations = {name: found for name, found in match.relations.items() if name != "subject"}


def _goes_with(match: Match, asked: Match, tokens: Sequence[Token]) -> bool:
    """Say whether a noun is asked for together with another: "called for the extension of … and the release of …"."""
    if match.phrase is None or match is asked or not match.phrase.start:
        return False
    if asked.phrase is not None and asked.phrase.last < match.phrase.first <= asked.last:
        return True  # requested a pause in the drawdown
    return "coordinator" in tokens[match.phrase.start - 1] and 0 < match.phrase.start - asked.last <= 2


def only_says(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause only says who says what stands beside it: "…, a rappelé le ministre", "…, accuse Kinshasa"."""
    if clause.coordinated is None or clause.first != clause.finite:
        return False
    if "say" in clause.attitudes:
        return True
    alone = clause.phrases[0] if len(clause.phrases) == 1 and not clause.governs else None
    someone = alone is not None and alone.bare and bool(alone.refs or alone.noun in ("people", "person"))
    opened = (t for lemma in clause.lemmas.values() for t in pack.verb_triggers.get(lemma, ()))
    accused = bool(clause.objects) and behind_quotation(clause.first, tokens)
    return someone and not accused and any(t.frame in _WORDS for t in opened)


_WORDS = frozenset({"accuse", "condemn", "demand"})  # frames of what is only said


def of_anyone(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells of whoever it may be: "anyone who attacks UNIFIL risks sanctions"."""
    words = pack.classes_of("anyone")
    before = clause.opener - 1 if clause.link == "relative" and clause.opener else -1
    return not words.isdisjoint(clause.lows(tokens)) or (before >= 0 and tokens[before].low in words)


def courteous(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause only closes a letter: "Je vous prie d'agréer …" asks for nothing and approves nothing."""
    return any("courtesy" in tokens[i] for c in (clause, *clause.aims) for i in c.verbs)


def only_spoken_of(match: Match, found: Sequence[Match]) -> bool:
    """Say whether a noun is only what others talk about or are against: "discussed an extension", "protests against the withdrawal"."""
    phrase = match.phrase
    if phrase is None and match.frame.name == "enter":
        somewhere = any(r.country for p in match.clause.objects for r in p.refs)  # reached Gao; not: reached a deal
        return not somewhere and any(m.anchor == match.anchor and m.frame.type == "agree" for m in found)
    if phrase is None or match.light or match.times or match.frame.type not in _MEANT:
        return False
    if {"against"} == set(phrase.relations):
        return True
    about = "about" in phrase.relations or phrase in match.clause.objects
    talks = [m for m in found if m.frame.type == "consult" and m.phrase is None and not m.negated]
    about = about or ("of" in phrase.relations and any(phrase.start == m.anchor + 1 for m in talks))
    return about and not phrase.definite and any(m.anchor < phrase.first for m in talks)


def opposed(match: Match, found: Sequence[Match]) -> bool:
    """Say whether somebody is against what a noun tells, which is then only planned: "opposes the withdrawal of UNIFIL"."""
    phrase = match.phrase
    if phrase is None or match.light or match.modality != "actual" or match.frame.type not in _MEANT:
        return False
    theirs = phrase in match.clause.objects or "to" in phrase.relations
    against = (m for m in found if m.frame.type == "reject" and m.phrase is None and m.anchor < phrase.first)
    return theirs and any(not m.negated for m in against)


_SAID = frozenset({"demand", "accuse", "condemn", "deny", "reject", "threaten"})
# What is planned before it is done, so that others can be against it and who does it says so.
_MEANT = frozenset({"withdraw", "deploy", "reinforce", "reduce", "end", "extend", "suspend", "resume"})


def governed(attitudes: frozenset[str], modality: str, kind: str | None = None) -> str:
    """Return the modality of what a verb of deciding, demanding or weighing governs; who says to send or stop something means to."""
    for attitude, becomes in (
        ("demand", "required"),
        ("weigh", "possible"),
        ("plan", "planned"),
        ("foresee", "possible"),
    ):
        if attitude in attitudes:
            return becomes
    return "planned" if "say" in attitudes and kind in _MEANT and modality == "actual" else modality


# What is done to something that goes on: the cooperation that is ended is no event of its own.
ABOUT_WHAT_GOES_ON = frozenset({"end", "suspend", "resume", "postpone"})


def told_already(match: Match) -> bool:
    """Say whether a noun only names what a verb tells: "overthrown in a coup"."""
    return match.frame.type == "coup" and match.phrase is not None and inside(match.phrase)


def goes_on(match: Match, clause: Clause) -> bool:
    """Say whether a noun is what goes on or is ended in a clause, no event of its own: "mettre fin à la coopération"."""
    noun = match.phrase
    if noun is not None and match.frame.type in ("attack", "clash") and noun in clause.objects:
        told = (noun.owned or noun.demonstrative) and not dependents(noun, clause)
        return told or match.modality != "actual"  # says it will halt its attacks on Goma
    if noun is None or match.frame.type not in ("cooperate", "sanction", "deploy", "support", "elect"):
        return False
    if noun in clause.objects:
        return match.frame.type not in ("deploy", "support")
    return "to" in noun.relations  # mettre fin à la coopération


def asked_in(child: Clause, parent: Clause, pack: Pack) -> bool:
    """Say whether a noun before an infinitive asks for it: "calls to leave", "a request to withdraw"."""
    noun, asking = ending_before(child.first, parent.phrases), pack.classes_of("asking_noun")
    if noun is not None and {"of", "by"} & set(noun.relations) and noun.words.isdisjoint(asking):
        noun = ending_before(noun.start, parent.phrases) or noun  # the request of the UN to send …
    return noun is not None and not noun.words.isdisjoint(asking)


def grants(clause: Clause, tokens: Sequence[Token], pack: Pack, told: Sequence[Draft]) -> bool:
    """Say whether a clause tells that a request is met: "ging in op het verzoek van de VN". ``told`` are its drafts."""
    words = pack.classes_of("granting")
    met = not words.isdisjoint(clause.lemmas.values()) or not words.isdisjoint(clause.lows(tokens))
    agreed = {*clause.opened(pack), *(d.fields.get("type") for d in told)}
    return not clause.negated and (met or not agreed.isdisjoint(_GRANTING))


_GRANTING = frozenset({"agree", "approve", "decide"})  # frames and events of giving what is asked for

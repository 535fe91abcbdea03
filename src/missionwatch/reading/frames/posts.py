"""Who holds which post: "X is Force Commander of Y", "Force Commander X of Y", "X, Minister of Defence", "Force Commander: X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.commanding import only_a_part, parts
from missionwatch.reading.frames.dating import sooner
from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.mentions import Post
from missionwatch.reading.frames.naming import bracketed, field_in_brackets, office, second_title
from missionwatch.reading.frames.organs import presided
from missionwatch.reading.frames.quoting import spoken_for
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import HAPPENINGS
from missionwatch.reading.frames.senses import FIELD_RANKS, MISSION_POSTS, OFFICES, held_as, led_before, said_of
from missionwatch.reading.frames.titles import (
    beside_name,
    chief_of_others,
    could_be_name,
    field_and_name,
    heads,
    is_called,
    is_someone,
    led_under,
    named_as,
    names_post,
    portfolio,
    post_code,
    titled,
    who_is,
)
from missionwatch.reading.frames.whose_post import (
    before_parliament,
    government_spoken_of,
    headed,
    owner,
    speaking_for,
    unless_met,
    whose_unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

_STATE_POSTS = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister", "prime-minister",
    "ambassador", "chief-of-defence",
})  # fmt: skip
# Posts of those whom the register knows to have led a state, or to have been its ministers.
_LED = _STATE_POSTS - {"ambassador", "chief-of-defence"}
_ABOVE = MISSION_POSTS | {"special-representative"}  # who heads a mission is that first, and an ambassador besides
# Posts that say something of who holds them even where whose they are goes unsaid.
_ALONE = _STATE_POSTS | {"president", "spokesperson", "secretary-general", "special-representative"}


class _Holding:
    """A post that somebody named in a clause holds, found step by step: who it is, which post, and of whom."""

    def __init__(
        self, builder: Builder, clause: Clause, sentence: Sentence, phrase: Phrase, everyone: Sequence[Phrase]
    ) -> None:
        self.builder = builder
        self.discourse = builder.discourse
        self.clause = clause
        self.sentence = sentence
        self.phrase = phrase  # the person's
        self.everyone = everyone  # all phrases of the sentence, in order
        self.beside: Phrase | None = None  # the title that stands beside the name
        self.field: str | None = None  # the post by its field: a minister of defence
        self.function: str | None = None
        self.rank: str | None = None
        self.chain: list[Phrase] = []  # the phrases that may say of whom, nearest first
        self.where: list[Phrase] = []  # … and the person's own
        self.first, self.last = phrase.first, phrase.last  # what is quoted
        self.shares = False  # ministers X and Y
        self.part = False  # it is the post of a part of a mission only
        self.mission: tuple[EntityRef, ...] = ()
        self.body: tuple[EntityRef, ...] = ()
        self.state: tuple[EntityRef, ...] = ()
        self.unit: tuple[EntityRef, ...] = ()  # whose unit a commander has

    @property
    def nobodys(self) -> bool:
        """Whether nothing says yet of whom the post is."""
        return not (self.mission or self.body or self.state)

    def is_somebody(self) -> bool:
        """Say whether the phrase is a person, one whom the words beside the name show to be one included."""
        builder, clause, phrase, everyone = self.builder, self.clause, self.phrase, self.everyone
        tokens = self.sentence.tokens
        fielded = field_and_name(builder, phrase, everyone, self.sentence) if _hung(phrase) else None
        if fielded is not None:
            self.beside, self.field, phrase.unknown_name = fielded
        elif phrase.person is None and not (could_be_name(phrase) or bracketed(phrase, tokens)):
            return False
        else:
            self.beside = beside_name(phrase, everyone, self.sentence) or titled(phrase, everyone)
        beside, ours = self.beside, builder.pack.classes_of("own")
        theirs = beside is not None and beside.owned and not (beside.adjective_refs or beside.words & ours)
        if beside is not None and theirs and beside in clause.subjects:
            beside.refs = [renamed(r, beside.text, r.body) for r in owner(builder, clause)]  # Its spokesperson, X, …
        second = second_title(phrase, everyone, tokens) if phrase.person is None and beside is None else None
        if second is not None:
            phrase.named = [*(n for n in second.named if n.forms("function")), *phrase.named]
        titled_so = second is not None or beside is not None
        if phrase.person is None and (titled_so or is_called(builder, clause, phrase) or is_someone(phrase, tokens)):
            phrase.person = phrase.unknown_name
            before, phrase.refs = phrase.refs, [self.discourse.named_person(phrase)]
            for other in everyone:
                if other.pronoun == "relative" and before and other.refs == before:
                    other.refs = list(phrase.refs)  # …, X, whom the junta told to leave
        # the Secretary-General, X: he is named already
        office_itself = beside is not None and not beside.senses("function")
        if office_itself and phrase.person is not None and phrase in clause.objects:
            clause.objects.remove(phrase)
        if beside is not None and phrase.person is not None and phrase not in beside.group and not office_itself:
            beside.group.append(phrase)  # the spokesperson, X: whoever expels the one expels the other
        return phrase.person is not None and bool(phrase.refs)

    def find_function(self) -> None:
        """Find which post it is by the titles before, beside and behind the name."""
        clause, phrase, beside = self.clause, self.phrase, self.beside
        titles = [p for p in clause.subjects if p is not beside and heads(p, phrase, clause)]
        for title in titles:  # The Special Representative for … and Head of …, X, condemned …
            title.group.append(phrase)
        self.rank = next((s.code for s in phrase.senses("rank") if s.code), None)
        self.function = next((s.code for s in phrase.senses("function") if s.code), None)
        self.chain = dependents(phrase, clause)
        self.shares = any(phrase in p.group and p.person and p.senses("function") for p in clause.phrases)
        if self.shares:  # ministers X and Y | to parliament
            self.chain = [p for p in self.chain if "of" in p.relations]
        self.last = self.chain[-1].last if self.chain else phrase.last
        if (organ := next((o for n in phrase.named if (o := office(n))), None)) is not None:
            self.function, self.body = organ.code, self.discourse.whole(organ.id)
        if self.function == "minister":
            self._of_which_field()
        leads = beside is not None and post_code(beside) in _ABOVE
        if beside is not None and (self.function is None or (leads and self.function == "ambassador")):
            self._by_title(beside)
        if self.function in MISSION_POSTS and titles and (first_title := post_code(titles[0])):
            self.function, self.first = first_title, titles[0].first
        if self.function is None and clause.verbs and not clause.negated:
            self._by_complement()
        self.where = [*self.chain, phrase]

    def _of_which_field(self) -> None:
        phrase, tokens = self.phrase, self.sentence.tokens
        field = field_in_brackets(phrase, self.clause.phrases, tokens, self.builder.pack, self.discourse.register)
        if field:
            self.function = field  # minister X (Defensie)
        elif self.chain and (of_what := portfolio(self.builder, phrase, self.chain[0], self.sentence)):
            self.function, self.chain = of_what, self.chain[1:]  # minister X van Buitenlandse Zaken

    def _by_title(self, beside: Phrase) -> None:
        self.function = post_code(beside)
        owner = next(c for c in self.builder.clauses if beside in c.phrases)
        hanging = dependents(beside, owner)
        if self.function == "minister" and hanging:  # la ministre mozambicaine des Affaires étrangères
            self.function = portfolio(self.builder, beside, hanging[0], self.sentence) or self.function
        self.function = self.field if self.field is not None else self.function
        self.chain = [beside, *hanging, *self.chain]
        self.first, self.last = min(self.first, beside.first), max(self.last, self.chain[-1].last, beside.last)

    def _by_complement(self) -> None:
        """Find the post in what the verb says that somebody is: "X is president", "proclaimed himself president"."""
        clause, pack, phrase = self.clause, self.builder.pack, self.phrase
        being = any(clause.lemmas.get(v) in pack.being for v in clause.verbs) and not clause.passive
        himself = any("reflexive" in self.sentence.tokens[i] for i in clause.order)
        could = (*clause.objects, *clause.phrases) if being else ()
        if himself and not being:
            could = (*clause.objects, *named_as(clause))
        if not could and not pack.classes_of("serving_as").isdisjoint(clause.lemmas.values()):
            could = () if clause.passive else tuple(named_as(clause))  # serves as commander of UNDOF
        others = {p.last + 2 for p in clause.phrases if p.person and p is not phrase}  # met Y, president of …
        aside = [p for p in could if p.start in others and self.sentence.tokens[p.start - 1].text == ","]
        complement = next((p for p in could if p is not phrase and p not in aside and names_post(p)), None)
        if complement is not None and phrase in clause.subjects + clause.objects:
            self.function = post_code(complement)
            self.chain = [*dependents(complement, clause), complement]  # head of government of Mali: Mali's, not ours
            self.first, self.last = clause.first, clause.last

    def is_post(self) -> bool:
        """Say whether it is a post that a mission, a body or a state gives; find the mission and the body that it is of."""
        builder, clause, phrase = self.builder, self.clause, self.phrase
        sooner = [p for p in clause.phrases if p.first < phrase.first]
        led_by = "led_by" in phrase.relations
        if led_by and any(t.frame in HAPPENINGS for p in sooner for t in p.triggers):
            return False  # the coup led by General X
        self.part = self.function is None and only_a_part(clause, builder.pack)  # the Irish battalion is led by X
        if self.function is None and led_by and not self.part:  # UNIFIL, commanded by General X
            led = [p for p in sooner if any(r.kind == "mission" for r in p.refs)]
            self.where = [*self.where, *reversed(led)]
            of = [r for p in self.where for r in p.refs if r.kind == "mission"][:1]
            said = {self.sentence.tokens[i].low for i in range(phrase.start, phrase.first)}
            commands = self.rank or said & builder.pack.classes_of(
                "commanded"
            )  # under the command of X, without a rank
            self.function = self.discourse.command(of) if commands else "head-of-mission"
        self.mission = tuple(r for p in self.where for r in p.refs if r.kind == "mission" and r.id)[:1]
        others = any(_of_others(p) for p in self.chain if "of" in p.relations)
        if self.function in MISSION_POSTS and not self.mission and others:
            return False  # the leader of Hezbollah
        by_rank = self.function is None and self.rank and not self.part
        if by_rank and (force := led_under(builder, clause, phrase, self.sentence)):
            self.mission, self.function = force, self.discourse.command(force)
        beside = self.beside
        if self.function == "special-representative" and not self.mission and beside is not None:
            self.mission = headed(self.everyone, min(phrase.first, beside.first), max(phrase.last, beside.last))
        self.body = self.body or tuple(r for p in self.where for r in p.refs if r.kind == "organisation")[:1]
        return True

    def find_state(self) -> None:
        """Find the state whose post it is by what stands beside it, and by whom the register knows to have led one."""
        clause, phrase, register = self.clause, self.phrase, self.discourse.register
        if self.function == "head-of-state":
            self._of_a_body()
        of_state = self.function in _STATE_POSTS
        ahead = self.function == "ambassador" and "lead" in clause.opened(self.builder.pack)  # led by the Turkish one
        near = [p for p in self.chain if "with" not in p.relations or p is self.beside]  # met her colleague: not hers
        if of_state and any(
            r.kind == "state" for p in near[:1] or [phrase] for r in (*p.adjective_refs, *phrase.adjective_refs)
        ):
            near = [
                p for p in near if "of" in p.relations or p.bare
            ]  # the French president, after talks on Libya: not its
        self.state = tuple(r for p in near for r in p.refs if r.kind == "state")[:1]
        if of_state and not ahead and not self.state:
            self.state = tuple(r for p in (*near, phrase) for r in p.adjective_refs)
        own = next((s.country for s in phrase.senses("adjective", "name") if s.kind == "state" and s.country), None)
        if of_state and own is not None and self.nobodys and not ahead:
            self.state = (register.ref(f"state:{own}", ""),)  # Kenya's president X
        if self.function == "chair":  # of the AU Commission; not: of the civil society of Rutshuru
            self.state, self.mission, self.function = (), (), "president" if self.body else None
            return
        if self.function == "secretary-general":
            self.state, self.mission = (), ()  # he goes to Haiti, reports on UNIFIL
            entity = None if self.body else register.led_by((phrase.refs[0].name,), self.function)
            self.body = (register.ref(entity, ""),) if entity else self.body
        land = led_before(register, phrase.refs[0].name or "", self.function, self.discourse.lands())
        known = (register.ref(f"state:{land}", ""),) if land and self.function in _LED else ()
        if self.nobodys:
            self.state = known
        elif not any(p.by_country for p in self.where) and not self.shares:
            self.state = known or unless_met(self.state, clause, self.builder)  # whose minister it is goes unsaid

    def _of_a_body(self) -> None:
        """Let who presides over a council or a commission head no state: "Council President X", "président du Conseil européen"."""
        before = next((r for p in (self.phrase, self.beside) if p and (r := presided(self.discourse, p))), None)
        national = any(p.adjective_refs for p in (self.phrase, *self.chain))  # the Kenyan president, the AU's mediator
        heads = (r for p in self.chain if "of" in p.relations and not (national or p.by_country) for r in p.refs)
        body = before or next((r for r in heads if r.kind == "organisation" and r.id), None)
        if body is not None:
            self.function, self.body = "president", (body,)

    def find_mission(self) -> None:
        """Find the mission that a post is of where it goes unsaid; an army that was told of has a chief of its own: "Its chief, X"."""
        discourse, beside, owner = self.discourse, self.beside, self.discourse.owner
        army = len(owner) == 1 and owner[0].kind == "state" and owner[0].body == "armed_forces"
        its = army and self.rank is not None and beside is not None and beside.owned
        if its and self.function in MISSION_POSTS and not (self.mission or self.body):
            self.function = "chief-of-defence" if self.function == "head-of-mission" else None
            self.state = (discourse.register.ref(owner[0].id or "", ""),) if self.function else ()
        if self.function == "mission-commander" and self.rank in FIELD_RANKS and not (self.mission or self.body):
            self.unit = whose_unit(self.builder, self.clause, (self.phrase, self.beside))
            self.state = self.unit or self.state
        if self.function in MISSION_POSTS and not (self.mission or self.body or self.unit):
            self.mission = tuple(discourse.missions[-1:]) or discourse.sole_mission()
        if self.function == "special-representative" and self.nobodys:
            self.mission = discourse.mission_near(anywhere=True)
        of_part = parts(
            (p for p in self.chain if "of" in p.relations), self.builder.pack
        )  # of the Danish battalion in KFOR
        if self.function == "mission-commander" and self.mission and self.rank and not of_part:
            self.function = discourse.command(self.mission)  # whatever the paper calls a general who leads it

    def find_owner(self) -> None:
        """Find of whom a post of a state, or a spokesperson, is, where it goes unsaid."""
        builder, clause, phrase, beside = self.builder, self.clause, self.phrase, self.beside
        of_state = self.function in _STATE_POSTS
        if of_state and self.nobodys and phrase.first:
            owned = self.sentence.tokens[phrase.first - 1].low in builder.pack.classes_of("whose")
            self.state = tuple(r for r in clause.antecedent if owned and r.kind == "state")[
                :1
            ]  # Serbia, whose president X
        if of_state and self.nobodys:
            self.state = before_parliament(clause, phrase, beside) or speaking_for(builder, clause, self.sentence)
        if of_state and self.nobodys and "on_behalf" in phrase.relations:
            self.state = tuple(r for p in clause.subjects for r in p.refs if r.kind == "state")[:1]
        if self.function == "spokesperson" and self.nobodys and not phrase.adjective_refs:
            spoken = spoken_for(builder, phrase, beside) or self._spokesperson_of()
            self.body = tuple(r for r in spoken if r.kind == "organisation")[:1]
            title = (beside.words if beside is not None else frozenset()) | phrase.words
            others = title & builder.pack.classes_of("others_voice")  # the army spokesman, X
            self.mission = () if spoken or others else self.discourse.sole_mission()
        if of_state and self.nobodys:
            state = self.discourse.country_of_post(self.function)
            subjects = [one for p in clause.subjects for one in (p, *p.group)]
            state = unless_met(state, clause, builder) if phrase in subjects or beside in subjects else state
            state = state or unless_met(government_spoken_of(builder, self.function), clause, builder)
            bound = {r.country for p in self.chain if "to" in p.relations for r in p.refs}
            self.state = tuple(r for r in state if r.country not in bound)  # the visit of Minister X to Niamey
        guessed = self.function in _LED and not any(p.by_country or p.adjective_refs for p in self.where)
        if beside is not None and guessed and any(r.kind == "state" for r in beside.refs):
            beside.refs = [
                renamed(r, beside.text, "government") for r in self.state
            ]  # no other land than the post tells

    def _spokesperson_of(self) -> list[EntityRef]:
        """Return the organisation named before a name: "UN spokesman X"."""
        told = (s for p in (self.beside, self.phrase) if p is not None for s in p.senses("name"))
        return [self.discourse.register.ref(s.id, "") for s in told if s.kind == "organisation" and s.id][:1]

    def hold_office(self) -> None:
        """Let an office of an organisation, such as its Secretary-General, be that organisation's."""
        if self.function not in OFFICES or self.mission:
            return
        register, beside = self.discourse.register, self.beside
        held_at = register.led_by((self.phrase.refs[0].name,)) or OFFICES[self.function]
        self.state, self.body = (), (register.ref(held_at, ""),)
        if beside is not None and [r.id for r in beside.refs] == [OFFICES[self.function]]:
            beside.refs = [renamed(r, beside.text) for r in self.body]

    def roles(self, person: EntityRef) -> dict[str, tuple[EntityRef, ...]]:
        """Return who holds the post, and of what one it is."""
        of_state = ("state", self.state)
        held_by = [("mission", self.mission), ("organisation", self.body), of_state]
        if self.function in _STATE_POSTS:
            held_by.insert(0, of_state)
        roles: dict[str, tuple[EntityRef, ...]] = {"person": (person,)}
        role, refs = next((one for one in held_by if one[1]), of_state)
        if refs:
            roles[role] = refs[:1]
        if refs and role == "state" and self.function in _STATE_POSTS:
            roles["person"] = (self.discourse.of_country(person, refs[0].country),)
            self.phrase.refs = [*roles["person"], *self.phrase.refs[1:]]
        return roles


def posts(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read the posts that those named in a clause hold."""
    everyone: list[Phrase] = []
    for phrase in clause.phrases:
        if who_is(builder.pack, clause, phrase):  # X, who is head of the mission
            phrase.person = phrase.refs[0].name or phrase.refs[0].text
        if phrase.person is None and not (_hung(phrase) or could_be_name(phrase) or bracketed(phrase, sentence.tokens)):
            continue
        everyone = everyone or sorted((p for c in builder.clauses for p in c.phrases), key=lambda p: p.first)
        holding = _Holding(builder, clause, sentence, phrase, everyone)
        if holding.is_somebody():
            _post(holding, held, number)


def _post(holding: _Holding, held: Held, number: int) -> None:
    """Read which post somebody holds, and draft it."""
    builder, clause, sentence, phrase = holding.builder, holding.clause, holding.sentence, holding.phrase
    holding.find_function()
    if not holding.is_post():
        return
    holding.find_state()
    person, told = phrase.refs[0], builder.discourse.post
    if holding.function is None and told is not None and told.person.id == person.id:
        return
    first, last = holding.first, min(holding.last, len(sentence.tokens) - 1)
    evidence = builder.evidence(sentence, first, last)
    holding.find_mission()
    holding.find_owner()
    builder.discourse.post = Post(person, holding.function, holding.rank, holding.mission, evidence)
    holding.hold_office()
    if holding.function is None or (holding.nobodys and holding.function not in _ALONE):
        return
    named = next((p for p in (holding.beside, phrase, *holding.chain) if p is not None and post_code(p)), phrase)
    if chief_of_others(named, sentence.tokens, builder.pack):
        return  # the police chief, X
    function = held_as(builder.pack, holding.function, said_of(named, builder.clauses))
    if function is None:
        return
    holding.function = function
    times = _held_since(clause, last, builder)
    modality = _to_be(clause, times, builder) if last == clause.last else "actual"
    fields = {
        "predicate": "post", "roles": holding.roles(person), "function": function, "rank": holding.rank, "holders": held.holders,
        "time": builder.when(times, forward=modality != "actual"), "frame": "post:apposition", "modality": modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (first, last), clause=clause, anchor=phrase.first)


def _hung(phrase: Phrase) -> bool:
    """Say whether a phrase may be the field of a post with a name behind it: "of Defence Ludivine Dedonder"."""
    return phrase.person is None and "of" in phrase.relations and len(phrase.words) > 2


def _of_others(phrase: Phrase) -> bool:
    return bool(phrase.unknown_name) or any(r.kind == "group" for r in phrase.refs)


def counterparts(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "met her Malian counterpart, X": X holds there the post of who was named with a post before."""
    known, words = builder.discourse.post, builder.pack.classes_of("counterpart")
    for n, phrase in enumerate(clause.phrases):
        told = () if known is None or words.isdisjoint(phrase.words) else phrase.refs_of("state")[:1]
        state = tuple(renamed(r, r.text, "government") for r in told)
        if known is None or not state:
            continue
        after = clause.phrases[n + 1 : n + 2]
        beside = [p for p in after if p.first == phrase.last + 2 and sentence.tokens[phrase.last + 1].text == ","]
        called = next((p for p in (phrase, *beside) if " " in (p.unknown_name or "")), None)
        if called is None or known.function not in _STATE_POSTS:
            continue
        called.person = called.unknown_name
        who = builder.discourse.named_person(called)
        fields = {
            "predicate": "post", "roles": {"person": (who,), "state": state}, "function": known.function,
            "frame": "post:counterpart",
        }  # fmt: skip
        phrase.refs = [who]
        builder.draft(fields, sentence, number, (phrase.first, called.last), clause=clause, anchor=called.first)


def _held_since(clause: Clause, last: int, builder: Builder) -> list[TimeMention]:
    """Return the times of a post that ends at a token: all of a clause that says no more, else since when it is held."""
    if last == clause.last:
        return clause.times
    since = [t for t in clause.times if t.relation == "since"]
    being = not builder.pack.being.isdisjoint(clause.lemmas.values())
    office = builder.pack.classes_of("in_office")
    told = [p for p in clause.phrases if clause.finite is None or p not in clause.subjects or p.first > clause.finite]
    held = being and any(p.words & office or p.senses("function") for p in told)
    if held:
        return since
    own = [t for t in since if t.first == last + 1]  # commander since May, X met Y: not since May
    clause.times, clause.own_times = ([t for t in ts if t not in own] for ts in (clause.times, clause.own_times))
    return own


def _to_be(clause: Clause, times: Sequence[TimeMention], builder: Builder) -> str:
    """Return how sure it is that somebody holds a post, or is to take it: "will become president", "becomes president on 25 April"."""
    takes = clause.lemmas.keys() and not builder.pack.plain_being.union(builder.pack.helping).issuperset(
        clause.lemmas.values()
    )
    being = takes and not builder.pack.being.isdisjoint(clause.lemmas.values())
    if clause.modality != "actual" or not being:
        return clause.modality if being else "actual"
    ahead = clause.present and sooner(builder, builder.when(times, forward=True), builder.when(times, forward=False))
    return "planned" if clause.future or ahead else "actual"

"""Who is meant: names with several meanings, "the mission", "the country", "he", "one of them", whose "the government".

Keeps what the report has spoken of so far. What cannot be resolved keeps its words and gets no id.
"""

from __future__ import annotations

import itertools
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, cast

from missionwatch.reading.frames.anaphora import both_sides, our_own, taken_up_by, the_officer, those
from missionwatch.reading.frames.authorship import home_of, signed
from missionwatch.reading.frames.bands import band, note
from missionwatch.reading.frames.datelines import written_at
from missionwatch.reading.frames.described import blue_helmets, both_lands, countries, lands_together, manning, renamed
from missionwatch.reading.frames.interviews import first_question
from missionwatch.reading.frames.lands import described_land, described_town, governed, land_of, unnamed_land
from missionwatch.reading.frames.mentions import named_people
from missionwatch.reading.frames.missions import MissionsSpokenOf, speak_last
from missionwatch.reading.frames.naming import leader, one_each, slug
from missionwatch.reading.frames.organs import call, called_so, office, short_for
from missionwatch.reading.frames.phrases import marks_place
from missionwatch.reading.frames.remnants import unit_of
from missionwatch.reading.frames.senses import (
    GOVERNMENT,
    OFFICES,
    body_of,
    gender_of,
    led_before,
    led_by_them,
    meant,
    mission_itself,
    of_nobody_known,
    stands_for_people,
)
from missionwatch.reading.frames.turns import turns_of
from missionwatch.records import Body, EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from missionwatch.reading.frames.mentions import Group, Officer, Post
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.records import Report
    from missionwatch.register import Hit, Register, Sense

_MEMORY = 200  # refs
_TWO = 2  # names: of a people and of the land it lives in
_SHORT = 3  # words: "the group", and not "the group of officers"
_OFTEN = 4  # what a country weighs that is named more than once
_CLEARLY = 3  # times as much spoken of as any other country
_HOME_POSTS = frozenset({"minister", "defence-minister", "foreign-minister", "chief-of-defence"})  # the paper's own
_STANDING = frozenset({"strength", "aim", "starts", "ends", "lasts"})  # what a noun for a mission may open itself
_CONTINENTS = frozenset({"place:africa", "place:asia", "place:europe"})  # no region in a report is one of these


class Discourse(MissionsSpokenOf):
    """What a report has spoken of so far, and who its words mean."""

    def __init__(self, report: Report, pack: Pack, register: Register, hits: Sequence[Hit]) -> None:
        super().__init__(register, report.published)
        self.report, self.pack, self.words = report, pack, frozenset(report.text.lower().split())
        home = home_of(report, pack, hits)
        self.author, self.signatory = signed(report, pack, register, home, hits)
        self.home = home or next((r.country for r in (self.author, self.signatory) if r is not None), None)
        land, self.written_at = written_at(report, register.gazetteer(pack.language), register)
        self.capitals.update(land * 2)
        self.states: dict[EntityRef, None] = {}  # each in the order in which it was spoken of last
        self.places: dict[EntityRef, None] = {}
        self.parties: dict[EntityRef, None] = {}
        self.told: tuple[date, date] | None = None  # the first and last day of the time told last
        self.dated, self.sent_at = False, 0  # sent_at: how many were spoken of when people were last told to be abroad
        self.entry: date | None = None  # the day of the last entry of a chronology, and whether this is still it
        self.in_entry = False
        self.past_day: date | None = None  # the last day long past that a paragraph tells with its year
        self.entry_ends: date | None = None  # the last day of an entry that is a whole year
        self.someone_at = 0  # … and when somebody without a name last was: "a spokesman"
        self.in_post: EntityRef | None = None  # who the topic is that was told by a post: "the French ambassador"
        self.counts_people: bool | None = None  # … and where it was people that were counted last; None: nothing was
        self.person: EntityRef | None = None
        self.people: list[EntityRef] = []
        self.bands: set[str] = set()  # words by which fighters were told of who belong to nobody known
        self.officers: list[Officer] = []  # everyone named, in the order of the text
        self._surnames: dict[str, EntityRef] = {}  # whose a last name is, or what opens it: Sergio *Vieira* de Mello
        self.topic: list[EntityRef] = []
        self.crowd: list[EntityRef] = []  # the last who did something, where they are people of no name: "onlookers"
        self.members: EntityRef | None = None  # the organisation that was told by its members
        self.before: list[EntityRef] = []  # the topic before the sentence at hand
        self.owner: list[EntityRef] = []  # whose "its spokesperson" is: of the last told of
        self.told_of: list[EntityRef] = []  # … and of the sentence at hand
        self.doer: list[EntityRef] = []  # the last subject, a state alone as well
        self.speaker: list[EntityRef] = []
        self.asked_from = first_question(report.text)  # where the questions of an interview begin
        state = self.signatory is not None and self.signatory.kind == "state"
        self.turns = turns_of(report.text, pack, hits) if state else ()
        self.member: EntityRef | None = None  # who speaks in a debate, for himself
        self.heading = self.quoting = False  # whether a headline is read; whether a sentence quotes
        self.quoted: list[EntityRef] = []  # who speaks in the quotation that a sentence goes on with
        self.bodies_told: list[tuple[int, EntityRef]] = []  # the ministry of X, and how many were spoken of by then
        self.spoken: list[EntityRef] = []  # everyone and every place, in the order of the text
        self.acting: set[str | None] = set()  # countries that did something
        self.here: set[str] = set()  # whom the clause at hand has spoken of
        self.scene: str | None = None  # the country in which it says that what it tells happened
        self.as_for: str | None = None  # the country that the clause at hand says it speaks of
        self.seizes = self.decides = False  # it tells of a coup; of a decision, or of what is weighed
        self.genders: dict[str, str] = {}  # of whom an article said it
        self.called: dict[str, EntityRef | None] = {}  # a word of a longer name: whose it was last
        self.rulers: EntityRef | None = None  # the state whose junta or regime was told of last
        self.group: Group | None = None
        self.senders: list[EntityRef] = []  # states told to have people abroad, in the order of the text
        self.post: Post | None = None
        self.held: dict[str, str] = {}  # a post: who was named with it last
        self.located = Counter[str]()  # countries where something is said to be or to happen
        self.heads: dict[EntityRef, tuple[str, ...]] = {}  # words of their names, before what they are of (remembered)
        self.bodies: dict[EntityRef, None] = {}  # the organisations named in the whole report, in the order of the text
        self.at_home = any(
            s.country == self.home and s.kind == "state" for h in hits for s in h.senses[:1] if self.home
        )
        governing = (h.text for h in hits if any(s.body == "government" for s in h.senses) and h.text[:1].isupper())
        self.sitting = {first.lower() for first, gap, _ in (name.partition(" ") for name in governing) if gap}
        for hit in hits:
            for sense in hit.senses:
                if sense.kind == "organisation" and sense.id and len(hit.senses) == 1:
                    self.bodies[register.ref(sense.id, hit.text)] = None
                if sense.form in ("name", "adjective", "national") and sense.kind == "state" and len(hit.senses) < 3:
                    if sense.country and sense.country != self.home:
                        self.countries[sense.country] += 3 if sense.form == "name" else 2  # Danish troops left Mali
                elif sense.form == "capital" and sense.country:
                    self.capitals[sense.country] += 2
                elif sense.kind == "place" and sense.country and sense.country != self.home:
                    seat = any(other.form == "seat" for other in hit.senses)  # Brussels: of the EU as well
                    self.countries[sense.country] += 0 if seat else 2
                elif sense.kind == "mission" and sense.id and mission_itself(hit.senses, register):
                    self.name(sense.id, titled=any(p.kind == "title" and hit.end <= p.end for p in report.parts))
                    for host in self.hosts_of(sense.id):
                        self.countries[host] += 2

    def named_person(self, phrase: Phrase) -> EntityRef:
        """Return the person that a phrase names, and remember them."""
        ref = self._person(phrase)
        self._remember([ref])
        return ref

    def of_country(self, person: EntityRef, country: str | None) -> EntityRef:
        """Return a person as one of a country, as the post tells; they are that from here on."""
        if person.country is not None or country is None:
            return person
        known = EntityRef(text=person.text, id=person.id, kind="person", name=person.name, country=country)
        self._remember([known])
        return known

    def known_person(self, ref: EntityRef) -> EntityRef:
        """Return someone who holds a post with an id; only those who do get one."""
        if ref.id is not None:
            return ref
        known = EntityRef(text=ref.text, id=f"person:{slug(ref.text)}", kind="person", name=ref.text)
        self._remember([known])
        return known

    def country_of_post(self, function: str | None) -> tuple[EntityRef, ...]:
        """Return the state whose minister, president or ambassador is named without it: the host spoken of, or home."""
        if self.at_home and function in _HOME_POSTS:
            return (self._ref(f"state:{self.home}", "", "government"),)
        (alone, most), (_, next_most) = [*self.countries.most_common(2), (None, 0), (None, 0)][:2]
        alone = alone if most >= _CLEARLY * next_most and alone in self.acting else None
        if function in _HOME_POSTS and self.pack.home and most < _OFTEN:
            alone = None  # a land named once may be where our own minister goes
        country = alone if self.author is None or function == "head-of-state" else self.home
        return (self._ref(f"state:{country}", "", "government"),) if country and function != "ambassador" else ()

    def lands(self) -> set[str | None]:
        """Return the countries that the report speaks of, with its own."""
        return {*self.countries, self.home}

    # --- names

    def resolve(self, phrase: Phrase) -> None:
        """Give the phrase its refs, and remember them."""
        if phrase.pronoun or phrase.anaphor:
            phrase.refs = taken_up_by(self, phrase)
        else:
            officer = the_officer(self, phrase)
            phrase.refs = [officer] if officer is not None else self._named(phrase) or self._described(phrase)
            phrase.adjective_refs = [] if led_by_them(phrase, self.pack) else self.adjectives(phrase)
        if phrase.refs and not {"in", "from", "to"}.isdisjoint(phrase.relations):
            self.located.update(r.country for r in phrase.refs if r.country and r.body is None)
        if phrase.person and phrase.refs and (holder := phrase.refs[0].id):
            self.held.update((sense.code, holder) for sense in phrase.senses("function") if sense.code)
        call(self, phrase)
        if phrase.pronoun is None:
            self.officers += named_people(phrase, len(self.spoken))
        for ref in phrase.refs if phrase.noun == "mandate" else ():
            self.genders.pop(ref.id or "", None)  # le renouveler: its mandate
        if phrase.noun != "mandate" and phrase.pronoun is None and (gender := gender_of(phrase, self.pack)) is not None:
            self.genders.update((r.id, gender) for r in phrase.refs if r.id)
        self._remember(phrase.refs)
        note(self, phrase)
        if phrase.single and (phrase.noun == "person" or phrase.senses("function")) and not phrase.person:
            self.someone_at = len(self.spoken)
        self.here.update(r.id for r in phrase.refs if r.id)

    def adjectives(self, phrase: Phrase) -> list[EntityRef]:
        """Return the states that an adjective of the phrase names ("de Nederlandse bijdrage"); Syrian rebels are not Syria."""
        if not phrase.named or self.of_no_state(phrase) or phrase.words & self.pack.classes_of("border_noun"):
            return []  # the Malian border
        return [
            self.register.ref(sense.id, named.text)
            for named in phrase.named
            for sense in named.forms("adjective")[:1]
            if sense.id and sense.kind == "state"
        ]

    def of_no_state(self, phrase: Phrase) -> bool:
        """Say whether a phrase is of fighters, a crowd or kin that no state answers for: "Rwandan rebels", "Bosnian Serbs"."""
        if not phrase.named or phrase.senses("asset", "body", "function"):
            return False
        return not phrase.words.isdisjoint(self.pack.classes_of("outlaws")) or self._of_kin(phrase)

    def _of_kin(self, phrase: Phrase) -> bool:
        """Say whether two names side by side are a people and the land it lives in: "Bosnian Serbs", "Serbes bosniaques"."""
        if phrase.noun is not None or len(phrase.named) != _TWO:
            return False
        if phrase.named[1].first - phrase.named[0].last != 1 + ("-" in phrase.text):  # Turks-Cyprioten
            return False
        land, people = phrase.named
        told = people.last == phrase.last and bool(people.forms("national")) and not land.forms("national")
        lands = {s.country for n in phrase.named for s in n.senses[:1] if not n.forms("name")}
        return told or (self.pack.adjectives_follow and len(lands) == _TWO)

    def _named(self, phrase: Phrase) -> list[EntityRef]:
        if phrase.person:
            return [self._person(phrase)]
        if self.of_no_state(phrase) and all(s.kind == "state" for n in phrase.named for s in n.senses):
            return [EntityRef(text=phrase.text, kind="group")]
        body = body_of(phrase) if phrase.named else None
        refs: list[EntityRef] = []
        ship = next((n.last for n in phrase.named if n.forms("asset")), phrase.last)
        for named in phrase.named:
            town = any(s.kind == "place" or s.form == "capital" for s in named.senses)
            if town and named.first == ship + 1 and all(s.kind in ("place", "state") for s in named.senses):
                continue  # the frigate Victoria: a name of hers
            senses = meant(self, named, phrase)
            if senses is None:
                refs.append(EntityRef(text=named.text, kind=named.senses[0].kind))
                continue
            for sense in senses:
                if sense.id is None or sense.form in ("adjective", "rank", "function", "asset"):
                    continue
                if sense.form == "body" or (sense.kind == "state" and body):
                    refs.append(self._ref(sense.id, phrase.text, sense.body or body))
                else:
                    refs.append(self._ref(sense.id, named.text, sense.body))
        if refs and phrase.noun == "mission" and all(r.kind in ("organisation", "state") for r in refs):
            found = self.mission_of(refs)  # "de VN-missie": the mission of that organisation we speak of
            if found:
                return [self._ref(found, phrase.text, None)]
        states = [s for n in phrase.named for s in n.forms("adjective", "national") if s.kind == "state" and s.id]
        if refs and states and phrase.is_people and all(r.kind == "mission" or r.id == "organisation:un" for r in refs):
            theirs = self._lands(states, phrase, "armed_forces")
            return theirs + [r for r in refs if r.kind == "mission"]  # an Italian UNIFIL soldier
        if refs and body and states and not phrase.words.isdisjoint(self.pack.classes_of("additive")):
            known = {r.id for r in refs}  # US and British forces
            refs += [r for r in self._lands(states, phrase, body) if r.id not in known]
        if refs:
            return refs
        if phrase.noun == "mission" and not phrase.triggers:
            return []
        national = any(n.forms("national") and not n.forms("adjective") for n in phrase.named)
        alone = not phrase.triggers and phrase.noun is None and national
        both = not phrase.triggers and phrase.noun is None and bool(states) and stands_for_people(phrase, self.pack)
        if states and (
            phrase.senses("asset") or (phrase.senses("rank") and not body)
        ):  # een Duits vliegtuig, een Franse kapitein
            return self._lands(states, phrase, "armed_forces")
        if states and phrase.noun in ("country", "region") and not body:  # op Congolees grondgebied
            return self._lands(states, phrase, None)
        side = phrase.words & self.pack.classes_of("side_noun") or (phrase.noun == "convoy" and not phrase.seconded)
        if states and (body or alone or both or side or phrase.noun in ("people", "person")):
            forces: Body = "armed_forces" if phrase.noun in ("people", "convoy") else "population"
            people = "government" if phrase.words & self.pack.classes_of("counterpart") else forces
            some = phrase.noun is not None or phrase.number is not None or phrase.single  # trois Français, un Danois
            whose = body or (people if some else None)
            return self._lands(states, phrase, whose)
        return []

    def ours(self) -> tuple[EntityRef, ...]:
        """Return the government that speaks, where its own paper does and nobody is quoted."""
        own = self.signatory
        return (own,) if own is not None and own.kind == "state" and not self.quoted else ()

    def whole(self, organ: str | None) -> tuple[EntityRef, ...]:
        """Return the organisation that an organ is part of."""
        parent = self.register.parent_of(organ or "")
        return (self._ref(f"organisation:{parent}", "", None),) if parent else ()

    # --- descriptions

    def _described(self, phrase: Phrase) -> list[EntityRef]:
        if phrase.noun in ("mission", "mandate"):
            return self._the_mission(phrase)
        if together := lands_together(self, phrase):
            return together
        if (called := called_so(self, phrase) or band(self, phrase)) is not None:
            return [called]
        if (
            phrase.words & self.pack.classes_of("sides_noun")
            and phrase.definite
            and not phrase.words & self.pack.classes_of("universal")
        ):
            return both_sides(self, phrase)
        own = bool(phrase.words & self.pack.classes_of("own"))
        if own and ((whose := our_own(self, phrase)) or phrase.noun == "country"):
            return whose  # our country is no other, whoever speaks
        one = self.pack.compounds or any(word in self.pack.nouns for word in phrase.words)  # not: all armed groups
        if phrase.noun == "organisation" and phrase.definite and one:
            armed = bool(phrase.words & self.pack.classes_of("armed"))
            kinds = ("group",) if armed else ("organisation", "group")
            spoken = next((p for k in kinds for p in reversed(self.parties) if p.kind == k), None)
            return [renamed(spoken, phrase.text)] if spoken else []
        if phrase.words & self.pack.classes_of("group_noun") and len(phrase.words) < _SHORT and not phrase.specified:
            spoken = next((p for p in reversed(self.parties) if p.kind == "group"), None)
            return [renamed(spoken, phrase.text)] if spoken and not phrase.single else []  # the group denied it
        if two := both_lands(self, phrase):
            return two
        if phrase.noun == "country" and phrase.words & self.pack.classes_of("universal"):
            return []  # every country
        if phrase.noun == "country" and (several := countries(self, phrase)):
            return several
        if unnamed_land(self.pack, phrase) and (lands := described_land(self, phrase)) is not None:
            return [self._ref(f"state:{land}", phrase.text, None) for land in lands]
        if phrase.noun == "place" and phrase.definite and (town := described_town(self, phrase)) is not None:
            return town
        if phrase.noun == "region" and phrase.definite:
            spots = (p for p in reversed(self.places) if p.kind == "place" and not p.country)
            region = next((p for p in spots if p.id not in _CONTINENTS), None)
            return [renamed(region, phrase.text)] if region else []
        if (holder := office(self, phrase)) is not None:
            return [holder]  # the Secretary-General
        if (post := next((s.code for s in phrase.senses("function") if s.code in OFFICES), None)) and phrase.definite:
            held = self.register.led_by(p.name for p in self.people) or OFFICES[post]
            return [self._ref(held, phrase.text, None)]  # the High Representative
        body = body_of(phrase)
        if body and of_nobody_known(phrase, self.pack):
            return [EntityRef(text=phrase.text, body=body)]
        if (helmets := blue_helmets(self, phrase)) is not None:
            return helmets
        if not own and (state := governed(self, phrase, body)) is not None:
            return [state]
        embassy = self.signatory is not None and bool(phrase.words & self.pack.classes_of("embassy_noun"))
        if body and (embassy or phrase.words & self.pack.home_bodies) and self.home:
            return [self._ref(f"state:{self.home}", phrase.text, body)]
        if phrase.demonstrative and body not in (None, "population") and (taken := those(self, phrase)):
            return taken
        apart = phrase.seconded or phrase.owned or own  # our soldiers: not those of the land spoken of
        local = bool(phrase.words & self.pack.local_bodies) and phrase.number is None and not apart
        # not: the deployment of soldiers, which is anyone's
        local &= (
            len(phrase.words & self.pack.local_bodies) > 1 or phrase.definite or phrase.bare or "by" in phrase.relations
        )
        if manning(self, phrase):
            return [renamed(self.topic[0], phrase.text)]  # UNIFIL moved its staff; the soldiers stay
        if body and local and (focus := land_of(self, body)):
            return [unit_of(self, phrase) or self._ref(f"state:{focus}", phrase.text, body)]
        if phrase.demonstrative and body not in (None, "population") and not phrase.specified:
            fighters = [p for p in self.parties if p.kind == "group" or p.body == "armed_forces"][-1:]
            return [renamed(r, phrase.text) for r in (self.group.refs if self.group is not None else fighters)]
        if phrase.unknown_name:
            short = short_for(self, phrase) or self._surnames.get(phrase.unknown_name.split(" ")[-1])
            short = short or leader(phrase, self.register, self.lands())
            if short is None and phrase.noun in (None, "place", "region") and not phrase.triggers:
                lower = phrase.text.partition(" ")[2][:1].islower()  # in de havenwijk La Saline
                if (not phrase.definite or phrase.noun or lower) and marks_place(phrase):
                    return [EntityRef(text=phrase.unknown_name, kind="place")]
                named = phrase.unknown_name.count(" ") in (1, 2) and phrase.number is None
                told = not phrase.definite or lower or any(n.forms("adjective") for n in phrase.named)
                if named and told:  # the Norwegian Ole Hansen
                    return [EntityRef(text=phrase.unknown_name, kind="person")]
            return [short] if short else [EntityRef(text=phrase.unknown_name)]
        ship = unit_of(self, phrase) if phrase.senses("asset") else None
        if ship is not None or body or phrase.noun in ("partner", "people", "person"):
            return [ship or unit_of(self, phrase) or EntityRef(text=phrase.text, body=body)]
        known = self._surnames.get(phrase.text) or leader(phrase, self.register, self.lands())
        return [renamed(known, phrase.text)] if known is not None else []

    def _the_mission(self, phrase: Phrase) -> list[EntityRef]:
        if phrase.words & self.pack.classes_of("ambiguous_mission") and not phrase.demonstrative:
            return []  # the power, not: that force
        if not (phrase.definite or phrase.demonstrative) or any(t.frame not in _STANDING for t in phrase.triggers):
            return []
        if phrase.senses("adjective") and not phrase.named[0].forms("name"):
            return []
        if phrase.of_mission:
            return []
        if phrase.told_apart:
            return [EntityRef(text=phrase.text, kind="mission")]
        if phrase.words & self.pack.classes_of("several_missions"):
            return []
        if phrase.noun == "mandate" and phrase.specified:
            return []  # the mandate of X is not that of the mission spoken of before
        trains = phrase.words & self.pack.classes_of("training_mission")
        fits = (m for m in reversed(self.recent) if (e := self.register.mission(m.id)) and "training" in e.purposes)
        if trains and (trainers := next(fits, None)) is not None:
            return [renamed(trainers, phrase.text)]  # the training mission, though another was spoken of since
        newest = bool(phrase.words & self.pack.classes_of("newer"))
        aged = newest or phrase.words & self.pack.classes_of("older")
        if aged and (which := self.by_age(newest=newest)) is not None:
            return [renamed(which, phrase.text)]
        last = self.register.mission(self.missions[-1].id) if self.missions else None
        if last is not None and last.organisation != "coalition" and phrase.words & self.pack.classes_of("coalition"):
            return []  # the coalition, after a mission of the EU's
        return [renamed(self.the_one(), phrase.text)] if self.missions and not self._named_otherwise(phrase) else []

    def _named_otherwise(self, phrase: Phrase) -> bool:
        """Say whether a phrase is the name of another mission than the last: "the Operational Reserve Force" after KFOR."""
        name = {word.lower() for word in phrase.text.split()[1:] if word[:1].isupper()}
        return len(name) > 1 and not name <= set((self.missions[-1].name or "").lower().split())

    def spoken_of(self) -> Iterator[EntityRef]:
        """Yield whom and what was spoken of, the last first; nobody takes up what lies further back than this."""
        return islice(reversed(self.spoken), _MEMORY)

    # --- parts

    def _person(self, phrase: Phrase) -> EntityRef:
        country = next((s.country for s in phrase.senses("adjective", "name", "national") if s.kind == "state"), None)
        post = next((s.code for s in phrase.senses("function") if s.code), None)
        name = cast("str", phrase.person)
        if " " not in name and (known := self._surnames.get(name)):
            return renamed(known, phrase.text)
        if country is None and (country := led_before(self.register, name, post, self.lands())):
            name = self.register.full_name(name)  # President Bazoum
        elif country is None and post in GOVERNMENT and post != "spokesperson":
            country = next((r.country for r in self.country_of_post(post)), None)
        return EntityRef(text=name, id=f"person:{slug(name)}", kind="person", name=name, country=country)

    def _lands(self, states: list[Sense], phrase: Phrase, body: str | None) -> list[EntityRef]:
        """Return each of some states once, in the words of a phrase, as that body of it."""
        return [self._ref(cast("str", s.id), phrase.text, body) for s in one_each(states)]

    def _remember(self, refs: list[EntityRef]) -> None:
        for ref in refs:
            if ref.id is None or self.register.is_media(ref.id):
                continue  # who only reports takes no part
            self.spoken.append(ref)
            if ref.kind == "mission":
                self.speak_of(ref)
                for host in self.hosts_of(ref.id)[:1]:
                    speak_last(self.states, self._ref(f"state:{host}", ref.text, None))
            elif ref.kind == "state":
                speak_last(self.states, ref)
                speak_last(self.parties, ref)
            elif ref.kind == "place":
                speak_last(self.places, ref)
            elif ref.kind == "person":
                self.person = ref
                self.people.append(ref)
                parts = (ref.name or "").split(" ")
                self._surnames.update((a, ref) for a, b in itertools.pairwise(parts[1:]) if b.islower())
                self._surnames[parts[-1]] = ref
            else:
                speak_last(self.parties, ref)

    def new_paragraph(self, *, in_entry: bool) -> None:
        """Forget what reaches no further than a paragraph; the day of an entry does where it stands as a heading over several."""
        self.group, self.crowd, self.in_entry, self.past_day = None, [], in_entry, None
        self.begin()

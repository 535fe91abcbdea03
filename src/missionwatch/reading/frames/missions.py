"""Which missions a report has spoken of, by their names or by what they are, and which of them is meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from missionwatch.reading.frames.senses import commander_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.records import Body, EntityRef
    from missionwatch.register import Mission, Register


def names_another(clauses: Iterable[Clause]) -> bool:
    """Say whether a sentence names an operation that the register does not know, and none that it does: "under Operation Xyz"."""
    phrases = [p for c in clauses for p in c.phrases]
    unknown = any(p.noun == "mission" and p.unknown_name and not p.refs for p in phrases)
    return unknown and not any(r.kind == "mission" for p in phrases for r in p.refs)


_TWO = 2
_LONG = 5  # years
_IN_UNIFORM = ("military", "mixed")


def speak_last(spoken: dict[EntityRef, None], ref: EntityRef) -> None:
    """Put who is spoken of behind all who were."""
    spoken.pop(ref, None)
    spoken[ref] = None


class MissionsSpokenOf:
    """The missions that a report names, and those that it has spoken of so far."""

    def __init__(self, register: Register, day: date | None) -> None:
        self.register, self.day = register, day
        self.missions: list[EntityRef] = []  # in the order of the text
        self.recent: dict[EntityRef, None] = {}  # … in the order in which each was spoken of last
        self._times = Counter[str | None]()  # how often each was spoken of
        self.named_missions = Counter[str]()  # by their names, in the whole report
        self.titled = set[str]()  # … and in its title
        self.countries = Counter[str]()  # how much is said of each, in the whole report
        self.capitals = Counter[str]()  # … and by how often its capital is named
        self._mentioned: dict[str, int] = {}  # spoken of so far, and at which of ``missions`` last
        self._hosts: dict[str | None, list[EntityRef]] = {}  # of the missions spoken of so far
        self._heard = 0  # how many of ``missions`` are among the hosts
        self.another = False  # whether the sentence names one that the register does not know
        self._spoken: list[str] = []  # those of both (remembered), and of how many
        self._counted = 0
        self._begun = 0  # how many of ``missions`` came before the paragraph

    def begin(self) -> None:
        """Begin a paragraph."""
        self._begun = len(self.missions)

    def name(self, mission: str, *, titled: bool) -> None:
        """Count a mission as named in the report, or in its title too."""
        self.named_missions[mission] += 1
        self.titled |= {mission} if titled else set()

    def the_one(self) -> EntityRef:
        """Return the mission that "the mission" is: the one spoken of last; where a paragraph begins with it, the one spoken of most."""
        if len(self.missions) > self._begun:
            return self.missions[-1]
        most = max(self._times.values())
        return next(m for m in reversed(self.recent) if self._times[m.id] == most)

    def by_age(self, *, newest: bool) -> EntityRef | None:
        """Return which of the missions spoken of in a land began last, or first, where there are several: "the new force"."""
        last = self.missions[-1] if self.missions else None
        hosts = set(self.hosts_of(last.id)) if last is not None else set()
        entries = ((m, self.register.mission(m.id)) for m in self.recent if hosts & {*self.hosts_of(m.id)})
        began = {(e.start or "")[:10]: m for m, e in entries if e is not None and e.start}
        return began[max(began) if newest else min(began)] if len(began) > 1 else None

    def mission_of(self, refs: list[EntityRef]) -> str | None:
        """Return the mission of an organisation or state that the report speaks of, else its only one in its land ("de VN-missie")."""
        owners = {r.id for r in refs} | {(r.id or "").split(":", 1)[-1] for r in refs}
        for mission in reversed(self.recent):
            entry = self.register.mission(mission.id)
            if entry is not None and (entry.organisation in owners or owners & set(entry.lead)):
                return mission.id
        ahead = [
            m
            for m, _ in self.named_missions.most_common()
            if (e := self.register.mission(m)) and e.organisation in owners
        ]
        return ahead[0] if ahead else self._only_one_of(owners)

    def _only_one_of(self, owners: set[str | None]) -> str | None:
        """Return the one mission of an organisation that runs, on the report's day, in the land that the report says most of.

        Only lands in which it has one are asked: of those that send soldiers much is said as well.
        """
        theirs = [e for e in self.register.missions if e.organisation in owners and self.day and e.runs(self.day)]
        said = Counter[str]()
        for country, often in (self.countries + self.capitals).items():
            there = [e for e in theirs if country in e.hosts]
            forces = [e for e in there if e.type in _IN_UNIFORM and not e.part_of] if len(there) > 1 else there
            alone = [e for e in forces if len(e.hosts) == 1] if len(forces) > 1 else forces  # not UNTSO
            if there:
                said[alone[0].id if len(alone) == 1 else ""] += often
        (first, most), (_, second) = [*said.most_common(_TWO), ("", 0), ("", 0)][:_TWO]
        return first or None if most > second else None

    def sole_mission(self) -> tuple[EntityRef, ...]:
        """Return the one mission that the report speaks of, where it names one only."""
        if self.another and not self.missions:
            return ()  # its own operation, not the mission that the report names further down
        return (self._ref(named[0], "", None),) if len(named := self._spoken_missions()) == 1 else ()

    def titled_mission(self) -> tuple[EntityRef, ...]:
        """Return the one mission that the report, or else its title, names."""
        return self.sole_mission() or tuple(self._ref(one, "", None) for one in self.titled if len(self.titled) == 1)

    def main_mission(self) -> tuple[EntityRef, ...]:
        """Return the one mission of a report, or that which it opens with and speaks of most, where the paragraph speaks of no other."""
        if sole := self.sole_mission():
            return sole
        most = self._times.most_common(_TWO)
        first = next(iter(self.named_missions), None)
        if len(most) < _TWO or most[0][0] != first or most[0][1] == most[1][1]:
            return self._only_so_far() or self._left_running()
        others = any(at > self._begun for mission, at in self._mentioned.items() if mission != first)
        return (self._ref(first, "", None),) if first is not None and not others else ()

    def _only_so_far(self) -> tuple[EntityRef, ...]:
        """Return the one mission spoken of so far, where the report names it more often than any to come."""
        (first, often), (_, other) = [*self.named_missions.most_common(_TWO), (None, 0), (None, 0)][:_TWO]
        alone = first is not None and often > other and set(self._times) == {first}
        return (self._ref(first, "", None),) if alone and first is not None else ()

    def _left_running(self) -> tuple[EntityRef, ...]:
        """Return the mission spoken of last, where all others were over by the report's day, and the paragraph speaks of none of them."""
        last = self.missions[-1] if self.missions else None
        if last is None or self.day is None or self.another:
            return ()
        told = dict.fromkeys([*self.named_missions, *self._mentioned])
        over = [m for m in told if m != last.id and (e := self.register.mission(m)) is not None and self._over(e)]
        here = any(at > self._begun for mission, at in self._mentioned.items() if mission != last.id)
        entry = self.register.mission(last.id)
        runs = entry is not None and not self._over(entry)
        return (self._ref(last.id or "", "", None),) if runs and not here and len(over) == len(told) - 1 else ()

    def _over(self, mission: Mission) -> bool:
        """Say whether a mission had ended before the report's day."""
        if self.day is None or not mission.end:
            return False
        return mission.end < self.day.isoformat()[: len(mission.end)]

    def mission_at(self, place: EntityRef) -> tuple[EntityRef, ...]:
        """Return the one mission named in the report that has the place's country for a host."""
        said = list(self._mentioned) if self.another else self._spoken_missions()
        there = [m for m in said if place.country in self.hosts_of(m)]
        near = [m for m in there if m not in self.named_missions and self._mentioned[m] > self._begun]
        there = near[-1:] or there  # the much larger UN force in Mali
        return (self._ref(there[0], "", None),) if len(there) == 1 else ()

    def joined_at(self, place: EntityRef, giver: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
        """Return the mission at a place that people of ``giver`` there are part of."""
        mission = self.mission_at(place)
        if any(self.of_one_state(m) and self.of_one_state(m) not in {r.id for r in giver} for m in mission):
            return ()  # 1,100 German soldiers in Mali: not in France's operation, where nothing says so
        return () if self.own_lands(giver, {place.country}, {m.id for m in mission}) else mission

    def of_one_state(self, mission: EntityRef) -> str | None:
        """Return the one state (id) whose own operation a mission is."""
        entry = self.register.mission(mission.id)
        return entry.operator if entry is not None and entry.operator.startswith("state:") else None

    def joined(self, mission: tuple[EntityRef, ...], giver: Sequence[EntityRef]) -> tuple[EntityRef, ...]:
        """Return the mission, unless ``giver`` runs one of its own where it is: France has 1,650 soldiers in Ivory Coast."""
        hosts = {host for m in mission for host in self.hosts_of(m.id)}
        own = self.own_lands(giver, hosts, {m.id for m in mission})
        return () if own and hosts == {*own} else mission

    def wholes(self, missions: Iterable[EntityRef], whose: Sequence[EntityRef], quote: str) -> tuple[EntityRef, ...]:
        """Return missions with the larger one for a part of it that is another state's and that ``quote`` does not name."""
        return tuple(self._whole(mission, whose, quote) for mission in missions)

    def _whole(self, mission: EntityRef, whose: Sequence[EntityRef], quote: str) -> EntityRef:
        entry = self.register.mission(mission.id)
        if entry is None or not entry.part_of or any(r.country in entry.lead for r in whose):
            return mission
        named = mission.text in quote and any(word[:1].isupper() for word in mission.text.split())
        return mission if named else self._ref(f"mission:{entry.part_of}", mission.text, None)

    def own_lands(
        self, giver: Sequence[EntityRef], hosts: Collection[str | None], but: Collection[str | None] = ()
    ) -> list[str]:
        """Return those of ``hosts`` in which a state runs a mission of its own on the report's day."""
        whose = {r.id for r in giver}
        own = [m for m in self.register.run_by(whose) if m.id not in but] if hosts else []
        return list(dict.fromkeys(h for m in own if not self.day or m.runs(self.day) for h in m.hosts if h in hosts))

    def _spoken_missions(self) -> list[str]:
        """Return the missions that the report names, and those it has told by what they are so far; of a whole and a state's part the whole."""
        if len(self.named_missions) + len(self._mentioned) != self._counted:  # neither forgets any
            self._counted = len(self.named_missions) + len(self._mentioned)
            told = dict.fromkeys([*self.named_missions, *self._mentioned])
            runs = ((m, self.register.mission(m)) for m in told)
            self._spoken = [
                m for m, e in runs if e is None or not (f"mission:{e.part_of}" in told or self._long_over(e))
            ]
        return self._spoken

    def _long_over(self, mission: Mission) -> bool:
        """Say whether a mission to be named further down had ended years before the report: "the general, who led UNAMIR in 1994"."""
        if self.day is None or not mission.end or mission.id in self._mentioned:
            return False
        return int(mission.end[:4]) + _LONG < self.day.year

    def speak_of(self, mission: EntityRef) -> None:
        """Remember a mission as spoken of, by its name or by what it is."""
        self.missions.append(mission)
        self._times[mission.id] += 1
        speak_last(self.recent, mission)
        if mission.id is not None:
            self._mentioned[mission.id] = len(self.missions)

    def spoke_of(self, mission: str) -> bool:
        """Say whether a mission was spoken of so far."""
        return self._times[mission] > 0

    def reorder(self, known: int, weight: Mapping[str | None, int]) -> None:
        """Let the missions spoken of after the first ``known`` come by their weight, the weightiest last."""
        self.missions[known:] = sorted(self.missions[known:], key=lambda m: weight.get(m.id, 0))
        for mission in self.missions[known:]:
            speak_last(self.recent, mission)

    def mission_near(self, *, anywhere: bool) -> tuple[EntityRef, ...]:
        """Return the one mission that the report speaks of; ``anywhere``: else the last that the paragraph speaks of."""
        return self.main_mission() or (self.missions_near() if anywhere else ())

    def missions_near(self) -> tuple[EntityRef, ...]:
        """Return the mission spoken of last in the paragraph."""
        return tuple(self.missions[-1:]) if len(self.missions) > self._begun else ()

    def missions_here(self) -> tuple[EntityRef, ...]:
        """Return the mission spoken of: the only one named, else the last."""
        return self.main_mission() or tuple(self.missions[-1:])

    def could_be(self, mission: tuple[EntityRef, ...], places: Iterable[EntityRef]) -> tuple[EntityRef, ...]:
        """Return the mission, unless what is told happened in a country that it is not in: then the one named that is."""
        hosts = {host for m in mission for host in self.hosts_of(m.id)}
        countries = [place.country for place in places if place.country]
        if not hosts or not countries or not hosts.isdisjoint(countries):
            return mission
        return next((found for place in places if (found := self.mission_at(place))), ())

    def command(self, mission: Iterable[EntityRef]) -> str:
        """Return what who leads a mission in uniform is called."""
        return commander_of(next((self.register.mission(m.id) for m in mission), None))

    def hosts_of(self, mission: str | None) -> tuple[str, ...]:
        """Return the countries that a mission is in; none of one the register does not know."""
        entry = self.register.mission(mission)
        return entry.hosts if entry is not None else ()

    def hosts(self) -> list[EntityRef]:
        """Return the host states of the missions the report speaks of."""
        for mission in (*self.named_missions, *(one.id for one in self.missions[self._heard :])):
            if mission not in self._hosts:
                self._hosts[mission] = [self._ref(f"state:{host}", host, None) for host in self.hosts_of(mission)]
        self._heard = len(self.missions)
        return [host for hosts in self._hosts.values() for host in hosts]

    def _ref(self, entity: str, text: str, body: str | None) -> EntityRef:
        return self.register.ref(entity, text, body=cast("Body | None", body))

"""What is so, in words: contributions, strengths, posts, periods, judgements, options, risks: all claims but events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch import register
from missionwatch.briefing.names import Names
from missionwatch.briefing.patterns import NOTHING, Words, languages, load
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.records import Picture, Statement

_NEARBY = r"\b(?:{})[ ’'](?:[dh]et? |the |l[ae] |l[’'])?{}\b"  # what stands before a name that something is near


class Facts:
    """Says what is so. ``judged`` is given by who knows the events."""

    def __init__(self, picture: Picture, language: str) -> None:
        self.picture = picture
        self.names = Names(language)
        self.phrases: dict[str, Any] = self.names.phrases

    def state(self, statement: Statement) -> str | None:
        """Return what a statement that is no event says; what is planned or denied is said as such."""
        gaps = self._state_gaps(statement)
        name = self._pattern(statement, gaps)
        patterns = self.phrases["state"]
        planned = statement.modality != "actual" and statement.predicate != "risk"  # a risk is possible by its nature
        keys = []
        if statement.negated:
            keys = [f"{name}_denied_{statement.modality}", f"{name}_denied"] if planned else [f"{name}_denied"]
        elif planned:
            keys = [f"{name}_{statement.modality}"]
        elif self._over(statement):
            name = f"{name}_past" if f"{name}_past" in patterns else name
        for key in keys:
            if key in patterns:
                return self.names.fill(patterns[key], gaps)
        said = self.names.fill(patterns[name], gaps)
        if said is None or not keys:
            return said
        mode = "denied" if statement.negated else statement.modality
        return self.names.fill(self.phrases["state_modal"][mode], {**gaps, "said": Words(said)})

    def _over(self, statement: Statement) -> bool:
        """Say whether the days a statement speaks of have passed."""
        latest = statement.time.latest if statement.time is not None else None
        return latest is not None and latest < self.picture.as_of.isoformat()

    def judged(self, statement_id: str) -> Words:
        """Return what a judgement is on as a noun phrase; nothing where it is not known."""
        del statement_id
        return NOTHING

    def spoken(self, statement: Statement) -> str | None:
        """Return the language of the report a statement was read in."""
        head = self.picture.reports.get(statement.report)
        return head.language if head is not None else None

    def publisher(self, statement: Statement) -> str:
        """Return who published what a statement was read in."""
        head = self.picture.reports.get(statement.report)
        if head is None:
            return "?"
        source = self.picture.theatre.source(head.source)
        if head.publisher in (None, source.name) and source.kind in ("organisation", "mission"):
            known = register.load().entry(f"{source.kind}:{source.id}")
            if known is not None and source.name in (*known.nl, *known.en, *known.fr, *map(known.name.of, languages())):
                return self.names.entity(EntityRef(text=source.name, id=known.id, kind=source.kind)).text
        return head.publisher or source.name

    def quoted(self, words: str | None, statement: Statement) -> Words:
        """Return a source's own words in quotation marks, with their language where it is another."""
        return Words(self.names.quote(words.strip(" ."), self.spoken(statement))) if words else NOTHING

    def there(self, statement: Statement, refs: Sequence[EntityRef]) -> Words:
        """Return where these places of a statement are; of a town, whether it was near it, as the source says."""
        spoken = self.spoken(statement)
        words = load(spoken)["body"]["nearby"] if spoken in languages() else ()
        told = " ".join(" ".join(span.quote for span in (statement.evidence, *statement.more)).split())

        def only_near(ref: EntityRef) -> bool:
            pattern = _NEARBY.format("|".join(map(re.escape, words)), re.escape(ref.text))
            return ref.kind == "place" and bool(words) and re.search(pattern, told, re.IGNORECASE) is not None

        near = {ref.id for ref in refs if ref.id and only_near(ref)}
        return self.names.there(refs, spoken=spoken, near=near)

    def term(self, section: str, code: str) -> Words:
        """Return the word for a code; a second word says whether it is feminine (f), plural (mm) or both (ff)."""
        said = self.phrases[section][code]
        if isinstance(said, str):
            return Words(said)
        agrees = said[1] if len(said) > 1 else "m"
        return Words(said[0], many=len(agrees) > 1, feminine=agrees.startswith("f"))

    def terms(self, section: str, codes: Iterable[str]) -> Words:
        """Return the words for several codes, joined."""
        said = [self.term(section, code) for code in codes]
        if len(said) == 1:
            return said[0]
        return self.names.together(said) if said else NOTHING

    # --- the gaps

    def _state_gaps(self, statement: Statement) -> dict[str, Words]:
        names, spoken = self.names, self.spoken(statement)
        role = {
            name: names.all_of(statement.role(name), spoken=spoken)
            for name in ("contributor", "mission", "leader", "actor", "target", "place")
        }
        function, time = statement.function, statement.time
        return role | {
            "holder": names.all_of(statement.holders, spoken=spoken), "amount": names.people(statement),
            "there": self.there(statement, statement.role("place")), "assets": names.assets(statement.assets),
            "time": names.time(time), "date": names.due(time), "end": names.end(time), "until": names.until(time),
            "duration": names.duration(statement.duration), "quote": self.quoted(statement.text, statement),
            "person": self._ranked(statement), "caveat": self._caveat(statement),
            "where": names.all_of(map(_whole, statement.role("mission", "organisation", "state")), spoken=spoken),
            "function": Words(names.function(function)) if function else NOTHING,
            "functions": Words(names.function(function, many=True)) if function else NOTHING,
            "purposes": self.terms("purpose", statement.purposes), "options": self._options(statement.options),
            "effect": self.terms("hazard", statement.effect), "cause": self.terms("hazard", statement.cause),
            **self._grades(statement.grade, NOTHING),
        }  # fmt: skip

    def _options(self, codes: Sequence[str]) -> Words:
        """Return what is weighed: one thing or another, not all at once."""
        if len(codes) < 2:
            return self.terms("option", codes)
        said = [self.term("option", code).text for code in codes]
        return Words(self.phrases["body"]["or"].format(", ".join(said[:-1]), said[-1]), many=True)

    def _grades(self, code: str | None, about: Words) -> dict[str, Words]:
        """Return a grade as it agrees with what is judged, and for what is feminine, or masculine and plural."""
        said = self.phrases["grade"].get(code or "", "")
        forms = [said] if isinstance(said, str) else said
        ways = {"grade": about, "grade_f": Words("x", feminine=True), "grade_mm": Words("x", many=True)}
        return {name: Words(agrees.form(forms)) for name, agrees in ways.items()}

    def _pattern(self, statement: Statement, gaps: dict[str, Words]) -> str:
        match statement.predicate:
            case "contribution":
                people = gaps["amount"] and statement.modality == "actual" and not statement.negated
                return "contribution_people" if people else "contribution"
            case "post":
                return "post" if statement.function else "post_plain"
            case "period":
                if statement.time is None:
                    return "period_for"
                edge = "start" if statement.time.relation in ("since", "after") else "end"
                return f"period_{edge}_{statement.subject or 'mission'}"
            case "assessment":
                return self._assessment(statement, gaps)
            case "option":
                if "all" in statement.options and gaps["holder"]:
                    return "option_all"
                return "option" if gaps["holder"] else "option_open"
            case "risk":
                return "risk" if gaps["effect"] else "risk_cause"
            case "interest":
                return "interest" if gaps["grade"] and gaps["place"] else "interest_plain"
            case other:
                return str(other)

    def _assessment(self, statement: Statement, gaps: dict[str, Words]) -> str:
        judged = [noun for ref in statement.about if isinstance(ref, str) and (noun := self.judged(ref))]
        if judged and gaps["holder"]:
            judged = list(dict.fromkeys(judged))
            about = self.names.together(judged) if len(judged) > 1 else judged[0]
            gaps.update(self._grades(statement.grade, about), about=about)
            return "assessment"
        refs = [ref for ref in statement.about if not isinstance(ref, str)]
        refs = [ref for ref in refs if ref.kind == "mission" or ref.body is None] or refs
        gaps["about"] = self.names.all_of(refs[:1], spoken=self.spoken(statement))
        if refs and refs[0].body is None and refs[0].kind in ("state", "place"):
            gaps["about_there"] = self.names.there(refs[:1])
        if statement.grade in ("deteriorated", "improved"):
            return "assessment_state"
        if not gaps["holder"]:
            return "assessment_open"
        if statement.grade == "important":
            return "assessment_important"
        return "assessment_about" if gaps["about"] else "assessment"

    def _ranked(self, statement: Statement) -> Words:
        person = self.names.all_of(statement.role("person"))
        rank = self.phrases["rank"].get(statement.rank or "", "")
        return Words(f"{rank} {person.text}".strip() if person else "", many=person.many)

    def _caveat(self, statement: Statement) -> Words:
        """Return a reservation, in this language where every language has it, else as it was said."""
        words = (statement.caveat or "").strip()
        known = self.phrases["caveat"].get(words.lower())
        return Words(known) if known else self.quoted(words, statement)


def _whole(ref: EntityRef) -> EntityRef:
    """Return the state where its government is named: one is prime minister of a country."""
    return msgspec.structs.replace(ref, body=None) if ref.body is not None else ref

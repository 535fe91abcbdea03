"""Which body a paper means by a short name, a capital or a post: "the Council", "the Authority", "the Secretary-General", "the Allies"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.lands import compatriots
from missionwatch.reading.frames.senses import mission_called, mission_titled
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.register import Hit, Organisation, Sense


def short_for(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whom a short form means: "the Council" where the Security Council was named, "de Raad" the Veiligheidsraad."""
    word = cast("str", phrase.unknown_name).lower()
    if phrase.unknown_name == word.upper() and (short := discourse.called.get(word)) is not None:
        return renamed(short, phrase.text)
    marked = discourse.pack.adjectives_follow and phrase.start < phrase.first  # au Conseil, de la Commission
    if not (phrase.definite or marked) or " " in word or len(word) < 4:
        return None
    ends = discourse.pack.compounds
    last = next((name for name in reversed(discourse.called) if name == word or (ends and name.endswith(word))), None)
    if last is not None:
        called = discourse.called[last]  # None: another one was named in full, whom nobody knows
        return renamed(called, phrase.text) if called is not None else None
    spoken = [*reversed(discourse.parties), *reversed(discourse.recent)]
    if not any(ref.kind == "organisation" for ref in spoken) and (organ := _organ(discourse, phrase)) is not None:
        discourse.called[word] = organ  # Council conclusions on Bosnia: no other council was spoken of before
        return organ
    for ref in (*spoken, *discourse.bodies):
        if ref.kind in ("organisation", "mission", "group") and any(n.endswith(word) for n in _heads(discourse, ref)):
            return renamed(ref, phrase.text)
    return _organ(discourse, phrase) or _parent(discourse, phrase, word)


def _battle_group(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return the mission that "le bataillon" is: the one spoken of last, where that is a battle group."""
    last = discourse.register.mission(discourse.missions[-1].id) if discourse.missions else None
    known = any(s.id for n in phrase.named for s in n.senses) or phrase.adjective_refs or phrase.number is not None
    if last is None or known or phrase.specified or phrase.owned or not phrase.definite:
        return None
    if "deterrence" not in last.purposes:
        return None
    phrase.noun = "mission"
    return discourse.register.ref(last.id, phrase.text)


def _allies(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return NATO for "the Allies" of a report that speaks of it; not somebody's own, nor those of another force."""
    written = phrase.definite or phrase.text[:1].isupper()
    capital = discourse.pack.compounds or phrase.text.split()[-1][:1].isupper()
    apart = phrase.owned or phrase.specified or phrase.adjective_refs or phrase.number is not None
    nato = next((r for r in discourse.bodies if r.id == "organisation:nato"), None)
    missions = (discourse.register.mission(m) for m in discourse.named_missions)
    spoken = nato is not None or any(m is not None and m.organisation == "nato" for m in missions)
    if not (written and capital and spoken) or apart:
        return None
    return discourse.register.ref("organisation:nato", phrase.text, language=discourse.pack.language)


def head_of(name: str, pack: Pack) -> list[str]:
    """Return the words of a name before what it is of: "Council" of "Council of the European Union"."""
    words = name.split()
    of = next((n for n, word in enumerate(words) if n and "of" in pack.relations.get((word.lower(),), ())), len(words))
    return words[:of]


def _heads(discourse: Discourse, ref: EntityRef) -> tuple[str, ...]:
    """Return the words, in lower case, of the names of somebody before what they are of (remembered)."""
    if ref not in discourse.heads:
        called = discourse.register.ref(ref.id or "", ref.text, language=discourse.pack.language).name or ""
        heads = (*head_of(called, discourse.pack), *head_of(ref.text, discourse.pack))
        discourse.heads[ref] = tuple(word.lower() for word in heads)
    return discourse.heads[ref]


def called_so(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whom a paper calls by a word with a capital, "the Authority" after its full name; or the Allies, members, a battle group."""
    if phrase.words & discourse.pack.classes_of("unit_noun"):
        return _battle_group(discourse, phrase)
    if phrase.words & discourse.pack.classes_of("allies"):
        return _allies(discourse, phrase)
    if phrase.noun == "people" and phrase.definite and not phrase.named:  # after "the members of the Council"
        same = (r for r in discourse.topic if r.kind == "organisation" and r.text.lower() == phrase.text.lower())
        if (members := next(same, None)) is not None:
            return members
    if phrase.words & discourse.pack.classes_of("compatriot"):
        return compatriots(discourse, phrase)
    words = phrase.text.split()
    known = any(s.id for n in phrase.named for s in n.senses)
    title = phrase.text.replace("'", "' ").replace("’", "’ ").split()[1:]  # l'Autorité
    if phrase.definite and not known and (mission := mission_titled(discourse, title)) is not None:
        phrase.noun = "mission"
        return renamed(mission, phrase.text)
    if len(words) != _TWO or not phrase.definite or known:
        return None
    if words[1] in discourse.pack.classes_of("organ_noun"):  # de raad, after the Veiligheidsraad
        return next(
            (renamed(r, phrase.text) for r in reversed(discourse.parties) if _named_so(discourse, r, words[1])), None
        )
    if (mission := mission_called(discourse, words[1])) is not None:
        phrase.noun = "mission"
        return renamed(mission, phrase.text)
    if not words[1][:1].isupper():  # the front, after "the Front for the Liberation of X"; the army is no rebel one
        rebels = discourse.called.get(words[1])
        if rebels is None or rebels.kind != "group" or phrase.words & discourse.pack.local_bodies:
            return None
        return renamed(rebels, phrase.text)
    if words[1].lower() in discourse.pack.classes_of("assembly"):  # the Summit, under "Summit of ECOWAS heads of state"
        head = discourse.report.text[:_HEAD]
        met = next((r for r in discourse.bodies if r.text in head and words[1].lower() in head.lower()), None)
        return renamed(met, phrase.text) if met is not None else None
    others = (r for r in discourse.parties if _named_so(discourse, r, words[1].lower()))
    if words[1].lower() in discourse.sitting and discourse.home and not any(others):  # "Conseil de gouvernement"
        return discourse.register.ref(f"state:{discourse.home}", phrase.text, body="government")
    called = discourse.called.get(words[1].lower())
    return renamed(called, phrase.text) if called is not None and called.kind == "organisation" else None


def _named_so(discourse: Discourse, ref: EntityRef, noun: str) -> bool:
    """Say whether an organisation's name is, or ends in, a noun: the Veiligheidsraad is a "raad"."""
    return ref.kind == "organisation" and any(word.endswith(noun) for word in _heads(discourse, ref))


_HEAD = 200  # characters of a paper's head


def head_state(senses: Sequence[tuple[Sense, Hit]], hosts: set[str]) -> str | None:
    """Return the state that a paper's head names alone, or by its parliament: "To the Storting", "the Irish battalion in Lebanon"."""
    told = [(s, h) for s, h in senses if s.country and s.country not in hosts]
    spoken = {s.country for s, _ in told if s.form != "body"}
    bodies = [s.country for s, h in told if s.form == "body" and h.start < _HEAD and s.country in spoken]
    adjectives = [s.country for s, h in told if s.form in ("adjective", "national") and h.start < _HEAD]
    named = [c for c in dict.fromkeys(adjectives) if c]
    return bodies[0] if bodies else named[0] if len(named) == 1 else None


def _parent(discourse: Discourse, phrase: Phrase, word: str) -> EntityRef | None:
    """Return the organisation that a paper calls by the end of its name, where it speaks of an organ of it: "the Union"."""
    spoken = {(r.id or "").partition(":")[2] for r in discourse.bodies}
    owners = {o for s in spoken if (o := discourse.register.parent_of(f"organisation:{s}"))}
    language = discourse.pack.language
    refs = [discourse.register.ref(f"organisation:{o}", phrase.text, language=language) for o in sorted(owners)]
    heads = {r.id: [name.lower() for name in head_of(r.name or "", discourse.pack)] for r in refs}
    called = {r.id: r for r in refs if word in (heads[r.id][:1] + heads[r.id][-1:])}
    return next(iter(called.values())) if len(called) == 1 else None


def _organ(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return the organ a paper calls by its short name, "the Council": of the one organisation whose missions it speaks of."""
    organs = [] if phrase.specified else discourse.register.organs(phrase.unknown_name or "", discourse.pack.language)
    return _meant(discourse, phrase, organs)


def presided(discourse: Discourse, title: Phrase) -> EntityRef | None:
    """Return the body whose president a title names before it: "European Council President", "Council President"."""
    post = next((n for n in title.named if n.forms("function")), None)
    before = [n for n in title.named if post is not None and n.last == post.first - 1 and n is not post]
    named = next((s.id for n in before for s in n.forms("name") if s.kind == "organisation"), None)
    if post is None or named is not None:
        return discourse.register.ref(named, "") if named is not None else None
    alone = post.first == title.first + 1 and not title.definite and discourse.pack.names_premodify
    word = title.text.split()[0] if alone else ""
    called = discourse.called.get(word.lower())
    if called is not None:
        return called if called.kind == "organisation" and called.id else None
    return _meant(discourse, title, discourse.register.organs(word, discourse.pack.language)) if word else None


def office(discourse: Discourse, phrase: Phrase) -> EntityRef | None:
    """Return whose post "the Secretary-General" is: that named last, else that of the one organisation spoken of."""
    several = bool(phrase.words & discourse.pack.classes_of("heads_noun")) and not phrase.senses("adjective", "name")
    if several and any(s.code in _HEADS for s in phrase.senses("function")):
        return EntityRef(text=phrase.text, body="government")  # the heads of state and government: of several states
    codes = {s.code for s in phrase.senses("function")}
    held = [o for o in discourse.register.offices if o.office in codes]
    if not held or phrase.specified or not phrase.definite:
        return None
    if phrase.owned:  # Hezbollah mourns its secretary-general
        near = {*discourse.here, *(r.id for r in (*discourse.topic, *discourse.owner))}
        held = [o for o in held if not near.isdisjoint(r.id for r in discourse.whole(o.id))]
    known = {o.id for o in held}
    last = next((r for r in reversed(discourse.parties) if r.id in known), None)
    return renamed(last, phrase.text) if last is not None else _meant(discourse, phrase, held)


def _meant(discourse: Discourse, phrase: Phrase, organs: Sequence[Organisation]) -> EntityRef | None:
    """Return the one of several organs that is of an organisation spoken of, by its name or by its missions."""
    operators = [e.organisation for m in discourse.named_missions if (e := discourse.register.mission(m)) is not None]
    spoken = {*operators, *((r.id or "").partition(":")[2] for r in discourse.bodies)}
    above = {discourse.register.parent_of(r.id or "") for r in discourse.bodies}
    meant = [o for o in organs if o.part_of in spoken or o.part_of in above]
    if len(meant) > 1:  # of a paper that an organ of the Union heads: the Union's
        head, named = discourse.report.text[:_HEAD], {o.id for o in meant}
        title = head.partition("\n")[0]  # "the Security Council" in a first sentence is another than "the Council"
        heads = (r for r in discourse.bodies if r.text in (title if r.id in named else head))
        first = next(((r.id or "").partition(":")[2] for r in heads), "")
        own = {first, discourse.register.parent_of(f"organisation:{first}")}
        meant = [o for o in meant if o.part_of in operators] or [o for o in meant if o.part_of in own]
    return discourse.register.ref(meant[0].id, phrase.text) if len(meant) == 1 else None


_TWO = 2  # words: an article and what somebody is called


def call(discourse: Discourse, phrase: Phrase) -> None:
    """Remember whom the last word of a name stands for: after "the Transitional Military Council" it is "the Council"."""
    if not phrase.words.isdisjoint(discourse.pack.host_bodies | discourse.pack.classes_of("regime_noun")):
        rule = (r for r in (*phrase.adjective_refs, *phrase.refs) if r.kind == "state" and r.id)
        discourse.rulers = next(rule, discourse.rulers)
    if phrase.pronoun is not None or not (phrase.named or phrase.unknown_name) or " " not in phrase.text:
        return
    words = [word.strip("\"'’(),.") for word in phrase.text.split()]
    names = [word for word in words if word[:1].isupper()]
    if len(names) > 1:
        ref = next((r for r in phrase.refs if r.id), None)
        head = [word for word in head_of(phrase.text, discourse.pack) if word.strip("\"'’(),.") in names]
        whole = ref is None or ref.kind != "organisation" or len(head) == len(names)
        ends = (names[0], names[-1]) if whole else names[:1]  # the Council of the European Union is not "the Union"
        ends = names[-1:] if phrase.person is not None and phrase.senses("function") else ends  # Council President X
        for name in dict.fromkeys(name.lower() for name in ends):
            discourse.called.pop(name, None)  # the last one named comes last
            discourse.called[name] = ref


_HEADS = frozenset({"head-of-state", "head-of-government", "president"})

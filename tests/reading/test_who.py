"""Who is meant, and whose: peacekeepers of another mission, another council, whom a call is made to, what is only meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from missionwatch.records import Statement
    from tests.reading.conftest import Read


def of_type(said: tuple[Statement, ...], kind: str) -> Statement:
    (found,) = [one for one in said if kind in (one.type, one.predicate)]
    return found


def ids(statement: Statement, role: str) -> list[str | None]:
    return [ref.id for ref in statement.role(role)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "MINUSMA has closed its camp in Ber.\n\nA Ghanaian peacekeeper was killed in Lebanon on Tuesday."),
        ("nl", "MINUSMA sluit haar kamp in Ber.\n\nEen Ghanese blauwhelm is gedood in Libanon."),
        ("fr", "La MINUSMA quitte Ber.\n\nUn casque bleu ghanéen a été tué au Liban."),
    ],
)
def test_who_falls_elsewhere_served_in_another_mission(read: Read, language: str, text: str) -> None:
    _, said = read(text, language=language)
    attack = of_type(said, "attack")
    assert ids(attack, "target") == ["state:GH"]
    assert not attack.role("mission")
    assert not [one for one in said if one.predicate == "contribution"]


def test_who_falls_where_the_mission_is_served_in_it(read: Read) -> None:
    text = "MINUSMA has closed its camp in Ber.\n\nA Togolese peacekeeper was killed near Gao on Tuesday."
    given = of_type(read(text, language="en")[1], "contribution")
    assert (ids(given, "contributor"), ids(given, "mission")) == (["state:TG"], ["mission:minusma"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The National Security Council discussed UNIFIL.\n\nThe Council condemned France."),
        ("en", "The High Council of State rejected UNSMIL's plan.\n\nThe Council condemned France."),
        ("nl", "De Nationale Veiligheidsraad besprak UNIFIL.\n\nDe Raad veroordeelde Frankrijk."),
        ("fr", "Le Conseil militaire de transition a reçu la MINUSMA.\n\nLe Conseil a condamné la France."),
    ],
)
def test_another_council_named_in_full_is_the_council(read: Read, language: str, text: str) -> None:
    condemned = of_type(read(text, language=language)[1], "condemn")
    assert "organisation:un-security-council" not in ids(condemned, "actor")


def test_the_council_of_a_mission_s_papers_is_the_one_that_runs_it(read: Read) -> None:
    text = "The Council extended the mandate of MINUSMA.\n\nThe Council condemned France."
    assert ids(of_type(read(text, language="en")[1], "condemn"), "actor") == ["organisation:un-security-council"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "France called on Rwanda to withdraw its troops from Goma."),
        ("en", "France called upon Rwanda to withdraw its troops from Goma."),
        ("en", "France appealed to Rwanda to withdraw its troops from Goma."),
        ("fr", "La France exhorte le Rwanda à retirer ses troupes de Goma."),
        ("nl", "Frankrijk riep Rwanda op om zijn troepen uit Goma terug te trekken."),
    ],
)
def test_who_is_called_on_is_who_must_do_it(read: Read, language: str, text: str) -> None:
    asked = of_type(read(text, language=language)[1], "withdraw")
    assert (ids(asked, "actor"), asked.modality) == (["state:RW"], "required")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Berlin compte envoyer 500 soldats au Mali.", "deploy"),
        ("L'Allemagne compte quitter la MINUSMA en mai.", "withdraw"),
        ("Paris compte aussi retirer ses troupes du Niger.", "withdraw"),
    ],
)
def test_what_is_meant_to_be_done_is_planned(read: Read, text: str, kind: str) -> None:
    _, said = read(text, language="fr")
    assert of_type(said, kind).modality == "planned"
    assert not [one for one in said if one.predicate == "presence"]


def test_who_counts_soldiers_has_them(read: Read) -> None:
    there = of_type(read("Le Danemark compte 105 soldats au Mali.", language="fr")[1], "presence")
    assert (ids(there, "actor"), there.modality) == (["state:DK"], "actual")


def test_a_death_announced_is_no_plan(read: Read) -> None:
    _, said = read("La MINUSMA a annoncé la mort de deux Casques bleus.", language="fr")
    assert of_type(said, "attack").modality == "actual"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A soldier from Chad was wounded near Kidal.", ["place:kidal"]),
        ("One peacekeeper from Tanzania was killed.", []),
    ],
)
def test_where_a_victim_is_from_is_not_where_it_happened(read: Read, text: str, place: list[str]) -> None:
    attack = of_type(read(text, language="en")[1], "attack")
    assert ids(attack, "place") == place
    assert 1 in [count.value for count in (attack.killed, attack.injured) if count is not None]

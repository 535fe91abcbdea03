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
    _, said = read(text, language=language)
    asked = of_type(said, "demand")
    assert (ids(asked, "actor"), ids(asked, "target")) == (["state:FR"], ["state:RW"])
    assert not [one for one in said if one.type == "withdraw"]


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


@pytest.mark.parametrize(
    ("language", "text", "function"),
    [
        ("en", "Soldiers have ousted President Roch Kaboré.", "head-of-state"),
        ("fr", "Le ministre des Armées, Florence Dupont, s'est rendue à Gao.", "defence-minister"),
        ("nl", "VN-gezant Geir Pedersen spreekt met Damascus.", "special-representative"),
    ],
)
def test_a_titled_name_holds_a_post_even_where_whose_goes_unsaid(
    read: Read, language: str, text: str, function: str
) -> None:
    assert of_type(read(text, language=language)[1], "post").function == function


def test_the_high_representative_is_the_union_s(read: Read) -> None:
    post = of_type(read("The High Representative, Ann Example, welcomed the decision.", language="en")[1], "post")
    assert (post.function, ids(post, "organisation")) == ("high-representative", ["organisation:eu"])


def test_who_condemn_together_condemn_each(read: Read) -> None:
    _, said = read("Belgium, France and Italy condemned the coup.", language="en")
    assert [ids(one, "actor") for one in said if one.type == "condemn"] == [["state:BE"], ["state:FR"], ["state:IT"]]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "In Vilnius, Belgium and Lithuania signed an agreement.", {"state:BE", "state:LT"}),
        ("fr", "À Vilnius, la Belgique et la Lituanie ont signé un accord.", {"state:BE", "state:LT"}),
    ],
)
def test_a_place_in_front_is_no_side(read: Read, language: str, text: str, who: set[str]) -> None:
    agreed = of_type(read(text, language=language)[1], "agree")
    assert {*ids(agreed, "actor"), *ids(agreed, "partner")} == who
    assert len(agreed.role("place")) == 1


@pytest.mark.parametrize(
    ("language", "text", "quantity"),
    [
        ("fr", "La MINUSMA compte 13 000 hommes. Le Tchad en fournit 1 400.", 1400),
        ("en", "MINUSMA has 13,000 troops. Chad supplies 1,400 of them.", 1400),
        ("fr", "Le Tchad, dont 1 400 soldats servent dans la MINUSMA, est inquiet.", 1400),
    ],
)
def test_what_part_of_a_force_a_state_gives(read: Read, language: str, text: str, quantity: int) -> None:
    given = of_type(read(text, language=language)[1], "contribution")
    assert (ids(given, "contributor"), ids(given, "mission")) == (["state:TD"], ["mission:minusma"])
    assert given.quantity is not None
    assert given.quantity.value == quantity


def test_they_are_those_just_counted(read: Read) -> None:
    text = "The UK has 300 soldiers in Mali. They will leave MINUSMA in November."
    assert ids(of_type(read(text, language="en")[1], "withdraw"), "actor") == ["state:GB"]


@pytest.mark.parametrize(
    "text",
    [
        "Tunisian soldiers of MINUSCA were detained at the airport.",
        "Arrêtés le 10 juillet, les soldats tunisiens de la MINUSCA ont été libérés.",
    ],
)
def test_nobody_detains_himself(read: Read, text: str) -> None:
    _, said = read(text, language="fr" if "soldats" in text else "en")
    taken = of_type(said, "detain")
    assert ids(taken, "target") == ["state:TN"]
    assert not taken.role("actor")


def test_what_somebody_is_accused_of_gives_nothing_to_a_mission(read: Read) -> None:
    text = "La MINUSMA est au Mali. Bamako accuse le Togo d'avoir envoyé des mercenaires."
    _, said = read(text, language="fr")
    assert not [one for one in said if one.predicate == "contribution"]


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on peacekeepers may constitute war crimes.",
        "Norway has scrapped its plans to join Takuba.",
        "Thirteen members voted in favour.",
    ],
)
def test_what_happens_to_nobody_in_particular_is_no_event(read: Read, text: str) -> None:
    _, said = read(text, language="en")
    assert not [one for one in said if one.type in ("attack", "end", "approve")]


def test_a_source_in_brackets_is_who_says_it(read: Read) -> None:
    attack = of_type(read("At least 459 people killed in Khartoum (WHO).", language="en")[1], "attack")
    assert [ref.id for ref in attack.holders] == ["organisation:who"]
    assert not attack.role("target")


def test_the_day_a_withdrawal_is_announced_for_is_the_day_of_the_withdrawal(read: Read) -> None:
    text = "The withdrawal from MINUSMA has been announced for 9 April 2022."
    leaves = of_type(read(text, language="en")[1], "withdraw")
    assert leaves.time is not None
    assert (leaves.modality, leaves.time.edtf) == ("planned", "2022-04-09")


def test_whose_troops_leave_a_country_are_not_that_country_s(read: Read) -> None:
    leaves = of_type(read("La France a annoncé le retrait de ses troupes du Mali.", language="fr")[1], "withdraw")
    assert ids(leaves, "actor") == ["state:FR"]


@pytest.mark.parametrize(
    ("language", "text", "actor", "target"),
    [
        ("nl", "Tsjaad beschuldigde Niger (gemeld: 4 juni 2023).", "state:TD", "state:NE"),
        ("nl", "Ierland veroordeelde Israël (gesteund door Spanje).", "state:IE", "state:IL"),
        ("en", "Chad accused Niger (reported: 4 June 2023).", "state:TD", "state:NE"),
        ("fr", "Le Tchad a accusé le Niger (signalé : 4 juin 2023).", "state:TD", "state:NE"),
    ],
)
def test_what_stands_in_brackets_turns_no_sentence_round(
    read: Read, language: str, text: str, actor: str, target: str
) -> None:
    said = read(text, language=language)[1]
    (told,) = [one for one in said if one.type in ("accuse", "condemn")]
    assert (ids(told, "actor"), ids(told, "target")) == ([actor], [target])


def test_what_is_announced_in_brackets_dates_the_announcing(read: Read) -> None:
    told = of_type(
        read("Noorwegen schorste de samenwerking met Tsjaad (bekend sinds 9 mei).", language="nl")[1], "suspend"
    )
    assert told.time is None or told.time.edtf != "2022-05-09"


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("nl", "Amnesty International meldt ongeveer 40 gedode dorpelingen.", 40),
        ("nl", "UNIFIL meldt twee gesneuvelde blauwhelmen.", 2),
        ("en", "Amnesty International reports about 40 villagers killed.", 40),
        ("en", "UNIFIL reports two peacekeepers killed near Naqoura.", 2),
    ],
)
def test_who_reports_the_dead_did_not_kill_them_and_is_not_dead(
    read: Read, language: str, text: str, killed: int
) -> None:
    told = of_type(read(text, language=language)[1], "attack")
    assert told.killed is not None
    assert told.killed.value == killed
    who = {ref.text for ref in told.holders}
    assert not told.role("actor")
    assert not {ref.text for ref in told.role("target")} & {"Amnesty International", "UNIFIL"}
    assert who & {"Amnesty International", "UNIFIL"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La mine a tué un gendarme et blessé quatre passants."),
        ("fr", "Il y a eu une attaque contre l'AUSSOM à Baidoa, avec un bilan d'un soldat tué et de quatre blessés."),
        ("en", "The mine killed a guard and wounded four passers-by."),
        ("nl", "De mijn doodde een bewaker en verwondde vier omstanders."),
    ],
)
def test_one_is_a_number_too(read: Read, language: str, text: str) -> None:
    told = [one for one in read(text, language=language)[1] if one.killed is not None]
    assert [one.killed.value for one in told if one.killed is not None] == [1]


def test_an_open_question_is_asked_once(read: Read) -> None:
    said = read("Open vraag: “Of Ghana daaraan meedoet, is onduidelijk”.", language="nl")[1]
    asked = of_type(said, "question")
    assert [ref.id for ref in asked.about if not isinstance(ref, str)] == ["state:GH"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Minister Jan Postma said: "MINUSMA is weak. Wagner has 900 men in Mali."'),
        ("en", '"MINUSMA is weak. Wagner has 900 men in Mali," Minister Jan Postma told reporters.'),
        ("en", "“Mali is unsafe,” said Minister Jan Postma. “Wagner has 900 men in Mali.”"),
        ("nl", "Minister Jan Postma zei: „MINUSMA is zwak. Wagner heeft 900 man in Mali.”"),
        ("fr", "Le ministre Jan Postma a déclaré : « La MINUSMA est faible. Wagner compte 900 hommes au Mali. »"),
    ],
)
def test_who_speaks_says_every_sentence_of_a_quotation(read: Read, language: str, text: str) -> None:
    there = of_type(read(text, language=language)[1], "presence")
    assert [ref.id for ref in there.holders] == ["person:jan-postma"]


def test_a_quotation_reaches_no_further_than_its_marks(read: Read) -> None:
    text = 'Minister Jan Postma said: "MINUSMA is weak. Mali is unsafe." Wagner has 900 men in Mali.'
    assert not of_type(read(text, language="en")[1], "presence").holders


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("en", "Israel bombed the Iranian consulate in Damascus.", "state:IR"),
        ("en", "Gunmen stormed the Saudi embassy in Khartoum.", "state:SA"),
        ("nl", "Gewapende mannen bestormden de Saoedische ambassade in Khartoem.", "state:SA"),
        ("fr", "Des hommes armés ont attaqué l'ambassade saoudienne à Khartoum.", "state:SA"),
    ],
)
def test_an_embassy_is_not_of_the_country_it_is_in(read: Read, language: str, text: str, target: str) -> None:
    assert ids(of_type(read(text, language=language)[1], "attack"), "target") == [target]


def test_who_is_protested_against_is_whose_embassy_it_is(read: Read) -> None:
    told = of_type(read("Thousands marched outside the American embassy in Niamey.", language="en")[1], "protest")
    assert ids(told, "target") == ["state:US"]


def test_our_soldiers_are_the_speaker_s(read: Read) -> None:
    text = '"We will withdraw our soldiers from MINUSMA," a minister told reporters.'
    assert not [r for r in ids(of_type(read(text, language="en")[1], "withdraw"), "actor") if r == "state:ML"]


def test_who_inquires_into_a_killing_did_not_kill(read: Read) -> None:
    attack = of_type(
        read("The UN launched an inquiry into the killing of two peacekeepers.", language="en")[1], "attack"
    )
    assert not attack.role("actor")


@pytest.mark.parametrize(
    ("language", "text", "name", "function", "state"),
    [
        ("nl", "Minister Hans van den Broek van Buitenlandse Zaken noemde de toestand zorgelijk.", "hans-van-den-broek", "foreign-minister", "NL"),
        ("nl", "Staatssecretaris Jan van der Meer van Defensie bezoekt KFOR.", "jan-van-der-meer", "minister", "NL"),
        ("nl", "Minister Van Middelkoop bezoekt KFOR.", "van-middelkoop", "minister", "NL"),
        ("nl", "De minister van Defensie, J.J.C. Voorhoeve, bezoekt UNPROFOR.", "j-j-c-voorhoeve", "defence-minister", "NL"),
        ("nl", "Minister van Binnenlandse Zaken Ljube Boškovski verwijt de NAVO wapensmokkel.", "ljube-boskovski", "minister", "NL"),
        ("fr", "Le ministre français de la Défense, Jean-Yves Le Drian, sera dimanche à Bangui.", "jean-yves-le-drian", "defence-minister", "FR"),
        ("fr", "La ministre belge de la Défense Ludivine Dedonder est à Bangui.", "ludivine-dedonder", "defence-minister", "BE"),
        ("fr", "Le ministre malien des Affaires étrangères Abdoulaye Diop a rejeté l'accord.", "abdoulaye-diop", "foreign-minister", "ML"),
        ("en", "Prime Minister P.V. Narasimha Rao condemned the attack on UNOSOM II.", "p-v-narasimha-rao", "head-of-government", "IN"),
        ("en", "President Ernest Bai Koroma praised UNAMSIL.", "ernest-bai-koroma", "head-of-state", "SL"),
    ],
)  # fmt: skip
def test_a_name_is_read_to_its_end(read: Read, language: str, text: str, name: str, function: str, state: str) -> None:
    post = of_type(read(text, language=language)[1], "post")
    assert (ids(post, "person"), post.function, ids(post, "state")) == (
        [f"person:{name}"],
        function,
        [f"state:{state}"],
    )


def test_small_words_with_a_capital_begin_a_sentence_behind_initials(read: Read) -> None:
    _, said = read("The soldiers left for the U.S. The minister condemned the attack on UNIFIL.", language="en")
    assert ids(of_type(said, "deploy"), "mission") == []
    assert not of_type(said, "attack").negated

"""A question says nothing: quoted or not, with the verb first or last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Has Mali expelled MINUSMA?"),
        ("en", "“Did Mali expel the French ambassador?”"),
        ("nl", "“Heeft Mali MINUSMA uitgezet?”"),
        ("fr", "« Le Mali a-t-il expulsé la MINUSMA ? »"),
    ],
)
def test_a_question_is_no_event(read: Read, language: str, text: str) -> None:
    assert read(text, language=language)[1] == ()


def test_a_fronted_condition_in_a_quotation_is_a_condition(read: Read) -> None:
    _, said = read("“Should Mali expel the French ambassador, France may recall its own,” he said.", language="en")
    assert {one.modality for one in said if one.type == "expel"} == {"conditional"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Finland called for the withdrawal of Russian troops from Moldova.", ["demand actual"]),
        ("nl", "Finland riep op tot de terugtrekking van de Russische troepen uit Moldavië.", ["demand actual"]),
        ("fr", "La Finlande a appelé au retrait des troupes russes de Moldavie.", ["demand actual"]),
        ("fr", "Le représentant a insisté sur la libération de trois pilotes.", ["release required"]),
    ],
)
def test_what_is_asked_for_has_not_happened(read: Read, language: str, text: str, told: list[str]) -> None:
    _, said = read(text, language=language)
    assert [f"{one.type} {one.modality}" for one in said] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Togo asked for the release of two pilots."),
        ("en", "Uganda called for the extension of the mandate of AUSSOM and the release of two soldiers."),
        ("en", "Canada urged the Council to impose sanctions on the commanders of the M23."),
        ("nl", "Portugal vroeg om de verlenging van het mandaat van UNIFIL."),
        ("nl", "Togo eist dat Mali de twee piloten vrijlaat."),
        ("fr", "Le Togo exige la libération des deux pilotes."),
        ("fr", "Le Canada a demandé au Conseil de proroger le mandat de la FINUL."),
    ],
)
def test_what_is_asked_for_is_told_by_who_asks(read: Read, language: str, text: str) -> None:
    _, said = read(text, language=language)
    assert {one.type for one in said} == {"demand"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Oostenrijk riep op tot een onderzoek naar de beschieting."),
        ("en", "Austria called for an investigation into the shelling."),
    ],
)
def test_who_asks_for_an_investigation_does_not_investigate(read: Read, language: str, text: str) -> None:
    _, said = read(text, language=language)
    assert not [one for one in said if one.type == "investigate" and (one.modality == "actual" or one.role("actor"))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An attack on Poland is an attack on the whole alliance."),
        ("nl", "Een aanval op Polen is een aanval op het hele bondgenootschap."),
        ("fr", "Une attaque contre la Pologne est une attaque contre toute l'alliance."),
    ],
)
def test_what_is_said_in_general_has_not_happened(read: Read, language: str, text: str) -> None:
    assert not [one for one in read(text, language=language)[1] if one.type == "attack"]


def test_whom_a_blast_leaves_wounded_has_not_left(read: Read) -> None:
    _, said = read("The explosion left four engineers wounded.", language="en")
    assert not [one for one in said if one.type == "withdraw"]
    (told,) = [one for one in said if one.type == "attack"]
    assert told.injured is not None
    assert told.injured.value == 4


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Rumours that Niger had expelled the ambassador were denied.", "expel"),
        ("en", "It is untrue that Latvia withdrew its soldiers from Iraq.", "withdraw"),
        ("en", "Portugal nearly withdrew from UNIFIL in 2006.", "withdraw"),
        ("nl", "Het is onjuist dat Letland zijn militairen uit Irak heeft teruggetrokken.", "withdraw"),
        ("nl", "De vrees dat Niger de ambassadeur uitzet, is ongegrond.", "expel"),
        ("fr", "Il est inexact que la Lettonie ait retiré ses soldats d'Irak.", "withdraw"),
        ("fr", "Le Portugal a failli quitter la FINUL.", "withdraw"),
    ],
)
def test_what_is_said_not_to_be_so_is_negated(read: Read, language: str, text: str, kind: str) -> None:
    _, said = read(text, language=language)
    assert [one.negated for one in said if one.type == kind] == [True]


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "Had Niger expelled the ambassador, Italy would have left.", "conditional"),
        ("nl", "Mocht Niger de ambassadeur uitzetten, dan vertrekt Italië.", "conditional"),
        ("nl", "Had Niger de ambassadeur uitgezet, dan was Italië vertrokken.", "conditional"),
        ("en", "The risk that Niger will expel the ambassador has grown.", "possible"),
    ],
)
def test_what_is_only_supposed_or_feared_has_not_happened(read: Read, language: str, text: str, modality: str) -> None:
    _, said = read(text, language=language)
    assert [one.modality for one in said if one.type == "expel"] == [modality]


def test_who_spreads_a_rumour_is_not_believed(read: Read) -> None:
    _, said = read("There are rumours that Niger expelled the ambassador.", language="en")
    assert [(one.hearsay, one.negated) for one in said if one.type == "expel"] == [(True, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No fewer than 400 Fijian soldiers serve in UNDOF."),
        ("nl", "Niet minder dan 400 Fijische militairen dienen in UNDOF."),
        ("fr", "Pas moins de 400 soldats fidjiens servent dans la FNUOD."),
    ],
)
def test_what_qualifies_a_number_denies_nothing(read: Read, language: str, text: str) -> None:
    (given,) = [one for one in read(text, language=language)[1] if one.predicate == "contribution"]
    assert (given.negated, given.modality) == (False, "actual")
    assert given.quantity is not None
    assert given.quantity.value == 400


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Unlike Denmark, Estonia did not withdraw from Takuba."),
        ("nl", "Anders dan Denemarken trok Estland zich niet terug uit Takuba."),
        ("fr", "Contrairement au Danemark, l'Estonie ne s'est pas retirée de Takuba."),
    ],
)
def test_who_is_only_compared_did_nothing(read: Read, language: str, text: str) -> None:
    (told,) = [one for one in read(text, language=language)[1] if one.type == "withdraw"]
    assert {ref.id for refs in told.roles.values() for ref in refs} == {"state:EE", "mission:takuba"}
    assert told.negated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In plaats van zijn troepen terug te trekken verlengde Finland zijn bijdrage aan KFOR."),
        ("nl", "Finland verlengde zijn bijdrage aan KFOR in plaats van zijn troepen terug te trekken."),
        ("en", "Instead of withdrawing from KFOR, Finland extended its contribution."),
        ("fr", "Au lieu de retirer ses troupes, la Finlande a prolongé sa contribution à la KFOR."),
    ],
)
def test_what_is_done_instead_is_done_and_the_other_is_not(read: Read, language: str, text: str) -> None:
    _, said = read(text, language=language)
    assert all(one.negated for one in said if one.type == "withdraw")
    assert [one.negated for one in said if one.type == "extend"] == [False]


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "Norway has 80 people with UNDOF. Oslo has not said a word. Whether that will be enough is unclear.", {"mission:undof", "state:NO"}),
        ("en", "Ghana will send a company to UNIFIL in May. How long this can last remains to be seen.", {"mission:unifil", "state:GH"}),
        ("nl", "Zweden heeft 80 mensen bij UNDOF. Stockholm wil er meer sturen. Of dat in mei al lukt, is niet zeker.", {"mission:undof", "state:SE"}),
        ("nl", "Ghana stuurt in mei een compagnie naar UNIFIL. Hoelang dat kan duren, is onduidelijk.", {"mission:unifil", "state:GH"}),
        ("fr", "La Norvège compte 80 militaires à la FNUOD. Oslo en promet d'autres. Quand cela se fera, nul ne le sait.", {"mission:undof", "state:NO"}),
        ("fr", "Le Ghana enverra une compagnie à la FINUL en mai. On ignore combien de temps cela durera.", {"mission:unifil", "state:GH"}),
        ("en", "Ghana praised UNIFIL. Whether Israel will leave is unclear.", {"state:IL"}),
        ("fr", "Le Ghana salue la FINUL. On ignore si Israël partira.", {"state:IL"}),
    ],
)  # fmt: skip
def test_what_is_unknown_is_about_whom_the_text_speaks_of(
    read: Read, language: str, text: str, about: set[str]
) -> None:
    (question,) = [one for one in read(text, language=language)[1] if one.predicate == "question"]
    assert {getattr(ref, "id", ref) for ref in question.about} == about


_INTERVIEWS = [
    ("en", 'Colonel Maria Lind has been with UNFICYP since June.\n\nIs it quiet?\n"It is tense. The mood along the line has worsened since spring."\n\nWhat about the guards?\n"Who fired on them, I do not know."\n\nAnd if you leave?\n"That could lead to new fighting."', "maria-lind"),
    ("nl", "Majoor Sanne Kok dient bij MINUSMA in Gao.\n\nHoe gaat het daar?\n„De toestand is zorgelijk. De veiligheid is sinds mei verslechterd.”\n\nWie schoot er vrijdag?\n„Dat weten we niet.”\n\nEn als jullie gaan?\n„Dan kan er oorlog van komen.”", "sanne-kok"),
    ("fr", "Le capitaine Luc Morel sert à la MINUSCA depuis un an.\n\nComment va le pays ?\nLa sécurité s'est améliorée, mais le nord reste inquiétant.\n\nQui tient Birao ?\nJe ne sais pas.\n\nEt demain ?\nSi nous partons, la guerre pourrait reprendre.", "luc-morel"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), _INTERVIEWS)
def test_who_answers_in_an_interview_holds_what_is_answered(read: Read, language: str, text: str, who: str) -> None:
    said = [one for one in read(text, language=language)[1] if one.predicate in ("assessment", "question", "risk")]
    assert len(said) == 4
    assert all([ref.id for ref in one.holders] == [f"person:{who}"] for one in said)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some ask: is it quiet? Colonel Maria Lind did not answer.\n\nThe situation in Cyprus is tense."),
        ("fr", "Est-ce calme ?\n\nLe capitaine Luc Morel l'a visitée.\n\nLa situation à Bangui reste inquiétante."),
    ],
)
def test_a_text_with_a_question_is_no_interview(read: Read, language: str, text: str) -> None:
    (judged,) = [one for one in read(text, language=language)[1] if one.predicate == "assessment"]
    assert not judged.holders


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "Will the Dutch stay in Kidal? Nobody knows.", "state:NL"),
        ("fr", "Qui remplacera les Suédois à Tombouctou ? Nul ne le sait.", "state:SE"),
        ("nl", "Blijven de Zweden in Timboektoe? Dat weet niemand.", "state:SE"),
        ("en", "Reporters asked when Kenya would send its police. The minister does not know.", "state:KE"),
        ("en", "Did Uganda arm the rebels? Nobody can tell, not in Geneva either.", "state:UG"),
        ("en", "Norway has 60 soldiers in Erbil. What the attack means for their stay is unclear.", "state:NO"),
        ("fr", "La Norvège a 60 soldats à Erbil. On ignore ce que l'attaque change à leur présence.", "state:NO"),
        ("nl", "Noorwegen heeft zestig militairen in Erbil. Wat de aanval betekent voor hun verblijf, is onduidelijk.", "state:NO"),
    ],
)  # fmt: skip
def test_nobody_knows_of_those_just_asked_or_told_about(read: Read, language: str, text: str, about: str) -> None:
    asked = [one for one in read(text, language=language)[1] if one.predicate == "question"]
    assert [about in {r if isinstance(r, str) else r.id for r in one.about} for one in asked] == [True]


def test_who_cannot_confirm_it_does_not_know(read: Read) -> None:
    said = read("MSF has no presence in Ardamata and cannot confirm the number of dead.", language="en")[1]
    assert [[h.id for h in one.holders] for one in said if one.predicate == "question"] == [["organisation:msf"]]

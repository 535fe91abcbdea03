"""Who leads a mission, told in passing: a national beside his name, "it", "her", its chief; and what is led that is no mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("language", "text", "who", "mission", "function"),
    [
        ("en", "UNMIL is led by a Kenyan, General Daniel Opande.", "daniel-opande", "unmil", "force-commander"),
        ("en", "A Dane, Colonel Lars Hansen, commands UNIFIL.", "lars-hansen", "unifil", "force-commander"),
        ("nl", "UNMIL staat onder bevel van een Keniaan, generaal Daniel Opande.", "daniel-opande", "unmil", "force-commander"),
        ("fr", "La MINUL, que dirige un Kényan, le général Daniel Opande, compte 4 000 soldats.", "daniel-opande", "unmil", "force-commander"),
        ("fr", "Sur place depuis mai, la MINUL s'installe ; un Kényan, le général Daniel Opande, en assure le commandement.", "daniel-opande", "unmil", "force-commander"),
        ("en", "UNDOF has 1,200 men. General Bala Nanda Sharma leads it.", "bala-nanda-sharma", "undof", "force-commander"),
        ("en", "UNDOF needs fuel, said General Bala Nanda Sharma, the Nepalese officer who heads it.", "bala-nanda-sharma", "undof", "force-commander"),
        ("nl", "UNDOF telt 1.200 man. De Nepalese generaal Bala Nanda Sharma leidt haar.", "bala-nanda-sharma", "undof", "force-commander"),
        ("en", "EUMM Georgia patrols again. Its German chief, Hansjörg Haber, was pleased.", "hansjorg-haber", "eumm-georgia", "head-of-mission"),
        ("nl", "EUMM Georgia rijdt weer uit. Duits is ook de chef, Hansjörg Haber.", "hansjorg-haber", "eumm-georgia", "head-of-mission"),
        ("nl", "UNIFIL-chef Lars Hansen is tevreden.", "lars-hansen", "unifil", "head-of-mission"),
    ],
)  # fmt: skip
def test_who_leads_a_mission(read: Read, language: str, text: str, who: str, mission: str, function: str) -> None:
    _, said = read(text, language=language)
    posts = [
        (one.role("person")[0].id, [r.id for r in one.role("mission")], one.function)
        for one in said
        if one.predicate == "post"
    ]
    assert (f"person:{who}", [f"mission:{mission}"], function) in posts
    assert not [one for one in said if one.predicate == "leadership"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway gave 300 people to UNIFIL, for which they run a clinic in Naqoura."),
        ("en", "UNIFIL went out. The Military Command in Beirut was informed."),
        ("fr", "Vingt volontaires belges de la KFOR conduiront des camions jusqu'à Pristina."),
        ("fr", "L'UE a remercié le chef de l'EUTM Mali pour sa conduite de la mission."),
    ],
)
def test_who_runs_something_else_leads_no_mission(read: Read, language: str, text: str) -> None:
    assert not [one for one in read(text, language=language)[1] if one.predicate == "leadership"]


@pytest.mark.parametrize(
    "text", ["The police chief, Lars Hansen, met UNIFIL.", "The village chief, Lars Hansen, met UNIFIL."]
)
def test_the_chief_of_others_heads_no_mission(read: Read, text: str) -> None:
    assert not [one for one in read(text, language="en")[1] if one.predicate == "post"]


@pytest.mark.parametrize(
    ("language", "text", "name", "function"),
    [
        ("nl", "Wij gaan naar Angola.\n\nDe Minister van Defensie,\nA.B. de Graaf", "a-b-de-graaf", "defence-minister"),
        ("nl", "De minister van Defensie, J. P. van der Laan, vertrekt.", "j-p-van-der-laan", "defence-minister"),
        ("en", "The Foreign Minister, A. K. Sharma, resigned.", "a-k-sharma", "foreign-minister"),
        ("fr", "M. L. B. Tremblay, premier ministre, part demain.", "l-b-tremblay", "head-of-government"),
    ],
)
def test_initials_belong_to_a_name(read: Read, language: str, text: str, name: str, function: str) -> None:
    posts = [
        (one.role("person")[0].id, one.function) for one in read(text, language=language)[1] if one.predicate == "post"
    ]
    assert posts == [(f"person:{name}", function)]


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("fr", "Ottawa, le 3 mai 1997\n\nLe ministre de la Défense nationale, M. Paul Roy, a visité la SFOR.", "CA"),
        ("fr", "Grand-Duché de Luxembourg\n\nLe ministre de la Défense, M. Paul Roy, a visité la SFOR.", "LU"),
        ("en", "MINISTERIAL STATEMENTS\n\nMr PAUL REY (Minister for Defence)-by leave-Our soldiers left Dili.", "AU"),
    ],
)
def test_a_paper_s_head_tells_whose_minister_it_is(read: Read, language: str, text: str, state: str) -> None:
    posts = [[r.id for r in one.role("state")] for one in read(text, language=language)[1] if one.predicate == "post"]
    assert posts == [[f"state:{state}"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ten zuiden van hen doen 850 Russen hetzelfde.",
        "Berlijn nam hetzelfde besluit als wij.",
        "Ik wens hem beterschap.",
    ],
)
def test_the_same_is_no_judgement(read: Read, text: str) -> None:
    assert not [one for one in read(text, language="nl")[1] if one.predicate == "assessment"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The UN Secretary-General, António Guterres, asked Kenya for troops for UNIFIL.", "antonio-guterres"),
        ("en", "Mr. Annan, the Secretary-General, asked Kenya for troops for UNIFIL.", "annan"),
        (
            "nl",
            "Gisteren heeft de secretaris-generaal van de NAVO, de heer Jens Berg, Nederland verzocht om troepen.",
            "jens-berg",
        ),
        (
            "fr",
            "M. Kofi Annan, secrétaire général de l'ONU, a demandé au Kenya des troupes pour la FINUL.",
            "kofi-annan",
        ),
    ],
)
def test_an_office_beside_a_name_is_held(read: Read, language: str, text: str, who: str) -> None:
    _, said = read(text, language=language)
    posts = [([r.id for r in one.role("person")], one.function) for one in said if one.predicate == "post"]
    assert posts == [([f"person:{who}"], "secretary-general")]
    assert not [r for one in said for r in one.role("target") if r.kind == "person"]


@pytest.mark.parametrize(
    ("language", "text", "who", "mission"),
    [
        ("en", "MONUSCO has 11,000 troops, all of them under General Babacar Gaye.", "babacar-gaye", "monusco"),
        ("en", "EULEX Kosovo carries on. Gabriele Meucci, the Italian diplomat who had led the mission for two years, went home.", "gabriele-meucci", "eulex-kosovo"),
        ("en", "ISAF grew to 60,000 men. In June General Stanley McChrystal took charge of it.", "stanley-mcchrystal", "isaf"),
        ("nl", "MONUSCO blijft. De Senegalese generaal Babacar Gaye krijgt de leiding.", "babacar-gaye", "monusco"),
        ("nl", "De duizend man van UNDOF, onder generaal-majoor Bala Sharma, trokken zich terug.", "bala-sharma", "undof"),
        ("nl", "Generaal-majoor Anita Asmah heeft gisteren het bevel over UNDOF op zich genomen.", "anita-asmah", "undof"),
        ("fr", "La MONUSCO reste. Le commandement en est exercé par le général de division Babacar Gaye.", "babacar-gaye", "monusco"),
        ("fr", "Les 1 000 soldats de la FNUOD, placés sous l'autorité du général indien Bala Sharma, patrouillent.", "bala-sharma", "undof"),
        ("fr", "Placée sous les ordres du Népalais Bala Sharma, la FNUOD compte 1 000 soldats.", "bala-sharma", "undof"),
    ],
)  # fmt: skip
def test_who_stands_beside_a_word_of_leading_leads(
    read: Read, language: str, text: str, who: str, mission: str
) -> None:
    posts = [
        (one.role("person")[0].id, [r.id for r in one.role("mission")])
        for one in read(text, language=language)[1]
        if one.predicate == "post"
    ]
    assert posts == [(f"person:{who}", [f"mission:{mission}"])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Ghanaian battalion of UNIFIL, under Colonel Kofi Mensah, held the north."),
        ("en", "UNIFIL saw it happen: gunmen led by Hassan Aziz held up the lorry."),
        ("nl", "UNIFIL zag het gebeuren: schutters onder aanvoering van Hassan Aziz hielden de vrachtwagen tegen."),
        ("fr", "La FINUL a tout vu : des hommes armés conduits par Hassan Aziz ont arrêté le camion."),
    ],
)
def test_who_leads_a_part_or_a_gang_leads_no_mission(read: Read, language: str, text: str) -> None:
    assert not [one for one in read(text, language=language)[1] if one.predicate == "post"]


@pytest.mark.parametrize(
    ("language", "text", "function"),
    [
        ("en", "Colonel Lars Hansen commands the Danish battalion of UNIFIL.", None),
        ("en", "Colonel Lars Hansen commands UNIFIL.", "force-commander"),
        ("fr", "L'adjoint du commandant de la FINUL, le colonel Paul Durand, a quitté Naqoura.", "deputy-force-commander"),
        ("en", "Paul Durand heads the United Nations Integrated Office in Burundi.", "head-of-mission"),
    ],
)  # fmt: skip
def test_who_leads_a_part_does_not_lead_the_whole(read: Read, language: str, text: str, function: str | None) -> None:
    assert [one.function for one in read(text, language=language)[1] if one.predicate == "post"] == [function]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Paul Durand heads the MINUSMA office in Gao."),
        ("fr", "Paul Durand dirige l'antenne de la MINUSMA à Gao."),
        ("nl", "Paul Durand leidt het kantoor van MINUSMA in Gao."),
    ],
)
def test_who_heads_an_office_of_a_mission_heads_no_mission(read: Read, language: str, text: str) -> None:
    assert not [one for one in read(text, language=language)[1] if one.predicate == "post"]

"""Rules that reading our own briefings back brought to light; each holds for any report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # parts of what is counted are contributions of their own, and leave the whole alone
    ("en", "Ireland contributes nine staff officers to UNIFIL, of whom two in Naqoura and one as liaison officer in Israel.", [
        "contribution contributor=IE mission=unifil n=9 function=staff-officer",
        "contribution contributor=IE mission=unifil place=naqoura n=2",
        "contribution contributor=IE mission=unifil place=IL n=1 function=liaison-officer",
    ]),
    ("nl", "Frankrijk leverde 2.400 militairen aan Barkhane, van wie 300 in Niger.", [
        "contribution contributor=FR mission=barkhane n=2400", "contribution contributor=FR mission=barkhane place=NE n=300",
    ]),
    ("fr", "La Belgique fournit trois officiers d’état-major à la MINUSMA, dont un à Gao et un comme officier de liaison au Niger.", [
        "contribution contributor=BE mission=minusma n=3 function=staff-officer",
        "contribution contributor=BE mission=minusma place=gao n=1",
        "contribution contributor=BE mission=minusma place=NE n=1 function=liaison-officer",
    ]),
    # a level that is raised sends nobody; a mission that is reinforced is
    ("nl", "Het dreigingsniveau voor MINUSMA is verhoogd.", []),
    ("fr", "Le niveau d’alerte pour la FINUL est accru.", []),
    # il y a: no he, no there
    ("fr", "La FINUL est active. Il y a eu une attaque contre les forces armées irlandaises le 3 mai 2022.", [
        "attack target=IE at:2022-05-03",
    ]),
    ("fr", "L’armée malienne a mené un coup d’État.", ["coup actor=ML place=ML"]),
    # whose head of government, whose mandate
    ("en", "Ann Poe is head of government of Chad.", ["post person=ann-poe state=TD function=head-of-government"]),
    ("en", "UNIFIL is active. The mandate of UNDOF runs until 30 June 2023.", ["period mission=undof until:../2023-06-30"]),
    # what is ended is no event of its own
    ("en", "Niger ended cooperation with the United States.", ["end actor=NE target=US"]),
    ("fr", "Le Niger a mis fin à la coopération avec les États-Unis.", ["end actor=NE target=US"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_what_it_states(read: Read, language: str, text: str, wanted: list[str]) -> None:
    assert sorted(brief(one) for one in read(text, language=language)[1]) == sorted(wanted)


@pytest.mark.parametrize(
    ("language", "text", "mission", "many"),
    [
        ("en", "The African Union is deploying MAES, 300 men who are to help hold the elections.", "maes-comoros", 300),
        ("en", "The minister recalled the scale of UNTAC: 22,000 people, 16,000 of them soldiers.", "untac", 22000),
        ("en", "AFISMA, 6,300 men under a Nigerian general, arrives in Gao.", "afisma", 6300),
        ("fr", "La MISMA, 6 300 éléments commandés par un général nigérian, arrive à Gao.", "afisma", 6300),
        ("fr", "Le ministre a rappelé l'ampleur de l'APRONUC : 22 000 personnes, dont 16 000 militaires.", "untac", 22000),
        ("nl", "AFISMA, 6.300 man onder een Nigeriaanse generaal, komt aan in Gao.", "afisma", 6300),
        ("nl", "De minister herinnerde aan de omvang van UNTAC: 22.000 mensen, van wie 16.000 militairen.", "untac", 22000),
    ],
)  # fmt: skip
def test_a_count_beside_a_mission_s_name_is_its_strength(
    read: Read, language: str, text: str, mission: str, many: int
) -> None:
    _, said = read(text, language=language)
    strengths = [one for one in said if one.predicate == "strength"]
    told = [(one.role("mission")[0].id, one.quantity and one.quantity.value) for one in strengths]
    assert (f"mission:{mission}", many) in told
    assert not [one for one in said if one.type == "recall"]


def test_what_is_told_behind_a_colon_is_no_strength(read: Read) -> None:
    _, said = read("The town is guarded by MINUSMA: 20 people have a job there.", language="en")
    assert not [one for one in said if one.predicate == "strength"]

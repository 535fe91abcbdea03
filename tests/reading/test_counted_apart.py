"""So many of each of several states side by side; and a number that is that of all of them, or of a mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    ("en", "1,500 French and 1,100 American soldiers were in Niger.", ["presence actor=FR place=NE n=1500", "presence actor=US place=NE n=1100"], []),
    ("en", "200 Danish and 90 Swedish soldiers arrived in Gao on Monday.", ["deploy actor=DK place=gao n=200", "deploy actor=SE place=gao n=90"], []),
    ("en", "Some 200 Danes, 90 Swedes and 40 Finns will leave Mali in May.", ["withdraw actor=DK n=200 planned", "withdraw actor=SE n=90 planned", "withdraw actor=FI n=40 planned"], []),
    ("en", "200 Danish, 90 Swedish and 40 Finnish soldiers are serving with MINUSMA.", ["contribution contributor=SE mission=minusma n=90"], []),
    ("en", "Canada and Norway will send 200 soldiers to Mali.", ["deploy actor=CA+NO n=200"], []),
    ("en", "The attack killed two French and three Malian soldiers.", ["attack target=FR+ML killed=5"], []),
    ("nl", "Maandag kwamen 200 Deense en 90 Zweedse militairen aan in Gao.", ["deploy actor=DK n=200", "deploy actor=SE n=90"], []),
    ("nl", "Bij de aanslag kwamen twee Franse en drie Malinese militairen om.", ["attack target=FR+ML killed=5"], []),
    ("fr", "200 militaires danois et 90 suédois sont arrivés lundi à Gao.", ["deploy actor=DK n=200", "deploy actor=SE n=90"], []),
    ("fr", "L'attentat a tué deux soldats français et trois maliens.", ["attack target=FR+ML killed=5"], []),
    # of all of them
    ("en", "Uganda, Burundi and Kenya, with 14,000 men between them, remain in ATMIS.", ["contribution contributor=KE mission=atmis"], ["contribution contributor=KE n=14000"]),
    ("en", "Uganda, with 6,000 men, and Burundi, with 2,000, remain in ATMIS.", ["contribution contributor=UG n=6000", "contribution contributor=BI n=2000"], []),
    ("en", "Uganda remains in ATMIS with 6,000 men.", ["contribution contributor=UG mission=atmis n=6000"], []),
    ("fr", "L'Espagne, avec 650 hommes, reste dans la FINUL.", ["contribution contributor=ES mission=unifil n=650"], []),
    ("nl", "Spanje blijft met 650 mensen in UNIFIL.", ["contribution contributor=ES mission=unifil n=650"], []),
    # of a mission
    ("en", "Ireland has served with UNIFIL since 1978. The battalion, 338 strong, is in the south. UNIFIL had 10,500 peacekeepers at the start of the war. There are some 8,200 now.", ["contribution contributor=IE n=338", "strength mission=unifil n=10500"], ["contribution n=8200"]),
    ("nl", "De missie die erop volgde, Resolute Support, telde op haar hoogtepunt 16.000 militairen.", ["strength mission=resolute-support n=16000"], []),
    ("fr", "Le Niger quitte la Force multinationale mixte. Le Tchad a lui aussi menacé de partir.", ["threaten actor=TD"], ["threaten target=NE"]),
    # so many with each of two missions
    ("nl", "Bij gevechten zijn dertien Zuid-Afrikaanse militairen omgekomen. Negen van hen dienden bij SAMIDRC, vier bij MONUSCO.", ["contribution contributor=ZA mission=sadc-samidrc n=9", "contribution contributor=ZA mission=monusco n=4"], []),
    ("en", "Thirteen South African soldiers were killed. Nine of them served with SAMIDRC and four with MONUSCO.", ["contribution contributor=ZA mission=sadc-samidrc n=9", "contribution contributor=ZA mission=monusco n=4"], []),
    ("fr", "Treize soldats sud-africains ont été tués. Neuf d'entre eux servaient dans la SAMIDRC, quatre dans la MONUSCO.", ["contribution contributor=ZA mission=sadc-samidrc n=9", "contribution contributor=ZA mission=monusco n=4"], []),
    # of those who back somebody else
    ("en", "MONUSCO closed its base. The rebels, backed by up to 4,000 Rwandan troops according to UN experts, entered Bukavu unopposed.", ["support actor=RW"], ["contribution"]),
    ("en", "MINUSMA, reinforced by 150 Danish soldiers, patrols Gao.", ["contribution contributor=DK mission=minusma n=150"], []),
    ("en", "Three years later 250 of its soldiers guarded the Special Court in Freetown.", [], ["postpone"]),
    ("en", "Ghana has 870 soldiers in UNIFIL. Another 20 serve with UNMISS.", ["contribution contributor=GH mission=unmiss n=20"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_counted_apart(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)

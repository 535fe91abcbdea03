"""Who does as another was just told to do, in few words: "so has Denmark", "net als Polen", "l'Italie aussi"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a clause that says no more than who
    ("en", "The United States has urged Rwanda to withdraw its troops; so have France and Belgium.", ["demand actor=FR target=RW", "demand actor=BE target=RW"], ["contribution"]),
    ("en", "Germany condemned the attack, as did France.", ["condemn actor=FR"], []),
    ("en", "Poland rejected the plan. So did Hungary.", ["reject actor=HU"], []),
    ("en", "Niger expelled the French ambassador. Burkina Faso had already done so in January.", ["expel actor=BF target=FR at:2022-01"], []),
    ("en", "Spain has not sent soldiers to MINUSMA. Neither has Italy.", ["deploy actor=IT mission=minusma not"], []),
    ("en", "Mali is in crisis, and so is Niger.", [], ["contribution", "support"]),
    ("en", "It withdrew its troops from Mali, as has been agreed with France.", [], ["withdraw actor=FR"]),
    ("nl", "Noorwegen schortte zijn bijdrage aan EUTM Mali op. Ook Denemarken deed dat.", ["suspend actor=DK mission=eutm-mali"], []),
    ("nl", "Noorwegen schortte zijn bijdrage aan EUTM Mali op, en dat deed Denemarken ook.", ["suspend actor=DK mission=eutm-mali"], []),
    ("nl", "Zweden trok zijn soldaten terug uit Mali, zoals Duitsland al eerder had gedaan.", ["withdraw actor=DE place=ML"], []),
    ("nl", "Denemarken veroordeelde de aanslag in Goma. Noorwegen ook.", ["condemn actor=NO"], []),
    ("fr", "Les États-Unis ont exhorté le Rwanda à retirer ses troupes ; la France et la Belgique aussi.", ["demand actor=FR target=RW", "demand actor=BE target=RW"], []),
    ("fr", "La Norvège a suspendu sa contribution à l'EUTM Mali, comme l'avait fait le Danemark.", ["suspend actor=DK mission=eutm-mali"], []),
    ("fr", "La Norvège a suspendu sa contribution à l'EUTM Mali. Le Danemark également.", ["suspend actor=DK mission=eutm-mali"], []),
    # who is somewhere too, and how many
    ("en", "1,500 French soldiers were stationed in Niger, as were 300 Italians and some 100 Germans.", ["presence actor=IT place=NE n=300", "presence actor=DE place=NE n=100"], []),
    ("en", "200 Danes left Mali, as did 90 Swedes.", ["withdraw actor=SE place=ML n=90"], []),
    ("en", "France is a member of the coalition, as is Italy.", [], ["presence"]),
    ("nl", "In Niger waren 1.500 Franse militairen, net als 300 Italianen.", ["presence actor=IT place=NE n=300"], []),
    ("fr", "1 500 soldats français étaient au Niger, tout comme 300 Italiens.", ["presence actor=IT place=NE n=300"], []),
    # who stands beside the doer, set apart by a comma
    ("en", "Like Germany, France suspended its training of the Malian army.", ["suspend actor=FR", "suspend actor=DE"], []),
    ("en", "Unlike Germany, France suspended its training of the Malian army.", ["suspend actor=FR"], ["suspend actor=DE"]),
    ("en", "Countries like Senegal condemned the coup.", [], ["condemn actor=SN"]),
    ("nl", "Duitsland veroordeelde de aanval, net als Frankrijk.", ["condemn actor=FR"], []),
    ("nl", "Evenals Polen wees Hongarije het plan af.", ["reject actor=HU", "reject actor=PL"], []),
    ("nl", "Anders dan Polen wees Hongarije het plan af.", ["reject actor=HU"], ["reject actor=PL"]),
    ("fr", "La Suède a retiré ses soldats du Mali, à l'instar de l'Allemagne.", ["withdraw actor=DE place=ML"], []),
    ("fr", "L'Allemagne a condamné l'attaque, tout comme la France.", ["condemn actor=FR"], []),
    ("fr", "La Suède a retiré ses soldats, comme le Mali l'en priait.", [], ["withdraw actor=ML"]),
    ("fr", "La Suède a envoyé des soldats au Mali, comme la France", ["deploy actor=FR place=ML"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_echoes(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)

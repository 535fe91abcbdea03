"""Dutch and Belgian press prose: what real pages showed to be read that is not true, in sentences of our own; French and English where it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

NL = [
    # a ministry of another land in the head of a paper does not make it its own land's
    (
        "Het ministerie van Buitenlandse Zaken van Tsjaad wijst een ambassadeur uit. De regering eist dat alle Duitse militairen vertrekken.",
        ["demand actor=TD"],
        ["demand actor=NL"],
    ),
    (
        "De Deense minister van Defensie noemt het besluit van Mali verkeerd. Het Deense ministerie laat weten dat de militairen vertrekken.",
        [],
        ["assessment by=NL"],
    ),
    (
        "Een woordvoerder van het ministerie van Defensie van Kenia ontkende de aanval. Volgens het ministerie is er niemand gedood.",
        [],
        ["attack by=NL"],
    ),
    (
        "De minister van Defensie van het West-Afrikaanse land Togo veroordeelt de coup in Benin. De regering eist nieuwe verkiezingen.",
        ["demand actor=TG"],
        ["demand actor=NL"],
    ),
    # an army in a report that never speaks of its own land is that of the land spoken of
    (
        "In Guinee is een staatsgreep gepleegd. De krijgsmacht riep de burgers op thuis te blijven.",
        ["demand actor=GN"],
        ["demand actor=NL"],
    ),
    # whose parliament was just named
    (
        "Nederland volgt het debat in Bagdad. Het Iraakse parlement nam een resolutie aan. Het parlement eist dat de Amerikaanse militairen vertrekken.",
        ["demand actor=IQ"],
        ["demand actor=NL"],
    ),
    # our land is that of a Belgian paper which never speaks of the other
    (
        "Ons land stuurt 20 militairen naar Niger, zegt de minister van Defensie. Ons land had 150 Belgische militairen in Mali, toen andere Belgen er hielpen.",
        ["deploy actor=BE"],
        ["deploy actor=NL", "contribution contributor=NL"],
    ),
    ("Ons land leidde EUTM Mali twee jaar. De Belgen werkten in Koulikoro, zegt de Belgische minister van Defensie.", ["leadership leader=BE"], ["leadership leader=NL"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), NL, ids=[case[0][:60] for case in NL])
def test_press(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "nl", text, expected, forbidden)

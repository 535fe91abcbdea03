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
    # "zijn" before a noun is whose, where the clause has a verb that it cannot go with
    ("De regering van Togo verzocht Zweden zijn mariniers terug te trekken.", ["demand actor=TG target=SE"], ["withdraw actual", "demand target=TG"]),
    ("Het leger van Benin heeft generaal Diallo en zijn adviseurs aangehouden.", ["detain actor=BJ target=diallo"], ["detain target=BJ"]),
    ("De rebellen van M23 hebben kolonel Kasongo en zijn familie ontvoerd.", [], ["detain target=m23"]),
    ("De soldaten verlieten Gao en zijn vanmorgen in Bamako geland.", ["deploy place=bamako"], []),
    # "het" before a past that looks like a participle is the land
    ("Togo heeft het verdrag opgezegd. Het verzocht daarop Zweden zijn mariniers terug te trekken.", ["demand actor=TG target=SE"], ["demand actor=SE"]),
    ("Benin is boos. Het beschuldigde vervolgens Nigeria van spionage.", ["accuse actor=BJ target=NG"], []),
    ("Benin is boos. Het beschuldigde land ontkent alles.", [], ["accuse"]),
    # "they" are not one land or person named between
    ("De Verenigde Naties en veel landen zijn tegen de coup in Gabon. Ze eisen nieuwe verkiezingen.", ["demand actor=un"], ["demand actor=GA"]),
    ("Dat duurt volgens de bendes te lang. President Moro zweeg. Ze dreigden met een burgeroorlog.", [], ["threaten actor=moro"]),
    (
        "Togo zette de Zweedse ambassadeur uit, maar Stockholm gaf daar geen gehoor aan. De generaals grepen in mei de macht in Togo. Nu houden ze de president vast.",
        ["detain"],
        ["detain actor=SE"],
    ),
    # "toen" before an infinitive is no conjunction
    ("De menigte begon toen de mariniers van MONUSCO aan te vallen.", ["attack target=monusco"], ["attack actor=monusco"]),
    ("De soldaten vertrokken toen de rebellen Goma aanvielen.", [], ["attack actor=goma"]),
    # who comes to power need not have taken it
    ("Premier Sow kwam in 2019 aan de macht.", [], ["coup"]),
    ("De junta van Togo kwam in 2020 aan de macht.", ["coup at:2020"], []),
    ("Militairen houden president Sanou sinds maandag gevangen.", ["detain target=sanou"], []),
    ("Benin heeft de Deense ambassadeur verordonneerd het land te verlaten.", ["expel actor=BJ target=DK"], ["recall"]),
    ("De Verenigde Naties hebben hun vluchten naar Darfur voorlopig stopgezet.", ["suspend actor=un"], ["end"]),
    # who says to do something asks for nothing
    ("Het leger van Gabon heeft gezegd achter de generaals te staan.", [], ["demand"]),
    ("De minister van Denemarken zegt de missie te steunen.", [], ["demand"]),
    # two others who fight did not strike a third
    (
        "In Bunia is een konvooi van MONUSCO aangevallen. Het stond bij een kamp van mensen die de gevechten tussen het leger en M23 ontvluchtten.",
        ["attack mission=monusco"],
        ["attack actor=CD+m23", "clash mission=monusco actor=CD+m23"],
    ),
    # an attack that would be something did not happen
    ("Een aanval op het kamp van UNIFIL zou een oorlogsmisdaad zijn.", [], ["attack"]),
    # those named among several do what they do
    ("Ook andere landen, waaronder Ghana, Togo en Benin, willen agenten naar Somalië sturen.", ["deploy actor=GH planned", "deploy actor=BJ planned"], []),
    # "dat" behind a name and a comma is that name's
    ("Generaal Holm leidt de missie. Ze staat onder leiding van Rwanda, dat beloofde duizend agenten te sturen.", ["deploy actor=RW planned"], []),
    # the soldiers of a mission are those of the states that man it
    ("Maandag braken rellen uit tussen betogers uit Servië en de vredesmacht KFOR. Elf Deense soldaten raakten gewond.", ["injured=11"], []),
    # what a helper waits for behind a clause set in
    ("Zweden heeft, nadat het akkoord in mei was opgezegd, alle soldaten uit Niger teruggetrokken.", ["withdraw actor=SE place=NE"], ["withdraw actor=NE"]),
    ("Zweden zal, als het akkoord wordt opgezegd, de troepen uit Niger terugtrekken.", ["withdraw actor=SE place=NE conditional"], ["withdraw actor=NE"]),
    ("Denemarken heeft, zoals het in maart al had aangekondigd, zijn laatste troepen uit Mali teruggetrokken.", ["withdraw actor=DK"], ["withdraw at:2021-03"]),
    ("Zweden trekt, zoals de minister vorige week aankondigde, 200 soldaten terug uit Gao.", ["withdraw actor=SE n=200"], []),
    ("Landen zoals Ghana en Togo hebben hun soldaten uit Mali teruggetrokken.", [], ["withdraw actor=ML"]),
    # two crowds side by side: one asks the other
    ("Gisteren riepen de rebellen van M23 op tot rust. Daarop droegen de rebellen militairen van het leger van Congo op te vertrekken.", [], ["demand actor=CD"]),
    # whom "and" joins to a post, not to what it is of
    (
        "Gisteren hebben secretaris-generaal Ola Berg van de Verenigde Naties en de Malinese premier Modibo Keita opgeroepen tot overleg.",
        ["post person=modibo-keita"],
        ["demand target=modibo-keita"],
    ),
    # who leads a coup has no post in a mission
    ("De coupplegers, onder leiding van generaal Sarr, sloten de grens.", [], ["post function=mission-commander"]),
]  # fmt: skip

EN = [
    ("Other countries, including Ghana and Togo, want to send soldiers to Somalia.", ["deploy actor=GH planned", "deploy actor=TG planned"], []),
    ("Many countries, including Denmark, condemned the coup in Benin.", ["condemn actor=DK"], []),
    ("An attack on the UNIFIL camp would be a war crime.", [], ["attack"]),
    (
        "A MONUSCO convoy was attacked in Bunia. Two peacekeepers were hurt. People had come there who fled the fighting between the Congolese army and M23.",
        ["attack mission=monusco"],
        ["attack actor=CD+m23", "clash mission=monusco actor=CD+m23"],
    ),
]  # fmt: skip

FR = [
    ("D'autres pays, dont le Ghana et le Togo, ont retiré leurs soldats du Mali.", ["withdraw actor=GH", "withdraw actor=TG"], []),
    ("Une attaque contre le camp de la FINUL serait un crime de guerre.", [], ["attack"]),
]  # fmt: skip


CASES = [(language, *case) for language, cases in (("nl", NL), ("en", EN), ("fr", FR)) for case in cases]


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:60] for case in CASES])
def test_press(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

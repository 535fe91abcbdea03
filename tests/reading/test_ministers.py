"""Of which land a minister or a president is, told or known; and whose "the ministers of the four countries" are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # known to the register, whatever the paper's own land is
    ("nl", "Minister Boris Pistorius van Defensie bracht maandag een bezoek aan Vilnius.", ["post person=boris-pistorius state=DE function=defence-minister"], ["post state=NL"]),
    ("nl", "Minister Ruben Brekelmans van Defensie bezocht Irak.", ["post person=ruben-brekelmans state=NL"], []),
    ("en", "Defence Minister Guido Crosetto visited UNIFIL.", ["post person=guido-crosetto state=IT function=defence-minister"], []),
    ("fr", "La ministre de la Défense Florence Parly s'est rendue à Gao.", ["post person=florence-parly state=FR"], []),
    ("nl", "Premier Golda Meir wees het plan af.", ["post person=golda-meir state=IL function=head-of-government"], []),
    ("en", "The Spanish are in Mali. The defence minister, Sadio Camara, thanked Defence Minister Robles.", ["post person=sadio-camara state=ML"], []),
    ("en", "Niger still hosts Italian soldiers. General Modi, the defence minister, has thanked Italy.", ["post person=modi function=defence-minister"], ["post person=modi state=IT", "post person=modi state=IN"]),
    ("en", "President Kabila asked the Council for more soldiers.", ["post person=kabila state=CD"], []),
    ("nl", "De Nederlanders vertrokken in 2010 uit Afghanistan. Toen president Trump in Doha afsprak dat de Amerikanen weg zouden zijn, was er geen keus.", ["post person=donald-trump state=US"], []),
    # a post that two organisations have
    ("en", "The High Representative for Bosnia and Herzegovina, Christian Schmidt, condemned the law. The High Representative visited Banja Luka on Monday.", ["post organisation=ohr person=christian-schmidt", "visit actor=ohr place=banja-luka"], []),
    ("en", "The High Representative, Kaja Kallas, visited EUFOR Althea.", ["post organisation=eu person=kaja-kallas"], []),
    ("fr", "Le haut représentant Christian Schmidt a suspendu le maire.", ["post organisation=ohr person=christian-schmidt"], ["post organisation=eu"]),
    # chiefs of no mission
    ("fr", "L'adjudant-chef Moreau, du contingent français de la FINUL, range ses affaires.", ["contribution contributor=FR mission=unifil"], ["post"]),
    ("fr", "L'ingénieur en chef de la FINUL, Paul Durand, est rentré.", [], ["post"]),
    ("fr", "Le nouveau chef de la FINUL, Paul Durand, est rentré.", ["post person=paul-durand mission=unifil function=head-of-mission"], []),
    ("fr", "La France fournit la force de réserve de la FINUL ; elle est commandée depuis juillet par le colonel Arnaud de Gasquet.", ["contribution contributor=FR mission=unifil"], ["post"]),
    # a first name that is a word besides
    ("en", "Mr Christian Schmidt, the High Representative, condemned the law.", ["post organisation=ohr person=christian-schmidt", "condemn actor=christian-schmidt"], []),
    ("en", "General Christian Houdet took command of KFOR on Monday.", ["post mission=kfor person=christian-houdet"], []),
    ("en", "The Christian militia attacked Bangui.", ["attack"], ["post"]),
    # of lands that the words do not name
    ("en", "The defence ministers of the four countries met in Accra on Monday.", ["consult actor=? place=accra"], ["consult actor=GH"]),
    ("nl", "De ministers van Defensie van de vier landen kwamen maandag in Accra bijeen.", ["consult actor=? place=accra"], ["consult actor=NL"]),
    ("nl", "De minister van Defensie van dat land ontkende de aanval.", ["deny actor=?"], ["deny actor=NL"]),
    ("nl", "De minister van Defensie ontkende de aanval.", ["deny actor=NL"], []),
    ("nl", "Rusland en Oekraïne onderhandelen. De ministers van Buitenlandse Zaken van de twee landen spraken elkaar in Ankara.", ["consult actor=RU target=UA place=ankara-tr"], []),
    ("fr", "Les ministres de la Défense des quatre pays se sont réunis lundi à Accra.", ["consult actor=? place=accra"], ["consult actor=GH"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_whose_minister(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Ashton Carter said the United States would send 250 more soldiers to Syria.", "US"),
        ("nl", "Ludivine Dedonder sluit niet uit dat België militairen terugtrekt uit Niger.", "BE"),
        ("en", "Special Representative Helen Clark condemned the attack.", None),
    ],
)
def test_a_person_s_country_goes_with_the_person(read: Read, language: str, text: str, country: str | None) -> None:
    people = {
        ref.country
        for one in read(text, language=language)[1]
        for ref in (*one.holders, *one.role("actor"))
        if ref.kind == "person"
    }
    assert people == {country}

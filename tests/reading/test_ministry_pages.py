"""What ministries' own pages and letters to parliament tell: what was read there that is not true, in sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # what somebody is to better is not better
    ("nl", "Duitsland stuurt een compagnie naar Kosovo om de veiligheid te verbeteren.", ["deploy actor=DE place=XK"], ["assessment"]),
    ("nl", "De bedoeling van KFOR is de veiligheid in het gebied te verbeteren.", [], ["assessment"]),
    ("nl", "Noorwegen wil de veiligheid in Mali verbeteren.", [], ["assessment"]),
    ("nl", "De missie heeft de veiligheid in Kosovo verbeterd.", ["assessment grade=improved"], []),
    ("en", "Germany is sending a company to Kosovo to improve security there.", ["deploy actor=DE place=XK"], ["assessment"]),
    ("en", "EUTM aims at improving security in Mali.", [], ["assessment"]),
    ("en", "The mission has improved security in Kosovo.", ["assessment grade=improved"], []),
    ("fr", "L'Allemagne envoie une compagnie au Kosovo pour améliorer la sécurité.", ["deploy actor=DE place=XK"], ["assessment"]),
    ("fr", "La mission a amélioré la sécurité au Kosovo.", ["assessment grade=improved"], []),
    # a feeling that is taken away, or dwindles, is not felt
    ("nl", "Het kabinet heeft de zorgen over de luchtsteun weggenomen.", [], ["assessment"]),
    ("nl", "Het kabinet heeft de zorgen over de luchtsteun niet weggenomen.", ["assessment by=NL grade=worrying"], []),
    ("nl", "Het enthousiasme voor de missie in Mali is afgenomen.", [], ["assessment"]),
    ("en", "The government dispelled its concern about the mission in Mali.", [], ["assessment"]),
    # who works for something asks nobody for it
    ("nl", "KFOR zet zich in voor stabiliteit in Kosovo.", ["purpose mission=kfor"], ["demand"]),
    ("nl", "Noorwegen zet zich in voor de opbouw van het leger van Somalië.", [], ["demand"]),
    # whose attack it was is not where it was
    ("nl", "De Russische raketaanval waarbij twee Turkse soldaten bij Idlib omkwamen, was een vergissing.", ["attack actor=RU place=idlib"], ["attack place=RU"]),
    ("nl", "De spanning liep op door de Turkse aanval waarbij een Iraakse generaal omkwam.", ["attack actor=TR"], ["attack place=TR"]),
    # each of two ministers has his own field
    ("nl", "De ministers Dijk van Defensie en Berg van Buitenlandse Zaken schreven de Kamer.", ["post person=dijk function=defence-minister", "post person=berg function=foreign-minister"], []),
    ("nl", "De ministers Dijk en Berg van Defensie schreven de Kamer.", ["post person=berg function=defence-minister"], []),
    ("fr", "Les ministres Dupont de la Défense et Martin des Affaires étrangères ont écrit au Parlement.", ["post person=dupont function=defence-minister", "post person=martin function=foreign-minister"], []),
    # from a month on, told in the present, is to come; since a month is not
    ("nl", "De compagnie van 150 Noorse mariniers wordt vanaf oktober ingezet bij KFOR.", ["deploy actor=NO mission=kfor planned since:2022-10/.."], []),
    ("nl", "Denemarken zet sinds oktober 40 militairen in bij KFOR.", ["deploy actor=DK since:2021-10/.."], ["deploy planned"]),
    ("nl", "Van mei tot augustus wordt het Noorse fregat ingezet voor Atalanta.", ["deploy actor=NO planned"], []),
    ("en", "Denmark deploys 40 soldiers to KFOR from October.", ["deploy actor=DK planned since:2022-10/.."], []),
    ("fr", "Le Danemark déploie 40 soldats à la KFOR à partir d'octobre.", ["deploy actor=DK planned since:2022-10/.."], []),
    # how strong the unit is that others are part of is not how many they give
    ("nl", "De Noorse genisten maken deel uit van een bataljon van zo'n 640 man in KFOR.", ["contribution contributor=NO"], ["contribution n=640"]),
    ("nl", "Estland levert een peloton aan een bataljon van 700 militairen in KFOR.", ["contribution contributor=EE"], ["contribution n=700"]),
    ("nl", "Noorwegen levert een bataljon van 700 militairen aan KFOR.", ["contribution contributor=NO n=700"], []),
    ("en", "The Norwegian marines are part of a battalion of 500 soldiers in KFOR.", ["contribution contributor=NO"], ["contribution n=500"]),
    ("en", "Norway contributes to KFOR with a battalion of 700 soldiers.", ["contribution contributor=NO n=700"], []),
    ("fr", "Les soldats norvégiens font partie d'un bataillon de 500 hommes à la KFOR.", ["contribution contributor=NO"], ["contribution n=500"]),
    # by how many a number grows is not what it is
    ("nl", "Zweden verhoogt het aantal Zweedse militairen in MINUSMA met 60.", ["reinforce actor=SE mission=minusma"], ["contribution n=60"]),
    ("nl", "Het aantal Zweedse militairen in MINUSMA stijgt van 240 tot 300.", ["contribution contributor=SE n=300"], []),
    # the people of a land are no part of a force
    ("nl", "De mars toonde de solidariteit met de bevolking van Litouwen, Letland en Polen. Noorwegen levert 100 militairen aan eFP in Litouwen.", ["contribution contributor=NO n=100"], ["contribution contributor=LV", "contribution contributor=PL"]),
    ("nl", "UNIFIL heeft 10.000 militairen. Zij komen uit Ghana, Italië en Spanje.", ["contribution contributor=GH", "contribution contributor=ES"], []),
    # who sees to something is not worried, nor is anyone who was seen to
    ("nl", "We moeten zorgen voor een goede opvang van de mannen van UNMISS.", [], ["assessment"]),
    ("nl", "De genisten van MINUSMA kunnen zorgen voor water.", [], ["assessment"]),
    ("nl", "De aanslag baart de regering van Ghana zorgen.", ["assessment by=GH grade=worrying"], []),
    # who fights one party works against no other; but a host may
    ("nl", "Vanuit Pristina werken twintig Denen als adviseur in de strijd tegen ISIS.", [], ["obstruct"]),
    ("nl", "Mali werkt de missie tegen.", ["obstruct actor=ML"], []),
    # a letter is no soldier, and a parliament no troops
    ("nl", "De missie in Kunduz groeit. De ministers Dijk (BZ) en Berg (BHOS) sturen de Kamer een brief over Mali.", [], ["deploy"]),
    ("nl", "Noorwegen heeft twijfels over UNMISS.", [], ["contribution"]),
    ("nl", "De Deense regering heeft vragen over de missie EUTM Mali.", [], ["contribution"]),
    ("nl", "Zweden heeft een fregat in EUNAVFOR Atalanta.", ["contribution contributor=SE"], []),
    ("en", "Sweden has a frigate in EUNAVFOR Atalanta.", ["contribution contributor=SE"], []),
    ("en", "Norway has doubts about UNMISS.", [], ["contribution"]),
    # no objection is leave
    ("nl", "Het Deense parlement heeft geen bezwaar tegen deelname aan UNMISS.", ["approve actor=DK mission=unmiss"], ["contribution"]),
    ("nl", "Het Deense parlement heeft bezwaar tegen deelname aan UNMISS.", [], ["approve"]),
    # beside its own ship a state does nothing with itself
    ("nl", "Naast het Nederlandse fregat Tromp stuurt Nederland een tweede schip naar de Rode Zee.", ["deploy actor=NL place=red-sea"], ["deploy partner=NL"]),
    ("nl", "Samen met België stuurt Nederland een schip naar de Rode Zee.", ["deploy actor=NL partner=BE"], []),
    # as far as can be is no option
    ("nl", "Binnen de mogelijkheden gaan de werkzaamheden van UNIFIL door.", [], ["option"]),
    # at least is no judgement, and with some regularity is nobody
    ("nl", "Ministerie van Defensie\n\nDe Nederlandse bijdrage aan KFOR wordt met ten minste vier maanden verlengd.", ["extend actor=NL"], ["assessment"]),
    ("nl", "De NAVO stuurde met enige regelmaat Noorse militairen naar Kosovo.", ["deploy place=XK"], ["deploy partner=NO"]),
    # a mission that strengthens the army of its host gets no more troops
    ("nl", "EUTM helpt het Malinese leger te versterken en te moderniseren.", [], ["reinforce"]),
    ("en", "MINUSMA wants to strengthen the police of Mali.", [], ["reinforce"]),
    ("nl", "Noorwegen versterkt MINUSMA met 40 militairen.", ["reinforce actor=NO mission=minusma"], []),
    # what moves from one thing to another is put off by nobody
    ("nl", "Noorwegen wil het zwaartepunt van zijn inzet in Irak verschuiven van training naar advies.", [], ["postpone"]),
    ("nl", "Mali heeft de verkiezingen verschoven naar juni.", ["postpone actor=ML"], []),
    # a day without a year behind one long past is of that time
    ("nl", "Belgrado stemde op 9 juni 1999 in met een bestand. KFOR trok op 12 juni Kosovo binnen.", ["deploy mission=kfor at:1999-06-12"], []),
    ("en", "Norway left Mali on 9 June 2013. On 12 June rebels attacked Gao.", ["attack place=gao at:2013-06-12"], []),
    ("fr", "La mission des Nations unies au Mali a commencé le 1er juillet 2013. Le 4 septembre, des rebelles ont attaqué Gao.", ["attack place=gao at:2013-09-04"], []),
    ("nl", "De missie in Mali eindigde op 31 december 2013. Gisteren, 4 februari, werd Gao aangevallen.", [], ["attack at:2014-02-04"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:60] for case in CASES])
def test_ministry_pages(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

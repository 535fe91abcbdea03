"""Dutch prose, how clauses hang together: what is asked or only weighed, who asks whom, pairs, and the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # who did it is what is asked
    ("De minister vraagt zich af wie de Ieren beschoot.", ["question by=NL"], ["attack"]),
    ("De Deense regering vraagt zich af of de missie nog zin heeft.", ["question by=DK"], []),
    ("Wie de Ierse blauwhelmen beschoot, wordt nog onderzocht.", [], ["attack"]),
    ("UNIFIL onderzoekt wie de Ierse patrouille beschoot.", ["investigate actor=unifil"], ["attack"]),
    ("Hoeveel strijders er nog in de heuvels zitten, weet alleen de duivel.", ["question"], []),
    ("Of de Keniaanse regering akkoord gaat, laat zich moeilijk voorspellen.", ["question"], ["approve"]),
    ("Het incident bij Naqoura wordt nog onderzocht door UNIFIL.", ["investigate actor=unifil"], ["question"]),
    ("De minister vraagt de Kamer of zij instemt.", [], ["question"]),
    # who is asked, not where what is asked for is done
    ("Kenia heeft de Veiligheidsraad gevraagd de missie in Haïti te versterken.", ["demand actor=KE target=un-security-council"], ["target=HT"]),
    ("Italië heeft de Veiligheidsraad gevraagd de troepenmacht in Albanië langer te laten blijven.", ["demand actor=IT target=un-security-council"], ["target=AL"]),
    ("Zambia leverde militairen aan UNMIS, tot Soedan in mei hun vertrek eiste.", ["demand actor=SD"], ["demand target=SD"]),
    ("Frankrijk bleef tot 1 mei in Mali.", [], ["demand"]),
    # whose leaders ask, and what is asked for
    ("De leiders van ECOWAS eisen dat de junta hem vrijlaat.", ["demand actor=ecowas"], ["demand target=ecowas"]),
    ("De generaals in Niamey eisen het vertrek van de Amerikanen.", ["demand actor=NE target=US"], ["demand place=US", "demand target=NE"]),
    ("Somalië vroeg de VN om verlenging van ATMIS.", ["demand actor=SO target=un mission=atmis"], ["extend"]),
    ("Somalië heeft verzocht om verlenging van ATMIS.", ["demand actor=SO mission=atmis"], ["extend", "demand target=atmis"]),
    ("De Malinese junta gaf MINUSMA opdracht binnen een maand te vertrekken.", ["demand actor=ML target=minusma"], ["withdraw actor=ML"]),
    # both of a pair
    ("Stoltenberg riep zowel Belgrado als Pristina op tot kalmte.", ["demand target=RS+XK"], []),
    ("Zowel Nederland als Duitsland draagt bij aan EUFOR Althea.", ["contribution contributor=NL mission=eufor-althea", "contribution contributor=DE mission=eufor-althea"], []),
    ("Als Niger de vluchten weigert, vertrekt Duitsland.", ["withdraw actor=DE conditional"], ["withdraw actor=DE actual"]),
    # an adjective is no soldier
    ("Frankrijk zegt de militaire samenwerking met Mali op.", ["end actor=FR target=ML"], []),
    ("De militaire samenwerking met Niger werd opgeschort.", ["suspend target=NE"], ["cooperate"]),
    ("De militaire leiding van Niger heeft het akkoord met de VS opgezegd.", ["end actor=NE target=US"], []),
    # who is against it
    ("Israël is daar fel op tegen.", ["reject actor=IL"], []),
    ("Israël is fel gekant tegen een verlenging van UNIFIL.", ["reject actor=IL mission=unifil"], ["extend actual"]),
    ("Spanje heeft zich tegen uitbreiding van operatie Atalanta gekeerd.", ["reject actor=ES mission=eunavfor-atalanta"], []),
    ("Berlijn wil daar niets van weten.", ["reject actor=DE"], ["question", "reject planned"]),
    ("De missie is tegen het geweld niet opgewassen.", [], ["reject"]),
    # what somebody only thinks of, or weighs
    ("Een terugkeer van SAMIM acht het kabinet niet waarschijnlijk.", [], ["withdraw"]),
    ("Parijs noemde de terugtrekking van de Duitsers onverstandig.", ["assessment grade=negative by=FR"], []),
    ("Australië en Nederland overwegen samen een gewapende missie te sturen.", ["option options=join by=AU", "option options=join by=NL"], []),
    ("Italië overweegt deel te nemen aan Aspides met een fregat.", ["option options=join by=IT mission=eunavfor-aspides"], ["contribution"]),
    ("Parijs overweegt de ambassadeur naar huis te sturen.", ["recall actor=FR possible"], ["option options=join"]),
    # what is extended unchanged has not been judged; what is taken with help pleases nobody
    ("Het kabinet wil het mandaat ongewijzigd verlengen.", ["extend actor=NL planned"], ["assessment"]),
    ("De situatie in Mali is ongewijzigd.", ["assessment grade=unchanged"], []),
    ("De rebellen hebben de stad Bunagana ingenomen met steun van Rwanda.", ["support actor=RW"], ["assessment"]),
    ("Nederland is ingenomen met het akkoord.", ["assessment grade=positive by=NL"], []),
    # what is thrown, claimed, lost
    ("Onbekenden hebben een handgranaat gegooid naar een patrouille van KFOR.", ["attack target=kfor"], []),
    ("De Houthi's claimden de aanval op het vrachtschip Rubymar.", ["attack actor=houthis"], []),
    ("In totaal verloor Tsjechië in Afghanistan veertien man.", ["attack target=CZ killed=14 place=AF"], []),
    # the land of those who are left is not that of those who leave; at a state's request is for no mission
    ("De Amerikanen hebben Niger verlaten. Italië blijft voorlopig met 300 man in het land.", ["presence actor=IT place=NE n=300"], ["presence place=US"]),
    ("MINUSCA telt 12.000 blauwhelmen. Rwanda stuurde op verzoek van president Touadéra duizend militairen.", ["deploy actor=RW n=1000"], ["contribution contributor=RW", "deploy mission=minusca"]),
    ("België stuurt 300 militairen naar Roemenië. Dat heeft minister van Defensie Ludivine Dedonder bekendgemaakt.", ["post person=ludivine-dedonder state=BE"], ["post state=NL"]),
    # who will decide has not; in a firefight two sides fight
    ("De regering zal eind april beslissen over de missie.", ["decide planned at:[2022-04-21..2022-04-30]"], []),
    ("Nederlandse commando's raakten in Uruzgan verwikkeld in een vuurgevecht met de Taliban.", ["clash actor=NL target=taliban place=uruzgan"], ["attack"]),
    ("Servië en Kosovo zijn verwikkeld in een conflict over nummerplaten.", [], ["clash"]),
    # who mediated did not let them go
    ("Ivoriaanse militairen zijn vrijgelaten na bemiddeling door Togo.", ["release target=CI", "mediate actor=TG"], ["release actor=TG"]),
    ("De militairen zijn door Mali vrijgelaten.", ["release actor=ML"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_clauses(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "nl", text, expected, forbidden)

"""Whom a title, several lands under one name, or "it" takes up, and how long ago something was: told in any of the three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # "the government" and "the premier" are those last named by that very word
    ("nl", "Een konvooi van UNMHA werd beschoten toen het hoofd met de Jemenitische regering sprak. Wie er schoot is onbekend. De regering beschuldigt de Houthi's.", ["accuse actor=YE target=houthis"], ["accuse actor=NL"]),
    ("nl", "Premier Al-Sudani van Irak sprak vrijdag met Franse diplomaten. Nederlanders waren er niet bij. De premier eist dat de coalitie vertrekt.", ["demand actor=IQ"], ["demand actor=NL"]),
    ("en", "The patrol met representatives of the Yemeni government. The government accuses the Houthis of the attack.", ["accuse actor=YE target=houthis"], []),
    ("en", "Iraqi Prime Minister Al-Sudani spoke with French diplomats on Friday. The prime minister demanded that the coalition leave.", ["demand actor=IQ"], ["demand actor=FR"]),
    ("fr", "Le premier ministre irakien Al-Sudani a parlé vendredi avec des diplomates français. Le premier ministre exige que la coalition parte.", ["demand actor=IQ"], ["demand actor=FR"]),
    ("nl", "De Franse regering betreurt de coup. Minister Ollongren was in Niamey. Het kabinet schort de hulp op.", ["suspend actor=NL"], ["suspend actor=FR"]),
    # several lands under one adjective
    ("nl", "De drie Baltische landen hebben de NAVO om een blijvende aanwezigheid gevraagd.", ["demand actor=EE+LV+LT target=nato"], []),
    ("nl", "De Baltische landen eisen dat Rusland zijn troepen terugtrekt.", ["demand actor=EE+LV+LT target=RU"], []),
    ("en", "Scandinavian governments condemned the attack on UNIFIL.", ["condemn actor=DK", "condemn actor=NO", "condemn actor=SE"], []),
    ("fr", "Les trois pays baltes demandent à l'OTAN une présence permanente.", ["demand actor=EE+LV+LT target=nato"], []),
    ("en", "Russia sent its Baltic fleet to Syria.", [], ["actor=EE+LV+LT", "deploy actor=EE"]),
    ("nl", "In de Baltische staten zijn 270 Nederlandse militairen gelegerd.", [], ["presence place=EE"]),
    # "eisen" is what several do, or what they demand
    ("nl", "De buurlanden van Mali eisen dat de junta opstapt.", ["demand"], []),
    # who shoots whom, the verb before both
    ("nl", "In Butembo schoten onbekenden drie blauwhelmen dood.", ["attack killed=3 place=butembo"], []),
    ("nl", "Bij Gao schoten veehouders twee Franse militairen neer.", ["attack target=FR"], []),
    ("nl", "In mei bestookten Russische vliegtuigen Oekraïne.", ["attack actor=RU target=UA"], ["attack actor=UA"]),
    # how long ago
    ("nl", "Een jaar geleden trok Frankrijk zijn troepen terug uit Mali.", ["withdraw actor=FR place=ML at:2021"], []),
    ("nl", "Bijna twee jaar geleden trok Frankrijk zijn troepen terug uit Mali.", ["withdraw actor=FR place=ML at:2020"], []),
    ("nl", "Precies een maand geleden viel M23 Goma aan.", ["attack actor=m23 place=goma at:2022-01-07"], ["attack target=m23"]),
    ("nl", "M23 viel een week geleden Goma aan.", ["attack actor=m23 place=goma at:[2022-01-28..2022-02-03]"], []),
    ("en", "Exactly a year ago, M23 attacked Goma.", ["attack actor=m23 place=goma at:2021-02-07"], []),
    ("en", "Until a year ago Norway had 30 soldiers in UNIFIL.", ["contribution contributor=NO mission=unifil until:../2021"], []),
    ("fr", "Il y a plus d'un an, le M23 a attaqué Goma.", ["attack actor=m23 place=goma at:2021"], []),
    ("fr", "Il y a près de deux ans, le M23 a attaqué Goma.", ["attack actor=m23 place=goma at:2020"], []),
    # an entry of a chronology counts from its head
    ("nl", "Tijdlijn Haïti\n\n2017 - Op 15 oktober loopt MINUSTAH af; MINUJUSTH neemt het over.\n2019 - In oktober eindigt MINUJUSTH.", ["period mission=minustah until:2017-10-15", "period mission=minujusth since:2017-10-15/..", "period mission=minujusth until:2019-10"], []),
    ("en", "Timeline of UNMISS\n\n2013 - On 15 December fighting breaks out in Juba.\n2016 - In July two Chinese soldiers are killed in Juba.", ["clash at:2013-12-15", "attack at:2016-07"], []),
    ("fr", "Chronologie\n\n2013 - Le 1er juillet, la MINUSMA débute.\n2023 - Le 16 juin, le Mali exige le départ de la MINUSMA.", ["period mission=minusma since:2013-07-01/..", "demand actor=ML at:2023-06-16"], []),
    # what is weighed, and by whom
    ("nl", "Geachte voorzitter,\n\nNederland neemt met 270 militairen deel aan de NAVO-gevechtsgroep in Litouwen. Een vroegtijdige terugtrekking is niet aan de orde. Een vertrek van Duitsland is niet aan de orde.\n\nDe minister van Defensie", ["option mission=efp-lithuania by=NL not"], []),
    ("nl", "Marokko en Senegal overwegen hun bataljons uit Congo te halen.", ["option options=withdraw by=MA", "option options=withdraw by=SN"], []),
    ("nl", "Spanje overweegt informatie uit rapporten te halen.", [], ["options=withdraw"]),
    ("nl", "Portugal dacht er in juli nog over zijn bataljon te halveren.", ["option options=reduce by=PT"], ["reduce actor=PT"]),
    ("nl", "Manila zou een vertrek uit UNDOF overwegen.", ["option options=withdraw mission=undof by=PH"], []),
    # all the people of the one mission spoken of
    ("nl", "EUMA ziet sinds februari 2023 toe op de grens tussen Armenië en Azerbeidzjan. De 209 waarnemers rijden dagelijks langs de grens.", ["strength mission=euma-armenia n=209"], []),
    ("nl", "De Veiligheidsraad beëindigde vrijdag het mandaat van UNITAMS. Tot eind februari krijgen de 245 medewerkers de tijd om op te ruimen.", ["strength mission=unitams n=245"], []),
    ("nl", "De Veiligheidsraad besluit tot UNSMIS. Driehonderd ongewapende militairen moeten toezien op het staakt-het-vuren in Syrië.", ["strength mission=unsmis n=300"], []),
    ("en", "EUMA has watched the border since 2023. The 209 monitors drive along it every day.", ["strength mission=euma-armenia n=209"], []),
    ("en", "MINUSMA is leaving. Of the 12,000 peacekeepers, half have gone home.", ["strength mission=minusma n=12000"], []),
    ("fr", "L'EUMA surveille la frontière depuis 2023. Les 209 observateurs patrouillent chaque jour.", ["strength mission=euma-armenia n=209"], []),
    ("nl", "UNIFIL werd beschoten. De 40 militairen van de patrouille zijn ongedeerd.", [], ["strength"]),
    ("nl", "MINUSMA vertrekt. Malinese soldaten namen Kidal in. De 300 militairen werden toegejuicht.", [], ["strength"]),
    ("nl", "UNMISS bewaakt het kamp. De 200 medewerkers van Oxfam zijn vertrokken.", [], ["strength"]),
    ("en", "Sweden has a unit in MINUSMA. The 200 soldiers will go home in May.", [], ["strength"]),
    ("nl", "UNIFIL nam in Tibnin een school in gebruik. De 33 kinderen zijn er blij mee.", [], ["strength"]),
    # by how many something changes is not how many there are
    ("nl", "Nederland draagt met 1.150 militairen bij aan SFOR. Bij de aflossing in juli gaat dat aantal met 200 omlaag.", ["reduce actor=NL mission=sfor n=200 planned"], ["contribution n=200"]),
    ("en", "Sweden has 300 soldiers in MINUSMA. That number will fall by 50 in May.", ["reduce actor=SE mission=minusma n=50 planned"], ["contribution n=50"]),
    ("en", "Sweden has 300 soldiers in MINUSMA. That number will rise to 350 in May.", ["contribution contributor=SE n=350 planned"], []),
    ("fr", "La Suède a 300 soldats dans la MINUSMA. Ce nombre augmentera de 50 en mai.", ["reinforce actor=SE mission=minusma n=50 planned"], ["contribution n=50"]),
    # all of them are to leave: so many there are
    ("nl", "UNMEE bewaakt de grens. De 450 Canadezen die het kamp delen, vertrekken in juni.", ["contribution contributor=CA mission=unmee n=450 actual", "withdraw actor=CA mission=unmee n=450"], []),
    ("en", "UNMEE watches the border. The 450 Canadians will leave in June.", ["contribution contributor=CA mission=unmee n=450 actual"], []),
    ("en", "UNMEE watches the border. The last 450 Canadians will leave in June.", [], ["contribution"]),
    ("en", "UNMEE watches the border. The 450 Canadians left in June.", [], ["contribution"]),
    # a capital behind soldiers is who sends them
    ("nl", "UNMISS werd in Juba beschoten. De 350 genietroepen van Tokio blijven op hun post.", ["contribution contributor=JP mission=unmiss n=350"], []),
    ("fr", "Le contingent de Lisbonne dans l'EUTM Mozambique compte soixante hommes.", ["contribution contributor=PT mission=eutm-mozambique n=60"], []),
    ("nl", "De inwoners van Bamako vluchten.", [], ["actor=ML"]),
    # the mission that is left, or the only one so far, goes without saying
    ("nl", "De ontwapeningsmissie\nUNAMIR is gestopt. Vandaag begint MINUSCA.\n\nGhana stuurt de meeste waarnemers.", ["contribution contributor=GH mission=minusca"], ["contribution mission=unamir"]),
    ("nl", "Militairen van SFOR zijn op 6 april aangevallen.\n\nVanuit Bugojno draagt Nederland met 1.150 militairen bij.\n\nSFOR volgde IFOR op. SFOR is 19.500 militairen sterk.", ["contribution contributor=NL mission=sfor n=1150"], []),
    # one person is one
    ("nl", "Bij Gao schoten rebellen een Franse kapitein dood.", ["attack target=FR killed=1 place=gao"], []),
    ("nl", "De premier van Haïti werd vermoord.", ["attack target=HT killed=1"], []),
    ("en", "Rebels killed General Khoantle Motsomotso on Thursday.", ["attack target=khoantle-motsomotso killed=1"], []),
    ("en", "The French ministers were killed.", [], ["killed=1"]),
    ("en", "The general died of a heart attack.", [], ["attack"]),
    ("fr", "Un capitaine français a été tué près de Gao.", ["attack target=FR killed=1 place=gao"], []),
    # what others give, whose verb goes unsaid, is not given by who was told before
    ("nl", "Denemarken heeft een fregat toegezegd aan EMASOH, België een liaisonofficier.", ["contribution contributor=DK", "contribution contributor=BE function=liaison-officer n=1 planned"], ["contribution contributor=DK function=liaison-officer"]),
    ("en", "Denmark has pledged a frigate to EMASOH, Belgium a liaison officer.", ["contribution contributor=BE function=liaison-officer n=1"], ["contribution contributor=DK n=1"]),
    ("fr", "Le Danemark a promis une frégate à EMASOH, la Belgique un officier de liaison.", ["contribution contributor=BE function=liaison-officer n=1"], ["contribution contributor=DK n=1"]),
    ("nl", "Ierland stuurt een fregat naar Aspides, Finland drie stafofficieren.", ["contribution contributor=FI n=3 function=staff-officer"], ["deploy actor=IE n=3"]),
    ("nl", "Zweden stuurde vrijdag naar Mali, Niger en Tsjaad 30 instructeurs.", ["deploy actor=SE n=30"], []),
    # a denial of how, when or where is none of what happened
    ("nl", "Niet ver van Gao vielen rebellen een patrouille aan.", ["attack place=gao actual"], ["attack not"]),
    ("nl", "Nog geen dag nadat Assad was gevlucht, vielen Israëlische tanks de Golan aan.", ["attack actor=IL place=golan actual"], ["attack not"]),
    ("nl", "Niet voor het eerst viel M23 Goma aan.", ["attack actor=m23 place=goma actual"], ["attack not"]),
    ("nl", "Frankrijk verlaat Mali niet later dan in juni.", ["withdraw actor=FR place=ML before:../2022-06"], ["withdraw not"]),
    ("en", "UNMISS will withdraw from Juba no later than June.", ["withdraw mission=unmiss place=juba-ss planned before:../2022-06"], ["withdraw not"]),
    ("en", "Rebels attacked a patrol not far from Gao.", ["attack actual"], ["attack not"]),
    ("en", "No doubt France will leave Mali.", ["withdraw actor=FR place=ML"], ["withdraw not"]),
    ("en", "France will no longer stay in Mali.", ["presence actor=FR place=ML not"], []),
    ("nl", "Frankrijk verlaat Mali niet.", ["withdraw actor=FR place=ML not"], ["withdraw actual"]),
    # what is only thought possible
    ("nl", "Zweden stuurt mogelijk 50 militairen naar MINUSMA.", ["deploy actor=SE mission=minusma possible"], ["deploy actual"]),
    ("nl", "Misschien trekt Frankrijk zich terug uit Mali.", ["withdraw actor=FR place=ML possible"], ["withdraw actual"]),
    ("en", "Perhaps France will leave Mali.", ["withdraw actor=FR place=ML possible"], ["withdraw planned"]),
    ("en", "Maybe Sweden sends 50 soldiers to MINUSMA.", ["deploy actor=SE mission=minusma possible"], ["contribution actual"]),
    ("fr", "La France a peut-être quitté le Mali.", ["withdraw actor=FR place=ML possible"], ["withdraw actual"]),
    ("fr", "Peut-être que la France quittera le Mali.", ["withdraw actor=FR place=ML possible"], ["withdraw planned"]),
    # a word in front of the verb that is nobody: who does it stands behind the verb
    ("nl", "Waarschijnlijk verlaat Frankrijk Mali in juni.", ["withdraw actor=FR place=ML at:2022-06"], []),
    ("nl", "Pas in juni verliet Frankrijk Mali.", ["withdraw actor=FR place=ML at:2021-06"], []),
    ("nl", "Toch trok Frankrijk zijn troepen terug uit Mali.", ["withdraw actor=FR place=ML"], []),
    ("nl", "Frankrijk verlaat Mali zo snel mogelijk.", ["withdraw actor=FR place=ML"], ["withdraw possible"]),
    ("nl", "Vlak bij Gao vielen rebellen een patrouille aan.", ["attack place=gao"], ["attack target=?"]),
    # who refuses or grants it was asked for it
    ("nl", "Een verzoek van de NAVO om tot de zomer te blijven wees Denemarken in januari af.", ["demand actor=nato target=DK", "reject actor=DK target=nato"], []),
    ("nl", "De Verenigde Staten hebben gevraagd ook in Baghlan te trainen. Dat verzoek heeft Noorwegen afgewezen.", ["demand actor=US target=NO"], []),
    ("fr", "L'OTAN a demandé de rester jusqu'à l'été. Le Danemark a rejeté cette demande.", ["demand actor=nato target=DK"], []),
    ("en", "At the request of the UN, Sweden is considering extending its contribution to UNTSO.", ["demand actor=un target=SE"], []),
    ("nl", "Op verzoek van Oekraïne begon de missie op 21 maart.", ["demand actor=UA"], ["demand target=UA"]),
    # a name that takes an article does what stands behind it
    ("nl", "Toen het ELN de basis aanviel, vielen drie doden.", ["attack actor=eln killed=3"], ["attack target=eln"]),
    ("nl", "De VN eisen dat het M23 de stad verlaat.", ["demand actor=un target=m23"], []),
    ("nl", "Rwanda ontkent dat het M23 steunt.", ["deny actor=RW"], ["support actor=m23"]),
    # where those whom a state gives are, and as what
    ("nl", "UNTAES is er sinds januari. Rond Erdut doen 850 Russen hetzelfde.", ["contribution contributor=RU mission=untaes n=850 place=?"], []),
    ("nl", "EULEX is de missie in Kosovo. Nederland heeft in Mitrovica 23 politiemensen.", ["contribution contributor=NL mission=eulex-kosovo place=mitrovica n=23"], []),
    ("nl", "In Kopenhagen trainen 50 Deense militairen voor MINUSMA.", [], ["place=copenhagen-dk"]),
    ("nl", "België stuurt in september twaalf stafofficieren naar het hoofdkwartier van MONUC in Kinshasa.", ["contribution contributor=BE mission=monuc n=12 function=staff-officer place=kinshasa-cd"], []),
    # what was not done until some day was done then
    ("en", "France did not leave Mali until June.", ["withdraw actor=FR place=ML at:2021-06 actual"], ["withdraw not"]),
    ("en", "France will not leave Mali until June 2023.", ["withdraw actor=FR place=ML at:2023-06 planned"], ["withdraw not"]),
    ("en", "France will not extend its mission until June.", ["extend actor=FR not"], []),
    ("en", "Germany has not deployed soldiers to Mali until now.", ["deploy actor=DE not"], ["deploy actual"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_who_is_meant_and_when_it_was(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

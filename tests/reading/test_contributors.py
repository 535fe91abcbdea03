"""Who gives how many to a mission, told beside others: lists, gaps, "the same", those of several lands, parts and the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # those of several lands
    ("en", "UNMISS has 12,000 soldiers. Its battalions are those of India, Nepal and Rwanda.", ["contribution contributor=IN mission=unmiss", "contribution contributor=RW mission=unmiss"], []),
    ("en", "UNDOF watches the Golan. Those of Uruguay and Ireland hold the north.", ["contribution contributor=UY mission=undof", "contribution contributor=IE mission=undof"], []),
    ("fr", "Le Conseil salue les soldats de la MINUSCA, ceux du Rwanda et du Burundi.", ["contribution contributor=BI mission=minusca"], []),
    ("nl", "UNMISS telt 12.000 militairen. Haar bataljons zijn die van India, Nepal en Rwanda.", ["contribution contributor=NP mission=unmiss"], []),
    ("en", "UNDOF watches the ceasefire. Twenty Poles carry water for the Fijian, Irish and Nepalese contingents.", ["contribution contributor=FJ mission=undof", "contribution contributor=NP mission=undof"], []),
    ("nl", "UNDOF ziet toe op het bestand. Zij brengen water naar de Fijische, Ierse en Nepalese contingenten.", ["contribution contributor=FJ mission=undof", "contribution contributor=IE mission=undof"], []),
    ("fr", "La FNUOD observe le cessez-le-feu. Vingt Polonais portent l'eau aux contingents fidjien, irlandais et népalais.", ["contribution contributor=PL mission=undof n=20"], []),
    ("fr", "La FINUL rassemble 9 900 soldats, parmi lesquels des Norvégiens, des Népalais et des Sénégalais.", ["contribution contributor=NO mission=unifil", "contribution contributor=SN mission=unifil"], []),
    # the verb goes unsaid
    ("en", "UNIFIL patrols the border. Sweden has offered 120 doctors, Norway 60 policemen and Ghana an infantry company.", ["contribution contributor=NO mission=unifil n=60 planned", "contribution contributor=GH mission=unifil planned"], []),
    ("fr", "La FINUL surveille la frontière. Le Ghana y a environ 900 hommes, le Népal 850.", ["contribution contributor=NP mission=unifil n=850"], []),
    ("nl", "UNIFIL bewaakt de grens. Zweden heeft 120 artsen aangeboden, Noorwegen 60 politiemensen en Ghana een compagnie infanterie.", ["contribution contributor=NO n=60 planned", "contribution contributor=GH mission=unifil planned"], []),
    # the same
    ("en", "Italy provides a patrol aircraft for Operation Sophia. Spain and Poland do the same.", ["contribution contributor=ES mission=eunavfor-sophia", "contribution contributor=PL"], []),
    ("fr", "L'Italie fournit un avion de patrouille à l'opération Sophia. L'Espagne et la Pologne en font autant.", ["contribution contributor=PL mission=eunavfor-sophia"], []),
    ("nl", "Italië levert een vliegtuig aan operatie Sophia. Spanje en Polen doen hetzelfde.", ["contribution contributor=ES mission=eunavfor-sophia"], ["assessment"]),
    ("en", "Italy demanded an end to the war. Spain did the same.", [], ["contribution"]),
    ("en", "Uganda has 6,200 soldiers in AMISOM. Next come Ethiopia, Kenya and Djibouti.", ["contribution contributor=ET mission=amisom", "contribution contributor=DJ mission=amisom"], ["contribution contributor=KE n=6200"]),
    ("fr", "L'Ouganda aligne 6 200 soldats dans l'AMISOM. Viennent ensuite l'Éthiopie, le Kenya et Djibouti.", ["contribution contributor=KE mission=amisom"], []),
    ("nl", "Oeganda heeft 6.200 militairen in AMISOM. Daarna volgen Ethiopië, Kenia en Djibouti.", ["contribution contributor=DJ mission=amisom"], []),
    # added, apiece, present with, of whom
    ("en", "UNIFIL guards the border. Ghana will add 400 men in June.", ["contribution contributor=GH mission=unifil n=400 planned"], []),
    ("nl", "UNIFIL bewaakt de grens. Ghana heeft daaraan een geniecompagnie van 140 man toegevoegd.", ["contribution contributor=GH mission=unifil n=140"], []),
    ("fr", "La MINUSS cherche des hommes. Le Ghana et le Sénégal se sont engagés à y joindre chacun 250 soldats.", ["contribution contributor=GH mission=unmiss n=250 planned", "contribution contributor=SN n=250 planned"], []),
    ("fr", "La FINUL patrouille. Les Britanniques sont présents avec 250 Gurkhas.", ["contribution contributor=GB mission=unifil n=250"], []),
    ("nl", "UNIFIL bewaakt de grens. Spanje is er met 600 man.", ["contribution contributor=ES mission=unifil n=600"], []),
    ("nl", "UNIFIL bewaakt de grens. Een Ghanese eenheid van 600 man herstelt in Tyrus de haven.", ["contribution contributor=GH mission=unifil n=600"], []),
    ("fr", "EULEX compte 2 200 personnes, dont la Lituanie fournit quatorze.", ["contribution contributor=LT n=14"], ["contribution n=2200"]),
    ("en", "MINUSCA guards Bangui. It has a Portuguese chief and six Moroccan helicopters.", ["contribution contributor=MA mission=minusca"], ["contribution contributor=PT"]),
    # so many of the whole; those who were hit
    ("en", "Of the 6,200 soldiers of ONUMOZ, who arrived from March onwards, 1,030 are from Italy and hold the corridor.", ["contribution contributor=IT mission=onumoz n=1030"], []),
    ("nl", "Van de 6.200 militairen van ONUMOZ zijn er 1.030 uit Italië.", ["contribution contributor=IT mission=onumoz n=1030"], ["strength n=1030"]),
    ("en", "There are 2,300 men in UNFICYP, and Sweden with 420 has the largest number of them.", ["contribution contributor=SE mission=unficyp n=420"], []),
    ("fr", "La FINUL compte 9 900 hommes ; l'Inde, avec 900, vient en tête.", ["contribution contributor=IN mission=unifil n=900"], []),
    ("nl", "UNIFIL telt 9.900 militairen, en India heeft met 900 de meeste.", ["contribution contributor=IN mission=unifil n=900"], []),
    ("en", "Ten Egyptian policemen of MINUSCA were wounded by the presidential guard.", ["contribution contributor=EG mission=minusca"], ["contribution n=10"]),
    ("en", "Seven peacekeepers from Ghana, members of a patrol of UNIFIL, were killed near Tyre.", ["contribution contributor=GH mission=unifil"], ["contribution n=7"]),
    ("fr", "Deux gendarmes français de la KFOR ont été blessés samedi à Mitrovica.", ["contribution contributor=FR mission=kfor"], ["contribution n=2"]),
    ("nl", "Drie Ierse militairen van UNIFIL zijn gewond geraakt bij een aanslag in Tyrus.", ["contribution contributor=IE mission=unifil"], ["contribution n=3"]),
    ("nl", "Een Israëlische beschieting trof een post van UNIFIL.", [], ["contribution"]),
    ("fr", "L'Amisom est en Somalie. Le président du Burundi s'est entretenu avec son homologue somalien et les deux chefs d'État ont réclamé un sommet.", [], ["contribution"]),
    ("fr", "Le contingent canadien de la FUNU quitte le pays. Elle séparait les deux armées.", [], ["contribution n=2"]),
    # others beside it, and all of it
    ("en", "MINUSCA is in Bangui. Together with 1,500 French soldiers it protects the airport.", [], ["contribution contributor=FR"]),
    ("nl", "MINUSCA waakt over Bangui. Samen met 1.500 Franse militairen beschermt zij het vliegveld.", [], ["contribution contributor=FR"]),
    ("fr", "La MINUSCA surveille Bangui. Conjointement avec 1 500 soldats français, elle protège l'aéroport.", [], ["contribution contributor=FR"]),
    ("nl", "De Israëlische strijdkrachten trekken weg. UNIFIL staat onder bevel van een Ghanees en omvat nu 5900 militairen uit tien landen.", ["strength mission=unifil n=5900"], ["contribution contributor=IL"]),
    ("fr", "L'Italie a rapatrié son contingent de l'ONUMOZ. Restent quelque 5 000 militaires, du Botswana, d'Uruguay et de Zambie.", ["strength mission=onumoz n=5000", "contribution contributor=BW"], ["contribution contributor=IT"]),
    ("fr", "L'UNFICYP est à Chypre. Le bataillon canadien, 900 parachutistes, est retranché sur l'aéroport.", ["contribution contributor=CA mission=unficyp n=900"], ["strength"]),
    ("nl", "Antwoorden van de minister van Defensie op vragen van het lid Soeterboek\n\nDe Nederlandse bijdrage aan ISAF eindigt. Bij ISAF in haar geheel dienen thans 85.000 militairen.", ["strength mission=isaf n=85000"], ["contribution n=85000"]),
    ("nl", "UNIFIL is aan de grens. De regering vindt het slecht dat Israël hun wapens blijft leveren.", [], ["contribution"]),
    # how strong it is
    ("en", "UNIFIL will be cut from 10,500 troops to 8,200 by spring.", ["strength mission=unifil n=10500", "strength mission=unifil n=8200 planned"], []),
    ("en", "The Council approved the increase of UNIFIL from its present strength of 9,800 to 11,700 soldiers.", ["strength mission=unifil n=9800", "strength mission=unifil n=11700 planned"], []),
    ("fr", "La FINUL surveille la frontière. De 10 500 militaires, elle passera en juillet à 8 200.", ["strength mission=unifil n=10500", "strength mission=unifil n=8200 planned"], []),
    ("fr", "Les effectifs de la MINUAR avaient été ramenés de 2 700 à 450 hommes.", [], ["strength n=2700"]),
    ("en", "The mission's monitors, some 240 in number, may not enter Abkhazia. EUMM Georgia has a mandate until September.", ["strength mission=eumm-georgia n=240"], []),
    ("fr", "Les observateurs de la mission, au nombre de 240, ne peuvent entrer en Abkhazie. L'EUMM Georgia a un mandat jusqu'en septembre.", ["strength mission=eumm-georgia n=240"], []),
    ("nl", "Sinds juni 2008 adviseren de deskundigen van EUPOL COPPS, thans veertien in getal, de politie.", ["strength mission=eupol-copps n=14"], []),
    ("en", "UNIPOM, the 90 observers whom the United Nations sent to Kashmir, goes home.", ["strength mission=unipom n=90"], []),
    ("en", "They will join ONUCA, a group of 260 observers which was created in November.", ["strength mission=onuca n=260"], []),
    ("en", "There are 2,300 men in UNFICYP.", ["strength mission=unficyp n=2300"], []),
    ("fr", "La FINUL surveille la frontière. Les 9 900 hommes de l'ONU n'y peuvent rien.", ["strength mission=unifil n=9900"], []),
    ("nl", "UNIFIL bewaakt de grens. De 9.900 VN-militairen kunnen er niets aan doen.", ["strength mission=unifil n=9900"], []),
    ("en", "The Japanese Government is glad. The engineer unit in UNMISS, 330 strong, is not affected.", [], ["strength"]),
    # what nothing else in a sentence claims: several lands beside a mission
    ("en", "UNIFIL is in Naqoura. Nepal, Ghana and Malaysia hold the western sector.", ["contribution contributor=NP mission=unifil", "contribution contributor=MY mission=unifil"], []),
    ("nl", "De Raad dankt Zambia, Gabon en Senegal, waarop MINURCA al een jaar steunt.", ["contribution contributor=ZM mission=minurca", "contribution contributor=SN mission=minurca"], []),
    ("fr", "La FINUL est à Naqoura. Le Népal, le Ghana et la Malaisie tiennent le secteur ouest.", ["contribution contributor=GH mission=unifil", "contribution contributor=MY mission=unifil"], []),
    ("nl", "UNMEE bewaakt de strook ten zuiden van Asmara. Samen met Jordaniërs, Kenianen en Uruguayanen rijden de Nederlanders er hun rondes.", ["contribution contributor=JO mission=unmee", "contribution contributor=UY mission=unmee"], []),
    ("fr", "La FINUL est à Naqoura. L'ambassadeur a parlé des guerres du Tchad, du Soudan et du Niger.", [], ["contribution"]),
    ("en", "The Council extended UNIFIL by a year. China and Russia abstained.", [], ["contribution"]),
    ("nl", "De Raad verlengde UNIFIL met een jaar. China en Rusland onthielden zich.", [], ["contribution"]),
    # … who stands beside those who give
    ("en", "Portugal gives MINUSCA 230 paratroopers, and Tunisia has a field hospital there; only Peru has fewer people.", ["contribution contributor=TN mission=minusca", "contribution contributor=PE mission=minusca"], []),
    ("nl", "Tunesië levert MONUSCO een bataljon van 450 man, Uruguay vliegt er en Marokko bewaakt de haven.", ["contribution contributor=UY mission=monusco", "contribution contributor=MA mission=monusco"], []),
    ("fr", "Le Portugal fournit 230 parachutistes à la MINUSCA, la Tunisie un hôpital de campagne et le Pérou quelques sapeurs.", ["contribution contributor=TN mission=minusca", "contribution contributor=PE mission=minusca"], []),
    ("en", "UNMEE watches the strip of land south of Asmara. Canada, with 450 men, and Jordan, with 900, hold it.", ["contribution contributor=CA mission=unmee n=450", "contribution contributor=JO mission=unmee n=900"], []),
    # … a company, a ship, nationals in its paragraph
    ("en", "UNMIL has landed in Monrovia. A company from Namibia guards the port.", ["contribution contributor=NA mission=unmil"], []),
    ("fr", "La MINUL a débarqué à Monrovia. Une compagnie namibienne garde le port.", ["contribution contributor=NA mission=unmil"], []),
    ("nl", "UNDOF houdt de heuvels in het oog. Er vliegen twee Poolse helikopters voor.", ["contribution contributor=PL mission=undof"], ["contribution n=2"]),
    ("fr", "L'UNFICYP a changé de visages. Un tiers sont des Danois.", ["contribution contributor=DK mission=unficyp"], []),
    ("nl", "De helft van UNFICYP is hier nieuw. Een derde zijn Denen.", ["contribution contributor=DK mission=unficyp"], []),
    ("en", "MINUSCA is in Bangui. Its police have reportedly shared a camp with the Russians.", [], ["contribution contributor=RU"]),
    ("fr", "La MINUSCA est à Bangui. Des policiers rwandais ont blessé trois Danois.", [], ["contribution contributor=DK"]),
    # … and how many it has
    ("en", "UNMISS now has 11,000 of the 17,000 troops that the Council approved.", ["strength mission=unmiss n=11000", "strength mission=unmiss n=17000 planned"], []),
    ("nl", "UNMISS heeft pas 11.000 van de 17.000 toegezegde militairen.", ["strength mission=unmiss n=11000", "strength mission=unmiss n=17000 planned"], []),
    ("fr", "La MONUSCO poursuivra à Beni, avec 8 600 casques bleus.", ["strength mission=monusco n=8600"], []),
    ("nl", "MONUSCO gaat verder in Beni, met 8.600 blauwhelmen.", ["strength mission=monusco n=8600"], []),
    ("en", "UNIFIL lost touch with a patrol. Thirty peacekeepers were hurt.", [], ["strength"]),
    ("nl", "De rebellen hielden 120 blauwhelmen van UNAMSIL vast.", [], ["strength"]),
    # … whose people a signed paper counts
    ("nl", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 4 maart 2010\n\nHierbij bericht ik u over de inzet bij KFOR. In Prizren ligt een afdeling van 320 man.\n\nDe minister van Defensie,\nE. van Middelkoop", ["contribution contributor=NL mission=kfor n=320"], []),
    ("nl", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 4 maart 2014\n\nDit schrijven gaat over MINUSMA. Voor het hoofdkwartier zijn twaalf stafofficieren voorzien.\n\nDe minister van Defensie,\nJ.A. Hennis-Plasschaert", ["contribution contributor=NL mission=minusma n=12"], []),
    ("nl", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 4 maart 2014\n\nDit schrijven gaat over MINUSMA. Zij telt 6.400 militairen. Rebellen doodden tien soldaten.\n\nDe minister van Defensie,\nJ.A. Hennis-Plasschaert", [], ["contribution"]),
    ("en", "To the Speaker of the House of Representatives\n\nThe Hague, 4 March 2010\n\nI hereby inform you about the operation KFOR. Some 320 soldiers are at work in Prizren.\n\nThe Minister of Defence\nE. van Middelkoop", ["contribution contributor=NL mission=kfor place=prizren n=320"], []),
    ("en", "To the Speaker of the House of Representatives\n\nThe Hague, 4 March 2014\n\nThis letter is about MINUSMA. It has 6,400 soldiers. Rebels killed ten soldiers.\n\nThe Minister of Defence\nJ.A. Hennis-Plasschaert", [], ["contribution"]),
    ("fr", "Chambre des représentants de Belgique\n\nRéponse du ministre de la Défense Pieter De Crem à la question n° 12\n\nLa KFOR est au Kosovo. À Mitrovica, une soixantaine de démineurs sont à l'œuvre.", ["contribution contributor=BE mission=kfor n=60"], []),
    ("fr", "Chambre des représentants de Belgique\n\nRéponse du ministre de la Défense Pieter De Crem à la question n° 12\n\nLa KFOR est au Kosovo. À Prizren, 320 Allemands sont à l'œuvre avec soixante démineurs.", [], ["contribution contributor=BE"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_who_gives_how_many(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)

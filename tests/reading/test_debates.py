"""Whose turn it is in a debate, what a member asks, and what a chronology, a force and those who share its work tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

_PARIS = "Assemblée nationale – Séance du mardi 3 mars 2015\n\n"
_LONDON = "House of Commons, 4 March 2015\n\n"
_BRUSSELS = "Chambre des représentants de Belgique\n\n"
_HAGUE = "Tweede Kamer, verslag van 3 maart 2015\n\n"
CASES = [
    # a member asks, and judges for himself; who governs speaks for the government
    ("fr", (_PARIS + "M. Paul Berthaud. Combien de temps encore nos soldats resteront-ils à Gao ? La situation me paraît inquiétante.\n\n"
        "M. le ministre de la défense. Nous avons 1 500 hommes au Mali. La situation est préoccupante."),
        ["question by=paul-berthaud", "assessment grade=worrying by=paul-berthaud", "assessment grade=worrying by=FR"], []),
    ("fr", (_BRUSSELS + "03.01 Wouter Claes (CD&V) : Combien de Belges servent encore à la MINUSMA ?\n\n"
        "03.02 Ludivine Dedonder, ministre : Nous avons 80 militaires à la MINUSMA."),
        ["question by=wouter-claes", "contribution contributor=BE mission=minusma n=80"], ["question by=ludivine-dedonder"]),
    ("fr", ("Chambre des représentants de Belgique\nQuestion n° 211 de Mme Anne Pirard au ministre de la Défense\n\n"
        "Que deviennent nos observateurs ?\n\nRéponse : Quatre Belges servent à la MINUSS. La situation est inquiétante."),
        ["question by=anne-pirard", "assessment grade=worrying by=BE"], ["assessment by=anne-pirard"]),
    ("en", (_LONDON + "Mr. Peter Hargrove (Bath): Will our troops leave Mali by May? I find the delay worrying.\n\n"
        "The Secretary of State for Defence (Mr. John Crane): I find it worrying too.\n\nMr. Crane: Will that do?"),
        ["question by=peter-hargrove", "assessment grade=worrying by=peter-hargrove", "assessment grade=worrying by=GB"],
        ["question by=crane", "question by=john-crane"]),
    ("nl", _HAGUE + "De heer Van Dalen (CDA): Hoe lang blijven onze militairen nog in Mali? Ik vind de toestand zorgwekkend.",
        ["question by=van-dalen", "assessment grade=worrying by=van-dalen"], ["assessment by=NL"]),
    ("fr", "Mali : la junte se tait\n\nBamako : Quand partira la MINUSMA ?", [], ["question"]),
    # who speaks for a government holds the risks that he tells of
    ("fr", _PARIS + "M. le ministre de la défense. Si la MINUSMA s'en va, la guerre pourrait reprendre.", ["risk by=FR"], []),
    # who is asked, and refuses
    ("fr", "L'ONU a demandé au Ghana de rester au Liban. Il a refusé.", ["reject actor=GH target=un"], ["reject actor=un"]),
    ("fr", "L'émissaire de l'ONU a rencontré le ministre soudanais et lui a demandé de lever le blocus. Il a refusé.",
        ["reject actor=SD"], ["reject actor=un"]),
    ("fr", "Le secrétaire général a prié le président Biya de retirer ses soldats. Le chef de l'État s'y est refusé.",
        ["reject actor=CM"], []),
    ("en", "The UN asked Ghana to stay in Lebanon. It refused.", ["reject actor=GH target=un"], ["reject actor=un"]),
    ("nl", "De VN vroegen Ghana te blijven. Het land weigerde.", ["reject actor=GH target=un"], ["reject actor=un"]),
    ("fr", "Le Ghana a prié l'ONU de le rembourser. Il a refusé de payer pour les autres.", ["reject actor=GH"], ["reject actor=un"]),
    ("en", "Ghana asked the UN to pay. It refuses to leave.", ["reject actor=GH"], ["reject actor=un"]),
    # who holds those whose release is asked for
    ("fr", "Le M23 retient douze soldats sud-africains. Pretoria exige leur libération.", ["demand actor=ZA target=m23"], []),
    ("en", "Mali detained 46 Ivorian soldiers in July. Abidjan called for the release of the soldiers.",
        ["demand actor=CI target=ML"], []),
    ("nl", "M23 houdt twaalf Zuid-Afrikaanse militairen vast. Pretoria eist hun vrijlating.", ["demand actor=ZA target=m23"], []),
    ("fr", "Le M23 retient douze soldats sud-africains. Pretoria exige le départ du M23.", ["demand actor=ZA target=m23"], []),
    # what an entry of a chronology dates: what was so then as well
    ("fr", "Repères\n\nMars 1998. La FORPRONU compte 750 militaires, parmi lesquels 350 Danois.\n\nJuin 1999 : 300 Belges restent au Kosovo.",
        ["strength mission=unprofor n=750 at:1998-03", "contribution contributor=DK at:1998-03", "presence actor=BE at:1999-06"], []),
    ("nl", "Tijdlijn\n\n2004. Jordanië levert 300 militairen aan MINUSTAH.\n\n2007. De laatste Kenianen verlaten het land.",
        ["contribution contributor=JO n=300 at:2004"], []),
    ("en", "Timeline\n\n2004. Jordan supplies 300 soldiers to MINUSTAH.", ["contribution contributor=JO n=300 at:2004"], []),
    # to how many a force is brought; formations are no people
    ("fr", "L'arrivée de deux bataillons népalais porterait la MINUSS à 14 000 personnes.",
        ["strength mission=unmiss n=14000 possible", "deploy actor=NP"], ["deploy n=2", "deploy n=14000"]),
    ("fr", "Le Rwanda a envoyé 800 soldats, ce qui porte la MINUSCA à 12 000 hommes.", ["strength mission=minusca n=12000"], []),
    ("en", "Rwanda sent 800 soldiers, bringing MINUSCA to 12,000 personnel.",
        ["strength mission=minusca n=12000", "deploy actor=RW n=800"], []),
    ("nl", "De komst van twee Nepalese bataljons brengt UNMISS op 14.000 militairen.", ["strength mission=unmiss n=14000"],
        ["deploy n=14000", "contribution n=14000"]),
    # nationals who have each their own part of a mission's work
    ("fr", "La FINUL aligne 4 200 soldats. Les Ghanéens ont le secteur nord, les Indonésiens le sud ; les Polonais s'occupent des camions.",
        ["contribution contributor=GH mission=unifil", "contribution contributor=ID", "contribution contributor=PL"], []),
    ("en", "UNEF II has 4,200 soldiers. The Ghanaians have the north, the Indonesians the south.",
        ["contribution contributor=GH mission=unef-2", "contribution contributor=ID mission=unef-2"], []),
    ("nl", "UNFICYP bewaakt de groene lijn. Zweden en Denen delen de sector Famagusta.",
        ["contribution contributor=SE mission=unficyp", "contribution contributor=DK mission=unficyp"], []),
    ("fr", "Les Irlandais de la FINUL ont repoussé l'attaque.", ["contribution contributor=IE mission=unifil"], []),
    ("fr", "La FINUL patrouille. Les Israéliens tiennent la crête, les Libanais la vallée.", [], ["contribution"]),
    ("fr", "La MINUSMA s'en va. Les Algériens sont inquiets, les Mauritaniens aussi.", [], ["contribution"]),
    ("en", "MINUSMA is leaving. The Germans have left Gao, the British too.", [], ["contribution"]),
    # before it did something else: it did it; but not where both are to come
    ("fr", "La France a formé l'armée malienne avant de retirer ses troupes en août.", ["withdraw actor=FR actual"], ["withdraw planned"]),
    ("fr", "Le Niger a expulsé l'ambassadeur de France avant de fermer son espace aérien.", ["deny_access actor=NE actual"], []),
    ("fr", "La France doit consulter le Parlement avant de retirer ses troupes.", [], ["withdraw actual"]),
    ("nl", "Frankrijk leidde het Malinese leger op alvorens zijn troepen terug te trekken.",
        ["withdraw actor=FR actual"], ["withdraw actor=ML"]),
    # a day told by its feast
    ("fr", "Les soldats belges quitteront le Mali à Noël.", ["withdraw actor=BE place=ML planned at:2022-12-25"], []),
    ("en", "The Belgian soldiers will be home by Christmas.", ["withdraw actor=BE before:../2022-12-25"], []),
    ("nl", "De laatste Britten verlieten Gao met Kerstmis.", ["withdraw actor=GB at:2021-12-25"], []),
    ("fr", "Le général Noël Dupont commande la MINUSMA.", ["post person=noel-dupont mission=minusma"], []),
    # who leaves to relieve others is sent; the mission that he joins goes on
    ("fr", "Des soldats suédois partiront lundi relever les Danois de la KFOR.", ["deploy actor=SE mission=kfor planned"], ["withdraw"]),
    ("fr", "Les soldats français de la FINUL sont rentrés. Des Belges partiront lundi prendre leur place.", [], ["withdraw actor=BE"]),
    ("en", "Swedish soldiers leave on Monday to relieve the Danes in KFOR.", ["deploy actor=SE mission=kfor"], ["withdraw"]),
    ("nl", "Zweedse militairen vertrekken maandag om de Denen bij KFOR af te lossen.", ["deploy actor=SE mission=kfor"], ["withdraw"]),
    ("fr", "Les soldats français ont quitté Gao, où les Maliens ont pris leur place.", ["withdraw actor=FR place=gao"], ["deploy actor=FR"]),
    ("fr", "La Suède prend la relève du Danemark à la KFOR en mai.", ["deploy actor=SE mission=kfor"], ["period mission=kfor"]),
    # who send troops together send them each
    ("fr", "Le Bénin et le Togo enverront des troupes au Mali.", ["deploy actor=BJ place=ML", "deploy actor=TG place=ML"], []),
    ("en", "The soldiers that Senegal and Guinea had sent to Mali in June have left.", ["deploy actor=SN", "deploy actor=GN"], []),
    # in whose eyes something is, and who "he" is behind a post
    ("fr", "Le Togo mène une médiation. Le chef de la MINUSMA, le Mauritanien El-Ghassim Wane, a déploré ces départs. Selon lui, la situation est inquiétante.",
        ["assessment grade=worrying by=el-ghassim-wane"], ["assessment by=TG"]),
    ("fr", "Le général Dallaire commande la MINUAR. À ses yeux, un départ complet serait inacceptable.",
        ["assessment grade=unacceptable by=dallaire"], []),
    ("en", "Belgium is withdrawing its soldiers. In its view, the situation is worrying.", ["assessment grade=worrying by=BE"], []),
    ("nl", "Generaal Dallaire heeft het bevel over UNAMIR. In zijn ogen is een volledig vertrek onaanvaardbaar.",
        ["assessment grade=unacceptable by=dallaire"], []),
    ("fr", "L'ambassadeur de France a rencontré le président Touadéra. Il lui a demandé de différer le départ de la MINUSCA.",
        ["demand actor=FR"], ["demand actor=faustin-archange-touadera"]),
    ("en", "The French ambassador met President Touadéra. He asked him to postpone the elections.",
        ["demand actor=FR target=faustin-archange-touadera"], []),
    ("fr", "La MINUSMA a un porte-parole. Les autorités lui reprochent d'avoir menti.", [], ["accuse target=FR"]),
    ("en", "The head of MINUSMA, El-Ghassim Wane, deplored the departures. According to him, the situation is worrying.",
        ["assessment grade=worrying by=el-ghassim-wane"], []),
    # so many ships or battalions are no people, and bring nobody together to talk
    ("fr", "L'opération Atalanta réunit huit bâtiments.", [], ["consult"]),
    ("fr", "Sept bataillons de la MINUSMA sont à l'œuvre, dont deux étaient tchadiens.", ["contribution contributor=TD mission=minusma"],
        ["contribution n=2"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[text for _, text, _, _ in CASES])
def test_who_speaks_and_who_is_meant(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

"""Who is where: how many are left, in whose hands a town is, who is back home; and from when what is told of that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

LEFT = [
    ("en", "Of the 1,500 French soldiers in Niger, only 400 remain.", ["presence actor=FR place=NE n=400"], ["n=1500"]),
    ("en", "France withdrew most of its men from Chad in December. About 250 remain in N'Djamena.", ["presence actor=FR place=n-djamena n=250"], []),
    ("en", "France pulled 600 soldiers out of Gabon in June. There are still 100 in Libreville.", ["presence actor=FR place=libreville-ga n=100"], []),
    ("en", "Denmark has withdrawn 70 of its 105 soldiers from Takuba. The other 35 remain in Ménaka.", ["contribution contributor=DK mission=takuba place=menaka n=35"], []),
    ("en", "Norway brought 60 soldiers of UNIFIL home in March; 20 will remain until June.", ["contribution contributor=NO mission=unifil n=20"], ["withdraw n=20"]),
    ("en", "France pulled 600 soldiers out of Gabon in June. Forty remain missing.", [], ["presence"]),
    ("en", "Belgium has had soldiers in Niger since 2017. About 50 are women.", [], ["n=about"]),
    ("nl", "Van de 1.500 Franse militairen in Niger zijn er nog maar 400 over.", ["contribution contributor=FR n=400"], ["n=1500"]),
    ("nl", "Frankrijk haalde in december de meeste militairen weg uit Tsjaad. Ongeveer 250 zitten nog in N'Djamena.", ["presence actor=FR place=n-djamena n=250"], []),
    ("nl", "Noorwegen haalde in maart 60 militairen van UNIFIL naar huis; er blijven er 20.", ["contribution contributor=NO mission=unifil n=20"], []),
    ("nl", "Frankrijk trok in juni 600 militairen terug uit Gabon. Veertig worden nog vermist.", [], ["presence"]),
    ("fr", "Sur les 1 500 soldats français au Niger, il n'en reste que 400.", ["presence actor=FR place=NE n=400"], ["n=1500"]),
    ("fr", "La France a retiré 600 soldats du Gabon en juin. Il en resterait une centaine à Libreville.", ["presence actor=FR place=libreville-ga n=100 hearsay"], []),
    ("fr", "La Norvège a rapatrié en mars 60 soldats de la Finul. Il en restera 20.", ["contribution contributor=NO mission=unifil n=20 planned"], []),
    ("fr", "La France a retiré 600 soldats du Gabon en juin. Une quarantaine restent introuvables.", [], ["presence"]),
]  # fmt: skip

HELD = [
    ("en", "Nearly all of Port-au-Prince is now in the hands of Viv Ansanm.", ["presence actor=viv-ansanm place=port-au-prince-ht"], []),
    ("en", "Wagner has made Bossangoa its home.", ["presence actor=wagner place=bossangoa"], []),
    ("en", "Men of Africa Corps live at the airport of Kidal.", ["presence actor=africa-corps place=kidal"], []),
    ("en", "Wagner, whose men patrol Mali, denies it.", ["presence actor=wagner place=ML"], ["presence actor=ML"]),
    ("en", "Rwandan soldiers guard Mocímboa da Praia.", ["presence actor=RW place=mocimboa-da-praia"], []),
    ("nl", "Vrijwel heel Port-au-Prince is in handen van Viv Ansanm.", ["presence actor=viv-ansanm place=port-au-prince-ht"], []),
    ("nl", "Zuid-Afrika heeft honderd militairen klaarstaan in Lesotho.", ["presence actor=ZA place=LS n=100"], ["contribution"]),
    ("nl", "De VN hebben tenten klaarstaan in Goma.", [], ["presence"]),
    ("fr", "La ville de Goma, aux mains du M23 depuis janvier, manque d'eau.", ["presence actor=m23 place=goma"], []),
    ("fr", "La quasi-totalité de Port-au-Prince est entre les mains de Viv Ansanm.", ["presence actor=viv-ansanm"], []),
    ("fr", "Le MNLA, maître de Kidal depuis 2012, met en garde l'armée malienne.", ["presence actor=mnla place=kidal"], ["presence actor=ML"]),
    ("fr", "Le calme règne à Kidal.", [], ["presence"]),
    ("fr", "Aux côtés des 2.500 Français de l'opération Licorne, la MICECI séparera l'armée et les Forces nouvelles, maîtresses de Bouaké.", ["presence actor=forces-nouvelles place=bouake", "contribution contributor=FR mission=licorne"], ["presence n=2500", "presence planned"]),
]  # fmt: skip

HOME = [
    ("nl", "De Deense militairen uit Mali zijn terug in Kopenhagen.", ["withdraw actor=DK place=ML"], ["actor=ML", "place=copenhagen-dk"]),
    ("nl", "De 160 Belgische para's uit Niger zijn aangekomen in Melsbroek.", ["withdraw actor=BE place=NE"], ["deploy"]),
    ("nl", "De Franse militairen uit Tsjaad zijn in Gao aangekomen.", ["deploy actor=FR place=gao"], ["withdraw"]),
    ("en", "The Danish soldiers from Mali are back in Copenhagen.", ["withdraw actor=DK place=ML"], ["place=copenhagen-dk"]),
    ("en", "The Danish soldiers are back in Mali.", [], ["withdraw"]),
    ("fr", "Les soldats danois du Mali sont de retour à Copenhague.", ["withdraw actor=DK place=ML"], ["place=copenhagen-dk"]),
    ("fr", "L'armée malienne s'est retirée de Kidal.", ["withdraw actor=ML place=kidal"], []),
]  # fmt: skip

WHEN = [
    ("nl", "Denemarken trekt er in mei 30 terug.", ["withdraw actor=DK n=30"], ["at:2022-05-30"]),
    ("nl", "Denemarken trekt op 30 mei zijn militairen terug uit Mali.", ["withdraw actor=DK at:2022-05-30"], []),
    ("nl", "Zes jaar na de sluiting van Sangaris in 2016 vertrokken de laatste Franse militairen uit Bangui.", ["withdraw actor=FR"], ["withdraw at:2016"]),
    ("en", "After the coup in July 2023, France withdrew its soldiers from Niger.", ["withdraw actor=FR place=NE", "coup at:2023-07"], ["withdraw at:2023-07"]),
    ("fr", "Six ans après la fin de l'opération Sangaris en 2016, les derniers soldats français ont quitté Bangui.", ["withdraw actor=FR"], ["withdraw at:2016"]),
]  # fmt: skip

GONE = [
    ("en", "Not one of Brazil's 970 soldiers will be left in Haiti on 15 September.", ["withdraw actor=BR place=HT planned"], ["presence"]),
    ("en", "By Wednesday none of Canada's 795 soldiers will be left in Gaza.", ["withdraw actor=CA place=gaza planned"], []),
    ("en", "There are no French soldiers in Gao.", [], ["withdraw"]),
    ("en", "By the end of May the last of the Ugandan soldiers should have crossed the border.", ["withdraw actor=UG"], []),
    ("en", "Rwandan soldiers crossed the border on Monday.", [], ["withdraw"]),
    ("en", "The last German plane took off from Niamey on Friday evening.", ["withdraw actor=DE place=niamey"], ["attack"]),
    ("en", "Belgian soldiers in Kosovo are due back in June.", ["withdraw actor=BE place=XK planned at:2022-06"], []),
    ("en", "Botswana's flag came down in Pemba on Friday.", ["withdraw actor=BW place=pemba"], []),
    ("en", "The Irish flag was lowered to half-mast in Dublin.", [], ["withdraw"]),
    ("en", "Ethiopia intends to leave Beledweyne as soon as it can be relieved there.", ["withdraw actor=ET place=beledweyne planned"], []),
    ("en", "The minister left Gao on Monday.", [], ["withdraw"]),
    ("en", "Botswana's soldiers are the first to go: they leave Pemba in April.", ["withdraw actor=BW place=pemba at:2022-04"], []),
    ("en", "A French officer said there was no question of pulling out of Niger.", ["withdraw actor=FR place=NE not"], ["withdraw actual"]),
    ("nl", "Op 15 september zal in Haïti geen van de 970 Braziliaanse militairen meer over zijn.", ["withdraw actor=BR place=HT planned"], ["presence"]),
    ("nl", "Sinds maandag staat er geen Egyptische soldaat meer in Jemen.", [], ["presence actual"]),
    ("nl", "Het laatste Duitse toestel steeg vrijdagavond op uit Niamey.", ["withdraw actor=DE place=niamey"], []),
    ("nl", "De Belgische militairen in Kosovo worden in juni terugverwacht.", ["withdraw actor=BE place=XK planned"], []),
    ("nl", "Tegen eind mei moeten de laatste Oegandese soldaten de grens over zijn.", ["withdraw actor=UG"], []),
    ("nl", "Ethiopië zal Beledweyne verlaten zodra het daar kan worden afgelost.", ["withdraw actor=ET place=beledweyne planned"], []),
    ("nl", "Ierland roept de 1.400 man die het in Congo heeft niet terug.", ["withdraw actor=IE not"], ["recall"]),
    ("fr", "Le 15 septembre, il ne restera plus un seul des 970 soldats brésiliens en Haïti.", ["withdraw actor=BR place=HT planned"], ["presence"]),
    ("fr", "Plus aucun soldat égyptien ne se trouve au Yémen depuis lundi.", ["presence actor=EG place=YE not"], ["withdraw"]),
    ("fr", "Vendredi, à Pemba, le contingent botswanais a amené son drapeau.", ["withdraw actor=BW place=pemba"], []),
    ("fr", "Les 400 soldats irlandais de la Minurcat font leurs bagages à Goz Beïda.", ["withdraw actor=IE mission=minurcat n=400"], ["contribution"]),
    ("fr", "Une quinzaine de gendarmes français encadrent la police au Salvador. Ils seront rentrés à l'automne.", ["withdraw actor=FR planned"], []),
    ("fr", "Les deux derniers Mirage français ont quitté N'Djamena le 10 décembre.", ["withdraw actor=FR place=n-djamena"], []),
]  # fmt: skip

COUNTED = [
    ("en", "Some 180 Portuguese soldiers serve in MINUSCA. About 60 had already flown home in February.", ["withdraw actor=PT mission=minusca n=60"], []),
    ("en", "Belgium withdrew its F-16s from Jordan in May. Forty soldiers stay behind in Azraq to guard the base.", ["presence actor=BE n=40"], []),
    ("en", "The mission was attacked. Forty soldiers remain in hospital.", [], ["presence", "contribution"]),
    ("en", "Of the 20 staff officers whom Oslo had in Kuwait, eight remain.", ["presence actor=NO place=KW n=8"], []),
    ("en", "Lieutenant General Sean McKeown commands ONUC. He has 16,500 men in the Congo.", ["strength mission=onuc n=16500"], ["presence"]),
    ("en", "The government does not contribute to UNIFIL, a force of 10,000 peacekeepers.", ["strength mission=unifil n=10000"], ["strength not"]),
    ("nl", "In MINUSCA dienen 180 Portugese militairen. Zo'n 60 keerden al in februari terug.", ["withdraw actor=PT mission=minusca n=60"], []),
    ("nl", "België haalde zijn F-16's terug uit Jordanië. In Jordanië blijven veertig militairen achter om de basis te bewaken.", ["presence actor=BE place=JO n=40"], []),
    ("nl", "De Oegandezen hebben Obo verlaten. Van de 1.500 man die Kampala er op het hoogtepunt had, waren er nog zo'n 300 over.", ["presence actor=UG n=300"], ["strength"]),
    ("nl", "In Koeweit zaten 20 Nederlandse stafofficieren. Van de 20 die er zaten, zijn er nog acht over.", ["presence actor=NL n=8"], []),
    ("fr", "Quelque 180 soldats portugais servent dans la Minusca. Une soixantaine étaient déjà rentrés en février.", ["withdraw actor=PT mission=minusca n=60"], []),
    ("fr", "Sur les 300 hommes que Paris avait à Gao, il en reste 40.", ["presence actor=FR place=gao n=40"], []),
    ("fr", "Au Mali, les mercenaires de Wagner sont désormais maîtres de Kidal.", ["presence actor=wagner place=kidal"], ["presence place=ML"]),
    ("fr", "Le Luxembourg ne participe pas à la FINUL, forte de 10 000 Casques bleus.", ["strength mission=unifil n=10000"], ["strength not"]),
    ("fr", "Une centaine de soldats roumains arriveront à la KFOR en mai.", ["deploy actor=RO mission=kfor"], []),
]  # fmt: skip

BESIDE = [
    ("fr", "Le Rwanda soutient le M23. Le Rwanda a 4 000 soldats dans l'est de la RDC. La Monusco s'en inquiète.", ["presence actor=RW place=CD n=4000"], ["contribution"]),
    ("fr", "L'Inde a 1 700 soldats dans l'est de la RDC. La Monusco s'en félicite.", ["contribution contributor=IN mission=monusco n=1700"], []),
    ("en", "Rwanda backs the M23 rebels and has 4,000 soldiers in eastern Congo. MONUSCO is worried.", ["presence actor=RW place=CD n=4000"], ["contribution"]),
    ("nl", "Rwanda steunt M23. Het heeft 4.000 soldaten in Oost-Congo. MONUSCO is bezorgd.", ["presence actor=RW place=CD n=4000"], ["contribution"]),
    ("en", "Norway has eleven staff officers with KFOR. They will remain there until June.", ["period contributor=NO mission=kfor"], []),
    ("nl", "Noorwegen heeft elf stafofficieren bij KFOR. Zij blijven daar tot juni.", ["period contributor=NO mission=kfor"], []),
    ("fr", "Il n'est pas question de quitter le Niger, dit un officier français.", ["withdraw actor=FR place=NE not"], ["withdraw actor=NE"]),
    ("fr", "La France a 1 000 hommes au Tchad. Il n'est pas question de les retirer.", ["withdraw actor=FR not"], ["withdraw actual"]),
    ("fr", "La France a 300 soldats au Niger. La base de Ouallam a été remise à l'armée nigérienne le 5 novembre.", ["withdraw actor=FR place=ouallam at:2021-11-05"], ["withdraw actor=NE"]),
    ("en", "France has 300 soldiers in Niger. The base at Ouallam was handed over to the Nigerien army on 5 November.", ["withdraw actor=FR place=ouallam"], []),
    ("nl", "Frankrijk heeft 300 militairen in Niger. De basis in Ouallam werd op 5 november overgedragen aan het Nigerese leger.", ["withdraw actor=FR place=ouallam"], []),
    ("fr", "La MMAS devait réunir 2 500 hommes. Elle n'en a que 800.", ["strength mission=mss-haiti n=800", "strength mission=mss-haiti n=2500 planned"], []),
    ("nl", "De MSS-missie in Haïti zou 2.500 man krijgen. Zij heeft er maar 800.", ["strength mission=mss-haiti n=800"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "wanted", "never"), [*LEFT, *HELD, *HOME, *WHEN, *GONE, *COUNTED, *BESIDE]
)
def test_tells_who_is_there(read: Read, language: str, text: str, wanted: list[str], never: list[str]) -> None:
    says(read, language, text, wanted, never)

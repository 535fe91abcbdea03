"""Turns of phrase that features and interviews like: "it was not X that …", "in Kigali they …", "the talks, which …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

# who is said not to be it did not do it
NOT_THIS_ONE = [
    ("en", "It was not Rwanda that attacked the base.", ["attack actor=RW not"], ["attack actor=RW actual"]),
    ("en", "It wasn't the Russians who attacked the base.", ["attack actor=RU not"], ["attack actor=RU actual"]),
    ("en", "It was not Rwanda but M23 that attacked the base.", ["attack actor=m23 actual"], ["attack actor=RW"]),
    ("en", "It is not Rwanda who commands MINUSMA.", ["leadership leader=RW mission=minusma not"], []),
    ("en", "It was not only Denmark that withdrew from Mali.", ["withdraw actor=DK place=ML actual"], ["not"]),
    ("en", "It was not until May that Denmark withdrew from Mali.", ["withdraw actor=DK place=ML actual"], ["not"]),
    ("en", "It was not for oil that France sent 4,000 soldiers to Mali.", ["deploy actor=FR place=ML actual"], ["not"]),
    ("nl", "Het was niet Rwanda dat de basis aanviel.", ["attack actor=RW not"], ["attack actor=RW actual"]),
    ("nl", "Het waren niet de Russen die de basis aanvielen.", ["attack actor=RU not"], ["attack actor=RU actual"]),
    ("nl", "Het was Frankrijk dat 200 militairen naar Mali stuurde.", ["deploy actor=FR place=ML actual"], ["not"]),
    ("fr", "Ce n'est pas le Rwanda qui a attaqué la base.", ["attack actor=RW not"], ["attack actor=RW actual"]),
    ("fr", "Ce ne sont pas les Russes qui ont attaqué la base.", ["attack actor=RU not"], ["attack actor=RU actual"]),
    ("fr", "Ce n'est pas le Rwanda, mais le M23 qui a attaqué la base.", ["attack actor=m23 actual"], ["attack actor=RW"]),
]  # fmt: skip

# who is in a capital, and wants or denies something, is its government
IN_THE_CAPITAL = [
    ("en", "In Paris they deny supplying arms to the rebels.", ["deny actor=FR"], ["place=paris-fr"]),
    ("en", "In The Hague they call the ban unacceptable.", ["assessment by=NL grade=unacceptable"], []),
    ("en", "In Berlin they want to end the mission in Mali.", ["end actor=DE place=ML planned"], ["place=berlin-de"]),
    ("en", "In Bamako they have asked Wagner to stay.", ["demand actor=ML target=wagner"], []),
    ("en", "In Brussels they deny it.", [], ["actor=BE"]),
    ("en", "In Bamako they arrested two soldiers on Friday.", [], ["detain actor=ML"]),
    ("en", "The ministers of Chad and Niger met. In Paris they asked for more troops.", ["demand actor=TD+NE"], ["actor=FR"]),
    ("en", "Forty Danish soldiers arrived. In Bamako they will train the army.", ["presence actor=DK place=bamako"], ["actor=ML"]),
    ("nl", "In Parijs ontkent men wapens aan de rebellen te hebben geleverd.", ["deny actor=FR"], []),
    ("nl", "In Bamako heeft men Wagner gevraagd te blijven.", ["demand actor=ML target=wagner"], ["actor=wagner"]),
    ("nl", "In Berlijn noemen ze het verbod onaanvaardbaar.", ["assessment by=DE grade=unacceptable"], []),
    ("nl", "In Gao heeft men drie militairen begraven.", [], ["actor=ML"]),
    ("fr", "À Paris, on dément avoir livré des armes aux rebelles.", ["deny actor=FR"], []),
    ("fr", "À Bamako, on a demandé à Wagner de rester.", ["demand actor=ML target=wagner"], ["target=ML"]),
    ("fr", "À Copenhague, on souhaite mettre fin à la mission au Mali.", ["end actor=DK place=ML planned"], []),
]  # fmt: skip

# what stands still, or was put off, is told of it between commas too
ASIDE: list[tuple[str, str, list[str], list[str]]] = [
    ("en", "The talks, which were suspended in May, will resume in June.", ["suspend at:2021-05", "resume at:2022-06 planned"], []),
    ("en", "Elections, which have been put off four times, are scheduled for 7 February.", ["postpone"], []),
    ("nl", "De gesprekken, die in mei werden opgeschort, gaan in juni weer verder.", ["suspend at:2021-05"], []),
    ("nl", "De verkiezingen, die vier keer zijn uitgesteld, zijn op 7 februari.", ["postpone"], []),
    ("fr", "Les pourparlers, qui ont été suspendus en mai, reprendront en juin.", ["suspend at:2021-05"], []),
    ("fr", "Les élections, qui ont été reportées quatre fois, sont prévues le 7 février.", ["postpone"], []),
]  # fmt: skip

# who is named and died was not attacked
DIED = [
    ("en", "President Keita died in Bamako on Sunday.", [], ["attack"]),
    ("en", "General Bacellar, who died on 7 January, commanded MINUSTAH.", ["post person=bacellar mission=minustah"], ["attack"]),
    ("en", "Two Danish soldiers died in Gao on Monday.", ["attack target=DK place=gao killed=2"], []),
    ("nl", "De oud-president van Mali overleed maandag.", [], ["attack"]),
    ("nl", "Twee Deense militairen overleden maandag in Gao.", ["attack target=DK place=gao killed=2"], []),
    ("fr", "Le président Macron est mort lundi.", [], ["attack"]),
    ("fr", "Le général Bacellar, mort le 7 janvier, commandait la MINUSTAH.", ["post person=bacellar mission=minustah"], ["attack"]),
]  # fmt: skip

# who wants its own soldiers home takes them home, and asks it of nobody
OWN = [
    ("en", "Norway wants its officers out of Iraq by June.", ["withdraw actor=NO place=IQ planned"], ["demand"]),
    ("en", "Mali wants French troops out of Gao by June.", ["demand actor=ML target=FR place=gao"], ["withdraw"]),
    ("en", "Abidjan wants its soldiers back.", ["demand actor=CI"], ["withdraw"]),
    ("en", "The Danish soldiers in Mali will be back by 1 May.", ["withdraw actor=DK place=ML planned"], ["presence"]),
    ("en", "The Danish soldiers will be back in Mali by 1 May.", ["presence actor=DK place=ML planned"], ["withdraw"]),
]  # fmt: skip

SAID = [
    ("en", "Rwanda disputes that its soldiers are in Congo.", ["deny actor=RW", "presence actor=RW place=CD not"], ["presence actual"]),
    ("en", "Uganda claims that Denmark has left Mali.", ["withdraw actor=DK by=UG"], []),
    ("en", "Norway consulted NATO before withdrawing from Mali.", ["consult actor=NO target=nato"], []),
    ("en", "The minister consulted his colleagues.", [], ["consult"]),
    ("nl", "Noorwegen raadpleegt de NAVO.", ["consult actor=NO target=nato"], []),
    ("fr", "Le Danemark a consulté l'OTAN.", ["consult actor=DK target=nato"], []),
    ("en", "Business leaders in Port-au-Prince held a one-day strike on 9 January.", ["protest"], ["attack"]),
]  # fmt: skip

# where those are who leave or get more, where their own was told just before
WHERE_THEY_ARE = [
    ("en", "Egypt still has some 28,000 troops in Yemen. It pulled out 1,000 men last week.", ["withdraw actor=EG place=YE n=1000"], []),
    ("en", "Rwanda has 2,000 soldiers in Mozambique. In May it sent 300 more.", ["reinforce actor=RW place=MZ n=300"], []),
    ("en", "Denmark keeps 105 soldiers in Mali and 30 in Iraq. It will bring home 20 in May.", ["withdraw actor=DK n=20"], ["withdraw place=ML", "withdraw place=IQ"]),
    ("en", "Denmark has 105 soldiers in Mali. In May it will send 30 more to Iraq.", ["reinforce actor=DK place=IQ n=30"], ["reinforce place=ML"]),
    ("en", "Sweden will bring home the 200 soldiers it has in Mali.", ["withdraw actor=SE place=ML n=200 planned"], []),
    ("nl", "Egypte heeft nog 28.000 militairen in Jemen. Het haalde vorige week 1.000 man weg.", ["withdraw actor=EG place=YE n=1000"], []),
    ("fr", "L'Égypte a encore 28 000 soldats au Yémen. Elle a retiré 1 000 hommes la semaine dernière.", ["withdraw actor=EG place=YE n=1000"], []),
]  # fmt: skip

# some of those counted are not as many as there are
SOME_OF_THEM = [
    ("en", "Denmark has 105 soldiers in MINUSMA. Thirty of them will leave in May.", ["withdraw actor=DK mission=minusma n=30", "contribution n=105"], ["contribution n=30"]),
    ("en", "Ireland provides 342 soldiers to UNIFIL, 30 of them women.", ["contribution contributor=IE mission=unifil n=342"], ["n=30"]),
    ("en", "Denmark has 105 soldiers in MINUSMA, 30 of them in Gao.", ["contribution contributor=DK n=105", "contribution contributor=DK place=gao n=30"], ["place=gao n=105"]),
    ("nl", "Denemarken heeft 105 militairen in MINUSMA. Dertig van hen vertrekken in mei.", ["withdraw actor=DK n=30"], ["contribution n=30"]),
    ("fr", "Le Danemark a 105 soldats à la MINUSMA. Trente d'entre eux partiront en mai.", ["withdraw actor=DK n=30"], ["contribution n=30"]),
    ("fr", "Le Danemark a 105 soldats à la MINUSMA, trente d'entre eux à Gao.", ["contribution contributor=DK n=105", "contribution contributor=DK place=gao n=30"], ["place=gao n=105"]),
]  # fmt: skip

# who is told aside to have so many there has them, whatever is planned
WITH_SO_MANY = [
    ("en", "Germany, with 1,000 soldiers in Gao, wants to leave.", ["presence actor=DE place=gao n=1000 actual"], ["presence planned"]),
    ("en", "SFOR is in Bosnia. Canada, with 1,600 soldiers around Zgon, will bring home about 400 of them in October.", ["contribution contributor=CA mission=sfor n=1600 actual", "withdraw actor=CA mission=sfor n=400 planned"], []),
    ("nl", "MINUSMA is in Mali. Duitsland, met 1.000 militairen in Gao, haalt er in oktober 400 terug.", ["contribution contributor=DE mission=minusma n=1000 actual"], []),
    ("fr", "La MINUSMA est au Mali. L'Allemagne, avec 1 000 soldats à Gao, en rapatriera 400 en octobre.", ["contribution contributor=DE mission=minusma n=1000 actual"], ["contribution at:2022-10"]),
]  # fmt: skip

# trainers are of no mission that trains nobody, mercenaries of none
OF_NO_MISSION = [
    ("en", "MINUSCA is in Bangui. Russia has 532 instructors in the country.", ["presence actor=RU place=CF n=532"], ["contribution"]),
    ("en", "MINUSMA is in Mali. The United States still has 48 military advisers in the country.", ["presence actor=US place=ML n=48"], ["contribution"]),
    ("en", "MINUSMA is in Mali. Ghana has 100 soldiers in Gao.", ["contribution contributor=GH mission=minusma n=100"], []),
    ("en", "EUTM Mali is in Mali. Spain has 100 instructors in Koulikoro.", ["contribution contributor=ES mission=eutm-mali n=100"], []),
    ("en", "MINUSMA has 100 trainers from Sweden.", ["contribution contributor=SE mission=minusma n=100"], []),
    ("nl", "MINUSMA is in Mali. Rusland stuurde in 2018 instructeurs.", ["deploy actor=RU at:2018"], ["mission=minusma"]),
    ("fr", "La MINUSMA est au Mali. Les États-Unis ont encore 48 conseillers militaires dans le pays.", ["presence actor=US place=ML n=48"], ["contribution"]),
]  # fmt: skip

# who gives leave for it approves it
WITH_LEAVE = [
    ("en", "France deployed Operation Sangaris in December 2013 with the approval of the Security Council.", ["approve actor=un-security-council", "deploy actor=FR mission=sangaris"], []),
    ("en", "EUFOR crossed the border without the approval of the Security Council.", [], ["approve actual"]),
    ("nl", "Kenia stuurde met instemming van de Veiligheidsraad 200 agenten naar Haïti.", ["approve actor=un-security-council", "deploy actor=KE place=HT n=200"], []),
    ("fr", "Avec le feu vert de l'ONU, la France a déployé 2 500 soldats au Rwanda.", ["approve actor=un", "deploy actor=FR place=RW n=2500"], ["approve actor=FR"]),
]  # fmt: skip

# a unit is as many as it is told to be of
OF_SO_MANY = [
    ("en", "MINUSMA had 1,100 people, among them an infantry battalion of 775 from Bangladesh.", ["contribution contributor=BD mission=minusma n=775", "strength mission=minusma n=1100"], ["strength n=775"]),
    ("en", "MINUSMA has 12,000 troops, including a Swedish company of 150.", ["contribution contributor=SE mission=minusma n=150"], []),
    ("en", "A battalion of 650 from Senegal guards MINUSMA's base in Gao.", ["contribution contributor=SN mission=minusma n=650"], []),
    ("nl", "MINUSMA telt 12.000 militairen, onder wie een compagnie van 150 man uit Zweden.", ["contribution contributor=SE mission=minusma n=150"], ["strength n=150"]),
    ("fr", "La MINUSMA compte 12 000 soldats, dont une compagnie suédoise de 150 hommes.", ["contribution contributor=SE mission=minusma n=150"], ["strength n=150"]),
]  # fmt: skip

# what somebody is without denies nothing that he does; "it" that is looked into is nobody
WITHOUT = [
    ("en", "Rwanda sent 300 soldiers to Mozambique, with no end date.", ["deploy actor=RW place=MZ n=300 actual"], ["not"]),
    ("en", "South Africa's 1,000 soldiers are in Sake, with little food and no way out.", ["presence actor=ZA place=sake n=1000 actual"], ["not"]),
    ("en", "Two soldiers were killed in Gao, with no claim of responsibility.", ["attack place=gao killed=2"], []),
    ("en", "Denmark will under no circumstances send soldiers to Mali.", ["deploy actor=DK place=ML not"], []),
    ("en", "Ireland's 340 soldiers serve with the Poles in UNIFIL. Israel promised to look into it.", ["investigate actor=IL planned"], ["target=IE"]),
]  # fmt: skip

# what is left has not left
LEFT = [
    ("en", "The French have gone. That leaves five countries in MINUSMA: Chad, Niger, Togo, Egypt and Senegal.", ["withdraw actor=FR"], ["withdraw actor=TD", "withdraw actor=SN"]),
    ("en", "That leaves MINUSMA, with a company of Swedes in Timbuktu.", [], ["withdraw"]),
    ("en", "The decision leaves MINUSMA without helicopters.", [], ["withdraw"]),
    ("en", "Sweden leaves MINUSMA in May.", ["withdraw actor=SE mission=minusma"], []),
    ("en", "After the departure of the French in 2022, MINUSMA had 12,000 troops.", ["withdraw actor=FR", "strength mission=minusma n=12000"], ["withdraw n=12000"]),
    ("en", "After the departure of most of the Danes in 2022, MINUSMA had 12,000 troops.", ["withdraw actor=DK"], ["withdraw n=12000"]),
]  # fmt: skip

# whose the army is, and who its chief
ITS_ARMY = [
    ("en", "Rwanda wants an inquiry. Kinshasa says the army shelled the camp.", ["attack actor=CD by=CD"], ["attack actor=RW"]),
    ("nl", "Niger sloot zijn grens. Mali zei dat het leger 20 rebellen had gedood.", ["attack actor=ML by=ML"], ["attack actor=NE"]),
    ("fr", "Le Niger a fermé sa frontière. Le Mali a dit que l'armée avait tué 20 rebelles.", ["attack actor=ML by=ML"], ["attack actor=NE"]),
    ("en", "MINUSMA is leaving. The Malian army wants its camps. Its chief, General Oumar Diarra, visited Gao.", ["post person=oumar-diarra state=ML function=chief-of-defence"], ["post mission=minusma"]),
    ("en", "MINUSMA is leaving. Its chief, El-Ghassim Wane, visited Gao.", ["post person=el-ghassim-wane mission=minusma"], []),
]  # fmt: skip

# the last soldier of whom nobody says whose he is takes the mission with him
LAST = [
    ("en", "SFOR has begun its withdrawal, NATO announced. The last soldier is to leave by 12 August.", ["period mission=sfor until:../2022-08-12 planned"], ["withdraw actor=?"]),
    ("en", "Denmark is leaving MINUSMA. The last soldier is to leave by 12 August.", ["withdraw actor=DK mission=minusma before:../2022-08-12"], ["period"]),
    ("nl", "SFOR is begonnen zich terug te trekken. De laatste militair vertrekt voor 12 augustus.", ["period mission=sfor until:../2022-08-12 planned"], ["withdraw actor=?"]),
    ("fr", "La SFOR a entamé son retrait. Le dernier soldat doit partir d'ici le 12 août.", ["period mission=sfor until:../2022-08-12"], ["withdraw actor=?"]),
    ("nl", "De Deense militairen in Mali zijn voor 1 mei terug, aldus de minister.", ["withdraw actor=DK place=ML planned"], ["presence"]),
    ("nl", "De Deense militairen zijn terug in Gao.", ["presence actor=DK place=gao"], ["withdraw"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected", "forbidden"),
    [
        *NOT_THIS_ONE,
        *IN_THE_CAPITAL,
        *ASIDE,
        *DIED,
        *OWN,
        *SAID,
        *WHERE_THEY_ARE,
        *SOME_OF_THEM,
        *WITH_SO_MANY,
        *OF_NO_MISSION,
        *WITH_LEAVE,
        *OF_SO_MANY,
        *LEFT,
    ],
)
def test_a_turn_of_phrase(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

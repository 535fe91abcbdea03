"""How letters, answers and news tell of whom they speak: whose government, who "they" are, what is denied, what only may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # the government in a paper that never speaks of its own land is that of the mission's host
    ("nl", "JUBA - Het hoofd van UNMISS, David Shearer, riep de regering op de daders op te sporen.", ["demand target=SS"], ["target=NL"]),
    ("nl", "BANGUI - Het hoofd van MINUSCA, Valentine Rugwabiza, sprak de regering aan. De regering heeft een onderzoek beloofd.", ["investigate actor=CF planned"], ["actor=NL"]),
    ("nl", "In Goma riepen de rebellen de regering op te onderhandelen.", ["demand target=CD"], ["target=NL"]),
    ("nl", "Nederland levert twee officieren aan UNMISS. De regering verlengt de bijdrage.", ["extend actor=NL mission=unmiss"], ["extend actor=SS"]),
    ("nl", "Het kabinet wil EUTM Mali verlengen. De regering stuurt ook twee stafofficieren.", ["deploy actor=NL n=2"], ["actor=ML"]),
    # not to do something is what is asked, threatened or held against somebody
    ("nl", "Warschau verwijt Berlijn geen wapens aan Oekraïne te leveren.", ["accuse actor=PL target=DE actual", "support actor=DE target=UA not"], ["accuse not"]),
    ("nl", "De VN drongen er bij Mali op aan de blauwhelmen niet te hinderen.", ["demand actor=un target=ML actual"], ["demand not"]),
    ("nl", "Duitsland besloot geen militairen naar Mali te sturen.", ["decide actor=DE actual", "deploy actor=DE not"], ["decide not"]),
    ("nl", "Mali verwijt Frankrijk niet dat het vertrekt.", ["accuse not"], []),
    ("en", "Poland accused Belarus of not guarding the border.", ["accuse actor=PL target=BY actual"], ["accuse not"]),
    ("en", "Washington asked Rwanda not to supply weapons to M23.", ["demand actor=US target=RW"], ["reject"]),
    ("en", "Germany decided not to send troops to Mali.", ["decide actor=DE actual", "deploy actor=DE not"], ["decide not"]),
    ("en", "The Council has not decided to extend EUTM Mali.", ["decide not"], []),
    ("fr", "L'Allemagne a décidé de ne pas envoyer de soldats au Mali.", ["decide actor=DE actual", "deploy actor=DE not"], ["decide not"]),
    # who says he will send or take home his own asks nobody
    ("nl", "Noorwegen zegt vijftig militairen naar Mali te sturen.", ["deploy actor=NO place=ML n=50 planned"], ["demand"]),
    ("nl", "Noorwegen zegt zijn militairen uit Mali terug te trekken.", ["withdraw actor=NO place=ML planned"], ["demand"]),
    ("nl", "De junta zei de Franse soldaten te vertrekken.", ["demand target=FR"], []),
    # they are the people just told of
    ("nl", "Het Congolese leger trok zich terug. Dertien Zuid-Afrikaanse militairen zijn gesneuveld; zij maakten deel uit van SAMIDRC.", ["contribution contributor=ZA mission=sadc-samidrc"], ["contribution contributor=CD"]),
    ("nl", "Malawi levert 900 man. Demonstranten protesteerden in Goma. Ze eisten het vertrek van MONUSCO.", ["demand target=monusco"], ["demand actor=MW"]),
    ("nl", "Kenia stuurt 400 agenten naar Haïti; zij worden ingezet bij de MSS.", ["deploy actor=KE mission=mss-haiti"], []),
    ("nl", "EUMM werkt in Gori. Elke dag houden de waarnemers toezicht. Toegang tot Abchazië hebben zij nooit gekregen.", ["deny_access target=eumm-georgia place=abkhazia"], []),
    ("en", "Mali kept silent. Protesters attacked the French embassy in Kinshasa. They accuse Rwanda of supporting M23.", ["accuse target=RW"], ["accuse actor=ML"]),
    ("en", "Rwanda denied it. Five Burundian soldiers died; they served with ATMIS.", ["contribution contributor=BI mission=atmis"], ["contribution contributor=RW"]),
    ("fr", "Le Mali se tait. Des manifestants ont attaqué l'ambassade de France à Kinshasa. Ils accusent le Rwanda de soutenir le M23.", ["accuse target=RW"], ["accuse actor=ML"]),
    ("fr", "Le Rwanda dément. Cinq soldats burundais sont tombés ; ils servaient dans l'ATMIS.", ["contribution contributor=BI mission=atmis"], ["contribution contributor=RW"]),
    # a list of missions that says its preposition again
    ("nl", "Zuid-Afrikaanse militairen maken deel uit van SAMIDRC en van de VN-missie MONUSCO.", ["contribution contributor=ZA mission=monusco"], []),
    ("nl", "Nederland levert militairen aan EUFOR Althea en aan KFOR.", ["contribution contributor=NL mission=kfor"], []),
    ("en", "Germany takes part in UNIFIL and in EUNAVFOR Aspides.", ["contribution contributor=DE mission=eunavfor-aspides"], []),
    ("fr", "Des soldats sud-africains servent au sein de la SAMIDRC et de la MONUSCO.", ["contribution contributor=ZA mission=monusco"], []),
    # if and as long as it is needed: nobody calls it so
    ("nl", "President Ramaphosa zei dat de Zuid-Afrikanen blijven zolang dat nodig is.", [], ["assessment"]),
    ("nl", "Verklaring van de Europese Unie. De EU is bereid verdere maatregelen te nemen, indien dat nodig is.", [], ["assessment"]),
    ("nl", "Minister Brekelmans zei dat de missie nodig is.", ["assessment grade=important"], []),
    ("nl", "Het kabinet beschouwt dat als een positief teken.", ["assessment grade=positive by=NL"], []),
    ("en", "President Ramaphosa said the South Africans would stay as long as necessary.", [], ["assessment"]),
    ("fr", "Le président Ramaphosa a dit que les Sud-Africains resteraient tant que cela sera nécessaire.", [], ["assessment"]),
    ("nl", "De minister noemt de situatie in Mali onverminderd zorgelijk.", ["assessment grade=worrying"], ["grade=unchanged"]),
    ("nl", "Het kabinet acht de situatie ongewijzigd.", ["assessment grade=unchanged by=NL"], []),
    ("nl", "Nederland levert 120 militairen aan NMI. De veiligheidssituatie baart het kabinet zorgen.", ["assessment grade=worrying by=NL"], []),
    # who returns to a mission takes part in it, who returns from one has left
    ("nl", "Duitsland keerde na tien jaar terug in EUFOR Althea met maximaal vijftig militairen.", ["contribution contributor=DE mission=eufor-althea n=50"], ["withdraw"]),
    ("nl", "Noorwegen keert volgend jaar terug bij UNTSO.", ["contribution contributor=NO mission=untso planned"], ["withdraw"]),
    ("nl", "De Belgische militairen keren in mei terug van MINUSMA.", ["withdraw actor=BE mission=minusma"], ["contribution"]),
    ("nl", "De Zweedse militairen keren in mei terug uit Mali.", ["withdraw actor=SE place=ML"], []),
    ("en", "Canada is back in MINUSMA.", ["contribution contributor=CA mission=minusma"], ["withdraw"]),
    ("en", "Norway will return to UNTSO next year.", ["contribution contributor=NO mission=untso planned"], ["withdraw"]),
    ("fr", "L'Allemagne retourne dans l'EUFOR Althea.", ["contribution contributor=DE mission=eufor-althea"], []),
    # who stays in office does not prolong the mission
    ("nl", "De commandant van EUFOR Althea, generaal-majoor Anton Wessely, blijft tot januari in functie.", ["post person=anton-wessely mission=eufor-althea"], ["period"]),
    ("nl", "De Ierse generaal-majoor blijft tot juli aan als bevelhebber van UNDOF.", [], ["period"]),
    ("nl", "De Nederlandse militairen blijven tot mei in Irak.", ["period contributor=NL place=IQ"], []),
    ("en", "The commander of KFOR stays on until October.", [], ["period", "extend"]),
    ("fr", "Le commandant de la KFOR reste en poste jusqu'en octobre.", [], ["period"]),
    # he is not the opposition that wants him to, nor somebody named before a spokesman spoke
    ("nl", "President Cyril Ramaphosa bezocht Goma. De oppositie wil dat hij de troepen naar huis haalt.", ["demand target=cyril-ramaphosa"], ["withdraw actor=ZA"]),
    ("nl", "Niger zet ambassadeur Sylvain Itté uit. Frankrijk wijst de eis af, aldus een woordvoerder. Of de 1500 militairen vertrekken, wilde hij niet zeggen.", ["question by=FR"], ["by=sylvain-itte"]),
    # they left from there
    ("nl", "MINUSMA stond in Kidal. Rebellen kwamen nadat de Franse troepen daar waren vertrokken.", ["withdraw actor=FR"], ["deploy"]),
    ("nl", "Mali is onrustig. De Duitse militairen vertrokken daar in mei.", ["withdraw actor=DE place=ML"], ["deploy"]),
    # attacks that are to stop are no new ones
    ("nl", "De Houthi's zeggen hun aanvallen pas te staken als Israël de oorlog in Gaza beëindigt.", ["suspend actor=houthis planned"], ["attack"]),
    ("nl", "M23 beloofde zijn aanvallen op Goma te staken.", ["suspend actor=m23 planned"], ["attack"]),
    ("nl", "Kataib Hezbollah schortte zijn aanvallen op Amerikaanse bases op.", ["suspend actor=kataib-hezbollah", "attack target=US"], []),
    # when something is to be done is not when it is asked
    ("nl", "Kenia riep beide presidenten op om woensdag in Nairobi te overleggen.", ["demand actor=KE"], ["at:2022-02-09", "place=nairobi-ke"]),
    ("nl", "De Veiligheidsraad drong er bij Mali op aan voor 1 juli verkiezingen te houden.", ["demand target=ML"], ["before:../2021-07-01", "before:../2022-07-01"]),
    ("nl", "Washington vroeg Kenia in juli om duizend agenten te sturen.", ["demand actor=US target=KE at:2021-07"], []),
    ("nl", "De EU vroeg Kenia om in juli duizend agenten te sturen.", ["demand target=KE"], ["deploy", "demand at:2022-07"]),
    ("en", "The EU asked Kenya to send a thousand police officers in July.", ["demand target=KE"], ["deploy"]),
    # an end to years of taking part
    ("nl", "Daarmee komt een einde aan ruim tien jaar Duitse deelname aan MINUSMA.", ["period contributor=DE mission=minusma"], ["withdraw"]),
    ("nl", "Op 1 mei komt een einde aan vijf jaar Nederlandse deelname aan MINUSMA.", ["period contributor=NL mission=minusma until:2022-05-01"], ["contribution"]),
    ("nl", "In mei komt er een einde aan de Belgische deelname aan EUTM Mali.", ["withdraw actor=BE mission=eutm-mali"], []),
    ("fr", "Cela met fin à plus de dix ans de participation allemande à la MINUSMA.", ["withdraw actor=DE mission=minusma"], []),
    # two named behind one title
    ("nl", "De Franse ministers Colonna en Lecornu bezochten Niamey.", ["post person=colonna state=FR function=minister", "post person=lecornu state=FR function=minister", "visit actor=colonna+lecornu"], []),
    ("nl", "Dat schrijven ministers Kaag en Bijleveld woensdag aan de Tweede Kamer.", ["post person=bijleveld state=NL"], []),
    ("en", "Presidents Macron and Tshisekedi discussed MONUSCO on Monday.", ["post person=tshisekedi state=CD", "consult actor=emmanuel-macron target=tshisekedi"], []),
    ("fr", "Les ministres Colonna et Lecornu ont visité Niamey.", ["post person=lecornu", "visit actor=colonna+lecornu"], ["post person=lecornu state=NE"]),
    # rebels who march into a town take it, soldiers of a state enter a land
    ("nl", "Maandag trokken strijders van M23 Goma binnen.", ["attack actor=m23 place=goma"], []),
    ("nl", "Rwandese troepen trokken Congo binnen.", ["deploy actor=RW place=CD"], ["attack"]),
    ("nl", "M23-rebellen veroverden een kamp van het leger bij Kidal.", ["attack actor=m23 place=kidal"], []),
    ("en", "M23 fighters entered Goma on Monday.", ["attack actor=m23 place=goma"], []),
    # a participle that looks like an infinitive
    ("nl", "Een VN-konvooi werd bij Gao door rebellen overvallen.", ["attack target=un place=gao"], ["attack actor=un"]),
    ("nl", "Een konvooi van MINUSMA is bij Gao door rebellen overvallen.", ["attack target=minusma"], ["attack actor=minusma"]),
    ("nl", "Rebellen hebben bij Gao een VN-konvooi overvallen.", ["attack target=un"], []),
    ("nl", "Parijs is door het besluit van de junta overvallen.", [], ["attack"]),
    # who dies of hunger or for want of something was not attacked
    ("nl", "Rebellen beschoten het kamp Zamzam. Elf patiënten stierven bij gebrek aan medicijnen.", ["attack place=zamzam"], ["killed=11"]),
    ("en", "Twelve children died of cholera in Port Sudan.", [], ["attack"]),
    ("fr", "Soixante personnes sont mortes de faim à El-Fasher.", [], ["attack"]),
    # what is needed elsewhere, what is taken away
    ("nl", "De F-16's gaan weg omdat de toestellen elders nodig zijn, aldus Defensie.", [], ["assessment"]),
    ("nl", "Er zijn drie gewonden, van wie een er slecht aan toe is, aldus UNIFIL.", [], ["assessment"]),
    ("nl", "Zweden haalt dertig mensen weg bij UNFICYP.", ["withdraw actor=SE mission=unficyp n=30"], []),
    ("nl", "België haalt de clusterbommen weg rond Tibnin.", [], ["withdraw"]),
    ("nl", "UNFICYP riep de Turks-Cyprioten op te vertrekken.", ["demand actor=unficyp target=?"], ["target=TR+CY"]),
    # a battlegroup in a land just spoken of, or further on; in all: how many it has
    ("nl", "Nederland stuurt 270 militairen naar Litouwen. Aan de NAVO-battlegroup nemen België en Noorwegen deel. In totaal gaat het om ruim 1200 militairen.", ["contribution contributor=NO mission=efp-lithuania", "strength mission=efp-lithuania n=1200"], ["contribution contributor=NO n=1200"]),
    ("nl", "Nederland levert 270 militairen aan de NAVO-battlegroup in Rukla.", ["contribution contributor=NL mission=efp-lithuania n=270"], ["presence"]),
    ("nl", "De missies lopen. België heeft zijn troepen teruggetrokken uit EUTM Mali. Het gaat om 950 man.", ["contribution contributor=BE mission=eutm-mali n=950"], ["strength"]),
    # a verb that its clause waits for, behind one that hangs on its object without a comma
    ("nl", "Nederland heeft de twee instructeurs die bij EUTM Mali waren geplaatst teruggehaald.", ["withdraw actor=NL mission=eutm-mali n=2"], []),
    ("nl", "Duitsland heeft de militairen die in Gao zaten naar huis gehaald.", ["withdraw actor=DE"], []),
    ("nl", "Zweden zal de troepen die in Mali zijn gelegerd terugtrekken.", ["withdraw actor=SE planned"], []),
    ("nl", "De minister sprak de militairen toe die in Gao waren aangevallen.", [], ["withdraw"]),
    ("nl", "Nederland levert twee instructeurs aan EUTM Mali. Mali heeft zich teruggetrokken uit de G5 Sahel.", ["withdraw actor=ML"], ["withdraw place=ML"]),
    # lasts, for the present, a year
    ("nl", "De operatie Aspides heeft een defensief mandaat en duurt vooralsnog een jaar.", ["period mission=eunavfor-aspides"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_news(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """A report says what is listed, and not what a hasty reader would make of it."""
    says(read, language, text, expected, forbidden)

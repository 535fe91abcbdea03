"""What is told in nouns, asides and participles, as French papers like to: sentences of our own, cause by cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # an aside of where and when stands between a deed and whom it befell
    ("fr", "L'arrestation, le 3 mai à Kidal, de deux soldats tchadiens par l'armée malienne a provoqué un tollé.", ["detain actor=ML place=kidal target=TD n=2"], []),
    ("fr", "Paris a condamné l'arrestation, à Bamako, de quatre agents de la DGSE.", ["detain actor=ML place=bamako n=4"], []),
    ("fr", "Le déploiement, en mars à Goma, de 2 900 soldats de la SADC a irrité Kigali.", ["deploy actor=sadc place=goma n=2900"], []),
    ("en", "The arrest, on 3 May in Kidal, of two Chadian soldiers by the Malian army caused an outcry.", ["detain actor=ML place=kidal target=TD n=2"], []),
    ("fr", "Après l'attaque, mardi à Ber, des soldats tchadiens ont patrouillé.", ["attack place=ber"], ["attack actor=TD", "attack target=TD"]),
    # whom somebody calls back; not what he calls to mind
    ("fr", "L'Espagne rappelle ses deux frégates d'Atalante.", ["withdraw actor=ES mission=eunavfor-atalanta"], ["recall"]),
    ("fr", "Lomé rappelle ses policiers et ses gendarmes de la MINUSMA.", ["withdraw actor=TG mission=minusma"], ["recall"]),
    ("fr", "Le rappel du contingent ivoirien de la MINUSMA a surpris New York.", ["withdraw actor=CI mission=minusma"], ["recall"]),
    ("fr", "La ministre a rappelé l'engagement de la France au sein de la FINUL avec 700 soldats.", [], ["withdraw", "recall"]),
    ("fr", "Paris rappelle ses diplomates de Kaboul.", ["recall actor=FR"], ["withdraw"]),
    ("fr", "La SAMIDRC a perdu deux hommes. Dès février, Lilongwe avait annoncé le rappel de son contingent.", ["withdraw actor=MW mission=sadc-samidrc planned"], []),
    # "des" behind a place is an article
    ("fr", "À Birao, dans le nord-est du pays, des affrontements entre miliciens ont fait quatre morts.", ["clash killed=4"], ["attack"]),
    ("fr", "Des affrontements ont opposé jeudi à Berbérati des casques bleus camerounais à des miliciens anti-balaka.", ["clash actor=CM target=anti-balaka"], []),
    ("fr", "L'armée malienne a arrêté à Gao des combattants du GSIM.", ["detain actor=ML target=jnim place=gao"], []),
    ("fr", "L'arrivée à Sarajevo des soldats danois a été saluée.", ["deploy actor=DK place=sarajevo-ba"], []),
    # whom a clash sets against whom, and a main clause that waits for its verb
    ("fr", "Les combats qui opposent depuis lundi l'armée congolaise et le M23 ont fait dix morts à Sake.", ["clash actor=CD target=m23 killed=10 place=sake"], ["attack"]),
    ("fr", "Des heurts qui ont mis aux prises, le 2 juin, la police kosovare et des manifestants à Zvecan inquiètent l'OTAN.", ["clash actor=XK"], []),
    ("fr", "Paris a condamné l'attaque qui a tué dix hommes et Berlin a rappelé son ambassadeur.", ["recall actor=DE"], ["recall actor=FR"]),
    # who holds people does not let them go; who leads an attack attacks
    ("fr", "Bangui a obtenu la libération de quatre gendarmes détenus depuis mars par les rebelles de la CPC.", ["release n=4", "detain actor=cpc n=4"], ["release actor=cpc"]),
    ("en", "Bangui secured the release of four gendarmes held since March by the CPC rebels.", ["release n=4", "detain actor=cpc n=4"], ["release actor=cpc"]),
    ("fr", "L'attaque menée par le GSIM à Djibo a fait dix morts.", ["attack actor=jnim place=djibo killed=10"], []),
    ("fr", "L'enquête conduite par la MINUSMA à Moura dure encore.", ["investigate actor=minusma place=moura"], []),
    # whom something worries
    ("fr", "La présence d'environ 1 000 mercenaires de Wagner au Mali inquiète Paris.", ["assessment grade=worrying by=FR"], ["assessment by=wagner"]),
    ("fr", "L'avancée du M23 inquiète Kinshasa.", ["assessment grade=worrying by=CD"], ["assessment grade=positive"]),
    ("fr", "L'arrivée de Wagner à Tombouctou a alarmé Berlin.", ["assessment grade=worrying by=DE"], ["assessment by=wagner"]),
    ("fr", "Le retrait de la MINUSMA inquiète les habitants de Gao.", ["assessment grade=worrying"], ["assessment by=minusma"]),
    ("en", "The presence of 1,000 Wagner mercenaries in Mali worries Paris.", ["assessment grade=worrying by=FR"], ["assessment by=wagner"]),
    ("en", "Norway worries about the presence of Wagner.", ["assessment grade=worrying by=NO"], []),
    # who belongs to a force relieves nobody; what ends is not the mission; who comes to a term arrives nowhere
    ("fr", "Quelque 120 militaires portugais relevant de la MINUSCA ont été pris à partie à Bouar.", ["attack target=PT place=bouar"], ["deploy"]),
    ("fr", "Un bataillon danois relève les Estoniens à Ménaka.", ["deploy actor=DK place=menaka"], []),
    ("fr", "La relève du 7e contingent béninois de la MINUSMA, 250 hommes, s'est achevée vendredi.", ["contribution contributor=BJ mission=minusma n=250"], ["end", "period"]),
    ("fr", "La MINUSMA cessera ses activités le 31 décembre.", ["period mission=minusma until:2022-12-31"], ["suspend"]),
    ("fr", "Arrivé au terme de quatre années de présence, le contingent suédois quittera la MINUSMA en juin.", ["withdraw actor=SE mission=minusma planned"], ["deploy"]),
    ("fr", "Quarante instructeurs de l'UE sont arrivés à Bangui.", ["deploy actor=eu n=40 place=bangui-cf"], []),
    ("fr", "Des réfugiés sont arrivés au Tchad.", [], ["deploy"]),
    # how many there are, whatever becomes of them
    ("fr", "Des 12 000 casques bleus de la MONUSCO, 1 700 viennent d'Inde et 1 900 du Pakistan.", ["strength mission=monusco n=12000 actual", "contribution contributor=PK n=1900"], []),
    ("fr", "Les effectifs ougandais de l'ATMIS, 5 400 hommes, quitteront la Somalie en décembre.", ["contribution contributor=UG mission=atmis n=5400 actual"], ["contribution planned"]),
    ("fr", "Un bataillon danois, 200 hommes, rejoindra la MINUSMA en mars.", ["contribution contributor=DK mission=minusma n=200 planned"], []),
    ("fr", "La participation du Sénégal à la MINUSCA, forte de 600 militaires, a été saluée par le ministre.", ["contribution contributor=SN mission=minusca n=600"], []),
    ("fr", "Le Conseil rend hommage à la contribution du Burundi à l'ATMIS, soit 3 000 hommes.", ["contribution contributor=BI mission=atmis n=3000"], ["strength"]),
    ("fr", "Le Ghana a suspendu la participation de ses 130 policiers à la MINUSMA.", ["suspend actor=GH", "contribution contributor=GH mission=minusma n=130"], []),
    ("fr", "Le Bénin a mis fin à la participation de ses 250 soldats à la MINUSMA.", ["withdraw actor=BJ mission=minusma n=250"], ["contribution"]),
    ("fr", "La ministre a rappelé l'engagement de la France au sein de la FINUL avec 700 soldats.", ["contribution contributor=FR mission=unifil n=700"], ["strength"]),
    ("fr", "La participation de la Belgique à la MINUSMA, limitée à 135 militaires, prendra fin en mai.", ["contribution contributor=BE n=135 actual", "period contributor=BE planned"], ["contribution planned"]),
    # what stands between commas behind a subject is no other subject
    ("fr", "L'engagement de la Bundeswehr au Mali, 1 100 soldats au plus, a été prolongé d'un an par le Bundestag.", ["extend actor=DE place=ML"], []),
    # a parliament that lets its soldiers go
    ("fr", "Le Parlement danois a donné jeudi son aval à l'envoi de 100 soldats au sein de Takuba.", ["deploy actor=DK mission=takuba n=100 planned"], ["strength"]),
    ("nl", "De Bondsdag gaf groen licht voor de uitzending van 300 militairen naar Niger.", ["deploy actor=DE place=NE n=300 planned"], []),
    ("en", "The Bundestag gave the green light to the deployment of 300 soldiers in Niger.", ["deploy actor=DE place=NE n=300 planned"], []),
    ("fr", "Le Parlement danois a donné son accord à l'envoi de soldats allemands à Skrydstrup.", ["deploy actor=DE planned"], ["deploy actor=DK"]),
    # where a coup was that is told in passing
    ("fr", "Les soldats français ont quitté Niamey après le coup d'État de juillet.", ["coup place=NE", "withdraw actor=FR"], ["coup place=FR"]),
    ("fr", "Le Mali reste sous sanctions. La junte issue du coup d'État de 2021 a expulsé l'ambassadeur de France.", ["coup place=ML at:2021", "expel actor=ML"], ["expel at:2021", "coup place=FR"]),
    # days
    ("fr", "Les soldats danois ont quitté Gao à la fin du mois de novembre.", ["withdraw at:[2021-11-21..2021-11-30]"], []),
    ("fr", "Les soldats danois ont quitté Gao dans la première quinzaine de novembre.", ["withdraw at:2021-11-01/2021-11-15"], []),
    ("fr", "Les soldats danois ont quitté Gao ce mardi 1er février.", ["withdraw at:2022-02-01"], []),
    ("fr", "Le retrait des soldats danois de Gao, d'ici à juin, a été confirmé.", ["withdraw before:../2022-06"], []),
    ("fr", "Au lendemain du coup d'État du 26 janvier, Berlin a suspendu son aide.", ["suspend actor=DE"], ["suspend at:2022-02-08"]),
    # who does it is not the mission; what is spoken about is for nothing
    ("fr", "Les 600 Espagnols de l'EUTM Mali forment le plus gros contingent.", ["contribution contributor=ES mission=eutm-mali n=600"], ["purpose"]),
    ("fr", "Le Conseil a tenu sa 1263e réunion, consacrée à la Mission d'appui et de stabilisation en Somalie (AUSSOM).", [], ["purpose"]),
    # missions told by whose people are where, by who leads them, by who gives
    ("fr", "Les Casques bleus au Sud-Liban ont été visés.", ["attack target=unifil place=LB"], []),
    ("fr", "Les Casques bleus déployés en Centrafrique ont été pris pour cible à Bria.", ["attack target=minusca place=bria"], []),
    ("fr", "Les Casques bleus rwandais déployés en Centrafrique ont été pris pour cible à Bria.", ["attack target=RW mission=minusca"], ["attack target=minusca"]),
    ("en", "UN peacekeepers in Lebanon came under fire on Monday.", ["attack target=unifil"], []),
    ("fr", "Le bataillon multinational en Lettonie est dirigé par le Canada.", ["leadership leader=CA mission=efp-latvia"], []),
    ("fr", "L'OTAN dispose d'un bataillon multinational en Lettonie. Le Canada en assure le commandement avec 800 soldats.", ["leadership leader=CA mission=efp-latvia", "contribution contributor=CA n=800"], []),
    ("fr", "La force de l'OTAN déployée au Kosovo compte 4 500 soldats.", ["strength mission=kfor n=4500"], []),
    ("fr", "Un bataillon danois stationné en Lettonie a été relevé.", [], ["contribution mission=kfor"]),
    # "s'il" is "si": what hangs on it is not so, or is weighed
    ("fr", "Le retrait allemand, s'il est confirmé, privera la MINUSMA de ses drones.", ["withdraw actor=DE planned"], ["withdraw actual"]),
    ("fr", "S'il quitte la MINUSMA, le Danemark retirera ses 20 soldats.", ["withdraw actor=DK conditional"], ["withdraw actual"]),
    ("fr", "Le Conseil de sécurité examinera en juillet s'il convient de prolonger la MINUSCA.", ["option options=extend mission=minusca by=un-security-council"], ["extend actual"]),
    ("fr", "Le Danemark s'est retiré de Takuba.", ["withdraw actor=DK mission=takuba actual"], []),
    # what hangs on what is asked for is nobody asked; a presence that may be cut to so many is not there yet
    ("fr", "La demande malienne de retrait de la MINUSMA a surpris New York.", ["demand actor=ML"], ["demand target=minusma"]),
    ("fr", "La France pourrait réduire sa présence au Tchad de 1 000 à 300 soldats.", ["reduce actor=FR possible"], ["presence n=300 actual"]),
    # a deed holds no view: whom it irritates does
    ("fr", "L'envoi par le Danemark de 100 soldats au sein de Takuba a irrité Bamako.", ["assessment grade=negative by=ML", "deploy actor=DK n=100"], ["assessment by=DK"]),
    ("fr", "Paris s'est dit irrité par l'expulsion de son ambassadeur.", ["assessment grade=negative by=FR"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_what_nouns_and_asides_tell(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

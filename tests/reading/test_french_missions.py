"""French prose on missions, case by case: who gives, leads and is there, how many, since and until when, and what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # behind a place and a comma, "des" opens the subject
    ("À Mopti, des soldats maliens ont tué trois civils.", ["attack actor=ML place=mopti killed=3"], []),
    ("À Gao, des centaines de manifestants ont conspué la France.", ["protest place=gao target=FR"], ["protest actor=FR"]),
    # a colon names the countries counted before it
    ("La MISCA réunit trois pays : le Burundi, le Gabon et le Cameroun.", ["contribution contributor=BI mission=misca", "contribution contributor=CM mission=misca"], ["consult"]),
    ("La MISAB a été créée par trois pays : le Mali, le Togo et le Tchad.", ["contribution contributor=ML mission=misab", "contribution contributor=TD mission=misab"], []),
    ("La Norvège et l'Islande figurent parmi les participants à l'opération Althea.", ["contribution contributor=IS mission=eufor-althea"], []),
    # who lends trucks and fuel takes no part
    ("Le Canada prête à l'AMISOM ses camions et son carburant.", ["support actor=CA target=amisom"], ["contribution"]),
    ("La France a fourni 200 soldats et dix camions à la MISCA.", ["contribution contributor=FR mission=misca n=200"], ["support"]),
    # off to one's own capital
    ("Une compagnie nigériane de la MINUSMA s'est envolée pour Lagos mardi.", ["withdraw actor=NG mission=minusma"], ["deploy", "contribution"]),
    ("Les derniers soldats danois de la FIAS sont partis pour Copenhague.", ["withdraw actor=DK mission=isaf"], ["deploy"]),
    # what is dead is nobody killed; three of them killed are given by nobody
    ("Le G5 Sahel est mort.", [], ["attack"]),
    ("Le Ghana a 870 hommes dans la FINUL. Trois d'entre eux ont été tués hier.", ["attack target=GH killed=3"], ["contribution n=3"]),
    # heads of parties head no mission; of no rank, at the head or in command
    ("Hassan Nasrallah, le chef du Hezbollah, a menacé la FINUL.", ["threaten target=unifil"], ["post"]),
    ("À la tête de la MANUA, le Japonais Tadamichi Yamamoto répète que les élections auront lieu.", ["post mission=unama person=tadamichi-yamamoto function=head-of-mission"], []),
    ("La MINUSMA est forte de 11 000 hommes, sous le commandement du Néerlandais Kees Matthijssen.", ["post mission=minusma function=force-commander"], []),
    # said then to be to come
    ("Le ministre a dit que les 200 soldats suédois de la MINUSMA seraient de retour en août.", ["withdraw actor=SE mission=minusma n=200 planned"], ["hearsay"]),
    ("L'Union africaine a tenté une médiation. Paris n'en a pas voulu.", ["reject actor=FR"], []),
    # where those who were counted come from; a minister with "M."
    ("La FINUL compte 10 000 soldats. Ils viennent du Ghana, du Népal et d'Italie.", ["contribution contributor=GH mission=unifil", "contribution contributor=IT"], ["contribution n=10000"]),
    ("Le commandant de la FINUL, M. Jean Petit, a condamné l'attaque.", ["post person=jean-petit mission=unifil"], []),
    # who makes a demand, in words that are its noun's own
    ("La contribution des Pays-Bas à la MINUSMA prend fin en mai 2022.", ["period contributor=NL mission=minusma until:2022-05"], []),
    # a colon counts those just told; who receives soldiers has them from who gives them
    ("La FINUL a reçu 200 soldats de la Finlande.", ["contribution contributor=FI mission=unifil n=200"], ["strength"]),
    # whose minister it is
    ("La ministre de la Défense, Ludivine Dedonder, est arrivée à Niamey mercredi.", [], ["post state=NE"]),
    ("Le ministre Didier Reynders s'est entretenu avec son homologue malien, Abdoulaye Diop.", ["post person=abdoulaye-diop state=ML"], ["post person=didier-reynders state=ML"]),
    # more are not all
    ("2 000 soldats de plus pour l'ONUCI", [], ["strength mission=unoci"]),
    # how many they are is so, whatever they must do
    ("La Minusma, forte de 13 000 hommes, doit avoir quitté le pays au 31 décembre.", ["strength mission=minusma n=13000"], ["strength required"]),
    # whose decision it is to give
    ("Le Conseil de sécurité salue la décision de la Suède de fournir 150 soldats à la MINUSMA.", ["contribution contributor=SE mission=minusma n=150"], ["strength"]),
    # a part of a mission is not all of it
    ("La Belgique reste dans EUTM Mali. Le détachement comptera quelque 175 militaires.", [], ["strength"]),
    # a name with a capital inside, and whose minister its bearer is
    ("Alexander De Croo, Premier ministre belge, a condamné l'attaque.", ["post person=alexander-de-croo state=BE function=head-of-government"], []),
    # ships are their country's, by the prefix before their names
    ("Le HMS Diamond a rejoint l'opération Prosperity Guardian.", ["contribution contributor=GB mission=prosperity-guardian"], []),
    # who gives soldiers does not tell how many there are
    ("Le Ghana participe à la FINUL avec 870 Casques bleus.", ["contribution contributor=GH n=870"], ["strength"]),
    ("Au 15 avril, la MINUSCA comptait 14 803 soldats.", ["strength mission=minusca n=14803 at:2021-04-15"], []),
    # parts of a whole: half of 400 are 200, whose share is told
    ("La moitié des 400 sapeurs de la MINUSCA viennent du Bangladesh.", ["contribution contributor=BD mission=minusca n=200"], ["n=400"]),
    ("La MINUSMA compte 1 700 policiers. La moitié d'entre eux viennent du Sénégal.", ["contribution contributor=SN mission=minusma n=850"], []),
    ("La FINUL compte 10 000 soldats. Parmi eux, 1 200 sont indonésiens et 900 indiens.", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IN n=900"], []),
    ("La part finlandaise de la KFOR s'élève à 70 soldats.", ["contribution contributor=FI mission=kfor n=70"], ["strength"]),
    ("Les plus gros contributeurs de la MINUSCA sont le Rwanda (2 100) et le Bangladesh (1 400).", ["contribution contributor=RW mission=minusca n=2100", "contribution contributor=BD n=1400"], []),
    # a mission deploys not itself, and imposes no embargo; a number that is authorised is no approval
    ("L'EUTM Mali mobilise un millier de militaires.", ["strength mission=eutm-mali n=1000"], ["deploy"]),
    ("L'effectif autorisé de la MINUSCA est porté à 14 400 militaires.", ["strength mission=minusca n=14400"], ["approve"]),
    ("Irini surveille le respect de l'embargo sur les armes.", [], ["sanction"]),
    # whom the lead goes to; who is only put under it
    ("Le commandement de la KFOR est passé de l'Italie à la Turquie.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    ("L'Italie a transmis le commandement de la KFOR à la Turquie.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    # offered, promised, set aside: to come
    ("L'offre kényane de 1 000 policiers pour Haïti a été saluée par Washington.", ["contribution contributor=KE place=HT n=1000 planned"], ["presence"]),
    ("La Grèce a réservé une frégate pour l'opération Aspides.", ["contribution contributor=GR mission=eunavfor-aspides planned"], []),
    # who is there
    ("Des parachutistes russes sont toujours au Haut-Karabakh.", ["presence actor=RU place=nagorno-karabakh"], []),
    ("L'Albanie est l'un des 14 pays du groupement tactique en Lettonie.", ["contribution contributor=AL mission=efp-latvia"], []),
    # an end that is put off; how many are left
    ("Le mandat de la MINUSS, qui devait prendre fin en mars, a été prolongé d'un an.", ["extend mission=unmiss"], ["end"]),
    ("Le mandat allemand en Irak expire fin janvier.", ["period contributor=DE place=IQ"], []),
    ("La MONUSCO sera ramenée à 8 000 hommes.", ["strength mission=monusco n=8000 planned"], ["reduce n=8000"]),
    ("Les Pays-Bas ramènent leur contribution à la MINUSMA à 100 soldats.", ["reduce actor=NL mission=minusma", "contribution contributor=NL n=100"], ["withdraw"]),
    # beside a mission of members only
    ("La SAMIM reste au Mozambique. Le Rwanda compte 2 500 soldats au Cabo Delgado.", ["presence actor=RW place=cabo-delgado n=2500"], ["contribution contributor=RW"]),
    # set up to advise: a mission's work, no demand
    ("L'EUAM Ukraine a été mise en place pour conseiller la police ukrainienne.", ["purpose mission=euam-ukraine"], ["demand"]),
    # what was so and is over
    ("La Norvège fournissait auparavant 30 soldats à la MINUSMA.", [], ["contribution"]),
    # the present tense with a day to come
    ("La MANUA passe à 300 hommes avant l'été.", ["strength mission=unama n=300 planned"], []),
    ("L'Italie prend en mars le commandement de la KFOR.", ["leadership leader=IT mission=kfor planned"], []),
    # a mission taken up by "laquelle" and "auquel"
    ("La FINUL, au sein de laquelle la France aligne 700 soldats, patrouille.", ["contribution contributor=FR mission=unifil n=700"], ["strength"]),
    ("La mission Takuba, au sein de laquelle servent 150 Suédois, compte 800 soldats.", ["contribution contributor=SE mission=takuba n=150", "strength mission=takuba n=800"], []),
    ("La MINUSMA, pour laquelle travaillent 400 Canadiens, quitte le Mali.", ["contribution contributor=CA mission=minusma n=400"], []),
    ("Le contingent de la MINUSMA auquel appartiennent les 900 soldats allemands quitte Gao.", ["contribution contributor=DE mission=minusma n=900"], []),
    # what is promised is not there yet; who works somewhere is there; a battle group is a battalion
    ("Rome a promis d'affecter 200 carabiniers à la mission de l'UE en Ukraine.", ["presence actor=IT place=UA n=200 planned"], []),
    ("Des instructeurs russes forment l'armée centrafricaine à Bangui.", ["presence actor=RU place=bangui-cf"], []),
    ("Le M23 administre désormais Rutshuru.", ["presence actor=m23 place=rutshuru"], []),
    ("La France commande le groupement tactique de l'OTAN en Roumanie. Le bataillon compte 1 200 soldats.", ["strength mission=flf-romania n=1200"], []),
    # what a mission is charged with, told before its name; what somebody says would be so
    ("Chargée de former l'armée malienne, la mission EUTM Mali compte 600 soldats.", ["purpose mission=eutm-mali", "strength mission=eutm-mali n=600"], []),
    ("Selon l'ONU, le M23 compterait 4 000 hommes à Goma.", ["presence actor=m23 place=goma n=4000 by=un hearsay"], ["presence possible"]),
    ("Des soldats rwandais ont été vus à Goma.", ["presence actor=RW place=goma"], []),
    # a battalion that is a mission, and what hangs on it
    ("La France dirige le bataillon de l'OTAN en Roumanie.", ["leadership leader=FR mission=flf-romania"], []),
    ("Six soldats luxembourgeois servent au sein du bataillon de l'OTAN en Lituanie, placé sous commandement allemand.", ["contribution contributor=LU mission=efp-lithuania n=6", "leadership leader=DE mission=efp-lithuania"], []),
    ("Le bataillon multinational de l'OTAN en Lettonie, dirigé par le Canada, compte 1 700 soldats.", ["strength mission=efp-latvia n=1700", "leadership leader=CA mission=efp-latvia"], ["presence"]),
    # since when, told by an adjective or a participle in front
    ("Présente au Liban depuis 1978, la FINUL compte 10 000 hommes.", ["period mission=unifil since:1978/..", "strength mission=unifil n=10000"], []),
    ("Opérationnelle depuis le 4 avril 2004, l'ONUCI a fermé ses portes.", ["period mission=unoci since:2004-04-04/..", "end mission=unoci"], ["end mission=unoci since:2004-04-04/.."]),
    ("Établie en mars 1964, l'UNFICYP réunit 800 militaires.", ["period mission=unficyp since:1964-03/..", "strength mission=unficyp n=800"], []),
    # what a mission is given to do, and what its task is behind a colon
    ("Le Conseil de sécurité a confié à la MINUSS la protection des civils.", ["purpose mission=unmiss"], []),
    ("Objectif de l'opération Aspides : protéger les navires marchands.", ["purpose mission=eunavfor-aspides"], []),
    ("La FINUL compte 10 000 hommes. Leur rôle : surveiller la cessation des hostilités.", ["purpose mission=unifil"], []),
    # until when a state stays, since when a mission is there, when it began or ends
    ("Trente Danois servent à la KFOR. Ils y demeureront jusqu'en juillet.", ["period contributor=DK mission=kfor planned until:../2022-07"], []),
    ("Le Danemark gardera 200 hommes au Mali jusqu'en décembre.", ["presence actor=DK place=ML n=200 planned until:../2022-12"], []),
    ("Établie en mars 1964, l'UNFICYP réunit quelque 800 militaires.", ["period mission=unficyp since:1964-03/.."], []),
    ("Réunis dimanche à Abuja, les ministres ont suspendu le Niger.", ["suspend target=NE at:2022-02-06"], []),
    ("L'EUTM Mali ne sera pas reconduite au-delà du 18 mai 2024.", ["period mission=eutm-mali until:../2024-05-18"], ["period not"]),
    ("Mardi 31 mai, l'EUTM Mali aura vécu.", ["period mission=eutm-mali"], []),
    ("Le Conseil a prorogé ce matin le mandat de l'UNFICYP.", ["extend mission=unficyp at:2022-02-07"], []),
    ("Le Conseil a décidé ce jour de prolonger l'EUTM Mali jusqu'au 18 mai 2024.", ["extend mission=eutm-mali at:2022-02-07"], ["decide"]),
    ("La France a quitté Gao le 15 déc. 2021.", ["withdraw actor=FR place=gao at:2021-12-15"], []),
    ("Le commandant de la Finul, le général Aldo Rossi, est en fonction depuis janvier.", ["post person=aldo-rossi mission=unifil since:2022-01/.."], []),
    # whom a relative clause behind a list takes up, by its verb
    ("Fidji et l'Irlande, qui fournit 200 soldats à la FINUL, ont condamné l'attaque.", ["contribution contributor=IE mission=unifil n=200"], ["contribution contributor=FJ"]),
    ("Fidji et l'Irlande, qui fournissent des soldats à la FINUL, l'ont condamnée.", ["contribution contributor=FJ mission=unifil"], []),
    # « à partir de » peut regarder devant soi ; une mission qui va sans dire ; un but quel qu'il soit
    ("À partir de juin, l'Allemagne dirige la mission de l'OTAN en Irak.", ["leadership leader=DE mission=nato-mission-iraq planned since:2022-06/.."], []),
    ("La KFOR est dirigée par l'Italie. L'Autriche et la Croatie participent aussi.", ["contribution contributor=AT mission=kfor", "contribution contributor=HR mission=kfor"], []),
    ("L'EUBAM Libya a pour objet d'élaborer un plan.", ["purpose mission=eubam-libya"], []),
    # an officer and his name behind a comma; who is at the head of a mission
    ("La MINUSS est placée sous les ordres d'un général indien, Mohan Subramanian.", ["post person=mohan-subramanian mission=unmiss"], []),
    ("La MONUSCO a à sa tête le général brésilien Ulisses Gomes.", ["post person=ulisses-gomes mission=monusco"], []),
    # states listed with their preposition; so many each
    ("La MONUSCO recevra une brigade composée de troupes du Bangladesh et de l'Inde.", ["contribution contributor=BD mission=monusco", "contribution contributor=IN mission=monusco"], []),
    ("L'Espagne enverra 50 instructeurs à l'EUTM Mali, l'Estonie et la Lettonie une dizaine chacune.", ["contribution contributor=EE n=10", "contribution contributor=LV n=10"], []),
    ("Le Sénégal et la Jordanie auront chacun des unités dans la MINUJUSTH.", ["contribution contributor=JO mission=minujusth planned"], []),
    # how many of all, and whose only some are
    ("L'EUFOR Althea compte 600 soldats, surtout autrichiens.", ["strength mission=eufor-althea n=600", "contribution contributor=AT"], ["contribution n=600"]),
    ("La MINUSCA a rendu au Tchad quatre de ses bases.", ["withdraw mission=minusca"], []),
    # taken home, but not brought down to a number
    ("Le Népal ramènera ses 300 hommes de la FNUOD en mai.", ["withdraw actor=NP mission=undof n=300 planned"], ["reduce"]),
    ("La Suède a ramené sa frégate de l'opération Aspides.", ["withdraw actor=SE mission=eunavfor-aspides"], ["reduce"]),
    # among whom, and who has some people there
    ("La MINUSCA compte 12 000 soldats, parmi lesquels 400 Portugais.", ["contribution contributor=PT mission=minusca n=400"], ["contribution n=12000"]),
    ("Le Népal, qui tient un bataillon de 900 hommes dans la FINUL, a salué l'accord.", ["contribution contributor=NP mission=unifil n=900"], []),
    ("Le Ghana n'a jamais été admis à la MINUSMA.", [], ["contribution"]),
    ("L'EUMM n'a jamais été admise en Abkhazie.", ["deny_access target=eumm-georgia place=abkhazia"], []),
    # de qui sont les gens d'une mission, qui y tient une unité
    ("La KFOR compte 4 500 soldats, des Italiens pour la plupart.", ["contribution contributor=IT mission=kfor"], []),
    ("La MINUSIL compte 8 000 hommes. Le Ghana, qui y tient un bataillon de 800 soldats, proteste.", ["contribution contributor=GH mission=unamsil n=800"], []),
    ("La KFOR est à Pristina. La Croatie en est depuis 2009.", ["contribution contributor=HR mission=kfor since:2009/.."], []),
    # combien de temps
    ("Le Conseil a donné à la MINUSS un mandat d'un an.", ["period mission=unmiss"], []),
    ("Le Conseil a prorogé d'un an le mandat de la MINUSS.", ["extend mission=unmiss"], ["period"]),
    ("Le Canada a 450 militaires au sein de la MINUEE. Ils resteront trois mois.", ["period contributor=CA mission=unmee planned"], []),
    # combien : un compte à côté du nom, ce qu'une mission compte ; qui la conduit
    ("Cette mission de 4 200 casques bleus, la MINUEE, surveille la trêve.", ["strength mission=unmee n=4200"], []),
    ("La Minujusth, treize cents policiers, la remplace.", ["strength mission=minujusth n=1300"], []),
    ("Conduit par les Britanniques, le bataillon de l'OTAN en Estonie veille.", ["leadership leader=GB mission=efp-estonia"], []),
    # le pays qui envoie, les pays qui sont plusieurs, à qui est une demande
    ("Le Danemark renforce Takuba au Mali. Le pays prévoit aussi d'envoyer un avion à la MINUSMA.", ["deploy actor=DK"], ["deploy actor=ML"]),
    ("Les pays engagés dans la force Takuba ont écrit aux autorités maliennes.", [], ["contribution contributor=ML"]),
    ("La demande du gouvernement du Mali a surpris le Danemark.", ["demand actor=ML"], ["demand target=ML"]),
    # who decides that others leave does not leave
    ("Le Conseil de sécurité a décidé d'engager le retrait des Casques bleus de la MONUSCO.", ["withdraw mission=monusco planned"], ["withdraw actor=un-security-council"]),
    ("La résolution renouvelle pour un an le mandat de la mission de maintien de la paix en RDC (MONUSCO).", ["extend mission=monusco"], ["purpose"]),
    ("Un bataillon ghanéen de 870 hommes veille pour la FINUL.", ["contribution contributor=GH mission=unifil n=870"], []),
    ("La MONUSCO compte 2 100 soldats, fournis pour l'essentiel par la Chine.", ["contribution contributor=CN mission=monusco"], []),
    ("Le retrait a été décidé par le Conseil de sécurité pour la FINUL.", ["decide actor=un-security-council mission=unifil"], ["withdraw actor=un-security-council"]),
    # so many in two missions together are no number of either
    ("L'Irlande a 500 soldats dans la FINUL et la FNUOD.", ["contribution contributor=IE mission=unifil", "contribution contributor=IE mission=undof"], ["contribution n=500"]),
    # a country that runs a mission of its own there, or has a base of its own, gives the other mission nobody
    ("La MINUSMA compte 13 000 soldats. La France a 2 400 soldats au Mali.", ["presence actor=FR place=ML n=2400"], ["contribution"]),
    ("L'UNFICYP compte 800 soldats. Londres a envoyé 1 500 soldats dans ses bases de Chypre lundi.", ["deploy actor=GB n=1500"], ["contribution"]),
    # a rumour that is untrue
    ("Les rumeurs d'un coup d'État à Bamako se sont révélées infondées.", [], ["coup place=bamako actual"]),
    # operations of states and coalitions by their own names
    ("La France déploie 600 militaires dans le cadre de l'opération Chammal.", ["contribution contributor=FR mission=chammal n=600"], []),
    ("Environ 300 soldats français participent à la mission Lynx en Estonie.", ["contribution contributor=FR mission=lynx place=EE n=300"], []),
    ("Le Canada a déployé 200 instructeurs au titre de l'opération UNIFIER.", ["contribution contributor=CA mission=unifier n=200"], []),
    ("Le Sénégal fournit 500 hommes à la Force multinationale à Beyrouth.", ["contribution contributor=SN mission=mnf-lebanon n=500"], []),
    ("La Belgique a envoyé 1 700 parachutistes dans l'opération Red Bean.", ["contribution contributor=BE mission=red-bean n=1700"], []),
    ("Un lynx et un aigle ont été vus près de l'épervier par 40 soldats.", [], ["contribution"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_prose_on_missions(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "fr", text, expected, forbidden)

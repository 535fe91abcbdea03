"""How French news is told, and what it shares with other news: events named side by side, letters to somebody, forces that grow, whose men they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # what is joined to an event told with where it is joins the event, not the place
    ("fr", "Le ministre français a annoncé l'envoi de 200 soldats en Roumanie et le retrait de ses troupes du Kosovo.", ["deploy actor=FR place=RO n=200 planned", "withdraw actor=FR place=XK planned"], []),
    ("fr", "L'Irlande a décidé le déploiement de 50 soldats au Kosovo et la fin de sa participation à la FINUL.", ["deploy actor=IE place=XK n=50 planned", "withdraw actor=IE mission=unifil planned"], []),
    ("en", "Ireland announced the deployment of 50 soldiers to Kosovo and the withdrawal of its 300 soldiers from Lebanon.", ["deploy actor=IE place=XK n=50", "withdraw actor=IE place=LB n=300 planned"], []),
    ("fr", "Paris a annoncé lundi soir le rappel de son ambassadeur à Niamey, Luc Hallade, et le départ des 1 500 militaires français.", ["recall actor=FR function=ambassador planned at:2022-02-07", "withdraw actor=FR n=1500 planned"], ["presence n=1500"]),
    ("en", "Paris announced the recall of its ambassador in Niamey and the departure of the 1,500 French soldiers.", ["recall actor=FR", "withdraw actor=FR n=1500 planned"], []),
    ("fr", "Paris a annoncé le rappel de l'ambassadeur et l'envoi de militaires.", [], ["withdraw"]),
    # by how many a force grows is not how many it has
    ("fr", "L'ATMIS doit réduire ses effectifs de 2 000 soldats d'ici au 30 juin.", ["reduce mission=atmis n=2000"], ["strength"]),
    ("fr", "Les effectifs de la MONUSCO ont été réduits de 2 000 hommes.", ["reduce mission=monusco n=2000"], ["strength"]),
    ("fr", "La FINUL maintient ses effectifs de 10 000 soldats.", ["strength mission=unifil n=10000"], []),
    ("fr", "Les effectifs de la FINUL passeront de 2 000 à 12 000 hommes.", ["strength mission=unifil n=12000 planned"], []),
    ("en", "ATMIS must cut its force by 2,000 soldiers by 30 June.", ["reduce mission=atmis n=2000"], ["strength"]),
    ("en", "KFOR's strength was raised by 700 soldiers.", [], ["strength"]),
    ("en", "KFOR's force of 4,500 soldiers was reinforced by Romania.", ["reinforce actor=RO mission=kfor", "strength mission=kfor n=4500"], ["n=4500 contribution", "reinforce n=4500"]),
    ("nl", "MINUSMA heeft haar sterkte met 500 militairen teruggebracht.", ["reduce mission=minusma n=500"], ["strength"]),
    ("fr", "Le Danemark a réduit à une centaine de soldats sa participation à la KFOR.", ["contribution contributor=DK mission=kfor n=100"], []),
    ("fr", "La France ramène à 100 soldats sa contribution à la MINUSMA.", ["contribution contributor=FR mission=minusma n=100"], []),
    ("fr", "La Bundeswehr quittera l'EUTM Mali en mai 2024. La France a fait rentrer cette semaine son ambassadeur et ses 1 500 soldats la suivront avant le 31 décembre, à la demande de la junte.", ["recall actor=FR"], []),
    # outside a mission is not in it
    ("fr", "L'Ouganda a 500 soldats en Somalie hors du cadre de l'ATMIS.", ["presence actor=UG place=SO n=500"], ["contribution"]),
    ("fr", "La France a 300 soldats au Liban en dehors de la FINUL.", ["presence actor=FR place=LB n=300"], ["contribution"]),
    ("en", "Ethiopia has 3,000 soldiers in Somalia outside ATMIS.", ["presence actor=ET place=SO n=3000"], ["contribution"]),
    ("nl", "Ethiopië heeft 3.000 militairen in Somalië buiten ATMIS.", ["presence actor=ET place=SO n=3000"], ["contribution"]),
    ("en", "There are 3,000 soldiers outside ATMIS in Somalia.", [], ["strength"]),
    ("en", "ATMIS protects civilians outside ATMIS bases. ATMIS trains the Somali army and protects civilians.", ["purpose mission=atmis"], []),
    ("fr", "L'ATMIS a pour mandat de protéger les civils en dehors de l'ATMIS. L'ATMIS protège les civils et forme l'armée.", ["purpose mission=atmis"], []),
    ("nl", "ATMIS telt 18.000 militairen buiten ATMIS. ATMIS beschermt burgers.", ["purpose mission=atmis"], []),
    ("en", "Uganda leads the force outside ATMIS. The mandate of the force outside ATMIS ends in May.", [], ["leadership", "period"]),
    ("en", "General Otieno leads 3,000 troops outside ATMIS.", [], ["post"]),
    ("fr", "Le général Diallo commande 900 soldats hors de la MINUSMA.", [], ["post"]),
    ("en", "Ghana's soldiers in UNIFIL are based outside Tyre.", ["contribution contributor=GH mission=unifil"], []),
    # who advises an army is none of it; whose the men are tells the sentence before
    ("fr", "Des soldats danois sont au Mali pour conseiller l'armée malienne.", ["presence actor=DK place=ML"], ["actor=ML"]),
    ("fr", "La Belgique prolonge sa participation à l'EUTM Mali. Une soixantaine de militaires resteront à Koulikoro, sous commandement allemand, pour conseiller l'armée malienne.", ["contribution contributor=BE mission=eutm-mali place=koulikoro n=60"], ["contributor=ML", "actor=ML", "contributor=DE"]),
    ("fr", "Le gouvernement danois a décidé de rester dans la KFOR. Trente soldats seront stationnés à Mitrovica.", ["contribution contributor=DK mission=kfor n=30"], []),
    ("fr", "La Belgique prolonge sa participation à l'EUTM Mali. Deux cents rebelles sont à Koulikoro.", [], ["n=200"]),
    ("fr", "La mission est dirigée par le conseiller du président.", [], ["purpose"]),
    # who stays in a mission takes part
    ("fr", "La Belgique reste dans l'EUTM Mali.", ["contribution contributor=BE mission=eutm-mali"], []),
    ("en", "Sweden remains in MINUSMA.", ["contribution contributor=SE mission=minusma"], []),
    ("nl", "Zweden blijft bij KFOR.", ["contribution contributor=SE mission=kfor"], []),
    ("en", "Sweden remains committed to MINUSMA.", [], ["contribution"]),
    ("fr", "La Belgique reste opposée à la FINUL.", [], ["contribution"]),
    ("fr", "La Suède ne restera pas dans la MINUSMA.", [], ["contribution actual", "contribution planned"]),
    # what is told of a place in passing is so, whatever is asked of it
    ("fr", "Le Tchad a demandé aux États-Unis de quitter la base d'Adji Kosseï, où une centaine de militaires américains sont stationnés.", ["demand actor=TD target=US", "presence actor=US n=100 actual"], ["presence required"]),
    ("en", "Chad asked the United States to leave the base at Adji Kossei, where about a hundred American soldiers are stationed.", ["presence actor=US n=100 actual"], ["presence required"]),
    # nationals of two words
    ("fr", "Treize soldats ont péri : neuf Sud-Africains, trois Malawites et un Uruguayen.", ["attack killed=13"], []),
    ("fr", "Les Sud-Coréens quittent la FINUL.", ["withdraw actor=KR mission=unifil"], []),
    ("fr", "Sept des Néo-Zélandais servaient au sein de la FINUL.", ["contribution contributor=NZ mission=unifil n=7"], []),
    # who commands a battalion, or one state's contingent, commands no mission
    ("fr", "Le contingent français de la FINUL est commandé par le colonel Éric Mouilleron.", ["post mission=unifil"], ["function=force-commander"]),
    ("fr", "Le contingent italien de la FINUL est commandé par le général Luca Rossi.", [], ["function=force-commander"]),
    ("fr", "La FINUL est commandée par le général Aroldo Lázaro.", ["post mission=unifil function=force-commander"], []),
    ("en", "UNIFIL's Irish battalion is led by Lieutenant Colonel Tom Byrne.", [], ["function=force-commander"]),
    ("nl", "Het Ierse bataljon van UNIFIL wordt geleid door kolonel Tom Byrne.", [], ["function=force-commander"]),
    ("nl", "UNDOF wordt geleid door generaal Tom Byrne.", ["post mission=undof function=force-commander"], []),
    # a letter to one is not written by him
    ("fr", "Dans une lettre au ministre, le chef de la MINUSMA, El-Ghassim Wane, demande des renforts.", ["post mission=minusma function=head-of-mission"], ["function=minister"]),
    ("fr", "Lors d'une réunion avec le président, le commandant de la FINUL, le général Aroldo Lázaro, a demandé la fin des hostilités.", ["post mission=unifil function=force-commander"], ["function=head-of-state"]),
    ("en", "In a letter to the minister, the head of MINUSMA, El-Ghassim Wane, asked for reinforcements.", ["post mission=minusma function=head-of-mission"], ["function=minister"]),
    ("fr", "Dans une lettre adressée au Conseil de sécurité, le ministre malien des Affaires étrangères, Abdoulaye Diop, demande le départ de la MINUSMA.", ["demand actor=ML+abdoulaye-diop mission=minusma"], []),
    ("fr", "Dans une lettre adressée au ministre des Armées, le chef d'état-major de l'armée malienne, le général Oumar Diarra, accuse la France.", ["accuse target=FR", "post person=oumar-diarra function=chief-of-defence state=ML"], ["function=defence-minister"]),
    # "des" before those who open a clause
    ("fr", "Le 11 mars, des talibans ont attaqué le camp de Kunduz.", ["attack actor=taliban place=kunduz"], []),
    ("fr", "Lundi, des shebab présumés ont attaqué un camp à Bardera.", ["attack actor=al-shabaab place=bardhere"], []),
    ("fr", "Lundi soir, des Maliens ont manifesté à Bamako.", ["protest actor=ML place=bamako"], []),
    ("fr", "La base des talibans a été bombardée.", ["attack target=taliban"], ["attack actor=taliban"]),
    # car bombs, and a force that is sent
    ("fr", "Le 11 mars, des shebab ont lancé un véhicule piégé contre un hôtel à Bardera. Cinq gardes ont été tués.", ["attack actor=al-shabaab place=bardhere killed=5"], []),
    ("fr", "Un kamikaze a lancé son véhicule contre un poste de l'ATMIS.", ["attack target=atmis"], []),
    ("en", "A suicide bomber drove a car bomb into the base in Gao.", ["attack place=gao"], []),
    ("fr", "L'armée a lancé un véhicule électrique.", [], ["attack"]),
    ("fr", "Le Sénégal a, lui, dépêché en mai une force d'intervention rapide de 200 hommes à Mopti.", ["deploy actor=SN place=mopti n=200"], []),
    ("fr", "L'OIF a dépêché à Niamey une mission de bons offices.", [], ["deploy"]),
    # the side of a state is the state
    ("fr", "Le Mali accuse la partie française d'espionnage.", ["accuse actor=ML target=FR"], []),
    ("en", "Mali accused the French side of violating its airspace.", ["accuse actor=ML target=FR"], []),
    ("nl", "Mali beschuldigde de Franse zijde van spionage.", ["accuse actor=ML target=FR"], []),
    ("fr", "Une partie du contingent français quittera le Tchad.", ["withdraw actor=FR place=TD"], []),
    # who accuses those who killed has killed nobody
    ("fr", "La France accuse le chef de la milice qui a tué deux Danois.", ["attack target=DK killed=2"], ["attack actor=FR"]),
    ("en", "France accuses the leader of the militia that killed two Danes.", ["attack target=DK killed=2"], ["attack actor=FR"]),
    ("fr", "Le Conseil de sécurité a condamné l'attaque à l'engin explosif qui a coûté la vie à trois Casques bleus bangladais.", ["attack target=BD killed=3"], ["attack target=un-security-council"]),
    ("en", "South Sudanese soldiers set up roadblocks that keep UNMISS from patrolling.", ["obstruct actor=SS target=unmiss"], []),
    # "il" is who was told of last
    ("fr", "L'ambassadeur, Luc Hallade, vivait reclus à Niamey. Le gouvernement nigérien s'est félicité de son départ. Samedi, il avait interdit l'espace aérien aux avions français.", ["deny_access actor=NE target=FR"], ["actor=luc-hallade deny_access"]),
    # "lequel" agrees with what it takes up; who is aboard, or joins, is not all of a mission
    ("fr", "Aspides a commencé lundi. Le Danemark soutient la coalition conduite par les États-Unis, à laquelle il prêtera une frégate.", [], ["contribution mission=eunavfor-aspides", "place=US"]),
    ("fr", "La MINUSMA, à laquelle le Sénégal fournit 1 300 soldats, quitte le Mali.", ["contribution contributor=SN mission=minusma n=1300"], []),
    ("fr", "La frégate Hessen, à bord de laquelle servent 240 marins, a rejoint Aspides.", [], ["strength n=240"]),
    ("fr", "Quatre compagnies, soit environ 500 militaires venus d'Autriche et de Bulgarie, ont rejoint l'EUFOR Althea.", ["contribution contributor=AT mission=eufor-althea"], ["strength"]),
    # who is flown out hurt, or alone, is no withdrawal
    ("fr", "Deux soldats danois blessés ont été évacués vers l'Allemagne.", [], ["withdraw"]),
    ("fr", "Un Casque bleu burundais a été évacué vers Bangui.", [], ["withdraw"]),
    ("en", "Two wounded Danish soldiers were evacuated to Germany.", [], ["withdraw"]),
    ("nl", "Twee gewonde Deense militairen zijn geëvacueerd naar Duitsland.", [], ["withdraw"]),
    ("fr", "Le contingent danois a été évacué du Mali.", ["withdraw actor=DK place=ML"], []),
    # what stands between a verb and its words parts nothing
    ("fr", "La Belgique met aussi fin à son engagement au sein de l'EUTM Mali.", ["withdraw actor=BE mission=eutm-mali"], ["end"]),
    ("fr", "La Suède prendra également part à la KFOR.", ["contribution contributor=SE mission=kfor planned"], []),
    ("fr", "Le Danemark fait toujours partie de la KFOR.", ["contribution contributor=DK mission=kfor"], []),
    # a step is no denial
    ("fr", "La Russie s'est félicitée d'un premier pas vers la paix.", ["assessment grade=positive by=RU"], []),
    # what was weighed once is over
    ("fr", "La France avait envisagé de retirer ses soldats du Niger.", [], ["option", "withdraw"]),
    ("en", "France had considered withdrawing its troops from Niger.", [], ["option", "withdraw"]),
    ("nl", "Frankrijk had overwogen zijn militairen terug te trekken uit Niger.", [], ["option", "withdraw"]),
    ("fr", "La France envisage de retirer ses soldats du Niger.", ["option options=withdraw by=FR"], []),
    # what somebody is protected from has not happened
    ("fr", "L'opération Aspides est destinée à protéger la navigation contre les attaques des Houthis.", ["purpose mission=eunavfor-aspides"], ["attack"]),
    ("en", "Aspides is meant to protect shipping against Houthi attacks.", ["purpose mission=eunavfor-aspides"], ["attack"]),
    ("nl", "Aspides moet de scheepvaart beschermen tegen aanvallen van de Houthi's.", ["purpose mission=eunavfor-aspides"], ["attack"]),
    ("fr", "Le convoi a échappé à une attaque du JNIM à Gao.", ["attack actor=jnim place=gao"], []),
    # whoever those are who did it, it is not the one who speaks of them
    ("fr", "L'UE sanctionnera ceux qui soutiennent Wagner.", ["sanction actor=eu planned"], ["support"]),
    ("en", "The EU will sanction those who support Wagner.", ["sanction actor=eu planned"], ["support", "sanction target=wagner"]),
    ("nl", "De EU straft degenen die Wagner steunen.", [], ["support actor=eu"]),
    ("en", "MINUSMA is looking for those who attacked the camp in Kidal.", ["attack place=kidal"], ["attack target=minusma"]),
    # a name goes on with a capital
    ("fr", "Le Premier ministre somalien, Hamza Abdi Barre, estime que la mission est terminée.", ["post person=hamza-abdi-barre state=SO function=head-of-government"], []),
    # what is sent, and beside whom
    ("fr", "Six F-16 belges seront envoyés en Jordanie en juillet, aux côtés des Néerlandais.", ["deploy actor=BE place=JO planned"], ["actor=NL"]),
    ("fr", "Une lettre a été envoyée à la MINUSMA.", [], ["deploy"]),
    # who studies a request asks for nothing
    ("fr", "Washington dit étudier la demande.", [], ["demand"]),
    ("fr", "Paris a annoncé examiner la demande de la MINUSMA.", ["demand actor=minusma"], ["demand actor=FR"]),
    # whom something worries
    ("fr", "Le retrait de la MINUSMA préoccupe l'ONU.", ["assessment grade=worrying by=un"], ["by=minusma"]),
    ("fr", "L'arrivée de Wagner inquiète les partenaires européens du Mali.", [], ["by=wagner", "by=ML"]),
    ("en", "The arrival of Wagner worries France.", ["assessment grade=worrying by=FR"], ["by=wagner"]),
    ("fr", "Le rapport de l'ONU juge la situation préoccupante.", ["assessment grade=worrying by=un"], []),
    # what nobody says is open, and done by nobody
    ("fr", "Le ministre est parti sans révéler où le Canada enverra les 600 militaires promis.", ["question"], ["deploy"]),
    ("fr", "Le ministre est rentré sans dire quand la Suède retirera ses soldats du Mali.", ["question"], ["withdraw"]),
    ("fr", "Le ministre n'a pas dit où la Suède enverra ses soldats.", ["question"], ["deploy"]),
    ("en", "The minister left without saying when Sweden will withdraw its soldiers from Mali.", ["question"], ["withdraw"]),
    ("fr", "La Suède a retiré ses soldats de Gao, où elle avait un camp.", ["withdraw actor=SE place=gao"], ["question"]),
    # who falls back withdraws, and is there no longer
    ("fr", "Les forces rwandaises se sont repliées de Goma.", ["withdraw actor=RW place=goma"], ["presence"]),
    ("fr", "La France replie ses troupes de Gao.", ["withdraw actor=FR place=gao"], []),
    ("fr", "Le pays se replie sur lui-même.", [], ["withdraw"]),
    # a mission long over is not the one a report speaks of
    ("fr", "Les Néerlandais, qui y fournissent 315 hommes, cherchent un remplaçant. Le général Roméo Dallaire, qui commandait la MINUAR au Rwanda en 1994, les comprend.", ["post mission=unamir person=romeo-dallaire"], ["contribution mission=unamir"]),
    # whose verb goes unsaid has promised no more than the one before
    ("fr", "Le Bénin a offert 2 000 soldats à la MINUSMA, la Jamaïque et les Bahamas des contingents plus modestes.", ["contribution contributor=BJ mission=minusma n=2000 planned", "contribution contributor=JM planned"], ["contribution contributor=JM actual"]),
    # when what is promised is to be
    ("fr", "La Suède a promis de retirer ses soldats du Mali avant juin.", ["withdraw actor=SE planned before:../2022-06"], []),
    ("fr", "La Suède a retiré ses soldats du Mali avant juin.", ["withdraw actor=SE before:../2021-06"], []),
    # half of whom
    ("fr", "Takuba compte aujourd'hui 600 hommes, dont la moitié sont français.", ["contribution contributor=FR mission=takuba n=300"], []),
    ("fr", "Le camp abrite 600 soldats, dont la moitié sont blessés.", [], ["contribution"]),
    # before whose embassy it is says where in no land, and against whom
    ("fr", "Un kamikaze s'est fait exploser lundi devant l'ambassade de Russie, tuant deux employés.", ["attack killed=2"], ["place=RU"]),
    ("fr", "Des manifestants se sont rassemblés devant l'ambassade de France à Niamey.", ["protest place=niamey target=FR"], []),
    ("fr", "Des centaines de Maliens ont manifesté devant le siège de la MINUSMA.", ["protest actor=ML target=minusma"], []),
    # for want of, and nobody's fault
    ("fr", "Le Conseil prend acte du départ des Casques bleus de la MINUSMA, faute de moyens.", [], ["assessment grade=negative"]),
    ("fr", "Paris a rejeté la faute sur Bamako.", [], ["assessment grade=negative"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:70] for case in CASES])
def test_news_says_what_it_means(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

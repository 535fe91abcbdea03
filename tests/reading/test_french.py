"""French prose, case by case: what a sentence says has happened, is asked or judged, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # the mission there is not the one spoken of
    ("La MINUSCA reste. La mission au Mozambique sera prolongée.", ["extend mission=? place=MZ"], ["extend mission=minusca"]),
    # who asks whether, why or how many asks for nothing, and states nothing
    ("L'opposition a demandé si l'Allemagne avait retiré ses troupes du Niger.", [], ["demand", "withdraw"]),
    # what is renewed
    ("Le Conseil renouvelle son appui à la MONUSCO.", ["support target=monusco"], ["extend"]),
    # reminded of, not recalled
    ("Le ministre a rappelé que la France avait retiré ses soldats du Niger.", ["withdraw actor=FR place=NE"], ["recall"]),
    # in general
    ("Prendre pour cible des Casques bleus peut constituer un crime de guerre.", [], ["attack"]),
    ("Quiconque attaque la FINUL s'expose à des sanctions.", [], ["attack", "sanction"]),
    # what is demanded has not happened
    ("Le Tchad a insisté pour que les troupes françaises soient retirées au plus vite.", ["demand actor=TD"], ["demand target=TD"]),
    ("La Suède s'attend à ce que la Turquie approuve son adhésion.", ["approve actor=TR possible"], ["approve actor=SE"]),
    ("Les appels au retrait de la MONUSCO se sont multipliés.", ["withdraw mission=monusco required"], []),
    ("Les craintes d'un coup d'État en Guinée grandissent.", [], ["coup"]),
    ("Un accord sur le retrait des forces françaises a été conclu entre Paris et N'Djamena.", ["agree actor=FR partner=TD", "withdraw actor=FR planned"], []),
    ("La MONUSCO reste à Goma. Le Congo a demandé son départ.", ["withdraw mission=monusco required"], []),
    # who is told to come home sends nobody, and an envoy given hours to go is expelled
    ("Tokyo a demandé à ses ressortissants de quitter le Niger.", ["demand actor=JP"], ["withdraw"]),
    # what is refused, vetoed or turned down
    ("Niamey a rejeté l'offre de l'UE de prolonger la mission.", ["reject actor=NE", "extend actor=eu not"], ["extend actor=NE"]),
    ("La demande de Belgrade a été rejetée.", ["demand actor=RS"], ["demand not"]),
    # nobody knows
    ("On ignore si les bases resteront ouvertes.", ["question"], []),
    # who judges, and what is at stake for whom
    ("L'Allemagne trouve le retard inacceptable. Elle juge aussi les nouvelles conditions dangereuses.", ["assessment grade=negative by=DE"], []),
    ("Pour l'UE, la stabilité au Sahel reste d'une grande importance.", ["interest place=sahel grade=important by=eu"], []),
    ("La stabilité en Libye est dans l'intérêt de l'Italie.", ["interest place=LY by=IT"], ["interest place=IT"]),
    ("Un vide pourrait faire le jeu des djihadistes.", ["risk effect=terrorism"], []),
    ("La décision de retirer la frégate a été prise par le gouvernement danois.", ["withdraw actor=DK planned"], []),
    # who aims and who is aimed at
    ("Le M23 a pris pour cible un convoi de la MONUSCO.", ["attack actor=m23 target=monusco"], ["attack target=m23"]),
    ("Un convoi de la MONUSCO a été pris pour cible par le M23.", ["attack actor=m23 target=monusco"], ["attack target=m23"]),
    ("Un blindé de la MINUSCA a été touché par des tirs du M23.", ["attack actor=m23 target=minusca"], ["attack target=m23"]),
    # from one day to another
    ("La FINUL a été attaquée entre mars et juin 2021.", ["attack target=unifil at:2021-03-01/2021-06-30"], []),
    # words that are taken back
    ("La France a retiré sa plainte contre le Mali.", [], ["withdraw"]),
    # numbers that count no people
    ("L'Allemagne enverra deux compagnies en Lituanie.", ["deploy actor=DE place=LT"], ["n=2"]),
    # the day of a letter is not when what it tells happened
    ("La MINUSMA a été attaquée (voir la lettre du 12 mars 2015).", ["attack target=minusma"], ["at:2015-03-12"]),
    # dozens counted
    ("Deux douzaines de soldats irlandais ont été blessés au Mali.", ["attack target=IE injured=24"], []),
    # who says to have done it did it; who says to be ready is told nothing
    ("L'armée tchadienne dit avoir tué 40 combattants de Boko Haram.", ["attack actor=TD killed=40"], ["attack actor=boko-haram"]),
    ("Le Bénin s'est dit prêt à envoyer 2 000 soldats en Haïti.", ["deploy actor=BJ place=HT n=2000 planned"], ["deploy required"]),
    # the day of what went before is not that of what followed
    ("Le Niger a expulsé l'ambassadeur de France après le coup d'État du 26 juillet.", ["expel actor=NE target=FR"], ["expel at:2021-07-26", "coup actor=NE"]),
    # a meeting about a coup carries out none
    ("Après la réunion qu'il avait consacrée au coup d'État du 26 juillet, le Conseil de sécurité a condamné la junte.", [], ["coup actor=un-security-council"]),
    ("Le Conseil de sécurité exprime sa vive préoccupation face aux attaques contre les civils.", [], ["attack actor=un-security-council"]),
    # where an attack is claimed is not where it was
    ("L'attentat a été revendiqué à Kaboul par les talibans.", ["attack actor=taliban"], ["attack place=kabul-af"]),
    # what would have been was not
    ("La Suède aurait retiré ses soldats si Bamako l'avait demandé.", [], ["withdraw", "demand hearsay"]),
    ("Le Danemark n'aurait pas envoyé ses forces spéciales sans l'accord de Bamako.", [], ["deploy"]),
    ("Le Danemark aurait envoyé ses forces spéciales au Niger.", ["deploy actor=DK hearsay"], []),
    # what is told beside a demand or a denial is so
    ("Le Conseil exige que les parties respectent les forces françaises qui appuient la MINUSCA.", ["support actor=FR mission=minusca"], ["support required"]),
    # does not think of ending it
    ("Le gouvernement belge n'envisage pas de mettre fin à sa participation à la MINUSMA.", ["withdraw actor=BE mission=minusma planned not"], []),
    # adopted this morning
    ("La résolution, adoptée lundi par le Conseil de sécurité, proroge le mandat de la MINUSCA.", ["approve actor=un-security-council at:2022-02-07", "extend mission=minusca"], ["extend at:2022-02-07"]),
    # who is meant: two countries, a plan's owner, who is made to do something, who goes on after "which"
    ("La crise a contraint la France à retirer ses troupes du Niger.", ["withdraw actor=FR place=NE"], ["withdraw required"]),
    # the Union is the one whose organ spoke
    ("Le Conseil de l'Union européenne a adopté des conclusions. L'Union soutient l'opération Althea.", ["support actor=eu mission=eufor-althea"], ["support actor=council-of-the-eu"]),
    # and did it: no longer what was chosen
    ("La France a choisi d'agir et y a envoyé 1 600 soldats.", ["deploy actor=FR n=1600"], ["deploy planned"]),
    ("Niamey accepte de garder une base, et 250 soldats appuieront l'armée nigérienne.", [], ["support actor=NE"]),
    # a year in brackets is the resolution's
    ("Par sa résolution 2359 (2017), adoptée lundi, le Conseil de sécurité a approuvé le déploiement.", [], ["approve at:2017"]),
    # a day to which an end is put off
    ("Le Conseil de sécurité a repoussé au 19 septembre 2025 l'échéance du mandat de la MINUSCA.", ["extend actor=un-security-council mission=minusca", "period mission=minusca until:2025-09-19"], ["postpone"]),
    ("Le Conseil proroge le mandat de la MINUSMA et prie le Secrétaire général de lui faire rapport.", ["extend actor=un-security-council mission=minusma"], ["demand target=minusma"]),
    ("Les membres du Conseil de sécurité ont, tous sans exception, renouvelé lundi le mandat de la MINUSCA.", ["extend actor=un-security-council mission=minusca"], []),
    # who decides that it is done does it
    ("Le Conseil de paix et de sécurité de l'UA décide que le Niger est suspendu de ses activités.", ["suspend actor=au-psc target=NE"], []),
    # would like to
    ("La Norvège aimerait maintenir ses forces spéciales à Niamey.", ["presence actor=NO place=niamey planned"], []),
    ("L'Union européenne l'a déployée au Tchad.", ["deploy actor=eu place=TD"], ["presence"]),
    ("La Norvège a des alliés sans lesquels elle n'aurait pas retiré ses troupes du Niger.", [], ["withdraw hearsay"]),
    # a mission drives rebels out, but expels nobody; what is deployed deploys nothing
    ("Serval a été lancée pour chasser les islamistes armés du nord du Mali.", [], ["expel"]),
    ("Comme l'EUFOR Tchad/RCA était prête, l'Europe l'a déployée le 28 janvier 2008.", ["deploy mission=eufor-tchad-rca"], ["deploy actor=eufor-tchad-rca"]),
    # nobody helps himself, nor asks it of himself
    ("Afin d'épauler l'armée congolaise, des soldats sont restés à Goma.", [], ["support actor=CD target=CD"]),
    ("La Belgique souhaitait que la Belgique continue de former l'armée malienne.", [], ["demand actor=BE target=BE"]),
    # when the wounded were brought home is not when they were hit
    ("Près de 200 blessés avaient été rapatriés en février.", [], ["attack at:2021-02"]),
    ("Le départ des soldats sud-africains de Goma fait suite à des pourparlers avec le M23.", ["withdraw actor=ZA"], ["withdraw partner=m23"]),
    # its own minister does not deny what is contested
    ("Le ministre ne voudrait pas que l'action de la France, saluée partout, soit contestée dans son pays.", [], ["deny"]),
    # without anyone's consent nobody consented
    ("La Suède a retiré ses soldats sans l'accord de Bamako.", ["withdraw actor=SE", "agree actor=ML not"], ["withdraw place=bamako"]),
    ("La Norvège aurait retiré ses troupes du Niger sans explication.", ["withdraw actor=NO place=NE hearsay"], []),
    # a surname alone, where a sentence begins
    ("Le président kényan William Ruto s'est rendu à Port-au-Prince. Ruto a condamné l'attaque.", ["condemn actor=william-ruto"], []),
    # the land spoken of is not one that was only named; the junta is that of a land with missions
    ("Le pays a été frappé par un attentat. La France condamne l'attaque.", ["condemn actor=FR"], ["condemn place=FR", "attack place=FR"]),
    ("La junte accuse la France d'armer des terroristes.", ["accuse target=FR"], ["accuse actor=FR"]),
    ("La police a arrêté trois Français.", ["detain n=3"], ["detain actor=FR"]),
    ("La police a arrêté trois Français à Niamey.", ["detain actor=NE target=FR n=3"], []),
    ("La Suède aide le Tchad. Trente soldats y sont morts.", [], ["attack place=SE"]),
    ("Le Portugal reste engagé. Le pays enverra 30 soldats à la MINUSCA.", ["contribution contributor=PT n=30"], ["contribution contributor=CF"]),
    # whom a pronoun takes up: a state too, by its gender
    ("La Suède a quitté le Mali. Elle enverra 30 soldats à la MINUSCA.", ["contribution contributor=SE mission=minusca n=30 planned"], []),
    ("Le Niger a rompu l'accord avec la France. Elle a retiré ses soldats.", ["withdraw actor=FR"], ["withdraw actor=NE"]),
    ("Le Niger a rompu l'accord avec la France. Il a expulsé l'ambassadeur allemand.", ["expel actor=NE target=DE"], []),
    ("Le Niger a rompu l'accord avec les États-Unis. Ces derniers ont accepté de rapatrier leurs soldats.", ["withdraw actor=US planned"], ["withdraw actor=NE"]),
    ("Le M23 a attaqué Goma. Le groupe a nié toute implication.", ["deny actor=m23"], []),
    ("La délégation du Royaume-Uni, dont le pays fournit 250 Casques bleus à l'UNFICYP, a salué le vote.", ["contribution contributor=GB mission=unficyp n=250"], ["contribution contributor=CY"]),
    ("Kinshasa veut partir. La MONUSCO doit encore quitter l'Ituri. Elle doit se retirer de Bunia.", ["withdraw mission=monusco place=bunia required"], []),
    # from where a noun tells that somebody leaves, and whose death it tells
    ("La Norvège a annoncé son retrait de la MINUSMA.", ["withdraw actor=NO mission=minusma planned"], []),
    ("Le départ des troupes allemandes du Niger a commencé.", ["withdraw actor=DE place=NE"], []),
    ("Le dernier soldat danois a quitté Bamako.", ["withdraw actor=DK place=bamako"], []),
    ("L'OTAN condamne la mort d'un Géorgien, abattu près de Gori.", ["attack target=GE killed=1"], ["attack target=nato"]),
    ("Le Conseil de sécurité déplore la mort de trois Casques bleus tchadiens à Kidal.", ["attack target=TD killed=3 place=kidal"], []),
    ("Une frappe a fait cinq morts parmi les Casques bleus sénégalais.", ["attack target=SN killed=5"], []),
    ("Un Danois a été tué à Gossi.", ["attack target=DK killed=1 place=gossi"], []),
    # what something is held for; what closes a letter; what is yet to come
    ("La Belgique tient l'expulsion de son ambassadeur pour inacceptable.", ["assessment grade=unacceptable by=BE"], ["expel actor=BE"]),
    ("Je vous prie d'agréer, Madame la Présidente, l'assurance de ma haute considération.", [], ["demand", "approve"]),
    ("L'arrivée prochaine de 120 soldats égyptiens au sein de l'AUSSOM a été annoncée.", ["deploy actor=EG mission=aussom n=120 planned"], []),
    ("La députée souhaite savoir si la Norvège compte étoffer son contingent au sein de la KFOR.", [], ["reinforce"]),
    ("Empêcher la résurgence de Daech reste la raison d'être de la coalition.", [], ["obstruct"]),
    # who was struck did not do it; whose attack is claimed behind a comma; the attack of a town
    ("Une patrouille de la MINUSCA est tombée dans une embuscade, tuant un soldat rwandais.", ["attack mission=minusca killed=1"], ["attack actor=minusca"]),
    ("L'attentat, revendiqué par le GSIM, a coûté la vie à dix soldats.", ["attack actor=jnim killed=10"], []),
    ("L'Union africaine a condamné l'attentat de Mogadiscio.", ["attack place=mogadishu-so"], ["attack actor=SO"]),
    ("Une patrouille mongole de la MINUSS a été refoulée dimanche.", ["deny_access target=MN+unmiss"], ["deny_access actor=MN"]),
    ("Dix-sept soldats nigériens sont morts dans une embuscade tendue par des djihadistes.", ["attack target=NE killed=17"], ["assessment"]),
    ("Accusé de soutenir le M23, le Rwanda dément.", ["accuse target=RW", "deny actor=RW"], []),
    # who was made to leave has left; who has time to leave was told to
    ("Les soldats danois ont été contraints de quitter le Burkina Faso.", ["withdraw actor=DK place=BF"], ["withdraw planned"]),
    ("L'ambassadeur de France a 48 heures pour quitter le Niger.", ["expel target=FR function=ambassador"], ["withdraw"]),
    ("Des soldats ivoiriens ont été arrêtés à l'aéroport de Bamako.", ["detain actor=ML place=bamako target=CI"], []),
    # whom an agreement that is ended was with
    ("Le Tchad a dénoncé l'accord de défense qui le liait à la France.", ["end actor=TD target=FR"], []),
    ("La junte a rompu l'accord militaire qui la liait aux États-Unis.", ["end target=US"], ["end actor=US"]),
    # in whose view, and who leads
    ("Pour Paris, le déploiement de Wagner est inacceptable.", ["assessment grade=unacceptable by=FR"], []),
    ("L'attaque constitue un crime de guerre, a rappelé la MINUSCA.", ["assessment grade=unlawful by=minusca"], []),
    ("Placée sous la direction du Portugal, l'EUTM RCA a repris ses cours.", ["leadership leader=PT mission=eutm-rca"], []),
    ("Un groupe de policiers kényans a atterri mardi à Port-au-Prince.", ["deploy actor=KE place=port-au-prince-ht"], []),
    # spellings of a town; lists that say the noun once
    ("Trois Casques bleus ont été tués à Béni.", ["attack place=beni killed=3"], []),
    ("Ndjamena a sommé Paris de partir.", ["demand actor=TD target=FR"], []),
    ("Le M23 a attaqué El Fasher et Menaka.", ["attack actor=m23 place=el-fasher+menaka"], []),
    ("À la KFOR, l'Italie aligne 800 militaires, la Turquie 400 et la Grèce une centaine.", ["contribution contributor=IT n=800", "contribution contributor=TR mission=kfor n=400", "contribution contributor=GR n=100"], []),
    ("Sur les 10 000 soldats de la FINUL, 1 200 sont indonésiens.", ["contribution contributor=ID mission=unifil n=1200"], ["contribution n=10000"]),
    ("Le Népal a porté à 1 000 hommes sa contribution à la MINUSS.", ["contribution contributor=NP mission=unmiss n=1000"], []),
    # in whose hands a town is, or falls; who was seen where
    ("La ville de Ménaka est aux mains de l'État islamique.", ["presence actor=is place=menaka"], []),
    ("Goma est tombée aux mains du M23.", ["attack actor=m23 place=goma"], []),
    ("Les FSR se sont emparées de Wad Madani.", ["attack actor=rsf-sudan place=wad-madani"], []),
    ("Des mercenaires de Wagner ont été aperçus à Tombouctou.", ["presence actor=wagner place=timbuktu"], []),
    # when a withdrawal was completed; under whose command a mission is
    ("Le départ du bataillon éthiopien s'est achevé en mars 2021.", ["withdraw actor=ET at:2021-03"], []),
    ("Le Conseil prend note du retrait des troupes burundaises, achevé en décembre 2021.", ["withdraw actor=BI at:2021-12"], []),
    ("L'EUTM RCA a repris ses cours. La mission sous commandement portugais compte 80 formateurs.", ["leadership leader=PT mission=eutm-rca"], []),
    ("L'EUTM RCA, sous commandement portugais, a repris ses cours.", ["leadership leader=PT mission=eutm-rca"], ["resume actor=PT"]),
    ("Le retrait de la MONUSCO, voulu par Kinshasa, a commencé.", ["withdraw mission=monusco"], []),
    ("La ministre des Armées s'est rendue au Mali.", ["visit place=ML"], ["visit actor=ML"]),
    # at whose request
    ("À la demande malienne, le Danemark a retiré ses soldats de Takuba.", ["withdraw actor=DK instigator=ML mission=takuba"], ["demand"]),
    ("À sa demande, l'Irak a reçu des formateurs de l'OTAN.", [], ["demand"]),
    # what a mission is there for, and who came where
    ("La mission Irini est vouée à la surveillance de l'embargo maritime.", ["purpose mission=eunavfor-irini"], []),
    ("Le groupement tactique de l'OTAN en Estonie est là pour dissuader Moscou.", ["purpose mission=efp-estonia"], []),
    ("L'ambassadeur du Japon est venu à Bentiu vendredi.", ["visit actor=JP place=bentiu"], []),
    ("Le ministre belge de la Défense se rendra en Roumanie le 2 juin.", ["visit actor=BE target=RO planned"], ["visit place=?"]),
    ("La Turquie enverra un bataillon de commandos au Kosovo.", ["deploy actor=TR place=XK planned"], []),
    # wanted, asked for: not given, and no strength yet
    ("Bruxelles demande à Varsovie 200 soldats pour l'EUTM Mali.", ["demand actor=eu"], ["contribution"]),
    # a departure that is only weighed
    ("Le départ de Barkhane risque d'enhardir les djihadistes.", ["risk effect=terrorism"], ["withdraw"]),
    ("Le retrait de la MINUSMA menace de déstabiliser le Mali.", ["risk effect=instability"], ["threaten", "withdraw"]),
    ("Le retrait de la MINUSMA, qui a commencé en mai, risque de créer un vide.", ["withdraw mission=minusma"], ["possible"]),
    # called by the name of its capital; told to leave a land
    ("L'Allemagne a dit à ses ressortissants de quitter le Mali.", [], ["demand target=ML", "withdraw"]),
    # who threatens; "ne part pas"
    ("Si Barkhane ne part pas, a menacé le gouvernement malien, elle sera expulsée.", ["threaten actor=ML"], ["threaten mission=barkhane", "withdraw"]),
    ("Les soldats danois ne partent pas du Mali.", ["withdraw actor=DK place=ML not"], []),
    # "non" before what something is not denies nothing
    ("Des hommes armés non identifiés ont attaqué la MINUSMA à Gao.", ["attack mission=minusma place=gao"], ["attack mission=minusma not"]),
    ("La MONUSCO a retiré de Goma son personnel non essentiel.", ["withdraw mission=monusco place=goma"], ["withdraw mission=monusco not", "assessment"]),
    # who is blamed did it, says who blames
    ("L'armée malienne attribue l'attentat au JNIM.", ["attack actor=jnim by=ML", "accuse actor=ML target=jnim"], ["attack target=jnim"]),
    # nobody is asked by being to be freed; a mission that is reinforced reinforces nobody
    ("La CEDEAO réclame la libération des 46 soldats ivoiriens.", ["demand actor=ecowas"], ["demand target=CI", "release"]),
    ("Le Conseil de sécurité autorise le renforcement de la MONUSCO.", ["reinforce mission=monusco planned"], ["reinforce actor=monusco"]),
    # what is studied, rejected or deplored in a noun of several words
    ("La Suisse étudiait une réduction de son contingent au Kosovo.", ["reduce actor=CH place=XK possible"], []),
    ("Le Tchad a dénoncé la réduction des effectifs de la MINURCAT.", ["reduce mission=minurcat"], ["reduce actor=TD"]),
    # whoever "they" are, they are not the land they left
    ("Ils ont quitté le Mali en août.", [], ["withdraw actor=ML"]),
    ("L'Allemagne fournit en juin 300 soldats à la FINUL.", ["contribution contributor=DE mission=unifil n=300 planned at:2022-06"], []),
    # soldiers who fly to a land go there
    ("Cent quarante soldats français partiront le 3 octobre pour le Liban.", ["deploy actor=FR place=LB n=140 planned"], ["withdraw", "visit"]),
    ("La France a entamé le 10 octobre son repli de Niamey.", ["withdraw actor=FR place=niamey"], []),
    ("La Suède rappelle ses soldats du Mali.", ["withdraw actor=SE place=ML"], []),
    # who gets troops is not who sends them
    ("La MINUSCA a reçu le renfort de 300 soldats rwandais.", ["reinforce actor=RW mission=minusca"], ["reinforce actor=minusca"]),
    # one mission after another; a town that is taken
    ("La MINUSCA a pris le relais de la MISCA le 15 septembre 2014.", ["period mission=minusca since:2014-09-15/.."], []),
    ("L'armée malienne a repris Kidal.", ["attack actor=ML place=kidal"], []),
    ("Des échanges de tirs opposent le M23 à l'armée congolaise à Sake.", ["clash actor=m23 place=sake target=CD"], []),
    ("La Chine s'est opposée à la résolution.", ["reject actor=CN"], []),
    ("La KFOR réunit 4 500 soldats, dont 300 Hongrois.", ["strength mission=kfor n=4500"], ["consult"]),
    # nothing shows it: it is not told; made up: it is denied
    ("Aucun signe que la Suède quitte la MINUSMA.", [], ["withdraw"]),
    ("Rien n'indique que le Tchad retire ses troupes du Mali.", [], ["withdraw"]),
    ("L'ONU n'a trouvé aucune preuve que le Mali ait attaqué le convoi.", [], ["attack"]),
    ("La rumeur que le Niger a expulsé l'ambassadeur est inventée.", ["expel actor=NE not"], []),
    # who lost men, and how many
    ("La MINUSCA, qui compte 14 000 soldats dont 1 700 Rwandais, a perdu trois hommes.", ["attack killed=3"], ["attack killed=1700"]),
    ("L'Allemagne, qui compte un millier de soldats dans la MINUSMA, partira en mai.", ["contribution contributor=DE mission=minusma n=1000"], ["strength"]),
    # who is asked does it; who is called to something is asked nothing; what is laid to whom
    ("Le Conseil de sécurité exige du Soudan qu'il évacue ses troupes d'Abyei.", ["demand target=SD"], ["withdraw"]),
    ("L'UE est inquiète. Elle demande que le président soit relâché et qu'il soit libéré sans délai.", ["demand actor=eu"], ["release target=eu"]),
    ("La mission, appelée à passer de 500 à 4 000 personnes, reste en Irak.", [], ["demand"]),
    ("Le Rwanda reproche à la France son soutien à Kinshasa.", ["accuse actor=RW target=FR"], []),
    ("Réunis mardi à Bruxelles, les ministres ont approuvé la mission.", ["approve"], ["consult"]),
    ("L'ambassade de France reste ouverte.", [], ["question"]),
    # what a mission's task is; what somebody hesitates to do; what a crisis risks
    ("Le rôle de la FINUL est de surveiller la trêve.", ["purpose mission=unifil"], []),
    ("La mission de la MINUSCA est de protéger les civils.", ["purpose mission=minusca"], []),
    ("La mission de l'UE au Mali est de retour.", [], ["purpose"]),
    ("La Norvège hésite à prolonger son engagement à la FINUL.", ["option mission=unifil options=extend by=NO"], ["extend", "option options=withdraw"]),
    ("La MINUSCA songe à renforcer ses effectifs à Birao.", ["option mission=minusca options=expand by=minusca"], []),
    ("La crise risque d'embraser toute la région.", ["risk effect=escalation"], []),
    ("Le ministre n'a pas voulu dire combien de soldats partiraient.", [], ["expel", "withdraw"]),
    ("Kinshasa juge la force régionale inefficace.", ["assessment grade=negative by=CD"], []),
    # who says so in a clause of his own; who breaks into a base gives the mission nothing
    ("Le Rwanda soutient le M23, accuse Kinshasa.", ["support actor=RW target=m23"], ["accuse actor=RW"]),
    ("Les troupes rwandaises sont à Goma, dénonce Kinshasa.", ["presence actor=RW place=goma"], ["condemn actor=RW"]),
    ("Des chars israéliens sont entrés de force dans une position de la FINUL.", ["attack actor=IL target=unifil"], ["contribution"]),
    # an interest needs no place
    ("La Belgique a tout intérêt à la stabilité du Bénin.", ["interest by=BE"], ["interest by=BJ"]),
    ("Dans l'intérêt de la sécurité, la Norvège retire ses soldats du Mali.", ["withdraw actor=NO"], ["interest"]),
    # whose patrol was struck; what an attack was made against; who breaks a list off gives as well
    ("Une patrouille irlandaise est tombée dans une embuscade à Kidal.", ["attack target=IE place=kidal"], ["attack actor=IE"]),
    ("L'armée a repoussé une attaque du JNIM contre Diapaga.", ["attack actor=jnim place=diapaga"], []),
    ("Le Nigeria a fourni deux cents hommes à la KFOR, le Ghana deux cent cinq fantassins.", ["contribution contributor=GH mission=kfor n=205"], []),
    # what somebody threatens to do is not told as done
    ("L'Iran menace de bombarder une base américaine.", ["threaten actor=IR target=US"], ["attack"]),
    # who meets with obstruction does not fight
    ("Depuis quelques semaines, Takuba se heurte à des entraves des autorités maliennes.", ["obstruct actor=ML"], ["clash", "period"]),
    ("L'armée malienne s'est heurtée à des jihadistes près de Ménaka.", ["clash actor=ML place=menaka"], []),
    # what is shelled does not shell
    ("Le bombardement du camp de l'ONU a fait trois morts.", ["attack target=un killed=3"], ["attack actor=un"]),
    ("Le pillage d'un entrepôt du PAM a duré deux jours.", ["attack target=wfp"], ["attack actor=wfp"]),
    ("Les bombardements du M23 sur Goma ont fait dix morts.", ["attack actor=m23 place=goma killed=10"], []),
    # what is denied has not happened
    ("Les rumeurs selon lesquelles la France se retirerait du Tchad sont infondées.", ["withdraw actor=FR place=TD not"], []),
    ("Le ministre a confirmé les informations selon lesquelles le Danemark quittera Takuba.", ["withdraw actor=DK mission=takuba planned"], ["withdraw not"]),
    ("L'accord de la Turquie se fait toujours attendre.", ["agree actor=TR not"], []),
    # a mission that is deployed does not deploy itself
    ("La MISCA a été déployée en décembre 2013.", ["deploy mission=misca at:2013-12"], ["deploy actor=misca"]),
    ("La Suède réexamine sa participation à la MINUSMA.", ["option mission=minusma options=adapt by=SE"], ["option options=join"]),
    # who is aimed at
    ("Les membres du Conseil de sécurité se sont réunis. Ils ont exigé des autorités soudanaises une enquête.", ["demand actor=un-security-council target=SD"], []),
    ("L'Azerbaïdjan refuse l'accès aux observateurs d'EUMA. Ce pays exige leur départ d'Arménie.", ["demand actor=AZ"], ["demand actor=AM"]),
    ("Ouagadougou a rompu avec Paris, et Bamako a soutenu son voisin.", ["support actor=ML target=BF"], ["support target=FR"]),
    ("La France, dont l'ambassadeur a été expulsé en août, a quitté le Niger.", ["expel target=FR"], []),
    ("Trois Casques bleus tchadiens ont été tués par une mine posée par des combattants du GSIM près de Kidal.", ["attack actor=jnim target=TD killed=3"], []),
    ("Quatre soldats danois ont été blessés par une bombe que l'État islamique avait posée.", ["attack actor=is target=DK injured=4"], []),
    ("Des habitants de Beni accusent les Casques bleus de la MONUSCO de passivité.", ["accuse actor=CD target=monusco"], []),
    ("Des officiers ont renversé mercredi à Niamey le président Mohamed Bazoum.", ["coup actor=NE place=niamey"], []),
    # whose soldiers somebody has on his soil; what is kept up until a day
    ("Djibouti abrite un contingent français de 1 500 militaires.", ["presence actor=FR place=DJ n=1500"], []),
    ("La CEDEAO maintient l'ECOMIG jusqu'au 31 décembre 2024.", ["extend actor=ecowas mission=ecomig"], []),
    ("Le Conseil de sécurité accorde à l'ONUCI une ultime prolongation.", ["extend actor=un-security-council"], []),
    # who fell; who is cut off; who comes back
    ("Deux soldats français sont tombés à Kidal.", ["attack place=kidal target=FR killed=2"], []),
    ("Les soldats congolais sont tombés d'accord avec le M23.", [], ["attack"]),
    ("Le JNIM empêche depuis mai le ravitaillement de Gao en céréales.", ["obstruct actor=jnim place=gao"], []),
    ("Les FSR assiègent El Fasher.", ["obstruct actor=rsf-sudan place=el-fasher"], ["attack"]),
    ("Le Mali n'autorise plus les vols de la MINUSMA.", ["deny_access actor=ML target=minusma"], ["approve"]),
    ("Les soldats estoniens sont de retour du Mali.", ["withdraw actor=EE place=ML"], []),
    ("L'armée tchadienne et Wagner prennent Ber d'assaut.", ["attack actor=TD+wagner place=ber"], []),
    # who launches an appeal asks; Russians of a group act for it
    ("Les États-Unis ont lancé le même appel à leurs citoyens.", ["demand actor=US"], []),
    ("Des paramilitaires russes de l'Africa Corps stationnent à Sévaré.", ["presence actor=africa-corps place=sevare"], []),
    # how likely something is held to be; a welcome is a judgement, no deed
    ("La Belgique tient pour probable une recrudescence du terrorisme dans la région.", ["risk effect=terrorism by=BE"], []),
    ("Le Conseil de sécurité accueille avec satisfaction le déploiement de la mission en Haïti.", ["assessment grade=positive by=un-security-council"], ["deploy actor=un-security-council"]),
    ("La Russie a qualifié le texte de déséquilibré.", ["assessment grade=negative by=RU"], []),
    # whose letter it is says "nous"; his people are his country's
    ("Objet : participation belge aux opérations\n\nMadame la Présidente,\n\nNos derniers soldats quitteront Gao en juin. Quatre officiers sont à l'ONUST et sept instructeurs travaillent en Allemagne au sein de l'EUMAM Ukraine.",
     ["withdraw actor=BE place=gao planned", "contribution contributor=BE mission=untso n=4", "contribution contributor=BE mission=eumam-ukraine place=DE n=7"], []),
    ("FINUL – Communiqué de presse\n\nHier, deux de nos soldats ont été blessés. Nous demandons à Israël de respecter nos positions.", ["attack mission=unifil target=unifil injured=2", "demand actor=unifil target=IL"], []),
    ("CHAMBRE DES REPRÉSENTANTS DE BELGIQUE\n\nMadame la Ministre, les soldats nigériens et les militaires nigériens sont à Niamey. Nous avons retiré nos soldats du Niger.", ["withdraw actor=BE place=NE"], []),
    ("Le reste des soldats français a quitté Gao en juin.", ["withdraw actor=FR place=gao"], []),
    # what is denied or laid to somebody's charge
    ("Le Tchad nie que ses soldats aient attaqué le camp de la MINUAD.", ["deny actor=TD"], ["attack"]),
    ("Kigali accuse le Burundi d'y avoir envoyé des soldats.", ["accuse actor=RW target=BI"], ["deploy", "contribution"]),
    # where is no whom; deaths at protests
    ("L'attaque en Jordanie a duré une heure.", ["attack place=JO"], ["attack target=JO"]),
    ("L'invasion de l'Ukraine par la Russie a commencé en 2022.", ["attack actor=RU target=UA"], []),
    ("Des manifestations contre la MONUSCO à Beni ont fait neuf morts en juillet 2022.", ["protest mission=monusco place=beni target=monusco killed=9"], ["attack"]),
    # a decision says no more than what is decided; others are not the whole mission
    ("Le Conseil a décidé mardi de proroger le mandat de la FINUL.", ["extend mission=unifil planned"], ["decide"]),
    ("Six cents autres rejoindront la FINUL en mai.", [], ["strength"]),
    # what something is held for; what is set up, what is brought somewhere
    ("Le Gouvernement tient pour essentielle la présence alliée en mer Noire.", [], ["presence actor=FR"]),
    ("Le M23 tient une grande partie du Nord-Kivu.", ["presence actor=m23"], []),
    ("Le CICR a acheminé douze tonnes de farine à Beni.", [], ["deploy"]),
    ("La FINUL a installé un poste temporaire à Naqoura.", [], ["deploy"]),
    ("Wazalendo et M23 se sont affrontés à Masisi.", ["clash place=masisi"], ["presence"]),
    # who is asked has a clause of his own between: "qui" asks nothing
    ("L'UE demande à l'Azerbaïdjan, qui retient vingt Arméniens, de les libérer.", ["demand actor=eu target=AZ", "detain actor=AZ target=AM n=20"], []),
    ("L'UE demande à l'Azerbaïdjan l'élargissement des vingt Arméniens qu'il retient à Bakou.", ["demand actor=eu target=AZ", "detain actor=AZ target=AM n=20"], ["detain actor=eu"]),
    # times
    ("Le Conseil de sécurité a reconduit ce matin la MINUSS.", ["extend actor=un-security-council mission=unmiss at:2022-02-07"], []),
    ("La France retirera ses soldats du Tchad au premier trimestre de 2025.", ["withdraw actor=FR place=TD planned at:2025-01/2025-03"], []),
    ("La France retirera ses soldats du Tchad dans les semaines qui viennent.", ["withdraw actor=FR place=TD planned at:2022-02-07~/2022-03-21~"], []),
    ("6 décembre – L'opération Sangaris commence.", ["period mission=sangaris since:2021-12-06/.."], ["period planned"]),
    ("Réuni mercredi, le Conseil de sécurité a prorogé la MINUSS.", ["extend actor=un-security-council mission=unmiss at:2022-02-02"], []),
    # fighting cost lives; from whom life was taken; a participle that no list knows
    ("Les heurts entre villageois ont coûté la vie à 74 personnes à Abyei.", ["clash killed=74"], ["attack"]),
    ("Le JNIM a ôté la vie à trois soldats maliens à Mopti.", ["attack actor=jnim target=ML killed=3"], []),
    # the mission that is meant: "de la mission", and the one that its subject runs there
    ("La Minusma a quitté Gao. Le Conseil de sécurité met fin au mandat de la mission, créée en avril 2013.", ["period mission=minusma since:2013-04/..", "end actor=un-security-council mission=minusma"], []),
    ("La Minusma a quitté Gao. L'ONU condamne l'emploi de la force.", ["condemn actor=un"], ["condemn mission=minusma"]),
    ("L'OTAN a suspendu la mission en Irak.", ["suspend actor=nato mission=nato-mission-iraq"], []),
    ("Création de la mission Takuba en janvier 2020.", ["period mission=takuba"], []),
    ("Conduit par le Royaume-Uni, le bataillon de l'OTAN en Estonie est là pour dissuader la Russie.", ["purpose mission=efp-estonia"], []),
    # soldiers who fly off visit nobody; who is wounded is no entry of the list
    ("Cent quarante marsouins s'envoleront pour le Liban le 3 octobre.", [], ["visit"]),
    ("L'Italie fournit 1 000 soldats à la FINUL. Deux Casques bleus népalais ont été blessés.", ["contribution contributor=IT mission=unifil n=1000"], ["contribution contributor=NP"]),
    # who says "nous"
    ("Ambassade de Belgique à Kinshasa\n\nNous avons suspendu les vols. L'ambassade a rappelé les familles.", ["suspend actor=BE", "recall actor=BE"], []),
    ("CHAMBRE DES REPRÉSENTANTS DE BELGIQUE\n\nAu lendemain du coup d'État, nous avons suspendu notre coopération avec le Niger.", ["suspend actor=BE target=NE"], ["coup actor=BE"]),
    ("« Nous ne retirerons pas nos soldats du Mali », a déclaré le ministre danois de la Défense.", ["withdraw actor=DK place=ML planned not"], []),
    # who speaks for an organisation
    ("L'OTAN renforce la KFOR. Le secrétaire général a demandé à la Serbie de retirer ses troupes.", ["demand actor=nato-secretary-general target=RS"], []),
    ("L'OTAN s'est réunie. Les Alliés ont décidé de renforcer la KFOR.", ["reinforce actor=nato mission=kfor planned"], []),
    # whose patrols and convoys they are
    ("La FNUOD est sur le Golan. Ses patrouilles ont été bloquées à deux reprises par des soldats israéliens.", ["obstruct actor=IL target=undof"], []),
    ("La MINURSO est à Laayoune. Depuis avril, le Front Polisario interdit le passage à ses convois de carburant.", ["deny_access actor=polisario target=minurso"], []),
    # where: the town that a list names, the country whose president is overthrown
    ("Des combats ont éclaté à Batangafo.", ["clash place=batangafo"], []),
    ("Au Niger, des militaires ont renversé le président le 26 juillet.", ["coup place=NE at:2021-07-26"], []),
    ("Trois soldats ont été tués et neuf blessés près de Gao.", ["attack killed=3 injured=9 place=gao"], []),
    # the capital, the town: those spoken of; the soldiers whose departure is asked for are there
    ("Les troupes françaises ont quitté le Niger. Des centaines de personnes ont manifesté lundi dans la capitale.", ["protest place=niamey"], []),
    ("Le M23 a pris Goma. Lundi, les rebelles ont tué dix civils dans cette ville.", ["attack place=goma killed=10"], []),
    ("Le M23 a pris Goma. Lundi, les rebelles ont tué dix civils dans la ville de Sake.", ["attack place=sake killed=10"], ["attack place=goma killed=10"]),
    ("Le Tchad exige le départ des 1 000 soldats français.", ["presence actor=FR place=TD n=1000"], []),
    # what "doit" be done on a day to come is planned, not required
    ("Le Conseil de sécurité doit reconduire la Minusca la semaine prochaine.", ["extend mission=minusca planned"], ["extend required"]),
    ("La France doit quitter le Niger.", ["withdraw actor=FR place=NE required"], []),
    ("L'EUFOR Althea doit compter à terme 2 500 militaires.", ["strength mission=eufor-althea n=2500 planned"], []),
    # who says it aside says what goes on behind him
    ("Sans camions, avertit OCHA, l'aide n'arrivera plus et la famine pourrait revenir au Darfour.", ["risk effect=famine by=ocha"], []),
    # a present that is a participle elsewhere; people counted by their nation
    ("L'itinéraire reste ouvert : l'Ouganda interdit depuis mai le passage des convois de la MONUSCO.", ["deny_access actor=UG target=monusco"], ["deny_access target=UG"]),
    ("Des rebelles du M23 ont attaqué une quarantaine de Népalais.", ["attack actor=m23 target=NP"], ["attack place=NP"]),
    # whose a withdrawal is; what is only noted
    ("Le retrait allemand du Niger a débuté le 10 janvier.", ["withdraw actor=DE place=NE"], ["withdraw actor=NE"]),
    ("L'UE prend acte des sanctions que la CEDEAO a infligées au Mali.", ["sanction actor=ecowas target=ML"], ["sanction actor=eu"]),
    ("En attendant, l'armée malienne et la CMA se sont affrontées à Ber.", ["clash actor=ML place=ber"], ["clash possible"]),
    ("L'ONU a demandé à Oslo de rester six mois de plus et nous avons refusé.", ["demand actor=un target=NO"], ["reject actor=NO"]),
    # whom "ils" takes up
    ("La Suède a envoyé 60 soldats au sein de la KFOR. Ils rentreront en mai.", ["withdraw actor=SE planned at:2022-05"], []),
    ("L'Italie a 250 soldats au Niger ; ils partiront en mai.", ["withdraw actor=IT planned at:2022-05"], []),
    ("L'Estonie se demande si l'EUTM Mali sera prolongée.", ["question by=EE"], []),
    # of two countries; what only some of them are
    ("Des soldats italiens et hongrois de la KFOR ont été blessés.", ["attack target=IT+HU"], []),
    ("Le président malien veut le départ de la MINUSMA.", ["demand actor=ML"], []),
    ("« Il faut rester à Gao », a plaidé le ministre danois de la Défense.", [], ["demand actor=DK target=ML"]),
    ("Des inconnus ont jeté des pierres sur une patrouille de l'UNFICYP.", ["attack target=unficyp"], []),
    ("De violents combats ont repris entre l'armée malienne et la CMA à Ber.", ["clash actor=ML place=ber"], ["resume"]),
    # who says it stands behind what is quoted
    ("« L'armée azerbaïdjanaise les laisse faire », a accusé le ministre arménien Ararat Mirzoyan.", ["accuse actor=ararat-mirzoyan target=AZ"], ["accuse actor=AZ"]),
    ("« Des tirs inadmissibles », a réagi l'OTAN.", ["assessment grade=unacceptable by=nato"], []),
    # what somebody rules out he rejects; what he does not, he weighs
    ("La Norvège exclut d'envoyer des instructeurs au Niger.", ["reject actor=NO"], []),
    ("La Norvège n'exclut pas de prolonger la mission EUTM Mali.", ["option options=extend by=NO"], ["reject"]),
    ("L'Égypte a protesté auprès du gouvernement éthiopien.", ["condemn actor=EG target=ET"], ["protest"]),
    # people are arrested, plans are settled, missions stopped
    ("Deux suspects ont été arrêtés par les soldats portugais de la MINUSCA.", ["detain actor=PT"], ["suspend"]),
    ("L'OTAN a arrêté le calendrier de retrait de Resolute Support.", ["withdraw mission=resolute-support"], ["suspend"]),
    # what may come of it
    ("Le Darfour pourrait sombrer dans la famine.", ["risk effect=famine"], []),
    ("Si les Casques bleus s'en vont, le Kivu replongera dans la guerre.", ["risk effect=escalation"], []),
    ("Dacca craint que les rebelles n'en profitent pour relancer une offensive.", ["risk effect=escalation by=BD"], []),
    # aucun lieu ne tue ni ne blesse : ce qui a frappé se tient devant
    ("L'UE a condamné une embuscade dans le nord du Niger qui a tué un soldat togolais.", ["attack target=TG place=NE killed=1"], ["attack actor=NE", "condemn target=NE"]),
    # who dies in an accident was attacked by nobody
    ("Trois Casques bleus népalais de la MINUSTAH ont été tués dans un accident de la route. Deux autres ont été blessés.", [], ["attack"]),
    ("Un hélicoptère de l'EUFOR Althea s'est écrasé en Bosnie, tuant quatre militaires espagnols.", [], ["attack"]),
    # a country's adjective between a title and a name
    ("Le président français Emmanuel Macron a parlé. Le Premier ministre espagnol Pedro Sanchez a refusé.", ["post person=pedro-sanchez state=ES"], ["post state=FR person=pedro-sanchez"]),
    # numbers that could be years count people; weekends
    ("Plus de 2000 soldats français sont engagés dans l'opération Sangaris.", ["contribution contributor=FR mission=sangaris n=2000"], ["at:2000"]),
    ("Le Sénégal a retiré le week-end dernier ses soldats de Gambie.", ["withdraw actor=SN place=GM at:2022-02-05/2022-02-06"], []),
    # none of a thing, these troops, a town retaken, who was overthrown, who throws in the towel
    ("Il n'y aura pas de retrait de la Finul.", ["withdraw mission=unifil not"], []),
    ("Le mandat de la Finul ne saurait être prolongé.", ["extend mission=unifil not"], []),
    ("La Norvège a 60 soldats dans la MINUSMA. Ces militaires rentreront en mai.", ["withdraw actor=NO"], ["withdraw actor=ML"]),
    ("La MONUSCO est en RDC. Ces forces doivent se retirer à la demande de Kinshasa, alors que l'est du pays est en guerre.", ["withdraw mission=monusco instigator=CD required"], ["question"]),
    ("La reprise de Bria par la MINUSCA a été saluée.", [], ["resume"]),
    ("Le renversement du président Bazoum a choqué le Niger.", ["coup target=mohamed-bazoum"], ["coup actor=mohamed-bazoum"]),
    ("L'Irlande a jeté l'éponge dans la FNUOD.", ["withdraw actor=IE mission=undof"], ["resign"]),
    # who asks who did it, fears, foils or opposes it did not do it
    ("Le ministre a demandé qui avait tiré sur la patrouille.", [], ["demand", "attack"]),
    ("Les habitants craignent une attaque du M23 contre Uvira.", [], ["attack"]),
    ("La police a déjoué un attentat à Bamako.", [], ["attack"]),
    ("Le Portugal s'oppose au retrait de la MINUSCA.", ["reject actor=PT", "withdraw mission=minusca planned"], []),
    ("Le Conseil discute d'une prolongation du mandat de la MINUSS.", [], ["extend"]),
    ("En attendant, le M23 et les Wazalendo se sont affrontés à Walikale.", ["clash actor=m23 target=wazalendo"], ["clash possible"]),
    ("Personne n'a été touché par les tirs.", [], ["attack"]),
    # a town that is taken
    ("Le M23 a pris Bukavu en février.", ["attack actor=m23 place=bukavu"], []),
    ("Le Conseil prend note de la participation de la Suède.", [], ["attack"]),
    # who asks his own people, or in a notice; whose building was struck; what a demand is about
    ("L'ambassade d'Italie demande à tous les Italiens de quitter le Mali.", ["demand actor=IT target=IT"], []),
    ("Ambassade d'Italie à Bamako – Avis aux voyageurs\n\nLes ressortissants sont priés de s'inscrire auprès de l'ambassade.", ["demand actor=IT"], []),
    ("Le Conseil de sécurité,\n1. Se félicite de la trêve et exhorte le Rwanda à se retirer ;", ["demand actor=un-security-council target=RW"], []),
    ("L'Union européenne condamne les attaques du M23 et l'exhorte à y renoncer. Elle dénonce aussi celles des Houthis et les exhorte à y renoncer.", ["demand actor=eu target=houthis"], []),
    ("Des hommes armés ont attaqué le commissariat de Jacmel.", ["attack target=HT"], []),
    ("La Belgique a prié le Conseil de sécurité de suspendre la MINUSMA.", ["demand actor=BE mission=minusma target=un-security-council"], []),
    # what a negation denies: "pas de"
    ("Il n'y a pas de soldats russes au Niger.", ["presence actor=RU place=NE not"], []),
    ("Il n'y a pas eu d'attentat contre la FINUL.", [], ["attack"]),
    ("La MONUSCO n'a pas mené d'attaque à Beni.", [], ["attack"]),
    ("Le Ghana ne compte pas envoyer de soldats au Niger.", ["deploy actor=GH place=NE not"], []),
    # ruled out, or not
    ("Oslo exclut un retrait de la FINUL.", ["reject actor=NO mission=unifil"], ["option"]),
    ("Un retrait de la KFOR est exclu.", ["reject mission=kfor"], ["option"]),
    ("Tout risque de famine est écarté au Tchad.", [], ["risk"]),
    ("Le Canada a laissé la porte ouverte à un retour dans la KFOR.", ["option mission=kfor options=resume by=CA"], []),
    # not hidden: said
    ("Dublin ne cache pas sa satisfaction devant le bilan de la FINUL.", ["assessment grade=positive by=IE"], []),
    # whose they are goes by who was spoken of
    ("Le Ghana a remplacé l'Irlande au Golan : 300 de ses soldats servent à la FNUOD.", ["contribution contributor=GH mission=undof n=300"], []),
    ("Le Togo est en deuil : trois de ses soldats de la MINUSMA ont été tués.", [], ["contribution n=3"]),
    ("Le Portugal engage 90 hommes et femmes dans l'EUTM RCA.", ["contribution contributor=PT mission=eutm-rca n=90"], []),
    ("N'Djamena abrite 1 000 soldats français.", ["presence actor=FR place=TD n=1000"], []),
    # what is drawn is not fired; an adjective that looks like a participle
    ("Rabat a tiré la sonnette d'alarme sur la Libye.", ["assessment grade=worrying by=MA"], ["attack"]),
    ("Les rebelles ont tiré mardi sur un convoi de la MINUSMA.", ["attack mission=minusma target=minusma"], []),
    ("Oxfam dresse un tableau accablant de l'action de la MINUSCA.", ["assessment grade=negative by=oxfam"], []),
    ("Dublin y voit un signe inquiétant pour la FINUL.", ["assessment grade=worrying by=IE"], []),
    # whose people are in it, by what stands for it
    ("L'Espagne est représentée dans EUFOR Althea par 30 militaires.", ["contribution contributor=ES mission=eufor-althea n=30"], []),
    ("Un hélicoptère tchèque vole au profit de la MINUSMA.", ["contribution contributor=CZ mission=minusma"], []),
    # weighed in a capital; a part that is called into question
    ("À Lisbonne, le départ de l'EUTM RCA est à l'étude.", ["option mission=eutm-rca options=withdraw by=PT"], []),
    ("À Bruxelles, le départ de l'EUTM RCA est à l'étude.", ["option mission=eutm-rca options=withdraw"], ["option by=BE"]),
    ("Les Pays-Bas remettent en question leur participation à l'EUTM RCA.", ["option mission=eutm-rca options=adapt by=NL"], []),
    # a stake in other words, and none
    ("Rome a beaucoup à perdre en Libye.", ["interest place=LY by=IT"], []),
    ("Moscou n'a pas d'intérêts au Kosovo.", ["interest place=XK by=RU not"], []),
    # who sends nobody takes no part: told once
    ("La MINUSMA est à Gao. L'Irlande a exclu de dépêcher des soldats.", [], ["contribution"]),
    # both of a pair; whose leaders ask
    ("Tant Belgrade que Pristina ont condamné l'attaque.", ["condemn actor=RS", "condemn actor=XK"], ["attack actor=RS"]),
    ("Il a appelé aussi bien Kigali que Kinshasa à la retenue.", ["demand target=RW+CD"], []),
    ("Tant que la junte reste, Paris refuse de revenir.", ["reject actor=FR"], []),
    ("Les dirigeants de la Cédéao exigent que la junte libère le président.", ["demand actor=ecowas"], ["demand target=ecowas"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_prose(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "fr", text, expected, forbidden)

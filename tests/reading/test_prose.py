"""What running prose does to words: lengths that are no dates, verbs that look like seasons, the mission that is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.test_sentences import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # how long is not when
    ("nl", "De regering verlengde de bijdrage aan UNIFIL met een periode van zes maanden.", ["extend actor=NL mission=unifil"], ["at:2021-08"]),
    ("nl", "Het Duitse fregat werd voor een periode van drie maanden ingezet bij operatie Aspides.", ["deploy actor=DE"], ["at:2021-11"]),
    ("nl", "Noorwegen kondigde een verlenging van zes weken van de missie in Irak aan.", ["extend actor=NO"], ["at:[2021-12-24..2021-12-30]"]),
    ("nl", "MINUSCA werd zes weken geleden aangevallen.", ["attack target=minusca at:[2021-12-24..2021-12-30]"], []),
    # a verb that looks like a season
    ("fr", "Trois Casques bleus tanzaniens ont également été tués à Béni.", ["attack target=TZ killed=3"], ["at:2021-22"]),
    ("fr", "Le mandat de l'EUTM Mali a ensuite été prolongé de six mois.", ["extend mission=eutm-mali"], ["at:2021-22"]),
    ("fr", "La Suède a retiré ses soldats de la MINUSMA à l'été 2021.", ["withdraw actor=SE mission=minusma at:2021-22"], []),
    # the mission there is not the one spoken of
    ("nl", "Over EUTM Mozambique is het kabinet tevreden. De missie in Somalië wordt beëindigd.", ["end mission=? place=SO"], ["end mission=eutm-mozambique"]),
    ("en", "UNIFIL keeps its posts. The mission in Iraq will be extended.", ["extend mission=? place=IQ"], ["extend mission=unifil"]),
    ("fr", "La MINUSCA reste. La mission au Mozambique sera prolongée.", ["extend mission=? place=MZ"], ["extend mission=minusca"]),
    ("nl", "De Kamer sprak over MINUSCA. De missie in de Centraal-Afrikaanse Republiek wordt verlengd.", ["extend mission=minusca"], []),
    ("nl", "KFOR is paraat. De missie in Bosnië, EUFOR Althea, wordt versterkt.", ["reinforce mission=eufor-althea"], ["reinforce mission=kfor"]),
    # what is decided stands before who decides it
    ("nl", "Of er volgend jaar een nieuwe missie volgt, beslist het kabinet komend najaar.", ["decide actor=NL planned"], []),
    ("en", "That all French troops leave Chad, the opposition has demanded since June.", ["demand"], []),
    # who asks whether, why or how many asks for nothing, and states nothing
    ("en", "The opposition asked whether Germany had withdrawn its troops from Niger.", [], ["demand", "withdraw"]),
    ("en", "Journalists asked the spokesman if Wagner was present in Niger.", [], ["demand", "presence"]),
    ("en", "Reporters asked when Spain would leave UNIFIL.", [], ["withdraw"]),
    ("nl", "Het Kamerlid vroeg de minister waarom Frankrijk zich uit Mali had teruggetrokken.", [], ["demand", "withdraw"]),
    ("nl", "Kamerleden vroegen hoeveel militairen in Gao waren gedood.", [], ["demand", "attack"]),
    ("fr", "L'opposition a demandé si l'Allemagne avait retiré ses troupes du Niger.", [], ["demand", "withdraw"]),
    ("nl", "Antwoord van de minister van Defensie op vragen van het lid Jansen (SP) over de missie in Mali.", [], ["demand"]),
    # who is left alone does not leave
    ("en", "The pullout left the Malian army to fight alone.", [], ["withdraw"]),
    ("en", "The Danish contingent left Gao on Friday.", ["withdraw actor=DK place=gao"], []),
    # what is renewed
    ("en", "The Council renewed its support for MONUSCO.", ["support target=monusco"], ["extend"]),
    ("fr", "Le Conseil renouvelle son appui à la MONUSCO.", ["support target=monusco"], ["extend"]),
    ("en", "Spain renewed the mandate of its contingent with UNIFIL.", ["extend actor=ES mission=unifil"], []),
    # reminded of, not recalled
    ("fr", "Le ministre a rappelé que la France avait retiré ses soldats du Niger.", ["withdraw actor=FR place=NE"], ["recall"]),
    # in general
    ("en", "Deliberately attacking peacekeepers may amount to a war crime.", [], ["attack"]),
    ("fr", "Prendre pour cible des Casques bleus peut constituer un crime de guerre.", [], ["attack"]),
    ("en", "Anyone who attacks UNIFIL risks sanctions.", [], ["attack", "sanction"]),
    ("fr", "Quiconque attaque la FINUL s'expose à des sanctions.", [], ["attack", "sanction"]),
    ("nl", "Iedereen die blauwhelmen van UNIFIL aanvalt, riskeert sancties.", [], ["attack"]),
    # what is said off is ended, whoever else did what before
    ("nl", "Mali greep in en zegde de militaire samenwerking met Frankrijk op.", ["end actor=ML target=FR"], ["cooperate"]),
    ("nl", "Het militaire verdrag met Frankrijk is opgezegd door Tsjaad.", ["end actor=TD target=FR"], []),
    ("nl", "Het kabinet zegde 50 militairen toe aan KFOR.", ["contribution contributor=NL mission=kfor n=50"], ["end"]),
    # what is demanded has not happened
    ("nl", "De ministers riepen Ankara op zijn militairen van het eiland terug te trekken.", ["demand target=TR", "withdraw actor=TR required"], ["recall"]),
    ("nl", "Tsjaad stond erop dat alle Franse militairen op 31 maart 2022 weg zijn.", ["withdraw actor=FR required at:2022-03-31"], ["withdraw actor=TD"]),
    ("nl", "Libanon hield vast aan een onmiddellijke Israëlische terugtrekking.", ["demand actor=LB", "withdraw actor=IL required"], []),
    ("nl", "Polen drong er bij de NAVO op aan meer troepen in te zetten.", ["demand actor=PL", "deploy actor=nato required"], []),
    ("nl", "Burundi, dat door de EU is opgeroepen zijn militairen uit Congo terug te trekken, zweeg.", ["withdraw actor=BI required"], ["withdraw actor=eu"]),
    ("fr", "Le Tchad a insisté pour que les troupes françaises soient retirées au plus vite.", ["demand actor=TD"], ["demand target=TD"]),
    ("fr", "La Suède s'attend à ce que la Turquie approuve son adhésion.", ["approve actor=TR possible"], ["approve actor=SE"]),
    ("nl", "Zweden verwacht dat Turkije zijn toetreding goedkeurt.", ["approve actor=TR possible"], []),
    ("en", "Poland wants NATO to station more troops in Estonia.", ["demand actor=PL target=nato", "deploy actor=nato required"], ["demand planned"]),
    ("fr", "Les appels au retrait de la MONUSCO se sont multipliés.", ["withdraw mission=monusco required"], []),
    ("en", "Fears of a coup in Guinea are growing.", ["coup place=GN possible"], []),
    ("nl", "De vrees voor een staatsgreep in Guinee groeit.", ["coup place=GN possible"], []),
    ("fr", "Les craintes d'un coup d'État en Guinée grandissent.", ["coup place=GN possible"], []),
    ("fr", "Un accord sur le retrait des forces françaises a été conclu entre Paris et N'Djamena.", ["agree actor=FR partner=TD", "withdraw actor=FR planned"], []),
    ("fr", "La MONUSCO reste à Goma. Le Congo a demandé son départ.", ["withdraw mission=monusco required"], []),
    # who is told to come home sends nobody, and an envoy given hours to go is expelled
    ("en", "Tokyo has told its citizens to leave Niger.", ["demand actor=JP"], ["withdraw"]),
    ("nl", "Tokio heeft zijn burgers gezegd Niger te verlaten.", ["demand actor=JP"], ["withdraw"]),
    ("fr", "Tokyo a demandé à ses ressortissants de quitter le Niger.", ["demand actor=JP"], ["withdraw"]),
    ("en", "The junta gave the Danish ambassador 48 hours to leave the country.", ["expel target=DK"], ["withdraw"]),
    ("nl", "De junta gaf de Deense ambassadeur 48 uur om het land te verlaten.", ["expel target=DK"], ["withdraw"]),
    # what is refused, vetoed or turned down
    ("en", "Niamey rejected the EU's offer to extend the mission.", ["reject actor=NE", "extend actor=eu not"], ["extend actor=NE"]),
    ("fr", "Niamey a rejeté l'offre de l'UE de prolonger la mission.", ["reject actor=NE", "extend actor=eu not"], ["extend actor=NE"]),
    ("en", "Hungary blocked EU sanctions against Georgia.", ["sanction actor=eu target=GE not"], []),
    ("en", "Moscow vetoed a resolution extending the sanctions on Mali.", ["reject actor=RU"], ["sanction actor=RU"]),
    ("fr", "La demande de Belgrade a été rejetée.", ["demand actor=RS"], ["demand not"]),
    # whom somebody accuses did it, he says
    ("en", "Kinshasa accuses Burundi of sending troops across the border.", ["accuse actor=CD target=BI", "deploy actor=BI by=CD"], []),
    ("nl", "Burkina Faso wordt ervan beschuldigd burgers te hebben geëxecuteerd.", ["accuse target=BF", "attack actor=BF hearsay"], []),
    # nobody knows
    ("en", "It remains to be seen whether Kenya will send more police.", ["question"], ["deploy"]),
    ("en", "Whether the bases will stay open is unknown.", ["question"], []),
    ("nl", "Of de bases open blijven, is onbekend.", ["question"], []),
    ("fr", "On ignore si les bases resteront ouvertes.", ["question"], []),
    ("nl", "Over de toekomst van EUTM Mali is nog geen besluit genomen.", ["question"], ["decide"]),
    # who judges, and what is at stake for whom
    ("en", "Germany finds the delay unacceptable. It also considers the new conditions dangerous.", ["assessment grade=negative by=DE"], []),
    ("fr", "L'Allemagne trouve le retard inacceptable. Elle juge aussi les nouvelles conditions dangereuses.", ["assessment grade=negative by=DE"], []),
    ("en", "The Danish minister considers the situation in Gao to be fragile.", ["assessment grade=worrying by=DK"], []),
    ("en", "The report, by the International Crisis Group, calls the departure of MINUSMA a mistake.", ["assessment grade=negative by=icg"], []),
    ("nl", "De Deense regering ziet de aanval als een schending van het internationaal recht.", ["assessment grade=unlawful by=DK"], []),
    ("en", "For the EU, stability in the Sahel remains of great importance.", ["assessment grade=important by=eu"], []),
    ("nl", "Voor de EU blijft stabiliteit in de Sahel van groot belang.", ["assessment grade=important by=eu"], []),
    ("fr", "Pour l'UE, la stabilité au Sahel reste d'une grande importance.", ["assessment grade=important by=eu"], []),
    ("fr", "La stabilité en Libye est dans l'intérêt de l'Italie.", ["interest place=LY by=IT"], ["interest place=IT"]),
    ("en", "The Belgian cabinet considers the extension of the mission in Lebanon important.", ["assessment grade=important by=BE"], ["option"]),
    ("nl", "Ottawa betreurde de beschieting van een UNIFIL-post.", ["condemn actor=CA", "assessment grade=negative by=CA"], []),
    ("nl", "Het kabinet betreurt dat de voorwaarden ontbreken.", [], ["condemn"]),
    ("en", "Paris voiced its indignation at the expulsion of its ambassador.", ["condemn actor=FR"], []),
    ("en", "ECOWAS threatened to use force against the junta in Niger.", ["threaten actor=ecowas target=NE"], []),
    ("nl", "De EU legde drie Malinese officieren sancties op.", ["sanction actor=eu target=ML"], []),
    ("en", "UNIFIL came under fire on Sunday.", ["attack target=unifil"], ["attack actor=unifil"]),
    ("en", "The cabinet discussed MINUSMA on Friday. One option is to withdraw the helicopters.", ["option mission=minusma options=withdraw"], ["withdraw"]),
    ("fr", "Un vide pourrait faire le jeu des djihadistes.", ["risk effect=terrorism"], []),
    ("en", "The decision to withdraw the frigate was taken by the Danish government.", ["withdraw actor=DK planned"], []),
    ("fr", "La décision de retirer la frégate a été prise par le gouvernement danois.", ["withdraw actor=DK planned"], []),
    ("en", "The plan to send 500 soldiers to Haiti was rejected by the Kenyan parliament.", ["reject actor=KE", "deploy actor=KE place=HT not"], []),
    ("nl", "De beschieting stuitte op felle kritiek van Parijs.", ["condemn actor=FR"], []),
    ("nl", "De beschieting kwam Parijs op scherpe kritiek te staan.", [], ["condemn actor=FR"]),
    ("nl", "Het VN-rapport houdt Wagner verantwoordelijk voor de moord op burgers in Moura.", ["accuse actor=un target=wagner"], ["presence"]),
    ("nl", "Nederland heeft belang bij een stabiel Irak.", ["interest place=IQ by=NL"], ["interest by=IQ"]),
    # who aims and who is aimed at
    ("fr", "Le M23 a pris pour cible un convoi de la MONUSCO.", ["attack actor=m23 target=monusco"], ["attack target=m23"]),
    ("fr", "Un convoi de la MONUSCO a été pris pour cible par le M23.", ["attack actor=m23 target=monusco"], ["attack target=m23"]),
    ("fr", "Un blindé de la MINUSCA a été touché par des tirs du M23.", ["attack actor=m23 target=minusca"], ["attack target=m23"]),
    ("en", "UNIFIL came under fire from Hezbollah near Naqoura.", ["attack actor=hezbollah target=unifil place=naqoura"], []),
    # from one day to another
    ("en", "There was an attack on UNIFIL between 1 September 2021 and 30 November 2021.", ["attack target=unifil at:2021-09-01/2021-11-30"], []),
    ("nl", "Tussen 1 september en 30 november 2021 werd MINUSCA aangevallen.", ["attack target=minusca at:2021-09-01/2021-11-30"], []),
    ("fr", "La FINUL a été attaquée entre mars et juin 2021.", ["attack target=unifil at:2021-03-01/2021-06-30"], []),
    # words that are taken back
    ("en", "Niger withdrew its support for the G5 Sahel force.", ["support actor=NE not"], ["withdraw"]),
    ("en", "Mali withdrew its complaint against France.", [], ["withdraw"]),
    ("fr", "La France a retiré sa plainte contre le Mali.", [], ["withdraw"]),
    ("en", "Denmark withdrew its contribution from MINUSMA.", ["withdraw actor=DK mission=minusma"], []),
    # "the soldiers" who leave are hardly the host's own
    ("en", "Sweden takes part in MINUSMA in Mali. The soldiers left Gao on Friday.", ["withdraw place=gao"], ["withdraw actor=ML"]),
    ("en", "The Malian army is weak. The soldiers left Ber on Friday.", ["withdraw actor=ML place=ber"], []),
    # what is put off is not held
    ("nl", "De Malinese junta wil de verkiezingen van 27 februari 2022 uitstellen.", ["postpone planned"], ["elect"]),
    # who makes a demand, in words that are its noun's own
    ("nl", "De Malinese regering stelde een eis aan Denemarken.", ["demand actor=ML target=DK"], ["demand required"]),
    ("fr", "La contribution des Pays-Bas à la MINUSMA prend fin en mai 2022.", ["period contributor=NL mission=minusma until:2022-05"], []),
    ("en", "MINUSCA patrols combat zones near Bria.", [], ["clash"]),
    # numbers that count no people
    ("nl", "29 521 Nederlandse deelname aan vredesmissies. De bijdrage aan UNIFIL loopt door.", [], ["n=29521"]),
    ("nl", "Een 34-jarige Franse militair is in Mali omgekomen.", ["attack target=FR killed=1"], ["killed=34"]),
    ("en", "A 34-year-old French soldier was killed in Mali.", ["attack target=FR killed=1"], ["killed=34"]),
    ("nl", "Duitsland stuurt twee pelotons naar Litouwen.", ["deploy actor=DE place=LT"], ["n=2"]),
    ("en", "Germany will send two companies to Lithuania.", ["deploy actor=DE place=LT"], ["n=2"]),
    ("fr", "L'Allemagne enverra deux compagnies en Lituanie.", ["deploy actor=DE place=LT"], ["n=2"]),
    # a colon counts those just told; who receives soldiers has them from who gives them
    ("nl", "EUFOR Althea krijgt van Nederland een infanteriecompagnie: ten hoogste 175 militairen.", ["contribution contributor=NL mission=eufor-althea n=175"], ["strength"]),
    ("en", "KFOR received an additional infantry company from Romania: some 120 soldiers.", ["contribution contributor=RO mission=kfor n=120"], ["strength"]),
    ("fr", "La FINUL a reçu 200 soldats de la Finlande.", ["contribution contributor=FI mission=unifil n=200"], ["strength"]),
    # the day of a letter is not when what it tells happened
    ("nl", "MINUSMA werd aangevallen (Kamerstuk 29 521, nr. 271, brief van 12 maart 2015).", ["attack target=minusma"], ["at:2015-03-12"]),
    ("en", "MINUSMA was attacked (see the letter of 12 March 2015).", ["attack target=minusma"], ["at:2015-03-12"]),
    ("fr", "La MINUSMA a été attaquée (voir la lettre du 12 mars 2015).", ["attack target=minusma"], ["at:2015-03-12"]),
    # what a question takes for granted is judged by nobody
    ("nl", "Kent u het bericht dat Mali bezorgd is over het vertrek van Barkhane?", [], ["assessment"]),
    ("en", "Is it true that Mali is concerned about the departure of Barkhane?", [], ["assessment"]),
    # a mission told apart is not the one spoken of
    ("nl", "Nederland neemt deel aan MINUSMA. De coalitie die door Italië wordt geleid, is elders.", ["leadership leader=IT"], ["leadership mission=minusma"]),
    ("en", "Denmark takes part in MINUSMA. The coalition that Italy leads is elsewhere.", [], ["leadership mission=minusma"]),
    # a country is no place where its government only backs who is there
    ("nl", "M23, gesteund door Rwanda, kreeg een groot deel van het oosten van Congo in handen.", ["presence actor=m23 place=CD"], ["presence place=RW"]),
    ("nl", "De Nederlandse Patriots gaan weg uit het zuiden van Turkije, vlak bij Syrië.", ["withdraw actor=NL place=TR"], ["withdraw place=SY"]),
    ("nl", "Niger wil dat niet. Toch zijn er nog ruim duizend Franse militairen in het land.", ["presence actor=FR place=NE n=1000"], []),
    # who is willing has not done it
    ("nl", "De EU is bereid EUTM Mali voort te zetten.", ["extend actor=eu mission=eutm-mali possible"], []),
    # going back on a decision moves nobody
    ("nl", "Het kabinet ziet geen reden om van dat besluit terug te komen.", [], ["withdraw"]),
    # an early hour asks for nothing
    ("nl", "In de Veiligheidsraad noemde Frankrijk dat te vroeg.", [], ["demand"]),
    # what begins in a month to come
    ("nl", "In januari begint de terugtrekking van 500 militairen uit Mali.", ["withdraw place=ML n=500 at:2023-01"], []),
    # an aside breaks nothing off
    ("nl", "Een vijftigtal Belgische militairen vertrekt, zo heeft de regering beslist, naar Mali.", ["deploy actor=BE place=ML n=50"], ["withdraw"]),
    ("nl", "De missie EUTM Mali wordt, zo meldt het ministerie, met een jaar verlengd.", ["extend mission=eutm-mali"], []),
    ("nl", "Er komt een ultimatum, zo dreigden de leiders van ECOWAS gisteren.", ["threaten actor=ecowas"], ["threaten target=ecowas"]),
    # who is meant by a small word
    ("nl", "De Veiligheidsraad tikte Rwanda op de vingers omdat het M23 steunt.", ["support actor=RW target=m23"], []),
    ("nl", "Het leger kreeg de beschuldiging dat het MONUSCO dwarsboomde.", ["obstruct target=monusco hearsay"], ["obstruct actor=monusco"]),
    ("nl", "In een resolutie die vrijdag werd goedgekeurd, veroordeelt de Veiligheidsraad de opmars van M23.", ["condemn actor=un-security-council target=m23"], []),
    ("nl", "VN-experts schatten dat 4.000 Rwandese soldaten in Oost-Congo staan.", ["presence actor=RW place=CD n=4000"], ["presence actor=un"]),
    ("nl", "Na harde gevechten met het Congolese leger nam M23 Goma in.", ["clash target=CD"], ["clash partner=CD"]),
    ("nl", "Over UNAMID is niets bekend. Khartoem belooft troepen te sturen naar Darfur.", [], ["contribution contributor=SD"]),
    # dozens counted
    ("en", "About two dozen Irish soldiers were wounded in Mali.", ["attack target=IE injured=24"], []),
    ("nl", "Bij de aanval raakten drie dozijn Ierse militairen gewond.", ["attack target=IE injured=36"], []),
    ("fr", "Deux douzaines de soldats irlandais ont été blessés au Mali.", ["attack target=IE injured=24"], []),
    # an adjective is no verb, and who leads talks leads no mission
    ("en", "KFOR keeps in close touch with Belgrade and the UN Mission in Kosovo.", [], ["end"]),
    ("en", "Dialogue run by the EU is the only way out for KFOR, the minister said.", [], ["leadership"]),
    ("en", "Prosperity Guardian, run by the United States, protects shipping.", ["leadership leader=US mission=prosperity-guardian"], []),
    # who comes on top is not all there are
    ("en", "Roughly 870 more troops are to go to MINUSMA.", [], ["strength"]),
    ("en", "Germany deployed more than 500 soldiers to Mali.", ["deploy actor=DE place=ML n=500"], ["reinforce"]),
    # sent somewhere, but on no mission; halted, but nothing
    ("en", "A blast hit the UNIFIL base, sending two peacekeepers to hospital.", ["attack target=unifil"], ["deploy"]),
    ("nl", "De explosie stuurde twee blauwhelmen van UNIFIL naar het ziekenhuis.", [], ["deploy"]),
    ("en", "Israeli tanks halted metres from a UNIFIL post.", [], ["suspend"]),
    ("en", "Germany halted its flights for MINUSMA.", ["suspend actor=DE mission=minusma"], []),
    ("en", "The first Kenyans flew out last June to join the Multinational Security Support Mission.", [], ["withdraw", "reduce"]),
    ("en", "The last French soldiers flew out of Niamey on Friday.", ["withdraw actor=FR place=niamey"], []),
    # whose time it is
    ("en", "Last week Canada announced sanctions over November's clash, when Russia attacked Ukrainian ships.", ["attack actor=RU at:2021-11"], ["clash actor=CA"]),
    ("en", "Sunday's attack on MINUSMA in Kidal killed three Chadian soldiers.", ["attack killed=3 at:2022-02-06"], []),
    ("en", "The minister condemned Sunday's attack on MONUSCO.", ["attack target=monusco at:2022-02-06"], []),
    # who only counts, who stands by, who lies across the border
    ("en", "General Osei put the attackers' dead at 22.", ["attack killed=22"], ["attack target=osei"]),
    ("en", "Two presidents agreed on a truce in Prague, with France mediating.", ["mediate actor=FR"], ["agree partner=FR"]),
    ("en", "Forty EU observers took up position on the border with Azerbaijan.", ["deploy actor=eu n=40"], ["deploy partner=AZ"]),
    ("en", "Kyiv is bracing for attacks by Russia.", ["attack actor=RU possible"], []),
    # an aim ends where it is said by whom
    ("en", "Troops have been told to stay for two more years, Minister Chrystia Freeland and Minister Harjit Sajjan said in Ottawa.", [], ["presence"]),
    ("en", "UNIFIL reports on hostilities along the Blue Line.", [], ["clash"]),
    # who says to have done it did it; who says to be ready is told nothing
    ("fr", "L'armée tchadienne dit avoir tué 40 combattants de Boko Haram.", ["attack actor=TD killed=40"], ["attack actor=boko-haram"]),
    ("nl", "Het leger van Tsjaad zegt 40 strijders van Boko Haram te hebben gedood.", ["attack actor=TD killed=40"], ["attack actor=boko-haram"]),
    ("fr", "Le Bénin s'est dit prêt à envoyer 2 000 soldats en Haïti.", ["deploy actor=BJ place=HT n=2000 planned"], ["deploy required"]),
    # the day of what went before is not that of what followed
    ("fr", "Le Niger a expulsé l'ambassadeur de France après le coup d'État du 26 juillet.", ["expel actor=NE target=FR"], ["expel at:2021-07-26", "coup actor=NE"]),
    ("nl", "Niger zette de Franse ambassadeur uit na de staatsgreep van 26 juli.", ["expel actor=NE target=FR"], ["expel at:2021-07-26"]),
    ("en", "Niger expelled the French ambassador after the coup of 26 July.", ["expel actor=NE target=FR"], ["expel at:2021-07-26"]),
    # a meeting about a coup carries out none
    ("fr", "Après la réunion qu'il avait consacrée au coup d'État du 26 juillet, le Conseil de sécurité a condamné la junte.", [], ["coup actor=un-security-council"]),
    ("fr", "Le Conseil de sécurité exprime sa vive préoccupation face aux attaques contre les civils.", [], ["attack actor=un-security-council"]),
    # where an attack is claimed is not where it was
    ("fr", "L'attentat a été revendiqué à Kaboul par les talibans.", ["attack actor=taliban"], ["attack place=kabul-af"]),
    ("nl", "De aanslag werd in Kabul opgeëist door de Taliban.", ["attack actor=taliban"], ["attack place=kabul-af"]),
    ("en", "The attack was claimed in Kabul by the Taliban.", ["attack actor=taliban"], ["attack place=kabul-af"]),
    # what would have been was not
    ("fr", "La Suède aurait retiré ses soldats si Bamako l'avait demandé.", ["withdraw actor=SE conditional"], ["withdraw hearsay", "demand hearsay"]),
    ("nl", "Zweden zou zijn militairen hebben teruggetrokken als Bamako erom had gevraagd.", ["withdraw actor=SE conditional"], ["withdraw hearsay"]),
    ("en", "Sweden would have withdrawn its soldiers if Bamako had asked for it.", ["withdraw actor=SE conditional", "demand actor=ML conditional"], []),
    ("fr", "Le Danemark n'aurait pas envoyé ses forces spéciales sans l'accord de Bamako.", ["deploy actor=DK conditional not"], ["deploy hearsay"]),
    ("fr", "Le Danemark aurait envoyé ses forces spéciales au Niger.", ["deploy actor=DK hearsay"], []),
    # what is told beside a demand or a denial is so
    ("fr", "Le Conseil exige que les parties respectent les forces françaises qui appuient la MINUSCA.", ["support actor=FR mission=minusca"], ["support required"]),
    ("nl", "De Raad eist dat de partijen de Franse troepen die MINUSCA steunen respecteren.", ["support actor=FR mission=minusca"], ["support required"]),
    # does not think of ending it
    ("fr", "Le gouvernement belge n'envisage pas de mettre fin à sa participation à la MINUSMA.", ["withdraw actor=BE mission=minusma planned not"], []),
    # whose minister it is
    ("fr", "La ministre de la Défense, Ludivine Dedonder, est arrivée à Niamey mercredi.", [], ["post state=NE"]),
    ("en", "Defence Minister Ludivine Dedonder arrived in Niamey on Wednesday.", [], ["post state=NE"]),
    ("fr", "Le ministre Didier Reynders s'est entretenu avec son homologue malien, Abdoulaye Diop.", ["post person=abdoulaye-diop state=ML"], ["post person=didier-reynders state=ML"]),
    # more are not all
    ("fr", "2 000 soldats de plus pour l'ONUCI", [], ["strength mission=unoci"]),
    ("nl", "2000 extra militairen voor UNOCI", [], ["strength mission=unoci"]),
    ("en", "2,000 more soldiers for UNOCI", [], ["strength mission=unoci"]),
    # how many they are is so, whatever they must do
    ("fr", "La Minusma, forte de 13 000 hommes, doit avoir quitté le pays au 31 décembre.", ["strength mission=minusma n=13000"], ["strength required"]),
    # adopted this morning
    ("fr", "La résolution, adoptée lundi par le Conseil de sécurité, proroge le mandat de la MINUSCA.", ["approve actor=un-security-council at:2022-02-07", "extend mission=minusca"], ["extend at:2022-02-07"]),
    # a number and a mission, of people spoken of before
    ("en", "The UK has 3 officers in MONUSCO, 2 in UNMISS and 250 in UNFICYP.", ["contribution contributor=GB mission=unmiss n=2", "contribution contributor=GB mission=unficyp n=250"], []),
    ("en", "In March 493 members of the Irish Defence Forces were serving overseas: 350 with UNIFIL, 130 with UNDOF and 13 with KFOR.", ["contribution contributor=IE mission=unifil n=350", "contribution contributor=IE mission=kfor n=13"], []),
    ("nl", "Er dienen nu 130 Ierse militairen bij UNDOF en 13 bij KFOR.", ["contribution contributor=IE mission=undof n=130", "contribution contributor=IE mission=kfor n=13"], []),
    # who is meant: two countries, a plan's owner, who is made to do something, who goes on after "which"
    ("en", "France and Germany train soldiers in Niger. The two countries will leave the mission in June.", ["withdraw actor=FR+DE planned"], []),
    ("nl", "Kenia en Oeganda overlegden vrijdag. Beide landen sturen militairen naar Haïti.", ["deploy actor=KE+UG place=HT"], []),
    ("en", "The Pentagon said it had not been informed of any plan by Niger to expel US troops.", ["expel actor=NE target=US planned"], ["expel actor=US"]),
    ("en", "The crisis led France to withdraw its troops from Niger.", ["withdraw actor=FR place=NE"], ["withdraw planned"]),
    ("fr", "La crise a contraint la France à retirer ses troupes du Niger.", ["withdraw actor=FR place=NE"], ["withdraw required"]),
    ("en", "Mali's government, which came to power in a coup and expelled French forces, denies working with Wagner.", ["expel actor=ML target=FR", "deny actor=ML"], ["expel target=ML+FR"]),
    ("en", "The Council condemns the attack on MINUSCA, offers condolences to the families of the Burundian peacekeepers killed, welcomes the inquiry by Bangui, and calls on all armed groups to lay down their arms.", ["condemn actor=un-security-council mission=minusca", "assessment grade=positive by=un-security-council", "demand actor=un-security-council"], ["demand target=un-security-council"]),
    ("en", "The group claimed to have killed 59 soldiers of MINUSMA.", ["attack target=minusma killed=59"], ["attack planned"]),
    # whose words they are, though nobody knows who speaks
    ("en", "Russian state TV claimed that Ukrainian forces had shelled the OSCE observers.", ["attack actor=UA target=osce by=?"], []),
    # a government sends nobody to the mission in its own country
    ("en", "The government has decided to deploy 30 soldiers to EUTM Mozambique.", ["deploy mission=eutm-mozambique n=30"], ["deploy actor=MZ", "contribution contributor=MZ"]),
    ("en", "A UNIFIL position came under Israeli fire.", ["attack actor=IL target=unifil"], []),
    ("en", "A US delegation visited Niamey.", ["visit actor=US place=niamey"], ["visit place=US"]),
    # missions together are none of them
    ("en", "Ireland is in UNIFIL and UNDOF. Between them the missions account for 460 of its personnel.", [], ["contribution n=460"]),
    # what is short for a name, and where a mission began that is another
    ("en", "The Multinational Security Support Mission (MSS) lacks officers. The MSS denied receiving letters.", ["deny actor=mss-haiti"], []),
    ("en", "Canada has 200 soldiers in Ukraine, where the mission began in September 2015, and others in NATO's mission in Iraq.", [], ["period mission=nato-mission-iraq"]),
    # the Union is the one whose organ spoke
    ("nl", "De Raad van de Europese Unie heeft conclusies vastgesteld. De Unie steunt operatie Althea.", ["support actor=eu mission=eufor-althea"], ["support actor=council-of-the-eu"]),
    ("en", "The Council of the European Union adopted conclusions. The Union supports Operation Althea.", ["support actor=eu mission=eufor-althea"], ["support actor=council-of-the-eu"]),
    ("fr", "Le Conseil de l'Union européenne a adopté des conclusions. L'Union soutient l'opération Althea.", ["support actor=eu mission=eufor-althea"], ["support actor=council-of-the-eu"]),
    ("nl", "Daarin staat opnieuw dat de Verenigde Staten achter Kosovo staan.", ["support actor=US target=XK"], []),
    # whose reproach it is, nobody says; it is no fact
    ("nl", "De partij kreeg het verwijt dat ze MINUSCA dwarsboomde.", ["obstruct target=minusca hearsay"], []),
    ("en", "There were accusations that the army had obstructed MONUSCO.", ["obstruct target=monusco hearsay"], []),
    # the border with a country, the north of one: no party to anything
    ("nl", "De VS dringen bij Servië aan op vertrek uit de grensstreek met Kosovo.", ["demand actor=US target=RS"], ["demand partner=XK"]),
    ("nl", "Radoicic pleegde een aanslag in het noorden van Kosovo.", ["attack place=XK"], ["attack target=XK"]),
    # whose side is told apart
    ("nl", "Na harde gevechten met het Congolese leger nam M23 de stad Goma in.", ["clash actor=m23 target=CD"], []),
    # questions put are no demands
    ("nl", "Schriftelijke vragen van het lid Jansen aan de minister over Mali.", [], ["demand"]),
    ("nl", "Houthi-strijders blijven koopvaarders en oorlogsschepen in de Rode Zee bestoken.", ["attack actor=houthis place=red-sea"], []),
    ("nl", "UNAMID houdt er donderdag mee op.", ["end mission=unamid"], []),
    ("nl", "De Raad hechtte zijn goedkeuring aan de verlenging van EUTM Mali.", [], ["assessment"]),
    # a decision told as a question's condition
    ("nl", "Is de EU klaar als Servië de zaak laat escaleren?", [], ["risk"]),
    # whose decision it is to give
    ("nl", "De Veiligheidsraad verwelkomt het besluit van Zweden om 150 militairen aan MINUSMA bij te dragen.", ["contribution contributor=SE mission=minusma n=150"], ["strength"]),
    ("en", "The Security Council welcomes the decision of Sweden to contribute 150 soldiers to MINUSMA.", ["contribution contributor=SE mission=minusma n=150"], ["strength"]),
    ("fr", "Le Conseil de sécurité salue la décision de la Suède de fournir 150 soldats à la MINUSMA.", ["contribution contributor=SE mission=minusma n=150"], ["strength"]),
    # what somebody said was to come is no hearsay
    ("nl", "De minister zei dat Nederland geen militairen naar Mali zou sturen.", ["deploy actor=NL place=ML planned not"], ["hearsay"]),
    ("nl", "De minister zei dat Wagner militairen naar Mali zou hebben gestuurd.", [], ["deploy planned"]),
    # whose junta it is
    ("nl", "Denemarken stuurde 105 militairen naar Mali, maar moest ze op last van de junta weer terughalen.", ["withdraw actor=DK"], ["withdraw instigator=DK"]),
    ("nl", "De motie verzoekt de regering zich in te zetten voor verlenging van EUTM Mali.", ["extend mission=eutm-mali required"], []),
    # willing, however far behind what it would do stands
    ("nl", "De Europese Unie is in dit stadium bereid de uitvoerende militaire taak van operatie Althea voort te zetten.", ["extend actor=eu mission=eufor-althea possible"], []),
    # and did it: no longer what was chosen
    ("fr", "La France a choisi d'agir et y a envoyé 1 600 soldats.", ["deploy actor=FR n=1600"], ["deploy planned"]),
    ("fr", "Niamey accepte de garder une base, et 250 soldats appuieront l'armée nigérienne.", [], ["support actor=NE"]),
    # a year in brackets is the resolution's
    ("fr", "Par sa résolution 2359 (2017), adoptée lundi, le Conseil de sécurité a approuvé le déploiement.", [], ["approve at:2017"]),
    # nouns that look like verbs, and verbs that look like nouns
    ("fr", "Jamais la France n'avait payé aussi cher une seule attaque en Afghanistan.", [], ["attack actor=FR"]),
    ("fr", "Rien ne sera stable en Haïti tant qu'on n'aura pas traité le mal à la racine.", [], ["agree"]),
    ("fr", "La Suède a traité 40 blessés à Gao.", [], ["attack actor=SE", "attack target=SE"]),
    ("fr", "Trois morts et 12 blessés dans une attaque contre la MINUSMA à Gao", ["attack target=minusma killed=3 injured=12"], []),
    # a day to which an end is put off
    ("fr", "Le Conseil de sécurité a repoussé au 19 septembre 2025 l'échéance du mandat de la MINUSCA.", ["extend actor=un-security-council mission=minusca", "period mission=minusca until:2025-09-19"], ["postpone"]),
    ("fr", "Le Conseil proroge le mandat de la MINUSMA et prie le Secrétaire général de lui faire rapport.", ["extend actor=un-security-council mission=minusma"], ["demand target=minusma"]),
    ("fr", "Les membres du Conseil de sécurité ont, tous sans exception, renouvelé lundi le mandat de la MINUSCA.", ["extend actor=un-security-council mission=minusca"], []),
    # who decides that it is done does it
    ("fr", "Le Conseil de paix et de sécurité de l'UA décide que le Niger est suspendu de ses activités.", ["suspend actor=au-psc target=NE"], []),
    ("en", "The Security Council decided that the mission in Haiti would be extended.", ["extend actor=un-security-council"], []),
    # would like to
    ("fr", "La Norvège aimerait maintenir ses forces spéciales à Niamey.", ["presence actor=NO place=niamey planned"], []),
    ("fr", "L'Union européenne l'a déployée au Tchad.", ["deploy actor=eu place=TD"], ["presence"]),
    ("fr", "La Norvège a des alliés sans lesquels elle n'aurait pas retiré ses troupes du Niger.", [], ["withdraw hearsay"]),
    # a part of a mission is not all of it
    ("fr", "La Belgique reste dans EUTM Mali. Le détachement comptera quelque 175 militaires.", [], ["strength"]),
    # a mission drives rebels out, but expels nobody; what is deployed deploys nothing
    ("fr", "Serval a été lancée pour chasser les islamistes armés du nord du Mali.", [], ["expel"]),
    ("fr", "Comme l'EUFOR Tchad/RCA était prête, l'Europe l'a déployée le 28 janvier 2008.", ["deploy mission=eufor-tchad-rca"], ["deploy actor=eufor-tchad-rca"]),
    # nobody helps himself, nor asks it of himself
    ("fr", "Afin d'épauler l'armée congolaise, des soldats sont restés à Goma.", [], ["support actor=CD target=CD"]),
    ("fr", "La Belgique souhaitait que la Belgique continue de former l'armée malienne.", [], ["demand actor=BE target=BE"]),
    # when the wounded were brought home is not when they were hit
    ("fr", "Près de 200 blessés avaient été rapatriés en février.", [], ["attack at:2021-02"]),
    ("fr", "Le départ des soldats sud-africains de Goma fait suite à des pourparlers avec le M23.", ["withdraw actor=ZA"], ["withdraw partner=m23"]),
    # its own minister does not deny what is contested
    ("fr", "Le ministre ne voudrait pas que l'action de la France, saluée partout, soit contestée dans son pays.", [], ["deny"]),
    # without anyone's consent nobody consented
    ("fr", "La Suède a retiré ses soldats sans l'accord de Bamako.", ["withdraw actor=SE", "agree actor=ML not"], ["withdraw place=bamako"]),
    ("en", "Sweden withdrew its soldiers without the approval of Mali.", ["withdraw actor=SE", "approve actor=ML not"], []),
    ("nl", "Zweden trok zijn militairen terug zonder de toestemming van Mali.", ["withdraw actor=SE"], ["withdraw place=ML"]),
    ("fr", "La Norvège aurait retiré ses troupes du Niger sans explication.", ["withdraw actor=NO place=NE hearsay"], []),
    # a name with a capital inside, and whose minister its bearer is
    ("fr", "Alexander De Croo, Premier ministre belge, a condamné l'attaque.", ["post person=alexander-de-croo state=BE function=head-of-government"], []),
    ("nl", "Alexander De Croo, premier van België, veroordeelde de aanval.", ["post person=alexander-de-croo state=BE function=head-of-government"], ["post state=NL"]),
    ("nl", "Pieter De Crem, minister van Defensie van België, is naar Kunduz gereisd.", ["post person=pieter-de-crem state=BE function=defence-minister"], ["post state=NL"]),
    ("en", "Pieter De Crem, minister of defence of Belgium, condemned the attack.", ["post person=pieter-de-crem state=BE"], []),
    # there was, on a day
    ("nl", "Er was op 9 april 2021 een staatsgreep in Niger.", ["coup place=NE at:2021-04-09"], []),
    ("nl", "Op 9 april 2021 was er een aanval op MINUSMA.", ["attack target=minusma at:2021-04-09"], []),
    # who stands behind others did not do it
    ("en", "The UN-backed government in Tripoli expelled the Turkish ambassador.", ["expel target=TR"], ["expel actor=un"]),
    ("en", "Rwanda-backed M23 rebels attacked MONUSCO near Goma.", ["attack actor=m23 target=monusco"], ["attack actor=RW+m23"]),
    ("nl", "De door de VS opgeleide militairen pleegden een coup in Niger.", ["coup place=NE"], ["coup actor=US"]),
    # who holds or is held
    ("en", "The authorities in Bamako have been holding 46 Ivorian soldiers since July.", ["detain actor=ML target=CI n=46"], []),
    ("en", "Two Danish soldiers were taken prisoner near Menaka.", ["detain target=DK n=2"], ["detain actor=ML"]),
    ("en", "Three peacekeepers from Bangladesh remain in captivity.", ["detain target=BD n=3"], ["detain actor=BD"]),
    ("nl", "De politie arresteerde drie Fransen in Niamey.", ["detain target=FR n=3"], ["detain actor=FR"]),
    ("en", "Ireland lodged a protest with Israel over the shelling of UNIFIL positions.", ["protest actor=IE target=IL"], []),
    ("en", "The High Representative strongly condemns the attack on MINUSCA peacekeepers near Bria.", ["condemn actor=eu"], []),
    # what is there is the headquarters, not the mission
    ("nl", "Bij MINUSMA dienen tien Letten. Een van hen werkt op het hoofdkwartier van de missie in Senegal.", ["contribution mission=minusma place=SN n=1"], []),
    # a surname alone, where a sentence begins
    ("en", "Congolese president Félix Tshisekedi visited Goma. Tshisekedi condemned the attack on MONUSCO.", ["condemn actor=felix-tshisekedi"], []),
    ("nl", "De Tsjadische president Mahamat Déby bezocht Faya. Déby veroordeelde de aanval op MINUSMA.", ["condemn actor=mahamat-deby"], []),
    ("fr", "Le président kényan William Ruto s'est rendu à Port-au-Prince. Ruto a condamné l'attaque.", ["condemn actor=william-ruto"], []),
    # a minister of somewhere else is no minister of the country spoken of
    ("en", "President Emmanuel Macron announced that the last soldiers would leave Mali by July.", ["post person=emmanuel-macron"], ["post person=emmanuel-macron state=ML"]),
    ("en", "Defence minister Peter Hultqvist called the situation in Mali worrying.", ["post person=peter-hultqvist"], ["post person=peter-hultqvist state=ML"]),
    ("en", "Chad will send 1,200 soldiers. President Mahamat Déby said the deployment would begin in May.", ["post person=mahamat-deby state=TD"], []),
    ("en", "Kenya's president William Ruto visited Port-au-Prince.", ["post person=william-ruto state=KE"], []),
    # ships are their country's, by the prefix before their names
    ("nl", "FS Languedoc sloot zich aan bij operatie Aspides.", ["contribution contributor=FR mission=eunavfor-aspides"], []),
    ("en", "HDMS Iver Huitfeldt arrived in the Red Sea on Monday.", ["deploy actor=DK place=red-sea"], []),
    ("en", "HMS Carlskrona took part in Operation Atalanta.", ["contribution contributor=SE mission=eunavfor-atalanta"], ["contribution contributor=GB"]),
    ("fr", "Le HMS Diamond a rejoint l'opération Prosperity Guardian.", ["contribution contributor=GB mission=prosperity-guardian"], []),
    ("en", "NATO MOVES ITS TROOPS", [], ["deploy actor=IT"]),
    # English names of missions stand in Dutch papers too
    ("nl", "NATO Mission Iraq telt 500 militairen.", ["strength mission=nato-mission-iraq n=500"], ["strength mission=?"]),
    # a particle ends the verb, and what is said begins
    ("nl", "De minister kondigde gisteren aan dat Noorwegen zijn militairen uit Mali terugtrekt.", ["withdraw actor=NO place=ML planned"], []),
    ("nl", "Rusland gaf toe dat Wagner in Mali aanwezig is.", ["presence actor=wagner place=ML by=RU"], []),
    # who takes part, in lists
    ("nl", "Aan UNIFIL nemen 49 landen deel, waaronder Ierland en Ghana.", ["contribution contributor=IE mission=unifil", "contribution contributor=GH mission=unifil"], []),
    ("nl", "De grootste leveranciers van UNIFIL zijn Indonesië (1.200) en Italië (1.000).", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IT mission=unifil n=1000"], []),
    ("nl", "De meeste militairen van UNIFIL komen uit Nepal en Ghana.", ["contribution contributor=NP mission=unifil", "contribution contributor=GH mission=unifil"], []),
    ("nl", "De rebellen komen uit Tsjaad. UNISFA zwijgt.", [], ["contribution"]),
    ("nl", "Aan EUTM Mali levert Litouwen twee instructeurs. Dat aantal zal oplopen tot tien.", ["contribution contributor=LT mission=eutm-mali n=10 planned"], []),
    ("nl", "Letland neemt deel aan EUTM Mali, met drie instructeurs en één arts.", ["contribution contributor=LV function=trainer n=3", "contribution contributor=LV function=medic n=1"], []),
    ("nl", "Georgië heeft als enige buurland een waarnemer naar EUMA gestuurd.", ["contribution contributor=GE mission=euma-armenia n=1"], ["deploy conditional"]),
    # what opens a clause is its object
    ("nl", "Dat spraken Mali en Niger gisteren met Burkina Faso af.", ["agree partner=BF"], []),
    ("nl", "De aanval van vrijdag veroordeelde Ghana scherp.", ["condemn actor=GH"], []),
    ("nl", "Elke inmenging in Kosovo wijst Albanië van de hand.", ["reject actor=AL"], []),
    ("nl", "Wij vragen de EU om meer steun voor UNIFIL.", ["demand target=eu"], ["demand actor=eu"]),
    ("nl", "In Bouar houden zich zo'n honderd strijders van Wagner op.", ["presence actor=wagner place=bouar n=100"], []),
    # who does what a relative clause tells
    ("nl", "KFOR, de macht die Turkije aanvoert, telt 4.500 militairen.", ["leadership leader=TR mission=kfor"], []),
    ("nl", "De Kamer sprak over de aanval die Al-Shabaab maandag uitvoerde op een basis van ATMIS.", ["attack actor=al-shabaab mission=atmis"], ["attack planned"]),
    ("nl", "De militairen die Mali verlieten, zijn thuis.", ["withdraw place=ML"], ["withdraw actor=ML"]),
    ("nl", "De hinder die MINUSCA ondervindt, neemt toe.", ["obstruct target=minusca"], []),
    ("nl", "De Ierse minister Micheál Martin, wiens land met 330 militairen aan UNIFIL bijdraagt, was bezorgd.", ["contribution contributor=IE mission=unifil n=330"], []),
    # who leads where the mission goes without saying
    ("nl", "UNIFIL bewaakt de grens. Spanje voert het bevel.", ["leadership leader=ES mission=unifil"], []),
    ("nl", "UNIFIL bewaakt de grens. Spanje heeft de leiding over het onderzoek.", [], ["leadership"]),
    ("nl", "Irini staat sinds maart onder Italiaans bevel.", ["leadership leader=IT mission=eunavfor-irini since:2021-03/.."], []),
    ("nl", "Schout-bij-nacht Jan Holm leidt operatie Aspides.", ["post person=jan-holm mission=eunavfor-aspides function=mission-commander"], []),
    # a Belgian paper speaks of its own
    ("nl", "BRUSSEL (BELGA) - De regering stuurt een compagnie naar Litouwen.", ["deploy actor=BE place=LT"], ["deploy actor=NL"]),
    # weighed, offered, meant: not done
    ("nl", "Letland overweegt twintig militairen ter beschikking te stellen aan KFOR.", ["contribution contributor=LV mission=kfor possible"], []),
    ("nl", "Turkije heeft aangeboden tussen Somalië en Ethiopië te bemiddelen.", ["mediate actor=TR possible"], []),
    # how long a mission may last, and what it is for
    ("nl", "ATMIS begon in 2022 en heeft een mandaat tot eind 2024.", ["period mission=atmis since:2022"], []),
    ("nl", "De Baltic Air Policing is bedoeld om indringers af te schrikken.", ["purpose mission=baltic-air-policing"], []),
    ("nl", "UNMISS heeft als taak burgers te beschermen.", ["purpose mission=unmiss"], []),
    # he is a person, the town the one named, their soldiers those of the state spoken of
    ("nl", "Azerbeidzjan beschuldigt EUMA, wat missiehoofd Jan Holm tegenspreekt. Hij vroeg Bakoe om een gesprek.", ["demand actor=jan-holm target=AZ"], ["demand actor=AZ"]),
    ("nl", "M23 nam Goma in. De beweging houdt de stad bezet.", ["presence actor=m23 place=goma"], []),
    ("nl", "De Denen vertrokken als eersten. Hun laatste soldaten verlieten Mali in mei.", ["withdraw actor=DK place=ML"], []),
    ("nl", "Uganda, Sudan en Burundi spraken elkaar. De Zuid-Sudanese regering riep UNMISS op te blijven.", ["demand actor=SS"], ["demand actor=NL"]),
    # done to whom
    ("nl", "Mali verwijt Frankrijk de rebellen te steunen.", ["accuse actor=ML target=FR"], ["support actor=ML"]),
    ("nl", "De EU legde Wagner in december sancties op.", ["sanction actor=eu target=wagner"], []),
    ("nl", "Bij gevechten tussen M23 en de Wazalendo bij Sake vielen negen doden.", ["clash target=wazalendo killed=9"], ["attack"]),
    # the land spoken of is not one that was only named; the junta is that of a land with missions
    ("fr", "Le pays a été frappé par un attentat. La France condamne l'attaque.", ["condemn actor=FR"], ["condemn place=FR", "attack place=FR"]),
    ("fr", "La junte accuse la France d'armer des terroristes.", ["accuse target=FR"], ["accuse actor=FR"]),
    ("fr", "La police a arrêté trois Français.", ["detain n=3"], ["detain actor=FR"]),
    ("fr", "La police a arrêté trois Français à Niamey.", ["detain actor=NE target=FR n=3"], []),
    ("fr", "La Suède aide le Tchad. Trente soldats y sont morts.", [], ["attack place=SE"]),
    ("fr", "Le Portugal reste engagé. Le pays enverra 30 soldats à la MINUSCA.", ["contribution contributor=PT n=30"], ["contribution contributor=CF"]),
    # whom a pronoun takes up: a state too, by its gender
    ("fr", "La Suède a quitté le Mali. Elle enverra 30 soldats à la MINUSCA.", ["contribution contributor=SE mission=minusca n=30 planned"], []),
    ("fr", "Le Niger a rompu l'accord avec la France. Elle a retiré ses soldats.", ["withdraw actor=FR"], ["withdraw actor=NE"]),
    ("fr", "Le Niger a rompu l'accord avec la France. Il a expulsé l'ambassadeur allemand.", ["expel actor=NE target=DE"], []),
    ("en", "Sweden has left Mali. It will send 30 soldiers to MINUSCA.", ["contribution contributor=SE mission=minusca n=30 planned"], []),
    ("fr", "Le Niger a rompu l'accord avec les États-Unis. Ces derniers ont accepté de rapatrier leurs soldats.", ["withdraw actor=US planned"], ["withdraw actor=NE"]),
    ("fr", "Le M23 a attaqué Goma. Le groupe a nié toute implication.", ["deny actor=m23"], []),
    ("fr", "La délégation du Royaume-Uni, dont le pays fournit 250 Casques bleus à l'UNFICYP, a salué le vote.", ["contribution contributor=GB mission=unficyp n=250"], ["contribution contributor=CY"]),
    ("fr", "Kinshasa veut partir. La MONUSCO doit encore quitter l'Ituri. Elle doit se retirer de Bunia.", ["withdraw mission=monusco place=bunia required"], []),
    # from where a noun tells that somebody leaves, and whose death it tells
    ("fr", "La Norvège a annoncé son retrait de la MINUSMA.", ["withdraw actor=NO mission=minusma planned"], []),
    ("fr", "Le départ des troupes allemandes du Niger a commencé.", ["withdraw actor=DE place=NE"], []),
    ("fr", "Le dernier soldat danois a quitté Bamako.", ["withdraw actor=DK place=bamako"], []),
    ("fr", "L'OTAN condamne la mort d'un Géorgien, abattu près de Gori.", ["attack target=GE killed=1"], ["attack target=nato"]),
    ("fr", "Le Conseil de sécurité déplore la mort de trois Casques bleus tchadiens à Kidal.", ["attack target=TD killed=3 place=kidal"], []),
    ("fr", "Une frappe a fait cinq morts parmi les Casques bleus sénégalais.", ["attack target=SN killed=5"], []),
    ("fr", "Un Danois a été tué à Gossi.", ["attack target=DK killed=1 place=gossi"], []),
    # who gives soldiers does not tell how many there are
    ("fr", "Le Ghana participe à la FINUL avec 870 Casques bleus.", ["contribution contributor=GH n=870"], ["strength"]),
    ("en", "Ghana takes part in UNIFIL with 870 soldiers.", ["contribution contributor=GH n=870"], ["strength"]),
    ("fr", "Au 15 avril, la MINUSCA comptait 14 803 soldats.", ["strength mission=minusca n=14803 at:2021-04-15"], []),
    # relative clauses with a preposition, and whose doing a noun's are
    ("fr", "La SAMIDRC, à laquelle l'Afrique du Sud fournit 500 hommes, a suspendu ses patrouilles.", ["contribution contributor=ZA mission=sadc-samidrc n=500"], []),
    ("fr", "L'UNFICYP, au sein de laquelle servent 250 Britanniques, a été prolongée.", ["contribution contributor=GB mission=unficyp n=250"], []),
    ("fr", "Les Casques bleus de la FINUL, contre lesquels Israël a ouvert le feu, sont restés.", ["attack actor=IL target=unifil"], []),
    ("fr", "L'Union salue les pourparlers que mène l'Angola avec le M23.", ["consult actor=AO target=m23"], []),
    ("fr", "Le M23, que Kinshasa accuse Kigali d'armer, a pris Kanyabayonga.", ["accuse actor=CD target=RW"], ["accuse target=m23"]),
    # what something is held for; what closes a letter; what is yet to come
    ("fr", "La Belgique tient l'expulsion de son ambassadeur pour inacceptable.", ["assessment grade=unacceptable by=BE"], ["expel actor=BE"]),
    ("fr", "Je vous prie d'agréer, Madame la Présidente, l'assurance de ma haute considération.", [], ["demand", "approve"]),
    ("fr", "L'arrivée prochaine de 120 soldats égyptiens au sein de l'AUSSOM a été annoncée.", ["deploy actor=EG mission=aussom n=120 planned"], []),
    ("fr", "La députée souhaite savoir si la Norvège compte étoffer son contingent au sein de la KFOR.", [], ["reinforce"]),
    ("fr", "Empêcher la résurgence de Daech reste la raison d'être de la coalition.", [], ["obstruct"]),
    # parts of a whole: half of 400 are 200, whose share is told
    ("en", "Half of the 400 engineers serving with MINUSCA come from Bangladesh.", ["contribution contributor=BD mission=minusca n=200"], ["n=400"]),
    ("nl", "De helft van de 400 genisten bij MINUSCA komt uit Bangladesh.", ["contribution contributor=BD mission=minusca n=200"], ["n=400"]),
    ("fr", "La moitié des 400 sapeurs de la MINUSCA viennent du Bangladesh.", ["contribution contributor=BD mission=minusca n=200"], ["n=400"]),
    ("en", "Most of the 900 soldiers in KFOR's southern sector are Italian.", ["contribution contributor=IT mission=kfor"], ["n=900"]),
    ("nl", "Een kwart van de 1.000 UNIFIL-militairen in het oosten komt uit Nepal.", ["contribution contributor=NP mission=unifil n=250"], ["strength"]),
    ("fr", "La MINUSMA compte 1 700 policiers. La moitié d'entre eux viennent du Sénégal.", ["contribution contributor=SN mission=minusma n=850"], []),
    ("en", "UNIFIL has 10,000 troops. Of these, 1,200 are Indonesian and 900 Indian.", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IN n=900"], []),
    ("nl", "UNIFIL telt 10.000 militairen. Van hen zijn er 1.200 Indonesisch en 900 Indiaas.", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IN n=900"], []),
    ("fr", "La FINUL compte 10 000 soldats. Parmi eux, 1 200 sont indonésiens et 900 indiens.", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IN n=900"], []),
    ("en", "The Finnish share of KFOR amounts to 70 soldiers.", ["contribution contributor=FI mission=kfor n=70"], ["strength"]),
    ("nl", "Het Finse aandeel in KFOR bedraagt 70 militairen.", ["contribution contributor=FI mission=kfor n=70"], ["strength"]),
    ("fr", "La part finlandaise de la KFOR s'élève à 70 soldats.", ["contribution contributor=FI mission=kfor n=70"], ["strength"]),
    ("en", "The largest contributors to MINUSCA are Rwanda (2,100) and Bangladesh (1,400).", ["contribution contributor=RW mission=minusca n=2100", "contribution contributor=BD n=1400"], []),
    ("nl", "De grootste leveranciers van MINUSCA zijn Rwanda (2.100) en Bangladesh (1.400).", ["contribution contributor=RW mission=minusca n=2100", "contribution contributor=BD n=1400"], []),
    ("fr", "Les plus gros contributeurs de la MINUSCA sont le Rwanda (2 100) et le Bangladesh (1 400).", ["contribution contributor=RW mission=minusca n=2100", "contribution contributor=BD n=1400"], []),
    ("nl", "Rwanda is met 2.100 militairen de grootste leverancier van MINUSCA, gevolgd door Bangladesh.", ["contribution contributor=RW n=2100"], ["contribution contributor=BD n=2100"]),
    ("en", "Among the 24 nations in the battlegroup in Latvia is Albania, with 30 sappers.", ["contribution contributor=AL mission=efp-latvia n=30"], ["contributor=LV"]),
    # "de" before an adjective is an article; a form that is a noun elsewhere may be the only verb
    ("fr", "De nombreux soldats danois ont quitté le Mali, après l'ultimatum.", ["withdraw actor=DK place=ML"], []),
    ("fr", "De violents combats ont éclaté à Goma entre l'armée congolaise et le M23.", ["clash actor=CD target=m23 place=goma"], []),
    ("fr", "Amnesty International presse le gouvernement malien d'ouvrir une enquête.", ["demand target=ML", "investigate actor=ML required"], []),
    ("fr", "Depuis juillet, trois cents sapeurs népalais de la MINUSS rehaussent les digues.", ["contribution contributor=NP mission=unmiss n=300"], []),
    ("fr", "L'accord signé entre Kinshasa et Kigali prévoit un cessez-le-feu.", ["agree actor=CD partner=RW"], []),
    # who was struck did not do it; whose attack is claimed behind a comma; the attack of a town
    ("fr", "Une patrouille de la MINUSCA est tombée dans une embuscade, tuant un soldat rwandais.", ["attack mission=minusca killed=1"], ["attack actor=minusca"]),
    ("fr", "L'attentat, revendiqué par le GSIM, a coûté la vie à dix soldats.", ["attack actor=jnim killed=10"], []),
    ("fr", "L'Union africaine a condamné l'attentat de Mogadiscio.", ["attack place=mogadishu-so"], ["attack actor=SO"]),
    ("fr", "Une patrouille mongole de la MINUSS a été refoulée dimanche.", ["deny_access target=MN+unmiss"], ["deny_access actor=MN"]),
    ("fr", "Dix-sept soldats nigériens sont morts dans une embuscade tendue par des djihadistes.", ["attack target=NE killed=17"], ["assessment"]),
    ("fr", "Accusé de soutenir le M23, le Rwanda dément.", ["accuse target=RW", "deny actor=RW"], []),
    # who was made to leave has left; who has time to leave was told to
    ("fr", "Les soldats danois ont été contraints de quitter le Burkina Faso.", ["withdraw actor=DK place=BF"], ["withdraw planned"]),
    ("fr", "L'ambassadeur de France a 48 heures pour quitter le Niger.", ["expel target=FR function=ambassador"], ["withdraw"]),
    ("fr", "Des soldats ivoiriens ont été arrêtés à l'aéroport de Bamako.", ["detain actor=ML place=bamako target=CI"], []),
    # whom an agreement that is ended was with
    ("fr", "Le Tchad a dénoncé l'accord de défense qui le liait à la France.", ["end actor=TD target=FR"], []),
    ("fr", "La junte a rompu l'accord militaire qui la liait aux États-Unis.", ["end target=US"], ["end actor=US"]),
    # a mission deploys not itself, and imposes no embargo; a number that is authorised is no approval
    ("fr", "L'EUTM Mali mobilise un millier de militaires.", ["strength mission=eutm-mali n=1000"], ["deploy"]),
    ("fr", "L'effectif autorisé de la MINUSCA est porté à 14 400 militaires.", ["strength mission=minusca n=14400"], ["approve"]),
    ("fr", "Irini surveille le respect de l'embargo sur les armes.", [], ["sanction"]),
    # in whose view, and who leads
    ("fr", "Pour Paris, le déploiement de Wagner est inacceptable.", ["assessment grade=unacceptable by=FR"], []),
    ("fr", "L'attaque constitue un crime de guerre, a rappelé la MINUSCA.", ["assessment grade=unlawful by=minusca"], []),
    ("fr", "Placée sous la direction du Portugal, l'EUTM RCA a repris ses cours.", ["leadership leader=PT mission=eutm-rca"], []),
    ("fr", "Un groupe de policiers kényans a atterri mardi à Port-au-Prince.", ["deploy actor=KE place=port-au-prince-ht"], []),
    # who makes up a mission, what it is for by what its people do
    ("nl", "Letland levert tien militairen aan NATO Mission Iraq. Zij adviseren het Iraakse ministerie van Defensie.", ["purpose mission=nato-mission-iraq"], []),
    ("nl", "UNMISS telt 13.000 militairen en 1.900 politiemensen.", ["strength mission=unmiss n=13000", "strength mission=unmiss n=1900"], []),
    ("nl", "Nederland neemt deel aan de NAVO-gevechtsgroep in Litouwen. De gevechtsgroep telt 1.700 militairen.", ["strength mission=efp-lithuania n=1700"], []),
    ("nl", "Zr.Ms. Tromp neemt deel aan operatie Aspides. Aan boord zijn 200 militairen.", ["contribution contributor=NL mission=eunavfor-aspides n=200"], ["strength"]),
    ("nl", "Negen Zuid-Afrikanen zijn gesneuveld. Zeven dienden bij SAMIDRC en twee bij MONUSCO.", ["contribution contributor=ZA mission=sadc-samidrc n=7", "contribution contributor=ZA mission=monusco n=2"], ["contribution contributor=NL"]),
    ("nl", "Het aantal Letten bij KFOR is in mei teruggebracht van twintig naar acht.", ["contribution contributor=LV mission=kfor n=8"], []),
    ("nl", "Het aantal Deense militairen in Irak bedraagt 150.", ["presence actor=DK place=IQ n=150"], []),
    ("nl", "Er zijn nog zo'n duizend Amerikaanse militairen in Niger.", ["presence actor=US place=NE n=1000"], ["strength"]),
    # an agency's report of a foreign ministry is no paper of our own
    ("nl", "GOMA (ANP/AFP) - Het ministerie van Defensie van Malawi bevestigt drie doden. Onze soldaten blijven, zegt het.", [], ["presence actor=NL", "post state=NL"]),
    # whose government it is
    ("nl", "De Tsjaadse regering heeft het akkoord met Frankrijk opgezegd.", ["end actor=TD target=FR"], ["end actor=NL"]),
    ("nl", "De Zanzibarese regering zette de ambassadeur van Frankrijk uit.", ["expel target=FR"], ["expel actor=NL"]),
    ("nl", "De ministers van Defensie van de NAVO kwamen gisteren in Brussel bijeen.", ["consult actor=nato"], ["consult actor=NL"]),
    # wanted, threatened
    ("nl", "Frankrijk wil dat Rwanda zijn troepen terugtrekt.", ["demand actor=FR target=RW", "withdraw actor=RW required"], ["demand planned"]),
    ("nl", "Bendeleider Jimmy Chérizier dreigde de agenten aan te vallen.", [], ["attack"]),
    ("nl", "Mali eiste het vertrek van de Franse troepen.", ["demand actor=ML target=FR"], []),
    # who follows whom
    ("nl", "Generaal Chris Cavoli volgt generaal Tod Wolters op als commandant van KFOR.", ["post person=chris-cavoli mission=kfor"], ["appoint target=tod-wolters", "post person=tod-wolters mission=kfor"]),
    ("nl", "Nicholas Haysom, speciaal vertegenwoordiger van de secretaris-generaal en hoofd van UNMISS, waarschuwde.", ["post person=nicholas-haysom mission=unmiss function=special-representative"], []),
    # it happened there
    ("nl", "Bij een aanval op MINUSCA is een blauwhelm gedood. Het gebeurde bij Bria.", ["attack mission=minusca place=bria"], []),
    ("nl", "De Raad is verheugd dat EUFOR Althea blijft. De VN-Veiligheidsraad stemde gisteren.", ["assessment grade=positive"], []),
    # whom the lead goes to; who is only put under it
    ("en", "Command of KFOR passed from Italy to Turkey in October.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    ("nl", "Het bevel over UNIFIL ging in februari over van Spanje op Italië.", ["leadership leader=IT mission=unifil"], ["leader=ES"]),
    ("fr", "Le commandement de la KFOR est passé de l'Italie à la Turquie.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    ("en", "Italy handed over command of KFOR to Turkey.", ["leadership leader=TR mission=kfor"], ["contribution", "leader=IT"]),
    ("nl", "Italië droeg het bevel over KFOR over aan Turkije.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    ("fr", "L'Italie a transmis le commandement de la KFOR à la Turquie.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    ("en", "Since 1 January Spain has been in charge of EUTM Mali.", ["leadership leader=ES mission=eutm-mali"], []),
    ("en", "A Danish general is in command of NATO Mission Iraq.", ["leadership leader=DK mission=nato-mission-iraq"], []),
    ("en", "The Estonian soldiers were placed under the command of Operation Barkhane.", [], ["leadership"]),
    # offered, promised, set aside: to come
    ("en", "Kenya's pledge of 1,000 police officers for Haiti still stands.", ["contribution contributor=KE place=HT n=1000 planned"], ["presence"]),
    ("nl", "Het Keniaanse aanbod van 1.000 agenten voor Haïti blijft staan.", ["contribution contributor=KE place=HT n=1000 planned"], ["presence"]),
    ("fr", "L'offre kényane de 1 000 policiers pour Haïti a été saluée par Washington.", ["contribution contributor=KE place=HT n=1000 planned"], ["presence"]),
    ("en", "Sweden is offering a C-130 to MINUSMA.", ["contribution contributor=SE mission=minusma planned"], []),
    ("nl", "Zweden biedt MINUSMA een C-130 aan.", ["contribution contributor=SE mission=minusma planned"], []),
    ("nl", "Griekenland reserveerde een fregat voor operatie Aspides.", ["contribution contributor=GR mission=eunavfor-aspides planned"], []),
    ("fr", "La Grèce a réservé une frégate pour l'opération Aspides.", ["contribution contributor=GR mission=eunavfor-aspides planned"], []),
    ("en", "Haiti rejected Kenya's offer of 1,000 police officers.", ["reject actor=HT"], ["contribution"]),
    # who is there
    ("nl", "Nederland houdt een fregat in de Rode Zee.", ["presence actor=NL place=red-sea"], []),
    ("nl", "Rwandese troepen zijn ingezet in Cabo Delgado.", ["presence actor=RW place=cabo-delgado"], ["deploy"]),
    ("nl", "Russische parachutisten zijn nog in Nagorno-Karabach.", ["presence actor=RU place=nagorno-karabakh"], []),
    ("fr", "Des parachutistes russes sont toujours au Haut-Karabakh.", ["presence actor=RU place=nagorno-karabakh"], []),
    ("en", "NATO has reinforced KFOR with 700 soldiers.", ["reinforce actor=nato mission=kfor n=700"], ["strength"]),
    ("nl", "Frankrijk draagt met 300 militairen bij aan de gevechtsgroep in Estland.", ["contribution contributor=FR mission=efp-estonia n=300"], []),
    ("fr", "L'Albanie est l'un des 14 pays du groupement tactique en Lettonie.", ["contribution contributor=AL mission=efp-latvia"], []),
    # spellings of a town; lists that say the noun once
    ("fr", "Trois Casques bleus ont été tués à Béni.", ["attack place=beni killed=3"], []),
    ("fr", "Ndjamena a sommé Paris de partir.", ["demand actor=TD target=FR"], []),
    ("fr", "Le M23 a attaqué El Fasher et Menaka.", ["attack actor=m23 place=el-fasher+menaka"], []),
    ("fr", "À la KFOR, l'Italie aligne 800 militaires, la Turquie 400 et la Grèce une centaine.", ["contribution contributor=IT n=800", "contribution contributor=TR mission=kfor n=400", "contribution contributor=GR n=100"], []),
    ("fr", "Sur les 10 000 soldats de la FINUL, 1 200 sont indonésiens.", ["contribution contributor=ID mission=unifil n=1200"], ["contribution n=10000"]),
    ("fr", "Le Népal a porté à 1 000 hommes sa contribution à la MINUSS.", ["contribution contributor=NP mission=unmiss n=1000"], []),
    # in whose hands a town is, or falls; who was seen where
    ("fr", "La ville de Ménaka est aux mains de l'État islamique.", ["presence actor=is place=menaka"], []),
    ("fr", "Goma est tombée aux mains du M23.", ["attack actor=m23 place=goma"], []),
    ("fr", "Les FSR se sont emparées de Wad Madani.", ["attack actor=rsf-sudan place=wad-madani"], []),
    ("fr", "Des mercenaires de Wagner ont été aperçus à Tombouctou.", ["presence actor=wagner place=timbuktu"], []),
    # when a withdrawal was completed; under whose command a mission is
    ("fr", "Le départ du bataillon éthiopien s'est achevé en mars 2021.", ["withdraw actor=ET at:2021-03"], []),
    ("fr", "Le Conseil prend note du retrait des troupes burundaises, achevé en décembre 2021.", ["withdraw actor=BI at:2021-12"], []),
    ("fr", "L'EUTM RCA a repris ses cours. La mission sous commandement portugais compte 80 formateurs.", ["leadership leader=PT mission=eutm-rca"], []),
    ("fr", "L'EUTM RCA, sous commandement portugais, a repris ses cours.", ["leadership leader=PT mission=eutm-rca"], ["resume actor=PT"]),
    ("fr", "Le retrait de la MONUSCO, voulu par Kinshasa, a commencé.", ["withdraw mission=monusco"], []),
    ("fr", "La ministre des Armées s'est rendue au Mali.", ["visit place=ML"], ["visit actor=ML"]),
    # an end that is put off; how many are left
    ("en", "The mandate of UNMISS, which was due to expire in March, has been extended by a year.", ["extend mission=unmiss"], ["period"]),
    ("nl", "Het mandaat van UNMISS, dat in maart zou aflopen, is met een jaar verlengd.", ["extend mission=unmiss"], ["period hearsay"]),
    ("fr", "Le mandat de la MINUSS, qui devait prendre fin en mars, a été prolongé d'un an.", ["extend mission=unmiss"], ["end"]),
    ("en", "The mandate of UNMISS, which expires in March, will not be extended.", ["extend mission=unmiss not", "period mission=unmiss"], []),
    ("en", "The German mandate for Iraq expires at the end of January.", ["period contributor=DE place=IQ"], []),
    ("nl", "Het Duitse mandaat voor Irak verstrijkt eind januari.", ["period contributor=DE place=IQ"], []),
    ("fr", "Le mandat allemand en Irak expire fin janvier.", ["period contributor=DE place=IQ"], []),
    ("en", "ATMIS will be reduced to 8,000 troops by the summer.", ["reduce mission=atmis planned", "strength mission=atmis n=8000 planned"], ["reduce n=8000"]),
    ("nl", "ATMIS wordt teruggebracht tot 8.000 militairen.", ["reduce mission=atmis", "strength mission=atmis n=8000"], ["reduce n=8000"]),
    ("nl", "MONUSCO krimpt naar 8.000 man.", ["strength mission=monusco n=8000"], []),
    ("fr", "La MONUSCO sera ramenée à 8 000 hommes.", ["strength mission=monusco n=8000 planned"], ["reduce n=8000"]),
    ("en", "ATMIS will be reduced by 2,000 troops.", ["reduce mission=atmis n=2000 planned"], ["strength"]),
    ("fr", "Les Pays-Bas ramènent leur contribution à la MINUSMA à 100 soldats.", ["reduce actor=NL mission=minusma", "contribution contributor=NL n=100"], ["withdraw"]),
    ("nl", "Georgië sloot zich in 2016 met 35 militairen aan bij EUTM RCA.", ["contribution contributor=GE mission=eutm-rca n=35"], []),
    # quotation marks that look like apostrophes
    ("nl", "‘Wij trekken onze militairen terug uit Mali’, zegt de Deense regering.", ["withdraw actor=DK place=ML by=DK"], []),
    ("nl", "‘Irak heeft de NAVO gevraagd te blijven’, zei minister Jansen.", ["demand actor=IQ target=nato"], ["post state=IQ"]),
    # asked to stay, travelling tomorrow: no passive, and nothing of the minister's
    ("nl", "Irak heeft de NAVO gevraagd te blijven.", ["demand actor=IQ target=nato"], ["demand target=IQ"]),
    ("nl", "Minister Brekelmans van Defensie reist morgen naar Litouwen.", ["post person=brekelmans function=defence-minister"], ["post state=LT"]),
    ("nl", "Kolonel Jan Maes heeft het commando over EUTM Mali overgedragen aan kolonel Piet Smit.", ["post person=piet-smit mission=eutm-mali"], ["post person=jan-maes mission=eutm-mali"]),
    ("nl", "De AU betreurt het besluit van Niger.", ["assessment grade=negative by=au"], []),
    # at whose request
    ("en", "At Mali's request, Denmark withdrew its soldiers from Takuba.", ["withdraw actor=DK instigator=ML mission=takuba"], ["demand"]),
    ("nl", "Op Malinees verzoek trok Denemarken zijn militairen terug uit Takuba.", ["withdraw actor=DK instigator=ML mission=takuba"], ["demand"]),
    ("fr", "À la demande malienne, le Danemark a retiré ses soldats de Takuba.", ["withdraw actor=DK instigator=ML mission=takuba"], ["demand"]),
    ("fr", "À sa demande, l'Irak a reçu des formateurs de l'OTAN.", [], ["demand"]),
    # what a mission is there for, and who came where
    ("fr", "La mission Irini est vouée à la surveillance de l'embargo maritime.", ["purpose mission=eunavfor-irini"], []),
    ("fr", "Le groupement tactique de l'OTAN en Estonie est là pour dissuader Moscou.", ["purpose mission=efp-estonia"], []),
    ("fr", "L'ambassadeur du Japon est venu à Bentiu vendredi.", ["visit actor=JP place=bentiu"], []),
    ("fr", "Le ministre belge de la Défense se rendra en Roumanie le 2 juin.", ["visit actor=BE target=RO planned"], ["visit place=?"]),
    ("fr", "La Turquie enverra un bataillon de commandos au Kosovo.", ["deploy actor=TR place=XK planned"], []),
    # wanted, asked for: not given, and no strength yet
    ("nl", "Brussel vraagt Warschau om 200 militairen voor EUTM Mali.", ["demand actor=BE target=PL"], ["contribution"]),
    ("fr", "Bruxelles demande à Varsovie 200 soldats pour l'EUTM Mali.", ["demand actor=BE"], ["contribution"]),
    ("en", "The Secretary-General wants MONUSCO to have 16,000 soldiers.", ["strength mission=monusco n=16000 required"], []),
    ("nl", "Hongarije neemt in januari de leiding van EUFOR Althea over van Oostenrijk.", ["leadership leader=HU mission=eufor-althea"], ["period"]),
    ("nl", "Valentine Rugwabiza staat aan het hoofd van MINUSCA.", ["post mission=minusca person=valentine-rugwabiza function=head-of-mission"], []),
    ("nl", "Driekwart van de 14.000 militairen van MINUSCA is Rwandees.", ["contribution contributor=RW mission=minusca n=10500"], ["n=14000"]),
    # beside a mission of members only
    ("en", "SAMIM has 2,000 soldiers in Mozambique. Rwanda has some 2,500 soldiers in Cabo Delgado.", ["presence actor=RW place=cabo-delgado n=2500"], ["contribution contributor=RW"]),
    ("fr", "La SAMIM reste au Mozambique. Le Rwanda compte 2 500 soldats au Cabo Delgado.", ["presence actor=RW place=cabo-delgado n=2500"], ["contribution contributor=RW"]),
    ("nl", "SAMIM blijft in Mozambique. Zuid-Afrika heeft 1.500 militairen in Cabo Delgado.", ["contribution contributor=ZA mission=sadc-samim n=1500"], []),
    ("en", "Rwanda has 2,500 soldiers in SAMIM, a minister said.", ["contribution contributor=RW mission=sadc-samim n=2500"], []),
    # set up to advise: a mission's work, no demand
    ("en", "EUTM Somalia was founded to advise the Somali army.", ["purpose mission=eutm-somalia"], ["demand"]),
    ("nl", "EUAM Oekraïne is in het leven geroepen om de Oekraïense politie te adviseren.", ["purpose mission=euam-ukraine"], ["demand"]),
    ("fr", "L'EUAM Ukraine a été mise en place pour conseiller la police ukrainienne.", ["purpose mission=euam-ukraine"], ["demand"]),
    # a departure that is only weighed
    ("en", "The departure of the Danes risks leaving MINUSMA exposed.", ["withdraw actor=DK possible"], ["withdraw mission=minusma"]),
    ("en", "The withdrawal of UNAMID risks reviving the fighting.", ["withdraw mission=unamid possible"], []),
    ("nl", "Het vertrek van Barkhane zou de jihadisten sterken.", ["withdraw mission=barkhane possible"], []),
    ("nl", "De terugtrekking van MINUSMA zou begonnen zijn.", ["withdraw mission=minusma hearsay"], ["possible"]),
    ("nl", "Het vertrek van de Denen dreigt MINUSMA te verzwakken.", ["withdraw actor=DK planned"], ["threaten"]),
    ("fr", "Le départ de Barkhane risque d'enhardir les djihadistes.", ["withdraw mission=barkhane possible"], []),
    ("fr", "Le retrait de la MINUSMA menace de déstabiliser le Mali.", ["withdraw mission=minusma possible"], ["threaten"]),
    ("fr", "Le retrait de la MINUSMA, qui a commencé en mai, risque de créer un vide.", ["withdraw mission=minusma"], ["possible"]),
    # what somebody says that another shall do
    ("nl", "Ik hoop dat u ze nog dit najaar terughaalt, zei de minister.", [], ["withdraw actor=BE", "withdraw actor=NL"]),
    ("nl", "De EU moet haar sancties tegen Mali uitbreiden.", ["sanction actor=eu target=ML required"], []),
    ("en", "Rwanda sought a pause in the drawdown of 3,000 ATMIS troops.", ["reduce mission=atmis planned"], []),
    ("en", "The Council approved a pause in the drawdown of 3,000 ATMIS troops.", ["reduce mission=atmis planned"], []),
    # what was so and is over
    ("en", "Norway previously contributed 30 soldiers to MINUSMA.", [], ["contribution"]),
    ("en", "Sweden formerly had 200 soldiers in Mali.", [], ["presence", "contribution"]),
    ("nl", "Zweden had voorheen 200 militairen in Mali.", [], ["presence", "contribution"]),
    ("fr", "La Norvège fournissait auparavant 30 soldats à la MINUSMA.", [], ["contribution"]),
    # the present tense with a day to come
    ("en", "UNAMA shrinks to 300 staff before the summer.", ["reduce mission=unama planned before:../2022-22"], []),
    ("en", "Denmark brings its soldiers home from Mali this spring.", ["withdraw actor=DK place=ML planned at:2022-21"], []),
    ("en", "Poland takes command of EUFOR Althea in April.", ["leadership leader=PL mission=eufor-althea planned"], []),
    ("nl", "UNAMA krimpt voor de zomer tot 300 man.", ["strength mission=unama n=300 planned"], []),
    ("nl", "Italië neemt in maart het commando over KFOR over.", ["leadership leader=IT mission=kfor planned"], []),
    ("fr", "La MANUA passe à 300 hommes avant l'été.", ["strength mission=unama n=300 planned"], []),
    ("fr", "L'Italie prend en mars le commandement de la KFOR.", ["leadership leader=IT mission=kfor planned"], []),
    # called by the name of its capital; told to leave a land
    ("nl", "De VS riepen Belgrado op de troepen terug te trekken van de grens met Kosovo.", ["withdraw actor=RS required"], ["place=belgrade-rs"]),
    ("nl", "Nederland zegt zijn burgers Oekraïne te verlaten.", ["demand actor=NL"], ["demand target=UA", "withdraw"]),
    ("en", "The United States has told its citizens to leave Ukraine.", ["demand actor=US"], ["demand target=UA", "withdraw"]),
    ("fr", "L'Allemagne a dit à ses ressortissants de quitter le Mali.", [], ["demand target=ML", "withdraw"]),
    # who threatens; "ne part pas"
    ("fr", "Si Barkhane ne part pas, a menacé le gouvernement malien, elle sera expulsée.", ["withdraw mission=barkhane conditional not", "threaten actor=ML"], ["threaten mission=barkhane"]),
    ("fr", "Les soldats danois ne partent pas du Mali.", ["withdraw actor=DK place=ML not"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_prose(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    said = [set(brief(statement).split()) for statement in read(text, language=language)[1]]
    for line in expected:
        assert any(set(line.split()) <= words for words in said), said
    for line in forbidden:
        assert not any(set(line.split()) <= words for words in said), said

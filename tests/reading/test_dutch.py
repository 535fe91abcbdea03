"""Dutch prose, case by case: what a sentence says has happened, is asked or judged, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # how long is not when
    ("De regering verlengde de bijdrage aan UNIFIL met een periode van zes maanden.", ["extend actor=NL mission=unifil"], ["at:2021-08"]),
    ("Het Duitse fregat werd voor een periode van drie maanden ingezet bij operatie Aspides.", ["deploy actor=DE"], ["at:2021-11"]),
    ("Noorwegen kondigde een verlenging van zes weken van de missie in Irak aan.", ["extend actor=NO"], ["at:[2021-12-24..2021-12-30]"]),
    ("MINUSCA werd zes weken geleden aangevallen.", ["attack target=minusca at:[2021-12-24..2021-12-30]"], []),
    # the mission there is not the one spoken of
    ("Over EUTM Mozambique is het kabinet tevreden. De missie in Somalië wordt beëindigd.", ["end mission=? place=SO"], ["end mission=eutm-mozambique"]),
    ("De Kamer sprak over MINUSCA. De missie in de Centraal-Afrikaanse Republiek wordt verlengd.", ["extend mission=minusca"], []),
    ("KFOR is paraat. De missie in Bosnië, EUFOR Althea, wordt versterkt.", ["reinforce mission=eufor-althea"], ["reinforce mission=kfor"]),
    # what is decided stands before who decides it
    ("Of er volgend jaar een nieuwe missie volgt, beslist het kabinet komend najaar.", ["decide actor=NL planned"], []),
    # who asks whether, why or how many asks for nothing, and states nothing
    ("Het Kamerlid vroeg de minister waarom Frankrijk zich uit Mali had teruggetrokken.", [], ["demand", "withdraw"]),
    ("Kamerleden vroegen hoeveel militairen in Gao waren gedood.", [], ["demand", "attack"]),
    ("Antwoord van de minister van Defensie op vragen van het lid Jansen (SP) over de missie in Mali.", [], ["demand"]),
    # in general
    ("Iedereen die blauwhelmen van UNIFIL aanvalt, riskeert sancties.", [], ["attack"]),
    # what is said off is ended, whoever else did what before
    ("Mali greep in en zegde de militaire samenwerking met Frankrijk op.", ["end actor=ML target=FR"], ["cooperate"]),
    ("Het militaire verdrag met Frankrijk is opgezegd door Tsjaad.", ["end actor=TD target=FR"], []),
    ("Het kabinet zegde 50 militairen toe aan KFOR.", ["contribution contributor=NL mission=kfor n=50"], ["end"]),
    # what is demanded has not happened
    ("De ministers riepen Ankara op zijn militairen van het eiland terug te trekken.", ["demand target=TR"], ["recall", "withdraw"]),
    ("Tsjaad stond erop dat alle Franse militairen op 31 maart 2022 weg zijn.", ["demand actor=TD target=FR"], ["withdraw"]),
    ("Libanon hield vast aan een onmiddellijke Israëlische terugtrekking.", ["demand actor=LB"], ["withdraw"]),
    ("Polen drong er bij de NAVO op aan meer troepen in te zetten.", ["demand actor=PL target=nato"], ["deploy"]),
    ("Burundi, dat door de EU is opgeroepen zijn militairen uit Congo terug te trekken, zweeg.", ["demand target=BI"], ["withdraw"]),
    ("Zweden verwacht dat Turkije zijn toetreding goedkeurt.", ["approve actor=TR possible"], []),
    ("De vrees voor een staatsgreep in Guinee groeit.", [], ["coup"]),
    # who is told to come home sends nobody, and an envoy given hours to go is expelled
    ("Tokio heeft zijn burgers gezegd Niger te verlaten.", ["demand actor=JP"], ["withdraw"]),
    ("De junta gaf de Deense ambassadeur 48 uur om het land te verlaten.", ["expel target=DK"], ["withdraw"]),
    # whom somebody accuses did it, he says
    ("Burkina Faso wordt ervan beschuldigd burgers te hebben geëxecuteerd.", ["accuse target=BF", "attack actor=BF hearsay"], []),
    # nobody knows
    ("Of de bases open blijven, is onbekend.", ["question"], []),
    ("Over de toekomst van EUTM Mali is nog geen besluit genomen.", ["decide mission=eutm-mali not"], ["question"]),
    # who judges, and what is at stake for whom
    ("De Deense regering ziet de aanval als een schending van het internationaal recht.", ["assessment grade=unlawful by=DK"], []),
    ("Voor de EU blijft stabiliteit in de Sahel van groot belang.", ["interest place=sahel grade=important by=eu"], []),
    ("Ottawa betreurde de beschieting van een UNIFIL-post.", ["condemn actor=CA", "assessment grade=negative by=CA"], []),
    ("Het kabinet betreurt dat de voorwaarden ontbreken.", [], ["condemn"]),
    ("De EU legde drie Malinese officieren sancties op.", ["sanction actor=eu target=ML"], []),
    ("De beschieting stuitte op felle kritiek van Parijs.", ["condemn actor=FR"], []),
    ("De beschieting kwam Parijs op scherpe kritiek te staan.", [], ["condemn actor=FR"]),
    ("Het VN-rapport houdt Wagner verantwoordelijk voor de moord op burgers in Moura.", ["accuse actor=un target=wagner"], ["presence"]),
    ("Nederland heeft belang bij een stabiel Irak.", ["interest place=IQ by=NL"], ["interest by=IQ"]),
    # from one day to another
    ("Tussen 1 september en 30 november 2021 werd MINUSCA aangevallen.", ["attack target=minusca at:2021-09-01/2021-11-30"], []),
    # what is put off is not held
    ("De Malinese junta wil de verkiezingen van 27 februari 2022 uitstellen.", ["postpone planned"], ["elect"]),
    # who makes a demand, in words that are its noun's own
    ("De Malinese regering stelde een eis aan Denemarken.", ["demand actor=ML target=DK"], ["demand required"]),
    # numbers that count no people
    ("29 521 Nederlandse deelname aan vredesmissies. De bijdrage aan UNIFIL loopt door.", [], ["n=29521"]),
    ("Een 34-jarige Franse militair is in Mali omgekomen.", ["attack target=FR killed=1"], ["killed=34"]),
    ("Duitsland stuurt twee pelotons naar Litouwen.", ["deploy actor=DE place=LT"], ["n=2"]),
    # the day of a letter is not when what it tells happened
    ("MINUSMA werd aangevallen (Kamerstuk 29 521, nr. 271, brief van 12 maart 2015).", ["attack target=minusma"], ["at:2015-03-12"]),
    # what a question takes for granted is judged by nobody
    ("Kent u het bericht dat Mali bezorgd is over het vertrek van Barkhane?", [], ["assessment"]),
    # who is willing has not done it
    ("De EU is bereid EUTM Mali voort te zetten.", ["extend actor=eu mission=eutm-mali possible"], []),
    # going back on a decision moves nobody
    ("Het kabinet ziet geen reden om van dat besluit terug te komen.", [], ["withdraw"]),
    # an early hour asks for nothing
    ("In de Veiligheidsraad noemde Frankrijk dat te vroeg.", [], ["demand"]),
    # what begins in a month to come
    ("In januari begint de terugtrekking van 500 militairen uit Mali.", ["withdraw place=ML n=500 at:2023-01"], []),
    # an aside breaks nothing off
    ("Een vijftigtal Belgische militairen vertrekt, zo heeft de regering beslist, naar Mali.", ["deploy actor=BE place=ML n=50"], ["withdraw"]),
    ("De missie EUTM Mali wordt, zo meldt het ministerie, met een jaar verlengd.", ["extend mission=eutm-mali"], []),
    ("Er komt een ultimatum, zo dreigden de leiders van ECOWAS gisteren.", ["threaten actor=ecowas"], ["threaten target=ecowas"]),
    # who is meant by a small word
    ("De Veiligheidsraad tikte Rwanda op de vingers omdat het M23 steunt.", ["support actor=RW target=m23"], []),
    ("Het leger kreeg de beschuldiging dat het MONUSCO dwarsboomde.", ["obstruct target=monusco hearsay"], ["obstruct actor=monusco"]),
    ("In een resolutie die vrijdag werd goedgekeurd, veroordeelt de Veiligheidsraad de opmars van M23.", ["condemn actor=un-security-council target=m23"], []),
    ("VN-experts schatten dat 4.000 Rwandese soldaten in Oost-Congo staan.", ["presence actor=RW place=CD n=4000"], ["presence actor=un"]),
    ("Na harde gevechten met het Congolese leger nam M23 Goma in.", ["clash target=CD"], ["clash partner=CD"]),
    ("Over UNAMID is niets bekend. Khartoem belooft troepen te sturen naar Darfur.", [], ["contribution contributor=SD"]),
    # dozens counted
    ("Bij de aanval raakten drie dozijn Ierse militairen gewond.", ["attack target=IE injured=36"], []),
    # sent somewhere, but on no mission; halted, but nothing
    ("De explosie stuurde twee blauwhelmen van UNIFIL naar het ziekenhuis.", [], ["deploy"]),
    # who says to have done it did it; who says to be ready is told nothing
    ("Het leger van Tsjaad zegt 40 strijders van Boko Haram te hebben gedood.", ["attack actor=TD killed=40"], ["attack actor=boko-haram"]),
    # the day of what went before is not that of what followed
    ("Niger zette de Franse ambassadeur uit na de staatsgreep van 26 juli.", ["expel actor=NE target=FR"], ["expel at:2021-07-26"]),
    # where an attack is claimed is not where it was
    ("De aanslag werd in Kabul opgeëist door de Taliban.", ["attack actor=taliban"], ["attack place=kabul-af"]),
    # what would have been was not
    ("Zweden zou zijn militairen hebben teruggetrokken als Bamako erom had gevraagd.", [], ["withdraw"]),
    # what is told beside a demand or a denial is so
    ("De Raad eist dat de partijen de Franse troepen die MINUSCA steunen respecteren.", ["support actor=FR mission=minusca"], ["support required"]),
    # who is meant: two countries, a plan's owner, who is made to do something, who goes on after "which"
    ("Kenia en Oeganda overlegden vrijdag. Beide landen sturen militairen naar Haïti.", ["deploy actor=KE place=HT", "deploy actor=UG place=HT"], []),
    # the Union is the one whose organ spoke
    ("De Raad van de Europese Unie heeft conclusies vastgesteld. De Unie steunt operatie Althea.", ["support actor=eu mission=eufor-althea"], ["support actor=council-of-the-eu"]),
    ("Daarin staat opnieuw dat de Verenigde Staten achter Kosovo staan.", ["support actor=US target=XK"], []),
    # whose reproach it is, nobody says; it is no fact
    ("De partij kreeg het verwijt dat ze MINUSCA dwarsboomde.", ["obstruct target=minusca hearsay"], []),
    # the border with a country, the north of one: no party to anything
    ("De VS dringen bij Servië aan op vertrek uit de grensstreek met Kosovo.", ["demand actor=US target=RS"], ["demand partner=XK"]),
    ("Radoicic pleegde een aanslag in het noorden van Kosovo.", ["attack place=XK"], ["attack target=XK"]),
    # whose side is told apart
    ("Na harde gevechten met het Congolese leger nam M23 de stad Goma in.", ["clash actor=m23 target=CD"], []),
    # questions put are no demands
    ("Schriftelijke vragen van het lid Jansen aan de minister over Mali.", [], ["demand"]),
    ("Houthi-strijders blijven koopvaarders en oorlogsschepen in de Rode Zee bestoken.", ["attack actor=houthis place=red-sea"], []),
    ("UNAMID houdt er donderdag mee op.", ["end mission=unamid"], []),
    ("De Raad hechtte zijn goedkeuring aan de verlenging van EUTM Mali.", [], ["assessment"]),
    # a decision told as a question's condition
    ("Is de EU klaar als Servië de zaak laat escaleren?", [], ["risk"]),
    # what somebody said was to come is no hearsay
    ("De minister zei dat Nederland geen militairen naar Mali zou sturen.", ["deploy actor=NL place=ML planned not"], ["hearsay"]),
    ("De minister zei dat Wagner militairen naar Mali zou hebben gestuurd.", [], ["deploy planned"]),
    # whose junta it is
    ("Denemarken stuurde 105 militairen naar Mali, maar moest ze op last van de junta weer terughalen.", ["withdraw actor=DK"], ["withdraw instigator=DK"]),
    ("De motie verzoekt de regering zich in te zetten voor verlenging van EUTM Mali.", ["demand mission=eutm-mali"], ["extend"]),
    # willing, however far behind what it would do stands
    ("De Europese Unie is in dit stadium bereid de uitvoerende militaire taak van operatie Althea voort te zetten.", ["extend actor=eu mission=eufor-althea possible"], []),
    # without anyone's consent nobody consented
    ("Zweden trok zijn militairen terug zonder de toestemming van Mali.", ["withdraw actor=SE"], ["withdraw place=ML"]),
    # there was, on a day
    ("Er was op 9 april 2021 een staatsgreep in Niger.", ["coup place=NE at:2021-04-09"], []),
    ("Op 9 april 2021 was er een aanval op MINUSMA.", ["attack target=minusma at:2021-04-09"], []),
    # who stands behind others did not do it
    ("De door de VS opgeleide militairen pleegden een coup in Niger.", ["coup place=NE"], ["coup actor=US"]),
    # who holds or is held
    ("De politie arresteerde drie Fransen in Niamey.", ["detain target=FR n=3"], ["detain actor=FR"]),
    # a surname alone, where a sentence begins
    ("De Tsjadische president Mahamat Déby bezocht Faya. Déby veroordeelde de aanval op MINUSMA.", ["condemn actor=mahamat-deby"], []),
    # a particle ends the verb, and what is said begins
    ("De minister kondigde gisteren aan dat Noorwegen zijn militairen uit Mali terugtrekt.", ["withdraw actor=NO place=ML planned"], []),
    ("Rusland gaf toe dat Wagner in Mali aanwezig is.", ["presence actor=wagner place=ML by=RU"], []),
    # what opens a clause is its object
    ("Dat spraken Mali en Niger gisteren met Burkina Faso af.", ["agree partner=BF"], []),
    ("De aanval van vrijdag veroordeelde Ghana scherp.", ["condemn actor=GH"], []),
    ("Elke inmenging in Kosovo wijst Albanië van de hand.", ["reject actor=AL"], []),
    ("Wij vragen de EU om meer steun voor UNIFIL.", ["demand target=eu"], ["demand actor=eu"]),
    ("In Bouar houden zich zo'n honderd strijders van Wagner op.", ["presence actor=wagner place=bouar n=100"], []),
    # who does what a relative clause tells
    ("KFOR, de macht die Turkije aanvoert, telt 4.500 militairen.", ["leadership leader=TR mission=kfor"], []),
    ("De Kamer sprak over de aanval die Al-Shabaab maandag uitvoerde op een basis van ATMIS.", ["attack actor=al-shabaab mission=atmis"], ["attack planned"]),
    ("De militairen die Mali verlieten, zijn thuis.", [], ["withdraw"]),
    ("De hinder die MINUSCA ondervindt, neemt toe.", ["obstruct target=minusca"], []),
    ("De Ierse minister Micheál Martin, wiens land met 330 militairen aan UNIFIL bijdraagt, was bezorgd.", ["contribution contributor=IE mission=unifil n=330"], []),
    # a Belgian paper speaks of its own
    ("BRUSSEL (BELGA) - De regering stuurt een compagnie naar Litouwen.", ["deploy actor=BE place=LT"], ["deploy actor=NL"]),
    # weighed, offered, meant: not done
    ("Letland overweegt twintig militairen ter beschikking te stellen aan KFOR.", ["contribution contributor=LV mission=kfor possible"], []),
    ("Turkije heeft aangeboden tussen Somalië en Ethiopië te bemiddelen.", ["mediate actor=TR possible"], []),
    # he is a person, the town the one named, their soldiers those of the state spoken of
    ("Azerbeidzjan beschuldigt EUMA, wat missiehoofd Jan Holm tegenspreekt. Hij vroeg Bakoe om een gesprek.", ["demand actor=jan-holm target=AZ"], ["demand actor=AZ"]),
    ("M23 nam Goma in. De beweging houdt de stad bezet.", ["presence actor=m23 place=goma"], []),
    ("De Denen vertrokken als eersten. Hun laatste soldaten verlieten Mali in mei.", ["withdraw actor=DK place=ML"], []),
    ("Uganda, Sudan en Burundi spraken elkaar. De Zuid-Sudanese regering riep UNMISS op te blijven.", ["demand actor=SS"], ["demand actor=NL"]),
    # done to whom
    ("Mali verwijt Frankrijk de rebellen te steunen.", ["accuse actor=ML target=FR"], ["support actor=ML"]),
    ("De EU legde Wagner in december sancties op.", ["sanction actor=eu target=wagner"], []),
    ("Bij gevechten tussen M23 en de Wazalendo bij Sake vielen negen doden.", ["clash target=wazalendo killed=9"], ["attack"]),
    # whose government it is
    ("De Tsjaadse regering heeft het akkoord met Frankrijk opgezegd.", ["end actor=TD target=FR"], ["end actor=NL"]),
    ("De Zanzibarese regering zette de ambassadeur van Frankrijk uit.", ["expel target=FR"], ["expel actor=NL"]),
    ("De ministers van Defensie van de NAVO kwamen gisteren in Brussel bijeen.", ["consult actor=nato"], ["consult actor=NL"]),
    # wanted, threatened
    ("Frankrijk wil dat Rwanda zijn troepen terugtrekt.", ["demand actor=FR target=RW"], ["demand planned", "withdraw"]),
    ("Bendeleider Jimmy Chérizier dreigde de agenten aan te vallen.", [], ["attack"]),
    ("Mali eiste het vertrek van de Franse troepen.", ["demand actor=ML target=FR"], []),
    # it happened there
    ("Bij een aanval op MINUSCA is een blauwhelm gedood. Het gebeurde bij Bria.", ["attack mission=minusca place=bria"], []),
    ("De Raad is verheugd dat EUFOR Althea blijft. De VN-Veiligheidsraad stemde gisteren.", ["assessment grade=positive"], []),
    # quotation marks that look like apostrophes
    ("‘Wij trekken onze militairen terug uit Mali’, zegt de Deense regering.", ["withdraw actor=DK place=ML by=DK"], []),
    ("‘Irak heeft de NAVO gevraagd te blijven’, zei minister Jansen.", ["demand actor=IQ target=nato"], ["post state=IQ"]),
    # asked to stay, travelling tomorrow: no passive, and nothing of the minister's
    ("Irak heeft de NAVO gevraagd te blijven.", ["demand actor=IQ target=nato"], ["demand target=IQ"]),
    ("Minister Brekelmans van Defensie reist morgen naar Litouwen.", ["post person=brekelmans function=defence-minister"], ["post state=LT"]),
    ("Kolonel Jan Maes heeft het commando over EUTM Mali overgedragen aan kolonel Piet Smit.", ["post person=piet-smit mission=eutm-mali"], ["post person=jan-maes mission=eutm-mali"]),
    ("De AU betreurt het besluit van Niger.", ["assessment grade=negative by=au"], []),
    # at whose request
    ("Op Malinees verzoek trok Denemarken zijn militairen terug uit Takuba.", ["withdraw actor=DK instigator=ML mission=takuba"], ["demand"]),
    # a departure that is only weighed
    ("Het vertrek van Barkhane zou de jihadisten sterken.", ["withdraw mission=barkhane possible"], []),
    ("De terugtrekking van MINUSMA zou begonnen zijn.", ["withdraw mission=minusma hearsay"], ["possible"]),
    ("Het vertrek van de Denen dreigt MINUSMA te verzwakken.", ["withdraw actor=DK planned"], ["threaten"]),
    # what somebody says that another shall do
    ("Ik hoop dat u ze nog dit najaar terughaalt, zei de minister.", [], ["withdraw actor=BE", "withdraw actor=NL"]),
    ("De EU moet haar sancties tegen Mali uitbreiden.", ["sanction actor=eu target=ML required"], []),
    # called by the name of its capital; told to leave a land
    ("De VS riepen Belgrado op de troepen terug te trekken van de grens met Kosovo.", ["demand actor=US target=RS"], ["place=belgrade-rs", "withdraw"]),
    ("Nederland zegt zijn burgers Oekraïne te verlaten.", ["demand actor=NL"], ["demand target=UA", "withdraw"]),
    # "de raad" is the council named before
    ("De Veiligheidsraad vergaderde over Mali. De raad veroordeelde de aanslag op MINUSMA.", ["condemn actor=un-security-council"], []),
    ("Turkije ontzegde Irini de toegang tot een schip, wat de Raad betreurt.", ["assessment grade=negative by=council-of-the-eu"], ["assessment grade=negative by=TR"]),
    # behind a subordinate clause, "en" with the verb first goes on with the main one
    ("Mali zette de gezant uit nadat Frankrijk sancties had opgelegd, en sloot zijn luchtruim voor MINUSMA.", ["deny_access actor=ML target=minusma"], ["deny_access actor=FR"]),
    ("De Raad betreurt dat Turkije de inspectie weigerde en roept alle lidstaten op schepen te leveren aan Irini.", ["demand actor=council-of-the-eu"], ["demand actor=TR"]),
    ("De minister zei dat Mali MINUSMA hindert en dreigt te vertrekken.", ["threaten actor=ML by=NL"], []),
    # a word in quotation marks is no subject
    ("Rusland noemde het optreden van KFOR 'eenzijdig' en verwijt de NAVO het conflict aan te wakkeren.", ["accuse actor=RU target=nato"], []),
    # "zij hebben" are many, "hij" is a person
    ("Voor de Fransen ligt dat anders. Zij hebben 1.500 man in Niger.", ["presence actor=FR place=NE n=1500"], []),
    ("De strijders van M23 namen Goma in. Rwanda zwijgt. Ze plunderden de loodsen van het WFP.", ["attack actor=m23 target=wfp"], ["attack actor=RW"]),
    ("Duitsland heeft nog 1.100 militairen bij MINUSMA en wil hen naar huis halen.", ["withdraw actor=DE mission=minusma planned"], []),
    # Brussels is the EU where nobody speaks of Belgium
    ("EUMA is in Armenië. Brussel keurt het geweld scherp af.", ["condemn actor=eu"], []),
    ("Belgische para's trainen in Niger. Na de coup legde Brussel die opleiding stil.", ["suspend actor=BE"], []),
    # what is asked and turned down is told as both
    ("Polen wees de oproep om 200 soldaten naar UNIFIL te sturen af.", ["reject actor=PL"], ["deploy"]),
    ("Rusland wees een verzoek om waarnemers te sturen van de hand.", ["reject actor=RU"], []),
    ("Kenia ging in op het verzoek van de VN om 1.000 agenten naar Haïti te sturen.", ["deploy actor=KE place=HT n=1000 required"], ["deploy actor=un"]),
    ("Het besluit van Denemarken om zijn militairen uit Takuba terug te trekken, verraste Parijs.", ["withdraw actor=DK mission=takuba planned"], []),
    # nothing shows it: it is not told; made up: it is denied
    ("Er is geen teken dat Zweden MINUSMA verlaat.", [], ["withdraw"]),
    ("Niets wijst erop dat Tsjaad zijn troepen uit Mali terugtrekt.", [], ["withdraw"]),
    ("De VN vonden geen bewijs dat Mali het konvooi aanviel.", [], ["attack"]),
    ("Het bericht dat Niger de ambassadeur heeft uitgezet, klopt niet.", ["expel actor=NE not"], []),
    ("Er zijn aanwijzingen dat Zweden MINUSMA verlaat.", ["withdraw actor=SE mission=minusma"], []),
    # who comes free, who is let go, what is intercepted; who gets more people
    ("Een vierde waarnemer van de OVSE kwam vrij.", ["release target=osce"], ["release actor=osce"]),
    ("Rebellen hebben zaterdag vier blauwhelmen van UNDOF laten gaan.", ["release mission=undof n=4"], []),
    ("EUFOR Althea kreeg er in maart vijfhonderd reservisten bij.", ["reinforce mission=eufor-althea n=500"], []),
        ("SAMIM telt 1.200 man. Angola vertrok in december.", ["withdraw actor=AO mission=sadc-samim"], []),
    # turned down in few words
    ("Niamey eist het vertrek van de Fransen. Parijs weigert.", ["reject actor=FR"], []),
    ("Het Front eiste losgeld; daar ging Fiji niet op in.", ["reject actor=FJ"], []),
    ("Rusland voelt daar niets voor. Japan blijft in Zuid-Soedan.", ["reject actor=RU"], ["reject actor=RU place=SS"]),
    # who speaks of it so judges
    ("De Amerikaanse minister sprak in Oslo van onaanvaardbaar geweld.", ["assessment grade=unacceptable by=US"], []),
    ("De minister sprak met bezorgde inwoners van Gao.", [], ["assessment"]),
    # people in a word that no list knows
    ("Strijders van Al-Shabaab doodden in Mogadishu 32 badgasten.", ["attack actor=al-shabaab killed=32"], []),
    # the day of the saying is past, that of the doing to come
    ("Kataib Hezbollah kondigde op 30 januari aan de aanvallen op te schorten.", ["suspend actor=kataib-hezbollah planned at:2022-01-30"], []),
    ("Zweden besloot in januari zijn militairen in juni terug te trekken uit Takuba.", ["decide actor=SE at:2022-01", "withdraw actor=SE mission=takuba planned at:2022-06"], []),
    # promised is not given, once is not now
    ("De EU zegde Mozambique steun toe.", ["support actor=eu target=MZ planned"], []),
    ("Denemarken had ooit 500 soldaten in Irak.", [], ["presence", "contribution"]),
    # who refuses to do something rejects it
    ("De VS weigeren om troepen op de grond te zetten.", ["reject actor=US"], []),
    ("Mali weigerde het mandaat van MINUSMA te verlengen.", ["reject actor=ML", "extend actor=ML mission=minusma not"], []),
    # an interest needs no place
    ("Denemarken heeft belang bij een veilige scheepvaart.", ["interest by=DK"], []),
    ("In het belang van de veiligheid trekt Noorwegen zijn militairen terug uit Mali.", ["withdraw actor=NO"], ["interest"]),
    ("Het belang van Nederland bij Mali is onveranderd.", ["interest place=ML grade=unchanged by=NL"], []),
    # a verb whose particle stands apart is the verb that is listed
    ("De rebellen van M23 namen Goma in.", ["attack actor=m23 place=goma"], []),
    ("De politie van Mali hield twee Franse militairen aan.", ["detain actor=ML target=FR n=2"], []),
    ("In Bouar houden zich 200 leden van Wagner op.", ["presence actor=wagner place=bouar n=200"], []),
    # who loses soldiers; who answers for how many
    ("UNMISS verloor vrijdag twee blauwhelmen bij een hinderlaag nabij Nasir.", ["attack target=unmiss killed=2"], []),
    ("Roemenië staat in voor 250 militairen bij EUFOR Althea.", ["contribution contributor=RO mission=eufor-althea n=250"], []),
    ("Parijs reageerde woedend op de uitwijzing van zijn ambassadeur door Niger.", ["condemn actor=FR", "expel actor=NE"], []),
    # what is shelled does not shoot; who bombs elsewhere does
    ("De beschieting van een WFP-konvooi bij Goma kostte twee chauffeurs het leven.", ["attack target=wfp place=goma killed=2"], ["attack actor=wfp"]),
    ("Bij de beschieting van het VN-kamp vielen drie doden.", ["attack target=un killed=3"], ["attack actor=un"]),
    ("De beschietingen van het Syrische leger gaan door.", ["attack actor=SY"], ["attack target=SY"]),
    ("De bombardementen van Israël op Gaza gaan door.", ["attack actor=IL place=gaza"], ["attack target=IL"]),
    # what has still to come is not there
    ("De goedkeuring door de Bondsdag moet nog volgen.", ["approve actor=DE not"], ["approve required"]),
    # who weighs his own part does not weigh to join
    ("Zweden overweegt zijn deelname aan EUTM Mali te verlengen.", ["option mission=eutm-mali options=extend by=SE"], ["option options=join"]),
    ("Zweden heroverweegt zijn deelname aan EUTM Mali.", ["option mission=eutm-mali options=adapt by=SE"], ["option options=join"]),
    ("Zweden overweegt deelname aan EUTM Mali.", ["option mission=eutm-mali options=join by=SE"], []),
    # two verbs, one helper
    ("Frankrijk heeft zijn militairen uit Mali teruggetrokken en de hulp aan Niger opgeschort.", ["withdraw actor=FR place=ML", "suspend actor=FR target=NE"], []),
    ("Mali heeft de Franse ambassadeur uitgezet en het vertrek van de Deense militairen geëist.", ["expel actor=ML target=FR", "demand actor=ML target=DK"], []),
    ("De Veiligheidsraad heeft de aanval op MINUSMA veroordeeld en de Malinese autoriteiten opgeroepen tot een onderzoek.", ["condemn actor=un-security-council mission=minusma", "demand actor=un-security-council target=ML"], ["condemn target=ML", "demand actor=ML"]),
    ("De EU heeft het mandaat van EUTM Mali verlengd, Senegal geprezen en de vrijlating van president Bazoum geëist.", ["extend actor=eu mission=eutm-mali", "demand actor=eu"], ["demand actor=SN"]),
    ("Frankrijk gaat zijn militairen uit Mali terugtrekken en 100 instructeurs naar Niger sturen.", ["deploy actor=FR place=NE n=100 planned"], []),
    ("Twee Franse diplomaten zijn maandag in Bamako gearresteerd en dinsdag het land uitgezet.", ["detain target=FR n=2", "expel target=FR n=2"], []),
    # who is meant
    ("Azerbeidzjan laat de waarnemers van EUMA niet toe. Dat land eist hun vertrek uit Armenië.", ["demand actor=AZ"], ["demand actor=AM"]),
    ("Tsjaad heeft zijn gezanten uit Soedan teruggeroepen en beschuldigt het buurland van hulp aan rebellen.", ["accuse actor=TD target=SD"], ["accuse actor=SD"]),
    ("Frankrijk, waarvan de ambassadeur in augustus werd uitgezet, verliet Niger.", ["expel target=FR"], []),
    ("Ghana, wiens militairen maandag werden aangevallen, vraagt een onderzoek.", ["attack target=GH"], []),
    ("Twee blauwhelmen van UNIFIL zijn vrijdag gewond geraakt toen een Israëlische tank op een wachttoren schoot.", ["attack actor=IL target=unifil injured=2"], []),
    ("Dorpelingen versperden dinsdag bij Bint Jbeil een patrouille van UNIFIL de weg.", ["obstruct actor=LB target=unifil"], []),
    ("Militairen hebben in Niger de macht gegrepen.", ["coup actor=NE place=NE"], []),
    ("Nederland draagt bij aan de NAVO-gevechtsgroep in Litouwen. Het kabinet wil de bijdrage terugbrengen tot 200 militairen.", ["reduce actor=NL mission=efp-lithuania"], []),
    # whose letter it is says "wij"; his people are his country's
    ("Kamerbrief over kleine missies\n\nGeachte voorzitter,\n\nVier officieren zijn bij UNTSO en zeven instructeurs werken in Duitsland als onderdeel van EUMAM Oekraïne. Onze laatste militairen verlaten Gao in juni.",
     ["contribution contributor=NL mission=untso n=4", "contribution contributor=NL mission=eumam-ukraine place=DE n=7", "withdraw actor=NL place=gao planned"], []),
    ("Doek valt voor EUTM Mali\n\nVan onze correspondent\n\nBAMAKO - Minister Diop kwam donderdag naar Gao. De veiligheidssituatie verslechtert.", [], ["assessment by=NL"]),
    ("De rest van de Franse militairen vertrok in juni uit Gao.", ["withdraw actor=FR place=gao"], []),
    # what is denied or laid to somebody's charge is told by who says so
    ("Tsjaad ontkent dat zijn militairen het kamp van UNAMID hebben aangevallen.", ["deny actor=TD"], ["attack"]),
    ("Zweden beschuldigt Eritrea ervan de rebellen wapens te leveren.", ["accuse actor=SE target=ER"], ["aid"]),
    # one part in a mission is told once
    ("Kenia heeft zijn laatste 700 militairen uit AMISOM teruggehaald.", ["withdraw actor=KE mission=amisom"], ["contribution"]),
    # where is no whom; deaths at protests
    ("De overval in Congo duurde een uur.", ["attack place=CD"], ["attack target=CD"]),
    ("De Russische inval in Oekraïne begon in 2022.", ["attack actor=RU target=UA"], []),
    ("In Nairobi demonstreerden duizenden mensen tegen een belasting; daarbij vielen negen doden.", ["protest place=nairobi-ke killed=9"], ["attack"]),
    # a decision says no more than what is decided, whenever it fell
    ("De Raad besloot vrijdag het mandaat van UNIFIL te verlengen.", ["extend actor=un-security-council mission=unifil planned"], ["decide"]),
    ("Half mei beslist het kabinet over de verlenging van EUTM Mali.", ["decide actor=NL planned"], []),
    # what is taken, who is held; nobody wounded; who is wounded is no entry of a list
    ("M23 heeft Goma ingenomen.", ["attack actor=m23 place=goma"], []),
    ("Niger hield drie Franse militairen vast.", ["detain actor=NE target=FR n=3"], []),
    ("Bij de beschieting van UNDOF raakte niemand gewond.", [], ["attack injured=0"]),
    ("Italië heeft 1.000 militairen in UNIFIL. Twee Sri Lankaanse blauwhelmen raakten vrijdag gewond.", ["contribution contributor=IT mission=unifil n=1000"], ["contribution contributor=LK"]),
    # who says "wij", and whose "onze militairen" are
    ("‘Wij trekken onze militairen niet terug uit Mali’, zei de Deense minister van Defensie.", ["withdraw actor=DK place=ML not"], ["withdraw actor=NL"]),
    ("Antwoord van de minister van Defensie\n\nDe opleidingen in Niger hebben wij op 27 juli geschorst. Djibouti weigerde ons schip een ligplaats.", ["suspend actor=NL", "deny_access actor=DJ target=NL"], ["suspend target=NL"]),
    ("Rusland en Mali spraken erover. Poetin beloofde 200 instructeurs naar Mali te sturen.", ["deploy actor=vladimir-poetin place=ML n=200 planned"], []),
    # who speaks for an organisation
    ("UNDOF is op de Golan. De secretaris-generaal bezoekt de missie in februari.", ["visit actor=un-secretary-general target=undof"], []),
    ("De NAVO vergaderde. De bondgenoten besloten KFOR uit te breiden.", ["reinforce actor=nato mission=kfor planned"], []),
    # whose patrols, convoys and monitors they are
    ("UNDOF is op de Golan. Haar patrouilles werden twee keer tegengehouden door Israëlische soldaten.", ["obstruct actor=IL target=undof"], []),
    ("MINURSO zit in Laayoune. Sinds april verspert het Polisario haar konvooien de weg.", ["obstruct actor=polisario target=minurso"], []),
    # "besluit" is a verb, unless an article and adjectives stand before it
    ("De Raad besluit EUNAVFOR Irini met twee jaar te verlengen.", ["extend actor=council-of-the-eu mission=eunavfor-irini planned"], []),
    ("Na lang overleg besluit Duitsland zijn militairen uit Mali terug te trekken.", ["withdraw actor=DE place=ML planned"], []),
    ("Dat moedige besluit verraste de regering van Mali.", [], ["decide actor=ML"]),
    ("Brussel kondigde sancties tegen Wagner af.", ["sanction actor=eu target=wagner"], []),
    # who is kept from going where it wants
    ("M23 verbiedt de blauwhelmen van MONUSCO te patrouilleren.", ["deny_access actor=m23 target=monusco"], []),
    ("Toegang tot Abchazië hebben de waarnemers van EUMM Georgia nooit gekregen.", ["deny_access target=eumm-georgia"], []),
    ("Een patrouille van UNMISS werd urenlang tegengehouden door regeringssoldaten.", ["obstruct actor=SS target=unmiss"], []),
    ("Een waarnemer van EUMM Georgia is door veiligheidstroepen uit Zuid-Ossetië meegenomen.", [], ["detain actor=GE"]),
    ("Van de 22 konvooien lieten de RSF er geen enkel door.", ["deny_access actor=rsf-sudan"], []),
    # who is asked what, and who does not know it
    ("Wanneer de laatste Tanzanianen uit Goma vertrekken, weet niemand.", ["question"], ["withdraw"]),
    ("Wie er op de patrouille van UNIFIL schoot, weet de missie niet.", ["question by=unifil"], ["attack"]),
    # what is possible, discussed or still to be decided is weighed
    ("Hervatting van EUTM RCA is mogelijk zodra de regering garanties geeft.", ["option mission=eutm-rca options=resume"], ["resume"]),
    ("De Raad vraagt de Hoge Vertegenwoordiger opties te schetsen voor een verdere uitbreiding van EUBAM Libië.", ["option mission=eubam-libya options=expand"], ["reinforce"]),
    # who approves an extension extends
    ("De Veiligheidsraad stemde in met een verlenging van EUFOR Althea.", ["extend actor=un-security-council mission=eufor-althea"], []),
    ("De staatshoofden van ECOWAS hebben ingestemd met een nieuw mandaat voor ECOMIG.", ["extend actor=ecowas mission=ecomig"], []),
    # at home by then; out on patrol again
    ("De circa 160 Nederlandse militairen zijn begin maart allen thuis.", ["withdraw actor=NL n=160 planned"], []),
    ("De patrouilles van EUMA gingen gisteren weer op pad.", ["resume mission=euma-armenia"], []),
    # a headline's participle tells what befell whom
    ("Ierse blauwhelmen beschoten in Zuid-Libanon", ["attack target=IE place=LB"], ["attack actor=IE"]),
    ("Ghanese blauwhelmen onder vuur genomen in Zuid-Soedan", ["attack target=GH place=SS"], ["attack actor=GH"]),
    # who is pleased takes nothing; a lack of money is nobody; who says to have done something asks for nothing
    ("De Raad is ingenomen met het aanbod van Griekenland.", ["assessment grade=positive"], ["attack"]),
    ("Geldgebrek bedreigt AUSSOM.", [], ["threaten"]),
    ("Het Libanese leger zegt twee verdachten te hebben opgepakt.", ["detain actor=LB n=2"], ["demand"]),
    ("De strijders van Al-Nusra hadden de blauwhelmen van UNDOF op 28 augustus bij Quneitra meegenomen.", ["detain actor=al-nusra target=undof place=quneitra"], []),
    ("SAMIDRC trekt zich terug. Ook de soldaten van MONUSCO zitten vast in hun bases.", ["obstruct target=monusco"], ["obstruct target=sadc-samidrc"]),
    # a plural that looks like an infinitive behind names; a fronted list
    ("Frankrijk en Egypte eisen dat Israël zich terugtrekt.", ["demand actor=FR+EG target=IL"], []),
    ("EUMM Georgia houdt toezicht. Vanuit Gori, Zugdidi en Mtscheta werken op dit moment 220 mensen uit 26 lidstaten.", ["strength mission=eumm-georgia n=220"], []),
    # in other words: refused, struck, judged, told to go
    ("Het Franse voorstel om in Oekraïne te trainen stuitte op verzet van Hongarije.", ["reject actor=HU"], []),
    ("Strijders van IS overvielen op 10 mei een legerpost in Macomia.", ["attack actor=is place=macomia"], []),
    ("UNDOF noemt de Israëlische aanwezigheid een schending van het akkoord van 1974.", ["assessment grade=unlawful by=undof"], []),
    ("Washington toont begrip voor de Israëlische stap.", ["assessment grade=positive by=US"], []),
    # where: a village that no list knows, before a number or a verb
    ("Rebellen doodden bij Mucobu twaalf burgers.", ["attack place=? killed=12"], []),
    ("Rebellen hebben in het dorp Mucobu twaalf burgers gedood.", ["attack place=? killed=12"], []),
    ("Rebellen vielen het dorp Mucobu aan.", ["attack place=?"], []),
    ("Vlak bij het stadje Mucobu werd een patrouille beschoten.", ["attack place=?"], []),
    ("Strijders vielen Kapoeta aan.", ["attack place=kapoeta"], []),
    # to let go is no plan; how large a mission is to become is planned
    ("Rebellen hebben zaterdag vier waarnemers van EUMM Georgia laten gaan.", ["release mission=eumm-georgia"], ["release planned"]),
    ("De missie EUFOR Althea moet op termijn uit 2.500 mensen bestaan.", ["strength mission=eufor-althea n=2500 planned"], []),
    # geen plaats doodt of verwondt: wat trof, staat ervoor
    ("De EU veroordeelt een aanval in het noorden van Niger die een Togolese militair het leven kostte.", ["attack target=TG place=NE killed=1"], ["attack actor=NE", "condemn target=NE"]),
    # een deelwoord dat ook een zelfstandig naamwoord is
    ("Een Italiaanse militair is omgekomen.", ["attack target=IT killed=1"], []),
    # a form that is its own lemma is a participle too; a past tense that looks like one is a verb behind a name
    ("Zes waarnemers van UNMISS werden bij Malakal aangehouden.", ["detain target=unmiss n=6 place=malakal"], []),
    ("Ankara onderschepte vorig jaar twee Griekse vissersboten en liet de bemanning gaan.", ["detain actor=TR"], []),
    ("De door Rusland veroordeelde aanval op UNIFIL was zwaar.", ["attack target=unifil"], ["condemn actor=RU", "attack actor=RU"]),
    # killed or wounded in fighting
    ("Bij gevechten om een kamp in Gao sneuvelden drie Tsjadiërs.", ["clash target=TD killed=3 place=gao"], ["attack"]),
    ("Bij een aanslag in Gao sneuvelden drie Tsjadiërs.", ["attack target=TD killed=3 place=gao"], ["clash"]),
    ("Twee blauwhelmen van UNDOF, een Ier en een Fijiër, raakten gewond.", ["attack target=undof injured=2"], ["injured=4"]),
    ("Drie soldaten, twee agenten en een tolk kwamen om bij een aanslag in Gao.", ["attack killed=6"], []),
    # in other words: taken home, gone, let in, paid for, made peace, asked for
    ("Zweden haalt zijn 300 militairen uit MINUSMA.", ["withdraw actor=SE mission=minusma n=300"], []),
    ("De Deense minister haalde een krant uit zijn tas.", [], ["withdraw"]),
    ("Noorwegen heeft zijn laatste diplomaten uit Khartoem gehaald.", ["withdraw actor=NO place=khartoum-sd"], ["recall"]),
    ("De laatste Denen zijn inmiddels weg uit MINUSMA.", ["withdraw actor=DK mission=minusma"], []),
    ("De weg naar de basis van UNIFIL is weg.", [], ["withdraw actor=?"]),
    ("De Veiligheidsraad gaf in oktober toestemming voor de MSS.", ["approve actor=un-security-council mission=mss-haiti at:2021-10"], []),
    ("Tunesië gaf geen toestemming voor de vluchten van MINUSMA.", ["deny_access actor=TN target=minusma"], ["approve"]),
    ("Tunesië weigerde inspecteurs van Irini aan boord te laten.", ["deny_access actor=TN mission=eunavfor-irini"], []),
    ("Oslo betaalt 40 miljoen euro aan AUSSOM.", ["support actor=NO target=aussom"], []),
    ("Mozambique en Renamo sloten in 1992 vrede.", ["agree actor=MZ at:1992"], []),
    ("Polisario heeft de Veiligheidsraad om ingrijpen gevraagd.", ["demand actor=polisario target=un-security-council"], ["demand actor=un-security-council"]),
    # who resolves stands alone, with a comma
    ("De Veiligheidsraad,\n\nveroordeelt de aanslagen van Al-Shabaab;\n\nvraagt de Europese Unie om extra geld;", ["condemn actor=un-security-council target=al-shabaab", "demand actor=un-security-council target=eu"], []),
    # who marches into a land; those let go are those who were taken; whom one points at; who is behind a blow
    ("Ghanese soldaten zijn vrijdag Gambia binnengetrokken.", ["deploy actor=GH place=GM"], []),
    ("Ghanese soldaten reden de Gambiaanse hoofdstad Banjul binnen.", ["deploy actor=GH place=banjul-gm"], []),
    ("Polen trok in 2006 met 400 militairen naar Tsjaad.", ["deploy actor=PL place=TD n=400 at:2006"], []),
    ("Duizenden betogers trokken naar de ambassade van Frankrijk.", [], ["deploy"]),
    ("De rebellen ontvoerden vier Kenianen. Na drie dagen lieten zij hen gaan.", ["release target=KE"], ["release actor=KE"]),
    ("Teheran hield in juli een Britse tanker aan en liet die in september weer gaan.", ["release actor=IR target=GB at:2021-09"], []),
    ("Lomé wijst naar Ouagadougou.", ["accuse actor=TG target=BF"], []),
    ("Volgens Kinshasa zit Rwanda achter de aanval.", ["attack actor=RW by=CD"], []),
    # in whose hands a town is, and how it came there
    ("Bukavu is sinds december in handen van M23.", ["presence actor=m23 place=bukavu since:2021-12/.."], []),
    ("Bukavu viel in februari in handen van M23.", ["attack actor=m23 place=bukavu"], ["presence"]),
    ("Rwandese troepen staan diep in Congo.", ["presence actor=RW place=CD"], []),
    # who dies in an accident was attacked by nobody
    ("Twee Duitse militairen van UNMISS kwamen om toen hun helikopter in Juba verongelukte.", ["contribution contributor=DE mission=unmiss"], ["attack", "contribution n=2"]),
    ("Bij een verkeersongeval nabij Naqoura kwamen drie blauwhelmen van UNIFIL om. Vijf anderen raakten gewond.", [], ["attack"]),
    ("Een Franse helikopter stortte neer nadat hij was beschoten; twee militairen kwamen om.", ["attack target=FR killed=2"], []),
    ("Een Iers pantservoertuig van UNIFIL reed op een mijn en kantelde.", ["attack target=IE"], ["attack actor=unifil"]),
    # a purpose with clauses of its own before the main verb; a verb that a relative clause delays
    ("Om te voorkomen dat de Taliban terugkeren, willen de Denen hun aanwezigheid in Kandahar uitbreiden.", ["presence actor=DK"], ["presence actor=taliban"]),
    ("De Deense militairen die meededen aan de missie Resolute Support zijn in juli weer terug in Denemarken.", ["withdraw actor=DK"], ["contribution place=DK"]),
    # particles of participles, and of verbs with two
    ("Nederland nam in 2008 deel aan nog vier missies in Libanon.", [], ["approve"]),
    ("Het kabinet heeft daar nog geen besluit over genomen voor Aspides.", ["decide actor=NL not"], ["leadership"]),
    ("EUFOR werd in het leven geroepen in reactie op de oorlog.", [], ["demand"]),
    ("De Kamer had kritiek op de plannen om KFOR te steunen.", ["condemn actor=NL"], ["condemn planned"]),
    ("Servië zou zich niet aan de afspraken houden met de EU.", [], ["agree"]),
    ("De junta in Niger wil in zee gaan met Wagner.", ["cooperate actor=NE target=wagner planned"], []),
    # who asks who did it, wants to know when, fears, averts or discusses it did not do it
    ("De minister vroeg wie er op de patrouille had geschoten.", [], ["demand", "attack"]),
    ("De oppositie wil weten wanneer de militairen uit Niger vertrekken.", [], ["withdraw"]),
    ("De missie moet aanvallen op burgers voorkomen.", [], ["attack"]),
    ("Elke aanval op blauwhelmen zou een oorlogsmisdaad zijn.", [], ["attack"]),
    ("De Raad bespreekt een verlenging van het mandaat van UNMISS.", [], ["extend"]),
    ("Een kapitein van KFOR overleed aan een hartaanval.", [], ["attack"]),
    ("Zweden nam kennis van het verzoek om troepen naar Gao te sturen.", [], ["deploy"]),
    # a town that is taken
    ("Bukavu is door M23 ingenomen.", ["attack actor=m23 place=bukavu"], ["presence"]),
    ("El Fasher viel in handen van de RSF.", ["attack actor=rsf-sudan place=el-fasher"], ["presence"]),
    # wie zijn eigen mensen iets vraagt; wat een resolutie doet; wiens gebouw getroffen werd
    ("De Deense ambassade in Bamako roept haar burgers op te vertrekken.", ["demand actor=DK target=DK"], []),
    ("Het Servische parlement heeft de regering gevraagd KFOR te weren.", ["demand actor=RS target=RS"], []),
    ("Bericht voor Nederlanders in Mali\n\nDe ambassade verzoekt alle Nederlanders binnen te blijven.", ["demand actor=NL target=NL"], []),
    ("De Vredes- en Veiligheidsraad,\n\ntoont zich bezorgd over de gevechten en vraagt Oeganda te blijven;", ["demand actor=au-psc target=UG", "assessment grade=worrying by=au-psc"], []),
    ("De EU veroordeelt de aanslagen waarmee Al-Shabaab de Somalische bevolking blijft treffen.", ["condemn actor=eu target=al-shabaab", "attack actor=al-shabaab target=SO"], ["attack actor=SO"]),
    ("Gewapende mannen beschoten een politiepost in Jacmel.", ["attack target=HT"], []),
    ("Rwanda heeft dat ditmaal niet gedaan en verwijt de EU partij te kiezen.", ["accuse actor=RW target=eu"], ["accuse not"]),
    # who resolves in several points, each with its letter
    ("De staatshoofden van ECOWAS:\n\na) veroordelen de staatsgreep in Niger;\n\nb) verlengen het mandaat van ECOMIG met een jaar.", ["condemn actor=ecowas", "extend actor=ecowas mission=ecomig"], []),
    # who is meant stands before the verb that closes the clause, what is told of him behind it
    ("Mali heeft vier soldaten opgepakt die in Kidal een konvooi wilden overvallen.", ["detain actor=ML n=4"], ["detain planned", "attack actor=ML"]),
    ("De politie van Niger hield twee Fransen aan die de basis fotografeerden.", ["detain actor=NE target=FR n=2"], []),
    ("Het kabinet heeft besloten die missie in Mali te verlengen.", ["extend actor=NL planned place=ML"], []),
    # beaten, sunk, shut out; a town retaken that is a capital; who closes a border ends no mission
    ("Turkse agenten hebben drie blauwhelmen van UNFICYP geslagen.", ["attack actor=TR target=unficyp"], ["contribution"]),
    ("De blauwhelmen van UNFICYP sloegen alarm.", [], ["attack"]),
    ("De Houthi's brachten een Grieks vrachtschip tot zinken.", ["attack actor=houthis target=GR"], []),
    ("Het Soedanese leger heroverde Khartoem.", ["attack actor=SD place=khartoum-sd"], []),
    ("Servië sluit de grens voor KFOR.", ["deny_access actor=RS target=kfor"], ["end"]),
    ("Mali verklaarde de Deense ambassadeur ongewenst.", ["expel actor=ML target=DK"], []),
    # who flies soldiers somewhere visits nobody; who sails from a port of his own is on the way
    ("Defensie vliegt morgen 80 commando's naar Soedan.", ["deploy actor=NL place=SD n=80 planned"], ["visit"]),
    ("De minister vliegt morgen naar Soedan.", ["visit actor=NL place=SD planned"], ["deploy"]),
    ("Zes Deense F-16's vlogen maandag naar Litouwen.", ["deploy actor=DK place=LT"], []),
    ("Het fregat Zr.Ms. Tromp is uit Den Helder naar de Rode Zee vertrokken.", ["deploy actor=NL place=red-sea"], ["withdraw"]),
    ("Duitse militairen zijn uit Mali naar Niger vertrokken.", ["withdraw actor=DE place=ML"], []),
    # strong verbs and their compounds in the past; at whose door one knocks, a pact, work laid down
    ("Minister Kajsa Ollongren bezocht vrijdag de basis van UNIFIL.", ["visit actor=kajsa-ollongren mission=unifil"], ["visit planned"]),
    ("Estland klopte bij de NAVO aan voor luchtafweer.", ["demand actor=EE target=nato"], []),
    ("Somalië en Egypte hebben een defensiepact gesloten.", ["agree actor=SO partner=EG"], []),
    ("Artsen zonder Grenzen heeft het werk in Goma neergelegd.", ["suspend actor=msf"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_prose(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "nl", text, expected, forbidden)

"""Dutch prose on missions, case by case: who gives, leads and is there, how many, since and until when, and what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # where those who were counted come from; under whom a force is
    ("UNIFIL telt 10.000 soldaten. Zij komen uit Ghana, Nepal en Italië.", ["contribution contributor=GH mission=unifil", "contribution contributor=IT"], ["contribution n=10000"]),
    ("Onder generaal Jan Smit bewaakt UNIFIL de grens.", ["post person=jan-smit mission=unifil"], []),
    # a colon counts those just told; who receives soldiers has them from who gives them
    ("EUFOR Althea krijgt van Nederland een infanteriecompagnie: ten hoogste 175 militairen.", ["contribution contributor=NL mission=eufor-althea n=175"], ["strength"]),
    # a mission told apart is not the one spoken of
    ("Nederland neemt deel aan MINUSMA. De coalitie die door Italië wordt geleid, is elders.", ["leadership leader=IT"], ["leadership mission=minusma"]),
    # a country is no place where its government only backs who is there
    ("M23, gesteund door Rwanda, kreeg een groot deel van het oosten van Congo in handen.", ["attack actor=m23 place=CD"], ["presence"]),
    ("De Nederlandse Patriots gaan weg uit het zuiden van Turkije, vlak bij Syrië.", ["withdraw actor=NL place=TR"], ["withdraw place=SY"]),
    ("Niger wil dat niet. Toch zijn er nog ruim duizend Franse militairen in het land.", ["presence actor=FR place=NE n=1000"], []),
    # more are not all
    ("2000 extra militairen voor UNOCI", [], ["strength mission=unoci"]),
    # a number and a mission, of people spoken of before
    ("Er dienen nu 130 Ierse militairen bij UNDOF en 13 bij KFOR.", ["contribution contributor=IE mission=undof n=130", "contribution contributor=IE mission=kfor n=13"], []),
    # whose decision it is to give
    ("De Veiligheidsraad verwelkomt het besluit van Zweden om 150 militairen aan MINUSMA bij te dragen.", ["contribution contributor=SE mission=minusma n=150"], ["strength"]),
    # a name with a capital inside, and whose minister its bearer is
    ("Alexander De Croo, premier van België, veroordeelde de aanval.", ["post person=alexander-de-croo state=BE function=head-of-government"], ["post state=NL"]),
    ("Pieter De Crem, minister van Defensie van België, is naar Kunduz gereisd.", ["post person=pieter-de-crem state=BE function=defence-minister"], ["post state=NL"]),
    # what is there is the headquarters, not the mission
    ("Bij MINUSMA dienen tien Letten. Een van hen werkt op het hoofdkwartier van de missie in Senegal.", ["contribution mission=minusma place=SN n=1"], []),
    # ships are their country's, by the prefix before their names
    ("FS Languedoc sloot zich aan bij operatie Aspides.", ["contribution contributor=FR mission=eunavfor-aspides"], []),
    # English names of missions stand in Dutch papers too
    ("NATO Mission Iraq telt 500 militairen.", ["strength mission=nato-mission-iraq n=500"], ["strength mission=?"]),
    # who takes part, in lists
    ("Aan UNIFIL nemen 49 landen deel, waaronder Ierland en Ghana.", ["contribution contributor=IE mission=unifil", "contribution contributor=GH mission=unifil"], []),
    ("De grootste leveranciers van UNIFIL zijn Indonesië (1.200) en Italië (1.000).", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IT mission=unifil n=1000"], []),
    ("De meeste militairen van UNIFIL komen uit Nepal en Ghana.", ["contribution contributor=NP mission=unifil", "contribution contributor=GH mission=unifil"], []),
    ("De rebellen komen uit Tsjaad. UNISFA zwijgt.", [], ["contribution"]),
    ("Aan EUTM Mali levert Litouwen twee instructeurs. Dat aantal zal oplopen tot tien.", ["contribution contributor=LT mission=eutm-mali n=10 planned"], []),
    ("Letland neemt deel aan EUTM Mali, met drie instructeurs en één arts.", ["contribution contributor=LV function=trainer n=3", "contribution contributor=LV function=medic n=1"], []),
    ("Georgië heeft als enige buurland een waarnemer naar EUMA gestuurd.", ["contribution contributor=GE mission=euma-armenia n=1"], ["deploy conditional"]),
    # who leads where the mission goes without saying
    ("UNIFIL bewaakt de grens. Spanje voert het bevel.", ["leadership leader=ES mission=unifil"], []),
    ("UNIFIL bewaakt de grens. Spanje heeft de leiding over het onderzoek.", [], ["leadership"]),
    ("Irini staat sinds maart onder Italiaans bevel.", ["leadership leader=IT mission=eunavfor-irini since:2021-03/.."], []),
    ("Schout-bij-nacht Jan Holm leidt operatie Aspides.", ["post person=jan-holm mission=eunavfor-aspides function=mission-commander"], []),
    # how long a mission may last, and what it is for
    ("ATMIS begon in 2022 en heeft een mandaat tot eind 2024.", ["period mission=atmis since:2022/.."], []),
    ("De Baltic Air Policing is bedoeld om indringers af te schrikken.", ["purpose mission=baltic-air-policing"], []),
    ("UNMISS heeft als taak burgers te beschermen.", ["purpose mission=unmiss"], []),
    # parts of a whole: half of 400 are 200, whose share is told
    ("De helft van de 400 genisten bij MINUSCA komt uit Bangladesh.", ["contribution contributor=BD mission=minusca n=200"], ["n=400"]),
    ("Een kwart van de 1.000 UNIFIL-militairen in het oosten komt uit Nepal.", ["contribution contributor=NP mission=unifil n=250"], ["strength"]),
    ("UNIFIL telt 10.000 militairen. Van hen zijn er 1.200 Indonesisch en 900 Indiaas.", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IN n=900"], []),
    ("Het Finse aandeel in KFOR bedraagt 70 militairen.", ["contribution contributor=FI mission=kfor n=70"], ["strength"]),
    ("De grootste leveranciers van MINUSCA zijn Rwanda (2.100) en Bangladesh (1.400).", ["contribution contributor=RW mission=minusca n=2100", "contribution contributor=BD n=1400"], []),
    ("Rwanda is met 2.100 militairen de grootste leverancier van MINUSCA, gevolgd door Bangladesh.", ["contribution contributor=RW n=2100"], ["contribution contributor=BD n=2100"]),
    # who makes up a mission, what it is for by what its people do
    ("Letland levert tien militairen aan NATO Mission Iraq. Zij adviseren het Iraakse ministerie van Defensie.", ["purpose mission=nato-mission-iraq"], []),
    ("UNMISS telt 13.000 militairen en 1.900 politiemensen.", ["strength mission=unmiss n=13000", "strength mission=unmiss n=1900"], []),
    ("Nederland neemt deel aan de NAVO-gevechtsgroep in Litouwen. De gevechtsgroep telt 1.700 militairen.", ["strength mission=efp-lithuania n=1700"], []),
    ("Zr.Ms. Tromp neemt deel aan operatie Aspides. Aan boord zijn 200 militairen.", ["contribution contributor=NL mission=eunavfor-aspides n=200"], ["strength"]),
    ("Negen Zuid-Afrikanen zijn gesneuveld. Zeven dienden bij SAMIDRC en twee bij MONUSCO.", ["contribution contributor=ZA mission=sadc-samidrc n=7", "contribution contributor=ZA mission=monusco n=2"], ["contribution contributor=NL"]),
    ("Het aantal Letten bij KFOR is in mei teruggebracht van twintig naar acht.", ["contribution contributor=LV mission=kfor n=8"], []),
    ("Het aantal Deense militairen in Irak bedraagt 150.", ["presence actor=DK place=IQ n=150"], []),
    ("Er zijn nog zo'n duizend Amerikaanse militairen in Niger.", ["presence actor=US place=NE n=1000"], ["strength"]),
    # an agency's report of a foreign ministry is no paper of our own
    ("GOMA (ANP/AFP) - Het ministerie van Defensie van Malawi bevestigt drie doden. Onze soldaten blijven, zegt het.", [], ["presence actor=NL", "post state=NL"]),
    # who follows whom
    ("Generaal Chris Cavoli volgt generaal Tod Wolters op als commandant van KFOR.", ["post person=chris-cavoli mission=kfor"], ["appoint target=tod-wolters", "post person=tod-wolters mission=kfor"]),
    ("Nicholas Haysom, speciaal vertegenwoordiger van de secretaris-generaal en hoofd van UNMISS, waarschuwde.", ["post person=nicholas-haysom mission=unmiss function=special-representative"], []),
    # whom the lead goes to; who is only put under it
    ("Het bevel over UNIFIL ging in februari over van Spanje op Italië.", ["leadership leader=IT mission=unifil"], ["leader=ES"]),
    ("Italië droeg het bevel over KFOR over aan Turkije.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    # offered, promised, set aside: to come
    ("Het Keniaanse aanbod van 1.000 agenten voor Haïti blijft staan.", ["contribution contributor=KE place=HT n=1000 planned"], ["presence"]),
    ("Zweden biedt MINUSMA een C-130 aan.", ["contribution contributor=SE mission=minusma planned"], []),
    ("Griekenland reserveerde een fregat voor operatie Aspides.", ["contribution contributor=GR mission=eunavfor-aspides planned"], []),
    # who is there
    ("Nederland houdt een fregat in de Rode Zee.", ["presence actor=NL place=red-sea"], []),
    ("Rwandese troepen zijn ingezet in Cabo Delgado.", ["presence actor=RW place=cabo-delgado"], ["deploy"]),
    ("Russische parachutisten zijn nog in Nagorno-Karabach.", ["presence actor=RU place=nagorno-karabakh"], []),
    ("Frankrijk draagt met 300 militairen bij aan de gevechtsgroep in Estland.", ["contribution contributor=FR mission=efp-estonia n=300"], []),
    # an end that is put off; how many are left
    ("Het mandaat van UNMISS, dat in maart zou aflopen, is met een jaar verlengd.", ["extend mission=unmiss"], ["period hearsay"]),
    ("Het Duitse mandaat voor Irak verstrijkt eind januari.", ["period contributor=DE place=IQ"], []),
    ("ATMIS wordt teruggebracht tot 8.000 militairen.", ["reduce mission=atmis", "strength mission=atmis n=8000"], ["reduce n=8000"]),
    ("MONUSCO krimpt naar 8.000 man.", ["strength mission=monusco n=8000"], []),
    ("Georgië sloot zich in 2016 met 35 militairen aan bij EUTM RCA.", ["contribution contributor=GE mission=eutm-rca n=35"], []),
    # wanted, asked for: not given, and no strength yet
    ("Brussel vraagt Warschau om 200 militairen voor EUTM Mali.", ["demand actor=eu target=PL"], ["contribution"]),
    ("Hongarije neemt in januari de leiding van EUFOR Althea over van Oostenrijk.", ["leadership leader=HU mission=eufor-althea"], ["period"]),
    ("Valentine Rugwabiza staat aan het hoofd van MINUSCA.", ["post mission=minusca person=valentine-rugwabiza function=head-of-mission"], []),
    ("Driekwart van de 14.000 militairen van MINUSCA is Rwandees.", ["contribution contributor=RW mission=minusca n=10500"], ["n=14000"]),
    # beside a mission of members only
    ("SAMIM blijft in Mozambique. Zuid-Afrika heeft 1.500 militairen in Cabo Delgado.", ["contribution contributor=ZA mission=sadc-samim n=1500"], []),
    # set up to advise: a mission's work, no demand
    ("EUAM Oekraïne is in het leven geroepen om de Oekraïense politie te adviseren.", ["purpose mission=euam-ukraine"], ["demand"]),
    # what was so and is over
    ("Zweden had voorheen 200 militairen in Mali.", [], ["presence", "contribution"]),
    # the present tense with a day to come
    ("UNAMA krimpt voor de zomer tot 300 man.", ["strength mission=unama n=300 planned"], []),
    ("Italië neemt in maart het commando over KFOR over.", ["leadership leader=IT mission=kfor planned"], []),
    # "die", "deze" and "laatstgenoemde" take up who was spoken of last; a country is "het"
    ("MINUSMA is in Mali. Die wordt door Zweden geleid en moet burgers beschermen.", ["leadership leader=SE mission=minusma", "purpose mission=minusma"], []),
    ("KFOR is paraat in Kosovo. Deze wordt aangevoerd door Italië.", ["leadership leader=IT mission=kfor"], []),
    ("ATMIS dooft uit. Laatstgenoemde telt nog 12.600 militairen.", ["strength mission=atmis n=12600"], []),
    # a relative word holds its preposition
    ("De MNJTF, waartoe ook Nigeria en Kameroen behoren, is tienduizend man sterk.", ["contribution contributor=NG mission=mnjtf", "contribution contributor=CM mission=mnjtf"], []),
    ("Takuba, waaruit Zweden zich terugtrekt, staat onder Franse leiding.", ["withdraw actor=SE mission=takuba", "leadership leader=FR mission=takuba"], []),
    ("UNDOF, dat sinds 1974 toeziet op het bestand tussen Israël en Syrië, telt 1.223 blauwhelmen.", ["period mission=undof since:1974/.."], []),
    # what a mission fights or watches is what it is for
    ("Inherent Resolve, die strijdt tegen ISIS, blijft in Irak.", ["purpose mission=inherent-resolve"], ["clash"]),
    ("EUMA, die in februari aan de slag ging en de Armeense grens observeert, groeit.", ["purpose mission=euma-armenia"], []),
    # who leads goes without saying whom
    ("EUMA telt 103 waarnemers. Aan het hoofd staat de Duitser Markus Ritter.", ["post mission=euma-armenia person=markus-ritter function=head-of-mission"], []),
    ("KFOR telt 3.800 militairen. Het bevel is in handen van de Italiaanse generaal Angelo Ristuccia.", ["post mission=kfor person=angelo-ristuccia"], []),
    # what meets with obstruction for weeks has not been there for weeks only; what patrols there since 2014 was there before
    ("Sinds enige weken kampt Takuba met tegenwerking van de Malinese autoriteiten.", ["obstruct actor=ML target=takuba"], ["period"]),
    ("De missie MINUSMA patrouilleert sinds 2014 in Kidal.", [], ["period"]),
    ("MINUSMA is sinds 2013 in Mali.", ["period mission=minusma since:2013/.."], []),
    # not the whole mission
    ("Zestig anderen versterken UNIFIL in mei.", [], ["strength"]),
    # how strong a mission is, in other words
    ("MINUSMA zit op 13.000 militairen.", ["strength mission=minusma n=13000"], []),
    ("Zij versterken de missie MSS in Haïti, die daarmee op ruim 600 agenten uitkomt.", ["strength mission=mss-haiti n=600"], []),
    ("Op papier telde SAMIM 2.200 militairen; volgens diplomaten kwam zij zelden boven de 1.500 uit.", ["strength mission=sadc-samim n=1500"], []),
    ("De brigade voegt zich bij de 4.500 militairen uit 27 landen die KFOR nu telt.", ["strength mission=kfor n=4500"], []),
    ("EUMM Georgia houdt toezicht. Vanuit Gori werken op dit moment 220 mensen uit 26 lidstaten.", ["strength mission=eumm-georgia n=220"], []),
    # a number alone counts those counted last
    ("UNIFIL telt 10.000 militairen. Italië levert er 1.100, Spanje 650.", ["contribution contributor=IT mission=unifil n=1100", "contribution contributor=ES mission=unifil n=650"], []),
    ("KFOR telt 4.500 militairen. Nederland heeft er 120.", ["contribution contributor=NL mission=kfor n=120"], []),
    # as what: framework nation, largest contributors
    ("De gevechtsgroep in Letland telt 1.900 militairen, met Canada als kaderland.", ["leadership leader=CA mission=efp-latvia"], []),
    ("MINUSCA telt 17.000 mensen, met Rwanda, Bangladesh en Pakistan als voornaamste leveranciers.", ["contribution contributor=RW mission=minusca", "contribution contributor=BD mission=minusca", "contribution contributor=PK mission=minusca"], []),
    # with how many a state is there, whatever the verb; who does not take part
    ("Portugal houdt met 60 instructeurs vast aan EUTM Mozambique.", ["contribution contributor=PT mission=eutm-mozambique n=60"], ["detain", "demand"]),
    ("Portugal vormt met 180 para's de snelle reactiemacht van MINUSCA.", ["contribution contributor=PT mission=minusca n=180"], []),
    ("Noorwegen ziet van deelname aan Takuba af.", ["contribution contributor=NO mission=takuba not"], []),
    ("KFOR telt 4.500 militairen. Sinds deze week patrouilleert een bataljon van 200 Roemenen langs de wegen.", ["contribution contributor=RO mission=kfor n=200"], []),
    # who leads until another does
    ("In mei neemt Nederland de leiding van de NAVO-missie in Irak over van Spanje.", ["leadership leader=NL mission=nato-mission-iraq planned", "leadership leader=ES mission=nato-mission-iraq"], []),
    ("Turkije nam vorig jaar het commando over KFOR over van Italië.", ["leadership leader=TR mission=kfor"], ["leadership leader=IT"]),
    # since when a mission is there
    ("UNDOF staat sinds 1974 op de Golan, met zo'n 1.100 militairen.", ["period mission=undof since:1974/..", "strength mission=undof n=1100"], []),
    ("MINUSMA verving in juli 2013 AFISMA.", ["period mission=minusma since:2013-07/.."], []),
    ("Op 15 oktober 2017 maakte MINUSTAH plaats voor MINUJUSTH.", ["period mission=minustah until:2017-10-15"], []),
    ("EUTM Mozambique leidt militairen op. Sinds de start, in oktober 2021, zijn 1.100 Mozambikanen opgeleid.", ["period mission=eutm-mozambique since:2021-10/.."], []),
    ("Sinds het begin van MINUSMA in 2013 kwamen 300 blauwhelmen om.", ["attack mission=minusma killed=300"], ["attack at:2013"]),
    ("De troepenmacht SAMIDRC stond het Congolese leger sinds december 2023 bij.", ["period mission=sadc-samidrc since:2023-12/.."], []),
    # what a mission must do for others is what it is for
    ("De MSS in Haïti, onder Keniaanse leiding, moet de politie bijstaan tegen de bendes.", ["purpose mission=mss-haiti"], ["support"]),
    # a mission that goes without saying
    ("De NAVO-gevechtsgroep in Litouwen schrikt af. Tsjechië levert er 130 man, IJsland en Kroatië doen ook mee.", ["contribution contributor=IS mission=efp-lithuania", "contribution contributor=HR mission=efp-lithuania"], []),
    ("Aspides beschermt koopvaardijschepen. Griekenland heeft het commando.", ["leadership leader=GR mission=eunavfor-aspides"], []),
    ("De Veiligheidsraad keurt een door Kenia geleide steunmissie (MSS) in Haïti goed.", ["leadership leader=KE mission=mss-haiti"], []),
    ("Het hoofd van EUMM Georgia, de Poolse diplomaat Beata Zawadzka, noemde de aanhouding onrechtmatig.", ["post person=beata-zawadzka mission=eumm-georgia"], []),
    # until when a state takes part, since when a mission is there, when it began or ends
    ("Zweden, dat 300 militairen in MINUSMA heeft, blijft tot 31 december.", ["period contributor=SE mission=minusma until:../2022-12-31"], []),
    ("Oslo heeft toegezegd tot eind 2026 in de NAVO-gevechtsgroep in Litouwen te blijven.", ["period contributor=NO mission=efp-lithuania planned"], ["contribution"]),
    ("De missie EUMA, die op 1 januari de opvolger werd van EUMM Georgia, heeft geldgebrek.", ["period mission=euma-armenia since:2022-01-01/.."], []),
    ("De Raad verlengde EUCAP Somalia en EUTM Somalia tot 31 december 2024.", ["period mission=eucap-somalia", "period mission=eutm-somalia"], []),
    ("De Raad besloot vanochtend EUTM Somalia tot 31 december 2024 voort te zetten.", ["extend mission=eutm-somalia at:2022-02-07"], ["decide"]),
    ("EUFOR Althea gaat op 15 juli dicht.", ["period mission=eufor-althea until:2022-07-15"], []),
    ("In mei neemt Noorwegen de leiding van KFOR over van Italië.", ["leadership leader=NO mission=kfor planned at:2022-05"], []),
    ("Sinds mei is generaal Jan Postma commandant van de missie NMI.", ["post person=jan-postma since:2021-05/.."], []),
    # the capital is that of the country spoken of; whose soldiers are to leave are there
    ("Frankrijk verliet Niger in december. Honderden mensen demonstreerden maandag in de hoofdstad.", ["protest place=niamey"], []),
    ("Tsjaad eist het vertrek van de 900 Franse militairen.", ["presence actor=FR place=TD n=900"], []),
    ("De 900 Franse militairen in Tsjaad gaan naar huis.", ["presence actor=FR place=TD n=900"], []),
    ("Gabon eist het vertrek van de 350 Franse militairen op zijn grondgebied.", ["presence actor=FR place=GA"], ["withdraw place=FR"]),
    # what began has no last day; "vanaf" may look ahead; an aim in any words, of whoever sent the mission
    ("Operatie Atalanta begon in december.", ["period mission=eunavfor-atalanta since:2021-12/.."], []),
    ("Vanaf juni levert Nederland 40 militairen aan UNIFIL.", ["contribution contributor=NL mission=unifil n=40 planned since:2022-06/.."], []),
    ("Sinds juni levert Nederland 40 militairen aan UNIFIL.", ["contribution contributor=NL mission=unifil n=40 since:2021-06/.."], []),
    ("EUBAM Libya heeft tot taak een grensplan op te stellen.", ["purpose mission=eubam-libya"], []),
    ("De SADC stuurde SAMIM naar Mozambique om de regering te helpen.", ["purpose mission=sadc-samim"], ["support"]),
    # what follows commas names what the clause opens with, who does something stands behind the verb
    ("Aan de Europese missie in Bosnië, EUFOR Althea, draagt Zweden bij met zestig trainers.", ["contribution contributor=SE mission=eufor-althea n=60"], []),
    ("Behalve Kenia doen ook Oeganda en Burundi mee aan ATMIS.", ["contribution contributor=UG mission=atmis", "contribution contributor=BI mission=atmis"], []),
    ("EMASOH is een Europese missie. Stockholm doet niet mee.", ["contribution contributor=SE mission=emasoh-agenor not"], []),
    ("UNFICYP telt 800 militairen. Het leeuwendeel van de militairen komt uit Argentinië.", ["contribution contributor=AR mission=unficyp"], []),
    # who leads, where the mission goes without saying or is told before
    ("EUTM Mali telt 600 man. De leiding berust bij Denemarken.", ["leadership leader=DK mission=eutm-mali"], []),
    ("In het kamp wonen de agenten van de MSS, de door Kenia geleide missie in Haïti.", ["leadership leader=KE mission=mss-haiti"], []),
    # how many it is to have, told by "er"
    ("EUMA is begonnen. Er zullen ongeveer honderd mensen werken.", ["strength mission=euma-armenia n=100 planned"], []),
    ("De Raad heeft Irini verlengd. In totaal zijn er 600 mensen aan verbonden.", ["strength mission=eunavfor-irini n=600"], []),
    ("UNMISS is bezorgd. Er zijn 2000 mensen gevlucht.", [], ["strength"]),
    # what for, and how long
    ("UNFICYP waakt sinds 1964 over de rust op het eiland.", ["purpose mission=unficyp"], []),
    ("Baltic Air Policing bewaakt het luchtruim van Estland.", ["purpose mission=baltic-air-policing"], []),
    ("De VN-missie UNIFIL gaat zes maanden langer door.", ["extend mission=unifil"], ["extend actor=unifil"]),
    ("2004 - De Veiligheidsraad stuurt MINUSTAH naar Haïti.", ["deploy mission=minustah at:2004"], []),
    # a country that runs a mission of its own there, or has a base of its own, gives the other mission nobody; nor does who keeps people ready
    ("MINUSMA telt 13.000 militairen. Frankrijk heeft 2.400 militairen in Mali.", ["presence actor=FR place=ML n=2400"], ["contribution"]),
    ("MINUSCA telt 11.000 militairen.\n\nItalië heeft 40 militairen in het land.", ["contribution contributor=IT mission=minusca place=CF n=40"], []),
    ("UNIFIL telt 9.000 militairen. Italië stuurt 200 militairen naar zijn basis in Libanon.", ["deploy actor=IT place=LB n=200"], ["contribution"]),
    ("KFOR telt 4.000 militairen. Spanje heeft 300 militairen klaarstaan in Italië.", [], ["contribution"]),
    # a town that stands for a government is a town too
    ("Zaterdag raakten in Abidjan vier blauwhelmen gewond.", ["attack place=abidjan injured=4"], []),
    # what would be done if; what is ruled out and what is kept open; who refuses to hand something in gives none
    ("Zouden er doden vallen, dan vertrekt België uit Mali.", ["withdraw actor=BE place=ML conditional"], []),
    ("Zou de toestand verslechteren, dan schort Zweden zijn training op.", ["suspend actor=SE conditional"], []),
    ("Minister De Vries heeft een verlenging van de missie KFOR uitgesloten.", ["option mission=kfor options=extend by=vries not"], []),
    ("De regering heeft een verlenging van KFOR nog niet uitgesloten.", ["option mission=kfor options=extend by=NL"], []),
    ("Noorwegen behoudt zich het recht voor zijn schip terug te roepen.", ["option options=withdraw by=NO"], ["recall", "option options=continue"]),
    ("De M23 weigert de wapens in te leveren.", [], ["aid"]),
    ("De M23 weigert de gevangenen te tonen.", ["reject actor=m23"], []),
    ("De terugtrekking uit Mali sluit Zweden uit.", ["option options=withdraw by=SE not"], []),
    ("De rebellen weigeren de haven te verlaten.", [], ["deny_access"]),
    # van wie de mensen van een missie zijn, wie er verder bij is
    ("UNFICYP telt 800 militairen, de meesten uit Argentinië en Slowakije.", ["contribution contributor=AR mission=unficyp", "contribution contributor=SK mission=unficyp"], []),
    ("Behalve Kenia doet ook Oeganda mee aan AMISOM.", ["contribution contributor=KE mission=amisom", "contribution contributor=UG mission=amisom"], []),
    ("KFOR telt 4.500 militairen; Italië en Turkije leveren de meesten.", ["contribution contributor=IT mission=kfor", "contribution contributor=TR mission=kfor"], []),
    ("UNFICYP telt 800 man. Oostenrijk en Chili doen mee als partners.", ["contribution contributor=AT mission=unficyp", "contribution contributor=CL mission=unficyp"], []),
    ("Aan de coalitie tegen IS, Operation Inherent Resolve, draagt België bij met twintig trainers.", ["contribution contributor=BE mission=inherent-resolve n=20"], []),
    # hoe lang; wiens deel "die" opneemt; wie een missie in het leven riep
    ("De Veiligheidsraad gaf UNMISS een mandaat van een jaar.", ["period mission=unmiss"], []),
    ("Aspides vaart nog. Over de Nederlandse bijdrage aan Aspides, die tot 1 augustus loopt, praat de Kamer.", ["period contributor=NL mission=eunavfor-aspides until:../2022-08-01"], []),
    ("De VN riepen UNMISS in juli 2011 in het leven.", ["period mission=unmiss since:2011-07/.."], []),
    # who leaves together leaves each
    ("Zambia en Malawi zijn in mei uit MONUSCO vertrokken.", ["withdraw actor=ZM mission=monusco", "withdraw actor=MW mission=monusco"], []),
    # how long stands beside the beginning
    ("De inzet bij EUFOR Althea begon in oktober en duurt een jaar.", ["period mission=eufor-althea since:2021-10/.."], []),
    # why somebody stops is not what a mission is for
    ("De missie UNMIK stopt om het geld op orde te krijgen.", ["end mission=unmik"], ["purpose"]),
    ("De kritieke fase van KFOR is voorbij. De vrije doorvaart gaat Aspides aan.", [], ["condemn", "release"]),
    # hoe sterk toen; wie een schip inzet
    ("UNDOF telde in mei 1.223 militairen.", ["strength mission=undof n=1223 at:2021-05"], []),
    ("Operatie IRINI vaart nog. Italië en Griekenland zetten momenteel elk een fregat in.", ["contribution contributor=IT mission=eunavfor-irini", "contribution contributor=GR mission=eunavfor-irini"], []),
    ("Rusland zet drones in tegen Oekraïne. EUMAM traint door.", [], ["contribution"]),
    # ministers whose fields stand in brackets; a colleague's country is not the minister's
    ("De ministers Hoekstra (Buitenlandse Zaken) en Ollongren (Defensie) schrijven over KFOR.", ["post person=hoekstra function=foreign-minister", "post person=ollongren function=defence-minister state=NL"], []),
    ("Minister van Defensie Bram Jansen was maandag in Brussel na een ontmoeting met zijn Duitse collega Karin Vogel.", [], ["post person=bram-jansen state=DE"]),
    # the country that gives is not the one it gives to; years before people
    ("Noorwegen stuurt 60 militairen naar Mali. Het land levert ook twee vliegtuigen aan MINUSMA.", [], ["contribution contributor=ML"]),
    ("Nederland heeft sinds 2014 militairen en agenten gestuurd naar MINUSMA.", ["deploy actor=NL mission=minusma since:2014/.."], ["deploy n=2014"]),
    ("Servië moet zich aan afspraken houden met de EU.", [], ["agree"]),
    ("MONUSCO telt 2.100 militairen, grotendeels geleverd door China.", ["contribution contributor=CN mission=monusco"], ["contribution contributor=CN n=2100"]),
    # wie vertrekt uit welke missie
    ("UNDOF heeft 1.000 militairen. Eerder vertrokken al de Fijiërs.", ["withdraw actor=FJ mission=undof"], []),
    ("Niger en Tsjaad kregen Franse militairen. Betogers trokken maandag door de hoofdstad.", [], ["protest place=niamey"]),
    ("Het doel van IRINI is de smokkel te stoppen.", ["purpose mission=eunavfor-irini"], ["end"]),
    # people of one land before another's name; the dead are no strength; whose denial it is; whom a link is with
    ("Biden zei dat alle Amerikaanse troepen Afghanistan op 11 september verlaten zullen hebben.", ["withdraw actor=US place=AF"], ["withdraw actor=AF"]),
    ("MINUSMA is de dodelijkste VN-missie met bijna tweehonderd dode blauwhelmen.", [], ["strength", "attack"]),
    ("Polen en Italië maakten bekend de deadline niet te halen en alle troepen terug te trekken uit Kosovo.", ["withdraw actor=PL place=XK"], []),
    ("De Houthi's nemen schepen met een link met Israël onder vuur.", ["attack actor=houthis"], ["attack partner=IL"]),
    ("Om de Afghaanse krijgsmacht te versterken, sturen de Denen 50 instructeurs naar Kaboel.", ["deploy actor=DK n=50"], ["reinforce actor=AF"]),
    # who gives it instead of another gives it
    ("In plaats van Frankrijk levert nu Italië de helikopters voor MINUSMA.", ["contribution contributor=IT mission=minusma"], ["contribution contributor=IT not", "contribution contributor=FR"]),
    # wie eigen toestellen aan de grond houdt, ontzegt niemand iets; wie die van een ander aan de grond houdt wel
    ("België houdt zijn helikopters in Mali aan de grond.", ["suspend actor=BE"], ["deny_access"]),
    ("De junta houdt de vluchten van MINUSMA aan de grond.", ["deny_access mission=minusma"], ["suspend"]),
    # van twee missies in een land de missie waar de alinea van vertelt, ook waar die geen naam krijgt
    ("Takuba trekt weg uit Mali.\n\nDe veel grotere VN-macht in Mali blijft wel actief. Sinds november heeft Zweden een vliegtuig gestationeerd in Bamako, met negentig militairen.", ["contribution contributor=SE mission=minusma"], ["contribution mission=takuba"]),
    # operaties van staten en coalities bij hun eigen naam
    ("Nederland levert 90 instructeurs aan operatie Interflex.", ["contribution contributor=NL mission=interflex n=90"], []),
    ("België heeft 80 militairen in operatie New Nero in Niger.", ["contribution contributor=BE mission=new-nero place=NE n=80"], []),
    ("Frankrijk heeft 700 militairen in operatie Daman in Libanon.", ["contribution contributor=FR mission=daman place=LB n=700"], []),
    ("Tsjechië heeft 600 militairen in de NAVO-gevechtsgroep in Slowakije.", ["contribution contributor=CZ mission=flf-slovakia n=600"], []),
    ("Nederland leverde in 2003 1.100 militairen aan SFIR.", ["contribution contributor=NL mission=mnf-iraq n=1100"], []),
    # wie ergens een eigen missie heeft en daar zijn mensen uitbreidt, heeft ze daar
    ("SAMIM verlaat Mozambique. Kigali breidt zijn 2.800 militairen in de provincie uit.", ["presence actor=RW place=MZ n=2800"], ["contribution"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_prose_on_missions(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "nl", text, expected, forbidden)

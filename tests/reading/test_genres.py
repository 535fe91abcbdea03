"""What ministries, agencies, missions and aid organisations write, in three languages: short reports, what they state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

DUTCH = [
    # casualties of one event, told in one sentence or two
    ("Twee Tanzaniaanse blauwhelmen zijn maandag gedood en vier anderen gewond geraakt bij een hinderlaag nabij Beni.",
     ["attack killed=2 injured=4 place=beni"]),
    ("Een konvooi van MINUSMA reed op een bermbom; een Tsjadische militair kwam om en drie raakten gewond.",
     ["attack killed=1 injured=3 mission=minusma"]),
    ("52 dorpelingen gedood, 64 gewond.", ["attack killed=52 injured=64"]),
    # contributions, strength, leadership, posts
    ("Momenteel zijn achttien Nederlandse militairen aan UNIFIL verbonden.", ["contribution contributor=NL mission=unifil n=18"]),
    ("UNIFIL telt 10.500 militairen. Frankrijk doet mee met 700 van hen.", ["strength mission=unifil n=10500"]),
    ("MONUSCO kreeg versterking. Zweden stuurde 200 militairen.", ["reinforce actor=SE mission=monusco n=200"]),
    ("Italië nam op 10 oktober 2021 het bevel over KFOR over van Hongarije.", ["leadership leader=IT mission=kfor"]),
    ("Het hoofd van MINUSMA, El-Ghassim Wane, bezocht dinsdag Kidal.", ["post person=el-ghassim-wane mission=minusma function=head-of-mission"]),
    # what lies ahead in the present tense; who ends its part goes, the mission stays
    ("Zweden vertrekt in juli uit MINUSMA.", ["withdraw actor=SE mission=minusma planned at:2022-07"]),
    ("De deelname van Duitsland aan MINUSMA loopt uiterlijk in mei 2024 af.", ["period contributor=DE mission=minusma before:../2024-05"]),
    # governments by their seats; a name in a compound; a possessive that looks like a verb
    ("De regering in Bamako onderhandelt met Rusland.", ["consult actor=ML target=RU"]),
    ("In Mali zitten duizend Wagnerstrijders.", ["presence actor=wagner place=ML n=1000"]),
    ("Kinshasa heeft gisteren zijn ambassadeur uit Kigali teruggeroepen.", ["recall actor=CD function=ambassador"]),
    ("Duitsland | 1.100 | Gao | MINUSMA", ["contribution contributor=DE mission=minusma n=1100 place=gao"]),
    # clauses after "toen"; who makes up a contribution; the first who leave; who is at home in one mission
    ("Drie Ghanese militairen van UNIFIL raakten gewond toen een Israëlische drone hun voertuig bestookte.",
     ["attack actor=IL target=GH injured=3 mission=unifil"]),
    ("België levert 60 militairen aan EUTM Mali, van wie drie stafofficieren.",
     ["contribution contributor=BE mission=eutm-mali n=60", "contribution contributor=BE n=3 function=staff-officer"]),
    ("De eerste Ierse militairen verlieten UNDOF op 3 april 2023.", ["reduce actor=IE mission=undof"]),
    ("MINUSMA sluit in december. Denemarken heeft nog 200 militairen in Gao.", ["contribution contributor=DK mission=minusma n=200 place=gao"]),
    ("Aan EUTM Mali werd de toegang ontzegd tot twee Malinese militaire terreinen.", ["deny_access target=eutm-mali place=ML"]),
    # what is asked in one clause is not done; an ultimatum; who command rests with; a portfolio after the name
    ("Mali heeft Zweden gevraagd zijn 200 militairen terug te trekken.", ["demand actor=ML target=SE"]),
    ("De junta heeft de Franse ambassadeur 72 uur gegeven om te vertrekken.", ["expel target=FR function=ambassador"]),
    ("De leiding van EUFOR Althea berust sinds oktober bij Roemenië.", ["leadership leader=RO mission=eufor-althea"]),
    ("| Missie | Kaderland | Grootste bijdrager | Sterkte |\n| eFP Letland | Canada | Spanje (600) | 2.100 |",
     ["leadership leader=CA mission=efp-latvia", "contribution contributor=ES n=600", "strength mission=efp-latvia n=2100"]),
    ("Het VK haalt zijn 300 militairen weg uit Mali.", ["presence actor=GB place=ML n=300"]),
    ("Niger zette op 3 januari de Franse ambassadeur uit. Twee dagen later riep Tsjaad zijn ambassadeur terug.", ["recall actor=TD at:2022-01-05"]),
    ("Frankrijk riep op 18 januari zijn ambassadeur terug, een dag nadat Niger een Franse diplomaat had uitgezet.", ["expel actor=NE at:2022-01-17"]),
    # what a chamber agrees with is planned; who fell together is counted together; "het" takes up who says it
    ("De Kamer heeft ingestemd met de uitzending van 150 militairen naar Mali.", ["deploy actor=NL place=ML n=150 planned"]),
    ("De Senaat stemde in met het sturen van een fregat naar de Rode Zee.", ["deploy place=red-sea planned"]),
    ("Denemarken stelt de uitzending van 100 militairen uit.", ["deploy actor=DK planned"]),
    ("Drie waarnemers van UNTSO en een tolk raakten gewond bij Rmeish.", ["attack target=untso injured=4 place=rmeish"]),
    ("Bij de aanval op het kamp kwamen vijf soldaten en twaalf burgers om.", ["attack killed=17"]),
    ("Zweden bevestigde dat het zijn militairen uit Mali terugtrekt.", ["withdraw actor=SE place=ML by=SE"]),
    ("Kenia meldt dat het duizend agenten naar Haïti stuurt.", ["deploy actor=KE place=HT n=1000"]),
    # who sets out for a country is sent there; a verb stands before or behind what it takes
    ("Roemeense militairen zijn naar Congo vertrokken.", ["deploy actor=RO place=CD"]),
    ("Roemeense militairen zijn uit Congo vertrokken.", ["withdraw actor=RO place=CD"]),
    ("De Fransen verlieten vrijdag hun kamp in Gao.", ["withdraw actor=FR place=gao"]),
    ("Frankrijk draagt zijn basis in Faya-Largeau over aan het Tsjadische leger.", ["withdraw actor=FR place=faya-largeau"]),
    ("De Tsjadische regering heeft de Duitse ambassadeur opgedragen het land te verlaten.", ["expel actor=TD target=DE"]),
    # a blow in a capital strikes no government; who leads a mission speaks for himself; Jan is no month
    ("Al-Shabaab eist de aanslag in Mogadishu op.", ["attack actor=al-shabaab place=mogadishu-so"]),
    ("De commandant van UNIFIL, generaal-majoor Ed Moe, veroordeelde de aanval.", ["condemn actor=ed-moe"]),
    ("De Nederlandse viceadmiraal Jan Jansen is commandant van EUNAVFOR Atalanta.", ["post person=jan-jansen mission=eunavfor-atalanta"]),
    ("Ecowas heeft de sancties tegen Niger opgeheven.", ["end actor=ecowas target=NE"]),
    ("Een Indiase blauwhelm is gesneuveld in Jonglei.", ["attack killed=1 target=IN place=jonglei"]),
    # whose government it is where that follows; what is not ruled out is possible
    ("De regering van Burkina Faso heeft de Franse ambassadeur uitgezet.", ["expel actor=BF target=FR"]),
    ("Het leger van Niger hindert de bewegingen van MINUSMA.", ["obstruct actor=NE target=minusma"]),
    ("Het is niet uitgesloten dat Wagner ook in Tsjaad actief wordt.", ["presence actor=wagner place=TD possible"]),
    ("Strijders van JNIM hebben een legerpost in Djibo onder de voet gelopen.", ["attack actor=jnim place=djibo"]),
    ("Oostenrijk heeft sinds januari het commando over EUFOR Althea.", ["leadership leader=AT mission=eufor-althea"]),
    ("De minister van Buitenlandse Zaken van Rusland bezocht Bamako.", ["visit actor=RU place=bamako"]),
    ("De president van Benin reist naar Niamey.", ["visit actor=BJ place=niamey"]),
    ("UNMISS is in Juba. Regeringstroepen hielden een patrouille van UNMISS tegen bij Yei.", ["obstruct actor=SS target=unmiss place=yei"]),
]  # fmt: skip
ENGLISH = [
    # organs by their short names; a mission told by what it is; pledges; own soldiers; fronted participles
    ("The Council today extended the mandate of EUNAVFOR Atalanta.", ["extend actor=council-of-the-eu"]),
    ("The Council today extended the mandate of UNMISS.", ["extend actor=un-security-council mission=unmiss"]),
    ("Canada leads the NATO battlegroup in Latvia.", ["leadership leader=CA mission=efp-latvia"]),
    ("UNMISS needs people. Rwanda and Nepal have pledged troops.", ["contribution contributor=NP mission=unmiss planned"]),
    ("Voicing its concern, the African Union condemned the attack.", ["condemn actor=au"]),
    ("Italy will provide the force commander of UNIFIL.", ["leadership leader=IT mission=unifil"]),
    ("| Battlegroup | Framework nation | Main contributor | Total strength |\n| eFP Latvia | Canada | Spain (600) | 2,100 |",
     ["leadership leader=CA mission=efp-latvia", "contribution contributor=ES n=600", "strength mission=efp-latvia n=2100"]),
    ("The withdrawal by Sweden from MINUSMA has been announced.", ["withdraw actor=SE mission=minusma planned"]),
    ("The army attacked a camp in Gao, with at least 12 killed.", ["attack killed=12 place=gao"]),
    ("Should Mali expel the French ambassador, France may suspend its aid.", ["expel actor=ML target=FR conditional"]),
    ("Two Tanzanian peacekeepers were killed and four others wounded on Monday in an ambush near Beni.",
     ["attack killed=2 injured=4 place=beni"]),
    ("At least 40 civilians were killed when M23 fighters attacked Rutshuru on Friday.", ["attack actor=m23 killed=40"]),
    ("Three UNIFIL peacekeepers came under fire near Naqoura.", ["attack target=unifil place=naqoura"]),
    ("133 Danes serving with Operation Inherent Resolve were there.", ["contribution contributor=DK mission=inherent-resolve n=133"]),
    ("Germany's 1,000 soldiers in MINUSMA will stay.", ["contribution contributor=DE mission=minusma n=1000"]),
    ("UNIFIL, whose roughly 10,000 peacekeepers come from fifty countries, has opened an inquiry.",
     ["strength mission=unifil n=10000", "investigate actor=unifil"]),
    ("EUTM Mali has 900 people, of whom 450 Spaniards and 300 Germans.", ["contribution contributor=ES n=450", "contribution contributor=DE n=300"]),
    ("Peter Lyle, Defence Minister of the United Kingdom, visited Mali.", ["post person=peter-lyle state=GB function=defence-minister"]),
    ("Force Commander: Lieutenant General Ann Poe (MINUSMA).", ["post person=ann-poe function=force-commander"]),
    ("The EU is considering suspending EUTM Mali.", ["option mission=eutm-mali options=suspend by=eu"]),
    ("Burkina Faso demanded that French troops leave.", ["demand actor=BF target=FR"]),
    ("Ireland, which has 338 troops with UNIFIL, plans to withdraw by 2027.", ["contribution contributor=IE mission=unifil n=338"]),
    ("The Security Council, 1. Condemns the attack on MINUSMA; 2. Calls on Mali to investigate.", ["condemn actor=un-security-council"]),
    ("Russia denies having attacked the UN mission.", ["deny actor=RU"]),
    ("In a letter Foreign Minister Abdoulaye Diop asked MINUSMA to leave Mali.", ["post person=abdoulaye-diop function=foreign-minister"]),
    # what is said without "that"; who fell in a fight; who is sent contributes; soldiers from a country
    ("The Kenyan army said three soldiers were wounded near Lamu.", ["attack injured=3 by=KE"]),
    ("Norway said on Monday it will send 40 instructors to EUMAM Ukraine.",
     ["deploy actor=NO mission=eumam-ukraine planned n=40", "contribution contributor=NO mission=eumam-ukraine planned n=40"]),
    ("Nine Malawian soldiers have been killed in fighting with M23 near Sake.", ["clash actor=m23 target=MW killed=9"]),
    ("MINUSCA reinforced its base in Bria with 80 soldiers from Burundi.", ["contribution contributor=BI mission=minusca n=80"]),
    ("The AU asked Chad to protect civilians and condemned the attacks.", ["condemn actor=au", "demand actor=au target=TD"]),
    ("KFOR is led by Major General Ann Poe.", ["post person=ann-poe mission=kfor function=force-commander"]),
    ("EUTM Somalia is led by Brigadier General Ann Poe.", ["post person=ann-poe mission=eutm-somalia function=mission-commander"]),
    # leaving, stepping up, holding, striking in other words
    ("The last Italian soldiers in Niger crossed into Chad on Monday.", ["withdraw actor=IT place=NE"]),
    ("Portugal pulled the plug on its contribution to MINUSCA.", ["withdraw actor=PT mission=minusca"]),
    ("NATO is stepping up its presence in Kosovo.", ["reinforce actor=nato place=XK"]),
    ("Houthi rebels are holding 13 UN staff members.", ["detain actor=houthis target=un n=13"]),
    ("A suicide bomber struck an AU base in Mogadishu.", ["attack target=au"]),
    ("Statement on behalf of the European Union\n\nThe European Union condemns the attack on UNISFA. Such attacks are unacceptable.",
     ["grade=unacceptable by=eu"]),
    ("The EU expects a swift investigation from the Malian authorities.", ["demand actor=eu target=ML"]),
    # what is not settled, only heard, or did not happen
    ("Sweden has not yet decided whether to extend its contribution to KFOR.", ["option mission=kfor options=extend by=SE"]),
    ("Italy almost pulled out of UNIFIL in 2021.", ["withdraw actor=IT mission=unifil not"]),
    ("Russia is said to have sent 300 trainers to Burkina Faso.", ["deploy actor=RU place=BF n=300 hearsay"]),
    # who holds which post
    ("Foreign Minister Olivia Kaboré met her Malian counterpart, Abdoulaye Diop.", ["post person=abdoulaye-diop state=ML function=foreign-minister"]),
    ("Captain Paul Damiba declared himself president of Burkina Faso.", ["post person=paul-damiba state=BF function=head-of-state"]),
    ("Lieutenant Colonel Mia Berg was appointed deputy commander of KFOR.", ["post person=mia-berg mission=kfor function=deputy-force-commander"]),
    ("Ms. Keita, the Special Representative, condemned the attack.", ["post person=keita function=special-representative"]),
    ("Mia Berg succeeds Jan Holm as Force Commander of UNDOF.", ["post person=mia-berg mission=undof function=force-commander"]),
    ("NATO Secretary General Mark Rutte condemned the attack in Goma.", ["condemn actor=mark-rutte+nato-secretary-general"]),
    # whose a mission is that is not named; how long someone has led
    ("AUSSOM, which replaced ATMIS, is in Somalia. Kenya has pledged troops.", ["contribution contributor=KE mission=aussom planned"]),
    ("Norway has led NATO Mission Iraq since May 2021.", ["leadership leader=NO since:2021-05/.."]),
    # how many a mission has
    ("UNDOF patrols the Golan Heights. The number of peacekeepers stands at 1,200.", ["strength mission=undof n=1200"]),
    ("MONUSCO leaves Sake. Its troop strength will fall to 8,000.", ["strength mission=monusco n=8000 planned"]),
    ("UNISFA, 3,800 strong, patrols Abyei.", ["strength mission=unisfa n=3800"]),
    ("KFOR helps people. The 4,500-strong mission is led by Italy.", ["strength mission=kfor n=4500"]),
    ("ATMIS, with 14,600 soldiers, will leave in December.", ["strength mission=atmis n=14600"]),
    ("EUTM Mozambique trains marines. Portugal supplies 65 of its 119 members.",
     ["strength mission=eutm-mozambique n=119", "contribution contributor=PT n=65"]),
    ("The monitors of EUMM Georgia live in Gori. There are 220 of them.", ["strength mission=eumm-georgia n=220"]),
    ("The Council approved the deployment of 8,000 troops to MNJTF.", ["strength mission=mnjtf n=8000 planned"]),
    # a day told before
    ("Niger expelled the French ambassador on 3 January. Two days later, Chad recalled its ambassador.", ["recall actor=TD at:2022-01-05"]),
    ("On 5 January rebels attacked Goma. The next day, Rwanda recalled its ambassador from Kinshasa.", ["recall actor=RW at:2022-01-06"]),
    ("Mali expelled the UN spokesman on January 20. Ten days earlier, Malian soldiers had detained two Danes.", ["detain target=DK at:2022-01-10"]),
    ("France recalled its ambassador on 18 January, a day after Niger expelled a French diplomat.", ["expel actor=NE at:2022-01-17"]),
    ("The vote on the mission was postponed until March.", ["postpone until:../2022-03"]),
]  # fmt: skip
FRENCH = [
    ("Deux Casques bleus tanzaniens ont été tués et quatre autres blessés lundi lors d'une embuscade près de Beni.",
     ["attack killed=2 injured=4 place=beni"]),
    ("Un convoi de la MINUSMA a sauté sur une mine : un soldat tchadien est mort et trois ont été blessés.",
     ["attack killed=1 injured=3 mission=minusma"]),
    ("Le Conseil de sécurité a prolongé jusqu'au 31 août 2024 le mandat de la FINUL.",
     ["extend actor=un-security-council mission=unifil", "period mission=unifil until:../2024-08-31"]),
    ("La FINUL, forte de 10 500 soldats, est déployée au Liban.", ["strength mission=unifil n=10500"]),
    ("Le Portugal conservera la direction de l'EUTM Mozambique.", ["leadership leader=PT mission=eutm-mozambique"]),
    ("Conduite par l'Italie, l'EUTM Somalie forme des soldats.", ["leadership leader=IT mission=eutm-somalia"]),
    ("Le chef de la MINUSMA, El-Ghassim Wane, s'est rendu à Kidal mardi.", ["post person=el-ghassim-wane mission=minusma function=head-of-mission", "visit place=kidal"]),
    ("L'EUTM Mali a pour mandat de former et de conseiller l'armée malienne.", ["purpose mission=eutm-mali"]),
    ("Wagner, présent au Mali depuis décembre 2021, y compte environ 1 000 hommes.", ["presence actor=wagner place=ML n=1000"]),
    ("La France a entamé hier le retrait des 400 militaires de la MINUSMA.", ["withdraw actor=FR n=400"]),
    ("Paris demande des explications à Ankara.", ["demand actor=FR target=TR"]),
    ("Le Burkina Faso a exigé le départ des troupes françaises.", ["demand actor=BF target=FR"]),
    ("BANGUI, 11 oct 2021 (agence) – L'ONU condamne l'attaque.", ["condemn actor=un"]),
    ("Le Guatemala a fourni 150 gendarmes à la MINUSTAH ; le Salvador, 78 policiers.", ["contribution contributor=SV n=78"]),
    # an article before soldiers; others wounded; who came is there; a verb after its clitic; nouns of several words
    ("Des soldats tchadiens ont tué huit rebelles à Bol.", ["attack actor=TD killed=8"]),
    ("Un policier rwandais a été tué et cinq autres blessés dans une attaque à Bria.", ["attack killed=1 injured=5 place=bria"]),
    ("L'ONU condamne le coup d'État au Gabon.", ["condemn actor=un", "coup place=GA"]),
    ("L'Union africaine a demandé au Soudan de libérer les détenus et condamne les violences.", ["condemn actor=au"]),
    ("L'UE déplore la décision et les appelle au dialogue.", ["demand actor=eu"]),
    # futures; clitics; a main clause that goes on after a relative one; who agrees with whom
    ("L'Allemagne retirera ses 1 100 soldats de la Minusma en mai.", ["withdraw actor=DE mission=minusma planned", "contribution contributor=DE mission=minusma n=1100"]),
    ("Paris a confirmé que l'opération Barkhane prendrait fin en 2022.", ["end mission=barkhane planned"]),
    ("Le Niger a rompu l'accord. Un millier de soldats américains y sont stationnés.", ["presence actor=US place=NE n=1000"]),
    ("Les soldats danois qui servent à Gao partiront en juillet.", ["withdraw actor=DK planned"]),
    ("Le porte-parole de la Minusma, Luc Brun, a quitté Bamako. La junte lui reproche ses propos.", ["accuse target=luc-brun"]),
    ("Kigali et Kinshasa se sont mis d'accord sur un cessez-le-feu.", ["agree actor=RW partner=CD"]),
    ("Le Niger a expulsé l'ambassadeur de France le 3 janvier. Le lendemain, le Tchad a rappelé son ambassadeur.", ["recall actor=TD at:2022-01-04"]),
    ("La ministre mozambicaine des Affaires étrangères, Verónica Macamo, s'est rendue à Lisbonne.",
     ["post person=veronica-macamo state=MZ function=foreign-minister"]),
    # what stands beside the people counted; those of a company; who comes after where; what two nouns say of one subject
    ("Le contingent ghanéen, environ 600 soldats, est arrivé à Beyrouth pour renforcer la FINUL.", ["deploy actor=GH n=600"]),
    ("L'OTAN salue l'arrivée à Pristina d'une compagnie tchèque de 100 militaires.", ["deploy actor=CZ n=100"]),
    ("Le Ghana a annoncé la prolongation de sa mission et l'envoi de 150 soldats supplémentaires au Liban.",
     ["reinforce actor=GH place=LB n=150 planned"]),
    ("Trois Casques bleus tchadiens ont été tués et un quatrième grièvement blessé à Aguelhok.", ["attack killed=3 injured=1"]),
    ("Trois Casques bleus tchadiens ont été tués et un autre blessé à Aguelhok.", ["attack killed=3 injured=1"]),
    ("La Suède enverra 80 hommes de plus à la KFOR.", ["reinforce actor=SE mission=kfor n=80 planned"]),
    # a minister's counterpart; the mission of an organisation where the sentence says; who goes on speaking
    ("Le ministre allemand de la Défense, Jan Amt, a rencontré son homologue polonais, Piotr Lis.",
     ["consult target=piotr-lis", "post person=piotr-lis state=PL function=defence-minister"]),
    ("L'EUTM Mali recrute. En Roumanie, 200 militaires belges rejoindront le groupement tactique de l'OTAN.",
     ["contribution contributor=BE mission=flf-romania n=200"]),
    ("L'Allemagne rappelle que l'EUTM Mali a formé 15 000 soldats, et se félicite du déploiement de la MINUSMA.",
     ["assessment grade=positive by=DE"]),
    ("Madrid a annoncé le retrait de ses troupes de l'EUTM Mali.", ["withdraw actor=ES mission=eutm-mali planned"]),
    ("Accra et Lomé se sont mises d'accord sur le retrait des forces ghanéennes du Togo.", ["withdraw actor=GH planned"]),
    # what is ruled out, and what is not; a time inside a fixed phrase; whose soldiers, in what a state says
    ("La Norvège exclut d'envoyer des troupes au Mali.", ["deploy actor=NO place=ML not"]),
    ("La Norvège n'exclut pas d'envoyer des troupes au Mali.", ["deploy actor=NO place=ML possible"]),
    ("La République tchèque a pris mardi la tête de l'EUTM Mali.", ["leadership leader=CZ mission=eutm-mali"]),
    ("L'Irlande a confirmé que ses 370 soldats resteraient au sein de la FINUL.", ["contribution contributor=IE mission=unifil n=370 planned"]),
    # whose strikes hit; an acronym as agencies write it; of whose forces the departure is asked; whose assets are frozen
    ("Paris, Rome et Madrid condamnent les tirs israéliens qui ont visé la FINUL.", ["attack actor=IL target=unifil"]),
    ("Le Lesotho a rapatrié ses soldats de la Samim.", ["withdraw actor=LS mission=sadc-samim"]),
    ("Le Parlement irakien réclame le départ des forces américaines.", ["demand actor=IQ target=US"]),
    ("L'Union européenne a gelé les avoirs du M23.", ["sanction actor=eu target=m23"]),
    ("| Mission | Nation-cadre | Principal contributeur | Effectif total |\n| --- | --- | --- | --- |\n| eFP Lettonie | Canada | Espagne (600) | 2 100 |",
     ["leadership leader=CA mission=efp-latvia", "contribution contributor=ES n=600", "strength mission=efp-latvia n=2100"]),
]  # fmt: skip

# what a hasty reader gets
NEVER = [
    ("en", "Do you think that France attacked the camp?", "attack"),
    ("en", "The U.N. Support Mission in Libya has 200 people.", "support"),
    ("en", "Foreign Minister Ann Poe called for the mission to leave Mali.", "expel"),
    ("en", "The level of concern for MINUSMA is low.", "grade=worrying"),
    ("nl", "De EU vraagt of Mali de missie wil uitzetten. Heeft Mali de missie uitgezet?", "actual"),
    ("nl", "Mali roept zijn ambassadeur terug uit Parijs.", "withdraw"),
    ("nl", "Nederland werkt samen met de EU om de oorzaken van armoede en terrorisme weg te nemen.", "risk"),
    ("nl", "De VN-missie UNIFIL heeft 10.500 militairen.", "contribution"),
    ("en", "EUTM Mali has trained 15,000 soldiers.", "strength"),
    ("en", "The UN has halted all patrols in Abyei.", "obstruct"),
    ("en", "In Mali, Croatia's parliament approved the deployment of soldiers to Kosovo.", "actor=ML"),
    ("en", "The attack on KFOR soldiers was carried out by Serbs, police said.", "withdraw"),
    ("en", "Russia is said to have sent 300 trainers to Burkina Faso.", "planned"),
    ("en", "Former French president François Hollande criticised the coup in Niger.", "post"),
    ("en", "Vice-President Kashim Shettima of Nigeria visited Niamey.", "post"),
    ("en", "Defence Minister Anita Anand visited Latvia.", "state=LV"),
    ("en", "Bintou Keita, head of MONUSCO, has left Goma.", "withdraw"),
    ("fr", "Un ancien ministre français, Paul Durand, a critiqué le coup d'État au Niger.", "post"),
    ("nl", "Voormalig minister van Defensie Henk Kamp bezocht Litouwen.", "post"),
    ("en", "UNIFIL is there. The number of refugees stands at 90,000.", "strength"),
    ("en", "Germany left MINUSMA in December. A month earlier Mali had expelled its envoy.", "at:2022-01"),
    ("en", "Chad will withdraw its soldiers in the next week. Niger expelled a French diplomat.", "at:2022-01-17"),
    ("en", "The ministry announced that the Irish contribution to UNDOF ended on 24 June 2021.", "planned"),
    ("fr", "Le Mali a expulsé l'ambassadeur d'Espagne. Il doit quitter le pays dans les 72 heures.", "withdraw"),
    ("nl", "Roemeense militairen zijn naar Congo vertrokken.", "withdraw"),
    ("nl", "EUMAM Oekraïne heeft 40.000 militairen opgeleid.", "strength"),
    ("nl", "Ecowas heeft de sancties tegen Niger opgeheven.", "sanction"),
    ("nl", "De commandant van UNIFIL, generaal-majoor Ed Moe, veroordeelde de aanval.", "actor=unifil"),
    ("nl", "M23 heeft de stad Sake ingenomen.", "assessment"),
    ("nl", "Bij een aanslag in Niamey zijn twee mensen gedood.", "target=NE"),
    ("fr", "Selon le communiqué, le déploiement a eu lieu sans le consentement des autorités maliennes.", "deploy"),
    ("fr", "L'EUTM Mali a formé 15 000 soldats.", "strength"),
    ("fr", "Le président Jean Amt s'est rendu au Mali.", "state=ML"),
    ("fr", "En cas d'attaque, les soldats de l'EUTM Mali peuvent riposter.", "attack"),
    ("fr", "Aucun soldat de la KFOR n'a été blessé.", "attack"),
    ("fr", "Les autorités soudanaises empêchent les patrouilles de la MINUSS de quitter leur base.", "withdraw"),
    ("en", "The junta prevented UNMISS patrols from visiting Malakal.", "visit"),
    ("fr", "Le mandat de l'EUTM Mali a été prolongé de deux ans.", "at:2022"),
    ("fr", "Trois Casques bleus népalais de la MONUSCO ont trouvé la mort.", "n=3"),
    ("fr", "Une attaque attribuée aux ADF a coûté la vie à 13 civils près de Beni.", "accuse"),
]


@pytest.mark.parametrize(("language", "text", "word"), NEVER)
def test_a_report_does_not_state(language: str, text: str, word: str, read: Read) -> None:
    says(read, language, text, [], [word])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *case) for language, cases in (("nl", DUTCH), ("en", ENGLISH), ("fr", FRENCH)) for case in cases],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_a_report_states(language: str, text: str, expected: list[str], read: Read) -> None:
    says(read, language, text, expected, [])

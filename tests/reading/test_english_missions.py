"""English prose on missions, case by case: who gives, leads and is there, how many, since and until when, and what for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import brief, says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # who is still there, has been there, keeps a base there
    ("There are still Rwandan soldiers in eastern Congo.", ["presence actor=RW place=CD"], []),
    ("France has had troops in Chad since 1986.", ["presence actor=FR place=TD since:1986/.."], []),
    ("The United States has had a drone base in Niger since 2013.", ["presence actor=US place=NE"], []),
    ("About a hundred Russian instructors have been in Niamey since April.", ["presence actor=RU place=niamey n=100"], []),
    ("Danish soldiers are packing their bags in Gao.", [], ["presence"]),
    # missions by what they are
    ("The Netherlands takes part in the coalition against ISIS.", ["contribution contributor=NL mission=inherent-resolve"], []),
    ("Some 150 Norwegians serve in the multinational battlegroup in Lithuania, which is led by Germany.", ["contribution contributor=NO mission=efp-lithuania n=150", "leadership leader=DE mission=efp-lithuania"], []),
    ("Canada has led the multinational battle group at Camp Adazi since June 2017.", ["leadership leader=CA mission=efp-latvia"], ["clash"]),
    # how many they are
    ("UNDOF, a force of a little over 1,100, watches the ceasefire.", ["strength mission=undof n=1100"], []),
    ("Italy has led KFOR since 10 October; it stands at about 4,500.", ["strength mission=kfor n=4500"], []),
    ("UNMISS counts some 17,900 uniformed and civilian personnel.", ["strength mission=unmiss n=17900"], []),
    ("UNIFIL is 10,000 strong.", ["strength mission=unifil n=10000"], []),
    ("Reserves have brought EUFOR Althea from 600 to 1,100.", ["strength mission=eufor-althea n=1100"], []),
    ("UNFICYP is still in Cyprus, with 802 soldiers and 69 police officers.", ["strength mission=unficyp n=802", "strength mission=unficyp n=69"], []),
    # who gives them
    ("SAMIDRC has around 1,300 soldiers from South Africa, Malawi and Tanzania.", ["strength mission=sadc-samidrc n=1300", "contribution contributor=MW"], ["contribution n=1300"]),
    ("UNIFIL has 10,000 troops, including 1,000 from Italy and 600 from Ghana.", ["contribution contributor=IT n=1000", "contribution contributor=GH n=600"], []),
    ("Norway takes part in Operation Inherent Resolve with 30 soldiers and in NATO Mission Iraq with two staff officers.", ["contribution contributor=NO mission=inherent-resolve n=30", "contribution mission=nato-mission-iraq n=2 function=staff-officer"], ["strength"]),
    ("The United States has 2,500 troops in Iraq under Operation Inherent Resolve and 900 in Syria.", ["contribution mission=inherent-resolve place=SY n=900"], []),
    ("Spain, Italy and Ghana provide 400 soldiers to UNIFIL.", ["contribution contributor=GH mission=unifil"], ["contribution n=400"]),
    ("The UN is sending home the 450 Gabonese of MINUSCA.", ["withdraw actor=GA instigator=un mission=minusca n=450"], []),
    ("The last soldiers of Burundi departed from ATMIS in December 2020.", ["withdraw actor=BI mission=atmis"], []),
    # since when and until when
    ("EUTM Mali was set up in 2013. Its mandate expires on 18 May 2024.", ["period mission=eutm-mali since:2013/..", "period mission=eutm-mali until:2024-05-18"], []),
    ("AUSSOM, which will replace ATMIS on 1 January 2025, is led by Uganda.", ["period mission=aussom since:2025-01-01/.."], []),
    ("ATMIS must leave Somalia by 31 December 2024.", ["period mission=atmis required"], ["withdraw"]),
    ("France launched Operation Sangaris on 5 December 2013.", ["period mission=sangaris since:2013-12-05/.."], []),
    ("UNDOF has watched the ceasefire since 1974.", ["period mission=undof since:1974/..", "purpose mission=undof"], []),
    ("The mandate of the Norwegian contribution to Inherent Resolve expires in June 2022.", ["period contributor=NO mission=inherent-resolve"], []),
    ("15 September 2014: MINUSCA takes over from MISCA.", ["period mission=minusca since:2014-09-15/.."], []),
    ("8 May 2017: Anti-balaka fighters ambush a convoy near Bangassou.", ["attack actor=anti-balaka at:2017-05-08"], []),
    ("The Dutch contribution to EUFOR Althea runs until October 2025.", ["period contributor=NL mission=eufor-althea"], ["leadership"]),
    # who takes part, told in passing
    ("Spain provides a frigate to EUNAVFOR Atalanta, as does Italy.", ["contribution contributor=ES", "contribution contributor=IT mission=eunavfor-atalanta"], []),
    ("Ghana provided 251 soldiers to UNFICYP; two are staff officers at force headquarters.", ["contribution contributor=GH n=251", "contribution contributor=GH n=2 function=staff-officer"], []),
    ("The Danish contingent, numbering some 300, will leave MINUSMA.", ["contribution contributor=DK mission=minusma n=300"], []),
    ("Sweden reduced its contribution to MINUSMA from 70 to 20 soldiers.", ["reduce actor=SE mission=minusma", "contribution contributor=SE mission=minusma n=20"], []),
    ("Operation Prosperity Guardian brings together Bahrain, Canada and France.", ["contribution contributor=BH mission=prosperity-guardian", "contribution contributor=FR"], ["mediate"]),
    ("UNMISS has sent a company of Ethiopian peacekeepers to Pibor.", ["contribution contributor=ET mission=unmiss"], []),
    ("The MNJTF said troops from Nigeria, Chad and Cameroon remained on the ground.", ["contribution contributor=TD mission=mnjtf"], []),
    # a part of a mission is not all of it
    ("The maritime component of EUNAVFOR Aspides operates under French command.", [], ["leadership"]),
    ("Italy leads UNIFIL's western sector.", [], ["leadership"]),
    # a colon counts those just told; who receives soldiers has them from who gives them
    ("KFOR received an additional infantry company from Romania: some 120 soldiers.", ["contribution contributor=RO mission=kfor n=120"], ["strength"]),
    # a mission told apart is not the one spoken of
    ("Denmark takes part in MINUSMA. The coalition that Italy leads is elsewhere.", [], ["leadership mission=minusma"]),
    # an adjective is no verb, and who leads talks leads no mission
    ("KFOR keeps in close touch with Belgrade and the UN Mission in Kosovo.", [], ["end"]),
    ("Dialogue run by the EU is the only way out for KFOR, the minister said.", [], ["leadership"]),
    ("Prosperity Guardian, run by the United States, protects shipping.", ["leadership leader=US mission=prosperity-guardian"], []),
    # whose minister it is
    ("Defence Minister Ludivine Dedonder arrived in Niamey on Wednesday.", [], ["post state=NE"]),
    # more are not all
    ("2,000 more soldiers for UNOCI", [], ["strength mission=unoci"]),
    # a number and a mission, of people spoken of before
    ("The UK has 3 officers in MONUSCO, 2 in UNMISS and 250 in UNFICYP.", ["contribution contributor=GB mission=unmiss n=2", "contribution contributor=GB mission=unficyp n=250"], []),
    ("In March 493 members of the Irish Defence Forces were serving overseas: 350 with UNIFIL, 130 with UNDOF and 13 with KFOR.", ["contribution contributor=IE mission=unifil n=350", "contribution contributor=IE mission=kfor n=13"], []),
    # missions together are none of them
    ("Ireland is in UNIFIL and UNDOF. Between them the missions account for 460 of its personnel.", [], ["contribution n=460"]),
    # whose decision it is to give
    ("The Security Council welcomes the decision of Sweden to contribute 150 soldiers to MINUSMA.", ["contribution contributor=SE mission=minusma n=150"], ["strength"]),
    # a name with a capital inside, and whose minister its bearer is
    ("Pieter De Crem, minister of defence of Belgium, condemned the attack.", ["post person=pieter-de-crem state=BE"], []),
    # a minister of somewhere else is no minister of the country spoken of
    ("President Emmanuel Macron announced that the last soldiers would leave Mali by July.", ["post person=emmanuel-macron"], ["post person=emmanuel-macron state=ML"]),
    ("Defence minister Peter Hultqvist called the situation in Mali worrying.", ["post person=peter-hultqvist"], ["post person=peter-hultqvist state=ML"]),
    ("Chad will send 1,200 soldiers. President Mahamat Déby said the deployment would begin in May.", ["post person=mahamat-deby state=TD"], []),
    ("Kenya's president William Ruto visited Port-au-Prince.", ["post person=william-ruto state=KE"], []),
    # whom a pronoun takes up: a state too, by its gender
    ("Sweden has left Mali. It will send 30 soldiers to MINUSCA.", ["contribution contributor=SE mission=minusca n=30 planned"], []),
    # who gives soldiers does not tell how many there are
    ("Ghana takes part in UNIFIL with 870 soldiers.", ["contribution contributor=GH n=870"], ["strength"]),
    # parts of a whole: half of 400 are 200, whose share is told
    ("Half of the 400 engineers serving with MINUSCA come from Bangladesh.", ["contribution contributor=BD mission=minusca n=200"], ["n=400"]),
    ("Most of the 900 soldiers in KFOR's southern sector are Italian.", ["contribution contributor=IT mission=kfor"], ["n=900"]),
    ("UNIFIL has 10,000 troops. Of these, 1,200 are Indonesian and 900 Indian.", ["contribution contributor=ID mission=unifil n=1200", "contribution contributor=IN n=900"], []),
    ("The Finnish share of KFOR amounts to 70 soldiers.", ["contribution contributor=FI mission=kfor n=70"], ["strength"]),
    ("The largest contributors to MINUSCA are Rwanda (2,100) and Bangladesh (1,400).", ["contribution contributor=RW mission=minusca n=2100", "contribution contributor=BD n=1400"], []),
    ("Among the 24 nations in the battlegroup in Latvia is Albania, with 30 sappers.", ["contribution contributor=AL mission=efp-latvia n=30"], ["contributor=LV"]),
    # whom the lead goes to; who is only put under it
    ("Command of KFOR passed from Italy to Turkey in October.", ["leadership leader=TR mission=kfor"], ["leader=IT"]),
    ("Italy handed over command of KFOR to Turkey.", ["leadership leader=TR mission=kfor"], ["contribution", "leader=IT"]),
    ("Since 1 January Spain has been in charge of EUTM Mali.", ["leadership leader=ES mission=eutm-mali"], []),
    ("A Danish general is in command of NATO Mission Iraq.", ["leadership leader=DK mission=nato-mission-iraq"], []),
    ("The Estonian soldiers were placed under the command of Operation Barkhane.", [], ["leadership"]),
    # offered, promised, set aside: to come
    ("Kenya's pledge of 1,000 police officers for Haiti still stands.", ["contribution contributor=KE place=HT n=1000 planned"], ["presence"]),
    ("Sweden is offering a C-130 to MINUSMA.", ["contribution contributor=SE mission=minusma planned"], []),
    ("Haiti rejected Kenya's offer of 1,000 police officers.", ["reject actor=HT"], ["contribution"]),
    # wanted, asked for: not given, and no strength yet
    ("The Secretary-General wants MONUSCO to have 16,000 soldiers.", ["strength mission=monusco n=16000 required"], []),
    # beside a mission of members only
    ("SAMIM has 2,000 soldiers in Mozambique. Rwanda has some 2,500 soldiers in Cabo Delgado.", ["presence actor=RW place=cabo-delgado n=2500"], ["contribution contributor=RW"]),
    ("Rwanda has 2,500 soldiers in SAMIM, a minister said.", ["contribution contributor=RW mission=sadc-samim n=2500"], []),
    # a mission's work; who heads one that somebody commends
    ("UNDOF has 1,000 soldiers. Their work is to keep an eye on the ceasefire line.", ["purpose mission=undof"], []),
    ("The Council of the EU commends EUTM Mali, headed by General Ann Poe.", ["post mission=eutm-mali person=ann-poe"], ["leadership"]),
    # a force that watches is a mission; who is represented takes part; the Irish remain; what makes way ends
    ("She is one of 40 Nepalis with UNDOF, a force of 1,000 that has watched the ceasefire since 1974.", ["purpose mission=undof", "period mission=undof since:1974/.."], []),
    ("EUTM Mali is led by Spain. Norway and Belgium are also represented.", ["contribution contributor=NO mission=eutm-mali", "contribution contributor=BE mission=eutm-mali"], []),
    ("The Irish will remain with UNDOF until April 2024.", ["period contributor=IE mission=undof until:../2024-04"], []),
    ("ATMIS is to make way for AUSSOM on 1 January 2025.", ["period mission=atmis until:2025-01-01"], []),
    # set up to advise: a mission's work, no demand
    ("EUTM Somalia was founded to advise the Somali army.", ["purpose mission=eutm-somalia"], ["demand"]),
    # what was so and is over
    ("Norway previously contributed 30 soldiers to MINUSMA.", [], ["contribution"]),
    ("Sweden formerly had 200 soldiers in Mali.", [], ["presence", "contribution"]),
    # what a mission is for
    ("The first job of UNMISS is to keep civilians from harm.", ["purpose mission=unmiss"], []),
    ("MNJTF was formed to fight Boko Haram.", ["purpose mission=mnjtf"], ["clash"]),
    ("EUNAVFOR IRINI is there above all to enforce the arms embargo.", ["purpose mission=eunavfor-irini"], []),
    ("The Multinational Force and Observers checks that both sides keep the treaty.", ["purpose mission=mfo"], []),
    # what stands before the subject
    ("At its height UNAMID had 19,000 soldiers in Darfur.", ["strength mission=unamid n=19000"], []),
    ("In the east MONUSCO has 9,000 soldiers.", ["strength mission=monusco n=9000"], []),
    # so many or so
    ("The 300 or so Danish soldiers with KFOR stay.", ["contribution contributor=DK mission=kfor n=300"], []),
    # a name that says the host means the mission that runs there
    ("Sweden takes part with 30 people in the NATO mission in Afghanistan.", ["contribution contributor=SE mission=? n=30"], ["mission=isaf", "mission=resolute-support"]),
    # what its people do or aim at is what a mission is for
    ("Takuba loses a contributor. The Danish soldiers trained Malian commandos and advised their officers.", ["purpose mission=takuba"], []),
    ("Takuba loses a contributor. Danish soldiers stay in Gao to fight jihadists.", ["purpose mission=takuba"], []),
    ("MINUSMA is in Mali. Jihadists attacked a village, and soldiers fled.", [], ["purpose"]),
    ("EUTM Mali is in Mali. The Malian army trained its recruits.", [], ["purpose"]),
    # what used to be so
    ("Sweden once had 200 soldiers in MINUSMA.", [], ["contribution"]),
    ("Norway used to send soldiers to KFOR.", [], ["deploy", "contribution"]),
    # whose formation, ship or people are in a mission
    ("The Indian contingent of UNMISS runs a hospital in Bor.", ["contribution contributor=IN mission=unmiss"], []),
    ("Six Tunisian helicopters fly for MINUSMA.", ["contribution contributor=TN mission=minusma"], []),
    ("A Danish frigate working under EUNAVFOR Aspides sank a drone.", ["contribution contributor=DK mission=eunavfor-aspides"], []),
    ("Many of them serve with KFOR, among them Finns and Swedes.", ["contribution contributor=FI mission=kfor", "contribution contributor=SE"], []),
    ("The Council praised Kenya and Uganda, the troop-contributing countries of ATMIS.", ["contribution contributor=KE mission=atmis"], []),
    ("Ethiopian troops form the backbone of UNISFA.", ["contribution contributor=ET mission=unisfa"], []),
    ("A further 200 Danish soldiers have joined KFOR.", ["reinforce actor=DK mission=kfor n=200"], []),
    ("The Security Council renewed MINUSCA with a ceiling of 14,400 soldiers.", [], ["contribution"]),
    ("A shell landed in the UNIFIL camp, hurting one Danish soldier.", ["attack target=DK injured=1"], ["contribution n=1"]),
    # a noun in most places, a verb behind people: "officers work in"
    ("Four Danish officers are with UNTSO, and seven Danish instructors work in Germany.", ["contribution contributor=DK mission=untso n=4", "presence actor=DK place=DE n=7"], ["contribution mission=untso n=7"]),
    # what attacks may be has not happened; who takes people somewhere is not there; who took up a post holds it
    ("The members recalled that attacks on peacekeepers may be crimes under international law.", [], ["attack"]),
    ("A French A400M took 245 people to Djibouti.", [], ["presence"]),
    ("The M23 holds most of North Kivu.", ["presence actor=m23"], []),
    ("Colonel Mia Berg is the commander of KFOR. She took up her post in May 2023.", ["post person=mia-berg mission=kfor since:2023-05/.."], ["appoint"]),
    # who was hit is no list of who gives, where the report has one; soldiers who fly somewhere visit nobody
    ("Italy has 1,000 soldiers in UNIFIL. Two Sri Lankan peacekeepers were injured on Friday.", ["contribution contributor=IT mission=unifil n=1000", "attack target=LK injured=2"], ["contribution contributor=LK"]),
    ("Two Sri Lankan peacekeepers of UNIFIL were injured on Friday.", ["contribution contributor=LK mission=unifil"], []),
    # who of a list or of a country a relative clause speaks of
    ("The Council thanked Fiji and Nepal, which contribute troops to UNDOF.", ["contribution contributor=FJ mission=undof", "contribution contributor=NP"], []),
    ("The Council praised Kenya and Burundi, the countries that contribute troops to ATMIS.", ["contribution contributor=KE", "contribution contributor=BI"], ["contribution contributor=SO"]),
    ("France and Italy, which leads UNIFIL, disagree.", ["leadership leader=IT mission=unifil"], ["leader=FR"]),
    ("General Paulo Costa of Brazil, who has led MONUSCO since May, left.", ["post person=paulo-costa mission=monusco"], ["leadership leader=BR"]),
    # whose they are who serve elsewhere, and who gives the rest
    ("Norway has 60 soldiers in UNMISS. Another 20 serve with KFOR.", ["contribution contributor=NO mission=kfor n=20"], []),
    ("Austria has 170 soldiers in UNIFIL. Three work in Mali as part of EUTM Mali.", ["contribution contributor=AT mission=eutm-mali n=3"], []),
    ("Ninety soldiers from Fiji and 45 from Samoa serve with the MFO.", ["contribution contributor=WS mission=mfo n=45"], []),
    ("UNFICYP has 800 soldiers. Argentina and Slovakia send most of the rest.", ["contribution contributor=AR mission=unficyp", "contribution contributor=SK"], []),
    ("ECOMIG has 500 soldiers, drawn from Senegal and Ghana.", ["contribution contributor=SN mission=ecomig", "contribution contributor=GH"], []),
    ("Norway has had engineers in the MFO since 2015.", ["contribution contributor=NO mission=mfo since:2015/.."], []),
    ("UNMISS is in South Sudan. The two Indian battalions sit in Bor.", ["contribution contributor=IN mission=unmiss place=bor"], []),
    # of how many a share is
    ("Togo supplies most of the 1,900 soldiers of SAMIM.", ["strength mission=sadc-samim n=1900", "contribution contributor=TG"], ["contributor=TG n=1900"]),
    ("The MFO fell silent, and the force moved most of its 1,200 people south.", ["strength mission=mfo n=1200"], []),
    ("The Council extended MINUSCA, with a ceiling of 14,400 soldiers.", ["strength mission=minusca n=14400"], []),
    # what a force is for
    ("UNMISS, whose main job is still to protect civilians, has 17,000 people.", ["purpose mission=unmiss"], []),
    ("The Council approves UNAMID in order to protect civilians.", ["purpose mission=unamid"], []),
    ("SAMIM, the force fighting insurgents in Cabo Delgado, has 1,900 soldiers.", ["purpose mission=sadc-samim"], ["clash"]),
    ("UNDOF has watched the truce between Syria and Israel since 1974.", ["purpose mission=undof"], ["agree"]),
    # between so many and so many; who is there too
    ("A panel says between 3,000 and 4,000 Rwandan soldiers are in Goma.", ["presence actor=RW place=goma"], []),
    ("Diplomats put the number of Wagner's fighters in Mali at 1,400.", ["presence actor=wagner place=ML n=1400"], []),
    ("Italy, with 400 soldiers in Libya, fears a wave of migrants.", ["presence actor=IT place=LY n=400"], []),
    ("A hundred Czech soldiers train commandos in Niamey.", ["presence actor=CZ place=niamey n=100"], []),
    ("The M23 controls large parts of North Kivu.", ["presence actor=m23"], []),
    ("Around 100 Russian instructors arrived in Niamey.", ["deploy actor=RU place=niamey n=100"], ["visit"]),
    # until when a state's part lasts, since when it has one, when a mission began or goes
    ("Norway contributes 60 soldiers to UNIFIL. The 4th Company will remain in Lebanon until May.", ["period contributor=NO mission=unifil until:../2022-05"], []),
    ("Fiji will keep its people in the Sinai until 2025. They serve with the MFO.", ["period contributor=FJ mission=mfo until:../2025"], []),
    ("Fiji has had people in the MFO since 1982.", ["contribution contributor=FJ mission=mfo since:1982/.."], []),
    ("Finland will not prolong its contribution to KFOR beyond 2023.", ["period contributor=FI mission=kfor until:../2023"], ["period not"]),
    ("The Council extended EUCAP Somalia and EUTM Somalia until 31 December 2024.", ["period mission=eutm-somalia", "period mission=eucap-somalia"], []),
    ("Launched in 2008, Operation Atalanta protects ships off Somalia.", ["period mission=eunavfor-atalanta since:2008/.."], []),
    ("Captured in Gao, the two Danes were freed on Friday.", ["detain target=DK place=gao", "release target=DK"], []),
    ("UNFICYP has guarded 180 kilometres of buffer zone since 1964.", ["period mission=unficyp since:1964/.."], []),
    ("UNFICYP has been here since 1964.", ["period mission=unficyp since:1964/.."], []),
    ("EUFOR Althea is due to close for good on 15 July.", ["period mission=eufor-althea until:2022-07-15"], []),
    # how many a mission must have is planned
    ("EUFOR Althea must have 2,500 soldiers by July.", ["strength mission=eufor-althea n=2500 planned"], []),
    ("A panel says between 2,000 and 3,000 Rwandan soldiers are in Goma.", ["presence actor=RW place=goma n=about"], ["presence actor=RW place=goma n=3000"]),
    # so many each
    ("Spain will send 50 trainers to EUTM Mali, Estonia and Latvia ten each.", ["contribution contributor=EE n=10", "contribution contributor=LV n=10"], []),
    # what began has no last day; "from" may look ahead; a mission that goes without saying; an aim in any words
    ("Operation Atalanta was launched in December.", ["period mission=eunavfor-atalanta since:2021-12/.."], []),
    ("Germany leads NATO Mission Iraq from June.", ["leadership leader=DE mission=nato-mission-iraq planned since:2022-06/.."], []),
    ("KFOR is led by Italy. Austria and Croatia also take part.", ["contribution contributor=AT mission=kfor", "contribution contributor=HR mission=kfor"], []),
    ("The job of EUBAM Libya is to draw up a border plan.", ["purpose mission=eubam-libya"], []),
    # whose people are in a mission: all soldiers of some states, most of its people, each in a list, besides others
    ("The Danish and Norwegian soldiers of KFOR slept in tents.", ["contribution contributor=DK mission=kfor", "contribution contributor=NO mission=kfor"], []),
    ("An Irish soldier of UNIFIL slept in a tent.", [], ["contribution"]),
    ("UNFICYP has 800 soldiers, most of them from Argentina and Slovakia.", ["contribution contributor=AR mission=unficyp", "contribution contributor=SK mission=unficyp"], []),
    ("MINUSMA guards 800 refugees, most of them from Niger.", [], ["contribution"]),
    ("UNMIL counts 8,000 soldiers. India supplies 43 officers, Brazil and Uruguay twenty each.", ["contribution contributor=BR n=20", "contribution contributor=UY n=20"], []),
    ("Besides Kenya, Uganda also takes part in AMISOM.", ["contribution contributor=KE mission=amisom", "contribution contributor=UG mission=amisom"], []),
    ("The US has 13,000 soldiers in Haiti, Canada 2,000.", ["presence actor=CA place=HT n=2000"], []),
    # a mission that goes without saying
    ("ECOMIG has 500 soldiers. Nigeria and Ghana also take part.", ["contribution contributor=NG mission=ecomig", "contribution contributor=GH mission=ecomig"], []),
    ("EUTM Mali has 500 soldiers. Austria participates as well.", ["contribution contributor=AT mission=eutm-mali"], []),
    # how long: a mandate's, who stays; by how much longer is not how long; since when, a count beside the name; whose part "which" takes up
    ("The Council gave UNMISS a mandate of one year.", ["period mission=unmiss"], []),
    ("The Council extended UNMISS by one year.", ["extend mission=unmiss"], ["period"]),
    ("Ghana has 600 soldiers with UNIFIL. They will stay for three months.", ["period contributor=GH mission=unifil planned"], []),
    ("UNFICYP, some 800 soldiers, has been here since 1964.", ["period mission=unficyp since:1964/.."], []),
    ("EUMM Georgia has driven the same roads since September 2008.", ["period mission=eumm-georgia since:2008-09/.."], []),
    ("KFOR has had flat tyres since January.", [], ["period"]),
    # back home, or back there; whose soldiers arrive; a pact that is ended
    ("A hundred Danish soldiers returned to Denmark on Friday.", ["withdraw actor=DK n=100"], ["deploy"]),
    ("The Danish soldiers returned to Iraq on Friday.", ["deploy actor=DK place=IQ"], ["withdraw"]),
    ("The first soldiers arrived in Haiti on Monday.", ["deploy place=HT"], ["deploy actor=HT"]),
    ("Mali cancelled its defence accords with France in May 2022.", ["end actor=ML target=FR"], ["agree"]),
    # how many: "is over 10,000" ends nothing, a count beside the name, who takes over the lead
    ("UNIFIL is at Naqoura. The force as a whole is just over 10,000.", ["strength mission=unifil n=10000"], ["end"]),
    ("UNFICYP, 800 soldiers and a few cooks, has moved.", ["strength mission=unficyp n=800"], []),
    ("Denmark is to take over the lead of NATO Mission Iraq.", ["leadership leader=DK mission=nato-mission-iraq planned"], []),
    # when a mission was so strong; a contribution that is weighed is there
    ("UNDOF had 1,223 soldiers in May.", ["strength mission=undof n=1223 at:2021-05"], []),
    ("Ireland is reconsidering its contribution of 130 soldiers to UNDOF.", ["contribution contributor=IE mission=undof n=130"], ["contribution planned"]),
    # a ship that sails with a mission, each mission with its own number, who has a company in one
    ("The Norwegian frigate Roald sails with EUNAVFOR Aspides.", ["contribution contributor=NO mission=eunavfor-aspides"], []),
    ("Ireland is in UNDOF with 130 men and in KFOR with 13.", ["contribution contributor=IE mission=undof n=130", "contribution contributor=IE mission=kfor n=13"], []),
    ("The Dutch have a company of marines in UNMIL.", ["contribution contributor=NL mission=unmil"], []),
    # people of whom something else is told do not say what their mission is for
    ("OSCE SMM has patrols in Luhansk. Six observers came home on Friday.", [], ["purpose"]),
    # whose units leave, and which mission soldiers leave of whom no more is told; the capital they leave did nothing
    ("Germany has 600 soldiers in Chad. The last helicopters left N'Djamena on Friday.", ["withdraw actor=DE place=n-djamena"], ["withdraw actor=TD"]),
    ("The frigate left Djibouti on Monday.", [], ["withdraw actor=DJ"]),
    # so many in two missions together are no number of either
    ("Ireland has 500 soldiers in UNIFIL and UNDOF.", ["contribution contributor=IE mission=unifil", "contribution contributor=IE mission=undof"], ["contribution n=500"]),
    ("Ghana has 800 soldiers in UNIFIL and 300 in UNISFA.", ["contribution mission=unifil n=800", "contribution mission=unisfa n=300"], []),
    ("UNMISS is in South Sudan. In June 2,000 soldiers left the country.", ["withdraw mission=unmiss place=SS"], []),
    ("UNMISS is in South Sudan. The Tanzanians left in May.", ["withdraw actor=TZ mission=unmiss"], []),
    ("Since then Ottawa has flown out four more helicopters.", ["reinforce actor=CA"], ["withdraw"]),
    # an aim to stop something ends nothing, and a mandate that is to end is no aim
    ("The aim of IRINI is to stop the flow of arms.", ["purpose mission=eunavfor-irini"], ["end", "purpose mission=eunavfor-irini not"]),
    ("The mandate of UNISFA is to end in May.", ["period mission=unisfa planned"], ["purpose"]),
    # a country that runs a mission of its own there, or has a base of its own, gives the other mission nobody
    ("MINUSMA has 13,000 soldiers. France has 2,400 soldiers in Mali.", ["presence actor=FR place=ML n=2400"], ["contribution"]),
    ("UNFICYP has 800 soldiers. Britain sent 1,500 troops to its bases on the island on Monday.", ["deploy actor=GB n=1500"], ["contribution"]),
    # a rumour that is untrue
    ("Rumours of a coup in Bamako proved unfounded.", [], ["coup place=bamako actual"]),
    ("Reports of an attack in Goma are worrying.", ["attack place=goma"], []),
    # a people named by its adjective; a number alone behind the verb
    ("The Irish serve in UNFICYP.", ["contribution contributor=IE mission=unficyp"], []),
    ("The French left Mali in 2019.", ["withdraw actor=FR place=ML"], []),
    ("KFOR has 6,000 soldiers: 800 Greeks, 950 French and 300 British.", ["contribution contributor=FR mission=kfor n=950", "contribution contributor=GB n=300"], []),
    ("The UK sent two British Chinook helicopters to UNAMSIL.", [], ["contribution n=2"]),
    ("UNIFIL has 10,000 troops; Ghana contributes 1,200, Nepal 1,500 and Uruguay 780.", ["contribution contributor=GH n=1200", "contribution contributor=NP n=1500", "contribution contributor=UY n=780"], []),
    ("UNMISS has 14,000 soldiers. India supplies 2,400, Rwanda 2,600.", ["contribution contributor=IN mission=unmiss n=2400", "contribution contributor=RW n=2600"], []),
    # where those who were counted come from
    ("MINURSO has 220 observers left; they come from Ghana, Brazil and a dozen others.", ["contribution contributor=GH mission=minurso", "contribution contributor=BR"], ["contribution n=220"]),
    ("UNIFIL has 10,000 troops, who come from Ghana, Nepal and Italy.", ["contribution contributor=IT mission=unifil"], ["contribution n=10000"]),
    ("UNIFIL has 10,000 troops. They came under fire from Israel.", [], ["contribution"]),
    # under whom a force is, and who heads it
    ("UNIFIL is under General Ann Poe.", ["post person=ann-poe mission=unifil function=force-commander"], []),
    ("MINUSCA is in Bangui. Under Lieutenant General John Doe the mission has opened a camp.", ["post person=john-doe mission=minusca"], []),
    ("KFOR has 200 Danes under Colonel John Doe in the north.", [], ["post"]),
    ("UNMIK is in Kosovo. The chief of the mission, Ann Poe of Norway, flew to Geneva.", ["post person=ann-poe mission=unmik function=head-of-mission"], []),
    ("The Foreign Minister of Kenya, Ms Ann Poe, visited KFOR.", ["post person=ann-poe state=KE"], []),
    ("UNIFIL's Force Commander, Mr. John Doe, left.", ["post person=john-doe mission=unifil"], []),
    ("The Minister of Defence (Mr. John Doe) visited KFOR.", ["post person=john-doe"], []),
    ("UNOMIG goes out of existence on 9 July 2009.", ["period mission=unomig until:2009-07-09"], []),
    # the mission there is not the one spoken of
    ("UNIFIL keeps its posts. The mission in Iraq will be extended.", ["extend mission=? place=IQ"], ["extend mission=unifil"]),
    # what is short for a name, and where a mission began that is another
    ("The Multinational Security Support Mission (MSS) lacks officers. The MSS denied receiving letters.", ["deny actor=mss-haiti"], []),
    ("Canada has 200 soldiers in Ukraine, where the mission began in September 2015, and others in NATO's mission in Iraq.", [], ["period mission=nato-mission-iraq"]),
    # ships are their country's, by the prefix before their names
    ("HDMS Iver Huitfeldt arrived in the Red Sea on Monday.", ["deploy actor=DK place=red-sea"], []),
    ("HMS Carlskrona took part in Operation Atalanta.", ["contribution contributor=SE mission=eunavfor-atalanta"], ["contribution contributor=GB"]),
    ("NATO MOVES ITS TROOPS", [], ["deploy actor=IT"]),
    # who is there
    ("NATO has reinforced KFOR with 700 soldiers.", ["reinforce actor=nato mission=kfor n=700"], ["strength"]),
    # an end that is put off; how many are left
    ("The mandate of UNMISS, which was due to expire in March, has been extended by a year.", ["extend mission=unmiss"], ["period"]),
    ("The mandate of UNMISS, which expires in March, will not be extended.", ["extend mission=unmiss not", "period mission=unmiss"], []),
    ("The German mandate for Iraq expires at the end of January.", ["period contributor=DE place=IQ"], []),
    ("ATMIS will be reduced to 8,000 troops by the summer.", ["reduce mission=atmis planned", "strength mission=atmis n=8000 planned"], ["reduce n=8000"]),
    ("ATMIS will be reduced by 2,000 troops.", ["reduce mission=atmis n=2000 planned"], ["strength"]),
    # the mission goes without saying
    ("NATO Mission Iraq stays. Sweden reduced its contribution from 70 to 20 soldiers.", ["reduce actor=SE mission=nato-mission-iraq"], []),
    ("Ireland serves in UNIFIL. It has no plans to withdraw the Irish contingent.", ["withdraw actor=IE mission=unifil planned not"], []),
    ("MONUSCO stays in Ituri. The Congolese government is thinking of suspending the drawdown.", ["option mission=monusco by=CD"], []),
    # one part in a mission is told once, with how many
    ("Norway provides 120 soldiers to NATO Mission Iraq. Its presence in Iraq is modest.", ["contribution contributor=NO mission=nato-mission-iraq n=120"], ["presence"]),
    ("Kenya has taken its last 700 soldiers home from AMISOM.", ["withdraw actor=KE mission=amisom n=700"], ["contribution"]),
    # a decision says no more than what is decided, whenever it fell; so many of a formation are not the whole mission
    ("The Council today decided to extend EUTM Somalia until 31 December 2024.", ["extend mission=eutm-somalia planned", "extend mission=eutm-somalia at:2022-02-07"], ["decide"]),
    ("Two hundred soldiers of an infantry battalion are training near the camp of UNIFIL.", [], ["strength"]),
    # whose patrols, convoys and monitors they are
    ("UNDOF is on the Golan. Its patrols were stopped twice by Israeli soldiers.", ["obstruct actor=IL mission=undof target=undof"], []),
    ("UNMISS condemned the attack on one of its helicopters in Nasir.", ["attack target=unmiss place=nasir"], []),
    ("EUMA monitors the border in Armenia. Azerbaijan does not let the monitors in.", ["deny_access actor=AZ target=euma-armenia"], []),
    # operations of states and coalitions by their own names; of a whole and a state's own part in it, the whole is the one spoken of
    ("Denmark sends 130 instructors to Operation Interflex.", ["contribution contributor=DK mission=interflex n=130"], []),
    ("Canada has 200 trainers in Operation UNIFIER.", ["contribution contributor=CA mission=unifier n=200"], []),
    ("Estonia sends 25 sailors to Combined Task Force 151.", ["contribution contributor=EE mission=ctf-151 n=25"], []),
    ("Italy contributed 3,000 soldiers to Operation Antica Babilonia.", ["contribution contributor=IT mission=antica-babilonia n=3000"], []),
    ("Sweden and Switzerland each have five officers in the NNSC.", ["contribution contributor=SE mission=nnsc n=5", "contribution contributor=CH mission=nnsc n=5"], []),
    ("The NATO battlegroup in Latvia trains at Adazi. Canada calls its part Operation Reassurance.\n\nItaly has 250 soldiers there, and its task is to deter.", ["contribution contributor=IT mission=efp-latvia n=250"], ["contribution mission=reassurance"]),
    ("UNIFIL patrols the Litani. The UN mission in Lebanon counts 700 French soldiers.", ["contribution contributor=FR mission=unifil n=700"], ["contribution mission=daman"]),
    ("The impact of the attack on the soldiers was felt by all 40 of them.", [], ["contribution"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_prose_on_missions(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "en", text, expected, forbidden)


@pytest.mark.parametrize(("year", "mission"), [(2008, "isaf"), (2016, "resolute-support"), (2022, "?")])
def test_a_name_that_says_the_host_means_the_mission_that_ran_there_then(year: int, mission: str, read: Read) -> None:
    told = read("Sweden takes part in the NATO mission in Afghanistan.", language="en", published=date(year, 6, 15))[1]
    assert [brief(statement) for statement in told] == [f"contribution contributor=SE mission={mission}"]

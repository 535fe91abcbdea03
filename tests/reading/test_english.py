"""English prose, case by case: what a sentence says has happened, is asked or judged, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a man called so is appointed to nothing; rebels are not postponed; what is insisted to be coming is no demand
    ("In Goma a driver named Paul Mbeki was killed.", ["attack place=goma killed=1"], ["appoint"]),
    ("Rebels have been pushed back beyond the river.", [], ["postpone"]),
    ("M23 has been pushed back from Goma.", [], ["postpone"]),
    ("The elections have been pushed back to June.", ["postpone"], []),
    ("Javier Solana insisted that a smaller EU would weaken Mali.", [], ["demand"]),
    # those who are told apart are counted once
    ("Three members of UNFICYP, two Danes and one Slovak, were hurt in an attack at Pyla.", ["attack injured=3"], ["attack injured=5"]),
    # what is expected, feared or not planned has not happened
    ("Interference from Moscow is expected.", ["obstruct actor=RU possible"], []),
    ("Germany expects further attacks on its soldiers in Niger.", [], ["attack"]),
    ("The expulsion of the Danish ambassador is not planned.", ["expel target=DK planned not"], []),
    ("A withdrawal of German soldiers from Niger is not planned.", ["withdraw actor=DE planned not"], []),
    ("Denmark is to stop the killing in Bangui.", [], ["attack planned"]),
    # calls to leave are others' demands
    ("UNIFIL rejected calls to leave southern Lebanon.", ["reject actor=unifil"], ["withdraw"]),
    ("Denmark dismissed demands to expel the Russian ambassador.", ["reject actor=DK"], ["expel"]),
    # a year inside a noun phrase is that noun's
    ("The junta took power in a 2020 coup and expelled the Danish ambassador.", ["coup at:2020", "expel target=DK"], ["expel at:2020"]),
    ("After a 2021 military coup, Mali suspended its cooperation with Denmark.", ["suspend actor=ML target=DK"], ["suspend at:2021"]),
    ("The 12 March attack on MONUSCO killed two Indian soldiers.", ["attack mission=monusco killed=2 at:2021-03-12"], []),
    # so many killed, so many others wounded
    ("Gunmen raided villages in Abyei, killing 52 civilians and wounding 64.", ["attack killed=52 injured=64"], ["injured=52"]),
    # a clause hangs on a noun with no word between
    ("Mali accuses the 49 Ivorian soldiers it is holding of being mercenaries, a charge Abidjan has dismissed.", ["accuse actor=ML target=CI", "detain actor=ML target=CI n=49", "deny actor=CI target=ML"], ["detain actor=CI"]),
    ("Mali freed the 49 soldiers it had arrested in July 2020.", ["release actor=ML n=49", "detain actor=ML at:2020-07"], ["release at:2020-07"]),
    ("Germany, which has 100 soldiers in Niamey, is considering whether to stay.", ["option options=continue by=DE"], []),
    # who asks whom
    ("The EU calls on the M23 to halt its offensive, and on Rwanda to pull its forces back.", ["demand actor=eu target=m23", "demand actor=eu target=RW"], ["withdraw"]),
    ("The EU wants Serbia to withdraw its troops from the border.", ["demand actor=eu target=RS"], ["withdraw"]),
    ("I asked the Israeli ambassador to have the vehicles moved.", ["demand target=IL"], ["demand actor=IL"]),
    ("Israel asked UNIFIL to vacate the post. The mission declined.", ["demand actor=IL target=unifil", "reject actor=unifil"], []),
    ("Italy declined to say how many soldiers it would send.", [], ["reject"]),
    ('"Israel must respect UNIFIL," the Irish minister said.', ["demand actor=IE target=IL"], []),
    ("Fiji has asked New Zealand to pool transport.", ["demand actor=FJ target=NZ"], []),
    ("The Haitian government asked the UN to take over the mission, a request that China rejected.", ["reject actor=CN"], ["reject required"]),
    # blows, and who is held
    ("The town of Herat fell to the Taliban.", ["attack actor=taliban place=herat"], ["attack target=taliban"]),
    ("Turkish Cypriot police punched and shoved UNFICYP peacekeepers.", ["attack target=unficyp"], []),
    ("Three Ghanaian peacekeepers were wounded in clashes with M23 near Sake.", ["clash actor=m23 injured=3"], ["clash target=GH+m23"]),
    ("The police arrested two suspects in Niamey.", ["detain n=2"], []),
    ("Somalia and Egypt signed a treaty in Cairo.", ["agree actor=SO partner=EG"], []),
    ("The Security Council is concerned over the fighting in Kivu.", [], ["presence"]),
    ("Two armed men would not let the UNIFIL patrol through.", ["deny_access target=unifil"], ["deny_access planned"]),
    # in which, by which, at which
    ("The members of the Security Council condemned the ambush laid by M23, in which three Ghanaian peacekeepers died. They called on Rwanda to withdraw.", ["condemn actor=un-security-council", "attack target=GH killed=3"], ["demand actor=GH"]),
    # whom it befell
    ("UNAMA says two of its interpreters were picked up by the Taliban.", ["detain actor=taliban target=unama n=2"], []),
    ("Germany suspended its flights after Bamako refused overflight clearance.", ["deny_access actor=ML target=DE"], []),
    ("Niger quit the MNJTF on 29 March.", ["withdraw actor=NE mission=mnjtf"], ["withdraw place=NE"]),
    ("Serbia, whose president Aleksandar Vucic accuses NATO, has troops at the border.", ["post person=aleksandar-vucic state=RS"], []),
    # what is decided stands before who decides it
    ("That all French troops leave Chad, the opposition has demanded since June.", ["demand"], []),
    # who asks whether, why or how many asks for nothing, and states nothing
    ("The opposition asked whether Germany had withdrawn its troops from Niger.", [], ["demand", "withdraw"]),
    ("Journalists asked the spokesman if Wagner was present in Niger.", [], ["demand", "presence"]),
    ("Reporters asked when Spain would leave UNIFIL.", [], ["withdraw"]),
    # who is left alone does not leave
    ("The pullout left the Malian army to fight alone.", [], ["withdraw"]),
    ("The Danish contingent left Gao on Friday.", ["withdraw actor=DK place=gao"], []),
    # what is renewed
    ("The Council renewed its support for MONUSCO.", ["support target=monusco"], ["extend"]),
    ("Spain renewed the mandate of its contingent with UNIFIL.", ["extend actor=ES mission=unifil"], []),
    # in general
    ("Deliberately attacking peacekeepers may amount to a war crime.", [], ["attack"]),
    ("Anyone who attacks UNIFIL risks sanctions.", [], ["attack", "sanction"]),
    # what is demanded has not happened
    ("Poland wants NATO to station more troops in Estonia.", ["demand actor=PL target=nato"], ["demand planned", "deploy"]),
    ("Fears of a coup in Guinea are growing.", [], ["coup"]),
    # who is told to come home sends nobody, and an envoy given hours to go is expelled
    ("Tokyo has told its citizens to leave Niger.", ["demand actor=JP"], ["withdraw"]),
    ("The junta gave the Danish ambassador 48 hours to leave the country.", ["expel target=DK"], ["withdraw"]),
    # what is refused, vetoed or turned down
    ("Niamey rejected the EU's offer to extend the mission.", ["reject actor=NE", "extend actor=eu not"], ["extend actor=NE"]),
    ("Hungary blocked EU sanctions against Georgia.", ["sanction actor=eu target=GE not"], []),
    ("Moscow vetoed a resolution extending the sanctions on Mali.", ["reject actor=RU"], ["sanction actor=RU"]),
    # whom somebody accuses did it, he says
    ("Kinshasa accuses Burundi of sending troops across the border.", ["accuse actor=CD target=BI"], ["deploy"]),
    # who judges, and what is at stake for whom
    ("Germany finds the delay unacceptable. It also considers the new conditions dangerous.", ["assessment grade=negative by=DE"], []),
    ("The Danish minister considers the situation in Gao to be fragile.", ["assessment grade=worrying by=DK"], []),
    ("The report, by the International Crisis Group, calls the departure of MINUSMA a mistake.", ["assessment grade=negative by=icg"], []),
    ("For the EU, stability in the Sahel remains of great importance.", ["interest place=sahel grade=important by=eu"], []),
    ("The Belgian cabinet considers the extension of the mission in Lebanon important.", ["assessment grade=important by=BE"], ["option"]),
    ("Paris voiced its indignation at the expulsion of its ambassador.", ["condemn actor=FR"], []),
    ("ECOWAS threatened to use force against the junta in Niger.", ["threaten actor=ecowas target=NE"], []),
    ("UNIFIL came under fire on Sunday.", ["attack target=unifil"], ["attack actor=unifil"]),
    ("The cabinet discussed MINUSMA on Friday. One option is to withdraw the helicopters.", ["option mission=minusma options=withdraw"], ["withdraw"]),
    ("The decision to withdraw the frigate was taken by the Danish government.", ["withdraw actor=DK planned"], []),
    ("The plan to send 500 soldiers to Haiti was rejected by the Kenyan parliament.", ["reject actor=KE", "deploy actor=KE place=HT not"], []),
    # who aims and who is aimed at
    ("UNIFIL came under fire from Hezbollah near Naqoura.", ["attack actor=hezbollah target=unifil place=naqoura"], []),
    # from one day to another
    ("There was an attack on UNIFIL between 1 September 2021 and 30 November 2021.", ["attack target=unifil at:2021-09-01/2021-11-30"], []),
    # words that are taken back
    ("Niger withdrew its support for the G5 Sahel force.", ["support actor=NE not"], ["withdraw"]),
    ("Mali withdrew its complaint against France.", [], ["withdraw"]),
    ("Denmark withdrew its contribution from MINUSMA.", ["withdraw actor=DK mission=minusma"], []),
    # "the soldiers" who leave are hardly the host's own
    ("Sweden takes part in MINUSMA in Mali. The soldiers left Gao on Friday.", ["withdraw place=gao"], ["withdraw actor=ML"]),
    ("The Malian army is weak. The soldiers left Ber on Friday.", ["withdraw actor=ML place=ber"], []),
    # who makes a demand, in words that are its noun's own
    ("MINUSCA patrols combat zones near Bria.", [], ["clash"]),
    # numbers that count no people
    ("A 34-year-old French soldier was killed in Mali.", ["attack target=FR killed=1"], ["killed=34"]),
    ("Germany will send two companies to Lithuania.", ["deploy actor=DE place=LT"], ["n=2"]),
    # the day of a letter is not when what it tells happened
    ("MINUSMA was attacked (see the letter of 12 March 2015).", ["attack target=minusma"], ["at:2015-03-12"]),
    # what a question takes for granted is judged by nobody
    ("Is it true that Mali is concerned about the departure of Barkhane?", [], ["assessment"]),
    # dozens counted
    ("About two dozen Irish soldiers were wounded in Mali.", ["attack target=IE injured=24"], []),
    # who comes on top is not all there are
    ("Roughly 870 more troops are to go to MINUSMA.", [], ["strength"]),
    ("Germany deployed more than 500 soldiers to Mali.", ["deploy actor=DE place=ML n=500"], ["reinforce"]),
    # sent somewhere, but on no mission; halted, but nothing
    ("A blast hit the UNIFIL base, sending two peacekeepers to hospital.", ["attack target=unifil"], ["deploy"]),
    ("Israeli tanks halted metres from a UNIFIL post.", [], ["suspend"]),
    ("Germany halted its flights for MINUSMA.", ["suspend actor=DE mission=minusma"], []),
    ("The first Kenyans flew out last June to join the Multinational Security Support Mission.", [], ["withdraw", "reduce"]),
    ("The last French soldiers flew out of Niamey on Friday.", ["withdraw actor=FR place=niamey"], []),
    # whose time it is
    ("Last week Canada announced sanctions over November's clash, when Russia attacked Ukrainian ships.", ["attack actor=RU at:2021-11"], ["clash actor=CA"]),
    ("Sunday's attack on MINUSMA in Kidal killed three Chadian soldiers.", ["attack killed=3 at:2022-02-06"], []),
    ("The minister condemned Sunday's attack on MONUSCO.", ["attack target=monusco at:2022-02-06"], []),
    # who only counts, who stands by, who lies across the border
    ("General Osei put the attackers' dead at 22.", ["attack killed=22"], ["attack target=osei"]),
    ("Two presidents agreed on a truce in Prague, with France mediating.", ["mediate actor=FR"], ["agree partner=FR"]),
    ("Forty EU observers took up position on the border with Azerbaijan.", ["deploy actor=eu n=40"], ["deploy partner=AZ"]),
    ("Kyiv is bracing for attacks by Russia.", [], ["attack"]),
    # an aim ends where it is said by whom
    ("Troops have been told to stay for two more years, Minister Chrystia Freeland and Minister Harjit Sajjan said in Ottawa.", [], ["presence"]),
    ("UNIFIL reports on hostilities along the Blue Line.", [], ["clash"]),
    # the day of what went before is not that of what followed
    ("Niger expelled the French ambassador after the coup of 26 July.", ["expel actor=NE target=FR"], ["expel at:2021-07-26"]),
    # where an attack is claimed is not where it was
    ("The attack was claimed in Kabul by the Taliban.", ["attack actor=taliban"], ["attack place=kabul-af"]),
    # what would have been was not
    ("Sweden would have withdrawn its soldiers if Bamako had asked for it.", ["demand actor=ML conditional"], ["withdraw"]),
    # who is meant: two countries, a plan's owner, who is made to do something, who goes on after "which"
    ("France and Germany train soldiers in Niger. The two countries will leave the mission in June.", ["withdraw actor=FR planned"], []),
    ("The Pentagon said it had not been informed of any plan by Niger to expel US troops.", ["expel actor=NE target=US planned"], ["expel actor=US"]),
    ("The crisis led France to withdraw its troops from Niger.", ["withdraw actor=FR place=NE"], ["withdraw planned"]),
    ("Mali's government, which came to power in a coup and expelled French forces, denies working with Wagner.", ["expel actor=ML target=FR", "deny actor=ML"], ["expel target=ML+FR"]),
    ("The Council condemns the attack on MINUSCA, offers condolences to the families of the Burundian peacekeepers killed, welcomes the inquiry by Bangui, and calls on all armed groups to lay down their arms.", ["condemn actor=un-security-council mission=minusca", "assessment grade=positive by=un-security-council", "demand actor=un-security-council"], ["demand target=un-security-council"]),
    ("The group claimed to have killed 59 soldiers of MINUSMA.", ["attack target=minusma killed=59"], ["attack planned"]),
    # whose words they are, though nobody knows who speaks
    ("Russian state TV claimed that Ukrainian forces had shelled the OSCE observers.", ["attack actor=UA target=osce by=?"], []),
    # a government sends nobody to the mission in its own country
    ("The government has decided to deploy 30 soldiers to EUTM Mozambique.", ["deploy mission=eutm-mozambique n=30"], ["deploy actor=MZ", "contribution contributor=MZ"]),
    ("A UNIFIL position came under Israeli fire.", ["attack actor=IL target=unifil"], []),
    ("A US delegation visited Niamey.", ["visit actor=US place=niamey"], ["visit place=US"]),
    # the Union is the one whose organ spoke
    ("The Council of the European Union adopted conclusions. The Union supports Operation Althea.", ["support actor=eu mission=eufor-althea"], ["support actor=council-of-the-eu"]),
    # what has yet to be done is not done; because of what X did is no refusal of it
    ("The Government of Estonia has yet to decide whether its soldiers will join EUTM Mali.", ["decide actor=EE not"], []),
    ("Rwanda refuses to accept the report because France signed a deal with Mali.", ["agree actor=FR partner=ML"], ["agree not"]),
    # who cuts off whom, asks with a request, says no, gives leave, shoots back, beats whom
    ("The Eritrean authorities cut off the water of UNMEE on 1 December.", ["obstruct actor=ER mission=unmee"], ["reduce"]),
    ("Chad has turned to France with a request for helicopters.", ["demand actor=TD target=FR"], []),
    ("Israel asked UNIFIL to move. New York said no.", ["reject actor=un target=IL"], []),
    ("The authorities of Niger have given permission for German aircraft to land.", ["approve actor=NE"], []),
    ("Irish soldiers at Tiri came under fire and shot back.", ["clash actor=IE"], []),
    ("Men from the north had beaten peacekeepers of UNFICYP on Friday.", ["attack mission=unficyp"], []),
    ("ATMIS must lose 4,000 men by September.", [], ["attack"]),
    ("The UN's special envoy, Ann Poe, asked the parties to keep calm.", ["demand"], []),
    # who guards a place is there; people are home, back from somewhere; the Irish are a people
    ("Russian soldiers guard the palace in Bangui.", ["presence actor=RU place=bangui-cf"], []),
    ("Turkish soldiers man twelve posts in Idlib.", ["presence actor=TR place=idlib"], []),
    ("Hezbollah fighters have been seen near Naqoura.", ["presence actor=hezbollah place=naqoura"], []),
    ("The Portuguese battalion returned from Kosovo on Tuesday.", ["withdraw actor=PT place=XK"], []),
    ("By Christmas all Dutch soldiers will be home from Mali.", ["withdraw actor=NL place=ML planned"], []),
    ("The minister is back from Mali.", [], ["withdraw"]),
    ("Belgium is calling it quits in Mali.", ["withdraw actor=BE place=ML"], []),
    ("Houthi missiles sank a Norwegian freighter in the Red Sea.", ["attack actor=houthis target=NO place=red-sea"], []),
    ("Rebels overran the Chadian positions near Kidal.", ["attack target=TD place=kidal"], []),
    # what is too little, right, better; what is likely; what nobody can tell
    ("The Swedish government regards the operation as the right answer.", ["assessment grade=positive by=SE"], []),
    ("The situation in Goma has been better since June, MONUSCO said.", ["assessment grade=improved by=monusco"], []),
    ("In June, Concern Worldwide handed out food to 900 people in Mali.", ["aid actor=concern-worldwide place=ML"], ["assessment", "contribution"]),
    ("The Norwegian embassy says further violence in Juba is likely.", ["risk effect=escalation place=juba-ss"], []),
    # the main verb comes behind a relative clause that no comma ends
    ("The Rwandan soldiers who attacked the town of Sake have left Goma.", ["attack actor=RW place=sake", "withdraw actor=RW place=goma"], []),
    ("The German soldiers who serve in MINUSMA will leave Mali in May.", ["withdraw actor=DE mission=minusma place=ML planned", "contribution contributor=DE mission=minusma"], []),
    ("A delegation of the EU that landed in Niamey on Wednesday left again.", ["visit actor=eu place=niamey"], []),
    ("The soldiers that France sent to Gao in May left on Friday.", ["deploy actor=FR place=gao"], []),
    # whose reproach it is, nobody says; it is no fact
    ("There were accusations that the army had obstructed MONUSCO.", ["obstruct target=monusco hearsay"], []),
    # who decides that it is done does it
    ("The Security Council decided that the mission in Haiti would be extended.", ["extend actor=un-security-council"], []),
    # without anyone's consent nobody consented
    ("Sweden withdrew its soldiers without the approval of Mali.", ["withdraw actor=SE", "approve actor=ML not"], []),
    # who stands behind others did not do it
    ("The UN-backed government in Tripoli expelled the Turkish ambassador.", ["expel target=TR"], ["expel actor=un"]),
    ("Rwanda-backed M23 rebels attacked MONUSCO near Goma.", ["attack actor=m23 target=monusco"], ["attack actor=RW+m23"]),
    # who holds or is held
    ("The authorities in Bamako have been holding 46 Ivorian soldiers since July.", ["detain actor=ML target=CI n=46"], []),
    ("Two Danish soldiers were taken prisoner near Menaka.", ["detain target=DK n=2"], ["detain actor=ML"]),
    ("Three peacekeepers from Bangladesh remain in captivity.", ["detain target=BD n=3"], ["detain actor=BD"]),
    ("Ireland lodged a protest with Israel over the shelling of UNIFIL positions.", ["protest actor=IE target=IL"], []),
    ("The High Representative strongly condemns the attack on MINUSCA peacekeepers near Bria.", ["condemn actor=eu"], []),
    # a surname alone, where a sentence begins
    ("Congolese president Félix Tshisekedi visited Goma. Tshisekedi condemned the attack on MONUSCO.", ["condemn actor=felix-tshisekedi"], []),
    # at whose request
    ("At Mali's request, Denmark withdrew its soldiers from Takuba.", ["withdraw actor=DK instigator=ML mission=takuba"], ["demand"]),
    # a departure that is only weighed
    ("The departure of the Danes risks leaving MINUSMA exposed.", ["withdraw actor=DK possible"], ["withdraw mission=minusma"]),
    ("The withdrawal of UNAMID risks reviving the fighting.", ["withdraw mission=unamid possible"], []),
    # what somebody says that another shall do
    ("Rwanda sought a pause in the drawdown of 3,000 ATMIS troops.", ["reduce mission=atmis planned"], []),
    ("The Council approved a pause in the drawdown of 3,000 ATMIS troops.", ["reduce mission=atmis planned"], []),
    # the present tense with a day to come
    ("UNAMA shrinks to 300 staff before the summer.", ["reduce mission=unama planned before:../2022-22"], []),
    ("Denmark brings its soldiers home from Mali this spring.", ["withdraw actor=DK place=ML planned at:2022-21"], []),
    ("Poland takes command of EUFOR Althea in April.", ["leadership leader=PL mission=eufor-althea planned"], []),
    # called by the name of its capital; told to leave a land
    ("The United States has told its citizens to leave Ukraine.", ["demand actor=US"], ["demand target=UA", "withdraw"]),
    # "after being thrown out": who was, and what it follows
    ("The Danish soldiers left Mali in May after being thrown out by the junta.", ["withdraw actor=DK place=ML", "expel actor=ML target=DK"], []),
    ("After leaving Niger, the Danish troops went to Chad.", ["withdraw actor=DK place=NE"], []),
    ("Denmark suspended its flights after being refused clearance by Mali.", ["deny_access actor=ML target=DK"], ["deny_access place=DK"]),
    # a time between an auxiliary and its verb
    ("Togo had in March threatened to leave MINUSMA.", ["threaten actor=TG"], ["threaten target=TG"]),
    # what opens a resolution's paragraph
    ("The Council,\n\nStrongly condemns the raid by Al-Shabaab on MONUSCO;", ["condemn"], []),
    # "they" are those who did what was just told
    ("The Malian authorities halted flights, and on Friday they expelled the Danish ambassador.", ["expel actor=ML target=DK"], []),
    # whose base was struck; whom somebody fights beside
    ("The Council condemned the raid by Al-Shabaab on the Kenyan base in Lower Shabelle.", ["attack actor=al-shabaab target=KE"], []),
    ("Russian soldiers clashed with M23 alongside the Congolese army.", [], ["clash target=CD"]),
    ("Denmark protested to Moscow.", ["condemn actor=DK target=RU"], ["protest"]),
    ("Denmark put the M23 on its list of terrorist groups.", ["sanction actor=DK target=m23"], []),
    ("The Council kept MINUSCA in place until 15 November 2023.", ["extend mission=minusca"], []),
    # nothing shows it: it is not told; called nonsense: it is denied
    ("There is no sign that Sweden is leaving MINUSMA.", [], ["withdraw"]),
    ("The UN found no evidence that Mali attacked the convoy.", [], ["attack"]),
    ("Nothing indicates that Chad will withdraw its troops from Mali.", [], ["withdraw"]),
    ("Talk that Sweden is leaving MINUSMA is nonsense.", ["withdraw actor=SE mission=minusma not"], []),
    ("There is evidence that Mali attacked the convoy.", ["attack actor=ML"], []),
    # more ways to say it
    ("Two Rwandan companies set foot in Bangui on Tuesday.", ["deploy actor=RW place=bangui-cf"], []),
    ("The Council gave MINUSCA another year.", ["extend actor=un-security-council mission=minusca"], []),
    ("Soldiers would not let the UN patrol into Moura.", ["deny_access"], []),
    ("EUTM Mali is over.", ["end mission=eutm-mali"], []),
    # who refuses to do something rejects it; what opens a frame by itself is denied
    ("The United States has refused to put boots on the ground.", ["reject actor=US"], []),
    ("Mali refused to extend the mandate of MINUSMA.", ["reject actor=ML", "extend actor=ML mission=minusma not"], []),
    # who is called on to withdraw withdraws
    ("The EU called on Moscow to withdraw its troops from Transnistria.", ["demand actor=eu target=RU"], ["withdraw"]),
    # "was hit" is a passive
    ("A UNIFIL post was hit by Israeli tank fire.", ["attack actor=IL mission=unifil"], []),
    ("UNITAMS was shut down by the Sudanese government.", ["end actor=SD mission=unitams"], ["end actor=unitams"]),
    ("Danish soldiers are set to leave Mali.", ["withdraw actor=DK place=ML planned"], []),
    ("The EU imposed sanctions on five leaders of the M23.", ["sanction actor=eu target=m23"], []),
    # what a shelling is of suffers it; a camp or a convoy strikes nobody; a town named before a blow is where it was
    ("The shelling of the UN camp killed three.", ["attack target=un killed=3"], ["attack actor=un"]),
    ("The shelling of a WFP convoy near Goma killed two drivers.", ["attack target=wfp place=goma killed=2"], ["attack actor=wfp"]),
    ("The bombing of Gaza by Israel goes on.", ["attack actor=IL place=gaza"], []),
    ("The storming of the Italian embassy was condemned.", ["attack target=IT"], []),
    ("The Kabul bombing killed nine.", ["attack place=kabul-af killed=9"], ["attack actor=AF"]),
    ("Moscow's bombing of the camp killed nine.", ["attack actor=RU killed=9"], []),
    # what proved false is denied
    ("Reports that France had withdrawn from Mali proved false.", ["withdraw actor=FR place=ML not"], []),
    ("The claim that Wagner attacked the base turned out to be untrue.", ["attack actor=wagner not"], ["deny"]),
    ("Reports that Rwanda had sent troops to Cabo Delgado proved correct.", ["deploy actor=RW place=cabo-delgado"], ["deploy not"]),
    # what is still awaited has not come
    ("Turkey's approval of the mission's extension is still awaited.", ["approve actor=TR not"], ["approve possible"]),
    ("Approval by the Bundestag is still pending.", ["approve actor=DE not"], []),
    # who is behind "they", "that country", "its neighbour", "whose"
    ("The members of the UN Security Council met on Monday. They asked the Malian authorities to investigate.", ["demand actor=un-security-council target=ML"], []),
    ("The leaders of ECOWAS met in Abuja. They imposed sanctions on Niger.", ["sanction actor=ecowas target=NE"], []),
    ("Azerbaijan keeps the monitors of EUMA out. That country demands their departure from Armenia.", ["demand actor=AZ"], ["demand actor=AM"]),
    ("Congo has recalled its diplomats from Rwanda and accuses its neighbour of backing the M23.", ["accuse actor=CD target=RW"], ["accuse actor=RW"]),
    ("France, whose ambassador was expelled in August, has left Niger.", ["expel target=FR"], ["expel actor=FR"]),
    ("MINUSMA, whose spokesman was expelled in July, regretted the decision.", ["expel mission=minusma target=minusma"], []),
    # where the government sits is not whom it asks
    ("The junta in Niamey had demanded the withdrawal of the American soldiers.", ["demand actor=NE target=US"], ["demand target=NE"]),
    ("The Danes left Niger, completing a withdrawal that the junta in Niamey had demanded.", ["demand actor=NE"], ["demand target=NE"]),
    # whose weapon struck
    ("A Danish frigate came under attack from drones and missiles fired by the Houthis.", ["attack actor=houthis target=DK"], []),
    ("Four Danes were hurt by roadside bombs that Islamic State had laid near the camp.", ["attack actor=is target=DK injured=4"], []),
    ("Three Chadian peacekeepers were killed by a mine planted by JNIM fighters near Kidal.", ["attack actor=jnim target=TD killed=3"], []),
    ("Twenty people died in a camp that the UN runs in Malakal.", [], ["attack actor=un"]),
    # people act where they live
    ("Villagers blocked a UNIFIL patrol near Bint Jbeil on Tuesday.", ["obstruct actor=LB target=unifil"], []),
    ("Officers toppled President Mohamed Bazoum in Niamey on Wednesday.", ["coup actor=NE place=niamey"], []),
    # whose paper it is says "we"; its own people are its country's
    ("To the Committee on Foreign Affairs\nNorwegian contribution to KFOR\n\nThe last of our soldiers are to leave Pristina in June. Four officers are with UNTSO, and seven instructors work in Germany as part of EUMAM Ukraine.",
     ["withdraw actor=NO place=pristina-xk planned", "contribution contributor=NO mission=untso n=4", "contribution contributor=NO mission=eumam-ukraine place=DE n=7"], ["withdraw actor=XK"]),
    ("Written answer, House of Commons\n\nWe have 12 officers with UNMISS. Some 250 personnel serve with UNFICYP.", ["contribution contributor=GB mission=unmiss n=12", "contribution contributor=GB mission=unficyp n=250"], ["strength"]),
    ("Some 750 soldiers serve with UNFICYP.", ["strength mission=unficyp n=750"], ["contribution"]),
    ("British Embassy Khartoum\nUpdate for British nationals\n\nWe have cut our staff to the minimum. The embassy has suspended its services.", ["reduce actor=GB", "suspend actor=GB"], []),
    ("Statement by Oxfam on Gaza\n\nWe have suspended our work in Rafah. Our staff were attacked on Monday.", ["suspend actor=oxfam place=rafah", "attack target=oxfam"], []),
    ("BERLIN, Aug 2 (Reuters) - The German defence minister flew to Gao on Friday.\n\nThe security situation is deteriorating.", [], ["assessment by=DE"]),
    ("The rest of the French troops left Gao in June.", ["withdraw actor=FR place=gao"], []),
    ("The first of the French soldiers left Gao in June.", ["reduce actor=FR place=gao"], ["withdraw"]),
    # what is denied or laid to somebody's charge is told by who says so
    ("Chad denies that its soldiers attacked the camp of UNAMID.", ["deny actor=TD"], ["attack"]),
    ("Asmara is accused by Sweden of having sent arms to the rebels.", ["accuse actor=SE target=ER"], ["aid"]),
    # where is no whom; one blow told twice; who condemns a shooting
    ("The raid in eastern Congo lasted an hour.", ["attack place=CD"], ["attack target=CD"]),
    ("Russia's invasion of Ukraine began in 2022.", ["attack actor=RU target=UA"], []),
    ("Five Rwandan soldiers of MINUSCA slain in ambush", ["attack mission=minusca target=RW killed=5"], []),
    ("UNDOF condemned the shooting at its patrol.", ["condemn actor=undof"], ["attack actor=undof"]),
    ("In protests against MONUSCO in Beni nine people were killed in July 2022.", ["protest mission=monusco place=beni target=monusco killed=9"], ["attack"]),
    # mornings and quarters
    ("The Security Council extended UNMISS this morning.", ["extend actor=un-security-council mission=unmiss at:2022-02-07"], []),
    ("Sweden will leave MINUSMA in the first quarter of 2025.", ["withdraw actor=SE mission=minusma planned at:2025-01/2025-03"], []),
    # who says "we", whose "our" soldiers are; whose paper it is
    ("“We will not withdraw our soldiers from Mali,” said the Danish defence minister.", ["withdraw actor=DK place=ML planned not"], []),
    ("Embassy of Denmark in Niger\n\nThe embassy has suspended its visa services. We do not know when flights will return.", ["suspend actor=DK", "question by=DK"], []),
    ("To the Committee on Foreign Affairs\nSwedish contribution to MINUSMA\n\nThe Government will not prolong the Swedish contribution to MINUSMA.", ["extend actor=SE mission=minusma planned not"], ["extend actor=ML"]),
    ("GOMA, Democratic Republic of Congo, Feb 12 - The minister said France would send 50 soldiers to Gabon.", [], ["post state=FR"]),
    ("The Israeli army says Hezbollah operates near the UN base, and says it has opened an inquiry.", ["investigate actor=IL"], ["investigate actor=hezbollah"]),
    # who leads a state without its being named
    ("Mali and Niger spoke of it. Filipe Nyusi asked the EU for boats.", ["demand actor=filipe-nyusi target=eu"], []),
    ("France and Niger fell out. Macron accused the junta of spying.", ["accuse actor=emmanuel-macron target=NE"], []),
    # who speaks for an organisation, and who its members are
    ("NATO is enlarging KFOR. The Secretary General asked Serbia to withdraw its troops.", ["demand actor=nato-secretary-general target=RS"], []),
    ("The Secretary-General condemned the attack on MINUSCA. Two peacekeepers from Burundi died. He urged Chad to investigate.", ["demand actor=un-secretary-general target=TD"], ["demand actor=BI"]),
    ("NATO met in Brussels. Allies agreed to widen NATO Mission Iraq.", ["agree actor=nato"], []),
    ("Germany met its allies. They spoke of NATO.", [], ["consult actor=nato"]),
    # who comes home, hands over, sets out, takes over
    ("The Danish battalion will be back home next week.", ["withdraw actor=DK planned"], []),
    ("MONUSCO handed its base at Kavumu to the police.", ["withdraw mission=monusco place=kavumu"], []),
    ("An Irish battalion left Dublin for Lebanon.", ["deploy actor=IE place=LB"], ["withdraw"]),
    ("French soldiers left Mali for Niger.", ["withdraw actor=FR place=ML"], ["deploy"]),
    ("Romanian troops will relieve the British battalion in December.", ["deploy actor=RO planned"], []),
    ("The last Swedish soldiers are to leave Gao in the first half of 2025.", ["withdraw actor=SE place=gao planned at:2025-01-01/2025-06-30"], []),
    # whom somebody fights, surrounds or takes; how far off
    ("The army is fighting the M23 near Goma.", ["clash target=m23 place=goma"], []),
    ("M23 fighters have encircled the base of MONUSCO at Sake.", ["obstruct actor=m23 target=monusco place=sake"], []),
    ("M23 took Goma on Monday.", ["attack actor=m23 place=goma"], ["presence"]),
    ("A roadside bomb hit a Senegalese convoy near Ber.", ["attack place=ber"], ["attack actor=SN"]),
    ("M23 is within twenty kilometres of Minova.", ["presence actor=m23 place=minova"], []),
    # a land behind who does something only says whose he is
    ("The Government of Mali asked for the departure of MINUSMA.", ["demand actor=ML target=minusma"], ["target=ML"]),
    ("British nationals are advised to leave Mali at once.", [], ["withdraw"]),
    # what a relative clause tells is done by its own subject; have both done it
    ("The course, which Norway suspended in May, goes on.", ["suspend actor=NO"], ["suspend target=NO"]),
    ("The soldiers that France withdrew in May have gone to Chad.", ["withdraw actor=FR"], []),
    ("France and the United States have both suspended their aid to Niger.", ["suspend actor=FR+US"], ["presence"]),
    # things stop and go on; who asked for what is turned down
    ("The road works in the buffer zone were suspended on Monday.", ["suspend"], []),
    ("Aid flights to Goma resumed on Wednesday.", ["resume"], []),
    ("UNIFIL turned down Israel's request.", ["reject actor=unifil target=IL"], []),
    ("Israel asked UNIFIL to move. The mission refused to do so.", ["reject actor=unifil target=IL"], []),
    ("Kigali dismissed the charge as a fairy tale.", ["deny actor=RW"], ["reject"]),
    # who meets, briefs, raises something with whom, and visits while doing something else
    ("Sweden raised the matter with the UN Secretariat.", ["consult actor=SE target=un-secretariat"], []),
    ("MINUSCA stays. The Special Representative, Mankeur Ndiaye, is to brief the Security Council.", ["consult actor=mankeur-ndiaye target=un-security-council planned"], []),
    ("General Ulf Berg thanked the troops during a visit to Pristina on Monday.", ["visit actor=ulf-berg"], []),
    ("Gunmen seized a man from Gao on 6 November.", [], ["attack"]),
    ("Khartoum threw out thirteen aid organisations in March.", ["expel actor=SD"], []),
    ("ECOWAS may use force against the junta.", ["threaten actor=ecowas"], []),
    # a month cut short with a full stop; who leads from when
    ("Gunmen killed two soldiers near Gao on Jan. 25.", ["attack place=gao killed=2 at:2022-01-25"], []),
    ("France withdrew from Mali on Aug. 15, 2021.", ["withdraw actor=FR place=ML at:2021-08-15"], []),
    ("Greece took command of KFOR from Italy in January.", ["leadership leader=GR mission=kfor at:2022-01"], []),
    ("General Ann Poe, commander of KFOR since May, met the minister.", ["post person=ann-poe mission=kfor since:2021-05/.."], ["consult since:2021-05/.."]),
    # where: a village that no list knows, the spot of what is told with it, whose president falls
    ("Rebels attacked the village of Mucobu.", ["attack place=?"], []),
    ("A patrol came under fire close to the town of Mucobu.", ["attack place=?"], []),
    ("Three soldiers were killed and nine wounded near Gao.", ["attack killed=3 injured=9 place=gao"], []),
    ("Gunmen raided a village near Dikwa and abducted nine farmers.", ["detain n=9 place=dikwa"], []),
    ("Niger is in turmoil. Soldiers toppled the president on July 26.", ["coup place=NE at:2021-07-26"], []),
    ("Fighting broke out in Zalingei and in Kutaisi.", ["clash place=zalingei"], []),
    # the capital, the town: those spoken of; whose soldiers are asked to leave are there; a hundred who arrive visit nobody
    ("French troops left Niger in December. Hundreds of people protested in the capital on Monday.", ["protest place=niamey"], []),
    ("M23 took Goma in January. Its fighters killed ten people in the city on Sunday.", ["attack place=goma killed=10"], []),
    ("M23 took Goma in January. The rebels killed ten people in the town of Sake.", ["attack place=sake killed=10"], ["attack place=goma killed=10"]),
    ("Senegal has demanded the departure of the 350 French soldiers on its soil.", ["presence actor=FR place=SN n=350"], []),
    ("The 2,500 Rwandan soldiers in Cabo Delgado are not leaving.", ["presence actor=RW place=cabo-delgado n=2500"], []),
    ("About 100 Russian instructors arrived in Niamey on January 10.", ["deploy actor=RU place=niamey n=100"], ["visit"]),
    # a part of a year behind its number; numbers that could be years
    ("Belgium withdrew its troops from Mali in the third quarter of 2023.", ["withdraw actor=BE at:2023-07/2023-09"], []),
    # no place kills or wounds: what struck stands before it
    ("France condemned an ambush in northern Niger that killed two Togolese soldiers.", ["attack target=TG place=NE killed=2"], ["attack actor=NE", "condemn target=NE"]),
    ("An attack near Kidal, in northern Mali, which claimed the lives of two Swedish soldiers, is being investigated.", ["attack target=SE place=kidal killed=2"], ["attack actor=ML"]),
    ("The minister visited Israel, which killed 20 people in Gaza on Monday.", ["attack actor=IL place=gaza killed=20"], []),
    # initials in a name; a date that ends a sentence; whose soldiers those of a mission are
    ("General Mark A. Milton condemned the attack on KFOR.", ["condemn actor=mark-a-milton"], []),
    ("The mission will withdraw from Mali by the 31st. Belgium will send 20 soldiers to Niger.", ["deploy actor=BE place=NE n=20"], ["withdraw n=20"]),
    ("Two Tanzanian MONUSCO soldiers were killed near Beni on Friday.", ["attack mission=monusco target=TZ killed=2"], ["attack target=monusco"]),
    ("A Nigerian UN peacekeeper was wounded in Timbuktu.", ["attack target=NG place=timbuktu injured=1"], ["attack target=un"]),
    # what was done to whom the clause speaks of stands between it and its verb
    ("The M23 rebels allegedly armed by Rwanda captured the town of Goma.", ["attack actor=m23 place=goma"], ["attack actor=RW"]),
    ("The Chadian soldiers sent to Gao left the base on Monday.", ["withdraw actor=TD", "deploy actor=TD place=gao"], ["withdraw place=gao"]),
    ("The Council condemned in the strongest terms the ambush laid by JNIM near Kidal.", ["condemn target=jnim", "attack actor=jnim place=kidal"], []),
    ("Georgia, which lost the region after a war and a revolt, accused Russia of aggression.", ["accuse actor=GE target=RU"], []),
    ("The coup drew condemnation from Ghana, Togo and the European Union.", ["condemn actor=GH", "condemn actor=TG"], ["condemn target=TG", "condemn target=eu"]),
    # a month with its year said behind it, the month told last
    ("Rebels attacked the town of Sake in May last year.", ["attack place=sake at:2021-05"], []),
    ("Gunmen raided Gao in October 2019. France sent 200 soldiers to Gao that month.", ["deploy actor=FR place=gao n=200 at:2019-10"], []),
    # this attack is a noun; what opens a sentence with a verb of its own was done
    ("Norway has condemned this attack.", ["condemn actor=NO"], ["attack actor=NO"]),
    ("Norway condemned that raid on Gao.", ["condemn actor=NO", "attack place=gao"], ["attack actor=NO"]),
    ("The rebels that attack convoys near Gao are from Niger.", ["attack place=gao"], []),
    ("After the Chadian army had withdrawn from Kidal, gunmen looted the town.", ["withdraw actor=TD place=kidal"], []),
    ("After talks held in Doha, M23 withdrew from Goma.", ["withdraw actor=m23 place=goma"], []),
    ("Until the Council of the EU decides, EUTM Mali will stay.", ["decide actor=council-of-the-eu planned"], []),
    # a heading in capitals names as well; both sides are the two who fight
    ("SECURITY COUNCIL MEETS ON MALI\n\nMembers of the Council condemned the attack.", ["condemn actor=un-security-council"], []),
    ("The army and the RSF fought in Khartoum on 3 January. Both sides agreed to a truce on Friday.", ["agree actor=SD partner=rsf-sudan"], []),
    # those of a state are its soldiers; a state that is said to have gone
    ("Soldiers of Lesotho left SAMIM this morning. Those of Botswana flew out in January.", ["withdraw actor=LS mission=sadc-samim", "withdraw actor=BW mission=sadc-samim at:2022-01"], []),
    ("Austria left UNDOF in June 2013. The last Croatian soldiers had gone in March.", ["withdraw actor=HR mission=undof"], []),
    ("The German police went into hiding.", [], ["withdraw"]),
    # points of an answer are no captions; whose paper it is
    ("UNSTARRED QUESTION NO. 77\n\nWill the Minister of Defence be pleased to state:\n(a) how many troops serve with UNMISS;\n(b) whether they are safe; and\n(c) whether they are to leave?\n\nANSWER\n(a) The Indian contingent numbers 2,300.\n(b) Yes, Sir.\n(c) No, Sir. Government have asked the United Nations for helicopters.", ["contribution contributor=IN mission=unmiss n=2300", "demand actor=IN target=un"], ["assessment"]),
    ("Kosovo\n\nThe Secretary of State for Defence (Ann Poe): I authorised the transfer of a battalion to KFOR on 1 February. We urge Serbia to withdraw.", ["approve actor=GB mission=kfor", "demand actor=GB target=RS"], []),
    ("EMBASSY OF INDIA, JUBA: ADVISORY\n\nFighting goes on in Juba. The Embassy cannot say when it will end.", ["question by=IN"], []),
    # a militia's backer does not strike; sides of two kinds of name; whom it is left to
    ("The militia backed by Iran attacked the base at Al-Asad.", ["attack place=al-asad"], ["attack actor=IR"]),
    ("US and British forces bombed Houthi targets.", ["attack actor=US+GB target=houthis"], []),
    ("The 27-nation bloc suspended its aid to Mali, a country in the Sahel.", ["suspend target=ML"], ["suspend actor=ML"]),
    ("US forces withdrew from Niamey in July, leaving around 200 soldiers at the Agadez base.", ["withdraw actor=US place=niamey", "presence actor=US place=agadez n=200"], ["withdraw n=200"]),
    # who did it first or last has done it; threats to do and threats to somebody; which are meant, and who worries
    ("Fiji was the first country to send troops to UNIFIL.", ["contribution contributor=FJ mission=unifil"], ["contribution planned", "deploy planned"]),
    ("Kenya will be the first country to send police to Haiti.", ["deploy actor=KE place=HT planned"], []),
    ("Iran's threats to strike Israel were condemned by France.", ["threaten actor=IR"], []),
    ("The rebels are a threat to MONUSCO.", [], ["threaten"]),
    ("The Council should consult the countries concerned.", [], ["assessment"]),
    ("Al Shabaab has been waging a war against the fragile government in Mogadishu.", [], ["assessment"]),
    # nobody was hurt, nothing was attacked: what is feared, averted, refused, talked about or said of any attack there may be
    ("Nobody was injured in the incident at the KFOR base in Mitrovica.", [], ["attack"]),
    ("He broke his leg and was injured in a car accident near Gao.", [], ["attack"]),
    ("The mission fears that militiamen will attack Malakal.", [], ["attack"]),
    ("Iraq says its army has foiled an attack on the embassy.", [], ["attack"]),
    ("Austria opposes the withdrawal of UNDOF.", ["reject actor=AT mission=undof", "withdraw mission=undof planned"], ["withdraw actual"]),
    ("The ministers discussed an extension of EUTM Mozambique.", [], ["extend"]),
    ("Chad denied having shelled the village.", ["deny actor=TD"], ["attack"]),
    ("The opposition wants to know when the troops will leave Niger.", [], ["withdraw"]),
    ("The Council took note of a request to postpone the drawdown of ATMIS.", [], ["postpone"]),
    # when a mission ends is told once, and one doing has one purpose
    ("EUTM Mali ends on 18 May.", ["period mission=eutm-mali until:2022-05-18"], ["end"]),
    ("Israel asked UNIFIL to leave its posts.", ["demand actor=IL target=unifil"], ["withdraw actor=IL"]),
    # who asks his own people, or in a notice; what a resolution does, item by item
    ("Australia has urged its citizens to leave Lebanon.", ["demand actor=AU target=AU"], ["demand target=LB"]),
    ("The Canadian embassy told all Canadians to leave.", ["demand actor=CA target=CA"], []),
    ("The Ghanaian parliament asked the government to withdraw its troops from Mali.", ["demand actor=GH target=GH"], []),
    ("Embassy of Brazil, Bamako: Advisory No. 2\n\nAll Brazilian nationals are requested to register with the Embassy.", ["demand actor=BR"], []),
    ("The Peace and Security Council,\n1. Supports the Kenyan request, and asks the Security Council to approve it;\n2. Welcomes the ceasefire and urges Rwanda to leave Goma.", ["demand actor=au-psc target=un-security-council", "demand actor=au-psc target=RW", "assessment grade=positive by=au-psc"], []),
    ("The Security Council decides to remain seized of the matter.", [], ["decide"]),
    ("The African Union thanked Chad and Togo, which send soldiers. It calls on Sudan to withdraw.", ["demand actor=au target=SD"], ["demand actor=TD+TG"]),
    # whose trucks, men and police stations a blow struck
    ("Mali cut off MINUSMA's fuel. On Monday, Malian soldiers held up six of its trucks for hours.", ["obstruct actor=ML mission=minusma target=minusma"], []),
    ("Kenya has 200 men in Haiti. Gangs wounded two of its police officers on Friday.", ["attack target=KE injured=2"], []),
    ("Gunmen set fire to the police station at Jacmel.", ["attack target=HT"], []),
    ("Jihadists overran an army post near Djibo.", ["attack target=BF"], []),
    ("On Friday residents of Kanifing marched against ECOMIG. Its soldiers opened fire and one man was killed.", ["attack actor=ecomig killed=1"], ["attack actor=GM"]),
    ("The EU notes that Rwanda completed the withdrawal of its troops from Goma.", ["withdraw actor=RW"], ["withdraw actor=eu"]),
    # on whose side others are; who holds out holds nobody; who resolves a conflict decides nothing; prepositions of several words
    ("Attacks by anti-government rebels killed 40 people in Congo.", ["attack place=CD killed=40"], ["attack actor=CD"]),
    ("Some 1,400 German soldiers are holding out in Mali.", ["presence actor=DE place=ML n=1400"], ["detain"]),
    ("Kenya resolved the conflict over the port.", [], ["decide"]),
    ("Two Kenyan officers sent to Haiti as part of a mission were killed in an ambush by a gang.", ["attack target=KE killed=2"], []),
    ("MONUSCO has been working in the volatile east since 1999.", [], ["assessment"]),
    ("Germany is suspending its deployment in Mali.", ["suspend actor=DE"], ["deploy"]),
    # of nobody known; what a headline says the text says in full, in near words too
    ("Some two hundred people marched to ask for a debate.", [], ["demand"]),
    ("Kenya sends police to Haiti\n\nKenya deployed 400 police officers to the Multinational Security Support Mission on Tuesday.", ["deploy actor=KE n=400"], ["deploy actor=KE place=HT"]),
    ("UNMISS condemns violence in Malakal\n\nThe head of UNMISS, Nicholas Haysom, condemned the killings in Malakal on Friday.", ["condemn actor=nicholas-haysom"], ["condemn actor=unmiss"]),
    # where the fallen come from is not where they fell
    ("The attack claimed the life of one peacekeeper from Togo.", ["attack target=TG killed=1"], ["attack place=TG"]),
    # who concludes an agreement on a mission ends none; support of nobody's; who sends nobody
    ("Egypt and Sudan concluded an agreement on the size of the mission UNISFA.", ["agree actor=EG partner=SD"], ["end"]),
    ("Support for Ukraine remains important, Norway says.", [], ["support"]),
    # whose leaders ask, and what is asked for
    ("The leaders of ECOWAS demand that the junta release him.", ["demand actor=ecowas"], ["demand target=ecowas"]),
    ("Somalia asked the UN for an extension of ATMIS.", ["demand actor=SO target=un mission=atmis"], ["extend"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_prose(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, "en", text, expected, forbidden)

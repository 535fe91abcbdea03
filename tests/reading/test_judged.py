"""What is said, held and weighed, case by case in three languages: questions, decisions, judgements, interests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a question may stand before who cannot answer it
    ("nl", "Waar de Russen nu zitten, weet UNSMIL niet.", ["question by=unsmil"], ["presence"]),
    ("nl", "Wanneer de laatste Ghanezen uit Gao vertrekken, weet niemand.", ["question"], ["withdraw"]),
    ("nl", "Hoe lang MINUSCA nog nodig is, kan de VN niet zeggen.", ["question by=un"], ["assessment"]),
    ("en", "Who attacked the convoy near Gao, UNMISS does not know.", ["question by=unmiss"], ["attack"]),
    ("en", "We do not know when Ghana will send its battalion.", ["question"], ["deploy"]),
    ("en", "Whether France will keep the base that it built in Abéché is not known.", ["question"], ["presence"]),
    ("en", "Who is to pay for the Ugandans, however, remains a mystery.", ["question"], ["support"]),
    ("fr", "La MINUSCA ne sait pas qui a attaqué le convoi.", ["question by=minusca"], ["attack"]),
    ("fr", "Quand partiront les Ghanéens de Gao, nul ne le sait.", ["question"], ["withdraw"]),
    # what is not decided yet; a question only where it says what
    ("nl", "Oostenrijk heeft nog niet beslist.", ["decide actor=AT not"], ["question"]),
    ("nl", "Over EUTM RCA is nog geen besluit genomen.", ["decide mission=eutm-rca not"], ["question"]),
    ("nl", "Het kabinet heeft nog geen besluit genomen of het bij EUFOR Althea blijft.", ["question"], ["decide"]),
    ("en", "No decision has been taken on the extension of EUTM RCA.", ["decide mission=eutm-rca not"], ["extend planned"]),
    ("en", "Austria has not yet decided on a successor mission.", ["decide actor=AT not"], ["question"]),
    ("en", "Austria has not decided whether to stay in EUFOR Althea.", ["option options=continue by=AT"], ["option not"]),
    ("fr", "L'Autriche n'a pas encore tranché.", ["decide actor=AT not"], ["question"]),
    ("fr", "L'Autriche n'a pas encore décidé si elle restera dans EUFOR Althea.", ["question"], ["decide"]),
    # a decision is what was decided, whenever it was taken
    ("nl", "De Raad besloot gisteren EUTM RCA tot eind 2026 te verlengen.", ["extend mission=eutm-rca planned"], ["decide"]),
    ("en", "The Council decided yesterday to extend EUTM RCA until 31 December 2026.", ["extend planned"], ["decide"]),
    ("fr", "Le Conseil a décidé hier de prolonger l'EUTM RCA jusqu'au 31 décembre 2026.", ["extend planned"], ["decide"]),
    # an agreement that stands is not made; one that is welcomed was
    ("nl", "UNIFIL bewaakt de wapenstilstand tussen Israël en Libanon.", ["purpose mission=unifil"], ["agree"]),
    ("en", "The truce between Kenya and Somalia holds.", [], ["agree"]),
    ("en", "Finland welcomed the agreement between Sudan and Chad.", ["agree actor=SD partner=TD"], []),
    ("fr", "Le cessez-le-feu entre Israël et le Liban est respecté.", [], ["agree"]),
    ("en", "Somalia asked the Security Council to approve the plan.", ["demand actor=SO"], ["approve"]),
    # a person is named beside the post he speaks from
    ("nl", "De commandant van UNIFIL, de Spaanse generaal Aroldo Lázaro, noemde de aanval onaanvaardbaar.",
     ["assessment grade=unacceptable by=aroldo-lazaro+unifil"], []),
    ("en", "UNIFIL's commander, the Spanish General Aroldo Lázaro, called the attack unacceptable.",
     ["assessment grade=unacceptable by=aroldo-lazaro+unifil"], []),
    ("fr", "Le commandant de la FINUL, le général espagnol Aroldo Lázaro, a jugé l'attaque inacceptable.",
     ["assessment grade=unacceptable by=aroldo-lazaro+unifil"], []),
    # whom a quotation is of, the text tells behind it
    ("en", '"The south is calmer than it was," the Irish defence minister said.', ["assessment grade=improved by=IE"], []),
    ("en", '"The south is calmer than it was." Nobody listened.', [], ["assessment"]),
    # what may grow worse has not
    ("nl", "Een verslechtering van de toestand in Mali kan tot hongersnood leiden.", ["risk effect=famine"], ["assessment"]),
    ("en", "A further deterioration in Mali could lead to famine.", ["risk effect=famine"], ["assessment"]),
    ("fr", "La situation au Mali s'est dégradée.", ["assessment grade=deteriorated"], []),
    # of two grades the one that is given
    ("nl", "Het kabinet vindt de verslechterde veiligheid in Mali zorgwekkend.", ["assessment grade=worrying by=NL"], ["assessment grade=deteriorated"]),
    ("fr", "La dégradation de la situation inquiète la Suède.", ["assessment grade=worrying"], ["assessment grade=deteriorated"]),
    # what somebody notes with concern is so, and he judges it
    ("en", "Kenya noted with concern that M23 had attacked Goma.", ["assessment grade=worrying by=KE", "attack actor=m23 by=KE"], ["attack possible"]),
    ("fr", "Le Kenya constate avec inquiétude que le M23 a attaqué Goma.", ["assessment grade=worrying by=KE"], ["attack possible"]),
    ("nl", "Duitsland nam met waardering kennis van het besluit van Kenia.", ["assessment grade=positive by=DE"], []),
    ("nl", "Litouwen noemt de vlucht een schending van het verdrag.", ["assessment grade=unlawful by=LT"], []),
    # stability somewhere that is important to somebody is an interest of his; a mission is judged
    ("nl", "Stabiliteit in de Sahel is van groot belang voor Spanje.", ["interest place=sahel grade=important by=ES"], ["assessment"]),
    ("en", "Stability in the Sahel is of great importance to Spain.", ["interest place=sahel grade=important by=ES"], ["assessment"]),
    ("en", "EUTM Mali is of great importance to Spain.", ["assessment grade=important"], ["interest", "assessment by=eutm-mali"]),
    ("en", "Belgium attaches great importance to a stable Iraq.", ["interest place=IQ grade=important by=BE"], []),
    ("fr", "La stabilité du Sahel est essentielle pour l'Espagne.", ["interest place=sahel grade=important by=ES"], ["assessment"]),
    ("fr", "La stabilité des Balkans occidentaux répond à un intérêt direct de la Suisse.", ["interest place=western-balkans by=CH"], []),
    # whom a refusal, a denial or a condemnation answers stands just before
    ("nl", "Egypte vroeg Kenia om helikopters. Nairobi weigert.", ["reject actor=KE target=EG"], []),
    ("en", "Israel had called on UNIFIL to move. The mission turned down that request.", ["reject actor=unifil target=IL"], []),
    ("en", "Rwanda accused Burundi of arming rebels, a charge that Gitega dismissed.", ["deny actor=BI target=RW"], ["reject"]),
    ("fr", "Le Tchad demande dix drones à l'Égypte ; les autorités égyptiennes refusent.", ["reject actor=EG target=TD"], []),
    ("fr", "La Norvège condamne les attaques auxquelles les Houthis se livrent en mer Rouge.", ["condemn actor=NO target=houthis"], []),
    ("nl", "Israël beschoot een post van UNIFIL. Zweden veroordeelde de aanval.", ["condemn actor=SE target=IL"], []),
    ("en", "Israel shelled a UNIFIL post. Sweden condemned attacks on journalists in Gaza.", ["condemn actor=SE"], ["condemn target=IL"]),
    # what a plan meets with is somebody's refusal
    ("nl", "Het Deense voorstel stuitte op verzet van Polen.", ["reject actor=PL"], []),
    ("en", "The plan met with resistance from Poland.", ["reject actor=PL"], []),
    ("fr", "Le projet s'est heurté à l'opposition de la Pologne.", ["reject actor=PL"], []),
    # who says that he has done something asks for nothing
    ("nl", "Het Keniaanse leger zegt vier strijders te hebben gedood.", ["attack actor=KE killed=4"], ["demand"]),
    # one's own doing is no passive; a participle after its helper is a verb
    ("fr", "La Norvège s'est élevée contre l'expulsion.", ["condemn actor=NO"], []),
    ("fr", "Oslo nie y être mêlé.", ["deny actor=NO"], []),
    ("fr", "La prolongation de l'EUTM RCA a été demandée par le gouvernement centrafricain.", ["demand actor=CF"], ["extend instigator=CF"]),
    ("fr", "Oslo a imputé l'attaque au M23.", ["accuse actor=NO target=m23"], []),
    # a way out is weighed once
    ("en", "The EU says the option of a withdrawal is not on the table.", ["option options=withdraw by=eu not"], []),
    # what could come is a risk, with what would bring it
    ("en", "Famine could break out in the Bay region.", ["risk effect=famine"], []),
    ("en", "If the fighting reaches Goma, OCHA expects thousands more to flee.", ["risk effect=displacement by=ocha"], []),
    ("nl", "Volgens het WFP is hongersnood een kwestie van weken.", ["risk effect=famine by=wfp"], []),
    ("nl", "Een escalatie is niet uit te sluiten.", ["risk effect=escalation"], []),
    ("en", "Germany expects 500 soldiers to arrive in Mali in May.", ["deploy planned place=ML"], ["risk"]),
    # what is because of something is the effect; what a clause fears and the next tells is one risk
    ("en", "Because of the drought, famine could occur in parts of Somalia.", ["risk effect=famine"], ["risk effect=climate"]),
    ("nl", "Door de droogte kan in Somalië hongersnood ontstaan.", ["risk effect=famine"], ["risk effect=climate"]),
    ("fr", "En raison de la sécheresse, une famine pourrait survenir en Somalie.", ["risk effect=famine"], ["risk effect=climate"]),
    ("en", "Chad fears that the war may spill over into Niger.", ["risk effect=spill-over place=NE by=TD"], ["risk effect=escalation"]),
    ("en", "The fighting has driven thousands from their homes, and Chad fears that it may spill over.",
     ["risk effect=spill-over by=TD"], ["risk effect=displacement"]),
    ("en", "Further violence in Abyei is likely.", ["risk effect=escalation"], []),
    ("fr", "La famine pourrait revenir au Darfour.", ["risk effect=famine"], []),
    # what came of something is no risk, nor is what somebody threatens with
    ("en", "The dispute between Eritrea and Ethiopia led to war in 1998.", [], ["risk"]),
    ("nl", "De Houthi's dreigden Saoedi-Arabië met oorlog.", ["threaten actor=houthis target=SA"], ["risk"]),
    # weighed though no code names it; ruled out for good reason; what is weighed is no event beside it
    ("nl", "Kenia heeft het verzoek in beraad.", ["option by=KE"], []),
    ("fr", "L'Italie, présente à la FINUL, réfléchit à la suite.", ["option by=IT mission=unifil"], []),
    ("fr", "La CEDEAO n'écarte pas une intervention armée au Niger.", ["option by=ecowas place=NE"], ["reject"]),
    ("en", "Austria, which has nine observers in UNMOT, is considering whether to call them home.",
     ["option options=withdraw by=AT mission=unmot"], ["withdraw"]),
    ("nl", "Het kabinet ziet geen reden om de militairen uit Irak terug te halen.", ["option options=withdraw by=NL not"], ["withdraw"]),
    ("en", "Belgium sees no reason to withdraw its troops from Mali.", ["option options=withdraw by=BE not"], ["withdraw"]),
    ("en", "UNISFA is still looking into the incident.", [], ["option"]),
    # refused, denied, laid to a charge, threatened
    ("nl", "De Belgische regering is tegen een langer verblijf van EUFOR Althea.", ["reject actor=BE"], []),
    ("nl", "Kameroen wil geen buitenlandse troepen.", ["reject actor=CM"], []),
    ("fr", "Le gouvernement indonésien n'en veut pas.", ["reject actor=ID"], []),
    ("fr", "Londres a répondu par la négative.", ["reject actor=GB"], []),
    ("en", "Chad had asked for more troops. New York said no.", ["reject actor=un"], []),
    ("en", "Kenya said no one had been hurt.", [], ["reject"]),
    ("en", "Russia says there is no link at all.", ["deny actor=RU"], []),
    ("nl", "Moskou noemt het bericht verzonnen.", ["deny actor=RU"], []),
    ("nl", "Kinshasa wijst naar Rwanda.", ["accuse actor=CD target=RW"], []),
    ("fr", "Bamako en a fait le reproche à la CEDEAO.", ["accuse actor=ML target=ecowas"], []),
    ("en", "The Houthis have said that Dutch ships will be targets.", ["threaten actor=houthis target=NL"], []),
    ("fr", "Belgrade a placé son armée en état d'alerte.", ["threaten actor=RS"], []),
    # too few, too early; tribute; what is thought; whom a state of affairs worries
    ("en", "Two helicopters are too few for Abyei, the Indian minister said.", ["assessment grade=negative by=IN"], []),
    ("nl", "Kinshasa vindt dat de macht te weinig doet tegen M23.", ["assessment grade=negative by=CD"], []),
    ("fr", "« C'est trop peu », tranche le ministre grec.", ["assessment grade=negative by=GR"], []),
    ("nl", "De Deense regering acht het te vroeg om haar militairen uit Mali terug te trekken.", ["assessment grade=negative by=DK"], ["withdraw"]),
    ("en", "The African Union paid tribute to the soldiers of AMISOM.", ["assessment grade=positive by=au"], []),
    ("fr", "L'Union africaine rend hommage aux soldats de l'ATMIS.", ["assessment grade=positive by=au"], []),
    ("nl", "De toestand in Mali baart Noorwegen zorgen.", ["assessment grade=worrying by=NO"], []),
    ("en", "Belgian F-16s have relieved Danish ones over Lithuania.", [], ["assessment"]),
    # what somebody attaches importance to is his interest; a step towards peace is only judged
    ("en", "Norway reaffirmed the importance that it attaches to peace in Sudan.", ["interest place=SD by=NO grade=important"], ["assessment"]),
    ("fr", "La Suède rappelle l'importance qu'elle attache à la stabilité du Mali.", ["interest place=ML by=SE grade=important"], []),
    ("fr", "L'Union européenne a un intérêt direct à la stabilité du Liban.", ["interest place=LB by=eu"], []),
    ("nl", "Zweden noemde EUMA een belangrijke stap voor de vrede.", ["assessment grade=important by=SE"], ["interest"]),
    # which mission a demand is about; whose it is in a paper of one's own
    ("fr", "La Suède a prié ses partenaires de fournir des troupes à l'EUFOR RCA.", ["demand actor=SE mission=eufor-rca"], []),
    ("en", "Embassy of India, Juba: advisory\n\nAll Indian nationals are requested to register with the Embassy.", ["demand actor=IN"], []),
    ("en", "Nobody knows who fired at the post.", ["question"], []),
    # whom it worries, whatever the voice; a breach is unlawful though no verb says so; a capital's interest is its state's
    ("en", "Denmark is deeply worried about the situation in Goma.", ["assessment grade=very_worrying by=DK"], []),
    ("fr", "La situation au Mali préoccupe la Suède.", ["assessment grade=worrying by=SE"], []),
    ("en", "Israel has moved troops into the Golan in violation of the 1974 agreement, India said.", ["assessment grade=unlawful by=IN"], []),
    ("en", "A stable South Sudan is in New Delhi's interest.", ["interest place=SS by=IN"], []),
    ("nl", "De kans op ontvoeringen in Haïti is groot.", ["risk effect=crime"], []),
    # how it is judged, and what may come of it
    ("en", '"To fire on peacekeepers is unacceptable," the Irish minister said.', ["assessment grade=unacceptable by=IE"], ["attack"]),
    ("en", "The EU underlines the importance of UNSOS.", ["assessment grade=important by=eu"], []),
    ("en", "South Africa said the resolution was not balanced.", ["assessment grade=negative by=ZA"], []),
    ("en", "A famine is very likely in Zamzam by July.", ["risk target=zamzam effect=famine"], []),
    ("en", "Renewed hostilities could drive thousands from their homes.", ["risk effect=displacement"], []),
    ("en", "Kidnapping is a real risk in Haiti.", ["risk target=HT effect=crime"], []),
    ("en", "A stable Iraq is in Denmark's interest.", ["interest place=IQ by=DK"], []),
    ("en", "The safety of the Baltic Sea is a vital interest for Denmark.", ["interest place=baltic-sea by=DK"], []),
    ("en", "There has been no decision to bring the Irish soldiers home.", ["withdraw actor=IE planned not"], []),
    # nobody knows
    ("en", "It remains to be seen whether Kenya will send more police.", ["question"], ["deploy"]),
    ("en", "Whether the bases will stay open is unknown.", ["question"], []),
    # an interest needs no place
    ("en", "Suva has every interest in staying.", ["interest by=FJ"], []),
    ("en", "In the interest of safety, Norway will withdraw its soldiers from Mali.", ["withdraw actor=NO"], ["interest"]),
    # an adjective before what something is called judges; notes with concern: it is so
    ("en", "Captain Dale Arsenault called the drills in Belarus a worrying sign.", ["assessment grade=worrying by=dale-arsenault"], []),
    ("en", "The Danish government regards this as a sensible step.", ["assessment grade=positive by=DK"], []),
    ("en", "The Council called the attack on UNFICYP a breach of the truce.", ["assessment grade=unlawful by=un-security-council"], []),
    ("en", "The EU notes with concern that soldiers stopped a MINUSCA patrol.", ["obstruct mission=minusca"], ["obstruct possible"]),
    ("en", "The situation in eastern Congo remains volatile, MONUSCO said.", ["assessment grade=worrying by=monusco"], []),
    ("en", "The members of the Security Council met. The members called on Mali to help.", ["demand actor=un-security-council target=ML"], []),
    ("en", "Stability in the Sahel is of great importance to Sweden.", ["interest by=SE place=sahel"], ["assessment"]),
    # what may happen is a risk; what somebody is ready to do, an option
    ("en", "Because of the drought, famine could occur in the Bay region.", ["risk effect=famine"], []),
    ("en", "The shortfall in funding could undermine ATMIS.", ["risk target=atmis"], []),
    ("en", "The government worries that jihadists could reach Benin.", ["risk effect=terrorism"], []),
    ("en", "A wider war in Lebanon cannot be excluded.", ["risk effect=escalation"], []),
    ("en", "The Danish government does not rule out joining another mission in the Sahel.", ["option options=join by=DK place=sahel"], ["mission=takuba"]),
    ("en", "MINUSMA ends. Sweden does not rule out joining another mission.", ["option options=join by=SE"], ["option mission=minusma"]),
    ("en", "Denmark is prepared in principle to take part in KFOR.", ["option mission=kfor options=join"], []),
    ("en", "Ministers examine whether the mandate of KFOR should be extended.", [], ["extend"]),
    # who weighs whether to call its people home
    ("en", "Austria, which provides nine observers to UNMOT, is considering whether to call them home.", ["option options=withdraw by=AT mission=unmot"], []),
    ("en", "Denmark may well send its frigate home from ASPIDES.", ["option options=withdraw by=DK"], ["options=join"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_judged(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)

"""How news is told: joint statements, quotations, counts from the fewest to the most, work that stops, decisions named by nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # what comes sooner or later than planned is of no day, and is not planned for that
    ("en", "Ireland withdrew from Syria six months earlier than planned.", ["withdraw actor=IE place=SY actual"], ["at:2021"]),
    ("en", "Ireland withdrew from Syria as agreed.", ["withdraw actor=IE actual"], ["agree"]),
    ("fr", "L'Irlande quittera la Syrie six mois plus tôt que prévu.", ["withdraw actor=IE place=SY planned"], ["at:2021"]),
    ("nl", "Ierland vertrekt een half jaar eerder dan gepland uit Syrië.", ["withdraw actor=IE place=SY"], ["at:2021"]),
    ("nl", "Ierland vertrekt zoals afgesproken uit Syrië.", ["withdraw actor=IE place=SY"], ["agree"]),
    # from the fewest to the most
    ("en", "Uganda has 2,000 to 3,000 soldiers in South Sudan.", ["presence actor=UG place=SS n=about"], ["n=3000"]),
    ("en", "Uganda has 200-300 soldiers in South Sudan.", ["presence actor=UG n=about"], ["n=200"]),
    ("en", "Uganda has raised its force in AMISOM from 2,000 to 3,000 soldiers.", ["n=3000"], ["n=about"]),
    ("fr", "L'Ouganda a deux à trois mille soldats au Mali.", ["presence actor=UG place=ML n=about"], ["n=3000"]),
    ("nl", "Oeganda heeft 2.000 à 3.000 militairen in Zuid-Soedan.", ["presence actor=UG n=about"], ["n=2000"]),
    ("en", "Two or three soldiers were killed in Bria on Monday.", ["attack place=bria killed=about"], []),
    # several hundred are hundreds, a few are few
    ("en", "Several hundred Danish soldiers left Mali.", ["withdraw actor=DK place=ML n=hundreds"], ["n=about"]),
    ("en", "Estonia sent a few soldiers to Mali.", ["deploy actor=EE place=ML n=about"], []),
    ("en", "Denmark keeps a handful of staff officers with Aspides.", ["contribution contributor=DK mission=eunavfor-aspides n=about"], []),
    ("fr", "Plusieurs centaines de soldats danois ont quitté le Mali.", ["withdraw actor=DK place=ML n=hundreds"], []),
    ("fr", "Quelques dizaines de militaires danois restent au Mali.", ["presence actor=DK place=ML n=dozens"], []),
    ("fr", "Le Danemark a une poignée d'officiers d'état-major au sein d'Aspides.", ["contribution contributor=DK mission=eunavfor-aspides n=about"], []),
    ("nl", "Enkele honderden Deense militairen hebben Mali verlaten.", ["withdraw actor=DK place=ML n=hundreds"], ["n=about"]),
    ("nl", "Een paar duizend Deense militairen hebben Mali verlaten.", ["withdraw actor=DK place=ML n=thousands"], ["n=about"]),
    # a day to come is that of what is planned, not of what they have
    ("en", "Norway will bring home the ten officers it has in Larissa in May.", ["withdraw actor=NO n=10 planned at:2022-05", "presence actor=NO place=larissa n=10"], ["presence at:2021-05"]),
    ("fr", "La Norvège va rapatrier les dix officiers qu'elle a encore au Mali avant le 1er juin.", ["withdraw actor=NO n=10 planned before:../2022-06-01"], ["presence before:../2021-06-01"]),
    # who did it before is wanted for it, not going to do it
    ("en", "The army wants to arrest the men who killed two peacekeepers in Goma on 8 January.", ["attack place=goma killed=2 actual at:2022-01-08"], ["attack planned"]),
    ("nl", "Het leger wil de mannen arresteren die op 8 januari in Goma twee blauwhelmen doodden.", ["attack place=goma killed=2 actual at:2022-01-08"], ["attack planned"]),
    ("fr", "L'armée veut arrêter les hommes qui ont tué deux casques bleus à Goma le 8 janvier.", ["attack place=goma killed=2 actual at:2022-01-08"], ["attack planned"]),
    # where who fears it sits is not what is in danger
    ("en", "In Brussels, officials fear a spill-over of terrorism to the coast.", ["risk effect=terrorism"], ["risk target=brussels-be", "risk place=brussels-be"]),
    ("en", "In Mali, officials fear a resurgence of terrorism.", ["risk target=ML effect=terrorism"], []),
    # where talks are held is no party to them
    ("en", "Under Turkish mediation the two made up in Ankara on 11 December.", ["mediate actor=TR place=ankara-tr"], ["target=ankara-tr"]),
    ("en", "Niger accuses Benin of harbouring French bases, which Cotonou and Paris deny.", ["deny actor=BJ+FR"], []),
    ("en", "General Lázaro commands UNIFIL. It was denied access to the village.", ["deny_access target=unifil"], ["target=lazaro"]),
    ("en", "The Dutch soldiers, in Mali since 2014, left on 1 May 2019.", ["withdraw actor=NL place=ML at:2019-05-01"], ["since:2014/.."]),
    # more people than all of a mission are not its
    ("en", "Turkey keeps 35,000 troops in the north of Cyprus. UNFICYP has 800 soldiers.", ["presence actor=TR place=CY n=35000", "strength mission=unficyp n=800"], ["contribution contributor=TR"]),
    ("en", "Ireland keeps 340 soldiers in Lebanon. UNIFIL has 10,000 soldiers.", ["contribution contributor=IE mission=unifil n=340"], []),
    # of whom so many are of a land
    ("en", "UNIFIL has 10,000 peacekeepers, of whom 342 are Irish and 700 French.", ["contribution contributor=IE mission=unifil n=342", "contribution contributor=FR mission=unifil n=700"], []),
    ("nl", "UNFICYP telt 800 militairen, van wie er 250 Brits zijn.", ["contribution contributor=GB mission=unficyp n=250"], []),
    # who was never allowed to go did not
    ("en", "MINUSMA was never allowed to visit the village.", ["deny_access target=minusma", "visit actor=minusma not"], []),
    ("en", "KFOR was nearly doubled in May.", [], ["reinforce not"]),
    # what somebody is believed to be stands in passing: what he did, he did
    ("en", "Gunmen believed to belong to Wagner killed 30 people in Moura.", ["attack place=moura killed=30 actual"], ["attack planned"]),
    ("en", "Men thought to be jihadists attacked a MINUSMA camp in Ber.", ["attack target=minusma place=ber actual"], ["attack planned", "purpose"]),
    ("en", "Troops sent to protect the town withdrew on Monday.", ["withdraw actual at:2022-02-07"], ["withdraw planned"]),
    ("en", "The commander promised to punish soldiers accused of looting.", [], ["accuse actual"]),
    # votes and men under sanctions are no soldiers
    ("fr", "La résolution sur la FINUL a été adoptée par 13 voix et 2 abstentions, celles de la Chine et de la Russie.", [], ["contribution"]),
    ("fr", "L'UE a adopté des sanctions contre deux officiers russes en Géorgie, où est déployée l'EUMM.", ["sanction target=RU"], ["contribution"]),
    ("en", "Ships are to take them all home in June.", [], ["deploy"]),
    # who leads those without soldiers is no force commander
    ("fr", "La MANUI a un nouveau patron. Le diplomate irakien Mohamed Al-Hassan en assurera l'intérim.", [], ["function=force-commander"]),
    # what stands between a helper and its participle parts nothing
    ("en", "The Houthis have for months refused them visas.", ["deny_access actor=houthis"], ["deny_access target=houthis"]),
    ("en", "Mali has since July refused UNIFIL's flights.", ["deny_access actor=ML target=unifil since:2021-07/.."], []),
    # the second of two counts
    ("en", "Ghana has 870 soldiers in UNIFIL and another 600 in UNMISS.", ["contribution contributor=GH mission=unmiss n=600"], []),
    ("fr", "Le Ghana a 870 soldats à la FINUL et 600 autres à la MINUSS.", ["contribution contributor=GH mission=unmiss n=600"], []),
    ("nl", "Ghana heeft 870 militairen bij UNIFIL en nog eens 600 bij UNMISS.", ["contribution contributor=GH mission=unmiss n=600"], []),
    ("en", "Ghana has 870 soldiers in UNIFIL and another 60 in Iraq.", ["presence actor=GH place=IQ n=60"], ["mission=unifil place=IQ"]),
    # who say something together
    ("en", "The defence ministers of Chad and Niger condemned the attack.", ["condemn actor=TD", "condemn actor=NE"], ["place=TD"]),
    ("fr", "Les ambassadeurs d'Espagne et d'Italie ont condamné l'attaque contre la MINUSCA.", ["condemn actor=ES", "condemn actor=IT"],
     ["contribution"]),
    ("fr", "Les ministres de la Défense du Ghana et du Kenya appellent le Soudan à retirer ses troupes. La MINURCAT reste.",
     ["demand actor=GH+KE target=SD"], ["withdraw actor=SD mission=minurcat"]),
    # what was done is condemned, not who spoke of it last
    ("en", "Sudan sent troops to Chad. The AU condemned it.", ["condemn actor=au target=SD"], []),
    ("en", "Chad accused Sudan. Khartoum rejected the accusation. The AU condemned it.", ["condemn actor=au"], ["condemn actor=au target=SD"]),
    # what a mission does from day to day
    ("en", "EUTM Somalia will remain in Mogadishu. Its activities are on hold.", ["suspend mission=eutm-somalia"], []),
    ("en", "UNMISS has stopped its patrols.", ["suspend actor=unmiss mission=unmiss"], []),
    ("en", "The army stopped a patrol of UNMISS.", ["obstruct"], ["suspend"]),
    ("fr", "La MINUSS reste à Bor, mais ses patrouilles sont suspendues.", ["suspend mission=unmiss"], []),
    ("nl", "UNMISS is gestopt met de training van agenten.", ["suspend mission=unmiss"], ["end mission=unmiss"]),
    ("nl", "In Brussel schortte EUTM Somalia zijn activiteiten op.", ["suspend mission=eutm-somalia"], ["target=brussels"]),
    # who announces or decides what a noun tells
    ("en", "Kigali announced the expulsion of the Belgian ambassador.", ["expel actor=RW target=BE"], []),
    ("en", "Rwanda ordered the departure of the Belgian ambassador.", ["expel actor=RW target=BE"], ["withdraw"]),
    ("en", "The Belgian ambassador has left. Rwanda had ordered his expulsion on 25 August.", ["expel actor=RW target=BE"], []),
    ("en", "Finland decided on the withdrawal of its troops from Lebanon.", ["withdraw actor=FI place=LB planned"], []),
    ("nl", "Finland besloot tot terugtrekking van zijn troepen uit Libanon.", ["withdraw actor=FI place=LB planned"], []),
    ("nl", "Finland besluit in mei over de terugtrekking van zijn troepen.", ["decide actor=FI"], ["withdraw"]),
    ("en", "The Security Council is to vote on the mandate of UNMISS in March.", ["decide actor=un-security-council planned"], []),
    ("en", "The Danish parliament debates the deployment next week.", [], ["deploy"]),
    # who says "we" for a government
    ("en", '"We will send 200 soldiers to Kosovo," said Prime Minister Rishi Sunak.', ["deploy actor=GB place=XK n=200"], ["actor=XK"]),
    ("fr", "« Nous retirons nos soldats du Niger », a déclaré le président Emmanuel Macron.", ["withdraw actor=FR place=NE"], []),
    ("en", '"We condemn the attack," said General Patrick Gauchat, the head of mission of UNTSO.', ["condemn"], ["actor=CH"]),
    # whose minister it is
    ("en", "Sweden left. The Malian government regretted it. Its foreign minister, Jan Jansen, said so.", ["post state=ML"], ["state=SE"]),
    # a government that decides on a state's part is that state's
    ("en", "The Government has decided to extend the Irish contribution to UNIFIL.", ["extend actor=IE mission=unifil"], ["actor=LB"]),
    ("en", "The government halved the Irish contribution to UNIFIL.", ["reduce actor=IE mission=unifil"], ["actor=LB"]),
    ("fr", "Le gouvernement a suspendu la participation irlandaise à la FINUL.", ["suspend actor=IE mission=unifil"], ["actor=LB"]),
    ("en", "The government in Beirut rejected the Irish contribution to UNIFIL.", [], ["reject actor=IE"]),
    # a mission named in passing does not take over "the mission" of the next paragraph
    ("en", "UNMISS was attacked. UNMISS hit back. Kenya, which has 100 soldiers in UNMISS and 40 in UNIFIL, protested.\n\nThe mission has stopped its patrols.",
     ["suspend mission=unmiss"], ["suspend mission=unifil"]),
    # who leads a force does not make it up
    ("en", "The German-led battlegroup in Lithuania numbers 1,600 troops.", ["strength mission=efp-lithuania n=1600"], ["contribution"]),
    ("nl", "Nederland levert vijf stafofficieren aan de anti-ISIS-coalitie.", ["contribution contributor=NL mission=inherent-resolve n=5"], []),
    ("nl", "Nederland heeft 270 militairen in Litouwen en wil dat aantal verhogen tot 500.", [], ["demand"]),
    ("en", "Foreign minister Jan Jansen told the Bundestag that Mali had not answered.", ["post state=DE"], ["post state=ML"]),
    # the only mission of an organisation in the land
    ("en", "Three soldiers of the UN mission were killed in Bangui.", ["attack mission=minusca killed=3"], []),
    ("en", "The EU advises its citizens against all travel to Niger.", [], ["visit"]),
    ("fr", "Le départ des troupes se fera de manière ordonnée.", [], ["demand"]),
    # a press briefing presses nobody
    ("en", "Noon press briefing for the Secretary-General", [], ["demand"]),
    ("en", "Washington is pressing Mali to let the mission fly.", ["demand actor=US target=ML"], []),
    # one body of a state accuses another
    ("en", "Chad has received Russian instructors since 2023. The opposition accuses the government of selling out the country.", ["accuse actor=TD target=TD"], ["accuse actor=RU"]),
    ("en", "Mali's opposition accused the junta of delaying the elections.", ["accuse actor=ML target=ML"], ["postpone"]),
    # who speaks or travels for somebody is not he
    ("en", "General Tiani's spokesman, Amadou Abdramane, accused France of theft.", ["post person=amadou-abdramane function=spokesperson"], ["person=tiani"]),
    ("en", "The Secretary-General's Personal Envoy, Ramtane Lamamra, visited Port Sudan.", ["visit actor=ramtane-lamamra place=port-sudan"], ["actor=un-secretary-general+ramtane-lamamra"]),
    # a colonel may command no more than a unit
    ("en", "The Mongolians hold Bentiu for UNMISS; their commander, Colonel Ganbold, does not mind.", ["post person=ganbold state=MN"], ["post mission=unmiss"]),
    ("en", "UNIFIL protested. Its commander, General Aroldo Lázaro, called it unacceptable.", ["post mission=unifil person=aroldo-lazaro function=force-commander"], []),
    # whose troops: after a helper and its participle, the word for "to be" is a possessive
    ("nl", "De Verenigde Staten hebben Rwanda opgeroepen zijn troepen terug te trekken.", ["demand actor=US target=RW"], ["withdraw actor=US"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_news_is_read_as_it_is_told(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

"""Items of agencies, of our own: what stands beside the main verb, whom somebody asks, and whose prime minister it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a past form with who did it right behind it is a participle: the verb before it tells what happened
    ("en", "An Israeli tank fired on an observation tower manned by Indonesian soldiers, wounding two of them.", ["attack actor=IL target=ID injured=2"], ["attack target=IL", "attack actor=ID", "presence actor=IL"]),
    ("en", "The Malian army attacked a convoy guarded by Russian mercenaries on Friday.", ["attack actor=ML"], ["attack target=ML"]),
    ("en", "A Ghanaian patrol fired on a boat steered by smugglers near Tyre.", ["attack actor=GH"], ["attack target=GH"]),
    ("en", "A French soldier wounded near Gao in May stood by his decision.", ["attack target=FR place=gao"], []),
    ("en", "The soldiers deployed by Rwanda were attacked by IS.", ["deploy actor=RW", "attack target=RW"], []),
    # what is done at once behind such a participle is done by the subject
    ("en", "Rebels fired rockets at a convoy of soldiers returning to Goma, killing two Malawian peacekeepers.", ["attack target=MW killed=2"], ["deploy", "attack actor=soldiers"]),
    ("en", "Denmark will leave a base built by Norway, withdrawing 40 soldiers.", ["withdraw actor=DK n=40 planned"], ["withdraw actor=NO", "withdraw n=40 actual"]),
    ("fr", "Des hommes armés ont attaqué un convoi escorté par des soldats togolais, tuant trois d'entre eux.", ["attack target=TG killed=3"], ["attack actor=TG"]),
    ("fr", "Un char israélien a tiré sur une tour tenue par des soldats indonésiens, blessant deux d'entre eux.", ["attack actor=IL target=ID injured=2"], ["attack target=IL", "attack actor=ID"]),
    # other countries are none that was spoken of; whoever is asked, it is not where they are to go
    ("fr", "En Haïti, Washington a exhorté d'autres pays à prendre le relais.", ["demand actor=US"], ["demand target=HT"]),
    ("fr", "À la demande d'autres pays, le Conseil a prolongé le mandat de la MINUSMA.", ["extend mission=minusma"], ["instigator=ML"]),
    ("nl", "Washington riep andere landen op troepen naar Haïti te sturen.", ["demand actor=US"], ["demand target=HT"]),
    ("nl", "Frankrijk drong er bij Mali op aan de missie in Gao te helpen.", ["demand actor=FR target=ML"], []),
    ("en", "In Haiti, Kenya has asked for help. The other country it wrote to refused.", [], ["reject actor=HT"]),
    # a particle behind a clause inside belongs to the verb before that clause, and may go on
    ("nl", "Het kabinet trekt de vijftien militairen die in Irak bij de NAVO-missie dienen eerder terug dan gepland.", ["withdraw actor=NL mission=nato-mission-iraq n=15"], []),
    ("nl", "Zweden trekt de instructeurs die in Gao zitten terug uit EUTM Mali.", ["withdraw actor=SE mission=eutm-mali"], []),
    ("nl", "Duitsland stelt de verlenging die het had beloofd uit tot mei.", ["postpone actor=DE"], []),
    ("nl", "Nederland steunt de missie die in Mali opleidt met veertig militairen.", ["support actor=NL"], ["withdraw"]),
    # a prime minister who spoke for an organisation at another time is his state's; called by that other post he is not
    ("nl", "Het kabinet schrijft aan de Tweede Kamer dat Nederland blijft. Polen blijft ook, zei premier Tusk.", ["post person=tusk state=PL"], ["post person=tusk state=NL"]),
    ("fr", "Le Premier ministre Charles Michel a annoncé le départ des soldats.", ["post person=charles-michel state=BE"], []),
    ("en", "NATO Secretary General Jens Stoltenberg condemned the attack.", ["post person=jens-stoltenberg organisation=nato"], ["state=NO"]),
    # all who follow do what was told before; a list of states beside a mission gives only where its verb fills something
    ("en", "South Africa has flown its contingent home from MONUSCO. Uruguay and India intend to follow before March.", ["withdraw actor=UY mission=monusco planned", "withdraw actor=IN mission=monusco planned"], ["contribution"]),
    ("nl", "Noorwegen heeft KFOR verlaten. Zweden en Denemarken willen in mei volgen.", ["withdraw actor=SE planned", "withdraw actor=DK planned"], ["contribution"]),
    ("en", "Sweden has left MINUSMA. Benin and Germany will follow the talks.", [], ["contribution", "withdraw actor=DE"]),
    ("en", "KFOR has 4,000 soldiers in Kosovo. Italy, Turkey and Hungary held elections this year.", [], ["contribution"]),
    ("en", "KFOR has 900 Americans. Greece and Italy complete the list.", ["contribution contributor=GR mission=kfor", "contribution contributor=IT mission=kfor"], []),
    # what a permission that is refused would have been for is not done
    ("en", "Mali denied German planes permission to land in Gao.", ["deny_access actor=ML target=DE"], ["deploy"]),
    ("en", "Sudan gave the Chadian aircraft permission to land in El Geneina.", ["deploy actor=TD planned"], []),
    # what a gerund tells behind what somebody was asked to do, who asks does
    ("en", "Kenya ordered the last Danish trainers to leave, accusing Copenhagen of breaking its word.", ["accuse actor=KE target=DK", "expel target=DK"], ["accuse actor=DK"]),
    ("fr", "Le Mali a demandé à la MINUSMA de partir, accusant la France d'espionnage.", ["accuse actor=ML target=FR"], ["accuse actor=minusma"]),
    ("en", "France agreed to leave Niger, withdrawing 1,500 soldiers by December.", ["withdraw actor=FR n=1500 planned"], []),
    # so many of whom are whose
    ("en", "KFOR has 4,900 troops, 12 of whom are Dutch.", ["strength mission=kfor n=4900", "contribution contributor=NL mission=kfor n=12"], []),
    ("en", "UNIFIL has 10,000 peacekeepers, some 1,200 of whom come from Indonesia and 1,000 from Italy.", ["contribution contributor=ID n=1200", "contribution contributor=IT n=1000"], []),
    ("en", "Germany sent 900 soldiers, 200 of whom left in May.", ["withdraw actor=DE n=200"], []),
    ("en", "The blast killed ten soldiers, three of whom died in hospital.", ["attack killed=10"], ["killed=3"]),
    ("en", "The mission in Kosovo, KFOR, has 500 men, of whom 300 are Italian.", ["contribution contributor=IT mission=kfor n=300"], []),
    # from when to when something was so, it is no longer
    ("en", "Italy led EUTM Somalia from 2014 to 2018.", ["leadership leader=IT mission=eutm-somalia at:2014/2018"], ["since:2014/.."]),
    ("en", "Denmark had 200 soldiers in KFOR from 1999 to 2010.", ["contribution contributor=DK mission=kfor n=200 at:1999/2010"], ["since:1999/.."]),
    ("nl", "Denemarken had van 1999 tot 2010 200 militairen in KFOR.", ["contribution contributor=DK mission=kfor n=200 at:1999/2010"], []),
    ("nl", "Italiaanse troepen zaten van mei 2014 tot en met juni 2018 in Gao.", ["presence actor=IT place=gao at:2014-05/2018-06"], []),
    ("fr", "Des soldats italiens étaient à Gao de mai à juillet 2014.", ["presence actor=IT place=gao at:2014-05/2014-07"], []),
    ("fr", "Le général espagnol Aroldo Lázaro a commandé la Finul du 28 février 2022 au 24 juin 2025.", ["post person=aroldo-lazaro mission=unifil at:2022-02-28/2025-06-24"], []),
    ("en", "UNTAC ran from February 1992 to September 1993.", ["period mission=untac since:1992-02/..", "period mission=untac until:../1993-09"], []),
    ("fr", "Les soldats italiens sont passés de Gao à Kidal en 2014.", [], ["at:2014/2014"]),
    # whose spokesperson somebody is; who lands at home has left; a war of words; who insists that it will be so
    ("en", "Burundi has begun withdrawing its troops from Somalia. A first group of 280 soldiers landed in Bujumbura.", ["withdraw actor=BI"], ["deploy"]),
    ("en", "Burundi leaves AUSSOM. All went as planned, army spokesman Gaspard Baratuza said.", ["post person=gaspard-baratuza function=spokesperson"], ["post mission=aussom"]),
    ("en", "UNIFIL is leaving. UN spokesman Stéphane Dujarric said so.", ["post person=stephane-dujarric organisation=un"], ["post mission=unifil"]),
    ("nl", "UNIFIL vertrekt. Woordvoerder Andrea Tenenti zei dat.", ["post person=andrea-tenenti mission=unifil"], []),
    ("en", "Ethiopia fought a war of words with Cairo over the deployment.", [], ["clash"]),
    ("nl", "Kosovo vecht een woordenoorlog uit met Servië.", [], ["clash"]),
    ("en", "Ethiopian soldiers fought with Egyptian troops.", ["clash actor=ET target=EG"], []),
    ("en", "Mogadishu insists that the rest will arrive by January.", [], ["demand"]),
    ("en", "Mogadishu insists that UN troops leave by January.", ["demand actor=SO target=un"], []),
    ("fr", "La Finul a achevé dimanche le transfert de ses positions à l'armée libanaise.", [], ["period"]),
    ("fr", "La MINUSMA a achevé ses opérations le 31 décembre 2023.", ["period mission=minusma until:2023-12-31"], []),
    # by his last name alone a minister is whose minister the report speaks of
    ("nl", "BRUSSEL (ANP) - België stuurt militairen naar Benin. Minister Francken (Defensie) gaat erheen.", ["post person=francken state=BE"], ["post person=francken state=NL"]),
    # who has a base did not strike it; an army that seizes power is that of the land; who recalls something is not recalled
    ("en", "The Council condemned the attack on a base held by the UN near Gao.", ["condemn actor=un-security-council"], ["attack actor=un", "condemn target=un"]),
    ("fr", "Une attaque contre un camp gardé par des soldats rwandais a fait trois morts.", ["attack killed=3"], ["attack actor=RW"]),
    ("en", "The attack on the base carried out by JNIM killed three people.", ["attack actor=jnim killed=3"], []),
    ("en", "Paris says the army has seized power in Bamako.", ["coup actor=ML place=bamako"], ["coup actor=FR"]),
    ("nl", "Parijs zegt dat het leger in Bamako de macht heeft gegrepen.", ["coup actor=ML place=bamako"], ["coup actor=FR"]),
    ("en", "US forces overthrew President Maduro in Caracas.", ["coup actor=US"], []),
    ("en", "MINUSMA soldiers recalled that the road was closed.", [], ["withdraw"]),
    ("en", "Danish soldiers recalled from Mali", ["withdraw actor=DK place=ML"], []),
    ("en", "The minister met his Belgian and Greek counterparts in Athens.", ["consult target=BE", "consult target=GR"], ["consult actor=GR"]),
    # a Dutch verb agrees with its subject, wherever that stands
    ("nl", "Het konvooi van MINUSMA vielen rebellen in mei aan.", ["attack actor=? mission=minusma"], ["attack target=?"]),
    ("nl", "Zijn troepen heeft Frankrijk in mei uit Mali teruggetrokken.", ["withdraw actor=FR place=ML"], []),
    ("nl", "Het leger van Mali viel rebellen aan.", ["attack actor=ML"], ["attack target=ML"]),
    # "its secretary-general" is that of who was just told of; armed forces arm nobody; four more of anything are no soldiers
    ("fr", "Le Hezbollah a confirmé la mort de son secrétaire général, tué la veille par une frappe.", ["attack target=hezbollah"], ["target=un-secretary-general"]),
    ("en", "The UN said its Secretary-General had condemned the attack.", ["condemn actor=un-secretary-general"], []),
    ("en", "The French armed forces are no longer present in Niger with about 1,500 soldiers.", ["presence actor=FR place=NE not"], ["support"]),
    ("en", "Ireland takes part in UNIFIL with 350 soldiers. And four more that the full list names.", ["contribution contributor=IE n=350"], ["n=4"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_items(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """A report says what is listed, and not what a hasty reader would make of it."""
    says(read, language, text, expected, forbidden)

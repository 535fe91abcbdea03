"""What features, interviews, chronologies and fact sheets tell: why missions were made, who held which office, states by former names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # why a mission was made or came is what it is for, in whatever words
    ("en", "UNMIK, created in 1999 to run Kosovo, has 300 staff.", ["purpose mission=unmik", "period mission=unmik since:1999/.."], []),
    ("en", "UNMISS was set up in 2011 to help the new state find its feet.", ["purpose mission=unmiss"], []),
    ("en", "UNFICYP came to the island in 1964 to stop the two communities from killing each other.", ["purpose mission=unficyp"], []),
    ("en", "INTERFET went ashore at Dili to bring peace back to the territory.", ["purpose mission=interfet"], ["withdraw"]),
    ("en", "The MFO, which since 1982 has checked that Egypt and Israel abide by their treaty, has 1,150 troops.", ["purpose mission=mfo"], []),
    ("en", "Two UNIFIL patrols were sent to look for the missing men.", [], ["purpose"]),
    ("en", "KFOR was sent 700 more soldiers to calm the north.", [], ["purpose"]),
    ("en", "UNIFIL went to court to protect its name.", [], ["purpose"]),
    ("en", "UNIFIL was asked to look for the missing men.", [], ["purpose"]),
    ("fr", "La MINUSS a été créée en 2011 pour aider le nouvel État à se construire.", ["purpose mission=unmiss"], []),
    ("nl", "UNMIK werd in 1999 opgericht om Kosovo te besturen.", ["purpose mission=unmik"], []),
    ("nl", "UNFICYP kwam in 1964 naar het eiland om de twee gemeenschappen uit elkaar te houden.", ["purpose mission=unficyp"], []),
    # who is called Secretary-General with his name is the office too
    ("en", "Secretary-General Ban Ki-moon condemned the attack.", ["condemn actor=ban-ki-moon+un-secretary-general"], []),
    ("en", "NATO Secretary General Jens Stoltenberg urged Serbia to hold back.", ["demand actor=jens-stoltenberg+nato-secretary-general target=RS"], []),
    ("fr", "Le secrétaire général Ban Ki-moon a condamné l'attaque.", ["condemn actor=ban-ki-moon+un-secretary-general"], []),
    ("nl", "De secretaris-generaal, Kofi Annan, riep beide partijen op tot terughoudendheid.", ["demand actor=kofi-annan+un-secretary-general"], []),
    # states by the names they had, and lands that are none any more
    ("en", "Yugoslavia provides 114 soldiers to UNYOM, and Canada about 50 airmen.", ["contribution contributor=RS mission=unyom n=114"], []),
    ("en", "The Soviet Union vetoed the resolution.", ["reject actor=RU"], []),
    ("en", "The Security Council extended UNPROFOR, its mission in the former Yugoslavia.", ["extend mission=unprofor"], ["place=RS"]),
    ("en", "No Central American government helps another's rebels, ONUCA said.", [], ["actor=US"]),
    ("nl", "De Sovjet-Unie sprak een veto uit tegen de resolutie.", ["reject actor=RU"], []),
    ("fr", "Le Zaïre a retiré ses soldats du Rwanda en mai 1991.", ["withdraw actor=CD place=RW"], []),
    # whose number it is, where the noun goes unsaid
    ("en", "The force\nAMISOM is 20,000 strong. Burundi's 3,700 are in Middle Shabelle, Ethiopia's 4,500 in Baidoa and Gedo.", ["contribution contributor=BI mission=amisom n=3700", "contribution contributor=ET mission=amisom place=baidoa n=4500"], []),
    ("en", "The force\nAMISOM is 20,000 strong. Those of Kenya (3,600) are in Jubaland.", ["contribution contributor=KE mission=amisom n=3600"], []),
    ("en", "The force\nAMISOM is 20,000 strong. Kenya has 400 aircraft, and Uganda's 30 are older.", [], ["contribution n=30"]),
    ("en", "The force\nAMISOM is 20,000 strong. Somalia's 11,000 are worse paid.", [], ["contribution contributor=SO"]),
    ("nl", "De macht\nAMISOM telt 20.000 militairen. De 3.700 van Burundi zitten in Midden-Shabelle, de 4.500 van Ethiopië in Baidoa.", ["contribution contributor=BI mission=amisom n=3700", "contribution contributor=ET n=4500"], []),
    ("fr", "La force\nL'AMISOM compte 20 000 soldats. Les 3 700 du Burundi sont en Moyenne-Shabelle, les 4 500 de l'Éthiopie à Baïdoa.", ["contribution contributor=BI mission=amisom n=3700", "contribution contributor=ET n=4500"], []),
    # who has so many takes so many home
    ("en", "The force\nSFOR is 10,000 strong. Canada, with 1,600 soldiers in Bosnia, will withdraw 400 in October.", ["withdraw actor=CA mission=sfor n=400"], ["withdraw n=1600"]),
    ("en", "The force\nSFOR is 10,000 strong. Canada, with 1,600 soldiers around Zgon, will bring home about 400 of them.", ["withdraw actor=CA n=400"], ["withdraw n=1600"]),
    ("en", "The force\nSFOR is 10,000 strong. Canada will pull out 400 in October.", ["withdraw actor=CA mission=sfor n=400 planned"], []),
    # the last of them
    ("en", "A farewell\nMINUSMA is closing. The last of the Danes flew out on Tuesday.", ["withdraw actor=DK mission=minusma"], []),
    ("en", "A farewell\nMINUSMA is closing. The first 600 of the Pakistanis leave on Thursday.", ["withdraw actor=PK mission=minusma n=600"], []),
    ("en", "A farewell\nMINUSMA is closing. The rest of the Germans leave in May.", ["withdraw actor=DE mission=minusma planned"], []),
    ("en", "A farewell\nMINUSMA is closing. The last of the refugees left on Tuesday.", [], ["withdraw"]),
    ("fr", "Un adieu\nLa MINUSMA ferme. Les derniers des Danois sont partis mardi.", ["withdraw actor=DK mission=minusma"], []),
    ("nl", "Een afscheid\nMINUSMA sluit. De laatsten van de Denen vertrokken dinsdag.", ["withdraw actor=DK mission=minusma"], []),
    # who goes home is not always a soldier, nor for good
    ("en", "A farewell\nMINUSMA is closing. Senegal's 1,200 soldiers will be home by January.", ["withdraw actor=SN mission=minusma n=1200 planned"], []),
    ("en", "A visit\nMINUSMA is in Mali. The German minister went home after two days.", [], ["withdraw"]),
    ("en", "A visit\nMINUSMA is in Mali. The German minister brought his soldiers home.", ["withdraw actor=DE mission=minusma"], []),
    ("en", "A visit\nMINUSMA is in Mali. The Danish soldiers go home on leave every three months.", [], ["withdraw"]),
    ("fr", "Une visite\nLa MINUSMA est au Mali. Le ministre allemand est rentré chez lui après deux jours.", [], ["withdraw"]),
    ("nl", "Een bezoek\nMINUSMA is in Mali. De Deense militairen gaan om de drie maanden met verlof naar huis.", [], ["withdraw"]),
    # who leads a mission, in words that lead nothing else
    ("en", "The force\nKFOR has 4,000 men. It answers to a Turk, General Ozkan Ulutas.", ["post mission=kfor person=ozkan-ulutas function=force-commander"], []),
    ("en", "The force\nKFOR, with General Ozkan Ulutas at its head, has 4,000 men.", ["post mission=kfor person=ozkan-ulutas function=force-commander"], []),
    ("en", "The force\nKFOR has 4,000 men. General Ozkan Ulutas is in charge.", ["post mission=kfor person=ozkan-ulutas"], []),
    ("en", "The force\nKFOR has 4,000 men. It has a Turkish chief, General Ozkan Ulutas.", ["post mission=kfor person=ozkan-ulutas"], []),
    ("en", "The force\nUNSMIL has 200 staff. The port is in the hands of General Khalifa Haftar.", [], ["post mission=unsmil"]),
    ("en", "The force\nUNSMIL has 200 staff. In Benghazi General Khalifa Haftar is in charge.", [], ["post mission=unsmil"]),
    ("en", "The force\nUNSMIL has 200 staff. The police chief, Colonel Omar Saleh, is in charge of the inquiry.", [], ["post mission=unsmil"]),
    # who led it before
    ("en", "The force\nUNMIL has 9,000 men. General Joseph Olorungbon took over from General Daniel Opande on 1 March.", ["post mission=unmil person=joseph-olorungbon", "post mission=unmil person=daniel-opande until:2021-03-01"], []),
    ("en", "The force\nUNMHA has 28 observers. General Abhijit Guha will succeed General Michael Lollesgaard as head of the mission on 1 October.", ["post mission=unmha person=michael-lollesgaard function=head-of-mission until:2022-10-01"], []),
    ("en", "The force\nGeneral Cornelis Matthijssen commands MINUSMA. President Assimi Goïta replaced General Ibrahima Dembélé.", [], ["post mission=minusma person=ibrahima-dembele"]),
    ("nl", "De macht\nUNIFIL telt 10.000 militairen. Generaal Aroldo Lázaro nam maandag het bevel over van generaal Stefano Del Col.", ["post mission=unifil person=stefano-del-col"], []),
    ("fr", "La force\nLa FINUL compte 10.000 soldats. Le général Aroldo Lázaro a succédé lundi au général Stefano Del Col à la tête de la force.", ["post mission=unifil person=stefano-del-col"], []),
    # so many now, so many then
    ("en", "The force\nNATO means to cut KFOR from 38,000 to 33,000 men.", ["strength mission=kfor n=38000 actual", "strength mission=kfor n=33000 planned"], ["strength n=33000 actual"]),
    ("en", "The force\nFrance raised Operation Barkhane from 4,500 to 5,100 in February.", ["strength mission=barkhane n=5100"], ["strength n=4500"]),
    ("en", "The force\nNATO cut the KFOR budget from 38,000 to 33,000 euros.", [], ["strength"]),
    ("en", "The force\nEUMM Georgia stays. That leaves the European Union's 240 unarmed monitors.", ["strength mission=eumm-georgia n=240"], []),
    ("en", "The force\nMISCA will be left with about 5,000 troops.", ["strength mission=misca n=5000"], []),
    ("fr", "La force\nL'OTAN veut ramener la KFOR de 38.000 à 33.000 hommes.", ["strength mission=kfor n=38000", "strength mission=kfor n=33000 planned"], ["reduce actual"]),
    ("nl", "De macht\nDe NAVO wil KFOR terugbrengen van 38.000 naar 33.000 militairen.", ["strength mission=kfor n=38000", "strength mission=kfor n=33000 planned"], []),
    # what somebody wants is not done
    ("fr", "La France veut retirer ses soldats du Mali.", ["withdraw actor=FR place=ML planned"], []),
    ("fr", "Paris veut une prolongation de la MINUSMA.", ["demand actor=FR actual"], []),
    # a mission by a part of its full name, with capitals
    ("en", "The force\nUNTAES numbers 5,000. The Administration began in 1996.", ["period mission=untaes since:1996/.."], []),
    ("en", "The force\nUNTAC numbers 22,000. The Authority was attacked in May.", ["attack target=untac"], []),
    ("en", "The force\nEUFOR Althea has 400 staff. The Union was attacked in June.", [], ["attack target=eufor-althea"]),
    ("fr", "La MONUSCO reste à Goma. Le Congo a été attaqué.", [], ["attack target=monusco"]),
    ("en", "The force\nMONUSCO has 14,000 soldiers. The Organization was asked to leave.", [], ["demand target=monusco"]),
    ("fr", "La force\nL'APRONUC compte 22.000 hommes. L'Autorité a été attaquée en mai.", ["attack target=untac"], []),
    # since when those are there who were just counted; the last of all
    ("en", "The force\nUNOMIG had 129 observers. They have been in Georgia since August 1993.", ["period mission=unomig since:1993-08/.."], []),
    ("en", "The force\nOperation Alba has 7,000 men. The last soldiers left on 12 August.", ["withdraw mission=alba"], []),
    ("nl", "De macht\nOperatie Alba telt 7.000 man. De laatste militairen vertrekken op 12 januari.", ["withdraw mission=alba"], []),
    ("en", "UNHCR counts 4,000 refugees near the UNIFIL base.", [], ["contribution"]),
    # so many of its soldiers
    ("en", "The island\nTurkey ended its offensive. Some 40,000 of its soldiers are now on Cyprus.", ["presence actor=TR place=CY n=40000"], []),
    ("fr", "L'île\nAnkara a mis fin à son offensive. Quelque 40.000 de ses soldats se trouvent à Chypre.", ["presence actor=TR place=CY n=40000"], []),
    ("nl", "Het eiland\nAnkara beëindigde zijn offensief. Zo'n 40.000 van zijn militairen zijn nu op Cyprus.", ["presence actor=TR place=CY n=40000"], []),
    ("en", "The force\nUNIFIL has 10,000 men. Some 400 of its soldiers are in Naqoura.", [], ["strength n=400"]),
    # what a mission is for is no coup, no reduction and no pause of its own; who praises a head heads nothing
    ("en", "The force\nAMISOM is to reduce the threat of Al-Shabaab and to help the Somali army take over by the end of 2021.", [], ["reduce", "coup"]),
    ("en", "The army took over in Niger in July.", ["coup actor=NE"], []),
    ("en", "The force\nMINUSCA stays. Its head, Babacar Gaye, was praised by Ban Ki-moon.", ["post mission=minusca person=babacar-gaye"], ["post person=ban-ki-moon function=head-of-mission"]),
    ("en", "Chad sends 400 men to halt the rebels at Damara.", ["deploy actor=TD n=400"], ["suspend"]),
    # to their own capital nobody sends them abroad
    ("en", "The force\nUNIFIL has 10,000 men. Portugal's aircraft flew back to Lisbon in July.", ["withdraw actor=PT"], ["deploy"]),
    ("en", "The force\nUNIFIL has 10,000 men. Danish soldiers flew to Beirut in July.", ["deploy actor=DK"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[text for _, text, _, _ in CASES])
def test_a_feature_tells(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)


def test_a_name_that_missions_share_is_not_that_of_one_to_come(read: Read) -> None:
    _, statements = read(
        "ECOMOG is 9,000 strong today. Without a settlement this war may yet swallow Sierra Leone.",
        published=date(1992, 11, 8), language="en",
    )  # fmt: skip
    assert {r.id for s in statements for r in s.roles.get("mission", ())} == {"mission:ecomog-liberia"}

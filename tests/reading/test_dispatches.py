"""Dispatches and papers that leave much unsaid: a force told by its town, what "here" is, what is due, whose a joined verb is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a force that nobody names is the one in the land that the report speaks of, or was written in
    ("en", "BEIRUT, 3 May 2008 (AFP) - Two soldiers of the UN peacekeeping force were wounded on Saturday. Italy has 2,400 soldiers in the force.", ["attack mission=unifil", "contribution contributor=IT mission=unifil n=2400"], []),
    ("en", "NICOSIA, May 3 - Finland sent 300 soldiers to Cyprus. Brigadier Paul Ward, who commands the UN force, met them.", ["post person=paul-ward mission=unficyp"], []),
    ("nl", "BEIROET, 3 mei 2008 (ANP) - Twee militairen van de VN-vredesmacht zijn gewond geraakt. Italië heeft 2400 militairen bij de vredesmacht.", ["contribution contributor=IT mission=unifil n=2400"], []),
    ("fr", "BEYROUTH, 3 mai 2008 (AFP) - Deux soldats de la force de l'ONU ont été blessés. L'Italie compte 2 400 soldats au sein de la force.", ["contribution contributor=IT mission=unifil n=2400"], []),
    ("en", "GENEVA, May 3 (AFP) - The UN force was praised.", [], ["mission=unifil", "mission=unficyp"]),
    # "here" is where news is written
    ("en", "NICOSIA, May 3 - The first 120 soldiers from Finland arrived here on Sunday.", ["deploy actor=FI n=120 place=nicosia-cy"], []),
    # who is due somewhere is not there yet
    ("en", "A further 300 Kenyan soldiers are due in Haiti next month.", ["reinforce actor=KE place=HT n=300 planned"], ["presence"]),
    ("en", "The last Danish soldiers are due home in May.", ["withdraw actor=DK planned"], ["presence"]),
    ("en", "All French troops had gone from Niger by December.", ["withdraw actor=FR place=NE"], []),
    ("en", "Aid is due in Goma next week.", [], ["deploy", "presence"]),
    ("en", "The first Rwandan soldiers reached Gao on Tuesday.", ["deploy actor=RW place=gao"], []),
    ("en", "The two sides reached a deal in Goma.", [], ["deploy"]),
    # numbers of several words, one of them joined by a hyphen
    ("en", "Two hundred and twenty-two Indian soldiers serve with UNMISS.", ["contribution contributor=IN n=222"], []),
    ("en", "In 2000 thirty-five Kenyan soldiers of UNMISS were killed.", ["attack target=KE killed=35"], []),
    ("fr", "Deux cent quatre-vingt-douze soldats indiens servent au sein de la MINUL.", ["contribution contributor=IN n=292"], []),
    # some of a people
    ("en", "Thirty of the Fijians were taken hostage by al-Nusra.", ["detain actor=al-nusra target=FJ n=30"], []),
    ("fr", "Deux des Fidjiens ont été tués.", ["attack target=FJ killed=2"], []),
    ("nl", "Tien van de Denen werden gegijzeld.", ["detain target=DK n=10"], []),
    # those who are hurt are not sent anywhere
    ("en", "Another soldier was flown to Camp Bastion with wounds to his arm.", [], ["reinforce", "deploy"]),
    ("en", "An injured Irish soldier was flown home.", [], ["withdraw"]),
    ("nl", "Twee gewonde militairen zijn naar Nairobi gevlogen.", [], ["deploy"]),
    ("fr", "Deux soldats blessés ont été transportés à Dakar.", [], ["deploy"]),
    ("en", "Two hundred Irish soldiers were flown to Beirut on Friday.", ["deploy actor=IE n=200"], []),
    # who holds a command is no captor
    ("en", "Command of UNDOF is held by Major-General Hannes Philipp of Austria.", ["post person=hannes-philipp mission=undof"], ["detain"]),
    # who is thanked for what they do does it
    ("en", "The Council commends Benin and Togo for the soldiers which they provide to MINUSCA.", ["contribution contributor=BJ mission=minusca", "contribution contributor=TG mission=minusca"], []),
    ("en", "He thanked the Government of Ireland for its contribution to UNIFIL.", ["contribution contributor=IE mission=unifil"], []),
    ("en", "The Council thanked Japan for its contribution to the trust fund.", [], ["contribution"]),
    ("fr", "Le Conseil remercie le Tchad pour les troupes qu'il fournit à la MINUSMA.", ["contribution contributor=TD mission=minusma"], []),
    ("nl", "De Raad bedankt Benin en Togo voor hun bijdrage aan MINUSMA.", ["contribution contributor=TG mission=minusma"], []),
    # a verb joined to a relative clause is the main clause's where its form says so
    ("en", "The Council commends Chad and Niger for the troops which they provide, and urges Mali to do more.", ["demand target=ML"], ["demand actor=TD"]),
    ("en", "Poland thanks the soldiers who guard the border and sends 200 more to Latvia.", ["reinforce actor=PL place=LV n=200"], []),
    ("en", "The minister praised the soldiers who serve in Mali and asked Paris to extend the mission.", ["demand target=FR"], ["demand actor=ML"]),
    ("fr", "Le ministre remercie les soldats qui servent au Mali et demande à Paris de prolonger la mission.", ["demand target=FR"], ["demand actor=ML"]),
    ("en", "The convoy belonged to UNOSOM II, which was set up in May 1993 and has 18,760 troops.", ["strength mission=unosom-2 n=18760"], []),
    # a count behind a comma is that of the people or the unit before it
    ("en", "The Jordanians, 750 men in all, had been asking MINUSTAH for help for weeks.", ["contribution contributor=JO mission=minustah n=750"], []),
    ("en", "India has the largest contingent of UNMISS, 2,300 strong.", ["contribution contributor=IN mission=unmiss n=2300"], ["strength"]),
    ("en", "UNIFIL has an Irish battalion, 340 strong.", ["contribution contributor=IE mission=unifil n=340"], ["strength"]),
    ("en", "UNMISS, 12,000 strong, patrols the roads.", ["strength mission=unmiss n=12000"], []),
    # what is only announced or promised is not given yet
    ("en", "EUTM Mali has 600 soldiers. Six countries have announced contributions, among them Austria and Spain.", ["contribution contributor=AT mission=eutm-mali planned"], ["contribution contributor=ES actual"]),
    ("en", "Soldiers of ten states serve with UNIFIL, among them Finns and Swedes.", ["contribution contributor=FI mission=unifil actual"], []),
    # its task, and "it" that is prolonged or lands, is the mission, not who runs it
    ("en", "NATO has led KFOR since 1999. Its task is to keep the peace. In 2010 the Council extended it by a year.", ["purpose mission=kfor", "extend mission=kfor"], []),
    ("fr", "L'OTAN dirige la KFOR depuis 1999. Sa mission est de maintenir la paix au Kosovo.", ["purpose mission=kfor"], []),
    ("nl", "De EU begon in 2008 met operatie Atalanta. De taak ervan is piraterij bestrijden.", ["purpose mission=eunavfor-atalanta"], []),
    ("en", "In 1990 ECOMOG went ashore in Liberia with 3,000 men from Nigeria, Ghana and Guinea.", ["contribution contributor=GH mission=ecomog-liberia", "deploy mission=ecomog-liberia n=3000"], ["deploy partner=NG+GH+GN"]),
    # several are expected: each of them
    ("en", "A Rwandan company and Nepalese engineers were expected in Juba in April.", ["deploy actor=RW planned"], []),
    ("en", "Rebels seize President Salva Kiir at the headquarters.", ["detain target=salva-kiir"], []),
    ("en", "Rebels seized the town of Bor.", [], ["detain"]),
    # a table of ships
    ("en", "Operation ATALANTA protects ships.\n\nState | Ships | Aircraft\nFrance | 2 frigates | -\nSpain | 1 frigate | 1 patrol aircraft", ["contribution contributor=FR mission=eunavfor-atalanta", "contribution contributor=ES mission=eunavfor-atalanta"], []),
    # who sends the most, and who comes next
    ("en", "EUMM Georgia has 200 monitors. France has sent the most, 40, followed by Germany and Italy.", ["contribution contributor=FR mission=eumm-georgia n=40", "contribution contributor=IT mission=eumm-georgia"], ["contribution contributor=DE n=40"]),
    # one national who commands is not his state
    ("en", "General Emmanuel Erskine, the Ghanaian who commands UNIFIL, arrived.", ["post mission=unifil"], ["leadership"]),
    ("en", "The Italians, who lead KFOR, have 800 men there.", ["leadership leader=IT mission=kfor"], []),
    # what a council agrees to bring a force to is to come
    ("en", "The Council agreed to bring UNIFIL up to 6,000.", ["strength mission=unifil planned"], ["strength actual"]),
    # of what mind somebody is, he holds
    ("en", "France is afraid that the war could spill over.", ["risk by=FR"], []),
    ("nl", "De minister is bezorgd dat de oorlog kan overslaan naar Niger.", ["risk by=NL"], []),
    # a heart attack struck nobody, and one who is flown off is not sent
    ("en", "A Jordanian soldier who had suffered a heart attack died on the way to Asmara.", [], ["attack"]),
    ("en", "Colonel Jean Salvan, hit by a dozen bullets, was flown to Beirut.", [], ["deploy"]),
    # where and when a weapon was put that killed
    ("en", "A mine laid on the road to Bria wounded two Burundian soldiers on Monday.", ["attack target=BI place=bria"], []),
    ("fr", "Une bombe placée à Gao lundi a tué trois soldats tchadiens.", ["attack target=TD place=gao"], []),
    # whose statement it is says its heading
    ("en", "North Atlantic Council Ministerial Statement on Afghanistan\n\nWe went into Afghanistan together. We call on the Taliban to live up to their commitments.", ["demand actor=north-atlantic-council target=taliban"], ["demand actor=AF"]),
    # leaving is only spoken of
    ("en", "Withdrawing our troops does not mean ending our relationship with Afghanistan.", [], ["withdraw"]),
    # a member's formula asks nothing
    ("en", "Mr. Jones: To ask the Secretary of State for Defence if he will make a statement on Bosnia.", [], ["question", "demand"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_dispatch(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """A report says what is listed, and not what a hasty reader would make of it."""
    says(read, language, text, expected, forbidden)

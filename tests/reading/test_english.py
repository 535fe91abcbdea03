"""English prose, case by case: what a sentence says, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.test_sentences import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # what is expected, feared or not planned has not happened
    ("Interference from Moscow is expected.", ["obstruct actor=RU possible"], []),
    ("Germany expects further attacks on its soldiers in Niger.", ["attack target=DE possible"], ["attack actor=DE"]),
    ("The expulsion of the Danish ambassador is not planned.", ["expel target=DK planned not"], []),
    ("A withdrawal of German soldiers from Niger is not planned.", ["withdraw actor=DE planned not"], []),
    ("Denmark is to stop the killing in Bangui.", [], ["attack planned"]),
    # calls to leave are others' demands
    ("UNIFIL rejected calls to leave southern Lebanon.", ["reject actor=unifil", "withdraw mission=unifil required"], ["withdraw planned"]),
    ("Denmark dismissed demands to expel the Russian ambassador.", ["expel actor=DK target=RU required"], ["expel planned"]),
    # a year inside a noun phrase is that noun's
    ("The junta took power in a 2020 coup and expelled the Danish ambassador.", ["coup at:2020", "expel target=DK"], ["expel at:2020"]),
    ("After a 2021 military coup, Mali suspended its cooperation with Denmark.", ["suspend actor=ML target=DK"], ["suspend at:2021"]),
    ("The 12 March attack on MONUSCO killed two Indian soldiers.", ["attack mission=monusco killed=2 at:2021-03-12"], []),
    # so many killed, so many others wounded
    ("Gunmen raided villages in Abyei, killing 52 civilians and wounding 64.", ["attack killed=52 injured=64"], ["injured=52"]),
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
    ("EUTM Mali was set up in 2013. Its mandate expires on 18 May 2024.", ["period mission=eutm-mali since:2013", "period mission=eutm-mali until:2024-05-18"], []),
    ("AUSSOM, which will replace ATMIS on 1 January 2025, is led by Uganda.", ["period mission=aussom since:2025-01-01"], []),
    ("ATMIS must leave Somalia by 31 December 2024.", ["period mission=atmis required"], ["withdraw"]),
    ("France launched Operation Sangaris on 5 December 2013.", ["period mission=sangaris since:2013-12-05"], []),
    ("UNDOF has watched the ceasefire since 1974.", ["period mission=undof since:1974/..", "purpose mission=undof"], []),
    ("The mandate of the Norwegian contribution to Inherent Resolve expires in June 2022.", ["period contributor=NO mission=inherent-resolve"], []),
    ("15 September 2014: MINUSCA takes over from MISCA.", ["period mission=minusca since:2014-09-15"], []),
    ("8 May 2017: Anti-balaka fighters ambush a convoy near Bangassou.", ["attack actor=anti-balaka at:2017-05-08"], []),
    ("The Dutch contribution to EUFOR Althea runs until October 2025.", ["period contributor=NL mission=eufor-althea"], ["leadership"]),
    # a clause hangs on a noun with no word between
    ("Mali accuses the 49 Ivorian soldiers it is holding of being mercenaries, a charge Abidjan has dismissed.", ["accuse actor=ML target=CI", "detain actor=ML target=CI n=49", "reject actor=CI"], ["detain actor=CI"]),
    ("Mali freed the 49 soldiers it had arrested in July 2020.", ["release actor=ML n=49", "detain actor=ML at:2020-07"], ["release at:2020-07"]),
    ("Germany, which has 100 soldiers in Niamey, is considering whether to stay.", ["option options=continue by=DE"], []),
    # who asks whom
    ("The EU calls on the M23 to halt its offensive, and on Rwanda to pull its forces back.", ["demand actor=eu target=m23", "demand actor=eu target=RW", "withdraw actor=RW required"], ["withdraw actor=m23"]),
    ("The EU wants Serbia to withdraw its troops from the border.", ["demand actor=eu target=RS", "withdraw actor=RS required"], ["withdraw actor=eu"]),
    ("I asked the Israeli ambassador to have the vehicles moved.", ["demand target=IL"], ["demand actor=IL"]),
    ("Israel asked UNIFIL to vacate the post. The mission declined.", ["demand actor=IL target=unifil", "reject actor=unifil"], []),
    ("Italy declined to say how many soldiers it would send.", [], ["reject"]),
    ('"Israel must respect UNIFIL," the Irish minister said.', ["demand actor=IE target=IL"], []),
    ("Fiji has asked New Zealand to pool transport.", ["demand actor=FJ target=NZ"], []),
    ("The Haitian government asked the UN to take over the mission, a request that China rejected.", ["reject actor=CN"], ["reject required"]),
    # how it is judged, and what may come of it
    ('"To fire on peacekeepers is unacceptable," the Irish minister said.', ["assessment grade=unacceptable by=IE"], ["attack"]),
    ("The EU underlines the importance of UNSOS.", ["assessment grade=important by=eu"], []),
    ("South Africa said the resolution was not balanced.", ["assessment grade=negative by=ZA"], []),
    ("A famine is very likely in Zamzam by July.", ["risk target=zamzam effect=famine"], []),
    ("Renewed hostilities could drive thousands from their homes.", ["risk effect=displacement"], []),
    ("Kidnapping is a real risk in Haiti.", ["risk target=HT effect=crime"], []),
    ("A stable Iraq is in Denmark's interest.", ["interest place=IQ by=DK"], []),
    ("The safety of the Baltic Sea is a vital interest for Denmark.", ["interest place=baltic-sea by=DK"], []),
    ("There has been no decision to bring the Irish soldiers home.", ["withdraw actor=IE planned not"], []),
    # blows, and who is held
    ("The town of Herat fell to the Taliban.", ["attack actor=taliban place=herat"], ["attack target=taliban"]),
    ("Turkish Cypriot police punched and shoved UNFICYP peacekeepers.", ["attack target=unficyp"], []),
    ("Three Ghanaian peacekeepers were wounded in clashes with M23 near Sake.", ["clash actor=m23 injured=3"], ["clash target=GH+m23"]),
    ("The police arrested two suspects in Niamey.", ["detain n=2"], []),
    ("Somalia and Egypt signed a treaty in Cairo.", ["agree actor=SO partner=EG"], []),
    ("The Security Council is concerned over the fighting in Kivu.", [], ["presence"]),
    ("Two armed men would not let the UNIFIL patrol through.", ["deny_access target=unifil"], ["deny_access planned"]),
    # who takes part, told in passing
    ("Spain provides a frigate to EUNAVFOR Atalanta, as does Italy.", ["contribution contributor=ES", "contribution contributor=IT mission=eunavfor-atalanta"], []),
    ("Ghana provided 251 soldiers to UNFICYP; two are staff officers at force headquarters.", ["contribution contributor=GH n=251", "contribution contributor=GH n=2 function=staff-officer"], []),
    ("The Danish contingent, numbering some 300, will leave MINUSMA.", ["contribution contributor=DK mission=minusma n=300"], []),
    ("Sweden reduced its contribution to MINUSMA from 70 to 20 soldiers.", ["reduce actor=SE mission=minusma", "contribution contributor=SE mission=minusma n=20"], []),
    ("Operation Prosperity Guardian brings together Bahrain, Canada and France.", ["contribution contributor=BH mission=prosperity-guardian", "contribution contributor=FR"], ["mediate"]),
    ("UNMISS has sent a company of Ethiopian peacekeepers to Pibor.", ["contribution contributor=ET mission=unmiss"], []),
    ("The MNJTF said troops from Nigeria, Chad and Cameroon remained on the ground.", ["contribution contributor=TD mission=mnjtf"], []),
    # in which, by which, at which
    ("The members of the Security Council condemned the ambush laid by M23, in which three Ghanaian peacekeepers died. They called on Rwanda to withdraw.", ["condemn actor=un-security-council", "attack target=GH killed=3"], ["demand actor=GH"]),
    # whom it befell
    ("UNAMA says two of its interpreters were picked up by the Taliban.", ["detain actor=taliban target=unama n=2"], []),
    ("Germany suspended its flights after Bamako refused overflight clearance.", ["deny_access actor=ML target=DE"], []),
    ("Niger quit the MNJTF on 29 March.", ["withdraw actor=NE mission=mnjtf"], ["withdraw place=NE"]),
    ("Serbia, whose president Aleksandar Vucic accuses NATO, has troops at the border.", ["post person=aleksandar-vucic state=RS"], []),
    # a part of a mission is not all of it
    ("The maritime component of EUNAVFOR Aspides operates under French command.", [], ["leadership"]),
    ("Italy leads UNIFIL's western sector.", [], ["leadership"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_english(text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    said = [set(brief(statement).split()) for statement in read(text, language="en")[1]]
    for line in expected:
        assert any(set(line.split()) <= words for words in said), said
    for line in forbidden:
        assert not any(set(line.split()) <= words for words in said), said

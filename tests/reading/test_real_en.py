"""English press prose: what real pages showed to be read that is not true, in sentences of our own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # fighters and crowds are not the state whose adjective they bear
    ("Congolese rebels attacked a camp of MONUSCO near Goma.", ["attack mission=monusco place=goma"], ["attack actor=CD"]),
    ("Syrian rebels detained 44 peacekeepers in the Golan.", ["detain n=44"], ["detain actor=SY"]),
    ("Libyan militias attacked the UNSMIL base in Tripoli.", ["attack target=unsmil"], ["attack actor=LY"]),
    ("Haitian gangs fired at Kenyan police officers.", ["attack target=KE"], ["attack actor=HT"]),
    ("French soldiers killed 12 Malian jihadists near Gao.", ["attack actor=FR killed=12"], ["attack target=ML"]),
    ("Kosovo Serbs attacked KFOR.", ["attack target=kfor"], ["attack actor=RS", "attack actor=XK"]),
    ("Clashes between ethnic Serbs and ethnic Albanians left two dead in Mitrovica.", ["clash killed=2"], ["clash actor=RS"]),
    # who is not known is not who was spoken of last
    ("MINUSCA has 14,000 soldiers. It is unclear who shelled the town of Bria.", [], ["attack actor=minusca"]),
    ("UNIFIL closed the road. It was not clear who attacked the convoy of UNDP.", [], ["attack actor=unifil"]),
    # where others serve is not who struck
    ("An Irish soldier died in At Tiri, where Ghanaian soldiers guard the road.", ["attack target=IE killed=1"], ["attack actor=GH"]),
    ("Two Danish soldiers were killed in Washir, where British troops operate.", ["attack target=DK killed=2"], ["attack actor=GB"]),
    # a verb before its subject says "if"
    ("Norway intends to send 200 soldiers should Russia bomb Tallinn.", ["deploy actor=NO n=200 planned"], ["attack actor=NO", "attack actor=RU planned"]),
    ("Fiji would withdraw its troops from the Golan should the attacks go on.", ["withdraw actor=FJ place=golan conditional"], []),
    ("Kenya, the minister said, should withdraw its troops.", ["withdraw actor=KE required"], []),
    # who is ordered to leave orders nothing
    ("American troops ordered to leave Niger will go in September.", ["demand target=US"], ["demand actor=US"]),
    ("Danish officers invited to join UNMISS arrived in Juba.", ["demand target=DK"], ["demand actor=DK"]),
    ("Denmark ordered its soldiers to leave Gao.", ["demand actor=DK"], []),
    # a doing with "of" behind it is a noun
    ("UNMISS is worried. “There is no justification for the extrajudicial killing of civilians,” it said.", [], ["attack actor=unmiss"]),
    # between two years
    ("Between 2007 and 2011 Uganda sent soldiers to Somalia.", ["deploy actor=UG place=SO at:2007-01-01/2011-12-31"], ["deploy actor=SO"]),
    ("Denmark had soldiers in Kabul between 2006 and 2013.", ["presence actor=DK at:2006-01-01/2013-12-31"], []),
    # who speaks is told by post and name, behind what is said
    ('"We condemn the attack on UNIFIL," the Irish foreign minister, Simon Coveney, said.', ["condemn actor=simon-coveney"], ["attack target=IE"]),
    ("A patrol was attacked near Goma, the head of MONUSCO, Bintou Keita, said.", ["attack place=goma by=bintou-keita"], ["attack target=monusco"]),
    ('"Rwanda must withdraw from Goma," the Belgian minister, Hadja Lahbib, told reporters.', ["demand actor=hadja-lahbib target=RW"], ["withdraw actor=RW required"]),
    # "he" in what somebody says is not who says it
    ('"The president is furious. He condemns the attack on UNIFIL," the Irish minister, Simon Coveney, said.', [], ["condemn actor=simon-coveney"]),
    ('Mr Haysom visited Malakal. "The Secretary-General is worried. He calls on Juba to end the attacks," Mr Haysom said.', ["demand target=SS by=haysom"], ["demand actor=haysom"]),
    ('General Mosese Tikoitoga spoke in Suva. "We are very concerned about our soldiers in Syria," he said.', ["assessment grade=very_worrying by=mosese-tikoitoga"], []),
    # people to whom something is done are no part of a force
    ("KFOR dispersed the crowd. Another 52 Serbs were taken to hospital.", [], ["contribution"]),
    ("UNFICYP patrols the zone. Two Britons were arrested in Pyla.", [], ["contribution"]),
    ("The 44 peacekeepers detained by rebels in the Golan are safe, UNDOF said.", [], ["strength"]),
    ("The Spanish frigate Victoria sails for EUNAVFOR Atalanta. Aboard are 40 migrants.", ["contribution contributor=ES"], ["contribution n=40"]),
    # a ship is not the town whose name she bears
    ("The Spanish frigate Victoria sails for EUNAVFOR Atalanta. Aboard are 210 sailors.", ["contribution contributor=ES n=210"], ["deploy actor=SC"]),
    ("The Danish patrol vessel Thetis joined EUNAVFOR Aspides.", ["contribution contributor=DK"], []),
    ("The Swedish corvette Malmö joined EUNAVFOR Atalanta.", ["contribution contributor=SE"], []),
    # what a gerund speaks of is not done, least of all by who is named behind it
    ("Kenya warns that pulling out could allow Al-Shabaab to spread.", [], ["withdraw"]),
    ("Ghana says that leaving would help M23.", [], ["withdraw actor=m23"]),
    ("Norway fears that withdrawing could embolden the Houthis.", [], ["withdraw actor=houthis"]),
    # to demonstrate something is no protest
    ("The operation demonstrates the value of UNIFIL.", [], ["protest"]),
    ("The attack demonstrated that MONUSCO is needed in Goma.", [], ["protest"]),
    ("Thousands demonstrated in Goma against MONUSCO.", ["protest place=goma"], []),
    # a town in brackets before the first word is where it was written
    ("(Nairobi) A first contingent of Ghanaian police arrived on Tuesday.", ["deploy actor=GH"], ["deploy actor=KE"]),
    ("(New York) Five Rwandan soldiers of MINUSCA were hurt.", ["attack injured=5"], []),
    # a call from somebody is theirs
    ("AMISOM was sent after a call for help from Somalia.", ["demand actor=SO"], ["demand target=SO"]),
    ("A request from Denmark for helicopters was heard.", ["demand actor=DK"], ["demand target=DK"]),
    ("The minister sought an explanation from Israel.", [], ["demand actor=IL"]),
    # with whom there is a war is nobody's partner
    ("The Houthis attacked a tanker in support of Hamas in its war with Israel.", ["attack actor=houthis"], ["attack partner=IL"]),
    ("Rwanda backs the M23 in its conflict with Burundi.", [], ["support partner=BI"]),
    # what lasts beyond a day does not end then
    ("The mission ECOMIG will stay in the Gambia beyond December 2023.", [], ["period"]),
    ("The Council extended the mandate of UNIFIL beyond August.", ["extend mission=unifil"], ["period"]),
    ("The mandate of UNIFIL will not be extended beyond 2025.", ["period mission=unifil until:../2025"], []),
    # who is carried to hospital leaves no mission, who died in an accident was not attacked
    ("Three Danish soldiers were evacuated to a hospital in Kabul.", [], ["withdraw"]),
    ("Six Danish soldiers of ISAF have died in non-combat incidents.", [], ["attack"]),
    ("The mission has a frigate for the execution of its mandate.", [], ["attack"]),
    ('The Irish minister, Simon Coveney, said: "I condemn the attack." He calls on Israel to withdraw.', ["demand actor=simon-coveney target=IL"], []),
    # what is carried out kills nobody; what is put in is sent nowhere; a mood is no weather; those who do it, whoever they are
    ("The patrols were executed by two Danish soldiers.", [], ["attack"]),
    ("Boko Haram executed three hostages in Diffa.", ["attack actor=boko-haram killed=3"], []),
    ("The minister praised the efforts deployed by the African Union in Somalia.", [], ["deploy", "presence"]),
    ("People live in a climate of fear in Gao.", [], ["risk"]),
    ("Togo sent a delegation to Bamako with a view to the release of the Danish soldiers.", ["release target=DK planned"], ["release actual"]),
    ("Norway took over from Denmark in mission Lynx 5 in Estonia.", ["deploy actor=NO"], ["deploy n=5"]),
    ("Norway has never stopped supporting its partners in the Sahel.", [], ["suspend", "end"]),
    ("Denmark is in Mali. The heads of state and government condemned the coup in Niger.", ["condemn place=NE"], ["condemn actor=DK"]),
    ("Denmark is in Mali. The heads of state and government of ECOWAS condemned the coup in Niger.", ["condemn actor=ecowas"], ["condemn actor=DK"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0][:60] for case in CASES])
def test_real_prose(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "en", text, expected, forbidden)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mandate of the joint UN and African Union mission in Darfur ends on 31 December.", date(2020, 12, 30)),
        ("Five Rwandans of the African Union and UN force in Darfur were killed.", date(2012, 10, 3)),
        ("The United Nations and African Union mission to Darfur has 20,000 soldiers.", date(2011, 5, 2)),
    ],
)
def test_run_by_both(read: Read, text: str, day: date) -> None:
    said = [m.id for s in read(text, published=day, language="en")[1] for m in s.roles.get("mission", ())]
    assert said
    assert set(said) == {"mission:unamid"}

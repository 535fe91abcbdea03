"""English press prose: what real pages showed to be read that is not true, in sentences of our own."""

from __future__ import annotations

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
    ('The Irish minister, Simon Coveney, said: "I condemn the attack." He calls on Israel to withdraw.', ["demand actor=simon-coveney target=IL"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0][:60] for case in CASES])
def test_real_prose(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "en", text, expected, forbidden)

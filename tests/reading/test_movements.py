"""Who leaves, arrives and follows, and whom blows strike, in three languages: told by what is left of those told of, or in a second sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # the first, the last, the rest: of those told of before
    ("en", "Norway has 300 soldiers in UNIFIL. The last will return to Norway on 31 March.", ["withdraw actor=NO planned at:2022-03-31"], []),
    ("en", "Ireland has 270 men in UNIFIL. The first ninety will be flown home tomorrow. The rest are to follow on 30 May.", ["withdraw actor=IE n=90", "withdraw actor=IE planned at:2022-05-30"], ["reduce"]),
    ("en", "Ireland has 270 men in UNIFIL. The first ninety will be flown home tomorrow in planes lent by Italy.", ["withdraw actor=IE n=90"], ["withdraw actor=IT"]),
    ("nl", "Kenia heeft 1000 militairen in UNMISS. De eersten zijn zondag naar Kenia teruggekeerd. De rest volgt eind mei.", ["withdraw actor=KE at:2022-02-06", "withdraw actor=KE planned"], []),
    ("nl", "De eerste 200 Deense militairen zijn maandag uit Mali vertrokken; de rest volgt in mei.", ["withdraw actor=DK place=ML n=200", "withdraw actor=DK place=ML planned at:2022-05"], ["reduce"]),
    ("fr", "Le Kenya a 1000 soldats à la MINUSS. Les 100 premiers sont rentrés mardi. Le reste suivra fin mai.", ["withdraw actor=KE n=100", "withdraw actor=KE planned"], ["reduce"]),
    ("fr", "La Norvège compte 300 soldats à la FINUL. Les derniers regagneront la Norvège le 31 mars.", ["withdraw actor=NO planned at:2022-03-31"], []),
    # who lands at home has left
    ("en", "Fifty Norwegian soldiers arrived at Oslo airport on Sunday from Mali.", ["withdraw actor=NO place=ML n=50"], ["deploy"]),
    ("en", "Sixty Irish soldiers landed in Beirut on Friday.", ["deploy actor=IE n=60"], ["withdraw"]),
    ("nl", "De laatste Deense militairen zijn vrijdag in Kopenhagen aangekomen.", ["withdraw actor=DK"], ["deploy"]),
    ("nl", "Zestig Ierse militairen zijn vrijdag in Beiroet aangekomen.", ["deploy actor=IE n=60"], ["withdraw"]),
    ("fr", "Cinquante soldats norvégiens ont atterri dimanche à Oslo en provenance du Mali.", ["withdraw actor=NO place=ML n=50"], ["deploy"]),
    # whose troops: not where they leave
    ("fr", "Les troupes de la Suède auront toutes plié bagage le 15 avril.", ["withdraw actor=SE planned"], ["withdraw place=SE"]),
    ("fr", "Les soldats de la Suède ont quitté le Mali en mars.", ["withdraw actor=SE place=ML"], []),
    ("fr", "L'Allemagne avait rappelé sa frégate en janvier.", ["withdraw actor=DE at:2022-01"], []),
    ("fr", "Les Belges ont repris le chemin de Namur dès l'été.", ["withdraw actor=BE"], ["resume", "attack"]),
    ("en", "MISCA will be left with about 5,000 troops, chiefly from Burundi and Rwanda.", [], ["withdraw"]),
    # only voted on, only kept open, only asked for
    ("en", "The Council will vote tomorrow on a reinforcement of UNIFIL.", [], ["reinforce"]),
    ("nl", "De Raad stemt morgen over een versterking van UNIFIL.", [], ["reinforce"]),
    ("fr", "Le Conseil se prononce aujourd'hui sur un renforcement de la FINUL.", [], ["reinforce"]),
    ("fr", "Le Conseil s'est prononcé pour un renforcement de la FINUL.", ["reinforce mission=unifil"], []),
    ("nl", "Noorwegen houdt zich het recht voor zijn steun aan Mali op te schorten.", ["option options=suspend by=NO"], ["suspend", "presence"]),
    ("nl", "Frankrijk heeft Israël verzocht een eind aan de vluchten te maken.", ["demand actor=FR target=IL"], ["end"]),
    ("nl", "Nederland hecht eraan dat de oorlog binnen de Syrische grenzen blijft.", [], ["suspend"]),
    # who is killed, and by whom
    ("nl", "De rebellen van M23 hebben in Goma twaalf soldaten en boeren om het leven gebracht.", ["attack actor=m23 place=goma killed=12"], ["presence", "attack target=m23"]),
    ("nl", "Bij een aanslag in Gao zijn drie Duitse militairen om het leven gekomen.", ["attack target=DE place=gao killed=3"], ["attack actor=DE"]),
    ("fr", "L'armée et la guérilla se sont tues.", [], ["attack"]),
    ("fr", "Barkhane est au Mali. La mission sera arrêtée dans ses contours en mai.", [], ["detain"]),
    # since when and until when
    ("en", "ONUCA, a group of 260 observers which was created in November 1989, will stay.", ["period mission=onuca since:1989-11/.."], []),
    ("nl", "ONUCA, een groep van 260 waarnemers die in november 1989 werd opgericht, blijft.", ["period mission=onuca since:1989-11/.."], []),
    ("nl", "ONUCA telt 700 man. De waarnemersgroep werd in november 1989 opgericht.", ["period mission=onuca since:1989-11/.."], []),
    ("fr", "L'ONUCA, un groupe de 260 observateurs qui a été créé en novembre 1989, restera.", ["period mission=onuca since:1989-11/.."], []),
    ("fr", "La MINUSCA, qui succédera le 15 septembre à la MISCA, comptera 12 000 hommes.", ["period mission=minusca planned"], []),
    ("nl", "De Raad verleent UNIFIL zes maanden extra.", ["extend mission=unifil"], []),
    ("nl", "De missie in Kosovo krijgt zes agenten extra.", [], ["extend"]),
    ("fr", "La MINUSMA est au Mali. Le Conseil de sécurité a décidé lundi de la prolonger d'un an.", ["extend actor=un-security-council mission=minusma"], []),
    ("fr", "La MINUSMA est au Mali. Le Conseil de sécurité a décidé lundi de la prolonger, jusqu'au 30 juin.", ["period mission=minusma until:../2022-06-30"], []),
    ("fr", "Le mandat de la FINUL, prolongé de six mois par le Conseil de sécurité, expirera le 31 mai.", ["extend actor=un-security-council mission=unifil", "period mission=unifil"], ["extend at:2022-05-31"]),
    ("fr", "Décide de renouveler, pour une période de douze mois allant jusqu'au 22 mai 2022, le mandat de la MINUSMA.", ["extend mission=minusma"], []),
    ("en", "UNIPOM has 90 men. Brazil, Burma and Ethiopia are among those that lent it officers.", ["contribution contributor=MM mission=unipom"], []),
    ("en", "Egyptian paratroopers held the guns that command the strait. UNEF has 3,400 men.", [], ["leadership"]),
    # moves only asked of a mission, weighed, feared, judged or spoken of: told by who asks, weighs, fears and judges
    ("en", "Eritrea has demanded that UNMEE leave its capital.", ["demand actor=ER"], ["withdraw"]),
    ("en", "Lisbon may pull out its 150 commandos from MINUSCA.", ["option options=withdraw"], ["withdraw"]),
    ("en", "UNMIL is in Liberia. Oxfam called the departure of the Swedes premature.", ["assessment"], ["withdraw"]),
    ("nl", "Cyprus heeft UNFICYP gevraagd zich uit het dorp terug te trekken.", ["demand actor=CY"], ["withdraw"]),
    ("nl", "UNMIL is in Liberia. Oxfam noemt het vertrek van de Zweden voorbarig.", ["assessment"], ["withdraw"]),
    ("fr", "L'Érythrée exige que la MINUEE évacue ses postes.", ["demand actor=ER"], ["withdraw"]),
    ("fr", "Oxfam craint que le départ de la MINUL n'alimente le terrorisme.", ["risk effect=terrorism"], ["withdraw"]),
    ("en", "Eritrea has demanded that Norway pull its 60 soldiers out of UNMEE.", ["withdraw actor=NO mission=unmee"], []),
    ("en", "Sweden has begun its withdrawal from Liberia.", ["withdraw actor=SE"], []),
    ("fr", "Le départ des Suédois du Liberia a eu lieu en mars.", ["withdraw actor=SE"], []),
    ("nl", "Zweden is begonnen met de terugtrekking uit Liberia.", ["withdraw actor=SE"], []),
    # people counted on top of those told of
    ("en", "Chile has 300 soldiers in MINUSTAH. It will send 40 more in June.", ["reinforce actor=CL n=40"], ["deploy"]),
    ("en", "Finland has 90 soldiers in UNMIL. Ten others will join them in March.", ["reinforce actor=FI mission=unmil n=10 planned"], []),
    ("nl", "Finland heeft 90 militairen in UNMIL. In maart komen er tien bij.", ["reinforce actor=FI mission=unmil n=10 planned"], []),
    ("nl", "UNMIL telt 9.000 militairen. Sinds mei zijn er honderd mensen bij gekomen.", ["reinforce mission=unmil n=100"], ["strength n=100"]),
    ("fr", "La Finlande a 90 soldats à la MINUL. Dix autres les rejoindront en mars.", ["reinforce actor=FI mission=unmil n=10 planned"], []),
    ("fr", "La Finlande a 90 soldats à la MINUL. Elle en enverra vingt autres en mai.", ["reinforce mission=unmil n=20"], ["deploy"]),
    ("en", "Finland has 90 soldiers in UNMIL. Ten more were wounded on Friday.", [], ["reinforce"]),
    ("nl", "Finland heeft 90 militairen in UNMIL. Tien anderen raakten vrijdag gewond.", [], ["reinforce"]),
    # whom the sentence before says to get more
    ("en", "UNMIL gets reinforcements. Two hundred Danes flew in on Friday.", ["reinforce actor=DK n=200"], ["deploy"]),
    ("nl", "UNMIL krijgt versterking. Denemarken vloog vrijdag 200 man in.", ["reinforce actor=DK n=200"], ["deploy"]),
    ("en", "UNMIL has 9,000 soldiers. Two hundred Danes flew in on Friday.", ["deploy actor=DK n=200"], ["reinforce"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_movements(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)

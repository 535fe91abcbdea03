"""What is told in nouns, asides and participles, as French papers like to: sentences of our own, cause by cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # an aside of where and when stands between a deed and whom it befell
    ("fr", "L'arrestation, le 3 mai à Kidal, de deux soldats tchadiens par l'armée malienne a provoqué un tollé.", ["detain actor=ML place=kidal target=TD n=2"], []),
    ("fr", "Paris a condamné l'arrestation, à Bamako, de quatre agents de la DGSE.", ["detain actor=ML place=bamako n=4"], []),
    ("fr", "Le déploiement, en mars à Goma, de 2 900 soldats de la SADC a irrité Kigali.", ["deploy actor=sadc place=goma n=2900"], []),
    ("en", "The arrest, on 3 May in Kidal, of two Chadian soldiers by the Malian army caused an outcry.", ["detain actor=ML place=kidal target=TD n=2"], []),
    ("fr", "Après l'attaque, mardi à Ber, des soldats tchadiens ont patrouillé.", ["attack place=ber"], ["attack actor=TD", "attack target=TD"]),
    # whom somebody calls back; not what he calls to mind
    ("fr", "L'Espagne rappelle ses deux frégates d'Atalante.", ["withdraw actor=ES mission=eunavfor-atalanta"], ["recall"]),
    ("fr", "Lomé rappelle ses policiers et ses gendarmes de la MINUSMA.", ["withdraw actor=TG mission=minusma"], ["recall"]),
    ("fr", "Le rappel du contingent ivoirien de la MINUSMA a surpris New York.", ["withdraw actor=CI mission=minusma"], ["recall"]),
    ("fr", "La ministre a rappelé l'engagement de la France au sein de la FINUL avec 700 soldats.", [], ["withdraw", "recall"]),
    ("fr", "Paris rappelle ses diplomates de Kaboul.", ["recall actor=FR"], ["withdraw"]),
    ("fr", "La SAMIDRC a perdu deux hommes. Dès février, Lilongwe avait annoncé le rappel de son contingent.", ["withdraw actor=MW mission=sadc-samidrc planned"], []),
    # "des" behind a place is an article
    ("fr", "À Birao, dans le nord-est du pays, des affrontements entre miliciens ont fait quatre morts.", ["clash killed=4"], ["attack"]),
    ("fr", "Des affrontements ont opposé jeudi à Berbérati des casques bleus camerounais à des miliciens anti-balaka.", ["clash actor=CM target=anti-balaka"], []),
    ("fr", "L'armée malienne a arrêté à Gao des combattants du GSIM.", ["detain actor=ML target=jnim place=gao"], []),
    ("fr", "L'arrivée à Sarajevo des soldats danois a été saluée.", ["deploy actor=DK place=sarajevo-ba"], []),
    # whom a clash sets against whom, and a main clause that waits for its verb
    ("fr", "Les combats qui opposent depuis lundi l'armée congolaise et le M23 ont fait dix morts à Sake.", ["clash actor=CD target=m23 killed=10 place=sake"], ["attack"]),
    ("fr", "Des heurts qui ont mis aux prises, le 2 juin, la police kosovare et des manifestants à Zvecan inquiètent l'OTAN.", ["clash actor=XK"], []),
    ("fr", "Paris a condamné l'attaque qui a tué dix hommes et Berlin a rappelé son ambassadeur.", ["recall actor=DE"], ["recall actor=FR"]),
    # who holds people does not let them go; who leads an attack attacks
    ("fr", "Bangui a obtenu la libération de quatre gendarmes détenus depuis mars par les rebelles de la CPC.", ["release n=4", "detain actor=cpc n=4"], ["release actor=cpc"]),
    ("en", "Bangui secured the release of four gendarmes held since March by the CPC rebels.", ["release n=4", "detain actor=cpc n=4"], ["release actor=cpc"]),
    ("fr", "L'attaque menée par le GSIM à Djibo a fait dix morts.", ["attack actor=jnim place=djibo killed=10"], []),
    ("fr", "L'enquête conduite par la MINUSMA à Moura dure encore.", ["investigate actor=minusma place=moura"], []),
    # whom something worries
    ("fr", "La présence d'environ 1 000 mercenaires de Wagner au Mali inquiète Paris.", ["assessment grade=worrying by=FR"], ["assessment by=wagner"]),
    ("fr", "L'avancée du M23 inquiète Kinshasa.", ["assessment grade=worrying by=CD"], ["assessment grade=positive"]),
    ("fr", "L'arrivée de Wagner à Tombouctou a alarmé Berlin.", ["assessment grade=worrying by=DE"], ["assessment by=wagner"]),
    ("fr", "Le retrait de la MINUSMA inquiète les habitants de Gao.", ["assessment grade=worrying"], ["assessment by=minusma"]),
    ("en", "The presence of 1,000 Wagner mercenaries in Mali worries Paris.", ["assessment grade=worrying by=FR"], ["assessment by=wagner"]),
    ("en", "Norway worries about the presence of Wagner.", ["assessment grade=worrying by=NO"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_what_nouns_and_asides_tell(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

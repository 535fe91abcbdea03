"""What missions are for, where their task is named beside a colon or falls to them; what a sentence stresses by "it is … that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a task named behind or before a colon
    ("fr", "La MINUSMA emploie 12 000 Casques bleus. Protéger les civils : telle est leur tâche.", ["purpose mission=minusma"], []),
    ("fr", "La FINUL a perdu un soldat. « Observer et rendre compte : voilà notre métier », dit un officier.", ["purpose mission=unifil"], []),
    ("fr", "La MONUSCO aura la tâche la plus rude : appuyer l'armée congolaise contre les rebelles.", ["purpose mission=monusco"], []),
    ("fr", "Évacuer les blessés, transporter troupes et matériel : telle est la tâche de la MINUSMA.", ["purpose mission=minusma"], []),
    ("fr", "La MINUSMA est à Gao. Le M23 a une seule tâche : protéger les civils, dit son chef.", [], ["purpose"]),
    ("fr", "La KFOR est là. Le M23 est à Goma. Tuer les civils : tel est leur but.", [], ["purpose"]),
    ("en", "MONUSCO will have the hardest task: supporting the Congolese army against the rebels.", ["purpose mission=monusco"], []),
    ("en", "Protecting civilians: that is what the 17,000 members of MINUSCA do.", ["purpose mission=minusca"], []),
    ("nl", "MINUSMA telt 12.000 blauwhelmen. Burgers beschermen: dat is hun taak.", ["purpose mission=minusma"], []),
    # whom something falls to, where that is nobody spoken of before
    ("fr", "La KFOR compte 4 500 soldats. Il lui revient de garantir un environnement sûr.", ["purpose mission=kfor"], []),
    ("fr", "La MINUSCA remplace la MISCA. Il lui incombe de protéger les civils.", ["purpose mission=minusca"], ["purpose mission=misca"]),
    ("fr", "L'Union africaine a entériné le budget. Il appartient à la Somalie d'aider ses réfugiés.", [], ["aid actor=au", "support actor=au"]),
    ("en", "MISCA has been replaced. It falls to MINUSCA to protect civilians.", ["purpose mission=minusca"], ["purpose mission=misca"]),
    # who is there for something, in whatever words
    ("fr", "La KFOR est là pour servir d'arbitre.", ["purpose mission=kfor"], []),
    ("fr", "La FINUL compte 10 000 soldats. Elle n'est pas là pour désarmer le Hezbollah.", [], ["purpose"]),
    ("fr", "Les soldats de la FINUL sont là pour six mois.", [], ["purpose"]),
    ("fr", "La MINUAD compte 22 000 personnes. C'est pour protéger ces villages que la mission existe.", ["purpose mission=unamid"], []),
    ("nl", "Het is om burgers te beschermen dat MINUSCA bestaat.", ["purpose mission=minusca"], []),
    # what is stressed is told of what happened
    ("fr", "C'est à Gao que deux soldats français ont été tués.", ["attack target=FR place=gao"], []),
    ("fr", "C'est mardi que la France a retiré ses soldats du Mali.", ["withdraw actor=FR place=ML at:2022-02-01"], []),
    ("fr", "C'est pour dissuader la Russie que le bataillon de l'OTAN a été envoyé en Estonie.", ["purpose mission=efp-estonia"], ["deploy planned"]),
    ("fr", "C'est afin de protéger les civils que le Conseil a prolongé la MINUSCA.", ["extend mission=minusca", "purpose mission=minusca"], ["extend planned"]),
    ("fr", "Ce n'est pas à Gao que deux soldats français ont été tués.", [], ["attack place=gao"]),
    ("en", "It was in Gao that two French soldiers were killed.", ["attack target=FR place=gao"], []),
    ("en", "It is on Thursday that the Council will extend MINUSMA.", ["extend mission=minusma planned at:2022-02-10"], []),
    ("en", "It was not in Gao that the soldiers were killed.", [], ["attack place=gao"]),
    ("nl", "Het was in Gao dat twee Franse soldaten werden gedood.", ["attack target=FR place=gao"], []),
    ("nl", "Het was op dinsdag dat Frankrijk zijn soldaten uit Mali terugtrok.", ["withdraw actor=FR place=ML at:2022-02-01"], []),
    # who left, came or fell, told apart behind a comma
    ("fr", "Ils ont pris la suite des équipages allemands, rentrés chez eux en juin 2021.", ["withdraw actor=DE at:2021-06"], []),
    ("fr", "La France a remplacé les soldats tchadiens, partis de Kidal en mars 2021.", ["withdraw actor=TD place=kidal at:2021-03"], ["withdraw instigator=FR", "deploy at:2021-03"]),
    ("fr", "La MINUSMA a perdu deux soldats, morts à Gao le 3 janvier.", ["attack place=gao killed=2"], []),
    ("fr", "Les syndicats, partis et ONG ont condamné le coup d'État.", ["condemn"], ["withdraw"]),
    # what began, whatever it was not begun for
    ("fr", "En place depuis 2017, la MINUSMA n'a pas été créée pour cela.", ["period mission=minusma since:2017/.."], ["period not"]),
    ("en", "In place since 2017, MINUSMA was not set up for that.", ["period mission=minusma since:2017/.."], ["period not"]),
    # whose people come, told before them
    ("fr", "L'EUFOR RD Congo compte 2 000 soldats. De Belgique viennent 56 militaires et quatre drones.", ["contribution contributor=BE n=56"], ["strength n=56"]),
    ("en", "MINUSMA has 12,000 peacekeepers. From Ghana come 250 soldiers.", ["contribution contributor=GH mission=minusma n=250"], ["strength n=250"]),
    ("nl", "MINUSMA telt 12.000 blauwhelmen. Uit Ghana komen 250 militairen.", ["contribution contributor=GH mission=minusma n=250"], ["strength n=250"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_a_task_is_told(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

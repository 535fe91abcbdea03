"""French clauses: verbs that no list knows or that are nouns elsewhere, days between commas, what is refused, and who goes home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # verbs that no list knows, in the present
    ("Le Gabon gonfle son contingent de 80 hommes au sein de la MINUSCA.", ["reinforce actor=GA mission=minusca n=80"], []),
    ("Le Ghana rabote ses effectifs au sein de la FINUL.", ["reduce actor=GH mission=unifil"], []),
    # forms that are nouns elsewhere
    ("Kigali arme et finance le M23.", ["support actor=RW target=m23"], []),
    ("Bamako pointe du doigt Paris, qui armerait les rebelles.", ["accuse actor=ML target=FR"], []),
    ("La frontière entre le Soudan et le Tchad reste fermée.", [], ["deploy", "visit"]),
    # a day between commas belongs to the clause around it
    ("Le ministre affirme que Stockholm a suspendu, en janvier, sa participation à la KFOR.", ["suspend actor=SE mission=kfor at:2022-01"], []),
    ("Depuis que le Danemark a retiré, fin janvier, ses soldats de Takuba, la France est seule.", ["withdraw actor=DK mission=takuba"], []),
    # what is still ahead has not come
    ("La CEDEAO maintient ses sanctions jusqu'à ce que le Niger libère Bazoum.", ["release actor=NE planned"], []),
    # what is refused is denied
    ("Damas refuse de laisser passer la FNUOD.", ["deny_access actor=SY target=undof"], ["deny_access not"]),
    ("Moscou refuse de laisser entrer les observateurs de l'OSCE.", ["deny_access actor=RU target=osce"], []),
    ("Damas laisse passer la FNUOD.", [], ["deny_access"]),
    # ceasing to be, ceasing to do
    ("L'AMISOM a cessé d'exister en mars.", ["end mission=amisom"], ["suspend"]),
    ("La MONUSCO a cessé ses patrouilles.", ["suspend actor=monusco"], ["end"]),
    # home
    ("Les 40 Danois ont regagné Copenhague vendredi.", ["withdraw actor=DK n=40 at:2022-02-04"], ["withdraw place=copenhagen-dk"]),
    ("Le président danois a regagné Copenhague.", [], ["withdraw"]),
    # taken prisoner, and by whom
    ("Deux soldats français ont été faits prisonniers par l'UPC.", ["detain actor=upc target=FR n=2"], []),
    ("L'UPC a fait prisonniers deux soldats français.", ["detain actor=upc n=2"], ["detain actor=FR"]),
    # who is overthrown
    ("Des officiers ont renversé le président Alpha Condé à Conakry.", ["coup place=conakry target=alpha-conde"], []),
    # a capital is whose support, approval or hand it is; a town where people march
    ("Kinshasa peut compter sur le soutien de Pretoria.", ["support actor=ZA target=CD possible"], []),
    ("L'armée malienne jouit de l'appui de Moscou.", ["support actor=RU target=ML"], []),
    ("Niamey voit la main de Kigali dans le sabotage de l'oléoduc.", ["accuse actor=NE target=RW"], []),
    ("Des manifestants ont défilé à Niamey.", ["protest place=niamey"], ["protest target=NE"]),
    # who swears to strike threatens
    ("Les anti-balaka ont juré de s'en prendre aux Marocains de la MINUSCA.", ["threaten actor=anti-balaka"], ["attack actual"]),
    ("Le président a juré de combattre la corruption.", [], ["threaten"]),
    # two who talk, two who meet
    ("Joe Biden et Emmanuel Macron ont parlé du Sahel.", ["consult actor=joe-biden target=emmanuel-macron"], []),
    ("Entretien à Luanda entre Félix Tshisekedi et Paul Kagame", ["consult actor=felix-tshisekedi target=paul-kagame"], []),
    # who is told to leave a land, and which
    ("Le porte-parole de la Minusma doit quitter le Mali sous 72 heures.", ["expel actor=ML target=minusma required"], []),
    # what is put off is to come
    ("Le ministre français a reporté sa visite à Bamako.", ["postpone actor=FR", "visit actor=FR place=bamako planned"], []),
    ("Le Danemark a repoussé l'envoi de 30 soldats au Mali.", ["deploy place=ML n=30 planned"], []),
    ("Le ministre danois est attendu mercredi à Gao.", ["visit actor=DK place=gao planned at:2022-02-09"], []),
    # games
    ("Deux joueurs ivoiriens ont été expulsés en seconde période.", [], ["expel"]),
    ("L'équipe de Guinée a reporté son match.", [], ["postpone"]),
    ("Le M23 a attaqué un match de football à Goma.", ["attack actor=m23 place=goma"], []),
    # whose soldiers arrive is not said
    ("Les soldats sont arrivés à Bamako mardi.", ["deploy place=bamako"], ["deploy actor=ML"]),
    # whoever is present at a thing supports nobody
    ("Le ministre a assisté au départ des soldats belges.", [], ["support"]),
    ("Les instructeurs belges assistent l'armée nigérienne.", ["support actor=BE target=NE"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[text for text, _, _ in CASES])
def test_a_french_clause_is_read_whole(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "fr", text, expected, forbidden)

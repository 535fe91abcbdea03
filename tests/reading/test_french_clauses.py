"""French clauses: verbs that no list knows or that are nouns elsewhere, pronouns and relatives, joined verbs, days between commas, who goes home."""

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
    # a verb that looks like a season
    ("Trois Casques bleus tanzaniens ont également été tués à Béni.", ["attack target=TZ killed=3"], ["at:2021-22"]),
    ("Le mandat de l'EUTM Mali a ensuite été prolongé de six mois.", ["extend mission=eutm-mali"], ["at:2021-22"]),
    ("La Suède a retiré ses soldats de la MINUSMA à l'été 2021.", ["withdraw actor=SE mission=minusma at:2021-22"], []),
    # nouns that look like verbs, and verbs that look like nouns
    ("Jamais la France n'avait payé aussi cher une seule attaque en Afghanistan.", [], ["attack actor=FR"]),
    ("Rien ne sera stable en Haïti tant qu'on n'aura pas traité le mal à la racine.", [], ["agree"]),
    ("La Suède a traité 40 blessés à Gao.", [], ["attack actor=SE", "attack target=SE"]),
    ("Trois morts et 12 blessés dans une attaque contre la MINUSMA à Gao", ["attack target=minusma killed=3 injured=12"], []),
    # relative clauses with a preposition, and whose doing a noun's are
    ("La SAMIDRC, à laquelle l'Afrique du Sud fournit 500 hommes, a suspendu ses patrouilles.", ["contribution contributor=ZA mission=sadc-samidrc n=500"], []),
    ("L'UNFICYP, au sein de laquelle servent 250 Britanniques, a été prolongée.", ["contribution contributor=GB mission=unficyp n=250"], []),
    ("Les Casques bleus de la FINUL, contre lesquels Israël a ouvert le feu, sont restés.", ["attack actor=IL target=unifil"], []),
    ("L'Union salue les pourparlers que mène l'Angola avec le M23.", ["consult actor=AO target=m23"], []),
    ("Le M23, que Kinshasa accuse Kigali d'armer, a pris Kanyabayonga.", ["accuse actor=CD target=RW"], ["accuse target=m23"]),
    # "de" before an adjective is an article; a form that is a noun elsewhere may be the only verb
    ("De nombreux soldats danois ont quitté le Mali, après l'ultimatum.", ["withdraw actor=DK place=ML"], []),
    ("De violents combats ont éclaté à Goma entre l'armée congolaise et le M23.", ["clash actor=CD target=m23 place=goma"], []),
    ("Amnesty International presse le gouvernement malien d'ouvrir une enquête.", ["demand target=ML"], ["investigate"]),
    ("Depuis juillet, trois cents sapeurs népalais de la MINUSS rehaussent les digues.", ["contribution contributor=NP mission=unmiss n=300"], []),
    ("L'accord signé entre Kinshasa et Kigali prévoit un cessez-le-feu.", ["agree actor=CD partner=RW"], []),
    # two verbs, one helper
    ("La France a retiré ses soldats du Mali et suspendu son aide au Niger.", ["withdraw actor=FR place=ML", "suspend actor=FR target=NE"], ["withdraw place=NE"]),
    ("Le Conseil de sécurité a condamné l'attaque contre la MINUSMA et appelé les autorités maliennes à enquêter.", ["condemn actor=un-security-council mission=minusma", "demand actor=un-security-council target=ML"], ["demand target=minusma"]),
    ("Le Mali a expulsé l'ambassadeur de France et demandé le départ des soldats danois.", ["expel actor=ML target=FR", "demand actor=ML target=DK"], ["demand target=FR"]),
    ("L'Union européenne a prolongé le mandat de l'EUTM Mali, salué le rôle du Sénégal et exigé la libération du président Bazoum.", ["extend actor=eu mission=eutm-mali", "demand actor=eu"], ["extend place=SN"]),
    ("Deux diplomates français ont été arrêtés lundi à Bamako et expulsés du Mali mardi.", ["detain target=FR n=2", "expel actor=ML target=FR n=2"], []),
    ("Trois Casques bleus ont été tués et cinq autres blessés à Kidal.", ["attack killed=3 injured=5"], []),
    # a reflexive perfect is no passive; its phrase is the same with "y", and with an adverb between
    ("Les autorités maliennes se sont élevées contre la mission de l'ONU au Mali.", ["condemn actor=ML"], []),
    ("Pretoria s'y refuse.", ["reject actor=ZA"], []),
    ("Le ministre belge s'est également rendu à Bamako.", ["visit place=bamako"], []),
    ("Le Danemark a également pris part à Takuba avec 100 soldats.", ["contribution contributor=DK mission=takuba n=100"], []),
    # whom something is laid to, who asked for it: the participle is the verb
    ("Kinshasa avait imputé aux rebelles du M23 la mort de huit civils.", ["accuse actor=CD target=m23"], []),
    ("La prolongation de la mission de l'OTAN en Irak a été demandée par le gouvernement irakien.", ["demand actor=IQ"], []),
    # a pronoun between a name and its verb; what fighting sets against whom
    ("Le M23 a pris la ville – Kigali le conteste.", ["deny actor=RW"], []),
    ("Les combats qui opposent l'armée soudanaise aux FSR autour d'El Fasher ont repris.", ["clash actor=SD target=rsf-sudan place=el-fasher"], []),
    # pronouns between a word of purpose and its infinitive
    ("L'UE appelle Bamako à ne plus entraver la MINUSMA.", ["demand actor=eu target=ML"], ["demand not"]),
    ("La France a promis de ne pas quitter le Mali.", ["withdraw actor=FR place=ML not"], []),
    # "que" takes up what a verb lacks
    ("La CEDEAO exige la libération des 46 soldats ivoiriens que les autorités maliennes détiennent depuis juillet.", ["detain actor=ML target=CI n=46"], []),
    ("Les obstacles que les forces turques dressent devant les patrouilles de l'UNFICYP sont inacceptables.", ["obstruct actor=TR target=unficyp"], []),
    ("La France a condamné les tirs que l'armée a dirigés contre la FINUL.", [], ["leadership"]),
    # "à" melts with the article in a phrase as elsewhere; "s'en est pris à" is no passive
    ("Des hommes armés s'en sont pris aux Casques bleus de la MINUSCA.", ["attack target=minusca"], []),
    ("La France a retiré ses soldats du Mali entre le 4 et le 6 mai.", ["withdraw actor=FR place=ML at:2021-05-04/2021-05-06"], ["deploy"]),
    # what somebody does besides, told by a participle present
    ("La MINUSCA a salué l'accord en priant Bangui d'ouvrir une enquête.", ["demand actor=minusca target=CF"], []),
    ("L'UE condamne les tirs que l'armée turque a dirigés contre la FINUL, et demande à Ankara de s'expliquer.", ["demand actor=eu target=TR"], ["demand actor=TR"]),
    ("L'UE attend de la Serbie qu'elle retire ses troupes.", ["demand actor=eu target=RS"], ["withdraw"]),
    # a passive of a fixed phrase
    ("Les sanctions contre le Mali ont été levées par la CEDEAO.", ["end actor=ecowas target=ML"], []),
    ("L'Espagne et l'Italie en fournissent l'essentiel.", [], ["assessment"]),
    ("La date du retrait de la MINUSMA n'a pas été communiquée.", ["question"], []),
    # what has just been done
    ("Le Danemark vient de retirer ses soldats du Mali.", ["withdraw actor=DK place=ML"], ["withdraw planned"]),
    ("Le Danemark vient pour retirer ses soldats du Mali.", [], ["withdraw actual"]),
    # a form that is a noun elsewhere, behind a pronoun
    ("La France a quitté la MINUSMA et le Ghana y garde 50 hommes.", ["withdraw actor=FR mission=minusma", "contribution contributor=GH mission=minusma n=50"], []),
    # two verbs joined: each has its own
    ("Le Conseil de sécurité a condamné l'offensive du M23 et exigé que le Rwanda retire ses troupes.", ["demand actor=un-security-council target=RW"], ["demand target=m23"]),
    ("La Norvège a annoncé jeudi qu'elle retirerait ses soldats actuellement déployés au Mali.", ["withdraw actor=NO planned"], ["deploy"]),
    # a verb that looks like a day; what is over since a day ended on it
    ("La FNUOD veille au respect du cessez-le-feu.", ["purpose mission=undof"], []),
    ("La MINUL est terminée depuis le 30 mars 2018.", ["period mission=unmil until:2018-03-30"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[text for text, _, _ in CASES])
def test_a_french_clause_is_read_whole(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "fr", text, expected, forbidden)

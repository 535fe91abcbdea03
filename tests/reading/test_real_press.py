"""What pages of the French-language press say in ways that no letter of our own had, told again in all languages: cause by cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # who presides over no state is no head of one
    ("fr", "Paul Kenda, président de la société civile de Rutshuru, a condamné l'attaque.", [], ["post"]),
    ("fr", "Le président de l'association des commerçants, Moussa Traoré, a salué le départ des soldats français du Mali.", ["withdraw actor=FR place=ML"], ["post"]),
    ("fr", "Le président de l'Assemblée nationale du Tchad, Haroun Kabadi, a rencontré l'ambassadeur.", [], ["post function=head-of-state"]),
    ("fr", "Jean Ping, président de la Commission de l'Union africaine, condamne le coup d'État au Niger.", ["post organisation=au-commission function=president", "coup place=NE"], ["post function=head-of-state"]),
    ("fr", "Le président de la transition, Assimi Goïta, a rencontré l'ambassadeur de France à Bamako.", ["post state=ML function=head-of-state"], []),
    ("fr", "Le président du Conseil militaire de transition, Mahamat Idriss Déby, a reçu la ministre allemande.", ["post state=TD function=head-of-state"], []),
    ("en", "Paul Kenda, president of the miners' union of Rutshuru, condemned the attack.", [], ["post"]),
    ("en", "The president of the Senate, Ali Diallo, met the ambassador in Libreville.", [], ["post function=head-of-state"]),
    ("en", "The president of the Republic, Idriss Deby, visited Niger.", ["post state=TD function=head-of-state"], []),
    ("nl", "Paul Kenda, president van de vakbond van mijnwerkers, veroordeelde de aanval in Goma.", [], ["post"]),
    ("nl", "De president van het land, Idriss Déby, bezocht Niger.", ["post state=TD function=head-of-state"], []),
    # a word for people is nobody's name, however it is written
    ("fr", "Un convoi de la Minusca a été attaqué à Bria. Un Casque bleu a été blessé.", ["attack target=minusca injured=1"], []),
    ("en", "Rebels attacked a UNIFIL base near Naqoura. A Peacekeeper was killed.", ["attack target=unifil killed=1"], []),
    # a date inside a name is no time
    ("fr", "Le Mouvement du 23-Mars (M23) occupe des positions sur les collines de Rutshuru.", ["presence actor=m23 place=rutshuru"], ["presence at:2021-03"]),
    # an adjective of size or sort judges nothing
    ("fr", "La Minusca a réalisé d'importantes saisies dans l'est.", [], ["assessment"]),
    ("fr", "Le contingent népalais a ouvert des routes cruciales à Haïti.", [], ["assessment"]),
    ("fr", "La présence de la Minusca a une importance cruciale, a dit le ministre togolais.", ["assessment grade=important"], []),
    # what is withdrawn that is no force; whence nobody comes home
    ("fr", "Le Tchad a décidé de retirer leur accréditation à deux journalistes.", [], ["withdraw"]),
    ("en", "Niger withdrew the accreditation of two journalists.", [], ["withdraw"]),
    ("fr", "Le Danemark retire son contingent du Mali.", ["withdraw actor=DK place=ML"], []),
    ("fr", "Les soldats ghanéens revenaient d'une patrouille à Tessalit quand ils ont été attaqués.", ["attack target=GH"], ["withdraw"]),
    ("en", "The Ghanaian soldiers were returning from a patrol near Tessalit when they were attacked.", ["attack target=GH"], ["withdraw"]),
    ("nl", "De Ghanese militairen keerden terug van een patrouille bij Tessalit toen zij werden aangevallen.", ["attack target=GH"], ["withdraw", "deploy"]),
    ("fr", "Les Irlandais sont revenus de la mission au Liban.", ["withdraw actor=IE place=LB"], []),
    # what is retaken is not resumed
    ("fr", "La Minusca a repris aux rebelles la ville de Bria.", ["attack actor=minusca place=bria"], ["resume"]),
    ("fr", "La Minusca a repris ses patrouilles à Bria.", ["resume mission=minusca"], []),
    # who gives alongside others supports none of them
    ("fr", "La Grèce et l'Italie contribuent à Takuba aux côtés de l'Estonie.", ["contribution contributor=GR mission=takuba", "contribution contributor=EE mission=takuba"], ["support"]),
    ("fr", "La Belgique est présente à Gao aux côtés de la France.", ["support actor=BE target=FR"], []),
    ("fr", "Plusieurs pays doivent contribuer à la Minusma, comme le Bénin et le Togo.", ["contribution contributor=BJ mission=minusma required"], ["contribution contributor=BJ actual"]),
    # how long what ends has lasted is no time to come; and it is there no more
    ("fr", "Les soldats allemands ont quitté Gao lundi, mettant fin à dix ans de présence allemande au Mali.", ["withdraw actor=DE place=gao at:2022-02-07"], ["withdraw planned", "presence"]),
    ("en", "German soldiers left Gao on Monday, putting an end to ten years of German presence in Mali.", ["withdraw actor=DE place=gao at:2022-02-07"], ["withdraw planned", "presence"]),
    ("nl", "De Franse militairen krijgen zes maanden om Niger te verlaten.", ["withdraw actor=FR place=NE planned"], []),
    # whose soldiers toppled a president
    ("fr", "Bamako a expulsé l'ambassadeur de France. Les militaires ayant renversé le président Keïta l'avaient exigé après le refus de Paris.", ["coup actor=ML place=ML"], ["coup actor=FR"]),
    ("en", "London called for the release of President Bazoum. The soldiers who overthrew President Bazoum refused.", ["coup actor=NE place=NE"], ["coup actor=GB"]),
    # who is hurt in an attack of his own side on others
    ("fr", "Un soldat tanzanien de la Monusco a été touché pendant une offensive de la Monusco contre le M23.", ["attack target=TZ injured=1", "attack actor=monusco target=m23"], ["attack actor=monusco target=TZ"]),
    ("en", "A Tanzanian soldier of MONUSCO was wounded in a MONUSCO offensive against the M23.", ["attack target=TZ injured=1", "attack actor=monusco target=m23"], ["attack actor=monusco target=TZ"]),
    ("fr", "Trois soldats maliens ont été tués dans une attaque du GSIM contre l'armée malienne.", ["attack actor=jnim target=ML killed=3"], []),
    # how badly somebody is hurt is no judgement
    ("fr", "Deux soldats ghanéens sont dans un état grave, a déclaré le ministre.", [], ["assessment"]),
    ("fr", "La situation à Goma est grave, a dit le général Kofi Mensah.", ["assessment grade=worrying"], []),
    ("en", "Two of the Ghanaian soldiers are in a critical condition, the minister said.", [], ["assessment"]),
    # who aims at a mission's base is not what it is for
    ("fr", "Les Shebab ont visé un camp de l'Amisom.", ["attack actor=al-shabaab target=amisom"], ["purpose"]),
    ("fr", "L'Eucap vise à former la police malienne.", ["purpose mission=eucap-sahel-mali"], []),
    ("fr", "La Cédéao, par la voix du président en exercice, le béninois Patrice Talon, menace les putschistes de sanctions.", ["threaten actor=ecowas"], ["post function=head-of-state"]),
    # a mission that two bodies run together
    ("fr", "Une embuscade a fait trois morts dans le bataillon sénégalais de la Mission des Nations unies et de l'Union africaine (Minuad) au Darfour.", ["attack mission=unamid killed=3"], ["attack actor=au"]),
    # whose government tells what a state does with its people
    ("fr", "L'Allemagne retirera ses soldats du Mali en mai, a annoncé mardi le gouvernement.", ["withdraw actor=DE place=ML planned by=DE"], ["by=ML"]),
    ("fr", "La Suède maintiendra ses soldats au Mali jusqu'en août, a annoncé vendredi le gouvernement fédéral.", ["period contributor=SE by=SE"], ["by=ML"]),
    ("fr", "La Norvège retirera ses soldats du Mali, a annoncé le gouvernement malien.", ["withdraw actor=NO by=ML"], []),
    ("en", "Germany will withdraw its soldiers from Mali in May, the government announced on Tuesday.", ["withdraw actor=DE place=ML planned by=DE"], ["by=ML"]),
    ("nl", "Denemarken heeft 90 militairen naar Mali gestuurd, meldt het leger.", ["deploy actor=DK place=ML by=DK"], ["by=ML"]),
    # who condemns a seizure of power seized none; by force is by no force
    ("fr", "Le ministre kényan et l'Espagne ont pris position, condamnant « la prise du pouvoir par la force » au Gabon.", ["coup place=GA", "condemn actor=KE"], ["coup actor=KE", "coup actor=ES"]),
    ("fr", "L'Espagne condamne ce qu'elle nomme une tentative de prise du pouvoir par la force en Guinée.", ["coup place=GN", "condemn actor=ES"], ["coup mission=unmeer"]),
    # whose president, whatever he spoke at
    ("fr", "La Turquie doit partir, a dit le président français Emmanuel Macron après une réunion de ministres sur la Libye.", ["post state=FR"], ["post state=LY"]),
    ("fr", "Le général Paul Ndong a été commandant en chef de la Garde nationale du Gabon.", [], ["post function=chief-of-defence"]),
    ("fr", "Un neveu du chef de l'État sortant, Jean Bongo, a été arrêté à Libreville.", ["detain"], ["detain function=head-of-state"]),
    # who is counted among the fallen is not all that is given
    ("fr", "Cinq soldats du contingent népalais de la Minusma figurent parmi les sept militaires tués mardi près de Kidal.", ["contribution contributor=NP mission=minusma", "attack place=kidal"], ["contribution n=5", "strength"]),
    ("fr", "Plus de 20 soldats hongrois de la KFOR font partie des blessés.", ["contribution contributor=HU mission=kfor"], ["contribution n=20"]),
    # what has befallen him who will be flown home
    ("fr", "Le soldat ghanéen Kofi Mensah, blessé lors de l'attaque d'une patrouille de la Minusma à Kidal, sera ramené à Accra.", ["attack place=kidal mission=minusma actual"], ["attack planned"]),
    # elections that take place on a day to come; a ceremony that is called historic
    ("fr", "Des élections législatives se tiennent jeudi au Tchad.", ["elect place=TD at:2022-02-10 planned"], ["elect at:2022-02-03"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_what_the_press_says(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

"""What French pages of papers, agencies and ministries say in ways that no letter of our own had: sentences of our own, cause by cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # who pays tribute goes nowhere
    ("Le ministre danois a rendu hommage aux victimes à Bamako.", [], ["visit"]),
    ("Le général norvégien a rendu hommage vendredi aux soldats tombés au Liban.", [], ["visit"]),
    ("La ministre estonienne s'est rendue mardi à Gao.", ["visit actor=EE place=gao"], []),
    # words that fill stand between a helper and its verb
    ("Sept soldats éthiopiens ont en outre été blessés dans une attaque des shebab à Jowhar.", ["attack actor=al-shabaab target=ET injured=7"], ["attack actor=ET"]),
    ("Deux policiers ghanéens ont par ailleurs été tués près de Bangui.", ["attack target=GH killed=2"], ["attack actor=GH"]),
    ("Le contingent népalais a en revanche été pris pour cible à Juba.", ["attack target=NP"], ["attack actor=NP"]),
    # who is stressed does nothing else
    ("La France reste au Tchad. L'Union européenne a, elle, promis 5 millions d'euros à la police nigérienne.", ["support actor=eu"], ["support actor=FR"]),
    ("Le gouvernement malien, lui, accuse l'Ukraine.", ["accuse actor=ML target=UA"], []),
    # troops of what sort: nobody fights
    ("Les troupes de combat américaines quitteront l'Irak en août.", ["withdraw actor=US place=IQ planned at:2022-08"], ["clash"]),
    ("Le retrait des unités de combat canadiennes d'Afghanistan a été décidé en 2008.", ["withdraw actor=CA place=AF"], ["clash", "withdraw actor=AF"]),
    # rebels are not the state whose name they bear
    ("Des rebelles tchadiens ont attaqué un camp de l'Eufor.", ["attack mission=eufor-tchad-rca"], ["attack actor=TD"]),
    ("Huit Casques bleus ont été capturés par des insurgés syriens.", ["detain n=8"], ["detain actor=SY"]),
    ("Des soldats tchadiens ont attaqué un camp du FACT.", ["attack actor=TD"], []),
    # a mishap is nobody's blow, though it bangs
    ("L'explosion accidentelle d'une grenade a fait trois blessés parmi les soldats espagnols de la Finul.", [], ["attack"]),
    ("Il s'agit d'un accident de tir, blessant deux soldats danois.", [], ["attack"]),
    ("Une explosion a fait trois blessés parmi les soldats espagnols de la Finul.", ["attack target=ES injured=3"], []),
    # who is taken, where a noun tells it
    ("Le ministre a confirmé la capture de cinq soldats kényans.", ["detain target=KE n=5"], ["detain actor=KE"]),
    ("L'ONU a annoncé jeudi l'enlèvement de trois policiers népalais.", ["detain target=NP n=3"], ["detain actor=NP", "detain planned"]),
    ("L'arrestation de deux journalistes français par la police a été dénoncée.", ["detain target=FR n=2"], ["detain actor=FR"]),
    # what is announced of the past is no plan
    ("Le Danemark a annoncé que deux de ses soldats avaient été blessés à Gao.", ["attack target=DK injured=2"], ["attack planned"]),
    ("L'ONU a annoncé que vingt Casques bleus népalais étaient bloqués à Juba.", ["obstruct"], ["obstruct planned"]),
    ("L'Otan a décidé d'envoyer des avions à la suite de l'invasion de l'Ukraine par Moscou.", ["attack actor=RU target=UA"], ["attack planned"]),
    ("Le Conseil de sécurité a décrété un embargo sur les armes contre la Libye.", ["sanction target=LY"], ["sanction planned"]),
    ("Elle espère le déploiement de la mission, tel qu'autorisé par le Conseil de sécurité.", [], ["approve planned"]),
    # a participle tells of the noun before it
    ("La Minusca a riposté. « La mission condamne l'attentat ayant visé notre convoi », a dit le général.", ["condemn actor=minusca", "attack target=minusca"], ["attack actor=minusca"]),
    ("La Grèce a salué l'accord mettant fin aux combats.", [], ["end actor=GR"]),
    # the dateline does nothing
    ("Soudan - L'ONU réduit ses effectifs", ["reduce actor=un"], ["reduce actor=SD"]),
    ("Niger – L'UE suspend sa mission de formation", ["suspend actor=eu"], ["suspend actor=NE"]),
    ("(Belga) La Belgique a mis fin mercredi à sa mission en Irak.", ["end actor=BE"], ["end actor=belga"]),
    # a headline counts the fallen, not a contribution
    ("Quatre soldats irlandais de la Finul blessés dans une explosion", [], ["contribution n=4"]),
    ("45 soldats de l'Atmis tués dans une attaque des shebab", [], ["strength"]),
    # where, of a part; how many, but for some
    ("Au moins 20 Casques bleus ont été tués en 2021, dont quatre en Centrafrique.", ["attack killed=20 at:2021"], ["attack place=CF killed=20"]),
    ("Le pays fournit 75 instructeurs, dont 50 en Allemagne.", [], ["place=DE n=75"]),
    ("Le Conseil retire tout son personnel du Rwanda, à l'exception de 270 soldats.", [], ["withdraw n=270"]),
    # whose border it is
    ("Un soldat de la Finul a été blessé dans un tir sur une position proche de la frontière avec Israël.", ["attack mission=unifil"], ["attack partner=IL"]),
    # when
    ("Selon un décompte datant de mars 2021, 30 soldats de la Minusca ont été tués depuis 2014.", ["attack killed=30"], ["attack at:2021-03"]),
    ("Le Danemark avait déployé en Irak 300 soldats entre 2015 et 2017.", ["deploy actor=DK place=IQ n=300 at:2015-01-01/2017-12-31"], []),
    ("À la suite des attentats du 7 janvier et du 13 novembre 2015, le Danemark a renforcé sa police.", [], ["at:2015-11-13"]),
    ("Les participants veulent maintenir la Minusca au-delà de 2024.", [], ["period until:../2024"]),
    ("Le mandat de la Minusca ne sera pas prolongé au-delà de 2024.", ["period mission=minusca until:../2024"], []),
    ("Le ministre danois de la Défense, Troels Lund Poulsen, sera au Kosovo à partir de lundi.", ["post person=troels-lund-poulsen state=DK"], ["post since:2022-02-07/.."]),
    # whose spokesperson, whose minister, whose government
    ("La MONUSCO est en alerte. Kofi Annan condamne l'attaque, a dit son porte-parole, Fred Eckhard.", [], ["post mission=monusco"]),
    ("Le ministre de la Défense, Bill Blair, affirme que le Canada retirera ses soldats d'Irak même si le président américain lui demande de rester.", ["post person=bill-blair state=CA", "withdraw actor=CA"], ["post state=US"]),
    ("Le Canada a 300 soldats en Afghanistan. Le gouvernement conservateur de Stephen Harper décidera de leur retour.", [], ["decide actor=AF"]),
    ("Un nouveau gouvernement a été nommé samedi par le président Touadéra.", ["appoint"], ["appoint function=head-of-state"]),
    ("Le chef des forces armées ougandaises, le général Kainerugaba, est à Mogadiscio.", ["post state=UG function=chief-of-defence"], []),
    # those who are there are the noun beside it
    ("Le M23 a demandé à toutes les armées étrangères, présentes à Goma, de partir.", ["demand actor=m23"], ["presence actor=m23"]),
    ("Le M23 tient Goma. Ces soldats de la SADC sont arrivés en décembre dans l'est de la RDC.", [], ["deploy actor=m23", "deploy actor=CD"]),
    # at whose side they fight
    ("Aux côtés de la coalition, la France combat Daech en Irak.", ["presence actor=FR place=IQ"], ["support target=is"]),
    ("La Belgique se bat aux côtés des forces irakiennes.", ["support actor=BE target=IQ"], []),
    ("Le ministre soutient que le Danemark retirera ses soldats d'Irak en juillet.", ["withdraw actor=DK place=IQ planned at:2022-07"], ["support"]),
    # what is needed is not there, and what a thing is like judges nothing
    ("Les ONG soulignent l'urgence d'une amélioration de la sécurité au Darfour.", [], ["assessment grade=improved"]),
    ("Ils ont repris le port stratégique de Kismayo.", ["attack place=kismayo"], ["assessment"]),
    ("Un obus a fait quatre blessés, dont un grave.", ["attack injured=4"], ["assessment"]),
    # a noun between commas only says what somebody is; what is expected beside those who come
    ("Le représentant du Rwanda, membre du Conseil de sécurité, a accusé le Burundi.", ["accuse actor=RW target=BI"], ["accuse actor=un-security-council"]),
    ("Le ministre kényan, artisan de l'accord, a condamné le M23.", ["condemn actor=KE target=m23"], []),
    ("155 soldats français, sur un total de 500 attendus, ont été acheminés hier à Darwin.", ["deploy actor=FR n=155"], ["deploy possible"]),
    # what is called for, whatever stands between
    ("Les dirigeants de la Cédéao appellent également à une augmentation des effectifs de la force en Gambie.", ["demand actor=ecowas mission=ecomig"], ["reinforce"]),
    ("L'UA appelle aussi au retrait des soldats burundais de Somalie.", ["demand actor=au"], ["withdraw actor=BI place=SO actual"]),
    # these people are not the soldiers told of before
    ("Il y a 400 soldats irlandais à Goz Beïda. Le HCR vient en aide à ces populations civiles.", ["aid actor=unhcr"], ["aid target=IE"]),
    # what is listed as an option
    ("Le rapport propose trois options : le retrait total de la MINUAR, un renforcement massif ou une réduction.", ["withdraw mission=unamir possible"], []),
    # whose blows they are
    ("Plusieurs civils ont été tués dans un bombardement de l'Otan sur une maison à Khost.", ["attack actor=nato place=khost"], ["attack target=nato"]),
    ("Le bombardement du camp de la Finul a fait deux morts.", ["attack target=unifil killed=2"], ["attack actor=unifil"]),
    ("La Finul a été la cible de plusieurs attentats depuis 2006. Sa mission a été prolongée après l'offensive d'Israël contre le Liban.", ["attack target=unifil since:2006/.."], ["attack actor=IL since:2006/.."]),
    ("Un soldat togolais a été tué dans l'échange de feu, d'après la force, qui parle d'éléments anti-Balaka, milice dont la confrontation avec les rebelles de la Séléka a plongé le pays dans le chaos.", ["attack target=TG killed=1"], ["clash killed=1"]),
    # whose government it is; he who is nobody
    ("Le retrait a été décidé par le gouvernement conservateur de Stephen Harper. Les soldats canadiens quittent l'Afghanistan.", ["withdraw actor=CA"], ["withdraw actor=AF"]),
    ("La France a 1.500 soldats au Liban. Il s'agit d'un accident de manipulation, blessant onze soldats.", [], ["attack"]),
    # missions of states that the report names
    ("Les militaires français de l'opération «Licorne» restent en Côte-d'Ivoire. 3 500 soldats français y sont déployés, aux côtés des Casques bleus de l'Onuci.", ["contribution contributor=FR mission=licorne n=3500"], ["contribution contributor=FR mission=unoci"]),
    ("La Force internationale pour le Timor oriental (Interfet) protège l'Unamet. L'Australie fournit 4 500 hommes à l'Interfet.", ["contribution contributor=AU mission=interfet n=4500"], ["contribution mission=unamet"]),
    # a people named by another land is no state; whose praise, who is left out, whose date
    ("Les Serbes bosniaques ont bombardé Tuzla.", ["attack place=tuzla"], ["attack actor=RS"]),
    ("Les Français et les Danois ont bombardé Raqqa.", ["attack actor=FR+DK place=raqqa"], []),
    ("Antonio Guterres, secrétaire général de l'ONU, félicite le Bénin.", ["assessment grade=positive by=un-secretary-general"], []),
    ("Le Conseil retire le personnel de l'ONU au Rwanda, à l'exception du représentant spécial et de 270 militaires.", ["withdraw place=RW"], ["withdraw n=270"]),
    ("Selon un décompte de la Minuad datant de janvier 2012, 38 membres de la mission ont été tués en quatre ans.", ["attack killed=38"], ["attack at:2012-01"]),
    ("L'UA s'est contentée de condamner l'attaque mardi.", ["condemn actor=au at:2022-02-01"], ["condemn planned"]),
    # a post runs into the name of an operation; Monsieur is no first name
    ("Le commandant de l'opération Licorne, le colonel Paul Lefort, a reçu le ministre.", ["post person=paul-lefort mission=licorne"], ["post person=licorne"]),
    ("Le commandant de l'opération est arrivé à Gao.", [], ["post"]),
    ("Monsieur Paul Lefort, secrétaire d'État à la Défense, a rendu visite aux soldats belges au Mali.", ["visit actor=paul-lefort"], ["visit actor=monsieur-paul-lefort"]),
    # what is carried out, put in, brought back to what it was: nobody is killed, sent, withdrawn
    ("Les patrouilles ont été exécutées par deux soldats danois.", [], ["attack"]),
    ("Boko Haram a exécuté trois otages à Diffa.", ["attack actor=boko-haram killed=3"], []),
    ("Le ministre salue les efforts déployés par l'Union africaine en Somalie.", [], ["deploy", "presence"]),
    ("L'Union africaine a déployé 200 soldats en Somalie.", ["deploy actor=au place=SO n=200"], []),
    ("L'armée a fait revenir à la normale la circulation à Bangui.", [], ["withdraw"]),
    ("Le Danemark fait revenir ses soldats du Mali.", ["withdraw actor=DK place=ML"], []),
    ("Les soldats togolais ont réussi à empêcher le pire.", [], ["obstruct"]),
    ("Des soldats togolais ont bloqué une patrouille de la Minusma.", ["obstruct actor=TG"], []),
    # what is only supposed, of old, or of a mood
    ("La Minusma intervient en cas de menace grave.", [], ["assessment"]),
    ("Le Tchad, allié historique du Danemark, est là.", [], ["assessment"]),
    ("Gao vit dans un climat de violences.", [], ["risk effect=climate"]),
    ("Le changement climatique risque de provoquer une famine au Niger.", ["risk effect=famine"], []),
    ("Le Tchad était au bord du chaos en 2015.", [], ["risk"]),
    ("Le pays est au bord du chaos.", ["risk"], []),
    # those who do it, whoever they are
    ("Berlin veut punir tous ceux qui attaquent la Minusma.", [], ["attack"]),
    ("Les rebelles qui ont attaqué la Minusma mardi ont été arrêtés.", ["attack target=minusma"], []),
    # what is worked for
    ("Le Togo envoie une délégation à Bamako en vue de la libération des soldats danois.", ["release target=DK planned"], ["release actual"]),
    ("Le Ghana négocie pour la libération des soldats danois.", [], ["release actual"]),
    # a pronoun hung on a verb: who says so, and what is asked
    ("Le ministre danois est à Bamako. « La junte refuse de discuter », a-t-il dénoncé.", ["reject by=DK"], []),
    ("Le Danemark envisage-t-il de retirer ses soldats du Mali ?", [], ["withdraw", "option"]),
    ("Le Danemark quittera-t-il le Mali ?", [], ["withdraw"]),
    # a mission's long name, written small
    ("La Suède condamne l'attaque contre un camp de la mission multidimensionnelle intégrée des Nations Unies pour la stabilisation en République centrafricaine (MINUSCA).", ["attack target=minusca"], ["contribution contributor=SE"]),
    # a number that names a thing; what is without a condition is done
    ("Vendredi 10 mai, le Danemark a relevé l'Espagne dans la mission LYNX 5 en Estonie.", ["deploy actor=DK place=EE"], ["deploy n=5"]),
    ("Le Burundi promet de retirer ses soldats selon les résolutions 2628 (2022) et 2687 (2023), sans aucune condition.", ["withdraw actor=BI planned"], ["withdraw n=2687", "withdraw not"]),
    ("La Finul compte 10 000 hommes. La France en fournit 700, le Ghana 800.", ["contribution contributor=GH mission=unifil n=800"], []),
    # whose request it is; at whose request; what comes about in time to come
    ("L'Union africaine a accepté la demande de la Somalie d'une trêve de six semaines.", ["demand actor=SO"], ["demand actor=au"]),
    ("La Minusca intervient à la demande exclusive des autorités centrafricaines.", [], ["demand target=minusca"]),
    ("L'adaptation s'opérera par le désengagement du bataillon danois de la Finul.", ["withdraw actor=DK mission=unifil planned"], ["withdraw actual"]),
    # leaning on somebody, working beside somebody, making an effort
    ("Le détachement danois s'appuie sur 13 blindés.", [], ["support"]),
    ("Le Danemark appuie l'armée malienne.", ["support actor=DK target=ML"], []),
    ("Les soldats danois suivront un entraînement aux côtés de leurs camarades estoniens.", [], ["support"]),
    ("L'autorisation porte sur deux hélicoptères et le personnel nécessaire à leur utilisation.", [], ["assessment"]),
    ("La mission a investi 13 millions d'euros dans le camp de Koulikoro.", [], ["attack"]),
    ("Les rebelles ont investi la ville de Goma.", ["attack place=goma"], []),
    # what goes on; who threatens it; whom it hit
    ("Depuis le début de l'opération Impact, le Danemark n'a jamais cessé de soutenir l'Irak.", ["support actor=DK target=IQ actual"], ["suspend"]),
    ("La Minusca est à Bangui. Le Conseil punit ceux qui menacent la stabilité de la région.", [], ["purpose"]),
    ("La Suède condamne l'attaque contre un poste de la Minusca, qui a coûté la vie à un soldat népalais et en a blessé un autre.", ["attack mission=minusca killed=1 injured=1"], ["attack actor=minusca"]),
    # which lands are meant; whose post; names
    ("Sous l'opération Impact, 300 militaires canadiens sont déployés dans trois pays, soit l'Irak, la Jordanie et le Koweït.", ["contribution contributor=CA mission=impact n=300"], ["contribution contributor=JO", "contribution contributor=KW"]),
    ("M. Jean Dupont s'est entretenu avec Mme Anna Berg, chef de l'État de transition.", ["post person=anna-berg"], ["post person=jean-dupont"]),
    ("Mme Anna van de Velde a appelé les autorités congolaises à enquêter.", ["demand actor=anna-van-de-velde target=CD"], []),
    ("L'opération Boali est à Bangui. La Séléka est sous les ordres du président Djotodia.", [], ["post mission=boali"]),
    # the heads of several states: of nobody's in particular, or of an organisation's members
    ("Le Danemark est au Mali. Les chefs d'État et de gouvernement condamnent le putsch au Niger.", ["condemn place=NE"], ["condemn actor=DK"]),
    ("Le Danemark est au Mali. Les chefs d'État et de gouvernement de la Cedeao condamnent le putsch au Niger.", ["condemn actor=ecowas"], ["condemn actor=DK"]),
    ("Les chefs d'État du Ghana et du Togo ont condamné l'attaque de Gao.", ["condemn actor=GH", "condemn actor=TG"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES, ids=[case[0] for case in CASES])
def test_what_real_pages_say(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "fr", text, expected, forbidden)

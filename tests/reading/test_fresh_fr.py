"""What fresh French reports tell in ways that were misread, and its like in English and Dutch: who is meant, what is only said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a participle tells of those with whom it agrees, not of their mission; members of two crews were arrested, no crew was
    ("fr", "Les dix soldats ghanéens de la FINUL, enlevés lundi à Tyr par des miliciens, sont libres.", ["detain target=GH place=tyre"], ["detain target=unifil"]),
    ("fr", "Les policiers rwandais de la MINUSCA, arrivés mardi à Bangui, sont 140.", ["deploy actor=RW"], ["deploy actor=minusca"]),
    ("en", "The thirteen Italian members of two crews, arrested on Saturday in Goma by Congolese soldiers, were freed.", ["detain actor=CD target=IT"], []),
    ("fr", "Le convoi de la MONUSCO, attaqué samedi à Beni par les ADF, transportait des vivres.", ["attack actor=adf target=monusco"], []),
    # how many somebody has stands between commas, whatever is denied of him
    ("fr", "La Côte d'Ivoire, forte de 900 casques bleus au Mali, n'exclut plus de les rappeler.", ["contribution contributor=CI n=900"], ["contribution not"]),
    ("fr", "L'Allemagne ne participe pas à la MINUSMA avec 1 000 hommes.", ["contribution contributor=DE not"], []),
    # of what land a clause says it speaks, "there" is in
    ("fr", "La France a quitté Niamey. L'UE a suspendu l'EUMPM Niger. S'agissant du Tchad, un millier de Français y sont présents.", ["presence actor=FR place=TD"], ["contribution"]),
    ("fr", "La MONUSCO a besoin de renforts en RDC. Quant au Rwanda, il compte y envoyer 400 hommes.", ["deploy actor=RW place=CD"], []),
    # "of whom a hundred" are of whom it hangs on
    ("fr", "La Belgique est partie. L'Africa Corps, dont une centaine d'instructeurs sont arrivés en avril au Niger, forme l'armée nigérienne.", ["deploy actor=africa-corps place=NE"], ["deploy actor=BE"]),
    ("fr", "L'Italie, dont une dizaine de militaires ont été blessés par une mine, va quitter la FINUL.", ["attack target=IT"], []),
    ("fr", "La MONUSCO, dont trois casques bleus ont été tués à Beni, dénonce l'attaque.", ["attack target=monusco place=beni"], []),
    ("fr", "La FINUL, dont 1 000 Italiens sont déployés à Tyr, a un nouveau chef.", ["contribution contributor=IT n=1000"], []),
    # who does not ignore something knows it
    ("fr", "Nul n'ignore que le Mali soutient les rebelles.", ["support actor=ML"], ["question"]),
    ("fr", "On ignore toujours qui a tiré.", ["question"], []),
    # behind "ce" no verb stands
    ("fr", "Le ministre a qualifié ce massacre d'acte barbare.", ["assessment grade=unacceptable"], ["attack"]),
    # the mission that is named is meant, not the one that is there
    ("fr", "L'opération New Nero a formé des Nigériens. La Belgique y a commandé la force de la MINUSMA, en la personne du général Deconinck.", ["post person=deconinck mission=minusma", "leadership leader=BE mission=minusma"], ["leadership mission=new-nero"]),
    # who saves the wounded hurt nobody
    ("fr", "L'équipe salvadorienne a sauvé deux blessés le 23 février.", [], ["attack"]),
    ("fr", "Deux blessés ont été évacués par l'hélicoptère espagnol.", [], ["attack", "withdraw"]),
    ("en", "The medics treated 40 wounded in Bangui.", [], ["attack"]),
    ("nl", "De artsen behandelden 40 gewonden in Bangui.", [], ["attack"]),
    ("fr", "Blessés lundi par une mine, trois Français ont été évacués.", ["attack target=FR"], []),
    # soldiers of the UN are those of its mission spoken of; its experts are not
    ("fr", "La MINUSMA patrouille à Gao. Bamako a suspendu les rotations des troupes de l'ONU.", ["suspend actor=ML mission=minusma"], []),
    ("en", "UNISFA is in Abyei. A UN helicopter was shot down in Abyei on Monday.", ["attack mission=unisfa"], []),
    ("nl", "UNOMIG is in Abchazië. De VN-waarnemers vertrekken.", ["withdraw mission=unomig"], []),
    ("fr", "La MINUSMA patrouille à Gao. Un expert de l'ONU a été tué lundi.", ["attack"], ["attack mission=minusma"]),
    ("fr", "La MINUSMA patrouille à Gao. Des soldats de l'OTAN ont été tués lundi en Afghanistan.", ["attack target=nato"], ["attack mission=minusma"]),
    # a name in a line of capitals, with and without its accents
    ("fr", "COMMUNAUTE ECONOMIQUE DES ETATS DE L'AFRIQUE DE L'OUEST\nConférence des chefs d'État\nCommuniqué final\n\n1. La Conférence exprime sa vive préoccupation.", ["assessment by=ecowas"], []),
    # what one does not wish to see done, could not do, does not cease to do
    ("fr", "Le Tchad ne souhaite pas voir le mandat de la MINURCAT reconduit.", ["extend mission=minurcat not planned"], ["extend actual"]),
    ("fr", "Le bataillon mongol n'a pu être déployé, faute d'équipements.", ["deploy actor=MN not"], ["deploy actual"]),
    ("fr", "La France n'a pu que constater le départ de ses soldats.", ["withdraw actor=FR"], ["withdraw not"]),
    ("fr", "Kinshasa n'a cessé de réclamer le départ de la MONUSCO.", ["demand actor=CD target=monusco actual"], ["demand not"]),
    # a report of the Secretary-General is his: "I" and "my" are he, not the Council that heads it
    ("fr", "Conseil de sécurité\nRapport du Secrétaire général sur la MINURCAT\n\nJe regrette que la force parte. J'engage le Gouvernement tchadien à protéger les réfugiés. Je recommande au Conseil d'approuver un retrait par étapes.", ["assessment grade=negative by=un-secretary-general", "demand actor=un-secretary-general target=TD", "demand actor=un-secretary-general target=un-security-council"], ["by=un-security-council"]),
    ("en", "Security Council\nReport of the Secretary-General on UNMISS\n\nI regret the delay. My Special Representative, Nicholas Haysom, met the President. I urge the Government of South Sudan to protect civilians.", ["demand actor=un-secretary-general target=SS"], ["demand actor=un-security-council"]),
    # each act of a resolution is its council's; the Commission is that of its own organisation, who is named among those asked is asked
    ("fr", "Le Conseil de paix et de sécurité de l'Union africaine,\n\n5. Prie la Commission d'étudier l'offre de l'Égypte ; exhorte l'Éthiopie à dialoguer ; condamne l'attaque de Beni.", ["demand actor=au-psc target=au-commission", "demand actor=au-psc target=ET", "condemn actor=au-psc"], ["actor=ET"]),
    ("fr", "Le Tchad part ; reste le Niger.", [], ["demand", "condemn"]),
    ("fr", "Le Conseil de l'UE engage les partenaires, en particulier le Qatar, à combler le déficit.", ["demand target=QA"], []),
    ("fr", "L'Union africaine félicite l'ATMIS et les pays contributeurs de troupes, à savoir le Burundi, Djibouti et l'Éthiopie, et déplore la mort de quatre soldats.", ["contribution contributor=BI mission=atmis", "contribution contributor=ET mission=atmis"], ["question"]),
    ("fr", "Le Conseil salue l'ATMIS et présente ses condoléances au Kenya.", ["assessment grade=positive"], ["presence"]),
    # those who serve in a mission are of the land of whose part alone was told; not: soldiers of 48 lands, one of the three who command
    ("fr", "Le Conseil fédéral prolonge la présence des soldats suisses au Kosovo. Actuellement, 195 volontaires servent au sein de la KFOR.", ["contribution contributor=CH mission=kfor n=195"], ["strength"]),
    ("fr", "Le Ghana prolonge sa participation à la FINUL. Près de 10.000 soldats, fournis par 48 pays, servent au sein de la FINUL.", ["strength mission=unifil n=10000"], ["contribution contributor=GH n=10000"]),
    ("fr", "Le colonel est l'un des trois commandants adjoints de la KFOR.", [], ["strength"]),
    # what a force is asked to be is not what it has; who will do the same does not yet; another operation is not the mission
    ("fr", "M. Waldheim a demandé au Conseil de porter l'effectif de la FINUL à 6.000 hommes.", ["strength mission=unifil n=6000 planned"], ["strength actual"]),
    ("fr", "Le Conseil veut réduire la force de la MONUSCO à 8 000 soldats.", ["strength mission=monusco n=8000 planned"], ["strength actual"]),
    ("fr", "Le Conseil a porté l'effectif de la FINUL à 6.000 hommes.", ["strength mission=unifil n=6000 actual"], []),
    ("fr", "L'Allemagne participe à Aspides avec une frégate. Le Danemark fera de même en 2025.", ["contribution contributor=DK planned"], ["contribution contributor=DK actual"]),
    ("en", "Germany takes part in Aspides with a frigate. Denmark will do the same in 2025.", ["contribution contributor=DK planned"], ["contribution contributor=DK actual"]),
    ("fr", "La France a quitté le Mali. La Suède en fera autant en juin.", ["withdraw actor=SE planned"], ["withdraw actor=SE actual"]),
    ("fr", "La MMAS est en Haïti. L'opération Mirador mobilise trois mille soldats contre les groupes venus du Burkina.", [], ["strength", "contribution"]),
    ("fr", "La MMAS est en Haïti. C'est beaucoup pour une armée qui en compte douze mille.", [], ["strength"]),
    # a ministry speaks of its own land first
    ("fr", "Ministère des Affaires étrangères – Point de presse\n\nLa France se réjouit de la résolution 2100. Les forces françaises aideront la MISMA. Le Tchad a annoncé son retrait. Les soldats tchadiens rentrent. Six de nos soldats ont perdu la vie à Gao. Nous le regrettons.", ["attack target=FR killed=6"], ["attack target=TD"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_fresh(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """A report says what is listed, and not what a hasty reader would make of it."""
    says(read, language, text, expected, forbidden)

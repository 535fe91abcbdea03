"""What words take up: a pronoun and who was told of right before, "which" and the thing before it, what somebody says of all that was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # as for somebody
    ("fr", "La Turquie s'inquiète. Quant à la Russie, elle accuse l'OTAN de provocations.", ["accuse actor=RU target=nato"], ["accuse actor=TR"]),
    ("fr", "Le Cameroun hésite. Pour ce qui est du Gabon, il a retiré son contingent de la MINUSCA.", ["withdraw actor=GA"], ["withdraw actor=CM"]),
    ("en", "Rwanda denies it. As for Burundi, it has closed its border with Rwanda.", ["sanction actor=BI"], ["sanction actor=RW"]),
    # who does what the same sentence told right before
    ("fr", "L'Ouganda se tait. La Tanzanie dément : elle accuse le Rwanda de provocations.", ["accuse actor=TZ target=RW"], ["accuse actor=UG"]),
    ("fr", "Oman se tait. La Tanzanie proteste, mais elle n'a pas rappelé son ambassadeur au Rwanda.", ["recall actor=TZ not"], []),
    ("fr", "Oman se tait. L'Allemagne retire ses soldats car elle juge la situation dangereuse.", ["assessment by=DE"], ["assessment by=OM"]),
    ("fr", "L'Ouganda se tait. Votre commission n'est pas d'accord : elle demande le retrait de la Serbie.", ["demand target=RS"], ["demand actor=UG"]),
    ("en", "Oman is silent. Kenya denies it; it accuses Somalia of provocations.", ["accuse actor=KE target=SO"], ["accuse actor=OM"]),
    ("en", "Oman is silent. Germany withdraws its soldiers because it considers the situation dangerous.", ["assessment by=DE"], []),
    # who stands above a relative clause
    ("fr", "L'Iran a protesté. Le Maroc a rappelé son ambassadeur en Espagne, à laquelle il reproche d'armer le Polisario.", ["accuse actor=MA target=ES"], ["accuse actor=IR"]),
    ("fr", "L'Iran a protesté. L'Éthiopie a retiré ses troupes de Somalie, où elle avait envoyé 3 000 soldats.", ["deploy actor=ET place=SO n=3000"], []),
    ("fr", "Le Rwanda a annoncé avoir rompu ses relations avec la Belgique, qu'il accuse de partialité.", ["accuse actor=RW target=BE"], []),
    ("fr", "L'Algérie a réagi. La France, dont les soldats ont quitté le Mali, se tait.", ["withdraw actor=FR place=ML"], ["withdraw actor=DZ"]),
    # several, or one
    ("fr", "L'ambassadeur Jean Dupont a reçu les rebelles. La France leur a demandé de partir.", ["demand actor=FR"], ["demand target=jean-dupont"]),
    # the thing just told of
    ("fr", "L'Inde dénonce ces tirs, qui ont blessé deux Casques bleus népalais.", ["attack target=NP injured=2"], ["attack actor=IN"]),
    ("en", "India condemned the shelling, which wounded two Nepalese peacekeepers.", ["attack target=NP injured=2"], ["attack actor=IN"]),
    ("fr", "L'Inde dénonce les soldats pakistanais, qui ont blessé deux Casques bleus népalais.", ["attack actor=PK target=NP"], []),
    # all that was told
    ("fr", "La Serbie réclame le retrait de la KFOR, ce que rejette Pristina.", ["reject actor=XK target=RS"], ["reject actor=RS"]),
    ("fr", "Kinshasa accuse Kigali d'avoir armé le M23, ce que dément le Rwanda.", ["deny actor=RW"], ["deny actor=CD"]),
    ("fr", "Le Mali a libéré les soldats ivoiriens, ce dont se félicite l'ONU.", ["assessment grade=positive by=un"], ["assessment by=ML"]),
    ("fr", "Paris plaide pour le renouvellement du mandat de la FINUL, ce à quoi Washington s'oppose.", ["reject actor=US"], ["reject actor=FR"]),
    # "and" that goes on with no infinitive and no relative clause
    ("fr", "La Hongrie refuse de signer et la Slovaquie demande un délai.", ["demand actor=SK"], ["demand required"]),
    ("fr", "Le Ghana a condamné l'attaque qui a tué dix soldats et le Togo a rappelé son ambassadeur au Mali.", ["recall actor=TG target=ML"], []),
    ("fr", "La Pologne a accepté d'envoyer des soldats et des instructeurs en Ukraine.", ["deploy actor=PL place=UA planned"], []),
    # what else is asked of others
    ("fr", "L'ONU exige que le M23 se retire de Goma et que le Rwanda cesse son appui.", ["demand actor=un target=m23", "demand actor=un target=RW"], []),
    ("en", "The EU demanded that Serbia withdraw its troops and that Kosovo hold elections.", ["demand actor=eu target=XK"], []),
    ("nl", "De EU eist dat Servië zijn troepen terugtrekt en dat Kosovo verkiezingen houdt.", ["demand actor=eu target=XK"], []),
    ("fr", "L'Union africaine demande que le Soudan cesse le feu et qu'il laisse passer l'aide.", ["demand actor=au target=SD"], []),
    ("fr", "Le président angolais a reçu les ministres rwandais et congolais. Il demande aux deux pays de négocier.", ["demand actor=AO target=RW+CD"], []),
    # whose spokesperson
    ("fr", "Paris a réagi. Le Sénégal proteste ; son président, Bassirou Diomaye Faye, rappelle son ambassadeur.", ["post person=bassirou-diomaye-faye state=SN"], ["post state=FR"]),
    ("en", "Spain and Italy stay. UNDOF was attacked. Its spokesperson, Anna Berg, condemned the attack.", ["post mission=undof person=anna-berg"], []),
    ("fr", "La MINUSMA a été attaquée. Son porte-parole, Olivier Salgado, accuse les jihadistes.", ["post mission=minusma person=olivier-salgado"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[text for _, text, _, _ in CASES])
def test_what_is_taken_up_is_what_was_told_last(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)


WORDED = [
    # undergoing something
    ("La MINUSMA s'est vu refuser l'accès à Kidal par l'armée malienne.", ["deny_access actor=ML target=minusma"], ["deny_access target=ML"]),
    ("Le Mali s'est vu imposer des sanctions par la CEDEAO.", ["sanction actor=ecowas target=ML"], ["sanction actor=ML"]),
    # advice and charges are demands
    ("Paris recommande à la MINUSMA de quitter Kidal.", ["demand actor=FR target=minusma"], ["withdraw"]),
    ("La France recommande à ses ressortissants de quitter le Mali.", ["demand actor=FR target=FR"], ["withdraw"]),
    ("Le Conseil de sécurité a chargé la MINUSCA d'enquêter sur le massacre.", ["demand actor=un-security-council target=minusca"], ["investigate"]),
    ("La force est chargée de protéger Goma.", [], ["demand"]),
    ("La France a recommandé l'hôtel aux diplomates.", [], ["demand"]),
    # questions
    ("M. Paul Durand interroge la ministre sur l'opération Irini. Il lui demande quelles mesures elle entend prendre.", ["question by=paul-durand"], ["demand"]),
    ("On ignore quels groupes ont attaqué la base de la MONUSCO.", ["question"], ["attack"]),
    # courts, members of parliament
    ("Les 46 soldats ivoiriens ont été condamnés par la justice malienne à vingt ans de réclusion.", [], ["condemn"]),
    ("L'ONU condamne l'attaque à la roquette contre la MINUSMA.", ["condemn actor=un"], []),
    ("Interpellée par le député Wouter Maes, la ministre Anna Smet n'a pas exclu un retour au Niger.", [], ["detain"]),
    ("Interpellés par la police malienne, deux soldats français ont été libérés.", ["detain actor=ML target=FR n=2"], []),
    ("Le ministre français l'a rappelé mardi.", [], ["recall"]),
    # agreements: where they were made, and what is only proposed
    ("Le gouvernement éthiopien rejette l'accord de Pretoria.", ["reject actor=ET"], ["agree actor=ZA"]),
    ("Paris et Londres ont proposé une trêve d'un mois.", [], ["agree"]),
    ("Le Rwanda et la RDC ont repris les pourparlers de Luanda.", ["consult actor=RW target=CD"], ["attack"]),
    ("L'armée malienne a repris Kidal.", ["attack actor=ML place=kidal"], []),
    # lists, lands, soldiers
    ("Les États-Unis ont retiré le Soudan de la liste des États soutenant le terrorisme.", [], ["withdraw"]),
    ("Le Mali a libéré les soldats jeudi.", ["release actor=ML"], ["release target=ML"]),
    ("Tous les diplomates belges ont 48 heures pour quitter le Rwanda.", ["expel actor=RW target=BE"], []),
    # the Secretary-General's representative is not he
    ("La représentante du Secrétaire général, María Ángela Holguín, a échoué.", ["post person=maria-angela-holguin function=special-representative"], []),
    # names and courts of states
    ("L'État hébreu accuse le Hezbollah d'avoir tiré sur la FINUL.", ["accuse actor=IL target=hezbollah"], []),
    ("La Cour suprême kényane a suspendu le déploiement de policiers en Haïti.", ["suspend actor=KE"], []),
    ("L'Iran a également fait part de son opposition au déploiement.", ["reject actor=IR"], []),
    # who speaks behind a quotation
    ("« Ces attaques sont inacceptables et constituent une violation du droit international », a dénoncé Paris.", ["assessment grade=unacceptable by=FR", "assessment grade=unlawful by=FR"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "forbidden"), WORDED, ids=[text for text, _, _ in WORDED])
def test_what_states_say_and_do_in_french(read: Read, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, "fr", text, expected, forbidden)

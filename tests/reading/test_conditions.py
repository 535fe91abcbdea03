"""What depends on a condition, what would have been, what is left, and what nobody speaks of: none of it has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # an open condition: what depends on it is conditional
    ("nl", "Als Niger daarom vraagt, vertrekt Italië.", ["withdraw actor=IT conditional"], []),
    ("nl", "Italië vertrekt als Niger daarom vraagt.", ["withdraw actor=IT conditional"], []),
    ("nl", "Mocht Bamako aandringen, dan trekt Denemarken zijn militairen terug.", ["withdraw actor=DK conditional"], []),
    ("nl", "Tenzij Mali zich bedenkt, stapt Zweden uit Takuba.", ["withdraw actor=SE mission=takuba conditional"], []),
    ("nl", "Noorwegen stuurt 50 militairen naar Mali op voorwaarde dat de missie wordt verlengd.", ["deploy actor=NO conditional"], []),
    ("en", "If the mandate is renewed, Norway will send 50 soldiers to Mali.", ["deploy actor=NO place=ML n=50 conditional"], []),
    ("en", "Norway will send 50 soldiers to Mali provided that the mandate is renewed.", ["deploy actor=NO conditional"], []),
    ("en", "Should Bamako insist, Denmark would withdraw its soldiers.", ["withdraw actor=DK conditional"], []),
    ("fr", "Si Bamako insiste, le Danemark retire ses soldats.", ["withdraw actor=DK conditional"], []),
    ("fr", "À moins que le Mali ne revienne sur sa décision, la Suède quittera Takuba.", ["withdraw actor=SE mission=takuba conditional"], []),
    ("fr", "Si le Niger le demande, l'Italie quittera la mission EUCAP Sahel Niger.", ["demand actor=NE conditional", "withdraw actor=IT conditional"], []),
    ("fr", "La Norvège enverra 50 soldats au Mali à condition que le mandat soit renouvelé.", ["deploy actor=NO conditional"], []),
    # a threat is made now, whatever it depends on
    ("nl", "ECOWAS dreigt met militair ingrijpen als de junta niet aftreedt.", ["threaten actor=ecowas"], ["threaten conditional"]),
    ("fr", "L'UA menace le Mali de sanctions si la junte ne libère pas le président.", ["threaten actor=au target=ML"], ["threaten conditional"]),
    # no condition: it is all the same, or it only says as what, until when
    ("nl", "Zelfs als Mali zich bedenkt, vertrekt Zweden uit Takuba.", ["withdraw actor=SE mission=takuba"], ["withdraw conditional"]),
    ("nl", "Duitsland trekt zijn militairen terug als eerste land van de EU.", ["withdraw actor=DE"], ["withdraw conditional"]),
    ("en", "Sweden will pull out of Takuba even if Mali reconsiders.", ["withdraw actor=SE mission=takuba planned"], ["withdraw conditional"]),
    ("en", "As long as the junta stays, ECOWAS keeps the border with Niger closed.", ["deny_access actor=ecowas"], ["conditional"]),
    # what would have been
    ("nl", "Had Mali het gevraagd, dan was Denemarken vertrokken.", [], ["withdraw"]),
    ("en", "Had Mali asked, Denmark would have left Takuba.", [], ["withdraw"]),
    ("en", "Sweden would have left Takuba if Mali had asked.", [], ["withdraw"]),
    # a link of several words opens its own clause
    ("fr", "Les derniers Pakistanais ont quitté Kamanyola le 25 juin, sept mois après que Kinshasa se fut entendu avec l'ONU.", ["agree actor=CD partner=un"], []),
    ("fr", "Le ministre a condamné l'attaque, tandis que la Chine accuse le Danemark.", ["accuse actor=CN target=DK"], ["accuse by=FR"]),
    ("nl", "De grens blijft dicht zolang president Bazoum niet op vrije voeten is.", ["release not"], []),
    # what is left is no leaver
    ("en", "Paris announced a withdrawal from Mali.", ["withdraw actor=FR place=ML planned"], ["withdraw actor=ML"]),
    ("en", "Sweden's withdrawal from Mali will be completed in May.", ["withdraw actor=SE place=ML planned"], ["withdraw actor=ML"]),
    ("en", "The departure from Niger was painful.", [], ["withdraw actor=NE"]),
    ("en", "The withdrawal of Mali from the G5 Sahel was a surprise.", ["withdraw actor=ML"], []),
    ("fr", "Paris a annoncé un retrait du Mali.", ["withdraw actor=FR place=ML planned"], ["withdraw actor=ML"]),
    ("fr", "Le départ du Niger a été douloureux.", [], ["withdraw actor=NE"]),
    ("fr", "Le retrait du Danemark est prévu en mai.", ["withdraw actor=DK planned"], []),
    # what nobody speaks of, and what only may be
    ("en", "Denmark says nothing about a withdrawal from Mali.", [], ["withdraw"]),
    ("en", "Denmark refused comment on the expulsion of its ambassador.", [], ["reject"]),
    ("nl", "Over een Deens vertrek uit Takuba zei de minister niets.", [], ["withdraw"]),
    ("nl", "Denemarken wilde geen commentaar geven op de aanval op MINUSMA.", ["attack target=minusma"], ["reject"]),
    ("fr", "Le Danemark ne dit rien d'un retrait du Mali.", [], ["withdraw"]),
    ("fr", "Le Danemark s'est refusé à tout commentaire sur l'attaque contre la MINUSMA.", ["attack target=minusma"], ["reject"]),
    ("en", "The minister criticised a possible withdrawal of the Danish soldiers from Mali.", ["withdraw actor=DK possible"], []),
    ("nl", "Het geplande vertrek van de Deense militairen uit Mali verraste Parijs.", ["withdraw actor=DK place=ML planned"], []),
    # what is denied, given up, called off or shown by nothing
    ("en", "Denmark denied reports of a withdrawal from Takuba.", ["deny actor=DK", "withdraw mission=takuba not"], []),
    ("en", "Berlin dismissed rumours of an attack on its soldiers in Gao.", ["reject actor=DE"], ["attack actual"]),
    ("en", "There is no sign of a Russian withdrawal from Libya.", [], ["withdraw"]),
    ("en", "The junta refrained from expelling the ambassador.", ["expel not"], []),
    ("en", "Portugal abandoned the idea of joining EUTM Mozambique.", ["contribution contributor=PT mission=eutm-mozambique not"], []),
    ("en", "The draft that would have extended UNISFA failed.", [], ["extend"]),
    ("nl", "Berlijn sprak geruchten over een aanval op Duitse militairen in Gao tegen.", ["deny actor=DE"], ["attack actual"]),
    ("nl", "Er is geen teken van een Russische terugtrekking uit Libië.", [], ["withdraw"]),
    ("nl", "Zweden annuleerde de uitzending van 150 militairen naar Mali.", ["deploy place=ML n=150 not"], ["withdraw"]),
    ("nl", "Zweden blies de inzet van 150 militairen in Mali af.", [], ["withdraw"]),
    ("nl", "Portugal ziet ervan af militairen naar Mozambique te sturen.", ["deploy actor=PT place=MZ not"], []),
    ("nl", "De junta zag af van de uitzetting van de Franse ambassadeur.", ["expel target=FR not"], []),
    ("nl", "De Kamer verwierp een motie om de Nederlandse militairen uit Irak terug te trekken.", ["reject actor=NL", "withdraw not"], []),
    ("fr", "Berlin a démenti les rumeurs d'une attaque contre ses soldats à Gao.", ["deny actor=DE"], ["attack actual"]),
    ("fr", "Aucun signe d'un retrait russe de Libye n'a été observé.", [], ["withdraw"]),
    ("fr", "La Suède a annulé l'envoi de 150 soldats au Mali.", ["deploy place=ML n=150 not"], []),
    ("fr", "Le Portugal a renoncé à l'envoi de soldats au Mozambique.", ["deploy place=MZ not"], []),
    ("fr", "Le projet d'envoyer 200 soldats au Mali est abandonné.", ["deploy place=ML n=200 not"], []),
    # what is ruled out, not hurried, or almost done
    ("en", "It is out of the question that Germany will send troops to Niger.", ["deploy actor=DE place=NE planned not"], []),
    ("en", "There is no question of Senegal withdrawing its soldiers from MINUSMA.", ["withdraw actor=SN mission=minusma planned not"], []),
    ("en", "An extension of EUTM Mali is off the table.", ["extend mission=eutm-mali planned not"], []),
    ("en", "Ireland is in no hurry to pull out of UNIFIL.", ["withdraw actor=IE mission=unifil planned not"], []),
    ("nl", "Militairen naar Niger sturen is uitgesloten, zegt Oslo.", ["deploy place=NE planned not"], []),
    ("nl", "Het is niet uitgesloten dat Denemarken zijn troepen uit Mali terugtrekt.", ["withdraw actor=DK possible"], ["withdraw not"]),
    ("nl", "Niger stond op het punt de Franse ambassadeur uit te wijzen.", ["expel actor=NE target=FR planned"], []),
    ("nl", "Bijna had Manilla zijn blauwhelmen uit UNDOF teruggetrokken.", ["withdraw actor=PH mission=undof not"], []),
    ("fr", "Pas question d'envoyer des renforts au Mali, dit Paris.", ["reinforce actor=FR place=ML planned not"], []),
    ("fr", "Il est hors de question de quitter la MINUSMA, a déclaré Dakar.", ["withdraw mission=minusma planned not"], []),
    ("fr", "Un retrait belge du Niger n'est pas à l'ordre du jour.", ["withdraw actor=BE place=NE planned not"], []),
    ("fr", "La Suède devait quitter le Mali l'an dernier.", ["withdraw actor=SE place=ML planned"], []),
    ("fr", "Ce serait une erreur de quitter l'Irak, selon le ministre danois.", ["assessment grade=negative"], ["withdraw"]),
    # a verb that opens a sentence in Dutch supposes, where "dan" goes on
    ("nl", "Zetten de coupplegers de gezant uit, dan schort de EU haar hulp op.", ["suspend actor=eu conditional"], ["expel actual"]),
    # what is only talked of, or proved untrue
    ("en", "Talk of a German withdrawal from Mali is premature.", ["withdraw actor=DE place=ML possible"], []),
    ("en", "Reports that Ghana had left UNIFIL turned out to be wrong.", ["withdraw actor=GH mission=unifil not"], []),
    ("nl", "Geruchten over een Deens vertrek uit Irak houden aan.", ["withdraw actor=DK place=IQ possible"], []),
    ("nl", "Berichten dat Ghana UNIFIL had verlaten, bleken onjuist.", ["withdraw actor=GH mission=unifil not"], []),
    ("fr", "Les informations selon lesquelles le Ghana avait quitté la FINUL se sont révélées fausses.", ["withdraw actor=GH not"], []),
    # one who only considers it does not also do it
    ("en", "Austria considered pulling out of UNDOF in 2013 but stayed.", ["option options=withdraw by=AT"], ["withdraw actual"]),
    # a word written small is no month; a march on a town no demonstration
    ("en", "M23 rebels continued their march on Goma.", ["attack actor=m23 place=goma"], ["protest", "attack at:2022-03"]),
    ("en", "The visit of Foreign Minister Penny Wong to Honiara lasted a day.", ["visit actor=penny-wong target=SB"], ["post state=SB"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:60] for case in CASES])
def test_what_depends_on_something_has_not_happened(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

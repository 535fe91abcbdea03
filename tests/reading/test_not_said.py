"""What is so and what is not: what somebody does not say, deny or believe, who or where it is not, how many of them it is. Sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # what is to be said, or came to be said, is so for who says it: nothing is planned but the saying
    ("en", "We would like to recall that Chad expelled the German ambassador in April.", ["expel actor=TD target=DE actual"], ["planned"]),
    ("en", "The envoy had come to say that Uganda has withdrawn its battalion from Somalia.", ["withdraw actor=UG place=SO actual"], []),
    ("en", "The spokesman is expected to confirm that Uganda has withdrawn its battalion.", ["withdraw actor=UG actual"], []),
    ("en", "Uganda plans to announce that it will withdraw its battalion.", ["withdraw actor=UG planned"], ["withdraw actual"]),
    ("nl", "De minister wilde aantonen dat Oeganda zijn bataljon heeft teruggetrokken.", ["withdraw actor=UG actual"], []),
    ("fr", "Il convient de rappeler que le Tchad a expulsé l'ambassadeur d'Allemagne.", ["expel actor=TD target=DE actual"], ["planned"]),
    ("fr", "Force est de constater que l'Ouganda a retiré son bataillon de Somalie.", ["withdraw actor=UG place=SO actual"], ["planned"]),
    ("fr", "L'envoyé a tenu à préciser que l'Ouganda a retiré son bataillon.", ["withdraw actor=UG actual"], []),
    ("en", "The envoy is to ensure that Uganda withdraws its battalion.", [], ["withdraw actual"]),
    # who does not deny a thing, does not say that it is not so
    ("en", "It cannot be denied that rebels attacked the convoy in Gao.", ["attack place=gao actual"], ["attack not"]),
    ("en", "Nobody disputes that Uganda has withdrawn its battalion.", ["withdraw actor=UG actual"], ["withdraw not"]),
    ("en", "Kampala did not deny that it has withdrawn its battalion.", ["withdraw actor=UG possible"], ["withdraw not"]),
    ("en", "Kampala denied that it has withdrawn its battalion.", ["deny actor=UG"], ["withdraw actual"]),
    ("nl", "Het valt niet te ontkennen dat Oeganda zijn bataljon heeft teruggetrokken.", ["withdraw actor=UG actual"], ["withdraw not"]),
    ("nl", "Niemand ontkent dat rebellen het konvooi hebben aangevallen.", ["attack actual"], ["attack not"]),
    ("nl", "Kampala ontkende niet dat Oeganda zijn bataljon heeft teruggetrokken.", ["withdraw actor=UG possible"], ["withdraw not"]),
    ("fr", "On ne peut nier que l'Ouganda a retiré son bataillon.", ["withdraw actor=UG actual"], ["withdraw not"]),
    ("fr", "Nul ne conteste que l'Ouganda a retiré son bataillon.", ["withdraw actor=UG actual"], ["withdraw not"]),
    # who does not say or confirm it leaves it open
    ("en", "Berlin did not confirm that Chad has expelled its ambassador.", [], ["expel"]),
    ("en", "The report does not say that AMISOM attacked the village.", [], ["attack"]),
    ("en", "Uganda has not announced that it will withdraw its battalion.", [], ["withdraw"]),
    ("en", "The report does not mention that Uganda has withdrawn its battalion.", ["withdraw actor=UG actual"], []),
    ("en", "UNTSO says two of its observers were detained by the army on Sunday; no reason given", ["detain target=untso"], []),
    ("nl", "Berlijn bevestigde niet dat Tsjaad zijn ambassadeur heeft uitgezet.", [], ["expel"]),
    ("nl", "Oeganda heeft niet aangekondigd dat het zijn bataljon terugtrekt.", [], ["withdraw"]),
    ("fr", "L'Ouganda n'a pas annoncé qu'il retirerait son bataillon.", [], ["withdraw"]),
    # who does not believe it thinks that it is not so
    ("en", "Berlin does not believe that Uganda has withdrawn its battalion.", ["withdraw actor=UG not by=DE"], ["withdraw actual"]),
    ("en", "Berlin does not expect Uganda to withdraw its battalion.", ["withdraw actor=UG not"], ["withdraw required"]),
    ("nl", "Berlijn denkt niet dat Oeganda zijn bataljon terugtrekt.", ["withdraw actor=UG not by=DE"], ["withdraw actual"]),
    ("nl", "Berlijn denkt niet dat AMISOM zijn militairen terugtrekt.", ["withdraw mission=amisom not"], ["withdraw actor=DE"]),
    ("fr", "Berlin ne croit pas que l'Ouganda ait retiré son bataillon.", ["withdraw actor=UG not by=DE"], ["withdraw actual"]),
    # what somebody is sure or proud of is told in full: nobody is let go
    ("en", "Oslo is confident that Kenya released the observers.", ["release actor=KE by=NO"], ["release target=NO"]),
    ("en", "Oslo is proud that Kenya released the observers.", ["release actor=KE"], ["release target=NO"]),
    ("nl", "Oslo is boos dat Kenia de ambassadeur van Tsjaad heeft uitgezet.", ["expel actor=KE target=TD"], []),
    ("fr", "Oslo est fier que le Kenya ait libéré les observateurs.", ["release actor=KE"], ["release target=NO"]),
    # what somebody must bring about has not come about; nor does "zorgen" worry there
    ("en", "Ethiopia must ensure that Kenya releases the observers.", ["release actor=KE required"], ["release actual"]),
    ("en", "Ethiopia could make sure that Kenya releases the observers.", ["release actor=KE possible"], ["release actual"]),
    ("en", "Ethiopia ensured that Kenya released the observers.", ["release actor=KE actual"], []),
    ("nl", "De EU wil ervoor zorgen dat Oeganda zijn bataljon terugtrekt.", ["demand actor=eu target=UG"], ["assessment", "withdraw actual"]),
    ("nl", "Ethiopië moet erop toezien dat Oeganda zijn bataljon terugtrekt.", ["withdraw actor=UG required"], ["withdraw actual"]),
    ("nl", "De toestand in Tsjaad baart Berlijn zorgen.", ["assessment by=DE"], []),
    ("fr", "L'accord doit garantir que l'Ouganda retire son bataillon.", ["withdraw actor=UG required"], ["withdraw actual"]),
    # who has not asked for a thing does not refuse it; but who does not want it does
    ("en", "Chad has not asked Uganda to withdraw its battalion.", ["demand actor=TD target=UG not"], ["reject"]),
    ("en", "Chad does not want the Council to extend the mission.", ["reject actor=TD"], []),
    # a noun where only a verb can stand is one
    ("en", "Chad did not force Uganda to withdraw its battalion.", ["withdraw actor=UG not"], ["withdraw actor=TD"]),
    ("en", "The sanctions could force Chad to release the soldiers.", ["release actor=TD possible"], []),
    # who or where it is not says nothing against the rest
    ("en", "Uganda is withdrawing its battalion from Somalia, not from Congo.", ["withdraw actor=UG place=SO actual"], ["withdraw not", "withdraw place=CD"]),
    ("en", "Uganda, not Kenya, has withdrawn its battalion.", ["withdraw actor=UG actual"], ["withdraw actor=KE", "withdraw not"]),
    ("en", "Not Uganda but Kenya has withdrawn its battalion.", ["withdraw actor=KE actual"], ["withdraw actor=UG", "withdraw not"]),
    ("en", "Uganda sent not 200 but 300 soldiers to Somalia.", ["deploy actor=UG place=SO n=300 actual"], ["deploy n=200"]),
    ("en", "Uganda does not leave Somalia but sends 50 more soldiers.", ["withdraw actor=UG not", "reinforce actor=UG n=50 actual"], []),
    ("nl", "Oeganda trekt zijn bataljon terug uit Somalië, niet uit Congo.", ["withdraw actor=UG place=SO actual"], ["withdraw not", "withdraw place=CD"]),
    ("nl", "Niet Oeganda maar Kenia heeft zijn bataljon teruggetrokken.", ["withdraw actor=KE actual"], ["withdraw actor=UG", "withdraw not"]),
    ("nl", "Oeganda stuurde geen 200 maar 300 militairen naar Somalië.", ["deploy actor=UG n=300 actual"], ["deploy not"]),
    ("fr", "L'Ouganda retire son bataillon de Somalie, pas du Congo.", ["withdraw actor=UG place=SO actual"], ["withdraw not", "withdraw place=CD"]),
    ("fr", "L'Ouganda retire son bataillon de Somalie, et non du Congo.", ["withdraw actor=UG place=SO actual"], ["withdraw place=CD"]),
    ("fr", "L'Ouganda ne quitte pas la Somalie mais y envoie 50 soldats.", ["withdraw actor=UG not", "deploy actor=UG n=50 actual"], []),
    # who manages or is able to do a thing has done it; who does not, has not
    ("en", "Uganda managed to withdraw its battalion.", ["withdraw actor=UG actual"], []),
    ("en", "Uganda did not manage to withdraw its battalion.", ["withdraw actor=UG not"], ["withdraw planned"]),
    ("en", "Uganda was unable to withdraw its battalion.", ["withdraw actor=UG not"], ["withdraw planned"]),
    ("en", "Uganda was able to withdraw its battalion.", ["withdraw actor=UG actual"], []),
    ("en", "Uganda is able to withdraw its battalion.", ["withdraw actor=UG possible"], []),
    ("nl", "Oeganda slaagde er niet in zijn bataljon terug te trekken.", ["withdraw actor=UG not"], ["deny_access"]),
    ("nl", "De waarnemers mogen er niet in.", ["deny_access"], []),
    ("fr", "L'Ouganda a réussi à retirer son bataillon.", ["withdraw actor=UG actual"], []),
    ("fr", "L'Ouganda n'est pas parvenu à retirer son bataillon.", ["withdraw actor=UG not"], ["withdraw planned"]),
    ("fr", "L'Ouganda est incapable de retirer son bataillon.", ["withdraw actor=UG not"], ["withdraw planned"]),
    # what stands before the one who does it, and is not done, or done besides
    ("en", "Instead of withdrawing its battalion, Uganda sent 50 more soldiers.", ["withdraw actor=UG not", "reinforce actor=UG n=50 actual"], []),
    ("en", "Despite withdrawing its battalion, Uganda kept its embassy in Somalia.", ["withdraw actor=UG actual"], []),
    ("en", "Following fighting in Gao, Uganda withdrew its battalion.", ["withdraw actor=UG actual"], []),
    # "zou": heard of where it is over or goes on, to come where it is not, only thought of in what would be
    ("nl", "Oeganda zou zijn bataljon in mei terugtrekken.", ["withdraw actor=UG planned at:2022-05"], ["withdraw actual"]),
    ("nl", "Oeganda zou zijn bataljon hebben teruggetrokken.", ["withdraw actor=UG actual hearsay"], []),
    ("nl", "Oeganda zou de rebellen steunen.", ["support actor=UG actual hearsay"], []),
    ("nl", "De uitzetting van de ambassadeur zou een vergissing zijn.", [], ["expel actual"]),
    # how many of them do it: it is they who do it, not the land they leave
    ("en", "Many of the Kenyan soldiers have left Somalia.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    ("en", "All of the Kenyan soldiers have left Somalia.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    ("en", "A lot of Kenyan soldiers have left Somalia.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    ("nl", "De rest van de Keniaanse militairen heeft Somalië verlaten.", ["withdraw actor=KE place=SO"], ["withdraw instigator=SO"]),
    ("nl", "Meer dan de helft van de Keniaanse militairen heeft Somalië verlaten.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    ("nl", "Veel van de Keniaanse militairen hebben Somalië verlaten.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    ("fr", "Plus de la moitié des soldats kényans ont quitté la Somalie.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    ("fr", "Beaucoup de soldats kényans ont quitté la Somalie.", ["withdraw actor=KE place=SO"], ["withdraw actor=SO"]),
    # "als Kenia zijn militairen niet terugtrekt": whose they are, not a verb
    ("nl", "Somalië zet de ambassadeur uit als Kenia zijn militairen niet terugtrekt.", ["expel actor=SO conditional"], ["recall", "expel not"]),
    ("nl", "Naast Kenia zijn ook Oeganda en Burundi vertrokken.", ["withdraw actor=UG", "withdraw actor=BI"], []),
    # those who are replaced are not those who come
    ("en", "Kenya replaced its 60 soldiers in Somalia with 30 police officers.", ["deploy actor=KE n=30"], ["deploy n=60"]),
    ("en", "30 Kenyan soldiers replaced the 60 Ugandans in Somalia.", ["deploy actor=KE n=30"], ["deploy n=60"]),
    ("fr", "Le Kenya remplace ses 60 soldats en Somalie par 30 policiers.", [], ["deploy n=60"]),
    # a name with a deed in it does nothing by it
    ("fr", "L'Organisation de libération de la Palestine a condamné l'attaque.", ["condemn actor=plo"], ["release"]),
    # French denies what cannot be with "ne" alone
    ("fr", "Le Tchad ne peut expulser l'ambassadeur d'Allemagne.", ["expel actor=TD target=DE not"], []),
    ("fr", "Le Tchad ne peut que retirer son bataillon.", [], ["withdraw not"]),
    ("fr", "Nul n'a attaqué la FINUL.", [], ["attack actual"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_not_said(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

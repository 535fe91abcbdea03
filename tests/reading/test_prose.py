"""What running prose does to words: lengths that are no dates, verbs that look like seasons, the mission that is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.test_sentences import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # how long is not when
    ("nl", "De regering verlengde de bijdrage aan UNIFIL met een periode van zes maanden.", ["extend actor=NL mission=unifil"], ["at:2021-08"]),
    ("nl", "Het Duitse fregat werd voor een periode van drie maanden ingezet bij operatie Aspides.", ["deploy actor=DE"], ["at:2021-11"]),
    ("nl", "Noorwegen kondigde een verlenging van zes weken van de missie in Irak aan.", ["extend actor=NO"], ["at:[2021-12-24..2021-12-30]"]),
    ("nl", "MINUSCA werd zes weken geleden aangevallen.", ["attack target=minusca at:[2021-12-24..2021-12-30]"], []),
    # a verb that looks like a season
    ("fr", "Trois Casques bleus tanzaniens ont également été tués à Béni.", ["attack target=TZ killed=3"], ["at:2021-22"]),
    ("fr", "Le mandat de l'EUTM Mali a ensuite été prolongé de six mois.", ["extend mission=eutm-mali"], ["at:2021-22"]),
    ("fr", "La Suède a retiré ses soldats de la MINUSMA à l'été 2021.", ["withdraw actor=SE mission=minusma at:2021-22"], []),
    # the mission there is not the one spoken of
    ("nl", "Over EUTM Mozambique is het kabinet tevreden. De missie in Somalië wordt beëindigd.", ["end mission=? place=SO"], ["end mission=eutm-mozambique"]),
    ("en", "UNIFIL keeps its posts. The mission in Iraq will be extended.", ["extend mission=? place=IQ"], ["extend mission=unifil"]),
    ("fr", "La MINUSCA reste. La mission au Mozambique sera prolongée.", ["extend mission=? place=MZ"], ["extend mission=minusca"]),
    ("nl", "De Kamer sprak over MINUSCA. De missie in de Centraal-Afrikaanse Republiek wordt verlengd.", ["extend mission=minusca"], []),
    ("nl", "KFOR is paraat. De missie in Bosnië, EUFOR Althea, wordt versterkt.", ["reinforce mission=eufor-althea"], ["reinforce mission=kfor"]),
    # what is decided stands before who decides it
    ("nl", "Of er volgend jaar een nieuwe missie volgt, beslist het kabinet komend najaar.", ["decide actor=NL planned"], []),
    ("en", "That all French troops leave Chad, the opposition has demanded since June.", ["demand"], []),
    # who asks whether, why or how many asks for nothing, and states nothing
    ("en", "The opposition asked whether Germany had withdrawn its troops from Niger.", [], ["demand", "withdraw"]),
    ("en", "Journalists asked the spokesman if Wagner was present in Niger.", [], ["demand", "presence"]),
    ("en", "Reporters asked when Spain would leave UNIFIL.", [], ["withdraw"]),
    ("nl", "Het Kamerlid vroeg de minister waarom Frankrijk zich uit Mali had teruggetrokken.", [], ["demand", "withdraw"]),
    ("nl", "Kamerleden vroegen hoeveel militairen in Gao waren gedood.", [], ["demand", "attack"]),
    ("fr", "L'opposition a demandé si l'Allemagne avait retiré ses troupes du Niger.", [], ["demand", "withdraw"]),
    ("nl", "Antwoord van de minister van Defensie op vragen van het lid Jansen (SP) over de missie in Mali.", [], ["demand"]),
    # who is left alone does not leave
    ("en", "The pullout left the Malian army to fight alone.", [], ["withdraw"]),
    ("en", "The Danish contingent left Gao on Friday.", ["withdraw actor=DK place=gao"], []),
    # what is renewed
    ("en", "The Council renewed its support for MONUSCO.", ["support target=monusco"], ["extend"]),
    ("fr", "Le Conseil renouvelle son appui à la MONUSCO.", ["support target=monusco"], ["extend"]),
    ("en", "Spain renewed the mandate of its contingent with UNIFIL.", ["extend actor=ES mission=unifil"], []),
    # reminded of, not recalled
    ("fr", "Le ministre a rappelé que la France avait retiré ses soldats du Niger.", ["withdraw actor=FR place=NE"], ["recall"]),
    # in general
    ("en", "Deliberately attacking peacekeepers may amount to a war crime.", [], ["attack"]),
    ("fr", "Prendre pour cible des Casques bleus peut constituer un crime de guerre.", [], ["attack"]),
    ("en", "Anyone who attacks UNIFIL risks sanctions.", [], ["attack", "sanction"]),
    ("fr", "Quiconque attaque la FINUL s'expose à des sanctions.", [], ["attack", "sanction"]),
    ("nl", "Iedereen die blauwhelmen van UNIFIL aanvalt, riskeert sancties.", [], ["attack"]),
    # what is said off is ended, whoever else did what before
    ("nl", "Mali greep in en zegde de militaire samenwerking met Frankrijk op.", ["end actor=ML target=FR"], ["cooperate"]),
    ("nl", "Het militaire verdrag met Frankrijk is opgezegd door Tsjaad.", ["end actor=TD target=FR"], []),
    ("nl", "Het kabinet zegde 50 militairen toe aan KFOR.", ["contribution contributor=NL mission=kfor n=50"], ["end"]),
    # who aims and who is aimed at
    ("fr", "Le M23 a pris pour cible un convoi de la MONUSCO.", ["attack actor=m23 target=monusco"], ["attack target=m23"]),
    ("fr", "Un convoi de la MONUSCO a été pris pour cible par le M23.", ["attack actor=m23 target=monusco"], ["attack target=m23"]),
    ("fr", "Un blindé de la MINUSCA a été touché par des tirs du M23.", ["attack actor=m23 target=minusca"], ["attack target=m23"]),
    ("en", "UNIFIL came under fire from Hezbollah near Naqoura.", ["attack actor=hezbollah target=unifil place=naqoura"], []),
    # from one day to another
    ("en", "There was an attack on UNIFIL between 1 September 2021 and 30 November 2021.", ["attack target=unifil at:2021-09-01/2021-11-30"], []),
    ("nl", "Tussen 1 september en 30 november 2021 werd MINUSCA aangevallen.", ["attack target=minusca at:2021-09-01/2021-11-30"], []),
    ("fr", "La FINUL a été attaquée entre mars et juin 2021.", ["attack target=unifil at:2021-03-01/2021-06-30"], []),
    # words that are taken back
    ("en", "Niger withdrew its support for the G5 Sahel force.", ["support actor=NE not"], ["withdraw"]),
    ("en", "Mali withdrew its complaint against France.", [], ["withdraw"]),
    ("fr", "La France a retiré sa plainte contre le Mali.", [], ["withdraw"]),
    ("en", "Denmark withdrew its contribution from MINUSMA.", ["withdraw actor=DK mission=minusma"], []),
    # "the soldiers" who leave are hardly the host's own
    ("en", "Sweden takes part in MINUSMA in Mali. The soldiers left Gao on Friday.", ["withdraw place=gao"], ["withdraw actor=ML"]),
    ("en", "The Malian army is weak. The soldiers left Ber on Friday.", ["withdraw actor=ML place=ber"], []),
    # what is put off is not held
    ("nl", "De Malinese junta wil de verkiezingen van 27 februari 2022 uitstellen.", ["postpone planned"], ["elect"]),
    # who makes a demand, in words that are its noun's own
    ("nl", "De Malinese regering stelde een eis aan Denemarken.", ["demand actor=ML target=DK"], ["demand required"]),
    ("fr", "La contribution des Pays-Bas à la MINUSMA prend fin en mai 2022.", ["period contributor=NL mission=minusma until:2022-05"], []),
    ("en", "MINUSCA patrols combat zones near Bria.", [], ["clash"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1] for case in CASES])
def test_prose(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    said = [set(brief(statement).split()) for statement in read(text, language=language)[1]]
    for line in expected:
        assert any(set(line.split()) <= words for words in said), said
    for line in forbidden:
        assert not any(set(line.split()) <= words for words in said), said

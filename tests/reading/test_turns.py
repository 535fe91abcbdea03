"""Turns of phrase that features and interviews like: "it was not X that …", "in Kigali they …", "the talks, which …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

# who is said not to be it did not do it
NOT_THIS_ONE = [
    ("en", "It was not Rwanda that attacked the base.", ["attack actor=RW not"], ["attack actor=RW actual"]),
    ("en", "It wasn't the Russians who attacked the base.", ["attack actor=RU not"], ["attack actor=RU actual"]),
    ("en", "It was not Rwanda but M23 that attacked the base.", ["attack actor=m23 actual"], ["attack actor=RW"]),
    ("en", "It is not Rwanda who commands MINUSMA.", ["leadership leader=RW mission=minusma not"], []),
    ("en", "It was not only Denmark that withdrew from Mali.", ["withdraw actor=DK place=ML actual"], ["not"]),
    ("en", "It was not until May that Denmark withdrew from Mali.", ["withdraw actor=DK place=ML actual"], ["not"]),
    ("en", "It was not for oil that France sent 4,000 soldiers to Mali.", ["deploy actor=FR place=ML actual"], ["not"]),
    ("nl", "Het was niet Rwanda dat de basis aanviel.", ["attack actor=RW not"], ["attack actor=RW actual"]),
    ("nl", "Het waren niet de Russen die de basis aanvielen.", ["attack actor=RU not"], ["attack actor=RU actual"]),
    ("nl", "Het was Frankrijk dat 200 militairen naar Mali stuurde.", ["deploy actor=FR place=ML actual"], ["not"]),
    ("fr", "Ce n'est pas le Rwanda qui a attaqué la base.", ["attack actor=RW not"], ["attack actor=RW actual"]),
    ("fr", "Ce ne sont pas les Russes qui ont attaqué la base.", ["attack actor=RU not"], ["attack actor=RU actual"]),
    ("fr", "Ce n'est pas le Rwanda, mais le M23 qui a attaqué la base.", ["attack actor=m23 actual"], ["attack actor=RW"]),
]  # fmt: skip

# who is in a capital, and wants or denies something, is its government
IN_THE_CAPITAL = [
    ("en", "In Paris they deny supplying arms to the rebels.", ["deny actor=FR"], ["place=paris-fr"]),
    ("en", "In The Hague they call the ban unacceptable.", ["assessment by=NL grade=unacceptable"], []),
    ("en", "In Berlin they want to end the mission in Mali.", ["end actor=DE place=ML planned"], ["place=berlin-de"]),
    ("en", "In Bamako they have asked Wagner to stay.", ["demand actor=ML target=wagner"], []),
    ("en", "In Brussels they deny it.", [], ["actor=BE"]),
    ("en", "In Bamako they arrested two soldiers on Friday.", [], ["detain actor=ML"]),
    ("en", "The ministers of Chad and Niger met. In Paris they asked for more troops.", ["demand actor=TD+NE"], ["actor=FR"]),
    ("en", "Forty Danish soldiers arrived. In Bamako they will train the army.", ["presence actor=DK place=bamako"], ["actor=ML"]),
    ("nl", "In Parijs ontkent men wapens aan de rebellen te hebben geleverd.", ["deny actor=FR"], []),
    ("nl", "In Bamako heeft men Wagner gevraagd te blijven.", ["demand actor=ML target=wagner"], ["actor=wagner"]),
    ("nl", "In Berlijn noemen ze het verbod onaanvaardbaar.", ["assessment by=DE grade=unacceptable"], []),
    ("nl", "In Gao heeft men drie militairen begraven.", [], ["actor=ML"]),
    ("fr", "À Paris, on dément avoir livré des armes aux rebelles.", ["deny actor=FR"], []),
    ("fr", "À Bamako, on a demandé à Wagner de rester.", ["demand actor=ML target=wagner"], ["target=ML"]),
    ("fr", "À Copenhague, on souhaite mettre fin à la mission au Mali.", ["end actor=DK place=ML planned"], []),
]  # fmt: skip

# what stands still, or was put off, is told of it between commas too
ASIDE: list[tuple[str, str, list[str], list[str]]] = [
    ("en", "The talks, which were suspended in May, will resume in June.", ["suspend at:2021-05", "resume at:2022-06 planned"], []),
    ("en", "Elections, which have been put off four times, are scheduled for 7 February.", ["postpone"], []),
    ("nl", "De gesprekken, die in mei werden opgeschort, gaan in juni weer verder.", ["suspend at:2021-05"], []),
    ("nl", "De verkiezingen, die vier keer zijn uitgesteld, zijn op 7 februari.", ["postpone"], []),
    ("fr", "Les pourparlers, qui ont été suspendus en mai, reprendront en juin.", ["suspend at:2021-05"], []),
    ("fr", "Les élections, qui ont été reportées quatre fois, sont prévues le 7 février.", ["postpone"], []),
]  # fmt: skip

# who is named and died was not attacked
DIED = [
    ("en", "President Keita died in Bamako on Sunday.", [], ["attack"]),
    ("en", "General Bacellar, who died on 7 January, commanded MINUSTAH.", ["post person=bacellar mission=minustah"], ["attack"]),
    ("en", "Two Danish soldiers died in Gao on Monday.", ["attack target=DK place=gao killed=2"], []),
    ("nl", "De oud-president van Mali overleed maandag.", [], ["attack"]),
    ("nl", "Twee Deense militairen overleden maandag in Gao.", ["attack target=DK place=gao killed=2"], []),
    ("fr", "Le président Macron est mort lundi.", [], ["attack"]),
    ("fr", "Le général Bacellar, mort le 7 janvier, commandait la MINUSTAH.", ["post person=bacellar mission=minustah"], ["attack"]),
]  # fmt: skip

# who wants its own soldiers home takes them home, and asks it of nobody
OWN = [
    ("en", "Norway wants its officers out of Iraq by June.", ["withdraw actor=NO place=IQ planned"], ["demand"]),
    ("en", "Mali wants French troops out of Gao by June.", ["demand actor=ML target=FR place=gao"], ["withdraw"]),
    ("en", "Abidjan wants its soldiers back.", ["demand actor=CI"], ["withdraw"]),
    ("en", "The Danish soldiers in Mali will be back by 1 May.", ["withdraw actor=DK place=ML planned"], ["presence"]),
    ("en", "The Danish soldiers will be back in Mali by 1 May.", ["presence actor=DK place=ML planned"], ["withdraw"]),
]  # fmt: skip

SAID = [
    ("en", "Rwanda disputes that its soldiers are in Congo.", ["deny actor=RW", "presence actor=RW place=CD not"], ["presence actual"]),
    ("en", "Uganda claims that Denmark has left Mali.", ["withdraw actor=DK by=UG"], []),
    ("en", "Norway consulted NATO before withdrawing from Mali.", ["consult actor=NO target=nato"], []),
    ("en", "The minister consulted his colleagues.", [], ["consult"]),
    ("nl", "Noorwegen raadpleegt de NAVO.", ["consult actor=NO target=nato"], []),
    ("fr", "Le Danemark a consulté l'OTAN.", ["consult actor=DK target=nato"], []),
    ("en", "Business leaders in Port-au-Prince held a one-day strike on 9 January.", ["protest"], ["attack"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected", "forbidden"), [*NOT_THIS_ONE, *IN_THE_CAPITAL, *ASIDE, *DIED, *OWN, *SAID]
)
def test_a_turn_of_phrase(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)

"""What stands in a sentence beside what it tells: causes, an operation of its own, whose body or base it is, a subject cut off from its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # the place of a cause is not where something is done about it
    (
        "nl",
        "Na de aanval op de Kosovaarse politie in Banjska hebben het Verenigd Koninkrijk en Roemenië extra troepen naar KFOR gestuurd.",
        ["reinforce actor=GB mission=kfor", "reinforce actor=RO mission=kfor", "attack place=banjska target=XK"],
        ["reinforce place=banjska", "contribution place=banjska"],
    ),
    ("en", "After the raid in Kibumba, India sent 100 more soldiers to MONUSCO.", ["mission=monusco"], ["reinforce place=kibumba"]),
    (
        "fr",
        "Le mandat de la FINUL a été prorogé d'un an malgré les objections de Beyrouth.",
        ["extend mission=unifil"],
        ["extend place=beirut-lb"],
    ),
    ("en", "After the coup in Niamey, France withdrew its soldiers.", ["withdraw actor=FR place=niamey"], []),
    # an operation that no register knows is no mission that the report names further down
    (
        "en",
        "Around 65 British soldiers train recruits at Baidoa in Somalia under Operation Xylon. The mandate of ATMIS ends in December.",
        ["presence actor=GB n=65"],
        ["contribution mission=atmis"],
    ),
    (
        "en",
        "Canada leads the battlegroup in Latvia, efp-latvia. Some 600 Canadians serve there under Operation REASSURANCE.",
        ["contribution contributor=CA n=600"],
        [],
    ),
    # in Dutch a participle before its noun keeps what belongs to it
    ("nl", "De basis in Erbil werd aangevallen door aan Iran gelieerde milities.", ["attack place=erbil"], ["attack place=IR"]),
    ("nl", "De basis in Erbil werd beschoten door een aan Iran gelieerde militie.", ["attack place=erbil"], ["attack place=IR"]),
    ("nl", "De door Frankrijk geleide missie EMASOH begint in februari.", ["leadership leader=FR"], []),
    # a public body is that of the land where it is
    (
        "en",
        "London condemned the attack on the Ministry of Education in Mogadishu, in which 120 people were killed.",
        ["attack place=mogadishu-so target=SO"],
        ["attack target=GB"],
    ),
    ("nl", "Het parlement in Tobruk wees het voorstel van Berlijn af.", ["reject actor=LY"], ["reject actor=DE"]),
    ("fr", "Paris a condamné l'attaque contre le ministère de la Défense à Bagdad.", ["attack target=IQ"], ["attack target=FR"]),
    ("fr", "Le ministère de la Défense enverra 50 soldats au Liban.", [], ["deploy actor=LB"]),
    # a subject that a relative clause cuts off from its verb
    (
        "fr",
        "Les soldats américains ont été redéployés à Agadez, et l'Allemagne, qui compte cent hommes à Niamey, n'a pas encore décidé.",
        ["deploy actor=US place=agadez", "decide actor=DE not"],
        ["deploy place=DE"],
    ),
    (
        "fr",
        "Le Danemark a retiré ses soldats de Gao, et la Suède, qui en a 200 à Tombouctou, annoncera sa décision lundi.",
        ["withdraw actor=DK place=gao", "decide actor=SE"],
        ["withdraw place=SE", "decide actor=DK"],
    ),
    (
        "nl",
        "De Amerikanen zijn naar Agadez verplaatst en Duitsland, dat honderd man in Niamey heeft, heeft nog niet besloten.",
        ["decide actor=DE not"],
        [],
    ),
    ("en", "The Danes left Gao, and Sweden, which has 200 men in Timbuktu, has not decided.", ["withdraw actor=DK", "decide actor=SE not"], []),
    # whose base it is that is hit
    ("fr", "Le quartier général de la FINUL à Naqoura a été touché par un obus.", ["attack target=unifil place=naqoura"], ["attack actor=unifil"]),
    ("nl", "Het kamp van MINUSMA in Kidal is getroffen door een raket.", ["attack target=minusma place=kidal"], ["attack actor=minusma"]),
    ("nl", "UNIFIL meldde dat het hoofdkwartier in Naqoura was geraakt door een granaat.", ["attack target=unifil place=naqoura"], []),
    ("en", "UNIFIL said its headquarters in Naqoura had been hit by a rocket.", ["attack target=unifil place=naqoura"], []),
    ("en", "MINUSMA said a hospital had been bombed in Gao.", ["attack place=gao"], ["attack target=minusma"]),
    ("nl", "Nederland roept alle partijen op de veiligheid van UNIFIL te waarborgen.", ["demand actor=NL mission=unifil"], ["demand target=unifil"]),
    ("en", "Italy urged all sides to guarantee the safety of UNIFIL.", ["demand actor=IT mission=unifil"], ["demand target=unifil"]),
    # ties with two lands are no contributions of theirs, and a general of another command leads no mission
    ("en", "UNIFIL is in Lebanon. The envoys voiced concern about ties with Russia and Iran.", [], ["contribution"]),
    ("en", "UNIFIL is in Lebanon. General John Smith of Africa Command had come to Beirut.", [], ["post mission=unifil"]),
    # where somebody meets is not whom he frees of sanctions
    ("fr", "La CEDEAO, réunie samedi à Abuja, lève les sanctions imposées au Niger.", ["end actor=ecowas target=NE"], ["end target=NG"]),
    ("en", "The EU, which met in Tallinn, ended the deal that bound it to Moscow.", [], ["end target=EE"]),
    # those who stay at a base fire at nobody
    (
        "nl",
        "Sinds half oktober zijn bases waar ook Noorse militairen verblijven meermaals met drones en raketten bestookt door aan Iran gelieerde milities.",
        ["attack"],
        ["attack actor=NO", "attack place=IR"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[case[1][:60] for case in CASES])
def test_what_stands_beside_is_kept_apart(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)

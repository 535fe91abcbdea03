"""What is grave for a mission, as reports say it: its people hit, held up or sent away, its work stopped, consent withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # work that stands still
    ("en", "All patrols of UNIFIL are at a standstill.", "suspend mission=unifil target=unifil"),
    ("en", "The training by EUTM Mali has been at a standstill since March.", "suspend actor=eutm-mali mission=eutm-mali since:2021-03/.."),
    ("en", "The work of MINUSMA in Kidal has come to a standstill.", "suspend mission=minusma target=kidal"),
    ("nl", "De training door EUTM Mali ligt sinds maart stil.", "suspend mission=eutm-mali since:2021-03/.."),
    ("nl", "Het werk van MINUSMA in Kidal lag wekenlang stil.", "suspend mission=minusma target=kidal"),
    ("nl", "Sinds de coup liggen de patrouilles van UNIFIL stil.", "suspend mission=unifil target=unifil"),
    ("fr", "Les formations de l'EUTM Mali sont à l'arrêt depuis mars.", "suspend mission=eutm-mali since:2021-03/.."),
    ("fr", "Le travail de la MINUSMA à Kidal est à l'arrêt.", "suspend mission=minusma target=kidal"),
    ("fr", "Les patrouilles de la FINUL sont à l'arrêt.", "suspend mission=unifil target=unifil"),
    ("nl", "Sinds maart traint EUTM Mali niet.", "suspend mission=eutm-mali target=eutm-mali since:2021-03/.."),
    ("en", "EUTM Mali no longer trains soldiers.", "suspend mission=eutm-mali target=eutm-mali"),
    ("fr", "L'EUTM Mali ne forme plus de soldats.", "suspend mission=eutm-mali target=eutm-mali"),
    # consent withdrawn
    ("en", "Mali has withdrawn its consent to the presence of MINUSMA.", "end actor=ML mission=minusma"),
    ("en", "Chad has revoked the agreement with EUFOR Chad.", "end actor=TD mission=eufor-tchad-rca target=eufor-tchad-rca"),
    ("en", "Mali withdrew its agreement with France.", "end actor=ML target=FR"),
    ("nl", "Mali heeft zijn instemming met MINUSMA ingetrokken.", "end actor=ML mission=minusma target=minusma"),
    ("nl", "Tsjaad trekt zijn akkoord met EUFOR Tsjaad in.", "end actor=TD mission=eufor-tchad-rca target=eufor-tchad-rca"),
    ("nl", "Niger heeft de uitnodiging aan EUTM Mali ingetrokken.", "end actor=NE mission=eutm-mali target=eutm-mali"),
    ("fr", "Le Mali a retiré son consentement à la présence de la MINUSMA.", "end actor=ML mission=minusma"),
    ("fr", "Le Tchad retire l'accord qu'il avait donné à l'EUFOR Tchad.", "end actor=TD mission=eufor-tchad-rca"),
    ("fr", "La Centrafrique révoque son consentement à la mission EUTM RCA.", "end actor=CF mission=eutm-rca target=eutm-rca"),
    # immunities
    ("en", "The staff of EUTM Mali lose their privileges and immunities.", "deny_access mission=eutm-mali target=eutm-mali"),
    ("en", "Mali has withdrawn the immunities of MINUSMA staff.", "deny_access actor=ML mission=minusma place=ML target=minusma"),
    ("en", "Chad ended the immunity of the members of EUFOR Chad.", "deny_access actor=TD mission=eufor-tchad-rca place=TD target=eufor-tchad-rca"),
    ("nl", "De medewerkers van EUTM Mali verliezen hun voorrechten en immuniteiten.", "deny_access mission=eutm-mali target=eutm-mali"),
    ("nl", "Mali heeft de immuniteit van het personeel van MINUSMA ingetrokken.", "deny_access actor=ML mission=minusma place=ML target=minusma"),
    ("nl", "Tsjaad ontneemt de leden van EUFOR Tsjaad hun onschendbaarheid.", "deny_access actor=TD mission=eufor-tchad-rca place=TD target=eufor-tchad-rca"),
    ("fr", "Les agents de l'EUTM Mali perdent leurs immunités.", "deny_access mission=eutm-mali target=eutm-mali"),
    ("fr", "Le Mali a levé l'immunité du personnel de la MINUSMA.", "deny_access actor=ML mission=minusma place=ML target=minusma"),
    ("fr", "Le Tchad retire aux membres de l'EUFOR Tchad leurs privilèges et immunités.", "deny_access actor=TD mission=eufor-tchad-rca place=TD target=eufor-tchad-rca"),
    # who cannot move is denied it: no withdrawal, and no mere possibility
    ("en", "The peacekeepers of MINUSMA can hardly leave their bases.", "deny_access mission=minusma target=minusma"),
    ("en", "Since Sunday the soldiers of MONUSCO have been confined to their camp.", "deny_access mission=monusco target=monusco since:2022-02-06/.."),
    ("en", "The helicopters of MINUSMA are not allowed to take off.", "deny_access mission=minusma target=minusma"),
    ("nl", "De blauwhelmen van MINUSMA kunnen hun bases nauwelijks verlaten.", "deny_access mission=minusma target=minusma"),
    ("nl", "Militairen van MONUSCO mogen het kamp niet uit.", "deny_access mission=monusco target=monusco"),
    ("nl", "De helikopters van MINUSMA mogen niet opstijgen.", "deny_access mission=minusma target=minusma"),
    ("fr", "Les casques bleus de la MINUSMA ne peuvent plus quitter leurs bases.", "deny_access mission=minusma target=minusma"),
    ("fr", "Les soldats de la MONUSCO sont confinés dans leur camp.", "deny_access mission=monusco target=monusco"),
    ("fr", "Les blindés de la MONUSCO ne peuvent pas sortir de leur base.", "deny_access mission=monusco target=monusco"),
    # what comes down
    ("en", "Two rockets came down in the camp of MINUSMA in Gao.", "attack mission=minusma place=gao"),
    ("en", "Shells fell on a base of MONUSCO near Goma.", "attack mission=monusco place=goma"),
    ("en", "A mortar bomb landed beside the headquarters of AMISOM in Mogadishu.", "attack mission=amisom place=mogadishu-so"),
    ("nl", "Twee raketten kwamen neer in het kamp van MINUSMA in Gao.", "attack mission=minusma place=gao"),
    ("nl", "Op een basis van MONUSCO bij Goma zijn granaten gevallen.", "attack mission=monusco place=goma"),
    ("nl", "In Mogadishu sloeg een mortiergranaat in naast het hoofdkwartier van AMISOM.", "attack mission=amisom place=mogadishu-so"),
    ("fr", "Deux roquettes sont tombées sur le camp de la MINUSMA à Gao.", "attack mission=minusma place=gao target=minusma"),
    ("fr", "Des obus se sont abattus sur une base de la MONUSCO près de Goma.", "attack mission=monusco place=goma"),
    ("fr", "Un obus de mortier est tombé à côté du quartier général de l'AMISOM à Mogadiscio.", "attack mission=amisom place=mogadishu-so"),
    # who forces a way in
    ("en", "Armed men forced their way into a camp of MINUSMA in Kidal.", "attack actor=? mission=minusma place=kidal"),
    ("en", "Serbian police rammed the gate of a KFOR base.", "attack actor=RS mission=kfor"),
    ("en", "Turkish soldiers tore down the fence of a UNFICYP post.", "attack actor=TR mission=unficyp"),
    ("nl", "Servische politie ramde de poort van een basis van KFOR.", "attack actor=RS mission=kfor"),
    ("nl", "Turkse militairen haalden het hek van een post van UNFICYP neer.", "attack actor=TR mission=unficyp"),
    ("nl", "Libische militairen hebben de poort van een basis van UNSMIL geforceerd.", "attack actor=LY mission=unsmil"),
    ("fr", "La police serbe a défoncé le portail d'une base de la KFOR.", "attack actor=RS mission=kfor"),
    ("fr", "Des soldats turcs ont détruit la clôture d'un poste de l'UNFICYP.", "attack actor=TR mission=unficyp"),
    ("fr", "Des hommes armés sont entrés de force dans un camp de la MINUSMA à Kidal.", "attack actor=? mission=minusma place=kidal target=minusma"),
    # premises searched
    ("en", "Police searched the offices of MINUSMA in Bamako.", "obstruct actor=ML mission=minusma place=bamako target=minusma"),
    ("en", "The premises of EUTM Mali were searched on Monday.", "obstruct mission=eutm-mali target=eutm-mali at:2022-02-07"),
    ("en", "There was a search of the premises of EUCAP Sahel Mali.", "obstruct mission=eucap-sahel-mali target=eucap-sahel-mali"),
    ("nl", "De politie doorzocht de kantoren van MINUSMA in Bamako.", "obstruct actor=ML mission=minusma place=bamako target=minusma"),
    ("nl", "Er waren huiszoekingen bij EUTM Mali.", "obstruct mission=eutm-mali target=eutm-mali"),
    ("nl", "De politie deed een huiszoeking bij EUCAP Sahel Mali.", "obstruct actor=ML mission=eucap-sahel-mali target=eucap-sahel-mali"),
    ("fr", "La police a perquisitionné les bureaux de la MINUSMA à Bamako.", "obstruct actor=ML mission=minusma place=bamako target=minusma"),
    ("fr", "Des perquisitions ont eu lieu lundi à l'EUTM Mali.", "obstruct mission=eutm-mali target=eutm-mali at:2022-02-07"),
    ("fr", "Les locaux de l'EUCAP Sahel Mali ont été fouillés par la gendarmerie.", "obstruct actor=? mission=eucap-sahel-mali target=eucap-sahel-mali"),
    # who is given time to leave is expelled, and it is they who leave
    ("en", "Mali gave twelve members of MINUSMA 48 hours to leave the country.", "expel actor=ML mission=minusma target=minusma n=12"),
    ("en", "Chad has given three officers of EUFOR Chad two weeks to leave.", "expel actor=TD mission=eufor-tchad-rca target=eufor-tchad-rca n=3"),
    ("en", "Niger gave the staff of EUCAP Sahel Niger 72 hours to leave.", "expel actor=NE mission=eucap-sahel-niger target=eucap-sahel-niger"),
    ("fr", "Le Mali a donné 48 heures à douze membres de la MINUSMA pour quitter le pays.", "expel actor=ML mission=minusma target=minusma n=12"),
    ("fr", "Le Tchad laisse trois jours aux officiers de l'EUFOR Tchad pour partir.", "expel actor=TD mission=eufor-tchad-rca target=eufor-tchad-rca"),
    ("fr", "Le Niger a accordé 72 heures au personnel d'EUCAP Sahel Niger pour quitter le pays.", "expel actor=NE mission=eucap-sahel-niger target=eucap-sahel-niger"),
    # posts given up
    ("en", "MONUSCO has abandoned its position at Kanyabayonga.", "withdraw actor=monusco mission=monusco place=kanyabayonga"),
    ("en", "UNFICYP will not give up its posts in Pyla.", "withdraw actor=unficyp mission=unficyp place=pyla planned not"),
    ("en", "Israel asks UNIFIL to give up its bases.", "demand actor=IL mission=unifil target=unifil"),
    ("nl", "UNFICYP heeft haar posten bij Pyla opgegeven.", "withdraw actor=unficyp mission=unficyp place=pyla"),
    ("nl", "MONUSCO geeft de basis in Kamanyola op.", "withdraw actor=monusco mission=monusco place=kamanyola"),
    ("nl", "MINUSMA moest haar post in Ber opgeven.", "withdraw actor=minusma mission=minusma place=ber required"),
    ("fr", "La MONUSCO a abandonné ses positions à Kanyabayonga.", "withdraw actor=monusco mission=monusco place=kanyabayonga"),
    ("fr", "L'UNFICYP n'évacuera pas ses postes à Pyla.", "withdraw actor=unficyp mission=unficyp place=pyla planned not"),
    ("fr", "Le Soudan a demandé à la FISNUA d'évacuer ses postes.", "demand actor=SD mission=unisfa target=unisfa"),
    # whose work stops
    ("en", "The EU has suspended the training of Malian soldiers. EUTM Mali has 600 people.", "suspend actor=eu mission=eutm-mali"),
    ("nl", "De EU schort de training van Malinese militairen op. EUTM Mali telt 600 mensen.", "suspend actor=eu mission=eutm-mali"),
    ("fr", "L'UE a suspendu la formation des soldats maliens. L'EUTM Mali compte 600 personnes.", "suspend actor=eu mission=eutm-mali"),
    # the soldiers, where a mission is spoken of, are the mission's
    ("en", "UNIFIL has moved its civilian staff north. The soldiers have suspended most patrols.", "suspend actor=unifil mission=unifil"),
    ("nl", "MINUSMA bracht haar medewerkers naar Gao. De militairen hebben de patrouilles opgeschort.", "suspend actor=minusma mission=minusma"),
    ("fr", "La FISNUA a mis son personnel à l'abri. Les soldats ont suspendu les patrouilles.", "suspend actor=unisfa mission=unisfa"),
    # whose deed is condemned
    ("en", "Chad condemns the Sudanese air strikes.", "condemn actor=TD target=SD"),
    ("nl", "Libië veroordeelt de Turkse luchtaanvallen.", "condemn actor=LY target=TR"),
    ("fr", "Le Tchad condamne les frappes soudanaises.", "condemn actor=TD target=SD"),
    # where it happened is said in the clause that says when
    ("en", "Three peacekeepers of MINUSMA were injured when their convoy hit a mine near Gao.", "attack mission=minusma place=gao target=minusma injured=3"),
    ("nl", "Een Deense militair is gedood toen raketten insloegen op Al Asad.", "attack place=al-asad target=DK killed=1"),
    ("fr", "Un soldat danois a été tué lorsque des roquettes sont tombées sur Aïn al-Assad.", "attack place=al-asad target=DK killed=1"),
    # who was hurt is said after, or beside another
    ("en", "A mine killed five people: four peacekeepers of MINUSMA and a driver.", "attack mission=minusma target=minusma killed=5"),
    ("en", "Two American soldiers and a British soldier were killed in Gao.", "attack place=gao target=US+GB killed=3"),
    ("en", "A Dutch soldier was killed and two Malian soldiers and an interpreter were wounded in Gao.", "attack place=gao target=NL+ML killed=1 injured=3"),
    ("nl", "Een mijn doodde vijf mensen: vier blauwhelmen van MINUSMA en een chauffeur.", "attack mission=minusma target=minusma killed=5"),
    ("fr", "Une mine a tué cinq personnes : quatre casques bleus de la MINUSMA et un chauffeur.", "attack mission=minusma target=minusma killed=5"),
    # le, la, les before a verb
    ("fr", "Les soldats danois étaient arrivés à Gao. Le Mali les a expulsés.", "expel actor=ML target=DK"),
    ("fr", "La MINUSMA voulait se rendre à Moura. L'armée malienne l'a bloquée.", "obstruct actor=ML mission=minusma target=minusma"),
    ("fr", "La MONUSCO patrouillait à Goma. Le M23 l'a attaquée.", "attack actor=m23 mission=monusco target=monusco"),
]  # fmt: skip

# What must not be read of it: (language, text, the type or predicate that it is not).
NOT = [
    ("en", "Iraqi forces found the rocket launcher close to the base.", "withdraw"),
    ("en", "The soldiers sleep close to their camp.", "withdraw"),
    ("en", "Israel asks UNIFIL to give up its posts.", "resign"),
    ("en", "Chad has revoked the agreement with EUFOR Chad.", "contribution"),
    ("en", "UNIFIL has turned down the request of Israel.", "deny_access"),
    ("en", "The price of bread fell in Gao.", "attack"),
    ("en", "Mali gave Denmark two weeks to think about Takuba.", "expel"),
    ("nl", "Het verkeer in Bamako ligt stil.", "suspend"),
    ("nl", "De blauwhelmen van MINUSMA kunnen hun bases niet verlaten.", "withdraw"),
    ("nl", "De prijzen in Gao vielen mee.", "attack"),
    ("fr", "Les casques bleus de la MINUSMA ne peuvent plus quitter leurs bases.", "withdraw"),
    ("fr", "Les prix sont tombés à Gao.", "attack"),
    ("fr", "Des soldats turcs ont détruit la clôture d'un poste de l'UNFICYP.", "end"),
    ("fr", "Le trafic est à l'arrêt à Bamako.", "suspend"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_a_grave_thing_is_read(language: str, text: str, expected: str, read: Read) -> None:
    _, statements = read(text, language=language)
    assert expected in [brief(statement) for statement in statements]


@pytest.mark.parametrize(("language", "text", "kind"), NOT, ids=[text for _, text, _ in NOT])
def test_what_is_not_said_is_not_read(language: str, text: str, kind: str, read: Read) -> None:
    _, statements = read(text, language=language)
    assert kind not in [statement.type or statement.predicate for statement in statements]


def test_what_was_asked_is_nobody_spoken_of(read: Read) -> None:
    _, statements = read("La MINUSMA reste à Gao. Le Mali l'avait demandé.", language="fr")
    assert not [s for s in statements if s.type == "demand" and s.roles.get("target")]


def test_the_head_of_a_mission_turned_back_is_the_missions(read: Read) -> None:
    text = "La cheffe de l'EUTM Mali, la Suédoise Anna Berg, est arrivée lundi. Anna Berg a été refoulée à l'aéroport."
    _, statements = read(text, language="fr")
    denied = next(s for s in statements if s.type == "deny_access")
    assert [r.id for r in denied.roles["mission"]] == ["mission:eutm-mali"]

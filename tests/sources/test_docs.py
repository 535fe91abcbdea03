"""Every connector has its page, with a real configuration that loads, and every preset stands in the list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from missionwatch import sources, theatre

DOCS = Path(__file__).parents[2] / "docs" / "sources"
HEAD = 'own = "NL"\nmissions = ["mission:minusma"]\n'
TITLE = '\n[title]\nnl = "Mali"\n'


def configuration(page: Path) -> str:
    found = re.search(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found, f"{page.name} shows no configuration"
    return found[1]


@pytest.mark.parametrize("connector", sources.CONNECTORS, ids=lambda one: one.name)
def test_every_connector_has_its_page(connector: sources.Connector) -> None:
    page = DOCS / connector.page
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {connector.name}:")
    for word in ("Format", "Paging", "Limits", "Identification", "Terms", "Cost"):
        assert f"**{word}.**" in text, word
    for option in connector.options.__struct_fields__:
        assert f"`{option}`" in text, option
    for secret in connector.secrets:
        assert secret in text, secret
    assert f"[{connector.name}]({connector.page})" in (DOCS / "README.md").read_text(encoding="utf-8")
    loaded = theatre.parse((HEAD + TITLE + configuration(page)).encode(), page)
    (one,) = loaded.collect
    assert one.connector == connector.name
    for example in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        for shown in theatre.parse((HEAD + TITLE + example).encode(), page).collect:
            sources.options_of(shown, page.name)


def test_every_preset_is_listed_and_the_examples_load() -> None:
    text = (DOCS / "presets.md").read_text(encoding="utf-8")
    for name, preset in sources.presets().items():
        assert re.search(rf"\| `{name}` \| .* \| {preset.connector} \|", text), name
    (one,) = theatre.parse((HEAD + TITLE + configuration(DOCS / "presets.md")).encode(), DOCS / "presets.md").collect
    assert sources.options_of(one, "presets.md").match == "Iraq|Kosovo"


def test_the_example_of_the_index_loads() -> None:
    said = configuration(DOCS / "README.md")
    top, _, rest = said.partition("[[sources]]")
    loaded = theatre.parse((HEAD + top + TITLE + "[[sources]]" + rest).encode(), DOCS / "README.md")
    (one,) = loaded.collect
    assert (one.every, one.pace, one.most, loaded.contact) == (1800, 2.0, 200, "desk@example.org")

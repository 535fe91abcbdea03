"""Write `docs/licences.md`: the licence of every package that running the whole program needs, from what the packages say of themselves.

python tools/licences.py
"""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK, PAGE = ROOT / "requirements-run.lock", ROOT / "docs" / "licences.md"
HEAD = """# Licences

missionwatch itself has the European Union Public Licence 1.2 (`LICENSE`). Below is what it is run with, all extras but `ftm` among it: every
package of `requirements-run.lock` with the licence that it names itself; `make sbom` writes this table, and the same as CycloneDX. A package
marked "not here" is for another system or Python and was not installed where this was made. What the browser gets (htmx, uPlot, icons) is in
`package-lock.json`; data files name their source in their heads.

| package | version | licence |
|---|---|---|
"""


def locked(lock: str) -> dict[str, str]:
    """Return the packages of a lock with their versions, by name."""
    return dict(re.findall(r"(?m)^([A-Za-z0-9][\w.-]*)==([^\s;\\\\]+)", lock))


def licence(name: str) -> str:
    """Return the licence that an installed package names, as short as it names it; raise ``PackageNotFoundError`` where it is not here."""
    said = metadata.metadata(name)
    short = next((said[key] for key in ("License-Expression", "License") if key in said), "")
    if short and len(short) < 80 and "\n" not in short and short.lower() != "unknown":
        return short
    classes = [one.split(" :: ")[-1] for one in said.get_all("Classifier") or () if one.startswith("License ::")]
    return ", ".join(classes) or short.strip().split("\n")[0][:80] or "not named"


def table() -> str:
    """Return the rows, by name."""
    rows = []
    for name, version in sorted(locked(LOCK.read_text(encoding="utf-8")).items(), key=lambda pair: pair[0].lower()):
        try:
            found = licence(name)
        except metadata.PackageNotFoundError:
            found = "not here"
        rows.append(f"| {name} | {version} | {found.replace('|', '/')} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(HEAD + table(), encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}.")

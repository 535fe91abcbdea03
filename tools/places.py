"""Write the register's ``places.csv``: places by hand, and towns where missions work from GeoNames (CC BY 4.0).

Run it as ``python tools/places.py GEONAMES.csv``, where the file has GeoNames' cities of 500 inhabitants and more with
the columns ``geonameid,name,country,admin1,lat,lon,population,alternates``. Towns whose name is also that of a state,
or is shorter than four letters (five outside West Africa), or a word or surname besides, are left out: a name in a text would too
often mean something else. So are names that GeoNames spells otherwise than papers do.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "missionwatch" / "register" / "data" / "places.csv"
WEST_AFRICA = frozenset(["BF", "BJ", "CI", "DZ", "GH", "GN", "GW", "LY", "ML", "MR", "NE", "NG", "SN", "TD", "TG"])
LEAST = dict.fromkeys(WEST_AFRICA, 100_000) | {
    "ML": 10_000, "NE": 15_000, "BF": 15_000, "TD": 15_000,
    "CD": 30_000, "CF": 1, "SS": 1, "SD": 40_000, "MZ": 20_000, "HT": 20_000, "CM": 60_000, "BI": 40_000,
}  # fmt: skip
"""How many inhabitants a town has at least: where missions work, down to small towns."""
SPELLED = re.compile(r"[A-Za-zàâäçéèêëîïôöûüáíóúãõñ' -]+$")
LEFT_OUT = frozenset({
    "abba", "al-junaynah", "al-mijlad", "bandundu-province", "baudhuinville", "beira", "berber", "boma", "carnot", "carrefour", "damara",
    "delmas", "dessalines", "dondo", "el-geneina-fort", "gambo", "gondola", "grangwav", "hyosha", "kabare", "kabinda", "kamina",
    "kanyobagonga", "kasongo", "katanda", "katwa", "kayna", "kembe", "kongolo", "kosti", "kumba", "kumbo", "leer", "lenbe", "limbe",
    "macia", "malema", "manica", "maroua", "masina", "massinga", "mocimboa", "monapo", "mongo", "mossuril", "mozambique",
    "mpanda", "mulongo", "mweka", "mwene", "raja", "singa", "songo", "ti-port-de-paix", "tigwav", "zongo",
})  # fmt: skip
"""Towns outside West Africa whose names are words, surnames or other things besides, or that papers and the list by hand spell otherwise."""
COLUMNS = ("slug", "country", "type", "latitude", "longitude", "nl", "en", "fr")
HEAD = """\
# Places reports on missions name: regions, seas, towns, bases. `|` stands between names; coordinates are degrees (WGS 84).
# Regions, seas and towns of other areas by hand after Natural Earth (public domain) and UN maps; written by tools/places.py.
# Towns of West Africa and of other theatres of missions from GeoNames (geonames.org), CC BY 4.0.
"""


def plain(name: str) -> str:
    """Return the name in lower-case letters without accents, for a slug."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def main() -> None:
    """Write the file."""
    with (HERE / "places_by_hand.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle, delimiter=";"))
    with (HERE / "states.csv").open(encoding="utf-8") as handle:
        states = list(csv.DictReader(handle, delimiter=";"))
    seen = {plain(name) for row in rows for lang in ("nl", "en", "fr") for name in row[lang].split("|")}
    seen |= {
        "mali",
        "niger",
        "benin",
        "togo",
        "ghana",
        "gambia",
        "guinea",
        "senegal",
        "nigeria",
        "bawku",
        "wagner",
        "lere",
    }
    capitals = {(s["iso"], plain(s[f"capital_{lang}"])) for s in states for lang in ("nl", "en", "fr")}
    with Path(sys.argv[1]).open(encoding="utf-8") as handle:
        for town in sorted(csv.DictReader(handle), key=lambda t: (t["country"], -int(t["population"]))):
            name, country = town["name"], town["country"]
            if country not in LEAST or int(town["population"]) < LEAST[country] or plain(name) in seen:
                continue
            if len(name) < 4 and (country, plain(name)) not in capitals:
                continue
            known = (country, plain(name)) in capitals or plain(name) in LEFT_OUT  # a state's capital is in states.toml
            if country not in WEST_AFRICA and (known or len(name) < 5 or not SPELLED.match(name)):
                continue
            seen.add(plain(name))
            named = name if unaccented(name) == name else f"{name}|{unaccented(name)}"
            rows.append({
                "slug": plain(name), "country": country, "type": "town", "latitude": town["lat"],
                "longitude": town["lon"], "nl": named, "en": named, "fr": name,
            })  # fmt: skip
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.DictWriter(out, COLUMNS, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def unaccented(name: str) -> str:
    """Return the name as papers without accents write it."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


if __name__ == "__main__":
    main()

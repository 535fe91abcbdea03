"""Make rows in GDELT 2.0's real form (61 columns of events, 16 of mentions, split by tabs, no header), as many as are wanted.

    python tools/gdelt_rows.py --rows 5000000 --days 30 --begin 2022-01-01 --into gdelt.csv [--mentions mentions.csv]

The rows are made up; their form, the spread of codes, the length of their texts, and the lag between an event's day and the
day it was added are like the real ones. The same arguments give the same rows. Needs the extra ``tempo``.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path

import duckdb

from missionwatch.tempo.formats import GDELT_EVENTS, GDELT_MENTIONS

PLACES = (  # FIPS code, ADM1, name, latitude, longitude; weights are about those of a month's news
    ("US", "USDC", "Washington, District of Columbia, United States", 38.8951, -77.0364, 24), ("US", "USNY", "New York, United States", 42.1497, -74.9384, 14),
    ("UK", "UKH9", "London, London, City of, United Kingdom", 51.5, -0.116667, 9), ("IN", "IN07", "New Delhi, Delhi, India", 28.6, 77.2, 8),
    ("RS", "RS48", "Moscow, Moskva, Russia", 55.7522, 37.6156, 6), ("UP", "UP12", "Kyiv, Kyyiv, Misto, Ukraine", 50.4333, 30.5167, 6),
    ("IS", "IS06", "Jerusalem, Israel (general), Israel", 31.7667, 35.2333, 5), ("SY", "SY13", "Damascus, Dimashq, Syria", 33.5, 36.3, 3),
    ("NI", "NI11", "Abuja, Abuja Federal Capital Territory, Nigeria", 9.17583, 7.18083, 5), ("CH", "CH22", "Beijing, Beijing, China", 39.9289, 116.388, 6),
    ("AF", "AF13", "Kabul, Kabol, Afghanistan", 34.5167, 69.1833, 3), ("ML", "ML01", "Bamako, Bamako, Mali", 12.65, -8.0, 2),
    ("ML", "ML09", "Gao, Gao, Mali", 16.2667, -0.05, 1), ("ML", "ML09", "Menaka, Gao, Mali", 15.9182, 2.4022, 1), ("ML", "ML04", "Mopti, Mopti, Mali", 14.4930, -4.1942, 1),
    ("ML", "ML08", "Tombouctou, Tombouctou, Mali", 16.7735, -3.0074, 1), ("NG", "NG08", "Niamey, Niamey, Niger", 13.5167, 2.11667, 1),
    ("UV", "UV53", "Ouagadougou, Kadiogo, Burkina Faso", 12.3703, -1.52472, 1), ("FR", "FRA8", "Paris, France (general), France", 48.8667, 2.33333, 4),
)  # fmt: skip
ROOTS = (
    ("04", 26),
    ("01", 12),
    ("05", 11),
    ("03", 9),
    ("02", 8),
    ("19", 6),
    ("11", 6),
    ("17", 5),
    ("18", 3),
    ("12", 3),
    ("07", 3),
    ("08", 2),
    ("14", 2),
    ("15", 1),
    ("16", 2),
    ("20", 1),
)
ACTORS = (
    ("GOV", "GOVERNMENT", "GOV"),
    ("USA", "UNITED STATES", ""),
    ("MLIMIL", "MALI", "MIL"),
    ("COP", "POLICE", "COP"),
    ("REB", "REBEL", "REB"),
    ("FRA", "FRANCE", ""),
    ("", "", ""),
)


def events(db: duckdb.DuckDBPyConnection, rows: int, days: int, begin: date, first_id: int, target: Path) -> None:
    """Write event rows to a file."""
    steps = days * 96
    places = [p[:5] for p in PLACES for _ in range(p[5])]
    roots = [code for code, weight in ROOTS for _ in range(weight)]
    db.execute(
        "CREATE OR REPLACE TABLE place AS SELECT unnest(?) AS p",
        [[{"c": c, "a": a, "n": n, "la": la, "lo": lo} for c, a, n, la, lo in places]],
    )
    db.execute("CREATE OR REPLACE MACRO dice(i, salt, n) AS (hash(i * 31 + salt) % n)::BIGINT")
    made = f"""
    WITH base AS (
      SELECT i, (i * {steps} // {rows}) AS step, dice(i, 1, {len(places)}) AS pl, list_extract({roots!r}, 1 + dice(i, 2, {len(roots)})) AS root,
             1 + dice(i, 3, {len(ACTORS)}) AS a1, 1 + dice(i, 4, {len(ACTORS)}) AS a2, dice(i, 5, 1000) AS lag, dice(i, 6, 10) AS geo
      FROM range({rows}) t(i)),
    dated AS (
      SELECT *, TIMESTAMP '{datetime.combine(begin, datetime.min.time())}' + to_minutes(15 * (step + 1)::INT) AS added,
             ((TIMESTAMP '{datetime.combine(begin, datetime.min.time())}' + to_minutes(15 * step::INT))::DATE
               - (CASE WHEN lag < 930 THEN 0 WHEN lag < 960 THEN 7 WHEN lag < 980 THEN 30 WHEN lag < 998 THEN 365 ELSE 3650 END)::INT) AS day
      FROM base)
    SELECT {{cells}} FROM dated JOIN (SELECT row_number() OVER () - 1 AS pl, p FROM place) USING (pl)"""
    actors = [dict(zip("cnt", actor, strict=True)) for actor in ACTORS]
    cell = dict.fromkeys(GDELT_EVENTS, "''") | {
        "GLOBALEVENTID": f"{first_id} + i", "SQLDATE": "strftime(day, '%Y%m%d')", "MonthYear": "strftime(day, '%Y%m')", "Year": "year(day)",
        "FractionDate": "printf('%.4f', year(day) + dayofyear(day) / 365.0)", "IsRootEvent": "dice(i, 7, 2)", "EventCode": "root || dice(i, 8, 6)::VARCHAR",
        "EventBaseCode": "root || dice(i, 8, 6)::VARCHAR", "EventRootCode": "root", "QuadClass": "1 + dice(i, 9, 4)", "GoldsteinScale": "printf('%.1f', dice(i, 10, 200) / 10.0 - 10)",
        "NumMentions": "1 + dice(i, 11, 20)", "NumSources": "1 + dice(i, 12, 3)", "NumArticles": "1 + dice(i, 11, 20)", "AvgTone": "printf('%.14f', dice(i, 13, 1000000) / 50000.0 - 14)",
        "DATEADDED": "strftime(added, '%Y%m%d%H%M%S')",
        "SOURCEURL": "'https://www.example-news-' || dice(i, 14, 4000) || '.com/world/' || strftime(added, '%Y/%m/%d') || '/a-headline-of-the-usual-length-in-this-place-' || dice(i, 15, 90000000)",
    }  # fmt: skip
    for number in (1, 2):
        cell |= {
            f"Actor{number}{k}": f"list_extract({actors!r}, a{number}).{v}"
            for k, v in (("Code", "c"), ("Name", "n"), ("Type1Code", "t"))
        }
    for of in ("Actor1", "Actor2", "Action"):
        cell |= {
            f"{of}Geo_Type": "CASE WHEN geo < 2 THEN 1 ELSE 4 END", f"{of}Geo_FullName": "p.n", f"{of}Geo_CountryCode": "p.c", f"{of}Geo_ADM1Code": "p.a",
            f"{of}Geo_ADM2Code": "dice(i, 16, 90000)", f"{of}Geo_Lat": "printf('%.4f', p.la + dice(i, 17, 200) / 250.0 - 0.4)",
            f"{of}Geo_Long": "printf('%.4f', p.lo + dice(i, 18, 200) / 250.0 - 0.4)", f"{of}Geo_FeatureID": "'-' || dice(i, 19, 9000000)",
        }  # fmt: skip
    cells = ", ".join(f"{sql} AS {name}" for name, sql in cell.items())
    db.execute(
        f"COPY ({made.format(cells=cells)}) TO '{target}' (FORMAT csv, DELIMITER '\t', HEADER false, QUOTE '', ESCAPE '')"
    )


def mentions(db: duckdb.DuckDBPyConnection, rows: int, days: int, begin: date, first_id: int, target: Path) -> None:
    """Write mention rows to a file: two for each event on average, all within the days."""
    cell = dict.fromkeys(GDELT_MENTIONS, "''") | {
        "GLOBALEVENTID": f"{first_id} + i // 2", "EventTimeDate": "strftime(t, '%Y%m%d%H%M%S')", "MentionTimeDate": "strftime(t, '%Y%m%d%H%M%S')", "MentionType": "1",
        "MentionSourceName": "'example-news-' || hash(i) % 4000 || '.com'", "MentionIdentifier": "'https://www.example-news-' || hash(i) % 4000 || '.com/' || i",
        "SentenceID": "1 + i % 9", "Confidence": "10 * (1 + i % 10)", "MentionDocLen": "2000 + i % 5000", "MentionDocTone": "'-1.5'",
    }  # fmt: skip
    cells = ", ".join(f"{sql} AS {name}" for name, sql in cell.items())
    stamp = f"TIMESTAMP '{datetime.combine(begin, datetime.min.time())}' + to_minutes((15 * (i * {days * 96} // {2 * rows} + 1))::INT)"
    db.execute(
        f"COPY (SELECT {cells} FROM (SELECT i, {stamp} AS t FROM range({2 * rows}) r(i))) TO '{target}' (FORMAT csv, DELIMITER '\t', HEADER false, QUOTE '', ESCAPE '')"
    )


def main() -> None:
    """Make the rows that the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=5_000_000)
    asked.add_argument("--days", type=int, default=30)
    asked.add_argument("--begin", type=date.fromisoformat, default=date(2022, 1, 1))
    asked.add_argument("--first-id", type=int, default=1_020_000_000)
    asked.add_argument("--into", type=Path, required=True)
    asked.add_argument("--mentions", type=Path)
    said = asked.parse_args()
    db = duckdb.connect()
    events(db, said.rows, said.days, said.begin, said.first_id, said.into)
    if said.mentions:
        mentions(db, said.rows, said.days, said.begin, said.first_id, said.mentions)


if __name__ == "__main__":
    main()

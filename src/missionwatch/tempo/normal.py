"""The normal form: what becomes of a row of each dataset, as SQL that DuckDB runs while it reads.

Every column of a file is read as text; here it becomes a value or nothing. A row without an id or without a day is rejected with
the reason; what else is wrong with it (a place off the globe, deaths below nothing) is taken out and named in ``flaw``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch import register
from missionwatch.tempo import codes, formats

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.tempo.opening import Opened

EVENT_COLUMNS: tuple[tuple[str, str], ...] = (
    ("event_id", "VARCHAR"), ("first", "DATE"), ("last", "DATE"), ("date_precision", "VARCHAR"), ("type", "VARCHAR"),
    ("kind", "VARCHAR"), ("actor1", "VARCHAR"), ("actor2", "VARCHAR"), ("country", "VARCHAR"), ("place", "VARCHAR"),
    ("latitude", "DOUBLE"), ("longitude", "DOUBLE"), ("precision", "VARCHAR"), ("deaths_low", "INTEGER"),
    ("deaths_best", "INTEGER"), ("deaths_high", "INTEGER"), ("articles", "INTEGER"), ("added", "TIMESTAMP"),
    ("url", "VARCHAR"), ("flaw", "VARCHAR"), ("version", "BIGINT"), ("file", "INTEGER"),
)  # fmt: skip
"""An event in the normal form, as it stands in the Parquet files; docs/tempo.md says what each column holds."""
MENTION_COLUMNS: tuple[tuple[str, str], ...] = (
    ("event_id", "VARCHAR"), ("mentioned", "TIMESTAMP"), ("event_time", "TIMESTAMP"), ("medium", "VARCHAR"), ("url", "VARCHAR"),
    ("confidence", "INTEGER"), ("flaw", "VARCHAR"), ("version", "BIGINT"), ("file", "INTEGER"),
)  # fmt: skip
"""One mention of a GDELT event in one article."""
INCIDENTS = "-incidents"
"""How the names of shelves with incidents end."""
ABSURD_DEATHS = 1_000_000
"""More dead in one event than any dataset has: a wrong figure."""


def columns_of(dataset: formats.Dataset) -> tuple[tuple[str, str], ...]:
    """Return the columns and types of what a dataset's rows become."""
    return MENTION_COLUMNS if dataset == "gdelt-mentions" else EVENT_COLUMNS


def keys_of(dataset: formats.Dataset) -> tuple[str, ...]:
    """Return the columns that make a row one thing."""
    return ("event_id", "mentioned", "url") if dataset == "gdelt-mentions" else ("event_id",)


def day_of(dataset: formats.Dataset) -> str:
    """Return the column by whose year rows go into folders."""
    return "mentioned" if dataset == "gdelt-mentions" else "first"


def shelf_of(dataset: formats.Dataset) -> str:
    """Return the expression for the folder of a row: its year, incidents apart from the rest.

    Of GDELT's rows one in eight or so is an incident, and only those are asked for.
    """
    year = f"CAST(year({day_of(dataset)}) AS VARCHAR)"
    if dataset == "gdelt-mentions":
        return year
    kinds = ", ".join(map(text, codes.incident_kinds()))
    return f"{year} || CASE WHEN kind IN ({kinds}) THEN '{INCIDENTS}' ELSE '-other' END"


def text(value: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def select(dataset: formats.Dataset, of: Opened, *, raw: str, file: str, latest: date, release: str | None) -> str:
    """Return the query that makes normal rows of the rows in ``raw``, and the ``shelf`` they go on.

    ``file`` is an expression for the number of the row's file; nothing that begins after ``latest`` is taken. A rejected row has
    the shelf "rejected", the reason in ``flaw`` and its text in ``url``.
    """
    build = {"acled": _acled, "ucdp": _ucdp, "gdelt": _gdelt, "gdelt-mentions": _mentions}[dataset]
    columns = _Columns(of.columns, clean=not of.header)
    made = build(columns) | {"file": file}
    if dataset == "ucdp":
        # the dated events share GED's ids but have no coordinates: GED's row stands, whatever was loaded last
        made["version"] = str(formats.rank_of(release) + 1 if columns.has("type_of_violence") else 0)
    day = day_of(dataset)
    row = " || chr(9) || ".join(f"coalesce(c{number}, '')" for number in range(len(of.columns)))
    joined = " ".join(
        f"LEFT JOIN (VALUES {_pairs(register.countries()[table])}) AS by_{table}(code, iso2) ON by_{table}.code = {sql}"
        for table, sql in made.pop("_countries", {}).items()
    )
    if "_place" in made:  # after the countries, which it needs
        rows = ", ".join(
            f"({text(iso2)}, {text(name)}, {la!r}, {lo!r})" for (iso2, name), (la, lo) in codes.towns().items()
        )
        joined += (
            f" LEFT JOIN (VALUES {rows}) AS by_place(iso2, name, latitude, longitude) "
            f"ON by_place.iso2 = by_names.iso2 AND by_place.name = lower(strip_accents({made.pop('_place')}))"
        )
    if "last0" in made:
        made["last0"] = f"CAST({made['last0']} AS DATE)"
    inner = ", ".join(f"{sql} AS {name}" for name, sql in made.items())
    final = {} if dataset == "gdelt-mentions" else dict(_FINAL)
    final["flaw"] = f"coalesce(reason, {final.get('flaw', 'NULL')})"
    final["url"] = f"CASE WHEN reason IS NULL THEN url ELSE {row} END"
    outer = ", ".join(f"CAST({final.get(name, name)} AS {kind}) AS {name}" for name, kind in columns_of(dataset))
    return f"""
    SELECT {outer}, CASE WHEN reason IS NULL THEN {shelf_of(dataset)} ELSE 'rejected' END AS shelf
    FROM (SELECT *, CASE WHEN event_id IS NULL THEN 'no event id'
                         WHEN {day} IS NULL THEN 'no day that can be read'
                         WHEN {day} > DATE '{latest.isoformat()}' THEN 'a day in the future'
                         WHEN {day} < DATE '1900-01-01' THEN 'a day before 1900' END AS reason
          FROM (SELECT {inner}, * FROM {raw} {joined}))"""


_OFF = "(lat0 IS NOT NULL AND lon0 IS NOT NULL AND (abs(lat0) > 90 OR abs(lon0) > 180 OR isnan(lat0) OR isnan(lon0) OR (lat0 = 0 AND lon0 = 0)))"
_NOWHERE = f"({_OFF} OR lat0 IS NULL OR lon0 IS NULL)"


def _sane(name: str) -> str:
    return f"CASE WHEN {name} BETWEEN 0 AND {ABSURD_DEATHS} THEN {name} END"


_BEST, _LOW, _HIGH = _sane("best0"), _sane("low0"), _sane("high0")
_FINAL = {
    "latitude": f"CASE WHEN NOT {_NOWHERE} THEN lat0 END",
    "longitude": f"CASE WHEN NOT {_NOWHERE} THEN lon0 END",
    "precision": f"CASE WHEN NOT {_NOWHERE} THEN precision0 END",
    # a best figure outside its own range widens the range; a range without a best figure has its lowest as best
    "deaths_best": f"coalesce({_BEST}, {_LOW}, {_HIGH})",
    "deaths_low": f"least({_LOW}, {_BEST}, {_HIGH})",
    "deaths_high": f"greatest({_LOW}, {_BEST}, {_HIGH})",
    "last": "CASE WHEN last0 < first OR last0 IS NULL THEN first ELSE last0 END",
    "date_precision": "CASE WHEN last0 - first > 31 THEN 'year' WHEN last0 - first > 6 AND precision1 IN ('day', 'week') THEN 'month' ELSE precision1 END",
    "flaw": f"""nullif(concat_ws('; ',
        CASE WHEN {_OFF} THEN 'a place off the globe' END,
        CASE WHEN least(best0, low0, high0) < 0 OR greatest(best0, low0, high0) > {ABSURD_DEATHS} THEN 'a number of deaths that cannot be' END,
        CASE WHEN {_BEST} < {_LOW} OR {_BEST} > {_HIGH} THEN 'deaths outside their own range' END,
        CASE WHEN last0 < first THEN 'ends before it begins' END,
        CASE WHEN by_name0 AND NOT {_NOWHERE} THEN 'placed by its name' END,
        CASE WHEN country IS NULL THEN 'no country that we know' END), '')""",
}
"""How what a dataset gives (…0) becomes what is kept; the same for all of them."""


class _Columns:
    """A file's columns as SQL: what is not there is NULL, what is empty too."""

    def __init__(self, names: tuple[str, ...], *, clean: bool = False) -> None:
        self._clean = clean  # written by a machine: nothing to trim, and what is empty comes as NULL
        self._names = {name: f"c{number}" for number, name in enumerate(names)}

    def text(self, *names: str) -> str:
        columns = [self._names[name] for name in names if name in self._names]
        found = columns if self._clean else [f"nullif(trim({column}), '')" for column in columns]
        return f"coalesce({', '.join(found)})" if found else "CAST(NULL AS VARCHAR)"

    def number(self, *names: str) -> str:
        return f"TRY_CAST({self.text(*names)} AS DOUBLE)"

    def count(self, *names: str) -> str:
        return f"TRY_CAST({self.number(*names)} AS BIGINT)"

    def has(self, name: str) -> bool:
        return name in self._names


def _pairs(table: dict[str, str]) -> str:
    return ", ".join(f"({text(code)}, {text(iso2)})" for code, iso2 in table.items())


def _kind(expression: str, source: str) -> str:
    cases = " ".join(
        f"WHEN starts_with({expression}, {text(k)}) THEN {text(v)}" for k, v in codes.kinds()[source].items()
    )
    return f"CASE {cases} ELSE 'other' END"


_DAY_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d-%b-%Y", "%d %b %Y", "%m/%d/%Y", "%Y%m%d")


def _day(value: str) -> str:
    forms = ", ".join(text(form) for form in _DAY_FORMS)
    moment = f"TRY_CAST({value} AS TIMESTAMP)"  # with a time behind it
    return f"CASE WHEN regexp_full_match({value}, '\\d{{4}}') THEN NULL ELSE coalesce(CAST(try_strptime({value}, [{forms}]) AS DATE), CAST({moment} AS DATE)) END"


def _year(value: str) -> str:
    return f"CASE WHEN regexp_full_match({value}, '\\d{{4}}') THEN TRY_CAST({value} || '-01-01' AS DATE) END"


def _gdelt(c: _Columns) -> dict[str, Any]:
    code, added = c.text("EventCode"), c.text("DATEADDED")
    return {
        "event_id": c.text("GLOBALEVENTID"),
        "first": f"CAST(try_strptime({c.text('SQLDATE')}, '%Y%m%d') AS DATE)",
        "last0": "CAST(NULL AS DATE)",
        "precision1": "'day'",
        "type": code,
        "kind": _kind(code, "gdelt"),
        "actor1": c.text("Actor1Name", "Actor1Code"),
        "actor2": c.text("Actor2Name", "Actor2Code"),
        "_countries": {"fips": c.text("ActionGeo_CountryCode")},
        "country": "by_fips.iso2",
        "place": c.text("ActionGeo_FullName"),
        "by_name0": "false",
        "lat0": c.number("ActionGeo_Lat"),
        "lon0": c.number("ActionGeo_Long"),
        "precision0": f"CASE {c.text('ActionGeo_Type')} WHEN '1' THEN 'country' WHEN '2' THEN 'region' WHEN '5' THEN 'region' ELSE 'place' END",
        "low0": "CAST(NULL AS BIGINT)", "best0": "CAST(NULL AS BIGINT)", "high0": "CAST(NULL AS BIGINT)",
        "articles": c.count("NumArticles"),
        "added": f"coalesce(try_strptime({added}, '%Y%m%d%H%M%S'), try_strptime({added}, '%Y%m%d'))",
        "url": c.text("SOURCEURL"),
        "version": f"coalesce(TRY_CAST({added} AS BIGINT), 0)",
    }  # fmt: skip


def _mentions(c: _Columns) -> dict[str, Any]:
    return {
        "event_id": c.text("GLOBALEVENTID"),
        "mentioned": f"try_strptime({c.text('MentionTimeDate')}, '%Y%m%d%H%M%S')",
        "event_time": f"try_strptime({c.text('EventTimeDate')}, '%Y%m%d%H%M%S')",
        "medium": c.text("MentionSourceName"),
        "url": c.text("MentionIdentifier"),
        "confidence": c.count("Confidence"),
        "version": "0",
    }


def _acled(c: _Columns) -> dict[str, Any]:
    kind = c.text("event_type")
    day = c.text("event_date")
    return {
        "event_id": c.text("event_id_cnty"),
        "first": f"coalesce({_day(day)}, {_year(day)})",
        "last0": f"{_year(day)} + INTERVAL 1 YEAR - INTERVAL 1 DAY",
        "precision1": f"CASE WHEN {_year(day)} IS NOT NULL THEN 'year' ELSE CASE {c.text('time_precision')} WHEN '2' THEN 'week' WHEN '3' THEN 'month' ELSE 'day' END END",
        "type": c.text("sub_event_type", "event_type"),
        "kind": _kind(kind, "acled"),
        "actor1": c.text("actor1"),
        "actor2": c.text("actor2"),
        "_countries": {"numeric": f"CAST({c.count('iso')} AS VARCHAR)", "names": f"lower({c.text('country')})"},
        "country": "coalesce(by_numeric.iso2, by_names.iso2)",
        "place": c.text("location", "admin2", "admin1"),
        "by_name0": "false",
        "lat0": c.number("latitude"),
        "lon0": c.number("longitude"),
        "precision0": f"CASE {c.text('geo_precision')} WHEN '3' THEN 'region' ELSE 'place' END",
        "low0": "CAST(NULL AS BIGINT)", "best0": c.count("fatalities"), "high0": "CAST(NULL AS BIGINT)",
        "articles": "CAST(NULL AS BIGINT)",
        "added": "CAST(NULL AS TIMESTAMP)",
        "url": c.text("source"),
        "version": f"coalesce({c.count('timestamp')}, 0)",
    }  # fmt: skip


def _ucdp(c: _Columns) -> dict[str, Any]:
    begins, ends = c.text("date_start", "start_date", "date"), c.text("date_end", "end_date", "date")
    sides = (
        ("deaths_a", "deaths_b", "deaths_civilians")
        if c.has("deaths_a")
        else ("deaths_side_a", "deaths_side_b", "deaths_civilian")
    )
    deaths = [c.count(name) for name in (*sides, "deaths_unknown")]
    side_a, side_b = c.text("side_a", "side_a_name"), c.text("side_b", "side_b_name")
    by_sides = f"CASE WHEN {side_b} = 'Civilians' THEN '3' WHEN starts_with({side_a}, 'Government of') OR starts_with({side_b}, 'Government of') THEN '1' ELSE '2' END"
    kind = c.text("type_of_violence") if c.has("type_of_violence") else by_sides
    best = c.count("best", "best_est") if c.has("best") or c.has("best_est") else " + ".join(deaths)
    made = {
        "event_id": c.text("id"),
        "first": f"coalesce({_day(begins)}, {_year(begins)})",
        "last0": f"coalesce({_day(ends)}, {_year(ends)} + INTERVAL 1 YEAR - INTERVAL 1 DAY)",
        "precision1": f"CASE WHEN {_year(begins)} IS NOT NULL THEN 'year' ELSE CASE {c.text('date_prec')} WHEN '3' THEN 'week' WHEN '4' THEN 'month' WHEN '5' THEN 'year' ELSE 'day' END END",
        "type": kind,
        "kind": _kind(kind, "ucdp"),
        "actor1": side_a,
        "actor2": side_b,
        "_countries": {"names": f"lower({c.text('country', 'location_root_name')})"},
        "country": "by_names.iso2",
        "place": c.text("where_coordinates", "location_where_name", "where_description", "adm_2", "location_adm2_name", "adm_1", "location_adm1_name"),
        "lat0": c.number("latitude"), "lon0": c.number("longitude"), "by_name0": "false",
        "precision0": f"CASE {c.text('where_prec')} WHEN '4' THEN 'region' WHEN '5' THEN 'region' WHEN '6' THEN 'country' WHEN '7' THEN 'country' ELSE 'place' END",
        "low0": c.count("low", "deaths_low"), "best0": best, "high0": c.count("high", "deaths_high"),
        "articles": "CAST(NULL AS BIGINT)",
        "added": "CAST(NULL AS TIMESTAMP)",
        "url": c.text("source_original", "source_article", "source_office"),
        "version": "0",
    }  # fmt: skip
    if not c.has("latitude") and c.has(
        "location_where_name"
    ):  # the dated events name towns without coordinates: the register has some
        where = f"regexp_replace({c.text('location_where_name')}, ' (town|village|city)$', '')"
        made |= {"_place": where, "lat0": "by_place.latitude", "lon0": "by_place.longitude", "by_name0": "true"}
    return made

"""Write the register's ``states.toml`` from ``states.csv`` (base forms, by hand) and CLDR's country names (babel).

Run it after a change in either: ``python tools/states.py``. The inflected forms are made here, once, so that the
register is plain data and the program knows no language's morphology.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from babel import Locale

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "missionwatch" / "register" / "data" / "states.toml"

HEAD = """\
# States: names, adjectives, nationals and capitals in Dutch, English and French. Written by tools/states.py; change that.
#
# Codes: ISO 3166-1 alpha-2 (XK, user-assigned, is Kosovo as in CLDR). Names: Unicode CLDR, plus names in common use.
# Adjectives, nationals and capitals: by hand after the Dutch Language Union's list of geographical names
# (namen.taalunie.org), the Permanent Committee on Geographical Names' country names (gov.uk) and the French foreign
# ministry's list of states (diplomatie.gouv.fr). To be listed is no statement on anyone's status.
"""

# Names in use beside CLDR's own.
MORE: dict[str, dict[str, list[str]]] = {
    "nl": {
        "US": ["Verenigde Staten", "VS", "Verenigde Staten van Amerika", "Amerika"],
        "GB": ["Verenigd Koninkrijk", "VK", "Groot-Brittannië", "Engeland"], "CZ": ["Tsjechië"],
        "CI": ["Ivoorkust"], "CD": ["Democratische Republiek Congo", "DR Congo", "DRC", "Oost-Congo", "Congo"],
        "CG": ["Congo-Brazzaville", "Republiek Congo"], "BY": ["Wit-Rusland", "Belarus"], "MM": ["Myanmar", "Birma"],
        "CF": ["Centraal-Afrikaanse Republiek"], "AE": ["Verenigde Arabische Emiraten", "Emiraten", "VAE"],
        "NL": ["Nederland", "Koninkrijk der Nederlanden"], "PS": ["Palestina", "Palestijnse gebieden"],
        "SZ": ["Swaziland", "Eswatini"], "LR": ["Liberia"], "VA": ["Vaticaanstad", "Vaticaan", "Heilige Stoel"],
        "SY": ["Syrië"], "RU": ["Rusland", "Russische Federatie"], "CN": ["China", "Volksrepubliek China"],
        "NE": ["Niger"], "TD": ["Tsjaad"], "BF": ["Burkina Faso"], "MK": ["Noord-Macedonië", "Macedonië"],
        "KN": ["Saint Kitts en Nevis"],
        "BA": ["Bosnië en Herzegovina", "Bosnië-Herzegovina", "Bosnië"], "KG": ["Kirgizië", "Kirgizistan"],
        "SA": ["Saoedi-Arabië", "Saudi-Arabië"],
    },
    "en": {
        "US": ["United States", "USA", "U.S.A.", "US", "U.S.", "United States of America", "America"],
        "GB": ["United Kingdom", "UK", "U.K.", "Britain", "Great Britain", "England"], "CZ": ["Czech Republic", "Czechia"],
        "CI": ["Ivory Coast", "Cote d'Ivoire", "Côte d'Ivoire"],
        "CD": ["Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC", "D.R. Congo", "Congo"],
        "CG": ["Republic of the Congo", "Congo-Brazzaville", "Congo Republic"], "BY": ["Belarus"], "MM": ["Myanmar", "Burma"],
        "AE": ["United Arab Emirates", "UAE", "Emirates"], "TR": ["Turkey", "Türkiye"], "NL": ["Netherlands", "Holland"],
        "PS": ["Palestine", "Palestinian territories"], "SZ": ["Eswatini", "Swaziland"], "TL": ["East Timor", "Timor-Leste"],
        "CV": ["Cape Verde", "Cabo Verde"], "RU": ["Russia", "Russian Federation"], "KR": ["South Korea"],
        "KP": ["North Korea"], "MK": ["North Macedonia"], "CN": ["China"], "VA": ["Vatican", "Holy See"],
        "ST": ["Sao Tome and Principe"], "GM": ["Gambia", "The Gambia"], "BA": ["Bosnia and Herzegovina", "Bosnia-Herzegovina", "Bosnia"],
        "KN": ["Saint Kitts and Nevis"], "LC": ["Saint Lucia"], "VC": ["Saint Vincent and the Grenadines"],
        "AG": ["Antigua and Barbuda"], "TT": ["Trinidad and Tobago"],
    },
    "fr": {
        "US": ["États-Unis", "Etats-Unis", "États-Unis d'Amérique", "USA"],
        "GB": ["Royaume-Uni", "Grande-Bretagne", "Angleterre"], "CZ": ["Tchéquie", "République tchèque"],
        "CI": ["Côte d'Ivoire", "Côte d’Ivoire"], "CD": ["République démocratique du Congo", "RDC", "RD Congo"],
        "CG": ["République du Congo", "Congo-Brazzaville"], "BY": ["Biélorussie", "Bélarus"], "MM": ["Birmanie", "Myanmar"],
        "CF": ["République centrafricaine", "Centrafrique", "RCA"], "AE": ["Émirats arabes unis", "Emirats arabes unis"],
        "NL": ["Pays-Bas", "Hollande"], "PS": ["Palestine", "territoires palestiniens"], "RU": ["Russie", "Fédération de Russie"],
        "EG": ["Égypte", "Egypte"], "ET": ["Éthiopie", "Ethiopie"], "ER": ["Érythrée", "Erythrée"], "TL": ["Timor oriental", "Timor-Leste"],
        "VA": ["Vatican", "Saint-Siège"], "CN": ["Chine"], "ES": ["Espagne"], "EE": ["Estonie"], "EC": ["Équateur"],
        "BF": ["Burkina Faso", "Burkina"], "BA": ["Bosnie-Herzégovine", "Bosnie"], "VN": ["Viêt Nam", "Vietnam"],
        "SZ": ["Eswatini", "Swaziland"], "KG": ["Kirghizistan", "Kirghizstan"], "SS": ["Soudan du Sud", "Sud-Soudan"],
        "TR": ["Turquie"], "IQ": ["Irak", "Iraq"], "LB": ["Liban", "pays du Cèdre"],
        "MA": ["Maroc", "royaume chérifien"], "FR": ["France", "Hexagone"],
    },
}  # fmt: skip
# Names that are ordinary words, or that another state or place owns.
NEVER = {
    "nl": {"Congo-Kinshasa", "Tsjaad (land)"}, "en": {"Congo - Kinshasa", "Congo - Brazzaville"}, "fr": {"Congo-Kinshasa"},
}  # fmt: skip
# Where a government sits, where that is not the capital; and by what house it is called.
SEATS: dict[str, dict[str, list[str]]] = {
    "NL": {"nl": ["Den Haag", "Binnenhof"], "en": ["The Hague"], "fr": ["La Haye"]},
    "FR": {"nl": ["Élysée", "Elysée", "Quai d'Orsay"], "en": ["Élysée", "Elysee", "Quai d'Orsay"],
           "fr": ["Élysée", "Elysée", "Quai d'Orsay", "Matignon"]},
    "GB": {"nl": ["Downing Street", "Whitehall"], "en": ["Downing Street", "Whitehall"], "fr": ["Downing Street"]},
    "US": {"nl": ["Witte Huis"], "en": ["White House"], "fr": ["Maison-Blanche", "Maison Blanche"]},
    "RU": {"nl": ["Kremlin"], "en": ["Kremlin"], "fr": ["Kremlin"]},
    "NE": {lang: ["Conseil national pour la sauvegarde de la patrie", "CNSP"] for lang in ("nl", "en", "fr")},
    "ML": {"nl": ["Koulouba"], "en": ["Koulouba"], "fr": ["Koulouba"]},
    "CI": {"nl": ["Abidjan"], "en": ["Abidjan"], "fr": ["Abidjan"]},
    "IL": {"nl": ["Tel Aviv", "Joodse staat"], "en": ["Tel Aviv", "Jewish state"], "fr": ["Tel-Aviv", "État hébreu", "Etat hébreu"]},
    "BJ": {"nl": ["Cotonou"], "en": ["Cotonou"], "fr": ["Cotonou"]},
    "BI": {"nl": ["Bujumbura"], "en": ["Bujumbura"], "fr": ["Bujumbura"]},
}  # fmt: skip


def dutch(adjective: str) -> list[str]:
    """Return the adjective with its inflected form: Deens, Deense; Malinees, Malinese; Indiaas, Indiase."""
    long = adjective.endswith(("ees", "iaas"))
    inflected = adjective[:-3] + adjective[-2:] + "e" if long else adjective + "e"
    return [adjective, inflected]


def french(masculine: str) -> list[str]:
    """Return masculine and feminine, singular and plural: malien, maliens, malienne, maliennes."""
    irregular = {"turc": "turque", "grec": "grecque"}
    if masculine in irregular:
        feminine = irregular[masculine]
    elif masculine.endswith(("en", "on")):
        feminine = masculine + "ne"
    elif masculine.endswith(("e", "è", "i", "swazi")):
        feminine = masculine + ("" if masculine.endswith("e") else "e")
    else:
        feminine = masculine + "e"
    plural = masculine if masculine.endswith("s") else masculine + "s"
    return list(dict.fromkeys([masculine, plural, feminine, feminine + "s"]))


def first_capital(word: str) -> str:
    """Return a word with a capital first: Sud-africain."""
    return word[:1].upper() + word[1:]


def all_capitals(word: str) -> str:
    """Return a word with a capital in each of its parts, as French writes nationals: Sud-Africain."""
    return "-".join(first_capital(part) for part in word.split("-"))


def quoted(words: list[str]) -> str:
    """Return a TOML array of the words, each once."""
    return json.dumps(list(dict.fromkeys(w for w in words if w)), ensure_ascii=False)


def main() -> None:
    """Write the file."""
    names = {language: Locale(language).territories for language in ("nl", "en", "fr")}
    lines = [HEAD]
    with (HERE / "states.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter=";"):
            iso = row["iso"]
            listed = {lang: [MORE[lang][iso][0]] if iso in MORE[lang] else [names[lang][iso]] for lang in names}
            lines += ["", "[[state]]", f'code = "{iso}"']
            lines.append(
                "name = {"
                + ", ".join(f"{lang} = {json.dumps(listed[lang][0], ensure_ascii=False)}" for lang in names)
                + "}"
            )
            for lang in names:
                every = [listed[lang][0], names[lang][iso].replace("’", "'"), *MORE[lang].get(iso, [])]
                lines.append(f"{lang} = {quoted([n for n in every if n not in NEVER[lang]])}")
            base = {lang: [w for w in (row[f"{lang}_adjective"] or "").split(",") if w] for lang in names}
            forms = {
                "nl": [f for w in base["nl"] for f in dutch(w)],
                "en": base["en"],
                "fr": [f for w in base["fr"] for f in french(w)],
            }
            adjectives = ", ".join(f"{lang} = {quoted(forms[lang])}" for lang in names)
            lines.append(f"adjectives = {{{adjectives}}}")
            people = {
                "nl": [*row["nl_nationals"].split(","), *(f for w in base["nl"] for f in dutch(w)[1:])],
                "en": row["en_nationals"].split(",") if row["en_nationals"] else base["en"],
                "fr": [f(w) for w in forms["fr"] for f in (first_capital, all_capitals)],
            }
            nationals = ", ".join(f"{lang} = {quoted(people[lang])}" for lang in names)
            lines.append(f"nationals = {{{nationals}}}")
            capital = ", ".join(f"{lang} = {quoted(row[f'capital_{lang}'].split(','))}" for lang in names)
            lines.append(f"capitals = {{{capital}}}")
            if iso in SEATS:
                lines.append(
                    "seats = {" + ", ".join(f"{lang} = {quoted(words)}" for lang, words in SEATS[iso].items()) + "}"
                )
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

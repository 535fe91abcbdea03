"""Who does something may be called by many names: a country by its government, a group by its fighters, a mission by where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from missionwatch.reading.frames.hits import names_in
from missionwatch.reading.frames.reader import FramesReader
from tests.reading.prose import says, words_of
from tests.reading.test_wording import FILES

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # a parliament, and a government that decides, is that of who has people abroad; who asks these to leave is their host
    ("en", "New Zealand has 28 soldiers in the MFO. Cabinet must decide by March.", ["decide actor=NZ"], ["actor=EG"]),
    ("en", "Canada has 2,500 soldiers in ISAF. On 17 May 2006 the House approved the extension.", ["approve actor=CA"], []),
    ("en", "Switzerland has taken part in KFOR since 1999. Parliament will decide in the spring.", ["decide actor=CH"], ["decide actor=XK"]),
    ("en", "France has 1,500 soldiers in Niger. The government has asked them to leave.", ["demand actor=NE target=FR"], ["demand actor=FR"]),
    ("fr", "Le Danemark compte 650 soldats au sein de la FIAS. La Chambre a approuvé mardi la prolongation.", ["approve actor=DK"], []),
    ("fr", "La France a 1 500 militaires au Niger. Le gouvernement leur a demandé de partir.", ["demand actor=NE target=FR"], ["demand actor=FR"]),
    ("nl", "Denemarken heeft 650 militairen bij ISAF. Het parlement stemt in maart over een verlenging.", ["decide actor=DK"], ["decide actor=NL"]),
    ("nl", "Frankrijk heeft 1.500 militairen in Niger. De autoriteiten willen dat ze vertrekken.", ["demand actor=NE"], ["demand actor=FR"]),
    # a government is that of the state just spoken of, or of the capital beside it; "het kabinet" is the paper's own
    ("en", "Norway spoke up on Monday. The government refused to suspend its contribution to UNMISS.", ["suspend actor=NO not"], ["actor=SS"]),
    ("en", "Spain spoke up on Monday. The defence ministry has frozen its part in EUTM Mali.", ["suspend actor=ES"], ["actor=ML"]),
    ("en", "In Oslo, the government refused to suspend its contribution to UNMISS.", ["suspend actor=NO not"], ["actor=SS"]),
    ("fr", "La Turquie a réagi lundi. Le gouvernement demeure, avec 320 soldats, l'un des piliers de la KFOR.", ["contribution contributor=TR mission=kfor n=320"], []),
    ("nl", "Portugal reageerde maandag. De regering stelt een bataljon ter beschikking van MINUSCA.", ["contribution contributor=PT mission=minusca"], ["contributor=NL"]),
    ("nl", "Litouwen heeft erom gevraagd. Het kabinet stuurt een bataljon naar Litouwen.", ["deploy actor=NL"], ["deploy actor=LT"]),
    # an adjective says whose a parliament is, whatever its name
    ("en", "The Canadian House of Commons approved the mission in Latvia.", ["approve actor=CA"], ["approve actor=GB"]),
    ("en", "The House of Commons debated the attack in London.", [], ["actor=CA"]),
    ("fr", "L'État malien a suspendu les vols de la MINUSMA.", ["suspend actor=ML"], []),
    ("fr", "Le Congrès des députés a autorisé mercredi l'envoi de 600 militaires au Liban.", ["approve actor=ES"], []),
    # suspected rebels are accused by nobody; who suspects somebody is
    ("en", "On Sunday suspected ISWAP fighters killed nine soldiers near Dikwa.", ["attack actor=iswap place=dikwa killed=9"], ["accuse"]),
    ("en", "Nine soldiers were killed near Dikwa by suspected ISWAP fighters.", ["attack actor=iswap place=dikwa killed=9"], ["accuse"]),
    ("en", "Three suspected members of Al-Shabaab were arrested in Garissa.", ["detain target=al-shabaab n=3"], ["accuse"]),
    ("en", "Kinshasa suspected the M23 of the attack.", ["accuse actor=CD target=m23"], []),
    ("en", "Bamako had suspected Wagner fighters of the theft.", ["accuse actor=ML"], []),
    # the people of a side are that side, joined to another as well
    ("en", "The Malian army and fighters of JNIM traded fire near Tenenkou.", ["clash actor=ML target=jnim"], []),
    ("fr", "Pourparlers à Doha entre Kinshasa et les combattants du M23.", ["consult actor=CD target=m23"], []),
    ("nl", "Het regeringsleger en strijders van de RSF vechten om El Fasher.", ["clash actor=SD target=rsf-sudan"], []),
    ("en", "Elements of the Malian army attacked the camp at Ber.", ["attack actor=ML place=ber"], []),
    # a mission by whose force it is, where
    ("en", "Ireland has 340 soldiers in the UN force in Lebanon.", ["contribution contributor=IE mission=unifil n=340"], []),
    ("en", "Hungary has 400 soldiers in the NATO-led force in Kosovo.", ["contribution contributor=HU mission=kfor n=400"], []),
    ("en", "Chile has a dozen soldiers in the European peacekeeping force in Bosnia.", ["contribution contributor=CL mission=eufor-althea n=12"], []),
    ("en", "Nepal has 400 soldiers in the UN force on the Golan Heights.", ["contribution contributor=NP mission=undof n=400"], []),
    ("en", "Egypt has 400 soldiers in the European force in Mali.", [], ["mission=eutm-mali"]),
    ("fr", "L'Italie diminue d'un tiers sa contribution à la force de l'ONU au Liban.", ["reduce actor=IT mission=unifil"], []),
    ("fr", "La force onusienne en Centrafrique compte 14 000 soldats.", ["strength mission=minusca n=14000"], []),
    # a short name in brackets belongs to the name, and a date inside a name is none
    ("en", "The coup flies in the face of the constitution, the African Union (AU) said.", ["assessment grade=unlawful by=au"], []),
    ("en", "The March 23 Movement (M23) and the Congolese army clashed near Sake.", ["clash actor=m23 target=CD place=sake"], ["at:2021-03-23"]),
    ("en", "In Addis Ababa, the African Union (AU) and the EU discussed the future of AMISOM.", ["consult actor=au target=eu"], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_who_is_meant_by_another_name(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)


# What a state, named at the head of a sentence, may be called instead; and a group, by its people.
STATES = {
    "en": ("{0} spoke up on Monday. The government", "{0} spoke up on Monday. The cabinet", "The government of {0}"),
    "fr": ("{0} a réagi lundi. Le gouvernement", "{0} a réagi lundi. Le ministère de la Défense"),
    "nl": ("{0} reageerde maandag. De regering", "De regering van {0}"),
}
GROUPS = {
    "en": ("suspected {0} fighters", "members of {0}", "{0} gunmen", "the armed group {0}"),
    "fr": ("le groupe armé {0}", "la rébellion {0}"),
    "nl": ("strijders van {0}", "{0}-strijders", "de rebellenbeweging {0}"),
}
_UNTOLD = ("at:", "since:", "until:", "by:", "before:", "after:", "from:")


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
def test_a_wording_says_the_same_of_whoever_it_names_otherwise(read: Read, language: str) -> None:
    """Of what wordings say of a state or a group, at least 93 in 100 must be said where it is called something else (risks aside)."""
    kept = total = 0
    for text, lines in _renamed(language):
        told = [words_of(s) for s in read(text, language=language)[1]]
        for line in lines:
            want = {word for word in line.split() if not word.startswith(_UNTOLD)}
            kept += any(want <= words for words in told)
            total += 1
    assert total > 100
    assert kept >= 0.93 * total, f"{kept} of {total}"


def _renamed(language: str) -> list[tuple[str, list[str]]]:
    """Return the wordings that are read, each with the state it opens with, or a group in it, under other names."""
    reader = FramesReader(language)
    out: list[tuple[str, list[str]]] = []
    articles = {"en": ("", "The "), "fr": ("Le ", "La ", "L'"), "nl": ("",)}[language]
    for one in (
        o for name, kinds in FILES.items() if name[:2] == language for k, v in kinds.items() if k != "risk" for o in v
    ):
        if one.later or not one.says or "\n" in one.text:
            continue
        for hit in names_in(one.text, reader.gazetteer, reader.pack):
            before, after = one.text[: hit.start], one.text[hit.end :]
            kind = hit.senses[0].kind if hit.senses[0].form == "name" else None
            if not after.startswith(" ") or after.split()[0] in ("and", "et", "en", "rebels", "fighters"):
                continue
            if kind == "state" and before in articles:
                name = (before + hit.text) if language != "en" else hit.text
                out += [(said.format(name) + after, list(one.says)) for said in STATES[language]]
            elif (
                kind == "group"
                and before.endswith(" ")
                and not before.endswith(("the ", "du ", "le ", "la ", "les ", "de "))
            ):
                out += [(before + said.format(hit.text) + after, list(one.says)) for said in GROUPS[language]]
    return out

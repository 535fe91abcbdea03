"""Texts no editor would send: cut anywhere, without an end, noisy. No crash, no hang, every span exact."""

from __future__ import annotations

import random
import re
import time
import timeit
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from missionwatch import reading
from missionwatch.errors import ReportError, UnknownLanguageError
from missionwatch.records import Part, Report
from missionwatch.reports import make_report
from missionwatch.reports.intake import recognise
from tests.reading.test_wording import FILES

if TYPE_CHECKING:
    from missionwatch.records import Statement

LETTERS = {path.stem: path for path in sorted((Path(__file__).parent / "letters").glob("*.txt"))}


def read_raw(text: str, language: str) -> tuple[Report, tuple[Statement, ...]]:
    parts = (Part("body", 0, len(text)),)
    report = Report(id="x", title="x", language=language, published=None, source="x", text=text, parts=parts)
    return report, reading.read(report)


@pytest.mark.parametrize(("name", "language"), [("niger", "nl"), ("unifil-en", "en"), ("monusco-fr", "fr")])
def test_a_report_cut_anywhere_is_read_with_exact_spans(name: str, language: str) -> None:
    text = LETTERS[name].read_text(encoding="utf-8")
    for cut in range(1, len(text), 61):
        for piece in (text[:cut], text[cut:]):
            report, statements = read_raw(piece, language)
            for statement in statements:
                for evidence in (statement.evidence, *statement.more):
                    assert report.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "\u202eMali\u202c zet \U0001f469\u200d\U0001f680 Takuba uit\u0000!!! ;;; ((( \u2028 \u00ad",
        "| a | b |\n|---|---|\n| Mali | 90 |",
        "M a l i   z 3 t  d e  F r a n s e  amb4ssadeur u1t .",
        "...…!?!?--––——«»“”''\"\"",
        "9" * 400 + " militairen bij MINUSMA",
        "de " * 500,
        "UNIFIL protects civilians outside UNIFIL. UNIFIL watches the border and protects civilians.",
        "The Houthis vowed to hit every British ship. ( WHO",
        "Of Iran de beweging steunt, De Malinese minister Abdoulaye Diop had de Raad op 16 juni verzocht de missie te sluiten.",
        (
            "Le Conseil note que la MONUC prendra la relève avec une brigade composée de troupes du Bangladesh l'Inde. de et Le ministre "
            "letton de la Défense, Artis Pabriks, d'une a remercié Bruxelles mardi lors en visite sur place."
        ),
        "From the ruins he keeps posts on the air, and if his set goes silent, so does the line. Who takes part, and from,",
        "De keerden Burundese soldaten Vijf niet terug van een patrouille bij Mogadishu; ze liepen in een hinderlaag.",
    ],
)
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_noise_breaks_nothing(text: str, language: str) -> None:
    report, statements = read_raw(text, language)
    assert all(report.text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in statements)


def test_a_sentence_without_end_takes_time_by_its_length_and_not_by_its_square() -> None:
    def took(words: int) -> float:
        text = "Mali en Wagner bij Takuba " * (words // 5)
        # the processor's own time, the least of three, without a collection: what else goes on here counts for nothing
        return min(timeit.repeat(lambda: read_raw(text, "nl"), number=1, repeat=3, timer=time.process_time))

    took(1_000)
    ratio = took(24_000) / took(6_000)
    assert ratio < 9, f"four times the words took {ratio:.1f} times as long"


ALPHABETS = "Правительство Мали. حكومة مالي تطرد السفير. 马里政府驱逐法国大使。 Η κυβέρνηση του Μάλι. ממשלת מאלי. マリ政府は大使を追放した。"
LETTER_OF = {"nl": "niger", "en": "unifil-en", "fr": "monusco-fr"}
EXHAUSTIVE = 450  # characters of a letter that are cut at each single one


def exact(report: Report, statements: tuple[Statement, ...]) -> None:
    for statement in statements:
        for evidence in (statement.evidence, *statement.more):
            assert report.text[evidence.start : evidence.end] == evidence.quote


def letter(language: str) -> str:
    return LETTERS[LETTER_OF[language]].read_text(encoding="utf-8")


def scanned(text: str) -> str:
    """Return a text as a bad scan gives it: letters taken for others, words broken, specks."""
    chance = random.Random(11)  # noqa: S311 - no secret
    taken = {
        "l": "1",
        "o": "0",
        "e": "c",
        "i": "í",
        "rn": "m",
        "fi": "ﬁ",
        "S": "5",
        "n": "ri",
        "B": "8",
        ".": ",",
        ",": ".",
    }
    out: list[str] = []
    for letter in text:
        draw = chance.random()
        if draw < 0.06:
            out.append(taken.get(letter, letter))
        elif draw < 0.08:
            out.append(chance.choice(["-\n", " ", "|", "·", "~", "\u00ad", "¬", "*", "_", "'"]) + letter)
        elif draw > 0.005 or letter.isspace():
            out.append(letter)
    return "".join(out)


def noisy(kind: str, language: str) -> str:
    """Return about 20 kB of one kind of noise, made of a good letter."""
    good = letter(language)
    long = ("\n\n".join([good] * (20_000 // len(good) + 1)))[:20_000]
    chance = random.Random(5)  # noqa: S311 - no secret
    return {
        "as it is": long,
        "one paragraph": long.replace("\n", " "),
        "no full stops": long.replace("\n", " ").replace(".", ""),
        "capitals": long.upper(),
        "control characters": "".join(c + chr(chance.randrange(1, 32)) * (chance.random() < 0.05) for c in long)[:20_000],
        "right to left": "".join(c + chance.choice("\u202e\u202d\u200f\u2067\u2069\u200b") * (chance.random() < 0.05) for c in long)[:20_000],
        "bad scan": scanned(long)[:20_000],
        "emoji": re.sub(r" ", lambda _: chance.choice([" ", " \U0001f469\u200d\U0001f680 ", "\U0001f1f2\U0001f1f1", " ⚠️ "]), long)[:20_000],
        "combining marks": "".join(c + "\u0301\u0323" * (chance.random() < 0.1) for c in long)[:20_000],
        "table": "\n".join("| " + " | ".join(line.split(" ")[:9]) + " |" for line in long.replace(". ", "\n").split("\n")),
        "bars and lines": ("| Mali | 90 | MINUSMA |\n|------|----|---------|\n" * 500)[:20_000],
        "tabs": long.replace(" ", "\t"),
        "shuffled": " ".join(chance.sample(long.split(), len(long.split()))),
        "mixed languages": "\n\n".join([letter("nl"), letter("en"), letter("fr"), ALPHABETS] * 4)[:20_000],
        "mixed in a sentence": " ".join(w for words in zip(*(letter(x).split() for x in LETTER_OF), strict=False) for w in words) * 4,
        "numbers": " ".join(str(n) for n in range(4_000)),
        "quotes that never close": long.replace(" ", ' "').replace('"', "“", 900),
        "brackets": long.replace(" ", " ("),
        "commas": long.replace(" ", ", "),
        "short lines": long.replace(" ", "\n"),
        "no spaces": long.replace(" ", ""),
    }[kind]  # fmt: skip


NOISE = (
    "as it is", "one paragraph", "no full stops", "capitals", "control characters", "right to left", "bad scan", "emoji",
    "combining marks", "table", "bars and lines", "tabs", "shuffled", "mixed languages", "mixed in a sentence", "numbers",
    "quotes that never close", "brackets", "commas", "short lines", "no spaces",
)  # fmt: skip


@pytest.mark.parametrize("language", LETTER_OF)
@pytest.mark.parametrize("kind", NOISE)
def test_noise_of_20_kilobytes_is_read_within_two_seconds_with_exact_spans(kind: str, language: str) -> None:
    read_raw("Mali.", language)  # the packs are loaded once, whoever comes first
    text = noisy(kind, language)
    start = time.process_time()
    exact(*read_raw(text, language))  # as it comes
    raw = time.process_time() - start
    report = make_report(Path("noise.txt"), text=text, language=language)  # and as the intake cleans it
    assert not any(unicodedata.category(c) == "Cc" for c in report.text if c not in "\n\t")
    start = time.process_time()
    exact(report, reading.read(report))
    assert raw < 2
    assert time.process_time() - start < 2


@pytest.mark.parametrize("language", LETTER_OF)
def test_a_beginning_cut_at_every_single_character_is_read_with_exact_spans(language: str) -> None:
    text = letter(language)
    for cut in range(1, EXHAUSTIVE):
        exact(*read_raw(text[:cut], language))
    for cut in range(EXHAUSTIVE, len(text), 23):
        exact(*read_raw(text[:cut], language))


SIGNS = (",", "(", ")", ":", ";", '"', "«", "»", "–", "%", "...", "1 000", "12", "2024")
MIXED = 1500
"""Reports of mixed sentences read in each language, the same ones every time."""


def mixed(sentence: str, another: str, dice: random.Random) -> str:
    """Return a sentence as it is, cut off, begun too late, with two words changed about, run into another, or with a sign amid it."""
    words, at = sentence.split(), dice.randrange(len(sentence.split()))
    match dice.choice(("as it is", "cut", "begun late", "changed", "run together", "sign")):
        case "cut":
            words = words[: at + 1]
        case "begun late":
            words = words[at:]
        case "changed":
            other = dice.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        case "run together":
            words[at:] = another.split()[dice.randrange(len(another.split())) :]
        case "sign":
            words.insert(at, dice.choice(SIGNS))
    return " ".join(words)


@pytest.mark.parametrize("language", LETTER_OF)
def test_sentences_mixed_by_chance_are_read_with_exact_spans(language: str) -> None:
    kinds = (every for file, every in FILES.items() if file.startswith(language))
    sentences = [one.text for every in kinds for wordings in every.values() for one in wordings]
    dice = random.Random(language)  # noqa: S311 - no secret
    for _ in range(MIXED):
        told = dice.choices(sentences, k=2 * dice.randint(1, 6))
        pairs = zip(told[::2], told[1::2], strict=True)
        exact(*read_raw(" ".join(mixed(*pair, dice) for pair in pairs), language))


def test_marks_that_turn_the_reading_direction_and_control_characters_change_nothing_that_is_read() -> None:
    text = letter("nl")
    hidden = "".join(c + "\u202e\u200b\u0007" * (n % 9 == 0) for n, c in enumerate(text))
    plain, marked = (make_report(Path("letter.txt"), text=t, language="nl") for t in (text, hidden))
    assert marked.text == plain.text
    assert [s.id for s in reading.read(marked)] == [s.id for s in reading.read(plain)]


def test_five_megabytes_are_read_in_time_by_their_length_and_refused_as_a_report() -> None:
    rows = "| Sudan | 1,358 | soldiers |\n" * 1_000
    good = letter("en")
    part = f"{rows}\n\n{good}\n\n{'-' * 400}\n\n"
    text = part * (5_000_000 // len(part) + 1)

    def took(size: int) -> float:
        start = time.process_time()
        report, statements = read_raw(text[:size], "en")
        exact(report, statements)
        assert statements
        return time.process_time() - start

    took(50_000)
    assert took(5_000_000) < 15 * took(500_000)
    with pytest.raises(ReportError, match="2,000,000 characters"):
        make_report(Path("long.txt"), text=text, language="en")


TOLD = {
    "nl": "MINUSMA telt 2.200 militairen. Zij trainen het leger van Mali. Generaal Jan Berg leidt de missie. "
    "De Raad veroordeelt de aanval op Gao. Denemarken stuurt 90 militairen naar Takuba. ",
    "en": "MINUSMA has 2,200 soldiers. They train the army of Mali. General Jan Berg leads the mission. "
    "The Council condemns the attack on Gao. Denmark is sending 90 soldiers to Takuba. ",
    "fr": "La MINUSMA compte 2 200 soldats. Ils forment l'armée du Mali. Le général Jan Berg commande la mission. "
    "Le Conseil condamne l'attaque contre Gao. Le Danemark envoie 90 soldats à Takuba. ",
}


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize("language", TOLD)
def test_a_long_report_takes_time_by_its_length_whether_it_repeats_itself_or_not(language: str, anew: bool) -> None:
    def telling(number: int) -> str:
        """Return the sentences; told anew they have other numbers, and an officer whom hardly another one names."""
        name = "Berg" + "".join("abcdefghij"[number // 10**digit % 10] for digit in range(3))
        other = re.sub(r"\d+", lambda digits: str(int(digits[0]) + number), TOLD[language]).replace("Berg", name)
        return other if anew else TOLD[language]

    def took(times: int) -> float:
        text = "".join(telling(number) + "\n\n" * (number % 5 == 4) for number in range(times))
        return min(timeit.repeat(lambda: read_raw(text, language), number=1, repeat=2, timer=time.process_time))

    took(10)
    ratio = took(640) / took(80)
    assert ratio < 11, f"eight times the length took {ratio:.1f} times as long"


def test_a_sentence_of_a_hundred_thousand_words_is_read() -> None:
    words = [word.strip('.,;:!?"“”()') for word in letter("fr").split()]
    text = " ".join((words * (100_000 // len(words) + 1))[:100_000])
    start = time.process_time()
    exact(*read_raw(text, "fr"))
    assert time.process_time() - start < 2 * len(text) / 20_000


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Die Bundesregierung hat beschlossen, die deutschen Soldaten bis Mai 2024 aus Mali abzuziehen.", "de"),
        ("El Gobierno de España mantiene quinientos militares en la misión de la Unión Europea en Malí.", "es"),
        ("Il governo italiano ha deciso di ritirare i propri soldati dalla missione in Mali entro maggio.", "it"),
        ("Правительство Мали приняло решение выслать посла Франции из страны в течение трёх дней.", "ru"),
    ],
)
def test_a_report_in_another_language_is_no_report_of_ours(text: str, called: str) -> None:
    report = make_report(Path("foreign.txt"), text=text)
    assert report.language == called
    with pytest.raises(UnknownLanguageError, match=f"no language pack for '{called}'"):
        reading.read(report)


@pytest.mark.parametrize("language", LETTER_OF)
def test_our_languages_are_recognised_from_a_sentence_on(language: str) -> None:
    for paragraph in letter(language).split("\n\n"):
        if len(paragraph) > 80:
            assert recognise(paragraph, "letter.txt") == language, paragraph

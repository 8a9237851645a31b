"""Text becomes comparable tokens: whole symbols, stems, and letter groups.

Everything here is for comparison only; no text that is shown passes through it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import Stemmer

STEMMERS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian", "tr": "turkish"}
"""Languages with a Snowball stemmer; the others are cut to their first letters (see `_cut`)."""

IRREGULAR = {"ru": dict.fromkeys(("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днями", "днях"), "ден")}
"""Stems that Snowball does not bring together and that names of instruments need."""
SYMBOL = re.compile(r"(?:[A-Z]+/)*(?:[A-Z]+\.?\d*/)*(?:S-|ES-)?\d{1,4}/\d{1,4}\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
PLACED_WORD = re.compile(r"[^\W_][\w\u02bb\u02bc\u2018\u2019'\u064b-\u065f\u0670\u0640]*")
HAN = re.compile(r"[\u3400-\u9fff]+")
APOSTROPHES = re.compile("[\u02bb\u02bc\u2018\u2019\u0060\u00b4']")
ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)", re.IGNORECASE)
HARAKAT = re.compile("[\u064b-\u065f\u0670\u0640]")
FOLDED = str.maketrans({"ё": "е", "ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
SHORTEST_CUT = 4
GRAM = 4


def folded(text: str) -> str:
    """The text for comparison: compatibility forms, case, apostrophes, vowel marks and ё put aside."""
    plain = unicodedata.normalize("NFKC", text).replace("İ", "i").casefold()
    plain = unicodedata.normalize("NFC", plain)
    return HARAKAT.sub("", APOSTROPHES.sub("", plain)).translate(FOLDED)


def words(text: str, language: str) -> list[str]:
    """Comparable words of the text: stems, pairs of Han characters, and symbols such as 78/147 kept whole."""
    found = [f"#{symbol}" for symbol in symbols(text)]
    for word in plain_words(text, language):
        if HAN.search(word):
            found.extend(_han_pairs(word))
        else:
            found.append(stem(word, language))
    return found


def plain_words(text: str, language: str) -> list[str]:
    """The words of the text, folded but whole; symbols are left out, and so is what French elides before a word."""
    return every_word(SYMBOL.sub(" ", text), language)


def every_word(text: str, language: str) -> list[str]:
    """The words and figures of the text as `plain_words` gives them, with those of symbols among them."""
    rest = ELIDED.sub(" ", text) if language == "fr" else text
    return WORD.findall(folded(rest))


def word_places(text: str, language: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of a stretch of text stand, as they are written; what French elides before a word is left out."""
    for match in PLACED_WORD.finditer(text, start, end):
        elided = ELIDED.match(match[0]) if language == "fr" else None
        yield match.start() + (elided.end() if elided else 0), match.end()


def symbols(text: str) -> Iterator[str]:
    """The number part of every symbol in the text, so that A/RES/78/147 and 78/147 meet."""
    for match in SYMBOL.finditer(text):
        yield "/".join(match[0].upper().split("/")[-2:])


def grams(text: str) -> list[str]:
    """Groups of four letters within each word (shorter words whole), to meet across endings and slips of the pen."""
    found: list[str] = []
    for match in WORD.finditer(folded(SYMBOL.sub(" ", text))):
        word = match[0]
        if HAN.search(word):
            continue
        marked = f"_{word}"
        found.extend(marked[start : start + GRAM] for start in range(max(1, len(marked) - GRAM + 1)))
    return found


def _han_pairs(word: str) -> Iterator[str]:
    for run in HAN.findall(word):
        yield from (run[start : start + 2] for start in range(max(1, len(run) - 1)))


@cache
def _stemmer(language: str) -> "Stemmer.Stemmer":
    return Stemmer.Stemmer(STEMMERS[language])


def stem(word: str, language: str) -> str:
    """What stays of a word when its ending goes: its Snowball stem, or its first letters."""
    if word in IRREGULAR.get(language, {}):
        return IRREGULAR[language][word]
    if language in STEMMERS and not word.isdigit():
        return str(_stemmer(language).stemWord(word))
    return _cut(word)


def _cut(word: str) -> str:
    """The first letters of a word, two thirds of it but at least four: endings go, roots stay.

    Kazakh, Kyrgyz, Tajik, Turkmen and Uzbek put case, number and possession at the end of words.
    """
    if word.isdigit():
        return word
    return word[: max(SHORTEST_CUT, -(-len(word) * 2 // 3))]

"""Symbols and places in a query: "78/147", "A/RES/77/158 para. 5", "п. 16 декларации", "OP16"."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.errors import SymbolError
from corpus.states import FIVE
from corpus.symbol import Symbol
from corpus.tables import Entry, read_table

DECLARATION = "declaration-2026"
LABEL = re.compile(r"\b(?P<part>PP|OP)\s?(?P<number>\d{1,3})(?P<sub>\s?\([a-z]\))?(?!\w)", re.IGNORECASE)
NOTE_FILES = {
    **{holder: f"positions:{holder}" for holder in (*FIVE, "LLDC")},
    "C": "positions:convergences",
    "C2": "positions:convergences",
    "D": "positions:divergences",
    "F": "positions:cautions",
}
NOTE_LABEL = re.compile(rf"\b(?:{'|'.join(NOTE_FILES)})-\d{{1,2}}\b", re.IGNORECASE)
SYMBOL_SHAPES = re.compile(
    r"\bUNEP/EA\.\d{1,2}/Res\.\d{1,3}\b"
    r"|\b(?:A/(?:RES|DEC)/)(?:(?:S-|ES-)?\d{1,2}/\d{1,4}(?: ?[A-Z]\b)?|\d{1,4}(?: ?[A-Z])? ?\([IVXL]+\))"
    r"|\b\d{1,4}(?: ?[A-Z])? ?\([IVXL]{1,8}\)"
    r"|(?<![\w./])(?:S-|ES-)?\d{1,2}/\d{1,4}(?: [A-Z]\b)?(?![\w/.]\d)",
    re.IGNORECASE,
)
UNEA_WORDS = re.compile(
    r"UNEA|UNEP|ЮНЕА|ЮНЕП|Environment Assembly|по окружающей среде|环境大会|البيئة|Medio Ambiente|l.environnement"
    r"|экология|қоршаған орта|айлана-чөйрө|муҳити зист|daşky gurşaw|atrof-muhit|Çevre",
    re.IGNORECASE,
)


class PlaceWords(Entry, frozen=True):
    """How one language names places; see place_words.toml."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    preamble: tuple[str, ...]
    declaration: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """What a query names outright: a document by symbol or id, a label in it, and whether nothing else is asked.

    `document` is empty where only a label is given; `symbol` is the canonical symbol, empty where none is named.
    `languages` are those whose word for a paragraph the query uses, Russian and English first.
    """

    document: str
    label: str
    symbol: str
    alone: bool
    languages: tuple[str, ...] = field(default=(), compare=False)


def asked_place(text: str) -> AskedPlace | None:
    """The place that the query names, or nothing."""
    rest, symbol = _take_symbol(text)
    rest, label = _take_label(rest)
    if not symbol and not label:
        return None
    document = "" if symbol else NOTE_FILES.get(label.split("-")[0], DECLARATION)
    return AskedPlace(document, label, symbol, alone=not _says_more(rest), languages=_languages_naming(text))


FRAME = re.compile(
    r"резолюц\w*|resolution\w*|решени\w*|decision\w*|résolution\w*|resoluci\w*|қарар\w*|токтом\w*|қатънома\w*"
    r"|rezol\w*|karar\w*|qaror\w*|генеральн\w*|ассамбле\w*|general\w*|assembly|оон|unga|unea|юнеа|окружающ\w*"
    r"|сред\w*|environment\w*|the|决议|大会|联合国|القرار|قرار",
    re.IGNORECASE,
)
"""Words that only frame a symbol or a place: organ, kind of text."""
CONTENT = re.compile(r"[^\W\d_]{3,}|[\u3400-\u9fff]{2,}")


def _says_more(rest: str) -> bool:
    """Whether words of content are left once the place and the words that frame it are taken out."""
    plain = FRAME.sub(" ", rest)
    for words in _place_words().values():
        for word in (*words.declaration, *words.preamble):
            plain = re.sub(rf"{re.escape(word)}\w*", " ", plain, flags=re.IGNORECASE)
    return bool(CONTENT.search(plain))


def _take_symbol(text: str) -> tuple[str, str]:
    match = SYMBOL_SHAPES.search(text)
    if not match:
        return text, ""
    try:
        symbol = Symbol.parse(match[0])
    except SymbolError:
        return text, ""
    canonical = symbol.canonical
    short = "/RES/" not in match[0].upper() and "UNEP" not in match[0].upper()
    if short and UNEA_WORDS.search(text):
        canonical = f"UNEP/EA.{symbol.session}/Res.{symbol.number}"
    return f"{text[: match.start()]} {text[match.end() :]}", canonical


def _take_label(text: str) -> tuple[str, str]:
    note = NOTE_LABEL.search(text)
    if note:
        return f"{text[: note.start()]} {text[note.end() :]}", note[0].upper()
    match = LABEL.search(text)
    if match:
        label = f"{match['part'].upper()}{match['number']}{_sub(match['sub'])}"
        return f"{text[: match.start()]} {text[match.end() :]}", label
    for words in _place_words().values():
        match = _number_pattern(words).search(text)
        if match:
            number = match["first"] or match["second"]
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            part = "PP" if _starts_any(text, words.preamble) else "OP"
            return rest, f"{part}{number}{_sub(match['sub'])}"
    return text, ""


def _languages_naming(text: str) -> tuple[str, ...]:
    naming = [code for code, words in _place_words().items() if _number_pattern(words).search(text)]
    return tuple(sorted(naming, key=lambda code: code not in ("en", "ru")))


def _sub(text: str | None) -> str:
    return f" {text.strip().lower()}" if text else ""


def _starts_any(text: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for word in words)


@cache
def _number_pattern(words: PlaceWords) -> re.Pattern[str]:
    """The noun before the number ("п. 16", "§ 5"), or after it ("16-тармақ", "第16段")."""
    before = "|".join(re.escape(word) + (r"\w*" if len(word) > 3 and word.isalpha() else "") for word in words.before)
    after = "|".join(re.escape(word) for word in words.after)
    parts = [rf"(?<!\w)(?:{before})\s*(?:№|no\.?|n°)?\s*(?P<first>\d{{1,3}})(?P<sub>\s?\([a-z]\))?(?![\w/])"]
    if after:
        parts.append(
            rf"第?\s?(?P<second>\d{{1,3}})\s?-?\s?(?:й|го|му|ом|inji|unjy|ünji|ynjy|nji|njy|inci|ıncı|uncu|üncü|nchi)?\s?\.?(?:{after})\w*"
        )
    else:
        parts.append(r"(?P<second>(?!))")
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _place_words() -> dict[str, PlaceWords]:
    return read_table(Path(__file__).with_name("place_words.toml"), dict[str, PlaceWords])

"""Which encoding a text is in: Unicode by its marks, older code pages by how its letters follow one another."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpus.errors import SourceRefused
from corpus.readers.kinds import wide_encoding
from corpus.tables import DATA_FOLDER

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
ONE_BYTE = (
    "cp1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic", "ptcp154", "kz1048", "koi8-t",
    "cp1252", "cp1254", "cp1250", "iso-8859-9", "iso-8859-15", "mac-roman", "cp850", "cp857",
    "cp1256", "iso-8859-6",
)  # fmt: skip
SELDOM = {"mac-cyrillic": -10.0, "mac-roman": -10.0, "cp850": -5.0, "cp857": -5.0}
"""Encodings that files seldom have must fit better by so much."""
MANY_BYTES = ("gb18030", "big5", "big5hkscs")
SAMPLE_BYTES = 200_000
MOST_WORDS = 1_500
BEYOND_ASCII = re.compile(rb"[^\s\x80-\xff]{0,20}[\x80-\xff][^\s]{0,40}")
FEWEST_PAIRS = 12
"""Pairs of letters with at least one beyond ASCII; fewer say too little to choose by."""
LIKELY = -5.0
"""The least mean likeness of a text that is taken for one of the known languages."""
CLEAR = 5.0
"""The least lead in likeness over the next different reading: that one is some hundred times less likely."""
UNSEEN, FOREIGN = -7.0, -12.0
USUAL_SIGNS = frozenset("«»“”„‘’‚–—…№§°·•\u00a0،؛؟©®™×¿¡ªº€")
WITHIN_WORD = re.compile(r"(?<=[^\W\d_])[«»“”„‚…№°§·•®©™×¿¡ªº€](?=[^\W\d_])|(?<=[^\W\d_])€|(?<![^\W\d_])[—–](?=[а-яё])")
"""Signs that never stand between two letters of a word: there a letter was misread."""
COMMON_SHARE = 0.9
MODEL_TEXTS = "documents/declaration-2026/text.*.md"


class Reading(NamedTuple):
    """How well a text reads in one encoding, for ranking."""

    likeness: float
    pairs: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was in."""

    text: str
    encoding: str


def decode(content: bytes, name: str) -> Decoded:
    """Bytes as text.

    Raises:
        SourceRefused: no encoding fits, or more than one does.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _exactly(content, encoding, name)
    wide = wide_encoding(content)
    if wide:
        return _exactly(content, wide, name)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # A file that was cut off within a letter is still UTF-8.
        if error.end == len(content) and error.reason == "unexpected end of data":
            return Decoded(content[: error.start].decode("utf-8"), "utf-8")
    return _guessed(content, name)


def decode_as(content: bytes, encoding: str, name: str) -> Decoded:
    """Bytes as text in the encoding that the file names itself, where that fits; else as found."""
    try:
        return Decoded(content.decode(WIDER.get(encoding.casefold(), encoding)), encoding)
    except (LookupError, UnicodeDecodeError):
        return decode(content, name)


# Pages name the smaller standard where programs write the larger code page.
WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254",
         "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030"}  # fmt: skip


def _exactly(content: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceRefused(f"{name} is damaged: it is not whole as {encoding.upper()}; save it as UTF-8.") from error
    return Decoded(text, encoding)


def _guessed(content: bytes, name: str) -> Decoded:
    sample = _telling_words(content)
    readings: dict[str, str] = {}
    for encoding in ONE_BYTE:
        text = _try(sample, encoding)
        if text is not None:
            readings.setdefault(text, encoding)
    ranked = sorted((_rated(text, encoding) for text, encoding in readings.items()), reverse=True)
    if ranked and ranked[0].pairs >= FEWEST_PAIRS and ranked[0].likeness / ranked[0].pairs >= LIKELY:
        if len(ranked) == 1 or ranked[0].likeness - ranked[1].likeness >= CLEAR:
            return _exactly(content, ranked[0].encoding, name)
        raise _doubtful(name)
    chinese = sorted(
        ((common_share(content[:SAMPLE_BYTES], encoding), encoding) for encoding in MANY_BYTES), reverse=True
    )
    if chinese[0][0] >= COMMON_SHARE and chinese[0][0] > chinese[-1][0]:
        return _exactly(content, chinese[0][1], name)
    raise _doubtful(name)


def _rated(text: str, encoding: str) -> Reading:
    rated, pairs = likeness(text)
    return Reading(rated + SELDOM.get(encoding, 0.0), pairs, encoding)


def _telling_words(content: bytes) -> bytes:
    """The words beyond ASCII that a file has most, each once, and with them every byte that it has at all."""
    words = [word for word, _ in Counter(BEYOND_ASCII.findall(content)).most_common()]
    kept, missing = words[:MOST_WORDS], set(b"".join(words[MOST_WORDS:])) - set(b"".join(words[:MOST_WORDS]))
    for word in words[MOST_WORDS:]:
        if missing & set(word):
            kept.append(word)
            missing -= set(word)
    return b" ".join(kept)


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def likeness(text: str) -> tuple[float, int]:
    """How the letters beyond ASCII follow their neighbours, against the nearest of the languages that are known.

    The sum of the natural logarithms of each letter's share after the one before it, and how many were looked at; a
    mean of about −2.5 is text of the language, one below −5 noise.
    """
    pairs = _pairs(text)
    total = sum(pairs.values())
    return max(sum(count * _share(model, pair) for pair, count in pairs.items()) for model in _models().values()), total


def _share(model: Mapping[str, float], pair: str) -> float:
    found = model.get(pair)
    if found is not None:
        return found
    if pair[0] == pair[1] == " ":
        return 0.0
    return UNSEEN if pair[0] in model and pair[1] in model else FOREIGN


def common_share(content: bytes, encoding: str) -> float:
    """The share of the Chinese signs that belong to the everyday level of their standard; 0 where nothing fits."""
    text = _try(content, encoding)
    for cut in range(1, 4):
        # A sample or a cut-off file may end within a sign.
        text = _try(content[:-cut], encoding) if text is None else text
    if text is None:
        return 0.0
    signs = [sign for sign in text if ord(sign) > 0x7F]
    han = [sign for sign in signs if "\u4e00" <= sign <= "\u9fff"]
    if len(han) < FEWEST_PAIRS or len(han) < len(signs) / 2:
        return 0.0
    first, last = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    return sum(first <= sign.encode(encoding)[0] <= last for sign in han) / len(han)


def _pairs(text: str) -> Counter[str]:
    # Capitals keep their pairs with small letters apart: a wrong Cyrillic code page turns the two about.
    found: Counter[str] = Counter()
    text = WITHIN_WORD.sub("\ufffd", text)
    for first, second in pairwise(text):
        if first > "\x7f" or second > "\x7f":
            found[_letter(first) + _letter(second)] += 1
    return found


def _letter(sign: str) -> str:
    return sign if sign.isalpha() or sign.isdigit() or (sign > "\x7f" and sign not in USUAL_SIGNS) else " "


@lru_cache(maxsize=1)
def _models() -> Mapping[str, Mapping[str, float]]:
    """For each language: pair of letters → logarithm of the second's share after the first; and every known letter."""
    models = {}
    for path in sorted(DATA_FOLDER.glob(MODEL_TEXTS)):
        text = path.read_text(encoding="utf-8")
        # Text in capitals is as good as text in small letters.
        pairs: Counter[str] = Counter()
        for spelled in (text, text.upper()):
            pairs.update(_letter(first) + _letter(second) for first, second in pairwise(spelled))
        before: Counter[str] = Counter()
        for pair, count in pairs.items():
            before[pair[0]] += count
        models[path.name] = {pair: math.log(count / before[pair[0]]) for pair, count in pairs.items()} | dict.fromkeys(
            before, 0.0
        )
    return models


def _doubtful(name: str) -> SourceRefused:
    return SourceRefused(
        f"{name} is not in UTF-8, and its encoding cannot be told with certainty; open it in the program it comes from "
        "and save it as text in UTF-8."
    )

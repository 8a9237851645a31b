"""Whether a text can be read, why not if not, and the few repairs that are certain.

Repairs change no line breaks. Twins of letters and lost Cyrillic code pages are mended one character for one
character; UTF-8 that was read as something else gets shorter. A reader therefore mends before it makes offsets.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import ftfy
from ftfy.badness import is_bad

# Of the tokens that hold letters, how many may be misshapen: a document of symbols, acronyms and addresses stays well
# below the first limit; a layer of recognised characters that is to be cited word for word must stay below the second.
MOST_ODD = 0.15
MOST_ODD_RECOGNISED = 0.01
LEAST_KNOWN = 0.85
MOST_LOST = 0.01
MOST_ACCENTED = 0.35
FEWEST_TOKENS = 8

LATIN_TWINS = str.maketrans("ABCEHKMOPTXaceopxyiI", "АВСЕНКМОРТХасеорхуіІ")
# Twins that Russian itself uses; of the others, і is certain in a text that is known to be Kazakh.
CERTAIN_TWINS = frozenset("ABCEHKMOPTXaceopxy")
COMMON_RUSSIAN = frozenset("оеаинтсрвл")
RUSSIAN_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
READ_AS = ("cp1252", "latin-1", "mac_roman")
WRITTEN_AS = ("cp1251", "koi8_r", "mac_cyrillic", "cp866")

_GLYPH_NAME = re.compile(r"\(cid:\d+\)|(?:\s*/[gGcC]\d{1,4}){2,}|(?:\s*/(?:uni|gid|glyph|afii)[0-9A-Fa-f]{2,6}){2,}")
_WORD = re.compile(r"[^\W\d_]+")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:org|int|com|net)\b", re.IGNORECASE)
_INNER_SIGN = re.compile(r"(?<=[A-Za-zÀ-ɏЀ-ӿ])[|\\^~<>{}\[\]_=*#$£¥§¬¤¦©®+,;:!?\"](?=[A-Za-zÀ-ɏЀ-ӿ])")
_INNER_DIGIT = re.compile(r"[^\W\d_]\d+[a-zа-яё]", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"[a-zа-яё][A-ZА-ЯЁ][a-zа-яё]")
# A capital I read as the letter l: no word of our languages begins with l and a consonant.
_WRONG_L = re.compile(r"^l[b-df-hj-kmnp-tv-xz]")
_NO_VOWEL = re.compile(r"^[b-df-hj-np-tv-xz]{4,}$")
_ORDINARY = frozenset(
    ".,;:!?()[]/-–—‐‑−'\"’‘“”«»„…%&+*=_•●·№§°|<>@#$€£©®\u200b\u200c\u200d\u200e\u200f،؛؟。，、；：（）《》「」"
)


@dataclass(frozen=True, slots=True)
class Legibility:
    """Whether a text can be read, and what it was judged by; `reason` is empty where it can.

    `letters` is the share of letters among what is not space, `odd` the share of misshapen tokens.
    """

    readable: bool
    reason: str
    letters: float
    odd: float


def letter_share(text: str) -> float:
    """How much of a text is letters, spaces aside: 0 to 1, and 0 for a text without any sign."""
    signs = [sign for sign in text if not sign.isspace()]
    if not signs:
        return 0.0
    return sum(unicodedata.category(sign)[0] in "LM" for sign in signs) / len(signs)


def judge(text: str, recognised: bool = False) -> Legibility:
    """Whether a text reads as language; `recognised` says that it comes from character recognition, and is stricter.

    Figures, symbols and acronyms are not held against a text. An empty text is not readable.
    """
    letters = letter_share(text)
    tokens = list(_tokens(text))
    odd = sum(map(_is_odd, tokens)) / len(tokens) if tokens else 0.0
    reason = _noise(text) or _odd_reason(len(tokens), odd, recognised)
    return Legibility(not reason, reason, letters, odd)


def repaired(text: str, language_hint: str = "") -> tuple[str, tuple[str, ...]]:
    """A text with what is certainly wrong in it mended, and what was mended, in words.

    Three repairs are made: UTF-8 that was read in another code page, Russian that was read in a Western one, and
    single Latin letters inside Cyrillic words. A text in doubt is given back as it is. The hint is a language's code;
    one that is not written in Cyrillic rules the Russian repair out.
    """
    mended: list[str] = []
    if language_hint in {"", "ru", "kk", "ky", "tg"}:
        text, changed = _recoded(text)
        mended += [changed] * bool(changed)
    text, changed = _reread(text)
    mended += [changed] * bool(changed)
    text, count = _untwinned(text, CERTAIN_TWINS | {"i", "I"} if language_hint == "kk" else CERTAIN_TWINS)
    if count:
        mended.append(f"{count} words with Latin letters among Cyrillic ones were written in Cyrillic throughout")
    return text, tuple(mended)


def _noise(text: str) -> str:
    """Why a text is noise by its signs alone; empty where they are those of a text."""
    signs = [sign for sign in text if not sign.isspace()]
    if not signs:
        return "it holds no text"
    named = sum(len(match[0]) for match in _GLYPH_NAME.finditer(text))
    if named / len(signs) > MOST_LOST:
        return "names of glyphs stand in place of letters: the font's map is lost"
    lost = sum(unicodedata.category(sign) in {"Co", "Cc", "Cn", "Cs"} or sign == "\ufffd" for sign in signs)
    if lost / len(signs) > MOST_LOST:
        return "replacement signs stand in place of letters: the font's map is lost"
    known = sum(unicodedata.category(sign)[0] in "LMN" or sign in _ORDINARY for sign in signs)
    latin = [sign for sign in signs if sign.isalpha() and sign < "\u0250"]
    accented = sum(sign > "\x7f" for sign in latin)
    if known / len(signs) < LEAST_KNOWN or (len(latin) >= 20 and accented / len(latin) > MOST_ACCENTED):
        return "its letters were replaced by other signs: the code page or the font's map is lost"
    return ""


def _odd_reason(count: int, odd: float, recognised: bool) -> str:
    if recognised and count >= FEWEST_TOKENS and odd > MOST_ODD_RECOGNISED:
        return f"about {odd * 100:.0f} in 100 of its words were recognised wrongly"
    if count >= FEWEST_TOKENS and odd > MOST_ODD:
        return "most of its words are broken by signs, figures or capitals in their midst"
    return ""


def _tokens(text: str) -> Iterator[str]:
    """The pieces between spaces that hold at least two letters, without the marks around them; no addresses."""
    for piece in text.split():
        if _ADDRESS.search(piece):
            continue
        for part in re.split(r"[-/‐‑–—]", piece):
            token = _EDGE.sub("", part)
            if sum(sign.isalpha() for sign in token) > 1:
                yield token


def _is_odd(token: str) -> bool:
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in token if sign.isalpha()} & {"LATIN", "CYRILLIC"}
    return len(scripts) > 1 or any(
        pattern.search(token) for pattern in (_INNER_SIGN, _INNER_DIGIT, _INNER_CAPITAL, _WRONG_L, _NO_VOWEL)
    )


def _reread(text: str) -> tuple[str, str]:
    """UTF-8 that was read in another code page, read as UTF-8, line by line.

    ftfy changes only what can be nothing else; a line of which something stays in doubt is left as it is.
    """
    lines = text.split("\n")
    count = 0
    for index, line in enumerate(lines):
        if not line.isascii() and is_bad(line):
            fixed = ftfy.fix_encoding(line)
            if fixed != line and not is_bad(fixed) and "\ufffd" not in fixed and "\n" not in fixed:
                lines[index] = fixed
                count += 1
    told = f"{count} lines of UTF-8 that had been read in another code page were read again" if count else ""
    return "\n".join(lines), told


def _recoded(text: str) -> tuple[str, str]:
    """Russian that was read in a Western code page, read in its own; only where exactly one reading is Russian."""
    strange = sum(sign > "\x7f" and not "\u0400" <= sign <= "\u04ff" for sign in text)
    plain = sum(sign.isalpha() for sign in text)
    if strange < 20 or strange * 10 < plain * 3:
        return text, ""
    readings: dict[str, str] = {}
    for read_as, written_as in product(READ_AS, WRITTEN_AS):
        reading = "".join(_reread_sign(sign, read_as, written_as) for sign in text)
        if _is_russian(reading, strange):
            readings.setdefault(reading, written_as)
    if len(readings) != 1:
        return text, ""
    reading, written_as = next(iter(readings.items()))
    return reading, f"Russian that had been read in a Western code page was read again as {written_as}"


def _reread_sign(sign: str, read_as: str, written_as: str) -> str:
    if sign <= "\x7f":
        return sign
    try:
        return sign.encode(read_as).decode(written_as)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return sign


def _is_russian(text: str, strange: int) -> bool:
    """Whether what was strange in a text has become Russian words beyond doubt."""
    letters = [sign for sign in text if "\u0400" <= sign <= "\u04ff"]
    if len(letters) < strange * 0.9:
        return False
    words = [word for word in _WORD.findall(text) if len(word) > 1 and "\u0400" <= word[0] <= "\u04ff"]
    shaped = sum(set(word.casefold()) <= RUSSIAN_LETTERS and (word[1:].islower() or word.isupper()) for word in words)
    common = sum(sign.casefold() in COMMON_RUSSIAN for sign in letters)
    return len(words) >= 4 and shaped >= 0.97 * len(words) and common >= 0.55 * len(letters)


def _untwinned(text: str, twins: frozenset[str]) -> tuple[str, int]:
    """Words of Cyrillic letters with fewer Latin ones among them, in Cyrillic; and how many there were."""
    count = 0

    def mended(match: re.Match[str]) -> str:
        nonlocal count
        word = match[0]
        latin = [sign for sign in word if sign.isascii()]
        cyrillic = [sign for sign in word if "\u0400" <= sign <= "\u04ff"]
        certain = latin and len(latin) + len(cyrillic) == len(word) and set(latin) <= twins
        if not certain or len(cyrillic) < 2 or len(latin) >= len(cyrillic) or _is_code(match):
            return word
        count += 1
        return word.translate(LATIN_TWINS)

    return _WORD.sub(mended, text), count


def _is_code(match: re.Match[str]) -> bool:
    """Whether the word is part of a symbol or a code: all capitals beside a figure or a stroke."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return any(sign.isdigit() or sign in "/_" for sign in (before, after) if sign)

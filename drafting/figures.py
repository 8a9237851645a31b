"""What of a paragraph must be the same in every language: references, dates, numbers, square brackets."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from corpus.tables import Entry, read_table
from drafting.verbs import FOLDER
from references.grammar_file import grammar_of
from references.mentions import find_mentions
from references.plain import plain_text

OPENING, CLOSING = "[［【", "]］】"
PAIRED = re.compile(r"(?<![\dA-Za-z/.])\d{1,4}/(?:\d{1,4}|[A-Z]{2,3}\.\d{1,2})(?!\d)")
SYMBOL = re.compile(r"\b[A-Z]{1,5}/[\w./()-]+\b")
HAN_MONTH = re.compile(r"\d{1,2}\s?月")
CLOCK = re.compile(
    r"\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}\s?ч(?:ас\w*|\.)?(?:\s?\d{1,2}\s?м(?:ин\w*|\.)?)?(?!\w)"
    r"|\d{1,2}\s?h(?:eures)?(?:\s?\d{2})?(?!\w)|(?:上午|下午|晚上)\d{1,2}[时点](?:\d{1,2}分)?|\d{1,2}[:.]\d{2}\s?horas"
    r"|(?<=las )\d{1,2}[.:]\d{2}|(?<=الساعة )\d{1,2}[/:]\d{2}|(?<!\d)[0-2]?\d:[0-5]\d(?!\d)",
    re.IGNORECASE,
)
"""A time of day, which languages count in twelve or in twenty-four hours; it is left out of the comparison."""
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,٫٬]\d+)*")
"""A number with its thousands set apart by spaces, or with points and commas inside."""
SMALLEST_SPELLED = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """The references, dates, numbers and square brackets of one paragraph.

    `references` are canonical symbols, or the number as written where the organ cannot be told; `pairs` are all
    numbers written like one of a resolution. `dates` are written YYYY-MM-DD, `months` are those named at all.
    `numbers` are plain decimals, the days and years of dates among them; of these `ordinals` have an ending ("8th",
    «8-й», 第8). `in_words` are small numbers written out. `brackets` is the row of "[" and "]".
    """

    references: Counter[str]
    pairs: frozenset[str]
    dates: Counter[str]
    months: frozenset[int]
    numbers: Counter[str]
    ordinals: frozenset[str]
    in_words: frozenset[str]
    brackets: str


class _FigureWords(Entry, frozen=True):
    point: tuple[str, ...]
    scales: dict[str, tuple[tuple[str, int], ...]]
    words: dict[str, tuple[tuple[str, int], ...]]


@cache
def _figure_words() -> _FigureWords:
    return read_table(FOLDER / "figures.toml", _FigureWords)


def figures_of(text: str, language: str) -> Figures:
    """The figures of one paragraph.

    Raises:
        CorpusError: a shipped table is wrong; the message names it.
    """
    mentions = find_mentions(text, language)
    references = Counter(mention.symbol or _number_of(mention.text) for mention in mentions)
    plain = plain_text(text).plain
    dates, days = _dates(plain, language)
    bare = _blanked(plain, [found[1:] for found in days], language)
    numbers, ordinals = _numbers(bare, language)
    for day, _, _ in days:
        numbers.update({str(day.day): 1, str(day.year): 1})
    return Figures(
        references=references,
        pairs=frozenset(PAIRED.findall(plain)),
        dates=dates,
        months=_months(plain, language),
        numbers=numbers,
        ordinals=ordinals,
        in_words=_in_words(plain, language),
        brackets="".join(_bracket(letter) for letter in text if letter in OPENING + CLOSING),
    )


def balanced(brackets: str) -> bool:
    """Whether every bracket of the row is closed after it is opened."""
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            return False
    return depth == 0


def pair_of(symbol: str) -> str:
    """The two numbers of a reference, "78/147" for A/RES/78/147 and "6/3" for UNEP/EA.6/Res.3; else the whole."""
    numbers = re.findall(r"\d+", symbol)
    return "/".join(numbers[:2]) if len(numbers) >= 2 else symbol


def _bracket(letter: str) -> str:
    return "[" if letter in OPENING else "]"


def _number_of(text: str) -> str:
    found = PAIRED.search(text)
    return found[0] if found else text


def _dates(plain: str, language: str) -> tuple[Counter[str], list[tuple[date, int, int]]]:
    """The full dates, and where each stands."""
    grammar = grammar_of(language)
    taken: list[tuple[date, int, int]] = []
    for pattern in grammar.dates:
        for match in pattern.finditer(plain):
            free = not any(start < match.end() and match.start() < end for _, start, end in taken)
            written = match["month"]
            names = re.split(r"\s?/\s?", written)
            month = int(written) if written.isdigit() else next((n for name in names if (n := grammar.month(name))), 0)
            day = _day(match["year"], month, match["day"])
            if free and day:
                taken.append((day, match.start(), match.end()))
    return Counter(day.isoformat() for day, _, _ in taken), taken


def _months(plain: str, language: str) -> frozenset[int]:
    """The months named anywhere in the text, with or without a day."""
    if language == "zh":
        return frozenset(int(month) for month in re.findall(r"(\d{1,2})\s?月", plain))
    month = grammar_of(language).month
    return frozenset(number for word in set(re.findall(r"[^\W\d_]+", plain)) if (number := month(word)))


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _blanked(plain: str, spans: list[tuple[int, int]], language: str) -> str:
    """The text without its dates, its references and (in Chinese) its months, which are written in figures."""
    letters = list(plain)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    bare = "".join(letters)
    for pattern in (CLOCK, SYMBOL, PAIRED, *([HAN_MONTH] if language == "zh" else [])):
        bare = pattern.sub(lambda match: "|" * len(match[0]), bare)
    return bare


def _numbers(bare: str, language: str) -> tuple[Counter[str], frozenset[str]]:
    numbers: Counter[str] = Counter()
    ordinals = set()
    position = 0
    while match := NUMBER.search(bare, position):
        start, position = match.span()
        written = match[0]
        value = _value(written, language)
        factor = _factor(bare, position, language)
        text = _written(value * factor)
        numbers[text] += 1
        following = bare[position : position + 3]
        if re.match(r"[-‑–]?[^\W\d_]|[ºª°.]\s?[^\W\d_]", following) or bare[max(0, start - 1) : start] == "第":
            ordinals.add(text)
    return numbers, frozenset(ordinals)


def _value(written: str, language: str) -> Decimal:
    """The number that figures stand for: "1,500" is not 1.5 in English, "1.500" not in the others."""
    plain = re.sub(r"[ \u00a0\u202f٬]", "", written).replace("٫", ".")
    group, point = (",", ".") if language in _figure_words().point else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", plain):
        plain = plain.replace(group, "")
    plain = plain.replace(",", ".")
    whole, *parts = plain.split(".")
    return Decimal(f"{whole}.{parts[0]}") if len(parts) == 1 else Decimal("".join([whole, *parts]))


def _factor(bare: str, position: int, language: str) -> int:
    """What the word after a figure multiplies it by."""
    for word, factor in sorted(_figure_words().scales[language], key=lambda scale: -len(scale[0])):
        if re.compile(rf"[\s\u00a0-]*{re.escape(word)}", re.IGNORECASE).match(bare, position):
            return factor
    return 1


def _written(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _in_words(plain: str, language: str) -> frozenset[str]:
    """The small numbers that the paragraph writes out."""
    found = set()
    start = "" if language in {"zh", "ar"} else r"(?<!\w)"
    for word, number in _figure_words().words[language]:
        if re.search(rf"{start}{re.escape(word)}", plain, re.IGNORECASE):
            found.add(str(number))
    return frozenset(found)

"""The figures of a text as they can be compared: numbers, percentages, days, months, paragraphs; never a threshold."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from drafting.draft import Citation
from drafting.figures import NUMBER, figures_of
from drafting.passage import dated
from drafting.phrases import without_the_five
from drafting.spelled import in_figures
from references.grammar_file import grammar_of
from references.mentions import find_mentions
from references.plain import plain_text

PERCENT = re.compile(
    rf"(?P<number>{NUMBER.pattern})[\s\u00a0]?(?:[%٪％]|per\s?cent|percent|процент\w*|pour cent|por ciento|пайыз|фоиз"
    r"|foiz|göterim|في المائة|بالمائة)",
    re.IGNORECASE,
)
SHARE_BEFORE = re.compile(rf"(?:百分之|yüzde[\s\u00a0])(?P<number>{NUMBER.pattern})", re.IGNORECASE)
LABEL = re.compile(r"(?<!\w)(?:PP|OP|[A-Z]{1,5}-)\d{1,4}(?:\s?\([a-z]\))?(?!\w)")
TARGET = re.compile(r"(?<=target )\d+\.\d+")
"""The number of a target in the label of its paragraph: "target 6.5"."""
ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|-го)?(?:[\s\u00a0]of)?[\s\u00a0]+\Z")
SPAN = re.compile(r"(?<![\d.,])(\d{1,2})\s?[-–]\s?\d{1,2}[\s\u00a0]\Z")
"""The first day of several before the name of a month: "21–23 October"."""
WORD = re.compile(r"[^\W\d_]+")
COMMON = frozenset({"1"})
""" "One" is a pronoun as often as a number."""


@dataclass(frozen=True, slots=True)
class FiguresSaid:
    """The figures of a text: `numbers` plain decimals, `shares` percentages, `days` ISO dates, `months` MM or MM-DD.

    `places` are numbers of paragraphs, `labels` numbers with letters: "KAZ-08", "UNEA-7".
    """

    numbers: frozenset[str]
    shares: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    places: frozenset[str]
    labels: frozenset[str]

    def without_lists(self) -> "FiguresSaid":
        """What is left where a line may count what it lists."""
        none: frozenset[str] = frozenset()
        return replace(self, numbers=none, places=none, labels=none)

    def beyond(self, known: "FiguresSaid") -> tuple[str, ...]:
        """What is said here and not there, as a person may read it."""
        years = {day[:4] for day in known.days}
        months = known.months | {day[5:7] for day in known.days} | {day[5:] for day in known.days}
        days = self.days - known.days
        parts = {str(int(part)) for day in days for part in day.split("-")}
        return (
            *sorted(self.numbers - known.numbers - years - parts - COMMON),
            *(f"{share} %" for share in sorted(self.shares - known.shares)),
            *sorted(days),
            *(f"--{month}" for month in sorted(self.months - months)),
            *(f"¶ {place}" for place in sorted(self.places - known.places)),
            *sorted(self.labels - known.labels),
        )


@lru_cache(maxsize=1 << 12)
def figures_said(text: str, language: str) -> FiguresSaid:
    """The figures of a text in one language; numbers in words count where the language is English or Russian.

    The numbers of references, labels and paragraphs are not among the numbers: a label "KAZ-08" is no "eight".
    """
    plain = plain_text(without_the_five(text, language)).plain
    bare, places, labels = _without_places(plain, language)
    bare = in_figures(bare, language)
    shares = {_plain_number(match["number"], language) for match in _shares(bare)}
    bare = PERCENT.sub(" | ", SHARE_BEFORE.sub(" | ", bare))
    found = figures_of(bare, language)
    days = Counter(found.dates)
    numbers = Counter(found.numbers)
    for day, count in days.items():
        numbers.subtract({day[:4]: count, str(int(day[8:])): count})
    months = set(_months(bare, language, numbers, {day[5:] for day in days}))
    return FiguresSaid(
        numbers=frozenset(number for number, count in numbers.items() if count > 0),
        shares=frozenset(shares),
        days=frozenset(days) | {match[0] for match in ISO_DAY.finditer(bare)},
        months=frozenset(months),
        places=frozenset(places),
        labels=frozenset(labels),
    )


def figures_together(known: tuple[FiguresSaid, ...]) -> FiguresSaid:
    """All figures of several texts."""
    none: frozenset[str] = frozenset()
    return FiguresSaid(
        none.union(*(each.numbers for each in known)),
        none.union(*(each.shares for each in known)),
        none.union(*(each.days for each in known)),
        none.union(*(each.months for each in known)),
        none.union(*(each.places for each in known)),
        none.union(*(each.labels for each in known)),
    )


def figures_of_place(library: Library, citation: Citation) -> FiguresSaid:
    """The day, the paragraph and the target of a place: a statement may name them."""
    none = figures_together(())
    number = "".join(letter for letter in citation.label.partition(" ")[0] if letter.isdigit())
    day = dated(library, ParagraphRef(citation.document, citation.label))
    days = frozenset({day}) if len(day) == len("2022-12-14") else frozenset[str]()
    numbers = frozenset({day[:4]} if day[:4].isdigit() else ()) | frozenset(TARGET.findall(citation.label))
    months = frozenset({day[5:7]} if day[5:7].isdigit() else ())
    places = frozenset({str(int(number))}) if number and citation.label[:2] in {"OP", "PP"} else frozenset[str]()
    labels = frozenset({citation.label})
    return replace(none, numbers=numbers, days=days, months=months, places=places, labels=labels)


def _shares(text: str) -> Iterator[re.Match[str]]:
    yield from PERCENT.finditer(text)
    yield from SHARE_BEFORE.finditer(text)


def _plain_number(written: str, language: str) -> str:
    return next(iter(figures_of(written, language).numbers), written)


def _without_places(plain: str, language: str) -> tuple[str, set[str], set[str]]:
    """The text without references, labels and paragraph numbers; the paragraphs that it names, and its other labels."""
    letters, places = list(plain), set()
    for mention in find_mentions(plain, language):
        start, end = mention.start, mention.end
        if mention.date_span:  # the date of a reference is a date like any other
            end = min(end, mention.date_span[0]) if mention.date_span[0] > start else end
        letters[start:end] = " " * (end - start)
        places.update(re.findall(r"\d+", mention.paragraph))
    grammar = grammar_of(language)
    bare = "".join(letters)
    for pattern in (grammar.paragraph_before, grammar.paragraph_after):
        for match in pattern.finditer(plain):
            places.add(match["number"])
        bare = pattern.sub(lambda match: " " * len(match[0]), bare)
    labels = {match[0].replace(" ", "") for match in LABEL.finditer(bare)}
    paragraphs = {label for label in labels if label.startswith(("OP", "PP"))}
    places |= {str(int(re.sub(r"\D.*", "", label[2:]))) for label in paragraphs}
    return LABEL.sub(lambda match: " " * len(match[0]), bare), places, labels - paragraphs


def _months(text: str, language: str, numbers: Counter[str], dated: Collection[str]) -> Iterator[str]:
    """The months named with or without a day; a day beside its month is taken out of the numbers.

    `dated` are the months with days (MM-DD) of the full dates, whose days were taken out before.
    """
    known = grammar_of(language).month_numbers
    for match in WORD.finditer(text):
        word = match[0].casefold()
        number = known.get(word) or known.get(f"{word}.") or 0
        if not number or (language == "en" and not match[0][0].isupper()):
            continue
        before, behind = text[: match.start()], text[match.end() :]
        beside = DAY_BEFORE.search(before) or re.match(r"[\s\u00a0]+(\d{1,2})(?!\d)", behind)
        found = [str(int(day[1])) for day in (SPAN.search(before), beside) if day]
        days = {f"{number:02d}-{int(day):02d}": day for day in found}
        for month, day in days.items():
            numbers.subtract({day: month not in dated})
        yield from days or [f"{number:02d}"]

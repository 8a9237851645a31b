"""The proper wording of an instrument in each language: at the first mention, later, in a footnote."""

import re
from enum import StrEnum

from corpus.roman import roman_value
from corpus.symbol import Series, Symbol
from references.dates import day_in_words, ordinal_ending
from references.phrases import InstrumentWords, Phrases, phrases_of

CONFERENCES = ("UNFCCC", "CBD", "UNCCD")
"""Bodies whose decisions are those of a conference of the parties."""
PLACE = re.compile(r"PP(?P<preambular>\d{1,4})|(?:OP)?(?P<number>\d{1,4})(?: ?\((?P<letter>[a-z])\))?")
ISSUE = re.compile(r"/(?:Add|Amend|Corr|Rev)\.")


class Style(StrEnum):
    """How an instrument is named: in full, again, by number, as in a footnote, by symbol."""

    FIRST = "first"
    LATER = "later"
    SHORT = "short"
    FOOTNOTE = "footnote"
    SYMBOL = "symbol"


def reference(
    symbol: Symbol, language: str, style: Style, adopted_on: str = "", title: str = "", paragraph: str = ""
) -> str:
    """The instrument as a text in the language names it: "General Assembly resolution 77/158 of 14 December 2022".

    Only the first mention has organ, date and title. `adopted_on` is an ISO day; anything less than a day is left out.
    `paragraph` is a label such as "5", "5 (a)", "OP5" or "PP3"; the bare symbol never has one. Reports, drafts and
    instruments of other organs are named by their symbol.

    Raises:
        NotHeld: the language is not one of the twelve.
    """
    phrases = phrases_of(language)
    if style is Style.SYMBOL:
        return symbol.canonical
    if style in (Style.SHORT, Style.FOOTNOTE):
        short = style is Style.SHORT and _kind(symbol, phrases)
        name = number_in_words(symbol, phrases) if short else symbol.canonical
        return _joined(phrases.place.separator, name, place_in_words(paragraph, phrases) or paragraph)
    placed = bool(PLACE.fullmatch(paragraph))
    whole = _named(symbol, phrases, style, day_in_words(adopted_on, language), title, within=placed)
    if placed:
        return place_in_words(paragraph, phrases, whole)
    return _joined(phrases.place.separator, whole, paragraph)


def place_in_words(label: str, phrases: Phrases, whole: str = "") -> str:
    """A label as a place: "para. 5 (a)", or "paragraph 5 (a) of …" with a whole; empty if it has no number."""
    match = PLACE.fullmatch(label)
    if not match:
        return ""
    words = phrases.place
    figures = match["preambular"] or match["number"]
    number = words.counted.format(number=figures, ordinal=ordinal_ending(int(figures), phrases.date))
    if match["preambular"]:
        template = words.preambular_of if whole else words.preambular
    elif match["letter"]:
        template = words.subparagraph_of if whole else words.subparagraph
    else:
        template = words.paragraph_of if whole else words.paragraph
    return template.format(number=number, letter=_letter(match["letter"] or "", words.letters), whole=whole)


def number_in_words(symbol: Symbol, phrases: Phrases) -> str:
    """The number as the language writes it: 77/158, 31/16 A, 1325 (2000), 2625 (XXV), in Arabic 2625 (د-25)."""
    words = phrases.number
    part = f" {_letter(symbol.part, words.part_letters)}" if symbol.part else ""
    if symbol.body == "UNFCCC":
        return symbol.canonical
    if symbol.body == "UNCCD":
        return f"{symbol.number}/COP.{''.join(figure for figure in symbol.session if figure.isdigit())}"
    if symbol.body == "CBD":
        return f"{symbol.session}/{symbol.number}"
    if symbol.body == "SC":
        return symbol.number + (words.bracket.format(inside=symbol.session) if symbol.session else "")
    prefix, _, session = symbol.session.rpartition("-")
    if not session.isdigit():
        old = {"": words.old_regular, "S": words.old_special, "ES": words.old_emergency}[prefix]
        inside = old.format(roman=session, arabic=roman_value(session))
        return symbol.number + part + words.bracket.format(inside=inside)
    kinds = {"": "{session}", "S": words.special, "ES": words.emergency}
    return f"{kinds[prefix].format(session=session)}/{symbol.number}{part}"


def _named(symbol: Symbol, phrases: Phrases, style: Style, dated: str, title: str, *, within: bool) -> str:
    words = _kind(symbol, phrases)
    if not words:
        return symbol.canonical
    number = number_in_words(symbol, phrases)
    if style is Style.LATER:
        return (words.later_within if within else words.later).format(number=number)
    titled = words.titled_within if within else words.titled
    named = (words.first_within if within else words.first).format(
        organ=phrases.organs[_organ(symbol)],
        number=number,
        dated=phrases.date.dated.format(date=dated) if dated else "",
        titled=titled.format(title=title) if title else "",
    )
    # The name of an organ may close with the comma of its own clause, which then stands for the one that follows.
    return named.replace(",,", ",").removesuffix(",")


def _kind(symbol: Symbol, phrases: Phrases) -> InstrumentWords | None:
    if _organ(symbol) not in phrases.organs:
        return None
    if symbol.series is Series.RESOLUTION:
        return phrases.resolution
    if symbol.series is Series.DECISION:
        return phrases.conference if symbol.body in CONFERENCES else phrases.decision
    return None


def _organ(symbol: Symbol) -> str:
    """The organ's key in the data files; 1/CP.21, 5/CMA.3 and 2/CMP.8 are decisions of three bodies.

    Empty where only the symbol is safe: a corrigendum, or a decision under a protocol of the biodiversity convention.
    """
    if ISSUE.search(symbol.canonical) or (symbol.body == "CBD" and "/COP/" not in symbol.canonical):
        return ""
    if symbol.body == "UNFCCC":
        return symbol.canonical.partition("/")[2].partition(".")[0]
    return symbol.body


def _letter(letter: str, letters: tuple[str, ...]) -> str:
    place = ord(letter.upper()) - ord("A") if letter else -1
    return letters[place] if 0 <= place < len(letters) else letter


def _joined(separator: str, *parts: str) -> str:
    return separator.join(part for part in parts if part)

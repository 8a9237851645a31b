"""Instruments named by title: treaties, programmes, days, years, decades, conferences, in twelve languages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.library import Library
from corpus.registry import InstrumentKind
from indexer.tokens import STEMMERS, folded, stem, word_places
from references.instrument_names import instrument_names
from references.mention import Mention, MentionKind

KINDS = {
    InstrumentKind.TREATY: MentionKind.TREATY,
    InstrumentKind.DECLARATION: MentionKind.DECLARATION,
    InstrumentKind.PROGRAMME: MentionKind.PROGRAMME,
    InstrumentKind.CONFERENCE: MentionKind.EVENT,
    InstrumentKind.SUMMIT: MentionKind.EVENT,
    InstrumentKind.DAY: MentionKind.DAY,
    InstrumentKind.YEAR: MentionKind.YEAR,
    InstrumentKind.DECADE: MentionKind.DECADE,
    InstrumentKind.RESOLUTION: MentionKind.RESOLUTION,
    InstrumentKind.PLEDGE: MentionKind.DECLARATION,
}
STEMMED = STEMMERS.keys() - {"tr"}
"""Languages whose names are compared by stems; Turkish puts more endings on a name than its stemmer takes off."""
SHORTEST_ABBREVIATION = 3
SHORTEST_HAN = 4
HAN_SIGNS = str.maketrans("（）—–－", "()---")
FIRST_LETTERS = 3
LONGEST_SPACE = 6
ARABIC_AND = "وف"
PARAGRAPH_END = re.compile(r"\n\s*\n")
OPENING_MARKS = frozenset({"«", "“", '"', "„", "‘"})
LONGEST_ENDING = 9
ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=\w{4}))(?=\w{3})")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as comparable words; an abbreviation must be met in its own letters."""

    words: tuple[str, ...]
    instrument: str
    initial: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: where it stands, and what it is compared by."""

    start: int
    end: int
    comparable: str


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one language: by their whole first word where words are stemmed, else by its first letters."""

    by_word: Mapping[str, list[_Name]]
    by_letters: Mapping[str, list[_Name]]

    lengths: tuple[int, ...]
    """How many first letters there are to look by, the most first."""

    def beginning_with(self, word: str) -> list[_Name]:
        """The names that a word of the text may open, the longest first."""
        found = list(self.by_word.get(word, ()))
        for length in self.lengths:
            if len(word) >= length:
                found += self.by_letters.get(word[:length], ())
        return found


class NameFinder:
    """Finds instruments by their names, from the registry and, across languages, from the term bank."""

    def __init__(self, library: Library) -> None:
        self._instruments = {
            instrument.id: instrument for instrument in library.instruments if instrument.kind in KINDS
        }
        self._names_of = instrument_names(library, self._instruments.values())
        self._prepared: dict[str, _Names] = {}
        self._han: tuple[re.Pattern[str], dict[str, str]] | None = None

    def find(self, text: str, language: str) -> Iterator[Mention]:
        """Every named instrument, in order; the longest name at a place wins."""
        if language == "zh":
            yield from self._find_han(text)
            return
        start = 0
        for end in (*(match.end() for match in PARAGRAPH_END.finditer(text)), len(text)):
            yield from self._in_paragraph(text, list(_words(text, start, end, language)), language)
            start = end

    def _in_paragraph(self, text: str, words: list[_Word], language: str) -> Iterator[Mention]:
        names = self._names(language)
        position = 0
        while position < len(words):
            name = None
            for known in names.beginning_with(words[position].comparable):
                if _matches(known, words, position, text, language):
                    name = known
                    break
            if name is None:
                position += 1
                continue
            last = position + len(name.words) - 1
            start = words[position].start
            if text[start] in ARABIC_AND and text[start] != name.initial:
                start += 1
            if self._is_name(text, start, name.instrument):
                yield self._mention(text, start, _with_closing_mark(text, start, words[last].end), name.instrument)
            position = last + 1

    def _is_name(self, text: str, start: int, instrument_id: str) -> bool:
        """Whether the words are used as a name: titles of resolutions are plain words unless written as a title."""
        resolution = self._instruments[instrument_id].kind is InstrumentKind.RESOLUTION
        return not resolution or not text[start].islower() or text[max(0, start - 2) : start].strip() in OPENING_MARKS

    def _mention(self, text: str, start: int, end: int, instrument_id: str) -> Mention:
        instrument = self._instruments[instrument_id]
        symbol = instrument.symbol if instrument.kind is InstrumentKind.RESOLUTION else ""
        return Mention(
            start=start,
            end=end,
            text=text[start:end],
            kind=KINDS[instrument.kind],
            symbol=symbol,
            organ=instrument.body,
            organ_named=True,
            instrument=instrument_id,
        )

    def _names(self, language: str) -> _Names:
        """The names of a language, prepared once."""
        if language not in self._prepared:
            by_word: dict[str, list[_Name]] = defaultdict(list)
            by_letters: dict[str, list[_Name]] = defaultdict(list)
            for name in self._every_name(language):
                whole = language in STEMMED and not name.written
                table, length = (by_word, None) if whole else (by_letters, FIRST_LETTERS)
                table[name.words[0][:length]].append(name)
            for entries in (*by_word.values(), *by_letters.values()):
                entries.sort(key=lambda name: -len(name.words))
            lengths = tuple(sorted({len(letters) for letters in by_letters}, reverse=True))
            self._prepared[language] = _Names(by_word, by_letters, lengths)
        return self._prepared[language]

    def _every_name(self, language: str) -> Iterator[_Name]:
        for instrument, forms in self._names_of.items():
            for form in sorted(forms.get(language, ())):
                words = tuple(word.comparable for word in _words(form, 0, len(form), language))
                if len(words) > 1 or (form.isupper() and len(form) >= SHORTEST_ABBREVIATION):
                    yield _Name(words, instrument, form[0], form if form.isupper() else "")

    def _find_han(self, text: str) -> Iterator[Mention]:
        """Names in Chinese, which sets no words apart: the longest that stands at a place."""
        if self._han is None:
            owners = {
                form.translate(HAN_SIGNS): instrument
                for instrument, forms in self._names_of.items()
                for form in forms.get("zh", ())
                if len(form) >= SHORTEST_HAN
            }
            longest_first = sorted(owners, key=len, reverse=True)
            self._han = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"), owners
        pattern, owners = self._han
        for match in pattern.finditer(text.translate(HAN_SIGNS)):
            yield self._mention(text, match.start(), match.end(), owners[match[0]])


def _words(text: str, start: int, end: int, language: str) -> Iterator[_Word]:
    """The words of a stretch of text with their places, ready to compare."""
    for begin, stop in word_places(text, language, start, end):
        yield _Word(begin, stop, _comparable(text[begin:stop], language))


@lru_cache(maxsize=100_000)
def _comparable(written: str, language: str) -> str:
    word = folded(written)
    if language == "ar":
        word = ARABIC_PREFIX.sub("", word)
    return stem(word, language) if language in STEMMED else word


def _with_closing_mark(text: str, start: int, end: int) -> int:
    """The end of a name, with the quotation mark that closes one opened inside it."""
    pairs = {"»": "«", "”": "“", '"': '"', ")": "("}
    mark = text[end : end + 1]
    return end + 1 if mark in pairs and pairs[mark] in text[start:end] and mark not in text[start + 1 : end] else end


def _matches(name: _Name, words: list[_Word], position: int, text: str, language: str) -> bool:
    """Whether a name stands at this word of the text, with whatever endings its words take."""
    stretch = words[position : position + len(name.words)]
    if len(stretch) < len(name.words):
        return False
    if name.written:
        return text.startswith(name.written, stretch[0].start)
    alike = zip(name.words, stretch, strict=True)
    if language in STEMMED:
        same = all(word == met.comparable for word, met in alike)
    else:
        same = all(_begins(word, met.comparable) for word, met in alike)
    return same and all(right.start - left.end <= LONGEST_SPACE for left, right in pairwise(stretch))


def _begins(word: str, met: str) -> bool:
    """Whether a word of the text is the word of the name with another ending; another figure is another year."""
    if word.isdigit():
        return met.startswith(word) and not met[len(word) :][:1].isdigit()
    return met.startswith(word[: max(FIRST_LETTERS, len(word) - 1)]) and len(met) <= len(word) + LONGEST_ENDING

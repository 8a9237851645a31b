"""Instruments named by title: treaties, programmes, days, years, decades, conferences, in twelve languages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.registry import FactName, Instrument, InstrumentKind
from indexer.tokens import STEMMERS, folded, placed_words, stem
from references.mention import Mention, MentionKind

NAME_FACTS = (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME)
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
SHORTEST_ABBREVIATION = 3
LONGEST_ENDING = 9
ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=\w{4}))(?=\w{3})")
YEARS = re.compile(r"[\s,(]*(?:19|20)\d\d[^\w]*(?:(?:19|20)\d\d)?\)?(?:\s(?:years|годы|год|гг))?\s*\Z")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as comparable words; an abbreviation must be met in its own letters."""

    words: tuple[str, ...]
    instrument: str
    written: str = ""


class NameFinder:
    """Finds instruments by their names, from the registry and, across languages, from the term bank."""

    def __init__(self, library: Library) -> None:
        self._instruments = {
            instrument.id: instrument for instrument in library.instruments if instrument.kind in KINDS
        }
        self._forms = _forms(library, self._instruments.values())
        self._prepared: dict[str, Mapping[str, list[_Name]]] = {}

    def find(self, text: str, language: str) -> Iterator[Mention]:
        """Every named instrument, in order; the longest name at a place wins."""
        if language == "zh":
            yield from self._find_han(text)
            return
        names = self._names(language)
        placed = [(start, end, word, _comparable(word, language)) for start, end, word in placed_words(text, language)]
        position = 0
        while position < len(placed):
            name = next(
                (
                    known
                    for known in names.get(placed[position][3][:2], ())
                    if _matches(known, placed, position, text, language)
                ),
                None,
            )
            if name is None:
                position += 1
                continue
            last = position + len(name.words) - 1
            start, end = placed[position][0], _with_closing_mark(text, placed[position][0], placed[last][1])
            if self._is_name(text, start, name.instrument):
                yield self._mention(text, start, end, name.instrument)
            position = last + 1

    def _is_name(self, text: str, start: int, instrument_id: str) -> bool:
        """Whether the words are used as a name: titles of resolutions are plain words unless written as a title."""
        resolution = self._instruments[instrument_id].kind is InstrumentKind.RESOLUTION
        return not resolution or not text[start].islower() or text[max(0, start - 1) : start] in {"«", "“", '"', "„"}

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

    def _names(self, language: str) -> Mapping[str, list[_Name]]:
        if language not in self._prepared:
            names: dict[str, list[_Name]] = defaultdict(list)
            for instrument, forms in self._forms.items():
                for form in forms.get(language, ()):
                    words = tuple(_comparable(word, language) for _, _, word in placed_words(form, language))
                    if len(words) > 1 or (form.isupper() and len(form) >= SHORTEST_ABBREVIATION):
                        names[words[0][:2]].append(_Name(words, instrument, form if form.isupper() else ""))
            for entries in names.values():
                entries.sort(key=lambda name: -len(name.words))
            self._prepared[language] = names
        return self._prepared[language]

    def _find_han(self, text: str) -> Iterator[Mention]:
        found: list[Mention] = []
        for instrument, forms in self._forms.items():
            for form in sorted(forms.get("zh", ()), key=len, reverse=True):
                place = text.find(form)
                while place >= 0 and len(form) > 3:
                    if not any(known.start < place + len(form) and place < known.end for known in found):
                        found.append(self._mention(text, place, place + len(form), instrument))
                    place = text.find(form, place + len(form))
        yield from sorted(found, key=lambda mention: mention.start)


def _forms(library: Library, instruments: Iterable[Instrument]) -> dict[str, dict[str, set[str]]]:
    """Names of each instrument by language: its own, and those of a concept that shares an English or Russian one."""
    forms: dict[str, dict[str, set[str]]] = {}
    owner: dict[str, str] = {}
    ordered = sorted(instruments, key=lambda instrument: instrument.kind is InstrumentKind.RESOLUTION)
    for instrument in ordered:
        own = forms.setdefault(instrument.id, defaultdict(set))
        for fact in (fact for name in NAME_FACTS for fact in instrument.facts(name)):
            if fact.language in LANGUAGES:
                own[fact.language].add(fact.value)
                owner.setdefault(_bare(fact.value), instrument.id)
    for concept in library.concepts:
        names = [_bare(name) for code in ("en", "ru") for name in concept.forms(code)]
        instrument_id = next((owner[name] for name in names if name in owner), "")
        if instrument_id:
            for code in LANGUAGES:
                forms[instrument_id][code].update(concept.forms(code))
    return forms


def _bare(name: str) -> str:
    """A name without the years that stand at its end, for telling whether two are the same."""
    return YEARS.sub("", folded(name)).strip(" ,-–")


def _comparable(word: str, language: str) -> str:
    if language == "ar":
        word = ARABIC_PREFIX.sub("", word)
    return stem(word, language) if language in STEMMERS else word


def _with_closing_mark(text: str, start: int, end: int) -> int:
    """The end of a name, with the quotation mark that closes one opened inside it."""
    pairs = {"»": "«", "”": "“", '"': '"'}
    mark = text[end : end + 1]
    return end + 1 if mark in pairs and pairs[mark] in text[start:end] and mark not in text[start + 1 : end] else end


def _matches(name: _Name, placed: list[tuple[int, int, str, str]], position: int, text: str, language: str) -> bool:
    stretch = placed[position : position + len(name.words)]
    if len(stretch) < len(name.words):
        return False
    if name.written:
        return text[stretch[0][0] : stretch[-1][1]].startswith(name.written)
    if any("\n\n" in text[left[1] : right[0]] or right[0] - left[1] > 4 for left, right in pairwise(stretch)):
        return False
    if language in STEMMERS:
        return all(word == part[3] for word, part in zip(name.words, stretch, strict=True))
    return all(
        part[3].startswith(word[: max(3, len(word) - 1)]) and len(part[3]) <= len(word) + LONGEST_ENDING
        for word, part in zip(name.words, stretch, strict=True)
    )

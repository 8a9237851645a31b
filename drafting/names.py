"""Names of a statement that its evidence does not have, compared across alphabets by one fixed spelling."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.language import LANGUAGES, Script
from corpus.library import Library
from corpus.states import names_of_alpha3
from drafting.projects.naming import in_latin
from indexer.concepts import ConceptFinder
from indexer.tokens import stem
from references.clauses import sentences
from references.plain import plain_text

WORD = re.compile(r"[^\W\d_]+")
ALWAYS = {
    "en": """United Nations UN General Assembly State States Member Members Government Governments Party Parties Head
        Heads Republic Organization Monday Tuesday Wednesday Thursday Friday Saturday Sunday""",
    "ru": "Организация Объединенных Объединённых Наций ООН Генеральная Ассамблея Республика Государства Стороны Главы",
}
"""Words that a draft may write with a capital whatever its evidence: they name no one in particular."""
LIKE_SOUNDS = (
    ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("shch", "sh"), ("ts", "c"), ("tz", "c"),
    ("iy", "i"), ("yi", "i"), ("ye", "e"), ("yo", "o"), ("io", "o"), ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"),
    ("w", "v"), ("x", "ks"), ("y", "i"), ("q", "k"),
)  # fmt: skip
"""Ways in which one sound is written in Latin letters, each brought to one; used for comparison only."""


class NameCheck:
    """Finds names that the evidence lacks; the words that are no names are learned from the texts that ship."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._concepts = ConceptFinder(library.concepts)
        self._everyday: dict[str, frozenset[str]] = {}

    def beyond(
        self, text: str, language: str, evidence: Iterable[tuple[str, str]], states: Iterable[str], own: str = ""
    ) -> tuple[str, ...]:
        """The words written as names that stand in none of the evidence, as they are written.

        `evidence` are texts with their languages, `states` the States that the evidence has, `own` the name of who
        speaks. A name in another alphabet is the same if one fixed way of spelling makes it so; a concept of the term
        bank is the same under any of its names.
        """
        known = tuple(evidence)
        held = {key for words, code in known for word in WORD.findall(words) for key in _keys(word, code)}
        allowed = " ".join((own, ALWAYS.get(language, ""), *self._state_names(states, language)))
        allowed = " ".join((allowed, *self._shared_concepts(text, language, known)))
        held |= {key for word in WORD.findall(allowed) for key in _keys(word, language)}
        found = (word for word in self._named(text, language) if not held & set(_keys(word, language)))
        return tuple(dict.fromkeys(found))

    def _named(self, text: str, language: str) -> Iterator[str]:
        """Words with a capital; the first of a sentence only where nobody writes it small."""
        plain = plain_text(text).plain
        firsts = {match.start() for start, end in sentences(plain) if (match := WORD.search(plain, start, end))}
        for match in WORD.finditer(plain):
            word = match[0]
            if len(word) < 2 or word.islower() or (not word[0].isupper() and word[1:].islower()):
                continue
            opens = match.start() in firsts or plain[: match.start()].rstrip()[-1:] in {"“", "«", "„", '"', ":", "•"}
            if opens and word[1:].islower() and stem(word.casefold(), language) in self._small_words(language):
                continue
            yield word

    def _small_words(self, language: str) -> frozenset[str]:
        """The stems of all words that the shipped texts of a language write small."""
        if language not in self._everyday:
            shipped = (each for each in self._library.ids if each not in self._library.added_ids)
            texts = (
                paragraph.text
                for each in shipped
                if language in self._library.languages(each)
                for paragraph in self._library.document(each, language).paragraphs
            )
            small = {word for text in texts for word in WORD.findall(text) if word.islower()}
            self._everyday[language] = frozenset(stem(word, language) for word in small)
        return self._everyday[language]

    def _state_names(self, states: Iterable[str], language: str) -> Iterator[str]:
        return (name for state in states for name in names_of_alpha3(state, language))

    def _shared_concepts(self, text: str, language: str, evidence: tuple[tuple[str, str], ...]) -> Iterator[str]:
        """Every name of the concepts that the text and the evidence both have."""
        ours = self._concepts.find(text, language)
        theirs = {each for words, code in evidence for each in self._concepts.find(words, code)} if ours else set()
        for concept in self._library.concepts:
            if concept.id in ours & theirs:
                yield from concept.forms(language)


def foreign_words(text: str, language: str) -> Iterator[str]:
    """Words that mix alphabets, or are in another than the language's own, where that alphabet has capitals or Han.

    A letter that only looks like another makes a word of two alphabets; so does a name put into foreign letters.
    """
    own = LANGUAGES[language].script
    for match in WORD.finditer(text):
        scripts = {_script(letter) for letter in match[0]}
        if len(scripts) > 1 or not scripts <= {own, Script.LATIN}:
            yield match[0]


def foreign_figures(text: str) -> Iterator[str]:
    """Figures that the twelve languages do not write numbers with: raised, circled, fractions, of other scripts."""
    for letter in plain_text(text).plain:
        if unicodedata.category(letter)[0] == "N" and not ("0" <= letter <= "9" or letter == "〇"):
            yield letter


@cache
def _script(letter: str) -> str:
    """The alphabet of a letter, as far as the twelve languages need it."""
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return Script.LATIN
    if 0x400 <= code < 0x530:
        return Script.CYRILLIC
    if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFF00:
        return Script.ARABIC
    return Script.HAN if 0x3400 <= code < 0xA000 else "other"


@cache
def _keys(word: str, language: str) -> frozenset[str]:
    """The fixed spellings of a word: whole and without its ending."""
    small = word.casefold()
    return frozenset(_spelling(in_latin(form)) for form in (small, stem(small, language))) - {""}


def _spelling(latin: str) -> str:
    for written, sound in LIKE_SOUNDS:
        latin = latin.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", latin))

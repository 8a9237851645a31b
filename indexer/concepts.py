"""The term bank at work: which concepts a text names, in any of the twelve languages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.terms import Concept
from indexer.tokens import HAN, STEMMERS, folded, plain_words, stem

SHORTEST_HAN_NAME = 2
LONGEST_ENDING = 9
KEY_LETTERS = 2


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a concept: its words, as stems where the language has a stemmer."""

    words: tuple[str, ...]
    concept: str


class ConceptFinder:
    """Finds the concepts of the term bank in a text by their names, variants and abbreviations.

    The longest name wins: "sand and dust storms" is one concept, not three. Names of a language are prepared when
    that language is first asked for.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = tuple(concepts)
        self._names: dict[str, Mapping[str, list[_Name]]] = {}
        self._han_names: tuple[tuple[str, str], ...] = ()

    def find(self, text: str, language: str) -> frozenset[str]:
        """The ids of the concepts that the text names in this language."""
        if language == "zh":
            return self._find_han(text)
        if language not in self._names:
            self._names[language] = self._prepared(language)
        names = self._names[language]
        words = _comparable(text, language)
        same = str.__eq__ if language in STEMMERS else _inflects
        found = set()
        position = 0
        while position < len(words):
            step = 1
            for name in names.get(_key(words[position], language), ()):
                stretch = words[position : position + len(name.words)]
                if len(stretch) == len(name.words) and all(map(same, name.words, stretch)):
                    found.add(name.concept)
                    step = len(name.words)
                    break
            position += step
        return frozenset(found)

    def _prepared(self, language: str) -> Mapping[str, list[_Name]]:
        """Names by the key of their first word, longest first."""
        names: dict[str, list[_Name]] = defaultdict(list)
        for concept in self._concepts:
            for form in concept.forms(language):
                words = tuple(_comparable(form, language))
                if words:
                    names[_key(words[0], language)].append(_Name(words, concept.id))
        for entries in names.values():
            entries.sort(key=lambda name: (-len(name.words), -sum(map(len, name.words))))
        return names

    def _find_han(self, text: str) -> frozenset[str]:
        self._han_names = self._han_names or tuple(
            (folded(form), concept.id)
            for concept in self._concepts
            for form in concept.forms("zh")
            if len(form) >= SHORTEST_HAN_NAME and HAN.search(form)
        )
        plain = folded(text)
        return frozenset(concept for name, concept in self._han_names if name in plain)


def _key(word: str, language: str) -> str:
    """What a word has in common with every name it can be: its stem, or its first letters where no stemmer can tell."""
    return word if language in STEMMERS else word[:KEY_LETTERS]


def _comparable(text: str, language: str) -> list[str]:
    """The words of a text as they are compared: stems where there is a stemmer, whole words elsewhere."""
    words = plain_words(text, language)
    return [stem(word, language) for word in words] if language in STEMMERS else words


def _inflects(name: str, word: str) -> bool:
    """Whether a word is the name with an ending, where no stemmer can tell: all but the last letter must be there.

    The last letter may change before an ending (Kazakh тармақ, тармағы; Turkmen bölek, bölegi).
    """
    return word.startswith(name[: max(3, len(name) - 1)]) and len(word) <= len(name) + LONGEST_ENDING

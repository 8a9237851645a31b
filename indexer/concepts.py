"""The term bank at work: which concepts a text names, in any of the twelve languages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus.terms import Concept
from indexer.tokens import HAN, folded, words

SHORTEST_HAN_NAME = 2


class ConceptFinder:
    """Finds the concepts of the term bank in a text by their names, variants and abbreviations.

    The longest name wins: "sand and dust storms" is one concept, not three. Names of a language are prepared when
    that language is first asked for.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = tuple(concepts)
        self._names: dict[str, Mapping[str, list[tuple[tuple[str, ...], str]]]] = {}

    def find(self, text: str, language: str) -> frozenset[str]:
        """The ids of the concepts that the text names in this language."""
        if language == "zh":
            return self._find_han(text)
        names = self._names.get(language)
        if names is None:
            names = self._names[language] = self._prepared(language)
        tokens = words(text, language)
        found = set()
        position = 0
        while position < len(tokens):
            for name, concept in names.get(tokens[position], ()):
                if tuple(tokens[position : position + len(name)]) == name:
                    found.add(concept)
                    position += len(name) - 1
                    break
            position += 1
        return frozenset(found)

    def _prepared(self, language: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
        """Names by their first word, longest first."""
        names: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for concept in self._concepts:
            for form in concept.forms(language):
                tokens = tuple(words(form, language))
                if tokens:
                    names[tokens[0]].append((tokens, concept.id))
        for entries in names.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return names

    def _find_han(self, text: str) -> frozenset[str]:
        plain = folded(text)
        return frozenset(
            concept.id
            for concept in self._concepts
            for form in concept.forms("zh")
            if len(form) >= SHORTEST_HAN_NAME and HAN.search(form) and folded(form) in plain
        )

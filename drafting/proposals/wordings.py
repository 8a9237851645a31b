"""Words of a statement that its evidence does not have: what a model says in words of its own, a person must judge."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from corpus.library import Library
from corpus.tables import read_table
from drafting.phrases import without_the_five
from drafting.spelled import in_figures
from indexer.concepts import ConceptFinder
from indexer.tokens import plain_words, stem

PATH = Path(__file__).with_name("little_words.toml")
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3
FIRST_LETTERS = 7


class WordingCheck:
    """Finds the words of a statement that stand in none of its evidence in the same language."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._concepts = ConceptFinder(library.concepts)

    def beyond(
        self, text: str, language: str, evidence: Iterable[tuple[str, str]], allowed: str = ""
    ) -> tuple[str, ...]:
        """The words of a text in English or Russian that the evidence lacks, whatever their endings, as written.

        Numbers in words, little words and `allowed` are left out. Evidence in another language lends a text only the
        names of the concepts of the term bank that it has: the rest cannot be compared.
        """
        texts = tuple(evidence)
        held = _stems(allowed, language) | _little(language)
        for words, code in texts:
            held |= _stems(words, code) if code == language else self._named(words, code, language)
        bare = without_the_five(in_figures(text, language), language)
        return tuple(
            dict.fromkeys(
                match[0]
                for match in WORD.finditer(bare)
                if len(match[0]) >= SHORTEST and not _stems(match[0], language) <= held
            )
        )

    def _named(self, text: str, source: str, language: str) -> frozenset[str]:
        """The words by which the concepts of a text are called in another language."""
        found = self._concepts.find(text, source)
        names = (name for one in self._library.concepts if one.id in found for name in one.forms(language))
        return _stems(" ".join(names), language)


def _stems(text: str, language: str) -> frozenset[str]:
    """The words of a text without endings; in Russian their first letters: two cases may be cut at different places."""
    words = plain_words(text, language)
    return frozenset(stem(word, language)[: FIRST_LETTERS if language == "ru" else None] for word in words)


@cache
def _little(language: str) -> frozenset[str]:
    """The little words, as stems."""
    return _stems(read_table(PATH, dict[str, str])[language], language)

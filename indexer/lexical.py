"""The lexical route: BM25 over words and over letter groups."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexDamaged
from indexer.tokens import grams, words

Scores = NDArray[np.float32]


class LexicalIndex:
    """BM25 scores of every indexed text for a query.

    Words count only between texts of one language: across languages a shared word is mostly chance. Letter groups
    count everywhere; they carry names, loan words and misspelt words.
    """

    def __init__(self, word_index: bm25s.BM25, gram_index: bm25s.BM25, count: int) -> None:
        self._words = word_index
        self._grams = gram_index
        self._count = count

    @classmethod
    def build(cls, texts: Sequence[str], languages: Sequence[str]) -> "LexicalIndex":
        """Index texts with their languages."""
        pairs = zip(texts, languages, strict=True)
        return cls(
            _bm25(_marked(text, language) for text, language in pairs),
            _bm25(grams(text) for text in texts),
            len(texts),
        )

    def score_words(self, query: str, language: str) -> Scores:
        """The share of the query, 0 to 1, that each text answers word for word in that language."""
        return self._shares(self._words, _marked(query, language))

    def score_grams(self, query: str) -> Scores:
        """The share of the query, 0 to 1, that each text answers by groups of letters, in any language."""
        return self._shares(self._grams, grams(query))

    def known_share(self, text: str, language: str) -> float:
        """The share of the text's words, 0 to 1, that occur in indexed texts of the language."""
        marked = [word for word in _marked(text, language) if word.startswith(f"{language}:")]
        return sum(word in self._words.vocab_dict for word in marked) / len(marked) if marked else 0.0

    def save(self, folder: Path) -> None:
        """Write both parts: raw arrays and JSON, no pickle."""
        for part, index in (("words", self._words), ("grams", self._grams)):
            index.save(str(folder / part), show_progress=False, allow_pickle=False)

    @classmethod
    def open(cls, folder: Path, count: int) -> "LexicalIndex":
        """Open what `save` wrote for this number of texts.

        Raises:
            IndexDamaged: a file is missing, cut off or altered.
        """
        try:
            word_index = bm25s.BM25.load(str(folder / "words"), show_progress=False)
            gram_index = bm25s.BM25.load(str(folder / "grams"), show_progress=False)
        except (OSError, ValueError, KeyError) as error:
            raise IndexDamaged(
                f"The word index in {folder} is damaged ({error}). Run: ortak index --rebuild"
            ) from error
        return cls(word_index, gram_index, count)

    def _shares(self, index: bm25s.BM25, tokens: list[str]) -> Scores:
        """BM25 divided by the most that the query could reach, words that no text has included.

        So one chance word of a long question weighs little, and a rare word or number that is the whole question
        weighs all. In this form of BM25 a word that fills a text reaches its inverse document frequency.
        """
        known = [token for token in tokens if token in index.vocab_dict]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        scores = np.asarray(index.get_scores(known), dtype=np.float32)
        most = sum(self._rarity(index, token) for token in tokens)
        return np.asarray(scores / most, dtype=np.float32)

    def _rarity(self, index: bm25s.BM25, token: str) -> float:
        """The inverse document frequency, as `lucene` BM25 has it."""
        number = index.vocab_dict.get(token)
        starts = index.scores["indptr"]
        texts = int(starts[number + 1] - starts[number]) if number is not None else 0
        return math.log(1 + (self._count - texts + 0.5) / (texts + 0.5))


def _marked(text: str, language: str) -> list[str]:
    """Words marked with their language; symbols and plain numbers are the same in all of them."""
    return [word if word[0] == "#" or word.isdigit() else f"{language}:{word}" for word in words(text, language)]


def _bm25(texts: Iterable[list[str]]) -> bm25s.BM25:
    """Tokens become numbers as they come: the tokens of a thousand pages, kept as words, would fill the memory."""
    numbers: dict[str, int] = {}
    ids = [np.array([numbers.setdefault(token, len(numbers)) for token in tokens], dtype=np.int32) for tokens in texts]
    numbers.setdefault("", len(numbers))
    index = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
    index.index((ids, numbers), show_progress=False)
    return index

"""How near each place is to questions in general, so that it can be taken off.

A place with many texts, or with a broad one, is near to everything. Half of its mean best cosine with the names of the
term bank, which stand for questions on any subject, is subtracted from its cosine with a question.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.language import LANGUAGES
from corpus.terms import Concept
from indexer.bridges import bridged
from indexer.encoder import Encoder, Vectors
from indexer.faiss_vectors import FaissVectors
from indexer.vectors import centred

CONCEPTS_USED = 60
SHARE = 0.5
"""Measured on development questions, whole corpus, declaration and notes first: 0 gives 0.98 and 0.30, 0.5 gives 0.96
and 0.43, 1 gives 0.87 and 0.50."""


def encoded_names(encoder: Encoder, concepts: Sequence[Concept]) -> Vectors:
    """A row for each name, in every language, of the concepts that stand for questions; no rows without concepts."""
    names = [bridged(concept.names[code][0], code) for concept in _chosen(concepts) for code in LANGUAGES]
    return encoder.encode_queries(names) if names else np.zeros((0, encoder.dimension), dtype=np.float32)


def typical_cosines(
    names: Vectors, vectors: FaissVectors, means: dict[str, Vectors], unit_of_row: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The mean best cosine of each place with the rows of `encoded_names`; zeros without any."""
    count = int(unit_of_row.max()) + 1
    if not len(names):
        return np.zeros(count, dtype=np.float32)
    queries = centred(names, [*LANGUAGES] * (len(names) // len(LANGUAGES)), means)
    total = np.zeros(count, dtype=np.float64)
    for query in queries:
        total += best_of_unit(vectors.scores(query), unit_of_row, count)
    return np.asarray(total / len(queries), dtype=np.float32)


def _chosen(concepts: Sequence[Concept]) -> Sequence[Concept]:
    return concepts[:: max(1, len(concepts) // CONCEPTS_USED)]


def best_of_unit(rows: NDArray[np.float32], unit_of_row: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """The best score among the texts of each place."""
    best = np.full(count, -np.inf, dtype=np.float32)
    np.maximum.at(best, unit_of_row, rows)
    return best

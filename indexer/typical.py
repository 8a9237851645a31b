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


def typical_cosines(
    encoder: Encoder,
    concepts: Sequence[Concept],
    vectors: FaissVectors,
    means: dict[str, Vectors],
    unit_of_row: NDArray[np.int64],
) -> NDArray[np.float32]:
    """The mean best cosine of each place with names of concepts in all languages; zeros without concepts."""
    count = int(unit_of_row.max()) + 1
    chosen = concepts[:: max(1, len(concepts) // CONCEPTS_USED)]
    if not chosen:
        return np.zeros(count, dtype=np.float32)
    codes = [code for _ in chosen for code in LANGUAGES]
    names = [bridged(concept.names[code][0], code) for concept in chosen for code in LANGUAGES]
    queries = centred(encoder.encode_queries(names), codes, means)
    total = np.zeros(count, dtype=np.float64)
    for query in queries:
        total += best_of_unit(vectors.scores(query), unit_of_row, count)
    return np.asarray(total / len(queries), dtype=np.float32)


def best_of_unit(rows: NDArray[np.float32], unit_of_row: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """The best score among the texts of each place."""
    best = np.full(count, -np.inf, dtype=np.float32)
    np.maximum.at(best, unit_of_row, rows)
    return best

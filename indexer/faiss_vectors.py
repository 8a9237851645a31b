"""Exact search with FAISS, the only place that imports it."""

import faiss
import numpy as np

from indexer.encoder import Vectors


class FaissVectors:
    """Rows of unit length; a search gives every row's cosine with the query."""

    def __init__(self, rows: Vectors) -> None:
        self._index = faiss.IndexFlatIP(rows.shape[1])
        self._index.add(np.ascontiguousarray(rows, dtype=np.float32))

    def scores(self, query: Vectors) -> Vectors:
        """The cosine of each row with one query vector, in the order of the rows."""
        count = self._index.ntotal
        values, rows = self._index.search(np.ascontiguousarray(query.reshape(1, -1), dtype=np.float32), count)
        found = rows[0] >= 0
        scores = np.zeros(count, dtype=np.float32)
        scores[rows[0][found]] = values[0][found]
        return scores

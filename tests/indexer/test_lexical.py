"""The lexical route: shares of the query, only within the query's language, symbols everywhere."""

import math
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import IndexDamaged
from indexer.lexical import LexicalIndex

TEXTS = [
    ("сохранение ледников и горных экосистем", "ru"),
    ("preservation of glaciers, resolution 77/158", "en"),
    ("muzliklarni asrash jamgʻarmasi", "uz"),
    ("климат и вода", "ru"),
]


@pytest.fixture(scope="module")
def lexical() -> LexicalIndex:
    return LexicalIndex.build([text for text, _ in TEXTS], [language for _, language in TEXTS])


def test_inflected_words_meet_in_their_language_only(lexical: LexicalIndex) -> None:
    scores = lexical.score_words("ледники", "ru")
    assert np.flatnonzero(scores).tolist() == [0]
    assert lexical.score_words("ледники", "kk").tolist() == [0, 0, 0, 0]


def test_a_symbol_meets_in_every_language(lexical: LexicalIndex) -> None:
    assert np.flatnonzero(lexical.score_words("A/RES/77/158", "zh")).tolist() == [1]


def test_scores_are_shares_of_the_query(lexical: LexicalIndex) -> None:
    in_one_text, in_none = math.log(1 + 3.5 / 1.5), math.log(1 + 4.5 / 0.5)
    whole = lexical.score_words("glaciers", "en")[1]
    part = lexical.score_words("glaciers dams locusts", "en")[1]
    assert 0 < part < whole <= 1
    assert part == pytest.approx(whole * in_one_text / (in_one_text + 2 * in_none))


def test_a_misspelt_word_is_found_by_its_letters(lexical: LexicalIndex) -> None:
    assert int(lexical.score_grams("glacers").argmax()) == 1
    assert int(lexical.score_grams("muzlklar").argmax()) == 2


def test_nothing_shared_scores_nothing(lexical: LexicalIndex) -> None:
    assert lexical.score_words("qqqq", "en").tolist() == [0, 0, 0, 0]
    assert lexical.score_grams("ььь").tolist() == [0, 0, 0, 0]


def test_saved_and_opened_it_scores_the_same(lexical: LexicalIndex, tmp_path: Path) -> None:
    lexical.save(tmp_path)
    opened = LexicalIndex.open(tmp_path, len(TEXTS))
    assert opened.score_words("ледники", "ru").tolist() == lexical.score_words("ледники", "ru").tolist()
    assert opened.score_grams("klimat вода").tolist() == lexical.score_grams("klimat вода").tolist()


def test_a_damaged_folder_is_named(lexical: LexicalIndex, tmp_path: Path) -> None:
    lexical.save(tmp_path)
    for path in (tmp_path / "words").glob("*.npy"):
        path.write_bytes(b"broken")
    with pytest.raises(IndexDamaged, match="ortak index --rebuild"):
        LexicalIndex.open(tmp_path, len(TEXTS))

"""References are found in the gold sentences: nearly all of them, and nearly nothing else."""

import pytest

from bench.references import gold_cases, score
from references.checker import ReferenceChecker

OFFICIAL = ("ar", "en", "es", "fr", "ru", "zh")
OTHERS = ("kk", "ky", "tg", "tk", "tr", "uz")


@pytest.mark.parametrize("language", OFFICIAL)
def test_official_languages(checker: ReferenceChecker, language: str) -> None:
    result = score(checker, language)
    assert len(list(gold_cases(language))) >= 60
    assert result.found / result.given >= 0.99, result.misses
    assert result.found / result.wanted >= 0.97, result.misses


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(checker: ReferenceChecker, language: str) -> None:
    result = score(checker, language)
    assert len(list(gold_cases(language))) >= 15
    assert result.found / result.given >= 0.95, result.misses
    assert result.found / result.wanted >= 0.9, result.misses

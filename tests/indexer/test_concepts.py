"""Concepts are found by any of their names, inflected or not, and the longest name wins."""

import pytest

from corpus.library import Library
from indexer.concepts import ConceptFinder


@pytest.fixture(scope="module")
def finder(library: Library) -> ConceptFinder:
    return ConceptFinder(library.concepts)


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("борьба с опустыниванием", "ru", "combating-desertification"),
        ("l’agriculture durable", "fr", "sustainable-agriculture"),
        ("шөлейттенуге қарсы күрес", "kk", "combating-desertification"),
        ("жердин деградациясы", "ky", "land-degradation"),
        ("guraklykdan goramak", "tk", "drought"),
        ("yer degradatsiyasiga qarshi", "uz", "land-degradation"),
        ("防治荒漠化", "zh", "combating-desertification"),
        ("التصحر", "ar", "desertification"),
    ],
)
def test_a_concept_in_a_text(finder: ConceptFinder, text: str, language: str, concept: str) -> None:
    assert concept in finder.find(text, language)


def test_the_longest_name_wins(finder: ConceptFinder) -> None:
    found = finder.find("combating desertification", "en")
    assert "combating-desertification" in found
    assert "desertification" not in found


def test_a_text_without_terms(finder: ConceptFinder) -> None:
    assert finder.find("good morning to everybody", "en") == frozenset()


@pytest.mark.parametrize(("text", "language"), [("смог бы", "ru"), ("ҷанг", "tg")])
def test_words_that_only_look_alike(finder: ConceptFinder, text: str, language: str) -> None:
    assert not finder.find(text, language) & {"forest"}

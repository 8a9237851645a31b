"""The term bank: complete in twelve languages, exact where a name is official."""

import unicodedata

import pytest

from corpus.language import LANGUAGES, Script
from corpus.library import Library

LETTERS_OF = {
    Script.ARABIC: "ARABIC",
    Script.CYRILLIC: "CYRILLIC",
    Script.HAN: "CJK",
    Script.LATIN: "LATIN",
}


def test_every_concept_has_a_name_in_twelve_languages(library: Library) -> None:
    assert len(library.concepts) >= 300
    for concept in library.concepts:
        assert set(concept.names) == set(LANGUAGES), concept.id
        assert all(concept.names[code] for code in LANGUAGES), concept.id


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_preferred_names_are_written_in_the_script_of_the_language(library: Library, code: str) -> None:
    wanted = LETTERS_OF[LANGUAGES[code].script]
    for concept in library.concepts:
        letters = [character for character in concept.names[code][0] if character.isalpha()]
        own = sum(unicodedata.name(letter).startswith(wanted) for letter in letters)
        assert own * 2 > len(letters) or concept.field in {"names", "bodies"}, (concept.id, concept.names[code][0])


@pytest.mark.parametrize("code", ["kk", "ky", "ru", "tg"])
def test_cyrillic_names_have_no_latin_look_alikes(library: Library, code: str) -> None:
    for concept in library.concepts:
        for name in concept.names[code]:
            for word in name.split():
                scripts = {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}
                assert len(scripts & {"LATIN", "CYRILLIC"}) <= 1, (concept.id, word)


def test_uzbek_uses_its_own_turned_comma(library: Library) -> None:
    for concept in library.concepts:
        for name in concept.names["uz"]:
            assert not any(mark in name for mark in "'‘’`"), (concept.id, name)


@pytest.mark.parametrize(
    "name",
    [
        "Международный день снежного барса",
        "Всемирный день ледников",
        "Международный фонд спасения Арала",
        "Глобальный экологический фонд",
        "развивающиеся страны, не имеющие выхода к морю",
    ],
)
def test_russian_names_of_the_declaration_are_used_exactly(library: Library, name: str) -> None:
    assert any(name in concept.names["ru"] for concept in library.concepts)

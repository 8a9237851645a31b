"""Set phrases and lists, in the languages of drafts."""

import pytest

from corpus.errors import CorpusError, NotHeld
from corpus.language import LANGUAGES
from drafting.formulae import formula, formulae, listed
from drafting.groups import groups

OFFICIAL = [code for code, language in LANGUAGES.items() if language.official]
IN_ALL_SIX = (
    "general-assembly", "environment-assembly", "agenda-item", "draft-resolution", "annex", "proposed-by", "option",
    "statement-on-behalf", "madam-chair", "mr-chair", "thank-mr-chair", "to-be-inserted", "no-position", "references",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Agenda item 18 (d)"),
        ("ru", "Пункт 18 (d) повестки дня"),
        ("fr", "Point 18 (d) de l'ordre du jour"),
        ("es", "Tema 18 (d) del programa"),
        ("ar", "البند 18 (d) من جدول الأعمال"),
        ("zh", "议程项目18 (d)"),
    ],
)
def test_a_phrase_with_its_blank_filled(language: str, expected: str) -> None:
    assert formula("agenda-item", language, number="18 (d)") == expected


def test_a_statement_names_who_it_speaks_for() -> None:
    lldc = groups()["lldc"]
    assert formula("statement-on-behalf", "ru", speaker=lldc.ru.behalf) == (
        "Заявление от имени Группы развивающихся стран, не имеющих выхода к морю"
    )
    assert formula("statement-on-behalf", "en", speaker=lldc.en.behalf) == (
        "Statement on behalf of the Group of Landlocked Developing Countries"
    )


@pytest.mark.parametrize("name", sorted(formulae()))
def test_every_phrase_is_held_in_russian_and_english_with_the_same_blanks(name: str) -> None:
    phrases = formulae()[name]
    assert {"ru", "en"} <= set(phrases) <= set(OFFICIAL)
    blanks = {language: form.text.count("{") for language, form in phrases.items()}
    assert len(set(blanks.values())) == 1, blanks


@pytest.mark.parametrize("name", IN_ALL_SIX)
def test_what_opens_and_heads_a_text_is_held_in_all_six(name: str) -> None:
    assert set(formulae()[name]) == set(OFFICIAL)


def test_what_is_refused() -> None:
    with pytest.raises(NotHeld, match="not held in Kazakh; it is held in: en ru"):
        formula("our-position", "kk")
    with pytest.raises(CorpusError, match="not a set phrase"):
        formula("our-wishes", "en")
    with pytest.raises(CorpusError, match="needs a value for 'number'"):
        formula("option", "en")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Aland, Beland and Iland"),
        ("ru", "Aland, Beland и Iland"),
        ("fr", "Aland, Beland et Iland"),
        ("es", "Aland, Beland e Iland"),
        ("zh", "Aland、Beland和Iland"),
    ],
)
def test_a_list(language: str, expected: str) -> None:
    assert listed(("Aland", "Beland", "Iland"), language) == expected


def test_a_list_of_one_or_none() -> None:
    assert listed(("Iland",), "es") == "Iland"
    assert listed((), "en") == ""

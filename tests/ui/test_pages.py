"""Each page runs, shows what was asked for, and shows one sentence where it cannot."""

from pathlib import Path

import pytest
import streamlit as st

from tests.ui.drawn import open_page, texts


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    st.cache_resource.clear()


def test_an_empty_search_page_says_what_to_type(indexed_home: Path) -> None:
    app = open_page()
    assert not app.exception
    assert app.title[0].value == "Search the declaration, its instruments and national positions"
    assert "Ask in any of twelve languages" in app.info[0].value


def test_a_question_in_the_box_is_answered(indexed_home: Path) -> None:
    app = open_page()
    app.text_input[0].set_value("обмен внешнего долга на зеленые инициативы").run()
    assert not app.exception
    assert "OP19" in texts(app)
    assert "обмена внешнего долга на зеленые инициативы" in texts(app)
    assert app.query_params["q"] == "обмен внешнего долга на зеленые инициативы"


def test_an_address_is_a_search_in_the_language_it_names(indexed_home: Path) -> None:
    app = open_page(q="OP6", ui="ru", lang="kk")
    assert app.title[0].value.startswith("Поиск по Декларации")
    assert 'lang="kk"' in texts(app)


@pytest.mark.parametrize(
    ("query", "complaint"),
    [("<b>ice</b>", "markup"), ("A/RES/79/999", "is not in the registry"), ("x" * 3000, "limit is 2,000")],
)
def test_a_query_that_cannot_be_answered_gets_one_sentence(indexed_home: Path, query: str, complaint: str) -> None:
    app = open_page(q=query)
    assert not app.exception
    assert [complaint in error.value for error in app.error] == [True]


@pytest.mark.parametrize("address", [{"kind": "nice"}, {"lang": "de"}, {"year": "soon"}, {"topic": "cakes"}])
def test_a_wrong_address_never_breaks_the_page(indexed_home: Path, address: dict[str, str]) -> None:
    app = open_page(q="ice", **address)
    assert not app.exception
    assert ":gray-badge[" in texts(app) or app.error


def test_without_an_index_one_is_built(own_home: Path) -> None:
    app = open_page(q="OP6")
    assert not app.exception
    assert (own_home / "index" / "current.json").is_file()
    assert "OP6" in texts(app)


def test_the_reader_shows_two_versions_side_by_side(indexed_home: Path) -> None:
    app = open_page(document="declaration-2026", left="ru", right="ar", label="OP6")
    app.switch_page("ui/pages/reader.py").run()
    assert not app.exception
    shown = texts(app)
    assert 'lang="ru" dir="ltr"' in shown
    assert 'lang="ar" dir="rtl"' in shown
    assert "Приветствуем создание Трастового фонда" in shown


def test_the_reader_shows_an_instrument_with_its_facts(indexed_home: Path) -> None:
    app = open_page(document="A/RES/80/3")
    app.switch_page("ui/pages/reader.py").run()
    assert not app.exception
    assert "registry note, our own words" in texts(app)
    assert len(app.dataframe) == 1


def test_an_unknown_document_gets_one_sentence(indexed_home: Path) -> None:
    app = open_page(document="A/RES/79/999")
    app.switch_page("ui/pages/reader.py").run()
    assert not app.exception
    assert "not in the registry" in app.error[0].value

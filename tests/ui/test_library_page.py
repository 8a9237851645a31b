"""The library page: files in, reports, corrections, removal, official texts asked for only when a person says so."""

import io
import zipfile
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from corpus.errors import FetchRefused
from corpus.folders import library_folder
from corpus.holdings import Holdings
from corpus.library import Library
from corpus.official.obstacle import Obstacle
from corpus.official.site import Site
from corpus.readers.reader import read_source
from corpus.source import SourceText
from indexer.session import Session
from references.adding import Choices
from tests.ui.drawn import button, open_page, texts
from ui.library_changes import QueuedFile
from ui.resources import library_mark, shelf
from ui.state import LIBRARY_TABLE, QUEUE

STATEMENT = """Statement on dust storms

1. Mongolia proposes a shared early warning network for dust storms in the steppe.

2. Mongolia recalls General Assembly resolution 77/158 of 14 December 2022.
"""


class ReaderBeside:
    """Reads as the reader in a process of its own does, but here, which saves its start."""

    def read_content(self, content: bytes, name: str, *, accept_changes: bool) -> SourceText:
        return read_source(content, name, accept_changes=accept_changes)

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def page(own_home: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page without what costs seconds: no index, no process beside it, the shipped texts read once."""
    st.cache_resource.clear()

    def with_added() -> Library:
        parts = (library.declarations, library.instruments, library.positions, library.concepts)
        return Library.of(*parts, Holdings(library_folder()).documents())

    monkeypatch.setattr("ui.resources.load_library", with_added)
    monkeypatch.setattr("ui.resources.session_with_index", lambda words: Session(with_added(), None, "none"))
    monkeypatch.setattr("references.adding.ReaderApart", ReaderBeside)
    return open_page("library")


@pytest.fixture
def whole_page(indexed_home: Path) -> AppTest:
    st.cache_resource.clear()
    return open_page("library")


def add(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "") for name, content in files])
    return button(app, "Add to the library").click().run()


def tick(app: AppTest, row: int = 0) -> AppTest:
    key = next(table.key for table in app.dataframe if table.key and table.key.startswith(LIBRARY_TABLE))
    app.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


def held() -> list[tuple[str, str, str]]:
    return [(one.id, one.language, one.kind) for one in Holdings(library_folder()).stored()]


def test_an_empty_library_says_so_and_asks_nobody(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == "Your library"
    assert "Nothing has been added yet." in texts(page)
    button(page, "Add to the library").click().run()
    assert "No file has arrived yet." in texts(page)


def test_two_files_get_their_reports(page: AppTest) -> None:
    add(page, ("statement.txt", STATEMENT.encode()), ("empty.txt", b" "))
    assert not page.exception
    shown = texts(page)
    assert "Files read: 2. Added: 1. There already: 0. Refused: 1." in shown
    assert "statement.txt — added: own file, English" in shown
    assert "empty.txt is empty." in shown
    assert "References to UN instruments: 1" in shown
    assert held() == [("statement", "en", "own")]


@pytest.mark.slow
def test_what_is_added_is_found_in_the_same_session_and_what_is_removed_is_not(whole_page: AppTest) -> None:
    asked = "early warning network for dust storms in the steppe"
    whole_page.multiselect(key="add-states").set_value(["MNG"])
    add(whole_page, ("one.txt", STATEMENT.encode()), ("two.txt", STATEMENT.replace("dust", "sand").encode()))
    assert held() == [("one", "en", "position"), ("two", "en", "position")]
    assert "one.txt — added: national position, Mongolia, English" in texts(whole_page)

    whole_page.switch_page("ui/pages/search.py").run()
    state = next(one for one in whole_page.selectbox if one.label == "State")
    assert [state.options[0], state.options[-1]] == ["any", "Mongolia"]
    state.set_value("MNG").run()
    whole_page.text_input[0].set_value(asked).run()
    assert not whole_page.exception
    assert "Statement on dust storms · 1" in texts(whole_page)
    assert "national position, added by you" in texts(whole_page)

    whole_page.switch_page("ui/pages/library.py").run()
    tick(whole_page)
    assert "Remove “Statement on dust storms” (English)?" in texts(whole_page)
    button(whole_page, "Yes, remove it").click().run()
    assert not whole_page.exception
    assert [one[0] for one in held()] == ["two"]
    whole_page.switch_page("ui/pages/search.py").run()
    whole_page.text_input[0].set_value(asked).run()
    assert "Statement on dust storms" not in texts(whole_page)
    assert "Statement on sand storms" in texts(whole_page)


def test_another_window_sees_what_was_added(page: AppTest) -> None:
    other = open_page("reader")
    before = library_mark()
    add(page, ("statement.txt", STATEMENT.encode()))
    assert library_mark() != before
    other.query_params["document"] = "statement"
    other.run()
    assert not other.exception
    assert "shared early warning network" in texts(other)


def test_a_zip_is_read_file_by_file_and_an_exported_library_is_no_zip_of_documents(page: AppTest) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("a.txt", STATEMENT)
        package.writestr("b.png", b"\x89PNG....")
    library = io.BytesIO()
    with zipfile.ZipFile(library, "w") as package:
        package.writestr("ortak-library.json", "{}")
    add(page, ("papers.zip", packed.getvalue()), ("library.zip", library.getvalue()))
    shown = texts(page)
    assert "papers.zip/a.txt — added" in shown
    assert "b.png is a picture, which is not read" in shown
    assert "library.zip is an exported library" in shown
    assert len(held()) == 1


def test_a_guess_is_corrected_from_the_copy_in_the_library(page: AppTest) -> None:
    add(page, ("statement.txt", STATEMENT.encode()))
    tick(page)
    key = "correct-statement-en"
    page.multiselect(key=f"{key}-states").set_value(["MNG"])
    page.text_input(key=f"{key}-name").set_value("dust-statement")
    button(page, "Read again").click().run()
    assert not page.exception
    assert held() == [("dust-statement", "en", "position")]
    (stored,) = Holdings(library_folder()).stored()
    assert stored.asked == {"states": "MNG", "name": "dust-statement"}
    tick(page)
    button(page, "Read again").click().run()
    assert "Nothing was changed." in texts(page)


def test_a_correction_never_takes_the_place_of_another_document(page: AppTest) -> None:
    add(page, ("one.txt", STATEMENT.encode()), ("two.txt", STATEMENT.replace("dust", "sand").encode()))
    tick(page, 1)
    page.text_input(key="correct-two-en-name").set_value("one")
    button(page, "Read again").click().run()
    assert "“one” is already the name of another document." in texts(page)
    assert [one[0] for one in held()] == ["one", "two"]


def test_the_filter_shows_the_rows_that_have_its_words(page: AppTest) -> None:
    add(page, ("one.txt", STATEMENT.encode()), ("two.txt", STATEMENT.replace("dust", "sand").encode()))
    box = next(one for one in page.text_input if one.label == "Show only rows with these words")
    box.set_value("SAND").run()
    assert "Shown: 1 of 2." in texts(page)
    (table,) = (one.value for one in page.dataframe if one.key and one.key.startswith(LIBRARY_TABLE))
    assert list(table["File"]) == ["two.txt"]


def test_files_that_wait_are_read_when_the_page_is_opened_again(page: AppTest) -> None:
    page.session_state[QUEUE] = (QueuedFile("statement.txt", STATEMENT.encode(), Choices()),)
    page.switch_page("ui/pages/reader.py").run()
    assert held() == []
    page.switch_page("ui/pages/library.py").run()
    assert held() == [("statement", "en", "own")]
    assert QUEUE not in page.session_state or page.session_state[QUEUE] == ()


def test_a_damaged_file_of_the_library_is_named_with_what_to_do(page: AppTest) -> None:
    add(page, ("statement.txt", STATEMENT.encode()))
    (path,) = library_folder().glob("*.json")
    path.write_bytes(b"{")
    page.run()
    assert not page.exception
    assert "is damaged or from another version of ortak" in texts(page)
    assert "Delete it and add the file again." in texts(page)


def test_language_versions_that_differ_are_told(page: AppTest) -> None:
    russian = "Заявление о пыльных бурях\n\n1. Монголия предлагает создать общую сеть раннего предупреждения о бурях."
    add(page, ("statement.en.txt", STATEMENT.encode()), ("statement.ru.txt", russian.encode()))
    assert "statement: 2 (only in: English)" in texts(page)
    assert shelf().differences[0].id == "statement"


def test_official_texts_that_do_not_come_have_their_address_and_the_rest_is_not_asked_for(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def refuse(site: Site, address: str, *rest: object) -> str:
        asked.append(address)
        raise FetchRefused("the site cannot be reached", Obstacle.OFFLINE)

    monkeypatch.setattr(Site, "download", refuse)
    page.run()
    assert asked == []
    page.text_area[0].set_value("A/RES/78/147\nno symbol at all")
    button(page, "Ask the UN's document site").click().run()
    assert not page.exception
    shown = texts(page)
    assert len(asked) == 1
    assert "A/RES/78/147** · Russian — did not come: The site cannot be reached." in shown
    assert "[Open it by hand](https://docs.un.org/ru/A/RES/78/147)" in shown
    assert "A/RES/78/147** · English — was not asked for" in shown
    assert "no symbol at all** · English — did not come: " in shown


def test_what_lies_in_the_folder_is_added_when_asked(page: AppTest, own_home: Path) -> None:
    button(page, "Add what is in the folder").click().run()
    assert "There is no complete file in the folder." in texts(page)
    (own_home / "inbox" / "statement.txt").write_text(STATEMENT, encoding="utf-8")
    button(page, "Add what is in the folder").click().run()
    assert not page.exception
    assert held() == [("statement", "en", "own")]


def test_a_long_document_is_read_a_hundred_paragraphs_at_a_time(page: AppTest) -> None:
    paper = "\n\n".join(f"{number}. Paragraph {number} speaks of ice and of water." for number in range(1, 251))
    add(page, ("long.txt", paper.encode()))
    reader = open_page("reader", document="long", label="142")
    assert not reader.exception
    shown = texts(reader)
    assert "Paragraphs 101 to 200 of 250" in shown
    assert "Paragraph 142 speaks" in shown
    assert "Paragraph 99 speaks" not in shown
    assert "Paragraph 201 speaks" not in shown


def test_the_page_speaks_russian(page: AppTest) -> None:
    add(page, ("statement.txt", STATEMENT.encode()), ("empty.txt", b" "))
    russian = open_page("library", ui="ru")
    assert not russian.exception
    assert russian.title[0].value == "Ваша библиотека"
    tick(russian)
    assert "Ссылок на документы ООН: 1" in texts(russian)

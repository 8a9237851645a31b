"""The library page: files come in, what is held is shown, official texts are asked for."""

import streamlit as st

from corpus.errors import OrtakError
from corpus.folders import home_folder
from ui.intake_components import draw_intake, draw_results, read_queue
from ui.library_changes import symbols_cited
from ui.official_components import draw_official
from ui.resources import held_library, session_with_index
from ui.shelf_components import draw_shelf
from ui.state import interface_words
from ui.told import error_in_words


def draw() -> None:
    """Draw the page: adding, what became of the files, what is held, official texts."""
    words = interface_words()
    st.title(words("library.title"))
    st.caption(words("library.hint", folder=home_folder()))
    adding, reading, results, progress, held, official = (st.container() for _ in range(6))
    try:
        with adding:
            draw_intake(words)
        with reading:
            read_queue(words)
        with results:
            draw_results(words)
        with held:
            draw_shelf(words)
        with official:
            draw_official(symbols_cited(held_library()), words)
        with progress:  # last, as nothing else on the page needs the index
            session_with_index(words)
    except OrtakError as error:
        st.error(error_in_words(error, words))


draw()

"""The check page: a text is given, its references are compared with the record, corrections are taken away."""

import streamlit as st

from corpus.errors import OrtakError
from indexer.detect import detect_language
from ui.check_components import choose_language, choose_text, draw_report
from ui.resources import checked, session_with_index
from ui.state import interface_words
from ui.told import error_in_words

DETECTED_ON = 2000


def draw() -> None:
    """Draw the page: the text and its language, then everything that was found."""
    words = interface_words()
    st.title(words("check.title"))
    try:
        session = session_with_index(words)
        text = choose_text(words)
        choose, check = st.columns([1, 3], vertical_alignment="bottom")
        with choose:
            chosen = choose_language(words)
        asked = check.button(words("check.run"), type="primary", icon=":material/fact_check:")
        if not text.strip() and not asked:
            st.info(words("check.hint"))
            return
        language = chosen or detect_language(text[:DETECTED_ON], lambda sample, code: 0.0)
        report = checked(session, text, language)
        draw_report(session.library, text, report, words)
    except OrtakError as error:
        st.error(error_in_words(error, words))


draw()

"""What is opened once and shared by every page and every visitor: library, encoder, index."""

import streamlit as st

from corpus.errors import IndexUnusable
from indexer.session import Session, bring_up_to_date, open_session
from ui.vocabulary import Words


@st.cache_resource(show_spinner=False)
def _session() -> Session:
    return open_session()


def session_with_index(words: Words) -> Session:
    """The opened session; where there is no index that fits, one is built first, with a progress bar."""
    try:
        return _session()
    except IndexUnusable:
        bar = st.progress(0.0)

        def advance(done: int, total: int) -> None:
            bar.progress(done / total if total else 1.0, words("index.building", done=done, total=total))

        bring_up_to_date(advance)
        bar.empty()
        return _session()

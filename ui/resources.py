"""What is opened once and shared by every page and every visitor: library, encoder, index."""

import streamlit as st

from corpus.errors import IndexUnusable
from corpus.library import Library
from indexer.session import Session, bring_up_to_date, open_session
from references.checker import ReferenceChecker
from references.findings import CheckReport
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


def checked(session: Session, text: str, language: str) -> CheckReport:
    """The report on a text; the last few are kept, so that ticking a box does not check the text again."""
    return _report(_checker(session.library), text, language)


@st.cache_resource(show_spinner=False)
def _checker(_library: Library) -> ReferenceChecker:
    return ReferenceChecker(_library)


@st.cache_resource(show_spinner=False, max_entries=8)
def _report(_checker: ReferenceChecker, text: str, language: str) -> CheckReport:
    return _checker.check(text, language)

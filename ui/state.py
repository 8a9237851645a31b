"""What a page remembers: shareable choices in the address, as text, refused if wrong."""

from collections.abc import Mapping

import streamlit as st

from corpus.language import LANGUAGES
from indexer.query import Filters, kind_named
from ui.vocabulary import DEFAULT, Words, interface_languages, words_in

INTERFACE = "ui"
QUERY = "q"
DOCUMENT = "document"
LEFT, RIGHT = "left", "right"
LABEL = "label"
CHECK_SOURCE, CHECK_TEXT, CHECK_FILE, CHECK_LANGUAGE = "check-source", "check-text", "check-file", "check-language"
CHECK_SHOWN, CHECK_MARKED, CHECK_ACCEPTED, CHECK_PAGE = "check-shown", "check-marked", "check-accepted", "check-page"
"""Keys of the check page. A text is too long and too private for an address: it stays in the session."""


def interface_words() -> Words:
    """The words in the language that the address names, English otherwise."""
    return words_in(st.query_params.get(INTERFACE, DEFAULT))


def choose_interface() -> None:
    """Draw the choice of the interface language and keep it in the address."""
    languages = interface_languages()
    current = interface_words()
    chosen = st.sidebar.selectbox(
        current("app.interface_language"),
        languages,
        index=languages.index(current.language),
        format_func=lambda code: words_in(code)("language_name"),
    )
    if chosen != current.language:
        st.query_params[INTERFACE] = chosen
        st.rerun()


def remembered(key: str) -> str:
    """A choice kept in the address, or an empty text."""
    return str(st.query_params.get(key, ""))


def remember(choices: Mapping[str, str]) -> None:
    """Keep choices in the address; an empty one is taken out."""
    for key, value in choices.items():
        if value:
            st.query_params[key] = value
        elif key in st.query_params:
            del st.query_params[key]


def remembered_filters() -> Filters:
    """The filters in the address; wrong ones are left out.

    Raises:
        NotHeld: the address names a kind of text that does not exist.
    """
    year = remembered("year")
    language = remembered("lang")
    return Filters(
        document=remembered("in"),
        kind=kind_named(remembered("kind")),
        state=remembered("state"),
        language=language if language in LANGUAGES else "",
        body=remembered("body"),
        year=int(year) if year.isdigit() else 0,
        topic=remembered("topic"),
    )


def remember_filters(filters: Filters) -> None:
    """Keep the filters in the address."""
    remember(
        {
            "in": filters.document,
            "kind": str(filters.kind) if filters.kind else "",
            "state": filters.state,
            "lang": filters.language,
            "body": filters.body,
            "year": str(filters.year) if filters.year else "",
            "topic": filters.topic,
        }
    )


def keep_upload(name: str, text: str) -> None:
    """Keep the text of an uploaded file: the upload itself is forgotten when its page is left."""
    st.session_state["upload"] = (name, text)


def kept_upload() -> tuple[str, str] | None:
    """The name and text of the file uploaded last, until it is taken away."""
    kept: tuple[str, str] | None = st.session_state.get("upload")
    return kept


def forget_upload() -> None:
    """Forget the file uploaded last."""
    st.session_state.pop("upload", None)

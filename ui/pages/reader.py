"""The reader page: a document by paragraphs, two language versions side by side."""

import streamlit as st

from corpus.document import Document
from corpus.errors import OrtakError
from corpus.library import Library
from indexer.places import DECLARATION
from ui.components import draw_paragraph
from ui.resources import session_with_index
from ui.state import DOCUMENT, INTERFACE, LABEL, LEFT, RIGHT, interface_words, remember, remembered
from ui.views import anchor, cited_in, document_title, fact_rows, reader_views
from ui.vocabulary import Words


def draw() -> None:
    """Draw the page: the choice of document and versions, its facts, its paragraphs."""
    words = interface_words()
    st.title(words("reader.title"))
    try:
        library = session_with_index(words).library
        left, right = choose_versions(library, words)
        draw_facts(library, left, words)
        paragraphs = reader_views(library, left, right, words)
        for paragraph in paragraphs:
            if paragraph.anchor == anchor(remembered(LABEL)):
                draw_paragraph(paragraph, words, asked=True)
        if left.opening:
            st.caption(left.opening)
        for paragraph in paragraphs:
            draw_paragraph(paragraph, words)
    except OrtakError as error:
        st.error(str(error))


def choose_versions(library: Library, words: Words) -> tuple[Document, Document | None]:
    """Let the person choose the document and its one or two language versions."""
    document_column, left_column, right_column = st.columns([3, 1, 1])
    asked = library.find(remembered(DOCUMENT) or DECLARATION)
    document_id = document_column.selectbox(
        words("reader.document"),
        library.ids,
        index=library.ids.index(asked),
        format_func=lambda known: document_title(library, known, words),
    )
    languages = library.languages(document_id)
    first = remembered(LEFT) if remembered(LEFT) in languages else library.document(document_id).language
    left = left_column.selectbox(
        words("reader.left"), languages, languages.index(first), format_func=lambda code: words(f"language.{code}")
    )
    others = ["", *(code for code in languages if code != left)]
    second = remembered(RIGHT) if remembered(RIGHT) in others else ""
    right = right_column.selectbox(
        words("reader.right"),
        others,
        others.index(second),
        format_func=lambda code: words(f"language.{code}") if code else words("reader.none"),
    )
    remember(
        {DOCUMENT: document_id, LEFT: left, RIGHT: right, LABEL: remembered(LABEL) if document_id == asked else ""}
    )
    return library.document(document_id, left), library.document(document_id, right) if right else None


def draw_facts(library: Library, document: Document, words: Words) -> None:
    """Draw what kind of text it is, where the declaration names it, and what is known of it."""
    st.subheader(document.title)
    st.markdown(f":gray-badge[{words(f'kind.{document.kind}')}]")
    labels = cited_in(library, document.id)
    if labels:
        st.caption(words("reader.cited_in"))
        for column, label in zip(st.columns(max(len(labels), 8)), labels, strict=False):
            target = {DOCUMENT: DECLARATION, LABEL: label, INTERFACE: words.language}
            column.page_link("ui/pages/reader.py", label=label, query_params=target)
    rows = fact_rows(library, document.id, words)
    if rows:
        with st.expander(words("reader.facts")):
            st.dataframe(rows, hide_index=True)


draw()

"""The reader page: a document by paragraphs, beside it another language version or the page of its file."""

import streamlit as st

from corpus.document import Document
from corpus.errors import OrtakError
from corpus.library import Library
from indexer.places import DECLARATION
from ui.choosing import choose
from ui.components import plain
from ui.reader_components import draw_download, draw_original_page, draw_stretch
from ui.reader_views import cited_in, fact_rows, reader_views, stated_facts
from ui.resources import session_with_index
from ui.state import DOCUMENT, INTERFACE, LABEL, LEFT, READER_PART, RIGHT, interface_words, remember, remembered
from ui.stretches import has_pages_to_show, only_beside, part_of, parts_of, stretch_of
from ui.told import error_in_words
from ui.views import anchor, document_title
from ui.vocabulary import Words

ORIGINAL, NOTHING = "original", "none"


def draw() -> None:
    """Draw the page: the choice of document and versions, its facts, its paragraphs."""
    words = interface_words()
    st.title(words("reader.title"))
    try:
        library = session_with_index(words).library
        left, right, original = choose_versions(library, words)
        draw_facts(library, left, words)
        part = choose_part(left, words)
        shown = stretch_of(part)
        views = reader_views(library, left, right, words, shown)
        text, page = st.columns(2, gap="large") if original else (st.container(), None)
        with text:
            if left.opening and part == 1:
                st.caption(plain(left.opening))
            lacking = only_beside(left, right, words) if right else ""
            if lacking:
                st.warning(plain(lacking))
            draw_stretch(views, anchor(remembered(LABEL)), words)
        if page is not None:
            with page:
                draw_original_page(left, remembered(LABEL), part, words)
    except OrtakError as error:
        st.error(error_in_words(error, words))


def choose_versions(library: Library, words: Words) -> tuple[Document, Document | None, bool]:
    """Let the person choose the document, its language version, and what stands beside it."""
    document_column, left_column, right_column = st.columns([3, 1, 1])
    asked = library.find(remembered(DOCUMENT) or DECLARATION)
    document_id = choose(
        document_column.selectbox,
        words("reader.document"),
        library.ids,
        asked,
        key="reader-document",
        named=lambda known: document_title(library, known, words),
    )
    languages = library.languages(document_id)
    first = remembered(LEFT) if remembered(LEFT) in languages else library.document(document_id).language
    chosen = choose(
        left_column.selectbox,
        words("reader.left"),
        languages,
        first,
        key="reader-left",
        named=lambda code: words(f"language.{code}"),
    )
    left = library.document(document_id, chosen)
    pages = (ORIGINAL,) if has_pages_to_show(left) else ()
    others = [*pages, NOTHING, *(code for code in languages if code != chosen)]
    second = remembered(RIGHT) if remembered(RIGHT) in others else others[0]
    names = {ORIGINAL: words("reader.original"), NOTHING: words("reader.none")}
    right = choose(
        right_column.selectbox,
        words("reader.beside" if pages else "reader.right"),
        others,
        second,
        key="reader-right",
        named=lambda one: names.get(one) or words(f"language.{one}"),
    )
    label = remembered(LABEL) if document_id == asked else ""
    remember({DOCUMENT: document_id, LEFT: chosen, RIGHT: "" if right == others[0] else right, LABEL: label})
    version = library.document(document_id, right) if right in languages else None
    return left, version, right == ORIGINAL


def choose_part(document: Document, words: Words) -> int:
    """The part of a long document to show: at first the one with the paragraph asked for."""
    parts = parts_of(document)
    if parts == 1:
        return 1
    label = remembered(LABEL)
    key = f"{READER_PART}-{document.id}-{document.language}-{label}"
    part = st.pagination(parts, default=part_of(document, label), key=key)
    shown, total = stretch_of(part), len(document.paragraphs)
    st.caption(words("reader.part", first=shown.start + 1, last=min(shown.stop, total), total=total))
    return part


def draw_facts(library: Library, document: Document, words: Words) -> None:
    """Draw what kind of text it is, where the declaration names it, and what is known of it."""
    st.subheader(plain(document.title))
    kind = words(f"{'kind_added' if document.source else 'kind'}.{document.kind}")
    st.markdown(f":gray-badge[{kind}]")
    labels = cited_in(library, document.id)
    if labels:
        st.caption(words("reader.cited_in"))
        for column, label in zip(st.columns(max(len(labels), 8)), labels, strict=False):
            target = {DOCUMENT: DECLARATION, LABEL: label, INTERFACE: words.language}
            column.page_link("ui/pages/reader.py", label=label, query_params=target)
    stated = stated_facts(document, words)
    if stated:
        st.markdown(" · ".join(f"{name}: **{plain(value)}**" for name, value in stated))
    rows = fact_rows(library, document.id, words)
    if rows:
        with st.expander(words("reader.facts")):
            st.dataframe(rows, hide_index=True)
    if document.source is not None and not has_pages_to_show(document):
        draw_download(document.source, words)


draw()

"""How the reader draws a document and the page of its file; knows Streamlit, decides nothing."""

import html
from pathlib import Path

import streamlit as st

from corpus.document import Document, SourceFile
from corpus.errors import SourceRefused
from ui.components import draw_citations, plain
from ui.reader_views import ParagraphView
from ui.resources import original_page
from ui.state import DOCUMENT, INTERFACE, LABEL, ORIGINAL_PAGE
from ui.stretches import mark_on, page_to_show
from ui.told import error_in_words
from ui.views import anchor
from ui.vocabulary import Words


def draw_stretch(paragraphs: tuple[ParagraphView, ...], asked: str, words: Words) -> None:
    """Draw paragraphs under their headings, the one asked for first as well."""
    for paragraph in paragraphs:
        if asked and anchor(paragraph.label) == asked:
            draw_paragraph(paragraph, words, asked=True)
    for paragraph in paragraphs:
        if paragraph.heading:
            direction = paragraph.left.direction
            st.html(f'<p class="ortak-heading" dir="{direction}">{html.escape(paragraph.heading)}</p>')
        draw_paragraph(paragraph, words)


def draw_paragraph(paragraph: ParagraphView, words: Words, asked: bool = False) -> None:
    """Draw one paragraph of the reader, both versions, with its link, what it names, and its citation."""
    with st.container(border=asked, key=f"{'asked' if asked else 'paragraph'}-{paragraph.anchor}"):
        _draw_paragraph_head(paragraph, words)
        if paragraph.right is None:
            st.html(paragraph.left.markup)
        else:
            left, right = st.columns(2)
            left.html(paragraph.left.markup)
            right.html(paragraph.right.markup)
        if paragraph.provenance:
            st.caption(plain(paragraph.provenance))
        if paragraph.names:
            st.caption(words("reader.cites"))
            for document, title in paragraph.names:
                st.page_link(
                    "ui/pages/reader.py",
                    label=title,
                    query_params={DOCUMENT: document, INTERFACE: words.language},
                )


def _draw_paragraph_head(paragraph: ParagraphView, words: Words) -> None:
    """The label, what kind of paragraph it is, its link, which is its page where it has one, and its citations."""
    with st.container(horizontal=True, vertical_alignment="center"):
        badge = f" :gray-badge[{paragraph.kind}]" if paragraph.kind else ""
        st.markdown(f"**{plain(paragraph.label)}**{badge}", width="stretch")
        page = words("reader.page_short", page=paragraph.page) if paragraph.page else ""
        st.page_link(
            "ui/pages/reader.py",
            label=page or "#",
            help=words("reader.show_page" if page else "reader.link"),
            query_params={**st.query_params.to_dict(), LABEL: paragraph.label},
        )
        with st.popover("", icon=":material/format_quote:", help=words("search.cite")):
            draw_citations(paragraph.citations, words)


def draw_original_page(document: Document, label: str, part: int, words: Words) -> None:
    """Draw a page of the file beside the text, the paragraph asked for marked on it, and the choice of page."""
    source = document.source
    if source is None:
        return
    opened = min(page_to_show(document, label, part), source.pages)
    with st.container(key="original"):
        key = f"{ORIGINAL_PAGE}-{source.sha256[:12]}-{label}-{part}"
        page = int(st.number_input(words("reader.page"), 1, source.pages, opened, key=key))
        mark = mark_on(document, label, page)
        told = words("reader.page_of", page=page, pages=source.pages)
        try:
            st.image(original_page(source.path, page, mark.text), told, width="stretch", alt=told)
        except SourceRefused as error:
            st.warning(words("reader.not_shown", reason=plain(error_in_words(error, words))))
        except FileNotFoundError:
            st.warning(words("library.original_lost"))
        draw_download(source, words)


def draw_download(source: SourceFile, words: Words) -> None:
    """Draw the button that saves the file a document was read from."""
    path = Path(source.path)
    label = words("reader.download", name=source.name)
    if path.is_file():
        st.download_button(label, path.read_bytes, source.name, on_click="ignore", icon=":material/download:")
    else:
        st.caption(words("library.original_lost"))

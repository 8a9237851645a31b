"""How values are drawn; knows Streamlit, decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from corpus.document import TextKind
from corpus.language import LANGUAGES
from corpus.library import Library
from indexer.query import Filters
from ui.state import DOCUMENT, INTERFACE, LABEL, LEFT
from ui.views import HitView, ParagraphView, bodies_of, choices, topics_of, years_of
from ui.vocabulary import Words

Value = TypeVar("Value")

STYLE = """
<style>
h1 { font-size: 1.9rem !important; }
.ortak-text { font-size: 1.05rem; line-height: 1.55; margin: 0 0 .35rem 0; }
.ortak-text[dir=rtl] { font-family: "Noto Naskh Arabic", "Noto Sans Arabic", serif; font-size: 1.2rem; }
</style>
"""
STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def draw_style() -> None:
    """Add the few rules of our own that the texts need."""
    st.html(STYLE)


def draw_filters(library: Library, words: Words, current: Filters) -> Filters:
    """Draw the filters and give back what was chosen."""
    with st.expander(words("search.filters"), expanded=current not in (Filters(), Filters(document=current.document))):
        first, second = st.columns(3), st.columns(3)
        kind = _choice(first[0], words, "search.kind", tuple(TextKind), current.kind, _from(words, "kind"))
        state = _choice(first[1], words, "search.state", STATES, current.state, _from(words, "state"))
        topic = _choice(first[2], words, "search.topic", topics_of(library), current.topic, _topic(words))
        language = _choice(
            second[0], words, "search.language", tuple(LANGUAGES), current.language, _from(words, "language")
        )
        year = _choice(second[1], words, "search.year", years_of(library), current.year, str)
        body = _choice(second[2], words, "search.body", bodies_of(library), current.body, str)
    return replace(
        current,
        kind=kind,
        state=state or "",
        topic=topic or "",
        language=language or "",
        year=year or 0,
        body=body or "",
    )


def draw_hit(hit: HitView, words: Words) -> None:
    """Draw one result: place, kind, text, why it is here, citation, and the way into the reader."""
    with st.container(border=True, key=f"hit-{hit.key}"):
        st.markdown(f"**{_plain(hit.place)}** :gray-badge[{hit.kind}]")
        if hit.heading:
            st.caption(_plain(hit.heading))
        st.html(hit.text.markup)
        if hit.provenance:
            st.caption(_plain(hit.provenance))
        st.caption(_plain(" · ".join(part for part in (hit.why, hit.also_in) if part)))
        open_column, cite_column, _ = st.columns([2, 1.4, 3])
        target = {DOCUMENT: hit.document, LABEL: hit.label, LEFT: hit.language, INTERFACE: words.language}
        open_column.page_link(
            "ui/pages/reader.py", label=words("search.open"), icon=":material/menu_book:", query_params=target
        )
        with cite_column.popover(words("search.cite"), icon=":material/format_quote:"):
            draw_citations(hit.citations, words)


def draw_citations(citations: Sequence[tuple[str, str]], words: Words) -> None:
    """Draw citations, each with its copy button."""
    for language, citation in citations:
        st.caption(words(f"language.{language}"))
        st.code(citation, language=None, wrap_lines=True)


def draw_paragraph(paragraph: ParagraphView, words: Words, asked: bool = False) -> None:
    """Draw one paragraph of the reader, both versions, with its link, what it names, and its citation."""
    with st.container(border=asked, key=f"{'asked' if asked else 'paragraph'}-{paragraph.anchor}"):
        head, link, cite = st.columns([6, 1, 1])
        head.markdown(f"**{_plain(paragraph.label)}**")
        link.page_link(
            "ui/pages/reader.py",
            label="#",
            help=words("reader.link"),
            query_params={**st.query_params.to_dict(), LABEL: paragraph.label},
        )
        with cite.popover("", icon=":material/format_quote:"):
            draw_citations(paragraph.citations, words)
        if paragraph.right is None:
            st.html(paragraph.left.markup)
        else:
            left, right = st.columns(2)
            left.html(paragraph.left.markup)
            right.html(paragraph.right.markup)
        if paragraph.provenance:
            st.caption(_plain(paragraph.provenance))
        if paragraph.names:
            st.caption(words("reader.cites"))
            for document, title in paragraph.names:
                st.page_link(
                    "ui/pages/reader.py",
                    label=title,
                    query_params={DOCUMENT: document, INTERFACE: words.language},
                )


def _choice(
    column: st.delta_generator.DeltaGenerator,
    words: Words,
    key: str,
    values: Sequence[Value],
    current: object,
    named: Callable[[Value], str],
) -> Value | None:
    options = choices(values)
    chosen: Value | None = column.selectbox(
        words(key),
        options,
        index=options.index(current) if current in options else 0,
        format_func=lambda value: words("search.any") if value is None else named(value),
    )
    return chosen


def _from(words: Words, table: str) -> Callable[[str], str]:
    return lambda value: words(f"{table}.{value}")


def _topic(words: Words) -> Callable[[str], str]:
    return lambda value: words(f"topic.{value.replace(' ', '_')}")


def _plain(text: str) -> str:
    """Text from documents drawn as it is: nothing in it may become Markdown."""
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>()#+-.!|~$:" else character for character in text)

"""How the filters and the results of a search are drawn; knows Streamlit, decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from corpus.document import TextKind
from corpus.language import LANGUAGES
from corpus.library import Library
from indexer.query import Filters
from ui.choosing import choose
from ui.components import draw_citations, plain
from ui.state import DOCUMENT, INTERFACE, LABEL, LEFT
from ui.states import state_choices, state_in_words
from ui.views import HitView, bodies_of, choices, states_of, topics_of, years_of
from ui.vocabulary import Words

Value = TypeVar("Value")


def draw_filters(library: Library, words: Words, current: Filters) -> Filters:
    """Draw the filters and give back what was chosen."""
    with st.expander(words("search.filters"), expanded=current not in (Filters(), Filters(document=current.document))):
        first, second = st.columns(3), st.columns(3)
        kind = _choice(first[0], words, "search.kind", tuple(TextKind), current.kind, _from(words, "kind"))
        state = _choice(
            first[1],
            words,
            "search.state",
            state_choices(words, states_of(library)),
            current.state,
            lambda code: state_in_words(code, words),
        )
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


def _choice(
    column: st.delta_generator.DeltaGenerator,
    words: Words,
    key: str,
    values: Sequence[Value],
    current: Value | None,
    named: Callable[[Value], str],
) -> Value | None:
    options: list[Value | None] = choices(values)
    return choose(
        column.selectbox,
        words(key),
        options,
        current or None,
        key=key,
        named=lambda value: words("search.any") if value is None else named(value),
    )


def _from(words: Words, table: str) -> Callable[[str], str]:
    return lambda value: words(f"{table}.{value}")


def _topic(words: Words) -> Callable[[str], str]:
    return lambda value: words(f"topic.{value.replace(' ', '_')}")


def draw_hit(hit: HitView, words: Words, draw_more: Callable[[], None] | None = None) -> None:
    """Draw one result: place, kind, text, why it is here, citation, the way into the reader, and what else there is."""
    with st.container(border=True, key=f"hit-{hit.key}"):
        st.markdown(f"**{plain(hit.place)}** :gray-badge[{hit.kind}]")
        if hit.heading:
            st.caption(plain(hit.heading))
        st.html(hit.text.markup)
        if hit.provenance:
            st.caption(plain(hit.provenance))
        st.caption(plain(" · ".join(part for part in (hit.why, hit.also_in) if part)))
        open_column, cite_column, more_column = st.columns([2, 1.4, 3], vertical_alignment="center")
        target = {DOCUMENT: hit.document, LABEL: hit.label, LEFT: hit.language, INTERFACE: words.language}
        open_column.page_link(
            "ui/pages/reader.py", label=words("search.open"), icon=":material/menu_book:", query_params=target
        )
        with cite_column.popover(words("search.cite"), icon=":material/format_quote:"):
            draw_citations(hit.citations, words)
        if draw_more is not None:
            with more_column:
                draw_more()

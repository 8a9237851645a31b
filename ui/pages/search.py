"""The search page."""

from functools import partial

import streamlit as st

from corpus.errors import OrtakError
from indexer.query import read_query
from indexer.session import Session
from ui.desk import desk_in_passing
from ui.evidence_components import draw_adding
from ui.position_work import notes_language, project_topic
from ui.resources import session_with_index
from ui.search_components import draw_filters, draw_hit
from ui.state import QUERY, follow, interface_words, noted, remember, remember_filters, remembered, remembered_filters
from ui.told import error_in_words
from ui.views import answer_views, understood
from ui.vocabulary import Words

EXAMPLES = ("debt swap for green projects", "мұздықтарды сақтау", "A/RES/77/158 para. 5", "п. 16")


def draw() -> None:
    """Draw the page: the box, the filters, the hits."""
    words = interface_words()
    st.title(words("search.title"))
    try:
        session = session_with_index(words)
        follow("search-box", remembered(QUERY))
        text = st.text_input(words("search.box"), placeholder=words("search.placeholder"), key="search-box")
        noted("search-box", text)
        filters = draw_filters(session.library, words, remembered_filters())
        remember({QUERY: text})
        remember_filters(filters)
        st.sidebar.caption(words("app.encoder", name=session.encoder_name))
        if not text.strip():
            st.info(f"{words('search.hint')}\n\n{words('search.examples')} {' · '.join(EXAMPLES)}")
            return
        draw_answer(session, words)
    except OrtakError as error:
        st.error(error_in_words(error, words))


def draw_answer(session: Session, words: Words) -> None:
    """Search for what the address says and draw what was found."""
    query = read_query(remembered(QUERY), remembered_filters())
    answer = session.searcher.search(query)
    st.caption(understood(session.library, answer, words))
    desk = desk_in_passing(session, words)
    topic = project_topic(session, desk.project.header, notes_language(words)) if desk else None
    for hit, view in zip(answer.hits, answer_views(session.library, answer, words), strict=True):
        adding = partial(draw_adding, desk, topic, hit.paragraph) if desk and topic else None
        draw_hit(view, words, adding)


draw()

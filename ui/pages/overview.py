"""The overview page: pictures of the registry that are looked at rather than read."""

import streamlit as st

from corpus.library import Library
from ui.components import plain
from ui.desk import kept, told_plainly
from ui.plot_views import citation_graph, instruments_on, name_of, time_line, time_line_chart
from ui.resources import session_with_index
from ui.state import DOCUMENT, interface_words
from ui.views import topics_of
from ui.vocabulary import Words


def draw() -> None:
    """Draw the page: the topic, the graph, the time line, the way to each instrument."""
    words = interface_words()
    st.title(words("plot.title"))
    with told_plainly(words):
        library = session_with_index(words).library
        topics = [topic for topic in topics_of(library) if instruments_on(library, topic)]
        topic = st.selectbox(
            words("search.topic"),
            topics,
            topics.index("glaciers") if "glaciers" in topics else 0,
            format_func=lambda name: words(f"topic.{name.replace(' ', '_')}"),
            key="overview-topic",
        )
        draw_pictures(library, topic, words)


def draw_pictures(library: Library, topic: str, words: Words) -> None:
    """Draw the graph and the time line of a topic."""
    shown = instruments_on(library, topic)
    st.subheader(words("plot.graph"))
    st.caption(words("plot.graph_hint"))
    with st.container(key="citation-graph"):
        st.graphviz_chart(citation_graph(shown, words), width="content")
    st.subheader(words("plot.time_line"))
    st.caption(words("plot.time_line_hint"))
    points = time_line(shown, words)
    event = st.vega_lite_chart(
        time_line_chart(points, words), on_select="rerun", key=f"time-line-{topic}", alt=words("plot.time_line")
    )
    picked = event["selection"].get("picked") or []
    if picked and library.instrument(str(picked[0].get("id", ""))):
        draw_way(library, str(picked[0]["id"]), words)
    with st.expander(words("plot.list", count=len(shown))):
        for one in shown:
            draw_way(library, one.id, words)


def draw_way(library: Library, instrument_id: str, words: Words) -> None:
    """Draw the link to an instrument in the reader."""
    instrument = library.instrument(instrument_id)
    if instrument is not None:
        st.page_link(
            "ui/pages/reader.py",
            label=plain(name_of(instrument, words)),
            icon=":material/menu_book:",
            query_params=kept(**{DOCUMENT: f"registry:{instrument.id}"}),
        )


draw()

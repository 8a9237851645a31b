"""The evidence page: what is on record on the topic is proposed, a person accepts it with the exact words."""

import streamlit as st

from ui.desk import open_desk, told_plainly
from ui.gathering_components import draw_gathering
from ui.position_components import draw_position_style
from ui.position_work import notes_language, project_topic
from ui.state import interface_words
from ui.tray_components import draw_accepted


def draw() -> None:
    """Draw the page: proposals, or the tray."""
    words = interface_words()
    st.title(words("tray.title"))
    draw_position_style()
    with told_plainly(words):
        desk = open_desk(words)
        if desk is None:
            return
        topic = project_topic(desk.session, desk.project.header, notes_language(words))
        shown = st.segmented_control(
            words("tray.show"),
            ("proposals", "tray"),
            default="proposals",
            required=True,
            format_func=lambda name: words(f"tray.{name}", count=len(desk.project.tray)),
            label_visibility="collapsed",
            key=f"evidence-part-{desk.file.id}",
        )
        if shown == "tray":
            draw_accepted(desk, topic)
        else:
            draw_gathering(desk, topic)


draw()

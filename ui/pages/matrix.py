"""The matrix page: issue × State from the accepted evidence, as heat map or table, with what is behind each cell."""

import streamlit as st

from drafting.matrix import Matrix
from ui.asking_components import draw_answer, draw_ask_button
from ui.asking_requests import of_issue
from ui.components import plain
from ui.desk import Desk, kept, open_desk, told_plainly
from ui.handing_over import draw_matrix_file
from ui.ladder_components import draw_ladder
from ui.matrix_components import choose_cell, draw_cell, draw_heat_map, draw_rows, draw_table
from ui.matrix_views import issue_name
from ui.position_components import draw_position_style
from ui.position_work import notes_language, project_matrix, project_topic
from ui.state import interface_words


def draw() -> None:
    """Draw the page: the matrix, how far the States agree, the chosen cell."""
    words = interface_words()
    st.title(words("matrix.title"))
    draw_position_style()
    with told_plainly(words):
        desk = open_desk(words)
        if desk is None:
            return
        if not desk.project.tray and not desk.project.cells:
            st.info(words("matrix.empty"))
            st.page_link("ui/pages/evidence.py", label=words("page.evidence"), query_params=kept())
            return
        matrix = project_matrix(desk.session, desk.project, notes_language(words))
        draw_matrix(desk, matrix)


def draw_matrix(desk: Desk, matrix: Matrix) -> None:
    """Draw the matrix in the form chosen, then what stands behind it."""
    words = desk.words
    with st.container(horizontal=True, vertical_alignment="center"):
        shown = st.segmented_control(
            words("matrix.show"),
            ("map", "table", "ladder"),
            default="map",
            required=True,
            format_func=lambda name: words(f"matrix.{name}"),
            label_visibility="collapsed",
            key="matrix-form",
        )
        with_instruments = st.toggle(words("matrix.with_instruments"), key="matrix-instruments")
        draw_matrix_file(desk, matrix)
    if shown == "ladder":
        draw_ladder(desk, matrix)
        return
    if shown == "map":
        draw_heat_map(desk, matrix, with_instruments)
        st.caption(words("matrix.legend"))
    else:
        draw_table(desk, matrix, with_instruments)
    draw_behind(desk, matrix, with_instruments)
    st.subheader(words("matrix.agreement"))
    draw_rows(desk, matrix)
    notes = (*matrix.warnings, *matrix.gaps)
    if notes:
        st.subheader(words("matrix.gaps"))
        st.markdown("\n".join(f"- {plain(note)}" for note in notes))


def draw_behind(desk: Desk, matrix: Matrix, with_instruments: bool) -> None:
    """Draw the chosen cell with what stands behind it, and what a model says of its issue."""
    row, holder = choose_cell(desk, matrix, with_instruments)
    topic = project_topic(desk.session, desk.project.header, matrix.language)
    with st.container(border=True, key="matrix-cell"):
        draw_cell(desk, matrix, row, holder, topic)
    passages = (one for cell in row.cells for one in cell.evidence)
    subject = of_issue(desk.file.id, matrix.language, row.issue.id, issue_name(row, matrix.language), passages)
    draw_ask_button(desk, subject, desk.words("model.about_issue"))
    draw_answer(desk, subject)


draw()

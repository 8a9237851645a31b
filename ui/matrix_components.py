"""How the matrix is drawn: heat map or table, the choice of a cell, and what stands behind it."""

import streamlit as st

from corpus.positions import Stance
from drafting.matrix import Cell, Matrix, Row
from drafting.projects.cells import clear_cell, set_cell
from drafting.projects.things import cell_key
from drafting.projects.values import CellEdit
from drafting.topics import Topic
from ui.choosing import choose
from ui.components import plain
from ui.desk import Desk
from ui.evidence_components import draw_passage
from ui.evidence_views import SIGNS, STANCES, STRONGEST, evidence_view, stance_in_words
from ui.matrix_views import (
    AGREEMENT_COLOURS,
    heat_cells,
    heat_map,
    holder_name,
    holders_of,
    issue_name,
    matrix_table,
    row_view,
    set_in_words,
    shown_cell,
)
from ui.state import CELL_HOLDER, CELL_ISSUE, is_new, remember, remembered
from ui.vocabulary import Words


def draw_heat_map(desk: Desk, matrix: Matrix, with_instruments: bool) -> None:
    """Draw the heat map; the cell that is clicked is kept in the address."""
    spec = heat_map(heat_cells(desk.session.library, matrix, desk.words, with_instruments), desk.words)
    with st.container(key="heat-map"):
        event = st.vega_lite_chart(
            spec,
            on_select="rerun",
            width="content",
            key=f"heat-{desk.file.id}-{with_instruments}",
            alt=desk.words("matrix.title"),
        )
    picked = event["selection"].get("cell") or []
    if picked and picked[0].get("issue"):
        chosen = {CELL_ISSUE: str(picked[0]["issue"]), CELL_HOLDER: str(picked[0]["holder"])}
        if is_new(f"heat-{desk.file.id}", tuple(chosen.values())):
            remember(chosen)


def draw_table(desk: Desk, matrix: Matrix, with_instruments: bool) -> None:
    """Draw the matrix as a table with the words relied on."""
    st.html(matrix_table(desk.session.library, matrix, desk.words, with_instruments))


def choose_cell(desk: Desk, matrix: Matrix, with_instruments: bool) -> tuple[Row, str]:
    """Let the person choose a cell by issue and holder."""
    words = desk.words
    holders = list(holders_of(matrix, with_instruments))
    issue_column, holder_column = st.columns([2, 1])
    with issue_column:
        issue = choose_issue(matrix, words)
    holder = choose(
        holder_column.selectbox,
        words("tray.whose"),
        holders,
        remembered(CELL_HOLDER),
        key="cell-holder",
        named=lambda name: holder_name(desk.session.library, name, words),
    )
    remember({CELL_HOLDER: holder})
    return next(row for row in matrix.rows if row.issue.id == issue), holder


def choose_issue(matrix: Matrix, words: Words) -> str:
    """Let the person choose an issue; it is kept in the address."""
    rows = {row.issue.id: row for row in matrix.rows}
    issue = choose(
        st.selectbox,
        words("tray.issue"),
        list(rows),
        remembered(CELL_ISSUE),
        key="cell-issue",
        named=lambda name: issue_name(rows[name], matrix.language),
    )
    remember({CELL_ISSUE: issue})
    return issue


def draw_rows(desk: Desk, matrix: Matrix) -> None:
    """Draw how far the States agree on every issue, why, and what to beware of."""
    for row in matrix.rows:
        view = row_view(row, matrix.language, desk.words)
        badge = f":{AGREEMENT_COLOURS[row.agreement]}-badge[{view.title}]"
        warned = f" :orange-badge[⚠ {len(view.warnings)}]" if view.warnings else ""
        with st.expander(f"{badge} {plain(view.name)}{warned}"):
            st.markdown(plain(view.why))
            for warning in view.warnings:
                st.warning(plain(warning))


def draw_cell(desk: Desk, matrix: Matrix, row: Row, holder: str, topic: Topic) -> None:
    """Draw one cell: its stance, who set it, every passage behind it, and the form that changes it."""
    words, cell = desk.words, shown_cell(row, holder)
    name = holder_name(desk.session.library, holder, words)
    st.markdown(f"#### {plain(name)} · {plain(issue_name(row, matrix.language))}")
    if cell.stance is Stance.NO_RECORD:
        st.info(words("matrix.nothing_found_long"))
    else:
        sign = f"{SIGNS.get(cell.stance, '')} {stance_in_words(cell.stance, words)}"
        strength = words("tray.strength", strength=cell.strength, most=STRONGEST)
        st.markdown(f":blue-badge[{plain(sign)}] {plain(strength)}")
    told = set_in_words(cell, words)
    if told:
        st.caption(f"✋ {plain(told)}")
    if cell.note:
        st.markdown(f":material/sticky_note_2: {plain(cell.note)}")
    for one in cell.evidence:
        with st.container(border=True):
            draw_passage(evidence_view(desk.session.library, one, topic, words), words)
    with st.expander(words("matrix.change"), icon=":material/edit:"):
        draw_cell_form(desk, row, cell, holder)


def draw_cell_form(desk: Desk, row: Row, cell: Cell, holder: str) -> None:
    """Draw the form that sets a cell by hand, and the button that takes that back."""
    words = desk.words
    base = desk.project.revision(cell_key(row.issue.id, holder))
    stances = (Stance.NO_RECORD, *STANCES)
    with st.form(f"cell-{row.issue.id}-{holder}-{base}", border=False):
        stance = st.selectbox(
            words("tray.stance"),
            stances,
            stances.index(cell.stance) if cell.stance in stances else 0,
            format_func=lambda value: f"{SIGNS.get(value, '')} {stance_in_words(value, words)}",
        )
        strength = st.slider(words("tray.strength_label"), 0, STRONGEST, cell.strength)
        note = st.text_input(words("tray.note"), cell.note)
        st.caption(words("matrix.change_hint"))
        if st.form_submit_button(words("tray.save"), type="primary"):
            passages = tuple(one.id for one in cell.evidence)
            edit = CellEdit(row.issue.id, holder, stance, strength, passages, note.strip())
            set_cell(desk.file, edit, base, desk.who)
            st.rerun()
    if cell.set_by and st.button(words("matrix.take_back"), icon=":material/undo:"):
        clear_cell(desk.file, row.issue.id, holder, base, desk.who)
        st.rerun()

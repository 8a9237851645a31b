"""The export page: what does not hold comes first, then the files to take away, and a colleague's file coming back."""

import streamlit as st

from drafting.projects.shelf import own_shelf
from ui.components import plain
from ui.desk import Desk, kept, open_desk, told_plainly
from ui.draft_tools import draw_failures
from ui.export_components import draw_files, draw_proposals, draw_tracked
from ui.handing_over import draw_export, draw_matrix_file
from ui.position_components import draw_position_style
from ui.resources import grounded
from ui.state import interface_words


def draw() -> None:
    """Draw the page for each language that has a draft."""
    words = interface_words()
    st.title(words("export.title"))
    draw_position_style()
    with told_plainly(words):
        desk = open_desk(words)
        if desk is None:
            return
        if desk.project.drafts:
            draw_drafts(desk)
        else:
            st.info(words("export.none"))
            st.page_link("ui/pages/draft.py", label=words("page.draft"), query_params=kept())
        st.subheader(words("export.matrix"))
        if desk.project.tray:
            draw_matrix_file(desk)
        else:
            st.caption(words("matrix.empty"))
        st.subheader(words("project.hand_over"))
        draw_export(own_shelf(), desk.file.id, words)


def draw_drafts(desk: Desk) -> None:
    """Choose a draft, check it, and draw what can be done with it."""
    words = desk.words
    drafts = {one.head.language: one for one in desk.project.drafts}
    language = st.segmented_control(
        words("draft.language"),
        list(drafts),
        default=next(iter(drafts)),
        required=True,
        format_func=lambda code: words(f"language.{code}"),
        key=f"export-language-{desk.file.id}",
    )
    draft = drafts[language or next(iter(drafts))]
    st.subheader(plain(draft.head.title))
    with st.spinner(words("export.checking")):
        checked = grounded(desk.session, draft.draft)
    if draw_failures(checked, desk):
        st.caption(words("export.fails_hint"))
    # A tick for one file: it is gone when the page is left, and never kept.
    with_private = st.checkbox(words("export.with_private"), key=f"private-export-{desk.file.id}")
    if with_private:
        st.warning(words("export.private_warning"))
    draw_files(desk, checked, with_private)
    with st.expander(words("export.tracked_title"), icon=":material/difference:"), told_plainly(words):
        draw_tracked(desk, checked)
    with st.expander(words("export.import_title"), icon=":material/upload:"), told_plainly(words):
        draw_proposals(desk, draft)


draw()

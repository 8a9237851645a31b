"""The project page: the list of projects, or the open one: what it is, what is private, what was changed."""

import tempfile
from pathlib import Path

import streamlit as st

from corpus.errors import ProjectDamaged
from drafting.projects.exchange import import_project
from drafting.projects.project_file import SUFFIX
from drafting.projects.shelf import Shelf, own_shelf
from ui.components import plain
from ui.desk import OPENED, kept, opened_project, person, told_plainly
from ui.handing_over import draw_export
from ui.position_components import draw_position_style
from ui.project_components import draw_backups, draw_cards, draw_header, draw_history, draw_new_project, draw_private
from ui.resources import project_now
from ui.state import PROJECT, interface_words, keep_lasting, lasting, set_mark
from ui.told import error_in_words, in_words
from ui.vocabulary import Words

STEPS = {
    "evidence": ":material/travel_explore:",
    "matrix": ":material/grid_on:",
    "draft": ":material/edit_document:",
    "export": ":material/download:",
}


def draw() -> None:
    """Draw the page: the list where no project is open, else the project."""
    words = interface_words()
    with told_plainly(words):
        project_id = lasting(PROJECT)
        if not project_id:
            st.title(words("project.page_title"))
            draw_list(own_shelf(), person(words), words)
            return
        who = person(words)
        if st.button(words("project.all"), icon=":material/arrow_back:", type="tertiary"):
            keep_lasting(PROJECT, "")
            st.rerun()
        try:
            draw_open(own_shelf(), project_id, who, words)
        except ProjectDamaged as error:
            st.error(plain(error_in_words(error, words)))
            if draw_backups(own_shelf(), project_id, who, words):
                st.rerun()


def draw_list(shelf: Shelf, who: str, words: Words) -> None:
    """Draw all projects, then the ways to get another one."""
    cards = shelf.cards()
    if cards:
        draw_cards(cards, words)
    else:
        st.info(words("project.none"))
    with st.expander(words("project.new"), icon=":material/add:", expanded=not cards):
        header = draw_new_project(words)
        if header is not None:
            keep_lasting(PROJECT, shelf.create(header, who).id)
            st.rerun()
    with st.expander(words("project.import"), icon=":material/upload:"):
        draw_import(shelf, who, words)
    trashed = shelf.trashed()
    if trashed:
        with st.expander(words("project.trash", count=len(trashed)), icon=":material/delete:"):
            names = {card.id: card.title for card in trashed}
            chosen = st.selectbox(words("project.trashed"), list(names), format_func=lambda name: names[name])
            if st.button(words("project.undelete"), icon=":material/restore_from_trash:"):
                keep_lasting(PROJECT, shelf.undelete(chosen).id)
                st.rerun()


def draw_import(shelf: Shelf, who: str, words: Words) -> None:
    """Take in a project that was handed over."""
    given = st.file_uploader(words("project.import_file"), type=[SUFFIX.removeprefix("."), "zip"])
    if given is None or not st.button(words("project.import_run"), type="primary"):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(given.name).name
        path.write_bytes(given.getvalue())
        keep_lasting(PROJECT, import_project(shelf, path, who))
    st.rerun()


def draw_open(shelf: Shelf, project_id: str, who: str, words: Words) -> None:
    """Draw the open project."""
    file = opened_project(project_id, words)
    project = project_now(file)
    draw_position_style()
    st.title(plain(project.header.title))
    st.caption(plain(words("positions.as_whom", who=who)))
    with st.container(horizontal=True):
        for step, icon in STEPS.items():
            label = words(f"page.{step}")
            st.page_link(f"ui/pages/{step}.py", label=label, icon=icon, query_params=kept(), width="content")
    for problem in project.problems:
        st.warning(plain(in_words(problem, words)))
    draw_header(file, who, words)
    draw_private(file, who, words)
    with st.expander(words("history.title"), icon=":material/history:"):
        draw_history(file, who, words)
    with st.expander(words("project.hand_over"), icon=":material/download:"):
        draw_export(shelf, project_id, words)
    with st.expander(words("project.backups"), icon=":material/settings_backup_restore:"):
        if draw_backups(shelf, project_id, who, words):
            st.rerun()
    with st.popover(words("project.remove"), icon=":material/delete:"):
        st.markdown(words("project.remove_sure"))
        if st.button(words("project.remove_run")):
            shelf.remove(project_id)
            set_mark(OPENED, str(shelf.path(project_id)), asked=False)
            keep_lasting(PROJECT, "")
            st.rerun()


draw()

"""What every page on positions begins with: who is at work, on which project, with what library."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from corpus.errors import OrtakError
from drafting.projects.project_file import ProjectFile
from drafting.projects.shelf import own_shelf
from drafting.projects.values import Project
from indexer.session import Session
from ui.components import plain
from ui.resources import project_now, session_with_index
from ui.state import INTERFACE, PERSON, PROJECT, is_marked, keep_lasting, lasting, set_mark
from ui.told import error_in_words, in_words
from ui.vocabulary import Words

OPENED = "opened"


@contextmanager
def told_plainly(words: Words) -> Iterator[None]:
    """Show an error of ours in the words of the interface; anything else is a fault of the program, not hidden."""
    try:
        yield
    except OrtakError as error:
        st.error(plain(error_in_words(error, words)))


@dataclass(frozen=True, slots=True)
class Desk:
    """A project at work: its file, what stands in it, the library, and the person who changes it."""

    session: Session
    file: ProjectFile
    project: Project
    who: str
    words: Words


def opened_project(project_id: str, words: Words) -> ProjectFile:
    """A project, looked over and backed up when it is opened for the first time in this visit.

    Raises:
        ProjectRefused: there is no such project, or a newer version wrote it.
        ProjectDamaged: it is damaged.
    """
    shelf = own_shelf()
    mark = str(shelf.path(project_id))
    if is_marked(OPENED, mark):
        return ProjectFile(shelf.path(project_id), shelf.clock)
    file = shelf.open(project_id)
    set_mark(OPENED, mark)
    if file.notice:
        st.warning(plain(in_words(file.notice, words)))
    return file


def person(words: Words) -> str:
    """The name that changes are kept under; until it is given the page asks for it, and shows nothing else."""
    who = lasting(PERSON)
    if who:
        return who
    with st.form("person", border=True):
        st.markdown(words("positions.who_are_you"))
        given = " ".join(st.text_input(words("positions.your_name")).split())
        if st.form_submit_button(words("positions.continue"), type="primary") and given:
            keep_lasting(PERSON, given)
            st.rerun()
    st.stop()
    return given


def open_desk(words: Words) -> Desk | None:
    """The open project, its title above the page; where none is open the page says where to open one.

    Raises:
        ProjectRefused: the project is not there.
        ProjectDamaged: it is damaged.
    """
    who = person(words)
    project_id = lasting(PROJECT)
    if not project_id:
        st.info(words("positions.none_open"))
        draw_way_to_projects(words)
        return None
    file = opened_project(project_id, words)
    project = project_now(file)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            "ui/pages/project.py", label=plain(project.header.title), icon=":material/folder_open:", query_params=kept()
        )
        st.caption(plain(words("positions.as_whom", who=who)), width="content")
    for problem in project.problems:
        st.warning(plain(in_words(problem, words)))
    return Desk(session_with_index(words), file, project, who, words)


def desk_in_passing(session: Session, words: Words) -> Desk | None:
    """The open project for a page that does not need one; nothing where none can be opened or nobody gave a name."""
    who, project_id = lasting(PERSON), lasting(PROJECT)
    with told_plainly(words):
        if who and project_id:
            file = opened_project(project_id, words)
            return Desk(session, file, project_now(file), who, words)
    return None


def draw_way_to_projects(words: Words) -> None:
    """Draw the link to the list of projects."""
    st.page_link("ui/pages/project.py", label=words("page.project"), icon=":material/folder:", query_params=kept())


def kept(**others: str) -> dict[str, str]:
    """What an address of ours carries on: the interface language, the person, the project."""
    choices = {INTERFACE: lasting(INTERFACE), PERSON: lasting(PERSON), PROJECT: lasting(PROJECT), **others}
    return {key: value for key, value in choices.items() if value}

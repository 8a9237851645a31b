"""How one issue is drawn on every level: the group's text, the region's, each State's, with the sources beside each."""

from collections.abc import Iterable

import streamlit as st

from drafting.draft import Draft, Form, Level, Statement
from drafting.ladder import LevelView, Rung
from drafting.matrix import Matrix
from drafting.membership import Coverage, coverage_sentence
from ui.components import plain
from ui.desk import Desk
from ui.draft_views import badges, sources_markup
from ui.matrix_components import choose_issue
from ui.resources import grounded_statement, ladder_of
from ui.states import state_in_words
from ui.vocabulary import Words


def draw_ladder(desk: Desk, matrix: Matrix) -> None:
    """Draw what would be said on one issue on each level, the widest first, down to each State."""
    words = desk.words
    st.caption(words("matrix.ladder_hint"))
    issue = choose_issue(matrix, words)
    with st.spinner(words("draft.writing")):
        views = ladder_of(desk.session, matrix)
    for view in reversed(views):
        if view.level is not Level.NATIONAL:
            draw_level(desk, matrix, view, said_on(view, issue))
    with st.container(border=True, key="ladder-national"):
        st.markdown(f"#### {plain(level_in_words(Level.NATIONAL, words))}")
        for view in views:
            if view.level is Level.NATIONAL:
                draw_state(desk, matrix, view, said_on(view, issue))


def said_on(view: LevelView, issue: str) -> tuple[Statement, ...]:
    """What a level says on an issue: what is agreed, then the alternatives in brackets."""
    return tuple(one for rung in view.rungs if rung.issue == issue for one in _said(rung))


def draw_level(desk: Desk, matrix: Matrix, view: LevelView, said: tuple[Statement, ...]) -> None:
    """Draw the text of a group, and which of its members were heard."""
    with st.container(border=True, key=f"ladder-{view.level}"):
        st.markdown(f"#### {plain(level_in_words(view.level, desk.words))}")
        heard = coverage_sentence(Coverage(view.covered, view.missing, ()), view.level, matrix.language)
        if heard:
            st.caption(plain(heard))
        draw_said(desk, matrix, view.level, said)


def level_in_words(level: Level, words: Words) -> str:
    """The name of a level as a heading."""
    name = words(f"level.{level.replace('-', '_')}")
    return name[:1].upper() + name[1:]


def draw_state(desk: Desk, matrix: Matrix, view: LevelView, said: tuple[Statement, ...]) -> None:
    """Draw the text of one State."""
    (state,) = (*view.covered, *view.missing)
    st.markdown(f"**{plain(state_in_words(state, desk.words))}**")
    draw_said(desk, matrix, view.level, said)


def draw_said(desk: Desk, matrix: Matrix, level: Level, said: Iterable[Statement]) -> None:
    """Draw statements with their sources, each checked anew; or that there is nothing to say."""
    words = desk.words
    written = Draft("", matrix.topic, Form.BRIEF, level, matrix.language, ())
    drawn = False
    for one in said:
        drawn = True
        text, sources = st.columns([3, 2], gap="medium")
        text.markdown(plain(f"[{one.text}]" if one.bracketed else one.text))
        told = " ".join(f":gray-badge[{plain(badge)}]" for badge in badges(one, words))
        if told:
            text.markdown(told)
        sources.html(sources_markup(grounded_statement(desk.session, written, one), words))
    if not drawn:
        st.markdown(f"*{plain(words('matrix.ladder_nothing'))}*")


def _said(rung: Rung) -> tuple[Statement, ...]:
    return (*rung.clean, *rung.bracketed)

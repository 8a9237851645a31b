"""How a project is drawn: the list, what the negotiation is, the private layer, the history."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from corpus.language import LANGUAGES
from drafting.draft import Form, Level
from drafting.projects.fields import set_field, set_private
from drafting.projects.project_file import ProjectFile
from drafting.projects.shelf import Shelf
from drafting.projects.things import Kind, thing_key
from drafting.projects.values import Header, ProjectCard
from ui.components import plain
from ui.desk import kept, told_plainly
from ui.history_views import history_rows, when_in_words
from ui.live_component import draw_clash, draw_live_text
from ui.live_text import lines_of, text_of
from ui.resources import project_now
from ui.state import PROJECT
from ui.states import state_choices, state_in_words
from ui.told import in_words
from ui.vocabulary import Words

PAIRS = (("title", "topic"), ("agenda_item", "body"), ("session", "mark"))
PRIVATE = ("objectives", "red_lines", "fallbacks", "concessions")
PRIVATE_ROWS = 3
LATEST = 60


def draw_cards(cards: Sequence[ProjectCard], words: Words) -> None:
    """Draw the list of projects, the one changed last first, each with the way to open it."""
    for card in cards:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.page_link(
                "ui/pages/project.py",
                label=plain(card.title),
                icon=":material/warning:" if card.problem else ":material/folder:",
                query_params=kept(**{PROJECT: card.id}),
                width="stretch",
            )
            st.caption(when_in_words(card.changed_on, words), width="content")
        if card.problem:
            st.warning(plain(in_words(card.problem, words)))


def draw_new_project(words: Words) -> Header | None:
    """Draw the form of a new project; gives what was filled in when it is sent."""
    with st.form("new-project", border=True):
        title = st.text_input(words("project.title"), placeholder=words("project.title_example"))
        topic = st.text_input(words("project.topic"), placeholder=words("project.topic_example"))
        level_column, form_column = st.columns(2)
        level = level_column.selectbox(words("project.level"), list(Level), 1, format_func=named(words, "level"))
        form = form_column.selectbox(words("project.form"), list(Form), format_func=named(words, "form"))
        if st.form_submit_button(words("project.create"), type="primary"):
            name = title.strip() or topic.strip()
            return Header(title=name, topic=topic.strip(), level=level or Level.CENTRAL_ASIA, form=form or Form.BRIEF)
    return None


def draw_header(file: ProjectFile, who: str, words: Words) -> None:
    """Draw what the negotiation is; every field is saved when it is changed."""
    for pair in PAIRS:
        for column, name in zip(st.columns(2, gap="medium"), pair, strict=True):
            with column:
                draw_field(file, name, who, words)
    left, right = st.columns(2, gap="medium")
    with left:
        draw_choice(file, "level", list(Level), named(words, "level"), who, words)
        draw_choice(file, "delegation", ("", *state_choices(words)), _delegation(words), who, words)
    with right:
        draw_choice(file, "form", list(Form), named(words, "form"), who, words)
        draw_languages(file, who, words)


@st.fragment
def draw_field(file: ProjectFile, name: str, who: str, words: Words) -> None:
    """Draw one text of the header."""
    with told_plainly(words):
        project = project_now(file)
        save = partial(_save_field, file, name, who)
        key = f"field-{file.id}-{name}"
        revision = project.revision(thing_key(Kind.FIELD, name))
        text = str(getattr(project.header, name))
        hint = words(f"project.{name}_hint")
        clash = draw_live_text(key, words(f"project.{name}"), text, revision, save, words, placeholder=hint)
        if clash:
            draw_clash(key, clash, save, words)


def draw_choice(
    file: ProjectFile, name: str, options: Sequence[str], told: Callable[[Any], str], who: str, words: Words
) -> None:
    """Draw a field of the header that is chosen from a list."""
    project = project_now(file)
    revision = project.revision(thing_key(Kind.FIELD, name))
    current = getattr(project.header, name)
    listed = list(options) if current in options else [*options, current]
    chosen = st.selectbox(
        words(f"project.{name}"),
        listed,
        listed.index(current),
        format_func=told,
        key=f"field-{file.id}-{name}-{revision}",  # with another revision it is another choice: it shows what stands
    )
    if chosen != current:
        set_field(file, name, chosen, revision, who)
        st.rerun()


def draw_languages(file: ProjectFile, who: str, words: Words) -> None:
    """Draw the languages of the negotiation."""
    project = project_now(file)
    revision = project.revision(thing_key(Kind.FIELD, "languages"))
    chosen = st.multiselect(
        words("project.languages"),
        list(LANGUAGES),
        list(project.header.languages),
        format_func=lambda code: words(f"language.{code}"),
        help=words("project.languages_help"),
        placeholder=words("positions.choose"),
        key=f"field-{file.id}-languages-{revision}",
    )
    if tuple(chosen) != project.header.languages:
        set_field(file, "languages", tuple(chosen), revision, who)
        st.rerun()


def draw_private(file: ProjectFile, who: str, words: Words) -> None:
    """Draw the private layer, marked as such."""
    with st.container(border=True, key="private-layer"):
        st.markdown(f"#### :material/lock: {words('private.title')}")
        st.caption(words("private.hint"))
        left, right = st.columns(2, gap="medium")
        for place, name in enumerate(PRIVATE):
            with (left, right)[place % 2]:
                draw_private_list(file, name, who, words)


@st.fragment
def draw_private_list(file: ProjectFile, name: str, who: str, words: Words) -> None:
    """Draw one list of the private layer, an item a line."""
    with told_plainly(words):
        project = project_now(file)
        save = partial(_save_private, file, name, who)
        key = f"private-{file.id}-{name}"
        revision = project.revision(thing_key(Kind.PRIVATE, name))
        text = text_of(getattr(project.private, name)) or ""
        clash = draw_live_text(
            key,
            words(f"private.{name}"),
            text,
            revision,
            save,
            words,
            rows=PRIVATE_ROWS,
            placeholder=words("private.line"),
        )
        if clash:
            draw_clash(key, clash, save, words)


def draw_history(file: ProjectFile, who: str, words: Words) -> None:
    """Draw what was changed, with the buttons that take a change back."""
    changes = file.history(limit=LATEST)
    draw_undoing(file, who, words)
    rows = history_rows(changes, words)
    mark = changes[0].number if changes else 0
    picked = st.dataframe(
        rows,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"history-{file.id}-{mark}-{changes[0].until if changes else ''}",
    )
    chosen: list[int] = picked["selection"]["rows"]
    if not chosen:
        st.caption(words("history.hint"))
        return
    change = changes[chosen[0]]
    if st.button(words("history.undo_this", number=change.number), icon=":material/undo:"):
        file.undo(who, change.number)
        st.rerun()


def draw_undoing(file: ProjectFile, who: str, words: Words) -> None:
    """Draw the buttons that take back the person's newest change, and bring it back."""
    with st.container(horizontal=True, width="content"):
        undone = st.button(words("history.undo"), icon=":material/undo:", key="undo")
        redone = st.button(words("history.redo"), icon=":material/redo:", key="redo")
    if undone or redone:
        change = file.undo(who) if undone else file.redo(who)
        st.toast(words("history.undone" if undone else "history.redone", number=change.target or change.number))
        st.rerun()


def draw_backups(shelf: Shelf, project_id: str, who: str, words: Words) -> bool:
    """Draw the backups of a project; true when one was put in its place."""
    backups = shelf.backups(project_id)
    if not backups:
        st.caption(words("project.no_backup"))
        return False
    names = {backup.name: when_in_words(backup.made_at.isoformat(), words) for backup in backups}
    chosen = st.selectbox(words("project.backup"), list(names), format_func=lambda name: names[name])
    st.caption(words("project.restore_hint"))
    if st.button(words("project.restore"), icon=":material/settings_backup_restore:"):
        shelf.restore(project_id, chosen, who)
        return True
    return False


def named(words: Words, table: str) -> Callable[[str], str]:
    """The words for the values of a table."""
    return lambda value: words(f"{table}.{value.replace('-', '_').replace(' ', '_')}")


def _delegation(words: Words) -> Callable[[str], str]:
    return lambda code: state_in_words(code, words) if code else words("project.no_delegation")


def _save_field(file: ProjectFile, name: str, who: str, text: str, base: int) -> int:
    return _revision(set_field(file, name, " ".join(text.split()), base, who).revisions)


def _save_private(file: ProjectFile, name: str, who: str, text: str, base: int) -> int:
    return _revision(set_private(file, name, lines_of(text), base, who).revisions)


def _revision(revisions: Mapping[str, int]) -> int:
    return next(iter(revisions.values()))

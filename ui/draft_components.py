"""How a draft is drawn: statement by statement, with the sources beside each, and its brackets."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import streamlit as st

from drafting.draft import Statement
from drafting.projects.brackets import close_bracket, reopen_bracket
from drafting.projects.statements import insert_statement, move_statement, save_text
from drafting.projects.things import Kind, place_key, statement_key, thing_key
from drafting.projects.values import BracketClosing, Project, SavedDraft, SavedSection, SavedStatement
from ui.asking_components import draw_answer, draw_ask_button
from ui.asking_requests import of_bracket, of_section, of_statement
from ui.components import plain
from ui.desk import Desk, told_plainly
from ui.draft_views import (
    BracketGroup,
    all_brackets,
    badges,
    bare,
    before_previous,
    bracket_groups,
    changed_elsewhere,
    is_open_place,
    next_of,
    sources_markup,
)
from ui.evidence_views import shortened
from ui.history_views import when_in_words
from ui.live_component import AT_ONCE, draw_clash, draw_live_text
from ui.live_text import Clash, Outcome
from ui.resources import grounded_statement, project_now
from ui.state import answer_to
from ui.statement_dialog import draw_statement_dialog
from ui.taking_over import confirm_compared
from ui.vocabulary import Words

OPTION_LETTERS = 300
EVERY_SECONDS = 4
"""How often a window looks whether another one changed what it shows."""


def draw_section(desk: Desk, draft: SavedDraft, section: SavedSection) -> None:
    """Draw the statements of a section, the alternatives of a bracket in one frame."""
    for group in bracket_groups(section):
        if group.bracket and not is_open_place(group):
            draw_bracket(desk, draft, section, group)
        else:
            draw_statements(desk, draft, section, group)
    subject = of_section(desk.file.id, draft, section)
    draw_answer(desk, subject)
    with st.container(horizontal=True):
        added = st.button(desk.words("draft.add"), icon=":material/add:", key=f"add-{section.id}")
        draw_ask_button(desk, subject, desk.words("model.propose"))
    if added:
        last = section.statements[-1].id if section.statements else None
        insert_statement(desk.file, section.id, last, Statement(""), desk.who)
        st.rerun()


def draw_bracket(desk: Desk, draft: SavedDraft, section: SavedSection, group: BracketGroup) -> None:
    """Draw the alternatives of one bracket with the button that closes it."""
    words = desk.words
    every = all_brackets(draft)[group.bracket]
    subject = of_bracket(desk.file.id, draft, group.bracket)
    is_first = every[0].id == group.statements[0].id  # alternatives that do not stand together are drawn apart
    with st.container(border=True, key=f"bracket-{group.statements[0].id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            told = words("draft.bracket_of", count=len(every))
            st.markdown(f"**[ ]** {plain(told)}", width="stretch")
            if st.button(words("draft.close"), icon=":material/task_alt:", key=f"close-{group.statements[0].id}"):
                draw_closing_dialog(desk, group.bracket, every)
            if is_first:
                draw_ask_button(desk, subject, words("model.bridge"))
        draw_statements(desk, draft, section, group)
        if is_first:
            draw_answer(desk, subject)


def draw_statements(desk: Desk, draft: SavedDraft, section: SavedSection, group: BracketGroup) -> None:
    """Draw statements one under the other, each with what a model proposes for it."""
    for one in group.statements:
        draw_statement(desk, draft.head.language, section.id, one.id)
        draw_answer(desk, of_statement(desk.file.id, draft, section, one))


@st.fragment
def draw_statement(desk: Desk, language: str, section_id: str, statement_id: str) -> None:
    """Draw one statement: its text, saved as it is typed, and beside it what it rests on."""
    with told_plainly(desk.words):
        project = project_now(desk.file)
        draft = project.draft_in(language)
        section = next((one for one in draft.sections if one.id == section_id), None) if draft else None
        saved = next((one for one in section.statements if one.id == statement_id), None) if section else None
        if draft is None or section is None or saved is None:
            draw_removed(desk, statement_id)
            return
        with st.container(key=f"statement-{statement_id}"):
            text, sources = st.columns([3, 2], gap="medium")
            with text:
                clash = draw_text(desk, saved)
            with sources:
                draw_tools(desk, project, draft, section, saved)
                checked = grounded_statement(desk.session, bare(draft.draft), saved.statement)
                st.html(sources_markup(saved.statement if section.head.private else checked, desk.words))
                draw_doubt(desk, saved)
            if clash:
                draw_statement_clash(desk, section, statement_id, clash)


def draw_doubt(desk: Desk, saved: SavedStatement) -> None:
    """Draw why a model's wording is not verified, and the button of the person who compared it with its evidence."""
    if not saved.statement.doubt:
        return
    st.caption(plain(desk.words("model.doubt", why=saved.statement.doubt)))
    if st.button(desk.words("model.compared"), key=f"compared-{saved.id}-{saved.revision}", icon=":material/done:"):
        confirm_compared(desk, saved)
        st.rerun(scope="app")


def draw_text(desk: Desk, saved: SavedStatement) -> Clash | None:
    """Draw the text of a statement as a live field."""
    return draw_live_text(
        key_of(desk.file.id, saved.id),
        desk.words("draft.statement"),
        saved.statement.text,
        saved.revision,
        partial(_save, desk, saved.id),
        desk.words,
        rows=2,
        pause=AT_ONCE,
        show_label=False,
        placeholder=desk.words("draft.empty_statement"),
    )


def draw_removed(desk: Desk, statement_id: str) -> None:
    """Say that another window removed the statement; words of this window that were not saved can be put back."""
    answer = answer_to(key_of(desk.file.id, statement_id))
    if answer.clash:
        draw_clash(key_of(desk.file.id, statement_id), answer.clash, partial(_save, desk, statement_id), desk.words)
    else:
        st.caption(desk.words("draft.removed_elsewhere"))


def draw_tools(desk: Desk, project: Project, draft: SavedDraft, section: SavedSection, saved: SavedStatement) -> None:
    """Draw what is known of a statement, and the buttons that move it and change all else."""
    words = desk.words
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        told = " ".join(f":gray-badge[{plain(one)}]" for one in badges(saved.statement, words))
        st.markdown(told, width="stretch")
        up = st.button(
            "", icon=":material/arrow_upward:", key=f"up-{saved.id}", help=words("draft.up"), type="tertiary"
        )
        down = st.button(
            "", icon=":material/arrow_downward:", key=f"down-{saved.id}", help=words("draft.down"), type="tertiary"
        )
        draw_ask_button(desk, of_statement(desk.file.id, draft, section, saved))
        more = st.button("", icon=":material/tune:", key=f"more-{saved.id}", help=words("draft.more"), type="tertiary")
    if up or down:
        after = before_previous(section, saved.id) if up else next_of(section, saved.id)
        if up or after is not None:
            base = project.revision(place_key(saved.id))
            move_statement(desk.file, saved.id, section.id, after, base, desk.who)
        st.rerun(scope="app")
    if more:
        draw_statement_dialog(desk, draft, section, saved)


def draw_statement_clash(desk: Desk, section: SavedSection, statement_id: str, clash: Clash) -> None:
    """Draw both versions of a statement; besides choosing one, a person can keep both, one behind the other."""
    key = key_of(desk.file.id, statement_id)
    draw_clash(
        key, clash, partial(_save, desk, statement_id), desk.words, partial(_keep_both, desk, section, statement_id)
    )


def draw_closing_dialog(desk: Desk, bracket: str, alternatives: list[SavedStatement]) -> None:
    """Open the dialog that settles a bracket on one option."""
    words = desk.words

    @st.dialog(words("draft.close_title"), width="large")
    def dialog() -> None:
        with told_plainly(words):
            texts = {one.statement.option: one.statement.text for one in alternatives}
            option = st.radio(
                words("draft.close_on"),
                [*sorted(texts), *([] if 0 in texts else [0])],
                format_func=lambda number: option_in_words(number, texts, words),
            )
            why = st.text_input(words("draft.why"))
            if st.button(words("draft.close"), type="primary"):
                seen = as_seen(desk, [one.id for one in alternatives])
                close_bracket(desk.file, bracket, option, seen, desk.who, why.strip())
                st.rerun()

    dialog()


def option_in_words(number: int, texts: dict[int, str], words: Words) -> str:
    """An option of a bracket by its number and first words."""
    if number in texts and number:
        return f"{number}. {plain(shortened(texts[number], OPTION_LETTERS))}"
    return words("draft.close_on_none")


def draw_closed(desk: Desk, closings: tuple[BracketClosing, ...]) -> None:
    """Draw the brackets that were closed, who did so, when, why and on what, each to be opened again."""
    words = desk.words
    for number, closing in enumerate(reversed(closings)):
        texts = {one.statement.option: one.statement.text for one in closing.texts}
        told = words("draft.closed_by", who=closing.who, when=when_in_words(closing.when, words))
        with st.container(border=True):
            st.markdown(f"**{option_in_words(closing.option, texts, words)}**")
            st.caption(plain(f"{told} {closing.why}"))
            if st.button(words("draft.reopen"), key=f"reopen-{number}-{closing.bracket}", icon=":material/lock_open:"):
                base = desk.project.revision(thing_key(Kind.BRACKET, closing.bracket))
                reopen_bracket(desk.file, closing.bracket, base, desk.who, "")
                st.rerun()


@st.fragment(run_every=EVERY_SECONDS)
def watch(desk: Desk, language: str, section_id: str, shown: tuple[tuple[str, int], ...]) -> None:
    """Draw the page anew when another window changed the section that is shown."""
    with told_plainly(desk.words):
        draft = project_now(desk.file).draft_in(language)
        section = next((one for one in draft.sections if one.id == section_id), None) if draft else None
        own = [answer_to(key_of(desk.file.id, name)).revision for name, _ in shown]
        if section is None or changed_elsewhere(section, shown, own):
            st.rerun(scope="app")


def as_seen(desk: Desk, statement_ids: Iterable[str]) -> Project:
    """The project as this window shows it: as it was drawn, with what was typed here since."""
    answers = {name: answer_to(key_of(desk.file.id, name)) for name in statement_ids}
    own = {statement_key(name): one.revision for name, one in answers.items() if one.outcome is Outcome.SAVED}
    newer = {key: max(revision, desk.project.revision(key)) for key, revision in own.items()}
    return replace(desk.project, revisions={**desk.project.revisions, **newer})


def key_of(project_id: str, statement_id: str) -> str:
    """The key of a statement's live field."""
    return f"text-{project_id}-{statement_id}"


def _save(desk: Desk, statement_id: str, text: str, base: int) -> int:
    return save_text(desk.file, statement_id, text, base, desk.who)


def _keep_both(desk: Desk, section: SavedSection, statement_id: str, text: str) -> None:
    insert_statement(desk.file, section.id, statement_id, Statement(text), desk.who)

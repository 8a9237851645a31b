"""The draft page: the text statement by statement, saved as it is typed, with the sources beside each."""

import streamlit as st

from drafting.export.markdown import as_markdown
from drafting.projects.values import SavedDraft, SavedSection
from ui.choosing import choose
from ui.components import plain
from ui.desk import Desk, open_desk, told_plainly
from ui.draft_components import draw_closed, draw_section, watch
from ui.draft_tools import draw_check, draw_comparison, draw_fresh, draw_section_tools, draw_writing
from ui.position_components import draw_position_style
from ui.position_work import drafting_languages
from ui.project_components import draw_undoing
from ui.resources import grounded_throughout
from ui.state import DRAFT_LANGUAGE, SECTION, interface_words, remember, remembered
from ui.vocabulary import Words


def draw() -> None:
    """Draw the page: the language, then its draft, or the button that writes one."""
    words = interface_words()
    st.title(words("draft.title"))
    draw_position_style()
    with told_plainly(words):
        desk = open_desk(words)
        if desk is None:
            return
        language = choose_language(desk)
        draft = desk.project.draft_in(language)
        if draft is None:
            draw_writing(desk, language)
        else:
            draw_draft(desk, draft)


def choose_language(desk: Desk) -> str:
    """The language of the draft."""
    languages = drafting_languages(desk.project.header)
    asked = remembered(DRAFT_LANGUAGE)
    chosen = st.segmented_control(
        desk.words("draft.language"),
        languages,
        default=asked if asked in languages else languages[0],
        required=True,
        format_func=lambda code: desk.words(f"language.{code}"),
        key=f"draft-language-{desk.file.id}",
    )
    remember({DRAFT_LANGUAGE: chosen or languages[0]})
    return chosen or languages[0]


def draw_draft(desk: Desk, draft: SavedDraft) -> None:
    """Draw one section of the draft to work on, or the whole of it to read; then what is done with the whole."""
    words = desk.words
    st.subheader(plain(draft.head.title))
    with st.container(horizontal=True, vertical_alignment="center"):
        draw_undoing(desk.file, desk.who, words)
        whole = st.toggle(words("draft.whole"), key=f"whole-{desk.file.id}")
    if whole:
        with st.container(border=True, key="whole-text"):
            st.markdown(as_markdown(grounded_throughout(desk.session, draft.draft), with_private=True))
    else:
        section = choose_section(draft, words)
        if section is not None:
            draw_section_tools(desk, draft, section)
            if section.head.private:
                st.caption(f":material/lock: {words('private.hint')}")
            draw_section(desk, draft, section)
            shown = tuple((one.id, one.revision) for one in section.statements)
            watch(desk, draft.head.language, section.id, shown)
    draw_whole(desk, draft)


def choose_section(draft: SavedDraft, words: Words) -> SavedSection | None:
    """The section to work on."""
    sections = {one.id: one for one in draft.sections}
    if not sections:
        return None
    ids = list(sections)
    chosen = choose(
        st.selectbox,
        words("draft.section"),
        ids,
        remembered(SECTION),
        key=f"section-{draft.head.language}",
        named=lambda name: section_in_words(ids.index(name) + 1, sections[name], words),
    )
    remember({SECTION: chosen})
    return sections[chosen]


def section_in_words(number: int, section: SavedSection, words: Words) -> str:
    """A section by its number, heading and size."""
    lock = " 🔒" if section.head.private else ""
    return f"{number}. {section.head.heading or '–'} ({len(section.statements)}){lock}"


def draw_whole(desk: Desk, draft: SavedDraft) -> None:
    """Draw what is done with the draft as a whole."""
    words = desk.words
    for name, icon in (("gaps", "help"), ("warnings", "warning")):
        told = draft.head.gaps if name == "gaps" else draft.head.warnings
        if told:
            with st.expander(words(f"draft.{name}", count=len(told)), icon=f":material/{icon}:"):
                st.markdown("\n".join(f"- {plain(one)}" for one in told))
    if desk.project.closings:
        with st.expander(words("draft.closed", count=len(desk.project.closings)), icon=":material/task_alt:"):
            draw_closed(desk, desk.project.closings)
    with st.expander(words("draft.check_title"), icon=":material/fact_check:"):
        draw_check(desk, draft)
    with st.expander(words("draft.fresh"), icon=":material/edit_document:"):
        draw_fresh(desk, draft)
    with st.expander(words("draft.compare_title"), icon=":material/compare_arrows:"):
        draw_comparison(desk, desk.project.drafts)


draw()

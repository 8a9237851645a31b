"""What is done with a draft as a whole: written, written anew beside what is there, checked, compared, sectioned."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from drafting.consistency import compare_versions
from drafting.draft import Draft
from drafting.projects.sections import change_section, insert_section, move_section, remove_section, write_draft
from drafting.projects.statements import insert_statement
from drafting.projects.things import Kind, place_key, thing_key
from drafting.projects.values import SavedDraft, SavedSection, SectionHead
from ui.components import plain
from ui.desk import Desk, kept, told_plainly
from ui.draft_components import as_seen
from ui.draft_views import Addition, additions, difference_rows, failures, paragraphs, sources_markup
from ui.position_work import fresh_draft
from ui.resources import grounded
from ui.state import fresh_of, offer_fresh


def draw_writing(desk: Desk, language: str) -> None:
    """Draw the button that writes the first draft of a language from the accepted evidence."""
    words = desk.words
    if not desk.project.tray:
        st.warning(words("draft.no_evidence"))
        st.page_link("ui/pages/evidence.py", label=words("page.evidence"), query_params=kept())
    st.info(words("draft.none"))
    if st.button(words("draft.write"), type="primary", icon=":material/edit_document:"):
        with st.spinner(words("draft.writing")):
            write_draft(desk.file, _written(desk, language), desk.project, desk.who)
        st.rerun()


def draw_fresh(desk: Desk, draft: SavedDraft) -> None:
    """Draw what a draft written now from the accepted evidence would add; what is there stays as it is."""
    words, language = desk.words, draft.head.language
    mark = f"{desk.file.id}-{language}"
    st.caption(words("draft.fresh_hint"))
    if st.button(words("draft.write_fresh"), icon=":material/edit_document:"):
        with st.spinner(words("draft.writing")):
            offer_fresh(mark, _written(desk, language))
    fresh = fresh_of(mark)
    if fresh is None:
        return
    found = additions(draft.draft, fresh)
    st.markdown(words("draft.fresh_found", count=len(found)))
    for one in found:
        draw_addition(desk, draft, one)
    with st.popover(words("draft.replace"), icon=":material/warning:"):
        st.markdown(words("draft.replace_hint"))
        if st.button(words("draft.replace_run")):
            ids = [one.id for section in draft.sections for one in section.statements]
            write_draft(desk.file, fresh, as_seen(desk, ids), desk.who)
            offer_fresh(mark, None)
            st.rerun()


def _written(desk: Desk, language: str) -> Draft:
    """A draft written now, its citations verified; what the check warns of is told anew whenever it is asked."""
    fresh = fresh_draft(desk.session, desk.project, language)
    return replace(grounded(desk.session, fresh), warnings=fresh.warnings)


def draw_addition(desk: Desk, draft: SavedDraft, one: Addition) -> None:
    """Draw one statement of a fresh draft with the button that takes it over under its heading."""
    words = desk.words
    with st.container(border=True):
        st.caption(plain(one.heading))
        text, sources = st.columns([3, 2])
        text.markdown(plain(one.statement.text))
        sources.html(sources_markup(one.statement, words))
        if st.button(words("draft.take_over"), key=f"addition-{one.number}", icon=":material/add:"):
            section = next((held for held in draft.sections if held.head.heading == one.heading), None)
            if section is None:
                after = draft.sections[-1].id if draft.sections else None
                head = SectionHead(one.heading, one.private)
                section_id, last = insert_section(desk.file, draft.head.language, after, head, desk.who), None
            else:
                section_id = section.id
                last = section.statements[-1].id if section.statements else None
            insert_statement(desk.file, section_id, last, one.statement, desk.who)
            st.rerun()


def draw_failures(checked: Draft, desk: Desk) -> int:
    """Draw what does not hold in a checked draft; gives how many statements that are."""
    words, found = desk.words, failures(checked)
    if not found:
        st.success(words("draft.all_hold"))
        return 0
    st.warning(words("draft.some_fail", count=len(found)))
    st.dataframe(
        [
            {
                words("draft.section"): one.heading,
                words("draft.statement"): one.text,
                words("draft.reason"): "; ".join(reason or words("draft.no_source") for reason in one.reasons),
            }
            for one in found
        ],
        hide_index=True,
    )
    return len(found)


def draw_check(desk: Desk, draft: SavedDraft) -> None:
    """Draw the button that checks the whole draft, and what it finds."""
    if st.button(desk.words("draft.check"), icon=":material/fact_check:"):
        checked = grounded(desk.session, draft.draft)
        draw_failures(checked, desk)
        for warning in checked.warnings:
            st.caption(f"⚠ {plain(warning)}")


def draw_comparison(desk: Desk, drafts: Sequence[SavedDraft]) -> None:
    """Draw what the English and the Russian draft do not have in common."""
    words = desk.words
    by_language = {one.head.language: paragraphs(one.draft) for one in drafts}
    if not {"en", "ru"} <= set(by_language):
        st.caption(words("draft.compare_needs_both"))
        return
    if st.button(words("draft.compare"), icon=":material/compare_arrows:"):
        found = compare_versions(by_language["en"], "en", by_language["ru"], "ru")
        if found:
            st.warning(words("draft.differences", count=len(found)))
            st.dataframe(difference_rows(found, words), hide_index=True)
        else:
            st.success(words("draft.no_difference"))


def draw_section_tools(desk: Desk, draft: SavedDraft, section: SavedSection) -> None:
    """Draw what is done with a section: its heading, its place, a new one behind it, its removal."""
    words = desk.words
    with st.popover(words("draft.section_tools"), icon=":material/toc:"), told_plainly(words):
        heading = st.text_input(words("draft.heading"), section.head.heading, key=f"heading-{section.id}")
        private = st.checkbox(words("draft.make_private"), section.head.private, key=f"private-{section.id}")
        head = SectionHead(heading.strip(), private)
        if st.button(words("tray.save"), key=f"save-{section.id}", type="primary") and head != section.head:
            base = desk.project.revision(thing_key(Kind.SECTION, section.id))
            change_section(desk.file, section.id, head, base, desk.who)
            st.rerun()
        ids = [one.id for one in draft.sections]
        place = ids.index(section.id)
        with st.container(horizontal=True):
            up = st.button(words("draft.up"), key=f"section-up-{section.id}", disabled=place == 0)
            down = st.button(words("draft.down"), key=f"section-down-{section.id}", disabled=place == len(ids) - 1)
            added = st.button(words("draft.add_section"), key=f"section-add-{section.id}")
            removed = st.button(words("draft.remove_section"), key=f"section-remove-{section.id}")
        if up or down:
            after = (ids[place - 2] if place >= 2 else None) if up else ids[place + 1]
            move_section(desk.file, section.id, after, desk.project.revision(place_key(section.id)), desk.who)
        if added:
            head = SectionHead(words("draft.new_section"))
            insert_section(desk.file, draft.head.language, section.id, head, desk.who)
        if removed:
            remove_section(desk.file, section.id, as_seen(desk, [one.id for one in section.statements]), desk.who)
        if up or down or added or removed:
            st.rerun()

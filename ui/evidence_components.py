"""How a passage is drawn and accepted as evidence, with the dialog that marks its words."""

import html
from dataclasses import replace

import streamlit as st

from corpus.paragraph import Paragraph, ParagraphRef
from drafting.accept import accept
from drafting.evidence import Evidence
from drafting.projects.tray import accept_evidence
from drafting.topics import Topic
from ui.components import plain
from ui.desk import Desk, told_plainly
from ui.evidence_views import SIGNS, EvidenceView, held_paragraph, issue_in_words, marked_quote, shortened
from ui.position_components import draw_position_style
from ui.vocabulary import Words

A_PAGE = 12
"""Passages drawn at a time."""


def draw_passage(view: EvidenceView, words: Words) -> None:
    """Draw a passage: whose, how, the words marked in their paragraph, and the way to the place."""
    sign = SIGNS.get(view.evidence.stance, "")
    whose = f"**{plain(view.whose)}** · " if view.whose else ""
    st.markdown(f"{whose}:blue-badge[{sign} {plain(view.stance)}] :gray-badge[{plain(view.issue)}]")
    st.html(view.quoted)
    if view.problem:
        st.warning(plain(view.problem))
    told = html.escape(" · ".join(view.told))
    link = f'<a href="{html.escape(view.link)}" target="_blank">{html.escape(shortened(view.place, 150))} ↗</a>'
    st.html(f'<p class="ortak-told">{told}<br>{link}</p>')


def draw_proposal(view: EvidenceView, desk: Desk, topic: Topic) -> None:
    """Draw a proposal with the buttons that accept it, as it stands or with other words."""
    one, words = view.evidence, desk.words
    with st.container(border=True, key=f"proposal-{one.id}"):
        draw_passage(view, words)
        with st.container(horizontal=True):
            accepted = st.button(words("tray.accept"), key=f"accept-{one.id}", type="primary", icon=":material/check:")
            if st.button(words("tray.accept_other"), key=f"other-{one.id}", icon=":material/edit:"):
                draw_accepting_dialog(desk, topic, one.ref, one.language, one.quote, one.issue)
    if accepted:
        put_in_tray(desk, one)
        st.rerun()


def put_in_tray(desk: Desk, one: Evidence) -> None:
    """Accept a passage into the project.

    Raises:
        ProjectRefused: the words do not stand in the paragraph.
        Conflict: it is there already.
    """
    paragraph = held_paragraph(desk.session.library, one.ref, one.language)
    accept_evidence(desk.file, one, paragraph.text if paragraph else "", desk.who)


def draw_accepting_dialog(
    desk: Desk, topic: Topic, ref: ParagraphRef, language: str, quote: str, issue: str = ""
) -> None:
    """Open the dialog in which a person marks the words relied on."""

    @st.dialog(desk.words("tray.accept_title"), width="large")
    def dialog() -> None:
        with told_plainly(desk.words):
            _draw_accepting(desk, topic, ref, language, quote, issue)

    dialog()


def _draw_accepting(desk: Desk, topic: Topic, ref: ParagraphRef, language: str, quote: str, issue: str) -> None:
    words = desk.words
    paragraph = held_paragraph(desk.session.library, ref, language)
    text = paragraph.text if paragraph else ""
    draw_position_style()
    st.caption(words("tray.accept_hint"))
    key = f"{ref.document}-{ref.label}-{issue}"
    given = st.text_area(words("tray.words"), quote, height=140, key=f"words-{key}").strip()
    st.html(
        marked_quote(text, given if given in text else "", language)
        if given in text
        else marked_quote(text, text, language)
    )
    fits = bool(given) and given in text
    if not fits:
        st.error(words("tray.not_there"))
    issues = [one.id for one in topic.issues]
    bearing = st.selectbox(
        words("tray.issue"),
        issues,
        issues.index(issue) if issue in issues else 0,
        format_func=lambda one: issue_in_words(topic, one, words),
        key=f"issue-{key}",
    )
    note = st.text_input(words("tray.note"), key=f"note-{key}")
    if st.button(words("tray.accept"), type="primary", key=f"accept-words-{key}", disabled=not fits):
        found = accept(
            desk.session.library,
            ref,
            language,
            given,
            issue=bearing,
            states=_states(paragraph, ref),
            told_in=words.language,
        )
        put_in_tray(desk, replace(found, note=note.strip()))
        st.rerun()


def _states(paragraph: Paragraph | None, ref: ParagraphRef) -> tuple[str, ...] | None:
    """The States whose position a passage shows: none for a note on an instrument, those of the paragraph otherwise."""
    return () if ref.document.startswith("registry:") else None


def draw_adding(desk: Desk, topic: Topic, paragraph: Paragraph) -> None:
    """Draw the button that takes a search result into the evidence of the open project."""
    key = f"{paragraph.ref.document}-{paragraph.ref.label}"
    if st.button(desk.words("tray.add"), key=f"add-{key}", icon=":material/add:"):
        draw_accepting_dialog(desk, topic, paragraph.ref, paragraph.language, paragraph.text)

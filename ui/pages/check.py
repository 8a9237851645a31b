"""The check page: a text is given, its references are compared with the record, corrections are taken away."""

import hashlib
import json

import streamlit as st

from corpus.errors import OrtakError
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.readers.plain import read_bytes
from indexer.detect import detect_language
from references.findings import CheckReport
from references.report import corrected_text, report_csv, report_fields, used
from ui.check_components import draw_accepting, draw_downloads, draw_findings, draw_mentions, draw_status_filter
from ui.check_views import counts, finding_rows, marked_text, mention_views, proposal_labels, slip_rows
from ui.resources import checked, session_with_index
from ui.state import (
    CHECK_ACCEPTED,
    CHECK_FILE,
    CHECK_LANGUAGE,
    CHECK_MARKED,
    CHECK_SOURCE,
    CHECK_TEXT,
    forget_upload,
    interface_words,
    keep_upload,
    kept_upload,
)
from ui.told import error_in_words
from ui.vocabulary import Words

DETECTED_ON = 2000
LONG_TEXT = 20_000
"""A text of more characters than this opens with its marked lines only."""


def draw() -> None:
    """Draw the page: the text and its language, then everything that was found."""
    words = interface_words()
    st.title(words("check.title"))
    try:
        session = session_with_index(words)
        text = choose_text(words)
        choose, check = st.columns([1, 3], vertical_alignment="bottom")
        with choose:
            chosen = choose_language(words)
        asked = check.button(words("check.run"), type="primary", icon=":material/fact_check:")
        if not text.strip() and not asked:
            st.info(words("check.hint"))
            return
        language = chosen or detect_language(text[:DETECTED_ON], lambda sample, code: 0.0)
        report = checked(session, text, language)
        draw_report(session.library, text, report, words)
    except OrtakError as error:
        st.error(error_in_words(error, words))


def choose_text(words: Words) -> str:
    """The text pasted, or that of the file given."""
    sources = ("paste", "upload")
    source = st.radio(
        words("check.text"),
        sources,
        format_func=lambda name: words(f"check.{name}"),
        horizontal=True,
        label_visibility="collapsed",
        key=CHECK_SOURCE,
        persist_state="session",
    )
    if source == "paste":
        return st.text_area(
            words("check.text"),
            height=180,
            placeholder=words("check.placeholder"),
            key=CHECK_TEXT,
            persist_state="session",
        )
    given = st.file_uploader(words("check.file"), key=CHECK_FILE, on_change=forget_upload)
    if given is not None and kept_upload() is None:
        keep_upload(given.name, read_bytes(given.getvalue(), given.name))
    kept = kept_upload()
    if kept is None:
        return ""
    name, text = kept
    if given is None:
        st.caption(words("check.kept_file", name=name))
        st.button(words("check.forget_file"), on_click=forget_upload)
    return text


def choose_language(words: Words) -> str:
    """The language the person names, or an empty text where it is to be detected."""
    return st.selectbox(
        words("check.language"),
        ("", *LANGUAGES),
        format_func=lambda code: words(f"language.{code}") if code else words("check.detect"),
        key=CHECK_LANGUAGE,
        persist_state="session",
    )


def draw_report(library: Library, text: str, report: CheckReport, words: Words) -> None:
    """Draw the marked text, the findings with their evidence, the proposed wordings, and what can be taken away."""
    found = counts(report)
    st.caption(words("check.read_as", language=words(f"language.{report.language}")))
    st.markdown(
        words("check.result", mentions=len(report.mentions), findings=sum(found.values()), slips=len(report.lint))
    )
    st.subheader(words("check.marked"))
    marked_only = st.toggle(
        words("check.marked_only"), len(text) > LONG_TEXT, key=CHECK_MARKED, persist_state="session"
    )
    st.html(marked_text(text, report, words, marked_only))
    st.subheader(words("check.findings"))
    if found:
        shown = draw_status_filter(found, words)
        views = mention_views(library, report, words, shown)
        draw_findings(finding_rows(views, words, shown), words)
        st.caption(words("check.caution"))
        draw_mentions(views, words)
    else:
        st.info(words("check.nothing"))
    if report.lint:
        st.subheader(words("check.slips"))
        st.dataframe(slip_rows(text, report, words), hide_index=True)
    draw_results(text, report, words)


def draw_results(text: str, report: CheckReport, words: Words) -> None:
    """Draw the proposed wordings, and the buttons that save the report and the corrected text."""
    labels = proposal_labels(text, report)
    mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]  # ticks belong to one text
    accepted = draw_accepting(labels, f"{CHECK_ACCEPTED}-{mark}", words) if labels else frozenset()
    fields = json.dumps(report_fields(report), ensure_ascii=False, indent=2)
    st.subheader(words("check.take_away"))
    with st.container(horizontal=True):
        draw_downloads(report, text, report_csv(report), fields, words)
        if labels:
            label = words("check.corrected", accepted=len(used(report, accepted)), offered=len(labels))
            corrected = corrected_text(text, report, accepted)
            st.download_button(label, corrected, "corrected.txt", "text/plain", on_click="ignore")


draw()

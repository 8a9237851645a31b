"""How the check of a text is drawn; knows Streamlit, decides nothing."""

import hashlib
import io
import json
from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.readers.plain import read_bytes
from references.findings import CheckReport, Status
from references.report import corrected_text, report_csv, report_fields, used
from ui.check_report import write_check_report
from ui.check_views import (
    FindingView,
    MentionView,
    counts,
    finding_rows,
    marked_text,
    mention_views,
    proposal_labels,
    slip_rows,
    status_in_words,
)
from ui.components import DOCX, plain
from ui.state import (
    CHECK_ACCEPTED,
    CHECK_FILE,
    CHECK_LANGUAGE,
    CHECK_MARKED,
    CHECK_PAGE,
    CHECK_SHOWN,
    CHECK_SOURCE,
    CHECK_TEXT,
    DOCUMENT,
    INTERFACE,
    LABEL,
    forget_upload,
    keep_upload,
    kept_upload,
)
from ui.vocabulary import Words

MENTIONS_A_PAGE = 25
BOXES_SHOWN, BOXES_HEIGHT = 12, 480
"""More boxes than these are scrolled in a frame of this many pixels."""
LONG_TEXT = 20_000
"""A text of more characters than this opens with its marked lines only."""


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


def draw_status_filter(found: Mapping[Status, int], words: Words) -> list[Status]:
    """Draw the statuses with their counts, and give back those to be shown; none means all."""
    return st.pills(
        words("check.show"),
        list(found),
        selection_mode="multi",
        format_func=lambda status: f"{status_in_words(status, words)} · {found[status]}",
        key=CHECK_SHOWN,
        persist_state="session",
    )


def draw_findings(rows: Sequence[Mapping[str, str]], words: Words) -> None:
    """Draw the findings as a table, columns as wide as what they hold needs."""
    widths = {"number": 45, "status": 165, "reference": 190, "found": 140, "expected": 190, "confidence": 90}
    columns = {words(f"check.{name}"): st.column_config.Column(width=width) for name, width in widths.items()}
    st.dataframe(rows, hide_index=True, column_config=columns)


def draw_mentions(views: Sequence[MentionView], words: Words) -> None:
    """Draw what the findings rest on, a page of references at a time, each to be opened."""
    st.subheader(words("check.evidence"))
    pages = max(1, -(-len(views) // MENTIONS_A_PAGE))
    page = st.pagination(pages, key=CHECK_PAGE) if pages > 1 else 1
    for view in views[(page - 1) * MENTIONS_A_PAGE : page * MENTIONS_A_PAGE]:
        with st.expander(plain(view.title)):
            draw_evidence(view, words)


def draw_evidence(view: MentionView, words: Words) -> None:
    """Draw the findings on one reference, then the registry's note and the way to it."""
    for finding in view.findings:
        st.markdown(f"**{plain(finding.title)}** — {plain(finding.because)}")
        st.markdown("\n".join(_told(finding, words)))
        st.caption(f"{words('check.source')}: {plain(' ; '.join(finding.sources))}")
    if not view.document:
        st.caption(words("check.no_entry"))
        return
    if view.note:
        st.markdown(f"**{words('check.note')}**  \n{plain(view.note)}")
        st.caption(plain(view.note_rests_on))
    target = {DOCUMENT: view.document, LABEL: view.label, INTERFACE: words.language}
    st.page_link("ui/pages/reader.py", label=words("check.open"), icon=":material/menu_book:", query_params=target)


def _told(finding: FindingView, words: Words) -> Collection[str]:
    """What the text says, what the record says, how far that can be relied on, and what to write instead."""
    told = (
        (words("check.found"), finding.found),
        (words("check.expected"), finding.expected),
        (words("check.confidence"), finding.confidence),
        (words("check.proposal"), finding.proposal),
    )
    return [f"- {name}: {plain(value)}" for name, value in told if value]


def draw_accepting(labels: Sequence[str], key: str, words: Words) -> frozenset[int]:
    """Draw a box for each proposed wording, and give back the numbers of those accepted."""
    st.subheader(words("check.proposals"))
    st.caption(words("check.proposals_hint"))
    if len(labels) > 1 and st.checkbox(words("check.accept_all"), key=f"{key}-all", persist_state="session"):
        st.markdown("\n".join(f"- ✓ {plain(label)}" for label in labels))
        return frozenset(range(len(labels)))
    with st.container(height=BOXES_HEIGHT if len(labels) > BOXES_SHOWN else "content", border=False):
        ticked = [
            st.checkbox(plain(label), key=f"{key}-{number}", persist_state="session")
            for number, label in enumerate(labels)
        ]
    return frozenset(number for number, tick in enumerate(ticked) if tick)


def draw_downloads(report: CheckReport, text: str, table: str, fields: str, words: Words) -> None:
    """Draw the buttons that save the report; the Word file is written when it is asked for."""
    st.download_button(
        words("check.report"), lambda: _word_file(report, text, words), "ortak-check.docx", DOCX, on_click="ignore"
    )
    st.download_button(
        words("check.table"), table.encode("utf-8-sig"), "ortak-check.csv", "text/csv", on_click="ignore"
    )
    st.download_button(words("check.fields"), fields, "ortak-check.json", "application/json", on_click="ignore")


def _word_file(report: CheckReport, text: str, words: Words) -> bytes:
    written = io.BytesIO()
    write_check_report(report, text, written, words)
    return written.getvalue()

"""How the findings on a text are drawn; knows Streamlit, decides nothing."""

import io
from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from references.findings import CheckReport, Status
from ui.check_report import write_check_report
from ui.check_views import FindingView, MentionView, status_in_words
from ui.components import DOCX, plain
from ui.state import CHECK_PAGE, CHECK_SHOWN, DOCUMENT, INTERFACE, LABEL
from ui.vocabulary import Words

MENTIONS_A_PAGE = 25
BOXES_SHOWN, BOXES_HEIGHT = 12, 480
"""More boxes than these are scrolled in a frame of this many pixels."""


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

"""How the files that come into the library are drawn; knows Streamlit, decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from corpus.errors import LibraryDamaged
from references.adding import Choices, Outcome
from ui.components import plain
from ui.library_changes import QueuedFile, is_exported_library, open_intake
from ui.library_components import ICONS, draw_choices, draw_opening, draw_report
from ui.library_views import FileReport, counted, file_report, headline, refusal
from ui.resources import held_library
from ui.state import (
    LIBRARY_FILES,
    LIBRARY_PAGE,
    file_reports,
    forget_queue,
    forget_reports,
    keep_queue,
    keep_report,
    queued,
)
from ui.vocabulary import Words

TYPES = ("pdf", "docx", "docm", "odt", "html", "htm", "md", "markdown", "txt", "zip")
REPORTS_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Given:
    """Files that a person gave in one go, with what was said of them."""

    files: tuple[tuple[str, bytes], ...]
    choices: Choices


def draw_adding(words: Words) -> Given | None:
    """Draw the box to drop files into, with the choices; gives the files once they are sent."""
    with st.form("library-add", clear_on_submit=True):
        files = st.file_uploader(words("library.drop"), TYPES, accept_multiple_files=True, key=LIBRARY_FILES)
        with st.expander(words("library.choices")):
            st.caption(words("library.choices_hint"))
            choices = draw_choices("add", Choices(), words)
        sent = st.form_submit_button(words("library.run"), type="primary", icon=":material/library_add:")
    return Given(tuple((one.name, one.getvalue()) for one in files), choices) if sent else None


def draw_intake(words: Words) -> None:
    """Take files in and let them wait to be read."""
    given = draw_adding(words)
    if given is None:
        return
    if not given.files:
        st.warning(words("library.none_given"))
    libraries = [name for name, content in given.files if is_exported_library(content)]
    for name in libraries:
        st.warning(words("library.is_library", name=name))
    new = [QueuedFile(name, content, given.choices) for name, content in given.files if name not in libraries]
    keep_queue([*queued(), *new])


def read_queue(words: Words) -> None:
    """Read the files that wait, one after another; each is in the library before the next is begun."""
    total = len(queued())
    if not total:
        return
    place = st.empty()
    with place.container(border=True), open_intake(held_library()) as intake:
        bar = st.progress(0.0)
        st.button(words("library.stop"), on_click=forget_queue, key="stop-reading")
        try:
            while queued():
                number, first = total - len(queued()), queued()[0]
                bar.progress(number / total, words("library.reading", name=first.name, number=number + 1, total=total))
                for added in intake.add_content(first.content, first.name, first.choices):
                    keep_report(file_report(added))
                    draw_headline(file_report(added), words)
                keep_queue(queued()[1:])
        except LibraryDamaged:
            forget_queue()
            raise
    place.empty()


def draw_results(words: Words) -> None:
    """Show what became of the files of this visit."""
    reports = file_reports()
    if reports:
        st.subheader(words("library.results"))
        st.markdown(words("library.done", **counted(reports)))
        draw_reports(reports, words)
        st.button(words("library.forget"), on_click=forget_reports, key="forget-reports")


def draw_reports(reports: Sequence[FileReport], words: Words) -> None:
    """Draw what became of the files, a page of them at a time; refusals are open."""
    pages = -(-len(reports) // REPORTS_A_PAGE)
    page = st.pagination(pages, key=LIBRARY_PAGE) if pages > 1 else 1
    for report in reports[(page - 1) * REPORTS_A_PAGE : page * REPORTS_A_PAGE]:
        refused = report.outcome is Outcome.REFUSED
        with st.expander(plain(headline(report, words)), expanded=refused, icon=ICONS[report.outcome]):
            if refused:
                st.markdown(f"**{words('library.why_refused')}.** {plain(refusal(report, words))}")
                continue
            draw_report(report, words)
            draw_opening(report.id, report.language, words)


def draw_headline(report: FileReport, words: Words) -> None:
    """Draw one line on a file that has just been read."""
    st.markdown(f"{ICONS[report.outcome]} {plain(headline(report, words))}")

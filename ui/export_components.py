"""How export is drawn: the files to take away, the changes over a base text, and a colleague's file coming back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import streamlit as st

from drafting.draft import Draft, Statement
from drafting.export.amended import amended
from drafting.export.docx import write_docx
from drafting.export.markdown import as_markdown
from drafting.export.sources import bibtex, csl_json
from drafting.export.tracked import rejected, write_tracked
from drafting.export.tracked_reader import read_proposals
from drafting.projects.statements import change_statement, insert_statement, remove_statement
from drafting.projects.values import SavedDraft
from ui.components import DOCX, plain
from ui.desk import Desk
from ui.evidence_views import shortened
from ui.proposal_views import ProposalView, last_of_new, proposal_views
from ui.source_list import sources_of
from ui.state import TAKEN_OVER, is_marked, set_mark


def draw_files(desk: Desk, checked: Draft, with_private: bool) -> None:
    """Draw the buttons that save the draft and its sources; each file is written when it is asked for."""
    words, stem = desk.words, f"{desk.file.id}-{checked.language}"
    library = desk.session.library
    files: tuple[tuple[str, Callable[[], bytes], str, str, str], ...] = (
        ("word", lambda: word_file(checked, with_private), f"{stem}.docx", DOCX, "description"),
        (
            "markdown",
            lambda: as_markdown(checked, with_private=with_private).encode(),
            f"{stem}.md",
            "text/markdown",
            "notes",
        ),
        (
            "bibtex",
            lambda: bibtex(sources_of(checked, library, with_private)).encode(),
            f"{stem}.bib",
            "application/x-bibtex",
            "menu_book",
        ),
        (
            "csl",
            lambda: csl_json(sources_of(checked, library, with_private)).encode(),
            f"{stem}-sources.json",
            "application/json",
            "data_object",
        ),
    )
    with st.container(horizontal=True):
        for name, written, file_name, mime, icon in files:
            st.download_button(
                words(f"export.{name}"), written, file_name, mime, on_click="ignore", icon=f":material/{icon}:"
            )


def word_file(draft: Draft, with_private: bool) -> bytes:
    """The draft as a Word file."""
    stream = BytesIO()
    write_docx(draft, stream, with_private=with_private, created=datetime.now(UTC))
    return stream.getvalue()


def draw_tracked(desk: Desk, checked: Draft) -> None:
    """Draw the upload of a base text, and the file with the draft as tracked changes over it."""
    words = desk.words
    st.caption(words("export.tracked_hint"))
    given = st.file_uploader(words("export.base"), type=["docx"], key=f"base-{desk.file.id}")
    if given is None:
        return
    base = given.getvalue()
    stream = BytesIO()
    counts = write_tracked(base, amended(rejected(base), checked), stream, author=desk.who, on=datetime.now(UTC))
    st.markdown(
        words("export.tracked_counts", inserted=counts.inserted, changed=counts.changed, unchanged=counts.unchanged)
    )
    st.download_button(
        words("export.tracked"),
        stream.getvalue(),
        f"{desk.file.id}-{checked.language}-tracked.docx",
        DOCX,
        on_click="ignore",
        icon=":material/difference:",
    )


def draw_proposals(desk: Desk, draft: SavedDraft) -> None:
    """Draw the upload of a colleague's tracked file, and what it proposes, to be taken over one by one."""
    words = desk.words
    st.caption(words("export.import_hint"))
    given = st.file_uploader(words("export.colleague"), type=["docx"], key=f"colleague-{desk.file.id}")
    if given is None:
        return
    content = given.getvalue()
    views = proposal_views(read_proposals(content), rejected(content), draft)
    if not views:
        st.info(words("export.no_proposals"))
    for view in views:
        with st.container(border=True, key=f"proposal-{view.number}"):
            draw_proposal(desk, draft, view, views, f"{given.name}-{view.number}-{view.after}")


def draw_proposal(desk: Desk, draft: SavedDraft, view: ProposalView, views: Sequence[ProposalView], mark: str) -> None:
    """Draw one proposal: before and after, whose, the statement it goes to, and the button that takes it over."""
    words = desk.words
    st.caption(plain(" · ".join(part for part in (view.authors, view.dates) if part)))
    before, after = st.columns(2)
    before.caption(words("history.before"))
    before.markdown(f"~~{plain(view.before)}~~" if view.before and view.before != view.after else plain(view.before))
    after.caption(words("history.after"))
    after.markdown(plain(view.after) if view.after else f"*{words('live.removed')}*")
    for comment in view.comments:
        st.markdown(f":material/comment: {plain(comment)}")
    if is_marked(TAKEN_OVER, mark):
        st.success(words("export.taken_over"))
        return
    held = {one.id: one for section in draft.sections for one in section.statements}
    targets = ["", *held]
    target = st.selectbox(
        words("export.goes_to"),
        targets,
        targets.index(view.statement) if view.statement in targets else 0,
        format_func=lambda name: shortened(held[name].statement.text) if name else words("export.as_new"),
        key=f"target-{mark}",
    )
    nothing_to_do = not view.after.strip() and not target
    if st.button(words("draft.take_over"), key=f"take-{mark}", disabled=nothing_to_do):
        take_over(desk, draft, target, view, views)
        set_mark(TAKEN_OVER, mark)
        st.rerun()


def take_over(desk: Desk, draft: SavedDraft, target: str, view: ProposalView, views: Sequence[ProposalView]) -> None:
    """Put the words of a proposal into the draft, or take a statement out; the history says whose proposal it was.

    Raises:
        Conflict: somebody else changed the statement meanwhile.
    """
    why = desk.words("export.from_file", authors=view.authors or desk.words("positions.somebody"))
    held = {one.id: (section, one) for section in draft.sections for one in section.statements}
    if target:
        _, one = held[target]
        text = view.text if target == view.statement else view.after.strip()
        if text:
            change_statement(desk.file, one.id, replace(one.statement, text=text), one.revision, desk.who, why)
        else:
            remove_statement(desk.file, one.id, one.revision, desk.who, why)
    elif draft.sections:
        section = held[view.behind][0] if view.behind in held else draft.sections[-1]
        last = last_of_new(section, view, views)
        insert_statement(desk.file, section.id, last, Statement(view.after.strip()), desk.who, why)

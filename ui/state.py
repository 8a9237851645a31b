"""What a page remembers: shareable choices in the address, as text, refused if wrong."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from corpus.language import LANGUAGES
from drafting.draft import Draft
from indexer.query import Filters, kind_named
from ui.library_changes import AskedText, QueuedFile
from ui.library_views import FileReport, merged
from ui.live_text import Answer, Typed, typed_of
from ui.vocabulary import DEFAULT, Words, interface_languages, words_in

if TYPE_CHECKING:
    from ui.asking import Asking

INTERFACE = "ui"
QUERY = "q"
DOCUMENT = "document"
LEFT, RIGHT = "left", "right"
LABEL = "label"
READER_PART, ORIGINAL_PAGE = "reader-part", "original-page"
LIBRARY_FILES, LIBRARY_FILTER, LIBRARY_TABLE, LIBRARY_PAGE = (
    "library-files",
    "library-filter",
    "library-table",
    "library-page",
)
QUEUE, REPORTS, ASKED_TEXTS = "library-queue", "library-reports", "asked-texts"
"""Keys of the library page: files that wait to be read, what became of the others, and the official texts asked for."""
PROJECT, PERSON = "project", "by"
CELL_ISSUE, CELL_HOLDER, SECTION, DRAFT_LANGUAGE = "issue", "holder", "section", "draft"
GATHERED, WRITTEN, ANSWERS, TAKEN_OVER, ASKED = "gathered", "fresh-draft", "answers", "taken-over", "asked-model"
"""Keys of the pages on positions: what was gathered or written for whom, what every live field was answered, and what a
model was asked about which place."""
CHECK_SOURCE, CHECK_TEXT, CHECK_FILE, CHECK_LANGUAGE = "check-source", "check-text", "check-file", "check-language"
CHECK_SHOWN, CHECK_MARKED, CHECK_ACCEPTED, CHECK_PAGE = "check-shown", "check-marked", "check-accepted", "check-page"
"""Keys of the check page. A text is too long and too private for an address: it stays in the session."""


def interface_words() -> Words:
    """The words in the language that the address names, or that was chosen in this visit; English otherwise."""
    return words_in(lasting(INTERFACE) or DEFAULT)


def choose_interface() -> None:
    """Draw the choice of the interface language and keep it in the address."""
    languages = interface_languages()
    current = interface_words()
    chosen = st.sidebar.selectbox(
        current("app.interface_language"),
        languages,
        index=languages.index(current.language),
        format_func=lambda code: words_in(code)("language_name"),
    )
    if chosen != current.language:
        keep_lasting(INTERFACE, chosen)
        st.rerun()


def remembered(key: str) -> str:
    """A choice kept in the address, or an empty text."""
    return str(st.query_params.get(key, ""))


def lasting(key: str) -> str:
    """A choice that outlives a refresh and the way to another page: from the address, else from this visit."""
    chosen = remembered(key) or str(st.session_state.get(f"lasting-{key}", ""))
    keep_lasting(key, chosen)
    return chosen


def keep_lasting(key: str, chosen: str) -> None:
    """Keep a choice in the address and for this visit."""
    if remembered(key) != chosen:
        remember({key: chosen})
    st.session_state[f"lasting-{key}"] = chosen


def remember(choices: Mapping[str, str]) -> None:
    """Keep choices in the address; an empty one is taken out."""
    for key, value in choices.items():
        if value:
            st.query_params[key] = value
        elif key in st.query_params:
            del st.query_params[key]


def follow(key: str, asked: object, options: Sequence[object] = ()) -> None:
    """Let a widget show what the address asks for, once; and where it shows none of its options."""
    impossible = bool(options) and st.session_state.get(key) not in options
    if key not in st.session_state or impossible or st.session_state.get(f"{key}-asked") != asked:
        st.session_state[key] = asked


def noted(key: str, chosen: object) -> None:
    """Note that the address will ask for what was chosen in the widget itself."""
    st.session_state[f"{key}-asked"] = chosen


def remembered_filters() -> Filters:
    """The filters in the address; wrong ones are left out.

    Raises:
        NotHeld: the address names a kind of text that does not exist.
    """
    year = remembered("year")
    language = remembered("lang")
    return Filters(
        document=remembered("in"),
        kind=kind_named(remembered("kind")),
        state=remembered("state"),
        language=language if language in LANGUAGES else "",
        body=remembered("body"),
        year=int(year) if year.isdigit() else 0,
        topic=remembered("topic"),
    )


def remember_filters(filters: Filters) -> None:
    """Keep the filters in the address."""
    remember(
        {
            "in": filters.document,
            "kind": str(filters.kind) if filters.kind else "",
            "state": filters.state,
            "lang": filters.language,
            "body": filters.body,
            "year": str(filters.year) if filters.year else "",
            "topic": filters.topic,
        }
    )


def keep_upload(name: str, text: str) -> None:
    """Keep the text of an uploaded file: the upload itself is forgotten when its page is left."""
    st.session_state["upload"] = (name, text)


def kept_upload() -> tuple[str, str] | None:
    """The name and text of the file uploaded last, until it is taken away."""
    kept: tuple[str, str] | None = st.session_state.get("upload")
    return kept


def forget_upload() -> None:
    """Forget the file uploaded last."""
    st.session_state.pop("upload", None)


def queued() -> tuple[QueuedFile, ...]:
    """The files that wait to be read; they stay until each is done, whatever page is open meanwhile."""
    waiting: tuple[QueuedFile, ...] = st.session_state.get(QUEUE, ())
    return waiting


def keep_queue(waiting: Sequence[QueuedFile]) -> None:
    """Keep the files that wait to be read."""
    st.session_state[QUEUE] = tuple(waiting)


def forget_queue() -> None:
    """Let the files that wait go; what was read stays."""
    st.session_state.pop(QUEUE, None)


def file_reports() -> tuple[FileReport, ...]:
    """What became of the files of this visit, the latest first."""
    reports: tuple[FileReport, ...] = st.session_state.get(REPORTS, ())
    return reports


def keep_report(report: FileReport) -> None:
    """Keep what became of a file."""
    st.session_state[REPORTS] = merged(file_reports(), report)


def forget_reports() -> None:
    """Forget what became of the files; the files themselves stay in the library."""
    st.session_state.pop(REPORTS, None)


def asked_texts() -> tuple[AskedText, ...]:
    """The official texts asked for in this visit, and what came of each."""
    asked: tuple[AskedText, ...] = st.session_state.get(ASKED_TEXTS, ())
    return asked


def keep_asked_text(asked: AskedText) -> None:
    """Keep what came of asking for an official text."""
    others = [one for one in asked_texts() if (one.symbol, one.language) != (asked.symbol, asked.language)]
    st.session_state[ASKED_TEXTS] = (asked, *others)


def forget_asked_texts() -> None:
    """Forget what was asked for; the texts that came stay in the library."""
    st.session_state.pop(ASKED_TEXTS, None)


def typed_in(key: str) -> Typed | None:
    """What a live field sent last."""
    held = st.session_state.get(key)
    sent = held.get("typed") if held is not None else None
    return typed_of(dict(sent)) if sent else None


def answer_to(key: str) -> Answer:
    """What a live field was answered last."""
    answers: dict[str, Answer] = st.session_state.get(ANSWERS, {})
    return answers.get(key, Answer())


def keep_answer(key: str, answer: Answer) -> None:
    """Keep what a live field is to be answered."""
    st.session_state[ANSWERS] = {**st.session_state.get(ANSWERS, {}), key: answer}


def is_marked(key: str, mark: str) -> bool:
    """Whether a person asked for something in this visit: to gather for a project, to write it anew."""
    return mark in st.session_state.get(key, frozenset())


def set_mark(key: str, mark: str, asked: bool = True) -> None:
    """Keep that a person asked for something, or no longer does."""
    marks: frozenset[str] = st.session_state.get(key, frozenset())
    st.session_state[key] = marks | {mark} if asked else marks - {mark}


def is_new(key: str, seen: tuple[str, ...]) -> bool:
    """Whether something differs from what was there before; from now on it is what was there before."""
    before = st.session_state.get(f"seen-{key}")
    st.session_state[f"seen-{key}"] = seen
    return bool(before != seen)


def fresh_of(mark: str) -> Draft | None:
    """The fresh draft that is being offered for a project in a language."""
    offered: dict[str, Draft] = st.session_state.get(WRITTEN, {})
    return offered.get(mark)


def offer_fresh(mark: str, draft: Draft | None) -> None:
    """Offer a fresh draft, or take the offer away."""
    others = {name: one for name, one in st.session_state.get(WRITTEN, {}).items() if name != mark}
    st.session_state[WRITTEN] = others if draft is None else {**others, mark: draft}


def asking_of(key: str) -> "Asking | None":
    """What a model was asked about a place, and its answer; nothing where it was not asked."""
    asked: dict[str, Asking] = st.session_state.get(ASKED, {})
    return asked.get(key)


def keep_asking(key: str, asking: "Asking | None") -> None:
    """Keep what a model was asked about a place, or put it away; one still under way is stopped."""
    asked: dict[str, Asking] = st.session_state.get(ASKED, {})
    if key in asked:
        asked[key].stop()
    others = {name: one for name, one in asked.items() if name != key}
    st.session_state[ASKED] = others if asking is None else {**others, key: asking}

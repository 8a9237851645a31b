"""How the library page is drawn; knows Streamlit, decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from corpus.added import Held, StoredDocument
from corpus.document import TextKind
from corpus.language import LANGUAGES
from corpus.official.addresses import LETTERS
from references.adding import Choices, Outcome
from ui.components import plain
from ui.library_changes import NOT_ASKED, AskedText
from ui.library_views import (
    KINDS,
    FileReport,
    difference_line,
    headline,
    held_rows,
    kind_in_words,
    obstacle_in_words,
    refusal,
    report_view,
)
from ui.resources import Shelf
from ui.state import DOCUMENT, INTERFACE, LEFT, LIBRARY_FILES, LIBRARY_PAGE
from ui.states import state_choices, state_in_words
from ui.told import in_words
from ui.vocabulary import Words

TYPES = ("pdf", "docx", "docm", "odt", "html", "htm", "md", "markdown", "txt", "zip")
REPORTS_A_PAGE = 20
ICONS = {
    Outcome.ADDED: ":material/check_circle:",
    Outcome.UNCHANGED: ":material/task_alt:",
    Outcome.REFUSED: ":material/block:",
}
WIDTHS = {
    "title": 270,
    "id": 150,
    "kind": 140,
    "states": 110,
    "language": 90,
    "pages": 70,
    "paragraphs": 90,
    "added_on": 100,
    "file": 220,
}


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


def draw_choices(key: str, current: Choices, words: Words, named: bool = False) -> Choices:
    """Draw what can be said of a file, set to what is held, and give back what is said."""
    kind_column, language_column, symbol_column = st.columns(3)
    kinds: list[TextKind | None] = [None, *KINDS]
    kind = kind_column.selectbox(
        words("library.kind"),
        kinds,
        kinds.index(current.kind),
        format_func=lambda one: kind_in_words(one, words) if one else words("library.guess"),
        key=f"{key}-kind",
    )
    languages = ("", *LANGUAGES)
    language = language_column.selectbox(
        words("library.language"),
        languages,
        languages.index(current.language),
        format_func=lambda code: words(f"language.{code}") if code else words("library.guess"),
        key=f"{key}-language",
    )
    symbol = symbol_column.text_input(
        words("library.symbol"), current.symbol, placeholder="A/RES/78/147", key=f"{key}-symbol"
    )
    states = st.multiselect(
        words("library.states"),
        state_choices(words),
        current.states,
        format_func=lambda code: state_in_words(code, words),
        placeholder=words("library.guess"),
        key=f"{key}-states",
    )
    name = st.text_input(words("library.name"), current.name, key=f"{key}-name") if named else ""
    accepted = st.radio(
        words("library.changes"),
        (True, False),
        0 if current.accept_changes else 1,
        format_func=lambda yes: words(f"library.changes_{'accepted' if yes else 'rejected'}"),
        horizontal=True,
        key=f"{key}-changes",
    )
    return Choices(kind, tuple(states), symbol.strip(), language, name.strip(), accepted)


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


def draw_report(report: FileReport, words: Words) -> None:
    """Draw the report of one import."""
    if report.report is None:
        return
    view = report_view(report.report, words)
    st.markdown(f"**{plain(report.title)}** · {plain(report.id)}")
    st.markdown("\n".join(f"- {name}: {plain(value)}" for name, value in view.facts))
    for title, lines in ((words("library.mended"), view.mended), (words("library.notes"), view.notes)):
        if lines:
            st.warning("  \n".join([f"**{title}**", *map(plain, lines)]))
    if view.left_out:
        st.markdown(f"**{words('library.left_out')}**")
        st.dataframe(list(view.left_out), hide_index=True)
    else:
        st.caption(words("library.left_out_none"))


def draw_opening(document: str, language: str, words: Words) -> None:
    """Draw the way into the reader."""
    target = {DOCUMENT: document, LEFT: language, INTERFACE: words.language}
    st.page_link("ui/pages/reader.py", label=words("library.open"), icon=":material/menu_book:", query_params=target)


def draw_table(held: Sequence[Held], key: str, words: Words) -> Held | None:
    """Draw what is held as a table, and give back the row that is ticked."""
    columns = {words(f"library.column_{name}"): st.column_config.Column(width=width) for name, width in WIDTHS.items()}
    chosen = st.dataframe(
        held_rows(held, words),
        hide_index=True,
        column_config=columns,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = [row for row in chosen["selection"]["rows"] if row < len(held)]
    return held[rows[0]] if rows else None


def draw_correcting(stored: StoredDocument, current: Choices, words: Words) -> Choices | None:
    """Draw the form that corrects what was guessed of a document; gives what was said once it is sent."""
    key = f"correct-{stored.id}-{stored.language}"
    with st.expander(words("library.correct"), icon=":material/edit:"), st.form(key):
        st.caption(words("library.correct_hint"))
        said = draw_choices(key, current, words, named=True)
        sent = st.form_submit_button(words("library.correct_run"))
    return said if sent else None


def draw_removing(stored: StoredDocument, versions: int, words: Words) -> str | None:
    """Draw the question before a document is removed; gives the language to remove, empty for all of them."""
    language = words(f"language.{stored.language}")
    with st.popover(words("library.remove"), icon=":material/delete:"):
        st.markdown(words("library.remove_sure", title=plain(stored.title), language=language))
        this = st.button(words("library.remove_this"), type="primary", key="library-remove-this")
        every = versions > 1 and st.button(words("library.remove_all", count=versions), key="library-remove-all")
    return stored.language if this else "" if every else None


def draw_original(name: str, path: Path, label: str, words: Words) -> None:
    """Draw the button that saves the file a document was read from."""
    if path.is_file():
        st.download_button(label, path.read_bytes, Path(name).name, on_click="ignore", icon=":material/download:")
    else:
        st.caption(words("library.original_lost"))


def draw_shelf_problems(shelf: Shelf, words: Words) -> None:
    """Draw the files that cannot be read, and the documents whose language versions differ."""
    if shelf.problems:
        problems = (plain(in_words(one, words)) for one in shelf.problems)
        st.error("  \n".join([f"**{words('library.problems')}**", *problems]))
    if shelf.differences:
        with st.expander(words("library.differences"), icon=":material/compare_arrows:"):
            st.caption(words("library.differences_hint"))
            st.markdown("\n".join(f"- {plain(difference_line(one, words))}" for one in shelf.differences))


def draw_handing_over(export: Callable[[], bytes], words: Words) -> tuple[str, bytes] | None:
    """Draw saving and taking in the whole library; gives the file that is to be taken in."""
    with st.expander(words("library.hand_over"), icon=":material/inventory_2:"):
        st.caption(words("library.export_hint"))
        st.download_button(words("library.export"), export, "ortak-library.zip", "application/zip", on_click="ignore")
        with st.form("library-import", clear_on_submit=True, border=False):
            given = st.file_uploader(f"{words('library.import')}: {words('library.import_file')}", "zip")
            sent = st.form_submit_button(words("library.import_run"))
    return (given.name, given.getvalue()) if sent and given is not None else None


def draw_asking(cited: Sequence[str], words: Words) -> tuple[str, tuple[str, ...]] | None:
    """Draw the box for official texts; gives the symbols as written and the languages once the button is pressed."""
    st.caption(words("official.hint"))
    with st.form("official-ask"):
        written = st.text_area(words("official.symbols"), placeholder=words("official.placeholder"), height=110)
        languages = st.multiselect(
            words("official.languages"),
            sorted(LETTERS),
            ["ru", "en"],
            format_func=lambda code: words(f"language.{code}"),
        )
        all_cited = st.checkbox(f"{words('official.cited')} ({len(cited)})")
        sent = st.form_submit_button(words("official.ask"), icon=":material/cloud_download:")
    if not sent:
        return None
    return "\n".join([written, *(cited if all_cited else ())]), tuple(languages)


def draw_asked(asked: Sequence[AskedText], words: Words) -> None:
    """Draw what came of asking for official texts; what did not come has its address to open by hand."""
    for one in asked:
        place = f"**{plain(one.symbol)}** · {words(f'language.{one.language}')}"
        if one.outcome is not Outcome.REFUSED:
            told = words("official.came" if one.outcome is Outcome.ADDED else "official.held")
            st.markdown(f"{ICONS[one.outcome]} {place} — {told}")
            continue
        if one.obstacle == NOT_ASKED:
            told = words("official.stopped")
        elif one.added is not None:
            told = f"{words('official.not_added')}: {refusal(FileReport('', one.outcome, one.reason), words)}"
        else:
            told = f"{words('official.not_come')}: {obstacle_in_words(one.obstacle, one.reason, words)}"
        link = f" [{words('official.by_hand')}]({one.address})" if one.address else ""
        st.markdown(f"{ICONS[one.outcome]} {place} — {plain(told)}{link}")


def draw_inbox(folder: Path, words: Words) -> bool:
    """Draw where to save texts opened by hand, and whether what is there is to be added."""
    st.caption(words("official.inbox"))
    st.code(str(folder), language=None, wrap_lines=True)
    return st.button(words("official.add_inbox"), icon=":material/move_to_inbox:")

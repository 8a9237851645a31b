"""What several parts of the library page draw alike; knows Streamlit, decides nothing."""

import streamlit as st

from corpus.document import TextKind
from corpus.language import LANGUAGES
from references.adding import Choices, Outcome
from ui.components import plain
from ui.library_views import KINDS, FileReport, kind_in_words, report_view
from ui.state import DOCUMENT, INTERFACE, LEFT
from ui.states import state_choices, state_in_words
from ui.vocabulary import Words

ICONS = {
    Outcome.ADDED: ":material/check_circle:",
    Outcome.UNCHANGED: ":material/task_alt:",
    Outcome.REFUSED: ":material/block:",
}


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

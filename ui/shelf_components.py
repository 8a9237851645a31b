"""How what the library holds is drawn; knows Streamlit, decides nothing."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from corpus.added import Held, StoredDocument
from references.adding import Choices
from ui.components import plain
from ui.library_changes import exported_library, name_is_taken, own_holdings, read_again, take_in_library
from ui.library_components import draw_choices, draw_opening, draw_report
from ui.library_views import asked_before, corrected, difference_line, file_report, held_report, held_rows, matching
from ui.resources import Shelf, held_library, library_mark, shelf
from ui.state import LIBRARY_FILTER, LIBRARY_TABLE, keep_report
from ui.told import in_words
from ui.vocabulary import Words

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


def draw_shelf(words: Words) -> None:
    """Show what is held, with a filter; the row that is ticked can be opened, corrected, saved and removed."""
    st.subheader(words("library.held"))
    held = shelf().held
    draw_shelf_problems(shelf(), words)
    if held:
        text = st.text_input(words("library.filter"), key=LIBRARY_FILTER, persist_state="session")
        shown = matching(held, text, words)
        st.caption(f"{words('library.shown', shown=len(shown), total=len(held))} {words('library.choose_row')}")
        mark = hashlib.sha256(f"{text}\n{library_mark()}".encode()).hexdigest()[:12]  # a tick belongs to these rows
        chosen = draw_table(shown, f"{LIBRARY_TABLE}-{mark}", words)
        if chosen is not None:
            draw_chosen(chosen, words)
    else:
        st.info(words("library.held_none"))
    given = draw_handing_over(exported_library, words)
    if given is not None:
        name, content = given
        st.toast(words("library.import_done", count=take_in_library(content, name)))
        st.rerun()


def draw_chosen(chosen: Held, words: Words) -> None:
    """Show one document with its report, and what can be done with it."""
    holdings = own_holdings()
    versions = holdings.under(chosen.id)
    stored = versions.get(chosen.language)
    if stored is None:  # another window removed it just now
        st.rerun()
    with st.container(border=True, key="library-chosen"):
        draw_report(held_report(chosen), words)
        with st.container(horizontal=True, vertical_alignment="center"):
            draw_opening(chosen.id, chosen.language, words)
            draw_original(stored.file, holdings.source_path(stored), words("library.original"), words)
            language = draw_removing(stored, len(versions), words)
        held = Choices(
            stored.kind,
            stored.states,
            stored.symbol,
            stored.language,
            stored.id,
            asked_before(stored).accept_changes,
        )
        said = draw_correcting(stored, held, words)
    if language is not None:
        holdings.remove(chosen.id, language)
        st.rerun()
    if said is None:
        return
    choices = corrected(stored, said)
    if name_is_taken(stored, choices):
        st.error(words("library.name_taken", name=choices.name))
    elif choices == asked_before(stored):
        st.info(words("library.nothing_to_correct"))
    else:
        with st.spinner(words("library.reading", name=stored.file, number=1, total=1)):
            keep_report(file_report(read_again(stored, choices, held_library())))
        st.rerun()


def draw_shelf_problems(shelf: Shelf, words: Words) -> None:
    """Draw the files that cannot be read, and the documents whose language versions differ."""
    if shelf.problems:
        problems = (plain(in_words(one, words)) for one in shelf.problems)
        st.error("  \n".join([f"**{words('library.problems')}**", *problems]))
    if shelf.differences:
        with st.expander(words("library.differences"), icon=":material/compare_arrows:"):
            st.caption(words("library.differences_hint"))
            st.markdown("\n".join(f"- {plain(difference_line(one, words))}" for one in shelf.differences))


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


def draw_original(name: str, path: Path, label: str, words: Words) -> None:
    """Draw the button that saves the file a document was read from."""
    if path.is_file():
        st.download_button(label, path.read_bytes, Path(name).name, on_click="ignore", icon=":material/download:")
    else:
        st.caption(words("library.original_lost"))


def draw_removing(stored: StoredDocument, versions: int, words: Words) -> str | None:
    """Draw the question before a document is removed; gives the language to remove, empty for all of them."""
    language = words(f"language.{stored.language}")
    with st.popover(words("library.remove"), icon=":material/delete:"):
        st.markdown(words("library.remove_sure", title=plain(stored.title), language=language))
        this = st.button(words("library.remove_this"), type="primary", key="library-remove-this")
        every = versions > 1 and st.button(words("library.remove_all", count=versions), key="library-remove-all")
    return stored.language if this else "" if every else None


def draw_correcting(stored: StoredDocument, current: Choices, words: Words) -> Choices | None:
    """Draw the form that corrects what was guessed of a document; gives what was said once it is sent."""
    key = f"correct-{stored.id}-{stored.language}"
    with st.expander(words("library.correct"), icon=":material/edit:"), st.form(key):
        st.caption(words("library.correct_hint"))
        said = draw_choices(key, current, words, named=True)
        sent = st.form_submit_button(words("library.correct_run"))
    return said if sent else None


def draw_handing_over(export: Callable[[], bytes], words: Words) -> tuple[str, bytes] | None:
    """Draw saving and taking in the whole library; gives the file that is to be taken in."""
    with st.expander(words("library.hand_over"), icon=":material/inventory_2:"):
        st.caption(words("library.export_hint"))
        st.download_button(words("library.export"), export, "ortak-library.zip", "application/zip", on_click="ignore")
        with st.form("library-import", clear_on_submit=True, border=False):
            given = st.file_uploader(f"{words('library.import')}: {words('library.import_file')}", "zip")
            sent = st.form_submit_button(words("library.import_run"))
    return (given.name, given.getvalue()) if sent and given is not None else None

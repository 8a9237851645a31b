"""The library page: files come in, what is held is shown, official texts are asked for."""

import hashlib

import streamlit as st

from corpus.added import Held
from corpus.errors import LibraryDamaged, OrtakError
from corpus.folders import home_folder, inbox_folder
from corpus.official.site import Site
from references.adding import Choices
from ui.library_changes import (
    QueuedFile,
    add_files,
    ask_for_texts,
    exported_library,
    inbox_files,
    is_exported_library,
    name_is_taken,
    open_intake,
    own_holdings,
    read_again,
    symbols_cited,
    symbols_of_lines,
    take_in_library,
)
from ui.library_components import (
    draw_adding,
    draw_asked,
    draw_asking,
    draw_correcting,
    draw_handing_over,
    draw_headline,
    draw_inbox,
    draw_opening,
    draw_original,
    draw_removing,
    draw_report,
    draw_reports,
    draw_shelf_problems,
    draw_table,
)
from ui.library_views import asked_before, corrected, counted, file_report, held_report, matching
from ui.resources import held_library, library_mark, session_with_index, shelf
from ui.state import (
    LIBRARY_FILTER,
    LIBRARY_TABLE,
    asked_texts,
    file_reports,
    forget_asked_texts,
    forget_queue,
    forget_reports,
    interface_words,
    keep_asked_text,
    keep_queue,
    keep_report,
    queued,
)
from ui.told import error_in_words
from ui.vocabulary import Words


def draw() -> None:
    """Draw the page: adding, what became of the files, what is held, official texts."""
    words = interface_words()
    st.title(words("library.title"))
    st.caption(words("library.hint", folder=home_folder()))
    adding, reading, results, progress, held, official = (st.container() for _ in range(6))
    try:
        with adding:
            draw_intake(words)
        with reading:
            read_queue(words)
        with results:
            draw_results(words)
        with held:
            draw_shelf(words)
        with official:
            draw_official(symbols_cited(held_library()), words)
        with progress:  # last, as nothing else on the page needs the index
            session_with_index(words)
    except OrtakError as error:
        st.error(error_in_words(error, words))


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


def draw_results(words: Words) -> None:
    """Show what became of the files of this visit."""
    reports = file_reports()
    if reports:
        st.subheader(words("library.results"))
        st.markdown(words("library.done", **counted(reports)))
        draw_reports(reports, words)
        st.button(words("library.forget"), on_click=forget_reports, key="forget-reports")


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


def draw_official(cited: tuple[str, ...], words: Words) -> None:
    """Ask for official texts when the button is pressed, and add what was saved by hand."""
    st.subheader(words("official.title"))
    wanted = draw_asking(cited, words)
    if wanted is not None:
        symbols, languages = symbols_of_lines(wanted[0]), wanted[1]
        if not symbols or not languages:
            st.warning(words("official.none_asked"))
        else:
            ask(symbols, languages, words)
    if asked_texts():
        draw_asked(asked_texts(), words)
        st.button(words("official.forget"), on_click=forget_asked_texts, key="forget-asked")
    if draw_inbox(inbox_folder(), words):
        paths = inbox_files()
        if not paths:
            st.info(words("official.inbox_empty"))
            return
        with st.spinner(words("official.add_inbox")), open_intake(held_library()) as intake:
            for added in add_files(paths, intake):
                keep_report(file_report(added))
        st.rerun()


def ask(symbols: tuple[str, ...], languages: tuple[str, ...], words: Words) -> None:
    """Ask the UN's document site for each text in turn, with progress."""
    total = len(symbols) * len(languages)
    pairs = [(symbol, language) for symbol in symbols for language in languages]
    bar = st.progress(0.0)
    with open_intake(held_library()) as intake:
        texts = ask_for_texts(symbols, languages, intake, Site())
        for number, (symbol, language) in enumerate(pairs, start=1):
            told = {"symbol": symbol, "language": words(f"language.{language}"), "number": number, "total": total}
            bar.progress((number - 1) / total, words("official.asking", **told))
            keep_asked_text(next(texts))
    st.rerun()


draw()

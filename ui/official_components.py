"""How official texts are asked for; knows Streamlit, decides nothing."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from corpus.folders import inbox_folder
from corpus.official.addresses import LETTERS
from corpus.official.site import Site
from references.adding import Outcome
from ui.components import plain
from ui.library_changes import (
    NOT_ASKED,
    AskedText,
    add_files,
    ask_for_texts,
    inbox_files,
    open_intake,
    symbols_of_lines,
)
from ui.library_components import ICONS
from ui.library_views import FileReport, file_report, obstacle_in_words, refusal
from ui.resources import held_library
from ui.state import asked_texts, forget_asked_texts, keep_asked_text, keep_report
from ui.vocabulary import Words


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

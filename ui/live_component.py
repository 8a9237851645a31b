"""The live field: a text that is saved as it is typed, and the choice where another window changed it meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from ui.components import plain
from ui.live_text import Answer, Clash, Outcome, Save, Typed, keep, settled
from ui.state import answer_to, keep_answer, typed_in
from ui.told import in_words
from ui.vocabulary import Words

HERE = Path(__file__).parent
BODY = '<label></label><textarea spellcheck="true" dir="auto"></textarea><output aria-live="polite"></output>'
FIELD = st.components.v2.component(
    "ortak_live_text",
    html=BODY,
    css=HERE.joinpath("live_text.css").read_text(encoding="utf-8"),
    js=HERE.joinpath("live_text.js").read_text(encoding="utf-8"),
)
AT_ONCE, AFTER_A_PAUSE = 0, 700
"""Milliseconds between a keystroke and its saving; a pause keeps the history of short fields readable."""


def draw_live_text(
    key: str,
    label: str,
    text: str,
    revision: int,
    save: Save,
    words: Words,
    *,
    rows: int = 1,
    pause: int = AFTER_A_PAUSE,
    show_label: bool = True,
    placeholder: str = "",
) -> Clash | None:
    """Draw a field and save every change to it; gives both versions where another window changed the text meanwhile.

    Enter ends a field of one row. Draw it within a fragment, so that a keystroke draws nothing else anew.
    """
    answer = answer_to(key)
    FIELD(
        key=key,
        data={
            "text": text,
            "revision": revision,
            "adopt": answer.adopt,
            "answer": _answer_for_field(answer, words),
            "store": f"ortak-{key}",
            "label": label,
            "show_label": show_label,
            "placeholder": placeholder,
            "rows": rows,
            "pause": pause,
            "words": {name: words(f"live.{name}") for name in ("saved", "saving", "failed", "clash")},
        },
        on_typed_change=partial(_typed, key, save),
    )
    if answer.outcome is Outcome.FAILED:
        st.error(plain(in_words(answer.why, words)))
    return answer.clash


def _answer_for_field(answer: Answer, words: Words) -> dict[str, object]:
    """What became of the last change, as the field is told of it."""
    return {
        "seq": answer.seq,
        "outcome": str(answer.outcome),
        "revision": answer.revision,
        "why": in_words(answer.why, words),
    }


def _typed(key: str, save: Save) -> None:
    typed = typed_in(key)
    if typed is not None and typed.seq != answer_to(key).seq:
        keep_answer(key, keep(typed, answer_to(key), save))


def draw_clash(
    key: str, clash: Clash, save: Save, words: Words, keep_both: Callable[[str], None] | None = None
) -> None:
    """Draw both versions and let the person choose; nothing is overwritten before that.

    `keep_both` puts this window's version beside the other one, where there is a place for it.
    """
    with st.container(border=True, key=f"clash-{key}"):
        st.warning(plain(words("live.changed_by", who=clash.who or words("positions.somebody"))))
        mine, theirs = st.columns(2)
        for column, name, text in ((mine, "mine", clash.mine), (theirs, "theirs", clash.theirs)):
            column.caption(words(f"live.{name}"))
            column.markdown(plain(text) if text else f"*{words('live.removed')}*")
        if mine.button(words("live.keep_mine"), key=f"mine-{key}"):
            again = keep(Typed(clash.mine, clash.revision, 0), answer_to(key), save)
            keep_answer(key, settled(again) if again.outcome is Outcome.SAVED else again)
            st.rerun(scope="app")
        if theirs.button(words("live.take_theirs"), key=f"theirs-{key}"):
            keep_answer(key, settled(answer_to(key)))
            st.rerun(scope="app")
        if keep_both and clash.theirs is not None and st.button(words("live.keep_both"), key=f"both-{key}"):
            keep_both(clash.mine)
            keep_answer(key, settled(answer_to(key)))
            st.rerun(scope="app")

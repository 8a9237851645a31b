"""Boxes whose choice is kept in the address: what a person picks is never lost, and a link still chooses."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

Value = TypeVar("Value")


def choose(
    box: Callable[..., Any], label: str, options: Sequence[Value], asked: Value, key: str, named: Callable[[Value], str]
) -> Value:
    """Draw a box, such as `st.selectbox`, and give back what is chosen in it; the caller keeps that in the address.

    `asked` is what the address asks for, and the first option where there is no such option. It is followed when it
    changes by other hands than this box; a box without a key would forget a choice whenever the address follows it.
    """
    wanted = asked if asked in options else options[0]
    follow(key, wanted, valid=st.session_state.get(key) in options)
    chosen: Value = box(label, options, key=key, format_func=named)
    noted(key, chosen)
    return chosen


def follow(key: str, asked: object, valid: bool = True) -> None:
    """Let a widget show what the address asks for, once; where it shows something impossible, too."""
    if key not in st.session_state or not valid or st.session_state.get(_asked(key)) != asked:
        st.session_state[key] = asked


def noted(key: str, chosen: object) -> None:
    """Note that the address will ask for what was chosen in the widget itself."""
    st.session_state[_asked(key)] = chosen


def _asked(key: str) -> str:
    return f"{key}-asked"

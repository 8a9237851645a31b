"""Boxes whose choice is kept in the address: what a person picks is never lost, and a link still chooses."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ui.state import follow, noted

Value = TypeVar("Value")


def choose(
    box: Callable[..., Any], label: str, options: Sequence[Value], asked: Value, key: str, named: Callable[[Value], str]
) -> Value:
    """Draw a box, such as `st.selectbox`, and give back what is chosen in it; the caller keeps that in the address.

    `asked` is what the address asks for, and the first option where there is no such option. It is followed when it
    changes by other hands than this box; a box without a key would forget a choice whenever the address follows it.
    """
    follow(key, asked if asked in options else options[0], options)
    chosen: Value = box(label, options, key=key, format_func=named)
    noted(key, chosen)
    return chosen

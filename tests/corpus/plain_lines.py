"""Lines as a reader gives them, made from a text in a test."""

import textwrap
from collections.abc import Iterator

from corpus.source import CleanText, Line, Role


def lines_of(text: str, *, whole: bool = False) -> tuple[Line, ...]:
    """Each line that has text; a blank line before it is its gap, a form feed turns the page."""
    return tuple(_lines(text, whole))


def _lines(text: str, whole: bool) -> Iterator[Line]:
    start, gap, page = 0, False, 1
    for raw in text.split("\n"):
        page += raw.count("\f")
        written = raw.strip("\f ")
        if written:
            yield Line(written, start, start + len(raw), page=page, role=Role.BODY, whole=whole, gap=gap)
        gap = not written
        start += len(raw) + 1


def clean_of(text: str, *, whole: bool = False) -> CleanText:
    return CleanText(lines_of(text, whole=whole))


def wrapped(text: str, width: int) -> str:
    """Each line of the text cut at a width, without blank lines between them."""
    return "\n".join(line for raw in text.split("\n") for line in textwrap.wrap(raw, width, break_on_hyphens=False))

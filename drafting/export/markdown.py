"""A draft as Markdown."""

import re

from corpus.language import language_of
from drafting.draft import Draft
from drafting.export.layout import Block, Layout, Note, Piece, Role, Shape, laid_out

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$]|:(?=[a-z]))")
"""Signs that Markdown, or a page that shows it, reads as its own: dollars as formulae, ":ice:" as a picture."""
LIKE_A_LIST = re.compile(r"^(\s*)(?:([-+=])(?=\s|[-=]|$)|(\d{1,9})([.)])(?=\s))", re.MULTILINE)


def as_markdown(draft: Draft, *, with_private: bool = False) -> str:
    """The draft in Markdown, with footnotes for verified citations only; the private layer only where asked for."""
    layout = laid_out(draft, with_private)
    parts = [f"# {_text(layout.title)}", f"*{_text(layout.line)}*"]
    if layout.private_mark:
        parts.append(f"**{_text(layout.private_mark)}**")
    parts.extend(_body(layout))
    parts.extend(_note(note) for note in layout.notes)
    if language_of(layout.language).right_to_left:
        parts = ['<div dir="rtl">', *parts, "</div>"]
    return "\n\n".join(parts) + "\n"


def _body(layout: Layout) -> list[str]:
    number = 0
    parts = []
    for block in layout.blocks:
        number += block.shape is Shape.NUMBERED
        parts.append(_block(block, number))
    return parts


def _block(block: Block, number: int) -> str:
    text = _beginning("".join(_piece(piece) for piece in block.pieces))
    match block.shape:
        case Shape.HEADING:
            return f"## {text}"
        case Shape.PRIVATE_MARK:
            return f"**{text}**"
        case Shape.NUMBERED:
            return f"{number}. {_indented(text, 3)}"
        case Shape.ALTERNATIVE:
            return "   " + _indented(text, 3)
        case Shape.QUOTATION:
            return "> " + text.replace("\n", "\n> ")
        case Shape.PLACEHOLDER:
            return f"*{text}*"
        case Shape.POINT:
            return f"- {_indented(text, 2)}"
        case _:
            return text


def _piece(piece: Piece) -> str:
    match piece.role:
        case Role.NOTE:
            return f"[^{piece.note}]"
        case Role.FRAME:
            return _strong(piece.text)
        case Role.UNVERIFIED:
            return _strong(piece.text)
        case _:
            return _text(piece.text)


def _strong(text: str) -> str:
    """Bold, with the spaces at the ends outside, where Markdown wants them."""
    inner = text.strip()
    start = text.index(inner)
    return f"{text[:start]}**{_text(inner)}**{text[start + len(inner) :]}"


def _note(note: Note) -> str:
    return f"[^{note.number}]: " + _indented("".join(_piece(piece) for piece in note.pieces), 4)


def _text(text: str) -> str:
    """The text with every sign that Markdown would read as its own written as itself."""
    return SPECIAL.sub(r"\\\1", text)


def _beginning(text: str) -> str:
    return LIKE_A_LIST.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", text
    )


def _indented(text: str, spaces: int) -> str:
    return text.replace("\n", "\n" + " " * spaces)

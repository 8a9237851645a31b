"""A Word file read with all its pending changes accepted, or all of them rejected."""

from collections.abc import Sequence

from drafting.export.word_file import Node, open_word
from drafting.export.word_text import Changed, WordParagraph, atoms, mark_state, word_paragraphs


def accepted(content: bytes) -> list[str]:
    """The paragraphs of a Word file as they are once every pending change is accepted.

    Paragraphs of tables stand among the others; headers, notes and text boxes do not. Tabs and line breaks are in the
    strings as such.

    Raises:
        SourceRefused: the file is not a Word file that can be read.
    """
    return view(open_word(content).body(), accept=True)


def rejected(content: bytes) -> list[str]:
    """The paragraphs of a Word file as they are once every pending change is rejected: the base text.

    Raises:
        SourceRefused: the file is not a Word file that can be read.
    """
    return view(open_word(content).body(), accept=False)


def view(body: Node, accept: bool) -> list[str]:
    """The paragraphs of a text under one reading of its changes.

    A paragraph whose own mark is gone runs on into the next of its stretch; where there is none, it goes if empty.
    """
    texts: list[str] = []
    carried = ""
    paragraphs = [each for each in word_paragraphs(body) if not gone(each.row, accept)]
    for place, paragraph in enumerate(paragraphs):
        carried += paragraph_text(paragraph.node, accept)
        mark_gone = gone(mark_state(paragraph.node), accept)
        if mark_gone and (follows(paragraphs, place) or not carried):
            continue
        texts.append(carried)
        carried = ""
    return texts


def paragraph_text(paragraph: Node, accept: bool) -> str:
    """The text of one paragraph under one reading of its changes."""
    return "".join(atom.text for atom in atoms(paragraph) if not gone(atom.state, accept))


def gone(state: Changed, accept: bool) -> bool:
    """Whether what has this state is not there under the reading."""
    return state.deleted if accept else state.inserted


def follows(paragraphs: Sequence[WordParagraph], place: int) -> bool:
    """Whether the next paragraph is of the same stretch."""
    return place + 1 < len(paragraphs) and paragraphs[place + 1].stretch == paragraphs[place].stretch

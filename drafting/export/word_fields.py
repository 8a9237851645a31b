"""Fields in Word text (page numbers, references): where each begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.export.word_file import SPACE, Node, made, take_out, w
from drafting.export.word_text import Atom


@dataclass(frozen=True, slots=True)
class Span:
    """A whole field: its first and last piece, and the stretch of text that it shows."""

    first: int
    last: int
    start: int
    end: int


def whole_fields(pieces: Sequence[Atom]) -> list[Span]:
    """The outermost fields that begin and end within the pieces, in order."""
    spans: list[Span] = []
    open_fields: list[tuple[int, int]] = []
    offset = 0
    for place, piece in enumerate(pieces):
        kind = piece.node.get(w("fldCharType")) if piece.node.tag == w("fldChar") else ""
        if kind == "begin":
            open_fields.append((place, offset))
        elif kind == "end" and open_fields:
            first, start = open_fields.pop()
            spans = [span for span in spans if span.first < first]
            spans.append(Span(first, place, start, offset))
        offset += len(piece.text)
    return spans


def fields_unfolded(paragraph: Node) -> None:
    """Write every one-element field of the paragraph in the long form, which tracked changes can mark."""
    for simple in list(paragraph.iter(w("fldSimple"))):
        instruction = made("instrText")
        instruction.text = simple.get(w("instr"), "")
        instruction.set(SPACE, "preserve")
        head = (made("fldChar", fldCharType="begin"), instruction, made("fldChar", fldCharType="separate"))
        children = [child for child in simple if child.tag != w("fldData")]
        for node in (*map(_run, head), *children, _run(made("fldChar", fldCharType="end"))):
            simple.addprevious(node)
        take_out(simple)


def _run(content: Node) -> Node:
    run = made("r")
    run.append(content)
    return run

"""The paragraphs of a document under their labels: PP3, OP5 (a), Annex II 12, Art. 4 (1) (a), 12 (a), P7, fn 3."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraph import ParagraphKind
from corpus.parsing.clean import join_lines
from corpus.parsing.labeller import labelled
from corpus.parsing.labels import Labels, OpenParagraph
from corpus.parsing.layout_words import layout_words
from corpus.parsing.parts import parts_of
from corpus.source import Block, Line

NOTE_NUMBER = re.compile(
    r"\s*(?:\[\^)?(?P<number>\d{1,3}|\*{1,4}|[a-z](?=[ \t]))\]?:?(?:[ \t\u00a0]+|$)(?P<text>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """One paragraph: its label, its kind, and its text without its number; `spans` point into the source's text."""

    label: str
    kind: ParagraphKind
    text: str
    page: int | None = None
    spans: tuple[tuple[int, int], ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """Everything the paragraphs of a text became.

    `above` are the headings above the first paragraph, `below` those behind the last one. `stray` counts paragraphs
    without a letter or figure or with a number alone, `contents` the lines of a table of contents.
    """

    paragraphs: tuple[ParsedParagraph, ...]
    opening: str = ""
    enacting: str = ""
    headings: tuple[str, ...] = ()
    stray: int = 0
    contents: int = 0
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def segment(blocks: Sequence[Block], language: str, number: str = "") -> Segments:
    """Label the paragraphs of a text whose masthead has been read.

    The opening and enacting words and the headings carry no label. A paragraph without a number that follows a
    numbered one belongs to it and is joined to it by a line break. `number` is the document's own ("77/158",
    "1/CP.21"), where it is known.
    """
    words = layout_words(language)
    labels = Labels()
    paragraphs: list[ParsedParagraph] = []
    opening, enacting = "", ""
    headings: list[str] = []
    above: tuple[str, ...] | None = None
    pending: tuple[str, ...] = ()
    stray = contents = 0
    for part in parts_of(blocks, words, number):
        done = labelled(part, words, labels, pending)
        pending = tuple(done.chain) if done.chained else ()
        opening, enacting = opening or done.opening, enacting or done.enacting
        headings.extend(done.headings)
        if done.paragraphs and above is None:
            above = done.above
        stray += done.stray
        contents += done.contents
        paragraphs.extend(_finished(paragraph) for paragraph in done.paragraphs)
    return Segments(tuple(paragraphs), opening, enacting, tuple(headings), stray, contents, above or (), pending)


def _finished(paragraph: OpenParagraph) -> ParsedParagraph:
    return ParsedParagraph(
        label=paragraph.label,
        kind=paragraph.kind,
        text="\n".join(paragraph.texts),
        page=paragraph.blocks[0].page,
        spans=tuple(span for block in paragraph.blocks for span in block.spans),
        heading=paragraph.heading,
    )


def footnotes_of(lines: Sequence[Line]) -> tuple[ParsedParagraph, ...]:
    """The footnotes, a line that does not begin with a number going on with the note before it."""
    groups: list[tuple[str, list[str], list[Line]]] = []
    for line in lines:
        match = NOTE_NUMBER.match(line.text)
        if match and (match["text"].strip() or not groups):
            groups.append((match["number"], [match["text"]], [line]))
        elif groups and not line.whole:
            groups[-1][1].append(line.text)
            groups[-1][2].append(line)
        else:
            groups.append(("", [line.text], [line]))
    labels = Labels()
    return tuple(
        ParsedParagraph(
            label=labels.free("", "", f"fn {number}" if number else "fn"),
            kind=ParagraphKind.FOOTNOTE,
            text=join_lines(texts),
            page=held[0].page,
            spans=tuple((line.start, line.end) for line in held),
        )
        for number, texts, held in groups
    )

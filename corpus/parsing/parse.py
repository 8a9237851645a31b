"""A cleaned text becomes a document: masthead, set words, headings and labelled paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.parsing.blocks import blocks_of
from corpus.parsing.labelled import HEADING_JOINER
from corpus.parsing.layout_words import layout_words
from corpus.parsing.masthead import read_masthead
from corpus.parsing.masthead_facts import Masthead
from corpus.parsing.paragraphs import ParsedParagraph, Segments, footnotes_of, segment
from corpus.parsing.titles import is_same, title_of
from corpus.parsing.torn import joined
from corpus.source import CleanText, Dropped


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document taken apart.

    Every line of the cleaned text is in `head` (the lines of the masthead as they stand), in `opening`, `enacting` or
    `headings`, in a paragraph, or counted in `left_out`, which also holds what cleaning took away.
    """

    masthead: Masthead
    title: str
    opening: str
    enacting: str
    paragraphs: tuple[ParsedParagraph, ...]
    headings: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    left_out: tuple[Dropped, ...] = ()


def parse_document(clean: CleanText, language: str, *, title: str = "") -> ParsedDocument:
    """Take a cleaned text apart; `title` is what the file says of itself, used where the text states no title."""
    blocks = blocks_of(clean.lines, language)
    masthead, rest = read_masthead(blocks, language)
    whole, between = joined(rest, masthead.title, layout_words(language))
    segments = segment(whole, language, masthead.number)
    found = masthead.title or title_of(segments.above, language, title, issued=bool(masthead.distribution))
    return ParsedDocument(
        masthead=masthead,
        title=found,
        opening=segments.opening,
        enacting=segments.enacting,
        paragraphs=(*_below_title(segments.paragraphs, found), *footnotes_of(clean.footnotes)),
        headings=segments.headings,
        head=tuple(block.text for block in blocks[: len(blocks) - len(rest)]),
        left_out=(*clean.dropped, *between, *_left_out(masthead, segments)),
    )


def _left_out(masthead: Masthead, segments: Segments) -> Iterator[Dropped]:
    for count, what, why in (
        (len(masthead.other), "masthead lines", "they state none of the facts that are kept"),
        (segments.stray, "stray signs", "they hold no words"),
        (segments.contents, "lines of contents", "they repeat the headings with page numbers"),
        (len(segments.below), "headings", "no paragraph stands below them"),
    ):
        if count:
            yield Dropped(what, why, count)


def _below_title(paragraphs: Sequence[ParsedParagraph], title: str) -> Iterator[ParsedParagraph]:
    """The paragraphs, the title not repeated among the headings they stand under."""
    for paragraph in paragraphs:
        headings = [one for one in paragraph.heading.split(HEADING_JOINER) if not is_same(one, title)]
        yield replace(paragraph, heading=HEADING_JOINER.join(headings))

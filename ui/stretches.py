"""Which stretch of a long document the reader shows, and which page of its file beside it."""

from dataclasses import dataclass

from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.parsing.align import compare_labels
from ui.views import anchor
from ui.vocabulary import Words

A_PART = 100
"""Paragraphs drawn at once."""
MOST_LABELS = 12


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page of a file, and the paragraph to be marked on it; no text where none is asked for."""

    page: int
    text: str


def parts_of(document: Document) -> int:
    """How many parts a document is shown in; one at least."""
    return max(1, -(-len(document.paragraphs) // A_PART))


def part_of(document: Document, label: str) -> int:
    """The part, counted from 1, that holds the paragraph with this label; the first where there is none."""
    wanted = anchor(label)
    places = (place for place, one in enumerate(document.paragraphs) if wanted and anchor(one.ref.label) == wanted)
    return next(places, 0) // A_PART + 1


def stretch_of(part: int) -> slice:
    """The stretch of the paragraphs that a part shows."""
    return slice((part - 1) * A_PART, part * A_PART)


def asked_paragraph(document: Document, label: str) -> Paragraph | None:
    """The paragraph that the address asks for, if the document has it."""
    wanted = anchor(label)
    return next((one for one in document.paragraphs if wanted and anchor(one.ref.label) == wanted), None)


def has_pages_to_show(document: Document) -> bool:
    """Whether the pages of a document's file can be shown: those of a PDF that a person added."""
    return document.source is not None and document.source.reader.startswith("pdf") and document.source.pages > 0


def page_to_show(document: Document, label: str, part: int) -> int:
    """The page of the file to open: that of the paragraph asked for, else that where the part begins."""
    asked = asked_paragraph(document, label)
    if asked is not None and asked.page:
        return asked.page
    return next((one.page for one in document.paragraphs[stretch_of(part)] if one.page), 1)


def mark_on(document: Document, label: str, page: int) -> PageMark:
    """What to mark on a page: the paragraph asked for, on its own page and the one it may run on to."""
    asked = asked_paragraph(document, label)
    near = asked is not None and asked.page is not None and 0 <= page - asked.page <= 1
    return PageMark(page, asked.text if asked is not None and near else "")


def only_beside(left: Document, right: Document, words: Words) -> str:
    """The labels that only the version on the right has; its paragraphs under them stand beside nothing."""
    labels = {version.language: [one.ref.label for one in version.paragraphs] for version in (left, right)}
    lacking = [one.label for one in compare_labels(labels) if left.language in one.lacking]
    if not lacking:
        return ""
    shown = ", ".join(lacking[:MOST_LABELS])
    more = len(lacking) - MOST_LABELS
    told = f"{shown} {words('library.differences_more', count=more)}" if more > 0 else shown
    return words("reader.only_beside", labels=told)

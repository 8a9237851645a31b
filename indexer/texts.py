"""What is put into the index for each place: its text in every language, and its finding aids."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import TextKind
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef


@dataclass(frozen=True, slots=True)
class SearchableText:
    """One text that leads to a place. `role` is "text", "guide" for a finding aid's summary, "ask" for a question."""

    ref: ParagraphRef
    language: str
    role: str
    text: str


def searchable_texts(library: Library) -> Iterator[SearchableText]:
    """Every text of the library, in reading order.

    A note is short and is read under its headings (whose position, on what), so it is indexed with them.
    """
    for ref in library.refs():
        for language, paragraph in library.versions(ref).items():
            yield SearchableText(ref, language, "text", _under_its_headings(library, paragraph))
            guide = library.guide(ref, language)
            if guide:
                yield SearchableText(ref, language, "guide", guide.gist)
                for question in guide.asks:
                    yield SearchableText(ref, language, "ask", question)


def _under_its_headings(library: Library, paragraph: Paragraph) -> str:
    document = library.document(paragraph.ref.document, paragraph.language)
    title = document.title if document.kind is TextKind.POSITION else ""
    return ". ".join(part for part in (title, paragraph.heading, paragraph.text) if part)

"""What is put into the index for each place: its text in every language, and its finding aids."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.library import Library
from corpus.paragraph import ParagraphRef


@dataclass(frozen=True, slots=True)
class SearchableText:
    """One text that leads to a place. `role` is "text", "guide" for a finding aid's summary, "ask" for a question."""

    ref: ParagraphRef
    language: str
    role: str
    text: str


def searchable_texts(library: Library) -> Iterator[SearchableText]:
    """Every text of the library, in reading order.

    A note is short and is read under its heading, so it is indexed with it.
    """
    for ref in library.refs():
        for language, paragraph in library.versions(ref).items():
            text = f"{paragraph.heading}. {paragraph.text}" if paragraph.heading else paragraph.text
            yield SearchableText(ref, language, "text", text)
            guide = library.guide(ref, language)
            if guide:
                yield SearchableText(ref, language, "guide", guide.gist)
                for question in guide.asks:
                    yield SearchableText(ref, language, "ask", question)

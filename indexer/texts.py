"""What is put into the index for each place: its text in every language, and its finding aids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import TextKind
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef

LONGEST_PART = 1600
"""In characters: about 400 tokens in the languages that need most of them."""
SENTENCE = re.compile(r".+?(?:[.!?;。！？；؟](?=\s|$)\s*|[。！？；]|\n+|$)", re.DOTALL)


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
            for part in parts(_under_its_headings(library, paragraph)):
                yield SearchableText(ref, language, "text", part)
            guide = library.guide(ref, language)
            if guide:
                yield SearchableText(ref, language, "guide", guide.gist)
                for question in guide.asks:
                    yield SearchableText(ref, language, "ask", question)


def parts(text: str) -> list[str]:
    """The text whole, or a long one in stretches of sentences that lead to the same place.

    An encoder reads the first 512 tokens and no more: the rest of a page-long paragraph would never be found.
    """
    found: list[str] = []
    for sentence in _sentences(text):
        if found and len(found[-1]) + len(sentence) <= LONGEST_PART:
            found[-1] += sentence
        else:
            found.append(sentence)
    return [part.strip() for part in found if part.strip()]


def _sentences(text: str) -> Iterator[str]:
    """The sentences of the text with what parts them; one without an end is cut where it gets too long."""
    if len(text) <= LONGEST_PART:
        yield text
        return
    for match in SENTENCE.finditer(text):
        for start in range(0, len(match[0]), LONGEST_PART):
            yield match[0][start : start + LONGEST_PART]


def _under_its_headings(library: Library, paragraph: Paragraph) -> str:
    document = library.document(paragraph.ref.document, paragraph.language)
    title = document.title if document.kind is TextKind.POSITION else ""
    return ". ".join(part for part in (title, paragraph.heading, paragraph.text) if part)

"""A place becomes a citation: the words relied on, and how it reads in the draft's language."""

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from drafting.draft import Citation
from references.wording import cite


def version_in(library: Library, ref: ParagraphRef, language: str) -> Paragraph:
    """The paragraph in the language; else in the document's original language, else in English, else in any.

    Raises:
        NotHeld: no such paragraph is held.
    """
    versions = library.versions(ref)
    if language in versions:
        return versions[language]
    original = library.document(ref.document).language
    return next(versions[code] for code in (original, "en", *versions) if code in versions)


def cited(library: Library, paragraph: Paragraph, language: str, quote: str = "") -> Citation:
    """The citation of a paragraph in a draft in this language; of the whole paragraph unless a quote is given.

    Raises:
        NotHeld: the quote is not in the paragraph.
    """
    words = quote or paragraph.text
    if words not in paragraph.text:
        where = f"{paragraph.ref} ({paragraph.language})"
        raise NotHeld(f"“{words[:60]}” is not in {where}. Quote the words as they stand.")
    kind = library.kind(paragraph.ref, paragraph.language)
    return Citation(
        document=paragraph.ref.document,
        label=paragraph.ref.label,
        language=paragraph.language,
        quote=words,
        display=cite(library, paragraph, kind, language),
        verified=True,
        page=paragraph.page,
    )


def shown_source(citation: Citation) -> str:
    """How a citation reads, without the remark in brackets on where our own words come from."""
    return citation.display.partition(" [")[0]

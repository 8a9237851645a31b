"""What the reader shows of a document, as values: no drawing, no state."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Document
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from corpus.registry import FactName, Instrument, date_in_words
from indexer.places import DECLARATION
from ui.states import states_in_words
from ui.views import TextView, anchor, citations_of, confidence_in_words, provenance_of, text_view
from ui.vocabulary import Words

EVERY = slice(None)


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph of the reader: its label, the version on the left, the one on the right, what it names.

    `kind`, `page` and `heading` are told of documents that a person added; `heading` where it begins.
    """

    anchor: str
    label: str
    left: TextView
    right: TextView | None
    names: tuple[tuple[str, str], ...]
    citations: tuple[tuple[str, str], ...]
    provenance: str
    kind: str = ""
    page: int | None = None
    heading: str = ""


def reader_views(
    library: Library, left: Document, right: Document | None, words: Words, shown: slice = EVERY
) -> tuple[ParagraphView, ...]:
    """The paragraphs of a document, or a stretch of them, side by side where a second version is chosen."""
    paragraphs = left.paragraphs[shown]
    before = left.paragraphs[: shown.start or 0][-1:]
    return tuple(
        ParagraphView(
            anchor=unlike,
            label=paragraph.ref.label,
            left=text_view(paragraph.language, paragraph.text),
            right=_beside(library, paragraph.ref, right),
            names=tuple(names_of(library, paragraph.ref, words)),
            citations=citations_of(library, paragraph, left.kind),
            provenance=provenance_of(paragraph, words),
            kind=words(f"paragraph_kind.{paragraph.kind}") if left.source else "",
            page=paragraph.page if left.source else None,
            heading=_begun(last, paragraph, words) if left.source else "",
        )
        for last, paragraph, unlike in zip(
            (*(before or (None,)), *paragraphs), paragraphs, _anchors(paragraphs), strict=False
        )
    )


def _anchors(paragraphs: Iterable[Paragraph]) -> Iterable[str]:
    """The labels as they can stand in an address, no two alike ("fn *" and "fn **" would be)."""
    seen: Counter[str] = Counter()
    for paragraph in paragraphs:
        plain = anchor(paragraph.ref.label)
        seen[plain] += 1
        yield plain if seen[plain] == 1 else f"{plain}-again-{seen[plain]}"


def _begun(last: Paragraph | None, paragraph: Paragraph, words: Words) -> str:
    """The heading that begins with a paragraph; the footnotes have one of their own."""
    if paragraph.kind is ParagraphKind.FOOTNOTE:
        return words("reader.footnotes") if last is None or last.kind is not ParagraphKind.FOOTNOTE else ""
    return paragraph.heading if last is None or last.heading != paragraph.heading else ""


def names_of(library: Library, ref: ParagraphRef, words: Words) -> Iterable[tuple[str, str]]:
    """What a paragraph of the declaration names, as pairs of document id and title."""
    if ref.document != DECLARATION:
        return
    for instrument in library.instruments:
        if ref.label in instrument.cited_in:
            yield f"registry:{instrument.id}", _named(instrument, words)


def cited_in(library: Library, document_id: str) -> tuple[str, ...]:
    """The labels of the paragraphs of the declaration that name this instrument."""
    instrument = library.instrument(document_id.removeprefix("registry:"))
    return instrument.cited_in if instrument else ()


def fact_rows(library: Library, document_id: str, words: Words) -> list[dict[str, str]]:
    """What the registry knows of an instrument, one row a fact, in the words of the interface."""
    instrument = library.instrument(document_id.removeprefix("registry:"))
    return [
        {
            words("reader.fact"): f"{fact.name} ({fact.language})" if fact.language else fact.name,
            words("reader.value"): fact.value,
            words("reader.fact_source"): fact.source,
            words("reader.fact_confidence"): confidence_in_words(fact.confidence, words),
        }
        for fact in (instrument.fact if instrument else ())
    ]


def stated_facts(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    """What an added document states of itself and where it came from, as names and values in the interface's words."""
    if document.source is None:
        return ()
    states = document.paragraphs[0].facets.states if document.paragraphs else ()
    stated = {name: _stated(name, str(value), words) for name, value in document.facts.items()}
    stated |= {"states": states_in_words(states, words), "file": document.source.name}
    stated["added_on"] = date_in_words(document.source.added_on, words.language)
    return tuple(
        (words(f"masthead.{name}"), value)
        for name, value in stated.items()
        if value and f"masthead.{name}" in words.keys
    )


def _stated(name: str, value: str, words: Words) -> str:
    """A fact of a masthead: days, languages and distribution in words, the rest as it stands."""
    if name == "distribution" and f"distribution.{value.casefold()}" in words.keys:
        return words(f"distribution.{value.casefold()}")
    if name in ("distr_date", "adopted_on"):
        return date_in_words(value, words.language)
    return words(f"language.{value}") if name == "original_language" and value in LANGUAGES else value


def _beside(library: Library, ref: ParagraphRef, document: Document | None) -> TextView | None:
    if document is None:
        return None
    paragraph = library.versions(ref).get(document.language)
    return text_view(paragraph.language, paragraph.text) if paragraph else None


def _named(instrument: Instrument, words: Words) -> str:
    if not instrument.symbol:
        return instrument.title(words.language)
    known = instrument.facts(FactName.TITLE, words.language) or instrument.facts(FactName.TITLE, "en")
    return f"{instrument.symbol} · {known[0].value}" if known else instrument.symbol

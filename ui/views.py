"""What a page shows, as values: no drawing, no state."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.document import Document, TextKind
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from corpus.positions import find_note
from corpus.registry import FactName, Instrument
from indexer.places import DECLARATION
from indexer.search import SearchAnswer, SearchHit
from references.wording import PAGE_LANGUAGES, cite
from ui.vocabulary import Words


@dataclass(frozen=True, slots=True)
class TextView:
    """A text ready to draw: escaped, with its language and direction."""

    language: str
    direction: str
    text: str

    @property
    def markup(self) -> str:
        """The text as an HTML paragraph."""
        escaped = html.escape(self.text)
        return f'<p class="ortak-text" lang="{self.language}" dir="{self.direction}">{escaped}</p>'


@dataclass(frozen=True, slots=True)
class HitView:
    """One search result ready to draw. `citations` pairs a language with the citation in it."""

    key: str
    place: str
    kind: str
    heading: str
    text: TextView
    why: str
    also_in: str
    provenance: str
    citations: tuple[tuple[str, str], ...]
    document: str
    label: str
    language: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph of the reader: its label, the version on the left, the one on the right, what it names."""

    anchor: str
    label: str
    left: TextView
    right: TextView | None
    names: tuple[tuple[str, str], ...]
    citations: tuple[tuple[str, str], ...]
    provenance: str


def answer_views(library: Library, answer: SearchAnswer, words: Words) -> tuple[HitView, ...]:
    """The hits of an answer, ready to draw."""
    return tuple(_hit_view(library, hit, words) for hit in answer.hits)


def understood(library: Library, answer: SearchAnswer, words: Words) -> str:
    """What was made of the query: its language and the concepts recognized, in the words of the interface."""
    language = words(f"language.{answer.query.language}")
    names = [concept.names[words.language][0] for concept in library.concepts if concept.id in answer.concepts]
    if not names:
        return words("search.understood_plain", language=language)
    return words("search.understood", language=language, concepts=", ".join(names))


def reader_views(library: Library, left: Document, right: Document | None, words: Words) -> tuple[ParagraphView, ...]:
    """The paragraphs of a document, side by side where a second version is chosen."""
    return tuple(
        ParagraphView(
            anchor=anchor(paragraph.ref.label),
            label=paragraph.ref.label,
            left=text_view(paragraph.language, paragraph.text),
            right=_beside(library, paragraph.ref, right),
            names=tuple(names_of(library, paragraph.ref, words)),
            citations=_citations(library, paragraph, left.kind),
            provenance=_provenance(paragraph, words),
        )
        for paragraph in left.paragraphs
    )


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


def document_title(library: Library, document_id: str, words: Words) -> str:
    """A document's title in the interface language where there is one, after its symbol."""
    languages = library.languages(document_id)
    document = library.document(document_id, words.language if words.language in languages else "")
    return f"{document.symbol} · {document.title}" if document.symbol else document.title


def text_view(language: str, text: str) -> TextView:
    """A text with its direction."""
    return TextView(language, "rtl" if LANGUAGES[language].right_to_left else "ltr", text)


def anchor(label: str) -> str:
    """A label as it can stand in an address."""
    return "".join(character if character.isalnum() else "-" for character in label).strip("-")


def confidence_in_words(confidence: str, words: Words) -> str:
    """A confidence in the words of the interface."""
    return words(f"confidence.{'not_rated' if confidence == 'n/a' else confidence}")


def topics_of(library: Library) -> list[str]:
    """Every topic in use."""
    refs = library.refs()
    return sorted({topic for ref in refs for topic in _any(library, ref).facets.topics})


def years_of(library: Library) -> list[int]:
    """Every year in use, latest first."""
    return sorted({year for ref in library.refs() for year in _any(library, ref).facets.years}, reverse=True)


def bodies_of(library: Library) -> list[str]:
    """The organs and processes of the registry."""
    return sorted({instrument.body for instrument in library.instruments})


def _hit_view(library: Library, hit: SearchHit, words: Words) -> HitView:
    ref = hit.paragraph.ref
    others = [words(f"language.{code}") for code in hit.languages if code != hit.paragraph.language]
    return HitView(
        key=f"{ref.document}-{anchor(ref.label)}",
        place=_place(library, ref, words),
        kind=words(f"kind.{hit.kind}"),
        heading=_heading(library, hit.paragraph, words),
        text=text_view(hit.paragraph.language, hit.paragraph.text),
        why=words("search.why", routes=_routes(hit, words)),
        also_in=words("search.also_in", languages=", ".join(others)) if others else "",
        provenance=_provenance(hit.paragraph, words),
        citations=_citations(library, hit.paragraph, hit.kind),
        document=ref.document,
        label=ref.label,
        language=hit.paragraph.language,
    )


def _heading(library: Library, paragraph: Paragraph, words: Words) -> str:
    """What a note is about; for a position also who, in what way, where and when."""
    note = find_note(library.positions, paragraph.ref.label)
    if note is None:
        return paragraph.heading
    states = ", ".join(words(f"state.{state}") for state in note.states)
    parts = (states, words(f"stance.{note.stance.replace(' ', '_')}"), paragraph.heading, note.forum, note.date)
    return " · ".join(part for part in parts if part)


def _place(library: Library, ref: ParagraphRef, words: Words) -> str:
    if ref.document.startswith("positions:"):
        return ref.label
    if ref.document == DECLARATION:
        return f"{words('search.declaration')} · {ref.label}"
    instrument = library.instrument(ref.document.removeprefix("registry:"))
    name = (instrument.symbol or instrument.title(words.language)) if instrument else ref.document
    return f"{name} · {ref.label}"


def _routes(hit: SearchHit, words: Words) -> str:
    named = [f"{words(f'route.{name}')} {value:.2f}" for name, value in hit.routes.items() if value > 0]
    return ", ".join(named)


def _citations(library: Library, paragraph: Paragraph, kind: TextKind) -> tuple[tuple[str, str], ...]:
    return tuple((language, cite(library, paragraph, kind, language)) for language in PAGE_LANGUAGES)


def _provenance(paragraph: Paragraph, words: Words) -> str:
    if not paragraph.source:
        return ""
    confidence = confidence_in_words(paragraph.confidence, words)
    return words("search.source", source=paragraph.source, confidence=confidence)


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


def _any(library: Library, ref: ParagraphRef) -> Paragraph:
    return next(iter(library.versions(ref).values()))


def choices(values: Sequence[Any]) -> list[Any]:
    """Values for a choice that may stay open: first the open choice, then the values."""
    return [None, *values]

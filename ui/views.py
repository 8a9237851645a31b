"""What a page shows, as values: no drawing, no state."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.document import Document, TextKind
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphRef
from corpus.positions import find_note
from indexer.places import DECLARATION
from indexer.search import SearchAnswer, SearchHit
from references.wording import PAGE_LANGUAGES, cite
from ui.states import state_in_words, states_in_words
from ui.vocabulary import Words

NOTES = "positions:"
"""What the ids of our own notes on national positions begin with."""


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


def document_title(library: Library, document_id: str, words: Words) -> str:
    """A document's title in the interface language where there is one, after its symbol."""
    languages = library.languages(document_id)
    document = library.document(document_id, words.language if words.language in languages else "")
    title = f"{document.symbol} · {document.title}" if document.symbol else document.title
    return words("reader.yours", title=title) if document.source else title


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
    """The organs and processes of the registry, and those of added documents."""
    added = {_any(library, ref).facets.body for ref in library.refs()}
    return sorted({body for body in added if body} | {instrument.body for instrument in library.instruments})


def states_of(library: Library) -> list[str]:
    """Every State that a paragraph can be filtered by, as ISO alpha-3 codes."""
    every = (paragraph for ref in library.refs() for paragraph in library.versions(ref).values())
    return sorted({state for paragraph in every for state in paragraph.facets.states})


def _hit_view(library: Library, hit: SearchHit, words: Words) -> HitView:
    ref = hit.paragraph.ref
    others = [words(f"language.{code}") for code in hit.languages if code != hit.paragraph.language]
    return HitView(
        key=f"{ref.document}-{anchor(ref.label)}",
        place=_place(library, hit.paragraph, words),
        kind=words(f"{'kind_added' if _added(library, hit.paragraph) else 'kind'}.{hit.kind}"),
        heading=_heading(library, hit.paragraph, words),
        text=text_view(hit.paragraph.language, hit.paragraph.text),
        why=words("search.why", routes=_routes(hit, words)),
        also_in=words("search.also_in", languages=", ".join(others)) if others else "",
        provenance=provenance_of(hit.paragraph, words),
        citations=citations_of(library, hit.paragraph, hit.kind),
        document=ref.document,
        label=ref.label,
        language=hit.paragraph.language,
    )


def _heading(library: Library, paragraph: Paragraph, words: Words) -> str:
    """What a note is about, whose position it is, where and when; whose an added document is, its title and page."""
    added = _added(library, paragraph)
    if added is not None:
        title = added.title if added.symbol else ""
        page = words("reader.page_short", page=paragraph.page) if paragraph.page else ""
        told = (states_in_words(paragraph.facets.states, words), title, paragraph.heading, page)
        return " · ".join(dict.fromkeys(part for part in told if part))
    note = find_note(library.positions, paragraph.ref.label) if paragraph.ref.document.startswith(NOTES) else None
    if note is None:
        return paragraph.heading
    states = ", ".join(state_in_words(state, words) for state in note.states)
    parts = (states, words(f"stance.{note.stance.replace(' ', '_')}"), paragraph.heading, note.forum, note.date)
    return " · ".join(part for part in parts if part)


def _place(library: Library, paragraph: Paragraph, words: Words) -> str:
    ref = paragraph.ref
    if ref.document.startswith(NOTES):
        return ref.label
    if ref.document == DECLARATION:
        return f"{words('search.declaration')} · {ref.label}"
    added = _added(library, paragraph)
    if added is not None:
        return f"{added.symbol or added.title or added.id} · {ref.label}"
    instrument = library.instrument(ref.document.removeprefix("registry:"))
    name = (instrument.symbol or instrument.title(words.language)) if instrument else ref.document
    return f"{name} · {ref.label}"


def _added(library: Library, paragraph: Paragraph) -> Document | None:
    """The document that a paragraph stands in, if a person added it."""
    document = library.document(paragraph.ref.document, paragraph.language)
    return document if document.source else None


def _routes(hit: SearchHit, words: Words) -> str:
    named = [f"{words(f'route.{name}')} {value:.2f}" for name, value in hit.routes.items() if value > 0]
    return ", ".join(named)


def citations_of(library: Library, paragraph: Paragraph, kind: TextKind) -> tuple[tuple[str, str], ...]:
    """The citations of a paragraph, each with its language."""
    return tuple((language, cite(library, paragraph, kind, language)) for language in PAGE_LANGUAGES)


def provenance_of(paragraph: Paragraph, words: Words) -> str:
    """What a note of ours rests on; empty for any other text."""
    if not paragraph.source:
        return ""
    confidence = confidence_in_words(paragraph.confidence, words)
    return words("search.source", source=paragraph.source, confidence=confidence)


def _any(library: Library, ref: ParagraphRef) -> Paragraph:
    return next(iter(library.versions(ref).values()))


def choices(values: Sequence[Any]) -> list[Any]:
    """Values for a choice that may stay open: first the open choice, then the values."""
    return [None, *values]

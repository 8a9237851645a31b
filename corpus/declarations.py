"""Declarations held in full: one folder each, one text file per language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document, TextKind
from corpus.errors import CorpusError
from corpus.language import language_of
from corpus.paragraph import Facets, Paragraph, ParagraphRef
from corpus.segment import segment_declaration
from corpus.tables import Entry, read_table, require


class DeclarationFile(Entry, frozen=True):
    """`document.toml`: what the declaration is. `topics` gives each paragraph's subjects by label."""

    id: str
    date: str
    place: str
    body: str
    states: tuple[str, ...]
    original: str
    source: str
    translation_note: str
    names: dict[str, str]
    topics: dict[str, tuple[str, ...]]


class GuideEntry(Entry, frozen=True):
    """A finding aid for one paragraph: what it says in plain words, and how people ask for it."""

    gist: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration in all the languages it is held in, with the finding aids that search uses."""

    id: str
    names: Mapping[str, str]
    documents: tuple[Document, ...]
    guide: Mapping[tuple[str, str], GuideEntry]


def load_declarations(folder: Path) -> Iterator[Declaration]:
    """Every declaration in the folder, in the order of the folder names.

    Raises:
        CorpusError: a file is missing or wrong, or language versions do not have the same labels.
    """
    for path in sorted(folder.glob("*/document.toml")):
        yield load_declaration(path)


def load_declaration(path: Path) -> Declaration:
    """One declaration from its `document.toml` and the texts beside it."""
    about = read_table(path, DeclarationFile)
    texts = {text.name.split(".")[1]: text for text in sorted(path.parent.glob("text.*.md"))}
    require(about.original in texts, path, f"the original text.{about.original}.md is missing")
    documents = tuple(_document(about, language, text) for language, text in texts.items())
    labels = _labels(next(document for document in documents if document.language == about.original))
    require(set(about.topics) == set(labels), path, "topics must name every paragraph, and no other")
    for document in documents:
        require(_labels(document) == labels, texts[document.language], f"labels differ from those of {about.original}")
    guide = {
        (label, language): entry
        for language in texts
        for label, entry in _guide(path.parent / f"guide.{language}.toml", labels).items()
    }
    return Declaration(about.id, about.names, documents, guide)


def _document(about: DeclarationFile, language: str, path: Path) -> Document:
    language_of(language)
    try:
        parts = segment_declaration(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read: {error}.") from error
    except CorpusError as error:
        raise CorpusError(f"{path}: {error}") from error
    original = language == about.original
    paragraphs = tuple(
        Paragraph(
            ref=ParagraphRef(about.id, part.label),
            language=language,
            kind=part.kind,
            text=part.text,
            facets=Facets(about.states, about.body, (int(about.date[:4]),), about.topics.get(part.label, ())),
        )
        for part in parts.paragraphs
    )
    facts = {
        "date": about.date,
        "place": about.place,
        "states": list(about.states),
        "original_language": about.original,
        "source": about.source if original else about.translation_note,
        "opening": parts.opening,
        "enacting": parts.enacting,
    }
    return Document(
        id=about.id,
        symbol="",
        kind=TextKind.OFFICIAL if original else TextKind.TRANSLATION,
        language=language,
        title=parts.title,
        paragraphs=paragraphs,
        opening=parts.opening,
        enacting=parts.enacting,
        facts=facts,
    )


def _labels(document: Document) -> tuple[str, ...]:
    return tuple(paragraph.ref.label for paragraph in document.paragraphs)


def _guide(path: Path, labels: tuple[str, ...]) -> dict[str, GuideEntry]:
    guide = read_table(path, dict[str, GuideEntry])
    require(set(guide) == set(labels), path, "the finding aid must have one table for every paragraph, and no other")
    return guide

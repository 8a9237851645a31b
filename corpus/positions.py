"""National position notes: what a State or group has said, in our own words, with the source."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from corpus.document import Document, TextKind
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from corpus.tables import Confidence, Entry, read_table, require


class Stance(StrEnum):
    """The fixed vocabulary of stances; "no record found" never means that there is no position.

    "mentions" is for texts that speak of a matter without taking a side; no position note uses it.
    """

    PROPOSES = "proposes"
    SUPPORTS = "supports"
    COMMITS = "commits"
    CALLS_FOR = "calls for"
    CONDITIONAL = "conditional"
    OPPOSES = "opposes"
    MENTIONS = "mentions"
    NO_RECORD = "no record found"
    CONVERGENCE = "convergence"
    DIVERGENCE = "divergence"
    CAUTION = "caution"


class PositionNote(Entry, frozen=True):
    """One claim that can be quoted back to a source. `notes` names the rows that a convergence rests on."""

    id: str
    topic: str
    topics: tuple[str, ...]
    states: tuple[str, ...]
    stance: Stance
    fact: str
    forum: str
    date: str
    source: tuple[str, ...]
    confidence: Confidence
    source_languages: tuple[str, ...] = ()
    topic_ru: str = ""
    fact_ru: str = ""
    notes: tuple[str, ...] = ()


class PositionFile(Entry, frozen=True):
    """The notes on one State, one group, or on what several have in common."""

    id: str
    title_en: str
    title_ru: str
    note: tuple[PositionNote, ...]


def load_positions(folder: Path) -> Iterator[PositionFile]:
    """Every file of position notes, in the order of the file names.

    Raises:
        CorpusError: a file is wrong or a note that makes a claim has no source.
    """
    for path in sorted(folder.glob("*.toml")):
        yield load_position_file(path)


def load_position_file(path: Path) -> PositionFile:
    """One file of position notes."""
    positions = read_table(path, PositionFile)
    for note in positions.note:
        rests_on_something = note.source or note.notes or note.stance is Stance.NO_RECORD
        require(rests_on_something, path, f"{note.id} has no source")
    return positions


def position_documents(positions: PositionFile) -> Iterator[Document]:
    """The notes as a document in English, and in Russian where every note has a Russian text."""
    document_id = f"positions:{positions.id}"
    languages = ["en"] + (["ru"] if all(note.fact_ru for note in positions.note) else [])
    for language in languages:
        yield Document(
            id=document_id,
            symbol="",
            kind=TextKind.POSITION,
            language=language,
            title=positions.title_en if language == "en" else positions.title_ru,
            paragraphs=tuple(_paragraph(document_id, note, language) for note in positions.note),
            facts={"notes": [_facts(note) for note in positions.note]},
        )


def _paragraph(document_id: str, note: PositionNote, language: str) -> Paragraph:
    return Paragraph(
        ref=ParagraphRef(document_id, note.id),
        language=language,
        kind=ParagraphKind.NOTE,
        text=note.fact if language == "en" else note.fact_ru,
        facets=Facets(note.states, note.forum, _years(note.date), note.topics),
        heading=note.topic if language == "en" else note.topic_ru or note.topic,
        source=" ; ".join(note.source) or "; ".join(note.notes) or "looked for in English and Russian, nothing usable",
        confidence=note.confidence,
    )


def find_note(files: Iterable[PositionFile], note_id: str) -> PositionNote | None:
    """The note with this id, or nothing."""
    return next((note for file in files for note in file.note if note.id == note_id), None)


def _facts(note: PositionNote) -> dict[str, object]:
    return {
        "id": note.id,
        "states": list(note.states),
        "topic": note.topic,
        "stance": note.stance,
        "forum": note.forum,
        "date": note.date,
        "source": list(note.source),
        "confidence": note.confidence,
        "notes": list(note.notes),
    }


def _years(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(year) for year in re.findall(r"\b(?:19|20)\d{2}\b", text)}))

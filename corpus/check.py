"""The validator of the shipped data: every problem found, not only the first."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from corpus.declarations import load_declaration
from corpus.errors import CorpusError
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.positions import load_position_file
from corpus.registry import load_instrument
from corpus.tables import DATA_FOLDER
from corpus.terms import load_concepts

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """What the validator counted, and one sentence for each problem."""

    counts: dict[str, int]
    problems: tuple[str, ...]


def check_corpus(folder: Path = DATA_FOLDER) -> CorpusReport:
    """Check every shipped data file, and what they say of each other."""
    problems: list[str] = []
    declarations = _loaded(folder, "documents/*/document.toml", load_declaration, problems)
    instruments = _loaded(folder, "instruments/*.toml", load_instrument, problems)
    positions = _loaded(folder, "positions/*.toml", load_position_file, problems)
    bank = _loaded(folder, "terms/*.toml", lambda path: list(load_concepts(path)), problems)
    concepts = [concept for file in bank for concept in file]
    library = Library.of(declarations, instruments, positions, concepts)
    problems += _duplicates("registry id", [instrument.id for instrument in instruments])
    problems += _duplicates("position note id", [note.id for file in positions for note in file.note])
    problems += _duplicates("term id", [concept.id for concept in concepts])
    problems += _broken_references(library)
    problems += _empty_or_repeated_names(library)
    counts = {
        "declarations": len(declarations),
        "declaration languages": sum(len(declaration.documents) for declaration in declarations),
        "instruments": len(instruments),
        "facts": sum(len(instrument.fact) for instrument in instruments),
        "instrument notes": sum(len(instrument.note) for instrument in instruments),
        "position notes": sum(len(file.note) for file in positions),
        "concepts": len(concepts),
        "names": sum(len(concept.forms(code)) for concept in concepts for code in LANGUAGES),
    }
    return CorpusReport(counts, tuple(problems))


def _loaded(folder: Path, pattern: str, load: Callable[[Path], Part], problems: list[str]) -> list[Part]:
    """Every file of the pattern that is right; for each that is not, its first problem is noted."""
    parts: list[Part] = []
    for path in sorted(folder.glob(pattern)):
        try:
            parts.append(load(path))
        except CorpusError as error:
            problems.append(str(error))
    return parts


def _duplicates(what: str, ids: list[str]) -> Iterator[str]:
    for known, times in Counter(ids).items():
        if times > 1:
            yield f"The {what} “{known}” is used {times} times; ids are unique."


def _broken_references(library: Library) -> Iterator[str]:
    instruments = {instrument.id for instrument in library.instruments}
    notes = {note.id for file in library.positions for note in file.note}
    labels = {
        paragraph.ref.label
        for declaration in library.declarations
        for document in declaration.documents
        for paragraph in document.paragraphs
    }
    for instrument in library.instruments:
        for label in instrument.cited_in:
            if labels and label not in labels:
                yield f"{instrument.id} is said to be cited in {label}, which the declaration does not have."
        for related in instrument.related:
            if related not in instruments:
                yield f"{instrument.id} is related to “{related}”, which is not in the registry."
    for file in library.positions:
        for note in file.note:
            for other in note.notes:
                if other not in notes:
                    yield f"{note.id} rests on {other}, which is not among the position notes."


def _empty_or_repeated_names(library: Library) -> Iterator[str]:
    for concept in library.concepts:
        for code in LANGUAGES:
            for name, times in Counter(concept.names[code]).items():
                if times > 1:
                    yield f"{concept.id}: “{name}” stands {times} times in “{code}”."
        for code in (*concept.abbreviations, *concept.unsure):
            if code not in LANGUAGES:
                yield f"{concept.id}: “{code}” is not one of the twelve languages."

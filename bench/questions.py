"""The questions of the benchmark: written from the declaration alone, apart from term bank and finding aids."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.tables import Entry, read_table

FOLDER = Path(__file__).with_name("questions")


class QuestionEntry(Entry, frozen=True):
    """One question as written: its text, the labels that answer it, and the set it belongs to."""

    text: str
    answer: tuple[str, ...]
    set: str


class QuestionFile(Entry, frozen=True):
    """All questions in one language."""

    question: tuple[QuestionEntry, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a language. `part` is "dev", on which weights were chosen, or "test", which is only reported."""

    language: str
    text: str
    answer: frozenset[str]
    part: str


def load_questions(folder: Path = FOLDER) -> Iterator[Question]:
    """Every question, language by language."""
    for path in sorted(folder.glob("*.toml")):
        for entry in read_table(path, QuestionFile).question:
            yield Question(path.stem, entry.text, frozenset(entry.answer), entry.set)

"""The term bank: one concept, its names in twelve languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from corpus.language import LANGUAGES
from corpus.tables import Confidence, Entry, read_table, require


class TermEntry(Entry, frozen=True):
    """One concept as written in a file: the first name of a language is the preferred one."""

    source: str
    confidence: Confidence
    ru: tuple[str, ...]
    en: tuple[str, ...]
    ar: tuple[str, ...]
    es: tuple[str, ...]
    fr: tuple[str, ...]
    kk: tuple[str, ...]
    ky: tuple[str, ...]
    tg: tuple[str, ...]
    tk: tuple[str, ...]
    tr: tuple[str, ...]
    uz: tuple[str, ...]
    zh: tuple[str, ...]
    abbreviations: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of the field.

    `names` has all twelve languages, the preferred name first; `unsure` names the languages whose preferred name
    still wants a native speaker's word.
    """

    id: str
    field: str
    names: Mapping[str, tuple[str, ...]]
    abbreviations: Mapping[str, tuple[str, ...]]
    source: str
    confidence: Confidence
    unsure: tuple[str, ...]

    def forms(self, language: str) -> tuple[str, ...]:
        """Every name and abbreviation in the language, the preferred name first."""
        return (*self.names[language], *self.abbreviations.get(language, ()))


def load_terms(folder: Path) -> Iterator[Concept]:
    """Every concept of the bank, by file and in the order of the file.

    Raises:
        CorpusError: a file is wrong, a concept lacks a language or a source, or a name is empty.
    """
    for path in sorted(folder.glob("*.toml")):
        yield from load_concepts(path)


def load_concepts(path: Path) -> Iterator[Concept]:
    """The concepts of one file, in its order."""
    for concept_id, entry in read_table(path, dict[str, TermEntry]).items():
        names: dict[str, tuple[str, ...]] = {code: getattr(entry, code) for code in LANGUAGES}
        require(entry.source.strip(), path, f"{concept_id} has no source")
        for code, forms in names.items():
            require(forms and all(form.strip() for form in forms), path, f"{concept_id} has no name in “{code}”")
        yield Concept(concept_id, path.stem, names, entry.abbreviations, entry.source, entry.confidence, entry.unsure)

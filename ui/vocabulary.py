"""Words of the interface: read from one file per language, found by a dotted key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import CorpusError
from corpus.tables import read_table

FOLDER = Path(__file__).with_name("words")
DEFAULT = "en"
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one interface language. `unsure` are keys whose words a native reader has yet to confirm."""

    language: str
    _by_key: Mapping[str, str]
    unsure: frozenset[str] = frozenset()

    def __call__(self, key: str, **blanks: object) -> str:
        """The words under a key such as "search.title", blanks filled in.

        Raises:
            CorpusError: there is no such key.
        """
        if key not in self._by_key:
            raise CorpusError(f"{FOLDER / self.language}.toml has no words for “{key}”.")
        return self._by_key[key].format(**blanks) if blanks else self._by_key[key]

    @property
    def keys(self) -> frozenset[str]:
        """Every key, for comparing languages."""
        return frozenset(self._by_key)


def interface_languages() -> tuple[str, ...]:
    """The languages that have a word file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def words_in(language: str) -> Words:
    """The words of the interface in a language; English where there is no file for it."""
    chosen = language if language in interface_languages() else DEFAULT
    table = read_table(FOLDER / f"{chosen}.toml", dict[str, str | list[str] | dict[str, str]])
    unsure = table.pop(UNSURE, [])
    return Words(chosen, dict(_flat(table)), frozenset(unsure))


def provenance_in_words(words: Words) -> tuple[str, ...]:
    """What to know of these words themselves: that a native speaker has yet to read them, where that is so."""
    return (words("app.unsigned"),) if words.unsure else ()


def _flat(table: Mapping[str, str | list[str] | dict[str, str]]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            for inner, words in value.items():
                yield f"{key}.{inner}", words

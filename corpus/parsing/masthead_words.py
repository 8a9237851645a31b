"""The words of mastheads, ready to be matched."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from msgspec import field

from corpus.tables import Entry, read_table, require

WORDS = Path(__file__).with_name("masthead_words.toml")
ENGLISH = "en"
ITEM = r"[\d\u0660-\u0669]{1,4}(?:\s?[(（]\w[)）])?"
NEXT_ITEM = rf"(?:\s*[,،、]\s*|\s*[–-]\s*|\s+(?:and|и|et|y|和|و)\s*){ITEM}"
NUMBER = rf"(?P<n>{ITEM}(?:{NEXT_ITEM}){{0,6}})"
PLACE = r"(?:-?(?:st|nd|rd|th|e|er|ère|ème|ª|a|º|\.ª|-?е|-?я|-?й|-?го))?"
WHOLE_ORDINAL = r"(?P<ordinal>[^\n;:,.\]\[()]{1,60})"
ORDINAL = r"(?P<ordinal>[^\n;:,.\]\[()]{1,60}?)"


class LanguageWords(Entry, frozen=True):
    """One language's table of masthead_words.toml."""

    locales: list[str]
    organs: dict[str, str] = field(default_factory=dict)
    adopted: list[str] = field(default_factory=list)
    distribution: list[str] = field(default_factory=list)
    distributions: dict[str, str] = field(default_factory=dict)
    original: list[str] = field(default_factory=list)
    languages: dict[str, str] = field(default_factory=dict)
    session: list[str] = field(default_factory=list)
    special: list[str] = field(default_factory=list)
    emergency: list[str] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    meeting: list[str] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    speeches: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    set_headings: list[str] = field(default_factory=list)


Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """Patterns for one language; the groups are n, ordinal, organ and date."""

    locales: tuple[str, ...]
    organs: tuple[tuple[re.Pattern[str], str], ...]
    adopted: Patterns
    distribution: re.Pattern[str]
    distributions: dict[str, str]
    original: re.Pattern[str]
    languages: tuple[tuple[re.Pattern[str], str], ...]
    session: Patterns
    special: Patterns
    emergency: Patterns
    agenda: Patterns
    meeting: Patterns
    kinds: tuple[tuple[str, str], ...]
    ordinals: dict[str, int]
    addresses: re.Pattern[str]
    speeches: re.Pattern[str]
    authors: re.Pattern[str]
    set_headings: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> dict[str, LanguageWords]:
    tables = read_table(WORDS, dict[str, LanguageWords])
    require(ENGLISH in tables, WORDS, "it has no table for English")
    return tables


@lru_cache(maxsize=16)
def masthead_words(language: str) -> MastheadWords:
    """The words of this language; those of English where the language is not one of ours."""
    tables = _tables()
    words = tables.get(language, tables[ENGLISH])
    distributions = {written.casefold(): meaning for written, meaning in words.distributions.items()}
    return MastheadWords(
        locales=tuple(words.locales),
        organs=tuple((re.compile(_phrase(name), re.IGNORECASE), body) for name, body in words.organs.items()),
        adopted=_patterns(words.adopted),
        distribution=_either(
            words.distribution, rf"\s*[:：]?\s*(?P<value>{'|'.join(map(re.escape, distributions)) or '(?!)'})"
        ),
        distributions=distributions,
        original=_either(words.original, r"\s?[:：]\s?(?P<value>[^\n;.]{2,60})"),
        languages=tuple((re.compile(_phrase(name), re.IGNORECASE), code) for name, code in words.languages.items()),
        session=_patterns(words.session),
        special=_patterns(words.special),
        emergency=_patterns(words.emergency),
        agenda=_patterns(words.agenda),
        meeting=_patterns(words.meeting),
        kinds=tuple(words.kinds.items()),
        ordinals=words.ordinals,
        addresses=_either(words.addresses, ""),
        speeches=_either(words.speeches, "" if language == "zh" else r"(?!\w)"),
        authors=_either(words.authors, ""),
        set_headings=frozenset(map(str.casefold, words.set_headings)),
    )


def _phrase(written: str) -> str:
    return re.escape(written).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


def _either(words: list[str], behind: str) -> re.Pattern[str]:
    choice = "|".join(map(_phrase, words)) or "(?!)"
    return re.compile(rf"(?:{choice}){behind}", re.IGNORECASE)


def _patterns(templates: list[str]) -> Patterns:
    """The templates as patterns; "?" and "." keep their meaning in a pattern."""
    return tuple(
        re.compile(
            re.sub(r"\{ordinal\}$", lambda _: WHOLE_ORDINAL, template.replace(" ", r"\s+"))
            .replace("{n}", NUMBER + PLACE)
            .replace("{ordinal}", ORDINAL)
            .replace("{organ}", r"(?P<organ>[^\n\d\[]{2,160}?)")
            .replace("{date}", r"(?P<date>[^\[]{6,60})"),
            re.IGNORECASE,
        )
        for template in templates
    )

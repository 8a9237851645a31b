"""What a text denies: "not" with the word it stands before, and words that deny by themselves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table
from drafting.phrases import DRAFT_LANGUAGES
from indexer.tokens import stem

PATH = Path(__file__).with_name("denials.toml")
NEXT_WORD = re.compile(r"[^\W\d_]+")
AUXILIARIES = frozenset({"be", "been", "have", "yet", "to", "the", "a", "any", "all"})
"""Words that may stand between "not" and what it denies."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: the word that denies, and the stem of what is denied, where the word does not deny by itself."""

    word: str
    what: str = ""

    def __str__(self) -> str:
        return self.word


class DenialWords(Entry, frozen=True):
    """The words of one language that deny."""

    beside: tuple[str, ...]
    alone: tuple[str, ...]
    harmless: tuple[str, ...]


def denials(text: str, language: str) -> tuple[Denial, ...]:
    """What a text denies, in English or Russian; nothing in other languages."""
    if language not in DRAFT_LANGUAGES:
        return ()
    patterns = _patterns(language)
    plain = patterns.harmless.sub(" ", text)
    found = [(match[0].casefold(), plain[match.end() :]) for match in patterns.beside.finditer(plain)]
    beside = [Denial(word, _denied(rest, language)) for word, rest in found]
    alone = (match[0].casefold() for match in patterns.alone.finditer(plain))
    return tuple(dict.fromkeys((*beside, *(Denial(word, stem(word, language)) for word in alone))))


def denied_beyond(text: str, language: str, evidence: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The denials of a text that its evidence lacks: of the same word in the same language, of any in another."""
    same: set[str] = set()
    another = False
    for words, code in evidence:
        found = denials(words, code)
        same |= {each.what for each in found if code == language}
        another |= bool(found) and code != language
    return tuple(each.word for each in denials(text, language) if each.what not in same and not another)


def _denied(rest: str, language: str) -> str:
    """The stem of the word that is denied."""
    for match in NEXT_WORD.finditer(rest):
        word = match[0].casefold()
        if word not in AUXILIARIES:
            return stem(word, language)
    return ""


@dataclass(frozen=True, slots=True)
class _Patterns:
    beside: re.Pattern[str]
    alone: re.Pattern[str]
    harmless: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = read_table(PATH, dict[str, DenialWords])[language]
    return _Patterns(_any(words.beside), _any(words.alone), _any(words.harmless))


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    written = (re.escape(word).replace(r"\*", r"\w{0,8}").replace("'", "['’]").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)

"""Words and terms as patterns: a star stands for any ending, a plus joins words that must all be there."""

import re
from collections.abc import Iterable
from functools import cache

from corpus.tables import DATA_FOLDER
from corpus.terms import Concept, load_terms

YO = re.compile("[её]")
"""Russian texts write ё or е as they like."""
ENDING = r"\w{0,9}"
SHORT = 3
LONG = 6
ARABIC_PREFIX = "(?:[وفبلك])?(?:ال|لل)?"
PLURALS = (("ies", 3), ("es", 2), ("s", 1), ("y", 1))


class Patterns:
    """Alternatives to look for in one language; capitals alone (LLDC) are looked for as they are written.

    `bounded` says that they stand for whole words, which Chinese does not set apart.
    """

    def __init__(self, alternatives: Iterable[str], bounded: bool = True) -> None:
        single: list[str] = []
        joined: list[tuple[re.Pattern[str], ...]] = []
        for alternative in dict.fromkeys(alternatives):
            parts = alternative.split(" + ")
            if len(parts) == 1:
                single.append(alternative)
            else:
                joined.append(tuple(_compiled([part], bounded) for part in parts))
        self._single = _compiled(sorted(single, key=len, reverse=True), bounded) if single else None
        self._joined = tuple(joined)

    def count(self, text: str) -> int:
        """How many different things that are looked for the text names."""
        found = {match[0].casefold() for match in self._single.finditer(text)} if self._single else set()
        return len(found) + sum(1 for parts in self._joined if all(part.search(text) for part in parts))

    def found(self, text: str) -> bool:
        """Whether the text names any of them."""
        if self._single and self._single.search(text):
            return True
        return any(all(part.search(text) for part in parts) for parts in self._joined)

    def longest(self, text: str) -> int:
        """The number of letters of the longest thing named, 0 where none is."""
        lengths = [len(match[0]) for match in self._single.finditer(text)] if self._single else []
        for parts in self._joined:
            places = [part.search(text) for part in parts]
            if all(places):
                lengths.append(sum(len(place[0]) for place in places if place))
        return max(lengths, default=0)


def _compiled(alternatives: list[str], bounded: bool) -> re.Pattern[str]:
    either = YO.sub("[её]", f"(?:{'|'.join(alternatives)})")
    return re.compile(rf"(?<!\w){either}(?!\w)" if bounded else either, re.IGNORECASE)


def written(words: Iterable[str]) -> Iterable[str]:
    """The patterns of words as a topic's file writes them: "glacier*", "debt + climat*"."""
    return (" + ".join(_phrase(part) for part in word.split(" + ")) for word in words)


def _phrase(phrase: str) -> str:
    return _as_cased(r"[\s\u00a0]+".join(_word(word) for word in phrase.split()), phrase)


def _word(word: str) -> str:
    if word == "*":
        return r"\S+"
    stem, star = (word[:-1], r"\w*") if word.endswith("*") else (word, "")
    return re.escape(stem) + star


def _as_cased(pattern: str, phrase: str) -> str:
    return f"(?-i:{pattern})" if phrase.isupper() else pattern


def concept_patterns(concept_ids: Iterable[str], language: str) -> list[str]:
    """The patterns of the term bank's names for these concepts in a language."""
    bank = _bank()
    return [_form(form, language) for name in concept_ids if name in bank for form in bank[name].forms(language)]


@cache
def _bank() -> dict[str, Concept]:
    return {concept.id: concept for concept in load_terms(DATA_FOLDER / "terms")}


def concept_names(concept_id: str) -> dict[str, str]:
    """The preferred name of a concept in each of the twelve languages."""
    return {language: names[0] for language, names in _bank()[concept_id].names.items()}


def starred(word: str, language: str) -> str:
    """A word as a topic's file would write it, with a star for what may change at its end."""
    return word if len(word) <= SHORT or word.isupper() else f"{word[: len(word) - _cut(word, language)]}*"


def _form(form: str, language: str) -> str:
    if language == "zh":
        return re.escape(form)
    return _as_cased(r"[\s\u00a0]+".join(_inflected(word, language) for word in form.split()), form)


def _inflected(word: str, language: str) -> str:
    if len(word) <= SHORT or word.isupper() or not word[-1].isalpha():
        return re.escape(word)
    if language == "ar":
        return ARABIC_PREFIX + re.escape(word.removeprefix("ال")) + ENDING
    return re.escape(word[: len(word) - _cut(word, language)]) + ENDING


def _cut(word: str, language: str) -> int:
    """How many letters at the end of a word may change."""
    if language in {"en", "es", "fr"}:
        return next((cut for ending, cut in PLURALS if word.endswith(ending) and len(word) - cut > SHORT), 0)
    return 2 if len(word) >= LONG else 1

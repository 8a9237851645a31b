"""Organs, organisations and kinds of countries that a text names, by the term bank: whoever may speak beside States."""

import re
from collections.abc import Iterator

from corpus.library import Library
from corpus.terms import Concept
from drafting.parties import states_named, stemmed
from references.plain import plain_text

FIELD = "bodies"
KINDS_OF_COUNTRIES = frozenset({
    "asia-pacific-group",
    "countries-with-economies-in-transition",
    "developed-countries",
    "developing-countries",
    "landlocked-developing-countries",
    "least-developed-countries",
    "mountain-group",
    "mountainous-landlocked-developing-countries",
    "small-island-developing-states",
    "transit-countries",
    "umbrella-group",
})  # fmt: skip
OF_NO_ONE = "united-nations"
"""Any source of ours is of the United Nations in some way."""
WORD = re.compile(r"[^\W\d_]+")


class BodyFinder:
    """Finds whoever a text names, in any of the twelve languages."""

    def __init__(self, library: Library) -> None:
        self._known = {concept.id: concept for concept in library.concepts if _may_speak(concept)}
        self._names: dict[str, tuple[tuple[str, str], ...]] = {}

    def named(self, text: str, language: str) -> frozenset[str]:
        """The ids of the concepts of the term bank that are named and may speak, whatever the ending.

        The longest name wins: "least developed countries" are no "developed countries".
        """
        if language not in self._names:
            self._names[language] = tuple(sorted(self._written(language), key=lambda each: -len(each[0])))
        said, found = _comparable(text, language), set()
        for name, body in self._names[language]:
            if name in said:
                found.add(body)
                said = said.replace(name, " | ")
        return frozenset(found)

    def names(self, ids: frozenset[str], language: str) -> tuple[str, ...]:
        """How these are called in the language, in a fixed order."""
        return tuple(self._known[each].names[language][0] for each in sorted(ids))

    def forms(self, ids: frozenset[str], language: str) -> tuple[str, ...]:
        """Whatever these may be called in the language."""
        return tuple(form for each in ids for form in self._known[each].forms(language))

    def _written(self, language: str) -> Iterator[tuple[str, str]]:
        for concept in self._known.values():
            for form in concept.forms(language):
                yield _comparable(form, language), concept.id


def _may_speak(concept: Concept) -> bool:
    if concept.id in KINDS_OF_COUNTRIES:
        return True
    is_state = any(states_named(concept.names["en"][0], "en"))
    return concept.field == FIELD and concept.id != OF_NO_ONE and not is_state


def _comparable(text: str, language: str) -> str:
    """The words without their endings in a row; Chinese has none."""
    if language == "zh":
        return text
    words = (_without_ending(match[0], language) for match in WORD.finditer(plain_text(text).plain))
    return f" {' '.join(words)} "


def _without_ending(word: str, language: str) -> str:
    """An abbreviation stays; English only loses its plural: the stem of "developed" is that of "developing"."""
    if word.isupper():
        return word
    return word.casefold().removesuffix("s") if language == "en" else stemmed(word, language)

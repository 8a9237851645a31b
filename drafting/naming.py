"""Whoever and whatever a statement names and its sources do not: organs, organisations, groups, people, places."""

import re
from collections.abc import Iterable, Iterator

from corpus.library import Library
from drafting.bodies import BodyFinder
from drafting.claims import SYMBOL
from drafting.figures_said import LABEL
from drafting.groups import groups
from drafting.names import NameCheck
from drafting.parties import states_in_any_case
from drafting.phrases import phrases_in
from drafting.verbs import language_table
from references.checker import ReferenceChecker
from references.grammar_file import grammar_of

DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?!\w)")


class NamingCheck:
    """Compares the names of statements in English and Russian with those of their sources.

    States, groups that drafts are written for, references and months are left out: they are compared on their own.
    """

    def __init__(self, library: Library, checker: ReferenceChecker) -> None:
        self._checker = checker
        self._bodies = BodyFinder(library)
        self._names = NameCheck(library)

    def beyond(self, text: str, language: str, sources: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The names that stand in none of the sources, which are texts with their languages."""
        known = tuple(sources)
        held = frozenset().union(*(self._bodies.named(words, code) for words, code in known))
        bare = self._bare(text, language)
        bodies = self._bodies.named(bare, language) - held
        own = " ".join((*_ours(language), *self._bodies.forms(bodies, language)))
        names = self._names.beyond(bare, language, known, states_in_any_case(text, language), own)
        months = grammar_of(language).month_numbers
        return (*self._bodies.names(bodies, language), *(name for name in names if name.casefold() not in months))

    def _bare(self, text: str, language: str) -> str:
        """The text without its references and labels, and "U.S." as one word."""
        for mention in reversed(self._checker.mentions(text, language)):
            text = f"{text[: mention.start]},{text[mention.end :]}"
        text = LABEL.sub(",", SYMBOL.sub(",", text))
        return DOTTED.sub(lambda found: found[0].replace(".", ""), text)


def _ours(language: str) -> Iterator[str]:
    """The words of the writer of drafts, the verbs that it turns, and the groups that it writes for."""
    yield from phrases_in(language).sentences.values()
    yield from (form.text for verb in language_table(language).verbs.values() for _, form in verb.shapes())
    for group in groups().values():
        yield from group.speaker(language).names

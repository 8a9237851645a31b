"""A text becomes a report: references found, resolved, checked; slips noted; a corrected copy on demand."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.errors import QueryError
from corpus.folders import imports_folder
from corpus.imports.layers import load_resolutions
from corpus.imports.table import ResolutionTable
from corpus.library import Library
from references.attribution import attributions
from references.checks import check_mentions
from references.findings import CheckReport
from references.grammar_file import grammar_of
from references.lint import lint, look_alikes
from references.mention import Mention
from references.mentions import find_mentions
from references.named import NameFinder
from references.paragraphs import paragraph_of
from references.plain import ARABIC_DIGITS

LONGEST_TEXT = 20_000_000
SHARING = frozenset({"kk", "ky", "ru", "tg", "uz"})
"""Languages that write "резолюция" for their own word."""
ENGLISH, RUSSIAN = re.compile(r"\bresolutions?\b", re.IGNORECASE), re.compile(r"\bрезолюци", re.IGNORECASE)


class ReferenceChecker:
    """Checks texts against one library; holds no state between texts."""

    def __init__(self, library: Library, table: ResolutionTable | None = None) -> None:
        self._library = library
        self._table = table or load_resolutions(imports_folder(), library.instruments)
        self._names = NameFinder(library)

    def check(self, text: str, language: str) -> CheckReport:
        """Find and check every reference of a text in this language.

        Raises:
            QueryError: the text is empty, too long or not text.
        """
        _refuse_what_is_not_text(text)
        mentions = self.mentions(text, language)
        claims = list(attributions(text, language, mentions))
        checked = check_mentions(self._library, self._table, text, mentions, claims, language)
        slips = sorted([*lint(text, language), *look_alikes(text, mentions)], key=lambda note: note.start)
        return CheckReport(language, checked, tuple(slips))

    def mentions(self, text: str, language: str) -> list[Mention]:
        """Every reference by number and by name, in order; a name inside a numbered reference is part of it."""
        numbered = find_mentions(text, language)
        for other in _also_in(text, language):
            numbered = sorted([*numbered, *_apart(find_mentions(text, other), numbered)], key=lambda one: one.start)
        named = (_with_paragraph(one, text, language) for one in _apart(self._names.find(text, language), numbered))
        return sorted([*numbered, *named], key=lambda mention: mention.start)


def _also_in(text: str, language: str) -> Iterator[str]:
    """The languages that a draft may quote a reference in, where the text has their word for a resolution."""
    if language != "en" and ENGLISH.search(text):
        yield "en"
    if language not in SHARING and RUSSIAN.search(text):
        yield "ru"


def _apart(found: Iterable[Mention], known: list[Mention]) -> Iterator[Mention]:
    """The references that are none of those known."""
    ends = [mention.end for mention in known]
    for mention in found:
        following = bisect_right(ends, mention.start)
        if following == len(known) or known[following].start >= mention.end:
            yield mention


def _with_paragraph(mention: Mention, text: str, language: str) -> Mention:
    """A name with the paragraph that the text names with it."""
    paragraph = paragraph_of(grammar_of(language), text, mention.start, mention.end)
    return replace(mention, paragraph=paragraph.translate(ARABIC_DIGITS)) if paragraph else mention


def _refuse_what_is_not_text(text: str) -> None:
    if not text.strip():
        raise QueryError("The text is empty. Paste it, or give a file that holds text.")
    if len(text) > LONGEST_TEXT:
        raise QueryError(f"The text has {len(text):,} characters; the limit is {LONGEST_TEXT:,}. Check it in parts.")
    if "\x00" in text:
        raise QueryError("The file holds bytes that are not text. Give it as text in UTF-8.")

"""The table of verbs as patterns: which verb, in which form, stands at a place of a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from drafting.verbs import OPEN_PLACE, Form, Shape, Words, language_table

QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class VerbFound:
    """A verb of the table in a text.

    `start` and `end` are the whole, with the words of colour before and after it; `head` is the span of the verb form
    itself, up to the open place of "express our concern". `tail` is what of the form stands after the open place.
    """

    verb: str
    shape: Shape
    start: int
    end: int
    head: tuple[int, int]
    tail: bool


@dataclass(frozen=True, slots=True)
class _Row:
    verb: str
    shape: Shape
    form: Form


def words_pattern(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; nothing where there are none."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(spaced(word) for word in ordered) + ")" if ordered else r"(?!)"


def spaced(words: str) -> str:
    """The words of a form as a pattern: any white space between them, "s" for "z", "ё" for "е"."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return re.sub(r"iz(?=e|ing)", "i[sz]", pattern).replace("е", "[её]")


class VerbPatterns:
    """Finds the verbs of one language; made once by `patterns_of`."""

    def __init__(self, language: str) -> None:
        table = language_table(language)
        self.words: Words = table.words
        rows = [_Row(name, shape, form) for name, forms in table.verbs.items() for shape, form in forms.shapes()]
        if language == "en":
            rows += [_Row(name, Shape.THIRD_PLURAL, forms.plain) for name, forms in table.verbs.items() if forms.plain]
        self._rows = sorted(rows, key=lambda row: -len(row.form.text.replace(OPEN_PLACE, "")))
        self.leading = rf"(?:{words_pattern(self.words.leading)},?\s+)*?"
        own = words_pattern(word for word in (self.words.own_we, self.words.own_one, self.words.own_many) if word)
        also = rf"(?:{words_pattern(self.words.trailing)},?\s+)*"
        self._open = rf"{also}(?:{own}\s+)?(?:(?:{words_pattern(self.words.degrees)},?|and|и)\s+)*"
        self._trailing = re.compile(rf"(?:\s+{words_pattern(self.words.trailing)}\b)+", re.IGNORECASE)
        self._compiled: dict[frozenset[Shape], tuple[re.Pattern[str], list[_Row]]] = {}

    def forms_pattern(self, shapes: frozenset[Shape]) -> str:
        """A pattern for any form of these shapes, without the words around it; one numbered group a form."""
        return self._forms(shapes)[0].pattern

    def _forms(self, shapes: frozenset[Shape]) -> tuple[re.Pattern[str], list[_Row]]:
        if shapes not in self._compiled:
            rows = [row for row in self._rows if row.shape in shapes]
            body = "|".join(f"(?P<v{place}>{self._form(row.form.text)})" for place, row in enumerate(rows))
            pattern = rf"(?<![\w-])(?P<leading>{self.leading})(?:{body})(?![\w-])"
            self._compiled[shapes] = re.compile(pattern, re.IGNORECASE), rows
        return self._compiled[shapes]

    def _form(self, text: str) -> str:
        head, _, tail = text.partition(OPEN_PLACE)
        return rf"{spaced(head)}\s+{self._open}{spaced(tail)}" if tail else spaced(text)

    def at(self, text: str, place: int, shapes: frozenset[Shape]) -> VerbFound | None:
        """The verb that stands at this place in one of the shapes, with the words of colour before it."""
        pattern, rows = self._forms(shapes)
        match = pattern.match(text, place)
        return self._found(text, match, rows) if match else None

    def within(self, text: str, shapes: frozenset[Shape], start: int = 0) -> Iterator[VerbFound]:
        """Every verb in one of the shapes that stands as words of its own, outside quotation marks."""
        pattern, rows = self._forms(shapes)
        quoted = [match.span() for match in QUOTED.finditer(text)]
        for match in pattern.finditer(text, start):
            if not any(left <= match.start() < right for left, right in quoted):
                yield self._found(text, match, rows)

    def _found(self, text: str, match: re.Match[str], rows: list[_Row]) -> VerbFound:
        name, place = next((name, int(name[1:])) for name, met in match.groupdict().items() if met and name[0] == "v")
        row = rows[place]
        head, _, tail = row.form.text.partition(OPEN_PLACE)
        start, end = match.span(name)
        stop = re.compile(spaced(head), re.IGNORECASE).match(text, start)
        trailing = self._trailing.match(text, end)
        return VerbFound(
            verb=row.verb,
            shape=row.shape,
            start=match.start(),
            end=trailing.end() if trailing else end,
            head=(start, stop.end() if stop else end),
            tail=bool(tail),
        )


@cache
def patterns_of(language: str) -> VerbPatterns:
    """The patterns of Russian or English.

    Raises:
        NotHeld: the language is not one of the two whose paragraphs can be turned.
        CorpusError: the shipped table is wrong; the message names it.
    """
    return VerbPatterns(language)

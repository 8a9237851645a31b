"""The verbs that govern a paragraph: the one that opens it and those that share its subject."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafting.verb_patterns import VerbFound, VerbPatterns, patterns_of, words_pattern
from drafting.verbs import Shape
from drafting.voices import Voice
from references.clauses import sentences

NUMBER = re.compile(r"\s*(?:(?:OP|PP)\s?\d{1,3}\.?|\d{1,3}\.|\([a-zа-я]{1,3}\)|[a-zа-я]\))\s+")
GERUND_BEFORE = re.compile(r"\b(?:by|of|for|in|through|on|at|from|without|including|to)\s+(?:\w+ly\s+)?\w+ing\b")
INFINITIVE = re.compile(
    r"(?P<before>\b\w+)\s+to\s+(?!(?:the|a|an|its|their|our|this|that|these|those|all|any)\b)[a-z]+"
)


@dataclass(frozen=True, slots=True)
class Governing:
    """A verb with the subject of the paragraph, and the subject's word where one stands right before it.

    `certain` is false where the verb may have another subject; such a verb is left as it is. `sentence` counts from 0.
    """

    found: VerbFound
    certain: bool = True
    subject: tuple[int, int] | None = None
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph opens: where its number ends, where its first clause begins, and its governing verbs.

    `clause` is a participial clause that opens the paragraph before the subject ("Taking into account …, we note").
    """

    number_end: int
    start: int
    governing: tuple[Governing, ...]
    clause: VerbFound | None = None


class GoverningFinder:
    """Finds the governing verbs of paragraphs that are in one voice."""

    def __init__(self, language: str, voice: Voice) -> None:
        self._language, self._shape, self._required = language, voice.shape, voice.needs_subject
        self._patterns: VerbPatterns = patterns_of(language)
        self._shapes = frozenset({voice.shape})
        words = self._patterns.words
        insertion = words_pattern(words.insertions)
        subject = words_pattern(voice.subjects)
        conjunction = words_pattern(words.conjunctions)
        flags = re.IGNORECASE
        heads = rf",\s+{words_pattern(words.heads)}\b.*?,(?=\s+{self._patterns.forms_pattern(self._shapes)})"
        self._subject = re.compile(rf"(?P<subject>{subject}(?!\w)(?:{heads})?),?\s+", flags | re.DOTALL)
        self._insertions = re.compile(rf"(?:{insertion},?\s+)*", flags)
        inserted = rf"(?:,?\s*{insertion},?\s+)?"
        closing = rf"{inserted}{self._patterns.leading}\Z"
        self._with_comma = re.compile(rf"(?:,\s+{conjunction}|;(?:\s+{conjunction})?),?\s+{closing}", flags)
        self._joined = re.compile(rf"\s{conjunction}\s+{closing}", flags)
        self._inserted = re.compile(rf",\s+{insertion},?\s+{self._patterns.leading}\Z", flags)
        self._comma = re.compile(rf",\s+{self._patterns.leading}\Z")
        self._after_subject = re.compile(rf"(?<!\w)(?P<subject>{subject}),?\s+\Z", flags)
        colour = words_pattern((*words.before_object, *words.trailing))
        self._object = re.compile(rf"\s+(?:{colour}\b|[A-ZА-Я«“\d])")
        self._noun_like = re.compile(words_pattern(words.noun_like), flags)
        self._relative_verb = rf"{words_pattern(words.relative)}\s+{self._patterns.forms_pattern(self._shapes)}"
        self._relative = re.compile(self._relative_verb, flags)
        self._subordinate = re.compile(rf"(?<!\w){words_pattern(words.subordinating)}(?!\w)", flags)
        self._to = frozenset(words.nouns_before_to)

    def read(self, text: str) -> Opening:
        """How the paragraph opens and which verbs govern it; no verb where the table does not know the first."""
        number = NUMBER.match(text)
        number_end = number.end() if number else 0
        start = self._insertions.match(text, number_end)
        place = start.end() if start else number_end
        first, clause = self._first(text, place)
        if first is None:
            return Opening(number_end, place, ())
        return Opening(number_end, place, (first, *self._further(text, first)), clause)

    def _first(self, text: str, place: int) -> tuple[Governing | None, VerbFound | None]:
        """The opening verb; or, after a participial clause, the first verb in the shape looked for."""
        subject = self._subject.match(text, place)
        if subject or not self._required:
            found = self._patterns.at(text, subject.end() if subject else place, self._shapes)
            if found:
                return Governing(found, subject=subject.span("subject") if subject else None), None
        clause = self._patterns.at(text, place, frozenset({Shape.PARTICIPLE}))
        if subject or clause is None or self._shape is Shape.PARTICIPLE:
            return None, None
        for found in self._patterns.within(text, self._shapes, clause.end):
            before = text[: found.start]
            spoken = self._after_subject.search(before)
            if spoken and self._comma.search(before[: spoken.start()]):
                return Governing(found, subject=spoken.span("subject")), clause
            if not self._required and self._comma.search(text[: found.head[0]]):
                return Governing(found), clause
        return None, clause

    def _further(self, text: str, first: Governing) -> Iterator[Governing]:
        bounds = list(sentences(text))
        last = first.found.end
        for found in self._patterns.within(text, self._shapes, last):
            if found.start < last:
                continue
            sentence = sum(1 for start, _ in bounds if start <= found.start) - 1
            opens = bounds[max(sentence, 0)][0]
            governing = self._judged(text, found, max(last, opens) if sentence else last, opens, sentence)
            if governing:
                yield governing
                last = found.end

    def _judged(self, text: str, found: VerbFound, last: int, opens: int, sentence: int) -> Governing | None:
        """Whether a verb shares the subject: surely, perhaps, or (nothing) not."""
        before = text[: found.start]
        spoken = self._after_subject.search(before)
        if spoken and (self._shape is Shape.PLAIN or self._clause_opens(before[: spoken.start()], opens)):
            return Governing(found, subject=spoken.span("subject"), sentence=sentence)
        if self._language == "ru" and self._shape is Shape.PLAIN:
            return Governing(found, sentence=sentence)
        if sentence and self._clause_opens(before, opens):
            return Governing(found, sentence=sentence)
        return self._joined_verb(text, found, last, sentence)

    def _clause_opens(self, before: str, opens: int) -> bool:
        start = self._insertions.match(before, opens)
        return bool(start and start.end() == len(before))

    def _joined_verb(self, text: str, found: VerbFound, last: int, sentence: int) -> Governing | None:
        before, between = text[: found.head[0]], text[last : found.start]
        with_comma = self._with_comma.search(before) or self._inserted.search(before)
        joined = with_comma or self._joined.search(before)
        if not joined and not (self._comma.search(before) and self._shape is not Shape.PARTICIPLE):
            return None
        noun_like = self._noun_like.fullmatch(text[slice(*found.head)])
        if noun_like and not found.tail and not self._object.match(text, found.head[1]):
            return None if not with_comma else Governing(found, certain=False, sentence=sentence)
        clouded = self._is_clouded(between, bool(with_comma))
        return Governing(found, certain=not clouded, sentence=sentence)

    def _is_clouded(self, between: str, with_comma: bool) -> bool:
        """Whether something stands between two verbs that the second may depend on instead of the subject."""
        if self._shape is Shape.PLAIN:
            return any(match["before"].lower() not in self._to for match in INFINITIVE.finditer(between))
        if self._shape is Shape.PARTICIPLE:
            nested = GERUND_BEFORE.search(between) if self._language == "en" else None
            return bool(not with_comma and nested)
        if with_comma:
            return bool(self._relative.search(between))
        return bool(self._subordinate.search(between))


@cache
def finder_of(language: str, voice: Voice) -> GoverningFinder:
    """The finder for one language and voice, made once.

    Raises:
        NotHeld: the language is not one of the two whose paragraphs can be turned.
    """
    return GoverningFinder(language, voice)

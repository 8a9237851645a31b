"""Quotations beside a reference, compared word for word with the text where it is held."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph
from corpus.tables import Confidence
from indexer.tokens import every_word
from references.clauses import sentences
from references.findings import Finding, Status
from references.mention import Mention
from references.place_check import labels_of
from references.quotation_marks import Quoted
from references.titles_beside import FEWEST_WORDS

FEWEST_ANNOUNCED = 3
"""Behind a colon fewer words are a quotation already."""
NEAR = 0.6


def quotation_findings(
    library: Library, text: str, quotations: Sequence[Quoted], mentions: Sequence[Mention], language: str
) -> dict[int, list[Finding]]:
    """What differs in the quotations of each reference, by its number; a quotation belongs to the nearest one.

    What a quotation names inside itself is not what it is quoted from.

    Words are compared without regard to case, quotation marks and ё; nothing else is forgiven. A quotation from a text
    that is not held is never confirmed.
    """
    found: dict[int, list[Finding]] = {}
    beside = _Beside(text, mentions)
    for quoted in quotations:
        if len(quoted.text.split()) < (FEWEST_ANNOUNCED if _is_announced(quoted) else FEWEST_WORDS):
            continue
        number = beside.nearest(quoted)
        finding = None if number is None else _compared(library, mentions[number], quoted.text, language)
        if number is not None and finding:
            found.setdefault(number, []).append(finding)
    return found


def _is_announced(quoted: Quoted) -> bool:
    """Whether a colon stands before the words: "it says: “…”"."""
    return quoted.source[: quoted.start - 1][-3:].rstrip().endswith(":")


class _Beside:
    """The references of a text by the sentences that they stand in."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text, self.mentions = text, mentions
        self.sentences = list(sentences(text))
        self.openings = [start for start, _ in self.sentences]
        self.starts = [mention.start for mention in mentions]

    def nearest(self, quoted: Quoted) -> int | None:
        """The number of the nearest reference beside a quotation, in its sentences or in the one that announces it.

        A title in quotation marks that belongs to a reference is no quotation.
        """
        opening, closing = quoted.start - 1, quoted.end + quoted.closed
        before = bisect_right(self.starts, opening) - 1
        if before >= 0 and opening < self.mentions[before].end:
            return None
        first, last = self._sentence(opening), self._sentence(closing - 1)
        found = list(self._found(opening, closing, self.openings[first], self.sentences[last][1]))
        if not found and first and self.text[: self.openings[first]].rstrip().endswith(":"):
            found = list(self._found(opening, closing, self.openings[first - 1], opening))
        return min(found)[1] if found else None

    def _sentence(self, place: int) -> int:
        return max(bisect_right(self.openings, place) - 1, 0)

    def _found(self, opening: int, closing: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The references of a stretch that are outside the quotation, each after its distance from it."""
        for number in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            mention = self.mentions[number]
            if mention.end <= opening:
                yield opening - mention.end, number
            elif mention.start >= closing:
                yield mention.start - closing, number


def _compared(library: Library, mention: Mention, quote: str, language: str) -> Finding | None:
    paragraphs = _held(library, mention, language)
    if not paragraphs:
        why = "The text is not held, so the quotation cannot be compared with it."
        return Finding(Status.COULD_NOT_CHECK, quote, "unknown", "the texts held", Confidence.UNKNOWN, why)
    wanted = every_word(quote, language)
    near, best = 0.0, paragraphs[0]
    for paragraph in paragraphs:
        words = every_word(paragraph.text, language)
        if _contains(words, wanted):
            return None
        matched = sum(
            block.size for block in SequenceMatcher(None, words, wanted, autojunk=False).get_matching_blocks()
        )
        if matched / len(wanted) > near:
            near, best = matched / len(wanted), paragraph
    if near < NEAR:
        why = "No paragraph of the text held has these words."
        return Finding(Status.QUOTE, quote, "no such words", mention.instrument or mention.symbol, Confidence.HIGH, why)
    why = f"The nearest text is {best.ref}."
    return Finding(Status.QUOTE, quote, best.text, str(best.ref), Confidence.HIGH, why)


def _held(library: Library, mention: Mention, language: str) -> tuple[Paragraph, ...]:
    """The text of what is referred to, in the language of the quotation; only the paragraph named, if one is."""
    try:
        document = library.document(mention.instrument or mention.symbol, language)
    except NotHeld:
        return ()
    if document.kind not in {TextKind.OFFICIAL, TextKind.OWN}:
        return ()
    labels = labels_of(mention.paragraph)
    named = tuple(paragraph for paragraph in document.paragraphs if paragraph.ref.label in labels)
    return named or document.paragraphs


def _contains(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the words stand there one after another."""
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "

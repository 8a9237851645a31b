"""Quotations beside a reference, compared word for word with the text where it is held."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph
from corpus.tables import Confidence
from indexer.tokens import plain_words
from references.clauses import sentences
from references.findings import Finding, Status
from references.mention import Mention

MARKS = {"«": "»", "“": "”", "„": "“", '"': '"'}
FEWEST_WORDS = 6
"""A shorter text in quotation marks is a name or a term, not a quotation."""
NEAR = 0.6


def quotation_findings(
    library: Library, text: str, mentions: Sequence[Mention], language: str
) -> dict[int, list[Finding]]:
    """What differs in the quotations of each reference, by its number; a quotation belongs to the nearest one.

    What a quotation names inside itself is not what it is quoted from.

    Words are compared without regard to case, quotation marks and ё; nothing else is forgiven. A quotation from a text
    that is not held is never confirmed.
    """
    found: dict[int, list[Finding]] = {}
    starts = [mention.start for mention in mentions]
    for start, end in sentences(text):
        inside = range(bisect_right(starts, start - 1), bisect_right(starts, end - 1))
        if not inside:
            continue
        for place, quote in _quotations(text, start, end):
            if any(mentions[number].start <= place < mentions[number].end for number in inside):
                continue
            closing = place + len(quote) + 1
            outside = [number for number in inside if not place < mentions[number].start < closing]
            if not outside:
                continue
            nearest = min(outside, key=lambda number: abs(mentions[number].start - place))
            finding = _compared(library, mentions[nearest], quote, language)
            if finding:
                found.setdefault(nearest, []).append(finding)
    return found


def _quotations(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Stretches in quotation marks that are long enough to be quotations, with their places."""
    place = start
    while place < end:
        closing = MARKS.get(text[place])
        stop = text.find(closing, place + 1, end) if closing else -1
        if stop < 0:
            place += 1
            continue
        quote = text[place + 1 : stop]
        if len(quote.split()) >= FEWEST_WORDS:
            yield place, quote
        place = stop + 1


def _compared(library: Library, mention: Mention, quote: str, language: str) -> Finding | None:
    paragraphs = _held(library, mention, language)
    if not paragraphs:
        why = "The text is not held, so the quotation cannot be compared with it."
        return Finding(Status.COULD_NOT_CHECK, quote, "unknown", "the texts held", Confidence.UNKNOWN, why)
    wanted = plain_words(quote, language)
    near, best = 0.0, paragraphs[0]
    for paragraph in paragraphs:
        words = plain_words(paragraph.text, language)
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
    label = f"OP{mention.paragraph}"
    named = tuple(paragraph for paragraph in document.paragraphs if mention.paragraph and paragraph.ref.label == label)
    return named or document.paragraphs


def _contains(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the words stand there one after another."""
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "

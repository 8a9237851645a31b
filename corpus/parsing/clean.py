"""What is the document in the lines of a file, and what only the page carried; joining broken lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.parsing.footnotes import without_footnotes, without_marks
from corpus.parsing.furniture import (
    joined_pages,
    pages_of,
    without_page_numbers,
    without_printers_marks,
    without_running_symbol,
    without_running_titles,
)
from corpus.source import CleanText, Dropped, Line, Role, SourceText

SOFT_HYPHEN = "\u00ad"
LONGEST_SPLINTER = 3
LEAST_SEEN = 2

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_SPLIT_WORD = re.compile(r"(?<![\w’'-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w’'-]))")
_SPLIT_YEARS = re.compile(r"(?<=\d) ([–-])(?=\d)")
_SPLIT_HYPHEN = re.compile(r"(?<=[A-Za-z]) -(?=[A-Za-z])")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_SUSPENDED = re.compile(r"(?:and|or|и|или|et|ou|y|o|ve|və|жана|және|und)\b")
_UNSPACED = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def clean(source: SourceText) -> CleanText:
    """The lines that are the document, its footnotes apart, and a count of what was left out and why.

    Each line keeps its place in the source. A line that ends in a word broken by a certain hyphen ends in a soft
    hyphen instead; `join_lines` makes one word of it.
    """
    own_notes = [line for line in source.lines if line.role is Role.FOOTNOTE]
    lines = [line for line in source.lines if line.role is not Role.FOOTNOTE and line.text.strip()]
    dropped = list(source.dropped)
    notes: list[Line] = []
    if any(not line.whole for line in lines):
        lines, notes, taken = _without_page(lines, source.text)
        dropped += taken
        lines, taken = _with_hyphens_judged(lines)
        dropped += taken
        lines = _with_words_whole(lines)
    lines = [replace(line, text=_without_inner_soft_hyphens(line.text)) for line in lines]
    return CleanText(tuple(lines), (*own_notes, *notes), tuple(dropped))


def join_lines(texts: Sequence[str]) -> str:
    """The broken lines of one paragraph as one text.

    A soft hyphen at the end of a line goes and the word is whole; any other hyphen stays, and no space is put behind
    it, unless it stands for the rest of a word (“short- and long-term”). Chinese is joined without spaces.
    """
    joined = ""
    for text in (text.strip() for text in texts):
        if not text:
            continue
        joined = _joined(joined, text) if joined else text
    return joined.rstrip(SOFT_HYPHEN)


def _without_page(lines: list[Line], text: str) -> tuple[list[Line], list[Line], list[Dropped]]:
    pages = pages_of(lines, text)
    dropped: list[Dropped] = []
    for step in (without_printers_marks, without_running_symbol, without_page_numbers, without_running_titles):
        pages, taken = step(pages)
        dropped += taken
    pages, notes, taken = without_footnotes(pages, text)
    dropped += taken
    pages, taken = without_marks(pages, notes, text)
    dropped += taken
    notes = [replace(note, text=join_lines(note.text.split("\n"))) for note in notes]
    return joined_pages(pages), notes, dropped


def _with_hyphens_judged(lines: list[Line]) -> tuple[list[Line], list[Dropped]]:
    """Hyphens at the ends of lines made soft where the document has the word whole, and nowhere with a hyphen."""
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    compounds = {re.sub("[‐‑]", "-", word.casefold()) for line in lines for word in _COMPOUND.findall(line.text)}
    judged: list[Line] = []
    count = 0
    for line, below in zip_longest(lines, lines[1:]):
        broken = _BROKEN.search(line.text)
        rest = _WORD.match(below.text) if below else None
        if broken and rest and rest[0].islower():
            whole = (broken[1] + rest[0]).casefold()
            if words[whole] and f"{broken[1]}-{rest[0]}".casefold() not in compounds:
                line = replace(line, text=line.text[:-1] + SOFT_HYPHEN)
                count += 1
        judged.append(line)
    why = "the word is written whole elsewhere in the document"
    return judged, [Dropped("hyphens at the ends of lines", why, count)] if count else []


def _with_words_whole(lines: list[Line]) -> list[Line]:
    """Words that an extractor split by a space made whole, where the document itself shows that they are one word."""
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))

    def whole(match: re.Match[str]) -> str:
        first, second = match[1].casefold(), match[2].casefold()
        splinters = words[first] == 1 and words[second] == 1 and first != second
        is_word = words[first + second] >= LEAST_SEEN and min(len(first), len(second)) <= LONGEST_SPLINTER
        return match[1] if splinters and is_word and match[2].islower() else match[0]

    mended = []
    for line in lines:
        text = _SPLIT_WORD.sub(whole, line.text)
        text = _SPLIT_HYPHEN.sub("-", _SPLIT_YEARS.sub(r"\1", text))
        mended.append(replace(line, text=text) if text != line.text and not line.whole else line)
    return mended


def _without_inner_soft_hyphens(text: str) -> str:
    return text[:-1].replace(SOFT_HYPHEN, "") + text[-1:]


def _joined(before: str, after: str) -> str:
    if before.endswith(SOFT_HYPHEN):
        return before[:-1] + after
    if _UNSPACED.match(before[-1]) and _UNSPACED.match(after):
        return before + after
    if before.endswith("/") or re.search(r"\d ?–$", before):
        return re.sub(r" (?=–$)", "", before) + after
    is_hyphen = before[-1] in "-‐‑" and before[-2:-1].isalnum() and after[0].isalnum()
    return before + after if is_hyphen and not _SUSPENDED.match(after) else f"{before} {after}"

"""The title of a text that names none in a masthead: which of the lines at its head it is."""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.parsing.layout_words import layout_words
from corpus.parsing.marks import MarkKind, read_mark
from corpus.parsing.masthead_words import MastheadWords, masthead_words
from corpus.parsing.written_dates import date_pattern

LONGEST_DATED = 70
"""A line of this length with a day in it says where and when."""
LONGEST_TITLE = 320
FEWEST_WORDS = 3
LEFTOVER = re.compile(r"Microsoft Word|\.\w{3,4}$|untitled|^(?:document|presentation)\d*$", re.IGNORECASE)
NOTE_MARKS = re.compile(r"[\s*†‡:：]+$")
SENTENCE_END = (".", "。", ";", "；", ",", "，", "،")


def title_of(lines: Sequence[str], language: str, stated: str, *, issued: bool) -> str:
    """The title among the lines at the head of a text, or what the file states as its own; empty where neither is one.

    A document of the United Nations (`issued`) has the title of its agenda item first and its own last; a statement
    names itself; of other texts the first line is the title. What a file states of itself is often a leftover of the
    text it was made from, and counts only if nothing at the head of the text can be the title.
    """
    words = masthead_words(language)
    head = list(takewhile(lambda line: _folded(line) not in words.set_headings, _written(lines)))
    if stated and _folded(stated) in _folded(" ".join(head)):
        return stated
    fitting = [line for line in head if _may_be_title(line, language, words)]
    speech = next((line for line in head if words.speeches.match(line) and len(line) <= LONGEST_TITLE), "")
    if issued and fitting:
        return _last(fitting, language)
    found = speech or next((line for line in fitting if not _is_frame(line, words)), "")
    found = found or ("" if not stated or LEFTOVER.search(stated) else stated) or next(iter(fitting), "")
    return bare_title(found)


def _written(lines: Sequence[str]) -> list[str]:
    return [" ".join(line.lstrip("# ").split()) for line in lines if line.strip("# ")]


def _may_be_title(line: str, language: str, words: MastheadWords) -> bool:
    if len(line) > LONGEST_TITLE or line.endswith(SENTENCE_END) or words.authors.match(line):
        return False
    if not any(sign.isalpha() for sign in line):
        return False
    mark = read_mark(line, layout_words(language))
    if mark and any(reading.kind in (MarkKind.SECTION, MarkKind.CAPITAL, MarkKind.NUMBER) for reading in mark.readings):
        return False
    dated = bool(date_pattern(language).search(line)) and len(line) <= LONGEST_DATED
    return not dated and not any(pattern.match(line) for pattern in words.agenda)


def _is_frame(line: str, words: MastheadWords) -> bool:
    """Whether the line names the session or stands in brackets: where the text belongs, not what it is."""
    return line[:1] in "([（" or any(pattern.search(line) for pattern in words.session)


def _last(fitting: Sequence[str], language: str) -> str:
    """The last line, with the one before it where it is too short to say anything alone: "Plan outline"."""
    last = bare_title(fitting[-1])
    if len(fitting) > 1 and len(last.split()) < FEWEST_WORDS and language != "zh":
        return f"{bare_title(fitting[-2])}: {last}"
    return last


def bare_title(title: str) -> str:
    """The title without a note's mark or a colon behind it."""
    return NOTE_MARKS.sub("", title.lstrip("# "))


def is_same(text: str, title: str) -> bool:
    """Whether the text is this title, spaces, letter case and a note's mark aside."""
    return _folded(bare_title(text)) == _folded(title)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

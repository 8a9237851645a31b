"""Lines become paragraphs: what a page's width or a page's end cut in two is joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.parsing.clean import join_lines
from corpus.parsing.headings import ENDED, MOST_WORDS
from corpus.parsing.landmarks import is_adoption, resolution_of, stands_alone
from corpus.parsing.layout_words import LayoutWords, layout_words
from corpus.parsing.line_width import SHORT, SHORT_FIRST, LineWidth, first_word, line_width, opens_with_small
from corpus.parsing.marks import Mark, MarkKind, read_mark
from corpus.parsing.outline import Outline
from corpus.source import Block, Line, Role

LONGEST_PARAGRAPH = 120
"""No paragraph has more lines; what goes on beyond is text without stops, which is parted so that it can be read."""
LONGEST_TOP, LONGEST_TITLE_LINES = 4, 8
BARE_NUMBER = re.compile(r"\s*(?:\d{1,3}[.．]|[(（]\w{1,4}[)）]|\w\)|[•●▪■◦‣∙·–—-]|\d{1,2}/\d{1,4}\s?[A-Z]?[.．])\s*$")
RULE = re.compile(r"\s*[-–—_=*.~]{8,}\s*")
HYPHENATED = re.compile(r"\w[-\u00ad\u2010]\s*$")
HEADED = frozenset({MarkKind.SECTION, MarkKind.CAPITAL})


def blocks_of(lines: Sequence[Line], language: str) -> tuple[Block, ...]:
    """The paragraphs that the lines make up, in order; every line that has text is in exactly one of them."""
    written = [line for line in lines if line.text.strip()]
    words = layout_words(language)
    joiner = Joiner(words, line_width(written, words))
    for position, line in enumerate(written):
        joiner.take(line, written[position + 1] if position + 1 < len(written) else None)
    return tuple(_block(group) for group in joiner.groups)


def _block(group: Sequence[Line]) -> Block:
    return Block(
        text=join_lines([line.text for line in group]),
        spans=tuple((line.start, line.end) for line in group),
        page=group[0].page,
        role=group[0].role,
    )


@dataclass(slots=True)
class Joiner:
    """Puts each line to the paragraph before it or begins a new one; remembers which number comes next."""

    words: LayoutWords
    setting: LineWidth
    groups: list[list[Line]] = field(default_factory=list)
    number: int = 0
    target: int = 0
    section: int = 0
    outline: Outline = field(default_factory=Outline)
    body: bool = False
    """Whether the open paragraph is running text, not a heading or a line of the masthead."""
    running: bool = False
    """Whether running text has come at all: above it stand the lines of a title, without gaps between them."""

    def take(self, line: Line, following: Line | None) -> None:
        """Put the line where it belongs."""
        mark = read_mark(line.text.strip(), self.words)
        begins = not self.groups or self._begins(line, mark, following)
        if begins:
            self.groups.append([line])
            headed = mark is not None and any(reading.kind in HEADED for reading in mark.readings)
            self.body = (mark is not None and not headed) or self._opens(line)
            self._remember(mark)
        else:
            self.groups[-1].append(line)
            self.body = self.body or len(self.groups[-1]) > 2
        self.running = self.running or (self.body and len(self.groups[-1]) > 2)

    def _opens(self, line: Line) -> bool:
        text = line.text.strip()
        return self.words.opens_preamble(text) or self.words.opens_operative(text)

    def _remember(self, mark: Mark | None) -> None:
        if mark is None:
            return
        if number := mark.value(MarkKind.NUMBER):
            self.number = number
            self.outline.clear()
        elif target := mark.value(MarkKind.TARGET):
            self.target = target
            self.outline.clear()
        elif not any(reading.kind in HEADED for reading in mark.readings):
            self.outline.place(mark, after_colon=False)

    def _begins(self, line: Line, mark: Mark | None, following: Line | None) -> bool:
        before = self.groups[-1][-1]
        if len(self.groups[-1]) >= LONGEST_PARAGRAPH:
            return True
        if line.role is not before.role or line.role is Role.TABLE:
            return True
        if RULE.fullmatch(line.text) or RULE.fullmatch(before.text):
            return True
        bare = len(self.groups[-1]) == 1 and bool(BARE_NUMBER.match(before.text))
        if not self.setting.width or line.whole or before.whole:
            return not bare or line.whole
        if bare:
            return False
        if stands_alone(before.text, self.words) or stands_alone(line.text, self.words):
            return True
        ended = self._ended(before.text)
        if mark and self._in_sequence(mark, line, ended):
            return True
        if line.gap:
            return self._begins_after_gap(line, before, ended)
        return self._begins_without_gap(line, before, following, ended)

    def _begins_after_gap(self, line: Line, before: Line, ended: bool) -> bool:
        """A gap parts paragraphs, but for one that a page's end, or what stood there, has torn open."""
        if HYPHENATED.search(before.text) and opens_with_small(line.text):
            return False
        if not ended and opens_with_small(line.text) and self.body and not self._opens(line):
            return False
        torn = line.page != before.page and not ended and self.body
        return not (torn and len(before.text.strip()) > SHORT * self.setting.width and not self._opens(line))

    def _begins_without_gap(self, line: Line, before: Line, following: Line | None, ended: bool) -> bool:
        first = len(self.groups[-1]) == 1
        if self._is_set_line(line, before) or self._begins_section(line, before, ended):
            return True
        if (not self.body or not ended) and self._completes(line, before):
            return False
        if self.setting.spaced and self.running and line.page == before.page:
            return ended and self._short(line, before, SHORT_FIRST)
        if self._begins_set_part(line, before, following, ended):
            return True
        if opens_with_small(line.text):
            return ended and self._short(line, before, self.setting.first_share)
        if not self.body:
            return ended or self._short(line, before, self.setting.first_share)
        if before.text.rstrip().endswith((";", "؛")) and line.text.strip()[:1].isupper():
            return True
        if ended:
            stop = not before.text.rstrip().endswith((",", "，", "،"))
            return self._short(line, before, self._room(first, stop)) or self._is_heading(line, following, stop)
        return not first and self._short(line, before, self.setting.first_share)

    def _begins_set_part(self, line: Line, before: Line, following: Line | None, ended: bool) -> bool:
        """Whether its words or the words before it make the line one of the preamble, or the last of a declaration."""
        if ended and self._opens(line) and self._may_open(line, before):
            return True
        if ended and following is None and is_adoption(line.text, self.words.language):
            return True
        small = opens_with_small(line.text) and not self.setting.opens_small
        return not self.number and not small and bool(self.words.preamble_ended.search(before.text))

    def _room(self, first: bool, stop: bool) -> float:
        """How full the line before must be to go on; a comma ends a paragraph only within a preamble, or a greeting."""
        if stop:
            return self.setting.share
        if not self._opens(self.groups[-1][0]):
            return min(SHORT_FIRST, self.setting.first_share)
        return self.setting.first_share if first else self.setting.share

    def _completes(self, line: Line, before: Line) -> bool:
        """Whether a line plainly goes on: it ends with "of", or with a comma before a small letter or figure."""
        text = line.text.strip()
        open_end = before.text.rstrip().endswith((",", "،", "-", "–"))
        completing = open_end and (opens_with_small(text) or text[:1].isdecimal())
        return (completing or self.words.goes_on(before.text)) and not self._opens(line)

    def _may_open(self, line: Line, before: Line) -> bool:
        """Whether words that open a paragraph do so here, not within a sentence."""
        if self.setting.opens_small or not opens_with_small(line.text):
            return True
        return self._short(line, before, self.setting.share)

    def _is_set_line(self, line: Line, before: Line) -> bool:
        """Whether the line, outside running text, is one of the masthead's own or "We, the …" below a title."""
        text = line.text.strip()
        if self.body:
            return self._declares(line, before)
        if text.startswith("[") or before.text.rstrip().endswith("]") or resolution_of(text):
            return True
        return bool(self.words.we.match(text)) and not self._ended(before.text)

    def _declares(self, line: Line, before: Line) -> bool:
        """Whether the line is "We, the …" below a title of many lines."""
        top = len(self.groups) <= LONGEST_TOP and not self._ended(before.text)
        return top and bool(self.words.we.match(line.text.strip())) and len(self.groups[-1]) < LONGEST_TITLE_LINES

    def _begins_section(self, line: Line, before: Line, ended: bool) -> bool:
        """Whether the line is "Goal 4. …" in its turn, or after a finished line."""
        match = self.words.section.match(line.text.strip())
        if match is None:
            return False
        number = int("".join(filter(str.isdecimal, match[0])) or 0)
        next_one = number == self.section + 1 and match[0].endswith((".", ":"))
        begins = next_one or ended or not self.body or self._short(line, before, self.setting.share)
        self.section = number if begins else self.section
        return begins

    def _is_heading(self, line: Line, following: Line | None, stop: bool) -> bool:
        """A short line without a stop between a finished paragraph and a line that begins anew."""
        text = line.text.strip()
        if not stop or following is None or opens_with_small(following.text):
            return False
        names = text.endswith((":", "：")) and len(text.split()) <= MOST_WORDS and following.text.strip()[:1].isupper()
        return len(text) < SHORT_FIRST * self.setting.width and (names or not self._ended(text))

    def _short(self, line: Line, before: Line, share: float) -> bool:
        """Whether the first word of the line would have had room at the end of the line before."""
        return len(before.text.strip()) + first_word(line.text, self.words.language) <= share * self.setting.width

    def _ended(self, text: str) -> bool:
        return bool(ENDED.search(text) or self.words.ended_with_joiner.search(text))

    def _in_sequence(self, mark: Mark, line: Line, ended: bool) -> bool:
        """Whether the mark is the one that comes next, or one that begins a list, not a number within a sentence."""
        if number := mark.value(MarkKind.NUMBER):
            apart = ended or line.gap or not self.body
            near = self.number < number <= self.number + (3 if apart else 1)
            return (near and (apart or not opens_with_small(line.text.strip()[mark.end :]))) or (number == 1 and apart)
        if target := mark.value(MarkKind.TARGET):
            return self._follows(target, mark) and not opens_with_small(line.text.strip()[mark.end :])
        if mark.written == "•":
            return not mark.end < len(line.text.strip()) or ended or line.text.strip()[:1] not in "–—-·"
        if any(reading.kind in HEADED for reading in mark.readings):
            return ended or line.gap or not self.body
        begins = any(reading.value == 1 for reading in mark.readings)
        capital = line.text.strip()[mark.end :][:1].isupper()
        return (ended or line.gap or not self.body or capital) and (begins or self.outline.expects(mark))

    def _follows(self, target: int, mark: Mark) -> bool:
        if mark.written.endswith((".1", ".a")):
            return True
        return target == self.target + 1

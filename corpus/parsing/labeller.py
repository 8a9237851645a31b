"""One stretch of a text, paragraph by paragraph, each under the label the UN cites it by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.paragraph import ParagraphKind
from corpus.parsing.headings import ENDED, Place, is_heading
from corpus.parsing.labels import Labels, OpenParagraph
from corpus.parsing.landmarks import article_of, is_adoption, is_contents_line, is_date, is_meeting, opening_of
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import Mark, MarkKind, read_mark
from corpus.parsing.outline import LIST_KINDS, Outline
from corpus.parsing.parts import Form, Part
from corpus.parsing.text_head import COLON, STOP, UNFINISHED, TextHead, head_of_running, head_of_speaking
from corpus.roman import roman_figures
from corpus.source import Block, Role

LONGEST_ENACTING = 200
HEADING_JOINER = " / "
BARE_HEADING = re.compile(r"[IVXLІХA-Z]{1,7}[.．]?")
"""A section's number alone on its line; its title stands on the next."""


@dataclass(slots=True)
class Labeller:
    """Goes through one part; the paragraphs, headings and set words it found are its fields."""

    part: Part
    words: LayoutWords
    labels: Labels
    opening: str = ""
    enacting: str = ""
    paragraphs: list[OpenParagraph] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    stray: int = 0
    contents: int = 0
    chain: list[str] = field(default_factory=list)
    """The headings that stand above what comes next; one that follows another without text goes on with it."""
    above: tuple[str, ...] = ()
    """The headings above the first paragraph of the part."""
    section: str = ""
    head: str = ""
    """The label of the numbered paragraph that lists belong to."""
    article: str = ""
    number: int = 0
    letter_heading: int = 0
    plain: int = 0
    preamble: int = 0
    table: int = 0
    row: int = 0
    chained: bool = False
    """Whether the last heading has no paragraph yet."""
    fresh: bool = True
    """Whether nothing has come yet under the last heading."""
    outline: Outline = field(default_factory=Outline)
    marks: list[Mark | None] = field(default_factory=list)
    counted: list[int] = field(default_factory=list)
    """For each place the next number of the main count from there on; 0 where none follows."""
    dense: bool = True
    text_head: TextHead = field(init=False)

    def run(self) -> None:
        """Label the whole part."""
        blocks = self.part.blocks
        self.marks = [read_mark(block.text.strip(), self.words) for block in blocks]
        self.counted = _numbers_ahead(self.marks)
        numbered = sum(1 for mark in self.marks if mark and mark.value(MarkKind.NUMBER))
        running = sum(1 for block, mark in zip(blocks, self.marks, strict=True) if not mark and len(block.text) > 80)
        self.dense = numbered * 2 >= running
        self.text_head = self._head()
        for title in self.part.titles:
            self._take_heading(title)
        for position, block in enumerate(blocks):
            self._take(position, block)

    def _head(self) -> TextHead:
        if self.part.form is Form.RESOLUTION:
            return head_of_speaking(self.part.blocks, self.marks, self.words)
        blocks = () if self.part.prefix else self.part.blocks
        return head_of_running(blocks, self.marks, self.words)

    def _take(self, position: int, block: Block) -> None:
        text, mark = block.text.strip(), self.marks[position]
        if self._is_stray(position, text):
            self.stray += 1
        elif self._is_contents(position):
            self.contents += 1
        elif block.role is Role.TABLE:
            self._take_row(block)
        elif self._is_adoption(position, text):
            self._take_adoption(block)
        elif self._is_opening(text):
            self.opening, self.fresh = text, True
        elif self.part.form is Form.ARTICLES and (article := article_of(text, self.words)):
            self._take_article(article.label, article.title, block)
        elif self.text_head.is_title(self.part.blocks, position) or is_heading(
            block, mark, self._place(position), self.words
        ):
            self._take_heading(text, mark)
        elif mark is not None and self._take_marked(position, block, mark):
            self.fresh = False
        else:
            self._take_unmarked(position, block)
            self.fresh = False
        if block.role is not Role.TABLE:
            self.row = 0

    def _is_contents(self, position: int) -> bool:
        """Whether the line is one of a table of contents, or a name without a page among such lines."""
        near = (position - 1, position + 1)
        around = [place for place in near if 0 <= place < len(self.part.blocks)]
        if is_contents_line(self.part.blocks[position].text):
            return True
        return len(around) == len(near) and all(is_contents_line(self.part.blocks[place].text) for place in around)

    def _is_heading(self, position: int) -> bool:
        if self.text_head.is_title(self.part.blocks, position):
            return True
        return is_heading(self.part.blocks[position], self.marks[position], self._place(position), self.words)

    # What stands around

    def _place(self, position: int) -> Place:
        blocks = self.part.blocks
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        last = self.paragraphs[-1].texts[-1].rstrip() if self.paragraphs and not self.fresh else ""
        return Place(
            number=self.number,
            letter=self.letter_heading,
            after_colon=last.endswith(COLON),
            after_stop=not last or last.endswith(STOP),
            unfinished=last.endswith(UNFINISHED) or bool(self.words.ended_with_joiner.search(last)),
            speaks=self.part.form is Form.RESOLUTION,
            following=following,
            following_mark=self._next_mark(position),
        )

    def _next_mark(self, position: int) -> Mark | None:
        return self.marks[position + 1] if position + 1 < len(self.marks) else None

    def _next_is(self, position: int, *kinds: MarkKind) -> bool:
        mark = self._next_mark(position)
        return mark is not None and any(mark.value(kind) for kind in kinds)

    def _is_adoption(self, position: int, text: str) -> bool:
        if is_meeting(text, self.words.language):
            return True
        last = self.paragraphs[-1] if self.paragraphs else None
        if last is not None and last.kind is ParagraphKind.ADOPTION:
            return is_date(text, self.words.language)
        following = self.part.blocks[position + 1].text if position + 1 < len(self.part.blocks) else ""
        if last is not None and is_meeting(following, self.words.language) and is_date(text, self.words.language):
            return True
        final = position == len(self.part.blocks) - 1 and self.part.form is Form.RESOLUTION and last is not None
        return final and is_adoption(text, self.words.language) and self.marks[position] is None

    def _is_stray(self, position: int, text: str) -> bool:
        """Whether the paragraph holds no words: signs alone, or a number alone at the end of the part."""
        mark = self.marks[position]
        alone = mark is not None and mark.end >= len(text) and position + 1 == len(self.part.blocks)
        return alone or not any(sign.isalnum() for sign in text)

    def _is_opening(self, text: str) -> bool:
        return not self.opening and not self.number and not self.paragraphs and bool(opening_of(text, self.words))

    # What a paragraph is

    def _add(self, label: str, kind: ParagraphKind, text: str, block: Block) -> None:
        if not self.paragraphs:
            self.above = tuple(self.chain)
        self.paragraphs.append(OpenParagraph(label, kind, [text], [block], HEADING_JOINER.join(self.chain)))
        self.chained = False

    def _take_heading(self, text: str, mark: Mark | None = None) -> None:
        text = " ".join(text.split())
        self.chain = self.chain if self.chained else []
        if self.chain and BARE_HEADING.fullmatch(self.chain[-1]):
            self.chain[-1] = self.headings[-1] = f"{self.chain[-1]} {text}"
        else:
            self.headings.append(text)
            self.chain.append(text)
        self.chained = True
        if mark and (section := mark.value(MarkKind.SECTION)):
            self.section = roman_figures(section)
        self.letter_heading = mark.value(MarkKind.LETTER) if mark else 0
        self.outline.clear()
        self.fresh = True
        if self.part.form is not Form.ARTICLES:
            self.head = ""

    def _take_row(self, block: Block) -> None:
        if not self.row:
            self.table += 1
        self.row += 1
        self._add(
            self.labels.free(self.part.prefix, "", f"Table {self.table} row {self.row}"),
            ParagraphKind.TABLE,
            block.text.strip(),
            block,
        )

    def _take_adoption(self, block: Block) -> None:
        if self.paragraphs and self.paragraphs[-1].kind is ParagraphKind.ADOPTION:
            self.paragraphs[-1].grow(block)
            return
        label = self.labels.free(self.part.owner, "", "adoption")
        self._add(label, ParagraphKind.ADOPTION, block.text.strip(), block)

    def _take_article(self, label: str, title: str, block: Block) -> None:
        self.article = self.labels.free(self.part.prefix, "", label)
        self.head, self.number = self.article, 0
        self.outline.clear()
        self.fresh = True
        self.chain = self.chain if self.chained else []
        if title and (len(title) > 150 or ENDED.search(title)):
            self._add(self.article, ParagraphKind.NUMBERED, title, block)
            self.fresh = False
        else:
            self.headings.append(block.text.strip())
            self.chain.append(" ".join(block.text.split()))
            self.chained = True

    def _take_marked(self, position: int, block: Block, mark: Mark) -> bool:
        """Label a paragraph by its mark; say whether it has one that counts."""
        text = block.text.strip()[mark.end :].strip()
        if not text:
            return False
        if number := mark.value(MarkKind.NUMBER):
            if self._is_quoted_number(number, position):
                self.paragraphs[-1].grow(block)
                return True
            self._take_number(number, text, block)
        elif mark.value(MarkKind.TARGET):
            self.head = self.labels.free(self.part.prefix, "", mark.written)
            self.outline.clear()
            self._add(self.head, self._kind(), text, block)
        elif mark.value(MarkKind.BULLET) and not self.head:
            self._take_plain(block, text)
            self.head = ""
        elif any(reading.kind in LIST_KINDS for reading in mark.readings):
            last = self.paragraphs[-1].texts[-1].rstrip() if self.paragraphs else ""
            tail = self.outline.place(mark, last.endswith(COLON), self._next_mark(position))
            label = self.labels.free("", "", f"{self._list_head(tail)} {tail}".strip())
            self._add(label, self._list_kind(), text, block)
        else:
            return False
        return True

    def _list_head(self, tail: str) -> str:
        """What a list belongs to: the paragraph before it, the part, or a place of its own in the count of the text."""
        plain = self.part.form in (Form.PLAIN, Form.NUMBERED)
        if not self.head and plain and (not self.part.prefix or f"{self.part.prefix} {tail}" in self.labels.taken):
            self.plain += 1
            self.head = self.labels.free(self.part.prefix, "", f"P{self.plain}")
        return self.head or self.part.prefix

    def _is_quoted_number(self, number: int, position: int) -> bool:
        """Whether the number is that of a quoted paragraph: the count goes on behind it as if it were not there."""
        inside = self.number and not self.fresh and number not in (1, self.number + 1)
        return bool(inside) and self.counted[position] == self.number + 1

    def _take_number(self, number: int, text: str, block: Block) -> None:
        self.number = number
        self.outline.clear()
        if self.part.form is Form.ARTICLES and self.article:
            self.head = self.labels.free("", "", f"{self.article} ({number})")
        else:
            head = f"OP{number}" if self.part.form is Form.RESOLUTION and not self.part.bare else str(number)
            self.head = self._listed_number(number) or self.labels.free(self.part.prefix, self.section, head)
        self._add(self.head, self._kind(), text, block)

    def _listed_number(self, number: int) -> str:
        """The label of a number that comes again in a text mostly without numbers: an entry of a list, "P7 (2)"."""
        if self.part.form is not Form.NUMBERED or self.dense or self.section:
            return ""
        if f"{self.part.prefix} {number}".strip() not in self.labels.taken:
            return ""
        plain = next((one.label for one in reversed(self.paragraphs) if one.kind is ParagraphKind.PLAIN), "")
        return self.labels.free("", "", f"{plain} ({number})") if plain else ""

    def _kind(self) -> ParagraphKind:
        return ParagraphKind.OPERATIVE if self.part.form is Form.RESOLUTION else ParagraphKind.NUMBERED

    def _list_kind(self) -> ParagraphKind:
        """A list has the kind of the paragraph it belongs to."""
        for paragraph in reversed(self.paragraphs):
            if paragraph.kind not in (ParagraphKind.TABLE, ParagraphKind.ADOPTION):
                return paragraph.kind if paragraph.label.startswith(self.head) and self.head else ParagraphKind.PLAIN
        return ParagraphKind.PLAIN

    # Paragraphs without a mark

    def _take_unmarked(self, position: int, block: Block) -> None:
        text = block.text.strip()
        if self.part.form is Form.RESOLUTION:
            self._take_in_resolution(position, block, text)
        elif self.part.form is Form.ARTICLES:
            self._take_in_articles(block, text)
        elif self.part.form is Form.NUMBERED and self._belongs_to_number():
            self._append(block, text)
        else:
            self._take_plain(block, text)

    def _belongs_to_number(self) -> bool:
        """Whether a paragraph without a number goes on with a numbered one: most are numbered, and so is the last."""
        if not self.number or not self.dense or self.fresh:
            return False
        return bool(self.paragraphs) and self.paragraphs[-1].kind is not ParagraphKind.PLAIN

    def _take_plain(self, block: Block, text: str) -> None:
        self.plain += 1
        self.head = self.labels.free(self.part.prefix, "", f"P{self.plain}")
        self.outline.clear()
        self._add(self.head, ParagraphKind.PLAIN, text, block)

    def _append(self, block: Block, text: str) -> None:
        if not self.paragraphs or self.paragraphs[-1].kind is ParagraphKind.ADOPTION:
            self._take_plain(block, text)
            return
        self.paragraphs[-1].grow(block)

    def _take_in_articles(self, block: Block, text: str) -> None:
        if not self.article:
            if self.part.annex:
                self._take_plain(block, text)
            else:
                self._take_preambular(block, text)
        elif self.paragraphs and self.paragraphs[-1].label.startswith(self.article):
            self._append(block, text)
        else:
            self._add(self.article, ParagraphKind.NUMBERED, text, block)

    def _take_in_resolution(self, position: int, block: Block, text: str) -> None:
        if not self.opening and self.words.we.match(text) and not self.paragraphs and not text.endswith(STOP):
            self.opening = text
        elif not self.number:
            self._take_before_operative(position, block, text)
        elif self._is_lost_number(position, text):
            self._take_number(self.number + 1, text, block)
        elif self._is_closing(position):
            self._add(self.labels.free(self.part.owner, "", "closing"), ParagraphKind.CLOSING, text, block)
        elif self.fresh:
            self._take_plain(block, text)
        else:
            self._append(block, text)

    def _take_before_operative(self, position: int, block: Block, text: str) -> None:
        ahead = self.counted[position]
        listed = self._next_is(position, *LIST_KINDS)
        enacts = text.endswith(COLON) and len(text) <= LONGEST_ENACTING and not listed
        if enacts and ahead and (self._next_is(position, MarkKind.NUMBER) or self.words.opens_operative(text)):
            self.enacting = f"{self.enacting} {text}".strip()
        elif not ahead and self._is_operative(text):
            self._take_number(self.number + 1, text, block)
        else:
            self._take_preambular(block, text)

    def _is_operative(self, text: str) -> bool:
        """Whether a paragraph of a text that has no numbers decides or asks: its verb, or its stop, says so."""
        if not self.words.opens_operative(text):
            return False
        return not self.words.opens_preamble(text) or text.endswith((".", ";", "。", "；", "؛"))

    def _take_preambular(self, block: Block, text: str) -> None:
        self.preamble += 1
        self.head = self.labels.free(self.part.prefix, "", f"PP{self.preamble}")
        self.outline.clear()
        self._add(self.head, ParagraphKind.PREAMBULAR, text, block)

    def _is_lost_number(self, position: int, text: str) -> bool:
        """Whether an operative paragraph stands where exactly one number is missing from the count."""
        ahead = self.counted[position]
        last = self.paragraphs[-1].texts[-1].rstrip() if self.paragraphs else ""
        fits = ahead == self.number + 2 or (not ahead and self.part.form is Form.RESOLUTION)
        return (
            fits
            and last.endswith((";", "；", "؛"))
            and self.words.opens_operative(text)
            and not self.words.opens_preamble(text)
        )

    def _is_closing(self, position: int) -> bool:
        """Whether this is the last paragraph of a declaration: after the last number, before the line of adoption."""
        blocks = self.part.blocks
        if self.counted[position] or position + 1 >= len(blocks) or not self.paragraphs:
            return False
        ended = self.paragraphs[-1].texts[-1].rstrip().endswith(STOP)
        following = blocks[position + 1].text.strip()
        return ended and self._is_adoption(position + 1, following) and not is_meeting(following, self.words.language)


def _numbers_ahead(marks: Sequence[Mark | None]) -> list[int]:
    """For each place the next number of the main count behind it; 0 where none follows."""
    ahead, following = [0] * len(marks), 0
    for position in reversed(range(len(marks))):
        ahead[position] = following
        mark = marks[position]
        if mark and (number := mark.value(MarkKind.NUMBER)):
            following = number
    return ahead

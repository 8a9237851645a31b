"""One stretch of a text, paragraph by paragraph, each under the label the UN cites it by."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraph import ParagraphKind
from corpus.parsing.headings import Place, is_heading
from corpus.parsing.labelled import Labelled
from corpus.parsing.labels import Labels
from corpus.parsing.landmarks import article_of, is_adoption, is_date, is_meeting, opening_of
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import Mark, MarkKind
from corpus.parsing.outline import LIST_KINDS
from corpus.parsing.parts import Form, Part
from corpus.parsing.surroundings import Surroundings
from corpus.parsing.text_head import COLON, STOP, UNFINISHED
from corpus.source import Block, Role

LONGEST_ENACTING = 200
SEMICOLONS = (";", "；", "؛")


def labelled(part: Part, words: LayoutWords, labels: Labels, pending: Sequence[str]) -> Labelled:
    """Label a whole part; `pending` are headings before it that have no paragraph yet."""
    around = Surroundings.of(part, words)
    done = Labelled(part, labels, chain=list(pending), chained=bool(pending), dense=around.dense)
    labeller = Labeller(part, words, around, done)
    for title in part.titles:
        done.add_heading(title)
    for position, block in enumerate(part.blocks):
        labeller.take(position, block)
    return done


@dataclass(frozen=True, slots=True)
class Labeller:
    """Says of each block what it is, by what stands around it and what has been labelled so far."""

    part: Part
    words: LayoutWords
    around: Surroundings
    done: Labelled

    def take(self, position: int, block: Block) -> None:
        """Label the next block."""
        done, text, mark = self.done, block.text.strip(), self.around.marks[position]
        if self.around.is_stray(position):
            done.stray += 1
        elif self.around.is_contents(position):
            done.contents += 1
        elif block.role is Role.TABLE:
            done.add_row(block)
        elif self._is_adoption(position, text):
            done.add_adoption(block)
        elif self._is_opening(text):
            done.opening, done.fresh = text, True
        elif self.part.form is Form.ARTICLES and (article := article_of(text, self.words)):
            done.add_article(article.label, article.title, block)
        elif self._is_heading(position):
            done.add_heading(text, mark)
        elif mark is not None and self._take_marked(position, block, mark):
            done.fresh = False
        else:
            self._take_unmarked(position, block, text)
            done.fresh = False
        if block.role is not Role.TABLE:
            done.row = 0

    # What a block is

    def _is_heading(self, position: int) -> bool:
        if self.around.text_head.is_title(self.part.blocks, position):
            return True
        return is_heading(self.part.blocks[position], self.around.marks[position], self._place(position), self.words)

    def _place(self, position: int) -> Place:
        last = "" if self.done.fresh else self.done.last_words
        return Place(
            number=self.done.number,
            letter=self.done.letter_heading,
            after_colon=last.endswith(COLON),
            after_stop=not last or last.endswith(STOP),
            unfinished=last.endswith(UNFINISHED) or bool(self.words.ended_with_joiner.search(last)),
            speaks=self.part.form is Form.RESOLUTION,
            following=self.around.block_after(position),
            following_mark=self.around.mark_after(position),
        )

    def _is_adoption(self, position: int, text: str) -> bool:
        language, last = self.words.language, self.done.last
        if is_meeting(text, language):
            return True
        if last is not None and last.kind is ParagraphKind.ADOPTION:
            return is_date(text, language)
        following = self.around.block_after(position)
        if last is not None and is_meeting(following.text if following else "", language) and is_date(text, language):
            return True
        final = following is None and self.part.form is Form.RESOLUTION and last is not None
        return final and is_adoption(text, language) and self.around.marks[position] is None

    def _is_opening(self, text: str) -> bool:
        begun = self.done.opening or self.done.number or self.done.paragraphs
        return not begun and bool(opening_of(text, self.words))

    def _is_quoted_number(self, number: int, position: int) -> bool:
        """Whether the number is that of a quoted paragraph: the count goes on behind it as if it were not there."""
        count = self.done.number
        inside = count and not self.done.fresh and number not in (1, count + 1)
        return bool(inside) and self.around.counted[position] == count + 1

    def _belongs_to_number(self) -> bool:
        """Whether a paragraph without a number goes on with a numbered one: most are numbered, and so is the last."""
        if not self.done.number or not self.around.dense or self.done.fresh:
            return False
        return self.done.last is not None and self.done.last.kind is not ParagraphKind.PLAIN

    def _is_operative(self, text: str) -> bool:
        """Whether a paragraph of a text that has no numbers decides or asks: its verb, or its stop, says so."""
        if not self.words.opens_operative(text):
            return False
        return not self.words.opens_preamble(text) or text.endswith((".", "。", *SEMICOLONS))

    def _is_lost_number(self, position: int, text: str) -> bool:
        """Whether an operative paragraph stands where exactly one number is missing from the count."""
        ahead = self.around.counted[position]
        fits = ahead == self.done.number + 2 or (not ahead and self.part.form is Form.RESOLUTION)
        return (
            fits
            and self.done.last_words.endswith(SEMICOLONS)
            and self.words.opens_operative(text)
            and not self.words.opens_preamble(text)
        )

    def _is_closing(self, position: int) -> bool:
        """Whether this is the last paragraph of a declaration: after the last number, before the line of adoption."""
        behind = self.around.block_after(position)
        if self.around.counted[position] or behind is None or not self.done.paragraphs:
            return False
        following = behind.text.strip()
        ended = self.done.last_words.endswith(STOP)
        return ended and self._is_adoption(position + 1, following) and not is_meeting(following, self.words.language)

    # Paragraphs with a mark

    def _take_marked(self, position: int, block: Block, mark: Mark) -> bool:
        """Label a paragraph by its mark; say whether it has one that counts."""
        text = block.text.strip()[mark.end :].strip()
        if not text:
            return False
        if number := mark.value(MarkKind.NUMBER):
            if self._is_quoted_number(number, position):
                self.done.paragraphs[-1].grow(block)
            else:
                self.done.add_number(number, text, block)
        elif mark.value(MarkKind.TARGET):
            self.done.add_target(mark.written, text, block)
        elif mark.value(MarkKind.BULLET) and not self.done.head:
            self.done.add_bullet(text, block)
        elif any(reading.kind in LIST_KINDS for reading in mark.readings):
            self.done.add_listed(mark, self.around.mark_after(position), text, block)
        else:
            return False
        return True

    # Paragraphs without a mark

    def _take_unmarked(self, position: int, block: Block, text: str) -> None:
        if self.part.form is Form.RESOLUTION:
            self._take_in_resolution(position, block, text)
        elif self.part.form is Form.ARTICLES:
            self._take_in_articles(block, text)
        elif self.part.form is Form.NUMBERED and self._belongs_to_number():
            self.done.append(text, block)
        else:
            self.done.add_plain(text, block)

    def _take_in_articles(self, block: Block, text: str) -> None:
        done = self.done
        if not done.article:
            if self.part.annex:
                done.add_plain(text, block)
            else:
                done.add_preambular(text, block)
        elif done.last is not None and done.last.label.startswith(done.article):
            done.append(text, block)
        else:
            done.add(done.article, ParagraphKind.NUMBERED, text, block)

    def _take_in_resolution(self, position: int, block: Block, text: str) -> None:
        done = self.done
        if not done.opening and self.words.we.match(text) and not done.paragraphs and not text.endswith(STOP):
            done.opening = text
        elif not done.number:
            self._take_before_operative(position, block, text)
        elif self._is_lost_number(position, text):
            done.add_number(done.number + 1, text, block)
        elif self._is_closing(position):
            done.add_closing(text, block)
        elif done.fresh:
            done.add_plain(text, block)
        else:
            done.append(text, block)

    def _take_before_operative(self, position: int, block: Block, text: str) -> None:
        done, ahead = self.done, self.around.counted[position]
        listed = self.around.is_before(position, *LIST_KINDS)
        enacts = text.endswith(COLON) and len(text) <= LONGEST_ENACTING and not listed
        numbered = self.around.is_before(position, MarkKind.NUMBER)
        if enacts and ahead and (numbered or self.words.opens_operative(text)):
            done.enacting = f"{done.enacting} {text}".strip()
        elif not ahead and self._is_operative(text):
            done.add_number(done.number + 1, text, block)
        else:
            done.add_preambular(text, block)

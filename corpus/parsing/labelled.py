"""What one stretch of a text has become so far, and how the next paragraph is put under its label."""

import re
from dataclasses import dataclass, field

from corpus.paragraph import ParagraphKind
from corpus.parsing.headings import ENDED
from corpus.parsing.labels import Labels, OpenParagraph
from corpus.parsing.marks import Mark, MarkKind
from corpus.parsing.outline import Outline
from corpus.parsing.parts import Form, Part
from corpus.parsing.text_head import COLON
from corpus.roman import roman_figures
from corpus.source import Block

HEADING_JOINER = " / "
LONGEST_ARTICLE_TITLE = 150
BARE_HEADING = re.compile(r"[IVXLІХA-Z]{1,7}[.．]?")
"""A section's number alone on its line; its title stands on the next."""


@dataclass(slots=True)
class Labelled:
    """The paragraphs, headings and set words of one part, and where its counts stand."""

    part: Part
    labels: Labels
    chain: list[str]
    """The headings that stand above what comes next; one that follows another without text goes on with it."""
    chained: bool
    """Whether the last heading has no paragraph yet."""
    dense: bool
    """Whether most of the paragraphs are numbered."""
    opening: str = ""
    enacting: str = ""
    paragraphs: list[OpenParagraph] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    stray: int = 0
    contents: int = 0
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
    fresh: bool = True
    """Whether nothing has come yet under the last heading."""
    outline: Outline = field(default_factory=Outline)

    @property
    def last(self) -> OpenParagraph | None:
        """The last paragraph."""
        return self.paragraphs[-1] if self.paragraphs else None

    @property
    def last_words(self) -> str:
        """The words that the last paragraph ends with so far."""
        return self.paragraphs[-1].texts[-1].rstrip() if self.paragraphs else ""

    def add(self, label: str, kind: ParagraphKind, text: str, block: Block) -> None:
        """A paragraph under this label, below the headings above it."""
        if not self.paragraphs:
            self.above = tuple(self.chain)
        self.paragraphs.append(OpenParagraph(label, kind, [text], [block], HEADING_JOINER.join(self.chain)))
        self.chained = False

    def add_heading(self, text: str, mark: Mark | None = None) -> None:
        """A heading, which ends what stood under the one before; a bare number is completed by its title."""
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

    def add_row(self, block: Block) -> None:
        """A row of a table."""
        if not self.row:
            self.table += 1
        self.row += 1
        label = self.labels.free(self.part.prefix, "", f"Table {self.table} row {self.row}")
        self.add(label, ParagraphKind.TABLE, block.text.strip(), block)

    def add_adoption(self, block: Block) -> None:
        """A line of the place and day of adoption; all of them are one paragraph."""
        if self.last is not None and self.last.kind is ParagraphKind.ADOPTION:
            self.last.grow(block)
            return
        self.add(self.labels.free(self.part.owner, "", "adoption"), ParagraphKind.ADOPTION, block.text.strip(), block)

    def add_article(self, label: str, title: str, block: Block) -> None:
        """An article: with its text on the same line, or with a title, which is a heading."""
        self.article = self.labels.free(self.part.prefix, "", label)
        self.head, self.number = self.article, 0
        self.outline.clear()
        self.fresh = True
        self.chain = self.chain if self.chained else []
        if title and (len(title) > LONGEST_ARTICLE_TITLE or ENDED.search(title)):
            self.add(self.article, ParagraphKind.NUMBERED, title, block)
            self.fresh = False
        else:
            self.headings.append(block.text.strip())
            self.chain.append(" ".join(block.text.split()))
            self.chained = True

    def add_number(self, number: int, text: str, block: Block) -> None:
        """A paragraph of the main count."""
        self.number = number
        self.outline.clear()
        if self.part.form is Form.ARTICLES and self.article:
            self.head = self.labels.free("", "", f"{self.article} ({number})")
        else:
            head = f"OP{number}" if self.part.form is Form.RESOLUTION and not self.part.bare else str(number)
            self.head = self._listed_number(number) or self.labels.free(self.part.prefix, self.section, head)
        self.add(self.head, self._kind(), text, block)

    def add_target(self, written: str, text: str, block: Block) -> None:
        """A paragraph that is cited by what is written before it, as a target of a goal is: "6.a"."""
        self.head = self.labels.free(self.part.prefix, "", written)
        self.outline.clear()
        self.add(self.head, self._kind(), text, block)

    def add_listed(self, mark: Mark, following: Mark | None, text: str, block: Block) -> None:
        """An entry of a list, below the paragraph that the list belongs to."""
        tail = self.outline.place(mark, self.last_words.endswith(COLON), following)
        label = self.labels.free("", "", f"{self._list_head(tail)} {tail}".strip())
        self.add(label, self._list_kind(), text, block)

    def add_bullet(self, text: str, block: Block) -> None:
        """An entry of a list that belongs to no paragraph."""
        self.add_plain(text, block)
        self.head = ""

    def add_plain(self, text: str, block: Block) -> None:
        """A paragraph counted by its place: P7."""
        self.plain += 1
        self.head = self.labels.free(self.part.prefix, "", f"P{self.plain}")
        self.outline.clear()
        self.add(self.head, ParagraphKind.PLAIN, text, block)

    def add_preambular(self, text: str, block: Block) -> None:
        """A paragraph of the preamble: PP3."""
        self.preamble += 1
        self.head = self.labels.free(self.part.prefix, "", f"PP{self.preamble}")
        self.outline.clear()
        self.add(self.head, ParagraphKind.PREAMBULAR, text, block)

    def add_closing(self, text: str, block: Block) -> None:
        """The last paragraph of a declaration."""
        self.add(self.labels.free(self.part.owner, "", "closing"), ParagraphKind.CLOSING, text, block)

    def append(self, text: str, block: Block) -> None:
        """What goes on with the paragraph before it, where there is one that can go on."""
        if self.last is None or self.last.kind is ParagraphKind.ADOPTION:
            self.add_plain(text, block)
            return
        self.last.grow(block)

    def _list_head(self, tail: str) -> str:
        """What a list belongs to: the paragraph before it, the part, or a place of its own in the count of the text."""
        plain = self.part.form in (Form.PLAIN, Form.NUMBERED)
        if not self.head and plain and (not self.part.prefix or f"{self.part.prefix} {tail}" in self.labels.taken):
            self.plain += 1
            self.head = self.labels.free(self.part.prefix, "", f"P{self.plain}")
        return self.head or self.part.prefix

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

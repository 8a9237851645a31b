"""A draft laid out: blocks of text with brackets, marks and footnotes in place, for every format to print."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from drafting.draft import Citation, Draft, Form, Section, Statement, StatementKind
from drafting.export.labels import Labels, bracket_label, labels_in
from drafting.export.public import has_private, public_part

NUMBERED_FORMS = frozenset({Form.RESOLUTION, Form.DECLARATION})
NUMBER = "{number}"
STOPS = (".", "!", "?", "…", "。")
CLOSING = '”»“" \u00a0\u202f'


class Shape(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PRIVATE_MARK = "private mark"
    PLAIN = "plain"
    PREAMBULAR = "preambular"
    NUMBERED = "numbered"
    ALTERNATIVE = "alternative"
    QUOTATION = "quotation"
    PLACEHOLDER = "placeholder"
    POINT = "point"


class Role(StrEnum):
    """What a piece of a block is: its text, the frame of a bracket, a mark of doubt, a footnote, a look back at one."""

    TEXT = "text"
    FRAME = "frame"
    UNVERIFIED = "unverified"
    NOTE = "note"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text in one language. `note` is the number of the footnote, for the two roles that have one."""

    text: str
    role: Role
    language: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page."""

    shape: Shape
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote; `again` says that a later footnote looks back at it."""

    number: int
    pieces: tuple[Piece, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole text as it is printed. `private_mark` is set where anything private is in it."""

    title: str
    line: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    private_mark: str = ""


def laid_out(draft: Draft, with_private: bool = False) -> Layout:
    """Lay out a draft. Only verified citations become footnotes; the others stand in the text with a mark of doubt."""
    shown = draft if with_private else public_part(draft)
    labels = labels_in(shown.language)
    notes = _Notes(shown.language, labels)
    blocks = [block for section in shown.sections for block in _section(section, shown, labels, notes)]
    for heading, lines in ((labels.gaps, shown.gaps), (labels.warnings, shown.warnings)):
        blocks.extend(_list(heading, lines, shown.language))
    return Layout(
        title=shown.title,
        line=f"{labels.levels[shown.level]} · {labels.not_agreed}",
        language=shown.language,
        blocks=tuple(blocks),
        notes=notes.all(),
        private_mark=labels.private if has_private(shown) else "",
    )


def _section(section: Section, draft: Draft, labels: Labels, notes: "_Notes") -> Iterator[Block]:
    if section.heading:
        yield _one(Shape.HEADING, section.heading, draft.language)
    if section.private:
        yield _one(Shape.PRIVATE_MARK, labels.private, draft.language)
    for _, group in groupby(enumerate(section.statements), key=_alternatives):
        for place, (_, statement) in enumerate(group):
            if statement.private and not section.private:
                yield _one(Shape.PRIVATE_MARK, labels.private, draft.language)
            yield Block(_shape(statement, draft.form, place), _pieces(statement, draft.language, labels, notes))


def _alternatives(numbered: tuple[int, Statement]) -> tuple[str, int]:
    """What statements that stand together as alternatives have in common."""
    place, statement = numbered
    return (statement.bracket, -1) if statement.bracket else ("", place)


def _shape(statement: Statement, form: Form, place: int) -> Shape:
    """`place` counts the alternatives of one bracket: only the first carries the paragraph's number."""
    match statement.kind:
        case StatementKind.OPERATIVE if form in NUMBERED_FORMS:
            return Shape.ALTERNATIVE if place else Shape.NUMBERED
        case StatementKind.PREAMBULAR:
            return Shape.PREAMBULAR
        case StatementKind.QUOTATION:
            return Shape.QUOTATION
        case StatementKind.PLACEHOLDER:
            return Shape.PLACEHOLDER
        case StatementKind.PLAIN if form is Form.TALKING_POINTS:
            return Shape.POINT
        case _:
            return Shape.PLAIN


def _pieces(statement: Statement, language: str, labels: Labels, notes: "_Notes") -> tuple[Piece, ...]:
    text, stop = _split_stop(_bare(statement), labels)
    opening, closing = _frame(statement, language, labels)
    verified = [each for each in statement.citations if each.verified]
    doubtful = [each for each in statement.citations if not each.verified]
    pieces = [
        Piece(opening, Role.FRAME, language),
        Piece(text, Role.TEXT, language),
        *(Piece("", Role.NOTE, language, notes.add(each, statement.text)) for each in verified),
        Piece(stop, Role.TEXT, language),
        *(piece for each in doubtful for piece in _doubt(each, language, labels)),
        Piece(closing, Role.FRAME, language),
    ]
    return tuple(piece for piece in pieces if piece.text or piece.role is Role.NOTE)


def _bare(statement: Statement) -> str:
    """The text without a bracket of its own around the whole: the frame is added once."""
    text = statement.text.strip()
    if not statement.bracketed or not (text.startswith("[") and text.endswith("]")):
        return text
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if depth == 0 and place < len(text) - 1:
            return text
    return text[1:-1].strip()


def _split_stop(text: str, labels: Labels) -> tuple[str, str]:
    if labels.note_before_stop and text[-1:] in {".", ",", ";"} and not text.endswith(".."):
        return text[:-1], text[-1]
    return text, ""


def _frame(statement: Statement, language: str, labels: Labels) -> tuple[str, str]:
    if not statement.bracketed:
        return "", ""
    return "[" + bracket_label(labels, language, statement.option, statement.proposers), "]"


def _doubt(citation: Citation, language: str, labels: Labels) -> Iterator[Piece]:
    said = f"{_shown(citation)} ({citation.reason})" if citation.reason else _shown(citation)
    yield Piece(" ", Role.TEXT, language)
    yield Piece(labels.unverified.format(citation=said), Role.UNVERIFIED, language)


def _shown(citation: Citation) -> str:
    return citation.display or f"{citation.document} {citation.label}".strip()


def _one(shape: Shape, text: str, language: str) -> Block:
    return Block(shape, (Piece(text, Role.TEXT, language),))


def _list(heading: str, lines: tuple[str, ...], language: str) -> Iterator[Block]:
    if lines:
        yield _one(Shape.HEADING, heading, language)
    for line in lines:
        yield _one(Shape.POINT, line, language)


@dataclass(slots=True)
class _Notes:
    """Footnotes in the order of their marks; a place that was cited before gets a short form that looks back."""

    language: str
    labels: Labels
    pieces: list[tuple[Piece, ...]] = field(default_factory=list)
    first: dict[tuple[str, str], int] = field(default_factory=dict)
    quotes: set[tuple[str, str, str]] = field(default_factory=set)
    looked_at: set[int] = field(default_factory=set)

    def add(self, citation: Citation, statement: str) -> int:
        """Write a footnote and give its number; the quotation is left out where the statement or a note has it."""
        place = (citation.document, citation.label)
        number = len(self.pieces) + 1
        earlier = self.first.setdefault(place, number)
        head = self._full(citation) if earlier == number else self._look_back(earlier)
        quote = () if self._said(citation, statement) else self._quotation(citation)
        self.pieces.append(self._ended((*head, *quote)))
        return number

    def all(self) -> tuple[Note, ...]:
        """Every footnote."""
        return tuple(
            Note(number, pieces, again=number in self.looked_at) for number, pieces in enumerate(self.pieces, 1)
        )

    def _ended(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """With a full stop, unless the note or the quotation that closes it has one of its own."""
        stop = Piece(self.labels.note_stop, Role.TEXT, self.language)
        words = "".join(piece.text for piece in pieces).rstrip(CLOSING)
        return pieces if words.endswith((*STOPS, stop.text)) else (*pieces, stop)

    def _full(self, citation: Citation) -> tuple[Piece, ...]:
        return (Piece(_shown(citation), Role.TEXT, self.language),)

    def _look_back(self, number: int) -> tuple[Piece, ...]:
        self.looked_at.add(number)
        before, after = self.labels.again.split(NUMBER)
        pieces = (
            Piece(before, Role.TEXT, self.language),
            Piece(str(number), Role.AGAIN, self.language, number),
            Piece(after, Role.TEXT, self.language),
        )
        return tuple(piece for piece in pieces if piece.text)

    def _said(self, citation: Citation, statement: str) -> bool:
        key = (citation.document, citation.label, citation.quote)
        known = key in self.quotes or not citation.quote or citation.quote in statement
        self.quotes.add(key)
        return known

    def _quotation(self, citation: Citation) -> tuple[Piece, ...]:
        before, after = self.labels.quoted.split("{quote}")
        return (
            Piece(before, Role.TEXT, self.language),
            Piece(citation.quote, Role.TEXT, citation.language),
            Piece(after, Role.TEXT, self.language),
        )

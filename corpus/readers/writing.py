"""How a reader puts its lines together, so that each can be found again in the whole text."""

import re
from collections import Counter

from corpus.errors import SourceRefused
from corpus.source import Changes, Dropped, Line, Role, SourceText

BETWEEN_PARAGRAPHS = "\n\n"
UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BLANKS = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


class Writing:
    """Takes the paragraphs of one file in reading order and gives its `SourceText`.

    What was left out is counted by kind and reason, so that nothing is lost silently.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.repairs: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._dropped: Counter[tuple[str, str]] = Counter()

    def add(self, text: str, role: Role = Role.BODY, number: str = "") -> None:
        """One whole paragraph, with its list number and what follows that; an empty one is no paragraph."""
        text = tidied(text)
        if not text:
            return
        text = (UNFIT.sub("", number) + text).strip()
        if self._pieces:
            self._put(BETWEEN_PARAGRAPHS)
        start = self._length
        self._put(text)
        self.lines.append(Line(text, start, self._length, role=role, whole=True))

    def drop(self, what: str, why: str, count: int = 1) -> None:
        """Count something that is left out."""
        if count:
            self._dropped[what, why] += count

    def source(
        self, name: str, reader: str, *, language: str = "", title: str = "", changes: Changes | None = None
    ) -> SourceText:
        """The text of the file.

        Raises:
            SourceRefused: it holds none.
        """
        if not self.lines:
            raise SourceRefused(f"{name} holds no text.")
        return SourceText(
            text="".join(self._pieces),
            lines=tuple(self.lines),
            reader=reader,
            language=language,
            title=tidied(title),
            changes=changes,
            repairs=tuple(self.repairs),
            dropped=tuple(Dropped(what, why, count) for (what, why), count in self._dropped.items()),
        )

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def tidied(text: str) -> str:
    """One line of text: characters that are none taken out, ordinary blanks and line ends made one space."""
    return BLANKS.sub(" ", UNFIT.sub("", text)).strip()


def raised(text: str) -> str:
    """Text that stands above the line: figures keep that, so that 78/147 with a note 5 is never read as 78/1475."""
    return text.translate(SUPERSCRIPTS) if text.strip().isdigit() else text

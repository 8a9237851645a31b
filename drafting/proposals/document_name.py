"""How the document that speaks may be named at the head of a statement: as it is cited, parts of it left out."""

import re
from collections.abc import Iterable

from drafting.citation import shown_source
from drafting.proposals.request import Piece
from references.mention import Mention

REGISTRY = "registry:"
NAME = re.compile(
    r"(?P<before>.*?)(?P<noun>resolution|decision|резолюция|решение) (?P<number>[\w-]+/\d+)(?P<organ>.*?)"
    r"(?P<date> (?:of|от) \d.*)?",
    re.IGNORECASE,
)


def end_of_name(text: str, piece: Piece, mentions: Iterable[Mention]) -> int:
    """Where the document's own name ends at the head of the text: "Resolution 77/158 of 14 December 2022, para. 5,".

    Organ, date and paragraph are each there whole or not at all, and as the citation has them; the place of an annex
    is always there, since a resolution does not say what its annex says. `mentions` are the references in the text.
    """
    pattern = _pattern(shown_source(piece.citation), piece.citation.label)
    found = pattern.match(text) if pattern else None
    own = piece.citation.document.removeprefix(REGISTRY)
    if not found or not any(mention.symbol == own and mention.start < found.end() for mention in mentions):
        return 0
    return found.end()


def _pattern(shown: str, label: str) -> re.Pattern[str] | None:
    name, _, place = shown.partition(", ")
    parts = NAME.fullmatch(name)
    if not parts:
        return None
    where = _spaced(f", {place}") if place else ""
    where = where if label.casefold().startswith("annex") else _optional(where)
    organ, date = _optional(_spaced(parts["organ"])), _optional(_spaced(parts["date"] or ""))
    number = _spaced(f"{parts['noun']} {parts['number']}")
    return re.compile(
        rf"(?:the\s+)?{_optional(_spaced(parts['before']))}{number}{organ}{date}{where}(?![\w/]),?", re.IGNORECASE
    )


def _optional(pattern: str) -> str:
    return f"(?:{pattern})?" if pattern else ""


def _spaced(words: str) -> str:
    """The words as a pattern; a space is any white space."""
    return re.escape(words).replace(r"\ ", r"\s")

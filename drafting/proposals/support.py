"""What the evidence of a statement supports: words, figures, references, names, States."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import NotHeld
from corpus.library import Library
from drafting.citation import shown_source
from drafting.claims import references_in
from drafting.draft import Citation
from drafting.figures_said import FiguresSaid, figures_of_place, figures_said, figures_together
from drafting.parties import states_named
from drafting.proposals.request import Piece
from references.checker import ReferenceChecker


@dataclass(frozen=True, slots=True)
class Support:
    """What may be said on the strength of the pieces cited.

    `texts` are all words known of them with their languages: what was accepted, how it is cited, the title it stands
    under. `references` are canonical symbols and ids of the registry.
    """

    pieces: tuple[Piece, ...]
    texts: tuple[tuple[str, str], ...]
    figures: FiguresSaid
    references: frozenset[str]
    states: frozenset[str]


def support_of(library: Library, checker: ReferenceChecker, pieces: tuple[Piece, ...], language: str) -> Support:
    """What the pieces support in a draft in this language."""
    texts = tuple(dict.fromkeys(text for piece in pieces for text in _texts(library, piece.citation, language)))
    figures = [figures_said(text, code) for text, code in texts if text.strip()]
    figures += [figures_of_place(library, piece.citation) for piece in pieces]
    named = {piece.citation.document.removeprefix("registry:") for piece in pieces}
    found = {each for text, code in texts if text.strip() for each in references_in(checker, text, code)}
    states = {state for piece in pieces for state in piece.states}
    states |= {state for text, code in texts for state in states_named(text, code)}
    return Support(pieces, texts, figures_together(tuple(figures)), frozenset(found | named), frozenset(states))


def _texts(library: Library, citation: Citation, language: str) -> Iterator[tuple[str, str]]:
    yield citation.quote, citation.language
    if citation.document in library.added_ids:  # a file's name and its titles are whoever's wrote them: no evidence
        return
    yield shown_source(citation), language
    try:
        document = library.document(citation.document, citation.language)
        paragraph = document.paragraph(citation.label)
    except NotHeld:
        return
    yield document.title, citation.language
    yield paragraph.heading, citation.language

"""What the evidence of a statement supports: words, figures, references, names, States."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from drafting.citation import shown_source
from drafting.draft import Citation
from drafting.parties import states_named
from drafting.passage import dated
from drafting.proposals.figures_said import FiguresSaid, figures_said, figures_together
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
    figures += [_figures_of_place(library, piece.citation) for piece in pieces]
    named = {piece.citation.document.removeprefix("registry:") for piece in pieces}
    found = {each for text, code in texts if text.strip() for each in references_in(checker, text, code)}
    states = {state for piece in pieces for state in piece.states}
    states |= {state for text, code in texts for state in states_named(text, code)}
    return Support(pieces, texts, figures_together(tuple(figures)), frozenset(found | named), frozenset(states))


def references_in(checker: ReferenceChecker, text: str, language: str) -> frozenset[str]:
    """Every instrument that a text refers to: its canonical symbol or the registry's id, else the words themselves."""
    return frozenset(
        mention.symbol or mention.instrument or " ".join(mention.text.casefold().split())
        for mention in checker.mentions(text, language)
    )


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


def _figures_of_place(library: Library, citation: Citation) -> FiguresSaid:
    """The day and the paragraph of a place: a statement may name both."""
    none = figures_together(())
    number = "".join(letter for letter in citation.label.partition(" ")[0] if letter.isdigit())
    day = dated(library, ParagraphRef(citation.document, citation.label))
    days = frozenset({day}) if len(day) == len("2022-12-14") else frozenset[str]()
    years = frozenset({day[:4]}) if day[:4].isdigit() else frozenset[str]()
    places = frozenset({str(int(number))}) if number and citation.label[:2] in {"OP", "PP"} else frozenset[str]()
    return replace(none, numbers=years, days=days, places=places)

"""Parts that several forms share: the private layer, references, issues as text, framing lines."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.registry import Instrument
from drafting.citation import version_in
from drafting.consolidate import ConsolidatedIssue
from drafting.draft import Citation, Level, Section, Statement, StatementKind
from drafting.formulae import formula
from drafting.material import Material
from drafting.phrases import Phrases
from references.wording import instrument_in_words, place_in_words

MOST_ISSUES = 8


def framing(text: str) -> Statement:
    """A line that states no fact."""
    return Statement(text, kind=StatementKind.FRAMING)


def open_place(text: str) -> Statement:
    """A line that a person is to fill in."""
    return Statement(text, kind=StatementKind.PLACEHOLDER, bracketed=True)


def section(heading: str, statements: Iterable[Statement]) -> Iterator[Section]:
    """A section, where there is anything to put into it."""
    found = tuple(statements)
    if found:
        yield Section(heading, found)


def with_text(material: Material) -> list[ConsolidatedIssue]:
    """The issues that have any text, in their order, up to the most that a draft goes through.

    In a national text an issue on which the State is silent has one as well: the place for its delegation to fill in.
    """
    national = material.position.level is Level.NATIONAL
    held = [each for each in material.issues if each.clean or each.bracketed or (national and each.placeholders)]
    return held[:MOST_ISSUES]


def text_of(issue: ConsolidatedIssue) -> tuple[Statement, ...]:
    """What a text says on an issue: the agreed and the bracketed; where there is neither, the places to fill in."""
    return (*issue.clean, *issue.bracketed) or issue.placeholders


def operative_of(issue: ConsolidatedIssue) -> list[Statement]:
    """What a text says on an issue, as its operative paragraphs; a place to fill in is none yet."""
    is_open = StatementKind.PLACEHOLDER
    texts = text_of(issue)
    return [each if each.kind is is_open else replace(each, kind=StatementKind.OPERATIVE) for each in texts]


def private(material: Material) -> Section:
    """What only the delegation may see; with a place to fill in where it has written no fallback."""
    position, phrases = material.position, material.phrases
    lines = [
        *(phrases.say("objective", text=text) for text in position.objectives),
        *(phrases.say("red_line", text=text) for text in position.red_lines),
        *(phrases.say("fallback", text=text) for text in position.fallbacks),
        *(phrases.say("concession", text=text) for text in position.concessions),
    ]
    statements = [Statement(line, private=True) for line in lines]
    if not position.fallbacks:
        kind = StatementKind.PLACEHOLDER
        statements.append(Statement(phrases.say("private_open"), kind=kind, bracketed=True, private=True))
    return Section(phrases.headings["private"], tuple(statements), private=True)


def references(material: Material, sections: Iterable[Section]) -> Iterator[Section]:
    """Every document cited, with the places cited, in the order of first use."""
    cited: dict[str, dict[str, Citation]] = {}
    for part in sections:
        for statement in part.statements:
            for citation in statement.citations:
                cited.setdefault(citation.document, {}).setdefault(citation.label, citation)
    entries = [_entry(material, citations) for citations in cited.values()]
    yield from section(formula("references", material.language), entries)


def _entry(material: Material, citations: dict[str, Citation]) -> Statement:
    first = next(iter(citations.values()))
    name = _document_name(material.library, first, material.language)
    places = [_place(material.library, citation, material.language) for citation in citations.values()]
    known = ", ".join(dict.fromkeys(place for place in places if place))
    text = _named(material.phrases, name[:1].upper() + name[1:], known)
    return Statement(text, (first,), StatementKind.FRAMING)


def _named(phrases: Phrases, name: str, places: str) -> str:
    return phrases.say("reference", name=name, places=places) if places else phrases.say("reference_bare", name=name)


def _document_name(library: Library, citation: Citation, language: str) -> str:
    declared = next((known for known in library.declarations if known.id == citation.document), None)
    if declared:
        return declared.names[language]
    instrument: Instrument | None = library.instrument(citation.document.removeprefix("registry:"))
    if instrument:
        return instrument_in_words(instrument, language)
    versions = library.languages(citation.document)
    document = library.document(citation.document, language if language in versions else citation.language)
    return document.title or citation.document


def _place(library: Library, citation: Citation, language: str) -> str:
    """The place in words; a label of a note as it is; nothing for a note without a place."""
    try:
        paragraph = version_in(library, ParagraphRef(citation.document, citation.label), language)
    except NotHeld:
        return citation.label
    written = place_in_words(paragraph, language)
    if written or citation.label.startswith(("note ", "about")):
        return written
    return citation.label

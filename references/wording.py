"""The citation of a paragraph, ready to paste, in each of the twelve languages."""

import re

from corpus import language as languages
from corpus.document import TextKind
from corpus.errors import SymbolError
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind
from corpus.registry import FactName, Instrument
from corpus.symbol import Series, Symbol
from corpus.tables import Confidence
from references import instruments
from references.instruments import Style, reference
from references.phrases import Phrases, phrases_of

__all__ = ["LANGUAGES", "PAGE_LANGUAGES", "Style", "cite", "instrument_in_words", "place_in_words", "reference"]

LANGUAGES = tuple(languages.LANGUAGES)
PAGE_LANGUAGES = ("en", "ru")
"""The languages in which a page of the application offers citations."""


def cite(library: Library, paragraph: Paragraph, kind: TextKind, language: str) -> str:
    """The citation of a paragraph in one of the twelve languages; in English for any other.

    It always says what the text is: a translation of ours and a note of ours are never cited as the instrument.
    """
    chosen = language if language in LANGUAGES else "en"
    phrases = phrases_of(chosen)
    added = paragraph.ref.document in library.added_ids
    name, remark = _name(library, paragraph, kind, chosen), _remark(paragraph, kind, phrases, added)
    place = place_in_words(paragraph, chosen)
    page = phrases.place.page.format(number=paragraph.page) if paragraph.page else ""
    cited = phrases.place.separator.join(part for part in (_capital(name, chosen), place, page) if part)
    return phrases.note.remark.format(cited=cited, remark=remark) if remark else cited


def place_in_words(paragraph: Paragraph, language: str) -> str:
    """The paragraph's place: "para. 5 (a)", "5-й абзац преамбулы"; empty for a note that has no place."""
    phrases = phrases_of(language)
    if paragraph.kind is ParagraphKind.CLOSING:
        return phrases.place.closing
    if paragraph.kind is ParagraphKind.ADOPTION:
        return phrases.place.adoption
    if paragraph.kind is ParagraphKind.NOTE:
        label = paragraph.ref.label.split(" · ")[0]
        return _annex_place(label, phrases) or instruments.place_in_words(label, phrases)
    return _labelled_place(paragraph.ref.label, phrases)


OTHER_PLACES = (
    ("unnumbered", re.compile(r"P(\d+)")),
    ("footnote", re.compile(r"fn (\S+)")),
    ("article", re.compile(r"Art\. (.+)")),
)
ANNEX = re.compile(r"(?:[Aa]nnex|Appendix)(?P<number> [IVX]+| \d+(?= ))?(?: (?P<inside>.+))?")


def _labelled_place(label: str, phrases: Phrases) -> str:
    """A label of an added document as a place; one that has no words in the language stays as it is."""
    annex = _annex_place(label, phrases)
    if annex:
        return annex
    for name, pattern in OTHER_PLACES:
        match = pattern.fullmatch(label)
        if match:
            return str(getattr(phrases.place, name)).format(number=match[1])
    return instruments.place_in_words(label, phrases) or label


def _annex_place(label: str, phrases: Phrases) -> str:
    """A place in an annex: "annex II, para. 78"; empty where the label is of no annex."""
    annex = ANNEX.fullmatch(label)
    if not annex:
        return ""
    inside = _labelled_place(annex["inside"], phrases) if annex["inside"] else ""
    return phrases.place.separator.join(
        part for part in (f"{phrases.place.annex}{annex['number'] or ''}", inside) if part
    )


def instrument_in_words(instrument: Instrument, language: str) -> str:
    """The instrument by its full name: organ, number and date for a resolution or decision, else symbol or title."""
    if not instrument.symbol:
        return instrument.title(language)
    adopted = instrument.facts(FactName.ADOPTED_ON)
    named = reference(Symbol.parse(instrument.symbol), language, Style.FIRST, adopted[0].value if adopted else "")
    return _capital(named, language)


def _name(library: Library, paragraph: Paragraph, kind: TextKind, language: str) -> str:
    document_id = paragraph.ref.document
    if kind is TextKind.POSITION and document_id not in library.added_ids:
        file = next(known for known in library.positions if f"positions:{known.id}" == document_id)
        title = file.title_ru if language == "ru" else library.document(document_id, "en").title
        return phrases_of(language).place.separator.join((paragraph.ref.label, title))
    if kind is TextKind.REGISTRY:
        instrument = library.instrument(document_id.removeprefix("registry:"))
        return instrument_in_words(instrument, language) if instrument else document_id
    declared = next((known for known in library.declarations if known.id == document_id), None)
    if declared:
        return declared.names[language]
    return _document_name(library, document_id, paragraph.language, language)


def _document_name(library: Library, document_id: str, held_in: str, language: str) -> str:
    """A document outside the registry: by its symbol where it has one that names an instrument, else by its title."""
    document = library.document(document_id, held_in)
    try:
        symbol = Symbol.parse(document.symbol)
    except SymbolError:
        return document.title or document_id
    instrument = library.instrument(symbol.canonical)
    if instrument:
        return f"{instrument_in_words(instrument, language)} ({symbol.canonical})"
    if symbol.series is Series.DOCUMENT:
        return f"{symbol.canonical}{phrases_of(language).place.separator}{document.title}"
    named = reference(symbol, language, Style.FIRST, str(document.facts.get("adopted_on", "")))
    return f"{named} ({symbol.canonical})"


def _remark(paragraph: Paragraph, kind: TextKind, phrases: Phrases, added: bool) -> str:
    """What the text is, where it is not the official text itself, and what a note of ours rests on."""
    words = phrases.note
    plain = {TextKind.OFFICIAL: "", TextKind.TRANSLATION: words.translation, TextKind.OWN: words.own}
    if added and kind is not TextKind.OFFICIAL:
        return words.own
    if kind in plain:
        return plain[kind]
    confidence = "not_rated" if paragraph.confidence == Confidence.NOT_RATED else paragraph.confidence
    return words.provenance.format(
        kind=words.registry if kind is TextKind.REGISTRY else words.position,
        source=paragraph.source,
        confidence=phrases.confidence[confidence],
    )


def _capital(text: str, language: str) -> str:
    first = {"i": "İ"}.get(text[:1], text[:1].upper()) if language == "tr" else text[:1].upper()
    return first + text[1:]

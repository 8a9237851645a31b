"""The citation of a paragraph, ready to paste, in Russian or English."""

from corpus.document import TextKind
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind
from corpus.registry import FactName, Instrument, date_in_words
from corpus.symbol import Series, Symbol

LANGUAGES = ("en", "ru")

ORGANS = {
    "GA": {"en": "General Assembly resolution", "ru": "резолюция Генеральной Ассамблеи"},
    "UNEA": {
        "en": "United Nations Environment Assembly resolution",
        "ru": "резолюция Ассамблеи Организации Объединенных Наций по окружающей среде",
    },
}
WORDS = {
    "en": {
        "translation": "unofficial working translation",
        "registry": "Ortak registry note in our own words",
        "position": "Ortak position note in our own words",
        "source": "source",
        "confidence": "confidence",
        "of": " of {date}",
        "preamble": "preambular paragraph {number}",
        "paragraph": "para. {number}",
        "closing": "closing paragraph",
        "adoption": "adoption line",
    },
    "ru": {
        "translation": "неофициальный рабочий перевод",
        "registry": "изложение реестра Ortak своими словами",
        "position": "заметка о позиции Ortak своими словами",
        "source": "источник",
        "confidence": "достоверность",
        "of": " от {date}",
        "preamble": "{number}-й абзац преамбулы",
        "paragraph": "пункт {number}",
        "closing": "заключительный абзац",
        "adoption": "строка о принятии",
    },
}
CONFIDENCE = {
    "high": {"en": "high", "ru": "высокая"},
    "medium": {"en": "medium", "ru": "средняя"},
    "low": {"en": "low", "ru": "низкая"},
    "unknown": {"en": "unknown", "ru": "неизвестна"},
    "n/a": {"en": "not rated", "ru": "не оценивается"},
}


def cite(library: Library, paragraph: Paragraph, kind: TextKind, language: str) -> str:
    """The citation of a paragraph in English or Russian; other languages get the English one.

    It always says what the text is: a translation of ours and a note of ours are never cited as the instrument.
    """
    chosen = language if language in LANGUAGES else "en"
    if kind is TextKind.POSITION:
        return _position(library, paragraph, chosen)
    if kind is TextKind.REGISTRY:
        return _registry(library, paragraph, chosen)
    declaration = next(known for known in library.declarations if known.id == paragraph.ref.document)
    parts = [_capital(declaration.names[chosen]), place_in_words(paragraph, chosen)]
    cited = ", ".join(part for part in parts if part)
    return f"{cited} [{WORDS[chosen]['translation']}]" if kind is TextKind.TRANSLATION else cited


def place_in_words(paragraph: Paragraph, language: str) -> str:
    """The paragraph's place: "para. 5 (a)", "5-й абзац преамбулы"; empty for a note that has no place."""
    words = WORDS[language]
    label = paragraph.ref.label.split(" · ")[0]
    if paragraph.kind is ParagraphKind.CLOSING:
        return words["closing"]
    if paragraph.kind is ParagraphKind.ADOPTION:
        return words["adoption"]
    if label.startswith("PP"):
        return words["preamble"].format(number=label.removeprefix("PP"))
    if label.startswith("OP"):
        return words["paragraph"].format(number=label.removeprefix("OP"))
    return ""


def instrument_in_words(instrument: Instrument, language: str) -> str:
    """The instrument by its full name: organ and number and date for a resolution, the title for anything else."""
    if not instrument.symbol:
        return instrument.title(language)
    symbol = Symbol.parse(instrument.symbol)
    if symbol.series is not Series.RESOLUTION or symbol.body not in ORGANS:
        return instrument.symbol
    number = f"{symbol.session}/{symbol.number}" if symbol.session.isdigit() else symbol.canonical
    adopted = instrument.facts(FactName.ADOPTED_ON)
    date = WORDS[language]["of"].format(date=date_in_words(adopted[0].value, language)) if adopted else ""
    return f"{_capital(ORGANS[symbol.body][language])} {number}{date}"


def _registry(library: Library, paragraph: Paragraph, language: str) -> str:
    words = WORDS[language]
    instrument = library.instrument(paragraph.ref.document.removeprefix("registry:"))
    name = instrument_in_words(instrument, language) if instrument else paragraph.ref.document
    place = place_in_words(paragraph, language)
    if not place and paragraph.ref.label.startswith(("annex", "note")):
        place = paragraph.ref.label if paragraph.ref.label.startswith("annex") else ""
    cited = ", ".join(part for part in (name, place) if part)
    return f"{cited} [{words['registry']}; {_provenance(paragraph, language)}]"


def _position(library: Library, paragraph: Paragraph, language: str) -> str:
    words = WORDS[language]
    title = library.document(paragraph.ref.document).title if language == "en" else _russian_title(library, paragraph)
    return f"{paragraph.ref.label}, {title} [{words['position']}; {_provenance(paragraph, language)}]"


def _russian_title(library: Library, paragraph: Paragraph) -> str:
    file = next(known for known in library.positions if f"positions:{known.id}" == paragraph.ref.document)
    return file.title_ru


def _provenance(paragraph: Paragraph, language: str) -> str:
    words = WORDS[language]
    confidence = CONFIDENCE[paragraph.confidence][language]
    return f"{words['source']}: {paragraph.source}; {words['confidence']}: {confidence}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

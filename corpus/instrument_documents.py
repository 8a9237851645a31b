"""An instrument of the registry as a document of notes, so that it can be searched and read like any other."""

from collections.abc import Iterator

from corpus.document import Document, TextKind
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from corpus.registry import NOTE_LANGUAGES, STATE_CODES, FactName, Instrument, date_in_words
from corpus.states import name_of_alpha3
from corpus.tables import Confidence

ABOUT = {
    FactName.ADOPTED_ON: {"en": "Adopted on", "ru": "Дата принятия:"},
    FactName.HELD_ON: {"en": "Held on", "ru": "Дата проведения:"},
    FactName.INITIATED_BY: {"en": "Initiated by", "ru": "Инициатор:"},
    FactName.INTRODUCED_BY: {"en": "Introduced by", "ru": "Внесено:"},
    FactName.HOST: {"en": "Host:", "ru": "Принимающая сторона:"},
    FactName.DATE_OBSERVED: {"en": "Observed on", "ru": "Отмечается:"},
}
"""Facts that tell an instrument in a line, in the order they are told."""


def instrument_documents(instrument: Instrument) -> Iterator[Document]:
    """The instrument as a document of notes, in English and in Russian.

    Notes on a certain paragraph carry its label; the others are labelled "note 1", "note 2" …, so that a number of
    ours is never taken for a paragraph of the instrument. The label "about" stands for the instrument as a whole.
    """
    document_id = f"registry:{instrument.id}"
    facets = Facets(_states(instrument), instrument.body, _years(instrument), instrument.topics)
    for language in NOTE_LANGUAGES:
        yield Document(
            id=document_id,
            symbol=instrument.symbol,
            kind=TextKind.REGISTRY,
            language=language,
            title=instrument.title(language),
            paragraphs=(
                _about(instrument, document_id, language, facets),
                *_notes(instrument, document_id, language, facets),
            ),
            facts=_facts(instrument),
        )


def _notes(instrument: Instrument, document_id: str, language: str, facets: Facets) -> Iterator[Paragraph]:
    """Each note on the instrument as a paragraph under its label."""
    for label, note in zip(note_labels(instrument), instrument.note, strict=True):
        yield Paragraph(
            ref=ParagraphRef(document_id, label),
            language=language,
            kind=ParagraphKind.NOTE,
            text=note.en if language == "en" else note.ru,
            facets=facets,
            heading=instrument.title(language),
            source=note.source,
            confidence=note.confidence,
        )


def _facts(instrument: Instrument) -> dict[str, object]:
    """What the document tells of the instrument beside its paragraphs."""
    return {
        "kind": instrument.kind,
        "body": instrument.body,
        "cited_in": list(instrument.cited_in),
        "related": list(instrument.related),
        "facts": [
            {
                "name": fact.name,
                "language": fact.language,
                "value": fact.value,
                "source": fact.source,
                "confidence": fact.confidence,
            }
            for fact in instrument.fact
        ],
    }


def note_labels(instrument: Instrument) -> list[str]:
    """The label of each note: its paragraph where certain ("OP5", a second note on it "OP5 · 2"), else "note 3"."""
    labels: list[str] = []
    for number, note in enumerate(instrument.note, start=1):
        label = note.paragraph or f"note {number}"
        repeats = sum(1 for earlier in labels if earlier.split(" · ")[0] == label)
        labels.append(f"{label} · {repeats + 1}" if repeats else label)
    return labels


def _about(instrument: Instrument, document_id: str, language: str, facets: Facets) -> Paragraph:
    """The instrument in a few words: names, dates, initiators; its confidence is that of the weakest fact told."""
    names = [instrument.id if instrument.symbol else "", *_names(instrument, language)]
    sentences = [". ".join(dict.fromkeys(name for name in names if name)) + "."]
    told = [*instrument.facts(FactName.TITLE, language)]
    for name, words in ABOUT.items():
        known = instrument.facts(name)
        if known:
            values = ", ".join(_value_in_words(fact.value, language) for fact in known)
            sentences.append(f"{words[language]} {values}.")
            told.extend(known)
    sources = dict.fromkeys(fact.source for fact in told)
    confidences = [fact.confidence for fact in told]
    return Paragraph(
        ref=ParagraphRef(document_id, "about"),
        language=language,
        kind=ParagraphKind.NOTE,
        text=" ".join(sentences),
        facets=facets,
        source=" ; ".join(sources) or "no source seen for the title",
        confidence=_lowest(confidences),
    )


def _value_in_words(value: str, language: str) -> str:
    """A date or the name of a State, as the registry records them, in the language; anything else as recorded."""
    code = STATE_CODES.get(value)
    return name_of_alpha3(code, language) if code else date_in_words(value, language)


def _names(instrument: Instrument, language: str) -> list[str]:
    names = [
        fact.value
        for name in (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME)
        for fact in instrument.facts(name, language)
    ]
    return names or [instrument.title(language)]


def _lowest(confidences: list[Confidence]) -> Confidence:
    order = [Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.UNKNOWN]
    return max(confidences, key=order.index, default=Confidence.UNKNOWN)


def _years(instrument: Instrument) -> tuple[int, ...]:
    dates = (*instrument.facts(FactName.ADOPTED_ON), *instrument.facts(FactName.HELD_ON))
    return tuple(sorted({int(fact.value[:4]) for fact in dates if fact.value[:4].isdigit()}))


def _states(instrument: Instrument) -> tuple[str, ...]:
    attributed = (
        FactName.INITIATED_BY,
        FactName.INTRODUCED_BY,
        FactName.HOST,
        FactName.ORGANIZED_BY,
        FactName.COSPONSORED_BY,
    )
    values = [fact.value for name in attributed for fact in instrument.facts(name)]
    return tuple(sorted({STATE_CODES[value] for value in values if value in STATE_CODES}))

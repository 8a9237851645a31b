"""Facts of the registry: what the primary texts say, with source and confidence."""

import pytest

from corpus.instrument_documents import note_labels
from corpus.library import Library
from corpus.paragraph import ParagraphKind
from corpus.registry import UNKNOWN, FactName, Instrument, date_in_words
from corpus.tables import Confidence


def known(library: Library, instrument_id: str) -> Instrument:
    instrument = library.instrument(instrument_id)
    assert instrument is not None, instrument_id
    return instrument


@pytest.mark.parametrize(
    ("symbol", "adopted", "confidence"),
    [
        ("A/RES/71/222", "2016-12-21", Confidence.HIGH),
        ("A/RES/77/158", "2022-12-14", Confidence.HIGH),
        ("A/RES/78/147", "2023-12-19", Confidence.HIGH),
        ("A/RES/78/278", "2024-05-02", Confidence.HIGH),
        ("A/RES/80/3", "2025-10-14", Confidence.HIGH),
        ("UNEP/EA.6/Res.3", "2024-03-01", Confidence.HIGH),
        ("UNEP/EA.7/Res.10", "2025-12-12", Confidence.HIGH),
    ],
)
def test_adoption_dates(library: Library, symbol: str, adopted: str, confidence: Confidence) -> None:
    (fact,) = known(library, symbol).facts(FactName.ADOPTED_ON)
    assert (fact.value, fact.confidence) == (adopted, confidence)
    assert fact.source


def test_distribution_is_not_adoption(library: Library) -> None:
    awaza = known(library, "A/RES/80/3")
    assert [fact.value for fact in awaza.facts(FactName.DISTR_DATE)] == ["2025-10-15"]
    assert [fact.value for fact in awaza.facts(FactName.ADOPTED_ON)] == ["2025-10-14"]


def test_what_is_not_known_stays_unknown(library: Library) -> None:
    mountains = known(library, "A/RES/80/144")
    unknown = {fact.name for fact in mountains.fact if fact.value == UNKNOWN}
    assert {FactName.ADOPTED_ON, FactName.INITIATED_BY, FactName.DRAFT} <= unknown
    assert mountains.facts(FactName.ADOPTED_ON) == ()
    assert all(fact.confidence is Confidence.LOW for fact in mountains.facts(FactName.REMARK))


def test_italy_is_nowhere_recorded_as_initiator_of_the_snow_leopard_day(library: Library) -> None:
    initiators = {fact.value for fact in known(library, "A/RES/79/143").facts(FactName.INITIATED_BY)}
    assert initiators == {"Kyrgyzstan"}


def test_every_instrument_named_in_the_declaration_points_at_its_paragraphs(library: Library) -> None:
    named = {label for instrument in library.instruments for label in instrument.cited_in}
    assert {"PP3", "PP4", "PP5", "PP6", "OP6", "OP12", "OP13", "OP15", "OP16", "OP20", "OP27"} <= named
    in_fifth = {instrument.symbol for instrument in library.instruments if "PP5" in instrument.cited_in}
    assert {
        "A/RES/78/147", "A/RES/80/144", "A/RES/79/143", "A/RES/71/222", "A/RES/77/158", "A/RES/78/278", "A/RES/80/3",
        "A/RES/79/283", "UNEP/EA.6/Res.3",
    } <= in_fifth  # fmt: skip


def test_a_note_without_a_certain_paragraph_never_looks_like_one(library: Library) -> None:
    for instrument in library.instruments:
        labels = note_labels(instrument)
        assert len(set(labels)) == len(labels), instrument.id
        for label, note in zip(labels, instrument.note, strict=True):
            assert label.startswith("note ") == (not note.paragraph)


def test_notes_are_a_document_in_english_and_russian(library: Library) -> None:
    english, russian = library.document("77/158", "en"), library.document("77/158", "ru")
    assert [p.ref for p in english.paragraphs] == [p.ref for p in russian.paragraphs]
    assert english.paragraph("OP5").kind is ParagraphKind.NOTE
    assert english.paragraph("OP5").source.startswith("A/RES/77/158")
    assert english.paragraph("about").text == (
        "A/RES/77/158. International Year of Glaciers’ Preservation, 2025. Adopted on 14 December 2022. "
        "Initiated by Tajikistan. Observed on 21 March."
    )
    assert russian.paragraph("about").text.endswith(
        "Дата принятия: 14 декабря 2022 года. Инициатор: Таджикистан. Отмечается: 21 March."
    )


@pytest.mark.parametrize(
    ("iso", "language", "words"),
    [
        ("2022-12-14", "en", "14 December 2022"),
        ("2022-12-14", "ru", "14 декабря 2022 года"),
        ("2025-03", "en", "2025-03"),
        ("2025-08-05/2025-08-08", "ru", "2025-08-05/2025-08-08"),
    ],
)
def test_dates_in_words(iso: str, language: str, words: str) -> None:
    assert date_in_words(iso, language) == words

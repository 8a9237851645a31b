"""Symbols and places in a query are read outright, in any of the twelve languages."""

import pytest

from indexer.places import AskedPlace, asked_place

DECLARATION = "declaration-2026"

PLACES = [
    ("OP16", "OP16"), ("op 16", "OP16"), ("PP5", "PP5"), ("п. 16", "OP16"), ("пункт 12 декларации", "OP12"),
    ("преамбула, п. 5", "PP5"), ("para. 7", "OP7"), ("paragraph 7 of the declaration", "OP7"), ("§ 19", "OP19"),
    ("16-тармақ", "OP16"), ("декларациянын 12-пункту", "OP12"), ("банди 12 эъломия", "OP12"), ("12-nji bent", "OP12"),
    ("12-band", "OP12"), ("madde 7", "OP7"), ("第16段", "OP16"), ("الفقرة 12", "OP12"), ("paragraphe 12", "OP12"),
    ("párrafo 12", "OP12"),
]  # fmt: skip

SYMBOLS = [
    ("78/147", "A/RES/78/147", ""),
    ("A/RES/77/158 para. 5", "A/RES/77/158", "OP5"),
    ("п. 5 (a) резолюции 78/147", "A/RES/78/147", "OP5 (a)"),
    ("резолюция 6/3 Ассамблеи ООН по окружающей среде", "UNEP/EA.6/Res.3", ""),
    ("UNEA resolution 6/3", "UNEP/EA.6/Res.3", ""),
    ("UNEP/EA.6/Res.3", "UNEP/EA.6/Res.3", ""),
    ("2625 (XXV)", "A/RES/2625 (XXV)", ""),
    ("ES-11/1", "A/RES/ES-11/1", ""),
]


@pytest.mark.parametrize(("text", "label"), PLACES)
def test_a_place_of_the_declaration(text: str, label: str) -> None:
    assert asked_place(text) == AskedPlace(DECLARATION, label, "", alone=True)


@pytest.mark.parametrize(("text", "symbol", "label"), SYMBOLS)
def test_a_symbol(text: str, symbol: str, label: str) -> None:
    assert asked_place(text) == AskedPlace("", label, symbol, alone=True)


def test_a_position_note_by_its_id() -> None:
    assert asked_place("kaz-21") == AskedPlace("positions:KAZ", "KAZ-21", "", alone=True)


def test_a_place_inside_a_question_is_not_the_whole_question() -> None:
    place = asked_place("Что говорит пункт 19 о долгах?")
    assert place is not None
    assert (place.label, place.alone) == ("OP19", False)


@pytest.mark.parametrize(
    "text",
    ["сохранение ледников", "Bishkek+25", "COP29", "decade 2018-2028", "8-й Ассамблеи", "24 мая", "PPP projects"],
)
def test_what_names_no_place(text: str) -> None:
    assert asked_place(text) is None


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("A/RES/77/158 para. 5", ("en",)),
        ("A/RES/77/158, párr. 5", ("es",)),
        ("п. 16", ("ru",)),
        ("78/147", ()),
    ],
)
def test_the_language_whose_word_for_a_paragraph_is_used(text: str, languages: tuple[str, ...]) -> None:
    place = asked_place(text)
    assert place is not None
    assert place.languages == languages

"""What is held is found by id and by symbol, in the language asked for."""

import pytest

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("declaration-2026", "declaration-2026"),
        ("A/RES/77/158", "registry:A/RES/77/158"),
        ("77/158", "registry:A/RES/77/158"),
        ("registry:A/RES/77/158", "registry:A/RES/77/158"),
        ("unep/ea.6/res.3", "registry:UNEP/EA.6/Res.3"),
        ("positions:kaz", "positions:KAZ"),
    ],
)
def test_documents_are_found_by_id_and_symbol(library: Library, name: str, document: str) -> None:
    assert library.find(name) == document


def test_a_symbol_outside_the_registry_is_never_said_not_to_exist(library: Library) -> None:
    with pytest.raises(NotHeld, match="does not mean that it does not exist"):
        library.find("A/RES/79/999")


def test_the_original_comes_first_and_a_translation_says_what_it_is(library: Library) -> None:
    assert library.document("declaration-2026").language == "ru"
    assert library.document("declaration-2026").kind is TextKind.OFFICIAL
    assert library.document("declaration-2026", "en").kind is TextKind.TRANSLATION
    assert "Unofficial working translation" in str(library.document("declaration-2026", "en").facts["source"])


def test_a_language_that_is_not_held_is_refused_with_those_that_are(library: Library) -> None:
    with pytest.raises(NotHeld, match="is held in en ru"):
        library.document("A/RES/77/158", "fr")


def test_a_label_is_found_whatever_its_case_and_spaces(library: Library) -> None:
    assert library.document("declaration-2026").paragraph(" op6 ").ref == ParagraphRef("declaration-2026", "OP6")
    with pytest.raises(NotHeld, match="has no paragraph “OP28”"):
        library.document("declaration-2026").paragraph("OP28")


def test_the_declaration_keeps_what_it_says_even_where_the_record_differs(library: Library) -> None:
    english = library.document("declaration-2026", "en")
    assert "80/3 of 15 October 2025" in english.paragraph("PP5").text
    assert "78/278 of 23 April 2024" in english.paragraph("PP5").text
    assert "Rio Declarations" in english.paragraph("OP16").text

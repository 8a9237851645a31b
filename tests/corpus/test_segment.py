"""A declaration is taken apart without losing or inventing anything."""

import re
from collections import Counter

import pytest

from corpus.errors import CorpusError
from corpus.library import Library
from corpus.paragraph import ParagraphKind
from corpus.segment import segment_declaration
from corpus.tables import DATA_FOLDER

SOURCE = (DATA_FOLDER / "documents" / "declaration-2026" / "text.ru.md").read_text(encoding="utf-8")

SMALL = """**Title**

We, the leaders,

**noting** one thing,

**declare:**

**1. Welcome** what was begun and

goes on here.

2. Call for more.

Closing words.

Done in Astana."""


def test_the_declaration_has_15_preambular_27_operative_one_closing_one_adoption() -> None:
    parts = segment_declaration(SOURCE)
    assert Counter(part.kind for part in parts.paragraphs) == {
        ParagraphKind.PREAMBULAR: 15,
        ParagraphKind.OPERATIVE: 27,
        ParagraphKind.CLOSING: 1,
        ParagraphKind.ADOPTION: 1,
    }
    labels = [part.label for part in parts.paragraphs]
    assert labels[:15] == [f"PP{number}" for number in range(1, 16)]
    assert labels[15:42] == [f"OP{number}" for number in range(1, 28)]
    assert labels[42:] == ["closing", "adoption"]


@pytest.mark.parametrize(
    ("label", "joint"),
    [
        ("OP7", "Рамочной программы по развитию партнерств в области циркулярной экономики"),
        ("OP13", "а также инициативы сторон по озеленению планеты"),
        ("OP20", "Конференции ООН по водным ресурсам в 2028 году"),
    ],
)
def test_paragraphs_cut_by_a_page_break_are_joined(label: str, joint: str) -> None:
    texts = {part.label: part.text for part in segment_declaration(SOURCE).paragraphs}
    assert joint in texts[label]


def test_a_paragraph_without_final_stop_is_not_joined_to_the_next() -> None:
    texts = {part.label: part.text for part in segment_declaration(SOURCE).paragraphs}
    assert texts["PP5"].endswith("по инициативе Республики Казахстан и Франции")
    assert texts["PP6"].startswith("подчеркивая критическую важность сохранения ледников")


def test_no_word_of_the_source_is_lost() -> None:
    parts = segment_declaration(SOURCE)
    kept = [parts.title, parts.opening, parts.enacting, *(part.text for part in parts.paragraphs)]
    words = re.compile(r"[^\W\d_]+")
    assert Counter(words.findall(" ".join(kept))) == Counter(words.findall(SOURCE))


def test_a_small_declaration() -> None:
    parts = segment_declaration(SMALL)
    assert (parts.title, parts.opening, parts.enacting) == ("Title", "We, the leaders,", "declare:")
    assert [(part.label, part.text) for part in parts.paragraphs] == [
        ("PP1", "noting one thing,"),
        ("OP1", "Welcome what was begun and goes on here."),
        ("OP2", "Call for more."),
        ("closing", "Closing words."),
        ("adoption", "Done in Astana."),
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Only a title", "no numbered paragraphs"),
        (SMALL.replace("2. Call", "3. Call"), "Operative paragraph 2 is missing"),
        (SMALL.replace("\n\nDone in Astana.", ""), "not laid out as a declaration"),
    ],
)
def test_another_layout_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        segment_declaration(text)


def test_every_language_version_has_the_same_labels(library: Library) -> None:
    expected = [paragraph.ref.label for paragraph in library.document("declaration-2026", "ru").paragraphs]
    assert library.languages("declaration-2026") == (
        "ar", "en", "es", "fr", "kk", "ky", "ru", "tg", "tk", "tr", "uz", "zh",
    )  # fmt: skip
    for language in library.languages("declaration-2026"):
        document = library.document("declaration-2026", language)
        assert [paragraph.ref.label for paragraph in document.paragraphs] == expected


@pytest.mark.parametrize(
    "number", ["78/147", "80/144", "79/143", "71/222", "77/158", "78/278", "80/3", "79/283", "6/3"]
)
def test_translations_keep_the_numbers_of_the_resolutions(library: Library, number: str) -> None:
    for language in library.languages("declaration-2026"):
        assert number in library.document("declaration-2026", language).paragraph("PP5").text

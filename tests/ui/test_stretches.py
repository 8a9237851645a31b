"""The reader of long documents: a stretch at a time, the page of the file that belongs to it, headings, footnotes."""

import pytest

from corpus.document import Document, SourceFile, TextKind
from corpus.library import Library
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from indexer.query import read_query
from indexer.search import SearchAnswer, SearchHit
from ui.reader_views import reader_views, stated_facts
from ui.stretches import (
    A_PART,
    has_pages_to_show,
    mark_on,
    only_beside,
    page_to_show,
    part_of,
    parts_of,
    stretch_of,
)
from ui.views import answer_views, document_title
from ui.vocabulary import words_in

ENGLISH, RUSSIAN = words_in("en"), words_in("ru")
PAPER = SourceFile("paper.pdf", "/nowhere/paper.pdf", "ab" * 32, "pdf 1", 90, "2026-11-28")


def paragraph(label: str, page: int | None = 1, kind=ParagraphKind.NUMBERED, heading: str = "", language: str = "en"):
    return Paragraph(
        ref=ParagraphRef("paper", label),
        language=language,
        kind=kind,
        text=f"Text of {label}.",
        page=page,
        facets=Facets(("BOL",)),
        heading=heading,
    )


def document(paragraphs, language: str = "en", source: SourceFile | None = PAPER, symbol: str = "") -> Document:
    facts = {"distr_date": "2024-01-10", "distribution": "General", "original_language": "ru", "unknown_fact": "x"}
    return Document("paper", symbol, TextKind.POSITION, language, "A paper", tuple(paragraphs), "", "", facts, source)


LONG = document(paragraph(str(number), number // 10 + 1) for number in range(1, 251))


@pytest.mark.parametrize(("label", "part", "page"), [("", 1, 1), ("100", 1, 11), ("101", 2, 11), ("250", 3, 26)])
def test_the_part_with_the_paragraph_asked_for_is_opened_at_its_page(label: str, part: int, page: int) -> None:
    assert parts_of(LONG) == 3
    assert part_of(LONG, label) == part
    assert page_to_show(LONG, label, part) == page
    labels = [one.ref.label for one in LONG.paragraphs[stretch_of(part)]]
    assert len(labels) == (50 if part == 3 else A_PART)
    assert not label or label in labels


def test_another_part_opens_at_its_own_page_and_an_unknown_label_at_the_first() -> None:
    assert page_to_show(LONG, "", 3) == 21
    assert part_of(LONG, "PP99") == 1
    assert parts_of(document([])) == 1
    assert page_to_show(document([]), "", 1) == 1


@pytest.mark.parametrize(("page", "text"), [(10, ""), (11, "Text of 100."), (12, "Text of 100."), (13, "")])
def test_a_paragraph_is_marked_on_its_page_and_on_the_one_it_may_run_on_to(page: int, text: str) -> None:
    assert mark_on(LONG, "100", page).text == text


def test_only_the_pages_of_a_pdf_can_be_shown() -> None:
    word = SourceFile("paper.docx", "/nowhere/paper.docx", "cd" * 32, "word 1", 0, "2026-11-28")
    assert has_pages_to_show(LONG)
    assert not has_pages_to_show(document([paragraph("1", None)], source=word))
    assert not has_pages_to_show(document([paragraph("1")], source=None))


@pytest.fixture
def added() -> Library:
    paragraphs = [
        paragraph("1", 3, heading="Glaciers"),
        paragraph("2", 4, heading="Glaciers"),
        paragraph("3", 4, heading="Dust"),
        paragraph("fn *", 4, ParagraphKind.FOOTNOTE),
        paragraph("fn **", 4, ParagraphKind.FOOTNOTE),
    ]
    russian = [paragraph(label, 3, language="ru") for label in ("1", "2", "4")]
    return Library.of((), (), (), (), [document(paragraphs), document(russian, "ru")])


def test_headings_stand_where_they_begin_and_every_anchor_is_its_own(added: Library) -> None:
    views = reader_views(added, added.document("paper", "en"), None, ENGLISH)
    assert [view.heading for view in views] == ["Glaciers", "", "Dust", "Footnotes", ""]
    assert [view.page for view in views] == [3, 4, 4, 4, 4]
    assert [view.kind for view in views] == ["numbered"] * 3 + ["footnote"] * 2
    assert len({view.anchor for view in views}) == 5
    later = reader_views(added, added.document("paper", "en"), None, ENGLISH, slice(1, 3))
    assert [(view.label, view.heading) for view in later] == [("2", ""), ("3", "Dust")]


def test_what_only_the_other_version_has_is_said(added: Library) -> None:
    left, right = added.document("paper", "en"), added.document("paper", "ru")
    assert only_beside(left, right, ENGLISH) == "Only in the version on the right: 4"
    assert only_beside(right, right, ENGLISH) == ""
    views = reader_views(added, left, right, ENGLISH)
    assert [view.right is not None for view in views] == [True, True, False, False, False]


def test_a_document_states_its_facts_in_words_and_its_file(added: Library) -> None:
    assert stated_facts(added.document("paper", "en"), RUSSIAN) == (
        ("Дата распространения", "10 января 2024 года"),
        ("Рассылка", "общая"),
        ("Язык оригинала", "русский"),
        ("Государство", "Боливия"),
        ("Файл", "paper.pdf"),
        ("Добавлен", "28 ноября 2026 года"),
    )


@pytest.mark.parametrize(("symbol", "place", "heading"), [
    ("", "A paper · 1", "Bolivia · Glaciers · p. 3"),
    ("A/80/6", "A/80/6 · 1", "Bolivia · A paper · Glaciers · p. 3"),
])  # fmt: skip
def test_a_hit_of_an_added_document_says_whose_it_is_and_where(symbol: str, place: str, heading: str) -> None:
    found = paragraph("1", 3, heading="Glaciers")
    library = Library.of((), (), (), (), [document([found], symbol=symbol)])
    hit = SearchHit(1, found, TextKind.POSITION, ("en",), 1.0, {"dense": 0.5})
    (view,) = answer_views(library, SearchAnswer(read_query("ice"), (), (hit,)), ENGLISH)
    assert (view.place, view.heading) == (place, heading)
    assert view.kind == "national position, added by you"
    assert "p. 3" in dict(view.citations)["en"]
    assert document_title(library, "paper", ENGLISH) == f"{f'{symbol} · ' if symbol else ''}A paper (your library)"

"""What pages show, as values: escaped, with direction, with provenance."""

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from indexer.query import Filters, read_query
from indexer.search import Searcher
from ui.reader_views import cited_in, fact_rows, names_of, reader_views
from ui.views import answer_views, text_view, understood
from ui.vocabulary import words_in

ENGLISH, RUSSIAN = words_in("en"), words_in("ru")


def test_markup_in_a_text_is_shown_not_run() -> None:
    view = text_view("en", '<script>alert("x")</script>')
    assert view.markup == (
        '<p class="ortak-text" lang="en" dir="ltr">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>'
    )


def test_arabic_runs_from_right_to_left() -> None:
    assert text_view("ar", "الجليد").direction == "rtl"
    assert text_view("tg", "пирях").direction == "ltr"


def test_a_hit_says_what_kind_of_text_it_is(library: Library, searcher: Searcher) -> None:
    answer = searcher.search(read_query("OP6", Filters(language="en"), limit=1))
    (view,) = answer_views(library, answer, ENGLISH)
    assert view.place == "Declaration of 22 April 2026 · OP6"
    assert view.kind == "unofficial working translation"
    assert view.text.language == "en"
    assert dict(view.citations)["en"] == (
        "Declaration “Ecological Solidarity of Central Asia” (Astana, 22 April 2026), para. 6 "
        "[unofficial working translation]"
    )
    assert view.why == "Why: " + view.why.removeprefix("Why: ")
    assert "named place 1.00" in view.why


def test_a_position_says_who_how_where_and_on_what_it_rests(library: Library, searcher: Searcher) -> None:
    answer = searcher.search(read_query("KGZ-07", limit=1))
    (view,) = answer_views(library, answer, ENGLISH)
    assert view.heading.startswith("Kyrgyzstan · proposes · ")
    assert "2024-11-12" in view.heading
    assert "Confidence: medium." in view.provenance


def test_the_query_is_explained(library: Library, searcher: Searcher) -> None:
    answer = searcher.search(read_query("опустынивание"))
    assert understood(library, answer, ENGLISH) == "Read as Russian. Recognized: desertification."
    assert understood(library, answer, RUSSIAN) == "Язык запроса: русский. Распознаны понятия: опустынивание."


def test_versions_stand_side_by_side(library: Library) -> None:
    left, right = library.document("declaration-2026", "ru"), library.document("declaration-2026", "kk")
    views = reader_views(library, left, right, ENGLISH)
    assert [view.label for view in views][:2] == ["PP1", "PP2"]
    assert all(view.right and view.right.language == "kk" for view in views)
    assert len(views) == 44


def test_a_paragraph_names_instruments_and_they_name_it_back(library: Library) -> None:
    named = dict(names_of(library, ParagraphRef("declaration-2026", "OP6"), ENGLISH))
    assert named["registry:A/RES/77/158"] == "A/RES/77/158 · International Year of Glaciers’ Preservation, 2025"
    assert "OP6" in cited_in(library, "registry:A/RES/77/158")


def test_facts_are_shown_with_source_and_confidence(library: Library) -> None:
    rows = fact_rows(library, "registry:A/RES/80/3", ENGLISH)
    adopted = next(row for row in rows if row["Fact"] == "adopted_on")
    assert adopted["Value"] == "2025-10-14"
    assert adopted["Confidence"] == "high"
    assert all(row["Source"] for row in rows)

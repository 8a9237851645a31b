"""The check page: marks with a sign and a word, findings with their evidence, and one sentence where it cannot."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from corpus.library import Library
from references.checker import ReferenceChecker
from references.findings import CheckedMention, CheckReport, Finding, LintNote, Status
from references.mention import Mention, MentionKind
from ui.check_views import (
    counts,
    finding_rows,
    marked_text,
    mention_views,
    proposal_labels,
    slip_rows,
    status_in_words,
)
from ui.set_phrases import evidence_in_words, said_in_words, slip_in_words
from ui.vocabulary import Words, words_in

ROOT = Path(__file__).parents[2]
ENGLISH, RUSSIAN = words_in("en"), words_in("ru")
RIGHT = Finding(Status.CONFIRMED, "a", "adopted on 2022-12-14", "record", "high")
WRONG = Finding(Status.DATE, "2024-04-23", "2024-05-02", "one ; two", "high", "", "new")


def report_of(*spans: tuple[int, int, Finding], lint: tuple[LintNote, ...] = (), language: str = "en") -> CheckReport:
    checked = (CheckedMention(Mention(start, end, "", MentionKind.OTHER), (finding,)) for start, end, finding in spans)
    return CheckReport(language, tuple(checked), lint)


def test_marks_carry_a_sign_and_a_word_and_the_text_is_escaped() -> None:
    shown = marked_text('a <b> "c" d', report_of((2, 5, WRONG)), ENGLISH)
    assert shown == (
        '<div class="ortak-checked" lang="en" dir="ltr"><p class="ortak-text">a '
        '<mark class="ortak-mark ortak-wrong" '
        'title="✗ date differs. The record says: 2 May 2024. Confidence: high.">&lt;b&gt;</mark>'
        '<span class="ortak-badge ortak-wrong" dir="auto">1 ✗ date differs</span>'
        " &quot;c&quot; d</p></div>"
    )


def test_a_slip_inside_a_reference_does_not_hide_it() -> None:
    shown = marked_text("abcdef", report_of((0, 6, RIGHT), lint=(LintNote(2, 4, "k", "m", "n"),)), ENGLISH)
    pieces = [piece.split(">")[1].split("<")[0] for piece in shown.split("<mark ")[1:]]
    assert pieces == ["ab", "cd", "ef"]
    assert shown.count("ortak-badge") == 2
    assert "~ slip" in shown
    assert "m → n" in shown


def test_a_mark_over_two_lines_has_one_badge_and_arabic_runs_from_the_right() -> None:
    shown = marked_text("ab\ncd", report_of((1, 4, RIGHT), language="ar"), RUSSIAN)
    assert 'dir="rtl"' in shown
    assert shown.count("<mark") == 2
    assert shown.count("1 ✓ подтверждено</span>") == 1


def test_lines_without_a_mark_can_be_left_out() -> None:
    text = "one\ntwo\nthree\nfour\n"
    start = text.index("three")
    shown = marked_text(text, report_of((start, start + 5, RIGHT)), ENGLISH, marked_only=True)
    assert [word in shown for word in ("one", "two", "three", "four")] == [False, False, True, False]
    assert shown.count("…") == 2


def test_every_status_has_a_sign_and_words() -> None:
    assert status_in_words(Status.DATE_KIND, RUSSIAN) == "✗ дата другого рода (распространения, а не принятия)"
    assert [status_in_words(status, ENGLISH)[0] for status in Status] == [*"✓✗✗✗✗✗✗✗!!??"]


SAID = [
    ("adopted on 2022-12-14; in the registry", "дата принятия: 14 декабря 2022 года; есть в реестре"),
    ("initiative of Uzbekistan, on behalf of Group", "инициатор: Узбекистан, от имени: Group"),
    ("2024-12-12 (medium)", "12 декабря 2024 года (достоверность: средняя)"),
    ("2025-09-09 to 2026-09-07", "9 сентября 2025 года — 7 сентября 2026 года"),
    ("unknown", "неизвестно"),
    ("Something else", "Something else"),
]


@pytest.mark.parametrize(("value", "told"), SAID)
def test_set_phrases_are_told_in_the_words_of_the_interface(value: str, told: str) -> None:
    assert said_in_words(value, RUSSIAN) == told


@pytest.mark.parametrize("key", sorted(key for key in ENGLISH.keys if key.startswith("evidence.")))
def test_every_reason_is_recognized_by_its_english_form(key: str) -> None:
    blanks = {"date": "2025-10-15", "source": "s", "beside": "b", "title": "t", "scope": "c", "newer": "n"}
    blanks |= {"place": "OP1", "instrument": "i", "said": "d", "organ": "SC", "other": "A/RES/78/147"}
    told = {**blanks, "date": "15 октября 2025 года"}
    assert evidence_in_words(ENGLISH(key, **blanks), RUSSIAN) == RUSSIAN(key, **told)


def test_a_reason_without_words_is_left_alone() -> None:
    assert evidence_in_words("Something new.", RUSSIAN) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a (b", ["Знак «(» не закрыт."]),
        ("a b»", ["Знак «»» ничего не закрывает."]),
        ("вода вода", ["Слово «вода» стоит дважды подряд."]),
        (
            "см. А/RЕS/77/158 от 14 декабря 2022 года",
            [
                "«А» — это CYRILLIC CAPITAL LETTER A, а не латинская буква; "
                "«Е» — это CYRILLIC CAPITAL LETTER IE, а не латинская буква"
            ],
        ),
        ("странам, не имеющих выхода", ["После «странам» нужен дательный падеж: «не имеющим»."]),
    ],
)
def test_slips_are_told_in_russian(library: Library, text: str, told: list[str]) -> None:
    notes = ReferenceChecker(library).check(text, "ru").lint
    assert [slip_in_words(note.message, RUSSIAN) for note in notes] == told


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN], ids=lambda words: words.language)
def test_findings_stand_beside_what_the_registry_notes(library: Library, words: Words) -> None:
    text = "резолюция 78/278 Генеральной Ассамблеи от 23 апреля 2024 года"
    report = ReferenceChecker(library).check(text, "ru")
    (view,) = mention_views(library, report, words)
    assert view.document == "registry:A/RES/78/278"
    assert view.note
    assert {finding.status for finding in view.findings} == {Status.DATE}
    assert view.findings[0].expected == {"en": "2 May 2024", "ru": "2 мая 2024 года"}[words.language]
    assert counts(report) == {Status.DATE: 1}
    assert mention_views(library, report, words, [Status.CONFIRMED]) == ()
    assert [row[words("check.status")] for row in finding_rows([view], words)] == [view.findings[0].title]


def test_arabic_in_a_line_of_another_direction_is_held_together() -> None:
    arabic = "80/3 المؤرخ"
    report = report_of(lint=(LintNote(0, len(arabic), "k", "m", "new"),))
    assert proposal_labels(arabic, report) == [f"\u2068{arabic}\u2069 → new"]
    assert slip_rows(arabic, report, ENGLISH) == [{"Place": arabic, "Remark": "m", "Proposed wording": "new"}]


@pytest.fixture
def page(indexed_home: Path) -> AppTest:
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["ui"] = "ru"
    app.run()
    return app.switch_page("ui/pages/check.py").run()


def marked(app: AppTest) -> str:
    return "".join(str(element.proto.body) for element in app.get("html") if "ortak-checked" in str(element.proto.body))


def test_an_empty_page_says_what_to_give_and_an_empty_text_is_refused(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == "Проверка ссылок в тексте"
    assert page.info[0].value.startswith("Вставьте текст или дайте файл.")
    page.button[0].click().run()
    assert [error.value for error in page.error] == ["Текст пуст. Вставьте его или дайте файл, в котором есть текст."]


def test_a_paragraph_of_the_declaration_is_checked_filtered_and_corrected(page: AppTest, library: Library) -> None:
    paragraphs = {paragraph.ref.label: paragraph for paragraph in library.document("declaration-2026", "ru").paragraphs}
    page.text_area[0].set_value(paragraphs["PP5"].text).run()
    assert not page.exception
    shown = marked(page)
    assert "✓ подтверждено" in shown
    assert "✗ дата иная" in shown
    assert "✗ дата другого рода (распространения, а не принятия)" in shown
    assert "? не удалось проверить" in shown
    assert "По данным реестра: 2 мая 2024 года. Достоверность: высокая." in shown
    assert "Язык текста: русский." in [caption.value for caption in page.caption]

    (rows,) = (table.value for table in page.dataframe)
    every = len(rows)
    page.button_group[0].set_value([Status.DATE]).run()
    (rows,) = (table.value for table in page.dataframe)
    assert 0 < len(rows) < every
    assert set(rows["Вывод"]) == {"✗ дата иная"}
    assert all("✗ дата иная" in expander.label for expander in page.expander)

    boxes = [box for box in page.checkbox if "78/278 от 2 мая 2024 года" in box.label.replace("\\", "")]
    boxes[0].check().run()
    assert "принято 1 из" in page.get("download_button")[-1].label
    page.checkbox[0].check().run()
    offered = page.get("download_button")[-1].label.rsplit(" ", 1)[1]
    assert f"принято {offered} из {offered}" in page.get("download_button")[-1].label


def test_the_text_is_still_there_after_another_page(page: AppTest) -> None:
    page.text_area[0].set_value("резолюция 77/158 от 14 декабря 2022 года").run()
    page.switch_page("ui/pages/reader.py").run()
    page.switch_page("ui/pages/check.py").run()
    assert page.text_area[0].value == "резолюция 77/158 от 14 декабря 2022 года"
    assert "1 ✓ подтверждено" in marked(page)


def test_a_file_is_checked_and_a_file_that_is_not_text_gets_one_sentence(page: AppTest) -> None:
    page.radio[0].set_value("upload").run()
    page.file_uploader[0].upload("note.txt", b"Resolution 77/158 of 14 December 2022").run()
    assert not page.exception
    assert "1 ✓ подтверждено" in marked(page)
    page.file_uploader[0].set_value(("scan.pdf", b"%PDF-1.7", "application/pdf")).run()
    assert not page.exception
    assert [error.value for error in page.error] == [
        "scan.pdf: файлы вида «.pdf» здесь не читаются; дайте .txt, .md или .docx либо вставьте текст."
    ]
    page.file_uploader[0].set_value(("bad.docx", b"PK\x03\x04 not really", "")).run()
    assert len(page.error) == 1
    assert "bad.docx" in page.error[0].value


def test_markup_in_the_text_is_shown_not_run(page: AppTest) -> None:
    page.text_area[0].set_value("<script>alert(1)</script> resolution 77/158 of 14 December 2022").run()
    assert not page.exception
    assert "<script" not in marked(page)
    assert "&lt;script&gt;" in marked(page)


def test_a_text_without_references_says_so(page: AppTest) -> None:
    page.text_area[0].set_value("Лёд тает.").run()
    assert not page.exception
    assert "Ссылок на документы в этом тексте не найдено." in [info.value for info in page.info]

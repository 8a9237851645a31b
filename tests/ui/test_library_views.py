"""What the library page says, as values: outcomes, reports, corrections, differences, in two languages."""

import pytest
from msgspec import structs

from corpus.added import (
    FORMAT,
    Held,
    ImportReport,
    LeftOut,
    PendingChanges,
    StoredDocument,
    StoredParagraph,
    held_of,
)
from corpus.document import TextKind
from corpus.official.obstacle import Obstacle
from corpus.paragraph import ParagraphKind
from corpus.states import FIVE
from references.adding import AddedFile, Choices, Outcome
from ui.library_changes import symbols_of_lines
from ui.library_views import (
    FileReport,
    asked_before,
    corrected,
    counted,
    difference_line,
    file_report,
    headline,
    held_rows,
    matching,
    merged,
    obstacle_in_words,
    paragraphs_in_words,
    refusal,
    report_view,
    version_differences,
)
from ui.set_phrases import left_out_in_words, mended_in_words, note_in_words
from ui.states import WORLD, state_choices, state_in_words
from ui.vocabulary import words_in

ENGLISH, RUSSIAN = words_in("en"), words_in("ru")
REPORT = ImportReport(
    pages=3,
    paragraphs={"operative": 2, "footnote": 1},
    letter_share=0.934,
    language="kk",
    certainty=0.7,
    references=4,
    dropped=(LeftOut("picture", "pictures are not text", 2), LeftOut("pages of noise (3, 7)", "a new reason")),
    repairs=("read as cp1251, found from its letters",),
    changes=PendingChanges(5, 6, ("Ann", "Bek"), True),
    notes=("The language “kk” is a guess; correct it with --lang.", "Something new."),
)


def stored(document_id: str = "paper", language: str = "kk", labels: tuple[str, ...] = ("1", "2")) -> StoredDocument:
    return StoredDocument(
        format=FORMAT,
        id=document_id,
        symbol="",
        kind=TextKind.POSITION,
        language=language,
        title="Мұздықтар туралы",
        opening="",
        facts={},
        states=("KAZ",),
        body="",
        years=(),
        asked={},
        file="paper.txt",
        sha256="0" * 64,
        reader="plain 1",
        added_on="2026-11-28",
        paragraphs=tuple(StoredParagraph(label, ParagraphKind.NUMBERED, "Text.") for label in labels),
        report=REPORT,
    )


def test_a_report_is_told_in_the_words_of_the_interface() -> None:
    view = report_view(REPORT, ENGLISH)
    assert view.facts == (
        ("Pages", "3"),
        ("Paragraphs", "operative 2, footnotes 1"),
        ("Letters among all signs", "93%"),
        ("Language", "Kazakh, 70% sure"),
        ("References to UN instruments", "4"),
        ("Pending changes", "read as accepted: insertions 5, deletions 6; by Ann, Bek"),
    )
    assert view.left_out[0] == {"What": "picture", "Why": "pictures are not text", "How many": "2"}
    assert view.notes == ("The language “Kazakh” is a guess; correct it below.", "Something new.")
    russian = report_view(REPORT, RUSSIAN)
    assert [list(row.values()) for row in russian.left_out] == [
        ["рисунок", "изображения — не текст", "2"],
        ["нечитаемые страницы (3, 7)", "a new reason", "1"],
    ]
    assert russian.mended == ("прочитан в кодировке cp1251, определённой по буквам",)
    assert russian.notes[0] == "Язык «казахский» — предположение; при необходимости исправьте его ниже."


def test_a_file_without_pages_or_changes_says_so() -> None:
    plain = structs.replace(REPORT, pages=0, changes=None)
    assert dict(report_view(plain, ENGLISH).facts)["Pages"] == "the file has no pages"
    assert "Pending changes" not in dict(report_view(plain, ENGLISH).facts)
    rejected = structs.replace(REPORT, changes=PendingChanges(1, 0, (), False))
    told = dict(report_view(rejected, ENGLISH).facts)["Pending changes"]
    assert told == "read as rejected: insertions 1, deletions 0; by nobody named"


REFUSALS = [
    (
        "a.pdf: it is a scan: 2 of its 3 pages are pictures without a text layer. Run character recognition (OCR) on "
        "it, check the text, and add the result.",
        "a.pdf: это скан; страниц, на которых есть только изображение без текстового слоя: 2 из 3. Распознайте его "
        "(OCR), проверьте текст и добавьте результат.",
    ),
    ("a.txt is empty.", "Файл a.txt пуст."),
    ("a.txt: it holds no text.", "a.txt: в нём нет текста."),
    (
        "a.pdf: 4 of its 9 pages cannot be read: names of glyphs stand in place of letters: the font's map is lost. "
        "Add the document as Word file or text, or run character recognition (OCR) on it.",
        "a.pdf: нечитаемых страниц 4 из 9: вместо букв стоят имена знаков: таблица шрифта утрачена. Добавьте документ "
        "как файл Word или текст либо распознайте его (OCR).",
    ),
    (
        "a.txt seems to be in a language (“de”) that is not one of the twelve (ar en); if that is wrong, name its "
        "language with --lang.",
        "Файл a.txt, по-видимому, на языке («de»), который не входит в число двенадцати (ar en); если это не так, "
        "укажите язык при добавлении.",
    ),
    ("a.txt: nobody knows.", "a.txt: nobody knows."),
]


@pytest.mark.parametrize(("reason", "told"), REFUSALS)
def test_a_refusal_gives_its_reason_in_the_words_of_the_interface(reason: str, told: str) -> None:
    assert refusal(FileReport("a", Outcome.REFUSED, reason), RUSSIAN) == told


@pytest.mark.parametrize(("reason", "told"), REFUSALS)
def test_in_english_a_refusal_stays_as_it_is_but_for_options_of_the_terminal(reason: str, told: str) -> None:
    shown = refusal(FileReport("a", Outcome.REFUSED, reason), ENGLISH)
    assert shown == reason.replace("with --lang", "when you add it")


def test_what_has_no_words_is_shown_as_it_is() -> None:
    assert left_out_in_words("a thing", "for a reason", RUSSIAN) == ("a thing", "for a reason")
    assert mended_in_words("turned round", RUSSIAN) == "turned round"
    assert note_in_words("Mind the gap.", RUSSIAN) == "Mind the gap."


def test_a_note_names_days_in_words() -> None:
    note = "It takes the place of “a.pdf”, added on 2026-11-28."
    assert note_in_words(note, RUSSIAN) == "Заменяет файл «a.pdf», добавленный 28 ноября 2026 года."


def test_one_line_says_what_became_of_a_file() -> None:
    added = file_report(AddedFile("z.zip/paper.txt", Outcome.ADDED, "paper", stored=stored()))
    assert headline(added, ENGLISH) == "z.zip/paper.txt — added: national position, Kazakhstan, Kazakh"
    refused = file_report(AddedFile("a.txt", Outcome.REFUSED, reason="a.txt is empty."))
    assert headline(refused, RUSSIAN) == "a.txt — отклонён"
    assert counted([added, refused]) == {"total": 2, "added": 1, "unchanged": 0, "refused": 1}


def test_reading_a_file_again_after_an_interruption_does_not_hide_that_it_was_added() -> None:
    added = file_report(AddedFile("paper.txt", Outcome.ADDED, "paper", stored=stored()))
    again = file_report(AddedFile("paper.txt", Outcome.UNCHANGED, "paper", stored=stored()))
    other = file_report(AddedFile("b.txt", Outcome.REFUSED, reason="b.txt is empty."))
    assert merged(merged(merged((), added), other), again) == (added, other)
    assert merged((other,), again) == (again, other)


def held(**changes: object) -> Held:
    return held_of(structs.replace(stored(), **changes))


def test_the_table_has_a_row_a_document_and_the_filter_looks_at_all_of_it() -> None:
    first, second = held(), held(id="brief", file="brief.pdf", states=("BOL",), language="ru")
    assert held_rows([first], RUSSIAN) == [
        {
            "Название": "Мұздықтар туралы",
            "Имя": "paper",
            "Вид": "национальная позиция",
            "Государство": "Казахстан",
            "Язык": "казахский",
            "Страниц": 3,
            "Абзацев и пунктов": 3,
            "Добавлен": "2026-11-28",
            "Файл": "paper.txt",
        }
    ]
    assert matching([first, second], "БОЛИВИЯ brief", RUSSIAN) == (second,)
    assert matching([first, second], "", RUSSIAN) == (first, second)
    assert matching([first, second], "боливия paper.txt", RUSSIAN) == ()


def test_versions_that_differ_are_told_with_the_languages_that_have_the_label() -> None:
    versions = (stored(), stored(language="ru", labels=("1", "2", "3")), stored("other"))
    (difference,) = version_differences(versions)
    assert difference_line(difference, RUSSIAN) == "paper: 3 (только: русский)"
    many = (stored(), stored(language="ru", labels=tuple(map(str, range(1, 20)))))
    assert difference_line(version_differences(many)[0], ENGLISH).endswith("14 (only in: Russian); and 5 more")


def test_a_correction_asks_only_for_what_differs() -> None:
    document = structs.replace(stored(), asked={"symbol": "A/RES/78/147", "changes": "left out"})
    assert asked_before(document) == Choices(symbol="A/RES/78/147", accept_changes=False)
    shown = Choices(TextKind.POSITION, ("KAZ",), "", "kk", "paper", accept_changes=False)
    assert corrected(document, shown) == asked_before(document)
    said = Choices(TextKind.OWN, (), "", "ru", "paper", accept_changes=True)
    assert corrected(document, said) == Choices(TextKind.OWN, (), "A/RES/78/147", "ru", "", accept_changes=True)


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN], ids=lambda words: words.language)
def test_every_obstacle_outcome_and_kind_of_paragraph_has_words(words) -> None:
    for obstacle in Obstacle:
        assert obstacle_in_words(obstacle, "", words)
    for outcome in Outcome:
        assert words(f"library.outcome_{outcome}")
    for kind in ParagraphKind:
        assert words(f"paragraph_kind.{kind}")
        assert paragraphs_in_words({str(kind): 2}, words).endswith(" 2")
    for kind in TextKind:
        assert words(f"kind_added.{kind}")
        assert words(f"kind_short.{kind}")
    assert obstacle_in_words("", "“x” is not a symbol.", words) == "“x” is not a symbol."


def test_states_are_the_five_then_the_world_by_name() -> None:
    assert len(set(WORLD)) == 195
    choices = state_choices(RUSSIAN)
    assert choices[:5] == FIVE
    assert sorted(choices) == sorted(WORLD)
    names = [state_in_words(code, RUSSIAN) for code in choices[5:]]
    assert names[:2] == ["Австралия", "Австрия"]
    assert all(len(name) > 3 or name in {"Чад", "ОАЭ"} for name in names)
    assert state_choices(ENGLISH, {"BOL", "KAZ"}) == (*FIVE, "BOL")


@pytest.mark.parametrize(
    ("written", "symbols"),
    [
        ("A/RES/78/147\n\n 2625 (XXV) \nA/RES/78/147", ("A/RES/78/147", "2625 (XXV)")),
        ("A/RES/77/158, A/RES/78/148; UNEP/EA.6/Res.3", ("A/RES/77/158", "A/RES/78/148", "UNEP/EA.6/Res.3")),
        (" \n", ()),
    ],
)
def test_symbols_are_read_a_line_or_a_comma_each(written: str, symbols: tuple[str, ...]) -> None:
    assert symbols_of_lines(written) == symbols

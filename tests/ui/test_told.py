"""Errors in Russian: every sentence that a page can meet has its entry, and what stands in a blank is not touched."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from corpus.errors import OrtakError
from corpus.language import LANGUAGES, language_of
from corpus.library import Library
from corpus.official.addresses import LETTERS
from corpus.readers.kinds import kind_of
from corpus.readers.pdf import read_pdf
from corpus.readers.pdfium import page_signs
from corpus.readers.reader import content_of, read_source
from corpus.tables import read_table
from drafting.chat import chosen
from drafting.phrases import phrases_in
from drafting.projects.exchange import import_project
from drafting.projects.fields import set_field
from drafting.projects.shelf import Shelf
from drafting.projects.values import Header
from indexer.query import read_query
from references.checker import ReferenceChecker
from tests.raised import ROOT, refusals, texts
from tests.timing import seconds_of
from ui.library_views import obstacle_in_words
from ui.model_status import privacy_in_words
from ui.set_phrases import refusal_in_words
from ui.told import BLANK, TABLES, Saying, Table, error_in_words, in_words, sayings
from ui.vocabulary import words_in

RUSSIAN, ENGLISH = words_in("ru"), words_in("en")
TABLE_FILES = sorted(TABLES.glob("*.toml"))
MEANWHILE = "{} {} meanwhile. Both versions are kept; choose one or join them."
NOISE = (
    "{} of its {} pages cannot be read: {}. Add the document as Word file or text, or run character recognition (OCR) "
    "on it."
)
FILTERED = "{} The filters leave it out."
PUT_TOGETHER = {
    FILTERED: {FILTERED, f"{{}} has no paragraph {{}}. {FILTERED.removeprefix('{} ')}"},
    NOISE: {NOISE, f"{{}}: {NOISE}"},
    MEANWHILE: {
        MEANWHILE.format(who, did) for who in ("{}", "Somebody") for did in ("removed this", "changed this to “{}”")
    },
}
"""A sentence that stands for several, each with an entry of its own."""
LISTED = {", ".join(f"{LANGUAGES[code].english_name} ({code})" for code in sorted(LETTERS))}
"""What is joined from a table."""


def bare(english: str) -> str:
    return BLANK.sub("{}", english)


def table(path: Path) -> Table:
    return read_table(path, Table)


@pytest.mark.parametrize("path", TABLE_FILES, ids=lambda path: path.stem)
def test_every_sentence_that_a_page_can_meet_has_an_entry(path: Path) -> None:
    known = {bare(one.english) for one in table(path).sentence + table(path).phrase}
    lacking = {
        sentence: place for sentence, place in refusals().items() if PUT_TOGETHER.get(sentence, {sentence}) - known
    }
    assert not lacking
    assert len(refusals()) > 250, "the sentences were looked for in the wrong place"


@pytest.mark.parametrize("path", TABLE_FILES, ids=lambda path: path.stem)
def test_every_entry_is_still_a_sentence_of_the_product(path: Path) -> None:
    living = texts() | LISTED | {one for several in PUT_TOGETHER.values() for one in several}
    assert [one.english for one in table(path).sentence + table(path).phrase if bare(one.english) not in living] == []


@pytest.mark.parametrize("path", TABLE_FILES, ids=lambda path: path.stem)
def test_blanks_are_numbered_in_order_and_each_is_told_once(path: Path) -> None:
    entries = table(path).sentence + table(path).phrase
    assert len({one.english for one in entries}) == len(entries), "an entry stands twice"
    for one in entries:
        numbers = [int(blank[1:-1]) for blank in BLANK.findall(one.english)]
        assert numbers == list(range(1, len(numbers) + 1)), one.english
        assert sorted(BLANK.findall(one.told)) == sorted(BLANK.findall(one.english)), one.english
        assert set(one.inner) <= set(numbers), one.english
        assert not re.search(r"[{}]", BLANK.sub("", one.english + one.told)), one.english
        assert "}{" not in one.english, one.english


@pytest.mark.parametrize("one", sayings("ru")[0], ids=lambda one: one.english[:60])
def test_every_entry_is_found_by_its_own_sentence(one: Saying) -> None:
    english, told = own(one)
    assert in_words(english, RUSSIAN) == told


def own(one: Saying, wrapped: str = "{}") -> tuple[str, str]:
    """A saying with plain values, alone or inside another: in English and as it is told."""
    count = len(BLANK.findall(one.english))
    values = [str(number) if number in one.figures else f"Ж{number}" for number in range(1, count + 1)]
    return wrapped.format(one.english.format("", *values)), wrapped.format(one.told.format("", *values))


JOINED = (
    (
        "Доклад: 2.pdf: {}",
        "Доклад: 2.pdf: {}",
        r"(it|its|one of its|there is no page|about|most of its|names of|replacement) |\{1\} of its ",
    ),
    (
        "{} The filters leave it out.",
        "{} Фильтры его исключают.",
        r".*is not held\. That|.* is not in the registry\. That",
    ),
    (
        "No backup could be made today. {}",
        "Сделать сегодня резервную копию не удалось. {}",
        "The disk is full|Another window|“.{3}” (cannot be (written|opened) in|could not be read or saved)",
    ),
    (
        "ледники.ortak is damaged: {}",
        "Файл ледники.ortak повреждён: {}",
        "The history (holds|names)|“.{3}” is not a part|“.{3}” cannot be read",
    ),
    (
        "A/RES/1/1 could not be fetched in Russian: {}. Open https://un.org in a browser and save the file into “/а”.",
        "Получить A/RES/1/1 не удалось (язык: русский): {}. Откройте https://un.org в браузере и сохраните файл в "
        "папку «/а».",
        "the (site|network|connection|transfer|file) ",
    ),
    ("/а/b.toml: {}.", "/а/b.toml: {}.", r"topics must|the finding aid|labels|it (has no|must)|its blanks|.{3}: an? "),
    ("/а/b.toml: {}", "/а/b.toml: {}", "The text (has no numbered|is not laid out)|Operative paragraph"),
)
"""What stands around other sentences and how that is told, with the beginnings of those that stand inside."""


@pytest.mark.parametrize(("around", "around_told", "beginning"), JOINED, ids=lambda text: text[:30])
def test_a_sentence_inside_another_is_told_with_it(around: str, around_told: str, beginning: str) -> None:
    found = [one for one in sayings("ru")[1] if re.match(beginning, one.english)]
    assert len(found) > 1
    for one in found:
        english, told = own(one)
        assert in_words(around.format(english), RUSSIAN) == around_told.format(told)


def test_a_sentence_that_is_not_known_stays_as_it_is() -> None:
    for sentence in ("", "Something new went wrong.", "There is no project", "  The disk is full"):
        assert in_words(sentence, RUSSIAN) == sentence


@pytest.mark.parametrize("language", ["kk", "ky", "tg", "tk", "uz"])
def test_languages_without_a_table_are_told_in_russian_and_english_is_left_alone(language: str) -> None:
    assert sayings(language) == sayings("ru")
    assert in_words("There is nothing to undo.", ENGLISH) == "There is nothing to undo."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "What is this.rtf is an RTF file, which is not read; save it as .docx and add that.",
            "What is this.rtf — файл RTF, такие файлы не читаются; сохраните его как .docx и добавьте.",
        ),
        (
            "Доклад: 2024.pdf: it has no pages. Save it again as PDF.",
            "Доклад: 2024.pdf: в файле нет страниц. Сохраните его заново как PDF.",
        ),
        (
            "a.pdf: 3 of its 7 pages cannot be read: most of its words are broken by signs, figures or capitals in "
            "their midst. Add the document as Word file or text, or run character recognition (OCR) on it.",
            "a.pdf: нечитаемых страниц 3 из 7: большинство слов разорвано знаками, цифрами или заглавными буквами "
            "внутри. Добавьте документ как файл Word или текст либо распознайте его (OCR).",
        ),
        (
            "A/RES/1/1 OP5 is not held. That does not mean that it does not exist. The filters leave it out.",
            "A/RES/1/1 OP5: такого текста у нас нет. Это не означает, что его не существует. Фильтры его исключают.",
        ),
        (
            "The library in /home/a: b cannot be written: No space left on device. Free some space or set ORTAK_HOME; "
            "nothing was lost.",
            "В библиотеку в папке /home/a: b не удаётся записать: No space left on device. Освободите место или "
            "укажите другую папку в ORTAK_HOME; ничего не потеряно.",
        ),
        (
            "Somebody Else removed this meanwhile. Both versions are kept; choose one or join them.",
            "Тем временем другой участник (Somebody Else) удалил это. Обе редакции сохранены; выберите одну или "
            "соедините их.",
        ),
        (
            "No backup could be made today. The project file x.ortak is damaged (it is empty). Restore one of its "
            "backups; other projects are not touched.",
            "Сделать сегодня резервную копию не удалось. Файл досье x.ortak повреждён (он пуст). Восстановите одну из "
            "его резервных копий; другие досье не затронуты.",
        ),
        (
            "The model openai:x is failing (503). Ask again later.",
            "Модель openai:x сейчас не работает (503). Спросите позже.",
        ),
    ],
)
def test_what_stands_inside_is_told_as_well(sentence: str, told: str) -> None:
    assert in_words(sentence, RUSSIAN) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no project “a” in b” in c.",  # which “ in ” ends the title?
        "There is no project “a” in b is empty.",  # a title, or the odd name of a file?
        "a is an RTF file, which is not read; b is a picture, which is not read; c.",
        "x is damaged (a is damaged (b). Ask for it again.",
        # more colons than are looked at: the name of the file may end at any of them
        f"a: it is a scan with a bad text layer: {'b: ' * 60}it is a scan with a bad text layer: it holds no text. Run "
        "a better character recognition (OCR) on it, check the text, and add the result.",
    ],
)
def test_a_sentence_that_can_be_read_in_two_ways_stays_english(sentence: str) -> None:
    assert in_words(sentence, RUSSIAN) == sentence


def test_a_long_sentence_of_many_parts_is_told_or_left_in_time() -> None:
    for part in ("a: ", "x is damaged: ", "a is b, which is not read; "):
        for times in (19, 400):
            sentence = part * times + "it has no pages. Save it again as PDF."
            assert seconds_of(lambda said=sentence: in_words(said, RUSSIAN), enough=5) < 5
    assert in_words("a: " * 400 + "b", RUSSIAN) == "a: " * 400 + "b"


FRAGMENTS = sorted({part for one in sayings("ru")[1] for part in BLANK.split(one.english) if part})
REASONS = sorted(one.english for one in sayings("ru")[1] if not BLANK.search(one.english))
ANYTHING = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(FRAGMENTS)), max_size=4).map("".join)
SYSTEM = ("No space left on device", "Permission denied", "Input/output error")
OURS = st.sampled_from([*REASONS, *SYSTEM])
FIGURES = st.integers(0, 10**7).map("{:,}".format)


@settings(max_examples=600)
@given(data=st.data(), one=st.sampled_from(sayings("ru")[0]))
def test_whatever_stands_in_a_blank_comes_through_letter_for_letter(data: st.DataObject, one: Saying) -> None:
    count = len(BLANK.findall(one.english))
    kinds = {**dict.fromkeys(one.inner, OURS), **dict.fromkeys(one.figures, FIGURES)}
    values = [data.draw(kinds.get(number, ANYTHING)) for number in range(1, count + 1)]
    sentence = one.english.format("", *values)
    # A name that makes the sentence a narrower one of ours as well is the one thing that cannot be told from it:
    # any other is narrower than a saying that only joins.
    others = [other for other in sayings("ru")[0] if other is not one and other.ways(sentence)]
    assume(not any(one.only_joins or one.ways(other.english) for other in others))
    told = in_words(sentence, RUSSIAN)
    assert told == sentence or all(
        value in told for number, value in enumerate(values, start=1) if number not in one.inner
    )


@given(ANYTHING)
def test_any_text_is_told_or_left_and_never_lost(sentence: str) -> None:
    told = in_words(sentence, RUSSIAN)
    assert told or not sentence
    assert told == sentence or any(one.ways(sentence) for one in sayings("ru")[0])


def project(tmp_path: Path, title: str = "Ледники") -> tuple[Shelf, str]:
    shelf = Shelf(tmp_path / "projects")
    return shelf, shelf.create(Header(title), "Айгуль").id


def no_project(tmp_path: Path, library: Library) -> object:
    shelf, _ = project(tmp_path)
    return shelf.remove("ледники-2")


def no_title(tmp_path: Path, library: Library) -> object:
    return Shelf(tmp_path / "projects").create(Header(" "), "Айгуль")


def damaged(tmp_path: Path, library: Library) -> object:
    shelf, name = project(tmp_path)
    shelf.path(name).write_bytes(b"")
    return shelf.open(name)


def no_import(tmp_path: Path, library: Library) -> object:
    (tmp_path / "письмо.ortak.zip").write_bytes(b"words")
    return import_project(project(tmp_path)[0], tmp_path / "письмо.ortak.zip", "Айгуль")


def no_field(tmp_path: Path, library: Library) -> object:
    shelf, name = project(tmp_path)
    return set_field(shelf.open(name), "colour", "red", 0, "Айгуль")


def clash(tmp_path: Path, library: Library) -> object:
    shelf, name = project(tmp_path)
    file = shelf.open(name)
    base = file.read().revision("field:topic")
    set_field(file, "topic", "вода “и” снег", base, "Дина")
    return set_field(file, "topic", "снег", base, "Айгуль")


def nothing_to_undo(tmp_path: Path, library: Library) -> object:
    shelf, name = project(tmp_path)
    return shelf.open(name).undo("Дина")


def no_model(tmp_path: Path, library: Library) -> object:
    return chosen("http://example.org/v1#x")


PAGES = {
    "search": "A/RES/79/999: в реестре такого документа нет. Это не означает, что его не существует.",
    "reader": (
        "A/RES/79/999: в реестре такого документа нет, текста его тоже нет. Это не означает, что его не существует."
    ),
    "matrix": "В папке {home}/projects нет досье «вода».",
}
RAISED: list[tuple[Callable[[Path, Library], object], str]] = [
    (no_title, "У досье должно быть название. Укажите его."),
    (no_project, "В папке {home}/projects нет досье «ледники-2»."),
    (
        damaged,
        "Файл досье {file} повреждён (он пуст). Восстановите одну из его резервных копий; другие досье не затронуты.",
    ),
    (
        no_import,
        "Файл письмо.ortak.zip повреждён или это не досье Ortak (File is not a zip file). Попросите передать "
        "его ещё раз.",
    ),
    (
        no_field,
        "Поля «colour» в досье нет. Его поля: title, topic, agenda_item, body, session, languages, level, delegation, "
        "form, mark.",
    ),
    (nothing_to_undo, "Отменять нечего."),
    (
        clash,
        "Тем временем другой участник (Дина) изменил это, теперь здесь «вода “и” снег». Обе редакции сохранены; "
        "выберите одну или соедините их.",
    ),
    (
        no_model,
        "В ORTAK_MODEL указан адрес вне этого компьютера без шифрования. Укажите адрес, который начинается с https://.",
    ),
    (lambda home, library: kind_of(b"", "пустой.txt"), "Файл пустой.txt пуст."),
    (
        lambda home, library: kind_of(b"{\\rtf1 words", "нота: 2.rtf"),
        "нота: 2.rtf — файл RTF, такие файлы не читаются; сохраните его как .docx и добавьте.",
    ),
    (
        lambda home, library: kind_of(b"PK words", "нота.zip") and kind_of(b"words", "нота.zip"),
        "нота.zip — не файл архива zip либо он повреждён; сохраните его заново и добавьте.",
    ),
    (
        lambda home, library: read_pdf(b"words", "доклад.pdf"),
        "доклад.pdf: это не PDF. Дайте файлу окончание, которое ему соответствует, или получите его заново.",
    ),
    (
        lambda home, library: list(page_signs(b"%PDF-1.7 words")),
        "файл повреждён или это не PDF. Сохраните или получите его заново.",
    ),
    (
        lambda home, library: content_of(home / "нет.txt"),
        "Не удаётся открыть нет.txt: No such file or directory.",
    ),
    (
        lambda home, library: content_of(home / "нет\0.txt"),
        "Не удаётся открыть нет\0.txt: такого имени у файла быть не может.",
    ),
    (
        lambda home, library: read_source(b"PK\x03\x04 words", "устав.docx"),
        "Файл устав.docx повреждён или оборван; получите или сохраните его заново.",
    ),
    (
        lambda home, library: library.document("A/RES/1/9999"),
        "A/RES/1/9999: в реестре такого документа нет, текста его тоже нет. Это не означает, что его не существует.",
    ),
    (
        lambda home, library: library.document("no such thing"),
        "Под именем «no such thing» ничего нет. Все имена показывает команда «ortak corpus list».",
    ),
    (
        lambda home, library: library.document("declaration-2026", "xx"),
        "declaration-2026: есть языковые версии {versions}, а версии «xx» нет.",
    ),
    (
        lambda home, library: language_of("xx"),
        "Языка «xx» в этом собрании нет; выберите один из следующих: ar en es fr kk ky ru tg tk tr uz zh.",
    ),
    (
        lambda home, library: phrases_in("kk"),
        "Проекты текстов пишутся на английском (en) и русском (ru) языках; выбран другой язык: казахский.",
    ),
    (
        lambda home, library: read_query("  "),
        "Запрос пуст. Наберите несколько слов, обозначение, например 78/147, или место, например OP16.",
    ),
    (
        lambda home, library: ReferenceChecker(library).check(" ", "ru"),
        "Текст пуст. Вставьте его или дайте файл, в котором есть текст.",
    ),
]


@pytest.mark.parametrize(("raises", "told"), RAISED)
def test_a_real_error_is_told_in_russian(
    raises: Callable[[Path, Library], object], told: str, tmp_path: Path, library: Library
) -> None:
    with pytest.raises(OrtakError) as refused:
        raises(tmp_path, library)
    file = next((path.name for path in (tmp_path / "projects").glob("*.ortak")), "")
    held = " ".join(library.languages("declaration-2026"))
    expected = told.replace("{home}", str(tmp_path)).replace("{versions}", held).replace("{file}", file)
    assert error_in_words(refused.value, RUSSIAN) == expected


def test_pages_tell_what_they_cannot_do_in_russian(indexed_home: Path) -> None:
    streamlit.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["ui"], app.query_params["q"], app.query_params["document"] = "ru", "A/RES/79/999", "A/RES/79/999"
    app.query_params["by"], app.query_params["project"] = "Айгуль", "вода"
    app.run()
    for page, told in PAGES.items():
        app.switch_page(f"ui/pages/{page}.py").run()
        assert [error.value.replace("\\", "") for error in app.error] == [told.replace("{home}", str(indexed_home))]


def test_what_a_refused_save_a_wrong_model_or_an_unread_file_say_is_told_in_russian(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ORTAK_MODEL", "https://example.org/v1")
    assert privacy_in_words(RUSSIAN)[1].startswith("В ORTAK_MODEL указан адрес без имени модели.")
    assert privacy_in_words(ENGLISH)[1].startswith("ORTAK_MODEL holds an address without the name of a model.")
    assert refusal_in_words("a.7z is a 7z archive, which is not read; pack its files as .zip.", RUSSIAN) == (
        "a.7z — архив 7z, такие файлы не читаются; упакуйте эти файлы в .zip."
    )
    assert obstacle_in_words("", "“x” is not a UN document symbol of a known form, such as A/RES/78/147.", RUSSIAN) == (
        "«x» — не обозначение документа ООН известного вида, такого как A/RES/78/147."
    )

"""PDFs made sign by sign, so that what is on the page is known exactly; and the real ones beside the repository."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from corpus.errors import SourceRefused
from corpus.readers import pdf
from corpus.readers.page_lines import without_marks
from corpus.readers.pdf import read_pdf
from corpus.readers.pdfium import MARK_COLOUR, page_picture
from corpus.readers.reading_order import in_reading_order
from corpus.source import SourceText

BREADTH = 0.5


@dataclass(frozen=True)
class Run:
    """A stretch of text on a made page; every sign of it is half as broad as it is high."""

    text: str
    x: float
    y: float
    size: float = 10
    mode: int = 0
    turned: bool = False


def made_pdf(pages: Sequence[Sequence[Run]], picture: bool = False, mapped: bool = True, rotate: int = 0) -> bytes:
    """A PDF whose font maps every sign to Unicode, or, if it is not `mapped`, to private signs without meaning."""
    signs = sorted({sign for page in pages for run in page for sign in run.text})
    codes = {sign: number for number, sign in enumerate(signs, start=1)}
    shown = {sign: sign if mapped else chr(0xE000 + code) for sign, code in codes.items()}
    pairs = [f"<{code:04x}> <{shown[sign].encode('utf-16-be').hex()}>" for sign, code in codes.items()]
    chunks = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{chunks}\nendcmap end end"
    )
    kids = " ".join(f"{8 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>",
        _stream(cmap),
        "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 "
        "/Descent -200 /CapHeight 700 /StemV 80 >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        "/Length 1 >>\nstream\n0\nendstream",
    ]
    for number, runs in enumerate(pages):
        drawn = ["q 600 0 0 800 0 0 cm /Im Do Q"] if picture else []
        drawn += [_drawn(run, codes) for run in runs]
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate {rotate} /Contents {9 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /Im 7 0 R >> >> >>"
        )
        objects.append(_stream("\n".join(drawn)))
    return _file(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _drawn(run: Run, codes: dict[str, int]) -> str:
    text = "".join(f"{codes[sign]:04x}" for sign in run.text)
    matrix = f"0 1 -1 0 {run.x} {run.y}" if run.turned else f"1 0 0 1 {run.x} {run.y}"
    return f"BT /F {run.size} Tf {run.mode} Tr {matrix} Tm <{text}> Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    written = io.BytesIO(b"")
    written.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(written.tell())
        written.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    table = written.tell()
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    written.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    written.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return written.getvalue()


def column(texts: Sequence[str], x: float = 50, top: float = 700, size: float = 10, pitch: float = 12) -> list[Run]:
    return [Run(text, x, top - pitch * number, size) for number, text in enumerate(texts)]


def read(*pages: Sequence[Run]) -> SourceText:
    return read_pdf(made_pdf(pages), "made.pdf")


def texts(source: SourceText) -> list[str]:
    return [line.text for line in source.lines]


PLAIN = ("The States of the region share", "the waters of two great rivers", "and of the lakes between them.")


def test_lines_know_their_page_and_their_place() -> None:
    source = read(column(PLAIN), column(["Мұздықтар ериді,", "өзендер тартылады."]))
    assert texts(source) == [*PLAIN, "Мұздықтар ериді,", "өзендер тартылады."]
    assert [line.page for line in source.lines] == [1, 1, 1, 2, 2]
    assert [source.text[line.start : line.end] for line in source.lines] == texts(source)
    assert source.text.split("\f") == ["\n".join(PLAIN), "Мұздықтар ериді,\nөзендер тартылады."]
    assert (source.pages, source.repairs, source.dropped) == (2, (), ())


def test_wider_spaces_and_indents_set_lines_off() -> None:
    runs = [
        Run("First line of one", 50, 500),
        Run("paragraph, its second", 50, 488),
        Run("An indented one begins", 70, 476),
        Run("and goes on here", 50, 464),
        Run("A wide space above", 50, 440),
        Run("1. A number hangs out", 50, 428),
        Run("and its text is under itself", 65, 416),
        Run("Taller letters", 50, 402, size=12),
    ]
    assert [line.gap for line in read(runs).lines] == [False, False, True, False, True, False, False, True]


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        (("Agreement", "3", " holds"), "Agreement holds"),
        (("in 2015,", "12", " and"), "in 2015, and"),
        (("an area of 40 km", "2", " was"), "an area of 40 km² was"),
        (("some 10", "6", " of them"), "some 10⁶ of them"),
    ],
)
def test_raised_figures_are_marks_unless_they_are_exponents(mark: tuple[str, str, str], shown: str) -> None:
    before, raised, after = mark
    x = 50 + 10 * BREADTH * len(before)
    runs = [
        *column(PLAIN, top=724),
        Run(before, 50, 600),
        Run(raised, x, 603.5, size=6),
        Run(after, x + 6 * BREADTH * len(raised), 600),
    ]
    line = read(runs).lines[-1]
    assert line.text == shown


def test_the_number_of_a_footnote_stays_and_is_a_raised_figure_in_the_source() -> None:
    runs = [*column(PLAIN), Run("2", 50, 103, size=6), Run("See the record of the meeting.", 56, 100)]
    source = read(runs)
    assert source.lines[-1].text == "2 See the record of the meeting."
    assert source.text[source.lines[-1].start : source.lines[-1].end] == "² See the record of the meeting."


@pytest.mark.parametrize(
    ("raised", "shown"),
    [
        ("See note¹ and note²,³ here", "See note and note here"),
        ("¹⁄₂ of it", "1⁄₂ of it"),
        ("so ³/₄ of it", "so ³/₄ of it"),
    ],
)
def test_marks_are_told_from_fractions(raised: str, shown: str) -> None:
    assert without_marks(raised) == shown


LEFT = [
    "The left column is read",
    "from its first line on to",
    "the last one before eyes",
    "go up again to the right",
    "column of the same page,",
]
RIGHT = [
    "which is the second one",
    "and has as many lines as",
    "the first, each of them",
    "nearly full, so that it is",
    "seen to be running text.",
]


def test_columns_of_running_text_are_read_one_after_the_other() -> None:
    runs = [Run("A title over both columns of the page, from one side to the other side of it", 50, 740)]
    source = read([*runs, *column(LEFT), *column(RIGHT, x=320)])
    assert texts(source)[1:] == [*LEFT, *RIGHT]


def test_tables_are_read_row_by_row_and_cell_by_cell() -> None:
    rows = [
        *column(["Name of the river", "in this table"], x=50),
        *column(["Length of it in", "kilometres"], x=320),
        *column(["Amu Darya of old"], x=50, top=660),
        *column(["about 1,415 of them"], x=320, top=660),
    ]
    assert texts(read(rows)) == [
        "Name of the river",
        "in this table",
        "Length of it in",
        "kilometres",
        "Amu Darya of old",
        "about 1,415 of them",
    ]


def test_numbers_of_paragraphs_are_not_a_column() -> None:
    runs = [*column(["1.", "2.", "3."], x=50), *column(PLAIN, x=85)]
    assert texts(read(runs)) == [f"{number}. {text}" for number, text in enumerate(PLAIN, start=1)]


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("هايملا", "المياه"),
        ("2028-2018 ةرتفلا", "الفترة 2028-2018"),
        ("12,5% ةبسنب", "بنسبة 12,5%"),
        ("1403/09/19 خيرات", "تاريخ 1403/09/19"),
        ("A/RES/77/158 رارقلا", "القرار A/RES/77/158"),
        ("عم World Bank نواعت", "تعاون World Bank مع"),
        ("(ايسآ) 2022", "2022 (آسيا)"),
        (")ايسآ( 2022", "2022 (آسيا)"),
        ("ةنس )A/RES/77/158( 2022", "2022 (A/RES/77/158) سنة"),
    ],
)
def test_right_to_left_lines_come_in_reading_order(drawn: str, meant: str) -> None:
    assert in_reading_order(list(drawn), right_to_left=True) == meant


def test_arabic_words_in_a_latin_line_are_turned_round_alone() -> None:
    assert in_reading_order(list("The word ءام means water"), right_to_left=False) == "The word ماء means water"


def test_a_ligature_keeps_the_order_of_its_letters() -> None:
    assert in_reading_order(["م", "لا", "س"], right_to_left=True) == "سلام"


def test_an_arabic_page_reads_in_order_whatever_the_order_of_drawing() -> None:
    line = "77/158 اهرارق ىلإ ريشت"
    places = [match.start() for match in re.finditer(r"\S+", line)]
    words = [Run(word, 300 + 5 * place, 700) for word, place in zip(line.split(), places, strict=True)]
    assert (
        texts(read([Run(line, 300, 700)]))
        == texts(read(words))
        == texts(read(words[::-1]))
        == ["تشير إلى قرارها 77/158"]
    )


def test_text_that_has_no_place_on_the_page_is_read_in_the_order_of_the_file() -> None:
    # The font is not in the file, so that a single sign of it has no breadth for the reader by places.
    signs = [Run(sign, 50 + 5 * place, 700) for place, sign in enumerate("Мұздықтар ериді")]
    source = read(signs)
    assert "".join(texts(source)).replace(" ", "") == "Мұздықтарериді"
    assert source.repairs == ("1 pages were read in the order of the file, as their signs were not legible",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a PDF"),
        (b"PK\x03\x04 a Word file", "is not a PDF"),
        (b"%PDF-1.7\n" + b"0" * 5000 + b"%%EOF", "is damaged or is not a PDF"),
        (made_pdf([column(PLAIN)])[:-60], "is cut off"),
        (made_pdf([]), "no pages|damaged"),
        (made_pdf([[]]), "hold no text"),
        (made_pdf([[], []], picture=True), "2 of its 2 pages are pictures without a text layer.*OCR"),
        (made_pdf([column(PLAIN)], mapped=False), "1 of its 1 pages cannot be read: replacement signs"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(SourceRefused, match=reason) as refused:
        read_pdf(content, "file.pdf")
    assert str(refused.value).startswith("file.pdf: ")


def test_too_many_bytes_and_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = made_pdf([column(PLAIN)] * 3)
    monkeypatch.setattr(pdf, "LARGEST_BYTES", len(content) - 1)
    with pytest.raises(SourceRefused, match="the limit is"):
        read_pdf(content, "a.pdf")
    monkeypatch.setattr(pdf, "LARGEST_BYTES", len(content))
    monkeypatch.setattr("corpus.readers.pdfium.MOST_PAGES", 2)
    with pytest.raises(SourceRefused, match="it has 3 pages; the limit is 2"):
        read_pdf(content, "a.pdf")


@pytest.mark.parametrize(("password", "opens"), [("", True), ("secret", False)])
def test_encryption_without_a_password_opens_and_with_one_is_refused(password: str, opens: bool) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made_pdf([column(PLAIN)])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    if opens:
        assert texts(read_pdf(written.getvalue(), "a.pdf")) == list(PLAIN)
    else:
        with pytest.raises(SourceRefused, match="encrypted. Save a copy that opens without a password"):
            read_pdf(written.getvalue(), "a.pdf")


GOOD_LAYER = [
    "The delegation of the State thanks the Forum",
    "for the study that it made of the rivers and",
    "asks that it be sent to all of the Members.",
]
BAD_LAYER = [
    "The delegation of the Stat3e thanks lndigenous",
    "for the st|udy that it madeOf the rivers and lts",
    "asks that lt be sent to all oF the Mem~bers.",
]


def test_a_scan_with_a_good_text_layer_is_taken_with_a_note() -> None:
    content = made_pdf([[Run(run.text, run.x, run.y, mode=3) for run in column(GOOD_LAYER)]], picture=True)
    source = read_pdf(content, "a.pdf")
    assert texts(source) == GOOD_LAYER
    assert source.repairs == ("the text of 1 pages was recognised from pictures; compare it with them",)


def test_a_scan_with_a_bad_text_layer_is_refused() -> None:
    content = made_pdf([[Run(run.text, run.x, run.y, mode=3) for run in column(BAD_LAYER)]], picture=True)
    with pytest.raises(SourceRefused, match=r"a scan with a bad text layer: about \d+ in 100 of its words"):
        read_pdf(content, "a.pdf")


def test_russian_in_a_lost_code_page_is_read_again() -> None:
    russian = [
        "Генеральная Ассамблея, ссылаясь на свою",
        "резолюцию об охране ледников и источников",
        "воды, постановляет провести конференцию.",
    ]
    lost = [line.encode("cp1251").decode("cp1252") for line in russian]
    source = read(column(lost))
    assert texts(source) == russian
    assert source.repairs == ("Russian that had been read in a Western code page was read again as cp1251",)


def test_signs_at_an_angle_are_left_out_and_counted_but_a_turned_page_is_read() -> None:
    slanted = read([*column(PLAIN), Run("DRAFT", 20, 100, turned=True)])
    assert texts(slanted) == list(PLAIN)
    assert [(dropped.what, dropped.count) for dropped in slanted.dropped] == [("signs at an angle", 5)]
    turned = [Run(text, 100 + 12 * number, 60, turned=True) for number, text in enumerate(PLAIN)]
    assert texts(read(turned)) == list(PLAIN)


def test_a_page_is_shown_as_a_picture_with_its_paragraph_marked() -> None:
    content = made_pdf([column(PLAIN), []])
    plain = Image.open(io.BytesIO(page_picture(content, 1, 1.0)))
    marked = Image.open(io.BytesIO(page_picture(content, 1, 1.0, " ".join(PLAIN[1:]))))
    assert plain.format == "PNG"
    assert plain.size == marked.size == (600, 800)
    left, top, right, bottom = ImageChops.difference(plain, marked).getbbox()
    assert 40 < left < right < 220
    assert 800 - 700 < top < bottom < 800 - 670
    assert MARK_COLOUR in [colour for _, colour in marked.crop((left, top, right, bottom)).getcolors(100_000)]
    assert MARK_COLOUR not in [colour for _, colour in plain.getcolors(100_000)]
    untouched = page_picture(content, 1, 1.0, "words that are not on the page")
    assert untouched == page_picture(content, 1, 1.0)
    with pytest.raises(SourceRefused, match="there is no page 3"):
        page_picture(content, 3, 1.0)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(made_pdf([column(PLAIN), column(LEFT)]))
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(9, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        source = read_pdf(bytes(content), "a.pdf")
    except SourceRefused:
        return
    for line in source.lines:
        assert 0 <= line.start < line.end <= len(source.text)


def _read_shared(folder: Path, name: str) -> SourceText:
    return read_pdf((folder / "pdfs" / name).read_bytes(), name)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["GIPC_2023_statement", "GIWC_2025_item4"])
def test_versions_of_one_statement_have_one_structure(shared_sources: Path, name: str) -> None:
    set_off = {
        language: sum(line.gap for line in _read_shared(shared_sources, f"{name}.{language}.pdf").lines)
        for language in ("en", "es", "fr", "ru")
    }
    assert max(set_off.values()) - min(set_off.values()) <= 6, set_off


@pytest.mark.shared
def test_a_un_document_keeps_its_footnotes_in_order(shared_sources: Path) -> None:
    source = _read_shared(shared_sources, "UN_E_C.19_2010_13.en.pdf")
    numbers = [
        int(match[1])
        for line in source.lines
        if (match := re.match(r"(\d+) ", line.text)) and source.text[line.start] in "¹²³⁴⁵⁶⁷⁸⁹"
    ]
    assert numbers == list(range(1, 59))


@pytest.mark.shared
def test_right_to_left_files_read_in_order(shared_sources: Path) -> None:
    arabic = _read_shared(shared_sources, "rtl_word_generic_01.ar.pdf").text
    persian = _read_shared(shared_sources, "rtl_form_table_03.fa.pdf").text
    assert arabic.startswith("تحسين الإنتاجية وحل المشكلات")
    assert "pandas في Python لإدارة البيانات" in arabic
    assert "تاريخ پذيرش\n1403/10/04" in persian
    assert "حداقل 50% از توليد ساليانه يا 47.500 تن" in persian


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("scan_bad_ocr_layer_2014_UNPFII13.en.pdf", "a scan with a bad text layer"),
        ("scan_image_only_2017_UNPFII16.en.pdf", "pictures without a text layer"),
    ],
)
def test_scans_are_refused(shared_sources: Path, name: str, reason: str) -> None:
    with pytest.raises(SourceRefused, match=reason):
        _read_shared(shared_sources, name)
